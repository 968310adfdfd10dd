"""Feeds in XML: RSS 0.9x to 2.0, RDF and Atom, through feedparser.

feedparser is given bytes in memory and nothing else (a string could be a path or an address to it), already decoded and
cleaned by us, with its sanitizer off (quadratic on floods, and we take no markup anyway). Its reading of dates is not used
where a zone has a name: it takes BST, CEST, MSK and others for UTC, so the raw date is read again with our own table of zones.
A feed that is not well-formed is used as far as it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from time import struct_time
from typing import Any

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.read.errors import UnreadableError
from newsdesk.read.feeds.entities import with_own_entities
from newsdesk.read.feeds.entry import Entry, author_of, author_of_all, first_with_words, posts_of, time_of, words
from newsdesk.read.labels import label_among
from newsdesk.read.lines.html_text import Plain, html_to_plain, title_to_plain
from newsdesk.read.links import link_from, safe_link
from newsdesk.read.publishers import publisher_of_feed

_BROKEN = "this feed is damaged or breaks off before its first entry; check its address in a browser, or get it again"
_NAMELESS = "this is a feed with neither a name nor entries; check its address in a browser"
_XML_HEAD = late_pattern(r"\s*<\?xml[^<>]{0,400}\?>")
_MEDIA_PREFIX = late_pattern(r"xmlns:([A-Za-z_][\w.-]{0,40})\s*=\s*[\"']http://search\.yahoo\.com/mrss/?[\"']")
_PLACED = late_pattern(r"(?:[+-]\d\d:?\d\d|GMT|UTC?|Z)$")
"""Behind a date whose zone feedparser reads right."""


def read_xml_feed(text: str) -> tuple[Source, tuple[Post, ...]]:
    """The entries of a decoded, cleaned RSS, RDF or Atom feed; one that is whole may have none.

    Raises:
        UnreadableError: It breaks off before its first entry, cannot be parsed at all, or declares entities that are not put in.
    """
    import feedparser  # noqa: PLC0415  # 92 ms: only when a feed is read

    whole = with_own_entities(_XML_HEAD.sub("", text, count=1))
    data = BytesIO(_media_apart(whole).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        feed = feedparser.parse(data, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
        about, damaged = feed.feed, bool(feed.bozo)
        title, publisher, home = (_raw(about, key) for key in ("title", "publisher", "link"))
        name = title_to_plain(title) if isinstance(title, str) else ""
        named = words(publisher)
        if named is None or "@" in named:  # feedparser takes the mailbox of the webmaster for a publisher
            named = publisher_of_feed(name)
        by = _authors(about) if str(feed.version).startswith("atom") else ()  # RSS has a managing editor there
        posts = posts_of((_entry(entry, home) for entry in feed.entries), author_of_all(by, name, named))
        empty = not feed.entries
    except (UnreadableError, MemoryError):
        raise
    except Exception:  # noqa: BLE001  # what a parser of hostile text may raise is not documented
        raise UnreadableError("this is a feed that cannot be parsed; check its address in a browser") from None
    link = safe_link(home)
    if empty and (damaged or not (name or link)):
        raise UnreadableError(_BROKEN if damaged else _NAMELESS)
    return Source(SourceKind.FEED, "", title=name or None, publisher=named, link=link), posts


def _media_apart(text: str) -> str:
    """Give the words that stand with pictures and films names of their own: feedparser takes them for the entry's.

    It keeps every credit with its attributes; so all of them become credits, and say what they were.
    """
    found = _MEDIA_PREFIX.search(text)
    if found is None:
        return text
    of_media = re.compile(rf"<(/?){re.escape(found[1])}:(title|description)(?=[\s/>])")
    return of_media.sub(lambda tag: f"<{tag[1]}{found[1]}:credit" + ("" if tag[1] else f' was="{tag[2]}"'), text)


def _raw(entry: Mapping[str, Any], *keys: str) -> object:
    """The first of an entry's values by their own names: feedparser's entries answer for other names, too."""
    return next((value for key in keys if (value := dict.get(entry, key))), None)  # type: ignore[call-overload]  # its entries are dicts


def _parts(entry: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    """The elements of one name that an entry may have several of."""
    found = _raw(entry, key)
    return found if isinstance(found, list) else ()


def _entry(entry: Mapping[str, Any], home: object) -> Entry:
    contents = sorted(
        (
            str(part.get("value") or "")
            for part in _parts(entry, "content")
            if "html" in part.get("type", "html") or "text" in part.get("type", "")
        ),
        key=len,
        reverse=True,
    )
    title = _raw(entry, "title") or next((credit.get("content") for credit in _of_media(entry, "title")), None)
    return Entry(
        title=title,
        text=_with_media(entry, title, first_with_words([*contents, _raw(entry, "summary")])),
        guid=words(_raw(entry, "id")),
        link=link_from(_raw(entry, "link"), home) or next(_enclosures(entry, home), None),
        author=author_of(_authors(entry)),
        time=_time(entry),
        label=label_among(filter(None, (words(tag.get("label") or tag.get("term")) for tag in _parts(entry, "tags")))),
    )


def _authors(entry: Mapping[str, Any]) -> Sequence[object]:
    """The names of an entry's, or a feed's, authors. Of one with a mailbox as they stand: feedparser cuts a long top-level domain."""
    whole, parts = _raw(entry, "author"), _parts(entry, "authors")
    if not parts or (len(parts) == 1 and "@" in str(whole)):
        return [whole]
    return [author.get("name") or author.get("email") for author in parts]


def _enclosures(entry: Mapping[str, Any], home: object) -> Iterator[str]:
    """The recordings of a podcast's entry."""
    for link in _parts(entry, "links"):
        if link.get("rel") == "enclosure" and (address := link_from(link.get("href"), home)):
            yield address


def _of_media(entry: Mapping[str, Any], was: str | None) -> Iterator[Mapping[str, Any]]:
    return (credit for credit in _parts(entry, "media_credit") if credit.get("was") == was and credit.get("content"))


def _with_media(entry: Mapping[str, Any], title: object, text: Plain) -> Plain:
    """With what stands under the entry's pictures; what a film's entry says, it says there."""
    if not _parts(entry, "media_credit"):
        return text
    descriptions = [html_to_plain(str(one["content"])).text for one in _of_media(entry, "description")]
    if not text.text and descriptions and not _shows_pictures(entry):
        text = Plain(max(descriptions, key=len), text.captions)
    others = [title_to_plain(str(one["content"])) for was in ("title", None) for one in _of_media(entry, was)]
    own = {text.text, title_to_plain(title) if isinstance(title, str) else ""}
    lines = dict.fromkeys([*text.captions, *(clean_line(one) for one in [*descriptions, *others] if one not in own)])
    return Plain(text.text, tuple(line for line in lines if line))


def _shows_pictures(entry: Mapping[str, Any]) -> bool:
    return any(
        media.get("medium") == "image" or str(media.get("type", "")).startswith("image/")
        for media in _parts(entry, "media_content")
    )


def _time(entry: Mapping[str, Any]) -> PrintedTime | None:
    """When an entry was published, or created, or changed last."""
    keys = ("published", "created", "updated")
    if time := time_of(*(_raw(entry, key) for key in keys)):
        return time
    for key in keys:
        line, moment = words(_raw(entry, key)), _raw(entry, f"{key}_parsed")
        if line and isinstance(moment, struct_time) and _PLACED.search(line):
            year, month, day, hour, minute = moment[:5]
            return PrintedTime(line, year, month, day, hour, minute, "UTC", 0)
    return None
