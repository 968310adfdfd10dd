"""Lists of feeds (OPML), as feed readers export them: which feeds one names, never a source itself.

listparser reads them, as it takes lists that are no well-formed XML, which many are. It stands on the standard library's HTML
parser, whose time grows with the square of what is not closed, and copies the folders above each feed; so it is given nothing but
outlines that are closed, one after the other, and not too deep. It would fetch a string that is an address: it is given bytes.
"""

from __future__ import annotations

import re
from html import escape

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.errors import NamedFeed, UnreadableError
from newsdesk.read.links import safe_link

_OUTLINE = late_pattern(
    r"<(?:(?P<close>/outline)\s*+>|outline(?=[\s/>])(?:(?P<whole>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)|(?P<damaged>[^<>]*+))>)",
    re.IGNORECASE,
)
_COMMENT = late_pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ADDRESS = late_pattern(r"\b(?:xmlUrl|url)\s*=\s*[\"']?\s*(?P<value>[^\s\"'<>]{8,4000})", re.IGNORECASE)
_TITLE = late_pattern(
    r"\b(?:text|title)\s*=\s*[\"']?(?P<value>[^\"'<>]{1,300}?)(?:\s+\w+=)?(?=[\"'<>]|$)", re.IGNORECASE
)
_LINK = late_pattern(r"(?<![\w-])type\s*=\s*[\"']?link\b", re.IGNORECASE)
_FEED = late_pattern(r"(?<![\w-])xmlUrl\s*=", re.IGNORECASE)
_LIST = late_pattern(r"\burl\s*=\s*[\"']?[^\s\"'<>?#]{1,4000}\.opml\b", re.IGNORECASE)
"""By the specification of OPML 2.0 a link leads to a list where its address ends so, else to a page; "include" is always a list. What has
the address of a feed is one, whatever its type."""
_BARE_AMPERSAND = late_pattern(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)")
_FEED_SCHEME = late_pattern(r"feed:(?://(?=https?:))?(?P<rest>https?:)?", re.IGNORECASE)
"""How programs on a desktop write the address of a feed: "feed://example.org/rss", "feed:https://example.org/rss"."""
_LONGEST_OUTLINE = 8_000
_DEEPEST = 500
_MOST_OUTLINES = 20_000
_TOO_LARGE = "this is a list of feeds (OPML) larger than any reader's; split it, or add the feeds one by one"


def feeds_in(text: str) -> tuple[NamedFeed, ...]:
    """The feeds that a cleaned OPML document names, in its order, each address once; then the other lists that it includes.

    A category is the path of the folders that it lies in, or what the list itself gives.

    Raises:
        UnreadableError: It names none, or is larger or deeper than lists of feeds are.
    """
    import listparser  # noqa: PLC0415  # 25 ms: only when a list is read

    try:
        told = listparser.parse(_closed(text).encode("utf-8", "replace"))
        found = [*told["feeds"], *told["lists"]]
    except (UnreadableError, MemoryError):
        raise
    except Exception:  # noqa: BLE001  # what a parser of hostile text may raise is not documented
        found = []
    feeds: dict[str, NamedFeed] = {}
    for one in found:
        scheme = _FEED_SCHEME.match(one["url"])
        address = (scheme["rest"] or "http:") + one["url"][scheme.end() :] if scheme else one["url"]
        if url := safe_link(address):
            folders = (" / ".join(filter(None, map(clean_line, path))) for path in one.get("categories", ()))
            category = next(filter(None, folders), None)
            feeds.setdefault(url, NamedFeed(clean_line(one["title"])[:300] or None, url, category))
    if not feeds:
        raise UnreadableError("this is a list of feeds (OPML) that names no feed by its address; export it anew")
    return tuple(feeds.values())


def _closed(text: str) -> str:
    """The outlines of a document and nothing else, each a whole tag."""
    depth = 0
    kept: list[str] = []
    for found in _OUTLINE.finditer(_COMMENT.sub("", text)):
        if found["close"]:
            if depth:
                depth -= 1
                kept.append("</outline>")
            continue
        attributes = found["whole"] if found["whole"] is not None else _mended(found["damaged"])
        if len(attributes) > _LONGEST_OUTLINE:
            attributes = "/"
        if _LINK.search(attributes) and not _FEED.search(attributes) and not _LIST.search(attributes):
            attributes = "/" if attributes.rstrip().endswith("/") else ""
        depth += not attributes.rstrip().endswith("/")
        kept.append(f"<outline {_BARE_AMPERSAND.sub('&amp;', attributes.rstrip())}>")
        if depth > _DEEPEST or len(kept) > _MOST_OUTLINES:
            raise UnreadableError(_TOO_LARGE)
    return "".join(["<opml><body>", *kept, "</body></opml>"])


def _mended(attributes: str) -> str:
    """What can be told of an outline whose quotation marks do not pair."""
    address, title = _ADDRESS.search(attributes), _TITLE.search(attributes)
    named = [f'{name}="{escape(found["value"])}"' for name, found in (("xmlUrl", address), ("text", title)) if found]
    return " ".join([*named, "/"] if address else named)
