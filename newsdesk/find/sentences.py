"""Where sentences begin and end in news English. Linear in the length of the text."""

from __future__ import annotations

from typing import Final

from newsdesk.find.sentence_openers import STARTERS
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_END: Final = late_pattern(r"[.!?…]{1,8}[\"'”’)\]]{0,4}(?=[ \t\u00a0]|$)|\n")
_SPACE: Final = " \t\u00a0\n\r\f\v"
_LONGEST_LINE: Final = 2000
"""Characters of a line that is looked through for its beginning."""
_LOOK_BACK: Final = 24
"""Characters before a full stop that may hold an abbreviation."""
_LAST_WORD: Final = late_pattern(r"(?:[^\W\d_]\.){1,4}$|[^\W\d_]+\.$")
_NEXT_WORD: Final = late_pattern(r"[\"'“‘(\[]{0,3}([^\W\d_]+)")

_TITLES: Final = word_set(
    "mr mrs ms dr prof rev hon st sen rep gov gen col lt capt sgt maj cmdr adm pres supt insp messrs mme mlle",
    "jan feb mar apr jun jul aug sept sep oct nov dec vs mt",
)
"""Abbreviations that stand before a name or a number: never the end of a sentence there."""
_COUNTED: Final = word_set("no nos art fig vol pp approx ft")
"""Abbreviations only before a number: "said no." ends a sentence."""
_ENDINGS: Final = word_set("inc corp co ltd plc jr sr etc dept est bros ave blvd")
"""Abbreviations that may end a sentence: what follows decides."""


def _goes_on(text: str, stop: int, after: int) -> bool:
    """Whether the full stop before `stop` belongs to an abbreviation or the next word continues the sentence."""
    following = text[after : after + 40]
    if following[:1].islower():
        return True
    mark = text.rfind(".", max(0, stop - 6), stop)
    if mark < 0 or text[mark - 1 : mark] in {".", "!", "?", "…"}:
        return False
    match = _LAST_WORD.search(text[max(0, mark + 1 - _LOOK_BACK) : mark + 1])
    if match is None:
        return False
    word = match.group().rstrip(".").lower()
    dotted = "." in word or (len(word) == 1 and word != "i")
    if word in _TITLES:
        return True
    if word in _COUNTED:
        return following[:1].isdigit()
    if not dotted and word not in _ENDINGS:
        return False
    if word in {"a.m", "p.m"} and following[:1] == "(" and following[1:2].isdigit():
        # "At 7 a.m. (0600 GMT) on Sunday".
        return True
    next_word = _NEXT_WORD.match(following)
    return next_word is not None and next_word.group(1).lower() not in STARTERS


def is_quoted_line(text: str, at: int) -> bool:
    """Whether `at` stands in a line that an answer quotes from an older message: "> The inquest opens on 2 December"."""
    before = max(0, at - _LONGEST_LINE)
    line = text.rfind("\n", before, at)
    return text.startswith(">", line + 1) if line >= 0 or before == 0 else False


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, in order, without the space around them.

    A newline always ends a sentence; closing quotation marks belong to the sentence that they close.
    """
    spans: list[tuple[int, int]] = []
    begin = 0

    def close(end: int) -> None:
        start = begin
        while start < end and text[start] in _SPACE:
            start += 1
        while end > start and text[end - 1] in _SPACE:
            end -= 1
        if end > start:
            spans.append((start, end))

    for match in _END.finditer(text):
        stop = match.end()
        if match.group() != "\n":
            after = stop
            # Bounded: longer runs of blanks are no running text, and an unbounded look would be quadratic.
            while after < len(text) and after - stop < 8 and text[after] in " \t\u00a0":
                after += 1
            if after < len(text) and text[after] != "\n" and _goes_on(text, stop, after):
                continue
        close(stop)
        begin = stop
    close(len(text))
    return spans
