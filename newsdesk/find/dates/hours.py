"""The day that an hour belongs to where the two do not stand side by side: "at 5pm in the town hall on Monday". Pure, linear.

An hour alone is one of the day of publication only where its clause names no other day: neither one that is found nor one
that nothing tells ("at 9am on polling day", "every Friday at 7pm").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newsdesk.find.dates.day_headings import follows_its_heading, only_heading, sections, stands_in_a_list
from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.direction_words import PAST_VERBS
from newsdesk.find.dates.phrases import DAY_GRAINS, Grain
from newsdesk.find.dates.timex_candidate import TimexCandidate
from newsdesk.find.event_nouns import class_of
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_REACH: Final = 110
"""Characters between an hour and a day behind it that can be one moment."""
_CLAUSE: Final = 180
"""Characters on either side of an hour in which its clause is read: a list without full stops has no end."""
_NEXT: Final = 4
"""How many expressions before and behind an hour are asked for its day."""

_PREPOSITION: Final = (
    "(?:in|at|on|across|outside|inside|near|by|behind|beside|opposite|aboard|from|to|for|against|with)"
)
_TO_ITS_DAY: Final = late_pattern(
    r"(?:,? (?:sharp|prompt(?:ly)?|precisely|on the dot))?"
    r"(?: \([^()\n]{1,60}\))?"
    rf"(?P<places>(?:,? {_PREPOSITION} [\w’'.&-]+(?:(?:,(?= [A-Z]))? [\w’'.&-]+){{0,7}}?){{0,3}})"
    r"(?:, [^,;:()“”\"\n]{1,60}(?=, ))?"
    r"(?:,? (?:on|from|starting|starting on|starting from|beginning|beginning on))?(?: the)?,? "
)
"""What can stand between an hour and its day: a place, an aside."""
_ON_ITS_DAYS: Final = late_pattern(
    r" (?:on weekdays|daily|nightly|(?:every|each) (?:day|night|morning|evening|\w+day))(?= from )"
)
"""Before the first of many days: "at 10pm every night from 7 December"."""
_PLACE: Final = late_pattern(rf",? (?P<preposition>{_PREPOSITION}) (?P<words>.+?)(?=,? {_PREPOSITION} |$)")
_ARTICLES: Final = word_set("the a an its his her their our")
_TO_A_NAME: Final = word_set("to for with")
"""Before a name alone: "at 6am for Selby", not "at 5pm for the first time"."""
_BARE_PLACES: Final = word_set(
    "court church parliament town school sea home headquarters person private public session"
)
"""Where something is without an article: "in court"."""
_PARTS_OF_PLACES: Final = word_set(
    "steps gates corner foot end edge back front hall grounds house church university port city town"
)
"""Before the "of" of a place; "the scene of" and "the wake of" go with what has happened."""
_NOT_IN_A_PLACE: Final = (
    word_set(
        "that who which where when while as since after before until till because if whether about over into during despite",
        "is are be will would has have may might could should must can and or but not no than",
        "wake aftermath run-up memory protest response support honour honor time attempt bid anniversary eve",
    )
    | PAST_VERBS
)
_LIST: Final = late_pattern(r"(?: ?/ ?|,? (?:and|or|then|and then)(?: [a-z]+)?(?: again)?(?: at)? )")
"""Between two hours of one day: "at 5pm and 7pm on Monday", "opens at 9am and closes at 5pm on Monday"."""
_INSTEAD: Final = late_pattern(r",? (?:instead of|rather than|and not|not)(?: at)? ")
"""The same, where one hour has replaced the other."""
_CLAUSE_ENDS: Final = late_pattern(
    r"[;—]| – |, (?:and|but|while|which|who) |, with (?=[^.;:,]{2,60}\b(?:due|expected|likely|set)\b)"
)
_CLAUSE_BEGINS: Final = late_pattern(r"[;—]| – |, (?:and|but|while) ")
_IN_A_BRACKET: Final = late_pattern(r"\([^()\n]{0,40}$")
_NOT_ITS_DAY: Final = late_pattern(
    r"(?i)\b(?:ahead of|before|after|since|following|about|over|despite|instead of|rather than)(?: on)?(?: the)? $"
)
"""Before a day of something else: "will speak at noon, ahead of Monday's vote"."""
_COUNTED_FROM: Final = late_pattern(r"(?i)\b(?:hours?|minutes) (?:before|after|ahead of)\b")
"""Before that of which the day is the hour's, too: "hours before Friday's vote"."""
_WEEKDAY: Final = late_pattern(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Mon|Tues?|Thur?s?|Fri)\b(?! [A-Z])")
_UNITS: Final = "(?:days?|weeks?|fortnights?|months?)"
_FEW: Final = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a few|several|a couple of)"
_HABIT: Final = late_pattern(
    r"(?i)\b(?:every|each|alternate|most) (?:other |second )?(?:day|week|fortnight|month|year|morning|afternoon|evening|night|weekday|weekend|\w+day)s?\b"
    r"|\b(?:daily|nightly|weekly|fortnightly|monthly)(?=[.,;)]|$| (?:from|until|till|and|except|during|in|at)\b)"
    r"|\b(?:once|twice|(?:three|four|five|several) times) (?:an?|each|every) (?:hour|day|night|week)\b"
    r"|\b(?:weekdays|weeknights|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days|bank holidays?)\b"
)
"""No single day."""
_UNKNOWN_DAY: Final = late_pattern(
    rf"(?i)\bon (?!an? |this |that )(?:[\w’'-]+ ){{1,3}}(?:day|eve|night|morning|evening|weekend|anniversary)\b"
    rf"|(?<!, )\bthe (?:day|morning|evening|night|week|weekend|month) (?:after|before|of)\b"
    rf"|(?<!time )\b(?:in|within) {_FEW} {_UNITS}\b(?! of\b)|\b{_FEW} {_UNITS} (?:later|from|after|before)\b(?<!, )"
    rf"|\b(?:on|for) (?:the (?!same )|an? |its |their |both |either |another |all )(?:[\w’'-]+ ){{0,2}}dates?\b"
    rf"|\bthe (?:end|start|beginning|middle) of (?:the|this|next) (?:week|month|year)\b|\blater in the (?:week|month|year)\b"
    rf"|\b(?:in|over) the (?:coming|next)(?: few)? {_UNITS}\b|\ba (?:later )?date (?:to|that|not)\b|\ba later date\b"
)
"""A day that nothing tells."""
_OF_A_FEAST: Final = late_pattern(
    r"\b(?:New Year(?:['’]s)?|Easter|Christmas|Whitsun|Hogmanay|Thanksgiving|Pentecost|Diwali|Hanukkah) (?:[\w’'-]+ ){0,2}?"
    r"(?:concert|service|mass|vigil|parade|procession|match|game|race|dinner|lunch|feast|speech|message|address|broadcast|fireworks|ball|swim|dip)\b"
)
"""Something that is on the day of a feast, or near it: no word of which day that is."""
_THE_TOLD_DAY: Final = late_pattern(r"(?i)\bon (?:the same|that|this) (?:date|day)\b")
"""The day that the sentence before tells, if it tells one."""


def with_their_days(
    text: str, spans: Sequence[tuple[int, int]], candidates: Sequence[TimexCandidate]
) -> tuple[TimexCandidate, ...]:
    """The candidates, each clock time alone with the candidate whose day it belongs to, or without any.

    Args:
        text: what the offsets count in.
        spans: of its sentences.
        candidates: its expressions, in order.
    """
    result = list(candidates)
    parts = sections(text, candidates)
    begins = [part.begin for part in parts]
    programmes = _programmes(text, candidates)
    heading = None if parts else only_heading(text, candidates)
    for index, candidate in enumerate(candidates):
        at = bisect_right(begins, candidate.start) - 1
        part = parts[at] if at >= 0 else None
        if candidate.expression.phrases:
            if part and index != part.day and candidate.listed_after is None and follows_its_heading(text, candidate):
                result[index] = replace(candidate, listed_after=part.day)
            continue
        if (
            index
            and _SAME_MOMENT.fullmatch(text, result[index - 1].end, candidate.start)
            and result[index - 1].expression.clock
        ):
            known = _is_known(result, index)
            result[index] = replace(candidate, restates=index - 1) if known else replace(candidate, dayless=True)
            continue
        listed = _in_a_programme(text, candidate, programmes)
        if listed is not None:
            result[index] = replace(candidate, day_of=listed, pointing=candidates[listed].pointing)
            continue
        behind = _day_behind_it(text, candidates, index)
        if behind is not None:
            result[index] = replace(candidate, day_of=behind)
            result[behind] = _told_with(candidate, result[behind], text)
            continue
        before = _day_before_it(text, candidates, index)
        in_its_sentence = before is not None and candidates[before].sentence == candidate.sentence
        span = spans[candidate.sentence]
        if (
            in_its_sentence
            and before is not None
            and _COMES_WITH.search(text, max(span[0], candidate.start - 90), candidate.start)
        ):
            result[index] = replace(candidate, day_of=before, pointing=candidates[before].pointing)
            continue
        ends = None if in_its_sentence else _end_of_it(text, candidates, index)
        if part and ends is None and (before is None or candidates[before].start < part.begin or before == part.day):
            told = part.known and not _names_another(text, span, result, index, told=False)
            result[index] = replace(candidate, day_of=part.day) if told else replace(candidate, dayless=True)
        elif ends is not None:
            result[index] = replace(candidate, over_by=ends)
        elif not in_its_sentence and (
            _names_another(text, span, result, index, told=before is not None)
            or (before is None and _goes_with_what_follows(text, span, result, index))
        ):
            result[index] = replace(candidate, dayless=True)
        else:
            result[index] = replace(candidate, day_of=before)
            if (
                heading is not None
                and heading < index
                and before in {None, heading}
                and stands_in_a_list(text, candidate)
            ):
                result[index] = replace(result[index], headed_by=heading)
    return tuple(result)


_PROGRAMME: Final = late_pattern(
    r"(?i)\b(?:(?:programme|program|schedule|timetable|running order|order of events|plans?) (?:of|for) (?:the|that) (?:day|morning|afternoon|evening|night)"
    r"|how (?:the|that) (?:day|evening|night) (?:will )?(?:go(?:es)?|unfolds?|is planned))\b[^\n]{0,40}(?=\n)"
)
"""Above the hours of a day that has been named: "Here is the programme of the day."."""
_HOUR_FIRST: Final = late_pattern(r"[ \t]*(?:[•*·–—-][ \t]*)?(?:\d|[Nn]oon|[Mm]idnight|[Mm]idday)")
_MARK_ALONE: Final = late_pattern(r"[ \t]*(?:[•*·–—-][ \t]*)?")
"""Of a line that an hour opens, and what may stand before the hour."""
_NEAR_IT: Final = 200
"""Characters before such words in which the day is named."""


def _programmes(text: str, candidates: Sequence[TimexCandidate]) -> list[tuple[int, int]]:
    """Where the words above the hours of a day end, and the index of the day."""
    found = []
    for words in _PROGRAMME.finditer(text) if candidates else ():
        days = [
            index
            for index, each in enumerate(candidates)
            if words.start() - _NEAR_IT <= each.start < words.end() and _names_a_day(each)
        ]
        if days:
            found.append((words.end(), days[-1]))
    return found


def _in_a_programme(text: str, hour: TimexCandidate, programmes: Sequence[tuple[int, int]]) -> int | None:
    """The day of an hour that opens a line of a programme."""
    before = [each for each in programmes if each[0] <= hour.start]
    if not before or hour.start - before[-1][0] > _PROGRAMME_REACH:
        return None
    *lines, mark = text[before[-1][0] : hour.start].split("\n")
    alone = _MARK_ALONE.fullmatch(mark) and all(not line.strip() or _HOUR_FIRST.match(line) for line in lines)
    return before[-1][1] if lines and alone else None


_PROGRAMME_REACH: Final = 3_000
"""Characters that a programme takes at most."""
_SAME_MOMENT: Final = late_pattern(r" ?\((?:about |around |at )?")
_COMES_WITH: Final = late_pattern(
    r"(?i)\bwith (?:an? |the )?(?:[\w-]+ ){0,2}?(?:kick-?off|tip-?off|throw-in|start|doors|gates|coverage|first (?:race|session|ball|pitch|match))"
    r"(?: time)?(?: (?!(?:was|were|had)\b)[a-z]+){0,2}? (?:at|from) $"
)
"""Before the hour of what has its day before it: "moved to Sunday, with kick-off at 2pm"."""
_UNTIL: Final = late_pattern(r"\b(?:until|till)(?: about| around)? $")


def _is_known(candidates: Sequence[TimexCandidate], index: int) -> bool:
    """Whether the hour right before one in a bracket, "midnight on Sunday (2200 GMT)", has a day by which that of the other is found."""
    hour, before = candidates[index].expression.clock, candidates[index - 1]
    if before.expression.clock is None or hour is None or hour.zone is None or before.dayless:
        return False
    return before.day_of is None or before.day_of < index


def _end_of_it(text: str, candidates: Sequence[TimexCandidate], index: int) -> int | None:
    """The hour of the next morning until which lasts what begins at an hour: "starts at 21:00 and lasts until 06:00 on Friday"."""
    hour, behind = candidates[index], index + 1
    if behind >= len(candidates):
        return None
    end = candidates[behind]
    if end.sentence != hour.sentence or end.start - hour.end > _REACH or not _names_a_day(end):
        return None
    over_night = end.expression.clock is not None and not _is_later(end, hour)
    return behind if over_night and _UNTIL.search(text, hour.end, end.start) else None


def _told_with(hour: TimexCandidate, day: TimexCandidate, text: str) -> TimexCandidate:
    """The day of an hour before it, of which the words before the hour tell: "at 5pm, not at 6pm as first planned, on Friday"."""
    sure = day.pointing.direction is Direction.AHEAD and day.pointing.strong
    pointing = day.pointing if sure or hour.pointing.direction is Direction.OPEN else hour.pointing
    return replace(day, pointing=pointing, barred=hour.barred if "," in text[hour.end : day.start] else day.barred)


def _names_a_day(candidate: TimexCandidate) -> bool:
    phrases = candidate.expression.phrases
    return bool(phrases) and phrases[-1].grain in DAY_GRAINS


def _day_behind_it(text: str, candidates: Sequence[TimexCandidate], index: int) -> int | None:
    """The day that follows an hour in its clause with nothing but a place or an aside between them."""
    hour = candidates[index]
    if _IN_A_BRACKET.search(text, max(0, hour.start - 42), hour.start):
        # "7pm GMT (2pm EST) on Tuesday": in another zone it may be another day.
        return None
    for behind in range(index + 1, min(len(candidates), index + 1 + _NEXT)):
        day = candidates[behind]
        if day.sentence != hour.sentence or day.start - hour.end > _REACH:
            return None
        between = text[hour.end : day.start]
        if not day.expression.phrases:
            continue
        if not _names_a_day(day) or day.expression.last is not None or text.startswith(("'", "’"), day.end):
            return None
        if day.expression.clock is not None:
            listed = _LIST.fullmatch(between) and _is_later(day, hour)
            return behind if listed or _INSTEAD.fullmatch(between) else None
        return behind if _leads_to_its_day(between) else None
    return None


def _is_later(other: TimexCandidate, hour: TimexCandidate) -> bool:
    """Whether the hour of another expression comes later on the clock: "shuts at 8pm and reopens at 6am on Friday" is two days."""
    first, second = hour.expression.clock, other.expression.clock
    return first is not None and second is not None and (first.hour, first.minute) < (second.hour, second.minute)


def _leads_to_its_day(between: str) -> bool:
    found = _TO_ITS_DAY.fullmatch(_ON_ITS_DAYS.sub("", between))
    return found is not None and all(_is_place(each) for each in _PLACE.finditer(found["places"]))


def _is_place(found: re.Match[str]) -> bool:
    """Whether words with a preposition tell where, to where or against whom: "in the town hall, Kellmouth"."""
    words = found["words"].replace(",", "").split()
    lower = [word.lower() for word in words]
    if words[0][0].isupper():
        return not _NOT_IN_A_PLACE & set(lower[1:]) - {"and"}
    if found["preposition"] in _TO_A_NAME:
        return False
    if lower[0] not in _ARTICLES:
        return lower[0] in _BARE_PLACES and len(words) == 1
    inner = [word for word in words[1:] if word[0].islower()]
    if not words[1:] or any(_no_part_of_a_place(word, found["preposition"]) for word in inner):
        return False
    return all(
        lower[n - 1] in _PARTS_OF_PLACES or words[n + 1][:1].isupper()
        for n, word in enumerate(lower[:-1])
        if word == "of"
    )


def _no_part_of_a_place(word: str, preposition: str) -> bool:
    event = preposition != "at" and class_of(word) not in {None, "court"}
    return event or word in _NOT_IN_A_PLACE or (word.endswith("ed") and len(word) > 4)


def _day_before_it(text: str, candidates: Sequence[TimexCandidate], index: int) -> int | None:
    """The last day named in the sentence of an hour, or in the sentence before.

    Of the sentence before, a day behind is not meant by an hour ahead ("It had been due on Monday. It opens at 6.40am").
    """
    hour = candidates[index]
    ahead = hour.pointing.direction is Direction.AHEAD
    of_a_match = _OF_A_MATCH.search(text, max(0, hour.start - _BEFORE_HOUR), hour.start) is not None
    for before in range(index - 1, max(-1, index - 1 - _NEXT), -1):
        day = candidates[before]
        reach = 2 if ahead and day.pointing.direction is Direction.AHEAD else 1
        if hour.sentence - day.sentence > reach or "\n" in text[day.end : hour.start]:
            return None
        if _names_a_day(day):
            if day.sentence != hour.sentence and ahead and (day.barred or day.pointing.direction is Direction.BACK):
                continue
            if (
                of_a_match
                and day.sentence != hour.sentence
                and _NO_MATCH.search(text, max(0, day.start - _CLAUSE), day.start)
            ):
                # "He is to have surgery on Tuesday. Kick-off is at 7.45pm": of the match that the page is about.
                continue
            return before
    return None


_BEFORE_HOUR: Final = 40
_OF_A_MATCH: Final = late_pattern(
    r"(?:^|[.!?] )(?:The )?(?:[Kk]ick-?off|[Tt]ip-?off|[Tt]hrow-in)(?: time)? (?:is|will be)(?: at)? $"
)
_NO_MATCH: Final = late_pattern(
    r"\b(?:surgery|operation|scans?|tests?|medical|specialist|hearing|tribunal|press conference|train(?:s|ing)?|fly|flies|arrives?)\b"
    r"(?:(?!\b(?:plays?|hosts?|faces?|meets?|visits?|travels?|home|away|v|match|game|final|semi-final|derby|cup|league)\b)[^.;:!?“”])*$"
)
"""Before the day of what somebody does beside a match."""


def _names_another(
    text: str, sentence: tuple[int, int], candidates: Sequence[TimexCandidate], index: int, *, told: bool
) -> bool:
    """Whether the clause of an hour that is not over names a day that is not found to be its own.

    `told`: the sentence before names a day; one until which something lasts does not count then.
    """
    hour = candidates[index]
    begin, end = _clause(text, sentence, hour)
    if _HABIT.search(text, begin, end):
        return True
    if hour.pointing.direction is Direction.BACK and not hour.barred:
        return False
    if _UNKNOWN_DAY.search(text, begin, end) or (
        not told and (_THE_TOLD_DAY.search(text, begin, end) or _OF_A_FEAST.search(text, begin, end))
    ):
        return True
    near = candidates[max(0, index - 2 * _NEXT) : index + 1 + 2 * _NEXT]
    if any(
        not any(each.start <= weekday.start() < each.end for each in near)
        for weekday in _WEEKDAY.finditer(text, begin, end)
    ):
        return True
    if any(end <= each.start < sentence[1] and _names_a_day(each) and _is_later(each, hour) for each in near):
        # "Speaks at 9pm; his rival follows at 10pm on Monday": one evening.
        return True
    others = [each for each in near if begin <= each.start < end and each is not hour]
    return any(_is_other_day(text, each, hour) for each in others if not (told and each.strictly_ahead))


def _goes_with_what_follows(
    text: str, sentence: tuple[int, int], candidates: Sequence[TimexCandidate], index: int
) -> bool:
    """Whether an hour is that of what goes with something of which the next sentence tells the day: "Doors open at 7pm. The concert is on Friday"."""
    hour = candidates[index]
    if not _GOES_WITH.search(text, max(sentence[0], hour.start - _CLAUSE), min(sentence[1], hour.end + _CLAUSE)):
        return False
    behind = candidates[index + 1 : index + 1 + _NEXT]
    return any(
        each.sentence == hour.sentence + 1
        and _names_a_day(each)
        and each.pointing.direction is not Direction.BACK
        and "\n" not in text[hour.end : each.start]
        for each in behind
    )


_GOES_WITH: Final = late_pattern(
    r"(?i)\b(?:coverage|build-?up|broadcast|live ?stream|commentary|doors|gates|turnstiles|warm-?up|check-in|registration|kick-?off|tip-?off|support acts?)\b"
)


def _clause(text: str, sentence: tuple[int, int], hour: TimexCandidate) -> tuple[int, int]:
    begin, end = max(sentence[0], hour.start - _CLAUSE), min(sentence[1], hour.end + _CLAUSE)
    for edge in _CLAUSE_BEGINS.finditer(text, begin, hour.start):
        begin = edge.end()
    ends = _CLAUSE_ENDS.search(text, hour.end, end)
    return begin, ends.start() if ends else end


def _is_other_day(text: str, other: TimexCandidate, hour: TimexCandidate) -> bool:
    """Whether an expression in the clause of an hour tells that the hour may not be one of the day of publication."""
    phrases = other.expression.phrases
    if not phrases or other.pointing.direction is Direction.BACK:
        return False
    if not _names_a_day(other):
        later = (phrases[0].shift or 0) > 0 or other.pointing.direction is Direction.AHEAD
        return later and phrases[0].grain in {Grain.WEEK, Grain.MONTH}
    aside = _NOT_ITS_DAY.search(text, max(hour.end, other.start - 24), other.start) if other.start > hour.end else None
    return aside is None or _COUNTED_FROM.search(text, hour.end, other.start) is not None
