"""What came since the desk was left: a line in the stream, counts and words in the panes."""

import re
from collections import UserList
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from desk_app import MEDIUM, add_to, current, desk, headlines, notices, on_screen, press, settled, strike_story, until
from story_of import event, facts, posts, story
from written import EDITED_PAGE, LATER_PAGE, LIVE_PAGE

from newsdesk.kept.last_view import LastView
from newsdesk.model import Facts, Mention, Post, Revision
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.filter import Filter
from newsdesk.story.since_left import SinceLooker, known_events, new_posts, places
from newsdesk.story.stream import stream_rows
from newsdesk.ui.panes.quotes import QuotesPane
from newsdesk.ui.panes.stream import StreamPane, since_lines

NOW = datetime(2025, 5, 11, 18, 0, tzinfo=UTC)
LATE_ARTICLE = b"""Fog held the ferries

Published: May 11, 2025 9:30 AM

The ferries stayed at the quays until noon. Harbour master Ida Moe said: "Nobody could see the other bank at all."
"""


def of_n(*numbers, source=1):
    return [Post(n=n, id=1000 * source + at, source_id=source) for at, n in enumerate(numbers)]


def test_a_few_numbers_say_which_posts_there_were():
    assert places([*of_n(3, 1, 2, -1), *of_n(1, source=2)]) == {"1": [-1, -1, 1, 3], "2": [1, 1]}
    assert len(places(of_n(*range(-50_000, 50_000)))["1"]) == 2


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ((1, 2, 3), (1, 2, 3), []),
        ((1, 2, 3), (-1, 0, 1, 2, 3, 4), [0, 1, 5]),
        ((1, 2, 5), (1, 2, 4, 5), [2]),
        ((1, 2, 3), (1, 2, 2, 2, 3), [2, 3]),
        ((1, 2, 2, 3), (1, 2, 2, 2, 3), [3]),
        ((1, 2, 3), (2,), []),
    ],
)
def test_new_is_what_has_another_place(before, after, new):
    assert new_posts(of_n(*after), places(of_n(*before))) == {1000 + at for at in new}


def test_runs_of_a_damaged_file_cost_no_more_than_any():
    known = {"1": [2, 10**12, 9, -5, 3, 3, 10**15, 10**18]}
    assert new_posts(of_n(1, 2, 3, 3, 3, 4), known) == {1000, 1004}


def test_all_posts_of_a_new_source_are_new():
    assert new_posts([*of_n(1), *of_n(1, 2, source=2)], places(of_n(1))) == {2000, 2001}


def looker(left_with, *, known=None):
    before = known_events(left_with.facts.events) if known is None else known
    return SinceLooker(NOW - timedelta(hours=3), places(left_with.posts), before, NOW)


def look(by, now_with, *, clock=None, wanted=None):
    clock, wanted = clock or Clock(Mode.NOW, NOW), wanted or Filter()
    stream = stream_rows(now_with, wanted, clock, UTC)
    return by.look(now_with, stream, clock, UTC, stream.ids if wanted else None)


def looked(left_with, now_with, *, known=None, clock=None, wanted=None):
    return look(looker(left_with, known=known), now_with, clock=clock, wanted=wanted)


def without(*ids):
    return story(posts=tuple(post for post in posts() if post.id not in ids))


def test_counts_in_words():
    since = looked(without(11), story())
    assert since.words == "since you left, 15:00: 1 post · 1 new actor · 3 new quotes"
    assert (since.posts, since.below, since.actors) == ({11}, 12, {"Ana Ruiz"})
    assert looked(story(), story()) is None
    assert looked(story(posts=()), story()) is None, "who comes for the first time has missed nothing"


def test_events_that_are_new_or_have_moved():
    mentioned = event(mentions=(Mention(11, "text", 0, 4, 0, 40),))
    moved, same = event(key="e2", start=date(2025, 5, 20)), event(key="e3")
    now = story(found=replace(facts(), events=(mentioned, moved, same)))
    known = known_events([event(key="e2"), same])
    since = looked(without(11), now, known=known)
    assert since.words.endswith(" · 1 new, 1 moved events")
    assert since.events == {"e1": "new", "e2": "moved"}


def edited(post_id, **was):
    """The story with a post that said something else when the desk was left."""
    earlier = {"headline": None, "text": "", "replaced_at": NOW - timedelta(hours=1)} | was
    return tuple(replace(post, revisions=(Revision(**earlier),)) if post.id == post_id else post for post in posts())


def test_what_edits_bring():
    since = looked(story(), story(posts=edited(11, text="She called it “a joke”.")))
    assert since.words == "since you left, 15:00: 1 post edited · 2 new quotes", "of a joke she spoke before"
    assert (since.posts, since.below, since.newest, since.events) == (frozenset(), 11, 11, {})
    assert since.brought == {(11, "headline", 9), (11, "text", 39)}
    everything = looked(story(), story(posts=edited(11)))
    assert everything.words.endswith(": 1 post edited · 1 new actor · 3 new quotes")
    named = looked(story(), story(posts=edited(11, text="Ruiz was silent.")))
    assert named.words.endswith(": 1 post edited · 3 new quotes"), "whether he quoted her before is not known"
    of_old = looked(story(), story(posts=edited(11, replaced_at=NOW - timedelta(hours=4))))
    assert of_old is None, "it was edited before the desk was left"
    assert looked(story(), story(posts=edited(11, replaced_at=None))) is None


def test_a_post_that_is_gone_is_told_of():
    gone = tuple(replace(post, gone=NOW) if post.id == 12 else post for post in posts())
    assert looked(story(), story(posts=gone)).words == "since you left, 15:00: 1 post gone"
    assert looked(without(11), story(posts=gone)).words.endswith(": 1 post · 1 gone · 1 new actor · 3 new quotes")
    assert looked(story(), story(posts=gone), wanted=Filter(label="analysis")) is None


VISIT = {"key": "2025-05-14:visit", "title": "Tan visit to Leith", "start": date(2025, 5, 14)}
LATER = {"key": "2025-05-15:visit", "title": "Tan visit", "start": date(2025, 5, 15)}


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ([VISIT], [LATER], {LATER["key"]: "moved"}),
        ([LATER], [LATER | {"key": "2025-05-12:visit"}], {}),
        ([VISIT], [LATER | {"title": "Ruiz visit"}], {LATER["key"]: "new"}),
        ([VISIT], [LATER | {"key": "2025-05-15:talks"}], {"2025-05-15:talks": "new"}),
        ([VISIT], [VISIT, LATER], {LATER["key"]: "new"}),
        ([VISIT, VISIT | {"key": "2025-05-13:visit"}], [LATER], {}),
        ([VISIT], [LATER, LATER | {"key": "2025-05-16:visit"}], {}),
        ([VISIT], [VISIT | {"start": date(2025, 5, 20)}], {VISIT["key"]: "moved"}),
        ([VISIT, LATER], [VISIT], {}),
        ([], [LATER], {LATER["key"]: "new"}),
        ([], [LATER | {"mentions": (Mention(13, "text", 0, 4, 0, 40),)}], {}),
    ],
)
def test_an_event_that_an_edit_moves_is_told_by_its_class_and_name(before, now, told):
    found = replace(facts(), events=tuple(event(**each) for each in now))
    known = known_events([event(**each) for each in before])
    edit = story(posts=edited(12, text="Talks set for Thursday"), found=found)
    assert looked(story(), edit, known=known).events == told


def test_what_the_clock_hides_is_not_counted():
    noon = Clock(Mode.CHOSEN, posts()[1].published.at)
    assert looked(without(11), story(), clock=noon) is None


def test_a_filter_counts_what_it_lets_through():
    two_came = without(11, 13)
    assert looked(two_came, story()).words.endswith("2 posts · 2 new actors · 5 new quotes")
    since = looked(two_came, story(), wanted=Filter(label="analysis"))
    assert since.words == "since you left, 15:00: 1 post · 1 new actor · 2 new quotes"
    assert (since.posts, since.new, since.actors) == ({13}, {11, 13}, {"Jo Tan"})
    assert looked(two_came, story(), wanted=Filter(source_id=2)) is None


def test_the_line_stands_below_what_is_new_on_top():
    at_line = {ids: looked(without(*ids), story()) for ids in ((11, 12), (12, 13), (11, 13))}
    assert {ids: (since.below, since.newest) for ids, since in at_line.items()} == {
        (11, 12): (13, 11),
        (12, 13): (11, 12),  # nothing new on top: the line is, and what came stands further down
        (11, 13): (12, 11),
    }
    everything = looked(without(11), story(), wanted=Filter(label="breaking"))
    assert (everything.below, everything.newest) == (11, 11)


def test_what_comes_later_fills_in():
    desk_left = looker(without(11))
    assert look(desk_left, story(found=Facts())).words.endswith(": 1 post")
    assert look(desk_left, story()).quotes == 3
    more = story(posts=(*posts(), *of_n(2, source=2)))
    assert look(desk_left, more).posts == {11, 2000}
    assert look(desk_left, without(11)) is None, "it was taken back"


def test_posts_that_nobody_looked_into_yet_cost_no_look_at_all_quotes():
    found = facts()
    desk_left, now = looker(without(11)), story(found=found)
    before = look(desk_left, now)
    counted = Counted(found.quotes)
    object.__setattr__(found, "quotes", counted)  # the very same facts, as the desk has them while posts only come
    with_post = replace(now, posts=(*posts(), *of_n(2, source=2)))
    assert with_post.facts is now.facts
    after = look(desk_left, with_post)
    assert after.posts == {11, 2000}
    assert (after.quotes, after.actors, after.events) == (before.quotes, before.actors, before.events)
    assert counted.walks == 0
    said_there = replace(counted[0], post_id=2000, text="We sail at dawn")
    later = look(desk_left, replace(with_post, found=replace(found, quotes=(*counted, said_there))))
    assert later.quotes == before.quotes + 1


class Counted(UserList):
    """Quotes that count how often somebody walks through them all."""

    walks = 0

    def __iter__(self):
        self.walks += 1
        return super().__iter__()


def test_rows_that_go_on_from_those_before_are_counted_as_new_ones_are():
    desk_left, clock, there = looker(without(11)), Clock(Mode.NOW, NOW), posts()
    stream = None
    for later, new in (
        (there, {11}),
        ((*there, *of_n(2, source=2)), {11, 2000}),
        ((*there[1:], *of_n(2, 3, source=2)), {2000, 2001}),
        (there[1:], None),
    ):
        now = story(posts=later)
        before, stream = stream, stream_rows(now, Filter(), clock, UTC, stream)
        assert before is None or before.line is stream.line
        since = desk_left.look(now, stream, clock, UTC)
        assert (since and since.posts) == new


def test_words_that_were_said_before_are_not_new():
    old, new = facts().quotes[3], facts().quotes[2]
    again = replace(facts(), quotes=(replace(old, speaker="Ana Ruiz"), new))
    since = looked(without(11), story(found=again))
    assert (since.quotes, since.actors) == (0, frozenset())
    long_ago = tuple(
        replace(post, published=replace(post.published, at=post.published.at - timedelta(days=90)))
        if post.id == 13
        else post
        for post in posts()
    )
    assert looked(without(11), story(posts=long_ago, found=again)).quotes == 0


async def leave(pilot):
    pilot.app.exit()
    return pilot.app.view


async def left(path):
    async with desk(path) as pilot:
        return await leave(pilot)


async def come_back(tmp_path):
    path = strike_story(tmp_path / "strike.jsonl")
    view = await left(path)
    add_to(path, [("/saved/strike.txt", LATER_PAGE.encode()), ("/saved/fog.txt", LATE_ARTICLE)])
    return path, view


def line_of(pilot):
    return next((line for line in on_screen(pilot).split("\n") if "since you left," in line), "")


async def test_the_line_stands_between_what_came_and_what_was_known(tmp_path):
    path, view = await come_back(tmp_path)
    async with desk(path, (190, 40), view=view) as pilot:
        assert headlines(pilot)[0] == "Ports minister to visit Leith"
        assert re.search(
            r"── since you left, 00:00: 2 posts · 1 new actor · 1 new quote · 1 new event ─", line_of(pilot)
        )
        lines = [line.lstrip("│▌▏ ") for line in on_screen(pilot).split("\n")]
        at = next(n for n, line in enumerate(lines) if "since you left," in line)
        assert lines[at + 1].startswith("16:03")
        late = next(line for line in lines if "Fog held the ferries" in line)
        assert "new · Fog held" in late, "it came, but stands among older ones"
        assert sum("new · " in line.split("││")[0] for line in lines[:-2]) == 1
        assert pilot.app.screen.query_one(StreamPane).counts == "2 since you left · 6 unread · 6 posts"
        assert notices(pilot) == []
        assert pilot.app.screen.query_one(StreamPane).cursor == 0, "who left at the top finds the newest"


async def test_what_came_while_the_desk_was_open_was_there_when_it_was_left(tmp_path):
    path = strike_story(tmp_path / "strike.jsonl")
    async with desk(path, view=await left(path)) as pilot:
        add_to(path, [("/saved/strike.txt", LATER_PAGE.encode())])
        await until(pilot, lambda: headlines(pilot)[0] == "Ports minister to visit Leith")
        view = await leave(pilot)
    async with desk(path, view=view) as pilot:
        assert "since you left" not in on_screen(pilot)


async def test_where_only_new_posts_are_shown_the_line_is_their_heading(tmp_path):
    path = strike_story(tmp_path / "strike.jsonl")
    async with desk(path) as pilot:
        await press(pilot, "g", "m")
        view = await leave(pilot)
    add_to(path, [("/saved/strike.txt", LATER_PAGE.encode()), ("/saved/fog.txt", LATE_ARTICLE)])
    async with desk(path, (190, 40), view=view) as pilot:
        pilot.app._desk._set_filter(Filter(unread=True))
        await settled(pilot)
        assert headlines(pilot) == ["Ports minister to visit Leith", "Fog held the ferries"]
        assert "2 posts" in line_of(pilot)
        assert not any("new · " in line.split("││")[0] for line in on_screen(pilot).split("\n")[:-2])


async def test_each_pane_tells_its_own(tmp_path):
    path, view = await come_back(tmp_path)
    async with desk(path, view=view) as pilot:
        screen = on_screen(pilot)
        assert re.search(r"\(1 new\) by \d+ \(1 new\)", pilot.app.screen.query_one(QuotesPane).counts)
        assert re.search(r"1 new · \d ahead", screen)
        assert re.search(r"Ida Moe +new +1", screen)
        assert "new · " in screen.split("14 – 16 May")[1], "the event says so, too"
        await press(pilot, "2", "G")
        while "Ida Moe" not in str(pilot.app.screen.query_one("#quotes").actor):
            await press(pilot, "k")
        assert re.search(r"11 May 09:30\? BST · new", on_screen(pilot))


async def test_a_key_goes_to_the_line_and_another_puts_it_away(tmp_path):
    path, view = await come_back(tmp_path)
    async with desk(path, MEDIUM, view=view) as pilot:
        assert re.search(r"── since you left, 00:00: 2 posts ─+ +│", on_screen(pilot))
        assert re.search(r"│ +1 new actor · 1 new quote +│", on_screen(pilot)), "in a narrow pane on lines of their own"
        await press(pilot, "G")
        assert not line_of(pilot)
        await press(pilot, "L")
        assert current(pilot) == "Ports minister to visit Leith"
        assert "since you left" in line_of(pilot)
        await press(pilot, "D")
        assert not line_of(pilot)
        assert "new" not in on_screen(pilot).split("\n", 1)[1]
        await press(pilot, "G", "L")
        assert current(pilot) != "Ports minister to visit Leith", "there is no line to go to"
        await press(pilot, "s", "u", "u", "L")
        assert notices(pilot) == [
            "Took back: star",
            "Took back: hiding of what came since you left",
        ]
        assert current(pilot) == "Ports minister to visit Leith"
        assert "since you left" in line_of(pilot)


MOVED_PAGE = LATER_PAGE.replace("14 to 16 May", "15 to 17 May")


@pytest.mark.parametrize(
    ("left_with", "now_with", "told"),
    [
        (LATER_PAGE, MOVED_PAGE, "1 post edited · 1 moved event"),
        (LATER_PAGE.replace("from 14 to 16 May", "soon"), LATER_PAGE, "1 post edited · 1 new event"),
        (LATER_PAGE, EDITED_PAGE, "1 post edited · 1 new quote"),
    ],
)
async def test_a_page_with_no_new_post_tells_what_its_edits_brought(tmp_path, left_with, now_with, told):
    path = add_to(tmp_path / "strike.jsonl", [("/saved/strike.txt", left_with.encode())])
    view = await left(path)
    add_to(path, [("/saved/strike.txt", now_with.encode())])
    async with desk(path, (190, 40), view=view) as pilot:
        since = pilot.app.screen.query_one(StreamPane).since
        assert since.words.endswith(told)
        for what in since.events.values():
            assert f"1 {what} · " in on_screen(pilot), "in the foot of the countdown"
            assert f"{what} · " in on_screen(pilot).split("– 1")[1], "and with the event"
        assert "1 post edited" in line_of(pilot)
        await press(pilot, "G", "L")
        assert current(pilot) == headlines(pilot)[0]
        await press(pilot, "D")
        assert not line_of(pilot)


async def test_a_quote_that_an_edit_brought_is_marked(tmp_path):
    said = LIVE_PAGE.replace("everybody", "everybody”. Mr Tan added: “I am ready to talk to them")
    path = add_to(tmp_path / "strike.jsonl", [("/saved/strike.txt", LIVE_PAGE.encode())])
    view = await left(path)
    add_to(path, [("/saved/strike.txt", said.encode())])
    async with desk(path, (190, 40), view=view) as pilot:
        assert "1 post edited · 1 new quote" in line_of(pilot)
        await press(pilot, "2")
        while "Jo Tan" not in str(pilot.app.screen.query_one("#quotes").actor):
            await press(pilot, "j")
        assert on_screen(pilot).count("· new ·") == 1


def test_a_line_that_is_too_long_goes_on_below():
    words = "since you left, Wed 31 Dec 2025 18:05: 3 posts · 1 new actor · 12 new quotes"
    assert since_lines(words, 90) == [words]
    assert since_lines(words, 60) == [words.split(" · ", maxsplit=1)[0], "1 new actor · 12 new quotes"]
    assert since_lines(words, 45) == ["since you left, Wed 31 Dec 2025 18:05", "3 posts · 1 new actor · 12 new quotes"]
    assert since_lines(words, 40) == ["since you left, 31 Dec 2025 18:05", "3 posts · 1 new actor · 12 new quotes"]
    assert since_lines(words, 30)[1:] == ["3 posts · 1 new actor", "12 new quotes"]


async def test_who_comes_for_the_first_time_or_missed_nothing_sees_no_line(tmp_path):
    path = strike_story(tmp_path / "strike.jsonl")
    async with desk(path, view=LastView()) as pilot:
        assert "since you left" not in on_screen(pilot)
    async with desk(path, view=await left(path)) as pilot:
        assert "since you left" not in on_screen(pilot)
