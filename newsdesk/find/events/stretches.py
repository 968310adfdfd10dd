"""Days of one sentence that are the beginning and the end of one thing: "begins on 26 June and ends on 27 June". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Timex

_BEGINS: Final = late_pattern(
    r"(?i)\b(?:begins?|starts?|opens?|kicks? off|gets? under way|comes? into (?:force|effect)|takes? effect|runs? from|arrives?|walk(?:s|ing)? out|stop(?:s|ping)? work|downs? tools|go(?:es)? on strike)(?: in (?:the )?[\w’'-]+)?,?(?: on| at)?(?: the)? ?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?$"
)
_ENDS: Final = late_pattern(
    r"(?i)(?: in (?:the )?[\w’'-]+)?,? (?:and )?(?:then )?(?:(?:will|is due to|is set to|is to) )?(?:end|finish|close|conclude|(?:run|last|continue|go on)(?=s? (?:un)?til|s? to\b|s? through)|(?:stay|remain)s? (?:out|away|on strike|off work)(?= (?:un)?til)|stay(?=s? (?:un)?til|s? through))(?:e?s)?"
    r"(?: (?:on|at|until|till|to|through))*(?: the)? ?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?"
)
_LONGEST: Final = 400
"""Days between a beginning and an end that belong together."""


class Stretch(NamedTuple):
    """First and last day of what lasts, of which an expression tells the beginning or the end."""

    first: date
    last: date
    begins: bool


def stretches(text: str, timexes: Sequence[Timex]) -> dict[int, Stretch]:
    """What begins on one day or hour and ends on the next one named, by where each of the two expressions begins.

    Args:
        text: what the expressions stand in.
        timexes: its expressions, in their order.
    """
    found: dict[int, Stretch] = {}
    for first, last in pairwise(timexes):
        if not (_is_day(first) and _is_day(last) and last.upcoming) or first.value > last.value:
            continue
        begins = _BEGINS.search(text, max(0, first.start - 40), first.start)
        if begins is None or not _ENDS.fullmatch(text, first.end, last.start):
            continue
        opens, ends = date.fromisoformat(first.value[:10]), date.fromisoformat(last.value[:10])
        if is_night(first.value, last.value):
            ends = opens
        if (ends - opens).days <= _LONGEST:
            found[first.start], found[last.start] = Stretch(opens, ends, True), Stretch(opens, ends, False)
    return found


def is_night(first: str, last: str) -> bool:
    """Whether two moments are the beginning and the end of one night: "from 10pm to 5am" is no event of two days."""
    days = date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])
    return len(last) == 16 and days <= timedelta(days=1) and last[11:] <= "12:00"


def _is_day(timex: Timex) -> bool:
    return len(timex.value) >= 10 and timex.value_end is None


_BEGINNING: Final = late_pattern(
    r" (?:begins?|starts?|opens?|to (?:begin|start|open)|start|comes? into (?:force|effect)|takes? effect)$"
)


_LASTING: Final = late_pattern(r"(?P<what>.+?) (?:to )?(?:last|run)s?(?: for)? [\w-]+ (?:days|nights|weeks)")


def whole(title: str) -> str:
    """The name of what lasts, without the word for its beginning ("Book fair begins"), if more than one word is left."""
    if (thing := _LASTING.fullmatch(title)) is not None:
        return thing["what"]
    left = _BEGINNING.sub("", title)
    return left if " " in left else title
