"""Where the posts of a copied live page begin.

Pages print a post's time in one of three places, and a page keeps to one:

- glued to the headline: "Minister resignspublished at 16:03 British Summer Time 11 May", with or without a number before it;
- on a line of its own, the headline on the line after it (or before it);
- at the beginning of the line that holds the headline: "16:03 BST: Minister resigns".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.model import PrintedTime
from newsdesk.read.labels import is_known_label, is_label, split_glued_label
from newsdesk.read.layout import Line, ends_sentence
from newsdesk.read.times import introduced_time, leading_time, read_time

_PUBLISHED = re.compile(r"(?:[Pp]ublished|[Pp]osted) (?:at |on )?(?=\d)")
_NUMBER = re.compile(r"\d{1,4}[.)](?:\s+|$)")
_EDITED = re.compile(r"[\s|·(,-]{0,9}(?:last )?(?:updated|edited)\b", re.IGNORECASE)
_AGO = re.compile(r"\d{1,3}\s?(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)\.? ago", re.IGNORECASE)
_SEPARATOR = re.compile(r"[-–—:|·]\s*")
_EMPTY_HEADLINES = {"post", "update"}
"""What pages put for people who hear them, where a post has no headline."""
_LONGEST_HEADLINE = 300
_FEWEST_BARE_TIMES = 3
"""Times on lines of their own that make a live page; one or two also stand in articles."""


@dataclass(frozen=True, slots=True)
class Header:
    """The beginning of one post."""

    first: int
    """Index of the first line that belongs to it (a number or label line counts)."""
    body: int
    """Index of the first line after it."""
    line: int
    """Number of the line with the headline, from 1."""
    last_line: int
    """Number of its last line."""
    headline: str | None
    label: str | None
    time: PrintedTime
    opening: str = ""
    """First words of the body, where they stand on the header's own line."""


def _headline(text: str) -> str | None:
    text = text.strip()
    return None if not text or text.casefold() in _EMPTY_HEADLINES else text


def _has_clock(time: PrintedTime) -> bool:
    return time.hour is not None


def looks_like_headline(text: str) -> bool:
    """Whether a line is short and ends like no sentence ("Who will pay?" and closing quotation marks are fine)."""
    return 2 <= len(text.split()) <= 30 and len(text) <= _LONGEST_HEADLINE and (not ends_sentence(text) or text.endswith("?"))


def _glued_time(text: str) -> tuple[str, PrintedTime, str] | None:
    """Headline, time and what is left of a line that ends in "published at TIME"."""
    place = None
    for place in _PUBLISHED.finditer(text[:4096]):
        pass
    if place is None:
        return None
    found = leading_time(text[place.end() :])
    if found is None or not _has_clock(found.time):
        return None
    rest = "" if _EDITED.match(found.rest) else found.rest
    return (text[: place.start()], found.time, rest) if not rest or is_known_label(rest) else None


def _glued_headers(lines: Sequence[Line]) -> list[Header]:
    headers: list[Header] = []
    end = 0
    for index, line in enumerate(lines):
        found = _glued_time(line.text)
        if found is None:
            continue
        before, time, rest = found
        first = index
        label = rest or None
        number = _NUMBER.match(before)
        if number:
            before = before[number.end() :]
        elif index > end and (above := _NUMBER.match(lines[index - 1].text)):
            words = lines[index - 1].text[above.end() :].strip()
            if not words or is_label(words):
                first, label = index - 1, words or label
            elif not before.strip():  # the time fell on a line of its own, the headline stands above
                first, before = index - 1, words
        if label is None and first == index and not number and index > end and is_known_label(lines[index - 1].text):
            first, label = index - 1, lines[index - 1].text
            if first > end and _NUMBER.fullmatch(lines[first - 1].text):
                first -= 1
        at = index
        if not before.strip() and first == index and index > end and looks_like_headline(lines[index - 1].text):
            first = at = index - 1
            before = lines[at].text
            if number := _NUMBER.match(before):
                before = before[number.end() :]
        glued, headline = split_glued_label(before.strip())
        end = index + 1
        headers.append(Header(first, end, lines[at].n, line.n, _headline(headline), label or glued, time))
    return headers


def _bare_time(text: str) -> PrintedTime | None:
    found = introduced_time(text)
    time = found.time if found and not found.rest else read_time(text)
    return time if time and _has_clock(time) else None


def _headline_is_above(lines: Sequence[Line], times: Sequence[int]) -> bool:
    """Whether the headlines of a page with bare times stand over the times; the lines that touch them vote."""
    above = sum(i > 0 and lines[i - 1].n == lines[i].n - 1 and looks_like_headline(lines[i - 1].text) for i in times)
    below = sum(
        i + 1 < len(lines) and lines[i + 1].n == lines[i].n + 1 and looks_like_headline(lines[i + 1].text) for i in times
    )
    nothing_below_last = times[-1] + 1 >= len(lines)
    return above > below or nothing_below_last


def _bare_headers(lines: Sequence[Line]) -> list[Header]:
    found = [(index, time) for index, line in enumerate(lines) if (time := _bare_time(line.text))]
    # "3h ago" over the full time, or the short time over the long one, are one header; the fuller one counts.
    times: list[tuple[int, int, PrintedTime]] = []
    for index, time in found:
        if times and times[-1][1] == index:
            first, _, other = times[-1]
            times[-1] = first, index + 1, time if time.day is not None or other.day is None else other
        else:
            first = index - 1 if index and _AGO.fullmatch(lines[index - 1].text) else index
            times.append((first, index + 1, time))
    if len(times) < _FEWEST_BARE_TIMES:
        return []
    above = _headline_is_above(lines, [end - 1 for _, end, _ in times])
    headers: list[Header] = []
    end = 0
    for first, after, time in times:
        if after < len(lines) and _AGO.fullmatch(lines[after].text):
            after += 1  # noqa: PLW2901  # the post begins behind both
        headline, label, at = None, None, first
        if above and first > end and looks_like_headline(lines[first - 1].text):
            first, headline, at = first - 1, lines[first - 1].text, first - 1  # noqa: PLW2901  # the header begins above
            if first > end and is_known_label(lines[first - 1].text):
                first, label = first - 1, lines[first - 1].text  # noqa: PLW2901  # the header begins above
        elif not above:
            if after < len(lines) and is_known_label(lines[after].text):
                label, after = lines[after].text, after + 1  # noqa: PLW2901  # the post begins behind both
            follows = after + 1 < len(lines) and after + 1 not in {begin for begin, _, _ in times}
            if after < len(lines) and looks_like_headline(lines[after].text) and follows:
                headline, at, after = lines[after].text, after, after + 1  # noqa: PLW2901  # the post begins behind both
        end = after
        headers.append(Header(first, after, lines[at].n, lines[after - 1].n, _headline(headline or ""), label, time))
    return headers


def _opening_headers(lines: Sequence[Line]) -> list[Header]:
    headers: list[Header] = []
    for index, line in enumerate(lines):
        found = leading_time(line.text.lstrip("*•[( "))
        if found is None or not _has_clock(found.time) or not found.rest:
            continue
        rest = found.rest.lstrip("*]) ")
        separator = _SEPARATOR.match(rest)
        if separator is None and found.time.zone is None:
            continue
        words = rest[separator.end() if separator else 0 :].strip(" *")
        headline = words if looks_like_headline(words) else None
        opening = "" if headline else words
        headers.append(Header(index, index + 1, line.n, line.n, headline, None, found.time, opening))
    return headers if len(headers) >= _FEWEST_BARE_TIMES else []


def find_headers(lines: Sequence[Line]) -> list[Header]:
    """The beginnings of a live page's posts in its own order; empty when the lines are no live page."""
    return _glued_headers(lines) or _bare_headers(lines) or _opening_headers(lines)
