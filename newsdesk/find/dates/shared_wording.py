"""The day of a source without a date, from dated companions that share its wording. Pure, linear in the texts.

Sources of one news day share rare runs of words: names with verbs, fragments of the same quotations. A day is taken only
when several such runs are shared with posts of that day, some of them in long stretches, and when the days that the text itself names agree with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from newsdesk.find.calendar_words import calendar_day
from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.in_story import find_candidates
from newsdesk.find.dates.phrases import Grain
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post

_WORD: Final = late_pattern(r"\w+(?:'\w+)?")
_RUN: Final = 4
"""Words in a run. Runs of three are often common phrases; runs of five miss quotations that were tightened."""
_CHARACTERS_READ: Final = 20_000
"""Read of one post."""
_RARE_DAYS: Final = 3
"""A run on more days than this tells no day."""
_ENOUGH: Final = 5
"""Shared rare runs that make a day believable."""
_STRETCH: Final = 7
"""Words in a row that hardly stand in two texts of different days: a quotation, a sentence taken over. Shorter ones are
titles and standing phrases ("US Secretary of State Ann Lee")."""
_STRETCHES: Final = 2
"""Such stretches that make a day believable; with many runs beside it (`_MANY`) one is enough."""
_MANY: Final = 12
_MARGIN: Final = 1.5
"""How many times more runs the best day must share than the next one outside its neighbours."""
_HORIZON: Final = 60
"""Days within which a date without a year belongs to the news of a day."""


_REMEMBERED: Final = 40_000
"""Posts of which it is remembered what they share: a story is asked for its dates again whenever one post is added."""

_Run = tuple[str, ...]
_Runs = frozenset[_Run]


def _words(headline: str | None, text: str) -> list[str]:
    return _WORD.findall(f"{headline or ''}\n{text}"[:_CHARACTERS_READ].lower().replace("’", "'"))


def _runs(words: list[str]) -> Iterator[_Run]:
    return zip(*(words[shift:] for shift in range(_RUN)), strict=False)


@lru_cache(maxsize=256)
def _runs_in(wordings: tuple[tuple[str | None, str], ...]) -> _Runs:
    """The runs of some posts' words that can be told apart: those with at least two words of some length."""
    runs = (run for wording in wordings for run in _runs(_words(*wording)))
    return frozenset(run for run in runs if sum(len(word) > 3 for word in run) >= 2)


@lru_cache(maxsize=4)
def _all_of(wanted: tuple[_Runs, ...]) -> _Runs:
    """All of these in one set: the same object for the same sets, by which `_shared` is quick to see that it has seen it."""
    return _Runs().union(*wanted)


@lru_cache(maxsize=_REMEMBERED)
def _shared(headline: str | None, text: str, every: _Runs) -> _Runs:
    """Those of `every` run that stand in this post, too."""
    return every.intersection(_runs(_words(headline, text)))


def day_by_wording(groups: Sequence[Sequence[Post]], companions: Sequence[Post]) -> list[date | None]:
    """For each group of posts (one source without a date): the day its dated companions give it, or None.

    Args:
        groups: the posts of each undated source.
        companions: dated posts of the story (`published` is set).
    """
    wanted = [_runs_in(tuple((post.headline, post.text) for post in group)) for group in groups]
    every = _all_of(tuple(wanted))
    days_of: dict[_Run, set[date]] = {}
    for post in companions:
        if post.published is None:
            continue
        for run in _shared(post.headline, post.text, every):
            days_of.setdefault(run, set()).add(post.published.day)
    return [_best_day(group, runs, days_of) for group, runs in zip(groups, wanted, strict=True)]


def _best_day(group: Sequence[Post], runs: _Runs, days_of: dict[_Run, set[date]]) -> date | None:
    shared: Counter[date] = Counter()
    for run in runs:
        days = days_of.get(run, ())
        if 0 < len(days) <= _RARE_DAYS:
            shared.update(days)
    fitting = [(times, day) for day, times in shared.items() if times >= _ENOUGH and _agrees(group, day)]
    if not fitting:
        return None
    times, day = max(fitting, key=lambda item: (item[0], item[1]))
    rivals = [count for other, count in shared.items() if abs((other - day).days) > 1]
    if times < _MARGIN * max(rivals, default=0):
        return None
    stretches = sum(
        _stretches(_words(post.headline, post.text), {run for run in runs if day in days_of.get(run, ())})
        for post in group
    )
    return day if stretches >= (1 if times >= _MANY else _STRETCHES) else None


def _stretches(words: list[str], shared: set[_Run]) -> int:
    """How many stretches of shared words are long enough to tell."""
    found = length = 0
    for run in _runs(words):
        length = length + 1 if run in shared or (length and sum(len(word) > 3 for word in run) < 2) else 0
        found += length == _STRETCH - _RUN + 1
    return found


def _agrees(group: Sequence[Post], day: date) -> bool:
    """Whether the dates that the text names could be named on `day`: those ahead not past, those behind not to come."""
    for post in group:
        for candidate in find_candidates(post.text):
            phrase = next((each for each in candidate.expression.phrases if each.grain is Grain.CALENDAR), None)
            if phrase is None or phrase.month is None or phrase.day is None:
                continue
            if phrase.year is not None:
                named = calendar_day(phrase.year, phrase.month, phrase.day)
                if (
                    named
                    and named > day
                    and candidate.pointing.direction is Direction.BACK
                    and candidate.pointing.strong
                ):
                    return False
                continue
            years = (day.year - 1, day.year, day.year + 1)
            near = [
                found for year in years if 1 <= year <= 9999 and (found := calendar_day(year, phrase.month, phrase.day))
            ]
            distance = min(((found - day).days for found in near), key=abs, default=0)
            if abs(distance) > _HORIZON:
                continue
            if candidate.pointing.strong and (
                (candidate.pointing.direction is Direction.AHEAD and distance < 0)
                or (candidate.pointing.direction is Direction.BACK and distance > 0)
            ):
                return False
    return True
