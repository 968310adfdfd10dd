"""Whose an event is by its name, where names tell of two: other parties, another visitor, a relative, another committee. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import Final

from newsdesk.find.event_nouns import EVENT_VERBS, class_of
from newsdesk.find.events.sightings import Gathered
from newsdesk.find.events.stems import bare, stem, stems
from newsdesk.find.events.words import (
    ANY_GROUP,
    BODIES,
    DATE_WORDS,
    DIGNITARIES,
    FILLERS,
    FUNCTION_WORDS,
    ROLES,
    VERBISH,
)
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern


def of_another(ours: str, theirs: AbstractSet[str]) -> bool:
    """Whether a name says who or of what kind it is, and names of an event another one: other parties, another visitor, a relative, another committee."""
    if theirs and all(other_visitor(ours, each) for each in theirs):
        return True
    if any(_other_match(ours, each) for each in theirs):
        return True
    if (one := _dignitary(ours)) and any(who and who != one for who in map(_dignitary, theirs)):
        return True
    if (group := _group_of(ours)) and any(who and who != group for who in map(_group_of, theirs)):
        return True
    return _other_party(ours, theirs) or _other_relative(ours, theirs) or _other_of_its_kind(ours, theirs)


_VISITS: Final = late_pattern(r"(?P<who>[A-Z][\w’'-]*(?: [\w’'-]+){0,4}?) (?:visit|trip|tour)\b")


def other_visitor(ours: str, theirs: str) -> bool:
    """As in "Holm visit to Malta", beside "Kern visit to Malta"."""
    who = _VISITS.match(ours), _VISITS.match(theirs)
    if not (who[0] and who[1]):
        return False
    words = [each["who"].lower().split() for each in who if each]
    names = [stems(word for word in each if word not in ROLES and word != "and") for each in words]
    by_role = [not ROLES.isdisjoint(each) for each in words]
    # "The French president" may be called by name elsewhere; "the Polish premier" is another one.
    return bool(names[0] and names[1]) and names[0].isdisjoint(names[1]) and by_role[0] == by_role[1]


_ONE_OF_THEM: Final = late_pattern(
    rf"(?i)^(?:{'|'.join(sorted(DIGNITARIES))})(?=(?:['’]s)? (?:[a-z-]+ )?(?:speech|talk|address|visit|press|statement|concert|lecture)\b)|(?<= by )(?:{'|'.join(sorted(DIGNITARIES))})\b(?! [A-Z])"
)


@lru_cache(maxsize=20_000)
def _dignitary(title: str) -> str:
    """Whose it is by a name, where a role alone says it: "mayor" of "Mayor's speech in Kell"; empty for others."""
    found = _ONE_OF_THEM.search(title)
    return found.group().lower() if found else ""


_MATCH: Final = late_pattern(
    r"(?P<one>[A-Z][^,]*?) (?:v|plays?|faces?|hosts?|to (?:face|play|host)) (?P<other>[A-Z][^,]*?)(?: (?:in|at) .*)?$"
)
_BETWEEN: Final = late_pattern(
    r"\b(?:[Mm]atch|[Gg]ame|[Ff]inal|[Ss]emi-?final|[Dd]erby|[Ff]ixture|[Tt]ie) between (?P<one>[A-Z][\w-]*(?: [A-Z][\w-]*)*) and (?P<other>[A-Z][\w-]*(?: [A-Z][\w-]*)*)"
)
_ITS_MATCH: Final = late_pattern(r"(?P<one>[A-Z][\w-]+)['’]s? (?:[a-z-]+ )?(?:match|game|fixture|tie)\b")


@lru_cache(maxsize=20_000)
def _teams(title: str) -> frozenset[str]:
    """The last word of each side of a match by a name, or of the one that it names; empty where it names none."""
    found = _MATCH.match(title) or _BETWEEN.search(title)
    if found is None:
        owned = _ITS_MATCH.match(title)
        return frozenset({owned["one"].lower()}) if owned else frozenset()
    return frozenset(found[side].lower().split()[-1] for side in ("one", "other"))


def _other_match(ours: str, theirs: str) -> bool:
    """As in "Kelm's match", beside "Dene v Wexley". One side alone may be called by any word of its name: "Dene's match" is that of Dene United."""
    one, two = _teams(ours), _teams(theirs)
    if one and two and 1 in {len(one), len(two)}:
        (alone, title) = (one, theirs) if len(one) == 1 else (two, ours)
        return alone.isdisjoint({*_teams(title), *title.lower().split()})
    return bool(one and two) and one != two


_OF_A_GROUP: Final = late_pattern(
    r"(?P<who>[A-Z]?[a-z]+s)[’'] (?:[a-z-]+ )?(?:meeting|vote|ballot|strike|march|rally|protest|vigil|hearing|trial)\b"
)


@lru_cache(maxsize=20_000)
def _group_of(title: str) -> str:
    """Which people's it is by a name that begins with them: "residents" of "Residents' meeting in Kell"; empty for others."""
    found = _OF_A_GROUP.match(title)
    who = found["who"].lower() if found else ""
    return "" if who in ANY_GROUP else who


_OFFICES: Final = word_set(
    "leaders ministers mps senators governors mayors envoys ambassadors lawmakers judges generals bishops"
)


def of_other_office(ours: str, theirs: Iterable[str]) -> bool:
    """As in "Energy ministers meeting", where the same text tells of a meeting of leaders."""
    own = _OFFICES.intersection(ours.lower().split())
    return bool(own) and all(
        (others := _OFFICES.intersection(each.lower().split())) and not own & others for each in theirs
    )


_KIN: Final = late_pattern(
    r"['’]s? (?:[a-z-]+ )?(?P<kin>brother|sister|wife|husband|son|daughter|mother|father|widow|widower|partner|cousin|nephew|niece|uncle|aunt|lawyer|deputy|aide|bodyguard)s?\b"
)
"""Who is somebody's, and somebody else: "Holm's brother"."""


def _other_relative(ours: str, theirs: Iterable[str]) -> bool:
    """As in "Trial of Holm's brother", beside Holm's own."""
    own = _KIN.findall(ours)
    return any(own != _KIN.findall(each) for each in theirs)


def _other_of_its_kind(ours: str, theirs: Iterable[str]) -> bool:
    """As in "Health committee's hearing", beside that of the transport committee: two of a kind of body or people."""
    own = _kinds(ours)
    for each in theirs if own else ():
        for kind, which in _kinds(each).items():
            if own.get(kind, which) != which and own[kind] not in _all_of(each) and which not in _all_of(ours):
                return True
    return False


@lru_cache(maxsize=20_000)
def _kinds(title: str) -> dict[str, str]:
    """What kind of people or body a name tells, with the word before that tells which: "drivers" and "tram"."""
    words = [bare(word) if word.endswith(("s'", "s’", "'s", "’s")) else word for word in title.lower().split()]
    found = {}
    for which, kind in pairwise(words):
        if which in _ABOUT and class_of(kind) == "talks":
            found["talks"] = which
        people = kind.endswith("s") and class_of(kind) is None and kind not in EVENT_VERBS and kind not in VERBISH
        telling = (
            which not in FUNCTION_WORDS | FILLERS | DATE_WORDS and not which[0].isdigit() and class_of(which) is None
        )
        if telling and (bare(kind) in BODIES or people or (bare(kind) in _OF_A_BODY and which not in _ANY_BODY)):
            found[stem(kind)] = stem(which)
    return found


_ABOUT: Final = word_set("trade peace climate budget pay coalition nuclear grain debt accession tariff border fishing")
"""What talks are about, where they are named by it."""
_OF_A_BODY: Final = word_set("leader captain coach candidate nominee")
"""Who is one of a body, which the word before tells; not those who are told by their country as its name or its kind."""
_ANY_BODY: Final = word_set("party union opposition team club group national")
"""Words before such a one that tell of no body."""


@lru_cache(maxsize=20_000)
def _all_of(title: str) -> frozenset[str]:
    return stems(title.lower().split())


_SEVERAL: Final = late_pattern(
    r"(?i)\bof (?:two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ )?(?:[a-z]+s|men|women|people|policemen)\b"
)
_ONE: Final = late_pattern(
    r"(?P<who>[A-Z][\w-]+)['’]s? |(?P<he>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) (?:court appearance|to (?:be sentenced|appear)|sentencing|trial|hearing)\b|.* of (?P<of>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\b(?! and\b)"
)


def others_than_several(title: str, context: AbstractSet[str], event: Gathered) -> bool:
    """Whether a name and an event are of one person and of several, whose text does not name that one.

    Args:
        title: the name.
        context: what its text names, in lower case.
        event: the event.
    """
    return any(
        _without_him(title, context, each.naming.title) or _without_him(each.naming.title, each.context, title)
        for each in event.sightings[:_FEW]
        if each.naming is not None
    )


_FEW: Final = 20
"""Mentions of an event of which each is looked at: work stays linear."""


def _without_him(several: str, named: AbstractSet[str], other: str) -> bool:
    """As in "Trial of two men", whose text (which names `named`, in lower case) knows of no Holm, beside "Holm's trial"."""
    one = _ONE.match(other) if _SEVERAL.search(several) else None
    return one is not None and named.isdisjoint((one["who"] or one["he"] or one["of"]).lower().split())


_MEETS: Final = late_pattern(r"(?P<one>.+?) (?:meeting|talks) with (?P<other>.+?)(?: (?:in|at|on|over) .*)?$")
_ANY_PARTY: Final = ROLES | ANY_GROUP | word_set("counterpart counterparts delegation team side group")
"""Words for those whom another sentence may call by name."""


def _other_party(ours: str, theirs: Iterable[str]) -> bool:
    """As in "Lund meeting with union", beside "Kovac meeting with Lund": each names a party that the other one does not."""
    own = _parties(ours)
    pairs = [parties for each in theirs if (parties := _parties(each))] if own else []
    return bool(pairs) and all(
        own & other and own - other and other - own and not (own ^ other) & _ANY_PARTY for other in pairs
    )


@lru_cache(maxsize=20_000)
def _parties(title: str) -> frozenset[str]:
    """The last word of each who meets by a name; empty where it does not name both."""
    found = _MEETS.match(title)
    if found is None:
        return frozenset()
    sides = [each for side in (found["one"], found["other"]) for each in side.lower().split(" and ")]
    return frozenset(bare(side.removesuffix(" union").split()[-1]) for side in sides)
