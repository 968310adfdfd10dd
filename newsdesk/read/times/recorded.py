"""The day of a recording, where its subtitles tell it: in the title, or in a comment that says what its date is; and that of a record.

The day on which somebody wrote the subtitles down is another one, so that a bare date in a comment says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.times.printed import leading_time, read_time

_FIRST_NOTES = 200
_NOTE = late_pattern(r"(?:NOTE\b)?\s*(?P<words>.*)")
_DATE = late_pattern(r"(?:NOTE\b)?\s*date\s*[:=]", re.IGNORECASE)
_BY_MACHINE = late_pattern(
    r"(?:NOTE\b)?\s*(?:profile|version|generat\w+|creat\w+|convert\w+|export\w+|encod\w+|made (?:by|with)|software|tool|format)\b",
    re.IGNORECASE,
)
"""How a comment begins that tells of the making of the file, as does a bare date beside it."""
_SAYS_WHEN = late_pattern(
    r"(?:(?:(?:date|day|time) (?:of )?)?(?:(?:the )?(?:recording|broadcast|event|briefing|speech|interview))(?: (?:date|day|time))?(?=\s*[:=])"
    r"|(?:recording|broadcast|air|event) date|date(?=\s*[:=])|(?:first )?(?:recorded|broadcast|aired|streamed|published|filmed|delivered)(?: live)?)"
    r"(?: on| at)?\s*[:=–—-]?\s*",
    re.IGNORECASE,
)
_BEHIND = late_pattern(r"\s*[,|(\[–—:·]\s*|\s-\s+")
"""What parts a title from its date; in "What happened on 6 January 2021" the date is part of the title."""
_BEFORE = late_pattern(r"[,|)\]–—:·-]")
_RECORD = late_pattern(
    r"(?:(?:press|news) (?:conference|briefing|statement|release)|(?:daily |weekly )?briefing|(?:joint )?statement|communiqu[eé]|transcript|minutes of|speech|remarks"
    r"|readout|verbatim report)\b",
    re.IGNORECASE,
)
"""How the title of a record begins, whose date is the day on which it was said."""
_SOMEBODYS_RECORD = late_pattern(
    r"\S{1,40}(?: \S{1,40}){0,4} (?:statement|communiqu[eé]|(?:press|news) release|readout|bulletin|newsletter|live (?:blog|page|updates))(?= ?[,|(–—])",
    re.IGNORECASE,
)
"""The same, of a record that is named after whose it is."""
_BEGINS_WITH_NUMBERS = late_pattern(r"\d{4}-\d\d-\d\d\b")


def recorded_at(title: str | None, notes: Sequence[str]) -> PrintedTime | None:
    """The time that a title and the lines of comments agree on; None when they name no whole date, or several."""
    told = [time for time in _told(title, notes) if time and time.year and time.day]
    if len({(time.year, time.month, time.day) for time in told}) != 1:
        return None
    return next((time for time in told if time.hour is not None), told[0])


def _told(title: str | None, notes: Sequence[str]) -> Iterator[PrintedTime | None]:
    if title:
        yield date_in_title(title)
    made = any(_BY_MACHINE.match(note) for note in notes[:_FIRST_NOTES])
    for note in notes[:_FIRST_NOTES]:
        if made and _DATE.match(note):
            continue
        words = _NOTE.match(note)
        if words and (says := _SAYS_WHEN.match(words["words"])):
            yield read_time(words["words"][says.end() :])


def date_in_title(title: str) -> PrintedTime | None:
    """The date that ends a title, or begins it."""
    leading = leading_time(title)
    if leading and (not leading.rest or _BEFORE.match(leading.rest) or _BEGINS_WITH_NUMBERS.match(title)):
        return leading.time
    ends = (read_time(title[mark.end() :]) for mark in _BEHIND.finditer(title))
    return next(filter(None, ends), None)


def date_of_record(title: str) -> PrintedTime | None:
    """The whole date that ends the title of a press conference, a statement or another record; that of another title may be any day."""
    time = date_in_title(title) if _RECORD.match(title) or _SOMEBODYS_RECORD.match(title) else None
    return time if time and time.year and time.day else None
