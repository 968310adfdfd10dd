"""Events of which a source tells that they came about, on their day or earlier than was planned, or that they did not. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta
from typing import Final

from newsdesk.find.events.changes import TimexesOf, day_of
from newsdesk.find.events.done import Done
from newsdesk.find.events.passages import Passages
from newsdesk.find.events.results import is_match_of
from newsdesk.find.events.same_deed import names_no_other, tells_of
from newsdesk.find.events.sightings import Gathered
from newsdesk.find.word_lists import word_set
from newsdesk.model import Mention, Place, Post, Timex

_PLACES: tuple[Place, ...] = ("headline", "text")
_A_DAY: Final = timedelta(days=1)
_A_MATCH: Final = timedelta(minutes=80)
"""Before it is over."""
_EARLY: Final = (" early", " earlier", " sooner", " ahead of ")
"""In a post of a day on which nothing was expected: else what it tells is not looked at."""
_MOST: Final = 200
"""Events ahead that what comes early is compared with, so that work stays linear."""


def mark_done(
    gathered: Sequence[Gathered],
    posts: Iterable[Post],
    reads: Mapping[int, Passages],
    timexes_of: TimexesOf,
    moment: datetime | None,
) -> None:
    """Mark events that are surely over or came earlier, by posts up to `moment`; who can mean two of them means neither.

    Who denies later that one is over takes that back: it is in doubt then.
    """
    if moment is None:
        return
    waiting = [event for event in gathered if event.status is None and event.titles]
    by_day: dict[date, list[Gathered]] = {}
    for event in waiting:
        for shift in (timedelta(), _A_DAY):
            by_day.setdefault((event.end or event.start) + shift, []).append(event)
    ahead = sorted(waiting, key=lambda event: event.start)
    told = [(post.published.at, post) for post in posts if post.published and post.published.at <= moment]
    for at, post in sorted(told, key=lambda each: (each[0], -each[1].n)):
        day = post.published.day if post.published else at.date()
        for place in _PLACES:
            if day not in by_day and not any(word in post.words_at(place) for word in _EARLY):
                continue
            for done in reads[post.id].at(place).done:
                if done.present and place != "headline":
                    continue
                early = [event for event in ahead if event.start > day][:_MOST] if done.earlier else []
                _mark([*by_day.get(day, []), *early], post, day, place, done, timexes_of.get((post.id, place), ()))


def _mark(
    events: Sequence[Gathered], post: Post, today: date, place: Place, done: Done, timexes: Sequence[Timex]
) -> None:
    if not events or post.published is None:
        return
    told = {each.value for each in timexes if done.sentence[0] <= each.start < done.sentence[1]}
    days = {day for value in told if len(value) >= 10 and (day := day_of(value))}
    if any(len(value) < 10 or "W" in value for value in told):
        # "Voted last month": of another time.
        return
    at, text = post.published.at, post.words_at(place)
    known = [event for event in dict.fromkeys(events) if event.first <= (at, -post.n)]
    meant = [event for event in known if _its_days(event, today, at, days, done) and _is_told(event, done, text, days)]
    if done.denied and not meant:
        # "The talks have not ended": those in Kell, where nothing else was told to be over.
        meant = [event for event in known if event.over and names_no_other(done, text, event.titles, event.words)]
    if len(meant) != 1:
        return
    event = meant[0]
    mention = at, Mention(post.id, place, done.start, done.end, *done.sentence)
    if done.denied:
        if event.over or (not done.does and today > (event.end or event.start)):
            event.told.append(mention)
            event.over, event.begun = False, event.begun and not done.does
            event.goes_on = None if done.does else today
        return
    event.told.append(mention)
    event.begun = True
    event.over = event.over or done.over
    day = min(days, default=today)
    if day < event.start:
        event.known_as = event.known_as or Gathered(event.start, event.end, event.noun_class, apart=event.apart)
        event.was, event.start, event.end = event.start, day, None


def _is_told(event: Gathered, done: Done, text: str, days: AbstractSet[date]) -> bool:
    if done.sides:
        return is_match_of(done.sides, event.titles)
    if done.match_over:
        return _plays(event, done, text)
    return tells_of(done, text, event.titles, event.words, dated=(event.end or event.start) in days)


def _its_days(event: Gathered, today: date, at: datetime, days: set[date], done: Done) -> bool:
    """Whether the days that a sentence of `today` names let it tell of an event: its last day alone, or an earlier one than planned."""
    last = event.end or event.start
    if done.denied:
        return event.start <= today <= last + _A_DAY and days <= {event.start, last, today}
    if done.earlier and today < event.start:
        own = days - {event.start}
        by, out = done.by
        return len(own) == 1 and max(own) <= today and (not by or abs((event.start - max(own)).days - by) <= out)
    if not done.over or today not in {last, last + _A_DAY} or not days <= {last}:
        return False
    hours = [each.at for each in event.sightings if each.at is not None and each.start == event.start]
    if hours:
        return at >= min(hours) + (_A_MATCH if done.match_over else timedelta())
    # Without an hour, on the day itself: only what names the day is surely no earlier one of its kind.
    return today > last or bool(days)


def _plays(event: Gathered, done: Done, text: str) -> bool:
    told = {word.strip(".,:;!?’'“”()").lower() for word in text[done.end : done.reach].split()}
    own = event.words | {word.lower() for title in event.titles for word in title.split()}
    return event.noun_class == "match" and not event.words.isdisjoint(told) and told & _SIDES <= own


_SIDES: Final = word_set(
    "women women's women’s ladies girls youth juniors reserves u17 u18 u19 u20 u21 u23 under-18s under-19s under-21s"
)
"""Other sides of a club, whose matches are others."""
