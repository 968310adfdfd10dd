"""Stories that are moved and deleted while others have them open, and what lies beside them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest
from stored_examples import harbour

from newsdesk.kept.last_view import LastView, keep_view, read_view
from newsdesk.model import Mark
from newsdesk.store import Store, StoreBusyError, StoreError, move_story, story_path
from newsdesk.stories import Stories

WRITER = """
import sys
from pathlib import Path
from newsdesk.model import Mark
from newsdesk.store import Store, StoreError, story_path

done = 0
while done < 30:
    for name in ("fog", "ice"):
        try:
            with Store.open(story_path(Path(sys.argv[1]), name), create=False) as store:
                store.set_marks([Mark("starred", int(sys.argv[2]) * 1000 + done)])
        except StoreError:
            continue
        print(int(sys.argv[2]) * 1000 + done)
        done += 1
        break
"""
"""Adds thirty marks, and prints each one's target when it is stored."""


@pytest.fixture
def mine(tmp_path):
    return Stories(tmp_path)


@pytest.fixture
def fog(mine):
    """A story with a view and kept candidates beside it."""
    path = mine.create("fog")
    with Store.open(path) as store:
        store.add(*harbour())
    keep_view(path, LastView(pane="quotes"))
    path.with_name(path.name + ".candidates").write_text("kept")
    return path


def beside(folder):
    return sorted(item.name for item in folder.iterdir())


def test_a_file_under_a_name_that_no_story_can_have_hides_no_other(mine, fog):
    fog.with_name("ha\x1bnd.jsonl").write_bytes(fog.read_bytes())
    good, bad = mine.entries()
    assert (good.name, good.problem) == ("fog", None)
    assert "no control characters" in bad.problem


def test_what_lies_beside_a_story_goes_along(mine, fog):
    new = mine.rename("fog", "ice")
    assert (len(Store.open(new).load().posts), read_view(new).pane) == (4, "quotes")
    mine.archive("ice")
    mine.restore("ice")
    assert read_view(new).pane == "quotes"
    assert new.with_name(new.name + ".candidates").read_text() == "kept"
    assert [name for name in beside(new.parent) if name.startswith("fog")] == []


def test_a_story_whose_name_begins_alike_is_another_one(mine, fog):
    other = mine.create("fog.jsonl.ice")
    mine.delete("fog")
    assert other.exists()
    assert [entry.name for entry in mine.entries()] == ["fog.jsonl.ice"]


def test_who_has_a_moved_story_open_is_told_and_writes_nothing(mine, fog):
    with Store.open(fog) as desk:
        desk.load()
        content = fog.read_bytes()
        new = mine.rename("fog", "ice")
        for attempt in (desk.changes, desk.load, lambda: desk.set_marks([Mark("starred", 1)])):
            with pytest.raises(StoreError) as caught:
                attempt()
            assert str(caught.value).endswith(
                "this story is no longer here, so nothing can be stored; it was renamed, put away or deleted"
            )
    keep_view(fog, LastView(pane="stream"))
    assert new.read_bytes() == content
    assert [name for name in beside(fog.parent) if name.startswith("fog")] == []


@pytest.mark.parametrize("name", ["ice", "FOG"])
def test_a_story_that_somebody_writes_to_is_left_where_it_is(fog, tmp_path, name):
    held, done = threading.Event(), threading.Event()

    def write():
        with Store.open(fog) as store, store._writing():
            held.set()
            done.wait(30)

    writer = threading.Thread(target=write)
    writer.start()
    held.wait(30)
    try:
        with pytest.raises(StoreBusyError, match=r"has been writing to it for 0\.05 seconds"):
            move_story(fog, story_path(tmp_path, name), lock_timeout=0.05)
    finally:
        done.set()
        writer.join()
    assert [path.name for path in fog.parent.glob("*.jsonl")] == ["fog.jsonl"]


@pytest.mark.parametrize(("name", "taken"), [("FOG", "fog"), ("Ko\u0308ln", "K\u00f6ln")])
def test_names_that_some_disks_take_for_one_are_one(mine, name, taken):
    mine.create(taken)
    with pytest.raises(StoreError, match="there is a story of this name; choose another"):
        mine.create(name)
    mine.create("ice")
    with pytest.raises(StoreError, match="there is a story of this name; choose another"):
        mine.rename("ice", name)
    assert mine.rename(taken, name).exists(), "its own name may be written otherwise"


def test_a_story_that_was_put_away_does_not_come_back_over_another(mine, fog):
    mine.archive("fog")
    mine.create("fog")
    for move in (mine.restore, mine.archive):
        with pytest.raises(StoreError, match="is put away and one is not; rename the one that is not first"):
            move("fog")
    assert [(entry.name, entry.archived, entry.posts) for entry in mine.entries()] == [
        ("fog", False, 0),
        ("fog", True, 4),
    ]
    mine.delete("fog", archived=True)
    assert [(entry.archived, entry.posts) for entry in mine.entries()] == [(False, 0)]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_that_is_put_away_still_leads_to_its_story(mine, fog):
    fog.with_name("link.jsonl").symlink_to(fog.name)
    mine.archive("link")
    assert [(entry.name, entry.archived, entry.posts) for entry in mine.entries()] == [
        ("fog", False, 4),
        ("link", True, 4),
    ]
    mine.restore("link")
    assert fog.with_name("link.jsonl").samefile(fog)


def test_a_move_that_is_refused_leaves_no_lock_behind(mine, fog):
    mine.create("ice")
    before = beside(fog.parent)
    for names in (("fog", "ICE"), ("nothing", "else")):
        with pytest.raises(StoreError):
            mine.rename(*names)
    assert beside(fog.parent) == before


def test_nothing_is_lost_while_stories_are_moved_under_their_writers(mine, tmp_path):
    """Real processes add marks under whichever name the story has, while it is renamed to and fro."""
    mine.create("fog")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(number)], stdout=subprocess.PIPE, encoding="ascii"
        )
        for number in (1, 2)
    ]
    try:
        deadline, moves = time.monotonic() + 60, 0
        while any(writer.poll() is None for writer in writers) and time.monotonic() < deadline:
            old, new = ("fog", "ice") if moves % 2 == 0 else ("ice", "fog")
            mine.rename(old, new)
            moves += 1
        stored = {int(line) for writer in writers for line in writer.communicate(timeout=60)[0].split()}
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()
    assert moves > 1
    (entry,) = mine.entries()
    with Store.open(entry.path) as store:
        assert {mark.target for mark in store.load().marks} == stored
    assert len(stored) == 60


def test_a_list_tells_what_is_wrong_with_a_story(mine, fog, tmp_path):
    story_path(tmp_path, "notes").write_text("Notes\n")
    fog.write_bytes(fog.read_bytes().replace(b'"source', b'"sauce', 1))
    problems = {entry.name: entry.problem for entry in mine.entries()}
    assert problems["fog"] == "damaged; newsdesk check says where"
    assert "this is no newsdesk story" in problems["notes"]


def test_nothing_is_said_to_another_story_that_took_the_name(mine, fog):
    with Store.open(fog) as desk:
        desk.load()
        ice = mine.rename("fog", "ice")
        mine.create("fog")
        with pytest.raises(StoreError, match="another file has taken this story's place, so this was not stored"):
            desk.set_marks([Mark("starred", 1)])
        assert desk.load().posts == ()
        desk.set_marks([Mark("starred", 2)])
    for path, marks in ((fog, [2]), (ice, [])):
        with Store.open(path, read_only=True) as store:
            assert [mark.target for mark in store.load().marks] == marks
