"""Names for events, of at most six words, from the sentences that mention them. Pure.

A name must be understood by someone who has not read the sources: a noun with what tells it apart ("Direct talks in
Istanbul"), or who does what ("Rubio visit to Turkey", "Parliament to debate housing bill"). A name without a name of
somebody or somewhere in it is completed from its sentence, its headline, or those who are named with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from newsdesk.find.calendar_words import MONTH_NAMES
from newsdesk.find.change_words import CALLS_OFF, PUTS_OFF
from newsdesk.find.dates.direction_words import SCHEDULED
from newsdesk.find.event_nouns import (
    ASIDE,
    BODY,
    CONSEQUENCE,
    OPEN_ASIDE,
    attributive_noun,
    class_of,
    names_no_event,
    nouns_in,
    what_it_is_about,
    without_what_comes,
)
from newsdesk.find.events.agenda import day_last
from newsdesk.find.events.answers import by_answer
from newsdesk.find.events.appearances import by_air, by_body
from newsdesk.find.events.clauses import (
    by_any_verb,
    by_beginning,
    by_court,
    by_declaration,
    by_end,
    by_event_verb,
    by_going,
    by_move,
    by_name,
    by_our_plan,
    by_present_verb,
    by_present_verb_with_object,
    by_prolonging,
    by_question,
    by_running,
    by_visit,
)
from newsdesk.find.events.complements import complement, place_in
from newsdesk.find.events.demands import by_deadline, by_demand
from newsdesk.find.events.endings import by_duty, by_ending, by_following, by_offer
from newsdesk.find.events.headlined import headlined_owner
from newsdesk.find.events.naming import LINKS, LONGEST, Naming, is_name, titled
from newsdesk.find.events.openings import place_first, with_what_is_owned, without_aside
from newsdesk.find.events.ordinals import by_ordinal, by_reading
from newsdesk.find.events.owned_days import begins_its_own, without_verb
from newsdesk.find.events.owners import BETWEEN_PARTIES, announcer, completed, is_bare, owner, placed_only
from newsdesk.find.events.phrases import DATELINE, HOLIDAY_LAST, PUTS_ITS_OWN, antecedent, phrase, subject, tokens
from newsdesk.find.events.predicates import LAST_RESORT, by_loss, by_predicate, by_standing
from newsdesk.find.events.second_halves import whole_half
from newsdesk.find.events.teams import by_hosting, by_sides, by_teams
from newsdesk.find.events.tidied import tidied
from newsdesk.find.events.topics import topic_of
from newsdesk.find.events.weather import by_weather
from newsdesk.find.events.words import COLLECTIVE, DATE_WORDS, FILLERS, FUNCTION_WORDS, NAME_OF_TIME, PRONOUNS, VERBISH
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_STARTING: Final = late_pattern(
    r"(?i)\b(?:from|start(?:ing|s)?|begin(?:ning|s)?|since|effective|in(?:to)? force|must start|must begin)\W*(?:on |as early as |at |the )?(?:midnight (?:on )?)?$"
)
_ENDING: Final = late_pattern(r"(?i)\b(?:expires?|ends?|run(?:s)? out|due to end|to expire|will end)\b")
_ENDS_THERE: Final = late_pattern(
    r"(?: action)?(?P<which> (?:of|in|on|at|by|over|against|for|to) [^.;:,]{2,40}?)?(?:, which| that)? "
    r"(?:(?:(?:is|are) (?:now |still )?(?:(?:due|set|expected|scheduled|planned|likely) )?to|will|would|must|should)"
    r" (?:now |finally )?(?P<verb>end|finish|conclude|expire|be lifted)|(?P<does>ends|finishes)|(?:is|are) (?P<lifted>lifted|eased)|ha(?:s|ve) (?:now |again )?been (?:extended|prolonged)(?= (?:until|till|to) (?:the )?$))"
    r"(?: (?:at|by|in|with|after) [^.;:,]{2,30}?)?(?: on| by| at| until| till| to)?(?: the)? ?$"
)
_ENDS_IN: Final = late_pattern(
    r" (?P<verb>ends|finishes|concludes|closes) (?:in|at) (?:the )?[A-Z][^.;:,]{1,30} on (?:the )?$"
)
_LASTING: Final = frozenset({"truce"})
"""Classes of things that last: their dated beginning is named as such."""
_COORDINATE: Final = late_pattern(
    r"(?P<who>[^,;:“”]{2,70}?(?<!['’]s)(?<!s['’])) (?P<auxiliary>(?:will|would|must|is to|are to|is due to|are due to) )?(?:[a-z]+ed|rose|broke|left|met|went|held|spoke|won|lost|gave|took|came|saw|began|fl(?:ies|y|ew)"
    r"|meets?|goes|heads|visit|arrives?|opens?|begins?|is|was|were|are|travels?|open|close[sd]?|starts?|(?<=will )[a-z]{2,}|(?<=would )[a-z]{3,}|(?<=must )[a-z]{3,})\b.*\b"
    r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|yesterday|today|(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)|within (?:[a-z]+|\d+) (?:hours|days|weeks))\b[^;:.,]{0,36}?(?:,? and (?:then |also )?|, then )(?P<rest>(?!(?:the|an?|its|his|her|their|another|again|on|from|until|for|in|at|by|to) )[a-z]+ .*)"
)
"""As in "Parliament rose on Tuesday and returns on ...": the second verb has the first one's subject."""
_SAME_SUBJECT: Final = late_pattern(
    r"(?P<who>[^,;:“”]{2,50}?) (?:was|were|has|have|rose|broke|met|sat|[a-z]+ed)\b(?:[^;:,“”]|(?<=\d):(?=\d))* and (?P<rest>(?:is|are|will|would|must) (?:due|to|set|[a-z]+)\b[^;:“”]*)$"
)
"""As in "He was remanded in custody and is due at ...", without another day."""
_COMES_OR_GOES: Final = "(?:reopens|opens|closes|shuts|starts|begins|ends|resumes|returns|leaves|arrives|finishes)"
_THEN_DOES: Final = late_pattern(
    rf"(?P<who>[^,;:“”]{{2,50}}?) (?:{_COMES_OR_GOES}|comes? into (?:force|effect)|takes? effect)\b(?:[^;:,“”]|(?<=\d):(?=\d))*?"
    rf",? and (?:then )?(?P<rest>(?:{_COMES_OR_GOES}|lasts?|runs?|continues?)\b(?:[^;:“”]|(?<=\d):(?=\d))*)$"
)
"""As in "The tunnel shuts tonight and reopens on ...": on that day it does the second thing."""
_DOTTED: Final = late_pattern(r"\b([A-Z])\.([A-Z])\.")
"""As in "U.S.", whose full stops end nothing."""
_TITLE: Final = late_pattern(r"\b(?:Gov|Sen|Rep|Gen|Lt|Sgt|Capt|Col|Rev|Dr|Mr|Mrs|Ms|Prof)\.(?:-elect)? (?=[A-Z])")
_CONDITION_FIRST: Final = late_pattern(
    r"^(?:However, )?(?:[Ii]f|[Uu]nless|[Bb]arring|[Aa]ssuming|[Ss]ubject to|[Dd]epending on|[Pp]ending|[Aa]head of|[Aa]fter (?:\w+ )?(?:years|months|weeks|days|hours) of|[Dd]espite|[Aa]mid) [^,;:]{3,140}, (?=\w)"
)
"""As in "If the bill is rejected, ...": what happens then is told behind it."""
_WITH_SOMEBODY: Final = late_pattern(
    r",? with (?P<who>[^.;:,“”]{3,50}?) (?P<does>(?:due|set|expected|scheduled|likely) to [^.;:,“”]{2,50})$"
)
"""As in "holds its meeting on Monday, with Ann Lee due to step down on ..."."""
_FOLLOWED_BY: Final = late_pattern(
    r",? followed (?:the next day )?by (?:the |an? )?(?:[^.;:]{3,60}?\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)(?:,| and|, and) )?"
    r"(?P<last>(?:the |an? )?[a-z][^.;:,]{2,40}?) (?:on )?$"
)
"""As in "will publish prices on Tuesday, followed by jobs on Wednesday and sales on ...": the last thing named has the day."""
_FOLLOWED_BY_SOMEBODY: Final = late_pattern(
    r" (?P<does>(?:(?:is|are) (?:due|set|expected|scheduled) to|will) [^.;:]{3,60}?)(?: on)? (?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow),? followed by"
    r" (?P<last>[A-Z][^.;:,]{2,60}?) (?:on )?$"
)
"""As in "Tan is due to visit Malta on Monday, followed by Lee on ...": the other one does the same."""
_AND_SOMEBODY: Final = late_pattern(r",? and (?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:will|would)\b)")
_ANNOUNCED: Final = late_pattern(r",? (?:after|as|since|when) ")
"""Behind what parties agree on: where somebody tells of it is not where it holds ("after mediators in Doha announced it")."""
_OTHER_THING: Final = late_pattern(
    r",? as (?=(?:the|an?|its|his|her|their)\b|[A-Z])|,? with (?=[^.;:,]{2,40}? (?:[a-z]+ing\b|(?:set|due|expected|planned|scheduled)\b))"
    r"|,? (?:and|but|while) (?:the|an?|its|his|her|their|they|he|she|it|there)\b|,? (?:and|but) (?:(?:is|are) (?:due |expected |set )?to|will)\b|,? (?:if|unless|according to|without which)\b"
    r"|, (?:an?|the) (?:[a-z]+ )?(?:day|date|holiday|anniversary|feast)\b|, which (?:is|will be|falls on|marks|happens to be)\b"
)
"""After a day: something else, with a subject of its own, a condition, or what else the day is."""
_THEN_ANOTHER_DAY: Final = late_pattern(
    rf", (?:and|but|while) (?=[^;:]{{3,80}}\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|\d{{1,2}} (?:{MONTH_NAMES})|(?:{MONTH_NAMES}) \d{{1,2}})\b)"
)
"""After a day: a clause with a day of its own."""
_OTHER_DAY_AND: Final = late_pattern(
    r".*\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|overnight|\d(?: ?[ap]\.?m\.?)|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})"
    r"(?:[^.;:,]{0,24},? (?:and|but|while)|[^.;:]{0,90}? (?:before|until)) (?P<rest>(?:(?:the|an?|its|his|her|their)|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:will|would|is|are)|[a-z]+(?: [a-z]+)?s (?:will|would|are due|are(?= (?:on|at|in) )|meet|gather|convene|sit down|vote|arrive|return)|[a-z]+s (?:with|between|of) [^.;:,]{2,40}? (?:will|would|are)\b) .*)",
    re.DOTALL,
)
"""Another day's clause before a clause with a subject of its own: "Tickets go on sale on Monday and the show opens on ..."."""
_OTHER_DAY_HE: Final = late_pattern(
    r"(?P<first>.*\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*))"
    r"[^.;:,]{0,24},? (?:and|but|while|before|until) (?P<he>he|she|it|they) (?P<does>(?:will|would|is|are)\b.*)",
    re.DOTALL,
)
"""The same where the second subject stands for the first one: "Her visit to Oslo is on Monday, while she is due in Riga on ..."."""
_WHETHER_ON: Final = late_pattern(
    r"\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|\d{1,2} [A-Z][a-z]{2,8}) (?:on )?(?:whether|if) [^.;:,]{2,60}$"
)
"""As in "will decide on Sunday whether they reopen on ...": what happens then is open."""
_REPLY_BY: Final = late_pattern(
    r"^(?:To|For) [^,;:]{3,60}, (?:please )?(?:reply|register|email|call|book|apply|write|sign up|contact|visit|rsvp|RSVP)\b"
)
"""As in "To attend the briefing, reply by ...": told to the reader, of no event."""
_BEFORE_OTHERS: Final = late_pattern(
    r",? (?:half an hour|(?:an?|one|two|three|four|five|six|\d+|some|just|a few) (?:few |couple of )?(?:hour|minute|day|week|month)s?|hours|days|weeks|shortly|soon|right|just) (?:before|after) "
)
"""After a day: how far it is from that of something else."""
_ANOTHERS_DAY: Final = late_pattern(
    rf"\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|(?i:tomorrow|today)|\d{{1,2}} (?:{MONTH_NAMES})"
    r"|(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.?|April|Apr\.?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?) \d{1,2})"
    r"(?: (?:morning|afternoon|evening|night))?(?: (?:in|at) [\w.:]+(?: ?[ap]\.?m\.?)?)?(?:,|,? and|,? then|, and then| and then) (?:(?:to|in|at|against|with) )?"
    rf"(?:(?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTH_NAMES})"
    r"[A-Z][\w’'-]*(?: (?:of |and |the )?[A-Z][\w’'-]*){0,3}(?: [a-z]{3,}s)?|(?P<plural>(?!(?:perhaps|always|towards)\b)[a-z]{2,}[^\Ws]s))"
    r"(?: (?:at|from)(?: [\w.:]+(?: ?[ap]\.?m\.?)?)?| (?:in|at) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})?(?:,? on| for)?(?: the)? $"
)
"""As in "will visit Oslo on Sunday, Riga on ..." and "Lee speaks on Monday and Tan on ...": of the later one the first one's name tells nothing."""
_ELSEWHERE: Final = late_pattern(r"day (?:in|at) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}(?:,|,? and|, then) on $")
_THERE: Final = late_pattern(r" (?:in|at) [A-Z]")
"""The same with the day before its place: "on Monday in Oslo, on Tuesday in Riga"."""
_BEFORE_DOING: Final = late_pattern(
    r"\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|\d{1,2} [A-Z][a-z]{2,8})(?: \([^()]{1,20}\))?,? (?:before|after) [a-z]+ing [^.;:,]*$"
)
"""As in "They travel to Rome on Saturday before hosting England on ..."."""
_SAYS: Final = "(?:says?|said|insists?|insisted)"
_SAYS_IT_DOES: Final = late_pattern(
    rf"\b[A-Z][^.;:,“”]{{1,40}}? {_SAYS} (?:that )?(?P<thing>(?:the|its|their|an?) [a-z][^.;:,“”]{{2,40}}?)"
    r" (?:will|would|is|are|starts?|begins?|opens?|resumes?|ends?)\b[^.;“”]{3,80}(?:;|\.) $"
)
_SAYS_THEY: Final = late_pattern(
    rf"(?:But )?[A-Z][^.;:,“”]{{1,40}}? {_SAYS} (?:that )?(?:they|it)"
    r"(?= (?:will |would |(?:is|are) (?:due |set )?to )?(?:starts?|begins?|opens?|resumes?|ends?|be held|take place) (?:on|at|from|in|only|as|next|this)\b)"
)
"""As in "Ostland says the talks start on Friday; Norland says they start on ...": both tell of the same thing."""
_SELF: Final = late_pattern(
    r"(?<=\w) (?:himself|herself|itself|themselves)(?= (?:is|are|will|would|must|has|have|was|were|to)\b)"
)
"""Behind who acts: it tells nothing."""
_FROM_ANOTHER: Final = late_pattern(
    r"\b(?:(?:an?|one|two|three|four|five|six|seven|\d+|some|just|a few) (?:few |couple of )?(?:hour|day|week|month)s?|hours|days|weeks|the (?:day|week|morning|evening|night))"
    r" (?:before|after|ahead of) (?P<other>(?:the |an? |its |his |her |their |[A-Z])[^.;:,]{2,40}?) on (?:the )?$"
)
"""As in "The vote comes three days before the budget on ...": the day is that of the other thing."""
_END_OF_DAY: Final = late_pattern(
    r"(?<=by |il )(?:the )?(?:close of (?:business|play)|end of(?: the day| business| play)?)(?: on)? $"
)
"""Between "until" and its day, or its month."""
_ITS_WEEK: Final = late_pattern(
    r"\b(?:in|during|for|on|over) (?:the )?(?:week(?:end)? (?:of|beginning|commencing|starting)|w/c)(?: on)?(?: the)?(?: Mon(?:day)?,?)? $"
)
"""Before the day of which only the week is meant: "in the week of 5 December"."""
_AIMS: Final = {
    "ending": "end",
    "averting": "avert",
    "avoiding": "avoid",
    "preventing": "prevent",
    "settling": "settle",
    "resolving": "resolve",
}
_AIMED_AT: Final = late_pattern(
    rf" (?:aimed at|meant to|intended to|designed to) (?P<what>{'|'.join((*_AIMS, *_AIMS.values()))})(?= )"
)
"""Behind talks: what they are for, "Talks aimed at ending the strike"."""
_HOLDING: Final = late_pattern(
    r"(?<=\w) (?:is|are) (?P<does>hold|host|stag|giv)ing (?=(?:its|their|his|her|an?) [^.;:,“”]{3,50} on (?:the )?$)"
)
"""As in "Orbix is holding its investor day on ...", before the day."""
_BEING: Final = late_pattern(r"(?<=\w) (?:is|are) being (?=[a-z]+(?:ed|en|wn|t) )(?!held\b|treated\b|questioned\b)")
"""As in "MPs are being recalled on ..."."""
_BASE: Final = {"stag": "stage", "giv": "give"}
_ACCEPTED: Final = late_pattern(
    r" (?:has|have) (?:now |also |overwhelmingly |narrowly )*voted (?:overwhelmingly |narrowly )?to (?=strike|walk out|down tools|stop work)| (?:(?:has|have) (?:now |also )?|on \w+day |now )?accepted (?:an?|the|his|her|their|[A-Z][\w-]+['’]s) (?:invitation|offer) (?:from [^.;:,“”]{2,40} )?to (?=[a-z])"
)
"""As in "Holm has accepted an invitation to visit Norland on ...": she will."""
_REACH_LEFT: Final = 240
_REACH_RIGHT: Final = 160
_EARLIER: Final = 300
"""Characters before the sentence in which a pronoun finds its name."""


_OF_SELF: Final = late_pattern(r"[“\"]?I(?=['’]ll | )")
_SPOKEN_BY: Final = late_pattern(
    r"[^“”\"]{0,80}[”\"] (?:(?P<who>he|she|the (?:[a-z-]+ ){0,2}?[a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:said|says|told|added|wrote|replied)\b"
    r"|(?:said|says|added|wrote|replied) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[.,;]))"
)
"""Who is "I" in the words before, as in "“I will step down on Friday,” she said"."""


def naming(
    text: str, sentence: tuple[int, int], start: int, end: int, noun_class: str | None, headline: str = ""
) -> Naming | None:
    """The best name the sentence gives for what happens at `start`..`end`; None when it gives none, or a garbled one.

    Args:
        text: what the offsets count in.
        sentence: the span of the sentence.
        start: where the time expression begins.
        end: where it ends.
        noun_class: of the event noun it belongs to.
        headline: of the post, where a name without names finds whose it is.
    """
    found = _best(text, sentence, start, end, noun_class, headline)
    if found is None and (turned := day_last(text, sentence, start, end)):
        found = _best(turned.text, (0, len(turned.text)), turned.start, turned.end, noun_class, headline)
    if found is None or _GARBLED.search(found.title):
        return None
    found = tidied(found, text[max(sentence[0], start - _REACH_LEFT) : start])
    if found is None:
        return None
    if noun_class and not found.clause and (thing := _THEN_DOES_NOTHING.fullmatch(found.title)):
        found = replace(found, title=thing["thing"])
    if noun_class and (thing := _GOES_AHEAD.fullmatch(found.title)) and class_of(thing["noun"].lower()) == noun_class:
        # "The hearing will go ahead": the noun tells as much, whatever becomes of it.
        return replace(found, title=thing["thing"], clause=False)
    if noun_class and (kept := _KEEPS_ITS_DAY.fullmatch(found.title)) and nouns_in(kept["thing"]):
        return replace(found, title=kept["thing"], clause=False)
    return found


_THEN_DOES_NOTHING: Final = late_pattern(r"(?P<thing>\w\S* \S.*[^\W_A-Z]) (?:runs|falls|lasts|comes|follows)")
"""As in "Donors' conference for Vale runs", cut before its days."""
_KEEPS_ITS_DAY: Final = late_pattern(r"(?P<thing>.+ .+|\w+) (?:keeps|stays|remains)")
"""As in "The launch of the probe keeps its date of 6 June": that it is then is all it tells."""
_GOES_AHEAD: Final = late_pattern(r"(?P<thing>(?:.* )?(?P<noun>[\w-]+)) (?:to go|goes) ahead")


_CHANGES: Final = late_pattern(rf"(?i)\bto (?:{CALLS_OFF}|{PUTS_OFF})\b")
"""In a name of what somebody does to something else."""
_GARBLED: Final = late_pattern(
    r"^(?:They|We|He|She|It|You|I) v\b|^(?:Please|Kindly) |^(?:\d+ )?(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|CES?T|EES?T)\b|^(?:The )?(?:Following )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:to|[a-z]+s)\b"
    r"|^(?:Earlier|Previous|Original) (?:post|version|report|story|headline|update|article|entry)\b"
    r"|^[B-HJ-Z] (?:to )?[a-z]|^(?:Down|Up|Out|Off|Back|Over|Unlikely|Likely)(?:$| (?:to )?[a-z])|^(?:Once|When|While|Until|Because) |^(?:Always|Never|Often|Usually|Normally|Sometimes|Also|Only|Now|Still|Just|Not) (?:to )?[a-z]|^\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\b|:)|\b(?:originally|initially|previously|reportedly|last|right|just)$"
    r"|['’]s to [a-z]|\b(?:arrive|gather|return|leave|depart) (?:meeting|talks|visit|vote|strike|speech|hearing)$"
    r"|^(?:[A-Z][\w’'-]+ ){1,3}beat [A-Z]"
    r"|\b(?<!be )(?:began|fell|rose|lost|won|drew|was|were|had|did|said|went|came|took)\b"
)
"""Names that begin or end inside a phrase, or hold a verb that tells of what is over."""


def _best(
    text: str, sentence: tuple[int, int], start: int, end: int, noun_class: str | None, headline: str
) -> Naming | None:
    begin, stop = sentence
    before = _ABOUT.sub("", _plain(ASIDE.sub(" ", text[max(begin, start - _REACH_LEFT) : start])))
    if start - begin <= _REACH_LEFT:
        before = DATELINE.sub("", before)
    after = _plain(text[end : min(stop, end + _REACH_RIGHT)])
    before = _AIMED_AT.sub(lambda aim: f" to {_AIMS.get(aim['what'], aim['what'])}", before)
    before = _HOLDING.sub(lambda held: f" will {_BASE.get(held['does'], held['does'])} ", before)
    before = _BEING.sub(" will be ", before)
    before = _ACCEPTED.sub(" will ", _ITS_WEEK.sub("on ", _END_OF_DAY.sub("", before)))
    if (they := _SAYS_THEY.match(before)) and (told := _SAYS_IT_DOES.search(text, max(0, begin - _EARLIER), begin)):
        before = f"{told['thing'][0].upper()}{told['thing'][1:]}{before[they.end() :]}"
    before, after = _one_of_two(whole_half(before) or _first_days_off(before, after), after)
    after = without_what_comes(_BEFORE_OTHERS.split(after, maxsplit=1)[0])
    threat = CONSEQUENCE.search(after) or _OTHER_THING.search(after)
    after = after[: threat.start()] if threat else after
    if OPEN_ASIDE.search(before):
        after = after.partition(",")[0]
    if later := _THEN_ANOTHER_DAY.search(after):
        after = after[: later.start()]
    another = _AND_SOMEBODY.search(after)
    after = after[: another.start()] if another and " between " not in after[: another.start()] else after
    earlier = text[max(0, begin - _EARLIER) : begin]
    opening = (tokens(text[begin : begin + 40]) or [""])[0]
    if (of_self := _OF_SELF.match(before)) and (spoken := _SPOKEN_BY.match(text, end, stop)):
        who = spoken["who"] or spoken["name"]
        before = f"{who[0].upper()}{who[1:]}{before[of_self.end() :]}"
    before = _SELF.sub("", without_aside(_unconditioned(before)))
    if (from_it := _FROM_ANOTHER.search(before)) and any(class_of(word.lower()) for word in tokens(from_it["other"])):
        before = f"{from_it['other'][:1].upper()}{from_it['other'][1:]} is due on "
    if "'s " in before or "’s " in before:
        before = with_what_is_owned(before, earlier)
        if not before:
            return None
    if (own := begins_its_own(before, after)) is not None:
        # "Ministers will meet on Saturday ahead of Tuesday's summit": the day is the summit's.
        before, opening = (
            f"{before[own : own + 1].upper()}{before[own + 1 :]}",
            before[own:].partition(" ")[0].capitalize(),
        )
        after = after if before else without_verb(after)
    if _SETS.search(before) and (set_for := _FOR_WHAT.match(after)):
        # "The judge set 4 December for the next hearing".
        before, after = f"{set_for['what'][0].upper()}{set_for['what'][1:]} is due on ", after[set_for.end() :]
        opening = before.partition(" ")[0]
    if (later := _BEFORE_THING.search(before)) and class_of(later["what"].split()[-1]) is None:
        before = f"{later['what'].capitalize()} is on "
    if (with_somebody := _WITH_SOMEBODY.search(before)) and (who_then := phrase(with_somebody["who"])):
        before = f"{' '.join(who_then)} is {with_somebody['does']}"
    listed = _FOLLOWED_BY.search(before)
    if listed and (thing := phrase(listed["last"])):
        before = f"{' '.join(thing)} is due on "
    elif (after_them := _FOLLOWED_BY_SOMEBODY.search(before)) and (who_follows := phrase(after_them["last"])):
        before = f"{' '.join(who_follows)} {after_them['does']} on "
    if _WHETHER_ON.search(before) or _REPLY_BY.match(before):
        return None
    if _is_anothers_day(before) or (_ELSEWHERE.search(before) and _THERE.match(after)):
        return None
    other = _OTHER_DAY_AND.match(before)
    if other:
        earlier = f"{earlier} {before[: other.start('rest')]}"
        before = other["rest"][:1].upper() + other["rest"][1:]
    elif (again := _OTHER_DAY_HE.match(before)) and (who := _same_one(again["first"], again["he"])):
        before = f"{' '.join(who)} {again['does']}"
    coordinate = _COORDINATE.match(before) if start - begin <= _REACH_LEFT else None
    if coordinate:
        auxiliary = "" if coordinate["rest"].startswith(("will ", "would ")) else coordinate["auxiliary"] or ""
        before = f"{coordinate['who']} {auxiliary}{coordinate['rest']}"
    joint = (
        (_SAME_SUBJECT.match(before) or _THEN_DOES.match(before))
        if not coordinate and " and " in before and start - begin <= _REACH_LEFT
        else None
    )
    if joint:
        before = f"{joint['who']} {joint['rest']}"
    if start - begin <= _REACH_LEFT and noun_class not in BETWEEN_PARTIES and not _WANTED.search(before):
        # Where somebody only speaks of it it does not take place.
        before, place_told = place_first(before)
        if place_told:
            opening = (tokens(before[:40]) or [""])[0]
            after = f"{place_told}{after}"
    if before.endswith(" through ") or _BEFORE_DOING.search(before):
        # The end of a stretch, or what one does after another day: the sentence names the other thing.
        return by_teams(before, noun_class, earlier) if by_hosting(before) else None
    proposals = [
        by_deadline(before, after, earlier, opening),
        by_visit(before, after, earlier, opening),
        by_court(before, after, earlier, opening),
        by_body(before, earlier, opening),
        by_air(before, earlier, opening),
        by_answer(before, after, earlier, opening),
        by_weather(before, after, opening),
        by_teams(before, noun_class, earlier),
        by_sides(before, after) if noun_class == "match" else None,
        by_event_verb(before, after, noun_class, earlier, opening),
        _by_noun(before, after, noun_class, opening, earlier),
        by_present_verb(before, earlier, opening),
        by_present_verb_with_object(before, earlier, opening),
        by_any_verb(before, after, earlier, opening),
        by_name(before),
        by_beginning(before, earlier, opening),
        by_declaration(before, opening),
        by_our_plan(before, opening),
        by_move(before, earlier, opening),
        by_end(before, earlier, opening),
        by_running(before, earlier, opening),
        by_going(before, earlier, opening),
        by_question(before, earlier, opening),
        by_prolonging(before, opening),
        by_demand(before, opening),
        by_offer(before, opening),
        by_reading(before, earlier, opening),
        by_ordinal(
            text[max(begin, start - _REACH_LEFT) : start], text[end : min(stop, end + _REACH_RIGHT)], noun_class
        ),
    ]
    # The match of two teams tells more than its kick-off.
    best = _weightiest(proposals)
    if best is None or best.weight < LAST_RESORT:
        rest = (
            best,
            by_predicate(before, after, earlier, opening),
            by_standing(before, earlier, opening),
            by_loss(before, after, opening),
            by_ending(before, earlier, opening) if noun_class is None else None,
            by_duty(before, earlier, opening),
            by_following(before, opening),
        )
        best = _weightiest(rest)
    if best is None or (best.names and not placed_only(best)):
        return best
    said = max((match.end() for match in _WANTED.finditer(before)), default=0)
    agreed = noun_class in BETWEEN_PARTIES
    # Where somebody only speaks of it ("in Kyiv, they demanded a truce") it does not take place.
    place = place_in(f"{before[said:]} {after}") if said or not agreed else place_in(_ANNOUNCED.split(after)[0])
    if agreed:
        who = announcer(before)
    elif said:
        who = None
    elif _AVOIDED.search(before) or stays_away(before):
        # "She has squandered a chance to avoid the strike", "he will not attend the summit": it is not hers, nor his.
        who = None
    else:
        who = owner(_OWN_CLAUSE.split(before)[-1], earlier)
        who = who or " ".join(headlined_owner(headline, text, best.title, noun_class)[-3:]) or None
    topic = topic_of(headline, text) if headline and (is_bare(best) or best.names) else None
    return replace(best, place=" ".join(place) or None, who=who, topic=topic)


_SETS: Final = late_pattern(r"\b(?:set|fixed|named|chose|picked|earmarked|pencilled in)(?: the)? $")
_FOR_WHAT: Final = late_pattern(
    r" (?:for|as the (?:date|day) (?:for|of)) (?P<what>(?:the|an?|its|his|her|their) [^.;:,“”]{3,50}?)(?=[.;:,“”]|$| (?:after|as|because|when|while|but|and) )"
)
"""Around a day: somebody sets it for something."""
_BEFORE_THING: Final = late_pattern(
    r"\b(?:[A-Za-z]{3,6}day|\d{1,2})\b[^.;:]*\b(?:before|ahead of) (?P<what>(?:the|an?|its|their|his|her) [a-z][a-z-]*(?: [a-z-]+){0,2}) on $"
)
"""As in "They meet on Saturday before the return leg on ...": another thing has that day."""


def _unconditioned(before: str) -> str:
    rest = _CONDITION_FIRST.sub("", before)
    return before if rest == before else rest[:1].upper() + rest[1:]


def _weightiest(proposals: Iterable[Naming | None]) -> Naming | None:
    """The best of several names; what somebody cancels goes before that he does: "Lee agreed to cancel the vote on ..."."""
    told = [each for each in proposals if each is not None]
    return max(told, key=lambda each: (not _CHANGES.search(each.title), each.weight), default=None)


def _same_one(first: str, pronoun: str) -> list[str]:
    """For whom or what a pronoun stands in the second half of a sentence: the first half's subject, for a person its owner."""
    who = antecedent(first, pronoun)
    if pronoun not in {"he", "she"}:
        return who
    if who and who[-1].lower() in {"jury", "court", "panel"} and (tried := _FOUND_GUILTY.search(first)):
        # "A jury found Kern guilty on Thursday and he will be sentenced on ...".
        return tried["who"].split()
    owns = next((n for n, word in enumerate(who) if word.endswith(("'s", "’s"))), None)
    return who if owns is None else [*who[:owns], who[owns][:-2]]


_FOUND_GUILTY: Final = late_pattern(
    r"\b(?:found|convicted|cleared|acquitted|sentenced|jailed|remanded|freed) (?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\b"
)


def _one_of_two(before: str, after: str) -> tuple[str, str]:
    """The words around a day that owns a thing, without the other thing that another day owns beside it.

    As in "Neither Monday's hearing nor Tuesday's vote will ...": the first one has its noun only, the second one no more before it.
    """
    first = _BEFORE_THE_OTHER.match(after)
    if first:
        after = after[: first.end()]
    if after.startswith(("'s ", "’s ")):
        before = "" if _BEHIND_THE_OTHER.fullmatch(before) else _OF_TWO.sub("", before)
    return before, after


_OWNS: Final = r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|[Tt]omorrow|[Tt]oday)['’]s"
_BEFORE_THE_OTHER: Final = late_pattern(rf"['’]s (?:[\w’'-]+ ){{0,4}}?[\w’'-]+(?=,? (?:and|or|nor|but not) {_OWNS} )")
_BEHIND_THE_OTHER: Final = late_pattern(rf"(?:.* )?{_OWNS} (?:[\w’'-]+ ){{0,4}}?[\w’'-]+,? (?:and|or|nor|but not) ")
_OF_TWO: Final = late_pattern(r"^(?:Neither|Both) $")


def _is_anothers_day(before: str) -> bool:
    """Whether the day is told of another than the one before it; "nurses", not "reopens": behind "will" a verb ends otherwise."""
    if _ANOTHERS_TOO.search(before):
        return True
    found = _ANOTHERS_DAY.search(before)
    if found is None or not found["plural"]:
        return found is not None
    does = found["plural"] in SCHEDULED or not _WILL.search(before, 0, found.start())
    return not does


_ANOTHERS_TOO: Final = late_pattern(
    r"\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|(?i:tomorrow|today)|\d)(?:,|,? and) (?:his|her|its|their|the|an?) [a-z]+(?: [a-z]+)?(?<! on)(?<! by)(?<! from)(?<! for)(?<! until)(?<! at) $"
)
"""As in "visits Malta on Monday, his deputy a day later"."""
_WILL: Final = late_pattern(r"\b(?:will|would|must|(?:is|are|due|set|expected|scheduled) to)\b")


def _first_days_off(before: str, after: str) -> str:
    """The words before a day of a list, without the days before it: "closed on" of "closed on Friday and"."""
    listed = _LISTED.search(before)
    if listed is None or not (_CLAUSE_ENDS if listed["last"] else _GOES_ON).match(after):
        # "On Friday and on Monday Lee flies home", "on Friday, and Monday is the deadline": the second day's clause is another one.
        return before
    return before[: listed.start("days")]


_DAY: Final = rf"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|\d{{1,2}} (?:{MONTH_NAMES}))"
_AT: Final = r"(?: at \d[\d.:]*(?: ?[ap]\.?m\.?)?)?"
_LISTED: Final = late_pattern(
    rf" (?:on|for) (?P<days>(?:the |next |this |this coming )?(?:{_DAY}{_AT}, )*{_DAY}{_AT}(?:, |(?P<last>,? and (?:on )?)))$"
)
_GOES_ON: Final = late_pattern(rf"(?:, {_DAY})*,? and {_DAY}\b")
_CLAUSE_ENDS: Final = late_pattern(
    r"[.,;:)”\"]|$| (?:in|at|for|because|as|while|when|with|to|after|during|before|over|due|of|by)\b"
)


def _plain(text: str) -> str:
    """The text without the full stops of abbreviations, short titles before names and ages; "no-confidence vote" in that order."""
    text = _SAINT.sub("St ", _AND_OTHERS.sub("", text))
    text = _FOR_BAIL.sub(r"bail \1", _INITIAL.sub("", _COMPANY.sub("", _DOTTED.sub(r"\1\2", text))))
    text = _COARSE.sub(" ", text)
    return _NO_CONFIDENCE.sub(
        r"no-confidence \1",
        _UP_TO.sub("", _MEASURES.sub("", _EACH_SIDE.sub("", _SESSION.sub("", _AGE.sub("", _TITLE.sub("", text)))))),
    )


_COARSE: Final = late_pattern(
    r"(?:,| for)? (?:(?:at|by|before|towards) the (?:end|start|beginning) of (?:the|this|next) (?:month|week|year)|(?:next|this|early next|late next|early this|late this|later this|later next) (?:week|month|year)|in (?:a|one|two|three|four|five|six|ten|\d+|a few) (?:days|weeks|months|fortnight|days’ time|weeks’ time|days' time|weeks' time))"
    r", (?=(?:on |by )?(?:the )?$)"
)
"""Right before a day: when it is, less exactly."""
_OF_PERSONS: Final = word_set("court funeral visit speech")
"""Classes of events that are somebody's: "his visit" is that of the one whom the sentence before begins with."""
_INITIAL: Final = late_pattern(r"(?<=[a-z]) [A-Z]\.(?= [A-Z][a-z])")
_COMPANY: Final = late_pattern(
    r"(?<=\b(?:Inc|Ltd|Plc))\.(?= [a-z$£€(])|(?<=\b(?:Corp|Bros))\.(?= [a-z$£€(])|(?<=\bCo)\.(?= [a-z$£€(])"
)
_NAME_GOES_ON: Final = late_pattern(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+,? (?:(?:Inc|Co|Corp|Ltd|Plc)\b|[a-z])"
)
_NO_CONFIDENCE: Final = late_pattern(r"\b(vote|motion|votes|motions) of no[ -]confidence\b")
_FOR_BAIL: Final = late_pattern(r"\b(plea|application|bid|request) for bail\b")
_AGE: Final = late_pattern(
    r"\b\d{1,3}-year-old (?=[A-Za-z])|(?<=[a-z]), \d{1,3}(?:,? (?:of|from) [A-Z][\w’'-]*(?:,? [A-Z][\w’'-]*){0,4})?(?:,(?= and [A-Z])|(?=,))"
)
_UP_TO: Final = late_pattern(r" of (?:up to|more than|about|around|over|at least|nearly|almost) [\d.,]+ ?[a-z%]*")
"""How much there is of something: no part of its name."""
_SAINT: Final = late_pattern(r"\bSt\. (?=[A-Z])")
_AND_OTHERS: Final = late_pattern(r"(?<=[A-Z]{3})\+(?= )")
"""As in "OPEC+": the sign is no word of a name."""
_MEASURES: Final = late_pattern(
    r"(?<= back)(?: (?:at least|about|around|some|up to))? \d[\d.,]* ?(?:miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|m)\b(?: \([^()]{1,20}\))?|"
    r" \((?:about |around |some |nearly |over )?[\d.,]+ ?(?:miles?|mi|km|kilomet(?:re|er)s?|m|met(?:re|er)s?|ft|feet|yards?|kg|kilos?|tonnes?|tons?|lbs?|pounds?|acres?|hectares?|litres?|gallons?|°?[CF])\)"
    r"|(?<=\bthe )\d[\d.,]*(?: ?km|-mile|-kilomet(?:re|er)|-met(?:re|er)) (?:\(\d[\d.,]*(?: ?km|-mile|-kilomet(?:re|er)|-foot|ft)\) )?(?=[a-z])"
)
"""How far back something goes, and a measure in other units: no part of a name."""
_EACH_SIDE: Final = late_pattern(r" (?:on|from|by) (?:each|either|both|all) (?:side|party|sides|parties)\b")
"""Of whom there is as much of something: no part of its name."""
_SESSION: Final = late_pattern(
    r" (?:after|before) (?:the |US |Wall Street )?(?:(?:stock )?markets? (?:opens?|closes?)|(?:opening |closing )?bell|close of trading)(?= on )"
)
"""When a company reports on its day."""
_ABOUT: Final = late_pattern(
    r"\b(?:around|about|approximately|roughly|shortly after|shortly before|just after|just before) $"
)
"""Right before an hour."""
_OWN_CLAUSE: Final = late_pattern(r",? (?:while|but|whereas) (?=(?:the|an?|its|his|her|their) )|, and (?=(?:the|an?) )")
"""Before what is told of something else: "Strand returns, while the draw takes place on ..."."""
_AVOIDED: Final = late_pattern(
    r"(?i)\b(?:avoid|avert|prevent|head off|stave off|condemn|oppose|criticis|criticiz)\w*\b[^.;:,]*$"
)


def stays_away(before: str) -> bool:
    """Whether the words before a day say that somebody will not be there."""
    return _STAYS_AWAY.search(before) is not None


_STAYS_AWAY: Final = late_pattern(
    r"(?i)\b(?:(?:not|never)|n['’]t) (?:attend|join|take part|participate|travel|go|be (?:at|in|present))\b|\b(?:skip|miss|boycott|stay(?:s|ing)? away from|pull(?:s|ed|ing)? out of|withdr[ae]w\w* from)\w*\b[^.;:,]*$"
)
_WANTED: Final = late_pattern(
    r"(?i)\b(?:demand\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:again )?(?:on|for)|press(?:es|ed|ing)?|insist\w*|t(?:ell|old)s?|ask(?:s|ed|ing)?"
    r"|order(?:s|ed|ing)?|want(?:s|ed)|must|warn(?:s|ed|ing)?|ultimatum|appeal(?:s|ed|ing)?)\b"
)
"""Who wants something from others, and those from whom it is wanted, do not own it."""


def _by_noun(before: str, after: str, noun_class: str | None, opening: str, earlier: str) -> Naming | None:
    if noun_class is None:
        return None
    head = None
    about = what_it_is_about(before)
    for match in re.finditer(r"[^\W_]+(?:[-'’.&][^\W_]+)*", before):
        if about and about[0] <= match.start() < about[1]:
            continue
        # "Will travel", "to release": verbs, though they look like the noun.
        governed = before[max(0, match.start() - 6) : match.start()].endswith(
            (" will ", " to ", "would ", "“will ", '"will ')
        )
        verb = _VERB_WITH_OBJECT.match(before, match.start()) and before[: match.start()].rstrip()[-1:].isalnum()
        in_name = bool(
            match.group()[0].isupper() and (BODY.match(before, match.end()) or _NAME_GOES_ON.match(before, match.end()))
        )
        # "The truce monitors' mandate": it tells of whom, not of what.
        in_name = in_name or _POSSESSOR.match(before, match.end()) is not None
        in_name = in_name or (match.group() == "exchange" and before[: match.start()].endswith("in "))
        called = match.group().lower() in {"call", "calls"} and before[match.end() :].startswith(" for ")
        elsewhere = _OF_ANOTHER_DAY.match(before, match.end()) or _LATEST.search(before, 0, match.start())
        elsewhere = elsewhere or (
            _DAYS_OWN.search(before, 0, match.start()) and _SUBJECT_GOES_ON.match(before, match.end())
        )
        elsewhere = elsewhere or (
            _QUOTED.search(before, 0, match.start()) and _QUOTATION_OVER.match(before, match.end())
        )
        part_of = _PART_OF.search(before, 0, match.start()) or _OUTCOME_OF.search(before, 0, match.start())
        if part_of and class_of(part_of["part"]) == noun_class:
            continue
        if class_of(match.group().lower()) == noun_class and not (
            names_no_event(match.group(), before[: match.start()], before[match.end() :])
            or governed
            or verb
            or in_name
            or called
            or elsewhere
        ):
            head = match
    if attributive_noun(before, after) or (
        after.startswith(("'s ", "’s ")) and any(class_of(word.lower()) == noun_class for word in tokens(after[:40]))
    ):
        head = None
    if head is not None:
        left, right = before[: head.start()], before[head.end() :]
        if about and head.end() == about[0] and (more := _SAYS_OF_WHOM.search(before, *about)):
            right = f"{before[about[0] : more.start()]} {before[about[1] :]}"
        if closing := _ENDS_IN.match(right):
            # "Begins in Oslo on 3 June and ends in Riga on ...": its place alone would pass for another one of its kind.
            words = [
                *_modifiers(left),
                head.group() if left else head.group().lower(),
                closing["verb"],
                *place_in(right),
            ]
            return titled(words, 2.6, opening=opening, clause=True)
        if noun_class not in _LASTING | {"deadline"} and (ends := _ENDS_THERE.match(right)):
            # "The strike is due to end on ...": its day alone would pass for that of the strike.
            whose = _traveller(left) if noun_class == "visit" else []
            words = [
                *whose,
                *_modifiers(left),
                head.group() if left else head.group().lower(),
                *([ends["does"]] if ends["does"] else _how_it_ends(ends)),
            ]
            which = (ends["which"] or "").split() if ends["does"] else []
            if which and len(words) + len(which) <= LONGEST:
                # "The summit of island states ends on ...".
                words[-1:-1] = which
            return titled(words, 2.6, opening=opening, clause=True)
        if left.endswith(("go to the ", "goes to the ", "going to the ")) and head.group() == "polls":
            # Who goes to the polls holds an election.
            return _noun_title("election", "", f"{left} {right}", noun_class, opening, starting=False)
        starting = bool(_STARTING.search(before))
        whole = right + " \x00 " + after
        if noun_class in _OF_PERSONS and (his := re.search(r"(?i)\b(?:his|her|their) $", left)):
            own = _ACTS.fullmatch(left, 0, his.start())
            whose = own["who"].split() if own and is_name(own["who"], [own["who"]]) else antecedent(earlier)
            left = left[: his.start()] + "".join(f"{word} " for word in whose)
        elif (its := _PUTS_ITS_OWN.search(left)) and (whose := phrase(its["who"])) and len(whose) <= _LONGEST_OWNER:
            left = f"{left[: its.start('who')]}{' '.join(whose)} "
        return _noun_title(head.group(), left, whole, noun_class, opening, starting=starting)
    for match in re.finditer(r"[^\W_]+(?:[-'’.&][^\W_]+)*", after):
        if class_of(match.group().lower()) == noun_class:
            return _noun_title(
                match.group(), after[: match.start()], after[match.end() :], noun_class, opening, starting=False
            )
    return None


def _how_it_ends(ends: re.Match[str]) -> list[str]:
    """As in "to be lifted"."""
    return ["to", "be", ends["lifted"]] if ends["lifted"] else ["to", *(ends["verb"] or "end").split()]


_SAYS_OF_WHOM: Final = late_pattern(
    r" (?:(?:who|that|which)\b|(?:killed|hurt|shot|lost|slain|died|[a-z]{3,}ed) (?:in|by|at|on|when|during|after|while)\b)"
)
"""In what an event is about: more of whom ("23 people killed in the strike on the market"), and nothing of where it will be."""
_LONGEST_OWNER: Final = 3
_PUTS_ITS_OWN: Final = late_pattern(rf"{PUTS_ITS_OWN} $")
_ACTS: Final = late_pattern(
    r"(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:(?:has|have|had|will|would) )?(?:[a-z]+ ){1,3}"
)
"""Before "her": "Holm has put off her visit" is told of Holm's, whoever the sentence before names."""


def _noun_title(noun: str, left: str, right: str, noun_class: str, opening: str, *, starting: bool) -> Naming:
    modifiers = _modifiers(left)
    if noun_class == "visit" and not any(word[0].isupper() for word in modifiers):
        modifiers = [*_traveller(left), *modifiers]
    modifiers = [*_giver(noun, left), *modifiers]
    # A capital inside the sentence belongs to a name ("the Winter Games").
    capital = noun.isupper() or noun == "Mass" or (noun[0].isupper() and bool(modifiers) and modifiers[-1][0].isupper())
    words = [*modifiers, noun if capital else noun.lower()]
    weight = 1.0 + 1.0 * bool(modifiers) + 0.5 * any(word[:1].isupper() for word in modifiers)
    clause = re.split(r"[.;:!?]| (?:while|whereas|because) ", right, maxsplit=1)[0]
    if noun_class in _LASTING and (starting or _ENDING.search(clause.split("\x00")[0])):
        about = re.match(r" (?:on|in|between) [^,.;:\x00]{3,40}?(?= (?:expires?|ends?|runs?|is|was|will)\b)", clause)
        if about and not starting and len(words) + len(about.group().split()) <= LONGEST - 2:
            words = ["end", "of", *words, *about.group().split()]
        else:
            words.append("start" if starting else "end")
            holds = _HOLDS_IN.match(clause) if starting else None
            if holds and len(words) + len(holds["where"].split()) < LONGEST:
                words += ["in", *holds["where"].split()]
        weight += 1.0
    else:
        agreed_there = noun_class in BETWEEN_PARTIES and _TOLD_THERE.search(left[-60:])
        found = complement(clause, LONGEST - len(words)) or ([] if agreed_there else _place_before(left[-90:]))
        if set(found[1:]) <= set(modifiers):
            # "In the General Debate" is no place.
            found = []
        if found and len(words) + len(found) <= LONGEST:
            words += found
            weight += 1.5 if found[0] in {"in", "at"} else 1.0
    return titled(
        words, weight, opening="" if modifiers and modifiers[0] == opening and len(modifiers) > 1 else opening
    )


_HOLDS_IN: Final = late_pattern(
    r" in (?P<where>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ \d)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=,| (?:will|would|is|are|must|should|from|begins?|starts?|takes?|comes?|to)\b)"
)
"""Right behind a truce: where it holds; where it was announced stands elsewhere."""
_GIVES: Final = late_pattern(
    r"(?P<who>[^,;:“”]{3,50}?) (?:(?:will|would|is to|are to|is due to|are due to|is expected to|are expected to) )?"
    r"(?:gives?|holds?|hosts?|makes?|delivers?) (?:an?|the|its|his|her|their) (?:[a-z-]+ ){0,2}$"
)
_GIVEN: Final = word_set(
    "conference briefing statement speech address announcement meeting rally march protest vigil demonstration hearing inquiry concert session ceremony"
)


def _giver(noun: str, left: str) -> list[str]:
    """Whose it is when somebody without a name gives it: "mayor's" of "the mayor will give a press conference"."""
    found = _GIVES.match(left) if noun.lower() in _GIVEN else None
    who = phrase(found["who"]) if found else []
    link = next((n for n, word in enumerate(who) if word in LINKS), len(who))
    who = who[:link] if len(who) > 3 else who
    if not who or len(who) > 3 or not all(word.islower() for word in who) or who[-1] in PRONOUNS:
        return []
    return [*who[:-1], who[-1] if who[-1].endswith("s") or who[-1] == "police" else f"{who[-1]}'s"]


def _place_before(left: str) -> list[str]:
    """Where it takes place, as the words before its noun tell; not where another event does ("the summit in Ostrava")."""
    found = place_in(left)
    held = re.search(rf"(?P<what>[\w-]+) {found[0]} (?:the )?{re.escape(found[1])}", left) if found else None
    return [] if held and class_of(held["what"].lower()) else found


_TOLD_THERE: Final = late_pattern(
    r"\b(?:announc|declar|agree|broker|accept|propos|unveil)[a-z]*(?: on| to)? (?:an?|the|their)? ?(?:[\w-]+ ){0,2}$"
)
"""Before a truce: the place before is where it was announced ("mediators in Doha announced a 72-hour truce")."""
_OF_ANOTHER_DAY: Final = late_pattern(
    r" (?:on |last |this )?(?i:mon|tues|wednes|thurs|fri|satur|sun)day, (?!and\b|or\b|then\b)(?=[\w’' ]+ [a-z])"
)
"""After a noun: its own day and then another clause ("Following Orbix's launch Thursday, Starhaul will ...")."""
_QUOTED: Final = late_pattern(r"“[^”]*$")
_QUOTATION_OVER: Final = late_pattern(r"[^”]*”,? (?:and|but|while)\b")
"""Around a noun: what somebody calls something, before another clause ("called it a “poll of the deaf” and said ...")."""
_DAYS_OWN: Final = late_pattern(r"day['’]s (?:[\w-]+ ){0,3}$")
_SUBJECT_GOES_ON: Final = late_pattern(
    r" (?:(?!has |have |was |were )[\w’'-]+ ){0,2}(?:and|but) (?:will|must|is|are)\b"
)
"""Around a noun: of another day, and what its sentence is about does something else then ("lost Tuesday's vote and will ...")."""
_PART_OF: Final = late_pattern(r"\b(?P<part>[a-z]+) of (?:the|an?|its|their) (?:[\w-]+ ){0,2}$")
"""Before a noun: what is a part of it and has the day, "the plenary of the climate talks"."""
_OUTCOME_OF: Final = late_pattern(
    r"\b(?P<part>verdict|sentencing|ruling|judgment|hearing) in (?:the |an? |(?:(?:Mr|Mrs|Ms|Dr) )?(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+['’]s? )(?:[\w-]+ ){0,2}$"
)
"""Before a noun: what ends it or is a part of it, "the verdict in Holm's trial"."""
_LATEST: Final = late_pattern(
    r"\b(?:most recent|previous|latest) (?:[\w-]+ ){0,3}$|\b(?:most recent|previous) [^.;:,]{0,40}$"
)
"""Before a noun: it is over."""
_VERB_WITH_OBJECT: Final = late_pattern(
    r"(?:reports|reviews|addresses|launches|debates|releases|visits|tours|(?<=[Tt]hey )travel) (?!on\b|in\b|of\b|at\b|from\b|by\b|and\b|is\b|are\b|will\b|to\b|begin|start|due\b)[\w’'-]+"
    r"|(?<=s )debate (?=the |an? |its |their )|(?<=[Tt]hey )travel\b|(?:(?<=, )|(?<=and )|(?<=then ))travel (?:on |back |home )?to\b"
)
"""Nouns of events that are verbs where an object follows: "Orrin reports earnings"."""
_POSSESSOR: Final = late_pattern(r" [a-z]+s['’] ")
_TRAVELS: Final = late_pattern(r"\b(?:will|begins?|starts?|makes?|pays?|is|are|has|have|had|plans|due)\b")


def _traveller(left: str) -> list[str]:
    """Who makes a visit that the sentence names by its noun."""
    verb = _TRAVELS.search(left[-90:])
    return subject(left[-90:][: verb.start()])[-2:] if verb else []


def _modifiers(left: str) -> list[str]:
    """The telling words right before a noun."""
    chosen: list[str] = []
    tail = left[-80:]
    if holiday := HOLIDAY_LAST.search(tail):
        return holiday.group().split()
    edge = len(tail)
    for match in reversed(list(re.finditer(r"[^\W_]+(?:[-'’.&][^\W_]+)*|[^\w\s]", tail))):
        word = match.group()
        if tail[match.end() : edge].strip(" “\"‘'"):
            break
        edge = match.start()
        lower = word.lower()
        if (lower in VERBISH or lower.endswith("ed")) and tail[:edge].endswith(("'s ", "’s ")):
            # "Holm's planned visit".
            continue
        if word in {"'", "’"} and tail[:edge].endswith("s") and not tail[:edge].endswith("ss"):
            # "The bus drivers' strike".
            several = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", tail[:edge])
            if several and several.group().lower() not in DATE_WORDS | NAME_OF_TIME:
                chosen += [f"{several.group()}{word}", *_owner(tail[: several.start()])]
            break
        if (
            not word[0].isalnum()
            or _GOVERNS.search(tail, 0, match.start())
            or (lower in FUNCTION_WORDS | DATE_WORDS and word != "US" and [word, *chosen[-1:]] != ["May", "Day"])
            or lower in VERBISH
            or (class_of(lower) and word.islower() and lower not in {"trade", "final", "budget", "mass"})
        ):
            break
        if lower.endswith(("’s", "'s")):
            if len(word) > 3 and word[:-2].lower() not in DATE_WORDS:
                chosen.append(word)
                if _NEW_YEAR.search(tail, 0, match.end()):
                    chosen.append("New")
                if of_it := _BODY_OF.search(tail, 0, match.start()):
                    # "The Bank of Norland's decision".
                    chosen += ["of", of_it["body"]]
                if word.islower():
                    chosen += _owner(tail[: match.start()])
                elif lower[:-2] in COLLECTIVE and (of_body := _NAMED_BODY.search(tail, 0, match.start())):
                    # "The Reserve Bank's decision".
                    chosen += reversed(of_body.group().split())
            break
        if lower.endswith("ly") or (lower.endswith("ed") and "-" not in lower):
            break
        if (
            (lower in FILLERS and not (lower == "annual" and chosen == ["general"]))
            or lower.isdigit()
            or lower in _STANDING
        ):
            continue
        chosen.append(word)
        if len(chosen) == 3:
            break
    return chosen[::-1]


_NEW_YEAR: Final = late_pattern(r"\bNew Year['’]s$")
_BODY_OF: Final = late_pattern(r"\b(?P<body>[A-Z][\w’'-]+) of $")
_NAMED_BODY: Final = late_pattern(r"(?:\b(?!The )[A-Z][\w’'-]+ ){1,2}$")
_GOVERNS: Final = late_pattern(r"\b(?:will|would|to|must|should|could) $")
"""Before a word that is a verb then, whatever it looks like."""
_STANDING: Final = word_set("former acting then-")
"""What was said of the person behind, not of the event."""


def _owner(left: str) -> list[str]:
    """The words of an owner before its last one, backwards: "former first" of "former first lady's"."""
    found: list[str] = []
    for word in reversed(tokens(left)[-2:]):
        if not word.isalpha() or word.lower() in FUNCTION_WORDS | VERBISH:
            break
        found.append(word)
    return found


_NAMED: Final = 1.5
"""Weight from which a name with somebody or somewhere in it goes before a clause without."""


def best_title(namings: Sequence[Naming], names: Sequence[str]) -> str | None:
    """The name that tells most, the most frequent among equals; without names in it, completed by whose or where it is.

    Args:
        namings: proposed by the mentions, oldest first.
        names: of those who stand in the same sentences, most frequent first.
    """
    if not namings:
        return None
    times = Counter(each.title for each in namings)
    # Words that most mentions use ("ceasefire" beside a single "truce") make the name that readers know.
    spread = Counter(word for each in namings for word in set(each.title.lower().split()))

    def told(each: Naming) -> tuple[float, int]:
        words = each.title.lower().split()
        common = sum(spread[word] for word in words) / (len(words) * len(namings))
        return each.weight + common + 0.5 * each.names, times[each.title]

    best = max(namings, key=told)
    if best.clause and not best.names:
        # "Polling stations open": who votes where tells more.
        best = max((each for each in namings if each.names and each.weight >= _NAMED), key=told, default=best)
    return best.title if best.names and not placed_only(best) else completed(best, names)
