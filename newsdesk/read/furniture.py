"""Words of the page around the news: buttons, notices, what embedded posts and players say when they are copied."""

from __future__ import annotations

import re

from newsdesk.read.layout import Line, ends_sentence

_WHOLE_LINE = re.compile(
    r"""
    share(?:[ ](?:page|this(?:[ ](?:post|article|story|page))?|on[ ].{2,20}|via[ ].{2,20}))? | copy[ ](?:this[ ])?link | about[ ]sharing
  | copied!? | link[ ]copied!? | quote[ ]message | read[ ]more[ ]about[ ]these[ ]links\.? | back[ ]to[ ]top | save(?:[ ]article)? | print | email | listen | gift[ ]this[ ]article
  | view[ ](?:more[ ]share[ ]options|post(?:[ ]on[ ]\w+)?|original[ ].{2,30}|content[ ]on[ ].{2,20}|comments) | report[ ]this[ ]social[ ]post.{0,60}
  | skip[ ](?:[\w/]+[ ]){1,3}(?:post|content|by).{0,80} | end[ ]of[ ](?:[\w/]+[ ]){1,3}(?:post|content|by).{0,80} | allow[ ].{1,30}[ ]content\?
  | this[ ].{2,20}[ ](?:post|content)[ ]cannot[ ]be[ ]displayed[ ]in[ ]your[ ]browser.{0,160} | accept[ ]and[ ]continue | this[ ](?:article|post)[ ]contains[ ]content[ ](?:provided[ ]by|from)[ ].{2,600}
  | (?:twitter|x|facebook|youtube|instagram|tiktok|telegram)[ ]content[ ]is[ ]not[ ]available.{0,60} | content[ ]is[ ]not[ ]available
  | the[ ][\w ]{2,40}[ ]is[ ]not[ ]responsible[ ]for[ ]the[ ]content[ ]of[ ]external[ ](?:sites|websites).{0,120}
  | (?:to[ ]play[ ]this[ ]video|this[ ]video[ ]can(?:[ ]?not|'t)[ ]be[ ]played).{0,120} | video[ ]unavailable | loading(?:\.\.\.|…)?
  | sign[ ]up[ ](?:here|now|for|to|below)\b.{0,200}\bnewsletters?\b.{0,200} | advertisement | story[ ]continues[ ]below.{0,40} | skip[ ]advertisement | skip[ ]to[ ]content | newest[ ]first | oldest[ ]first | refresh
  | live[ ]reporting | key[ ]events | pinned(?:[ ]post)? | show[ ]more | load[ ]more(?:[ ]posts)? | see[ ]more | more[ ]on[ ]this[ ]story
  | related[ ](?:topics|stories|articles|links|internet[ ]links|news|content) | recommended[ ](?:stories|for[ ]you) | you[ ]may[ ]also[ ]like
  | most[ ](?:read|viewed|popular) | comments?(?:[ ]\(\d+\))? | \d+[ ]comments? | follow[ ]us(?:[ ]on[ ].{2,60})? | end[ ]of[ ]list
  | \d+[ ]min(?:ute)?s?(?:[ ]read)? | (?:estimated[ ])?reading[ ]time:?.{0,20} | list[ ]\d+[ ]of[ ]\d+.{0,80} | slide[ ]\d+[ ]of[ ]\d+.{0,10}
  | (?:(?:published|updated|posted)[ ])?(?:just[ ]now|(?:an?|\d{1,3})\s?(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)[ ]ago)
  | our[ ]standards:.{0,80} | (?:newspaper[ ])?section:.{0,60} | editors?:.{0,80} | this[ ]article[ ]is[ ]more[ ]than.{0,30} | ©.{2,120} | copyright[ ](?:©|\(c\)|\d{4}).{0,120} | all[ ]rights[ ]reserved\.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 700
_RELATED = re.compile(
    r"(?:related (?:topics|stories|articles|links|internet links|news|content)|more on this story|recommended(?: stories| for you)|most (?:read|viewed|popular)"
    r"|you may also like|more from .{2,40}|top stories|get involved|around the bbc|read next|up next)",
    re.IGNORECASE,
)
_LAST_LINES = 20
_EXTERNAL = re.compile(
    r"(?<!\binternal)(?<!\bboth), external(?=[,.;:)!?]|$|\s+(?:that|and|he|she|it|they|who|which|on|in|to|as|after|from|for|at|with|says|said|was|is|are|were"
    r"|has|have|had|will|would|by|of|but|or|if|when|while|where|before|about|showing|earlier|published|released|posted)\b)"
)


def is_furniture(line: str) -> bool:
    """Whether a whole line belongs to the page and not to the news."""
    return len(line) <= _LONGEST and _WHOLE_LINE.fullmatch(line) is not None


def without_related(lines: list[Line]) -> list[Line]:
    """The lines before a list of other stories that ends the page; all of them when none does."""
    first = max(1, len(lines) - _LAST_LINES)
    for index in range(first, len(lines) - 1):
        short = (len(line.text) < 120 and not ends_sentence(line.text) for line in lines[index + 1 :])
        if (
            len(lines[index].text) < 60
            and not ends_sentence(lines[index].text)
            and _RELATED.fullmatch(lines[index].text)
            and all(short)
        ):
            return lines[:index]
    return lines


def without_link_marks(text: str) -> str:
    """Drop ", external", which a copied page leaves behind each link that leads away from it."""
    return _EXTERNAL.sub("", text).strip()
