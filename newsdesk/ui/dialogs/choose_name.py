"""Saying who speaks, or who an actor is: a field to type into and the names it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdesk.clean import clean_line
from newsdesk.story.name_choices import NameChoice, matching
from newsdesk.ui.dialogs.dialog import Dialog, RowList, plain
from newsdesk.ui.fields.line_field import AnswerField
from newsdesk.ui.keys.commands import CHOOSE_NAME, DIALOG
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.wrap import ELLIPSIS

WORDS_SHOWN = 300
"""Characters of the words in question."""


class ChooseName(Dialog[NameChoice | None]):
    """Asks for a name. The result is what was chosen, or None to leave things as they are."""

    BEGINS_IN_FIELD = True

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (*CHOOSE_NAME[1:], *DIALOG)]

    DEFAULT_CSS = """
    ChooseName {
        #box { max-width: 80; }
        #words { height: auto; max-height: 6; margin-bottom: 1; color: $text-muted; }
        AnswerField { background: $boost; padding: 0 1; }
        RowList { height: auto; max-height: 1fr; margin-top: 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
        KeyLine { margin-top: 1; }
        .-empty { display: none; }
    }
    """

    def __init__(self, title: str, words: str, placeholder: str, choices: Sequence[NameChoice]) -> None:
        """`words` are those in question, if any are; `placeholder` says what may be typed."""
        super().__init__()
        self._title = title
        self._words = words
        self._placeholder = placeholder
        self._choices = choices
        self._shown = matching(choices, "")

    def compose(self) -> ComposeResult:
        """The words, the field, the names."""
        words = self._words if len(self._words) <= WORDS_SHOWN else self._words[:WORDS_SHOWN].rstrip() + " ..."
        with Vertical(id="box") as box:
            box.border_title = plain(self._title)
            yield Static(plain(words), id="words", classes="" if words else "-empty")
            yield AnswerField(taken_by=CHOOSE_NAME[0], placeholder=self._placeholder, id="name", compact=True)
            rows = RowList(markup=False)
            rows.can_focus = False  # the field keeps the keys, the list only shows
            yield rows
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the field."""
        self.call_after_refresh(self._list)
        self.type_into(self.query_one(AnswerField))

    def on_resize(self) -> None:
        """The right edge has moved."""
        self.call_after_refresh(self._list, keep=True)

    def action_go(self, by: int) -> None:
        """To the next name, or the one before."""
        rows = self.query_one(RowList)
        if self._shown:
            rows.highlighted = ((rows.highlighted or 0) + by) % len(self._shown)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        # A tab or another invisible character can be pasted; what is shown is what is stored.
        self._shown = matching(self._choices, clean_line(event.value))
        self._list()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Take the highlighted name."""
        at = self.query_one(RowList).highlighted
        if at is not None and at < len(self._shown):
            self.dismiss(self._shown[at])

    def _list(self, *, keep: bool = False) -> None:
        rows = self.query_one(RowList)
        at = rows.highlighted if keep else 0
        width = max(20, rows.scrollable_content_region.width)
        rows.clear_options()
        rows.add_options([Option(row_text(one, width)) for one in self._shown])
        rows.highlighted = min(at or 0, len(self._shown) - 1) if self._shown else None


def row_text(choice: NameChoice, width: int) -> Content:
    """`Name          note`, in that many cells: the note gives way to the name."""
    name = clean_line(choice.name)
    if cell_len(name) > width:
        name = set_cell_size(name, width - 1).rstrip() + ELLIPSIS
    room = width - cell_len(name) - 2
    note = choice.note if cell_len(choice.note) <= room else ""
    return Content.assemble(
        (name, "bold"), " " * (width - cell_len(name) - cell_len(note)), (note, "$foreground-muted")
    )
