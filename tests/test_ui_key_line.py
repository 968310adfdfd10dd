"""The last line of the screen on terminals of every width."""

import pytest
from conftest import screen_strips
from desk_app import desk, on_screen, press, settled, strike_story

from newsdesk.ui.keys.key_line import KeyLine, fitting


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


def last_line(pilot):
    return on_screen(pilot).split("\n")[-1]


def test_keys_give_way_from_the_middle_and_help_and_quit_stay():
    assert fitting([4, 4, 4, 4], 19) == [0, 1, 2, 3]
    assert fitting([4, 4, 4, 4], 18) == [0, 2, 3]
    assert fitting([4, 4, 4, 4], 3) == [2, 3]
    assert fitting([], 10) == []


@pytest.mark.parametrize("width", [30, 45, 60, 79])
async def test_no_key_is_cut(story, width):
    async with desk(story, (width, 20)) as pilot:
        for pane in "123":
            await press(pilot, pane)
            assert last_line(pilot).endswith("? Help q Quit") or last_line(pilot).endswith("? Help  q Quit")


async def test_a_wider_terminal_shows_more_keys(story):
    async with desk(story, (40, 20)) as pilot:
        assert "Clock" not in last_line(pilot)
        await pilot.resize_terminal(100, 20)
        await settled(pilot)
        assert "t Clock" in last_line(pilot)


async def test_the_reader_keeps_its_way_back(story):
    async with desk(story, (50, 20)) as pilot:
        await press(pilot, "enter")
        assert "Esc q Back" in on_screen(pilot)


def place_of(pilot, words):
    """Column of these words in the last line."""
    return last_line(pilot).index(words)


async def test_a_key_that_is_clicked_is_pressed(story):
    async with desk(story) as pilot:
        await pilot.click(KeyLine, offset=(place_of(pilot, "f Filter"), 0))
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "FilterDialog"


async def test_a_click_between_two_keys_or_behind_the_last_presses_none(story):
    async with desk(story) as pilot:
        for column in (place_of(pilot, "f Filter") - 1, len(last_line(pilot))):
            await pilot.click(KeyLine, offset=(column, 0))
            await settled(pilot)
            assert len(pilot.app.screen_stack) == 1


async def test_the_key_under_the_mouse_stands_out_and_says_what_it_does(story):
    async with desk(story) as pilot:
        line = pilot.app.screen.query_one(KeyLine)

        def grounds(words):
            """Colours behind these words."""
            begin = place_of(pilot, words)
            strip = screen_strips(pilot.app)[-1].crop(begin, begin + len(words))
            return {style.bgcolor for _, style, _ in strip}

        usual = grounds("f Filter")
        assert len(usual) == 1
        await pilot.hover(KeyLine, offset=(place_of(pilot, "f Filter") + 3, 0))
        await settled(pilot)
        assert len(grounds("f Filter")) == 1
        assert grounds("f Filter") != usual
        assert grounds("q Quit") == usual
        assert line.tooltip
        assert line.styles.pointer == "pointer"
        told = line.tooltip
        await pilot.hover(KeyLine, offset=(place_of(pilot, "? Help"), 0))
        await settled(pilot)
        assert grounds("f Filter") == usual
        assert line.tooltip not in {None, told}
        await pilot.hover("#stream")
        await settled(pilot)
        assert grounds("? Help") == usual
        assert (line.tooltip, line.styles.pointer) == (None, "default")


@pytest.mark.parametrize("width", [36, 48, 80, 140])
async def test_what_is_under_way_stands_before_the_keys_and_is_cut_before_help_and_quit_are(story, width):
    async with desk(story, (width, 20)) as pilot:
        line = pilot.app.screen.query_one(KeyLine)
        before = last_line(pilot)
        line.say("Reading file 3 of 40: a very long name of a page about the strike.html", "Esc stops")
        await settled(pilot)
        assert last_line(pilot).lstrip().startswith("Reading"[: max(0, width - 35)])
        assert "· Esc stops   " in last_line(pilot)
        assert last_line(pilot).split()[-4:] == ["?", "Help", "q", "Quit"]
        line.say("")
        await settled(pilot)
        assert last_line(pilot) == before


@pytest.mark.parametrize(("width", "first"), [(60, ["⏎ Read"]), (80, ["⏎ Read", "a Add", "/ Search"])])
async def test_what_is_under_way_leaves_room_for_the_first_keys(story, width, first):
    async with desk(story, (width, 20)) as pilot:
        work = "Reading file 3 of 40: a very long name of a page about the strike.html"
        pilot.app.screen.query_one(KeyLine).say(work, "Esc stops")
        await settled(pilot)
        assert last_line(pilot).split("Esc stops   ")[1] == " ".join([*first, "? Help", "q Quit"])
        assert last_line(pilot).strip().startswith(work[:20])


async def test_a_key_behind_what_is_under_way_is_pressed_where_it_stands(story):
    async with desk(story, (160, 20)) as pilot:
        pilot.app.screen.query_one(KeyLine).say("Reading")
        await settled(pilot)
        await pilot.click(KeyLine, offset=(1, 0))
        await settled(pilot)
        assert len(pilot.app.screen_stack) == 1
        await pilot.click(KeyLine, offset=(place_of(pilot, "f Filter"), 0))
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "FilterDialog"


async def test_nothing_is_laid_out_anew_when_work_begins_and_when_it_ends(story):
    async with desk(story) as pilot:
        laid_out = []
        pilot.app.screen.screen_layout_refresh_signal.subscribe(pilot.app.screen, laid_out.append, immediate=True)
        for work in ("Reading", "Reading on", ""):
            pilot.app.screen.query_one(KeyLine).say(work)
            await settled(pilot)
        assert laid_out == []
        pilot.app.screen.refresh(layout=True)
        await settled(pilot)
        assert laid_out, "the signal tells of it"
