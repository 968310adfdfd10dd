"""The labels that live pages put on posts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post

_LABELS = (
    "Breaking", "Breaking news", "Analysis", "Update", "Updated", "Exclusive", "Explainer", "Explained", "Eyewitness", "Opinion", "Comment",
    "Live", "Recap", "Summary", "Watch", "Watch live", "Listen", "Video", "Audio", "In pictures", "In video", "At the scene", "On the ground",
    "Key moment", "Key moments", "Key point", "Key points", "Key event", "Key update", "Fact check", "Reality check", "BBC Verify", "Verify",
    "Verified", "Profile", "Background", "Context", "Timeline", "Q&A", "Your questions", "Your questions answered", "Get involved", "Just in",
    "Developing", "Urgent", "Alert", "Newsflash", "Flash", "Latest", "Correction", "Clarification", "Markets", "Reaction", "Statement", "Interview",
    "First thoughts", "Snap analysis", "Instant analysis", "Highlights", "Goal", "Full-time", "Half-time", "Kick-off", "Closing post", "Opening post",
    "Essentiel", "L’essentiel", "Eilmeldung", "Analyse", "Última hora", "Análisis",
)  # fmt: skip
_KNOWN = {label.casefold() for label in _LABELS}
_GLUED = late_pattern(r"(?:Breaking(?: news)?|Analysis|Exclusive|Explainer|Eyewitness)(?=[A-Z‘“'\"])")
_BEFORE_HEADLINE = late_pattern(
    r"(?:[\u25a0-\u27bf\ufe0f\U0001f300-\U0001faff]\s*){0,4}"
    r"(?:(?P<update>UPDATE) \d{1,2}\s?-\s?"
    r"|(?P<open>[\[(])?(?P<label>breaking(?: news)?|live(?: updates?)?|updates?|updated|just in|developing(?: story)?|urgent|newsflash)"
    r"(?(open)[\])]\s*[:|–—-]?\s*|(?:\s?[:|]\s*|(?P<dash>\s*[–—]\s*|\s-\s*|-\s+))))(?=\S)",
    re.IGNORECASE,
)
_SAME = {
    "breaking news": "breaking", "live update": "live", "live updates": "live", "updates": "update", "updated": "update", "developing story": "developing",
}  # fmt: skip
"""Labels in other words, by which a page may say one thing over a headline and in it."""
_OF_NEWS = {
    "breaking", "breaking news", "exclusive", "analysis", "opinion", "explainer", "fact check", "live updates",
}  # fmt: skip
"""Labels that tell of what kind news is where they stand among categories or as a section; the others may be subjects there."""
_SHORT = late_pattern(r"[A-Z][\w-]{2,14}(?: [a-z][\w-]{2,12})?")


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


def _gist(label: str) -> str:
    plain = label.strip(" :").casefold()
    return _SAME.get(plain, plain)


def with_label_apart(post: Post) -> Post:
    """The post without a label that stands before its headline ("BREAKING: Minister resigns"), which is its label then.

    Other labels ("Watch: ...", "Analysis: ...") are read as part of it, as their pages mean them. A dash may be part of a sentence: behind it the headline begins, with a capital, a number or a quotation mark.
    """
    found = _BEFORE_HEADLINE.match(post.headline or "")
    if found is None or post.headline is None:
        return post
    label, headline = found["label"] or found["update"], post.headline[found.end() :]
    if (found["dash"] and headline[0].islower()) or (post.label and _gist(post.label) != _gist(label)):
        return post
    return replace(post, label=post.label or label, headline=headline)


def label_among(categories: Iterable[str]) -> str | None:
    """The label among the categories of an entry or an article; "Breaking" before others."""
    labels = [label for category in categories if (label := category.strip(" :")).casefold() in _OF_NEWS]
    return next((label for label in labels if label.casefold().startswith("breaking")), next(iter(labels), None))
