"""A list of rows of any height that draws only what is on the screen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, count
from typing import ClassVar, Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size, clamp
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from newsdesk.ui.keys.commands import MOVE
from newsdesk.ui.lists.lines import GUTTER, Line, Piece, safe, with_offsets, with_selection
from newsdesk.ui.lists.row_heights import RowHeights
from newsdesk.ui.wrap import cells, wrap

Row = TypeVar("Row")

MARGIN = 1
"""Cells between the words and the scrollbar, where there is room for them."""
WITH_MARGIN = 24
BAR, BAR_BLURRED = "▌", "▏"
_READINGS = 64
"""Rows whose readings are remembered: more than are on a screen."""

_LineKey = tuple[int | str, int, bool, bool]
"""The number of a row's reading (or the words of a list without rows), the line of it, whether it is the current one, and whether the list has the focus."""


class _Reading(NamedTuple):
    """What a row reads."""

    lines: list[Line]
    number: int
    """No other lines have it."""


@runtime_checkable
class RowKeys(Protocol):
    """Rows, or what stands for them, by their keys. Rows that are such themselves are never gone through one by one."""

    def key_at(self, index: int) -> Hashable:
        """The key of the row at an index."""
        ...

    def index_of(self, key: Hashable, /) -> int | None:
        """Where the row with this key stands; None when it is not among the rows."""
        ...


class _Keys(Generic[Row]):
    """The keys of a plain sequence."""

    def __init__(self, rows: Sequence[Row], key: Callable[[Row], Hashable]) -> None:
        self._rows = rows
        self._key = key

    def key_at(self, index: int) -> Hashable:
        return self._key(self._rows[index])

    def index_of(self, key: Hashable, /) -> int | None:
        return self._places.get(key)

    @cached_property
    def _places(self) -> Mapping[Hashable, int]:
        return {self._key(row): place for place, row in enumerate(self._rows)}


class LineList(ScrollView, Generic[Row], can_focus=True):
    """Rows of any height, one of them current. Line API: a hundred thousand rows scroll like a hundred.

    The current row and the place on the screen are kept by the rows' keys when rows come, go or are wrapped anew, so
    that nothing moves under the reader. A subclass says what a row looks like; source text reaches the terminal only as
    plain segments, never as markup.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--strong",
        "line--muted",
        "line--soft",
        "line--rule",
        "line--alert",
        "line--match",
        "line--current",
        "line--bar",
        "line--bar-blurred",
    }
    DEFAULT_CSS = """
    LineList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 0 1;
        scrollbar-color: $foreground 25%;
        scrollbar-color-hover: $foreground 40%;
        scrollbar-color-active: $accent;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        & > .line--strong { text-style: bold; }
        & > .line--muted { color: $text-muted; }
        &:ansi > .line--muted, &:ansi > .line--rule, &:ansi > .line--bar-blurred { text-style: dim; }
        & > .line--soft { color: $foreground 80%; }
        & > .line--rule { color: $text-muted; }
        & > .line--alert { color: $text-error; text-style: bold; }
        & > .line--match { text-style: reverse; }
        & > .line--bar-blurred { color: $text-muted; }
        & > .line--bar { color: $accent; }
        &:focus > .line--current { background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in MOVE]

    empty: str = ""
    """What stands in a list without rows."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(name=name, id=id, classes=classes)
        self.rows: Sequence[Row] = ()
        self._keys: RowKeys = _Keys((), self.row_key)
        self.cursor = -1
        """Index of the current row; -1 when there is none."""
        self._rows_look: object = None
        """How the rows looked when they were set."""
        self._announced: Hashable = None
        self._width = 0
        """Cells that the rows were last measured for; 0 before the first layout."""
        self._seen_page = 0
        """Lines of the page as it was last laid out: while it is resized, what was in view still counts."""
        self._heights = RowHeights(0, self._row_height)
        self._readings: LRUCache[Hashable, _Reading] = LRUCache(_READINGS)
        """What rows read when they were drawn last, by their keys."""
        self._numbers: dict[int, int] = {}
        """The number of its reading by a row's index, where that was looked up since the rows were set."""
        self._next_number = count()
        self._strips: LRUCache[tuple[int, bool, bool], list[Strip]] = LRUCache(64)
        """By a row's reading, whether it is the current one, and whether the list has the focus. Rows that only moved stay drawn."""
        self._finished: LRUCache[_LineKey, Strip] = LRUCache(256)
        """Whole lines as they go to the screen, border and all. A list that scrolls, or that a row is added to, shows nearly the
        same lines again, elsewhere."""
        self._styles_of: dict[tuple[tuple[str, ...], bool], Style] = {}
        """By the names of the looks, and whether the list has the focus: Textual asks every widget above for each piece of each line."""
        self._painting = False
        """The lines that Textual asks for go to the screen: nobody looks up there what stands under the mouse."""

    # What a subclass says.

    @abstractmethod
    def row_key(self, row: Row) -> Hashable:
        """What tells the row from all others, and stays when its words change."""

    @abstractmethod
    def row_lines(self, row: Row, above: Row | None, width: int) -> list[Line]:
        """The row drawn in `width` cells, at least one line; `above` is the row before it."""

    def look(self) -> object:
        """What the looks of the rows depend on beside the rows, where there is such a thing: equal when they look the same."""
        return None

    def heights_change(self) -> bool:
        """Take the list's new size; whether rows as wide as before are now of other heights."""
        return False

    def opened(self, row: Row) -> None:
        """The user wants to see more of the row."""

    def highlighted(self, row: Row | None) -> None:
        """Another row became the current one."""

    def reached(self) -> None:
        """The reader went to a row, even if it is the one that was current."""

    # Rows and the current one.

    @property
    def current(self) -> Row | None:
        """The row that keys act on."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def reading(self) -> bool:
        """Whether the list is scrolled away from its top."""
        return self.scroll_offset.y > 0

    @property
    def first_begun_in_view(self) -> int:
        """Index of the first row whose words begin on the screen; the last lines of the one before it may be above."""
        if not self.rows or not self._width:
            return 0
        row, line = self._heights.at(self.scroll_offset.y)
        begin = next((number for number, one in enumerate(self._lines(row)) if not one.apart), 0)
        return row if line <= begin else row + 1

    def set_rows(self, rows: Sequence[Row], *, follow: bool = False) -> None:
        """Show these rows, which nobody changes any more. The current row stays current and where it is on the screen.

        A row that is gone gives its place to the next one that is still there. With `follow` a list that stands at its
        top goes on showing the top, as long as the current row stays in sight. A reader whose current row was the first one,
        and would be pushed out of sight, is taken along to the new first row.
        """
        look = self.look(), self.empty
        if rows == self.rows and look == self._rows_look:
            return
        self._rows_look = look
        place, selected = self._place(), self._selected_places()
        at_top, was_first = not self.reading, self.cursor == 0
        old, self._keys = self._keys, rows if isinstance(rows, RowKeys) else _Keys(rows, self.row_key)
        before, self.rows = len(self.rows), rows
        cursor = self._surviving(old, before, self.cursor)
        kept = self._surviving(old, before, place[0]) if place else None
        self.cursor = cursor if cursor is not None else min(0, len(self.rows) - 1)
        self._numbers.clear()
        self._measure_again()
        if self._width and self.rows:
            pushed_off = self._heights.top(self.cursor) + self._heights.height(self.cursor) > self._page
            if follow and at_top and not pushed_off:
                pass  # the top goes on showing, and the current row is still in sight
            elif follow and at_top and was_first:
                self.cursor = 0
            elif place is None or kept is None:
                self._scroll_to_line(self._scroll_for(self.cursor, 0))
            else:
                self._put_at(kept, place[1])
            self._tell_size()  # where the current row stands may have been measured just now
        self._restore_selection(selected)
        self.refresh()
        self.call_later(self._draw_half)
        self._announce()

    @property
    def current_is_seen(self) -> bool:
        """Whether the words of the current row are all on the screen; of one that is taller than that, the last ones."""
        if not self._width or not 0 <= self.cursor < len(self.rows):
            return False
        words = [number for number, line in enumerate(self._lines(self.cursor)) if not line.apart]
        first, last = (self._heights.top(self.cursor) - self.scroll_offset.y + words[at] for at in (0, -1))
        return last < self._page and (first >= 0 or last - first >= self._page) and last >= 0

    def redraw(self) -> None:
        """Draw the rows anew: they look different now, but are as tall as before."""
        self._forget_drawn()
        self.refresh()

    def _forget_drawn(self) -> None:
        self._readings.clear()
        self._numbers.clear()
        self._strips.clear()
        self._finished.clear()

    def _reading(self, row: int) -> int:
        """The number of what a row reads: another one than before when it reads otherwise, wherever it stands."""
        if (number := self._numbers.get(row)) is None:
            key, lines = self._keys.key_at(row), self._lines(row)
            reading = self._readings.get(key)
            if reading is None or reading.lines != lines:
                reading = self._readings[key] = _Reading(lines, next(self._next_number))
            number = self._numbers[row] = reading.number
        return number

    def go_to_key(self, key: Hashable) -> bool:
        """Make the row with this key the current one; False when it is not among the rows."""
        index = self._keys.index_of(key)
        if index is None:
            return False
        self._set_cursor(index)
        return True

    def _surviving(self, old: RowKeys, before: int, index: int) -> int | None:
        """Where the old row stands now, or else the next one below it that is still there, or the last one above it."""
        if not 0 <= index < before:
            return None
        nearest = chain(range(index, before), range(index - 1, -1, -1))
        found = (self._keys.index_of(old.key_at(place)) for place in nearest)
        return next((place for place in found if place is not None), None)

    def _set_cursor(self, index: int) -> None:
        if not self.rows:
            return
        before, self.cursor = self.cursor, clamp(index, 0, len(self.rows) - 1)
        self._repaint_row(before)
        self._repaint_row(self.cursor)
        self._show_row(self.cursor)
        self._announce()
        self.reached()

    def _announce(self) -> None:
        row = self.current
        key = None if row is None else self._keys.key_at(self.cursor)
        if key != self._announced:
            self._announced = key
            self.highlighted(row)

    # Where things stand. Lines count from the top of the whole list.

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def _row_height(self, index: int) -> int:
        return len(self._lines(index))

    def _behind_words(self, index: int) -> int:
        """How many lines of the row come before the blank ones that end it."""
        lines = self._lines(index)
        return next((number for number in range(len(lines), 0, -1) if not lines[number - 1].apart), len(lines))

    def _lines(self, index: int) -> list[Line]:
        above = self.rows[index - 1] if index else None
        margin = MARGIN if self._width >= WITH_MARGIN else 0
        return self.row_lines(self.rows[index], above, max(1, self._width - GUTTER - margin))

    def _measure_again(self) -> None:
        if not self._width:
            return
        self._heights = RowHeights(len(self.rows), self._row_height)
        self._tell_size()

    def _tell_size(self) -> None:
        """Tell Textual how long the list is. Where there is a scrollbar before and after, nothing need be laid out anew.

        To lay out the screen takes longer than to draw a list that was scrolled. A list without a scrollbar may be as tall as its rows.
        """
        if self.rows:
            # Else drawing them would, and the scrollbar tell of another length than the list has from then on.
            self._heights.measure_lines(self.scroll_offset.y, self._page)
        size = Size(self._width, self._heights.total)
        scrolls = 0 < self.container_size.height < size.height
        if size.width != self.virtual_size.width or not (scrolls and self.show_vertical_scrollbar):
            self.virtual_size = size
            if self.show_vertical_scrollbar:
                # Textual tells it only where the list's own size becomes another one after this.
                self.vertical_scrollbar.window_virtual_size = size.height
        elif size != self.virtual_size:
            self.set_reactive(LineList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = self.validate_scroll_y(self.scroll_y)
            self.refresh()

    def _place(self) -> tuple[int, int] | None:
        """What is to stay where it is: a row, and the line of the screen at which it begins.

        It is the current row when that is in view, else the row at the top of the screen.
        """
        if not self.rows or not self._width:
            return None
        y = self.scroll_offset.y
        if self.cursor >= 0:
            top = self._heights.top(self.cursor) - y
            if -self._heights.height(self.cursor) < top < max(self._page, self._seen_page):
                return self.cursor, top
        row, line = self._heights.at(y)
        return row, -line

    def _put_at(self, row: int, line: int) -> None:
        """Scroll so that the row begins at this line of the screen, as far as it can."""
        self._heights.look_around(row, self._page)
        # A row that begins above the screen may have fewer lines now: its last line stays in sight.
        y = self._heights.top(row) - max(line, 1 - self._heights.height(row))
        self._scroll_to_line(self._scroll_for(row, y) if row == self.cursor and line >= 0 else y)

    def _scroll_to_line(self, y: int) -> None:
        self._tell_size()
        self.scroll_to(y=y, animate=False, force=True)

    def _scroll_for(self, row: int, y: int) -> int:
        """The scroll position nearest to `y` that shows the row, or its beginning when it is taller than the page."""
        top, height = self._heights.top(row), self._heights.height(row)
        if top < y or height > self._page:
            return top
        return max(y, top + height - self._page)

    def _show_row(self, row: int) -> None:
        if not self._width:
            return
        self._heights.look_around(row, self._page)
        self._scroll_to_line(self._scroll_for(row, self.scroll_offset.y))

    def _repaint_row(self, row: int) -> None:
        if self._width and 0 <= row < len(self.rows):
            self.refresh_lines(self._heights.top(row), self._heights.height(row))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what came near; what is on the screen stays there when the rows above it were guessed wrong."""
        if self.show_vertical_scrollbar and round(old_value) != round(new_value):
            self._move_thumb(new_value)
            self.refresh(self.size.region)
        if not self.rows or not self._width:
            return
        row, line = self._heights.at(round(new_value))
        self._heights.look_around(row, self._page)
        if (y := self._heights.top(row) + line) != round(new_value) or self._heights.total != self.virtual_size.height:
            self._scroll_to_line(y)

    def _move_thumb(self, y: float) -> None:
        """Move the scrollbar's thumb in the steps that can be seen: drawing it costs as much as a third of the list."""
        steps = 8 * self._page  # a cell has eighths
        step = max(1, self._heights.total // steps)
        self.vertical_scrollbar.position = y if y + self._page >= self._heights.total else y // step * step

    def on_resize(self) -> None:
        """Wrap anew for another width; the reader's place stays."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        place, at_top = self._place(), not self.reading
        self._seen_page = self._page
        if self.heights_change() or width != self._width:
            if self._width and self.text_selection is not None:
                self.screen.clear_selection()
            self._width = width
            self._forget_drawn()
            self._measure_again()
        if not self.rows:
            return
        if place is None or (at_top and place[0] == self.cursor):
            self._scroll_to_line(self._scroll_for(self.cursor, 0))
        elif not at_top:
            self._put_at(*place)

    # Drawing.

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old styles."""
        super().notify_style_update()
        self._styles_of.clear()
        self._forget_drawn()

    def on_focus(self) -> None:
        """Show the current row as the one that keys act on."""
        self._repaint_row(self.cursor)

    def on_blur(self) -> None:
        """Show that keys act elsewhere."""
        self._repaint_row(self.cursor)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The widget's lines. Those that were drawn before are taken as they are."""
        self._painting = True
        try:
            return self._drawn_lines(crop)
        finally:
            self._painting = False

    def _drawn_lines(self, crop: Region) -> list[Strip]:
        if crop.width != self.outer_size.width or self.text_selection is not None or not self._width:
            return super().render_lines(crop)
        keys = [*self._line_keys(crop.line_range)]
        strips = [self._finished.get(key) if key else None for key in keys]
        first = 0
        while first < len(strips):
            behind = first
            while behind < len(strips) and strips[behind] is None:
                behind += 1
            if behind > first:
                # Textual's own work: the border, the colours below, the filters.
                strips[first:behind] = super().render_lines(Region(crop.x, crop.y + first, crop.width, behind - first))
                for key, strip in zip(keys[first:behind], strips[first:behind], strict=True):
                    if key and strip:
                        self._finished[key] = strip
            first = behind + 1
        return [strip for strip in strips if strip is not None]

    def _draw_half(self) -> None:
        """Draw the upper half of the rows before the picture is: of wholly new ones that takes as long as a key is to wait."""
        if self._width and self.is_attached and self.display:
            self.render_lines(Region(0, 0, self.outer_size.width, self.outer_size.height // 2))

    def _line_keys(self, lines: Iterable[int]) -> Iterator[_LineKey | None]:
        """For each line of the widget what its look depends on; None for one that is drawn each time, as the border is."""
        if not self.rows:
            inside = self.scrollable_content_region
            words = self.empty if inside.width == self._width else None
            for y in lines:
                line = y - self.styles.gutter.top
                yield (words, line, False, self.has_focus) if words is not None and 0 <= line < inside.height else None
            return
        above, below = self.styles.gutter.top, self._heights.total - self.scroll_offset.y
        region, scrolled, focused = self.scrollable_content_region, self.scroll_offset.y, self.has_focus
        below = min(region.height, below) if region.width == self._width else 0
        for y in lines:
            if 0 <= y - above < below:
                row, line = self._heights.at(y - above + scrolled)
                yield self._reading(row), line, row == self.cursor, focused
            else:
                yield None

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        if not self.rows:
            return self._draw(self._empty_line(y), width, current=False)
        y += self.scroll_offset.y
        if not self._width or y >= self._heights.total:
            return Strip.blank(width, self.visual_style.rich_style)
        row, line = self._heights.at(y)
        strip = self._drawn_row(row)[line]
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(y)) is not None:
            gutter, words = strip.crop(0, GUTTER), strip.crop(GUTTER, strip.cell_length)
            words = with_selection(words, *span, self.screen.get_component_rich_style("screen--selection"))
            strip = Strip.join([gutter, words])
        if not self._painting:
            strip = with_offsets(strip, y)
        # The screen is painted once in its new size before the rows are wrapped for it.
        return strip if width == self._width else strip.adjust_cell_length(width, self.visual_style.rich_style)

    def _empty_line(self, y: int) -> Line:
        if not self.empty or y == 0:
            return Line()
        room = self.scrollable_content_region.width - GUTTER - 2
        for number, (start, end) in enumerate(wrap(self.empty, room), start=1):
            if number == y:
                return Line([Piece(" " + self.empty[start:end], "line--muted")])
        return Line()

    def _drawn_row(self, row: int) -> list[Strip]:
        key = (self._reading(row), row == self.cursor, self.has_focus)
        if (drawn := self._strips.get(key)) is None:
            drawn = self._strips[key] = self._draw_row(row)
        return drawn

    def _draw_row(self, row: int) -> list[Strip]:
        return [self._draw(line, self._width, current=row == self.cursor) for line in self._lines(row)]

    def _draw(self, line: Line, width: int, *, current: bool) -> Strip:
        current = current and not line.apart
        base = ("line--current",) if current else ()
        behind = self._style(base)
        right = list(self._segments(line.right, base))
        if right and width >= WITH_MARGIN:
            right.append(Segment(" " * MARGIN, behind))
        room = width - GUTTER - sum(cells(segment.text) for segment in right)
        bar = Segment(" ", behind)
        if current:
            bar = Segment(BAR, self._style((*base, "line--bar")))
            if not self.has_focus:
                bar = Segment(BAR_BLURRED, self._style((*base, "line--bar-blurred")))
        words = Segment.adjust_line_length(list(self._segments(line.left, base)), max(0, room), behind)
        return Strip(Segment.adjust_line_length([bar, *words, *right], width, behind), width)

    def _segments(self, pieces: Iterable[Piece], base: tuple[str, ...]) -> Iterator[Segment]:
        for text, style in pieces:
            yield Segment(safe(text), self._style((*base, *style.split())))

    def _style(self, names: tuple[str, ...]) -> Style:
        key = (names, self.has_focus)
        if (style := self._styles_of.get(key)) is None:
            style = self.get_visual_style(*names).rich_style if names else self.visual_style.rich_style
            if "line--match" in names:
                # Textual leaves "reverse" out of a component's visual style.
                style += Style(reverse=True)
            self._styles_of[key] = style
        return style

    # Selecting text. An offset is (character of the line behind the gutter, line of the whole list).

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they stand on the screen. Only the selected lines are built."""
        if not self.rows or not self._width:
            return None
        first = selection.start.y if selection.start else 0
        last = min(selection.end.y if selection.end else self._heights.total - 1, self._heights.total - 1)
        return "\n".join(self._selected_words(selection, y) for y in range(first, last + 1)), "\n"

    def _selected_words(self, selection: Selection, y: int) -> str:
        """What is selected of a line."""
        row, line = self._heights.at(y)
        text = self._drawn_row(row)[line].text[GUTTER:]
        start, end = selection.get_span(y) or (0, 0)
        return text[start : None if end == -1 else end].rstrip()

    def selected_rows(self) -> Sequence[Row]:
        """The rows that have selected words."""
        if not self.rows or not self._width or (selection := self.text_selection) is None:
            return ()
        end = self._heights.total - 1
        first, last = (
            min(offset.y, end) if offset else open_end for offset, open_end in zip(selection, (0, end), strict=True)
        )
        # A mouse begins on the blank line above a row, or ends before the first letter of the one below.
        while first < last and not self._selected_words(selection, first).strip():
            first += 1
        while first < last and not self._selected_words(selection, last).strip():
            last -= 1
        return self.rows[self._heights.at(first)[0] : self._heights.at(last)[0] + 1]

    def _selected_places(self) -> list[tuple[Hashable, int, int] | None]:
        """Where a selection begins and ends, by the rows' keys: (key, line of the row, character); None for an open end."""
        if not self.is_attached or not self._width or not self.rows or (selection := self.text_selection) is None:
            return []
        places: list[tuple[Hashable, int, int] | None] = []
        for offset in selection:
            if offset is None:
                places.append(None)
            else:
                row, line = self._heights.at(offset.y)
                places.append((self._keys.key_at(row), line, offset.x))
        return places

    def _restore_selection(self, places: list[tuple[Hashable, int, int] | None]) -> None:
        """The same words selected where they stand now; nothing when one of the rows is gone."""
        if not places:
            return
        ends: list[Offset | None] = []
        for place in places:
            if place is None:
                ends.append(None)
                continue
            row = self._keys.index_of(place[0])
            if row is None:
                self.screen.clear_selection()
                return
            ends.append(Offset(place[2], self._heights.top(row) + min(place[1], self._heights.height(row) - 1)))
        self.screen.selections = {**self.screen.selections, self: Selection(*ends)}

    # Keys and mouse.

    def action_move(self, rows: int) -> None:
        """Go down or up by this many rows. A row whose words are taller than the page is read to its end first."""
        if not self.rows or not self._width:
            return
        y, page = self.scroll_offset.y, self._page
        top, height = self._heights.top(self.cursor), self._heights.height(self.cursor)
        if top >= y + page or top + height <= y:
            # The current row was scrolled away: go on from what is in sight.
            self._set_cursor(self._first_row_from(y) if rows > 0 else self._heights.at(y + page - 1)[0])
        elif height > page and rows > 0 and top + self._behind_words(self.cursor) > y + page:
            self._scroll_to_line(min(y + max(1, page - 1), top + height - page))
        elif height > page and rows < 0 and top < y:
            self._scroll_to_line(max(y - max(1, page - 1), top))
        else:
            self._set_cursor(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Go down or up by pages; the current row goes along."""
        if not self.rows or not self._width:
            return
        y = self.scroll_offset.y
        self._scroll_to_line(y + pages * max(1, self._page - 1))
        if self.scroll_offset.y == y:
            self._set_cursor(len(self.rows) - 1 if pages > 0 else 0)
        else:
            self._set_cursor_in_view(self._first_row_from(self.scroll_offset.y))

    def _first_row_from(self, y: int) -> int:
        """The first row that begins at this line or below; the row there when none does."""
        row, line = self._heights.at(y)
        below = row + 1 if line and row + 1 < len(self.rows) else row
        return below if self._heights.top(below) < y + self._page else row

    def _set_cursor_in_view(self, row: int) -> None:
        before, self.cursor = self.cursor, row
        self._repaint_row(before)
        self._repaint_row(row)
        self._announce()
        self.reached()

    def action_first(self) -> None:
        """Go to the first row."""
        self._set_cursor(0)
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Go to the last row."""
        self._set_cursor(len(self.rows) - 1)

    def action_open(self) -> None:
        """See more of the current row."""
        if (row := self.current) is not None:
            self.opened(row)

    def on_click(self, event: events.Click) -> None:
        """A click makes the row current, a double click opens it."""
        # Textual would select the whole list at a double click.
        event.prevent_default()
        if not self.rows or not self._width or self.text_selection is not None:
            return
        place = event.get_content_offset(self)
        if place is None:
            return
        y = place.y + self.scroll_offset.y
        if y >= self._heights.total:
            return
        self._set_cursor_in_view(self._heights.at(y)[0])
        if event.chain == 2:
            self.action_open()
