"""An article copied or saved as text: one post.

Above the words of an article stand its section, headline, date, byline and pictures, in any order; below it notices and
credits. They are told by form and place. What is left is the body, subheads included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.read import markdown
from newsdesk.read.captions import sort_captions
from newsdesk.read.furniture import is_furniture, without_link_marks
from newsdesk.read.layout import Line, blocks_of, body, ends_sentence, is_item, is_wrapped, unwrapped
from newsdesk.read.links import safe_link
from newsdesk.read.live_headers import looks_like_headline
from newsdesk.read.names import Byline, is_outlet, is_person, is_role, signed_line
from newsdesk.read.pictures import is_credited, picture_weight
from newsdesk.read.publishers import publisher_of_article, without_house
from newsdesk.read.times import introduced_time, leading_time, read_time

_HEAD_LINES = 25
"""Lines in which the body must have begun."""
_FOOT_LINES = 12
_PARAGRAPH_WORDS = 12
_SECTION = re.compile(r"[A-Z][A-Z &/.,'’|>›·-]{1,60}|[\w &’'-]{2,30}(?:\s*[/>›»|]\s*[\w &’'-]{2,30}){1,4}")
_NAMED = re.compile(
    r"(?P<key>title|headline|date|published(?: date)?|publication date|author|byline|by|source|publisher|outlet|site|url|link|section|category"
    r"|tags|keywords|description|updated|lang|language|type|id):\s*(?P<value>.*)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]{1,30}(?:, [A-Z][\w .'’-]{1,30})?,? (?P<date>(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2})|(?:\d{1,2} [A-Z][a-z]{2,8}))(?:,? \d{4})?)"
    r"\s*(?:\([^()]{2,40}\))?\s*[-–—:]"
)
_FOOT_NOTE = re.compile(
    r"(?:\(?(?:with (?:additional )?(?:inputs?|reporting)|additional reporting|reporting by|writing by|editing by|edited by|compiled by"
    r"|this (?:article|story) (?:was|first)|source:|sources:|read (?:more|also)|also read|see also|related:|tags?:|topics?:|more:|subscribe|sign up"
    r"|follow .{2,40} on|share this|click here|download|contact us|email|e-mail|for more))",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(r"(?:Reporting|Written|Words|Story|Report) by (?P<names>[^;.]{3,80})")
_URL_LINE = re.compile(r"(?:(?:URL|Link|Source|Read more|Original):?\s*)?(?P<link>https?://\S{3,2000})", re.IGNORECASE)
_READING_TIME = re.compile(r"\s*[|·•,–-]?\s*(?:\d+ ?min(?:ute)?s?(?: read)?|by .{3,60})?", re.IGNORECASE)


@dataclass(slots=True)
class _Around:
    """What stands around the body."""

    headline: str | None = None
    line: int | None = None
    time: PrintedTime | None = None
    updated: PrintedTime | None = None
    byline: Byline | None = None
    publisher: str | None = None
    link: str | None = None
    captions: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Lines that belong to neither, which may name the publisher."""

    def take_time(self, line: str) -> bool:
        """Keep the date of a line that is one; the day of publication goes before that of an update."""
        found = introduced_time(line)
        if found is None and (time := read_time(line)):
            if time.day is None:  # "7 p.m." alone dates nothing
                return False
            self.time = self.time or time
            return True
        if found is None:
            byline, _, rest = line.partition(" | ")
            time = read_time(rest) if signed_line(byline) else None
            if time:
                self.time, self.byline = self.time or time, self.byline or signed_line(byline)
            return time is not None
        if line.lstrip().lower().startswith(("updated", "last updated", "modified")):
            self.updated = self.updated or found.time
        else:
            self.time = self.time or found.time
        later = introduced_time(found.rest.lstrip(" |·-–;,("))
        return later is not None or _READING_TIME.fullmatch(found.rest) is not None or not found.rest

    def take_byline(self, line: str, following: str) -> int:
        """Keep the byline that begins here; how many lines it takes."""
        if signed := signed_line(line):
            role = following if signed.role is None and is_role(following) and not is_outlet(following) else None
            self.byline = self.byline or Byline(signed.name, signed.role or role)
            return 2 if role else 1
        if is_person(line) and is_role(following):
            self.byline = self.byline or Byline(line, following)
            return 2
        return 0


def _is_paragraph(text: str) -> bool:
    """Whether a line is prose of the body and can be nothing else: long enough, and ended like a sentence."""
    words = len(text[:400].split())
    return (words >= _PARAGRAPH_WORDS and ends_sentence(text) and not text.endswith(":")) or words >= 35


def _take_named(around: _Around, key: str, value: str) -> None:
    """Keep one "Key: value" line from the top of a file."""
    value = value.strip().strip("\"'")
    if not value:
        return
    if key in {"title", "headline"}:
        around.headline = around.headline or value
    elif key in {"date", "published", "published date", "publication date"}:
        around.time = around.time or read_time(value)
    elif key in {"author", "byline", "by"}:
        signed = signed_line(value) or signed_line(f"By {value}")
        around.byline = around.byline or signed or Byline(value[:120])
    elif key in {"source", "publisher", "outlet", "site"}:
        around.link = around.link or safe_link(value)
        if not safe_link(value) and len(value.split()) <= 6:
            around.publisher = around.publisher or value
    elif key in {"url", "link"}:
        around.link = around.link or safe_link(value)


def _named_lines(lines: Sequence[Line], around: _Around) -> int:
    """Read the "Key: value" lines at the top, fenced by "---" or not; the index of the first line after them."""
    fenced = bool(lines) and lines[0].text == "---"
    index = 1 if fenced else 0
    found: list[tuple[int, str, str]] = []
    while index < min(len(lines), _HEAD_LINES) and lines[index].text != "---":
        named = _NAMED.fullmatch(lines[index].text)
        if named:
            found.append((index, named["key"].lower(), named["value"]))
        elif not fenced:
            break
        index += 1
    closed = fenced and index < len(lines) and lines[index].text == "---"
    keys = {key for _, key, _ in found}
    if not (closed or (len(found) >= 2 and keys & {"title", "headline", "author", "source", "url", "byline"})):
        return 0
    for at, key, value in found:
        _take_named(around, key, value)
        if key in {"title", "headline"}:
            around.line = lines[at].n
    return index + 1 if closed else index


def _take_head(lines: list[Line], start: int, around: _Around) -> list[Line]:
    """Read what stands over the body; the lines of the body, subtitles included."""
    kept: list[Line] = []
    seen: set[str] = set()
    index = start
    while index < min(len(lines), start + _HEAD_LINES):
        line = lines[index]
        text = line.text
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        index += 1
        title = markdown.heading(text)
        if title and around.headline is None:
            around.headline, around.line = title, line.n
        elif text in seen or text == around.headline or is_furniture(text) or text == "---":
            continue
        elif around.take_time(text):
            continue
        elif (taken := around.take_byline(text, following)) and (around.headline or text.upper().startswith("BY ")):
            index += taken - 1
        elif found := _URL_LINE.fullmatch(text):
            around.link = around.link or safe_link(found["link"])
        elif is_outlet(text):
            around.others.append(text)
        elif (words := markdown.image_words(text)) is not None:
            around.captions += [words] if words else []
        elif is_credited(text) or (text == following and not _is_paragraph(text)):
            around.captions.append(text)
            seen.add(text)
        elif _is_paragraph(text):
            return [*kept, *lines[index - 1 :]]
        elif around.headline is None and looks_like_headline(text) and not _is_section(text, following):
            around.headline, around.line = text, line.n
        elif around.headline is None and _SECTION.fullmatch(text):
            around.others.append(text)
        elif around.headline and not is_item(text) and not ends_sentence(text) and picture_weight(text, "") > 1.8:
            around.captions.append(text)
        elif around.headline and is_person(text) and not kept and around.byline is None:
            around.byline = Byline(text)
        elif around.headline and _SECTION.fullmatch(text) and text.isupper():
            around.others.append(text)
        else:
            kept.append(line)
    return [*kept, *lines[index:]]


def _is_section(text: str, following: str) -> bool:
    """Whether a short line over the headline names a section ("CHINA / DIPLOMACY", "World > Europe")."""
    few = len(text.split()) <= 3 and not text.endswith("?")
    marked = _SECTION.fullmatch(text) is not None and (text.isupper() or any(mark in text for mark in "/>›»|"))
    return (few or (marked and len(text.split()) <= 6)) and looks_like_headline(following)


def _without_foot(lines: list[Line], around: _Around) -> list[Line]:
    """Read what stands under the body; the lines of the body."""
    end = len(lines)
    for index in range(len(lines) - 1, max(0, len(lines) - 1 - _FOOT_LINES), -1):
        text = lines[index].text
        found = introduced_time(text)
        if credit := _REPORTED_BY.match(text):
            signed = signed_line(f"By {credit['names'].strip()}")
            around.byline = around.byline or signed
        elif found and not found.rest:
            around.take_time(text)
        elif not (
            is_furniture(text)
            or is_outlet(text)
            or (len(text) < 250 and _FOOT_NOTE.match(text))
            or _URL_LINE.fullmatch(text)
            or (signed_line(text) and len(text) < 100)
        ):
            break
        around.byline = around.byline or signed_line(text)
        around.others.append(text)
        end = index
    return lines[:end]


def read_article(text: str) -> tuple[Source, tuple[Post, ...]]:
    """The one post of a cleaned article. The source has no origin yet; its time is the article's."""
    blocks = blocks_of(text)
    wrapped = is_wrapped(blocks)
    around = _Around()
    raw = [line for block in blocks for line in block]
    begin = _named_lines(raw, around)
    if wrapped:
        numbers = {line.n for line in raw[begin:]}
        lines = [line for block in blocks for line in unwrapped([line for line in block if line.n in numbers])]
    else:
        lines = raw[begin:]
    marked_up = markdown.is_markdown(text)
    rest = _without_foot(_take_head(lines, 0, around), around)
    if marked_up:
        rest = [Line(line.n, words) for line in rest if (words := _plain(line.text, around))]
    rest = [line for line in rest if not is_furniture(line.text)]
    # Two lines that say the same, one behind the other, were a picture's description and its caption.
    sorted_lines = sort_captions(rest)
    found = _DATELINE.match(sorted_lines.body[0].text) if sorted_lines.body else None
    dated = leading_time(found["date"]) if found else None
    words = without_link_marks(body(line.text for line in sorted_lines.body))
    headline, house = without_house(around.headline or "")
    signatures = [signature for signature in around.byline or () if signature]
    publisher = around.publisher or house or publisher_of_article(around.others, signatures, words)
    captions = dict.fromkeys([*around.captions, *sorted_lines.captions])
    post = Post(
        n=1,
        text=words,
        headline=headline or None,
        byline_name=around.byline.name if around.byline else None,
        byline_role=around.byline.role if around.byline else None,
        captions=tuple(captions),
        line=around.line or (sorted_lines.body[0].n if sorted_lines.body else None),
    )
    time = around.time or (dated.time if dated else None) or around.updated
    source = Source(SourceKind.ARTICLE, "", title=post.headline, publisher=publisher, printed_time=time, link=around.link)
    return source, (post,)


def _plain(text: str, around: _Around) -> str:
    """A body line without Markdown; an image leaves only its alternative text, among the captions."""
    words = markdown.image_words(text)
    if words is not None:
        around.captions += [words] if words else []
        return ""
    return markdown.heading(text) or ("" if text in {"---", "***", "___"} else markdown.plain(text))
