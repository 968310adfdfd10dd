"""The passages that mention an event or hold a quotation, each leading to its post."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content, Span
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsdesk.story.passages import Passage
from newsdesk.ui.dialogs.dialog import Dialog, RowList, plain
from newsdesk.ui.keys.commands import DIALOG, READ_PASSAGE
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.panes.stream import tally
from newsdesk.ui.wrap import steady


class Passages(Dialog[Passage | None]):
    """Lists passages. The result is the one to read, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (READ_PASSAGE, *DIALOG)]

    DEFAULT_CSS = """
    Passages {
        RowList { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        #remark { height: auto; color: $text-error; text-style: bold; margin-bottom: 1; }
        KeyLine { margin-top: 1; }
    }
    """

    def __init__(self, title: str, rows: Sequence[Passage], noun: str, held_back: int = 0, remark: str = "") -> None:
        """`noun` says what a passage is of that which `title` names; a filter does not let through so many more.

        `remark`: what there is to know of it before the passages are read.
        """
        super().__init__()
        self._remark = remark
        self._held_back = held_back
        self._title = title
        self._noun = noun
        self._rows = list(rows)

    def compose(self) -> ComposeResult:
        """One row for each passage."""
        of = len(self._rows) + self._held_back
        count = tally(len(self._rows), self._noun, of=of if self._held_back else None)
        with Vertical(id="box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = count
            if self._remark:
                yield Static(plain(self._remark), id="remark")
            yield RowList(*[Option(row_text(row)) for row in self._rows], markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the first."""
        rows = self.query_one(RowList)
        rows.highlighted = 0 if self._rows else None
        rows.focus()

    def action_read(self) -> None:
        """Choose the highlighted passage."""
        at = self.query_one(RowList).highlighted
        if at is not None:
            self.dismiss(self._rows[at])

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_read()


def row_text(row: Passage) -> Content:
    """The sentence with its dated words emphasised, and under it when and where it stood."""
    # One character for one character, so that the offsets of the dated words stay true.
    sentence = "".join(" " if character.isspace() else character for character in steady(row.sentence))
    start, end = row.span
    about = " · ".join(part for part in (row.when, plain(row.source).plain) if part)
    return Content.assemble(
        Content(sentence, [Span(start, end, "bold underline")] if start < end else []),
        ("\n" + about + "\n", "$foreground-muted"),
    )
