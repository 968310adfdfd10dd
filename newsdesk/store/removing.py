"""Removing a source with all that hangs on it, and bringing it back, on a story's tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from newsdesk.model import Mark, Revision
from newsdesk.store.answers import Removed
from newsdesk.store.documents import (
    MARKS,
    POSTS,
    REVISIONS,
    SOURCES,
    mark_document,
    mark_from,
    post_from,
    revision_document,
    revision_documents,
    source_from,
)
from newsdesk.store.identity import wording
from newsdesk.store.journal_format import Fields
from newsdesk.store.matching import match_posts
from newsdesk.store.tables import StoryTables, mark_id


def remove_source(tables: StoryTables, source_id: int) -> Removed:
    """What `Store.remove_source` says."""
    source = tables.source_document(source_id)
    posts = {doc_id: tables.documents(POSTS)[str(doc_id)] for doc_id in tables.post_ids(source_id)}
    marks = tables.marks_on({source_id, *posts})
    documents: dict[str, dict[int, Fields]] = {
        SOURCES: {source_id: source},
        POSTS: posts,
        MARKS: {doc_id: tables.documents(MARKS)[str(doc_id)] for doc_id in marks},
    }
    for name, table in documents.items():
        tables.put(name, dict.fromkeys(table))
    return Removed(
        source=source_from(source_id, source),
        posts=tuple(sorted((post_from(*item) for item in posts.items()), key=lambda post: post.n)),
        marks=tuple(marks.values()),
        documents=documents,
    )


def restore(tables: StoryTables, removed: Removed) -> None:
    """What `Store.restore` says."""
    marks = dict(removed.documents.get(MARKS, {}))
    posts = dict(removed.documents.get(POSTS, {}))
    if there := tables.posts_of(removed.source):
        found = match_posts(there, removed.posts)
        same = {post.id: there[at].id for post, at in zip(removed.posts, found, strict=True) if at is not None}
        _add_earlier_wordings(tables, removed, same)
        posts = {doc_id: document for doc_id, document in posts.items() if doc_id not in same}
        marks = _moved(marks, same)
    missing: Mapping[str, Mapping[int, Fields]] = {
        SOURCES: removed.documents.get(SOURCES, {}),
        POSTS: posts,
        MARKS: marks,
    }
    for name, documents in missing.items():
        now = tables.as_stored(name, documents)
        tables.put(name, {doc_id: document for doc_id, document in documents.items() if now[doc_id] is None})


def _add_earlier_wordings(tables: StoryTables, removed: Removed, same: Mapping[int, int]) -> None:
    """Give posts the wordings of those whose places they took: what was removed came before."""
    grown: dict[int, Fields | None] = {}
    for post in removed.posts:
        if post.id not in same:
            continue
        document = tables.documents(POSTS)[str(same[post.id])]
        now = post_from(same[post.id], document)
        known = {wording(revision) for revision in now.revisions}
        earlier = [
            kept
            for kept, revision in zip(
                revision_documents(removed.documents[POSTS][post.id]), post.revisions, strict=True
            )
            if wording(revision) not in known
        ]
        if wording(post) not in {wording(now), *known}:
            earlier.append(revision_document(Revision(post.headline, post.text, None)))
        if earlier:
            grown[now.id] = {**document, REVISIONS: [*earlier, *revision_documents(document)]}
    tables.put(POSTS, grown)


def _moved(marks: Mapping[int, Fields], same: Mapping[int, int]) -> dict[int, Fields]:
    """The marks on the posts that took the places of those they were made on."""
    moved: dict[int, Fields] = {}
    for doc_id, document in marks.items():
        mark: Mark = mark_from(document)
        target = same.get(mark.target, mark.target)
        if target == mark.target:
            moved[doc_id] = document
        else:
            mark = replace(mark, target=target)
            moved[mark_id(mark)] = mark_document(mark, document)
    return moved
