"""What a page says of itself in its head: title, site, address, dates, authors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.web.addresses import page_address
from newsdesk.read.web.body import one_line
from newsdesk.read.web.times import data_time
from newsdesk.web_address import same_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publication_date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "cxenseparse:recs:publishtime", "article:published",
    "originalpublicationdate", "cxenseparse:articleid:publishtime", "article_date_original", "rnews:datepublished",
)  # fmt: skip
_ANY_DATES = {"date", "dc.date", "dcterms.date"}
"""Some sites write there when a page was last edited."""
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "article.updated", "lastmod", "dcterms.modified", "revision_date", "article:modified", "article.modified", "last-modified-date",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author_name",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "article.author",
    "authors",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "headline")
_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "cxenseparse:site",
    "apple-mobile-web-app-title",
    "publisher",
    "article:publisher_name",
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_BY = late_pattern(r"^by\s+", re.IGNORECASE)
_MOST = 400
"""Elements of a head that are looked at."""


class Head(NamedTuple):
    """What stands in a page's head; None and empty where nothing does."""

    title: str | None
    """As the page is shared, else as the browser's window names it."""
    window_title: str | None
    site: str | None
    link: str | None
    published: PrintedTime | None
    is_any_date: bool
    """Its publication may as well be an edit."""
    modified: PrintedTime | None
    authors: tuple[str, ...]
    description: str | None
    """The article in a sentence or two; many pages print it as the lead."""
    kind: str
    """og:type in small letters."""


def head_of(page: LexborHTMLParser) -> Head:
    """Read a page's head. Names stand in `name`, `property` or `itemprop`, in letters of either size."""
    said: dict[str, list[str]] = {}
    for node in page.css("meta")[:_MOST]:
        attributes = node.attributes
        content = attributes.get("content")
        if not content:
            continue
        for key in ("property", "name", "itemprop"):
            if name := attributes.get(key):
                said.setdefault(name.casefold(), []).append(content)

    def first(names: tuple[str, ...]) -> str | None:
        return next((line for name in names for value in said.get(name, ()) if (line := one_line(value))), None)

    def time(names: tuple[str, ...]) -> PrintedTime | None:
        return next((found for name in names for value in said.get(name, ()) if (found := data_time(value))), None)

    canonical = page.css_first('link[rel="canonical"]')
    given = [
        canonical.attributes.get("href") if canonical else None,
        *(value for name in _ADDRESSES for value in said.get(name, ())),
    ]
    addresses = [address for value in given if (address := page_address(value)) and same_page(address)]
    title = page.css_first("title")
    window_title = one_line(title.text()) if title else None
    authors = [
        name
        for value in said.get(next((key for key in _AUTHORS if key in said), ""), ())
        if (name := _BY.sub("", one_line(value) or "")) and not name.startswith(("http:", "https:", "@"))
    ]
    return Head(
        title=first(_TITLES) or window_title,
        window_title=window_title,
        site=first(_SITES),
        link=addresses[0] if addresses else None,
        published=time(_PUBLISHED),
        is_any_date=time(tuple(name for name in _PUBLISHED if name not in _ANY_DATES)) is None,
        modified=time(_MODIFIED),
        authors=tuple(dict.fromkeys(authors)),
        description=first(_DESCRIPTIONS),
        kind=(first(("og:type",)) or "").casefold(),
    )
