"""A story as one JSON document, in the words of `newsdesk extract` wherever both say the same thing."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from newsdesk.export.moments import events_in_order, in_zone, published_iso
from newsdesk.extract import date_object, quote_object

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from newsdesk.model import Actor, Event, Facts, Mention, Post, Source, Statement


def to_json(
    *,
    story: str,
    sources: Sequence[Source],
    posts: Sequence[Post],
    facts: Facts,
    as_of: datetime | None,
    zone: tzinfo | None,
) -> str:
    """Sources in the given order with their posts in the source's own order, then actors and events. Missing facts are null.

    Offsets count characters (code points, end exclusive) into the `text` or `headline` of their post. Ids are strings:
    63 bits do not fit a JavaScript number. Posts whose source is not given are left out.
    """
    known = {post.id: post for post in posts}
    of_source: dict[int, list[Post]] = defaultdict(list)
    for post in sorted(posts, key=lambda post: post.n):
        of_source[post.source_id].append(post)
    found: dict[int, dict[str, list[dict[str, Any]]]] = defaultdict(
        lambda: {"quotes": [], "statements": [], "dates": []}
    )
    for quote in facts.quotes:
        found[quote.post_id]["quotes"].append(quote_object(quote) | {"confidence": quote.confidence})
    for statement in facts.statements:
        found[statement.post_id]["statements"].append(_statement(statement))
    for timex in facts.timexes:
        found[timex.post_id]["dates"].append(date_object(timex))
    story_document = {
        "story": story,
        "as_of": in_zone(as_of, zone).isoformat() if as_of else None,
        "sources": [
            _source(source) | {"posts": [_post(post, zone) | found[post.id] for post in of_source[source.id]]}
            for source in sources
        ],
        "actors": [_actor(actor) for actor in facts.actors],
        "events": [_event(event, known, zone) for event in events_in_order(facts.events)],
    }
    return json.dumps(story_document, ensure_ascii=False, indent=1) + "\n"


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": str(source.id),
        "kind": source.kind.value,
        "title": source.title,
        "publisher": source.publisher,
        "printed_time": source.printed_time.text if source.printed_time else None,
        "link": source.link,
        "origin": source.origin,
    }


def _post(post: Post, zone: tzinfo | None) -> dict[str, Any]:
    return {
        "id": str(post.id),
        "n": post.n,
        "headline": post.headline,
        "label": post.label,
        "published": published_iso(post.published, zone),
        "published_basis": post.published.basis.value if post.published else None,
        "byline_name": post.byline_name,
        "byline_role": post.byline_role,
        "captions": list(post.captions),
        "link": post.link,
        "line": post.line,
        "at": post.at,
        "speaker": post.speaker,
        "text": post.text,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "in": statement.place,
        "speaker": statement.speaker,
        "confidence": statement.confidence,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": list(actor.aliases),
        "roles": list(actor.roles),
        "quotes": actor.quotes,
    }


def _event(event: Event, posts: Mapping[int, Post], zone: tzinfo | None) -> dict[str, Any]:
    return {
        "key": event.key,
        "title": event.title,
        "start": event.start.isoformat(),
        "end": event.end.isoformat() if event.end else None,
        "at": in_zone(event.at, zone).isoformat() if event.at else None,
        "certainty": event.certainty.value,
        "status": event.status.value,
        "was": event.was.isoformat() if event.was else None,
        "mentions": [
            _mention(mention, posts[mention.post_id]) for mention in event.mentions if mention.post_id in posts
        ],
    }


def _mention(mention: Mention, post: Post) -> dict[str, Any]:
    return {
        "source": str(post.source_id),
        "post": str(post.id),
        "n": post.n,
        "in": mention.place,
        "start": mention.start,
        "end": mention.end,
    }
