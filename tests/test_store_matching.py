"""Which posts of a page read again are the ones already stored, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import assert_linear
from stored_examples import NOON, TEXTS, post, printed

from newsdesk.model import Post, PrintedTime, Revision, Source, SourceKind
from newsdesk.store.addresses import address_key
from newsdesk.store.identity import has_address, may_be_same_minute, post_id, source_id, stable_id, visible_text
from newsdesk.store.matching import match_posts, sharing_a_minute
from newsdesk.store.rereading import goes_on, reread_posts

EDITED = TEXTS[0] + " A spokeswoman adds that the cranes stand still."


def test_the_sources_own_id_comes_first():
    stored = [post(1, TEXTS[0], own_id="a"), post(2, TEXTS[1], own_id="b")]
    assert match_posts(stored, [post(1, "All hands back", own_id="b"), post(2, "Quite other words", own_id="a")]) == [
        1,
        0,
    ]


def test_an_edited_post_is_known_by_its_minute():
    stored = [post(1, TEXTS[0], printed(9, 5)), post(2, TEXTS[1], printed(9, 5))]
    assert match_posts(stored, [post(1, EDITED, printed(9, 5))]) == [0]


def test_another_post_of_the_same_minute_is_another_post():
    stored = [post(1, TEXTS[0], printed(9, 5))]
    assert match_posts(stored, [post(1, TEXTS[1], printed(9, 5))]) == [None]


def test_the_same_minute_of_another_day_is_another_minute():
    half = " ".join(TEXTS[0].split()[:9]) + " but the tugs go out as they always do on any grey day in winter"
    stored = [post(1, TEXTS[0], printed(9, 5, month=3, day=4))]
    assert match_posts(stored, [post(1, half, printed(9, 5, month=3, day=4))]) == [0]
    assert match_posts(stored, [post(1, half, printed(9, 5, month=3, day=5))]) == [None]
    assert match_posts(stored, [post(1, half, printed(9, 5))]) == [None]
    assert match_posts(stored, [post(1, EDITED, printed(9, 5))]) == [0]


@pytest.mark.parametrize(
    ("before", "now", "is_same"),
    [
        ("The strike is over for now.", "The port says that the strike is off for now and that the talks go on", False),
        ("The talks are off.", "The mayor, who is to lead the talks, says that the offers are off the table.", False),
        ("The cranes at the northern quay stand still.", "The cranes at the southern quay stand still.", True),
        (TEXTS[0], EDITED, True),
        (TEXTS[0], TEXTS[0].replace("the harbour office confirms", "the pilots and their union say"), True),
        ("The talks are off.", "The talks are off, the mayor says, and nobody knows when they will go on.", True),
        (
            "Pilots go back.",
            "Update: pilots go back, but for those of the northern quay, who want to vote again.",
            True,
        ),
        ("Cranes stop.", "Cranes stop at the northern quay, and the crews are sent home.", False),
    ],
)
def test_half_of_a_short_post_is_no_edit_where_no_day_is_printed(before, now, is_same):
    expected = [0] if is_same else [None]
    assert match_posts([post(1, before, printed(14, 5))], [post(1, now, printed(14, 5))]) == expected


def test_a_post_that_has_grown_is_the_same_where_the_day_is_printed():
    time = printed(14, 5, month=3, day=4)
    grown = post(1, "The port says that the strike is over for good, and that talks go on.", time)
    assert match_posts([post(1, "The strike is over for now.", time)], [grown]) == [0]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ({"hour": 16, "minute": 3, "zone": "BST", "utc_offset": 60}, {"hour": 15, "minute": 3, "utc_offset": 0}, True),
        ({"hour": 0, "minute": 30, "utc_offset": 60}, {"hour": 23, "minute": 30, "utc_offset": 0}, True),
        ({"hour": 9, "minute": 0, "utc_offset": 330}, {"hour": 22, "minute": 30, "utc_offset": -300}, True),
        ({"hour": 16, "minute": 3, "zone": "BST", "utc_offset": 60}, {"hour": 16, "minute": 3}, True),
        ({"hour": 16, "minute": 3}, {"hour": 16, "minute": 3, "utc_offset": 0}, True),
        ({"hour": 16, "minute": 3, "utc_offset": 60}, {"hour": 16, "minute": 3, "utc_offset": 0}, False),
        ({"hour": 16, "minute": 3, "utc_offset": 60}, {"hour": 15, "minute": 3}, False),
    ],
)
def test_an_edit_is_known_by_its_minute_in_whatever_zone_it_is_printed(one, other, is_same):
    half = " ".join([*TEXTS[0].split()[:12], "say the crews of nine tugs"])
    stored = [post(1, TEXTS[0], PrintedTime("then", **one)), *(post(n, TEXTS[1], printed(15, 3)) for n in range(2, 30))]
    assert match_posts(stored, [post(1, half, PrintedTime("now", **other))]) == [0 if is_same else None]


def test_the_same_words_at_another_time_are_the_same_post():
    stored = [post(1, TEXTS[0], printed(9, 5)), post(2, TEXTS[1])]
    assert match_posts(stored, [post(1, TEXTS[1], printed(9, 9)), post(2, EDITED, printed(9, 6))]) == [1, 0]


def test_short_posts_at_different_times_are_different_posts():
    stored = [post(1, "Cranes stop again.", printed(9, 5))]
    assert match_posts(stored, [post(1, "Cranes stop again.", printed(11, 40))]) == [None]
    assert match_posts(stored, [post(1, "Cranes stop again.")]) == [0]


def test_a_short_post_is_not_found_in_a_long_one():
    stored = [post(1, TEXTS[0], printed(9, 5))]
    assert match_posts(stored, [post(1, "Dockers out", printed(9, 5)), post(2, "The harbour office")]) == [None, None]


def test_posts_with_two_own_ids_need_more():
    stored = [post(1, TEXTS[0], printed(9, 5), own_id="a")]
    assert match_posts(stored, [post(1, EDITED, printed(9, 5), own_id="b")]) == [0]
    assert match_posts(stored, [post(1, TEXTS[0], printed(9, 6), own_id="b")]) == [None]
    assert match_posts(stored, [post(1, TEXTS[0], own_id="b")]) == [None]


def test_equal_posts_are_matched_one_to_one():
    twins = [post(1, "Gate shut.", printed(9, 5)), post(2, "Gate shut.", printed(9, 5))]
    assert match_posts(twins, twins) == [0, 1]
    assert match_posts(twins[:1], twins) == [0, None]
    assert match_posts([], twins) == [None, None]


def test_an_edited_post_is_found_among_many():
    def long_text(number):
        return " ".join(
            f"berth{number * 31 % 97} ship{number * 7 % 89} crew{(number + step) * step % 83}" for step in range(12)
        )

    stored = [post(n, f"{n} {long_text(n)}", printed(9, 5)) for n in range(1, 301)]
    edited = [replace(item, text=item.text + " amended", printed_time=None) for item in reversed(stored)]
    assert match_posts(stored, edited) == list(reversed(range(300)))


def entry(own_id, link, text, *, hour=9):
    return post(1, text, printed(hour, 5), own_id=own_id, link=link)


def test_a_new_id_at_the_same_address_is_the_same_post():
    stored = [
        entry("https://q.example/1#0", "https://q.example/1", TEXTS[0]),
        entry("b", "https://q.example/2", TEXTS[1]),
    ]
    now = [
        entry("c", "https://q.example/2", TEXTS[1]),
        entry("https://q.example/1#1", "http://www.q.example/1/?utm_source=rss", EDITED, hour=11),
    ]
    assert match_posts(stored, now) == [1, 0]


def test_an_address_that_every_day_has_says_nothing():
    stored = [entry("mon", "https://q.example/briefing", TEXTS[0], hour=6)]
    assert match_posts(stored, [entry("tue", "https://q.example/briefing", TEXTS[1], hour=7)]) == [None]


def test_an_address_that_posts_share_says_nothing():
    stored = [entry("a", "https://q.example/live", TEXTS[0])]
    now = [entry("b", "https://q.example/live", EDITED, hour=10), entry("c", "https://q.example/live", TEXTS[2])]
    assert match_posts(stored, now) == [None, None]


def test_an_id_that_all_posts_share_says_nothing():
    stored = [entry("x", None, text, hour=hour) for hour, text in enumerate(TEXTS[:3])]
    now = [entry("x", None, TEXTS[3], hour=7), *stored]
    assert match_posts(stored, now) == [None, 0, 1, 2]


def test_ids_that_number_the_posts_from_the_top_give_way_to_addresses():
    def numbered(which):
        return [entry(str(n), f"https://q.example/{text}", TEXTS[text], hour=text) for n, text in enumerate(which, 1)]

    assert match_posts(numbered([1, 2]), numbered([0, 1, 2])) == [None, 0, 1]


NUMBERS = (1, 2, 4, 5, 7, 8)


def counted(which, *, timed=True, words=TEXTS):
    """Posts whose ids count the blocks of the page from the top, where every third block is no post."""
    return [
        post(n, words[text], printed(9 + text, 5) if timed else None, own_id=f"post-{number}")
        for n, (text, number) in enumerate(zip(which, NUMBERS, strict=False), 1)
    ]


@pytest.mark.parametrize("timed", [True, False])
@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([2, 1, 0], [3, 2, 1, 0], [None, 0, 1, 2]),
        ([1, 0], [3, 2, 1, 0], [None, None, 0, 1]),
        ([3, 2, 1, 0], [2, 1, 0], [1, 2, 3]),
        ([3, 2, 1, 0], [3, 2, 0], [0, 1, 3]),
        ([2, 0], [2, 1, 0], [0, None, 1]),
    ],
)
def test_ids_that_number_the_posts_of_a_page_give_way_to_their_words(before, now, expected, timed):
    assert match_posts(counted(before, timed=timed), counted(now, timed=timed)) == expected


def test_an_edit_moves_on_with_its_words_where_ids_number_the_posts():
    words = [EDITED, *TEXTS[1:]]
    assert match_posts(counted([2, 1, 0]), counted([3, 2, 1, 0], words=words)) == [None, 0, 1, 2]


@pytest.mark.parametrize("timed", [True, False])
def test_no_post_is_doubled_from_state_to_state_where_ids_number_them(timed):
    stored = counted([1, 0], timed=timed)
    for which in ([2, 1, 0], [3, 2, 1, 0], [3, 2, 1], [3, 2, 1, 0]):
        reread = reread_posts(stored, counted(which, timed=timed))
        assert not reread.edited
        stored = sorted([*stored, *reread.new], key=lambda one: one.n)
    assert [one.text for one in stored] == [*reversed(TEXTS)]


def test_ids_that_number_the_posts_join_no_two_of_other_times_and_words():
    assert match_posts(counted([1, 0]), counted([3, 2])) == [None, None]


@pytest.mark.parametrize("own_id", ["block-68a1f0c2", "https://q.example/?p=7", "live-108854"])
def test_an_id_that_numbers_nothing_holds_a_post_that_is_written_anew(own_id):
    stored = [post(1, TEXTS[0], printed(9, 5), own_id="other"), post(2, TEXTS[1], printed(9, 9), own_id=own_id)]
    now = [post(1, TEXTS[2], printed(10, 5), own_id=own_id), replace(stored[0], n=2)]
    assert match_posts(stored, now) == [1, 0]


def test_a_number_holds_a_post_that_is_written_anew_at_its_minute():
    stored = [post(1, TEXTS[0], printed(9, 5), own_id="1"), post(2, TEXTS[1], printed(9, 9), own_id="2")]
    now = [stored[0], post(2, TEXTS[2], printed(9, 9), own_id="2")]
    assert match_posts(stored, now) == [0, 1]


def test_an_id_holds_when_a_new_post_takes_over_the_address():
    """As where the newest day of a live page always stands at one address."""
    stored = [entry("mon", "https://q.example/live", TEXTS[0])]
    now = [
        entry("tue", "https://q.example/live", TEXTS[1]),
        entry("mon", "https://q.example/monday", "All quiet, and over."),
    ]
    assert match_posts(stored, now) == [None, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.q.example/a", "http://q.example/a/"),
        ("https://Q.example:443/a?b=1&utm_source=x&at_medium=RSS", "https://q.example/a?b=1"),
        ("https://q.example/a?partner=rss&emc=rss", "https://q.example/a"),
        ("https://q.example/a?c=2&b=1", "https://q.example/a?b=1&c=2"),
        ("https://q.example/a#xtor=RSS-1", "https://q.example/a"),
        ("https://q.example", "https://q.example/"),
    ],
)
def test_addresses_of_one_page(one, other):
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://q.example/a", "https://q.example/b"),
        ("https://q.example/a", "https://q.example/A"),
        ("https://q.example/a?id=1", "https://q.example/a?id=2"),
        ("https://q.example/a?from=Norden", "https://q.example/a"),
        ("https://q.example/live#post-1", "https://q.example/live#post-2"),
        ("urn:q:1", "urn:q:1/"),
    ],
)
def test_addresses_of_two_pages(one, other):
    assert address_key(one) != address_key(other)


@given(st.from_regex(r"[a-c][a-c./?&=#:]{0,20}", fullmatch=True))
def test_scheme_and_www_tell_no_pages_apart(rest):
    assert address_key(f"http://www.{rest}") == address_key(f"https://{rest}")


@given(st.text())
def test_what_is_no_address_is_its_own_key(text):
    assert address_key(f"urn:{text}") == f"urn:{text}"


words = st.lists(st.sampled_from(["quay", "dock", "ship", "crew", "tide", "crane", "rope"]), max_size=8).map(" ".join)
some_posts = st.lists(
    st.builds(
        Post,
        n=st.integers(-5, 5),
        text=words,
        headline=st.none() | words,
        printed_time=st.none() | st.builds(printed, st.integers(0, 1), st.integers(0, 1)),
        own_id=st.none() | st.sampled_from("abc"),
    ),
    max_size=8,
)


@given(some_posts, some_posts)
def test_no_stored_post_is_found_twice_and_none_is_lost(stored, incoming):
    found = match_posts(stored, incoming)
    taken = [index for index in found if index is not None]
    assert len(found) == len(incoming)
    assert len(set(taken)) == len(taken)
    assert set(taken) <= set(range(len(stored)))
    reread = reread_posts(stored, incoming)
    assert len(reread.new) + len(reread.edited) + reread.same == len(incoming)


@given(some_posts)
def test_the_same_page_again_is_all_known(stored):
    reread = reread_posts(stored, stored)
    assert (reread.new, reread.edited, reread.same) == ((), (), len(stored))


def test_newer_posts_count_down_from_the_first_and_older_ones_up_from_the_last():
    stored = [post(n, text, printed(12 - n, 0)) for n, text in enumerate(TEXTS[:2], 1)]
    page = [post(1, TEXTS[2]), post(2, "Fog horns all night"), *stored, post(5, TEXTS[3])]
    assert [(item.text, item.n) for item in reread_posts(stored, page).new] == [
        (TEXTS[2], -1),
        ("Fog horns all night", 0),
        (TEXTS[3], 3),
    ]


def test_posts_in_between_share_the_gap_or_the_place_before_it():
    first, last = post(1, TEXTS[0]), post(3, TEXTS[1])
    page = [first, post(2, TEXTS[2]), post(3, TEXTS[3]), last]
    assert [item.n for item in reread_posts([first, last], page).new] == [2, 2]
    reversed_page = [last, post(2, TEXTS[2]), first]
    assert [item.n for item in reread_posts([first, last], reversed_page).new] == [0]


@pytest.mark.parametrize("timed", [True, False])
def test_new_posts_below_one_that_moved_to_the_top_stand_before_the_others(timed):
    def at(n, text, hour):
        return post(n, text, printed(hour, 0) if timed else None)

    stored = [at(n, text, 12 - n) for n, text in enumerate(TEXTS, 1)]
    page = [stored[3], at(2, "Fog horns all night", 14), at(3, "The tide turns at noon", 13), *stored[:3]]
    assert [item.n for item in reread_posts(stored, page).new] == [-1, 0]


def test_new_posts_below_one_that_is_held_on_top_stand_before_those_that_came_before_them():
    held, *old = [post(n, text, printed(hour, 0)) for n, text, hour in zip((1, 2, 3), TEXTS, (6, 8, 7), strict=False)]
    stored, names = [held, *old], [TEXTS[0], TEXTS[1], TEXTS[2]]
    shown = old
    for hour, words in ((9, ("Fog horns all night", "The gate is shut")), (10, ("No boat is out", "All quiet again"))):
        new = [post(0, text, printed(hour, 30 - n)) for n, text in enumerate(words)]
        shown = [*new, *shown]
        stored = sorted([*stored, *reread_posts(stored, [held, *shown]).new], key=lambda one: one.n)
        names = [*words, *names]
        assert [one.text for one in stored] == names


def test_a_post_that_is_told_late_shares_the_gap():
    stored = [post(n, text, printed(12 - n, 0)) for n, text in enumerate(TEXTS, 1)]
    late = post(3, "Fog horns all night", printed(10, 0))
    assert [item.n for item in reread_posts(stored, [*stored[:2], late, *stored[2:]]).new] == [2]


def test_on_a_page_that_begins_with_the_oldest_no_post_is_held_on_top():
    stored = [post(n, text, printed(8 + n, 0)) for n, text in enumerate(TEXTS, 1)]
    page = [stored[0], post(2, "Fog horns all night", printed(9, 30)), *stored[1:], post(6, "Noon.", printed(13, 0))]
    assert [item.n for item in reread_posts(stored, page).new] == [1, 5]


def test_an_edited_post_keeps_its_identity_and_its_time():
    before = post(4, TEXTS[0], printed(9, 5), id=70, source_id=7, own_id="a")
    now = post(1, EDITED, printed(9, 30), own_id="a", label="Update")
    edited = post(4, EDITED, printed(9, 5), id=70, source_id=7, own_id="a", label="Update")
    assert reread_posts([before], [now], NOON).edited == (replace(edited, revisions=(Revision(None, TEXTS[0], NOON),)),)


@pytest.mark.parametrize(
    ("bst", "utc", "is_same"),
    [
        ((2026, 6, 1), (2026, 5, 31), True),
        ((2026, 6, 2), (2026, 6, 1), True),
        ((2026, 1, 1), (2025, 12, 31), True),
        ((None, 1, 1), (2025, 12, 31), True),
        ((None, 6, 1), (None, 5, 31), True),
        ((None, 3, 1), (None, 2, 28), True),
        ((None, 3, 1), (None, 2, 29), True),
        ((2024, 3, 1), (2024, 2, 29), True),
        ((None, None, None), (2026, 5, 31), True),
        ((2026, 6, 1), (None, None, None), True),
        ((2024, 3, 1), (2024, 2, 28), False),
        ((2026, 6, 1), (2026, 5, 15), False),
        ((2026, 6, 1), (2026, 5, 30), False),
        ((2026, 6, 1), (2026, 6, 1), False),
        ((2026, 7, 2), (2026, 6, 1), False),
        ((2026, 1, 1), (2026, 12, 31), False),
        ((2026, 2, 1), (2026, 2, 31), False),
    ],
)
def test_over_midnight_the_days_of_two_zones_are_compared(bst, utc, is_same):
    """00:30 in a zone an hour east of UTC, and 23:30 UTC."""
    east = PrintedTime("", *bst, hour=0, minute=30, utc_offset=60)
    there = PrintedTime("", *utc, hour=23, minute=30, utc_offset=0)
    assert may_be_same_minute(east, there) is is_same
    assert may_be_same_minute(there, east) is is_same


CLOCK = PrintedTime("9.05", hour=9, minute=5)


@pytest.mark.parametrize("text", [TEXTS[0], EDITED])
@pytest.mark.parametrize(
    ("stored", "now", "expected"),
    [
        (CLOCK, replace(CLOCK, month=3, day=4), "now"),
        (replace(CLOCK, month=3, day=4), replace(CLOCK, year=2031, month=3, day=4), "now"),
        (CLOCK, replace(CLOCK, zone="GMT", utc_offset=0), "now"),
        (None, CLOCK, "now"),
        (replace(CLOCK, month=3, day=4), CLOCK, "stored"),
        (replace(CLOCK, month=3, day=4), replace(CLOCK, year=2031, month=3, day=5), "stored"),
        (CLOCK, replace(CLOCK, month=3, day=4, minute=6), "stored"),
        (CLOCK, replace(CLOCK, text="9.05 am"), "stored"),
        (CLOCK, None, "stored"),
    ],
)
def test_a_printed_time_becomes_fuller_and_no_other_one(text, stored, now, expected):
    before = post(1, TEXTS[0], stored, id=7, own_id="a")
    reread = reread_posts([before], [post(1, text, now, own_id="a")], NOON)
    (after,) = [one.printed_time for one in (*reread.edited, *reread.moved)] or [stored]
    assert after == {"stored": stored, "now": now}[expected]


def test_white_space_and_composed_letters_are_no_edit():
    before = post(1, "Café  am\n\nKai", printed(9, 5))
    assert reread_posts([before], [post(1, "Cafe\u0301 am Kai", printed(9, 5))]).same == 1
    assert visible_text(before) == "Café am Kai"


@pytest.mark.parametrize(
    ("now", "edited"),
    [
        ("Kai , who sails “ today ” - says: it is dry .", 0),
        ("Kai, who sails “today”-says: it is dry.", 0),
        ("Kai, who sails “to day” - says: it is dry.", 1),
        ("Kai, who sails “today” - says: it is wet.", 1),
        ("Kai, who sails “today” - says it is dry.", 1),
    ],
)
def test_a_space_beside_a_mark_is_no_edit_and_one_between_words_is(now, edited):
    before = post(1, "Kai, who sails “today” - says: it is dry.", printed(9, 5))
    assert len(reread_posts([before], [post(1, now, printed(9, 5))]).edited) == edited


def test_a_paste_goes_on_when_it_shares_a_fifth():
    old = [post(n, text, printed(9, n)) for n, text in enumerate(TEXTS, 1)]
    new = [post(n, f"{n} more boats, {'far out ' * n}", printed(11, n)) for n in range(1, 6)]
    assert goes_on(old, [*new, old[0]])
    assert not goes_on(old, new)
    assert not goes_on([], new)
    assert not goes_on([*old, *(post(n, f"{'x' * n} {n}") for n in range(20))], [*new, *new, old[0]])


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("/home/ann/page.txt", True),
        ("C:\\pages\\page.txt", True),
        ("https://example.org/live", True),
        ("pasted text", False),
        ("", False),
    ],
)
def test_what_an_address_is(origin, expected):
    assert has_address(Source(SourceKind.FEED, origin)) is expected


def test_ids_stay_the_same_in_every_version():
    """They are made once and stand in the users' files; so is what they are made of fixed."""
    free = set().__contains__
    source = Source(SourceKind.FEED, "https://example.org/live", content_hash="ab")
    pasted = Source(SourceKind.FEED, "pasted text", content_hash="ab")
    assert source_id(source, free) == 365357777788103507
    assert source_id(pasted, free) == 2729998165756085631
    assert post_id(5, post(1, "Fog", own_id="x"), free) == 1360492515878125471
    assert post_id(5, post(1, "Fog", printed(9, 5)), free) == 6644732876937447664


def test_an_inferred_year_is_no_part_of_an_id():
    free = set().__contains__
    assert post_id(5, post(1, "Fog", printed(9, 5, year=2031)), free) == post_id(5, post(8, "Fog", printed(9, 5)), free)


def test_a_taken_id_gives_way():
    first = stable_id("post", "5", "own", "x")
    second = post_id(5, post(1, "Fog", own_id="x"), {first}.__contains__)
    assert second != first
    assert post_id(5, post(1, "Fog", own_id="x"), {first, second}.__contains__) not in {first, second}


@given(st.lists(st.text(st.characters(), max_size=5), max_size=3))
def test_an_id_has_63_bits(parts):
    assert 0 < stable_id(*parts) < 2**63


def test_where_one_part_ends_matters():
    assert stable_id("ab", "c") != stable_id("a", "bc")


def test_a_long_feed_is_matched_in_linear_time():
    def work(count):
        stored = [entry(f"q:{n}", f"https://q.example/{n}", f"{TEXTS[n % 4]} {n}", hour=n % 24) for n in range(count)]
        edited = [replace(item, text=item.text + " Amended.") for item in stored]
        assert match_posts(stored, edited) == list(range(count))

    assert_linear(work, 200)


# -- rewritten below a headline that stays ----------------------------------------------------------------------------

OLD = "The council will vote at six on Monday after a long and bitter debate about tolls."
NEW = "Engineers found three more cracks this morning; nobody may cross before Friday."


def test_what_is_rewritten_below_its_headline_at_its_minute_is_the_same_post():
    stored = [post(1, OLD, printed(7, 0), headline="Bridge to close"), post(2, "The rain has stopped.", printed(6, 30))]
    rewritten = [
        post(1, NEW, printed(7, 0), headline="Bridge to close"),
        post(2, "The rain has stopped.", printed(6, 30)),
    ]
    assert match_posts(stored, rewritten) == [0, 1]
    assert match_posts(stored, [post(1, NEW, printed(7, 1), headline="Bridge to close")]) == [None]
    assert match_posts(stored, [post(1, NEW, printed(7, 0), headline="Bridge to open")]) == [None]
    assert match_posts(stored, [post(1, NEW, printed(7, 0))]) == [None]


def test_a_headline_that_several_posts_of_a_minute_have_tells_none_of_them():
    stored = [
        post(1, OLD, printed(7, 0), headline="Analysis"),
        post(2, "The rain has stopped.", printed(7, 0), headline="Analysis"),
    ]
    assert match_posts(stored, [post(1, NEW, printed(7, 0), headline="Analysis")]) == [None]


def test_two_own_ids_tell_apart_what_has_one_headline():
    stored = [post(1, OLD, printed(7, 0), headline="Bridge to close", own_id="story-a")]
    assert match_posts(stored, [post(1, NEW, printed(7, 0), headline="Bridge to close", own_id="story-b")]) == [None]


def test_an_article_has_the_time_of_its_source():
    stored, rewritten = [post(1, OLD, headline="Morning briefing")], [post(1, NEW, headline="Morning briefing")]
    day, next_day = PrintedTime("26 May", 2025, 5, 26), PrintedTime("27 May", 2025, 5, 27)
    assert match_posts(stored, rewritten, (day, day)) == [0]
    assert match_posts(stored, rewritten, (day, next_day)) == [None]
    assert match_posts(stored, rewritten, (day, None)) == [None]
    assert match_posts(stored, rewritten) == [None]
    seven, nine = (printed(hour, 0, month=5, day=26) for hour in (7, 9))
    assert match_posts(stored, rewritten, (seven, seven)) == [0]
    assert match_posts(stored, rewritten, (seven, nine)) == [None]
    assert match_posts(stored, rewritten, (printed(7, 0), printed(7, 0))) == [None], "of which day?"


def test_a_headline_that_each_day_has_at_its_hour_makes_no_edit_of_the_day_before():
    today = [
        post(1, "The talks began in the granary.", printed(8, 40)),
        post(2, NEW, printed(7, 0), headline="Morning"),
    ]
    before = [
        post(1, "The ferries wait at the quay for the wind to drop.", printed(9, 30)),
        post(2, "Trains run as on other mornings, their owner says.", printed(8, 10)),
        post(3, OLD, printed(7, 0), headline="Morning"),
    ]
    assert match_posts(before, [*today, *before[:2]]) == [None, None, 0, 1]
    assert match_posts(before, today) == [None, None]
    rewritten = post(3, NEW, printed(7, 0), headline="Morning")
    assert match_posts(before, [*before[:2], rewritten]) == [0, 1, 2]
    assert match_posts(before, [today[0], *before[:2], rewritten]) == [None, 0, 1, 2]
    dated = [replace(one, printed_time=printed(7, 0, month=5, day=26)) for one in (before[2], rewritten)]
    assert match_posts([*before[:2], dated[0]], [dated[1], today[0]]) == [2, None]


_TIMES = st.none() | st.builds(
    PrintedTime,
    st.just("then"),
    st.none() | st.just(2025),
    st.none() | st.just(5),
    st.none() | st.sampled_from([11, 12]),
    st.none() | st.sampled_from([0, 9, 10, 23]),
    st.none() | st.sampled_from([0, 5]),
    utc_offset=st.none() | st.sampled_from([0, 60, -60]),
)
_POSTS = st.lists(_TIMES, max_size=6).map(lambda times: [post(n, TEXTS[0], time) for n, time in enumerate(times)])


@given(_POSTS, _POSTS)
def test_posts_that_may_be_of_a_stored_ones_minute_are_counted_without_comparing_them_all(stored, incoming):
    each = [any(may_be_same_minute(one.printed_time, other.printed_time) for other in stored) for one in incoming]
    assert sharing_a_minute(stored, incoming) == sum(each)


def test_two_files_that_share_no_minutes_are_not_compared_word_by_word(monkeypatch):
    stored = [post(n, TEXTS[n % 2], printed(9, n)) for n in range(50)]
    shown = [post(n, TEXTS[n % 2], printed(14, n)) for n in range(3)]
    compared = []
    monkeypatch.setattr(
        "newsdesk.store.rereading.match_posts", lambda *posts: compared.append(posts) or match_posts(*posts)
    )
    assert not goes_on(stored, shown, 2)
    assert compared == []
    assert goes_on(stored, [*shown, *stored[:3]], 2)
    assert len(compared) == 1
