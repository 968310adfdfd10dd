"""A filter as single conditions, each of which can be taken away. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, tzinfo

from newsdesk.story import Story
from newsdesk.story.filter import NOBODY_NAMED, Filter
from newsdesk.story.folding import terms_of
from newsdesk.story.span import since_words, until_words


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition of a filter."""

    words: str
    """`words of Friedrich Merz`, `from BBC live`, `BREAKING`, `unread`, `since 11 May 14:00 BST`, `“ferry” “pier”`."""
    without: Filter
    """The filter without it."""


def filter_words(story: Story, wanted: Filter, zone: tzinfo) -> str:
    """All conditions of a filter in a line that stays true: every year is said. Empty without a filter."""
    return ", ".join(chip.words for chip in chips(story, wanted, zone, date.min))


def chips(story: Story, wanted: Filter, zone: tzinfo, near: date) -> tuple[Chip, ...]:
    """The conditions of a filter. Times are in the display zone; a year is said when it is not that of `near`."""
    found = [
        (_speaker_words(wanted.actor) if wanted.actor else "", replace(wanted, actor=None)),
        (
            f"from {story.tag(wanted.source_id)}" if wanted.source_id is not None else "",
            replace(wanted, source_id=None),
        ),
        ((wanted.label or "").upper(), replace(wanted, label=None)),
        ("unread" if wanted.unread else "", replace(wanted, unread=False)),
        ("starred" if wanted.starred else "", replace(wanted, starred=False)),
        (since_words(wanted.since, zone, near) if wanted.since else "", replace(wanted, since=None)),
        (until_words(wanted.until, zone, near) if wanted.until else "", replace(wanted, until=None)),
        (" ".join(f"“{term}”" for term in terms_of(wanted.text)), replace(wanted, text="")),
    ]
    return tuple(Chip(words, without) for words, without in found if words)


def _speaker_words(actor: str) -> str:
    """`words of Friedrich Merz`, be they quoted or said in a turn of a transcript."""
    return NOBODY_NAMED.lower() if actor == NOBODY_NAMED else f"words of {actor}"
