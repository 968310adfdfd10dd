"""The view-model: stored things, facts, clock and filter become rows for the panes. Pure.

`Story` is everything known of one story at one moment. Each module here turns it into the rows of one pane; a pane knows
its row type and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsdesk.model import Event, Facts, Mark, Post, Source
from newsdesk.story.tags import Tag, source_tags

__all__ = ["Story"]


@dataclass(frozen=True)
class Story:
    """A story as it stands. `posts` carry `published`; `facts` were found in those posts."""

    title: str
    sources: Sequence[Source] = ()
    posts: Sequence[Post] = ()
    marks: frozenset[Mark] = field(default_factory=frozenset)
    facts: Facts = field(default_factory=Facts)

    @cached_property
    def source_by_id(self) -> Mapping[int, Source]:
        """Sources by their id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def post_by_id(self) -> Mapping[int, Post]:
        """Posts by their id."""
        return {post.id: post for post in self.posts}

    @cached_property
    def _tags(self) -> Mapping[int, Tag]:
        return source_tags(self.sources, self.posts)

    def tag(self, source_id: int) -> Tag:
        """The words that name this source in a row, and no other one; empty when it is no longer in the story."""
        return self._tags.get(source_id, Tag())

    def event(self, key: str) -> Event | None:
        """The event of this key; None when it is no longer expected."""
        return next((event for event in self.facts.events if event.key == key), None)

    @cached_property
    def read_ids(self) -> frozenset[int]:
        """Ids of the posts that the user has read."""
        return frozenset(mark.target for mark in self.marks if mark.kind == "read")

    @cached_property
    def starred_ids(self) -> frozenset[int]:
        """Ids of the posts that the user has starred."""
        return frozenset(mark.target for mark in self.marks if mark.kind == "starred")
