"""Whether a name is that of a well-known place, where the words around it do not tell."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsdesk.find.local_hours import zone_of_name

_OF_OTHER_ZONES: Final = frozenset(
    name
    for some in (
        "Cairo|Egypt|Amman|Jordan|Beirut|Lebanon|Jerusalem|Tel Aviv|Ramallah|Israel|Gaza|Damascus|Aleppo|Syria|Cyprus|Nicosia|Rabat",
        "Casablanca|Morocco|Asmara|Eritrea|Djibouti|Juba|South Sudan|Kinshasa|Goma|Dar es Salaam|Maputo|Mozambique|Bamako|Mali|Niamey",
        "Niger|Ouagadougou|Burkina Faso|N'Djamena|Yaounde|Cameroon|Gabon|Namibia|Botswana|Madagascar|Mauritius|Portugal|Spain|Denmark",
        "Ukraine|Russia|Kazakhstan|Astana|Almaty|Kyrgyzstan|Bishkek|Tajikistan|Dushanbe|Turkmenistan|Mongolia|Myanmar|Laos|Indonesia",
        "Bali|Jakarta|Papua New Guinea|Fiji|Australia|Canada|Mexico|Brazil|Chile|Ecuador|Quito|Uruguay|Montevideo|Paraguay|Cuba|Havana",
        "Haiti|Panama|Greenland|Nuuk|Lille|Toulouse|Nice|Naples|Venice|Turin|Seville|Valencia|Porto|Cologne|Dresden|Leipzig|Stuttgart",
    )
    for name in some.split("|")
)
"""Places whose clocks go by a calendar of their own, or by one that the table of zones has under another name."""
_ANY_DAY: Final = date(2020, 1, 1)


def is_place(name: str) -> bool:
    """Whether a name is, from end to end, that of a place which newsdesk knows; of others nothing is told."""
    if name in _OF_OTHER_ZONES:
        return True
    # "New York", but not "Paris Holm": what begins with a place's name may be somebody.
    words = name.split()
    return _has_zone(name) and not any(_has_zone(" ".join(words[:count])) for count in range(1, len(words)))


def _has_zone(name: str) -> bool:
    return zone_of_name(name, _ANY_DAY) is not None
