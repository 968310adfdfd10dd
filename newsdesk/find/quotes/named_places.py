"""Which names the words before them tell to be those of places: "signed in Novi Brod", "flew to Novi Brod"."""

from __future__ import annotations

from newsdesk.late_pattern import late_pattern

_BACK = 90
"""Characters before a name that are looked at."""
_OTHERS = r"(?:[A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]+){0,2}(?:,? and |, )){0,2}\Z"
"""Other names between the word that tells a place and the name: "in Leith, Oban and Novi Brod"."""
_WHERE = late_pattern(
    rf"\b(?P<before>[\w\u2019'-]*)[^\w\u2019'-]{{0,2}}\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross) {_OTHERS}"
)
"""Words before a place; `before` is the one before these."""
_THERE = late_pattern(
    r"\b(?:fl(?:y|ies|ying|ew|own)|travel(?:s|led|ed|ling|ing)?|driv(?:es?|en|ing)|drove|sail(?:s|ed|ing)?|march(?:es|ed|ing)?|fle(?:es?|d|eing)|head(?:s|ed|ing)"
    r"|road|route|trips?|flights?|trains?|bus|journey|miles|km|kilomet(?:er|re)s"
    r"|(?:[Ii]|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|(?!(?:[Ll]ett|[Oo]rd|[Oo]ff|[Aa]nsw|[Pp]ap|[Ff]low)ers)[A-Za-z]{2,}(?:ers|ors|ees|men|people|troops|families)) (?:[a-z]+ )?(?:go|goes|gone|went|comes?|came|return(?:ed|s)?|moved?|arrived?|was back|were back))"
    rf" (?:to|from|for) {_OTHERS}"
)
"""Words of travel, where "to" and "from" tell a place. Not "the prize went to Ann Lee", "a letter came from Ann Lee"."""
_OF_PEOPLE = late_pattern(
    r"(?:trust|faith|belie\w{0,5}|confiden\w{2}|interest\w{0,3}|hopes?|pride|delight\w{0,3}|revel\w{0,3}|disappoint\w{3,4}|found|saw|sees|invest\w{0,4}|confid\w{2,3}"
    r"|rall\w{3,4}|party|campaign|life|lives|like|doubts?|love|loss|end|friend|ally|sat|sit|sits|sitting|stood|stands|standing|seated|gathered|crowded)\Z"
)
"""Words after which somebody stands as well: "trust in Ann Lee", "stood near Ann Lee"."""


def follows_place_word(text: str, start: int) -> bool:
    """Whether what stands before a name tells that it is a place's, as it hardly does of a person's."""
    low = max(0, start - _BACK)
    found = _WHERE.search(text, low, start)
    if found is not None:
        return _OF_PEOPLE.match(found["before"].lower()) is None
    return _THERE.search(text, low, start) is not None
