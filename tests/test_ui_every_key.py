"""No key of the desk ends it, whatever pane has the keys, with a story and without one."""

import pytest
from desk_app import MEDIUM, desk, notices, press, settled, strike_story

from newsdesk.ui.desk.desk import Desk
from newsdesk.ui.keys.commands import (
    ACTOR_QUOTES,
    ACTORS,
    APP,
    DESK,
    FILTER_ACTOR,
    MOVE,
    NAME_ACTOR,
    NOBODYS,
    OPEN,
    OPEN_EVENT,
    PLACES,
    SET_SPEAKER,
    STATEMENTS,
    Command,
)

PANE_COMMANDS = (
    OPEN,
    STATEMENTS,
    FILTER_ACTOR,
    ACTOR_QUOTES,
    ACTORS,
    OPEN_EVENT,
    NAME_ACTOR,
    SET_SPEAKER,
    NOBODYS,
    PLACES,
)
DEEPEST = 4
"""Most screens and states that Escape has to undo after one key."""


def keys_of(*commands: Command) -> list[str]:
    """Every key once."""
    return list(dict.fromkeys(key for command in commands for key in command.keys.split(",")))


def leaves(command: Command, *, empty: bool) -> bool:
    return command.action in {"app.quit", "quit"} or (empty and command.action == "open_sample")


@pytest.fixture
def path(tmp_path, monkeypatch, request):
    monkeypatch.chdir(tmp_path)  # the tree of the add dialog starts here
    monkeypatch.setattr("webbrowser.open", lambda url: True)
    file = tmp_path / "story.jsonl"
    return file if request.param == "empty" else strike_story(file)


async def back_to_the_desk(pilot, pane):
    """Escape undoes what a key did; then the pane has the keys again."""
    for _ in range(DEEPEST):
        top = pilot.app.screen
        if isinstance(top, Desk) and not top._search and not top._filter and not top.has_class("-zoomed"):
            break
        await press(pilot, "escape")
    assert isinstance(pilot.app.screen, Desk)
    if pilot.app.screen._active_pane() != pane or not pilot.app.screen.focused:
        await press(pilot, str(Desk.PANES.index(pane) + 1))


@pytest.mark.parametrize(
    ("path", "pane"), [*(("story", pane) for pane in Desk.PANES), ("empty", Desk.PANES[0])], indirect=["path"]
)
async def test_every_key_does_something_or_nothing_and_escape_comes_back(path, pane):
    empty = not path.exists()
    commands = [command for command in (*DESK, *APP, *MOVE, *PANE_COMMANDS) if not leaves(command, empty=empty)]
    async with desk(path, MEDIUM) as pilot:
        await back_to_the_desk(pilot, pane)
        for key in keys_of(*commands):
            try:
                await press(pilot, key)
                assert pilot.app.is_running
                await back_to_the_desk(pilot, pane)
            except BaseException as error:
                error.add_note(f"the key was {key}")
                raise
        assert [notice for notice in notices(pilot) if "did not work" in notice] == []


@pytest.mark.parametrize("key", keys_of(*(command for command in (*DESK, *APP) if leaves(command, empty=False))))
@pytest.mark.parametrize("path", ["story", "empty"], indirect=True)
async def test_the_desk_can_be_left_from_every_pane(path, key):
    async with desk(path) as pilot:
        await press(pilot, "tab", key)
        await settled(pilot)
        assert pilot.app._exit
        assert pilot.app.return_code == 0
