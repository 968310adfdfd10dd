"""Nothing moves where no motion is wanted."""

import pytest
from desk_app import desk


@pytest.mark.parametrize("still", [True, False])
async def test_reduced_motion_stops_what_glides(tmp_path, monkeypatch, still):
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    async with desk(tmp_path / "story.jsonl", reduced_motion=still) as pilot:
        assert pilot.app.animation_level == ("none" if still else "full")
