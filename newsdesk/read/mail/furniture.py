"""What newsletters put around their words: links to the web version, buttons, why one gets them and how to get them no more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.furniture import HOLDER, is_furniture

_LONGEST = 600
_WHOLE_LINE = late_pattern(
    r"""
    (?:\W*(?:click[ ]here[ ]to[ ]|tap[ ]to[ ])?(?:view|read|open|see|listen)[ ](?:this[ ](?:e-?mail|message|post|newsletter|issue|story)[ ]|it[ ]|online\b|in[ ](?:your[ ])?(?:browser|app)\b|on[ ]the[ ](?:web|site)\b)
      .{0,160})
  | view[ ]online | (?:view[ ])?web[ ](?:version|view) | (?:read|view)[ ]in[ ](?:the[ ])?(?:app|browser) | read[ ]online | listen[ ]now
  | (?:having[ ]trouble|trouble|problems?)[ ](?:viewing|reading|seeing).{0,160} | .{0,40}e-?mail[ ]not[ ]display(?:ing|ed).{0,120} | images[ ]not[ ]displaying.{0,80}
  | (?:was[ ])?(?:this[ ](?:(?:e-?mail|newsletter|message)[ ])?)?forwarded[ ](?:this[ ](?:e-?mail|newsletter)|to[ ]you)\b.{0,160} | did[ ](?:someone|a[ ]friend|somebody)[ ](?:forward|share|send).{0,160}
  | (?:forward|send|share)[ ](?:this|it|to)\b.{0,60}\bfriends?\b.{0,40} | refer[ ]a[ ]friend.{0,60} | share[ ]this[ ](?:issue|newsletter|e-?mail|post).{0,40}
  | (?:(?:not[ ]a[ ]subscriber|new[ ]here|not[ ]subscribed)\?.{0,100}) | subscribe(?:d)?(?:[ ](?:now|here|today|for[ ]free|for[ ]more|to[ ].{2,60}))?\W* | sign[ ]up(?:[ ](?:here|now|for[ ]free|today))?\W*
  | upgrade[ ]to[ ](?:paid|founding|premium).{0,60} | (?:become|for)[ ]a[ ](?:free[ ]or[ ]|paid[ ]|founding[ ])?(?:subscriber|member).{0,80} | get[ ](?:the|our)[ ]app.{0,40} | download[ ](?:the|our)[ ]app.{0,60} | start[ ]writing
  | (?:(?:like|comment|restack|share|tweet|reply|donate|leave[ ]a[ ]comment|\d+[ ](?:likes?|comments?|restacks?|shares?))[ ]?){1,5}
  | (?:follow|find|like|join|connect[ ]with)[ ]us(?:[ ]on[ ].{2,80})?\W* | (?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|threads|bluesky|telegram|whatsapp|rss|website|email|link)(?:[ ](?:icon|logo|link))?
  | manage[ ](?:your[ ])?(?:e-?mail[ ])?(?:subscriptions?|preferences?|settings|account|newsletters?).{0,80} | (?:update|change|edit)[ ](?:your[ ])?(?:e-?mail[ ])?(?:subscriptions?|preferences?|profile|settings|address).{0,80}
  | (?:e-?mail|subscription|communication)[ ](?:preferences|settings) | preferences | my[ ]account | privacy(?:[ ](?:policy|notice|statement|center))? | cookie[ ]policy | terms(?:[ ](?:of[ ](?:service|use)|and[ ]conditions|&[ ]conditions))? | contact(?:[ ]us)? | help(?:[ ]cent(?:er|re))? | advertise(?:[ ]with[ ]us|[ ]here)? | about[ ]us | careers
  | (?:powered|sent|published|delivered)[ ](?:by|with|via)[ ](?:beehiiv|substack|mailchimp|ghost|convertkit|kit|hubspot|sendgrid|campaign[ ]monitor|brevo|revue|.{2,30}\.com)\W* | add[ ]us[ ]to[ ]your[ ](?:address[ ]book|contacts).{0,80}
  | (?:add|whitelist)[ ]\S+@\S+[ ]to[ ]your.{0,80} | \W*sent[ ]from[ ](?:my|the)[ ].{2,40} | (?:advertisement|sponsored(?:[ ]content)?|partner[ ]content|a[ ]message[ ]from[ ]our[ ](?:sponsor|partner)s?)\W* | skip[ ]to[ ](?:content|main).{0,20}
  | \(?\[?image:?[ ].{0,200}[\])] | no[ ]longer[ ]interested\?.{0,100}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FOOT = late_pattern(
    r"""
    .{0,120}\bunsubscribe\b.{0,200} | .{0,60}\bopt[ -]?out\b.{0,160} | (?:you(?:['’](?:re|ve)|[ ]are|[ ]have|[ ]were)?(?:[ ]been)?[ ](?:currently[ ])?(?:receiv|gett|subscrib|sign|on[ ]our|on[ ]this|sent|an?[ ](?:free|paid|founding))\w*\b.{0,300}\b(?:e-?mail|newsletter|message|list|because|subscri)\w*.{0,200})
  | (?:this|the)[ ](?:e-?mail|message|newsletter)[ ](?:was|has[ ]been|is|and[ ]any)[ ](?:sent|intended|delivered|attach|confidential)\w*\b.{0,300} | you[ ]received[ ]this\b.{0,300}
  | (?:©|copyright\b).{0,300} | \(c\)[ ]HOLDER(?:\.|[.,|][ ].{0,300})? | our[ ](?:mailing|postal)?[ ]?address(?:[ ]is)?:?.{0,200} | to[ ](?:stop[ ]receiving|change[ ](?:your|how)|update[ ]your|manage[ ]your|view[ ]this|ensure[ ]delivery)\b.{0,300}
  | if[ ]you[ ](?:no[ ]longer|don['’]t|do[ ]not|would[ ](?:like|prefer)[ ](?:to[ ]stop|not)|wish[ ]to[ ]stop|believe[ ]this)\b.{0,300} | all[ ]rights[ ]reserved.{0,120} | want[ ]to[ ]change[ ]how[ ]you[ ]receive.{0,200}
  | .{0,60}\bmanage[ ]your[ ](?:e-?mail[ ]?)?(?:subscription|preferences)\b.{0,160}
    """.replace("HOLDER", HOLDER),
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN_LINKS = late_pattern(r"\s*[|·•‧∙/»>]\s*|\s+[-–—]\s+|\s{3,}")
_MOST_FOOT_LINES = 25
_LONG_LINE = 40
"""Words; no line of a foot that is not told by its own words is longer."""


def is_mail_furniture(line: str) -> bool:
    """Whether a whole line belongs to the mail and not to its words; of links in a row all must."""
    if len(line) > _LONGEST:
        return False
    if not any(map(str.isalnum, line)) or is_furniture(line) or _WHOLE_LINE.fullmatch(line):
        return True
    parts = [part for part in _BETWEEN_LINKS.split(line) if part]
    return len(parts) > 1 and all(is_furniture(part) or _WHOLE_LINE.fullmatch(part) or _is_foot(part) for part in parts)


def _is_foot(line: str) -> bool:
    return len(line) <= _LONGEST and _FOOT.fullmatch(line) is not None


def without_mail_furniture(lines: Sequence[str]) -> list[str]:
    """The lines of a mail without its furniture, and without the foot that tells why it came and how to stop it."""
    told = [is_mail_furniture(line) or _is_foot(line) for line in lines]
    end = len(lines)
    for index in range(max(1, len(lines) - _MOST_FOOT_LINES), len(lines)):
        rest = lines[index:]
        if (
            _is_foot(lines[index])
            and sum(told[index:]) * 3 >= len(rest)
            and all(told[index + n] or len(line.split()) <= _LONG_LINE for n, line in enumerate(rest))
        ):
            end = index
            break
    return [line for line, is_told in zip(lines[:end], told, strict=False) if not is_told]
