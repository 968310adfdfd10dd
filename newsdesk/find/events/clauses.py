"""Names for events from the verbs of their sentences: who will do what. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsdesk.find.change_words import MOVES
from newsdesk.find.event_nouns import EVENT_VERBS, base_form, class_of
from newsdesk.find.events.complements import object_of, phrases_after, place_in
from newsdesk.find.events.naming import LONGEST, Naming, joined, titled
from newsdesk.find.events.phrases import (
    NAME_RUN,
    ONE_OF_SEVERAL,
    PUTS_ITS_OWN,
    acted_on,
    follows_motion,
    phrase,
    short_name,
    subject,
)
from newsdesk.find.events.words import COMPLETE, DATE_WORDS, FUNCTION_WORDS, LIGHT, NUMBERS, PARTS, ROLES
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_GOVERNED: Final = late_pattern(
    r"\b(?:will|would|could|may|might|(?:is|are|was|were) (?:due|set|expected|scheduled|likely|going|to)|due|set|plans|plan|intends|expected|scheduled|agreed(?= to )|vowed(?= to )|promised(?= to )|pledged(?= to )|must|ha(?:s|ve) to|needs? to|(?<!ed )(?<!open )(?<!option )(?<!whether )(?<!how )to)"
    r"(?: to)?(?: also| then| now| later| next| instead| still| again| (?!only |fly |rely |reply |apply |supply |comply )[a-z]+ly)?(?: be(?= back (?:in|at|on)\b))? (?P<verb>[a-z]{3,})\b"
    r"|(?<!['’]s )(?<!s['’] )\b(?P<present>(?<=s )meet|(?<!to )(?<!will )(?<!would )(?<!could )meet(?= (?:in|at|on) )|(?<=\b[Tt]hey )(?:meet|travel|fly|vote|strike|visit|march)|meets|appears?(?= (?:before|in front of|in court|in the dock)\b)|flies|visits|votes|testifies|travels|launches|strikes|speaks|(?<=s )vote|(?<=s )strike|(?<=s )travel)\b"
)
_NOMINAL: Final = {
    "visit": ("visit", "to"),
    "travel": ("visit", "to"),
    "fly": ("visit", "to"),
    "head": ("visit", "to"),
    "meet": ("meeting", "with"),
    "negotiate": ("talks", "with"),
    "strike": ("strike", ""),
    "testify": ("testimony", ""),
    "appear": ("court appearance", ""),
    "vote": ("vote", "on"),
    "march": ("march", "in"),
    "protest": ("protest", "in"),
    "launch": ("launch", "of"),
    "speak": ("speech", ""),
    "rule": ("ruling", "on"),
}
"""Verbs that are better told as nouns, each with the word that leads its object."""


_NOBODY: Final = word_set(
    "rain snow sleet hail fog frost ice thunder lightning wind sunshine drizzle heat traffic disruption flooding chaos turnout trouble unrest",
    "violence progress news word agreement judgment delivery work help aid fighting shelling everyone everybody nobody more much little",
    "construction voting polling consent approval growth inflation",
)
"""What is expected somewhere and travels nowhere; the capital that opens a sentence makes no name of it."""


_VESSELS: Final = word_set(
    "ship freighter ferry tanker vessel liner yacht boat tug barge trawler frigate destroyer submarine carrier convoy train plane flight aircraft"
)
"""What arrives where it is due."""


def by_visit(before: str, after: str, earlier: str, opening: str) -> Naming | None:
    """As in "X will be in Malta on ..." as "X visit to Malta"."""
    found = re.search(
        r"\b(?:will be|is due|is to be|will stay|stays|will stop|is (?P<expected>expected|awaited)) (?:in (?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)"
        r"|(?:at|before) (?P<court>(?:[A-Z][\w’'-]+ ){1,3}(?:Court|court|magistrates)))",
        before + after,
    )
    if found is None:
        there = _IS_THERE.search(before[-160:])
        who = subject(before[-160:][: there.start()], earlier) if there else []
        if (
            there is None
            or not who
            or not (who[-1][0].isupper() or who[-1].lower() in ROLES)
            or class_of(who[-1].lower())
        ):
            return None
        return titled(joined(who, ["visit", "to", *there["place"].split()]), 2.0, opening=opening)
    who = subject((before + after)[: found.start()], earlier)
    if who and who[-1] in _VESSELS and found["place"]:
        # "The ship is due in Hull": it pays no visit.
        return titled(joined(who, ["to", "arrive", "in", *found["place"].split()]), 2.6, opening=opening, clause=True)
    if not who or not who[-1][0].isupper():
        return None
    if found["court"]:
        # "He is due at Hull Crown Court": nobody pays a court a visit.
        return titled(joined(who, ["hearing", "at", *found["court"].split()]), 2.6, opening=opening)
    if found["expected"] and ((len(who) == 1 and who[0].lower() in _NOBODY) or class_of(who[-1].lower())):
        return None
    return titled(joined(who, ["visit", "to", *found["place"].split()]), 2.6, opening=opening)


_IS_THERE: Final = late_pattern(
    r"(?<!\bit )\bis in (?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)(?: for (?:talks|a summit|a meeting))?(?: on)?(?: the)? $"
)
"""As in "The pope is in Malta on ...", right before the day."""
_IN_COURT: Final = late_pattern(
    r"\b(?:(?:is|are|was|were) (?:now |next )?(?:due|expected|scheduled)|will be|due)(?: to be)?(?: back)? (?:in court(?! (?:one|two|three|\d))|(?:before|in front of) (?:the |a )?(?:court|magistrates|judges?))\b"
)
_PAPERS: Final = word_set("papers documents report reports evidence files records figures accounts they it")


def by_court(before: str, after: str, earlier: str, opening: str) -> Naming | None:
    """As in "A baker is due in court on ..." as "Baker court appearance"; a case has its hearing."""
    whole = before + after
    found = _IN_COURT.search(whole)
    if found is None or found.start() > len(before):
        return None
    who = subject(whole[: found.start()], earlier)
    if not who or who[-1].lower() in _PAPERS:
        return None
    told = ["hearing"] if who[-1].lower() in {"case", "dispute", "lawsuit"} else ["court", "appearance"]
    words = joined(who, told)
    place = place_in(whole[found.end() :])
    return titled(words + (place if len(words) + len(place) <= LONGEST else []), 2.6, opening=opening)


def _far_behind(before: str, verb: re.Match[str]) -> bool:
    """Whether a verb stands so far behind the day that the one before the day has it."""
    return verb.start() > len(before) + _AT_ONCE


_AT_ONCE: Final = 25
_SPEAKS_TO: Final = late_pattern(
    r" (?:again |directly )?(?:(?:to|with) (?:the |his |her |their )?(?:[\w’'-]+ ){0,4}?[A-Z]|(?:by|over the|on the) (?:tele)?phone\b)"
)
"""After "speak": to a person, or on the telephone."""


def by_event_verb(before: str, after: str, noun_class: str | None, earlier: str, opening: str) -> Naming | None:
    """As in "X will visit Y on ..." as "X visit to Y"."""
    whole = before + "\x00" + after
    found = None
    for match in _GOVERNED.finditer(whole):
        verb = base_form(match["verb"] or match["present"])
        if verb == "fly" and whole[match.end() :].startswith((" at ", " the ", " over ")):
            # Flags at half-mast, aircraft over a parade.
            continue
        if found is not None and _far_behind(before, match):
            break
        if verb in _NOMINAL and EVENT_VERBS.get(verb) in {noun_class, None}:
            found = match
            if match.end() > len(before):
                break
    if found is None:
        return None
    verb = base_form(found["verb"] or found["present"])
    noun, link = _NOMINAL[verb]
    who = subject(whole[: found.start()], earlier)
    if noun == "court appearance" and not _AT_COURT.match(whole, found.end()):
        return _appearance(who, whole[found.end() :].split("\x00")[0], f"{earlier} {whole}", opening)
    if found["present"] and {word.lower() for word in who} <= NUMBERS:
        # "Two strikes are planned": a noun.
        return None
    if not who:
        return Naming("Court appearance", 1.2) if noun == "court appearance" else None
    rest = re.sub(r"^ on(?= to )", "", _HOW.sub("", whole[found.end() :].split("\x00")[0]))
    if link == "on" and rest.strip() in {"", "on"} and after.startswith((" on ", " over ")):
        # "Votes on Tuesday on the housing law", but not "on a measure".
        topic = object_of(re.sub(r"^ (?:on|over) ", " ", after), 2)
        rest = after if topic[1:] else rest
    if link == "to" and verb != "head" and (way := _HOME.match(rest)):
        return titled([*who, "to", verb, way["where"]], 2.5, opening=opening, clause=True)
    if noun == "speech" and _SPEAKS_TO.match(rest):
        # Who speaks to somebody gives no speech.
        noun, link = "call" if "phone" in rest else "talks", "with"
        rest = re.sub(r" (?:again|directly|in person|(?:by|over the|on the) (?:tele)?phone)\b", "", rest)
    words = joined(who, noun.split())
    if noun in {"strike", "protest"} and before.endswith((" until ", " till ")):
        return titled([*words, "to", "end"], 2.5, opening=opening, clause=True)
    if link == "to" and "and" in who and len(words) > 3:
        # Where both and their goal have no room, the first one will do.
        words = (
            [who[0], noun]
            if len(who) == 3 and len(place_in(f" in{rest[3:]}" if rest.startswith(" to ") else rest)) > 2
            else words
        )
    if verb_is_public := re.match(r" (?P<link>on|to|against|through|over) ", rest) if link == "in" else None:
        link = verb_is_public["link"]
    rest = (
        ""
        if rest.startswith((" in ", " at ", " for ", " before "))
        else re.sub(rf"^ (?:on|with|to|{link or 'on'}) ", " ", rest)
    )
    goal = object_of(rest, LONGEST - len(words) - 1) if link or rest.startswith((" on", " over")) else []
    if goal:
        words += [link, *goal] if link else goal if goal[0] in {"on", "over", "in", "at"} else []
    elif place := place_in(whole[found.end() :]):
        words += place if len(words) + len(place) <= LONGEST else []
    return titled(words, 2.5 + 0.5 * bool(goal) + 0.5 * who[-1][0].isupper(), opening=opening)


_HOW: Final = late_pattern(
    r" (?:face[ -]to[ -]face|in person|behind closed doors|in private|privately|in secret|in public|(?:by|via) video ?link|by videoconference|online|virtually|remotely)(?= (?:on|at|with|to|in|for)\b|[ ,]*$)"
)
"""How they meet, and with whom it is not."""
_HOME: Final = late_pattern(r" (?P<where>home|back|again(?! to\b))\b")
"""After "fly": no visit."""
_AT_COURT: Final = late_pattern(
    r"(?i)[^.;:]{0,60}?\b(?:court|courts|judge|judges|magistrates?|justices?|sheriff|coroner|bench|the dock)\b"
)
"""After "appear": before those who judge."""
_ACCUSED: Final = late_pattern(
    r"(?i)\b(?:charged|accused|arrested|remanded|bailed|indicted|on bail|in custody|courts?|trial|magistrates?|hearing|plead\w*|murder|fraud|theft)\b"
)
_BEFORE_BODY: Final = late_pattern(r" (?:again )?(?:before|in front of) (?P<body>[^.;:,“”]{2,60})")


def _appearance(who: Sequence[str], rest: str, told: str, opening: str) -> Naming | None:
    """What it is to appear where the sentence names no court: before a committee, or in court after what was told."""
    heard = _BEFORE_BODY.match(rest)
    if not who or (not heard and rest.strip(" ,")[:3] not in {"", "on", "at"}):
        return None
    if not heard:
        # "He is charged with theft. He will next appear on ...".
        accused = _ACCUSED.search(told)
        return titled(joined(who, ["court", "appearance"]), 3.0, opening=opening) if accused else None
    who = _by_surnames(who)
    for told_of in (["to", "appear", "before"], ["before"]):
        body = object_of(f" {heard['body']}", LONGEST - len(who) - len(told_of))
        if body:
            return titled([*who, *told_of, *body], 3.0, opening=opening, clause=True)
    return None


def _by_surnames(who: Sequence[str]) -> list[str]:
    """Two people by the last of their names, "Holm and Reyk"; others as they are told."""
    if who.count("and") == 1 and len(who) > 3 and all(word[0].isupper() for word in who if word != "and"):
        return [*short_name(" ".join(who[: who.index("and")]))[-1:], "and", who[-1]]
    return list(who)


_PRESENT: Final = late_pattern(
    r"(?<![\w-])(?P<verb>reopens?|opens?|begins?|starts?|resumes?|expires?|ends?|returns?|takes? effect|comes? into (?:force|effect)|comes? out|go(?:es)? on sale"
    r"|go(?:es)? on trial|walks? out|closes?|kicks? (?:off|in)|premieres?|debuts|ships|peaks|undocks?|(?:(?<=album )|(?<=single )|(?<=season )|(?<=series )|(?<=trailer )|(?<=episode ))drops|(?:re)?convenes?|shows? again|arrives?|leaves?|retires?|lands?|shuts?|finish(?:es)?|go(?:es)? live|lapses?|takes? place"
    r"|takes? office|downs? tools|runs? out|rises(?= for)|gets? under way|go(?:es)? (?:up|down)|continues|tees? off|hits? (?:cinemas|screens|shelves|shops|stores|theat(?:er|re)s|the (?:shops|shelves))|airs|air(?= (?:on|at|in)\b)|runs?|lasts|(?<!['’]s )last(?= (?:until|till|for|from|on|at|through|into|an?|all|several|\d)| ?$)|lifts? off|blasts? off|splash(?:es)? down|touch(?:es)? down|sets? off|sits|(?:is|are) sworn in|(?<=s )(?:rise|increase|change)(?= (?:on|from|by|in|at) |\s?$))\b(?!-)"
    r"(?P<rest>(?:[^.;:,]|[.,](?=\d)){0,30})$"
)
_BARE: Final = word_set("open reopen close start begin end resume return arrive leave")
_HOW_OFTEN: Final = (
    r"(?: daily| nightly| every (?:day|night|weekday|weekend)| each (?:day|night)| around the clock| on weekdays)?"
)
_RUNS_UNTIL: Final = late_pattern(
    rf"\b(?:runs?|lasts?|continues?|go(?:es)? on|(?:is|are|remains?|stays?|(?:will|would|(?:is|are) (?:due |set |expected )?to) (?:be|remain|stay)) in (?:force|place|effect)){_HOW_OFTEN}(?: (?:in|at|for|across) [^.;:,]{{2,30}})? (?:until|till)(?: [a-z]+){{0,2}} ?$"
)


_STAYS_UNTIL: Final = late_pattern(
    r"\b(?:(?:will|would|must|(?:is|are) (?:due |set |expected |likely )?to) )?(?:stays?|remains?|keeps?|is|are|be) (?:now |still |also )?open"
    rf"{_HOW_OFTEN}(?: (?:in|at|for|across|to) [^.;:,]{{2,30}})? (?:until|till)(?: (?:the|next|early|late))? ?$"
)


def by_end(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The exhibition runs until ..." as "Exhibition to end", what stays open as "to close": its day alone would pass for the beginning."""
    tail = before[-140:]
    if found := _RUNS_UNTIL.search(tail):
        then = "end"
    elif found := _STAYS_UNTIL.search(tail):
        then = "close"
    else:
        return None
    who = subject(tail[: found.start()], earlier)
    return titled(joined(who, ["to", then]), 2.7, opening=opening, clause=True) if who else None


_WILL_RUN: Final = late_pattern(
    r"\b(?:will|(?:is|are) (?:now )?(?:due |set |expected |scheduled )?to) (?:also |now |then |once again |again )?(?P<verb>run|operate)(?P<rest>(?: [^\W\d][^.;:,]{0,40}?)?),? from (?:the )?$"
)


def by_running(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The ferry will run every hour from ..." as "Ferry to run"."""
    found = _WILL_RUN.search(before[-140:])
    if found is None or found["rest"].startswith(_FOR_OFFICE):
        return None
    who = subject(before[-140:][: found.start()], earlier)
    return titled(joined(who, ["to", found["verb"]]), 1.3, opening=opening, clause=True) if who else None


_FOR_OFFICE: Final = (" for ", " out", " dry", " into", " away", " over")
"""After "run": no service."""
_TRANSITIVE: Final = late_pattern(r"(?:re)?opens?|begins?|starts?|resumes?|ends?|closes?|leaves?|shuts?|finish")
_OBJECT: Final = late_pattern(
    r" (?!(?:on|off|near|in|at|to|from|for|by|with|after|before|until|of|over|early|late|again|next|this)\b)(?!\d)(?:the |an? )?[\w’'-]{3,}"
)
"""After a verb that may stand without an object: it has one."""
_TO_DO: Final = late_pattern(r" to (?P<does>(?!be\b|the\b)[a-z]{3,})(?: |$)")
_FUTURE: Final = late_pattern(
    r"\b(?:will|to|would|could|may|might|must|should) (?:also |now |then )?(?:(?:stay|remain) )?$"
)
_EFFECT: Final = late_pattern(
    r"\b(?:will|would|(?:is|are) (?:due|set|expected|forecast) to|to) (?P<verb>take effect|come into (?:force|effect)|go on (?:sale|trial)|take (?:place|office)|run out|go live|make landfall)\b[^.;:,]{0,40}$"
)


def by_present_verb(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The museum reopens on ..." as "Museum reopens"; "the rules will take effect on ..." alike."""
    tail = before[-140:]
    effect = _EFFECT.search(tail)
    if effect:
        who = subject(tail[: effect.start()], earlier)
        if who and effect["verb"] != "take place":
            return titled(joined(who, ["to", *effect["verb"].split()]), 2.0, opening=opening, clause=True)
    found = _PRESENT.search(tail)
    if found is None or _FUTURE.search(tail, 0, found.start()):
        return None
    left = re.sub(r", which $|,[^,]{0,60}, $", " ", tail[: found.start()])
    who = subject(left, earlier)
    if not who or found["verb"] in {"take place", "takes place"}:
        return None
    if found["verb"].startswith("kick") and _OBJECT.match(found["rest"]):
        # "The mayor kicks off the final": the final is what is to come.
        return None
    place = place_in(found["rest"])
    goal = object_of(found["rest"], 3) if _TRANSITIVE.match(found["verb"]) and _OBJECT.match(found["rest"]) else []
    verb = found["verb"].split()
    if verb[0] in _BARE and who[-1].islower() and not who[-1].endswith("s") and "and" not in who:
        # "Hopes to see the museum open on ...".
        verb = ["to", *verb]
    if verb[0].startswith(("begin", "start")) and not goal and (then := _TO_DO.match(found["rest"])):
        # "Peacekeepers begin to deploy on ...".
        verb = [*verb, "to", then["does"]]
    lasts = verb[0].startswith(("run", "last")) and verb[-1] != "out"
    # "The trial continues": the noun tells as much.
    lasts = lasts or (verb == ["continues"] and class_of(who[0].lower()) is not None)
    if verb[0].startswith(("kick", "get")) and len(who) + len(verb) > LONGEST >= len(who):
        # "The final between Kelm and Dene kicks off": whose it is tells more.
        verb = []
    words = joined(who, [] if lasts else [*verb, *goal])
    return titled(words + (place if len(words) + len(place) <= LONGEST else []), 1.8, opening=opening, clause=True)


_PARTICIPLE: Final = r"(?P<verb>handed (?:over|in|down|back)|[a-z]+ed(?: (?:out|up|off|down|back|away)(?! the\b))?|sworn in|held|shut|cut|built|made|put|laid|flown|read|chosen|given|handed over|sent|freed|buried|told|paid)"
_PASSIVE: Final = late_pattern(
    rf"\b(?:will|would|must|should|could|may|might|(?:is|are|was|were) (?:to|due to|expected to|set to|likely to)|due to|to) (?:also |now )?be {_PARTICIPLE}"
    r"(?: (?:in|at|to|over|from|into|down|out|by|as)(?: the)?(?: [\w’'-]+){1,4}?)?(?: (?:in|at)(?: the)?(?: [\w’'-]+){1,3})? ?(?:on |at |by |from |until )?(?:\w+ )?$"
)
_IS_SHOWN: Final = late_pattern(
    r"\b(?:is|are) (?P<verb>unveiled|published|released|sentenced|buried|installed|inaugurated|crowned|named|chosen|drawn|awarded)(?P<rest>(?: (?:in|at) [^.;:,]{2,40}?)?)(?: on| at)?(?: the)? $"
)
"""The present tense of what the calendar has: "a mural is unveiled on ..."."""
_IT: Final = late_pattern(r"(?i)\W*it ")
_ITS_ACT: Final = {
    "sentenced": "Sentencing",
    "arraigned": "Arraignment",
    "buried": "Burial",
    "extradited": "Extradition",
    "deported": "Deportation",
    "released": "Release",
    "freed": "Release",
    "executed": "Execution",
    "questioned": "Questioning",
    "sworn in": "Swearing-in",
}
"""What is done to somebody without a name, by its noun."""
_MAY: Final = late_pattern(r"(?:would|could|may|might|should|to)\b")
_ATTENDED: Final = word_set("attend address open chair face join mark celebrate unveil")
"""Verbs whose object is an event, whoever comes to it."""
_BEGUN: Final = word_set("begin start stop end give")
"""Verbs that tell something with their object: "to begin construction"."""
_DECLARED: Final = late_pattern(
    r"\b(?:ha(?:s|ve) been|is|are|was|were) (?:declared|issued|called|announced|scheduled|planned|arranged|set|fixed|named|booked|pencilled in|forecast) (?:for|on|from) (?:the )?$"
)


_PRESENT_WITH_OBJECT: Final = late_pattern(
    r"(?<![\w-])(?P<verb>names?(?= (?:his|her|its|their|the) )|reports?|gives?|hears?|publish(?:es)?|unveils?|announces?|delivers?|signs?|reveals?|presents?|makes(?= (?:its|his|her|their) )|takes up|questions|restarts|releases|debates?|considers?|decides?|chairs?|address(?:es)?|marks"
    r"|celebrates?|welcomes?|elects?|briefs(?= (?:the|its|his|her|their|[A-Z]))|chooses?|faces?|hosts?|launch(?:es)?|opens?|holds?|sets? out)\b(?!-)(?P<rest> [^.;:,]{3,50})$"
)


def by_present_verb_with_object(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The watchdog publishes its report on ..." as "Watchdog publishes report"."""
    tail = before[-140:]
    found = _PRESENT_WITH_OBJECT.search(tail)
    if found is None or _FUTURE.search(tail, 0, found.start()):
        return None
    who = subject(tail[: found.start()], earlier)
    verb = found["verb"].split()
    room = LONGEST - min(len(who), 3) - len(verb)
    about = _DECIDES_ON.match(found["rest"]) if found["verb"].startswith("decide") else None
    goal = ["on", *told] if about and (told := object_of(about["what"], room - 1)) else object_of(found["rest"], room)
    if who and about and not goal:
        # "The Bank of Norland decides on interest rates": what about has no room.
        return titled(joined(who, ["decision"]), 1.6, opening=opening)
    if not who or not goal:
        return None
    return titled(joined(who, [*verb, *goal]), 1.6, opening=opening, clause=True)


_DECIDES_ON: Final = late_pattern(r" on(?P<what> [^.;:,]{3,50}?)(?: on| at)?(?: the)? ?$")
"""After "decides": what about."""
_GOES_OR_COMES: Final = late_pattern(
    r"\b(?:is|are) (?:also |now |then |then also )?(?P<does>com|go(?=ing (?:back |home )?to (?:the )?[A-Z])|leav|depart|arriv|return|travell?|head|fly)ing(?P<rest>(?: (?:back |home )?(?:(?:to|in|from|for) (?:the )?)?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?| home| back)?)(?: on)?(?: the)? ?$"
)
_BASE: Final = {"com": "come", "leav": "leave", "arriv": "arrive", "travell": "travel"}


def by_going(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "A delegation is coming to Dene on ..." as "Delegation to come to Dene"."""
    home = _DUE_HOME.search(before[-140:])
    if home and (who := subject(before[-140:][: home.start()], earlier)):
        return titled(joined(who, ["due", home["where"]]), 1.6, opening=opening, clause=True)
    found = _GOES_OR_COMES.search(before[-140:])
    who = subject(before[-140:][: found.start()], earlier) if found else []
    if found is None or not who or who[-1].lower() in _NOBODY:
        return None
    verb = _BASE.get(found["does"], found["does"])
    where = [word for word in found["rest"].split() if word != "the"]
    return titled(joined(who, ["to", verb, *where]), 1.6, opening=opening, clause=True)


_DUE_HOME: Final = late_pattern(
    r"\b(?:is|are) (?:now )?due (?P<where>home|back)(?: (?:in|at|from) [^.;:,]{2,30}?)?(?: on)?(?: the)? ?$"
)
_WHETHER: Final = late_pattern(
    r"\b(?:(?:will|would|must|(?:is|are) (?:due |set |expected |scheduled )?to) )?(?P<does>decide|rule|vote)s?(?: on)? (?:whether|if|how) (?!$)"
)
_ITS_NOUN: Final = {"decide": "decision", "rule": "ruling", "vote": "vote"}


def by_question(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The bank decides whether to cut rates on ..." as "Bank decision": what is only asked is nothing that will be."""
    found = _WHETHER.search(before[-160:])
    who = subject(before[-160:][: found.start()], earlier) if found else []
    return titled(joined(who, [_ITS_NOUN[found["does"]]]), 3.2, opening=opening) if found and who else None


_PROLONGS: Final = late_pattern(
    r"\b(?:has |have |had |will )?(?:now |again )?(?:extend(?:s|ed)?|prolong(?:s|ed)?|renew(?:s|ed)?) (?:its|the|their|his|her|all) (?P<what>[^.;:,“”]{3,60}?) (?:until|till|to)(?: at least)?(?: the)? ?$"
)


def by_prolonging(before: str, opening: str) -> Naming | None:
    """As in "The club has extended its offer until ..." as "Offer to end": its day alone would pass for the beginning."""
    found = _PROLONGS.search(before[-160:])
    what = phrase(found["what"]) if found else []
    return titled(joined(what, ["to", "end"]), 2.7, opening=opening, clause=True) if what else None


_ASKED: Final = late_pattern(r" (?:whether|if|how|what|that) ")


def by_any_verb(before: str, after: str, earlier: str, opening: str) -> Naming | None:
    """As in "The king will open the bridge on ..." as "King to open bridge"."""
    whole = before + "\x00" + after
    declared = _DECLARED.search(before)
    if declared:
        who = subject(before[: declared.start()], earlier)
        if len(who) == 1 and (counted := ONE_OF_SEVERAL.search(before, 0, declared.start())):
            # "A second strike is planned for ...".
            who = [counted["which"], *who]
        if who:
            return titled(who, 1.5, opening=opening)
    shown = _IS_SHOWN.search(before)
    if shown and (what := subject(before[: shown.start()], earlier)):
        return titled(joined(what, ["to", "be", shown["verb"]]), 1.5, opening=opening, clause=True)
    passive = _PASSIVE.search(before)
    if passive and passive["verb"] not in {"held", "made", "put"}:
        who = subject(before[: passive.start()], earlier)
        if _IT.fullmatch(before[: passive.start()]):
            who = acted_on(earlier) or who
        if not who and passive["verb"] in _ITS_ACT and not _MAY.match(before, passive.start()):
            # "She will be sentenced on ...": who, no sentence before tells.
            return Naming(_ITS_ACT[passive["verb"]], 1.2)
        if who:
            place = place_in(before[passive.start("verb") :]) or phrases_after(before[passive.end("verb") :], 3) or []
            verb = passive["verb"].split()
            words = joined(who, ["to", "be", *verb])
            if len(words) > LONGEST:
                words = joined(who, verb)
            return titled(
                words + (place if len(words) + len(place) <= LONGEST else []), 1.5, opening=opening, clause=True
            )
    found = None
    for match in _GOVERNED.finditer(whole):
        light = match["verb"] in LIGHT - _ATTENDED and not (
            match["verb"] in _BEGUN and _OBJECT.match(whole[match.end() :])
        )
        if found is not None and _far_behind(before, match):
            break
        if match["verb"] and not light and match["verb"] not in FUNCTION_WORDS and not follows_motion(whole, match):
            found = match
            if match.end() > len(before):
                break
    if found is not None:
        who = _by_surnames(subject(whole[: found.start()], earlier))
        rest = whole[found.end() :].split("\x00")[0]
        is_back = found["verb"] == "back" and _THERE.match(rest) is not None
        particle = re.match(r" (?P<word>out|up|down|off|back|over)\b", rest)
        extra = [particle["word"]] if particle else []
        room = LONGEST - min(len(who), 3) - 2 - len(extra)
        goal = object_of(rest[particle.end() :] if particle else rest, room)
        goal = [] if is_back else goal
        led = re.match(r" (?P<link>to|with) ", rest)
        if led and goal:
            goal = [led["link"], *goal] if len(goal) < room else []
        if not who and goal and found["verb"] in _ATTENDED:
            return titled(goal, 0.95)
        if who and (
            goal
            or (particle and not _OBJECT.match(rest[particle.end() :]))
            or ((is_back or found["verb"] in COMPLETE) and not _OBJECT.match(rest))
        ):
            words = joined(who, ["to", "be", "back"] if is_back else ["to", found["verb"], *extra, *goal])
            if not goal and (place := place_in(_ASKED.split(rest)[0])) and len(words) + len(place) <= LONGEST:
                words += place
            return titled(words, 1.6 if who[0][0].isupper() else 1.3, opening=opening, clause=True)
    return None


_THERE: Final = late_pattern(r" (?:in|at|on)\b")
"""After "due back" or "be back": where somebody will be."""
_BEGINNING: Final = late_pattern(
    r"\b(?:will|would|(?:is|are) (?:now )?(?:due|set|expected|scheduled|going) to|to) (?:now |also |then |still )?"
    r"(?:begin|start|get under way|take place|be held|be made|go ahead)\b(?P<rest>[^.;:,]{0,40})$"
    r"|\b(?:takes place|take place|is being held|are being held|gets under way)\b(?P<more>[^.;:,]{0,40})$"
)


_BEGINS: Final = late_pattern(r"\b(?:begin|start)\b")


def by_beginning(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "London's fireworks display will start at ..." as "London's fireworks display"."""
    found = _BEGINNING.search(before)
    who = subject(before[: found.start()], earlier) if found else []
    if (
        found
        and len(who) == 1
        and (verb := _BEGINS.search(found.group()))
        and who[0] == opening
        and not who[0].endswith("s")
    ):
        # "Construction is to begin": with its verb one word tells enough.
        return titled([*who, "to", verb.group()], 1.2, opening=opening, clause=True)
    if found and who and who[-1] in PARTS and (verb := _BEGINS.search(found.group())):
        return titled([*who, "to", verb.group()], 1.2, opening=opening, clause=True)
    if found and (verb := _BEGINS.search(found.group())) and _OBJECT.match(found["rest"] or ""):
        # "Officials in the east will begin a campaign": what begins is the event, where both have no room.
        goal = object_of(found["rest"], LONGEST)
        has_room = len(who) + 2 + len(goal) <= LONGEST
        return titled(goal, 1.4, opening=opening) if goal and not has_room else None
    place = place_in(found["rest"] or found["more"] or "") if found else []
    told = len(who) == 1 and before.startswith(("It ", "They ")) and class_of(who[0].lower()) is not None
    # "The fair will be held on ...".
    told = told or (len(who) == 1 and who[0].lower() in _ALONE)
    if who and len(who) + len(place) <= LONGEST:
        who = [*who, *place]
    # Of "it" the sentence before tells what it is.
    return titled(who, 1.2, opening=opening) if len(who) > 1 or told else None


_DECLARATION: Final = late_pattern(
    r"\b(?:issued|imposed|declared|announced|ordered|called|calls) (?P<what>(?:an?|the|its|their|his|her) [^.;:,“”]{3,70}?)"
    r"(?:,? (?:valid|effective|in force|in place|running|lasting|starting|beginning))?(?: (?:from|for|on))?(?: the)? ?$"
)


_WE_HOLD: Final = late_pattern(
    r"(?:^|[“”\".;:,] ?|\b(?:and|but|that|so|when) )[Ww]e(?:(?:['’]ll| will| shall| are going to| plan to| are to)(?: also| now| then| next)? (?:hold|host|stage|publish|release)|(?:['’]re| are|['’]ll be| will be) (?:hold|host|stag|publish|releas)ing)"
    r" (?:our|the|an?|another) (?P<what>[^.;:,“”]{3,50}?)(?: (?:in|at) (?:the )?[A-Z][^.;:,]{1,30}?)?(?: on)?(?: the)? ?$"
)


def by_our_plan(before: str, opening: str) -> Naming | None:
    """As in "We will hold our investor day on ..." as "Investor day": who speaks, other words tell."""
    found = _WE_HOLD.search(before[-160:])
    what = phrase(found["what"]) if found else []
    return titled(what, 1.3, opening=opening) if len(what) > 1 else None


def by_declaration(before: str, opening: str) -> Naming | None:
    """As in "The forecasters have issued a red warning for ..." as "Red warning"."""
    found = _DECLARATION.search(before[-160:])
    what = phrase(found["what"]) if found else []
    return titled(what, 1.3, opening=opening) if what else None


_MOVE: Final = late_pattern(
    rf"\b(?:has|have|had|was|were|will|is|are) (?:now |since )?(?:be |been )?(?i:{MOVES})(?: back)?(?: (?:by|from) [^.;:]{{2,30}}?)? (?:to|until|till|for) (?:the )?$"
    rf"|(?<=[a-z]) (?i:{MOVES})(?: back| forward)? from (?:the )?(?:\d|\w+day\b)[^.;:]{{0,30}}? (?:to|until|till) (?:the )?$"
)


def by_move(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The Tarn Park show has been put back from ... to ..." as "Tarn Park show"."""
    own = _MOVES_ITS_OWN.search(before)
    who = phrase(own["who"]) if own else []
    if own and who and len(who) + len(own["thing"].split()) <= LONGEST:
        return titled([*who, *own["thing"].split()], 1.4, opening=opening)
    found = _MOVE.search(before)
    who = subject(before[: found.start()], earlier) if found else []
    if found and len(who) == 1 and (counted := ONE_OF_SEVERAL.search(before, 0, found.start())):
        # "The second legs".
        who = [counted["which"], *who]
    # Of "it" the sentence before tells what it is.
    whole = len(who) > 1 or (who and (before.startswith(("It ", "They ")) or who[0].lower() in _ALONE))
    return titled(who, 1.4, opening=opening) if whole else None


_MOVES_ITS_OWN: Final = late_pattern(
    rf"{PUTS_ITS_OWN} (?P<thing>(?:[a-z-]+ ){{0,2}}?[a-z-]+)(?: back| forward)? (?:to|until|till|for) (?:the )?$"
)
_OCCASIONS: Final = word_set(
    "day week month festival fair cup games open prize awards conference summit marathon show congress final budget parade carnival",
    "olympics championship championships convention forum expo biennale derby regatta rally prom proms gala",
    "wake reception requiem count draw gig tie bout panto party reunion auction fete fête ball",
)
"""Last words of the names that events have."""
_ALONE: Final = _OCCASIONS - word_set("day week month games open cup final congress budget prize")
"""Those that tell enough without another word: "The gala has been moved to ..."."""


def by_name(before: str) -> Naming | None:
    """As in "the Warsaw Book Fair, on ...": a name of several words right before the day."""
    runs = [
        match
        for match in NAME_RUN.finditer(before)
        if match.group().split()[0].lower() not in DATE_WORDS and len(match.group().split()) >= 2
    ]
    if not runs or len(before) - runs[-1].end() >= 40:
        return None
    words = runs[-1].group().split()
    if words[0].lower() in FUNCTION_WORDS or len(words) > LONGEST or words[-1].lower() not in _OCCASIONS:
        return None
    return titled(words, 1.2)
