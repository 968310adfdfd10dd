"""Each pane's foot tells when the sources were read, and what is wrong with their files since."""

import asyncio
import os
import threading
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from desk_app import MEDIUM, NARROW, NOW, add_to, desk, notices, on_screen, press, settled, until
from textual import events
from written import ARTICLE, LIVE_PAGE

from newsdesk.intake.source_files import look_at_files
from newsdesk.model import Source, SourceKind
from newsdesk.story.source_state import SourceState, foot_words
from newsdesk.story.wording import SOURCE_ZONE
from newsdesk.ui.desk import source_watch
from newsdesk.ui.desk.desk import Desk
from newsdesk.ui.dialogs.help import Help

LONDON = ZoneInfo("Europe/London")
READ_AT = datetime(2025, 5, 11, 13, 5, tzinfo=UTC)
BEFORE, AFTER = READ_AT - timedelta(hours=1), READ_AT + timedelta(hours=1)


def written_at(path, moment):
    os.utime(path, (moment.timestamp(), moment.timestamp()))


@pytest.mark.parametrize(
    ("now", "zone", "words"),
    [
        (AFTER, LONDON, "14:05"),
        (AFTER, SOURCE_ZONE, "13:05 UTC"),
        (READ_AT + timedelta(hours=10), LONDON, "11 May 14:05"),
        (READ_AT + timedelta(days=300), LONDON, "11 May 2025"),
    ],
)
def test_the_moment_is_as_short_as_it_can_be(now, zone, words):
    assert foot_words(READ_AT, {}, now, zone).shapes == (f"sources read {words}", f"read {words}")


def test_what_is_wrong_is_counted_and_stands_in_every_shape():
    wrong = {1: SourceState.GONE, 2: SourceState.CHANGED, 3: SourceState.CHANGED}
    words = foot_words(READ_AT, wrong, AFTER, LONDON)
    assert words.stale
    assert words.shapes == (
        "sources read 14:05 · ! 2 changed, 1 gone",
        "read 14:05 · ! 2 changed, 1 gone",
        "! 2 changed, 1 gone",
        "! 3 stale",
    )
    assert not foot_words(READ_AT, {}, AFTER, LONDON).stale
    assert foot_words(None, wrong, AFTER, LONDON).shapes == ()


@pytest.mark.parametrize(
    ("origin", "read", "failed", "state"),
    [
        ("written before", {}, {}, None),
        ("written after", {}, {}, SourceState.CHANGED),
        ("written after", {"written after": AFTER + timedelta(1)}, {}, None),
        ("written before", {}, {"written before": AFTER}, SourceState.UNREADABLE),
        ("written before", {"written before": AFTER}, {"written before": READ_AT}, None),
        ("not there", {}, {}, SourceState.GONE),
        ("written before/in a file", {}, {}, SourceState.GONE),
        ("nul\0", {}, {}, SourceState.UNREADABLE),
    ],
)
def test_files_are_looked_at(tmp_path, origin, read, failed, state):
    for name, moment in (("written before", BEFORE), ("written after", AFTER)):
        (tmp_path / name).write_text("words")
        written_at(tmp_path / name, moment)
    read, failed = ({str(tmp_path / name): at for name, at in one.items()} for one in (read, failed))
    source = Source(SourceKind.ARTICLE, str(tmp_path / origin), id=7, read_at=READ_AT)
    assert look_at_files([source], read, failed) == ({7: state} if state else {})


def test_what_is_no_file_is_not_looked_at():
    sources = [
        Source(SourceKind.ARTICLE, origin, id=7, read_at=READ_AT) for origin in ("pasted text", "https://a.example")
    ]
    assert look_at_files(sources, {}, {}) == {}


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, text in (("strike.txt", LIVE_PAGE), ("quarrel.txt", ARTICLE)):
        (folder / name).write_text(text, encoding="utf-8")
        written_at(folder / name, NOW - timedelta(hours=1))
    return folder


@pytest.fixture
def story(tmp_path, files):
    return add_to(tmp_path / "story.jsonl", [(str(path), path.read_bytes()) for path in sorted(files.iterdir())])


def feet(pilot):
    return [str(pilot.app.screen_stack[0].query_one(f"#{name}")._foot) for name in Desk.PANES]


def tabs(pilot):
    """What the line of the panes' names on a narrow screen says besides."""
    return on_screen(pilot).split("\n")[1].partition("3 Countdown")[2].strip()


def all_in_full(pilot):
    """Nothing of a foot is cut off."""
    return all(f" {foot} ─" in on_screen(pilot) for foot in feet(pilot))


async def looked(pilot):
    """As if the time for another look had come."""
    pilot.app.screen_stack[0]._source_watch._look()
    await settled(pilot)


async def test_every_foot_tells_when_the_sources_were_read(story):
    async with desk(story) as pilot:
        assert feet(pilot) == [
            "4 unread · 4 posts · sources read 00:00",
            "5 quotes by 2 · sources read 00:00",
            "1 ahead · read 00:00",
        ]
        assert all_in_full(pilot)
        await pilot.resize_terminal(*MEDIUM)
        await settled(pilot)
        assert all_in_full(pilot)
        assert feet(pilot)[1:] == ["5 quotes by 2 · read 00:00", "1 ahead · sources read 00:00"]
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        assert tabs(pilot) == "4 unread · read 00:00"
        await press(pilot, "2")
        assert tabs(pilot) == "5 quotes by 2"
        await press(pilot, "3")
        assert tabs(pilot) == "1 ahead · read 00:00"
        await pilot.resize_terminal(76, 24)
        await settled(pilot)
        assert tabs(pilot) == "1 ahead · sources read 00:00"
        await pilot.resize_terminal(40, 24)
        await settled(pilot)
        assert tabs(pilot) == ""


async def test_what_a_foot_says_has_room_there(story):
    async with desk(story) as pilot:
        for width in range(112, 128, 3):
            await pilot.resize_terminal(width, 30)
            await settled(pilot)
            assert all(foot in on_screen(pilot) for foot in feet(pilot))


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_a_stale_source_shows_in_every_foot_and_in_the_list(story, files, size):
    async with desk(story, size) as pilot:
        written_at(files / "strike.txt", NOW + timedelta(hours=1))
        await looked(pilot)
        feet_there = feet(pilot) if size == MEDIUM else []  # on a narrow screen the line of the panes' names says it
        assert all("! 1 changed" in foot for foot in feet_there)
        assert ("4 unread · ! 1 stale" if size == NARROW else "! 1 changed") in on_screen(pilot)
        (files / "quarrel.txt").unlink()
        await press(pilot, "A")
        await looked(pilot)
        feet_there = feet(pilot) if size == MEDIUM else []
        assert all("! 1 changed, 1 gone" in foot or "! 2 stale" in foot for foot in feet_there)
        assert on_screen(pilot).count("1 post · ! gone") == 1
        assert on_screen(pilot).count("3 posts · ! changed") == 1
        assert "! its file is gone" in on_screen(pilot)


async def test_reading_again_makes_it_fresh_even_when_nothing_is_new(story, files):
    now = [NOW]
    async with desk(story, now=lambda: now[0]) as pilot:
        now[0] = NOW + timedelta(minutes=70)
        written_at(files / "strike.txt", NOW + timedelta(hours=1))
        await looked(pilot)
        assert "1 changed" in feet(pilot)[0]
        await press(pilot, "r")
        assert feet(pilot)[0] == "4 unread · 4 posts · sources read 01:10"


async def test_when_nothing_was_new_is_known_to_the_next_desk(story, files):
    now = [NOW + timedelta(minutes=70)]
    written_at(files / "strike.txt", NOW + timedelta(hours=1))
    stored = story.read_bytes()
    async with desk(story, now=lambda: now[0]) as pilot:
        await press(pilot, "r")
    assert story.read_bytes() == stored
    now[0] += timedelta(minutes=5)
    async with desk(story, now=lambda: now[0]) as pilot:
        await until(pilot, lambda: feet(pilot)[0] == "4 unread · 4 posts · sources read 01:10")
        await press(pilot, "A")
        assert "read Thu 1 Jan 2026 01:10" in on_screen(pilot)


async def test_a_source_that_cannot_be_read_any_more_shows_until_it_can(story, files):
    now = [NOW + timedelta(hours=2)]
    async with desk(story, now=lambda: now[0]) as pilot:
        (files / "strike.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(300))
        written_at(files / "strike.txt", NOW + timedelta(hours=1))
        await press(pilot, "r")
        assert any("strike.txt" in words for words in notices(pilot))
        assert "! 1 unreadable" in feet(pilot)[0]
        (files / "strike.txt").write_text(LIVE_PAGE, encoding="utf-8")
        written_at(files / "strike.txt", NOW + timedelta(hours=1))
        now[0] += timedelta(minutes=1)
        await press(pilot, "r")
        assert feet(pilot)[0] == "4 unread · 4 posts · sources read 02:01"


class Disk:
    """It answers when the test says so."""

    def __init__(self):
        self.asked = 0
        self.waited_in_vain = False
        self.answers = threading.Event()

    def look_at_files(self, *_):
        self.asked += 1
        self.waited_in_vain = not self.answers.wait(10)
        return {}

    def answer(self):
        self.answers.set()
        for thread in threading.enumerate():
            if thread.name == "newsdesk files":
                thread.join()


async def test_a_disk_that_does_not_answer_is_asked_once_and_holds_up_no_key(story, monkeypatch):
    """While one look has not come back there is no second one."""
    disk = Disk()
    async with desk(story) as pilot:
        watch = pilot.app.screen._source_watch
        monkeypatch.setattr(source_watch, "look_at_files", disk.look_at_files)
        watch._look()
        watch._look()
        await until(pilot, lambda: disk.asked == 1)
        pilot.app.post_message(events.Key("question_mark", "?"))
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        assert disk.asked == 1
        disk.answer()
        await settled(pilot)
        assert disk.asked == 2


def test_a_disk_that_does_not_answer_keeps_nobody_from_quitting(story, monkeypatch):
    disk = Disk()

    async def look_and_quit():
        async with desk(story) as pilot:
            monkeypatch.setattr(source_watch, "look_at_files", disk.look_at_files)
            pilot.app.screen._source_watch._look()

    asyncio.run(look_and_quit())
    disk.answer()
    assert not disk.waited_in_vain


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_after_a_look_that_failed_there_is_another_one(story, files, monkeypatch):
    async with desk(story) as pilot:
        (files / "quarrel.txt").unlink()
        await looked(pilot)
        assert "! 1 gone" in feet(pilot)[0]
        with monkeypatch.context() as patch:
            patch.setattr(source_watch, "look_at_files", lambda *_: 1 / 0)
            await looked(pilot)
        assert "! 1 gone" in feet(pilot)[0]
        (files / "strike.txt").unlink()
        await looked(pilot)
        assert "! 2 gone" in feet(pilot)[0]
