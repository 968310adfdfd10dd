"""Whether what a text tells to have come about is surely what an event's name tells. Pure, linear.

The sentence must be about the very one who acts in the event's name, or about the very thing, with all of its words;
anything less leaves the event as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from newsdesk.find.calendar_words import count
from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.done import CLAUSE, EXPECTED, IS_OVER, OF_A_VOTE, PASSED, Done
from newsdesk.find.events.other_deeds import is_another_deed
from newsdesk.find.events.stems import stem
from newsdesk.find.events.votes import was_voted_on
from newsdesk.find.events.words import DATE_WORDS, FUNCTION_WORDS, PRONOUNS, WORD
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_SMALL: Final = late_pattern(r"(?i)(?:the|an?|its|his|her|their|both|all|two|three|four|five|six|seven|\d{1,3})$")
_NEAR: Final = 120
_ACTS: Final = late_pattern(
    rf"(?P<who>.+?) (?:to )?(?P<be>be )?(?P<does>{'|'.join(sorted(EXPECTED, key=len, reverse=True))})\b(?P<rest>.*)"
)
"""A name that tells who does something: "Lawmakers vote on truce", "Boyd Kessler to be sentenced"."""

_DEEDS: Final = {
    "launch": "lift off",
    "liftoff": "lift off",
    "lift-off": "lift off",
    "splashdown": "splash down",
    "landing": "land",
    "docking": "dock",
    "undocking": "undock",
    "arrival": "arrive",
    "departure": "depart",
    "resignation": "resign",
}
"""Nouns of what is over as soon as it is told."""
_DEED: Final = late_pattern(
    rf"(?:(?P<who>[A-Z][^’']*?)(?:['’]s?)? )(?P<does>{'|'.join(sorted(_DEEDS, key=len, reverse=True))})\b(?P<rest>.*)"
)
"""A name that tells of somebody's deed by a noun: "Kestrel launch", "Aalto's arrival in Orme"."""
_GOES_NOWHERE: Final = frozenset({"lift off", "splash down", "land", "dock", "undock", "arrive", "depart"})
_SIMPLY: Final = late_pattern(
    r"(?: (?:safely|successfully|on (?:time|schedule)|at \d[\d.:]*(?: ?[ap]\.?m\b)?|this (?:morning|afternoon|evening)|today|tonight|minutes ago|moments ago|shortly (?:after|before) [^.;:,]{2,20}))*(?=[.;!]|$)"
)
"""Behind a verb of which no more is told: where to, its subject says. "The capsule has docked."."""


def tells_of(done: Done, text: str, titles: Iterable[str], names: AbstractSet[str], *, dated: bool) -> bool:
    """Whether what a text tells to have come about is surely what one of these names tells.

    Args:
        done: what is told.
        text: where.
        titles: the names.
        names: the words of people and places beside the names, in lower case.
        dated: the sentence names the event's day.
    """
    before, behind = text[done.clause : done.start], text[done.end : done.reach]
    return any(_is_it(done, before, behind, title, names, dated=dated) for title in titles)


def names_no_other(done: Done, text: str, titles: Iterable[str], names: AbstractSet[str]) -> bool:
    """Whether what a text tells not to be so is told in words that are all of one of these names: "the talks", "Aalto denied that he"."""
    words = WORD.findall(text[done.clause : done.start])
    if {word.lower() for word in words} <= PRONOUNS:
        around = _told(WORD.findall(text[done.sentence[0] : done.clause]))
        return any(_does(each) == done.does and around & _told(WORD.findall(each)) for each in titles)
    told = _told(words)
    return not done.does and bool(told) and any(told <= _told(WORD.findall(each)) | _told(names) for each in titles)


def _does(title: str) -> str:
    acts = _ACTS.fullmatch(title)
    return EXPECTED[acts["does"]] if acts else IS_OVER


def _is_it(done: Done, clause: str, behind: str, title: str, names: AbstractSet[str], *, dated: bool) -> bool:
    acts = _ACTS.fullmatch(title) or (_DEED.fullmatch(title) if done.does else None)
    before, own = tuple(WORD.findall(clause)), CLAUSE.split(behind)[0]
    if done.does and is_another_deed(behind, own, title):
        return False
    if done.passive and done.does in PASSED and was_voted_on(clause, own, title, dated=dated):
        return True
    if not done.does:
        # "The summit in Riga has ended": that very thing, and not its first day.
        told, wanted = _told(before), _told(WORD.findall(title))
        if dated and (short := _THE_THING.fullmatch(clause)) and class_of(short["noun"]):
            # "The meeting took place this morning", for "Meeting of ministers in Kell".
            return any(word.lower() == short["noun"] for word in _HEAD.split(title)[0].split()[-1:])
        return acts is None and bool(wanted) and wanted <= told and told - wanted <= _told(names)
    if acts is None:
        return False
    does = EXPECTED.get(acts["does"]) or _DEEDS[acts["does"].lower()]
    if done.does != does and not (does == "vote" and done.does in OF_A_VOTE):
        return False
    passive = "be" in acts.groupdict() and acts["be"] is not None
    who = WORD.findall(acts["who"])
    rest = _told(WORD.findall(acts["rest"]))
    if done.passive == passive:
        simply = done.does in _GOES_NOWHERE and _SIMPLY.match(behind) is not None
        return _names(before, who) and (simply or _goes_to(rest, behind))
    if passive:
        return _is_object(behind, who) and rest <= _told(WORD.findall(behind))
    # "The treaty was signed by the two leaders", for "Leaders sign treaty".
    by = behind.removeprefix(" by")
    return by != behind and bool(rest) and _told(before) == rest and _is_object(by, who)


_THE_THING: Final = late_pattern(r"\W*[Tt]he (?P<noun>[a-z]+(?:-[a-z]+)?) ")
"""All of a clause up to its verb: a thing called by its noun alone."""
_HEAD: Final = late_pattern(
    r" (?:of|in|at|on|for|with|between|by|over|from|to|against|begins|starts|opens|ends|resumes|start|end)\b"
)
"""Behind the noun of a name."""


def _goes_to(rest: AbstractSet[str], behind: str) -> bool:
    """Whether what a verb is told to be done to, or where, is what a name tells: not "an amendment to the truce", for "the truce"."""
    if not rest:
        return _DOES_ITS.match(behind) is None
    words = WORD.findall(CLAUSE.split(behind)[0])
    first = next((n for n, word in enumerate(words) if stem(word.lower()) in rest), None)
    if first is None or not rest <= _told(words):
        return False
    last = max(n for n, word in enumerate(words) if stem(word.lower()) in rest)
    leads = max((n for n in range(first) if words[n].lower() in _LEADS), default=-1)
    led = all(_leads_on(word) for word in words[: leads + 1])
    own = [word.lower() for word in words[leads + 1 : first]]
    return led and _EARLIER_ONE.isdisjoint(own) and not words[last].endswith(("'s", "’s"))


_DOES_ITS: Final = late_pattern(r" (?:his|her|its|their) ")
"""Behind a verb of what somebody does with something, where a name tells of no such thing: "launched its satellite"."""
_LEADS: Final = word_set(
    "for on against in at to of into from with over by about after before under during between as than without approve adopt pass ratify reject back accept endorse support oppose block"
)
_HOW: Final = word_set(
    "late early safely overwhelmingly unanimously narrowly favour favor votes vote today yesterday now again also majority large big wide clear"
)
_EARLIER_ONE: Final = word_set("earlier previous former old first another other")


def _leads_on(word: str) -> bool:
    """Whether a word up to the last preposition before what a verb goes to tells of nothing else that it goes to."""
    lower = word.lower()
    return (
        lower in _LEADS | _HOW | DATE_WORDS | FUNCTION_WORDS
        or count(word) is not None
        or lower[0].isdigit()
        or lower.endswith("ly")
    )


def _names(before: tuple[str, ...], who: list[str]) -> bool:
    """Whether the words before a verb end with who acts in a name: "the two leaders", for "Leaders"; not "Kessler's brother"."""
    if not before or not who or before[-1].lower() != who[-1].lower() or "’" in before[-1] or "'" in before[-1]:
        return False
    told = {word.lower() for word in before}
    some = any(count(word) is not None for word in before) and told.isdisjoint(_ALL_OF_THEM)
    if told & {"a", "an", "another"} or some:
        # "A rocket lifted off": another one; "two hostages were released": not all.
        return False
    others = {word.lower() for word in who}
    for word in reversed(before[:-1]):
        if word.lower() in others or _SMALL.match(word):
            continue
        return False
    lower = [word for word in who[:-1] if word[0].islower()]
    return {word.lower() for word in lower} <= {word.lower() for word in before}


_ALL_OF_THEM: Final = word_set("the both all his her its their these")


def _is_object(behind: str, who: list[str]) -> bool:
    """Whether what follows a verb is whom a name tells of: "sentenced Boyd Kessler"."""
    words = WORD.findall(behind[:_NEAR])
    while words and _SMALL.match(words[0]):
        words = words[1:]
    wanted = [word.lower() for word in who]
    told = [word.lower() for word in words]
    return told[: len(wanted)] == wanted or (
        who[-1][0].isupper() and told[:1] == wanted[-1:] and not (len(words) > 1 and words[1][0].isupper())
    )


def _told(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        stem(word.lower()) for word in words if word.lower() not in FUNCTION_WORDS and not _SMALL.match(word)
    )
