"""The narrow class through which the rest of newsdesk stores a story.

Everything goes through TinyDB's tables on the journal: `sources`, `posts` (with their revisions), `marks` and `meta`.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from newsdesk.model import Mark, Post, PrintedTime, Source
from newsdesk.store import adding, removing
from newsdesk.store.answers import Added, Changes, MarksSet, Removed, Snapshot, changes_between
from newsdesk.store.documents import (
    MARKS,
    META,
    POSTS,
    RENAMED,
    SOURCES,
    mark_document,
    mark_from,
    post_from,
    renamed,
    source_from,
)
from newsdesk.store.errors import OlderVersionError, StoreError, shown
from newsdesk.store.identity import stable_id
from newsdesk.store.journal_format import Tables
from newsdesk.store.rereading import USER_FIELDS, with_date_said_again
from newsdesk.store.rewriting import compact, migrate
from newsdesk.store.stock import to_stock
from newsdesk.store.tables import StoryTables, mark_id, sources_in
from newsdesk.store.tinydb_journal import JournalDB
from newsdesk.store.writer_lock import LOCK_TIMEOUT
from newsdesk.system.many_objects import making_many_objects


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
        self._tables = StoryTables(path, database)
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

        Here, because whoever leaves waits for nothing else. What speaks against it (a full disk, a damaged line, somebody
        who writes) is no reason to complain or to wait: the file is as it was, and the next one to close it looks again.
        """
        with self._lock:
            wasteful = not self._closed and not self.read_only and self._tables.storage.wasteful
            self._closed = True
            self._db.close()
            if wasteful:
                with suppress(StoreError):
                    compact(self._path, lock_timeout=0)

    @property
    def path(self) -> Path:
        """The file, as it was named."""
        return self._path

    @property
    def revision(self) -> int:
        """The transaction up to which the file has been read."""
        return self._tables.revision

    @property
    def size(self) -> int:
        """Bytes of the file up to there."""
        return self._tables.storage.journal.size

    @property
    def read_only(self) -> bool:
        """Whether it was opened to read alone."""
        return self._tables.storage.journal.read_only

    @property
    def damaged(self) -> tuple[int, ...]:
        """Numbers (from 1) of the file's lines that cannot be believed; what they held is missing."""
        return self._tables.storage.journal.damaged

    # -- reading

    def load(self) -> Snapshot:
        """The whole story as it is stored now."""
        with self._lock, making_many_objects():
            tables = self._tables.storage.read()
            sources = sources_in(tables.get(SOURCES, {}))
            order = {source.id: place for place, source in enumerate(sources)}
            posts = [post_from(int(doc_id), document) for doc_id, document in tables.get(POSTS, {}).items()]
            posts = [post for post in posts if post.source_id in order]
            posts.sort(key=lambda post: (order[post.source_id], post.n))
            marks = tuple(mark_from(document) for document in tables.get(MARKS, {}).values())
            return Snapshot(tuple(sources), tuple(posts), marks, self.revision)

    def source_ids(self) -> list[int]:
        """The sources' ids in the order of `load`, without their posts."""
        with self._lock:
            return [source.id for source in sources_in(self._tables.storage.read().get(SOURCES, {}))]

    def changes(self) -> Changes | None:
        """What was written, by whomever, since the last call, or since the file was opened; None when nothing.

        Costs one `stat` when nothing happened, and otherwise what was written. While another thread is busy with this
        store the answer is None, and the news is told the next time.
        """
        if not self._lock.acquire(blocking=False):
            return None
        try:
            tables = self._tables.storage.read()
            news = self._tables.storage.take_news()
            return Changes(reload=True) if news.reload else changes_between(news.before, tables)
        finally:
            self._lock.release()

    def marks(self) -> tuple[Mark, ...]:
        """Everything the user said; unlike `load` it costs nothing per post and leaves `changes` where it counts from."""
        with self._lock:
            return tuple(mark_from(document) for document in self._tables.documents(MARKS).values())

    def meta(self) -> dict[str, str]:
        """Small things to remember with the story: its title, the place last read."""
        with self._lock:
            found = {document.get("key"): document.get("value") for document in self._tables.documents(META).values()}
            return {key: value for key, value in found.items() if isinstance(key, str) and isinstance(value, str)}

    def stock(self) -> str:
        """Everything in the file as TinyDB's own storage would write it."""
        with self._lock:
            return to_stock(self._tables.storage.read())

    def last_state(self, origin: str, year: int | None, said_time: PrintedTime | None) -> str | None:
        """The `content_hash` with which reading this place again would bring nothing, so that it need not be understood.

        Args:
            origin: the place.
            year: what the user says now; another year than before is news.
            said_time: the same of its date; that of before, too, where posts have come since.
        """
        with self._lock:
            sources = sources_in(self._tables.documents(SOURCES))
            found = (
                source
                for source in sources
                if source.origin == origin and year in {None, source.year} and said_time in {None, source.said_time}
            )
            source = next((source for source in found if source.content_hash), None)
            if source is None or (said_time and with_date_said_again((), self._tables.posts_of(source), source)):
                return None
            return source.content_hash

    def posts_read(self) -> dict[int, int]:
        """How many posts each source had when it was read the last time, by its id, as far as that is known."""
        with self._lock:
            return self._tables.posts_read()

    def read_in_vain(self, origin: str, content_hash: str) -> Added | None:
        """What `add` would say of this place in this state, which is the last one; None when it is not, or not known well enough."""
        with self._lock:
            return adding.read_in_vain(self._tables, origin, content_hash)

    # -- writing

    def bring_in(self, tables: Tables) -> None:
        """Store whole tables, as one transaction, in a story that has no sources.

        Raises:
            StoreError: it has some.
        """
        with self._writing():
            if self._tables.documents(SOURCES):
                raise StoreError(
                    f"{shown(self._path)}: this story has sources already and was not touched; name a new one with --story"
                )
            for name, documents in tables.items():
                self._tables.put(name, {int(doc_id): document for doc_id, document in documents.items()})

    def add(self, source: Source, posts: Sequence[Post]) -> Added:
        """Store what was read of a source: what is new, edits as revisions, and which posts are gone. Nothing is ever deleted.

        The same content again changes nothing, but for a year, a date, an interval or an address that the user says; `source_read_again` tells whether a
        source is known, `vanishing` when a post is gone. The user's own words of a source stay.

        Args:
            source: as read; its id does not count.
            posts: as read, in the source's order.
        """
        with self._writing():
            return adding.add(self._tables, source, posts)

    def take_back(self, added: Sequence[Added]) -> list[Removed | None]:
        """Make sources as they were before `add`, the last one first: out of the story when they were new.

        Marks are the user's: those on posts that a reading brought stay stored, and hold when it is read again.

        Returns:
            in the order of `added`, what was taken out: `restore` undoes this for a source that was new. None for a source
            that was left as it is, since somebody else has read or changed it, or said more of it than that it was read.
        """
        with self._writing():
            return [adding.take_back(self._tables, one) for one in reversed(added)][::-1]

    def update_source(self, source: Source, *, users: Collection[str] | None = None) -> frozenset[str]:
        """Store what the user says of a source: its title, publisher, year. A reading leaves these alone then.

        A title or publisher of None takes the user's word back: the next reading that differs may bring one.

        Args:
            source: the source as it is to be.
            users: of the fields that differ from what is stored, those that are the user's own words from now on; None: all.

        Returns:
            the fields that were the user's own words before, which with the source as it was undo this.

        Raises:
            StoreError: the source is gone: somebody removed it.
        """
        with self._writing():
            before = self._tables.source_document(source.id)
            stored = source_from(source.id, before)
            changed = {name for name in USER_FIELDS if getattr(source, name) != getattr(stored, name)}
            said = {name for name in changed if getattr(source, name) is not None and (users is None or name in users)}
            by_user = (renamed(before) - changed) | said
            self._tables.put_source(source, **{RENAMED: sorted(by_user)})
            return frozenset(renamed(before))

    def say_date_again(self, source_id: int) -> Added:
        """Take a source's posts that came after its date was said for posts of that date, too.

        Returns:
            what is to be given to `take_back` to undo it; nothing was written when there are none.

        Raises:
            StoreError: the source is gone: somebody removed it.
        """
        with self._writing():
            return adding.say_date_again(self._tables, source_id)

    def remove_source(self, source_id: int, elsewhere: Iterable[Mark] = ()) -> Removed:
        """Remove a source, its posts and the marks on them; `elsewhere` says in other sources what would be lost with those.

        Raises:
            StoreError: the source is gone already.
        """
        with self._writing():
            said = self.set_marks(elsewhere).added
            return replace(removing.remove_source(self._tables, source_id), said_elsewhere=said)

    def restore(self, removed: Removed) -> None:
        """Bring back what `remove_source` removed.

        What was stored anew since then is left as it is; a post that is there in other words is not doubled, and gets the
        marks and the earlier wordings of the one that was removed.
        """
        with self._writing():
            removing.restore(self._tables, removed)
            self.set_marks([], removed.said_elsewhere)

    def set_marks(self, add: Iterable[Mark], remove: Iterable[Mark] = ()) -> MarksSet:
        """Remove and add marks, in this order. All of a mark but its moment says which it is; one that is there stays as it is.

        Returns:
            what changed by it: what is to be given to `unset_marks` to take it back.
        """
        with self._writing():
            gone = {mark_id(mark): mark for mark in remove}
            there = self._tables.as_stored(MARKS, gone)
            removed = tuple(mark_from(document) for document in there.values() if document)
            self._tables.put(MARKS, dict.fromkeys(gone))
            wanted = {mark_id(mark): mark for mark in add}
            missing = [doc_id for doc_id, document in self._tables.as_stored(MARKS, wanted).items() if document is None]
            self._tables.put(MARKS, {doc_id: mark_document(wanted[doc_id]) for doc_id in missing})
            return MarksSet(tuple(wanted[doc_id] for doc_id in missing), removed)

    def unset_marks(self, said: MarksSet) -> bool:
        """Take back what `set_marks` did; False, and nothing has changed, when somebody else has taken all of it back since."""
        with self._writing():
            added = [mark_id(mark) for mark in said.added]
            if added and not any(self._tables.as_stored(MARKS, added).values()):
                return False
            self.set_marks(said.removed, said.added)
            return True

    def set_meta(self, values: Mapping[str, str | None]) -> None:
        """Remember small things with the story; None forgets one. Others stay."""
        with self._writing():
            self._tables.put(
                META,
                {
                    stable_id("meta", key): None if value is None else {"key": key, "value": value}
                    for key, value in values.items()
                },
            )

    # -- within a transaction

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock, self._db.transaction():
            yield
