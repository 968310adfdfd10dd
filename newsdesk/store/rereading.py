"""What reading a source again changes in what is stored of it. Pure: the store does as it says.

Nothing is deleted, nothing is doubled, and what the user said of a source stays: new posts are added, another wording of a
post makes the one before a revision of it, and a post that the page no longer has is marked gone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import chain
from operator import attrgetter

from newsdesk.model import Counts, Post, PrintedTime, Revision, Source, SourceKind
from newsdesk.store.identity import (
    has_address,
    is_followed,
    is_same_day,
    may_be_same_minute,
    visible_text,
    wording,
    words_of,
)
from newsdesk.store.matching import Times, match_posts, sharing_a_minute
from newsdesk.store.page_order import minutes_between, places_of
from newsdesk.store.vanishing import is_earlier, vanished
from newsdesk.store.zone_of_page import in_one_zone, is_fuller_moment
from newsdesk.web_address import same_page

USER_FIELDS = ("title", "publisher")
"""Fields of a source that the user may set and a reading may bring, too."""
_SHARE = 5
"""Two states of a page share at least one post in so many of the shorter one."""
_ARTICLE_SHARE = 0.5
"""Share of the shorter one's words that makes two articles of one address one; two that share just a language have a third."""
_FULLER_SHARE = 0.8
"""Share of an article's runs of words that the same one has when it was saved again with more of them. Reports that are written to one
form (weather, results, figures of a day) share nearly all words, and fewer runs: names and numbers cut them."""
_RUN = 4
"""Words in a row."""
_FEWEST_ARTICLE_WORDS = 20
_SHARED_UNDER_ANOTHER_NAME = 2
"""Posts of the same minute that two files must share at least to be one page."""

_SHARED_WITHOUT_TIMES = 3
"""Posts that two files without any printed time must share at least to be one page, or all of the shorter one."""
_TELLING_WORDS = 8
_EDITED_AMID = 4
"""Of so many posts that such files share one may stand between them that they do not."""

_printed_parts: Callable[[PrintedTime], tuple[object, ...]] = attrgetter(
    *(part.name for part in fields(PrintedTime)[1:])
)
"""All that a time prints, but for its very words."""


@dataclass(frozen=True, slots=True)
class Reread:
    """The posts of a source read again, sorted by what becomes of them."""

    new: tuple[Post, ...]
    """Without ids, at their places in the source's order."""
    edited: tuple[Post, ...]
    """As they are now, with the stored ones' identity; the wording before is the last of their revisions."""
    same: int
    """Posts whose words have not changed."""
    gone: tuple[Post, ...] = ()
    """Stored posts that the page no longer has though it has what stood around them, marked so; see `vanishing`."""
    back: int = 0
    """Those of the edited and the same that were gone and stand there again."""
    moved: tuple[Post, ...] = ()
    """Stored posts with the same words that stand there again, or at another line of the file, or at none any more, or whose
    printed times have become fuller."""
    earlier: bool = False
    """The page was read as it was before what is stored of it."""

    @property
    def counts(self) -> Counts:
        """In numbers."""
        return Counts(len(self.new), len(self.edited), self.same, len(self.gone), self.back)


def reread_posts(
    stored: Sequence[Post],
    incoming: Sequence[Post],
    read_at: datetime | None = None,
    times: Times = (None, None),
    shown_before: int | None = None,
) -> Reread:
    """Sort incoming posts by what becomes of them.

    Args:
        stored: the source's posts.
        incoming: what was read now, in the source's order.
        read_at: when it was read (UTC): the moment of every edit and every vanishing that is seen.
        times: of the source, as it is stored and as it was read.
        shown_before: how many posts it had when it was read the last time; None: nobody knows.
    """
    as_stored = {post.id: (post.printed_time, post.line, post.gone) for post in stored}
    found = match_posts(stored, incoming, times)
    in_zone = in_one_zone(stored, incoming, found)
    if in_zone[0] is not stored or in_zone[1] is not incoming:
        stored, incoming = in_zone
        found = match_posts(stored, incoming, times)
    places = places_of(stored, incoming, found)
    left = vanished(stored, incoming, found, shown_before) if read_at else frozenset()
    new: list[Post] = []
    edited: list[Post] = []
    moved: list[Post] = []
    same = back = 0
    for post, index, n in zip(incoming, found, places, strict=True):
        if index is None:
            new.append(replace(post, n=n))
            continue
        before = stored[index]
        back += before.gone is not None
        if (before.headline, before.text) == (post.headline, post.text) or wording(before) == wording(post):
            same += 1
            time = _fuller(before.printed_time, post.printed_time)
            moved.append(replace(before, printed_time=time, line=post.line, gone=None))
        else:
            edited.append(_edited(before, post, read_at))
    absent = sorted({*range(len(stored))} - {*found})
    moved += [replace(stored[index], line=None) for index in absent if index not in left]
    return Reread(
        new=tuple(new),
        edited=tuple(edited),
        same=same,
        gone=tuple(replace(stored[index], line=None, gone=read_at) for index in absent if index in left),
        back=back,
        moved=tuple(post for post in moved if (post.printed_time, post.line, post.gone) != as_stored[post.id]),
        earlier=is_earlier(stored, incoming, found),
    )


def _edited(before: Post, now: Post, read_at: datetime | None) -> Post:
    """A stored post in its new words."""
    return replace(
        now,
        id=before.id,
        source_id=before.source_id,
        n=before.n,
        own_id=now.own_id or before.own_id,
        said_before=before.said_before,
        printed_time=_fuller(before.printed_time, now.printed_time),
        published=None,
        revisions=(*before.revisions, Revision(before.headline, before.text, read_at)),
    )


def _fuller(stored: PrintedTime | None, now: PrintedTime | None) -> PrintedTime | None:
    """A post's printed time: as it was stored, since an edit makes no post newer, unless the page prints the same with more to it."""
    if stored is None or now is None or stored == now:
        return stored or now
    if may_be_same_minute(stored, now) and is_fuller_moment(now, stored):
        return now
    before, after = _printed_parts(stored), _printed_parts(now)
    same = all(part in {None, part_now} for part, part_now in zip(before, after, strict=True))
    return now if same and before != after else stored


def _source_time(stored: PrintedTime | None, now: PrintedTime | None) -> PrintedTime | None:
    """A source's printed time: as the page has it now, unless that is the same day with less to it ("4 June", where it was "4 June 2031")."""
    if stored is None or now is None or now.day is None:
        return now or stored
    return _fuller(now, stored)


def reread_source(stored: Source, incoming: Source, renamed: Collection[str]) -> Source:
    """The source as it is now: what was read, but the user's words and what only the stored one knows.

    Args:
        stored: the source as stored.
        incoming: the source as read.
        renamed: those of `USER_FIELDS` that the user set.
    """
    return replace(
        incoming,
        id=stored.id,
        origin=stored.origin if keeps_origin(stored, incoming) else incoming.origin,
        title=stored.title if "title" in renamed else incoming.title or stored.title,
        titled="title" in renamed,
        publisher=stored.publisher if "publisher" in renamed else incoming.publisher or stored.publisher,
        printed_time=_source_time(stored.printed_time, incoming.printed_time),
        link=incoming.link or stored.link,
        year=incoming.year if incoming.year is not None else stored.year,
        said_time=incoming.said_time or stored.said_time,
        guessed_year=stored.guessed_year if stored.guessed_year is not None else incoming.guessed_year,
        interval=incoming.interval if incoming.interval is not None else stored.interval,
        read_at=incoming.read_at or stored.read_at,
    )


def keeps_origin(stored: Source, incoming: Source) -> bool:
    """Whether a source still comes from where it came: a copy of a page that is followed, saved by hand, ends no following."""
    return is_followed(stored) and not is_followed(incoming)


def without_lines(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Posts of a file that their source does not come from: a line of it would be looked for in another one."""
    return tuple(replace(post, line=None) for post in posts)


def that_came_later(new: Sequence[Post], stored: Source, incoming: Source) -> list[Post]:
    """New posts of a source read again: a date that the user said of it is that of what was there then, and may be no longer theirs."""
    said = stored.said_time if incoming.said_time is None else None
    return [replace(post, said_before=said.text) for post in new] if said else list(new)


def with_date_said_again(changed: Sequence[Post], stored: Sequence[Post], source: Source) -> list[Post]:
    """The posts that change, with those that came after the date that is said now once more: it is theirs, too, by now.

    Args:
        changed: what changes besides, as it will be.
        stored: the source's posts.
        source: with the date, if one is said.
    """
    as_they_are = {post.id: post for post in (*stored, *changed)}
    later = {post.id for post in stored if source.said_time and post.said_before == source.said_time.text}
    dated = [replace(as_they_are[post_id], said_before=None) for post_id in later]
    return [*(post for post in changed if post.id not in later), *dated]


def source_read_again(
    source: Source, incoming: Sequence[Post], known: Iterable[Source], posts_of: Callable[[Source], Sequence[Post]]
) -> Source | None:
    """The stored source of which this is another state, or None for a source that is new.

    The same place is the same source. A paste goes on with an earlier one that it shares posts with; so does a live page
    that was saved again under another name, as browsers do ("page (1).txt"). Joining two different pages would be worse
    than keeping one twice: greetings that two days share, and entries that two feeds share, join nothing (where neither file prints
    a time, see `_overlaps`), and no article of
    another publisher, day or author goes on with one.
    So does an article that says no address and was saved with more words since, where its headline and its day or author tell so
    (`_is_fuller_article`).
    A page that says its own address is the same under every name, whatever it shares with others, and none of another
    address is; an article needs its headline or its words besides, and a transcript half of its turns, as
    some sites give one address to all their pages.

    Args:
        source: as read.
        incoming: its posts, as read.
        known: the story's sources.
        posts_of: the stored posts of one of them.
    """
    known = list(known)
    if has_address(source) and (same := next((one for one in known if one.origin == source.origin), None)):
        return same
    for one in known:
        if _is_same_page(one, source) and (
            source.kind is SourceKind.LIVE_PAGE or _are_one_text(source.kind, posts_of(one), incoming)
        ):
            return one
    for one in known:
        renamed = one.origin != source.origin
        if one.kind is not source.kind:
            continue
        is_article = source.kind is SourceKind.ARTICLE
        other_page = renamed and not _may_be_saved_again(one, source)
        if other_page and not is_article:
            continue
        stored = posts_of(one)
        if is_article and _are_two_articles(one, source, stored, incoming):
            continue
        if other_page:
            if _is_fuller_article(one, source, stored, incoming):
                return one
        elif goes_on(stored, incoming, _SHARED_UNDER_ANOTHER_NAME if renamed else 0) or (
            renamed and _overlaps(stored, incoming)
        ):
            return one
    return None


def _is_same_page(stored: Source, source: Source) -> bool:
    """Whether two pages say that they have the same address; what a feed links to is no address of its own."""
    if stored.kind is not source.kind or source.kind not in {
        SourceKind.LIVE_PAGE,
        SourceKind.ARTICLE,
        SourceKind.TRANSCRIPT,
    }:
        return False
    page = same_page(source.link)
    return page is not None and page == same_page(stored.link)


def _are_one_article(stored: Sequence[Post], incoming: Sequence[Post]) -> bool:
    """Whether two articles of one address have one headline, or half of the words of the shorter one in common."""
    if len(stored) != 1 or len(incoming) != 1:
        return False
    one, other = stored[0], incoming[0]
    if one.headline and one.headline == other.headline:
        return True
    words, others = ({*words_of(visible_text(post))} for post in (one, other))
    return len(words & others) >= _ARTICLE_SHARE * max(1, min(len(words), len(others)))


def _are_one_text(kind: SourceKind, stored: Sequence[Post], incoming: Sequence[Post]) -> bool:
    """Whether two articles, or two transcripts, of one address are one."""
    return goes_on(stored, incoming, share=2) if kind is SourceKind.TRANSCRIPT else _are_one_article(stored, incoming)


def _may_be_saved_again(stored: Source, source: Source) -> bool:
    """Whether files of two names may hold one page: a live page, and no two publishers or addresses."""
    one, other = _addresses_of(stored), _addresses_of(source)
    two_pages = one and other and not one & other
    return (
        source.kind is SourceKind.LIVE_PAGE and len({stored.publisher, source.publisher} - {None}) < 2 and not two_pages
    )


def _days(*sources: Source) -> list[PrintedTime]:
    """Their printed times that name a day."""
    return [time for source in sources if (time := source.printed_time) and time.day is not None]


def _are_two_articles(stored: Source, source: Source, posts: Sequence[Post], incoming: Sequence[Post]) -> bool:
    """Whether two articles print different publishers, days or authors.

    Columns have one headline and one form every day, and agencies' reports the same words under two publishers.
    """
    days = _days(stored, source)
    if len({stored.publisher, source.publisher} - {None}) > 1 or (len(days) == 2 and not is_same_day(*days)):
        return True
    return len({tuple(words_of(post.byline_name)) for post in (*posts[:1], *incoming[:1]) if post.byline_name}) > 1


def _is_fuller_article(stored: Source, source: Source, posts: Sequence[Post], incoming: Sequence[Post]) -> bool:
    """Whether an article that says no address is a stored one with more words.

    It has the headline, most of the words in a row, and the day or the author of that one, and nothing tells of another
    (`_are_two_articles`).
    """
    if len(posts) != 1 or len(incoming) != 1:
        return False
    (before,), (now,) = posts, incoming
    headline, other_headline = (words_of(post.headline or "") for post in (before, now))
    if not headline or headline != other_headline or (_addresses_of(stored) and _addresses_of(source)):
        return False
    days = _days(stored, source)
    if len(days) < 2 and not (before.byline_name and now.byline_name):
        return False
    words, fuller = words_of(before.text), words_of(now.text)
    if len(days) < 2 and {word for word in words if word.isdecimal()} - {*fuller}:
        return False  # a column of another day, whose author gives it the same form
    runs = _runs(words)
    return (
        len(fuller) >= len(words) >= _FEWEST_ARTICLE_WORDS
        and len(runs & _runs(fuller)) >= _FULLER_SHARE * len(runs)
        and goes_on(posts, incoming)
    )


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {*zip(*(words[shift:] for shift in range(_RUN)), strict=False)}


def _addresses_of(source: Source) -> set[str]:
    """The page's own address, as far as the source says it, and the one that it is asked at, without noise."""
    return {page for address in (source.link, source.origin) if (page := same_page(address))}


def goes_on(stored: Sequence[Post], incoming: Sequence[Post], same_minutes: int = 0, share: int = _SHARE) -> bool:
    """Whether two sets of posts are states of one page: they share at least one post in `share` of the shorter one.

    `same_minutes` is how many shared posts must print the same minute, of days that do not contradict.
    """
    if same_minutes and sharing_a_minute(stored, incoming) < same_minutes:
        return False  # to compare the words of all posts takes a hundred times as long
    pairs = [
        (stored[index], post)
        for post, index in zip(incoming, match_posts(stored, incoming), strict=True)
        if index is not None
    ]
    if not pairs or len(pairs) * share < min(len(stored), len(incoming)):
        return False
    return sum(may_be_same_minute(one.printed_time, other.printed_time) for one, other in pairs) >= same_minutes


def _overlaps(stored: Sequence[Post], incoming: Sequence[Post]) -> bool:
    """Whether two sets of posts without any printed time, but how long ago they were, are states of one page.

    The newest posts of the older state stand in the later one, one below the other. Greetings that two days have stand at the end
    of both, or with each day's posts between them.
    """
    if any(post.printed_time for post in chain(incoming, stored)):
        return False
    place = {index: at for at, index in enumerate(sorted(range(len(stored)), key=lambda index: stored[index].n))}
    shared = [(number, place[index]) for number, index in enumerate(match_posts(stored, incoming)) if index is not None]
    telling = sum(len(words_of(visible_text(incoming[number]))) >= _TELLING_WORDS for number, _ in shared)
    if telling < max(2, min(_SHARED_WITHOUT_TIMES, len(stored), len(incoming))):
        return False
    numbers, places = [number for number, _ in shared], [at for _, at in shared]
    span = max(max(each) - min(each) + 1 for each in (numbers, places))
    return min(*numbers, *places) <= 1 and (span - len(shared)) * _EDITED_AMID <= len(shared)


def count_changes(
    sources: Sequence[Source],
    posts: Sequence[Post],
    source: Source,
    incoming: Sequence[Post],
    posts_read: Mapping[int, int],
) -> Counts:
    """What adding this would bring, in numbers.

    Args:
        sources: the story's.
        posts: the story's.
        source: as read.
        incoming: its posts, as read.
        posts_read: how many the story's sources had when they were read the last time, by their ids.
    """
    if source.content_hash and any(known.content_hash == source.content_hash for known in sources):
        return Counts(same=len(incoming))
    by_source: dict[int, list[Post]] = {}
    for post in posts:
        by_source.setdefault(post.source_id, []).append(post)
    again = source_read_again(source, incoming, sources, lambda known: by_source.get(known.id, []))
    if again is None:
        return Counts(new=len(incoming))
    times = again.printed_time, source.printed_time
    reread = reread_posts(by_source.get(again.id, []), incoming, source.read_at, times, posts_read.get(again.id))
    return counts_of(reread, again, source)


def counts_of(reread: Reread, stored: Source, source: Source) -> Counts:
    """What a reading brings; an older copy of the page, under another name, takes back no edit and says nothing of what is gone."""
    if is_older_copy(reread, stored, source):
        return Counts(new=len(reread.new), same=len(reread.edited) + reread.same)
    return reread.counts


def is_older_copy(reread: Reread, stored: Source, source: Source) -> bool:
    """Whether the source is a copy of the page from before what is stored. The page's own file may go back: what it holds holds."""
    return source.origin != stored.origin and (reread.earlier or _was_edited_before(source, stored))


def _was_edited_before(source: Source, stored: Source) -> bool:
    """Whether the page itself says that this is how it was before its last edit that is stored."""
    one, other = source.modified_time, stored.modified_time
    if one is None or other is None or None in {one.year, other.year, one.utc_offset, other.utc_offset}:
        return False
    minutes = minutes_between(one, other)
    return minutes is not None and minutes < 0


def earlier_wordings(reread: Reread, stored: Iterable[Post], older: Source, now: Source) -> list[Post]:
    """The stored posts that an older copy has in other words, which are earlier wordings of theirs.

    Only where the page says that it is older; and not of posts that have earlier wordings already, among which its place is not known.
    """
    if not _was_edited_before(older, now):
        return []
    before = {post.id: post for post in reread.edited}
    return [
        replace(post, revisions=(Revision(before[post.id].headline, before[post.id].text, None),))
        for post in stored
        if post.id in before and not post.revisions
    ]
