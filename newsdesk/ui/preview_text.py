"""What the add dialog says of a source before it is added."""

from __future__ import annotations

from textual.content import Content

from newsdesk.add import Preview
from newsdesk.model import Counts
from newsdesk.ui.dialog import plain


def year_basis(preview: Preview) -> str:
    """What the year in the year field rests on."""
    if preview.year is None:
        return "as you said"
    return "guess; type the right one" if preview.year_is_guess else "inferred"


def preview_text(preview: Preview) -> Content:
    """What the source is, why we think so, and how it will look in the stream."""
    reading = preview.reading
    parts = [
        plain(reading.source.title, "bold") if reading.source.title else None,
        *map(plain, preview.summary.split("\n")),
    ]
    if preview.posts and preview.counts == Counts(same=preview.posts):
        parts.append(Content.styled("The story has all of it already: adding it changes nothing.", "$text-warning"))
    if reading.reasons:
        parts.append(plain("Because: " + "; ".join(reading.reasons), "$foreground-muted"))
    if reading.removed:
        parts.append(plain(f"{reading.removed} control or invisible characters are left out.", "$foreground-muted"))
    parts.append(
        Content("\n").join([Content.assemble(("• ", "$text-accent"), plain(line)) for line in preview.headlines])
    )
    more = preview.posts - len(preview.headlines)
    if preview.headlines and more > 0:
        parts.append(Content.styled(f"and {more} more", "$foreground-muted"))
    return Content("\n\n").join([part for part in parts if part])
