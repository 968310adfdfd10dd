"""Edited posts and posts that are gone from their page, on the desk, in the reader and in what is printed."""

from __future__ import annotations

import json

import pytest
from desk_app import WIDE, add_to, current, desk, headlines, notices, on_screen, press
from textual.widgets import Static
from written import EDITED_PAGE, LATER_PAGE, LIVE_PAGE

from newsdesk.cli import main
from newsdesk.intake.request import AddRequest

SAVED = "/saved/strike.txt"


def longer(page, number):
    """The page with one more post at its foot, of this number."""
    return f"{page}\n  {number}. Pilots stay ashorepublished at 10:15 British Summer Time 11 May 2025\n\n    No pilot has gone out since dawn.\n"


PAGES = longer(LIVE_PAGE, 4), longer(LATER_PAGE, 5), longer(EDITED_PAGE, 4)


@pytest.fixture
def edited(tmp_path):
    """A page that was read three times."""
    return add_to(tmp_path / "story.jsonl", [(SAVED, page.encode()) for page in PAGES], "Strike")


async def test_the_stream_says_what_was_edited_and_what_is_gone(edited):
    async with desk(edited) as pilot:
        shown = on_screen(pilot)
        assert "BREAKING gone · Talks to be" in shown
        assert "edited · Ports shut across" in shown


async def test_the_reader_says_what_was_edited_word_by_word(edited):
    async with desk(edited) as pilot:
        await press(pilot, "G", "k", "enter")
        assert "edited once, seen Thu 1 Jan 2026 00:00 GMT" in on_screen(pilot)
        told = str(pilot.app.screen.query_one("#edits", Static).content)
        assert "said the strike was {+very bad, and would+} “[-bad for-]{+hurt+} everybody”." in told


async def test_a_vanished_post_says_so_in_the_reader(edited):
    async with desk(edited) as pilot:
        await press(pilot, "G", "k", "k", "enter")
        assert "gone from its page, seen Thu 1 Jan 2026 00:00 GMT" in on_screen(pilot)
        assert not pilot.app.screen.query_one("#edits", Static).content


async def test_a_key_steps_through_the_edits(tmp_path):
    pages = [LIVE_PAGE.replace("everybody", word) for word in ("everybody", "us all", "the north")]
    async with desk(add_to(tmp_path / "s.jsonl", [(SAVED, page.encode()) for page in pages])) as pilot:
        await press(pilot, "G", "enter")
        edits = pilot.app.screen.query_one("#edits", Static)

        def shown():
            return str(edits.content).split(",")[0], "[-everybody-]" in str(edits.content)

        assert shown() == ("Edit 2 of 2", False)
        await press(pilot, "v")
        assert shown() == ("Edit 1 of 2", True)
        await press(pilot, "v")
        assert shown() == ("Edit 2 of 2", False)


async def test_quotes_come_from_the_newest_wording_and_say_that_their_post_was_edited(edited):
    async with desk(edited, WIDE) as pilot:
        await press(pilot, "2", "j")
        shown = " ".join(on_screen(pilot).replace("│", " ").split())
        assert "hurt everybody" in shown
        assert "bad for everybody" not in shown
        assert "post edited" in shown


async def test_u_takes_a_reading_back(tmp_path):
    page = tmp_path / "strike.txt"
    page.write_text(PAGES[0], encoding="utf-8")
    async with desk(tmp_path / "s.jsonl", requests=[AddRequest(path=str(page))]) as pilot:
        await press(pilot, "g")
        before = headlines(pilot)
        page.write_text(PAGES[2], encoding="utf-8")
        await press(pilot, "r")
        assert any(line.endswith(": +1 new, 1 edited, 2 same, 1 gone") for line in notices(pilot))
        assert "gone · " in on_screen(pilot)
        await press(pilot, "u")
        assert headlines(pilot) == before
        assert "gone · " not in on_screen(pilot)
        assert any(line.startswith("Took back: new reading of ") for line in notices(pilot))
        assert current(pilot)


def test_what_is_printed_says_it_too(edited, capsys):
    main(["posts", "--json", "--store", str(edited)])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    seen = "2026-01-01T00:00:02+00:00"
    assert [(row["revisions"], row["gone"]) for row in rows] == [(0, None), (0, None), (0, seen), (1, None), (0, None)]
    main(["quotes", "--json", "--store", str(edited)])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["revisions"] for row in rows if row["speaker"] == "Jo Tan"] == [1]
    main(["posts", "--store", str(edited)])
    printed = capsys.readouterr().out
    assert "BREAKING gone · Talks to be held" in printed
    assert "  edited · Ports shut across" in printed
    main(["show", "--store", str(edited)])
    assert "edited once, seen Thu 1 Jan 2026" in capsys.readouterr().out
    main(["export", "--markdown", "--store", str(edited)])
    assert "(gone from its page, seen Thu 1 Jan 2026" in capsys.readouterr().out
