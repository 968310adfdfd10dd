"""Dates as pages in other languages print them, written as English ones: "jeudi 13 juin 2019 à 16h15" is 13 June 2019 16:15.

Only a day with its month and its year is read, with nothing around it but the weekday, words such as "published on", and a
clock behind it or before it: so much is a date in any language, and no English words are mistaken for one.
"""

from __future__ import annotations

import re

from newsdesk.english_calendar import MONTHS
from newsdesk.late_pattern import late_pattern

_NAMES = (
    "januar jänner janvier enero gennaio janeiro januari января січня",
    "februar février febrero febbraio fevereiro februari февраля лютого",
    "märz mars marzo março maart марта березня",
    "avril abril aprile апреля квітня",
    "mai mayo maggio maio mei мая травня",
    "juni juin junio giugno junho июня червня",
    "juli juillet julio luglio julho июля липня",
    "août agosto augustus августа серпня",
    "septembre septiembre settembre setembro сентября вересня",
    "oktober octobre octubre ottobre outubro октября жовтня",
    "novembre noviembre novembro ноября листопада",
    "dezember décembre diciembre dicembre dezembro декабря грудня",
)
"""By month. Left out are names that are another month elsewhere, such as Polish ones."""
_MONTHS = {name: month for names, month in zip(_NAMES, MONTHS, strict=True) for name in names.split()}
_MONTHS |= {month.lower(): month for month in MONTHS}  # behind a day with a full stop
_SHORT_NAMES = (
    "jan ene gen janv янв",
    "feb fév févr fev фев",
    "mar mär mrt мар",
    "apr avr abr апр",
    "mag",
    "jun giu июн",
    "jul lug juil июл",
    "aug ago авг",
    "sep sept set сен",
    "okt oct ott out окт",
    "nov ноя",
    "dez des dic déc дек",
)
"""By month, without those that are whole names somewhere; a full stop may stand behind them."""
_SHORT_MONTHS = {name: month for names, month in zip(_SHORT_NAMES, MONTHS, strict=True) for name in names.split()}
_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
_CLOCK_FIRST = r"(?:(?P<first_hour>\d\d?)[:.h](?P<first_minute>\d\d)(?:\s(?:uhr|h|uur))?,?\s(?:[-–|·]\s)?)?"
_DATE = late_pattern(
    rf"{_CLOCK_FIRST}"
    rf"(?:(?:veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|опубликовано)\s)?(?:(?:am|vom|den|le|el|il|em|op)\s)?"
    rf"(?:(?:{'|'.join(_WEEKDAYS.split())}),?\s)?(?:(?:den|le|il)\s)?"
    rf"(?P<day>\d\d?)(?:\.|er|º|°)?\s(?:de\s)?(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\.?|(?<=\.\s)(?:0?[1-9]|1[0-2])\.)\s(?:de\s|del\s)?(?P<year>(?:19|20)\d\d)"
    r"(?:,?\s(?:[-–|·]\s|um\s|à\s|às\s|alle\s(?:ore\s)?|ore\s|a\slas\s|om\s)?(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?:\s(?:uhr|h|uur))?)?",
    re.IGNORECASE,
)


def in_english(text: str) -> str | None:
    """The same date in English; None for anything else."""
    found = _DATE.fullmatch(text)
    # A pattern that minds no case takes letters such as "ſ" for their like, too.
    if found is None or (found["hour"] and found["first_hour"]):
        return None
    name = found["month"].lower().rstrip(".")
    month = MONTHS[int(name) - 1] if name.isdecimal() else _MONTHS.get(name) or _SHORT_MONTHS.get(name)
    if month is None:
        return None
    hour, minute = found["hour"] or found["first_hour"], found["minute"] or found["first_minute"]
    clock = f" {hour}:{minute}" if hour else ""
    return f"{found['day']} {month} {found['year']}{clock}"
