"""What holds of dates, events and the countdown whatever the text, the calendar and the machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise, permutations
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from dated_stories import read_stories
from hypothesis import example, given
from hypothesis import strategies as st

from newsdesk.find.dates import atoms
from newsdesk.find.dates.in_story import dates_in_text, post_candidates, resolve_story
from newsdesk.find.dates.phrases import Expression
from newsdesk.find.events.in_story import find_events
from newsdesk.find.events.passages import Passages
from newsdesk.model import Basis, Event, Facts, Post, Precision, Published, Status, Timex
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.countdown import event_rows, next_tick

GRAMMAR: Final = Path(__file__).parent / "data" / "dates" / "grammar.txt"

# --- any text

_ISO = re.compile(r"\d{4}(?:-W\d\d|-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?")
WORDS = [
    "Monday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Sunday",
    "to",
    "from",
    "until",
    "by",
    "between",
    "and",
    "since",
    "next",
    "last",
    "this",
    "coming",
    "week",
    "month",
    "year",
    "May",
    "Feb",
    "29",
    "28",
    "31",
    "30",
    "1",
    "14",
    "12th",
    "the",
    "on",
    ",",
    ".",
    "'",
    "2025",
    "1999",
    "2024",
    "10pm",
    "5am",
    "22:00",
    "at",
    "Moscow",
    "time",
    "noon",
    "midnight",
    "tomorrow",
    "evening",
    "night",
    "day",
    "after",
    "before",
    "in",
    "3",
    "weeks'",
    "two",
    "ago",
    "a",
    "03/04/2025",
    "Christmas",
    "Eve",
    "of",
    "December",
    "January",
    "-",
    "–",
    "o'clock",
    "BST",
    "late",
    "today",
    "yesterday",
    "ten",
    "months",
    "years",
    "now",
    "said",
    "will",
    "talks",
    "strike",
    "planned",
    "not",
    "(",
    "",
    ")",
    "“",
    "”",
    "\n",
]
# Moments as texts print them, without a zone.
LAST_MINUTE = datetime(9999, 12, 31, 23, 59)  # noqa: DTZ001
FIRST_MORNING = datetime(1, 1, 1, 8)  # noqa: DTZ001
AROUND_NEW_YEAR = st.datetimes(datetime(2025, 12, 25), datetime(2026, 1, 6))  # noqa: DTZ001
ENDS = (date.min, date.max, date(1, 1, 3), date(9999, 12, 28), FIRST_MORNING, LAST_MINUTE)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60)
REFERENCES = st.none() | st.sampled_from(ENDS) | st.dates() | st.datetimes()
FAR_APART = st.integers(1, 2 * atoms._REACH).map(lambda length: "x" * length)
ZONES = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-12, 0, 5.75, 14)])


def first_day(value: str) -> date:
    """The first day of a value; raises where it is none of the calendar's."""
    assert _ISO.fullmatch(value), value
    if len(value) == 4:
        return date(int(value), 1, 1)
    return date.fromisoformat(f"{value}-1" if "W" in value else f"{value}-01" if len(value) == 7 else value[:10])


@given(TEXTS, REFERENCES)
def test_spans_are_the_text_s_own_and_values_the_calendar_s(text: str, reference: date | datetime | None) -> None:
    found = dates_in_text(text, reference)
    assert all(text[each.start : each.end] == each.text != "" for each in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    for each in found:
        first = first_day(each.value)
        assert each.value_end is None or first <= first_day(each.value_end)
        if each.value_end and len(each.value) == len(each.value_end):
            assert each.value < each.value_end


@given(st.lists(TEXTS, max_size=4), st.sampled_from(ENDS) | st.datetimes(), ZONES)
def test_no_story_raises(texts: list[str], start: date | datetime, zone: timezone) -> None:
    at = datetime(start.year, start.month, start.day, getattr(start, "hour", 0), tzinfo=zone)
    story = shown(*texts, at=at)
    for event in story.facts.events:
        assert event.end is None or event.start < event.end
        assert 1 <= len(event.title.split()) <= 6
    for display in (zone, UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))):
        assert len(event_rows(story, Clock(Mode.NOW, at), display)) == len(story.facts.events)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Police were called at 11.30pm.", FIRST_MORNING),
        ("Play will go on on Friday and Saturday.", date(9999, 12, 30)),
        ("Play will go on tomorrow, next week, next month and next year.", date(9999, 12, 31)),
        ("It rained yesterday, last week, last month and last year.", date(1, 1, 1)),
        ("Closed from 10pm to 5am on 31 December 9999 and until midnight on Friday.", date(9999, 12, 31)),
    ],
)
def test_beyond_the_calendar_lies_no_day(text: str, reference: date | datetime) -> None:
    for each in dates_in_text(text, reference):
        first_day(each.value)


FLOODS = [
    "1", "12 ", "1.", "1/1/", "20", "2025-", "10:", "5 to ", "Monday ", "Monday to ", "next ", "from 3 to ", "1 May to ",
    ",", ", on ", "May ", "May 1 ", "the ", "at ", "noon ", "today ", "week ", "week on ", "“", "Aa ", "5pm Aa ", "- ", " ", "\n",
    "not ", "ago ", "one ", "5, 7 and 9 June, ", "Saturday, 12 May, ", "between 1 and 2 ", "midnight on ",
]  # fmt: skip


class Counted:
    """A pattern that counts the characters it is set upon."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.characters = pattern, 0

    def finditer(self, text: str, begin: int = 0, end: int = sys.maxsize):
        self.characters += max(0, min(end, len(text)) - begin)
        return self.pattern.finditer(text, begin, end)


@pytest.mark.parametrize("piece", FLOODS)
def test_a_flood_is_read_once_by_each_rule(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = [(trigger, Counted(pattern), maker) for trigger, pattern, maker in atoms._RULES]
    monkeypatch.setattr(atoms, "_RULES", counted)
    text = piece * (100_000 // len(piece))
    atoms.atoms(text)
    assert all(pattern.characters <= len(text) for _, pattern, _ in counted)


def everywhere(_: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The whole text, whether or not a trigger is found in it."""
    return [(0, len(text))]


def anywhere(text: str) -> list[Expression]:
    """The atoms of a text when every rule is tried on the whole of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atoms, "_stretches", everywhere)
        return atoms.atoms(text)


@given(st.lists(st.sampled_from([*WORDS, "Mondays", "tonights", "18455", "in"]) | FAR_APART, max_size=25).map(" ".join))
@example(f"tonight {'x' * (atoms._REACH - 9)} tonights")
@example(f"in 1845. {'x' * (atoms._REACH - 10)} in 18455 men")
def test_rules_find_around_their_triggers_what_they_find_anywhere(text: str) -> None:
    assert anywhere(text) == atoms.atoms(text)


def test_rules_find_around_their_triggers_what_they_find_in_whole_stories() -> None:
    lines = GRAMMAR.read_text(encoding="utf-8").splitlines()
    texts = [post.text for told in read_stories().values() for post in told.posts]
    texts += ["\n\n".join(lines), *lines, "\u0130 opened on Friday 13 June at 10pm local time, \u0130 said"]
    around = [atoms.atoms(text) for text in texts]
    assert around == [anywhere(text) for text in texts]
    assert sum(map(len, around)) > 300


_COUNT_LINES = """
import sys
from datetime import datetime
from newsdesk.find.dates.in_story import dates_in_text
def steps(text):
    count = 0
    def trace(frame, event, arg):
        nonlocal count
        count += 1
        return trace
    sys.settrace(trace)
    dates_in_text(text, datetime(2025, 5, 29, 9))
    sys.settrace(None)
    return count
for piece in eval(sys.argv[1]):
    steps(piece * 20)
    few, many = steps(piece * 80), steps(piece * 160)
    assert many <= 2.2 * few + 500, (piece, few, many)
"""


def test_twice_the_flood_takes_twice_the_steps() -> None:
    """In a process of its own: counting steps would disturb whoever else counts them."""
    subprocess.run([sys.executable, "-c", _COUNT_LINES, repr(FLOODS)], check=True, timeout=300)


_COUNT_CHANGES = """
import sys
sys.path.insert(0, sys.argv[1])
from datetime import datetime
from test_dates_properties import LONDON, posted, post_candidates, resolve_story, find_events
from newsdesk.find.events import changes
def steps(*texts):
    count = 0
    def trace(frame, event, arg):
        nonlocal count
        if frame.f_code.co_filename != changes.__file__:
            return None
        count += 1
        return trace
    posts = posted(*texts, at=datetime(2025, 5, 29, 9, tzinfo=LONDON))
    timexes = resolve_story(posts, [post_candidates(post) for post in posts])
    sys.settrace(trace)
    found = find_events(posts, timexes, None)
    sys.settrace(None)
    assert found
    return count
names = [f"Q{one}{other}is" for one in "aeiou" for other in "bcdfghjklmnpqrstvwxyz"]
def moves(number):
    texts = "The trial of {} has been moved from {} June to {} June."
    return [texts.format(name, n % 9 + 1, n % 9 + 10) for n, name in enumerate(names[:number])]
def cancelled(number):
    texts = "The strike at {0} begins on {1} June. The strike at {0} was cancelled."
    return [texts.format(name, n % 28 + 1) for n, name in enumerate(names[:number])]
def one_sentence(number):
    return ["The talks in Leith will be held on Monday. " + "talks postponed on Monday, " * number]
def one_event(number):
    # Of posts of one minute the last one is the oldest.
    return ["The talks in Leith are cancelled."] * number + ["The talks in Leith will be held on Monday. " * number]
for story in (moves, cancelled, one_sentence, one_event):
    few, many = steps(*story(50)), steps(*story(100))
    assert many <= 2.5 * few, (story, few, many)
"""


def test_twice_the_changes_take_twice_the_steps() -> None:
    command = [sys.executable, "-c", _COUNT_CHANGES, os.path.dirname(__file__)]  # noqa: PTH120
    subprocess.run(command, check=True, timeout=300)


# --- the machine

_MACHINE = """
import builtins, datetime, os, sys, time
sys.path.insert(0, sys.argv[1])
from test_dates_properties import everything_found
def forbidden(*args, **kwargs):
    raise AssertionError("the machine's clock or zone was asked")
class Alike(type):
    def __instancecheck__(cls, other):
        return isinstance(other, cls.__base__)
def without(kind, *names):
    return Alike("datetime." + kind.__name__, (kind,), {name: classmethod(forbidden) for name in names})
unread = {
    datetime.datetime: without(datetime.datetime, "now", "utcnow", "today"),
    datetime.date: without(datetime.date, "today"),
}
for name, module in list(sys.modules.items()):
    for key, value in list(vars(module).items()) if name.startswith("newsdesk") else ():
        if value in (datetime.datetime, datetime.date):
            setattr(module, key, unread[value])
for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "mktime", "ctime"):
    setattr(time, name, forbidden)
sys.stdout.buffer.write(everything_found().encode())
"""
NEWS = (
    "On Friday the guild said its strike would begin at 6am on Monday and last until midnight on Wednesday.",
    "Talks will be held in Basel on 31 December at 3pm, and from 2 to 4 January, the mediator said.",
    "The court will sit tomorrow at 9am ET. It met last week, a year ago and on 29 February.",
    "The ferry sank yesterday evening. An inquiry will report next Thursday, by 10 January or on 03/01/2026.",
    "Planned for Thursday, the vote has been postponed until 8 January; polls will open at 7am local time in Oslo.",
)


def everything_found() -> str:
    """All that is found in `NEWS`, written down."""
    posts = posted(*NEWS, at=datetime(2025, 12, 29, 23, 30, tzinfo=timezone(timedelta(hours=2), "EET")))
    timexes = resolve_story(posts, [post_candidates(post) for post in posts])
    return repr((timexes, find_events(posts, timexes, None)))


@pytest.mark.parametrize(
    ("zone", "locale"),
    [("Pacific/Kiritimati", "C"), ("Etc/GMT+12", "tr_TR.UTF-8"), ("Asia/Kathmandu", "de_DE.UTF-8"), ("", "C.UTF-8")],
)
def test_the_machine_s_clock_zone_and_locale_change_nothing(zone: str, locale: str) -> None:
    environment = os.environ | {"TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", _MACHINE, os.path.dirname(__file__)]  # noqa: PTH120
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.stderr, done.stdout) == ("", everything_found())


def test_the_order_in_which_posts_come_changes_nothing() -> None:
    posts = posted(*NEWS, at=datetime(2025, 12, 29, 9, 0, tzinfo=LONDON))
    candidates = {post.id: post_candidates(post) for post in posts}
    passages = {post.id: Passages.of(post.text, post.headline) for post in posts}

    def found(told: Sequence[Post]) -> tuple[set[Timex], tuple[Event, ...]]:
        timexes = resolve_story(told, [candidates[post.id] for post in told])
        return set(timexes), find_events(told, timexes, None, [passages[post.id] for post in told])

    in_order = found(posts)
    for mixed in permutations(posts):
        assert found(mixed) == in_order


# --- the calendar


def values(text: str, reference: date | datetime) -> list[str]:
    return [each.value + (f"/{each.value_end}" if each.value_end else "") for each in dates_in_text(text, reference)]


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("The dam will open on 29 February.", date(2023, 11, 1), ["2024-02-29"]),
        ("The dam will open on 29 February.", date(2025, 5, 1), ["2028-02-29"]),
        ("The dam opened on 29 February.", date(2025, 5, 1), ["2024-02-29"]),
        ("The dam opened on 29 February.", date(2027, 5, 1), ["2024-02-29"]),
        ("The dam opened on 29 February.", date(1, 5, 1), ["0004-02-29"]),
        ("The dam opened on 29 February last year.", date(2025, 5, 1), ["2024-02-29"]),
        ("The dam opened on 29 February last year.", date(2026, 5, 1), []),
        ("The dam will open a year from 29 February 2024.", date(2024, 3, 1), ["2024-02-29"]),
        ("Filed on 29 February 2025.", date(2025, 3, 1), []),
        ("Filed on 29 February 1900 and 29 February 2000.", date(2025, 3, 1), ["2000-02-29"]),
        ("The dam opened a year ago.", date(2024, 2, 29), ["2023"]),
        ("The dam will open tomorrow.", date(2024, 2, 28), ["2024-02-29"]),
        ("The dam will open tomorrow.", date(2025, 2, 28), ["2025-03-01"]),
        ("The dam opened yesterday.", date(2024, 3, 1), ["2024-02-29"]),
        ("The dam opened on the 29th.", date(2025, 3, 1), ["2025-01-29"]),
        ("The dam will open on the 30th.", date(2025, 1, 31), ["2025-03-30"]),
        ("The fair will run from 27 February to 2 March.", date(2024, 2, 20), ["2024-02-27/2024-03-02"]),
    ],
)
def test_leap_days(text: str, reference: date, expected: list[str]) -> None:
    assert expected == values(text, reference)


@pytest.mark.parametrize("day", range(8))
def test_bare_days_on_either_side_of_the_new_year(day: int) -> None:
    reference = date(2025, 12, 28) + timedelta(day)
    assert values("The shops closed on 27 December.", reference) == ["2025-12-27"]
    assert values("The shops will reopen on 5 January.", reference) == ["2026-01-05"]
    assert values("The shops are shut from 27 December to 5 January.", reference) == ["2025-12-27/2026-01-05"]
    assert [f"{reference - timedelta(1)}"] == values(f"It rained on {reference - timedelta(1):%A}.", reference)
    assert [f"{reference + timedelta(1)}"] == values(f"They will meet on {reference + timedelta(1):%A}.", reference)
    assert values("It opened in December.", reference) == ["2025-12"]


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("It opens this week.", date(2024, 12, 30), ["2025-W01"]),
        ("It opens next week.", date(2025, 12, 28), ["2026-W01"]),
        ("It opens next week.", date(2026, 12, 26), ["2026-W53"]),
        ("It opened last week.", date(2027, 1, 4), ["2026-W53"]),
        ("It opens next January.", date(2025, 12, 31), ["2026-01"]),
        ("It opens next January.", date(2026, 1, 2), ["2027-01"]),
        ("It opened last December.", date(2026, 1, 2), ["2025-12"]),
        ("It will open on New Year's Day.", date(2025, 12, 30), ["2026-01-01"]),
        ("It opened on New Year's Eve.", date(2026, 1, 2), ["2025-12-31"]),
        ("It will close at midnight on New Year's Eve.", date(2025, 12, 30), ["2026-01-01T00:00"]),
        ("It will run from 30 December to 2 January 2026.", date(2025, 12, 1), ["2025-12-30/2026-01-02"]),
    ],
)
def test_weeks_months_and_holidays_at_the_end_of_a_year(text: str, reference: date, expected: list[str]) -> None:
    assert expected == values(text, reference)


# --- zones, changes of clocks, the countdown

LONDON, NEW_YORK, LORD_HOWE = (ZoneInfo(name) for name in ("Europe/London", "America/New_York", "Australia/Lord_Howe"))


def posted(*texts: str, at: datetime) -> list[Post]:
    published = Published(at, Precision.MINUTE, Basis.STATED)
    return [Post(n=n, text=text, id=n, source_id=1, published=published) for n, text in enumerate(texts, start=1)]


def shown(*texts: str, at: datetime, moment: datetime | None = None) -> Story:
    """A story in which these texts were posted at one time, with its events as of `moment`."""
    posts = posted(*texts, at=at)
    timexes = resolve_story(posts, [post_candidates(post) for post in posts])
    return Story("Story", posts=posts, found=Facts(timexes=timexes, events=find_events(posts, timexes, moment or at)))


@pytest.mark.parametrize(
    ("zone", "day", "left"),
    [
        (LONDON, date(2025, 3, 30), "IN 3 H 30 MIN"),
        (LONDON, date(2025, 10, 26), "IN 5 H 30 MIN"),
        (NEW_YORK, date(2025, 3, 9), "IN 3 H 30 MIN"),
        (NEW_YORK, date(2025, 11, 2), "IN 5 H 30 MIN"),
        (LORD_HOWE, date(2025, 10, 5), "IN 4 H 0 MIN"),
        (LORD_HOWE, date(2025, 4, 6), "IN 5 H 0 MIN"),
    ],
)
def test_a_countdown_counts_hours_that_pass(zone: ZoneInfo, day: date, left: str) -> None:
    """On the day of a change an hour is lost or comes twice, on Lord Howe half of one."""
    eve = datetime(day.year, day.month, day.day, 12, 0, tzinfo=zone) - timedelta(days=1)
    early = datetime(day.year, day.month, day.day, 0, 30, tzinfo=zone)
    texts = ("The truce will begin at 5am on Sunday.", "A vigil will be held in Tartu on Sunday.")
    rows = event_rows(shown(*texts, at=eve, moment=early), Clock(Mode.NOW, early), zone)
    assert [row.countdown for row in rows] == ["TODAY", left]
    assert all(row.days.startswith(f"Sun {day.day} {day:%b}") for row in rows)
    assert {"TOMORROW"} == {row.countdown for row in event_rows(shown(*texts, at=eve), Clock(Mode.NOW, eve), zone)}


@pytest.mark.parametrize("zone", [LONDON, NEW_YORK, LORD_HOWE])
@pytest.mark.parametrize("hour", ["1.15am", "1.45am", "2.15am", "2.45am"])
def test_an_hour_that_is_lost_or_comes_twice_is_one_moment_of_its_day(zone: ZoneInfo, hour: str) -> None:
    for change in (date(2025, 3, 9), date(2025, 3, 30), date(2025, 4, 6), date(2025, 10, 5), date(2025, 11, 2)):
        eve = datetime(change.year, change.month, change.day, 12, 0, tzinfo=zone) - timedelta(days=1)
        (event,) = shown(f"The truce will begin at {hour} on Sunday.", at=eve).facts.events
        assert event.at is not None
        assert event.start == event.at.date() == change
        assert event.status is Status.EXPECTED


@pytest.mark.parametrize(
    ("name", "minutes", "posted_on", "hour"),
    [
        ("BST", 60, date(2025, 10, 24), "10:00 GMT"),
        ("CEST", 120, date(2025, 10, 24), "10:00 CET"),
        ("CET", 60, date(2025, 3, 28), "10:00 CEST"),
        ("EDT", -240, date(2025, 10, 31), "10:00 EST"),
        ("EST", -300, date(2025, 3, 7), "10:00 EDT"),
        ("GMT", 0, date(2025, 3, 28), "10:00 GMT"),
        ("GMT", 0, date(2025, 7, 25), "10:00 GMT"),
        ("BST", 60, date(2025, 7, 25), "10:00 BST"),
        ("IST", 330, date(2025, 3, 28), "10:00 IST"),
        ("MSK", 180, date(2025, 3, 28), "10:00 MSK"),
    ],
)
def test_behind_a_change_of_clocks_an_hour_is_of_the_new_time(
    name: str, minutes: int, posted_on: date, hour: str
) -> None:
    at = datetime(posted_on.year, posted_on.month, posted_on.day, 9, tzinfo=timezone(timedelta(minutes=minutes), name))
    (event,) = shown("The truce will begin at 10am on Monday.", at=at).facts.events
    assert event.at is not None
    assert (f"{event.at:%H:%M %Z}", event.zone_basis) == (hour, Basis.INFERRED)  # no zone stands with it


@given(
    AROUND_NEW_YEAR,
    st.integers(-12, 14),
    st.integers(-12, 14),
    st.integers(1, 6),
)
def test_a_whole_day_keeps_its_date_in_every_display_zone(at: datetime, own: int, display: int, ahead: int) -> None:
    moment = at.replace(tzinfo=timezone(timedelta(hours=own)))
    day = at.date() + timedelta(ahead)
    story = shown(f"The harbour fair will open on {day:%A} {day.day} {day:%B}.", at=moment)
    (row,) = event_rows(story, Clock(Mode.NOW, moment), timezone(timedelta(hours=display)))
    assert row.days.startswith(f"{day:%a} {day.day} {day:%b}")
    assert row.countdown == ("TOMORROW" if ahead == 1 else f"IN {ahead} DAYS")
    (event,) = story.facts.events
    assert (event.start, event.at) == (day, None)


@given(AROUND_NEW_YEAR, st.integers(-12, 14))
def test_one_moment_has_one_status_wherever_the_clock_is_read(moment: datetime, hours: int) -> None:
    at = datetime(2025, 12, 28, 9, tzinfo=timezone(timedelta(hours=1)))
    now = moment.replace(tzinfo=at.tzinfo)
    elsewhere = now.astimezone(timezone(timedelta(hours=hours)))
    texts = ("The truce will begin at 6pm on Thursday.", "The fair will run from 30 December to 2 January.")
    here, there = (shown(*texts, at=at, moment=each) for each in (now, elsewhere))
    assert here.facts.events == there.facts.events
    rows = [event_rows(here, Clock(Mode.NOW, each), LONDON) for each in (now, elsewhere)]
    assert rows[0] == rows[1]


def test_the_last_hour_ticks_by_seconds_that_pass() -> None:
    """At 1:30 before the clocks go back, 2:15 is an hour and three quarters away."""
    moment = datetime(2025, 10, 26, 1, 30, tzinfo=LONDON)
    event = replace(
        shown("The truce will begin on Sunday.", at=moment - timedelta(days=1)).facts.events[0],
        at=datetime(2025, 10, 26, 2, 15, tzinfo=LONDON),
    )
    story = Story("Story", found=Facts(events=(event,)))
    assert next_tick(story, Clock(Mode.NOW, moment)) == timedelta(minutes=1)
    assert next_tick(story, Clock(Mode.NOW, moment.replace(fold=1))) == timedelta(seconds=1)
