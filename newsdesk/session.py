"""One desk's hold on a story: its store, the worker, what can be taken back. Knows no screen.

Every method blocks; a screen calls them from worker threads, one at a time per session (a lock sees to it).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, Self

from newsdesk.add import (
    AddError,
    AddRequest,
    Part,
    Preview,
    counts_words,
    fetched,
    kind_at,
    look,
    part_name,
    parts_of,
    prepare,
    read_part,
)
from newsdesk.background import Cancelled, Inline, Runner, WorkerDiedError
from newsdesk.current_story import CurrentStory, Marks
from newsdesk.facts_parcel import Parcel, pack, unpack
from newsdesk.fetch import FetchError, FetchSettings
from newsdesk.following import Asked, Following
from newsdesk.front_page import keep_front_page
from newsdesk.model import Basis, Counts, Facts, Mark, Post, Reading, Source
from newsdesk.store import Added, Changes, MarksSet, Store, StoreError
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.corrections import Correction
from newsdesk.story.source_state import Polling
from newsdesk.story.stream import Stream
from newsdesk.story.wording import shown_name
from newsdesk.undo import SourceField, UndoStack, field_step, folder_step, marks_step, reading_step, removal_step
from newsdesk.watched_folders import Dropped, WatchedFolders, folders_in, meta_of, stamp_of

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
class NotDue:
    """A source that was not asked, since it is asked seldom enough."""

    tag: str
    next_try: datetime | None
    """None: it is stopped."""


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
    not_due: tuple[NotDue, ...] = ()
    """Addresses that were left alone."""
    left: int = 0
    """Files and addresses that were not come to: it was cancelled, or the store took no more."""

    @property
    def counts(self) -> Counts:
        """Of all sources together."""
        return sum((one.counts for one in self.added), Counts())

    @property
    def read(self) -> Mapping[str, datetime]:
        """When sources were read, by where they came from; of one that brought nothing new, nothing is stored."""
        return {one.origin: one.read_at for one in self.added}


@dataclass(frozen=True, slots=True)
class Polled:
    """What became of one source that was asked for news."""

    source: Source
    """As it is stored now."""
    added: AddedSource | None = None
    """What it brought; None when it failed."""
    failed: str = ""
    """Why; one line."""


@dataclass(slots=True)
class _Tally:
    """What becomes of sources as one after the other is read."""

    read: list[tuple[Added, datetime]] = field(default_factory=list)
    notices: dict[int, str] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    in_vain: dict[str, datetime] = field(default_factory=dict)
    not_due: list[NotDue] = field(default_factory=list)
    left: int = 0
    cancelled: bool = False
    store_failed: bool = False

    @contextmanager
    def to_the_end(self) -> Iterator[None]:
        """What ends the reading of all that is left is noted, and what was read stays."""
        try:
            yield
        except Cancelled:
            self.cancelled = True
        except StoreError as error:
            self.failed.append(str(error))
            self.store_failed = True


@dataclass(frozen=True, slots=True)
class LaterStore:
    """A store that is opened when something is first asked of it, in whatever thread that is."""

    path: Path
    open: Callable[[], tuple[Store, str | None]]
    """Gives the store, and a notice for the user. Raises StoreError, and so does whatever was asked."""


class Session:
    """A store and the worker that reads and finds for it."""

    def __init__(self, store: Store | LaterStore, runner: Runner, fetch: FetchSettings | None = None) -> None:
        self._opened = store if isinstance(store, Store) else None
        self._later = None if isinstance(store, Store) else store
        self._path = store.path
        self._runner = runner
        self._fetch = fetch or FetchSettings()
        self._looked_at: AddRequest | None = None
        """The address that was looked at last, with its answer: to ask again for adding it would not be polite."""
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
            return unpack(self._runner.run(cancelled, _find_in_stored, clock, self._store.path), story.found)
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
        if request.is_address:
            asked = next(iter(fetched([request], self._fetch, cancelled)))
            if isinstance(asked, AddError):
                raise asked
            request = self._looked_at = asked
        return self._runner.run(cancelled, look, request, list(story.sources), list(story.posts), now)

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
        tally = _Tally()
        addresses = [request for request in requests if request.is_address]
        jobs = _jobs([request for request in requests if not request.is_address], tally.failed)
        total = tally.left = len(jobs) + len(addresses)
        with tally.to_the_end():
            for number, (request, part) in enumerate(jobs):
                progress(number, total, part_name(part))
                self._read_into(tally, request, part, now(), cancelled)
                tally.left -= 1
            self._add_addresses(
                tally, addresses, now, cancelled, lambda done, name: progress(len(jobs) + done, total, name)
            )
        return self._report(tally)

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
        tally = _Tally()
        with self._lock:
            sources = self._current.read().sources
        files = [source for source in sources if Path(source.origin).is_absolute()]
        following = Following(self._path, self._fetch)
        due = following.due(sources, now(), everything=everything)
        left_alone = following.polling([source for source in sources if source not in due])
        tally.not_due += [
            NotDue(source.tag, left_alone[source.id].next_try) for source in sources if source.id in left_alone
        ]
        total = tally.left = len(files) + len(due)
        with tally.to_the_end():
            for number, source in enumerate(files):
                path = Path(source.origin)
                progress(number, total, part_name(path))
                for request, part in _jobs([AddRequest(path=source.origin, year=source.year)], tally.failed):
                    self._read_into(tally, request, part, now(), cancelled)
                tally.left -= 1
            if due:
                progress(len(files), total, shown_name(due[0].origin))
            polls = self._poll(tally, following, sources, due, now, cancelled, by_hand=True)
            for number, polled in enumerate(polls, len(files)):
                tally.left -= 1
                progress(number, total, shown_name(polled.source.origin))
        return self._report(tally)

    def poll(self, now: Callable[[], datetime], cancelled: Callable[[], bool]) -> Iterator[Polled]:
        """Ask the addresses that are due, several at once, and store what they give; each as its answer comes.

        For the desk, which calls it again and again from a thread of its own: nobody did this, so nothing of it is undone, and
        what comes is news. Close the generator, or let `cancelled` say so, to end what is under way; what was stored stays.

        Raises:
            Cancelled: `cancelled()` became true.
            StoreError: the story takes nothing more.
        """
        with self._lock:
            sources = self._current.read().sources
        following = Following(self._path, self._fetch)
        due = following.due(sources, now())
        yield from self._poll(_Tally(), following, sources, due, now, cancelled, by_hand=False)

    def polling(self) -> Mapping[int, Polling]:
        """How following each of the sources goes that are addresses, by the source's id; what another process did counts."""
        with self._lock:
            sources = self._current.read().sources
        return Following(self._path, self._fetch).polling(sources)

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
        with self._lock:
            if (folder in folders_in(self._store.meta())) == watched:
                return False
            self._store.set_meta(meta_of(folder, watched=watched))
            self._undo.push(folder_step(self._store, folder, watched=watched))
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
    ) -> Iterator[AddReport]:
        """Read these files and store what they hold; what became of each as soon as it is stored.

        Nobody did this, so nothing of it is undone, and what comes is news. A file that is written to meanwhile is left for
        another look; one that cannot be read is left alone until it changes.

        Raises:
            Cancelled: `cancelled()` became true; what was stored stays.
            StoreError: the story takes nothing more.
        """
        try:
            for one in dropped:
                tally = _Tally()
                begun = now()
                try:
                    reading = self._reading(AddRequest(path=str(one.path)), one.path, cancelled)
                    if stamp_of(one.path) != one.stamp:
                        continue  # half of it may be what was read
                    self._store_reading(tally, reading, begun, by_hand=False)
                except AddError as error:
                    if stamp_of(one.path) != one.stamp:
                        continue
                    tally.failed.append(str(error))
                    tally.in_vain[str(one.path)] = begun
                folders.known(one)
                yield self._report(tally, undoable=False)
        finally:
            folders.keep()

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

    def set_interval(self, source_id: int, interval: int | None) -> None:
        """Seconds from one poll of a source to the next; None: as the configuration file says. Undoable."""
        self._say_of_source(source_id, "interval", interval)

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

    def _add_addresses(
        self,
        tally: _Tally,
        requests: Sequence[AddRequest],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Callable[[int, str], None],
    ) -> None:
        """Ask these and store what they give."""
        if not requests:
            return
        progress(0, shown_name(requests[0].path))
        with self._lock:
            sources = list(self._current.read().sources)
        following = Following(self._path, self._fetch)
        try:
            for number, asked in enumerate(self._fetched(requests, cancelled)):
                if isinstance(asked, AddError):
                    tally.failed.append(str(asked))
                    tally.left -= 1
                    continue
                assert asked.answer is not None
                progress(number, part_name(asked.answer))
                begun = now()
                stored = self._read_into(tally, asked, asked.answer, begun, cancelled)
                tally.left -= 1
                if stored is not None:
                    sources.append(stored.source)
                    following.succeeded(stored.source, asked.answer, begun)
        finally:
            following.keep(sources)

    def _fetched(
        self, requests: Sequence[AddRequest], cancelled: Callable[[], bool]
    ) -> Iterator[AddRequest | AddError]:
        """The requests with their answers; the one that was looked at last has its own already."""
        last, self._looked_at = self._looked_at, None
        if last is not None and [last.path] == [request.path for request in requests]:
            requests = [replace(requests[0], answer=last.answer)]
        yield from fetched(requests, self._fetch, cancelled)

    def _poll(
        self,
        tally: _Tally,
        following: Following,
        sources: Sequence[Source],
        due: Sequence[Source],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        *,
        by_hand: bool,
    ) -> Iterator[Polled]:
        try:
            for asked in following.ask(due, now, cancelled):
                polled = self._polled(tally, following, asked, cancelled, by_hand=by_hand)
                if polled is not None:
                    yield polled
        finally:
            following.keep(sources)

    def _polled(
        self, tally: _Tally, following: Following, asked: Asked, cancelled: Callable[[], bool], *, by_hand: bool
    ) -> Polled | None:
        """Store what one address gave; None when its source was removed meanwhile. Raises Cancelled, StoreError."""
        source, outcome = asked.source, asked.outcome
        try:
            if isinstance(outcome, FetchError):
                raise outcome
            if outcome.unchanged:
                stored: Added | None = Added(source)
                tally.read.append((Added(source), asked.at))
            else:
                reading = self._reading(AddRequest(), outcome, cancelled)
                stored = self._store_reading(tally, reading, asked.at, of=source, by_hand=by_hand)
        except (FetchError, AddError) as error:
            words = str(error).removeprefix(f"{shown_name(source.origin)}: ")
            why = error if isinstance(error, FetchError) else FetchError(words)
            following.failed(source, why, asked.at)
            tally.failed.append(f"{shown_name(source.origin)}: {words}")
            return Polled(source, failed=tally.failed[-1])
        if stored is None:
            return None
        following.succeeded(stored.source, outcome, asked.at)
        return Polled(stored.source, _added_source(stored, asked.at))

    def _read_into(
        self, tally: _Tally, request: AddRequest, part: Part, begun: datetime, cancelled: Callable[[], bool]
    ) -> Added | None:
        """Read one thing and store it; None when it cannot be read, which is noted. Raises Cancelled, StoreError.

        `begun` is now: what is written into a file from here on may not be read.
        """
        try:
            reading = self._reading(request, part, cancelled)
        except AddError as error:
            tally.failed.append(str(error))
            if isinstance(part, Path):
                tally.in_vain[str(part.absolute())] = begun
            return None
        said = replace(reading.source, year=request.year, interval=request.interval)
        return self._store_reading(tally, replace(reading, source=said), begun)

    def _reading(self, request: AddRequest, part: Part, cancelled: Callable[[], bool]) -> Reading:
        """Read one thing. Raises AddError, Cancelled."""
        with self._lock:
            sources = self._current.read().sources
        try:
            return self._runner.run(cancelled, read_part, request, part, kind_at(part, sources))
        except WorkerDiedError as error:
            raise AddError(f"{part_name(part)}: {error}") from error

    def _report(self, tally: _Tally, *, undoable: bool = True) -> AddReport:
        """What became of it all; from now on it can be undone, if it is `undoable`."""
        if undoable and (read := [stored for stored, _ in tally.read if stored.after]):
            with self._lock:
                self._undo.push(reading_step(self._store, read))
        return AddReport(
            added=tuple(_added_source(stored, at) for stored, at in tally.read),
            notices=self._still_guessed(tally.notices),
            failed=tuple(tally.failed),
            cancelled=tally.cancelled,
            store_failed=tally.store_failed,
            in_vain=tally.in_vain,
            not_due=tuple(tally.not_due),
            left=tally.left,
        )

    def _still_guessed(self, notices: Mapping[int, str]) -> tuple[str, ...]:
        """The notices, by source, of those whose year is a guess now that everything is in: a later file may have told it."""
        if not notices:
            return ()
        guessed = {
            post.source_id for post in self.story().posts if post.published and post.published.basis is Basis.GUESSED
        }
        return tuple(line for source_id, line in notices.items() if source_id in guessed)

    def _store_reading(
        self, tally: _Tally, reading: Reading, at: datetime, *, of: Source | None = None, by_hand: bool = True
    ) -> Added | None:
        """Store it, and note that and what must be said with it.

        Args:
            tally: where it is noted.
            reading: with what the user said of its source.
            at: when it was read.
            of: the source that was asked for news; when it was removed meanwhile nothing is stored, and None given.
            by_hand: somebody wanted it now.
        """
        with self._lock:
            story = self._current.read()
            year = reading.source.year
            if of is not None:
                there = story.source_by_id.get(of.id)
                if there is None or there.origin != of.origin:
                    return None
                year = there.year  # as it is said by now
            ready = prepare(reading, story.sources, story.posts, year, at)
            stored = self._store.add(ready.reading.source, ready.reading.posts)
            if by_hand:
                self._added.update(post.id for post in stored.new)
        tally.read.append((stored, at))
        if ready.notice and stored.new:
            tally.notices[stored.source.id] = ready.notice
        return stored


def _added_source(stored: Added, at: datetime) -> AddedSource:
    return AddedSource(stored.source.tag, stored.counts, stored.source.origin, at)


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
    return AddReport((), (), tuple(failed))


def _find_in_stored(clock: Clock, story: Path) -> Parcel:
    """In the worker, which reads the story itself: to hand over many posts would hold up every other thread of the desk."""
    return pack(_find_facts(_stored(story).read().posts, clock, story))


@lru_cache(maxsize=1)
def _stored(story: Path) -> CurrentStory:
    return CurrentStory(Store.open(story, create=False, read_only=True))


def _find_facts(posts: Sequence[Post], clock: Clock, story: Path) -> Facts:
    """In the worker, which alone pays for the import."""
    from newsdesk.kept_facts import find_facts

    return find_facts(posts, clock, story)


def _jobs(requests: Iterable[AddRequest], failed: list[str]) -> list[tuple[AddRequest, Part]]:
    """Every part of every request; what names nothing becomes a line for the person in `failed`."""
    jobs: list[tuple[AddRequest, Part]] = []
    for request in requests:
        try:
            jobs += [(request, part) for part in parts_of(request)]
        except AddError as error:
            failed.append(str(error))
    return jobs
