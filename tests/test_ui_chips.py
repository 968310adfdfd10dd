"""The line of what is filtered."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from desk_app import (
    MEDIUM,
    NARROW,
    chip_line,
    desk,
    headlines,
    on_screen,
    press,
    settled,
    strike_story,
    write,
)

from newsdesk.story.filter import Filter
from newsdesk.ui.panes.chips import ChipLine, fitting
from newsdesk.ui.panes.stream import StreamPane


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


async def filtered(pilot, **wanted):
    pilot.app.screen._set_filter(Filter(**wanted))
    await settled(pilot)


def chosen(pilot):
    """The chip that stands out by being reversed."""
    words = line(pilot).render()
    return "".join(words.plain[span.start : span.end] for span in words.spans if "reverse" in str(span.style))


def line(pilot):
    return pilot.app.screen.query_one(ChipLine)


async def test_the_line_is_there_while_something_is_filtered(story):
    async with desk(story, MEDIUM) as pilot:
        assert not line(pilot).display
        await filtered(pilot, actor="Ana Ruiz", label="Breaking", text="[b]zebra")
        assert on_screen(pilot).split("\n")[1].strip() == "only [words of Ana Ruiz ×] [BREAKING ×] [“[b]zebra” ×]"
        assert "only" not in on_screen(pilot).split("\n")[0]
        await press(pilot, "escape")
        assert not line(pilot).display


async def test_the_year_that_needs_no_saying_is_that_of_the_zone_on_the_screen(story):
    zone = ZoneInfo("Pacific/Auckland")
    async with desk(story, zone=zone, as_of=datetime(2024, 12, 31, 23, 30, tzinfo=UTC)) as pilot:
        await filtered(pilot, since=datetime(2025, 5, 11, 14, tzinfo=zone))
        assert chip_line(pilot) == "only [since 11 May 14:00 NZST ×]"


async def test_a_line_that_is_not_there_takes_no_focus(story):
    async with desk(story) as pilot:
        line = pilot.app.screen.query_one(ChipLine)
        assert not line.can_focus
        await press(pilot, "2", "F")
        assert line.can_focus
        await press(pilot, "escape")
        assert not line.can_focus


async def test_keys_take_a_chip_away_and_leave(story):
    async with desk(story, MEDIUM) as pilot:
        await press(pilot, "C")
        assert pilot.app.screen.query_one(StreamPane).has_focus, "there is no line to go to"
        await filtered(pilot, actor="Ana Ruiz", label="Breaking", unread=True)
        assert headlines(pilot) == []
        await press(pilot, "C")
        assert chosen(pilot) == "[words of Ana Ruiz ×]"
        await press(pilot, "l", "right", "right", "h")
        assert chosen(pilot) == "[BREAKING ×]"
        await press(pilot, "x")
        assert chip_line(pilot) == "only [words of Ana Ruiz ×] [unread ×]"
        assert len(headlines(pilot)) == 2
        assert chosen(pilot) == "[unread ×]", "the one that took its place"
        await press(pilot, "delete")
        await press(pilot, "escape")
        assert chip_line(pilot) == "only [words of Ana Ruiz ×]", "leaving keeps the filter"
        assert pilot.app.screen.query_one(StreamPane).has_focus


async def test_the_next_chip_is_taken_from_what_is_left_though_the_rows_are_late(story, monkeypatch):
    async with desk(story) as pilot:
        await filtered(pilot, label="Breaking", text="strike")
        monkeypatch.setattr(pilot.app._desk._live, "make_rows", lambda *args: None)
        await press(pilot, "C", "x", "x")
        assert not pilot.app._desk._filter
        assert not line(pilot).display


async def test_with_the_last_chip_the_line_goes_and_the_pane_has_the_keys_again(story):
    async with desk(story, MEDIUM) as pilot:
        await press(pilot, "2")
        await filtered(pilot, actor="Ana Ruiz")
        await press(pilot, "C", "backspace")
        assert (chip_line(pilot), len(headlines(pilot))) == ("", 4)
        assert pilot.app.screen.query_one("#quotes").has_focus_within


async def test_a_click_takes_a_chip_away(story):
    async with desk(story, MEDIUM) as pilot:
        await filtered(pilot, actor="Ana Ruiz", unread=True)
        await pilot.click(ChipLine, offset=(2, 0))
        await settled(pilot)
        assert chip_line(pilot) == "only [words of Ana Ruiz ×] [unread ×]", "the word before them is none"
        await pilot.click(ChipLine, offset=(8, 0))
        await settled(pilot)
        assert chip_line(pilot) == "only [unread ×]"


async def test_what_does_not_fit_is_counted_and_can_be_reached(story):
    async with desk(story, NARROW) as pilot:
        await filtered(
            pilot,
            actor="Ana Ruiz",
            label="Breaking",
            unread=True,
            starred=True,
            text="a very long line of words to search",
        )
        assert chip_line(pilot) == "only [words of Ana Ruiz ×] [BREAKING ×] [unread ×] +2 more"
        await press(pilot, "C", "l", "l", "l", "l")
        assert chosen(pilot) == "[“a” “very” “long” “line” “of”… ×]"
        assert chip_line(pilot).endswith("more")
        await press(pilot, "x")
        assert "very long" not in chip_line(pilot)


async def test_a_click_on_what_does_not_fit_shows_it(story):
    async with desk(story, NARROW) as pilot:
        await filtered(pilot, actor="Ana Ruiz", label="Breaking", unread=True, starred=True, text="words to search")
        await pilot.click(ChipLine, offset=(len(chip_line(pilot)) - 1, 0))
        await settled(pilot)
        assert "Show only posts" in on_screen(pilot)


async def test_a_time_span_is_a_chip(story):
    async with desk(story, MEDIUM) as pilot:
        await press(pilot, "f", "shift+tab", "shift+tab")
        await write(pilot, "11 May 12:00")
        await press(pilot, "enter")
        assert chip_line(pilot) == "only [since 11 May 12:00 BST ×]"
        assert len(headlines(pilot)) == 2


async def test_while_unread_ones_are_shown_what_is_read_stays_until_the_filter_is_applied_anew(story):
    async with desk(story, MEDIUM) as pilot:
        await filtered(pilot, unread=True)
        before = headlines(pilot)
        await press(pilot, "j", "enter", "escape")
        assert headlines(pilot) == before
        await press(pilot, "m")
        assert headlines(pilot) == before
        await press(pilot, "f", "enter")
        assert headlines(pilot) == before[:1]


@pytest.mark.parametrize(
    ("room", "wanted", "shown"),
    [(27, 0, [0, 1, 2]), (26, 0, [0, 1]), (25, 0, [0]), (26, 2, [1, 2]), (25, 2, [2]), (3, 1, [1])],
)
def test_the_wanted_chip_is_among_those_that_fit(room, wanted, shown):
    assert list(fitting([8, 9, 8], room, wanted)) == shown
