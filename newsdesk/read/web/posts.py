"""Posts of a live page, whatever they were told from: named, numbered, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime
from newsdesk.read.labels import is_known_label, split_glued_label
from newsdesk.read.live.days import Day
from newsdesk.read.names import Byline, is_outlet, is_person, is_role, signed_line
from newsdesk.read.web.addresses import own_ids, page_address, post_name
from newsdesk.read.web.body import Told, told_of
from newsdesk.read.web.pieces import Kind, Piece

_SHARED_HEADLINE = 3
"""Posts under one headline from which it is the page's, and none of theirs."""
_ONE_MOMENT = 3
_LONGEST_HEADLINE = 400
_CUT = late_pattern(r"\s*(?:\.\.\.|…)$")
_WORDS = late_pattern(r"\w+")
_DOMAIN = late_pattern(r"[\w-]{2,40}(?:\.[\w-]{2,20}){0,2}\.[a-z]{2,10}")
"""The name of a site, which some give for who wrote."""
_PINNED = late_pattern(r"(?:pinned(?: post)?|key event)", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """What a page says of one post, not yet told apart."""

    pieces: list[Piece]
    time: PrintedTime | None = None
    headline: str | None = None
    label: str | None = None
    byline: Byline | None = None
    names: tuple[object, ...] = ()
    """What may name it, each kind of name in its place: see `web.addresses.own_ids`."""
    link: object = None
    captions: list[str] = field(default_factory=list)
    day_above: Day | None = None
    """The day that a line of its own prints over it, and over the posts below."""
    days_ago: int | None = None
    """How many days before the reader's its clock is, where it says so."""


def have_one_moment(drafts: Sequence[Draft]) -> bool:
    """Whether several posts have one and the same moment, to the second: they hardly came so, it is that of the page."""
    times = {draft.time for draft in drafts}
    return len(drafts) >= _ONE_MOMENT and len(times) == 1 and all(time and time.hour is not None for time in times)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text[:_LONGEST_HEADLINE].casefold())


def _without_repeated_headline(draft: Draft) -> None:
    """Where there is no headline, pages make one of the first words; and some say a headline again over the body."""
    if draft.headline is None:
        return
    first = next((piece for piece in draft.pieces if piece.kind not in {Kind.CAPTION, Kind.EMBED}), None)
    if first is None:
        return
    headline, opening = _words(_CUT.sub("", draft.headline)), _words(first.text)
    if headline == opening and len(draft.pieces) > 1:
        draft.pieces.remove(first)
    elif len(headline) >= 4 and opening[: len(headline)] == headline:
        draft.headline = None


def _take_opening(draft: Draft) -> None:
    """A label and a byline that stand as lines of their own over the body."""
    for _ in range(3):
        if len(draft.pieces) < 2 or draft.pieces[0].kind in {Kind.CAPTION, Kind.EMBED, Kind.ITEM}:
            return
        text = draft.pieces[0].text
        if is_known_label(text) or _PINNED.fullmatch(text):
            draft.label = draft.label or (None if text.casefold().startswith("pinned") else text)
        elif (
            len(text) < 120
            and draft.byline is None
            and text.casefold().startswith("by ")
            and (signed := signed_line(text))
        ):
            draft.byline = signed
            if signed.role is None and len(draft.pieces) > 2 and is_role(place := draft.pieces[1].text):
                draft.byline = Byline(signed.name, place)
                del draft.pieces[1]
        else:
            return
        del draft.pieces[0]


def is_labelled_pinned(draft: Draft) -> bool:
    """Whether the page says that it holds this post on top."""
    opening = (draft.label or "", *(piece.text for piece in draft.pieces[:1]))
    return any(words.casefold().startswith("pinned") and _PINNED.fullmatch(words) for words in opening)


def _same_once(drafts: Sequence[Draft]) -> list[Draft]:
    """A pinned post stands on top and once more in its place: its place holds, and the fuller words.

    Where a page prints clocks alone, what is held on top has no day.
    """
    last: dict[tuple[object, ...], int] = {}
    kept: list[Draft | None] = []
    for draft in drafts:
        name = next((name for value in draft.names if (name := post_name(value))), None)
        words = () if name else tuple(piece.text for piece in draft.pieces if not _PINNED.fullmatch(piece.text))
        key = (name, draft.time, draft.headline, words)
        dayless = (name, draft.time and replace(draft.time, year=None, month=None, day=None), draft.headline, words)
        fuller = draft
        same = key if key in last else dayless
        if same in last and (before := kept[last[same]]) is not None:
            kept[last[same]] = None
            if len(before.pieces) > len(draft.pieces):
                fuller = replace(draft, pieces=before.pieces)
        last[key] = len(kept)
        kept.append(fuller)
    return [draft for draft in kept if draft is not None]


def _with_house(name: str) -> Byline | None:
    """A name with the house or the agency behind it, as a line would have it that begins with "By": "Ada Muster, Reuters"."""
    signed = signed_line(f"By {name}")
    return signed if signed and signed.role else None


def byline_of(names: Sequence[tuple[str, str | None]], publisher: str | None) -> Byline | None:
    """One byline of the people who sign, with what they do; the house itself signs nothing."""
    people: dict[str, str | None] = {}
    for name, role in names:
        signed = signed_line(name) or _with_house(name) or Byline(name)
        own = signed.name.casefold().removeprefix("the ")
        house = (publisher or "").casefold()
        if (
            (house and house in own)
            or (is_outlet(signed.name) and not is_person(signed.name))
            or _DOMAIN.fullmatch(signed.name)
            or len(signed.name) > 200
        ):
            continue
        people.setdefault(signed.name, role or signed.role)
    if not people:
        return None
    return Byline(", ".join(people), ", ".join(role for role in people.values() if role) or None)


def posts_of(drafts: Sequence[Draft]) -> tuple[Post, ...]:
    """The posts, in the page's order; those that say nothing are left out."""
    drafts = _same_once(drafts)
    headlines = Counter(draft.headline for draft in drafts if draft.headline)
    posts: list[Post] = []
    ids = own_ids([draft.names for draft in drafts])
    for draft, own_id in zip(drafts, ids, strict=True):
        if draft.headline and headlines[draft.headline] >= max(_SHARED_HEADLINE, len(drafts) // 2):
            draft.headline = None
        _take_opening(draft)
        _without_repeated_headline(draft)
        told: Told = told_of(draft.pieces)
        label, headline = split_glued_label(draft.headline) if draft.headline else (None, None)
        if not told.text and not headline and not told.captions:
            continue
        posts.append(
            Post(
                n=len(posts) + 1,
                text=told.text,
                headline=headline,
                label=draft.label or label,
                byline_name=draft.byline.name if draft.byline else None,
                byline_role=draft.byline.role if draft.byline else None,
                captions=tuple(dict.fromkeys([*draft.captions, *told.captions])),
                printed_time=draft.time,
                own_id=own_id,
                link=page_address(draft.link),
            )
        )
    return tuple(posts)
