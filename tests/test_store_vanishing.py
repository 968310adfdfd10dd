"""Which posts a page no longer has, told from pages that show only their newest posts and from older copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import assert_linear
from stored_examples import NOON, page, post, printed

from newsdesk.model import Counts, Post, SourceKind
from newsdesk.store import Store
from newsdesk.store.rereading import reread_posts
from newsdesk.store.vanishing import vanished

NAMES = "abcdefghijklmnop"
"""Each letter is a post; on a page they stand from the newest to the oldest, as letters run."""


def a_post(letter: str, **more) -> Post:
    """A post of its own words; a later letter is half an hour older."""
    words = " ".join(f"{letter}{number}" for number in range(10))
    minutes = 20 * 60 - 30 * NAMES.index(letter)
    return post(1, words, printed(*divmod(minutes, 60)), **more)


def pages(letters: str) -> list[Post]:
    return [replace(a_post(letter), n=n, id=ord(letter)) for n, letter in enumerate(letters, 1)]


def gone(stored: str, now: str) -> str:
    return "".join(
        sorted(chr(item.id) for item in reread_posts(pages(stored), pages(now), NOON, shown_before=len(stored)).gone)
    )


@pytest.mark.parametrize(
    ("stored", "now", "expected"),
    [
        ("cdefg", "cdfg", "e"),
        ("cdefg", "bcdfg", "e"),
        ("def", "abcef", "d"),  # the newest one, when newer ones have come
        ("cdef", "cef", "d"),
        ("cdefgh", "cfgh", "de"),
        ("cdefghi", "bdfhi", "ceg"),
        ("cdefghijkl", "cdefghkl", "ij"),  # the page became shorter
        ("cdefghijk", "abcdeghjk", "f"),  # so many old ones stand at no page's foot; i may have made room
    ],
)
def test_a_post_between_others_that_are_still_there_is_gone(stored, now, expected):
    assert gone(stored, now) == expected


@pytest.mark.parametrize(
    ("stored", "now"),
    [
        ("cdefgh", "abcde"),  # the old end: the page shows its newest five
        ("cdefgh", "ab"),
        ("cdefgh", "abc"),
        ("abcdef", "cdef"),  # an older copy
        ("abcdef", "cdf"),  # an older copy, of before e was told
        ("abcdef", "bcdef"),  # or the newest one was taken back: it looks the same
        ("cdefghi", "abcdi"),  # the newest ones, and the one that it began with
        ("cdefghi", "bcdefgi"),  # the same, where one has dropped off
        ("cdef", "bcdf"),
        ("cdefghij", "bcdefhij"),  # the newest ones, and three that stand at the foot
        ("cdefghijk", "abcdejk"),
        ("cdef", "cdef"),
        ("cdef", ""),
        ("", "cdef"),
    ],
)
def test_a_page_that_shows_less_does_not_say_that_a_post_is_gone(stored, now):
    assert gone(stored, now) == ""


def test_a_post_that_was_held_on_top_has_dropped_off_when_it_is_older_than_what_is_left():
    assert gone("pcdef", "abcde") == ""


def test_what_stands_below_in_the_same_minute_may_be_newer_and_shows_nothing():
    """As where a post was held on top when it was new, and drops off first of its minute."""

    def of_one_minute(letters):
        return [replace(item, printed_time=printed(9, 0)) if item.id > ord("c") else item for item in pages(letters)]

    assert not reread_posts(of_one_minute("bcdef"), of_one_minute("abcef"), NOON).gone


def test_an_old_post_that_is_held_on_top_now_shows_nothing_of_what_stands_between():
    assert gone("cdefghij", "jabcde") == ""


def test_an_older_copy_with_an_old_post_on_top_is_an_older_copy():
    assert gone("abcdef", "mcdf") == ""


def test_pages_that_begin_with_the_oldest_lose_their_old_end_at_the_top():
    assert gone("hgfedc", "fedcba") == ""
    assert gone("hgfedc", "hgedcb") == "f"


@pytest.mark.parametrize(("stored", "now"), [("fcjdlgekhi", "cfbjlaghdi"), ("fgckdejhil", "gcjbekialh")])
def test_a_feed_that_does_not_go_by_time_leaves_out_posts_anywhere(stored, now):
    assert gone(stored, now) == ""


@pytest.mark.parametrize("now", ["ibcdfg", "bcdfgp"])
def test_one_post_that_is_held_out_of_its_place_leaves_the_others_by_time(now):
    assert gone("cdefg", now) == "e"


def test_what_drops_off_before_the_first_post_of_a_page_is_never_gone(tmp_path):
    """The page shows its newest five posts and, at the foot, the one that it began with."""
    with Store.open(tmp_path / "s.jsonl") as store:
        for start in range(9, -1, -1):
            assert store.add(*page(*pages(f"{NAMES[start : start + 5]}p"))).counts.gone == 0
        assert len(store.load().posts) == 15


def test_what_is_gone_already_counts_with_what_is_missing_beside_it(tmp_path):
    with Store.open(tmp_path / "s.jsonl") as store:
        store.add(*page(*pages("cdefgh")))
        assert [one.text[0] for one in store.add(*page(*pages("bcdegh"))).gone] == ["f"]
        assert store.add(*page(*pages("abcdgh"))).counts.gone == 1
        assert store.add(*page(*pages("abcgh"))).counts.gone == 0


def test_what_has_made_room_for_newer_posts_over_a_few_old_ones_is_never_gone(tmp_path):
    """The page shows its newest five posts and, at the foot, three of those that it began with."""
    with Store.open(tmp_path / "s.jsonl") as store:
        for start in (7, 6, 6, 4, 3, 0):
            source, posts = page(*pages(f"{NAMES[start : start + 5]}nop"))
            assert store.add(source, posts).counts.gone == 0
            assert store.add(replace(source, content_hash=str(start)), posts).counts.gone == 0
        assert len(store.load().posts) == 15


def test_a_followed_page_that_shows_less_tells_from_then_on_by_that_what_is_gone(tmp_path):
    with Store.open(tmp_path / "s.jsonl") as store:
        for letters in ("cdefghijkl", "cdefghij", "bcdefhij"):
            assert store.add(*page(*pages(letters), origin="https://harbour.example/live")).counts.gone == 0


def test_without_times_the_order_decides():
    def untimed(letters):
        return [replace(item, printed_time=None) for item in pages(letters)]

    def left(stored, now):
        return "".join(chr(one.id) for one in reread_posts(untimed(stored), untimed(now), NOON).gone)

    assert left("cdefg", "abcdfg") == "e"
    assert left("cdef", "abcdf") == ""
    assert left("cdef", "abcd") == ""
    assert left("cdef", "def") == ""


def test_what_was_seen_to_vanish_keeps_its_moment_and_stands_again_when_it_is_back(tmp_path):
    def texts(which):
        return {item.text[0]: item.gone for item in which}

    with Store.open(tmp_path / "s.jsonl") as store:
        store.add(*page(*pages("cdefg")))
        source, posts = page(*pages("bcdfg"))
        first = store.add(source, posts)
        assert (first.counts, texts(first.gone)) == (Counts(new=1, same=4, gone=1), {"e": NOON})
        later = NOON.replace(hour=14)
        source, posts = page(*pages("abcdfg"))
        assert store.add(replace(source, read_at=later), posts).counts == Counts(new=1, same=5)
        assert texts(store.load().posts) == dict.fromkeys("abcdfg") | {"e": NOON}
        source, posts = page(*pages("abcdefg"))
        assert store.add(replace(source, read_at=later), posts).counts == Counts(same=7, back=1)
        assert texts(store.load().posts) == dict.fromkeys("abcdefg")


def test_an_older_copy_under_another_name_brings_no_post_back(tmp_path):
    with Store.open(tmp_path / "s.jsonl") as store:
        store.add(*page(*pages("cdefg")))
        store.add(*page(*pages("bcdfg")))
        assert store.add(*page(*pages("cdefgh"), origin="/saved/older.txt")).counts == Counts(new=1, same=5)
        assert [item.text[0] for item in store.load().posts if item.gone] == ["e"]


def test_a_feed_whose_old_entries_drop_off_loses_none(tmp_path):
    with Store.open(tmp_path / "s.jsonl") as store:
        for letters in ("klmnop", "hijklm", "cdefgh", "abcdef"):
            source, posts = page(*(replace(item, own_id=chr(item.id)) for item in pages(letters)))
            added = store.add(replace(source, kind=SourceKind.FEED), posts)
            assert added.counts.gone == 0
        assert len(store.load().posts) == 16


letters = st.lists(st.sampled_from(NAMES), unique=True).map(sorted).map("".join)
edits = st.sampled_from(["", " amended", "  \n ", " amended twice"])


@st.composite
def states(draw):
    """A state of the page: some of its posts in their order, each in one of its wordings."""
    return [
        replace(item, n=n, id=0, text=item.text + draw(edits), headline=draw(st.sampled_from([None, "“Out”", '"Out"'])))
        for n, item in enumerate(pages(draw(letters)), 1)
    ]


@given(states(), states())
def test_two_states_read_in_turn_add_nothing_after_the_first_two(tmp_path_factory, one, other):
    """Nothing is doubled, ids stay, what stands on the page is never gone, and a revision is an edit that can be seen."""
    path = tmp_path_factory.mktemp("states") / "s.jsonl"
    with Store.open(path) as store:
        for round_number in range(3):
            for state in (one, other):
                before = {item.id: item for item in store.load().posts}
                added = store.add(*page(*state))
                after = {item.id: item for item in store.load().posts}
                assert added.counts.new + added.counts.edited + added.counts.same == len(state)
                assert before.keys() <= after.keys()
                assert len({item.text[:2] for item in after.values()}) == len(after)
                assert not round_number or not added.new
                shown = {item.text[:2] for item in state}
                assert not any(item.gone for item in after.values() if item.text[:2] in shown)
                grown = [doc_id for doc_id in before if before[doc_id].revisions != after[doc_id].revisions]
                assert len(grown) == added.counts.edited
                for doc_id in grown:
                    assert after[doc_id].revisions[:-1] == before[doc_id].revisions
                    assert after[doc_id].revisions[-1].text == before[doc_id].text
                    assert words(after[doc_id]) != words(before[doc_id])


def words(item):
    return f"{item.headline or ''} {item.text}".translate(str.maketrans("“”", '""')).split()


@given(letters, letters)
def test_the_oldest_ends_are_never_gone(stored, now):
    """What is older than everything that the page still shows has dropped off, however much of it there is."""
    left = gone(stored, now)
    shown = [letter for letter in now if letter in stored]
    assert not left or max(left) < max(shown)
    assert not set(left) & set(now)


def test_a_page_of_which_much_is_gone_is_compared_in_linear_time():
    def work(count):
        times = (NOON - timedelta(minutes=n) for n in range(count))
        stored = [
            post(n, str(n), printed(time.hour, time.minute, year=time.year, month=time.month, day=time.day), id=n)
            for n, time in enumerate(times)
        ]
        found = [*range(count // 4), *range(count // 2, count)]
        assert len(vanished(stored, [stored[index] for index in found], found)) == count // 4

    assert_linear(work, 1_000)
