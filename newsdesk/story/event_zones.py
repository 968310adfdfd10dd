"""The zone that an event's days are in. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from newsdesk.model import Event, Post
from newsdesk.story.post_order import sort_key


def event_zone(event: Event, post_by_id: Mapping[int, Post]) -> tzinfo | None:
    """The zone stated with the event, else that of the post that first mentions it; None when no dated post does."""
    if event.at is not None:
        return event.at.tzinfo
    dated = (
        post for mention in event.mentions if (post := post_by_id.get(mention.post_id)) and post.published is not None
    )
    first = min(dated, key=sort_key, default=None)
    return first.published.at.tzinfo if first and first.published else None
