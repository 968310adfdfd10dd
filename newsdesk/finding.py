"""Facts of posts, where an error of newsdesk's own over one of them costs the facts of that post alone.

Finders are many rules over words that anybody may have written, and one that fails must not empty every pane. `find.facts`
fails as a whole, for tests and for whoever sets `NEWSDESK_TRACEBACK`; every other caller asks here. What failed is not looked at
again by this process; the next one, or the next newsdesk, tries anew.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from newsdesk.find.facts import Words, facts_of, find_candidates, find_facts
from newsdesk.model import Facts, Fault, Post, Published

_MOST_ACROSS = 20
"""Posts over which finding across the story may fail, each of which takes a dozen attempts to tell; more is no fault of single posts."""

_Key = tuple[Words, Published | None]
"""What of a post decides whether finding fails over it."""

_failed: dict[_Key, str] = {}
"""Over which posts it did, with the kind of the error."""


def find_facts_apart(posts: Sequence[Post], as_of: datetime | None) -> Facts:
    """As `find.facts.find_facts`, but for the posts over which that fails: they are told in `Facts.faults`.

    Raises:
        MemoryError: there is too little for all of it.
        Exception: it fails without any post, over more than `_MOST_ACROSS` of them together, or `NEWSDESK_TRACEBACK` is set.
    """
    if os.environ.get("NEWSDESK_TRACEBACK"):
        return find_facts(posts, as_of)
    for attempt in range(_MOST_ACROSS + 1):
        sound = [post for post in posts if _key(post) not in _failed] if _failed else posts
        try:
            found = find_facts(sound, as_of)
        except MemoryError:
            raise
        except Exception:
            faulty = _faulty_alone(sound) or _first_faulty(sound, as_of)
            if not faulty or attempt == _MOST_ACROSS:
                raise
            _failed.update(faulty)
        else:
            break
    if not _failed:
        return found
    faults = tuple(Fault(post.id, _failed[key]) for post in posts if (key := _key(post)) in _failed)
    return replace(found, faults=faults)


def _key(post: Post) -> _Key:
    return Words.of(post), post.published


def _faulty_alone(posts: Sequence[Post]) -> Mapping[_Key, str]:
    """Those whose words alone are too much, whatever stands beside them."""
    faulty: dict[_Key, str] = {}
    for post in posts:
        try:
            find_candidates(post)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            faulty[_key(post)] = type(error).__name__
    return faulty


def _first_faulty(posts: Sequence[Post], as_of: datetime | None) -> Mapping[_Key, str]:
    """The post with which finding across the story fails and before which it does not; none where it always fails.

    Found by halving: of what fails together it is the last.
    """
    candidates = [find_candidates(post) for post in posts]

    def error_in(number: int) -> str:
        try:
            facts_of(posts[:number], candidates[:number], as_of)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            return type(error).__name__
        return ""

    good, bad = 0, len(posts)
    if error_in(good) or not (told := error_in(bad)):
        return {}
    while bad - good > 1:
        middle = (good + bad) // 2
        if error := error_in(middle):
            bad, told = middle, error
        else:
            good = middle
    return {_key(posts[bad - 1]): told}
