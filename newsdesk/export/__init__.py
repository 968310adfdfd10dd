"""A story for other programs and other people: iCalendar, a Markdown brief, one JSON document, posts as CSV, feeds as OPML.

Pure: the moment and the zone are the caller's; no clock, no zone of the machine, no locale. The same story gives the same
bytes. Whoever calls decides which posts and facts are in the story.
"""

from __future__ import annotations

from datetime import tzinfo

from newsdesk.clean import harmless, shown_json
from newsdesk.export.brief import to_markdown
from newsdesk.export.document import to_json
from newsdesk.export.ics import to_ics
from newsdesk.export.opml import to_opml
from newsdesk.export.table import to_csv
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode

__all__ = ["exported", "to_bytes", "to_csv", "to_ics", "to_json", "to_markdown", "to_opml"]


def exported(shape: str, story: Story, clock: Clock, zone: tzinfo, only: str = "") -> str | bytes:
    """The story in this shape: `markdown`, `ics`, `csv`, `opml` or `json`. A clock that runs is not told: no two exports would be the same.

    `only` says in words by which filter the story is a part of a whole one; Markdown, CSV and JSON say so, too.
    """
    as_of = None if clock.mode is Mode.NOW else clock.moment
    if shape == "ics":
        return to_ics(story, zone=zone)
    if shape == "csv":
        return to_csv(story, zone=zone, only=only)
    if shape == "opml":
        return to_opml(story)
    if shape == "markdown":
        return to_markdown(story, as_of=as_of, zone=zone, only=only)
    return shown_json(to_json(story, as_of=as_of, only=only))


def to_bytes(document: str | bytes) -> bytes:
    """What a file holds or a pipe carries: UTF-8 without anything that steers a terminal, which may be what reads it."""
    return harmless(document).encode("utf-8", "replace") if isinstance(document, str) else document
