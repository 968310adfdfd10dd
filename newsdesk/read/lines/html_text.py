"""The HTML of a feed entry to plain paragraphs; what stands under pictures kept apart."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from newsdesk.clean import clean, clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import body

LONGEST = 3_000_000
"""Characters of one entry's HTML that are parsed, with room for the markup of the longest post; the rest is left out."""
_LONGEST_STYLE = 1_000
_DEEPEST = 2_000
"""Nesting up to which the parser is fast; its time grows with the square of it."""

_SKIPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "button",
    "form",
    "head",
    "math",
    "audio",
    "video",
}
_BLOCKS = {
    "p", "div", "section", "article", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "dl", "dt", "dd",
    "figure", "figcaption", "header", "footer", "aside", "main", "hr", "address", "details", "summary", "center",
}  # fmt: skip
_CLOSES_ITSELF = {
    "p",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "option",
    "br",
    "img",
    "hr",
    "input",
    "meta",
    "link",
    "wbr",
    "source",
    "area",
    "col",
}
_HIDDEN = late_pattern(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|opacity)\s*:\s*0(?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
"""Styles of what nobody sees, such as the lines that newsletters write for a mail's preview."""
_MAY_HIDE = ("none", "hidden", "mso-hide", "max-height", "opacity")
"""One of these stands in every such style, and is found much faster."""
_TAG = late_pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})(?=[\s/>])")
_ANY_TAG = late_pattern(r"<(?:!--(?:[^-]|-(?!->))*+(?:-->)?|[/!?a-zA-Z][^<>]{0,4000})>?")
_INLINE = late_pattern(
    r"</?(?:b|i|em|strong|span|a|br|sup|sub|u|s|font|p|code|small|mark|wbr|cite|q|abbr)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)


class Plain(NamedTuple):
    """What a piece of HTML says."""

    text: str
    captions: tuple[str, ...] = ()


def _nesting(html: str) -> int:
    """An upper bound of how deep the elements lie inside each other."""
    deepest = depth = 0
    for found in _TAG.finditer(html):
        if found[2].lower() in _CLOSES_ITSELF:
            continue
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
    return deepest


class _Collector:
    """Puts the words of nodes, met in document order, into paragraphs, list items and captions."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.captions: list[str] = []
        self.words: list[str] = []
        self.item = False
        self.caption = False

    def end_paragraph(self) -> None:
        """Close the open paragraph; line breaks inside it make paragraphs, too.

        What the next words are (an item, a caption) stays said until there are words: items often hold a paragraph.
        """
        if not any(not words.isspace() for words in self.words):
            return
        for part in "".join(self.words).split("\n"):
            if not (line := clean_line(part)):
                continue
            if self.caption:
                self.captions.append(line)
            else:
                self.paragraphs.append(f"• {line}" if self.item else line)
        self.words.clear()
        self.item = self.caption = False

    def plain(self) -> Plain:
        """What was collected, cleaned."""
        self.end_paragraph()
        captions = dict.fromkeys(words for caption in self.captions if (words := clean_line(caption)))
        return Plain(body(self.paragraphs), tuple(captions))


def _parsed(html: str) -> Plain:
    from selectolax.lexbor import LexborHTMLParser, LexborNode  # noqa: PLC0415  # 16 ms, 8 MB: only when a feed is read

    collector = _Collector()
    lowered = html.lower()
    hides = any(sign in lowered for sign in _MAY_HIDE)

    def enter(node: LexborNode) -> bool:
        """Take a node's own words; whether its children are to be met."""
        tag = node.tag
        if tag == "-text":
            collector.words.append((node.text_content or "").replace("\n", " "))
            return False
        if tag is None or tag in _SKIPPED or tag.startswith(("-", "_", "!")):
            return False
        if hides and _HIDDEN.search((node.attributes.get("style") or "")[:_LONGEST_STYLE]):
            return False
        if tag == "br":
            collector.words.append("\n")
        elif tag == "img":
            if alt := node.attributes.get("alt"):
                collector.captions.append(alt)
        elif tag in _BLOCKS or tag == "li":
            collector.end_paragraph()
            collector.item = collector.item or tag == "li"
            collector.caption = collector.caption or tag == "figcaption"
        elif tag in {"td", "th"}:
            collector.words.append(" ")
        return True

    root = LexborHTMLParser(html).body
    node = root
    while node is not None and root is not None:
        following = node.child if enter(node) else None
        while following is None and node is not None and node.mem_id != root.mem_id:
            if node.tag in _BLOCKS or node.tag == "li":
                collector.end_paragraph()
                collector.item = collector.caption = False
            following = node.next
            node = node.parent
        node = following
    return collector.plain()


def _stripped(html: str) -> Plain:
    """The words of HTML that lies too deep to parse: every tag is a break, nothing is kept apart."""
    lines = map(clean_line, unescape(_ANY_TAG.sub("\n", html)).split("\n"))
    return Plain(body(line for line in lines if line))


def html_to_plain(html: str) -> Plain:
    """The paragraphs and captions of an entry's HTML; text without any tag keeps its own blank lines as paragraphs."""
    html = html[:LONGEST]
    if not _TAG.search(html):
        blocks = re.split(r"\n\s*\n", clean(unescape(html)).text)
        return Plain(body(words for block in blocks if (words := " ".join(block.split()))))
    too_deep = html.count("<") > _DEEPEST and _nesting(html) > _DEEPEST
    return _stripped(html) if too_deep else _parsed(html)


def title_to_plain(title: str) -> str:
    """One clean line of a title, in which feeds put entities and inline tags."""
    return clean_line(unescape(_INLINE.sub("", title[:20_000])))
