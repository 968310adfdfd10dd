"""The view-model: stored things, facts, clock and filter become rows for the panes. Pure.

`Story` is everything known of one story at one moment. Each module here turns it into the rows of one pane; a pane knows
its row type and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from functools import cached_property

from newsdesk.model import Event, Facts, Mark, Post, Quote, Source, Statement
from newsdesk.story.corrections import Corrected, corrected, correcting
from newsdesk.story.event_zones import event_zone
from newsdesk.story.nested import Extent, outer_quotes
from newsdesk.story.own_events import OwnEvents, of_events, own_events
from newsdesk.story.tags import Tag, source_tags

__all__ = ["Story"]


@dataclass(frozen=True)
class Story:
    """A story as it stands. `posts` carry `published`; `found` was found in those posts."""

    title: str
    sources: Sequence[Source] = ()
    posts: Sequence[Post] = ()
    marks: frozenset[Mark] = field(default_factory=frozenset)
    found: Facts = field(default_factory=Facts)
    """As the sources tell it, before the user's corrections."""

    @cached_property
    def corrected(self) -> Corrected:
        """What was found, with the user's corrections."""
        return corrected(self.found, correcting(self.marks), self.post_by_id)

    @cached_property
    def own_events(self) -> OwnEvents:
        """The events that were found, with the user's word on them."""
        return own_events(self.found.events, of_events(self.marks), self.post_by_id, self.found.as_of)

    @cached_property
    def facts(self) -> Facts:
        """What holds: what was found, with the user's corrections."""
        own = self.own_events
        if not own.marks:
            return self.corrected.facts
        return replace(self.corrected.facts, events=own.events, dismissed=own.dismissed)

    @cached_property
    def event_zones(self) -> Mapping[str, tzinfo | None]:
        """By an event's key, the zone that its days are in; None when no dated post mentions it."""
        facts = self.facts
        return {event.key: event_zone(event, self.post_by_id) for event in (*facts.events, *facts.dismissed)}

    @cached_property
    def said_by(self) -> Mapping[str | None, Sequence[Quote | Statement]]:
        """What each speaker says, quotes before statements; under None what names no speaker."""
        said: defaultdict[str | None, list[Quote | Statement]] = defaultdict(list)
        for quote in self.facts.quotes:
            said[quote.speaker].append(quote)
        for statement in self.facts.statements:
            said[statement.speaker].append(statement)
        return dict(said)

    @cached_property
    def outer_quotes(self) -> Mapping[Extent, Quote]:
        """The quotations that hold others, by where they stand."""
        return outer_quotes(self.facts.quotes)

    def with_marks(self, marks: frozenset[Mark]) -> Story:
        """The same story after the user said something; reading a post does not make the corrections anew."""
        story = replace(self, marks=marks)
        kept = set()
        if correcting(marks) == correcting(self.marks):
            kept |= {"corrected"}
        if of_events(marks) == of_events(self.marks):
            kept |= {"own_events"}
        if len(kept) == 2:
            kept |= {"facts", "event_zones"}
        story.__dict__.update({name: self.__dict__[name] for name in kept & self.__dict__.keys()})
        return story

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
        """The event of this key, be it dismissed; None when it is no longer expected."""
        facts = self.facts
        return next((event for event in (*facts.events, *facts.dismissed) if event.key == key), None)

    @cached_property
    def read_ids(self) -> frozenset[int]:
        """Ids of the posts that the user has read."""
        return frozenset(mark.target for mark in self.marks if mark.kind == "read")

    @cached_property
    def starred_ids(self) -> frozenset[int]:
        """Ids of the posts that the user has starred."""
        return frozenset(mark.target for mark in self.marks if mark.kind == "starred")
