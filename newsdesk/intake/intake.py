"""What is read into a story: files, addresses and pasted text, now or again. Knows no screen.

Every method blocks. Each source is read and stored by itself: one that fails stops no other one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path

from newsdesk.current_story import CurrentStory
from newsdesk.fetch import Answer, FetchError, FetchSettings
from newsdesk.intake.dating import prepare
from newsdesk.intake.following import Asked, Following
from newsdesk.intake.preview import Preview, look
from newsdesk.intake.reading import left_out_words, read_part, read_within
from newsdesk.intake.report import AddedSource, AddReport, NotDue, Polled, Tally
from newsdesk.intake.request import AddError, AddRequest, Part, fetched, kind_at, part_name, parts_of
from newsdesk.intake.watched_folders import Dropped, WatchedFolders, stamp_of
from newsdesk.limits import Limits
from newsdesk.model import Basis, Counts, Reading, Source
from newsdesk.shown_name import shown_name
from newsdesk.store import Added, Store, StoreError, has_address, is_followed
from newsdesk.story import Story
from newsdesk.story.source_state import Polling, every_words
from newsdesk.story.sources import prints_no_date, prints_no_year
from newsdesk.story.wording import said_date
from newsdesk.system.background import Runner

_LOOK_HOLDS = timedelta(minutes=5)
"""So long somebody may think about what an address would bring; what it gave before that is no news."""

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the next one."""


class Intake:
    """Reads sources into one story."""

    def __init__(
        self,
        story: Path,
        runner: Runner,
        fetch: FetchSettings,
        limits: Limits,
        *,
        lock: threading.RLock,
        current: Callable[[], CurrentStory],
        store: Callable[[], Store],
        opened: Callable[[], bool],
    ) -> None:
        """For the story in this file.

        Args:
            story: its file.
            runner: reads what a source holds.
            fetch: how addresses are asked.
            limits: how much one source may take while it is read.
            lock: held while the story is looked at or written to.
            current: the story as it is.
            store: where it is stored.
            opened: whether that is open. Before something could be read it is not opened: where nothing can be, no story is made.
        """
        self._story = story
        self._runner = runner
        self._fetch = fetch
        self._limits = limits
        self._lock = lock
        self._current = current
        self._store = store
        self._opened = opened
        self._looked_at: tuple[AddRequest, datetime] | None = None
        """The address that was looked at last, with its answer, and when: to ask again for adding it would not be polite."""
        self.added: set[int] = set()
        """Ids of the posts that were added by hand."""

    def look(
        self,
        story: Story,
        request: AddRequest,
        now: datetime,
        cancelled: Callable[[], bool],
        progress: Progress,
        zone: tzinfo | None = None,
    ) -> Preview:
        """What adding would bring; `progress` hears of each file before it is read, `zone` is that of the times on the desk.

        Raises:
            AddError: it cannot be read.
            Cancelled: the caller no longer wants it.
        """
        if request.is_address:
            last = self._looked_at
            (known,) = self._with_what_is_known([request], now)
            (asked,) = fetched([known], self._fetch, cancelled)
            if isinstance(asked, AddError):
                raise asked
            request = asked
            self._looked_at = asked, last[1] if last and known.answer else now
        readings: list[Reading] = []
        unreadable: list[AddError] = []
        parts = parts_of(request)
        for number, part in enumerate(parts):
            progress(number, len(parts), part_name(part))
            try:
                readings.append(self._reading(request, part, cancelled))
            except AddError as error:
                unreadable.append(error)
        if not readings:
            if not unreadable[0].feeds:
                self._looked_at = None  # who tries again wants something else
            raise unreadable[0]
        stored = list(story.sources), list(story.posts), self._store().posts_read() if self._opened() else {}
        return self._runner.run(cancelled, look, request, readings, [*map(str, unreadable)], *stored, now, zone)

    def add(
        self,
        requests: Sequence[AddRequest],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Progress,
    ) -> Tally:
        """Read and store, one after the other, addresses last, as they answer; what was stored before a cancel stays.

        Of a list of feeds, each is added, and of a list that it names itself.
        """
        tally = Tally()
        addresses = [request for request in requests if request.is_address]
        jobs = _jobs([request for request in requests if not request.is_address], tally.failed)
        total = tally.left = len(jobs) + len(addresses)
        with tally.to_the_end():
            for number, (request, part) in enumerate(jobs):
                progress(number, total, part_name(part))
                self._read_into(tally, request, part, now(), cancelled)
                tally.left -= 1
            known: set[str] = set()
            done = len(jobs)
            for last in (False, True):
                tally.takes_feeds = not last
                addresses += [AddRequest(path=url, interval=interval) for url, interval in tally.feeds.items()]
                addresses = [request for request in addresses if request.path not in known]
                known |= {request.path for request in addresses}
                tally.left = len(addresses)
                so_far = partial(_counted_on, progress, done, done + len(addresses))
                self._add_addresses(tally, addresses, now, cancelled, so_far)
                done += len(addresses)
                addresses = []
        return tally

    def refresh(
        self,
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Progress,
        *,
        everything: bool = False,
    ) -> Tally:
        """Read the files again that the sources came from, and ask the addresses that are due; `everything`: all of them.

        One that fails is a failure of that source alone.
        """
        tally = Tally()
        sources = self._sources()
        files = [source for source in sources if Path(source.origin).is_absolute()]
        following = Following(self._story, self._fetch)
        due = following.due(sources, now(), slack=True, everything=everything)
        left_alone = following.polling([source for source in sources if source not in due])
        story = self._story_now() if left_alone else Story("")
        tally.not_due += [
            NotDue(str(story.tag(source.id)), left_alone[source.id].next_try)
            for source in sources
            if source.id in left_alone
        ]
        total = tally.left = len(files) + len(due)
        with tally.to_the_end():
            for number, source in enumerate(files):
                path = Path(source.origin)
                progress(number, total, part_name(path))
                for request, part in _jobs([AddRequest(path=source.origin, again=source)], tally.failed):
                    self._read_into(tally, request, part, now(), cancelled)
                tally.left -= 1
            self._note_same(following, tally)
            waited_for = {source.id: shown_name(source.origin) for source in due}
            if due:
                progress(len(files), total, shown_name(due[0].origin))
            for polled in self._poll(tally, following, due, now, cancelled):
                tally.left -= 1
                waited_for.pop(polled.source.id, None)
                if waited_for:
                    progress(total - len(waited_for), total, next(iter(waited_for.values())))
        return tally

    def poll(
        self,
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        every: float | None = None,
        looked: Callable[[], None] = lambda: None,
    ) -> Generator[Polled]:
        """Ask the addresses that are due, several at once, and store what they give; each as its answer comes.

        While one is still being asked, those that become due are asked, too: a slow one holds up no other one.

        For the desk, which calls it again and again from a thread of its own: nobody did this, so nothing of it is undone, and
        what comes is news. Close the generator, or let `cancelled` say so, to end what is under way; what was stored stays.

        Args:
            now: the wall clock, aware.
            cancelled: whether nobody wants it any more.
            every: seconds from one look at what is due to the next; None: there is one alone.
            looked: called after each look but the first.

        Raises:
            Cancelled: `cancelled()` became true.
            StoreError: the story takes nothing more.
        """
        if not (sources := self._followed()):
            return
        following = Following(self._story, self._fetch)

        def more() -> Sequence[Source]:
            self._keep(following)  # what came of asking so far
            due = following.due(self._followed(), now())
            self._claim(following, due, now())
            looked()
            return due

        yield from self._poll(None, following, following.due(sources, now()), now, cancelled, more, every)

    def polling(self) -> tuple[Mapping[int, Polling], Mapping[str, datetime]]:
        """How following goes, and what was read; see `Session.polling`."""
        if not (sources := self._known()):
            return {}, {}
        following = Following(self._story, self._fetch)
        return following.polling(sources), following.read(sources)

    def report(self, tally: Tally) -> AddReport:
        """What became of it all, for a person."""
        story = Story("")
        if tally.read:
            with suppress(StoreError):  # what was added is told, also where the story takes no more
                story = self._story_now()
        return AddReport(
            added=tuple(
                replace(
                    _added_source(stored, at, str(story.tag(stored.source.id))),
                    said=tally.said.get(stored.source.id, ""),
                )
                for stored, at in tally.read
            ),
            notices=_still_guessed(tally.notices, story),
            left_out=tuple(tally.left_out),
            undated=_still_undated(tally.undated, story),
            failed=tuple(tally.failed),
            failing=tuple(tally.failing),
            stopped=tuple(tally.stopped),
            cancelled=tally.cancelled,
            store_failed=tally.store_failed,
            in_vain=tally.in_vain,
            not_due=tuple(tally.not_due),
            left=tally.left,
        )

    def read_dropped(
        self,
        folders: WatchedFolders,
        dropped: Sequence[Dropped],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
    ) -> Generator[AddReport]:
        """Read these files of watched folders; see `Session.read_dropped`."""
        try:
            for one in dropped:
                tally = Tally()
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
                yield self.report(tally)
        finally:
            folders.keep()

    def _add_addresses(
        self,
        tally: Tally,
        requests: Sequence[AddRequest],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        progress: Callable[[int, str], None],
    ) -> None:
        """Ask these and store what they give."""
        if not requests:
            return
        progress(0, shown_name(requests[0].path))
        following = Following(self._story, self._fetch)
        try:
            with closing(fetched(self._with_what_is_known(requests, now()), self._fetch, cancelled)) as asking:
                for number, asked in enumerate(asking):
                    if isinstance(asked, AddError):
                        tally.left -= 1
                        known = following.polling([one for one in self._known() if one.origin == asked.address])
                        stopped = any(polling.stopped for polling in known.values())
                        lines = tally.stopped if stopped else tally.failing if known else tally.failed
                        lines.append(str(asked))
                        continue
                    assert asked.answer is not None
                    progress(number, part_name(asked.answer))
                    begun = now()
                    stored = self._read_into(tally, asked, asked.answer, begun, cancelled)
                    tally.left -= 1
                    if stored is not None:
                        _succeeded(following, stored, asked.answer, begun, tally)
        finally:
            self._keep(following)

    def _with_what_is_known(self, requests: Sequence[AddRequest], now: datetime) -> Sequence[AddRequest]:
        """The requests; one for the address that was looked at just now has its answer already, whatever is said of it."""
        looked_at, self._looked_at = self._looked_at, None
        if looked_at is None:
            return requests
        last, at = looked_at
        just_now = timedelta() <= now - at < _LOOK_HOLDS
        if just_now and [last.path] == [request.path for request in requests]:
            return [replace(requests[0], answer=last.answer)]
        return requests

    def _poll(
        self,
        by_hand: Tally | None,
        following: Following,
        due: Sequence[Source],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        more: Callable[[], Sequence[Source]] | None = None,
        every: float | None = None,
    ) -> Generator[Polled]:
        """Ask these. `by_hand` is where it is noted, if somebody wanted it now; for `more` and `every` see `Following.ask`."""
        if not due:
            return
        self._claim(following, due, now())
        try:
            with closing(following.ask(due, now, cancelled, more, every)) as asking:
                for asked in asking:
                    tally = Tally() if by_hand is None else by_hand
                    polled = self._polled(tally, following, asked, cancelled, by_hand=by_hand is not None)
                    if polled is not None:
                        yield polled
        finally:
            following.give_up()
            self._keep(following)

    def _claim(self, following: Following, due: Sequence[Source], at: datetime) -> None:
        """These are asked now: no other process does."""
        if due:
            following.claim(due, at)
            self._keep(following)

    def _note_same(self, following: Following, tally: Tally) -> None:
        """The files that were read and held nothing new were read, too."""
        same = [(stored.source, at) for stored, at in tally.read if not stored.after]
        for source, at in same:
            following.same(source, at)
        if same:
            self._keep(following)

    def _keep(self, following: Following) -> None:
        """Write down what came of asking, of all sources that there are by now: others may have been added meanwhile."""
        with self._lock:
            try:
                there = self._sources() if self._opened() else ()
            except StoreError:
                there = None
            following.keep(there)

    def _polled(
        self, tally: Tally, following: Following, asked: Asked, cancelled: Callable[[], bool], *, by_hand: bool
    ) -> Polled | None:
        """Store what one address gave; None when its source was removed meanwhile. Raises Cancelled, StoreError."""
        source, outcome = asked.source, asked.outcome
        try:
            if isinstance(outcome, FetchError):
                raise outcome
            if outcome.unchanged:
                with self._lock:
                    # Not all that is stored: a page shows its newest posts.
                    stored_posts = self._current().read().post_counts.get(source.id, 0)
                    same = self._store().posts_read().get(source.id, stored_posts)
                unchanged = Added(source, counts=Counts(same=same))
                tally.read.append((unchanged, asked.at))
                stored: Added | None = unchanged
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
        _succeeded(following, stored, outcome, asked.at, tally)
        return Polled(stored.source, _added_source(stored, asked.at))

    def _read_into(
        self, tally: Tally, request: AddRequest, part: Part, begun: datetime, cancelled: Callable[[], bool]
    ) -> Added | None:
        """Read one thing and store it; None when its source was removed meanwhile, or when it cannot be read, which is noted.

        Raises Cancelled, StoreError.

        `begun` is now: what is written into a file from here on may not be read.
        """
        try:
            reading = self._read_or_same(request, part, cancelled)
        except AddError as error:
            if error.feeds and tally.takes_feeds:
                tally.feeds |= {feed.url: request.interval for feed in error.feeds if feed.url not in tally.feeds}
                return None
            tally.failed.append(str(error))
            if isinstance(part, Path):
                tally.in_vain[str(part.absolute())] = begun
            return None
        if isinstance(reading, Added):
            tally.read.append((reading, begun))
            return reading
        interval = request.interval if request.is_address else None
        said = replace(reading.source, year=request.year, said_time=request.said_time, interval=interval)
        return self._store_reading(tally, replace(reading, source=said), begun, of=request.again)

    def _read_or_same(self, request: AddRequest, part: Part, cancelled: Callable[[], bool]) -> Reading | Added:
        """Read one thing; a file that is as it was is not taken apart: what is said of it then. Raises AddError, Cancelled."""
        if isinstance(part, Path) and self._opened():
            origin = str(part.absolute())
            if (known := self._store().last_state(origin, request.year, request.said_time)) is not None:
                if (reading := self._read(request, part, cancelled, known)) is not None:
                    return reading
                if (same := self._store().read_in_vain(origin, known)) is not None:
                    return same
        return self._reading(request, part, cancelled)

    def _reading(self, request: AddRequest, part: Part, cancelled: Callable[[], bool]) -> Reading:
        """Read one thing. Raises AddError, Cancelled."""
        reading = self._read(request, part, cancelled, None)
        assert reading is not None  # only what is known is not
        return reading

    def _read(
        self, request: AddRequest, part: Part, cancelled: Callable[[], bool], known: str | None
    ) -> Reading | None:
        """Read one thing where that can be stopped; see `read_part`. Raises AddError, Cancelled."""
        limits = self._limits
        name = str(part) if isinstance(part, Path) else part_name(part)
        before = kind_at(part, self._known())
        return read_within(limits, self._runner, cancelled, name, read_part, request, part, limits, before, known)

    def _story_now(self) -> Story:
        with self._lock:
            return self._current().read()

    def _known(self) -> Sequence[Source]:
        """The sources that there are; a story that nothing is stored in yet is not opened for that."""
        return self._sources() if self._opened() else ()

    def _sources(self) -> Sequence[Source]:
        return self._story_now().sources

    def _followed(self) -> Sequence[Source]:
        """Those that are asked for news; where there are none, nothing that is kept of asking need be read."""
        return [source for source in self._sources() if is_followed(source)]

    def _store_reading(
        self, tally: Tally, reading: Reading, at: datetime, *, of: Source | None = None, by_hand: bool = True
    ) -> Added | None:
        """Store it, and note that and what must be said with it.

        Args:
            tally: where it is noted.
            reading: with what the user said of its source.
            at: when it was read.
            of: the source that was read again; when it was removed meanwhile nothing is stored, and None given.
            by_hand: somebody wanted it now.
        """
        with self._lock:
            story = self._current().read()
            year = reading.source.year
            if of is not None:
                there = story.source_by_id.get(of.id)
                if there is None or there.origin != of.origin:
                    return None
                year = there.year  # as it is said by now
            elif year is None and has_address(reading.source):
                there = next((source for source in story.sources if source.origin == reading.source.origin), None)
                year = there.year if there else None
            ready = prepare(reading, story.sources, story.posts, year, at)
            stored = self._store().add(ready.reading.source, ready.reading.posts)
            if by_hand:
                self.added.update(post.id for post in stored.new)
        tally.read.append((stored, at))
        tally.wishes[stored.source.origin] = reading.wish
        if stored.after and not stored.is_new:
            tally.said[stored.source.id] = _said_words(reading)
        if ready.notice and stored.new:
            tally.notices[stored.source.id] = ready.notice
        if by_hand and stored.new and (words := left_out_words(reading)):
            tally.left_out.append(f"{stored.source.tag}: {words}")
        if stored.is_new and stored.new and prints_no_date(stored.source, stored.new):
            tally.undated.append(stored.source.id)
        return stored


def _counted_on(progress: Progress, before: int, total: int, done: int, name: str) -> None:
    """Tell the progress of a part, before which so many were done."""
    progress(before + done, total, name)


def _said_words(reading: Reading) -> str:
    """What the user says of a source by adding it again, as far as it tells something that the source does not print."""
    source, posts = reading.source, reading.posts
    parts = []
    if source.said_time and prints_no_date(source, posts):
        parts.append(f"date {said_date(source.said_time)}")
    if source.year is not None and prints_no_year(source, posts):
        parts.append(f"year {source.year}")
    if source.interval is not None:
        parts.append(every_words(source.interval))
    return ", ".join(parts)


def _succeeded(following: Following, stored: Added, answer: Answer, at: datetime, tally: Tally) -> None:
    """An address gave this, which is stored now."""
    origin, counts = stored.source.origin, stored.counts
    following.succeeded(
        stored.source, answer, at, new=bool(counts.new or counts.edited), wish=tally.wishes.get(origin, 0)
    )


def _added_source(stored: Added, at: datetime, tag: str = "") -> AddedSource:
    """`tag` names the source in the rows of the stream, where no two are called the same."""
    return AddedSource(tag or stored.source.tag, stored.counts, stored.source.origin, at)


def _still_guessed(notices: Mapping[int, str], story: Story) -> tuple[str, ...]:
    """The notices, by source, of those whose year is a guess now that everything is in: a later file may have told it."""
    if not notices:
        return ()
    guessed = {post.source_id for post in story.posts if post.published and post.published.basis is Basis.GUESSED}
    return tuple(line for source_id, line in notices.items() if source_id in guessed)


def _still_undated(undated: Sequence[int], story: Story) -> tuple[str, ...]:
    """What those of these sources are called that nothing dates now that everything is in."""
    if not undated:
        return ()
    dated = {post.source_id for post in story.posts if post.published}
    return tuple(
        str(story.tag(source_id)) for source_id in undated if source_id in story.source_by_id and source_id not in dated
    )


def _jobs(requests: Iterable[AddRequest], failed: list[str]) -> list[tuple[AddRequest, Part]]:
    """Every part of every request; what names nothing becomes a line for the person in `failed`."""
    jobs: list[tuple[AddRequest, Part]] = []
    for request in requests:
        try:
            jobs += [(request, part) for part in parts_of(request)]
        except AddError as error:
            failed.append(str(error))
    return jobs
