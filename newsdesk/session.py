"""One desk's hold on a story: its store, the worker, what can be undone. Knows no screen.

Every method blocks; a screen calls them from worker threads, one at a time per session (a lock sees to it).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from newsdesk.add import (
    PASTED,
    AddError,
    AddRequest,
    Preview,
    look,
    outcome_words,
    parts_of,
    prepare,
    read_part,
)
from newsdesk.background import Cancelled, Runner, WorkerDiedError
from newsdesk.model import Basis, Facts, Mark, Post, Reading, Source
from newsdesk.store import Added, Changes, Removed, SourceGoneError, Store, StoreError
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.corrections import Correction
from newsdesk.story.wording import shown_name

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the next one."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of everything that was to be added, a line each."""

    added: tuple[str, ...]
    notices: tuple[str, ...]
    failed: tuple[str, ...]
    new_posts: int
    cancelled: bool = False
    store_failed: bool = False
    """The store took no more: the last line of `failed` says why, and what came after was not tried."""


@dataclass(frozen=True, slots=True)
class _Undo:
    words: str
    take_back: Callable[[], bool | None]
    """False when another desk has said otherwise since: that stays."""
    adds: set[int] | None = None
    """The sources that it takes out of the story again; None when it is no adding that is taken back."""


class Session:
    """A store and the worker that reads and finds for it."""

    def __init__(self, store: Store, runner: Runner) -> None:
        self._store = store
        self._runner = runner
        self._lock = threading.RLock()
        self._undo: list[_Undo] = []
        self._added: set[int] = set()

    @property
    def path(self) -> Path:
        """The story's store file."""
        return self._store.path

    @property
    def damaged(self) -> Sequence[int]:
        """Numbers of the store's lines that could not be read."""
        return self._store.damaged

    @property
    def added_here(self) -> frozenset[int]:
        """Ids of the posts that this session added, or read again, itself."""
        with self._lock:
            return frozenset(self._added)

    def story(self) -> Story:
        """The story as it is stored now, its posts dated, without facts."""
        with self._lock:
            snapshot = self._store.load()
            title = self._store.meta().get("title") or shown_name(self._store.path.stem)
        from newsdesk.find.dates.source_dates import resolve

        posts = resolve(snapshot.sources, snapshot.posts)
        return Story(title, snapshot.sources, posts, frozenset(snapshot.marks))

    def facts(self, story: Story, clock: Clock, cancelled: Callable[[], bool]) -> Facts:
        """The facts in the posts that the clock shows.

        Raises:
            Cancelled: the caller no longer wants them.
        """
        return self._runner.run(cancelled, _find_facts, story.posts, clock, self._store.path)

    def marks(self) -> frozenset[Mark]:
        """Everything the user said, as it is stored now."""
        return frozenset(self._store.marks())

    def changed(self) -> Literal["nothing", "marks", "story"]:
        """What somebody else stored since the story was loaded, or since the last call; cheap enough to ask often."""
        with self._lock:
            changes = self._store.changes()
        if changes is None:
            return "nothing"
        return "marks" if replace(changes, marks=(), removed_marks=()) == Changes() else "story"

    def look(self, story: Story, request: AddRequest, now: datetime, cancelled: Callable[[], bool]) -> Preview:
        """What adding would bring.

        Raises:
            AddError: it cannot be read.
            Cancelled: the caller no longer wants it.
        """
        return self._runner.run(cancelled, look, request, list(story.sources), list(story.posts), now)

    def add(
        self,
        requests: Sequence[AddRequest],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Progress,
    ) -> AddReport:
        """Read and store, one file after the other; what was stored before a cancel stays. Undoable as one thing."""
        added: list[str] = []
        notices: dict[int, str] = {}
        failed: list[str] = []
        new_posts = 0
        new_sources: list[Source] = []
        cancelled_then = store_failed = False
        jobs = _jobs(requests, failed)
        for number, (request, part) in enumerate(jobs):
            name = shown_name(part.name) if part else PASTED
            progress(number, len(jobs), name)
            try:
                reading = self._runner.run(cancelled, read_part, request, part)
                stored, notice, is_new = self._store_reading(reading, request.year, now())
            except Cancelled:
                cancelled_then = True
                break
            except AddError as error:
                failed.append(str(error))
                continue
            except WorkerDiedError as error:
                failed.append(f"{name}: {error}")
                continue
            except StoreError as error:
                failed.append(str(error))
                store_failed = True
                break
            added.append(outcome_words(stored.source.tag, len(stored.new), stored.edited, stored.known))
            new_posts += len(stored.new)
            if is_new:
                new_sources.append(stored.source)
            elif stored.new or stored.revised:
                self._keep(stored.source.id)
            if notice:
                notices[stored.source.id] = notice
        self._remember_adding(new_sources)
        return AddReport(
            tuple(added), self._still_guessed(notices), tuple(failed), new_posts, cancelled_then, store_failed
        )

    def refresh(self, now: Callable[[], datetime], cancelled: Callable[[], bool], progress: Progress) -> AddReport:
        """Read the files again that the sources came from. A file that is gone is a failure of that source alone."""
        with self._lock:
            sources = self._store.load().sources
        requests = [
            AddRequest(path=source.origin, year=source.year) for source in sources if Path(source.origin).is_absolute()
        ]
        return self.add(requests, now, cancelled, progress)

    def set_marks(self, add: Sequence[Mark], remove: Sequence[Mark], words: str) -> bool:
        """Say something of posts; undoable as `words`. What is said already is left alone; False when all of it is."""
        with self._lock:
            said = set(self._store.marks())
            add = [mark for mark in add if mark not in said]
            remove = [mark for mark in remove if mark in said]
            if not add and not remove:
                return False
            self._store.set_marks(add, remove)

            def take_back() -> bool:
                holds = not add or not set(add).isdisjoint(self._store.marks())
                self._store.set_marks(remove if holds else (), add)
                return holds

            self._undo.append(_Undo(words, take_back))
            return True

    def toggle_mark(self, mark: Mark, words: str) -> None:
        """Say it of a post, or take it back when it is said already; undoable as `words`."""
        with self._lock:
            said = mark in self._store.marks()
            self.set_marks([] if said else [mark], [mark] if said else [], words)

    def correct(self, correction: Correction) -> bool:
        """Write down what the user says of a speaker or an actor; undoable. False when it is said already."""
        return self.set_marks(correction.add, correction.remove, correction.said)

    def mark_seen(self, post_id: int, now: datetime) -> None:
        """The post was shown in the reader: it is read. Not undoable: it is what happened."""
        with self._lock:
            self._store.set_marks([Mark("read", post_id, at=now.astimezone(UTC))])

    def set_title(self, source_id: int, title: str | None) -> None:
        """Another title of a source; None takes the user's word back. Undoable."""
        self._say_of_source(source_id, "title", title)

    def set_year(self, source_id: int, year: int | None) -> None:
        """The year of dates that a source printed without one; None: the evidence decides. Undoable."""
        self._say_of_source(source_id, "year", year)

    def _say_of_source(self, source_id: int, field: Literal["title", "year"], value: str | int | None) -> None:
        """Change one field, now and at an undo; in between reading the source again may have changed the others."""
        with self._lock:
            before = self._source(source_id)
            if before is None or (after := _with(before, field, value)) == before:
                return
            users = self._store.update_source(after)

            def undo() -> None:
                if (now := self._source(source_id)) is not None:
                    self._store.update_source(_with(now, field, getattr(before, field)), users=users)

            self._undo.append(_Undo(f"new {field} of {before.tag}", undo))

    def _source(self, source_id: int) -> Source | None:
        return next((source for source in self._store.load().sources if source.id == source_id), None)

    def remove_source(self, source_id: int, elsewhere: Sequence[Mark] = ()) -> str:
        """Remove a source with its posts and their marks; undoable. Returns its tag.

        `elsewhere` says in other sources what would be lost with those marks.
        """
        with self._lock:
            said = set(self._store.marks())
            anew = [mark for mark in elsewhere if mark not in said]
            if anew:
                self._store.set_marks(anew)
            removed: Removed = self._store.remove_source(source_id)

            def bring_back() -> None:
                self._store.restore(removed)
                self._store.set_marks([], anew)

            self._undo.append(_Undo(f"removal of {removed.source.tag}", bring_back))
            return removed.source.tag

    def undo(self) -> str | None:
        """Take back the last change; what it was, in words, or None when there is nothing."""
        with self._lock:
            if not self._undo:
                return None
            step = self._undo.pop()
            try:
                holds = step.take_back()
            except SourceGoneError:
                raise
            except StoreError:
                self._undo.append(step)  # the store was busy or full: the next try may do it
                raise
            return step.words if holds is not False else f"{step.words}; what was said since, on another desk, stays"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker, close the store."""
        self._runner.close()
        with self._lock:
            self._store.close()

    def _remember_adding(self, sources: Sequence[Source]) -> None:
        if not sources:
            return
        what = sources[0].tag if len(sources) == 1 else f"{len(sources)} sources"

        added = {source.id for source in sources}

        def take_back() -> None:
            there = [source.id for source in self._store.load().sources if source.id in added]
            removed = [self._store.remove_source(source_id) for source_id in there]

            def bring_back() -> None:
                for one in removed:
                    self._store.restore(one)

            self._undo.append(_Undo(f"removal of {what}", bring_back))

        with self._lock:
            self._undo.append(_Undo(f"adding of {what}", take_back, added))

    def _still_guessed(self, notices: Mapping[int, str]) -> tuple[str, ...]:
        """The notices, by source, of those whose year is a guess now that everything is in: a later file may have told it."""
        if not notices:
            return ()
        guessed = {
            post.source_id for post in self.story().posts if post.published and post.published.basis is Basis.GUESSED
        }
        return tuple(line for source_id, line in notices.items() if source_id in guessed)

    def _keep(self, source_id: int) -> None:
        """What was read again is more than what was added: undoing the adding must not take it, too."""
        with self._lock:
            for step in self._undo:
                if step.adds is not None:
                    step.adds.discard(source_id)
            self._undo = [step for step in self._undo if step.adds is None or step.adds]

    def _store_reading(self, reading: Reading, year: int | None, now: datetime) -> tuple[Added, str | None, bool]:
        """What was stored, what must be said with it, and whether its source is new to the story."""
        with self._lock:
            snapshot = self._store.load()
            ready = prepare(reading, snapshot.sources, snapshot.posts, year, now)
            stored = self._store.add(ready.reading.source, ready.reading.posts)
            self._added.update(post.id for post in stored.new)
        is_new = not any(source.id == stored.source.id for source in snapshot.sources)
        return stored, ready.notice if stored.new else None, is_new


def refused(requests: Sequence[AddRequest]) -> AddReport | None:
    """What to say when nothing of this can be read, so that no story need be made for it; None when something can."""
    failed: list[str] = []
    for request, part in _jobs(requests, failed):
        try:
            read_part(request, part)
        except AddError as error:
            failed.append(str(error))
        else:
            return None
    return AddReport((), (), tuple(failed), 0)


def _with(source: Source, field: str, value: str | int | None) -> Source:
    said: dict[str, Any] = {field: value}
    return replace(source, **said)


def _find_facts(posts: Sequence[Post], clock: Clock, story: Path) -> Facts:
    """In the worker, which alone pays for the import."""
    from newsdesk.kept_facts import find_facts

    return find_facts(posts, clock, story)


def _jobs(requests: Sequence[AddRequest], failed: list[str]) -> list[tuple[AddRequest, Path | None]]:
    """Every part of every request; what names nothing becomes a line for the person in `failed`."""
    jobs: list[tuple[AddRequest, Path | None]] = []
    for request in requests:
        try:
            jobs += [(request, part) for part in parts_of(request)]
        except AddError as error:
            failed.append(str(error))
    return jobs
