"""The days of posts that print only a clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model import Post, PrintedTime
from newsdesk.read import read
from newsdesk.read.live.days import Day, dated_by, day_of_newest, held_on_top, is_later, with_days, without_only_day
from newsdesk.read.live.twice import standing_once


def clock(hour, minute=0, day=None):
    year, month, of_month = day or (None, None, None)
    return PrintedTime(f"{hour:02}:{minute:02}", year, month, of_month, hour, minute)


def days(times, above=None):
    filled = with_days(times, above or [None] * len(times), held_on_top(times))
    return [(time.year, time.month, time.day) for time in filled]


MAY_11, MAY_12 = (2025, 5, 11), (2025, 5, 12)


def test_the_newest_posts_follow_the_day_below_them():
    assert days([clock(7), clock(0, 5), clock(23, 50, MAY_11)]) == [MAY_12, MAY_12, MAY_11]


def test_a_page_in_the_order_of_time_is_read_forwards():
    assert days([clock(22, 0, MAY_11), clock(23), clock(0, 10), clock(1)]) == [MAY_11, MAY_11, MAY_12, MAY_12]


def test_a_post_a_little_out_of_order_changes_no_day():
    assert days([clock(16, 0, MAY_11), clock(15), clock(15, 30), clock(14)]) == [MAY_11] * 4


def test_a_day_on_a_line_of_its_own_holds_for_the_posts_below_it():
    above = [Day(*MAY_12), None, Day(*MAY_11)]
    assert days([clock(9), clock(8), clock(22)], above) == [MAY_12, MAY_12, MAY_11]


def test_posts_over_a_day_on_a_line_are_of_a_later_day_which_a_clock_past_midnight_tells():
    assert days([clock(18), clock(16), clock(14)], [None, None, Day(*MAY_11)]) == [(None, None, None)] * 2 + [MAY_11]
    assert days([clock(10), clock(8), clock(14)], [None, None, Day(*MAY_11)]) == [MAY_12, MAY_12, MAY_11]
    assert days([clock(18), clock(16), clock(14, 0, MAY_11)]) == [MAY_11] * 3


def test_an_old_post_that_is_held_on_top_may_be_of_any_day_and_moves_none():
    held = [clock(9), clock(11, 30), clock(11)]
    assert days(held, [None, Day(*MAY_12), None]) == [(None, None, None), MAY_12, MAY_12]
    assert days([*held, clock(23, 50, MAY_11)]) == [(None, None, None), MAY_12, MAY_12, MAY_11]
    assert days(held, [Day(*MAY_12), None, None]) == [MAY_12] * 3


def test_a_post_of_the_evening_that_is_held_over_those_of_the_night_is_of_no_later_day():
    assert days([clock(21), clock(0, 30), clock(23, 50, MAY_11)]) == [(None, None, None), MAY_12, MAY_11]
    assert days([clock(9), clock(8, 30), clock(23, 50, MAY_11)]) == [MAY_12, MAY_12, MAY_11]


@pytest.mark.parametrize(
    ("page", "held"),
    [(None, 1), (clock(22, 40), 0), (clock(0, 40), 1), (clock(12), 1), (PrintedTime("4 June", day=4), 1)],
)
def test_a_post_of_the_evening_that_the_page_s_own_clock_follows_is_held_by_nobody(page, held):
    assert held_on_top([clock(22, 30), clock(1, 10) if held == 0 else clock(0, 40), clock(0, 10)], page) == held


def test_a_post_whose_hour_is_still_to_come_by_the_page_s_own_clock_is_of_a_day_before():
    later = [clock(16), clock(9, 30), clock(8)]
    assert held_on_top(later, clock(9, 40)) == 1
    assert held_on_top(later, clock(16, 20)) == held_on_top(later, clock(7)) == held_on_top(later) == 0


def test_a_post_a_little_out_of_order_may_stand_on_the_other_side_of_midnight():
    out_of_order = [clock(0, 40), clock(23, 50), clock(0, 20), clock(23, 40, MAY_11)]
    assert days(out_of_order) == [MAY_12, MAY_11, MAY_12, MAY_11]
    assert days(out_of_order[::-1]) == [MAY_11, MAY_12, MAY_11, MAY_12]


def test_a_clock_that_ran_back_over_midnight_or_on_for_nearly_a_day_tells_no_day():
    slow = [clock(23, 50, MAY_12), clock(0, 5), clock(22)]
    assert days(slow) == [MAY_12, (None, None, None), (None, None, None)]
    assert days([*slow, clock(21, 0, MAY_11)]) == [MAY_12, MAY_12, MAY_11, MAY_11]
    assert days([clock(0, 5, MAY_11), clock(23, 50), clock(0, 20, MAY_12), clock(1)])[1] != (2025, 5, 10)


def test_the_first_post_after_a_night_is_held_by_nobody():
    assert days([clock(8), clock(18, 30), clock(17, 0, MAY_11)]) == [MAY_12, MAY_11, MAY_11]
    assert days([clock(0, 5), clock(23, 50), clock(22, 0, MAY_11)]) == [MAY_12, MAY_11, MAY_11]
    assert held_on_top([clock(9, 0, MAY_12), clock(11, 30), clock(11)]) == 0


@pytest.mark.parametrize(
    ("times", "above", "held", "is_doubtful"),
    [
        ([clock(0, 40), clock(23, 50), clock(22)], [MAY_12, None, None], 0, True),
        ([clock(8), clock(18, 30), clock(17), clock(16)], [MAY_12, None, None, None], 0, True),
        ([clock(0, 40), clock(23, 50), clock(22)], [MAY_12, MAY_11, None], 0, False),
        ([clock(0, 40), clock(23, 50), clock(22)], [None, MAY_11, None], 0, False),
        ([clock(0, 40, MAY_12), clock(23, 50), clock(22)], [MAY_12, None, None], 0, False),
        ([clock(16), clock(15), clock(15, 30)], [MAY_12, None, None], 0, False),
        ([clock(9), clock(11, 30), clock(11)], [MAY_12, None, None], 1, False),
        ([clock(9), clock(0, 30), clock(23)], [MAY_12, None, None], 1, True),
        ([clock(22), clock(23), clock(0, 10)], [MAY_11, None, None], 0, False),
    ],
)
def test_the_only_day_over_posts_that_pass_midnight_is_that_of_neither_side(times, above, held, is_doubtful):
    over = [Day(*day) if day else None for day in above]
    assert without_only_day(times, over, held) == ([None] * len(over) if is_doubtful else over)


@pytest.mark.parametrize("head", ["Saturday 28 November 2026", "28 November 2026\n\nFollow our page for the night."])
def test_a_page_past_midnight_under_one_day_has_none_and_one_of_a_day_has_it(head):
    said = "The harbour office says that the quay stays shut."
    for clocks, day in ((("00:40", "23:50", "22:10"), None), (("12:40", "11:50", "10:10"), 28)):
        text = f"Storm over Kelm live\n\n{head}\n\n" + "\n\n".join(
            f"{at}\nQuay shut at {at[:2]}\n{said}" for at in clocks
        )
        times = [post.printed_time for post in read(text.encode(), name="x").posts]
        assert [time.day for time in times] == [day] * 3


def test_without_a_year_none_is_added_and_the_year_may_turn():
    assert days([clock(0, 5), clock(23, 55, (None, 12, 31))]) == [(None, 1, 1), (None, 12, 31)]


def test_where_no_day_is_printed_none_is_made_up():
    assert days([clock(9), clock(8)]) == [(None, None, None)] * 2


def test_printed_words_stay_as_they_are():
    assert [time.text for time in with_days([clock(0, 5), clock(23, 50, MAY_11)], [None, None])] == ["00:05", "23:50"]


DAYS = st.one_of(
    st.none(), st.sampled_from([MAY_11, (None, 2, 29), (2024, 2, 29), (None, 1, 1), (1900, 1, 1), (2099, 12, 31)])
)


@given(st.lists(st.builds(clock, st.integers(0, 23), st.integers(0, 59), DAYS), max_size=30))
def test_any_clocks_keep_their_printed_days(times):
    filled = with_days(times, [None] * len(times))
    assert len(filled) == len(times)
    for before, after in zip(times, filled, strict=True):
        if before.day is not None:
            assert before == after


def test_a_page_saved_soon_after_its_newest_post_gives_that_post_its_day():
    assert day_of_newest(clock(16, 30, MAY_12), [clock(16), clock(9)], edited=True) == MAY_12
    assert day_of_newest(clock(0, 20, MAY_12), [clock(23, 50), clock(22)], edited=True) == MAY_11


def test_a_page_saved_long_after_its_newest_post_gives_no_day():
    assert day_of_newest(clock(9, 0, MAY_12), [clock(22), clock(20)], edited=True) is None
    assert day_of_newest(clock(16, 0, MAY_12), [clock(18), clock(9)], edited=True) is None


def test_the_publication_of_a_page_dates_its_posts_unless_they_run_over_midnight():
    assert day_of_newest(clock(6, 0, MAY_11), [clock(18), clock(9)], edited=False) == MAY_11
    assert day_of_newest(clock(6, 0, MAY_11), [clock(1), clock(23)], edited=False) is None


def test_a_time_of_the_page_that_says_nothing_else_may_lie_amid_its_posts():
    stamp = clock(21, 41, MAY_11)
    assert day_of_newest(stamp, [clock(0, 12), clock(23, 58), clock(16, 3)], edited=None) == MAY_12
    assert day_of_newest(stamp, [clock(22, 12), clock(21, 58), clock(16, 3)], edited=None) == MAY_11
    assert day_of_newest(stamp, [clock(0, 12), clock(23, 58), clock(16, 3)], edited=True) is None
    assert day_of_newest(stamp, [clock(12), clock(10)], edited=None) is None  # ten hours on either side
    assert day_of_newest(clock(12, 5, MAY_11), [clock(0, 12), clock(23, 58), clock(16, 3)], edited=False) == MAY_12


def test_a_zone_whose_name_holds_all_year_is_settled_by_the_day():
    eastern = PrintedTime("3 pm ET", hour=15, minute=0, zone="EST/EDT")
    summer, winter = dated_by(eastern, Day(2026, 5, 14)), dated_by(eastern, Day(2026, 12, 14))
    assert (summer.zone, summer.utc_offset, winter.zone, winter.utc_offset) == ("EDT", -240, "EST", -300)


def test_a_page_in_the_order_of_time_takes_no_day_from_its_own_time():
    assert day_of_newest(clock(20, 0, MAY_11), [clock(17), clock(18), clock(19)], edited=True) is None


def test_the_last_edit_dates_the_newest_post_over_posts_of_other_days_but_never_before_them():
    posts = [clock(16), clock(9), clock(22, 0, MAY_11)]
    assert day_of_newest(clock(16, 30, MAY_12), posts, edited=True) == MAY_12
    assert day_of_newest(clock(16, 30, (2025, 5, 10)), posts, edited=True) is None
    assert day_of_newest(clock(16, 30, MAY_12), posts, edited=False) is None


def test_a_day_without_a_year_is_later_by_the_shorter_way_round():
    assert is_later(Day(None, 1, 2), Day(None, 12, 30))
    assert not is_later(Day(None, 12, 30), Day(2026, 1, 2))
    assert is_later(Day(2026, 1, 1), Day(2025, 12, 31))
    assert not is_later(Day(*MAY_11), Day(*MAY_11))


def once(*posts):
    """Indices of those that stand in their place, and days; each post is its time, headline and text."""
    read = [Post(n, text, headline=headline) for n, (_, headline, text) in enumerate(posts, 1)]
    kept, times = standing_once(read, [time for time, _, _ in posts], [None] * len(posts))
    return kept, [time.day for time in times]


def test_a_post_that_is_listed_or_pinned_over_its_place_stands_once_and_gives_its_day():
    in_place = (clock(9), "Quay closed", "The quay is closed.")
    assert once((clock(9, 0, MAY_11), "Quay closed", ""), (clock(10), "News", "So."), in_place) == ([1, 2], [None, 11])
    assert once((clock(9), None, "Quay closed"), in_place) == ([1], [None])
    assert once((clock(9), "Quay closed", "The quay is closed."), in_place) == ([1], [None])


def test_posts_that_say_something_else_or_are_of_other_days_stand_both():
    in_place = (clock(9, 0, MAY_11), "Quay closed", "The quay is closed.")
    assert once((clock(9), "Quay closed", "It opens at ten."), in_place)[0] == [0, 1]
    assert once((clock(9, 0, MAY_12), "Quay closed", ""), in_place)[0] == [0, 1]
    assert once((clock(9, 30), "Quay closed", ""), in_place)[0] == [0, 1]


def test_a_post_of_the_same_minute_of_another_hour_as_the_first_publication_stands_for_itself():
    lines = ["No trams in Wendham", "5 June 2026 10:31 BST\nFirst published on 5 June 2026 03:29 BST"]
    for hour, headline in (("10:29", "Depot opens"), ("08:54", "Petition"), ("03:29", "Welcome")):
        lines += [f"5 June 2026 {hour} BST\n{headline} to all", "Nobody knows yet when the next tram will leave."]
    posts = read("\n\n".join(lines).encode(), name="x").posts
    assert [post.headline for post in posts] == ["Depot opens to all", "Petition to all", "Welcome to all"]
