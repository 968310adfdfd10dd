"""When two wordings are of one quotation: what differs is how it is written down, never one word for another. Pure.

Two reporters who note one sentence spell, shorten and contract it each in their own way, and drop a word or two. Where one
has "alive" and the other "dead", or "Monday" and "Tuesday", they tell of two things, however alike the rest is.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from newsdesk.late_pattern import late_pattern
from newsdesk.story.folding import folded

ALIKE = 0.8
"""Share of the words, in order, that two wordings of one quotation have in common."""
_WORD = late_pattern(r"\w+")
_CONTRACTIONS = (
    (late_pattern(r"\bwon't\b"), "will not"),
    (late_pattern(r"\bshan't\b"), "shall not"),
    (late_pattern(r"\b(?:can't|cannot)\b"), "can not"),
    (late_pattern(r"n't\b"), " not"),
    (late_pattern(r"'ll\b"), " will"),
    (late_pattern(r"'re\b"), " are"),
    (late_pattern(r"'ve\b"), " have"),
    (late_pattern(r"\bi'm\b"), "i am"),
    (late_pattern(r"\blet's\b"), "let us"),
    (late_pattern(r"\b(it|he|she|that|there|what|who|here)'s\b"), r"\1 is"),
    (late_pattern(r"\b(i|we|you|he|she|they|it)'d\b"), r"\1 would"),
    (late_pattern(r"'s\b"), " s"),
    (late_pattern(r"\bper cent\b|%"), " percent"),
)
_SPELLINGS = (
    (late_pattern(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)\Z)"), "iz"),
    (late_pattern(r"(?<=\w{2})ys(?=(?:e|ed|es|ing)\Z)"), "yz"),
    (late_pattern(r"(?<=\w{3})our"), "or"),
    (late_pattern(r"(?<=\w[bt])re(?=s?\Z)"), "er"),
    (late_pattern(r"([aeiou]\w*[^\Waeiou_][aeiou])ll(?=(?:ed|ing|er|ers)\Z)"), r"\1l"),
    (late_pattern(r"(?<=gram)me(?=s?\Z)"), ""),
    (late_pattern(r"(?<=\w{2})ence\Z"), "ense"),
)
"""British and American ways to write the same ending; what comes out is only compared."""
_LONGEST_WORD = 40
"""Letters; a longer run of them is no word that is spelled in two ways."""
_WRITTEN = {
    word: one
    for one, *others in (
        ("ok", "okay"), ("while", "whilst"), ("among", "amongst"), ("gray", "grey"), ("learned", "learnt"),
        ("burned", "burnt"), ("spelled", "spelt"), ("judgment", "judgement"), ("aging", "ageing"), ("practice", "practise"),
        ("dialog", "dialogue"), ("catalog", "catalogue"), ("plow", "plough"), ("toward", "towards"), ("kyiv", "kiev"),
        ("are", "am", "is"), ("was", "were"),
    )
    for word in others
}  # fmt: skip
_IN_WORDS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty"""
_NUMBERS = {word: str(number) for number, word in enumerate(_IN_WORDS.split(), start=2)}
"""Not "one", which is a pronoun as well."""
_PLURALS = {"men": "man", "women": "woman", "children": "child"}
_NO_PLURALS = frozenset(_WORD.findall("news arms goods means"))
NEGATIONS = frozenset(_WORD.findall("no not never nor none nothing nobody without"))
_LIMITS = frozenset(
    _WORD.findall(
        """all some most half only almost nearly hardly barely scarcely unless until if more less fewer too will would shall
    should can could may might must"""
    )
)
"""Words that, put in or left out, make another statement of the rest."""
_WHOLES = frozenset(_WORD.findall("all every everyone everybody everything always both half"))
_LOOSE = frozenset(
    _WORD.findall(
        """a an the this that these those which who of to in on at for as and but so then are be been being have has had do does
    did s just also very really quite well"""
    )
)
"""Words of grammar and fillers, of which no two are opposites: one reporter notes them, another does not."""


def compared_words(text: str) -> tuple[str, ...]:
    """The words as two wordings are compared: folded, contractions written out, one spelling for each word, no punctuation."""
    text = folded(text)
    if "'" in text or "cannot" in text or "cent" in text or "%" in text:
        for pattern, plain in _CONTRACTIONS:
            text = pattern.sub(plain, text)
    return tuple(map(_spelled, _WORD.findall(text)))


@lru_cache(maxsize=16384)
def _spelled(word: str) -> str:
    word = _NUMBERS.get(word) or _WRITTEN.get(word, word)
    if 4 < len(word) <= _LONGEST_WORD:
        for pattern, plain in _SPELLINGS:
            word = pattern.sub(plain, word)
    return word


def weight(words: Sequence[str]) -> int:
    """How many of the words are more than grammar and fillers."""
    return sum(word not in _LOOSE for word in words)


def turns(words: Sequence[str]) -> list[str]:
    """The words that make another sentence of nearly the same words: negations and figures."""
    return sorted(word for word in words if word in NEGATIONS or any(map(str.isdigit, word)))


def is_piece_of(words: Sequence[str], fuller: Sequence[str]) -> bool:
    """Whether the words stand in the fuller ones as they are; "all of them" is no piece of "not all of them"."""
    joined, whole = f" {' '.join(words)} ", f" {' '.join(fuller)} "
    at = whole.find(joined)
    return at >= 0 and not (words[0] in _WHOLES and whole[:at].rsplit(" ", 1)[-1] in _LIMITS | NEGATIONS)


def is_wording_of(words: Sequence[str], fuller: Sequence[str]) -> bool:
    """Whether the words, both as `compared_words` has them, are the fuller ones but for how they are written and what is left out."""
    if turns(fuller) != turns(words) or _limits(fuller) != _limits(words):
        return False
    matcher = SequenceMatcher(None, fuller, words, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return False
    return all(
        how == "equal" or _is_rest_of(words[low:high], fuller[first:last])
        for how, first, last, low, high in matcher.get_opcodes()
    )


def _limits(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if word in _LIMITS)


def _is_rest_of(words: Sequence[str], fuller: Sequence[str]) -> bool:
    """Whether words stand in the place of the fuller ones, without one that these have not."""
    wanted = [word for word in words if word not in _LOOSE]
    given = [word for word in fuller if word not in _LOOSE]
    if not wanted:
        # "off" is left out where nothing stands for it; where "on" does, it is exchanged.
        return not words or not given
    if "".join(wanted) == "".join(given):
        # "cease-fire", "ceasefire"
        return True
    left = iter(map(_singular, given))
    return all(_singular(word) in left for word in wanted)


def _singular(word: str) -> str:
    """The word without the ending that a plural has, or a verb of the third person."""
    if word in _PLURALS or word in _NO_PLURALS:
        return _PLURALS.get(word, word)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
    # "boxes" and "box", "houses" and "house"
    return word.removesuffix("e") if word.endswith(("se", "xe", "che", "she", "ze")) else word
