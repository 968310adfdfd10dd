"""The story as lines for people and as JSON objects for programs: what the commands without a screen print. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from newsdesk.extract import (
    Json,
    PostFacts,
    basis,
    by_post,
    event_place,
    history_object,
    place_object,
    published,
    stored_actor_object,
    stored_event_object,
    stored_post_object,
    stored_quote_object,
    stored_source_object,
)
from newsdesk.model import Post
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.countdown import EventRow, event_rows, event_zone_name, mention_rows
from newsdesk.story.filter import NOBODY_NAMED, Filter, shown_posts
from newsdesk.story.quotes import DOUBT, actor_rows, quote_rows
from newsdesk.story.source_state import Polling
from newsdesk.story.sources import source_rows
from newsdesk.story.stream import newest_first, stream_rows
from newsdesk.story.told_otherwise import other_days
from newsdesk.story.wording import counted, full_moment, full_published, headline_words, post_history


@dataclass(frozen=True, slots=True)
class View:
    """A story and how it is looked at."""

    story: Story
    clock: Clock
    zone: tzinfo
    """The one that lines show times in."""
    polling: Mapping[int, Polling] = field(default_factory=dict)
    """How following the sources goes that are web addresses, by the source's id."""
    only: str = ""
    """The filter that left this much of the story, in words; empty for the whole."""

    def posts(self) -> list[Post]:
        """What the clock shows, newest first."""
        return newest_first(shown_posts(self.story, Filter(), self.clock), self.zone)


def clock_words(clock: Clock, zone: tzinfo) -> str:
    """`as of Sun 11 May 2025 16:03 BST (newest post)`, or the time now."""
    moment = full_moment(clock.moment, zone)
    if clock.mode is Mode.NEWEST:
        return f"as of {moment} ({clock.of_newest})"
    return f"as of {moment}" if clock.mode is Mode.CHOSEN else f"now {moment}"


def posts(view: View) -> Iterator[str]:
    """A line a post, newest first."""
    for row in stream_rows(view.story, Filter(), view.clock, view.zone):
        label = (f"{row.label} " if row.label else "") + (f"{row.state} · " if row.state else "")
        post = view.story.post_by_id[row.post_id]
        yield f"{full_published(post, view.zone)}  {label}{headline_words(post)}  [{row.source}]"


def post_objects(view: View) -> Iterator[Json]:
    """An object a post, newest first."""
    found = by_post(view.story.facts)
    for post in view.posts():
        source = view.story.source_by_id[post.source_id]
        row = stored_post_object(post, source.kind, found.get(post.id, PostFacts()))
        yield row | {"source_id": str(source.id), "source": str(view.story.tag(source.id))}


def quotes(view: View) -> Iterator[str]:
    """Per actor, most quoted first: the quotes, newest first."""
    for actor in actor_rows(view.story, view.clock):
        role = f", {actor.role}" if actor.role else "" if actor.resolved else ", as written"
        yield f"{actor.name}{role} ({actor.count})"
        for row in quote_rows(view.story, actor.name, view.clock, view.zone):
            doubt = " (speaker unsure)" if row.doubtful and actor.name != NOBODY_NAMED else ""
            times = f" ×{row.repeats}" if row.repeats > 1 else ""
            details = " · ".join(part for part in (row.when, row.detail, row.source) if part)
            yield f"  “{row.text}”{times}{doubt}  {details}"
            yield from (f"      also as {words}" for words in row.also_as)


def quote_objects(view: View) -> Iterator[Json]:
    """An object a quote, newest post first; within a post as they stand. `unsure`: it has the mark of doubt on the screen."""
    found = by_post(view.story.facts)
    for post in view.posts():
        place = place_object(post, str(view.story.tag(post.source_id)))
        dated = {"published": published(post), "published_basis": basis(post), **history_object(post)}
        for quote in found.get(post.id, PostFacts()).quotes:
            unsure = quote.speaker is not None and quote.confidence < DOUBT
            yield place | dated | stored_quote_object(quote) | {"unsure": unsure}


def actors(view: View) -> Iterator[str]:
    """A line an actor: name, role, other names, number of quotes; at the end the words that could not be resolved."""
    counts = {row.name: row.count for row in actor_rows(view.story, view.clock)}
    places: defaultdict[str | None, set[int]] = defaultdict(set)
    for quote in view.story.facts.quotes:
        places[quote.speaker].add(quote.post_id)
    for actor in sorted(
        view.story.facts.actors, key=lambda actor: (not actor.resolved, -counts.get(actor.name, 0), actor.name)
    ):
        words = [actor.name]
        if not actor.resolved:
            # The same words in several posts may mean several people.
            posts = len(places[actor.name])
            words.append(f"as written, in {posts} posts" if posts > 1 else "as written")
        if actor.roles:
            words.append(actor.roles[0])
        others = [alias for alias in actor.aliases if alias != actor.name]
        if others:
            words.append("also " + ", ".join(others))
        yield f"{counts.get(actor.name, 0):>4}  " + " · ".join(words)


def actor_objects(view: View) -> Iterator[Json]:
    """An object an actor."""
    yield from map(stored_actor_object, view.story.facts.actors)


def events(view: View) -> Iterator[str]:
    """A line an event, next first."""
    for row in event_rows(view.story, view.clock, view.zone):
        yield _event_line(row)


def events_with_mentions(view: View) -> Iterator[str]:
    """A line an event, next first, and below it the sentences that support it, newest first."""
    for row in event_rows(view.story, view.clock, view.zone):
        yield _event_line(row)
        for place in mention_rows(view.story, row.key, view.clock, view.zone):
            yield f"  {' '.join(place.sentence.split())}  [{place.source}, {place.when}]"


def _event_line(row: EventRow) -> str:
    parts = ["pinned"] if row.pinned else []
    parts += [] if row.unmentioned else [row.certainty, counted(row.mentions, "mention"), row.status]
    parts += [row.otherwise, row.yours]
    return f"{row.countdown.lower():<12} {row.days:<18} {row.title}  ({' · '.join(filter(None, parts))})"


def event_objects(view: View) -> Iterator[Json]:
    """An object an event, next first."""
    story = view.story
    places = {
        post.id: event_place(post, str(story.tag(post.source_id)), story.source_by_id[post.source_id])
        for post in story.posts
    }
    by_key = {event.key: event for event in story.facts.events}
    others = other_days(story)
    for row in event_rows(story, view.clock, view.zone):
        event = by_key[row.key]
        zone = event_zone_name(story, event)
        yield stored_event_object(event, places, story.post_by_id, zone, others.get(row.key))


def sources(view: View) -> Iterator[str]:
    """A line a source, in the order they were added."""
    for row in source_rows(view.story, view.zone, polling=view.polling):
        dates = f"{row.span} ({row.basis})" if row.basis else row.span
        yield (
            f"{row.kind:<10}  {row.posts:>5} post{' ' if row.posts == 1 else 's'}  {dates}  {row.name}  {row.origin}"
            + "".join(f"  {more}" for more in (row.following, row.missing) if more)
        )


def source_objects(view: View) -> Iterator[Json]:
    """An object a source, in the order they were added, with its number of posts."""
    posts_of: dict[int, list[Post]] = {}
    for post in view.story.posts:
        posts_of.setdefault(post.source_id, []).append(post)
    for source in view.story.sources:
        its_posts = posts_of.get(source.id, [])
        followed = _polling_object(view.polling.get(source.id))
        counts: Json = {"tag": str(view.story.tag(source.id)), "posts": len(its_posts), "interval": source.interval}
        yield stored_source_object(source, its_posts) | counts | followed


def _polling_object(polling: Polling | None) -> Json:
    """How following a source goes; all null, and not stopped, for one that is no web address."""
    every = polling.interval if polling else None
    polling = polling or Polling()
    next_try, since = polling.next_try, polling.failing_since
    return {
        "every": every,
        "learned": polling.learned,
        "next_try": next_try.isoformat(timespec="seconds") if next_try else None,
        "failing_since": since.isoformat(timespec="seconds") if since else None,
        "problem": polling.problem or None,
        "stopped": polling.stopped,
    }


def show(view: View) -> Iterator[str]:
    """All that the three panes and the reader show, as plain text: the sources, what comes next, who said what, the stream."""
    story = view.story
    yield story.title
    yield clock_words(view.clock, view.zone)
    unread = sum(post.id not in story.read_ids for post in story.posts)
    yield f"{counted(len(story.sources), 'source')}, {counted(len(story.posts), 'post')}, {unread} unread"
    yield ""
    yield "Sources"
    yield from (f"  {line}" for line in sources(view))
    yield ""
    yield "What comes next"
    yield from (f"  {line}" for line in events_with_mentions(view))
    yield ""
    yield "Who said what"
    yield from (f"  {line}" for line in quotes(view))
    yield from _reported(view)
    yield ""
    yield "The stream"
    for post in view.posts():
        yield ""
        yield from (f"  {line}" for line in _post_lines(view, post))


def _reported(view: View) -> Iterator[str]:
    """Per actor what others report that they say, which the quotes pane shows on request."""
    lines = []
    for actor in actor_rows(view.story, view.clock):
        spoken = quote_rows(view.story, actor.name, view.clock, view.zone, statements=True)
        rows = [row for row in spoken if row.reported]
        lines += [f"  {actor.name}"] if rows else []
        lines += [
            f"    {row.text}  {' · '.join(part for part in (row.when, row.detail, row.source) if part)}" for row in rows
        ]
    if lines:
        yield ""
        yield "Reported speech"
        yield from lines


def _post_lines(view: View, post: Post) -> Iterator[str]:
    """When and where it stood, what the user has marked, its words, what stands beside them."""
    story = view.story
    marks = [
        word
        for word, holds in (("unread", post.id not in story.read_ids), ("starred", post.id in story.starred_ids))
        if holds
    ]
    yield "  ".join(
        [
            full_published(post, view.zone),
            f"[{story.tag(post.source_id)}]",
            *(["· " + ", ".join(marks)] if marks else []),
        ]
    )
    yield from post_history(post, view.zone)
    heading = " ".join(part for part in ((post.label or "").upper(), post.headline or post.speaker) if part)
    if heading:
        yield heading
    byline = ", ".join(part for part in (post.byline_name, post.byline_role) if part)
    if byline:
        yield f"By {byline}"
    yield from (line for line in post.text.split("\n") if line)
    yield from (f"Caption: {caption}" for caption in post.captions)
    if post.link:
        yield f"Link: {post.link}"


def show_objects(view: View) -> Iterator[Json]:
    """The same for programs: an object a line, each with its `row`: `story`, then sources, events, actors, quotes, posts."""
    yield {
        "row": "story",
        "title": view.story.title,
        "as_of": None if view.clock.mode is Mode.NOW else view.clock.moment.isoformat(timespec="minutes"),
    }
    for name, objects in (
        ("source", source_objects),
        ("event", event_objects),
        ("actor", actor_objects),
        ("quote", quote_objects),
        ("post", post_objects),
    ):
        for one in objects(view):
            yield {"row": name} | one
