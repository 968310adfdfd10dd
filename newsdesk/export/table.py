"""Posts as CSV for a spreadsheet (RFC 4180)."""

from __future__ import annotations

import csv
import io
from datetime import tzinfo

from newsdesk.clean import harmless
from newsdesk.extract import basis
from newsdesk.model import Post, Precision
from newsdesk.story import Story
from newsdesk.story.stream import newest_first
from newsdesk.story.wording import in_zone

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
    "revisions",
    "gone",
)
"""Their order never changes; new ones come at the end."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so is run as a formula by spreadsheets (OWASP, "CSV Injection"), some after blanks; the wide forms by some East Asian ones."""


def to_csv(story: Story, *, zone: tzinfo, only: str = "") -> str:
    """One row a post, newest first, after a row of column names. Lines end in CRLF: write it as it is.

    `only` is the filter that left these posts, in words. CSV has no line for what is said of the whole, so that each row
    says it in one more column, `only`; without a filter there is none. Moments are shown in `zone`. What a spreadsheet could take for a formula has an apostrophe before it.
    """
    table = io.StringIO()
    writer = csv.writer(table)
    said = {"only": only} if only else {}
    writer.writerow((*COLUMNS, *said))
    for post in newest_first(story.posts, zone):
        writer.writerow(_cell(value) for value in (*_row(story, post, zone), *said.values()))
    return table.getvalue()


def _row(story: Story, post: Post, zone: tzinfo) -> tuple[str | None, ...]:
    """In the order of COLUMNS."""
    source = story.source_by_id.get(post.source_id)
    return (
        _published(post, zone),
        basis(post),
        str(story.tag(post.source_id)),
        source.kind.value if source else None,
        str(post.n),
        post.label,
        post.headline,
        post.byline_name,
        post.byline_role,
        post.speaker,
        post.text,
        post.link,
        str(len(post.revisions)),
        in_zone(post.gone, zone).isoformat(timespec="minutes") if post.gone else None,
    )


def _published(post: Post, zone: tzinfo) -> str | None:
    """ISO 8601 in the zone, so that a column of them can be sorted; `YYYY-MM-DD` when only the day is known."""
    if post.published is None:
        return None
    if post.published.precision is Precision.DAY:
        return post.published.day.isoformat()
    return in_zone(post.published.at, zone).isoformat(timespec="minutes")


def _cell(value: str | None) -> str:
    # What may not go out is gone before the beginning is looked at: behind it a formula could wait.
    text = harmless(value or "")
    risky = text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)
    return f"'{text}" if risky else text
