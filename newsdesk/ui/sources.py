"""The list of sources: what they are and what may be said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdesk.clean import clean_line
from newsdesk.fetch import INTERVALS, interval_problem, seconds_in, span_words
from newsdesk.model import PrintedTime
from newsdesk.story.source_state import STATE_WORDS
from newsdesk.story.sources import FolderRow, SourceRow
from newsdesk.story.wording import SOURCE_ZONE, counted
from newsdesk.ui.commands import DIALOG, SOURCES
from newsdesk.ui.dialog import Dialog, RowList, plain
from newsdesk.ui.key_line import KeyLine
from newsdesk.ui.keymap import keymap
from newsdesk.ui.line_field import LineField
from newsdesk.ui.wrap import steady

_Question = Literal["title", "year", "date", "interval"]

EMPTY = "No sources yet: press {close}, then {add} adds the first."


class SourcesList(Dialog[int | None]):
    """Lists the sources. The result is the source whose posts alone are wanted, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (*SOURCES, *DIALOG)]

    DEFAULT_CSS = """
    SourcesList {
        RowList { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        #origin { height: auto; max-height: 6; margin-top: 1; color: $text-muted; }
        #ask { height: auto; margin-top: 1; }
        #answer { background: $boost; text-style: underline; }
        #question { color: $text-primary; }
        #problem { color: $text-error; text-style: bold; }
        Footer { margin-top: 1; }
        .-empty { display: none; }
    }
    """

    @dataclass
    class RemoveWanted(Message):
        """Take this source and its posts out of the story."""

        source_id: int

    @dataclass
    class RenameWanted(Message):
        """Give this source another title; an empty one takes it away: the publisher or the file's name stands there then."""

        source_id: int
        title: str

    @dataclass
    class YearWanted(Message):
        """The year the source's dates are in; None takes the user's word back."""

        source_id: int
        year: int | None

    @dataclass
    class DateWanted(Message):
        """The date of a source that prints none; None takes the user's word back."""

        source_id: int
        date: PrintedTime | None

    @dataclass
    class IntervalWanted(Message):
        """How often the source's address is asked, in seconds; None: as it is learned, or the configuration file says."""

        source_id: int
        interval: int | None

    @dataclass
    class ReadAgainWanted(Message):
        """Read the source again where it came from."""

        source_id: int

    @dataclass
    class StopWatchingWanted(Message):
        """Watch this folder no longer."""

        folder: str

    def __init__(self, rows: Sequence[SourceRow], folders: Sequence[FolderRow] = (), zone: tzinfo = UTC) -> None:
        """Begin with these rows; the watched folders stand below the sources. An hour that is said without a zone is in `zone`, or in that of its source."""
        super().__init__()
        self._rows = list(rows)
        self._folders = list(folders)
        self._zone = zone
        self._asking: _Question = "title"
        self._asked_of = 0
        """The source that it is asked for: the list may change meanwhile."""
        self._offered = ""
        """What stood in the field at first."""

    def compose(self) -> ComposeResult:
        """The list, where the highlighted source came from, and a field for a title or a year."""
        with Vertical(id="box"):
            yield RowList(markup=False)
            yield Static(id="origin")
            with Vertical(id="ask", classes="-empty"):
                yield Static(id="question")
                yield LineField(id="answer", compact=True, select_on_focus=False)
                yield Static(id="problem", classes="-empty")
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the rows."""
        self._list()
        self.query_one(RowList).focus()

    def on_resize(self) -> None:
        """The right edge has moved."""
        self.call_after_refresh(self._list)

    def set_rows(self, rows: Sequence[SourceRow], folders: Sequence[FolderRow] = ()) -> None:
        """Show these rows; the highlight stays on its source or folder, or on its place when that is gone."""
        here = self._row()
        before = here.source_id if here else folder.folder if (folder := self._folder()) else None
        self._rows, self._folders = list(rows), list(folders)
        there = [*(row.source_id for row in self._rows), *(row.folder for row in self._folders)]
        self._list(there.index(before) if before in there else self.query_one(RowList).highlighted)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """While a field is open, its keys are the field's; nothing can be done to no source."""
        if action in {"only", "rename", "set_year", "set_interval", "read_again", "remove"}:
            if self.is_mounted and not self.query_one("#ask").has_class("-empty"):
                return False
            if action == "set_interval":
                row = self._row()
                return row is not None and row.polling is not None
            return self._row() is not None if self._folders else bool(self._rows) or None
        if action == "stop_watching":
            return self._folder() is not None
        return True

    def action_only(self) -> None:
        """Show only this source's posts."""
        if (row := self._row()) is not None:
            self.dismiss(row.source_id)

    def action_rename(self) -> None:
        """Ask for the title."""
        if (row := self._row()) is not None:
            self._ask(row, "Title of this source (empty: its publisher, or the file's name)", row.title, "title")

    def action_set_year(self) -> None:
        """Ask for the year, or for the date where none is printed."""
        row = self._row()
        if row is not None and row.takes_date:
            self._ask(
                row, "Its date, as it prints none: 26 November 2026 16:15 (empty: what the sources tell)", "", "date"
            )
        elif row is not None:
            self._ask(row, "Year its dates are in (empty: what the sources tell)", "", "year")

    def action_set_interval(self) -> None:
        """Ask for the interval."""
        if (row := self._row()) is not None and row.polling is not None:
            question = f"How often it is asked: {INTERVALS} (empty: as it is learned, or the configuration file says)"
            self._ask(row, question, span_words(row.polling.interval), "interval")

    def action_read_again(self) -> None:
        """Read it again."""
        if (row := self._row()) is not None:
            self.post_message(self.ReadAgainWanted(row.source_id))

    def action_remove(self) -> None:
        """Take it out; the desk can undo that."""
        if (row := self._row()) is not None:
            self.post_message(self.RemoveWanted(row.source_id))

    def action_stop_watching(self) -> None:
        """Watch the folder no longer."""
        if (folder := self._folder()) is not None:
            self.post_message(self.StopWatchingWanted(folder.folder))

    def action_close(self) -> None:
        """Leave the field, else the list."""
        if self.query_one("#ask").has_class("-empty"):
            self.dismiss(None)
        else:
            self._end_asking()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_only()

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._show_origin()
        self.refresh_bindings()  # an interval can be said of addresses alone

    @on(Input.Changed, "#answer")
    def _typed(self) -> None:
        self._say("")

    @on(Input.Submitted, "#answer")
    def _answered(self, event: Input.Submitted) -> None:
        answer = event.value.strip()
        if all(row.source_id != self._asked_of for row in self._rows):
            self.notify("This source is no longer in the story", severity="warning")
            self._end_asking()
        elif self._asking == "title":
            self.post_message(self.RenameWanted(self._asked_of, clean_line(answer)))
            self._end_asking()
        elif self._asking == "interval":
            if answer == self._offered:
                self._end_asking()  # what nobody said of this source is not said by looking at it
            elif answer and (problem := interval_problem(answer)):
                self._say(problem)
            else:
                self.post_message(self.IntervalWanted(self._asked_of, seconds_in(answer)))
                self._end_asking()
        elif self._asking == "date":
            self._date_answered(answer)
        elif answer and not (len(answer) == 4 and answer.isascii() and answer.isdigit() and answer > "0000"):
            self._say("A year has four digits, like 2025.")
        else:
            self.post_message(self.YearWanted(self._asked_of, int(answer) if answer else None))
            self._end_asking()

    def _date_answered(self, answer: str) -> None:
        from newsdesk.read.said_time import said_time  # noqa: PLC0415  # reading is imported by who says a date

        date = said_time(answer, None if self._zone is SOURCE_ZONE else self._zone)
        if answer and date is None:
            self._say("A date has its year, like 26 November 2026, 2026-11-26 or 26 November 2026 16:15.")
        else:
            self.post_message(self.DateWanted(self._asked_of, date))
            self._end_asking()

    def _row(self) -> SourceRow | None:
        at = self.query_one(RowList).highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def _folder(self) -> FolderRow | None:
        at = self.query_one(RowList).highlighted
        below = -1 if at is None else at - len(self._rows)
        return self._folders[below] if 0 <= below < len(self._folders) else None

    def _list(self, at: int | None = None) -> None:
        rows = self.query_one(RowList)
        at = rows.highlighted if at is None else at
        width = max(20, rows.scrollable_content_region.width)
        rows.clear_options()
        rows.add_options([Option(row_text(row, width)) for row in self._rows])
        rows.add_options([Option(folder_text(row)) for row in self._folders])
        count = len(self._rows) + len(self._folders)
        rows.highlighted = min(at or 0, count - 1) if count else None
        self.query_one("#box").border_title = f"Sources · {len(self._rows)}" if self._rows else "Sources"
        self._show_origin()
        self.refresh_bindings()

    def _show_origin(self) -> None:
        row = self._row()
        keys = keymap(self)
        folder = self._folder()
        text = (
            plain(folder.name)
            if folder
            else Content(EMPTY.format(close=keys.word("dialog.close"), add=keys.word("desk.add")))
        )
        if row is not None:
            read = f"\nread {row.read_at}" if row.read_at else ""
            wrong = STATE_WORDS[row.state].format(again=keys.word("sources.read_again")) if row.state else ""
            more = clean_line(row.following) or (f"! {wrong}" if wrong else "")
            gap = ("\n" if row.following or not read else " · ") if more else ""
            text = Content.assemble(plain(row.origin), read, gap, (more, "bold $text-warning" if row.state else ""))
        self.query_one("#origin", Static).update(text)

    def _ask(self, row: SourceRow, question: str, value: str, what: _Question) -> None:
        self._asking, self._asked_of, self._offered = what, row.source_id, value
        self.query_one("#question", Static).update(Content(question))
        self._say("")
        answer = self.query_one("#answer", Input)
        answer.value = value
        self.query_one("#ask").remove_class("-empty")
        self.type_into(answer)
        self.refresh_bindings()

    def _end_asking(self) -> None:
        self.query_one("#ask").add_class("-empty")
        self.query_one(RowList).focus()
        self.refresh_bindings()

    def _say(self, problem: str) -> None:
        static = self.query_one("#problem", Static)
        static.update(Content(problem))
        static.set_class(not problem, "-empty")


def folder_text(row: FolderRow) -> Content:
    """Two lines, as a source has."""
    about = "watched folder" + ("" if row.there else " · ! gone, or not to be read")
    return Content.assemble(plain(row.name, "bold"), "\n  ", (about, "$foreground-muted"), end="")


def row_text(row: SourceRow, width: int) -> Content:
    """Two lines of that many cells: title, number of posts, `! gone`; publisher, where it is no title, kind and dates."""
    count = counted(row.posts, "post") + (f" · ! {row.state}" if row.state else "")
    title = steady(clean_line(row.name))
    room = max(1, width - cell_len(count) - 2)
    if cell_len(title) > room:
        title = set_cell_size(title, room - 1).rstrip() + "…"
    dates = row.span if row.basis in {"", "stated"} else f"{row.span} ({row.basis})"
    publisher = "" if row.publisher.casefold() == row.title.casefold() else steady(clean_line(row.publisher))
    about = " · ".join(part for part in (publisher, row.kind, dates) if part)
    return Content.assemble(
        (set_cell_size(title, room), "bold"), "  ", count, "\n  ", (about, "$foreground-muted"), end=""
    )
