"""What somebody was to do and then put off, told anew for the day to which it was put off. Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.change_words import BUT_PUTS_OFF, CALLS_OFF, PUTS_OFF
from newsdesk.late_pattern import late_pattern

_PUT_OFF: Final = late_pattern(
    r"(?P<who>[^.;:,“”]{2,80}?),? (?:(?:which|who|that) )?(?:was|were|had been) (?:(?:due|set|scheduled|expected|supposed|meant|planning|planned) )?to"
    r" (?P<does>[a-z]+(?: (?!on )[^.;:,“”]{1,50}?)?) on [^;:“”]{3,40}?"
    rf"{BUT_PUTS_OFF}(?: the)? "
)


_ON_AGAIN: Final = late_pattern(
    rf"(?P<who>(?:(?!\b(?:has|have|had|will|would|is|are|was|were|to|that|which)\b)[^.;:,“”]){{2,80}}?),? (?:(?:which|that) (?:was|were|had been) )?"
    rf"(?:{CALLS_OFF}|{PUTS_OFF}) (?:(?!\b(?:that|which|who|the|an?|its|his|her|their)\b)[^.;:,“”]){{0,50}}?"
    r",? (?P<does>will (?:now |still )?(?:go ahead|take place|be held|begin|start)\b(?:(?!\b(?:and|but)\b)[^.;:,“”]){0,40}? on (?:the )?)"
)


def as_it_is_now(before: str) -> str | None:
    """As in "The duke was to arrive on Thursday, but put off his trip until" as "The duke will now arrive on"; None where nothing like it is told.

    `before`: a sentence up to the day of which it is asked.
    """
    if again := _ON_AGAIN.fullmatch(before):
        # "The march called off last week will go ahead on".
        return f"{again['who']} {again['does']}"
    found = _PUT_OFF.fullmatch(before)
    return f"{found['who']} will now {found['does']} on " if found else None
