"""What a post is about, in its headline's own words that its text takes up. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.naming import is_name
from newsdesk.find.events.words import DATE_WORDS, FILLERS, FUNCTION_WORDS, LIGHT, NUMBERS, ROLES, VERBISH
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_WORD: Final = late_pattern(r"\d+-[a-z]+(?:-[a-z]+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_LABEL: Final = late_pattern(r"(?P<label>[A-Z][\w’'-]*(?: [a-z][\w’'-]*){1,2}): ")
"""As in "Visa applications: deadline looms"."""
_NO_TOPIC: Final = (
    FUNCTION_WORDS
    | VERBISH
    | DATE_WORDS
    | ROLES
    | LIGHT
    | NUMBERS
    | (FILLERS - {"two-day", "three-day"})
    | word_set(
        "live latest update updates breaking watch video analysis explainer people deadline more back home day days week year years cut row rise date denies deny rejects reject backs defies halts draws fails agrees agree bans hits vows fears signs votes vote"
    )
)
_SAYS: Final = r" (?:say|says|said|told|warn|warned|hope|hoped|believe)\b"
_LONGEST: Final = 3
"""Words in a topic."""


@lru_cache(maxsize=4_000)
def topic_of(headline: str, text: str) -> str | None:
    """The telling words of a headline that its text takes up too, at most three in a row; None when there are none.

    Words behind "on" or "over" are what it is about; those who only speak of it are not. No name is among them,
    nor what hangs on one ("Kell death"): whose an event is, `headlined` tells.
    """
    label = _LABEL.match(headline)
    labelled = label["label"].lower().split() if label else []
    if label and VERBISH.union(FUNCTION_WORDS).isdisjoint(labelled) and not all(map(class_of, labelled)):
        return label["label"]
    words = [match.group() for match in _WORD.finditer(headline)]
    if sum(word[0].isupper() for word in words) > max(2, len(words) // 2):
        # In a headline of capitals a name looks like any other word.
        return None
    lowered = text.lower()
    runs: list[tuple[bool, list[str]]] = []
    run: list[str] = []
    about = named = False
    for word in [*words, "."]:
        lower = word.lower()
        named = _is_name(word, headline, text) or (named and lower not in _NO_TOPIC)
        if named or lower in _NO_TOPIC or len(word) < 4 or not _taken_up(lower, lowered):
            if run:
                runs.append((about, run))
                run = []
            about = lower in {"on", "over", "about", "into", "of"} or (about and lower in {"the", "a", "an"})
        else:
            run.append(word)
    if not runs:
        return None
    _, best = max(runs, key=lambda each: (each[0], min(len(each[1]), _LONGEST)))
    return " ".join(best[:_LONGEST])


def _is_name(word: str, headline: str, text: str) -> bool:
    """Whether a word is a name; the first one of a headline, unless its text shows it to be a common one."""
    if not word[0].isupper() or re.search(rf"\b{re.escape(word.lower())}", text):
        return False
    if not headline.startswith(word) or re.match(rf"{re.escape(word)} [A-Z]", headline):
        return True
    # "Storm nears", beside "as Storm Edda nears".
    return is_name(word, [word]) and re.search(rf"\b{re.escape(word)} [A-Z]", text) is None


def _taken_up(word: str, text: str) -> bool:
    stem = re.sub(r"(?:ing|es|s|ed|ers?|e)$", "", word)
    stem = stem if len(stem) >= 4 else word
    if word.endswith("s") and f"{stem}ed" in text:
        # "Judge blocks permit", where the text has "blocked".
        return False
    found = re.search(rf"\b{re.escape(stem)}", text)
    # "Mediators said": they speak of it. A bank may.
    return found is not None and not (word.endswith("s") and re.search(rf"\b{re.escape(word)}{_SAYS}", text))
