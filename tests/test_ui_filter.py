from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Static

from newsdesk.story.filter import Filter
from newsdesk.ui.filter import Choices, FilterDialog

NOT_CLOSED = object()
ACTORS = [("Ada Brok", 24), ("Harbour [Council]", 7)]
SOURCES = [(11, "Tide"), (12, "Evening [Gull]")]
LABELS = ["Analysis", "Breaking"]


class Host(App[None]):
    def __init__(self, current: Filter) -> None:
        super().__init__()
        self.dialog = FilterDialog(current, ACTORS, SOURCES, LABELS)
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
    current = Filter(actor="Ada Brok", source_id=11, label="Analysis", text="ferry", starred=True)
    host = Host(current)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
    assert host.result == current


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
    for tabs in range(6):
        host = Host(Filter(text="ferry"))
        async with host.run_test() as pilot:
            await settle(pilot)
            await pilot.press(*["tab"] * tabs, "enter")
        assert host.result == Filter(text="ferry")


async def test_clear_chooses_everything_again() -> None:
    host = Host(Filter(actor="Ada Brok", text="ferry", unread=True, starred=True))
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


async def test_an_actor_that_is_no_longer_there_counts_as_anyone() -> None:
    host = Host(Filter(actor="Nobody Now"))
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
    assert host.result == Filter()
