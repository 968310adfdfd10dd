"""Small files beside a story: replaced as a whole, as private as the story, and never written through somebody's link."""

from __future__ import annotations

import errno
import os
import stat
import time

import pytest
from desk_app import LONDON, NOW
from story_of import story as small_story

from newsdesk.kept.front_page import keep_front_page
from newsdesk.kept.last_view import LastView, keep_view, read_view
from newsdesk.system.beside import read_beside, replace_beside


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "strike.jsonl"
    path.write_bytes(b"the story\n")
    return path


def keep_both(story):
    keep_front_page(story, story.stat().st_size, small_story(), LONDON, NOW)
    keep_view(story, LastView(pane="quotes"))


def names(story):
    return sorted(path.name for path in story.parent.iterdir())


def test_the_new_one_takes_the_place_of_the_old_one(story):
    for content in (b"one", b"two"):
        replace_beside(story, ".kept", content)
        assert story.with_name("strike.jsonl.kept").read_bytes() == content
    assert names(story) == ["strike.jsonl", "strike.jsonl.kept"]


def test_what_is_no_larger_than_one_of_ours_is_read(story):
    replace_beside(story, ".kept", b"12345")
    assert read_beside(story, ".kept", 5) == 12345
    with pytest.raises(OSError, match="larger"):
        read_beside(story, ".kept", 4)


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path.with_name("strike.jsonl"))])
def test_nothing_but_a_file_of_its_own_is_read_and_none_is_waited_for(story, make):
    make(story.with_name("strike.jsonl.kept"))
    make(story.with_name("strike.jsonl.view"))
    with pytest.raises(OSError, match=r"regular|symbolic"):
        read_beside(story, ".kept", 100)
    assert read_view(story) == LastView()


def test_what_is_kept_is_as_private_as_the_story(story):
    story.chmod(0o600)
    keep_both(story)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in story.parent.iterdir()}
    assert modes == {"strike.jsonl": 0o600, "strike.jsonl.front": 0o600, "strike.jsonl.view": 0o600}


def test_what_was_open_to_all_is_private_once_the_story_is(story):
    story.with_name("strike.jsonl.view").write_text("{}")
    story.chmod(0o600)
    keep_both(story)
    assert stat.S_IMODE(story.with_name("strike.jsonl.view").stat().st_mode) == 0o600


def test_no_link_is_written_through(story, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("mine")
    for name in ("front", "front.new", "view", "view.new"):
        story.with_name(f"strike.jsonl.{name}").symlink_to(other)
    keep_both(story)
    assert other.read_text() == "mine"
    assert not story.with_name("strike.jsonl.front").is_symlink()
    assert read_view(story) == LastView(pane="quotes")


def test_a_disk_that_is_full_leaves_the_one_before(story, monkeypatch):
    keep_view(story, LastView(pane="quotes"))
    before = names(story)

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    keep_view(story, LastView(pane="countdown"))
    assert read_view(story) == LastView(pane="quotes")
    assert names(story) == before


def test_nothing_is_left_of_a_story_that_is_gone(story):
    story.unlink()
    keep_view(story, LastView(pane="quotes"))
    assert names(story) == []


def test_what_a_process_that_was_killed_had_begun_to_write_is_removed_later(story):
    now = time.time()
    for name, age in (
        ("strike.jsonl.kept.0123456789abcdef.new", 7200),
        ("strike.jsonl.kept.fedcba9876543210.new", 60),
        ("strike.jsonl.view.0123456789abcdef.new", 7200),
        ("strike.jsonl.kept.of-somebody-else.new.txt", 7200),
    ):
        story.with_name(name).write_text("half")
        os.utime(story.with_name(name), (now - age, now - age))
    replace_beside(story, ".kept", b"whole")
    assert names(story) == [
        "strike.jsonl",
        "strike.jsonl.kept",
        "strike.jsonl.kept.fedcba9876543210.new",
        "strike.jsonl.kept.of-somebody-else.new.txt",
        "strike.jsonl.view.0123456789abcdef.new",
    ]
