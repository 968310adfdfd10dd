"""What the store answers: frozen, so that it may be handed between threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsdesk.model import Counts, Mark, Post, Source
from newsdesk.store.documents import MARKS, META, POSTS, SOURCES, mark_from, post_from, source_from
from newsdesk.store.journal_format import Fields, TableChanges, Tables


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A story as it was stored at one moment."""

    sources: tuple[Source, ...]
    """In the order in which they were first added."""
    posts: tuple[Post, ...]
    """By source and `n`. A post's `n` never changes; on a page read again, newer posts count down from it, below 1."""
    marks: tuple[Mark, ...]
    revision: int
    """Counts the transactions; grows with every change, by whomever."""


Documents = Mapping[str, Mapping[int, Fields | None]]
"""By table and id; None stands for one that is not there."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a source changed."""

    source: Source
    """As stored."""
    new: tuple[Post, ...] = ()
    edited: tuple[Post, ...] = ()
    """Posts that were stored before in other words, as they are now."""
    gone: tuple[Post, ...] = ()
    counts: Counts = field(default_factory=Counts)
    before: Documents = field(default_factory=dict, repr=False, compare=False)
    """What was written over, as it was; empty when nothing was written."""
    after: Documents = field(default_factory=dict, repr=False, compare=False)
    """The same documents as they were left."""

    @property
    def is_new(self) -> bool:
        """Whether the source came into the story with this."""
        return self.before.get(SOURCES, {}).get(self.source.id, {}) is None


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed source with everything that hung on it: what `restore` brings back exactly."""

    source: Source
    posts: tuple[Post, ...]
    marks: tuple[Mark, ...] = ()
    documents: Mapping[str, Mapping[int, Fields]] = field(default_factory=dict, repr=False)
    """As they were stored, by table and id; empty where only a reading was taken back."""
    said_elsewhere: tuple[Mark, ...] = ()
    """Marks that were made so that nothing said of other sources was lost; they go when it is brought back."""


@dataclass(frozen=True, slots=True)
class MarksSet:
    """What setting marks changed; what was said already, or not at all, is left out."""

    added: tuple[Mark, ...] = ()
    removed: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What was written. With `reload`, anything may have changed: load the story again."""

    sources: tuple[Source, ...] = ()
    """New or changed, whole; so are posts and marks."""
    posts: tuple[Post, ...] = ()
    marks: tuple[Mark, ...] = ()
    removed_sources: frozenset[int] = frozenset()
    removed_posts: frozenset[int] = frozenset()
    removed_marks: tuple[Mark, ...] = ()
    meta: bool = False
    """Something in `Store.meta` changed."""
    reload: bool = False


def changes_between(before: TableChanges, tables: Tables) -> Changes | None:
    """What differs between documents as they were and as they are in the tables."""
    now: TableChanges = {
        name: {
            doc_id: document
            for doc_id, earlier in documents.items()
            if (document := tables.get(name, {}).get(doc_id)) != earlier
        }
        for name, documents in before.items()
    }
    if not any(now.values()):
        return None
    sources, posts, marks = (now.get(name, {}) for name in (SOURCES, POSTS, MARKS))
    gone_marks = [before[MARKS][doc_id] for doc_id, document in marks.items() if document is None]
    return Changes(
        sources=tuple(source_from(int(doc_id), document) for doc_id, document in sources.items() if document),
        posts=tuple(post_from(int(doc_id), document) for doc_id, document in posts.items() if document),
        marks=tuple(mark_from(document) for document in marks.values() if document),
        removed_sources=frozenset(int(doc_id) for doc_id, document in sources.items() if document is None),
        removed_posts=frozenset(int(doc_id) for doc_id, document in posts.items() if document is None),
        removed_marks=tuple(mark_from(document) for document in gone_marks if document),
        meta=bool(now.get(META)),
    )
