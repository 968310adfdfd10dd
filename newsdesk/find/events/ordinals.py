"""Which of several of its kind a sentence speaks of: "the first hearing takes place on Monday and the second on ...". Pure."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.naming import Naming, joined, titled
from newsdesk.find.events.phrases import phrase, subject
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_WHICH: Final = "first|second|third|fourth|fifth|sixth|final|last"
_NTH: Final = late_pattern(
    rf"(?i)\b(?:the|an?|its|his|her|their|this|that|[\w’'-]+['’]s) (?P<which>{_WHICH})\b"
    r"(?: (?P<noun>(?:(?:round|leg|phase|stage|session|day|set) of (?:the )?)?(?:(?!(?:of|the|an?|in|for|to|on|at|and|is|are|was|has|will|takes?|begins?|starts?)\b)[\w’'-]+ ){0,2}?[\w-]+)\b)?"
)
_SEPARATE: Final = late_pattern(r"\b(?:[Aa]nother|[Ss]eparate) (?:[\w’'-]+ )??(?P<noun>[\w-]+)")
"""As in "separate talks": those that are known are others."""
_ALONE: Final = late_pattern(
    r" (?:(?:one|round|leg) )?(?:on|at|from|by|is|are|was|will|has|have|had|takes?|begins?|starts?|follows?|due)\b| ?$|, "
)
"""After "the second": its noun was told before."""
_TIMES: Final = word_set("time times day days week weeks month months year years hour hours minute half few two three")
_REACH: Final = 200
_LAST: Final = {"last": "final"}


def which_of_them(text: str, sentence: tuple[int, int], at: int, noun_class: str | None) -> str:
    """The ordinal of the thing of a class that a sentence names last before `at`, in lower case; empty without one."""
    before = text[max(sentence[0], at - _REACH) : at]
    found = _nth(before, noun_class)
    which = found["which"].lower() if found else ""
    if not which and any(class_of(each["noun"].lower()) == noun_class for each in _SEPARATE.finditer(before)):
        return "another"
    return _LAST.get(which, which)


def another_one(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether two things of a kind, by their ordinals, are two of them: "the second hearing" is not the first, nor one not counted."""
    if not ours or ours & theirs:
        return False
    return bool(theirs) or "first" not in ours


def _nth(before: str, noun_class: str | None) -> re.Match[str] | None:
    """The last ordinal of a thing of the class, or of none, if nothing of the class is named behind it without one."""
    found = None
    for match in _NTH.finditer(before):
        words = (match["noun"] or "").lower().split()
        own = bool(words) and class_of(words[-1]) == noun_class and not _TIMES & set(words)
        alone = _ALONE.match(before, match.end("which")) and _nouns(before[: match.start()], noun_class)
        if own or alone:
            found = match
    if found is None or _nouns(before[found.end() :], noun_class):
        return None
    return found


def _nouns(words: str, noun_class: str | None) -> list[str]:
    if noun_class is None:
        return []
    return [word for word in re.findall(r"[A-Za-z]+(?:-[a-z]+)?", words) if class_of(word.lower()) == noun_class]


def by_ordinal(before: str, after: str, noun_class: str | None) -> Naming | None:
    """As in "the first hearing takes place on Monday and the second on ..." as "Second hearing"; only what it counts so."""
    found = _nth(before, noun_class)
    if found is None and noun_class == "vote" and (alone := _ROUND.search(before)):
        # "Voters choose between them in the second round on ...".
        return Naming(f"{alone['which'].capitalize()} round", _WEIGHT)
    if found is None or noun_class is None:
        return None
    if not _COUNTED_ON.search(after) and not _ALONE.match(before, found.end("which")):
        return None
    which, nouns = found["which"], _nouns(before[: found.end()], noun_class)
    part = _ITS_PART.match(before, found.end("which"))
    if not nouns or which.lower() == nouns[-1].lower():
        return None
    of_it = f"{part['part']} of {nouns[-1].lower()}" if part else nouns[-1].lower()
    return Naming(f"{which.capitalize()} {of_it}", _WEIGHT)


_ROUND: Final = late_pattern(
    r"\bthe (?P<which>first|second|final) round(?: of (?:voting|elections?))?(?: in [A-Z][\w’'-]+)?,? (?:on|is on|will be on|takes place on) (?:the )?$"
)
_ITS_PART: Final = late_pattern(r" (?P<part>round|leg)\b(?! of\b)")
_COUNTED_ON: Final = late_pattern(r"^[^.;:]{0,20}?,? (?:and )?the (?:second|third|fourth|other)\b")
_WEIGHT: Final = 1.3
"""More than a noun alone, less than one with what tells it apart."""


def by_reading(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "It may fall at its third reading on ..." as "Third reading", with what is read where the words say so."""
    found = _READING.search(before)
    if found is None:
        return None
    whose = _HAS.search(before, 0, found.start())
    who = subject(before[: whose.start()], earlier) if whose else []
    what = phrase(found["what"]) if found["what"] else []
    words = joined(who, [found["which"].lower(), "reading", *(["of", *what] if what and not who else [])])
    return titled(words, 2.3, opening=opening, clause=True)


_READING: Final = late_pattern(
    r"(?i)\b(?P<which>first|second|third|final) reading(?: of (?:the |an? )?(?P<what>[^.;:,]{2,40}?))?"
    r"(?: (?:is|will be|comes|takes place|will take place|has been|was)(?: (?:due|set|scheduled|planned|fixed))?)?(?: in (?:the )?[^.;:,]{2,30}?)?(?: on| for)?(?: the)? ?$"
)
_HAS: Final = late_pattern(r" (?:has|have|gets?|will (?:have|get)) (?:its|their) $")
