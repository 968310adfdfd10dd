"""Whether a sentence takes back that something was called off: "the strike is back on", "will go ahead after all". Pure."""

from __future__ import annotations

import re
from typing import Final

_BACK_ON: Final = re.compile(r"(?i)(?:is|are) (?:now )?back on")
_HAPPENS: Final = frozenset({"take place", "go ahead", "be held"})
_AFTER_ALL: Final = re.compile(r"[^.;:,“”]{0,60} after all\b")
OPEN: Final = re.compile(
    r"(?i)\b(?:not|never|no longer|if|whether|unless|could|may|might|hop(?:e|es|ed|ing)|wants?|wanted|ask(?:s|ed)?|demand(?:s|ed)?|urg(?:e|es|ed))\b|n['’]t\b"
)
"""Beside words that would take something back: they are denied, wished for or a condition."""


def takes_back(text: str, span: tuple[int, int], verb: re.Match[str]) -> bool:
    """Whether a verb in `text[span]` says of what was off that it is on again."""
    told = verb.group().lower()
    if told in _HAPPENS:
        back = _AFTER_ALL.match(text, verb.end(), span[1]) is not None
    else:
        back = _BACK_ON.fullmatch(told) is not None
    return back and OPEN.search(text, span[0], verb.start()) is None
