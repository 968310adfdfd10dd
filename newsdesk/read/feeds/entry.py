"""What feeds of all formats have in common: an entry's post, its identity, who wrote it, when.

An entry is known by its guid, else by its link, else by its title and day. A link that several entries share tells none of
them, and the same entry may stand in a feed twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime
from newsdesk.read.errors import UnreadableError
from newsdesk.read.lines.furniture import without_link_marks
from newsdesk.read.lines.html_text import Plain, html_to_plain, title_to_plain
from newsdesk.read.names import signed_line
from newsdesk.read.times.printed import read_time

_MAIL_AND_NAME = late_pattern(
    r"[^\s()<>]+@[^\s()<>]+\s*\((?P<name>[^()]+)\)|(?P<first>[^<>()]+?)\s*(?:<[^<>\s]+@[^<>\s]+>|\([^()\s]+@[^()\s]+\))"
)
_BY = late_pattern(r"by(?::\s*|\s+)(?=\S)", re.IGNORECASE)
"""In a field for authors that is never a name."""
_ADDRESS_ONLY = late_pattern(r"\S+@\S+|https?://\S+")
_LEADS_ON = late_pattern(
    r"\s*(?:The post .{1,300} (?:appeared first|first appeared) on .{1,100}\.?"
    r"|(?:Continue reading|Read more|Read the full (?:story|article))\s?(?:\.\.\.|…|»|›|→))$"
)
"""What feeds put behind a text that goes on elsewhere."""
_LONGEST_LEAD = 600
"""Characters at a text's end in which that stands."""
_LONGEST_ID = 2_000
_WEEKDAY = late_pattern(r"[^\W\d_]{2,12}\.?,\s+")
"""A weekday in whatever language: it says nothing that the date does not."""
_SECONDS = 10
"""Digits of a moment of these decades, in seconds since 1970."""
_COUNTED = late_pattern(r"[12]\d{9}(?:\d{3})?", re.ASCII)
_END_OF_DAY = late_pattern(r"(?<![\d:.])24:00(?::00(?:\.0{1,9})?)?(?![\d:.])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as its feed has it; markup, links and dates as they stand there."""

    title: object
    text: Plain
    guid: str | None
    """One cleaned line."""
    link: str | None
    """A plain web address."""
    author: str | None
    time: PrintedTime | None
    label: str | None = None
    """One that stands among its categories."""


def posts_of(entries: Iterable[Entry], author: str | None = None) -> tuple[Post, ...]:
    """One post for each entry that says something, in the feed's order; `author` wrote those that name nobody.

    Raises:
        UnreadableError: There are entries, and none says anything.
    """
    made = [(entry, _post(entry, author)) for entry in entries]
    found = [(entry, post) for entry, post in made if post.headline or post.text or post.captions]
    if made and not found:
        raise UnreadableError("no entry of this feed has any words; check its address in a browser")
    links = Counter(entry.link for entry, _ in found)
    named = ((entry, replace(post, own_id=_own_id(entry, post, links))) for entry, post in found)
    return tuple(replace(post, n=n) for n, post in enumerate(_once(named), 1))


def words(value: object) -> str | None:
    """A one-line string of a feed; None for anything else and for nothing."""
    return (clean_line(value[:20_000]) or None) if isinstance(value, str) else None


def author_of(names: Iterable[object]) -> str | None:
    """Who wrote an entry, without addresses and "By"."""
    kept: dict[str, None] = {}
    for value in names:
        name = words(value)
        if name and (found := _MAIL_AND_NAME.fullmatch(name)):
            name = found["name"] or found["first"]
        if name and not _ADDRESS_ONLY.fullmatch(name):
            signed = signed_line(name)
            kept[signed.name if signed and signed.role is None else _without_by(name)[:300]] = None
    return ", ".join(kept) or None


def _without_by(name: str) -> str:
    opening = _BY.match(name)
    return name[opening.end() :] if opening else name


def time_of(*raw: object) -> PrintedTime | None:
    """The first of an entry's raw dates that our own table of zones reads; None when it reads none."""
    for value in raw:
        line = words(value)
        if line and (
            time := _counted(line) or _end_of_day(line) or read_time(line) or read_time(_WEEKDAY.sub("", line, count=1))
        ):
            return replace(time, text=line)
    return None


def _counted(line: str) -> PrintedTime | None:
    """The moment of a date that counts seconds, or thousandths of them, from 1970 in UTC."""
    if not _COUNTED.fullmatch(line):
        return None
    moment = datetime.fromtimestamp(int(line[:_SECONDS]), UTC)
    return PrintedTime(line, moment.year, moment.month, moment.day, moment.hour, moment.minute, "UTC", 0)


def _end_of_day(line: str) -> PrintedTime | None:
    """The first moment of the next day, which "24:00" of a day is by ISO 8601; None for any other date."""
    found = _END_OF_DAY.search(line)
    if found is None:
        return None
    begun = f"{line[: found.start()]}00:00:00{line[found.end() :]}"
    time = read_time(begun) or read_time(_WEEKDAY.sub("", begun, count=1))
    if time is None or not (time.year and time.month and time.day):
        return None
    day = date(time.year, time.month, time.day) + timedelta(days=1)
    return replace(time, year=day.year, month=day.month, day=day.day)


def first_with_words(texts: Iterable[object]) -> Plain:
    """The first of an entry's texts that says something - feeds carry a summary beside the content - with all captions up to it."""
    captions: dict[str, None] = {}
    for text in texts:
        plain = html_to_plain(text) if isinstance(text, str) else Plain("")
        captions |= dict.fromkeys(plain.captions)
        if plain.text:
            return Plain(plain.text, tuple(captions))
    return Plain("", tuple(captions))


def author_of_all(names: Iterable[object], title: str, publisher: str | None) -> str | None:
    """Who wrote the entries of a feed that name nobody, as both Atom and JSON Feed say; None where it is but the house that publishes them."""
    author = author_of(names)
    house = {name.casefold() for name in (title, publisher) if name}
    return author if author and author.casefold() not in house else None


def _post(entry: Entry, author: str | None) -> Post:
    text = without_link_marks(entry.text.text)
    if leads_on := _LEADS_ON.search(text, max(0, len(text) - _LONGEST_LEAD)):
        text = text[: leads_on.start()]
    return Post(
        n=0,
        text=text,
        headline=(title_to_plain(entry.title) or None) if isinstance(entry.title, str) else None,
        label=entry.label,
        byline_name=entry.author or author,
        captions=entry.text.captions,
        printed_time=entry.time,
        link=entry.link,
    )


def _own_id(entry: Entry, post: Post, links: Counter[str | None]) -> str | None:
    if entry.guid:
        return entry.guid[:_LONGEST_ID]
    if entry.link and links[entry.link] == 1:
        return entry.link
    day = _day(post)
    return f"{day} {post.headline[:_LONGEST_ID]}" if day and post.headline else None


def _day(post: Post) -> str | None:
    time = post.printed_time
    return f"{time.year}-{time.month:02}-{time.day:02}" if time and time.year and time.month and time.day else None


def _once(entries: Iterable[tuple[Entry, Post]]) -> Iterable[Post]:
    """Each entry once. Of several with one guid, title and day only the last is the entry, the others are what it was before."""
    last: dict[object, Post] = {}
    for entry, post in entries:
        tells = post.headline or post.text if entry.guid else (post.headline, post.text, post.printed_time)
        key = post.own_id, tells, _day(post)
        before = last.get(key)
        if before is None or _clock(post) > _clock(before):
            last[key] = post
    return last.values()


def _clock(post: Post) -> tuple[int, int]:
    time = post.printed_time
    return (time.hour or 0, time.minute or 0) if time else (0, 0)
