"""Whether a sentence tells of a day that nobody waits for: one in a film, one of years ago, one that came to nothing. Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.change_words import BUT_PUTS_OFF

_TOLD_IN: Final = r"(?:films?|movies?|novels?|books?|stor(?:y|ies)|comedy|thriller|drama|play|musical|opera|sitcom|soap|fable|dream|screenplay)"
_OUT: Final = (
    r"(?:who|whose|which|that|out|due|opens?|opening|airs?|airing|shown|show|screened|screens|published|released|release|broadcast|premieres?|premiering|staged|"
    r"performed|launched|is|are|was|were|says?|said|writes?|wrote|argues?|predicts?|reveals?)"
)
_IN_FICTION: Final = re.compile(
    rf"\W*In (?:the|this|that|an?|his|her|their|its)(?: [\w’'-]+){{0,3}}? {_TOLD_IN}(?:,|(?= (?:the|an?|his|her|their|[A-Z])))"
    rf"(?:(?!\b{_OUT}\b)[^.;:“”])*$"
)
"""Before the day of what is told in a film; when the film itself is to be seen is another thing."""
_YEARS_AGO: Final = re.compile(
    r"(?i)\W*(?:(?:more|less) than |almost |nearly |about |just |exactly )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several) (?:years?|decades?) ago\b"
    r"(?:(?!\b(?:will|is|are|now|today(?! the|,))\b)[^.;:“”])*\b(?:would|was to|were to|(?:was|were) (?:due|set|expected|scheduled) to)\b[^.;:“”]*$"
)
"""Before the day of a plan that was made so long ago."""
_A_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_HOPED: Final = re.compile(
    r"(?i)\b(?:was|were|had been|once|been) (?:(?:due|set|scheduled|expected|supposed|meant|planned|booked|listed|billed|slated|pencilled in) )?(?:to|for)\b[^;:]{0,90}$"
)
_NEVER: Final = re.compile(
    r"(?i)[;,]? (?:but |and )?(?:it|they|this|that|he|she)(?: now)? (?:never will|will never(?! again)|won['’]t(?: now)?(?=[.,;])|will not(?: now)?(?=[.,;])|never (?:did|was|were|happened|came))\b"
    r"|,? (?:is|are|was|were) no longer (?:on (?:the|its|his|her|their) (?:agenda|calendar|programme|schedule|list|cards|table|order paper)|planned|scheduled|going (?:ahead|to)|taking place|happening|possible|needed)\b"
)
"""After the day that something was to be on."""
_FAILED: Final = re.compile(
    r"(?i),? but (?:(?:the|an?|his|her|its|their|both|no|one|two|three) (?:[\w’'-]+ ){1,4}?|(?:(?-i:[A-Z])[\w’'-]+ ){1,2}|(?:he|she|it|they) )?"
    r"(?:fell|broke|died|failed|refused|withdrew|walked out|quit|resigned|ran out|collapsed|caught|lost|intervened|objected|stepped in|ruled it out|pulled (?:out|the plug)|got (?:ill|injured|stuck|lost)|missed)\b"
)
"""After the day that something was to be on: why it will not."""
BUT_PUT_OFF: Final = re.compile(rf"(?i){BUT_PUTS_OFF} ")
"""After the day that something was to be on, where it will be on another day: it still lay ahead."""
_EARLIER_THAN: Final = re.compile(
    r"\b(?:days?|weeks?|months?|fortnight|years?) (?:before|ahead of|earlier than) (?:the|its|their|an?) (?:[\w-]+ )?(?P<noun>[a-z]{4,}) (?:once |first |originally )?(?:planned|scheduled|due|set|announced|expected) (?:for|on)(?: the)? $"
)
"""Before the later day that was planned for what has come earlier: "reopened on Friday, a week before the opening planned for"."""
_REACH: Final = 200
"""Characters before a day that are looked at."""


def is_unreal(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether the sentence `begin`..`stop` tells that nothing is to be expected on the day at `start`..`end`."""
    before = text[max(begin, start - _REACH) : start]
    if _IN_FICTION.match(before) or (_YEARS_AGO.match(before) and not _A_YEAR.search(text, start, end)):
        return True
    hoped = _HOPED.search(before)
    if hoped and any(each.match(text, end, stop) for each in (_NEVER, _FAILED, BUT_PUT_OFF)):
        return True
    earlier = _EARLIER_THAN.search(before)
    return earlier is not None and _has_come(earlier["noun"], before[: earlier.start()])


def _has_come(noun: str, before: str) -> bool:
    """Whether a verb with the stem of the noun tells what has come: "reopened" of "opening"."""
    stem = noun.removesuffix("ing").removesuffix("al").removesuffix("ure")[:6]
    return any(stem in word and word != noun for word in re.findall(r"[a-z]+", before))
