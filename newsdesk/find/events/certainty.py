"""What a sentence says of an event's certainty, and whether it moves the event or calls it off. Pure.

The party that controls an event decides: who announces one's own visit confirms it, who wants something from somebody
else demands it, who offers talks proposes them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdesk.find.calendar_words import count
from newsdesk.find.change_words import (
    AFTER_ALL,
    CALLS_OFF,
    CANNOT,
    EXTENDS_IT,
    FORBIDDEN,
    HOLDS_ON,
    IS_BACK,
    IS_NOW,
    IS_OFF,
    MOVED_OBJECT,
    MOVES,
    NOW_DOES,
    OF_OTHERS,
    OF_WHAT_KIND,
    ONE_BEFORE,
    OWN_PLAN,
    PLAN_STRUCK,
    PROTEST_OF,
    PUTS_OFF,
    SUSPENDED,
    SUSPENDS,
    TAKES_PLACE,
    WILL_BE,
    WILL_NOT_BE,
)
from newsdesk.find.dates.direction_words import SCHEDULED
from newsdesk.find.drop_words import DROPS, IS_DROPPED, NO_LONGER
from newsdesk.find.event_nouns import base_form, nouns_in
from newsdesk.find.events.contrasts import part_about
from newsdesk.find.events.second_halves import whole_half
from newsdesk.find.events.sure_telling import is_hearsay
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Certainty

_NAME: Final = r"[\w’'.-]+"
_NO_FORECAST: Final = "".join(
    f"(?<!\\b{who} )"
    for who in [
        "economists",
        "analysts",
        "forecasters",
        "experts",
        "observers",
        "investors",
        "markets",
        "traders",
        "bookmakers",
        "we",
        "officials",
        "diplomats",
        "organisers",
    ]
)
"""Who expects somebody to act without being able to want it: a forecast, no demand."""
_CUES: Final = (
    (
        Certainty.DEMANDED,
        late_pattern(
            r"(?i)\b(?:demand\w*|urg(?:e|es|ed|ing)|ultimatum|insist\w*|must|ha(?:s|ve) to(?! wait\b)|needs? to|pressure on|warn(?:s|ed|ing)? \w+ to"
            rf"|{_NO_FORECAST}expects? (?:the )?(?:{_NAME} ){{1,4}}to|want(?:s|ed)? (?:the )?(?:{_NAME} ){{1,3}}to"
            r"|(?:been|was|were) (?:told|ordered|asked|instructed|required) to"
            rf"|(?:order(?:s|ed)|instruct(?:s|ed)) (?:the )?(?:{_NAME} ){{1,5}}to"
            rf"|told (?:the )?(?:{_NAME} ){{1,4}}to|(?<!\ba )(?<!\bthe )(?<!phone )(?<!conference )(?<!video )(?<!\btheir )call(?:s|ed|ing)? on|given? (?:\w+ ){{0,3}}until|agree to an?|sign up to"
            r"|(?<!\bwould )(?<!\bwill )accept an?|commit to an?|calls? for (?:\w+ ){0,4}to)\b"
        ),
    ),
    (
        Certainty.PROPOSED,
        late_pattern(
            r"(?i)(?<!\bon the )(?<!\bon a )\b(?:propos\w+|offer(?:s|ed|ing)?|counter-?offer|suggest\w*|invit\w+|float(?:s|ed)?|ready to|willing\w*|seek(?:s|ing)?"
            r"|(?<!\bwill )(?<!\bnow )(?<!\bto )open to|wants?|would like)\b"
        ),
    ),
    (
        Certainty.PLANNED,
        late_pattern(
            rf"(?i)\b(?:expects? (?:the )?(?:{_NAME} ){{1,6}}to|planned|planning|(?<!\bthe )(?<!\bits )(?<!\bthat )(?<!\bthis )(?<!\btheir )plans?(?= (?:to|for|on|a|an)\b)|due|scheduled?|set (?:to|for)|expected|expects? to|intend\w*|aim(?:s|ing)?|hop(?:e|es|ing)|slated|pencilled|is to|are to|to be held)\b"
        ),
    ),
    (
        Certainty.CONFIRMED,
        late_pattern(
            r"(?i)\b(?:will|confirms|confirmed|announced|announces|agreed|issued|imposed|declared|has been (?:set|fixed|named)|official\w*)\b"
        ),
    ),
)
_CALL_FOR: Final = late_pattern(
    r"(?i)\b(?:call|ask|press|push)(?:e?s|ed|ing)?(?: \w+ly| again| also| once more)? for (?=\S)"
)
_CALLED_FOR: Final = {
    "talks": Certainty.PROPOSED,
    "visit": Certainty.PROPOSED,
    "rally": Certainty.PLANNED,
    "strike": Certainty.PLANNED,
}
_OFFERED: Final = frozenset({"talks", "visit"})
_WANTED: Final = frozenset({"truce", "release", "deadline"})
"""What somebody wants of others, not to offer it to them."""
_ON_THE_CALENDAR: Final = late_pattern(
    rf"\b(?:{'|'.join(sorted(SCHEDULED | {base_form(verb) for verb in SCHEDULED}))}|takes? (?:effect|place|office)|(?:lifts?|blasts?|sets?) off|(?:splash(?:es)?|touch(?:es)?) down|(?:is|are) sworn|comes? into"
    r"|go(?:es)? (?:on|to|up|down)|names (?:his|her|its|their|the)|strikes?|walks? out|testif(?:y|ies)|falls|visits?|marr(?:y|ies)|fl(?:y|ies))\b"
)
_CONDITION: Final = late_pattern(r"(?i)\b(?:if|provided|depend(?:s|ing) on|could|(?-i:may)|might|possibl[ye]|unless)\b")
_CONFIRMATION: Final = late_pattern(
    r"(?i)\b(?:(?:has|have|had) (?:now |both )?(?:confirmed|agreed)|(?:confirmed|announced) (?:that|the|it|he|she|they|on|by|\w+day)"
    r"|agreed (?:to|on|that)|will (?:now )?(?:take place|go ahead|be held))\b"
)
_NOT_DONE: Final = "(?:begin|start|open|reopen|resume)"
"""What does not come about when it does not begin."""
_NOT_UNTIL: Final = r"(?![^.;:,]{0,60}? (?:until|till|before)\b)"
"""What will not happen until a day happens on it."""
_CALLED_OFF: Final = late_pattern(
    rf"(?i)\b(?:{CALLS_OFF}|{PLAN_STRUCK}|{FORBIDDEN}|{DROPS}|{IS_DROPPED}|{NO_LONGER}|{CANNOT} (?:{TAKES_PLACE}|{_NOT_DONE})\b{_NOT_UNTIL}|{WILL_NOT_BE}"
    rf"|no longer (?:take place|going ahead|{_NOT_DONE})|{IS_OFF}(?= (?:after|because|as|following|amid|for now)\b|[.,;:]| [–—-]|$)|off the (?:table|agenda|cards)|averted)\b"
    rf"|\bneither\b[^.;:]{{3,120}}? will (?:now )?(?:take place|go ahead|be held|{_NOT_DONE})\b"
)
_MOVED: Final = late_pattern(
    rf"(?i)\b(?:{PUTS_OFF}|{SUSPENDED}|slips? to|slipped to|(?:is|are) now targeting|moved (?:to|from|back|forward|up)|re-?(?:listed|arranged) for|(?:pushed|shifted|switched|changed) (?:to|until) (?:the )?(?=\d|(?-i:[A-Z])|today|tomorrow|next)|(?<!be )extended (?:until|till|by|to (?:the )?(?=\d|(?-i:[A-Z])|today|tomorrow|next))|{EXTENDS_IT}|will (?:now|instead) (?:take place|be (?:held|played|staged|published|released|heard|launched|delivered|given|on|at(?= \d| noon| midday| midnight))|begin|start|meet(?! again\b)|open|go ahead|face|appear))\b"
)
_QUOTED_DENIAL: Final = late_pattern(
    r"(?i)(?:\b(?:not|never|deny|denied|denies|no plans to|nearly|almost|narrowly)|n['’]t|\bcannot) (?:yet )?(?:to )?(?:be |been )?$"
    r"|(?:\b(?:not|never|without)|n['’]t) (?:have|having|need|needed) to (?:be )?$"
    r"|\bden(?:y|ies|ied|ying)(?: that)? (?:it|they|he|she|we|anyone|anybody|the [\w-]+|(?-i:[A-Z])[\w’'-]+) (?:will|would|is|are|was|were|had|has|have|plans?|planned|intends?|intended)\b[^.;:,“”]{0,30}$"
    r"|\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|rul(?:es?|ed|ing) out|no truth in) (?:[\w’'-]+ ){0,3}that [^.;:,]{0,80}$"
)


_OPEN: Final = late_pattern(r"(?i)\b(?:whether|if|unless|in case|wants?|wanted) (?:(?!and\b|but\b)[\w’'“”-]+ ){0,14}$")
"""Before a change that is asked about, wanted, or told as a condition: "whether the vote will be cancelled", "even if it is cancelled"."""
_ASKED: Final = late_pattern(r"[^.!?;:]{0,80}\?")
"""Behind a change in a question."""
_NOT_YET: Final = late_pattern(
    r"(?i)\b(?:to|could|may|might|would|should|must|can|if|unless|about|of|for|or|consider\w*|without|threat\w*) (?:be |it |he |she |they |we |being )?$"
)
"""Before a change that somebody wants, threatens or thinks possible: "threatened to cancel the summit"."""
_MADE_TO: Final = late_pattern(
    r"(?i)\b(?:(?:forc\w+|oblig\w+|compelled|prompt\w+|led|decid\w+|agree[sd]?|chose|voted)(?: (?!whether\b|how\b|when\b|if\b|on\b(?! (?i:mon|tues|wednes|thurs|fri|satur|sun)day)|not\b)[\w’'-]+){0,4}|had|has|have) to (?:be )?$"
)
"""Before a change that came about: "forced the club to call off the match"."""


_SAID_TO: Final = late_pattern(r"(?i)\b(?:said|announced|confirmed)\b(?! if\b)[^.;,“”]{3,60} would (?:now )?be $")
"""What somebody says that will happen is settled: "said the tariffs would be delayed until ...", unless on a condition."""
_BACK_AFTER: Final = late_pattern(
    r"(?i)\b(?:will|is|are|back|goes?|returns?|reopens?|resumes?|takes?)\b[^.;:]{0,60} (?:after|despite|having) (?:having been |being |been )(?:\w+ly )?$"
    r"|\b(?:will|is|are|goes?|returns?|reopens?|resumes?|takes?)\b(?! not\b| no longer\b| cancell| called)[^.;:]{0,60} (?:after|although|though) (?:it|they) (?:was|were|had been) (?:\w+ly )?$"
)
"""Before a change that is over: "is back on after being cancelled last week"."""
_IS_BACK: Final = late_pattern(IS_BACK)
_IF: Final = late_pattern(r"(?i)(?<!\beven )\b(?:if|unless)\b")
_NEITHER: Final = late_pattern(r"(?i)\bneither\b")
_WILL: Final = late_pattern(r"(?i)(?:\b(?:will|would)|['’]ll)(?: now| also| then| have to)? (?:be )?$")
"""Before a change to come, which is none yet where it has a condition: "will be called off if it rains"."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one mention says of its event."""

    certainty: Certainty | None
    """None when the sentence does not tell."""
    confirms: bool = False
    """It reports an agreement or an announcement: older proposals no longer count."""
    moved: bool = False
    called_off: bool = False


def saying(text: str, sentence: tuple[int, int], start: int, stop: int, noun_class: str | None) -> Saying:
    """What the sentence says of the event dated at `start`..`stop`."""
    begin, end = sentence
    begin = max(begin, start - 400)
    before, after = text[begin:start], text[start : min(end, start + 160)]
    reach = min(end, start + 160)
    part = part_about(text, sentence, start)
    opens, until = max(begin, part[0]), min(reach, part[1])
    called_off, moved = states(text, (opens, until))
    own = text[opens:start]
    if moved and _is_fact(_MOVED, text, (stop, until)) and not _is_fact(_MOVED, text, (opens, start)):
        # "Saturday's tie has been postponed": the day it leaves, unless the clause already opens what comes.
        moved = _COMES.search(own) is not None
    if moved and (last := _last_move(own)) is not None and _ANOTHER_DAY.search(own, last):
        # "Will now take place on 28 October, while he is still due in Orkney on 21 October".
        moved = False
    if moved and text.startswith(("'s ", "’s "), stop) and not _COMES.search(own):
        # "Has postponed Wednesday's strike until 25 March": the day it leaves.
        moved = False
    if moved and _SUSPENDS.search(own) and not _COMES.search(own):
        # "Has suspended its strike on Friday": the day it leaves.
        moved = False
    if moved and _LEFT_BEHIND.search(own):
        # "Will be pushed back by two days from 3 December".
        moved = False
    if moved and whole_half(own) is not None:
        # "Game six will now be played on Thursday, and game seven on Saturday".
        moved = False
    if moved and _PUTS_OFF_PLAN.search(own) and not _TO_ANOTHER.match(text, stop, until):
        # "Put off the concert set for Saturday": the day it leaves.
        moved = False
    moved = moved or _moved_between(own, text[stop:until])
    certainty: Certainty | None = None
    best, cue = -1, ""
    for level, pattern in _CUES:
        for match in pattern.finditer(before):
            # The cue nearest before the day wins: the day belongs to the last thing said.
            if match.start() > best and not (
                level is Certainty.PROPOSED and certainty is Certainty.DEMANDED and match.start() - best < 6
            ):
                best, certainty, cue = match.start(), level, match.group().lower()
    if certainty is Certainty.PROPOSED and cue.startswith("want") and noun_class in _WANTED:
        certainty = Certainty.DEMANDED
    if certainty is Certainty.DEMANDED and cue.startswith("want") and noun_class in _OFFERED:
        # Who wants others to meet offers a meeting.
        certainty = Certainty.PROPOSED
    if certainty is Certainty.DEMANDED and cue == "have to" and before[:best].endswith("would "):
        # "If the bill passes, firms would have to register by ...", "under the plan, they would have to".
        certainty = (
            Certainty.CONDITIONAL
            if _IF_FIRST.match(before)
            else Certainty.PROPOSED
            if _UNDER_A_PLAN.search(before)
            else certainty
        )
    calls = list(_CALL_FOR.finditer(before))
    if calls and (calls[-1].start() > best - 1 or cue == "to be held"):
        # Who calls for talks offers them, who calls for a march plans it; anything else is wanted from others.
        certainty = _CALLED_FOR.get(noun_class or "", Certainty.DEMANDED)
    if certainty in {None, Certainty.PLANNED, Certainty.CONFIRMED}:
        certainty = _unless_conditional(before, certainty)
        if not _DECIDES.search(before) and _UNLESS.match(_own_end(text[stop : min(end, stop + 80)])):
            certainty = Certainty.CONDITIONAL
    if certainty is None and _ON_THE_CALENDAR.search(before[-80:]):
        certainty = Certainty.CONFIRMED
    if certainty is None:
        behind = _AN_OFFER.sub(" ", after[:60].split(";", maxsplit=1)[0])
        right = next((level for level, pattern in _CUES if pattern.search(behind)), None)
        certainty = right
    if certainty is Certainty.CONFIRMED and _HOPES.search(before):
        certainty = Certainty.PLANNED
    if certainty in {None, Certainty.PLANNED, Certainty.CONFIRMED} and _THREATENS.search(before):
        certainty = Certainty.CONDITIONAL
    told = _CONFIRMATION.search(before) or _CONFIRMATION.search(after[:80]) or _CONFIRMED_BY.search(after)
    if certainty in {None, Certainty.PLANNED, Certainty.CONFIRMED} and _PERMITTING.search(text, opens, until):
        certainty, told = Certainty.CONDITIONAL, None
    unknown = _NOBODY_KNOWS.search(before) or (_WHETHER_FIRST.match(before) and _IS_OPEN.match(text, stop, end))
    if certainty in {None, Certainty.PLANNED, Certainty.CONFIRMED} and unknown:
        certainty, told = Certainty.CONDITIONAL, None
    either = _EITHER.search(text, max(begin, start - 40), start) or _OR_ELSE.match(text, stop, until)
    if certainty is Certainty.CONFIRMED and (either or _LIKELY.search(text, max(begin, start - 30), start)):
        certainty, told = Certainty.PLANNED, None
    confirms = bool(told) and certainty in {
        None,
        Certainty.CONFIRMED,
        Certainty.PLANNED,
    }
    return Saying(Certainty.CONFIRMED if confirms else certainty, confirms, moved, called_off)


_UNDER_A_PLAN: Final = late_pattern(
    r"(?i)\bunder (?:the|an?|its|his|her|their) (?:[\w’'-]+ ){0,3}?(?:plans?|proposals?|bill|scheme|draft|offer|amendments?|idea)\b"
)
_HOPES: Final = late_pattern(
    r"(?i)\b(?:hop(?:e|es|ed|ing)|wish(?:es)?|pray(?:s|ed|ing)?) (?:that )?(?!(?:to|for)\b)[^.;:,“”]*$"
)
"""Before what somebody only hopes that will be: "hopes that trams will run again from ..."."""
_THREATENS: Final = late_pattern(
    r"(?i)\bthreaten(?:s|ed|ing)? (?:to (?!(?:disrupt|derail|overshadow|eclipse|delay|block|boycott|spoil|ruin|wreck|halt|stop|sink|undermine|scupper|cancel|leave|quit|miss|skip)\b)|(?:an?|more|further|new|another|with)\b"
    r"|(?<!ed )(?:[a-z-]+ )?(?:strikes?|walk-?outs?|stoppages?|action|protests?|tariffs|sanctions|blockades?)\b)"
    r"(?:(?! (?:of|at|during|before|ahead of|out of) (?:$|(?:the|its|his|her|their|an?) ))[^.;:,“”])*$"
)
"""Before what somebody threatens to do; what a strike or the rain only disturbs takes place all the same."""
_PERMITTING: Final = late_pattern(
    r"(?i)\b(?:weather|conditions|tides?|fitness|health|time|snow) permitting\b|\bpermitting weather\b"
)
_NOBODY_KNOWS: Final = late_pattern(
    r"(?i)\b(?:unclear|uncertain|unknown|(?:in|no) doubt|undecided|doubtful|open|(?:not|n['’]t)(?: yet)?(?: been)? (?:clear|known|certain|sure|decided|settled|confirmed|say|said|know)"
    r"|remains to be seen|no word(?: yet)? on|(?:has|have|had) yet to (?:say|confirm|decide|announce)|(?:declin|refus)(?:es|ed|ing) to (?:say|confirm)"
    r"|(?:nobody|no one|who|few) knows?|wait(?:s|ed|ing)? to (?:see|hear|know)) (?:if|whether)\b"
    r"(?:(?! (?:when|as|while|because|since|before|after|although|though|which|who)\b)[^.;:“”])*$"
)
"""Before what nobody knows yet: "it is unclear whether the talks will resume on Friday"."""
_WHETHER_FIRST: Final = late_pattern(r"(?i)\W*(?:whether|if)\b(?! or not\b[^.;:]*,)[^.;:,“”]*$")
_IS_OPEN: Final = late_pattern(
    r"(?i)[^.;:,“”]{0,60}? (?:is|remains|was|will be|depends|will depend|rests|hangs|hinges|nobody|no one|has yet|is yet)\b"
)
"""Around a day: "whether the court will rule on Friday is anybody's guess"."""
_EITHER: Final = late_pattern(
    r"(?i)\beither (?:on |the )*(?:$|(?:\d{1,2}|[a-z]+day)(?: [a-z]+)? or (?:on |the )*$)|\b(?:\d{1,2}(?: [a-z]+)?|[a-z]+day) or (?:on |the )*$"
)
_OR_ELSE: Final = late_pattern(r",? or (?:on |perhaps |possibly |the )*(?:\d|[A-Z][a-z]+day\b|[A-Z][a-z]{2,8}\.? \d)")
"""One of two days: neither is fixed."""
_LIKELY: Final = late_pattern(r"(?i)\b(?:probably|likely|perhaps|tentatively|possibly)\b[^.;:]{0,12}$")
"""Right before a day that nobody has fixed yet."""
_AN_OFFER: Final = late_pattern(
    r"(?i)\b(?:its|their|his|her|an?|the) (?:[\w-]+ ){0,2}(?:offer|proposal|suggestion)s?\b"
)
"""A thing that a deadline is about ("has until Friday to raise its offer"), nothing that the sentence proposes."""
_CONFIRMED_BY: Final = late_pattern(
    r"(?i),[”\"]? (?:the |its |his |her |their )?(?:[\w’'.-]+ ){1,7}(?:(?:has|have) )?(?:confirmed|announced)(?: on \w+day)?[.;]?$"
)
"""At the sentence's end: "..., the electoral commission confirmed"."""
_UNLESS: Final = late_pattern(
    r"(?:,(?= (?:but )?(?:only )?(?:if|unless)\b)(?: but)?|[^;:,“”]{0,40}?)(?<! see)(?<! know)(?<! decide)(?<! learn)(?<! ask)(?<! say) (?:unless|only if|if)\b"
)


_DECIDES: Final = late_pattern(
    r"\b(?:decide|rule|say|announce|reveal|determine|confirm|discuss|consider)s? (?:on|by|in) (?:the )?$"
)
"""Before the day of a decision, behind which an "if" tells what it is about."""
_BY_HOW_MUCH: Final = late_pattern(
    r"(?i),? (?P<many>an?|one|two|three|four|five|six|seven|\d{1,2}) (?P<unit>days?|weeks?) (?P<way>later|earlier|sooner) than (?:was |it was |first |originally |previously |had been )?(?:planned|scheduled|expected|announced|thought|hoped|set)\b"
)


def days_from_plan(text: str, stop: int) -> int | None:
    """By how many days the day that ends at `stop` is later than the one it replaces: "on 3 June, a day later than announced"."""
    found = _BY_HOW_MUCH.match(text, stop)
    if found is None:
        return None
    many = 1 if found["many"].lower() in {"a", "an"} else count(found["many"]) or 0
    days = many * (7 if found["unit"].startswith("week") else 1)
    return days if found["way"] == "later" else -days


def _own_end(after: str) -> str:
    """What follows a day, up to where another thing is told."""
    return re.split(r" (?:and|but|while) (?!(?:again )?on )", after, maxsplit=1)[0]


def _unless_conditional(before: str, certainty: Certainty | None) -> Certainty | None:
    if _IF_FIRST.match(before):
        return Certainty.CONDITIONAL
    conditions = [match for match in _CONDITION.finditer(before) if not _is_elsewhere(before, match)]
    if not conditions:
        return certainty
    between = before[conditions[-1].end() :]
    return certainty if "," in between and certainty else Certainty.CONDITIONAL


_IF_FIRST: Final = late_pattern(
    r"[\W]*(?:If|Provided|Unless|Depending on|Should (?=the |an? |it |they |he |she |both |either |[A-Z])) ?[^,;:“”]{3,120}, (?!and\b|but\b)[^,;:“”]*$"
)
"""As in "If both sides agree, talks will begin on ..."."""
_WHETHER: Final = late_pattern(
    r"(?i)\b(?:ask\w*|see\w*|know\w*|known|clear|unclear|decid\w+|wonder\w*|tell|told|say|said|doubt\w*|check\w*|learn\w*|even|as) $"
)
"""Before an "if" that names a question, no condition."""
_ANOTHER_CLAUSE: Final = late_pattern(
    r"(?i)\b(?:when|as|while|because|since|before|after|although|though)\b|[;:–—]|\band that\b"
)


def _is_elsewhere(before: str, condition: re.Match[str]) -> bool:
    """Whether a word like "if" or "could" says nothing of the day at the end of `before`: it is of another clause."""
    if condition.group().lower() == "if":
        return _WHETHER.search(before, max(0, condition.start() - 16), condition.start()) is not None
    if condition.group().lower() in {"could", "may", "might", "possible", "possibly"}:
        edge = _ANOTHER_CLAUSE.search(before, condition.end())
        return edge is not None and bool(
            _ON_THE_CALENDAR.search(before, edge.end()) or _SURE.search(before, edge.end())
        )
    return False


_ANOTHER_DAY: Final = late_pattern(r" (?:while|whereas|but|although)\b(?=.*\b(?:is|are|will|remains?|still)\b)")


def _last_move(before: str) -> int | None:
    """Where the last words end that tell of a move."""
    return max((match.end() for match in _MOVED.finditer(before)), default=None)


_SUSPENDS: Final = late_pattern(
    r"(?i)\bha(?:s|ve) (?:now |since |also )?suspended(?: [\w’'-]+){1,5}? (?:on|of|for)(?: the)?(?: \d{1,2}(?: [A-Z][a-z]+)?(?:,| and|, and))*(?: the)? $"
)
_LEFT_BEHIND: Final = late_pattern(rf"(?i)\b(?:{PUTS_OFF})\b[^.;:]{{0,40}}?\bby [^.;:]{{1,20}}? from (?:the )?$")
_PUTS_OFF_PLAN: Final = late_pattern(
    rf"(?i)\b(?:{PUTS_OFF}|{SUSPENDS}) (?!(?:to|until|till|by|from|for)\b|on (?!\w+day (?:an?|the|its|his|her|their) ))[^.;:,]{{2,64}}?(?:,? (?:(?:which|that) (?:was|were|is|are|had been) )?(?:planned|scheduled|due|set|expected|slated|booked|fixed|billed)"
    rf"| {OWN_PLAN})"
    r"(?: for| on| to (?:be )?[a-z]+(?: place)?(?: on)?| to [a-z]+ on)?(?: the)? (?:[^.;:“”]{3,40},? and (?:on )?(?:the )?)?$"
)
"""Before the day that a clause gives of what it puts off, and before the last one of several."""
_TO_ANOTHER: Final = late_pattern(r" (?:until|till|to|for) ")
_COMES: Final = late_pattern(r"(?i)\b(?:will|now|is to|are to|new date)\b")
_FROM_TO: Final = late_pattern(
    r"(?i)\b(?:mov|shift|switch|chang|push|reschedul|postpon|delay)\w* [^.;:]{0,80}?\bfrom [^.;:]{0,40}?\b(?:to|until)(?: (?:no (?:earlier|sooner) than|not (?:before|earlier than)))?(?: on)?(?: the)? $"
    rf"|\b{MOVED_OBJECT}(?:\w+day|\d{{1,2}} [a-z]+|[a-z]+ \d{{1,2}}) (?:to|until|till)(?: the)? $"
)
_NOW: Final = late_pattern(
    r"\bwill (?:now|instead) (?!not\b|never\b|have\b|only\b|also\b|again\b)(?:be )?[a-z]+\b(?:(?!\b(?:until|till|by|before|and|but|while|if|whether|again|also)\b)[^.;:,]){0,60}$"
)
"""As in "the ferry will now sail on ...": the day is a new one."""
_NOT_NOW: Final = late_pattern(
    r"\bwill (?:now not|not now) (?:be )?[a-z]+(?: (?!(?:and|but|while|if|whether)\b)[^.;:,]{0,40}?)? (?:until|till|before)(?: at least)?(?: the)? $"
    r"|\b(?:was|were) (?:(?:due|set|scheduled|expected|supposed|meant) )?to [^.;:“”]{3,60}, will (?:now |instead )?(?:stay|remain) [a-z]+ (?:until|till)(?: at least)?(?: the)? $"
)
"""As in "will now not open until ...", "which was to open on Monday, will stay shut until ..."."""
_NO_LONGER_BUT: Final = late_pattern(
    r"\b(?:no longer|not) (?:on|in|until|till) (?:the )?[^.;:,“”]{3,24},? but (?:now |instead |rather )?(?:on |in |until |till )?(?:the )?$"
)
"""As in "is no longer on Friday but on ..."."""
_NOW_DOES: Final = late_pattern(
    rf"\b(?:was|were|had been) (?:due|set|scheduled|planned|to)\b[^.:“”]{{3,90}}[,;] (?:but |and )?(?:it|they|that|this) {NOW_DOES}(?: [^.;:,]{{0,30}})?$"
)
"""Before the new day, behind the old one in its sentence: "was to meet on 20 June; it now meets on ..."."""
_IS_NOW: Final = late_pattern(
    rf"\b{IS_NOW}$|\b(?:was|were|had been) (?:due|set|scheduled|planned|to)\b[^.;:,]{{3,60}}, {WILL_BE}$"
)
"""Right before the new day."""
_SUBJECT: Final = 60
"""Characters before a verb that can hold its subject."""
_INSTEAD_OF: Final = late_pattern(
    r"(?i)(?: night| evening| morning| afternoon)?,? (?:instead of|rather than|(?:and )?not(?:,? as [^.;:,“”]{3,40},)?) (?:on )?(?:the )?(?:\w+day|tomorrow|today|\d{1,2} [A-Z]|(?-i:[A-Z])[a-z]+\.? \d)"
)
_BACK_FROM: Final = late_pattern(
    rf"(?i)\b{MOVES}\b[^.;:]{{0,40}}? (?:to|until|till|for) (?:the )?(?:\d{{1,2}} [a-z]+|[a-z]+day|[a-z]+ \d{{1,2}}),? {HOLDS_ON}$"
)
_AFTER_ALL: Final = late_pattern(rf" {AFTER_ALL}")
"""Around the day on which something is after all, behind another one to which it had moved."""
_THAN_PLANNED: Final = late_pattern(
    r"(?i)^[^.;:]{0,50}?\b(?:later|earlier|sooner) than (?:first |originally |previously |had been )?(?:thought|planned|scheduled|expected|announced|forecast|hoped|predicted)\b"
)


def _moved_between(before: str, behind: str) -> bool:
    """Whether the words around a day set it against another one that it replaces."""
    now = _NOW.search(before)
    # "The inquest will now hear from her": a part of it, not all of it on another day.
    told = now is not None and not nouns_in(before[max(0, now.start() - _SUBJECT) : now.start()])
    return bool(
        told
        or _NOT_NOW.search(before)
        or _NO_LONGER_BUT.search(before)
        or _IS_NOW.search(before)
        or _NOW_DOES.search(before)
        or _FROM_TO.search(before)
        or _INSTEAD_OF.match(behind)
        or _THAN_PLANNED.search(behind)
        or (_BACK_FROM.search(before) and _AFTER_ALL.match(behind))
    )


_SURE: Final = late_pattern(r"(?i)\b(?:will|is to|are to|due)\b")


_BEFORE_KIND: Final = 12
"""Characters before such a participle that make it one."""


def tells_the_kind(text: str, found: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether what looks like a change only tells of what kind something is: "the scrapped tax"."""
    if not found.group().lower().endswith("ed"):
        return False
    around = max(span[0], found.start() - _BEFORE_KIND), min(span[1], found.end() + _BEFORE_KIND)
    return any(each.start("kind") == found.start() for each in OF_WHAT_KIND.finditer(text, *around))


def is_of_others(text: str, start: int, end: int, span: tuple[int, int]) -> bool:
    """Whether a change at `start`..`end` in a span is one of what was to be before, or of others of its kind."""
    return (
        ONE_BEFORE.match(text, end, span[1]) is not None
        or OF_OTHERS.search(text, max(span[0], start - _BEFORE_KIND * 2), start) is not None
    )


def states(text: str, span: tuple[int, int]) -> tuple[bool, bool]:
    """Whether `text[span]` says that something is called off, and whether it says that something moved."""
    return _is_fact(_CALLED_OFF, text, span), _is_fact(_MOVED, text, span)


_PROTEST_IS: Final = late_pattern(
    rf"(?i)(?:{PROTEST_OF})\w+day['’]s [^.;:,“”]{{2,60}} (?:was|were|(?:has|have|had)(?: now| since)? been) (?:\w+ly )?$"
)
"""Before a change of what somebody wanted to do to an event: "a boycott of Monday's debate was called off"."""


def _is_fact(pattern: re.Pattern[str], text: str, span: tuple[int, int]) -> bool:
    """Whether the first thing that a pattern finds is neither denied nor only asked for, threatened or possible."""
    found = next((each for each in pattern.finditer(text, *span) if not tells_the_kind(text, each, span)), None)
    if found is None:
        return False
    before = text[max(span[0], found.start() - 120) : found.start()]
    if is_of_others(text, *found.span(), span) or _PROTEST_IS.search(before):
        return False
    if _OPEN.search(before) or _ASKED.match(text, found.end(), span[1]):
        return False
    if _BACK_AFTER.search(before) or _IS_BACK.match(text, found.end(), span[1]):
        return False
    if is_hearsay(text, span, *found.span()):
        return False
    if _SAID_TO.search(before) and not _IF.search(text, found.end(), span[1]):
        return True
    to_come = _WILL.search(before) or found.group().lower().startswith(("will no", "won't", "won’t"))
    if (
        _NEITHER.search(text, span[0], found.start())
        or _QUOTED_DENIAL.search(before)
        or (to_come and _IF.search(text, *span))
    ):
        return False
    made = _MADE_TO.search(before)
    return not _NOT_YET.search(before, 0, made.start() if made else len(before))


def overall(sayings: Sequence[Saying]) -> Certainty:
    """The certainty of an event from what its mentions say, oldest first.

    The first report of an agreement ends the time of proposals: only what is said from then on counts. Among the rest
    the most frequent wins, the surer one among equals.
    """
    first = next((index for index, each in enumerate(sayings) if each.confirms), 0)
    counts = Counter(each.certainty for each in sayings[first:] if each.certainty is not None)
    order = list(Certainty)
    if not counts:
        return Certainty.PLANNED
    open_levels = (Certainty.PROPOSED, Certainty.DEMANDED, Certainty.CONDITIONAL)
    sure = counts[Certainty.CONFIRMED] + counts[Certainty.PLANNED]
    unsure = sum(counts[level] for level in open_levels)
    pool = [level for level in counts if (level in open_levels) == (unsure >= sure)]
    return min(pool, key=lambda level: (-counts[level], order.index(level)))
