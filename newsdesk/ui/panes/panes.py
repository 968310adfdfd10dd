"""The three panes beside and below one another, and how large each of them is: as the style sheet says, or as the reader wants it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.containers import Container
from textual.geometry import Offset
from textual.widget import Widget

Sizes = Mapping[str, Sequence[int]]
"""By arrangement ("wide", "medium", "rows"), how many parts of the whole each column or row has. What is not there is as in the style sheet."""

BREAKPOINTS: Final = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]
"""From which width on the screen has which class; newsdesk.tcss says what comes of it."""
USUAL: Final[Sizes] = {"wide": (11, 8, 6), "medium": (11, 9), "rows": (5, 4)}
"""As in newsdesk.tcss."""
_NARROWEST: Final = 20
"""Cells that a column keeps."""
_LOWEST: Final = 5
"""Lines that a row keeps: two of the border, and a row that says what there is."""
_STEP: Final = {"columns": 4, "rows": 2}
"""Cells or lines that a key moves a border by."""


@dataclass(frozen=True, slots=True)
class _Border:
    """Where two panes meet."""

    along: str
    """"columns" or "rows"."""
    index: int
    """The column or row before it."""


def class_at(width: int) -> str:
    """The class of a screen of this width."""
    return next(name for least, name in reversed(BREAKPOINTS) if width >= least)


def sound(sizes: object) -> dict[str, tuple[int, ...]]:
    """What can be used of sizes that were kept: the right number of parts, none of them nothing."""
    if not isinstance(sizes, dict):
        return {}
    return {
        name: tuple(parts)
        for name, parts in sizes.items()
        if name in USUAL
        and isinstance(parts, list | tuple)
        and len(parts) == len(USUAL[name])
        and all(type(part) is int and 0 < part < 10_000 for part in parts)
    }


def with_border_moved(cells: Sequence[int], index: int, by: int, least: int) -> tuple[int, ...]:
    """The sizes after the border behind one of them was moved; neither side gets smaller than `least`, or than it is."""
    before, after = cells[index], cells[index + 1]
    by = max(min(0, least - before), min(max(0, after - least), by))
    return (*cells[:index], before + by, after - by, *cells[index + 2 :])


class Panes(Container):
    """Stream, quotes and countdown: three columns on a wide screen, two of which the second has two rows on a medium one."""

    def __init__(self, *panes: Widget, sizes: Sizes) -> None:
        """`sizes`: as the reader left them; what is not sound of them is left out."""
        super().__init__(*panes, id="panes")
        self._sizes: dict[str, tuple[int, ...]] = sound(sizes)
        self._dragged: _Border | None = None
        self._dragged_in: str | None = None
        """The arrangement that its border is one of."""

    @property
    def sizes(self) -> Sizes:
        """As the reader wants them; what is as usual is left out."""
        return self._sizes

    def on_mount(self) -> None:
        """The sizes hold from the first picture on."""
        self.apply_sizes()

    def on_resize(self) -> None:
        """Another arrangement has sizes of its own."""
        self.apply_sizes()

    def apply_sizes(self) -> None:
        """Lay the panes out, after the screen was resized or a pane was given all of it."""
        name = self._arrangement()
        columns = self._sizes.get(name) if name else None
        rows = self._sizes.get("rows") if name == "medium" else None
        self.styles.grid_columns = _fractions(columns)
        self.styles.grid_rows = _fractions(rows)

    def can_resize(self, along: str) -> bool:
        """Whether there are columns, or rows, next to one another."""
        name = self._arrangement()
        return name is not None and (along == "columns" or name == "medium")

    def resize(self, pane: Widget, along: str, direction: int) -> None:
        """Make a pane larger (1) or smaller (-1), at the cost of the next one; the last one at the cost of the one before."""
        if not self.can_resize(along):
            return
        last = len(self._cells(along)) - 1
        at = self._index(pane, along)
        if at is not None and at < last:
            self._move(_Border(along, at), direction * _STEP[along])
        elif at is not None:
            self._move(_Border(along, at - 1), -direction * _STEP[along])

    def usual_sizes(self) -> None:
        """As the style sheet says, in every arrangement."""
        self._sizes.clear()
        self.apply_sizes()

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A border between two panes is taken hold of."""
        if event.button == 1 and (border := self._border_at(event.screen_offset)) is not None:
            event.stop()
            self.screen.clear_selection()  # Textual takes the movement for one that selects text
            self._dragged, self._dragged_in = border, self._arrangement()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The border goes where the mouse is, as long as the panes lie as they did."""
        if self._dragged is None:
            return
        event.stop()
        if self._arrangement() != self._dragged_in:
            self.let_go()
            return
        before = self._cells(self._dragged.along)[: self._dragged.index + 1]
        at = event.screen_offset - self.region.offset
        self._move(self._dragged, (at.x if self._dragged.along == "columns" else at.y) - sum(before))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """It is let go of."""
        if self._dragged is not None:
            event.stop()
            self.let_go()

    def let_go(self) -> None:
        """No border is dragged any longer: the mouse was let go of, or its movements are somebody else's from now on."""
        self._dragged = None
        self.release_mouse()

    def _border_at(self, where: Offset) -> _Border | None:
        """The border that has this cell of the screen: the last one of a pane, or the first one of the next."""
        at = where - self.region.offset
        if self.can_resize("columns"):
            for index in range(len(self._cells("columns")) - 1):
                if at.x - sum(self._cells("columns")[: index + 1]) in {-1, 0}:
                    return _Border("columns", index)
        if self.can_resize("rows"):
            left, height = self._cells("columns")[0], self._cells("rows")[0]
            if at.x >= left and at.y - height in {-1, 0}:
                return _Border("rows", 0)
        return None

    # -- sizes --------------------------------------------------------------------------------------------------------

    def _arrangement(self) -> str | None:
        """None where one pane has all the room."""
        if self.screen.has_class("-zoomed"):
            return None
        name = class_at(self.app.size.width).removeprefix("-")
        return name if name in USUAL else None

    def _lined_up(self, along: str) -> list[Widget]:
        """The first pane of each column, or of each row."""
        stream, quotes, countdown = self.children
        if along == "rows":
            return [quotes, countdown]
        return [stream, quotes, countdown] if self._arrangement() == "wide" else [stream, quotes]

    def _index(self, pane: Widget, along: str) -> int | None:
        """The column, or the row, of a pane; None where it fills all rows."""
        stream, _, countdown = self.children
        if along == "rows":
            return None if pane is stream else int(pane is countdown)
        return min(self.children.index(pane), len(self._cells(along)) - 1)

    def _cells(self, along: str) -> list[int]:
        sizes: Iterable[tuple[int, int]] = ((one.region.width, one.region.height) for one in self._lined_up(along))
        return [width if along == "columns" else height for width, height in sizes]

    def _move(self, border: _Border, by: int) -> None:
        cells = self._cells(border.along)
        moved = with_border_moved(cells, border.index, by, _NARROWEST if border.along == "columns" else _LOWEST)
        name = self._arrangement()
        if name is not None and moved != tuple(cells):
            self._sizes["rows" if border.along == "rows" else name] = moved
            self.apply_sizes()


def _fractions(parts: Sequence[int] | None) -> str | None:
    return " ".join(f"{part}fr" for part in parts) if parts else None
