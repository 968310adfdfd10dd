"""Whether who drops a plan, pulls out of a trip or will no longer do something is surely somebody else than an event tells of. Pure, linear.

"An aide has pulled out of the trip" leaves the trip as it was, and "the weavers dropped plans for a strike" that of the dockers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsdesk.find.events.stems import stems
from newsdesk.find.events.words import COLLECTIVE, DATE_WORDS, FUNCTION_WORDS, PRONOUNS, ROLES, WORD
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_BY_ITS_DOER: Final = late_pattern(
    r"(?i)(?:(?:ha(?:s|ve|d) )?(?:[a-z]+ly |now |since |also )?(?:dropped|ditched|axed|binned|shelved|withdrawn|pulled|pull(?:s|ed)? out|back(?:s|ed)? out)"
    r"|(?:drops|ditches|axes|bins|withdraws?|withdrew)|(?:will not|won['’]t|will no longer|(?:is|are) (?:no longer|not going)) [a-z ]+)$"
)
"""What only who was to act does; a court or the police ban the strike of others."""
_SAID: Final = late_pattern(r"(?i)\b(?:said|says|say|confirmed|announced|told [^.;:,“”]{2,40}|that),? ")
_PASSIVE: Final = late_pattern(r"(?i)\b(?:been|was|were|be|there)\s*$")
_MAY_SPEAK_FOR_ANY: Final = COLLECTIVE | word_set(
    "unions organiser organisers organizer organizers leader leaders minister ministers host hosts campaigner campaigners activists members management club team promoter promoters staff both sides they"
)
_NEAR: Final = 80
"""Characters before the verb in which it is told who acts."""


def is_by_another(
    text: str, part: tuple[int, int], span: tuple[int, int], titles: Iterable[str], words: frozenset[str] | set[str]
) -> bool:
    """Whether the words before a verb name somebody of whom an event does not tell.

    Args:
        text: with the verb.
        part: what of its sentence speaks of the same thing.
        span: the verb.
        titles: the names of an event.
        words: of the names of people and places in them, in lower case.
    """
    before = text[max(part[0], span[0] - _NEAR) : span[0]]
    if not _BY_ITS_DOER.match(text, *span) or _PASSIVE.search(before):
        return False
    who = [
        word
        for word in WORD.findall(_SAID.split(before)[-1])
        if word.lower() not in FUNCTION_WORDS and word.lower() not in DATE_WORDS and word.lower() not in ROLES
    ]
    told = stems(word for each in titles for word in WORD.findall(each.lower())) | stems(words)
    if not who:
        # "She will no longer travel": whoever was named before; "the president", too.
        return False
    # A union drops its members' strike; who pulls out goes nowhere, and others may go.
    for_any = PRONOUNS if text[span[0] : span[1]].endswith("out") else PRONOUNS | _MAY_SPEAK_FOR_ANY
    names = [word for word in who if word[0].isupper() and word.lower() not in for_any]
    if names:
        return not stems(word.lower() for word in names) <= told
    lower = {word.lower() for word in who}
    return not (lower & for_any or stems(lower) & told)
