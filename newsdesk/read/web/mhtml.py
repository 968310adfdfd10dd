"""Web pages that a browser saved in one file (MHTML): the page among the parts of a multipart message.

The parts are taken apart by their boundary, in one pass; only the head of each goes to the mail parser, which is not made
for files of this size and for floods.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.read.decode import decode

if TYPE_CHECKING:
    from email.message import Message

_HEAD = 16_384
"""Bytes that a head may have."""
_MOST_PARTS = 5_000
_DEEPEST = 3
_BLANK = re.compile(rb"\r?\n\r?\n")
_BY_BROWSER = re.compile(rb"^(?:Snapshot-Content-Location:|From:\s*[\"<]?Saved by )", re.MULTILINE | re.IGNORECASE)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.MULTILINE | re.IGNORECASE)
_MAIL = re.compile(rb"^(?:To|Received|Delivered-To|Return-Path|Message-ID):", re.MULTILINE | re.IGNORECASE)


class SavedPage(NamedTuple):
    """The page of an MHTML file."""

    html: str
    address: str | None
    """Where it was saved from, as the file says."""


def is_mhtml(data: bytes) -> bool:
    """Whether a file is a page saved by a browser; a mail with pictures in it looks much the same, and was sent to somebody."""
    blank = _BLANK.search(data, 0, _HEAD)
    head = data[: blank.start() if blank else 0]
    return _RELATED.search(head) is not None and (_BY_BROWSER.search(head) is not None or not _MAIL.search(head))


def _split(data: bytes) -> tuple[Message, bytes] | None:
    """The head of a message or part, parsed, and what follows it; None when there is no head."""
    from email import message_from_bytes  # noqa: PLC0415  # 20 ms: only when such a page is read

    blank = _BLANK.search(data, 0, _HEAD)
    if blank is None:
        return None
    return message_from_bytes(data[: blank.end()].lstrip(b"\r\n")), data[blank.end() :]


def _parts(head: Message, body: bytes) -> Iterator[bytes]:
    boundary = head.get_boundary()
    if not boundary or len(boundary) > 200:
        return
    mark = b"\n--" + boundary.encode("utf-8", "replace")
    start = 0 if body.startswith(mark[1:]) else body.find(mark) + 1
    for _ in range(_MOST_PARTS):
        end = body.find(mark, start + 1)
        yield body[body.find(b"\n", start) + 1 : end if end >= 0 else len(body)]
        if end < 0 or body[end + len(mark) : end + len(mark) + 2] == b"--":
            return
        start = end + 1


def _payload(head: Message, body: bytes) -> bytes:
    encoding = str(head.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return binascii.a2b_base64(body[: len(body) // 4 * 4] + b"====")
    return body


def _pages(head: Message, body: bytes, depth: int) -> Iterator[tuple[Message, bytes]]:
    """The parts that are web pages, in their order."""
    if head.get_content_maintype() == "multipart":
        if depth < _DEEPEST:
            for part in _parts(head, body):
                if split := _split(part):
                    yield from _pages(*split, depth + 1)
    elif head.get_content_type() in {"text/html", "application/xhtml+xml"}:
        yield head, body


def read_mhtml(data: bytes) -> SavedPage | None:
    """The page itself: the part saved from the address that the head names, else the first; frames follow it. None without one."""
    split = _split(data)
    if split is None:
        return None
    head, _ = split
    address = head.get("Snapshot-Content-Location")
    pages: list[tuple[Message, bytes]] = []
    for page in _pages(*split, 0):
        pages.append(page)
        if len(pages) == _MOST_PARTS or address is None or page[0].get("Content-Location") == address:
            break
    if not pages:
        return None
    own = next((page for page in pages if address and page[0].get("Content-Location") == address), pages[0])
    location = str(address or own[0].get("Content-Location") or "").strip() or None
    charset = own[0].get_content_charset()
    return SavedPage(decode(_payload(*own), charset), location)
