"""What exports say of an event: its days, where it stands, which sentences support it, and which event comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo

from newsdesk.model import Basis, Event, Post, Status
from newsdesk.story.stream import newest_first
from newsdesk.story.wording import full_moment, in_zone, short_day, zone_name


def events_in_order(events: Iterable[Event]) -> list[Event]:
    """Next first; on one day the timed ones after the whole-day ones."""
    return sorted(events, key=lambda event: (event.start, event.at.timestamp() if event.at else 0.0, event.key))


def event_words(event: Event, zone: tzinfo) -> str:
    """Its days, or its moment. Whole days are the same days in every zone."""
    first = _moment(event, event.at, zone) if event.at else _day(event.start)
    return f"{first} – {_day(event.end)}" if event.end and event.end > event.start else first


def standing(event: Event) -> str:
    """Certainty, and what else there is to know of where the event stands."""
    parts = [str(event.certainty)]
    if event.status is not Status.EXPECTED:
        parts.append(str(event.status))
    if event.was:
        parts.append(f"was {_day(event.was)}")
    return ", ".join(parts)


def supporting_sentences(event: Event, posts: Mapping[int, Post], zone: tzinfo) -> list[tuple[Post, str]]:
    """Each post that supports the event with the sentence that does, newest post first; mentions of unknown posts are left out."""
    sentences: dict[int, dict[str, None]] = {}
    for mention in event.mentions:
        if post := posts.get(mention.post_id):
            within = post.text if mention.place == "text" else post.headline or ""
            sentence = " ".join(within[mention.sentence_start : mention.sentence_end].split()).removeprefix("• ")
            sentences.setdefault(post.id, {})[sentence] = None
    ordered = newest_first((posts[post_id] for post_id in sentences), zone)
    return [(post, sentence) for post in ordered for sentence in sentences[post.id]]


def _moment(event: Event, at: datetime, zone: tzinfo) -> str:
    """The moment in `zone`; the midnight that ends a day there belongs to that day. A zone that nobody printed is called so."""
    here = in_zone(at, zone)
    ends = at.date() > event.start and (here.hour, here.minute) == (0, 0)
    words = f"{_day(event.start)} 24:00 {zone_name(here)}" if ends else full_moment(at, zone)
    return words if event.zone_basis is Basis.STATED else f"{words} (zone {event.zone_basis})"


def _day(day: date) -> str:
    return short_day(day, year=True)
