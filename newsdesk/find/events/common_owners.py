"""Whose an event is, where a common word tells it: "the mayor's trial" is not "the banker's trial". Pure.

One may be called by several words: a striker is a player, a premier a leader. Two words are taken for two people or
bodies only where neither is as general as that and neither source has the other one's word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.sightings import Gathered, Sighting, in_common
from newsdesk.find.events.stems import bare, stem
from newsdesk.find.events.words import ANY_GROUP, ANYBODY, BODIES, DATE_WORDS, FILLERS, FUNCTION_WORDS, NUMBERS
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_ONE_FAMILY: Final = {
    word: words.split()[0]
    for words in (
        "player striker midfielder defender goalkeeper winger forward footballer captain bowler batsman flanker",
        "star singer rapper actor actress comedian musician drummer guitarist artist performer entertainer",
        "banker financier businessman businesswoman tycoon investor trader executive director chairman founder billionaire",
        "leader premier chancellor president minister secretary politician senator congressman governor lawmaker mp",
        "government cabinet ministry administration department treasury",
        "company firm carmaker retailer airline operator manufacturer giant bank insurer supplier",
        "doctor surgeon consultant physician medic paediatrician",
        "priest bishop archbishop vicar cardinal cleric pastor pope",
        "officer policeman constable detective sergeant inspector policewoman",
        "soldier general colonel admiral commander corporal",
        "council authority board executive",
        "union federation confederation",
        "club team side squad",
        "writer author novelist poet journalist reporter editor",
        "king prince monarch duke",
        "queen princess duchess",
        "teacher headteacher head tutor lecturer",
        "killer murderer gunman attacker rapist stalker fraudster thief robber burglar arsonist hacker bomber",
    )
    for word in words.split()
}
"""Words for people and bodies of which one may be called by several, and the first of each family."""
_SAID_OF_ANY: Final = (
    ANYBODY
    | ANY_GROUP
    | word_set(
        "leader player star politician company firm group body organisation organization team boss chief victim couple family father mother son daughter brother sister wife husband",
        "parent child baby pair trio duo member party side people public city town village county country nation state island region world year week month day season night"
        "minister president mp killer attacker gunman colleague former ex judge court police government pensioner toddler student mum dad",
    )
)
"""Words that anybody or anything may be called by beside another one."""
_OWNED: Final = late_pattern(r"(?:[\w-]+ ){0,3}?(?P<who>[\w-]+?)(?:['’]s|(?<=s)['’]) ")
_OF: Final = late_pattern(
    r"(?:[\w-]+ ){0,2}?(?P<noun>[\w-]+) (?:of|for) (?:[a-z-]+ )??(?P<who>[a-z-]+?)(?= (?:begins|starts|opens|continues|resumes|ends|accused|charged|in|at|on|to|over)\b|$)"
)
_ACTS: Final = late_pattern(
    r"(?P<who>[\w-]+) (?:court appearance|to be (?:sentenced|buried|sworn|tried)|goes on trial|to (?:go on trial|speak|meet|vote|strike|appear)|meeting|talks|trial|hearing|speech|sentencing|funeral|vote|strike|rally|walkout|ballot)\b"
)
_NAMED: Final = late_pattern(r"(?:[\w-]+ ){0,2}?(?:of|for) (?P<of>[A-Z][\w-]+)|(?P<one>[A-Z][\w-]+)['’]s? ")
_FEW: Final = 6
"""Mentions of an event of which each is asked: work stays linear."""
_AROUND: Final = 500
"""Characters around a sentence in which its source may call somebody by another word."""


def is_of_other_owner(sighting: Sighting, event: Gathered) -> bool:
    """Whether a mention and an event are of two people or bodies that common words tell, and neither source has the other's word."""
    own = _owner(sighting)
    if own is None:
        return False
    others = [(each, theirs) for each in event.sightings[:_FEW] if (theirs := _owner(each)) is not None]
    if in_common(sighting, event) and any(_is_any(each, who) for each, who in [(sighting, own), *others]):
        # "A baker" and "a former mayor", due in one court: who is told as anybody may be told by another word.
        return False
    return bool(others) and all(
        _are_two(own, theirs) and (each.post.id == sighting.post.id or not (_has(each, own) or _has(sighting, theirs)))
        for each, theirs in others
    )


def _is_any(sighting: Sighting, who: str) -> bool:
    return re.search(rf"\b(?:[Aa]n?|[Oo]ne) (?:[a-z-]+ ){{0,2}}{who}\b", _around(sighting)) is not None


def _are_two(one: str, other: str) -> bool:
    return stem(one) != stem(other) and _ONE_FAMILY.get(one, one) != _ONE_FAMILY.get(other, other)


def _owner(sighting: Sighting) -> str | None:
    """The common word for whose it is; None where its name tells none, or one that says nothing."""
    naming = sighting.naming
    if naming is None:
        return None
    who = _common_owner(naming.title)
    if who is not None and who in _written_small(_around(sighting)):
        return who
    named = _NAMED.match(naming.title)
    return _role_of(named["of"] or named["one"], _around(sighting)) if named is not None else None


@lru_cache(maxsize=2_000)
def _role_of(name: str, around: str) -> str | None:
    """The common word before a name: "mayor" in "the trial of mayor Ada Holm"."""
    role = re.search(rf"\b([a-z]{{3,}}) (?:[A-Z][\w’'-]+ ){{0,2}}{re.escape(name)}\b", around)
    known = role is not None and (role[1] in _ONE_FAMILY or role[1] in _OFFICES) and _tells(role[1])
    return role[1] if role is not None and known else None


@lru_cache(maxsize=2_000)
def _written_small(around: str) -> frozenset[str]:
    """The words of a text that are written without a capital, without what they own."""
    return frozenset(bare(word) for word in _A_WORD.findall(around))


@lru_cache(maxsize=2_000)
def _stems_of(around: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", around.lower()))


_A_WORD: Final = late_pattern(r"(?<![\w’'-])[a-z]+(?:['’]s)?")
_OFFICES: Final = word_set("mayor coach referee jockey nurse farmer chef pilot midwife driver builder teacher")


@lru_cache(maxsize=20_000)
def _common_owner(title: str) -> str | None:
    owned = _OWNED.match(title)
    if owned is not None:
        who = bare(owned["who"].lower())
        return who if _tells(who) else None
    of = _OF.match(title)
    if of is not None and class_of(of["noun"].lower()) is not None:
        who = bare(of["who"].lower())
        return who if _tells(who) else None
    acts = _ACTS.match(title)
    who = bare(acts["who"].lower()) if acts is not None else ""
    return who if who in _PEOPLE and _tells(who) else None


_PEOPLE: Final = BODIES | _OFFICES | frozenset(_ONE_FAMILY) | word_set("plumber baker climber cyclist")


def _tells(word: str) -> bool:
    """Whether a word tells who it is: a common one, and none that anybody may be called by."""
    return (
        bool(word)
        and word.isalpha()
        and word not in _SAID_OF_ANY | FUNCTION_WORDS | FILLERS | DATE_WORDS | NUMBERS
        and (word in BODIES or f"{word}s" not in _SAID_OF_ANY)
        and class_of(word) is None
    )


def _has(sighting: Sighting, word: str) -> bool:
    return stem(word) in _stems_of(_around(sighting))


def _around(sighting: Sighting) -> str:
    text, mention = sighting.post.words_at(sighting.mention.place), sighting.mention
    return text[max(0, mention.sentence_start - _AROUND) : mention.sentence_end + _AROUND]
