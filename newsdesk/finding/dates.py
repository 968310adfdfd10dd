"""When posts were published, but for what the words tell over which that fails: the times that sources print count all the same."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.find.dates.source_dates import resolve
from newsdesk.finding.blame import MOST, first_failing
from newsdesk.model import Fault, Post, Source

_Words = tuple[str | None, str]

_failed: dict[_Words, str] = {}
"""Words over which dating fails, with the kind of the error."""


def resolve_apart(sources: Sequence[Source], posts: Sequence[Post]) -> tuple[tuple[Post, ...], tuple[Fault, ...]]:
    """As `find.dates.source_dates.resolve`, and over the words of which posts that fails: these are no evidence then.

    Raises:
        MemoryError: there is too little for all of it.
        Exception: it fails whatever the words are, over those of more than `MOST` posts, or `NEWSDESK_TRACEBACK` is set.
    """
    if os.environ.get("NEWSDESK_TRACEBACK"):
        return resolve(sources, posts), ()
    for attempt in range(MOST + 1):
        asked = [_without_words(post) if _words(post) in _failed else post for post in posts] if _failed else posts
        try:
            dated = resolve(sources, asked)
        except MemoryError:
            raise
        except Exception:
            found = _first_faulty(sources, asked)
            if found is None or attempt == MOST:
                raise
            number, error = found
            _failed[_words(posts[number - 1])] = error
        else:
            break
    if not _failed:
        return dated, ()
    faults = tuple(Fault(post.id, _failed[words]) for post in posts if (words := _words(post)) in _failed)
    return tuple(replace(post, published=one.published) for post, one in zip(posts, dated, strict=True)), faults


def _words(post: Post) -> _Words:
    return post.headline, post.text


def _without_words(post: Post) -> Post:
    return replace(post, headline=None, text="")


def _first_faulty(sources: Sequence[Source], posts: Sequence[Post]) -> tuple[int, str] | None:
    wordless = [*map(_without_words, posts)]
    return first_failing(len(posts), lambda number: resolve(sources, [*posts[:number], *wordless[number:]]))
