"""Pictures of the screens that matter. A change of one is a decision: look at it before it is accepted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk_app import MEDIUM, NARROW, NOW, WIDE, add_to, desk, press, sample_story, settled, strike_story, until, write
from loopback import FEED
from textual.command import CommandList, CommandPalette
from textual.filter import Monochrome
from textual.widgets import Input
from written import EDITED_PAGE, LATER_PAGE, LIVE_PAGE, YEARLESS_PAGE

from newsdesk.intake.watched_folders import meta_of
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.stories import Stories, StoryEntry
from newsdesk.story.filter import Filter
from newsdesk.story.kept_filter import KeptFilter, meta_of_filters
from newsdesk.story.since_left import KnownEvent
from newsdesk.story.source_state import Polling
from newsdesk.ui.dialogs.reader import Reader


@pytest.fixture
def sample(tmp_path):
    return sample_story(tmp_path / "sample.jsonl")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where newsdesk starts: names without it are all that the screen shows."""
    place = tmp_path / "saved"
    place.mkdir()
    (place / "port-strike.txt").write_text(YEARLESS_PAGE, encoding="utf-8")
    (place / "crane.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(300))
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def pictures(snapshot):
    """A screen in the size of its test and in the other one, in light, in the terminal's own colours and without any."""

    async def take(pilot, name, anew=None):
        app = pilot.app
        snapshot(app, name)
        own, theme = app.size, app.theme
        other, size = ("80x24", MEDIUM) if own.width > MEDIUM[0] else ("wide", WIDE)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        snapshot(app, f"{name}-{other}")
        await pilot.resize_terminal(*own)
        for colours, theme_of_them in (("light", "newsdesk-light"), ("ansi", "ansi-dark"), ("no-colour", theme)):
            app.theme = theme_of_them
            if colours == "no-colour":
                app.no_color = True  # as Textual does at its start where NO_COLOR is set
                app._filters.append(Monochrome())
                app.refresh_css()
                app.screen.refresh()
            if anew:
                await anew()
            await settled(pilot)
            snapshot(app, f"{name}-{colours}", picture_only=True)

    return take


async def add_dialog_reads(pilot, name):
    await press(pilot, "a")
    await write(pilot, name)
    dialog = pilot.app.screen
    await until(pilot, lambda: dialog._asked is None and dialog._named_last is not None)
    await settled(pilot)


@pytest.mark.parametrize(("name", "size"), [("desk-wide", WIDE), ("desk-80x24", MEDIUM), ("desk-narrow", NARROW)])
async def test_the_desk(sample, snapshot, name, size):
    async with desk(sample, size) as pilot:
        snapshot(pilot.app, name)


async def test_what_came_since_the_desk_was_left(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        newest = str(pilot.app.stream.post(0).source_id)
        live = str(pilot.app.stream.post(1).source_id)
        pilot.app.exit()
        view = pilot.app.view
    first, last = view.posts[live]
    posts = {source: runs for source, runs in view.posts.items() if source != newest}
    events = dict(sorted(view.events.items())[1:])
    before = replace(
        view,
        posts=posts | {live: (first + 2, last)},
        events=events | {max(events): KnownEvent("2025-05-12", "")},
        left=datetime(2025, 12, 31, 18, 5, tzinfo=UTC),
    )
    async with desk(sample, MEDIUM, view=before) as pilot:
        await pictures(pilot, "since-left")


async def test_an_edited_post_in_the_reader(tmp_path, pictures):
    path = add_to(
        tmp_path / "story.jsonl",
        [("/saved/strike.txt", page.encode()) for page in (LIVE_PAGE, LATER_PAGE, EDITED_PAGE)],
        "Strike",
    )
    async with desk(path) as pilot:
        await press(pilot, "G", "enter")
        await pictures(pilot, "reader-edited")


@pytest.mark.parametrize(("name", "theme"), [("desk-light", "newsdesk-light"), ("desk-ansi", "ansi-dark")])
async def test_the_desk_in_other_colours(sample, snapshot, name, theme):
    async with desk(sample) as pilot:
        pilot.app.theme = theme
        await settled(pilot)
        snapshot(pilot.app, name)


async def test_the_desk_without_colours(sample, snapshot, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(sample) as pilot:
        await press(pilot, "2", "enter")
        snapshot(pilot.app, "desk-no-colour")


async def test_the_search(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "slash")
        await write(pilot, "truce")
        await pictures(pilot, "search")


async def test_the_reader(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "slash")
        await write(pilot, "far from sufficient")
        await press(pilot, "enter", "n", "enter")
        assert isinstance(pilot.app.screen, Reader)
        await pictures(pilot, "reader")


async def test_sources_that_are_no_longer_as_they_were_read(tmp_path, pictures):
    async with desk(strike_story(tmp_path / "story.jsonl")) as pilot:
        await pictures(pilot, "desk-stale")
    async with desk(tmp_path / "story.jsonl") as pilot:
        await pilot.resize_terminal(*MEDIUM)
        await press(pilot, "A")
        await pictures(pilot, "sources-stale")


async def test_an_address_that_fails_and_a_watched_folder_that_is_gone(tmp_path, monkeypatch, pictures):
    path = add_to(tmp_path / "story.jsonl", [("https://courier.example/feed.xml", FEED.encode())], "Night tide")
    with Store.open(path) as store:
        store.set_meta(meta_of("/saved/dropped", watched=True))
        (source_id,) = store.source_ids()
    failing = Polling(NOW + timedelta(minutes=20), NOW, "the server is in trouble (503); try again later")
    monkeypatch.setattr(Session, "poll", lambda *_: iter(()))
    monkeypatch.setattr(Session, "polling", lambda _: ({source_id: failing}, {}))
    async with desk(path, MEDIUM) as pilot:
        watch = pilot.app.screen._source_watch
        await until(pilot, lambda: watch.polling and watch.folders)
        await press(pilot, "A")
        await pictures(pilot, "sources-failing")


async def test_what_was_not_read(tmp_path, pictures):
    async with desk(strike_story(tmp_path / "story.jsonl"), MEDIUM) as pilot:
        reasons = (
            "this is a PNG picture, not text; add the page's text instead",
            "there is no such file; check the name",
        )
        outcomes = pilot.app.screen._outcomes
        outcomes.failed = tuple(f"{number}.txt: {reasons[number % 2]}" for number in range(1, 40))
        await press(pilot, "E")
        await pictures(pilot, "not-read")


async def test_the_moment(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "T")
        await settled(pilot)
        await pictures(pilot, "moment")


async def test_the_mentions_of_an_event(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "3", "enter")
        await pictures(pilot, "mentions")


async def test_the_form_of_an_event(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "3", "g", "c")
        await write(pilot, "Rubio in Turkey [2nd leg]")
        await press(pilot, "tab")
        pilot.app.screen.query_one("#when", Input).value = ""
        await write(pilot, "20 May 14:00 Moscow time")
        await pictures(pilot, "event-form")


async def test_a_countdown_with_events_of_the_users(sample, pictures):
    async with desk(sample) as pilot:
        await press(pilot, "3", "g", "x", "c")
        await write(pilot, "Rubio in Turkey [2nd leg]")
        await press(pilot, "enter", "G", "exclamation_mark", "plus")
        await write(pilot, "Call with the desk in Kyiv")
        await press(pilot, "enter")
        await write(pilot, "13 May 2pm")
        await press(pilot, "enter", "X", "g")
        pilot.app.clear_notifications()
        await settled(pilot)
        await pictures(pilot, "countdown-own-events")


async def test_who_says_this(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "2", "enter", "c")
        await settled(pilot)
        await pictures(pilot, "who-says-this")


class SomeStories(Stories):
    """Stories whose places and moments are the same on every machine."""

    def entries(self, *, archived=True):
        changed = datetime(2025, 5, 11, 15, 3, tzinfo=UTC)
        stories = [
            StoryEntry("Ceasefire talks", self._folder, False, 5, 46, changed),
            StoryEntry("Port strike", Path("/home/ana/stories/Port strike.jsonl"), False, 2, 4, changed),
            StoryEntry("Fog", Path("/home/ana/archive/Fog.jsonl"), True, 1, 1, changed),
            StoryEntry("Notes", Path("/home/ana/stories/Notes.jsonl"), False, problem="this is no newsdesk story"),
        ]
        return [entry for entry in stories if archived or not entry.archived]


async def test_the_stories(sample, pictures):
    async with desk(sample, stories=SomeStories(sample)) as pilot:
        await press(pilot, "S")
        await settled(pilot)
        await press(pilot, "down")
        await settled(pilot)
        await pictures(pilot, "stories")


async def test_the_sources(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "A")
        await pictures(pilot, "sources")


async def test_the_filter(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "f")
        await settled(pilot)
        await pictures(pilot, "filter")


async def test_the_kept_filters(sample, pictures):
    with Store.open(sample) as store:
        texts = {"Since yesterday, unread": Filter(unread=True), "The bridge": Filter(text="bridge", label="Breaking")}
        kept = [KeptFilter(name, wanted, "yesterday" if wanted.unread else "") for name, wanted in texts.items()]
        store.set_meta(meta_of_filters({one.name: one for one in kept}))
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "f", "ctrl+o", "down")
        await pictures(pilot, "filter-kept")


async def test_the_line_of_what_is_filtered(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "f", "tab", "down", "tab", "tab", "tab", "space", "tab", "tab")
        await write(pilot, "10 May 14:00")
        await press(pilot, "tab")
        await write(pilot, "today")
        await press(pilot, "enter", "C", "l")
        await pictures(pilot, "filter-chips")


async def test_the_export(sample, pictures, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    async with desk(sample, MEDIUM) as pilot:
        await press(pilot, "e")
        await settled(pilot)
        await pictures(pilot, "export")


async def test_the_help(sample, pictures):
    async with desk(sample, (100, 50)) as pilot:
        await press(pilot, "question_mark")
        await pictures(pilot, "help")


async def test_the_palette(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:

        async def opened():
            if isinstance(pilot.app.screen, CommandPalette):
                await press(pilot, "escape")
            await press(pilot, "ctrl+p")
            await write(pilot, "copy")
            commands = pilot.app.screen.query_one(CommandList)
            await until(pilot, lambda: commands.option_count == 2)

        await opened()
        await settled(pilot)
        await pictures(pilot, "palette", anew=opened)


async def test_the_themes(sample, pictures):
    async with desk(sample, MEDIUM) as pilot:

        async def opened():
            if isinstance(pilot.app.screen, CommandPalette):
                await press(pilot, "escape")
            await press(pilot, "ctrl+t")
            commands = pilot.app.screen.query_one(CommandList)
            await until(pilot, lambda: commands.option_count > 2)

        await opened()
        await settled(pilot)
        await pictures(pilot, "themes", anew=opened)


async def test_a_question(sample, pictures):
    async with desk(sample, MEDIUM, stories=SomeStories(sample)) as pilot:
        await press(pilot, "S")
        await settled(pilot)
        await press(pilot, "down", "d")
        await settled(pilot)
        await pictures(pilot, "question")


async def test_a_first_start(tmp_path, pictures):
    async with desk(tmp_path / "story.jsonl", MEDIUM) as pilot:
        await pictures(pilot, "first-start")


async def test_the_add_dialog_shows_what_a_file_is(sample, pictures, folder):
    async with desk(sample, (110, 34)) as pilot:
        await add_dialog_reads(pilot, "port-strike.txt")
        await pictures(pilot, "add-preview")


async def test_the_add_dialog_says_why_a_file_is_refused(tmp_path, pictures, folder):
    async with desk(tmp_path / "story.jsonl", MEDIUM) as pilot:
        await add_dialog_reads(pilot, "crane.jpg")
        await pictures(pilot, "add-error")
