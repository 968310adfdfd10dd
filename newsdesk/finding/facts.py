"""The facts of a story, but for the posts over which finding fails."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from newsdesk.find.facts import Words, facts_of, find_candidates, find_facts
from newsdesk.finding.blame import MOST, error_in, first_failing
from newsdesk.model import Facts, Fault, Post, Published

_Key = tuple[Words, Published | None]
"""What of a post decides whether finding fails over it."""

_failed: dict[_Key, str] = {}
"""Over which posts it did, with the kind of the error."""


def find_facts_apart(posts: Sequence[Post], as_of: datetime | None) -> Facts:
    """As `find.facts.find_facts`, but for the posts over which that fails: they are told in `Facts.faults`.

    Raises:
        MemoryError: there is too little for all of it.
        Exception: it fails without any post, over more than `MOST` of them together, or `NEWSDESK_TRACEBACK` is set.
    """
    if os.environ.get("NEWSDESK_TRACEBACK"):
        return find_facts(posts, as_of)
    for attempt in range(MOST + 1):
        sound = [post for post in posts if _key(post) not in _failed] if _failed else posts
        try:
            found = find_facts(sound, as_of)
        except MemoryError:
            raise
        except Exception:
            faulty = _faulty_alone(sound) or _first_faulty(sound, as_of)
            if not faulty or attempt == MOST:
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
    return {_key(post): error for post in posts if (error := error_in(partial(find_candidates, post)))}


def _first_faulty(posts: Sequence[Post], as_of: datetime | None) -> Mapping[_Key, str]:
    """The post with which finding across the story fails, and before which it does not; none where it always fails."""
    candidates = [find_candidates(post) for post in posts]
    found = first_failing(len(posts), lambda number: facts_of(posts[:number], candidates[:number], as_of))
    return {_key(posts[found[0] - 1]): found[1]} if found else {}
