"""The words of a page as styled content: what is marked in them, what was cut, and what `y` copies. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content
from textual.content import Span as Styled
from textual.geometry import Offset
from textual.selection import Selection

from newsdesk.model import Place
from newsdesk.story.elsewhere import Elsewhere
from newsdesk.story.folding import folded, terms_of
from newsdesk.story.reader import Page
from newsdesk.story.word_diff import Stretch, around_changes, word_diff
from newsdesk.ui.actor_colour import NOBODY, actor_colours
from newsdesk.ui.dialogs.dialog import plain
from newsdesk.ui.lists.sought import matches
from newsdesk.ui.wrap import steady

LIMIT = 64 * 1024
"""Characters of a body shown at once: 1 MB on one line takes the screen 2 seconds, 6 in wide characters."""
_MARKS = frozenset("\"'“”‘’„‚«»‹›")

WHAT_SHOWN = 120
"""Characters of a quotation where its other places are listed: the whole of it stands above."""
PLACES_SHOWN = 3
"""Other places named below a quotation or an event; `w` lists them all."""
_INDENT = "  ↳ "
LEGEND = Content.assemble(
    ("bold", "bold"), " quoted · ", ("underlined", "underline"), " date · ", ("italic", "italic"), " reported"
)
"""How to read the marking without colours."""


class Words(NamedTuple):
    """Words of a page to go to."""

    place: Place
    start: int
    """Characters into that place; `end` is exclusive."""
    end: int

    def of(self, page: Page) -> str:
        """What stands there."""
        return (page.headline if self.place == "headline" else page.text)[self.start : self.end]


EDIT_LEGEND = Content.assemble(
    ("[-struck-]", "strike $text-error"), " taken out · ", ("{+underlined+}", "bold underline $text-success"), " put in"
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a text, marked up."""

    content: Content
    before: int
    """Characters of the text that stand before it and are not shown."""
    after: int


def speaker_colours(page: Page) -> Mapping[str, str]:
    """Colours of those who speak on the page, by name."""
    return actor_colours(span.actor for span in page.spans if span.actor)


def marked(page: Page, place: Place, at: Words | None = None, found: Sequence[Words] = ()) -> Excerpt:
    """The page's text or headline: quotes bold in their speaker's colour, dates underlined, statements italic, `at` and what is `found` reversed.

    What is quoted inside a quote has the colour of its own speaker there.

    At most `LIMIT` characters: from the start, or around `at` when that stands further down.
    """
    text = page.text if place == "text" else page.headline
    here = at if at is not None and at.place == place else None
    first = 0 if here is None or here.end <= LIMIT else max(0, here.start - LIMIT // 2)
    last = min(len(text), first + LIMIT)
    styles = [
        Styled(max(start, first) - first, min(end, last) - first, style)
        for start, end, style in _styles(page, text, place, (*found, *([here] if here else [])))
        if start < last and end > first
    ]
    return Excerpt(Content(steady(text[first:last]), styles), first, len(text) - last)


def found_in(page: Page, sought: str) -> list[Words]:
    """Every place where one of these words stands, compared as search compares them, if the page has all of them."""
    terms = [folded(term) for term in terms_of(sought)]
    whole = folded(f"{page.headline}\n{page.text}")
    if not all(term in whole for term in terms):
        return []
    places: tuple[tuple[Place, str], ...] = (("headline", page.headline), ("text", page.text))
    return [Words(place, *span) for place, text in places for span in matches(text, terms)]


def quoted_here(page: Page) -> Content:
    """The page's quotes and statements with who says them, in the order of the text, each on its own line.

    A quote inside another stands indented below it.
    """
    lines = []
    colours = speaker_colours(page)
    headline_first = sorted(page.spans, key=lambda span: (span.place == "text", span.start))
    for span in headline_first:
        if span.kind == "date":
            continue
        words = steady(page.text if span.place == "text" else page.headline)[span.start : span.end]
        said = f"“{' '.join(words.split())}”" if span.kind == "quote" else " ".join(words.split())
        lines.append(
            Content.assemble(
                _INDENT if span.inside else "",
                said,
                (" — ", "$foreground-muted"),
                (span.note, f"bold {colours.get(span.actor or '', NOBODY)}"),
                ("" if span.kind == "quote" else " (reported)", "$foreground-muted"),
            )
        )
    return Content("\n").join(lines)


def elsewhere_text(found: Sequence[Elsewhere]) -> Content:
    """What the page says that others say too, each with its places below it: `also in: Coast Daily, 11 May 15:10 BST`."""
    lines = []
    for one in found:
        words = plain(one.what).plain
        lines.append(Content(words if len(words) <= WHAT_SHOWN else words[:WHAT_SHOWN].rstrip() + " ..."))
        named = [*dict.fromkeys(f"{plain(place.source).plain}, {place.when}" for place in one.places)]
        shown = named[:PLACES_SHOWN]  # two places in one post are one here
        more = len(named) - len(shown)
        words = "; ".join([*shown, f"and {more} more"] if more else shown) or "no other post mentions it"
        lines.append(
            Content.assemble((f"{_INDENT}also in: " if shown else _INDENT, "bold"), (words, "$foreground-muted"))
        )
    return Content("\n").join(lines)


def edit_text(page: Page, number: int, another_key: str) -> Content:
    """What the edit of this number, from 0, changed: in the headline, and below it in the text; `another_key` shows the others. Signs tell it, not colours alone."""
    edit = page.edits[number]
    of = f"Edit {number + 1} of {len(page.edits)}" if len(page.edits) > 1 else "Edit"
    another = f"{another_key} shows another" if len(page.edits) > 1 else ""
    parts = [Content(", ".join(part for part in (of, edit.when, another) if part))]
    for place in (edit.headline, edit.text):
        before, after = (text[:LIMIT] for text in place)
        if before.split() != after.split():
            parts.append(changes_text(around_changes(word_diff(before, after))))
    return Content("\n\n").join([*parts, EDIT_LEGEND])


def changes_text(stretches: Iterable[Stretch]) -> Content:
    """What stayed, and between signs what was taken out and put in: `The gate is [-shut-] {+open+}.`."""
    parts: list[Content] = []
    for stretch in stretches:
        words = steady(stretch.text.strip())
        blank = stretch.text[: len(stretch.text) - len(stretch.text.lstrip())]
        if stretch.kind == "out":
            parts += [Content(blank), Content.styled(f"[-{words}-]", "strike $text-error")]
        elif stretch.kind == "in":
            parts += [Content(blank), Content.styled(f"{{+{words}+}}", "bold underline $text-success")]
        else:
            parts.append(Content.styled(" ..." if stretch.kind == "cut" else steady(stretch.text), "$foreground-muted"))
    return Content("").join(parts)


def citation(page: Page) -> str:
    """The whole post for the clipboard: headline, text, and where it is from."""
    origin = ", ".join(part for part in (page.byline, plain(page.provenance).plain, page.when, page.link or "") if part)
    return "\n\n".join(part for part in (page.headline, page.text, f"— {origin}") if part)


def span_of(selection: Selection, text: str) -> tuple[int, int]:
    """Start and end of what is selected in a text; a selection counts its lines, and characters of a line."""
    lines = text.splitlines(keepends=True)

    def offset(place: Offset | None, where_none: int) -> int:
        if place is None or place.y >= len(lines):
            return where_none
        return sum(map(len, lines[: place.y])) + min(place.x, len(lines[place.y]))

    return offset(selection.start, 0), offset(selection.end, len(text))


def line_of(content: Content, offset: int, width: int) -> int:
    """The line, from 0, on which the character stands when the content is wrapped to this many cells."""
    text = content.plain
    end = offset + 1
    # Wrapping is greedy: up to the end of the word the lines are those of the whole text.
    while end < len(text) and not text[end - 1].isspace() and not text[end].isspace() and end - offset < width:
        end += 1
    return max(0, Content(text[:end]).get_height({}, width) - 1)


def _styles(page: Page, text: str, place: Place, reversed_: Sequence[Words]) -> Iterable[tuple[int, int, str]]:
    colours = speaker_colours(page)
    for span in page.spans:
        if span.place != place:
            continue
        if span.kind == "quote":
            # The marks belong to the quotation for the eye; the offsets leave them out.
            start = span.start - (span.start > 0 and text[span.start - 1 : span.start] in _MARKS)
            end = span.end + (text[span.end : span.end + 1] in _MARKS)
            yield start, end, f"bold {colours.get(span.actor or '', NOBODY)}"
        elif span.kind == "date":
            yield span.start, span.end, "underline"
        else:
            yield span.start, span.end, f"italic {colours.get(span.actor or '', NOBODY)}"
    for words in reversed_:
        if words.place == place:
            yield words.start, words.end, "reverse"
