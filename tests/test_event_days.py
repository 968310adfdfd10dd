"""The days of an event as a person types them, and as a mark keeps them."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.story.days import Days, days_from, days_words, parse_days, typed_words, written

LONDON = ZoneInfo("Europe/London")
SUNDAY = date(2025, 5, 11)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("15 May", "2025-05-15"),
        ("  on   15 May ", "2025-05-15"),
        ("May 15", "2025-05-15"),
        ("2025-05-15", "2025-05-15"),
        ("15/05/2025", "2025-05-15"),
        ("14-16 May", "2025-05-14/2025-05-16"),
        ("14 – 16 May", "2025-05-14/2025-05-16"),
        ("from Monday to Wednesday", "2025-05-12/2025-05-14"),
        ("30 May - 2 June", "2025-05-30/2025-06-02"),
        ("2025-05-14 to 2025-05-16", "2025-05-14/2025-05-16"),
        ("14 May 10:00 – 16 May", "2025-05-14T10:00+01:00 BST/2025-05-16"),
        ("Thursday", "2025-05-15"),
        ("thu", "2025-05-15"),
        ("Thu 15 May", "2025-05-15"),
        ("tomorrow", "2025-05-12"),
        ("today", "2025-05-11"),
        ("31 December", "2025-12-31"),
        ("1 Jan 2027", "2027-01-01"),
        ("15 May 14:00", "2025-05-15T14:00+01:00 BST"),
        ("15 December 14:00", "2025-12-15T14:00+00:00 GMT"),
        ("2025-05-15T14:00", "2025-05-15T14:00+01:00 BST"),
        ("Thu 14:00", "2025-05-15T14:00+01:00 BST"),
        ("Saturday 2pm", "2025-05-17T14:00+01:00 BST"),
        ("Friday week 2pm", "2025-05-23T14:00+01:00 BST"),
        ("Friday fortnight 9:30am", "2025-05-30T09:30+01:00 BST"),
        ("tomorrow at 9am", "2025-05-12T09:00+01:00 BST"),
        ("14:00", "2025-05-11T14:00+01:00 BST"),
        ("15 May 14:00 UTC", "2025-05-15T14:00+00:00 UTC"),
        ("15 May 14:00 +03:00", "2025-05-15T14:00+03:00 +03:00"),
        ("Fri 16 May 18:00 CEST", "2025-05-16T18:00+02:00 CEST"),
        ("15 May 2pm Moscow time", "2025-05-15T14:00+03:00 Moscow time"),
        ("midnight on Saturday", "2025-05-17T24:00+01:00 BST"),
        ("15 May 24:00", "2025-05-15T24:00+01:00 BST"),
        ("15 May 2:30pm", "2025-05-15T14:30+01:00 BST"),
        ("15 May 02:30 am BST", "2025-05-15T02:30+01:00 BST"),
        ("15 May 14:00 +01:00", "2025-05-15T14:00+01:00 BST"),
        ("15 May 14:00 -05:00", "2025-05-15T14:00-05:00 -05:00"),
        ("2025-05-15T14:00-05:00", "2025-05-15T14:00-05:00 -05:00"),
        ("15 May 14:00 GMT", "2025-05-15T14:00+00:00 GMT"),
        ("26 October 01:30 GMT", "2025-10-26T01:30+00:00 GMT"),
        ("26 October 01:30", "2025-10-26T01:30+01:00 BST"),
        ("26 October 01:30 +00:00", "2025-10-26T01:30+00:00 GMT"),
        ("30 March 01:30 +00:00", "2025-03-30T01:30+00:00 UTC"),
        ("30 March 02:30", "2025-03-30T02:30+01:00 BST"),
    ],
)
def test_days_as_people_type_them(typed, kept):
    days = parse_days(typed, LONDON, SUNDAY)
    assert written(days) == kept
    assert days_from(kept) == days


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "“” names no day"),
        ("the talks", "“the talks” names no day"),
        ("next week", "“next week” names no day"),
        ("May", "“May” names no day"),
        ("15 May or 16 May", "“15 May or 16 May” names no day"),
        ("15 May with guests", "“15 May with guests” names no day"),
        ("30 February", "“30 February” names no day"),
        ("Thu 16 May", "16 May 2025 is a Friday"),
        ("15 May 25:00", "“15 May 25:00” has no hour that a clock shows"),
        ("15 May 14:61", "“15 May 14:61” has no hour that a clock shows"),
        ("15 May 14:00 QQQ", "“QQQ” is no zone that newsdesk knows"),
        ("15 May 14:00 +99:00", "“+99:00” is no zone that newsdesk knows"),
        ("15 May 14:00 -16:00", "“-16:00” is no zone that newsdesk knows"),
        ("15 May 10:00-12:00", "“15 May 10:00-12:00” names no day"),
        ("14 - 16 May 18:00", "“14 - 16 May 18:00” does not say when it begins: write it as 14 May 10:00 – 16 May"),
        ("14 - 16 May 6pm", "“14 - 16 May 6pm” "),
        ("05/06/2025", "“05/06/2025” may be 5 June or 6 May: write the month as a word"),
        ("30 March 01:30", "On 30 Mar 2025 clocks are put forward over 01:30: write it as 02:30 BST"),
        ("30 March 1:30am", "On 30 Mar 2025 clocks are put forward over 01:30: write it as 02:30 BST"),
    ],
)
def test_what_names_no_day_is_said_in_one_sentence(typed, why):
    with pytest.raises(ValueError, match="^" + why.replace("+", r"\+")) as error:
        parse_days(typed, LONDON, SUNDAY)
    assert "\n" not in str(error.value)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_days_or_one_sentence(typed):
    with suppress(ValueError):
        days = parse_days(typed, LONDON, SUNDAY)
        assert days_from(written(days)) == days


DAYS = st.builds(
    lambda start, length, hour, offset: Days(
        start,
        start + timedelta(days=length) if length else None,
        None
        if hour is None
        else datetime(start.year, start.month, start.day, tzinfo=timezone(timedelta(minutes=offset)))
        + timedelta(minutes=hour),
    ),
    st.dates(date(1950, 1, 2), date(2090, 1, 1)),
    st.integers(0, 40),
    st.none() | st.integers(0, 1440),
    st.integers(-12 * 60, 14 * 60),
)


@given(DAYS)
def test_what_a_field_shows_is_understood_as_the_same_days(days):
    assert parse_days(typed_words(days), LONDON, SUNDAY) == days
    assert days_from(written(days)) == days


@given(st.text(max_size=60) | st.sampled_from(["2025-13-01", "2025-05-15T14:00", "2025-05-15T25:00+01:00 BST"]))
def test_a_mark_from_elsewhere_is_days_or_nothing(words):
    days = days_from(words)
    assert days is None or written(days)


def test_a_range_that_ends_before_it_begins_is_its_first_day():
    assert days_from("2025-05-16/2025-05-14") == Days(date(2025, 5, 16))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("26 October 02:30 CEST", "2025-10-26T02:30+02:00 CEST"), ("26 October 02:30 CET", "2025-10-26T02:30+01:00 CET")],
)
def test_of_an_hour_that_comes_twice_the_zones_name_tells_which(typed, kept):
    assert written(parse_days(typed, ZoneInfo("Europe/Berlin"), SUNDAY)) == kept


def test_days_in_words():
    assert days_words(parse_days("14-16 May", LONDON, SUNDAY)) == "Wed 14 May 2025 – Fri 16 May 2025"
    assert days_words(parse_days("15 May 14:00", LONDON, SUNDAY)) == "Thu 15 May 2025 14:00 BST"
    assert days_words(parse_days("midnight on 15 May", UTC, SUNDAY)) == "Thu 15 May 2025 24:00 UTC"
