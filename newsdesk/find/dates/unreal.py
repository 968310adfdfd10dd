"""Whether a sentence tells of a day that nobody waits for: one in a film, one of years ago, one that came to nothing. Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.change_words import BUT_PUTS_OFF, MOVES, NOW_DOES
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_TOLD_IN: Final = r"(?:films?|movies?|novels?|books?|stor(?:y|ies)|comedy|thriller|drama|play|musical|opera|sitcom|soap|fable|dream|screenplay)"
_OUT: Final = (
    r"(?:who|whose|which|that|out|due|opens?|opening|airs?|airing|shown|show|screened|screens|published|released|release|broadcast|premieres?|premiering|staged|"
    r"performed|launched|is|are|was|were|says?|said|writes?|wrote|argues?|predicts?|reveals?)"
)
_IN_FICTION: Final = late_pattern(
    rf"\W*In (?:the|this|that|an?|his|her|their|its)(?: [\w’'-]+){{0,3}}? {_TOLD_IN}(?:,|(?= (?:the|an?|his|her|their|[A-Z])))"
    rf"(?:(?!\b{_OUT}\b)[^.;:“”])*$"
)
"""Before the day of what is told in a film; when the film itself is to be seen is another thing."""
_OWN_MATTERS: Final = late_pattern(
    r"\W*(?:Our (?:next |new |weekly |daily |latest )?(?:podcasts?|newsletters?|app|website|column|magazine|live (?:blog|page|coverage)|coverage)\b|(?:The |Our )?[Nn]ext (?:edition|issue) of (?:this|our)\b"
    r"|(?:Download (?:our|the) app|Subscribe|Sign up (?:to|for) our|Email us|Send us|Follow (?:us|our)|Listen to our|Have your say)\b)"
)
"""Before a day in what a publisher says of its own things, or asks of its readers: no event of the story."""
_YEARS_AGO: Final = late_pattern(
    r"(?i)\W*(?:(?:more|less) than |almost |nearly |about |just |exactly )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several) (?:years?|decades?) ago\b"
    r"(?:(?!\b(?:will|is|are|now|today(?! the|,))\b)[^.;:“”])*\b(?:would|was to|were to|(?:was|were) (?:due|set|expected|scheduled) to)\b[^.;:“”]*$"
)
"""Before the day of a plan that was made so long ago."""
_A_YEAR: Final = late_pattern(r"\b(?:19|20)\d\d\b")
_HOPED: Final = late_pattern(
    r"(?i)\b(?:was|were|had been|once|been) (?:(?:due|set|scheduled|expected|supposed|meant|planned|booked|listed|billed|slated|pencilled in) )?(?:to|for)\b[^;:]{0,90}$"
)
_WAS_ON: Final = late_pattern(r"\b(?:was|were)(?: to be)?(?: held)? on(?: the)? $")
_BUT_HAS_MOVED: Final = late_pattern(
    rf"(?i),? but (?:(?:has|have) (?:now |since )?been|was|were|will(?: now)? be) (?:\w+ly )?(?:{MOVES})\b"
)
"""Around the day of what was to be then: "was on 1 December but has been moved"."""
_NEVER: Final = late_pattern(
    r"(?i)[;,]? (?:but |and )?(?:it|they|this|that|he|she)(?: now)? (?:never will|will never(?! again)|won['’]t(?: now)?(?=[.,;])|will not(?: now)?(?=[.,;])|never (?:did|was|were|happened|came))\b"
    r"|,? (?:is|are|was|were) no longer (?:on (?:the|its|his|her|their) (?:agenda|calendar|programme|schedule|list|cards|table|order paper)|planned|scheduled|going (?:ahead|to)|taking place|happening|possible|needed)\b"
)
"""After the day that something was to be on."""
_NOW_DOES: Final = late_pattern(
    rf"(?i)[;,]? (?:but |and )?(?:it |they )?(?:{NOW_DOES}|now (?:comes?|goes)\b)(?! (?:only|also|again)\b)"
)
"""After the day that something was to be on: it "now meets on" another one."""
_FAILED: Final = late_pattern(
    r"(?i),? but (?:(?:the|an?|his|her|its|their|both|no|one|two|three) (?:[\w’'-]+ ){1,4}?|(?:(?-i:[A-Z])[\w’'-]+ ){1,2}|(?:he|she|it|they) )?"
    r"(?:fell|broke|died|failed|refused|withdrew|walked out|quit|resigned|ran out|collapsed|caught|lost|intervened|objected|stepped in|ruled it out|pulled (?:out|the plug)|got (?:ill|injured|stuck|lost)|missed)\b"
    r"|,? but [^.;:“”]{3,80}?\b(?:and|so) (?:it|they|he|she) (?:will|is to|are to)(?: now)? (?:be )?[a-z]+ (?:(?:an?|one|two|three|four|five|several|a few) (?:days?|weeks?|months?) (?:later|earlier)|later)\b"
)
"""After the day that something was to be on: why it will not."""
BUT_PUT_OFF: Final = late_pattern(rf"(?i){BUT_PUTS_OFF} ")
"""After the day that something was to be on, where it will be on another day: it still lay ahead."""
_EARLIER_THAN: Final = late_pattern(
    r"\b(?:days?|weeks?|months?|fortnight|years?) (?:before|ahead of|earlier than) (?:the|its|their|an?) (?:[\w-]+ )?(?P<noun>[a-z]{4,}) (?:once |first |originally )?(?:planned|scheduled|due|set|announced|expected) (?:for|on)(?: the)? $"
)
"""Before the later day that was planned for what has come earlier: "reopened on Friday, a week before the opening planned for"."""
_SOMEBODY_WAS_TO: Final = late_pattern(
    r"(?i)\b(?:who|which|that) (?:was|were) (?:(?:due|set|scheduled|expected|supposed|meant) )?to (?:be )?(?P<does>[a-z]+)\b[^,;:()]*$"
)
_ANOTHER_TIME: Final = late_pattern(
    r"(?i),? (?:(?:will|is to|are to|is going to|are going to) (?:now |instead )?(?:be )?(?P<then>[a-z]+) (?:there |(?:to|in|at) (?:the )?(?-i:[A-Z])[\w’'-]+ )?"
    r"(?:(?:only )?(?:later\b(?! (?:on )?(?:that|the same) day)|another (?:time|day)\b|next (?:week|month|year)\b)|(?:on|at) (?:a later|another) (?:day|date|time)\b|(?:on|until) (?:the )?(?:(?-i:[A-Z])|\d))"
    r"|(?:(?:will|is to|are to|is going to|are going to) (?:now )?not|won['’]t)(?: now)?(?: be)?(?: (?P<never>[a-z]+))?"
    r"|(?:has|have) (?:fallen ill|cancelled|pulled out|withdrawn)\b|(?:is|are|was|were|has|have) (?!to\b)[^.;:,]{2,40} (?:and|so) (?:(?:he|she|it|they) )?(?:will not|won['’]t|cannot|can['’]t)\b)"
)
"""Around the day on which somebody was to do something: who "will come later", "will come on Sunday" or not at all."""
_COMES: Final = word_set("come comes do be happen")
_COMES_NOT: Final = _COMES | word_set("go attend appear travel arrive take make turn join there able now")
"""Verbs that stand for whatever somebody was to do; who "will speak on Sunday" may still arrive on Saturday."""
_STILL_NOT: Final = late_pattern(
    r"(?i),? (?:(?:and|but) (?:it |they |he |she )?)?(?:(?:has|have) (?:still |also )?not (?:yet )?|(?:has|have) (?:still )?yet to |(?:still )?(?:hasn|haven)['’]t (?:yet )?)(?:arriv|c[ao]me\b|appear|return|turn|dock|land|reach|show|been (?:seen|found|heard|delivered)\b)"
)
_IT_WAS_DUE: Final = late_pattern(
    r"(?i)\b(?:was|were|been) (?:due|expected|scheduled|awaited)(?: (?:back|in|here|there|home))?(?: (?:on|at|by|in))?(?: the)? $"
)
"""Around a day that is over: what was expected on it "has still not arrived"."""
_IN_A_YEAR: Final = late_pattern(
    r"\W*In (?:19|20)\d\d,? (?:(?!\b(?:will|would|is|are|now|today)\b)[^.;:])*?\b(?:took|lasted|dragged on|went on|ran|continued)(?: on)? (?:until|till|to)(?: the)? $"
)
"""Before the day until which something lasted in a year that is over."""
_A_BIRTHDAY: Final = late_pattern(
    r"\bwhose (?:[a-z-]+ )?(?:son|daughter|child|baby|mother|father|wife|husband|brother|sister|twins?|grand[a-z]+|girl|boy|partner|nephew|niece|dog|cat) (?:turns?|will turn|is|will be) (?:[a-z]+|\d{1,3})(?: years old)?(?: on)?(?: the)? $"
)
"""Before the day on which a relative of somebody who speaks is a year older."""
_HOLDS_UNTIL: Final = late_pattern(
    r"(?i)\b(?:if|should|whether|unless|provided|assuming)\b[^.;:,“”]{3,60}\b(?:holds?|lasts?|survives?|endures?) (?:until|till|to|through)(?: the)? $"
)
"""Before the day up to which something must last on which another thing depends."""
_NOT_ON_THE_CARDS: Final = late_pattern(
    r"(?i),? (?:is|are) [“\"‘']?not (?:on the (?:table|agenda|cards|calendar)|planned|scheduled|foreseen|envisaged|happening|going to happen|in the works|an option|possible)\b(?! (?:to|until|till|before)\b)"
)
"""After the day of what will not be."""
_FORMER_ONE: Final = late_pattern(
    r"\b(?:(?:[Ll]ast (?:year|season|spring|summer|autumn|winter)['’]s|(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:last|previous|(?:19|20)\d\d)) (?:[\w’'-]+ ){1,4}?|(?:[Tt]he|[Tt]hat|[Ii]ts) (?:[\w-]+ ){1,3}?(?:in|of) (?:19|20)\d\d )(?:was|were|fell|came)(?: held| played| delivered| staged)? on(?: the)? $"
    r"|\A\W*In (?:19|20)\d\d,? (?:the|that|its|their|his|her) (?:[\w-]+ ){1,4}?(?:was|were|fell|came)(?: held| played| delivered| staged)? on(?: the)? $"
)
"""Before the day of one that is over: "last year's budget was on 26 November"."""
_NOTHING_BEFORE: Final = late_pattern(
    r"(?i)\b(?:nothing|nobody|no[ -]one|none|neither|no (?:[a-z]+ ){1,2})\b[^.;:,“”]{0,60}\bbefore(?: the)? $"
)
"""Before the day up to which nothing at all will be: that nothing is planned for it."""
_HEARTFELT: Final = late_pattern(
    r"(?i)\b(?:my|our|their|his|her|your|whose|all) (?:deepest |heartfelt |sincere |first )?(?:hearts?|thoughts?|prayers?|sympath(?:y|ies)|condolences?|love)(?: and (?:our |my )?(?:thoughts|prayers|hearts))? (?:go(?:es)?|are|is|reach(?:es)?) (?:(?!\b(?:that|whose|which|where|when|will)\b)[^.;:“”]){0,90}$"
)
"""Before the day on which somebody feels for others; not before that of their dead: "with the Lunds, whose funeral is on Friday"."""
_MARK: Final = late_pattern(r"[.;:“”]")
_REST: Final = 80
"""Characters behind a day up to the end of its sentence."""
_NOW_ANOTHER: Final = late_pattern(
    r"\s*(?:(?:But|Instead|Now),? )?(?:[Hh]e|[Ss]he) (?:will now|(?:is|are) now (?:due|set|expected|scheduled) to) (?!(?:also|not|have|only|stay)\b)[^.;:“”\n]{2,60}?"
    r"\b(?:[A-Z][a-z]+day|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}|tomorrow|next (?:week|month)|later)\b"
)
"""What the next sentence begins with where the day has been replaced: "was to fly on Saturday. He will now go on Monday"."""
_STAYS_IN_FORCE: Final = late_pattern(
    r",? (?:(?:still )?remains?|stays?|continues?|is still|are still) in (?:force|place|effect)\b"
)
_REACH: Final = 200
"""Characters before a day that are looked at."""


def is_unreal(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether the sentence `begin`..`stop` tells that nothing is to be expected on the day at `start`..`end`."""
    before = text[max(begin, start - _REACH) : start]
    if (
        _OWN_MATTERS.match(before)
        or _IN_FICTION.match(before)
        or (_YEARS_AGO.match(before) and not _A_YEAR.search(text, start, end))
    ):
        return True
    if _HOLDS_UNTIL.search(before) or _NOT_ON_THE_CARDS.match(text, end, stop):
        return True
    if not _A_YEAR.search(text, start, end) and _FORMER_ONE.search(before):
        return True
    if _HEARTFELT.search(before) or (_NOTHING_BEFORE.search(before) and text[end : end + 2] not in {"'s", "’s"}):
        return True
    if _IN_A_YEAR.match(before) or _A_BIRTHDAY.search(before):
        return True
    was_to = _SOMEBODY_WAS_TO.search(before)
    if was_to and (instead := _ANOTHER_TIME.match(text, end, stop)) and _does_the_same(was_to["does"], instead):
        return True
    if _WAS_ON.search(before) and _BUT_HAS_MOVED.match(text, end, stop):
        return True
    hoped = _HOPED.search(before)
    if hoped and any(each.match(text, end, stop) for each in (_NEVER, _FAILED, _NOW_DOES, BUT_PUT_OFF)):
        return True
    if hoped and stop - end < _REST and not _MARK.search(text, end, stop - 1) and _NOW_ANOTHER.match(text, stop):
        return True
    earlier = _EARLIER_THAN.search(before)
    return earlier is not None and _has_come(earlier["noun"], before[: earlier.start()])


def _does_the_same(does: str, instead: re.Match[str]) -> bool:
    """Whether what somebody will do another time, or not do, is what was to be, and nothing else ("will not be named")."""
    then, never = instead["then"], instead["never"]
    if then is not None:
        return then in _COMES or then == does
    return never is None or never in _COMES_NOT or never == does


def stays_in_force(text: str, end: int, stop: int) -> bool:
    """Whether the clause goes on to say that what has hours ending at `end` is so already: "from 8pm to 5am, remains in force"."""
    return _STAYS_IN_FORCE.match(text, end, stop) is not None


def is_overdue(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether what was expected on the day at `start`..`end` has not come yet, so that the day is over."""
    return (
        _STILL_NOT.match(text, end, stop) is not None
        and _IT_WAS_DUE.search(text, max(begin, start - 60), start) is not None
    )


def _has_come(noun: str, before: str) -> bool:
    """Whether a verb with the stem of the noun tells what has come: "reopened" of "opening"."""
    stem = noun.removesuffix("ing").removesuffix("al").removesuffix("ure")[:6]
    return any(stem in word and word != noun for word in re.findall(r"[a-z]+", before))
