"""Adding a source, reading it again, and taking either back, on a story's tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.model import READ, Counts, Post, Source
from newsdesk.store.answers import Added, Documents, Removed
from newsdesk.store.documents import (
    EARLIER_HASHES,
    FIRST_STORED,
    POSTS,
    POSTS_READ,
    SOURCES,
    post_document,
    renamed,
    source_from,
)
from newsdesk.store.identity import is_followed, post_id, source_id
from newsdesk.store.removing import remove_source
from newsdesk.store.rereading import (
    counts_of,
    earlier_wordings,
    is_older_copy,
    keeps_origin,
    reread_posts,
    reread_source,
    source_read_again,
    that_came_later,
    with_date_said_again,
    without_lines,
)
from newsdesk.store.tables import StoryTables, earlier_hashes

_MOST_HASHES = 50
"""Earlier states of an address that are known again: it has a new one as often as it is asked, for as long as the story goes on."""


def add(tables: StoryTables, source: Source, posts: Sequence[Post]) -> Added:
    """What `Store.add` says."""
    same = _same_content(tables, source)
    if same is not None:
        counts = Counts(same=len(posts))
        now = _with_what_is_said(same, source)
        posts_before = tables.posts_of(same) if now.origin != same.origin or source.said_time else []
        without = without_lines(posts_before) if now.origin != same.origin else ()
        changed = with_date_said_again(without, posts_before, source)
        if now == same and not changed:
            return Added(same, counts=counts)
        before = {SOURCES: tables.as_stored(SOURCES, [same.id]), **_put_posts(tables, changed)}
        tables.put_source(now)
        return _noted(tables, Added(now, counts=counts), before)
    stored = source_read_again(source, posts, tables.sources(), tables.posts_of)
    return _add_new(tables, source, posts) if stored is None else _add_again(tables, stored, source, posts)


def read_in_vain(tables: StoryTables, origin: str, content_hash: str) -> Added | None:
    """What `Store.read_in_vain` says."""
    for doc_id, count in tables.posts_read().items():
        document = tables.source_document(doc_id)
        if (document.get("origin"), document.get("content_hash")) == (origin, content_hash):
            return Added(source_from(doc_id, document), counts=Counts(same=count))
    return None


def say_date_again(tables: StoryTables, source_id: int) -> Added:
    """What `Store.say_date_again` says."""
    source = source_from(source_id, tables.source_document(source_id))
    changed = with_date_said_again((), tables.posts_of(source), source)
    return _noted(tables, Added(source), _put_posts(tables, changed))


def take_back(tables: StoryTables, added: Added) -> Removed | None:
    """Make the source as it was before it was added, or read again.

    Marks are the user's: those on posts that a reading brought stay, for when it is read again; those on a source that was
    added go with it.

    Returns:
        what was taken out, for `restore`; None, and nothing has changed, when somebody else has read or changed the source
        since, or said something of it.
    """
    for name, documents in added.after.items():
        if tables.as_stored(name, documents) != documents:
            return None
    if not added.is_new:
        for name, before in added.before.items():
            tables.put(name, before)
        return Removed(added.source, added.new)
    ids = {added.source.id, *tables.post_ids(added.source.id)}
    others_marks = any(mark.kind != READ for mark in tables.marks_on(ids).values())
    if others_marks or ids != {added.source.id, *added.after[POSTS]}:
        return None
    return remove_source(tables, added.source.id)


def _same_content(tables: StoryTables, source: Source) -> Source | None:
    """The source that holds this content, or held it: a copy elsewhere may be older than what is stored.

    Two addresses that give the same today may differ tomorrow: one is compared with itself alone when it is followed already,
    else with copies, of which it may be the address, and with no other one.
    """
    if not source.content_hash:
        return None
    documents = tables.documents(SOURCES)
    if is_followed(source):
        itself = {key: document for key, document in documents.items() if document.get("origin") == source.origin}
        documents = itself or {
            key: document for key, document in documents.items() if not is_followed(source_from(int(key), document))
        }
    for doc_id, document in documents.items():
        hashes = [document.get("content_hash")]
        if document.get("origin") != source.origin:
            hashes += earlier_hashes(document)
        if source.content_hash in hashes:
            return source_from(int(doc_id), document)
    return None


def _with_what_is_said(stored: Source, source: Source) -> Source:
    """A source whose content is known, with what the user says by adding it: a year, a date, an interval, an address to follow it at."""
    return replace(
        stored,
        year=stored.year if source.year is None else source.year,
        said_time=source.said_time or stored.said_time,
        interval=stored.interval if source.interval is None else source.interval,
        origin=source.origin if is_followed(source) else stored.origin,
    )


def _add_new(tables: StoryTables, source: Source, posts: Sequence[Post]) -> Added:
    source = replace(source, id=source_id(source, tables.taken_ids()))
    new = _with_ids(tables, source, posts)
    before: Documents = {SOURCES: {source.id: None}, POSTS: dict.fromkeys(post.id for post in new)}
    tables.put_source(source, **{FIRST_STORED: tables.revision + 1, POSTS_READ: len(posts)})
    tables.put(POSTS, {post.id: post_document(post) for post in new})
    return _noted(tables, Added(source, new=new, counts=Counts(new=len(new))), before)


def _add_again(tables: StoryTables, stored: Source, source: Source, posts: Sequence[Post]) -> Added:
    posts_before = tables.posts_of(stored)
    if keeps_origin(stored, source):
        posts = without_lines(posts)
    document = tables.source_document(stored.id)
    shown_before = tables.posts_read().get(stored.id)
    times = stored.printed_time, source.printed_time
    reread = reread_posts(posts_before, posts, source.read_at, times, shown_before)
    hashes = [*earlier_hashes(document), stored.content_hash]
    older = is_older_copy(reread, stored, source)
    if older:
        now, hashes = stored, [*earlier_hashes(document), source.content_hash]
        reread = replace(reread, new=without_lines(reread.new))
        changed = earlier_wordings(reread, posts_before, source, stored)
    else:
        now = reread_source(stored, source, renamed(document))
        changed = with_date_said_again([*reread.edited, *reread.gone, *reread.moved], posts_before, source)
    new = _with_ids(tables, now, that_came_later(reread.new, stored, source))
    if is_followed(now) and not (changed or new) and _alike(now, stored) and shown_before == len(posts):
        return Added(stored, counts=reread.counts)
    before = {
        SOURCES: tables.as_stored(SOURCES, [now.id]),
        POSTS: tables.as_stored(POSTS, [post.id for post in (*changed, *new)]),
    }
    hashes = [one for one in dict.fromkeys(hashes) if one not in {"", now.content_hash}]
    if is_followed(now):
        hashes = hashes[-_MOST_HASHES:]
    tables.put_source(now, **{EARLIER_HASHES: hashes} | ({} if older else {POSTS_READ: len(posts)}))
    tables.put(POSTS, {post.id: post_document(post, before[POSTS][post.id]) for post in (*changed, *new)})
    added = Added(now, new=new, counts=counts_of(reread, stored, source))
    if not older:
        added = replace(added, edited=reread.edited, gone=reread.gone)
    return _noted(tables, added, before)


def _alike(now: Source, stored: Source) -> bool:
    """Whether a source says nothing new, though its content has changed: many feeds tell when they were asked."""
    return replace(now, content_hash=stored.content_hash, read_at=stored.read_at) == stored


def _put_posts(tables: StoryTables, posts: Sequence[Post]) -> Documents:
    """Store posts that are there already; they are returned as they were."""
    before = tables.as_stored(POSTS, [post.id for post in posts])
    tables.put(POSTS, {post.id: post_document(post, before[post.id]) for post in posts})
    return {POSTS: before}


def _noted(tables: StoryTables, added: Added, before: Documents) -> Added:
    """With what it wrote over and what it wrote."""
    after = {name: tables.as_stored(name, documents) for name, documents in before.items()}
    return replace(added, before=before, after=after) if before != after else added


def _with_ids(tables: StoryTables, source: Source, posts: Sequence[Post]) -> tuple[Post, ...]:
    """New posts as they are to be stored."""
    named: dict[int, Post] = {}
    is_taken = tables.taken_ids()
    for post in posts:
        doc_id = post_id(source.id, post, lambda candidate: candidate in named or is_taken(candidate))
        named[doc_id] = replace(post, id=doc_id, source_id=source.id, published=None)
    return tuple(named.values())
