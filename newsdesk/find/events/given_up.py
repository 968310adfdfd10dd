"""What somebody will not do, named as it was planned: "Lund will no longer travel to Oslo on 4 June" as "Lund visit to Oslo". Pure, linear."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.drop_words import NO_LONGER
from newsdesk.find.event_nouns import noun_class_near
from newsdesk.find.events.titles import naming
from newsdesk.late_pattern import late_pattern

_NO_LONGER: Final = late_pattern(rf"(?i)(?:{NO_LONGER})")
_DOES: Final = {
    "travel": "visit",
    "travelling": "visit",
    "fly": "visit",
    "flying": "visit",
    "go": "visit",
    "going": "visit",
    "come": "visit",
    "coming": "visit",
    "visit": "visit",
    "visiting": "visit",
    "tour": "visit",
    "strike": "strike",
    "striking": "strike",
    "out": "strike",
    "work": "strike",
}
"""The class of what such words tell by their last one."""
_BASE: Final = {
    "travelling": "travel",
    "flying": "fly",
    "going": "go",
    "coming": "come",
    "visiting": "visit",
    "striking": "strike",
}
_REST: Final = late_pattern(
    r"(?P<rest>(?: (?!on\b|today\b|tomorrow\b|tonight\b|next\b|this\b|after all\b)[\w’'-]+){0,8}?)(?: (?:on|today|tomorrow|tonight|next|this|after all)\b|[.,;]|$)"
)
_NEAR: Final = 120
"""Characters before such words in which it is told who acts."""


def is_given_up(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` says what somebody will not do, or what there will not be, which need not have been planned."""
    found = _NO_LONGER.match(text, start)
    return found is not None and found.end() == end


def planned_deed(text: str, part: tuple[int, int], verb: re.Match[str]) -> tuple[str, str] | None:
    """The class of what the words `verb` say will not be done, and its name as it was planned; None of other words.

    `part`: what of the sentence speaks of the same thing.
    """
    if not is_given_up(text, *verb.span()):
        return None
    does = verb.group().lower().split()[-1]
    noun_class = _DOES.get(does)
    rest = _REST.match(text, verb.end(), part[1])
    if noun_class is None or rest is None:
        return None
    base = "walk out" if does == "out" else "stop work" if does == "work" else _BASE.get(does, does)
    told = f"{text[max(part[0], verb.start() - _NEAR) : verb.start()]}will {base}{rest['rest']} on "
    whole = f"{told}Monday"
    span = len(told), len(whole)
    named = naming(whole, (0, len(whole)), *span, noun_class_near(whole, 0, len(whole), *span))
    return noun_class, named.title if named else ""
