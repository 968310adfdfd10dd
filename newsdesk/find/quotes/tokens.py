"""Cuts news prose into words with their places."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from newsdesk.late_pattern import late_pattern

TOKEN = late_pattern(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Rev|St|Jr|Sr|Prof|Capt|Maj|Adm|Hon|Del)\.|(?:[A-Z]\.){1,4}(?![\w])|No\.? 1[01](?:[\u2019']s)?\b"
    r"|[^\W_][\w]{0,60}(?:(?:[\u2019'\-&]|\.(?=[^\W\d_]{2}))[^\W_]\w{0,60}){0,6}(?:(?<=s)[\u2019'](?=[ \u00a0][^\W\d_]))?"
)
YEAR = late_pattern(r"(?:19|20)\d\d")
_PERIOD = late_pattern(r"[\u2019']s?\Z")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words with their places, as parallel tuples."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def before(self, offset: int) -> int:
        """Index of the last token that ends at or before the offset; -1 when there is none."""
        index = bisect_left(self.starts, offset)
        while index and self.ends[index - 1] > offset:
            index -= 1
        return index - 1

    def after(self, offset: int) -> int:
        """Index of the first token that starts at or after the offset."""
        return bisect_left(self.starts, offset)


def tokenise(text: str) -> Tokens:
    """The words of a text; "Lee's" is one word, "Mr." keeps its full stop."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in TOKEN.finditer(text):
        words.append(found.group())
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(words, [_lowered(word) for word in words], starts, ends)


def _lowered(word: str) -> str:
    """A word in lower case with straight apostrophes; "WHO" and "IT" stay, since they are no pronouns."""
    if word[:3] == "WHO" or word == "IT":
        return word
    return word.lower().replace("\u2019", "'")


def cut(word: str) -> tuple[str, int]:
    """A word without its possessive ending, and the ending's length."""
    found = _PERIOD.search(word)
    if found is None:
        return word, 0
    return word[: found.start()], len(word) - found.start()


def fold_head(lower: str) -> str:
    """A lower-case word without its possessive ending."""
    return cut(lower)[0]
