"""How well quotations and their speakers agree with a text's marked ones. Pure: nothing is read or printed.

The measures are those of the published comparisons of quotation finders, micro-averaged over all documents:

* spans are compared without the quotation marks, punctuation and blanks at their edges. Pairs are made one to one, those that
  share most first, and need at least 0.8 of the characters of both together in common: precision, recall, `F1`;
* attribution: of the pairs whose mark names a speaker, the share with the right one;
* end to end: pair and right speaker, precision, recall, `F1`. What the marks give to nobody counts on neither side;
* scare quotes reported: words marked as nobody's half of which (by the same measure) was given out as a quotation;
* confidence: of everything given out (pairs, and what has no pair), the share that is sure, how much of that is right, and the
  calibration error over ten equal bins.

Only `direct` and `mixed` marks are wanted. What is found inside other reported speech is neither right nor wrong.
A speaker is right as written there or as resolved: names by the surname, without titles, accents and case; pronouns when they
are the same; other words when they share their head noun or all words of one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsdesk.find.word_lists import word_set

WANTED = frozenset({"direct", "mixed"})
SCARE = "scare"
SURE = 0.8
_SHARED = 0.8
_HALF = 0.5
_BINS = 10
_EDGE = frozenset("\"“”„‟«»‘’'`‹› \t\r\n\u00a0.,;:!?…-–—()[]")
_PRONOUNS = word_set("i he she they it we you who him her them us me this that himself herself themselves itself")
_BESIDE_PRONOUNS = word_set("all both also")
_TITLES = word_set(
    """mr mrs ms miss dr sir dame lord lady prof professor president vice prime minister pm chancellor secretary senator
    sen rep representative gov governor king queen pope gen general col colonel capt captain lt ambassador envoy
    spokesman spokeswoman spokesperson chief leader chairman chairwoman chair director editor candidate nominee former
    then ex acting deputy foreign defence defense interior state aide adviser advisor republican democrat democratic
    democrats gop us uk united states russian ukrainian american british turkish french german polish european chinese
    kremlin"""
)
_LITTLE = word_set("the a an his her their its our my and of for in on at to from with by as who which that")
_NO_NAME = _TITLES | _LITTLE | _PRONOUNS | {"said"}
_NO_CONTENT = _LITTLE | word_set("some many several other this these those one")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'&\-]*")
_POSSESSIVE = re.compile(r"'s\b|'(?=\s|$|,)")
_EXPLAINED = re.compile(r"\s*[,(—–]\s*|\s+(?:who|which|that)\s+")
_BELONGING = re.compile(r"\s+(?:of|for|from|in|at|on|with|to|by|close|familiar|near|inside)\b")
_PLURAL = re.compile(r"(?<=[a-z]{3})s$")

Span = tuple[int, int]


@dataclass(slots=True)
class Share:
    """Hits among what was given out and among what was wanted."""

    hits: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of what was given out that is right."""
        return self.hits / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found."""
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Figures:
    """What a comparison gives."""

    spans: Share = field(default_factory=Share)
    attribution: Share = field(default_factory=Share)
    end_to_end: Share = field(default_factory=Share)
    scare: Share = field(default_factory=Share)
    """Of `wanted` scare quotes, `hits` were reported."""
    confidences: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def sure(self) -> Share:
        """What was given out with a confidence of `SURE` or more: right, given, and everything given."""
        kept = [right for confidence, right in self.confidences if confidence >= SURE]
        return Share(sum(kept), len(kept), len(self.confidences))

    @property
    def calibration_error(self) -> float:
        """How far confidence and the share that is right lie apart, over equal bins, by their size."""
        bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
        for confidence, right in self.confidences:
            bins[min(_BINS - 1, int(confidence * _BINS))].append((confidence, right))
        apart = (abs(sum(sure for sure, _ in each) - sum(right for _, right in each)) for each in bins)
        return sum(apart) / max(1, len(self.confidences))


def compare(documents: Iterable[Mapping[str, Any]], found: Mapping[str, Sequence[Mapping[str, Any]]]) -> Figures:
    """Compare marked documents (`id`, `text`, `quotes`) with what a tool found in them, by the document's id."""
    figures = Figures()
    for document in documents:
        _compare_one(document["text"], document["quotes"], found.get(document["id"], ()), figures)
    return figures


def compare_reported(documents: Iterable[Mapping[str, Any]], found: Mapping[str, Sequence[Mapping[str, Any]]]) -> Share:
    """How reported speech agrees with the `indirect` marks, by its words alone, half of which must be shared."""
    share = Share()
    for document in documents:
        text = document["text"]
        marks = [(mark["start"], mark["end"]) for mark in document["quotes"] if mark["type"] == "indirect"]
        given = [(said["start"], said["end"]) for said in found.get(document["id"], ())]
        wanted, reported = (
            [span for start, end in spans if (span := trimmed(text, start, end)) is not None]
            for spans in (marks, given)
        )
        share.hits += len(paired(wanted, reported, _HALF))
        share.given += len(reported)
        share.wanted += len(wanted)
    return share


def _compare_one(
    text: str, marks: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]], figures: Figures
) -> None:
    wanted: list[tuple[Span, Mapping[str, Any]]] = []
    others: list[Span] = []
    scare: list[Span] = []
    for mark in marks:
        span = trimmed(text, mark["start"], mark["end"])
        if span is None:
            continue
        if mark["type"] in WANTED:
            wanted.append((span, mark))
        else:
            (scare if mark["type"] == SCARE else others).append(span)
    given: dict[tuple[Span, str], tuple[Span, Mapping[str, Any]]] = {}
    for quote in found:
        span = trimmed(text, quote["start"], quote["end"])
        if span is not None:
            given[span, str(quote.get("speaker"))] = (span, quote)
    quotes = [*given.values()]
    spans = [span for span, _ in wanted]
    matched = paired(spans, [span for span, _ in quotes])
    taken = set(matched.values())
    # What lies in reported speech of another kind is left out of the count.
    kept = [
        number
        for number, (span, _) in enumerate(quotes)
        if number in taken
        or not _is_inside(span, others)
        or any(_common(span, other) >= _HALF * _length(other) for other in spans)
    ]
    figures.spans.hits += len(matched)
    figures.spans.given += len(kept)
    figures.spans.wanted += len(spans)
    figures.end_to_end.given += len(kept)
    for number, (_, mark) in enumerate(wanted):
        quote = quotes[matched[number]][1] if number in matched else None
        names = [mark.get("speaker"), *(mark.get("aliases") or ())] if mark.get("speaker") else []
        if _kind(mark.get("speaker_text")) == "none" and not names:
            figures.end_to_end.given -= quote is not None
            continue
        figures.end_to_end.wanted += 1
        if quote is None:
            continue
        as_written = _is_right_as_written(mark.get("speaker_text"), quote)
        right = any(same_speaker(name, quote.get("speaker")) for name in names) if names else as_written
        if mark.get("speaker_text"):
            figures.attribution.given += 1
            figures.attribution.hits += as_written
        figures.end_to_end.hits += right
        _add_confidence(quote, right, figures)
    for number in kept:
        if number not in taken:
            _add_confidence(quotes[number][1], False, figures)
    figures.scare.wanted += len(scare)
    figures.scare.hits += sum(any(_overlap(one, span) >= _HALF for span, _ in quotes) for one in scare)


def _add_confidence(quote: Mapping[str, Any], right: bool, figures: Figures) -> None:
    if quote.get("confidence") is not None:
        figures.confidences.append((quote["confidence"], right))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without marks, punctuation and blanks at its edges; None when nothing is left."""
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if start < end else None


def paired(wanted: Sequence[Span], given: Sequence[Span], least: float = _SHARED) -> dict[int, int]:
    """Number of a wanted span -> number of the given one that belongs to it; the best pairs first."""
    likeness = [
        (-share, number, other)
        for number, one in enumerate(wanted)
        for other, two in enumerate(given)
        if (share := _overlap(one, two)) >= least
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, other in sorted(likeness):
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return pairs


def _length(span: Span) -> int:
    return span[1] - span[0]


def _common(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _overlap(one: Span, other: Span) -> float:
    common = _common(one, other)
    return common / (_length(one) + _length(other) - common) if common else 0.0


def _is_inside(span: Span, others: Iterable[Span]) -> bool:
    return any(_common(span, other) >= _HALF * _length(span) for other in others)


def _is_right_as_written(marked: str | None, quote: Mapping[str, Any]) -> bool:
    speaker, surface = quote.get("speaker"), quote.get("surface")
    return same_speaker(marked, surface or speaker) or bool(
        speaker and surface and speaker != surface and same_speaker(marked, speaker)
    )


def same_speaker(marked: str | None, found: str | None) -> bool:
    """Whether two ways to name a speaker mean one, leniently."""
    kinds = _kind(marked), _kind(found)
    if marked is None or found is None or "none" in kinds:
        return kinds[0] == kinds[1]
    if kinds == ("name", "name"):
        return _surname(marked) in _names(found) or _surname(found) in _names(marked)
    if "pronoun" in kinds:
        return kinds[0] == kinds[1] and _words(marked)[0].lower() == _words(found)[0].lower()
    if _head(marked) and _head(marked) == _head(found):
        return True
    if kinds == ("noun", "noun"):
        one, other = _content(marked), _content(found)
        return bool(one and other) and (one <= other or other <= one)
    return _plain(marked).lower().strip() == _plain(found).lower().strip()


def _plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _words(text: str) -> list[str]:
    return _WORD.findall(_POSSESSIVE.sub("", _plain(text).replace("’", "'")))


def _kind(text: str | None) -> str:
    """One of "none", "pronoun", "name" and "noun"."""
    words = _words(text or "")
    if not words:
        return "none"
    if len(words) <= 2 and all(word.lower() in _PRONOUNS | _BESIDE_PRONOUNS for word in words):
        return "pronoun"
    return "name" if _names(text or "") else "noun"


def _names(text: str) -> list[str]:
    return [
        word.lower() for word in _words(text) if word[0].isupper() and len(word) > 1 and word.lower() not in _NO_NAME
    ]


def _first_part(text: str) -> str:
    """A phrase without what explains it: "Lee" of "Lee, who leads the search"."""
    return _EXPLAINED.split(text.strip(), maxsplit=1)[0] or text


def _surname(text: str) -> str:
    return (_names(_first_part(text)) or _names(text))[-1]


def _head(text: str) -> str:
    words = _words(_BELONGING.split(_first_part(text), maxsplit=1)[0])
    return _PLURAL.sub("", words[-1].lower()) if words else ""


def _content(text: str) -> set[str]:
    return {_PLURAL.sub("", word.lower()) for word in _words(text)} - _NO_CONTENT
