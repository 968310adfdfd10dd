"""A day that is given back to what had left it: "will be held on 24 June after all". Pure.

That an older day is named again is mostly old news; only words that set it against the newer one take that back.
"""

from __future__ import annotations

from typing import Final

from newsdesk.find.change_words import AFTER_ALL
from newsdesk.find.events.sightings import NEAR, Gathered, Sighting
from newsdesk.find.events.sure_telling import surely_told
from newsdesk.late_pattern import late_pattern

_AFTER_ALL: Final = late_pattern(
    rf"(?i)\b{AFTER_ALL}|\bas (?:was )?(?:first|originally|initially) (?:planned|scheduled|announced|set|agreed|intended|listed|fixed)\b"
    r"|\bback (?:to|on|at) (?:its|their|the|his|her) (?:first|original|initial|old|earlier|previous) (?:date|day|slot|time)\b"
)
_ANOTHER_CLAUSE: Final = late_pattern(r"[;:“”]|,? (?:but|while|although|though)\b")


def follow_returns(gathered: list[Gathered]) -> None:
    """What has moved and is told, later on, for a day that it had left after all, is on that day."""
    for event in gathered:
        if event.was is None:
            continue
        moved = max((each for each in event.sightings if each.start == event.start), key=_told, default=None)
        later = (each for each in event.sightings if moved and each.start != event.start and _told(each) > _told(moved))
        back = max((each for each in later if _gives_back(each)), key=_told, default=None)
        if back is not None:
            event.was, event.start, event.end = event.start, back.start, back.end


def _told(sighting: Sighting) -> tuple[object, ...]:
    mention = sighting.mention
    return *sighting.order, mention.place == "text", mention.start


def _gives_back(sighting: Sighting) -> bool:
    """Whether the clause around a day says that it holds after all."""
    mention = sighting.mention
    text = sighting.post.words_at(mention.place)
    before = text[max(mention.sentence_start, mention.start - NEAR) : mention.start]
    behind = text[mention.end : min(mention.sentence_end, mention.end + NEAR)]
    clause = _ANOTHER_CLAUSE.split(before)[-1] + "\x00" + _ANOTHER_CLAUSE.split(behind)[0]
    told = surely_told(text, (mention.sentence_start, mention.sentence_end), mention.start, mention.end)
    return not sighting.is_off and told and bool(_AFTER_ALL.search(clause))
