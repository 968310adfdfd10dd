"""Story files written anew: compacted, repaired, brought up to date, taken from and given to stock TinyDB."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored_examples import harbour
from tinydb import TinyDB

from newsdesk.model import Mark
from newsdesk.store import (
    JournalDB,
    NotAStoreError,
    OlderVersionError,
    Store,
    StoreError,
    check,
    compact,
    journal_format,
    migration,
    repair,
    rewriting,
    stock,
    tinydb_journal,
)
from newsdesk.store import journal as journal_module
from newsdesk.store.journal_format import HEADER, encode_transaction
from newsdesk.store.stock import from_stock, looks_like_stock, to_stock
from newsdesk.store.writer_lock import WriterLock

KILLED = """
import os, signal, sys
from pathlib import Path
from newsdesk.store import rewriting
step = int(sys.argv[2])
def deadly(module, name):
    real = getattr(module, name)
    def call(*arguments, **options):
        global step
        step -= 1
        if step == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)
    setattr(module, name, call)
for module, name in ((rewriting, "append_durably"), (rewriting.os, "fsync"), (Path, "replace"), (rewriting, "sync_folder")):
    deadly(module, name)
rewriting.compact(Path(sys.argv[1]))
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "harbour.jsonl"


@pytest.fixture
def much_changed(path):
    """A story whose file is mostly what was said and taken back."""
    with Store.open(path) as store:
        added = store.add(*harbour())
        kept = [Mark("note", added.new[0].id, "ask Qvist"), Mark("starred", added.new[1].id)]
        store.set_marks(kept)
        store.set_meta({"title": "Fog"})
        for number in range(40):
            store.set_marks([Mark("read", added.new[0].id, str(number))])
            store.set_marks([], [Mark("read", added.new[0].id, str(number))])
    return path


def holdings(path):
    with Store.open(path, create=False, read_only=True) as store:
        found = store.load()
        return found.sources, found.posts, set(found.marks), store.meta()


def test_a_compacted_story_holds_the_same_and_counts_on(much_changed):
    before, size, report = holdings(much_changed), much_changed.stat().st_size, check(much_changed)
    saved = compact(much_changed)
    assert (saved, holdings(much_changed)) == (size - much_changed.stat().st_size, before)
    assert saved > 0
    after = check(much_changed)
    assert (after.sound, after.posts, after.marks) == (True, report.posts, report.marks)
    with Store.open(much_changed) as store:
        assert store.revision == report.transactions + after.transactions
        store.set_meta({"title": "Ice"})
    assert check(much_changed).sound
    assert not much_changed.with_name(much_changed.name + rewriting.NEW).exists()


def test_what_would_save_nothing_is_left_alone(much_changed):
    compact(much_changed)
    content, inode = much_changed.read_bytes(), much_changed.stat().st_ino
    assert compact(much_changed) == 0
    assert (much_changed.read_bytes(), much_changed.stat().st_ino) == (content, inode)
    assert not much_changed.with_name(much_changed.name + rewriting.NEW).exists()


def test_desks_that_are_open_go_on(much_changed):
    with Store.open(much_changed) as desk, Store.open(much_changed, read_only=True) as reader:
        seen = desk.load()
        reader.load()
        compact(much_changed)
        assert reader.changes().reload
        desk.set_meta({"title": "Written after it"})
        assert (desk.load().posts, reader.load().posts) == (seen.posts, seen.posts)
        assert reader.meta() == {"title": "Written after it"}
    assert holdings(much_changed)[3] == {"title": "Written after it"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_a_compaction_that_is_killed_anywhere_leaves_the_story_whole(much_changed):
    before, content, killed, step = holdings(much_changed), much_changed.read_bytes(), 0, 0
    while True:
        step += 1
        much_changed.write_bytes(content)
        done = subprocess.run([sys.executable, "-c", KILLED, str(much_changed), str(step)], check=False)
        assert holdings(much_changed) == before
        assert check(much_changed).sound
        if done.returncode == 0:
            break
        killed += 1
    assert killed == 5, "before the data, before the disk has them, before the new name, twice before the disk has that"
    with Store.open(much_changed) as store:
        store.set_meta({"title": "Later"})
    assert not much_changed.with_name(much_changed.name + rewriting.NEW).exists()


def test_a_full_disk_leaves_the_story_as_it_was(much_changed, monkeypatch):
    content = much_changed.read_bytes()

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(rewriting, "append_durably", full)
    with pytest.raises(StoreError, match="no room left on the disk"):
        compact(much_changed)
    assert much_changed.read_bytes() == content
    assert not much_changed.with_name(much_changed.name + rewriting.NEW).exists()


def test_a_damaged_story_is_not_compacted(much_changed):
    content = much_changed.read_bytes().replace(b"Qvist", b"Qvast")
    much_changed.write_bytes(content)
    with pytest.raises(StoreError, match="it is damaged and was left as it is; newsdesk check --repair NEWFILE"):
        compact(much_changed)
    assert much_changed.read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "link"), reason="needs hard links")
def test_a_file_of_two_names_stays_one_file(much_changed, tmp_path):
    os.link(much_changed, tmp_path / "other")
    with pytest.raises(StoreError, match="has another name too"):
        compact(much_changed)
    assert much_changed.samefile(tmp_path / "other")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_of_the_temporary_name_is_not_followed(much_changed, tmp_path):
    other = tmp_path / "other"
    other.write_text("mine")
    much_changed.with_name(much_changed.name + rewriting.NEW).symlink_to(other)
    before = holdings(much_changed)
    assert compact(much_changed) > 0
    assert (other.read_text(), much_changed.is_symlink(), holdings(much_changed)) == ("mine", False, before)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_what_a_link_leads_to_is_compacted_and_the_link_stays(much_changed, tmp_path):
    link = tmp_path / "link.jsonl"
    link.symlink_to(much_changed)
    before = holdings(much_changed)
    much_changed.chmod(0o640)
    assert compact(link) > 0
    assert (link.is_symlink(), holdings(link), much_changed.stat().st_mode & 0o777) == (True, before, 0o640)


def test_whoever_closes_a_wasteful_story_compacts_it(much_changed, monkeypatch):
    with Store.open(much_changed, read_only=True):
        pass
    size = much_changed.stat().st_size
    with Store.open(much_changed):
        pass
    assert much_changed.stat().st_size == size, "a small one is left alone"
    monkeypatch.setattr(tinydb_journal, "_WORTH_COMPACTING", 100)
    before = holdings(much_changed)
    store, begun = Store.open(much_changed), time.monotonic()
    with WriterLock(much_changed).held():
        store.close()
    assert time.monotonic() - begun < 5, "who leaves waits for nobody who writes"
    assert much_changed.stat().st_size == size
    with Store.open(much_changed):
        pass
    assert much_changed.stat().st_size < size
    assert holdings(much_changed) == before
    lean = much_changed.read_bytes()
    with Store.open(much_changed):
        pass
    assert much_changed.read_bytes() == lean


# -- repair


def test_what_can_be_believed_is_saved_and_the_rest_kept_aside(much_changed, tmp_path):
    content = much_changed.read_bytes().replace(b"Qvist", b"Qvast").replace(b'"title"', b'"tilte"', 1)
    much_changed.write_bytes(content)
    new = tmp_path / "saved.jsonl"
    saved = repair(much_changed, new)
    assert len(saved.damaged) == 2
    lines = content.splitlines(keepends=True)
    assert saved.kept_aside.read_bytes() == b"".join(lines[number - 1] for number in saved.damaged)
    assert (much_changed.read_bytes(), check(new).sound) == (content, True)
    assert holdings(new) == holdings(much_changed)


def test_a_sound_story_is_copied_without_anything_aside(much_changed, tmp_path):
    saved = repair(much_changed, tmp_path / "copy.jsonl")
    assert (saved.damaged, saved.kept_aside) == ((), None)
    assert holdings(tmp_path / "copy.jsonl") == holdings(much_changed)


@pytest.mark.parametrize("taken", ["saved.jsonl", "saved.jsonl.damaged"])
def test_a_repair_overwrites_nothing(much_changed, tmp_path, taken):
    much_changed.write_bytes(much_changed.read_bytes().replace(b"Qvist", b"Qvast"))
    (tmp_path / taken).write_text("mine")
    with pytest.raises(StoreError, match="there is a file of this name and it was left as it is"):
        repair(much_changed, tmp_path / "saved.jsonl")
    assert (tmp_path / taken).read_text() == "mine"
    assert sum(item.name.startswith("saved") for item in tmp_path.iterdir()) == 1


# -- earlier formats


@pytest.fixture
def format_2(monkeypatch):
    """A format after the present one, whose marks have another name for their target."""

    def upgrade(tables):
        return tables | {"meta": {"1": {"key": "upgraded", "value": "yes"}}}

    monkeypatch.setattr(journal_format, "HEADER", HEADER.replace(b'"version":1', b'"version":2'))
    monkeypatch.setattr(journal_module, "HEADER", HEADER.replace(b'"version":1', b'"version":2'))
    monkeypatch.setattr(journal_module, "VERSION", 2)
    monkeypatch.setattr(rewriting, "VERSION", 2)
    monkeypatch.setitem(migration.UPGRADES, 1, upgrade)


def test_an_earlier_format_is_brought_up_to_date_and_kept(much_changed, format_2):
    earlier = much_changed.read_bytes()
    with pytest.raises(OlderVersionError, match="an earlier newsdesk wrote this story"):
        Store.open(much_changed, read_only=True)
    assert check(much_changed).sound
    with Store.open(much_changed) as store:
        assert store.meta() == {"upgraded": "yes"}
        assert len(store.load().posts) == 4
    assert much_changed.with_name(much_changed.name + ".bak").read_bytes() == earlier
    assert b'"version":2' in much_changed.read_bytes().splitlines()[0]
    with Store.open(much_changed, read_only=True) as store:
        assert store.meta() == {"upgraded": "yes"}


def test_an_earlier_backup_stays(much_changed, format_2):
    backup = much_changed.with_name(much_changed.name + ".bak")
    backup.write_text("older")
    Store.open(much_changed).close()
    assert backup.read_text() == "older"
    assert much_changed.with_name(much_changed.name + ".bak.2").exists()


def test_a_damaged_story_of_an_earlier_format_is_left_alone(much_changed, format_2):
    much_changed.write_bytes(much_changed.read_bytes().replace(b"Qvist", b"Qvast"))
    content = much_changed.read_bytes()
    with pytest.raises(StoreError, match="check --repair"):
        Store.open(much_changed)
    assert much_changed.read_bytes() == content
    assert [*much_changed.parent.glob("*.bak*")] == [], "each attempt would leave another one"


def test_the_backup_stays_once_the_new_file_is_in_place(much_changed, format_2, monkeypatch):
    earlier = much_changed.read_bytes()

    def failing(folder):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(rewriting, "sync_folder", failing)
    with pytest.raises(StoreError, match="cannot be written"):
        Store.open(much_changed)
    assert much_changed.with_name(much_changed.name + ".bak").read_bytes() == earlier


# -- stock TinyDB

words = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Mn", "Zl", "Zp", "Co", "Cn"]), max_size=12)
values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words
ids = st.integers(0, (1 << 63) - 1).map(str)
fields = st.dictionaries(words, values, max_size=4)


@given(
    st.dictionaries(ids, fields, min_size=1, max_size=3),
    st.dictionaries(ids, fields, max_size=4),
    st.dictionaries(ids, fields, max_size=3),
    st.data(),
)
def test_a_story_comes_back_from_stock_tinydb(sources, posts, marks, data):
    for post in posts.values():
        post["source_id"] = int(data.draw(st.sampled_from(sorted(sources))))
        post["text"] = data.draw(words)
    tables = {"sources": sources, "posts": posts, "marks": marks}
    exported = to_stock(tables)
    assert from_stock(exported.encode()) == tables
    assert looks_like_stock(exported.encode())


def test_stock_tinydb_reads_what_is_exported_and_gives_it_back(much_changed, tmp_path):
    with Store.open(much_changed) as store:
        (tmp_path / "stock.json").write_text(store.stock(), encoding="utf-8")
    with TinyDB(tmp_path / "stock.json") as database, JournalDB(much_changed) as ours:
        for name in ours.tables():
            theirs = {document.doc_id: document for document in database.table(name)}
            assert theirs == {document.doc_id: document for document in ours.table(name)}
        assert len(database.table("posts")) == 4
        database.table("posts").update(
            {"headline": "Changed by hand"}, doc_ids=[next(iter(database.table("posts"))).doc_id]
        )
    with Store.open(tmp_path / "new.jsonl") as store:
        store.bring_in(from_stock((tmp_path / "stock.json").read_bytes()))
        assert [post.headline for post in store.load().posts].count("Changed by hand") == 1
        with pytest.raises(StoreError, match="has sources already and was not touched"):
            store.bring_in(from_stock((tmp_path / "stock.json").read_bytes()))


SOURCE = {"sources": {"7": {"kind": "article"}}}


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (b"\xff\xfe", "it is no JSON"),
        (b"[]", "it is JSON, but no TinyDB file"),
        (b"{}", "holds no sources of a story"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"_default": {"1": {"a": NaN}}}', "it is no JSON"),
        (json.dumps({"_default": {"1": {"name": "a"}}} | SOURCE).encode(), "table '_default', which no story has"),
        (json.dumps({"posts": {"01": {}}} | SOURCE).encode(), "'01' in its table 'posts' is no id"),
        (json.dumps({"posts": {"9" * 30: {}}} | SOURCE).encode(), "is no id of a document"),
        (json.dumps({"posts": {"9" * 5000: {}}} | SOURCE).encode(), "is no id of a document"),
        (json.dumps({"posts": {"1": []}} | SOURCE).encode(), "document 1 in its table 'posts' is no object"),
        (json.dumps({"posts": {"1": {"source_id": 8}}} | SOURCE).encode(), "the source of its post 1 is not in it"),
        (json.dumps({"posts": {"1": {"source_id": 7, "text": 3}}} | SOURCE).encode(), "the text of its post 1"),
    ],
)
def test_anything_else_is_refused_with_what_was_seen(content, seen):
    with pytest.raises(NotAStoreError) as caught:
        stock.from_stock(content)
    assert seen in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_comes_in_is_cleaned():
    tables = SOURCE | {"posts": {"1": {"source_id": 7, "text": "Fog\x1b]0;owned\x07 today", "captions": ["\x9b2Jx"]}}}
    post = from_stock(json.dumps(tables).encode())["posts"]["1"]
    assert (post["text"], post["captions"]) == ("Fog today", ["x"])


def test_a_tinydb_file_in_a_storys_place_is_recognised(path):
    with TinyDB(path) as database:
        database.insert({"name": "Fog"})
    content = path.read_bytes()
    with pytest.raises(NotAStoreError, match="this is a TinyDB file and it was not touched; newsdesk import brings it"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_line_of_a_compacted_story_costs_one_document(much_changed):
    compact(much_changed)
    lines = much_changed.read_bytes().splitlines(keepends=True)
    whole = len(lines) - 1
    assert check(much_changed).transactions == whole == 1 + 4 + 2 + 1
    much_changed.write_bytes(b"".join([*lines[:3], b"?" + lines[3], *lines[4:]]))
    report = check(much_changed)
    assert (report.transactions, len(report.damaged), report.missing) == (whole - 1, 1, 1)


def test_a_gap_in_the_numbers_is_not_compacted_away(path):
    path.write_bytes(HEADER + encode_transaction(1, {"meta": {}}) + encode_transaction(3, {"meta": {}}))
    with pytest.raises(StoreError, match="it is damaged"):
        compact(path)
