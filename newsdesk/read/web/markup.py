"""A web page's markup, made safe to parse: what is no text taken out, nesting and tags cut to a measure. Linear in its length.

The parser is fast on pages and slow on floods: its time grows with the square of the nesting (16,000 open lists take half a
second, 20,000 `<b></i>` as long) and of the attributes of one tag. So one pass over the tags goes before it. It follows the
standard's own rules for where tags, comments and scripts end, and whatever it looks at it has left behind.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern

LONGEST = 4_000_000
"""Characters of one page's markup that are parsed, scripts and pictures not counted; the rest is left out."""
_LONGEST_SCRIPTS = 20_000_000
_DEEPEST = 250
"""Open elements; pages have 30 to 60."""
_LONGEST_TAG = 1_500
"""Characters; of a longer tag only the attributes that say something are kept."""
_MOST_ATTRIBUTES = 24

_NO_TEXT = late_pattern(
    r"<!--|<(?P<name>script|style|noscript|template|svg|math|iframe|object|noembed|noframes|canvas|select|datalist)(?=[\s/>])(?P<attributes>[^<>]{0,2000})(?=[<>])",
    re.IGNORECASE,
)
_ENDS = {
    name: late_pattern(rf"</{name}(?=[\s/>])[^<>]{{0,200}}>?", re.IGNORECASE)
    for name in (
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "noembed", "noframes", "canvas", "select", "datalist",
    )
}  # fmt: skip
_SHADOW = late_pattern(r"\bshadow(?:root)?mode\b", re.IGNORECASE)
"""Chrome saves what stands in a shadow root as a template; its words are words of the page."""
_TAG = late_pattern(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]{0,60}+)(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?+)*+)>?"
)
_TELLING = late_pattern(
    r"(?<![\w-])(?P<name>id|class|href|datetime|alt|content|name|property|itemprop|itemtype|itemid|rel|role|title|hidden|aria-[a-z]{3,12}|data-[\w-]{1,40})"
    r"\s{0,3}=\s{0,3}(?P<value>\"[^\"<>]{0,600}\"|'[^'<>]{0,600}')",
    re.IGNORECASE,
)
_NEVER_OPEN = {
    "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "br", "img", "hr", "input", "meta", "link", "wbr", "source",
    "area", "col", "base", "embed", "track", "param", "html", "head", "body",
}  # fmt: skip
"""Elements that have no end or that the next of their kind ends: they add nothing to the nesting."""
_UNWRAPPED = {"form", "template", "svg", "math", "iframe", "object", "noscript", "canvas", "select", "datalist"}
"""What was not taken out whole: some sites put the page in one form, and the parser nests forms in ways of their own."""


class Script(NamedTuple):
    """What stands in a script."""

    attributes: str
    """As they are written, between the element's name and the end of its tag."""
    text: str


class Markup(NamedTuple):
    """A page apart from its scripts."""

    html: str
    """Without scripts, styles, comments, vector pictures and templates; not yet `within_measure`."""
    scripts: tuple[Script, ...]
    without_scripts: str
    """What the page says to a browser that runs no scripts."""


def take_out(html: str) -> Markup:
    """The page without what is no text in it; of what is never closed only the opening goes."""
    kept: list[str] = []
    scripts: list[Script] = []
    asides: list[str] = []
    never_closed: set[str] = set()
    position = room = 0
    while found := _NO_TEXT.search(html, position):
        kept.append(html[position : found.start()])
        name = (found["name"] or "").lower()
        if not name:
            end = html.find("-->", found.start() + 2)
            position = end + 3 if end >= 0 else len(html)
            continue
        position = found.end() + (html[found.end()] == ">")
        if name in never_closed or (name == "template" and _SHADOW.search(found["attributes"])):
            continue
        closing = _ENDS[name].search(html, position)
        if closing is None:
            if name in {"script", "style"}:
                position = len(html)
            never_closed.add(name)
            continue
        inside = html[position : closing.start()]
        if name == "script" and (room := room + len(inside)) < _LONGEST_SCRIPTS:
            scripts.append(Script(found["attributes"], inside))
        elif name == "noscript":
            asides.append(inside[:2_000])
        position = closing.end()
    kept.append(html[position:])
    return Markup(" ".join(kept)[: LONGEST * 4], tuple(scripts), " ".join(asides)[:4_000])


def _short_tag(found: re.Match[str]) -> str:
    """A tag with the attributes that say something, and those cut to a measure."""
    kept: dict[str, str] = {}
    for attribute in _TELLING.finditer(found["attributes"]):
        kept.setdefault(attribute["name"].lower(), attribute[0])
        if len(kept) == _MOST_ATTRIBUTES:
            break
    return f"<{found['close']}{found['name']} {' '.join(kept.values())}>"


def within_measure(html: str) -> str:
    """The markup with no tag too long and no element too deep.

    What an end tag ends besides its own element gets an end tag, too, and one that ends nothing goes: else the parser may
    keep elements open that are taken for closed here.
    """
    out: list[str] = []
    open_elements: list[str] = []
    count: Counter[str] = Counter()
    copied = removed = 0
    limit = len(html)
    for found in _TAG.finditer(html):
        start, end = found.span()
        if start - removed > LONGEST:
            limit = start  # what follows was not measured
            break
        name = found["name"].lower()
        closes = bool(found["close"])
        if name not in _NEVER_OPEN:
            is_open = closes and count[name] > 0
            if name in _UNWRAPPED or (closes and not is_open) or (not closes and len(open_elements) >= _DEEPEST):
                out.append(html[copied:start])
                copied = end
                continue
            if closes:
                while (ended := open_elements.pop()) != name:
                    count[ended] -= 1
                    out += (html[copied:start], f"</{ended}>")
                    copied = start
                count[name] -= 1
            else:
                open_elements.append(name)
                count[name] += 1
        if end - start > _LONGEST_TAG:
            out += (html[copied:start], _short_tag(found))
            copied = end
            removed += end - start - len(out[-1])
    out.append(html[copied:limit])
    return "".join(out)[:LONGEST]
