"""Live pages and articles as sites describe them for search engines: schema.org's `LiveBlogPosting` and `NewsArticle` in JSON-LD.

A live page's updates carry what the page shows of each post, exactly timed. Sites fill the form in ways of their own: types
in lists or as addresses, one object or a graph, bodies as HTML, as HTML written with entities, or as bare lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newsdesk.model import PrintedTime
from newsdesk.read.web.addresses import page_address
from newsdesk.read.web.body import body_pieces, one_line
from newsdesk.read.web.pieces import Kind, Piece
from newsdesk.read.web.posts import Draft, byline_of, have_one_moment
from newsdesk.read.web.scripts import objects_in
from newsdesk.read.web.times import data_time

_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "item")
"""Where a page's own posting may lie; what else it names (related stories, what it is part of) is others'."""
_LIVE = "liveblogposting"
_ARTICLES = {
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "opinionnewsarticle", "reviewnewsarticle",
    "askpublicnewsarticle", "blogposting", "satiricalarticle", "report", "liveblogposting", "scholarlyarticle", "techarticle", "socialmediaposting",
}  # fmt: skip
_MOST_AUTHORS = 20
_LISTED = 3
"""Articles without bodies that are a list of others."""


class About(NamedTuple):
    """What a posting says of the whole page."""

    title: str | None
    publisher: str | None
    link: str | None
    published: PrintedTime | None
    modified: PrintedTime | None
    authors: tuple[tuple[str, str | None], ...]
    """Names, each with what they do."""


class LiveBlog(NamedTuple):
    """A live page's updates, in its order."""

    about: About
    updates: tuple[dict[str, Any], ...]


def _types(value: dict[str, Any]) -> set[str]:
    """The types of an object in small letters, without the address of the vocabulary."""
    given = value.get("@type") or value.get("type")
    names = given if isinstance(given, list) else [given]
    return {name.rsplit("/", 1)[-1].rsplit(":", 1)[-1].casefold() for name in names if isinstance(name, str)}


def _name(value: object) -> str | None:
    """The name of a person or house, given as such or as an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("legalName")
    return one_line(value)


def _people(value: object) -> Iterator[tuple[str, str | None]]:
    for person in (value if isinstance(value, list) else [value])[:_MOST_AUTHORS]:
        if name := _name(person):
            yield name, one_line(person.get("jobTitle")) if isinstance(person, dict) else None


def _address(value: dict[str, Any]) -> str | None:
    """The address of a posting's page."""
    page = value.get("mainEntityOfPage")
    given = (value.get("url"), page.get("@id") or page.get("url") if isinstance(page, dict) else page, value.get("@id"))
    return next((address for each in given if (address := page_address(each))), None)


def _about(value: dict[str, Any]) -> About:
    return About(
        title=one_line(value.get("headline")) or one_line(value.get("name")),
        publisher=_name(value.get("publisher"))
        or _name(value.get("sourceOrganization"))
        or _name(value.get("provider")),
        link=_address(value),
        published=data_time(value.get("datePublished")) or data_time(value.get("dateCreated")),
        modified=data_time(value.get("dateModified")),
        authors=tuple(_people(value.get("author") or value.get("creator"))),
    )


def _updates(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key in ("liveBlogUpdate", "liveBlogUpdates", "blogPosts", "blogPost"):
        for update in objects_in(value.get(key), ("@graph", "itemListElement", "item")):
            if any(key in update for key in ("articleBody", "headline", "datePublished", "text")):
                yield update


def _seen_once(documents: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for document in documents:
        yield from objects_in(document, _INSIDE)


def find_live_blog(documents: Iterable[Any]) -> LiveBlog | None:
    """The live page among a page's linked data: the posting with the most updates; None without one.

    A damaged posting may leave nothing but its updates, each an object of its own.
    """
    best: LiveBlog | None = None
    loose: list[dict[str, Any]] = []
    for value in _seen_once(documents):
        types = _types(value)
        if _LIVE in types or "liveBlogUpdate" in value:
            updates = tuple(_updates(value))
            if updates and (best is None or len(updates) > len(best.updates)):
                best = LiveBlog(_about(value), updates)
        elif types & {"blogposting"} and value.get("articleBody") and value.get("datePublished"):
            loose.append(value)
    if best is None and len(loose) > 2:
        nothing = About(None, None, None, None, None, ())
        return LiveBlog(nothing, tuple(loose))
    return best


def find_article(documents: Iterable[Any]) -> tuple[About, str | None] | None:
    """The article that a page's linked data describe, and its body as it is written there; None without one."""
    found = [
        value
        for value in _seen_once(documents)
        if _types(value) & _ARTICLES and (value.get("headline") or value.get("articleBody"))
    ]
    if not found:
        return None
    best = max(found, key=lambda value: len(_body(value) or ""))
    body = _body(best)
    if body is None and len({one_line(value.get("headline")) for value in found}) >= _LISTED:
        return None  # a front page describes the stories that it leads to
    return _about(best), body


def _body(value: dict[str, Any]) -> str | None:
    for key in ("articleBody", "text"):
        body = value.get(key)
        if isinstance(body, dict):
            body = body.get("@value")
        if isinstance(body, list):
            body = "\n".join(part for part in body if isinstance(part, str))
        if isinstance(body, str) and body.strip():
            return body
    return None


def _captions(value: dict[str, Any]) -> list[str]:
    """What an update says of its pictures and films, and the words of the posts that it shares."""
    found: list[str] = []
    for key, words in (
        ("image", ("caption", "description")),
        ("video", ("name", "description")),
        ("sharedContent", ("headline", "text")),
    ):
        for media in objects_in(value.get(key), ("@graph",)):
            found += [line for word in words if (line := one_line(media.get(word)))]
    return found


def drafts_of(blog: LiveBlog, publisher: str | None) -> list[Draft]:
    """The updates of a live page as drafts of posts.

    Where all have one and the same moment, it is that of the page, as are their authors then: the Guardian's data are written so.
    """
    drafts = [_draft(update, publisher) for update in blog.updates]
    if have_one_moment(drafts):
        for draft in drafts:
            draft.time = draft.byline = None
    return drafts


def _draft(update: dict[str, Any], publisher: str | None) -> Draft:
    body = _body(update)
    pieces: Sequence[Piece] = body_pieces(body) if body else ()
    headline = one_line(update.get("headline")) or one_line(update.get("name"))
    if (
        not pieces
        and (summary := update.get("description"))
        and isinstance(summary, str)
        and one_line(summary) != headline
    ):
        pieces = body_pieces(summary)
    captions = _captions(update)
    said = {piece.text for piece in pieces if piece.kind is Kind.CAPTION}
    identifier = update.get("identifier")
    if isinstance(identifier, dict):
        identifier = identifier.get("value")
    page = update.get("mainEntityOfPage")
    return Draft(
        pieces=list(pieces),
        time=data_time(update.get("datePublished"))
        or data_time(update.get("dateCreated"))
        or data_time(update.get("dateModified")),
        headline=headline,
        byline=byline_of(list(_people(update.get("author"))), publisher),
        names=(update.get("url"), update.get("@id"), identifier, page.get("@id") if isinstance(page, dict) else page),
        link=_address(update),
        captions=[line for line in captions if line not in said],
    )
