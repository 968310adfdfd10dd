from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Input, Static

from newsdesk.ui.dialogs.moment import HINT, SetMoment

NOT_CLOSED = object()
BST = timezone(timedelta(hours=1), "BST")


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.dialog = SetMoment(BST, date(2025, 5, 12))
        self.result: Any = NOT_CLOSED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.close)

    def close(self, result: datetime | None) -> None:
        self.result = result


def understood(host: Host) -> str:
    return str(host.dialog.query_one("#understood", Static).content)


async def test_what_is_understood_shows_while_typing() -> None:
    host = Host()
    async with host.run_test() as pilot:
        await pilot.pause()
        assert understood(host) == HINT
        host.dialog.query_one(Input).value = "11 May 16:03"
        await pilot.pause()
        assert understood(host) == "= Sun 11 May 2025 16:03 BST"
        await pilot.press("enter")
    assert host.result == datetime(2025, 5, 11, 16, 3, tzinfo=BST)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("32 May [b]", "“32 May [b]” is no moment: write it as 2025-05-11T16:03 or as 11 May 16:03"),
        ("0001-01-01T00:00+14:00", "“0001-01-01T00:00+14:00” lies outside the calendar"),
    ],
)
async def test_an_error_stands_in_place_and_what_was_typed_stays(typed: str, reason: str) -> None:
    host = Host()
    async with host.run_test() as pilot:
        await pilot.pause()
        host.dialog.query_one(Input).value = typed
        await pilot.pause()
        assert understood(host) == HINT
        await pilot.press("enter")
        await pilot.pause()
        assert understood(host) == reason
        assert host.dialog.query_one(Input).value == typed
        assert host.result is NOT_CLOSED
        await pilot.press("escape")
    assert host.result is None
