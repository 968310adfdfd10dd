"""Keys that are typed faster than a field gets the focus: they belong to its beginning."""

from __future__ import annotations

from typing import ClassVar

from textual.screen import Screen
from textual.widgets import Input
from textual.widgets.input import Selection


class EarlyKeys:
    """For a screen with a field to type into.

    A key goes to the widget that has the focus when it is typed and is acted upon when it has gone up to the application.
    Whoever types `/` and a word at once, or whose terminal was busy, has typed the word's first letters to the pane below
    by then: they must neither get lost nor act as commands.
    """

    BEGINS_IN_FIELD: ClassVar[bool] = False
    """Whether letters that are typed before the screen has a field are kept for it."""
    _typed_early = ""
    """What was typed before there was a field."""
    _field: Input | None = None
    """The field that early letters belong to."""
    _inserted = 0
    """How many of them it has got."""

    def type_into(self, field: Input) -> None:
        """Give this field the focus at once, and what was typed before it had it. What stands in it gives way to letters.

        The field must not select everything when it gets the focus: that happens later, and would take in early letters.
        """
        assert isinstance(self, Screen)
        assert not field.select_on_focus
        self._field, self._inserted = field, 0
        self.set_focus(field)
        field.selection = Selection(0, len(field.value))
        self._insert(self._typed_early)
        self._typed_early = ""

    def take_early(self, letter: str) -> bool:
        """Take a letter that no widget took; False when it is no text here: it is a command then.

        A field takes every letter that is typed while it has the focus, so this one was typed before.
        """
        assert isinstance(self, Screen)
        if self._field is not None:
            if self.focused is not self._field:
                return False
            self._insert(letter)
            return True
        if self.BEGINS_IN_FIELD:
            self._typed_early += letter
            return True
        return False

    def _insert(self, letters: str) -> None:
        field = self._field
        if field is None or not letters:
            return
        if field.selection.is_empty:
            cursor = field.cursor_position
            field.insert(letters, self._inserted)
            field.cursor_position = cursor + len(letters)
        else:
            field.replace(letters, *sorted(field.selection))
        self._inserted += len(letters)
