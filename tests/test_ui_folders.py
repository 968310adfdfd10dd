"""Watched folders on the desk: what is dropped shows by itself, and what could not be read can be read about."""

import pytest
from desk_app import desk, headlines, notices, on_screen, press, settled, until, write
from written import ARTICLE, LIVE_PAGE

from newsdesk.intake.request import AddRequest
from newsdesk.intake.watched_folders import folders_in
from newsdesk.store import Store
from newsdesk.ui.work import folders

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
def story(tmp_path):
    return tmp_path / "story.jsonl"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "inbox"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(folders, "SETTLE_SECONDS", 0.01)
    monkeypatch.setattr("newsdesk.intake.watched_folders.SETTLE_SECONDS", 0.0)
    return folder


async def test_a_folder_is_watched_by_a_key_of_the_add_dialog_and_let_go_in_the_list(story, folder):
    (folder / "strike.txt").write_text(LIVE_PAGE, encoding="utf-8")
    async with desk(story) as pilot:
        await press(pilot, "a")
        await write(pilot, "inbox")
        assert "F5 Watch" in on_screen(pilot)
        await press(pilot, "f5")
        await until(pilot, lambda: len(headlines(pilot)) == 3)
        (folder / "quarrel.txt").write_text(ARTICLE, encoding="utf-8")
        await until(pilot, lambda: len(headlines(pilot)) == 4)
        (folder / "picture.txt").write_bytes(PICTURE)
        await until(pilot, lambda: any("picture.txt: " in line for line in notices(pilot)))
        await settled(pilot)
        await press(pilot, "A", "G")
        assert "w Stop watching" in on_screen(pilot)
        await press(pilot, "w")
        await until(pilot, lambda: "Stop watching" not in on_screen(pilot))
        await press(pilot, "escape", "u")
        assert notices(pilot)[-1] == f"Took back: end of watching of {folder}"
        assert len(headlines(pilot)) == 4
    with Store.open(story) as store:
        assert folders_in(store.meta()) == [str(folder)]


async def test_all_that_failed_is_listed(story, folder):
    for number in range(5):
        (folder / f"picture{number}.txt").write_bytes(PICTURE)
    async with desk(story, requests=[AddRequest(path=str(folder))]) as pilot:
        await settled(pilot)
        assert notices(pilot)[-1].endswith("... and 2 more; E lists them")
        await press(pilot, "E")
        assert all(f"picture{number}.txt: " in on_screen(pilot) for number in range(5))
        await press(pilot, "escape")
        assert "Not read · 5" not in on_screen(pilot)
