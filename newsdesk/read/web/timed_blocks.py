"""Live pages without data: blocks that repeat, each with a time, a heading perhaps, and words.

Every time on the page votes for the elements around it, by what they are called. The name that most of the page's timed
prose stands under, each element with its own time, is that of the posts. A front page repeats timed blocks, too; there each
leads to another page and says hardly more than its heading.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.clean import clean_line
from newsdesk.clock_order import is_newest_first
from newsdesk.late_pattern import late_pattern
from newsdesk.read.live.headers import calls_itself_live
from newsdesk.read.web.body import is_link
from newsdesk.read.web.other_stories import times_of_posts
from newsdesk.read.web.page_times import NOTHING_PRINTED, PageTimes, printed_times
from newsdesk.read.web.pieces import Kind, Use, around, names_of, pieces_behind, use_of
from newsdesk.read.web.posts import Draft, have_one_moment
from newsdesk.read.web.prose import sentences_of
from newsdesk.read.web.repeated import take_headlines, take_repeated
from newsdesk.read.web.timed_block import LONGEST_CLOCK, TIME_ATTRIBUTES, day_above, read_block
from newsdesk.read.web.times import data_time, printed_clock, whole_clock

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TIMES = ", ".join(
    (
        "time",
        'meta[itemprop="datePublished"]',
        '[itemprop="datePublished"]',
        *(f"[{name}]" for name in TIME_ATTRIBUTES),
    )
)
_TITLES = '[title^="20"]'
"""Where scripts print how long ago a post is, the whole time stands in a title: jQuery's timeago and others do so."""
_CLOCK_NAMES = late_pattern(r"time|date|stamp|clock|posted|published|heure|uhrzeit|zeit", re.IGNORECASE)
_CLOCK = late_pattern(r"\b\d{1,2}\s?[:.h]\s?\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b|^\d{4}(?::|\s[A-Z]{3,4}:?)$", re.IGNORECASE)
_CLOCK_ELEMENTS = "span, div, p, strong, b, em, i, small, h4, h5, a, dt, td, li"
_BARE_CLOCK_TAGS = {"strong", "b", "span", "dt", "h4", "h5"}
"""Elements that hold a clock and perhaps more, whatever they are called; others have to be a time as a whole."""
_MOST_IN_CLOCK = 4
"""Elements in one that is a time: the clock, the day and who wrote."""
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
_DIGITS = late_pattern(r"\d+")
_CALLED_LIVE = late_pattern(r"live[-_ ]?(?:blog|ticker|updates?|coverage|text|posts?|stream)", re.IGNORECASE)
_LEVELS_TO_A_NAME = 4
_ENOUGH = 0.6
"""Share of the timed words under the weightiest name from which a name may be that of the posts."""
_PROSE = {Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}


_LONGEST_CLASSES = 300
_CLOCK_TAGS = {"time", "meta", "span", "strong", "b", "em", "i", "small"}
_CLOCK_PARTS = _CLOCK_TAGS | {"a", "abbr"}
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
    of_page: PageTimes = NOTHING_PRINTED
    """What the page prints of itself over them."""


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


def _is_moment(title: str | None) -> bool:
    time = data_time(title)
    return time is not None and time.hour is not None and time.day is not None


def _times_of(page: LexborHTMLParser, link: str | None) -> Iterator[list[LexborNode]]:
    """The elements that hold a time, in the ways that pages mark them, the surest first; lists of other stories have theirs."""
    marked = times_of_posts(page.css(_TIMES)[:_MOST_TIMES], link)
    if len(marked) >= _FEWEST:
        yield marked
    titled = [node for node in page.css(_TITLES)[:_MOST_TIMES] if _is_moment(node.attributes.get("title"))]
    if len(titled) >= _FEWEST:
        yield [*marked, *titled]
    clocks: list[LexborNode] = []
    for node in page.css(_CLOCK_ELEMENTS)[: 20 * _MOST_TIMES]:
        text = _short_text(node)
        if not text or not _CLOCK.search(text):
            continue
        alone = node.child is not None and node.child.next is None
        named = _CLOCK_NAMES.search(names_of(node.attributes)) or node.tag in _BARE_CLOCK_TAGS
        if (alone and named and printed_clock(text)) or whole_clock(text):
            clocks.append(node)
    yield [*marked, *times_of_posts(_innermost(clocks), link)][:_MOST_TIMES]


def _short_text(node: LexborNode) -> str | None:
    """The words of an element that may be no more than a time; None for any other."""
    child, elements, words = node.child, 0, ""
    while child is not None:
        if child.tag == "-text":
            words += child.text_content or ""
        elif child.tag not in _CLOCK_PARTS or elements == _MOST_IN_CLOCK:
            return None
        else:
            elements += 1
            words += f" {child.text(separator=' ')[: 2 * LONGEST_CLOCK]} "
        if len(words) > 4 * LONGEST_CLOCK:
            return None
        child = child.next
    text = clean_line(words)
    return text if len(text) <= LONGEST_CLOCK else None


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
    """The elements of a group that lie in no furniture; embedded posts have times, too, but an embed with several of them is the blog itself."""
    kept: list[LexborNode] = []
    within = Counter(
        above.mem_id for node in group.elements.values() for above in islice(around(node), 1, 2 * _HIGHEST)
    )
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
            use = use_of(above, above.tag or "")
            embedded = use is Use.EMBED and within[above.mem_id] < _FEWEST
            if above.tag in {"nav", "footer", "aside"} or use is Use.NEVER or embedded:
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


def _is_called_live(node: LexborNode) -> bool:
    """Whether an element, or one around it, is called that of a live page, whose posts may each have a page of their own, too."""
    return any(_CALLED_LIVE.search(names_of(each.attributes)) for each in islice(around(node), _LEVELS_TO_A_NAME))


def _are_heads(elements: Sequence[LexborNode], drafts: Sequence[Draft]) -> bool:
    """Whether the elements hold no more than a time and a headline each, and stand beside the words of their posts, newest first.

    Times that run forwards between words are those of a programme.
    """
    parents = {node.parent.mem_id for node in elements if node.parent is not None}
    times = [draft.time for draft in drafts if draft.time is not None and draft.time.hour is not None]
    if len(parents) != 1 or len(times) < len(drafts) or any(draft.pieces or not draft.headline for draft in drafts):
        return False
    days = [(time.year or 0, time.month or 0, time.day or 0, time.hour or 0, time.minute or 0) for time in times]
    return days == sorted(days, reverse=True) or is_newest_first([day[3] * 60 + day[4] for day in days])


def _is_programme(page: LexborHTMLParser, elements: Sequence[LexborNode], drafts: Sequence[Draft]) -> bool:
    """Whether blocks are rows of a timetable: their clocks run forwards, most tell no sentence, and nothing calls them live."""
    clocks = [(draft.time.hour or 0) * 60 + (draft.time.minute or 0) for draft in drafts if draft.time is not None]
    forwards = sum(one < other for one, other in pairwise(clocks))
    if forwards * 2 < len(clocks) or sum(sentences_of(draft.pieces) > 0 for draft in drafts) * 2 > len(drafts):
        return False
    titles = (found.text()[:_LONGEST_CLASSES] for found in (page.css_first("title"), page.css_first("h1")) if found)
    return not any(map(calls_itself_live, titles)) and not any(map(_is_called_live, elements))


def _is_told_in_embeds(draft: Draft) -> bool:
    """Whether all words of a post stand in what is called an embed: the page builds its posts of such parts."""
    kinds = {piece.kind for piece in draft.pieces}
    return Kind.EMBED in kinds and not kinds & _PROSE


def find_timed_blocks(page: LexborHTMLParser, link: str | None, *, is_live: bool = False) -> Timed | None:
    """The page's posts, told from blocks that repeat; None when no name repeats with a time in each and words beside it.

    `is_live`: the page's data say that it is a live page, so that its blocks are no timetable.
    """
    times: list[LexborNode] = []
    elements: list[LexborNode] = []
    for times in _times_of(page, link):
        if elements := _best(_groups(times)):
            break
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
    told = [read_block(node, inside[node.mem_id], link) for node in elements]
    if sum(map(_is_told_in_embeds, (draft for draft, _ in told))) * 2 > len(told):
        told = [read_block(node, inside[node.mem_id], link, embeds_tell=True) for node in elements]
    if have_one_moment([draft for draft, _ in told]):
        as_shown = [read_block(node, inside[node.mem_id], link, shown=True) for node in elements]
        told = as_shown if any(draft.time for draft, _ in as_shown) else told
    for node, (draft, _) in zip(elements, told, strict=True):
        if draft.time is not None and draft.time.day is None:
            draft.day_above = day_above(node, inside)
    drafts = [draft for draft, _ in told]
    if _are_heads(elements, drafts):
        for node, draft in zip(elements, drafts, strict=True):
            draft.pieces += pieces_behind(node, inside)
    take_repeated(drafts)
    take_headlines(drafts)
    prose = [[piece for piece in draft.pieces if piece.kind in _PROSE and not is_link(piece)] for draft in drafts]
    bodies = [sum(len(piece.text) for piece in pieces) for pieces in prose]
    teasers = sum(leads_on and words < _TEASER for (_, leads_on), words in zip(told, bodies, strict=True))
    several = sum(len(pieces) > 1 for pieces in prose)
    is_front_page = teasers * 2 > len(told) and not (several * 2 > len(told) and all(map(_is_called_live, elements)))
    untold = sum(bodies) < _SHORTEST * len(told) or (not is_live and _is_programme(page, elements, drafts))
    if untold or not any(draft.time for draft in drafts):
        return Timed([], 0, is_front_page=is_front_page)
    return Timed(drafts, sum(bodies), is_front_page, printed_times(page, elements[0]))
