"""The words of a page's elements as pieces: paragraphs, headings, list items; captions and embedded posts apart; furniture out.

What an element is for is told by its name, its role and the words of its classes, which say the same on most sites. A class
is no proof: themes put "sidebar" on what holds the whole page, so what holds much prose is kept whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import read_length

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


class Kind(Enum):
    """What a piece is on its page."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    CAPTION = auto()
    """Alternative texts, captions and credits."""
    EMBED = auto()
    """The words of an embedded post."""


class Use(Enum):
    """What an element's name and classes say that it is for."""

    WORDS = auto()
    CAPTION = auto()
    EMBED = auto()
    FURNITURE = auto()
    """Not for this page's news, unless it holds much prose."""
    NEVER = auto()
    """Comments of readers, and what is not shown."""


@dataclass(slots=True)
class Piece:
    """A paragraph or the like, one clean line."""

    kind: Kind
    text: str
    linked: int = 0
    """Characters, before cleaning and without white space, that stand in links."""
    level: int = 0
    """Of a heading: 1-6."""
    inside: LexborNode | None = field(default=None, compare=False, repr=False)
    """The element in which its last words stand; None for what no page showed and for what describes a picture."""


_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "iframe", "object", "button", "head", "math", "audio", "video", "nav", "select", "input",
    "textarea", "label", "dialog", "menu", "aside", "footer", "time", "gu-ad", "amp-ad",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "dl", "dt", "dd", "li",
    "figure", "figcaption", "header", "footer", "aside", "main", "hr", "address", "details", "summary", "center", "form", "fieldset",
}  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_PARTS = {"div", "section", "article"}
_WHOLE = {"html", "body", "main", "article"}
"""Elements that no class makes furniture."""

_WORD = late_pattern(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_NEVER = {"comments", "disqus", "commentlist", "respond"}
_NEVER_PAIRS = late_pattern(r"\bcomment (?:list|body|content|item|text|thread|wrap|area|\d+)\b|\bwm ipp\b")
_FURNITURE = {
    "share", "sharing", "sharebar", "sharedaddy", "newsletter", "newsletters", "related", "recirc", "recirculation", "promo", "promos", "promobox",
    "advert", "adverts", "advertisement", "ads", "ad", "adslot", "adunit", "sponsored", "cookie", "cookies", "consent", "breadcrumb", "breadcrumbs",
    "recommended", "recommendations", "sidebar", "subscribe", "subscription", "paywall", "outbrain", "taboola", "toolbar", "richlink", "signup",
    "donate", "donation", "nav", "navbar", "navigation", "menu", "pagination", "pager", "trending", "onward", "toc", "jumplinks", "feedback",
    "disclaimer", "copyright", "epic", "interstitial", "followus", "readmore", "popular", "complementary", "reactions", "keyevents", "keypoints", "byline", "bylines",
}  # fmt: skip
_FURNITURE_PAIRS = late_pattern(
    r"\b(?:most (?:read|popular|viewed)|read (?:more|next|also)|see also|key (?:events?|points?|moments?)|rich link|more (?:on|stories|from|links)|social(?: \w+)? (?:share|links?|media|icons?|buttons?)"
    r"|(?:tag|topic|link)s? list|(?:topic|post|article|entry|story) tags?|tags (?:links|list)|visually hidden|sr only|screen reader(?: \w+)?|skip link|follow (?:us|button)"
    r"|author bio|about author|sign up|jump to|up next|table contents|summary box|in stories|topics list|story package|links? block|live feed nav)\b"
)
_CAPTION = {"caption", "captions", "figcaption", "credit", "credits", "imagecaption", "imagecredit", "photocredit", "mediacaption", "attribution", "absatzbild", "bildunterschrift", "bildunterzeile", "bildtext", "bildquelle"}  # fmt: skip
_CAPTION_PAIRS = late_pattern(r"\b(?:image|photo|picture|media) (?:source|info|copyright|description)\b")
_EMBED = {
    "tweet", "twitter", "instagram", "tiktok", "facebook", "bluesky", "truthsocial", "telegram", "reddit", "youtube", "embed", "embedded", "oembed",
    "socialembed", "vk", "weibo", "mastodon", "threads",
}  # fmt: skip
_AMP_LISTS = {"amp-live-list", "amp-list", "amp-script", "amp-accordion"}
"""Elements of AMP pages that hold words of the page."""
_EMBED_NAMES = late_pattern(r"(?:Tweet|Twitter|Instagram|Youtube|YouTube|Facebook|Tiktok|TikTok|Embed|Telegram|Video)")
_SUMMARY = late_pattern(r"summary|highlights|takeaways", re.IGNORECASE)
"""A list of this name says in short what the page says."""
_HIDDEN_STYLE = late_pattern(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_SMALL_PICTURE = late_pattern(r"\b(?:avatar|icon|logo|author|byline|headshot|emoji|pixel|spacer|sprite)\b")
_UNFILLED = late_pattern(r"\{\{[^{}]{1,1000}\}\}")
_ENOUGH_PROSE = 1_200
"""Characters of paragraphs that make an element prose, whatever its classes say."""
_LONG_PARAGRAPH = 80
_FEWEST_SECTIONS = 2
_MOST_OF_FIGURE = 60
"""Headings and paragraphs of a figure that are looked at."""
_MOST_LOOKED_AT = 4_000
"""Nodes that are looked at to tell whether there is prose; an element with more of them has some."""
_MOST_NODES = 300_000
"""Nodes of one page that are read; long live pages have 50,000."""
_MOST_DOUBTS = 500
"""Elements of one page that are looked at so; later ones are what their classes say."""


@lru_cache(maxsize=2_048)
def _use_of_names(names: str) -> Use:
    """What the words of an element's classes and id say."""
    words = [word.lower() for word in _WORD.findall(names)]
    spaced = " ".join(words)
    known = set(words)
    if known & _NEVER or _NEVER_PAIRS.search(spaced):
        return Use.NEVER
    if known & _EMBED and not known & {"share", "follow", "social"}:
        return Use.EMBED
    if known & _FURNITURE or _FURNITURE_PAIRS.search(spaced):
        return Use.FURNITURE
    if known & _CAPTION or _CAPTION_PAIRS.search(spaced):
        return Use.CAPTION
    return Use.WORDS


def names_of(attributes: dict[str, str | None]) -> str:
    """The words by which a site calls an element."""
    keys = ("class", "id", "data-component", "data-testid", "data-component-name", "role", "aria-label", "data-type")
    return " ".join(value[:300] for key in keys if (value := attributes.get(key)))


def _holds_prose(node: LexborNode) -> bool:
    total = 0
    for looked_at, inner in enumerate(node.traverse()):
        if looked_at == _MOST_LOOKED_AT:
            return True
        if inner.tag == "p":
            length = read_length(inner.text(strip=True))
            total += length if length >= _LONG_PARAGRAPH else 0
            if total >= _ENOUGH_PROSE:
                return True
    return False


def _holds_sections(figure: LexborNode) -> bool:
    """Whether a figure holds a part of the text, in sections with headings, and no picture with what describes it."""
    tags = [
        each.tag
        for each in figure.css("h2, h3, h4, p")[:_MOST_OF_FIGURE]
        if (read_length(each.text(strip=True)) >= _LONG_PARAGRAPH if each.tag == "p" else each.css_first("a") is None)
        and all(outer.tag not in {"a", "figcaption", "blockquote"} for outer in around(each))
    ]
    paragraphs = tags.count("p")
    return paragraphs >= _FEWEST_SECTIONS and len(tags) - paragraphs >= _FEWEST_SECTIONS


def use_of(node: LexborNode, tag: str) -> Use:
    """What an element is for."""
    attributes = node.attributes
    if not attributes:
        return Use.CAPTION if tag in {"figure", "figcaption"} else Use.WORDS
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return Use.NEVER
    if (style := attributes.get("style")) and _HIDDEN_STYLE.search(style[:300]):
        return Use.NEVER
    if tag == "gu-island":
        name = attributes.get("name") or ""
        return Use.EMBED if _EMBED_NAMES.search(name) else Use.WORDS
    if tag.startswith("amp-") and tag not in _AMP_LISTS:
        return Use.CAPTION if tag == "amp-img" else Use.EMBED
    if tag in _WHOLE:
        return Use.WORDS
    use = _use_of_names(names_of(attributes))
    if use is Use.WORDS and tag in {"figure", "figcaption"}:
        return Use.CAPTION
    if use is Use.WORDS and tag in {"ul", "ol"} and _SUMMARY.search(names_of(attributes)):
        return Use.FURNITURE
    if use is Use.EMBED and tag in {"a", "p", "span", "img", "li"}:
        return Use.WORDS
    return use


def around(node: LexborNode) -> Iterator[LexborNode]:
    """The element and those that it lies in, up to the page's body."""
    each: LexborNode | None = node
    while each is not None and each.tag not in {"body", "html"}:
        yield each
        each = each.parent


def line_of(words: str) -> str:
    """One clean line; most are plain already, and a page has ten thousand."""
    return " ".join(words.split()) if words.isascii() and words.isprintable() else clean_line(words)


def _is_unfilled(line: str) -> bool:
    """Whether a line is mostly places that a script would have filled ("{{ post.author }}")."""
    return "{{" in line and sum(map(len, _UNFILLED.findall(line))) * 2 > len(line)


class _Collector:
    """Puts the words of nodes, met in document order, into pieces."""

    def __init__(self, skipped: Container[int], *, embeds_tell: bool = False) -> None:
        self.pieces: list[Piece] = []
        self._skipped = skipped
        self._embeds_tell = embeds_tell
        self._words: list[str] = []
        self._linked = 0
        self._kind = Kind.PARAGRAPH
        self._level = 0
        self._inside: LexborNode | None = None
        self._apart: Kind | None = None
        """Captions or embedded posts are being read."""
        self._links = 0
        """Links that are open."""
        self._doubts = 0
        self._leaving: list[tuple[int, Kind | None, int]] = []
        """Elements with something apart in them, what was read before, and how many pieces there were."""

    def enter(self, node: LexborNode) -> bool:
        """Take a node's own words; whether its children are to be met."""
        tag = node.tag
        if tag == "-text":
            self._take_words(node)
            return False
        if tag is None or tag.startswith(("-", "_", "!")):
            return False
        if tag == "br":
            self._words.append("\n")
            return False
        if tag == "img":
            self._take_picture(node.attributes)
            return False
        if (tag in _SKIPPED and not (tag == "footer" and self._apart)) or node.mem_id in self._skipped:
            return False
        if (tag != "a" or node.attributes.get("class")) and not self._is_for_words(node, tag):
            return False
        if tag in _BLOCKS:
            self.end()
            if tag == "li":
                self._kind = Kind.ITEM
            elif tag in _HEADINGS:
                self._kind, self._level = Kind.HEADING, _HEADINGS[tag]
        elif tag in {"td", "th"}:
            self._words.append(" ")
        elif tag == "a":
            self._links += 1
        return True

    def leave(self, node: LexborNode) -> None:
        """All children of a node were met."""
        tag = node.tag
        if tag == "a" and self._links:
            self._links -= 1
        if tag in _BLOCKS:
            self.end()
        if self._leaving and self._leaving[-1][0] == node.mem_id:
            self.end()
            embedded = self._apart is Kind.EMBED
            _, self._apart, first = self._leaving.pop()
            if embedded and (words := " ".join(piece.text for piece in self.pieces[first:])):
                self.pieces[first:] = [Piece(Kind.EMBED, words)]

    def end(self) -> None:
        """Close the open piece; line breaks inside it make pieces, too."""
        if not self._words:
            return
        words = "".join(self._words)
        if words.isspace():
            self._words.clear()
            self._linked = 0
            return
        kind = self._apart or self._kind
        for part in words.split("\n"):
            if (line := line_of(part)) and not _is_unfilled(line):
                self.pieces.append(Piece(kind, line, self._linked, self._level, self._inside))
        self._words.clear()
        self._linked = self._level = 0
        self._kind = Kind.PARAGRAPH

    def _take_words(self, node: LexborNode) -> None:
        words = (node.text_content or "").replace("\n", " ")
        self._words.append(words)
        if not words.isspace():
            self._inside = node.parent
        if self._links:
            self._linked += len("".join(words.split()))

    def _take_picture(self, attributes: dict[str, str | None]) -> None:
        """Keep the words that describe a picture."""
        words = clean_line((attributes.get("alt") or "")[:2_000])
        names = " ".join(_WORD.findall(names_of(attributes))).lower()
        if len(words.split()) > 1 and not _SMALL_PICTURE.search(names) and not words.startswith(("http:", "https:")):
            self.pieces.append(Piece(Kind.CAPTION, words))

    def _is_for_words(self, node: LexborNode, tag: str) -> bool:
        """Whether an element is for this page's words; what is apart in it begins here."""
        use = use_of(node, tag)
        if use is Use.EMBED and self._embeds_tell and tag in _PARTS:
            use = Use.WORDS
        if use is Use.NEVER or (use is Use.FURNITURE and not self._is_prose(node, tag)):
            return False
        apart = {Use.CAPTION: Kind.CAPTION, Use.EMBED: Kind.EMBED}.get(use)
        if apart and self._apart is not Kind.EMBED and (tag == "blockquote" or not self._is_prose(node, tag)):
            self.end()
            self._leaving.append((node.mem_id, self._apart, len(self.pieces)))
            self._apart = apart
        return True

    def _is_prose(self, node: LexborNode, tag: str) -> bool:
        self._doubts += 1
        if self._doubts >= _MOST_DOUBTS or tag in {"p", "li", "span", "a"}:
            return False
        return _holds_prose(node) or (tag == "figure" and _holds_sections(node))


def _once(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with nothing apart said twice."""
    kept: list[Piece] = []
    said: set[str] = set()
    for piece in pieces:
        if piece.kind in {Kind.CAPTION, Kind.EMBED}:
            if piece.text in said:
                continue
            said.add(piece.text)
        kept.append(piece)
    return kept


def _meet_children(collector: _Collector, root: LexborNode) -> None:
    """Take the words inside an element, in document order."""
    node: LexborNode | None = root.child
    for _ in range(_MOST_NODES):
        if node is None:
            break
        entered = collector.enter(node)
        following = node.child if entered else None
        while following is None and node is not None and node.mem_id != root.mem_id:
            if entered:
                collector.leave(node)
            following = node.next
            if following is None:
                node, entered = node.parent, True
            else:
                break
        node = following


def pieces_of(root: LexborNode, skipped: Container[int] = (), *, embeds_tell: bool = False) -> list[Piece]:
    """The pieces of an element, in document order.

    Args:
        root: the element; its own name and classes say nothing here.
        skipped: `mem_id` of elements that were read already.
        embeds_tell: parts that are called embeds hold the page's own words; quotations in them are still others'.
    """
    collector = _Collector(skipped, embeds_tell=embeds_tell)
    _meet_children(collector, root)
    collector.end()
    return _once(collector.pieces)


def pieces_behind(node: LexborNode, ends: Container[int]) -> list[Piece]:
    """The pieces of what stands behind an element in the one that holds both, up to the next element of `ends` (by `mem_id`)."""
    collector = _Collector(())
    beside = node.next
    while beside is not None and beside.mem_id not in ends:
        if collector.enter(beside):
            _meet_children(collector, beside)
            collector.leave(beside)
        beside = beside.next
    collector.end()
    return _once(collector.pieces)
