"""The times that a live page prints of itself between its title and its posts: when it was published, and last edited.

"Updated / Friday, 27 Nov 2026 13:36", "Publié le 26 novembre 2026 à 14h30, mis à jour le 26 novembre 2026 à 16h38",
"16:10, 11 Jun 2026 Updated 21:24, 11 Jun 2026". What stands over the title is the site's: the day on which the page was saved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.times.printed import line_time
from newsdesk.read.web.pieces import Use, around, use_of
from newsdesk.read.web.times import data_time

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_LONGEST = 160
"""Characters of an element that prints nothing but such times."""
_MOST_LOOKED_AT = 600
_MAY_PRINT = {"time", "span", "p", "div", "small", "em", "strong", "b"}
_OF_WHAT = late_pattern(
    r"(?P<edited>(?:last |zuletzt )?(?:updated|modified|edited|aktualisiert)|mise? à jour|stand(?=:)|(?:última )?actualizad[oa]|actualización|aggiornato|bijgewerkt|atualizado|oppdatert|uppdaterad|opdateret)"
    r"|(?P<published>(?:first |originally )?(?:published|posted)|publiée?|veröffentlicht|publicado|pubblicato|gepubliceerd|publisert|publicerad|udgivet)",
    re.IGNORECASE,
)
_BETWEEN = " ,;:/|·•–—-()"
_BEFORE_A_DAY = late_pattern(r"(?:on|at|le|am|el|il|em|op)\s", re.IGNORECASE)


class PageTimes(NamedTuple):
    """What a page prints of itself; None where it prints nothing."""

    published: PrintedTime | None = None
    modified: PrintedTime | None = None
    unsaid: PrintedTime | None = None
    """A time that may be either."""


NOTHING_PRINTED = PageTimes()


def _time(words: str) -> PrintedTime | None:
    """The time with a day that some words are, or that the part of them behind the last bar is."""
    words = words.strip(_BETWEEN)
    words = words[opening.end() :] if (opening := _BEFORE_A_DAY.match(words)) else words
    for part in (words, words.rpartition("|")[2].strip(_BETWEEN)):
        if (time := line_time(part)) is not None and time.day is not None:
            return time
    return None


def times_told(line: str) -> PageTimes:
    """The times that a line prints of its page."""
    marks = list(_OF_WHAT.finditer(line))
    ends = [*(mark.start() for mark in marks[1:]), len(line)][: len(marks)]
    found = {"unsaid": _time(line[: marks[0].start()] if marks else line)}
    for mark, end in zip(marks, ends, strict=True):
        kind = "edited" if mark["edited"] else "published"
        found.setdefault(kind, _time(line[mark.end() : end]))
    return PageTimes(found.get("published"), found.get("edited"), found["unsaid"])


def _in_data(node: LexborNode, told: str) -> PageTimes:
    """What an element tells programs of the time that it prints."""
    time = data_time(node.attributes.get("datetime")) if node.tag == "time" else None
    if time is None or time.day is None:
        return NOTHING_PRINTED
    mark = _OF_WHAT.search(told)
    if mark is None:
        return PageTimes(unsaid=time)
    return PageTimes(modified=time) if mark["edited"] else PageTimes(published=time)


def _below_title(page: LexborHTMLParser, first: LexborNode | None) -> Iterator[LexborNode]:
    """The elements between the title and the first post that may print a time."""
    title, body = page.css_first("h1"), page.body
    if title is None or body is None:
        return
    below = False
    for node in body.traverse():
        if first is not None and node.mem_id == first.mem_id:
            return
        below = below or node.mem_id == title.mem_id
        if below and node.tag in _MAY_PRINT:
            yield node


def _is_aside(node: LexborNode) -> bool:
    return any(
        each.tag in {"aside", "nav", "footer", "a", "li"} or use_of(each, each.tag or "") is Use.NEVER
        for each in around(node)
    )


def printed_times(page: LexborHTMLParser, first: LexborNode | None) -> PageTimes:
    """The times that a page prints of itself over its posts.

    Args:
        page: the parsed page.
        first: the element of its first post; None where no elements hold the posts: then a clock alone is that of the first.
    """
    found = NOTHING_PRINTED
    for node in islice(_below_title(page, first), _MOST_LOOKED_AT):
        line = clean_line(node.text(separator=" ")[: 2 * _LONGEST])
        if not line or len(line) > _LONGEST:
            continue
        if first is None and (clock := line_time(line)) is not None and clock.day is None:
            break
        if not any(figure.isdecimal() for figure in line) or _is_aside(node):
            continue
        for told in (_in_data(node, line), times_told(line)):
            found = PageTimes(*(before or now for before, now in zip(found, told, strict=True)))
    return found
