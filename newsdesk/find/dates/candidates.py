"""The time expressions of one text with all that their words tell, before any day is known. Pure, linear.

This is the local step: it depends on the text alone, so its result can be kept beside the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from newsdesk.find.calendar_words import MONTH_NAMES
from newsdesk.find.change_words import (
    AFTER_ALL,
    CALLS_OFF,
    EXTENDED,
    HOLDS_ON,
    IS_BACK,
    MOVED_TO,
    MOVES,
    OF_WHAT_KIND,
    PUTS_OFF,
    STRUCK,
)
from newsdesk.find.coming_lists import TO_COME, introduced, opens_item
from newsdesk.find.dates.denials import is_denied
from newsdesk.find.dates.direction import BUT_NOW, OLD_HOPE, Direction, Pointing, pointing
from newsdesk.find.dates.direction_words import SCHEDULED
from newsdesk.find.dates.goes_on import goes_on_from
from newsdesk.find.dates.grammar import expressions
from newsdesk.find.dates.hours import with_their_days
from newsdesk.find.dates.kept_plans import is_kept, is_undisturbed
from newsdesk.find.dates.moves import MOVES_IT_FROM, move_to, set_against
from newsdesk.find.dates.phrases import DAY_GRAINS, Expression, Grain
from newsdesk.find.dates.timex_candidate import TimexCandidate
from newsdesk.find.dates.unreal import is_overdue, is_unreal, stays_in_force
from newsdesk.find.event_nouns import noun_class_near, nouns_in
from newsdesk.find.homecoming import BACK_ON
from newsdesk.find.sentences import is_quoted_line, sentences
from newsdesk.late_pattern import late_pattern

_POSSESSIVE: Final = late_pattern(r"['’]s?\b|['’]")
_NEGATION: Final = late_pattern(
    r"(?i)\b(?:no longer|not|never|won['’]t|isn['’]t|aren['’]t|wouldn['’]t|cannot|can['’]t|ruled out|rul(?:e|es|ing) out|"
    + CALLS_OFF
    + r"|(?:cancellation|postponement|abandonment|scrapping) of|reject(?:s|ed|ing)?|refus(?:es|ed|ing)|dismiss(?:es|ed|ing)|declin(?:es|ed|ing)|turned down|no|nor (?:will|would|is|are|do|does|has|have|can|on))\b"
)
_NOT_NEGATING: Final = late_pattern(
    r"(?i)\bno[- ](?:confidence|fly|show)\b|\bnot (?:only|just|before|until|later than|least)\b|\bno (?:later|earlier|sooner) than\b|\bno doubt\b|\b(?:if|unless) (?:[\w’'-]+ ){1,5}(?:(?:do|does|did|is|are|has|have) not|(?:do|does|did|is|are|has|have)n['’]t)\b|\bnot (?:a|one) (?:single )?word\b|\bif not\b|\bnot (?:yet )?(?:clear|known|certain|ruled out)\b|\b(?:not|n['’]t) (?:attend|join|take part|participate|(?P<goes>travel|go(?! to the polls\b)|be (?:at|in|present)))\b"
)
"""What denies nothing, or only that somebody comes to what takes place without him."""
_AFTER: Final = late_pattern(r"(?i)(?<!shortly )(?<!soon )(?<!just )(?<!right )(?<!minutes )(?<!hours )\bafter $")
_A_BARE_DAY: Final = late_pattern(
    r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?|[A-Z][a-z]+day(?:,? \d{1,2} [A-Z][a-z]+)?)(?:,? (?:19|20)\d\d)?"
)
_OLD_PLAN: Final = late_pattern(
    r"(?i)\b(?:had (?:been )?(?:\w+ )?(?:planned|scheduled|due|expected|set|hoped|promised)|had been (?:\w+ )?(?:announced|billed|booked|pencilled in) for|(?:originally|initially|previously|first) (?:planned|scheduled|due|set|booked|listed|slated|fixed|expected|pencilled in|timetabled|to be|to have)|(?:was|were) (?:originally|initially|previously|first) (?:to|meant|supposed)|was to have|were to have|(?:would|should|could) have(?! to (?!be (?!\w+(?:ed|en|wn|ne|de|id|ld|nt|pt)\b))))\b"
)
_NEW_CLAUSE: Final = late_pattern(
    r"(?i)\b(?:until|before|that(?! (?:was|were|had|is|are) )|which(?! (?:was|were|had) )|who|if|and(?! (?:(?-i:[A-Z])|the ))|despite)\b"
)
"""Words behind which a denial does not reach; "no meeting between the premier and Holm" and "the strike that was to begin" go on."""
_NEXT_THING: Final = late_pattern(
    rf"(?i)\b(?:been|was|were) (?:\w+ly )?{CALLS_OFF} and (?:the|an?|its|his|her|their|\w+day['’]s) [^.;:,“”]{{2,60}}$"
)
_GOES_AHEAD: Final = late_pattern(
    r" (?:will(?! not\b| now be\b)|goes|takes|starts|begins|opens|is (?:still|due|set)|are (?:still|due|set))\b"
)
"""Around the day of what goes ahead beside what was called off: "has been cancelled and the march on 5 June will go ahead"."""
_IS_BACK: Final = late_pattern(IS_BACK)
_NOT_BEFORE: Final = late_pattern(r"(?i)\w (?:before|earlier than) (?:the |early |at least )?$")
_PUT_OFF_NOW: Final = late_pattern(
    r"(?i)[^.;:“”\"]{0,60}?\b(?:ha(?:s|ve|d) (?:now |since |again )?been|(?:was|were|is|are)(?: being| now| later)?) (?:\w+ly )?"
    rf"(?:{CALLS_OFF}|{PUTS_OFF}|suspended|banned|outlawed)\b"
)
_FROM_A_DAY: Final = late_pattern(
    r" (?:back |forward )?from (?:the |last )?(?=\d{1,2} [A-Z]|[A-Z][a-z]+(?:day\b| \d))(?![^.;:,]{3,30}? (?:to|until) )"
)
_REPLACED: Final = late_pattern(
    r"\b(?i:instead of|rather than|and not,? as [^.;:,“”]{3,40},)(?: on)?(?: the)? $"
    r"|(?:\b\w+day|\b\d{1,2} [A-Z][a-z]{2,8}|\b[A-Z][a-z]{2,8} \d{1,2})\b[^.;:]{0,30} (?:instead of|rather than) (?:in |to |at |for )?(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2} on (?:the )?$"
)
"""Before a day that another one has replaced; "in Kell rather than Dene on Friday" replaces the place alone."""
_WAS_DUE: Final = late_pattern(
    rf"(?i)\b{PUTS_OFF}\b[^.;:]*,? (?:which|that) (?:was|were|had been) (?:due|set|scheduled|expected|planned)\b[^,;]*$"
    r"|\b(?:postponement|cancellation|scrapping) of [^.;:,]{2,60}, (?:due|set|scheduled|planned)(?: for| on)?(?: the)? $"
)
"""Before the old day of what the clause puts off ("has adjourned the inquest, which was due to open on ...")."""
_CORRECTED: Final = late_pattern(
    r"(?i)\b(?:earlier|previous|prior|original|first) version of (?:this|the|our|that) (?:article|story|report|post|page|piece|blog|live blog|live page|column|update)\b"
    r"|\b(?:an|our|my) (?:earlier|previous) (?:article|story|report|post|headline|piece|blog|column|update|entry|bulletin|tweet|message)(?: (?!(?:by|from)\b)[^.;:,]{2,40})? (?:said|stated|gave|had|put|reported|told|named|listed|announced|wrongly|incorrectly|mistakenly)\b"
    r"|\bthis (?:article|story|report|post|page|piece|blog|live blog|live page|column|update) (?:originally|earlier|previously|first|initially|wrongly|incorrectly|mistakenly|erroneously)\b"
    r"|\b(?:wrongly|incorrectly|mistakenly|erroneously) (?:gave|give|said|stated|reported|put|listed|named|dated|referred)\b"
)
"""Before a day that an article takes back."""
_UNLIKELY: Final = late_pattern(r"(?i)\bunlikely\b[^.;:,]{0,40}\b(?:before|until|till)(?: at least| the)* $")
"""Before a day that is promised as little as by "not before"."""
_ORIGINALLY: Final = late_pattern(r"(?i)\b(?:originally|initially|previously)(?: on| for| at| an?)?(?: the)? $")
"""Right before the day that a later one has replaced: "the hearing, originally 3 June"."""
_PUT_OFF_FIRST: Final = late_pattern(
    rf"(?i)\b{PUTS_OFF} (?:until|till|to|for) [^;:,]{{3,24}} (?:an?|the|its|his|her|their) [^.;:,]{{2,60}}? (?:planned|scheduled|due|set|expected|slated|booked)(?: for| on| to [a-z]+(?: (?:in(?:to)? )?(?:effect|place|force))? on)?(?: the)? $"
)
"""Before the old day, where the new one is told first: "postponed until 12 June a concert planned for ..."."""
_TO_A_DAY: Final = late_pattern(
    r",? (?:back |forward )?(?:until|till|to) (?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?=[A-Z])|(?:next |early |late |mid-)?(?=[A-Z][a-z]+day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|next\b)|tomorrow\b|today\b)"
)
"""As in "postponed a concert planned for Saturday until 12 June"."""
_WAS_TO_BE: Final = late_pattern(r"\b(?:was|were) to [a-z]+\b[^;:,“”]*$")
_BUT_STAYS: Final = late_pattern(
    r",? but (?:it |they |he |she )?(?:will (?:now |instead )?(?:not|stay|remain|survive|be (?:kept|saved|spared))|won['’]t)\b"
)
"""Around a day: what was to be then, and will not be: "was to be pulled down on Monday but will stay"."""
_WAS_TO: Final = late_pattern(
    r"(?i)\b(?:which|that) (?:was|were) (?:(?:due|set|scheduled|expected|supposed|meant) )?(?:to|for)\b[^,;:()]*$"
)
_AFTER_ALL: Final = late_pattern(r",? will\b[^;:“”]{3,80}?\binstead\b(?! of\b)")
"""After the day that something was to be on: "which was to start on Monday, will start on Friday instead"."""
_BACK_TO_ANOTHER: Final = late_pattern(
    rf",? {HOLDS_ON}(?:\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+day|[A-Z][a-z]+ \d{{1,2}}) {AFTER_ALL}"
)
"""After the day to which something had moved: "put back to 3 June, will be held on 26 May after all"."""
_TO_END: Final = late_pattern(
    r"(?i)\b(?:(?:due|set|scheduled|expected|supposed|meant|was|were|that|which) to (?:end|expire|finish|lapse|close|shut|run out|be (?:lifted|eased|removed|dropped|reversed))|(?:which|that) (?:ends?|expires?|finish(?:es)?|lapses?|closes?|shuts?|runs? (?:out|until)))(?: at(?: [\w.:]+(?: ?[ap]\.?m\.?)?)?)?(?: on)?(?: the)? $"
)
_GOES_ON: Final = late_pattern(
    r"(?i),? (?:(?:but|and) (?:it |they )?)?(?:(?:(?:the|an?|its|their) [\w’'-]+(?: [\w’'-]+)? |(?-i:[A-Z])[\w’'-]+ |(?:it|they|he|she) )?(?:has|have) (?:now |since )?(?:extended|prolonged) (?:it|them|the)\b(?!['’])|(?:has|have) (?:now )?been (?:(?:extended|prolonged)(?! by\b)|renewed)|(?:now |will (?:now )?)?(?:stays?|remains?) in (?:place|force|effect)\b"
    r"|will (?:now |instead )?(?:(?:last|run|continue|go on|be extended)\b|(?:stay|remain) (?:open|on|up|(?:in )?(?:place|force|effect)|until|till)\b))"
)
"""After the day that something was to end on: it goes on."""
_STRUCK_NOW: Final = late_pattern(
    rf"(?i),? (?:ha(?:s|ve) (?:now |since )?been|(?:was|were)(?: later| then)?) (?:\w+ly )?{STRUCK}\b(?! (?:until|till)\b)"
)
_IS_OFF: Final = late_pattern(r",? (?:is|are) (?:now )?off(?=[.,;])")
_STRUCK_FIRST: Final = late_pattern(
    rf"(?i)(?<!be )(?<!have )(?<!to )\b{STRUCK} (?:an?|the|its|his|her|their) [^.;:,]{{2,60}}? (?:planned|scheduled|due|set|slated|booked)(?: for| on| to [a-z]+(?: (?:in(?:to)? )?(?:effect|place|force))? on)?(?: the)? $"
)
_PLANNED_FOR: Final = late_pattern(
    r"(?i)(?<!is )(?<!are )\b(?:planned|scheduled|due|set|expected|slated|booked|billed|listed|fixed|timetabled|pencilled in|promised(?= for))(?: to [\w ]{3,30}?)?(?: for| on| at| in)? $"
)
_WILL_NOW: Final = late_pattern(
    r"[^.;:“”]{0,60}?\b(?:will (?:now|instead)\b(?! (?:not|also|only|have to)\b)|will not now\b|(?:will(?: now)? not|won['’]t)(?: now)?\b[^.;:,]{2,40}? until\b)"
)
"""After the day that something was planned for: "the meeting planned for Friday will now be held on Sunday"."""
_NOT_ITS_OWN: Final = late_pattern(r"(?i)\b(?:will|after|because|as|when|since|and|but|said|says|\w+day['’]s)\b")
_INSTEAD: Final = late_pattern(
    r"(?i)\b(?:will|now|until|moved to|put back to|postponed to|(?:brought|pulled|moved) forward to|rescheduled (?:to|for)|(?:delayed|shifted|switched|pushed back|moved back|adjourned|deferred|slipped|changed) to)\b"
)
"""Behind an old plan: what comes in its place."""
_SPOKE: Final = late_pattern(
    r"(?i)\b(?:said|told|wrote|announced|warned|declared|added|stated|reported|posted|claimed|promised)\b"
)
_UNTIL: Final = late_pattern(r"(?i)\b(?:until|till|by|postponed to|moved to) (?:noon |midnight )?(?:on )?$")
_PUT_OFF: Final = late_pattern(rf"(?i)\b(?:{MOVES}|{EXTENDED})[^.;,]{{0,40}}\bfrom (?:\w+ )?$")
_WAS_HELD: Final = late_pattern(
    r"(?i)\b(?:took place|(?:was|were) (?:last |first )?(?:held|played|staged)|(?<!as )ran)(?: in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?(?: again)?,? (?:on|from|between)(?: the)? $"
)
"""Before the days of what is over, whichever year they are of."""
_ISSUE: Final = late_pattern(r" (?:issue|edition|number) of\b| issue\b")
"""After the date that a magazine bears: it comes out before."""
_FUTURE: Final = late_pattern(
    r"(?i)\b(?:will|won['’]t|shall|(?:is|are) (?:due|to|set|expected|scheduled|planned|likely))\b|['’]ll\b"
)
_WHEN_SAID: Final = late_pattern(
    r"(?i)\b(?:said|says|told [\w ]{2,20}|announced|reported|added|confirmed)(?: (?:late|early|in a statement|in an interview))?(?: on)? $"
)
_OPENING: Final = late_pattern(r"[“\"‘]|(?<=[\s(])'")
_CLOSING: Final = late_pattern(r"[”\"]")
_DAY_FIRST: Final = late_pattern(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:January|February|March|April|May|June|July|August|Sept|Octo|Novem|Decem)"
)
_MONTH_FIRST: Final = late_pattern(rf"\b(?:{MONTH_NAMES}) \d{{1,2}}\b")


_SOMEBODY_WAS_TO: Final = late_pattern(
    r"(?i)\b(?:which|that|who) (?:was|were) (?:(?:due|set|scheduled|expected|supposed|meant|listed|booked|billed) )?(?:to|for|on)\b[^,;:()]*$"
)
_ANOTHER_DAY: Final = late_pattern(
    r",? (?:will|is to|are to) (?:now |instead )?(?:be )?[a-z]+(?: (?!(?:and|but|while|before|after|until|till|then|also)\b)[\w’'-]+){0,4}? "
    r"(?:(?:an?|one|two|three|four|five|six|seven|ten|\d{1,2}|a few|some) (?:days?|weeks?|months?|fortnight) (?:earlier|later|sooner)\b(?! than\b))"
    r"|,? (?:will|is to|are to) (?:now|instead) (?!(?:not|also|only|have to)\b)[^.;:,“”]{2,60}?\b(?:on|until|from|in) (?:the )?(?:[A-Z][a-z]+day\b|\d{1,2} [A-Z]|[A-Z][a-z]+\.? \d)"
)
"""Around the day that something or somebody was to come: "was due on 10 June, will be delivered two days earlier", "will now come on Friday"."""


def find_candidates(text: str, headline: str = "") -> tuple[TimexCandidate, ...]:
    """The time expressions of `text`, in order, not yet resolved. Linear in the length of the text.

    Args:
        text: what to read.
        headline: above it; one like "What to watch" tells of which time a list below it is.
    """
    found = list(expressions(text))
    if not found:
        return ()
    spans = sentences(text)
    begins = [start for start, _ in spans]
    month_first = _order_of_figures(text, found)
    to_come = TO_COME.search(headline) is not None
    result: list[TimexCandidate] = []
    read, in_the_future = -1, False
    for expression in found:
        index = max(0, bisect_right(begins, expression.start) - 1)
        begin, end = spans[index]
        if index != read:
            # Once a sentence: a list without full stops may hold thousands of days.
            read, in_the_future = index, bool(_FUTURE.search(text, begin, end))
        possessive = bool(_POSSESSIVE.match(text, expression.end))
        points = pointing(text, (begin, end), expression.start, expression.end, possessive=possessive)
        if is_overdue(text, begin, expression.start, expression.end, end):
            points = Pointing(Direction.BACK, strong=True)
        span = (begin, expression.start, expression.end, end)
        kept = is_kept(text, *span) or (possessive and is_undisturbed(text, *span))
        if kept:
            # Of what is over it would be said that it went ahead.
            points = Pointing(Direction.AHEAD, strong=True, nearest=True)
        listed_after = _listed_after(text, result, expression)
        move = move_to(text, begin, result, expression)
        if move is not None and _STILL_AHEAD.match(text, (left := result[move.left]).end):
            # "Has postponed Monday's match until Friday", "the match on Monday has been moved to Friday": it still lay ahead.
            result[move.left] = replace(left, pointing=Pointing(Direction.AHEAD, strong=False), barred=True)
        if points.direction is Direction.OPEN and (leading := _leading(text, begin, result, expression)) is not None:
            points = leading
        entry = (
            _entry_of(text, result, expression, alone=len(found) == 1, to_come=to_come)
            if points.direction is Direction.OPEN
            else None
        )
        if (
            possessive
            and not points.strong
            and _is_bare_weekday(expression)
            and opens_item(text, begin, expression.start)
        ):
            points = Pointing(Direction.AHEAD, strong=False)
        if entry is not None or (
            points.direction is Direction.OPEN
            and (
                _is_line_to_come(text, (begin, end), expression, to_come=to_come)
                or (_is_bare_weekday(expression) and introduced(text, begin, expression.start) is not None)
            )
        ):
            points = Pointing(Direction.AHEAD, strong=False)
        if _says_again(text, result, expression):
            points = result[-1].pointing
        denied = set_against(text, result, expression)
        if denied is not None:
            points = result[denied].pointing
        result.append(
            TimexCandidate(
                start=expression.start,
                end=expression.end,
                text=text[expression.start : expression.end],
                expression=expression,
                sentence=index,
                pointing=points,
                noun_class=noun_class_near(text, begin, end, expression.start, expression.end),
                barred=(not kept and _barred(text, begin, expression.start, expression.end))
                or (not kept and _is_taken_back(text, *span))
                or is_quoted_line(text, expression.start)
                or (not expression.phrases and stays_in_force(text, expression.end, end))
                or (listed_after is not None and result[listed_after].barred),
                told_on=_told_on(text, result, index, expression),
                strictly_ahead=not (expression.clock or expression.part)
                and bool(_UNTIL.search(text[max(begin, expression.start - 16) : expression.start])),
                listed_after=entry.after if entry and listed_after is None else listed_after,
                in_the_future=in_the_future,
                when_said=bool(_WHEN_SAID.search(text[max(begin, expression.start - 40) : expression.start])),
                month_first=month_first,
                move=move,
                goes_on=goes_on_from(text, (begin, end), index, result, expression, points),
            )
        )
    return with_their_days(text, spans, result)


class _Entry(NamedTuple):
    """A day that opens a line of what is to come."""

    after: int | None
    """Index of the candidate that opens the line before, if there is one."""


_OPENS: Final = late_pattern(r"(?:\n|[.;:?] )[ \t]*(?:[•*·–—-] ?|\d{1,2}[.)] )?\*{0,2}$")
_TELLS: Final = late_pattern(
    r"(?: (?:morning|afternoon|evening|night))?\*{0,2}(?::\*{0,2} (?=[A-Za-z\d“\"‘])| [–—-] (?=[A-Z\d“\"‘]))"
)
_MARK: Final = 12
"""Characters before the day of a line: its bullet or number."""
_DOES_THEN: Final = late_pattern(rf"(?:: | [–—-] )[^.;:\n]{{2,60}}? (?:{'|'.join(sorted(SCHEDULED))})\b")


def _entry_of(
    text: str, earlier: Sequence[TimexCandidate], expression: Expression, *, alone: bool, to_come: bool
) -> _Entry | None:
    """The line that a bare weekday opens, where it is one of what is to come: below "What to watch", or alone ("Friday: Inquest opens").

    Alone, with an event in the present tense, it is a heading; several lines without such words may tell how the last week went.
    """
    if not _is_bare_weekday(expression):
        return None
    start = expression.start
    before = f"\n{text[:start]}" if start <= _MARK else text[start - _MARK : start]
    if not _OPENS.search(before) or not _TELLS.match(text, expression.end):
        return None
    if alone and start <= _MARK and "\n" not in text and _DOES_THEN.match(text, expression.end):
        return _Entry(None) if nouns_in(text) else None
    if not (to_come or TO_COME.search(text, max(0, start - _LIST), start)):
        return None
    last = next(
        (
            n
            for n in range(len(earlier) - 1, max(-1, len(earlier) - 5), -1)
            if earlier[n].expression.phrases
            and earlier[n].expression.phrases[-1].grain is Grain.WEEKDAY
            and _TELLS.match(text, earlier[n].end)
        ),
        None,
    )
    return _Entry(last)


def _is_bare_weekday(expression: Expression) -> bool:
    phrases = expression.phrases
    bare = len(phrases) == 1 and phrases[0].grain is Grain.WEEKDAY
    return bare and not phrases[0].modifier and phrases[0].shift is None


def _is_line_to_come(text: str, sentence: tuple[int, int], expression: Expression, *, to_come: bool) -> bool:
    """Whether a line of a list of what is to come names something with a bare weekday and without a verb: "Talks in Kell on Friday"."""
    begin, end = sentence
    if not _is_bare_weekday(expression) or not nouns_in(text[begin : expression.start]):
        return False
    if not _BEGINS_LINE.search(text, max(0, begin - _MARK), begin) or not _ENDS_LINE.match(text, end):
        return False
    return to_come or TO_COME.search(text, max(0, begin - _LIST), begin) is not None


_BEGINS_LINE: Final = late_pattern(r"(?:^|\n)[ \t]*(?:[•*·–—-] ?|\d{1,2}[.)] )?$")
_ENDS_LINE: Final = late_pattern(r"[ \t]*(?:\n|$)")
_LIST: Final = 2_000
"""Characters above a line in which its list begins."""
_WITH: Final = late_pattern(r"[^.;:]{0,24}, with (?:an? |the )?[\w’'-]+(?: [\w’'-]+){0,3} (?:at|on|due) [^,;]{0,40}")


def _leading(text: str, begin: int, earlier: Sequence[TimexCandidate], expression: Expression) -> Pointing | None:
    """The direction of the day before one that only goes with it: "docks at 5pm on Friday, with the hatch opening on Saturday"."""
    for before in reversed(earlier[-6:]):
        if before.start < begin or before.pointing.direction is Direction.BACK:
            return None
        if before.pointing.direction is Direction.AHEAD:
            return before.pointing if _WITH.fullmatch(text, before.end, expression.start) else None
    return None


_STILL_AHEAD: Final = late_pattern(r"['’]|,? ha(?:s|ve) (?:now |since )?been\b")
"""After the day that something leaves for another one."""
_IN_ANOTHER_ZONE: Final = late_pattern(r",? (?:or |\()(?:about |around |at )?")


def _says_again(text: str, earlier: Sequence[TimexCandidate], expression: Expression) -> bool:
    """Whether a day and hour give the moment of the one before it in another zone: "11pm ET on Friday (0400 GMT on Saturday)"."""
    before = earlier[-1].expression if earlier else None
    if before is None or before.clock is None or expression.clock is None or expression.clock.zone is None:
        return False
    return _IN_ANOTHER_ZONE.fullmatch(text, before.end, expression.start) is not None


_LIFTED: Final = late_pattern(r",? (?:has|have) (?:now )?been (?:lifted|eased|removed|revoked|relaxed)\b")
_USUAL: Final = r"\b(?:always|usually|normally|typically|traditionally)\b"
_ONE_CLAUSE: Final = r"(?:(?!\b(?:and|but|or|will|is to|are to)\b)[^.;:,])*"
_USUALLY_ON: Final = late_pattern(rf"(?i){_USUAL}{_ONE_CLAUSE}$")
_ON_IT_USUALLY: Final = late_pattern(rf"(?i){_ONE_CLAUSE}?{_USUAL}")


def _is_usual(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether the clause around a day tells of what is so again and again: "the train that leaves on Monday is always full"."""
    before = _USUALLY_ON.search(text, max(begin, start - 90), start)
    return before is not None or _ON_IT_USUALLY.match(text, end, min(stop, end + 60)) is not None


_CALAMITIES: Final = (
    r"(?:disaster|fire|attacks?|floods?|(?:earth)?quake|crash|massacre|killings?|shootings?|explosions?|blasts?|collapse|bombings?|tsunami|sinking|derailment"
    r"|avalanche|landslide|coup|uprising|riots?|murders?|stabbings?|assassination)"
)
"""What nobody expects on a day."""
_CALAMITY_AFTER: Final = late_pattern(
    rf" {_CALAMITIES}(?=[,.;:’'”)]|$| (?!(?:drill|exercise|service|inquest|inquiry|trial|hearing)\b))"
)
_CALAMITY_BEFORE: Final = late_pattern(rf"\b{_CALAMITIES} of $")


def _names_a_calamity(text: str, start: int, end: int) -> bool:
    """As in "the 14 March fire" and "the fire of 14 March": that day is over, whichever its year is."""
    determined = "the " in {text[start : start + 4].lower(), text[max(0, start - 4) : start].lower()}
    if determined and _CALAMITY_AFTER.match(text, end):
        return True
    return _CALAMITY_BEFORE.search(text, max(0, start - 20), start) is not None


def _order_of_figures(text: str, found: Sequence[Expression]) -> bool | None:
    """Whether the text writes the month first; None without evidence."""
    figures = [phrase for each in found for phrase in each.phrases if phrase.grain is Grain.FIGURES]
    if not figures:
        return None
    for phrase in figures:
        if phrase.day and phrase.month and (phrase.day > 12) != (phrase.month > 12):
            return phrase.month > 12
    day_first, first_month = bool(_DAY_FIRST.search(text)), bool(_MONTH_FIRST.search(text))
    return None if day_first == first_month else first_month


def _is_taken_back(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether the words around the expression at `start`..`end` let nobody wait for its day.

    It is denied or unreal, what was planned for it will be on another one, or it is the day of what is over or so every week.
    """
    near, further, far = (text[max(begin, start - reach) : start] for reach in (60, 90, 120))
    if any(each.match(text, end, stop) for each in (_WILL_NOW, _AFTER_ALL, _IS_OFF, _STRUCK_NOW)) and any(
        each.search(further) for each in (_PLANNED_FOR, _WAS_TO)
    ):
        return True
    if _ANOTHER_DAY.match(text, end, stop) and _SOMEBODY_WAS_TO.search(further):
        return True
    return bool(
        is_denied(text, begin, start, end, stop)
        or is_unreal(text, begin, start, end, stop)
        or _is_put_off(text, end, stop)
        or (BUT_NOW.match(text, end, stop) and OLD_HOPE.search(near))
        or (_BUT_STAYS.match(text, end, stop) and _WAS_TO_BE.search(further))
        or (_TO_A_DAY.match(text, end, stop) and MOVES_IT_FROM.search(far))
        or (_BACK_TO_ANOTHER.match(text, end, stop) and MOVED_TO.search(near))
        or (_GOES_ON.match(text, end, stop) and _TO_END.search(near))
        or _ISSUE.match(text, end, stop)
        or _WAS_HELD.search(near)
        or _LIFTED.match(text, end, stop)
        or _is_usual(text, begin, start, end, stop)
        or _names_a_calamity(text, start, end)
    )


def _barred(text: str, begin: int, start: int, end: int) -> bool:
    """Whether the clause denies the expression at start-end or calls it an old plan."""
    before = text[max(begin, start - 90) : start]
    if _SUSPENDED.search(before):
        return True
    cut = max(before.rfind(mark) for mark in (";", ":", ", but ", " but ", "“", "—", " – "))
    clause = before[cut + 1 :]
    if any(
        each.search(before) for each in (_REPLACED, _WAS_DUE, _ORIGINALLY, _PUT_OFF_FIRST, _STRUCK_FIRST, _UNLIKELY)
    ):
        return True
    if _CORRECTED.search(text, start - len(clause) if cut >= 0 else max(begin, start - 160), start):
        return True
    plan = _OLD_PLAN.search(clause)
    if (plan and not _INSTEAD.search(clause, plan.end())) or _PUT_OFF.search(clause):
        return True
    if _NEXT_THING.search(clause) and _GOES_AHEAD.match(text, end):
        return False
    if _AFTER.search(before) and _A_BARE_DAY.fullmatch(text, start, end) and not text.startswith(("'", "’"), end):
        # "Will meet after 15 June": on a day that nobody has named.
        return True
    behind = _UP_TO_A_MARK.match(text, end)
    cleaned = _NOT_NEGATING.sub(lambda found: _denied_alone(found, clause, behind[0] if behind else ""), clause)
    if not _NEGATION.search(cleaned):
        return False
    cleaned = OF_WHAT_KIND.sub(" ", cleaned)
    denials = list(_NEGATION.finditer(cleaned))
    if not denials:
        return False
    denial = denials[-1]
    # "no talks on Thursday", "will not meet on Thursday": near, and no new clause between.
    between = cleaned[denial.end() :]
    if _NOT_BEFORE.search(between):
        # "Will not reopen before Saturday" promises no Saturday.
        return len(between.split()) <= 8
    if _IS_BACK.match(between):
        # "The march called off last week will go ahead on Saturday".
        return False
    return len(between.split()) <= 12 and "," not in between and not _NEW_CLAUSE.search(between)


def _denied_alone(found: re.Match[str], clause: str, behind: str) -> str:
    """What denies where somebody goes and no more, or nothing: without him the summit takes place, but no trip does."""
    if not found["goes"] or nouns_in(f"{clause[found.end() :]} {behind}"):
        return " "
    return found.group()


_UP_TO_A_MARK: Final = late_pattern(r"[^.;:,“”\n]{0,60}")


def _is_put_off(text: str, after: int, end: int) -> bool:
    """Whether the clause goes on to say that what was planned for the expression is off: "... has been postponed"."""
    found = _PUT_OFF_NOW.match(text, after, min(end, after + 120))
    if found is not None and _FROM_A_DAY.match(text, found.end(), end):
        # "The match on Tuesday was postponed from Saturday": to Tuesday.
        return False
    return found is not None and not _NOT_ITS_OWN.search(found.group().rsplit(" ha", 1)[0])


def _told_on(text: str, earlier: Sequence[TimexCandidate], sentence: int, expression: Expression) -> int | None:
    """The candidate that dates the quotation in which `expression` stands ("On Friday he told them: 'Tomorrow ...'")."""
    if not expression.phrases or not earlier or earlier[-1].sentence != sentence:
        return None
    if expression.phrases[-1].grain not in {Grain.NEAR, Grain.WEEKDAY}:
        return None
    for index in range(len(earlier) - 1, max(-1, len(earlier) - 4), -1):
        candidate = earlier[index]
        if candidate.sentence != sentence:
            break
        between = text[candidate.end : expression.start]
        if len(between) > 300 or not candidate.expression.phrases:
            continue
        spoke = _SPOKE.search(between)
        if spoke is None or candidate.pointing.direction is Direction.AHEAD:
            continue
        opened = _OPENING.search(between, spoke.end())
        if opened and not _CLOSING.search(between, opened.end()):
            return index
    return None


_SUSPENDED: Final = late_pattern(
    r"(?i)\bha(?:s|ve) (?:now |since |also )?(?:suspended|banned|outlawed)(?: [\w’'-]+){1,5}? (?:on|of|for)(?: the)? $"
)
_AND: Final = late_pattern(r"(?:,| and| or|, and)(?: on)? |,? and (?:again|then)(?: on| from| at)? ")
_LONGEST_AND: Final = 16
"""Characters between two days of a list."""
_AHEAD_OF: Final = late_pattern(
    r"(?i)^[^.;:“”]*\b(?:ahead of|before|prior to|on the eve of|in preparation for|to prepare(?: for)?)(?: (?:the|an?|its|their|his|her) [^.;:,“”]{2,60}? on)?(?: the)? $"
)
"""From a day to that of something ahead of which it lies: "will meet on Saturday ahead of the summit on Tuesday"."""
_ENDS_IT: Final = late_pattern(
    r"(?:,? (?:in|at) [^.;:,“”]{2,40})?,? (?:and|before) (?:then )?(?:will )?(?:clos(?:es?|ing)|end(?:s|ing)?|finish(?:es|ing)?|conclud(?:es?|ing))"
    r"(?: (?:in|at) [^.;:,“”]{2,30}?)?(?: at| on| early| late| the)* "
)
"""From the day on which something opens to that on which it closes: "opens on Monday and closes on Friday"."""
_LONGEST_STAY: Final = 140
"""Characters between the day on which somebody leaves and that on which they are back."""


def _listed_after(text: str, earlier: Sequence[TimexCandidate], expression: Expression) -> int | None:
    """The weekday right before a bare weekday in a list, or the day behind which it must lie: that on which somebody leaves, or one ahead of it."""
    if (
        not earlier
        or not expression.phrases
        or expression.phrases[0].grain is not Grain.WEEKDAY
        or expression.phrases[0].modifier
    ):
        return None
    before = earlier[-1]
    phrases = before.expression.phrases
    between = text[before.end : expression.start]
    listed = phrases and phrases[-1].grain is Grain.WEEKDAY and len(between) <= _LONGEST_AND and _AND.fullmatch(between)
    back = phrases and phrases[-1].grain in DAY_GRAINS and len(between) <= _LONGEST_STAY and BACK_ON.fullmatch(between)
    ahead = phrases and phrases[-1].grain in DAY_GRAINS and len(between) <= _LONGEST_STAY and _AHEAD_OF.search(between)
    ends = phrases and phrases[-1].grain in DAY_GRAINS and len(between) <= _LONGEST_STAY and _ENDS_IT.fullmatch(between)
    return len(earlier) - 1 if listed or back or ahead or ends else None
