"""What is filtered, as a line of chips; each can be taken away by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from newsdesk.story.chips import Chip
from newsdesk.story.filter import Filter
from newsdesk.ui.keys.commands import CHIPS
from newsdesk.ui.lists.lines import safe
from newsdesk.ui.wrap import cells, shorten

LEAD = "only "
LONGEST = 30
"""Most cells of a chip's words."""
AROUND = 4
"""Cells of a chip besides its words: `[`, ` ×]`."""


class ChipLine(Widget):
    """`only [words of Ada Brok ×] [unread ×] +2 more`: there while a filter is on."""

    DEFAULT_CSS = """
    ChipLine { height: 1; display: none; padding: 0 1; background: $panel; color: $foreground; }
    ChipLine.-open { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in CHIPS]

    chips: reactive[tuple[Chip, ...]] = reactive(())
    at: reactive[int] = reactive(0)
    """The chip that keys act on while the line has the focus."""

    @dataclass
    class Removed(Message):
        """A chip was taken away."""

        wanted: Filter
        """What is left of the filter."""

    class Left(Message):
        """The line is left: the focus belongs to a pane again."""

    class AllWanted(Message):
        """The chips that did not fit were asked for."""

    def watch_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show them; without any the line is not there."""
        self.at = max(0, min(self.at, len(chips) - 1))
        # A line that is not there must not be given the focus that a pane loses when it is hidden.
        self.can_focus = bool(chips)
        self.set_class(bool(chips), "-open")
        if not chips and self.has_focus:
            self.post_message(self.Left())

    def on_focus(self) -> None:
        """One of them is reversed while keys act here."""
        self.refresh()

    def on_blur(self) -> None:
        """None of them is."""
        self.refresh()

    def action_step(self, by: int) -> None:
        """To the next chip, or the one before."""
        self.at = max(0, min(self.at + by, len(self.chips) - 1))

    def action_remove(self) -> None:
        """Take this chip away."""
        self._remove(self.at)

    def action_leave(self) -> None:
        """Back to the pane."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """A click takes a chip away; one on what did not fit asks for all of them."""
        offset = event.get_content_offset(self)
        edge = len(LEAD)
        words, more = self._layout()
        for at, chip in words:
            start, edge = edge, edge + cells(chip) + AROUND
            if offset is not None and start <= offset.x < edge:
                self._remove(at)
                return
            edge += 1
        if more and offset is not None and offset.x >= edge:
            self.post_message(self.AllWanted())

    def _remove(self, at: int) -> None:
        if at < len(self.chips):
            self.post_message(self.Removed(self.chips[at].without))

    def render(self) -> RenderResult:
        """What is chosen is reversed, so that it shows without colour."""
        parts: list[str | tuple[str, str]] = [(LEAD, "$foreground-muted")]
        words, more = self._layout()
        for at, chip in words:
            parts += [(f"[{chip} ×]", "reverse bold" if self.has_focus and at == self.at else "bold"), " "]
        return Content.assemble(*parts, (more, "$foreground-muted"))

    def _layout(self) -> tuple[list[tuple[int, str]], str]:
        """The chips that are shown, by their place, and `+2 more` for the others."""
        room = self.content_size.width - len(LEAD)
        longest = min(LONGEST, max(1, room - AROUND - (len(more_words(1)) + 1 if len(self.chips) > 1 else 0)))
        words = [shorten(safe(chip.words), longest) for chip in self.chips]
        shown = fitting([cells(one) + AROUND for one in words], room, self.at)
        return [(at, words[at]) for at in shown], more_words(len(words) - len(shown))


def more_words(number: int) -> str:
    """`+2 more`."""
    return f"+{number} more" if number else ""


def fitting(widths: Sequence[int], room: int, wanted: int) -> range:
    """Which chips of these widths to show beside each other: from the first one on, or so far on that `wanted` is among them."""
    for first in range(len(widths)):
        shown = range(first, len(widths))
        while len(shown) > 1 and _width(widths, shown) > room:
            shown = shown[:-1]
        if wanted in shown:
            return shown
    return range(0)


def _width(widths: Sequence[int], shown: range) -> int:
    """With a blank between them, and the words for those that are left out."""
    more = more_words(len(widths) - len(shown))
    return sum(widths[at] + 1 for at in shown) - 1 + (len(more) + 1 if more else 0)
