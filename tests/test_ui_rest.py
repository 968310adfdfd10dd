from __future__ import annotations

import gc
import weakref
from contextlib import contextmanager

import pytest
from desk_app import desk, strike_story, until
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from newsdesk.ui.terminal.last_look import InTurn, LastLook
from newsdesk.ui.terminal.rest import AT_REST, SearchAtRest


@pytest.fixture(autouse=True)
def _nothing_else_is_searched():
    """What all tests before made would take seconds each time."""
    gc.freeze()
    yield
    gc.unfreeze()


class _Circle:
    """Holds itself: only a search for garbage finds that nobody else does."""

    def __init__(self) -> None:
        self.itself = self


def _garbage() -> weakref.ref[_Circle]:
    return weakref.ref(_Circle())


def _old_garbage(searches: int) -> weakref.ref[_Circle]:
    """What searches among young objects do not come upon any more."""
    gc.collect()
    held = _Circle()
    for _ in range(searches):
        gc.collect(1)
    return weakref.ref(held)


def _rest(search: SearchAtRest) -> None:
    """Nothing stirs for as long as it takes to be at rest."""
    for _ in range(AT_REST):
        search.look()


@contextmanager
def _searching_at_rest():
    before, pythons = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*pythons)
    try:
        search = SearchAtRest()
        search.begin()
        yield search
        search.end()
        assert gc.get_threshold() == pythons
    finally:
        gc.set_threshold(*before)


def test_all_objects_are_searched_only_once_nothing_stirred_for_a_whole_turn():
    with _searching_at_rest() as search:
        garbage = _old_garbage(10)
        search.stir()
        _rest(search)
        assert garbage() is not None
        search.look()
        assert garbage() is None


def test_hardly_anything_made_is_not_worth_a_search():
    with _searching_at_rest() as search:
        garbage = _old_garbage(3)
        _rest(search)
        assert garbage() is not None


def test_a_desk_that_never_rests_is_searched_at_last(monkeypatch):
    monkeypatch.setattr("newsdesk.ui.terminal.rest._AT_LAST", 20)
    with _searching_at_rest() as search:
        garbage = _old_garbage(19)
        search.stir()
        search.look()
        assert garbage() is not None
        gc.collect(1)
        search.stir()
        search.look()
        assert garbage() is None


def test_where_the_search_is_put_off_it_stays_so():
    with _searching_at_rest() as search:
        garbage = _old_garbage(10)
        gc.disable()
        try:
            _rest(search)
        finally:
            gc.enable()
        assert garbage() is not None


async def test_a_desk_that_opens_while_nothing_is_searched_begins_the_search_once_it_is_seen(tmp_path):
    story = strike_story(tmp_path / "story.jsonl")
    gc.disable()
    try:
        with _searches() as seen:
            async with desk(story):
                assert gc.isenabled()
        assert 2 in seen
    finally:
        gc.enable()


@contextmanager
def _searches():
    """The generations that are searched meanwhile."""
    seen: list[int] = []

    def note(phase, info):
        if phase == "start":
            seen.append(info["generation"])

    gc.collect()
    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


def test_what_a_new_post_makes_is_searched_only_at_rest():
    with _searching_at_rest() as search, _searches() as seen:
        made = [[] for _ in range(5_000)]
        search.stir()
        search.look()
        assert seen == []
        _rest(search)
        assert seen == [1]
        _rest(search)
        assert seen == [1]
        made += [[] for _ in range(15_000)]
        search.stir()
        search.look()
        assert seen == [1, 1]


def test_young_objects_are_searched_at_any_time_where_there_are_very_many_but_never_all_objects(monkeypatch):
    monkeypatch.setattr("newsdesk.ui.terminal.rest._MOST_YOUNG", 500)
    with _searching_at_rest(), _searches() as seen:
        made = [[] for _ in range(10_000)]
        assert set(seen) == {0, 1}
        assert made


async def test_a_desk_searches_at_rest_until_it_is_left_and_a_key_is_no_rest(tmp_path):
    before = gc.get_threshold()
    async with desk(strike_story(tmp_path / "story.jsonl")) as pilot:
        assert gc.get_threshold()[2] > before[2]
        search = pilot.app._garbage
        search.look()
        assert search._still >= 0
        await pilot.press("j")
        assert search._still < 0
        garbage = _old_garbage(10)

        def searched() -> bool:
            search.look()
            return garbage() is None

        assert not searched()
        await until(pilot, searched)
    assert gc.get_threshold() == before


class _Louder(LineFilter):
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        return [Segment(segment.text.upper(), segment.style) for segment in segments]


def test_filters_in_turn_draw_what_one_after_the_other_draws():
    segments = [Segment("the ferry\x1b[2J "), Segment("sails")]
    background = Color(0, 0, 0)
    first, second = LastLook(), _Louder()
    one_by_one = second.apply(first.apply(segments, background), background)
    assert InTurn([first, second]).apply(segments, background) == one_by_one
    assert "\x1b" not in "".join(segment.text for segment in one_by_one)
