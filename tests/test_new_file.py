"""A new file: whole or not at all, and never over one that is."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from newsdesk.system.new_file import NotWrittenError, write_new


def test_a_new_file_holds_what_was_given_and_nothing_is_left_beside_it(tmp_path):
    write_new(tmp_path / "brief.md", b"one\r\ntwo")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("brief.md", b"one\r\ntwo")]


@pytest.mark.parametrize("make", ["file", "folder", "link"])
def test_what_exists_is_left_alone(tmp_path, make):
    path = tmp_path / "there"
    if make == "file":
        path.write_text("mine")
    elif make == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotWrittenError, match="exists already and was left as it is"):
        write_new(path, b"new")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["there"]
    assert make != "file" or path.read_text() == "mine"


@pytest.mark.parametrize("second_names", [True, False])
def test_a_name_that_is_taken_meanwhile_is_left_alone(tmp_path, monkeypatch, second_names):
    path = tmp_path / "there"
    path.write_text("mine")
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    if not second_names:
        monkeypatch.setattr(Path, "hardlink_to", no_second_name)
    with pytest.raises(NotWrittenError, match="exists already"):
        write_new(path, b"new")
    assert ([file.name for file in tmp_path.iterdir()], path.read_text()) == (["there"], "mine")


def test_where_a_file_can_have_no_second_name_it_is_written_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "hardlink_to", no_second_name)
    write_new(tmp_path / "brief.md", b"one")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("brief.md", b"one")]


def test_a_disk_that_is_full_leaves_nothing(tmp_path, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWrittenError, match=r"cannot be written \(No space left on device\)"):
        write_new(tmp_path / "brief.md", b"one")
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["no/such/folder.md", "a\0b", "x" * 300])
def test_a_name_that_can_be_no_file_is_one_line(tmp_path, name):
    with pytest.raises(NotWrittenError) as caught:
        write_new(tmp_path / name, b"one")
    assert "\n" not in str(caught.value)
    assert not any(tmp_path.iterdir())


def no_second_name(_self: Path, _target: Path) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")
