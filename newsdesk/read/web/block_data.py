"""Live pages in the blocks of the data that a page is drawn from, as the Guardian's pages and its content API hold them.

Each block has an id, its moment in milliseconds beside the clock as it is shown, and elements: text, pictures, embedded posts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from newsdesk.read.web.addresses import page_address
from newsdesk.read.web.body import body_pieces, one_line
from newsdesk.read.web.linked_data import About
from newsdesk.read.web.pieces import Kind, Piece
from newsdesk.read.web.posts import Draft, byline_of
from newsdesk.read.web.scripts import objects_in
from newsdesk.read.web.times import data_time, printed_clock, with_printed_zone

WANTED = ('"blocks"', '"elements"')
"""Words that stand in such data."""
_MOMENTS = (
    "blockFirstPublished", "firstPublished", "firstPublishedDate", "publishedDate", "blockCreatedOn", "createdOn", "createdDate",
)  # fmt: skip
_CLOCKS = ("blockFirstPublishedDisplay", "firstPublishedDisplay", "blockCreatedOnDisplay", "createdOnDisplay")
_TEXTS = ("text", "subheading", "blockquote", "list", "table", "timeline", "keytakeaways", "qanda")
_POSTS = ("tweet", "instagram", "embed", "vine", "witness", "facebook", "tiktok")
_PICTURES = ("image", "video", "youtube", "media", "cartoon", "map", "chart", "audio")

_IN_PARTS = ("body", "list", "elements", "events")
"""Where the parts of an element hold elements, or parts again."""
_MOST_PARTS = 3
"""Parts, each in the next: the sections of a timeline hold events, and these hold elements."""


class Blocks(NamedTuple):
    """The blocks of a live page, in its order."""

    about: About
    blocks: tuple[dict[str, Any], ...]


def _is_block(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("id"), str)
        and (isinstance(value.get("elements"), list) or isinstance(value.get("bodyHtml"), str))
    )


def _blocks(value: dict[str, Any]) -> list[dict[str, Any]]:
    blocks = value.get("blocks")
    if isinstance(blocks, dict):
        blocks = blocks.get("body")
    return [block for block in blocks if _is_block(block)] if isinstance(blocks, list) else []


def find_blocks(documents: Iterable[Any]) -> Blocks | None:
    """The timed blocks among a page's data, the most of one list; None when there are none."""
    best: Blocks | None = None
    for document in documents:
        for value in objects_in(document):
            blocks = tuple(block for block in _blocks(value) if any(block.get(key) for key in _MOMENTS))
            if blocks and (best is None or len(blocks) > len(best.blocks)):
                best = Blocks(_about(value), blocks)
    return best


def _about(page: dict[str, Any]) -> About:
    fields = page.get("fields")
    fields = fields if isinstance(fields, dict) else {}
    return About(
        title=one_line(page.get("headline")) or one_line(page.get("webTitle")) or one_line(fields.get("headline")),
        publisher=one_line(page.get("publication")) or one_line(fields.get("publication")),
        link=page_address(page.get("webURL")) or page_address(page.get("webUrl")),
        published=data_time(page.get("webPublicationDate")),
        modified=None,
        authors=(),
    )


def _kind(element: dict[str, Any]) -> str:
    """The short name of an element's type: "model.....TextBlockElement" and "text" are one."""
    name = element.get("_type") or element.get("type")
    return name.rsplit(".", 1)[-1].removesuffix("BlockElement").casefold() if isinstance(name, str) else ""


def _parts(element: dict[str, Any], depth: int) -> list[Piece]:
    """What an element holds in parts with titles: takeaways, questions and answers, the events of a timeline."""
    pieces: list[Piece] = []
    lists = [value for value in element.values() if isinstance(value, list)] if depth < _MOST_PARTS else []
    for part in (each for value in lists for each in value if isinstance(each, dict)):
        inner = {key: value for key in _IN_PARTS if isinstance(value := part.get(key), list)}
        if _kind(part):
            pieces += _pieces(part, depth + 1)
        elif inner:
            title = " – ".join(words for key in ("date", "title") if (words := one_line(part.get(key))))
            pieces += [Piece(Kind.HEADING, title, 0, 2)] if title else []
            pieces += _parts(inner, depth + 1)
    return pieces


def _pieces(element: dict[str, Any], depth: int = 0) -> list[Piece]:
    kind = _kind(element)
    data = element.get(f"{kind}TypeData", element.get("data"))
    fields = {**data, **element} if isinstance(data, dict) else element
    html = fields.get("html")
    if kind in _TEXTS and isinstance(html, str):
        pieces = body_pieces(html)
        if kind == "subheading":
            return [Piece(Kind.HEADING, piece.text, 0, 2) for piece in pieces]
        return pieces
    if kind in _POSTS and isinstance(html, str):
        words = " ".join(piece.text for piece in body_pieces(html))
        return [Piece(Kind.EMBED, words)] if words else []
    if kind.startswith(_PICTURES):
        named = (one_line(fields.get(key)) for key in ("alt", "caption", "title", "credit"))
        return [Piece(Kind.CAPTION, words) for words in dict.fromkeys(named) if words]
    return _parts(fields, depth)


def _draft(block: dict[str, Any], page: str | None) -> Draft:
    elements = block.get("elements")
    pieces = (
        [piece for element in elements if isinstance(element, dict) for piece in _pieces(element)]
        if isinstance(elements, list)
        else []
    )
    if not pieces and isinstance(html := block.get("bodyHtml"), str):
        pieces = body_pieces(html)
    exact = next((time for key in _MOMENTS if (time := data_time(_moment(block.get(key))))), None)
    clock = next(
        (time for key in _CLOCKS if isinstance(words := block.get(key), str) and (time := printed_clock(words))), None
    )
    attributes = block.get("attributes")
    attributes = attributes if isinstance(attributes, dict) else {}
    people = block.get("contributors")
    names = [
        (name, None)
        for person in (people if isinstance(people, list) else [])
        if isinstance(person, dict) and (name := one_line(person.get("name")))
    ]
    label = "Key event" if attributes.get("keyEvent") else "Summary" if attributes.get("summary") else None
    return Draft(
        pieces=pieces,
        time=with_printed_zone(exact, clock) if exact else None,
        headline=one_line(block.get("title")),
        label=label,
        byline=byline_of(names, None),
        names=(block.get("id"),),
        link=f"{page}#block-{block['id']}" if page else None,
    )


def _moment(value: object) -> object:
    """A moment of a block: the content API wraps it in an object."""
    return value.get("iso8601") or value.get("dateTime") if isinstance(value, dict) else value


def drafts_of(found: Blocks) -> list[Draft]:
    """The blocks as drafts of posts."""
    return [_draft(block, found.about.link) for block in found.blocks]
