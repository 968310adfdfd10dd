"""The list of sources: what they are and what may be said of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from newsdesk.clean import clean_line
from newsdesk.fetch import INTERVALS, interval_problem, seconds_in, span_words
from newsdesk.model import PrintedTime
from newsdesk.story.source_state import STATE_WORDS
from newsdesk.story.sources import FolderRow, SourceRow
from newsdesk.story.wording import DATE_EXAMPLES, counted
from newsdesk.ui.dialogs.asking_list import AskingList
from newsdesk.ui.dialogs.dialog import RowList, plain
from newsdesk.ui.dialogs.typed_date import get_ready_for_a_date, typed_date
from newsdesk.ui.keys.commands import DIALOG, SOURCES, UNDO
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.wrap import steady

EMPTY = "No sources yet: press {close}, then {add} adds the first."


class SourcesList(AskingList[int | None]):
    """Lists the sources. The result is the source whose posts alone are wanted, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command.binding for command in (*SOURCES, replace(UNDO, footer=True), *DIALOG)
    ]

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

    class UndoWanted(Message):
        """Take back the last thing that was said or done."""

    def __init__(
        self,
        rows: Sequence[SourceRow],
        folders: Sequence[FolderRow] = (),
        zone: tzinfo = UTC,
        *,
        now: Callable[[], datetime],
    ) -> None:
        """Begin with these rows; the watched folders stand below the sources.

        An hour that is said without a zone is in `zone`, or in that of its source; `now` is the wall clock, aware.
        """
        super().__init__()
        self._rows = list(rows)
        self._folders = list(folders)
        self._zone = zone
        self._now = now

    def on_mount(self) -> None:
        """Show the rows."""
        self.list_rows()
        self.query_one(RowList).focus()

    def set_rows(self, rows: Sequence[SourceRow], folders: Sequence[FolderRow] = ()) -> None:
        """Show these rows; the highlight stays on its source or folder, or on its place when that is gone."""
        here = self._row()
        before = here.source_id if here else folder.folder if (folder := self._folder()) else None
        self._rows, self._folders = list(rows), list(folders)
        there = [*(row.source_id for row in self._rows), *(row.folder for row in self._folders)]
        self.list_rows(there.index(before) if before in there else self.at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """While a field is open, its keys are the field's; nothing can be done to no source."""
        if action in {"open", "rename", "set_year", "set_interval", "read_again", "remove"}:
            if self.asked is not None:
                return False
            if action == "set_interval":
                row = self._row()
                return row is not None and row.polling is not None
            return self._row() is not None if self._folders else bool(self._rows) or None
        if action == "undo":
            return self.asked is None
        if action == "stop_watching":
            return self._folder() is not None
        return True

    def action_open(self) -> None:
        """Show only this source's posts."""
        if (row := self._row()) is not None:
            self.dismiss(row.source_id)

    def action_rename(self) -> None:
        """Ask for the title."""
        if (row := self._row()) is not None:
            self._ask_of(
                row, "Title of this source (empty: its publisher, or the file's name)", row.title, self._rename
            )

    def action_set_year(self) -> None:
        """Ask for the year, or for the date where none is printed."""
        row = self._row()
        if row is not None and row.takes_date:
            get_ready_for_a_date(self, self._zone, self._now)
            question = "Its date, as it prints none: 26 November 2026, today 16:15 (empty: what the sources tell)"
            self._ask_of(row, question, "", self._set_date)
        elif row is not None:
            self._ask_of(row, "Year its dates are in (empty: what the sources tell)", "", self._set_year)

    def action_set_interval(self) -> None:
        """Ask for the interval."""
        if (row := self._row()) is not None and row.polling is not None:
            question = f"How often it is asked: {INTERVALS} (empty: as it is learned, or the configuration file says)"
            offered = span_words(row.polling.interval)

            def take(source_id: int, answer: str) -> str:
                # What nobody said of this source is not said by looking at it.
                return "" if answer == offered else self._set_interval(source_id, answer)

            self._ask_of(row, question, offered, take)

    def action_read_again(self) -> None:
        """Read it again."""
        if (row := self._row()) is not None:
            self.post_message(self.ReadAgainWanted(row.source_id))

    def action_remove(self) -> None:
        """Take it out; undoable."""
        if (row := self._row()) is not None:
            self.post_message(self.RemoveWanted(row.source_id))

    def action_undo(self) -> None:
        """Take back what was done last, here or on the desk."""
        self.post_message(self.UndoWanted())

    def action_stop_watching(self) -> None:
        """Watch the folder no longer."""
        if (folder := self._folder()) is not None:
            self.post_message(self.StopWatchingWanted(folder.folder))

    def _ask_of(self, row: SourceRow, question: str, value: str, take: Callable[[int, str], str]) -> None:
        """`take` gets the source's id and the answer, and gives what is wrong with it, or nothing."""

        def answered(answer: str) -> None:
            problem = ""
            # The list may have changed meanwhile.
            if any(other.source_id == row.source_id for other in self._rows):
                problem = take(row.source_id, answer)
            else:
                self.notify("This source is no longer in the story", severity="warning")
            if problem:
                self.say(problem)
            else:
                self.end_asking()

        self.ask(question, value, answered)

    def _rename(self, source_id: int, answer: str) -> str:
        self.post_message(self.RenameWanted(source_id, clean_line(answer)))
        return ""

    def _set_year(self, source_id: int, answer: str) -> str:
        if answer and not (len(answer) == 4 and answer.isascii() and answer.isdigit() and answer > "0000"):
            return "A year has four digits, like 2025."
        self.post_message(self.YearWanted(source_id, int(answer) if answer else None))
        return ""

    def _set_date(self, source_id: int, answer: str) -> str:
        date = typed_date(answer, self._zone, self._now)
        if answer and date is None:
            return f"A date has its year, like {DATE_EXAMPLES}."
        self.post_message(self.DateWanted(source_id, date))
        return ""

    def _set_interval(self, source_id: int, answer: str) -> str:
        if answer and (problem := interval_problem(answer)):
            return problem
        self.post_message(self.IntervalWanted(source_id, seconds_in(answer)))
        return ""

    def _row(self) -> SourceRow | None:
        return self._rows[self.at] if self.at is not None and self.at < len(self._rows) else None

    def _folder(self) -> FolderRow | None:
        below = -1 if self.at is None else self.at - len(self._rows)
        return self._folders[below] if 0 <= below < len(self._folders) else None

    def list_rows(self, at: int | None = None) -> None:
        """See `AskingList`."""
        width = self.width
        rows = [*(row_text(row, width) for row in self._rows), *map(folder_text, self._folders)]
        self.fill(rows, f"Sources · {len(self._rows)}" if self._rows else "Sources", at)

    def highlighted(self) -> None:
        """Where it came from, when it was read, and what is wrong with it."""
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
            if row.missing:
                text = Content.assemble(text, "\n", (row.missing, "bold $text-warning"))
        self.say_about(text)


def folder_text(row: FolderRow) -> Content:
    """Two lines, as a source has."""
    about = "watched folder" + ("" if row.there else " · ! gone, or not to be read")
    return Content.assemble(plain(row.name, "bold"), "\n  ", (about, "$foreground-muted"), end="")


def row_text(row: SourceRow, width: int) -> Content:
    """Two lines of that many cells: tag and title, number of posts, `! gone`; publisher, where it is neither, kind and dates."""
    count = counted(row.posts, "post") + (f" · ! {row.state}" if row.state else "")
    title = steady(clean_line(row.name))
    room = max(1, width - cell_len(count) - 2)
    if cell_len(title) > room:
        title = set_cell_size(title, room - 1).rstrip() + "…"
    dates = row.span if row.basis in {"", "stated"} else f"{row.span} ({row.basis})"
    told = row.publisher.casefold() in {row.title.casefold(), row.tag.name.casefold()}
    publisher = "" if told else steady(clean_line(row.publisher))
    about = " · ".join(part for part in (publisher, row.kind, dates) if part)
    return Content.assemble(
        (set_cell_size(title, room), "bold"), "  ", count, "\n  ", (about, "$foreground-muted"), end=""
    )
