"""Taking the words behind pictures out of a post's lines: credits, captions with their marks, unmarked descriptions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import Line, ends_sentence, is_item
from newsdesk.read.lines.pictures import is_bare_credit, is_credited, picture_weight

_CREDIT_MARK = late_pattern(r"(?P<credit>(?:Image|Photo|Picture|Video) (?:source|credit), ?\S.*)$")
_CAPTION_MARK = late_pattern(r"(?:Image|Media|Video|Photo|Picture|Audio) captions?(?:,|:|$)\s*(?P<words>.*)")
_AGENCY_ALONE = late_pattern(r"(?:[A-Z]\w+ )?(?:/ ?)?(?:Getty Images|EPA(?:-EFE)?|AFP|PA Media|Shutterstock|Anadolu)")
"""A credit whose mark was lost."""
_AT_THE_EDGE = 1.8
"""Weight from which an unmarked line that begins or ends a live page's post is a description; measured on 3,000 paragraphs."""
_AT_THE_EDGE_WITH_STOP = 1.1
"""The same for a line with a full stop, which has cost weight already."""
_ALTERNATIVE_TEXT = -1.5
"""Weight from which a line directly above a credited caption is the same picture's; a full stop has cost 2.5 already."""
CERTAIN = 4.0
"""Weight from which an unmarked line is a description anywhere, even where subheads and subtitles stand."""
_SAME_CREDIT_TWICE = late_pattern(
    r"(?P<who>(?:[A-Z][\w.'-]{0,20}[ /]){0,3}(?:Getty Images|Reuters|EPA|AFP|AP|PA Media|PA|BBC|Shutterstock|Handout|Supplied|Media))"
    r" (?P<words>\S.{2,500}?)(?P=who)(?:-[A-Z]{2,6})?"
)
"""How the BBC's articles copy: the credit, the description, and the credit glued to it once more."""


class Sorted(NamedTuple):
    """What is read and what stands under pictures."""

    body: list[Line]
    captions: tuple[str, ...]


def has_mark(text: str) -> bool:
    """Whether a line says itself that it belongs to a picture: a credit or a caption's mark."""
    marked = _CREDIT_MARK.search(text) or _CAPTION_MARK.match(text) or is_credited(text)
    return bool(marked) or (len(text) < 700 and _SAME_CREDIT_TWICE.fullmatch(text) is not None)


def _is_part_of_description(lines: Sequence[Line], index: int, *, opened: bool) -> bool:
    """Whether the line directly above a credit belongs to the description; `opened` when the credit's line has words."""
    line = lines[index]
    if lines[index + 1].n != line.n + 1 or is_item(line.text):
        return False
    begins_block = index == 0 or lines[index - 1].n < line.n - 1
    return not opened or (begins_block and not ends_sentence(line.text))


def _is_alternative_text(lines: Sequence[Line], index: int) -> bool:
    """Whether the line directly above a credited caption is the picture's alternative text; a subhead has no full stop."""
    line = lines[index]
    if lines[index + 1].n != line.n + 1 or is_item(line.text) or not line.text.endswith("."):
        return False
    return len(line.text) < 200 and picture_weight(line.text, "") >= _ALTERNATIVE_TEXT


def _is_credited_below(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line is a bare credit ("Photo: ...") that belongs to this one, which describes a picture."""
    line = lines[index]
    bare = lines[index + 1].n == line.n + 1 and is_bare_credit(lines[index + 1].text)
    return bare and not is_item(line.text) and not ends_sentence(line.text) and picture_weight(line.text, "") > 0


def _marked(lines: Sequence[Line]) -> dict[int, str]:
    """Indices of lines that a mark makes captions, and what to keep of each ("" for a bare mark)."""
    kept: dict[int, str] = {}
    for index, line in enumerate(lines):
        before = index - 1 if index and index - 1 not in kept else None
        if credit := _CREDIT_MARK.search(line.text):
            words = line.text[: credit.start()].rstrip()
            if before is not None and _is_part_of_description(lines, before, opened=bool(words)):
                words, kept[before] = f"{lines[before].text} {words}".rstrip(), ""
            kept[index] = f"{words} ({credit['credit']})" if words else credit["credit"]
        elif len(line.text) < 700 and (twice := _SAME_CREDIT_TWICE.fullmatch(line.text)):
            kept[index] = f"{twice['words'].rstrip()} ({twice['who']})"
            if index + 1 < len(lines) and not ends_sentence(lines[index + 1].text) and len(lines[index + 1].text) < 250:
                kept[index + 1] = lines[index + 1].text
        elif index in kept:
            continue
        elif caption := _CAPTION_MARK.match(line.text):
            kept[index] = caption["words"]
            if not caption["words"] and index + 1 < len(lines):
                kept[index + 1] = lines[index + 1].text
            # A description without a credit directly above the mark belongs to the same picture.
            if before is not None and not line.text.startswith(("Media", "Video", "Audio")):
                above = lines[before].text
                if not ends_sentence(above) and not is_item(above) and picture_weight(above, "") > 0:
                    kept[before] = above
        elif _AGENCY_ALONE.fullmatch(line.text):
            kept[index] = line.text
        elif is_credited(line.text):
            kept[index] = line.text
            if before is not None and (_is_alternative_text(lines, before) or _is_credited_below(lines, before)):
                kept[before] = lines[before].text
    return kept


def _is_description(lines: Sequence[Line], index: int, *, certain: bool) -> bool:
    """Whether an unmarked line among the body's lines describes a picture; `certain` where other short lines stand, too."""
    line = lines[index]
    above = lines[index - 1].text if index else ""
    if is_item(line.text) or above.endswith(":"):
        return False
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    stopped = ends_sentence(line.text)
    if not stopped:
        # Lines that lost their bullets stand together without full stops.
        neighbours = [other for other in (index - 1, index + 1) if 0 <= other < len(lines)]
        if any(abs(lines[other].n - line.n) == 1 and not ends_sentence(lines[other].text) for other in neighbours):
            return False
    certain = certain or len(lines) == 1  # the only line is kept unless nothing else is possible
    if stopped and certain:
        return False
    weight = picture_weight(line.text, following)
    if certain:
        return weight >= CERTAIN
    return weight >= (_AT_THE_EDGE_WITH_STOP if stopped else _AT_THE_EDGE)


def _repeats(line: Line, below: Line) -> bool:
    """Whether the line directly below has the same words, and a credit behind them."""
    credit = _CREDIT_MARK.search(below.text) if below.n == line.n + 1 else None
    return credit is not None and below.text[: credit.start()].rstrip() == line.text


def _without_repeats(lines: Sequence[Line]) -> list[Line]:
    """The lines without a description that its own credited line, directly below, repeats."""
    repeated = {line.n for line, below in pairwise(lines) if _repeats(line, below)}
    return [line for line in lines if line.n not in repeated]


def sort_captions(
    lines: Sequence[Line], *, certain: bool = False, kept: Collection[int] = (), pictured: Collection[int] = ()
) -> Sorted:
    """Split the lines of one post (headline and byline taken off) into body and captions, each in its order.

    Unmarked descriptions are looked for at both ends of a post; with `certain` only plain ones are taken, as in articles,
    where subtitles and subheads look much the same. `kept` and `pictured` are numbers of lines that the page's layout
    already told to be body or description; marks go before both.
    """
    lines = _without_repeats(lines)
    marked = _marked(lines)
    marked |= {index: line.text for index, line in enumerate(lines) if line.n in pictured and index not in marked}
    rest = [index for index in range(len(lines)) if index not in marked]
    body = [lines[index] for index in rest]
    described: set[int] = set()

    def describes(index: int, *, certain: bool) -> bool:
        return body[index].n not in kept and _is_description(body, index, certain=certain)

    first, last = 0, len(body) - 1
    while first < last and describes(first, certain=certain):
        described.add(first)
        first += 1
    while last > first and describes(last, certain=certain):
        described.add(last)
        last -= 1
    described.update(index for index in range(first + 1, last) if describes(index, certain=True))
    if len(body) == 1 and describes(0, certain=True):
        described.add(0)
    unmarked = {rest[index]: body[index].text for index in described}
    captions = marked | unmarked
    return Sorted(
        [line for index, line in enumerate(body) if index not in described],
        tuple(captions[index] for index in sorted(captions) if captions[index]),
    )
