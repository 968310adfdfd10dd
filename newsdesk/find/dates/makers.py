"""From a match of an atom's pattern to what it says. Each maker returns None where the words turn out to name no time."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.english_calendar import hour_of_day
from newsdesk.find.calendar_words import FEASTS, HOLIDAYS, count, day_number, month_number, weekday_number
from newsdesk.find.change_words import EXTENDED, MOVES
from newsdesk.find.dates.phrases import Clock, Expression, Grain, Phrase
from newsdesk.late_pattern import late_pattern

MOVED_FROM: Final = late_pattern(
    rf"(?i)\b(?:{MOVES}|{EXTENDED})(?: [\w'’-]+){{0,6}}(?<! until)(?<! till)(?<! to) (?:from )?$"
)
"""Before two days that are no range: "moved from 10 June to 12 June" leaves one for the other."""
_BEFORE: Final = 70
"""Characters looked at before a range, and on either side of a rule."""


def calendar(match: re.Match[str]) -> Expression | None:
    """As in "12 May 2025", "May 12"."""
    month = month_number(match["month"])
    day = day_number(match["day"])
    if month is None or day is None or day > 31:
        return None
    year = match["year"]
    phrase = Phrase(Grain.CALENDAR, int(year) if year else None, month, day)
    return Expression(match.start(), match.end(), (phrase,))


def calendar_range(match: re.Match[str]) -> Expression | None:
    """As in "from 14 to 16 May", "28 May to 2 June", "8-10 May"."""
    if MOVED_FROM.search(match.string[max(0, match.start() - _BEFORE) : match.start()]):
        return None
    groups = match.groupdict()
    month = month_number(match["month"])
    first_month = month_number(groups["first_month"]) if groups.get("first_month") else month
    first, last = day_number(match["first"]), day_number(match["day"])
    if month is None or first_month is None or first is None or last is None:
        return None
    if first_month == month and last <= first:
        return None
    year = int(match["year"]) if match["year"] else None
    first_year = year - 1 if year and first_month > month else year
    first_phrase = Phrase(Grain.CALENDAR, first_year, first_month, first)
    last_phrase = Phrase(Grain.CALENDAR, year, month, last)
    return Expression(match.start(), match.end(), (first_phrase,), last_phrase)


def day_pair(match: re.Match[str]) -> Expression | None:
    """As in "10 and 11 May": a range when the days follow each other; else the pattern for single days takes the second."""
    first, last = day_number(match["first"]), day_number(match["day"])
    return calendar_range(match) if first is not None and last == first + 1 else None


def day_list(match: re.Match[str]) -> Expression | None:
    """As in "3, 4 and 5 May": a range when the days follow each other; else the pattern for single days takes them."""
    days = [day_number(each) for each in (match["first"], *match["more"].removeprefix(", ").split(", "), match["day"])]
    first = days[0]
    following = first is not None and days == list(range(first, first + len(days)))
    return calendar_range(match) if following else None


def iso(match: re.Match[str]) -> Expression | None:
    """As in "2025-05-12"."""
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Expression(match.start(), match.end(), (Phrase(Grain.CALENDAR, int(match["year"]), month, day),))


def figures(match: re.Match[str]) -> Expression | None:
    """As in "03/04/2025"."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:
        year += 1900 if year > 50 else 2000
    if not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    if match["sep"] == ".":
        # Full stops always stand day first; "2.5.14" alone is a version.
        if second > 12 or (len(match["year"]) == 2 and len(match["first"] + match["second"]) < 4):
            return None
        return Expression(match.start(), match.end(), (Phrase(Grain.CALENDAR, year, second, first),))
    # The figures stay as printed: `day` the first, `month` the second; the text tells the order.
    return Expression(match.start(), match.end(), (Phrase(Grain.FIGURES, year, second, first),))


def holiday(match: re.Match[str]) -> Expression | None:
    """As in "Christmas Eve 2025"."""
    month, day = HOLIDAYS[match["name"].lower().replace("’", "'").replace(".", "")]
    year = match["year"]
    return Expression(match.start(), match.end(), (Phrase(Grain.CALENDAR, int(year) if year else None, month, day),))


def feast(match: re.Match[str]) -> Expression | None:
    """As in "Good Friday 2025"."""
    year = match["year"]
    phrase = Phrase(Grain.FEAST, int(year) if year else None, shift=FEASTS[match["name"].lower()])
    return Expression(match.start(), match.end(), (phrase,))


_WAYS: Final = {
    "next": 1,
    "following": 1,
    "later": 1,
    "after": 1,
    "afterward": 1,
    "afterwards": 1,
    "same": 0,
    "that": 0,
}


def told(match: re.Match[str]) -> Expression | None:
    """As in "the next day", "the following morning", "that evening", "later that day"."""
    which = match["which"].lower().split()
    part = match["part"].lower()
    if which[-1] != "the" and which[0] not in {"the", "that"}:
        return None
    # "Later in the day" ends with "the".
    phrase = Phrase(Grain.TOLD, shift=0 if which[-1] == "the" else _WAYS.get(which[-1], -1))
    return Expression(match.start(), match.end(), (phrase,), part="" if part == "day" else part)


def days_later(match: re.Match[str]) -> Expression | None:
    """As in "two days later", "the day before,"."""
    number = 1 if match["number"].lower() == "the" else count(match["number"])
    if number is None or number > 31:
        return None
    return Expression(
        match.start(), match.end(), (Phrase(Grain.TOLD, shift=number * _WAYS.get(match["way"].lower(), -1)),)
    )


def weeks_later(match: re.Match[str]) -> Expression | None:
    """As in "a week later", "a fortnight after that"."""
    number = count(match["number"])
    if number is None or number > 12:
        return None
    days = 7 * number * _WEEKS[match["unit"].lower().removesuffix("s")]
    return Expression(match.start(), match.end(), (Phrase(Grain.TOLD, shift=days, modifier="weeks"),))


def weekday_told(match: re.Match[str]) -> Expression | None:
    """As in "the following Saturday", "the Tuesday before"."""
    way = _WAYS.get((match["which"] or match["way"]).lower(), -1)
    phrase = Phrase(
        Grain.WEEKDAY,
        weekday=weekday_number(match["weekday"] or match["bare"]),
        modifier="after" if way > 0 else "before",
    )
    return Expression(match.start(), match.end(), (phrase,), part=(match["part"] or "").lower())


def day_of_month(match: re.Match[str]) -> Expression | None:
    """As in "The 15th", alone."""
    day = day_number(match["day"])
    return Expression(match.start("day"), match.end("day"), (Phrase(Grain.CALENDAR, day=day),)) if day else None


def days_of_month(match: re.Match[str]) -> Expression | None:
    """As in "on the 18th and 19th of this month", two days in a row."""
    day, last = day_number(match["day"]), day_number(match["last"])
    if day is None or last != day + 1:
        return None
    phrases = (Phrase(Grain.CALENDAR, day=day),)
    return Expression(match.start("day"), match.end(), phrases, Phrase(Grain.CALENDAR, day=last))


_NEAR_DAYS: Final = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}


def near(match: re.Match[str]) -> Expression | None:
    """As in "Tomorrow", "last night", "this evening"."""
    word = match["word"].lower()
    part = (match["part"] or "").lower()
    if word == "last":
        shift = -1
    elif word == "this":
        shift = 0
    else:
        shift = _NEAR_DAYS[word]
        part = "night" if word == "tonight" else part
    return Expression(match.start(), match.end(), (Phrase(Grain.NEAR, shift=shift),), part=part)


def over_next(match: re.Match[str]) -> Expression | None:
    """As in "The day after tomorrow"."""
    shift = 2 if match["side"].lower() == "after" else -2
    return Expression(match.start(), match.end(), (Phrase(Grain.NEAR, shift=shift),))


def ago(match: re.Match[str]) -> Expression | None:
    """As in "Ten days ago", "in two weeks' time"."""
    number = count(match["number"])
    if number is None or number > 1000:
        return None
    if match["unit"].lower().startswith("fortnight"):
        phrase = Phrase(Grain.WEEK, shift=(-2 if match["way"].lower() == "ago" else 2) * number)
        return Expression(match.start(), match.end(), (phrase,))
    way = match["way"].lower()
    sign = -1 if way == "ago" else 1
    unit = match["unit"].lower().rstrip("s")
    if unit == "day":
        # "Several ... ago" is no number; beyond two weeks people round.
        return (
            Expression(match.start(), match.end(), (Phrase(Grain.NEAR, shift=sign * number),)) if number <= 14 else None
        )
    grain = {"week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}[unit]
    return Expression(match.start(), match.end(), (Phrase(grain, shift=sign * number),))


_WILL_BE: Final = late_pattern(
    r"\b(?:will|shall|(?:is|are) (?:due |set |expected |scheduled |likely )?to|['’]ll) (?:now |then |also |again |next )?"
    r"(?:meet|resume|return|reconvene|convene|begin|start|open|reopen|take place|be held|vote|go to the polls|fly|travel|arrive|leave|depart|lift off|launch|land|appear|hear|be heard|rule|step down)"
    r"(?P<rest>[^.;:“”]{0,50}) $"
)
_COUNTED: Final = late_pattern(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|all|every|each|time|(?:first|second|third|fourth|fifth|last)(?! time)|more|most|only)\b"
)
"""Between a verb and "in ten days": so long is how much takes ("will open six shops in ten days")."""


def in_days(match: re.Match[str]) -> Expression | None:
    """As in "will meet again in ten days": only where something that takes no time is told to come; else it is how long something takes.

    "In a week's time" is never a duration, and no more than the week is sure.
    """
    time = match["weeks"] is not None and match["time"] is not None
    ahead = _WILL_BE.search(match.string, max(0, match.start() - 2 * _BEFORE), match.start())
    if not time and (ahead is None or _COUNTED.search(ahead["rest"])):
        return None
    if match["days"] is not None:
        number = count(match["days"])
        return (
            Expression(match.start(), match.end(), (Phrase(Grain.NEAR, shift=number),))
            if number and number <= 14
            else None
        )
    weeks = (count(match["weeks"]) or 1) * _WEEKS[match["unit"].lower()]
    return Expression(match.start(), match.end(), (Phrase(Grain.WEEK, shift=weeks),))


_WEEKS: Final = {"week": 1, "fortnight": 2}


def weekday(match: re.Match[str]) -> Expression | None:
    """As in "Next Thursday", "Thursday of next week", "Thursday evening"."""
    modifier = (match["modifier"] or "").lower()
    modifier = {
        "past": "last",
        "this past": "last",
        "this coming": "coming",
        "upcoming": "coming",
        "following": "after",
        "previous": "before",
    }.get(modifier, modifier)
    weekday = weekday_number(match["weekday"])
    week = match["week"]
    shift = {"next": 1, "last": -1, "this": 0}[week.lower()] if week else None
    if match["after"] == " next":
        modifier = "next"
    elif match["after"]:
        modifier, shift = "week after", _WEEKS[match["after"].strip()]
    part = (match["part"] or "").lower()
    return Expression(
        match.start(), match.end(), (Phrase(Grain.WEEKDAY, weekday=weekday, shift=shift, modifier=modifier),), part=part
    )


_RANKS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_OF_EVERY_YEAR: Final = late_pattern(
    r"(?i)\b(?:every|each|always|usually|traditionally|normally|typically|annual\w*)\b"
)


def nth_weekday(match: re.Match[str]) -> Expression | None:
    """As in "the second Monday of December", unless the words around it tell that it is so every year."""
    around = match.string[max(0, match.start() - _BEFORE) : match.end() + _BEFORE]
    if _OF_EVERY_YEAR.search(around):
        return None
    year, month = match["year"], match["month"]
    phrase = Phrase(
        Grain.NTH,
        int(year) if year else None,
        month_number(month) if month else None,
        weekday=weekday_number(match["weekday"]),
        shift=_RANKS[match["which"].lower()],
    )
    return Expression(match.start(), match.end(), (phrase,))


def weekday_and_number(match: re.Match[str]) -> Expression | None:
    """As in "Friday 18", "Saturday the 5th": a day of the month in which the two agree."""
    day, weekday = day_number(match["ordinal"] or match["day"]), weekday_number(match["weekday"])
    phrases = (Phrase(Grain.WEEKDAY, weekday=weekday), Phrase(Grain.CALENDAR, day=day))
    return Expression(match.start(), match.end(), phrases) if day else None


def week_on(match: re.Match[str]) -> Expression | None:
    """As in "A week on Monday", "a fortnight today", "three weeks from Friday"."""
    if _SO_LONG.search(match.string, max(0, match.start() - _BEFORE), match.start()):
        return None
    word = match["weekday"].lower()
    weeks = (count(match["number"]) or 1) * _WEEKS[match["unit"].lower().removesuffix("s")]
    if word in _NEAR_DAYS:
        return Expression(match.start(), match.end(), (Phrase(Grain.NEAR, shift=_NEAR_DAYS[word] + 7 * weeks),))
    phrase = Phrase(Grain.WEEKDAY, weekday=weekday_number(word), shift=weeks, modifier="week after")
    return Expression(match.start(), match.end(), (phrase,))


_SO_LONG: Final = late_pattern(
    r"(?i)(?<!\bset )(?<!\bdue )(?<!\bplanned )(?<!\bscheduled )(?<!\bfixed )(?<!\bslated )(?<!\bbooked )(?<!\blisted )(?<!\barranged )(?<!\bbilled )"
    r"(?<!\bcalled )(?<!\bannounced )(?<!\bexpected )(?<!\bproposed )(?<!\bpencilled in )(?<!\bconvened )(?<!\brescheduled )"
    r"(?:\bfor|\blast(?:s|ing)?|\bover|\bduring)(?: (?:up to|at least|about|almost|nearly|another|the|a further|some))? $"
)
"""Before how long something lasts from a day on: "closes for a fortnight from Monday"."""
_SO_LONG_AGO: Final = late_pattern(r"(?i)\b(?:is|was|be|been|marks?|it['’]s)(?: \w+)? $")


def months_on(match: re.Match[str]) -> Expression | None:
    """As in "a month today", "a year from tomorrow"; "it is a year today" looks back."""
    if _SO_LONG_AGO.search(match.string[max(0, match.start() - _BEFORE) : match.start()]):
        return None
    grain = Grain.MONTH if match["unit"].lower().startswith("month") else Grain.YEAR
    phrases = (Phrase(grain, shift=count(match["number"])), Phrase(Grain.NEAR, shift=_NEAR_DAYS[match["word"].lower()]))
    return Expression(match.start(), match.end(), phrases)


_SHIFTS: Final = {"next": 1, "coming": 1, "this": 0, "last": -1, "past": -1}


def period(match: re.Match[str]) -> Expression | None:
    """As in "Next week", "last December", "this year"."""
    shift = _SHIFTS[match["modifier"].lower()]
    unit = match["unit"].lower()
    month = month_number(unit)
    if month is not None:
        phrase = Phrase(Grain.MONTH, month=month, modifier=match["modifier"].lower())
    else:
        grain = {"month": Grain.MONTH, "year": Grain.YEAR}.get(unit, Grain.WEEK)
        phrase = Phrase(grain, shift=shift)
    return Expression(match.start(), match.end(), (phrase,))


def weekend(match: re.Match[str]) -> Expression | None:
    """As in "at the weekend", "this weekend": which one, the way tells that the words around it point.

    Alone "the weekend" is a thing of every week ("enjoyed the weekend"); a preposition makes it a time.
    """
    which = (match["which"] or match["the"]).lower()
    if which == "the" and match["lead"] is None:
        return None
    phrase = Phrase(Grain.WEEK, shift=0, modifier="weekend" if which == "the" else "this weekend")
    begins = match.end("lead") + 1 if match["lead"] and match["lead"].lower() == "for" else match.start()
    return Expression(begins, match.end(), (phrase,))


_WILL: Final = late_pattern(
    r"\b(?:will|(?:is|are) (?:now )?(?:due|set|expected|scheduled|likely) to|['’]ll)(?! (?:usually|normally|always|typically|generally)\b) (?P<rest>[^.;:“”]{0,80}) $"
)
_ALWAYS: Final = late_pattern(
    r"(?i)\b(?:any|anyone|anybody|every|each|all|always|usually|normally|generally|typically|if|when|whenever|once|orders|refunds|parcels|payments|claims|customers|passengers)\b"
)
"""In the clause of what is so again and again: "refunds will be paid within 48 hours"."""


def within_hours(match: re.Match[str]) -> Expression | None:
    """As in "will rule within 48 hours": the day by which; only of what is told to come, as no rule ("must be reported within 24 hours")."""
    begin = max(0, match.start() - 2 * _BEFORE)
    ahead = _WILL.search(match.string, begin, match.start())
    if ahead is None or _COUNTED.search(ahead["rest"]):
        return None
    clause = match.string[begin : match.start()]
    if _ALWAYS.search(clause, max(clause.rfind(mark) for mark in (". ", "\n", "; ")) + 1):
        return None
    return Expression(match.start(), match.end(), (Phrase(Grain.NEAR, shift=int(match["hours"]) // 24),))


def this_month(match: re.Match[str]) -> Expression:
    """As in "by the end of the month": the month, of which the words before it tell that its last day is meant."""
    return Expression(match.start("what"), match.end("what"), (Phrase(Grain.MONTH, shift=0),))


def week_after_next(match: re.Match[str]) -> Expression:
    """As in "The week after next"."""
    return Expression(match.start(), match.end(), (Phrase(Grain.WEEK, shift=2),))


def month(match: re.Match[str]) -> Expression | None:
    """As in "March 2022", "in March"."""
    year = match["year"]
    phrase = Phrase(Grain.MONTH, int(year) if year else None, month_number(match["month"]))
    return Expression(match.start("month"), match.end(), (phrase,))


def year(match: re.Match[str]) -> Expression | None:
    """As in "In 2014"."""
    return Expression(match.start("year"), match.end("year"), (Phrase(Grain.YEAR, int(match["year"])),))


def _hour_and_minute(match: re.Match[str], number: str) -> tuple[int, int, str] | None:
    """Hour as printed, minute and half of the day ("a", "p" or none) of one end of a stretch; None when no clock shows it."""
    word = (match[f"word{number}"] or "").lower()
    if word:
        return (12, 0, "a" if word == "midnight" else "p")
    hour, minute = int(match[f"hour{number}"]), int(match[f"minute{number}"] or 0)
    half = (match[f"half{number}"] or "").lower()[:1]
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    return hour, minute, half


def clock_stretch(match: re.Match[str]) -> Expression | None:
    """As in "from 10pm to 5am", "6-8pm", "between 22:00 and 05:00"."""
    first, last = _hour_and_minute(match, "1"), _hour_and_minute(match, "2")
    if first is None or last is None or (match["and"] and (match["lead"] or "").lower() != "between"):
        return None
    if MOVED_FROM.search(match.string, max(0, match.start() - _BEFORE), match.start()):
        return None
    zone = match["zone"].lower() if match["zone"] else None
    if not last[2]:
        # Without "am" or "pm" both ends must look like times: "from 22:00 to 05:00", not "from 2 to 3".
        looks = match["minute2"] and (match["word1"] or (match["minute1"] and not first[2]))
        if not (looks and (match["lead"] or zone)):
            return None
        first = (0, 0, "") if first[2] == "a" else first
        return Expression(_begin(match), match.end(), clock=Clock(*first[:2], zone), clock_last=Clock(*last[:2], zone))
    ends = Clock(hour_of_day(last[0], last[2]), last[1], zone, midnight=(match["word2"] or "").lower() == "midnight")
    half = first[2] or last[2]
    if not first[2] and not 1 <= first[0] <= 12:
        return None
    hour = hour_of_day(first[0], half)
    if not first[2] and (hour, first[1]) >= (ends.hour, ends.minute):
        # "11-2pm" begins in the other half of the day.
        hour = (hour + 12) % 24
    return Expression(_begin(match), match.end(), clock=Clock(hour, first[1], zone), clock_last=ends)


def _begin(match: re.Match[str]) -> int:
    return match.start("word1") if match["word1"] else match.start("hour1")


_NO_HOUR: Final = late_pattern(
    r"\b(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][a-z]+ $|\bfor $"
)
"""Before figures that are a verse ("Luke 11:14") or tell how long something took ("for 12:30")."""


_KICK_OFF: Final = late_pattern(
    r"(?i)(?:day|\btomorrow|\btonight|\b\d{1,2} [a-z]{3,9}|[a-z]{3,9}\.? \d{1,2})(?:,| [(–—-]|\b) ?(?:with )?(?:kick-?off|tip-?off|throw-in)(?: time)?:? $"
)
"""Between a day and figures that are an hour then: "on Saturday, kick-off 19:30"."""


def clock(match: re.Match[str]) -> Expression | None:
    """As in "6:30pm BST", "2 o'clock Moscow time", "noon"."""
    zone = match["zone"].lower() if match["zone"] else None
    word = match["word"]
    if word:
        word = word.lower()
        clock = Clock(0, 0, zone, midnight=True) if word == "midnight" else Clock(12, 0, zone)
        return Expression(match.start("word"), match.end(), clock=clock)
    figure = match["hour"]
    hour = count(figure)
    if hour is None:
        return None
    minute = int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")[:1]
    part = (match["part"] or "").lower()
    either = False
    if half or (part and (match["clock"] or match["at"] or match["minute"]) and 1 <= hour <= 12):
        if not 1 <= hour <= 12:
            return None
        half = half or ("a" if part.endswith("morning") else "p")
        hour = hour_of_day(hour, half)
    elif match["clock"] or (match["near"] is not None and 1 <= hour <= 12 and (match["at"] or match["minute"])):
        # "2 o'clock" alone leaves the half of the day open: taken as printed.
        if not 1 <= hour <= 12:
            return None
        either = True
    elif match["at"] == "at" and match["colon"] == "." and match["minute"] and not zone:
        # "At 10.30" is an hour where a day stands beside it.
        return (
            Expression(match.start("hour"), match.end("minute"), clock=Clock(hour, minute, beside_a_day=True))
            if hour <= 23 and minute <= 59
            else None
        )
    elif match["minute"] and match.string.endswith(", ", 0, match.start("hour")) and not (zone or match["at"]):
        # "Monday 30 June, 06:00": alone it may be a score.
        if match["colon"] != ":" or hour > 23 or minute > 59:
            return None
        return Expression(match.start("hour"), match.end("minute"), clock=Clock(hour, minute, beside_a_day=True))
    elif match["colon"] == ":" and _KICK_OFF.search(match.string, max(0, match.start() - 40), match.start()):
        # "Kick-off 19:30".
        if hour > 23 or minute > 59:
            return None
        return Expression(match.start("hour"), match.end(), clock=Clock(hour, minute, zone))
    elif not match["minute"] or not (zone or (match["at"] and match["colon"] == ":")):
        # "14.30" needs a zone: with a full stop it is mostly a number; "14:30" stands beside a day.
        bare = (
            match["colon"] == ":"
            and len(figure) == 2
            and not _NO_HOUR.search(match.string, max(0, match.start() - 20), match.start())
        )
        if not bare or hour > 23 or minute > 59:
            return None
        return Expression(match.start("hour"), match.end("minute"), clock=Clock(hour, minute, beside_a_day=True))
    if hour > 23 or minute > 59:
        return None
    return Expression(match.start("hour"), match.end(), clock=Clock(hour, minute, zone, either_half=either))


def four_figures(match: re.Match[str]) -> Expression | None:
    """As in "0800 GMT", "at 0530 on 8 November"; figures alone are a number."""
    zone = match["zone"].lower() if match["zone"] else None
    if not (zone or match["hours"] or match["at"]):
        return None
    return Expression(match.start("hour"), match.end(), clock=Clock(int(match["hour"]), int(match["minute"]), zone))


def minutes_from(match: re.Match[str]) -> Expression | None:
    """As in "one minute past midnight on Saturday", with which Saturday begins, and "a minute to midnight", with which it ends."""
    number = count(match["number"])
    if not number or number > 59:
        return None
    later = match["way"].lower() in {"past", "after"}
    hour = 0 if match["word"].lower() == "midnight" else 12
    minutes = (60 * hour + (number if later else -number)) % (24 * 60)
    zone = match["zone"].lower() if match["zone"] else None
    return Expression(match.start(), match.end(), clock=Clock(minutes // 60, minutes % 60, zone))


def hour_in_words(match: re.Match[str]) -> Expression | None:
    """As in "at eight in the morning", "at eight on Monday evening": an hour only where the half of its day is told."""
    hour, part = count(match["hour"]) or 12, match["part"]
    if part is None:
        return Expression(match.start("hour"), match.end(), clock=Clock(hour, 0, either_half=True, beside_a_day=True))
    return Expression(match.start("hour"), match.end(), clock=Clock(_in_its_part(hour, part), 0, beside_a_day=True))


def _in_its_part(hour: int, part: str) -> int:
    """An hour of the clock's face in a part of the day: "eight in the evening"; the small hours are those of the night."""
    late = not part.endswith("morning") and not (part.endswith("night") and (hour < 6 or hour == 12))
    return hour % 12 + 12 * late


def spoken_clock(match: re.Match[str]) -> Expression | None:
    """As in "half past nine", "quarter to six in the evening"."""
    hour, word, part = count(match["hour"]) or 12, match["spoken"].lower(), match["part"]
    if word.endswith("to"):
        hour = hour - 1 or 12
    minute = 30 if word.startswith("half") else 45 if word.endswith("to") else 15
    if part is not None:
        return Expression(match.start(), match.end(), clock=Clock(_in_its_part(hour, part), minute))
    return Expression(match.start(), match.end(), clock=Clock(hour, minute, either_half=True))
