"""What the desk shows before the story is read."""

import json
import threading
from contextlib import asynccontextmanager
from zoneinfo import ZoneInfo

import pytest
from desk_app import (
    LONDON,
    NOW,
    Remembering,
    add_to,
    current,
    header,
    headlines,
    notices,
    on_screen,
    settled,
    strike_story,
    until,
)
from textual import events
from written import LIVE_PAGE

from newsdesk.kept.front_page import SUFFIX, keep_front_page, read_front_page
from newsdesk.kept.last_view import LastView
from newsdesk.model import Mark
from newsdesk.session import LaterStore, Session
from newsdesk.store import Store, StoreError
from newsdesk.story.clock import default_clock
from newsdesk.story.filter import Filter
from newsdesk.story.stream import stream_rows
from newsdesk.ui.app import NewsdeskApp
from newsdesk.ui.dialogs.reader import Reader
from newsdesk.ui.panes.header import Header
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.work import messages


def kept(path, around=None):
    """Keep the front page, as a desk that is left does."""
    with Session(Store.open(path), Remembering()) as session:
        story = session.story()
        session.keep_front_page(LONDON, NOW, around)
    return story


@pytest.fixture
def story(tmp_path):
    path = strike_story(tmp_path / "strike.jsonl")
    kept(path)
    return path


def beside(path):
    return path.with_name(path.name + SUFFIX)


def test_it_is_what_the_stream_begins_with(story):
    page = read_front_page(story, LONDON, NOW, None)
    whole = kept(story)
    rows = stream_rows(whole, Filter(), default_clock(whole.newest, NOW), LONDON)
    assert list(page.rows) == list(rows)
    assert (page.title, page.posts, page.unread, page.newest) == ("Port strike", len(rows), len(rows), whole.newest)


def test_of_a_long_stream_it_is_what_stands_around_the_post_that_was_left(tmp_path):
    path = tmp_path / "long.jsonl"
    posts = "".join(
        f"  {n}. Ship {n} is inpublished at {n // 60 + 8:02}:{n % 60:02} British Summer Time 11 May 2025\n\n    It lies at quay {n}.\n\n"
        for n in range(140, 0, -1)
    )
    add_to(path, [("/saved/ships.txt", (LIVE_PAGE.split("  1.")[0] + posts).encode())])
    whole = kept(path)
    order = stream_rows(whole, Filter(), default_clock(whole.newest, NOW), LONDON).order
    assert len(order) > 100
    assert [row.post_id for row in read_front_page(path, LONDON, NOW, None).rows] == order[:64]
    kept(path, around=order[90])
    assert [row.post_id for row in read_front_page(path, LONDON, NOW, order[90]).rows] == order[66:130]
    assert read_front_page(path, LONDON, NOW, None) is None, "it begins elsewhere"


def test_one_that_says_its_times_in_another_zone_is_none(story):
    assert read_front_page(story, LONDON, NOW, None)
    assert read_front_page(story, ZoneInfo("Asia/Tokyo"), NOW, None) is None


def test_one_of_another_state_of_the_story_is_none(story):
    with Store.open(story) as store:
        store.set_marks([Mark("starred", 1)], [])
    assert read_front_page(story, LONDON, NOW, None) is None


def test_one_of_another_version_of_newsdesk_is_none(story, monkeypatch):
    monkeypatch.setattr("newsdesk.kept.front_page.__version__", "another")
    assert read_front_page(story, LONDON, NOW, None) is None


def test_one_of_a_file_of_the_same_size_is_none(story):
    content = story.read_bytes()
    story.write_bytes(content[:-4] + b"0000")
    assert story.stat().st_size == len(content)
    assert read_front_page(story, LONDON, NOW, None) is None


def hostile(page):
    yield b""
    yield b"\xff\x00"
    yield b"[" * 100_000
    yield b"[]"
    for name in page:
        if name != "newest":  # a story without a dated post has none
            yield json.dumps(page | {name: None}).encode()
        yield json.dumps({key: value for key, value in page.items() if key != name}).encode()
    for wrong in (
        3,
        "row",
        {},
        {"post_id": "x"},
        page["rows"][0] | {"day": "soon"},
        page["rows"][0] | {"source": "BBC"},
    ):
        yield json.dumps(page | {"rows": [wrong]}).encode()
    yield json.dumps(page | {"newest": {"moment": "soon", "behind": True}}).encode()
    yield json.dumps(page | {"posts": float("inf")}).encode()


def test_one_that_cannot_be_read_is_none(story):
    for number, content in enumerate(hostile(json.loads(beside(story).read_bytes()))):
        beside(story).write_bytes(content)
        found = read_front_page(story, LONDON, NOW, None)
        assert found is None, number


def test_a_folder_that_takes_nothing_keeps_none(tmp_path):
    story = kept(strike_story(tmp_path / "strike.jsonl"))
    keep_front_page(tmp_path / "no-such-folder" / "story.jsonl", 1, story, LONDON, NOW)
    assert list(tmp_path.rglob("no-such*")) == []


@asynccontextmanager
async def early(path, opened=None, **options):
    """The desk with its front page, and how to let it read the story."""
    may_open = threading.Event()

    def open_it():
        may_open.wait(30)
        return opened() if opened else (Store.open(path), None)

    left = options.get("view", LastView()).post
    kept(path, left)
    front = read_front_page(path, LONDON, NOW, left)
    assert front
    with Session(LaterStore(path, open_it), Remembering()) as session:
        app = NewsdeskApp(session, zone=LONDON, now=lambda: NOW, front=front, **options)
        async with app.run_test(size=(130, 40), notifications=True) as pilot:
            await until(pilot, lambda: "reading" not in on_screen(pilot).split("\n")[1])
            try:
                yield pilot, may_open.set
            finally:
                may_open.set()


async def test_the_stream_stands_there_before_the_story_is_read(story):
    async with early(story) as (pilot, let_it_open):
        await until(pilot, lambda: "Port strike" in header(pilot))
        before = [*headlines(pilot)]
        subtitle = pilot.app.screen.query_one(StreamPane).counts
        assert len(before) == 4
        assert "Reading the story" in on_screen(pilot)
        pilot.app.post_message(events.Key("j", "j"))
        await until(pilot, lambda: current(pilot) == before[1])
        let_it_open()
        await settled(pilot)
        assert headlines(pilot) == before
        assert current(pilot) == before[1], "the reader had moved already"
        assert pilot.app.screen.query_one(StreamPane).counts == subtitle
        assert "Reading the story" not in on_screen(pilot)


async def test_a_post_that_is_opened_early_opens_once_the_story_is_read(story):
    async with early(story) as (pilot, let_it_open):
        for key in ("j", "enter"):
            pilot.app.post_message(events.Key(key, None))
        await pilot.pause()
        assert not isinstance(pilot.app.screen, Reader)
        let_it_open()
        await settled(pilot)
        assert isinstance(pilot.app.screen, Reader)
        assert current(pilot) in on_screen(pilot)


async def test_what_needs_the_story_is_not_offered_before_it_is_read(story):
    async with early(story) as (pilot, let_it_open):
        shown, before, top = pilot.app.screen, [*headlines(pilot)], header(pilot)
        shown.post_message(messages.ClockJumped())
        for key in ("Z", "T", "o", "y", "Y", "d", "j"):
            pilot.app.post_message(events.Key(key, key))
        await until(pilot, lambda: current(pilot) == before[1])
        await until(pilot, lambda: all(one.is_finished or one.group == "load" for one in pilot.app.workers))
        await pilot.pause()
        assert pilot.app.screen is shown
        assert (headlines(pilot), header(pilot), notices(pilot)) == (before, top, [])
        assert not pilot.app._exit
        assert {"Zone", "Copy", "Copy as Markdown", "Sample story"}.isdisjoint(
            one.title for one in shown.palette_commands()
        )
        let_it_open()
        await settled(pilot)
        assert current(pilot) == before[1]
        assert {"Zone", "Copy", "Copy as Markdown"} <= {one.title for one in shown.palette_commands()}


async def test_the_post_that_was_left_is_the_current_one_at_once(story):
    post_id = read_front_page(story, LONDON, NOW, None).rows[2].post_id
    async with early(story, view=LastView(post=post_id)) as (pilot, let_it_open):
        was = current(pilot)
        assert was == headlines(pilot)[2]
        let_it_open()
        await settled(pilot)
        assert current(pilot) == was


async def test_a_story_that_cannot_be_read_after_all_ends_the_desk(story):
    def fails():
        raise StoreError("strike.jsonl: gone")

    async with early(story, fails) as (pilot, let_it_open):
        let_it_open()
        await until(pilot, lambda: pilot.app.store_error is not None)
        assert str(pilot.app.store_error) == "strike.jsonl: gone"


async def test_that_it_is_opened_to_read_only_is_said_once_it_is_known(story):
    async with early(story, lambda: (Store.open(story, read_only=True), "Opened to read only.")) as (
        pilot,
        let_it_open,
    ):
        assert "read-only" not in header(pilot)
        let_it_open()
        await settled(pilot)
        assert "read-only" in header(pilot)
        assert notices(pilot) == ["Opened to read only."]


def test_an_emoji_in_the_title_is_as_wide_as_every_terminal_draws_it():
    header = Header(read_only=False)
    header.show_front("Strike 👩\u200d🚀", default_clock(None, NOW), LONDON)
    assert "\u200d" not in header.left.plain
