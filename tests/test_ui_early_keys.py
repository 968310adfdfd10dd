"""Keys that come in a burst, as from a terminal that was busy: none is lost, none acts where it was not meant."""

from dataclasses import replace
from typing import Any

import pytest
from desk_app import chip_line, current, desk, header, notices, press, settled, strike_story
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from newsdesk.story.filter import Filter
from newsdesk.ui.dialogs.add_source import AddSource
from newsdesk.ui.dialogs.filter import FilterDialog
from newsdesk.ui.dialogs.kept_filters import KeepFilter
from newsdesk.ui.dialogs.moment import SetMoment
from newsdesk.ui.dialogs.path_input import PathInput
from newsdesk.ui.panes.stream import StreamPane

NAMES = {"/": "slash", " ": "space", ":": "colon", "\r": "enter"}
"""Of keys, where they are not their letter."""


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Press these keys before the first of them is acted upon."""
    for word in keys:
        for letter in "\r" if word == "enter" else word:
            pilot.app.post_message(events.Key(NAMES.get(letter, letter), letter))
    await settled(pilot)


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


async def test_a_search_typed_at_once_searches(story):
    async with desk(story) as pilot:
        await burst(pilot, "/", "strap", "enter")
        assert pilot.app.screen._search == "strap"
        assert not any(row.starred for row in pilot.app.screen.query_one(StreamPane).rows)


@pytest.mark.parametrize("before", [("3",), ("1",), ("2",), ("2", "enter"), ("2", "enter", "3")])
async def test_a_search_typed_right_behind_the_way_to_its_pane_is_made_there(story, before):
    async with desk(story) as pilot:
        await burst(pilot, *before, "/", "mxo", "enter")
        assert pilot.app.screen._search == "mxo"
        assert pilot.app.screen.focused is pilot.app.screen._list
        assert notices(pilot) == [], "no letter was a command"


async def test_another_search_takes_the_place_of_the_one_before(story):
    async with desk(story) as pilot:
        await press(pilot, "slash", "q", "enter")
        await burst(pilot, "/", "am")
        await press(pilot, "p")
        assert pilot.app.screen.query_one(Input).value == "amp"


@pytest.mark.parametrize(
    ("key", "edits", "shown"),
    [
        ("/", ("talkx", "backspace", "s"), "talks"),
        ("/", ("ab", "left", "cd"), "acdb"),
        ("/", ("talks", "ctrl+u", "truce"), "truce"),
        ("a", ("/nope/x", "backspace", "backspace", "yes"), "/nopeyes"),
        ("f", ("fogg", "backspace", "home", "x"), "xfog"),
    ],
)
async def test_edits_stay_between_the_letters_that_they_were_typed_between(story, key, edits, shown):
    async with desk(story) as pilot:
        await burst(pilot, key)
        for typed in edits:
            for one in [typed] if typed in {"backspace", "left", "home", "ctrl+u"} else typed:
                pilot.app.post_message(events.Key(NAMES.get(one, one), one if len(one) == 1 else None))
        await settled(pilot)
        assert pilot.app.focused.value == shown


async def test_a_moment_typed_at_once_is_the_whole_moment(story):
    async with desk(story) as pilot:
        await burst(pilot, "T", "11 May 15:30", "enter")
        assert "as of Sun 11 May 2025 15:30 BST" in header(pilot)


@pytest.mark.parametrize("key", ["T", "f", "a"])
async def test_enter_right_behind_the_key_of_a_dialog_is_harmless(story, key):
    async with desk(story) as pilot:
        before = current(pilot)
        await burst(pilot, key, "enter")
        assert pilot.app.is_running
        await press(pilot, "escape", "escape")
        assert current(pilot) == before


async def test_words_to_filter_by_typed_at_once_are_the_whole_words(story):
    async with desk(story) as pilot:
        await burst(pilot, "f", "quarrel", "enter")
        assert "“quarrel”" in chip_line(pilot)


async def test_enter_typed_at_once_applies_what_is_typed_and_what_held_before(story):
    async with desk(story) as pilot:
        screen = pilot.app.screen
        held = Filter(
            actor="Ana Ruiz", source_id=screen._story.sources[0].id, label="breaking", unread=True, starred=True
        )
        screen._set_filter(held)
        await settled(pilot)
        await burst(pilot, "f", "do", "enter")
        assert screen._filter == replace(held, text="do", label="Breaking")


async def test_a_title_typed_right_behind_its_key_is_the_whole_title(story):
    async with desk(story) as pilot:
        await press(pilot, "A")
        sources = pilot.app.screen
        await burst(pilot, "e", "Nordre", "enter")
        await press(pilot, "escape")
        assert len(sources._rows) == 2
        assert "Nordre" in {row.title for row in sources._rows}


@pytest.mark.parametrize(("key", "dialog"), [("T", SetMoment), ("f", FilterDialog), ("a", AddSource)])
async def test_letters_behind_the_key_of_a_dialog_stand_in_its_field(story, key, dialog):
    async with desk(story) as pilot:
        await burst(pilot, key, "nope")
        screen = pilot.app.screen
        assert isinstance(screen, dialog)
        field = screen.query_one(PathInput).field if dialog is AddSource else screen.query_one(Input)
        assert field.value == "nope"


async def test_a_name_typed_right_behind_the_key_that_keeps_a_filter_is_its_name(story):
    async with desk(story) as pilot:
        await press(pilot, "f")
        await burst(pilot, "talks")
        for key, letter in [("ctrl+s", None), *((letter, letter) for letter in "mine")]:
            pilot.app.post_message(events.Key(key, letter))
        await settled(pilot)
        assert isinstance(pilot.app.screen, KeepFilter)
        assert pilot.app.focused.value == "mine"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FilterDialog)
        assert pilot.app.screen.query_one("#words", Input).value == "talks"
