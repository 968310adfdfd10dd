"""The view-model: stored things, facts, clock and filter become rows for the panes. Pure.

`Story` is everything known of one story at one moment. Each module here turns it into the rows of one pane; a pane knows
its row type and nothing else.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from newsdesk.mentioned import places_of
from newsdesk.model import STARRED, Event, Facts, Fault, Mark, Mention, Post, Quote, Source, Statement
from newsdesk.story.clock import Clock, NewestTimes, newest_times
from newsdesk.story.corrections import Corrected, corrected, correcting
from newsdesk.story.event_zones import event_zone
from newsdesk.story.nested import Extent, outer_quotes
from newsdesk.story.own_events import OwnEvents, of_events, own_events
from newsdesk.story.tags import Tag, source_tags

if TYPE_CHECKING:
    from newsdesk.story.kept_filter import KeptFilter

__all__ = ["Story"]


_OF_POSTS = ("source_by_id", "post_by_id", "_tags", "newest", "_newest_times", "labels", "post_counts", "_growth")
"""What hangs on sources and posts alone."""
_OF_MARKS = (
    "corrected",
    "own_events",
    "facts",
    "event_zones",
    "event_places",
    "said_by",
    "outer_quotes",
    "starred_ids",
)
"""What hangs on them, on what was found and on the marks."""


@dataclass(frozen=True)
class Story:
    """A story as it stands. `posts` carry `published`; `found` was found in those posts."""

    title: str
    sources: Sequence[Source] = ()
    posts: Sequence[Post] = ()
    marks: frozenset[Mark] = field(default_factory=frozenset)
    """What the user says, but for what was read: that may be every post."""
    read_ids: frozenset[int] = field(default_factory=frozenset)
    """Ids of the posts that the user has read."""
    found: Facts = field(default_factory=Facts)
    """As the sources tell it, before the user's corrections."""
    kept_filters: Sequence[KeptFilter] = ()
    """What the user keeps under names, by name."""
    undated: Sequence[Fault] = ()
    """Posts whose words tell nothing of the dates of their source, since dating fails over them."""

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
    def event_places(self) -> Mapping[str, Sequence[tuple[Mention, Post]]]:
        """By an event's key, where it is told of."""
        facts = self.facts
        return {event.key: places_of(event, self.post_by_id) for event in (*facts.events, *facts.dismissed)}

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

    def with_read(self, read_ids: frozenset[int]) -> Story:
        """The same story after the user read something, or took that back."""
        return (
            self
            if read_ids == self.read_ids
            else self._keeping(replace(self, read_ids=read_ids), (*_OF_POSTS, *_OF_MARKS))
        )

    def with_marks(self, marks: frozenset[Mark]) -> Story:
        """The same story after the user said something; a star does not make the corrections anew."""
        if marks == self.marks:
            return self
        story = replace(self, marks=marks)
        kept = set(_OF_POSTS)
        if correcting(marks) == correcting(self.marks):
            kept |= {"corrected"}
        if of_events(marks) == of_events(self.marks):
            kept |= {"own_events"}
        if {"corrected", "own_events"} <= kept:
            kept |= {"facts", "event_zones", "event_places", "said_by", "outer_quotes"}
        return self._keeping(story, kept)

    def with_found(self, found: Facts) -> Story:
        """The same story with other facts."""
        return self._keeping(replace(self, found=found), _OF_POSTS)

    def with_found_in(self, before: Story) -> Story:
        """The same story with what was found in an earlier state of it, and with all that hangs on that where posts only came since."""
        story = self.with_found(before.found)
        came = self.came_since(before)
        # What the user said holds in the posts of before, unless one came back that was removed.
        if came is not None and self.marks == before.marks:
            said_of = {mark.target for mark in self.marks}
            if said_of.isdisjoint(post.id for post in came):
                before._keeping(story, _OF_MARKS)
        return story

    def with_posts(self, sources: Sequence[Source], changed: Sequence[Post]) -> Story:
        """The same story with these posts, new ones or new states of those that are there; the facts are those of before.

        Args:
            sources: all, as they are now; those that were there before in the same order.
            changed: dated; what dates the others is as it was.
        """
        order = {source.id: place for place, source in enumerate(sources)}

        def place(post: Post) -> tuple[int, int]:
            return order[post.source_id], post.n

        ids = {post.id for post in changed}
        known = self.post_by_id
        edited = any(post_id in known for post_id in ids)
        posts = [post for post in self.posts if post.id not in ids] if edited else list(self.posts)
        for post in changed:
            insort(posts, post, key=place)
        story = replace(self, sources=sources, posts=tuple(posts))
        story.__dict__["post_by_id"] = {**known, **{post.id: post for post in changed}}
        if not edited:
            story.__dict__["_newest_times"] = self._newest_times.later(newest_times(changed))
            story.__dict__["post_counts"] = Counter(self.post_counts) + Counter(post.source_id for post in changed)
            story.__dict__["_growth"] = (self.posts, changed)
        return story

    def came_since(self, before: Story) -> Sequence[Post] | None:
        """The posts that this has more than an earlier state; None where it is not just one step further and only grew."""
        posts, came = self._growth
        return came if posts is before.posts else None

    @cached_property
    def _growth(self) -> tuple[Sequence[Post] | None, Sequence[Post]]:
        """The posts of the state that this one grew from, and what came to them."""
        return None, ()

    def with_part(self, sources: Sequence[Source], posts: Sequence[Post], facts: Facts) -> Story:
        """A part of the story, with the facts that hold in it. What things are called, and where days lie, stays as in the whole."""
        part = replace(self, sources=sources, posts=posts)
        part.__dict__["facts"] = facts
        kept = ("_tags", "event_zones", "outer_quotes", "starred_ids")
        part.__dict__.update({name: getattr(self, name) for name in kept})
        return part

    def _keeping(self, later: Story, names: Iterable[str]) -> Story:
        """Another state of the story that has worked these out already."""
        later.__dict__.update({name: self.__dict__[name] for name in names if name in self.__dict__})
        return later

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

    @cached_property
    def newest(self) -> Clock | None:
        """The clock as of the newest post; None when no post is dated."""
        return self._newest_times.clock

    @cached_property
    def _newest_times(self) -> NewestTimes:
        return newest_times(self.posts)

    @cached_property
    def labels(self) -> Sequence[str]:
        """The labels that posts carry, in the order of the alphabet."""
        return sorted({post.label for post in self.posts if post.label})

    @cached_property
    def post_counts(self) -> Mapping[int, int]:
        """How many posts there are, by the id of their source."""
        return Counter(post.source_id for post in self.posts)

    def tag(self, source_id: int) -> Tag:
        """The words that name this source in a row, and no other one; empty when it is no longer in the story."""
        return self._tags.get(source_id, Tag())

    def event(self, key: str) -> Event | None:
        """The event of this key, be it dismissed; None when it is no longer expected."""
        facts = self.facts
        return next((event for event in (*facts.events, *facts.dismissed) if event.key == key), None)

    @cached_property
    def starred_ids(self) -> frozenset[int]:
        """Ids of the posts that the user has starred."""
        return frozenset(mark.target for mark in self.marks if mark.kind == STARRED)
