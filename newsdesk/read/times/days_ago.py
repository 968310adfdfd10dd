"""Days as pages print them beside a clock by how they lie to the reader's own: "Yesterday, 11:48 pm", "Hier à 23:05", "gestern, 23.05 Uhr"."""

from __future__ import annotations

import re

from newsdesk.late_pattern import late_pattern

_TODAY = "today aujourd’hui aujourd'hui heute hoy oggi vandaag hoje сегодня сьогодні"
_YESTERDAY = "yesterday hier gestern ayer ieri gisteren ontem вчера вчора"
_AGO = {word: days for days, words in enumerate((_TODAY, _YESTERDAY)) for word in words.split()}
_ANY = "|".join(_AGO)
_BESIDE = late_pattern(
    rf"(?P<day>\b(?:{_ANY}))(?:,| at| à| um| a las| alle| às| om| в| о| [|·–-])? (?=\d)"
    r"|(?<=[\dmM.])(?:,| [|·–-])? (?P<behind>today|yesterday)$",
    re.IGNORECASE,
)
_LONGEST = 60
"""Characters of a line that is a clock."""


def days_ago(text: str) -> int | None:
    """How many days before the reader's a line says that its clock is; None where it does not say."""
    found = _BESIDE.search(text) if len(text) <= _LONGEST else None
    return _AGO.get((found["day"] or found["behind"]).lower()) if found else None


def without_days_ago(text: str) -> str:
    """The line without what says that."""
    return _BESIDE.sub("", text, count=1)
