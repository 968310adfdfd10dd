"""Posts as CSV for a spreadsheet (RFC 4180)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from newsdesk.export.moments import newest_first, published_iso

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from newsdesk.model import Post, Source

COLUMNS = (
    "published",
    "published_basis",
    "source",
    "kind",
    "n",
    "label",
    "headline",
    "byline_name",
    "byline_role",
    "speaker",
    "text",
    "link",
)
"""Their order never changes; new ones come at the end."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is run as a formula by spreadsheets (OWASP, "CSV Injection")."""


def to_csv(*, sources: Sequence[Source], posts: Sequence[Post], zone: tzinfo | None) -> str:
    """One row a post, newest first, after a row of column names. Lines end in CRLF: write it with `newline=""`.

    What a spreadsheet could take for a formula has an apostrophe before it.
    """
    known = {source.id: source for source in sources}
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for post in newest_first(posts, sources, zone):
        writer.writerow(_cell(value) for value in _row(post, known.get(post.source_id), zone))
    return table.getvalue()


def _row(post: Post, source: Source | None, zone: tzinfo | None) -> tuple[str | None, ...]:
    """In the order of COLUMNS."""
    return (
        published_iso(post.published, zone),
        post.published.basis.value if post.published else None,
        source.tag if source else None,
        source.kind.value if source else None,
        str(post.n),
        post.label,
        post.headline,
        post.byline_name,
        post.byline_role,
        post.speaker,
        post.text,
        post.link,
    )


def _cell(value: str | None) -> str:
    text = value or ""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
