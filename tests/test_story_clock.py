import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from story_of import BST, at, posts

from newsdesk.model import Basis, Precision
from newsdesk.story.clock import Clock, Mode, advanced, default_clock, of_newest, parse_moment, toggled

NEWEST = datetime(2025, 5, 11, 16, 3, tzinfo=BST)
LONDON = ZoneInfo("Europe/London")


def redated(post, published):
    return replace(post, published=published)


def test_the_newest_post_is_the_newest_stated_time():
    assert of_newest(posts()).moment == NEWEST


@pytest.mark.parametrize(
    "later",
    [
        at(12, 9, 0, Basis.GUESSED),
        replace(at(12, 9, 0), zone_basis=Basis.INFERRED),
        replace(at(12, 0, 0), precision=Precision.DAY),
    ],
)
def test_a_guessed_date_an_inferred_zone_and_a_mere_day_never_set_the_clock(later):
    assert of_newest([*posts(), redated(posts()[0], later)]).moment == NEWEST


@pytest.mark.parametrize(
    "only",
    [replace(at(11, 14, 0), zone_basis=Basis.INFERRED), replace(at(11, 0, 0), precision=Precision.DAY)],
)
def test_a_story_with_nothing_better_is_looked_at_from_its_newest_day(only):
    assert of_newest([redated(posts()[0], only)]).moment == only.at
    assert of_newest([redated(posts()[0], replace(only, basis=Basis.GUESSED))]) is None


def test_a_clock_that_lies_behind_a_post_without_an_hour_does_not_call_itself_newest():
    later = redated(posts()[0], replace(at(12, 0, 0), precision=Precision.DAY))
    now = NEWEST + timedelta(days=9)
    assert default_clock(of_newest([*posts(), later]), now).of_newest == "newest stated time"
    assert default_clock(of_newest(posts()), now).of_newest == "newest post"


@pytest.mark.parametrize(
    "said", ["Sun 11 May 2025 16:03 BST", "11 May 16:03 BST", "11 May 15:03 UTC", "11 May 18:03 +03:00"]
)
def test_a_moment_may_be_said_as_the_header_writes_it(said):
    assert parse_moment(said, LONDON, date(2025, 5, 1)) == NEWEST


def test_a_zone_that_is_not_the_desks_own_is_not_guessed():
    with pytest.raises(ValueError, match=r"not the zone of this desk \(BST or GMT\)"):
        parse_moment("11 May 16:03 EST", LONDON, date(2025, 5, 1))


@pytest.mark.parametrize("offset", ["+99:99", "+25:00", "-2400", "+01:60"])
def test_an_offset_that_is_none_is_said_in_one_sentence(offset):
    with pytest.raises(ValueError, match=re.escape(f"“{offset}” is no zone: write it as +01:00")):
        parse_moment(f"11 May 14:00 {offset}", LONDON, date(2025, 5, 1))


@pytest.mark.parametrize("said", ["9999-12-31", "0001-01-01T10:00", "9999-12-30T12:00+00:00"])
def test_days_at_the_ends_of_the_calendar_are_no_moments(said):
    with pytest.raises(ValueError, match="outside the calendar"):
        parse_moment(said, LONDON, date(2025, 5, 1))


def test_an_inferred_year_sets_the_clock():
    later = at(12, 9, 0, Basis.INFERRED)
    assert of_newest([*posts(), redated(posts()[0], later)]).moment == later.at


def test_a_story_older_than_two_days_opens_as_of_its_newest_post():
    assert default_clock(of_newest(posts()), NEWEST + timedelta(days=2, minutes=1)) == Clock(Mode.NEWEST, NEWEST)
    now = NEWEST + timedelta(days=2)
    assert default_clock(of_newest(posts()), now) == Clock(Mode.NOW, now)
    assert default_clock(None, now) == Clock(Mode.NOW, now)


def test_t_goes_from_now_to_the_newest_post_and_back():
    now = NEWEST + timedelta(hours=1)
    newest = toggled(Clock(Mode.NOW, now), of_newest(posts()), now)
    assert newest == Clock(Mode.NEWEST, NEWEST)
    assert toggled(newest, of_newest(posts()), now) == Clock(Mode.NOW, now)
    assert toggled(Clock(Mode.CHOSEN, NEWEST), of_newest(posts()), now) == Clock(Mode.NOW, now)


def test_only_a_chosen_moment_hides_later_posts():
    early = NEWEST - timedelta(hours=1)
    assert [post.id for post in posts() if Clock(Mode.CHOSEN, early).hides(post)] == [11]
    assert not any(Clock(Mode.NEWEST, early).hides(post) for post in posts())


def test_now_moves_and_a_chosen_moment_stays():
    later = NEWEST + timedelta(hours=5)
    assert advanced(Clock(Mode.NOW, NEWEST), of_newest(posts()), later).moment == later
    assert advanced(Clock(Mode.CHOSEN, NEWEST), of_newest(posts()), later).moment == NEWEST
    assert advanced(Clock(Mode.NEWEST, NEWEST - timedelta(days=1)), of_newest(posts()), later).moment == NEWEST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-05-11T16:03", datetime(2025, 5, 11, 16, 3, tzinfo=LONDON)),
        ("2025-05-11 16:03", datetime(2025, 5, 11, 16, 3, tzinfo=LONDON)),
        ("2025-05-11T16:03+03:00", datetime(2025, 5, 11, 16, 3, tzinfo=timezone(timedelta(hours=3)))),
        ("2025-05-11", datetime(2025, 5, 11, 23, 59, tzinfo=LONDON)),
        ("11 May 16:03", datetime(2025, 5, 11, 16, 3, tzinfo=LONDON)),
        (" Sun 11 may  2024 ", datetime(2024, 5, 11, 23, 59, tzinfo=LONDON)),
        ("11 May 4pm", datetime(2025, 5, 11, 16, 0, tzinfo=LONDON)),
        ("11 May at 9.30 a.m.", datetime(2025, 5, 11, 9, 30, tzinfo=LONDON)),
        ("11 May 2025 12am BST", datetime(2025, 5, 11, 0, 0, tzinfo=LONDON)),
        ("31 Dec 23:00", datetime(2024, 12, 31, 23, 0, tzinfo=LONDON)),
        ("29 Feb 2024 8:00", datetime(2024, 2, 29, 8, 0, tzinfo=LONDON)),
    ],
)
def test_a_moment_as_people_write_it(text, expected):
    assert parse_moment(text, LONDON, date(2025, 5, 12)) == expected


@pytest.mark.parametrize(
    "text", ["", "yesterday", "32 May", "30 Feb 2025", "11 Mai 25:00", "2025-13-01", "11", "11 May 13pm", "11 May 9"]
)
def test_what_is_no_moment_is_said_in_one_sentence(text):
    with pytest.raises(ValueError, match="is no moment: write it as 2025-05-11T16:03 or as 11 May 16:03"):
        parse_moment(text, LONDON, date(2025, 5, 12))


def test_a_clock_that_moves_on_its_own_keeps_its_setting():
    later = NEWEST + timedelta(hours=1)
    assert Clock(Mode.NEWEST, later).is_set_as(Clock(Mode.NEWEST, NEWEST))
    assert not Clock(Mode.NOW, NEWEST).is_set_as(Clock(Mode.NEWEST, NEWEST))
    assert not Clock(Mode.CHOSEN, later).is_set_as(Clock(Mode.CHOSEN, NEWEST))
