"""The marks of Markdown taken off a line, the words kept."""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!\[([^\[\]]{0,400})\]\([^()\s]{1,2000}[^()]{0,200}\)")
_LINK = re.compile(r"\[([^\[\]]{1,400})\]\((?:https?:|mailto:|/|#)[^()\s]{0,2000}[^()]{0,200}\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,400}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]{1,400}?)(?<=[^\s*_])\1(?![\w*_])")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_SIGNS = re.compile(r"^(?:#{1,6} \S|(?:\*\*|__)\S)|\]\((?:https?:|mailto:)|^!\[", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether a text is marked up: headings, strong lines, links or images as Markdown writes them."""
    return _SIGNS.search(text) is not None


def heading(line: str) -> str | None:
    """The words of a heading line; None for any other line."""
    found = _HEADING.match(line)
    return plain(line[found.end() :].rstrip("# ")) if found else None


def image_words(line: str) -> str | None:
    """The alternative text of a line that is one image; "" when it has none, None for any other line."""
    found = _IMAGE.fullmatch(line)
    return found[1].strip() if found else None


def plain(line: str) -> str:
    """A line without its marks: links and emphasis leave their words, quotation signs go; a rule leaves nothing."""
    if line in {"---", "***", "___"}:
        return ""
    line = _IMAGE.sub("", line)
    line = _LINK.sub(r"\1", line)
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
    return line.removeprefix("> ").strip()
