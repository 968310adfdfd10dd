"""A dialog with a list, and a field below it that opens for what a key asks of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdesk.ui.dialogs.dialog import Dialog, RowList, plain
from newsdesk.ui.fields.line_field import LineField
from newsdesk.ui.keys.key_line import KeyLine

Take = Callable[[str], None]
"""Gets what was answered, without spaces around it; ends the asking, or says what is wrong with it."""


class AskingList(Dialog[ScreenResultType]):
    """Each kind of list fills it, and says what its keys do."""

    DEFAULT_CSS = """
    AskingList {
        RowList { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        #about { height: auto; max-height: 6; margin-top: 1; color: $text-muted; }
        #ask { height: auto; margin-top: 1; }
        #answer { background: $boost; text-style: underline; }
        #question { color: $text-primary; }
        #problem { color: $text-error; text-style: bold; height: auto; }
        KeyLine { margin-top: 1; }
        .-empty { display: none; }
    }
    """

    asked: Take | None = None
    """Takes the answer, while the field is open."""

    def compose(self) -> ComposeResult:
        """The list, what there is to say of the highlighted row, and the field."""
        with Vertical(id="box"):
            yield RowList(markup=False)
            yield Static(id="about", markup=False)
            with Vertical(id="ask", classes="-empty"):
                yield Static(id="question")
                yield LineField(id="answer", compact=True, select_on_focus=False)
            yield Static(id="problem", classes="-empty")
            yield KeyLine()

    def on_resize(self) -> None:
        """The right edge has moved."""
        self.call_after_refresh(self.list_rows)

    def list_rows(self, at: int | None = None) -> None:
        """List the rows as they are now, and highlight this one; None: the one that was."""
        raise NotImplementedError

    def action_open(self) -> None:
        """What Enter and a click do with a row."""
        raise NotImplementedError

    def highlighted(self) -> None:
        """Another row is highlighted."""
        raise NotImplementedError

    @property
    def at(self) -> int | None:
        """The place of the highlighted row."""
        return self.query_one(RowList).highlighted

    @property
    def width(self) -> int:
        """Cells of a row."""
        return max(20, self.query_one(RowList).scrollable_content_region.width)

    def fill(self, rows: Sequence[Content], title: str, at: int | None) -> None:
        """Show these, under this title; `at` as in `list_rows`."""
        shown = self.query_one(RowList)
        at = shown.highlighted if at is None else at
        with shown.prevent(OptionList.OptionHighlighted):  # nobody has moved: what was said stays
            shown.clear_options()
            shown.add_options([Option(row) for row in rows])
            shown.highlighted = min(at or 0, len(rows) - 1) if rows else None
        self.query_one("#box").border_title = title
        self.highlighted()
        self.refresh_bindings()

    def say_about(self, words: Content) -> None:
        """What there is to say of the highlighted row."""
        self.query_one("#about", Static).update(words)

    def ask(self, question: str, value: str, take: Take) -> None:
        """Open the field with this in it."""
        self.asked = take
        self.query_one("#question", Static).update(Content(question))
        self.say("")
        answer = self.query_one("#answer", Input)
        answer.value = value
        self.query_one("#ask").remove_class("-empty")
        self.type_into(answer)
        self.refresh_bindings()

    def end_asking(self) -> None:
        """Close the field."""
        self.asked = None
        self.say("")
        self.query_one("#ask").add_class("-empty")
        self.query_one(RowList).focus()
        self.refresh_bindings()

    def say(self, problem: str) -> None:
        """What is wrong; nothing takes it away."""
        static = self.query_one("#problem", Static)
        static.update(plain(problem))
        static.set_class(not problem, "-empty")

    def action_close(self) -> None:
        """Leave the field, else the list."""
        if self.asked is None:
            self.dismiss(None)
        else:
            self.end_asking()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        if self.asked is None:  # what is being typed stays
            self.action_open()

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.say("")
        self.highlighted()
        self.refresh_bindings()  # what can be done may be other things

    @on(Input.Changed, "#answer")
    def _typed(self) -> None:
        self.say("")

    @on(Input.Submitted, "#answer")
    def _answered(self, event: Input.Submitted) -> None:
        if self.asked is not None:
            self.asked(event.value.strip())
