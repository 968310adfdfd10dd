"""Which posts of a source read again are the ones already stored. Pure; near-linear in the number of posts.

The rule, from what real live pages do (they keep block ids, edit texts, leave out titles, share minutes):

1. the source's own id, where it stands once in either state (some feeds give all entries one);
2. else the same address, where no other post has it, and the same minute or half of the words: a feed may give new ids to
   old entries, but one that has the same address for each day's entry says by it nothing;
3. else the same words and the same time as printed, or the words that the post had before an edit;
4. else the same minute, whatever the zone in which it is printed, and at least half of the words of the shorter one,
   or, where not both print their day, of the longer one;
5. else nine tenths of the words, whatever the time;
6. else the same headline at the same minute, or, where no hour is printed, on the same day: all below it was rewritten.
   Where not both print their day, it must stand in its place beside a post that is known.

Each stored post is found at most once, by the best pair first. Few words prove little, so short posts need all of them,
and posts with two different own ids need the same minute and nine tenths. An own id in other words gives way where those of
either post stand in another one, or its address does: some pages number their posts from the top, and the next state gives each
number to another post. Such an id says nothing then; nor do all ids of a page that names its posts in another way since;
nor does one that stands twice, nor a short number at another time in other words. Ids and addresses are compared without what publishers change while the page stays the same, see `addresses`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from zlib import crc32

from newsdesk.model import Post, PrintedTime
from newsdesk.store.addresses import address_key
from newsdesk.store.identity import is_same_bare_day, may_be_same_minute, wording, words_of

SAME_MINUTE_SHARE = 0.5
ANY_TIME_SHARE = 0.9
_FEW_WORDS_SAME_MINUTE = 3
_FEW_WORDS_ANY_TIME = 8
_FEW_WORDS_RENAMED = 12
"""Words under which a post is short; of one under an id given out anew half of them tell nothing."""
_SKETCH = 16
"""Word pairs that stand for a post when it is looked for among many."""
_LONGEST_LIST = 64
_CANDIDATES = 16
"""Bounds on what is compared for one post, so that a page of equal posts costs no more than another."""
_FEWEST_RENAMED = 3
"""Posts in the same words under other ids that show that the page has given all of them new ones."""
_COUNTED = re.compile(r"[A-Za-z_ -]{0,40}\d{1,5}")
"""An own id that may be a place in the page."""


Times = tuple[PrintedTime | None, PrintedTime | None]
"""What the source printed of its time, as it is stored and as it was read: an article prints no other."""


def match_posts(stored: Sequence[Post], incoming: Sequence[Post], times: Times = (None, None)) -> list[int | None]:
    """For each incoming post the index of the stored one that it is, or None for a new one."""
    return _Matching(stored, incoming, times).run()


def sharing_a_minute(stored: Sequence[Post], incoming: Sequence[Post]) -> int:
    """How many incoming posts may be of the minute of a stored one: no more than so many can be found with the same minute."""
    by_minute: defaultdict[_Minute, list[PrintedTime | None]] = defaultdict(list)
    for post in stored:
        for minute in _minutes(post.printed_time):
            by_minute[minute].append(post.printed_time)

    def shares(time: PrintedTime | None) -> bool:
        there = [by_minute.get(minute, []) for minute in _minutes(time)]
        return any(
            len(times) > _LONGEST_LIST or any(may_be_same_minute(time, other) for other in times) for times in there
        )

    return sum(shares(post.printed_time) for post in incoming)


class _Matching:
    """One run of the rule; what is taken is gone for the later steps."""

    def __init__(self, stored: Sequence[Post], incoming: Sequence[Post], times: Times) -> None:
        self._stored = stored
        self._incoming = incoming
        self._times = times
        self._found: list[int | None] = [None] * len(incoming)
        self._free = dict.fromkeys(range(len(stored)))
        """Indexes of stored posts that are not found yet, in order."""
        self._wordings: dict[int, str] = {}
        self._words: dict[int, _Words] = {}
        self._new_words: dict[int, _Words] = {}
        self._own_ids = _by_key(stored, _own_key)
        self._new_own_ids = _by_key(incoming, _own_key)
        self._moved_ids_of_new: set[int] = set()
        self._moved_ids_of_stored: set[int] = set()
        """Posts whose own ids were another one's in the other state of the page."""
        self._are_renamed = False
        """The page has given other ids to all its posts."""

    def run(self) -> list[int | None]:
        self._by_own_id_and_address()
        self._by_equal_text()
        self._by_earlier_wording()
        self._are_renamed = self._have_new_ids()
        self._by_minute()
        self._by_words()
        self._by_headline()
        return self._found

    def _open(self) -> list[int]:
        return [number for number, found in enumerate(self._found) if found is None]

    def _take(self, number: int, index: int) -> None:
        self._found[number] = index
        self._free.pop(index, None)

    def _by_own_id_and_address(self) -> None:
        by_address = _pairs(_by_key(self._stored, _address), _by_key(self._incoming, _address))
        by_own_id = _pairs(self._own_ids, self._new_own_ids)
        for number, index in by_own_id.items():
            post, other = self._incoming[number], self._stored[index]
            unchanged = (post.headline, post.text) == (other.headline, other.text)
            if unchanged or self._is_told_by_words(number, index):
                self._take(number, index)
        self._take_unless_ids_moved([pair for pair in by_own_id.items() if pair[1] in self._free], by_address)
        for number, index in by_address.items():
            if self._found[number] is None and index in self._free:
                times = self._incoming[number].printed_time, self._stored[index].printed_time
                if may_be_same_minute(*times) or self._alike(number, index):
                    self._take(number, index)

    def _take_unless_ids_moved(self, pairs: Sequence[tuple[int, int]], by_address: Mapping[int, int]) -> None:
        """Pairs of one own id in other words, but for ids that another post has now: its words, or its address, tell that."""
        if not pairs:
            return
        has_address_of = {index: number for number, index in by_address.items()}
        stored = _SketchIndex((index, self._words_of(index)) for index in self._free)
        incoming = _SketchIndex((number, self._new_words_of(number)) for number in self._open())
        stays: list[tuple[int, int]] = []
        for number, index in pairs:
            same_words = [(number, other) for other in stored.nearest(self._new_words_of(number))]
            same_words += [(other, index) for other in incoming.nearest(self._words_of(index))]
            same_address = {(has_address_of.get(index, number), index), (number, by_address.get(number, index))}
            same_address.discard((number, index))
            moved = any(pair != (number, index) and self._is_told_by_words(*pair) for pair in same_words)
            if not self._alike(number, index):
                moved = moved or any(self._alike(*pair) for pair in same_address) or self._may_count(number, index)
            if moved:
                self._moved_ids_of_new.add(number)
                self._moved_ids_of_stored.add(index)
            else:
                stays.append((number, index))
        for number, index in stays:
            self._take(number, index)

    def _is_told_by_words(self, number: int, index: int) -> bool:
        """Whether words and time say without any id that these are one post."""
        words, other_words = self._new_words_of(number).all, self._words_of(index).all
        if may_be_same_minute(self._incoming[number].printed_time, self._stored[index].printed_time):
            return self._share_of_minute(number, index) >= SAME_MINUTE_SHARE
        return _share(words, other_words, _FEW_WORDS_ANY_TIME) >= ANY_TIME_SHARE

    def _share_of_minute(self, number: int, index: int) -> float:
        """How alike two posts are that may be of one minute, 0-1.

        By the shorter one where both print their day: it may have grown. Else they may be of two days, and half of a short post
        are words that stand everywhere: then by the longer one, unless the shorter one stands in it word for word, or is of some
        length and stands in it almost whole.
        """
        new, old = self._new_words_of(number), self._words_of(index)
        words, other_words = new.all, old.all
        share = _share(words, other_words, _FEW_WORDS_SAME_MINUTE)
        times = self._incoming[number].printed_time, self._stored[index].printed_time
        shorter, longer = sorted((len(words), len(other_words)))
        has_grown = shorter >= _FEW_WORDS_SAME_MINUTE and (new.in_a_row in old.in_a_row or old.in_a_row in new.in_a_row)
        stands_whole = shorter >= _FEW_WORDS_ANY_TIME and share >= ANY_TIME_SHARE
        if has_grown or stands_whole or _print_days(*times):
            return share
        return share * shorter / longer if longer else 0.0

    def _may_count(self, number: int, index: int) -> bool:
        """Whether the id may be a place in the page, as it has another time now."""
        post, other = self._incoming[number], self._stored[index]
        return _COUNTED.fullmatch(post.own_id or "") is not None and _print_different_minutes(post, other)

    def _have_new_ids(self) -> bool:
        """Whether the page names its posts in another way since: those that are known by now have other ids, and no id is left.

        A page that was built anew does so.
        """
        if any(key in self._own_ids for key in self._new_own_ids):
            return False
        renamed = [
            (number, index)
            for number, index in enumerate(self._found)
            if index is not None and self._have_two_own_ids(number, index)
        ]
        return len(renamed) >= _FEWEST_RENAMED

    def _have_two_own_ids(self, number: int, index: int) -> bool:
        """Whether own ids tell two posts apart."""
        return not self._are_renamed and self._have_unlike_ids(number, index)

    def _have_unlike_ids(self, number: int, index: int) -> bool:
        new, stored = self._telling_id_of_new(number), self._telling_id_of_stored(index)
        return new is not None and stored is not None and new != stored

    def _are_short_under_new_ids(self, number: int, index: int) -> bool:
        """Whether one of two posts, whose ids differ since the page gave out new ones, is too short for half of its words to tell."""
        shorter = min(len(self._new_words_of(number).all), len(self._words_of(index).all))
        return self._are_renamed and shorter < _FEW_WORDS_RENAMED and self._have_unlike_ids(number, index)

    def _telling_id_of_new(self, number: int) -> str | None:
        key = _own_key(self._incoming[number])
        return key if key and len(self._new_own_ids[key]) == 1 and number not in self._moved_ids_of_new else None

    def _telling_id_of_stored(self, index: int) -> str | None:
        key = _own_key(self._stored[index])
        return key if key and len(self._own_ids[key]) == 1 and index not in self._moved_ids_of_stored else None

    def _by_equal_text(self) -> None:
        """The same time in print and the same text: the usual case, without looking at words."""
        by_time: defaultdict[str, list[int]] = defaultdict(list)
        for index in self._free:
            by_time[_printed(self._stored[index])].append(index)
        by_text: dict[str, dict[str, list[int]]] = {}
        for number in self._open():
            post = self._incoming[number]
            time = _printed(post)
            if time not in by_time:
                continue
            if time not in by_text:
                by_text[time] = defaultdict(list)
                for index in reversed(by_time[time]):
                    by_text[time][self._text_of(index)].append(index)
            equal = by_text[time].get(wording(post), [])
            if equal and self._may_pair(number, equal[-1]):
                self._take(number, equal.pop())

    def _by_earlier_wording(self) -> None:
        """What an edit replaced and an older state of the page brings again is the same post."""
        earlier: defaultdict[str, list[int]] = defaultdict(list)
        for index in reversed(self._free):
            for text in {wording(revision) for revision in self._stored[index].revisions}:
                earlier[text].append(index)
        if not earlier:
            return
        for number in self._open():
            post = self._incoming[number]
            for index in reversed(earlier.get(wording(post), [])):
                other = self._stored[index]
                if index in self._free and self._may_pair(number, index) and not _print_different_minutes(post, other):
                    self._take(number, index)
                    break

    def _by_minute(self) -> None:
        by_minute: defaultdict[_Minute, list[int]] = defaultdict(list)
        for index in self._free:
            for minute in _minutes(self._stored[index].printed_time):
                by_minute[minute].append(index)
        indexes: dict[_Minute, _SketchIndex] = {}
        pairs: list[tuple[float, int, int]] = []
        for number in self._open():
            post = self._incoming[number]
            candidates: dict[int, None] = {}
            for minute in _minutes(post.printed_time):
                there = by_minute.get(minute, [])
                if len(there) > _CANDIDATES:
                    if minute not in indexes:
                        indexes[minute] = _SketchIndex((index, self._words_of(index)) for index in there)
                    there = indexes[minute].nearest(self._new_words_of(number))
                candidates.update(dict.fromkeys(there))
            for index in candidates:
                if may_be_same_minute(post.printed_time, self._stored[index].printed_time):
                    share = self._share_of_minute(number, index)
                    unlike = self._have_two_own_ids(number, index) or self._are_short_under_new_ids(number, index)
                    if share >= (ANY_TIME_SHARE if unlike else SAME_MINUTE_SHARE):
                        pairs.append((-share, number, index))
        self._take_best(pairs)

    def _by_words(self) -> None:
        numbers = self._open()
        keys = {self._telling_id_of_new(number) for number in numbers}
        any_of_them = None in keys
        keys.add(None)
        eligible = [index for index in self._free if any_of_them or self._telling_id_of_stored(index) in keys]
        if not numbers or not eligible:
            return
        sketches = _SketchIndex((index, self._words_of(index)) for index in eligible)
        pairs: list[tuple[float, int, int]] = []
        for number in numbers:
            post = self._incoming[number]
            words = self._new_words_of(number)
            for index in sketches.nearest(words):
                other, other_words = self._stored[index], self._words_of(index).all
                shorter, longer = sorted((len(words.all), len(other_words)))
                if self._have_two_own_ids(number, index) or 2 * shorter < longer:
                    continue
                if shorter < _FEW_WORDS_ANY_TIME and _print_different_minutes(post, other):
                    continue
                share = _share(words.all, other_words, _FEW_WORDS_ANY_TIME)
                if share >= ANY_TIME_SHARE:
                    pairs.append((-share, number, index))
        self._take_best(pairs)

    def _by_headline(self) -> None:
        free, numbers = list(self._free), self._open()
        stored = _by_key([self._stored[index] for index in free], _headline)
        incoming = _by_key([self._incoming[number] for number in numbers], _headline)
        known = [(number, self._stored[index].n) for number, index in enumerate(self._found) if index is not None]

        def stands_in_place(number: int, index: int) -> bool:
            """Whether what is known next to it, above and below, stands there in what is stored, too."""
            this = number, self._stored[index].n
            at = bisect_left(known, this)
            order = [n for _number, n in (*known[max(at - 1, 0) : at], this, *known[at : at + 1])]
            return len(order) > 1 and order == sorted(order)

        for at, place in _pairs(stored, incoming).items():
            number, index = numbers[at], free[place]
            before, now = (
                post.printed_time or time
                for post, time in zip((self._stored[index], self._incoming[number]), self._times, strict=True)
            )
            is_then = may_be_same_minute(before, now) or is_same_bare_day(before, now)
            # A clock alone may be that of another day, on which the same headline stands over other news.
            is_then = is_then and (_print_days(before, now) or stands_in_place(number, index))
            unlike = self._have_unlike_ids(number, index)
            if is_then and (not unlike or (self._are_renamed and self._alike(number, index))):
                self._take(number, index)

    def _take_best(self, pairs: list[tuple[float, int, int]]) -> None:
        for _share_below_zero, number, index in sorted(pairs):
            if self._found[number] is None and index in self._free:
                self._take(number, index)

    def _alike(self, number: int, index: int) -> bool:
        """Whether half of the words are the same."""
        words, other_words = self._new_words_of(number).all, self._words_of(index).all
        return _share(words, other_words, _FEW_WORDS_SAME_MINUTE) >= SAME_MINUTE_SHARE

    def _may_pair(self, number: int, index: int) -> bool:
        times = self._incoming[number].printed_time, self._stored[index].printed_time
        return not self._have_two_own_ids(number, index) or may_be_same_minute(*times)

    def _text_of(self, index: int) -> str:
        if index not in self._wordings:
            self._wordings[index] = wording(self._stored[index])
        return self._wordings[index]

    def _words_of(self, index: int) -> _Words:
        if index not in self._words:
            self._words[index] = _Words(self._text_of(index))
        return self._words[index]

    def _new_words_of(self, number: int) -> _Words:
        if number not in self._new_words:
            self._new_words[number] = _Words(wording(self._incoming[number]))
        return self._new_words[number]


class _Words:
    """A post's words, as they are compared and as they are looked for."""

    def __init__(self, visible: str) -> None:
        self._in_order = words_of(visible)
        self.all = frozenset(self._in_order)

    @property
    def in_a_row(self) -> str:
        """All of them in order, a space on either side of each."""
        return f" {' '.join(self._in_order)} "

    @cached_property
    def sketch(self) -> list[int]:
        """The least word pairs by checksum: alike posts choose alike, whatever else their pages hold (a bottom-k sketch)."""
        pairs = {f"{one} {two}".encode() for one, two in pairwise(self._in_order)}
        return sorted(map(crc32, pairs or {word.encode() for word in self._in_order}))[:_SKETCH]


class _SketchIndex:
    """Finds the posts that are most alike, by what their sketches share."""

    def __init__(self, posts: Iterable[tuple[int, _Words]]) -> None:
        self._lists: defaultdict[int, list[int]] = defaultdict(list)
        for index, words in posts:
            for mark in words.sketch:
                self._lists[mark].append(index)

    def nearest(self, words: _Words) -> list[int]:
        votes = Counter(chain.from_iterable(self._lists.get(mark, [])[:_LONGEST_LIST] for mark in words.sketch))
        return sorted(votes, key=lambda index: (-votes[index], index))[:_CANDIDATES]


def _share(words: frozenset[str], other: frozenset[str], few: int) -> float:
    """The share of the shorter one's words that the other has, 0-1; with few words, all or nothing of both."""
    shorter = min(len(words), len(other))
    if shorter < few:
        return float(bool(words) and words == other)
    return len(words & other) / shorter


_Minute = tuple[str, int]


def _minutes(time: PrintedTime | None) -> list[_Minute]:
    """The minute of the day that a time names, as it is printed and, where its zone is printed, in UTC."""
    if time is None or time.hour is None:
        return []
    clock = time.hour * 60 + (time.minute or 0)
    return [("printed", clock)] + (
        [("UTC", (clock - time.utc_offset) % (24 * 60))] if time.utc_offset is not None else []
    )


def _own_key(post: Post) -> str | None:
    return address_key(post.own_id) if post.own_id else None


def _address(post: Post) -> str | None:
    """Of a post with an own id that may change: elsewhere an address is a place in a page or a recording."""
    return address_key(post.link) if post.own_id and post.link else None


def _headline(post: Post) -> str | None:
    return " ".join(words_of(post.headline or "")) or None


def _by_key(posts: Sequence[Post], key: Callable[[Post], str | None]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, post in enumerate(posts):
        if name := key(post):
            found[name].append(number)
    return found


def _pairs(stored: Mapping[str, list[int]], incoming: Mapping[str, list[int]]) -> dict[int, int]:
    """For each incoming post the stored one of the same key, where neither has it in common with another."""
    return {
        numbers[0]: stored[key][0]
        for key, numbers in incoming.items()
        if len(numbers) == 1 and len(stored.get(key, ())) == 1
    }


def _print_days(*times: PrintedTime | None) -> bool:
    return all(time is not None and time.day is not None for time in times)


def _print_different_minutes(post: Post, other: Post) -> bool:
    one, two = post.printed_time, other.printed_time
    return (
        one is not None
        and two is not None
        and one.hour is not None
        and two.hour is not None
        and not may_be_same_minute(one, two)
    )


def _printed(post: Post) -> str:
    return post.printed_time.text if post.printed_time else ""
