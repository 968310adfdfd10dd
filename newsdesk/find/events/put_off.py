"""What somebody was to do and then put off, told anew for the day to which it was put off. Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.change_words import BUT_PUTS_OFF

_PUT_OFF: Final = re.compile(
    r"(?P<who>[^.;:,“”]{2,80}?),? (?:(?:which|who|that) )?(?:was|were|had been) (?:(?:due|set|scheduled|expected|supposed|meant|planning|planned) )?to"
    r" (?P<does>[a-z]+(?: (?!on )[^.;:,“”]{1,50}?)?) on [^;:“”]{3,40}?"
    rf"{BUT_PUTS_OFF}(?: the)? "
)


def as_it_is_now(before: str) -> str | None:
    """As in "The duke was to arrive on Thursday, but put off his trip until" as "The duke will now arrive on"; None where nothing like it is told.

    `before`: a sentence up to the day of which it is asked.
    """
    found = _PUT_OFF.fullmatch(before)
    return f"{found['who']} will now {found['does']} on " if found else None
