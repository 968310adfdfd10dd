"""Whether a day is told of another thing than what its sentence begins with: "Ministers meet on Saturday ahead of Tuesday's summit". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.event_nouns import nouns_in, own_clause
from newsdesk.late_pattern import late_pattern

_ON_ITS_OWN: Final = late_pattern(
    r"(?i)\b(?:ahead of|before|prior to|after|following|for|of|until|in time for|to prepare|preparing)(?: next| this)? $"
)
"""Before a day that owns a thing: what stands before is told of another one."""
_OWNED: Final = 60
"""Characters behind a day in which it is told what it owns."""
_LIES_AHEAD: Final = r"(?:ahead of|before|prior to|on the eve of|in preparation for|to prepare(?: for)?)"
_AHEAD_OF: Final = late_pattern(
    rf"(?:\b[A-Z][a-z]{{2,5}}day|\b[Tt]omorrow|\b[Tt]oday|\d)\b[^.;:“”]{{0,60}}? {_LIES_AHEAD} (?P<what>(?:the|an?|its|their|his|her) [^.;:,“”]{{2,60}}?) on (?:the )?$"
)
"""Up to the day of something ahead of which another day lies."""


def begins_its_own(before: str, after: str) -> int | None:
    """Where in the words before a day those begin that tell what is on it, if that is another event than what they begin with.

    As in "Ministers will meet on Saturday ahead of the summit on Tuesday"; at their end where the day owns it: "Tuesday's summit".
    """
    owns = after.startswith(("'s ", "’s ")) and _ON_ITS_OWN.search(before) is not None
    if owns and nouns_in(own_clause(after)[:_OWNED]):
        return len(before)
    ahead = _AHEAD_OF.search(before)
    return ahead.start("what") if ahead and nouns_in(ahead["what"]) else None


_DOES: Final = late_pattern(r" (?:will|would|is|are|has|have|had|was|were|can|could|must|may|might|should|won['’]t)\b")


def without_verb(after: str) -> str:
    """What a day owns, without what is told of its winner or its guests."""
    return _DOES.split(after, maxsplit=1)[0]
