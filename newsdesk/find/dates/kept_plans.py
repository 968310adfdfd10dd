"""Plans told in the past that a sentence keeps to: "the vote, which had been planned for 15 December, remains on schedule". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.change_words import CALLS_OFF, PROTEST_OF
from newsdesk.late_pattern import late_pattern

_A_PLAN: Final = late_pattern(
    r"(?i)\b(?:had (?:been )?|(?:was|were) |(?:originally|initially|previously|long) )(?:\w+ly )?(?:planned|scheduled|due|set|booked|listed|slated|fixed|pencilled in|timetabled|billed|called)"
    r"(?: to (?:be held|take place|begin|start|open))?(?: for| on| at)?(?: the)? $"
)
"""Before its day."""
_STAYS: Final = late_pattern(
    r",? (?:(?:still |now )?(?:remains?|stays?|is|are)(?: still| very much)? (?:on (?:schedule|track|course|the (?:calendar|agenda))\b|unchanged\b|unaffected\b|(?:scheduled|planned)(?=[.,;])|going ahead\b|(?<=still )on(?=[.,;]| (?:despite|and|but|as)\b))"
    r"|(?:(?:will|is to|are to|is set to|are set to|is due to|are due to) (?:still |now )?(?:go ahead|proceed|take place|be held)|(?:still )?goes ahead|(?:is|are) (?:still )?to go ahead)"
    r"(?: (?:as (?:planned|scheduled|normal|intended|billed)|after all|on schedule|on time|despite [^.;:,]{3,60}|regardless))*(?=[.,;]|$))"
)
"""Behind it: nothing changes, and no other day comes in its place."""
_ANOTHER_DAY: Final = late_pattern(
    r"[^.;:“”]{0,60}?\b(?:instead|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|next (?:week|month)|\d{1,2} [A-Z][a-z]|[A-Z][a-z]+\.? \d)"
)
_PROTEST_OF: Final = late_pattern(rf"(?i)(?:{PROTEST_OF})$")
_IS_LIFTED: Final = late_pattern(
    rf"['’]s (?:[\w’'-]+ ){{1,4}}?(?:has|have|was|were)(?: now| since)? (?:been )?(?:{CALLS_OFF}|lifted|dropped|ended|withdrawn)\b"
)
"""Around the day of what somebody wanted to stay away from, and will not now: "a boycott of Monday's debate was called off"."""
_REACH: Final = 90
"""Characters before a day in which its plan is told."""


def is_kept(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether the sentence `begin`..`stop` tells that what had been planned for the day at `start`..`end` will be then."""
    if _A_PLAN.search(text, max(begin, start - _REACH), start) is None:
        return False
    stays = _STAYS.match(text, end, stop)
    return stays is not None and _ANOTHER_DAY.match(text, stays.end(), stop) is None


def is_undisturbed(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether what is called off is no more than a protest against what the day owns."""
    protest = _PROTEST_OF.search(text, max(begin, start - _REACH), start)
    return protest is not None and _IS_LIFTED.match(text, end, stop) is not None
