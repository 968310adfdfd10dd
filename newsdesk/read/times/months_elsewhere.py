"""Dates as pages in other languages print them, written as English ones: "jeudi 13 juin 2019 à 16h15" is 13 June 2019 16:15.

Only a day with its month and its year is read, with nothing around it but the weekday, words such as "published on", and a
clock: so much is a date in any language, and no English words are mistaken for one.
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
_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
_DATE = late_pattern(
    rf"(?:(?:veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|опубликовано)\s)?(?:(?:am|vom|den|le|el|il|em|op)\s)?"
    rf"(?:(?:{'|'.join(_WEEKDAYS.split())}),?\s)?(?:(?:den|le|il)\s)?"
    rf"(?P<day>\d\d?)(?:\.|er|º|°)?\s(?:de\s)?(?P<month>{'|'.join(_MONTHS)})\s(?:de\s|del\s)?(?P<year>(?:19|20)\d\d)"
    r"(?:,?\s(?:[-–|·]\s|um\s|à\s|às\s|alle\s(?:ore\s)?|ore\s|a\slas\s|om\s)?(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?:\s(?:uhr|h|uur))?)?",
    re.IGNORECASE,
)


def in_english(text: str) -> str | None:
    """The same date in English; None for anything else."""
    found = _DATE.fullmatch(text)
    # A pattern that minds no case takes letters such as "ſ" for their like, too.
    month = _MONTHS.get(found["month"].lower()) if found else None
    if found is None or month is None:
        return None
    clock = f" {found['hour']}:{found['minute']}" if found["hour"] else ""
    return f"{found['day']} {month} {found['year']}{clock}"
