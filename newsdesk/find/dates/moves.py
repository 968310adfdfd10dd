"""The day that a move leaves for another one, in one sentence: "set for Monday, has been postponed to Friday". Pure, linear.

A postponement goes on from the old day, what is brought forward goes back from it: neither is counted from the day of
publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from newsdesk.find.calendar_words import moved
from newsdesk.find.change_words import BUT_PUTS_OFF, EXTENDED, MOVED_OBJECT, MOVES, PUTS_OFF
from newsdesk.find.dates.phrases import DAY_GRAINS, Expression, Grain
from newsdesk.find.dates.timex_candidate import Move, TimexCandidate
from newsdesk.late_pattern import late_pattern

_MOVES: Final = rf"(?:{MOVES}|{EXTENDED})"
_REACH: Final = 120
"""Characters between the old day and the new one."""
_BESIDE: Final = 24
"""Characters between two days that are set against each other."""
_TO: Final = late_pattern(
    r"(?i)\b(?:to|until|till|for)(?: (?:no (?:earlier|sooner) than|not (?:before|earlier than)))?(?: (?:early|late|on|the))* $"
)
_FROM: Final = late_pattern(rf"(?i)\b{_MOVES}\b[^.;:]{{0,40}}?\bfrom (?:\w+ )?$")
MOVES_IT_FROM: Final = late_pattern(rf"(?i)\b{MOVED_OBJECT}$")
"""Before the day that somebody moves something from: "postponed the strike planned for"."""
_FROM_TO: Final = late_pattern(
    r"(?i),? (?:to|until|till)(?: (?:no (?:earlier|sooner) than|not (?:before|earlier than)))?(?: (?:early|late|the))* "
)
_ITS_OWN: Final = late_pattern(
    rf"(?i)(?!.*\b(?:and|but|while|as|because|if|when) (?:the|an?|his|her|its|their|another|(?-i:[A-Z])))[^;:.—“”]*?\b(?P<verb>{_MOVES})\b"
    r"(?! (?:the|an?|his|her|its|their|another|(?-i:[A-Z])))[^;:.—“”]*"
)
"""Between the two days, where what is moved is what the old day is of."""
_OWNED: Final = late_pattern(r"(?i)['’]s? (?:[\w-]+ ){1,5}(?:back )?(?:to|until|till)(?: (?:early|late|the))* ")
_MOVES_IT: Final = late_pattern(rf"(?i)\b{_MOVES}(?: back| forward)? (?:the )?$")
_BUT: Final = late_pattern(r"(?i),? but (?:rather |instead )?(?:on |from |until |by )?(?:the )?")
_ENDS: Final = late_pattern(r"[.,;:!?)”\"\n]|$| (?:at|in|after|because|as|and)\b")
_WILL_NOW: Final = late_pattern(
    r"[^.;:“”]{0,40}?\bwill (?:now (?!not\b)|not now )(?:be )?[a-z]+(?: [a-z]+)?(?P<until> until| before)?(?: on)?(?: the)? "
)
"""Between a day that is planned no more and the new one: "due on Monday will now be played on"."""
_BUT_PUTS_OFF: Final = late_pattern(
    rf"(?=[^.;:]*?\b(?i:(?P<verb>{PUTS_OFF})))(?:{BUT_PUTS_OFF}(?: (?:early|late|the))* )"
)
_EARLIER: Final = late_pattern(r"(?i)\bbr(?:ought|ings?|inging)\b")
_LATER: Final = late_pattern(r"(?i)\b(?:postpon|adjourn|delay|defer|put|push|slip|extend)")


def move_to(text: str, begin: int, earlier: Sequence[TimexCandidate], expression: Expression) -> Move | None:
    """Which earlier day of its sentence a move leaves for the bare weekday of `expression`; None where none is told.

    Args:
        text: what the offsets count in.
        begin: where the sentence begins.
        earlier: the candidates before the expression.
        expression: of the day.
    """
    phrases = expression.phrases
    if len(phrases) != 1 or phrases[0].grain is not Grain.WEEKDAY or expression.last is not None:
        return None
    if phrases[0].modifier or phrases[0].shift is not None:
        return None
    instead_of = set_against(text, earlier, expression)
    if instead_of is not None:
        return Move(instead_of, 0)
    before = earlier[-1] if earlier else None
    if before is not None and before.barred and before.start >= begin and expression.start - before.end <= _REACH:
        found = _WILL_NOW.fullmatch(text, before.end, expression.start)
        named = before.expression.phrases
        if found and named and named[-1].grain in DAY_GRAINS and before.expression.last is None:
            return Move(len(earlier) - 1, 1 if found["until"] else 0)
    if not _TO.search(text, max(begin, expression.start - 24), expression.start):
        return None
    for index in range(len(earlier) - 1, max(-1, len(earlier) - 4), -1):
        old = earlier[index]
        if old.start < begin or expression.start - old.end > _REACH:
            return None
        named = old.expression.phrases
        if named and named[-1].grain in DAY_GRAINS and old.expression.last is None:
            verb = _verb(text, begin, old, expression)
            return Move(index, _way(verb)) if verb else None
    return None


def set_against(text: str, earlier: Sequence[TimexCandidate], expression: Expression) -> int | None:
    """The index of the denied day that the day of `expression` is set against: "not on Friday but on Monday"."""
    old = earlier[-1] if earlier else None
    if old is None or not old.barred or not old.expression.phrases or not expression.phrases:
        return None
    if expression.start - old.end > _BESIDE or not _BUT.fullmatch(text, old.end, expression.start):
        return None
    if not _ENDS.match(text, expression.end):
        # "Not on Friday but on Monday he will": another clause.
        return None
    return len(earlier) - 1


def _verb(text: str, begin: int, old: TimexCandidate, new: Expression) -> str | None:
    """The words with the verb that moves something from one day to the other."""
    between = text[old.end : new.start]
    if _FROM_TO.fullmatch(between):
        found = _FROM.search(text, max(begin, old.start - 90), old.start)
        # "Has postponed the strike planned for Monday until Friday".
        found = found or MOVES_IT_FROM.search(text, max(begin, old.start - _REACH), old.start)
        return found.group() if found else None
    if (put_off := _BUT_PUTS_OFF.match(between)) is not None and put_off.end() == len(between):
        return put_off["verb"]
    moves_it = _MOVES_IT.search(text, max(begin, old.start - 40), old.start) if _OWNED.fullmatch(between) else None
    if moves_it:
        return moves_it.group()
    found = _ITS_OWN.fullmatch(between)
    return found["verb"] if found else None


def _way(verb: str) -> int:
    return -1 if _EARLIER.search(verb) else 1 if _LATER.match(verb) else 0


def moved_day(old: date, weekday: int, way: int, posted: date, *, sure: bool) -> date | None:
    """The weekday to which something is moved from `old`; None where that would be over.

    What is brought forward from a Friday to a Wednesday that is over is so from the Friday after.

    Args:
        old: the day that it leaves.
        weekday: of the new day; Monday is 0.
        way: 1 later, -1 earlier, 0 where the verb does not tell.
        sure: whether the text tells more of the old day than its weekday.
        posted: the day of publication, to which nothing is moved by the name of its weekday.
    """
    later, before = moved(old, (weekday - old.weekday()) % 7 or 7), moved(old, -((old.weekday() - weekday) % 7 or 7))
    earlier = before if before and before > posted else None
    if way < 0:
        return earlier if sure else earlier or later
    # "Moved from Friday to Thursday": within a week, as it is told.
    same_week = weekday < old.weekday()
    if way == 0 and same_week and earlier and later and old - earlier < later - old:
        return earlier
    return later
