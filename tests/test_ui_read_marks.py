"""Unread follows what was really seen: a post is read when it was opened, or when the reader stayed at it."""

import pytest
from desk_app import LONDON, NOW, add_to, current, desk, notices, on_screen, press, settled, stay, strike_story
from pty_screen import Terminal
from textual.events import AppBlur
from written import LATER_PAGE

from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story import Story
from newsdesk.story.filter import Filter
from newsdesk.story.stream import stream_rows
from newsdesk.system.background import Inline
from newsdesk.ui.desk.read_marks import SeenPosts
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.work import messages

JOKE, TALKS, SHUT, QUARREL = (
    "Union leader says offer is 'a joke'",
    "Talks to be held in Leith on Thursday",
    "Ports shut across the north",
    "The long quarrel behind the port strike",
)


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


def stream(pilot):
    return pilot.app.screen_stack[0].query_one(StreamPane)


def unread(pilot):
    return [row.headline for row in stream(pilot).rows if row.unread]


def marks(path):
    with Store.open(path) as store:
        return [mark.kind for mark in store.load().marks]


async def test_a_post_at_which_the_reader_stays_is_read(story):
    async with desk(story) as pilot:
        await press(pilot, "j")
        assert unread(pilot) == [JOKE, TALKS, SHUT, QUARREL]
        await stay(pilot)
        assert current(pilot) == TALKS
        assert unread(pilot) == [JOKE, SHUT, QUARREL]
        await press(pilot, "k", "j", "n")
        assert current(pilot) == SHUT, "n goes on to what is unread"
    assert marks(story) == ["read"]


async def test_who_opens_the_desk_looks_at_where_it_opens(story):
    async with desk(story) as pilot:
        await stay(pilot)
        assert unread(pilot) == [TALKS, SHUT, QUARREL]


async def test_who_runs_through_the_rows_has_seen_none(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "j", "k")
        pane = stream(pilot)
        pane._look(pane._moves - 1)
        await settled(pilot)
        assert unread(pilot) == [JOKE, TALKS, SHUT, QUARREL]
        await stay(pilot)
        assert unread(pilot) == [JOKE, SHUT, QUARREL], "it looked again, for as long"


async def test_a_click_leads_there_as_a_key_does(story):
    async with desk(story) as pilot:
        await pilot.click(StreamPane, offset=(12, 10))
        assert current(pilot) == TALKS
        await stay(pilot)
        assert unread(pilot) == [JOKE, SHUT, QUARREL]


async def scroll_to_row(pilot, row):
    stream(pilot).scroll_to(y=stream(pilot)._heights.top(row), animate=False)
    await settled(pilot)


async def test_what_is_not_all_on_the_screen_was_not_seen(story):
    async with desk(story, (80, 14)) as pilot:
        await press(pilot, "j")
        await scroll_to_row(pilot, 2)
        await stay(pilot)
        assert TALKS in unread(pilot)
        await press(pilot, "g", "j")
        await stay(pilot)
        assert TALKS not in unread(pilot)


@pytest.mark.parametrize("keys", [("2",), ("question_mark",), ("slash",)])
async def test_who_is_elsewhere_does_not_see_the_stream(story, keys):
    async with desk(story) as pilot:
        await press(pilot, "j", *keys)
        await stay(pilot)
        assert TALKS in unread(pilot)


@pytest.mark.parametrize(
    ("away", "back"),
    [(("2",), ("1",)), (("question_mark",), ("escape",)), (("slash", "t", "a", "l", "k", "s"), ("enter",))],
)
async def test_who_comes_back_from_elsewhere_sees_the_post_that_was_left(story, away, back):
    async with desk(story) as pilot:
        await press(pilot, "j", *away)
        await stay(pilot)
        assert TALKS in unread(pilot)
        await press(pilot, *back)
        await stay(pilot)
        assert (current(pilot), unread(pilot)) == (TALKS, [JOKE, SHUT, QUARREL])


async def test_a_post_that_is_scrolled_into_sight_is_seen(story):
    async with desk(story, (80, 14)) as pilot:
        await press(pilot, "j")
        await scroll_to_row(pilot, 2)
        await stay(pilot)
        assert TALKS in unread(pilot)
        await scroll_to_row(pilot, 1)
        await stay(pilot)
        assert TALKS not in unread(pilot)


async def test_who_looks_at_another_window_does_not_see_the_stream(story):
    async with desk(story) as pilot:
        await press(pilot, "j")
        pilot.app.post_message(AppBlur())
        await settled(pilot)
        await stay(pilot)
        assert TALKS in unread(pilot)


async def test_a_post_that_comes_on_top_is_not_seen_by_itself(story):
    async with desk(story, (80, 14)) as pilot:
        await press(pilot, "g")
        add_to(story, [("/saved/strike.txt", LATER_PAGE.encode())])
        pilot.app._desk.post_message(messages.StoreChanged())
        await settled(pilot)
        assert current(pilot) == "Ports minister to visit Leith", "the reader at the top is taken along"
        await stay(pilot)
        assert len(unread(pilot)) == 5


async def test_one_post_is_kept_unread_and_read_by_a_key(story):
    async with desk(story) as pilot:
        await press(pilot, "j")
        await stay(pilot)
        await press(pilot, "M", "2", "1", "question_mark", "escape")
        assert unread(pilot) == [JOKE, TALKS, SHUT, QUARREL]
        assert stream(pilot)._looking is None, "it stays so until the reader comes back to it"
        await press(pilot, "u")
        assert notices(pilot)[-1] == "Took back: mark unread"
        assert TALKS not in unread(pilot)
        await press(pilot, "j", "M")
        assert unread(pilot) == [JOKE, QUARREL]
        await press(pilot, "u")
        assert unread(pilot) == [JOKE, SHUT, QUARREL]


async def test_a_post_that_is_kept_unread_at_once_stays_so(story):
    async with desk(story) as pilot:
        await press(pilot, "j")
        await stay(pilot)
        await press(pilot, "k", "j", "M")
        await stay(pilot)
        assert TALKS in unread(pilot)


async def test_what_was_seen_stays_while_only_the_unread_are_shown(story):
    async with desk(story) as pilot:
        await press(pilot, "f")
        pilot.app.screen.query_one("#unread").on = True
        await press(pilot, "enter")
        assert "[unread ×]" in on_screen(pilot)
        await press(pilot, "j")
        await stay(pilot)
        assert [row.headline for row in stream(pilot).rows] == [JOKE, TALKS, SHUT, QUARREL]
        assert unread(pilot) == [JOKE, SHUT, QUARREL]


async def test_marking_from_here_down_says_how_many(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "m")
        assert notices(pilot)[-1] == "Marked 3 posts read, from here down; u takes it back"
        await press(pilot, "m")
        assert notices(pilot)[-1] == "Nothing unread from here down"
        await press(pilot, "u")
        assert unread(pilot) == [JOKE, TALKS, SHUT, QUARREL]


async def test_a_row_that_is_in_the_stream_no_longer_marks_nothing(story):
    async with desk(story) as pilot:
        await press(pilot, "G")
        shown = pilot.app.screen
        shown._stream_rows = stream_rows(Story(""), Filter(), shown._clock, LONDON)
        await press(pilot, "m")
        assert notices(pilot) == []
    assert marks(story) == []


class Clockwork:
    """A screen whose timers go off when the test says so."""

    def __init__(self):
        self.timers = []

    def set_timer(self, _delay, callback):
        self.timers.append(callback)
        return callback

    def ring(self):
        self.timers.pop()()


def test_what_is_seen_in_a_row_is_written_together():
    screen, written = Clockwork(), []
    seen = SeenPosts(screen, written.append)
    for post_id in (1, 2, 3, 2):
        seen.add(post_id)
    assert (written, seen.waiting) == ([[1]], [2, 3])
    screen.ring()
    assert written == [[1], [2, 3]]
    screen.ring()
    assert (written, screen.timers) == ([[1], [2, 3]], [])
    seen.add(4)
    assert written[-1] == [4], "after a pause at once again"


def test_posts_that_are_seen_are_marked_in_one_transaction(story):
    with Session(Store.open(story), Inline()) as session:
        size = story.read_bytes().count(b"\n")
        session.mark_seen([post.id for post in session.story().posts], NOW)
        assert story.read_bytes().count(b"\n") == size + 1
        session.mark_seen([], NOW)
        assert story.read_bytes().count(b"\n") == size + 1


def test_what_was_seen_last_is_marked_when_the_desk_is_left(story, tmp_path):
    with Terminal("--store", str(story), folder=tmp_path) as terminal:
        terminal.shows("1 Stream", "4 posts")
        terminal.press("\r")
        terminal.shows("1 of 4")
        for number in (2, 3):
            terminal.press("n")
            terminal.shows(f"{number} of 4")
        terminal.press("\x11")
        terminal.ends()
    assert marks(story) == ["read"] * 3
