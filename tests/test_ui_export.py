"""`e`: format, since when, a file or the clipboard; written beside the screen's thread."""

from __future__ import annotations

import csv
import json
import threading

import pytest
from desk_app import desk, notices, on_screen, press, settled, strike_story, until, write

from newsdesk.cli import main
from newsdesk.ui import export
from newsdesk.ui.export import ExportDialog


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
        assert "Only what is filtered: “strike”" in on_screen(pilot)
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


async def test_what_exists_is_never_written_over(story, here):
    (here / "port-strike.md").write_text("mine", encoding="utf-8")
    async with desk(story) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: "exists already" in on_screen(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportDialog)
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
