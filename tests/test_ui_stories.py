"""The list of stories: opening, making, renaming, putting away and deleting them from the desk."""

from __future__ import annotations

import threading

import pytest
from desk_app import LONDON, desk, notices, on_screen, press, settled, strike_story, until, write
from textual import events

from newsdesk.stories import Stories
from newsdesk.ui.dialogs.stories import StoriesList


@pytest.fixture
def mine(tmp_path):
    stories = Stories(tmp_path)
    strike_story(stories.create("strike"))
    stories.create("fog")
    return stories


def opened(mine, **options):
    return desk(mine.path("strike"), stories=mine, **options)


async def test_another_story_is_opened_from_the_list(mine):
    async with opened(mine) as pilot:
        await press(pilot, "S")
        await settled(pilot)
        shown = on_screen(pilot)
        assert "Stories · 2" in shown
        assert "2 sources · 4 posts" in shown
        assert "on the desk" in shown
        await press(pilot, "up", "enter")
        await settled(pilot)
        assert pilot.app.return_value == mine.path("fog")


async def test_the_story_on_the_desk_stays(mine):
    async with opened(mine) as pilot:
        await press(pilot, "S")
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert pilot.app.return_value is None
        assert not isinstance(pilot.app.screen, StoriesList)
        await press(pilot, "S")
        await settled(pilot)
        await press(pilot, "d")
        await settled(pilot)
        assert "This story is on the desk; open another one first." in on_screen(pilot)
        await press(pilot, "x")
        await settled(pilot)
        assert [entry.archived for entry in mine.entries()] == [False, False]


async def test_a_new_story_is_made_and_opened(mine):
    async with opened(mine) as pilot:
        await press(pilot, "S")
        await settled(pilot)
        await press(pilot, "plus")
        await write(pilot, "fog")
        await press(pilot, "enter")
        await settled(pilot)
        assert "fog: there is a story of this name; choose another" in on_screen(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "fog on Monday")
        await press(pilot, "enter")
        await settled(pilot)
        assert pilot.app.return_value == mine.path("fog on Monday")
    assert mine.path("fog on Monday").exists()


async def test_renaming_the_story_on_the_desk_goes_on_with_it(mine):
    async with opened(mine) as pilot:
        await press(pilot, "S")
        await settled(pilot)
        await press(pilot, "e")
        await write(pilot, "strike of the dockers")
        await press(pilot, "enter")
        await settled(pilot)
        assert pilot.app.return_value == mine.path("strike of the dockers")
    assert sorted(entry.name for entry in mine.entries()) == ["fog", "strike of the dockers"]


async def test_putting_away_bringing_back_and_deleting(mine):
    async with opened(mine) as pilot:
        await press(pilot, "S")
        await settled(pilot)
        await press(pilot, "up", "x")
        await settled(pilot)
        assert "put away" in on_screen(pilot)
        await press(pilot, "x")
        await settled(pilot)
        assert [entry.archived for entry in mine.entries()] == [False, False]
        await press(pilot, "d")
        await write(pilot, "frog")
        await press(pilot, "enter")
        await settled(pilot)
        assert "This is not its name; nothing was deleted." in on_screen(pilot)
        assert len(mine.entries()) == 2
        await press(pilot, "ctrl+u")
        await write(pilot, "fog")
        await press(pilot, "enter")
        await settled(pilot)
        assert "Stories · 1" in on_screen(pilot)
    assert [entry.name for entry in mine.entries()] == ["strike"]


async def test_a_listing_that_comes_late_leaves_the_open_field_alone(mine, monkeypatch):
    """The letters of a name would act as commands, and one of them puts a story away."""
    may_list, entries = threading.Event(), Stories.entries
    monkeypatch.setattr(Stories, "entries", lambda self: entries(self) if may_list.wait(timeout=30) else [])
    async with opened(mine) as pilot:
        pilot.app.post_message(events.Key("S", "S"))
        await until(pilot, lambda: isinstance(pilot.app.screen, StoriesList))
        for key in ("plus", "h", "a"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: pilot.app.screen.query_one("#answer").value == "ha")
        may_list.set()
        await settled(pilot)
        assert "Stories · 2" in on_screen(pilot)
        await press(pilot, "x", "enter")
        assert pilot.app.return_value == mine.path("hax")
    assert [entry.archived for entry in mine.entries()] == [False] * 3


async def test_what_came_of_an_answer_leaves_the_next_question_alone(mine, monkeypatch):
    may_list, entries = threading.Event(), Stories.entries
    may_list.set()
    monkeypatch.setattr(Stories, "entries", lambda self: entries(self) if may_list.wait(timeout=30) else [])
    async with opened(mine) as pilot:
        await press(pilot, "S", "up", "e", "ctrl+u")
        await write(pilot, "mist")
        may_list.clear()
        pilot.app.post_message(events.Key("enter", None))
        await until(pilot, mine.path("mist").exists)
        pilot.app.post_message(events.Key("escape", None))
        await until(pilot, lambda: pilot.app.screen.asked is None)
        for key in ("plus", "h", "a"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: pilot.app.screen.query_one("#answer").value == "ha")
        may_list.set()
        await settled(pilot)
        assert pilot.app.screen.query_one("#answer").value == "ha"
        assert pilot.app.focused is pilot.app.screen.query_one("#answer")
    assert sorted(entry.name for entry in mine.entries()) == ["mist", "strike"]


async def test_a_desk_whose_story_was_renamed_elsewhere_says_so_once(mine):
    async with opened(mine, zone=LONDON) as pilot:
        mine.rename("strike", "quarrel")
        await press(pilot, "s")
        await settled(pilot)
        told = [line for line in notices(pilot) if "this story is no longer here" in line]
        assert told
        assert "Traceback" not in on_screen(pilot)
    assert not mine.path("strike").exists()
