"""Where each row of a long list stands, without measuring every row. Pure: knows no Textual."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

BLOCK = 8
"""Rows that are measured together: fewer than are on a screen, as a new post has those around it measured anew."""
_SHORT = 64
"""Rows of a list that is measured whole: its scrollbar is exact."""


class RowHeights:
    """Prefix sums over blocks of rows, from the top. A block that nobody has looked at counts as much as the first one.

    Measuring a block moves only what stands below it: whoever wants to keep a row in place has to look no further than
    at the blocks around it.
    """

    def __init__(self, count: int, measure: Callable[[int], int]) -> None:
        self.count = count
        self._measure = measure
        self._blocks: list[list[int] | None] = [None] * -(-count // BLOCK)
        """Of a measured block: the lines at which its rows begin, counted from its own first line, and its height."""
        self._tops = [0]
        """The line at which each block begins, and where the last one ends."""
        if count:
            first = self._blocks[0] = self._starts(0)
            each, behind = first[-1] / (len(first) - 1), len(self._blocks) - 1
            as_tall = max(1, round(each * BLOCK))
            self._tops += range(first[-1], first[-1] + as_tall * behind, as_tall)
            self._tops.append(self._tops[-1] + (round(each * (count - behind * BLOCK)) if behind else first[-1]))
            if count <= _SHORT:
                for block in range(1, behind + 1):
                    self._measured(block)

    @property
    def total(self) -> int:
        """Lines of the whole list; exact once everything is measured."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """The line at which a row begins."""
        block, place = divmod(row, BLOCK)
        starts = self._measured(block)
        return self._tops[block] + starts[place]

    def height(self, row: int) -> int:
        """Lines of a row."""
        block, place = divmod(row, BLOCK)
        starts = self._measured(block)
        return starts[place + 1] - starts[place]

    def at(self, line: int) -> tuple[int, int]:
        """The row at a line of the list, and the line within the row. What lies outside counts as the first or last line."""
        line = max(0, line)
        while True:
            block = min(bisect_right(self._tops, line), len(self._blocks)) - 1
            starts = self._measured(block)
            # Measuring may have shown that the block ends above the line.
            if line < self._tops[block + 1] or block == len(self._blocks) - 1:
                break
        inside = min(line - self._tops[block], starts[-1] - 1)
        place = bisect_right(starts, inside) - 1
        return block * BLOCK + place, inside - starts[place]

    def measure_lines(self, line: int, lines: int) -> None:
        """Measure the rows that stand at so many lines from this one on."""
        behind = line + lines
        while line < min(behind, self.total):
            row, _ = self.at(line)
            line = self._tops[row // BLOCK + 1]

    def look_around(self, row: int, lines: int) -> None:
        """Measure the rows within so many lines of this one."""
        block, place = divmod(row, BLOCK)
        starts = self._measured(block)
        above, below, first, last = starts[place], starts[-1] - starts[place + 1], block, block
        while above < lines and first > 0:
            first -= 1
            above += self._measured(first)[-1]
        while below < lines and last + 1 < len(self._blocks):
            last += 1
            below += self._measured(last)[-1]

    def _measured(self, block: int) -> list[int]:
        starts = self._blocks[block]
        if starts is None:
            starts = self._blocks[block] = self._starts(block)
            tops, below = self._tops, block + 1
            if more := starts[-1] - (tops[below] - tops[block]):
                tops[below:] = [top + more for top in tops[below:]]
        return starts

    def _starts(self, block: int) -> list[int]:
        rows = range(block * BLOCK, min(self.count, (block + 1) * BLOCK))
        return list(accumulate((self._measure(row) for row in rows), initial=0))
