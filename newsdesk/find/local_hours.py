"""Whose hour "local time" is: the zone of the place that its sentence names. Pure, without the machine's zones.

A wrong hour is worse than none: a sentence that names no place, a place that is not in the table, or places of several
zones gives no zone. The table is written by hand and holds capitals, large cities and countries of one zone; only those
whose clocks have kept one rule for years, so that no list of past and future changes is needed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone
from typing import Final

from newsdesk.find.calendar_words import MONTHS, WEEKDAYS
from newsdesk.late_pattern import late_pattern
from newsdesk.zone_table import AMERICA, AUSTRALIA, EUROPE, NEW_ZEALAND, is_summer

_CHANGING: Final = {
    ("GMT", 0, "BST", EUROPE): "London|Edinburgh|Cardiff|Belfast|Glasgow|Liverpool|Leeds|Sheffield|Nottingham|Leicester"
    "|Coventry|Bradford|Sunderland|Wolverhampton|Swansea|Brighton|Southampton|Aberdeen|Inverness|Britain|England|Scotland|Wales|UK",
    ("GMT", 0, "IST", EUROPE): "Dublin|Ireland",
    ("WET", 0, "WEST", EUROPE): "Lisbon",
    ("CET", 60, "CEST", EUROPE): (
        "Paris|France|Berlin|Munich|Hamburg|Frankfurt|Germany|Brussels|Belgium|Amsterdam|Rotterdam|The Hague|Netherlands"
        "|Luxembourg|Vienna|Austria|Geneva|Zurich|Bern|Davos|Lausanne|Switzerland|Rome|Milan|Italy|Vatican City|Madrid|Barcelona"
        "|Warsaw|Krakow|Gdansk|Poland|Prague|Czech Republic|Bratislava|Slovakia|Budapest|Hungary|Copenhagen|Oslo|Norway|Stockholm"
        "|Sweden|Ljubljana|Slovenia|Zagreb|Croatia|Belgrade|Serbia|Sarajevo|Bosnia|Skopje|North Macedonia|Tirana|Albania|Pristina"
        "|Kosovo|Podgorica|Montenegro|Valletta|Malta|Monaco|Strasbourg|Lyon|Marseille"
    ),
    ("EET", 120, "EEST", EUROPE): (
        "Kyiv|Kiev|Kharkiv|Odesa|Lviv|Athens|Greece|Helsinki|Finland|Tallinn|Estonia|Riga|Latvia|Vilnius|Lithuania|Bucharest"
        "|Romania|Sofia|Bulgaria|Chisinau|Moldova"
    ),
    ("EST", -300, "EDT", AMERICA): (
        "Washington DC|New York|Boston|Philadelphia|Atlanta|Miami|Detroit|Toronto|Ottawa|Montreal"
    ),
    ("CST", -360, "CDT", AMERICA): "Chicago|Houston|Dallas|New Orleans|Minneapolis|Winnipeg",
    ("MST", -420, "MDT", AMERICA): "Denver|Calgary",
    ("PST", -480, "PDT", AMERICA): "Los Angeles|San Francisco|Seattle|Las Vegas|Vancouver",
    ("AEST", 600, "AEDT", AUSTRALIA): "Sydney|Melbourne|Canberra|Hobart",
    ("NZST", 720, "NZDT", NEW_ZEALAND): "Auckland|Wellington|Christchurch|Dunedin|New Zealand",
}
"""By the zone's winter name, minutes east of UTC in winter, summer name and calendar of the change."""
_FIXED: Final = {
    0: "Reykjavik|Iceland|Accra|Ghana|Dakar|Senegal|Abidjan|Ivory Coast",
    60: "Algiers|Algeria|Tunis|Tunisia|Lagos|Abuja|Nigeria|Luanda|Angola",
    120: "Johannesburg|Pretoria|Cape Town|South Africa|Tripoli|Libya|Kigali|Rwanda|Harare|Zimbabwe|Lusaka|Zambia|Khartoum|Sudan",
    180: (
        "Istanbul|Ankara|Antalya|Turkey|Türkiye|Moscow|St Petersburg|Minsk|Belarus|Riyadh|Jeddah|Saudi Arabia|Doha|Qatar|Kuwait"
        "|Baghdad|Iraq|Bahrain|Manama|Sanaa|Yemen|Nairobi|Mombasa|Kenya|Addis Ababa|Mekelle|Ethiopia|Asmara|Eritrea|Djibouti|Mogadishu|Somalia|Kampala|Uganda|Tanzania|Dar es Salaam|Antananarivo|Madagascar"
    ),
    210: "Tehran|Iran",
    240: "Dubai|Abu Dhabi|United Arab Emirates|UAE|Muscat|Oman|Baku|Azerbaijan|Tbilisi|Yerevan|Armenia",
    270: "Kabul|Afghanistan",
    300: "Islamabad|Karachi|Lahore|Pakistan|Tashkent|Uzbekistan",
    330: "Delhi|New Delhi|Mumbai|Kolkata|Chennai|Bengaluru|India|Colombo|Sri Lanka",
    345: "Kathmandu|Nepal",
    360: "Dhaka|Bangladesh",
    420: "Bangkok|Thailand|Hanoi|Ho Chi Minh City|Vietnam|Phnom Penh|Cambodia|Jakarta",
    480: "Beijing|Shanghai|China|Hong Kong|Taipei|Taiwan|Singapore|Kuala Lumpur|Malaysia|Manila|Philippines|Perth",
    540: "Tokyo|Osaka|Kyoto|Hiroshima|Japan|Seoul|South Korea|Pyongyang|North Korea",
    600: "Brisbane",
    -180: "Buenos Aires|Argentina|Brasilia|Rio de Janeiro|Sao Paulo|São Paulo",
    -240: "Caracas|Venezuela|La Paz|Bolivia",
    -300: "Bogota|Colombia|Lima|Peru|Jamaica",
    -360: "Mexico City|Costa Rica|Guatemala",
    -420: "Phoenix|Arizona",
    -600: "Honolulu|Hawaii",
}
"""By minutes east of UTC all year. Names that places of two zones share (Georgia, Birmingham) stand in neither table."""
_ZONE_OF: Final[dict[str, tuple[str, int, str, str]]] = {
    place: zone
    for table in (_CHANGING, {("", offset, "", ""): places for offset, places in _FIXED.items()})
    for zone, places in table.items()
    for place in places.split("|")
}
_LOCAL: Final = late_pattern(r"(?i)\blocal(?: time)?\b")
_LOCAL_BEHIND: Final = late_pattern(r"(?i)[ ,(]{0,2}local(?: time\b|(?=[),.;]|$| on\b| in\b| at\b))")
_NAME: Final = r"[A-Z][\w’'-]*"
_WHERE: Final = late_pattern(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear) (?:the )?(?:(?:[A-Z][\w’'-]+ )?(?:[a-z]+ )?(?:city|town|capital|port|resort)(?: of|,)? )?"
    r"(?P<place>(?:The )?[A-Z][\w’'-]*(?: (?:de (?=[A-Z]))?[A-Z][\w’'-]*){0,3})(?:, (?P<country>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}))?"
)
_DATES: Final = frozenset(MONTHS) | frozenset(WEEKDAYS)


def is_local(text: str, start: int, end: int) -> bool:
    """Whether the hour at `start`..`end` is said to be that of the place: "10:00 local time", "3pm (local time)", "3pm local"."""
    return bool(_LOCAL.search(text, start, end) or _LOCAL_BEHIND.match(text, end))


def zone_of_place(sentence: str, day: date) -> timezone | None:
    """The zone in which a sentence says that something takes place, as it holds on `day`; None when it does not tell.

    On the day of a change of clocks the new time counts, as in `clock_zones`.
    """
    found: set[tuple[str, int, str, str]] = set()
    for match in _WHERE.finditer(sentence):
        place = match["place"]
        if place.split()[0].lower() in _DATES:
            continue
        zone = _zone(place) or _zone(match["country"] or "")
        if zone is None:
            return None
        found.add(zone)
    if len(found) != 1:
        return None
    return _at(found.pop(), day)


def _at(zone: tuple[str, int, str, str], day: date) -> timezone:
    winter, offset, summer, calendar = zone
    if not calendar:
        return timezone(timedelta(minutes=offset))
    in_summer = is_summer(day, calendar)
    return timezone(timedelta(minutes=offset + 60 * in_summer), summer if in_summer else winter)


def zone_of_name(name: str, day: date) -> timezone | None:
    """The zone of a place by its name, as it holds on `day`; None when the table does not hold it."""
    zone = _zone(name)
    return _at(zone, day) if zone else None


_BEHIND: Final = late_pattern(rf",? in (?:the )?(?P<place>{_NAME}(?: (?:de (?=[A-Z]))?{_NAME}){{0,3}})(?!['’]s|[’'\w])")
_IN_FRONT: Final = late_pattern(
    rf"\bin (?P<place>{_NAME}(?: (?:de (?=[A-Z]))?{_NAME}){{0,3}}),? (?:at|from|until|by) $"
)
_LEFT: Final = late_pattern(
    rf"\b(?:(?:leav|depart)(?:e|es|s|ing)?|reach(?:es|ing)?|set(?:s|ting)? (?:out|off) from|depart(?:s|ing)? from) (?:the )?(?P<place>{_NAME}(?: {_NAME}){{0,3}}),? (?:at|by) (?:about |around )?$"
)


def zone_left(text: str, sentence: tuple[int, int], start: int, day: date) -> timezone | None:
    """The zone of the place that somebody leaves or reaches at the hour at `start`: "will leave Cairo at 07:00 local time"."""
    found = _LEFT.search(text, max(sentence[0], start - 90), start)
    return zone_of_name(found["place"], day) if found else None


_DATELINE: Final = late_pattern(
    r"(?P<city>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,3})(?:, (?P<country>[A-Z][\w.]+(?: [A-Z][\w.]+)?))?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?(?:\([A-Z][\w ]{1,24}\) ?)?[-–—]{1,2} (?=[\w“\"])"
)
"""As in "CAIRO (AP) — " and "NAIROBI, Kenya, Nov 26 (Herald) - ": where a report was written, in capitals."""


def zone_of_dateline(text: str, day: date) -> timezone | None:
    """The zone of the city in whose dateline a text begins; None without one, or where neither it nor its country is known."""
    found = _DATELINE.match(text)
    if found is None:
        return None
    zone = _zone(found["city"].title()) or _zone(found["country"] or "")
    return _at(zone, day) if zone else None


_NO_PLACE: Final = frozenset(MONTHS) | frozenset({"parliament", "congress"})


def place_beside(text: str, sentence: tuple[int, int], start: int, end: int) -> str | None:
    """The place that stands right beside the hour at `start`..`end`: "at 3pm in Boston", "in Boston at 3pm"; None without one.

    Before an hour only a place of the table counts: hardly anything is told without the town where it takes place.
    """
    behind = _BEHIND.match(text, end, sentence[1])
    if behind and behind["place"].lower() not in _NO_PLACE:
        return behind["place"]
    front = _IN_FRONT.search(text, max(sentence[0], start - 60), start)
    return front["place"] if front and _zone(front["place"]) else None


def _zone(name: str) -> tuple[str, int, str, str] | None:
    """The zone of a place, which may have more words behind it ("Istanbul Airport")."""
    words = re.sub(r"['’]s\b", "", name).split()
    for count in range(len(words), 0, -1):
        zone = _ZONE_OF.get(" ".join(words[:count]))
        if zone is not None:
            return zone
    return None
