"""The story as lines for people and as JSON objects for programs: what the commands without a screen print. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from newsdesk.extract import (
    PostFacts,
    actor_object,
    basis,
    by_post,
    event_object,
    post_object,
    published,
    quote_object,
    source_object,
)
from newsdesk.model import Post
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.countdown import event_rows
from newsdesk.story.filter import Filter, shown_posts
from newsdesk.story.quotes import actor_rows, quote_rows
from newsdesk.story.sources import source_rows
from newsdesk.story.stream import newest_first, sort_key, stream_rows
from newsdesk.story.wording import full_moment, full_published, headline_words

Json = dict[str, Any]


def clock_words(clock: Clock, zone: tzinfo) -> str:
    """`as of Sun 11 May 2025 16:03 BST (newest post)`, or the time now."""
    moment = full_moment(clock.moment, zone)
    if clock.mode is Mode.NEWEST:
        return f"as of {moment} (newest post)"
    return f"as of {moment}" if clock.mode is Mode.CHOSEN else f"now {moment}"


def posts(story: Story, clock: Clock, zone: tzinfo) -> Iterator[str]:
    """A line a post, newest first."""
    shown = {post.id: post for post in story.posts}
    for row in stream_rows(story, Filter(), clock, zone):
        label = f"{row.label} " if row.label else ""
        yield f"{full_published(shown[row.post_id], zone)}  {label}{headline_words(shown[row.post_id])}  [{row.source}]"


def post_objects(story: Story, clock: Clock, zone: tzinfo) -> Iterator[Json]:
    """An object a post, newest first, in the shape of `extract`."""
    found = by_post(story.facts)
    for post in newest_first(shown_posts(story, Filter(), clock), zone):
        source = story.source_by_id[post.source_id]
        yield {
            "id": post.id,
            "source": str(story.tag(source.id)),
            **post_object(post, source.kind, found.get(post.id, PostFacts())),
        }


def quotes(story: Story, clock: Clock, zone: tzinfo) -> Iterator[str]:
    """Per actor, most quoted first: the quotes, newest first."""
    for actor in actor_rows(story, clock):
        yield f"{actor.name}{f', {actor.role}' if actor.role else ''} ({actor.count})"
        for row in quote_rows(story, actor.name, clock, zone):
            doubt = " (speaker unsure)" if row.doubtful else ""
            times = f" ×{row.repeats}" if row.repeats > 1 else ""
            details = " · ".join(part for part in (row.when, row.detail, row.source) if part)
            yield f"  “{row.text}”{times}{doubt}  {details}"


def quote_objects(story: Story, clock: Clock) -> Iterator[Json]:
    """An object a quote, newest post first."""
    order = {post.id: post for post in shown_posts(story, Filter(), clock)}
    for quote in sorted(
        (quote for quote in story.facts.quotes if quote.post_id in order),
        key=lambda quote: (sort_key(order[quote.post_id]), -quote.start),
        reverse=True,
    ):
        yield _place(story, order[quote.post_id]) | quote_object(quote)


def actors(story: Story, clock: Clock) -> Iterator[str]:
    """A line an actor: name, roles, other names, number of quotes."""
    counts = {row.name: row.count for row in actor_rows(story, clock)}
    for actor in sorted(story.facts.actors, key=lambda actor: (-counts.get(actor.name, 0), actor.name)):
        words = [actor.name]
        if actor.roles:
            words.append(actor.roles[0])
        others = [alias for alias in actor.aliases if alias != actor.name]
        if others:
            words.append("also " + ", ".join(others))
        yield f"{counts.get(actor.name, 0):>4}  " + " · ".join(words)


def actor_objects(story: Story) -> Iterator[Json]:
    """An object an actor."""
    for actor in story.facts.actors:
        yield actor_object(actor) | {"kind": str(actor.kind)}


def events(story: Story, clock: Clock) -> Iterator[str]:
    """A line an event, next first."""
    for row in event_rows(story, clock):
        status = f" · {row.status}" if row.status else ""
        plural = "" if row.mentions == 1 else "s"
        yield f"{row.countdown.lower():<12} {row.days:<18} {row.title}  ({row.certainty} · {row.mentions} mention{plural}{status})"


def event_objects(story: Story) -> Iterator[Json]:
    """An object an event; mentions name the source and the post."""
    places = {post.id: (str(story.tag(post.source_id)), post.n) for post in story.posts}
    for event in story.facts.events:
        yield event_object(event, places)


def sources(story: Story, zone: tzinfo) -> Iterator[str]:
    """A line a source, in the order they were added."""
    for row in source_rows(story, zone):
        dates = f"{row.span} ({row.basis})" if row.basis else row.span
        yield f"{row.kind:<10}  {row.posts:>5} posts  {dates}  {row.title}  {row.origin}"


def source_objects(story: Story, zone: tzinfo) -> Iterator[Json]:
    """An object a source, in the shape of `extract`, with its number of posts, when it was last read (UTC) and its origin."""
    posts: dict[int, list[Post]] = {}
    for post in story.posts:
        posts.setdefault(post.source_id, []).append(post)
    for row in source_rows(story, zone):
        source, its_posts = story.source_by_id[row.source_id], posts.get(row.source_id, [])
        yield {
            "id": row.source_id,
            **source_object(source, its_posts),
            "posts": len(its_posts),
            "read_at": source.read_at.isoformat(timespec="seconds") if source.read_at else None,
            "origin": row.origin,
        }


def show(story: Story, clock: Clock, zone: tzinfo) -> Iterator[str]:
    """The whole story as plain text: what comes next, who said what, the stream."""
    yield story.title
    yield clock_words(clock, zone)
    yield ""
    yield "What comes next"
    yield from (f"  {line}" for line in events(story, clock))
    yield ""
    yield "Who said what"
    yield from (f"  {line}" for line in quotes(story, clock, zone))
    yield ""
    yield "The stream"
    for post in newest_first(shown_posts(story, Filter(), clock), zone):
        source = story.source_by_id[post.source_id]
        yield ""
        yield f"  {full_published(post, zone)}  [{story.tag(source.id)}]"
        heading = " ".join(part for part in ((post.label or "").upper(), post.headline or post.speaker) if part)
        if heading:
            yield f"  {heading}"
        byline = ", ".join(part for part in (post.byline_name, post.byline_role) if part)
        if byline:
            yield f"  By {byline}"
        yield from (f"  {line}" for line in post.text.split("\n") if line)


def _place(story: Story, post: Post) -> Json:
    return {
        "post": post.id,
        "source": str(story.tag(post.source_id)),
        "n": post.n,
        "published": published(post),
        "published_basis": basis(post),
    }
