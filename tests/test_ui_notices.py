"""Notices over the desk: all of their words are there, whatever their length."""

import pytest
from desk_app import desk, on_screen, press, settled, strike_story


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
