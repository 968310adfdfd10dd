"""A story as the JSON file that TinyDB itself writes, and back: one object of tables, each of documents by id. Pure.

What TinyDB's own storage wrote can be brought into a story, and any program that knows TinyDB can open what is exported.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from newsdesk.clean import clean
from newsdesk.store.documents import MARKS, META, POSTS, SOURCES
from newsdesk.store.errors import NotAStoreError
from newsdesk.store.journal_format import Tables

_BEGINNING: Final = re.compile(rb'\s*\{\s*"(?:[^"\\]|\\.){0,200}"\s*:\s*\{\s*(?:\}|"[0-9]{1,20}"\s*:\s*\{)')
_ID: Final = re.compile(r"0|[1-9][0-9]{0,18}")
_LARGEST_ID: Final = (1 << 63) - 1
_AS_THEY_ARE: Final = frozenset({"origin"})
"""Fields that are no text for people: a file's name may hold anything."""


def looks_like_stock(data: bytes) -> bool:
    """Whether a file begins as TinyDB's own storage begins one."""
    return _BEGINNING.match(data) is not None


def to_stock(tables: Tables) -> str:
    """The file's text: tables by name and documents by id, in order, so that two exports can be compared."""
    ordered = {
        name: {doc_id: tables[name][doc_id] for doc_id in sorted(tables[name], key=int)} for name in sorted(tables)
    }
    return json.dumps(ordered, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def from_stock(data: bytes) -> Tables:
    """The tables in such a file, its texts cleaned like all that comes from outside.

    Raises:
        NotAStoreError: it is something else, or holds no story of newsdesk's; the message says what was seen.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except RecursionError:
        raise NotAStoreError("it is nested too deeply for a TinyDB file") from None
    except ValueError:
        raise NotAStoreError("it is no JSON, so no TinyDB file") from None
    if not isinstance(found, dict) or not all(isinstance(table, dict) for table in found.values()):
        raise NotAStoreError("it is JSON, but no TinyDB file: that is one object of tables")
    for name, table in found.items():
        for doc_id, document in table.items():
            if not _ID.fullmatch(doc_id) or int(doc_id) > _LARGEST_ID:
                raise NotAStoreError(f"{doc_id[:40]!a} in its table {name[:40]!a} is no id of a document")
            if not isinstance(document, dict):
                raise NotAStoreError(f"document {doc_id} in its table {name[:40]!a} is no object")
    if strange := set(found) - {SOURCES, POSTS, MARKS, META}:
        raise NotAStoreError(f"it holds a table {min(strange)[:40]!a}, which no story has")
    sources = found.get(SOURCES, {})
    for doc_id, post in found.get(POSTS, {}).items():
        if str(post.get("source_id")) not in sources:
            raise NotAStoreError(f"the source of its post {doc_id} is not in it")
        if not isinstance(post.get("text", ""), str):
            raise NotAStoreError(f"the text of its post {doc_id} is no text")
    if not sources:
        raise NotAStoreError("it is a TinyDB file, but holds no sources of a story")
    tables: Tables = _cleaned(found)
    return tables


def _no_number(name: str) -> float:
    raise ValueError(name)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value).text
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(key).text: item if key in _AS_THEY_ARE else _cleaned(item) for key, item in value.items()}
    return value
