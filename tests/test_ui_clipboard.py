"""The clipboard: several quotes as a list, and the programs that take it."""

from __future__ import annotations

import os
import stat
import sys

import pytest
from desk_app import desk, notices, press, settled, strike_story
from textual.geometry import Offset
from textual.selection import Selection

from newsdesk.ui.panes.quotes import ActorList, QuoteList
from newsdesk.ui.terminal import clipboard
from newsdesk.ui.terminal.clipboard import give_to_program

PROGRAM = """#!{python}
import pathlib, sys
pathlib.Path({out!r}).write_text(repr((sys.argv[1:], sys.stdin.buffer.read().decode({encoding!r}))), encoding="utf-8")
"""


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "story.jsonl")


def program(folder, name, text=PROGRAM, encoding="utf-8"):
    folder.mkdir(exist_ok=True)
    out = folder / f"{name}.out"
    file = folder / name
    file.write_text(text.format(python=sys.executable, out=str(out), encoding=encoding), encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return out


HOSTILE = "$(touch x); `y` 'z' \"“ä”\n-o"


@pytest.mark.parametrize(
    ("name", "environment", "platform", "encoding", "arguments"),
    [
        ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0"}, "linux", "utf-8", ["--type", "text/plain;charset=utf-8"]),
        ("xclip", {"DISPLAY": ":0"}, "linux", "utf-8", ["-selection", "clipboard", "-in"]),
        ("xsel", {"DISPLAY": ":0"}, "linux", "utf-8", ["--clipboard", "--input"]),
        ("pbcopy", {}, "darwin", "utf-8", []),
        ("clip.exe", {"WSL_DISTRO_NAME": "Debian"}, "linux", "utf-16-le", []),
    ],
)
def test_a_program_gets_the_words_on_its_input_and_nothing_else(
    tmp_path, name, environment, platform, encoding, arguments
):
    out = program(tmp_path / "bin", name, encoding=encoding)
    give_to_program(HOSTILE, {"PATH": str(tmp_path / "bin"), **environment}, platform)
    assert out.read_text(encoding="utf-8") == repr((arguments, HOSTILE))


@pytest.mark.parametrize(
    ("name", "environment", "platform"),
    [("wl-copy", {}, "linux"), ("xclip", {}, "linux"), ("pbcopy", {"SSH_CONNECTION": "a 1 b 2"}, "darwin")],
)
def test_a_program_that_does_not_lead_to_the_users_screen_is_not_run(tmp_path, name, environment, platform):
    out = program(tmp_path / "bin", name)
    give_to_program("words", {"PATH": str(tmp_path / "bin"), **environment}, platform)
    assert not out.exists()


def test_a_program_of_the_folder_at_hand_is_not_run(tmp_path, monkeypatch):
    out = program(tmp_path, "wl-copy")
    monkeypatch.chdir(tmp_path)
    give_to_program("words", {"PATH": ".", "WAYLAND_DISPLAY": "w"}, "linux")
    assert not out.exists()


def test_one_that_fails_or_never_ends_lets_the_next_one_try(tmp_path, monkeypatch):
    monkeypatch.setattr(clipboard, "PATIENCE_SECONDS", 0.5)
    folder = tmp_path / "bin"
    program(folder, "wl-copy", "#!{python}\nimport time\ntime.sleep(60)\n")
    program(folder, "xclip", "#!{python}\nraise SystemExit(1)\n")
    # Slower to start than the first one is given, on a busy machine.
    out = program(folder, "xsel", '#!/bin/sh\n/bin/cat > "{out}"\n')
    give_to_program("words", {"PATH": str(folder), "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux")
    assert out.read_text(encoding="utf-8") == "words"


async def test_the_desk_gives_what_it_copies_to_a_program(story, tmp_path, monkeypatch):
    out = program(tmp_path / "bin", "wl-copy")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    async with desk(story) as pilot:
        await press(pilot, "y")
        await settled(pilot)
        assert pilot.app.clipboard
        assert out.read_text(encoding="utf-8").endswith(f", {pilot.app.clipboard!r})")


async def test_several_selected_quotes_are_a_list_each_with_its_citation(story):
    async with desk(story) as pilot:
        actors = pilot.app.screen.query_one(ActorList)
        quotes = pilot.app.screen.query_one(QuoteList)
        most = max(range(len(actors.rows)), key=lambda at: actors.rows[at].count)
        await press(pilot, "2", *["j"] * most, "enter")
        rows = list(quotes.rows)
        assert len(rows) > 1
        pilot.app.screen.selections = {quotes: Selection(Offset(1, 0), None)}
        await press(pilot, "y")
        assert pilot.app.clipboard == "\n".join(f"- {row.citation.text}" for row in rows)
        assert notices(pilot)[-1] == f"Copied: {len(rows)} quotes, each with its citation"
        await press(pilot, "Y")
        assert pilot.app.clipboard == "\n".join(f"- {row.citation.markdown}" for row in rows)
        pilot.app.screen.selections = {quotes: Selection(Offset(1, 0), Offset(4, 0))}
        await press(pilot, "y")
        assert 0 < len(pilot.app.clipboard) <= 3
        assert pilot.app.clipboard in rows[0].text


async def test_a_row_is_copied_as_markdown(story):
    async with desk(story) as pilot:
        await press(pilot, "Y")
        assert pilot.app.clipboard.endswith(", 16:03 BST 11 May 2025")
        await press(pilot, "2", "Y")
        assert pilot.app.clipboard
