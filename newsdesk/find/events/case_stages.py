"""How far a case has come where its hearings on one day are told: whose trial goes on is not about to appear in court first. Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.events.sightings import NEAR, Gathered, Sighting
from newsdesk.late_pattern import late_pattern

_GOES_ON: Final = late_pattern(
    r"\b(?:trial|retrial|inquest|inquiry|tribunal|hearing|case)\b[^.;:“”]{0,60}? (?:continues|resumes|goes on|enters its|(?:will|is due to|is set to|is expected to) (?:continue|resume|go on))\b"
)
"""Of a case that is being heard."""
_APPEARS: Final = late_pattern(r"\b(?:due (?:back )?(?:in|at|before)|appears?|to appear|back in court)\b")
"""Of somebody who comes before a court."""
_FEW: Final = 6
"""Mentions of an event of which each is asked: work stays linear."""


def is_at_another_stage(sighting: Sighting, event: Gathered) -> bool:
    """Whether one of the two is a trial that goes on and the other one somebody's appearance in court, in texts without a name in common."""
    theirs = event.sightings[:_FEW]
    if any(each.post.id == sighting.post.id or sighting.context & (each.words | each.context) for each in theirs):
        return False
    goes_on = _says(_GOES_ON, sighting)
    if goes_on:
        return all(_says(_APPEARS, each) and not _says(_GOES_ON, each) for each in theirs)
    return _says(_APPEARS, sighting) and all(_says(_GOES_ON, each) for each in theirs)


def _says(pattern: re.Pattern[str], sighting: Sighting) -> bool:
    text, mention = sighting.post.words_at(sighting.mention.place), sighting.mention
    begin, stop = max(mention.sentence_start, mention.start - NEAR), min(mention.sentence_end, mention.end + NEAR)
    return pattern.search(text, begin, stop) is not None
