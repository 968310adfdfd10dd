"""Searching in the post that is read."""

from dataclasses import replace

import pytest
from conftest import screen_text
from desk_app import MEDIUM, desk, on_screen, press, reversed_words, strike_story, write
from test_ui_reader import TEXT, page

from newsdesk.ui.dialogs.page_text import Words, found_in
from newsdesk.ui.dialogs.reader import Reader
from newsdesk.ui.panes.header import SearchLine


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "story.jsonl")


def search_line(pilot):
    return pilot.app.screen.query_one(SearchLine)


async def test_words_are_marked_as_they_are_typed_and_n_goes_on_to_the_next_post(story):
    async with desk(story, MEDIUM) as pilot:
        await press(pilot, "enter", "slash")
        await write(pilot, "the")
        assert reversed_words(pilot).casefold().count("the") >= 1
        assert "Post / the" in on_screen(pilot)
        assert "? Help" not in on_screen(pilot).splitlines()[-3], "here ? is a letter"
        await press(pilot, "enter")
        reader = pilot.app.screen
        first, places = reader.post_id, len(reader._found)
        assert places
        assert f"1 of {places} · n next, N previous" in on_screen(pilot)
        for _ in range(places - 1):
            await press(pilot, "n")
        assert reader.post_id == first
        assert f"{places} of {places}" in on_screen(pilot)
        await press(pilot, "n")
        assert reader.post_id != first
        assert reader._found
        await press(pilot, "N")
        assert reader.post_id == first
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Reader)
        assert not search_line(pilot).display
        assert reader._found == ()
        await press(pilot, "n")
        assert reader.post_id != first
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, Reader)


async def test_escape_in_the_field_and_no_words_end_the_search_and_letters_are_words(story):
    async with desk(story, MEDIUM) as pilot:
        await press(pilot, "enter", "slash", "q", "n", "question_mark")
        reader = pilot.app.screen
        assert reader._sought == "qn"
        assert "no match" in on_screen(pilot)
        await press(pilot, "escape", "slash", "enter")
        assert pilot.app.screen is reader
        assert not search_line(pilot).display
        await press(pilot, "q")
        assert pilot.app.screen is not reader


async def test_a_match_further_down_is_gone_to_and_stays_when_the_page_is_read_again(story):
    async with desk(story, (80, 14)) as pilot:
        long = page(2, text=TEXT)
        reader = Reader(lambda _: replace(long, starred=not reader._page.starred if reader._page else False), [2], 2)
        await pilot.app.push_screen(reader)
        await press(pilot, "slash")
        await write(pilot, "paragraph keeps")
        await press(pilot, "enter", "n")
        for _ in range(18):
            await press(pilot, "n")
        assert reader._match == 19
        there = reader.scroller.scroll_offset.y
        assert there > 10
        reader.refresh_page()
        await press(pilot, "f5")
        assert (reader._match, reader.scroller.scroll_offset.y) == (19, there)
        for _ in range(19):
            await press(pilot, "N")
        assert "Paragraph 0" in screen_text(pilot.app)


def test_a_page_is_found_where_it_has_all_of_the_words():
    one = page(2, headline="Ferry late", text="The ferry is late again. “Late,” she said.")
    assert found_in(one, "late") == [Words("headline", 6, 10), Words("text", 13, 17), Words("text", 26, 30)]
    assert found_in(one, "late nowhere") == []
    assert found_in(one, '"is late"') == [Words("text", 10, 17)]
    assert found_in(one, '"') == []
