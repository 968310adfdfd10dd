"""The lower border of a pane: how much it shows, and when the sources were last read."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from newsdesk.story.source_state import FootWords
from newsdesk.ui.wrap import cells

_CORNERS = 6
"""Cells of the border that no words are written on: at either end the corner, a piece of the line and a blank."""


class Footed(Widget):
    """A pane with such a border. What is wrong with the sources is the last to go where there is no room."""

    _counts: tuple[str, ...] = ("",)
    _sources = FootWords()
    _foot = Content()

    @property
    def counts(self) -> str:
        """How much there is, in its longest shape; what the border has room for is written on it."""
        return self._counts[0]

    def say(self, *counts: str) -> None:
        """Write how much there is, `42 unread · 46 posts`: the first of these shapes that there is room for."""
        self._counts = counts
        self._write_foot()

    def say_of_sources(self, words: FootWords) -> None:
        """Write when the sources were read."""
        self._sources = words
        self._write_foot()

    def on_resize(self) -> None:
        """There may be room for more words, or for fewer."""
        self._write_foot()

    def _write_foot(self) -> None:
        room = self.outer_size.width - _CORNERS
        sources, stale = self._sources.shapes, self._sources.stale
        shapes = [(f"{counts} · " if counts else "", words) for counts in self._counts for words in sources]
        shapes += [("", sources[-1])] if stale else [(counts, "") for counts in self._counts]
        before, words = next((shape for shape in shapes if cells("".join(shape)) <= room), shapes[-1])
        foot = Content.assemble(before, (words, "bold $text-warning" if stale else ""))
        if foot.markup != self._foot.markup:
            self._foot = foot
            self.border_subtitle = foot
