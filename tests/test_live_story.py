"""What runs beside the screen: what waits for what, and what survives."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from desk_app import add_to, current, desk, header, headlines, notices, on_screen, press, settled, strike_story, until
from story_of import story
from textual import events
from written import ARTICLE, LIVE_PAGE

from newsdesk.intake.request import AddRequest
from newsdesk.model import Mark
from newsdesk.session import Session
from newsdesk.store import Store, StoreError
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.system.background import Inline
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.panes.quotes import QuotesPane
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.work import live_story
from newsdesk.ui.work.live_story import LiveStory

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NEWEST = b"""Fog holds the ferries

Published: May 12, 2025 9:30 AM

The ferries stayed at the quays until noon, the harbour office said, and few of the pilots came at all.
"""


class Started:
    """Stands for the desk: notes what is started and runs nothing."""

    def __init__(self):
        self.work = []
        self.timers = []
        """Whether each is still to come."""

    def run_worker(self, _, *, name, **__):
        self.work.append(name)

    def set_timer(self, *_):
        number = len(self.timers)
        self.timers.append(True)
        return SimpleNamespace(stop=lambda: self.timers.__setitem__(number, False))


@pytest.fixture
def started():
    return Started()


@pytest.fixture
def live(started):
    return LiveStory(started, None, lambda: NOW)


def starred(pilot):
    return [row.headline for row in pilot.app.screen_stack[0].query_one(StreamPane).rows if row.starred]


def test_a_change_while_the_story_is_loaded_loads_it_once_more(live, started):
    for _ in range(5):
        live.load(Story(""))
    assert started.work == ["load"]
    live.loaded(Story(""))
    assert started.work == ["load", "load"]
    live.loaded(Story(""))
    assert started.work == ["load", "load"]


def test_a_load_that_failed_does_not_keep_the_next_one_waiting(live, started):
    live.load(Story(""))
    live.failed("load", Story(""))
    live.load(Story(""))
    assert started.work == ["load", "load"]


@pytest.mark.parametrize("ends", [LiveStory.found, lambda live: live.failed("find", Story(""))])
def test_a_search_is_never_ended_for_a_newer_one(live, started, ends):
    for moment in (1, 2, 3):
        live.find(story(), Clock(Mode.CHOSEN, NOW.replace(day=moment)))
    assert started.work == ["find"]
    ends(live)
    assert (started.work, live.finding) == (["find", "find"], True)
    ends(live)
    assert (started.work, live.finding) == (["find", "find"], False)


def test_a_worker_that_looks_for_facts_again_forgets_none_after_that(started, live, monkeypatch):
    monkeypatch.setattr(live_story, "MANY_POSTS", 1)
    resting = started.timers
    live.find(story(), Clock(Mode.NOW, NOW))
    live.found()
    assert resting == [True]
    live.find(story(), Clock(Mode.NOW, NOW))
    assert resting == [False], "it would wait for the search, and throw away what that found"
    live.found()
    assert resting == [False, True]


def test_what_was_made_ready_to_be_searched_is_not_forgotten_while_somebody_searches(started, live):
    live.search_over()
    live.search_over()
    live.search(None, "fog")
    assert started.timers == [False, False], "the earlier one would end the search that is under way"


async def test_a_star_set_twice_at_once_is_no_star(tmp_path):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        for _ in range(2):
            pilot.app.post_message(events.Key("s", "s"))
        await settled(pilot)
        assert starred(pilot) == []


async def test_read_said_twice_at_once_is_unread_as_before(tmp_path):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        assert pilot.app.screen.query_one(StreamPane).rows[0].unread
        for _ in range(2):
            pilot.app.post_message(events.Key("M", "M"))
        await settled(pilot)
        assert pilot.app.screen.query_one(StreamPane).rows[0].unread
        await press(pilot, "u", "u")
        assert notices(pilot) == ["Took back: mark unread", "Took back: mark read"]
        assert pilot.app.screen.query_one(StreamPane).rows[0].unread


async def test_the_star_is_for_the_post_of_the_quote_at_hand(tmp_path):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        await press(pilot, "2", "j", "enter")
        quote = pilot.app.screen.query_one(QuotesPane).current
        await press(pilot, "s")
        rows = pilot.app.screen.query_one(StreamPane).rows
        assert [row.post_id for row in rows if row.starred] == [quote.post_id]
        assert rows[0].post_id != quote.post_id


async def test_an_old_story_is_seen_as_of_its_newest_post_whichever_source_comes_first(tmp_path):
    path = add_to(tmp_path / "strike.jsonl", [("/saved/quarrel.txt", ARTICLE.encode())])
    async with desk(path) as pilot:
        assert "as of Sat 10 May 2025 10:30 BST (newest post)" in header(pilot)
        add_to(path, [("/saved/strike.txt", LIVE_PAGE.encode())])
        await until(pilot, lambda: len(headlines(pilot)) == 4)
        await settled(pilot)
        assert "as of Sun 11 May 2025 16:03 BST (newest post)" in header(pilot)


async def test_a_story_that_was_away_for_a_moment_is_followed_again(tmp_path):
    path = strike_story(tmp_path / "strike.jsonl")
    async with desk(path) as pilot:
        path.rename(tmp_path / "away.jsonl")
        await until(pilot, lambda: len(notices(pilot)) == 1)
        (tmp_path / "away.jsonl").rename(path)
        add_to(path, [("/saved/again.txt", ARTICLE.replace("long", "old").encode())])
        await until(pilot, lambda: len(headlines(pilot)) == 5)
        assert len(notices(pilot)) == 1


@pytest.mark.parametrize("opens", [True, False])
async def test_a_link_is_said_to_be_open_only_when_it_is(tmp_path, monkeypatch, opens):
    monkeypatch.setattr("webbrowser.open", lambda _: opens)
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        pilot.app._open_link("https://example.org/x")
        await settled(pilot)
        said = (
            "Opened https://example.org/x"
            if opens
            else "There is no browser to open here; the address is https://example.org/x"
        )
        assert notices(pilot) == [said]


async def test_a_browser_in_the_terminal_is_not_started(tmp_path, monkeypatch):
    import webbrowser

    opened = []
    monkeypatch.setattr("webbrowser.get", lambda: webbrowser.GenericBrowser("w3m"))
    monkeypatch.setattr("webbrowser.open", opened.append)
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        pilot.app._open_link("https://example.org/x")
        await settled(pilot)
        assert opened == []
        assert notices(pilot)[0].startswith("There is no browser")


async def test_a_star_and_a_read_mark_do_not_read_the_whole_story_again(tmp_path, monkeypatch):
    path = strike_story(tmp_path / "strike.jsonl")
    loads = []
    monkeypatch.setattr(Session, "story", lambda self, story=Session.story: loads.append(self) or story(self))
    async with desk(path) as pilot:
        before = len(loads)
        await press(pilot, "s", "enter", "escape", "m")
        assert starred(pilot) == headlines(pilot)[:1]
        assert not any(row.unread for row in pilot.app.screen.query_one(StreamPane).rows)
        with Session(Store.open(path), Inline()) as other:
            other.toggle_mark(Mark("starred", pilot.app.screen.query_one(StreamPane).rows[0].post_id), "star")
        await until(pilot, lambda: starred(pilot) == [])
        assert len(loads) == before


def test_marks_that_change_while_the_story_is_loaded_load_it_once_more(live, started):
    live.marks_changed(Story(""))
    assert started.work == []
    live.load(Story(""))
    live.marks_changed(Story(""))
    live.loaded(Story(""))
    assert started.work == ["load", "load"]


def at_line(pilot):
    """What is current, and the line of the screen on which it begins."""
    stream = pilot.app.screen.query_one(StreamPane)
    return current(pilot), stream._heights.top(stream.cursor) - stream.scroll_offset.y


async def test_what_another_process_stores_does_not_move_what_is_read(tmp_path):
    path = strike_story(tmp_path / "strike.jsonl")
    async with desk(path, (80, 14)) as pilot:
        await press(pilot, "j")
        keys = pilot.app.screen.query_one(KeyLine)
        before, offered = at_line(pilot), keys._offered
        assert pilot.app.screen.query_one(StreamPane).reading
        add_to(path, [("fog.txt", NEWEST)])
        await until(pilot, lambda: "Fog holds the ferries" in headlines(pilot))
        await settled(pilot)
        assert at_line(pilot) == before
        assert "1 new ↑" in on_screen(pilot)
        assert keys._offered is offered, "the same keys are not drawn anew"


async def test_a_new_post_is_shown_before_facts_are_looked_for(tmp_path, monkeypatch):
    path = strike_story(tmp_path / "strike.jsonl")
    order = []
    show, facts = StreamPane.show_stream, Session.facts
    monkeypatch.setattr(
        StreamPane, "show_stream", lambda self, rows, **how: order.append(len(rows)) or show(self, rows, **how)
    )
    monkeypatch.setattr(Session, "facts", lambda self, *given: order.append("facts") or facts(self, *given))
    async with desk(path) as pilot:
        count = len(headlines(pilot))
        order.clear()
        add_to(path, [("fog.txt", NEWEST)])
        await until(pilot, lambda: "facts" in order)
        assert order[: order.index("facts")] == [count + 1]


def test_pasted_text_that_was_not_come_to_is_added_when_the_screen_is_gone(tmp_path, started):
    """It stands nowhere else; a file can be named again."""
    with Session(Store.open(strike_story(tmp_path / "strike.jsonl")), Inline()) as session:
        live = LiveStory(started, session, lambda: NOW)
        live.refresh()
        live.add([AddRequest(text=NEWEST.decode())])
        live.add([AddRequest(path="/saved/later.txt")])
        live.close()
        live.finish()
        assert [source.origin for source in session.story().sources][2:] == ["pasted text"]
        live.finish()
        assert len(session.story().sources) == 3


async def test_pasted_text_that_the_store_does_not_take_is_kept_and_added_when_the_desk_is_left(tmp_path, monkeypatch):
    path = strike_story(tmp_path / "strike.jsonl")
    add = Store.add

    def full(*_):
        raise StoreError("strike.jsonl: the disk is full")

    async with desk(path) as pilot:
        monkeypatch.setattr(Store, "add", full)
        pilot.app.screen.add_sources([AddRequest(text=NEWEST.decode())])
        await settled(pilot)
        said = notices(pilot)[-1]
        assert "the disk is full" in said
        assert "pasted text: it is kept" in said
        with pytest.raises(StoreError, match="the disk is full; the pasted text was not added"):
            pilot.app.finish()
        pilot.app.screen.add_sources([AddRequest(text=NEWEST.decode())])
        await settled(pilot)
        monkeypatch.setattr(Store, "add", add)
        pilot.app.finish()
    with Store.open(path) as store:
        assert [source.origin for source in store.load().sources][2:] == ["pasted text"]


def test_a_change_that_fails_when_the_screen_is_gone_keeps_none_behind_it_from_being_made(tmp_path, started):
    path = strike_story(tmp_path / "strike.jsonl")
    with Session(Store.open(path), Inline()) as session:
        story = session.story()
        live = LiveStory(started, session, lambda: NOW)
        with Store.open(path) as other:
            other.remove_source(story.sources[1].id)
        live.remove_source(story.sources[1].id, lambda: story)
        live.rename_source(story.sources[1].id, "Quarrel")
        live.add([AddRequest(text=NEWEST.decode())])
        live.star(story.posts[0].id)
        with pytest.raises(StoreError) as failure:
            live.finish()
        assert "\n" not in str(failure.value)
        assert session.story().starred_ids == {story.posts[0].id}
        assert [source.origin for source in session.story().sources][1:] == ["pasted text"]
        live.finish()


def test_what_no_thread_came_to_is_done_when_the_screen_is_gone(tmp_path, started):
    path = strike_story(tmp_path / "strike.jsonl")
    with Session(Store.open(path), Inline()) as session:
        post = session.story().posts[0]
        live = LiveStory(started, session, lambda: NOW)
        live.star(post.id)
        live.mark_seen([post.id])
        live.finish()
        assert {mark.kind for mark in session.marks().said} == {"starred"}
        assert session.marks().read_ids == {post.id}
        live.finish()
        assert session.story().starred_ids == {post.id}
