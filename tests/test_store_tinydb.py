"""TinyDB's own operations on the journal."""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query, where
from tinydb.operations import delete, increment
from tinydb.table import Document

from newsdesk.store import JournalDB, StoreNotWritableError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "things.jsonl"


def reopened(path):
    with JournalDB(path) as db:
        return {name: {item.doc_id: dict(item) for item in db.table(name)} for name in sorted(db.tables())}


def lines(path):
    return path.read_bytes().count(b"\n")


def test_what_is_inserted_is_there_after_opening_again(path):
    with JournalDB(path) as db:
        assert db.insert({"name": "quay", "tags": ("old", "wet")}) == 1
        assert db.table("ships").insert(Document({"name": "Ada"}, doc_id=77)) == 77
        assert db.all() == [{"name": "quay", "tags": ["old", "wet"]}]
    assert reopened(path) == {"_default": {1: {"name": "quay", "tags": ["old", "wet"]}}, "ships": {77: {"name": "Ada"}}}


def test_documents_with_and_without_ids_may_be_mixed(path):
    with JournalDB(path) as db:
        assert db.insert_multiple([{"a": 1}, Document({"a": 2}, doc_id=9), {"a": 3}]) == [1, 9, 10]
        assert lines(path) == 2
    assert reopened(path) == {"_default": {1: {"a": 1}, 9: {"a": 2}, 10: {"a": 3}}}


def test_an_id_that_is_taken_is_refused_and_nothing_is_written(path):
    with JournalDB(path) as db:
        db.insert(Document({"a": 1}, doc_id=5))
        before = path.read_bytes()
        with pytest.raises(ValueError, match="5 already exists"):
            db.insert_multiple([{"a": 2}, Document({"a": 3}, doc_id=5)])
        assert db.all() == [{"a": 1}]
        assert path.read_bytes() == before


def test_updates_and_removals(path):
    with JournalDB(path) as db:
        db.insert_multiple([{"n": 1, "kind": "tug"}, {"n": 2, "kind": "ferry"}, {"n": 3, "kind": "tug"}])
        assert db.update(increment("n"), where("kind") == "tug") == [1, 3]
        assert db.update({"seen": True}, doc_ids=[2, 99]) == [2]
        assert db.upsert({"kind": "pilot", "n": 9}, Query().kind == "pilot") == [4]
        assert db.update_multiple([(delete("kind"), where("n") == 9)]) == [4]
        assert db.remove(where("n") == 2) == [1, 2]
        assert db.count(where("kind") == "tug") == 1
        assert len(db) == 2
    assert reopened(path) == {"_default": {3: {"n": 4, "kind": "tug"}, 4: {"n": 9}}}


def test_an_update_that_changes_nothing_writes_nothing(path):
    with JournalDB(path) as db:
        db.insert({"n": 1})
        before = path.read_bytes()
        db.update({"n": 1})
        assert path.read_bytes() == before


def test_dropping_tables(path):
    with JournalDB(path) as db:
        db.insert({"a": 1})
        db.table("ships").insert({"b": 2})
        db.drop_table("ships")
        assert db.tables() == {"_default"}
        db.truncate()
        assert db.tables() == set()
        db.insert({"a": 2})
        db.drop_tables()
    assert reopened(path) == {}


def test_a_loop_over_a_table_may_write(path):
    with JournalDB(path) as db:
        db.insert_multiple([{"n": 1}, {"n": 2}])
        for item in db:
            db.insert({"n": item["n"] * 10})
        assert [item["n"] for item in db] == [1, 2, 10, 20]


def test_a_stored_document_does_not_change_with_the_callers(path):
    with JournalDB(path) as db:
        mine = {"tags": ["old"]}
        db.insert(mine)
        mine["tags"].append("new")
        assert db.get(doc_id=1) == {"tags": ["old"]}


def test_a_transaction_spans_tables_and_is_one_line(path):
    with JournalDB(path) as db:
        with db.transaction():
            first = db.insert({"a": 1})
            assert db.get(doc_id=first) == {"a": 1}
            db.table("ships").insert({"b": first})
            db.insert({"a": 2})
        assert lines(path) == 2
    assert reopened(path) == {"_default": {1: {"a": 1}, 2: {"a": 2}}, "ships": {1: {"b": 1}}}


def test_a_transaction_that_fails_never_happened(path):
    def berth(db):
        with db.transaction():
            db.update({"a": 2})
            db.insert({"a": 3})
            db.table("ships").insert({"b": 1})
            raise LookupError("no berth")

    with JournalDB(path) as db:
        db.insert({"a": 1})
        before = path.read_bytes()
        with pytest.raises(LookupError, match="no berth"):
            berth(db)
        assert db.all() == [{"a": 1}]
        assert db.tables() == {"_default"}
        assert path.read_bytes() == before


@pytest.mark.parametrize("unsayable", [{"a": {1, 2}}, {"a": float("nan")}])
def test_what_json_cannot_say_is_refused_and_leaves_nothing_behind(path, unsayable):
    with JournalDB(path) as db:
        before = path.read_bytes()
        with pytest.raises((TypeError, ValueError)):
            db.insert(unsayable)
        assert db.all() == []
        assert path.read_bytes() == before


def test_two_databases_on_one_file_see_each_other(path):
    with JournalDB(path) as one, JournalDB(path) as two:
        assert one.insert({"by": "one"}) == 1
        assert two.insert({"by": "two"}) == 2
        assert one.search(where("by") == "two") == [{"by": "two"}]
        two.remove(doc_ids=[1])
        assert one.search(where("by") == "one") == []


def test_a_read_only_database_refuses_to_write(path):
    with JournalDB(path) as db:
        db.insert({"a": 1})
    with JournalDB(path, read_only=True) as db:
        assert db.all() == [{"a": 1}]
        with pytest.raises(StoreNotWritableError):
            db.insert({"a": 2})


def test_the_file_can_be_read_without_us(path):
    with JournalDB(path) as db:
        db.insert({"name": "Königsufer"})
    header, line = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert header == {"format": "newsdesk-story", "version": 1}
    assert line[1:] == [1, {"_default": {"1": {"name": "Königsufer"}}}]


_CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["own", "other", "undone"]), st.integers(1, 6), st.sampled_from([None, 1, 2, "a", [1], True])
    ),
    max_size=30,
)


@given(_CHANGES)
def test_an_index_says_what_all_documents_say(changes):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "things.jsonl"
        with JournalDB(path) as db, JournalDB(path) as other:
            assert db.storage.ids_with("ships", "kind", 1) == []
            for who, doc_id, kind in changes:
                writer = other if who == "other" else db
                with suppress(_UndoneError), writer.transaction():
                    if kind is None:
                        writer.table("ships").remove(doc_ids=[doc_id] if doc_id in writer.table("ships") else [])
                    else:
                        writer.table("ships").put([Document({"kind": kind}, doc_id)])
                    if who == "undone":
                        raise _UndoneError
                for said in (1, 2, "a"):
                    all_of_them = db.storage.read().get("ships", {}).items()
                    wanted = {key for key, document in all_of_them if document["kind"] == said}
                    assert {*db.storage.ids_with("ships", "kind", said)} == wanted


def test_an_index_is_made_anew_where_the_file_was_written_anew(path):
    with JournalDB(path) as db:
        db.table("ships").put([Document({"kind": "tug"}, 1), Document({"kind": "tug"}, 2)])
        assert db.storage.ids_with("ships", "kind", "tug") == ["1", "2"]
        with JournalDB(path.with_name("new.jsonl")) as new:
            new.table("ships").put([Document({"kind": "tug"}, 3)])
        path.with_name("new.jsonl").replace(path)
        assert db.storage.ids_with("ships", "kind", "tug") == ["3"]


class _UndoneError(Exception):
    """What is raised in a transaction."""
