"""Who speaks where quotations follow each other without a word between: "'Where?' she asked. 'At home.' 'Alone?' 'Yes.'"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import WORD
from newsdesk.find.quotes import cues
from newsdesk.find.quotes.found_speaker import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.find.quotes.quotation_marks import MarkedSpan

_ANSWER, _TURN = 0.84, 0.7
"""Confidence in who answers a question that was put to whom the text names, and in who has another turn."""
_UNTOLD = 0.2
"""Confidence in nobody, where the other one of two is not named."""
_SHORT = 3
"""Words of an answer that is no sentence."""


class Talk:
    """The talk of one paragraph: whoever closes one pair of marks and opens the next is two people."""

    def __init__(self, text: str, bare: Sequence[MarkedSpan]) -> None:
        """`bare`: the quotations beside which nothing stands in their sentences, in order."""
        self._text = text
        self._turns: set[int] = set()
        """Where those begin that follow another at once, or are followed by one."""
        for one, other in pairwise(bare):
            if other.outer_start - one.outer_end == 1:
                self._turns |= {one.outer_start, other.outer_start}
        self._before: MarkedSpan | None = None
        self._now: Found | None = None
        """Who had the last turn."""
        self._other: Found | None = None
        """Who had one before, the other of the two that talk."""

    def __contains__(self, span: MarkedSpan) -> bool:
        """Whether a quotation is one of several that follow each other, after somebody was told to speak."""
        return span.outer_start in self._turns and self._before is not None

    def spoke(self, span: MarkedSpan, found: Found, asked: Found | None) -> None:
        """Note who speaks a quotation, and whom with it, where that is told: `asked`."""
        if self._now is None or not _is_same(found, self._now):
            self._now, self._other = found, self._now
        if asked is not None:
            self._other = asked
        self._before = span

    def speaker_of(self, span: MarkedSpan, paragraph: int) -> Found | None:
        """Who has the turn at a quotation that stands alone; None where it is no turn of a talk."""
        before = self._before
        if before is None:
            return None
        asked = self._text[before.start : before.end].endswith("?")
        if span not in self:
            short = len(WORD.findall(self._text, span.start, span.end)) <= _SHORT
            if not (asked and short and self._now and self._now.phrase):
                return None
            # "'Why pay?' she asked. 'There is no point.'": she, or somebody else; "'For what?'": she; "'Never.'" is hardly hers.
            clause = cues.FINITE.search(self._text, span.start, span.end) is not None
            hers = clause or self._text[span.start : span.end].endswith("?")
            return _unsure(self._now) if hers else self.answer(paragraph)
        if not (before.outer_start in self._turns or asked or self._text[span.start : span.end].endswith("?")):
            # "'At home,' Lee said. 'Alone.' 'Really?'"
            return None
        return self.answer(paragraph, _ANSWER if asked else _TURN)

    def answer(self, paragraph: int, most: float = _TURN) -> Found:
        """Who answers whoever spoke last: whom that one asked, or who spoke before; nobody where the text names neither."""
        if self._other is None or self._other.phrase is None:
            return Found(None, paragraph, None, _UNTOLD)
        return _unsure(self._other, most)


def _unsure(found: Found, most: float = _TURN) -> Found:
    return replace(found, confidence=min(found.confidence, most), cue=None)


def _is_same(one: Found, other: Found) -> bool:
    if one.phrase is None or other.phrase is None:
        return one.phrase is other.phrase
    return one.phrase.text.lower() == other.phrase.text.lower()
