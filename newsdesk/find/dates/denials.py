"""Whether a sentence says that what it tells of a day is not true: "reports that the mine will shut on Friday are false". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.late_pattern import late_pattern

_TOLD: Final = r"(?:reports?|claims?|suggestions?|rumou?rs?|speculation|stories|gossip|allegations?|talk|posts|hints?|theor(?:y|ies))"
_UNTRUE: Final = (
    r"(?:false|untrue|not true|unfounded|groundless|baseless|premature|exaggerated|wide of the mark|without foundation|wrong|incorrect|inaccurate|fake|fabricated|invented|made up|nonsense"
    r"|den(?:ied|ying)|dismissed|rejected|debunked|a hoax|an invention)"
)
_BEFORE: Final = late_pattern(
    rf"(?i)\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|debunk(?:s|ed|ing)?|no truth (?:in|to)|no foundation (?:in|for)) (?:the |any |all |\w+ )?(?:{_TOLD}\b|that\b)"
    r"|\b(?:not|n['’]t) (?:true|correct|the case) (?:that\b|to say\b)|\b(?:is|was|be) (?:simply |quite |completely |entirely )?(?:untrue|false|wrong|nonsense|incorrect) (?:that\b|to say\b)"
    rf"|\b(?:false|untrue|fake|unfounded|baseless) (?:{_TOLD}) that\b"
)
"""Before the day."""
_NOBODY_DOES: Final = late_pattern(
    r"(?i)(?:^|, |\b(?:and|but) )\W*(?:nobody|no one|no-one|none of (?:the (?:\w+ ){0,2}\w+|them|us|these|those)) "
    r"(?!knows?\b|expects?\b|doubts?\b|believes?\b|thinks?\b|says?\b|said\b|can (?:say|tell)\b|is (?:sure|certain)\b|was\b|were\b|has\b|had\b)"
    r"(?:(?!\b(?:whether|if|when|that|who|which|until|till|before|unless|except|but|by|how|what|why)\b)[^.;:,“”])*$"
)
"""Before the day on which nobody does what is told: "Nobody walks out tonight"."""
_CLAIM: Final = late_pattern(rf"(?i)\b(?P<told>{_TOLD}) (?:[^.;:,“”]{{2,40}} )?that\b[^.;:“”]*$")
_IS_UNTRUE: Final = late_pattern(
    rf"(?i)[^.;:“”]{{0,80}}?\b(?:is|are|was|were|has been|have been|being|as)(?: all| simply| quite| entirely| completely| totally| also| just| plain)* [“\"]?{_UNTRUE}\b"
)
"""Around the day: a claim, and what is said of it."""
_IN_AN_ASIDE: Final = late_pattern(r", (?:which|who|whose) (?!was\b|were\b)[^,]*$")
_REACH: Final = 200
"""Characters before a day in which a claim begins."""


def is_denied(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether the sentence `begin`..`stop` says that what it tells of the day at `start`..`end` is not true.

    What stands behind a colon or a semicolon may be what is true instead; "Friday's vote" itself is no claim.
    """
    if text.startswith(("'s ", "’s "), end):
        return False
    before = text[max(begin, start - _REACH) : start]
    cut = max(before.rfind(mark) for mark in (";", ":", ", but ", " but ", "“", "—", " – "))
    clause = before[cut + 1 :]
    if _BEFORE.search(clause) or _NOBODY_DOES.search(clause):
        return True
    if _IN_AN_ASIDE.search(clause):
        # "Claims that the trial, which opens on Monday, is political": the day itself is told as a fact.
        return False
    return _CLAIM.search(clause) is not None and _IS_UNTRUE.match(text, end, stop) is not None
