"""The verbs with which news calls something off or moves it to another day, as parts of patterns (case is ignored)."""

from __future__ import annotations

from typing import Final

from newsdesk.late_pattern import late_pattern

CALLS_OFF: Final = (
    r"(?:call(?:s|ed|ing)?(?: [\w’'-]+){0,3}? off(?!-)|cancel(?:s|led|ed|ling|ing)?|scrap(?:s|ped|ping)?|scrub(?:s|bed|bing)?"
    r"|abandon(?:s|ed|ing)?|abort(?:s|ed|ing)?)"
)
PUTS_OFF: Final = (
    r"(?:postpon(?:e[sd]?|ing)|reschedul(?:e[sd]?|ing)|adjourn(?:s|ed|ing)?|shelv(?:e[sd]?|ing)|delay(?:ed|ing|s?(?! (?:of|in|to|at|on|for|from)\b))|defer(?:s|red|ring)?"
    r"|put(?:s|ting)?(?: [\w’'-]+){0,3}? (?:back|off)|push(?:es|ed|ing)?(?: [\w’'-]+){0,3}? back(?! (?:against|at|hard|over|strongly|on (?:an?|the|its|his|her|their|this|that))\b)|(?:br(?:ought|ings?|inging)|pull(?:s|ed|ing)?)(?: [\w’'-]+){0,3}? forward)"
)
"""To another day, or to none yet."""
WHAT_IS_PUT_OFF: Final = (
    r"(?:it|them|this|(?:his|her|its|their|the)(?: [\w’'-]+){0,2}? (?:trips?|visits?|journey|tour|travels?|flight|departure|arrival|return|move|start|launch|opening|plans?"
    r"|appearance|event|meeting|talks|vote|decision|concert|show|performance|speech|address|match|game|race|session|hearing|wedding))"
)
"""What stands for the very thing that was to be."""
BUT_PUTS_OFF: Final = (
    rf",? but (?:(?:has|have|had|then|later|now|since) ){{0,2}}(?i:{PUTS_OFF})"
    rf"(?: {WHAT_IS_PUT_OFF})?"
    r" (?:until|till|to)"
)
"""Behind the day that something was to be on, up to the day on which it will be: ", but put off his trip until"."""
SUSPENDS: Final = (
    r"suspend(?:s|ed|ing)?(?= (?:on \w+day )?(?:(?:an?|the|its|his|her|their|all|this|both) )?(?:(?!(?:for|from|over|at|in|on|ahead|before|after|during|who)\b)[\w’'-]+ ){0,3}?(?:strikes?|walk-?outs?|stoppages?|action|talks|negotiations"
    r"|votes?|ballot|marche?s?|rall(?:y|ies)|protests?|launch|election|match(?:es)?|hearings?|trials?)\b)"
)
OF_WHAT_KIND: Final = late_pattern(
    r"(?i)(?:\b(?:an?|the|these|its|his|her|their|our|of|for|with|about|over|from|by|many|most|several|two|three|four|five|six|recently|newly)|[’']s|s[’'])"
    r" (?P<kind>(?:cancell?|scrapp|scrubb|abandon|abort|postpon|reschedul|adjourn|shelv|delay|deferr|suspend|bann|outlaw)ed) (?=[a-z])(?!(?:an?|the|its|his|her|their|all|both|until|from|for|by)\b)"
)
"""Participles that only tell of what kind something is: "the scrapped tax will be debated", "holders of cancelled tickets"."""
SUSPENDED: Final = rf"(?:ha(?:s|ve) (?:now )?been suspended(?! (?:from|for|without|over)\b)|{SUSPENDS})"
"""Of a thing, not of a person: "the strike on 5 June has been suspended", "has suspended its strike"."""
MOVES: Final = rf"(?:{PUTS_OFF}|mov(?:e[sd]?|ing)|shift(?:s|ed|ing)?|push(?:es|ed|ing)?|switch(?:es|ed|ing)?(?! o(?:ff|n)\b)|chang(?:e[sd]?|ing)|slip(?:s|ped)?|re-?list(?:s|ed|ing)?|re-?arrang(?:e[sd]?|ing))"
"""Verbs that move something where two days follow: "moved from 10 June to 12 June"."""
OWN_PLAN: Final = (
    r"(?:(?:that|which) )?(?:it|they|he|she|we) (?:(?:had|has|have|was|were) )?"
    r"(?:called|announced|planned|planning|intended|declared|promised|threatened)"
)
"""Behind what somebody now moves: "the strike that it had called for Monday"."""
MOVED_OBJECT: Final = (
    rf"(?:{MOVES}|put(?:s|ting)?|br(?:ought|ings?|inging)) (?:an?|the|its|his|her|their) [^.;:,“”]{{2,60}}?"
    r"(?:,? (?:(?:which|that) (?:was|were|is|are|had been) )?(?:planned|scheduled|due|set|expected|slated|booked)(?: for| on)?"
    rf"| {OWN_PLAN} (?:for|on)| on)(?: the)? "
)
"""Up to the old day of what is moved: "postponed the vote on", "moved a concert planned for"."""
IS_OFF: Final = (
    rf"(?:is|are|(?:(?<=day )|{'|'.join(rf'(?<=[0-9] [a-z]{{{n}}} )' for n in range(3, 10))})(?:was|were))(?: now)? off"
)
"""Behind what is called off; behind its day alone where it was: "the strike on 4 June was off", but "the keeper was off"."""
IS_NOW: Final = r"(?:is|are) now (?:(?:due|set|scheduled|planned|fixed|listed|expected|to be held|to take place) )?(?:on|for)(?: the)? "
"""Between a thing, or its old day, and the new one: "the hearing is now on ..."."""
WILL_BE: Final = r"will (?:be|be held|take place|begin|start|open)(?: on)?(?: the)? "
"""The same behind an old day alone: "the hearing, which was due on Monday, will be on ..."."""
EXTENDED: Final = r"extend(?:ed|ing)"
"""To a later end: "extended from Monday to Friday"; what "extends from Monday to Friday" lasts so long."""
EXTENDS_IT: Final = (
    r"(?:extend(?:s|ed|ing)? (?:the|its|their|this|that|his|her) (?:[\w’'-]+ ){0,4}?(?:deadline|ultimatum|cut-off|period|window|truce|ceasefire)(?: (?:for|on) (?:[\w’'-]+ ){0,3}?[\w’'-]+)?"
    r"(?: by [\w-]+ (?:day|week|month)s?)?,? (?:until|till|to)\b(?= (?:the )?(?:\d|(?-i:[A-Z])|today|tomorrow|next|noon|midnight|midday)))"
)
"""Before the new end of what somebody gives more time for: "extended the deadline by a week, to Friday"."""
STRUCK: Final = r"(?:dropped|axed|ditched|binned|stayed|blocked|halted|banned|outlawed|vetoed|quashed|overturned|struck down|thrown out|pulled(?! (?:forward|back|ahead)\b))"
"""What happens to plans that come to nothing; to much else, too, so that it must stand with a plan's day."""
PLAN_STRUCK: Final = (
    r"(?:(?:planned|scheduled|due|set|slated|booked|billed|listed|fixed|pencilled in|timetabled) (?:for|on|to [a-z]+ on)|(?:which|that) (?:was|were) to [a-z]+(?: effect| place| force)?(?: on| in)?) [^;:,]{3,24},?"
    rf" (?:ha(?:s|ve) (?:now |since )?been|(?:was|were)(?: later| then)?) (?:\w+ly )?{STRUCK}(?! (?:until|till)\b)"
)
"""A plan with its day, and what became of it: "planned for Saturday, has been axed"."""
TAKES_PLACE: Final = r"(?:take place|go ahead|be (?:held|played|staged|run))"
"""What anything that is planned does."""
MADE_PUBLIC: Final = (
    r"be (?:published|released|announced|unveiled|delivered|presented|tabled|given|heard|launched|handed down)"
)
"""What is done to what is awaited."""
_ON_ITS_DAY: Final = r"(?: (?!until\b|till\b|before\b)[a-z]+){0,4}? (?:on [A-Z0-9]|today\b|tomorrow\b|tonight\b|this (?:week|morning|afternoon|evening)\b)(?![^.;:,]{0,60}? (?:until|till|before)\b)"
CANNOT: Final = r"(?:will not|won['’]t|cannot|can not|can['’]t|can no longer|will no longer|is not going to|are not going to)(?: now)?"
WILL_NOT_BE: Final = (
    rf"(?:{CANNOT} {MADE_PUBLIC}(?={_ON_ITS_DAY})"
    r"|(?<= )to be (?P<done>[a-z]+)\b[^.;:“”]{0,50}? (?:will not|won['’]t)(?: now)? be(?: (?P=done))?(?=[.,;]|$))"
)
"""Of what is awaited on a day: "will not be published on Friday", "that was to be published today will not be"."""
FORBIDDEN: Final = (
    r"(?:(?:on|of|for) [^;:,]{3,24},? ha(?:s|ve) (?:now |since |also )?been (?:banned|outlawed)(?! (?:until|till|from|for|over|after)\b)"
    r"|ha(?:s|ve) (?:now |since |also )?(?:banned|outlawed)(?= (?:the|a|its|their|all)(?: (?!(?:for|from|over|at|in|on|ahead|before|after|during|who|of)\b)[\w’'-]+){0,4}? (?:march(?:es)?|rall(?:y|ies)|protests?|demonstrations?|parades?|concerts?|match(?:es)?)\b))"
)
"""A gathering that may not take place: "the rally on Sunday has been banned"."""
ENDS: Final = rf"\bha(?:s|ve) (?:now |since |also )?(?:{CALLS_OFF}|suspended|banned|outlawed)"
LEAVES: Final = rf"(?:{ENDS}|\bha(?:s|ve) (?:now |since |also )?{PUTS_OFF})"
"""What has just been done to something that still lay ahead: "the union has called off ..."."""
AFTER_ALL: Final = r"after all\b(?! (?!this\b|as\b)(?:the|of|these|those|its|their|his|her|our|other|\w+s)\b)"
"""Behind what is so although it was not to be: "will go ahead after all", but "after all votes are counted"."""
_SAME_CLAUSE: Final = r"(?:(?!,? (?:and|but|while|whereas|though|that|which|who|the|an?) )[^.;:“”]){0,60}?"
IS_BACK: Final = (
    rf"{_SAME_CLAUSE} (?:(?:is|are) (?:now )?back on(?=[.,;]|$| (?:after|as|again|for|following)\b)"
    rf"|will (?:now |still )?(?:go ahead|take place|be held)\b{_SAME_CLAUSE} {AFTER_ALL})"
    r"|(?: (?:last|this) \w+| on [A-Z][a-z]+day| yesterday| earlier)?,? will (?:now |still )?(?:go ahead|take place|be held|resume|restart|reopen|begin|start)\b"
)
"""Behind a participle of what was called off and is no more: "the march called off last week will go ahead"."""
ONE_BEFORE: Final = late_pattern(r"(?i)(?: off)? (?:the|an?|its|their|his|her) (?:previous|earlier|preceding|prior)\b")
"""Behind a change of what was to be before: "called off the previous round"."""
OF_OTHERS: Final = late_pattern(
    r"(?i)\b(?:those|ones|one)(?: (?:that|which) (?:was|were|had been)| (?:was|were|had been))? $"
)
"""Before what has come of others of a kind: "replacing those cancelled last week", "follows one that was called off"."""
MOVED_TO: Final = late_pattern(rf"(?i)\b{MOVES}\b[^.;:]{{0,40}}? (?:to|until|till|for)(?: the)? $")
"""Before the day to which something has moved."""
NOW_DOES: Final = (
    r"now (?:opens?|begins?|starts?|meets?|takes? place|launch(?:es)?|sails?|arrives?|closes|ends|falls)\b"
)
"""Between the old day of something and the new one: "was to meet on 20 June; it now meets on ..."."""
HOLDS_ON: Final = r"will (?:now )?(?:be held|go ahead|take place|begin|start|open)(?: on)?(?: the)? "
"""Behind that day, up to the one on which it is after all."""
BEFORE_NOW: Final = late_pattern(
    r" (?:once|twice|(?:two|three|four|five|several|many) times|before(?=[.,;])|in the past|in (?:previous|recent|earlier) years|every year)\b"
)
"""Behind what came about before: "has been cancelled twice"."""
PROTEST_OF: Final = r"\b(?:boycotts?|blockades?|pickets?|disruption|sabotage) (?:of|at)(?: the)? |\b(?:protests?|demonstrations?) (?:at|outside|against|during)(?: the)? "
"""Before the day of what somebody wants to stay away from or to disturb: "a boycott of Monday's debate"."""
