"""Feeds: RSS 0.9x to 2.0, RDF and Atom through feedparser, JSON Feed by ourselves. One post for each entry, in the feed's order.

feedparser is given bytes in memory and nothing else (a string could be a path or an address to it), already decoded and
cleaned by us, with its sanitizer off (quadratic on floods, and we take no markup anyway). Its reading of dates is not used:
it takes BST, CEST, MSK and others for UTC, so the raw date is read again with our own table of zones. A feed that is not
well-formed is used as far as it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from newsdesk.clean import clean_line
from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.read.errors import UnreadableError
from newsdesk.read.furniture import without_link_marks
from newsdesk.read.html_text import Plain, html_to_plain, title_to_plain
from newsdesk.read.links import safe_link
from newsdesk.read.names import signed_line
from newsdesk.read.publishers import publisher_of_feed
from newsdesk.read.times import read_time

_NO_ENTRIES = "this is a feed without entries; check its address in a browser, or try again when it has some"
_XML_HEAD = re.compile(r"\s*<\?xml[^<>]{0,400}\?>")
_MAIL_AND_NAME = re.compile(r"[^\s()<>]+@[^\s()<>]+\s*\((?P<name>[^()]+)\)|(?P<first>[^<>]+?)\s*<[^<>\s]+@[^<>\s]+>")
_ADDRESS_ONLY = re.compile(r"\S+@\S+|https?://\S+")
_LEADS_ON = re.compile(
    r"\s*(?:The post .{1,300} (?:appeared first|first appeared) on .{1,100}\.?"
    r"|(?:Continue reading|Read more|Read the full (?:story|article))\s?(?:\.\.\.|…|»|›|→))$"
)
"""What feeds put behind a text that goes on elsewhere."""
_LONGEST_ID = 2_000


def _words(value: object) -> str | None:
    """A one-line string of a feed; None for anything else and for nothing."""
    return (clean_line(value[:20_000]) or None) if isinstance(value, str) else None


def _author(names: Iterable[object]) -> str | None:
    """Who wrote an entry, without addresses and "By"."""
    kept: dict[str, None] = {}
    for value in names:
        name = _words(value)
        if name and (found := _MAIL_AND_NAME.fullmatch(name)):
            name = found["name"] or found["first"]
        if name and not _ADDRESS_ONLY.fullmatch(name):
            signed = signed_line(name)
            kept[signed.name if signed and signed.role is None else name[:300]] = None
    return ", ".join(kept) or None


def _post(
    n: int,
    *,
    title: object,
    text: Plain,
    own_id: object,
    link: object,
    author: str | None,
    date: object,
) -> Post:
    address = safe_link(link)
    identity = _words(own_id)
    return Post(
        n=n,
        text=_LEADS_ON.sub("", without_link_marks(text.text)),
        headline=(title_to_plain(title) or None) if isinstance(title, str) else None,
        byline_name=author,
        captions=text.captions,
        printed_time=_time(date),
        own_id=identity[:_LONGEST_ID] if identity else address,
        link=address,
    )


def _time(raw: object) -> PrintedTime | None:
    """The raw date of an entry read with our own table of zones; None when it is none we know."""
    line = _words(raw)
    return read_time(line) if line else None


def _longest(values: Iterable[object]) -> Plain:
    """The fullest of an entry's texts: some feeds carry a summary beside the content, some put all in one of them."""
    texts = sorted((value for value in values if isinstance(value, str)), key=len, reverse=True)
    return html_to_plain(texts[0]) if texts else Plain("")


def _raw(entry: Mapping[str, Any], *keys: str) -> object:
    """The first of an entry's values by their own names: feedparser's entries answer for other names, too."""
    return next((value for key in keys if (value := dict.get(entry, key))), None)  # type: ignore[call-overload]  # its entries are dicts


def _entry(n: int, entry: Mapping[str, Any]) -> Post:
    contents = [
        part.get("value")
        for part in entry.get("content") or ()
        if "html" in part.get("type", "html") or "text" in part.get("type", "")
    ]
    authors = [author.get("name") or author.get("email") for author in entry.get("authors") or ()]
    return _post(
        n,
        title=_raw(entry, "title"),
        text=_longest([*contents, _raw(entry, "summary")]),
        own_id=_raw(entry, "id"),
        link=_raw(entry, "link"),
        author=_author(authors or [_raw(entry, "author")]),
        date=_raw(entry, "published", "created", "updated"),
    )


def read_xml_feed(text: str) -> tuple[Source, tuple[Post, ...]]:
    """The entries of a decoded, cleaned RSS, RDF or Atom feed.

    Raises:
        UnreadableError: It has no entries, or cannot be parsed at all.
    """
    import feedparser  # noqa: PLC0415  # 92 ms: only when a feed is read

    data = BytesIO(_XML_HEAD.sub("", text, count=1).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        feed = feedparser.parse(data, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
        entries, about = list(feed.entries), feed.feed
        posts = tuple(_entry(n, entry) for n, entry in enumerate(entries, 1))
        title, publisher, link = (_raw(about, key) for key in ("title", "publisher", "link"))
    except Exception as problem:  # noqa: BLE001  # what a parser of hostile text may raise is not documented
        raise UnreadableError(
            f"this is a feed that cannot be parsed ({type(problem).__name__}); check its address in a browser"
        ) from None
    if not posts:
        raise UnreadableError(_NO_ENTRIES)
    name = title_to_plain(title) if isinstance(title, str) else ""
    named = _words(publisher) or publisher_of_feed(name)
    return Source(SourceKind.FEED, "", title=name or None, publisher=named, link=safe_link(link)), posts


def _json_authors(item: Mapping[str, Any]) -> str | None:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    return _author(author.get("name") if isinstance(author, dict) else author for author in authors or ())


def _json_text(item: Mapping[str, Any]) -> Plain:
    if isinstance(html := item.get("content_html"), str) and html.strip():
        return html_to_plain(html)
    if isinstance(text := item.get("content_text"), str) and text.strip():
        return html_to_plain(text.replace("&", "&amp;").replace("<", "&lt;"))
    return _longest([item.get("summary")])


def read_json_feed(feed: Mapping[str, Any]) -> tuple[Source, tuple[Post, ...]]:
    """The items of a JSON Feed, already parsed.

    Raises:
        UnreadableError: It has no items.
    """
    items = feed.get("items")
    known = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not known:
        raise UnreadableError(_NO_ENTRIES)
    posts = tuple(
        _post(
            n,
            title=item.get("title"),
            text=_json_text(item),
            own_id=str(item["id"]) if isinstance(item.get("id"), (str, int)) else None,
            link=item.get("url") or item.get("external_url"),
            author=_json_authors(item),
            date=item.get("date_published") or item.get("date_modified"),
        )
        for n, item in enumerate(known, 1)
    )
    title = feed.get("title")
    name = title_to_plain(title) if isinstance(title, str) else ""
    link = safe_link(feed.get("home_page_url")) or safe_link(feed.get("feed_url"))
    return Source(SourceKind.FEED, "", title=name or None, publisher=publisher_of_feed(name), link=link), posts
