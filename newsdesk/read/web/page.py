"""Web pages as they come from a site or a browser's "save page": live pages and articles.

What a page's data say goes before what it shows: linked data (JSON-LD), blocks of the data that it is drawn from, then timed
blocks of its elements, then its clocks line by line as on a copied page, then the paragraphs of an article. A page that is
none of these is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.read.article.interview import turns_of_interview
from newsdesk.read.errors import UnreadableError
from newsdesk.read.lines.layout import Line, letters_of
from newsdesk.read.live.days import Day, dated_by, day_of_newest, held_on_top, moved, with_days, without_only_day
from newsdesk.read.live.headers import find_headers, lines_of
from newsdesk.read.live.page import read_live_page
from newsdesk.read.publishers import house, publisher_of_article, publisher_of_page, without_house
from newsdesk.read.web import block_data, linked_data
from newsdesk.read.web.addresses import day_in_address, page_address
from newsdesk.read.web.article import PageArticle, find_article_words, without_foot_links
from newsdesk.read.web.body import body_pieces, told_of
from newsdesk.read.web.completed import completed, without_headline_of_page
from newsdesk.read.web.head import Head, head_of
from newsdesk.read.web.headed_clocks import below_headings, find_headed_clocks
from newsdesk.read.web.linked_data import About
from newsdesk.read.web.markup import take_out, within_measure
from newsdesk.read.web.page_times import NOTHING_PRINTED, PageTimes, printed_times
from newsdesk.read.web.pieces import Kind, Piece
from newsdesk.read.web.posts import Draft, byline_of, is_labelled_pinned, posts_of
from newsdesk.read.web.prose import longest_run, prose_of, sentences_of
from newsdesk.read.web.refusal import HARDLY_ANY, why_no_news
from newsdesk.read.web.scripts import linked_data as documents_of
from newsdesk.read.web.scripts import page_data
from newsdesk.read.web.timed_blocks import Timed, find_timed_blocks
from newsdesk.read.web.times import with_printed_clock
from newsdesk.web_address import same_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_SHOWN_FROM = late_pattern(
    r"<a [^<>]{0,200}\breader-domain\b[^<>]{0,200}?\bhref=[\"'](?P<address>https?://[^\s\"'<>]{3,2000})"
)
"""Where the page is that Firefox shows in its reader view, as its copies say."""
_SAVED_FROM = late_pattern(r"<!--\s{0,20}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,20}url:\s{0,5})(?P<address>https?://\S{3,2000})", re.IGNORECASE)  # fmt: skip
_BODY = late_pattern(r"<body[\s>]|</head\s*>", re.IGNORECASE)
_LONGEST_HEAD = 500_000
_FEWEST_BLOCKS = 2
"""Blocks of a page's data that make it a live page; an article is drawn from one."""
_FEW_UPDATES = 5
"""Updates in a page's data that may be only its newest ones."""
_MOST_WORDLESS = 0.2
"""Share of a live page's updates that may be a headline or a picture alone."""
_MOST_FLAT = 0.6
"""Share of a live page's updates that may be of one paragraph; data in which more are have lost the others."""
_FEWEST_LINES = 3
_LIVE_SHARE = 0.4
"""Share of a page's prose from which timed blocks are the page; readers' comments and teasers are less."""
_LONGEST_PUBLISHER = 60
_NAME_ARTICLES = {"der", "die", "das", "le", "la", "les", "el", "il", "los", "las", "de", "het", "o"}
"""Words that names of houses in other languages begin with; in capitals they look like short names."""
_WHOLE_BODY = 0.8
"""Share of an article's body, as the data hold it, that paragraphs of the page have to cover to stand for it."""
_ABOVE = 4
"""Pieces among which the headline may stand once more."""
_MOST_OF_HEADLINE = 0.6
_SHORTEST_LEAD = 40
"""Letters; a shorter description may be anything."""
_ARTICLE_WORDS = 100
"""A page with so many has an article in it, perhaps."""
_FOUND_PROSE = 600
"""Characters of sentences that make what only another reader finds an article."""
_MOST_SET_APART = 400


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page taken apart: what was read, and what was seen."""

    source: Source
    posts: tuple[Post, ...]
    reason: str
    confidence: float
    """0-1."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is known of the whole page, from its data and its head."""

    about: About
    head: Head | None
    address: str | None
    """Where it was saved from."""
    printed: PageTimes = NOTHING_PRINTED
    """What it prints over its posts."""

    @property
    def link(self) -> str | None:
        """Its address, as it says itself, else where it was saved from."""
        given = (self.head.link if self.head else None, self.about.link, self.address)
        return next((address for address in given if address and same_page(address)), None)

    @property
    def title(self) -> str | None:
        """Its title without the house's name at the end."""
        words = self.about.title or (self.head.title if self.head else None)
        return without_house(words)[0].partition(" | ")[0] if words else None

    @property
    def publisher(self) -> str | None:
        """Who publishes it, as it says itself."""
        window_title = self.head.window_title if self.head else None
        named = self.about.publisher or (self.head.site if self.head else None) or without_house(window_title or "")[1]
        if named is None or len(named) > _LONGEST_PUBLISHER:
            return None
        return named if named.split(" ", 1)[0].casefold() in _NAME_ARTICLES else house(named)

    @property
    def published(self) -> PrintedTime | None:
        """When it was published, else last edited: as its data say, else as it prints."""
        head = self.head
        said = self.about.published or (head.published if head else None)
        edited = self.about.modified or (head.modified if head else None)
        return said or edited or next(filter(None, self.printed), None)

    @property
    def zoned(self) -> PrintedTime | None:
        """The first of its times that tells a zone: as the page prints it, else as its data say, where UTC may be that of machines.

        None where they tell two: then nobody knows in which one the posts are.
        """
        head = self.head
        said = (self.about.published, self.about.modified, *((head.published, head.modified) if head else ()))
        printed = [time for time in self.printed if time and time.utc_offset is not None and not time.is_for_programs]
        zoned = printed or [time for time in (*said, *self.printed) if time and time.utc_offset]
        return zoned[0] if len({time.utc_offset for time in zoned}) == 1 else None

    @property
    def modified(self) -> PrintedTime | None:
        """When it was last edited."""
        return self.about.modified or (self.head.modified if self.head else None)


_NOTHING = About(None, None, None, None, None, ())


def _parsed(html: str) -> LexborHTMLParser:
    """The page of markup within measure."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  # 16 ms, 8 MB: only when a page is read

    return LexborHTMLParser(html)


def _days_said(newest: Day, above: Sequence[Day | None], ago: Sequence[int | None]) -> list[Day | None]:
    """The days over posts with that of the newest one, and those that say how many days ago they are: those over the first of yesterday are of today."""
    first = next((index for index, days in enumerate(ago) if days), 0)
    said = [days if days is not None or index >= first else 0 for index, days in enumerate(ago)]
    told = [
        moved(newest, (said[0] or 0) - days) if day is None and days is not None else day
        for day, days in zip(above, said, strict=True)
    ]
    return [newest, *told[1:]]


def _day_of_newest(frame: _Frame, times: Sequence[PrintedTime]) -> Day | None:
    """The newest post's day by when the page was last edited, else published; by a date that may be either, where both tell the same."""
    modified = frame.modified or frame.printed.modified
    if modified and (day := day_of_newest(modified, times, edited=True)):
        return day
    published = frame.about.published or (frame.head.published if frame.head else None) or frame.printed.published
    if published is None:
        return day_of_newest(frame.printed.unsaid, times, edited=None) if frame.printed.unsaid else None
    day = day_of_newest(published, times, edited=False)
    if frame.about.published is None and frame.head and frame.head.is_any_date:
        return day if day == day_of_newest(published, times, edited=None) else None
    return day


def _dated(drafts: Sequence[Draft], frame: _Frame) -> None:
    """Give the clocks of a page their days, by those that it prints and by its own last edit; an exact time has its own."""
    timed = [draft for draft in drafts if draft.time is not None]
    times = [draft.time for draft in timed if draft.time is not None]
    if not times or all(time.day is not None for time in times):
        return
    labelled = sum(1 for _ in takewhile(is_labelled_pinned, timed[:-1]))
    held = labelled + held_on_top(times[labelled:])
    above = without_only_day(times, [draft.day_above for draft in timed], held)
    in_place = [dated_by(time, day) for time, day in zip(times[held:], above[held:], strict=True)]
    if not any(above[:held]) and in_place[0].day is None and (day := _day_of_newest(frame, in_place)):
        above[held:] = _days_said(day, above[held:], [draft.days_ago for draft in timed[held:]])
    for draft, time in zip(timed, with_days(times, above, held), strict=True):
        draft.time = time


def _live_page(drafts: Sequence[Draft], frame: _Frame, reason: str, confidence: float) -> WebPage | None:
    """The live page of these drafts; None when they say nothing."""
    _dated(drafts, frame)
    posts = posts_of(drafts)
    if not posts:
        return None
    publisher = frame.publisher
    if publisher is None:
        signatures = [words for post in posts for words in (post.byline_name, post.byline_role) if words]
        publisher = publisher_of_page(signatures, [post.text for post in posts])
    title = frame.title or next((post.headline for post in posts if post.headline), None)
    source = Source(
        SourceKind.LIVE_PAGE, "", title=title, publisher=publisher, printed_time=_year_of(posts, frame), link=frame.link
    )
    return WebPage(source, posts, reason.format(len(posts)), confidence)


def _year_of(posts: Sequence[Post], frame: _Frame) -> PrintedTime | None:
    """The page's own time where its posts print days without a year, or without a zone, which it tells. UTC may be that of a machine."""
    time = frame.published
    times = [post.printed_time for post in posts if post.printed_time]
    if time is None or not times or any(each.day is None for each in times):
        return None
    if frame.zoned and not any(each.zone or each.utc_offset is not None for each in times):
        return frame.zoned
    if all(each.year for each in times):
        return None
    return replace(time, zone=None, utc_offset=None) if time.utc_offset == 0 or frame.zoned is None else time


def _from_data(documents: Sequence[Any], data: Sequence[Any], frame: _Frame, html: str) -> WebPage | None:
    """The live page that a page's data describe; words that they leave out are looked for in its elements."""
    if blog := linked_data.find_live_blog(documents):
        frame = replace(frame, about=blog.about)
        drafts = linked_data.drafts_of(blog, frame.publisher)
        wordless = sum(not draft.pieces for draft in drafts)
        few = len(drafts) < _FEW_UPDATES
        undated = not any(draft.time for draft in drafts)
        flat = sum(len(draft.pieces) == 1 for draft in drafts) > len(drafts) * _MOST_FLAT
        title = blog.about.title
        titled = any(draft.headline == title for draft in drafts)
        others: Sequence[Draft] = ()
        if html and (few or undated or flat or titled or wordless > len(drafts) * _MOST_WORDLESS):
            page_shown = _parsed(within_measure(html))
            timed = find_timed_blocks(page_shown, frame.link, is_live=True)
            shown = len(timed.drafts) if timed else 0
            fuller = shown * 2 > len(drafts) if undated else few and shown > len(drafts)
            if timed and fuller and not timed.is_front_page:
                drafts = timed.drafts
            else:
                others = timed.drafts if timed else ()
                if wordless and not others:
                    others = below_headings(page_shown, [draft.headline for draft in drafts if draft.headline])
                completed(drafts, others)
        without_headline_of_page(drafts, title, others)
        if page := _live_page(drafts, frame, "a LiveBlogPosting in JSON-LD with {} posts", 1.0):
            return page
    found = block_data.find_blocks(data)
    if found and len(found.blocks) >= _FEWEST_BLOCKS:
        frame = replace(frame, about=found.about)
        return _live_page(block_data.drafts_of(found), frame, "the page's own data with {} blocks", 1.0)
    return None


def _lead(article: PageArticle, words: str, description: str | None) -> list[Piece]:
    """The lead that the page prints, where its data hold a body without it: what the page is described by."""
    described = letters_of(description or "")
    if len(described) < _SHORTEST_LEAD or described in words:
        return []
    return [piece for piece in article.pieces if piece.kind is Kind.PARAGRAPH and letters_of(piece.text) == described][
        :1
    ]


def _paragraphs(article: PageArticle, body: str | None, description: str | None) -> list[Piece]:
    """The pieces of an article: its paragraphs on the page, as far as its data bear them out, else its body in the data.

    Bodies in data are whole and without furniture, but many have lost their paragraphs, and some the lead.
    """
    if not body:
        return article.pieces
    pieces = body_pieces(body)
    words = letters_of(" ".join(piece.text for piece in pieces))
    lead = _lead(article, words, description)
    shown = [
        piece
        for piece in article.pieces
        if piece.kind in {Kind.CAPTION, Kind.EMBED}
        or piece.kind is Kind.HEADING
        or piece in lead
        or letters_of(piece.text) in words
    ]
    borne_out = sum(
        len(letters_of(piece.text))
        for piece in shown
        if piece.kind in {Kind.PARAGRAPH, Kind.ITEM} and piece not in lead
    )
    if borne_out >= len(words) * _WHOLE_BODY:
        return without_foot_links(shown)
    if len(words) < prose_of(article.pieces) * 0.5:
        return article.pieces  # the data hold only its beginning
    return [*lead, *pieces, *(piece for piece in article.pieces if piece.kind in {Kind.CAPTION, Kind.EMBED})]


def _without_headline(pieces: Sequence[Piece], headline: str) -> list[Piece]:
    """The pieces without the headline, or most of it, which some pages print once more over the words."""
    whole = letters_of(headline)
    for index, piece in enumerate(pieces[:_ABOVE]):
        letters = letters_of(piece.text)
        if (
            piece.kind is not Kind.CAPTION
            and whole.startswith(letters)
            and len(letters) > len(whole) * _MOST_OF_HEADLINE
        ):
            return [*pieces[:index], *pieces[index + 1 :]]
    return [*pieces]


def _article(article: PageArticle, pieces: Sequence[Piece], frame: _Frame, reason: str, confidence: float) -> WebPage:
    headline = frame.about.title or article.headline or (frame.head.title if frame.head else None)
    headline, named = without_house(headline or "")
    told = told_of(_without_headline(without_foot_links(pieces), headline))
    authors = list(frame.about.authors) or [(name, None) for name in (frame.head.authors if frame.head else ())]
    publisher = frame.publisher or named
    byline = byline_of(authors, publisher) or article.byline
    if byline and byline.role is None and article.byline and article.byline.name == byline.name:
        byline = article.byline
    if publisher is None:
        signatures = [words for words in byline or () if words]
        publisher = publisher_of_article(told.captions, signatures, told.text)
    post = Post(
        n=1,
        text=told.text,
        headline=headline or None,
        label=article.label,
        byline_name=byline.name if byline else None,
        byline_role=byline.role if byline else None,
        captions=told.captions,
        own_id=same_page(frame.link),
        link=frame.link,
    )
    source = Source(
        SourceKind.ARTICLE,
        "",
        title=post.headline,
        publisher=publisher,
        printed_time=with_printed_clock(frame.published, article.time) or day_in_address(frame.link),
        modified_time=frame.modified,
        link=frame.link,
    )
    return WebPage(source, (post,), reason, confidence)


def _copied_live_page(pieces: Sequence[Piece], frame: _Frame) -> WebPage | None:
    """A live page that only its clocks tell, read as one that was copied: line by line."""
    words: list[str] = []
    captions: list[Line] = []
    for piece in pieces:
        if piece.kind in {Kind.CAPTION, Kind.EMBED}:
            captions.append(Line(2 * len(words), piece.text))
        else:
            words.append(piece.text)
    text = "\n\n".join(words)
    headers = find_headers(lines_of(text))
    if len(headers) < _FEWEST_LINES:
        return None
    source, posts = read_live_page(text, captions)
    source = replace(
        source, title=frame.title or source.title, publisher=frame.publisher or source.publisher, link=frame.link
    )
    clocks = [Draft([], time=post.printed_time) for post in posts]
    if not any(draft.time and draft.time.day for draft in clocks):
        _dated(clocks, frame)
    posts = tuple(replace(post, line=None, printed_time=draft.time) for post, draft in zip(posts, clocks, strict=True))
    return WebPage(source, posts, f"{len(posts)} clocks over words", 0.7)


def _questions_on(page: LexborHTMLParser) -> frozenset[str]:
    """The questions that a page sets apart: strong words at a paragraph's beginning, or headings."""
    nodes = page.css("p > strong:first-child, p > b:first-child, h2, h3, h4")[:_MOST_SET_APART]
    words = (clean_line(node.text(separator=" ")) for node in nodes)
    return frozenset(each for each in words if each.endswith("?"))


def _as_turns(page: WebPage, apart: frozenset[str]) -> WebPage:
    """The page, an interview as its turns."""
    source, posts = turns_of_interview(page.source, page.posts, apart)
    return replace(page, source=source, posts=posts)


def _found_by_other_reader(html: str, article: PageArticle, frame: _Frame, refused: str) -> WebPage:
    """The page as the article that trafilatura finds in it; what `article` tells besides its words holds.

    Raises:
        UnreadableError: `refused`, where that finds none either; it says what to install, where it is not there.
    """
    from newsdesk.read.web.other_reader import pieces_found  # noqa: PLC0415  # few pages need it

    pieces = pieces_found(html)
    if pieces is None:
        raise UnreadableError(f"{refused}, or install trafilatura, which may find them (pip install trafilatura)")
    if prose_of(pieces) < _FOUND_PROSE:
        raise UnreadableError(refused)
    return _article(article, pieces, frame, "an article, as trafilatura finds it", 0.5)


def _from_elements(html: str, documents: Sequence[Any], frame: _Frame, asides: str) -> WebPage:
    """The page as its elements tell it.

    Raises:
        UnreadableError: It is no news.
    """
    described = linked_data.find_article(documents)
    if described:
        frame = replace(frame, about=described[0])
    html = within_measure(html)
    page = _parsed(html)
    timed = find_timed_blocks(page, frame.link)
    whole = page.body.text(separator=" ") if page.body is not None else ""
    reason = "{} blocks that repeat, each with a time"
    live_frame = replace(frame, printed=timed.of_page) if timed else frame
    if timed and _is_page(timed, len(whole)) and (live := _live_page(timed.drafts, live_frame, reason, 0.9)):
        return live
    head = frame.head
    titles = [frame.about.title, *((head.title, head.window_title) if head else ())]
    article = find_article_words(page, frame.link, [title for title in titles if title])
    if timed and _is_page(timed, article.prose) and (live := _live_page(timed.drafts, live_frame, reason, 0.9)):
        return live
    body = described[1] if described else None
    if not body:
        headed = find_headed_clocks(page, titles)
        if headed and _is_page(headed, article.prose):
            live_frame = replace(frame, printed=headed.of_page)
            if live := _live_page(headed.drafts, live_frame, "{} headings, each beside a time", 0.8):
                return live
        if live := _copied_live_page(article.pieces, replace(frame, printed=printed_times(page, None))):
            return live
    pieces = _paragraphs(article, body, head.description if head else None)
    is_article = described is not None or bool(frame.head and frame.head.kind in {"article", "news", "story"})
    title = " | ".join(words for words in (frame.head.window_title if frame.head else None, article.headline) if words)
    refused = why_no_news(
        title=title,
        opening=" ".join(whole[:100_000].split())[:6_000],
        prose=max(sentences_of(pieces) if is_article else 0, prose_of(pieces), len(body or "")),
        run=longest_run(article.pieces),
        cards=article.cards,
        is_article=is_article,
        asides=asides,
        is_front_page=timed is not None and timed.is_front_page,
    )
    if refused:
        if refused.startswith(HARDLY_ANY) and len(whole.split()) >= _ARTICLE_WORDS:
            return _found_by_other_reader(html, article, frame, refused)
        raise UnreadableError(refused)
    if body:
        told = _article(article, pieces, frame, "an article in JSON-LD", 1.0)
    else:
        told = _article(article, pieces, frame, "paragraphs of a web page", 0.9 if is_article else 0.7)
    return _as_turns(told, _questions_on(page))


def _is_page(timed: Timed, prose: int) -> bool:
    return bool(timed.drafts) and not timed.is_front_page and timed.words >= prose * _LIVE_SHARE


def take_apart_page(text: str, address: str | None = None) -> WebPage:
    """A web page, decoded and cleaned, as a live page or an article.

    Args:
        text: the page's HTML.
        address: where a browser's file says that it was saved from.

    Raises:
        UnreadableError: It is no news: a wall, an error, a front page, a page without words.
    """
    saved_from = _SAVED_FROM.search(text[:4_096]) or _SHOWN_FROM.search(text[:_LONGEST_HEAD])
    markup = take_out(text)
    documents = documents_of(markup.scripts)
    body = _BODY.search(markup.html, 0, _LONGEST_HEAD)
    head = head_of(_parsed(within_measure(markup.html[: body.start() if body else _LONGEST_HEAD])))
    frame = _Frame(_NOTHING, head, page_address(address or (saved_from["address"] if saved_from else None)))
    data = list(page_data(markup.scripts, block_data.WANTED))
    return _from_data(documents, data, frame, markup.html) or _from_elements(
        markup.html, documents, frame, markup.without_scripts
    )


def take_apart_data(document: Any) -> WebPage | None:
    """A page's data that were saved by themselves, as a live page or an article; None when they are neither's."""
    frame = _Frame(_NOTHING, None, None)
    if live := _from_data([document], [document], frame, ""):
        return live
    described = linked_data.find_article([document])
    if described is None or not described[1]:
        return None
    nothing = PageArticle([])
    return _article(
        nothing, body_pieces(described[1]), replace(frame, about=described[0]), "an article in JSON-LD", 0.9
    )
