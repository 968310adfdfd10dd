"""What the posts of one page have in common: furniture at the same place of nearly all, and the look of their headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from newsdesk.late_pattern import late_pattern
from newsdesk.read.labels import is_known_label
from newsdesk.read.lines.furniture import is_furniture
from newsdesk.read.lines.layout import ends_sentence
from newsdesk.read.live.headers import looks_like_headline
from newsdesk.read.names import Byline, is_person
from newsdesk.read.web.body import is_link
from newsdesk.read.web.pieces import Kind, Piece, around
from newsdesk.read.web.posts import Draft

_FEWEST = 3
_FEWEST_REPEATED = 4
_NEARLY_ALL = 0.6
"""Share of the posts that have a line at the same place from which it tells of none of them."""
_LONGEST = 40
_MOST_WORDS = 5
_MOST_LINES = 4
"""Such lines at one end of a post."""
_COUNTED = late_pattern(
    r"\d{1,6} (?P<what>likes?|shares?|comments?|repl(?:y|ies)|views?|reactions?|reposts?|kommentare?|commentaires?|comentarios?)",
    re.IGNORECASE,
)
"""What readers did. A number before any other word may be news ("12 injured")."""
_PARTS_OF_STORY = {"p", "li", "dd", "td", "th", "blockquote", "q", "cite", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "mark"}  # fmt: skip
"""Elements in which a page's own words stand: a refrain of its posts, a speaker, a score."""
_QUOTED = ("”", '"', "»", "’", "“")
_WORDS = {Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}
_HEADED = 0.5
"""Share of the posts whose first line has one look from which that is the look of headlines."""
_Look = tuple[str | None, str | None]


def _key(piece: Piece) -> str | None:
    """What makes a short line the same in several posts ("3 likes" and "1 like"); None for what may be told.

    Only what readers did, links, names, and words in no element for words are furniture; no number but the first is.
    """
    text = piece.text
    if piece.kind not in _WORDS or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return None
    if ends_sentence(text) or is_known_label(text):
        return None
    if counted := _COUNTED.fullmatch(text):
        return counted["what"].casefold().rstrip("s")
    if any(figure.isdecimal() for figure in text) or text.isupper():
        return None
    return text.casefold() if is_furniture(text) or is_link(piece) or _is_apart(piece) or is_person(text) else None


def _is_apart(piece: Piece) -> bool:
    """Whether a line stands in no element that pages have for their words."""
    return (
        piece.kind is Kind.PARAGRAPH
        and piece.inside is not None
        and all(node.tag not in _PARTS_OF_STORY for node in around(piece.inside))
    )


def _may_be_taken(draft: Draft, place: int) -> bool:
    """Whether a line at one end of a post may be furniture.

    A name at the beginning may be that of who speaks, and of a place; at the end, of who said what is quoted over it.
    """
    piece = draft.pieces[place]
    text = piece.text
    if is_furniture(text) or is_link(piece) or _COUNTED.fullmatch(text):
        return True
    if place == 0:
        return not all(word[:1].isupper() for word in text.split())
    if draft.pieces[place - 1].text.endswith(_QUOTED):
        return False
    return not is_person(text) or draft.byline is None or text in draft.byline.name


def take_repeated(drafts: Sequence[Draft]) -> None:
    """Take off the short lines with which nearly all posts of a page begin, or end; of a person's name at the end it is who writes.

    What a post says besides is left: where it is all that a post says, the line stays.
    """
    if len(drafts) < _FEWEST_REPEATED:
        return
    for place in (-1, 0):
        for _ in range(_MOST_LINES):
            keys = [
                _key(draft.pieces[place]) if len(draft.pieces) > 1 and _may_be_taken(draft, place) else None
                for draft in drafts
            ]
            counts = Counter(key for key in keys if key is not None)
            fewest = max(_FEWEST_REPEATED, len(drafts) * _NEARLY_ALL)
            common = {key for key, count in counts.items() if count >= fewest}
            if not common:
                break
            for draft, key in zip(drafts, keys, strict=True):
                if key in common:
                    name = draft.pieces.pop(place).text
                    draft.byline = draft.byline or (Byline(name) if is_person(name) else None)


def _look(piece: Piece) -> _Look | None:
    """The look of a line that one element holds; None for any other."""
    inside = piece.inside
    if inside is None or piece.kind not in _WORDS or len(inside.text(strip=True)) > len(piece.text) + 1:
        return None
    return inside.tag, inside.attributes.get("class")


def take_headlines(drafts: Sequence[Draft]) -> None:
    """Make the first line of posts their headline, where it has a look on this page that no words of posts have ("<b>Gate fails</b>")."""
    if len(drafts) < _FEWEST or any(draft.headline for draft in drafts):
        return
    # What several posts begin with is a refrain.
    same = Counter(draft.pieces[0].text for draft in drafts if draft.pieces)
    firsts = [
        _look(draft.pieces[0]) if _may_head(draft.pieces) and same[draft.pieces[0].text] == 1 else None
        for draft in drafts
    ]
    below = {look for draft in drafts for piece in draft.pieces[1:] if (look := _look(piece))}
    counts = Counter(look for look in firsts if look is not None and look not in below)
    if not counts:
        return
    look, count = counts.most_common(1)[0]
    if count < max(_FEWEST, len(drafts) * _HEADED):
        return
    for draft, first in zip(drafts, firsts, strict=True):
        if first == look:
            draft.headline = draft.pieces.pop(0).text


def _may_head(pieces: Sequence[Piece]) -> bool:
    return (
        len(pieces) > 1
        and looks_like_headline(pieces[0].text)
        and not is_known_label(pieces[0].text)
        and not is_person(pieces[0].text)
        and any(ends_sentence(piece.text) for piece in pieces[1:])
    )
