"""What a change costs, counted and not timed: the bytes that are written, the lines that are read, the waits for the disk."""

from __future__ import annotations

import gc
import os
import sys

import pytest

from newsdesk.model import Mark, Post, Source, SourceKind
from newsdesk.store import JournalDB, Store
from newsdesk.store import journal as journal_module


@pytest.fixture
def calls(monkeypatch):
    """What the system was asked: ("write", bytes) and ("wait", 0), in order."""
    made = []
    write, wait = os.write, getattr(os, "fdatasync", os.fsync)

    def writing(descriptor, data):
        made.append(("write", len(data)))
        return write(descriptor, data)

    def waiting(descriptor):
        made.append(("wait", 0))
        return wait(descriptor)

    monkeypatch.setattr(os, "write", writing)
    monkeypatch.setattr(os, wait.__name__, waiting)
    return made


def story(path, count):
    with Store.open(path) as store:
        source = Source(SourceKind.LIVE_PAGE, "/pages/harbour.html", content_hash="first")
        store.add(source, [Post(number + 1, f"Cargo {number:06} was landed.") for number in range(count)])
    return path


def test_the_disk_has_a_change_before_it_is_answered(tmp_path, calls):
    with Store.open(tmp_path / "harbour.jsonl") as store:
        added = store.add(Source(SourceKind.ARTICLE, "/fog"), [Post(1, "Fog")])
        for change in (
            lambda: store.set_marks([Mark("starred", added.new[0].id)]),
            lambda: store.set_meta({"title": "Fog"}),
            lambda: store.remove_source(added.source.id),
        ):
            calls.clear()
            change()
            # The lock's note of who holds it comes first and is waited for by nobody.
            assert [name for name, _size in calls][-2:] == ["write", "wait"]


@pytest.mark.parametrize("kind", ["insert", "upsert", "update"])
def test_a_change_writes_as_much_in_a_big_story_as_in_a_small_one(tmp_path, calls, kind):
    written = {}
    for count in (10, 2000):
        path = story(tmp_path / f"{count}.jsonl", count)
        with JournalDB(path) as database:
            table = database.table("posts")
            first = next(iter(table))
            calls.clear()
            if kind == "insert":
                table.insert({"text": "Fog", "doc": 1})
            elif kind == "upsert":
                first["headline"] = "Fog"
                table.upsert(first)
            else:
                table.update({"headline": "Fog"}, doc_ids=[first.doc_id])
        written[count] = sum(size for name, size in calls if name == "write")
    small, big = written.values()
    assert abs(big - small) < 20, "only numbers and ids may be longer"


def steps_of(work):
    """How many of Python's instructions it takes: loops over what is stored show, whatever the machine."""
    steps = 0

    def step(frame, event, _argument):
        nonlocal steps
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return step

    others = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(others)
    return steps


def change(kind, database, store):
    """A change, ready to be made."""
    table = database.table("posts")
    first = next(iter(table))
    first["headline"] = "Fog"
    if kind == "insert":
        return lambda: table.insert({"text": "Fog"})
    if kind == "upsert":
        return lambda: table.upsert(first)
    if kind == "new source":
        return lambda: store.add(Source(SourceKind.ARTICLE, "/fog", content_hash="fog"), [Post(1, "Fog")])
    return lambda: store.set_marks([Mark("starred", first.doc_id)])


@pytest.mark.parametrize("kind", ["insert", "upsert", "new source", "mark"])
def test_a_change_takes_as_many_steps_in_a_big_story_as_in_a_small_one(tmp_path, kind):
    steps = []
    for count in (10, 2000):
        path = story(tmp_path / f"{count}.jsonl", count)
        with JournalDB(path) as database, Store.open(path) as store:
            steps.append(steps_of(change(kind, database, store)))
    small, big = steps
    assert big - small < 500, "one for each of 2,000 posts would be more"


def test_only_what_another_process_wrote_is_read(tmp_path, monkeypatch):
    path = story(tmp_path / "harbour.jsonl", 500)
    with Store.open(path) as desk, Store.open(path) as other:
        desk.load()
        decoded = []
        decode = journal_module.decode_transactions

        def counting(lines):
            for line, transaction in decode(lines):
                decoded.append(len(line))
                yield line, transaction

        monkeypatch.setattr(journal_module, "decode_transactions", counting)
        assert desk.changes() is None
        assert decoded == []
        other.set_meta({"title": "Fog"})
        decoded.clear()
        assert desk.changes() is not None
        assert len(decoded) == 1
        assert decoded[0] < 200


def test_nobody_searches_for_garbage_while_a_story_is_opened_and_read(tmp_path):
    path = story(tmp_path / "harbour.jsonl", 2000)
    searches = []
    gc.collect()
    gc.callbacks.append(searched := lambda phase, info: searches.append((phase, info)))
    try:
        with Store.open(path) as store:
            posts = store.load().posts
    finally:
        gc.callbacks.remove(searched)
    # The rest of opening makes few objects; without care there are dozens of searches for these posts.
    assert (len(posts), len(searches) <= 4) == (2000, True)
    assert gc.isenabled()
