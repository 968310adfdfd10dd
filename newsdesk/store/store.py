"""The narrow class through which the rest of newsdesk stores a story.

Everything goes through TinyDB's tables on the journal: `sources`, `posts` (with their revisions), `marks` and `meta`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tinydb.table import Document

from newsdesk.model import Mark, Post, Source
from newsdesk.store.answers import Added, Changes, Removed, Snapshot, changes_between
from newsdesk.store.documents import (
    EARLIER_HASHES,
    FIRST_STORED,
    MARKS,
    META,
    POSTS,
    RENAMED,
    REVISIONS,
    SOURCES,
    Revision,
    mark_document,
    mark_from,
    post_document,
    post_from,
    revision_document,
    revisions_from,
    source_document,
    source_from,
)
from newsdesk.store.errors import OlderVersionError, SourceGoneError, StoreError, shown
from newsdesk.store.identity import post_id, source_id, stable_id
from newsdesk.store.journal_format import Fields
from newsdesk.store.rereading import (
    USER_FIELDS,
    Reread,
    reread_posts,
    reread_source,
    source_read_again,
)
from newsdesk.store.rewriting import compact, migrate
from newsdesk.store.tinydb_journal import JournalDB, JournalStorage, JournalTable
from newsdesk.store.writer_lock import LOCK_TIMEOUT


class Store:
    """A story's store file. Several processes may have it open, and each may write.

    Every method may be called from any thread, one at a time: a lock sees to it, so a call waits for the one before.
    Every change is one transaction and on the disk when the method returns. Every method raises StoreError, with one
    line for a person, when the file cannot be read or written; then nothing has changed.
    """

    def __init__(self, path: Path, database: JournalDB) -> None:
        """Use `Store.open`."""
        self._path = path
        self._db = database
        self._lock = threading.RLock()
        self._closed = False

    @classmethod
    def open(
        cls, path: Path, *, create: bool = True, read_only: bool = False, lock_timeout: float = LOCK_TIMEOUT
    ) -> Self:
        """Open a story.

        Args:
            path: the file; an empty one is a new story.
            create: make the file and its folders when there is none (never when `read_only`).
            read_only: take no lock and write nothing, so that it works on read-only media.
            lock_timeout: seconds to wait for another process that writes.

        Raises:
            NotAStoreError, NewerVersionError: the file was left untouched.
            StoreNotWritableError: try `read_only`.
            StoreError: it cannot be opened.
        """
        options = {"create": create, "read_only": read_only, "lock_timeout": lock_timeout}
        try:
            database = JournalDB(path, **options)
        except OlderVersionError:
            if read_only:
                raise
            migrate(path, lock_timeout=lock_timeout)
            database = JournalDB(path, **options)
        return cls(path, database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, and compact it where most of it no longer counts; a second time does nothing.

        Here, because whoever leaves waits for nothing else. What speaks against it (a full disk, a damaged line) is no
        reason to complain: the file is as it was.
        """
        with self._lock:
            wasteful = not self._closed and not self._storage.journal.read_only and self._storage.wasteful
            self._closed = True
            self._db.close()
            if wasteful:
                with suppress(StoreError):
                    compact(self._path)

    @property
    def path(self) -> Path:
        """The file, as it was named."""
        return self._path

    @property
    def revision(self) -> int:
        """The transaction up to which the file has been read."""
        return self._storage.journal.sequence

    @property
    def damaged(self) -> tuple[int, ...]:
        """Numbers (from 1) of the file's lines that cannot be believed; what they held is missing."""
        return self._storage.journal.damaged

    # -- reading

    def load(self) -> Snapshot:
        """The whole story as it is stored now; `changes` counts from here."""
        with self._lock:
            tables = self._storage.read()
            self._storage.take_news()
            sources = self._sources(tables.get(SOURCES, {}))
            order = {source.id: place for place, source in enumerate(sources)}
            posts = [post_from(int(doc_id), document) for doc_id, document in tables.get(POSTS, {}).items()]
            posts = [post for post in posts if post.source_id in order]
            posts.sort(key=lambda post: (order[post.source_id], post.n))
            marks = tuple(mark_from(document) for document in tables.get(MARKS, {}).values())
            return Snapshot(tuple(sources), tuple(posts), marks, self.revision)

    def changes(self) -> Changes | None:
        """What other writers did since the last `load` or `changes`; None when nothing.

        Costs one `stat` when nothing happened, and otherwise what was written. While another thread is busy with this
        store the answer is None, and the news is told the next time.
        """
        if not self._lock.acquire(blocking=False):
            return None
        try:
            tables = self._storage.read()
            news = self._storage.take_news()
            return Changes(reload=True) if news.reload else changes_between(news.before, tables)
        finally:
            self._lock.release()

    def revisions(self, post_id: int) -> tuple[Revision, ...]:
        """A post's earlier wordings, oldest first."""
        with self._lock:
            return revisions_from(self._table(POSTS).get(doc_id=post_id) or {})

    def marks(self) -> tuple[Mark, ...]:
        """Everything the user said; unlike `load` it costs nothing per post and leaves `changes` where it counts from."""
        with self._lock:
            return tuple(mark_from(document) for document in self._storage.read().get(MARKS, {}).values())

    def meta(self) -> dict[str, str]:
        """Small things to remember with the story: its title, the place last read."""
        with self._lock:
            found = {document.get("key"): document.get("value") for document in self._table(META)}
            return {key: value for key, value in found.items() if isinstance(key, str) and isinstance(value, str)}

    # -- writing

    def add(self, source: Source, posts: Sequence[Post]) -> Added:
        """Store what was read of a source: only what is new, and edits as revisions. Nothing is ever deleted.

        The same content again changes nothing, but for a year that the user says; `source_read_again` tells whether a
        source is known. The user's own words of a source stay.

        Args:
            source: as read; its id does not count.
            posts: as read, in the source's order.
        """
        with self._writing():
            same = self._same_content(source)
            if same is not None:
                if source.year is not None and source.year != same.year:
                    same = replace(same, year=source.year)
                    self._put_source(same)
                return Added(same, known=len(posts))
            known = self._sources(self._storage.read().get(SOURCES, {}))
            stored = source_read_again(source, posts, known, self._posts_of)
            if stored is None:
                return self._add_new(source, posts)
            return self._add_again(stored, source, posts)

    def update_source(self, source: Source, *, users: Collection[str] | None = None) -> frozenset[str]:
        """Store what the user says of a source: its title, publisher, year. A reading leaves these alone then.

        A title or publisher of None takes the user's word back: the next reading that differs may bring one.

        Args:
            source: the source as it is to be.
            users: the fields that are the user's own words from now on; None adds those that differ from what is stored.

        Returns:
            the fields that were the user's own words before, which with the source as it was undo this.

        Raises:
            StoreError: the source is gone: somebody removed it.
        """
        with self._writing():
            before = self._source_document(source.id)
            stored = source_from(source.id, before)
            changed = {name for name in USER_FIELDS if getattr(source, name) != getattr(stored, name)}
            taken_back = {name for name in changed if getattr(source, name) is None}
            renamed = (changed | _renamed(before)) - taken_back if users is None else set(users)
            self._put_source(source, renamed=sorted(renamed))
            return frozenset(_renamed(before))

    def remove_source(self, source_id: int) -> Removed:
        """Remove a source, its posts and the marks on them.

        Raises:
            StoreError: the source is gone already.
        """
        with self._writing():
            source = dict(self._source_document(source_id))
            posts = {post.doc_id: dict(post) for post in self._table(POSTS) if post.get("source_id") == source_id}
            targets = {source_id, *posts}
            marks = {mark.doc_id: dict(mark) for mark in self._table(MARKS) if mark.get("target") in targets}
            documents: dict[str, dict[int, Fields]] = {SOURCES: {source_id: source}, POSTS: posts, MARKS: marks}
            for name, table in documents.items():
                self._table(name).remove(doc_ids=list(table))
            return Removed(
                source=source_from(source_id, source),
                posts=tuple(sorted((post_from(*item) for item in posts.items()), key=lambda post: post.n)),
                marks=tuple(mark_from(mark) for mark in marks.values()),
                documents=documents,
            )

    def restore(self, removed: Removed) -> None:
        """Bring back what `remove_source` removed. What was stored anew since then is left as it is."""
        with self._writing():
            for name, documents in removed.documents.items():
                there = self._storage.read().get(name, {})
                self._table(name).put(
                    Document(document, doc_id) for doc_id, document in documents.items() if str(doc_id) not in there
                )

    def set_marks(self, add: Iterable[Mark], remove: Iterable[Mark] = ()) -> None:
        """Remove and add marks, in this order. All of a mark but its moment says which it is; one that is there stays as it is."""
        with self._writing():
            table = self._table(MARKS)
            table.remove(doc_ids=[_mark_id(mark) for mark in remove])
            marks = {_mark_id(mark): mark for mark in add}
            table.put(
                Document(mark_document(mark), doc_id)
                for doc_id, mark in marks.items()
                if not table.contains(doc_id=doc_id)
            )

    def set_meta(self, values: Mapping[str, str | None]) -> None:
        """Remember small things with the story; None forgets one. Others stay."""
        with self._writing():
            table = self._table(META)
            documents = {stable_id("meta", key): {"key": key, "value": value} for key, value in values.items()}
            table.remove(doc_ids=[doc_id for doc_id, document in documents.items() if document["value"] is None])
            table.put(
                Document(document, doc_id)
                for doc_id, document in documents.items()
                if document["value"] is not None and table.get(doc_id=doc_id) != document
            )

    # -- within a transaction

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock, self._db.transaction():
            yield

    @property
    def _storage(self) -> JournalStorage:
        storage = self._db.storage
        assert isinstance(storage, JournalStorage)
        return storage

    def _table(self, name: str) -> JournalTable:
        table = self._db.table(name)
        assert isinstance(table, JournalTable)
        return table

    def _sources(self, documents: Mapping[str, Fields]) -> list[Source]:
        def first_stored(item: tuple[str, Fields]) -> int:
            number = item[1].get(FIRST_STORED)
            return number if isinstance(number, int) else 0

        return [source_from(int(doc_id), document) for doc_id, document in sorted(documents.items(), key=first_stored)]

    def _source_document(self, source_id: int) -> Mapping[str, Any]:
        document = self._table(SOURCES).get(doc_id=source_id)
        if document is None:
            raise SourceGoneError(f"{shown(self._path)}: the source is no longer in the story; add it again")
        return document

    def _posts_of(self, source: Source) -> list[Post]:
        documents = self._storage.read().get(POSTS, {}).items()
        posts = [
            post_from(int(doc_id), document) for doc_id, document in documents if document.get("source_id") == source.id
        ]
        return sorted(posts, key=lambda post: post.n)

    def _same_content(self, source: Source) -> Source | None:
        """The source that holds this content, or held it: a copy elsewhere may be older than what is stored."""
        if not source.content_hash:
            return None
        for doc_id, document in self._storage.read().get(SOURCES, {}).items():
            hashes = [document.get("content_hash")]
            if document.get("origin") != source.origin:
                hashes += _earlier_hashes(document)
            if source.content_hash in hashes:
                return source_from(int(doc_id), document)
        return None

    def _taken_ids(self) -> Callable[[int], bool]:
        """Whether an id stands for a source or post now: marks name either by it."""
        tables = self._storage.read()
        sources, posts = tables.get(SOURCES, {}), tables.get(POSTS, {})
        return lambda doc_id: str(doc_id) in sources or str(doc_id) in posts

    def _put_source(self, source: Source, **more: Any) -> None:
        table = self._table(SOURCES)
        before = table.get(doc_id=source.id)
        document = source_document(source, before) | more
        document = {name: value for name, value in document.items() if name not in more or value}
        if document != before:
            table.put([Document(document, source.id)])

    def _add_new(self, source: Source, posts: Sequence[Post]) -> Added:
        source = replace(source, id=source_id(source, self._taken_ids()))
        self._put_source(source, **{FIRST_STORED: self.revision + 1})
        return Added(source, new=self._put_new(source, posts))

    def _add_again(self, stored: Source, source: Source, posts: Sequence[Post]) -> Added:
        reread = reread_posts(self._posts_of(stored), posts)
        if source.origin != stored.origin and reread.earlier:
            return self._add_earlier(stored, source, reread)
        replaced_at = source.read_at
        document = self._source_document(stored.id)
        source = reread_source(stored, source, _renamed(document))
        hashes = dict.fromkeys([*_earlier_hashes(document), stored.content_hash])
        self._put_source(source, **{EARLIER_HASHES: [one for one in hashes if one not in {"", source.content_hash}]})
        table = self._table(POSTS)
        revised: list[Document] = []
        for earlier, now in reread.edited:
            before = table.get(doc_id=now.id)
            edited = post_document(now, before)
            known = edited.get(REVISIONS)
            revisions = known if isinstance(known, list) else []
            edited[REVISIONS] = [*revisions, revision_document(earlier, replaced_at)]
            revised.append(Document(edited, now.id))
        moved = [Document(post_document(post, table.get(doc_id=post.id)), post.id) for post in reread.moved]
        table.put([*revised, *moved])
        return Added(
            source,
            new=self._put_new(source, reread.new),
            known=reread.known,
            revised=tuple(replace(now, published=None) for _earlier, now in reread.edited),
        )

    def _add_earlier(self, stored: Source, source: Source, reread: Reread) -> Added:
        """An older copy under another name: it brings the posts that are missing, and takes back no edit."""
        hashes = [*_earlier_hashes(self._source_document(stored.id)), source.content_hash]
        self._put_source(stored, **{EARLIER_HASHES: hashes})
        return Added(stored, new=self._put_new(stored, reread.new), known=reread.known + len(reread.edited))

    def _put_new(self, source: Source, posts: Sequence[Post]) -> tuple[Post, ...]:
        stored: dict[int, Post] = {}
        is_taken = self._taken_ids()
        for post in posts:
            doc_id = post_id(source.id, post, lambda candidate: candidate in stored or is_taken(candidate))
            stored[doc_id] = replace(post, id=doc_id, source_id=source.id, published=None)
        self._table(POSTS).put(Document(post_document(post), doc_id) for doc_id, post in stored.items())
        return tuple(stored.values())


def _earlier_hashes(document: Mapping[str, Any]) -> list[str]:
    hashes = document.get(EARLIER_HASHES)
    return [one for one in hashes if isinstance(one, str)] if isinstance(hashes, list) else []


def _renamed(document: Mapping[str, Any]) -> set[str]:
    names = document.get(RENAMED)
    return {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()


def _mark_id(mark: Mark) -> int:
    of = (mark.words, str(mark.start)) if mark.words else ()
    # Marks of a text's words were stored before those of a headline's were told from them.
    headline = ("headline",) if mark.words and mark.place == "headline" else ()
    return stable_id("mark", mark.kind, str(mark.target), mark.value, *of, *headline)
