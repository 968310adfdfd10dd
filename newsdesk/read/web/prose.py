"""How much prose there is among a page's pieces: sentences and long paragraphs, and no links."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.read.lines.layout import ends_sentence, read_length
from newsdesk.read.web.body import is_link
from newsdesk.read.web.pieces import Kind, Piece

SENTENCE = 60
"""Characters from which a paragraph that ends a sentence is prose."""
_PARAGRAPH = 180
"""Characters from which a paragraph is prose however it ends."""
_SHORT_SENTENCE = 25
"""Characters; shorter ones stand on buttons and in notices, too."""
_WORDS = {Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}


def is_prose(piece: Piece) -> bool:
    """Whether a piece is a sentence or more: by its length and its end, and by its length alone where it is long."""
    if piece.kind not in {Kind.PARAGRAPH, Kind.ITEM} or is_link(piece):
        return False
    length = read_length(piece.text)
    return length >= _PARAGRAPH or (length >= SENTENCE and ends_sentence(piece.text))


def prose_of(pieces: Sequence[Piece]) -> int:
    """Characters of the paragraphs and items that are sentences and no links."""
    return sum(read_length(piece.text) for piece in pieces if is_prose(piece))


def sentences_of(pieces: Sequence[Piece]) -> int:
    """Characters of all that ends like a sentence, short paragraphs too."""
    return sum(
        read_length(piece.text)
        for piece in pieces
        if piece.kind in {Kind.PARAGRAPH, Kind.ITEM}
        and read_length(piece.text) >= _SHORT_SENTENCE
        and ends_sentence(piece.text)
        and not is_link(piece)
    )


def longest_run(pieces: Sequence[Piece]) -> int:
    """Characters of the longest run of sentences with no heading or link between them: teasers have one each."""
    longest = run = 0
    for piece in pieces:
        if piece.kind is Kind.HEADING or (piece.kind in _WORDS and is_link(piece)):
            run = 0
        else:
            run += prose_of([piece])
            longest = max(longest, run)
    return longest
