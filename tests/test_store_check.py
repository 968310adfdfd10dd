"""What `check` says of a story, and how stories are named."""

from __future__ import annotations

import pytest
from stored_examples import harbour

from newsdesk.model import Mark
from newsdesk.store import CheckReport, NotAStoreError, Store, StoreError, check, story_names, story_path
from newsdesk.store.journal_format import HEADER, encode_transaction


def line(number):
    return encode_transaction(number, {"posts": {str(number): {"text": "Fog"}}})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "harbour.jsonl"


def test_a_sound_story(path):
    with Store.open(path) as store:
        added = store.add(*harbour())
        store.set_marks([Mark("read", added.new[0].id), Mark("starred", added.new[0].id)])
        store.set_marks([], remove=[Mark("starred", added.new[0].id)])
    report = check(path)
    assert report == CheckReport(path, 3, 1, 4, 1, damaged=(), missing=0, misplaced=(), unfinished=0)
    assert (report.sound, report.findings) == (True, ())


def test_what_is_wrong_is_said_and_nothing_is_changed(path):
    content = HEADER + line(1) + b"?" + line(2) + line(3) + line(7) + line(6) + line(8)[:-9]
    path.write_bytes(content)
    report = check(path)
    assert report == CheckReport(path, 4, 0, 4, 0, damaged=(3,), missing=4, misplaced=(6,), unfinished=len(line(8)) - 9)
    assert not report.sound
    assert report.findings == (
        "line 3 is damaged: what was stored there cannot be read",
        "4 transactions are missing by their numbers",
        "line 6 is out of order: two programs wrote at once without the lock",
        f"{len(line(8)) - 9} bytes at the end are an unfinished write; the next write removes them",
    )
    assert path.read_bytes() == content


def test_an_unfinished_write_is_no_damage(path):
    path.write_bytes(HEADER + line(1) + line(2)[:30])
    assert (check(path).sound, check(path).unfinished) == (True, 30)


def test_a_damaged_header_does_not_hide_the_story(path):
    path.write_bytes(HEADER.replace(b"version", b"vErsion") + line(41) + line(42))
    report = check(path)
    assert (report.damaged, report.missing, report.posts) == ((1,), 0, 2)
    assert report.findings == ("line 1 is damaged: what was stored there cannot be read",)


def test_many_damaged_lines_are_counted(path):
    path.write_bytes(HEADER + b"?\n" * 12 + line(13))
    assert check(path).findings == (
        "lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more are damaged: what was stored there cannot be read",
    )


def test_what_is_no_story_cannot_be_checked(path):
    path.write_bytes(b"Notes\n")
    with pytest.raises(NotAStoreError):
        check(path)


@pytest.mark.parametrize("name", ["talks", "Überfahrt & Lotsen", "talks.v2.jsonl", "..", "x" * 80, "a:b"])
def test_story_names_come_back(tmp_path, name):
    path = story_path(tmp_path, name)
    assert path.parent == tmp_path / "stories"
    with Store.open(path):
        assert story_names(tmp_path) == [name]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "a story needs a name; give it one, such as --story talks"),
        ("  ", "a story needs a name; give it one, such as --story talks"),
        ("a/b", "a/b: a story's name is no path; give a name without slashes, or a file with --store"),
        ("..\\b", "..\\b: a story's name is no path; give a name without slashes, or a file with --store"),
        ("a\nb", "a\\nb: a story's name has no control characters or line breaks; leave them out"),
        ("a\udc80", "a\\x80: a story's name has no control characters or line breaks; leave them out"),
        (" a", " a: a story's name neither begins nor ends with a space; leave it out"),
        ("y" * 81, "y" * 80 + "...: a story's name has at most 80 characters; shorten it"),
        ("船" * 79, "船" * 79 + ": this name is too long for a file's name; shorten it"),
    ],
)
def test_names_that_no_story_can_have(tmp_path, name, message):
    with pytest.raises(StoreError) as caught:
        story_path(tmp_path, name)
    assert str(caught.value) == message


def test_stories_are_listed_in_order_and_nothing_else_is(tmp_path):
    assert story_names(tmp_path) == []
    for name in ("beta", "Alpha", "gamma"):
        Store.open(story_path(tmp_path, name)).close()
    with Store.open(story_path(tmp_path, "beta")) as store:
        store.set_meta({"title": "B"})
    (tmp_path / "stories" / "folder.jsonl").mkdir()
    (tmp_path / "stories" / "notes.txt").touch()
    assert story_names(tmp_path) == ["Alpha", "beta", "gamma"]


def test_a_folder_that_is_none_cannot_be_listed(tmp_path):
    (tmp_path / "stories").touch()
    with pytest.raises(
        StoreError, match=r"stories: the stories cannot be listed \(Not a directory\); check the folder"
    ):
        story_names(tmp_path)
