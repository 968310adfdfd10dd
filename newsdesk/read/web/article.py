"""The words of an article on its page: the element that holds most of the prose, without cards that lead to other stories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.article.frame import Frame
from newsdesk.read.labels import label_among
from newsdesk.read.lines.furniture import is_furniture
from newsdesk.read.lines.layout import ends_sentence, letters_of, read_length
from newsdesk.read.names import Byline, is_outlet, is_person, is_role, signed_line
from newsdesk.read.times.printed import line_time
from newsdesk.read.web.addresses import page_address
from newsdesk.read.web.body import is_link
from newsdesk.read.web.core import core_of
from newsdesk.read.web.pieces import Kind, Piece, Use, around, names_of, pieces_of, use_of
from newsdesk.read.web.prose import SENTENCE, prose_of, sentences_of
from newsdesk.read.web.times import data_time, printed_clock
from newsdesk.web_address import same_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from newsdesk.model import PrintedTime

_ROOTS = (
    '[itemprop="articleBody"]', "article", "main", '[role="main"]', "#content, #main, .content, .post, .entry-content, .article-body, .story-body",
)  # fmt: skip
_MOST_ROOTS = 200
_MOST_CARDS = 600
_MOST_OF_IT = 0.75
"""Share of the page's sentences from which an element holds the article."""
_CARD = 900
"""Characters that a card with a linked heading has at most."""
_MOST_ABOVE = 20_000
"""Nodes over the first paragraph that are looked at."""
_MOST_TIMES = 30
_TIME_NAMES = late_pattern(r"time|date|published", re.IGNORECASE)
_PUBLISHED = late_pattern(r"(?<![a-z])(?:published|publication|publish|posted)", re.IGNORECASE)
_MOST_BESIDE = 3
"""Elements, each in the next, of which a headline and the time beside it share one."""
_MAY_STATE = {"time", "span", "div", "p"}
_EDITED = late_pattern(r"updated|modified|edited", re.IGNORECASE)
_LONGEST_BYLINE = 200
_MOST_SIGNATURES = 60
_MOST_AROUND = 8
_MOST_APART = 5
"""Elements, each in the next, of which those who sign together share one."""
_AUTHOR_BOX = late_pattern(
    r"(?:about|author|byline)s?(?:[-_ ]{0,2}(?:the[-_])?)?(?:author|box|bio(?:graphy)?|info|about|profile|description|desc|details?)(?![a-z])",
    re.IGNORECASE,
)
"""Classes of what tells of an author somewhere on the page."""
_OTHERS = late_pattern(
    r"(?<![a-z])(?:related|recommend\w*|teasers?|promos?|cards?|sidebar|widget|comments?|most-?(?:read|popular|viewed)|more-?(?:from|stories|news)|trending|latest|newsletter)(?![a-z])",
    re.IGNORECASE,
)
"""Classes of what stands beside an article and is signed by others."""
_FRAME = 8
"""Pieces over the body in which byline and date stand."""
_FOOT = 12
"""Pieces below it in which notes and credits stand."""
_FEWEST_LINKS = 2
"""Links below a short line that make it their heading."""
_LONGEST_NAME = 40
"""Characters of such a line."""
_HEADLINE_WORDS = 5
_OVER_TITLE = 3
"""Pieces over the headline among which its label stands."""
_MOST_TITLES = 20
_CALLED_HEADLINE = '[itemprop="headline"], .entry-title, .headline, p.title'
_HOME = late_pattern(r"(?:https?:)?//[^/?#]{1,200}/?|/|\./")
_MOST_OF_TITLE = 0.5
"""Share of a title from which a smaller heading is the headline."""
_PULLED = late_pattern(r"pull-?quote", re.IGNORECASE)
_FEWEST_PULLED = 4
"""Words of a quotation set apart that are those of the article by no chance."""
_MOST_PULLED = 20
_WORDS = {Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}


@dataclass(slots=True)
class PageArticle:
    """What was told of an article from its page."""

    pieces: list[Piece]
    headline: str | None = None
    byline: Byline | None = None
    time: PrintedTime | None = None
    cards: int = 0
    """How many cards with linked headings the page has, and lines that are links as long as headlines."""
    label: str | None = None
    """"Breaking", "Analysis", ... over the headline."""

    @property
    def prose(self) -> int:
        """Characters of its paragraphs that are sentences."""
        return prose_of(self.pieces)


def without_foot_links(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without the links at the end, what describes their pictures, and headings and short lines over nothing but these."""
    end = len(pieces)
    links = 0
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.kind in {Kind.CAPTION, Kind.EMBED}:
            continue
        if is_link(piece):
            links += 1
        elif piece.kind is Kind.PARAGRAPH and links >= _FEWEST_LINKS and _may_name_links(piece.text):
            links = 0
        elif piece.kind is not Kind.HEADING and not is_furniture(piece.text):
            break
        end = index
    apart = takewhile(lambda piece: not is_link(piece), pieces[end:])
    return [*pieces[:end], *(piece for piece in apart if piece.kind in {Kind.CAPTION, Kind.EMBED})]


def _may_name_links(text: str) -> bool:
    """Whether a line is short, and no sentence, as what stands over a list of links in any language."""
    return read_length(text) <= _LONGEST_NAME and (text.endswith((":", "：")) or not ends_sentence(text))


def _cards(page: LexborHTMLParser, own: str | None) -> set[int]:
    """`mem_id` of the elements around headings that lead to other pages; a heading that links its own page is a title."""
    cards: set[int] = set()
    sizes: dict[int, int] = {}
    headings = [
        *page.css("h2 a[href], h3 a[href], h4 a[href], h5 a[href]"),
        *page.css("a[href] h2, a[href] h3, a[href] h4, a[href] h5"),
    ]
    for found in headings[:_MOST_CARDS]:
        link: LexborNode | None = found
        while link is not None and link.tag != "a":
            link = link.parent
        heading: LexborNode | None = found
        while heading is not None and heading.tag not in {"h2", "h3", "h4", "h5"}:
            heading = heading.parent
        if link is None or heading is None:
            continue
        address = page_address(link.attributes.get("href"))
        if own and same_page(address) == own:
            continue
        if len(link.text(strip=True)) * 2 < len(heading.text(strip=True)):
            continue  # a subhead with one linked word
        outer = link if link.css_first("h2, h3, h4, h5") else heading
        card = outer
        for _ in range(4):
            above = card.parent
            if above is None or above.tag in {None, "body", "main", "html"}:
                break
            if above.mem_id not in sizes:
                sizes[above.mem_id] = read_length(above.text())
            if sizes[above.mem_id] > _CARD:
                break
            card = above
            if card.tag in {"article", "li"}:
                break
        cards.add(card.mem_id)
    return cards


def _main_pieces(page: LexborHTMLParser, cards: set[int]) -> list[Piece]:
    """The pieces of the innermost of the likely elements that holds most of the page's prose."""
    body = page.body
    if body is None:
        return []
    all_pieces = pieces_of(body, cards)
    # Some scripts end no sentence with a mark: there the length of a paragraph tells.
    weigh = sentences_of if sentences_of(all_pieces) else prose_of
    whole = weigh(all_pieces)
    for selector in _ROOTS:
        found = page.css(selector)[:_MOST_ROOTS]
        for node in sorted(found, key=lambda each: len(each.text()), reverse=True)[:3]:
            if node.mem_id in cards or use_of(node, node.tag or "") in {Use.NEVER, Use.EMBED, Use.CAPTION}:
                continue
            pieces = pieces_of(node, cards)
            if weigh(pieces) >= whole * _MOST_OF_IT:
                return pieces
    return all_pieces


def _byline(page: LexborHTMLParser, cards: set[int]) -> Byline | None:
    """Who signs the article, by the element that says so; else the one person whom the page's boxes about its author name."""
    signing: list[LexborNode] = []
    boxed: list[LexborNode] = []
    for node in page.css(
        "[rel=author], [itemprop=author], [class*=yline], [class*=uthor], [data-testid*=yline], [data-component*=yline], .reader-credits"
    )[:_MOST_SIGNATURES]:
        if not _is_of_others(node, cards):
            (boxed if _AUTHOR_BOX.search(_classes_around(node)) else signing).append(node)
    if signed := _signed_by(signing, together=True):
        return signed
    about = _signed_by(boxed, together=False)
    return about if about and ", " not in about.name else None


def _classes_around(node: LexborNode) -> str:
    return " ".join(each.attributes.get("class") or "" for each in islice(around(node), _MOST_AROUND))


def _is_of_others(node: LexborNode, cards: set[int]) -> bool:
    """Whether an element stands in what tells of other stories."""
    in_card = any(each.mem_id in cards for each in islice(around(node), _MOST_AROUND))
    return in_card or _OTHERS.search(_classes_around(node)) is not None


def _signed_by(nodes: Sequence[LexborNode], *, together: bool) -> Byline | None:
    """Who is named in these elements; only beside the first name where they sign together: other stories are signed, too."""
    names: dict[str, str | None] = {}
    beside: set[int] = set()
    for node in nodes[:12]:
        near = {each.mem_id for each in islice(around(node), _MOST_APART)}
        if together and names and beside.isdisjoint(near):
            continue
        # Names and roles stand in elements of their own that nothing but style keeps apart.
        lines = [line for words in node.text(separator="\n")[:400].split("\n") if (line := clean_line(words))]
        if not lines or len(" ".join(lines)) > _LONGEST_BYLINE:
            continue
        named = False
        for index, line in enumerate(lines):
            if named and is_role(line):
                continue
            following = lines[index + 1] if index + 1 < len(lines) else ""
            signed = signed_line(line) or (Byline(line) if is_person(line) and not is_outlet(line) else None)
            if signed and not any(signed.name in name or name in signed.name for name in names):
                names[signed.name] = signed.role or (following.lstrip(" ,;·|–—-") if is_role(following) else None)
                beside, named = beside or near, True
        if len(names) > 4:
            break
    if not names:
        return None
    return Byline(", ".join(names), ", ".join(role for role in names.values() if role) or None)


def _stated_times(page: LexborHTMLParser, headline: LexborNode | None, cards: set[int]) -> Iterator[LexborNode]:
    """The elements that may say when the article was published: those over its first paragraph, and what is marked so.

    A paragraph over the headline, as of a notice, is none of the article. Its first one may be a lead: below that only what
    is marked counts, as another story may begin there. On top of many pages stands the day on which somebody looks at them:
    what is printed over the headline counts only beside it.
    """
    if page.body is None:
        return
    title = headline.mem_id if headline is not None else None
    beside = {each.mem_id for each in islice(around(headline), _MOST_BESIDE)} if headline is not None else set()
    below, paragraphs = title is None, 0
    for looked_at, node in enumerate(page.body.traverse()):
        tag = node.tag
        if node.mem_id == title:
            below, paragraphs = True, 0
        elif tag == "p" and len(node.text(strip=True)) >= SENTENCE:
            paragraphs += 1
        if looked_at > _MOST_ABOVE or (below and paragraphs > 1):
            break
        if tag not in _MAY_STATE:
            continue
        names = node.attributes.get("class") or ""
        if tag != "time" and not _TIME_NAMES.search(names):
            continue
        if paragraphs:
            marked = "pubdate" in node.attributes or _PUBLISHED.search(names) is not None
            states = below and marked and not _is_of_others(node, cards)
        else:
            near = islice(around(node), _MOST_BESIDE)
            states = below or _told_time(node) is not None or not beside.isdisjoint(each.mem_id for each in near)
        if states:
            yield node
    yield from page.css('[itemprop="datePublished"]')[:3]
    published = page.css("abbr.published[title], .dt-published[datetime]")[:_MOST_TIMES]
    days = {(time.year, time.month, time.day) for node in published if (time := _told_time(node))}
    if len(days) == 1:  # else they are those of several stories
        yield from published


def _told_time(node: LexborNode) -> PrintedTime | None:
    """The time that an element, or the one `<time>` in it, tells for programs."""
    within = node.css("time[datetime]")
    attributes = (within[0] if len(within) == 1 else node).attributes
    return next((time for key in ("datetime", "content", "title") if (time := data_time(attributes.get(key)))), None)


def _time(page: LexborHTMLParser, headline: LexborNode | None, cards: set[int]) -> PrintedTime | None:
    """When the page says that the article was published: the first time on it that tells of no edit, with the hour of that day."""
    first: PrintedTime | None = None
    edited: PrintedTime | None = None
    for node in islice(_stated_times(page, headline, cards), _MOST_TIMES):
        text = node.text(separator=" ")[:200].strip()
        found = _told_time(node) or line_time(text) or printed_clock(text)
        if found is None or found.day is None:
            continue
        if _EDITED.search(text) or node.attributes.get("itemprop") == "dateModified":
            edited = edited or found
        elif first is None or _adds_hour(found, first):
            first = found
            if first.hour is not None:
                break
    return first or edited


def _adds_hour(time: PrintedTime, day: PrintedTime) -> bool:
    return time.hour is not None and (time.year, time.month, time.day) == (day.year, day.month, day.day)


def _without_pull_quotes(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without quotations set apart whose words the article says in their place, too."""
    quotations = [
        index
        for index, piece in enumerate(pieces)
        if piece.kind is Kind.PARAGRAPH
        and piece.inside is not None
        and len(piece.text.split()) >= _FEWEST_PULLED
        and any(each.tag == "blockquote" or _PULLED.search(names_of(each.attributes)) for each in around(piece.inside))
    ]
    if not quotations:
        return list(pieces)
    said = " ".join(letters_of(piece.text) for index, piece in enumerate(pieces) if index not in quotations)
    pulled = {index for index in quotations[:_MOST_PULLED] if letters_of(pieces[index].text) in said}
    return [piece for index, piece in enumerate(pieces) if index not in pulled]


def _without_frame(pieces: Sequence[Piece], frame: Frame, byline: Byline | None) -> list[Piece]:
    """The pieces without the bylines and dates over the body and the notes below it, which go into the frame.

    `byline` is the one that the page's elements name: where its line is nothing but the name, it is told from there alone.
    """
    kept: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if prose_of([piece]) or index >= _FRAME:
            break
        following = pieces[index + 1].text if index + 1 < len(pieces) else ""
        taken = frame.take_line(piece.text, following) if piece.kind in _WORDS else 0
        if (
            not taken
            and byline
            and piece.kind in _WORDS
            and piece.text in {byline.name, f"{byline.name}, {byline.role}"}
        ):
            taken = 1
        if not taken:
            kept.append(piece)
        index += taken or 1
    kept = without_foot_links([*kept, *pieces[index:]])
    end = len(kept)
    while end > max(1, len(kept) - _FOOT) and (kept[end - 1].kind not in _WORDS or frame.take_note(kept[end - 1].text)):
        end -= 1
    return [*kept[:end], *(piece for piece in kept[end:] if piece.kind not in _WORDS)]


def _headline(page: LexborHTMLParser, titles: Sequence[str]) -> str | None:
    """The first heading with which one of the page's titles begins, else its first: many sites write their own name as one.

    Below a heading that is the site's name the headline may stand in a smaller one, which then makes up most of a title.
    """
    wanted = [letters for title in titles if (letters := letters_of(title))]
    first: str | None = None
    for words, node in _headings(page, "h1"):
        letters = letters_of(words)
        if any(title.startswith(letters) and len(letters) * 3 >= len(title) for title in wanted):
            return words
        first = first or (None if _leads_home(node) else words)
    if first is None or any(title.endswith(letters_of(first)) for title in wanted):
        for words, _ in _headings(page, "h2, h3, h4"):
            letters = letters_of(words)
            if any(title.startswith(letters) and len(letters) > len(title) * _MOST_OF_TITLE for title in wanted):
                return words
    return first or _called_headline(page)


def _headings(page: LexborHTMLParser, names: str) -> Iterator[tuple[str, LexborNode]]:
    for node in page.css(names)[:_MOST_TITLES]:
        if words := " ".join(piece.text for piece in pieces_of(node) if piece.kind is not Kind.CAPTION):
            yield words, node


def _leads_home(heading: LexborNode) -> bool:
    """Whether a heading is a link to the first page of its site, in whichever of the two the other stands."""
    links = [heading.css_first("a[href]"), *(each for each in around(heading) if each.tag == "a")]
    return any(link is not None and _HOME.fullmatch(link.attributes.get("href") or "") for link in links)


def _called_headline(page: LexborHTMLParser) -> str | None:
    """What a page without a first heading calls its headline, where that is one thing and leads nowhere."""
    found = {
        words
        for node in page.css(_CALLED_HEADLINE)[:_MOST_TITLES]
        if node.css_first("a") is None
        and all(each.tag != "a" for each in around(node))
        and (words := clean_line(node.text(separator=" ")[:500]))
    }
    return found.pop() if len(found) == 1 else None


def find_article_words(page: LexborHTMLParser, link: str | None, titles: Sequence[str] = ()) -> PageArticle:
    """The article on a page, as far as there is one.

    Args:
        page: the parsed page.
        link: its own address.
        titles: what its data and its head call it.
    """
    cards = _cards(page, same_page(link))
    pieces = _main_pieces(page, cards)
    links = sum(
        piece.kind in _WORDS and is_link(piece) and len(piece.text.split()) >= _HEADLINE_WORDS for piece in pieces
    )
    headline = _headline(page, titles)
    if headline is None and page.css_first("h1") is None and pieces and pieces[0].kind is Kind.HEADING:
        headline = pieces[0].text
    begin = next(
        (index for index, piece in enumerate(pieces) if piece.kind is Kind.HEADING and piece.text == headline), -1
    )
    title = pieces[begin].inside if begin >= 0 else None
    label = label_among(piece.text for piece in pieces[max(0, begin - _OVER_TITLE) : max(0, begin)])
    first, end = core_of(pieces, title)
    if 0 <= begin < first:
        pieces = [piece for piece in pieces[:begin] if piece.kind is Kind.CAPTION] + pieces[begin + 1 : end]
        begin = -1
    else:
        pieces, begin = pieces[first:end], max(-1, begin - first)
    # What stands over the title is the page's; but a body whose title was repeated below keeps its words.
    if begin >= 0 and prose_of(pieces[:begin]) == 0:
        pieces = [piece for piece in pieces[:begin] if piece.kind is Kind.CAPTION] + pieces[begin + 1 :]
    frame, signed = Frame(headline=headline), _byline(page, cards)
    kept = _without_frame(_without_pull_quotes(pieces), frame, signed)
    if title is None:
        title = next((node for words, node in _headings(page, "h1") if words == headline), None)
    byline, time = signed or frame.byline, _time(page, title, cards) or frame.time
    return PageArticle(kept, headline, byline, time, len(cards) + links, label)
