"""The words by which presenters and reporters tell who speaks, as patterns over one sentence."""

from __future__ import annotations

import re

from newsdesk.late_pattern import late_pattern
from newsdesk.read.transcript.spoken_names import FULL_NAME, TITLES, WORD

_ROLE = r"(?:correspondent|editor|reporter|analyst|producer|colleague|presenter|specialist)"
_REPORTS = (
    r"(?:now )?(?:reports?\b|was (?:there|in|at|with)\b|has (?:more|this|the (?:story|latest|details|report)|been|sent)|joins (?:me|us)|is (?:in|at|outside|there|with|following)\b"
    r"|sent (?:us )?this|explains\b|takes a look|filed this|brings us|can tell us|went\b)"
)
HERE_IS = late_pattern(
    rf"(?:And |So |But |Now,? |Well,? )?(?:[Hh]ere(?:'s|’s| is)|[Tt]his is)\b.{{0,120}}?\b(?P<name>{FULL_NAME})"
    r"(?:,? (?:in|at|from) [A-Z][\w ]{1,30}|,? with .{1,40}|,? reporting.{0,40})?[.!]?$"
)
"""As in "Here's our Russia editor, NAME"."""
ROLE_REPORTS = late_pattern(rf"\b{_ROLE}(?: in [A-Z]\w+)?,? (?P<name>{FULL_NAME}),? {_REPORTS}")
"""As in "Our political editor NAME has more"."""
NAME_REPORTS = late_pattern(
    rf"^(?:{WORD}, )?(?:.{{0,60}}, )?(?P<name>{FULL_NAME}) (?:now )?(?:reports\b|has (?:more(?=$|[.,]| on | from | for us)|this report|the (?:story|latest|details|report))|sent (?:us )?this|joins (?:me|us))"
)
"""As in "From Oslo, NAME reports"."""
REPORTS_NOW = late_pattern(
    rf"^(?:{WORD}, )?(?:.{{0,60}}, )?(?P<name>{FULL_NAME}) (?:now )?(?:reports(?=$|[.,]| from | now)|has this report|sent (?:us )?this report)"
)
"""As in "From Oslo, NAME reports", with words that nobody but a presenter says."""
SENT_REPORT = late_pattern(
    rf"\b(?:[A-Z]\w*(?:'|’)s )?(?P<name>{FULL_NAME}) [^.?!]{{0,80}}?\b(?:sent us|sent|filed|has|brings us|compiled) this (?:report|story|dispatch)\b"
)
"""As in "Our own NAME went there and sent us this report"."""
_LETS = r"(?:[Ll]et(?:'|’)s|[Ll]et us|[Ww]e can|[Ww]e(?:'|’)ll|I(?:'|’)m going to) (?:now )?"
JOINED = late_pattern(
    r"\b(?:joined (?:now |live )?by(?! my co-?hosts?\b)|[Jj]oining (?:me|us)\b.{0,60}?\bis|[Ww]ith (?:me|us)\b.{0,40}?\bis)\b"
)
"""As in "I'm joined by ...": the name follows, and so does a welcome or a question."""
CROSSES_TO = late_pattern(
    rf"\b{_LETS}(?:get (?:more|the latest|reaction|a sense|analysis)\b.{{0,40}}? from|(?:speak|talk|go|cross|bring in|turn|hear from)\b)"
)
"""As in "Let's speak to ...": the name follows."""
SPOKE_TO = late_pattern(
    r"\b(?:I|[Ww]e)(?:(?:'|’)ve| have)?(?: just| also| earlier)? (?:been speaking|spoke|spoken|been talking|talked)(?: earlier)? (?:to|with)\b"
)
"""As in "I spoke to ...": the name follows."""
TOLD_ME = late_pattern(
    r"\b(?:[Hh]e|[Ss]he) (?:gave me|gave us|told me|told us|explained to me|spoke to me|shared)\b"
    r"|\bI (?:(?:began|started) by asking|first asked|asked|put that to|put it to) (?:him|her)\b"
)
"""As in "He gave me his take": of somebody introduced just before."""
ASKED = late_pattern(
    rf"\bI (?:(?:began|started) by asking|first asked|asked|put (?:that|it|this) to) (?P<name>{FULL_NAME})"
)
"""As in "I asked NAME"."""
SUBJECT = late_pattern(
    rf"^(?:(?:{TITLES}) )?(?P<name>{FULL_NAME}) (?:is|was|has|worked|served|runs|teaches|leads|wrote)\b"
)
"""As in "NAME is a professor": who is introduced."""
CLIP = late_pattern(
    r"^(?:And |So |But |Now,? |Well,? )?(?:[Ll]et(?:'|’)s|[Ll]et us|[Ww]e can|[Hh]ave|[Tt]ake|[Jj]ust|[Hh]ere(?:'|’)s|[Tt]his is|[Ll]isten)\b"
    r".{0,60}\b(?:hear|listen|(?:what|how) .{1,60}(?:said|say|put it|told|responded|reacted|explained)|to .{1,40} speaking)\b"
    r"|\b(?:had this to say|this is what .{1,60} (?:said|had to say)|(?:had|has) this message)[.:]?$"
)
"""As in "Let's hear what ... had to say": a recording follows."""
ABOUT_TO_SPEAK = late_pattern(
    r"\b(?:is|are|has|have|was) (?:now |just |about to |due to |been |also )*(?:speak|speaking|spoken|address|addressing|giving|give|held|holding)\b"
)
"""As in "... is about to speak"."""
TITLED = late_pattern(rf"\b(?:{TITLES}) (?P<surname>{WORD})\b(?! [A-Z])")
"""As in "Mr SURNAME"."""
BACK = late_pattern(
    rf"^(?:(?:That was|Our thanks to|Thanks to|Many thanks to|My thanks to) )?(?:(?:{TITLES}) )?(?:{WORD} (?:(?:de|van|von|der|bin|al) )?){{0,2}}(?P<last>{WORD}),?"
    r"(?: there(?:[.,!]|$| (?:from|in|at|on|with|reporting|speaking)\b)| that[.!]?$"
    r"| (?:reporting|speaking)(?:[.,!]|$| (?:from|in|to|there|earlier|just now|a (?:short|little) while ago)\b))"
)
"""As in "NAME there", "NAME reporting from Oslo": the presenter again."""
THAT_WAS = late_pattern(
    rf"^(?:That was|That's|That report (?:by|from)|You were listening to|We were hearing from|We heard from) .{{0,80}}?(?:{WORD} )+{WORD}[^?]{{0,60}}$"
)
"""As in "That was NAME": the presenter again."""
THANKED = late_pattern(
    rf"^(?:(?:Many )?[Tt]hank(?:s| you)(?: very much| so much| indeed)*(?: for [^,]{{2,40}})?(?: to)?,? |(?:My|Our) thanks to )(?:(?:{TITLES}) )?{WORD}(?: {WORD})?[.,!]"
    rf"|^(?:(?:{TITLES}) )?{WORD}(?: {WORD}){{0,2}}, (?:many thanks|thank you|thanks)\b(?!.{{0,20}} for (?:joining|being|talking|speaking|coming)\b)"
)
"""As in "NAME, thank you": the presenter again."""
SIGN_OFF = late_pattern(
    rf"^(?P<name>{WORD}(?: (?:de|van|von|al|bin))?(?: {WORD}){{1,2}}),(?: (?:the )?{WORD}(?: [A-Z]\w+){{0,3}},)? (?:in )?{WORD}(?: {WORD}){{0,2}}\.?$"
)
"""As in "NAME, Example News, Oslo.": the end of a report."""
TO_YOU = late_pattern(r"\b(?:you|your|you(?:'|’)(?:re|ve|d|ll))\b(?! know[,.])", re.IGNORECASE)
"""Somebody is addressed."""
LEADS_TO_QUESTION = late_pattern(r"(?:But|And|So|Now)\b")
"""How a presenter begins what leads to a question."""
GREETS = late_pattern(
    r"\b(?:thank you|thanks)(?: very much| so much)? for (?:joining|being|talking|speaking|coming)\b|\bwelcome (?:back )?to\b"
    r"|\b(?:good|great|nice|lovely) to (?:have|see|speak (?:to|with)|talk (?:to|with)) you\b",
    re.IGNORECASE,
)
"""A guest is welcomed."""
ANSWERS = late_pattern(
    r"^(?:Well|Yes|Yeah|Yep|No|Absolutely|Exactly|Look|Sure|Of course|I think|I mean|I don(?:'|’)t think|I would|I(?:'|’)d say|That(?:'|’)s right"
    r"|That(?:'|’)s true|Certainly|Definitely|Indeed|Not really|A great deal|It(?:'|’)s a good question|Good question)\b"
)
"""How answers begin."""
OWN_PROMISE = late_pattern(r"\b(?:what|how) (?:I|we)\b")
"""As in "Here's what I ...": no clip, the speaker goes on."""
GREETING = late_pattern(r"^(?:Thank you|Thanks|Hi|Hello|Good (?:morning|afternoon|evening))\b")
"""A greeting."""
AGREES = late_pattern(r"^(?:Yes|Yeah|No|Absolutely|Exactly|Indeed|That(?:'|’)s right)\b")
"""An answer to a statement."""
BACKCHANNEL = late_pattern(r"^(?:Right|OK|Okay|Interesting|Fascinating|Understood|I see|Mm-hmm|Indeed|Sure)[.,!]?$")
"""The presenter has listened and takes over."""
THANKED_BY_NAME = late_pattern(
    r"\b(?:[Tt]hank you|[Tt]hanks|[Gg](?:ood|reat) to (?:talk|speak|see|have)|[Ww]e(?:(?:'|’)ll| will) leave it there|[Aa]ppreciate)\b"
)
"""Said to somebody whose full name stands in the same sentence, the presenter takes over again."""
TITLE_CALLED = late_pattern(
    r"^(?:Professor|Doctor|Minister|Ambassador|General|Senator|Mayor|Governor|Sir|Madam|Prime Minister),"
)
"""A guest is addressed by a title alone."""
GREETED = late_pattern(rf"\bI(?:'|’)m (?P<name>{FULL_NAME})\b")
"""As in "I'm NAME"."""
