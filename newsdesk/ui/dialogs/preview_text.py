"""What the add dialog says of a source before it is added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from newsdesk.intake.preview import Preview
from newsdesk.intake.reading import left_out_words
from newsdesk.model import Counts
from newsdesk.story.wording import counted
from newsdesk.ui.dialogs.dialog import plain

if TYPE_CHECKING:
    from newsdesk.read import NamedFeed

_SHOWN_FEEDS = 8


def year_basis(preview: Preview) -> str:
    """What the year in the year field rests on."""
    if preview.year is None:
        return "as you said"
    return "guess; type the right one" if preview.year_is_guess else "inferred"


def feeds_text(feeds: Sequence[NamedFeed]) -> Content:
    """What a list of feeds would bring: each of them is asked, and followed from then on."""
    lines = [
        Content.assemble(
            ("• ", "$text-accent"), plain(feed.title or feed.url), "\n  ", plain(feed.url, "$foreground-muted")
        )
        for feed in feeds[:_SHOWN_FEEDS]
    ]
    if len(feeds) > _SHOWN_FEEDS:
        lines.append(Content.styled(f"and {len(feeds) - _SHOWN_FEEDS} more", "$foreground-muted"))
    head = Content(f"A list of {counted(len(feeds), 'feed')}: each is asked, and followed from then on.")
    return Content("\n\n").join([head, Content("\n").join(lines)])


def preview_text(preview: Preview) -> Content:
    """What the source is, why we think so, and how it will look in the stream."""
    reading = preview.reading
    parts = [
        plain(reading.source.title, "bold") if reading.source.title else None,
        *map(plain, preview.summary.split("\n")),
    ]
    if preview.posts and preview.counts == Counts(same=preview.posts):
        said = reading.source.said_time is not None or reading.source.year is not None
        changes = "its date alone" if said else "nothing"
        parts.append(Content.styled(f"The story has all of it already: adding it changes {changes}.", "$text-warning"))
    if reading.reasons:
        parts.append(plain("Because: " + "; ".join(reading.reasons), "$foreground-muted"))
    if reading.removed:
        parts.append(plain(f"{reading.removed} control or invisible characters are left out.", "$foreground-muted"))
    if words := left_out_words(reading):
        parts.append(plain(words, "$text-warning"))
    if preview.ahead:
        events = [Content.assemble(("• ", "$text-accent"), plain(line)) for line in preview.ahead]
        if preview.more_ahead:
            events.append(Content.styled(f"and {preview.more_ahead} more", "$foreground-muted"))
        parts.append(Content("\n").join([Content.styled("What comes next:", "$foreground-muted"), *events]))
    parts.append(
        Content("\n").join([Content.assemble(("• ", "$text-accent"), plain(line)) for line in preview.headlines])
    )
    more = preview.posts - len(preview.headlines)
    if preview.headlines and more > 0:
        parts.append(Content.styled(f"and {more} more", "$foreground-muted"))
    return Content("\n\n").join([part for part in parts if part])
