"""The desk of a small story: looking, moving, narrowing, reading, marking, copying."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk_app import (
    LONDON,
    MEDIUM,
    NARROW,
    NOW,
    WIDE,
    Remembering,
    add_to,
    chip_line,
    current,
    desk,
    header,
    headlines,
    hold_up_finding,
    notices,
    on_screen,
    press,
    reversed_words,
    sample_story,
    settled,
    strike_story,
    until,
    write,
)
from textual import events
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Static
from written import HOSTILE

from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story import search
from newsdesk.story.filter import Filter, searchable
from newsdesk.ui.app import NewsdeskApp
from newsdesk.ui.desk.desk import Desk
from newsdesk.ui.dialogs.passages import Passages
from newsdesk.ui.dialogs.reader import Reader
from newsdesk.ui.panes.countdown import CountdownPane
from newsdesk.ui.panes.header import SearchLine, TabLine
from newsdesk.ui.panes.quotes import ActorList, QuoteList, QuotesPane
from newsdesk.ui.panes.stream import FINDING, StreamPane
from newsdesk.ui.work import live_story
from newsdesk.ui.work.messages import LinkWanted

JOKE = "Union leader says offer is 'a joke'"
TALKS = "Talks to be held in Leith on Thursday"
SHUT = "Ports shut across the north"
QUARREL = "The long quarrel behind the port strike"

FEED = """\
<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour Wire</title><link>https://harbour.example/</link>
<item><title>Cranes stand still</title><link>https://harbour.example/cranes</link><guid>one</guid>
<pubDate>Mon, 12 May 2025 08:00:00 +0100</pubDate><description>All the cranes of the port stand still today.</description></item>
</channel></rss>
"""


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


def pane(pilot):
    """Which pane is the active one, and whether it has the keys."""
    app_desk = pilot.app.screen
    return next(name for name in Desk.PANES if app_desk.query_one(f"#{name}").has_class("-active")), (
        app_desk.focused is not None and app_desk.focused.has_focus
    )


def panes_in_sight(pilot):
    return [name for name in Desk.PANES if pilot.app.screen.query_one(f"#{name}").size.area]


def unread(pilot):
    return [row.headline for row in pilot.app.screen_stack[0].query_one(StreamPane).rows if row.unread]


def starred(pilot):
    return [row.headline for row in pilot.app.screen_stack[0].query_one(StreamPane).rows if row.starred]


def quotes_shown(pilot):
    return [row.text for row in pilot.app.screen_stack[0].query_one(QuotesPane).quotes.rows]


def count_of_matches(pilot):
    return str(pilot.app.screen.query_one(SearchLine).query_one(".count", Static).content).split(" · ")[0].strip()


# -- the clock --------------------------------------------------------------------------------------------------------


async def test_an_old_story_opens_as_of_its_newest_post_and_t_looks_from_now(story):
    async with desk(story) as pilot:
        assert header(pilot).startswith("newsdesk  Port strike")
        assert header(pilot).endswith("as of Sun 11 May 2025 16:03 BST (newest post)  2 sources")
        assert "IN 4 DAYS" in on_screen(pilot)
        await press(pilot, "t")
        assert header(pilot).endswith("Thu 1 Jan 2026 00:00 GMT  2 sources")
        assert "IN 4 DAYS" not in on_screen(pilot)
        await press(pilot, "t")
        assert "as of Sun 11 May 2025 16:03 BST (newest post)" in header(pilot)


async def test_a_story_that_can_only_be_read_says_so_all_the_time(story):
    async with desk(story) as pilot:
        assert "read-only" not in header(pilot)
    content = story.read_bytes()
    async with desk(story, read_only=True) as pilot:
        assert "read-only" in header(pilot)
        await press(pilot, "enter", "escape")
        assert not notices(pilot), "reading is no reason to complain"
        await press(pilot, "m")
        assert [line for line in notices(pilot) if "the story is open read-only" in line]
        assert "read-only" in header(pilot)
    assert story.read_bytes() == content


async def test_a_young_story_opens_as_of_now(story):
    async with desk(story, now=lambda: datetime(2025, 5, 12, 9, 30, tzinfo=LONDON)) as pilot:
        assert header(pilot).endswith("Mon 12 May 2025 09:30 BST  2 sources")


async def test_a_chosen_moment_hides_later_posts_and_says_how_many(story):
    async with desk(story) as pilot:
        await press(pilot, "T")
        await write(pilot, "11 May 11:45")
        await press(pilot, "enter")
        assert header(pilot).endswith("as of Sun 11 May 2025 11:45 BST (2 later posts)  2 sources")
        assert headlines(pilot) == [SHUT, QUARREL]
        assert "IN 4 DAYS" not in on_screen(pilot), "its only mention is later"
        await press(pilot, "t")
        assert headlines(pilot) == [JOKE, TALKS, SHUT, QUARREL]


async def test_leaving_the_question_for_a_moment_changes_nothing(story):
    async with desk(story) as pilot:
        before = header(pilot)
        await press(pilot, "T", "5", "escape")
        assert header(pilot) == before


async def test_the_desk_can_open_as_of_a_moment(story):
    async with desk(story, as_of=datetime(2025, 5, 11, 12, 30, tzinfo=LONDON)) as pilot:
        assert header(pilot).endswith("as of Sun 11 May 2025 12:30 BST (1 later post)  2 sources")
        assert headlines(pilot) == [TALKS, SHUT, QUARREL]


# -- panes and rows ---------------------------------------------------------------------------------------------------


async def test_numbers_and_tab_go_to_the_panes(story):
    async with desk(story) as pilot:
        seen = [pane(pilot)]
        for key in ("3", "2", "1", "tab", "tab", "tab", "shift+tab"):
            await press(pilot, key)
            seen.append(pane(pilot))
        names = ["stream", "countdown", "quotes", "stream", "quotes", "countdown", "stream", "countdown"]
        assert seen == [(name, True) for name in names]


async def test_a_click_makes_its_pane_the_active_one(story):
    async with desk(story) as pilot:
        await pilot.click("#countdown", offset=(3, 2))
        await settled(pilot)
        assert pane(pilot) == ("countdown", True)


async def test_keys_move_through_the_stream(story):
    async with desk(story) as pilot:
        seen = [current(pilot)]
        for key in ("j", "down", "k", "G", "g", "up", "end", "home"):
            await press(pilot, key)
            seen.append(current(pilot))
        assert seen == [JOKE, TALKS, SHUT, TALKS, QUARREL, JOKE, JOKE, QUARREL, JOKE]


async def test_zoom_gives_the_screen_to_one_pane_and_takes_it_back(story):
    async with desk(story) as pilot:
        await press(pilot, "2", "z")
        assert panes_in_sight(pilot) == ["quotes"]
        await press(pilot, "3")
        assert panes_in_sight(pilot) == ["countdown"]
        await press(pilot, "z")
        assert panes_in_sight(pilot) == ["stream", "quotes", "countdown"]
        await press(pilot, "z", "escape")
        assert panes_in_sight(pilot) == ["stream", "quotes", "countdown"]


async def test_the_current_post_stays_while_the_terminal_changes_its_size(story):
    async with desk(story, WIDE) as pilot:
        await press(pilot, "j", "j")
        for size, panes in ((MEDIUM, 3), (NARROW, 1), ((40, 12), 1), (WIDE, 3)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert (current(pilot), len(panes_in_sight(pilot))) == (SHUT, panes), size
            assert "Ports shut" in on_screen(pilot)


async def test_a_narrow_screen_shows_one_pane_under_a_line_of_all_three(story):
    async with desk(story, NARROW) as pilot:
        assert "1 Stream" in reversed_words(pilot)
        await press(pilot, "3")
        assert panes_in_sight(pilot) == ["countdown"]
        assert "3 Countdown" in reversed_words(pilot)
        assert "1 Stream" in on_screen(pilot)


# -- reading ----------------------------------------------------------------------------------------------------------


async def test_enter_reads_the_post_and_going_back_keeps_the_place(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "enter")
        assert isinstance(pilot.app.screen, Reader)
        assert "Direct talks between the dockers and the ports" in on_screen(pilot)
        await press(pilot, "escape")
        assert current(pilot) == TALKS
        assert pane(pilot) == ("stream", True)
        assert unread(pilot) == [JOKE, SHUT, QUARREL]
    with Store.open(story) as store:
        assert [mark.kind for mark in store.load().marks] == ["read"]


async def test_the_stream_goes_to_the_post_that_was_read_last(story):
    async with desk(story) as pilot:
        await press(pilot, "enter", "n", "n", "q")
        assert current(pilot) == SHUT
        assert unread(pilot) == [QUARREL]


async def test_brackets_of_a_source_show_verbatim_everywhere(story):
    async with desk(story) as pilot:
        assert "[of May]" in on_screen(pilot)
        await press(pilot, "enter")
        assert "She called the offer [of May] “a joke”." in on_screen(pilot)


async def test_a_hostile_source_is_text_everywhere(tmp_path):
    path = add_to(tmp_path / "hostile.jsonl", [("/saved/[b]hostile.txt", HOSTILE.encode())], "[red]Strike[/red]")
    async with desk(path) as pilot:
        assert "[red]Strike[/red]" in header(pilot)
        assert "[/b] and [@click=app.quit]on[/]" in " ".join(headlines(pilot))
        assert "[the union]" in on_screen(pilot)
        for keys in (("enter",), ("escape", "A"), ("escape", "f"), ("escape", "2", "y"), ("question_mark",)):
            await press(pilot, *keys)
            assert pilot.app.is_running
            assert "\x1b" not in on_screen(pilot)
        await press(pilot, "escape", "1", "y")
        assert any("[@click=app.quit]on[/]" in notice for notice in notices(pilot))
        assert "[@click=app.quit]on[/]" in on_screen(pilot)


# -- quotes and countdown ---------------------------------------------------------------------------------------------


async def test_an_actor_s_quotes_show_and_enter_reads_the_post_at_their_words(story):
    async with desk(story) as pilot:
        await press(pilot, "2")
        assert "“We will not move.”" in on_screen(pilot)
        await press(pilot, "j")
        assert quotes_shown(pilot) == ["bad for everybody"]
        await press(pilot, "enter", "enter")
        assert "published" not in on_screen(pilot)
        assert "The ports minister, Jo Tan, said the strike was “bad for everybody”." in on_screen(pilot)
        assert reversed_words(pilot) == "bad for everybody"
        await press(pilot, "escape")
        assert pane(pilot) == ("quotes", True)
        assert current(pilot) == SHUT


async def test_reported_speech_is_shown_on_demand_and_marked(story):
    async with desk(story) as pilot:
        before = len(quotes_shown(pilot))
        assert "reported" not in on_screen(pilot)
        await press(pilot, "2", "G", "i")
        assert "with reported speech" in on_screen(pilot)
        await press(pilot, "i")
        assert "with reported speech" not in on_screen(pilot)
        await press(pilot, "g")
        assert len(quotes_shown(pilot)) == before


async def test_only_the_posts_that_quote_an_actor(story):
    async with desk(story) as pilot:
        await press(pilot, "2", "j", "F")
        assert headlines(pilot) == [SHUT]
        assert chip_line(pilot) == "only [words of Jo Tan ×]"
        await press(pilot, "escape")
        assert headlines(pilot) == [JOKE, TALKS, SHUT, QUARREL]
        assert chip_line(pilot) == ""


async def test_from_the_countdown_to_the_mentions_to_the_post_at_those_words(story):
    async with desk(story) as pilot:
        await press(pilot, "3", "enter")
        assert isinstance(pilot.app.screen, Passages)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Reader)
        assert "Thursday" in reversed_words(pilot)
        await press(pilot, "escape")
        assert (pane(pilot), current(pilot)) == (("countdown", True), TALKS)


# -- search and filter ------------------------------------------------------------------------------------------------


async def test_search_goes_to_the_first_match_as_it_is_typed_and_steps_on(story):
    async with desk(story) as pilot:
        await press(pilot, "slash")
        await write(pilot, "leith")
        assert (current(pilot), count_of_matches(pilot)) == (TALKS, "1 of 1")
        assert "Leith" in reversed_words(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "ports")
        assert (current(pilot), count_of_matches(pilot)) == (TALKS, "1 of 3")
        await press(pilot, "enter", "n", "n")
        assert (current(pilot), count_of_matches(pilot)) == (QUARREL, "3 of 3")
        await press(pilot, "N")
        assert current(pilot) == SHUT
        await press(pilot, "n", "n")
        assert current(pilot) == TALKS, "round at the end"
        await press(pilot, "escape")
        assert not pilot.app.screen.query_one(SearchLine).display
        assert reversed_words(pilot) == ""
        assert current(pilot) == TALKS


def search_line(pilot):
    return next((line.strip() for line in on_screen(pilot).splitlines() if " /" in line[:14]), "")


async def test_the_pane_that_keys_act_on_is_searched_and_n_steps_there(story):
    async with desk(story) as pilot:
        stream = current(pilot)
        await press(pilot, "2", "slash")
        assert search_line(pilot).startswith("Actors / ")
        await write(pilot, "tan")
        actors = pilot.app.screen.query_one(ActorList)
        assert (actors.current.name, count_of_matches(pilot)) == ("Jo Tan", "1 of 1")
        assert "Tan" in reversed_words(pilot)
        await press(pilot, "enter")
        assert pane(pilot) == ("quotes", True)
        await press(pilot, "g", "n")
        assert (actors.current.name, current(pilot)) == ("Jo Tan", stream)
        await press(pilot, "escape")
        assert reversed_words(pilot) == ""
        await press(pilot, "3", "slash")
        assert search_line(pilot).startswith("Countdown / ")
        await write(pilot, "talks")
        assert "alks" in reversed_words(pilot)
        await press(pilot, "enter", "1", "n")
        assert (pane(pilot), current(pilot)) == (("countdown", True), stream)


async def test_an_actor_is_found_by_words_that_stand_in_one_quote(story):
    async with desk(story) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "everybody bad")
        assert pilot.app.screen.query_one(ActorList).current.name == "Jo Tan"
        assert count_of_matches(pilot) == "1 of 1"
        assert "everybody" in reversed_words(pilot), "in the quotes below"
        await press(pilot, "ctrl+u")
        await write(pilot, "everybody move")
        assert count_of_matches(pilot) == "no match"


async def test_one_actor_s_quotes_are_searched_with_the_words_at_hand(story):
    async with desk(story) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "joke")
        await press(pilot, "enter", "enter")
        quotes = pilot.app.screen.query_one(QuoteList)
        assert quotes.has_focus
        await press(pilot, "G", "slash", "enter")
        assert search_line(pilot).startswith("Quotes / joke")
        assert quotes.has_focus
        assert "joke" in quotes.current.text
        await press(pilot, "G", "n")
        assert "joke" in quotes.current.text
        await press(pilot, "slash")
        await write(pilot, "nothing of it")
        await press(pilot, "escape")
        assert quotes.has_focus
        assert "joke" in quotes.current.text, "where typing began"


async def test_a_search_of_other_rows_of_a_list_is_made_anew(story):
    async with desk(story) as pilot:
        await press(pilot, "3", "slash")
        await write(pilot, "talks")
        await press(pilot, "enter", "x", "N")
        assert notices(pilot)[-1] == "No match"
        await press(pilot, "X", "n")
        assert "alks" in pilot.app.screen.query_one(CountdownPane).current.title
        assert pilot.app.screen.query_one(CountdownPane).current.dismissed


async def test_the_stream_is_not_searched_again_because_of_other_rows_beside_it(story, monkeypatch):
    searched = []
    async with desk(story) as pilot:
        await press(pilot, "slash")
        await write(pilot, "talks")
        await press(pilot, "enter")
        monkeypatch.setattr(pilot.app.screen._live, "search", lambda *asked: searched.append(asked))
        await press(pilot, "2", "down")
        assert searched == []
        assert pilot.app.screen._matches


@pytest.mark.parametrize("typed", [[], ["f", "backspace"], ["space"]])
async def test_a_search_for_nothing_is_over_with_enter(tmp_path, typed):
    async with desk(strike_story(tmp_path / "strike.jsonl")) as pilot:
        await press(pilot, "slash", *typed, "enter")
        assert not pilot.app.screen.query_one(SearchLine).display


@pytest.mark.parametrize("changes", ["the rows", "the words"])
async def test_a_step_while_words_are_looked_for_goes_where_they_are_found(story, monkeypatch, changes):
    """The numbers of the rows before lead to other posts, or to none."""
    async with desk(story) as pilot:
        screen = pilot.app.screen
        await press(pilot, "slash")
        await write(pilot, "port" if changes == "the words" else "ports")
        await press(pilot, "enter")
        held, search = [], screen._live.search
        monkeypatch.setattr(screen._live, "search", lambda *asked: held.append(asked))
        if changes == "the rows":
            screen._set_filter(Filter(source_id=screen._story.sources[0].id))
            await settled(pilot)
            assert headlines(pilot) == [JOKE, TALKS, SHUT]
        else:
            await press(pilot, "slash")
            await write(pilot, "ports shut")
            await press(pilot, "enter")
        before = current(pilot)
        await press(pilot, "N")
        assert (current(pilot), notices(pilot)) == (before, [])
        search(*held[-1])
        await settled(pilot)
        assert current(pilot) == SHUT


async def test_escape_in_the_search_field_ends_the_search(story):
    async with desk(story) as pilot:
        await press(pilot, "slash", "z", "q")
        assert count_of_matches(pilot) == "no match"
        await press(pilot, "escape")
        assert pane(pilot) == ("stream", True)
        assert not pilot.app.screen.query_one(SearchLine).display
        await press(pilot, "j")
        assert current(pilot) == TALKS


@pytest.mark.parametrize("at_once", [True, False])
async def test_what_was_made_ready_for_a_search_is_forgotten_some_time_after_it(story, monkeypatch, at_once):
    made_ready = []
    monkeypatch.setattr(search, "searchable", lambda post: made_ready.append(post.id) or searchable(post))
    if at_once:
        monkeypatch.setattr(live_story, "_FORGET_SEARCH_AFTER_SECONDS", 0.001)
    async with desk(story) as pilot:
        for _ in range(2):
            await press(pilot, "slash")
            await write(pilot, "leith")
            assert count_of_matches(pilot) == "1 of 1"
            await press(pilot, "escape")
            await until(pilot, lambda: not at_once or not pilot.app.screen._live._search._texts)
        assert len(made_ready) == len(pilot.app.stream) * (2 if at_once else 1)


async def test_the_filter_dialog_narrows_the_stream(story):
    async with desk(story) as pilot:
        await press(pilot, "f")
        assert "Show only posts" in on_screen(pilot)
        await press(pilot, "tab", "j", "enter")
        assert headlines(pilot) == [JOKE, QUARREL]
        assert chip_line(pilot) == "only [words of Ana Ruiz ×]"
        await press(pilot, "f", "ctrl+l", "tab", "tab", "j", "j", "enter")
        assert headlines(pilot) == [QUARREL]
        await press(pilot, "f", "ctrl+l", "tab", "tab", "tab", "j", "enter")
        assert headlines(pilot) == [TALKS]
        assert chip_line(pilot) == "only [BREAKING ×]"
        await press(pilot, "f", "escape")
        assert headlines(pilot) == [TALKS]
        await press(pilot, "escape")
        assert headlines(pilot) == [JOKE, TALKS, SHUT, QUARREL]


async def test_the_filter_dialog_keeps_an_actor_who_has_said_nothing_yet(story):
    async with desk(story) as pilot:
        screen = pilot.app.screen
        screen._set_filter(Filter(actor="Ana Ruiz"))
        await press(pilot, "T")
        await write(pilot, "10 May 2025 09:00")
        await press(pilot, "enter", "f", "enter")
        assert screen._filter == Filter(actor="Ana Ruiz")


async def test_a_filter_that_nothing_passes_leaves_an_empty_stream_and_escape_fills_it(story):
    async with desk(story) as pilot:
        await press(pilot, "f")
        await write(pilot, "zebra")
        await press(pilot, "enter")
        assert headlines(pilot) == []
        assert chip_line(pilot) == "only [“zebra” ×]"
        await press(pilot, "j", "enter", "n", "m", "s", "y", "o", "escape")
        assert headlines(pilot) == [JOKE, TALKS, SHUT, QUARREL]


# -- marks ------------------------------------------------------------------------------------------------------------


async def test_n_and_p_step_through_the_unread(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "enter", "escape", "g")
        seen = []
        for key in ("n", "n", "n", "p"):
            await press(pilot, key)
            seen.append(current(pilot))
        assert seen == [SHUT, QUARREL, JOKE, QUARREL]


async def test_marking_read_from_here_down_can_be_taken_back(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "m")
        assert unread(pilot) == [JOKE]
        await press(pilot, "u")
        assert unread(pilot) == [JOKE, TALKS, SHUT, QUARREL]
        assert notices(pilot)[-1] == "Took back: 3 posts marked read"
        await press(pilot, "g", "m", "n")
        assert notices(pilot)[-1] == "Nothing unread"


async def test_a_star_shows_in_the_stream_and_in_the_reader_and_can_be_taken_back(story):
    async with desk(story) as pilot:
        await press(pilot, "s")
        assert starred(pilot) == [JOKE]
        assert "★ Union leader says" in on_screen(pilot)
        await press(pilot, "enter")
        assert "★ starred" in on_screen(pilot)
        await press(pilot, "s")
        assert "★" not in on_screen(pilot)
        await press(pilot, "escape", "u")
        assert starred(pilot) == [JOKE]
        await press(pilot, "u")
        assert starred(pilot) == []
        await press(pilot, "u")
        assert notices(pilot)[-1] == "Nothing to take back"


# -- copying and links ------------------------------------------------------------------------------------------------


async def test_y_copies_what_the_pane_shows_with_its_citation(story):
    async with desk(story) as pilot:
        await press(pilot, "y")
        assert pilot.app.clipboard.startswith(f"{JOKE} — ")
        assert pilot.app.clipboard.endswith("16:03 BST 11 May 2025")
        await press(pilot, "2", "j", "y")
        assert pilot.app.clipboard == "Jo Tan"
        await press(pilot, "enter", "y")
        assert pilot.app.clipboard.startswith("“bad for everybody” — Jo Tan, ")
        assert pilot.app.clipboard.endswith("11:30 BST 11 May 2025")
        await press(pilot, "3", "y")
        assert "Thu 15 May 2025 (" in pilot.app.clipboard
        assert ") — Dockers vote 'to stay out' in the port strike, 12:00 BST 11 May 2025" in pilot.app.clipboard


async def test_y_in_the_reader_copies_the_passage_that_was_gone_to_as_its_pane_does(story):
    async with desk(story) as pilot:
        await press(pilot, "2", "enter", "y")
        as_in_the_pane = pilot.app.clipboard
        await press(pilot, "enter", "y")
        assert pilot.app.clipboard == as_in_the_pane
        await press(pilot, "y")
        assert pilot.app.clipboard != as_in_the_pane
        await press(pilot, "escape", "3", "enter", "enter", "y")
        assert pilot.app.clipboard.startswith(
            "“Direct talks between the dockers and the ports will be held in Leith on "
        )
        await press(pilot, "escape", "1", "Y")
        headline = pilot.app.clipboard
        await press(pilot, "enter", "Y")
        assert pilot.app.clipboard == headline


async def test_y_copies_the_selected_words_instead(story):
    async with desk(story) as pilot:
        stream = pilot.app.screen.query_one(StreamPane)
        pilot.app.screen.selections = {stream: Selection(Offset(0, 1), Offset(5, 1))}
        await press(pilot, "y")
        assert pilot.app.clipboard == "16:03"


async def test_o_opens_the_link_of_a_post_that_has_one(story, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    add_to(story, [("/saved/feed.xml", FEED.encode())])
    async with desk(story) as pilot:
        assert current(pilot) == "Cranes stand still"
        await press(pilot, "o", "j", "o")
        await until(pilot, lambda: opened == ["https://harbour.example/cranes"])
        assert notices(pilot)[-1] == "This post has no web address to open"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "//harbour.example", "ftp://x", ""])
async def test_nothing_but_a_web_address_is_opened(story, monkeypatch, address):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    async with desk(story) as pilot:
        pilot.app.post_message(LinkWanted(address))
        await settled(pilot)
        assert notices(pilot) == ["This post has no web address to open"]
    assert opened == []


async def test_every_pane_shows_only_what_the_filter_lets_through_and_says_so(story):
    async with desk(story) as pilot:
        stream, quotes, countdown = (pilot.app.screen.query_one(f"#{name}") for name in Desk.PANES)
        everything = [pane.counts for pane in (stream, quotes, countdown)]
        assert everything == ["4 unread · 4 posts", "5 quotes by 2", "1 ahead"]
        await press(pilot, "f")
        await write(pilot, "quarrel")
        await press(pilot, "enter")
        assert [pane.counts for pane in (stream, quotes, countdown)] == [
            "1 unread · 1 of 4 posts",
            "1 of 5 quotes by 1",
            "0 of 1 ahead",
        ]
        assert countdown.empty == "Nothing dated ahead in the posts shown."
        await press(pilot, "escape")
        assert [pane.counts for pane in (stream, quotes, countdown)] == everything


async def test_while_another_moment_is_looked_into_the_panes_say_so(story, monkeypatch):
    async with desk(story) as pilot:
        quotes, countdown = (pilot.app.screen.query_one(f"#{name}") for name in Desk.PANES[1:])
        may_find = hold_up_finding(monkeypatch)
        pilot.app.post_message(events.Key("t", "t"))
        await until(pilot, lambda: (quotes.counts, countdown.counts) == (FINDING, FINDING))
        may_find.set()
        await settled(pilot)
        assert (quotes.counts, countdown.counts) == ("5 quotes by 2", "0 ahead")


async def test_before_quotes_and_dates_were_looked_for_no_pane_says_that_there_are_none(story, monkeypatch):
    may_find = hold_up_finding(monkeypatch)
    with Session(Store.open(story), Remembering()) as session:
        app = NewsdeskApp(session, zone=LONDON, now=lambda: NOW)
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Desk) and app.screen._live.finding)
            quotes, countdown = app.screen.query_one(QuotesPane), app.screen.query_one(CountdownPane)
            assert len(app.screen.stream) == 4
            assert (quotes.actors.empty, countdown.empty) == ("Finding quotes ...", "Finding dates ...")
            may_find.set()
            await settled(pilot)
            assert quotes.counts == "5 quotes by 2"
            assert countdown.empty == "Nothing dated ahead."


async def test_escape_ends_a_search_where_it_began(story):
    async with desk(story) as pilot:
        await press(pilot, "j", "slash")
        await write(pilot, "quarrel")
        assert current(pilot) == QUARREL
        await press(pilot, "escape")
        assert current(pilot) == TALKS
        await press(pilot, "slash")
        await write(pilot, "quarrel")
        await press(pilot, "enter", "escape")
        assert current(pilot) == QUARREL, "a search that was kept leaves the reader where it led"


async def test_escape_in_words_that_are_changed_goes_back_to_where_they_were_changed(story):
    async with desk(story) as pilot:
        await press(pilot, "slash")
        await write(pilot, "port")
        await press(pilot, "enter", "G")
        assert current(pilot) == QUARREL
        await press(pilot, "slash")
        await write(pilot, "s shut")
        assert current(pilot) == SHUT
        await press(pilot, "escape")
        assert current(pilot) == QUARREL


async def test_the_keys_of_a_search_are_told_when_they_step(story):
    async with desk(story) as pilot:
        await press(pilot, "slash")
        await write(pilot, "strike")
        assert "n next" not in on_screen(pilot), "here n is a letter"
        await press(pilot, "enter")
        assert "n next, N previous" in on_screen(pilot)


async def test_with_another_clock_the_countdown_begins_at_what_comes_next(tmp_path):
    async with desk(sample_story(tmp_path / "sample.jsonl")) as pilot:
        countdown = pilot.app.screen.query_one(CountdownPane)
        await press(pilot, "3", "G", "t")
        assert countdown.cursor == 0
        await press(pilot, "G", "t")
        assert (countdown.cursor, countdown.rows[0].passed) == (0, False)


async def test_on_a_narrow_screen_a_click_on_a_name_goes_to_its_pane(story):
    async with desk(story, NARROW) as pilot:
        for pane, at in (("countdown", 24), ("quotes", 13), ("stream", 3)):
            await pilot.click(TabLine, offset=(at, 0))
            await settled(pilot)
            assert pilot.app.screen.query_one(f"#{pane}").display
            assert pilot.app.screen.query_one(f"#{pane}").has_class("-active")


async def test_z_has_two_zones_where_the_desk_is_in_utc(story):
    async with desk(story, zone=ZoneInfo("UTC")) as pilot:
        for zone in ("16:03 BST", "15:03 UTC", "16:03 BST"):
            await press(pilot, "Z")
            assert f"as of Sun 11 May 2025 {zone}" in header(pilot)


async def test_z_shows_times_in_the_zone_of_each_source_and_in_utc(story):
    async with desk(story, zone=ZoneInfo("Asia/Tokyo")) as pilot:
        assert "as of Mon 12 May 2025 00:03 JST" in header(pilot)
        await press(pilot, "Z")
        assert "as of Sun 11 May 2025 16:03 BST" in header(pilot)
        assert "Sunday 11 May · BST" in on_screen(pilot)
        assert notices(pilot)[-1] == "Each time is shown in the zone of its source"
        await press(pilot, "T")
        await write(pilot, "11 May 11:45")
        await press(pilot, "enter")
        assert "as of Sun 11 May 2025 11:45 BST" in header(pilot)
        await press(pilot, "Z")
        assert "as of Sun 11 May 2025 10:45 UTC" in header(pilot)
        assert "Sunday 11 May · UTC" in on_screen(pilot)
        assert notices(pilot)[-1] == "Times are shown in UTC"
        await press(pilot, "Z")
        assert "19:45 JST" in header(pilot)
