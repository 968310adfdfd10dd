"""Text as it is compared: what looks and reads the same is the same."""

from __future__ import annotations

import unicodedata

from newsdesk.late_pattern import late_pattern

_WORD = late_pattern(r"\w+")
_MARKS = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
_TERM = late_pattern(rf"(?<![^\s(\[{_MARKS}])[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]|([^\s{_MARKS}]+)")
"""What stands between two quotation marks, the first of which is no end of a word, or a word; a mark without another says nothing."""
_STRAIGHT = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
    # Cyrillic letters that look like Latin ones: copied pages mix them into English words.
    "\u0430": "a", "\u0435": "e", "\u043e": "o", "\u0440": "p", "\u0441": "c", "\u0445": "x", "\u0443": "y", "\u0456": "i",
}  # fmt: skip


def folded(text: str) -> str:
    """The text as search compares it: NFKC, case folded, quotation marks straightened, look-alike letters joined."""
    if text.isascii():  # much of a story is, and it costs a tenth
        return text.lower().replace("`", "'")
    text = unicodedata.normalize("NFKC", text).casefold()
    # Few of these stand in a text; looking for each takes an eighth of what `translate` takes for every character.
    for character, plain in _STRAIGHT.items():
        if character in text:
            text = text.replace(character, plain)
    return text


def terms_of(words: str) -> tuple[str, ...]:
    """What a person looks for who types this: each word, and what stands in quotation marks as one; not folded."""
    found = ((quoted or word).strip() for quoted, word in _TERM.findall(words))
    return tuple(dict.fromkeys(term for term in found if term))


def sought_words(typed: str) -> str:
    """What is typed, as it is, when there is something to look for in it; empty for quotation marks alone."""
    return typed.strip() if terms_of(typed) else ""


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text without its punctuation and quotation marks, folded."""
    return tuple(_WORD.findall(folded(text)))
