"""Which posts of the story are shown: filters that combine, and the folded text that search compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newsdesk.model import Post
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.folding import folded, terms_of
from newsdesk.story.turns import turn_speakers

NOBODY_NAMED = "Speaker not named"
"""Stands where an actor's name does, for quotes that name no speaker."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a shown post must have. An empty filter shows everything."""

    actor: str | None = None
    """Canonical name: posts in which the actor is quoted, and its own turns of transcripts. `NOBODY_NAMED`: posts with a
    quote that names no speaker."""
    source_id: int | None = None
    label: str | None = None
    text: str = ""
    """Words that all stand in it, in any order; in quotation marks, as they stand."""
    unread: bool = False
    starred: bool = False
    since: datetime | None = None
    """Aware: posts published from this moment on. One known only to the day counts as of that day's start."""
    until: datetime | None = None
    """Aware: posts published before this moment. While either is set, undated posts are not shown."""
    read_before: frozenset[int] | None = field(default=None, compare=False)
    """With `unread`, the posts that had been read when the filter was applied: what is read since stays in sight. None: now."""

    def __bool__(self) -> bool:
        return self != Filter()


def shown_posts(story: Story, wanted: Filter, clock: Clock) -> list[Post]:
    """The posts that the clock and the filter let through, in the story's order."""
    spoken = _spoken_in(story, wanted.actor) if wanted.actor else None
    sought = sought_in(story, wanted.text)
    read = story.read_ids if wanted.read_before is None else story.read_ids & wanted.read_before
    timed = wanted.since is not None or wanted.until is not None
    return [
        post
        for post in story.posts
        if not clock.hides(post)
        and (spoken is None or post.id in spoken)
        and (wanted.source_id is None or post.source_id == wanted.source_id)
        and (wanted.label is None or (post.label or "").casefold() == wanted.label.casefold())
        and not (wanted.unread and post.id in read)
        and not (wanted.starred and post.id not in story.starred_ids)
        and (not timed or _in_span(post, wanted))
        and (not sought or _holds(post, sought))
    ]


def _spoken_in(story: Story, actor: str) -> set[int]:
    """The posts in which somebody speaks."""
    if actor == NOBODY_NAMED:
        return {quote.post_id for quote in story.facts.quotes if quote.speaker is None}
    own = {written for written, name in turn_speakers(story).items() if name == actor}
    quoted = {quote.post_id for quote in story.facts.quotes if quote.speaker == actor}
    return quoted | {post.id for post in story.posts if post.speaker in own}


def _in_span(post: Post, wanted: Filter) -> bool:
    if post.published is None:
        return False
    at = post.published.at
    return (wanted.since is None or at >= wanted.since) and (wanted.until is None or at < wanted.until)


def searchable(post: Post) -> str:
    """Everything of a post itself that search looks at, folded."""
    parts = (post.headline, post.text, post.byline_name, post.speaker)
    return folded("\n".join(part for part in parts if part))


def sought_in(story: Story, words: str) -> list[tuple[str, frozenset[int]]]:
    """What is looked for with these words, folded, and for each the sources whose tag, as their rows show it, holds it.

    The longest stand first: the fewest posts have them.
    """
    tags = {source.id: folded(str(story.tag(source.id))) for source in story.sources}
    terms = sorted(dict.fromkeys(map(folded, terms_of(words))), key=len, reverse=True)
    return [(term, frozenset(source_id for source_id, tag in tags.items() if term in tag)) for term in terms]


def _holds(post: Post, sought: Sequence[tuple[str, frozenset[int]]]) -> bool:
    text = searchable(post)
    return all(term in text or post.source_id in sources for term, sources in sought)
