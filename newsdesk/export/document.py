"""A story as one JSON document, of the objects that `newsdesk extract` and the commands with `--json` print."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from newsdesk.export.events import events_in_order
from newsdesk.extract import (
    PostFacts,
    by_post,
    event_place,
    stored_actor_object,
    stored_event_object,
    stored_post_object,
    stored_source_object,
)
from newsdesk.model import Post
from newsdesk.story import Story
from newsdesk.story.countdown import event_zone_name
from newsdesk.story.told_otherwise import other_days


def to_json(story: Story, *, as_of: datetime | None, only: str = "") -> str:
    """Sources in the story's order with their posts in the source's own order, then actors and events.

    `as_of` is the moment the desk looks from; None leaves it null. `only` is the filter that left this
    much, in words; empty leaves it null. Posts whose source is not there are left out.
    """
    found = by_post(story.facts)
    of_source: defaultdict[int, list[Post]] = defaultdict(list)
    for post in sorted(story.posts, key=lambda post: post.n):
        of_source[post.source_id].append(post)
    places = {
        post.id: event_place(post, str(story.tag(post.source_id)), story.source_by_id[post.source_id])
        for post in story.posts
        if post.source_id in story.source_by_id
    }
    others = other_days(story)
    document = {
        "story": story.title,
        "as_of": as_of.isoformat(timespec="minutes") if as_of else None,
        "only": only or None,
        "sources": [
            stored_source_object(source, of_source[source.id])
            | {
                "tag": str(story.tag(source.id)),
                "posts": [
                    stored_post_object(post, source.kind, found.get(post.id, PostFacts()))
                    for post in of_source[source.id]
                ],
            }
            for source in story.sources
        ],
        "actors": [stored_actor_object(actor) for actor in story.facts.actors],
        "events": [
            stored_event_object(event, places, story.post_by_id, event_zone_name(story, event), others.get(event.key))
            for event in events_in_order(story.facts.events)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
