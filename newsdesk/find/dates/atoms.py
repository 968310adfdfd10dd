"""The atoms of time expressions: what patterns find in news English, before anything is joined. Linear."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from newsdesk.find.dates import makers as make
from newsdesk.find.dates.phrases import Expression, Grain

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\.?)"
)
_WEEKDAY: Final = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_SHORT_WEEKDAY: Final = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?![a-z])\.?)"
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_ORDINAL: Final = (
    r"(?i:twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first|thirtieth|twentieth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth)"
)
_YEAR: Final = r"(?:19|20)\d\d(?![\d,.]\d|\d)"
TO: Final = r"(?: ?[-–—] ?| to | until | till | through | thru )"
_PART: Final = r"(?i:morning|afternoon|evening|night)"
_LATE: Final = r"(?:(?i:earlier|later|early|late|sometime)(?: on)? )?"
_ZONE: Final = (
    r"(?:(?:GMT|BST|UTC|CEST|CET|EEST|EET|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|JST|KST|SGT|HKT|AEST|AEDT|WEST|WET|TRT|GST"
    r"|ET|CT|MT|PT)(?![A-Za-z])|local time|local(?=[),.;]|$| on\b| in\b| at\b)|(?:[A-Z][a-z]{2,12} ){1,3}[Tt]ime\b)"
)


def _clock_end(number: int) -> str:
    """The pattern of one end of a stretch of hours."""
    return (
        rf"(?:\b(?P<word{number}>(?i:noon|midday|midnight))\b"
        rf"|(?<![\w:.,/$£€])(?P<hour{number}>\d{{1,2}})(?:[:.](?P<minute{number}>\d\d))?"
        rf"(?: ?(?P<half{number}>[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b))?)"
    )


_NOT_A_DAY: Final = (
    r"(?!\d|[.,:/]\d|\s?(?:%|per ?cent|million|billion|trillion|bn\b|km\b|mph\b|miles|metres|meters|degrees|people|[ap]\.?m\b"
    r"|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|times\b|pounds|dollars|euros|cents))"
)
_EDGE: Final = r"(?<![\w/.,$£€#-])"
_LEFT: Final = r"(?<![\w$£€#/])"


_Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str]], Expression | None]]
_YEAR_AFTER: Final = rf"(?:,? (?P<year>{_YEAR}))?"
_OF: Final = r"(?: of)? "

_RULES: Final[tuple[_Rule, ...]] = tuple(
    (trigger, re.compile(pattern), maker)
    for trigger, pattern, maker in (
        (
            "month",
            rf"{_EDGE}(?:the )?(?P<first>{_DAY}){TO}(?:the )?(?P<day>{_DAY}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.calendar_range,
        ),
        (
            "month",
            rf"(?i:\bbetween ){_LEFT}(?:the )?(?P<first>{_DAY}) and (?:the )?(?P<day>{_DAY}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.calendar_range,
        ),
        (
            "month",
            rf"{_EDGE}(?P<first>{_DAY}) (?P<first_month>{_MONTH}){TO}(?P<day>{_DAY}) (?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.calendar_range,
        ),
        (
            "month",
            rf"{_LEFT}(?P<first_month>{_MONTH}) (?P<first>{_DAY}){TO}(?P<month>{_MONTH}) (?P<day>{_DAY}){_NOT_A_DAY}{_YEAR_AFTER}(?!\w)",
            make.calendar_range,
        ),
        (
            "month",
            rf"{_LEFT}(?P<month>{_MONTH}) (?P<first>{_DAY}){TO}(?P<day>{_DAY}){_NOT_A_DAY}(?! {_MONTH}){_YEAR_AFTER}(?!\w)",
            make.calendar_range,
        ),
        (
            "month",
            rf"{_EDGE}(?:the )?(?P<first>{_DAY}) and (?:the )?(?P<day>{_DAY}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.day_pair,
        ),
        (
            "month",
            rf"{_LEFT}(?P<month>{_MONTH}) (?P<first>{_DAY}) and (?P<day>{_DAY}){_NOT_A_DAY}{_YEAR_AFTER}(?!\w)",
            make.day_pair,
        ),
        (
            "month",
            rf"{_EDGE}(?:the )?(?P<day>{_DAY}|(?<=the ){_ORDINAL}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.calendar,
        ),
        (
            "month",
            rf"{_LEFT}(?P<month>{_MONTH}) (?:the )?(?:(?P<day>{_DAY}|{_ORDINAL}){_NOT_A_DAY}(?!\w)){_YEAR_AFTER}(?!\w)",
            make.calendar,
        ),
        ("figures", rf"(?<![\d/-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", make.iso),
        (
            "figures",
            r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)",
            make.figures,
        ),
        (
            "holiday",
            rf"\b(?P<name>Christmas Day|Christmas Eve|Boxing Day|New Year['’]s (?:Eve|Day)){_YEAR_AFTER}(?!\w)",
            make.holiday,
        ),
        ("near", r"(?i:\b(?:the )?day (?P<side>before|after) (?:yesterday|tomorrow)\b)", make.over_next),
        (
            "near",
            rf"\b{_LATE}(?:(?P<word>(?i:today|tonight|tomorrow|yesterday))(?: (?P<part>{_PART}))?)\b",
            make.near,
        ),
        ("near", rf"\b{_LATE}(?P<word>(?i:last))(?: (?P<part>(?i:night|evening)))\b", make.near),
        ("near", rf"\b{_LATE}(?P<word>(?i:this))(?: (?P<part>{_PART}))\b", make.near),
        (
            "ago",
            (
                r"\b(?P<number>\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
                r" (?P<unit>(?i:days?|weeks?|months?|years?)) (?P<way>(?i:ago|from now))\b"
            ),
            make.ago,
        ),
        (
            "ago",
            (
                r"\b(?i:in) (?P<number>\d{1,2}|(?i:two|three|four|five|six|seven|eight|nine|ten)) (?P<unit>(?i:days|weeks|months))['’]"
                r"(?P<way>) time\b"
            ),
            make.ago,
        ),
        (
            "week",
            rf"\b(?i:an? week (?:on|from|today|tomorrow)) ?(?P<weekday>{_WEEKDAY}|today|tomorrow)\b",
            make.week_on,
        ),
        (
            "weekday",
            (
                rf"{_LEFT}{_LATE}(?:(?P<modifier>(?i:next|this coming|this past|this|last|past|coming|upcoming|following|previous)) )?"
                rf"(?P<weekday>{_WEEKDAY})(?: (?P<part>{_PART}))?"
                r"(?:,? (?:of )?(?P<week>(?i:next|last|this)) week\b|(?P<after> week)\b(?! of))?(?!\w|-[a-z])"
            ),
            make.weekday,
        ),
        (
            "week",
            (
                r"\b(?:(?i:early|late|earlier|later|sometime) )?(?:(?i:the) )?(?P<modifier>(?i:next|this|last|coming|past)) "
                r"(?P<unit>(?i:week|weekend|month|year)|January|February|March|April|May|June|July|August|September|October"
                r"|November|December)\b(?!['’]?s?[- ]long)"
            ),
            make.period,
        ),
        ("month", rf"{_LEFT}(?P<month>{_MONTH})(?: of|,)? (?P<year>{_YEAR})(?!\w)", make.month),
        (
            "month",
            (
                rf"\b(?i:in|since|by|until|till|from|during|of|for|early|late|mid|after|before|through|throughout|last)[ -](?P<month>{_MONTH})"
                r"(?P<year>)(?![\w]|[ ]?\d)"
            ),
            make.month,
        ),
        (
            "year",
            (
                rf"\b(?i:in|since|by|until|till|from|during|of|before|after|early|late|mid|summer|spring|autumn|winter|for|through)[ -](?:the )?"
                rf"(?P<year>{_YEAR})(?!\w|[- ]?(?:people|men|women|troops|soldiers|km|%|metres|miles))"
            ),
            make.year,
        ),
        (
            "clock",
            (
                r"(?:\b(?P<lead>(?i:from|between)) )?"
                + _clock_end(1)
                + r"(?: ?[-–—] ?| to | until | till |(?P<and> and ))"
                + _clock_end(2)
                + rf"(?![\d:]|\.\d|\w)(?: (?P<zone>{_ZONE}))?"
            ),
            make.clock_stretch,
        ),
        (
            "clock",
            (
                r"(?:\b(?P<at>(?i:at|from|by|until|till|before|after|around|about|to)) )?"
                r"(?:\b(?P<word>(?i:noon|midday|midnight))\b"
                r"|(?<![\w:.,/$£€-])(?P<hour>\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= o['’]clock))"
                r"(?:(?P<colon>[:.])(?P<minute>\d\d))?(?![\d:]|\.\d)(?: ?(?P<half>[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)|(?P<clock> o['’]clock\b))?)"
                rf"(?: (?P<zone>{_ZONE}))?"
            ),
            make.clock,
        ),
        (
            "ordinal",
            (
                r"\b(?i:on|by|until|from|before) the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
                r"(?=[.,;:!?\n)]|$| (?:and|but|at|in|of (?:this|next) month)\b)"
            ),
            make.day_of_month,
        ),
    )
)
_TRIGGERS: Final = {
    "month": re.compile(r"[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)"),
    "figures": re.compile(r"\d[/.-]\d"),
    "year": re.compile(r"[12][09]\d\d"),
    "ordinal": re.compile(r"\d(?:st|nd|rd|th)\b"),
    "holiday": re.compile(r"Christmas|Boxing|New Year"),
    "near": re.compile(r"[dnmvDNMV](?i:ay|ight|orrow|orning|ening|oon)\b"),
    "ago": re.compile(r" (?i:ago|from now)\b|['’] (?i:time)"),
    "weekday": re.compile(r"[dD](?i:ay)\b"),
    "week": re.compile(r"[ntlcpwNTLCPW](?i:ext|his|ast|oming|eek) "),
    "clock": re.compile(r"[\d'’nNmM](?:(?<=\d)(?: ?[apAP]\.?[mM]|[:.]\d\d)|(?i:clock|oon|idday|idnight))"),
}
"""A part of every expression that the rules of that name find. Each begins with a set of characters and matches a little
too much: the engine skips what is not in the set, which makes the search five times as fast."""

_HABIT: Final = re.compile(r"(?i)\b(?:each|every|on alternate|most|any) $")
_NAMED_DAY: Final = re.compile(
    r"(?i)\b(?:black|bloody|good|palm|ash|easter|super|holy|maundy|shrove|whit|cyber|the mail on|mail on|manic|ruby|freaky) $"
)
_NAMED_AFTER: Final = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Night (?:Live|Football)|Morning (?:Herald|Post)|Independent|World)\b"
)
_HABIT_AFTER: Final = re.compile(rf"(?: (?:and|or) {_WEEKDAY})? (?:mornings|afternoons|evenings|nights)\b|s\b")
_OF_OUR_TIME: Final = re.compile(
    r"['’]s (?:world|society|era|age|youth|young|generation|economy|children|standards|prices|money)\b"
)
_SOME_OF: Final = re.compile(r"(?i)\b(?:many|most|some|much|few|all) of $")


_REACH: Final = 90
"""Characters on either side of a trigger that hold all of its expression and what its pattern looks at around it."""


def _stretches(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where a rule can find something: around its triggers. Most of a text is never looked at by most rules."""
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        start, end = max(0, match.start() - _REACH), match.end() + _REACH
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def atoms(text: str) -> list[Expression]:
    """The atoms in order; earlier rules take their words before later ones."""
    taken = bytearray(len(text))
    found: list[Expression] = []
    around = {trigger: _stretches(pattern, text) for trigger, pattern in _TRIGGERS.items()}
    for trigger, pattern, maker in _RULES:
        for stretch in around[trigger]:
            for match in pattern.finditer(text, *stretch):
                expression = maker(match)
                if expression is None or any(taken[expression.start : expression.end]) or _is_no_date(text, expression):
                    continue
                taken[expression.start : expression.end] = b"\x01" * (expression.end - expression.start)
                found.append(expression)
    return sorted(found, key=lambda each: each.start)


def _is_no_date(text: str, atom: Expression) -> bool:
    """Habits ("every Friday"), named days ("Black Friday"), newspapers ("Sunday Times") and counts after "in May"."""
    if not atom.phrases:
        return False
    before = text[max(0, atom.start - 20) : atom.start]
    phrase = atom.phrases[0]
    if phrase.grain is Grain.WEEKDAY:
        named = _NAMED_DAY.search(before) or _NAMED_AFTER.match(text, atom.end)
        return bool(named or _HABIT.search(before) or _HABIT_AFTER.match(text, atom.end))
    if phrase.grain is Grain.NEAR and phrase.shift in {0, 1}:
        # "Today's world", "the people of tomorrow": an age, no day.
        age = (
            before.lower().endswith((" of", " of ")) and phrase.shift == 1 and not text.startswith(("'", "’"), atom.end)
        )
        return bool(age or _OF_OUR_TIME.match(text, atom.end) or _SOME_OF.search(before))
    if phrase.grain is Grain.CALENDAR and phrase.month and not phrase.year and text[atom.start].isalpha():
        # "In May 15 people ...": a month, then a count.
        return before.lower().endswith("in ") and bool(re.match(r" [a-z]{3,}", text[atom.end : atom.end + 5]))
    return False
