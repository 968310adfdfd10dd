"""Nothing moves where no motion is wanted: nothing glides, no cursor blinks."""

import pytest
from desk_app import desk, press, strike_story
from textual.widgets import Input, TextArea


@pytest.mark.parametrize("still", [True, False])
async def test_cursors_blink_only_where_motion_is_wanted(tmp_path, still):
    async with desk(strike_story(tmp_path / "story.jsonl"), reduced_motion=still) as pilot:
        pilot.app.animation_level = "none" if still else "full"
        await press(pilot, "slash")
        search = pilot.app.focused
        await press(pilot, "escape", "ctrl+p")
        palette = pilot.app.focused
        await press(pilot, "escape", "a", "f4")
        paste = pilot.app.focused
    assert isinstance(search, Input)
    assert isinstance(palette, Input)
    assert isinstance(paste, TextArea)
    assert [field.cursor_blink for field in (search, palette, paste)] == [not still] * 3


async def test_reduced_motion_stops_what_glides(tmp_path, monkeypatch):
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    async with desk(tmp_path / "story.jsonl") as pilot:
        assert pilot.app.animation_level == "full"
    async with desk(tmp_path / "story.jsonl", reduced_motion=True) as pilot:
        assert pilot.app.animation_level == "none"
