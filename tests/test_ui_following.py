"""Addresses on the desk: added by `a`, asked by themselves, and what is wrong with them told."""

from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from desk_app import NOW, desk, headlines, notices, on_screen, press, settled, until, write
from loopback import LATER_FEED, QUICK, Clock, answer, loopback
from textual.widgets import Input

from newsdesk.intake.request import AddRequest
from newsdesk.model import Counts
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.system.background import Inline
from newsdesk.ui.dialogs.add_source import AddSource
from newsdesk.ui.dialogs.reader import Reader
from newsdesk.ui.work import following


@pytest.fixture
def server():
    with loopback() as server:
        yield server


@pytest.fixture
def clock():
    return Clock(NOW)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.jsonl"


@asynccontextmanager
async def followed(path, url, clock, monkeypatch):
    """The desk of a story that follows this address, which looks for what is due all the time."""
    with Session(Store.open(path), Inline(), QUICK) as session:
        assert session.add([AddRequest(path=url)], clock, lambda: False, lambda *_: None).counts == Counts(new=1)
    monkeypatch.setattr(following, "_LOOK_EVERY_SECONDS", 0.01)
    async with desk(path, fetch=QUICK, now=clock) as pilot:
        yield pilot


async def test_what_an_address_brings_is_in_the_stream_without_a_key(server, path, clock, monkeypatch):
    async with followed(path, server.feed(), clock, monkeypatch) as pilot:
        before = headlines(pilot)
        server.feed(text=LATER_FEED)
        clock.now += timedelta(minutes=11)
        await until(pilot, lambda: len(headlines(pilot)) == len(before) + 1)
        await settled(pilot)
        assert set(before) < set(headlines(pilot))
        assert notices(pilot) == []


async def test_what_is_being_read_stays_open_when_a_poll_brings_news(server, path, clock, monkeypatch):
    async with followed(path, server.feed(), clock, monkeypatch) as pilot:
        await press(pilot, "enter")
        reader = pilot.app.screen
        assert isinstance(reader, Reader)
        post_id = reader.post_id
        server.feed(text=LATER_FEED)
        clock.now += timedelta(minutes=11)
        await until(pilot, lambda: len(headlines(pilot)) == 2)
        await settled(pilot)
        assert pilot.app.screen is reader
        assert reader.post_id == post_id
        assert "accept the night tide, said Ines Calder" in " ".join(on_screen(pilot).split())
        server.feed(text=LATER_FEED.replace("accept the night tide, said", "will take the night tide, said"))
        clock.now += timedelta(minutes=11)
        await until(pilot, lambda: "will take the night tide" in " ".join(on_screen(pilot).split()))
        assert reader.post_id == post_id, "its newest wording is shown in its place"
        await press(pilot, "escape")
        assert len(headlines(pilot)) == 2


async def test_an_address_that_fails_stands_in_the_feet_and_in_the_list_until_it_is_well(
    server, path, clock, monkeypatch
):
    async with followed(path, server.feed(), clock, monkeypatch) as pilot:
        server.give("/feed", answer(status="503 Service Unavailable"))
        clock.now += timedelta(minutes=11)
        await until(pilot, lambda: "! 1 failing" in on_screen(pilot))
        await press(pilot, "A")
        words = " ".join(on_screen(pilot).split())
        assert "1 post · ! failing" in words
        assert "! failing since Thu 1 Jan 2026 00:11" in words
        assert "in trouble (503)" in words
        assert "asked Thu 1 Jan 2026 00:21 GMT" in words
        server.feed()
        clock.now += timedelta(minutes=30)
        await until(pilot, lambda: "failing" not in on_screen(pilot))
        await press(pilot, "escape")
        assert "failing" not in on_screen(pilot)


async def test_an_address_is_added_by_a_and_seen_before(server, path, clock):
    async with desk(path, fetch=QUICK, now=clock) as pilot:
        await press(pilot, "a")
        await write(pilot, server.feed())
        assert server.requests == [], "nothing is asked before the user says so"
        await press(pilot, "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, AddSource)
        await until(pilot, lambda: dialog._seen is not None)
        assert "1 post" in on_screen(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: len(headlines(pilot)) == 1)
        assert len(server.requests) == 1


async def test_an_address_is_not_asked_again_for_the_date_that_is_said_of_it(server, path, clock):
    feed = "<rss version='2.0'><channel><title>Tide</title><item><title>Locks shut</title></item></channel></rss>"
    async with desk(path, fetch=QUICK, now=clock) as pilot:
        await press(pilot, "a")
        await write(pilot, server.feed(text=feed))
        await press(pilot, "enter")
        dialog = pilot.app.screen
        await until(pilot, lambda: dialog._seen is not None)
        await press(pilot, "tab")
        await write(pilot, "1 January 2026")
        await until(pilot, lambda: dialog._seen is not None and dialog._seen.said_time is not None)
        assert "date set by you" in on_screen(pilot)
        clock.now += timedelta(minutes=6)
        await write(pilot, " 0:00 GMT")
        await until(pilot, lambda: dialog._seen is not None and dialog._seen.said_time.hour is not None)
        assert len(server.requests) == 2, "what it gave six minutes ago may have changed"
        await press(pilot, "enter")
        await until(pilot, lambda: len(headlines(pilot)) == 1)
        assert len(server.requests) == 2


async def test_an_address_that_gives_nothing_is_told_in_the_dialog(server, path, clock):
    async with desk(path, fetch=QUICK, now=clock) as pilot:
        await press(pilot, "a")
        await write(pilot, server.url("/nothing"))
        await press(pilot, "enter")
        await until(pilot, lambda: "404" in on_screen(pilot))
        await press(pilot, "escape")
        assert headlines(pilot) == []


async def test_a_list_of_feeds_is_seen_and_each_of_them_followed(server, path, clock, tmp_path):
    feeds = tmp_path / "feeds.opml"
    outlines = "".join(f'<outline text="Quay {n}" xmlUrl="{server.feed(f"/{n}")}"/>' for n in range(12))
    feeds.write_text(f"<opml version='2.0'><body>{outlines}</body></opml>", encoding="utf-8")
    async with desk(path, fetch=QUICK, now=clock) as pilot:
        await press(pilot, "a")
        await write(pilot, str(feeds))
        dialog = pilot.app.screen
        assert isinstance(dialog, AddSource)
        await until(pilot, lambda: dialog._seen is not None)
        assert "A list of 12 feeds" in on_screen(pilot)
        assert "Quay 7" in on_screen(pilot)
        assert server.requests == []
        await press(pilot, "enter")
        await until(pilot, lambda: "12 sources" in on_screen(pilot))


async def test_how_often_an_address_is_asked_is_said_in_the_list_and_taken_back(server, path, clock, monkeypatch):
    async with followed(path, server.feed(), clock, monkeypatch) as pilot:
        await press(pilot, "A")
        await until(pilot, lambda: "next asked Thu 1 Jan 2026 00:10" in on_screen(pilot))
        assert "every 10 min" in on_screen(pilot)
        await press(pilot, "i")
        assert pilot.app.screen.query_one("#answer", Input).value == "10m"
        await press(pilot, "ctrl+u")
        await write(pilot, "5 weeks")
        await press(pilot, "enter")
        assert "5 weeks is no time between two polls; write 1m to 30d" in on_screen(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "2h")
        await press(pilot, "enter")
        await until(pilot, lambda: "next asked Thu 1 Jan 2026 02:00" in on_screen(pilot))
        await press(pilot, "escape", "u")
        await press(pilot, "A")
        await until(pilot, lambda: "next asked Thu 1 Jan 2026 00:10" in on_screen(pilot))


async def test_what_is_learned_of_an_address_stands_in_the_list_until_somebody_says_otherwise(
    server, path, clock, monkeypatch
):
    async with followed(path, server.feed(), clock, monkeypatch) as pilot:
        await press(pilot, "A")
        assert "(learned)" not in on_screen(pilot)
        server.feed(text=LATER_FEED)
        clock.now += timedelta(minutes=11)
        await until(pilot, lambda: "every 5 min (learned)" in on_screen(pilot))
        await press(pilot, "i", "ctrl+u")
        await write(pilot, "20m")
        await press(pilot, "enter")
        await until(pilot, lambda: "every 20 min · next asked" in on_screen(pilot))
        await press(pilot, "i", "ctrl+u", "enter")
        await until(pilot, lambda: "every 5 min (learned)" in on_screen(pilot))
        with Store.open(path, read_only=True) as store:
            assert store.load().sources[0].interval is None


async def test_an_interval_that_is_only_looked_at_stays_the_configuration_files(server, path, clock, monkeypatch):
    async with followed(path, server.feed(), clock, monkeypatch) as pilot:
        await press(pilot, "A")
        await until(pilot, lambda: "next asked Thu 1 Jan 2026 00:10" in on_screen(pilot))
        await press(pilot, "i", "enter", "escape")
        await settled(pilot)
    with Store.open(path, read_only=True) as store:
        assert store.load().sources[0].interval is None


async def test_a_file_has_no_interval(tmp_path, path):
    with Session(Store.open(path), Inline()) as session:
        article = tmp_path / "ferry.txt"
        article.write_text("The ferry stays in the harbour until Monday, the harbour master said.", encoding="utf-8")
        session.add([AddRequest(path=str(article))], lambda: NOW, lambda: False, lambda *_: None)
    async with desk(path) as pilot:
        await press(pilot, "A", "i")
        assert "How often" not in on_screen(pilot)
