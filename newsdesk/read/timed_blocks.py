"""Live pages without data: blocks that repeat, each with a time, a heading perhaps, and words.

Every time on the page votes for the elements around it, by what they are called. The name that most of the page's timed
prose stands under, each element with its own time, is that of the posts. A front page repeats timed blocks, too; there each
leads to another page and says hardly more than its heading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.clean import clean_line
from newsdesk.model import PrintedTime
from newsdesk.read.labels import is_known_label
from newsdesk.read.live_days import Day
from newsdesk.read.names import Byline, is_person, is_role, signed_line
from newsdesk.read.page_addresses import page_address
from newsdesk.read.page_body import is_link
from newsdesk.read.page_pieces import Kind, Piece, Use, names_of, pieces_of, use_of
from newsdesk.read.page_posts import Draft
from newsdesk.read.page_times import data_time, printed_clock, with_printed_zone
from newsdesk.read.times import leading_time, line_time, read_time
from newsdesk.web_address import same_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TIME_ATTRIBUTES = (
    "datetime", "data-datetime", "data-timestamp", "data-time", "data-date", "data-published", "data-publish-date", "data-published-at", "data-first-publish",
    "data-created", "data-created-at", "data-post-date", "data-posted", "data-utime", "data-unixtime", "data-epoch", "data-posttime", "data-update-time",
    "data-pub-date", "data-publication-date", "data-pubdate", "data-ts", "data-last-publish",
)  # fmt: skip
_TIMES = ", ".join(
    (
        "time",
        'meta[itemprop="datePublished"]',
        '[itemprop="datePublished"]',
        *(f"[{name}]" for name in _TIME_ATTRIBUTES),
    )
)
_CLOCK_NAMES = re.compile(r"time|date|stamp|clock|posted|published|heure|uhrzeit|zeit", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}\s?[:.h]\s?\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_ZONED_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}[:.]\d{2}(?=\s?(?:[ap]\.?m\.?)?,?\s?[A-Z])", re.IGNORECASE)
_OPENING = 400
"""Characters of a block in which its clock stands."""
_LONGEST_CLOCK = 80
_MOST_TIMES = 6_000
_HIGHEST = 10
"""Elements around a time that may be its post."""
_FEWEST = 3
_FEWEST_WITH_NAMES = 2
_MOST_TIMES_EACH = 4.0
"""Times in one post, on average: when it was published and edited, once for each width of screen."""
_TEASER = 320
"""Characters that a block of a front page has at most."""
_SHORTEST = 20
"""Characters that the bodies have on average; what has fewer is a timetable."""
_EDITED = re.compile(r"updat|edit|modif", re.IGNORECASE)
_HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]"
_ID_ATTRIBUTES = (
    "data-block-id", "data-post-id", "data-entry-id", "data-id", "data-uuid", "data-update-id", "data-event-id", "data-tik4-id", "data-item-id", "data-key", "data-guid",
    "itemid",
)  # fmt: skip
_DIGITS = re.compile(r"\d+")
_GLUED_CLOCK = re.compile(r"\s*(?:published|posted) at \d{1,2}:\d{2}.{0,60}$")
"""Words for those who only hear the page: the time glued to a heading ("... published at 16:03 British Summer Time")."""
_LONGEST_HEADLINE = 300
_LEVELS_TO_A_DAY = 3
_SIGNED = re.compile(
    r"(?:(?:[Ff]rom|[Bb]y)\s+)?(?:(?P<house>[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)(?:'s|’s) )?(?P<name>[^,]{3,60}?)(?P<place>,? (?:in|at) [A-Z].{1,40})?"
)
"""What an element that is called a byline says."""
_ENOUGH = 0.6
"""Share of the timed words under the weightiest name from which a name may be that of the posts."""
_PROSE = {Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}


_LONGEST_CLASSES = 300
_CLOCK_TAGS = {"time", "meta", "span", "strong", "b", "small"}
_NO_POSTS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "strong", "b", "span", "time", "header"}
"""Elements that hold no more than a paragraph or a heading: a post goes on below them."""
_Name = tuple[str, str]


@dataclass(slots=True)
class _Group:
    """Elements of one name with a time in each."""

    elements: dict[int, LexborNode]
    times: int = 0


class Timed(NamedTuple):
    """The posts of a page, told from its blocks."""

    drafts: list[Draft]
    words: int
    """Characters of their bodies."""
    is_front_page: bool
    """The blocks lead to other pages."""


def _names(node: LexborNode, attributes: dict[str, str | None]) -> tuple[_Name, ...]:
    """What elements like this one are called: by their kind and their first class, and by all their classes, without numbers.

    The first says what an element is where the others say how it is; where sites style by many small classes, all of them do.
    """
    tag, classes = node.tag or "", (attributes.get("class") or "").strip()
    if classes:
        first, every = _DIGITS.sub("", classes.split(" ", 1)[0]), _DIGITS.sub("", classes[:_LONGEST_CLASSES])
        return ((tag, first),) if first == every else ((tag, first), (tag, every))
    parent = node.parent
    return ((tag, f"in {parent.mem_id}" if parent is not None else ""),)


def _times_of(page: LexborHTMLParser) -> list[LexborNode]:
    """The elements that hold a time."""
    marked = page.css(_TIMES)[:_MOST_TIMES]
    if len(marked) >= _FEWEST:
        return marked
    clocks: list[LexborNode] = []
    for node in page.css("span, div, p, strong, b, small, h4, h5, a, dt, td, li")[: 20 * _MOST_TIMES]:
        attributes = node.attributes
        child = node.child
        if child is None or child.next is not None or child.tag != "-text":
            continue
        text = (child.text_content or "").strip()
        if len(text) > _LONGEST_CLOCK or not _CLOCK.search(text):
            continue
        if (
            _CLOCK_NAMES.search(names_of(attributes)) or node.tag in {"strong", "b", "span", "dt", "h4", "h5"}
        ) and printed_clock(text):
            clocks.append(node)
    return [*marked, *clocks][:_MOST_TIMES]


def _groups(times: Sequence[LexborNode]) -> list[_Group]:
    groups: defaultdict[_Name, _Group] = defaultdict(lambda: _Group({}))
    names: dict[int, tuple[_Name, ...]] = {}
    for time in times:
        node = time.parent if time.tag in _CLOCK_TAGS else time
        met: set[_Name] = set()
        for _ in range(_HIGHEST):
            if node is None or node.tag in {None, "body", "html", "main"}:
                break
            if node.tag not in _NO_POSTS:
                if node.mem_id not in names:
                    names[node.mem_id] = _names(node, node.attributes)
                for name in names[node.mem_id]:
                    if name not in met:  # of two nested elements of one name the inner one is counted
                        met.add(name)
                        groups[name].elements[node.mem_id] = node
                        groups[name].times += 1
            node = node.parent
    return [
        group
        for group in groups.values()
        if len(group.elements) >= _FEWEST_WITH_NAMES and group.times <= len(group.elements) * _MOST_TIMES_EACH
    ]


def _outside(group: _Group) -> list[LexborNode]:
    """The elements of a group that lie in no furniture; embedded posts have times, too."""
    kept: list[LexborNode] = []
    judged: dict[int, bool] = {}
    for node in group.elements.values():
        path: list[int] = []
        above: LexborNode | None = node
        verdict = True
        while above is not None and above.tag not in {None, "body", "html", "main"}:
            if above.mem_id in judged:
                verdict = judged[above.mem_id]
                break
            path.append(above.mem_id)
            if above.tag in {"nav", "footer", "aside"} or use_of(above, above.tag or "") in {Use.NEVER, Use.EMBED}:
                verdict = False
                break
            above = above.parent
        judged.update(dict.fromkeys(path, verdict))
        if verdict:
            kept.append(node)
    return kept


def _innermost(elements: list[LexborNode]) -> list[LexborNode]:
    """The elements that hold no other of them: what holds them all has the page's own time in it."""
    known = {node.mem_id for node in elements}
    around: set[int] = set()
    for node in elements:
        above = node.parent
        for _ in range(2 * _HIGHEST):
            if above is None:
                break
            if above.mem_id in known:
                around.add(above.mem_id)
            above = above.parent
    return [node for node in elements if node.mem_id not in around]


def _element_names(node: LexborNode) -> tuple[object, ...]:
    attributes = node.attributes
    own = next((attributes[key] for key in _ID_ATTRIBUTES if attributes.get(key)), None)
    inner = None
    if not attributes.get("id") and own is None:
        child = node.css_first("[id], [data-post-id], [data-id], [data-block-id]")
        inner = (
            (
                child.attributes.get("id")
                or next((child.attributes[key] for key in _ID_ATTRIBUTES if child.attributes.get(key)), None)
            )
            if child
            else None
        )
    return (attributes.get("id"), own, inner)


def _links(node: LexborNode, page: str | None) -> tuple[str | None, bool]:
    """The address of a block itself on this page, and whether its heading leads to another page."""
    permalink = None
    for link in node.css("a[href]")[:40]:
        href = (link.attributes.get("href") or "").strip()
        if len(href) > 1 and "#" in href and not href.endswith("#"):
            address = page_address(href)
            if href.startswith(("#", "?")) or address is None or same_page(address) == page:
                permalink = href
                break
    heading = node.css_first("h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], [role=heading] a[href]")
    if heading is None:
        wrapped = node.css_first("a h1, a h2, a h3, a h4, a h5")
        above = wrapped.parent if wrapped is not None else None
        while above is not None and above.tag != "a":
            above = above.parent
        heading = above
    if heading is None:
        outer: LexborNode | None = node
        heading = outer if outer is not None and outer.tag == "a" else None
    href = (heading.attributes.get("href") or "") if heading is not None else ""
    leads_on = bool(href) and "#" not in href and (page is None or same_page(page_address(href)) != page)
    return permalink, leads_on


def _time(node: LexborNode, times: Sequence[LexborNode]) -> PrintedTime | None:
    """When a block was published, of the times in it: the first that tells of no edit."""
    exact: PrintedTime | None = None
    printed: PrintedTime | None = None
    for time in sorted(times, key=lambda each: bool(_EDITED.search(names_of(each.attributes)))):
        attributes = time.attributes
        if exact is None:
            values = [attributes.get(name) for name in _TIME_ATTRIBUTES] + [
                attributes.get("content"),
                attributes.get("title"),
            ]
            exact = next((found for value in values if value and (found := data_time(value))), None)
        if printed is None and time.mem_id != node.mem_id:
            printed = printed_clock(time.text(separator=" "))
    if exact is None or exact.hour is None:
        return printed or exact
    text = clean_line(node.text(separator=" ")[:_OPENING])
    clocks = (clock.time for place in _ZONED_CLOCK.finditer(text) if (clock := leading_time(text[place.start() :])))
    shown = (with_printed_zone(exact, each) for each in (printed, *clocks))
    return next((time for time in shown if time is not exact), exact)


def _byline(node: LexborNode, taken: set[int]) -> Byline | None:
    for signed in node.css(
        "[class*=yline], [class*=uthor], [rel=author], [itemprop=author], [class*=ontributor], [data-testid*=yline]"
    )[:8]:
        line = clean_line(signed.text(separator=" ")[:300])
        if not line or len(line) > 160 or len(line.split()) < 2:
            continue
        taken.add(signed.mem_id)
        if byline := signed_line(line):
            return byline
        found = _SIGNED.fullmatch(line)
        if found and is_person(found["name"]):
            return Byline(found["name"], " ".join(filter(None, (found["house"], found["place"]))) or None)
    return None


def _signed_opening(pieces: list[Piece], byline: Byline | None) -> Byline | None:
    """The byline with what a block's first words add to it: a name, and what that person does; both are taken off."""
    if byline is None and len(pieces) > 1 and pieces[0].kind is Kind.PARAGRAPH and is_person(pieces[0].text):
        name = pieces[0].text
        if not any(
            name.split()[-1] in piece.text for piece in pieces[1:]
        ):  # else it stands under a picture, or over words
            byline = Byline(name)
            del pieces[0]
    if byline and byline.role is None and len(pieces) > 1 and is_role(pieces[0].text):
        byline = Byline(byline.name, pieces[0].text)
        del pieces[0]
    return byline


def _label(node: LexborNode, taken: set[int]) -> str | None:
    for found in node.css(
        "[class*=abel], [class*=adge], [class*=icker], [class*=lag], [class*=reaking], [class*=ategory]"
    )[:8]:
        text = clean_line(found.text(separator=" ")[:60])
        if text and is_known_label(text):
            taken.add(found.mem_id)
            return text
    return None


def _headline(node: LexborNode, taken: set[int]) -> str | None:
    """The heading of a block, taken off; a label or a time in a heading is none."""
    for heading in [*node.css(_HEADINGS)[:4], *node.css("[class*=eadline], [class*=itle], [class*=eading]")[:4]]:
        if heading.mem_id in taken or heading.mem_id == node.mem_id:
            continue
        words = " ".join(piece.text for piece in pieces_of(heading, taken) if piece.kind is not Kind.CAPTION)
        words = _GLUED_CLOCK.sub("", words).strip()
        if words and len(words) < _LONGEST_HEADLINE and not is_known_label(words) and not printed_clock(words):
            taken.add(heading.mem_id)
            return words
    return None


def _day_above(node: LexborNode, blocks: Container[int]) -> Day | None:
    """The day that a heading prints directly over a block, or over the first block of its section."""
    inner: LexborNode | None = node
    for _ in range(_LEVELS_TO_A_DAY):
        before = inner.prev if inner is not None else None
        while before is not None and (before.tag or "-").startswith(("-", "!", "_")):
            before = before.prev
        if before is not None:
            if before.mem_id in blocks:
                return None
            text = clean_line(before.text(separator=" ")[:_LONGEST_CLOCK])
            time = read_time(text)
            if time is None or time.hour is not None or time.month is None or time.day is None:
                return None
            return Day(time.year, time.month, time.day)
        inner = inner.parent if inner is not None else None
    return None


def _is_clock(piece: Piece) -> bool:
    return len(piece.text) < _LONGEST_CLOCK and line_time(piece.text) is not None


def _link(permalink: str | None, page: str | None) -> str | None:
    """The whole address of a place on the page."""
    if permalink is None or not permalink.startswith(("#", "/", "?")):
        return permalink
    if page is None:
        return None
    whole = page.partition("#")[0]
    if permalink.startswith("?"):
        return whole.partition("?")[0] + permalink
    return whole + permalink if permalink.startswith("#") else "/".join(whole.split("/", 3)[:3]) + permalink


def _draft(node: LexborNode, times: Sequence[LexborNode], page: str | None) -> tuple[Draft, bool]:
    """One block as a draft, and whether it leads to another page."""
    permalink, leads_on = _links(node, same_page(page))
    time = _time(node, times)
    taken = {each.mem_id for each in times if each.mem_id != node.mem_id}
    label = _label(node, taken)
    headline = _headline(node, taken)
    byline = _byline(node, taken)
    pieces = [piece for piece in pieces_of(node, taken) if not _is_clock(piece)]
    byline = _signed_opening(pieces, byline)
    names = (*_element_names(node), permalink)
    return Draft(pieces, time, headline, label, byline, names, _link(permalink, page)), leads_on


def _best(groups: Sequence[_Group]) -> list[LexborNode]:
    """The elements that are the posts: of the names under which most of the timed words stand, the one with the most elements."""
    weighed: list[tuple[int, list[LexborNode]]] = []
    for group in groups:
        elements = _innermost(_outside(group))
        fewest = (
            _FEWEST_WITH_NAMES
            if all(node.tag == "article" or node.attributes.get("id") for node in elements)
            else _FEWEST
        )
        if len(elements) >= fewest:
            weighed.append((sum(len(node.text()) for node in elements), elements))
    if not weighed:
        return []
    most = max(words for words, _ in weighed)
    enough = [(len(elements), words, elements) for words, elements in weighed if words >= most * _ENOUGH]
    return max(enough, key=lambda each: each[:2])[2]


def find_timed_blocks(page: LexborHTMLParser, link: str | None) -> Timed | None:
    """The page's posts, told from blocks that repeat; None when no name repeats with a time in each and words beside it."""
    times = _times_of(page)
    elements = _best(_groups(times))
    if not elements:
        return None
    inside: dict[int, list[LexborNode]] = {node.mem_id: [] for node in elements}
    for time in times:
        node: LexborNode | None = time
        for _ in range(_HIGHEST + 2):
            if node is None or node.mem_id in inside:
                break
            node = node.parent
        if node is not None and node.mem_id in inside:
            inside[node.mem_id].append(time)
    told = [_draft(node, inside[node.mem_id], link) for node in elements]
    for node, (draft, _) in zip(elements, told, strict=True):
        if draft.time is not None and draft.time.day is None:
            draft.day_above = _day_above(node, inside)
    bodies = [
        sum(len(piece.text) for piece in draft.pieces if piece.kind in _PROSE and not is_link(piece))
        for draft, _ in told
    ]
    teasers = sum(leads_on and words < _TEASER for (_, leads_on), words in zip(told, bodies, strict=True))
    if sum(bodies) < _SHORTEST * len(told) or not any(draft.time for draft, _ in told):
        return Timed([], 0, is_front_page=teasers * 2 > len(told))
    return Timed([draft for draft, _ in told], sum(bodies), is_front_page=teasers * 2 > len(told))
