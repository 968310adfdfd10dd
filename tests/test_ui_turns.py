"""Pictures of the desk when all panes changed."""

import pytest
from desk_app import desk, press, settled, strike_story
from textual._compositor import Compositor
from textual.messages import Update

from newsdesk.ui.lists.line_list import LineList
from newsdesk.ui.panes.foot import Footed
from newsdesk.ui.panes.stream import StreamPane


@pytest.fixture
def pictures(monkeypatch):
    """The lists of each picture, as they are drawn."""
    drawn = []
    update = Compositor.update_widgets

    def noted(self, widgets):
        drawn.append({widget for widget in widgets if isinstance(widget, LineList | Footed)})
        update(self, widgets)

    monkeypatch.setattr(Compositor, "update_widgets", noted)
    return drawn


async def test_one_list_is_drawn_at_a_time_and_the_one_with_the_focus_first(tmp_path, pictures):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        lists = [*pilot.app.screen.query(LineList)]
        assert len(lists) > 2
        pictures.clear()
        for one in lists:
            one.refresh()
        await settled(pilot)
        with_lists = [picture for picture in pictures if picture]
        assert [len(picture) for picture in with_lists] == [1] * len(lists)
        assert set().union(*with_lists) == set(lists)
        (first,) = with_lists[0]
        assert first is pilot.app.screen.focused


async def test_what_waits_is_drawn_once_however_often_it_asks(tmp_path, pictures):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        await press(pilot, "3")
        stream = pilot.app.screen.query_one(StreamPane)
        assert not stream.has_focus
        pictures.clear()
        for _ in range(3):
            stream.refresh()
        await settled(pilot)
        assert sum(stream in picture for picture in pictures) == 1


async def test_turns_come_under_a_dialog_and_again_when_it_is_left(tmp_path, pictures):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        await press(pilot, "3", "f")
        desk_below = pilot.app.screen_stack[0]
        stream = desk_below.query_one(StreamPane)
        stream.refresh()
        await settled(pilot)
        assert not desk_below._turns._waiting
        await press(pilot, "escape")
        pictures.clear()
        stream.refresh()
        await settled(pilot)
        assert any(stream in picture for picture in pictures)


async def test_nobody_else_hears_of_a_list_that_waits(tmp_path):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        heard = []
        pilot.app.message_signal.subscribe(pilot.app, heard.append, immediate=True)
        for one in pilot.app.screen.query(LineList):
            one.refresh()
        await settled(pilot)
        assert not [message for message in heard if isinstance(message, Update)]
