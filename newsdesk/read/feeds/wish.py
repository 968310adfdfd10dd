"""How often a feed wants to be asked, as it says itself: RSS's `<ttl>`, and `updatePeriod` of the syndication module."""

from __future__ import annotations

import re

from newsdesk.late_pattern import late_pattern

_FIRST_ENTRY = late_pattern(r"<(?:\w+:)?(?:item|entry)[\s>/]")
_HEAD = 65_536
"""Characters in which a feed says something of itself."""
_TTL = late_pattern(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.ASCII)
"""Minutes (RSS 2.0)."""
_PERIOD = late_pattern(r"<(?:\w+:)?updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*<")
_FREQUENCY = late_pattern(r"<(?:\w+:)?updateFrequency>\s*([1-9]\d{0,4})\s*<", re.ASCII)
_SECONDS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}


def feed_wish(text: str) -> int:
    """Seconds from one poll to the next, by what a decoded feed in XML says before its first entry; 0: it says nothing.

    Once an hour says nothing: WordPress writes that into every feed, whatever its writers do.
    """
    first = _FIRST_ENTRY.search(text, 0, _HEAD)
    head = text[: first.start() if first else _HEAD]
    ttl, period, frequency = _TTL.search(head), _PERIOD.search(head), _FREQUENCY.search(head)
    often = int(frequency[1]) if frequency else 1
    says = period is not None and (period[1], often) != ("hourly", 1)
    return max(int(ttl[1]) * 60 if ttl else 0, _SECONDS[period[1]] // often if period and says else 0)
