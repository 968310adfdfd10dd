"""Spans of time as they are typed and said; chips of a filter."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from story_of import BST, posts, story

from newsdesk.model import Basis, Precision, Published
from newsdesk.story.chips import chips
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.filter import NOBODY_NAMED, Filter, shown_posts
from newsdesk.story.span import parse_since, parse_until, since_words, typed, until_words

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2025, 5, 11, 16, 3, 27, tzinfo=LONDON)
DAY = timedelta(days=1)


def at(day, hour=0, minute=0):
    return datetime(2025, 5, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("today", at(11), at(12)),
        ("Yesterday", at(10), at(11)),
        ("11 May", at(11), at(12)),
        ("2025-05-09", at(9), at(10)),
        ("thursday", at(8), at(9)),
        ("Sun", at(11), at(12)),
        ("14:00", at(11, 14), at(11, 14)),
        ("17:00", at(10, 17), at(10, 17)),
        ("yesterday 14:00", at(10, 14), at(10, 14)),
        ("Thu at 9:30", at(8, 9, 30), at(8, 9, 30)),
        ("11 May 14:00", at(11, 14), at(11, 14)),
        ("11 May 13:00 UTC", at(11, 14), at(11, 14)),
        ("2025-05-10T16:00", at(10, 16), at(10, 16)),
        ("3 hours  ago", at(11, 13, 3), at(11, 13, 3)),
        ("an hour ago", at(11, 15, 3), at(11, 15, 3)),
        ("last 3 hours", at(11, 13, 3), None),
        ("past 90 min", at(11, 14, 33), None),
        ("last week", at(4, 16, 3), None),
        ("2d", at(9, 16, 3), None),
    ],
)
def test_what_people_type(words, since, until):
    assert parse_since(words, LONDON, NOW) == since
    if until is None:
        with pytest.raises(ValueError, match="where a time begins"):
            parse_until(words, LONDON, NOW, None)
    else:
        assert parse_until(words, LONDON, NOW, None) == until


def test_nothing_typed_is_no_limit():
    assert parse_since("  ", LONDON, NOW) is None
    assert parse_until("", LONDON, NOW, NOW) is None


@pytest.mark.parametrize(
    "words", ["noon", "25:00", "foo 14:00", "h", "31 June", "last 9999 weeks ago or so", "MSK 14:00"]
)
def test_what_is_no_time_is_refused_in_one_sentence(words):
    for parse in (parse_since, lambda *given: parse_until(*given, None)):
        with pytest.raises(ValueError, match=r"^“[^\n]+$"):
            parse(words, LONDON, NOW)


def test_an_hour_that_ends_a_span_is_the_first_one_in_it():
    assert parse_until("14:00", LONDON, NOW, at(9, 10)) == at(9, 14)
    assert parse_until("10:00", LONDON, NOW, at(9, 10)) == at(10, 10)


def test_a_span_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_until("10 May", LONDON, NOW, at(11))
    assert parse_until("11 May", LONDON, NOW, at(11)) == at(12)


def test_hours_that_pass_at_a_change_of_the_clocks_are_real_ones():
    morning = datetime(2025, 3, 30, 3, 0, tzinfo=LONDON)
    assert parse_since("last 2 hours", LONDON, morning) == datetime(2025, 3, 30, 0, 0, tzinfo=UTC)


def test_a_span_is_said_in_words_that_may_be_typed():
    for since, until in ((at(11), at(12)), (at(9, 14), at(11, 16)), (None, at(10)), (at(10), None)):
        words = typed(since, until, LONDON)
        assert parse_since(words[0], LONDON, NOW) == since
        assert parse_until(words[1], LONDON, NOW, since) == until
    for moment in (
        datetime(2025, 10, 26, 0, 0, tzinfo=UTC),
        datetime(2025, 10, 26, 1, 0, tzinfo=UTC),
        NOW.replace(microsecond=5),
        datetime(999, 5, 11, 14, 0, tzinfo=UTC),
    ):
        words = typed(moment, moment, LONDON)
        assert parse_since(words[0], LONDON, NOW).astimezone(UTC) == moment.astimezone(UTC)
        assert parse_until(words[1], LONDON, NOW, None).astimezone(UTC) == moment.astimezone(UTC)
    assert typed(datetime(2025, 10, 26, 0, 0, tzinfo=UTC), None, LONDON)[0] == "26 Oct 2025 01:00"
    assert typed(datetime(2025, 10, 26, 1, 0, tzinfo=UTC), None, LONDON)[0] == "2025-10-26T01:00:00+00:00"
    near = NOW.date()
    assert (since_words(at(11), LONDON, near), until_words(at(12), LONDON, near)) == (
        "since Sun 11 May",
        "until Sun 11 May",
    )
    assert since_words(at(11, 14), LONDON, near.replace(year=2026)) == "since 11 May 2025 14:00 BST"
    assert until_words(at(11, 14), UTC, near) == "before 11 May 13:00 UTC"


def shown(**wanted):
    return [post.id for post in shown_posts(story(), Filter(**wanted), Clock(Mode.NOW, NOW))]


def test_a_span_lets_through_what_was_published_in_it():
    noon = datetime(2025, 5, 11, 12, 0, tzinfo=BST)
    assert shown() == [11, 12, 13, 21]
    assert shown(since=noon) == [11, 12], "the moment itself is in it, what has no date is not"
    assert shown(until=noon) == [13], "the moment itself is no longer in it"
    assert shown(since=noon, until=noon + timedelta(minutes=1)) == [12]
    assert shown(since=noon.astimezone(UTC)) == [11, 12]


def test_a_post_of_a_day_counts_from_the_days_start():
    day = Published(datetime(2025, 5, 10, tzinfo=BST), Precision.DAY, Basis.STATED)
    of_day = story(
        posts=(posts()[0], *(post for post in posts()[1:3]), type(posts()[3])(n=1, id=21, source_id=2, published=day))
    )
    clock = Clock(Mode.NOW, NOW)
    start = datetime(2025, 5, 10, tzinfo=BST)
    assert 21 in {post.id for post in shown_posts(of_day, Filter(since=start), clock)}
    assert 21 not in {post.id for post in shown_posts(of_day, Filter(since=start + timedelta(minutes=1)), clock)}


def test_what_is_read_since_the_filter_was_applied_stays():
    assert shown(unread=True) == [11, 12, 21]
    assert shown(unread=True, read_before=frozenset()) == [11, 12, 13, 21]
    assert shown(unread=True, read_before=frozenset({13, 12})) == [11, 12, 21], (
        "and what is unread again is there again"
    )
    assert not Filter(read_before=frozenset({1})), "it is no condition of its own"


def test_each_condition_is_a_chip_and_can_be_taken_away():
    wanted = Filter("Ana Ruiz", 2, "Breaking", "[ferry]", unread=True, starred=True, since=at(11), until=at(11, 14))
    found = chips(story(), wanted, LONDON, NOW.date())
    assert [chip.words for chip in found] == [
        "words of Ana Ruiz",
        "from The long quarrel",
        "BREAKING",
        "unread",
        "starred",
        "since Sun 11 May",
        "before 11 May 14:00 BST",
        "“[ferry]”",
    ]
    assert [chip.words for chip in chips(story(), Filter(NOBODY_NAMED), LONDON, NOW.date())] == ["speaker not named"]
    for chip in found:
        left = chips(story(), chip.without, LONDON, NOW.date())
        assert [one.words for one in left] == [one.words for one in found if one is not chip]
    assert chips(story(), Filter(), LONDON, NOW.date()) == ()
