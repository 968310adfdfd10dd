"""Notices over the desk: all of their words are there, whatever their length."""

import pytest
from desk_app import MEDIUM, desk, notices, on_screen, press, settled, strike_story
from textual.widgets import Input
from textual.widgets._toast import Toast, ToastHolder

from newsdesk.ui.keys.key_line import KeyLine


@pytest.mark.parametrize(("width", "pane"), [(60, "1"), (80, "1"), (80, "3"), (81, "1"), (140, "1"), (141, "3")])
async def test_the_last_word_is_never_cut_off(tmp_path, width, pane):
    async with desk(strike_story(tmp_path / "strike.jsonl"), (width, 24)) as pilot:
        await press(pilot, pane)
        lost = []
        for length in range(width // 2 - 10, width // 2 + 4):
            pilot.app.screen.notify(("ab cd " * width)[: length - 5].ljust(length - 5, "x") + " last")
            await settled(pilot)
            if "last" not in on_screen(pilot):
                lost.append(length)
            pilot.app.clear_notifications()
            await settled(pilot)
        assert not lost


@pytest.mark.parametrize("keys", [["a"], ["f"], ["A"], ["e"], ["2", "enter", "c"], ["3", "plus"], ["T"]])
async def test_several_at_once_cover_nothing_of_a_dialog(tmp_path, keys):
    async with desk(strike_story(tmp_path / "strike.jsonl"), MEDIUM) as pilot:
        await press(pilot, *keys)
        box = pilot.app.screen.query_one("#box")
        for number in range(3):
            pilot.app.screen.notify(f"Notice {number} " + "says that nobody expects the strike to end " * 2)
        await settled(pilot)
        told = [notice.region for notice in pilot.app.screen.query(Toast)]
        assert len(told) == 3
        assert not any(region.overlaps(box.region) for region in told)
        assert str(box.border_title).strip() in on_screen(pilot)
        for part in (*pilot.app.screen.query(Input), pilot.app.screen.query_one(KeyLine)):
            assert not part.display or pilot.app.screen.region.contains_region(part.region)


async def test_over_the_reader_they_move_nothing_and_leave_its_first_line(tmp_path):
    async with desk(strike_story(tmp_path / "strike.jsonl"), MEDIUM) as pilot:
        await press(pilot, "enter")
        box, before = pilot.app.screen.query_one("#box"), pilot.app.screen.query_one("#box").region
        pilot.app.screen.notify("The strike goes on")
        await settled(pilot)
        assert box.region == before
        assert str(box.border_title).strip() in on_screen(pilot)


async def test_what_is_said_again_and_what_is_copied_stand_there_once(tmp_path):
    async with desk(strike_story(tmp_path / "strike.jsonl"), MEDIUM) as pilot:
        pilot.app.NOTIFICATION_TIMEOUT = 600  # nothing goes by itself, however slow the machine
        await press(pilot, "m")
        await press(pilot, "n", "n", "n")
        assert notices(pilot)[1:] == ["Nothing unread"]
        shown = [holder for holder in pilot.app.screen.query(ToastHolder) if holder.display]
        assert len(shown) == 2
        await press(pilot, "y", "j", "y", "enter", "y")
        assert notices(pilot)[2:] == ["The post is copied with its citation."]
