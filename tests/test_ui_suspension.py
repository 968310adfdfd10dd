"""After a sleep the desk has the right time, whatever its timers waited for."""

from datetime import UTC, datetime, timedelta

import pytest
from desk_app import NOW, desk, header, strike_story, until

from newsdesk.ui.terminal.suspension import JumpWatch


@pytest.mark.parametrize(
    ("by", "jumped"), [(0, False), (0.09, False), (1.5, False), (3, True), (3600, True), (-60, True)]
)
def test_a_jump_is_more_than_a_busy_machine_makes(by, jumped):
    moments = [datetime(2025, 5, 11, tzinfo=UTC), datetime(2025, 5, 11, tzinfo=UTC) + timedelta(seconds=by)]
    assert JumpWatch(lambda: moments.pop(0)).jumped() is jumped


async def test_a_sleep_is_seen_by_the_clock_alone(tmp_path):
    now = NOW

    async with desk(strike_story(tmp_path / "story.jsonl"), now=lambda: now) as pilot:
        await pilot.press("t")
        await until(pilot, lambda: "1 Jan 2026 00:00" in header(pilot))
        now += timedelta(hours=7, minutes=12)
        await until(pilot, lambda: "1 Jan 2026 07:12" in header(pilot))
