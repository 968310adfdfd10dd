"""Whether a sentence takes back that something was called off: "the strike is back on", "will go ahead after all". Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.change_words import AFTER_ALL
from newsdesk.find.events.sure_telling import surely_told
from newsdesk.late_pattern import late_pattern

_BACK_ON: Final = late_pattern(r"(?i)(?:is|are) (?:now )?back on")
HAPPENS: Final = frozenset({"take place", "go ahead", "be held", "be played", "be staged", "be run"})
"""Verbs that change something only by what stands with them: "will not take place", "will go ahead after all"."""
_AFTER_ALL: Final = late_pattern(rf"[^.;:,“”]{{0,60}} {AFTER_ALL}")
_NOT_BEFORE: Final = late_pattern(r"(?i)\b(?:when|until|till) [^.;:,“”]{0,80}$")
"""Before what is only to come."""
_NEAR: Final = 100


def takes_back(text: str, span: tuple[int, int], verb: re.Match[str]) -> bool:
    """Whether a verb in `text[span]` says of what was off that it is on again."""
    told = verb.group().lower()
    if told in HAPPENS:
        back = _AFTER_ALL.match(text, verb.end(), span[1]) is not None
    else:
        back = _BACK_ON.fullmatch(told) is not None
    before = text[max(span[0], verb.start() - _NEAR) : verb.start()]
    return back and surely_told(text, span, *verb.span()) and _NOT_BEFORE.search(before) is None
