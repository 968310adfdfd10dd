"""Reading: bytes to a source and its posts. Pure: no files, no network, no clock, no zone of the machine."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from newsdesk.clean import clean_line
from newsdesk.model import Post, Reading, Source
from newsdesk.read.article import read_article
from newsdesk.read.detect import Detection, Form, detect
from newsdesk.read.errors import FeedListError, NamedFeed, ReadError, UnreadableError
from newsdesk.read.feed import read_json_feed, read_xml_feed
from newsdesk.read.live_page import read_live_page
from newsdesk.read.transcript import read_transcript

__all__ = ["MAX_BYTES", "NamedFeed", "ReadError", "read"]

MAX_BYTES = 50 * 2**20
"""The largest file that is read."""


def _read(detection: Detection, data: bytes) -> tuple[Source, tuple[Post, ...]]:
    text = detection.cleaned.text
    match detection.form:
        case Form.XML_FEED:
            return read_xml_feed(text)
        case Form.JSON_FEED:
            assert detection.json is not None  # parsed when it was detected
            return read_json_feed(detection.json)
        case Form.TRANSCRIPT:
            assert detection.transcript is not None  # taken apart when it was detected
            return read_transcript(detection.transcript)
        case Form.LIVE_PAGE:
            return read_live_page(text)
        case Form.ARTICLE:
            return read_article(text)
        case Form.MAIL:
            from newsdesk.read.mail import read_mail  # noqa: PLC0415  # `email`, only when a mail is read

            return read_mail(data)


def read(data: bytes, *, name: str, origin: str | None = None) -> Reading:
    """Read one file by its content.

    `name` is for messages alone and is never interpreted; `origin` says where the file came from (the name when absent).
    Ids, the user's year and the time of reading are left to the caller.

    Raises:
        ReadError: It cannot be read; the message is one line that names the file, what was seen, and what to do.
    """
    shown = clean_line(name)[:200] or "this file"
    if len(data) > MAX_BYTES:
        raise ReadError(
            f"{shown}: this is larger than {MAX_BYTES // 2**20} MB, the most that is read; add a part of it instead"
        )
    try:
        detection = detect(data)
        source, posts = _read(detection, data)
    except UnreadableError as problem:
        raise ReadError(f"{shown}: {problem}", problem.feeds if isinstance(problem, FeedListError) else ()) from None
    if not any(post.text or post.headline for post in posts):
        raise ReadError(f"{shown}: there are no words to read in this; add the text of a page, an article or a feed")
    digest = blake2b(detection.cleaned.text.encode("utf-8", "replace"), digest_size=16).hexdigest()
    return Reading(
        replace(source, origin=origin or name, content_hash=digest),
        posts,
        reasons=detection.reasons,
        confidence=detection.confidence,
        removed=detection.cleaned.removed,
    )
