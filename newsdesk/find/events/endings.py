"""Names for what lasts until a day, what goes on then, and what must be done by it. Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.events.complements import object_of
from newsdesk.find.events.naming import LONGEST, Naming, is_name, joined, titled
from newsdesk.find.events.phrases import phrase, subject
from newsdesk.late_pattern import late_pattern

_TO_ITS_END: Final = r"(?:until|till)(?: at least)?(?: the)? ?$"
_STATE: Final = late_pattern(
    rf"\b(?:(?:will|must) )?(?:is|are|be|remains?|stays?) (?:now |still )?(?P<state>closed|shut|grounded|off limits) {_TO_ITS_END}"
)
_EXTENDED: Final = late_pattern(
    r"\b(?:has|have|was|were|will be|is|are) (?:now |again )?(?:been )?(?P<verb>extended|prolonged|adjourned) (?:to|until|till)(?: the)? $"
)
_OFFER: Final = late_pattern(
    r"(?:^|[.;,] |\bthat )(?i:the|an?|its|their|his|her) (?P<what>(?:[\w’'-]+ ){0,3}?(?:offer|proposal))(?: (?:that|which) (?:was|were) [^.;:,]{3,40}?)? "
    r"(?:(?:(?:will|would|is (?:due|set) to) )?(?P<does>expire|lapse|end|close)s?|(?:has|will) (?:now )?(?:been|be) (?:extended|prolonged) (?:to|until|till))(?: at| on)*(?: the)? $"
)
_MUST: Final = late_pattern(
    r"(?:Under [^.;:,“”]{3,40}, )?(?P<who>[^.;:,“”]{3,50}?) (?:must|(?:(?:would|will) )?ha(?:s|ve) to|needs? to|(?:is|are) required to) (?P<verb>reply|respond|answer|pay|submit|file|vacate|apply|register|comply|decide|appeal)(?P<rest> [^.;:,“”]*?)? by $"
)
_MAY_UNTIL: Final = late_pattern(
    r"(?P<who>[^.;:,“”]{3,50}?) (?:can|may|are able to) (?:still |now )?(?P<verb>register|apply|vote|bid|respond|comment|appeal|object|claim|enrol|enroll|nominate)(?P<rest> [^.;:,“”]*?)? (?:until|till|up to)(?: the)? $"
)
_MUST_BE_IN: Final = late_pattern(
    r"(?i)(?:^|[.;:,“”] ?)(?:[^.;:,“”]{0,30} )?(?P<what>bids|entries|applications|nominations|submissions|comments|responses|ballots|forms|returns|tenders|proposals|claims|objections|offers|pitches|payments)"
    r"(?P<about> (?:for|from|to|on) [^.;:,“”]{3,40}?)? (?:must|should|ha(?:s|ve) to|needs? to|(?:is|are) to) (?:be (?:in|with [^.;:,]{3,40}?|(?:submitted|received|returned|lodged|made|filed|sent|handed in|postmarked)[^.;:,]{0,40}?)|arrive[^.;:,]{0,30}?|reach [^.;:,]{3,40}?) by $"
)
_UNDERGOES: Final = late_pattern(
    r"\b(?:will|(?:is|are) (?:due |set |expected |scheduled )?to) (?P<verb>have|undergo) (?:an?|his|her|their|further)? ?(?P<what>(?:[a-z-]+ ){0,2}(?:medical|medicals|operation|surgery|scan|scans|tests))"
    r"(?: (?:in|at|with) [^.;:,]{2,40}?)?(?: on| at| a week on)?(?: the)? ?$"
)


_DEBUT: Final = late_pattern(
    r"\b(?:will|could|may|might|would|(?:is|are) (?:due |set |expected |likely )?to) make (?:his|her|their|its) (?:[a-z]+ )?debut(?P<rest> (?:against|for|in|at) [^.;:,]{2,40}?)?(?: on)?(?: the)? $"
)
_INVITED: Final = late_pattern(
    r"\binvit(?:ed|es) (?P<who>(?:both|the|all) [^.;:,“”]{3,40}?) back(?: to [^.;:,]{2,30}?)?(?: for| on)(?: the)? $"
)


_SMALL: Final = frozenset({"the", "a", "an"})
_LAST_DAY: Final = late_pattern(
    r"(?:^|\b[Tt]he )(?i:last (?:day|chance|date)) (?P<aim>(?:to|for) [a-z][^.;:,“”]{2,40}?) (?:is|will be)(?: on)?(?: the)? $"
)
_WILL_BE_AT: Final = late_pattern(
    r"\b(?:will|(?:is|are) (?:due |set |expected |scheduled )?to) be (?P<where>(?:at|in) (?:the )?(?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})(?: at| on| from)*(?: the)? $"
)


def by_offer(before: str, opening: str) -> Naming | None:
    """As in "The offer has been extended to ..." as "Offer to end", "The firm's offer will lapse on ..." as "Firm's offer to lapse"."""
    offer = _OFFER.search(before[-160:])
    if offer is None:
        return None
    return titled([*offer["what"].split(), "to", offer["does"] or "end"], 2.8, opening=opening, clause=True)


def by_ending(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The airport is closed until ..." as "Airport to stay closed", "Proceedings are adjourned until ..." as "Proceedings to resume"."""
    tail = before[-160:]
    state, extended = _STATE.search(tail), _EXTENDED.search(tail)
    found = state or extended
    who = subject(tail[: found.start()], earlier) if found else []
    if state and who:
        told = ["to", "stay", *state["state"].split()]
        words = [*who, *told] if len(who) + len(told) <= LONGEST else [*who, *told[2:]]
        return titled(words, 1.3, opening=opening, clause=True)
    if extended and who and (who == [opening] or who[-1].islower()):
        does = "resume" if extended["verb"] == "adjourned" else "end"
        return titled(joined(who, ["to", does]), 1.1, opening=opening, clause=True)
    return None


def by_duty(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The company must reply by ..." as "Deadline for company to reply"; "will have a medical on ..." as "... to have medical"."""
    must = _MUST.match(before)
    who = phrase(must["who"]) if must else []
    if must and who:
        if before.startswith(who[0]) and not is_name(who[0], who):
            who = [who[0].lower(), *who[1:]]
        goal = object_of(must["rest"] or "", 3)
        whose = ["for", *who] if len(who) + len(goal) + 4 <= LONGEST else []
        return titled(["Deadline", *whose, "to", must["verb"], *goal], 1.3, opening="Deadline")
    if may := _MAY_UNTIL.match(before):
        who = phrase(may["who"])
        if who and before.startswith(who[0]) and not is_name(who[0], who):
            who = [who[0].lower(), *who[1:]]
        goal = object_of(may["rest"] or "", 2)
        whose = ["for", *who] if who and len(who) + len(goal) + 4 <= LONGEST else []
        return titled(["Deadline", *whose, "to", may["verb"], *goal], 1.3, opening="Deadline")
    if (in_by := _MUST_BE_IN.search(before)) and (what := in_by["what"].lower()):
        about = phrase(f"{what}{in_by['about'] or ''}")
        return titled(
            ["Deadline", "for", *(about if about and len(about) + 2 <= LONGEST else [what])], 1.3, opening="Deadline"
        )
    if invited := _INVITED.search(before):
        return titled([*invited["who"].removeprefix("the ").split(), "to", "return"], 1.2, opening=opening, clause=True)
    debut = _DEBUT.search(before)
    who = subject(before[: debut.start()], earlier) if debut else []
    if debut and who:
        where = (debut["rest"] or "").split()
        whole = len(who) + 1 + len(where) <= LONGEST
        return titled([*who, "debut", *(where if whole else [])], 1.3, opening=opening)
    if last := _LAST_DAY.search(before):
        aim = [word for word in last["aim"].split() if word not in _SMALL]
        return titled(["Last", "day", *aim][:LONGEST], 1.3, opening="Last")
    is_there = _WILL_BE_AT.search(before)
    who = subject(before[: is_there.start()], earlier) if is_there else []
    if is_there and who:
        where = [word for word in is_there["where"].split() if word != "the"]
        return titled(joined(who, where), 1.1, opening=opening, clause=True)
    undergoes = _UNDERGOES.search(before)
    who = subject(before[: undergoes.start()], earlier) if undergoes else []
    if undergoes and who:
        words = ["to", undergoes["verb"], *undergoes["what"].split()]
        return titled(joined(who, words), 1.3, opening=opening, clause=True)
    return None


_FOLLOWS: Final = late_pattern(
    r"(?:^|[,;] (?:and |but )?|\b(?:and|but) )(?P<thing>(?:[Aa]n?|[Tt]he|[Aa]nother) [^.;:,“”]{3,40}?)"
    r" (?:(?:will|would|could|is (?:due |set |expected )?to) (?:then )?follow|(?:then )?follows)(?: on| in [A-Z][\w’'-]+ on)?(?: the)? $"
)


def by_following(before: str, opening: str) -> Naming | None:
    """As in "A second round would follow on ..." as "Second round"."""
    found = _FOLLOWS.search(before)
    words = phrase(found["thing"]) if found else []
    return titled(words, 1.6, opening=opening) if len(words) > 1 else None
