"""Setting the clock to a moment of one's choice."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from newsdesk.story.clock import parse_moment
from newsdesk.story.wording import full_moment
from newsdesk.ui.dialogs.dialog import Dialog
from newsdesk.ui.dialogs.understood import Understood
from newsdesk.ui.fields.line_field import AnswerField
from newsdesk.ui.keys.commands import DIALOG, SET_MOMENT
from newsdesk.ui.keys.key_line import KeyLine

HINT = "Like 11 May 16:03, or 2025-05-11 for the end of that day."


class SetMoment(Dialog[datetime | None]):
    """Asks for a moment. The result is aware, or None when the user leaves."""

    BEGINS_IN_FIELD = True

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in DIALOG]

    DEFAULT_CSS = """
    SetMoment {
        #box { max-width: 72; }
        Understood { margin: 0 1; }
        KeyLine { margin-top: 1; }
    }
    """

    def __init__(self, zone: tzinfo, near: date) -> None:
        """What is typed without a zone is in `zone`; without a year it is the one nearest to `near`."""
        super().__init__()
        self._zone = zone
        self._near = near

    def compose(self) -> ComposeResult:
        """The field, and what it is understood to mean."""
        with Vertical(id="box") as box:
            box.border_title = "Look from another moment"
            yield AnswerField(taken_by=SET_MOMENT, placeholder="11 May 16:03", id="moment")
            yield Understood(HINT)
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the field."""
        self.type_into(self.query_one(AnswerField))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        moment = self._understood(event.value) if event.value.strip() else HINT
        said = self.query_one(Understood)
        if isinstance(moment, str):
            said.hint(HINT)
        else:
            said.means(full_moment(moment, self._zone))

    @on(Input.Submitted)
    def action_set_moment(self) -> None:
        """Take what is typed, or say why it cannot be."""
        moment = self._understood(self.query_one(Input).value)
        if isinstance(moment, str):
            self.query_one(Understood).refuse(moment)
        else:
            self.dismiss(moment)

    def _understood(self, typed: str) -> datetime | str:
        """The moment, or one sentence on why there is none."""
        try:
            return parse_moment(typed, self._zone, self._near)
        except ValueError as error:
            return str(error)
