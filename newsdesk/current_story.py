"""The story as its store has it, kept up to date: what somebody stores costs what it changes, not what there is.

One process's view for its desk. What a change cannot be worked out from alone has the whole story read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from newsdesk.model import READ, Mark, Source
from newsdesk.shown_name import shown_name
from newsdesk.store import Changes, Store
from newsdesk.story import Story
from newsdesk.story.kept_filter import KeptFilter, kept_in
from newsdesk.system.many_objects import making_many_objects

if TYPE_CHECKING:
    from newsdesk.store import Snapshot

What = Literal["nothing", "marks", "story"]
"""Kinds of what is stored, as far as a desk must tell them apart: marks alone look different on the same posts."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user said of the story. What was read stands apart: it may be every post."""

    said: frozenset[Mark] = frozenset()
    """All but what was read."""
    read_ids: frozenset[int] = frozenset()

    def __contains__(self, mark: Mark) -> bool:
        return mark.target in self.read_ids if mark.kind == READ else mark in self.said

    def changed(self, changes: Changes) -> Marks:
        """The same after these changes."""
        if not changes.marks and not changes.removed_marks:
            return self
        gone, new = _marks(changes.removed_marks), _marks(changes.marks)
        return Marks((self.said - gone.said) | new.said, (self.read_ids - gone.read_ids) | new.read_ids)


class CurrentStory:
    """Asked again and again by one thread at a time; the store's news are for it alone."""

    def __init__(self, store: Store) -> None:
        """Nothing is read yet."""
        self._store = store
        self._news: list[Changes] = []
        """What was stored since the last reading."""
        self._untold: What = "nothing"
        """What was stored since `told` was asked last: a reading for another purpose must not hide it from the desk."""
        self._story: Story | None = None
        self._marks = Marks()
        self._dates_stand_alone = False
        """Every post was dated by what it and its source print: no other one can change that."""

    def look(self) -> None:
        """See what was stored since the last look, by whomever; cheap enough to do often."""
        with making_many_objects():
            changes = self._store.changes()
        if changes is not None:
            self._news.append(changes)
            if replace(changes, marks=(), removed_marks=()) != Changes():
                self._untold = "story"
            elif self._untold == "nothing":
                self._untold = "marks"

    def told(self) -> What:
        """What was stored since this was asked last, by whomever, whoever has read it meanwhile."""
        self.look()
        untold, self._untold = self._untold, "nothing"
        return untold

    def marks(self) -> Marks:
        """What the user has said, as of the last look."""
        if self._story is None or any(changes.reload for changes in self._news):
            return _marks(self._store.marks())
        marks = self._marks
        for changes in self._news:
            marks = marks.changed(changes)
        return marks

    def read(self) -> Story:
        """The story as it is stored now, its posts dated, without facts.

        A post that is as it was the last time is the same object: by that, whoever made something of it sees that it still holds.
        """
        self.look()
        story, marks = self._story, self._marks
        with making_many_objects():
            for changes in self._news:
                story = None if story is None or changes.reload else self._grown(story, changes)
                marks = marks.changed(changes)
        if story is None:
            story, marks = self._read_whole()
        else:
            if any(changes.meta for changes in self._news):
                story = replace(story, title=self._title(), kept_filters=self._kept_filters())
            story = story.with_marks(marks.said).with_read(marks.read_ids)
        # Only now: what could not be read is news the next time, too.
        self._news, self._marks, self._story = [], marks, story
        return story

    def _title(self) -> str:
        return self._store.meta().get("title") or shown_name(self._store.path.stem)

    def _kept_filters(self) -> Sequence[KeptFilter]:
        return kept_in(self._store.meta())

    def _read_whole(self) -> tuple[Story, Marks]:
        from newsdesk.find.dates.source_dates import stand_alone
        from newsdesk.finding.dates import resolve_apart

        with making_many_objects():
            snapshot: Snapshot = self._store.load()
            before = self._story.post_by_id if self._story else {}
            resolved, faults = resolve_apart(snapshot.sources, snapshot.posts)
            posts = tuple(known if (known := before.get(post.id)) == post else post for post in resolved)
            self._dates_stand_alone = stand_alone(snapshot.sources, snapshot.posts)
        marks = _marks(snapshot.marks)
        return Story(
            self._title(),
            snapshot.sources,
            posts,
            marks.said,
            marks.read_ids,
            kept_filters=self._kept_filters(),
            undated=faults,
        ), marks

    def _grown(self, story: Story, changes: Changes) -> Story | None:
        """The story with these posts; None when a source went or changed, dates hang together, or dating fails over any."""
        if changes.removed_posts or changes.removed_sources or not _sources_as_before(story, changes.sources):
            return None
        if not changes.posts and not changes.sources:
            return story
        from newsdesk.find.dates.source_dates import stand_alone
        from newsdesk.finding.dates import resolve_apart

        found = {source.id: source for source in (*story.sources, *changes.sources)}
        order = self._store.source_ids()
        if found.keys() != set(order):
            return None  # there is more news
        sources = {source_id: found[source_id] for source_id in order}
        if any(sources[post.source_id].said_time for post in changes.posts if post.source_id in sources):
            return None  # whether the said date holds, the source's other posts tell
        if not self._dates_stand_alone or not stand_alone(list(sources.values()), changes.posts):
            return None
        dated, faults = resolve_apart(list(sources.values()), changes.posts)
        if faults:
            return None
        return story.with_posts(tuple(sources.values()), dated)


def _sources_as_before(story: Story, changed: Sequence[Source]) -> bool:
    """Whether those of these that are sources of the story were only read again."""
    for source in changed:
        before = story.source_by_id.get(source.id)
        if before is not None and replace(source, read_at=before.read_at, content_hash=before.content_hash) != before:
            return False
    return True


def _marks(marks: Sequence[Mark]) -> Marks:
    read = frozenset(mark.target for mark in marks if mark.kind == READ)
    return Marks(frozenset(mark for mark in marks if mark.kind != READ), read)
