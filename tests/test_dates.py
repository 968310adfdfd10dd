"""Each rule of the date grammar, by sentences of our own about invented stories."""

from __future__ import annotations

import os
import pickle
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.find.dates import candidates
from newsdesk.find.dates.in_story import dates_in_text, find_candidates, post_candidates, resolve, resolve_story
from newsdesk.model import Basis, Post, Precision, Published, Timex

THURSDAY = date(2025, 5, 29)
SUNDAY = date(2025, 6, 1)


def values(text: str, reference: date | datetime | None = THURSDAY) -> list[str]:
    return [
        found.value + (f"/{found.value_end}" if found.value_end else "") for found in dates_in_text(text, reference)
    ]


def upcoming(text: str, reference: date | datetime | None = THURSDAY) -> list[str]:
    return [found.text for found in dates_in_text(text, reference) if found.upcoming]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam opened on 4 March 2019.", ["2019-03-04"]),
        ("The dam opened on March 4, 2019.", ["2019-03-04"]),
        ("The dam opens on June 4th.", ["2025-06-04"]),
        ("The dam opens on the 4th of June.", ["2025-06-04"]),
        ("The dam opens on the fourth of June.", ["2025-06-04"]),
        ("The dam opens on June fourth.", ["2025-06-04"]),
        ("Filed 2024-02-29.", ["2024-02-29"]),
        ("The dam opens on Wed 4 June.", ["2025-06-04"]),
        ("It shuts on Christmas Eve.", ["2025-12-24"]),
        ("It will be judged on the 14th, she said.", ["2025-06-14"]),
        ("The works opened on 30 Feb 2025.", []),
    ],
)
def test_explicit_days(text: str, expected: list[str]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Buses stop from 14 to 16 June.", ["2025-06-14/2025-06-16"]),
        ("Buses stop 8-10 June.", ["2025-06-08/2025-06-10"]),
        ("Buses stop between 8 and 10 June.", ["2025-06-08/2025-06-10"]),
        ("Buses stop from 30 June to 2 July.", ["2025-06-30/2025-07-02"]),
        ("Buses stop June 8-10, 2025.", ["2025-06-08/2025-06-10"]),
        ("Buses stop from 30 December to 2 January.", ["2025-12-30/2026-01-02"]),
        ("Buses will stop from Monday to Wednesday.", ["2025-06-02/2025-06-04"]),
        ("The fair runs on 10 and 11 June.", ["2025-06-10/2025-06-11"]),
        ("It was moved from 10 June to 12 June.", ["2025-06-10", "2025-06-12"]),
    ],
)
def test_ranges(text: str, expected: list[str]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on Monday, police said.", ["2025-05-26"]),
        ("The ferry will sail on Monday.", ["2025-06-02"]),
        ("Tickets go on sale from Monday.", ["2025-06-02"]),
        ("She must answer by Monday.", ["2025-06-02"]),
        ("The bridge has been shut since Monday.", ["2025-05-26"]),
        ("The board is due to meet on Monday.", ["2025-06-02"]),
        ("The board met on Monday to discuss fares.", ["2025-05-26"]),
        ("On Monday, the board will hear from drivers.", ["2025-06-02"]),
        ("On Monday, the board heard from drivers.", ["2025-05-26"]),
        ("The board had been due to meet on Monday.", ["2025-05-26"]),
        ("Monday's vote split the board.", ["2025-05-26"]),
        ("The board prepares for Monday's vote.", ["2025-06-02"]),
        ("Rebels proposed talks in Doha on Monday.", ["2025-06-02"]),
        ("Rebels proposed on Monday that talks begin.", ["2025-05-26"]),
        ("The shop reopens on Monday.", ["2025-06-02"]),
        ("The verdict would be read out on Monday.", ["2025-06-02"]),
        ("The vote is on Monday.", ["2025-06-02"]),
        ("Crowds on Thursday filled the square.", ["2025-05-29"]),
        ("The trial was postponed until Thursday.", ["2025-06-05"]),
        ("Ministers will meet on Monday and Friday.", ["2025-06-02", "2025-06-06"]),
    ],
)
def test_direction_of_a_bare_weekday(text: str, expected: list[str]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("next Thursday", THURSDAY, ["2025-06-05"]),
        ("next Friday", THURSDAY, ["2025-06-06"]),
        ("next Thursday", SUNDAY, ["2025-06-05"]),
        ("last Thursday", SUNDAY, ["2025-05-29"]),
        ("last Thursday", THURSDAY, ["2025-05-22"]),
        ("this Saturday", THURSDAY, ["2025-05-31"]),
        ("they sail this coming Thursday", THURSDAY, ["2025-06-05"]),
        ("the previous Friday", THURSDAY, ["2025-05-23"]),
        ("Tuesday of last week", THURSDAY, ["2025-05-20"]),
        ("Tuesday next week", THURSDAY, ["2025-06-03"]),
        ("next week, on Tuesday", THURSDAY, ["2025-06-03"]),
        ("a week on Monday", THURSDAY, ["2025-06-09"]),
        ("Monday week", THURSDAY, ["2025-06-09"]),
    ],
)
def test_weekdays_with_a_modifier(text: str, reference: date, expected: list[str]) -> None:
    assert expected == values(text, reference)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", ["2025-05-30"]),
        ("The day after tomorrow", ["2025-05-31"]),
        ("last night", ["2025-05-28"]),
        ("tonight", ["2025-05-29"]),
        ("this evening", ["2025-05-29"]),
        ("ten days ago", ["2025-05-19"]),
        ("three days from now", ["2025-06-01"]),
        ("in two weeks' time", ["2025-W24"]),
        ("tomorrow, 30 May", ["2025-05-30"]),
        ("12 June last year", ["2024-06-12"]),
        ("Two years ago, on 4 June, it burnt.", ["2023-06-04"]),
    ],
)
def test_days_counted_from_the_post(text: str, expected: list[str]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doors open at 6pm BST on 4 June.", ["2025-06-04T18:00"]),
        ("Doors open on 4 June at 18:30.", ["2025-06-04T18:30"]),
        ("Doors will open at noon on Friday.", ["2025-05-30T12:00"]),
        ("It will end at midnight on Saturday.", ["2025-06-01T00:00"]),
        ("He spoke at 2 o'clock Moscow time.", ["2025-05-29T02:00"]),
        ("The vote is on 4 June. Polls close at 10 p.m. there.", ["2025-06-04", "2025-06-04T22:00"]),
        ("Sales rose at 2.46 billion; the score was 21:19.", []),
    ],
)
def test_clock_times(text: str, expected: list[str]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("this week", ["2025-W22"]),
        ("next week", ["2025-W23"]),
        ("The guild meets the week after next.", ["2025-W24"]),
        ("next month", ["2025-06"]),
        ("last December", ["2024-12"]),
        ("It shut in March.", ["2025-03"]),
        ("It will open in March.", ["2026-03"]),
        ("The mill burnt in July 2019 and again in 2021.", ["2019-07", "2021"]),
    ],
)
def test_coarse_expressions_stay_coarse(text: str, expected: list[str]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on, he sat down.",
        "After three years and a three-day strike, 30 days remain.",
        "Jean-Noel Petit read article 12 and section 3.",
        "Every Friday and on Sundays the choir sings on Monday nights.",
        "Black Friday sales beat Boxing Day sales, wrote the Sunday Times of the Good Friday Agreement.",
        "In May 15 people fell ill.",
        "The people of tomorrow ask little of today's world.",
        "It won 3-2 and cost 12.05 dollars.",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert [value for value in values(text) if len(value) >= 10] == []


GRAMMAR: Final = Path(__file__).parent / "data" / "dates" / "grammar.txt"
_MARKED: Final = re.compile(r"\[([^\]]*)\]\(([^)^]*)(\^?)\)")


def golden_lines() -> Iterator[tuple[str, str]]:
    """Each line of the grammar's golden file with the moment it is read from."""
    moment = ""
    for line in GRAMMAR.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            moment = line[2:]
        elif line and not line.startswith(("#", "===")):
            yield moment, line


@pytest.mark.parametrize(("moment", "line"), list(golden_lines()))
def test_golden_lines_of_the_grammar(moment: str, line: str) -> None:
    reference = (
        None if moment == "none" else datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)
    )
    expected = [(match[1], match[2], bool(match[3])) for match in _MARKED.finditer(line)]
    found = [
        (each.text, each.value + (f"/{each.value_end}" if each.value_end else ""), each.upcoming)
        for each in dates_in_text(_MARKED.sub(r"\1", line), reference)
        if len(each.value) >= len("2025-05-29")
    ]
    assert expected == found


def test_a_list_without_full_stops_is_read_in_linear_time() -> None:
    def cost(characters: int) -> float:
        text = ("0800 GMT " * characters)[:characters]
        began = time.process_time()
        dates_in_text(text, THURSDAY)
        return time.process_time() - began

    # Eight times the text: eight times the work, not sixty-four; asked again where another program was in the way.
    assert any(cost(8_000) < 13 * cost(1_000) for _ in range(5))


def test_the_future_is_looked_for_once_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []

    class Counted:
        def search(self, _: str, begin: int, end: int) -> None:
            looks.append(end - begin)

    monkeypatch.setattr(candidates, "_FUTURE", Counted())
    text = "0800 GMT " * 200 + "on Monday. On Tuesday, on Wednesday."
    assert len(dates_in_text(text, THURSDAY)) > 150
    assert 0 < sum(looks) <= len(text)


NOON: Final = datetime(2025, 5, 29, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tunnel shuts from 10pm to 5am.", ["2025-05-29T22:00/2025-05-30T05:00"]),
        ("The tunnel shuts from 10pm to 5am on Monday.", ["2025-06-02T22:00/2025-06-03T05:00"]),
        ("On Friday it will open 6-8pm.", ["2025-05-30", "2025-05-30T18:00/2025-05-30T20:00"]),
        ("It will open tomorrow between 11 and 2pm.", ["2025-05-30T11:00/2025-05-30T14:00"]),
        ("It will open from 09:30 to 16:00 on 4 June.", ["2025-06-04T09:30/2025-06-04T16:00"]),
        ("It will open from noon to midnight tomorrow.", ["2025-05-30T12:00/2025-05-31T00:00"]),
        ("Ages 6 to 8 play from 2 to 3 goals up.", []),
        ("It starts at 6pm BST on 4 June.", ["2025-06-04T18:00"]),
        ("A briefing is planned for 16:00 today.", ["2025-05-29T16:00"]),
        ("The ferry, due for 07:45 tomorrow, is late.", ["2025-05-30T07:45"]),
        ("The choir sang for 12:30 today.", ["2025-05-29"]),
        ("The last bus left at 11:49 PM.", ["2025-05-28T23:49"]),
        ("The lease expired at midnight.", ["2025-05-29T00:00"]),
        ("The lease will expire at midnight.", ["2025-05-30T00:00"]),
        ("It had been due on Monday. The window opens at 6.40am.", ["2025-05-26", "2025-05-29T06:40"]),
        (
            "It moves to Friday. It had been due on Monday. It opens at 6.40am.",
            ["2025-05-30", "2025-05-26", "2025-05-30T06:40"],
        ),
    ],
)
def test_hours_and_stretches_of_hours(text: str, expected: list[str]) -> None:
    assert expected == values(text, NOON)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neighbours had called on him to stop the drilling from Monday.", ["2025-06-02"]),
        ("“On Saturday we march,” she said.", ["2025-05-31"]),
        ("On Saturday we marched.", ["2025-05-24"]),
        ("The curfew comes into force at 3am on Saturday.", ["2025-05-31T03:00"]),
        ("The lido, shut since Monday, will not open again.", ["2025-05-26"]),
        ("Flights to Ostland are suspended until Monday.", ["2025-06-02"]),
        ("The bridge has been closed until Monday.", ["2025-06-02"]),
        ("The governor addresses the assembly on Monday.", ["2025-06-02"]),
        ("Norden play Ostland on Saturday.", ["2025-05-31"]),
        ("The regulator has summoned the owners to a meeting on Monday.", ["2025-06-02"]),
        ("Staff were told to leave by 6pm Thursday.", ["2025-05-29T18:00"]),
        ("The port rejected a proposal for talks on Monday.", ["2025-05-26"]),
        ("A man will appear at Kell Magistrates' Court on Friday charged with arson.", ["2025-05-30"]),
        ("The mayor will resign, the council on Friday confirmed in a letter.", ["2025-05-23"]),
        ("Fisheries ministers are meeting in Porto on Monday.", ["2025-06-02"]),
        ("The envoy is flying to Malta on Monday.", ["2025-06-02"]),
        ("Crews are returning after the fire on Monday.", ["2025-05-26"]),
        ("Police are holding a man over the attack on Monday.", ["2025-05-26"]),
        ("The court gave the firm until 5pm on Friday to pay.", ["2025-05-30T17:00"]),
        ("The talks lasted until Monday.", ["2025-05-26"]),
        ("Voters in Ostland go to the polls on Sunday in a run-off.", ["2025-06-01"]),
        ("The tests take place on Friday.", ["2025-05-30"]),
        ("The tests didn't take place on Friday.", ["2025-05-23"]),
        ("Voters did not go to the polls on Sunday.", ["2025-05-25"]),
        ("Schools across Kell are closed on Friday.", ["2025-05-30"]),
        ("Schools across Kell were closed on Friday.", ["2025-05-23"]),
    ],
)
def test_direction_told_by_the_words_around(text: str, expected: list[str]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port rejected a proposal for talks on Friday.", []),
        ("The crew refused to meet the owners on Friday.", []),
        ("There are no plans for a meeting between Governor Lund and Mayor Okafor on Saturday.", []),
        ("A vote that was scheduled for Friday has been postponed.", []),
        ("The gala, due to open on Friday, has been cancelled.", []),
        ("Nurses called off the strike that was to begin on Monday.", []),
        ("The palace denied reports that the king would travel to Samoa on 4 June.", []),
        ("Rumours that the duke will step down on 4 June are false.", []),
        ("Claims that the pier will shut on Saturday are completely untrue.", []),
        ("“Nobody walks out on Saturday,” said the union.", []),
        ("None of the shops opens on Saturday.", []),
        ("No one will be allowed on the pier until Saturday.", ["Saturday"]),
        ("Nobody walks out, and the talks will resume on Saturday.", ["Saturday"]),
        ("Marlow said he had spoken to owner Clive Bassett on Saturday.", []),
        ("Marlow spoke to reporters, and he plans to resume work on Saturday.", ["Saturday"]),
        ("Her office said it was not true that she would step down on Saturday.", []),
        ("The port called it a hoax: the pier will shut on Saturday.", ["Saturday"]),
        ("The mayor confirmed reports that the pier will shut on Saturday, false as they had seemed.", ["Saturday"]),
        ("Reports that Saturday's regatta will not take place are untrue.", ["Saturday"]),
        ("The mayor denied any wrongdoing and will open the pier on Saturday.", ["Saturday"]),
        ("The bridge will not reopen before Saturday.", []),
        ("The poll, originally scheduled for 12 June, will now be held on 19 June.", ["19 June"]),
        ("The hearing, which was due on Monday, has been adjourned until 23 June.", ["23 June"]),
        ("There was not a word about a truce from Saturday.", ["Saturday"]),
        ("If the owners do not reply by Friday, work stops.", ["Friday"]),
        ("The captain will not attend the talks on Friday.", ["Friday"]),
        ("A decision will be made today.", ["today"]),
        ("The launch was scrubbed and will be tried again on Saturday.", ["Saturday"]),
        ("No meeting between the premier and Holm on Saturday is planned.", []),
        ("A rescue team arrives later today.", ["later today"]),
        ("It was decided today.", []),
    ],
)
def test_what_is_denied_put_off_or_refused_is_not_upcoming(text: str, expected: list[str]) -> None:
    assert expected == upcoming(text, NOON)


def test_year_of_a_bare_day_is_the_nearest_across_new_year() -> None:
    assert values("It starts on 2 January.", date(2025, 12, 30)) == ["2026-01-02"]
    assert values("It began on 30 December.", date(2026, 1, 2)) == ["2025-12-30"]
    assert values("It closed on 20 November.", date(2025, 5, 29)) == ["2024-11-20"]
    assert values("It will close on 20 November.", date(2025, 5, 29)) == ["2025-11-20"]


def test_a_leap_day_is_found_in_its_leap_year() -> None:
    assert values("It fell on 29 February.", date(2025, 3, 1)) == ["2024-02-29"]


def test_order_of_figures_is_told_by_the_text() -> None:
    assert values("Signed 03/04/2025, replaced 25/04/2025.")[:1] == ["2025-04-03"]
    assert values("Signed 03/04/2025, replaced 04/25/2025.")[:1] == ["2025-03-04"]
    assert values("Signed 03/04/2021.") == []


def test_without_a_reference_only_explicit_dates_resolve() -> None:
    text = "On Monday, 12 May and next week it rained, as on 3 June 2019 and in March 2020."
    assert values(text, None) == ["2019-06-03", "2020-03"]


def test_upcoming_needs_a_day_ahead_that_is_not_denied() -> None:
    assert upcoming("The pier will reopen on Friday.") == ["Friday"]
    assert upcoming("The pier will not reopen on Friday.") == []
    assert upcoming("There are no sailings on 3 June.") == []
    assert upcoming("The pier had been due to reopen on 3 June.") == []
    assert upcoming("The pier will not reopen until 3 June.") == ["3 June"]
    assert upcoming("The pier is to reopen next week.") == ["next week"]


def test_this_evening_is_upcoming_until_it_is_over() -> None:
    text = "The mayor will speak this evening."
    assert upcoming(text, datetime(2025, 5, 29, 15, 0, tzinfo=UTC)) == ["this evening"]
    assert upcoming(text, datetime(2025, 5, 29, 23, 30, tzinfo=UTC)) == []


def test_a_quotation_told_on_an_earlier_day_counts_from_that_day() -> None:
    found = dates_in_text("On Tuesday the captain told us: “Tomorrow we sail.”", THURSDAY)
    assert [(each.value, each.upcoming) for each in found] == [("2025-05-27", False), ("2025-05-28", False)]


def post(number: int, text: str, at: datetime, basis: Basis = Basis.STATED) -> Post:
    return Post(n=number, text=text, id=number, source_id=1, published=Published(at, Precision.MINUTE, basis))


def story(posts: list[Post]) -> tuple[Timex, ...]:
    return resolve_story(posts, [post_candidates(each) for each in posts])


NOON = datetime(2025, 5, 29, 12, 0, tzinfo=timezone(timedelta(hours=1), "BST"))


def test_an_open_weekday_joins_the_day_that_others_fix_for_the_same_kind_of_event() -> None:
    posts = [
        post(1, "The strike will begin on Monday, 2 June.", NOON),
        post(2, "Still no word on the strike, Monday.", NOON),
    ]
    assert [each.value for each in story(posts)] == ["2025-06-02", "2025-06-02"]


def test_an_open_weekday_of_another_kind_stays_back() -> None:
    posts = [
        post(1, "The strike will begin on Monday, 2 June.", NOON),
        post(2, "Still no word on the parade, Monday.", NOON),
    ]
    assert [each.value for each in story(posts)] == ["2025-06-02", "2025-05-26"]


def test_guessed_posts_have_values_but_nothing_upcoming() -> None:
    found = story([post(1, "The strike will begin on Monday.", NOON, Basis.GUESSED)])
    assert [(each.value, each.upcoming) for each in found] == [("2025-06-02", False)]


def test_posts_without_a_date_give_explicit_dates_only() -> None:
    undated = replace(post(1, "It begins on Monday, not on 3 June 2019.", NOON), published=None)
    assert [each.value for each in story([undated])] == ["2019-06-03"]


def test_days_are_read_in_the_post_s_own_zone() -> None:
    auckland = timezone(timedelta(hours=12), "NZST")
    late = datetime(2025, 5, 30, 0, 30, tzinfo=auckland)
    assert [each.value for each in story([post(1, "It starts tomorrow.", late)])] == ["2025-05-31"]


def test_candidates_survive_pickling() -> None:
    found = find_candidates("From Monday to Wednesday, 4 June 2025 at 6pm BST, and every day in May.")
    assert found == pickle.loads(pickle.dumps(found))


@pytest.fixture
def far_zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Pacific/Kiritimati"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the machine's zone cannot be changed here")
@pytest.mark.usefixtures("far_zone")
def test_the_machine_s_zone_changes_nothing() -> None:
    assert values("Tomorrow it ends; he left at 23:30 BST.", NOON) == ["2025-05-30", "2025-05-29T23:30"]


WORDS = [
    "May",
    "March",
    "Monday",
    "next",
    "last",
    "this",
    "tomorrow",
    "tonight",
    "12",
    "31",
    "29",
    "February",
    "2024",
    "00:00",
    "midnight",
    "noon",
    "from",
    "to",
    "until",
    "the",
    "15th",
    "on",
    "at",
    "week",
    "ago",
    "days",
    "in",
    "will",
    "not",
    "said",
    "-",
    "–",
    ",",
    ".",
    "\n",
    "“",
    "”",
    "'",
    "(",
    ")",
    "9999",
    "0001",
    "12/11/25",
    "24:61",
    "1",
    "and",
    "BST",
    "every",
    "Sunday",
    "year",
    "Christmas",
    "Eve",
    "10pm",
    "5am",
    "6-8pm",
    "between",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60),
    st.one_of(st.none(), st.dates(), st.datetimes()),
)
def test_no_text_raises_and_every_span_is_its_own_text(text: str, reference: date | datetime | None) -> None:
    found = dates_in_text(text, reference)
    assert all(each.text == text[each.start : each.end] and each.text for each in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert found == resolve(find_candidates(text), reference)


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_values_are_iso(text: str, reference: date) -> None:
    for found in dates_in_text(text, reference):
        if len(found.value) >= 10:
            datetime.fromisoformat(found.value)
        else:
            assert found.value[:4].isdigit()
        if found.value_end:
            shared = min(len(found.value), len(found.value_end))
            first, last = found.value[:shared], found.value_end[:shared]
            assert datetime.fromisoformat(first) < datetime.fromisoformat(last)


def test_hours_below_a_day_that_heads_them_are_of_that_day():
    diary = "Saturday 31\n\n• Selby: The pier opens at 10am.\n\nTuesday 3\n\n• Orr: The court sits (2pm).\n• The market opens at 8pm."
    assert values(diary) == ["2025-05-31", "2025-05-31T10:00", "2025-06-03", "2025-06-03T14:00", "2025-06-03T20:00"]
    marked = "Monday 2 June:\nThe bridge closes at 8pm.\nTuesday 3 June:\nThe bridge opens at 6am."
    assert values(marked) == ["2025-06-02", "2025-06-02T20:00", "2025-06-03", "2025-06-03T06:00"]


def test_weekdays_of_what_is_to_come_below_a_day_follow_that_day():
    diary = "Monday 2\n\nThe bridge will close. It opens on Friday at 5am.\n\nFriday 6\n\nA fair starts, after a strike was called off on Wednesday."
    assert values(diary) == ["2025-06-02", "2025-06-06T05:00", "2025-06-06", "2025-05-28"]
    listed = "Thursday 5\n\nA court sits.\n\nFriday 6\n\nA fair opens.\n\nWeekend\n\n• Saturday: Kelm v Orr, 3pm"
    assert values(listed) == ["2025-06-05", "2025-06-06", "2025-06-07", "2025-06-07T15:00"]


def test_below_a_heading_that_tells_no_day_an_hour_has_none():
    diary = "Monday 2\n\nThe bridge closes at 8pm.\n\nTuesday 3\n\nA court sits.\n\nFurther ahead\n\nThe pier opens at 10am."
    assert values(diary) == ["2025-06-02", "2025-06-02T20:00", "2025-06-03"]


def test_one_day_on_a_line_of_its_own_or_amid_words_heads_nothing():
    assert values("Saturday 31 May\n\nThe pier opens at 10am.") == ["2025-05-31", "2025-05-29T10:00"]
    assert values("On Saturday 31\nand Tuesday 3 it rains.\n\nThe pier opens at 10am.")[-1] == "2025-05-29T10:00"
    own = "Monday 2\n\nThe bridge closes at 8pm on Sunday.\n\nTuesday 3\n\nOn Wednesday the court sits at 2pm."
    assert values(own) == ["2025-06-02", "2025-06-08T20:00", "2025-06-03", "2025-06-04", "2025-06-04T14:00"]


def test_hours_of_a_programme_are_of_the_day_named_above_it():
    above = "Orme buries its bishop on Friday 6 June. Here is the programme of the day."
    assert values(f"{above}\n\n10.15am The bells ring\n• 3pm: The crypt is closed") == [
        "2025-06-06",
        "2025-06-06T10:15",
        "2025-06-06T15:00",
    ]
    assert values(f"{above}\n\nThe market opens at 10am.")[-1] == "2025-05-29T10:00"
    assert values(f"{above}\n\n10.15am The bells ring\nMusic.\n8pm The market closes")[-1] == "2025-05-29T20:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amann is out. He is to have surgery on Tuesday. Kick-off is at 7.45pm.", "2025-05-29T19:45"),
        ("Wexley host Dene on Tuesday. Kick-off is at 7.45pm.", "2025-06-03T19:45"),
        ("He will have a scan on Monday and should play on Tuesday. Kick-off is at 7.45pm.", "2025-06-03T19:45"),
        ("The congress opens on Tuesday. Registration is at 7.45am.", "2025-06-03T07:45"),
    ],
)
def test_a_kick_off_is_not_on_the_day_of_surgery(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A deadline set for midnight has passed without a deal.", []),
        ("The bill, which a deadline of Friday hangs over, has passed the committee.", ["Friday"]),
        ("An extension until Monday is possible, the envoy said.", ["Monday"]),
        ("The two sides sit down in Kell on Tuesday.", ["Tuesday"]),
        ("The two sides sat down in Kell on Tuesday.", []),
        ("The barge docks in Kell on Tuesday.", ["Tuesday"]),
        ("The start, first planned for 9 June, has slipped to 13 November.", ["13 November"]),
        ("The start, first planned for 9 June, had slipped to 13 May.", []),
    ],
)
def test_limits_that_are_over_and_what_may_go_on(text: str, expected: list[str]) -> None:
    assert upcoming(text) == expected


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("What to watch this week", "Tuesday: the fair opens.\n\nSunday: Amann flies on to Lund.", ["2025-06-03", "2025-06-08"]),
        ("The week ahead", "A basket of gulls at the Kell crossing on Saturday.\n\nTalks in Orme on Tuesday.", ["2025-05-24", "2025-06-03"]),
        ("The week ahead", "An exchange of captives at the Kell crossing on Saturday.\n\nTalks in Orme on Tuesday.", ["2025-05-31", "2025-06-03"]),
        ("", "What to watch\n\n• Talks in Orme on Tuesday\n\nThe talks in Kell on Sunday came to nothing.", ["2025-06-03", "2025-05-25"]),
        # What has a verb, is no event, stands in a paragraph or is below other words.
        ("The week ahead", "Talks in Orme broke down on Tuesday.", ["2025-05-27"]),
        ("The week ahead", "Rain at last. Talks in Orme on Tuesday. Then rain.", ["2025-05-27"]),
        ("How the week went", "Talks in Orme on Tuesday.\n\nTuesday: the fair opens.", ["2025-05-27", "2025-05-27"]),
    ],
)  # fmt: skip
def test_lines_below_a_headline_on_what_is_to_come_are_ahead(headline: str, text: str, expected: list[str]) -> None:
    told = replace(post(1, text, datetime(2025, 5, 29, 10, tzinfo=UTC)), headline=headline)
    assert [each.value for each in story([told]) if each.place == "text"] == expected
