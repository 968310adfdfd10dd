"""The last line of the screen on terminals of every width."""

import pytest
from desk_app import desk, on_screen, press, settled, strike_story

from newsdesk.ui.key_line import fitting


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
