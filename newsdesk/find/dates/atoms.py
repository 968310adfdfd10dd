"""The atoms of time expressions: what patterns find in news English, before anything is joined. Linear."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from newsdesk.find.calendar_words import MONTH_NAMES, ZONE_OFFSETS
from newsdesk.find.dates import makers as make
from newsdesk.find.dates.phrases import Expression, Grain
from newsdesk.late_pattern import late_pattern

_MONTH: Final = (
    rf"(?:{MONTH_NAMES}"
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
_ANY_YEAR: Final = rf"(?:{_YEAR}|1[0-8]\d\d(?![\d,.]\d|\d| ?(?:GMT|UTC|hours|hrs|local|people|men|women|troops|soldiers|workers|miles|km)\b))"
"""A year of history, too: behind a month."""
TO: Final = r"(?: ?[-–—] ?| to | until | till | through | thru )"
_AND: Final = r"(?: and | ?& ?)"
_PART: Final = r"(?i:morning|afternoon|evening|night)"
_LATE: Final = r"(?:(?i:earlier|later|early|late|sometime)(?: on)? )?"
_ZONE_LETTERS: Final = "|".join(
    [*sorted((name.upper() for name in ZONE_OFFSETS if " " not in name), key=len, reverse=True), "ET", "CT", "MT", "PT"]
)
_ZONE: Final = (
    rf"(?:(?:{_ZONE_LETTERS})(?![A-Za-z])"
    r"|local time|local(?=[),.;]|$| on\b| in\b| at\b)|(?:[A-Z][a-z]{2,12} ){1,3}[Tt]ime\b"
    rf"|(?:Eastern|Central|Mountain|Pacific)(?=[,.;)]|$| \(| (?:on|next|this|today|tomorrow|tonight)\b| {_SHORT_WEEKDAY}))"
)

_SET_FOR: Final = (
    "(?:"
    + "|".join(f"(?<={verb} )" for verb in ("planned", "scheduled", "rescheduled", "set", "due", "billed", "slated"))
    + ")for"
)
"""Before the hour of something to come; before other hours "for" tells how long."""


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


_FEW: Final = r"(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HOLIDAY: Final = (
    r"(?:Christmas Day|Christmas Eve|Boxing Day|New Year['’]s (?:Eve|Day)|Valentine['’]s Day|Saint Patrick['’]s Day|St\.? Patrick['’]s Day"
    r"|May Day|Bastille Day|Halloween|Fourth of July)"
)
_FEAST: Final = r"(?:Palm Sunday|Maundy Thursday|Good Friday|Holy Saturday|Easter (?:Sunday|Monday)|Ash Wednesday|Shrove Tuesday|Ascension Day|Whit (?:Sunday|Monday))"
_NO_HOLIDAY: Final = r" (?:[Aa]greement|[Aa]ccords?|[Dd]eal|peace (?:deal|agreement|accord)|sales?|spirit|traditions?|shoppers|cards?|costumes?|presents|films?)\b"
"""After a holiday's name: a treaty, or what goes with the day of every year."""
_STREET: Final = r" (?:Street|Road|Avenue|Square|Bridge|Movement|Brigade|Stadium|Boulevard|Coalition|Alliance|Foundation|Museum|Memorial|Commission|Committee)\b"
"""After a day of a month: a name made of it."""


_NO_NOUN_AFTER: Final = (
    r"[.,;:!?)”\"\n]|$| [–—-] | [A-Z(]"
    r"| (?:and|but|or|to|in|at|with|without|for|as|after|when|while|because|before|if|unless|that|which|who|by|from|on|is|are|was|were|will|would|despite|against|near|outside|across|amid|said|says|told|under|over|alone|he|she|it|they|we)\b"
)
"""Behind "the weekend": no noun of which it only says of what kind it is, "the weekend row"."""
_Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str]], Expression | None]]
_NUMBER_OF_A_DAY: Final = (
    r"(?:,? (?:the )?(?P<ordinal>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b"
    r"| (?P<day>3[01]|[12]\d|[1-9])(?=[.,;:!?)\n](?!\d)|$| (?:and|but|at|from|until|with|where|when|as|after|before|because|it|he|she|they|we)\b"
    rf"| to {_SHORT_WEEKDAY} ))"
)
"""After a weekday: "Friday 18", "Saturday the 5th", not "on Friday 18 people"."""
_YEAR_AFTER: Final = rf"(?:,? (?P<year>{_ANY_YEAR}))?"
_OF: Final = r"(?: of)? "
_WEEKS_LATER: Final = (
    rf"\b(?P<number>\d{{1,2}}|{_FEW}) (?P<unit>(?i:weeks?|fortnights?)) (?i:later|afterwards?|after that)\b(?! than)"
)
_MONTHS_ON: Final = rf"\b(?P<number>{_FEW}) (?P<unit>(?i:months?|years?)) (?i:from )?(?P<word>(?i:today|tomorrow))\b(?! (?:since|that)\b)"
_ON_FROM: Final = rf"\b(?P<number>{_FEW}) (?P<unit>(?i:weeks?|fortnights?)) (?i:on |from )?(?P<weekday>{_WEEKDAY}|today|tomorrow)\b(?! since\b)"

_RULES: Final[tuple[_Rule, ...]] = tuple(
    (trigger, late_pattern(pattern), maker)
    for trigger, pattern, maker in (
        (
            "month",
            rf"{_EDGE}(?:the )?(?P<first>{_DAY}){TO}(?:the )?(?P<day>{_DAY}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.calendar_range,
        ),
        (
            "list",
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
            "list",
            rf"{_EDGE}(?:the )?(?P<first>{_DAY})(?P<more>(?:, {_DAY}){{1,5}}),?{_AND}(?:the )?(?P<day>{_DAY}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.day_list,
        ),
        (
            "list",
            rf"{_LEFT}(?P<month>{_MONTH}) (?P<first>{_DAY})(?P<more>(?:, {_DAY}){{1,5}}),?{_AND}(?P<day>{_DAY}){_NOT_A_DAY}{_YEAR_AFTER}(?!\w)",
            make.day_list,
        ),
        (
            "month",
            rf"{_EDGE}(?:the )?(?P<first>{_DAY})(?:{_AND}(?:the )?|/(?=\d\d? [A-Z]))(?P<day>{_DAY}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w)",
            make.day_pair,
        ),
        (
            "list",
            rf"{_LEFT}(?P<month>{_MONTH}) (?P<first>{_DAY}){_AND}(?P<day>{_DAY}){_NOT_A_DAY}{_YEAR_AFTER}(?!\w)",
            make.day_pair,
        ),
        (
            "list",
            rf"{_EDGE}(?P<day>{_DAY})(?=(?:, {_DAY}){{0,5}},?{_AND}(?:the )?{_DAY}{_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w))",
            make.calendar,
        ),
        (
            "month",
            rf"{_EDGE}(?:the )?(?P<day>{_DAY}|(?<=the ){_ORDINAL}){_OF}(?P<month>{_MONTH}){_YEAR_AFTER}(?!\w|-[a-z]|{_STREET})",
            make.calendar,
        ),
        (
            "month",
            rf"{_LEFT}(?P<month>{_MONTH}) (?:the )?(?:(?P<day>{_DAY}|{_ORDINAL}){_NOT_A_DAY}(?!\w)){_YEAR_AFTER}(?!\w|{_STREET})",
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
            rf"\b(?P<name>{_HOLIDAY}){_YEAR_AFTER}(?!\w|{_NO_HOLIDAY})",
            make.holiday,
        ),
        ("holiday", rf"\b(?P<name>{_FEAST}){_YEAR_AFTER}(?!\w|{_NO_HOLIDAY})", make.feast),
        (
            "told",
            (
                rf"\b{_LATE}(?i:(?P<which>(?:the )?(?:very )?(?:next|following|previous|preceding)|(?:the|that) same|(?<!as )that)) (?P<part>(?i:day)|{_PART})"
                r"(?!['’]s\b|[\w-]| (?:after|before|care|job|one|or|of|that|trad\w+|labou?re\w+|school|when|as)\b)"
            ),
            make.told,
        ),
        ("told", r"\b(?P<which>(?i:later|earlier) in the) (?P<part>day)\b(?!-)", make.told),
        (
            "told",
            rf"\b(?P<number>\d{{1,2}}|{_FEW}) days? (?P<way>(?i:later|earlier|afterwards?))\b(?! than)",
            make.days_later,
        ),
        ("weeks", _WEEKS_LATER, make.weeks_later),
        ("fortnights", _WEEKS_LATER, make.weeks_later),
        (
            "told",
            rf"\b(?P<number>\d{{1,2}}|{_FEW}|(?i:the)) days? (?P<way>(?i:after|before))(?=[.,;)]|$)",
            make.days_later,
        ),
        (
            "weekday told",
            (
                rf"\b(?i:the )(?:(?P<which>(?i:following|previous|preceding)) (?P<weekday>{_WEEKDAY})"
                rf"|(?P<bare>{_WEEKDAY}) (?P<way>(?i:after|before))(?=[.,;)]|$))(?: (?P<part>{_PART}))?(?!\w)"
            ),
            make.weekday_told,
        ),
        ("weeks", _ON_FROM, make.week_on),
        ("fortnights", _ON_FROM, make.week_on),
        ("months on", _MONTHS_ON, make.months_on),
        ("years on", _MONTHS_ON, make.months_on),
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
                r" (?P<unit>(?i:days?|weeks?|fortnights?|months?|years?)) (?P<way>(?i:ago|from now))\b"
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
            "in days",
            (
                r"\b(?i:in) (?:(?P<days>\d{1,2}|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) days"
                r"|(?P<weeks>(?i:a|one|two|three)) (?P<unit>(?i:week|fortnight))s?(?:['’]s?)?(?P<time> time)?)\b(?!['’]| (?:of|or|at|to)\b)"
            ),
            make.in_days,
        ),
        (
            "weekday",
            (
                rf"\bthe (?P<which>(?i:first|second|third|fourth|last)) (?P<weekday>{_WEEKDAY}) (?:of|in) "
                rf"(?:(?P<month>{_MONTH}){_YEAR_AFTER}|next month)(?!\w)"
            ),
            make.nth_weekday,
        ),
        ("weekday", rf"{_LEFT}(?P<weekday>{_WEEKDAY}){_NUMBER_OF_A_DAY}", make.weekday_and_number),
        ("short", rf"{_LEFT}(?P<weekday>{_SHORT_WEEKDAY}){_NUMBER_OF_A_DAY}", make.weekday_and_number),
        (
            "weekday",
            (
                rf"{_LEFT}{_LATE}(?:(?P<modifier>(?i:next|this coming|this past|this|last|past|coming|upcoming|following|previous)) )?"
                rf"(?P<weekday>{_WEEKDAY})(?: (?P<part>{_PART}))?"
                r"(?:,? (?:of )?(?P<week>(?i:next|last|this)) week\b|(?P<after> week| fortnight| next(?=[.,;:!?)\n]|$))\b(?! of))?(?!\w|-[a-z])"
            ),
            make.weekday,
        ),
        (
            "weekend",
            (
                r"\b(?:(?P<lead>(?i:at|over|on|during|for)) )?(?:(?P<which>(?i:this coming|this)) (?i:weekend)\b(?![-–]| of\b)"
                rf"|(?P<the>(?i:the coming|the)) (?i:weekend)\b(?={_NO_NOUN_AFTER}))"
            ),
            make.weekend,
        ),
        (
            "within",
            r"\b(?i:within) (?P<next>(?i:the (?:next|coming) ))?(?P<hours>24|48|72) hours\b(?![-'’]| (?:of|after|from|before|or)\b)",
            make.within_hours,
        ),
        (
            "end of",
            r"\b(?i:by|until|till) (?i:the )?(?i:end of )(?P<what>(?i:the|this) (?i:month))\b(?!['’-])",
            make.this_month,
        ),
        (
            "week",
            (
                r"\b(?:(?i:early|late|earlier|later|sometime) )?(?:(?i:the) )?(?P<modifier>(?i:next|this|last|coming|past)) "
                rf"(?P<unit>(?i:week|weekend|month|year)|{MONTH_NAMES})\b(?!['’]?s?[- ]long| of\b)"
            ),
            make.period,
        ),
        ("week", r"\b(?i:the )?(?i:week after next)\b", make.week_after_next),
        ("month", rf"{_LEFT}(?P<month>{_MONTH})(?: of|,)? (?P<year>{_ANY_YEAR})(?!\w)", make.month),
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
            "old",
            (
                r"\b(?i:in|since|until|till|during|early|late|mid|summer|spring|autumn|winter)[ -](?:the (?:summer|spring|autumn|winter) of )?"
                r"(?P<year>1[0-8]\d\d)(?=[.,;:)–]|$| (?:the|a|he|she|it|they|when|and|by|his|to)\b| [A-Z])"
            ),
            make.year,
        ),
        (
            "minutes",
            (
                rf"\b(?P<number>\d{{1,2}}|{_FEW}) minutes? (?P<way>(?i:past|after|before|to)) (?P<word>(?i:noon|midday|midnight))\b"
                rf"(?: (?P<zone>{_ZONE}))?"
            ),
            make.minutes_from,
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
                rf"(?:\b(?P<at>(?i:at|from|by|until|till|before|after|around|about|to)|{_SET_FOR}) )?"
                r"(?:\b(?P<word>(?i:noon|midday|midnight))\b"
                r"|(?<![\w:.,/$£€-])(?P<hour>\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= o['’]clock))"
                r"(?:(?P<colon>[:.])(?P<minute>\d\d))?(?!\d|[:.]\d)(?: ?(?P<half>[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)|(?P<clock> o['’]clock\b))?)"
                rf"(?: (?P<zone>{_ZONE}))?(?P<part> in the (?:morning|afternoon|evening)\b| at night\b)?(?P<near>(?= this (?:morning|afternoon|evening)| tonight))?"
            ),
            make.clock,
        ),
        (
            "hours",
            (
                rf"\b(?:(?P<at>(?i:at|from|by|until|till|before|after|around|about|to(?= 0))) )?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
                rf"(?:(?: (?:hours|hrs))?(?: (?P<zone>{_ZONE}))|(?P<hours> (?:hours|hrs)\b)|(?= on (?:{_WEEKDAY}|\d|the \d|{_MONTH})| {_WEEKDAY}))"
            ),
            make.four_figures,
        ),
        (
            "spoken",
            (
                r"\b(?P<spoken>(?i:half past|quarter past|quarter to)) "
                r"(?P<hour>(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b"
                r"(?P<part> in the (?:morning|afternoon|evening)\b| at night\b)?"
            ),
            make.spoken_clock,
        ),
        (
            "in words",
            (
                r"\b(?:at|from|by|until|till) (?P<hour>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
                r"(?:(?P<part> in the (?:morning|afternoon|evening)\b| at night\b)"
                rf"|(?=[.,;:)]|$|\n| and\b| (?:on|this|tomorrow|tonight|{_WEEKDAY})\b))"
            ),
            make.hour_in_words,
        ),
        (
            "ordinal",
            (
                r"\b(?i:on|for) the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)) and (?:the )?(?P<last>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
                r"(?= of (?:this|the) month\b|[.,;:!?\n)]|$)"
            ),
            make.days_of_month,
        ),
        (
            "ordinal",
            (
                r"\b(?i:on|by|until|from|before|since|after|(?:scheduled|set|fixed|listed|due|planned|booked|pencilled in|slated|billed|arranged) for|(?:night|morning|evening|afternoon) of) the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
                r"(?=[.,;:!?\n)]|$| (?:and|but|at|in|(?:of )?(?:this|next|last) month|the|an?|he|she|it|they|we|his|her|their|its|when|with|both|all|there|this|these|some|two|three)\b)"
            ),
            make.day_of_month,
        ),
    )
)
_TRIGGERS: Final = {
    "month": late_pattern(r"[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)"),
    "list": late_pattern(r"(?: and (?:the )?|& ?)\d"),
    "figures": late_pattern(r"\d[/.-]\d"),
    "year": late_pattern(r"(?:19|20)\d\d"),
    "holiday": late_pattern(
        "Christmas|Boxing|New Year|Valentine|Patrick|May Day|Bastille|Halloween|Fourth of|Palm|Maundy|Good F|Holy|Easter|Ash W|Shrove|Ascension|Whit "
    ),
    "ordinal": late_pattern(r"the [1-3]?\d(?:st|nd|rd|th)"),
    "hours": late_pattern(r"[0-2]\d[0-5]\d (?:hours|hrs|on |local|[A-Z])"),
    "old": late_pattern(r"1[0-8]\d\d"),
    "short": late_pattern(r"[MTWFS](?:on|ue|ues|ed|hu|hur|hurs|ri|at|un)\.?,? (?:the )?\d"),
}
"""A part of every expression that the rules of that name find; they are tried around it alone.

None looks at what follows it: where a stretch ends, a rule takes a beginning ("tonight" of "tonights") for a whole word, and
only a trigger that finds the same beginning makes the stretch go on. Nearly all begin with one letter or a set of them and match a little too much: the engine skips what cannot begin a match,
which makes the search several times as fast."""
_TRIGGERS_IN_LOWER_CASE: Final = {
    "told": late_pattern(r" (?:day|morning|afternoon|evening|night)"),
    "near": late_pattern(r"[dnmv](?:ay|ight|orrow|orning|ening|oon)"),
    "ago": late_pattern(r"[af'’](?:go|rom now| time)"),
    "in days": late_pattern(r"in (?:\d\d?|[a-z]+) (?:days|week|fortnight)"),
    "weekday": late_pattern(r"day(?<=[nsir]day)"),
    "week": late_pattern(r"[ntlcpw](?:ext|his|ast|oming|eeks?) "),
    "weekend": late_pattern(r"weekend"),
    "within": late_pattern(r"within "),
    "end of": late_pattern(r"end of th"),
    "weeks": late_pattern(r"weeks? (?:on |from )?[mtwfsla]"),
    "fortnights": late_pattern(r"fortnights? (?:on |from )?[mtwfsla]"),
    "months on": late_pattern(r"months? (?:from )?to[dm]"),
    "years on": late_pattern(r"years? (?:from )?to[dm]"),
    "weekday told": late_pattern(r"[dfp](?:ay (?:after|before)|ollowing |revious |receding )"),
    "minutes": late_pattern(r"minutes? (?:past|after|before|to) "),
    "spoken": late_pattern(r"[fr] (?:past|to) "),
    "in words": late_pattern(r"[tmyl] (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"),
    "clock": late_pattern(
        r"[\d'’nm](?:(?<=\d)(?: ?[ap]\.?m|[:.]\d\d| this (?:morn|after|even)| in the (?:morn|after|even))|clock|oon|idday|idnight)"
    ),
}
"""The same for rules that do not look at capitals: searched in lower case, which is twice as fast."""
_REACH: Final = 90
"""Characters to either side of a trigger that an expression around it can take, with what must not stand beside it."""

_HABIT: Final = late_pattern(r"(?i)\b(?:each|every|(?:each|every) (?:other|second)|one|on alternate|most|any) $")
_NAMED_DAY: Final = late_pattern(
    r"(?i)\b(?:black|bloody|good|palm|ash|easter|super|holy|maundy|shrove|whit|cyber|the mail on|mail on|manic|ruby|freaky) $"
)
_NAMED_AFTER: Final = late_pattern(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Night (?:Live|Football)|Morning (?:Herald|Post)|Independent|World)\b"
)
_CALLED_THE: Final = late_pattern(r"(?i)\bthe $")
_CIRCLE: Final = late_pattern(
    r" (?:[Cc]lub|[Gg]roup|[Ss]ociety|[Cc]ircle|[Cc]hoir|Movement|Campaign|Forum|Commission|Players|Singers|Market|Front|Collective|Foundation|Alliance|Coalition)\b(?! (?:stage|phase|match(?:es)?|games?|meetings?|sessions?|stages|training|night)\b)"
)
"""After a weekday with "the": a body that is called by it, "the Monday club"."""
_BODY: Final = late_pattern(
    r" (?:Movement|Front|Brigades?|Battalion|Regiment|Party|Coalition|Alliance|Collective|Committee|Foundation|Institute|Society|Association|Campaign|Forum|University|Hospital"
    r"|Airport|Stadium|Barracks|Square|Avenue|Street|Bridge|Park|Boulevard|Market|School|Museum|Theatre|Station)\b"
    r"(?! (?i:party|parties|fair|meetings?|conferences?|rally|concerts?|summit|hearings?|elections?|votes?|talks|races?|match|parade|opening|sessions?)\b)"
)
"""After a date by which a body or a place is called: "the 14 July Movement"."""
_STREET_OF: Final = late_pattern(
    r"\b(?:Avenue|Street|Square|Plaza|Place|Road|Boulevard|Bridge|Quay|Park|Stadium|University|Hospital|Airport|School|Museum|Barracks|Rue|Calle|Avenida|Plaça|Praça|Piazza|Via|Movement|Front|Brigade|Party)"
    r" (?:of|du|de|del|do|da|dell) (?:the )?$"
)
"""Before a date by which a place is called: "the Avenue of 9 October"."""
_NIGHT_SHOW: Final = late_pattern(r" (?:Football|Live)\b")
_HABIT_AFTER: Final = late_pattern(rf"(?: (?:and|or) {_WEEKDAY})? (?:mornings|afternoons|evenings|nights)\b|s\b")
_PROGRAMME_AFTER: Final = late_pattern(r" (?:news|bulletin|show|programme|shadow)\b")
_NTH: Final = late_pattern(r"(?i)\b(?:first|second|third|fourth|fifth|last|final|penultimate) $")
_OF_A_MONTH: Final = late_pattern(rf" (?:of|in) (?:(?:the|each|every|any|a) |{_MONTH})")
_SOME: Final = late_pattern(r"(?i)\b(?:on|for|from) an? $")
_GENERIC_AFTER: Final = late_pattern(r"(?=[.,;:!?)]|$)| (?:in|at|or|and|when|with|to|because|but|this)\b")
_NAMED_BY: Final = late_pattern(r" (?:after|before|on which)\b")
_RITUAL_AFTER: Final = late_pattern(r" (?:lunch|roast|best|school|papers?|supplement|league)\b")
_OF_OUR_TIME: Final = late_pattern(
    r"['’]s (?:world|society|era|age|youth|young|generation|economy|children|standards|prices|money)\b"
)
_SOME_OF: Final = late_pattern(r"(?i)\b(?:many|most|some|much|few|all) of $")


_NAMED_AFTER_IT: Final = late_pattern(
    r" (?!(?:and|but|or|at|in|on|for|from|until|till|to|by|with|as|when|after|before|is|was|will|has|had|this|last|next|eve|night|morning|afternoon|evening|the|it|he|she|they|we)\b)[a-z]{3,}"
)


def is_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether a feast's or a holiday's name tells of what kind something is: "the Boxing Day match"."""
    return re.fullmatch(rf"{_HOLIDAY}|{_FEAST}", text[start:end]) is not None and bool(_NAMED_AFTER_IT.match(text, end))


def atoms(text: str) -> list[Expression]:
    """The atoms in order; earlier rules take their words before later ones."""
    taken = bytearray(len(text))
    found: list[Expression] = []
    around = {trigger: _stretches(pattern, text) for trigger, pattern in _TRIGGERS.items()}
    lower = _lower(text)
    around |= {trigger: _stretches(pattern, lower) for trigger, pattern in _TRIGGERS_IN_LOWER_CASE.items()}
    for trigger, pattern, maker in _RULES:
        for stretch in around[trigger]:
            for match in pattern.finditer(text, *stretch):
                expression = maker(match)
                if expression is None or any(taken[expression.start : expression.end]) or _is_no_date(text, expression):
                    continue
                taken[expression.start : expression.end] = b"\x01" * (expression.end - expression.start)
                found.append(expression)
    return sorted(found, key=lambda each: each.start)


def _lower(text: str) -> str:
    """The text in lower case, letter by letter: a few letters would become two, and every offset behind them wrong."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := one.lower()) == 1 else one for one in text)


def _stretches(trigger: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where an expression with this trigger can stand."""
    found: list[tuple[int, int]] = []
    for match in trigger.finditer(text):
        start, end = max(0, match.start() - _REACH), match.end() + _REACH
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_no_date(text: str, atom: Expression) -> bool:
    """Habits ("every Friday"), named days ("Black Friday"), newspapers ("Sunday Times") and counts after "in May"."""
    if not atom.phrases:
        return bool(_PROGRAMME_AFTER.match(text, atom.end))
    before = text[max(0, atom.start - 20) : atom.start]
    phrase = atom.phrases[0]
    if phrase.grain is Grain.CALENDAR and not phrase.year:
        called = _CALLED_THE.search(before) and _BODY.match(text, atom.end)
        if called or _STREET_OF.search(before):
            return True
    if phrase.grain is Grain.WEEKDAY:
        named = _NAMED_DAY.search(before) or _NAMED_AFTER.match(text, atom.end)
        named = named or (_CALLED_THE.search(before) and _CIRCLE.match(text, atom.end))
        named = named or (_NIGHT_SHOW.match(text, atom.end) if atom.part else None)
        if named or _HABIT.search(before) or _HABIT_AFTER.match(text, atom.end) or _RITUAL_AFTER.match(text, atom.end):
            return True
        nth = phrase.modifier == "last" or _NTH.search(before)
        if nth and _OF_A_MONTH.match(text, atom.end):
            # "The first Monday of June": a rule, no day.
            return True
        if _SOME.search(before) and _GENERIC_AFTER.match(text, atom.end):
            # "It falls on a Wednesday": any.
            return True
        # "The Monday after the vote": another event tells which.
        return before.lower().endswith("the ") and not phrase.modifier and bool(_NAMED_BY.match(text, atom.end))
    if phrase.grain is Grain.NEAR and phrase.shift in {0, 1}:
        # "Today's world", "the people of tomorrow": an age, no day.
        age = (
            before.lower().endswith((" of", " of ")) and phrase.shift == 1 and not text.startswith(("'", "’"), atom.end)
        )
        return bool(age or _OF_OUR_TIME.match(text, atom.end) or _SOME_OF.search(before))
    if phrase.grain is Grain.CALENDAR and phrase.month and not phrase.year and text[atom.start].isupper():
        # "In May 15 people ...": a month, then a count.
        return before.lower().endswith("in ") and bool(re.match(r" [a-z]{3,}", text[atom.end : atom.end + 5]))
    return False
