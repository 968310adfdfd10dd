"""Whether a sentence surely tells what stands in it: not asked, denied, claimed, wished for or a condition. Pure, linear."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.dates.denials import is_denied

_OPEN: Final = re.compile(
    r"(?i)\b(?:not|never|no longer|if|whether|unless|could|may|might|hop(?:e|es|ed|ing)|wants?|wanted|ask(?:s|ed)?|demand(?:s|ed)?|urg(?:e|es|ed))\b|n['’]t\b"
)
"""Before what is told, in its sentence."""
_SHOULD: Final = re.compile(r"\W*Should (?=the |an? |it |they |he |she |[A-Z])")
"""At the beginning of a condition without "if"."""
_OF_OTHERS: Final = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)|claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|insist(?:s|ed|ing)?|threaten(?:s|ed|ing)?|suggest(?:s|ed|ions?|ing)?|propos(?:es?|ed|als?|ing)|speculat(?:es?|ed|ion|ing)|fears?|feared"
    r"|(?:call(?:s|ed|ing)?|push(?:es|ed|ing)?|pray(?:s|ed|ing)?|wait(?:s|ed|ing)?) (?:for|to)|no (?:sign|word|proof|evidence|indication)|(?:reports?|stories|talk|news) that|contrary to|once|as soon as|nobody|no one|none)\b[^.;:,“”]{0,100}$"
)
"""Before what is told, in its clause: somebody says or expects it, who may be wrong."""
_UNTRUE: Final = re.compile(
    r"(?i)\b(?:correction(?=:)|falsely|wrongly|mistakenly|erroneously|rumou?r(?:s|ed)?|(?:den(?:y|ies|ied)|dismissed|rejected) (?:it|this|that|the claims?|the reports?)(?=[.,;]|$)"
    r"|(?:fake|hoax|false|bogus|doctored) (?:[\w-]+ )?(?:posts?|e-?mails?|messages?|reports?|accounts?|tweets?|notices?|stor(?:y|ies)|pages?|videos?|letters?|statements?|headlines?))\b"
)
"""Beside what is told: it is not so."""
_ASKED: Final = re.compile(r"[^.!;\n]{0,160}\?")
_NEAR: Final = 160


def surely_told(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether what stands at `start`..`end` of the sentence is told as a fact."""
    begin, stop = max(sentence[0], start - _NEAR), min(sentence[1], end + _NEAR)
    return not (
        _OPEN.search(text, begin, start)
        or _SHOULD.match(text, sentence[0], start)
        or _OF_OTHERS.search(text[begin:start])
        or _UNTRUE.search(text, begin, stop)
        or _ASKED.match(text, end)
        or is_denied(text, sentence[0], start, end, stop)
    )
