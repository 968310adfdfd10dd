"""What every line goes through on its way to the terminal; the last look among it: whichever widget drew the line, no character in it steers the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from newsdesk.ui.lists.lines import safe


class LastLook(LineFilter):
    """Goes over every line of every widget on its way to the terminal; no line gets wider or narrower by it.

    The panes and dialogs clean what they show. This is for what they do not write themselves - Textual's own widgets,
    an error's words, a file's name in a tree - and for whoever forgets.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The same segments where all is well, which is nearly always."""
        if all(segment.text.isprintable() or segment.control for segment in segments):
            return segments
        return [_safe_segment(segment) for segment in segments]


def _safe_segment(segment: Segment) -> Segment:
    text = safe(segment.text)
    if text == segment.text or segment.control:
        return segment
    return Segment(set_cell_size(text, cell_len(segment.text)), segment.style)


class InTurn(LineFilter):
    """Filters one after the other, as if they were one: Textual makes a line anew, and keeps it, for each."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments as the last filter leaves them."""
        for one in self.filters:
            segments = one.apply(segments, background)
        return segments
