"""The bell and the notice when an event's time or a Breaking post comes: the wall clock is the test's."""

from datetime import datetime, timedelta

import desk_app
import pytest
from dateutil import tz
from desk_app import LONDON, add_to, desk, notices, on_screen, press, settled, strike_story, until, write
from written import LIVE_PAGE

from newsdesk.kept.last_view import Alerts, LastView, keep_view, read_view
from newsdesk.ui.app import NewsdeskApp

EVE = datetime(2025, 5, 14, 23, 58, tzinfo=LONDON)
SUNDAY = datetime(2025, 5, 11, 16, 30, tzinfo=LONDON)
TALKS = "today, Thu 15 May"
DEAL = """\
  1. Breaking

    Deal [/b] is off, union sayspublished at 16:31 British Summer Time 11 May 2025

    Ana Ruiz told reporters that the deal was off.

"""


class WallClock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


@pytest.fixture
def rung(monkeypatch):
    """Every time the bell rings."""
    bells = []
    monkeypatch.setattr(NewsdeskApp, "bell", lambda _app: bells.append(1))
    return bells


async def tick(pilot, clock, passed):
    clock.now += passed
    pilot.app.screen_stack[0]._tick()
    await settled(pilot)


def add_page(path, page, name="/saved/later.txt"):
    """As another process would."""
    add_to(path, [(name, page.encode())])


def deal_page():
    return LIVE_PAGE.replace("  1. Union", DEAL + "  2. Union").replace("  2. Breaking", "  3. Breaking")


MACHINES = tz.tzstr("GMT0BST,M3.5.0/1,M10.5.0")
"""A zone as the machine's own comes from dateutil: it cannot be a member of a set."""


@pytest.mark.parametrize("zone", [LONDON, MACHINES])
async def test_an_events_day_rings_once_and_says_what_it_is(story, rung, zone):
    clock = WallClock(EVE)
    async with desk(story, now=clock, as_of=None, zone=zone) as pilot:
        await press(pilot, "t")  # the story is older than two days
        assert (notices(pilot), rung) == ([], [])
        await tick(pilot, clock, timedelta(minutes=3))
        assert [TALKS in line for line in notices(pilot)] == [True]
        await tick(pilot, clock, timedelta(minutes=1))
        assert len(rung) == len(notices(pilot)) == 1


async def test_a_machine_that_slept_rings_once_when_it_wakes(story, rung):
    clock = WallClock(EVE)
    async with desk(story, now=clock) as pilot:
        await press(pilot, "t")
        await tick(pilot, clock, timedelta(days=2))
        assert [line.partition(": ")[2] for line in notices(pilot)] == ["yesterday, Thu 15 May"]
        assert len(rung) == 1


async def test_a_future_date_is_said_until_its_moment_has_come(tmp_path, monkeypatch):
    clock = WallClock(datetime(2025, 5, 11, 15, 30, tzinfo=LONDON))
    monkeypatch.setattr(desk_app, "NOW", clock.now)  # when what is added is read
    story = add_to(tmp_path / "story.jsonl", [("/saved/strike.txt", LIVE_PAGE.encode())], "Port strike")
    async with desk(story, now=clock) as pilot:
        await tick(pilot, clock, timedelta(minutes=32))
        assert "future date" in on_screen(pilot)
        await tick(pilot, clock, timedelta(minutes=2))
        assert "future date" not in on_screen(pilot)


async def test_nothing_rings_while_the_desk_looks_from_another_moment(story, rung):
    clock = WallClock(EVE)
    async with desk(story, now=clock) as pilot:
        await tick(pilot, clock, timedelta(minutes=3))
        await press(pilot, "t")
        await tick(pilot, clock, timedelta(minutes=1))
        assert (notices(pilot), rung) == ([], [])


async def test_b_steps_through_bell_notice_and_neither_and_is_remembered(story, rung):
    clock = WallClock(EVE)
    async with desk(story, now=clock) as pilot:
        await press(pilot, "t", "b")
        assert notices(pilot) == ["When an event's time or a Breaking post comes: notice only"]
        await tick(pilot, clock, timedelta(minutes=3))
        assert (len(notices(pilot)), rung) == (2, [])
        pilot.app.exit()
        view = pilot.app.view
    keep_view(story, view)
    assert read_view(story).alerts is Alerts.NOTICE
    clock = WallClock(EVE)
    async with desk(story, now=clock, view=read_view(story)) as pilot:
        await press(pilot, "t", "b")
        await tick(pilot, clock, timedelta(minutes=3))
        assert [TALKS in line for line in notices(pilot)] == [False]
        await press(pilot, "b")
        assert notices(pilot)[-1].endswith("bell and notice")
    assert rung == []


async def test_the_last_hour_of_an_event_of_ones_own_ticks_from_when_it_is_added(story, rung):
    clock = WallClock(datetime(2025, 5, 13, 9, 0, 5, tzinfo=LONDON))
    async with desk(story, now=clock) as pilot:
        await press(pilot, "3", "plus")
        clock.now += timedelta(seconds=50)
        await write(pilot, "Call")
        await press(pilot, "enter")
        await write(pilot, "13 May 09:02")
        await press(pilot, "enter")
        clock.now += timedelta(seconds=3)
        await until(pilot, lambda: "IN 1 MIN 02 S" in on_screen(pilot))
        clock.now += timedelta(seconds=70)
        await until(pilot, lambda: rung == [1])
        assert notices(pilot)[-1] == "Call: now, Tue 13 May 09:02 BST"


async def test_a_breaking_post_that_another_process_stores_rings(story, rung):
    async with desk(story, now=WallClock(SUNDAY)) as pilot:
        add_page(story, deal_page())
        await until(pilot, lambda: rung != [])
        await settled(pilot)
        [line] = notices(pilot)
        assert line.startswith("BREAKING: Deal [/b] is off, union says · ")
        assert line.endswith("16:31 BST")
        assert len(rung) == 1


async def test_what_is_added_at_this_desk_rings_nothing(story, rung, tmp_path):
    page = tmp_path / "deal.txt"
    page.write_text(deal_page())
    async with desk(story, now=WallClock(SUNDAY)) as pilot:
        await press(pilot, "a")
        await write(pilot, str(page))
        await press(pilot, "enter", "ctrl+s")
        await until(pilot, lambda: any("+1 new" in line for line in notices(pilot)))
        await settled(pilot)
        assert not any("BREAKING" in line for line in notices(pilot))
        await press(pilot, "u", "u")
        assert rung == []


async def test_of_many_that_come_at_once_the_number_is_said(story, rung):
    async with desk(story, now=WallClock(SUNDAY)) as pilot:
        page = "".join(
            DEAL.replace("Deal", f"Deal {number}").replace("16:31", f"16:{40 - number}") for number in range(5)
        )
        add_page(story, "Port strike, live\n\n" + page)
        await until(pilot, lambda: rung != [])
        await settled(pilot)
        assert [line[:16] for line in notices(pilot)[:3]] == [
            "BREAKING: Deal 0",
            "BREAKING: Deal 1",
            "BREAKING: Deal 2",
        ]
        assert notices(pilot)[3:] == ["and 2 more Breaking posts"]
        assert len(rung) == 1


def test_a_setting_nobody_knows_is_the_usual_one(story):
    keep_view(story, LastView(alerts="loud"))
    assert read_view(story).alerts is Alerts.BELL
