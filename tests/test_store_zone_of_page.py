"""The zone of a page's clocks from another state of the page, and posts under ids that the page gave out anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from steps import assert_linear
from stored_examples import TEXTS, page, post

from newsdesk.model import PrintedTime
from newsdesk.store.matching import match_posts
from newsdesk.store.rereading import reread_posts
from newsdesk.store.zone_of_page import in_one_zone, is_fuller_moment


def exact(hour: int, minute: int, day: int = 4) -> PrintedTime:
    text = f"2031-03-{day:02}T{hour:02}:{minute:02}:00Z"
    return PrintedTime(text, 2031, 3, day, hour, minute, "UTC", 0)


def bare(hour: int, minute: int, **day: int) -> PrintedTime:
    return PrintedTime(f"{hour:02}:{minute:02}", hour=hour, minute=minute, **day)


def offsets(stored, incoming):
    before, now = in_one_zone(
        [post(n, TEXTS[n], time) for n, time in enumerate(stored)],
        [post(n, TEXTS[n], time) for n, time in enumerate(incoming)],
        list(range(len(stored))),
    )
    return [[each.printed_time and each.printed_time.utc_offset for each in state] for state in (before, now)]


def test_clocks_are_in_the_zone_that_exact_times_of_another_state_tell():
    clocks, moments = [bare(15, 5), bare(14, 40)], [exact(12, 5), exact(11, 40)]
    assert offsets(clocks, moments) == [[180, 180], [0, 0]]
    assert offsets(moments, clocks) == [[0, 0], [180, 180]]


def test_days_of_both_tell_which_side_of_the_date_line_clocks_are_on():
    day = {"year": 2031, "month": 3, "day": 5}
    assert offsets([bare(0, 5, **day), bare(1, 0, **day)], [exact(11, 5), exact(12, 0)])[0] == [780, 780]
    assert offsets([bare(0, 5), bare(1, 0)], [exact(11, 5), exact(12, 0)])[0] == [None, None]


@pytest.mark.parametrize(
    "clocks",
    [
        [bare(15, 5)],
        [bare(15, 5), bare(14, 45)],
        [bare(15, 7), bare(14, 42)],
        [bare(15, 5), bare(14, 40), bare(9, 0), bare(7, 0)],
        [None, None],
    ],
    ids=["one post", "two zones", "no zone's minutes", "half of them disagree", "no clocks"],
)
def test_where_posts_disagree_no_zone_is_told(clocks):
    moments = [exact(12, 5), exact(11, 40), exact(6, 10), exact(5, 50)][: len(clocks)]
    before, _now = offsets(clocks, moments)
    assert set(before) == {None}


def test_a_clock_with_a_zone_of_its_own_keeps_it():
    zoned = replace(bare(14, 0), zone="BST", utc_offset=60)
    assert offsets([bare(15, 5), bare(14, 40), zoned], [exact(12, 5), exact(11, 40), exact(13, 0)])[0] == [180, 180, 60]


def test_only_a_whole_moment_is_fuller_than_one_with_parts_open():
    assert is_fuller_moment(exact(12, 5), bare(12, 5))
    assert not is_fuller_moment(bare(12, 5), exact(12, 5))
    assert not is_fuller_moment(exact(12, 5), exact(12, 5))


def test_posts_read_again_with_exact_times_stay_the_same_posts():
    clocks = [bare(15, 5), bare(14, 40), bare(14, 10)]
    moments = [exact(12, 5), exact(11, 40), exact(11, 10)]
    _, stored = page(*(post(n, TEXTS[n], time) for n, time in enumerate(clocks)))
    _, incoming = page(*(post(n, TEXTS[n], time) for n, time in enumerate(moments)))
    assert not reread_posts(stored, incoming, read_at=None).new


def test_zones_of_many_posts_cost_what_they_are_long():
    def told(count: int) -> None:
        before = [post(n, "x", bare(n % 20, n % 60)) for n in range(count)]
        now = [post(n, "x", exact(n % 20, n % 60)) for n in range(count)]
        in_one_zone(before, now, list(range(count)))

    assert_linear(told, 200)


SAME = [(TEXTS[1], (9, 5)), (TEXTS[2], (9, 15)), (TEXTS[3], (9, 25))]


def _named(prefix: str, *more):
    told = [*SAME, *more]
    return [post(n, text, exact(*time), own_id=f"{prefix}-{n}") for n, (text, time) in enumerate(told)]


def test_an_edited_post_is_known_under_the_id_that_the_page_gave_it_anew():
    edited = TEXTS[0] + " A spokeswoman adds that the cranes stand still."
    assert match_posts(_named("a", (TEXTS[0], (9, 45))), _named("b", (edited, (9, 45))))[-1] == 3


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Talks in the customs house are off.", "Talks in the customs house go on tonight."),
        ("The northern quay is open again.", "The southern quay is open again for ferries."),
        ("Dockers vote to go back.", "Pilots vote to go back to the northern quay."),
    ],
)
def test_two_short_posts_of_one_minute_are_two_under_new_ids(before, now):
    assert match_posts(_named("a", (before, (9, 45))), _named("b", (now, (9, 45))))[-1] is None


def test_two_posts_under_one_headline_are_two_under_new_ids():
    before, now = _named("a", (TEXTS[0], (9, 45))), _named("b", ("Rain is falling on the hills.", (9, 45)))
    before[-1], now[-1] = (replace(each[-1], headline="What we know") for each in (before, now))
    assert match_posts(before, now)[-1] is None


def test_ids_of_which_one_is_left_still_tell_posts_apart():
    before = [*_named("a", (TEXTS[0], (9, 45))), post(9, "Kept as it was by all.", exact(8, 0), own_id="z")]
    edited = " ".join(TEXTS[0].split()[:9]) + " but the tugs go out as they always do on any grey day in winter"
    now = [*_named("b", (edited, (9, 45))), post(9, "Kept as it was by all.", exact(8, 0), own_id="z")]
    assert match_posts(before, now)[3] is None
