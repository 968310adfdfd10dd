"""Words with which news says that a plan is given up, forbidden or struck from a calendar, as parts of patterns (case is ignored).

They are said of much else, too ("dropped its demand", "blocked the road"): the thing that was planned must stand beside them.
"""

from __future__ import annotations

from typing import Final

_THING: Final = (
    r"(?:strikes?|walk-?outs?|stoppages?|(?:industrial|strike) action|march(?:es)?|rall(?:y|ies)|protests?|demonstrations?|parades?|vigils?|sit-ins?|blockades?|boycotts?"
    r"|concerts?|gigs?|festivals?|match(?:es)?|trips?|visits?|tours?|summits?|votes?|ballots?|referendums?|talks|hearings?|debates?|conferences?|meetings?|ceremon(?:y|ies)|launch(?:es)?)"
)
"""What is planned for a day."""
_ENDS: Final = (
    r"(?=[.,;:!?)]|$| (?:on|in|at|to|of|for|by|with|planned|scheduled|due|set|called|that|which|over|after|because|amid|following|next|this|tomorrow|tonight|today|altogether"
    r"|has|have|is|are)\b)"
)
"""Behind such a noun, where it is not the first half of another one: not "the strike threat"."""
_BETWEEN: Final = (
    r"(?:(?!(?:for|from|over|at|in|on|ahead|before|after|during|who|of|to|and|against|with|about|by)\b)[\w’'-]+ )"
)
_OBJECT: Final = rf"(?:(?:an?|the|its|his|her|their|our|all|any|this|that|these|both|\w+day[’']s|tomorrow[’']s|tonight[’']s|today[’']s) |next (?=\w+day[’']s )){_BETWEEN}{{0,4}}?{_THING}{_ENDS}"
_PLANS_FOR: Final = rf"(?:(?:the|its|his|her|their|all|any) )?(?:plans?|proposals?|calls?) (?:for|to hold|to stage) {_BETWEEN}{{0,4}}?{_THING}{_ENDS}"
_NOW: Final = r"(?:now |since |also |reluctantly |quietly )?"
DROPS: Final = (
    rf"(?:ha(?:s|ve) {_NOW}(?:dropped|ditched|axed|binned|shelved|withdrawn|pulled|blocked|halted|banned|outlawed|prohibited|forbidden|vetoed)(?= {_OBJECT})"
    rf"|(?:drop(?:s|ped)|ditch(?:es|ed)|ax(?:es|ed)|bin(?:s|ned)|withdraws?|withdrew|withdrawn)(?= {_PLANS_FOR})"
    rf"|(?:has |have |had )?(?:pull(?:s|ed)|back(?:s|ed)) out(?= of (?:an?|the|his|her|their|its|\w+day[’']s|tomorrow[’']s|next \w+day[’']s) {_BETWEEN}{{0,3}}?(?:trip|visit|tour){_ENDS})"
    rf"|ha(?:s|ve) {_NOW}been vacated)"
)
"""What somebody does to a plan: "has dropped its strike", "dropped plans for a march", "has pulled out of his trip to"; a hearing that is vacated."""
_DAY: Final = r"[^;:,“”]{3,24}?"
IS_DROPPED: Final = rf"(?<= )(?:on|for) {_DAY},? (?:ha(?:s|ve) {_NOW}been|(?:was|were)(?: later| then)) (?:dropped|axed|ditched|binned|vacated|withdrawn|prohibited|forbidden)(?! (?:from|for|by|over|to)\b)"
"""What has become of a thing with its day: "the parade on Sunday has been dropped"."""
_WILL_NOT: Final = r"(?:will not|won['’]t|will no longer|is no longer going to|are no longer going to|is not going to|are not going to)(?: now)?"
_BY_DAY: Final = r"(?=[^.;:“”]{0,60}?(?:\b(?:on [A-Z0-9]|today\b|tomorrow\b|tonight\b|next \w+day\b|this \w+day\b|after all\b)))(?![^.;:“”]{0,80}? (?:until|till|before|unless|but|only|alone)\b)"
NO_LONGER: Final = (
    rf"(?:{_WILL_NOT} (?:travel|fly|go|visit|tour|strike|march|walk out|stop work|come|take effect|come into (?:force|effect)|go into (?:force|effect)|apply|enter into force){_BY_DAY}"
    rf"|(?:is|are) no longer (?:travelling|flying|going|visiting|striking|marching|coming|walking out){_BY_DAY}"
    rf"|there will (?:now )?be no (?={_BETWEEN}{{0,3}}?{_THING}{_ENDS}){_BY_DAY})"
)
"""What somebody was to do on a day and will not: "will no longer travel to", "will not strike on 4 June", "there will be no march"."""
