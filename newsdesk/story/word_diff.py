"""What an edit changed, word by word. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "out", "in", "cut"]
"""Words of both wordings, of the earlier one alone, of the later one alone; and the place of words of both that are left out."""

_WORD = re.compile(r"\s*(?:\w+(?:['’.,]\w+)*|[^\w\s])")
"""A word or one mark, with the white space before it; "1,000" and "don't" are one word."""
_MOST = 2_000_000
"""Pairs of words that are compared, equal or not."""
_MOST_EQUAL = 40_000
"""Pairs of equal words; where there are more of either, whatever lies between the first and the last change counts as changed."""
_AROUND = 12
"""Words that are shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that belong together."""

    kind: Kind
    text: str


def word_diff(before: str, after: str) -> list[Stretch]:
    """Both texts in one, in order: what stayed as the later one has it, what was taken out, what was put in.

    White space alone is no change. Without what was taken out it is the later text, at its first and last character
    perhaps with other white space.
    """
    # The pattern tries white space that no word follows from each of its characters.
    old, new = _WORD.findall(before.rstrip()), _WORD.findall(after.rstrip())
    stretches: list[Stretch] = []
    for kind, words in _changes(old, new):
        if stretches and stretches[-1].kind == kind:
            stretches[-1] = Stretch(kind, stretches[-1].text + "".join(words))
        elif words:
            stretches.append(Stretch(kind, "".join(words)))
    return stretches


def around_changes(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The changes with some words around each; where words are left out, a stretch of the kind `cut` stands."""
    result: list[Stretch] = []
    for at, stretch in enumerate(stretches):
        words = _WORD.findall(stretch.text)
        first = _AROUND if at > 0 else 0
        last = _AROUND if at + 1 < len(stretches) else 0
        if stretch.kind != "same" or len(words) <= first + last + 1:
            result.append(stretch)
            continue
        parts = [
            Stretch("same", "".join(words[:first])),
            Stretch("cut", ""),
            Stretch("same", "".join(words[len(words) - last :])),
        ]
        result += [part for part in parts if part.kind == "cut" or part.text]
    return result


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Kind, Sequence[str]]]:
    """Words by what became of them."""
    bare_old, bare_new = [word.strip() for word in old], [word.strip() for word in new]
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if bare_old[at] != bare_new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if bare_old[-1 - at] != bare_new[-1 - at]), rest)
    old_end, new_end = len(old) - tail, len(new) - tail
    yield "same", new[:head]
    bare_old, bare_new = bare_old[head:old_end], bare_new[head:new_end]
    if len(bare_old) * len(bare_new) > _MOST or _equal_pairs(bare_old, bare_new) > _MOST_EQUAL:
        yield "out", old[head:old_end]
        yield "in", new[head:new_end]
    else:
        matcher = SequenceMatcher(None, bare_old, bare_new, autojunk=False)
        for what, out_from, out_to, in_from, in_to in matcher.get_opcodes():
            if what == "equal":
                yield "same", new[head + in_from : head + in_to]
            else:
                yield "out", old[head + out_from : head + out_to]
                yield "in", new[head + in_from : head + in_to]
    yield "same", new[new_end:]


def _equal_pairs(old: Sequence[str], new: Sequence[str]) -> int:
    """What one step of a comparison looks at; a text of few different words takes nearly as many steps as it has words."""
    there = Counter(new)
    return sum(number * there[word] for word, number in Counter(old).items())
