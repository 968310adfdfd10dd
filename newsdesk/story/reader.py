"""What the reader shows of one post: its words, what is marked in them, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from itertools import pairwise
from typing import Literal

from newsdesk.model import Place, Post, Quote, Statement, Timex
from newsdesk.shown_name import shown_name
from newsdesk.story import Story
from newsdesk.story.citation import Citation, cited
from newsdesk.story.nested import Extent, outer_quotes, quoted_by
from newsdesk.story.quotes import DOUBT, citation
from newsdesk.story.stream import recording_time
from newsdesk.story.wording import dated_ahead, full_moment, full_published, post_history, zone_name

_BLANK = frozenset(" \n")
_DOUBLE = frozenset('"“”„«»')
_STOPS = frozenset(".?!…")
_AROUND_WORDS = _DOUBLE | _STOPS | frozenset("'‘’ ,\n")
"""What may be selected with words that somebody says, and is none of them."""


@dataclass(frozen=True, slots=True)
class Span:
    """Marked words of a post."""

    place: Place
    start: int
    end: int
    kind: Literal["quote", "date", "statement"]
    note: str
    """Who says it, or the day it means."""
    actor: str | None = None
    inside: bool = False
    """Stands in the words of the quote before it that covers it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One wording of a post and the next one."""

    when: str
    """When the page was first read with the later one: `seen Sun 11 May 2025 17:10 BST`; empty when that is not known."""
    headline: tuple[str, str]
    """Before and after."""
    text: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """One post, whole."""

    post_id: int
    headline: str
    label: str
    when: str
    byline: str
    text: str
    captions: tuple[str, ...]
    provenance: str
    """Source, file and line, or the moment of the recording; and what has become of the post on its page since."""
    link: str | None
    spans: tuple[Span, ...]
    """In order of place and start; a quote and a date may overlap, and a quote may lie inside another, right after it."""
    starred: bool
    edits: tuple[Edit, ...] = ()
    """Oldest first."""
    history: str = ""
    """That it was edited, or is gone from its page, in words; empty for a post that stands as it was first read."""


def _speaker_words(quote: Quote, outer: Mapping[Extent, Quote]) -> str:
    words = quote.speaker or "speaker not named"
    if quote.speaker is not None and quote.confidence < DOUBT:
        words += " (unsure)"
    passed_on = quoted_by(quote, outer)
    return f"{words}, {passed_on}" if passed_on else words


def _date_words(timex: Timex, post: Post) -> str:
    """`2025-05-15`, `2025-05-14 to 2025-05-16`, `2025-05-15 14:00 BST`: the zone stated with the hour, else the post's."""
    from newsdesk.find.clock_zones import zone_named  # noqa: PLC0415  # the desk opens without what finds
    from newsdesk.find.local_hours import is_local  # noqa: PLC0415

    words = timex.value.replace("T", " ") + (f" to {timex.value_end.replace('T', ' ')}" if timex.value_end else "")
    if "T" not in timex.value:
        return words
    moment = datetime.fromisoformat(timex.value)
    stated = zone_named(timex.text, moment.date())
    if stated is not None:
        return f"{words} {zone_name(moment.replace(tzinfo=stated))}"
    if is_local(post.text if timex.place == "text" else post.headline or "", timex.start, timex.end):
        return f"{words} local time"
    return f"{words} {zone_name(post.published.at)}" if post.published else words


def page(story: Story, post_id: int, zone: tzinfo) -> Page | None:
    """The post, or None when it is no longer in the story."""
    post = story.post_by_id.get(post_id)
    if post is None:
        return None
    source = story.source_by_id.get(post.source_id)
    facts = story.facts
    quotes = [quote for quote in facts.quotes if quote.post_id == post_id]
    outer = outer_quotes(quotes)
    spans = [
        Span(
            quote.place,
            quote.start,
            quote.end,
            "quote",
            _speaker_words(quote, outer),
            quote.speaker,
            inside=quote.inside is not None,
        )
        for quote in quotes
    ]
    spans += [
        Span(
            timex.place,
            timex.start,
            timex.end,
            "date",
            _date_words(timex, post),
        )
        for timex in facts.timexes
        if timex.post_id == post_id
    ]
    spans += [
        Span(said.place, said.start, said.end, "statement", said.speaker or "speaker not named", said.speaker)
        for said in facts.statements
        if said.post_id == post_id
    ]
    where = [str(story.tag(source.id)), shown_name(source.origin)] if source else []
    if post.line is not None:
        where.append(f"line {post.line}")
    if post.at is not None:
        where.append(f"{recording_time(post.at)} into the recording")
    history = post_history(post, zone)
    if source and source.read_at and dated_ahead(post, source.read_at):
        history.insert(0, f"dated ahead: its source was read {full_moment(source.read_at, zone)}")
    return Page(
        post_id=post_id,
        headline=post.headline or (f"{post.speaker}:" if post.speaker else "No headline"),
        label=(post.label or "").upper(),
        when=full_published(post, zone),
        byline=", ".join(part for part in (post.byline_name, post.byline_role) if part),
        text=post.text,
        captions=post.captions,
        provenance=" · ".join([*where, *history]),
        link=post.link or (source.link if source else None),
        spans=tuple(sorted(spans, key=lambda span: (span.place, span.start, span.end))),
        starred=post_id in story.starred_ids,
        edits=_edits(post, zone),
        history=" · ".join(history),
    )


def words_citation(
    story: Story, post_id: int, words: tuple[Place, int, int], zone: tzinfo, *, gone_to: bool = False
) -> Citation | None:
    """Words of a post with who says them, if it is one, and where they stand; None when the post no longer has them.

    Args:
        story: as it is shown.
        post_id: the post.
        words: their place, start and end.
        zone: in which the time is told.
        gone_to: nobody chose where they end: of a date that is mentioned, its whole sentence is meant.
    """
    post = story.post_by_id.get(post_id)
    if post is None:
        return None
    place, start, end = words
    facts = story.facts
    if gone_to:
        start, end = next(
            (
                (mention.sentence_start, mention.sentence_end)
                for event in facts.events
                for mention in event.mentions
                if (mention.post_id, mention.place, mention.start) == (post_id, place, start)
            ),
            (start, end),
        )
    text = post.text if place == "text" else post.headline or ""
    start, end = _without(_BLANK, text, min(start, len(text)), min(end, len(text)))
    first, last = _without(_AROUND_WORDS, text, start, end)
    spoken: list[Quote | Statement] = [*facts.quotes, *(facts.statements if gone_to else ())]
    around = [
        said
        for said in spoken
        if (said.post_id, said.place) == (post_id, place) and said.start <= first < last <= said.end
    ]
    if around:
        last += last < end and text[last] in _STOPS  # before the closing mark it is a part of what is said
        said = min(around, key=lambda one: one.end - one.start)
        doubtful = isinstance(said, Quote) and said.confidence < DOUBT
        return citation(story, replace(said, text=text[first:last]), post, zone, doubtful=doubtful)
    told = text[start:end]
    if not told:
        return None
    return cited(told if _DOUBLE.intersection(told) else f"“{told}”", story, post, zone)


def _without(surrounding: frozenset[str], text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in surrounding:
        start += 1
    while end > start and text[end - 1] in surrounding:
        end -= 1
    return start, end


def _edits(post: Post, zone: tzinfo) -> tuple[Edit, ...]:
    wordings = [*((one.headline, one.text) for one in post.revisions), (post.headline, post.text)]
    return tuple(
        Edit(
            when=f"seen {full_moment(revision.replaced_at, zone)}" if revision.replaced_at else "",
            headline=(before[0] or "", after[0] or ""),
            text=(before[1], after[1]),
        )
        for revision, (before, after) in zip(post.revisions, pairwise(wordings), strict=True)
    )
