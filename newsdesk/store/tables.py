"""The tables of a story as the store's transactions read and write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tinydb.table import Document

from newsdesk.model import Mark, Post, Source
from newsdesk.store.documents import (
    EARLIER_HASHES,
    FIRST_STORED,
    MARKS,
    POSTS,
    POSTS_READ,
    SOURCES,
    mark_from,
    post_from,
    source_document,
    source_from,
)
from newsdesk.store.errors import SourceGoneError, shown
from newsdesk.store.identity import stable_id
from newsdesk.store.journal_format import Fields
from newsdesk.store.tinydb_journal import JournalDB, JournalStorage, JournalTable


class StoryTables:
    """Documents and what they stand for. Whoever writes has begun a transaction."""

    def __init__(self, path: Path, database: JournalDB) -> None:
        self._path = path
        self._db = database

    @property
    def storage(self) -> JournalStorage:
        """What the tables lie in."""
        storage = self._db.storage
        assert isinstance(storage, JournalStorage)
        return storage

    @property
    def revision(self) -> int:
        """The transaction up to which the file has been read."""
        return self.storage.journal.sequence

    def table(self, name: str) -> JournalTable:
        """TinyDB's table."""
        table = self._db.table(name)
        assert isinstance(table, JournalTable)
        return table

    def documents(self, name: str) -> Mapping[str, Fields]:
        """All documents of a table, the storage's own: copy what you change."""
        return self.storage.read().get(name, {})

    def as_stored(self, name: str, ids: Iterable[int]) -> dict[int, Fields | None]:
        """The documents with these ids as they are now, None for one that is not there. Nobody changes them: writing replaces."""
        there = self.documents(name)
        return {doc_id: there.get(str(doc_id)) for doc_id in ids}

    def put(self, name: str, documents: Mapping[int, Fields | None]) -> None:
        """Set whole documents; None removes one. What is so already is not written."""
        now = self.as_stored(name, documents)
        changed = {doc_id: document for doc_id, document in documents.items() if document != now[doc_id]}
        table = self.table(name)
        table.remove(doc_ids=[doc_id for doc_id, document in changed.items() if document is None])
        table.put(Document(document, doc_id) for doc_id, document in changed.items() if document is not None)

    def sources(self) -> list[Source]:
        """In the order in which they were first stored."""
        return sources_in(self.documents(SOURCES))

    def source_document(self, source_id: int) -> Fields:
        """A source as it is stored.

        Raises:
            SourceGoneError: somebody removed it.
        """
        document = self.documents(SOURCES).get(str(source_id))
        if document is None:
            raise SourceGoneError(f"{shown(self._path)}: the source is no longer in the story; add it again")
        return document

    def posts_read(self) -> dict[int, int]:
        """How many posts each source had when it was read the last time, by its id, as far as that is known."""
        counts = {int(doc_id): document.get(POSTS_READ) for doc_id, document in self.documents(SOURCES).items()}
        return {source_id: count for source_id, count in counts.items() if isinstance(count, int)}

    def put_source(self, source: Source, **more: Any) -> None:
        """Store a source; `more` are fields of the document besides, left out when they say nothing."""
        before = self.documents(SOURCES).get(str(source.id))
        document = source_document(source, before) | more
        self.put(SOURCES, {source.id: {name: value for name, value in document.items() if name not in more or value}})

    def post_ids(self, source_id: int) -> list[int]:
        """The ids of a source's posts."""
        return [int(doc_id) for doc_id in self.storage.ids_with(POSTS, "source_id", source_id)]

    def posts_of(self, source: Source) -> list[Post]:
        """A source's posts, in its order."""
        documents = self.documents(POSTS)
        posts = [post_from(doc_id, documents[str(doc_id)]) for doc_id in self.post_ids(source.id)]
        return sorted(posts, key=lambda post: post.n)

    def marks_on(self, targets: Iterable[int]) -> dict[int, Mark]:
        """What the user said of these posts and sources, by the marks' ids."""
        wanted = set(targets)
        return {
            int(doc_id): mark_from(document)
            for doc_id, document in self.documents(MARKS).items()
            if document.get("target") in wanted
        }

    def taken_ids(self) -> Callable[[int], bool]:
        """Whether an id stands for a source or post now: marks name either by it."""
        sources, posts = self.documents(SOURCES), self.documents(POSTS)
        return lambda doc_id: str(doc_id) in sources or str(doc_id) in posts


def sources_in(documents: Mapping[str, Fields]) -> list[Source]:
    """The sources in these documents, in the order in which they were first stored."""

    def first_stored(item: tuple[str, Fields]) -> int:
        number = item[1].get(FIRST_STORED)
        return number if isinstance(number, int) else 0

    return [source_from(int(doc_id), document) for doc_id, document in sorted(documents.items(), key=first_stored)]


def earlier_hashes(document: Mapping[str, Any]) -> list[str]:
    """The `content_hash` of each state of the page but the last."""
    hashes = document.get(EARLIER_HASHES)
    return [one for one in hashes if isinstance(one, str)] if isinstance(hashes, list) else []


def mark_id(mark: Mark) -> int:
    """All of a mark but its moment says which it is."""
    of = (mark.words, str(mark.start)) if mark.words else ()
    # Marks of a text's words were stored before those of a headline's were told from them.
    headline = ("headline",) if mark.words and mark.place == "headline" else ()
    return stable_id("mark", mark.kind, str(mark.target), mark.value, *of, *headline)
