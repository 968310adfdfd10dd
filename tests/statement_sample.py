"""Passages with their reported speech marked, and how well what was found there agrees with the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdesk.find.quotes.in_post import find_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.find.quotes.names import fold
from newsdesk.find.word_lists import word_set
from newsdesk.model import Post, Statement

SAMPLES = Path(__file__).parent / "data" / "find"
_MARKED = re.compile(r"\[(?P<words>[^\[\]]*)\]\{(?P<who>[^{}]*)\}")
_ENOUGH = 0.5
"""Share of the characters of two spans together that they must have in common."""
_LITTLE_WORDS = word_set("the a an his her their its")
_BELONGING = re.compile(r" (?:of|in|for|from|at|with|familiar|close) .*")


@dataclass(frozen=True, slots=True)
class Marked:
    """One statement as the sample marks it."""

    start: int
    end: int
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One post of a sample and what is said there."""

    headline: str | None
    text: str
    marked: tuple[Marked, ...]

    def found(self) -> tuple[Statement, ...]:
        """What newsdesk finds in the text, read as a story of its own; the headline only helps."""
        post = Post(n=1, id=1, headline=self.headline, text=self.text)
        statements = resolve([post], [find_candidates(self.text, self.headline)])[1]
        return tuple(said for said in statements if said.place == "text")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts over one or more passages."""

    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 0.0


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a sample; what stands before the first rule explains it."""
    for raw in path.read_text(encoding="utf-8").split("\n=====\n")[1:]:
        first, _, rest = raw.strip().partition("\n")
        headline = first.removeprefix("# ") if first.startswith("# ") else None
        text = raw.strip() if headline is None else rest.strip()
        marked: list[Marked] = []
        pieces: list[str] = []
        length = position = 0
        for found in _MARKED.finditer(text):
            pieces += [text[position : found.start()], found["words"]]
            start = length + found.start() - position
            length = start + len(found["words"])
            marked.append(Marked(start, length, tuple(found["who"].split("|"))))
            position = found.end()
        yield Passage(headline, "".join(pieces) + text[position:], tuple(marked))


def pairs(passage: Passage, found: Sequence[Statement]) -> dict[int, int]:
    """Number of a found statement -> number of the marked one that it agrees with in words and speaker."""
    matched: dict[int, int] = {}
    for number, said in enumerate(found):
        for other, mark in enumerate(passage.marked):
            common = min(said.end, mark.end) - max(said.start, mark.start)
            together = max(said.end, mark.end) - min(said.start, mark.start)
            if (
                common >= _ENOUGH * together
                and other not in matched.values()
                and any(_same(said.speaker, speaker) for speaker in mark.speakers)
            ):
                matched[number] = other
                break
    return matched


def agreement(sample: Sequence[Passage]) -> Agreement:
    """How what newsdesk finds in a sample agrees with its marks."""
    right = found = marked = 0
    for passage in sample:
        statements = passage.found()
        right += len(pairs(passage, statements))
        found += len(statements)
        marked += len(passage.marked)
    return Agreement(right, found, marked)


def _same(speaker: str | None, marked: str) -> bool:
    """Whether two names mean one speaker: one is the other's last words, but for articles and for what stands after "of"."""
    one, other = (
        [word for word in re.findall(r"[\w'-]+", _BELONGING.sub("", fold(name))) if word not in _LITTLE_WORDS]
        for name in (speaker or "", marked)
    )
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter
