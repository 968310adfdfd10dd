"""Panes are made larger and smaller by keys and by the mouse, and are found again as they were left."""

import pytest
from desk_app import MEDIUM, NARROW, WIDE, desk, press, sample_story, settled
from hypothesis import given
from hypothesis import strategies as st
from textual.css.stylesheet import Stylesheet
from textual.geometry import Offset

from newsdesk.kept.last_view import LastView, keep_view, read_view
from newsdesk.ui.panes.panes import sound, with_border_moved

WIDER, NARROWER, TALLER, LOWER = "greater_than_sign", "less_than_sign", "right_curly_bracket", "left_curly_bracket"
USUAL = "equals_sign"
PANES = ("stream", "quotes", "countdown")


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    return sample_story(tmp_path_factory.mktemp("sizes") / "story.jsonl")


def widths(pilot):
    return [pilot.app.screen.query_one(f"#{name}").region.width for name in PANES]


def heights(pilot):
    return [pilot.app.screen.query_one(f"#{name}").region.height for name in PANES]


async def test_a_pane_gets_wider_and_narrower_at_the_cost_of_the_next(story):
    async with desk(story, WIDE) as pilot:
        stream, quotes, countdown = widths(pilot)
        await press(pilot, WIDER)
        assert widths(pilot) == [stream + 4, quotes - 4, countdown]
        await press(pilot, "2", WIDER)
        assert widths(pilot) == [stream + 4, quotes, countdown - 4]
        await press(pilot, "3", WIDER, WIDER)
        assert widths(pilot) == [stream + 4, quotes - 8, countdown + 4]
        await press(pilot, "1", NARROWER, NARROWER)
        assert widths(pilot) == [stream - 4, quotes, countdown + 4]
        await press(pilot, USUAL)
        assert widths(pilot) == [stream, quotes, countdown]


async def test_no_pane_gets_too_small_to_be_read(story):
    async with desk(story, WIDE) as pilot:
        await press(pilot, *[WIDER] * 30)
        assert widths(pilot)[1] == 20
        await press(pilot, *[NARROWER] * 40)
        assert widths(pilot)[0] == 20
        assert sum(widths(pilot)) == WIDE[0]


async def test_on_a_medium_screen_the_panes_below_one_another_get_taller_and_lower(story):
    async with desk(story, MEDIUM) as pilot:
        stream, quotes, countdown = heights(pilot)
        await press(pilot, TALLER)
        assert heights(pilot) == [stream, quotes, countdown], "the stream fills both rows"
        await press(pilot, "2", TALLER)
        assert heights(pilot) == [stream, quotes + 2, countdown - 2]
        await press(pilot, "3", TALLER, TALLER)
        assert heights(pilot) == [stream, quotes - 2, countdown + 2]
        await press(pilot, LOWER, LOWER, LOWER, LOWER, LOWER)
        assert heights(pilot)[2] == 5
        before = widths(pilot)
        await press(pilot, WIDER)
        assert widths(pilot) == [before[0] - 4, before[1] + 4, before[2] + 4]


async def test_each_arrangement_has_sizes_of_its_own(story):
    async with desk(story, WIDE) as pilot:
        usual = widths(pilot)
        await press(pilot, WIDER, WIDER)
        wide = widths(pilot)
        await pilot.resize_terminal(*MEDIUM)
        await settled(pilot)
        assert widths(pilot) == [44, 36, 36]
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        assert widths(pilot)[0] == NARROW[0]
        await press(pilot, WIDER, TALLER, USUAL)
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert widths(pilot) == wide != usual


async def test_a_zoomed_pane_has_all_the_room_and_gives_it_back(story):
    async with desk(story, WIDE) as pilot:
        await press(pilot, WIDER)
        before = widths(pilot)
        await press(pilot, "z", WIDER)
        assert widths(pilot)[0] == WIDE[0]
        await press(pilot, "escape")
        assert widths(pilot) == before


async def drag(pilot, begin, end):
    await pilot.mouse_down(offset=begin)
    await pilot.hover(offset=end)
    await settled(pilot)
    await pilot.mouse_up(offset=end)
    await settled(pilot)


@pytest.mark.parametrize("side", [-1, 0], ids=["the stream's border", "the border of the quotes"])
async def test_a_border_is_dragged(story, side):
    async with desk(story, WIDE) as pilot:
        stream, quotes, countdown = widths(pilot)
        await drag(pilot, Offset(stream + side, 10), Offset(stream + 9, 12))
        assert widths(pilot) == [stream + 9, quotes - 9, countdown]
        await drag(pilot, Offset(stream + 9, 10), Offset(1, 12))
        assert widths(pilot)[0] == 20
        assert not pilot.app.screen.selections
        await pilot.hover(offset=Offset(80, 12))
        assert widths(pilot)[0] == 20, "it was let go of"


async def test_the_border_between_two_rows_is_dragged(story):
    async with desk(story, MEDIUM) as pilot:
        stream, quotes, countdown = heights(pilot)
        top = pilot.app.screen.query_one("#countdown").region.y
        await drag(pilot, Offset(60, top), Offset(60, top - 3))
        assert heights(pilot) == [stream, quotes - 3, countdown + 3]
        await drag(pilot, Offset(20, top - 3), Offset(20, top))
        assert heights(pilot) == [stream, quotes - 3, countdown + 3], "inside the stream there is no border"


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_a_border_that_is_no_longer_there_is_not_dragged(story, size):
    async with desk(story, WIDE) as pilot:
        stream, quotes, _ = widths(pilot)
        await pilot.mouse_down(offset=Offset(stream + quotes, 10))
        await pilot.resize_terminal(*size)
        await settled(pilot)
        before = widths(pilot)
        await pilot.hover(offset=Offset(30, 12))
        await settled(pilot)
        assert widths(pilot) == before


async def test_a_border_is_not_dragged_on_while_a_pane_has_all_the_room(story):
    async with desk(story, WIDE) as pilot:
        before = widths(pilot)
        await pilot.mouse_down(offset=Offset(before[0] + before[1], 10))
        await press(pilot, "z")
        await pilot.hover(offset=Offset(50, 12))
        await settled(pilot)
        await press(pilot, "z")
        assert widths(pilot) == before


async def test_a_dialog_that_opens_takes_the_mouse_from_a_border(story):
    async with desk(story, WIDE) as pilot:
        before = widths(pilot)
        await pilot.mouse_down(offset=Offset(before[0], 10))
        await press(pilot, "f")
        assert pilot.app.mouse_captured is None, "else no click would reach the dialog"
        await pilot.mouse_up(offset=Offset(before[0], 10))
        await press(pilot, "escape")
        await pilot.hover(offset=Offset(before[0] + 20, 12))
        await settled(pilot)
        assert widths(pilot) == before


async def test_words_are_still_selected_with_the_mouse(story):
    async with desk(story, WIDE) as pilot:
        before = widths(pilot)
        await drag(pilot, Offset(14, 5), Offset(30, 6))
        assert pilot.app.screen.get_selected_text()
        assert widths(pilot) == before


async def test_sizes_are_found_as_they_were_left(story):
    async with desk(story, WIDE) as pilot:
        await press(pilot, WIDER, WIDER)
        before = widths(pilot)
        pilot.app.exit()
        view = pilot.app.view
    keep_view(story, view)
    async with desk(story, WIDE, view=read_view(story)) as pilot:
        assert widths(pilot) == before


def test_sizes_that_make_no_sense_are_left_out():
    assert sound({"wide": [60, 40, 30], "medium": (1, 2), "rows": [4, 0], "tall": [1]}) == {
        "wide": (60, 40, 30),
        "medium": (1, 2),
    }
    for nonsense in (None, [], {"wide": "abc"}, {"wide": [1, 2]}, {"wide": [True, 1, 1]}, {"rows": [1, -1]}):
        assert sound(nonsense) == {}
    assert LastView().sizes == {}


@given(
    cells=st.lists(st.integers(1, 300), min_size=2, max_size=3),
    by=st.integers(-400, 400),
    least=st.integers(1, 40),
    data=st.data(),
)
def test_moving_a_border_keeps_the_whole_and_what_is_needed(cells, by, least, data):
    index = data.draw(st.integers(0, len(cells) - 2))
    moved = with_border_moved(cells, index, by, least)
    assert sum(moved) == sum(cells)
    assert len(moved) == len(cells)
    for before, after in zip(cells, moved, strict=True):
        assert after >= min(before, least)
    if min(cells[index] + by, cells[index + 1] - by) >= least:
        assert moved[index] == cells[index] + by


async def test_the_focus_goes_from_pane_to_pane_without_new_styles_for_the_rest_of_the_screen(story, monkeypatch):
    """One rule for whatever has the focus within makes Textual look at every widget again, at each key that moves the focus."""
    async with desk(story) as pilot:
        styled, apply = [], Stylesheet.apply

        def noted(self, node, **options):
            styled.append(node)
            apply(self, node, **options)

        monkeypatch.setattr(Stylesheet, "apply", noted)
        await press(pilot, "2", "3", "1")
        moved = {*PANES, "textual-toastrack"}  # notices stand beside the pane that has the keys
        of_panes = [node for node in styled if any(above.id in moved for above in node.ancestors_with_self)]
        assert of_panes
        assert styled == of_panes
