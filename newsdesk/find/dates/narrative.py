"""Days that follow from what a text has told already: "the next day", "two days later", and bare days of a history.

News counts its days from the day it is published; a history counts them from the last day it told of. Which of the two a
text is, it shows itself: histories write days of years long gone and hardly ever "today" or "on Monday". Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from newsdesk.find.calendar_words import calendar_day, moved
from newsdesk.find.dates.days import DayValue, month_value
from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.phrases import DAY_GRAINS, Grain, Phrase
from newsdesk.find.dates.timex_candidate import TimexCandidate

_ENOUGH: Final = 2
"""Days or months of earlier years that make a history."""
_LONG_AGO: Final = 10
"""Years behind the text from which on one such day, written first, is enough."""
_SENTENCES: Final = 2
"""Sentences of news within which "the next day" still follows from the day told of."""
_WINTER: Final = 120
"""Days by which a history may go on over New Year."""
_HALF_A_YEAR: Final = 7
"""Months."""
_TOO_FAR: Final = 240
"""Days by which it does not go on without a year: it looks back over New Year."""
_ASIDE: Final = 15
"""Years by which a bare year must differ from the year told of to be an aside ("rebuilt in 1954")."""


def is_history(candidates: Sequence[TimexCandidate], day: date | None) -> bool:
    """Whether the text tells of years long gone, so that its bare days are days of those years."""
    if day is None:
        return False
    gone = spoken = weekdays = 0
    oldest = day.year
    begins_gone: bool | None = None
    for candidate in candidates:
        phrases = candidate.expression.phrases
        grains = {each.grain for each in phrases}
        years = [each.year for each in phrases if each.year and each.grain in {Grain.CALENDAR, Grain.MONTH}]
        if years:
            gone += years[0] < day.year
            oldest = min(oldest, years[0])
        elif candidate.in_the_future or grains & {Grain.NEAR, Grain.WEEK}:
            spoken += 1
        elif grains == {Grain.WEEKDAY}:
            # A history speaks of no weekday ahead, and nobody "said on Monday" in it.
            ahead = candidate.pointing.direction is Direction.AHEAD or candidate.when_said
            spoken, weekdays = spoken + ahead, weekdays + (not ahead)
        if begins_gone is None and (years or grains & DAY_GRAINS):
            begins_gone = gone > 0
    if not begins_gone:
        spoken += weekdays
    enough = gone >= _ENOUGH or (gone and begins_gone and oldest <= day.year - _LONG_AGO)
    return bool(enough) and (not spoken or gone > 2 * spoken)


@dataclass(slots=True)
class Told:
    """Where a text stands: the last day, month and year that it told of, by the indexes of its candidates."""

    history: bool
    year: int | None = None
    month: int | None = None
    day: date | None = None
    sentence: int = 0
    """Of the last day told of."""
    written: int | None = None
    """Sentence of the last written year, in news."""
    over: tuple[date, int] | None = None
    """The last day told of that was over, and its sentence."""
    alone: bool = True
    """Whether the last day told of is the only one of its sentence."""
    spoken_in: int | None = None
    """Sentence in which `day` only says when somebody spoke; another day of it or of the sentence before stays."""

    def moves_to(self, candidate: TimexCandidate, value: DayValue | None, day: date | None) -> None:
        """Takes the value of the next candidate of a text of `day`."""
        if value is None:
            return
        phrases = candidate.expression.phrases
        if value.first is not None:
            if not phrases:
                return
            if any(each.year for each in phrases):
                self.written = candidate.sentence
            speaking = candidate.when_said and not self.history
            if speaking and self.day and candidate.sentence - self.sentence < _SENTENCES and self.spoken_in is None:
                return
            self.alone = self.day is None or candidate.sentence != self.sentence
            self.day = value.last or value.first
            self.year, self.month = self.day.year, self.day.month
            self.sentence = candidate.sentence
            if day and self.day <= day:
                self.over = self.day, self.sentence
            self.spoken_in = candidate.sentence if speaking else None
        elif self.history and value.coarse and len(value.coarse) in {4, 7}:
            year = int(value.coarse[:4])
            if len(value.coarse) == 4 and self.year and abs(year - self.year) > _ASIDE:
                return
            if len(value.coarse) == 4 and year == self.year:
                return
            self.year, self.month, self.day = year, int(value.coarse[5:] or 0) or None, None

    def value_of(self, candidate: TimexCandidate, day: date) -> DayValue | None:
        """What the candidate names when it follows from the text; None when it does not."""
        phrases = candidate.expression.phrases
        last = phrases[-1] if phrases else None
        if last is None:
            return DayValue(first=self.day) if self.history and self.day and candidate.day_of is None else None
        if last.grain is Grain.TOLD or last.modifier in {"after", "before"}:
            return self._follows(candidate, last, day)
        if len(phrases) > 1 and not (last.grain is Grain.CALENDAR and self.history):
            return None
        if last.year is not None or last.shift is not None or candidate.in_the_future:
            return None
        if self.history:
            ahead = last.grain is Grain.WEEKDAY and candidate.pointing.direction is Direction.AHEAD
            return self._in_history(last) if not ahead else None
        if last.grain is Grain.CALENDAR and last.month and self.written == candidate.sentence and self.year:
            # "Arrested on 3 June 2021 and charged on 8 June".
            found = self._calendar(last)
            follows = found is not None and self.day is not None and self.day <= found <= day
            past = candidate.pointing.direction is not Direction.AHEAD and self.year < day.year
            return _days(found) if follows and past else None
        return None

    def _follows(self, candidate: TimexCandidate, phrase: Phrase, day: date) -> DayValue | None:
        base, sentence = self.day, self.sentence
        if base and base > day and candidate.pointing.direction is not Direction.AHEAD and self.over:
            base, sentence = self.over
        if base is None or not (self.history or candidate.sentence - sentence <= _SENTENCES):
            return None
        if phrase.modifier == "weeks" and not self._counts_weeks_from(base, sentence, candidate, day):
            return None
        if phrase.grain is Grain.TOLD:
            found = moved(base, phrase.shift or 0)
        else:
            found = _weekday_beside(base, phrase.weekday or 0, 1 if phrase.modifier == "after" else -1)
        if found and found > day and candidate.pointing.direction is not Direction.AHEAD:
            # What is told as over has not yet to come.
            return None
        return _days(found)

    def _counts_weeks_from(self, base: date, sentence: int, candidate: TimexCandidate, day: date) -> bool:
        """Whether "a week later" is meant to the day: of what lies ahead, from the one day of its sentence or of the one before."""
        ahead = base > day and candidate.pointing.direction is Direction.AHEAD
        return ahead and candidate.sentence - sentence <= (1 if self.alone else 0)

    def _in_history(self, phrase: Phrase) -> DayValue | None:
        if phrase.grain is Grain.CALENDAR:
            return _days(self._calendar(phrase))
        if phrase.grain is Grain.WEEKDAY and not phrase.modifier and self.day:
            return _days(_weekday_beside(self.day, phrase.weekday or 0, 1))
        if phrase.grain is Grain.MONTH and phrase.month and not phrase.modifier and self.year:
            return month_value(self.year + self._over_new_year(phrase.month), phrase.month)
        return None

    def _calendar(self, phrase: Phrase) -> date | None:
        if self.year is None or phrase.day is None:
            return None
        if phrase.month is None:
            return self._day_of_month(phrase.day)
        if self.day:
            near = [calendar_day(year, phrase.month, phrase.day) for year in (self.day.year - 1, self.day.year + 1)]
            over = next((each for each in near if each and -31 <= (each - self.day).days <= _WINTER), None)
            same = calendar_day(self.year, phrase.month, phrase.day)
            if over and (same is None or abs((over - self.day).days) < abs((same - self.day).days)):
                return over
            earlier = near[0]
            if earlier and same and (same - self.day).days > _TOO_FAR and (self.day - earlier).days <= _WINTER:
                return earlier
            return same
        return calendar_day(self.year + self._over_new_year(phrase.month), phrase.month, phrase.day)

    def _over_new_year(self, month: int) -> bool:
        """Whether a month of spring, told after one of autumn, is that of the next year."""
        return self.month is not None and self.month - month >= _HALF_A_YEAR

    def _day_of_month(self, number: int) -> date | None:
        if self.year is None or self.month is None:
            return None
        same = calendar_day(self.year, self.month, number)
        if self.day is None or (same and (self.day - same).days <= _WEEKS_BACK):
            return same
        return calendar_day(self.year + self.month // 12, self.month % 12 + 1, number)


_WEEKS_BACK: Final = 14
"""Days by which a history goes back rather than on to the next month ("on the 2nd", after the 28th)."""


def _days(day: date | None) -> DayValue | None:
    return DayValue(first=day) if day else None


def _weekday_beside(day: date, weekday: int, way: int) -> date | None:
    """The weekday next after `day` (`way` 1) or last before it (-1)."""
    apart = (weekday - day.weekday()) * way % 7 or 7
    return moved(day, way * apart)


def first_written(candidates: Sequence[TimexCandidate], day: date) -> int | None:
    """The first year of a history that the text writes: its days before that are days of it."""
    for candidate in candidates:
        for phrase in candidate.expression.phrases:
            if phrase.year and phrase.grain in DAY_GRAINS | {Grain.MONTH, Grain.YEAR} and phrase.year < day.year:
                return phrase.year
    return None
