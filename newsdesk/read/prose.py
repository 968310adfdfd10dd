"""Whether a text is prose that can be read, or a log, a table, program code, a list of words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import ends_sentence, unspaced
from newsdesk.read.names import signed_line
from newsdesk.read.times.printed import line_time

_SAMPLE_LINES = 400
_LINE_SAMPLE = 2_000
_LOG = late_pattern(
    r"\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ \S|\S{3,60} \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:"
    r"|\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE|NOTICE)\b[\]:| ]|\d\d:\d\d:\d\d[.,]\d{3,6} |\[\s*\d{1,9}\.\d{3,6}\] |Traceback \(most recent|  File \""
)
_CODE = late_pattern(
    r"(?:def |class \w|import \w|from [\w.]+ import |#include\b|#!|func |fn |pub fn |public |private |protected |static |const \w|let \w+ ?=|var \w"
    r"|return\b|package \w|using \w|namespace |SELECT |INSERT INTO|CREATE TABLE|@\w+(?:\(|$)|//|/\*|\*/|</?\w+>|if ?\(|for ?\(|while ?\(|\}|\{|elif |else:|try:|except )"
    r"|.{0,200}(?:[;{}]|\);|\):|=> ?\{|\\)$|[\w.\[\]]{1,40} ?(?:=|:=|\+=|==) ?\S"
)
_WORD = late_pattern(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "॥", "။", "።", "۔", "؟", ":", "”", '"', "’", "»")
_FLASH_LINES = 6
_ABOVE_FLASH = 2
"""Lines over a short report beside its byline and its date: a headline and what stands below it."""
_FLASH_WORDS = 3
_FIELD_COMMA = late_pattern(r",(?!\s)(?!\d{3}\b)")


def _without_signs(line: str) -> str:
    """The letters of scripts that write vowels as signs over and beside them, which are no letters to a pattern."""
    return line if line.isascii() else "".join(sign for sign in line if not unicodedata.category(sign).startswith("M"))


def _words(line: str) -> list[str]:
    """The words of a line that is made of words; none of any other."""
    tokens = _without_signs(line).split()
    words = [token for token in tokens if _WORD.fullmatch(token.strip("\"'“”‘’«»()[]{},.;:!?…—–-•*_#>/।॥።۔؟،"))]
    return words if len(words) >= 0.6 * len(tokens) else []


def _is_prose(line: str) -> bool:
    """Whether a line is made of words, as sentences and headlines are."""
    line = line[:_LINE_SAMPLE]
    if unspaced(line) >= 12:
        return True
    words = _words(line)
    if not words:
        return False
    average = sum(map(len, words)) / len(words)
    return (len(words) >= 6 or (len(words) >= 4 and line.endswith(_STOPS))) and average < 20


def _is_flash(lines: Sequence[str]) -> bool:
    """Whether a few lines are a report of a short sentence or two, with no more above it than a head."""
    if len(lines) > _FLASH_LINES:
        return False
    words = [
        line for line in lines if signed_line(line) is None and ((time := line_time(line)) is None or not time.day)
    ]
    fewest = (
        _FLASH_WORDS if len(words) == len(lines) else _FLASH_WORDS - 1
    )  # a byline or a date tells that it is a report
    told = [
        ends_sentence(line) and not line.endswith(":") and not line[0].islower() and len(_words(line)) >= fewest
        for line in words
    ]
    return any(told) and told.count(False) <= _ABOVE_FLASH


def _is_table(lines: Sequence[str]) -> bool:
    """Whether most lines have the same number of fields, at least three, behind commas without a space, tabs or bars."""
    if len(lines) < 2:
        return False
    for count in (
        lambda line: len(_FIELD_COMMA.findall(line)),
        lambda line: line.count("\t"),
        lambda line: line.count(";"),
        lambda line: line.count("|"),
    ):
        counts = Counter(count(line) for line in lines)
        fields, often = counts.most_common(1)[0]
        if fields >= 2 and often >= max(2, 0.8 * len(lines)):
            return True
        head = count(lines[0])
        if head >= 2 and not lines[0].endswith(".") and len(lines[0].split()) <= head + 1:
            return True  # a head of bare column names; the rows may hold anything, line breaks included
    return False


def why_no_prose(text: str) -> tuple[str, str] | None:
    """What a cleaned text is when it is no prose, and what to do; None when it can be read."""
    raw = [line for line in text.split("\n", _SAMPLE_LINES * 4)[: _SAMPLE_LINES * 4] if line.strip()][:_SAMPLE_LINES]
    lines = [line.strip()[:_LINE_SAMPLE] for line in raw]
    if sum(_LOG.match(line) is not None for line in raw) >= max(2, 0.4 * len(raw)):
        return "a log, not news", "add the text of a live page, an article or a feed"
    if len(lines) >= 4 and sum(_CODE.match(line) is not None for line in lines) >= 0.4 * len(lines):
        return "program code, not prose", "add the text of a live page, an article or a feed"
    if _is_table(lines):
        return "a table, not prose", "copy the texts out of it and add those"
    prose = [line for line in lines if _is_prose(line)]
    if (prose and sum(map(len, prose)) >= 0.35 * sum(map(len, lines))) or _is_flash(lines):
        return None
    if not prose:
        few = len(text[:200].split()) < 6
        what = f"only {'a word' if len(text[:200].split()) < 2 else 'a few words'}" if few else "no text with sentences"
        return what, "add the whole text of a live page, an article or a transcript"
    return "mostly no sentences", "add the text of a live page, an article or a transcript"
