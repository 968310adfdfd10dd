"""The model as JSON documents and back. Pure.

Documents outlive versions. A field that is missing, or of another type than we know, reads as its default; what is
empty is not written; what a later version wrote and we do not know stays in the document when we write it again.
Ids are the tables' business and stand in no document. Moments are ISO 8601 in UTC.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from newsdesk.model import Mark, Post, PrintedTime, Revision, Source, SourceKind
from newsdesk.store.journal_format import Fields

SOURCES, POSTS, MARKS, META = "sources", "posts", "marks", "meta"
"""The tables."""
RENAMED = "renamed"
"""Of a source: the fields that the user set and reading it again leaves alone."""
EARLIER_HASHES = "earlier_hashes"
"""Of a source: the `content_hash` of each state of the page but the last: an older copy of the page is no edit."""
POSTS_READ = "posts_read"
"""Of a source: how many posts it had when its last state was read."""
REVISIONS = "revisions"
"""Of a post: its earlier wordings."""
FIRST_STORED = "first_stored"
"""Of a source: the transaction that brought it; sources stand in this order."""

_SOURCE_FIELDS = frozenset(item.name for item in fields(Source)) - {"id"}
_POST_FIELDS = frozenset(item.name for item in fields(Post)) - {"id", "published"}
_MARK_FIELDS = frozenset(item.name for item in fields(Mark))


def source_document(source: Source, before: Mapping[str, Any] | None = None) -> Fields:
    """A source as it is stored.

    Args:
        source: what to store.
        before: its stored document, if there is one; what we do not know in it is kept.
    """
    document = _unknown(before, _SOURCE_FIELDS) | _set(
        kind=str(source.kind),
        origin=source.origin,
        title=source.title,
        publisher=source.publisher,
        printed_time=_printed_time_document(source.printed_time),
        modified_time=_printed_time_document(source.modified_time),
        link=source.link,
        content_hash=source.content_hash,
        year=source.year,
        said_time=_printed_time_document(source.said_time),
        guessed_year=source.guessed_year,
        interval=source.interval,
        read_at=moment_text(source.read_at),
    )
    if before and source.kind is _kind(before) and "kind" in before:
        document["kind"] = before["kind"]  # perhaps one that only a later version knows
    return document


def source_from(doc_id: int, document: Mapping[str, Any]) -> Source:
    """The source in a document."""
    return Source(
        kind=_kind(document),
        origin=_text(document, "origin") or "",
        title=_text(document, "title"),
        titled="title" in renamed(document),
        publisher=_text(document, "publisher"),
        printed_time=_printed_time_from(document.get("printed_time")),
        modified_time=_printed_time_from(document.get("modified_time")),
        link=_text(document, "link"),
        content_hash=_text(document, "content_hash") or "",
        year=_whole(document, "year"),
        said_time=_printed_time_from(document.get("said_time")),
        guessed_year=_whole(document, "guessed_year"),
        interval=_whole(document, "interval"),
        read_at=moment_from(document.get("read_at")),
        id=doc_id,
    )


def renamed(document: Mapping[str, Any]) -> set[str]:
    """The fields of a source that the user set."""
    names = document.get(RENAMED)
    return {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()


def post_document(post: Post, before: Mapping[str, Any] | None = None) -> Fields:
    """A post as it is stored; `published` is derived and never is.

    Args:
        post: what to store.
        before: its stored document, if there is one; what we do not know in it is kept, in its revisions too.
    """
    return _unknown(before, _POST_FIELDS) | _set(
        source_id=post.source_id,
        n=post.n,
        text=post.text,
        headline=post.headline,
        label=post.label,
        byline_name=post.byline_name,
        byline_role=post.byline_role,
        captions=list(post.captions),
        printed_time=_printed_time_document(post.printed_time),
        own_id=post.own_id,
        link=post.link,
        line=post.line,
        at=_finite(post.at),
        speaker=post.speaker,
        revisions=_revision_documents(post.revisions, before),
        said_before=post.said_before,
        gone=moment_text(post.gone),
    )


def post_from(doc_id: int, document: Mapping[str, Any]) -> Post:
    """The post in a document."""
    captions = document.get("captions")
    return Post(
        n=_whole(document, "n") or 0,
        text=_text(document, "text") or "",
        headline=_text(document, "headline"),
        label=_text(document, "label"),
        byline_name=_text(document, "byline_name"),
        byline_role=_text(document, "byline_role"),
        captions=tuple(item for item in captions if isinstance(item, str)) if isinstance(captions, list) else (),
        printed_time=_printed_time_from(document.get("printed_time")),
        own_id=_text(document, "own_id"),
        link=_text(document, "link"),
        line=_whole(document, "line"),
        at=_finite(document.get("at")),
        speaker=_text(document, "speaker"),
        id=doc_id,
        source_id=_whole(document, "source_id") or 0,
        revisions=_revisions_from(document.get(REVISIONS)),
        said_before=_text(document, "said_before"),
        gone=moment_from(document.get("gone")),
    )


def mark_document(mark: Mark, before: Mapping[str, Any] | None = None) -> Fields:
    """A mark as it is stored."""
    said = _set(kind=mark.kind, target=mark.target, value=mark.value, at=moment_text(mark.at), words=mark.words)
    if mark.start:
        said["start"] = mark.start
    if mark.place != "text":
        said["place"] = mark.place
    return _unknown(before, _MARK_FIELDS) | said


def mark_from(document: Mapping[str, Any]) -> Mark:
    """The mark in a document."""
    return Mark(
        kind=_text(document, "kind") or "",
        target=_whole(document, "target") or 0,
        value=_text(document, "value") or "",
        at=moment_from(document.get("at")),
        words=_text(document, "words") or "",
        place="headline" if document.get("place") == "headline" else "text",
        start=_whole(document, "start") or 0,
    )


def moment_text(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC; a moment without a zone is taken as UTC."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC).isoformat()
    return moment.astimezone(UTC).isoformat()


def moment_from(value: object) -> datetime | None:
    """The moment in a text, in UTC; None when there is none in it."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _set(**values: Any) -> Fields:
    """The values that say something: not None, not an empty text, not an empty list."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [])}


def _unknown(before: Mapping[str, Any] | None, known: frozenset[str]) -> Fields:
    return {name: value for name, value in before.items() if name not in known} if before else {}


def _revision_documents(revisions: Sequence[Revision], before: Mapping[str, Any] | None) -> list[Any]:
    """The stored ones as they are - revisions only grow - and those that came since."""
    stored = before.get(REVISIONS) if before else None
    documents = list(stored) if isinstance(stored, list) else []
    since = revisions[len(_revisions_from(documents)) :]
    return documents + [revision_document(one) for one in since]


def revision_document(revision: Revision) -> Fields:
    """An earlier wording as it is stored."""
    return _set(headline=revision.headline, text=revision.text, replaced_at=moment_text(revision.replaced_at))


def revision_documents(post: Mapping[str, Any]) -> list[Fields]:
    """The earlier wordings in a post's document, each as it is stored."""
    stored = post.get(REVISIONS)
    return [item for item in stored if isinstance(item, dict)] if isinstance(stored, list) else []


def _revisions_from(value: object) -> tuple[Revision, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(
        Revision(_text(item, "headline"), _text(item, "text") or "", moment_from(item.get("replaced_at")))
        for item in value
        if isinstance(item, dict)
    )


def _printed_time_document(time: PrintedTime | None) -> Fields | None:
    if time is None:
        return None
    return {item.name: value for item in fields(time) if (value := getattr(time, item.name)) is not None}


def _printed_time_from(value: object) -> PrintedTime | None:
    if not isinstance(value, dict):
        return None
    return PrintedTime(
        text=_text(value, "text") or "",
        year=_whole(value, "year"),
        month=_whole(value, "month"),
        day=_whole(value, "day"),
        hour=_whole(value, "hour"),
        minute=_whole(value, "minute"),
        zone=_text(value, "zone"),
        utc_offset=_whole(value, "utc_offset"),
    )


def _kind(document: Mapping[str, Any]) -> SourceKind:
    try:
        return SourceKind(_text(document, "kind") or "")
    except ValueError:
        return SourceKind.ARTICLE  # the plainest: a source that a later version calls something else can still be read


def _text(document: Mapping[str, Any], name: str) -> str | None:
    value = document.get(name)
    return value if isinstance(value, str) else None


def _whole(document: Mapping[str, Any], name: str) -> int | None:
    value = document.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _finite(value: object) -> float | None:
    """A number that a float can say: JSON may hold whole numbers of any length."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
