"""Names for what somebody will make known: "will say on Wednesday whether he will stand again". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.events.naming import LONGEST, Naming, joined, titled
from newsdesk.find.events.phrases import phrase, subject
from newsdesk.late_pattern import late_pattern

_WILL_SAY: Final = late_pattern(
    r"\b(?:will|would|(?:is|are) (?:due |set |expected |scheduled )?to|(?:plans?|intends?|expects?|promised) to) (?:formally |finally |also |then |officially )?"
    r"(?:say|announce|reveal|disclose|declare|make clear|make known|let [^.;:,]{2,30}? know|(?:tell|inform) [^.;:,“”]{2,40}?)(?: on| by| at)?(?: the)? $"
)
_WHAT: Final = late_pattern(
    r" (?:in [A-Z][\w’'-]+ )?(?:whether|if|when|where|how(?: much| many| far| long)?|who|what|which|why)\b(?P<more> (?:or not )?(?:the|an?|its|his|her|their) (?P<topic>[a-z][^.;:,“”]{2,40}?) (?:will|would|can|could|may|might|should|is|are|has|have|goes|go)\b)?"
)


def by_answer(before: str, after: str, earlier: str, opening: str) -> Naming | None:
    """As in "The regulator will announce on Wednesday whether the merger may go ahead" as "Regulator announcement on merger"."""
    found = _WILL_SAY.search(before[-160:])
    asked = _WHAT.match(after) if found else None
    who = subject(before[-160:][: found.start()], earlier) if found and asked else []
    if asked is None or not who:
        return None
    topic = phrase(asked["topic"]) if asked["topic"] else []
    about = ["on", *topic] if topic and len(who) + len(topic) + 2 <= LONGEST else []
    return titled(joined(who, ["announcement", *about]), 3.2, opening=opening)
