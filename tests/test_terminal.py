"""newsdesk in a real terminal: what reaches it, what it shows, and how it is left behind."""

from __future__ import annotations

import base64
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="there are no pseudo-terminals here")
from loopback import FEED, answer, loopback
from pdf_file import pdf, written
from pty_screen import COLUMNS, LINES, PATIENCE, Terminal, environment

from newsdesk.cli import main
from newsdesk.cli.outcome import INTERRUPTED
from newsdesk.places import data_folder

ARTICLE = """\
Ferry crews suspend their strike

By Ines Calder
Tuesday, 4 March 2025

The harbour union said on Tuesday that crews would sail again from Wednesday.

"We will give the mediator one week," said Marta Olsen, the union's leader.

Talks are planned for 12 March in Port Ellery.
"""

HOSTILE_ARTICLE = """\
Ferry [/b] strike [@click=app.quit]ends[/] \x1b]0;owned\x07today

By Ines Calder
Tuesday, 4 March 2025

The harbour \x1b[2Junion \x1b]52;c;b3duZWQ=\x07said \x9b2J\x9d0;owned\x9c\u202eon\u202c Tuesday\U000e0041 that [all] crews would sail.

"We [the crews] will give [@click=app.bell]him[/] one week," said Marta Olsen, the union's leader.
"""

HOSTILE_NAME = "ferry\x1b]52;c;b3duZWQ=\x07\x9b2J\u202e[b]"

# What Textual draws with: colours, places, private modes and questions about them, the keyboard protocol, the pointer.
DRAWING = re.compile(
    rb"\x1b\[[0-9;]*[mH]|\x1b\[\?[0-9;]+[hl]|\x1b\[\?[0-9]+\$p|\x1b\[(?:>[0-9]+|<)u|\x1b\]22;[a-z]+\x07|\r\n"
)
NOT_FOR_TERMINALS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\U000e0000-\U000e007f]"
)


def commands_in(received: bytes) -> list[str]:
    """Control characters, and others that nobody sees, that are no part of drawing, each with what follows it."""
    drawn = DRAWING.sub(b"", received).decode("utf-8", "replace")
    return [drawn[match.start() :][:12] for match in NOT_FOR_TERMINALS.finditer(drawn)]


@pytest.fixture
def folder(tmp_path):
    """Where newsdesk starts; the article lies in it."""
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_a_long_add_says_how_far_it_is_and_leaves_nothing_of_that(folder):
    (folder / "other.txt").write_text(ARTICLE.replace("suspend", "begin"), encoding="utf-8")
    configuration = Path(os.environ["XDG_CONFIG_HOME"]) / "newsdesk" / "config.toml"
    configuration.parent.mkdir(parents=True)
    configuration.write_text('[fetch]\nprivate_addresses = ["127.0.0.1"]\n', encoding="utf-8")
    seen = threading.Event()

    def wait(_request, connection):
        seen.wait(PATIENCE)
        connection.sendall(answer(FEED.encode()))

    with loopback() as server:
        url = server.give("/feed", wait)
        arguments = ("add", "ferry.txt", "other.txt", url, "--store", "ferry.jsonl")
        with Terminal(*arguments, folder=folder, size=(120, LINES)) as terminal:
            terminal.shows("Reading 3 of 3: http://127.0.0.1:", ", 1 s")
            seen.set()
            assert terminal.ends() == 0
            assert "Reading" not in terminal.text
            assert terminal.text.count("+1 new") == 3
            for number, name in ((1, b"ferry.txt"), (2, b"other.txt")):
                assert b"\rReading %d of 3: %b " % (number, name) in terminal.received


def test_a_long_add_can_be_stopped(folder):
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    lines = written(*["The lock is shut, said the board, and it stays shut."] * 50)
    (folder / "flood.pdf").write_bytes(pdf(lines, times=20_000))
    with Terminal("add", "flood.pdf", "--store", "ferry.jsonl", folder=folder) as terminal:
        terminal.shows("Reading flood.pdf, 2 s of at most 60 s")
        terminal.send(signal.SIGINT)
        assert terminal.ends() == INTERRUPTED
        assert "Reading" not in terminal.text
        assert "stopped: 0 sources read, 1 not come to" in terminal.text
    assert not (folder / "ferry.jsonl").exists()


def test_nothing_is_said_of_progress_where_there_is_no_terminal(folder):
    done = subprocess.run(
        [sys.executable, "-m", "newsdesk", "add", "ferry.txt", "--store", "ferry.jsonl"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_is_added_with_keys_and_is_there_the_next_day(folder):
    with Terminal(folder=folder) as terminal:
        terminal.shows("No sources yet")
        terminal.press("a")
        terminal.shows("Add a source", "Path of a file")
        terminal.press("ferry.txt")
        terminal.shows("article · 1 post · Tue 4 Mar 2025", "already known")
        terminal.press("\r")
        terminal.shows("1 Stream", "Ferry crews suspend", "1 source")
        terminal.press("\r")
        terminal.shows("1 of 1", "Talks are planned for 12 March in Port Ellery.")
        terminal.press("q")
        terminal.hides("1 of 1")
        terminal.press("q")
        assert terminal.ends() == 0

    with Terminal(folder=folder) as terminal:
        terminal.shows("Ferry crews suspend", "1 source", "Marta Olsen")
        assert "No sources yet" not in terminal.text
        terminal.press("q")
        assert terminal.ends() == 0


def test_the_terminal_is_left_as_it_was_found(folder):
    with Terminal(folder=folder) as terminal:
        terminal.shows("No sources yet")
        # Alternate screen, mouse reporting, bracketed paste; 25 is the cursor, which is shown unless it is hidden.
        assert {mode: terminal.modes.get(mode) for mode in (1049, 1000, 1003, 1006, 2004, 25)} == {
            1049: True, 1000: True, 1003: True, 1006: True, 2004: True, 25: False
        }  # fmt: skip
        assert terminal.settings != terminal.settings_before
        terminal.press("q")
        terminal.ends()
        # The terminal's own defaults: cursor shown, lines wrapped.
        assert {mode for mode, is_set in terminal.modes.items() if is_set} <= {25, 7}
        assert terminal.modes[25]
        assert terminal.received.count(b"\x1b[>") == terminal.received.count(b"\x1b[<u"), "keyboard protocol"
        assert terminal.settings == terminal.settings_before


def test_it_ends_when_its_terminal_is_gone(folder):
    assert main(["add", str(folder / "ferry.txt")]) == 0
    with Terminal(folder=folder) as terminal:
        terminal.shows("Ferry crews suspend")
        terminal.press("?\x1b[B\x1b[A" * 100)  # far more pictures than wait to be drawn
        terminal.shows("─ Help ─")
        assert terminal.hang_up() == 0
    assert list(data_folder().rglob("*.view")), "how it was left is kept"


def test_an_empty_desk_opens_the_sample(folder):
    with Terminal(folder=folder) as terminal:
        terminal.shows("No sources yet")
        terminal.press("d")
        terminal.shows("5 sources", "TOMORROW")
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_running_desk_shows_what_another_process_stores(folder):
    store = folder / "harbour.jsonl"
    with Terminal("--store", str(store), folder=folder) as terminal:
        terminal.shows("No sources yet")
        added = subprocess.run(
            [sys.executable, "-m", "newsdesk", "add", "ferry.txt", "--store", str(store)],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (added.returncode, added.stderr) == (0, "")
        terminal.shows("Ferry crews suspend", "Marta Olsen", "1 source")
        terminal.press("\r")
        terminal.shows("1 of 1", "Talks are planned for 12 March in Port Ellery.")
        terminal.press("q")
        terminal.hides("1 of 1")
        terminal.press("q")
        assert terminal.ends() == 0


def test_another_story_is_gone_to_and_what_is_added_without_a_name_is_meant_for_it(folder):
    def command(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "newsdesk", *arguments],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    with Terminal("ferry.txt", "--story", "ferries", folder=folder) as terminal:
        terminal.shows("Ferry crews suspend", "1 source")
        terminal.press("S")
        terminal.shows("Stories · 1", "on the desk")
        terminal.press("+")
        terminal.shows("Name of the new story")
        terminal.press("fog")
        terminal.press("\r")
        terminal.shows("newsdesk  fog", "No sources yet")
        command("add", "ferry.txt")
        terminal.shows("Ferry crews suspend", "1 source")
        command("stories", "rename", "fog", "ice")
        # One word of the notice: where its lines break depends on how long the path is.
        terminal.shows("deleted")
        terminal.press("q")
        assert terminal.ends() == 0
    assert [line.split("  ")[0] for line in command("stories").splitlines()] == ["", "* ice"]


def test_what_a_source_holds_is_shown_and_never_obeyed(folder):
    (folder / "hostile.txt").write_text(HOSTILE_ARTICLE, encoding="utf-8")
    with Terminal("hostile.txt", folder=folder) as terminal:
        terminal.shows("Ferry [/b] strike", "[@click=app.quit]ends[/] today", "1 source", "Marta Olsen")
        terminal.press("\r")
        terminal.shows("said on Tuesday that [all] crews", "“We [the crews] will give [@click=app.bell]him[/] one week")
        terminal.press("\x1b")
        terminal.hides("Quoted here")
        terminal.press("A")
        terminal.shows("Sources · 1", "Ferry [/b] strike [@click=app.quit]ends[/] today")
        terminal.press("\x1b")
        terminal.hides("Sources · 1")
        terminal.press("q")
        assert terminal.ends() == 0
        assert commands_in(terminal.received) == []


def test_the_name_of_a_file_is_shown_and_never_obeyed(folder):
    # Without a headline the file's name stands for its title; the other cannot be read, and the complaint names it.
    article = folder / f"{HOSTILE_NAME}.txt"
    article.write_text(ARTICLE.split("\n\n", 2)[2], encoding="utf-8")
    archive = folder / f"{HOSTILE_NAME}.zip"
    archive.write_bytes(b"PK\x03\x04\x14\x00")
    with Terminal(article.name, archive.name, folder=folder) as terminal:
        terminal.shows("1 source", "Not added", "[b].zip")
        terminal.press("A")
        terminal.shows("Sources · 1", "[b].txt")
        terminal.press("\x1b")
        terminal.hides("Sources · 1")
        terminal.press("q")
        assert terminal.ends() == 0
        assert commands_in(terminal.received) == []


def test_a_line_of_text_is_no_command_for_the_terminal_either(folder):
    article = folder / f"{HOSTILE_NAME}.txt"
    article.write_text(ARTICLE.split("\n\n", 2)[2], encoding="utf-8")
    commands = [["add", article.name], ["sources"], ["posts"], ["show"], ["add", f"{HOSTILE_NAME}.zip"], [HOSTILE_NAME]]
    obeyed = []
    for command in commands:
        with Terminal(*command, folder=folder) as terminal:
            terminal.ends()
            assert b"ferry" in terminal.received
            obeyed += [(command[0], words) for words in commands_in(terminal.received)]
    assert obeyed == []


# The desk with a clock of the test's own: what stands in the file that is named first.
CLOCK_IN_A_FILE = """
import sys
from datetime import datetime
from pathlib import Path
from newsdesk.cli import desk, main
file = Path(sys.argv.pop(1))
desk.wall_clock = lambda: datetime.fromisoformat(file.read_text())
sys.exit(main())
"""


@pytest.mark.parametrize("told", ["by its key", "by a signal", "not at all"])
def test_stopped_and_continued_it_is_drawn_anew_with_the_right_time(folder, told):
    # What is added while the desk is open is told for seconds, over the countdown.
    assert main(["add", str(folder / "ferry.txt")]) == 0
    clock = folder / "clock"
    clock.write_text("2025-03-04T20:00:00+00:00")
    with Terminal(str(clock), folder=folder, program=("-c", CLOCK_IN_A_FILE)) as terminal:
        terminal.shows("Ferry crews suspend", "Tue 4 Mar 2025 20:00 UTC", "IN 8 DAYS")
        if told == "by its key":
            terminal.press("\x1a")
        else:
            terminal.send(signal.SIGTSTP if told == "by a signal" else signal.SIGSTOP)
        terminal.stops()
        if told != "not at all":
            assert terminal.settings == terminal.settings_before
            assert {mode for mode, is_set in terminal.modes.items() if is_set} <= {25, 7}
        clock.write_text("2025-03-11T09:30:00+00:00")
        terminal.send(signal.SIGCONT)
        terminal.shows("Ferry crews suspend", "Tue 11 Mar 2025 09:30 UTC", "TOMORROW")
        terminal.hides("IN 8 DAYS")
        terminal.press("\r")
        terminal.shows("1 of 1", "Talks are planned for 12 March in Port Ellery.")
        terminal.press("q")
        terminal.hides("1 of 1")
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.settings == terminal.settings_before


# The desk that is told to stop in the middle of a write, when the first key is pressed.
STOPPED_IN_A_WRITE = """
import os, queue, signal, sys
from textual.drivers import _writer_thread
from textual.drivers.linux_driver import LinuxDriver
from newsdesk.cli import main
handled = LinuxDriver.process_message
first, pressed = [True], []
class Writes(queue.Queue):
    def _put(self, item):  # its lock is held
        super()._put(item)
        if pressed and pressed.pop():
            os.kill(os.getpid(), signal.SIGTSTP)
def process_message(self, message):
    if type(message).__name__ == "Key" and first:
        pressed.append(first.pop())
    return handled(self, message)
_writer_thread.Queue = Writes
LinuxDriver.process_message = process_message
sys.exit(main())
"""


def test_told_to_stop_in_the_middle_of_a_write_it_stops(folder):
    assert main(["add", str(folder / "ferry.txt")]) == 0
    with Terminal(folder=folder, program=("-c", STOPPED_IN_A_WRITE)) as terminal:
        terminal.shows("Ferry crews suspend")
        terminal.press("?")
        terminal.stops()
        assert terminal.settings == terminal.settings_before
        terminal.send(signal.SIGCONT)
        terminal.shows("─ Help ─")
        terminal.press("\x1b")
        terminal.shows("Ferry crews suspend")


def test_a_mistake_in_the_configuration_opens_no_desk(folder, own_data_folder):
    config = own_data_folder / "config" / "newsdesk" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\ndesk.add = "u"\n', encoding="utf-8")
    with Terminal(folder=folder) as terminal:
        assert terminal.ends() == 2
        # Without blanks: where its lines break depends on how long the path is.
        assert "config.toml, line 2: “u” is the key of desk.undo".replace(" ", "") in "".join(terminal.text.split())
        assert terminal.modes == {}


# -- the same in a terminal that others wrote -------------------------------------------------------------------------

TMUX = shutil.which("tmux")
_LOOK_EVERY_SECONDS = 0.05


class Tmux:
    """A tmux of its own, one window, that runs one command line."""

    def __init__(self, folder, command):
        self._command = [TMUX, "-u", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        size = ["-x", str(COLUMNS), "-y", str(LINES)]
        subprocess.run([*self._command, "new-session", "-d", *size, command], cwd=folder, env=environment(), check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.say("kill-server")

    def say(self, *words):
        """What tmux answers."""
        return subprocess.run([*self._command, *words], capture_output=True, encoding="utf-8", check=True).stdout

    def flags(self):
        """Whether the alternate screen is shown, the cursor is, the mouse is reported, long lines are wrapped."""
        return self.say(
            "display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{wrap_flag}"
        ).split()

    def press(self, *keys):
        """Type: `Enter` is the key of that name, other words are letters."""
        self.say("send-keys", *keys)

    def shows(self, *words):
        """Wait until all these words are on the screen."""
        deadline = time.monotonic() + PATIENCE
        while not all(word in (text := self.say("capture-pane", "-p")) for word in words):
            assert time.monotonic() < deadline, f"waited in vain for {words}:\n{text}"
            # tmux tells nobody that the screen changed.
            time.sleep(_LOOK_EVERY_SECONDS)


@pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
def test_in_tmux(folder):
    line = f"echo before; {shlex.quote(sys.executable)} -m newsdesk; echo it ended with $?; read wait"
    with Tmux(folder, line) as tmux:
        tmux.shows("No sources yet")
        assert tmux.flags() == ["1", "0", "1", "0"]
        tmux.press("a")
        tmux.shows("Add a source", "Path of a file")
        tmux.press("ferry.txt")
        tmux.shows("article · 1 post · Tue 4 Mar 2025", "already known")
        tmux.press("Enter")
        tmux.shows("1 Stream", "Ferry crews suspend", "1 source")
        tmux.press("q")
        tmux.shows("before", "it ended with 0")
        assert tmux.flags() == ["0", "1", "0", "1"]


def test_what_is_copied_reaches_the_terminal_and_a_program_of_the_machine(folder, monkeypatch):
    (folder / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    programs = folder / "programs"
    programs.mkdir()
    (programs / "xclip").write_text(
        f'#!/bin/sh\necho "$@" > {programs}/how; cat > {programs}/part; mv {programs}/part {programs}/what\n'
    )
    (programs / "xclip").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":99")
    with Terminal("ferry.txt", folder=folder) as terminal:
        terminal.shows("1 source", "Marta Olsen")
        terminal.press("y")
        terminal.shows("Copied: Ferry crews")
        copied = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", terminal.received)
        words = [base64.b64decode(found).decode() for found in copied]
        assert words == ["Ferry crews suspend their strike — Ferry crews suspend their strike, 4 Mar 2025"]
        deadline = time.monotonic() + PATIENCE
        while not (programs / "what").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        terminal.press("q")
        assert terminal.ends() == 0
    assert (programs / "what").read_text(encoding="utf-8") == words[0]
    assert (programs / "how").read_text(encoding="utf-8") == "-selection clipboard -in\n"
