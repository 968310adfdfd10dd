"""The labels that live pages put on posts."""

from __future__ import annotations

import re

_LABELS = (
    "Breaking", "Breaking news", "Analysis", "Update", "Updated", "Exclusive", "Explainer", "Explained", "Eyewitness", "Opinion", "Comment",
    "Live", "Recap", "Summary", "Watch", "Watch live", "Listen", "Video", "Audio", "In pictures", "In video", "At the scene", "On the ground",
    "Key moment", "Key moments", "Key point", "Key points", "Key event", "Key update", "Fact check", "Reality check", "BBC Verify", "Verify",
    "Verified", "Profile", "Background", "Context", "Timeline", "Q&A", "Your questions", "Your questions answered", "Get involved", "Just in",
    "Developing", "Urgent", "Alert", "Newsflash", "Flash", "Latest", "Correction", "Clarification", "Markets", "Reaction", "Statement", "Interview",
    "First thoughts", "Snap analysis", "Instant analysis", "Highlights", "Goal", "Full-time", "Half-time", "Kick-off", "Closing post", "Opening post",
)  # fmt: skip
_KNOWN = {label.casefold() for label in _LABELS}
_GLUED = re.compile(r"(?:Breaking(?: news)?|Analysis|Exclusive|Explainer|Eyewitness)(?=[A-Z‘“'\"])")
_SHORT = re.compile(r"[A-Z][\w-]{2,14}(?: [a-z][\w-]{2,12})?")


def is_known_label(text: str) -> bool:
    """Whether a line is one of the labels that live pages use."""
    return text.strip(" :").casefold() in _KNOWN


def is_label(text: str) -> bool:
    """Whether a line in a label's place reads like one: it is known, or it is a word or two with one capital letter."""
    return is_known_label(text) or _SHORT.fullmatch(text) is not None


def split_glued_label(headline: str) -> tuple[str | None, str]:
    """Take off a label that is glued to the front of a headline ("BreakingMinister resigns")."""
    found = _GLUED.match(headline)
    return (found[0], headline[found.end() :]) if found else (None, headline)
