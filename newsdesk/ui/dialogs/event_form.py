"""Adding an event of one's own, or changing one: its name and its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from newsdesk.clean import clean_line
from newsdesk.model import Event
from newsdesk.story.days import Days, days_of, days_words, parse_days, typed_words
from newsdesk.story.wording import counted, in_zone, short_moment
from newsdesk.ui.dialogs.dialog import Dialog
from newsdesk.ui.dialogs.understood import Understood
from newsdesk.ui.fields.line_field import AnswerField
from newsdesk.ui.keys.commands import DIALOG, EVENT_FORM
from newsdesk.ui.keys.key_line import KeyLine

LONGEST_NAME = 120
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """What the user wants an event to be. None: as the sources have it."""

    title: str | None
    days: Days | None


class EventForm(Dialog[EventAnswer | None]):
    """Asks for a name and for days. The result is None when the user leaves."""

    BEGINS_IN_FIELD = True

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in DIALOG]

    DEFAULT_CSS = """
    EventForm {
        #box { max-width: 76; }
        Label { color: $text-muted; }
        AnswerField { background: $boost; padding: 0 1; margin-bottom: 1; }
        KeyLine { margin-top: 1; }
    }
    """

    def __init__(self, event: Event | None, zone: tzinfo, today: date) -> None:
        """`event` is to be changed; None asks for a new one.

        An hour that is typed without a zone is in `zone`; `today` is the day from which days without a year are read.
        """
        super().__init__()
        self._event = event
        self._found = (event.as_found or event) if event and event.mentions else None
        self._zone = zone
        self._today = today

    def compose(self) -> ComposeResult:
        """The two fields, and what they are understood to mean."""
        event, found = self._event, self._found
        with Vertical(id="box") as box:
            box.border_title = "Change this event" if event else "Add an event"
            yield Label("What")
            yield AnswerField(
                event.title if event else "",
                placeholder=clean_line(found.title) + " (as found)" if found else "Vote in the upper house",
                taken_by=EVENT_FORM[0],
                compact=True,
                id="what",
            )
            yield Label("When")
            yield AnswerField(
                typed_words(days_of(event)) if event else "",
                placeholder=typed_words(days_of(found)) + " (as found)" if found else "15 May 14:00",
                taken_by=EVENT_FORM[0],
                compact=True,
                id="when",
            )
            yield Understood()
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the name."""
        self.type_into(self.query_one("#what", AnswerField))
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        """What the days are understood to mean."""
        said = self.query_one(Understood)
        typed = self._value("when")
        if not typed:
            said.hint("= " + days_words(days_of(self._found)) + ", as found" if self._found else HINT)
            return
        try:
            days = parse_days(typed, self._zone, self._today)
        except ValueError as error:
            said.hint(str(error))
        else:
            said.means(f"{days_words(days)}{self._here(days)}{_from(self._today, days)}")

    @on(Input.Submitted)
    def action_take(self) -> None:
        """From the name to the days, and from there away, unless something is missing."""
        title, typed = self._value("what"), self._value("when")
        if not title and self._found is None:
            self._refuse("It needs a name", "what")
        elif len(title) > LONGEST_NAME and not (self._event and title == self._event.title):
            self._refuse(f"A name has at most {LONGEST_NAME} characters, this one has {len(title)}", "what")
        elif self.focused is self.query_one("#what") and (self._event is None or not typed):
            self.query_one("#when").focus()
        elif not typed and self._found is None:
            self._refuse("It needs a day: " + HINT, "when")
        else:
            try:
                days = parse_days(typed, self._zone, self._today) if typed else None
            except ValueError as error:
                self._refuse(str(error), "when")
            else:
                self.dismiss(EventAnswer(title or None, days))

    def _here(self, days: Days) -> str:
        """An hour of another zone in that of the desk: there is more than one IST."""
        if days.at is None:
            return ""
        here = in_zone(days.at, self._zone)
        return "" if here.utcoffset() == days.at.utcoffset() else f" = {short_moment(here, self._zone)}"

    def _value(self, name: str) -> str:
        # A tab or another invisible character can be pasted; what is shown is what is stored.
        return clean_line(self.query_one(f"#{name}", AnswerField).value).strip()

    def _refuse(self, why: str, name: str) -> None:
        self.query_one(Understood).refuse(why)
        self.query_one(f"#{name}").focus()


HINT = "15 May, 14–16 May, Thursday 2pm, 15 May 14:00 BST"


def _from(today: date, days: Days) -> str:
    away = (days.start - today).days
    if away == 0:
        return ", today"
    return f", in {counted(away, 'day')}" if away > 0 else f", {counted(-away, 'day')} ago"
