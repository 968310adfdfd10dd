"""What a file is, told by its content and never by its name: what can be read, and what to do with everything else."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from newsdesk.clean import Cleaned, clean
from newsdesk.late_pattern import late_pattern
from newsdesk.read.article.front_matter import without_front_matter
from newsdesk.read.decode import decode, has_unknown_encoding, wide_encoding
from newsdesk.read.errors import UNKNOWN_ENCODING, FeedListError, UnreadableError
from newsdesk.read.feeds.opml import feeds_in
from newsdesk.read.lines import markdown
from newsdesk.read.live.headers import find_headers, lines_of
from newsdesk.read.mail.head import forwarded_line, is_mail
from newsdesk.read.prose import why_no_prose
from newsdesk.read.signatures import is_pdf, signature
from newsdesk.read.transcript.cues import is_srt
from newsdesk.read.transcript.form import Transcript, take_apart
from newsdesk.read.transcript.subtitles import read_json_transcript, read_subtitles, read_timed_text, segments_in
from newsdesk.read.transcript.timed_text import ROOTS
from newsdesk.read.web.mhtml import SavedPage, is_mhtml, read_mhtml
from newsdesk.read.web.page import WebPage, take_apart_data, take_apart_page
from newsdesk.read.web.webarchive import is_webarchive, read_webarchive

_COPY_PAGE = "open the page, select all, copy, and paste it here or save it as a text file"
_AS_TEXT = "add its words as plain text"
_HEAD = 4_096
_SKIPPED_MARKUP = late_pattern(r"\s+|<!--|<\?|<!")
_ROOT = late_pattern(r"<([A-Za-z_][\w.:-]{0,60})(?=[\s/>])")
_FEED_INSIDE = late_pattern(r"<(?:rss\s[^<>]{0,400}version|feed\s[^<>]{0,400}xmlns|rdf:RDF\s)", re.IGNORECASE)
_HTML_ROOTS = {
    "html", "head", "body", "div", "article", "main", "p", "section", "meta", "link", "script", "style", "cite", "table", "title", "span",
    "h1", "h2", "h3", "ul", "ol", "a", "base", "time", "br", "header", "nav", "figure", "img", "iframe", "form", "center", "font", "b", "i",
}  # fmt: skip
_HTML_INSIDE = late_pattern(r"</(?:p|div|a|span|article|section|li|h[1-6]|td|html|body)>", re.IGNORECASE)


class Form(Enum):
    """How a source is written down, which decides who reads it."""

    XML_FEED = auto()
    JSON_FEED = auto()
    TRANSCRIPT = auto()
    WEB_PAGE = auto()
    LIVE_PAGE = auto()
    ARTICLE = auto()
    MAIL = auto()
    PASTED_MAIL = auto()
    PDF = auto()


@dataclass(frozen=True, slots=True)
class Detection:
    """What a file is, and its cleaned text."""

    form: Form
    confidence: float
    """0-1."""
    reasons: tuple[str, ...]
    """What was seen, strongest first."""
    cleaned: Cleaned
    json: dict[str, Any] | None = None
    """The parsed document of a JSON Feed."""
    transcript: Transcript | None = None
    """The parts of a transcript."""
    page: WebPage | None = None
    """What was read of a web page."""


def _root(text: str) -> str | None:
    """The name of the first element of a document, past declarations and comments; None when it begins with no markup."""
    position = 0
    while found := _SKIPPED_MARKUP.match(text, position):
        if found[0] == "<!--":
            end = text.find("-->", found.end())
            position = end + 3 if end >= 0 else len(text)
        elif found[0] == "<?":
            end = text.find("?>", found.end())
            position = end + 2 if end >= 0 else len(text)
        elif found[0] == "<!":
            # An internal subset in brackets may hold ">" of its own.
            close, subset = text.find(">", found.end()), text.find("[", found.end())
            if 0 <= subset < close:
                end = text.find("]", subset)
                close = text.find(">", end) if end >= 0 else -1
            position = close + 1 if close >= 0 else len(text)
        else:
            position = found.end()
    element = _ROOT.match(text, position)
    return element[1] if element else None


def _web_page(page: WebPage, cleaned: Cleaned) -> Detection:
    return Detection(Form.WEB_PAGE, page.confidence, (page.reason,), cleaned, page=page)


def _json(cleaned: Cleaned) -> Detection:
    """A JSON document.

    Raises:
        UnreadableError: It is no feed.
        ValueError: It is not JSON at all.
    """
    try:
        document = json.loads(cleaned.text, strict=False)  # cleaning put line ends where strings had U+2028
    except RecursionError:
        raise UnreadableError(f"this is JSON nested too deep to be a feed; {_AS_TEXT}") from None
    if segments_in(document):
        return _transcript(read_json_transcript(document), cleaned)
    if isinstance(document, dict):
        version = document.get("version")
        if isinstance(version, str) and "jsonfeed.org/version" in version:
            return Detection(Form.JSON_FEED, 1.0, ("the JSON Feed version",), cleaned, json=document)
        if isinstance(document.get("items"), list) and isinstance(document.get("title"), str):
            return Detection(Form.JSON_FEED, 0.9, ("JSON with a title and items",), cleaned, json=document)
    if not isinstance(document, (dict, list)):
        raise ValueError  # noqa: TRY004  # a bare number or word parses as JSON and is none for us
    if page := take_apart_data(document):
        return _web_page(page, cleaned)
    raise UnreadableError(f"this is JSON that is no feed; {_AS_TEXT}")


def _saved_page(saved: SavedPage | None, form: str, address: str | None) -> Detection:
    """A page that a browser saved in one file.

    Raises:
        UnreadableError: There is no page in it, or one that is no news.
    """
    if saved is None:
        raise UnreadableError(f"this is a saved web page ({form}) without the page in it; {_COPY_PAGE}")
    cleaned = clean(saved.html)
    return _web_page(take_apart_page(cleaned.text, saved.address or address), cleaned)


def _pdf(data: bytes) -> Detection:
    """A PDF document.

    Raises:
        UnreadableError: It cannot be read, or holds no prose.
    """
    from newsdesk.read.article.pdf import read_pdf  # noqa: PLC0415  # only when one is read

    document = read_pdf(data)
    cleaned = clean(document.text)
    if refused := why_no_prose(cleaned.text):
        raise UnreadableError(f"this is a PDF document with {refused[0]}; {refused[1]}")
    many = f"{document.pages} pages" if document.pages > 1 else "one page"
    return Detection(Form.PDF, 0.7, (f"a PDF document of {many}",), cleaned)


def _transcript(parts: Transcript, cleaned: Cleaned) -> Detection:
    return Detection(Form.TRANSCRIPT, 0.98, (parts.sign,), cleaned, transcript=parts)


def _is_json_lines(text: str) -> bool:
    """Whether the first two lines are JSON documents of their own."""
    lines = text.split("\n", 2)[:2]
    try:
        return len(lines) == 2 and all(isinstance(json.loads(line), (dict, list)) for line in lines)
    except (ValueError, RecursionError):
        return False


def _is_web_page(text: str, head: str, root: str) -> bool:
    """Whether a text is the HTML of a page, or of a piece of one."""
    if root in _HTML_ROOTS or "<!doctype html" in head.lower() or "<html" in head.lower():
        return True
    return not root and len(_HTML_INSIDE.findall(text[:200_000])) >= 3


def _refuse_markup(text: str, head: str) -> None:
    """Name markup that is neither a feed nor a page.

    Raises:
        FeedListError: It is a list of feeds.
        UnreadableError: The text is such markup.
    """
    root = _root(text)
    name = (root or "").lower()
    if name == "opml" or (not name and "<opml" in head.lower()):
        raise FeedListError(feeds_in(text))
    if name in {"urlset", "sitemapindex"}:
        raise UnreadableError("this is a map of a website, not news; add one of the pages' text instead")
    if name == "en-export":
        raise UnreadableError(
            "this is an export of Evernote's notes (ENEX); export the note as a web page (HTML), and add that"
        )
    if name == "svg":
        raise UnreadableError("this is an SVG picture, not text; add the page's text instead")
    if root:
        raise UnreadableError(f"this is XML that is no feed (<{root}>); {_AS_TEXT}")


def _detect_text(cleaned: Cleaned) -> Detection:
    """What plain text is.

    Raises:
        UnreadableError: It is not read, or no prose.
    """
    text = cleaned.text
    forwarded = forwarded_line(text)
    if forwarded and not any(header.line < forwarded for header in find_headers(lines_of(text))):
        return Detection(Form.PASTED_MAIL, 0.9, ("a mail that was forwarded",), cleaned)
    if parts := take_apart(text):
        linked = parts.title is not None or parts.segments[0].link is not None
        return Detection(Form.TRANSCRIPT, 0.98 if linked else 0.8, (parts.sign,), cleaned, transcript=parts)
    headers = find_headers(lines_of(text))
    words = without_front_matter(text)
    refused = why_no_prose(words)
    if refused and "sentences" in refused[0] and markdown.is_markdown(text):
        refused = why_no_prose("\n".join(line.text for block in markdown.unmarked(words).blocks for line in block))
    if headers and not (refused and refused[0].startswith("a log")):
        glued = "published at" in text.casefold() or "posted at" in text.casefold()
        many = f"{len(headers)} posts with their times" if len(headers) > 1 else "a post with its time"
        return Detection(Form.LIVE_PAGE, 0.98 if glued else 0.8, (many,), cleaned)
    if refused:
        raise UnreadableError(f"this is {refused[0]}; {refused[1]}")
    return Detection(Form.ARTICLE, 0.8, ("prose without the marks of anything else",), cleaned)


def detect(data: bytes, address: str | None = None) -> Detection:
    """What a file is, by its content. `address` is where a page was fetched from, for the links of one that does not say.

    Raises:
        UnreadableError: It is empty, no text, of a kind that is not read, or no news; says which and what to do.
    """
    if not data.strip():
        raise UnreadableError("this is empty; add a file with text in it")
    if is_pdf(data):
        return _pdf(data)
    if is_webarchive(data):
        return _saved_page(read_webarchive(data), "Safari's web archive", address)
    if wide_encoding(data) is None and (found := signature(data)):
        raise UnreadableError(f"this is {found[0]}; {found[1]}")
    if is_mhtml(data):
        return _saved_page(read_mhtml(data), "MHTML", address)
    cleaned = clean(decode(data))
    text = cleaned.text
    stripped = text.lstrip()
    head = stripped[:_HEAD]
    if not stripped:
        raise UnreadableError("there is nothing to see in this text; add a file with words in it")
    if head.startswith("WEBVTT"):
        return _transcript(read_subtitles(text), cleaned)
    if head[0] in "{[":
        try:
            return _json(cleaned)
        except ValueError:
            if _is_json_lines(stripped):
                raise UnreadableError(f"this is JSON Lines, not a feed; {_AS_TEXT}") from None
            if re.match(r"[\[{]\s*(?:[\"{\[]|\})", head):
                raise UnreadableError(
                    "this looks like JSON and is damaged; get it again, or add its words as plain text"
                ) from None
    if is_mail(stripped):
        return Detection(Form.MAIL, 0.95, ("the headers of a mail",), cleaned)
    if has_unknown_encoding(data):
        raise UnreadableError(UNKNOWN_ENCODING)
    root = (_root(text) or "").lower()
    if root.rpartition(":")[2] in {"rss", "rdf", "feed", "channel"} or (
        root not in _HTML_ROOTS and _FEED_INSIDE.search(head)
    ):
        return Detection(Form.XML_FEED, 1.0, (f"the root element <{root or 'rss'}>",), cleaned)
    if _is_web_page(text, head, root):
        return _web_page(take_apart_page(text, address), cleaned)
    if root.rpartition(":")[2] in ROOTS:
        return _transcript(read_timed_text(text), cleaned)
    _refuse_markup(text, head)
    if is_srt(stripped):
        return _transcript(read_subtitles(text), cleaned)
    return _detect_text(cleaned)
