"""Feeds in JSON: JSON Feed 1.0 and 1.1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsdesk.model import Post, Source, SourceKind
from newsdesk.read.errors import UnreadableError
from newsdesk.read.feeds.entry import Entry, author_of, author_of_all, first_with_words, posts_of, time_of, words
from newsdesk.read.labels import label_among
from newsdesk.read.lines.html_text import Plain, title_to_plain
from newsdesk.read.links import link_from, safe_link
from newsdesk.read.publishers import publisher_of_feed


def read_json_feed(feed: Mapping[str, Any]) -> tuple[Source, tuple[Post, ...]]:
    """The items of a JSON Feed, already parsed; there may be none.

    Raises:
        UnreadableError: It has no list of items.
    """
    items = feed.get("items")
    if not isinstance(items, list):
        raise UnreadableError("this is a JSON Feed without a list of items; check its address in a browser")
    home = safe_link(feed.get("home_page_url")) or safe_link(feed.get("feed_url"))
    title = feed.get("title")
    name = title_to_plain(title) if isinstance(title, str) else ""
    publisher = publisher_of_feed(name)
    author = author_of_all(_authors(feed), name, publisher)
    posts = posts_of((_entry(item, home) for item in items if isinstance(item, dict)), author)
    return Source(SourceKind.FEED, "", title=name or None, publisher=publisher, link=home), posts


def _entry(item: Mapping[str, Any], home: str | None) -> Entry:
    attachments = item.get("attachments")
    recordings = (
        [one.get("url") for one in attachments if isinstance(one, dict)] if isinstance(attachments, list) else []
    )
    links = [item.get("url"), item.get("external_url"), *recordings]
    guid = item.get("id")
    return Entry(
        title=item.get("title"),
        text=_text(item),
        guid=words(str(guid)) if isinstance(guid, (str, int, float)) and not isinstance(guid, bool) else None,
        link=next((link for one in links if (link := link_from(one, home))), None),
        author=author_of(_authors(item)),
        time=time_of(item.get("date_published"), item.get("date_modified")),
        label=label_among(filter(None, map(words, tags))) if isinstance(tags := item.get("tags"), list) else None,
    )


def _authors(of: Mapping[str, Any]) -> Sequence[object]:
    """The authors' names of an item, or of the feed: version 1.1 has a list of them, 1.0 one."""
    authors = of.get("authors")
    listed = authors if isinstance(authors, list) and authors else [of.get("author")]
    return [author.get("name") if isinstance(author, dict) else author for author in listed]


def _text(item: Mapping[str, Any]) -> Plain:
    return first_with_words(
        [item.get("content_html"), _as_html(item.get("content_text")), _as_html(item.get("summary"))]
    )


def _as_html(text: object) -> object:
    return text.replace("&", "&amp;").replace("<", "&lt;") if isinstance(text, str) else None
