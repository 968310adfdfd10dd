"""A bare weekday that goes on from a later day of its text: "The final is on Saturday 28 November. Brede v Oxley is on Sunday". Pure.

Readers take such a Sunday for the one behind that Saturday, not for the next one from today. How far it may lie behind
the day told depends on what is told: the very next day of anything, a few days of what lasts. What is done in advance
(tickets, applications) is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdesk.find.dates.direction import Direction, Pointing
from newsdesk.find.dates.phrases import Expression, Grain
from newsdesk.find.dates.timex_candidate import GoesOn, TimexCandidate
from newsdesk.late_pattern import late_pattern

_WRITTEN_OUT: Final = frozenset({Grain.CALENDAR, Grain.FIGURES})
_SENTENCE_BEFORE: Final = 1
_NEXT_DAY: Final = 1
_DAYS_OF_WHAT_LASTS: Final = 4
"""From a Monday to a Friday: courts and congresses rest at weekends."""
_NEAR: Final = 4
"""Expressions before it that are asked; the hours among them name no day."""
_A_WEEKDAY: Final = late_pattern(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b")
_REACH: Final = 200
"""Characters on either side of a day in which it is told what is on it."""
_LASTS: Final = late_pattern(
    r"(?i)\b(?:festival|conference|congress|trial|retrial|summit|tournament|championships?|carnival|games|fair|inquest|inquiry|exhibition|assembly|synod|regatta|visit|tour|trip|session|hearings?)\b"
    r"[^.;:“”]{0,60}?\b(?:opens?|begins?|starts?|gets? under way|kicks? off|runs?|from|commences?)\b|\b(?:visits|arrives|flies|travels)\b"
)
"""Before a day: what begins on it and goes on."""
_IN_ADVANCE: Final = late_pattern(
    r"(?i)\b(?:tickets?|(?:on|pre-?)sale|sales?|regist(?:er|ration)|entries|enter|apply|applications?|nominations?|deadline|until|till|by|before|ahead|previous|earlier|sooner|meanwhile"
    r"|train(?:s|ing)?|rehears(?:e|es|al|als)|squads?|line-?ups?|polls? (?:suggest|put)|weigh-in|warm-?up|draw|run-up|forecast|weather|said|says|told|announced?|arrives?|flies|travels?|leaves)\b"
)
"""Around a bare weekday: what may well come before the day told."""


def goes_on_from(
    text: str,
    sentence: tuple[int, int],
    index: int,
    earlier: Sequence[TimexCandidate],
    expression: Expression,
    pointing: Pointing,
) -> GoesOn | None:
    """The written-out day of its own or the sentence before from which a bare weekday goes on; None where there is none.

    Args:
        text: what the offsets count in.
        sentence: the span of the weekday's sentence.
        index: of that sentence.
        earlier: the candidates before.
        expression: the weekday.
        pointing: where it points by its own words.
    """
    phrases = expression.phrases
    if len(phrases) != 1 or phrases[0].grain is not Grain.WEEKDAY or phrases[0].modifier or phrases[0].shift:
        return None
    if pointing.direction is not Direction.AHEAD or expression.last is not None:
        return None
    last = next(
        (n for n in range(len(earlier) - 1, max(-1, len(earlier) - 1 - _NEAR), -1) if earlier[n].expression.phrases),
        None,
    )
    if last is None or index - earlier[last].sentence > _SENTENCE_BEFORE:
        return None
    told = earlier[last]
    if told.barred or told.pointing.direction is Direction.BACK or "\n" in text[told.end : expression.start]:
        return None
    begin, stop = max(sentence[0], expression.start - _REACH), min(sentence[1], expression.end + _REACH)
    if index == told.sentence:
        begin = max(begin, told.end)
    if _IN_ADVANCE.search(text, begin, stop):
        return None
    if told.goes_on is not None:
        return GoesOn(last, told.goes_on.most)
    if not any(each.grain in _WRITTEN_OUT for each in told.expression.phrases) or told.expression.last is not None:
        return None
    if _LASTS.search(text, max(0, told.start - _REACH), told.start):
        return GoesOn(last, _DAYS_OF_WHAT_LASTS)
    # Behind "30 November" alone nobody knows which weekday the next one is.
    return GoesOn(last, _NEXT_DAY) if _A_WEEKDAY.search(text, told.start, told.end) else None
