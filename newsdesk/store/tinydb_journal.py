"""TinyDB on the journal, by TinyDB's documented extension points: a Storage, a Table subclass, a TinyDB subclass.

Queries and operations are TinyDB's own. What differs: a write costs what it changes and not what is stored; it is on
the disk when the call returns; several processes may use one file; `JournalDB.transaction` spans tables. A table
without documents does not exist, and queries are never cached, since another process may have written meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from newsdesk.store.journal import Journal
from newsdesk.store.journal_format import Fields, TableChanges, Tables, take_over
from newsdesk.store.writer_lock import LOCK_TIMEOUT
from newsdesk.system.many_objects import making_many_objects

_WORTH_COMPACTING = 1 << 20
"""Bytes from which on a file is worth it."""
_MOST_WRITTEN = 3
"""How many times as many documents as there are may have been written before that."""


@dataclass(slots=True)
class News:
    """What was written, by whomever, since it was last asked for."""

    before: TableChanges = field(default_factory=dict)
    """By table and id: the document as it was before; None when there was none."""
    reload: bool = False
    """The file was read anew: anything may have changed."""


class JournalStorage(Storage):
    """The documents of a story's file, in memory, kept in step with the file."""

    def __init__(
        self,
        path: Path | str,
        *,
        create: bool = True,
        read_only: bool = False,
        lock_timeout: float = LOCK_TIMEOUT,
    ) -> None:
        """Open the file.

        Raises:
            StoreError: it cannot be opened.
        """
        super().__init__()
        self._tables: Tables = {}
        self._highest_ids: dict[str, int] = {}
        self._written = 0
        self._indexes: dict[tuple[str, str], dict[int | str | None, dict[str, None]]] = {}
        """By a table and a field that was asked for: the ids of the documents by what the field says in them."""
        self._news = News()
        self._pending: TableChanges = {}
        self._before: TableChanges = {}
        self._depth = 0
        with making_many_objects():
            self.journal = Journal(Path(path), self, create=create, read_only=read_only, lock_timeout=lock_timeout)
        self._news = News()

    # -- what TinyDB asks of a storage

    def read(self) -> Tables:
        """All tables as they are in the file now. The documents are the storage's own: copy what you change."""
        if not self._depth:
            self.journal.catch_up()
        return {name: table for name, table in self._tables.items() if table}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make everything as `data` says (TinyDB does so to drop tables), in one transaction."""
        with self.transaction():
            for name in {*self._tables, *data}:
                old, new = self._tables.get(name, {}), data.get(name, {})
                self.change(name, {doc_id: None for doc_id in old if doc_id not in new})
                self.change(name, {doc_id: plain(doc) for doc_id, doc in new.items() if old.get(doc_id) != doc})

    def close(self) -> None:
        """Close the file."""
        self.journal.close()

    # -- transactions

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes made inside become one line of the journal, or, when something is raised, nothing at all.

        Raises:
            StoreError: the lock was not to be had, or the disk failed.
        """
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        with self.journal.writing():
            self._depth, self._pending, self._before = 1, {}, {}
            try:
                yield
                if self._pending:
                    self.journal.append(self._pending)
                    self._note(self._before)
            except BaseException:
                self._apply(self._before)
                raise
            finally:
                self._depth = 0

    def change(self, name: str, documents: Mapping[str, Fields | None]) -> None:
        """Set documents (None removes) of a table; only inside a transaction. They belong to the storage then."""
        if not documents:
            return
        table = self._tables.get(name, {})
        before = self._before.setdefault(name, {})
        for doc_id in documents:
            before.setdefault(doc_id, table.get(doc_id))
        self._pending.setdefault(name, {}).update(documents)
        self._apply({name: dict(documents)})

    def next_id(self, name: str) -> int:
        """An id that no document of the table has or had while this storage was open."""
        return self._highest_ids.get(name, 0) + 1

    def ids_with(self, name: str, field: str, value: int | str) -> list[str]:
        """The ids of a table's documents in which a field says this. All documents are gone through the first time alone."""
        documents = self.read().get(name, {})
        index = self._indexes.get((name, field))
        if index is None:
            index = self._indexes[name, field] = {}
            for doc_id, document in documents.items():
                index.setdefault(_said(document, field), {})[doc_id] = None
        return list(index.get(value, ()))

    def take_news(self) -> News:
        """What was written since the last call."""
        news, self._news = self._news, News()
        return news

    @property
    def wasteful(self) -> bool:
        """Whether most of a big file is earlier states of documents."""
        documents = sum(map(len, self._tables.values()))
        return self.journal.size >= _WORTH_COMPACTING and self._written > _MOST_WRITTEN * documents

    # -- what the journal tells

    def start_over(self) -> None:
        """Forget everything: the journal reads its file anew."""
        self._tables.clear()
        self._highest_ids.clear()
        self._indexes.clear()
        self._written = 0
        self._news = News(reload=True)

    def apply(self, changes: TableChanges) -> None:
        """Take over a transaction of another writer."""
        tables = self._tables
        self._note(
            {name: {doc_id: tables.get(name, {}).get(doc_id) for doc_id in ids} for name, ids in changes.items()}
        )
        self._apply(changes)

    def _note(self, before: TableChanges) -> None:
        """These documents were like that until now."""
        if not self._news.reload:
            for name, documents in before.items():
                self._news.before[name] = documents | self._news.before.get(name, {})

    def _apply(self, changes: TableChanges) -> None:
        for (name, of), index in self._indexes.items():
            table = self._tables.get(name, {})
            for doc_id, document in changes.get(name, {}).items():
                before, now = _said(table.get(doc_id), of), _said(document, of)
                if doc_id in table and (document is None or now != before):
                    index[before].pop(doc_id)
                if document is not None:
                    index.setdefault(now, {})[doc_id] = None
        take_over(self._tables, changes)
        for name, documents in changes.items():
            self._written += len(documents)
            highest = max(map(int, documents), default=0)
            self._highest_ids[name] = max(self._highest_ids.get(name, 0), highest)


class JournalTable(Table):
    """A table whose writes cost what they change."""

    def __init__(self, storage: JournalStorage, name: str, **_options: Any) -> None:
        """As TinyDB's, whose options `cache_size` and `persist_empty` have no meaning here."""
        super().__init__(storage, name, cache_size=0, persist_empty=False)
        self._journal_storage = storage

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; see TinyDB."""
        with self._journal_storage.transaction():  # the new id and the document under one lock
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents, those with and without an id mixed as they come; see TinyDB."""
        with self._journal_storage.transaction():
            return [super(JournalTable, self).insert(document) for document in documents]

    def upsert(self, document: Mapping[str, Any], cond: Any = None) -> list[int]:
        """Update documents, or insert one; see TinyDB."""
        with self._journal_storage.transaction():
            return super().upsert(document, cond)

    def put(self, documents: Iterable[Document]) -> None:
        """Set whole documents by their ids, whether or not they were there before. Not in TinyDB, whose update merges."""
        with self._journal_storage.transaction():
            self._journal_storage.change(self.name, {str(document.doc_id): plain(document) for document in documents})

    def __iter__(self) -> Iterator[Document]:
        # Over a copy of the list, so that a loop may write.
        for doc_id, document in list(self._read_table().items()):
            yield self.document_class(document, self.document_id_class(doc_id))

    def _get_next_id(self) -> int:
        return self._journal_storage.next_id(self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._journal_storage.transaction():
            view = _TableView(self._journal_storage.read().get(self.name, {}))
            updater(view)
            self._journal_storage.change(self.name, view.changes())


class JournalDB(TinyDB):
    """TinyDB on a story's file."""

    table_class: type[Table] = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]  # TinyDB infers the type of its own default

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside, to whatever tables, happens as a whole or not at all.

        Raises:
            StoreError: the lock was not to be had, or the disk failed.
        """
        storage = self.storage
        assert isinstance(storage, JournalStorage)
        with storage.transaction():
            yield


class _TableView(MutableMapping[int, Any]):
    """What TinyDB's updaters see of a table. Only what they touch is copied, and only what differs then is a change."""

    def __init__(self, table: Mapping[str, Fields]) -> None:
        self._table = table
        self._copies: dict[str, Fields | None] = {}

    def __getitem__(self, doc_id: int) -> Any:
        key = str(doc_id)
        if key not in self._copies:
            self._copies[key] = plain(self._table[key])
        document = self._copies[key]
        if document is None:
            raise KeyError(doc_id)
        return document

    def __contains__(self, doc_id: object) -> bool:
        key = str(doc_id)
        return self._copies[key] is not None if key in self._copies else key in self._table

    def __setitem__(self, doc_id: int, document: Mapping[str, Any]) -> None:
        self._copies[str(doc_id)] = plain(document)

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._copies[str(doc_id)] = None

    def __iter__(self) -> Iterator[int]:
        yield from [int(key) for key in self._table if self._copies.get(key, True) is not None]
        yield from [int(key) for key, copy in self._copies.items() if copy is not None and key not in self._table]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._copies = dict.fromkeys(self._table)

    def changes(self) -> dict[str, Fields | None]:
        """What differs from the table."""
        return {
            key: copy
            for key, copy in self._copies.items()
            if copy != self._table.get(key)  # a removed one that never was is equal, too: None
        }


def _said(document: Fields | None, field: str) -> int | str | None:
    """What a field says; None for what cannot be looked for."""
    value = document.get(field) if document else None
    return value if isinstance(value, int | str) else None


def plain(value: Any) -> Any:
    """A deep copy as JSON will give it back: objects with string keys, lists. Other things are left for JSON to refuse."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
