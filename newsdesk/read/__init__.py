"""Reading: bytes to a source and its posts. Pure: no files, no network, no clock, no zone of the machine."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from newsdesk.clean import clean
from newsdesk.model import Post, Reading, Source, SourceKind
from newsdesk.read.article.article import read_article
from newsdesk.read.article.interview import questions_set_apart, turns_of_interview
from newsdesk.read.decode import decode
from newsdesk.read.detect import Detection, Form, detect
from newsdesk.read.errors import FeedListError, NamedFeed, ReadError, UnreadableError
from newsdesk.read.feeds.json_feed import read_json_feed
from newsdesk.read.feeds.wish import feed_wish
from newsdesk.read.feeds.xml_feed import read_xml_feed
from newsdesk.read.labels import with_label_apart
from newsdesk.read.left_out import left_out
from newsdesk.read.links import safe_link
from newsdesk.read.live.page import read_live_page
from newsdesk.read.transcript.posts import read_transcript
from newsdesk.shown_name import shown_name
from newsdesk.system.many_objects import making_many_objects

__all__ = ["NamedFeed", "ReadError", "content_hash", "read"]

LONGEST_POST = 1_000_000
"""Characters of a post: a novel has fewer, and no report of a day or speech comes near. Facts are found in so many within seconds."""
_PLAIN = {Form.LIVE_PAGE, Form.ARTICLE, Form.PASTED_MAIL}
"""Forms whose every line somebody has copied; of a web page most words are none of its news."""


def _read(detection: Detection, data: bytes) -> tuple[Source, tuple[Post, ...]]:
    text = detection.cleaned.text
    match detection.form:
        case Form.XML_FEED:
            return read_xml_feed(text)
        case Form.JSON_FEED:
            assert detection.json is not None  # parsed when it was detected
            return read_json_feed(detection.json)
        case Form.TRANSCRIPT:
            assert detection.transcript is not None  # taken apart when it was detected
            return read_transcript(detection.transcript)
        case Form.WEB_PAGE:
            assert detection.page is not None  # read when it was detected: which pages are news is told by their words
            return detection.page.source, detection.page.posts
        case Form.LIVE_PAGE:
            return read_live_page(text)
        case Form.ARTICLE:
            return turns_of_interview(*read_article(text), questions_set_apart(text))
        case Form.PDF:
            source, posts = read_article(text)
            return source, tuple(replace(post, line=None) for post in posts)  # it has no lines that could be gone to
        case Form.MAIL:
            from newsdesk.read.mail.messages import read_mail  # noqa: PLC0415  # `email`, only when a mail is read

            return read_mail(data)
        case Form.PASTED_MAIL:
            from newsdesk.read.mail.messages import read_pasted_mail  # noqa: PLC0415

            return read_pasted_mail(text)


def read(data: bytes, *, name: str, origin: str | None = None) -> Reading:
    """Read one file by its content.

    `name` is for messages alone and is never interpreted; `origin` says where the file came from (the name when absent).
    Ids, the user's year and the time of reading are left to the caller.

    Raises:
        ReadError: It cannot be read; the message is one line that names the file, what was seen, and what to do.
    """
    shown = shown_name(name)[:200] or "this file"
    try:
        with making_many_objects(to_stay=False):
            detection = detect(data, safe_link(origin))
            source, posts = _read(detection, data)
    except UnreadableError as problem:
        raise ReadError(f"{shown}: {problem}", problem.feeds if isinstance(problem, FeedListError) else ()) from None
    headline = posts[0].headline if posts else None
    posts = tuple(map(with_label_apart, posts))
    if posts and headline and source.title == headline:
        source = replace(source, title=posts[0].headline)
    if any(len(post.text) + len(post.headline or "") > LONGEST_POST for post in posts):
        raise ReadError(
            f"{shown}: a single post of this has more than {LONGEST_POST:,} characters, which no article, speech or report has;"
            " split it, and add the parts"
        )
    is_empty_feed = source.kind is SourceKind.FEED and not posts
    if not is_empty_feed and not any(post.text or post.headline for post in posts):
        raise ReadError(f"{shown}: there are no words to read in this; add the text of a page, an article or a feed")
    return Reading(
        replace(source, origin=origin or name, content_hash=_hash(detection.cleaned.text)),
        posts,
        reasons=detection.reasons,
        confidence=detection.confidence,
        removed=detection.cleaned.removed,
        left_out=left_out(detection.cleaned.text, source, posts) if detection.form in _PLAIN else (),
        wish=feed_wish(detection.cleaned.text) if detection.form is Form.XML_FEED else 0,
    )


def content_hash(data: bytes) -> str:
    """What the source in these bytes would have as its `content_hash`, whatever they are: they are decoded and not taken apart."""
    return _hash(clean(decode(data)).text)


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
