"""Taking the words behind pictures out of a post's lines: credits, captions with their marks, unmarked descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.read.layout import Line, ends_sentence, is_item
from newsdesk.read.pictures import is_credited, picture_weight

_CREDIT_MARK = re.compile(r"(?P<credit>(?:Image|Photo|Picture|Video) (?:source|credit), ?\S.*)$")
_CAPTION_MARK = re.compile(r"(?:Image|Media|Video|Photo|Picture|Audio) captions?(?:,|:|$)\s*(?P<words>.*)")
_AT_THE_EDGE = 1.8
"""Weight above which an unmarked line at the beginning or end of a post is a description; measured on 3,000 paragraphs of news."""
_AT_THE_EDGE_WITH_STOP = 1.1
"""The same for a line with a full stop, which costs weight already."""
_IN_THE_MIDDLE = 4.0
_ALONE = 4.0
"""For the only line of a post, which would leave nothing to read."""


class Sorted(NamedTuple):
    """What is read and what stands under pictures."""

    body: list[Line]
    captions: tuple[str, ...]


def _marked(lines: Sequence[Line]) -> dict[int, str]:
    """Indices of lines that a mark makes captions, and what to keep of each ("" for a bare mark)."""
    kept: dict[int, str] = {}
    for index, line in enumerate(lines):
        before = index - 1 if index and index - 1 not in kept else None
        if credit := _CREDIT_MARK.search(line.text):
            words = line.text[: credit.start()].rstrip()
            if not words and before is not None and lines[before].n == line.n - 1 and not is_item(lines[before].text):
                words, kept[before] = lines[before].text, ""
            kept[index] = f"{words} ({credit['credit']})" if words else credit["credit"]
        elif caption := _CAPTION_MARK.match(line.text):
            kept[index] = caption["words"]
            if not caption["words"] and index + 1 < len(lines):
                kept[index + 1] = lines[index + 1].text
            # A description without a credit directly above the mark belongs to the same picture.
            if before is not None and not line.text.startswith(("Media", "Video", "Audio")):
                above = lines[before].text
                if not ends_sentence(above) and not is_item(above) and picture_weight(above, "") > 0:
                    kept[before] = above
        elif index not in kept and is_credited(line.text):
            kept[index] = line.text
    return kept


def _is_description(lines: Sequence[Line], index: int, *, at_edge: bool) -> bool:
    """Whether an unmarked line among the body's lines describes a picture."""
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
    weight = picture_weight(line.text, following)
    if len(lines) == 1:
        return not stopped and weight >= _ALONE
    if not at_edge:
        return weight >= _IN_THE_MIDDLE
    return weight >= (_AT_THE_EDGE_WITH_STOP if stopped else _AT_THE_EDGE)


def sort_captions(lines: Sequence[Line]) -> Sorted:
    """Split the lines of one post (headline and byline taken off) into body and captions, each in its order."""
    marked = _marked(lines)
    rest = [index for index in range(len(lines)) if index not in marked]
    body = [lines[index] for index in rest]
    described: set[int] = set()
    first, last = 0, len(body) - 1
    while first < last and _is_description(body, first, at_edge=True):
        described.add(first)
        first += 1
    while last > first and _is_description(body, last, at_edge=True):
        described.add(last)
        last -= 1
    described.update(index for index in range(first + 1, last) if _is_description(body, index, at_edge=False))
    if len(body) == 1 and _is_description(body, 0, at_edge=True):
        described.add(0)
    unmarked = {rest[index]: body[index].text for index in described}
    captions = marked | unmarked
    return Sorted(
        [line for index, line in enumerate(body) if index not in described],
        tuple(captions[index] for index in sorted(captions) if captions[index]),
    )
