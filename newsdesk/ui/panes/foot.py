"""The lower border of a pane: how much it shows, and when the sources were last read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from newsdesk.story.source_state import FootWords
from newsdesk.ui.wrap import cells

_CORNERS = 6
"""Cells of the border that no words are written on: at either end the corner, a piece of the line and a blank."""


class Footed(Widget):
    """A pane with such a border."""

    @dataclass
    class Counted(Message):
        """A pane says another number of what there is."""

        pane: str
        """Its id."""
        counts: tuple[str, ...]
        """As in `say`."""

    _counts: tuple[str, ...] = ("",)
    _sources = FootWords()
    _foot = Content()

    @property
    def counts(self) -> str:
        """How much there is, in its longest shape; what the border has room for is written on it."""
        return self._counts[0]

    def say(self, *counts: str) -> None:
        """Write how much there is, `42 unread · 46 posts`: the first of these shapes that there is room for."""
        if counts != self._counts:
            self._counts = counts
            self.post_message(self.Counted(self.id or "", counts))
        self._write_foot()

    def say_of_sources(self, words: FootWords) -> None:
        """Write when the sources were read."""
        self._sources = words
        self._write_foot()

    def on_resize(self) -> None:
        """There may be room for more words, or for fewer."""
        self._write_foot()

    def _write_foot(self) -> None:
        before, words = fitting(self._counts, self._sources, self.outer_size.width - _CORNERS)
        foot = Content.assemble(before, (words, "bold $text-warning" if self._sources.stale else ""))
        if foot.markup != self._foot.markup:
            self._foot = foot
            self.border_subtitle = foot


def fitting(counts: Sequence[str], sources: FootWords, room: int) -> tuple[str, str]:
    """How much there is and when the sources were read, each in the longest shape that there is room for beside the other.

    What is wrong with the sources is the last to go: it is there even where it is too long.
    """
    shapes = [(f"{one} · " if one else "", words) for one in counts for words in sources.shapes]
    shapes += [("", sources.shapes[-1])] if sources.stale else [(one, "") for one in counts]
    return next((shape for shape in shapes if cells("".join(shape)) <= room), shapes[-1])
