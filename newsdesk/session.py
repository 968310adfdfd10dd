"""One desk's hold on a story: its store, the worker, what can be taken back. Knows no screen.

Every method blocks; a screen calls them from worker threads, one at a time per session (a lock sees to it).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, Self

from newsdesk.current_story import CurrentStory, Marks, What
from newsdesk.fetch import FetchSettings
from newsdesk.intake.intake import Intake, Progress
from newsdesk.intake.preview import Preview
from newsdesk.intake.report import AddReport, Polled, Tally
from newsdesk.intake.request import AddRequest
from newsdesk.intake.watched_folders import Dropped, WatchedFolders, folders_in, meta_of
from newsdesk.kept.facts_parcel import Parcel, pack, unpack
from newsdesk.kept.front_page import keep_front_page
from newsdesk.kept.last_facts import keep_facts, may_be_kept, recall_facts
from newsdesk.limits import Limits
from newsdesk.model import READ, Facts, Mark, Post, PrintedTime, Source
from newsdesk.shown_name import shown_name
from newsdesk.store import MarksSet, Store, StoreError
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.corrections import Correction
from newsdesk.story.kept_filter import KeptFilter, meta_of_filters
from newsdesk.story.source_state import Polling
from newsdesk.story.stream import Stream
from newsdesk.system.background import Cancelled, Inline, Runner, WorkerDiedError
from newsdesk.system.spare_memory import give_back
from newsdesk.undo import (
    Outcome,
    SourceField,
    Step,
    UndoStack,
    date_again_step,
    field_step,
    marks_step,
    meta_step,
    reading_step,
    removal_step,
    together,
)

MANY_POSTS = 2000
"""A longer story is read by the worker itself, and not remembered by it for long."""

_ENDS_WITHIN_SECONDS = 1.0
"""Whoever leaves a desk waits no longer; usually it is a twentieth of that."""


@dataclass(frozen=True, slots=True)
class LaterStore:
    """A store that is opened when something is first asked of it, in whatever thread that is."""

    path: Path
    open: Callable[[], tuple[Store, str | None]]
    """Gives the store, and a notice for the user. Raises StoreError, and so does whatever was asked."""


class Session:
    """A store and the worker that reads and finds for it."""

    def __init__(
        self,
        store: Store | LaterStore,
        runner: Runner,
        fetch: FetchSettings | None = None,
        limits: Limits | None = None,
        reader: Runner | None = None,
    ) -> None:
        """Begin.

        Args:
            store: the story's; one that is opened later is opened by whoever first asks something of it.
            runner: finds the facts.
            fetch: how addresses are asked.
            limits: how much one source may take while it is read.
            reader: reads sources; None: `runner` does, and what is to be read waits until it has found what it looks for.
        """
        self._opened = store if isinstance(store, Store) else None
        self._later = None if isinstance(store, Store) else store
        self._path = store.path
        self._runner = runner
        self._reader = reader or runner
        self.notice: str | None = None
        """One line for the user that is to be said once the store is open."""
        self._lock = threading.RLock()
        self._nobody_asks = threading.Event()
        """Nothing is under way that `poll` began."""
        self._nobody_asks.set()
        self._readings = 0
        """How much is under way that reads sources."""
        self._unkept = False
        """The worker has facts of a long story that are not kept beside it."""
        self._undo = UndoStack()
        self.limits = limits or Limits()
        self._intake = Intake(
            self._path,
            self._reader,
            fetch or FetchSettings(),
            self.limits,
            lock=self._lock,
            current=lambda: self._current,
            store=lambda: self._store,
            opened=lambda: self._opened is not None,
        )

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
            return frozenset(self._intake.added)

    def story(self) -> Story:
        """The story as it is stored now, its posts dated, without facts; see `CurrentStory`. `changed` counts from here."""
        with self._lock:
            self._current.told()
            return self._current.read()

    def facts(self, story: Story, clock: Clock, cancelled: Callable[[], bool]) -> Facts:
        """The facts in the posts that the clock shows: those that are kept, where they are of these posts.

        Raises:
            Cancelled: the caller no longer wants them.
        """
        many = len(story.posts) > MANY_POSTS
        facts = recall_facts(story.posts, clock, self._path, story.found)
        if facts is None and many and not isinstance(self._runner, Inline):
            facts = unpack(self._runner.run(cancelled, _find_in_stored, clock, self._path), story.found)
            self._unkept = True
        if facts is None:
            facts = self._runner.run(cancelled, _find_facts, story.posts, clock, self._path)
        if many:
            give_back()
        return facts

    def keep_front_page(self, zone: tzinfo, now: datetime, around: int | None, before: Stream | None = None) -> None:
        """Keep what the next desk shows first, see `front_page`. Nothing is kept of a story that cannot be read."""
        with self._lock:
            if self._opened is None:
                return
            with suppress(StoreError):
                story = self._current.read()
                keep_front_page(self._path, self._opened.size, story, zone, now, around, before)

    def start(self) -> None:
        """Get the worker ready, where facts will have to be looked for."""
        if not may_be_kept(self._path):
            self._runner.start()

    def rest(self) -> None:
        """Let the worker keep what it found and forget it, if it is idle: of a long story that is more than all else the desk holds."""
        if self._unkept:
            self._unkept = False
            with suppress(Cancelled, WorkerDiedError):
                self._runner.run(lambda: False, _keep_found)
        self._runner.rest()

    def marks(self) -> Marks:
        """Everything the user said, as `changed` last saw it."""
        with self._lock:
            return self._current.marks()

    def changed(self) -> What:
        """What was stored, by whomever, since `story` was asked for, or since the last call; cheap enough to ask often."""
        if self._opened is None:
            return "nothing"
        with self._lock:
            return self._current.told()

    def look(
        self,
        story: Story,
        request: AddRequest,
        now: datetime,
        cancelled: Callable[[], bool],
        progress: Progress = lambda *_: None,
        zone: tzinfo | None = None,
    ) -> Preview:
        """What adding would bring; `progress` hears of each file before it is read, `zone` is that of the times on the desk.

        Raises:
            AddError: it cannot be read.
            Cancelled: the caller no longer wants it.
        """
        return self._intake.look(story, request, now, cancelled, progress, zone)

    def add(
        self,
        requests: Sequence[AddRequest],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Progress,
    ) -> AddReport:
        """Read and store, one after the other, addresses last, as they answer; what was stored before a cancel stays.

        Undoable as one thing.
        """
        with self._rested_reader():
            return self._undoable(self._intake.add(requests, now, cancelled, progress))

    def refresh(
        self,
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Progress,
        *,
        everything: bool = False,
    ) -> AddReport:
        """Read the files again that the sources came from, and ask the addresses that are due; `everything`: all of them.

        One that fails is a failure of that source alone. Undoable as one thing.
        """
        with self._rested_reader():
            return self._undoable(self._intake.refresh(now, cancelled, progress, everything=everything))

    def poll(
        self,
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        every: float | None = None,
        looked: Callable[[], None] = lambda: None,
    ) -> Generator[Polled]:
        """Ask the addresses that are due, several at once, and store what they give; each as its answer comes. See `Intake.poll`.

        Raises:
            Cancelled: `cancelled()` became true.
            StoreError: the story takes nothing more.
        """
        self._nobody_asks.clear()
        try:
            with self._rested_reader():
                yield from self._intake.poll(now, cancelled, every, looked)
        finally:
            self._nobody_asks.set()

    def polling(self) -> tuple[Mapping[int, Polling], Mapping[str, datetime]]:
        """How following each of the sources goes that are addresses, by the source's id, and when sources were read last.

        The latter without anything new in them (UTC), by where they came from. What another process did counts.
        """
        return self._intake.polling()

    def watched_folders(self) -> list[str]:
        """Absolute paths of the folders that the story watches, by name."""
        with self._lock:
            return folders_in(self._store.meta())

    def watch(self, folder: str) -> bool:
        """Watch this folder (absolute) from now on; undoable. False when it is watched already."""
        return self._set_watched(folder, watched=True)

    def stop_watching(self, folder: str) -> bool:
        """Watch it no longer; what it brought stays. Undoable. False when it is not watched."""
        return self._set_watched(folder, watched=False)

    def _set_watched(self, folder: str, *, watched: bool) -> bool:
        words = f"{'watching' if watched else 'end of watching'} of {shown_name(folder)}"
        return self._set_meta(meta_of(folder, watched=watched), words)

    def keep_filters(self, change: Mapping[str, KeptFilter | None], words: str) -> bool:
        """Keep these filters under these names, None: no longer; undoable as `words`. False when it is so already."""
        return self._set_meta(meta_of_filters(change), words)

    def _set_meta(self, after: Mapping[str, str | None], words: str) -> bool:
        with self._lock:
            meta = self._store.meta()
            before = {key: meta.get(key) for key in after}
            if before == after:
                return False
            self._store.set_meta(after)
            self._undo.push(meta_step(self._store, words, before, after))
            return True

    def look_into_folders(self, folders: WatchedFolders, at: float) -> list[Dropped]:
        """What lies in the watched folders to be read now; see `WatchedFolders.look`."""
        with self._lock:
            watched, sources = folders_in(self._store.meta()), self._current.read().sources
        return folders.look(watched, sources, at)

    def read_dropped(
        self,
        folders: WatchedFolders,
        dropped: Sequence[Dropped],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
    ) -> Generator[AddReport]:
        """Read these files and store what they hold; what became of each as soon as it is stored.

        Nobody did this, so nothing of it is undone, and what comes is news. A file that is written to meanwhile is left for
        another look; one that cannot be read is left alone until it changes.

        Raises:
            Cancelled: `cancelled()` became true; what was stored stays.
            StoreError: the story takes nothing more.
        """
        with self._rested_reader():
            yield from self._intake.read_dropped(folders, dropped, now, cancelled)

    def set_marks(self, add: Sequence[Mark], remove: Sequence[Mark], words: str) -> bool:
        """Say something of posts; undoable as `words`. What is said already is left alone; False when all of it is."""
        with self._lock:
            said = self._store.set_marks(add, remove)
            if said == MarksSet():
                return False
            self._undo.push(marks_step(self._store, words, said))
            return True

    def toggle_mark(self, mark: Mark, words: str, back: str | None = None) -> None:
        """Say it of a post, or take it back when it is said already; undoable as `words`, the taking back as `back`."""
        with self._lock:
            self._current.look()
            said = mark in self._current.marks()
            self.set_marks([] if said else [mark], [mark] if said else [], back if said and back else words)

    def correct(self, correction: Correction) -> bool:
        """Write down what the user says of a speaker or an actor; undoable. False when it is said already."""
        return self.set_marks(correction.add, correction.remove, correction.said)

    def mark_seen(self, post_ids: Sequence[int], now: datetime) -> None:
        """The posts were on the screen: they are read. Not undoable: it is what happened. Where nothing can be stored, nothing is."""
        if self.read_only or not post_ids:
            return
        with self._lock:
            self._store.set_marks([Mark(READ, post_id, at=now.astimezone(UTC)) for post_id in post_ids])

    def set_title(self, source_id: int, title: str | None) -> None:
        """Another title of a source; None takes the user's word back. Undoable."""
        self._push(self._say_of_source(source_id, "title", title))

    def set_year(self, source_id: int, year: int | None) -> None:
        """The year of dates that a source printed without one; None: the evidence decides. Undoable."""
        self._push(self._say_of_source(source_id, "year", year))

    def set_date(self, source_id: int, date: PrintedTime | None) -> None:
        """The date of a source that prints none; None: the evidence decides. Undoable.

        One that was said before is said of the posts that have come since, too.
        """
        with self._lock:
            step = self._say_of_source(source_id, "said_time", date)
            try:
                if date is not None and (said := self._store.say_date_again(source_id)).after:
                    again = date_again_step(self._store, said)
                    step = together(step, again) if step else again
            finally:
                self._push(step)  # where the store took the first alone, too

    def set_interval(self, source_id: int, interval: int | None) -> None:
        """Seconds from one poll of a source to the next; None: as it is learned, or the configuration file says. Undoable."""
        self._push(self._say_of_source(source_id, "interval", interval))

    def _say_of_source(self, source_id: int, name: SourceField, value: str | int | PrintedTime | None) -> Step | None:
        """Change one field; in between reading the source again may have changed the others, now and at an undo."""
        with self._lock:
            before = self._source(source_id)
            said: dict[str, Any] = {name: value}
            if before is None or (after := replace(before, **said)) == before:
                return None
            users = self._store.update_source(after)
            return field_step(self._store, before, after, name, users)

    def _push(self, step: Step | None) -> None:
        """It can be taken back from now on, if anything was done."""
        with self._lock:
            if step is not None:
                self._undo.push(step)

    def _source(self, source_id: int) -> Source | None:
        return self._current.read().source_by_id.get(source_id)

    def remove_source(self, source_id: int, elsewhere: Sequence[Mark] = ()) -> str:
        """Remove a source with its posts and their marks; undoable. Returns its tag.

        `elsewhere` says in other sources what would be lost with those marks.
        """
        with self._lock:
            removed = self._store.remove_source(source_id, elsewhere)
            self._undo.push(removal_step(self._store, [removed]))
            return removed.source.tag

    def did(self, words: str, take_back: Callable[[], None]) -> None:
        """Something was done that is not stored; undoable as `words`."""

        def back() -> Outcome:
            take_back()
            return Outcome(done=True)

        with self._lock:
            self._undo.push(Step(words, back))

    def undo(self) -> str | None:
        """Take back the last change: the sentence to say of it, or None when there is nothing. See `undo`."""
        with self._lock:
            return self._undo.undo()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the workers, close the store.

        What `poll` began and was told to end is waited for: it writes down what came of it so far. What was found in a long story
        is kept by the worker, which nobody waits for.
        """
        if self._unkept:
            self._runner.leave(_keep_found)
        self._runner.close()
        self._reader.close()
        self._nobody_asks.wait(_ENDS_WITHIN_SECONDS)
        with self._lock:
            if self._opened is not None:
                self._opened.close()

    @contextmanager
    def _rested_reader(self) -> Iterator[None]:
        """Reading is seldom, so its process is there only while it is needed: a poll ends none that an adding goes on with."""
        with self._lock:
            self._readings += 1
        try:
            yield
        finally:
            with self._lock:
                self._readings -= 1
                unneeded = not self._readings
            if unneeded and self._reader is not self._runner:
                self._reader.rest()

    def _undoable(self, tally: Tally) -> AddReport:
        """What became of a reading; from now on it can be taken back."""
        if read := [stored for stored, _ in tally.read if stored.after]:
            with self._lock:
                self._undo.push(reading_step(self._store, read))
        return self._intake.report(tally)


def _find_in_stored(clock: Clock, story: Path) -> Parcel:
    """In the worker, which reads the story itself: to hand over many posts would hold up every other thread of the desk."""
    from newsdesk.kept.candidates import find_facts

    posts = _stored(story).read().posts
    facts = find_facts(posts, clock, story)
    _found[:] = [partial(keep_facts, facts, posts, clock, story)]
    return pack(facts)


_found: list[Callable[[], None]] = []
"""In the worker: keeps what it found last. Where posts come every minute, a long story's facts are not written every minute."""


def _keep_found() -> None:
    while _found:
        _found.pop()()


@lru_cache(maxsize=1)
def _stored(story: Path) -> CurrentStory:
    return CurrentStory(Store.open(story, create=False, read_only=True))


def _find_facts(posts: Sequence[Post], clock: Clock, story: Path) -> Facts:
    """In the worker, which alone pays for the import."""
    from newsdesk.kept.candidates import find_facts

    facts = find_facts(posts, clock, story)
    keep_facts(facts, posts, clock, story)
    return facts
