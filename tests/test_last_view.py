"""Quitting and coming back: the desk is found as it was left."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from desk_app import current, desk, notices, on_screen, press, sample_story, settled, strike_story, until, write
from textual.command import CommandList

from newsdesk.kept.last_view import SUFFIX, LastView, keep_view, read_view
from newsdesk.model import Facts
from newsdesk.story.since_left import KnownEvent
from newsdesk.ui.desk.last_place import LastPlace
from newsdesk.ui.panes.countdown import CountdownPane
from newsdesk.ui.panes.quotes import QuotesPane


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


LEFT = datetime(2025, 12, 31, 18, 5, tzinfo=UTC)
VIEW = LastView(
    "quotes",
    zoomed=True,
    statements=True,
    post=7,
    actor="Ana Ruiz",
    event="visit",
    posts={"1": [-2, 3]},
    events={"visit": KnownEvent("2025-05-14 2025-05-16", "Rana Aziz visit")},
    left=LEFT,
)


def test_a_view_is_kept_beside_its_story_and_read_again(story):
    before = story.read_bytes()
    keep_view(story, VIEW)
    assert read_view(story) == VIEW
    assert story.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"pane": 1, "zoomed": "yes", "post": true, "actor": [], "event": 5, "posts": 3}',
        b'{"posts": {"1": 3, "2": [1], "3": [1, "2"]}, "events": {"e": 3, "f": ["2025-05-14"]}, "left": "2025-05-11T16:03"}',
    ],
)
def test_a_view_that_cannot_be_read_is_none(story, content):
    story.with_name(story.name + SUFFIX).write_bytes(content)
    assert read_view(story) == LastView()


def test_a_view_that_cannot_be_kept_is_not_kept(tmp_path):
    keep_view(tmp_path / "no-such-folder" / "story.jsonl", VIEW)
    assert read_view(tmp_path / "no-such-folder" / "story.jsonl") == LastView()


async def test_the_desk_is_found_as_it_was_left(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "j", "2", "j", "i", "z")
        post, actor = current(pilot), pilot.app.screen.query_one(QuotesPane).actor
        pilot.app.exit()
        view = pilot.app.view
    async with desk(story, view=view) as pilot:
        assert (current(pilot), pilot.app.screen.query_one(QuotesPane).actor) == (post, actor)
        assert pilot.app.screen.query_one(QuotesPane).statements
        assert pilot.app.screen.query_one(QuotesPane).has_focus_within
        assert pilot.app.screen.has_class("-zoomed")
        assert notices(pilot) == []
        await press(pilot, "1", "g", "j")
        assert current(pilot) != post, "once there, the reader is free"


async def test_the_current_event_is_found_again(tmp_path):
    story = sample_story(tmp_path / "story.jsonl")
    async with desk(story) as pilot:
        await press(pilot, "3", "j", "j")
        event = pilot.app.screen.query_one(CountdownPane).current
        pilot.app.exit()
        view = pilot.app.view
    assert view.event == event.key
    keep_view(story, view)
    async with desk(story, view=read_view(story)) as pilot:
        assert pilot.app.screen.query_one(CountdownPane).current.key == event.key
        await press(pilot, "g")
        pilot.app.exit()
        assert pilot.app.view.event is None, "whoever is at the top wants what comes next"


async def test_rows_that_were_made_before_the_facts_were_found_lose_no_event(tmp_path):
    async with desk(sample_story(tmp_path / "story.jsonl")) as pilot:
        shown, countdown = pilot.app.screen, pilot.app.screen.query_one(CountdownPane)
        rows = shown._live._rows.message
        event = rows.events[2].key
        shown._place = LastPlace(shown, LastView(event=event))
        await shown.on_rows_ready(replace(rows, story=rows.story.with_found(Facts()), actors=[], events=[]))
        await shown.on_rows_ready(rows)
        assert countdown.current.key == event
        await press(pilot, "3", "g")
        await shown.on_rows_ready(rows)
        assert countdown.current.key == rows.events[0].key, "once there, the reader is free"


async def test_a_desk_that_is_left_before_it_was_read_changes_nothing(story):
    async with desk(story, view=VIEW) as pilot:
        pilot.app._desk._story = type(pilot.app._desk._story)("")
        pilot.app.exit()
        assert pilot.app.view == VIEW


async def test_the_theme_is_the_one_that_was_chosen_last(story):
    async with desk(story, theme="newsdesk-light") as pilot:
        assert pilot.app.theme == "newsdesk-light"
    async with desk(story, theme="no such theme") as pilot:
        assert pilot.app.theme == "newsdesk-dark"
        await settled(pilot)
        assert "1 Stream" in on_screen(pilot)


async def test_the_list_of_the_themes_begins_with_the_one_that_is_on(story):
    async with desk(story, theme="nord") as pilot:
        await press(pilot, "ctrl+t")
        themes = pilot.app.screen.query_one(CommandList)
        await until(pilot, lambda: themes.option_count > 2)
        assert str(themes.get_option_at_index(themes.highlighted).prompt).splitlines()[0] == "nord"
        await press(pilot, "enter")
        assert pilot.app.theme == "nord"
        await press(pilot, "ctrl+t")
        await write(pilot, "news-light")
        await until(pilot, lambda: pilot.app.screen.query_one(CommandList).option_count == 1)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.theme == "newsdesk-light")


async def test_a_desk_that_is_told_to_end_twice_is_left_as_it_was_the_first_time(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "2")
        pilot.app.exit()
    pilot.app.exit()
    assert pilot.app.view.pane == "quotes"
