"""What is expected by a story of several sources, each of one post, for tests of events."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsdesk.find.dates.in_story import post_candidates, resolve_story
from newsdesk.find.events.in_story import find_events
from newsdesk.model import Basis, Event, Post, Precision, Published


def events_of(*texts: str, at: datetime, as_of: datetime | None = None) -> tuple[Event, ...]:
    """The events of texts of as many sources, published an hour apart, the first one at `at`; looked from there, or from `as_of`."""
    posts = [
        Post(
            n=1,
            text=text,
            id=n,
            source_id=n,
            published=Published(at + timedelta(hours=n - 1), Precision.MINUTE, Basis.STATED),
        )
        for n, text in enumerate(texts, start=1)
    ]
    return find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), as_of or at)
