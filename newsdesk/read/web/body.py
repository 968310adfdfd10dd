"""From pieces, or from the bodies that a page's data holds, to a post's text and captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import groupby
from typing import NamedTuple

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.captions import sort_captions
from newsdesk.read.lines.furniture import is_furniture, without_inserts, without_link_marks, without_related
from newsdesk.read.lines.layout import Line, body, ends_sentence, is_item
from newsdesk.read.web.markup import take_out, within_measure
from newsdesk.read.web.pieces import Kind, Piece, line_of, pieces_of

_LONGEST = 1_000_000
"""Characters of one body that are read."""
_MOST_ENTITIES = 3
"""Times that a body may have been written with entities over entities."""
_TAG = late_pattern(r"</?[a-zA-Z][a-zA-Z0-9:-]{0,30}(?=[\s/>])|<!--")
_WRITTEN_TAG = late_pattern(r"&(?:amp;){0,2}(?:lt|#60|#x3c);/?(?:p|div|a|br|ul|ol|li|h[1-6]|strong|em|b|i|span|blockquote|figure|img|section|article)\b", re.IGNORECASE)  # fmt: skip
_GLUED = late_pattern(r"(?<=[a-z\d”\"’])(?P<end>[.!?…][”\"’]?)(?=[“\"‘]?[A-Z][a-z' ])")
"""Where the paragraphs of a body met when its tags were taken away: a full stop, and the next sentence without a space."""
_ADDRESS = late_pattern(r"https?://\S{3,2000}")
_LINK_ONLY = 0.85
"""Share of a line's characters in links from which it is a link and no sentence."""
_BETWEEN_LINKS = late_pattern(r"[\s|·•・›»/،]+")
"""What parts the links of a menu in one line, and is no part of their words."""
_MAY_BE_PICTURE = (
    "ource", "OURCE", "redit", "REDIT", "aption", "hoto", "HOTO", "Pic", "mage", "IMAGE", "File", "FILE", "Getty", "/", "]", "AFP", "EPA", "Media", "Anadolu",
    "hutterstock",
)  # fmt: skip
"""One of these stands in any line that says itself that it belongs to a picture."""
_FEWEST_SLIDES = 3
_LONGEST_SLIDE_HEADING = 120
"""Characters. What is longer may be prose in a script that needs no full stops."""
_LINK_MARK = ", external"
_EDITED = late_pattern(
    r"(?:(?:last |first )?(?:updated|published|posted|modified)(?: at| on)?:?(?: .{0,40}\d.{0,40})?)", re.IGNORECASE
)


class Told(NamedTuple):
    """What a post says and what stands beside it."""

    text: str
    captions: tuple[str, ...]


def is_link(piece: Piece) -> bool:
    """Whether a piece is a link to something else and tells nothing itself."""
    if not piece.linked:
        return False
    return piece.linked >= len(_BETWEEN_LINKS.sub("", piece.text)) * _LINK_ONLY and not (
        ends_sentence(piece.text) and len(piece.text) > 60 and not piece.text.endswith("?")
    )


def _is_note(text: str) -> bool:
    return is_furniture(text) or _ADDRESS.fullmatch(text) is not None or _EDITED.fullmatch(text) is not None


def _line(number: int, piece: Piece) -> Line:
    text = f"• {piece.text}" if piece.kind is Kind.ITEM and not is_item(piece.text) else piece.text
    return Line(2 * number, text)  # paragraphs stand apart


def _slides_once(lines: Sequence[Line]) -> list[Line]:
    """The lines without the heading that each slide of a gallery has again."""
    kept: list[Line] = []
    for words, run in groupby(lines, key=lambda line: line.text):
        same = list(run)
        heads = len(words) <= _LONGEST_SLIDE_HEADING and not ends_sentence(words)
        kept += same[:1] if heads and len(same) >= _FEWEST_SLIDES else same
    return kept


def told_of(pieces: Sequence[Piece]) -> Told:
    """The text and the captions of one post's pieces; links to other stories and the page's own words are left out."""
    apart = [piece.text for piece in pieces if piece.kind in {Kind.CAPTION, Kind.EMBED} and not _is_note(piece.text)]
    lines = [
        _line(number, piece)
        for number, piece in enumerate(pieces)
        if piece.kind not in {Kind.CAPTION, Kind.EMBED} and not is_link(piece) and not _is_note(piece.text)
    ]
    lines = without_related(without_inserts(_slides_once(lines)))
    said = "\n".join(line.text for line in lines)
    if any(sign in said for sign in _MAY_BE_PICTURE):
        # What describes a picture was told by the elements; in a body without any only marks tell it.
        lines, marked = sort_captions(lines, certain=True, kept=range(2 * len(pieces)))
        apart += marked
    text = body(line.text for line in lines)
    return Told(without_link_marks(text) if _LINK_MARK in text else text, tuple(dict.fromkeys(apart)))


def _plain_pieces(text: str) -> list[Piece]:
    """The paragraphs of a body without tags: its lines, or what its glued sentences show."""
    lines = _GLUED.sub(r"\g<end>\n", unescape(text)).split("\n")
    return [Piece(Kind.PARAGRAPH, words) for line in lines if (words := line_of(line))]


def body_pieces(text: str) -> list[Piece]:
    """The pieces of a body as a page's data holds it: HTML, HTML written with entities, or plain lines."""
    text = text[:_LONGEST]
    for _ in range(_MOST_ENTITIES):
        if _TAG.search(text) or not _WRITTEN_TAG.search(text):
            break
        text = unescape(text)
    if not _TAG.search(text):
        return _plain_pieces(text)
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  # 16 ms, 8 MB: only when a page is read

    root = LexborHTMLParser(within_measure(take_out(text).html)).body
    return pieces_of(root) if root is not None else []


def one_line(value: object) -> str | None:
    """A string of a page's data as one clean line, its entities and tags resolved; None for anything else and for nothing."""
    if not isinstance(value, str):
        return None
    text = value[:5_000]
    for _ in range(_MOST_ENTITIES):
        plain = unescape(text)
        if plain == text:
            break
        text = plain
    if _TAG.search(text):
        text = re.sub(r"<[^<>]{0,1000}>", "", text)
    return clean_line(text) or None
