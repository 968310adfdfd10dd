from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conftest import screen_text
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Static

from newsdesk.story.filter import Filter
from newsdesk.ui.dialogs.filter import HINT, Choices, FilterDialog, KeptHere
from newsdesk.ui.dialogs.understood import Understood

pytestmark = pytest.mark.usefixtures("messages_alone")

NOT_CLOSED = object()
ACTORS = [("Ada Brok", 24), ("Harbour [Council]", 7)]
SOURCES = [(11, "Tide"), (12, "Evening [Gull]")]
LABELS = ["Analysis", "Breaking"]
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2025, 5, 11, 16, 3, tzinfo=LONDON)


class Host(App[None]):
    def __init__(self, current: Filter) -> None:
        super().__init__()
        kept = KeptHere((), lambda kept: kept.wanted, lambda kept: kept.name)
        self.dialog = FilterDialog(current, ACTORS, SOURCES, LABELS, kept, zone=LONDON, now=NOW)
        self.result: Any = NOT_CLOSED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.close)

    def close(self, result: Filter | None) -> None:
        self.result = result


def rows(host: Host, which: str) -> list[str]:
    choices = host.dialog.query_one(f"#{which}", Choices)
    return [" ".join(str(choices.get_option_at_index(at).prompt).split()) for at in range(choices.option_count)]


async def settle(pilot: Pilot[Any]) -> None:
    for _ in range(3):
        await pilot.pause()


async def test_what_holds_now_is_shown_without_colour() -> None:
    host = Host(Filter(actor="Harbour [Council]", source_id=12, label="breaking", text="ferry", unread=True))
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert rows(host, "actor") == ["Anyone", "Ada Brok 24", "● Harbour [Council] 7"]
        assert rows(host, "source") == ["Any source", "Tide", "● Evening [Gull]"]
        assert rows(host, "label") == ["Any or none", "Analysis", "● Breaking"]
        assert host.dialog.query_one("#words", Input).value == "ferry"
        assert str(host.dialog.query_one("#unread", Static).content) == "[x] unread only"
        assert str(host.dialog.query_one("#starred", Static).content) == "[ ] starred only"


async def test_applying_what_holds_changes_nothing() -> None:
    span = {"since": NOW.replace(second=7), "until": NOW.replace(hour=17, microsecond=5)}
    current = Filter(actor="Ada Brok", source_id=11, label="Analysis", text="ferry", starred=True, **span)
    host = Host(current)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
    assert host.result == current


async def test_quotation_marks_alone_look_for_nothing() -> None:
    host = Host(Filter())
    async with host.run_test() as pilot:
        await settle(pilot)
        host.dialog.query_one("#words", Input).value = ' "” '
        await pilot.press("enter")
    assert host.result == Filter()


async def test_everything_is_chosen_by_keys() -> None:
    host = Host(Filter())
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("i", "c", "e", "tab", "down", "tab", "j", "j", "tab", "down", "tab", "space", "tab", "space")
        await pilot.press("enter")
    assert host.result == Filter(
        actor="Ada Brok", source_id=12, label="Analysis", text="ice", unread=True, starred=True
    )


async def test_the_mark_moves_with_the_choice() -> None:
    host = Host(Filter())
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("tab", "down")
        await settle(pilot)
        assert rows(host, "actor") == ["Anyone", "● Ada Brok 24", "Harbour [Council] 7"]


async def test_enter_applies_from_every_field() -> None:
    for tabs in range(8):
        host = Host(Filter(text="ferry"))
        async with host.run_test() as pilot:
            await settle(pilot)
            await pilot.press(*["tab"] * tabs, "enter")
        assert host.result == Filter(text="ferry")


async def test_clear_chooses_everything_again() -> None:
    host = Host(Filter(actor="Ada Brok", text="ferry", unread=True, starred=True, since=NOW, until=NOW))
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("ctrl+l")
        await settle(pilot)
        await pilot.press("enter")
    assert host.result == Filter()


async def test_escape_leaves_things_as_they_are() -> None:
    host = Host(Filter(actor="Ada Brok"))
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down", "escape")
    assert host.result is None


async def test_what_holds_and_is_not_there_now_is_listed_and_stays_until_another_is_chosen() -> None:
    """As of an earlier moment the actor has said nothing yet."""
    held = Filter(actor="Nobody [Now]", label="Correction")
    for keys, expected in (
        (["enter"], held),
        (["tab", "up", "enter"], Filter(actor="Harbour [Council]", label="Correction")),
        (["tab", "up", "down", "tab", "tab", "home", "enter"], Filter(actor="Nobody [Now]")),
    ):
        host = Host(held)
        async with host.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert rows(host, "actor") == ["Anyone", "Ada Brok 24", "Harbour [Council] 7", "● Nobody [Now] 0"]
            assert rows(host, "label") == ["Any or none", "Analysis", "Breaking", "● Correction 0"]
            await pilot.press(*keys)
        assert host.result == expected


def understood(host: Host) -> str:
    return str(host.dialog.query_one(Understood).content)


async def test_a_span_is_said_as_it_is_understood() -> None:
    host = Host(Filter())
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert understood(host) == HINT
        host.dialog.query_one("#since", Input).value = "last 3 hours"
        host.dialog.query_one("#until", Input).value = "15:00"
        await settle(pilot)
        assert understood(host) == "= since 11 May 13:03 BST, before 11 May 15:00 BST"
        await pilot.press("enter")
    assert host.result == Filter(since=NOW.replace(hour=13), until=NOW.replace(hour=15, minute=0))


async def test_a_span_that_is_none_is_refused_and_nothing_is_applied() -> None:
    host = Host(Filter())
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        host.dialog.query_one("#since", Input).value = "the [other] day"
        await settle(pilot)
        assert not host.dialog.query_one(Understood).has_class("-bad"), "nobody is told off while typing"
        await pilot.press("enter")
        await settle(pilot)
        assert host.result is NOT_CLOSED
        assert host.dialog.query_one(Understood).has_class("-bad")
        assert understood(host).startswith("“the [other] day” is no moment")


async def test_the_span_that_holds_now_stands_in_the_fields() -> None:
    host = Host(Filter(since=datetime(2025, 5, 11, tzinfo=LONDON), until=datetime(2025, 5, 12, tzinfo=LONDON)))
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [host.dialog.query_one(f"#{name}", Input).value for name in ("since", "until")] == ["11 May 2025"] * 2
        assert understood(host) == "= since Sun 11 May, until Sun 11 May"


async def test_a_moment_that_is_not_touched_stays_what_it_was_when_the_other_one_is_typed_anew() -> None:
    since, until = NOW.replace(second=7), NOW.replace(hour=17, second=5)
    for field, typed, expected in (
        ("#since", "11 May 15:00", Filter(since=NOW.replace(hour=15, minute=0), until=until)),
        ("#until", "11 May 18:00", Filter(since=since, until=NOW.replace(hour=18, minute=0))),
    ):
        host = Host(Filter(since=since, until=until))
        async with host.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            host.dialog.query_one(field, Input).value = typed
            await pilot.press("enter")
        assert host.result == expected


async def test_a_beginning_behind_an_end_that_was_not_touched_is_refused() -> None:
    host = Host(Filter(until=NOW))
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        host.dialog.query_one("#since", Input).value = "11 May 18:00"
        await pilot.press("enter")
        await settle(pilot)
        assert understood(host) == "That ends before it begins"
    assert host.result is NOT_CLOSED


async def test_an_emoji_in_a_name_is_as_wide_as_every_terminal_draws_it() -> None:
    host = Host(Filter())
    host.dialog._sources = [(11, "Tide 👩\u200d🚀")]
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "\u200d" not in rows(host, "source")[1]


async def test_on_a_small_screen_the_lists_keep_rows_to_choose_from() -> None:
    host = Host(Filter())
    async with host.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        for which in ("actor", "source", "label"):
            assert host.dialog.query_one(f"#{which}", Choices).scrollable_content_region.height >= 3
        for part in ("#unread", "#starred", "#words", "#since", "#until"):
            assert host.dialog.region.contains_region(host.dialog.query_one(part).region)
        await pilot.press("tab", "down", "tab", "down", "enter")
    assert host.result == Filter(actor="Ada Brok", source_id=11)


async def test_rows_can_be_read_before_the_lists_know_their_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Choices, "on_resize", lambda self: None)
    host = Host(Filter())
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert rows(host, "source") == ["● Any source", "Tide", "Evening [Gull]"]
        assert "Evening [Gull]" in screen_text(host)
