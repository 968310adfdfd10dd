"""What adding would bring, before anything is stored. The wall clock is an argument."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from newsdesk.intake.dating import dated_posts, prepare
from newsdesk.intake.request import AddRequest
from newsdesk.model import Basis, Counts, Event, Facts, Post, Precision, Reading, Source, Status
from newsdesk.story.faults import nothing_found
from newsdesk.story.sources import basis_words, date_set_by, day_span, prints_no_date, prints_no_year
from newsdesk.story.wording import (
    SOURCE_ZONE,
    counted,
    counts_words,
    event_words,
    headline_words,
    hour_of,
    short_day,
    zone_doubt,
    zone_name_beside,
)

_SHOWN_HEADLINES = 5
_SHOWN_EVENTS = 4
_NOT_AHEAD = frozenset({Status.ENDED, Status.CALLED_OFF, Status.POSTPONED})
"""Nothing that has such a status is expected on its day."""
_POSTS_AT_ONCE, _CHARACTERS_AT_ONCE = 1_000, 500_000
"""How much of a request facts are looked for in before it is added, a file as a whole or not at all; in more that takes
longer than a preview may."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What adding would bring, before anything is stored."""

    reading: Reading
    summary: str
    """A line a file: `BBC News live page · 20 posts · Thu 13 Mar 2025 13:55–17:58 GMT, year inferred · 62 quotes · 14 actors · 2 events · 0 already known`.

    For what the story knows it ends with what reading it again brings: `+3 new, 2 edited, 15 same, 1 gone`."""
    posts: int
    """Of every file together."""
    counts: Counts
    """What becomes of them and of those that the story has."""
    year: int | None
    """The year its dates were given, when it printed none and the user said none; None when nothing is to be asked."""
    year_is_guess: bool
    headlines: tuple[str, ...]
    """The first few, as they will stand in the stream."""
    prints_no_date: bool = False
    """It is one source, and its date may be said: it prints none."""
    ahead: tuple[str, ...] = ()
    """The first few events that its words expect, next first: `Thu 15 May 2025 · Direct talks in Istanbul · proposed`."""
    more_ahead: int = 0
    """How many of them there are besides."""


def look(
    request: AddRequest,
    found: Sequence[Reading],
    unreadable: Sequence[str],
    sources: Sequence[Source],
    posts: Sequence[Post],
    posts_read: Mapping[int, int],
    now: datetime,
    zone: tzinfo | None = None,
) -> Preview:
    """What adding would bring. Finds facts: work for a process of its own.

    Args:
        request: what the user named.
        found: what was read of it, at least one.
        unreadable: for each file of it that could not be read the line that says why.
        sources: the story's.
        posts: the story's.
        posts_read: how many of them each source had when it was read the last time, by its id.
        now: the wall clock, aware.
        zone: of the times that the desk shows beside it; None where each is shown in that of its source.
    """
    from newsdesk.store.rereading import count_changes

    said = [replace(reading, source=replace(reading.source, said_time=request.said_time)) for reading in found]
    readings = [prepare(reading, sources, posts, request.year, now).reading for reading in said]
    parts, counts = [], Counts()
    events: list[Event] = []
    posts_left, characters_left = _POSTS_AT_ONCE, _CHARACTERS_AT_ONCE
    for reading in readings:
        its_own = count_changes(sources, posts, reading.source, reading.posts, posts_read)
        characters = sum(len(post.text) for post in reading.posts)
        facts = len(reading.posts) <= posts_left and characters <= characters_left
        if facts:
            posts_left, characters_left = posts_left - len(reading.posts), characters_left - characters
        dated = dated_posts(reading, sources, posts)
        what = _facts(dated) if facts else None
        events += what.events if what else ()
        parts.append(_summary(reading, dated, its_own, what, zone))
        counts += its_own
    reading = readings[0]
    dated = dated_posts(reading, sources, posts)
    asked = request.year is None and prints_no_year(reading.source, reading.posts)
    years = [post.published.at.year for post in dated if post.published]
    next_first = sorted((event for event in events if event.status not in _NOT_AHEAD), key=_begins)
    ahead = tuple(dict.fromkeys(_event_line(event, zone) for event in next_first))  # several files may tell of one
    guessed = any(post.published and post.published.basis is Basis.GUESSED for post in dated)
    return Preview(
        reading=reading,
        summary="\n".join([*parts, *(f"not read: {line}" for line in unreadable)]),
        posts=sum(len(reading.posts) for reading in readings),
        counts=counts,
        year=years[0] if asked and years else None,
        year_is_guess=asked and (guessed or not years),
        headlines=tuple(headline_words(post) for reading in readings for post in reading.posts[:_SHOWN_HEADLINES])[
            :_SHOWN_HEADLINES
        ],
        # A date that is said for a folder would be that of all its files.
        prints_no_date=len(found) + len(unreadable) == 1
        and bool(reading.posts)
        and prints_no_date(reading.source, reading.posts),
        ahead=ahead[:_SHOWN_EVENTS],
        more_ahead=max(0, len(ahead) - _SHOWN_EVENTS),
    )


def _facts(dated: Sequence[Post]) -> Facts:
    from newsdesk.finding.facts import find_facts_apart

    return find_facts_apart(dated, None)


def _begins(event: Event) -> tuple[date, bool, float, str]:
    return event.start, event.at is not None, event.at.timestamp() if event.at else 0.0, event.title


def _event_line(event: Event, zone: tzinfo | None) -> str:
    """When and what, as its own source tells the hour, and how sure it is."""
    one_day = event.end is None or event.end <= event.start
    hour = f"{short_day(event.start, year=True)} {hour_of(event, zone)}" if event.at and one_day else ""
    return f"{hour or event_words(event, SOURCE_ZONE)} · {event.title} · {event.certainty}"


def _summary(reading: Reading, dated: Sequence[Post], counts: Counts, found: Facts | None, zone: tzinfo | None) -> str:
    """What one source is, and how much was `found` in it, if that was looked for."""
    kind = " ".join(part for part in (reading.source.publisher, str(reading.source.kind)) if part)
    parts = [kind, counted(len(dated), "post"), _period(dated, zone)]
    if found is not None:
        quoted = sum(1 for actor in found.actors if actor.quotes)
        voices = {post.speaker for post in dated if post.speaker}
        parts += [
            counted(len(found.quotes), "quote"),
            # Who only speaks, as in subtitles, is quoted by nobody.
            counted(quoted, "actor") if quoted or not voices else counted(len(voices), "voice"),
            counted(len(found.events), "event"),
        ]
        if found.faults:
            parts.append(nothing_found(found.faults))
    else:
        parts.append("quotes and events are found once it is added")
    parts += [
        "0 already known" if counts == Counts(new=counts.new) else counts_words(counts),
    ]
    return " · ".join(parts)


def _period(posts: Sequence[Post], zone: tzinfo | None) -> str:
    """The days and hours the posts cover, in their own zone, and what the date rests on."""
    words = day_span(list(posts))
    moments = sorted(
        post.published.at for post in posts if post.published and post.published.precision is Precision.MINUTE
    )
    if moments and moments[0].date() == moments[-1].date():
        words += f" {moments[0]:%H:%M}"
        if moments[-1] != moments[0]:
            words += f"–{moments[-1]:%H:%M}"
        words += f" {zone_name_beside(moments[-1], zone)}"
    if doubt := next((unsure for post in posts if (unsure := zone_doubt(post))), ""):
        words += f", {doubt}"
    bases = {post.published.basis for post in posts if post.published}
    if bases & {Basis.GUESSED, Basis.INFERRED}:
        words += f", {basis_words(posts)}"
    elif set_by_user := date_set_by(posts):
        words += f", {set_by_user}"
    return words
