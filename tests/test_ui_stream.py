import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from newsdesk.story.stream import Stream, StreamRow
from newsdesk.story.tags import Tag
from newsdesk.ui.panes.stream import StreamPane, around, day_rule, matches

pytestmark = pytest.mark.usefixtures("messages_alone")

ROW = StreamRow(
    post_id=1,
    day=date(2025, 5, 11),
    rule="Sunday 11 May",
    time="16:03",
    headline="Pier opens again after repairs",
    label="",
    byline="Mara Lind, Harbour correspondent",
    text="The repaired pier opens before the weekend.\n\nShops had complained.",
    source=Tag("Coast Daily"),
    unread=True,
    starred=False,
)


def posts(*ids: int) -> list[StreamRow]:
    return [replace(ROW, post_id=number, headline=f"Post {number}") for number in ids]


class Given(Stream):
    """These rows, as if a story had them."""

    def __init__(self, rows: list[StreamRow]) -> None:
        self.given = rows
        self.line = object()
        self.chosen = False

    def __len__(self) -> int:
        return len(self.given)

    def __getitem__(self, index: Any) -> Any:
        return self.given[index]

    def key_at(self, index: int) -> int:
        return self.given[index].post_id

    def index_of(self, post_id: int) -> int | None:
        return next((place for place, row in enumerate(self.given) if row.post_id == post_id), None)

    def newest_ids(self, count: int) -> list[int]:
        return [row.post_id for row in self.given[:count]]

    ids = property(lambda self: frozenset(row.post_id for row in self.given))  # type: ignore[assignment]
    unread = property(lambda self: sum(row.unread for row in self.given))  # type: ignore[assignment]


class StreamApp(App[None]):
    CSS = "StreamPane { border: round $border; }"

    def __init__(self) -> None:
        super().__init__()
        self.stream = StreamPane()
        self.opened: list[int] = []
        self.current: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield self.stream

    def on_mount(self) -> None:
        self.stream.focus()

    def on_stream_pane_opened(self, event: StreamPane.Opened) -> None:
        self.opened.append(event.post_id)

    def on_stream_pane_highlighted(self, event: StreamPane.Highlighted) -> None:
        self.current.append(event.post_id)


def drawn(row: StreamRow, width: int, above: StreamRow | None = None) -> list[str]:
    """The row's lines as text, right pieces at the edge."""
    lines = []
    for left, right, _ in StreamPane().row_lines(row, above, width):
        end = "".join(piece.text for piece in right)
        start = "".join(piece.text for piece in left)
        lines.append((start + " " * (width - cell_len(start) - cell_len(end)) + end).rstrip())
    return lines


def shown(stream: StreamPane) -> list[str]:
    return [stream.render_line(y).text.rstrip() for y in range(stream.size.height)]


def test_a_post_beside_its_time_under_the_rule_of_its_day() -> None:
    assert drawn(ROW, 60) == [
        "── Sunday 11 May ───────────────────────────────────────────",
        "16:03 • Pier opens again after repairs           Coast Daily",
        "        Mara Lind, Harbour correspondent",
        "        The repaired pier opens before the weekend.",
        "        Shops had complained.",
        "",
    ]


def test_a_source_named_like_the_headline_is_not_named_twice():
    row = replace(ROW, source=Tag(ROW.headline))
    assert drawn(row, 60)[1] == "16:03 • Pier opens again after repairs"


def test_only_the_first_post_of_a_day_has_the_rule() -> None:
    assert drawn(ROW, 60, above=ROW)[0].startswith("16:03")
    assert drawn(ROW, 60, above=replace(ROW, rule="Monday 12 May"))[0].startswith("── Sunday 11 May ─")


def test_a_read_post_has_no_dot_and_a_starred_one_a_star_before_its_label() -> None:
    row = replace(ROW, unread=False, starred=True, label="BREAKING", byline="", text="")
    assert drawn(row, 62, above=ROW) == ["16:03   ★ BREAKING Pier opens again after repairs  Coast Daily", ""]


def test_a_future_date_is_a_word_of_its_own_style_before_the_headline() -> None:
    row = replace(ROW, label="BREAKING", state="future date · edited", byline="", text="")
    assert drawn(row, 90, above=ROW)[0].startswith("16:03 • BREAKING future date · edited · Pier opens again")
    (line, _) = StreamPane().row_lines(row, ROW, 90)
    assert [piece.style for piece in line.left if "future date" in piece.text] == ["stream--state"]


def test_a_narrow_pane_sets_the_words_under_the_time() -> None:
    assert drawn(ROW, 20, above=ROW) == [
        "16:03 •",
        "Pier opens again",
        "after repairs",
        "Mara Lind, Harbour…",
        "The repaired pier",
        "opens before the…",
        "",
    ]


def test_a_long_headline_ends_with_an_ellipsis() -> None:
    lines = drawn(replace(ROW, headline="one two three four " * 20, text="", byline=""), 40, above=ROW)
    assert len(lines) == 4
    assert lines[2].endswith("…")


def test_an_hour_without_a_stated_zone_keeps_its_question_mark_and_the_words_their_place() -> None:
    row = replace(ROW, time="16:03?", headline="The pier opens", source=Tag(), text="", byline="")
    assert drawn(row, 30, above=ROW) == ["16:03?• The pier opens", ""]


@pytest.mark.parametrize(("unread", "dot"), [(True, "•"), (False, " ")])
def test_the_dot_stands_apart_from_an_hour_with_its_zone(unread: bool, dot: str) -> None:
    row = replace(ROW, time="09:10 -08:00", headline="The pier opens", source=Tag(), text="", byline="", unread=unread)
    assert drawn(row, 40, above=ROW) == [f"09:10 -08:00 {dot} The pier opens", ""]
    assert drawn(row, 20, above=ROW) == [f"09:10 -08:00 {dot}".rstrip(), "The pier opens", ""]


def test_a_post_without_a_headline_begins_with_its_text_in_its_own_weight() -> None:
    row = replace(
        ROW, headline="", source=Tag(), text="The pier opens today. Shops had complained.\nMore soon.", byline=""
    )
    assert drawn(row, 30, above=ROW) == [
        "16:03 • The pier opens today.",
        "        Shops had complained.",
        "        More soon.",
        "",
    ]
    head = StreamPane().row_lines(row, ROW, 30)[0]
    assert [piece.style for piece in head.left if "pier" in piece.text] == ["line--soft"]


def test_a_byline_stands_under_words_that_go_on_below_the_place_of_a_headline() -> None:
    row = replace(ROW, headline="", source=Tag(), byline="0:02 into the recording")
    goes_on = replace(row, text="Welcome to the pier, which opens today for all of us and for good.")
    assert drawn(goes_on, 32, above=ROW) == [
        "16:03 • Welcome to the pier,",
        "        which opens today for",
        "        all of us and for good.",
        "        0:02 into the recording",
        "",
    ]
    whole = replace(row, text="The pier opens today.\nMore soon.")
    assert drawn(whole, 32, above=ROW) == [
        "16:03 • The pier opens today.",
        "        0:02 into the recording",
        "        More soon.",
        "",
    ]


@pytest.mark.parametrize("width", [28, 34, 40, 46, 60, 78, 120])
@pytest.mark.parametrize("changes", [{}, {"starred": True, "label": "Breaking", "state": "edited"}])
def test_no_word_of_a_text_without_a_headline_is_left_out_between_its_lines(width, changes):
    text = " ".join(f"word{number}" for number in range(80))
    row = replace(ROW, headline="", byline="", text=text, source=Tag("Quay"), **changes)
    lines = drawn(row, width)[1:]
    words = re.findall(r"word\d+\b(?!…)", " ".join(lines))
    assert words == text.split()[: len(words)]
    assert sum("…" in line for line in lines) == 1  # only behind the last of them


def test_a_day_rule_fills_the_line() -> None:
    assert day_rule("Sunday 11 May", 24) == "── Sunday 11 May ───────"
    assert [cell_len(day_rule("日曜日", width)) for width in (6, 8, 10, 40)] == [6, 8, 10, 40]


rows = st.builds(
    StreamRow,
    post_id=st.just(1),
    day=st.none(),
    rule=st.text(max_size=20),
    time=st.sampled_from(["16:03", "--:--", "1:01:43"]),
    headline=st.text(max_size=80),
    label=st.sampled_from(["", "BREAKING"]),
    byline=st.text(max_size=40),
    text=st.text(max_size=200),
    source=st.builds(Tag, st.text(max_size=20), st.text(max_size=12)),
    unread=st.booleans(),
    starred=st.booleans(),
)


@given(rows, st.integers(10, 80))
def test_whatever_a_post_says_it_is_drawn_inside_the_pane(row: StreamRow, width: int) -> None:
    lines = StreamPane().row_lines(row, None, width)
    assert lines
    for left, right, _ in lines:
        assert sum(cell_len(piece.text) for piece in [*left, *right]) <= width


def test_matches_are_folded_as_search_folds_them() -> None:
    assert matches("The “Pier” — pıer, ﬁsh and PIER", ["pier"]) == [(5, 9), (27, 31)]
    assert matches("a ﬁsh is a fish", ["fish"]) == [(2, 5), (11, 15)]
    assert matches("pier", []) == []
    assert matches("The old pier, the new pier", ["pier", "old"]) == [(4, 7), (8, 12), (22, 26)]
    assert matches("fishery", ["fish", "shery"]) == [(0, 7)]
    assert matches("fishfish", ["fish"]) == [(0, 4), (4, 8)]


def test_a_row_shows_of_the_sought_words_the_one_that_it_does_not_show_yet() -> None:
    stream = StreamPane()
    stream._matched = ("headline", "gull")
    lines = stream.row_lines(replace(ROW, headline="A headline", text=DEEP), None, 64)
    assert any("Then a gull stole" in "".join(piece.text for piece in left) for left, _, _ in lines)


DEEP = (
    " ".join(f"Sentence number {number} says little." for number in range(40))
    + " Then a gull stole the vote. And so on."
)


async def test_a_match_deep_in_a_body_shows_in_its_row_and_moves_nothing() -> None:
    app = StreamApp()
    async with app.run_test(size=(64, 20)) as pilot:
        app.stream.show_stream(Given([replace(ROW, text=DEEP), replace(ROW, post_id=2, headline="Below")]))
        await pilot.pause()
        before = shown(app.stream)
        app.stream.show_matches("GULL stole")
        await pilot.pause()
        now = shown(app.stream)
        changed = [(old, new) for old, new in zip(before, now, strict=True) if old != new]
        assert len(changed) == 1
        assert "Then a gull stole the vote." in changed[0][1]
        app.stream.show_matches("sentence number 0")
        await pilot.pause()
        assert shown(app.stream) == before, "the beginning shows it already"


def test_a_headline_that_matches_leaves_the_beginning_of_the_body() -> None:
    stream = StreamPane()
    row = replace(ROW, headline="Gull stole pier", text=DEEP)
    plain = [piece.text for line in stream.row_lines(row, None, 60)[2:] for piece in line.left]
    stream._matched = "gull stole"
    assert "".join(piece.text for line in stream.row_lines(row, None, 60)[2:] for piece in line.left) == "".join(plain)


@given(st.text(max_size=200), st.text(min_size=1, max_size=20), st.text(max_size=200), st.integers(24, 90))
def test_the_line_around_a_match_fits(before, wanted, after, width) -> None:
    text = before + wanted + after
    assert cell_len(around(text, len(before), len(before) + len(wanted), width)) <= width


async def test_matches_are_reversed_on_the_screen() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.stream.show_stream(Given([ROW]))
        app.stream.show_matches("Pier")
        await pilot.pause()

        def reversed_words() -> list[str]:
            strips = [app.stream.render_line(y) for y in range(app.stream.size.height)]
            return [text for strip in strips for text, style, _ in strip if style and style.reverse]

        assert reversed_words() == ["Pier", "pier"]
        app.stream.show_matches("")
        assert reversed_words() == []


async def test_a_post_is_opened_and_the_current_one_is_told() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.stream.show_stream(Given(posts(5, 4, 3)))
        await pilot.press("j", "enter")
        app.stream.go_to(3)
        await pilot.pause()
        assert app.opened == [4]
        assert app.current[-1] == 3
        assert app.stream.current == app.stream.rows[2]
        assert not app.stream.go_to(77)


async def test_new_posts_do_not_move_what_is_read_and_are_told_until_they_are_seen() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        old = posts(*range(40, 0, -1))
        app.stream.show_stream(Given(old))
        await pilot.press(*["j"] * 8)
        before = shown(app.stream)
        app.stream.show_stream(Given([*posts(43, 42, 41), *old]))
        await pilot.pause()
        assert shown(app.stream) == before
        assert app.stream.border_subtitle == "3 new ↑ · 43 unread · 43 posts"
        await pilot.press("g")
        await pilot.pause()
        assert app.stream.border_subtitle == "43 unread · 43 posts"
        assert "Post 43" in shown(app.stream)[1]


async def test_a_new_post_of_which_only_the_end_shows_is_still_told() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        old = posts(*range(40, 0, -1))
        app.stream.show_stream(Given(old))
        await pilot.press(*["j"] * 8)
        app.stream.show_stream(Given([*posts(41), *old]))
        await pilot.press("k", "k", "k", "k", "k", "k", "k", "k")
        await pilot.pause()
        assert not any("Post 41" in line for line in shown(app.stream))
        app.stream.scroll_to(y=app.stream.scroll_offset.y - 1, animate=False)
        await pilot.pause()
        assert app.stream.border_subtitle == "1 new ↑ · 41 unread · 41 posts"
        await pilot.press("g")
        await pilot.pause()
        assert app.stream.border_subtitle == "41 unread · 41 posts"


async def test_at_the_top_new_posts_show_at_once() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.stream.show_stream(Given(posts(3, 2, 1)))
        await pilot.pause()
        app.stream.show_stream(Given(posts(4, 3, 2, 1)))
        await pilot.pause()
        assert "Post 4" in shown(app.stream)[1]
        assert app.stream.current == app.stream.rows[1]
        assert app.stream.border_subtitle == "4 unread · 4 posts"


async def test_posts_that_a_filter_had_hidden_are_no_news() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        every = posts(*range(40, 0, -1))
        app.stream.show_stream(Given(every))
        await pilot.pause()
        app.stream.show_stream(Given(every[20:22]))
        await pilot.press("j")
        app.stream.show_stream(Given(every))
        await pilot.pause()
        assert app.stream.border_subtitle == "40 unread · 40 posts"
        assert app.stream.current == every[21]
        assert any("Post 19" in line for line in shown(app.stream))


@pytest.mark.parametrize("size", [(10, 6), (14, 24), (33, 24), (46, 22), (80, 24), (200, 60)])
async def test_every_size_draws_whole_lines(size: tuple[int, int]) -> None:
    app = StreamApp()
    async with app.run_test(size=size) as pilot:
        app.stream.show_stream(
            Given([replace(ROW, headline="港の桟橋が再び開く [Putin] [/b]", label="BREAKING"), *posts(3, 2)])
        )
        await pilot.press("j", "G")
        width = app.stream.scrollable_content_region.width
        assert {app.stream.render_line(y).cell_length for y in range(app.stream.size.height)} == {width}


async def test_an_empty_stream_says_so() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("enter")
        assert "No posts yet." in shown(app.stream)[1]
        assert (app.opened, app.stream.border_subtitle or "") == ([], "")


async def test_a_story_that_begins_with_several_files_is_opened_at_its_newest_post() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        stream = app.stream
        for ids in ([], range(10, 20), range(10, 22), range(5, 40)):
            stream.show_stream(Given(posts(*reversed(ids))))
            await pilot.pause()
        assert stream.current is not None
        assert (stream.current.post_id, stream.scroll_offset.y) == (39, 0)
        assert "new" not in str(stream.border_subtitle)


@pytest.mark.parametrize("key", ["j", "end", "pagedown"])
async def test_who_moves_while_a_story_begins_stays_there(key: str) -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        stream = app.stream
        for ids in ([], range(10, 20)):
            stream.show_stream(Given(posts(*reversed(ids))))
            await pilot.pause()
        await pilot.press(key)
        there = stream.current
        stream.show_stream(Given(posts(*reversed(range(5, 40)))))
        await pilot.pause()
        assert stream.current == there
        assert there != posts(19)[0]


async def test_a_story_that_was_there_keeps_the_post_that_the_reader_is_at() -> None:
    app = StreamApp()
    async with app.run_test(size=(60, 20)) as pilot:
        stream = app.stream
        stream.show_stream(Given(posts(*reversed(range(10, 20)))))
        await pilot.press("j")
        there = stream.current
        for ids in (range(10, 24), range(5, 40)):
            stream.show_stream(Given(posts(*reversed(ids))))
            await pilot.pause()
        assert stream.current == there
