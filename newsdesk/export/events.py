"""What exports say of an event: its days, where it stands, which sentences support it, and which event comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, tzinfo

from newsdesk.mentioned import places_of
from newsdesk.model import Event, Post, Status
from newsdesk.story.countdown import users_word
from newsdesk.story.stream import newest_first
from newsdesk.story.told_otherwise import other_day_words
from newsdesk.story.wording import short_day


def events_in_order(events: Iterable[Event]) -> list[Event]:
    """Next first; on one day the timed ones after the whole-day ones."""
    return sorted(events, key=lambda event: (event.start, event.at.timestamp() if event.at else 0.0, event.key))


_SAID_BY_SOURCES = (Status.POSTPONED, Status.CALLED_OFF)
"""The others follow the clock."""


def standing(event: Event, other_day: date | None = None, *, as_of_now: bool = True) -> str:
    """Certainty, and what else there is to know of where the event stands; what is the user's word says so, and the day that another source gives it.

    What the clock alone makes of it - today, due, ended - is left out of what is kept for later: without `as_of_now`.
    """
    parts = [users_word(event)] if not event.mentions else [str(event.certainty)]
    if event.status in _SAID_BY_SOURCES or (as_of_now and event.status is not Status.EXPECTED):
        parts.append(str(event.status))
    if event.was:
        parts.append(f"was {short_day(event.was, year=True)}")
    if other_day:
        parts.append(other_day_words(other_day, year=True))
    if event.as_found:
        parts.append(users_word(event))
    return ", ".join(parts)


def supporting_sentences(event: Event, posts: Mapping[int, Post], zone: tzinfo) -> list[tuple[Post, str]]:
    """Each post that supports the event with the sentence that does, newest post first; mentions of unknown posts are left out."""
    sentences: dict[int, dict[str, None]] = {}
    for mention, post in places_of(event, posts):
        within = post.words_at(mention.place)
        sentence = " ".join(within[mention.sentence_start : mention.sentence_end].split()).removeprefix("• ")
        sentences.setdefault(post.id, {})[sentence] = None
    ordered = newest_first((posts[post_id] for post_id in sentences), zone)
    return [(post, sentence) for post in ordered for sentence in sentences[post.id]]
