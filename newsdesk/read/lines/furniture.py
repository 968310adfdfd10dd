"""Words of the page around the news: buttons, notices, what embedded posts and players say when they are copied."""

from __future__ import annotations

import re

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.captions import has_mark
from newsdesk.read.lines.layout import Line, ends_sentence

_CREDITED = r"(?:[^\s.;:]|\.(?=\w)){0,40}"
HOLDER = rf"(?-i:(?:dpa\b|[A-Z]){_CREDITED}(?:[ ](?:[A-Z&/|]{_CREDITED}|of|and|the|via)){{0,6}})"
"""Pattern of who holds the rights, in capitals behind "(c)", which may also begin the third item of a list; for patterns in `re.VERBOSE`."""
_WHOLE_LINE = late_pattern(
    r"""
    close[ ]panel | share(?:[ ](?:page|this(?:[ ](?:post|article|story|page))?|on[ ].{2,20}|via[ ].{2,20}))? | copy[ ](?:this[ ])?link | about[ ]sharing
  | copied!? | link[ ]copied!? | quote[ ]message | read[ ]more[ ]about[ ]these[ ]links\.? | back[ ]to[ ]top | save(?:[ ]article)? | print | email | listen | gift[ ]this[ ]article
  | view[ ](?:more[ ]share[ ]options|post(?:[ ]on[ ]\w+)?|original[ ].{2,30}|content[ ]on[ ].{2,20}|comments) | report[ ]this[ ]social[ ]post.{0,60}
  | skip[ ](?:[\w/]+[ ]){1,3}(?:post|content|by).{0,80} | end[ ]of[ ](?:[\w/]+[ ]){1,3}(?:post|content|by).{0,80} | allow[ ].{1,30}[ ]content\?
  | this[ ].{2,20}[ ](?:post|content)[ ]cannot[ ]be[ ]displayed[ ]in[ ]your[ ]browser.{0,160} | accept[ ]and[ ]continue | this[ ](?:article|post)[ ]contains[ ]content[ ](?:provided[ ]by|from)[ ].{2,600}
  | (?:twitter|x|facebook|youtube|instagram|tiktok|telegram)[ ]content[ ]is[ ]not[ ]available.{0,60} | content[ ]is[ ]not[ ]available
  | the[ ][\w ]{2,40}[ ]is[ ]not[ ]responsible[ ]for[ ]the[ ]content[ ]of[ ]external[ ](?:sites|websites).{0,120}
  | (?:to[ ]play[ ]this[ ]video|this[ ]video[ ]can(?:[ ]?not|'t)[ ]be[ ]played).{0,120} | video[ ]unavailable | loading(?:\.\.\.|…)?
  | sign[ ]up[ ](?:here|now|for|to|below)\b.{0,200}\bnewsletters?\b.{0,200} | advertisement:? | story[ ]continues[ ]below.{0,40} | skip[ ]advertisement | skip[ ]to[ ]content | newest[ ]first | oldest[ ]first | refresh
  | read[ ]more:? | (?:read[ ](?:more|also|next)|also[ ]read|see[ ]also)\s?[:|][ ]?.{3,200} | reuse[ ]this[ ]content | explore[ ]more[ ]on[ ]these[ ]topics
  | (?:skip[ ]past|after)[ ]newsletter[ ]promotion | privacy[ ]notice:.{0,400} | subscribe[ ]to[ ](?:our|the)[ ].{0,60}newsletters?.{0,60}
  | \#[^\W\d_]\w{0,60}(?:[ ,]{1,3}\#[^\W\d_]\w{0,60}){1,30}
  | @\w{1,30} | [\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}
  | \d{1,3}[ ]of[ ]\d{1,3}(?:[ ]\|)? | share\d{1,3} | click[ ]here[ ]to[ ]share.{0,60} | save[ ]articles[ ]to[ ]read[ ]later.{0,60} | see[ ]all[ ]topics
  | (?:this|the)[ ]audio[ ](?:is|was|version)[ ].{3,120} | listen[ ]to[ ]this[ ](?:article|story).{0,40} | prefer[ ].{2,30}[ ]on[ ]google.{0,30}
  | video[ ]ad[ ]feedback | why[ ]you[ ]can[ ]trust[ ].{2,40} | please[ ]use[ ](?:the[ ])?chrome[ ]browser.{0,80} | (?:\d{1,2}:)?\d{1,2}:\d{2}
  | be[ ]the[ ]first[ ]to[ ]get[ ].{2,60} | (?:install|download|get)[ ]the[ ].{2,40}[ ]app\b.{0,60} | .{0,120}\bconsider[ ]supporting[ ]us\.?
  | for[ ]immediate[ ]release:? | (?:press|news|media)[ ]release | follow | live[ ]reporting | key[ ]events | show[ ]key[ ]events[ ]only | pinned(?:[ ]post)? | (?:show|view)[ ]more(?:[ ]posts)? | jump[ ]to(?:[ ](?:content|top|latest|newest|comments))? | sort[ ]by(?:[ ](?:latest|newest|oldest))? | \d{1,4}[ ]posts | (?:(?:article|story)[ ]continues|continue[ ]reading)[ ]below | join[ ](?:our|the)[ ].{2,30}[ ](?:community|channel|group)
  | we[ ]value[ ]your[ ]privacy | (?:accept|reject|allow)[ ]all(?:[ ]cookies)? | manage[ ](?:cookies|choices|options|preferences) | cookie[ ](?:policy|settings|preferences) | terms[ ](?:of[ ](?:use|service)|(?:and|&)[ ]conditions) | privacy[ ]policy
  | (?!.{0,700}\b(?:said|says|wrote|told|added)\b)we[ ](?:and[ ]our[ ](?:\d{1,4}[ ])?partners[ ].{0,500}\b(?:cookies|device|data)|use[ ]cookies)\b.{0,300} | skip[ ]to[ ]main[ ]content | view[ ]image[ ]in[ ]full[ -]?screen | copy[ ]link[ ]copied!? | share[ ]this[ ](?:post|update) | show[ ]all[ ]updates
  | facebook | tweet | whatsapp | (?:teilen|merken|kommentare|mehr[ ](?:laden|anzeigen)) | (?:partager|voir[ ]plus|lire[ ]plus|ajouter[ ]à[ ]vos[ ]sélections) | (?:compartir(?:[ ]en[ ].{1,20})?|copiar[ ]enlace|cargar[ ]más|ver[ ]más|ir[ ]a[ ]los[ ]comentarios) | show[ ]more | load[ ]more(?:[ ]posts)? | see[ ]more | more[ ]on[ ]this[ ]story
  | related[ ](?:topics|stories|articles|links|internet[ ]links|news|content) | recommended[ ](?:stories|for[ ]you) | you[ ]may[ ]also[ ]like
  | most[ ](?:read|viewed|popular) | comments?(?:[ ]\(\d+\))? | \d+[ ]comments? | follow[ ]us(?:[ ]on[ ].{2,60})? | end[ ]of[ ]list
  | \d+[ ]min(?:ute)?s?(?:[ ]read)? | (?:estimated[ ])?reading[ ]time:?.{0,20} | list[ ]\d+[ ]of[ ]\d+.{0,80} | slide[ ]\d+[ ]of[ ]\d+.{0,10}
  | (?:(?:published|updated|posted)[ ])?(?:just[ ]now|(?:an?|\d{1,3})\s?(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)[ ]ago)
  | our[ ]standards:.{0,80} | (?:newspaper[ ])?section:.{0,60} | editors?:.{0,80} | this[ ]article[ ]is[ ]more[ ]than.{0,30} | (?:™[ ]?(?:&|and)[ ])?©.{2,120} | [\w-]{1,80}\.(?:jpe?g|png|gif|webp) | copyright[ ](?:©|\(c\)|\d{4}).{0,120} | all[ ]rights[ ]reserved\.?
  | \(c\)(?:(?=\S)HOLDER | [ ]?(?:19|20)\d\d(?:\s?[–-]\s?\d{2,4})?,?(?:[ ]HOLDER)?(?:[.,|].{0,120})?)
    """.replace("HOLDER", HOLDER),
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 700
_PAGE_HEADINGS = {
    "summary", "live reporting", "live", "live updates", "latest updates", "key points", "key events", "key moments", "key updates", "highlights", "at a glance",
    "what we know", "what we know so far", "what to know", "what you need to know", "in brief", "latest", "the latest", "here's the latest", "here’s the latest",
}  # fmt: skip
"""What stands over the points of a live page, or over its posts."""
_RELATED = late_pattern(
    r"(?:related (?:topics|stories|articles|links|internet links|news|content)|more on this story|recommended(?: stories| for you)|most (?:read|viewed|popular)"
    r"|you may also like|explore more on these topics|more (?:from .{2,40}|news|stories)|(?:top|other|latest) (?:news|stories)|get involved|around the bbc|read next|up next)",
    re.IGNORECASE,
)
_LAST_LINES = 20
_INSERTS = (
    (
        late_pattern(r"skip past newsletter promotion", re.IGNORECASE),
        late_pattern(r"after newsletter promotion", re.IGNORECASE),
    ),
    (
        late_pattern(r"list of \d+ items?|recommended stories", re.IGNORECASE),
        late_pattern(r"end of list", re.IGNORECASE),
    ),
)
"""What opens and closes an insert amid an article."""
_LONGEST_INSERT = 25
_LINKS_BELOW = late_pattern(
    r"(?:read more|related (?:stories|articles|links|content|news)|more on this(?: story)?|recommended(?: stories)?):?",
    re.IGNORECASE,
)
_MOST_LINKS = 5
_QUOTATION_SIGN = late_pattern(r"^double quotation mark\s?(?=\S)", re.MULTILINE)
_EXTERNAL = late_pattern(
    r"(?<!\binternal)(?<!\bboth), external(?=[,.;:)!?]|$|\s+(?:that|and|he|she|it|they|who|which|on|in|to|as|after|from|for|at|with|says|said|was|is|are|were"
    r"|has|have|had|will|would|by|of|but|or|if|when|while|where|before|about|showing|earlier|published|released|posted)\b)"
)


def is_furniture(line: str) -> bool:
    """Whether a whole line belongs to the page and not to the news."""
    return len(line) <= _LONGEST and _WHOLE_LINE.fullmatch(line) is not None


def is_page_heading(line: str) -> bool:
    """Whether a whole line is what stands over the points of a live page, or over its posts."""
    return line.strip("# :,").casefold() in _PAGE_HEADINGS


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


def _insert_end(lines: list[Line], index: int) -> int:
    """Index of the first line after an insert that begins at `index`; `index` itself when none does."""
    text = lines[index].text
    if len(text) > 60:
        return index
    for opening, closing in _INSERTS:
        if opening.fullmatch(text):
            for at in range(index + 1, min(len(lines), index + _LONGEST_INSERT)):
                if len(lines[at].text) < 60 and closing.fullmatch(lines[at].text):
                    return at + 1
    if _LINKS_BELOW.fullmatch(text):
        end = index + 1
        while end < len(lines) and end <= index + _MOST_LINKS:
            link = lines[end].text
            if len(link) > 150 or has_mark(link) or (ends_sentence(link) and not link.endswith("?")):
                return end
            end += 1
    return index


def without_inserts(lines: list[Line]) -> list[Line]:
    """The lines of an article without newsletters and lists of other stories amid them.

    Links are dropped only before a paragraph; what ends the text is for `without_related` to judge.
    """
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        end = _insert_end(lines, index)
        if end == index:
            kept.append(lines[index])
            end = index + 1
        index = end
    return kept


def without_links_below(lines: list[Line]) -> list[Line]:
    """The lines of a post without the few links to other stories that end it, below words that say so."""
    for index in range(max(1, len(lines) - _MOST_LINKS - 3), len(lines) - 1):
        if len(lines[index].text) < 60 and _LINKS_BELOW.fullmatch(lines[index].text):
            links = [line.text for line in lines[index + 1 :] if not is_furniture(line.text)]
            if len(links) <= _MOST_LINKS and all(
                len(link) <= 150 and not has_mark(link) and (link.endswith("?") or not ends_sentence(link))
                for link in links
            ):
                return lines[:index]
    return lines


def without_link_marks(text: str) -> str:
    """Drop what stands for a sign of the page: ", external" behind each link that leads away from it, and the name of the mark over a quotation."""
    text = _QUOTATION_SIGN.sub("", text) if "double quotation mark" in text else text
    return (_EXTERNAL.sub("", text) if ", external" in text else text).strip()
