"""One desk's hold on a story: its store, the worker, what can be taken back. Knows no screen.

Every method blocks; a screen calls them from worker threads, one at a time per session (a lock sees to it).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, Self

from newsdesk.add import (
    PASTED,
    AddError,
    AddRequest,
    Preview,
    counts_words,
    look,
    overran,
    parts_of,
    prepare,
    read_part,
)
from newsdesk.background import Cancelled, Inline, OverrunError, Runner, WorkerDiedError
from newsdesk.current_story import CurrentStory, Marks
from newsdesk.front_page import keep_front_page
from newsdesk.limits import MB, Limits
from newsdesk.model import Basis, Counts, Facts, Mark, Post, Reading, Source
from newsdesk.store import Added, Changes, MarksSet, Store, StoreError
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.corrections import Correction
from newsdesk.story.stream import Stream
from newsdesk.story.wording import shown_name
from newsdesk.undo import SourceField, UndoStack, field_step, marks_step, reading_step, removal_step

MANY_POSTS = 2000
"""A longer story is read by the worker itself, and not remembered by it for long."""
Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the next one."""


@dataclass(frozen=True, slots=True)
class AddedSource:
    """What became of one source that was read."""

    tag: str
    counts: Counts
    origin: str
    read_at: datetime

    @property
    def words(self) -> str:
        """`BBC News: +3 new, 2 edited, 15 same, 1 gone`."""
        return f"{self.tag}: {counts_words(self.counts)}"


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of everything that was to be added."""

    added: tuple[AddedSource, ...]
    notices: tuple[str, ...]
    """A line each, as the next."""
    failed: tuple[str, ...]
    cancelled: bool = False
    store_failed: bool = False
    """The store took no more: the last line of `failed` says why, and what came after was not tried."""
    in_vain: Mapping[str, datetime] = field(default_factory=dict)
    """When files were tried that could not be read, by their paths."""

    @property
    def counts(self) -> Counts:
        """Of all sources together."""
        return sum((one.counts for one in self.added), Counts())

    @property
    def read(self) -> Mapping[str, datetime]:
        """When sources were read, by where they came from; of one that brought nothing new, nothing is stored."""
        return {one.origin: one.read_at for one in self.added}


@dataclass(frozen=True, slots=True)
class LaterStore:
    """A store that is opened when something is first asked of it, in whatever thread that is."""

    path: Path
    open: Callable[[], tuple[Store, str | None]]
    """Gives the store, and a notice for the user. Raises StoreError, and so does whatever was asked."""


class Session:
    """A store and the worker that reads and finds for it."""

    def __init__(self, store: Store | LaterStore, runner: Runner, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        self._opened = store if isinstance(store, Store) else None
        self._later = None if isinstance(store, Store) else store
        self._path = store.path
        self._runner = runner
        self._limits = limits
        self.notice: str | None = None
        """One line for the user that is to be said once the store is open."""
        self._lock = threading.RLock()
        self._undo = UndoStack()
        self._added: set[int] = set()

    @property
    def path(self) -> Path:
        """The story's store file."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be stored; False as long as the store is not open."""
        return self._opened is not None and self._opened.read_only

    @property
    def _store(self) -> Store:
        with self._lock:
            if self._opened is None:
                assert self._later is not None
                self._opened, self.notice = self._later.open()
            return self._opened

    @cached_property
    def _current(self) -> CurrentStory:
        return CurrentStory(self._store)

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
        """The story as it is stored now, its posts dated, without facts; see `CurrentStory`."""
        with self._lock:
            return self._current.read()

    def facts(self, story: Story, clock: Clock, cancelled: Callable[[], bool]) -> Facts:
        """The facts in the posts that the clock shows.

        Raises:
            Cancelled: the caller no longer wants them.
        """
        if len(story.posts) > MANY_POSTS and not isinstance(self._runner, Inline):
            return self._runner.run(cancelled, _find_in_stored, clock, self._store.path)
        return self._runner.run(cancelled, _find_facts, story.posts, clock, self._store.path)

    def keep_front_page(self, zone: tzinfo, now: datetime, around: int | None, before: Stream | None = None) -> None:
        """Keep what the next desk shows first, see `front_page`. Nothing is kept of a story that cannot be read."""
        with self._lock:
            if self._opened is None:
                return
            with suppress(StoreError):
                story = self._current.read()
                keep_front_page(self._path, self._opened.size, story, zone, now, around, before)

    def start(self) -> None:
        """Get the worker ready."""
        self._runner.start()

    def rest(self) -> None:
        """Let the worker forget what it found, if it is idle: of a long story that is more than all else the desk holds."""
        self._runner.rest()

    def marks(self) -> Marks:
        """Everything the user said, as `changed` last saw it."""
        with self._lock:
            return self._current.marks()

    def changed(self) -> Literal["nothing", "marks", "story"]:
        """What was stored, by whomever, since the story was loaded, or since the last call; cheap enough to ask often."""
        if self._opened is None:
            return "nothing"
        with self._lock:
            changes = self._current.look()
        if changes is None:
            return "nothing"
        return "marks" if replace(changes, marks=(), removed_marks=()) == Changes() else "story"

    def look(self, story: Story, request: AddRequest, now: datetime, cancelled: Callable[[], bool]) -> Preview:
        """What adding would bring.

        Raises:
            AddError: it cannot be read.
            Cancelled: the caller no longer wants it.
        """
        readings: list[Reading] = []
        unreadable: list[str] = []
        for part in parts_of(request):
            try:
                readings.append(self._reading(request, part, cancelled))
            except AddError as error:
                unreadable.append(str(error))
        if not readings:
            raise AddError(unreadable[0])
        stored = list(story.sources), list(story.posts)
        return self._runner.run(cancelled, look, request, readings, unreadable, *stored, now)

    def add(
        self,
        requests: Sequence[AddRequest],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Progress,
    ) -> AddReport:
        """Read and store, one file after the other; what was stored before a cancel stays. Undoable as one thing."""
        read: list[tuple[Added, datetime]] = []
        in_vain: dict[str, datetime] = {}
        notices: dict[int, str] = {}
        failed: list[str] = []
        cancelled_then = store_failed = False
        jobs = _jobs(requests, failed)
        for number, (request, part) in enumerate(jobs):
            name = shown_name(part.name) if part else PASTED
            progress(number, len(jobs), name)
            begun = now()  # what is written into the file from here on may not be read
            try:
                stored, notice = self._read_and_store(request, part, cancelled, begun)
            except Cancelled:
                cancelled_then = True
                break
            except AddError as error:
                failed.append(str(error))
                if part:
                    in_vain[str(part.absolute())] = begun
                continue
            except StoreError as error:
                failed.append(str(error))
                store_failed = True
                break
            read.append((stored, begun))
            if notice:
                notices[stored.source.id] = notice
        self._remember_reading([stored for stored, _ in read if stored.after])
        added = tuple(AddedSource(stored.source.tag, stored.counts, stored.source.origin, at) for stored, at in read)
        return AddReport(added, self._still_guessed(notices), tuple(failed), cancelled_then, store_failed, in_vain)

    def refresh(self, now: Callable[[], datetime], cancelled: Callable[[], bool], progress: Progress) -> AddReport:
        """Read the files again that the sources came from. A file that is gone is a failure of that source alone."""
        with self._lock:
            sources = self._current.read().sources
        requests = [
            AddRequest(path=source.origin, year=source.year) for source in sources if Path(source.origin).is_absolute()
        ]
        return self.add(requests, now, cancelled, progress)

    def set_marks(self, add: Sequence[Mark], remove: Sequence[Mark], words: str) -> bool:
        """Say something of posts; undoable as `words`. What is said already is left alone; False when all of it is."""
        with self._lock:
            said = self._store.set_marks(add, remove)
            if said == MarksSet():
                return False
            self._undo.push(marks_step(self._store, words, said))
            return True

    def toggle_mark(self, mark: Mark, words: str) -> None:
        """Say it of a post, or take it back when it is said already; undoable as `words`."""
        with self._lock:
            self._current.look()
            said = mark in self._current.marks().said
            self.set_marks([] if said else [mark], [mark] if said else [], words)

    def correct(self, correction: Correction) -> bool:
        """Write down what the user says of a speaker or an actor; undoable. False when it is said already."""
        return self.set_marks(correction.add, correction.remove, correction.said)

    def mark_seen(self, post_ids: Sequence[int], now: datetime) -> None:
        """The posts were on the screen: they are read. Not undoable: it is what happened. Where nothing can be stored, nothing is."""
        if self.read_only or not post_ids:
            return
        with self._lock:
            self._store.set_marks([Mark("read", post_id, at=now.astimezone(UTC)) for post_id in post_ids])

    def set_title(self, source_id: int, title: str | None) -> None:
        """Another title of a source; None takes the user's word back. Undoable."""
        self._say_of_source(source_id, "title", title)

    def set_year(self, source_id: int, year: int | None) -> None:
        """The year of dates that a source printed without one; None: the evidence decides. Undoable."""
        self._say_of_source(source_id, "year", year)

    def _say_of_source(self, source_id: int, name: SourceField, value: str | int | None) -> None:
        """Change one field, now and at an undo; in between reading the source again may have changed the others."""
        with self._lock:
            before = self._source(source_id)
            said: dict[str, Any] = {name: value}
            if before is None or (after := replace(before, **said)) == before:
                return
            users = self._store.update_source(after)
            self._undo.push(field_step(self._store, before, after, name, users))

    def _source(self, source_id: int) -> Source | None:
        return self._current.read().source_by_id.get(source_id)

    def remove_source(self, source_id: int, elsewhere: Sequence[Mark] = ()) -> str:
        """Remove a source with its posts and their marks; undoable. Returns its tag.

        `elsewhere` says in other sources what would be lost with those marks.
        """
        with self._lock:
            anew = self._store.set_marks(elsewhere)
            removed = self._store.remove_source(source_id)
            self._undo.push(removal_step(self._store, [removed], anew.added))
            return removed.source.tag

    def undo(self) -> str | None:
        """Take back the last change: the sentence to say of it, or None when there is nothing. See `undo`."""
        with self._lock:
            return self._undo.undo()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker, close the store."""
        self._runner.close()
        with self._lock:
            if self._opened is not None:
                self._opened.close()

    def _remember_reading(self, read: Sequence[Added]) -> None:
        if read:
            with self._lock:
                self._undo.push(reading_step(self._store, read))

    def _still_guessed(self, notices: Mapping[int, str]) -> tuple[str, ...]:
        """The notices, by source, of those whose year is a guess now that everything is in: a later file may have told it."""
        if not notices:
            return ()
        guessed = {
            post.source_id for post in self.story().posts if post.published and post.published.basis is Basis.GUESSED
        }
        return tuple(line for source_id, line in notices.items() if source_id in guessed)

    def _read_and_store(
        self, request: AddRequest, part: Path | None, cancelled: Callable[[], bool], now: datetime
    ) -> tuple[Added, str | None]:
        """What was stored, and what must be said with it; see `_reading`. A file that is as it was is not taken apart."""
        origin = str(part.absolute()) if part else PASTED
        if part and self._opened is not None and (known := self._opened.last_state(origin, request.year)):
            reading = self._read(request, part, cancelled, known)
            if reading is None and (same := self._opened.read_in_vain(origin, known)):
                return same, None
        else:
            reading = None
        return self._store_reading(reading or self._reading(request, part, cancelled), request.year, now)

    def _reading(self, request: AddRequest, part: Path | None, cancelled: Callable[[], bool]) -> Reading:
        """Read one file where it can be stopped.

        Raises:
            AddError: it cannot be read, or takes more than it may.
            Cancelled: the caller no longer wants it.
        """
        reading = self._read(request, part, cancelled, None)
        assert reading is not None  # only what is known is not
        return reading

    def _read(
        self, request: AddRequest, part: Path | None, cancelled: Callable[[], bool], known: str | None
    ) -> Reading | None:
        limits, name = self._limits, str(part) if part else PASTED
        most = limits.seconds, limits.memory_mb * MB
        try:
            return self._runner.run_within(*most, cancelled, read_part, request, part, limits, known)
        except OverrunError as error:
            raise overran(name, error.of, limits) from error
        except WorkerDiedError as error:
            raise AddError(
                f"{shown_name(name)}: reading this ended the process that read it; add it as plain text"
            ) from error

    def _store_reading(self, reading: Reading, year: int | None, now: datetime) -> tuple[Added, str | None]:
        """What was stored, and what must be said with it."""
        with self._lock:
            story = self._current.read()
            ready = prepare(reading, story.sources, story.posts, year, now)
            stored = self._store.add(ready.reading.source, ready.reading.posts)
            self._added.update(post.id for post in stored.new)
        return stored, ready.notice if stored.new else None


def _find_in_stored(clock: Clock, story: Path) -> Facts:
    """In the worker, which reads the story itself: to hand over many posts would hold up every other thread of the desk."""
    return _find_facts(_stored(story).read().posts, clock, story)


@lru_cache(maxsize=1)
def _stored(story: Path) -> CurrentStory:
    return CurrentStory(Store.open(story, create=False, read_only=True))


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
