"""What is searched for, marked wherever a list shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from newsdesk.story.folding import folded, terms_of
from newsdesk.ui.lists.line_list import LineList
from newsdesk.ui.lists.lines import Line, Piece

Row = TypeVar("Row")


class MarksSought(LineList[Row]):
    """For a list that can be searched."""

    _matched: tuple[str, ...] = ()
    """What is marked, folded."""

    def show_matches(self, words: str) -> None:
        """Mark these words wherever they stand, compared as search compares them; nothing when empty."""
        if (wanted := tuple(map(folded, terms_of(words)))) != self._matched:
            self._matched = wanted
            self.redraw()

    def marked(self, lines: Sequence[Line]) -> list[Line]:
        """These lines with what is searched for marked in them."""
        if not self._matched:
            return [*lines]
        return [line._replace(left=self._marked(line.left), right=self._marked(line.right)) for line in lines]

    def words(self, text: str, style: str) -> list[Piece]:
        """These words with what is searched for marked in them."""
        if not self._matched:
            return [Piece(text, style)]
        pieces, at = [], 0
        for start, end in matches(text, self._matched):
            pieces += [Piece(text[at:start], style), Piece(text[start:end], f"{style} line--match")]
            at = end
        return [*pieces, Piece(text[at:], style)]

    def _marked(self, pieces: Sequence[Piece]) -> list[Piece]:
        return [one for piece in pieces for one in self.words(*piece)]


def matches(text: str, wanted: Iterable[str]) -> list[tuple[int, int]]:
    """Where these stand, folded, in a text that is not folded, as (start, end) from left to right; no two overlap."""
    plain = folded(text)
    there = [term for term in wanted if term in plain]
    if not there:
        return []
    # Folding may make one character several ("ﬁ" is "fi"): remember which one each came from.
    whole, origin = "", []
    for place, character in enumerate(text):
        part = folded(character)
        whole += part
        origin += [place] * len(part)
    found = []
    for term in there:
        at = whole.find(term)
        while at >= 0:
            found.append((origin[at], origin[at + len(term) - 1] + 1))
            at = whole.find(term, at + len(term))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
