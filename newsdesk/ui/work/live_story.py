"""The story of an open desk: everything that must not happen on the screen's thread.

Each piece of work runs in a thread of its own and ends in one message of `messages` to the desk, or in an error that reaches
the desk as its worker's state. Work that a later piece of the same kind has overtaken ends in silence.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import Literal

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from newsdesk.intake.intake import Progress
from newsdesk.intake.preview import Preview
from newsdesk.intake.report import AddReport
from newsdesk.intake.request import PASTED, AddError, AddRequest, folder_named
from newsdesk.model import READ, STARRED, Facts, Mark, PrintedTime
from newsdesk.session import MANY_POSTS, Session
from newsdesk.shown_name import shown_name
from newsdesk.store import StoreError
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.corrected_place import whereabouts
from newsdesk.story.corrections import NAME, Correction, correcting, followers
from newsdesk.story.countdown import EventRow, RowsMade, countdown_rows, event_rows
from newsdesk.story.filter import Filter
from newsdesk.story.kept_filter import KeptFilter
from newsdesk.story.own_events import saying_elsewhere
from newsdesk.story.quotes import ActorRow, SpokenRow, actor_rows, nobodys_rows, quote_rows
from newsdesk.story.search import Search, found_rows
from newsdesk.story.since_left import SinceLooker
from newsdesk.story.stream import Stream, stream_rows
from newsdesk.story.wording import counted, own_zone
from newsdesk.system.background import Cancelled
from newsdesk.system.folder_watch import FolderWatch
from newsdesk.system.spare_memory import give_back
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.terminal.suspension import JumpWatch
from newsdesk.ui.work import messages
from newsdesk.ui.work.complaints import Complaints

_LOOK_ANYWAY_SECONDS = 1.0
"""How often the store is asked for what other processes stored where the system does not tell of it."""
_LOOK_AGAIN_SECONDS = 0.1
"""After being told: a store that was busy has not answered, and who stores again and again is followed ten times a second."""
SHOWN_AFTER_SECONDS = 0.1
"""How long new posts have to get on the screen. Handing all posts to the worker takes longer than drawing them, and would be in their way."""
_FORGET_SEARCH_AFTER_SECONDS = 60.0
"""Who searches once often searches again soon, and the first letter is the dearest."""
_REST_AFTER_SECONDS = 5.0
"""Posts come in bursts: the next one soon after may find the worker as it was."""

_PASTED_IS_KEPT = f"{PASTED}: it is kept as long as the desk is open, and added when you leave it"


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows, and what they were made of beside their story."""

    wanted: Filter
    clock: Clock
    zone: tzinfo
    message: messages.RowsReady

    def same_facts(self, story: Story, wanted: Filter, clock: Clock, zone: tzinfo) -> bool:
        """Whether actors and events of these are the same: a post that was read or starred changes neither."""
        unfiltered = not wanted and not self.wanted
        return (
            unfiltered
            and (self.clock, self.zone) == (clock, zone)
            and story.facts is self.message.story.facts
            and story.posts is self.message.story.posts
        )

    def same_actors(self, story: Story, wanted: Filter, clock: Clock) -> bool:
        """Whether the actors are the same: where posts only came, and nothing was looked for in them yet."""
        choosing = wanted or self.wanted or Mode.CHOSEN in {clock.mode, self.clock.mode}
        return not choosing and _only_grew(story, self.message.story)


@dataclass(frozen=True, slots=True)
class QuotesWanted:
    """What rows of one actor's quotes are made of."""

    story: Story
    actor: str
    clock: Clock
    zone: tzinfo
    statements: bool
    among: Collection[int] | None
    """The posts that the filter lets through; None when there is no filter."""

    def same_rows(self, before: QuotesWanted) -> bool:
        """Whether the rows are those of before: where posts only came, and nothing was looked for in them yet."""
        choosing = (
            self.among is not None or before.among is not None or Mode.CHOSEN in {self.clock.mode, before.clock.mode}
        )
        return (
            not choosing
            and (self.actor, self.statements, self.zone) == (before.actor, before.statements, before.zone)
            and _only_grew(self.story, before.story)
            and all(self.story.tag(source.id) == before.story.tag(source.id) for source in before.story.sources)
        )


def _only_grew(story: Story, before: Story) -> bool:
    """Whether posts only came, and nothing was looked for in them yet."""
    return story.facts is before.facts and story.came_since(before) is not None


def _made_rows(before: _Rows | None, story: Story, wanted: Filter, clock: Clock, zone: tzinfo, made: RowsMade) -> _Rows:
    stream = stream_rows(story, wanted, clock, zone, before.message.stream if before else None)
    stream.work_out()  # here, beside the screen's thread
    if before is None or before.message.stream.line is not stream.line:
        _ = stream.ids
    if before is not None and before.same_facts(story, wanted, clock, zone):
        return _Rows(wanted, clock, zone, replace(before.message, story=story, stream=stream))
    among = stream.ids if wanted else None
    hidden = sum(map(clock.hides, story.posts)) if clock.mode is Mode.CHOSEN else 0
    whole = messages.Whole()
    if wanted:
        quotes = sum(row.count for row in actor_rows(story, clock))
        ahead = sum(not row.passed for row in event_rows(story, clock, zone))
        whole = messages.Whole(len(story.posts) - hidden, quotes, ahead)
    return _Rows(
        wanted,
        clock,
        zone,
        messages.RowsReady(
            story=story,
            stream=stream,
            actors=before.message.actors
            if before is not None and before.same_actors(story, wanted, clock)
            else [*actor_rows(story, clock, among), *nobodys_rows(story, clock, among)],
            events=countdown_rows(story, clock, zone, among, made),
            among=among,
            whole=whole,
            hidden=hidden,
        ),
    )


class LiveStory:
    """The stored story and its facts, kept up to date for one desk."""

    def __init__(self, desk: Screen[None], session: Session, now: Callable[[], datetime]) -> None:
        """Work for this desk.

        Args:
            desk: gets the messages; its workers are used.
            session: the store and the worker process.
            now: the wall clock, aware.
        """
        self._desk = desk
        self._session = session
        self._now = now
        self._gone = threading.Event()
        self._opened = threading.Event()
        """The story was read for the first time: before, there is nothing to follow, and every moment counts."""
        self._stirred = threading.Event()
        """Something was written into the story's file."""
        self._stop_adding = threading.Event()
        self._to_add: deque[Callable[[], None]] = deque()
        """Begins what waits until something else is added."""
        self._pasted: list[AddRequest] = []
        """Pasted text that is to be added, or that the store did not take: it stands nowhere else."""
        self._loading = False
        self._load_again = False
        """Something changed while the story was being loaded."""
        self._find_next: tuple[Story, Clock] | None = None
        """What is to be looked at when the search that is under way has ended."""
        self._search = Search()
        self._search_turn = threading.Lock()
        self._forgetting: Timer | None = None
        """Until what was made ready to be searched may be forgotten: of a long story it is an eighth of all that the desk holds."""
        self._rows: _Rows | None = None
        """The rows that were made last."""
        self._made_events = RowsMade()
        self._changes: deque[Callable[[], Message]] = deque()
        self._change_turn = threading.Lock()
        self._many = False
        """The story is a long one."""
        self._resting: Timer | None = None
        """Until the worker that looked for facts may forget them."""
        self.since: SinceLooker | None = None
        """Tells what came since the desk was left, as long as that is wanted."""
        self.adding = False
        """Something is being added."""
        self.finding = False
        """Facts are being looked for."""

    def start(self) -> None:
        """Load the story and keep looking for what others store."""
        self.load(Story(""))
        threading.Thread(target=self._watch, name="newsdesk watch", daemon=True).start()

    def failed(self, kind: str, shown: Story) -> None:
        """A piece of work of this kind (its worker's group) ended in an error: it is no longer under way.

        `shown` is the story on the screen.
        """
        if kind == "load":
            self.loaded(shown)
        if kind == "add":
            self.added()
        if kind == "find":
            self.found()

    def close(self) -> None:
        """Let every thread end."""
        self._gone.set()
        self._opened.set()
        self._stirred.set()
        self._stop_adding.set()

    # -- reading ------------------------------------------------------------------------------------------------------

    def load(self, before: Story) -> None:
        """Read the story from the store: `StoryLoaded`. `before` is what the desk shows now.

        While it is being read, another wish waits for `loaded`: a process that stores again and again must not keep the
        desk from ever showing anything.
        """
        self._load_again = self._loading
        if self._loading:
            return
        self._loading = True

        def load() -> Message:
            if not before.title:
                self._session.start()
            story = self._session.story()
            # The desk asks for these on the screen's thread.
            _ = story.newest, story.post_counts, story.post_by_id, story.tag(0)
            damage = f"{shown_name(str(self._session.path))}: {len(self._session.damaged)} damaged lines are left out; newsdesk check says where"
            return messages.StoryLoaded(
                story,
                posts_changed=story.posts is not before.posts and story.posts != before.posts,
                damage=damage if self._session.damaged else None,
                notice=self._session.notice,
                read_only=self._session.read_only,
                by_hand=self._session.added_here,
            )

        self._work("load", load)

    def loaded(self, story: Story) -> None:
        """`StoryLoaded` has reached the desk, which shows this story now."""
        self._loading = False
        self._opened.set()
        if self._load_again:
            self.load(story)

    def marks_changed(self, story: Story) -> None:
        """`MarksChanged` has reached the desk: a load that is under way may have read the marks before that."""
        if self._loading:
            self.load(story)

    def find(self, story: Story, clock: Clock) -> None:
        """Look for the facts in the posts that the clock shows, once what is new is on the screen: `FactsFound`.

        While facts are being looked for, another wish waits for `found`. Ending the search would end the process that
        remembers what it has looked at, and a story that grows all the time would never be done.
        """
        if self.finding:
            self._find_next = (story, clock)
            return
        if self._resting is not None:
            self._resting.stop()  # it would wait until this is found, and then forget it
        self.finding = bool(story.posts)
        self._many = len(story.posts) > MANY_POSTS

        def find() -> Message:
            self._gone.wait(SHOWN_AFTER_SECONDS)
            worker = get_current_worker()
            facts = (
                self._session.facts(story, clock, lambda: worker.is_cancelled or self._gone.is_set())
                if story.posts
                else Facts()
            )
            return messages.FactsFound(facts, clock)

        self._work("find", find)

    def found(self) -> None:
        """The search has ended: its facts have reached the desk, or it failed."""
        self.finding = False
        if self._many:
            self._resting = self._desk.set_timer(_REST_AFTER_SECONDS, self._rest)
        if self._find_next is not None:
            following, self._find_next = self._find_next, None
            self.find(*following)

    def _rest(self) -> None:
        self._work("rest", self._session.rest)

    def make_rows(self, story: Story, wanted: Filter, clock: Clock, zone: tzinfo) -> None:
        """Rows for the panes: `RowsReady`."""

        def make() -> Message:
            self._rows = _made_rows(self._rows, story, wanted, clock, zone, self._made_events)
            rows = self._rows.message
            looker = self.since  # the screen's thread may put it away meanwhile
            since = looker.look(story, rows.stream, clock, zone, rows.among) if looker else None
            return replace(rows, since=since)

        self._work("rows", make)

    def search(self, stream: Stream, words: str) -> None:
        """Where these words stand: `Matched`."""
        self._keep_search()

        def look() -> Message | None:
            unwanted = get_current_worker()
            with self._search_turn:
                rows = self._search.rows(stream, words, lambda: unwanted.is_cancelled)
            return messages.Matched(words, stream, rows)

        self._work("search", look)

    def search_rows(
        self,
        rows: Sequence[ActorRow | SpokenRow | EventRow],
        words: str,
        said_by: Callable[[str], Iterable[str]],
    ) -> None:
        """The same in rows of another pane than the stream; `said_by` tells what an actor said."""
        self._work("search", lambda: messages.Matched(words, rows, found_rows(rows, words, said_by)))

    def search_over(self) -> None:
        """Nothing is searched for any more, for now."""
        self._keep_search()
        self._forgetting = self._desk.set_timer(_FORGET_SEARCH_AFTER_SECONDS, self._forget_search)

    def _keep_search(self) -> None:
        if self._forgetting is not None:
            self._forgetting.stop()

    def _forget_search(self) -> None:
        def forget() -> None:
            with self._search_turn:
                self._search = Search()
            give_back()

        self._work("search", forget)

    def make_event_rows(self, story: Story, clock: Clock, zone: tzinfo, among: frozenset[int] | None) -> None:
        """Rows of the countdown alone, which reads differently as time goes by: `EventsReady`."""

        def make() -> Message:
            return messages.EventsReady(story, among, countdown_rows(story, clock, zone, among, self._made_events))

        self._work("events", make)

    def make_quote_rows(self, wanted: QuotesWanted) -> None:
        """Rows of what one actor said: `QuotesReady`."""

        def make() -> Message:
            rows = quote_rows(
                wanted.story,
                wanted.actor,
                wanted.clock,
                wanted.zone,
                statements=wanted.statements,
                among=wanted.among,
            )
            return messages.QuotesReady(wanted.actor, rows)

        self._work("quotes", make)

    async def look(self, story: Story, request: AddRequest, zone: tzinfo, progress: Progress) -> Preview:
        """What adding would bring, beside times in `zone`; raises AddError. Cancelling the wait cancels the work.

        `progress` hears, on the screen's thread, of each file before it is read.
        """
        unwanted = threading.Event()
        loop = asyncio.get_running_loop()

        def tell(done: int, total: int, name: str) -> None:
            loop.call_soon_threadsafe(progress, done, total, name)

        try:
            look = partial(self._session.look, zone=own_zone(zone))
            return await asyncio.to_thread(look, story, request, self._now(), unwanted.is_set, tell)
        except asyncio.CancelledError:
            unwanted.set()
            raise

    # -- adding -------------------------------------------------------------------------------------------------------

    def add(self, requests: Sequence[AddRequest], *, again: bool = False) -> bool:
        """Add, one file after the other: `Progressed`, and `Added` at the end. False when it waits until `added`.

        `again` says that these were read before.
        """
        self._pasted += [request for request in requests if request.text]

        def add() -> AddReport:
            try:
                report = self._session.add(requests, self._now, self._stop_adding.is_set, self._progress)
            except StoreError as error:
                report = AddReport(failed=(str(error),), store_failed=True)
            pasted = [request for request in requests if request in self._pasted]
            if pasted and report.store_failed and not self._session.read_only:
                return replace(report, failed=(*report.failed, _PASTED_IS_KEPT))
            if not (report.cancelled and self._gone.is_set()):
                for request in pasted:
                    self._pasted.remove(request)  # in its place: the screen's thread may be adding to it
            return report

        if self.adding:
            self._to_add.append(partial(self._add, add, again=again))
            return False
        self._add(add, again=again)
        return True

    def refresh(self) -> bool:
        """Read the sources' files again, and ask all their addresses, as `add` does. False, and nothing, while something is being added."""
        if self.adding:
            return False
        refresh = self._session.refresh
        self._add(lambda: refresh(self._now, self._stop_adding.is_set, self._progress, everything=True), again=True)
        return True

    def stop_adding(self) -> None:
        """Stop after the file that is being stored; what was added stays, and what waits for that is added."""
        self._stop_adding.set()

    def added(self) -> None:
        """Adding has ended: its report has reached the desk, or it failed. What waited for that comes next."""
        self.adding = False
        if self._to_add:
            self._to_add.popleft()()

    def _add(self, add: Callable[[], AddReport], *, again: bool) -> None:
        self.adding = True
        self._stop_adding.clear()

        def work() -> Message:
            try:
                return messages.Added(add(), again)
            except StoreError as error:
                return messages.Added(AddReport(failed=(str(error),), store_failed=True), again)

        self._work("add", work)

    def _progress(self, done: int, total: int, name: str) -> None:
        if done:
            self._desk.post_message(messages.StoreChanged())  # what is stored shows while the rest is being read
        of = f"{done + 1} of {total}: " if total > 1 else ""
        self._desk.post_message(messages.Progressed(f"Reading {of}{name}"))

    # -- what the user says -------------------------------------------------------------------------------------------

    def mark_seen(self, post_ids: Sequence[int]) -> None:
        """The posts were on the screen: they are read."""
        self._mark(lambda: self._session.mark_seen(post_ids, self._now()))

    def mark_read(self, stream: Stream, index: int) -> None:
        """Mark the unread posts from this row down as read, and say so; undoable."""

        def mark() -> None:
            at = self._now().astimezone(UTC)
            unread = [Mark(READ, post_id, at=at) for post_id in stream.unread_from(index)]
            done = bool(unread) and self._session.set_marks(unread, [], f"{counted(len(unread), 'post')} marked read")
            words = f"Marked {counted(len(unread), 'post')} read, from here down; {self._undo_key} takes it back"
            told = messages.Said(words, undo="offered") if done else messages.Said("Nothing unread from here down")
            self._desk.post_message(told)

        self._mark(mark)

    def toggle_read(self, post_id: int) -> None:
        """Mark the post as read, or as unread, whatever was seen of it; undoable."""
        mark = Mark(READ, post_id, at=self._now().astimezone(UTC))
        self._mark(lambda: self._session.toggle_mark(mark, "mark read", "mark unread"))

    def star(self, post_id: int) -> None:
        """Star the post, or take the star away; undoable."""
        mark = Mark(STARRED, post_id, at=self._now().astimezone(UTC))
        self._mark(lambda: self._session.toggle_mark(mark, "star"))

    def correct(self, make: Callable[[datetime], Correction], story: Callable[[], Story]) -> None:
        """Write down what the user says of a speaker or an actor; undoable.

        `make` gets the moment of saying it; `story` is the one that the desk shows.
        """

        def say() -> None:
            correction = make(self._now().astimezone(UTC))
            if not correction.add and not correction.remove:
                self._desk.post_message(messages.Said("This is no longer in the story; nothing changes", "warning"))
                return
            before = story()
            if self._session.correct(correction):
                after = before.with_marks((before.marks - set(correction.remove)) | set(correction.add))
                others = followers(correction, before.corrected, after.corrected)
                by_name = any(mark.kind == NAME for mark in (*correction.add, *correction.remove))
                more = f", and {counted(others, 'other place')} with it" if others and not by_name else ""
                said = correction.said[:1].upper() + correction.said[1:]
                words = f"{said}{more}; {self._undo_key} takes it back"
                self._desk.post_message(messages.Said(words, undo="offered"))
                self._tell_where(before, after)

        self._mark(say)

    def _tell_where(self, before: Story, after: Story) -> None:
        """`Corrected`: what was gone to before is the last thing corrected no longer, even where this leads nowhere."""
        self._desk.post_message(messages.Corrected(whereabouts(before.marks, after)))

    @property
    def _undo_key(self) -> str:
        return keymap(self._desk).word("desk.undo")

    def remove_source(self, source_id: int, story: Callable[[], Story]) -> None:
        """Take a source out of the story; undoable. `story` is the one that the desk shows."""

        def take_out() -> str:
            shown = story()
            elsewhere = saying_elsewhere(shown.own_events, source_id, shown.post_by_id)
            return f"Took out {self._session.remove_source(source_id, elsewhere)}; {self._undo_key} brings it back"

        self._change(take_out)

    def rename_source(self, source_id: int, title: str | None) -> None:
        """Another title; None takes it back to the file's name. Undoable."""
        self._change(lambda: self._session.set_title(source_id, title))

    def set_source_year(self, source_id: int, year: int | None) -> None:
        """The year of dates printed without one; None: the evidence decides. Undoable."""
        self._change(lambda: self._session.set_year(source_id, year))

    def set_source_date(self, source_id: int, date: PrintedTime | None) -> None:
        """The date of a source that prints none; None: the evidence decides. Undoable."""
        self._change(lambda: self._session.set_date(source_id, date))

    def set_interval(self, source_id: int, interval: int | None) -> None:
        """How often an address is asked, in seconds; None: as it is learned, or the configuration file says. Undoable."""
        self._change(lambda: self._session.set_interval(source_id, interval))

    def watch_folder(self, path: str) -> None:
        """Watch the folder of this name from now on; undoable."""

        def watch() -> str:
            try:
                folder = folder_named(path)
            except AddError as error:
                return str(error)
            new = self._session.watch(folder)
            return f"{shown_name(folder)} is watched{': what lies in it is added' if new else ' already'}"

        self._change(watch)

    def stop_watching(self, folder: str) -> None:
        """Watch this folder no longer; undoable."""

        def stop() -> str:
            self._session.stop_watching(folder)
            return f"{shown_name(folder)} is watched no longer; {self._undo_key} takes it back"

        self._change(stop)

    def keep_filters(self, change: Mapping[str, KeptFilter | None], words: str, undo_words: str) -> None:
        """Keep these filters under these names, None: no longer, and say so in these words; undoable."""

        def keep() -> str:
            done = self._session.keep_filters(change, undo_words)
            return f"{words}; {self._undo_key} takes it back" if done else words

        self._change(keep)

    def put_away_since(self) -> None:
        """Say no longer what came since the desk was left; undoable."""
        looker, self.since = self.since, None

        def take_back() -> None:
            self.since = looker

        def put_away() -> None:
            self._session.did("hiding of what came since you left", take_back)
            words = f"What came since you left is said no longer; {self._undo_key} brings it back"
            self._desk.post_message(messages.Said(words, undo="offered"))

        self._mark(put_away)

    def undo(self, story: Callable[[], Story]) -> None:
        """Take back the last thing the user said; `story` is the one that the desk shows."""

        def undo() -> str:
            if self._session.changed() != "nothing":  # by others: no part of what is taken back
                self._desk.post_message(messages.StoreChanged())
            marks = self._session.marks().said
            words = self._session.undo() or "Nothing to take back"
            self._session.changed()  # what was taken back is among the marks from now on; all is read anew in any case
            if correcting(now := self._session.marks().said) != correcting(marks):
                before = story().with_marks(marks)
                self._tell_where(before, before.with_marks(now))
            return words

        self._change(undo, undo="done")

    def _change(self, change: Callable[[], str | None], *, undo: Literal["offered", "done"] = "offered") -> None:
        """Change the store, then have it read again; a returned sentence is said to the user."""

        def changed() -> Message:
            if words := change():
                self._desk.post_message(messages.Said(words, undo=undo))
            return messages.StoreChanged()

        self._in_turn(changed)

    def _mark(self, mark: Callable[[], object]) -> None:
        """Change the marks alone: the posts need not be read again."""

        def marked() -> Message:
            mark()
            # Somebody else may have stored more just now, and it is told only once.
            if self._session.changed() == "story":
                return messages.StoreChanged()
            return messages.MarksChanged(self._session.marks())

        self._in_turn(marked)

    def _in_turn(self, change: Callable[[], Message]) -> None:
        """Changes are made, and told, in the order of the keys, whichever thread comes first."""
        self._changes.append(change)

        def work() -> None:
            with self._change_turn:
                self._desk.post_message(self._changes.popleft()())

        self._work("change", work, exclusive=False)

    def finish(self) -> None:
        """Make the changes that no thread came to before the screen was gone, and add what was pasted; one that fails ends no other.

        Raises:
            StoreError: the first that could not be stored.
        """
        failed: list[StoreError] = []
        with self._change_turn:
            while self._changes:
                try:
                    self._changes.popleft()()
                except StoreError as error:
                    failed.append(error)
        pasted, self._pasted = self._pasted, []
        if pasted:
            report = self._session.add(pasted, self._now, lambda: False, lambda *_: None)
            failed += [StoreError(f"{line}; the pasted text was not added") for line in report.failed]
        if failed:
            raise failed[0]

    # -- threads ------------------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        """A thread's whole life: ask the store when something was written, and now and then, until the desk closes."""
        clock = JumpWatch(self._now)
        complaints = Complaints(self._desk)
        self._opened.wait()
        story = self._session.path.resolve()

        def told(name: str) -> None:
            if name == story.name:
                self._stirred.set()

        with FolderWatch(story.parent, told):
            patience = 0.0
            while not self._gone.is_set():
                written = self._stirred.wait(patience)
                self._stirred.clear()
                if clock.jumped():
                    self._desk.post_message(messages.ClockJumped())
                with complaints.said_once():
                    self._look_at_store()
                patience = 0.0 if written else _LOOK_ANYWAY_SECONDS
                if written and self._gone.wait(_LOOK_AGAIN_SECONDS):
                    return

    def _look_at_store(self) -> None:
        """Tell the desk what was stored."""
        what = self._session.changed()
        if what == "story":
            self._desk.post_message(messages.StoreChanged())
        elif what == "marks":
            with self._change_turn:
                self._desk.post_message(messages.MarksChanged(self._session.marks()))

    def _work(self, kind: str, work: Callable[[], Message | None], *, exclusive: bool = True) -> None:
        def run() -> None:
            worker = get_current_worker()
            try:
                message = work()
            except Cancelled:
                return
            # A later piece of the same kind cancels this one; it must not end after it.
            if message is not None and not worker.is_cancelled:
                self._desk.post_message(message)

        self._desk.run_worker(run, name=kind, group=kind, thread=True, exclusive=exclusive, exit_on_error=False)
