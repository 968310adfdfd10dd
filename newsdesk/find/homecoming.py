"""The day on which somebody comes back, told behind that on which they leave: "fly to Kell on Monday and return on". Pure.

Nobody comes back before they left, so that the second day is counted from the first; and it is that of no second visit.
"""

from __future__ import annotations

import re
from typing import Final

from newsdesk.late_pattern import late_pattern

_HOME: Final = r"(?:return(?:s|ing)?|(?:fl(?:y|ies|ying)|com(?:es?|ing)|go(?:es|ing)?|travel(?:s|ling)?|head(?:s|ing)?|sail(?:s|ing)?|be|(?:is|are)(?: due| expected| scheduled)?) (?:back|home))"
BACK_ON: Final = late_pattern(
    rf"(?P<stay>[^.;:,“”]{{0,60}}?),? (?:and|before|then)(?: will| is to| is due to| are to| are due to| then| to){{0,2}} (?P<does>{_HOME}(?: (?:home|back|to|from|here|with|in|at) ?[^.;:,“”]{{0,30}}?)?) (?:on |early on |late on |by )?(?:the )?"
)
"""From the day on which somebody leaves up to that on which they are back."""
_A_DAY: Final = r"(?:[A-Z][a-z]+day\b|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8} \d{1,2}|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?"
_GOES_AND_COMES: Final = late_pattern(
    r"(?P<who>[^.;:,“”]{2,80}?) (?:will|would|(?:is|are) (?:due |set |expected |scheduled )?to|plans? to|flies|fly|travels?|leaves?|heads?|goes|visits?|sails?)\b[^.;:,“”]{0,90}? "
    rf"{_A_DAY}{BACK_ON.pattern}"
)


def as_coming_back(before: str) -> str | None:
    """As in "The duke will fly to Kell on Monday for a visit and return on" as "The duke will return on"; None where nothing like it is told.

    `before`: a sentence up to the day of which it is asked.
    """
    found = _GOES_AND_COMES.fullmatch(before)
    if found is None:
        return None
    does = re.sub(r"^(\w+)", lambda verb: _BASE.get(verb.group(), verb.group()), found["does"])
    return f"{found['who']} will {does} on "


_BASE: Final = {
    form: base
    for base, forms in {
        "return": "returns returning",
        "fly": "flies flying",
        "come": "comes coming",
        "go": "goes going",
        "travel": "travels travelling",
        "head": "heads heading",
        "sail": "sails sailing",
        "be": "is are",
    }.items()
    for form in forms.split()
}
