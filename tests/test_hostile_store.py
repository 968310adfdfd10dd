"""A store that somebody wrote by hand, with raw control bytes in every place: shown, copied, printed, and never obeyed."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

pytest.importorskip("termios", reason="there are no pseudo-terminals here")
from pty_screen import Terminal
from test_terminal import commands_in
from written import ARTICLE, LIVE_PAGE

from newsdesk.intake.dating import prepare
from newsdesk.model import Mark, Revision
from newsdesk.places import data_folder
from newsdesk.read import read
from newsdesk.store import Store
from newsdesk.story.days import Days
from newsdesk.story.own_events import adding

PAYLOAD = "\x1b]52;c;b3duZWQ=\x07\x1b]0;owned\x07\x1b[2J\x1b[31m\x9b2J\x9d0;own\x9c\x1b]8;;file:///x\x1b\\\x90q\x9c\u202e\u2066[b]"
"""The clipboard, the title, clearing, a colour, the same by C1, a link, a control string, bidi controls, markup."""
COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
ESCAPE = "\x1b[27u"
"""As the keyboard protocol writes it: what is typed next is no part of it."""
HAND_MADE = "hand\x1b]0;owned\x07\x9b2J\u202e[b].txt"
READ_AT = datetime(2025, 5, 11, 16, tzinfo=UTC)


def tainted(text: str | None) -> str | None:
    """The words with the payload behind the first of them, and in the quotations."""
    if text is None:
        return None
    first, blank, rest = text.partition(" ")
    return first + PAYLOAD + blank + rest.replace("“", f"“{PAYLOAD}").replace("joke", f"jo{PAYLOAD}ke")


@pytest.fixture
def store(tmp_path):
    """A story whose every text holds the payload, as no reading could have made it."""
    path = tmp_path / "story.jsonl"
    with Store.open(path) as store:
        for name, text in (("live.txt", LIVE_PAGE), ("quarrel.txt", ARTICLE)):
            known = store.load()
            reading = read(text.encode(), name=name, origin=f"/saved/{name}")
            ready = prepare(reading, known.sources, known.posts, None, READ_AT)
            posts = [
                replace(
                    post,
                    headline=tainted(post.headline),
                    text=(tainted(post.text) or "").replace("Ana Ruiz", f"Ana{PAYLOAD} Ruiz", 1),
                    label=tainted(post.label),
                    byline_name=tainted(post.byline_name or "Lee Park"),
                    byline_role=tainted(post.byline_role or "Reporter"),
                    captions=(f"A crane{PAYLOAD} at work",),
                    link=f"https://ports.example/{PAYLOAD}",
                    revisions=(Revision(f"Was{PAYLOAD} this", f"Other{PAYLOAD} words stood here", READ_AT),),
                )
                for post in ready.reading.posts
            ]
            source = replace(
                ready.reading.source,
                title=f"Ports{PAYLOAD} daily {name}",
                publisher=f"Coast{PAYLOAD} News",
                origin=f"/saved/{PAYLOAD}{name}",
                link=f"https://ports.example/{PAYLOAD}",
            )
            store.add(source, posts)
        post = store.load().posts[0]
        store.set_marks(
            [
                *adding(f"Vote{PAYLOAD} here", Days(date(2025, 5, 20)), READ_AT).add,
                Mark("note", post.id, f"A note{PAYLOAD}", READ_AT),
                Mark("name", 0, f"Ana{PAYLOAD} Ruiz", READ_AT, words="Ana Ruiz"),
                Mark(f"starred{PAYLOAD}", post.id, "", READ_AT),
                Mark("starred", post.id, "", READ_AT),
            ]
        )
        store.set_meta({"title": f"Port{PAYLOAD} strike"})
    return path


OVERWRITTEN = re.compile(rb"\rReading [0-9]+ of [0-9]+: [^\r\n\x1b]*|\r +\r")
"""The line of progress, which begins anew for each file."""


def sent(terminal: Terminal) -> tuple[list[str], list[str]]:
    """What of it would be obeyed, and what the program put into the clipboard."""
    copied = [base64.b64decode(found).decode() for found in COPIED.findall(terminal.received)]
    # A document's own line ends are CR LF, and the terminal's driver makes CR LF of each line feed.
    drawn = OVERWRITTEN.sub(b"", COPIED.sub(b"", terminal.received)).replace(b"\r\r\n", b"\r\n")
    return commands_in(drawn), copied


@contextmanager
def opened(terminal: Terminal, keys: str, *words: str) -> Iterator[None]:
    """A dialog that these keys open and Escape closes; the first words are seen nowhere else."""
    terminal.press(keys)
    terminal.shows(*words)
    yield
    terminal.press(ESCAPE)
    terminal.hides(words[0])
    # A notice may cover the words, but no keys of a dialog; and Escape is no key of its own before another.
    terminal.hides("Esc")


def test_no_screen_obeys_what_a_store_holds(store):
    (store.parent / HAND_MADE).write_bytes(b"PK\x03\x04")
    stories = data_folder() / "stories"
    stories.mkdir(parents=True)
    (stories / f"{HAND_MADE}.jsonl").write_bytes(store.read_bytes())
    with Terminal("--store", str(store), folder=store.parent, size=(140, 40)) as terminal:
        terminal.shows("1 Stream", "]52;c;", "4 posts", "ahead", "Talks in Leith")
        terminal.press("y")
        terminal.shows("Copied")
        with opened(terminal, "\r", "1 of 4", "Lee"):
            terminal.press("G")
            terminal.shows("crane", "ports.example", "-struck-")
            terminal.press("o")
            terminal.shows("no web address")
            terminal.press("y")
            terminal.shows("copied", "citation")
        terminal.press("2")
        terminal.shows("c Name")
        terminal.press("G")
        terminal.shows("─ Jo Tan ─")
        with opened(terminal, "c", "type ", "Jo Tan"):
            pass
        terminal.press("g")
        terminal.shows("─ Ruiz ─")
        terminal.press("\r")
        terminal.shows("c Speaker")
        with opened(terminal, "c", "Who says this?"):
            pass
        with opened(terminal, "w", "1 place ─"):
            pass
        terminal.press("y")
        terminal.press("3")
        terminal.shows("c Change")
        terminal.press("g")
        terminal.shows("▌Talks in Leith")
        with opened(terminal, "\r", "2 mentions ─"):
            pass
        terminal.press("yG")
        terminal.shows("▌Vote")
        with opened(terminal, "c", "Change this event"):
            pass
        with opened(terminal, "A", "Sources · 2", "/saved/"):
            terminal.press("r")
            terminal.shows("Not read again")
            terminal.press("e")
            terminal.shows("Title of this source")
            terminal.press(ESCAPE)
            terminal.hides("Title of this source")
        with opened(terminal, "f", "Show only posts", "labelled"):
            pass
        with opened(terminal, "T", "Look from another"):
            pass
        with opened(terminal, "?", "─ Help ─"):
            pass
        with opened(terminal, "S", "Stories · 1", "hand"):
            pass
        with opened(terminal, "a", "Add a source"):
            terminal.press("\x1bOR")
            terminal.shows("Folder above", "story.jsonl")  # and not what cannot be shown as it is
        with opened(terminal, "\x10", "Search for commands"):
            pass
        terminal.press("1/")
        terminal.shows("Search headlines")
        terminal.press("ports")
        terminal.shows("1 of 3")
        terminal.press("\r\x11")
        assert terminal.ends() == 0
        obeyed, copied = sent(terminal)
        assert obeyed == []
        assert len(copied) >= 4
        assert [words for words in copied if not words.replace("\n", "").isprintable()] == []


COMMANDS = (
    ["posts"], ["posts", "--json"], ["quotes"], ["events", "--mentions"], ["actors"], ["sources"], ["show"],
    ["export", "--markdown"], ["export", "--csv"], ["export", "--ics"], ["export", "--json"], ["export", "--opml"], ["export", "--tinydb"],
    ["check"], ["refresh"], ["stories"],
)  # fmt: skip


ONE_AFTER_THE_OTHER = """
import json, sys
from newsdesk.cli import main
for arguments in json.loads(sys.argv[1]):
    main(arguments)
    print("-- end --", flush=True)
"""


def test_no_command_prints_what_a_store_holds(store):
    arguments = json.dumps([[*command, "--store", str(store)] for command in COMMANDS])
    with Terminal(arguments, folder=store.parent, program=("-c", ONE_AFTER_THE_OTHER)) as terminal:
        assert terminal.ends() == 0
        *printed, rest = terminal.received.split(b"-- end --\r\n")
        assert len(printed) == len(COMMANDS)
        assert all(printed)
        assert rest == b""
        assert sent(terminal) == ([], [])
