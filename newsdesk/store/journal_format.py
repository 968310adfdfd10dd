r"""The story file's format, version 1: JSON Lines. Pure; `journal` does the reading and writing.

    {"format":"newsdesk-story","version":1}
    ["<checksum>",<sequence>,{"<table>":{"<id>":<document or null>, ...}, ...}]
    ...

The first line is the header. An optional "after" says which transaction the file's first one follows (0 without it),
so that a compacted file can go on counting. Every other line is one whole transaction:

- checksum: CRC-32 in eight lower-case hexadecimal digits, of all bytes from after the first comma up to the closing
  bracket. It finds every error within 32 bits of each other; a line that merely looks well is not believed.
- sequence: counts transactions from 1. A gap is transactions that are lost; a step back is a file written by two hands.
- the new state of each document that the transaction changed, whole; null for one that it removed.

A line is complete when it ends in "\n". Bytes behind the last "\n" are a transaction that never happened.
Further items in a line, and further keys in the header, are for later versions and are ignored. A version that changes
what stands here has another number, and earlier ones refuse it. The text is UTF-8, or ASCII with escapes where a
string holds half a surrogate pair, which UTF-8 cannot say.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import Any

FORMAT = "newsdesk-story"
VERSION = 1
HEADER = b'{"format":"newsdesk-story","version":%d}\n' % VERSION
HEADER_START = b'{"format":"newsdesk-story"'
TRANSACTION_START = b'["'

Fields = dict[str, Any]
"""A document: what JSON calls an object."""
Tables = dict[str, dict[str, Fields]]
"""Documents by table and id (decimal)."""
TableChanges = dict[str, dict[str, Fields | None]]
"""New states by table and id; None for a document that was removed."""

_BODY = 12
"""Where the body begins: behind `["`, eight digits, `",`."""
_TOGETHER = 1 << 16
"""Bytes of lines that are parsed at once: enough to find names that repeat, little beside what the documents take."""
_SHORT = 24
"""Characters of a text that other documents may well hold, too: a reporter's name, a time of day, a zone."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line says."""

    version: int
    after: int = 0
    """The sequence number before the file's first transaction."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """One line."""

    sequence: int
    changes: TableChanges


def encode_transaction(sequence: int, changes: TableChanges) -> bytes:
    """The line for a transaction, with its line break.

    Raises:
        TypeError: a document holds what JSON cannot say.
        ValueError: a document holds a number that is not finite, or itself.
    """
    text = json.dumps(changes, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = json.dumps(changes, allow_nan=False, separators=(",", ":")).encode()
    body = b"%d,%b" % (sequence, encoded)
    return b'["%08x",%b]\n' % (zlib.crc32(body), body)


def take_over(tables: Tables, changes: TableChanges) -> None:
    """Make tables as a transaction left them."""
    for name, documents in changes.items():
        table = tables.setdefault(name, {})
        for doc_id, document in documents.items():
            if document is None:
                table.pop(doc_id, None)
            else:
                table[doc_id] = document


def encode_header(after: int) -> bytes:
    """The first line of a file whose first transaction follows another one, with its line break."""
    return HEADER[:-2] + b',"after":%d}\n' % after if after else HEADER


def decode_transaction(line: bytes) -> Transaction | None:
    """The transaction in a line (without its line break); None when the line is damaged."""
    return _transaction(_parsed(line)) if _is_whole(line) else None


def decode_transactions(lines: Iterable[bytes]) -> Iterator[tuple[bytes, Transaction | None]]:
    """Each line with what `decode_transaction` says of it; for many lines this takes less time, and much less memory.

    Lines are read ahead. Documents share the names of their fields, and short texts that repeat.
    """
    batch: list[bytes] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line)
        if size >= _TOGETHER:
            yield from _decoded(batch)
            batch, size = [], 0
    yield from _decoded(batch)


def decode_header(line: bytes) -> Header | None:
    """What a first line (without its line break) says; None when it is no header, or a damaged one."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict) or fields.get("format") != FORMAT or not _is_count(fields.get("version")):
        return None
    after = fields.get("after", 0)
    return Header(fields["version"], after if _is_count(after) else 0)


def is_unfinished_header(data: bytes) -> bool:
    """Whether a file with just these bytes was never begun: empty, a header cut short, or zeros in its place.

    The last is what some file systems leave when the power fails before the header reaches the disk.
    """
    return len(data) < len(HEADER) and (HEADER.startswith(data) or not data.strip(b"\0"))


def complete_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their breaks; what stands behind the last break is not one. Linear also for very long lines."""
    rest = bytearray()
    for chunk in chunks:
        searched = len(rest)
        rest += chunk
        start = 0
        while (end := rest.find(b"\n", searched)) >= 0:
            yield bytes(memoryview(rest)[start:end])
            start = searched = end + 1
        del rest[:start]


def _is_whole(line: bytes) -> bool:
    """Whether a line looks like a transaction and its checksum is right."""
    if len(line) <= _BODY or not line.startswith(TRANSACTION_START) or line[10:_BODY] != b'",' or line[-1:] != b"]":
        return False
    # Compared as text: int(..., 16) would let a flipped bit pass that only turns "a" into "A".
    return line[2:10] == b"%08x" % zlib.crc32(memoryview(line)[_BODY:-1])


def _parsed(data: bytes) -> Any:
    """What JSON says; None, which is nobody's line, when it is none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _transaction(parts: Any) -> Transaction | None:
    """The transaction in a line's items. A right checksum over a wrong body was not written by us, and is not believed."""
    try:
        sequence, changes = parts[1], parts[2]
        return Transaction(sequence, changes) if _is_count(sequence) and _are_changes(changes) else None
    except (ValueError, LookupError, TypeError):
        return None


def _decoded(batch: Sequence[bytes]) -> Iterator[tuple[bytes, Transaction | None]]:
    """Lines that are parsed together: JSON makes one object of a name that repeats within what it is given at once."""
    are_whole = [_is_whole(line) for line in batch]
    whole = list(compress(batch, are_whole))
    parsed = _parsed(b"[%b]" % b",".join(whole))
    if not isinstance(parsed, list) or len(parsed) != len(whole):
        parsed = [_parsed(line) for line in whole]
    found = iter(parsed)
    known: dict[str, str] = {}
    for line, is_whole in zip(batch, are_whole, strict=True):
        transaction = _transaction(next(found)) if is_whole else None
        if transaction is not None:
            _made_small(transaction.changes, known)
        yield line, transaction


@lru_cache(maxsize=16)
def _names(table: str, *, inside: bool) -> type:  # noqa: ARG001 - what they are told by
    """A class for the documents of a table, or for the objects inside them.

    Python keeps the names of the attributes of all objects of a class in one place; a dictionary that is none of an object's
    has them for itself, and takes twice as much.
    """
    return type("_Names", (), {})


def _made_small(changes: TableChanges, known: dict[str, str]) -> None:
    """Make each document, and the objects right inside it, small; short texts that are equal become one object."""
    for table, documents in changes.items():
        outer, inner = _names(table, inside=False), _names(table, inside=True)
        for doc_id, document in documents.items():
            if document is not None:
                documents[doc_id] = small = _small(document, outer, known)
                for name, value in document.items():
                    if isinstance(value, dict):
                        small[name] = _small(value, inner, known)


def _small(fields: Fields, names: type, known: dict[str, str]) -> Fields:
    small: Fields = vars(names())
    for name, value in fields.items():
        small[name] = known.setdefault(value, value) if isinstance(value, str) and len(value) <= _SHORT else value
    return small


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _are_changes(changes: object) -> bool:
    """Whether every table is an object of objects or nulls, and every id the usual decimal form of a whole number."""
    return isinstance(changes, dict) and all(
        isinstance(table, dict)
        and all(
            str(int(doc_id)) == doc_id and (document is None or isinstance(document, dict))
            for doc_id, document in table.items()
        )
        for table in changes.values()
    )
