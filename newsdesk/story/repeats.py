"""One actor's words that were said once and stand in several places: the same words, and other renderings of them. Pure.

A live story repeats itself: a headline tightens what the post quotes, a summary quotes a piece of it, and two agencies
translate one sentence in two ways. The first two are joined, the third is only offered: it may be another sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from newsdesk.story.same_words import ALIKE, NEGATIONS, compared_words, is_piece_of, is_wording_of, turns, weight

Span = tuple[float, float] | None
"""First and last moment, in seconds; None when none is known."""
SAME_OCCASION = timedelta(days=3).total_seconds()
"""Seconds within which an actor's words are taken to be of one occasion."""
_PIECE = 4
"""Words that a piece of a longer quotation must have to be known as one."""
_NEAR = 5
"""Words that a quotation must have to be compared for being nearly identical."""
_LONG = 400
"""Words of a quotation from which on it is not compared for that: it takes the square of their number."""
_SHARED = 0.6
"""Share of the shorter one's words of content that two renderings have in common."""
_CONTENT = 4
"""Words of content that two renderings have in common at least."""
_COMMON = 200
"""A word that stands in more quotations tells nothing."""
_COMPARED = 12
"""Quotations that one is compared with, word by word."""
_VOWELS = str.maketrans("", "", "aeiouy")
_ENDINGS = ("ing", "ed", "es", "ly", "s")
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """a an the this that these those i we you he she it they me us him her them my our your his its their who which
        what and or but nor so if then than as of in on at to for from by with without into about over under after
        before up down out is are was were be been being am do does did have has had will would shall should can could
        may might must not no all any some more most very just also there here already""",
    )
)

_REFUSALS = frozenset(
    re.findall(
        r"\w+",
        """neither hardly barely scarcely refuse refuses refused refusing reject rejects rejected rejecting deny denies denied
        denying decline declines declined declining oppose opposes opposed opposing""",
    )
)
"""Words that negate without one of the usual ones: "we refuse to" is "we will not"."""
_CONTRARY = ("un", "in", "im", "ir", "dis", "non")
"""What makes a word its own opposite."""


@dataclass(frozen=True, slots=True)
class Said:
    """One set of words."""

    fullest: int
    """Which of the texts says most of it."""
    places: tuple[int, ...]
    """Every text that is these words or a piece of them, in the order given."""


def said_once(texts: Sequence[str], moments: Sequence[float | None]) -> list[Said]:
    """Join texts that are one wording but for how they are written and a word left out, and pieces with what they are of.

    Args:
        texts: one actor's quotations.
        moments: when each was published, in seconds; None when unknown. The same words belong together whenever they were
            said; what is only alike, or a piece, only within `SAME_OCCASION`: months later it is a stock phrase.
    """
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        same[compared_words(text) or (text,)].append(number)
    by_length = sorted(same, key=lambda words: (-len(words), -weight(words), words))
    often = Counter(word for words in by_length for word in set(words))
    heads: list[_Head] = []
    with_word: defaultdict[str, list[int]] = defaultdict(list)
    for words in by_length:
        span = span_of([moments[number] for number in same[words]])
        head = next(
            (
                heads[at]
                for at in _holders(words, often, with_word)
                if one_occasion(span, heads[at].span) and heads[at].says(words)
            ),
            None,
        )
        if head is not None:
            head.places += same[words]
            if len(words) == len(head.words):
                head.fullest = min(head.fullest, same[words][0])
            continue
        for word in set(words):
            with_word[word].append(len(heads))
        heads.append(_Head(words, span, list(same[words]), same[words][0]))
    return [Said(head.fullest, tuple(sorted(head.places))) for head in heads]


@dataclass(slots=True)
class _Head:
    """A quotation that no longer one holds."""

    words: tuple[str, ...]
    span: Span
    places: list[int]
    fullest: int
    """The first of the places that have as many words as any."""

    def says(self, words: tuple[str, ...]) -> bool:
        """Whether it holds the shorter one as it is, or nearly is it."""
        if len(set(words) & set(self.words)) < ALIKE * len(set(words)):
            return False
        if is_piece_of(words, self.words):
            return True
        return _NEAR <= len(words) <= len(self.words) < _LONG and is_wording_of(words, self.words)


def _holders(words: tuple[str, ...], often: Counter[str], with_word: Mapping[str, list[int]]) -> list[int]:
    """Longer quotations that may hold these words: those with most of the rarest of them, of which one must be there."""
    if len(words) < _PIECE:
        return []
    rarest = sorted(set(words), key=lambda word: (often[word], word))
    missing = ceil(2 * len(words) * (1 - ALIKE))
    shared: Counter[int] = Counter()
    for word in rarest[: missing + 1]:
        if word in with_word and len(with_word[word]) <= _COMMON:
            shared.update(with_word[word])
    return [head for head, _ in shared.most_common(_COMPARED)]


def span_of(moments: Iterable[float | None]) -> Span:
    """From the first to the last of these moments."""
    known = [moment for moment in moments if moment is not None]
    return (min(known), max(known)) if known else None


def one_occasion(span: Span, other: Span) -> bool:
    """Whether all of the first lies near the second; what is not dated may."""
    return (
        span is None or other is None or (span[0] >= other[0] - SAME_OCCASION and span[1] <= other[1] + SAME_OCCASION)
    )


def renderings(texts: Sequence[str]) -> list[Collection[int]]:
    """For each text those that may render the same sentence in other words, as two translations do."""
    words = [compared_words(text) for text in texts]
    turning = [_turning(one) for one in words]
    content = [frozenset(_stem(word) for word in one if word not in _FUNCTION_WORDS) for one in words]
    with_stem: defaultdict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(content):
        for stem in stems:
            with_stem[stem].append(number)
    found: list[Collection[int]] = []
    for number, stems in enumerate(content):
        shared: Counter[int] = Counter()
        for stem in stems:
            if len(with_stem[stem]) <= _COMMON:
                shared.update(with_stem[stem])
        del shared[number]
        found.append(
            [
                other
                for other in sorted(shared)
                if turning[other] == turning[number]
                and shared[other] >= max(_CONTENT, _SHARED * min(len(stems), len(content[other])))
                and not _are_opposites(words[number], words[other])
            ]
        )
    return found


def _turning(words: Sequence[str]) -> tuple[list[str], int]:
    """The figures, and how often something is negated: what no two renderings of one sentence have otherwise."""
    turning = turns(words)
    figures = [word for word in turning if any(map(str.isdigit, word))]
    return figures, len(turning) - len(figures) + sum(word in _REFUSALS for word in words)


def _are_opposites(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one negates, by a word before it or by its own first letters, what the other one says."""
    negated, other_negated = _negated(words), _negated(others)
    if negated & ({*others} - other_negated) or other_negated & ({*words} - negated):
        return True
    alone, others_alone = {*words} - {*others}, {*others} - {*words}
    return any(prefix + word in others_alone for word in alone for prefix in _CONTRARY) or any(
        prefix + word in alone for word in others_alone for prefix in _CONTRARY
    )


def _negated(words: Sequence[str]) -> set[str]:
    """The words that stand next behind negations, but for those of grammar."""
    found: set[str] = set()
    behind = False
    for word in words:
        if word in NEGATIONS | _REFUSALS:
            behind = True
        elif behind and word not in _FUNCTION_WORDS:
            found.add(word)
            behind = False
    return found


def _stem(word: str) -> str:
    """What the forms and the spellings of a word share: negotiations, negotiating; Kyiv, Kiev."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:1] + word[1:].translate(_VOWELS)
