from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model import PrintedTime
from newsdesk.read.times.printed import day_line, introduced_time, leading_time, line_time, read_time, zone_of_all
from newsdesk.read.times.said import said_time


def parts(time):
    return time and (time.year, time.month, time.day, time.hour, time.minute, time.zone, time.utc_offset)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16:03 British Summer Time 11 May", (None, 5, 11, 16, 3, "BST", 60)),
        ("17:58 Greenwich Mean Time 13 March", (None, 3, 13, 17, 58, "GMT", 0)),
        ("9:05 am EST 3 June 2025", (2025, 6, 3, 9, 5, "EST", -300)),
        ("9:05 a.m. EST, 3 June 2025", (2025, 6, 3, 9, 5, "EST", -300)),
        ("May 11, 2025 11:49 PM", (2025, 5, 11, 23, 49, None, None)),
        ("May 11, 202511:49 PM ET", (2025, 5, 11, 23, 49, "EDT", -240)),
        ("12:00 am", (None, None, None, 0, 0, None, None)),
        ("12:30pm JST 1 Jan. 2025", (2025, 1, 1, 12, 30, "JST", 540)),
        ("11th May, 2025 at 4pm BST", (2025, 5, 11, 16, 0, "BST", 60)),
        ("16.03 CEST", (None, None, None, 16, 3, "CEST", 120)),
        ("11 May 2025 | 16:03 IST", (2025, 5, 11, 16, 3, "IST", 330)),
        ("Sunday 11 May 2025 16:03 Kyiv time", (2025, 5, 11, 16, 3, "EEST", 180)),
        ("2 o'clock", None),
        ("May 11, 2025", (2025, 5, 11, None, None, None, None)),
        ("Monday, 12 May", (None, 5, 12, None, None, None, None)),
        ("Sun, 11 May 2025 16:03:00 BST", (2025, 5, 11, 16, 3, "BST", 60)),
        ("Sun, 11 May 2025 16:03:00 +0100 (BST)", (2025, 5, 11, 16, 3, "BST", 60)),
        ("Sun, 11 May 25 16:03 GMT", (2025, 5, 11, 16, 3, "GMT", 0)),
        ("Sun May 11 16:03:00 2025", (2025, 5, 11, 16, 3, None, None)),
        ("2025-05-11T16:03:00+08:00", (2025, 5, 11, 16, 3, "+08:00", 480)),
        ("2025-05-11T16:03:00.123Z", (2025, 5, 11, 16, 3, "UTC", 0)),
        ("20250511T160300Z", (2025, 5, 11, 16, 3, "UTC", 0)),
        ("2025-05-11 16:03", (2025, 5, 11, 16, 3, None, None)),
        ("16:03 GMT+3", (None, None, None, 16, 3, "+03:00", 180)),
        ("16:03 UTC-02:30", (None, None, None, 16, 3, "-02:30", -150)),
        ("16:03 GMT+0300", (None, None, None, 16, 3, "+03:00", 180)),
        ("13/05/2025 16:03", (2025, 5, 13, 16, 3, None, None)),
        ("05/13/2025 16:03", (2025, 5, 13, 16, 3, None, None)),
        ("11.06.2025", (2025, 6, 11, None, None, None, None)),
        ("4:03 p.m. ET (2003 GMT) May 11", (None, 5, 11, 16, 3, "EDT", -240)),
        ("16:03 Zubrowka Standard Time 11 May", (None, 5, 11, 16, 3, "Zubrowka Standard Time", None)),
    ],
)
def test_printed_times(text, expected):
    assert expected == parts(read_time(text))


@pytest.mark.parametrize("name", ["BST", "CET", "CEST", "MSK", "EEST", "IST", "EET", "TRT", "AEST", "PKT"])
def test_a_zone_that_is_not_utc_is_never_read_as_utc(name):
    assert read_time(f"Sun, 11 May 2025 16:03:00 {name}").utc_offset not in {0, None}


@pytest.mark.parametrize(
    "text",
    ["", "May", "11", "2025", "May 2025", "30 February 2025", "29 February 2025", "25:03", "13:03 pm", "16:61", "16:03 cat",
     "16:03 May says", "11/05/2025", "the 11th hour", "sat on 11 May", "16:03-04:15", "May 11 and May 12", "x" * 500],
)  # fmt: skip
def test_what_is_no_time_or_says_more(text):
    assert read_time(text) is None


def test_a_leap_day_without_a_year_is_a_day():
    assert parts(read_time("29 February")) == (None, 2, 29, None, None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4:03 PM ET May 11", ("EDT", -240)),
        ("4:03 PM ET Jan 11", ("EST", -300)),
        ("4:03 PM ET March 9, 2025", ("EDT", -240)),
        ("4:03 PM ET March 8, 2025", ("EST", -300)),
        ("4:03 PM ET March 9, 2024", ("EST", -300)),
        ("4:03 PM ET March 10", ("EST/EDT", None)),
        ("4:03 PM Eastern Time Nov 2, 2025", ("EST", -300)),
        ("4:03 PM PT Nov 1, 2025", ("PDT", -420)),
        ("4:03 PM ET", ("EST/EDT", None)),
        ("16:03 UK time 30 March 2025", ("BST", 60)),
        ("16:03 UK time 29 March 2025", ("GMT", 0)),
        ("16:03 Berlin time 26 October 2025", ("CET", 60)),
        ("16:03 Moscow time 1 July", ("MSK", 180)),
    ],
)
def test_names_that_hold_all_year_follow_the_calendar_of_their_region(text, expected):
    time = read_time(text)
    assert expected == (time.zone, time.utc_offset)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("16:03 BST 11 MayBreaking", "Breaking"),
        ("16:03 Greenwich Mean TimeBreaking", "Breaking"),
        ("16:03 May says", "May says"),
        ("16:03 ESTonia", "ESTonia"),
    ],
)
def test_what_is_glued_to_a_time_is_left(text, rest):
    assert rest == leading_time(text).rest


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: May 11, 2025 11:49 PM", "May 11, 2025 11:49 PM"),
        ("Updated 16:03 BST, 11 May 2025", "16:03 BST, 11 May 2025"),
        ("First published on Sun 11 May 2025 09.05 BST", "Sun 11 May 2025 09.05 BST"),
        ("PUBLISHED : 3 Jun 2025 at 06:45", "3 Jun 2025 at 06:45"),
    ],
)
def test_lines_that_introduce_a_time_keep_its_words(line, expected):
    assert expected == introduced_time(line).time.text


def test_prose_introduces_no_time():
    assert introduced_time("Published works of the author, May 11, 2025") is None


def test_what_was_not_printed_is_none():
    assert PrintedTime("16:03", hour=16, minute=3) == read_time("16:03")


@given(st.text(st.sampled_from("0123456789:. -/+TZampmBSTMay,()|GMT\n")), st.text(max_size=20))
def test_any_text_is_a_real_time_or_none(text, tail):
    found = leading_time(text + tail)
    if found is not None:
        time = found.time
        assert (time.month is None) == (time.day is None)
        assert time.hour is None or (0 <= time.hour <= 23 and 0 <= time.minute <= 59)
        assert time.utc_offset is None or -14 * 60 <= time.utc_offset <= 14 * 60
        assert (text + tail).strip().endswith(found.rest)
        assert time.text in text + tail


@pytest.mark.parametrize(
    ("line", "zone"), [("Friday 10 July 2026 19:05, UK", "BST"), ("Updated: 9 January 2026 07:05, UK", "GMT")]
)
def test_a_british_page_prints_its_country_for_its_zone(line, zone):
    time = line_time(line)
    assert time is not None
    assert (time.zone, time.text.endswith(", UK")) == (zone, True)


def test_a_line_with_more_than_a_time_is_no_time():
    assert line_time("Updated: 9 January 2026, the minister said") is None


@given(
    st.from_regex(
        r"((Mon|Sun), )?[0-3]?[0-9] (Jan|Feb|May|Dec) (19|20)[0-9][0-9] [0-2][0-9]:[0-6][0-9](:[0-6][0-9])? (GMT|Z|PT|CEST|X|[+-][0-9]{4})"
        r"|(19|20)[0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9](:[0-6][0-9](\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2})",
        fullmatch=True,
    ).filter(str.isascii)
)
def test_dates_of_feeds_are_read_at_one_look_as_word_by_word(raw):
    slowly = leading_time(raw)
    assert read_time(raw) == (slowly.time if slowly and not slowly.rest else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29. Januar 2019", (2019, 1, 29, None, None, None, None)),
        ("Dienstag, 29. April 2019", (2019, 4, 29, None, None, None, None)),
        ("24. Juli 2017 - 18:55", (2017, 7, 24, 18, 55, None, None)),
        ("Veröffentlicht am 3. März 2020 um 7.05 Uhr", (2020, 3, 3, 7, 5, None, None)),
        ("jeudi 13 juin 2019 à 16h15", (2019, 6, 13, 16, 15, None, None)),
        ("1er août 2021", (2021, 8, 1, None, None, None, None)),
        ("5 de mayo de 2023", (2023, 5, 5, None, None, None, None)),
        ("4 грудня 2025", (2025, 12, 4, None, None, None, None)),
        ("31. Februar 2019", None),
        ("mars 2020", None),
        ("13 juin", None),
        ("Mis à jour le 13 juin 2019", None),
        ("Am 29. Januar 2019 kam der Zug", None),
        ("11 listopada 2019", None),
    ],
)
def test_dates_of_other_languages_are_read_where_they_stand_alone(text, expected):
    found = line_time(text)
    assert (parts(found) if found else None) == expected
    assert found is None or found.text == text
    assert leading_time(text) is None or leading_time(text).rest


TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 November 2026", (2026, 11, 26, None, None, None, None)),
        ("Thursday 26 Nov 2026", (2026, 11, 26, None, None, None, None)),
        ("2026-07-26 16:15", (2026, 7, 26, 16, 15, "BST", 60)),
        ("26 November 2026 16:15", (2026, 11, 26, 16, 15, "GMT", 0)),
        ("26 November 2026 4.15pm CET", (2026, 11, 26, 16, 15, "CET", 60)),
        ("26 November 2026, 16:15 Zubrowka time", None),
        ("26 November", None),
        ("November 2026", None),
        ("16:15", None),
        ("today", (2026, 11, 27, None, None, None, None)),
        ("Yesterday", (2026, 11, 26, None, None, None, None)),
        ("today, 9.15pm", (2026, 11, 27, 21, 15, "GMT", 0)),
        ("today at 10:30 CET", (2026, 11, 27, 10, 30, "CET", 60)),
        ("10:30 today", (2026, 11, 27, 10, 30, "GMT", 0)),
        ("Monday", (2026, 11, 23, None, None, None, None)),
        ("on tuesday 16:15", (2026, 11, 24, 16, 15, "GMT", 0)),
        ("Fri", (2026, 11, 27, None, None, None, None)),
        ("last Friday", (2026, 11, 20, None, None, None, None)),
        ("Sat 9am CET", (2026, 11, 21, 9, 0, "CET", 60)),
        ("16:15 last Wednesday", (2026, 11, 25, 16, 15, "GMT", 0)),
        ("next Monday", None),
        ("Monday week", None),
        ("Monday and Tuesday", None),
        ("Friday 20 November", None),
        ("Monday 2026", None),
        ("today and yesterday", None),
        ("todays", None),
        ("31 November 2026", None),
        ("", None),
    ],
)
def test_a_date_that_the_user_says_has_its_year_and_an_hour_its_zone(text, expected):
    assert expected == parts(said_time(text, ZoneInfo("Europe/London"), TODAY))


def test_today_is_the_same_day_tomorrow():
    assert said_time("today 16:15", None, TODAY).text == "2026-11-27 16:15"


def test_an_hour_that_the_user_says_in_the_zone_of_the_source_has_none_yet():
    assert parts(said_time("26 November 2026 16:15", None, TODAY)) == (2026, 11, 26, 16, 15, None, None)
    assert parts(said_time("26 November 2026 16:15 CET", None, TODAY)) == (2026, 11, 26, 16, 15, "CET", 60)


@pytest.mark.parametrize("text", ["3 avrıl 2025", "12 ſeptembre 2025"])
def test_letters_that_only_look_like_those_of_a_month_are_no_month(text):
    assert line_time(text) is None


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("All times CEST", "CEST"),
        ("All times are in GMT", "GMT"),
        ("(All times Eastern)", "EST"),
        ("Times shown in UK time.", "GMT"),
        ("Tuesday, Nov. 24, 2026 (all times EST)", "EST"),
        ("24 November 2026 | All times CET", "CET"),
        ("The crew sails at ten (all times EST)", None),
        ("All times are local.", None),
        ("Times of CEST are over", None),
        ("Time GMT was first kept", None),
    ],
)
def test_a_page_says_the_zone_of_all_its_times(line, zone):
    found = zone_of_all(line)
    assert (found and found.name) == zone


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sunday 11 May", (None, 5, 11)),
        ("Tuesday, Nov. 24, 2026 (all times EST)", (2026, 11, 24)),
        ("Thursday 26 November 2026, UK", (2026, 11, 26)),
        ("Day 14, Friday 27 November 2026", (2026, 11, 27)),
        ("DAY 3: 12 June", (None, 6, 12)),
        ("Day 14", None),
        ("Day 14, when the jury rose", None),
        ("Thursday 26 November 2026, 16:20", None),
        ("Friday 27 November 2026, Kelm", None),
    ],
)
def test_a_line_prints_a_day_and_what_pages_print_beside_it(line, day):
    found = day_line(line)
    assert (found and (found.year, found.month, found.day)) == day
