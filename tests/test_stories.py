"""Stories that are moved and deleted while others have them open, and what lies beside them."""

from __future__ import annotations

import threading

import pytest
from stored_examples import harbour

from newsdesk.last_view import LastView, keep_view, read_view
from newsdesk.model import Mark
from newsdesk.store import Store, StoreBusyError, StoreError, move_story, story_path
from newsdesk.stories import Stories


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
    assert [name for name in beside(fog.parent) if name.startswith("fog") and not name.endswith(".lock")] == []


def test_a_story_that_somebody_writes_to_is_left_where_it_is(fog, tmp_path):
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
            move_story(fog, story_path(tmp_path, "ice"), lock_timeout=0.05)
    finally:
        done.set()
        writer.join()
    assert fog.exists()
    assert not story_path(tmp_path, "ice").exists()


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
    with pytest.raises(StoreError, match="there is a story of this name; choose another"):
        mine.restore("fog")
    assert [(entry.name, entry.archived, entry.posts) for entry in mine.entries()] == [
        ("fog", False, 0),
        ("fog", True, 4),
    ]
    mine.delete("fog", archived=True)
    assert [(entry.archived, entry.posts) for entry in mine.entries()] == [(False, 0)]


def test_a_list_tells_what_is_wrong_with_a_story(mine, fog, tmp_path):
    story_path(tmp_path, "notes").write_text("Notes\n")
    fog.write_bytes(fog.read_bytes().replace(b'"source', b'"sauce', 1))
    problems = {entry.name: entry.problem for entry in mine.entries()}
    assert problems["fog"] == "damaged; newsdesk check says where"
    assert "this is no newsdesk story" in problems["notes"]
