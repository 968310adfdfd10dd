"""Whether a sentence surely tells what stands in it: not asked, denied, claimed, wished for or a condition. Pure, linear."""

from __future__ import annotations

from typing import Final

from newsdesk.find.dates.denials import is_denied
from newsdesk.late_pattern import late_pattern

_OPEN: Final = late_pattern(
    r"(?i)\b(?:not|never|no longer|if|whether|unless|could|may|might|hop(?:e|es|ed|ing)|wants?|wanted|ask(?:s|ed)?|demand(?:s|ed)?|urg(?:e|es|ed))\b|n['’]t\b"
)
"""Before what is told, in its sentence."""
_WITHOUT_IF: Final = late_pattern(r"\W*(?:Should|Had|Were) (?=the |an? |it |they |he |she |[A-Z])")
"""At the beginning of a condition without "if"."""
_OF_OTHERS: Final = late_pattern(
    r"(?i)\b(?:(?:den(?:y|ies|ied|ying)|claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|insist(?:s|ed|ing)?|threaten(?:s|ed|ing)?|suggest(?:s|ed|ing)?|propos(?:es?|ed|ing)|speculat(?:es?|ed|ing)|fear(?:s|ed)?|hop(?:e|es|ed|ing)"
    r"|suggestions?|speculation|rumou?rs?|reports?(?! to\b(?! the effect))|stories|talk)(?= (?:that|to|the|an?|its|his|her|their|it|he|she|they|spread|grew|(?-i:[A-Z][\w-]+))\b)"
    r"|calls? to|call(?:s|ed|ing)? for(?= [^.;:,“”]{3,60} to (?:be|take|go|stay|return|start|begin)\b)|wait(?:s|ed|ing)? to (?:hear|see|learn)"
    r"|no (?:sign|word|proof|evidence|indication)|contrary to|once(?!-| again\b| more\b)|as soon as|nobody|no one|none)"
    r"\b(?:(?!\b(?:and|but|led|leads|leading|prompt\w*|forc(?:es?|ed)|so)\b)[^.;:,“”]){0,100}$"
)
"""Before what is told, in its clause: somebody says or expects it, who may be wrong."""
_UNTRUE: Final = late_pattern(
    r"(?i)\b(?:correction(?=:)|falsely|wrongly|mistakenly|erroneously|(?:den(?:y|ies|ied)|dismissed|rejected) (?:it|this|that|the claims?|the reports?)(?=[.,;]|$)"
    r"|(?:fake|hoax|false|bogus|doctored) (?:[\w-]+ )?(?:posts?|e-?mails?|messages?|reports?|accounts?|tweets?|notices?|stor(?:y|ies)|pages?|videos?|letters?|statements?|headlines?))\b"
)
"""Beside what is told: it is not so."""
_ASIDE: Final = late_pattern(r", (?:which|who|whose) [^,.;:]{1,100},")
_ASKED: Final = late_pattern(r"[^.!;\n]{0,160}\?")
_NEAR: Final = 160


def surely_told(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether what stands at `start`..`end` of the sentence is told as a fact."""
    before = _ASIDE.sub(" ", text[max(sentence[0], start - _NEAR) : start])
    return not (_OPEN.search(before) or _ASKED.match(text, end) or is_hearsay(text, sentence, start, end))


def is_hearsay(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether it is only claimed, feared or a condition there, or reported as false."""
    begin, stop = max(sentence[0], start - _NEAR), min(sentence[1], end + _NEAR)
    return bool(
        _WITHOUT_IF.match(text, sentence[0], start)
        or _OF_OTHERS.search(text[begin:start])
        or _UNTRUE.search(text, begin, stop)
        or is_denied(text, sentence[0], start, end, stop)
    )
