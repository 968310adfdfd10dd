import random
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.selection import SELECT_ALL, Selection
from textual.strip import Strip

from newsdesk.ui.lists.line_list import LineList
from newsdesk.ui.lists.lines import Line, Piece
from newsdesk.ui.lists.row_heights import BLOCK
from newsdesk.ui.wrap import wrap

pytestmark = pytest.mark.usefixtures("messages_alone")


class Note(NamedTuple):
    key: int
    text: str


class NoteList(LineList[Note]):
    empty = "Nothing here."

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int | None] = []
        self.read: list[int] = []
        self.drawn: list[int] = []
        self.drawn_anew: list[int] = []

    def row_key(self, row: Note) -> int:
        return row.key

    def row_lines(self, row: Note, above: Note | None, width: int) -> list[Line]:  # noqa: ARG002  # a note does not depend on its neighbour
        return [Line([Piece(row.text[start:end])]) for start, end in wrap(row.text, width)]

    def highlighted(self, row: Note | None) -> None:
        self.seen.append(row.key if row else None)

    def opened(self, row: Note) -> None:
        self.read.append(row.key)

    def _drawn_row(self, row: int):
        self.drawn.append(row)
        return super()._drawn_row(row)

    def _draw_row(self, row: int):
        self.drawn_anew.append(row)
        return super()._draw_row(row)


class NoteApp(App[None]):
    def __init__(self, rows: Sequence[Note] = ()) -> None:
        super().__init__()
        self.notes = NoteList()
        self.first_rows = rows

    def compose(self) -> ComposeResult:
        yield self.notes

    def on_mount(self) -> None:
        self.notes.set_rows(self.first_rows)
        self.notes.focus()


def numbered(keys: Iterable[int], lines: int = 3) -> list[Note]:
    return [Note(key, "\n".join([f"note {key}", *["more"] * (lines - 1)])) for key in keys]


def shown(notes: NoteList) -> list[str]:
    """What stands on the screen, behind the gutter."""
    return [notes.render_line(y).text[1:].rstrip() for y in range(notes.size.height)]


def gutter(notes: NoteList) -> str:
    return "".join(notes.render_line(y).text[0] for y in range(notes.size.height))


async def settled(pilot: Pilot[None]) -> NoteList:
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, NoteApp)
    return app.notes


SIZE = (30, 9)


async def test_the_first_row_is_current_and_has_the_bar() -> None:
    async with NoteApp(numbered(range(9))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        assert notes.seen == [0]
        assert gutter(notes) == "▌▌▌      "


async def test_the_bar_is_thin_in_a_list_without_the_focus() -> None:
    async with NoteApp(numbered(range(9))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.screen.set_focus(None)
        await pilot.pause()
        assert gutter(notes) == "▏▏▏      "


async def test_a_list_without_rows_says_so_and_no_key_fails() -> None:
    async with NoteApp().run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        assert shown(notes)[1] == " Nothing here."
        await pilot.press("j", "k", "pagedown", "pageup", "home", "end", "g", "G", "space")
        await pilot.click(notes)
        assert notes.current is None
        assert notes.get_selection(SELECT_ALL) is None


@pytest.mark.parametrize(
    ("keys", "current", "top"),
    [
        (["j"], 1, "note 0"),
        (["down", "down", "up"], 1, "note 0"),
        (["j", "j", "j"], 3, "note 1"),
        (["k"], 0, "note 0"),
        (["G"], 19, "note 17"),
        (["end", "k"], 18, "note 17"),
        (["G", "g"], 0, "note 0"),
        (["end", "home"], 0, "note 0"),
        (["pagedown"], 3, "more"),
        (["space", "pageup"], 0, "note 0"),
        (["G", "pageup", "pagedown", "pagedown"], 19, "note 17"),
    ],
)
async def test_keys_move_the_current_row_and_keep_it_in_sight(keys: list[str], current: int, top: str) -> None:
    async with NoteApp(numbered(range(20))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        await pilot.press(*keys)
        assert notes.current is not None
        assert (notes.current.key, shown(notes)[0]) == (current, top)
        assert "▌" in gutter(notes)


async def test_a_row_taller_than_the_page_is_read_to_its_end_before_the_next() -> None:
    rows = [Note(1, "\n".join(f"line {n}" for n in range(20))), Note(2, "short")]
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        tops = []
        for _ in range(3):
            await pilot.press("j")
            tops.append((notes.current.key if notes.current else 0, shown(notes)[0]))
        assert tops == [(1, "line 8"), (1, "line 11"), (2, "line 12")]
        await pilot.press("k", "k")
        assert shown(notes)[0] == "line 0"


async def test_the_blank_line_below_a_row_is_not_to_be_read() -> None:
    class Spaced(NoteList):
        def row_lines(self, row: Note, above: Note | None, width: int) -> list[Line]:
            return [*super().row_lines(row, above, width), Line(apart=True)]

    app = NoteApp(numbered(range(3), lines=9))
    app.notes = Spaced()
    async with app.run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        seen = []
        for _ in range(2):
            await pilot.press("j")
            seen.append((notes.current.key if notes.current else 0, shown(notes)[0]))
        assert seen == [(1, "note 1"), (2, "note 2")]


async def test_after_scrolling_away_the_next_key_goes_on_from_what_is_in_sight() -> None:
    async with NoteApp(numbered(range(30))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.scroll_to(y=40, animate=False)
        await pilot.press("j")
        assert notes.current == notes.rows[14]
        assert notes.scroll_offset.y == 40


async def test_the_current_row_is_kept_when_rows_come_above_it() -> None:
    rows = numbered(range(30))
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        await pilot.press(*["j"] * 6)
        before = shown(notes)
        notes.set_rows([*numbered(range(100, 140)), *rows])
        await pilot.pause()
        assert notes.current == rows[6]
        assert shown(notes) == before
        assert notes.seen == [0, 1, 2, 3, 4, 5, 6]


async def test_what_is_in_sight_stays_when_the_current_row_is_not() -> None:
    rows = numbered(range(30))
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.scroll_to(y=31, animate=False)
        await pilot.pause()
        before = shown(notes)
        notes.set_rows([*numbered(range(100, 104), lines=1), *rows])
        await pilot.pause()
        assert shown(notes) == before


async def test_a_row_that_goes_gives_its_place_to_the_next_one() -> None:
    rows = numbered(range(9))
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        await pilot.press("j", "j", "j", "j")
        notes.set_rows([row for row in rows if row.key not in (4, 5)])
        assert notes.current == rows[6]
        notes.set_rows(rows[:3])
        assert notes.current == rows[2]
        notes.set_rows([])
        assert notes.current is None
        assert notes.seen == [0, 1, 2, 3, 4, 6, 2, None]


async def test_other_rows_altogether_are_shown_from_their_top() -> None:
    async with NoteApp(numbered(range(20))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        await pilot.press("G")
        notes.set_rows(numbered(range(50, 80)))
        await pilot.pause()
        assert (notes.current, notes.scroll_offset.y) == (notes.rows[0], 0)


async def test_following_keeps_to_the_top_and_to_what_is_in_sight() -> None:
    rows = numbered(range(10))
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.set_rows(rows := [*numbered([90]), *rows], follow=True)
        await pilot.pause()
        assert (shown(notes)[0], notes.current) == ("note 90", rows[1])
        notes.set_rows([*numbered([91, 92]), *rows], follow=True)
        await pilot.pause()
        assert (shown(notes)[0], notes.current) == ("note 90", rows[1])


async def test_a_reader_of_the_first_row_is_taken_along_when_it_would_be_pushed_off() -> None:
    rows = numbered(range(10))
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.set_rows([*numbered(range(90, 99)), *rows], follow=True)
        await pilot.pause()
        assert (shown(notes)[0], notes.current) == ("note 90", notes.rows[0])


async def test_a_narrower_screen_keeps_the_place() -> None:
    rows = [Note(key, f"note {key} " + "and something more to read " * 3) for key in range(40)]
    async with NoteApp(rows).run_test(size=(60, 12)) as pilot:
        notes = await settled(pilot)
        await pilot.press(*["j"] * 20)
        notes.scroll_to(y=notes.scroll_offset.y + 4, animate=False)
        line = next(y for y, text in enumerate(shown(notes)) if text.startswith("note 20 "))
        for width in (33, 26, 60):
            await pilot.resize_terminal(width, 12)
            await pilot.pause()
            assert notes.current == rows[20]
            assert shown(notes)[line].startswith("note 20")


async def test_a_list_at_its_top_stays_there_when_resized() -> None:
    rows = [Note(key, f"note {key} " + "and something more " * 2) for key in range(40)]
    async with NoteApp(rows).run_test(size=(60, 12)) as pilot:
        notes = await settled(pilot)
        await pilot.press("j")
        await pilot.resize_terminal(25, 12)
        await pilot.pause()
        assert notes.scroll_offset.y == 0


async def test_rows_given_before_the_first_layout_show_the_row_gone_to() -> None:
    app = NoteApp(numbered(range(30)))
    app.notes.set_rows(app.first_rows)
    assert app.notes.go_to_key(20)
    assert not app.notes.go_to_key(99)
    async with app.run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        assert notes.current == notes.rows[20]
        assert "note 20" in shown(notes)


async def test_scrolling_back_over_rows_of_unknown_height_moves_line_by_line() -> None:
    """Rows far away are guessed at; the guess never shows."""
    rows = [Note(key, "\n".join(f"{key}.{n}" for n in range(1 + key % 7 * (key > 200)))) for key in range(2000)]
    every = [line for row in rows for line in row.text.split("\n")]
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        await pilot.press("G")
        place = len(every) - 9
        for step in range(60):
            assert shown(notes) == every[place : place + 9], step
            notes.scroll_to(y=notes.scroll_offset.y - 8, animate=False)
            await pilot.pause()
            place -= 8


async def test_drawing_leaves_the_length_of_the_list_as_it_was_told() -> None:
    rows = [*numbered(range(8), lines=1), *numbered(range(8, 500), lines=4)]
    app = NoteApp()
    async with app.run_test(size=(30, 40)) as pilot:
        app.notes.set_rows(rows)
        assert app.notes.virtual_size.height == app.notes._heights.total
        await pilot.pause()
        shown(app.notes)
        assert app.notes.virtual_size.height == app.notes._heights.total
        app.notes.set_rows(rows[1:], follow=True)
        told = app.notes.virtual_size.height
        shown(app.notes)
        assert told == app.notes._heights.total


async def test_a_hundred_thousand_rows_cost_a_screenful() -> None:
    async with NoteApp(numbered(range(100_000))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        assert set(notes.drawn) == {0, 1, 2}
        notes.drawn.clear()
        await pilot.press("G")
        await pilot.pause()
        assert min(notes.drawn) >= 99_990


async def test_a_row_that_comes_is_drawn_alone() -> None:
    rows = numbered(range(9), lines=2)
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.drawn_anew.clear()
        changed = Note(1, "note 1, edited\nline 2")
        notes.set_rows([Note(50, "came just now"), rows[0], changed, *rows[2:]], follow=True)
        await settled(pilot)
        assert notes.drawn_anew == [0, 2]
        assert shown(notes) == screen_lines(notes)
        assert shown(notes)[:4] == ["came just now", "note 0", "more", "note 1, edited"]


def screen_lines(notes: NoteList) -> list[str]:
    """What is really on the screen."""
    strips = notes.screen._compositor.render_strips()
    room = notes.scrollable_content_region.width
    return [strip.crop(1, room).text.rstrip() for strip in strips[: notes.size.height]]


async def test_a_move_draws_two_rows() -> None:
    async with NoteApp(numbered(range(9), lines=2)).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.drawn.clear()
        await pilot.press("j")
        await pilot.pause()
        assert set(notes.drawn) == {0, 1}


async def test_a_click_makes_a_row_current_and_a_double_click_opens_it() -> None:
    async with NoteApp(numbered(range(9))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        await pilot.click(notes, offset=(4, 4))
        assert (notes.current, notes.read) == (notes.rows[1], [])
        await pilot.double_click(notes, offset=(4, 7))
        assert (notes.current, notes.read) == (notes.rows[2], [2])
        assert notes.screen.get_selected_text() is None


async def test_the_wheel_scrolls_and_leaves_the_current_row() -> None:
    async with NoteApp(numbered(range(30))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        from textual.events import MouseScrollDown

        await pilot._post_mouse_events([MouseScrollDown], notes, (4, 4))
        await pilot.pause()
        assert notes.scroll_offset.y > 0
        assert notes.current == notes.rows[0]


async def test_source_text_is_no_markup_and_controls_do_not_reach_the_terminal() -> None:
    rows = [Note(1, "if he [Putin] is [/b] late [@click=app.quit]now[/]"), Note(2, "a\x1b[31mb\x9b2J\u202ec\ud800")]
    async with NoteApp(rows).run_test(size=(70, 9)) as pilot:
        notes = await settled(pilot)
        assert shown(notes)[:2] == ["if he [Putin] is [/b] late [@click=app.quit]now[/]", "a[31mb2Jc"]


async def test_wide_characters_do_not_break_the_right_edge() -> None:
    rows = [
        Note(1, "港の桟橋が再び開く" * 5),
        Note(2, "a" + "橋" * 40),
        Note(3, "👩\u200d👩\u200d👧 ☎\ufe0f e\u0301" * 9),
    ]
    for width in (10, 11, 30, 31):
        async with NoteApp(rows).run_test(size=(width, 30)) as pilot:
            notes = await settled(pilot)
            room = notes.scrollable_content_region.width
            assert {notes.render_line(y).cell_length for y in range(30)} == {room}


async def test_selected_text_is_what_stands_on_the_screen_without_the_bar() -> None:
    async with NoteApp([Note(1, "one two\nthree"), Note(2, "日本 four"), Note(3, "five")]).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        await pilot.mouse_down(notes, offset=(5, 0))
        await pilot.hover(notes, offset=(8, 2))
        await pilot.mouse_up(notes, offset=(8, 2))
        assert notes.screen.get_selected_text() == "two\nthree\n日本 fou"
        assert notes.get_selection(SELECT_ALL) == ("one two\nthree\n日本 four\nfive", "\n")


async def test_a_row_is_selected_when_words_of_it_are() -> None:
    rows = [Note(1, "one two\n"), Note(2, "three\n"), Note(3, "four\n")]
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        assert [line for line in shown(notes) if line] == ["one two", "three", "four"]
        for start, end, selected in (
            (Offset(0, 2), Offset(0, 4), rows[1:2]),
            (Offset(0, 1), Offset(5, 2), rows[1:2]),
            (Offset(7, 0), Offset(0, 3), rows[1:2]),
            (Offset(6, 0), Offset(1, 4), rows),
            (Offset(2, 2), None, rows[1:]),
            (None, Offset(0, 2), rows[:1]),
        ):
            notes.screen.selections = {notes: Selection(start, end)}
            assert notes.selected_rows() == selected, (start, end)


async def test_selected_characters_are_the_ones_that_look_selected() -> None:
    async with NoteApp([Note(1, "日本 four")]).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.screen.selections = {notes: Selection(Offset(1, 0), Offset(4, 0))}
        await pilot.pause()
        plain = notes.visual_style.rich_style.bgcolor
        selected = notes.screen.get_component_rich_style("screen--selection").bgcolor
        assert selected not in (None, plain)
        look = [(text, style.bgcolor == selected) for text, style, _ in notes.render_line(0) if style and text.strip()]
        assert look == [("▌", False), ("日", False), ("本 f", True), ("our", False)]


async def test_a_selection_stays_on_its_words_when_rows_come() -> None:
    rows = numbered(range(9))
    async with NoteApp(rows).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.screen.selections = {notes: Selection(Offset(0, 3), Offset(6, 3))}
        notes.set_rows([*numbered([50, 51]), *rows])
        assert notes.screen.get_selected_text() == "note 1"
        notes.set_rows(rows[2:])
        assert notes.screen.get_selected_text() is None


async def test_all_of_the_list_is_drawn_where_other_rows_come_to_stand_at_the_same_lines(monkeypatch) -> None:
    page = 8
    monkeypatch.setattr("newsdesk.ui.lists.row_heights._SHORT", 0)
    heights = [1] * BLOCK + [2] * BLOCK + [4] * BLOCK + [2] * BLOCK
    # It stands where the page begins now, once its own block is measured and the one above it is not.
    key = 2 * BLOCK + (3 * BLOCK - page) // 4
    rows = [note for number, lines in enumerate(heights) for note in numbered([number], lines)]
    async with NoteApp(rows).run_test(size=(30, page)) as pilot:
        notes = await settled(pilot)
        await pilot.press("G")
        before, drawn = notes.scroll_y, []
        monkeypatch.setattr(notes, "refresh", lambda *regions, **_: drawn.append(regions))
        notes.go_to_key(key)
        assert (notes.scroll_y, shown(notes)[0], shown(notes)[4]) == (before, f"note {key}", f"note {key + 1}")
        assert () in drawn


@pytest.mark.parametrize("seed", [2, 3])
async def test_scrollbar_and_place_are_what_laying_out_the_screen_makes_of_them(seed: int) -> None:
    chance = random.Random(seed)
    async with NoteApp().run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        for _ in range(40):
            keys = sorted(chance.sample(range(300), chance.choice((0, 1, 2, 3, 4, 9, 90, 200))))
            notes.set_rows(
                [note for key in keys for note in numbered([key], key % 5 + 1)], follow=chance.random() < 0.5
            )
            if keys and chance.random() < 0.5:
                notes.go_to_key(chance.choice(keys))
            assert not keys or notes.virtual_size.height == notes._heights.total
            await pilot.pause()
            as_told = scrolling(notes), shown(notes)
            notes.refresh(layout=True)
            await pilot.pause()
            assert (scrolling(notes), shown(notes)) == as_told


async def test_a_list_as_tall_as_its_rows_comes_back_after_it_had_none() -> None:
    async with NoteApp().run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.styles.height = "auto"
        notes.styles.max_height = 6
        for count, height in ((9, 6), (0, 0), (9, 6), (1, 3), (2, 6)):
            notes.set_rows(numbered(range(count)))
            await pilot.pause()
            assert notes.size.height == height


async def test_the_scrollbar_is_told_at_once_how_long_a_list_of_another_width_is() -> None:
    async with NoteApp().run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        notes.set_rows([Note(number, "words that are to be wrapped in a narrow list") for number in range(20)])
        await pilot.pause()
        before = notes.vertical_scrollbar.window_virtual_size
        notes._width -= 12
        notes._measure_again()
        assert notes.vertical_scrollbar.window_virtual_size == notes._heights.total > before


def scrolling(notes: NoteList) -> tuple[object, ...]:
    bar = notes.vertical_scrollbar
    size = (bar.window_virtual_size, bar.window_size) if bar.display else None
    return notes.show_vertical_scrollbar, bar.display, size, notes.scroll_y, notes.max_scroll_y


class MarkedList(NoteList):
    """Rows whose looks depend on the row above, and on what is searched."""

    mark = ""

    def look(self) -> object:
        return self.mark

    def row_lines(self, row: Note, above: Note | None, width: int) -> list[Line]:
        lines = [Line(apart=True)] if above is not None and above.key // 10 != row.key // 10 else []
        for start, end in wrap(row.text, width):
            before, mark, behind = row.text[start:end].partition(self.mark or "\n")
            lines.append(Line([Piece(before), Piece(mark, "line--match"), Piece(behind, "line--soft")]))
        return lines


def drawn(notes: NoteList) -> list[list[tuple[str, str]]]:
    """Each cell of the widget, with its style."""
    strips = notes.render_lines(Region(0, 0, *notes.outer_size))
    return [[(letter, str(part.style)) for part in strip for letter in part.text] for strip in strips]


@pytest.mark.parametrize("seed", [1, 2])
async def test_what_is_remembered_of_rows_is_what_would_be_drawn_anew(seed: int) -> None:
    chance = random.Random(seed)
    app = NoteApp()
    app.notes = notes = MarkedList()
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(60):
            match chance.choice(["rows", "narrow", "edit", "twice", "mark", "theme", "size", "focus", "move"]):
                case "rows":
                    keys = sorted(chance.sample(range(200), chance.choice((0, 1, 9, 90))))
                    rows = [note for key in keys for note in numbered([key], key % 4 + 1)]
                    notes.set_rows(rows, follow=chance.random() < 0.5)
                case "narrow":
                    notes.set_rows([row for row in notes.rows if chance.random() < 0.7])
                case "edit":
                    notes.set_rows(
                        [row if chance.random() < 0.8 else row._replace(text="edited") for row in notes.rows]
                    )
                case "twice":
                    notes.set_rows([*notes.rows, *(row._replace(text="again") for row in notes.rows[:3])])
                case "mark":
                    notes.mark = chance.choice(("", "mo", "note 1"))
                    notes.set_rows([*notes.rows])
                case "theme":
                    app.theme = chance.choice(("nord", "textual-dark", "textual-light"))
                case "size":
                    await pilot.resize_terminal(chance.choice((12, 23, 24, 40)), chance.choice((4, 9, 20)))
                case "focus":
                    notes.screen.set_focus(None if notes.has_focus else notes)
                case "move":
                    await pilot.press(chance.choice(("j", "k", "g", "G", "pagedown", "pageup")))
            await pilot.pause()
            remembered = drawn(notes)
            notes.notify_style_update()
            assert remembered == drawn(notes)


async def test_of_wholly_new_rows_half_is_left_to_draw_for_the_picture(monkeypatch) -> None:
    async with NoteApp(numbered(range(50))).run_test(size=SIZE) as pilot:
        notes = await settled(pilot)
        drawn: list[int] = []
        draw = ScrollView.render_lines

        def noted(self: ScrollView, crop: Region) -> list[Strip]:
            drawn.append(crop.height)
            return draw(self, crop)

        monkeypatch.setattr(ScrollView, "render_lines", noted)
        whole = Region(0, 0, *notes.outer_size)
        notes.set_rows(numbered(range(100, 150)))
        notes._draw_half()
        assert sum(drawn) == whole.height // 2
        drawn.clear()
        notes.render_lines(whole)
        assert sum(drawn) == whole.height - whole.height // 2
