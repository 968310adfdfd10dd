"""A field for a path that completes it as a shell does, with the matches in a list below."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from newsdesk.clean import clean_line
from newsdesk.ui.dialogs.dialog import plain
from newsdesk.ui.fields.line_field import LineField
from newsdesk.ui.fields.path_suggester import Completion, Match, Names, completion
from newsdesk.ui.keys.commands import COMPLETE_PATH


class PathField(LineField):
    """The line that is typed into. What is pasted goes to whoever knows what to do with it."""

    @dataclass
    class Pasted(Message):
        """Text was pasted here."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Pasted(event.text))


class PathInput(Vertical):
    """The field and its matches. The list never takes the focus: arrows in the field move through it."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMPLETE_PATH]

    DEFAULT_CSS = """
    PathInput {
        height: auto;
        OptionList {
            height: auto;
            max-height: 8;
            margin: 0 1;
            padding: 0;
            border: none;
            background: transparent;
            scrollbar-size-vertical: 1;
        }
        .-empty { display: none; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else stands in the field; what it names is not known yet."""

        typed: str

    @dataclass
    class Named(Message):
        """The disk has told what the typed text names."""

        typed: str
        path: str
        names: Names

    @dataclass
    class Submitted(Message):
        """Enter was pressed, and no match was chosen."""

        typed: str

    def __init__(self, folder: Path, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Relative paths start at `folder`."""
        super().__init__(id=id)
        self._folder = folder
        self._completion: Completion | None = None
        self._listed: tuple[Match, ...] = ()

    @property
    def field(self) -> Input:
        """The line itself."""
        return self.query_one(PathField)

    @property
    def value(self) -> str:
        """What is typed."""
        return self.field.value

    def compose(self) -> ComposeResult:
        """The line, and the matches under it."""
        yield PathField(placeholder="Path of a file or folder, ~ is your home", select_on_focus=False)
        matches = OptionList(classes="-empty", markup=False)
        matches.can_focus = False
        yield matches

    def set_value(self, typed: str) -> None:
        """Put this into the field."""
        self.field.value = typed
        self.field.cursor_position = len(typed)

    def insert(self, text: str) -> None:
        """Type this at the cursor."""
        self.field.insert_text_at_cursor(clean_line(text))

    def check_again(self) -> None:
        """Ask the disk again what the field names."""
        self._ask_disk(self.value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Tab goes on to the next field when there is nothing to complete: no trap."""
        if action == "complete":
            return self._next_text() is not None
        return True

    def action_complete(self) -> None:
        """Continue what was typed as far as it is clear; then offer the first match."""
        following = self._next_text()
        if following is not None and following != self.value:
            self.set_value(following)
        else:
            self.action_choose(1)

    def action_choose(self, by: int) -> None:
        """Move through the matches; up from the first one goes back to the field."""
        matches = self.query_one(OptionList)
        if not self._listed:
            return
        now = matches.highlighted
        wanted = (0 if by > 0 else len(self._listed) - 1) if now is None else now + by
        matches.highlighted = None if wanted < 0 else min(wanted, len(self._listed) - 1)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._completion = None
        self.post_message(self.Changed(event.value))
        self._ask_disk(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if (chosen := self._chosen()) is not None:
            self.set_value(chosen)
        else:
            self.post_message(self.Submitted(event.value))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.set_value(self._listed[event.option_index].typed)
        self.field.focus()

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    @work(exclusive=True, group="completion")
    async def _ask_disk(self, typed: str) -> None:
        if not typed:
            found = Completion(Names.NOTHING, "")
        else:
            # A network folder may answer after a minute; the keys do not wait for it, and a later answer replaces this.
            found = await asyncio.to_thread(completion, typed, self._folder)
        self._completion = found
        alone = len(found.matches) == 1 and found.matches[0].typed in {typed, f"{typed}/"}
        self._list(() if alone else found.matches, found.problem)
        if typed:
            self.post_message(self.Named(typed, found.path, found.names))

    def _list(self, found: tuple[Match, ...], problem: str) -> None:
        self._listed = found
        matches = self.query_one(OptionList)
        matches.clear_options()
        matches.add_options([Option(_row(match)) for match in found])
        if problem:
            matches.add_option(Option(plain(problem, "$text-warning"), disabled=True))
        matches.highlighted = None
        matches.set_class(not matches.option_count, "-empty")
        self.refresh_bindings()

    def _next_text(self) -> str | None:
        """What Tab makes of the field; None when there is nothing to complete."""
        found = self._completion
        if found is None or not found.matches:
            return None
        if (chosen := self._chosen()) is not None:
            return chosen
        if len(found.matches) == 1 and found.common == self.value:
            return None
        return found.common

    def _chosen(self) -> str | None:
        highlighted = self.query_one(OptionList).highlighted
        return None if highlighted is None else self._listed[highlighted].typed


def _row(match: Match) -> Content:
    return Content.styled(f"{match.name}/", "$text-primary") if match.is_folder else Content(match.name)
