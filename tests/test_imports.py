"""What an import brings in. Imports are most of the time until the first picture, so nobody pays for what he does not use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsdesk

ARTICLE = """\
Lock keepers accept the night shift

By Ines Calder
Tuesday, 4 March 2025

"We can live with it," said Marta Olsen. The first night is planned for 12 March.
"""

DESK = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from newsdesk.system.background import WorkerProcess
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.ui.app import NewsdeskApp
from newsdesk.ui.panes.quotes import QuotesPane

async def desk(session):
    app = NewsdeskApp(session, zone=UTC, now=lambda: datetime(2025, 3, 4, 12, tzinfo=UTC))
    async with app.run_test(size=(80, 24)) as pilot:
        while app.screen.query_one(QuotesPane).actor is None:
            await pilot.pause()

worker = WorkerProcess()
worker.start()
with Session(Store.open(Path(sys.argv[1])), worker) as session:
    asyncio.run(desk(session))
"""

REPORT = """
import json, sys
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def imported_by(code: str, *arguments: str) -> set[str]:
    """Every module that is there after a new interpreter has run this."""
    done = subprocess.run(
        [sys.executable, "-c", code + REPORT, *arguments],
        cwd=Path(newsdesk.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def among(modules: set[str], *unwanted: str) -> list[str]:
    """Those of the modules that are one of these, or lie inside one."""
    return sorted(one for one in modules if any(one == name or one.startswith(f"{name}.") for name in unwanted))


def ours(modules: set[str]) -> list[str]:
    """Those of the modules that are newsdesk's."""
    return among(modules, "newsdesk")


def run_lines(*lines: list[str]) -> str:
    """Code that runs these command lines one after the other and does not care how they end."""
    return f"from newsdesk.cli import main\nfor line in {list(lines)!r}:\n    main(line)"


@pytest.fixture
def story(tmp_path):
    """The path of a store that holds the article."""
    article, store = tmp_path / "locks.txt", str(tmp_path / "locks.jsonl")
    article.write_text(ARTICLE, encoding="utf-8")
    imported_by(run_lines(["add", str(article), "--store", store]))
    return store


LEAST = [
    "newsdesk",
    "newsdesk.cli",
    *(f"newsdesk.cli.{name}" for name in ("arguments", "outcome", "output")),
    "newsdesk.shown_name",
]
"""What every command line needs."""


def test_the_version_is_told_without_opening_anything():
    assert ours(imported_by(run_lines(["--version"]))) == LEAST


def test_help_is_told_without_opening_anything():
    assert ours(imported_by(run_lines(["--help"], ["posts", "--help"]))) == LEAST


def test_no_command_without_a_screen_imports_the_screen(tmp_path):
    article = tmp_path / "locks.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    lines = [
        ["add", str(article)],
        ["refresh"],
        *(["posts"], ["quotes"], ["events"], ["actors"], ["sources"], ["show"], ["posts", "--json"]),
        *(["export", "--markdown"], ["export", "--ics"], ["export", "--json"], ["export", "--csv"]),
        ["extract", str(article)],
        ["check"],
        # No terminal: the desk is refused before it is imported.
        [str(article)],
    ]
    modules = imported_by(run_lines(*lines))
    assert among(modules, "textual", "newsdesk.ui") == []
    assert {"newsdesk.find.facts", "newsdesk.listing", "newsdesk.export.ics", "newsdesk.extract"} <= modules


def test_the_desk_leaves_reading_and_finding_to_its_worker():
    modules = imported_by("import newsdesk.ui.app")
    assert among(modules, "newsdesk.read", "newsdesk.find", "newsdesk.export", "newsdesk.extract") == []
    assert among(modules, "feedparser", "selectolax", "icalendar", "dateutil", "aiohttp") == []


def test_the_desk_pays_for_no_dialog_before_it_is_opened():
    modules = imported_by("import newsdesk.ui.app")
    needed = "dialog", "outcome"  # what became of the last adding is said without any being opened
    assert sorted(among(modules, "newsdesk.ui.dialogs")) == [
        "newsdesk.ui.dialogs",
        *(f"newsdesk.ui.dialogs.{name}" for name in needed),
    ]


def test_nothing_at_start_asks_which_packages_are_installed():
    """`importlib.metadata` takes 45 ms to import, for a version number that newsdesk knows without it."""
    assert among(imported_by("import newsdesk.ui.app"), "importlib.metadata") == []


def test_only_who_asks_an_address_pays_for_what_asks_it(tmp_path):
    article = tmp_path / "locks.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    store = ["--store", str(tmp_path / "locks.jsonl")]
    network = "aiohttp", "yarl", "multidict", "asyncio", "ssl", "http", "newsdesk.fetch.client"
    modules = imported_by(run_lines(["add", str(article), *store], ["refresh", *store], ["sources", *store]))
    assert among(modules, *network) == []
    asks = run_lines(["add", "http://127.0.0.1:1/", "--store", str(tmp_path / "none.jsonl")])
    assert "newsdesk.fetch.client" in imported_by(asks)


def test_looking_at_a_story_needs_no_reader(story):
    modules = imported_by(run_lines(*([command, "--store", story] for command in ("posts", "quotes", "events"))))
    assert "newsdesk.find.quotes.in_post" in modules
    assert among(modules, "newsdesk.read", "feedparser", "selectolax", "icalendar") == []


def test_posts_and_sources_are_listed_without_finding_anything_in_them(story):
    modules = imported_by(run_lines(*([command, "--store", story] for command in ("posts", "sources"))))
    assert "newsdesk.listing" in modules
    assert among(modules, "newsdesk.find.facts", "newsdesk.find.events.in_story", "newsdesk.find.quotes.in_post") == []


def test_a_desk_that_shows_a_story_has_neither_read_nor_found_it_itself(story):
    modules = imported_by(DESK, story)
    assert among(modules, "newsdesk.read", "feedparser", "selectolax", "icalendar", "aiohttp") == []
    assert among(modules, *(f"newsdesk.find.{name}" for name in ("facts", "quotes", "events"))) == []


def test_an_article_is_read_without_what_only_feeds_need():
    modules = imported_by(f"from newsdesk.read import read\nread({ARTICLE.encode()!r}, name='locks.txt')")
    assert among(modules, "newsdesk.read.article.article") != []
    assert among(modules, "feedparser", "selectolax", "icalendar", "pypdf", "newsdesk.read.article.pdf") == []
    page = f"<html><title>Locks</title><body><article><p>{ARTICLE * 4}</p></article></body></html>"
    modules = imported_by(f"from newsdesk.read import read\nread({page.encode()!r}, name='locks.html')")
    assert "selectolax" in modules
    assert among(modules, "trafilatura", "newsdesk.read.web.other_reader") == []


def test_finding_needs_no_reader_and_no_library():
    modules = imported_by("import newsdesk.find.facts")
    assert among(modules, "newsdesk.read", "newsdesk.store", "tinydb", "feedparser", "dateutil", "rich") == []
