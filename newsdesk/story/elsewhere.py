"""Where else the story has what one post says: its quotations and its events, in other posts. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo

from newsdesk.model import Post, Quote, Statement
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.countdown import mention_rows
from newsdesk.story.passages import Passage, passage, surroundings
from newsdesk.story.quotes import said_groups
from newsdesk.story.wording import event_words


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One quotation or event of a post, and its places in others."""

    what: str
    """`“We will not move”`, or `Talks in Leith, Thu 15 May 2025`."""
    start: tuple[bool, int]
    """Where it stands in the post: whether in the text, which comes below the headline, and from which character."""
    is_event: bool
    places: tuple[Passage, ...]
    """In other posts: of a quotation the first time first, of an event the newest first. An event may have none."""


def elsewhere(story: Story, post_id: int, clock: Clock, zone: tzinfo) -> list[Elsewhere]:
    """What the post says that others say too, in its own order; then every event that it mentions.

    It looks through all that the post's speakers ever said, and all events: too much for one key of a long story.
    """
    post = story.post_by_id.get(post_id)
    if post is None:
        return []
    said = sorted(_said_elsewhere(story, post, clock, zone), key=lambda one: one.start)
    return said + sorted(_expected(story, post, clock, zone), key=lambda one: one.start)


def _said_elsewhere(story: Story, post: Post, clock: Clock, zone: tzinfo) -> Iterator[Elsewhere]:
    facts = story.facts
    here = [one for said in (facts.quotes, facts.statements) for one in said if one.post_id == post.id]
    for speaker in {one.speaker for one in here if one.speaker}:
        for group in said_groups(_seen(story, speaker, clock)):
            in_post = [one for one, place in group.places if place.id == post.id]
            others = [(one, place) for one, place in group.places if place.id != post.id]
            if in_post and others:
                first = min(in_post, key=lambda one: (one.place == "text", one.start))
                yield Elsewhere(
                    f"“{first.text}”" if isinstance(first, Quote) else first.text,
                    (first.place == "text", first.start),
                    is_event=False,
                    places=tuple(_place(story, one, place, zone) for one, place in others),
                )


def _seen(story: Story, speaker: str, clock: Clock) -> Iterator[tuple[Quote | Statement, Post]]:
    for one in story.said_by.get(speaker, ()):
        post = story.post_by_id.get(one.post_id)
        if post is not None and not clock.hides(post):
            yield one, post


def _place(story: Story, said: Quote | Statement, post: Post, zone: tzinfo) -> Passage:
    around = surroundings(post, said.place, said.start, said.end)
    return passage(story, post, said.place, (said.start, said.end), around, zone)


def _expected(story: Story, post: Post, clock: Clock, zone: tzinfo) -> Iterator[Elsewhere]:
    for event in story.facts.events:
        here = [mention for mention in event.mentions if mention.post_id == post.id]
        if here:
            yield Elsewhere(
                f"{event.title}, {event_words(event, zone)}",
                min((mention.place == "text", mention.start) for mention in here),
                is_event=True,
                places=tuple(row for row in mention_rows(story, event.key, clock, zone) if row.post_id != post.id),
            )
