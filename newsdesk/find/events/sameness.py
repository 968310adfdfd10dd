"""Whether what a post moves to another day can be something that was already expected. Pure.

A class of nouns holds things that differ: an inquest is no trial, a verdict no sentencing. A wrong merger would show
something on a day that nobody gave for it, so two nouns are taken for one thing only where news uses the one for the other.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final

from newsdesk.find.dates.direction import OLD_HOPE
from newsdesk.find.event_nouns import nouns_in
from newsdesk.find.events.particulars import restates, topics_differ
from newsdesk.find.events.sightings import Gathered, Sighting
from newsdesk.find.events.stems import stems
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_PARTICULAR: Final = {
    noun: thing
    for thing, nouns in {
        "conference": "conference",
        "inquest": "inquest",
        "trial": "trial retrial",
        "decision": "verdict ruling judgment",
        "sentencing": "sentencing",
        "appeal": "appeal",
        "arraignment": "arraignment",
        "election": "election by-election runoff run-off",
        "referendum": "referendum",
        "primary": "primary",
        "recount": "recount",
        "spacewalk": "spacewalk",
        "landing": "landing",
        "festival": "festival",
        "carnival": "carnival",
        "regatta": "regatta",
        "concert": "concert",
        "exhibition": "exhibition",
        "premiere": "premiere",
        "wedding": "wedding",
        "budget": "budget",
        "tariffs": "tariff tariffs",
        "sanctions": "sanctions",
        "curfew": "curfew",
        "final": "final",
        "semi-final": "semi-final semifinal",
        "vigil": "vigil",
        "funeral": "funeral burial requiem",
        "memorial": "memorial",
        "parade": "parade",
        "opening": "opening reopening",
        "closure": "closure shutdown",
        "interview": "interview",
    }.items()
    for noun in nouns.split()
}
"""Nouns that name one kind of thing of their class and no other."""
_CASES: Final = word_set("trial inquest appeal")
GENERAL: Final = word_set("meeting talks hearing vote ballot poll match game fixture launch strike visit trip ceremony")
"""Nouns by which a second mention may name anything of their class: "the match has been moved"."""
_HOPE_BEFORE: Final = 90
"""Characters before a day in which its sentence may say that it is an earlier plan."""


def of_one_kind(event: Gathered, other: Gathered, left: date | None) -> bool:
    """Whether a moved event can be another one under its old day.

    It is of its class and no other thing of that class, or has the same people and place.

    Args:
        event: what has moved.
        other: what was expected before.
        left: the day that the move itself says it left.
    """
    if other_thing(event.nouns, other.nouns) and other.start != left:
        return False
    if left is None and may_be_any(event.nouns, event.words, event.sources, other):
        return False
    if unheard_of(event.nouns, other.nouns) and not event.words & other.words:
        return False
    if event.noun_class == other.noun_class:
        same = event.words & other.words or event.titles & other.titles
        return event.noun_class is not None or bool(same) or restates(event.titles, other.titles)
    if other.start == left and len(event.last_words & other.last_words) >= 2:
        return True
    if other.noun_class is None and other.start == left and _done_as(event.nouns, other.titles):
        return True
    if event.noun_class is None and other.start == left:
        return bool(event.words & other.words)
    if event.noun_class == "visit" and is_arrival(other) and event.words & other.words:
        # To another place it is another trip.
        return event.words <= other.words or other.words <= event.words
    if None not in {event.noun_class, other.noun_class}:
        return False
    return len(event.last_words & other.last_words) >= 2 or restates(event.titles, other.titles)


def may_be_any(
    nouns: AbstractSet[str], words: AbstractSet[str], sources: AbstractSet[int], event: Gathered, title: str = ""
) -> bool:
    """Whether what one source puts off need not be what another one tells of by names, which it does not have.

    It is called by another noun ("The meeting has been put back", beside "Talks between Norland and Ostland"), or is somebody's
    else ("the parents' meeting", beside "Holm meeting with Kern").

    Args:
        nouns: of what is put off, in the singular.
        words: of the names beside it.
        sources: that tell of it.
        event: what is known.
        title: what is put off, as its sentence names it.
    """
    if not event.words or words & event.words or not sources.isdisjoint(event.sources):
        return False
    owner = _OWNER.match(title)
    if owner is not None and title[1:] == title[1:].lower():
        told = stems(word for each in event.titles for word in each.lower().split())
        return stems(owner["who"].lower().split()[-1:]).isdisjoint(told)
    return bool(nouns and event.nouns) and not nouns & event.nouns


def is_arrival(event: Gathered) -> bool:
    """Whether an event is that somebody comes, which a later post may call a trip or a visit."""
    return event.noun_class is None and any(_ARRIVES.search(title) for title in event.titles)


_ARRIVES: Final = late_pattern(r"\b(?:arrives?|flies (?:in|to)|to (?:arrive|fly (?:in|to)|travel to))\b")


def _done_as(nouns: AbstractSet[str], titles: AbstractSet[str]) -> bool:
    """Whether a name tells by its verb what a noun names: "hearing", and "Judge to hear case" or "Plea to be heard"."""
    verbs = {form for noun in nouns if noun.endswith("ing") for form in (noun[:-3], f"{noun[:-3]}e")}
    verbs |= {_IRREGULAR[verb] for verb in verbs & _IRREGULAR.keys()}
    return any(not verbs.isdisjoint(title.lower().split()) for title in titles)


_IRREGULAR: Final = {"hear": "heard", "meet": "met", "hold": "held"}


def told_alike(title: str, event: Gathered) -> bool:
    """Whether a sentence of an event calls by the same words whose it is, or what it is about, though its name has others.

    As in "the health minister's statement on ...", where "health minister Ada Brandt will make a statement"; "the hearing on
    the secret ledgers", where a judge "will hear arguments on whether jurors may see six secret ledgers".
    """
    owner, topic = _OWNER.match(title), _ABOUT.search(title)
    for each in event.sightings[:_FEW]:
        mention = each.mention
        told = each.post.words_at(mention.place)[mention.sentence_start : mention.sentence_end][:_LONGEST].lower()
        if topic is not None and f" {topic['topic'].lower()}" in told:
            return True
        theirs = each.naming.title if each.naming else ""
        if owner is not None and re.search(rf"\b{re.escape(owner['who'].lower())}\b(?!['’])", told):
            return not topics_differ(title, theirs, owner["who"].split(), event.words)
    return False


_FEW: Final = 20
"""Mentions of an event of which each is looked at: work stays linear."""
_LONGEST: Final = 600
"""Characters of a sentence: a list without full stops has no end."""
_OWNER: Final = late_pattern(r"(?P<who>[A-Za-z][\w-]*(?: [\w-]+){0,3})(?:['’]s|(?<=s)['’]) ")
_ABOUT: Final = late_pattern(r" (?:on|over|about|into) (?P<topic>[\w’'-]+ [\w’'-]+(?: [\w’'-]+){0,2})$")


def stands(sighting: Sighting, moved: Sighting, left: date | None) -> bool:
    """Whether the post that moves something keeps this other day, as the day of something else.

    Whoever writes of a new day knows it: a day that the same sentence keeps, or that the same text gives to another noun,
    is not the old one, unless it is told as a plan that was.
    """
    if sighting.post.id != moved.post.id or sighting.start == left or sighting.saying.moved:
        return False
    if sighting.mention.place != moved.mention.place:
        return False
    if sighting.mention.sentence_start == moved.mention.sentence_start:
        return True
    text = sighting.post.words_at(sighting.mention.place)
    begin = max(sighting.mention.sentence_start, sighting.mention.start - _HOPE_BEFORE)
    if OLD_HOPE.search(text, begin, sighting.mention.end):
        return False
    ours, theirs = _nouns_of(moved), _nouns_of(sighting)
    if not ours or not theirs or ours & theirs:
        return False
    return sighting.mention.start > moved.mention.start or not ours & GENERAL


def other_thing(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether two sets of nouns of events, in the singular, name different things."""
    one = {_PARTICULAR[noun] for noun in ours if noun in _PARTICULAR}
    other = {_PARTICULAR[noun] for noun in theirs if noun in _PARTICULAR}
    return bool(one and other) and not one & other


def other_case(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether two sets of nouns name different cases before a court: a trial has its verdict, but an appeal is no trial."""
    one, other = ({_PARTICULAR.get(noun) for noun in nouns} & _CASES for nouns in (ours, theirs))
    return bool(one and other) and not one & other


def unheard_of(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether nouns name a kind of thing that the others do not: "the conference", where talks are known; "the march", a vigil."""
    if not ours or not theirs or ours & theirs:
        return False
    return not ours.isdisjoint(_PARTICULAR) or (not theirs.isdisjoint(_PARTICULAR) and not ours & GENERAL)


_OF_A_WHOLE: Final = late_pattern(r"(?P<part>.+?) of (?P<whole>.+)")
ITSELF: Final = word_set("opening launch hearing publication release announcement start beginning date")
"""Parts that stand for the whole: what opens is the exhibition."""


def is_a_part(title: str, nouns: AbstractSet[str]) -> bool:
    """Whether a name tells of a part of what these nouns name: "Opening concert of festival", beside the festival."""
    found = _OF_A_WHOLE.fullmatch(title.lower())
    part = nouns_in(found["part"]) - ITSELF if found else frozenset()
    return found is not None and bool(part) and not part & nouns and bool(nouns_in(found["whole"]) & nouns)


def _nouns_of(sighting: Sighting) -> frozenset[str]:
    return nouns_in(sighting.naming.title) if sighting.naming else frozenset()
