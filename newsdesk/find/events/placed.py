"""Where a truce or a ban holds or a march is held, as its sentence ties it to a place: "a ceasefire in Kell", "between Borsk and Orme". Pure.

Two of one hour may be told by two sources that name the same mediator. One that holds elsewhere is another one, unless
either source writes of both places: one of them may lie in the other.
"""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.event_nouns import class_of, nouns_in
from newsdesk.find.events.sightings import NEAR, Gathered, Sighting
from newsdesk.late_pattern import late_pattern

_PLACED: Final = late_pattern(
    r"\b(?P<noun>[A-Za-z][a-z]+(?:-[a-z]+)?) (?P<link>in|across|around|on|along|between) (?:the )?(?P<where>(?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[A-Z][\w-]+(?: [A-Z][\w-]+)?(?: and (?:the )?[A-Z][\w-]+)?)"
)
_HELD: Final = frozenset({"rally", "vote"})
"""Classes of what is held in a place."""
_POLLS: Final = frozenset({"election", "by-election", "referendum", "runoff", "run-off", "primary"})
"""Votes of those who live in a place."""
_IN_A_PLACE: Final = r" in (?P<where>(?!(?:[\w’-]+ ){0,2}(?:Square|Park|Street|Road|Avenue|Hall|Gardens|Stadium|Arena|Plaza|Green|Place|Palace|District|Quarter|Centre|Center)\b)[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)"
_HELD_IN: Final = late_pattern(rf"{_IN_A_PLACE}$")
_WILL_BE_HELD_IN: Final = late_pattern(rf"\b(?:held|staged|takes? place){_IN_A_PLACE}(?= (?:on|at|from) )")
_FEW: Final = 20
"""Mentions of an event of which each is looked at: work stays linear."""


def holds_elsewhere(sighting: Sighting, event: Gathered) -> bool:
    """Whether a mention and an event tie what they tell of to two places, of which neither text knows the other one's."""
    own = _places(sighting)
    if not own:
        return False
    theirs = [(places, each.context) for each in event.sightings[:_FEW] if (places := _places(each))]
    return bool(theirs) and all(_apart(own, sighting.context, places, context) for places, context in theirs)


def _apart(
    own: dict[str, frozenset[str]], around: frozenset[str], theirs: dict[str, frozenset[str]], there: frozenset[str]
) -> bool:
    return any(
        not own[link] & (theirs[link] | there) and not theirs[link] & around for link in own.keys() & theirs.keys()
    )


def _places(sighting: Sighting) -> dict[str, frozenset[str]]:
    """The words of the places that a mention's sentence ties its noun to, in lower case, by whether they are its two sides."""
    mention = sighting.mention
    text = sighting.post.words_at(mention.place)
    span = max(mention.sentence_start, mention.start - NEAR), min(mention.sentence_end, mention.end + NEAR)
    title = sighting.naming.title if sighting.naming else ""
    if sighting.noun_class == "vote" and not nouns_in(title) & _POLLS:
        # "A vote in parliament".
        return {}
    if sighting.noun_class in _HELD:
        told = max(mention.sentence_start, mention.start - NEAR), mention.start
        held = _HELD_IN.search(title) or _WILL_BE_HELD_IN.search(text, *told)
        return {"place": _words(held)} if held else {}
    found = (each for each in _PLACED.finditer(text, *span) if class_of(each["noun"].lower()) == sighting.noun_class)
    return {("sides" if each["link"] == "between" else "place"): _words(each) for each in found}


def _words(found: re.Match[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in found["where"].split() if word[0].isupper())
