"""Which way an expression points: ahead of its post or back. Rules on the words around it, in order of strength.

The order of the rules was measured on newswire and live pages: preposition, then the nearest verb of the clause, then a
possessive, then the object of a proposal. What no rule decides is left open: the caller takes "back or the same day",
or the day that other posts of the story fix.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from newsdesk.find.calendar_words import MONTH_NAMES
from newsdesk.find.change_words import CALLS_OFF, ENDS, EXTENDED, LEAVES, MOVES, STRUCK
from newsdesk.find.dates.direction_words import (
    AFTER_PARTICIPLE,
    AHEAD_PREPOSITIONS,
    BEFORE_ADJECTIVE,
    COMES_OUT,
    COUNTED_OUT,
    DEADLINE_OVER,
    GOES_ON_TO_A_CLAUSE,
    GROUPS,
    HAVING,
    HOLDING,
    I_THINK,
    JUDGES,
    MODALS,
    NO_INFINITIVE,
    NO_PLURAL,
    NO_PRESENT,
    NOT_PAST,
    NOUNS_AHEAD,
    OBJECTS,
    OCCASIONS,
    OFFERS,
    ON_AIR,
    OUSTS,
    OUTLASTS,
    OVERCOMES,
    PARTICIPLES,
    PARTICLES,
    PAST_VERBS,
    PLAYS,
    PLURAL_SCHEDULED,
    PLURAL_WITH_OBJECT,
    PRINTED,
    PROMISES,
    PROPOSALS,
    RALLIED,
    RECORDS,
    REFUSING,
    SAME_IN_THE_PAST,
    SCHEDULED,
    SETS_AN_END,
    SEVERAL,
    SMALL,
    SPEAKERS,
    STATES,
    STILL,
    TAKEN,
    TAKES_EFFECT,
    TO_AN_EVENT,
    TO_BACK,
    UNDER_WAY,
    WE,
    WEATHER,
)
from newsdesk.find.dates.unreal import BUT_PUT_OFF
from newsdesk.find.event_nouns import class_of
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern


class Direction(StrEnum):
    """Where the day lies, seen from the post."""

    AHEAD = "ahead"
    BACK = "back"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Pointing:
    """A direction and whether it rests on a strong cue (then other mentions of the story do not overrule it)."""

    direction: Direction
    strong: bool
    nearest: bool = False
    """Ahead as far as the words tell, but so would be the day before ("was due on Monday"): the nearer one is meant."""
    over: bool = False
    """Surely back: "since 5 December", "the letter of 5 December", whichever year that is."""


class Word(NamedTuple):
    """A word of a sentence, in lower case, with its span in the text."""

    text: str
    start: int
    end: int
    capital: bool = False


_WORD: Final = late_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[:.]\d+)*|[;:—–()\"“”]|--?|,")
_BREAKS: Final = frozenset(';:—–()"“”') | {"--"}

_CLAUSE_MARKS: Final = _BREAKS - {'"', "“", "”"}
_TAKEN: Final = late_pattern(
    r"(?:photo|picture|image|video|figure|result|report|scene|highlight)s?$|footage$|data$|news$"
)
"""What comes from a day that is over: "photos from Saturday"."""
_WRITTEN: Final = late_pattern(
    r"(?i)\b(?:(?:minutes?|letter|report|e-?mail|memo(?:randum)?|note|telegram|despatch|dispatch|judg(?:e)?ment|ruling|resolution|court order|entry|text message"
    r"|invoice|affidavit|witness statement|newsletter|communiqu[eé]|minutes of the (?:meeting|session|hearing)) of"
    r"|(?:the|an?|this|that|your|my|his|her|their) (?:e-?mail|letter|message|note|minutes?|entry) from|(?:your|my|his|her) statement of|minutes of the (?:meeting|session|hearing) on"
    r"|(?:diary|log|log-?book) entry for)(?: the)? $"
)
"""Before the day of what was written on it, whatever is to be done with it: "I'll read you the minute of 4 March"."""
_AWAITED: Final = late_pattern(r"(?i)\b(?:await\w*|ahead of|upcoming|pending|until|wait(?:s|ed|ing)? for) [^.;:,]*$")
"""Before what is still to be written: "markets await the ruling of 12 June"."""
_MOVES: Final = late_pattern(rf"(?i)\b(?:{MOVES}|{EXTENDED})\b")
_NOW_OFF: Final = late_pattern(rf"(?i)\bha(?:s|ve) (?:now |since )?been (?:\w+ly )?(?:{CALLS_OFF}|{MOVES})\b")
_NOW_CANCELLED: Final = late_pattern(rf"(?i), ha(?:s|ve) (?:now |since )?been (?:\w+ly )?{CALLS_OFF}\b")
_GIVES_UP: Final = late_pattern(rf"(?i),? but ha(?:s|ve) (?:now |since )?{CALLS_OFF} (?:the|his|her|its|their|this) ")
_BOTH_OFF: Final = late_pattern(
    rf"(?i),? and (?:the|an?|its|his|her|their|\w+day['’]s) [^.;:,“”]{{2,60}} have (?:now |since |both )?been (?:\w+ly )?(?:{CALLS_OFF}|{MOVES})\b"
)
"""After the day of the first of two that come to nothing: "the match on Saturday and the concert on Sunday have been cancelled"."""
_LISTED: Final = late_pattern(r"(?:(?:,| and|, and| or)(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)* ")
"""From a day to what is said of it and of those listed with it."""
_PLACE: Final = r"(?: (?:in|at) (?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,2})?"
_WAS_OFF: Final = late_pattern(rf"(?i){_PLACE},? (?:was|were)(?: later| then)? (?:\w+ly )?(?:{CALLS_OFF}|{STRUCK})\b")
_AT_A_PLACE: Final = late_pattern(rf"(?i){_PLACE} ")
_IS_OFF: Final = late_pattern(rf"(?i){_PLACE},? (?:is|are)(?: now)? (?:off(?=[.,;])|cancelled|called off)")
_ONE_BEFORE: Final = late_pattern(r"(?i)\b(?:previous|preceding|earlier) [a-z-]+(?: [a-z-]+)?,? (?:on )?$")
"""Before the day of one that was to be before: "since the previous round, on Friday, was cancelled"."""
_IS_OVER: Final = late_pattern(
    rf"{_PLACE},? (?:(?:did not|didn['’]t|failed to) (?:take place|happen|go ahead|begin|start|materiali[sz]e|come (?:off|about)|occur)"
    r"|went ahead\b|took place\b|passed off\b|failed\b(?! to\b)|ended\b|(?:is|are)(?: now)? over\b(?! (?:an?|the)\b)|(?:was|were) (?:held|played|staged|run|won)\b(?! (?:up|back|over|down)\b)"
    r"|never (?:took place|happened|went ahead|began|started|materiali[sz]ed|came (?:off|about)|occurred)|came to nothing)\b"
)
"""After the day of what was to be then, and did not come about or did."""
_A_LIMIT: Final = late_pattern(r"(?i)\b(?:deadline|ultimatum|cut-?off|time limit)\b[^.;:“”]{0,60}$")
_HAS_PASSED: Final = late_pattern(
    r",? ha(?:s|ve) (?:now |since |already )?(?:passed|expired|lapsed|elapsed|been and gone|come and gone)(?=[.,;:–—]|$| (?:without|with|and|but|as|amid)\b)"
)
"""After the last hour that a deadline left: "a deadline set for midnight has passed"."""
_PLANNED_FOR: Final = late_pattern(
    r"(?i)\b(?:planned|scheduled|set|due|booked|slated|billed|pencilled in) for(?: the)? $"
)
_ONE_THING: Final = late_pattern(
    r"\W*(?:[A-Z][a-z]+ly,? )?(?:[Tt]he|[Aa]n?|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) [^.;:,“”]{3,60}? on(?: the)? $"
)
"""Before the day of what was called off, up to that day from where its sentence begins."""
_ASIDE_THEN_WILL: Final = late_pattern(r"['’]s [\w’' -]{3,30}, [^,.;:]{3,60}, (?:will|is to|are to|is due|are due)\b")
_KICK_OFF: Final = late_pattern(
    r"(?:,| [(–—-]) ?(?:(?:with )?(?:a )?(?:kick-?off|tip-?off|throw-in|start|doors)(?: time)?:?(?: at| is)?|ko) (?=\d|noon)"
)
"""After the day of a match that nothing tells to be over."""
_LABEL: Final = late_pattern(
    r"(?i)(?:^|[\n.;|•]\s*|\b)(?:kick-?off|tip-?off|when|where and when|deadline|closing date|next (?:race|match|game|fixture|hearing|session|meeting)|(?:starts|begins|opens|closes)|(?:[a-z]+ ){0,2}(?:warning|alert)(?: for [a-z]+)?)\s?: ?$"
)
"""Before the day of a notice: "Kick-off: Tuesday, 19:45"."""
_FIXTURE: Final = late_pattern(r"[A-Z][^.;:\d]{1,40} vs?\.? [A-Z][^.;:\d]{1,60}?(?:,| [(–—-]|:) ?(?:on )?$")
_AN_HOUR: Final = late_pattern(r"[^.;:\n]{0,40}?\d(?:[.:]\d\d| ?[ap]\.?m\b)")
_FORBIDDEN_NOW: Final = late_pattern(r"(?i),? ha(?:s|ve) (?:now |since |also )?been (?:banned|outlawed|suspended)\b")
_CONFIRMED_NOW: Final = late_pattern(
    r"(?i),? ha(?:s|ve) (?:now |since |also )?been confirmed(?=[.,;]|$| (?:after|despite|following|for)\b)"
)
"""After the day of what somebody calls or organises: what is over is "confirmed as the biggest"."""
_ORGANISED: Final = word_set("strike rally match launch opening")
_OF_IT: Final = late_pattern(r"\b(?:at|in|during|from|of|after|before|for|to|with|by)\b[^.;:,“”]*$")
"""Before what somebody organises: what is confirmed is something about it, "a death at the rally on Sunday"."""
_NOW_INSTEAD: Final = late_pattern(r",? will now (?!not\b|also\b)")
ANOTHER_HOUR: Final = late_pattern(
    r"(?: (?:in|at) (?:the )?[A-Z][\w’'-]+)?,?(?:;| but| and)?(?: (?:it|they))? (?:(?:will|is|are) now|now) (?!not\b|also\b|until\b)(?:(?!\bon\b)[^.;:,“”\d]){0,40}?\b"
    r"(?:\d{1,2}(?:[.:]\d\d)?(?:[.:]\d\d| ?[ap]\.?m\b\.?)|noon|midday|midnight)(?=[.,;:]|$| (?:local|in|at|because|after|as|due|to|instead|by)\b)"
)
"""After the day and the hour that were planned: it is another hour of that day, "but will now be at 10am"."""
_NO_LONGER_ON: Final = late_pattern(r"(?i)\b(?:is|are) (?:no longer|not|now not) (?:on|until|till|before)(?: the)? $")
"""Before a day that was the one: "the hearing is no longer on Friday"."""
_JUST_LEFT: Final = late_pattern(
    rf"(?i){ENDS}(?: (?:the|its|their|his|her|this|all|a|both))?(?: (?!(?:taken|made|held|won|given|seen|found|begun|which|that|who)\b)[\w’'-]+(?<!(?<!nn)(?<!dul)ed)){{1,5}}? (?:on|of)(?: the)? $"
)
_ITS_LEFT: Final = late_pattern(rf"(?i){LEAVES}(?: (?:the|its|their|his|her))?(?: planned)? $")
"""Before the day of what has just been called off: "has banned the march on Sunday", and right before "Friday's strike"."""
_MAY_BE: Final = late_pattern(
    r" (?:is|are) (?:still )?(?:possible|likely|expected|planned|under discussion|on the table)\b"
)
"""After the day until which something may go on: "an extension until Monday is possible"."""
_VALID: Final = late_pattern(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:valid|in force|in effect|effective) (?:from|between)(?: the)? $"
    r"|\b(?:warnings?|alerts?)\b[^.;:]{0,30} ha(?:s|ve) been issued (?:from|between)(?: the)? $"
    r"|\bha(?:s|ve) been (?:declared|imposed|ordered) (?:from|between)(?: the)? $"
)
_HALF_DAYS: Final = frozenset({"am", "pm", "p"})
"""Behind the figures of an hour, as words: "4.30 p.m."; "is at 4.5%" has none."""
_SHORTLY: Final = late_pattern(r"\b(?:just|shortly|soon) after $")
"""Before an hour: "will stop just after midnight on Saturday"."""
_CLOCK: Final = late_pattern(r"\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\d{1,2}[.:]\d\d\b|(?:noon|midnight|midday)\b")
"""An hour, after which something is on its day: "results come after 9pm on Sunday"."""
_BEFORE_EVENT: Final = late_pattern(
    r"(?i)(?:\bahead of|\bbefore|\bfor|\buntil|\bawait\w*|\bupcoming|\bin time for|\bbrace[sd]? for|\bprepar\w+ for)(?: the)? $"
)
_BEFELL: Final = late_pattern(
    r"['’]s (?:(?!(?:planned|threatened|expected|scheduled|possible|likely|controlled|mock|simulated|staged)\b)[\w-]+ ){0,3}?"
    r"(?:attacks?|bombings?|explosions?|blasts?|crash(?:es)?|collisions?|derailments?|(?:earth)?quakes?|tremors?|shootings?|stabbings?|killings?|murders?|massacres?|ambush(?:es)?"
    r"|disasters?|traged(?:y|ies)|accidents?|avalanches?|landslides?|mudslides?|kidnappings?|abductions?|hijackings?|lynchings?|air ?strikes?|air-strikes?|(?:drone|missile|rocket) strikes?"
    r"|shelling|bombardment|raids?|blaze|fire|victims?|dead|casualties|survivors?)"
    r"(?=[.,;:)”\"]|$| (?:on|in|at|near|by|that|which|who|will|would|is|are|was|were|has|have|and|of|against|outside|to|from|after|with|as|may|must|should|could)\b)"
)
"""From a day to what befell somebody on it, which no calendar has: "the victims of Tuesday's attack"; no "fire drill"."""
_VICTIMS: Final = late_pattern(
    r"(?i)\b(?:victims?|dead|casualties|survivors?|injured|wounded|bereaved) (?:of|in|from) (?:the )?$"
)
_REACTS_TO: Final = late_pattern(
    r"(?<!\w)(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]nother) (?:[\w’'-]+ ){1,4}?(?:against|over|about|on|into|in response to|in protest at) (?:the )?$"
)
"""From where its clause begins to the day of what something is about: "A rally against Tuesday's ruling will be held on Saturday"."""
_ON_ITS_OWN_DAY: Final = late_pattern(
    r"['’]s (?!(?:planned|threatened|expected|scheduled|proposed|upcoming|possible|likely)\b)(?:(?!(?:will|is|are)\b)[\w’'-]+ ){1,8}?(?:will|is (?:due |set |expected |scheduled )?to|are (?:due |set |expected |scheduled )?to) [^.;:,“”]{2,60}?"
    rf"\b(?:(?:on|for|until|from) (?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}} (?:{MONTH_NAMES})|(?:{MONTH_NAMES}) \d)|tomorrow|tonight|today)\b"
)
_OLD_PLAN: Final = late_pattern(
    r"(?i)\bhad (?:been |previously |originally |initially ){0,2}(?:planned|scheduled|due|expected|set|hoped|promised)\b|\bhad been (?:\w+ )?(?:announced|billed|booked|pencilled in) for\b"
    r"|\b(?:previously|originally|initially|first) (?:planned|scheduled|set|due|listed|slated|fixed|booked)\b"
    r"|\b(?:was|were) to have\b|\b(?:would|should|could) have (?!to )"
)
"""A plan that the sentence itself puts into the past."""
_MOVED_SINCE: Final = late_pattern(
    rf",[^.;:“”]{{0,60}} ha(?:s|ve) (?:now |since |again )?(?:been )?(?:\w+ly )?{MOVES}\b[^.;:,“”]{{0,40}} (?:to|until|till|for)(?: the)? $"
)
"""Between the day of an old plan and the new one: ", first listed for 9 June, has been adjourned to"."""
OLD_HOPE: Final = late_pattern(r"(?i)\b(?:was|were) (?:due|set|scheduled|expected|planned|meant|supposed)\b")
_WAS_TO: Final = late_pattern(r"(?i)\b(?:was|were) (?:due|set|scheduled|expected|supposed) (?:to|for)\b[^,;:]*$")
_SAYS: Final = late_pattern(r"(?i)\b(?:said|says?|told|added|announced|confirmed|reported|according|warned)\b")
"""In reported speech a plan that "was due" may well be one that is due."""
BUT_NOW: Final = late_pattern(r"(?i),? but (?:[\w’'-]+ ){0,3}?(?:will|was|were|has|have|had|is|are)\b")
"""What follows a day of which no more than `OLD_HOPE` is left: "was due on Monday but will now ..."."""
_IN_ITS_CLAUSE: Final = late_pattern(r"\b(?:that|which|who) (?:(?!\b(?:the|an?|its|his|her|their)\b)[^.;:,“”]){3,40}$")
"""Before the day of a clause of its own: "the truce that took effect on Monday expires on Saturday"."""
_BESIDE: Final = 2
"""Words, the preposition one of them, from a verb to the day right behind it."""
_OBJECT_AWAY: Final = 5
"""Words between a verb and the day in its object."""
_LEAVES_AHEAD: Final = late_pattern(
    r"(?:said|told|announc|confirm|cancel|call|scrap|scrub|postpon|delay|adjourn|reschedul|mov|shift|suspend|ban|block|bar|halt|stop|boycott|back|approv|order"
    r"|set|plan|schedul|agree|support|oppos|reject|condemn|welcom|warn|urg|promis|vow|prepar|join|demand|sought|put|push|brought|defer|shelv|drop|axe|abandon"
    r"|allow|authori|permit|clear|ruled|pull|withdr|sold|bought|book|discuss|organi|criti|nam|pick|chose|select|play|tip|fac)[a-z]*"
)
"""Past verbs whose object may still lie ahead: "announced Tuesday's strike"."""
_COMES_TO_HARM: Final = late_pattern(
    r"(?:kill|hurt|injur|wound|shot|stabb|murder|slain|drown|poison|arrest|detain|captur|kidnapp|abduct|seiz|found|rescu|charg|accus|trapp|burn|evacuat|surviv|escap|defeat)[a-z]*|died|won|lost|fled|hit"
)
"""Past verbs of what befell somebody, or came of something, which nobody plans."""
_ON_STAGE: Final = late_pattern(
    r"(?:held|list|bill|tim|stag|show|shown|perform|broadcast|screen|host|mark|celebrat|arrang|present|us|expect|need|want|requir|intend|design|dedicat|devot|tabl|reserv|paid|land|open|clos|start|act|bas|born|work|liv|gather)[a-z]*"
)
"""Participles of what may be on a day that is still to come: "the play staged in Dene on Saturday will ..."."""
_PAST_TOO: Final = word_set("hurt hit")
"""Past tenses that are present ones as well."""
_BEFORE_SOMEBODY: Final = word_set("with by from of the a its his her their former")
"""Before a "host" that is what somebody is: "spoke with host Ada Muster"."""
_WHO: Final = word_set("who which that")
_WAS: Final = word_set("was were")
_NO_NOUN: Final = (BEFORE_ADJECTIVE - {"those", "these"}) | word_set(
    "is are was were be been being has have had he she they it we you i not and or but to now also so then"
)
"""Before a participle that stands behind no noun."""
_OTHER_CLAUSE: Final = MODALS | word_set(
    "and but or is are has have had been he she they it we you i if when while because says tells reports said told ago"
)
"""Between a verb and a day: the day is of something else."""
_WHERE: Final = word_set("in at near off outside inside over aboard during by under on along around across")
_NOUN_AWAY: Final = 14
"""Words before a day in which what is told of a noun begins."""
_WINDOW_LEFT: Final = 240
"""Characters before the expression that can hold its cues."""
_WINDOW_RIGHT: Final = 140
_REACH_LEFT: Final = 20
_REACH_RIGHT: Final = 8


def _words(text: str, start: int, end: int) -> list[Word]:
    """The words, commas and clause marks of `text[start:end]`."""
    words = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        # "May" with its capital is the month, no modal.
        words.append(Word(word if word == "May" else word.lower().replace("’", "'"), *match.span(), word[0].isupper()))
    return words


def _without_asides(words: list[Word]) -> list[Word]:
    """The words without those in brackets: "at 9am (0700 GMT) in Doha on Wednesday"."""
    result: list[Word] = []
    opened: int | None = None
    for word in words:
        if word.text == ")" and opened is not None:
            del result[opened:]
            opened = None
            continue
        if word.text == "(":
            opened = len(result)
        result.append(word)
    return result


def _past(word: str, previous: str) -> bool:
    """Whether a word is a past tense; "behind closed doors" and "the agreed route" hold none."""
    if previous in {"be", "being"}:
        # "would be delivered": the modal before it decides.
        return False
    if word in PAST_VERBS:
        return True
    if word == "closed" and previous in {"is", "are"}:
        return False
    return len(word) > 4 and word.endswith("ed") and word not in NOT_PAST and previous not in BEFORE_ADJECTIVE


def _participle(word: str) -> bool:
    """Whether the word after "will have" is a participle: "will have left", not "will have surgery"."""
    return word in PAST_VERBS or word in PARTICIPLES or (len(word) > 4 and word.endswith("ed"))


def _left_verb(left: list[Word]) -> tuple[Pointing, int] | None:
    """The nearest verb cue before the expression and its distance in words."""
    distance = 0
    comma = False
    apart = _behind_after(left)
    for index in range(len(left) - 1, max(-1, len(left) - 1 - _REACH_LEFT), -1):
        word = left[index].text
        if word in _CLAUSE_MARKS:
            # A clause mark ends the search, unless only a quotation stands between.
            if distance > 0:
                return None
            continue
        distance += 1
        following = left[index + 1].text if index + 1 < len(left) else ""
        previous = left[index - 1].text if index else ""
        if apart and apart < distance:
            return Pointing(Direction.BACK, strong=False), distance
        if word in OFFERS and REFUSING & {each.text for each in left[max(0, index - 5) : index]}:
            continue
        if word in PROMISES and all(each.text in SMALL for each in left[index + 1 :]) and distance <= 2:
            # "Promised on Monday to reply": the day is that of the promise.
            return Pointing(Direction.BACK, strong=True), distance
        if word in {"is", "are"} and (following in STATES or following in UNDER_WAY) and distance <= 7:
            return Pointing(Direction.AHEAD, strong=False), distance
        if word in {"is", "are"} and following in HOLDING and _has_event("holding", left[index + 2 :]):
            return Pointing(Direction.AHEAD, strong=False), distance
        if (
            (word == "comes" or (word == "come" and previous.endswith("s") and class_of(previous)))
            and all(each.text in SMALL for each in left[index + 1 :])
            and not _did(previous)
        ):
            # "The ruling comes on Monday"; of what will or has to come other words tell.
            return Pointing(Direction.AHEAD, strong=False), distance
        if word in {"is", "are"} and following == "now" and all(each.text in SMALL for each in left[index + 2 :]):
            return Pointing(Direction.AHEAD, strong=False), distance
        if word == "forecast" and previous in {"is", "are"}:
            return Pointing(Direction.AHEAD, strong=False), distance
        if word == "being" and previous in {"is", "are"} and distance <= _BEING_DONE and following not in _DONE_NOW:
            # "MPs are being recalled on Saturday".
            return Pointing(Direction.AHEAD, strong=False), distance
        if word in PRINTED and previous in {"is", "are"} and all(each.text in SMALL for each in left[index + 1 :]):
            return Pointing(Direction.AHEAD, strong=False), distance
        if word == "followed" and following == "by" and previous not in {"was", "were"}:
            # "Will publish prices on Tuesday, followed by jobs on Wednesday": the first verb tells of both.
            continue
        if word in HAVING and following in OBJECTS and previous != "to" and _has_event(word, left[index + 2 :]):
            return Pointing(Direction.AHEAD, strong=False), distance
        if word in SPEAKERS and 2 <= distance <= 5 and following not in I_THINK and _present(following):
            return Pointing(Direction.AHEAD, strong=False), distance
        if word in PROPOSALS and word != "agreed":
            content = [each.text for each in left[index + 1 :] if each.text not in SMALL]
            event = any(class_of(each) or each == "to" for each in content) or not word.endswith("ed")
            if content and event and not (content[0] == "that" and len(content) == 1):
                return Pointing(Direction.AHEAD, strong=False), distance
            if word.endswith("ed"):
                return Pointing(Direction.BACK, strong=True), distance
            continue
        if word == "agreed" and any(each.text in {"to", "on"} for each in left[index + 1 : index + 3]) and distance > 2:
            verb = left[index + 2].text if index + 2 < len(left) else ""
            # "Agreed to a truce Tuesday": the day of the truce, or of the agreement.
            return Pointing(Direction.AHEAD, strong=False, nearest=verb in OBJECTS), distance
        if (word == "ahead" and previous in {"went", "gone"}) or (word in {"planned", "expected"} and previous == "as"):
            # "The march went ahead as planned on Sunday".
            continue
        if word in MODALS or word.endswith("'ll"):
            if following == "have" and index + 2 < len(left) and _participle(left[index + 2].text):
                return Pointing(Direction.BACK, strong=True), distance
            if word == "set" and previous in {"was", "were", "been"} and not following:
                # "The date was set on Monday by the club".
                return Pointing(Direction.BACK, strong=True), distance
            if word == "set" and following not in {"to", "for"} and previous not in {"is", "are", "was", "were", "be"}:
                if following in {"on", "in", "by", ""}:
                    return Pointing(Direction.BACK, strong=True), distance
                continue
            if word == "plan" and following in {"a", "an"}:
                return Pointing(Direction.AHEAD, strong=False), distance
            if word in {"plan", "need", "hope", "aim", "prepared"} and following != "to":
                continue
            if word in {"going", "planned", "expected"} and following == "well":
                continue
            return Pointing(Direction.AHEAD, strong=True), distance
        if word == ",":
            distance -= 1
            comma = True
            continue
        named = index + 1 < len(left) and left[index + 1].capital
        if word == "to" and following in OUSTS and _is_what_came_of(OUTLASTS, left[max(0, index - 8) : index]):
            # "Survived an attempt to oust her in a vote on Friday night".
            return Pointing(Direction.BACK, strong=True), distance
        if word == "to" and following in OVERCOMES and _is_what_came_of(RALLIED, left[max(0, index - 6) : index]):
            # "Came from behind to beat Oxley on Friday night".
            return Pointing(Direction.BACK, strong=True), distance
        if word == "to" and not comma and not named and following.isalpha() and _infinitive(following, previous):
            return Pointing(
                Direction.AHEAD, strong=previous in {"due", "set", "expected", "plans", "is", "are"}
            ), distance
        if word == "host" and _presents(left, index):
            continue
        if (
            (word in SCHEDULED and not previous[:1].isdigit() and previous not in COUNTED_OUT)
            or (
                word in PLURAL_SCHEDULED
                and (
                    previous in SPEAKERS
                    or (previous.endswith("s") and len(previous) > 2)
                    or previous in SEVERAL
                    or _plural_event(left[:index])
                    or _several_there(left, index)
                )
                and previous not in NO_PLURAL
            )
            or (following in TAKES_EFFECT.get(word, ()) and not _did(previous))
            or (PARTICLES.get(word) == following and (previous.endswith("s") or previous in SEVERAL))
            or (word in PLURAL_SCHEDULED and previous == "and" and following in {"at", "on", ""})
            or (word in PLURAL_WITH_OBJECT and following in OBJECTS and previous.endswith("s") and len(previous) > 2)
            or (word in PLURAL_SCHEDULED and _several_for(left, index))
            or (word == "debate" and following in {"at", "on"} and previous.endswith("s"))
            or (word in _WAYS and following == "to" and index > 0 and left[index - 1].capital and previous != "i")
            or (word == "fly" and following in {"out", "home", "to"} and (previous.endswith("s") or previous in GROUPS))
            or (COMES_OUT.get(word) == following and (previous.endswith("s") or previous in GROUPS))
            or (word == "drops" and previous in RECORDS)
            or (word == "premieres" and bool(previous) and not previous.endswith("s"))
            or (word == "entertain" and named and index > 0 and left[index - 1].capital)
            or (
                word == "take"
                and following in TAKEN
                and (previous.endswith("s") or (index > 0 and left[index - 1].capital))
            )
            or (word == "rules" and previous in JUDGES and following == "on" and index + 2 < len(left))
            or (word in {"go", "head"} and not _did(previous) and _names_the_polls(left[index + 1 : index + 4]))
        ):
            return Pointing(Direction.AHEAD, strong=False), distance
        if (
            (_past(word, previous) and not _is_hyphened(left, index))
            or word == "agreed"
            or _cut(word, previous, following)
        ):
            return Pointing(Direction.BACK, strong=True), distance
    return None


def _is_what_came_of(verbs: frozenset[str], words: list[Word]) -> bool:
    """Whether one of these past tenses leads to the "to" right behind these words, and nobody plans what follows it.

    Not in "Rebels who lost the ballot plan to oust her" nor in "Oxley, who came fourth, are keen to win".
    """
    verb = next((n for n in range(len(words) - 1, -1, -1) if words[n].text in verbs), None)
    behind = {each.text for each in words[verb + 1 :]} if verb is not None else frozenset()
    return verb is not None and behind.isdisjoint(_PLANS_IT)


_PLANS_IT: Final = MODALS | word_set(
    "is are has have , try tries trying seek seeks look looks looking keen determined ready able promises vows pledges"
)


_WAYS: Final = word_set("travel go head")
_BEING_DONE: Final = 4
"""Words from "being" to the day of what is done then."""
_DONE_NOW: Final = word_set("held treated questioned detained investigated sought blamed kept used asked")
"""What is done to somebody at the time of writing, whatever the day behind it is of."""


_HOW_LONG: Final = word_set("long much newly well ill best highly widely oft")


def _is_hyphened(words: list[Word], index: int) -> bool:
    """Whether a word ends a compound that tells how long or how much, which is no verb: "the long-delayed plan"."""
    if index < 2 or words[index - 1].text != "-":
        return False
    joined = words[index - 2].end == words[index - 1].start and words[index - 1].end == words[index].start
    return joined and words[index - 2].text in _HOW_LONG


def _presents(left: list[Word], index: int) -> bool:
    """Whether the "host" at an index is what somebody is, as in "told Example News host Ada Muster on ..."."""
    if not index or index + 1 >= len(left) or not left[index + 1].capital:
        return False
    before = index - 1
    while before >= 0 and left[before].capital:
        before -= 1
    amid = before >= 0 and left[before].text.isalpha() and left[before].text not in GOES_ON_TO_A_CLAUSE
    of_somebody = left[index - 1].text in _BEFORE_SOMEBODY
    return of_somebody or left[index - 1].text in ON_AIR or (amid and before < index - 1)


def _has_event(verb: str, words: list[Word]) -> bool:
    """Whether the object of a verb, right before the day, is an event; "holds a painting in the exhibition" has another one."""
    there = next((n for n, each in enumerate(words) if each.text in {"in", "at"} and n), len(words))
    if words[there + 1 :] and all(each.capital or each.text in SMALL for each in words[there + 1 :]):
        # "Is giving a speech in Kell on".
        words = words[:there]
    if not _ends_in_event(words):
        return False
    return verb in {"has", "have"} or not any(each.text in _WHERE or _past(each.text, "") for each in words[:-1])


def _ends_in_event(words: list[Word]) -> bool:
    """Whether at most three words before the day end with the noun of an event: "has its premiere on ..."."""
    content = [each.text for each in words if each.text not in SMALL]
    return 0 < len(content) <= 3 and (class_of(content[-1]) is not None or content[-1] in OCCASIONS)


def _plural_event(left: list[Word]) -> bool:
    """Whether the words before a verb are several of an event, with a name last: "negotiations between Borsk and Talmar"."""
    plural = any(each.text.endswith("s") and class_of(each.text) for each in left[-8:])
    return bool(left) and left[-1].capital and plural and not any(each.text in _BREAKS for each in left[-8:])


def _several_there(left: list[Word], index: int) -> bool:
    """Whether the verb at an index is that of several somewhere, and of nothing but an event: "crews in Dene start a strike"."""
    there = index - 1
    while there > 0 and left[there].capital:
        there -= 1
    if not 0 < there < index - 1 or left[there].text not in {"in", "at", "from", "near"}:
        return False
    several = left[there - 1]
    plural = several.text.endswith("s") and not several.text.endswith("ss") and (there == 1 or not several.capital)
    behind = [each.text for each in left[index + 1 :] if each.text not in SMALL]
    return plural and (not behind or (len(behind) <= _FEW_BEHIND and class_of(behind[-1]) is not None))


def _several_for(left: list[Word], index: int) -> bool:
    """Whether the verb at an index, right before its day, is that of several of something: "nominations for the prize open"."""
    if any(each.text not in SMALL for each in left[index + 1 :]):
        return False
    link = next((n for n in range(index - 1, max(0, index - 5), -1) if left[n].text in {"for", "of", "to"}), 0)
    several = left[link - 1].text if link else ""
    return len(several) > 2 and several.endswith("s") and not several.endswith("ss") and link in {1, 2}


_FEW_BEHIND: Final = 5
"""Words between a verb and its day that can be one event: "start a week-long walkout"."""


def _did(word: str) -> bool:
    """Whether the verb after it tells of the past or of nothing: "did not take place"."""
    return word in {"did", "not"} or word.endswith("n't")


def _names_the_polls(words: list[Word]) -> bool:
    return [word.text for word in words] == ["to", "the", "polls"]


def _cut(word: str, previous: str, following: str) -> bool:
    """Whether a verb that looks the same in the past is told of a single one: "the bank cut its rate"."""
    return (
        word in SAME_IN_THE_PAST
        and following in OBJECTS
        and previous not in MODALS | {"to", "not", "and"}
        and not previous.endswith("s")
    )


def _behind_after(left: list[Word]) -> int:
    """How far before the day an "after" stands of whose noun it tells the day ("after a fire in the hall on Monday"); 0: none.

    An event on the calendar may itself lie ahead ("after talks on Monday").
    """
    for distance, word in enumerate(reversed(left[-9:]), start=1):
        if word.text in {"after", "following"}:
            return distance if distance > 2 else 0
        if word.text in MODALS or word.text in _BREAKS or word.text in {",", "to"} or class_of(word.text):
            return 0
    return 0


def _infinitive(following: str, previous: str) -> bool:
    """Whether "to" introduces a verb: "to resume", not "to the", "according to police"."""
    if previous in TO_BACK - {"due"}:
        return False
    if following == "be" or following.endswith("ss"):
        return True
    return following not in NO_INFINITIVE and not following.endswith(("s", "ing", "ed")) and len(following) > 1


def _is_weather(left: list[Word]) -> bool:
    """Whether a day is that of the weather alone: "heavy rain in Kell on", and no "damage from the storm on"."""
    words = [each.text for each in left]
    clause = words[max((n for n, word in enumerate(words) if word in _BREAKS or word == ","), default=-1) + 1 :]
    told = next((n for n, word in enumerate(clause) if word in WEATHER), None)
    return told is not None and not set(clause[:told]) & (_WHERE | {"from", "of", "after", "the"})


_TELLS_WHY: Final = word_set("have not explain account")
_THE_REASON: Final = word_set("blame behind responsible why linked reason cause")
"""Behind "may be": of weather that has been."""


def _right_verb(right: list[Word], *, of_weather: bool = False) -> tuple[Pointing, int] | None:
    """The nearest verb cue after the expression and its distance in words; `of_weather`: the day is that of some weather."""
    distance = 0
    for index, each in enumerate(right[:_REACH_RIGHT]):
        word = each.text
        if word in _BREAKS:
            return None
        if word == ",":
            # Behind a comma another clause begins; only without a verb before the day does it decide.
            distance += 3
            continue
        distance += 1
        following = right[index + 1].text if index + 1 < len(right) else ""
        if word in {"will", "would", "must", "shall", "should", "won't"} or word.endswith("'ll"):
            back = following == "have" and index + 2 < len(right) and _participle(right[index + 2].text)
            return Pointing(Direction.BACK if back else Direction.AHEAD, strong=True), distance
        if (
            word in {"is", "are"}
            and following in {"at", "from"}
            and index + 2 < len(right)
            and right[index + 2].text[0].isdigit()
            and (":" in right[index + 2].text or (index + 3 < len(right) and right[index + 3].text in _HALF_DAYS))
        ):
            # "Kick-off in Sunday's final is at 4.30pm".
            return Pointing(Direction.AHEAD, strong=False), distance
        if word in {"is", "are"} and following == "still" and _goes_on_as_planned(right[index + 2 : index + 4]):
            # "Friday's strike is still on".
            return Pointing(Direction.AHEAD, strong=False), distance
        if word in {"is", "are"} and following in {"to", "due", "set", "expected", "scheduled", "the"}:
            return Pointing(Direction.AHEAD, strong=False), distance
        if (
            of_weather
            and distance == 1
            and word in {"could", "may", "might"}
            and following not in _TELLS_WHY
            and not (following == "be" and {each.text for each in right[index + 2 : index + 4]} & _THE_REASON)
        ):
            return Pointing(Direction.AHEAD, strong=False), distance
        if distance == 1 and word == "is" and index == 0:
            return Pointing(Direction.AHEAD, strong=False), distance
        if distance == 1 and word in WE and following.isalpha() and _present(following):
            return Pointing(Direction.AHEAD, strong=False), distance
        if (word in SCHEDULED or following in TAKES_EFFECT.get(word, ())) and distance <= 7:
            return Pointing(Direction.AHEAD, strong=False), distance
        if word == "deadline" and following in DEADLINE_OVER:
            return Pointing(Direction.BACK, strong=True), distance
        if word == "deadline":
            return Pointing(Direction.AHEAD, strong=True), distance
        previous = right[index - 1].text if index else ""
        if _past(word, previous) or (word in PROPOSALS and word.endswith("ed")):
            return Pointing(Direction.BACK, strong=True), distance
    return None


def _goes_on_as_planned(words: list[Word]) -> bool:
    """Whether what "is still" goes on with "on" and nothing that it could be on: no "still on strike"."""
    return (
        bool(words)
        and words[0].text == "on"
        and (len(words) == 1 or words[1].text in _BREAKS | GOES_ON_TO_A_CLAUSE | {",", "despite"})
    )


def _present(word: str) -> bool:
    """Whether the word after "we" is a present tense: "we march", not "we marched", "we saw"."""
    return not _past(word, "") and word not in SAME_IN_THE_PAST | NO_PRESENT | MODALS and not word.endswith("ed")


def pointing(text: str, sentence: tuple[int, int], start: int, end: int, *, possessive: bool) -> Pointing:
    """Where the expression at `start`..`end` points.

    Args:
        text: what the offsets count in.
        sentence: the span of the expression's sentence; only its words near the expression are looked at.
        start: where the expression begins.
        end: where it ends.
        possessive: whether "'s" follows ("Friday's parade").
    """
    left = _without_asides(_words(text, max(sentence[0], start - _WINDOW_LEFT), start))
    right = _words(text, end, min(sentence[1], end + _WINDOW_RIGHT))
    if possessive and right and right[0].text in {"s", "'s"}:
        right = right[1:]
    content = [
        word
        for word in left
        if word.text
        not in {
            "on",
            "the",
            "early",
            "as",
            "late",
            "around",
            "about",
            "at",
            "least",
            ",",
            "midnight",
            "noon",
            "end",
            "of",
            "close",
            "not",
        }
    ]
    preposition = content[-1].text if content and len(left) - left.index(content[-1]) <= 5 else ""
    near = left[-8:]
    left_text = text[near[0].start : start] if near else ""
    plan = _OLD_PLAN.search(text, max(left[0].start if left else start, start - 90), start)
    if (plan or OLD_HOPE.search(left_text)) and ANOTHER_HOUR.match(text, end):
        # "Was due to start at 7pm on Saturday but will now start at 8pm": on its day all the same.
        return Pointing(Direction.AHEAD, strong=True, nearest=True)
    if not plan and OLD_HOPE.search(left_text) and BUT_NOW.match(text, end) and not BUT_PUT_OFF.match(text, end):
        return Pointing(Direction.BACK, strong=True)
    if not plan and _NO_LONGER_ON.search(left_text):
        return Pointing(Direction.AHEAD, strong=False)
    if plan and _NOW_INSTEAD.match(text, end):
        # "Originally listed for Monday, will now start on Thursday": it is told before its day comes.
        return Pointing(Direction.AHEAD, strong=True, nearest=True)
    if plan and _MOVED_SINCE.search(text, plan.end(), start):
        return Pointing(Direction.AHEAD, strong=True)
    if plan and (_NOW_CANCELLED.match(text, end) or _GIVES_UP.match(text, end)):
        # "Her trip, which was to have followed on Saturday, has been cancelled": of what is over it would say "was".
        return Pointing(Direction.AHEAD, strong=False, nearest=True)
    if plan and not any(word.text in {"will", "now"} for word in left if word.start >= plan.end()):
        return Pointing(Direction.BACK, strong=True)
    if (
        right
        and right[0].text in NOUNS_AHEAD
        and left
        and left[-1].text == "a"
        and (given := _left_verb(left[:-1]))
        and given[0].direction is Direction.BACK
    ):
        # "Gave them a Sunday deadline": it may be over.
        return Pointing(Direction.AHEAD, strong=True, nearest=True)
    if (
        _WAS_OFF.match(text, end)
        and not _ONE_BEFORE.search(left_text)
        and (_PLANNED_FOR.search(left_text) or _of_one_thing(text, sentence[0], start))
    ):
        # "A first attempt, planned for Thursday, was abandoned": the nearer one.
        return Pointing(Direction.AHEAD, strong=True, nearest=True)
    if _IS_OVER.match(text, end) or (
        _HAS_PASSED.match(text, end) and _A_LIMIT.search(text, max(sentence[0], start - 90), start)
    ):
        # "The swap planned for Saturday did not take place".
        return Pointing(Direction.BACK, strong=True)
    if _IS_OFF.match(text, end):
        # "The show on Sunday is cancelled".
        return Pointing(Direction.AHEAD, strong=False)
    if _VALID.search(text, max(sentence[0], start - 70), start):
        # "Has issued a warning, valid between 3pm on Friday and ...".
        return Pointing(Direction.AHEAD, strong=False)
    if preposition in {"from", "to", "until", "till", "by"} and _MOVES.search(left_text):
        return Pointing(Direction.AHEAD, strong=preposition != "from")
    if (
        not possessive
        and (written := _WRITTEN.search(text, max(sentence[0], start - 50), start))
        and not _AWAITED.search(text, max(sentence[0], written.start() - 30), written.start())
    ):
        return Pointing(Direction.BACK, strong=True, over=True)
    if preposition == "from" and len(left) > 1 and _TAKEN.match(left[-2].text):
        return Pointing(Direction.BACK, strong=False)
    if preposition == "by" and content[0] is content[-1]:
        # "By Monday 9,000 people had fled": what opens its sentence is told by the verb after it.
        fled = _right_verb(right)
        if fled and fled[0].strong and fled[0].direction is Direction.BACK:
            return fled[0]
    by_whom = possessive and preposition in {"by", "from"} and not (right and right[0].text in NOUNS_AHEAD)
    if preposition in {"until", "till"} and _MAY_BE.match(text, end):
        return Pointing(Direction.AHEAD, strong=False)
    if preposition in AHEAD_PREPOSITIONS and not by_whom and content[-1].end >= start - 30:
        clause = [word.text for word in left[-14:]]
        if (
            preposition in {"until", "till"}
            and {"has", "have"} & set(clause)
            and "been" in clause
            and "had" not in clause
        ):
            # "Has been suspended until Monday".
            return Pointing(Direction.AHEAD, strong=True)
        if "been" in clause and "had" not in clause and _is_told_to(clause):
            # "Residents have been told to leave by Sunday".
            return Pointing(Direction.AHEAD, strong=False)
        if preposition in {"by", "until", "till", "from", "before"} and ("had" in clause or "been" in clause):
            if "had" in clause and PROPOSALS & set(clause[clause.index("had") + 1 :]):
                # "Had called on him to stop from Monday": what was asked for may still lie ahead.
                return Pointing(Direction.AHEAD, strong=False)
            return Pointing(Direction.BACK, strong=True)
        if preposition in {"from", "before", "until", "through"} and _clause_is_past(left[:-1]):
            until = preposition == "until" and any(word.text in SETS_AN_END for word in left[-10:])
            return Pointing(Direction.AHEAD if until else Direction.BACK, strong=False)
        return Pointing(Direction.AHEAD, strong=True)
    shortly = _SHORTLY.search(text, max(0, start - 16), start) or (preposition == "after" and _CLOCK.match(text, start))
    if preposition in {"since", "after", "following"} and not shortly:
        apart = next((index for index, word in enumerate(right) if word.text == "," or word.text in _BREAKS), 14)
        must = any(word.text in {"must", "will", "should", "shall"} for word in right[: min(14, apart)])
        return Pointing(Direction.AHEAD if must else Direction.BACK, strong=True, over=preposition == "since")
    if (_ITS_LEFT if possessive else _JUST_LEFT).search(left_text):
        return Pointing(Direction.AHEAD, strong=False)
    listed = _LISTED.match(text, end)
    if (
        any(_FORBIDDEN_NOW.match(text, at) for at in (end, listed.end() - 1 if listed else end))
        and content
        and any(class_of(word.text) for word in content[-3:])
    ):
        # "The rally on Sunday has been banned".
        return Pointing(Direction.AHEAD, strong=False)
    organised = [word for word in content[-3:] if class_of(word.text) in _ORGANISED]
    if (
        organised
        and _CONFIRMED_NOW.match(text, end)
        and not _OF_IT.search(text, max(sentence[0], start - 90), organised[0].start)
    ):
        return Pointing(Direction.AHEAD, strong=False)
    to_come = _AWAITED.search(text, max(sentence[0], start - 60), start) or _BRACES.search(left_text)
    if possessive and not to_come and (_BEFELL.match(text, end) or _VICTIMS.search(left_text)):
        return Pointing(Direction.BACK, strong=True)
    if (
        possessive
        and _REACTS_TO.fullmatch(text, _clause_begin(text, sentence[0], start), start)
        and _ON_ITS_OWN_DAY.match(text, end)
    ):
        # Whether next Tuesday's ruling is meant nobody can tell; news reacts to what was.
        return Pointing(Direction.BACK, strong=False)
    if possessive or _BEFORE_EVENT.search(text, max(0, start - 24), start):
        if _NOW_OFF.search(text, end, right[-1].end if right else end) and not any(
            each.text in _BREAKS for each in right[:6]
        ):
            # "Saturday's match has been called off".
            return Pointing(Direction.AHEAD, strong=False)
        if _BEFORE_EVENT.search(text[max(0, start - 24) : start]):
            return Pointing(Direction.AHEAD, strong=True)
        governing = _left_verb(left)
        if (
            governing
            and governing[0].direction is Direction.AHEAD
            and governing[0].strong
            and (governing[1] <= 4 or (left[-1].text in TO_AN_EVENT and governing[1] <= 9))
        ):
            return governing[0]
        if governing and governing[0].direction is Direction.AHEAD and left[-1].text == "on" and _will(left):
            # "Will try to refloat her on Saturday's tide".
            return Pointing(Direction.AHEAD, strong=False)
        if len(left) > 1 and left[-1].text == "with" and left[-2].text in SCHEDULED:
            # "Ends with Sunday's race".
            return Pointing(Direction.AHEAD, strong=False)
        if (
            left
            and left[-1].text in {"in", "at"}
            and _plays(left)
            and any(class_of(each.text) == "match" for each in right[:3])
        ):
            # "Orlik meets the top seed in Tuesday's semi-final".
            return Pointing(Direction.AHEAD, strong=False)
        if _ASIDE_THEN_WILL.match(text, end):
            # "Saturday's match, first a 3pm kick-off, will start at 5pm".
            return Pointing(Direction.AHEAD, strong=False)
        # "Monday's will go ahead": without the noun.
        after = _right_verb(right if right and right[0].text == "will" else right[1:])
        of_a_noun = _told_of_a_noun([*left, *right[:1]])  # "the six people killed in Tuesday's crash will ..."
        over = of_a_noun or _told_as_over(left, right[1:], governing)
        if after and after[0].direction is Direction.AHEAD and not over:
            return Pointing(Direction.AHEAD, strong=False)
        return Pointing(Direction.BACK, strong=False)
    if preposition in {"is", "are"}:
        return Pointing(Direction.AHEAD, strong=False)
    if any(off and _NOW_OFF.match(text, off.end()) for off in (_LISTED.match(text, end), _AT_A_PLACE.match(text, end))):
        # "The walkout on Friday has been cancelled".
        return Pointing(Direction.AHEAD, strong=False)
    if _NOW_OFF.search(left_text) and preposition != "from":
        # "Has been cancelled on Friday": of what is over it would say "was cancelled".
        return Pointing(Direction.AHEAD, strong=False)
    before, after = _left_verb(left), _right_verb(right, of_weather=_is_weather(left))
    if before is None and _BOTH_OFF.match(text, end):
        return Pointing(Direction.AHEAD, strong=False)
    if (
        before
        and before[0].direction is Direction.AHEAD
        and (hope := _WAS_TO.search(text, max(left[0].start, start - 90), start))
        and not _SAYS.search(text, left[0].start, hope.start())
    ):
        return Pointing(Direction.AHEAD, strong=before[0].strong, nearest=True)
    # Verbs mostly stand before the day; one that follows at once ("on Tuesday said", "on Monday will") is nearer.
    # "The funeral of those killed on Tuesday takes place on Saturday": the participle is nearest of all.
    beside = (
        before is not None
        and before[0].direction is Direction.BACK
        and before[0].strong
        and (before[1] <= _BESIDE or _IN_ITS_CLAUSE.search(text, max(sentence[0], start - 60), start) is not None)
    )
    if after and after[1] == 1 and _told_of_a_noun(left):
        # "The six people killed in Darnov on Tuesday will ...", "the fire that killed nine on Monday will ...".
        return Pointing(Direction.BACK, strong=True)
    nearer = before is None or (after and after[1] == 1 < before[1] and not (before[0].strong and _apposed(right)))
    if after and nearer and not beside:
        return after[0]
    if before:
        return before[0]
    if any(word.text in NOUNS_AHEAD for word in near):
        return Pointing(Direction.AHEAD, strong=True)
    if any(word.text == "next" for word in left[-3:]) and not any(word.text in _BREAKS for word in left[-2:]):
        # "Next try Sunday".
        return Pointing(Direction.AHEAD, strong=False)
    if _LABEL.search(text, max(sentence[0], start - 40), start):
        return Pointing(Direction.AHEAD, strong=False)
    played = any(word.text in SAME_IN_THE_PAST for word in left)
    if (not played and _KICK_OFF.match(text, end)) or (
        _FIXTURE.search(text, max(sentence[0], start - 110), start) and _AN_HOUR.match(text, start)
    ):
        # "Wexley v Dene, Sunday, 3pm".
        return Pointing(Direction.AHEAD, strong=False)
    colon = max((index for index, word in enumerate(left) if word.text == ":"), default=0)
    listed_in = _left_verb(left[:colon])
    if listed_in and listed_in[0].direction is Direction.AHEAD:
        # "Two briefings are to come: one at noon, one on Friday".
        return Pointing(Direction.AHEAD, strong=False)
    return Pointing(Direction.OPEN, strong=False)


def _clause_begin(text: str, begin: int, start: int) -> int:
    """Where the words begin that are told without a mark between them up to `start`."""
    return max([begin, *(match.end() for match in _CLAUSE_EDGE.finditer(text, max(begin, start - 120), start))])


_CLAUSE_EDGE: Final = late_pattern(r"(?:[,;:–—“”]|\b(?:and|but|while|said|says|that)\b) ?")
_BRACES: Final = late_pattern(r"(?i)\b(?:before|in time for|brac\w+ for|prepar\w+ for) (?:the )?$")


def _will(left: list[Word]) -> bool:
    """Whether the clause before a day tells of what will be."""
    clause = next((n for n in range(len(left) - 1, -1, -1) if left[n].text in _BREAKS), -1)
    return any(word.text in {"will", "shall"} or word.text.endswith("'ll") for word in left[clause + 1 :])


def _plays(left: list[Word]) -> bool:
    """Whether the words right before "in" say who plays whom: "Orlik meets the top seed in"."""
    verb = next((n for n in range(max(1, len(left) - 6), len(left) - 1) if left[n].text in PLAYS), None)
    if verb is None or _past(left[verb - 1].text, "") or left[verb - 1].text == "to":
        return False
    return not any(
        each.text in _BREAKS | _WHERE | {"over", "for", "about", "after", "of", ",", "who", "that", "which"}
        for each in left[verb + 1 : -1]
    )


def _of_one_thing(text: str, begin: int, start: int) -> bool:
    """Whether a day is that of the one thing that its sentence begins with: "The dinner at the club on Monday"."""
    found = _ONE_THING.fullmatch(text, begin, start)
    return found is not None and not any(_past(word.text, "") for word in _words(text, begin, start))


def _told_as_over(left: list[Word], right: list[Word], governing: tuple[Pointing, int] | None) -> bool:
    """Whether a past verb tells of "Tuesday's vote" and its subject goes on behind an "and": "lost Tuesday's vote and will quit".

    What is announced or called off may well lie ahead ("cancelled Tuesday's vote and will ...").
    """
    if governing is None or governing[0].direction is not Direction.BACK or governing[1] > _OBJECT_AWAY:
        return False
    index = next((index for index, word in enumerate(right[:_REACH_RIGHT]) if word.text in {"and", "but"}), None)
    if index is None or index + 1 >= len(right) or not _goes_on(right[index + 1 : index + 3]):
        return False
    return not any(_LEAVES_AHEAD.fullmatch(word.text) for word in left[-_OBJECT_AWAY - 2 :])


def _goes_on(words: list[Word]) -> bool:
    """Whether a verb without a subject of its own begins: "and will", "and now plays"."""
    first = words[1] if words[0].text in {"now", "then", "so", "also"} and len(words) > 1 else words[0]
    return first.text in MODALS | SCHEDULED | {"is", "are", "has", "have", "must"}


def _told_of_a_noun(left: list[Word]) -> bool:
    """Whether a day closes what a participle or a relative clause tells of a noun: "the pilot killed in the crash on".

    What was announced, called or picked may well lie ahead ("the march announced in Dene on Saturday"), and so may an event
    that a noun between them names ("the songs heard at the concert on Saturday"), but where somebody came to harm at it.
    """
    between: list[str] = []
    for index in range(len(left) - 1, max(0, len(left) - _NOUN_AWAY), -1):
        word, previous = left[index].text, left[index - 1].text
        if word in _BREAKS or word in _OTHER_CLAUSE:
            return False
        if _past(word, "") or word in _PAST_TOO:
            return _of_the_past(word, previous, left[index - 2].text if index > 1 else "", between[::-1])
        between.append(word)
    return False


def _of_the_past(verb: str, previous: str, before: str, between: list[str]) -> bool:
    """Whether a verb behind `before` and `previous`, with the words up to a day, is told of a noun and of what is over."""
    harm = _COMES_TO_HARM.fullmatch(verb) is not None
    staged = _ON_STAGE.fullmatch(verb) and previous not in _WHO  # "the film that opened on Friday" has opened
    if not harm and (_LEAVES_AHEAD.fullmatch(verb) or staged or any(map(class_of, between))):
        return False
    relative = previous in _WHO or (previous in _WAS and before in _WHO)
    reduced = previous.isalnum() and previous not in _NO_NOUN and bool(between) and between[0] in _WHERE
    return len(between) > 1 and (relative or reduced)


def _apposed(right: list[Word]) -> bool:
    """Whether a participle follows the day ("will appear in court on Friday charged with arson"), no past tense."""
    return len(right) > 1 and right[0].text.endswith("ed") and right[1].text in AFTER_PARTICIPLE


def _is_told_to(clause: list[str]) -> bool:
    """Whether somebody "has been told to" do what the words before a day end with."""
    been = clause.index("been")
    return (
        been > 0
        and clause[been - 1] in {"has", "have"}
        and clause[been + 1 : been + 2] in (["told"], ["ordered"], ["asked"], ["instructed"], ["urged"], ["advised"])
        and clause[been + 2 : been + 3] == ["to"]
    )


def _clause_is_past(left: list[Word]) -> bool:
    """Whether the nearest verb before a "from" or "until" is a past tense without anything ahead beside it."""
    if any(word.text in MODALS | STILL for word in left[-10:]):
        return False
    found = _left_verb(left)
    return found is not None and found[0].direction is Direction.BACK and found[0].strong and found[1] <= 4
