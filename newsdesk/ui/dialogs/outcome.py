"""Says what became of what was to be added or read again, and lists all that failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from newsdesk.intake.report import AddReport
from newsdesk.story.wording import counted, counts_words
from newsdesk.ui.dialogs.dialog import ScrollingDialog, plain
from newsdesk.ui.keys.commands import NOT_READ
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.keys.keymap import keymap

_SHOWN = 3
"""Of more lines the others stand in the list."""


class Outcomes:
    """What one desk has to say of its sources, and the lines that are listed."""

    def __init__(self, desk: Screen[None]) -> None:
        """Nothing has failed yet."""
        self._desk = desk
        self.failed: tuple[str, ...] = ()
        """What could not be read the last time that something could not: a line each."""

    def say(self, report: AddReport, *, again: bool) -> None:
        """Of what somebody wanted to be added, or read `again`."""
        if len(report.added) > 2:
            self._desk.notify(f"{len(report.added)} sources read: {counts_words(report.counts)}")
        elif report.added:
            self._desk.notify("\n".join(one.words for one in report.added))
        self._say_notices(report)
        self._keep_failed(report)
        self._say_failed(report.failed, "Not read again; what was stored stays" if again else "Not added")
        self._say_failed(report.failing, "Followed already, but failing")
        self._say_failed(report.stopped, "In the story already, and no longer asked")
        if report.cancelled:
            left = f"; {counted(report.left, 'file')} or addresses were not come to" if report.left > 1 else ""
            self._desk.notify(
                f"Stopped: {counted(len(report.added), 'source')} read{left}. What was added stays", severity="warning"
            )

    def say_dropped(self, report: AddReport) -> None:
        """Of what came from watched folders; what it brought stands in the stream."""
        self._say_notices(report)
        self._keep_failed(report)
        self._say_failed(report.failed, "Not read, in a watched folder")

    def show_failed(self) -> None:
        """List what failed the last time; the notice that said so would only cover it."""
        self._desk.app.clear_notifications()
        self._desk.app.push_screen(NotRead(self.failed))

    def _say_notices(self, report: AddReport) -> None:
        key = keymap(self._desk).word
        there = f"{key('desk.sources')}, then {key('sources.year')}"
        self._warn([f"{line}; {there}, corrects it" for line in report.notices], "more guessed year")
        nothing = "prints no date and nothing tells it"
        self._warn(
            [f"{tag}: {nothing}; {there}, gives it one" for tag in report.undated], "more source", " without a date"
        )

    def _warn(self, lines: Sequence[str], more: str, behind: str = "") -> None:
        """A notice for each of the first lines; the others are counted, between these words."""
        for line in lines[:_SHOWN]:
            self._desk.notify(line, severity="warning", timeout=10)
        if (left := len(lines) - _SHOWN) > 0:
            self._desk.notify(f"and {counted(left, more)}{behind}", severity="warning", timeout=10)

    def _say_failed(self, lines: Sequence[str], title: str) -> None:
        if not lines:
            return
        more = len(lines) - _SHOWN
        lists = f"\n... and {more} more; {keymap(self._desk).word('desk.not_read')} lists them" if more > 0 else ""
        self._desk.notify("\n".join(lines[:_SHOWN]) + lists, title=title, severity="error", timeout=15)
        self._desk.refresh_bindings()

    def _keep_failed(self, report: AddReport) -> None:
        """What the list of what failed holds from now on."""
        if failed := (*report.failed, *report.failing, *report.stopped):
            self.failed = failed


class NotRead(ScrollingDialog[None]):
    """What could not be read, and why: a line each."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in NOT_READ]

    DEFAULT_CSS = """
    NotRead {
        #scroller { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        KeyLine { margin-top: 1; }
    }
    """

    def __init__(self, lines: Sequence[str]) -> None:
        """List these."""
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """All of them in one widget, to be scrolled through."""
        with Vertical(id="box") as box:
            box.border_title = f"Not read · {len(self._lines)}"
            with VerticalScroll(id="scroller", can_focus=False):
                yield Static(Content("\n").join([plain(line) for line in self._lines]))
            yield KeyLine()
