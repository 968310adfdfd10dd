"""Adding, renaming, re-dating, pinning and dismissing events on the desk, and taking it back."""

from datetime import date

import pytest
from desk_app import (
    MEDIUM,
    NARROW,
    NOW,
    WIDE,
    add_to,
    desk,
    notices,
    on_screen,
    press,
    sample_story,
    settled,
    strike_story,
    until,
    write,
)
from textual.widgets import Static
from textual.widgets._toast import Toast

from newsdesk.model import Mark
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story.days import Days
from newsdesk.story.own_events import changing
from newsdesk.system.background import Inline
from newsdesk.ui.dialogs.event_form import EventForm
from newsdesk.ui.dialogs.passages import Passages
from newsdesk.ui.panes.countdown import CountdownPane

LEITH = """\
  1. Hotels in Leith are full

    Hotels in Leith are fullpublished at 17:10 British Summer Time 11 May 2025

    Direct talks between the dockers and the ports will be held in Leith on Thursday, hotel owners said.

"""


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "story.jsonl")


def pane(pilot) -> CountdownPane:
    return pilot.app.screen_stack[0].query_one(CountdownPane)


def titles(pilot) -> list[str]:
    return [row.title for row in pane(pilot).rows]


def said(story) -> frozenset[Mark]:
    """What another process reads of the user's word."""
    with Session(Store.open(story), Inline()) as session:
        return session.marks().said


def understood(pilot) -> str:
    return str(pilot.app.screen.query_one("#understood", Static).content)


async def test_an_event_of_ones_own_is_added_with_its_name_and_its_day(story):
    async with desk(story) as pilot:
        before = titles(pilot)
        await press(pilot, "3", "plus")
        assert isinstance(pilot.app.screen, EventForm)
        await write(pilot, "Call with [Leith]")
        await press(pilot, "enter")
        await write(pilot, "in a while")
        assert understood(pilot).startswith("“in a while” names no day: write it as")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EventForm)
        pilot.app.screen.query_one("#when").value = ""
        await write(pilot, "Thursday 2pm")
        assert understood(pilot).startswith("= Thu ")
        await press(pilot, "enter")
        assert sorted(titles(pilot)) == sorted([*before, "Call with [Leith]"])
        assert "added by you" in on_screen(pilot)
        assert notices(pilot)[-1].startswith("Added “Call with [Leith]”, Thu ")
        # Where it came from cannot be shown: that is said.
        assert pane(pilot).current.title == "Call with [Leith]"
        await press(pilot, "enter")
        assert notices(pilot)[-1].startswith("No source mentions it")
        await press(pilot, "u")
        assert titles(pilot) == before


async def test_a_name_and_a_day_are_asked_for_before_anything_is_added(story):
    async with desk(story) as pilot:
        await press(pilot, "3", "plus", "enter")
        assert understood(pilot) == "It needs a name"
        await write(pilot, "Call")
        await press(pilot, "enter", "enter")
        assert understood(pilot).startswith("It needs a day")
        await press(pilot, "escape")
        assert "Call" not in titles(pilot)


async def test_an_hour_of_another_zone_is_shown_in_the_desks_before_it_is_taken(story):
    async with desk(story) as pilot:
        await press(pilot, "3", "plus", "tab")
        await write(pilot, "20 May 2025 14:00 IST")
        assert understood(pilot).startswith("= Tue 20 May 2025 14:00 IST = 20 May 09:30 BST, in ")
        pilot.app.screen.query_one("#when").value = ""
        await write(pilot, "20 May 2025 14:00")
        assert understood(pilot).startswith("= Tue 20 May 2025 14:00 BST, in ")


async def test_another_name_and_day_show_at_once_in_other_processes_and_after_reading_again(story):
    async with desk(story) as pilot:
        (first, *_) = titles(pilot)
        await press(pilot, "3", "g", "c")
        assert pilot.app.screen.query_one("#what").value == first
        await write(pilot, "The crossing")
        await press(pilot, "tab")
        pilot.app.screen.query_one("#when").value = "20 May 2025"
        await press(pilot, "enter")
        assert "The crossing" in titles(pilot)
        assert "name and day by you" in on_screen(pilot)
        assert (
            notices(pilot)[-1]
            == f"“{first}” is called “The crossing”, “The crossing” is Tue 20 May 2025; u takes it back"
        )
        (row,) = [row for row in pane(pilot).rows if row.title == "The crossing"]
        assert "Tue 20 May" in row.days
        # Its mentions still lead to the words.
        pane(pilot).cursor = titles(pilot).index("The crossing")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Passages)
    async with desk(story) as pilot:
        assert "The crossing" in titles(pilot)
        await press(pilot, "3")
        pane(pilot).cursor = titles(pilot).index("The crossing")
        await press(pilot, "c")
        # An empty field is as the sources have it.
        for field in ("what", "when"):
            pilot.app.screen.query_one(f"#{field}").value = ""
        await settled(pilot)
        assert understood(pilot).endswith("as found")
        await press(pilot, "enter", "enter")
        assert first in titles(pilot)
        assert "by you" not in on_screen(pilot)


async def test_leaving_the_form_unchanged_changes_nothing(story):
    async with desk(story) as pilot:
        await press(pilot, "3", "g", "c", "enter")
        assert not isinstance(pilot.app.screen, EventForm)
        assert notices(pilot) == []
        assert said(story) == frozenset()


async def test_what_was_left_alone_in_the_form_stays_what_another_desk_says_meanwhile(story):
    async with desk(story) as pilot:
        await press(pilot, "3", "g", "c")
        await write(pilot, ", once more")
        shown = pilot.app.screen_stack[0]._story
        first = shown.event(pane(pilot).current.key)
        with Session(Store.open(story), Inline()) as other:
            days = Days(date(2025, 5, 27))
            other.correct(changing(shown.own_events, first, shown.post_by_id, NOW, title=None, days=days))
        await until(pilot, lambda: any("Tue 27 May" in row.days for row in pane(pilot).rows))
        await press(pilot, "enter")
        (row,) = [row for row in pane(pilot).rows if row.title.endswith(", once more")]
        assert row.days == "Tue 27 May"


async def test_what_was_said_of_an_event_outlives_the_source_it_was_said_in(story):
    async with desk(story) as pilot:
        await press(pilot, "3", "g", "c")
        await write(pilot, "The crossing")
        await press(pilot, "enter")
        marks = said(story)
        add_to(story, [("/saved/leith.txt", LEITH.encode())])
        await until(pilot, lambda: [row.mentions for row in pane(pilot).rows] == [3])
        first = next(source for source in pilot.app.screen._story.sources if source.origin == "/saved/strike.txt")
        pilot.app.screen.remove_source(first.id)
        await until(pilot, lambda: [row.mentions for row in pane(pilot).rows] == [1])
        assert titles(pilot) == ["The crossing"]
        await press(pilot, "u")
        assert titles(pilot) == ["The crossing"]
        assert said(story) == marks


async def test_dismissed_events_go_come_back_and_are_counted(story):
    async with desk(story) as pilot:
        before = titles(pilot)
        await press(pilot, "3", "X")
        assert notices(pilot)[-1] == "No event is dismissed"
        await press(pilot, "g", "x")
        assert titles(pilot) == before[1:]
        assert notices(pilot)[-1] == f"Dismissed “{before[0]}”; u takes it back"
        assert "1 dismissed" in pane(pilot).counts
        await press(pilot, "X")
        assert titles(pilot) == [*before[1:], before[0]]
        assert "── Dismissed" in on_screen(pilot)
        await press(pilot, "G", "x")
        assert sorted(titles(pilot)) == sorted(before)
        assert "dismissed" not in pane(pilot).counts
        await press(pilot, "g", "x", "u")
        assert sorted(titles(pilot)) == sorted(before)


async def test_a_pinned_event_stands_first_and_says_so_in_a_word(story):
    async with desk(story) as pilot:
        before = titles(pilot)
        await press(pilot, "3", "G", "exclamation_mark")
        assert titles(pilot) == [before[-1], *before[:-1]]
        assert "pinned · " in on_screen(pilot)
        await press(pilot, "g", "exclamation_mark")
        assert titles(pilot) == before


async def test_an_event_is_off_then_over_then_as_found(story):
    async with desk(story) as pilot:
        before = on_screen(pilot)
        await press(pilot, "3", "O")
        assert notices(pilot)[-1].endswith("is called off; u takes it back")
        assert "CALLED OFF" in on_screen(pilot)
        assert "called off by you" in on_screen(pilot)
        await press(pilot, "G", "O")
        assert "ended by you" in on_screen(pilot)
        await press(pilot, "O")
        assert "by you" not in on_screen(pilot)
        assert before.count("CALLED OFF") == on_screen(pilot).count("CALLED OFF")
        await press(pilot, "g", "O", "u")
        assert "by you" not in on_screen(pilot)


async def test_the_same_key_again_is_meant_for_the_same_event_where_that_has_gone_out_of_sight(tmp_path):
    async with desk(sample_story(tmp_path / "sample.jsonl"), MEDIUM) as pilot:
        first = titles(pilot)[0]
        await press(pilot, "3", "O")
        assert (titles(pilot)[0], pane(pilot).current.title) != (first, titles(pilot)[0])
        await press(pilot, "O")
        assert notices(pilot)[-1].startswith(f"“{first}” has ended")
        await press(pilot, "O")
        assert (pane(pilot).current.title, titles(pilot)[0]) == (first, first)
        await press(pilot, "j", "k")
        assert pane(pilot)._acted_on is None


async def test_keys_of_an_empty_countdown_do_nothing_but_add(tmp_path):
    path = add_to(tmp_path / "story.jsonl", [("/saved/plain.txt", b"Nothing is planned here.\n\nOr anywhere.\n")])
    async with desk(path) as pilot:
        await press(pilot, "3", "c", "x", "O", "exclamation_mark")
        assert notices(pilot) == []
        await press(pilot, "plus")
        await write(pilot, "Call")
        await press(pilot, "enter")
        await write(pilot, "2 January 2026")
        await press(pilot, "enter")
        assert titles(pilot) == ["Call"]


@pytest.mark.parametrize("key", ["1", "2"])
async def test_an_event_may_be_added_from_the_other_panes(story, key):
    async with desk(story) as pilot:
        await press(pilot, key, "plus")
        assert isinstance(pilot.app.screen, EventForm)
        await write(pilot, "Call")
        await press(pilot, "enter")
        await write(pilot, "2 January 2026")
        await press(pilot, "enter")
        assert "Call" in titles(pilot)


async def test_the_form_fits_a_narrow_screen(story):
    async with desk(story, NARROW) as pilot:
        await press(pilot, "3", "plus")
        await write(pilot, "x" * 300)
        assert "When" in on_screen(pilot)
        await press(pilot, "enter")
        assert understood(pilot) == "A name has at most 120 characters, this one has 300"


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_what_is_said_of_a_change_covers_no_row_of_the_countdown(story, size):
    async with desk(story, size=size) as pilot:
        await press(pilot, "3", "x")
        (notice,) = pilot.app.screen.query(Toast)
        assert notices(pilot)[0].endswith("u takes it back")
        assert notice.region.height <= 2
        assert not notice.region.overlaps(pane(pilot).region)
        foot = pilot.app.screen.query_one("#stream").region.bottom - 1
        assert notice.region.bottom <= foot, "the foot of the pane is to be read, too"
