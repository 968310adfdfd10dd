"""The application: themes, the style sheet, and the one screen below all others."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import Notification, Notify
from textual.widgets import Input, TextArea
from textual.widgets._toast import Toast

from newsdesk.clean import harmless
from newsdesk.intake.request import AddRequest
from newsdesk.kept.front_page import FrontPage
from newsdesk.kept.last_view import LastView
from newsdesk.session import Session
from newsdesk.store import StoreError
from newsdesk.story.stream import Stream
from newsdesk.ui.desk.desk import OPEN_SAMPLE, Desk
from newsdesk.ui.fields.early_keys import EarlyKeys
from newsdesk.ui.keys.commands import APP, SUSPEND
from newsdesk.ui.keys.keymap import DECLARED, Keymap, key_sign
from newsdesk.ui.terminal.hangup import is_hung_up, outliving
from newsdesk.ui.terminal.last_look import InTurn, LastLook
from newsdesk.ui.terminal.rest import LOOK_SECONDS, SearchAtRest
from newsdesk.ui.terminal.suspension import Suspension
from newsdesk.ui.themes import THEMES
from newsdesk.ui.work import messages

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from newsdesk.stories import Stories
    from newsdesk.ui.dialogs.add_source import AddSource
    from newsdesk.ui.dialogs.kept_filters import KeptFilters
    from newsdesk.ui.dialogs.reader import Reader
    from newsdesk.ui.dialogs.sources import SourcesList

_PACKAGE = Path(__file__).parent.parent
STYLE_SHEET = next(path for path in (_PACKAGE / "newsdesk.tcss", _PACKAGE.parent / "newsdesk.tcss") if path.is_file())
"""Inside the package of an installed newsdesk, at the top level of a source checkout."""

_LAST_LOOK = LastLook()
_LOOK_FOR_TERMINAL_SECONDS = 2.0

__all__ = ["OPEN_SAMPLE", "STYLE_SHEET", "NewsdeskApp"]


class NewsdeskApp(App[str | Path]):
    """One story on the screen. Its result is what to open next: the sample, or the file of another story."""

    TITLE = "newsdesk"
    CSS_PATH = STYLE_SHEET
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(command.binding, priority=command is not SUSPEND) for command in APP
    ]

    def __init__(
        self,
        session: Session,
        *,
        zone: tzinfo,
        now: Callable[[], datetime],
        as_of: datetime | None = None,
        requests: Sequence[AddRequest] = (),
        notice: str | None = None,
        front: FrontPage | None = None,
        view: LastView | None = None,
        theme: str | None = None,
        stories: Stories | None = None,
        command_keys: Keymap = DECLARED,
        reduced_motion: bool = False,
    ) -> None:
        """Open a story.

        Args:
            session: the story and its worker; the caller closes it.
            zone: in which times are shown.
            now: the wall clock, aware.
            as_of: the moment to look from, if the user named one.
            requests: what is to be added at once.
            notice: one line to be said when the desk opens.
            front: what can be shown before the story is read.
            view: how the desk was left; at the end `view` says how it is left now.
            theme: the colours, if there are any of this name.
            stories: the user's others; None: there is no going to another one.
            command_keys: which key reaches which command.
            reduced_motion: whether nothing on the screen is to glide or blink.
        """
        super().__init__()
        self.command_keys = command_keys
        if reduced_motion:
            self.animation_level = "none"
        for own in THEMES:
            self.register_theme(own)
        self.theme = self.opened_in = theme if theme in self.available_themes else THEMES[0].name
        view = view or LastView()
        self._leave: Callable[[], LastView] = lambda: view
        self._stories, self._story_file, self._zone = stories, session.path, zone
        self._desk = Desk(
            session, zone=zone, now=now, as_of=as_of, requests=requests, notice=notice, view=view, front=front
        )
        self._garbage = SearchAtRest()
        self._drawn_through = InTurn([_LAST_LOOK])
        self._giving = threading.Lock()
        self._copies = self._given = 0
        """How often something was copied, and which of them the machine's clipboard got last."""
        self._last_change: Notification | None = None
        """What was said last of a change of the user's, or of one that was taken back."""
        self._offers = False
        """Whether it offers to take the change back."""
        self._last_copy: Notification | None = None
        """What was said last of what is on the clipboard."""
        self.store_error: StoreError | None = None
        """Why the story could not be read when the desk opened."""

    def on_mount(self) -> None:
        """A desk that is told to end (a closed window, a shutdown) leaves the terminal as it found it."""
        self.set_keymap(self.command_keys.for_textual)
        self._suspension = Suspension(self, self._continued)
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(ValueError, RuntimeError):  # only the main thread's loop hears of signals
                asyncio.get_running_loop().add_signal_handler(number, self.exit)
        self.set_interval(_LOOK_FOR_TERMINAL_SECONDS, self._end_without_terminal)
        self._garbage.begin()
        self.set_interval(LOOK_SECONDS, self._garbage.look)

    def on_unmount(self) -> None:
        """What was put off is left to Python again."""
        self._garbage.end()

    def on_rows_ready(self) -> None:
        """Something came, or looks otherwise."""
        self._garbage.stir()

    def _end_without_terminal(self) -> None:
        if is_hung_up():
            self.exit()

    def _continued(self) -> None:
        """Whatever is on the terminal by now, the screen is drawn over it, with the right time."""
        self._desk.post_message(messages.ClockJumped())
        self.refresh(layout=True)

    def panic(self, *renderables: RenderableType) -> None:
        """Textual asked a terminal for keys that is gone: that is no fault."""
        if is_hung_up():
            self.exit()
        else:
            super().panic(*renderables)

    def exit(self, *args: Any, **options: Any) -> None:
        """Leave, and remember how the desk was left."""
        if not (self._exit or self._closing):  # told to end once more, there may be no desk to ask any longer
            self._leave = self._desk.leave()
        super().exit(*args, **options)

    def action_help_quit(self) -> None:
        """Ctrl+C, which ends other programs: say what ends this one."""
        self.notify(f"{self.command_keys.word('app.quit')} leaves newsdesk; everything is kept")

    def get_key_display(self, binding: Binding) -> str:
        """How a key is written."""
        return binding.key_display or key_sign(binding.key)

    @property
    def view(self) -> LastView:
        """How the desk was left. Goes through the whole story: to be asked once, when there is no screen any more."""
        return self._leave()

    @property
    def seen_but_unmarked(self) -> Sequence[int]:
        """Posts that were seen last, and are to be marked as read once the screen is gone."""
        return self._desk.seen_but_unmarked

    def finish(self) -> None:
        """Do what the user said in the last moment, once the screen is gone.

        Raises:
            StoreError: it could not be stored.
        """
        self._desk.finish()

    @property
    def stream(self) -> Stream:
        """The rows that the stream shows now."""
        return self._desk.stream

    def get_driver_class(self) -> type[Driver]:
        """One that goes on when the terminal is gone, so that the desk can be left as by its key."""
        return outliving(super().get_driver_class())

    def get_default_screen(self) -> Desk:
        """The desk lies below every dialog."""
        return self._desk

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Colours as the user wants them, and before that a last look at the words."""
        filters: list[LineFilter] = [_LAST_LOOK, *super().get_line_filters()]
        if self._drawn_through.filters != filters:
            self._drawn_through = InTurn(filters)
        return [self._drawn_through]

    def copy_to_clipboard(self, text: str) -> None:
        """Through the terminal (OSC 52), which reaches over SSH, and by a program of this machine, for terminals that do not take it.

        What is pasted into another terminal must not steer that one either.
        """
        super().copy_to_clipboard(harmless(text))
        self._copies += 1
        self.run_worker(self._give_to_program, group="clipboard", thread=True, exit_on_error=False)

    def _give_to_program(self) -> None:
        from newsdesk.ui.terminal.clipboard import give_to_program

        # One after the other, each with the latest words: a slow program must not put back what was copied before.
        with self._giving:
            if self._given < self._copies:
                self._given = self._copies
                give_to_program(self.clipboard, os.environ, sys.platform)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: every command of the desk, then the themes."""
        if isinstance(screen, Desk):
            yield from screen.palette_commands()
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
        yield SystemCommand("Quit", "Leave; everything is kept", self.action_quit)

    async def on_event(self, event: events.Event) -> None:
        """What is typed while the desk is being left acts on nothing: its widgets go one after the other."""
        if isinstance(event, events.InputEvent):
            self._garbage.stir()
            if self._exit:
                return
        await super().on_event(event)

    def search_themes(self) -> None:
        """Choose the colours."""
        from newsdesk.ui.theme_choice import theme_palette

        self.push_screen(theme_palette())

    def on_key(self, event: events.Key) -> None:
        """A letter that comes up to here may have been typed before its field had the focus; it is no command then."""
        screen = self.screen
        if (
            isinstance(screen, EarlyKeys)
            and event.is_printable
            and event.character
            and screen.take_early(event.character)
        ):
            event.prevent_default()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Nothing blinks, the cursor of a field neither."""
        if isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False

    # Messages of dialogs come here, because a dialog is no child of the desk.

    def on_reader_shown(self, message: Reader.Shown) -> None:
        """The post was on the screen."""
        self._desk.mark_seen(message.post_id)

    def on_reader_star_wanted(self, message: Reader.StarWanted) -> None:
        """`s` in the reader."""
        self._desk.star(message.post_id)

    def on_reader_link_wanted(self, message: Reader.LinkWanted) -> None:
        """`o` in the reader."""
        self._open_link(message.url)

    def on_link_wanted(self, message: messages.LinkWanted) -> None:
        """`o` on the desk."""
        self._open_link(message.url)

    def on_store_failed(self, message: messages.StoreFailed) -> None:
        """The story cannot be read: there is nothing to stay for, and the command line says why."""
        self.store_error = message.error
        self.exit()

    def on_stories_wanted(self) -> None:
        """`S` on the desk."""
        if self._stories is None:
            self.notify("This desk was opened on its own; there are no other stories to go to", severity="warning")
            return
        from newsdesk.ui.dialogs.stories import StoriesList

        def go(path: Path | None) -> None:
            if path is not None:
                self.exit(path)

        self.push_screen(StoriesList(self._stories, self._story_file, self._zone), go)

    def on_sources_list_remove_wanted(self, message: SourcesList.RemoveWanted) -> None:
        """`d` in the list of sources."""
        self._desk.remove_source(message.source_id)

    def on_sources_list_rename_wanted(self, message: SourcesList.RenameWanted) -> None:
        """`e` in the list of sources; an empty title takes it back to the file's name."""
        self._desk.rename_source(message.source_id, message.title.strip() or None)

    def on_sources_list_year_wanted(self, message: SourcesList.YearWanted) -> None:
        """`Y` in the list of sources."""
        self._desk.set_source_year(message.source_id, message.year)

    def on_sources_list_date_wanted(self, message: SourcesList.DateWanted) -> None:
        """`Y` in the list of sources, on one that prints no date."""
        self._desk.set_source_date(message.source_id, message.date)

    def on_sources_list_interval_wanted(self, message: SourcesList.IntervalWanted) -> None:
        """`i` in the list of sources."""
        self._desk.set_source_interval(message.source_id, message.interval)

    def on_sources_list_undo_wanted(self) -> None:
        """`u` in the list of sources."""
        self._desk.action_undo()

    def on_sources_list_stop_watching_wanted(self, message: SourcesList.StopWatchingWanted) -> None:
        """`w` in the list of sources."""
        self._desk.stop_watching(message.folder)

    def on_kept_filters_said(self, message: KeptFilters.Said) -> None:
        """A filter is to be kept, under another name, or no longer."""
        self._desk.keep_filters(message.change, message.words, message.undo_words)

    def on_add_source_watch_wanted(self, message: AddSource.WatchWanted) -> None:
        """F5 in the add dialog."""
        self._desk.watch_folder(message.folder)

    def on_sources_list_read_again_wanted(self, message: SourcesList.ReadAgainWanted) -> None:
        """`r` in the list of sources."""
        self._desk.read_source_again(message.source_id)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - screens and widgets pass True here when they are not asked
    ) -> None:
        """Say something at the side, once however often it is said. It may hold text of a source, so it is never markup."""
        for same in [one for one in self._notifications if (one.message, one.title) == (message, title)]:
            self._take_away(same)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def on_said(self, message: messages.Said) -> None:
        """Something that a worker or a screen has to say.

        What offers to take back a change is over with the next one, and with the taking back: it would be wrong, and the two
        would cover the rows that the user goes on with. So is what tells of the taking back, with the next change; who takes
        back several reads of each.
        """
        if message.undo == "offered" or (message.undo == "done" and self._offers):
            self._take_away(self._last_change)
        if message.copied:
            self._take_away(self._last_copy)
        severity = cast("SeverityLevel", message.severity)
        notice = Notification(message.words, severity=severity, timeout=self.NOTIFICATION_TIMEOUT, markup=False)
        if message.undo:
            self._last_change, self._offers = notice, message.undo == "offered"
        if message.copied:
            self._last_copy = notice
        self.post_message(Notify(notice))

    def _take_away(self, notice: Notification | None) -> None:
        """What was said before its time is over, if it still stands."""
        if notice is not None and notice in self._notifications:
            # Textual takes the words away and leaves what holds them, an empty line.
            for toast in chain.from_iterable(screen.query(Toast) for screen in self.screen_stack):
                if toast._notification is notice and toast.parent is not None:  # noqa: SLF001 - nothing else tells
                    toast.parent.display = False
            self._unnotify(notice)

    def _fatal_error(self) -> None:
        """An error of ours ends the desk: one line instead of Textual's traceback, unless somebody wants to see it.

        Overrides what Textual calls for an unhandled exception.
        """
        if os.environ.get("NEWSDESK_TRACEBACK"):
            super()._fatal_error()
            return
        error = self._exception
        line = Text(
            f"newsdesk: an error of newsdesk's own ended the desk ({type(error).__name__}: {error}); what was stored is safe. "
            "Start it again; with NEWSDESK_TRACEBACK=1 it says more"
        )
        self._exit_renderables.append(line)
        self._close_messages_no_wait()

    def _open_link(self, url: str) -> None:
        """Open a web address in the browser, beside the screen's thread; anything but http(s) is refused."""
        if url.startswith(("http://", "https://")) and url.isprintable():
            self.run_worker(partial(self._browse, url), group="link", thread=True, exit_on_error=False)
        else:
            self.notify("This post has no web address to open", severity="warning")

    def _browse(self, url: str) -> None:
        """In a thread of its own. A browser that runs in the terminal would draw over the desk: it is not started."""
        try:
            in_terminal = type(webbrowser.get()) is webbrowser.GenericBrowser
        except webbrowser.Error:  # there is none at all, and opening will say so
            in_terminal = False
        if not in_terminal and webbrowser.open(url):
            self.call_from_thread(self.notify, f"Opened {url}")
        else:
            self.call_from_thread(
                self.notify, f"There is no browser to open here; the address is {url}", severity="warning"
            )
