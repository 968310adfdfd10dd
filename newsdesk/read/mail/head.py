"""Whether a text is a mail, without what taking one apart imports (35 ms)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from newsdesk.late_pattern import late_pattern

_HEAD_LINE = late_pattern(r"(?P<key>[A-Za-z][\w-]{1,40}):[ \t]?(?P<value>[^\n]*)(?:\n[ \t][^\n]*)*\n")
_KEYS = {
    "from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path", "delivered-to", "reply-to", "cc", "content-type", "sender",
    "dkim-signature", "list-unsubscribe", "list-id", "content-transfer-encoding", "authentication-results", "x-mailer",
}  # fmt: skip
_HEAD = 65_536
"""Characters in which the headers that tell a mail stand; some carry many signatures above them."""
FORWARDED = late_pattern(
    r"(?:-{3,}\s*(?:Forwarded message|Original message|Forwarded by .{2,60})\s*-{3,}|Begin forwarded message:)",
    re.IGNORECASE,
)
"""The line over a mail that another one forwards."""
FORWARDED_KEY = late_pattern(r"\*?(?P<key>From|Date|Sent|Subject|To|Cc|Reply-To)\s?:\*?\s*(?P<value>.*)", re.IGNORECASE)
"""A line of what that mail says of itself."""
_FORWARDED_BELOW = late_pattern(
    rf"^[ \t>]*{FORWARDED.pattern}[ \t]*(?P<below>(?:\n[^\n]*){{1,9}})", re.IGNORECASE | re.MULTILINE
)


_BLOCK_BELOW_NOTE = late_pattern(
    r"^[ \t]*\*?From\s?:[^\n]{1,1000}(?P<below>(?:\n[ \t]*\*?(?:Sent|Date|To|Cc|Subject)\s?:[^\n]{0,1000}){3,5})",
    re.IGNORECASE | re.MULTILINE,
)
"""What the mail says of itself, without a line that it was forwarded, as Outlook has it."""
_LONGEST_NOTE = 1_500
"""Characters over such a block; an article that prints a mail has more."""
_OF_A_MAIL = ({"sent", "date"}, {"to"}, {"subject"})


def told_below(lines: Sequence[str]) -> set[str]:
    """The keys of the lines on top that say something of a mail."""
    keys = (FORWARDED_KEY.fullmatch(line.strip(" \t>")[:1_000]) for line in lines)
    return {key["key"].lower() for key in takewhile(bool, keys) if key}


def heads_a_mail(keys: AbstractSet[str]) -> bool:
    """Whether these keys are all that tells a mail by itself: who sent it, when, to whom and of what."""
    return "from" in keys and all(keys & either for either in _OF_A_MAIL)


def forwarded_line(text: str) -> int | None:
    """The number of the line, from 1, over a mail that a text which is no mail's file forwards; None without one.

    The mail says who sent it, and when or from which address: letters that are printed in an article have a sender and a subject, too.
    """
    for found in _FORWARDED_BELOW.finditer(text):
        told = {
            key["key"].lower(): key["value"]
            for line in found["below"].split("\n")
            if (key := FORWARDED_KEY.fullmatch(line.strip(" \t>")[:1_000]))
        }
        if "from" in told and ("date" in told or "sent" in told or "@" in told["from"]):
            return text.count("\n", 0, found.start()) + 1
    for found in _BLOCK_BELOW_NOTE.finditer(text):
        if found.start() <= _LONGEST_NOTE and heads_a_mail(told_below(found[0].split("\n"))):
            return text.count("\n", 0, found.start()) + 1
    return None


def is_mail(text: str) -> bool:
    """Whether a text begins with the headers of a mail; an article may begin with "Date:" and "Source:", too."""
    position = text.find("\n") + 1 if text.startswith("From ") else 0
    keys: set[str] = set()
    while len(keys) < 100 and (found := _HEAD_LINE.match(text, position)) and position < _HEAD:
        keys.add(found["key"].lower())
        position = found.end()
    return "from" in keys and len(keys & _KEYS) >= 3
