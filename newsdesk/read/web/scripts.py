"""The JSON in a page's scripts, mended as far as it can be: linked data, and the data that a page is drawn from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from newsdesk.late_pattern import late_pattern
from newsdesk.read.web.markup import Script

_LINKED = late_pattern(r"application/ld\+json", re.IGNORECASE)
_WRAPPING = late_pattern(
    r"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*$"
)
_TRAILING_COMMA = late_pattern(r",(?=\s{0,200}[}\]])")
_WRONG_ESCAPE = late_pattern(r'\\(?![\\"/bfnrtu])')
_OBJECT = late_pattern(r'\{\s{0,40}"(?:@type|@context|@id)"\s{0,40}:')
_ESCAPED = late_pattern(r"[\[{]\s{0,40}(?:\{\s{0,40})?&(?:quot|#34|#x22);", re.IGNORECASE)
"""Written with entities as a whole; where only its strings are, they are resolved one by one."""
_ASSIGNMENT = late_pattern(r"=\s{0,20}(?=[{\[])")
_MOST_FAILURES = 40
"""Damaged objects of one script that are passed over before the rest is left out."""
_MOST_NODES = 400_000
"""Values of one page's data that are looked at."""
_DECODER = json.JSONDecoder(strict=False)


def _loaded(text: str) -> Any:
    """The document, or None: what is damaged or nested too deep for the parser is none."""
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def _whole_objects(text: str) -> list[Any]:
    """The objects of a damaged document that are whole themselves, the outermost of each."""
    objects: list[Any] = []
    position = failures = 0
    while failures < _MOST_FAILURES and (found := _OBJECT.search(text, position)):
        try:
            value, position = _DECODER.raw_decode(text, found.start())
            objects.append(value)
        except (ValueError, RecursionError):
            failures += 1
            position = found.end()
    return objects


def _mended(text: str) -> list[Any]:
    """What a script of linked data holds, damaged or not."""
    if (document := _loaded(text)) is not None:
        return [document]
    text = _WRAPPING.sub("", _WRAPPING.sub("", text.strip())).strip().rstrip(";")
    if _ESCAPED.match(text):
        text = unescape(text)
    text = _TRAILING_COMMA.sub("", _WRONG_ESCAPE.sub(r"\\\\", text))
    document = _loaded(text)
    return [document] if document is not None else _whole_objects(text)


def linked_data(scripts: Iterable[Script]) -> list[Any]:
    """The documents of a page's JSON-LD."""
    return [value for script in scripts if _LINKED.search(script.attributes) for value in _mended(script.text)]


def page_data(scripts: Iterable[Script], wanted: Sequence[str]) -> Iterator[Any]:
    """The documents of other scripts that a page is drawn from, and that have all these words in them."""
    for script in scripts:
        text = script.text
        if _LINKED.search(script.attributes) or not all(word in text for word in wanted):
            continue
        document = _loaded(text) if text.lstrip()[:1] in {"{", "["} else None
        if document is not None:
            yield document
            continue
        position = 0
        for _ in range(_MOST_FAILURES):
            found = _ASSIGNMENT.search(text, position)
            if found is None:
                break
            try:
                document, position = _DECODER.raw_decode(text, found.end())
                yield document
            except (ValueError, RecursionError):
                position = found.end()


def objects_in(document: Any, keys: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Every object of a document from outside in, in its order; only those below these keys, and in lists, where some are named."""
    open_values = [document]
    for _ in range(_MOST_NODES):
        if not open_values:
            return
        value = open_values.pop()
        if isinstance(value, dict):
            yield value
            inner = list(value.values()) if keys is None else [value[key] for key in keys if key in value]
            open_values += [each for each in reversed(inner) if isinstance(each, (dict, list))]
        elif isinstance(value, list):
            open_values += [each for each in reversed(value) if isinstance(each, (dict, list))]
