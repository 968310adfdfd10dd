"""`e`: format, since when, a file or the clipboard; written beside the screen's thread."""

from __future__ import annotations

import csv
import json
import threading
from datetime import UTC, datetime

import pytest
from desk_app import desk, hold_up_finding, notices, on_screen, press, settled, strike_story, until, write
from textual import events

from newsdesk.cli import main
from newsdesk.story.filter import Filter
from newsdesk.ui.dialogs import export
from newsdesk.ui.dialogs.add_source import AddSource
from newsdesk.ui.dialogs.export import ExportDialog


@pytest.fixture
def story(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return strike_story(tmp_path / "story.jsonl")


@pytest.fixture
def here(story, tmp_path):
    return tmp_path / "here"


async def said(pilot, words):
    await until(pilot, lambda: any(words in notice for notice in notices(pilot)))
    return next(notice for notice in notices(pilot) if words in notice)


async def test_enter_writes_a_brief_and_says_so(story, here, capfdbinary):
    async with desk(story) as pilot:
        await press(pilot, "e")
        assert "The whole story" in on_screen(pilot)
        await press(pilot, "enter")
        assert str(here / "port-strike.md") in await said(pilot, "Written")
    written = (here / "port-strike.md").read_bytes()
    assert main(["export", "--markdown", "--store", str(story), "--tz", "Europe/London"]) == 0
    assert written == capfdbinary.readouterr().out


async def test_the_files_name_follows_the_format_and_the_filter_holds(story, here):
    async with desk(story) as pilot:
        await press(pilot, "f")
        await write(pilot, "strike")
        await press(pilot, "enter", "e")
        assert "Only posts: “strike”" in on_screen(pilot)
        await press(pilot, "j", "enter")
        await said(pilot, "Written")
        shown = len(pilot.app.stream.order)
    with (here / "port-strike.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == shown


async def test_since_is_typed_in_words(story, here):
    async with desk(story) as pilot:
        await press(pilot, "e", "j", "j", "tab")
        await write(pilot, "sometime")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportDialog)
        await press(pilot, *["backspace"] * 8)
        await write(pilot, "12:00")
        assert "= since 11 May 12:00 BST" in on_screen(pilot)
        await press(pilot, "enter")
        await said(pilot, "Written")
    exported = json.loads((here / "port-strike.json").read_text(encoding="utf-8"))
    published = [post["published"] for source in exported["sources"] for post in source["posts"]]
    assert published
    assert all(moment >= "2025-05-11T12:00" for moment in published)


async def test_what_begins_after_the_filter_ends_is_refused(story, here):
    async with desk(story) as pilot:
        pilot.app._desk._set_filter(Filter(until=datetime(2025, 5, 11, 12, tzinfo=UTC)))
        await press(pilot, "e", "tab")
        await write(pilot, "11 May 15:00")
        await press(pilot, "enter")
        assert "That ends before it begins" in on_screen(pilot)
        assert isinstance(pilot.app.screen, ExportDialog)


async def test_it_waits_for_quotes_and_dates_that_are_still_looked_for(story, here, monkeypatch):
    async with desk(story) as pilot:
        may_find = hold_up_finding(monkeypatch)
        for key in ("t", "e"):
            pilot.app.post_message(events.Key(key, key))
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.post_message(events.Key("enter", None))
        await said(pilot, "as soon as")
        assert not any(here.iterdir())
        may_find.set()
        await said(pilot, "Written")
    assert "a joke" in (here / "port-strike.md").read_text(encoding="utf-8")


async def test_what_is_too_long_for_a_clipboard_goes_to_a_file(story, here, monkeypatch):
    monkeypatch.setattr(export, "LARGEST_COPY", 100)
    async with desk(story) as pilot:
        await press(pilot, "e", "tab", "tab", "space", "enter")
        assert "name a file" in await said(pilot, "Not copied")
        assert pilot.app.clipboard == ""


async def test_a_folder_that_is_gone_ends_nothing(story, here):
    async with desk(story) as pilot:
        here.rmdir()
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, ExportDialog)
        await press(pilot, "escape", "a")
        assert isinstance(pilot.app.screen, AddSource)


async def test_what_exists_is_never_written_over(story, here):
    (here / "port-strike.md").write_text("mine", encoding="utf-8")
    async with desk(story) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: "exists already" in on_screen(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportDialog)
        await press(pilot, "down")
        await until(pilot, lambda: "exists already" not in on_screen(pilot))
    assert (here / "port-strike.md").read_text(encoding="utf-8") == "mine"


async def test_a_folder_that_takes_no_file_is_one_line(story, here):
    async with desk(story) as pilot:
        await press(pilot, "e", "tab", "tab", "tab", "ctrl+u")
        await write(pilot, "no/such/x.md")
        await press(pilot, "enter")
        assert "cannot be written" in await said(pilot, "Not exported")
    assert not any(here.iterdir())


async def test_it_goes_to_the_clipboard_instead(story, here):
    async with desk(story) as pilot:
        await press(pilot, "e", "tab", "tab", "space", "enter")
        await said(pilot, "Copied")
        await settled(pilot)
        assert pilot.app.clipboard.startswith("# Port strike")
    assert not any(here.iterdir())


async def test_escape_exports_nothing(story, here):
    async with desk(story) as pilot:
        await press(pilot, "e", "escape")
        assert not isinstance(pilot.app.screen, ExportDialog)
    assert not any(here.iterdir())


async def test_the_work_is_not_done_by_the_screens_thread(story, here, monkeypatch):
    worked = []
    real = export._export
    monkeypatch.setattr(export, "_export", lambda *args: (worked.append(threading.current_thread()), real(*args)))
    async with desk(story) as pilot:
        await press(pilot, "e", "enter")
        await said(pilot, "Written")
    assert worked
    assert threading.main_thread() not in worked


async def test_the_addresses_that_are_followed_are_written_whatever_is_filtered(story, here):
    async with desk(story) as pilot:
        await press(pilot, "f")
        await write(pilot, "strike")
        await press(pilot, "enter", "e", "j", "j", "j", "j")
        assert "Every address that is followed" in on_screen(pilot)
        await press(pilot, "enter")
        assert "0 followed sources" in await said(pilot, "Written")
    assert (here / "port-strike.opml").read_text(encoding="utf-8").startswith("<?xml")
