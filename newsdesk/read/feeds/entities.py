"""The entities that a feed's document type declares (XML 1.0, section 4.2): short words are put in, all else is refused.

An entity made of others can grow without end, and one that lies in another file would have it read. A feed that needs either
is not half read, with names of entities in place of its words: it is refused. What HTML declares is nobody's declaration.
"""

from __future__ import annotations

import re

from newsdesk.late_pattern import late_pattern
from newsdesk.read.errors import UnreadableError

_BEFORE = late_pattern(r"(?:\s++|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
_ATTRIBUTES = r"(?:[^\[<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
_DOCUMENT_TYPE = late_pattern(rf"<!DOCTYPE\b{_ATTRIBUTES}\[", re.IGNORECASE)
_SKIPPED = late_pattern(
    rf"\s++|<!--.*?-->|<\?.*?\?>|%[\w.:-]{{1,60}};|<!(?:ELEMENT|ATTLIST|NOTATION)\b{_ATTRIBUTES}>", re.DOTALL
)
_ENTITY = late_pattern(
    r"<!ENTITY\s+(?P<parameter>%\s+)?(?P<name>[\w.:-]{1,60})\s+"
    rf"(?:\"(?P<value>[^\"]*+)\"|'(?P<other>[^']*+)'|(?P<kind>SYSTEM|PUBLIC)\b{_ATTRIBUTES})\s*>"
)
_END = late_pattern(r"\]\s*>")
_STANDARD = late_pattern(r"<!ENTITY\s+%\s+[\w.:-]+\s+PUBLIC\s+[\"']-//W3C//")
"""The lists of characters that HTML has, by their public names: they are known, and no file is needed for them."""
_PLAIN = late_pattern(r"(?:[^&<%]|&#(?:\d{1,7}|x[\da-fA-F]{1,6});){0,200}")
"""Words without another entity; a character may stand there by its number."""
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})
_USE = late_pattern(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?P<name>[\w.:-]{1,60});", re.DOTALL)
"""An entity, or what goes over it as it stands, to the end of the feed where it is never closed."""
_MOST_ADDED = 1_000_000
"""Characters that the entities of a feed may make it longer by; names and signs add a few hundred."""
_WHAT_TO_DO = "such a feed is not read; add its words as plain text"


def with_own_entities(text: str) -> str:
    """A feed without the entities that it declares: their words stand in their places. One that declares none comes back as it is.

    Raises:
        UnreadableError: one is made of others, lies in another file, or holds more than a few words.
    """
    begin = _BEFORE.match(text)
    assert begin is not None  # it matches nothing, too
    opening = _DOCUMENT_TYPE.match(text, begin.end())
    if opening is None:
        return text
    declared: dict[str, str] = {}
    at = opening.end()
    while not (end := _END.match(text, at)):
        if found := _SKIPPED.match(text, at):
            at = found.end()
            continue
        found = _ENTITY.match(text, at)
        if found is None:
            raise UnreadableError("the document type of this feed is damaged; add its words as plain text")
        at = found.end()
        if _STANDARD.match(found[0]):
            continue
        value = found["value"] if found["value"] is not None else found["other"]
        if found["kind"]:
            raise UnreadableError(
                f"this feed declares an entity ({found['name']}) that lies in another file; {_WHAT_TO_DO}"
            )
        if found["parameter"] or not _PLAIN.fullmatch(value):
            raise UnreadableError(
                f"this feed declares an entity ({found['name']}) that is more than a few plain words; {_WHAT_TO_DO}"
            )
        declared.setdefault(found["name"], value)  # the first declaration holds
    for name in _PREDEFINED:
        declared.pop(name, None)
    return text[: opening.start()] + _put_in(text[end.end() :], declared)


def _put_in(text: str, declared: dict[str, str]) -> str:
    added = 0

    def words(use: re.Match[str]) -> str:
        nonlocal added
        value = declared.get(use["name"]) if use["name"] else None
        if value is None:
            return use[0]
        added += len(value)
        if added > _MOST_ADDED:
            raise UnreadableError(f"this feed declares entities that make it too long; {_WHAT_TO_DO}")
        return value

    return _USE.sub(words, text) if declared else text
