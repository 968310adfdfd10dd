"""Addresses of pages and names of posts in them, as they stay the same from one save to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from newsdesk.clean import clean_line
from newsdesk.english_calendar import MONTHS
from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.links import safe_link

_ARCHIVED = late_pattern(
    r"https?://web\.archive\.org/(?:web/)?\d{4,14}(?:[a-z]{2}_)?/(?P<address>https?:/.{3,4000})", re.IGNORECASE
)
"""An archive writes its own address before those of the pages that it keeps."""
_ADDRESS = late_pattern(
    r"(?P<scheme>https?)://(?P<host>[^/?#]+)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?",
    re.IGNORECASE,
)
_MARK = late_pattern(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16,40}|(?=[a-z]{0,40}\d)[a-z0-9]{6,40}|\d{2,19}",
    re.IGNORECASE,
)
"""What makes a name one of its own: a UUID, a long number in base 16, letters and digits, a number."""
_POST_IN_QUERY = late_pattern(
    r"(?:^|[?&;])(?:post|block|entry|update|with|pinned_post_locator|pinned_post_asset_id|id)=(?P<name>[^&#]{4,200})"
)
_COUNTED = late_pattern(r"[A-Za-z_ -]{0,40}(?P<number>\d{1,5})")
_DAY = late_pattern(
    r"(?<=/)(?P<year>(?:19|20)\d\d)(?:/(?P<month>\d\d?|[a-z]{3})/(?P<day>\d\d?)(?=/|$)|-(?P<month_2>\d\d)-(?P<day_2>\d\d)(?=[/_-]|$))",
    re.IGNORECASE,
)
"""A day in a path, in the order that no country reads otherwise. Eight digits in a row may be the number of an article."""
_OF_EVENTS = late_pattern(r"/(?:events?|calendar|diary|agenda|schedule|fixtures|whats-?on)/", re.IGNORECASE)
"""Parts of a path in which a day is that of what is announced."""
_MONTHS = [month[:3].lower() for month in MONTHS]
_LONGEST = 300
_LONGEST_ADDRESS = 4_000


def without_archive(address: str) -> str:
    """The address of the page itself, where an archive wrote its own before it."""
    found = _ARCHIVED.match(address)
    if found is None:
        return address
    return re.sub(r"^(https?:)/(?=[^/])", r"\1//", found["address"])


def page_address(value: object) -> str | None:
    """An address that may be kept, without what an archive or a tracker added; None for anything else."""
    if not isinstance(value, str):
        return None
    address = safe_link(without_archive(value.strip().replace("&amp;", "&")))
    return re.sub(r"[?&](?:utm_\w+|fbclid|gclid|ns_mchannel|at_\w+|CMP)=[^&#]*", "", address) if address else None


def day_in_address(address: str | None) -> PrintedTime | None:
    """The day on which a page was published, which many sites write into its address: "/2025/05/11/", "/2025/may/11/"; None where it is not one day."""
    found = _ADDRESS.match(address[:_LONGEST_ADDRESS]) if address else None
    if found and _OF_EVENTS.search(found["path"]):
        return None
    days = {day: match[0] for match in _DAY.finditer(found["path"]) if (day := _day_of(match))} if found else {}
    if len(days) != 1:
        return None
    ((day, words),) = days.items()
    return PrintedTime(words, day.year, day.month, day.day)


def _day_of(match: re.Match[str]) -> date | None:
    name = (match["month"] or match["month_2"]).lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(name) if name.isdigit() else 0
    try:
        return date(int(match["year"]), month, int(match["day"] or match["day_2"]))
    except ValueError:
        return None


def _mark(name: str) -> str | None:
    """The part of a name by which nothing else is called."""
    marks = _MARK.findall(name.replace("%3A", ":").replace("%3a", ":"))
    return max(marks, key=len).lower() if marks else None


def post_name(value: object) -> str | None:
    """What a page calls one of its posts, in an id, a permalink or a fragment: the same in all of them.

    A fragment names a post, else what the query names; else the last part of the path does. "#block-68a1f0c2" of a permalink
    and the element's id "block-68a1f0c2" are one name.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    value = clean_line(value[:_LONGEST_ADDRESS]) if isinstance(value, str) else None
    if not value:
        return None
    found = _ADDRESS.match(value)
    if found is None:
        name = value.rsplit("#", 1)[-1] or value
        return (_mark(name) or name)[:_LONGEST]
    if (fragment := found["fragment"]) and (mark := _mark(fragment)):
        return mark[:_LONGEST]
    if (query := _POST_IN_QUERY.search(found["query"] or "")) and (mark := _mark(query["name"])):
        return mark[:_LONGEST]
    if found["fragment"]:
        return found["fragment"][:_LONGEST]
    return (found["path"].rstrip("/").rsplit("/", 1)[-1] or None) if found["path"] else None


def _without_places(names: list[list[str | None]]) -> list[list[str | None]]:
    """The names but for those that only count the posts from an end of the page: the next save counts otherwise."""
    kinds = max((len(row) for row in names), default=0)
    for kind in range(kinds):
        found = [_COUNTED.fullmatch(row[kind] or "") if kind < len(row) else None for row in names]
        numbers = [int(number["number"]) for number in found if number]
        if len(numbers) == len(names) and min(numbers) <= 1 and {b - a for a, b in pairwise(numbers)} in ({1}, {-1}):
            names = [[None if at == kind else name for at, name in enumerate(row)] for row in names]
    return names


def own_ids(candidates: Sequence[Iterable[object]]) -> list[str | None]:
    """The name of each post of a page: of its candidates, best first, the first kind by which posts are told apart.

    A name that several posts share is the page's own and names none of them.

    Args:
        candidates: for each post the values that may name it, each kind in its place.
    """
    names = _without_places([[post_name(value) for value in values] for values in candidates])
    counts: Counter[tuple[int, str]] = Counter()
    for row in names:
        counts.update({(kind, name) for kind, name in enumerate(row) if name})
    return [next((name for kind, name in enumerate(row) if name and counts[kind, name] == 1), None) for row in names]
