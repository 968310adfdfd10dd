"""Whose an event is, by a headline that speaks of it. Pure.

A headline names people for many reasons: who attacks, who hails, who comments. One of them may own what the text
announces only where the headline names that very event, or what implies it (a death its funeral, a charge its hearing),
right beside the name. No owner is better than a wrong one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsdesk.find.calendar_words import WEEKDAYS
from newsdesk.find.event_nouns import EVENT_VERBS, base_form, class_of, nouns_in
from newsdesk.find.events.naming import is_name
from newsdesk.find.events.phrases import NAME_RUN, short_name
from newsdesk.find.events.sameness import other_thing
from newsdesk.find.events.words import DATE_WORDS, FUNCTION_WORDS, LIGHT, NUMBERS, ROLES, VERBISH
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_DEATH: Final = word_set(
    "farewell goodbye tribute tributes dies died dead death deaths mourn mourns mourned mourning grief killed kills buried",
    "condolences remember remembers remembered remembering",
)
_OFFENCES: Final = word_set("murder manslaughter fraud theft perjury bribery")
_CRIME: Final = _OFFENCES | word_set(
    "charged charges arrested arrest jailed remanded convicted acquitted sentenced sued bailed bail custody court jury guilty case lawsuit",
    "extradition",
)
_IMPLY: Final = {
    "court": _CRIME,
    "inquest": _DEATH,
    "funeral": _DEATH,
    "vigil": _DEATH,
    "ceremony": word_set("prize award awards medal medals honour honours finalists shortlist"),
    "wedding": word_set("engaged engagement marry marries bride groom"),
    "vote": word_set("candidate candidates voters confidence leadership polls"),
    "match": word_set("cup league"),
    "launch": word_set("rocket probe orbiter satellite capsule mission astronauts"),
    "strike": word_set("dispute pickets pay union unions"),
    "report": word_set("inquiry profits profit shares earnings"),
    "release": word_set("hostages prisoners captives"),
}
"""Words of headlines that imply an event, by its class or its noun."""
_TOWARDS: Final = late_pattern(
    r"(?:['’]s?)? (?:(?:to|will|is|are|in|set|due|up|faces?|goes|go|going|stands?|awaits?|appears?|holds?|hosts?|plans?|found|denies|pleads?|an?|its|his|her|their) |on (?=trial\b)|for (?=trial\b))*"
)
"""Between a name and the event or what implies it: "Reyk to stand trial", "Orme mourns"."""
_OF_IT: Final = late_pattern(r" (?:of|for|to|at|in|near|off|between|into) (?:the )?(?:former )?(?:[a-z-]+ )?")
"""Between an event or what implies it and a name: "farewell to former mayor Ida Holm"."""
_TELLS_WHOSE: Final = _DEATH | word_set("shares inquiry profits dispute countdown")
"""Words that imply an event and may stand before the name that owns it: a murder's victim does not own the trial."""
_MOURNS: Final = late_pattern(r"\b(?:mourn|remember|buri|bury)\w* $")
"""Before a name: "Solberg mourns Ida Holm" tells of her funeral."""
_APPOSED: Final = late_pattern(r", [^,:;]{2,40},")
_WORD: Final = late_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@lru_cache(maxsize=4_000)
def headlined_owner(headline: str, text: str, title: str, noun_class: str | None) -> tuple[str, ...]:
    """The words of the name that a headline sets beside an event or what implies it; none when it does not.

    Args:
        headline: of the post.
        text: of the post, which tells a name at the headline's beginning from a common word.
        title: of the event, as far as its own sentence gives it.
        noun_class: of its noun.
    """
    headline = _APPOSED.sub("", headline)
    words = list(_WORD.finditer(headline))
    names = [run for run in NAME_RUN.finditer(headline) if _names_somebody(run, text)]
    if not names or _in_capitals(words):
        return ()
    if names[0].group() == headline.strip() and all(is_name(word, [word]) for word in headline.split()):
        # A label: the post is about nothing else.
        return tuple(short_name(headline))
    spoken = [word for word in words if _speaks_of(word.group().lower(), title, noun_class)]
    for run in names:
        if any(run.start() < word.start() and word.end() == run.end() for word in spoken):
            # "Kestrel Prize": the name says what it is.
            own = run.group().split()
            return tuple(
                short_name(run.group()) if class_of(own[-1].lower()) is None else short_name(" ".join(own[:-1]))
            )
    for run in names:
        if _MOURNS.search(headline, 0, run.start()) and any(word.end() + 1 == run.start() for word in spoken):
            return tuple(short_name(run.group()))
    for n, run in enumerate(names):
        for word in spoken:
            if _TOWARDS.fullmatch(headline, run.end(), word.start()):
                # "Reyk murder: two in court" is no hearing of Reyk's.
                suffered = word.group() in _OFFENCES and word.start() == run.end() + 1
                return (*_with_the_one_before(names, n, headline), *([word.group()] if suffered else []))
    if noun_class == "speech":
        # "Speech to bankers in Orme": to whom, not whose.
        return ()
    for run in names:
        for word in spoken:
            tells = word.group().lower() in _TELLS_WHOSE or noun_class == class_of(word.group().lower())
            if tells and _OF_IT.fullmatch(headline, word.end(), run.start()):
                return tuple(short_name(run.group()))
    return ()


def _names_somebody(run: re.Match[str], text: str) -> bool:
    words = run.group().lower().split()
    if words[0] in DATE_WORDS and (len(words) == 1 or words[0] in WEEKDAYS or words[1].isdigit()):
        # Not "Jan Reyk".
        return False
    if words[0] in FUNCTION_WORDS | NUMBERS or all(word in ROLES | VERBISH for word in words):
        return False
    if run.group().isupper() and len(words) > 1:
        return False
    if run.start() == 0 and len(words) == 1:
        return is_name(run.group(), [run.group()]) and re.search(rf"\b{re.escape(words[0])}", text) is None
    return True


def _in_capitals(words: list[re.Match[str]]) -> bool:
    """Whether every word of a headline has a capital, so that none tells a name."""
    long = [word.group() for word in words if len(word.group()) > 3]
    return len(long) > 3 and not any(word.islower() for word in long)


def _speaks_of(word: str, title: str, noun_class: str | None) -> bool:
    """Whether a headline's word is the event, or implies it."""
    verb = EVENT_VERBS.get(word) or EVENT_VERBS.get(base_form(word))
    if noun_class is not None and noun_class in {class_of(word), verb}:
        # A trial has its verdict, but a festival is no wedding.
        return noun_class == "court" or not other_thing(nouns_in(word), nouns_in(title))
    if any(
        word in implying and (key == noun_class or key in title.lower().split()) for key, implying in _IMPLY.items()
    ):
        return True
    if word == "countdown":
        return True
    own = title.lower().split()
    return len(word) > 3 and word in own and word not in FUNCTION_WORDS | VERBISH | LIGHT | DATE_WORDS | ROLES


def _with_the_one_before(names: list[re.Match[str]], n: int, headline: str) -> list[str]:
    """A name, with the one that "and" joins to it: what two do together is not the second one's alone."""
    name = short_name(names[n].group())
    if n and headline[names[n - 1].end() : names[n].start()] == " and ":
        return [*short_name(names[n - 1].group())[-1:], "and", *name[-1:]]
    return name
