"""How exports write days and moments, and in which order posts, events and mentions come.

`zone` is the zone to show moments in; None shows each in its own. Whole days are the same days in every zone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.model import Basis, Precision, Status
from newsdesk.story.wording import short_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime, tzinfo

    from newsdesk.model import Event, Post, Published, Source


def in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """The same moment in `zone`, or as it is when that is None or when the calendar ends before it gets there."""
    try:
        return moment.astimezone(zone) if zone else moment
    except OverflowError:  # within a day of the first or the last moment that datetime knows
        return moment


def day_words(day: date) -> str:
    """For example "Sun 11 May 2025"."""
    return short_day(day, year=True)


def clock_words(moment: datetime) -> str:
    """For example "16:03 BST"; without its day."""
    return f"{moment:%H:%M} {moment.tzname()}"


def moment_words(moment: datetime, zone: tzinfo | None) -> str:
    """For example "Sun 11 May 2025 16:03 BST"."""
    shown = in_zone(moment, zone)
    return f"{day_words(shown.date())} {clock_words(shown)}"


def published_words(published: Published | None, zone: tzinfo | None) -> str:
    """When, as far as it is known; what was only guessed says so."""
    if published is None:
        return "undated"
    by_day = published.precision is Precision.DAY
    words = day_words(published.day) if by_day else moment_words(published.at, zone)
    return f"{words} (date guessed)" if published.basis is Basis.GUESSED else words


def published_iso(published: Published | None, zone: tzinfo | None) -> str | None:
    """ISO 8601 with an offset; `YYYY-MM-DD` when only the day is known; None when nothing is."""
    if published is None:
        return None
    if published.precision is Precision.DAY:
        return published.day.isoformat()
    return in_zone(published.at, zone).isoformat()


def shown_day(published: Published | None, zone: tzinfo | None) -> date | None:
    """The calendar day a post stands under; None when undated."""
    if published is None:
        return None
    if published.precision is Precision.DAY:
        return published.day
    return in_zone(published.at, zone).date()


def newest_first(posts: Iterable[Post], sources: Sequence[Source], zone: tzinfo | None) -> list[Post]:
    """By shown day and moment, newest first; posts of one moment as their source has them; undated ones last.

    A post known only to the day stands at that day's start, whatever moment its day begins elsewhere.
    """
    position = {source.id: index for index, source in enumerate(sources)}

    def age(post: Post) -> tuple[int, bool, float, int, int]:
        place = (position.get(post.source_id, len(position)), post.n)
        published, day = post.published, shown_day(post.published, zone)
        if published is None or day is None:
            return (1, False, 0.0, *place)
        return (-day.toordinal(), published.precision is Precision.DAY, -published.at.timestamp(), *place)

    return sorted(posts, key=age)


def events_in_order(events: Iterable[Event]) -> list[Event]:
    """Next first; on one day the timed ones after the whole-day ones."""
    return sorted(events, key=lambda event: (event.start, event.at.timestamp() if event.at else 0.0, event.key))


def event_words(event: Event, zone: tzinfo | None) -> str:
    """Its days, or its moment."""
    first = moment_words(event.at, zone) if event.at else day_words(event.start)
    return f"{first} – {day_words(event.end)}" if event.end and event.end > event.start else first


def standing(event: Event) -> str:
    """Certainty, and what else there is to know of where the event stands."""
    parts = [str(event.certainty)]
    if event.status is not Status.EXPECTED:
        parts.append(str(event.status))
    if event.was:
        parts.append(f"was {day_words(event.was)}")
    return ", ".join(parts)


def supporting_sentences(event: Event, posts: Mapping[int, Post], sources: Sequence[Source]) -> list[tuple[Post, str]]:
    """Each post that supports the event with the sentence that does, newest post first; mentions of unknown posts are left out."""
    sentences: dict[int, dict[str, None]] = {}
    for mention in event.mentions:
        if post := posts.get(mention.post_id):
            within = post.text if mention.place == "text" else post.headline or ""
            sentence = " ".join(within[mention.sentence_start : mention.sentence_end].split()).removeprefix("• ")
            sentences.setdefault(post.id, {})[sentence] = None
    ordered = newest_first((posts[post_id] for post_id in sentences), sources, None)
    return [(post, sentence) for post in ordered for sentence in sentences[post.id]]
