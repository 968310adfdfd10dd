"""The front matter of an article: what stands of it between "---" (as in YAML) or "+++" (TOML) at the top of its file.

Of YAML as much is read as such heads have: keys with a value behind them, folded or written out on the lines below, and lists
of names. What lies deeper belongs to its key, and is no key of the article's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from newsdesk.late_pattern import late_pattern

_MOST_LINES = 120
_LONGEST = 30_000
"""Characters; a TOML reader takes what it is given."""
_ENDS = {"---": {"---", "..."}, "+++": {"+++"}}
"""The lines that end a front matter, by that which begins it."""
_KEY = late_pattern(r"(?P<key>[\w-]{1,40}(?: [\w-]{1,20}){0,2}):(?:\s+(?P<value>.*))?")
_ITEM = late_pattern(r"-\s+(?:name:\s*)?")
_NAME = late_pattern(r"name:\s*")
_BETWEEN_KEYS = late_pattern(r"[#\]}-]")
"""How a line begins that stands as far left as the keys and is none: a comment, the end of a list, an item."""
_FOLDED = late_pattern(r"[>|][+-]?")
"""What stands in the place of a value that is written on the lines below."""
_TOML = late_pattern(r"(?P<key>[\w.-]{1,40}|\"[^\"]{1,40}\")\s*=|\[\[?[^\[\]]{1,60}\]\]?$|#")


class Named(NamedTuple):
    """A key and its value."""

    n: int
    """Number of the key's line, from 1."""
    key: str
    """In small letters."""
    value: str
    """In one line; several names with commas between them."""


class FrontMatter(NamedTuple):
    """What a front matter says."""

    named: tuple[Named, ...]
    ends: int
    """Number of its last line; 0 when there is none."""


_NONE = FrontMatter((), 0)


def front_matter(text: str) -> FrontMatter:
    """What stands above a cleaned text; TOML that is damaged says nothing."""
    lines = text.lstrip()[:_LONGEST].split("\n", _MOST_LINES)[:_MOST_LINES]
    first = text[: len(text) - len(text.lstrip())].count("\n") + 1
    closing = _ENDS.get(lines[0].rstrip(), set())
    ends = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in closing), 0)
    held = lines[1:ends]
    if not held or not held[0].strip():
        return _NONE
    named = _toml(held, first + 1) if lines[0].startswith("+") else _yaml(held, first + 1)
    return _NONE if named is None else FrontMatter(tuple(named), first + ends)


def without_front_matter(text: str) -> str:
    """The text below its front matter; the whole text when it has none."""
    return text.split("\n", front_matter(text).ends)[-1]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _yaml(lines: Sequence[str], first: int) -> list[Named] | None:
    """The keys of lines, the first of which has a number; None when these are no keys with their values."""
    left = min((_indent(line) for line in lines if line.strip()), default=0)
    found: list[tuple[int, str, str, list[str]]] = []
    for n, line in enumerate(lines, first):
        words = line.strip()
        item = _ITEM.match(words)
        if _indent(line) == left and words and not item and (key := _KEY.fullmatch(words)):
            found.append((n, key["key"].lower(), key["value"] or "", []))
        elif words and _indent(line) == left and not _BETWEEN_KEYS.match(words):
            return None
        elif found and words and (_indent(line) > left or item):
            found[-1][3].append(words)
    return [Named(n, key, _value(value, below)) for n, key, value, below in found] or None


def _value(value: str, below: Sequence[str]) -> str:
    """The value behind a key, with the lines below the key that lie deeper."""
    if _FOLDED.fullmatch(value):
        return " ".join(below)
    if value:
        return _unquoted(" ".join([value, *below]))
    names = [found.re.sub("", line, count=1) for line in below if (found := _ITEM.match(line) or _NAME.match(line))]
    if names:
        return ", ".join(map(_unquoted, names))
    return "" if any(_KEY.match(line) for line in below) else _unquoted(" ".join(below))


def _unquoted(value: str) -> str:
    value = value.strip()
    mark = value[:1]
    if len(value) < 2 or mark not in {'"', "'"} or not value.endswith(mark):
        return value
    return value[1:-1].replace("''", "'") if mark == "'" else value[1:-1].replace('\\"', '"')


def _toml(lines: Sequence[str], first: int) -> list[Named] | None:
    """The keys of lines of TOML, tables left out; None when these are none."""
    import tomllib  # noqa: PLC0415  # 10 ms: only when a text begins with "+++"

    keys = [_TOML.match(line.strip()) for line in lines if line.strip()]
    if not keys or keys[0] is None:
        return None
    try:
        document = tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError):
        return []
    at = {
        key["key"].strip('"'): n
        for n, line in reversed([*enumerate(lines, first)])
        if (key := _TOML.match(line)) and key["key"]
    }
    return [
        Named(at.get(key, first), key.lower(), words)
        for key, value in document.items()
        if (words := _toml_words(value))
    ]


def _toml_words(value: Any) -> str:
    """A value in one line; of a table its name."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return ", ".join(filter(None, map(_toml_words, value)))
        case dict():
            return _toml_words(value.get("name", ""))
        case _ if hasattr(value, "isoformat"):
            return str(value.isoformat()).replace("+00:00", "Z")
        case _:
            return ""
