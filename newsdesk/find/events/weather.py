"""Names for the weather that a day brings: "high tides on Sunday could flood the quays". Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.dates.direction_words import WEATHER
from newsdesk.find.events.naming import Naming, titled
from newsdesk.find.events.phrases import phrase
from newsdesk.late_pattern import late_pattern

_WEATHER: Final = late_pattern(
    rf"^(?P<what>(?:[A-Za-z-]+ ){{0,3}}?(?i:{'|'.join(sorted(WEATHER))})(?: (?:in|across|over|along|on) (?:the )?[A-Za-z][^.;:,]{{1,30}}?)?)(?: on| over| at| for)?(?: the)? $"
)
_FORECAST: Final = late_pattern(
    rf"\b(?:forecasters?|meteorologists?|[Oo]ffice|service|bureau) (?:now )?(?:expects?|forecasts?|predicts?|ha(?:s|ve) (?:forecast|predicted)) (?P<what>(?:[\w-]+ ){{0,3}}?(?:{'|'.join(sorted(WEATHER))})\b[^.;:,“”]{{0,40}}?)(?: on| from)?(?: the)? $",
    re.IGNORECASE,
)
_BRINGS: Final = late_pattern(r" (?:could|may|might|will|would|is|are)\b")


def by_weather(before: str, after: str, opening: str) -> Naming | None:
    """As in "High tides on Sunday could bring flooding" as "High tides"."""
    if (told := _FORECAST.search(before[-140:])) and (expected := phrase(told["what"])):
        return titled(expected, 1.8)
    found = _WEATHER.match(before) if _BRINGS.match(after) else None
    what = phrase(found["what"]) if found else []
    return titled(what, 2.7, opening=opening) if what else None
