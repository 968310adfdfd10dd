"""The nouns by which news names what is on the calendar, in classes: mentions merge only within a class."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsdesk.find.calendar_words import MONTH_NAMES
from newsdesk.late_pattern import late_pattern

_CLASSES: Final = {
    "talks": "talks negotiation discussion meeting summit dialogue conference session plenary gathering mediation consultation",
    "visit": "visit trip tour travel pilgrimage",
    "truce": "ceasefire cease-fire truce armistice pause moratorium",
    "vote": "election vote referendum ballot poll runoff run-off by-election primary recount",
    "court": "hearing trial verdict sentencing ruling appeal inquest arraignment judgment testimony retrial",
    "strike": "strike walkout walk-out stoppage",
    "deadline": "deadline ultimatum",
    "launch": "launch liftoff lift-off landing spacewalk",
    "rally": "rally protest demonstration march parade vigil",
    "match": "match game final semi-final semifinal kick-off race fixture derby",
    "funeral": "funeral burial memorial requiem",
    "inauguration": "inauguration coronation enthronement investiture swearing-in conclave",
    "speech": "speech address statement briefing announcement broadcast",
    "report": "report results decision figures data findings review publication",
    "budget": "budget bill law legislation tariff tariffs sanctions measures ban curfew lockdown restrictions",
    "release": "release exchange swap handover withdrawal evacuation deployment",
    "exercise": "exercise exercises drill drills manoeuvres",
    "opening": "opening reopening closure shutdown festival carnival regatta concert exhibition premiere ceremony wedding",
    "worship": "mass",
    "debate": "debate interview call",
    "ascent": "storm hurricane eclipse heatwave",
}
NOUN_CLASS: Final = {noun: name for name, nouns in _CLASSES.items() for noun in nouns.split()}
"""Class by noun, in the singular (or the plural where only that is used)."""
EVENT_VERBS: Final = {
    "meet": "talks",
    "negotiate": "talks",
    "talk": "talks",
    "visit": "visit",
    "travel": "visit",
    "fly": "visit",
    "vote": "vote",
    "elect": "vote",
    "testify": "court",
    "strike": "strike",
    "launch": "launch",
    "march": "rally",
    "protest": "rally",
    "play": "match",
    "speak": "speech",
    "address": "speech",
    "appear": "court",
    "rule": "court",
}
_PHRASAL: Final = {
    "walk out": "strike",
    "stop work": "strike",
    "down tools": "strike",
    "lift off": "launch",
    "blast off": "launch",
    "go to the polls": "vote",
    "due in court": "court",
    "due back in court": "court",
    "back in court": "court",
    "take the stand": "court",
    "take the witness stand": "court",
    "be debated": "debate",
    "be sentenced": "court",
    "be heard": "court",
    "be launched": "launch",
    "be sworn in": "inauguration",
    "be buried": "funeral",
}
"""Verbs and predicates of several words that name an event."""
_WORD: Final = late_pattern(
    r"\b(?P<guns>[Gg]uns)\b(?=[^.;:“”]{0,100} (?:fall|falls|go|goes) (?:silent|quiet)\b)|\b(?:walk(?:s|ing)? out|stop(?:s|ping)? work|down(?:s|ing)? tools|lift(?:s|ing)? off|blast(?:s|ing)? off|(?:go(?:es|ing)?|head(?:s|ing)?) to the polls|(?:due|due back|back) in court|take the (?:witness )?stand|be (?:debated|sentenced|heard|launched|sworn in|buried))\b|[A-Za-z]+(?:-[A-Za-z]+)?"
)
_WHEN_GUNS_REST: Final = "truce"
"""The class of "the guns are to fall silent"; bells and engines fall silent without one."""
_REACH: Final = 140
_GOVERNING: Final = late_pattern(r"\b(?:to|will|would|then|also|again|(?:will|to) (?:next|now|later)) $")
_TOPIC: Final = late_pattern(
    r"\bin the $|\b(?:on|over|about|against|into|debates?) (?:the |a |an |its |his |her |their )?(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d)[\w-]+ ){0,2}$"
)
"""Before a noun that only says what something else is about: "talks on a ceasefire", "vote on the bill"."""
_AFTERWARDS: Final = late_pattern(r"\bafter (?:the |their |its |a )(?:[\w-]+ ){0,2}$")
CONSEQUENCE: Final = late_pattern(
    r"(?i)(?:,? \bor (?:else|face|risk|be)\b|\botherwise\b|,? \bor (?:\w+ ){1,4}would\b|\bor there will\b)"
)
"""What follows is threatened, not expected."""


BODY: Final = late_pattern(
    r" (?:Committee|Commission|Office|Centre|Center|Council|Courts?|Board|Agency|Authority|Party|Department|Group|Bureau|Service|Room|Street)\b"
)
"""After the noun: it belongs to a body's or a place's name, as in "House Budget Committee"."""


@lru_cache(maxsize=20_000)
def class_of(word: str) -> str | None:
    """The class of a noun, singular or plural, in lower case."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"):
        if form in NOUN_CLASS:
            return NOUN_CLASS[form]
    return None


@lru_cache(maxsize=20_000)
def nouns_in(text: str) -> frozenset[str]:
    """The nouns of events among the words of a text, in lower case, in the singular where there is one."""
    words = {word for word in re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower()) if class_of(word)}
    return frozenset(word if class_of(base_form(word)) is None else base_form(word) for word in words)


_ELSEWHERE: Final = late_pattern(
    r" (?:again |together |live )?(?:on (?:tv|television|radio|stage|screen|the |a )|off |with |as |to |(?:in|at) (?![^.;:,]*\b[Cc]ourts?\b|the dock\b))"
)
"""After "appear": in no court."""
_BEHIND: Final = 60
"""Characters behind a verb that tell what it is."""


def _verb_class(word: str, before: str, after: str) -> str | None:
    """The class of an event verb: governed ("will meet"), in the third person ("meets") or of several words ("walk out")."""
    if " " in word:
        verb, _, rest = word.lower().partition(" ")
        return _PHRASAL.get(f"{verb.removesuffix('ing').removesuffix('s')} {rest}", "vote")
    if base_form(word) == "appear" and _ELSEWHERE.match(after):
        return None
    if word in EVENT_VERBS and (
        _GOVERNING.search(before)
        or (word in {"meet", "vote"} and before.endswith("s "))
        or (word == "meet" and after.startswith((" in ", " at ", " on ")))
        or (word == "appear" and after.startswith((" before ", " in court")))
    ):
        return EVENT_VERBS[word]
    if word.endswith("s") and word.islower() and word not in {"talks", "rules"}:
        return EVENT_VERBS.get(base_form(word))
    return None


def base_form(verb: str) -> str:
    """The base form of a verb in the third person."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("ches", "shes", "sses")) else verb.removesuffix("s")


def noun_class_near(text: str, begin: int, end: int, start: int, stop: int) -> str | None:
    """The class of the event noun that the expression at `start`..`stop` belongs to.

    The nearest noun before it in its sentence (`begin`..`end`) counts, else the nearest after it; after "'s" it is the
    other way round. Topics and threatened consequences do not count.
    """
    after = without_what_comes(text[stop : min(end, stop + _REACH)])
    threat = CONSEQUENCE.search(after)
    after = after[: threat.start()] if threat else after
    if OPEN_ASIDE.search(text, max(begin, start - _REACH), start):
        after = after.partition(",")[0]
    if after.startswith(("'s ", "’s ")):
        own = _first(after[:40])
        if own:
            return own
    before = ASIDE.sub(" ", text[max(begin, start - _REACH) : start])
    own = attributive_noun(before, after)
    if own:
        return class_of(own)
    if about := what_it_is_about(before):
        before = f"{before[: about[0]]} {before[about[1] :]}"
    if _NEXT_DAY.search(before) and _OWN_SUBJECT.match(after):
        # "On Saturday we march, and on Sunday we rest": the first day's clause is over.
        return _first(own_clause(after))
    other = _OTHER_DAY.match(before)
    if (
        other
        and len(other["rest"].split()) >= 2
        and not _GOES_ON.match(other["rest"])
        and not _OF_IT.fullmatch(other["rest"])
    ):
        if _ANOTHER_OF_THEM.match(other["rest"]) and (its := _last(before[: other.start("rest")])):
            # "Nurses held a strike on Monday and a second is planned for ...".
            return its
        # "Schools reopen on Thursday and the vote follows on ...": another day's noun does not count.
        return _last(other["rest"]) or _first(own_clause(after))
    found = _last(before) or _first(own_clause(after))
    if found is None and _ROUND.search(before) and _POLL.search(text, begin, min(end, stop + _REACH)):
        return "vote"
    return found


_ROUND: Final = late_pattern(r"\b(?:first|second|final|decisive) round\b")
_POLL: Final = late_pattern(
    r"(?i)\b(?:vot(?:e|es|ing|ers?)|elect(?:s|ion|ions|oral)?|presidential|parliamentary|ballots?|polls|polling|run-?offs?)\b"
)
"""In a sentence whose rounds are those of an election."""
ASIDE: Final = late_pattern(
    r", which (?:is|are) (?:expected|likely|set|due|scheduled) to (?:last|run|take|go on)\b[^,;:“”]{3,50}, (?=(?:will|would|is|are|must|[a-z]+s)\b)"
    r"|, (?:who|which) (?:began|opened|started|resumed|entered|broke|took|came|went|won|lost)\b[^,;:“”]{2,60}, (?=(?:will|would|is|are|must|has|have|[a-z]+s)\b)"
    r"|, on [^,;:“”]{3,50}, (?=(?:go|goes|will|are|is|must)\b)"
    r"|, (?:who|which) (?:has|have|had) (?![^,;:]*\b(?:due|set|scheduled|planned|expected|until|till)\b)[^,;:“”]{3,90}, (?=(?:will|would|is|are|must|[a-z]+s)\b)"
)
"""What somebody has done before, or how long something lasts, told beside what comes: "Holm, who has cancelled three concerts this year, will sing on ..."."""
OPEN_ASIDE: Final = late_pattern(r", (?:who|which) (?!was\b|were\b|had\b)[^,;:“”]{3,80}$")
"""Before the day of an aside: what follows the comma behind it is told of another one ("Lund, who leaves on Monday, speaks on ...")."""
_DETERMINED: Final = late_pattern(r"(?i)\b(?:an?|the|its|his|her|their|this|that|new|latest) $")
_NEXT_WORDS: Final = late_pattern(r" (?P<noun>[a-z]+(?:-[a-z]+)?)(?: (?P<second>[a-z]+))?")


def attributive_noun(before: str, after: str) -> str | None:
    """The noun of an event right after a day that stands before it like an adjective: "a Friday deadline"."""
    following = _NEXT_WORDS.match(after)
    if following is None or not _DETERMINED.search(before):
        return None
    return next(
        (
            word
            for word in (following["noun"], following["second"])
            if word and class_of(word) and (word != "mass" or not following["second"])
        ),
        None,
    )


_HELD: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:that|said|says|and|but) )(?:(?i:the|an?|its|his|her|their|another) )?(?:(?!(?:and|or|but|will|would|is|are|has|have|was|were|in|at|on|of|for|to|by|with|from|that|said|says)\b)[\w’'-]+ ){0,4}?"
    r"(?P<noun>[A-Za-z][a-z-]*)(?P<about> (?:for|of|into|on|over|against|about|before|after|ahead of|following|outside|aimed at|meant to|intended to|to (?:end|avert|avoid|prevent|settle|resolve)|to mark|to honou?r|to remember|in memory of|in honou?r of|in support of|in protest at|in response to)"
    r" (?:(?!(?:will|would|is|are|has|have|was|were|said|says)\b)[^\s.;:,“”]+ ){1,24}?)(?=(?:(?:will|would|is|are|has|have|was|were)\b|(?:takes place|opens?|begins?|starts?|resumes?|restarts?|gets? under way)\b))"
)
_HELD_TOO: Final = frozenset(
    {
        "service",
        "inquiry",
        "investigation",
        "commemoration",
        "prayers",
        "wake",
        "fundraiser",
        "minutes",
        "transcript",
        "transcripts",
    }
)
"""What is held, and of no class of events."""


def what_it_is_about(before: str) -> tuple[int, int] | None:
    """The span of what stands between the thing that a clause tells of and its verb: "The inquiry into the strike will open".

    An event in there is what the thing is about, and has not its day.
    """
    found = _HELD.search(before)
    noun = found["noun"].lower() if found else ""
    if found is None or not (class_of(noun) or noun in _HELD_TOO) or not nouns_in(found["about"]):
        return None
    return found.span("about")


_A_DAY: Final = (
    rf"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|yesterday|\d{{1,2}} (?:{MONTH_NAMES})"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})"
)
_OTHER_DAY: Final = late_pattern(
    rf".*\b{_A_DAY}(?: (?:morning|afternoon|evening|night))?"
    r"(?:,? (?:and|but)|,? (?:before|after) (?=\w+ing )|\b[^.;:]{0,90}? (?:before|until)(?= (?:the|an?|its|[A-Z])[^.;:,]{2,40} (?:is|are|will|would)\b)|\b[^.;:,]{0,60}? (?:that|which|who)(?= (?:would|will|could|is|are|was|were|had|has))|\b[^;]{0,60}?;(?= (?:he|she) (?:must|will|may|can|has to|is to)\b)) (?P<rest>.*)",
    re.DOTALL,
)
_NEXT_DAY: Final = late_pattern(rf"\b{_A_DAY}\b[^.;:]{{0,80}},? (?:and|but)(?: then)? (?:on |by |from |at )(?:the )?$")
_OWN_SUBJECT: Final = late_pattern(
    r",? (?:(?:I|we|you|he|she|it|they) [a-z]+|(?:(?:the|an?|its|his|her|their|our) |[A-Z])(?:[\w’'-]+ ){1,4}?(?:will|would|is|are|must|can)\b)"
)
_GOES_ON: Final = late_pattern(
    r"(?:will |would |is |are |to |then |again )*(?:run|last|continue|end|resume|go on|finish|close|expected|due|set|on|at|in|from|until|by|the)\w*\b"
    r"|(?:has|have) (?:now |since |again )?been\b|will now\b"
)
_OF_IT: Final = late_pattern(
    rf"(?:(?:on )?{_A_DAY}(?: (?:next|this) week)?,? )?(?:has|have|had|was|were|is|are|will)(?: now| since| then)?(?: been| be)? ?"
)
"""After another day, right before a verb: "was due on Monday but has been cancelled", "on Monday and Friday have been"."""
_ANOTHER_OF_THEM: Final = late_pattern(
    r"(?:then )?(?:an?|the|its) (?:second|third|fourth|fifth|final|last|next) (?:(?:one|round|leg|stage|phase|session) )?(?:is|are|will|would|follows?|takes?|begins?|starts?|has|was|due|planned)\b"
)
"""Behind another day: the next one of what was told to be then."""
_NEXT_CLAUSE: Final = late_pattern(
    r"(?:,|;|:|[ –—]) ?(?:so that|and|but|while|although|though|because|after|before|as|when|which|who|since|if|unless)\b|,? according to\b|[;:—“”]| – "
)


_TWO_OF_A_KIND: Final = late_pattern(r"(?i)\b(?:an?|the|its|his|her|their|this|that) [a-z-]+ and [a-z]")
"""In "a full and unconditional ceasefire" no clause ends at "and"."""


_OF_WHAT_COMES: Final = late_pattern(
    r",? (?:(?:ahead of|prior to|on the eve of|in preparation for|to prepare(?: for)?) |(?:before|for) (?=[A-Z][a-z]+day['’]s )|before (?=(?:the|an?|its|their|his|her) [^.;:,“”]{2,40} on ))"
)
"""Behind a day: what it lies ahead of."""


def without_what_comes(after: str) -> str:
    """What follows a day, up to where it tells what else that day lies ahead of."""
    return _OF_WHAT_COMES.split(after, maxsplit=1)[0]


def own_clause(after: str) -> str:
    """What follows an expression up to where another clause begins."""
    joined = {match.end() - len(" and x") for match in _TWO_OF_A_KIND.finditer(after)}
    edge = next((match for match in _NEXT_CLAUSE.finditer(after) if match.start() not in joined), None)
    return after[: edge.start()] if edge else after


_OF_ANOTHER: Final = late_pattern(
    r" (?:promises?|pledges?|campaign(?:s|ing)?|commitments?|manifestos?|officials?|observers?|monitors?|victory|defeat|victories|directors?|managers?|coordinators?|organi[sz]ers?|committees?|commissions?|panels?|boards?|watchdogs?|officers?|sites?|pads?|vehicles?)\b"
)
"""After a noun that only tells of what kind something else is: "his election promises"."""


_AT_A_PLACE: Final = late_pattern(r"\b(?:in|at|to|from|of|near|outside|around|for) $")


_SAID_OR_SUNG: Final = late_pattern(
    r"(?! (?!(?:will|would|is|was|are|at|in|for|on|of|to|by|and|with|has|takes?|begins?|starts?|near|outside|this|next|today|tomorrow|tonight)\b)[a-z])"
)
"""After "Mass": a service, and not what many do."""


def names_no_event(word: str, left: str, right: str = "") -> bool:
    """Whether a word only looks like an event's noun: the name of a month or, behind these words, of a place; what is no Mass."""
    if word.lower() in {"mass", "masses"}:
        return _SAID_OR_SUNG.match(right) is None or (word.islower() and right.startswith(" of "))
    if word == "final":
        # "The final whistle".
        return _OF_SOMETHING_ELSE.match(right) is not None
    if word == "hearing":
        # "The inquiry begins hearing evidence".
        return _DOING.search(left) is not None and _OF_SOMETHING_ELSE.match(right) is not None
    if word == "broadcast":
        # "The interview will be broadcast".
        return left.endswith(("be ", "is ", "are "))
    return word == "March" or (word == "Derby" and _AT_A_PLACE.search(left) is not None)


_OF_SOMETHING_ELSE: Final = late_pattern(
    r" (?!(?:on|in|at|of|between|against|with|without|will|would|is|are|was|were|takes?|begins?|starts?|kicks?|opens?|ends?|goes|gets|follows|comes|and|or|but|for|to|by|from|has|have|had|this|next|last|that|which|who|when|where|while|if|before|after|until|under|over|into|as|since|so|live|match|game|leg|tie|v|vs|today|tomorrow|tonight|now|due|set|scheduled|planned|expected|originally|could|may|might|must|should|can)\b)[a-z]"
)
"""Behind a word that is no noun there: another one of which it tells something, or on which it acts."""
_DOING: Final = late_pattern(
    r"\b(?:begins?|begin|starts?|resumes?|continues?|finish(?:es)?|after|before|of|is|are|be|been|keeps?) $"
)
_TICKETS: Final = late_pattern(
    r"(?i)\b(?:tickets?|bookings?|registration|entries|nominations) (?:for|to) [^.;:,]{0,36}$"
)
_THEY_DO: Final = late_pattern(r" (?:go|went|are|is|will|can|cost|open|opens|close|closes|must|have|has)\b")
"""Around a noun: what its sentence tells of is not the concert, but its tickets."""


def _last(before: str) -> str | None:
    nearest = None
    for match in _WORD.finditer(before):
        word = match.group()
        if match["guns"]:
            nearest = _WHEN_GUNS_REST
            continue
        left = before[max(0, match.start() - 40) : match.start()]
        if names_no_event(word, left, before[match.end() : match.end() + _BEHIND]):
            continue
        if _OF_ANOTHER.match(before, match.end()) or (
            word.lower() == "calls" and before.startswith(" for ", match.end())
        ):
            continue
        found = class_of(word.lower()) or _verb_class(word, left, before[match.end() : match.end() + _BEHIND])
        if found and word[0].isupper() and BODY.match(before, match.end()):
            continue
        if found and _TICKETS.search(left) and _THEY_DO.match(before, match.end()):
            continue
        if (word == "exchange" and left.endswith("in ")) or word == "Exchange":
            continue
        if found and nearest and found == "match" and _AFTERWARDS.search(left):
            # "A concert after the match on Saturday": both are, and the sentence tells of the concert.
            continue
        if found and not (nearest and _TOPIC.search(left)):
            nearest = found
    return nearest


def _first(after: str) -> str | None:
    for match in _WORD.finditer(after):
        word = match.group()
        if match["guns"]:
            return _WHEN_GUNS_REST
        left = after[max(0, match.start() - 40) : match.start()]
        found = (
            None
            if names_no_event(word, left, after[match.end() : match.end() + _BEHIND])
            else class_of(word.lower()) or _verb_class(word, left, after[match.end() : match.end() + _BEHIND])
        )
        if found and not (word == "exchange" and left.endswith("in ")) and not _OF_ANOTHER.match(after, match.end()):
            return found
    return None
