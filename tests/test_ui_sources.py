import sys
from datetime import UTC, datetime, tzinfo
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input, Static

from newsdesk.story.sources import SourceRow
from newsdesk.story.tags import Tag
from newsdesk.story.wording import SOURCE_ZONE
from newsdesk.ui.dialogs.dialog import RowList
from newsdesk.ui.dialogs.sources import SourcesList, row_text

pytestmark = pytest.mark.usefixtures("messages_alone")

NOT_CLOSED = object()


def row(source_id: int, title: str, **changes: Any) -> SourceRow:
    parts: dict[str, Any] = {
        "source_id": source_id,
        "title": title,
        "publisher": "Tide",
        "kind": "live page",
        "posts": 20,
        "span": "Sun 11 May 2025",
        "basis": "inferred",
        "read_at": "Sun 11 May 2025 16:10 BST",
        "origin": f"/saved/{source_id}.txt",
    }
    return SourceRow(**(parts | changes))


ROWS = [row(1, "Ferry [delayed] [/b]"), row(2, "The lock"), row(3, "The port", posts=1, basis="stated")]


class Host(App[None]):
    def __init__(self, rows: list[SourceRow], zone: tzinfo = UTC) -> None:
        super().__init__()
        self.dialog = SourcesList(rows, zone=zone, now=lambda: datetime(2026, 11, 26, 20, 0, tzinfo=UTC))
        self.result: Any = NOT_CLOSED
        self.seen: list[Message] = []

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.close)

    def close(self, result: int | None) -> None:
        self.result = result

    def on_sources_list_remove_wanted(self, message: SourcesList.RemoveWanted) -> None:
        self.seen.append(message)

    def on_sources_list_rename_wanted(self, message: SourcesList.RenameWanted) -> None:
        self.seen.append(message)

    def on_sources_list_year_wanted(self, message: SourcesList.YearWanted) -> None:
        self.seen.append(message)

    def on_sources_list_date_wanted(self, message: SourcesList.DateWanted) -> None:
        self.seen.append(message)

    def on_sources_list_read_again_wanted(self, message: SourcesList.ReadAgainWanted) -> None:
        self.seen.append(message)


def rows_shown(host: Host) -> list[str]:
    rows = host.dialog.query_one(RowList)
    return [str(rows.get_option_at_index(at).prompt) for at in range(rows.option_count)]


def origin(host: Host) -> str:
    return str(host.dialog.query_one("#about", Static).content)


async def settle(pilot: Pilot[Any]) -> None:
    await pilot.pause()
    await pilot.pause()


async def test_rows_show_what_the_sources_are_brackets_verbatim() -> None:
    host = Host(ROWS)
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        first, _, third = rows_shown(host)
        assert first.split("\n")[0].startswith("Ferry [delayed] [/b]")
        assert first.split("\n")[0].endswith("20 posts")
        assert first.split("\n")[1] == "  Tide · live page · Sun 11 May 2025 (inferred)"
        assert third.split("\n")[1] == "  Tide · live page · Sun 11 May 2025"
        assert origin(host) == "/saved/1.txt\nread Sun 11 May 2025 16:10 BST"
        await pilot.press("j")
        await settle(pilot)
        assert origin(host).startswith("/saved/2.txt")


async def test_remove_and_read_again_name_the_highlighted_source() -> None:
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down", "d", "G", "delete", "r")
        await settle(pilot)
    assert host.seen == [
        SourcesList.RemoveWanted(2),
        SourcesList.RemoveWanted(3),
        SourcesList.ReadAgainWanted(3),
    ]
    assert host.result is NOT_CLOSED


async def test_a_source_can_be_renamed() -> None:
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("e")
        assert host.dialog.query_one(Input).value == "Ferry [delayed] [/b]"
        await pilot.press("ctrl+u", "d", "q", "r", "enter")
        await settle(pilot)
        assert host.seen == [SourcesList.RenameWanted(1, "dqr")]
        assert host.dialog.focused is host.dialog.query_one(RowList)


async def test_a_click_on_a_row_does_not_throw_away_what_is_being_typed() -> None:
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("e", "end", *" and")
        await pilot.click(RowList, offset=(4, 2))
        await settle(pilot)
        assert host.result is NOT_CLOSED
        host.dialog.query_one(Input).focus()
        await pilot.press(*" more", "enter")
        await settle(pilot)
        assert host.seen == [SourcesList.RenameWanted(1, "Ferry [delayed] [/b] and more")]
        await pilot.click(RowList, offset=(4, 2))
        await settle(pilot)
    assert host.result == 2


async def test_a_year_is_checked_in_place() -> None:
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("Y", "2", "0", "enter")
        await settle(pilot)
        assert host.seen == []
        assert str(host.dialog.query_one("#problem", Static).content) == "A year has four digits, like 2025."
        assert host.dialog.query_one(Input).value == "20"
        await pilot.press("2", "5", "enter", "Y", "enter")
        await settle(pilot)
    assert host.seen == [SourcesList.YearWanted(1, 2025), SourcesList.YearWanted(1, None)]


@pytest.mark.parametrize(("zone", "offset"), [(UTC, 0), (SOURCE_ZONE, None)])
async def test_a_source_that_prints_no_date_is_given_one_instead_of_a_year(zone: tzinfo, offset: int | None) -> None:
    host = Host([row(1, "Letter", span="undated", basis="", takes_date=True)], zone)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("Y", *"26 Nov", "enter")
        await settle(pilot)
        assert host.seen == []
        assert str(host.dialog.query_one("#problem", Static).content).startswith("A date has its year")
        await pilot.press(*" 2026 9am", "enter", "Y", "enter")
        await settle(pilot)
    given, taken = host.seen
    assert taken == SourcesList.DateWanted(1, None)
    assert given.date is not None
    assert (given.date.day, given.date.hour, given.date.utc_offset) == (26, 9, offset)


async def test_what_a_date_needs_is_imported_beside_the_screen_while_nobody_types_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "newsdesk.read.times.said", raising=False)
    host = Host([row(1, "Letter", span="undated", basis="", takes_date=True)])
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("Y")
        await pilot.app.workers.wait_for_complete()
        assert "newsdesk.read.times.said" in sys.modules


async def test_escape_leaves_the_field_and_then_the_list() -> None:
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("e", "escape")
        await settle(pilot)
        assert (host.result, host.seen) == (NOT_CLOSED, [])
        await pilot.press("escape")
    assert host.result is None


async def test_enter_asks_for_this_source_alone() -> None:
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
    assert host.result == 2


async def test_a_title_is_for_the_source_it_was_asked_of() -> None:
    """Another process may take sources out while it is typed."""
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("e")
        host.dialog.set_rows(ROWS[1:])
        await settle(pilot)
        host.dialog.query_one("#answer", Input).value = "Ours"
        await pilot.press("enter")
        await settle(pilot)
        assert host.seen == []
        await pilot.press("e")
        host.dialog.set_rows(ROWS)
        await settle(pilot)
        host.dialog.query_one("#answer", Input).value = "Ours"
        await pilot.press("enter")
        await settle(pilot)
    assert [(said.source_id, said.title) for said in host.seen] == [(ROWS[1].source_id, "Ours")]


async def test_new_rows_keep_the_highlight_on_its_source() -> None:
    host = Host(ROWS)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down")
        host.dialog.set_rows([row(9, "A new one"), *ROWS])
        await settle(pilot)
        assert origin(host).startswith("/saved/2.txt")
        host.dialog.set_rows(ROWS[:1])
        await settle(pilot)
        assert origin(host).startswith("/saved/1.txt")
        host.dialog.set_rows([])
        await settle(pilot)
        assert origin(host) == "No sources yet: press Esc, then a adds the first."
        await pilot.press("enter", "d", "e", "Y", "r")
        await settle(pilot)
    assert host.seen == []


def test_a_row_fills_its_width_in_cells() -> None:
    wide = row_text(row(1, "港の水門は霜の前に開く、と評議会は約束した"), 40).plain.split("\n")[0]
    narrow = row_text(row(1, "Ferry"), 40).plain.split("\n")[0]
    assert (cell_len(wide), cell_len(narrow)) == (40, 40)
    assert "…" in wide


def test_an_emoji_in_a_row_is_as_wide_as_every_terminal_draws_it() -> None:
    words = row_text(row(1, "Ferry 👩\u200d🚀", publisher="Tide 👩\u200d🚀"), 40).plain
    assert "\u200d" not in words
    assert cell_len(words.split("\n")[0]) == 40


def test_the_tag_of_the_rows_stands_first_and_the_title_beside_it() -> None:
    first, second = row_text(row(1, "The lock stays shut", tag=Tag("Tide", "live")), 50).plain.split("\n")
    assert first.startswith("Tide live · The lock stays shut ")
    assert second.strip() == "live page · Sun 11 May 2025 (inferred)", "the tag says the publisher"
    called = row(1, "My lock", tag=Tag("My lock"))
    assert (called.name, row(1, "My lock", tag=Tag("MY LOCK", "2")).name) == ("My lock", "MY LOCK 2")
    assert row_text(called, 50).plain.split("\n")[1].strip().startswith("Tide · live page")


def test_a_publisher_that_is_the_title_stands_once() -> None:
    assert (
        row_text(row(1, "Tide", tag=Tag("Tide", "live")), 40).plain.split("\n")[1].strip()
        == "live page · Sun 11 May 2025 (inferred)"
    )
    assert row_text(row(1, "TIDE"), 40).plain.count("ide") == 0
    assert row_text(row(1, "Tide live"), 40).plain.split("\n")[1].strip().startswith("Tide · live page · ")
