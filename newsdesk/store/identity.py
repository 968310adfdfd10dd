"""Ids, made once, and the words by which a post is recognised when its source is read again. Pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath, PureWindowsPath

from newsdesk.model import Post, PrintedTime, Revision, Source

_WORD = re.compile(r"\w+")
_PLAIN = str.maketrans(
    {**dict.fromkeys("‘’‚‛ʼ", "'"), **dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "..."}
)
"""Marks that publishers' programs put in place of typed ones, and take back."""
_BESIDE_MARKS = re.compile(r" (?=[^\w ])|(?<=[^\w ]) ")
"""A space before or behind a mark: no two words become one without it."""
_LEAP_YEAR = 2024


def source_id(source: Source, is_taken: Callable[[int], bool]) -> int:
    """An id for a source that is stored for the first time: of the place it came from, or of its content."""
    parts = [source.origin] if has_address(source) else [source.origin, source.content_hash]
    return _free_id(["source", *parts], is_taken)


def post_id(source: int, post: Post, is_taken: Callable[[int], bool]) -> int:
    """An id for a post that is stored for the first time.

    Of its source's id and the source's own name for the post; without one, of its time as printed and its first words.
    A year that was inferred or guessed is no part of it.
    """
    if post.own_id:
        return _free_id(["post", str(source), "own", post.own_id], is_taken)
    printed = post.printed_time.text if post.printed_time else ""
    return _free_id(["post", str(source), "text", printed, visible_text(post)], is_taken)


def stable_id(*parts: str) -> int:
    """63 bits of blake2b over the parts; never 0, which means "not stored"."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:%b" % (len(encoded), encoded))  # lengths keep ("ab", "c") and ("a", "bc") apart
    return int.from_bytes(digest.digest(), "big") >> 1 or 1


def has_address(source: Source) -> bool:
    """Whether the source's origin says where it lies, so that the same origin is the same source; a paste has none."""
    origin = source.origin
    return "://" in origin or PurePosixPath(origin).is_absolute() or PureWindowsPath(origin).is_absolute()


def is_followed(source: Source) -> bool:
    """Whether the source is a web address that is asked again and again, and no copy."""
    return source.origin.startswith(("http://", "https://"))


def visible_text(post: Post) -> str:
    """What a reader sees of a post: headline and text, one space for any white space."""
    return _visible(post.headline, post.text)


def wording(post: Post | Revision) -> str:
    """A post's words, as two wordings are compared: a change of them is an edit.

    White space and the shape of quotation marks, apostrophes, dashes and dots are no wording: real pages change them when
    nobody has edited anything. A space between two words is one, a space beside a mark is not ("Marwick ," is "Marwick,").
    """
    return _BESIDE_MARKS.sub("", _visible(post.headline, post.text).translate(_PLAIN))


def _visible(headline: str | None, text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", f"{headline or ''} {text}").split())


def words_of(visible: str) -> list[str]:
    """The words of a visible text in order, without regard to case and typography."""
    return _WORD.findall(unicodedata.normalize("NFKC", visible).casefold())


def may_be_same_minute(one: PrintedTime | None, other: PrintedTime | None) -> bool:
    """Whether two printed times name the same minute: the hour and minute, and the date as far as both print it.

    Of two zones it is the same moment that counts: a page's data say 15:03 UTC where it prints 16:03 BST.
    """
    if one is None or other is None or one.hour is None or one.minute is None or other.hour is None:
        return False
    shift = 0
    if one.utc_offset is not None and other.utc_offset is not None:
        shift = one.utc_offset - other.utc_offset
    days, minutes = divmod(other.hour * 60 + (other.minute or 0) + shift, 24 * 60)
    if one.hour * 60 + one.minute != minutes:
        return False
    return any(_names_day(one, day) for day in _days_of(other, days)) if days else _names_day(one, other)


def is_same_day(one: PrintedTime, other: PrintedTime) -> bool:
    """Whether two printed times, which both have a day, name the same one, of the same year as far as both print one."""
    return None not in {one.day, one.month, other.day, other.month} and _names_day(one, other)


def is_same_bare_day(one: PrintedTime | None, other: PrintedTime | None) -> bool:
    """Whether two printed times name the same day, of the same year as far as both print one, and neither an hour."""
    return (
        one is not None
        and other is not None
        and one.hour is None
        and other.hour is None
        and None not in {one.day, one.month, other.day, other.month}
        and _names_day(one, other)
    )


def _days_of(time: PrintedTime, later: int) -> list[PrintedTime]:
    """The day so many days after that of a printed time, as far as it prints one: in a year of each length where it prints none."""
    if time.day is None or time.month is None:
        return [replace(time, year=None, month=None, day=None)]
    found: list[PrintedTime] = []
    for year in (_LEAP_YEAR, _LEAP_YEAR + 1) if time.year is None else (time.year,):
        with suppress(ValueError, OverflowError):  # no such day
            day = date(year, time.month, time.day) + timedelta(days=later)
            found.append(replace(time, year=time.year and day.year, month=day.month, day=day.day))
    return found


def _names_day(one: PrintedTime, other: PrintedTime) -> bool:
    """Whether two printed times name one day, as far as both print it."""
    return (
        (one.day is None or other.day is None or one.day == other.day)
        and (one.month is None or other.month is None or one.month == other.month)
        and (one.year is None or other.year is None or one.year == other.year)
    )


def _free_id(parts: list[str], is_taken: Callable[[int], bool]) -> int:
    found, attempt = stable_id(*parts), 1
    while is_taken(found):
        attempt += 1
        found = stable_id(*parts, str(attempt))
    return found
