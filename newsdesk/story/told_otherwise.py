"""Events that two sources give different days, and nobody says that one was moved. Pure.

Either source may be right, so both stand in the countdown; each says what the other source says. It is said only of what is
held once and on one day, under one name that names somebody or some place: two matches, two days of a trial or two visits are
no contradiction, and neither are talks that somebody calls another round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta, tzinfo
from functools import partial

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Certainty, Event, Mention, Post, Status
from newsdesk.story import Story
from newsdesk.story.wording import in_zone, short_day

Places = Callable[[Event], Sequence[tuple[Mention, Post]]]
"""Where an event is told of, as far as it is in sight."""

_HELD_ONCE = (
    "talks negotiation meeting summit conference ceasefire cease-fire truce armistice election vote referendum ballot poll "
    "by-election verdict sentencing ruling judgment deadline ultimatum launch liftoff lift-off funeral burial requiem "
    "inauguration coronation enthronement investiture swearing-in wedding opening reopening"
)
"""Nouns of what has one day of its own, as `newsdesk.find.event_nouns` writes them."""
_HELD_AGAIN = "match visit rally strike speech exercise debate worship"
"""Classes of nouns of what many hold, or what is held on day after day."""
_ONE_OF_SEVERAL = late_pattern(
    r"(?i)\b(?:every|each|weekly|fortnightly|monthly|daily|nightly|annual|rounds?|legs?|stages?|phases?|series|sessions?|"
    r"again|another|further|(?:next|last|first)(?! (?:week|month|\w+day)\b)|final|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|"
    r"resum\w*|continu\w*|reconven\w*|two-day|three-day|four-day|five-day|week-long|separate\w*|also|too)\b"
)
"""In its name or the sentences that tell of it: it may be one of several."""
_SURE = (Certainty.CONFIRMED, Certainty.PLANNED)
_AHEAD = (Status.EXPECTED, Status.TODAY)
_FARTHEST = timedelta(days=6)
"""A week on, and farther, it is rather the next one of its kind."""


def other_days(story: Story, seen: Places | None = None) -> Mapping[str, date]:
    """By an event's key, the day that another source gives it. `seen`: its places in sight; without it, all."""
    places = seen or (lambda event: story.event_places[event.key])
    named: defaultdict[str, list[Event]] = defaultdict(list)
    for event in story.facts.events:
        named[event.title].append(event)
    other: dict[str, date] = {}
    for same in named.values():
        if len(same) > 1:
            in_sight = [event for event in same if places(event)]
            if len(in_sight) != 2:
                continue
            first, second = in_sight
            if _contradict(first, second, places, story.event_zones):
                other |= {first.key: second.start, second.key: first.start}
    return other


def other_day_words(day: date, *, year: bool = False) -> str:
    """`other source: Sat 23 May`."""
    return f"other source: {short_day(day, year=year)}"


def _contradict(first: Event, second: Event, places: Places, zones: Mapping[str, tzinfo | None]) -> bool:
    """Whether what two events of one name say cannot both be so, as far as can be told."""
    both = (first, second)
    if not all(map(_stands, both)) or not timedelta() < abs(second.start - first.start) <= _FARTHEST:
        return False
    sources = [{post.source_id for _, post in places(event)} for event in both]
    sentences = [_sentence(*place) for event in both for place in places(event)]
    return (
        sources[0].isdisjoint(sources[1])
        and not _is_one_day(first, second, zones)
        and _is_held_once(first.title)
        and (_names_one(first.title, sentences) or _is_told_alike(*map(places, both)))
        and not any(map(_ONE_OF_SEVERAL.search, (first.title, *sentences)))
    )


def _stands(event: Event) -> bool:
    """Whether it is expected for sure on the one day that was found for it from the beginning."""
    untouched = event.was is None and event.as_found is None and not event.added
    return untouched and event.end is None and event.certainty in _SURE and event.status in _AHEAD


def _is_one_day(first: Event, second: Event, zones: Mapping[str, tzinfo | None]) -> bool:
    """Whether an hour of the one falls on the other's day where that is counted: 23:30 in London is tomorrow in Kyiv."""
    return any(
        one.at is not None and (zone := zones[other.key]) is not None and in_zone(one.at, zone).date() == other.start
        for one, other in ((first, second), (second, first))
    )


def _is_held_once(title: str) -> bool:
    # Finding is not for the first picture.
    from newsdesk.find.event_nouns import class_of, nouns_in  # noqa: PLC0415
    from newsdesk.find.word_lists import word_set  # noqa: PLC0415

    nouns = nouns_in(title)
    return not nouns.isdisjoint(word_set(_HELD_ONCE)) and word_set(_HELD_AGAIN).isdisjoint(map(class_of, nouns))


def _names_one(title: str, sentences: Iterable[str]) -> bool:
    """Whether a person or a place is named: "Talks" may be anybody's. A title's first word is one where sentences write it large in their midst."""
    first, *rest = title.split()
    if any(word[0].isupper() for word in rest):
        return True
    inside = partial(re.search, rf"[\w,’'] {re.escape(first)}\b")
    return first[0].isupper() and any(map(inside, sentences))


def _is_told_alike(first: Sequence[tuple[Mention, Post]], second: Sequence[tuple[Mention, Post]]) -> bool:
    """Whether a sentence of each says word for word the same but the day: "Parliament will vote on the harbour bill on ..."."""
    one, other = ({_but_its_day(*place) for place in places} for places in (first, second))
    return any(len(told) >= _WORDS_ALIKE for told in one & other)


_WORDS_ALIKE = 7
"""Words from which no two sentences are alike by chance."""


def _but_its_day(mention: Mention, post: Post) -> tuple[str, ...]:
    """The words of a mention's sentence without those that name the day."""
    text = post.words_at(mention.place)
    left = text[mention.sentence_start : mention.start], text[mention.end : mention.sentence_end]
    return tuple(re.findall(r"\w+", " ".join(left).lower()))


def _sentence(mention: Mention, post: Post) -> str:
    return post.words_at(mention.place)[mention.sentence_start : mention.sentence_end]
