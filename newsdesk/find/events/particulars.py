"""What tells an event from others of its class: the particular words of its names. Pure.

Two strikes are told apart by who strikes, two hearings by what is heard, two votes of one council by what they are about.
A name may say less of the same ("the strike", "Ott's trial"), so only names that each tell something else are of two things.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.phrases import TRAVELS
from newsdesk.find.events.sightings import PHASES, telling_words, title_names
from newsdesk.find.events.stand_ins import by_one_name
from newsdesk.find.events.stems import bare, stem, stems
from newsdesk.find.events.whose import other_visitor
from newsdesk.find.events.words import (
    ANY_GROUP,
    ANYBODY,
    COLLECTIVE,
    DATE_WORDS,
    FILLERS,
    FUNCTION_WORDS,
    NAME_OF_TIME,
    WORD,
)
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_OF_ANY: Final = (
    word_set(
        "direct indirect peace crisis emergency special extraordinary bilateral trilateral multilateral high-level face-to-face",
        "in-person behind-closed-doors closed-door televised live daily weekly monthly regular hours-long day-long week-long",
        "hurt dead injured killed place site scene venue union walk out",
    )
    | ANY_GROUP
    | (ANYBODY - {"driver"})
    | NAME_OF_TIME
    | DATE_WORDS
)
"""Words that names of one event have or lack as their writers like."""
_BODIES: Final = stems(COLLECTIVE)
"""Words of many bodies' names: two banks are not one."""
_CLAUSE: Final = late_pattern(r" to [a-z]")
"""In a name that says what somebody will do: the nouns in it tell it apart."""
_TAKES_PLACE: Final = late_pattern(
    r" to (?:take place|be held|go ahead)$|(?: plea| application| bid| request)? to be heard$"
)
"""In a name: no more than that there is such a thing; a plea that is heard has its hearing."""
_MASS: Final = late_pattern(r"\b[Mm]ass (?=[a-z])(?!(?:in|at|for|on|to|of|with|by|near|outside|and)\b)")
"""Before what many do, "a mass rally"; a mass is said or sung."""
_ROUTE: Final = late_pattern(rf"\b{TRAVELS} (?:from|between) ([A-Z][\w’'-]+) (?:to|and) ([A-Z][\w’'-]+)")
_WHERE_TO: Final = late_pattern(r" (?P<link>to|with|against|v) (?P<goal>[A-Z].*)$")
"""In a name: to whom, with whom or against whom."""


@lru_cache(maxsize=20_000)
def _words_of(title: str) -> frozenset[str]:
    """The telling words of a name, in lower case, without what number and case add to them."""
    title = _MASS.sub("", _TAKES_PLACE.sub("", title))
    telling = {
        stem(word)
        for word in telling_words(title)
        if not word[0].isdigit() and not _OF_ANY & {word, (plain := bare(word))} and class_of(plain) is None
    }
    nouns = [(n, word) for n, word in enumerate(title.lower().split()) if class_of(word)]
    head = -1 if _CLAUSE.search(title) else next((n for n, _ in nouns if n + 1 not in dict(nouns)), 0)
    for n, word in nouns:
        if n != head and class_of(dict(nouns).get(head, "")) != "talks":
            # "Budget vote", "vote on the budget"; talks have many topics.
            telling.add(stem(word))
    return frozenset(telling)


def _names_of(title: str, names: AbstractSet[str]) -> frozenset[str]:
    return _words_of(title) & (stems(title_names(title)) | stems(names))


def distinct(
    ours: Iterable[str], theirs: Iterable[str], names: AbstractSet[str], other_names: AbstractSet[str]
) -> bool:
    """Whether two sets of names tell of two things: whichever of them are set side by side, each says what the other does not.

    Args:
        ours: the names of the one.
        theirs: the names of the other.
        names: the words of the names of people and places beside the one, in lower case.
        other_names: those beside the other.
    """
    one = [title for title in ours if _words_of(title)]
    other = [title for title in theirs if _words_of(title)]
    return bool(one and other) and all(_differ(a, b, names, other_names) for a in one for b in other)


def shared_words(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many particular words two sets of names share."""
    one = {word for title in ours for word in _words_of(title)}
    return len(one & {word for title in theirs for word in _words_of(title)})


def only_ours(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one set of names has particular words and shares none with the other."""
    return any(_words_of(title) for title in ours) and not shared_words(ours, theirs)


def each_says_more(ours: str, theirs: Iterable[str]) -> bool:
    """Whether a name and each of others has a particular word that the other one lacks, be it a name or not."""
    own = _words_of(ours)
    return all(own - words and words - own for words in map(_words_of, theirs))


def same_words(ours: str, theirs: Iterable[str]) -> bool:
    """Whether a name says the same as one of others: "Museum reopens", "Museum to reopen"."""
    own = _words_of(by_one_name(ours))
    return len(own) > 1 and any(own == _words_of(by_one_name(title)) for title in theirs)


def topics_differ(ours: str, theirs: str, owner: Iterable[str], names: AbstractSet[str]) -> bool:
    """Whether two names tell, beside whose it is and to whom, each of something else: "council's budget vote", "council vote on parking".

    Args:
        ours: the one name.
        theirs: the other name.
        owner: the words for whose it is.
        names: the words of people and places beside the other one, in lower case.
    """
    whose = stems(word.lower() for word in owner)
    own = _words_of(ours) - whose
    other = _words_of(_TO_WHOM.sub("", theirs)) - whose - _names_of(theirs, names)
    return bool(own and other) and not own & other


_TO_WHOM: Final = late_pattern(r" (?:to|before|in|at) (?:the )?[\w’'-]+(?: [\w’'-]+)?$")
_LEVELS: Final = word_set("yellow amber orange red green")
"""By which warnings of one kind are told apart."""


def other_level(ours: str, theirs: Iterable[str]) -> bool:
    """Whether a name and others tell of warnings of two levels: "Red warning", beside "Amber warning for wind"."""
    own = _LEVELS.intersection(ours.lower().split())
    levels = {level for title in theirs for level in _LEVELS.intersection(title.lower().split())}
    return bool(own and levels) and own.isdisjoint(levels)


@lru_cache(maxsize=20_000)
def stems_of(title: str) -> frozenset[str]:
    """The stems of a name's words, those of its noun or verb among them."""
    words = _MASS.sub("", title).lower().split()
    words = [word for word in words if word not in FUNCTION_WORDS | FILLERS | PHASES]
    return frozenset(stem(word) for word in words if not _OF_ANY & {word, bare(word)})


def restates(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a name says what another one says, the noun for the verb: "sentencing of Ott", "Ott to be sentenced"."""
    one, other = (
        [stems for title in titles if len(stems := stems_of(by_one_name(title))) > 1] for titles in (ours, theirs)
    )
    return any(a <= b or b <= a for a in one for b in other)


def speaks_of(text: str, titles: Iterable[str]) -> bool:
    """Whether a text has one of the particular words of these names."""
    own = stems(WORD.findall(text.lower()))
    return any(own & _words_of(title) for title in titles)


def _differ(ours: str, theirs: str, names: AbstractSet[str], other_names: AbstractSet[str]) -> bool:
    named = _names_of(ours, names | other_names), _names_of(theirs, names | other_names)
    plain = _words_of(ours) - named[0], _words_of(theirs) - named[1]
    if plain[0] - _words_of(theirs) and plain[1] - _words_of(ours):
        return True
    if other_visitor(ours, theirs):
        return True
    routes = _ROUTE.search(ours), _ROUTE.search(theirs)
    if routes[0] and routes[1] and set(routes[0].groups()) != set(routes[1].groups()):
        # "Trains from Orme to Kell", beside those from Orme to Skell.
        return True
    goals = _WHERE_TO.search(ours), _WHERE_TO.search(theirs)
    if (
        goals[0]
        and goals[1]
        and goals[0]["link"] == goals[1]["link"]
        and not _words_of(goals[0]["goal"]) & _words_of(goals[1]["goal"])
        and not _words_of(goals[0]["goal"]) & _words_of(theirs)
    ):
        # "Holm's visit to Malta", beside that to Kenya.
        return True
    own = named[0] - _BODIES, named[1] - _BODIES
    named = own if own[0] and own[1] else named
    apart = not named[0] & named[1] and not named[0] & stems(other_names) and not named[1] & stems(names)
    return bool(named[0] and named[1]) and apart
