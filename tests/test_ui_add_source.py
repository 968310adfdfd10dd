import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conftest import screen_text
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, Static, TabbedContent

from newsdesk.intake.intake import Progress
from newsdesk.intake.preview import Preview
from newsdesk.intake.request import AddError, AddRequest
from newsdesk.model import Counts, Post, PrintedTime, Reading, Source, SourceKind
from newsdesk.read import NamedFeed
from newsdesk.story.wording import SOURCE_ZONE
from newsdesk.ui.dialogs import add_source
from newsdesk.ui.dialogs.add_source import AddSource
from newsdesk.ui.dialogs.folder_tree import FolderTree
from newsdesk.ui.dialogs.paste_area import PasteArea
from newsdesk.ui.dialogs.path_input import PathInput
from newsdesk.ui.fields.path_suggester import Names, completion, dropped_paths, full_path, may_be_shown

pytestmark = pytest.mark.usefixtures("messages_alone")

NOW = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
NOT_CLOSED = object()


def preview(
    year: int | None = None,
    *,
    guess: bool = False,
    known: int = 0,
    prints_no_date: bool = False,
    said: PrintedTime | None = None,
) -> Preview:
    source = Source(SourceKind.LIVE_PAGE, "ferry.txt", title="Ferry [delayed] [/b]", said_time=said)
    reading = Reading(source, tuple(Post(n) for n in range(1, 6)), reasons=("5 printed times",))
    return Preview(
        reading,
        "Tide live page · 5 posts",
        5,
        Counts(new=5 - known, same=known),
        year,
        guess,
        ("16:03 The [first] ferry",),
        prints_no_date,
    )


class Desk:
    """Answers looks as a desk would, and remembers them."""

    def __init__(self) -> None:
        self.asked: list[AddRequest] = []
        self.cancelled = 0
        self.answer: Preview | AddError | Exception = preview()
        self.guess: int | None = None
        self.dateless = False
        self.gate: asyncio.Event | None = None
        self.tell: Progress | None = None

    async def look(self, request: AddRequest, progress: Progress) -> Preview:
        self.asked.append(request)
        self.tell = progress
        if self.gate is not None:
            try:
                await self.gate.wait()
            except asyncio.CancelledError:
                self.cancelled += 1
                raise
        if isinstance(self.answer, Exception):
            raise self.answer
        if self.guess is not None and request.year is None:
            return preview(self.guess, guess=True)
        if self.dateless:
            return preview(prints_no_date=True, said=request.said_time)
        return self.answer


LONDON = ZoneInfo("Europe/London")


class Host(App[None]):
    def __init__(
        self, look: Callable[[AddRequest, Progress], Awaitable[Preview]], folder: Path, zone: tzinfo = LONDON
    ) -> None:
        super().__init__()
        self.dialog = AddSource(look, folder, zone, now=lambda: NOW)
        self.result: Any = NOT_CLOSED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.close)

    def close(self, result: AddRequest | None) -> None:
        self.result = result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "saved"
    (root / "may pages").mkdir(parents=True)
    for name in ("ferry-one.txt", "ferry-two.txt", "lock [draft].txt", ".hidden.txt", "may pages/inner.txt"):
        (root / name).write_text("text", encoding="utf-8")
    return root


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def settle(pilot: Pilot[Any]) -> None:
    """Messages are handled, the disk has answered, and a look that is not held back has ended."""
    for _ in range(3):
        await pilot.pause()
        # Waiting for no worker would be waiting for all, the endless one of the tree too.
        if asking := [worker for worker in pilot.app.workers if worker.group == "completion"]:
            await pilot.app.workers.wait_for_complete(asking)
        await pilot.pause()


async def type_path(pilot: Pilot[Any], path: str) -> None:
    """All at once: every single key costs a test a tenth of a second."""
    pilot.app.screen.query_one(PathInput).set_value(path)
    await settle(pilot)


async def until(pilot: Pilot[Any], condition: Callable[[], bool]) -> None:
    """Wait for what another thread brings about."""
    for _ in range(500):
        if condition():
            return
        await pilot.pause(0.01)
    pytest.fail("it did not happen")


def shown(host: Host, part: str) -> str:
    static = host.dialog.query_one(f"#{part}", Static)
    return "" if static.has_class("-empty") else str(static.content)


def typed(host: Host) -> str:
    return host.dialog.query_one(PathInput).value


def matches(host: Host) -> list[str]:
    options = host.dialog.query_one(PathInput).query_one(OptionList)
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_a_folder_is_counted_while_it_is_read_and_added_at_once_by_a_key(
    folder: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add_source, "PROGRESS_AFTER", 0.01)
    desk.gate = asyncio.Event()
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, f"{folder}/")
        await pilot.press("enter")
        await until(pilot, lambda: "Reading" in shown(host, "progress"))
        assert desk.tell is not None
        desk.tell(1, 3, "ferry-two.txt")
        assert shown(host, "progress") == "Reading 2 of 3: ferry-two.txt ... (Esc stops, Ctrl+S adds at once)"
        overtaken = desk.tell
        await pilot.press("escape")
        overtaken(2, 3, "lock [draft].txt")
        assert (shown(host, "progress"), shown(host, "problem")) == ("", "Stopped. Nothing was added.")
        assert "F5 Watch" in screen_text(pilot.app), "it is still a folder"
        await pilot.press("enter")
        await until(pilot, lambda: len(desk.asked) == 2)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: desk.cancelled == 2)
    assert Path(host.result.path) == folder


async def test_a_folder_that_is_typed_is_added_without_a_look(folder: Path, desk: Desk) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "may pages/")
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert (Path(host.result.path), desk.asked) == (folder / "may pages", [])


async def test_tab_completes_as_a_shell_does(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("f")
        await settle(pilot)
        assert matches(host) == ["ferry-one.txt", "ferry-two.txt"]
        await pilot.press("tab")
        await settle(pilot)
        assert typed(host) == "ferry-"
        for key in ("t", "tab"):
            await pilot.press(key)
            await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
    assert desk.asked[-1:] == [AddRequest(path=str(folder / "ferry-two.txt"))]


async def test_tab_enters_folders_and_hidden_files_wait_for_their_dot(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("m")
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert (typed(host), matches(host)) == ("may pages/", ["inner.txt"])
        await pilot.press("ctrl+u", ".")
        await settle(pilot)
        assert matches(host) == [".hidden.txt"]


async def test_arrows_choose_a_match_and_enter_takes_it(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("f")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert typed(host) == "ferry-two.txt"
        assert host.result is NOT_CLOSED


async def test_tab_is_no_trap_when_nothing_is_to_be_completed(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await settle(pilot)
        before = host.dialog.focused
        await pilot.press("tab")
        assert host.dialog.focused is not before
        await pilot.press("shift+tab")
        assert host.dialog.focused is before


async def test_brackets_in_names_and_headlines_show_verbatim(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("l")
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert matches(host) == ["lock [draft].txt"]
        await pilot.press("tab")
        await settle(pilot)
        assert "Ferry [delayed] [/b]" in shown(host, "preview")
        assert "16:03 The [first] ferry" in shown(host, "preview")


async def test_enter_adds_what_the_preview_shows(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert not host.dialog.query_one("#add", Button).disabled
        await pilot.press("enter")
    assert host.result == AddRequest(path=str(folder / "ferry-one.txt"))


async def test_an_error_stands_in_place_and_what_was_typed_stays(desk: Desk, folder: Path) -> None:
    desk.answer = AddError("ferry-one.txt is a picture [PNG]; save the page as text")
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert shown(host, "problem") == "ferry-one.txt is a picture [PNG]; save the page as text"
        assert typed(host) == "ferry-one.txt"
        assert host.dialog.query_one("#add", Button).disabled
        await pilot.press("backspace")
        await settle(pilot)
        assert shown(host, "problem") == ""
        assert host.result is NOT_CLOSED


async def test_enter_asks_about_a_path_that_is_not_there(desk: Desk, folder: Path) -> None:
    desk.answer = AddError("no such file")
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "nowhere")
        await pilot.press("enter")
        await settle(pilot)
        assert shown(host, "problem") == "no such file"
        assert host.result is NOT_CLOSED
    assert desk.asked == [AddRequest(path=str(folder / "nowhere"))]


async def test_enter_looks_into_a_folder_and_enter_again_adds_it(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "may pages/")
        assert desk.asked == []
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
    assert host.result == AddRequest(path=f"{folder}/may pages/")


async def test_nothing_named_is_said(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("ctrl+s")
        assert shown(host, "problem").startswith("Nothing is named yet")
    assert desk.asked == []


async def test_what_is_missing_is_said_of_the_open_tab(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("f4", "ctrl+s")
        await settle(pilot)
        assert shown(host, "problem").startswith("Nothing is pasted yet: paste a text, press F2")
    assert desk.asked == []


async def test_a_path_that_is_looked_up_too_late_names_nothing_on_another_tab(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await settle(pilot)
        path = host.dialog.query_one(PathInput)
        with path.prevent(PathInput.Changed, PathInput.Named):
            path.set_value("ferry-one.txt")
        await pilot.press("f4")
        await settle(pilot)
        host.dialog.post_message(PathInput.Named("ferry-one.txt", str(folder / "ferry-one.txt"), Names.FILE))
        await settle(pilot)
        assert shown(host, "preview").startswith("Paste the text")
    assert desk.asked == []


async def test_the_preview_tells_what_comes_next(desk: Desk, folder: Path) -> None:
    desk.answer = replace(preview(), ahead=("Thu 26 Nov 2026 · Ferry [to] sail · planned",), more_ahead=2)
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert "What comes next:\n• Thu 26 Nov 2026 · Ferry [to] sail · planned\nand 2 more" in shown(host, "preview")


async def test_a_fault_of_the_program_does_not_end_it(desk: Desk, folder: Path) -> None:
    desk.answer = RuntimeError("broken")
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert shown(host, "problem") == "This could not be read: RuntimeError('broken')"


async def test_long_reading_shows_that_it_goes_on_and_escape_stops_it(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add_source, "PROGRESS_AFTER", 0.01)
    desk.gate = asyncio.Event()
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await until(pilot, lambda: shown(host, "progress") != "")
        assert shown(host, "progress") == "Reading ferry-one.txt ... (Esc stops)"
        await pilot.press("escape")
        await settle(pilot)
        assert (shown(host, "progress"), desk.cancelled, typed(host)) == ("", 1, "ferry-one.txt")
        assert shown(host, "problem") == "Stopped. Nothing was added."
        assert host.result is NOT_CLOSED
        await pilot.press("escape")
    assert host.result is None


async def test_typing_on_cancels_the_look_and_a_late_answer_is_not_shown(desk: Desk, folder: Path) -> None:
    desk.gate = asyncio.Event()
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert len(desk.asked) == 1
        await pilot.press("x")
        await settle(pilot)
        desk.gate.set()
        await settle(pilot)
        assert desk.cancelled == 1
        assert "Ferry" not in shown(host, "preview")
        await pilot.press("escape")
    assert host.result is None


async def test_enter_with_the_guess_untouched_leaves_it_a_guess(desk: Desk, folder: Path) -> None:
    desk.guess = 2024
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert host.dialog.query_one("#year", Input).value == "2024"
        assert shown(host, "year-basis").startswith("guess")
        await pilot.press("enter")
    assert host.result == AddRequest(path=str(folder / "ferry-one.txt"), year=None)


async def test_a_year_that_is_typed_is_looked_at_again_and_added(desk: Desk, folder: Path) -> None:
    desk.guess = 2024
    host = Host(desk.look, folder)
    path = str(folder / "ferry-one.txt")
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await pilot.press("tab")
        assert host.dialog.focused is host.dialog.query_one("#year")
        await pilot.press("backspace")
        await settle(pilot)
        assert host.dialog.query_one("#add", Button).disabled
        await pilot.press("enter")
        assert shown(host, "problem") == "A year has four digits, like 2025."
        await pilot.press("5")
        await settle(pilot)
        assert desk.asked == [AddRequest(path=path), AddRequest(path=path, year=2025)]
        assert shown(host, "year-basis") == "as you said"
        await pilot.press("enter")
    assert host.result == AddRequest(path=path, year=2025)


async def test_enter_right_after_the_year_adds_as_soon_as_it_was_read(desk: Desk, folder: Path) -> None:
    desk.guess = 2024
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        desk.gate = asyncio.Event()
        await pilot.press("tab", "backspace", "5", "enter")
        await settle(pilot)
        assert host.result is NOT_CLOSED
        desk.gate.set()
        await settle(pilot)
    assert host.result == AddRequest(path=str(folder / "ferry-one.txt"), year=2025)


async def test_an_inferred_year_can_be_changed(desk: Desk, folder: Path) -> None:
    desk.answer = preview(2025)
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert (host.dialog.query_one("#year", Input).value, shown(host, "year-basis")) == ("2025", "inferred")


async def test_a_source_that_prints_its_year_asks_for_none(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert host.dialog.query_one("#year-row").has_class("-empty")


async def say_date(pilot: Pilot[Any], date: str) -> None:
    """All at once, as above."""
    pilot.app.screen.query_one("#date", Input).value = date
    await settle(pilot)


def date_row(host: Host) -> bool:
    return not host.dialog.query_one("#date-row").has_class("-empty")


async def test_a_source_that_prints_a_date_asks_for_none(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert (date_row(host), shown(host, "understood")) == (False, "")


async def test_a_date_need_not_be_said(desk: Desk, folder: Path) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert (date_row(host), shown(host, "understood")) == (
            True,
            "It prints none; like 26 November 2026 16:15, or today 16:15",
        )
        await pilot.press("enter")
    assert host.result == AddRequest(path=str(folder / "ferry-one.txt"))


@pytest.mark.parametrize(
    ("said", "understood", "hour", "offset"),
    [
        ("26 November 2026", "= Thu 26 Nov 2026", None, None),
        ("today 16:15", "= Thu 26 Nov 2026 16:15 GMT", 16, 0),
        ("2026-11-26", "= Thu 26 Nov 2026", None, None),
        ("26 November 2026 16:15", "= Thu 26 Nov 2026 16:15 GMT", 16, 0),
        ("26 June 2026 9.05am", "= Fri 26 Jun 2026 09:05 BST", 9, 60),
        ("26 November 2026 16:15 CET", "= Thu 26 Nov 2026 16:15 CET", 16, 60),
    ],
)
async def test_a_date_that_is_said_is_understood_looked_at_and_added(
    desk: Desk, folder: Path, said: str, understood: str, hour: int | None, offset: int | None
) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await pilot.press("tab")
        assert host.dialog.focused is host.dialog.query_one("#date")
        await say_date(pilot, said)
        assert shown(host, "understood") == understood
        assert not host.dialog.query_one("#add", Button).disabled
        await pilot.press("enter")
    time = host.result.said_time
    assert (time.year, time.hour, time.utc_offset) == (2026, hour, offset)
    assert desk.asked == [AddRequest(path=str(folder / "ferry-one.txt")), host.result], "the preview follows it"


async def test_where_times_are_shown_in_the_zone_of_each_source_the_hour_that_is_said_is_in_that(
    desk: Desk, folder: Path
) -> None:
    desk.dateless = True
    host = Host(desk.look, folder, SOURCE_ZONE)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await say_date(pilot, "26 November 2026 16:15")
        assert shown(host, "understood") == "= Thu 26 Nov 2026 16:15"
        await pilot.press("tab", "enter")
    assert (host.result.said_time.hour, host.result.said_time.utc_offset) == (16, None)


@pytest.mark.parametrize("said", ["26 November", "26 November 2026 25:00", "x1"])
async def test_what_is_no_whole_date_is_told_while_it_is_typed_and_refused_when_it_is_to_be_added(
    desk: Desk, folder: Path, said: str
) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await pilot.press("tab")
        await say_date(pilot, said)
        assert shown(host, "understood").startswith("No whole date yet")
        assert host.dialog.query_one("#add", Button).disabled
        for key in ("enter", "ctrl+s"):
            await pilot.press(key)
            assert shown(host, "understood").startswith("A date has its year")
        await settle(pilot)
        assert host.result is NOT_CLOSED
        await say_date(pilot, "")
        assert shown(host, "understood").startswith("It prints none")
        await pilot.press("enter")
    assert host.result == AddRequest(path=str(folder / "ferry-one.txt")), "none need be said"
    assert len(desk.asked) == 2


async def test_a_date_may_be_said_again_and_white_space_says_nothing(desk: Desk, folder: Path) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        for date in ("26 November 2026", "26 November 2026 ", "26 November 202", "26 November 2026"):
            await say_date(pilot, date)
        assert len(desk.asked) == 3, "at first, as it was said, and as it was said anew"
        await pilot.press("ctrl+s")
    assert host.result == desk.asked[-1]


async def test_enter_right_after_the_date_adds_as_soon_as_it_was_read(desk: Desk, folder: Path) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        desk.gate = asyncio.Event()
        await pilot.press("tab")
        await say_date(pilot, "26 November 2026")
        await pilot.press("enter")
        await settle(pilot)
        assert host.result is NOT_CLOSED
        desk.gate.set()
        await settle(pilot)
    assert host.result.said_time.day == 26


async def test_another_file_has_another_date(desk: Desk, folder: Path) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await say_date(pilot, "26 November 2026")
        await type_path(pilot, "ferry-two.txt")
        assert host.dialog.query_one("#date", Input).value == ""
        await pilot.press("enter")
    assert host.result == AddRequest(path=str(folder / "ferry-two.txt"))


async def test_the_date_fits_80_by_24(desk: Desk, folder: Path) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test(size=(80, 24)) as pilot:
        await type_path(pilot, "ferry-one.txt")
        for part in ("#path", "#date", "Understood", "#preview", "#add", "KeyLine"):
            assert host.dialog.query_one(part).region.bottom <= 23
            assert host.dialog.query_one(part).region.height > 0


async def test_a_known_source_that_is_given_a_date_says_that_this_alone_changes(desk: Desk, folder: Path) -> None:
    desk.answer = preview(known=5, said=PrintedTime("26 November 2026", 2026, 11, 26))
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert "adding it changes its date alone" in shown(host, "preview")


async def test_a_known_source_says_that_nothing_would_change(desk: Desk, folder: Path) -> None:
    desk.answer = preview(known=5)
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        assert "adding it changes nothing" in shown(host, "preview")


async def test_a_file_can_be_picked_from_the_tree(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("f3")
        await settle(pilot)
        tree = host.dialog.query_one(FolderTree)
        await until(pilot, lambda: len(tree.root.children) == 4)
        assert [str(node.label) for node in tree.root.children] == [
            "may pages",
            "ferry-one.txt",
            "ferry-two.txt",
            "lock [draft].txt",
        ]
        assert host.dialog.focused is tree
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert "Ferry [delayed]" in shown(host, "preview")
        await pilot.press("enter")
        await settle(pilot)
    assert host.result == AddRequest(path=str(folder / "ferry-one.txt"))


async def test_the_tree_goes_up_to_the_folder_above(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder / "may pages")
    async with host.run_test() as pilot:
        await pilot.press("f3")
        await settle(pilot)
        tree = host.dialog.query_one(FolderTree)
        await pilot.press("backspace")
        await until(pilot, lambda: "ferry-one.txt" in [str(node.label) for node in tree.root.children])
        assert tree.path == folder
        assert host.dialog.focused is tree


FEEDS = AddError(
    "feeds.opml: this is a list of feeds", feeds=(NamedFeed("Harbour", "https://harbour.example/rss", None),)
)


@pytest.mark.parametrize(("named", "answer"), [("feeds.opml", FEEDS), ("https://harbour.example/live", preview())])
async def test_how_often_an_address_is_asked_or_each_feed_of_a_list_may_be_said(
    folder: Path, desk: Desk, named: str, answer: Preview | AddError
) -> None:
    desk.answer = answer
    (folder / "feeds.opml").write_text("feeds", encoding="utf-8")
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        row = host.dialog.query_one("#every-row")
        assert row.has_class("-empty")
        await type_path(pilot, named)
        if "://" in named:
            await pilot.press("enter")
        await until(pilot, lambda: shown(host, "how") != "")
        assert not row.has_class("-empty")
        field = host.dialog.query_one("#every", Input)
        field.focus()
        field.value = "soon"
        await pilot.press("enter")
        assert shown(host, "problem").startswith("soon is no time between two polls")
        assert host.result is NOT_CLOSED
        field.value = "20m"
        await pilot.press("enter")
    assert host.result.interval == 1200


@pytest.mark.parametrize("key", ["ctrl+s", "escape"])
async def test_how_often_is_said_holds_where_another_date_is_read_and_a_stop_is_said(
    folder: Path, desk: Desk, key: str
) -> None:
    desk.dateless = True
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "https://harbour.example/live")
        await pilot.press("enter")
        await until(pilot, lambda: shown(host, "how") != "")
        host.dialog.query_one("#every", Input).value = "20m"
        await pilot.pause()
        desk.gate = asyncio.Event()
        host.dialog.query_one("#date", Input).value = "3 May 2025"
        await until(pilot, lambda: len(desk.asked) == 2)
        await pilot.press(key)
        await pilot.pause()
        if key == "escape":
            assert shown(host, "problem") == "Stopped. Nothing was added."
    if key == "ctrl+s":
        assert host.result.interval == 1200


async def test_of_a_file_no_interval_is_asked(folder: Path, desk: Desk) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await until(pilot, lambda: shown(host, "how") != "")
        assert host.dialog.query_one("#every-row").has_class("-empty")
        await pilot.press("enter")
    assert host.result.interval is None


async def test_text_can_be_pasted_and_added(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await pilot.press("f4")
        await settle(pilot)
        area = host.dialog.query_one(PasteArea)
        assert host.dialog.focused is area
        area.post_message(events.Paste("The [first] line\nThe \x1b[31msecond\x1b[0m line\n"))
        await settle(pilot)
        await pilot.press("ctrl+s")
    assert host.result == AddRequest(text="The [first] line\nThe second line\n")


@pytest.mark.parametrize(("way", "paste"), [("f2", "'{}' "), ("f2", "file://{}\n"), ("f4", "{}\n")])
async def test_a_dropped_file_goes_to_the_path_field(desk: Desk, folder: Path, paste: str, way: str) -> None:
    host = Host(desk.look, folder)
    path = str(folder / "ferry-one.txt")
    async with host.run_test() as pilot:
        await pilot.press(way)
        await settle(pilot)
        host.dialog.focused.post_message(events.Paste(paste.format(path)))
        await settle(pilot)
        assert (host.dialog.query_one(TabbedContent).active, typed(host)) == ("file", path)
        assert "Ferry" in shown(host, "preview")


async def test_text_pasted_into_the_path_field_goes_to_the_text(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await settle(pilot)
        host.dialog.focused.post_message(events.Paste("A headline\n\nAnd a body"))
        await settle(pilot)
        assert (host.dialog.query_one(TabbedContent).active, typed(host)) == ("paste", "")
        assert host.dialog.query_one(PasteArea).text == "A headline\n\nAnd a body"


@pytest.mark.parametrize(
    ("pasted", "way"),
    [("The board sits Dec. 8-9.\n", "paste"), ("“Not today,” she said.", "paste"), ("may pages/inner.txt", "file"), ("my notes on ferries.txt", "file")],
)  # fmt: skip
async def test_a_sentence_pasted_into_the_empty_path_field_is_a_text(
    desk: Desk, folder: Path, pasted: str, way: str
) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await settle(pilot)
        host.dialog.focused.post_message(events.Paste(pasted))
        await settle(pilot)
        assert host.dialog.query_one(TabbedContent).active == way


async def test_several_dropped_files_come_one_at_a_time(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await settle(pilot)
        host.dialog.focused.post_message(events.Paste("/saved/one.txt\n/saved/two.txt"))
        await settle(pilot)
        assert typed(host) == "/saved/one.txt"
        assert [note.message for note in host._notifications] == ["One at a time: this is the first of 2 paths."]


async def test_switching_the_way_forgets_the_preview_of_the_other(desk: Desk, folder: Path) -> None:
    host = Host(desk.look, folder)
    async with host.run_test() as pilot:
        await type_path(pilot, "ferry-one.txt")
        await pilot.press("f4")
        await settle(pilot)
        assert host.dialog.query_one("#add", Button).disabled
        await pilot.press("f2")
        await settle(pilot)
        assert not host.dialog.query_one("#add", Button).disabled


async def test_everything_fits_80_by_24(desk: Desk, folder: Path) -> None:
    desk.guess = 2024
    host = Host(desk.look, folder)
    async with host.run_test(size=(80, 24)) as pilot:
        await type_path(pilot, "ferry-one.txt")
        for part in ("#path", "#year", "#preview", "#add", "KeyLine"):
            assert host.dialog.query_one(part).region.bottom <= 23
            assert host.dialog.query_one(part).region.height > 0


def test_completion_tells_what_a_path_names(folder: Path) -> None:
    assert completion("ferry-one.txt", folder).names is Names.FILE
    assert completion("may pages", folder).names is Names.FOLDER
    assert completion("ferry", folder).names is Names.NOTHING
    assert completion(f"file://{folder}/ferry-one.txt", folder).names is Names.FILE


def test_completion_ignores_case_only_when_nothing_fits_as_typed(folder: Path) -> None:
    (folder / "Ferry-three.txt").touch()
    assert [match.name for match in completion("Fe", folder).matches] == ["Ferry-three.txt"]
    assert [match.name for match in completion("LOCK", folder).matches] == ["lock [draft].txt"]


def test_completion_says_when_a_folder_cannot_be_listed(folder: Path) -> None:
    found = completion("ferry-one.txt/x", folder)
    assert (found.matches, found.problem) == ((), "ferry-one.txt/ cannot be listed: Not a directory")


def test_home_is_expanded_and_names_with_controls_are_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    (folder / "red\x1b[31m.txt").touch()
    assert full_path("~/ferry-one.txt", Path("/")) == f"{folder}/ferry-one.txt"
    assert [match.typed for match in completion("~/", folder).matches] == [
        "~/ferry-one.txt",
        "~/ferry-two.txt",
        "~/lock [draft].txt",
        "~/may pages/",
    ]
    assert not may_be_shown("two\nlines")


@pytest.mark.parametrize(
    ("pasted", "paths"),
    [
        ("/saved/ferry.txt", ["/saved/ferry.txt"]),
        ("/saved/may pages/ferry.txt\n", ["/saved/may pages/ferry.txt"]),
        ("'/saved/may pages/ferry.txt' ", ["/saved/may pages/ferry.txt"]),
        (r"/saved/may\ pages/ferry.txt", ["/saved/may pages/ferry.txt"]),
        ("'/saved/a.txt' '/saved/b.txt'", ["/saved/a.txt", "/saved/b.txt"]),
        ("file:///saved/may%20pages/ferry.txt", ["/saved/may pages/ferry.txt"]),
        ("file://localhost/saved/ferry.txt", ["/saved/ferry.txt"]),
        ("~/ferry.txt", ["~/ferry.txt"]),
        (r"C:\saved\ferry.txt", [r"C:\saved\ferry.txt"]),
        ("'/saved/ferry.txt", ["'/saved/ferry.txt"]),
        ("'He said no', the captain told us", []),
        ("A headline\n/saved/ferry.txt", []),
        ("", []),
    ],
)
def test_dropped_paths(pasted: str, paths: list[str]) -> None:
    assert dropped_paths(pasted) == paths


@given(st.text(st.characters(), max_size=60))
def test_no_text_breaks_the_completion(text: str) -> None:
    found = completion(text, Path("/nonexistent"))
    assert found.common == "" or found.common.startswith(text) or found.matches
    assert all(isinstance(path, str) for path in dropped_paths(text))
