"""Names of people in speech that was written down: capitalised words, with or without a title before them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from newsdesk.late_pattern import late_pattern

WORD = r"[A-Z][\w’'-]{1,30}"
"""Pattern of one capitalised word."""
FULL_NAME = rf"(?:{WORD} (?:(?:de|van|von|der|den|bin|al|el|la) )?){{1,3}}{WORD}"
"""Pattern of a full name, which may begin with a title."""
TITLES = (
    "Mr|Mrs|Ms|Miss|Dr|Doctor|Professor|Prof|Sir|Lord|Lady|Dame|President|Prime Minister|Chancellor|Senator|General|Secretary|Minister|Pope|King"
    "|Queen|Prince|Princess|Ambassador|Mayor|Governor|Colonel|Admiral|Premier|First Minister|Deputy|Justice|Judge|Captain|Commander|Major|Sergeant|Sheriff"
    "|Commissioner|Inspector|Superintendent|Congressman|Congresswoman|Representative|Councillor|Baroness|Baron|Duke|Archbishop|Bishop|Cardinal|Rabbi|Imam|Reverend"
)
_TITLE_WORDS = set(TITLES.replace("|", " ").split())
_RUN = late_pattern(rf"{WORD}(?: (?:de|van|von|der|bin|al) {WORD}| {WORD}){{1,7}}")
_NO_NAMES = {
    "BBC", "News", "Monitoring", "Verify", "World", "Service", "White", "House", "Prime", "Minister", "President",
    "Vice", "United", "States", "Kingdom", "Nations", "European", "Union", "Foreign", "Office", "Secretary", "State",
    "Department", "Red", "Square", "Victory", "Day", "Independence", "Middle", "East", "West", "North", "South",
    "New", "York", "Downing", "Street", "Oval", "Truth", "Social", "Channel", "University", "Coalition", "Monday",
    "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April",
    "June", "July", "August", "September", "October", "November", "December", "Russia", "Russian", "Ukraine",
    "Ukrainian", "Moscow", "Kyiv", "Kiev", "London", "Washington", "America", "American", "Britain", "British",
    "Europe", "China", "Chinese", "The", "This", "That", "There", "Here", "And", "But", "So", "Now", "Well", "Our",
    "My", "His", "Her", "Their", "From", "In", "On", "At", "For", "With", "Let", "Let's", "Good", "Hello", "Welcome",
    "Thanks", "Thank", "You", "We", "I", "He", "She", "They", "It", "If", "What", "Why", "How", "When", "Where",
    "Who", "Yes", "No", "Right",
}  # fmt: skip
"""Capitalised words that are no part of a person's name."""


def person(name: str | None) -> str | None:
    """The name without titles before it; None when what is left is no full name of a person."""
    if name is None:
        return None
    name = re.sub(rf"^(?:(?:{TITLES}|Her|His) )+", "", name)
    name = re.sub(r"(?:'s|’s)$", "", name)
    words = name.split()
    return None if len(words) < 2 or any(word in _NO_NAMES for word in words) else name


def names_in(text: str) -> list[str]:
    """Full names of people in their order: runs of capitalised words without what is no name before them."""
    names = []
    for found in _RUN.finditer(text):
        words = found[0].split()
        while words and (words[0] in _NO_NAMES or words[0] in _TITLE_WORDS):
            words = words[1:]
        if len(words) <= 3 and (name := person(" ".join(words))):
            names.append(name)
    return names


def is_about(text: str, speaker: str) -> bool:
    """Whether the names at the beginning of a sentence can be the speaker's, as speech recognition spells names freely."""
    heard = [word for word in re.findall(WORD, text[:80]) if word not in _NO_NAMES and word not in _TITLE_WORDS]
    own = speaker.split()
    return not heard or any(
        SequenceMatcher(None, word.casefold(), name.casefold()).ratio() > 0.7 for word in heard[:4] for name in own
    )


def is_name_word(word: str) -> bool:
    """Whether a capitalised word may be part of somebody's name."""
    return word not in _NO_NAMES
