"""Time expressions: candidates of one text, and their values in a text or across a story. Pure, without a wall clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from newsdesk.find.dates.candidates import find_candidates
from newsdesk.find.dates.days import FixedDays
from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.phrases import Grain
from newsdesk.find.dates.timex_candidate import TimexCandidate
from newsdesk.find.dates.values import resolve
from newsdesk.model import Basis, Post, Timex

__all__ = [
    "PostCandidates",
    "TimexCandidate",
    "dates_in_text",
    "find_candidates",
    "post_candidates",
    "resolve",
    "resolve_story",
]


def dates_in_text(text: str, reference: date | datetime | None) -> tuple[Timex, ...]:
    """The time expressions of one text without a story: `post_id` is 0, `place` is "text".

    Args:
        text: what to read; offsets count in it.
        reference: the day or moment it was published, never converted; None: only fully explicit dates.
    """
    return resolve(find_candidates(text), reference)


PostCandidates = tuple[Sequence[TimexCandidate], Sequence[TimexCandidate]]
"""The candidates of a post's text and of its headline."""


def post_candidates(post: Post) -> tuple[tuple[TimexCandidate, ...], tuple[TimexCandidate, ...]]:
    """The candidates of one post's text and headline."""
    return find_candidates(post.text, post.headline or ""), find_candidates(post.headline or "")


_FIXING: Final = frozenset({Grain.CALENDAR, Grain.FIGURES, Grain.NEAR})


def resolve_story(posts: Sequence[Post], candidates: Sequence[PostCandidates]) -> tuple[Timex, ...]:
    """The time expressions of a story, each against its post's `published` day in the post's own zone.

    Bare weekdays without a strong cue join the day that other posts fix for the same class of event. Posts without a
    date give explicit dates only; posts with a guessed one give values that are never upcoming.

    Args:
        posts: with `published` resolved.
        candidates: for each of them, those of its text and of its headline.
    """
    alone = [_alone(post, places) for post, places in zip(posts, candidates, strict=True)]
    fixed = _fixed_days(posts, candidates, alone)
    result: list[Timex] = []
    for post, (in_text, in_headline), found in zip(posts, candidates, alone, strict=True):
        if not (_joins(in_text, fixed) or _joins(in_headline, fixed)):
            result += found.headline
            result += found.text
            continue
        reference, counts = _reference(post)
        result += resolve(in_headline, reference, post_id=post.id, place="headline", counts=counts, fixed=fixed)
        result += resolve(in_text, reference, post_id=post.id, place="text", counts=counts, fixed=fixed)
    return tuple(result)


@dataclass(frozen=True, slots=True)
class _Alone:
    """The time expressions of one post, resolved without the other posts of its story."""

    candidates: PostCandidates
    text: tuple[Timex, ...]
    headline: tuple[Timex, ...]


_KEPT: Final = 20_000
"""Posts whose expressions are kept between calls, so that one new post costs one post's work; beyond it the oldest go."""
_resolved: dict[tuple[int, datetime | None, bool], _Alone] = {}


def _reference(post: Post) -> tuple[datetime | None, bool]:
    """The moment that a post's expressions are read from, and whether they may be upcoming."""
    published = post.published
    return (published.at, published.basis is not Basis.GUESSED) if published else (None, False)


def _alone(post: Post, candidates: PostCandidates) -> _Alone:
    reference, counts = _reference(post)
    key = (post.id, reference, counts)
    found = _resolved.get(key)
    if found is not None and found.candidates[0] is candidates[0] and found.candidates[1] is candidates[1]:
        return found
    in_text, in_headline = candidates
    found = _Alone(
        candidates,
        resolve(in_text, reference, post_id=post.id, place="text", counts=counts),
        resolve(in_headline, reference, post_id=post.id, place="headline", counts=counts),
    )
    _resolved.pop(key, None)
    while len(_resolved) >= _KEPT:
        del _resolved[next(iter(_resolved))]
    _resolved[key] = found
    return found


def _joins(candidates: Sequence[TimexCandidate], fixed: FixedDays) -> bool:
    """Whether a weekday among them may join a day that the story fixes."""
    return any(
        each.noun_class is not None
        and not each.pointing.strong
        and any(
            phrase.grain is Grain.WEEKDAY and (phrase.weekday, each.noun_class) in fixed
            for phrase in each.expression.phrases
        )
        for each in candidates
    )


def _fixed_days(
    posts: Sequence[Post], candidates: Sequence[PostCandidates], alone: Sequence[_Alone]
) -> dict[tuple[int, str], list[date]]:
    days: dict[tuple[int, str], set[date]] = {}
    for post, places, resolved in zip(posts, candidates, alone, strict=True):
        if post.published is None or post.published.basis is Basis.GUESSED:
            continue
        for found, timexes in zip(places, (resolved.text, resolved.headline), strict=True):
            sure = {each.start: each for each in found if each.noun_class and _fixes(each)}
            if not sure:
                continue
            for timex in timexes:
                candidate = sure.get(timex.start)
                if candidate and timex.upcoming and len(timex.value) >= 10 and timex.value_end is None:
                    day = date.fromisoformat(timex.value[:10])
                    days.setdefault((day.weekday(), candidate.noun_class or ""), set()).add(day)
    return {key: sorted(values) for key, values in days.items()}


def _fixes(candidate: TimexCandidate) -> bool:
    """Whether the expression names its day beyond doubt."""
    if candidate.barred or candidate.told_on is not None:
        return False
    if any(phrase.grain in _FIXING for phrase in candidate.expression.phrases):
        return True
    weekday = next((phrase for phrase in candidate.expression.phrases if phrase.grain is Grain.WEEKDAY), None)
    return weekday is not None and (
        bool(weekday.modifier) or (candidate.pointing.strong and candidate.pointing.direction is Direction.AHEAD)
    )
