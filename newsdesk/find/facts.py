"""All facts of a story, in two steps: candidates of one post, then names, speakers, days and events across the story.

The first step depends on a post's words alone and is kept between calls, so that one new post costs one post's work.
Whoever has the candidates of words from before, in a file, hands them to `remember`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from newsdesk.find.dates import in_story as dates
from newsdesk.find.events import in_story as events
from newsdesk.find.events.passages import Passages
from newsdesk.find.quotes import in_post as quotes
from newsdesk.find.quotes import in_story as speakers
from newsdesk.model import Facts, Post

_KEPT = 20_000
"""Posts whose candidates are kept whether or not they are in the story that is asked for; of more, only that story's."""


class Words(NamedTuple):
    """All of a post that its candidates depend on."""

    text: str
    headline: str | None
    captions: tuple[str, ...]
    speaker: str | None

    @classmethod
    def of(cls, post: Post) -> Words:
        """Those of a post."""
        return cls(post.text, post.headline, post.captions, post.speaker)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What one post's words may say, before the story decides."""

    quotes: quotes.QuoteCandidates
    text_dates: tuple[dates.TimexCandidate, ...]
    headline_dates: tuple[dates.TimexCandidate, ...]
    passages: Passages
    """Read as far as the story asked."""


_known: dict[Words, Candidates] = {}


def known(words: Words) -> Candidates | None:
    """The candidates of these words, if they were looked at before."""
    return _known.get(words)


def remember(words: Words, candidates: Candidates) -> None:
    """Take these for the candidates of these words."""
    _known[words] = candidates


def find_candidates(post: Post) -> Candidates:
    """The candidates of one post; the same words are looked at once."""
    words = Words.of(post)
    found = _known.get(words)
    if found is None:
        in_text, in_headline = dates.post_candidates(post)
        passages = Passages.of(post.text, post.headline)
        found = Candidates(quotes.post_candidates(post), in_text, in_headline, passages)
        remember(words, found)
    return found


def find_facts(posts: Sequence[Post], as_of: datetime | None) -> Facts:
    """Everything found in these posts taken as one story.

    Args:
        posts: with `published` resolved.
        as_of: the clock's moment, aware; decides the status of events. None: the newest stated time.
    """
    candidates = [find_candidates(post) for post in posts]
    if len(_known) > _KEPT:
        for words in _known.keys() - set(map(Words.of, posts)):
            del _known[words]
    return facts_of(posts, candidates, as_of)


def facts_of(posts: Sequence[Post], candidates: Sequence[Candidates], as_of: datetime | None) -> Facts:
    """The second step: what the candidates of these posts say together. See `find_facts`."""
    spoken, statements, people, named = speakers.resolve_with_named(posts, [found.quotes for found in candidates])
    timexes = dates.resolve_story(posts, [(found.text_dates, found.headline_dates) for found in candidates])
    return Facts(
        quotes=spoken,
        statements=statements,
        actors=people,
        named=named,
        timexes=timexes,
        events=events.find_events(posts, timexes, as_of, [found.passages for found in candidates]),
        as_of=as_of,
    )
