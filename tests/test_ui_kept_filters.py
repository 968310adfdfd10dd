"""Filters that are kept under a name: on the desk, in the palette and on the command line."""

import json
from datetime import datetime

import pytest
from desk_app import (
    LONDON,
    add_to,
    chip_line,
    desk,
    headlines,
    notices,
    on_screen,
    press,
    settled,
    strike_story,
    until,
    write,
)
from textual.command import CommandPalette
from textual.widgets import Input

from newsdesk.cli import main
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story.filter import Filter
from newsdesk.story.kept_filter import KeptFilter, kept_in, meta_of_filters
from newsdesk.ui.dialogs.dialog import RowList
from newsdesk.ui.dialogs.filter import FilterDialog
from newsdesk.ui.dialogs.kept_filters import KeepFilter, KeptFilters

JOKE = "Union leader says offer is 'a joke'"
TALKS = "Talks to be held in Leith on Thursday"
SHUT = "Ports shut across the north"
QUARREL = "The long quarrel behind the port strike"


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


def keep(path, *filters):
    """Keep these, as another process does."""
    with Store.open(path) as store:
        store.set_meta(meta_of_filters({kept.name: kept for kept in filters}))


def kept(path):
    with Store.open(path, read_only=True) as store:
        return kept_in(store.meta())


def names(pilot):
    rows = pilot.app.screen.query_one(RowList)
    return [str(rows.get_option_at_index(at).prompt) for at in range(rows.option_count)]


async def test_what_is_chosen_is_kept_under_a_name_and_chosen_again(story):
    async with desk(story) as pilot:
        await press(pilot, "f")
        await write(pilot, "ports")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, KeepFilter)
        assert "“ports”" in on_screen(pilot)
        await write(pilot, "The ports")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FilterDialog)
        assert notices(pilot) == ["Kept the filter “The ports”; u takes it back"]
        await press(pilot, "ctrl+l", "enter")
        assert len(headlines(pilot)) == 4
        await press(pilot, "f", "ctrl+o")
        assert isinstance(pilot.app.screen, KeptFilters)
        assert "Kept filters · 1" in on_screen(pilot)
        await press(pilot, "enter", "enter")
        assert headlines(pilot) == [TALKS, SHUT, QUARREL]
        assert chip_line(pilot) == "only [“ports” ×]"
    assert kept(story) == (KeptFilter("The ports", Filter(text="ports")),)


async def test_every_condition_is_kept(story):
    async with desk(story) as pilot:
        screen = pilot.app.screen
        since = datetime(2025, 5, 11, 11, tzinfo=LONDON)
        held = Filter(
            "Ana Ruiz", screen._story.sources[0].id, "Breaking", "ports", unread=True, starred=True, since=since
        )
        screen._set_filter(held)
        await press(pilot, "f")
        await write(pilot, "ports")
        await press(pilot, "ctrl+s")
        await write(pilot, "all")
        await press(pilot, "enter", "escape", "escape")
        assert screen._filter == Filter()
        await press(pilot, "f", "ctrl+o", "enter", "enter")
        assert screen._filter == held


async def test_a_time_that_moves_with_the_clock_is_kept_in_its_own_words(story):
    async with desk(story) as pilot:
        await press(pilot, "f")
        dialog = pilot.app.screen
        dialog.query_one("#since", Input).value = "today"
        await press(pilot, "ctrl+s")
        assert "since today" in on_screen(pilot)
        await write(pilot, "today")
        await press(pilot, "enter", "ctrl+l")
        assert dialog.query_one("#since", Input).value == ""
        await press(pilot, "ctrl+o", "enter")
        assert dialog.query_one("#since", Input).value == "today"
        await press(pilot, "enter")
        assert headlines(pilot) == [JOKE, TALKS, SHUT]
    assert kept(story) == (KeptFilter("today", Filter(), "today"),)


async def test_nothing_and_what_is_no_span_are_not_kept(story):
    async with desk(story) as pilot:
        await press(pilot, "f", "ctrl+s")
        assert "Nothing is chosen, so there is nothing to keep" in on_screen(pilot)
        pilot.app.screen.query_one("#since", Input).value = "the other day"
        await press(pilot, "ctrl+s")
        assert "“the other day” is no moment" in on_screen(pilot)
        assert isinstance(pilot.app.screen, FilterDialog)
    assert kept(story) == ()


async def test_a_name_that_is_none_is_refused_and_one_that_is_taken_is_given_anew(story):
    keep(story, KeptFilter("ports", Filter(text="ports")))
    async with desk(story) as pilot:
        await press(pilot, "f")
        await write(pilot, "leith")
        await press(pilot, "ctrl+s", "enter")
        assert "It needs a name." in on_screen(pilot)
        await write(pilot, "x" * 61)
        await press(pilot, "enter")
        assert "A name has at most 60 characters, this one has 61." in on_screen(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "Ports")
        await press(pilot, "enter")
        assert notices(pilot) == ["Kept the filter “Ports”, in the place of the one before; u takes it back"]
        assert kept(story) == (KeptFilter("Ports", Filter(text="leith")),)
        await press(pilot, "escape", "u")
        assert kept(story) == (KeptFilter("ports", Filter(text="ports")),)
        assert notices(pilot)[-1] == "Took back: keeping of the filter “Ports”"


async def test_leaving_the_name_keeps_nothing(story):
    async with desk(story) as pilot:
        await press(pilot, "f")
        await write(pilot, "ports")
        await press(pilot, "ctrl+s", "x", "escape")
        assert isinstance(pilot.app.screen, FilterDialog)
        assert pilot.app.screen.query_one("#words", Input).value == "ports"
    assert kept(story) == ()


async def test_a_kept_filter_is_renamed_and_removed_and_both_can_be_taken_back(story):
    ice, ports = KeptFilter("Ice", Filter(text="ice")), KeptFilter("Ports", Filter(text="ports"))
    keep(story, ice, ports)
    async with desk(story) as pilot:
        await press(pilot, "f", "ctrl+o")
        assert names(pilot) == ["Ice", "Ports"]
        await press(pilot, "e", "ctrl+u")
        await write(pilot, "PORTS")
        await press(pilot, "enter")
        assert "There is a filter of this name; choose another." in on_screen(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "Quays")
        await press(pilot, "enter")
        assert names(pilot) == ["Ports", "Quays"]
        await press(pilot, "g", "d")
        assert names(pilot) == ["Quays"]
        assert [one.name for one in kept(story)] == ["Quays"]
        await press(pilot, "d")
        assert names(pilot) == []
        assert "No filter is kept yet: Ctrl+S in the filter keeps one." in on_screen(pilot)
        await press(pilot, "e", "d", "enter", "escape", "escape", "u", "u", "u")
        assert notices(pilot)[-3:] == [
            "Took back: removal of the filter “Quays”",
            "Took back: removal of the filter “Ports”",
            "Took back: new name of the filter “Ice”",
        ]
    assert kept(story) == (ice, ports)


async def test_what_another_desk_has_kept_anew_stays(story):
    keep(story, KeptFilter("Ports", Filter(text="ports")))
    async with desk(story) as pilot:
        await press(pilot, "f", "ctrl+o", "d", "escape", "escape")
        keep(story, KeptFilter("Ports", Filter(text="leith")))
        await press(pilot, "u")
        assert notices(pilot)[-1].startswith("Not taken back: removal of the filter “Ports”: another desk")
    assert kept(story) == (KeptFilter("Ports", Filter(text="leith")),)


async def test_a_filter_of_a_source_that_is_gone_says_so_and_is_not_applied_without_it(story):
    keep(story, KeptFilter("Gone", Filter(source_id=77, text="ports")))
    async with desk(story) as pilot:
        await press(pilot, "f", "ctrl+o")
        assert "from a source that is no longer in the story, “ports”" in on_screen(pilot)
        await press(pilot, "enter")
        assert "The filter “Gone” is of a source that is no longer in the story" in on_screen(pilot)
        assert pilot.app.screen.query_one("#words", Input).value == ""
        await press(pilot, "escape")
        pilot.app.screen._choose_kept(kept(story)[0])
        await settled(pilot)
        assert notices(pilot) == ["The filter “Gone” is of a source that is no longer in the story"]
        assert pilot.app.screen._filter == Filter()


async def test_the_palette_has_every_kept_filter_by_its_name(story):
    keep(story, KeptFilter("[b]Ports[/i]", Filter(text="ports")), KeptFilter("Ice", Filter(text="ice")))
    async with desk(story) as pilot:
        pilot.app.action_command_palette()
        await settled(pilot)
        assert isinstance(pilot.app.screen, CommandPalette)
        await write(pilot, "[b]Ports")
        await until(pilot, lambda: "Filter: [b]Ports[/i]" in on_screen(pilot))
        assert "Show only posts: “ports”" in on_screen(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: len(headlines(pilot)) < 4)
        await settled(pilot)
        assert headlines(pilot) == [TALKS, SHUT, QUARREL]


async def test_an_actor_is_found_by_the_name_that_he_has_by_now(story):
    keep(story, KeptFilter("Her", Filter(actor="Ana Ruiz")))
    async with desk(story) as pilot:
        screen = pilot.app.screen
        await press(pilot, "2", "c")
        await write(pilot, "A. Ruiz of the union")
        await press(pilot, "enter")
        await press(pilot, "f", "ctrl+o", "enter", "enter")
        assert screen._filter.actor == "A. Ruiz of the union"
        assert headlines(pilot)


def test_a_read_only_story_says_that_nothing_can_be_kept(story):
    """See the desk: the store's own line."""
    from newsdesk.store import StoreError
    from newsdesk.system.background import Inline

    with Session(Store.open(story, read_only=True), Inline()) as session, pytest.raises(StoreError):
        session.keep_filters({"x": KeptFilter("x", Filter(text="x"))}, "x")


# -- the command line -------------------------------------------------------------------------------------------------


@pytest.fixture
def run(story, capsys):
    def call(*arguments):
        code = main([*arguments, "--store", str(story), "--tz", "Europe/London"])
        return code, *capsys.readouterr()

    return call


@pytest.mark.parametrize("command", ["posts", "quotes", "events", "show", "export"])
def test_a_command_takes_a_kept_filter_by_its_name(story, run, command):
    keep(story, KeptFilter("Ports", Filter(text="ports")), KeptFilter("Quays", Filter(text="leith")))
    code, out, err = run(command, "--filter", "quays", "--json")
    assert (code, [line for line in err.splitlines() if "only" in line]) == (
        0,
        ["newsdesk: only “leith”: 1 post of 4"],
    )
    assert "Talks" in out or command == "quotes"


def test_other_conditions_take_the_place_of_those_that_are_kept(story, run):
    keep(story, KeptFilter("Ports", Filter(text="ports"), "11 May 2025", "2025-05-11T15:00:00+01:00"))
    _, out, _ = run("posts", "--filter", "Ports", "--json")
    assert [json.loads(line)["headline"] for line in out.splitlines()] == [TALKS, SHUT]
    _, out, _ = run("posts", "--filter", "Ports", "--text", "offer", "--until", "11 May", "--json")
    assert [json.loads(line)["headline"] for line in out.splitlines()] == [JOKE]
    code, _, err = run("posts", "--filter", "Ports", "--since", "11 May 16:00")
    assert (code, err.splitlines()[-1]) == (2, "newsdesk: That ends before it begins")


@pytest.mark.parametrize(
    ("filters", "asked", "line"),
    [
        (["Ports", "Ice"], "Quays", "--filter: no filter is called “Quays”; kept in this story: Ice, Ports"),
        ([], "Quays", "--filter: no filter is called “Quays”; kept in this story: none"),
        (["Ice one", "Ice two"], "ice", "--filter: “ice” could mean 2 filters: Ice one, Ice two"),
        (["Ports"], " ", "--filter: an empty name; write one, or leave --filter out"),
    ],
)
def test_a_name_of_no_kept_filter_is_one_line_with_those_that_are(story, run, filters, asked, line):
    keep(story, *(KeptFilter(name, Filter(text="ice")) for name in filters))
    code, out, err = run("posts", "--filter", asked)
    assert (code, out, err.splitlines()[-1]) == (2, "", f"newsdesk: {line}")


def test_a_kept_filter_of_a_source_that_is_gone_is_one_line(story, run):
    keep(story, KeptFilter("Gone", Filter(source_id=77)))
    code, out, err = run("posts", "--filter", "Gone")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == "newsdesk: The filter “Gone” is of a source that is no longer in the story"


async def test_what_another_process_keeps_is_there_without_a_key_press(story):
    async with desk(story) as pilot:
        keep(story, KeptFilter("Ports", Filter(text="ports")))
        add_to(story, [])
        await pilot.pause(0.3)
        await settled(pilot)
        await press(pilot, "f", "ctrl+o")
        assert names(pilot) == ["Ports"]
