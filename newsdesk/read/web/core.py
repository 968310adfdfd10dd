"""Where the article stands among a page's pieces, on pages whose elements do not say so: in the innermost one with most of the prose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import read_length
from newsdesk.read.web.pieces import Piece, around
from newsdesk.read.web.prose import is_prose

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CONTAINERS = {"div", "section", "article", "main", "td", "tr", "tbody", "table", "center"}
"""Elements that sites build their pages of; anything else is a part of a text."""
_MOST_OF_IT = 0.75
"""Share of the prose around it from which an element holds the article."""
_MOST_PIECES = 3_000
"""Pieces of a page that is looked at; each costs as much as its nesting."""
_NUMBER = late_pattern(r"\d+")
"""What tells the parts of one text apart in their names."""
_WITH_HEADLINE = 0.5
"""The same for an element in which the headline stands, too."""


class _Tree:
    """The elements around the prose of a page, from its body down."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.nodes: dict[int, LexborNode] = {}
        self.weight: Counter[int] = Counter()
        """Characters of prose in each element."""
        self.places: defaultdict[int, list[int]] = defaultdict(list)
        """Indices of the pieces of prose in each element."""
        self.inner: defaultdict[int, set[int]] = defaultdict(set)
        """The elements with prose that lie in each element; 0 is the body."""
        for index, piece in enumerate(pieces):
            if piece.inside is not None and is_prose(piece):
                self._add(index, piece.inside, read_length(piece.text))

    def _add(self, index: int, inside: LexborNode, length: int) -> None:
        below = 0
        for node in around(inside):
            self._count(node.mem_id, below, index, length)
            below = node.mem_id
            self.nodes[below] = node
        self._count(0, below, index, length)

    def _count(self, node: int, below: int, index: int, length: int) -> None:
        self.weight[node] += length
        self.places[node].append(index)
        if below:
            self.inner[node].add(below)

    def ends_article(self, node: int) -> bool:
        """Whether an element says itself that it is the whole article."""
        found = self.nodes.get(node)
        return found is not None and (found.tag == "article" or found.attributes.get("itemprop") == "articleBody")

    def tells_below(self, outer: int, node: int) -> bool:
        """Whether a text of several paragraphs stands below an element, in what it lies in: teasers and comments are shorter."""
        last = self.places[node][-1]
        below = [place for place in self.places[outer] if place > last]
        return any(third == first + 2 for first, third in zip(below, below[2:], strict=False))

    def goes_on(self, node: int, other: int) -> bool:
        """Whether what an element begins may go on in another.

        It does below it with nothing between, in no container, in one of the same name, and from section to section.
        """
        gap = self.places[other][0] - self.places[node][-1]
        if gap <= 0:
            return False
        tags = {self.nodes[node].tag, self.nodes[other].tag}
        return (
            gap == 1
            or self.nodes[other].tag not in _CONTAINERS
            or tags == {"section"}
            or _name(self.nodes[node]) == _name(self.nodes[other])
        )


def _name(node: LexborNode) -> tuple[str | None, str]:
    names = f"{node.attributes.get('class') or ''} #{node.attributes.get('id') or ''}"
    return node.tag, _NUMBER.sub("", names)


def core_of(pieces: Sequence[Piece], headline: LexborNode | None) -> tuple[int, int]:
    """Indices of the first piece of the element that holds the article, and of the one behind its last; all of them where none does.

    Args:
        pieces: of the page, in document order.
        headline: the element in which it stands.
    """
    if len(pieces) > _MOST_PIECES:
        return 0, len(pieces)
    tree = _Tree(pieces)
    over = {node.mem_id for node in around(headline)} if headline is not None else set()
    here = 0
    while tree.inner[here] and not tree.ends_article(here):
        best = max(tree.inner[here], key=lambda each: tree.weight[each])
        share = _WITH_HEADLINE if best in over else _MOST_OF_IT
        if (
            tree.nodes[best].tag not in _CONTAINERS
            or tree.weight[best] < tree.weight[here] * share
            or any(tree.goes_on(best, other) for other in tree.inner[here] - {best})
            or (tree.weight[best] < tree.weight[here] * _MOST_OF_IT and tree.tells_below(here, best))
        ):
            break
        here = best
    if not here:
        return 0, len(pieces)
    first, end = tree.places[here][0], tree.places[here][-1] + 1
    while first > 0 and _is_in(pieces[first - 1], here):
        first -= 1
    while end < len(pieces) and _is_in(pieces[end], here):
        end += 1
    return first, end


def _is_in(piece: Piece, node: int) -> bool:
    """Whether a piece stands in an element; what describes a picture goes with the words beside it."""
    return piece.inside is None or any(each.mem_id == node for each in around(piece.inside))
