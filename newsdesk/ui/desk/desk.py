"""The desk: the main screen. It owns what is shown and from when; the panes get rows and answer with messages.

Nothing here reads a file, parses, or builds the rows of a whole story: `live_story` does, off the screen's thread.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.actions import parse
from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.markup import escape
from textual.messages import Update
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from newsdesk.clean import clean_line
from newsdesk.intake.request import AddRequest
from newsdesk.kept.front_page import FrontPage
from newsdesk.kept.last_view import LastView, what_is_there
from newsdesk.model import Fault, Mark, Place
from newsdesk.session import Session
from newsdesk.store import StoreError
from newsdesk.story import Story
from newsdesk.story.chips import chips
from newsdesk.story.citation import Citation
from newsdesk.story.clock import Clock, Mode, advanced, default_clock, toggled
from newsdesk.story.corrected_place import Whereabouts
from newsdesk.story.corrections import name_after
from newsdesk.story.countdown import (
    EventRow,
    days_begun,
    mention_rows,
    next_tick,
)
from newsdesk.story.elsewhere import elsewhere
from newsdesk.story.faults import fault_lines, faults_of
from newsdesk.story.filter import Filter
from newsdesk.story.kept_filter import KeptFilter, filter_kept, kept_words
from newsdesk.story.passages import Passage
from newsdesk.story.quotes import passages_of, post_citation
from newsdesk.story.reader import page, words_citation
from newsdesk.story.since_left import SinceLeft, SinceLooker
from newsdesk.story.stream import Stream, stream_rows
from newsdesk.story.wording import SOURCE_ZONE, in_zone, real_zone, zone_name
from newsdesk.ui.desk.arrivals import Arrivals
from newsdesk.ui.desk.last_place import LastPlace
from newsdesk.ui.desk.read_marks import ReadMarks, SeenPosts
from newsdesk.ui.desk.searching import Searching
from newsdesk.ui.desk.source_watch import SourceWatch
from newsdesk.ui.desk.sources import DeskSources
from newsdesk.ui.dialogs.outcome import Outcomes
from newsdesk.ui.keys.commands import ADD_EVENT, DESK
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.panes.chips import ChipLine
from newsdesk.ui.panes.copying import copy
from newsdesk.ui.panes.countdown import CountdownPane
from newsdesk.ui.panes.foot import Footed
from newsdesk.ui.panes.header import Header, SearchField, SearchLine, TabLine, Welcome, pane_titles
from newsdesk.ui.panes.panes import BREAKPOINTS, Panes, class_at
from newsdesk.ui.panes.quotes import ActorList, QuoteList, QuotesPane
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.panes.turns import Turns
from newsdesk.ui.work import messages
from newsdesk.ui.work.complaints import error_words
from newsdesk.ui.work.folders import FolderFollower
from newsdesk.ui.work.following import Follower
from newsdesk.ui.work.live_story import LiveStory, QuotesWanted

if TYPE_CHECKING:
    from newsdesk.ui.dialogs.corrections import Corrections
    from newsdesk.ui.dialogs.event_changes import EventChanges
    from newsdesk.ui.dialogs.export import ExportWish
    from newsdesk.ui.dialogs.page_text import Words
    from newsdesk.ui.dialogs.reader import Reader

NEEDS_POSTS = frozenset(
    {
        "search",
        "filter",
        "next_unread",
        "previous_unread",
        "zoom",
        "usual_sizes",
        "toggle_clock",
        "set_moment",
        "step_zone",
        "mark_read",
        "toggle_read",
        "star",
        "copy",
        "export",
        "open_link",
    }
)
"""Actions that a desk does not offer as long as it is empty, or its story is not read yet."""
OPEN_SAMPLE = "open the sample"
"""The application's result when the user asked for the sample story."""
_DIALOGS = (
    "add_source",
    "corrections",
    "event_changes",
    "export",
    "filter",
    "help",
    "moment",
    "passages",
    "reader",
    "sources",
)
_IDLE_AFTER_SECONDS = 1.0
"""By then the first picture is drawn."""
_PROGRESS_AFTER_SECONDS = 0.2
"""Work that takes longer says what it is."""


class Desk(ReadMarks, Searching, DeskSources):
    """Stream, quotes and countdown of one story."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (*DESK, replace(ADD_EVENT, footer=False))]
    PANES: ClassVar = ("stream", "quotes", "countdown")

    def __init__(
        self,
        session: Session,
        *,
        zone: tzinfo,
        now: Callable[[], datetime],
        as_of: datetime | None,
        requests: Sequence[AddRequest],
        notice: str | None,
        view: LastView,
        front: FrontPage | None = None,
    ) -> None:
        super().__init__()
        self._left = view
        """How the desk was left the last time, until it is so again."""
        self._place = LastPlace(self, view)
        self._corrected: Whereabouts | None = None
        """What the user has just corrected, or taken back, until there are rows in which it is so: then it is gone to."""
        self._added_event: str | None = None
        """The key of an event that the user has just added, until the countdown may have it."""
        self._front = front
        self._to_be_read: int | None = None
        """A post of the front page that was opened before the story was read."""
        self._read_only = session.read_only
        self._follower = Follower(self, session, now)
        self._folders = FolderFollower(self, session, now)
        self._outcomes = Outcomes(self)
        self._turns = Turns(self)
        self._live = LiveStory(self, session, now)
        self._seen = SeenPosts(self, self._live.mark_seen)
        self._since: SinceLeft | None = None
        """What came since the desk was left."""
        if view.left is not None:
            self._live.since = SinceLooker(view.left, view.posts, view.events, now())
        self._source_watch = SourceWatch(self, now)
        self._zone = zone
        is_utc = zone is not SOURCE_ZONE and zone_name(in_zone(now(), zone)) == "UTC"
        others = (SOURCE_ZONE,) if is_utc else (SOURCE_ZONE, UTC)
        self._zones = [zone, *(other for other in others if other is not zone)]
        self._now = now
        self._requests = requests
        self._notice = notice
        self._clock = Clock(Mode.CHOSEN, as_of) if as_of else Clock(Mode.NOW, now())
        self._clock_is_set = as_of is not None
        self._arrivals = Arrivals(self, now, view.alerts)
        self._quotes_wanted: QuotesWanted | None = None
        """Of what the rows of quotes were asked for last."""
        self._found_at: datetime | None = None
        """When the facts that have just come were looked for, until it was seen what has come by them."""
        self._next_first = False
        """Whether the countdown is to begin at what comes next: another clock was set."""
        self._ticking: Timer | None = None
        self._tick_after = timedelta()
        """How long that timer was to wait."""
        self._story = Story("")
        self._filter = Filter()
        self._stream_rows = stream_rows(self._story, self._filter, self._clock, zone)
        self._among: frozenset[int] | None = None
        """The posts that the filter lets through; None without a filter."""
        self._whole = messages.Whole()
        self._posts_are_new = False
        """Posts came or changed since facts were last looked for."""
        self._facts_clock: Clock | None = None
        """As seen from where the facts at hand were found."""
        self._wish: ExportWish | None = None
        """An export that waits for the facts."""
        self._reader: Reader | None = None
        self._told_faults: Sequence[Fault] = ()
        """Where something is missing, as the user was told."""

    def compose(self) -> ComposeResult:
        """The header, the three panes, the lines at the foot."""
        self.add_class(class_at(self.app.size.width))  # Textual does so only after the first picture
        yield Header(read_only=self._read_only)
        yield ChipLine()
        yield TabLine(id="tabs")
        yield Panes(
            StreamPane(id="stream"),
            QuotesPane(id="quotes"),
            CountdownPane(id="countdown"),
            sizes=self._left.sizes,
        )
        yield Welcome()
        yield SearchLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Load the story and keep looking for what others store."""
        self.set_class(self._left.zoomed, "-zoomed")
        for name, title in pane_titles(self).items():
            self.query_one(f"#{name}").border_title = title
        self.query_one(QuotesPane).statements = self._left.statements
        self._activate(self._left.pane if self._left.pane in self.PANES else self.PANES[0])
        for pane in (self.query_one(StreamPane), self.query_one(QuotesPane).actors, self.query_one(CountdownPane)):
            pane.empty = "Reading the story ..."
        if not gc.isenabled():  # asked here: later a thread may have put the search off for a moment
            self.call_after_refresh(self._tidy_up)
        self._source_watch.start()
        if self._front is None:
            self._live.start()
        else:
            self._show_front(self._front)
            self.call_after_refresh(self._live.start)
        self.set_timer(_IDLE_AFTER_SECONDS, self._prepare_dialogs)
        if self._notice:
            self.notify(self._notice, severity="warning", timeout=15)
        if self._requests:
            self.add_sources(self._requests)

    def on_update(self, message: Update) -> None:
        """A widget asks to be drawn anew."""
        if self._turns.must_wait(message.widget):
            message.stop()
            message.prevent_default()

    def _tidy_up(self) -> None:
        """Once something is to be seen: what starting left behind goes, and what stays is not looked through again."""
        gc.collect()
        gc.freeze()
        gc.enable()

    def _show_front(self, front: FrontPage) -> None:
        """What the stream begins with, before the story is read."""
        self._place.show_front(front)
        self.query_one(Header).show_front(front.title, default_clock(front.newest, self._now()), self._zone)

    def _prepare_dialogs(self) -> None:
        """Import the dialogs beside the desk, so that the first one opens before the next key is typed."""

        def bring_in() -> None:
            for name in _DIALOGS:
                import_module(f"newsdesk.ui.dialogs.{name}")
            # What is there by now stays. To look through it for garbage takes up to 90 ms, in which nothing can be drawn,
            # and what others store would be the most frequent moment for that.
            gc.freeze()

        self.run_worker(bring_in, name="dialogs", group="dialogs", thread=True, exit_on_error=False)

    def on_unmount(self) -> None:
        """Let the threads end; this screen is garbage soon."""
        self._live.close()
        self._follower.close()
        self._folders.close()
        gc.unfreeze()

    # -- the story ----------------------------------------------------------------------------------------------------

    def on_store_changed(self) -> None:
        """Somebody stored something, perhaps this desk."""
        self._live.load(self._story)

    def on_marks_changed(self, message: messages.MarksChanged) -> None:
        """Something was read or starred: the same posts look different."""
        self._follow_name(message.marks.said)
        self._story = self._story.with_marks(message.marks.said).with_read(message.marks.read_ids)
        self._live.marks_changed(self._story)
        self._show()

    def on_story_loaded(self, message: messages.StoryLoaded) -> None:
        """Show the stream at once; what is found in new posts follows."""
        at_first = not self._story.title
        if at_first:
            self._say_at_first(message)
            self._follower.start()
            self._folders.start()
        self._folders.stir()
        self._follow_name(message.story.marks)
        self._story = message.story.with_found_in(self._story)
        self._live.loaded(self._story)
        if self._filter.source_id is not None and self._filter.source_id not in self._story.source_by_id:
            self._filter = replace(self._filter, source_id=None)  # somebody removed the source
        if not self._clock_is_set and self._story.newest is not None:
            self._clock = default_clock(self._story.newest, self._now())
            self._clock_is_set = True
        self._clock = advanced(self._clock, self._story.newest, self._now())
        self._arrivals.look_at_posts(self._story, self._clock, self._zone, message.by_hand, at_first=at_first)
        self.set_class(not self._story.sources, "-empty")
        if self._story.sources and self.focused is None:
            # The empty desk hides its panes, and a hidden pane loses the focus.
            self.call_after_refresh(self._activate, self._active_pane())
        self.refresh_bindings()
        self._show()
        self._posts_are_new = self._posts_are_new or message.posts_changed

    def _say_at_first(self, message: messages.StoryLoaded) -> None:
        """What the reader is to know when the story has just been opened."""
        if message.notice:
            self.notify(message.notice, severity="warning", timeout=15)
            self.query_one(Header).read_only = message.read_only
        if message.damage:
            self.notify(message.damage, severity="warning", timeout=15)

    @property
    def stream(self) -> Stream:
        """The rows that the stream shows now."""
        return self._stream_rows

    def leave(self) -> Callable[[], LastView]:
        """How the desk is now. What goes through the whole story is worked out when it is asked for: there is no screen then."""
        if not self._story.title:
            return lambda: self._left
        view = self._place.view(self._active_pane(), self._arrivals.alerts, self._now())
        return partial(what_is_there, view, self._story, facts=self._facts_clock is not None)

    def finish(self) -> None:
        """See `LiveStory.finish`."""
        self._live.finish()

    def _find(self) -> None:
        self._posts_are_new = False
        self._live.find(self._story, self._clock)
        self.set_timer(_PROGRESS_AFTER_SECONDS, self._show_finding)

    def _show_finding(self) -> None:
        if self._live.finding and not self._live.adding:
            self.query_one(KeyLine).say("Finding quotes, actors, dates and events")

    def on_facts_found(self, message: messages.FactsFound) -> None:
        """Facts belong in the panes as soon as they are there, unless another moment was chosen meanwhile."""
        self._live.found()
        if not self._live.adding and not self._live.finding:
            self.query_one(KeyLine).say("")
        if not self._clock.is_set_as(message.clock):
            return
        self._story, self._facts_clock = self._story.with_found(message.facts), message.clock
        for line in fault_lines(self._story, self._zone, self._told_faults):
            self.notify(line, severity="warning", timeout=15)
        self._told_faults = faults_of(self._story)
        self._found_at = message.clock.moment
        self._show()
        self._export_what_waits()

    def _show(self) -> None:
        if not self._story.title:
            return  # what the stream begins with stands there until the story is read
        self._live.make_rows(self._story, self._filter, self._clock, self._zone)

    async def on_rows_ready(self, message: messages.RowsReady) -> None:
        """Give the panes their rows. A key that is pressed meanwhile waits for one of them, not for all."""
        self._stream_rows, self._among, self._whole = message.stream, message.among, message.whole
        self._say_why_empty()
        whole = message.whole
        for pane in (self.query_one(StreamPane), self.query_one(QuotesPane), self.query_one(CountdownPane)):
            pane.since = self._since = message.since
        self.query_one(StreamPane).show_stream(message.stream, of=whole.posts)
        self._place.go_back(facts=False)  # before a key goes on from where the stream begins
        await asyncio.sleep(0)
        self.query_one(QuotesPane).set_actors(message.actors, of=whole.quotes, finding=self._of_another_moment)
        self._show_events(message.events, message.story)
        await asyncio.sleep(0)
        # Rows that were made before the facts were found may come after them.
        self._place.go_back(facts=self._facts_clock is not None and message.story.found is self._story.found)
        if self._to_be_read is not None:
            post_id, self._to_be_read = self._to_be_read, None
            self._read(post_id)
        if self._corrected is not None and self._corrected.hold_in(message.story):
            self.query_one(QuotesPane).go_to(self._corrected.actor, self._corrected.spots)
            self._corrected = None
        self.query_one(Header).show(self._story, self._clock, self._zone, message.hidden)
        self._show_chips()
        self._show_quotes()
        self._search_again()
        self._source_watch.follow(self._story.sources, self._zone)
        self._show_sources()
        if self._reader is not None and self._reader.is_mounted:
            self._reader.refresh_page()
        # Looking for facts between the files of a folder would make each wait for all that were added before.
        if self._posts_are_new and not self._live.adding:
            self._find()
        if self._found_at is not None:
            self._arrivals.look_at_events(self._story, self._clock, self._zone, self._found_at)
            self._found_at = None
        self._tick_again()

    def on_events_ready(self, message: messages.EventsReady) -> None:
        """The countdown a little later; rows of another story or filter are on their way in `RowsReady`."""
        if message.story is self._story and message.among is self._among:
            self._show_events(message.events, message.story)
            self._search_new_rows()

    def _search_new_rows(self) -> None:
        """A list beside the stream has others; those of the stream are the same."""
        if self._search and self._searched is not StreamPane:
            self._search_again()

    def _show_events(self, rows: Sequence[EventRow], story: Story) -> None:
        pane = self.query_one(CountdownPane)
        pane.set_rows(rows, of=self._whole.ahead, finding=self._of_another_moment)
        if self._added_event is not None and story.event(self._added_event) is not None:
            pane.go_to_key(self._added_event)
            self._added_event = None
        if self._next_first:
            pane.action_first()
            self._next_first = self._of_another_moment

    @property
    def _found_as_looked(self) -> bool:
        """Whether all facts of the story are at hand, as seen from the moment that the desk looks from."""
        found = self._facts_clock is not None and self._facts_clock.is_set_as(self._clock)
        return found and not self._live.finding

    @property
    def _of_another_moment(self) -> bool:
        """Whether the facts at hand were found as seen from another moment than the desk looks from now."""
        return self._live.finding and self._facts_clock is not None and not self._facts_clock.is_set_as(self._clock)

    def _show_chips(self) -> None:
        near = in_zone(self._clock.moment, self._zone).date()
        self.query_one(ChipLine).chips = chips(self._story, self._filter, self._zone, near)

    def _say_why_empty(self) -> None:
        """What stands in a pane without rows."""
        posts, quotes, events = "No posts.", "No quotes found.", "Nothing dated ahead."
        if self._filter:
            posts = f"No post matches the filter; {self._key('desk.back')} clears it."
            quotes, events = "No quotes in the posts shown.", "Nothing dated ahead in the posts shown."
        if self._live.finding or self._posts_are_new:
            quotes, events = "Finding quotes ...", "Finding dates ..."
        self.query_one(StreamPane).empty = posts
        self.query_one(QuotesPane).actors.empty = quotes
        self.query_one(CountdownPane).empty = events

    # -- the clock ----------------------------------------------------------------------------------------------------

    def _tick_again(self) -> None:
        """See to it that the clock moves in time; a timer that will be sooner goes on, however often this is asked."""
        if self._clock.mode is not Mode.NOW:
            return
        wait = next_tick(self._story, advanced(self._clock, self._story.newest, self._now()))
        if self._ticking is None or wait < self._tick_after:
            self._stop_ticking()
            self._ticking, self._tick_after = self.set_timer(wait.total_seconds(), self._tick), wait

    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        """The wall clock moved: the countdown reads differently, and of the stream what had a date ahead."""
        self._stop_ticking()
        if self._clock.mode is not Mode.NOW or not self._story.title:
            return
        moment, until = self._clock.moment, self._stream_rows.holds_until
        self._clock = advanced(self._clock, self._story.newest, self._now())
        if days_begun(self._story, self._clock.moment, self._zone) != days_begun(self._story, moment, self._zone):
            self._find()  # what was expected yesterday may be due or over today
        if until is not None and moment < until <= self._clock.moment:
            self._show()
        self._arrivals.look_at_events(self._story, self._clock, self._zone)
        self._live.make_event_rows(self._story, self._clock, self._zone, self._among)
        self.query_one(Header).show(self._story, self._clock, self._zone, 0)
        self._tick_again()

    def on_clock_jumped(self) -> None:
        """The machine slept, or the desk was stopped: its timers have not run meanwhile."""
        self._tick()

    def _set_clock(self, clock: Clock) -> None:
        self._arrivals.skip()
        self._clock, self._clock_is_set, self._next_first = clock, True, True
        self._find()
        self._show()

    def action_toggle_clock(self) -> None:
        """`t`."""
        self._set_clock(toggled(self._clock, self._story.newest, self._now()))

    def action_set_moment(self) -> None:
        """`T`."""
        from newsdesk.ui.dialogs.moment import SetMoment

        def look_from(moment: datetime | None) -> None:
            if moment is not None:
                self._set_clock(Clock(Mode.CHOSEN, moment))

        near = in_zone(self._clock.moment, self._zone)
        self.app.push_screen(SetMoment(real_zone(self._zone, near), near.date()), look_from)

    def action_step_zone(self) -> None:
        """`Z`: the zone the desk opened in, that of each source, UTC."""
        at = self._zones.index(self._zone)
        self._zone = self._zones[(at + 1) % len(self._zones)]
        here = zone_name(in_zone(self._clock.moment, self._zone))
        each = self._zone is SOURCE_ZONE
        self.notify("Each time is shown in the zone of its source" if each else f"Times are shown in {here}")
        self._show()

    def action_step_alerts(self) -> None:
        """`b`."""
        self._arrivals.step()

    # -- panes --------------------------------------------------------------------------------------------------------

    def action_pane(self, number: int) -> None:
        """`1`, `2`, `3`."""
        self._activate(self.PANES[number - 1])

    def on_tab_line_chosen(self, message: TabLine.Chosen) -> None:
        """A click on a pane's name."""
        self._activate(message.pane)

    def on_footed_counted(self, message: Footed.Counted) -> None:
        """On a narrow screen the panes have no feet."""
        tabs = self.query_one(TabLine)
        tabs.counts = {**tabs.counts, message.pane: message.counts}

    def action_next_pane(self, step: int) -> None:
        """Tab and Shift+Tab go round."""
        at = self.PANES.index(self._active_pane())
        self._activate(self.PANES[(at + step) % len(self.PANES)])

    def _active_pane(self) -> str:
        return next((name for name in self.PANES if self.query_one(f"#{name}").has_class("-active")), "stream")

    def _activate(self, name: str) -> None:
        self._mark_active(name)
        target = self.query_one(f"#{name}")
        if self.focused is None or target not in self.focused.ancestors_with_self:
            # At once: a focus that comes later would be taken from a field that the next key opened.
            self.set_focus(target.at_hand if isinstance(target, QuotesPane) else target)

    def on_descendant_focus(self) -> None:
        """A click may move the focus into another pane: then that is the active one."""
        for name in self.PANES:
            pane = self.query_one(f"#{name}")
            if pane.has_focus or pane.has_focus_within:
                self._mark_active(name)

    def _mark_active(self, name: str) -> None:
        for pane in self.PANES:
            self.query_one(f"#{pane}").set_class(pane == name, "-active")
        # Notices stand on the other side. Their own class: one of the desk would style the whole screen anew.
        self.query("ToastRack").set_class(name != "stream", "-aside")
        self.query_one(TabLine).active = name

    def action_zoom(self) -> None:
        """`z`."""
        self.toggle_class("-zoomed")
        self.query_one(Panes).apply_sizes()

    def action_resize(self, along: str, direction: int) -> None:
        """`<` and `>`, `{` and `}`."""
        self.query_one(Panes).resize(self.query_one(f"#{self._active_pane()}"), along, direction)

    def on_screen_suspend(self) -> None:
        """A dialog is over the desk, and has the mouse."""
        self.query_one(Panes).let_go()

    def action_usual_sizes(self) -> None:
        """`=`."""
        self.query_one(Panes).usual_sizes()

    def action_back(self) -> None:
        """Escape undoes one thing at a time: adding, the search, the filter, the zoom."""
        if self._live.adding:
            self._live.stop_adding()
        elif self._search:
            self._end_search()
        elif self._filter:
            self._set_filter(Filter())
        elif self.has_class("-zoomed"):
            self.action_zoom()

    # -- quotes -------------------------------------------------------------------------------------------------------

    @on(QuotesPane.ActorChosen)
    @on(QuotesPane.StatementsToggled)
    def _show_quotes(self) -> None:
        """Show what the current actor said."""
        pane = self.query_one(QuotesPane)
        before, self._quotes_wanted = self._quotes_wanted, None
        if pane.actor is None:
            return
        self._quotes_wanted = QuotesWanted(
            self._story, pane.actor, self._clock, self._zone, pane.statements, self._among
        )
        if before is None or not self._quotes_wanted.same_rows(before):
            self._live.make_quote_rows(self._quotes_wanted)

    def on_quotes_ready(self, message: messages.QuotesReady) -> None:
        """Give the pane its rows."""
        self.query_one(QuotesPane).set_quotes(message.actor, message.rows)
        self._search_new_rows()

    @property
    def _corrections(self) -> Corrections:
        from newsdesk.ui.dialogs.corrections import Corrections

        return Corrections(self.app, self._live, lambda: self._story)

    def on_quote_list_speaker_wanted(self, message: QuoteList.SpeakerWanted) -> None:
        """`c` on a quote."""
        self._corrections.ask_speaker(message.row)

    def on_quote_list_nobodys(self, message: QuoteList.Nobodys) -> None:
        """`x` on a quote."""
        self._corrections.set_nobodys(message.row)

    def on_actor_list_name_wanted(self, message: ActorList.NameWanted) -> None:
        """`c` on an actor."""
        self._corrections.ask_who(message.row)

    def on_corrected(self, message: messages.Corrected) -> None:
        """Once it shows, the quotes are where the user's words have brought what he worked on last."""
        self._corrected = message.there

    @property
    def _event_changes(self) -> EventChanges:
        from newsdesk.ui.dialogs.event_changes import EventChanges

        here = in_zone(self._clock.moment, self._zone)
        return EventChanges(self.app, self, self._live, lambda: self._story, real_zone(self._zone, here), here.date())

    def on_event_added(self, message: messages.EventAdded) -> None:
        """Once it is there, it is the current one: it may be pinned or changed next."""
        self._added_event = message.event_key

    def on_countdown_pane_add_wanted(self) -> None:
        """`+` in the countdown."""
        self.action_add_event()

    def action_add_event(self) -> None:
        """`+` in any pane: what is read there is what an event is noted from, and it is no key of anything else."""
        self._event_changes.ask_new()

    def on_countdown_pane_wanted(self, message: CountdownPane.Wanted) -> None:
        """`c`, `x`, `O` and `!` on an event."""
        changes = self._event_changes
        acts = {"change": changes.ask_change, "dismiss": changes.dismiss, "pin": changes.pin, "end": changes.end}
        acts[message.what](message.event_key)

    def _follow_name(self, marks: frozenset[Mark]) -> None:
        """A filter by actor stays with the actor when somebody gives him a name, or takes it back."""
        if self._filter.actor is not None:
            name = name_after(self._filter.actor, self._story.found, self._story.marks, marks)
            self._filter = replace(self._filter, actor=name)

    def on_quote_list_places_wanted(self, message: QuoteList.PlacesWanted) -> None:
        """`w` on a quote."""
        rows = passages_of(self._story, message.row, self._clock, self._zone)
        self._list_passages(message.row.text, rows, "place")

    def on_quotes_pane_filter_actor(self, message: QuotesPane.FilterActor) -> None:
        """`F`."""
        self._set_filter(replace(self._filter, actor=message.name))

    # -- filter -------------------------------------------------------------------------------------------------------

    @on(ChipLine.AllWanted)
    def action_filter(self) -> None:
        """`f`."""
        from newsdesk.ui.dialogs.filter import filter_dialog

        def narrow(wanted: Filter | None) -> None:
            if wanted is not None:
                self._set_filter(wanted)

        self.app.push_screen(filter_dialog(self._story, self._filter, self._clock, self._zone), narrow)

    def _set_filter(self, wanted: Filter) -> None:
        self._filter = replace(wanted, read_before=self._story.read_ids if wanted.unread else None)
        # At once, not with the rows: whoever takes the next chip away means what is left of the filter now.
        self._show_chips()
        self._show()

    def _choose_kept(self, kept: KeptFilter) -> None:
        """By its name, in the palette."""
        try:
            self._set_filter(filter_kept(kept, self._story, self._clock, self._zone))
        except ValueError as error:
            self.notify(str(error), severity="warning")

    def keep_filters(self, change: Mapping[str, KeptFilter | None], words: str, undo_words: str) -> None:
        """See `LiveStory.keep_filters`."""
        self._live.keep_filters(change, words, undo_words)

    def action_chips(self) -> None:
        """`C`."""
        self.query_one(ChipLine).focus()

    def on_chip_line_removed(self, message: ChipLine.Removed) -> None:
        """A part of the filter was taken away."""
        self._set_filter(message.wanted)

    @on(ChipLine.Left)
    def _leave_chips(self) -> None:
        self._activate(self._active_pane())

    # -- reading ------------------------------------------------------------------------------------------------------

    def on_stream_pane_opened(self, message: StreamPane.Opened) -> None:
        """Enter in the stream; the front page is there before what it leads to."""
        if self._story.title:
            self._read(message.post_id)
        else:
            self._to_be_read = message.post_id

    def on_quotes_pane_opened(self, message: QuotesPane.Opened) -> None:
        """Enter on a quote opens the post at its words."""
        self._read(message.post_id, (message.place, message.start, message.end))

    def on_countdown_pane_opened(self, message: CountdownPane.Opened) -> None:
        """Enter on an event lists its mentions, each leading to its post."""
        event = self._story.event(message.event_key)
        if event is None:
            return
        if not event.mentions:
            self.notify(
                f"No source mentions it: it is here because you want it; {self._key('countdown.change')} changes it"
            )
            return
        everywhere = mention_rows(self._story, event.key, self._clock, self._zone)
        rows = [row for row in everywhere if self._among is None or row.post_id in self._among]
        self._list_passages(event.title, rows, "mention", len(everywhere) - len(rows), message.otherwise)

    def _list_passages(
        self, title: str, rows: Sequence[Passage], noun: str, held_back: int = 0, remark: str = ""
    ) -> None:
        """A list in which each passage leads to its post."""
        from newsdesk.ui.dialogs.passages import Passages

        def read(row: Passage | None) -> None:
            if row is not None:
                self._read(row.post_id, (row.place, row.start, row.end))

        self.app.push_screen(Passages(title, rows, noun, held_back, remark), read)

    def _read(self, post_id: int, at: tuple[Place, int, int] | None = None) -> None:
        from newsdesk.ui.dialogs.reader import Reader

        def go_on(last: int | None) -> None:
            self._reader = None
            if last is not None:
                self.query_one(StreamPane).go_to(last)

        shown = self._stream_rows.index_of(post_id) is not None
        order = self._stream_rows.order if shown else (post_id,)
        self._reader = Reader(
            lambda wanted: page(self._story, wanted, self._zone),
            order,
            post_id,
            at,
            elsewhere_of=lambda wanted: elsewhere(self._story, wanted, self._clock, self._zone),
            citation_of=self._cited,
        )
        self.app.push_screen(self._reader, go_on)

    def _cited(self, post_id: int, words: Words | None, gone_to: bool) -> Citation | None:
        if words is None:
            return post_citation(self._story, post_id, self._zone)
        return words_citation(self._story, post_id, words, self._zone, gone_to=gone_to)

    # -- workers ------------------------------------------------------------------------------------------------------

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Work that ended in an error: say so; the desk goes on."""
        if event.state is not WorkerState.ERROR:
            return
        if event.worker.group == "load" and not self._story.title and isinstance(event.worker.error, StoreError):
            self.post_message(messages.StoreFailed(event.worker.error))
            return
        self._live.failed(event.worker.group, self._story)
        if event.worker.group == "find":
            self._show()  # the panes say that something is being looked for
        if not self._live.adding and not self._live.finding:
            self.query_one(KeyLine).say("")
        self.notify(error_words(event.worker.error), severity="error", timeout=15)

    # -- copying and links --------------------------------------------------------------------------------------------

    def action_copy(self, form: str = "text") -> None:
        """`y`, and `Y` as Markdown."""
        copy(self, self._active_pane(), self._story, self._clock, self._zone, markdown=form == "markdown")

    def action_export(self) -> None:
        """`e`."""
        from newsdesk.ui.dialogs.export import export_dialog

        def export(wish: ExportWish | None) -> None:
            if wish is None:
                return
            self._wish = wish
            self._export_what_waits()
            if self._wish is not None:
                self.notify("It is exported as soon as all quotes and dates are found")

        self.app.push_screen(export_dialog(self._story, self._filter, self._clock, self._zone), export)

    def _export_what_waits(self) -> None:
        """Once all facts are at hand: what is not found yet must not be missing from what other people get."""
        if self._wish is not None and self._found_as_looked:
            from newsdesk.ui.dialogs.export import begin

            wish, self._wish = self._wish, None
            begin(self, self._story, self._clock, self._zone, wish)

    def action_open_link(self) -> None:
        """`o`."""
        post_id = self._post_at_hand()
        post = page(self._story, post_id, self._zone) if post_id is not None else None
        self.post_message(messages.LinkWanted((post.link if post else None) or ""))

    # -- other places and help ----------------------------------------------------------------------------------------

    def action_stories(self) -> None:
        """`S`: the application knows them."""
        self.post_message(messages.StoriesWanted())

    def action_help(self) -> None:
        """`?`: made from the bindings that work here and now."""
        from newsdesk.ui.dialogs.help import Help, live_bindings

        self.app.push_screen(Help(live_bindings(self)))

    def action_open_sample(self) -> None:
        """On an empty desk: the sample, in a store of its own."""
        self.app.exit(OPEN_SAMPLE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense now are not offered."""
        if action in {"search", "help"} and isinstance(self.focused, SearchField):
            return False  # there they are characters
        if action in {"zoom", "usual_sizes"} and self.has_class("-narrow"):
            return False  # there is one pane at a time anyway
        if action == "resize":
            return not self.has_class("-empty") and self.query_one(Panes).can_resize(str(parameters[0]))
        if action in {"go_since_left", "put_away_since_left"}:
            return self._since is not None
        if action == "not_read":
            return bool(self._outcomes.failed)
        if action == "chips":
            return bool(self._filter)
        if action == "open_sample":
            return bool(self._story.title) and not self._story.sources
        return bool(self._story.sources) or action not in NEEDS_POSTS

    def palette_commands(self) -> Iterator[SystemCommand]:
        """Every command, for the palette."""
        for command in DESK:
            namespace, name, parameters = parse(command.action)
            if namespace or not self.check_action(name, parameters):
                continue
            yield SystemCommand(
                command.title,
                f"{command.tooltip} ({keymap(self).signs(command.id)})",
                partial(self.run_action, command.action),
            )
        for kept in self._story.kept_filters:
            words = f"Show only posts: {kept_words(kept, self._story, self._clock, self._zone)}"
            # The palette reads both as markup.
            name, words = (escape(clean_line(line)) for line in (f"Filter: {kept.name}", words))
            yield SystemCommand(name, words, partial(self._choose_kept, kept))
