"""A file of derived lines beside a story, on a real disk: whatever is wrong with it, what it gives is what was put in."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdesk
from newsdesk.store.kept_lines import KeptLines

RULES = b"rules of today"


def key(word: str) -> str:
    return blake2b(word.encode(), digest_size=16).hexdigest()


def contents(*words: str, more: str = "") -> dict[str, bytes]:
    return {key(word): f'["{word}{more}"]'.encode() for word in words}


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "strike.jsonl"
    path.write_bytes(b"the story\n")
    return path


@pytest.fixture
def file(story):
    return story.with_name("strike.jsonl.kept")


def kept(story: Path, rules: bytes = RULES) -> KeptLines:
    return KeptLines(story, ".kept", rules)


def read(story: Path, rules: bytes = RULES) -> dict[str, bytes]:
    return dict(kept(story, rules).read())


def test_what_was_written_is_read_by_another(story):
    kept(story).write(contents("one", "two"))
    assert read(story) == contents("one", "two")


def test_more_is_put_behind_and_only_that_is_read(story, file):
    ours, theirs = kept(story), kept(story)
    ours.write(contents("one"))
    assert dict(theirs.read()) == contents("one")
    before = file.stat().st_ino
    theirs.write(contents("two"))
    assert file.stat().st_ino == before
    assert dict(theirs.read()) == {}  # it knows what it wrote
    assert dict(ours.read()) == contents("two")
    assert read(story) == contents("one", "two")


def test_of_two_lines_with_one_key_the_later_counts(story):
    lines = kept(story)
    lines.write(contents("one"))
    lines.write(contents("one", more=" and more"))
    assert read(story) == contents("one", more=" and more")


def test_lines_of_other_rules_are_none_and_make_room(story, file):
    kept(story, b"rules of yesterday").write(contents("one", "two"))
    lines = kept(story)
    assert dict(lines.read()) == {}
    lines.write(contents("three"))
    assert read(story) == contents("three")
    assert file.read_bytes().count(b"\n") == 2  # a line that says what this is, and ours


def test_the_file_says_what_it_is(story, file):
    kept(story).write(contents("one"))
    assert b"may be deleted at any time" in file.read_bytes().splitlines()[0]


def test_a_file_that_is_deleted_is_made_again(story, file):
    lines = kept(story)
    lines.write(contents("one"))
    file.unlink()
    assert dict(lines.read()) == {}
    assert key("one") not in lines
    lines.write(contents("one"))
    assert read(story) == contents("one")


def test_a_file_that_was_replaced_is_read_from_its_beginning(story, file):
    lines, other = kept(story), kept(story)
    lines.write(contents("one", "two"))
    file.unlink()
    other.write(contents("three"))
    assert dict(lines.read()) == contents("three")
    assert key("one") not in lines


def test_nothing_is_added_to_a_file_that_was_replaced_a_moment_ago(story, file):
    lines, other = kept(story), kept(story)
    lines.write(contents("one"))
    file.unlink()
    other.write(contents("two"))
    lines.write(contents("three"))
    assert read(story) == contents("two")
    assert dict(lines.read()) == contents("two")


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A story with a file of a few lines, and the bytes of that."""
    story = tmp_path_factory.mktemp("example") / "strike.jsonl"
    story.write_bytes(b"the story\n")
    kept(story).write(contents("one", "two", "three"))
    return story, story.with_name("strike.jsonl.kept").read_bytes()


def test_cut_off_anywhere_it_gives_whole_lines_and_takes_more(example):
    story, whole = example
    file = story.with_name("strike.jsonl.kept")
    everything = contents("one", "two", "three")
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        lines = kept(story)
        found = dict(lines.read())
        assert found.items() <= everything.items()
        assert len(found) == max(0, whole[:length].count(b"\n") - 1)
        lines.write(contents("four"))
        again = read(story)  # a line that missed nothing but its end has one now
        assert again.items() >= {**found, **contents("four")}.items()
        assert again.items() <= {**everything, **contents("four")}.items()


@given(st.data())
def test_damaged_anywhere_it_gives_nothing_that_was_not_put_in(example, data):
    story, whole = example
    at = data.draw(st.integers(0, len(whole) - 1))
    wrong = data.draw(st.binary(max_size=40))
    over = data.draw(st.integers(0, 40))
    story.with_name("strike.jsonl.kept").write_bytes(whole[:at] + wrong + whole[at + over :])
    assert read(story).items() <= contents("one", "two", "three").items()


def test_a_flipped_bit_anywhere_costs_its_line(example):
    story, whole = example
    file = story.with_name("strike.jsonl.kept")
    begin = whole.index(b"\n") + 1
    for at in range(begin, len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        found = read(story)
        assert found.items() <= contents("one", "two", "three").items()
        assert len(found) in {1, 2}


def test_one_line_without_an_end_is_read_piece_by_piece(story, file, monkeypatch):
    monkeypatch.setattr("newsdesk.store.kept_lines._LONGEST", 1000)
    kept(story).write(contents("one") | {key("long"): b"x" * 1000})
    assert read(story) == contents("one")  # what is too long is not kept
    with file.open("ab") as appended:
        appended.write(b"y" * 10_000)
    lines = kept(story)
    assert dict(lines.read()) == contents("one")
    lines.write(contents("two"))
    assert read(story) == contents("one", "two")


def test_a_file_larger_than_any_of_ours_is_not_read_but_replaced(story, file, monkeypatch):
    monkeypatch.setattr("newsdesk.store.kept_lines._LARGEST", 1000)
    kept(story).write(contents("one"))
    with file.open("ab") as appended:
        appended.write(b"\n" * 1000)
    lines = kept(story)
    assert dict(lines.read()) == {}
    lines.write(contents("two"))
    assert read(story) == contents("two")


def test_what_has_no_use_is_dropped_when_it_is_most_of_the_file(story, file):
    words = [f"word {number}" for number in range(300)]
    lines = kept(story)
    lines.write(contents(*words, more=" " * 1000))
    assert not lines.wastes(300)
    assert not lines.wastes(200)
    assert lines.wastes(100)
    lines.drop_others(contents("word 7", "word 8").keys())
    assert read(story) == contents("word 7", "word 8", more=" " * 1000)
    lines.write(contents("word 9"))
    assert len(read(story)) == 3


def test_lines_written_again_and_again_are_waste(story):
    lines = kept(story)
    for number in range(100):
        lines.write(contents("one", more=" " * 1000 + str(number)))
    assert lines.wastes(1)
    lines.drop_others({key("one")})
    assert read(story) == contents("one", more=" " * 1000 + "99")
    assert not lines.wastes(1)


def test_a_folder_that_cannot_be_written_keeps_nothing(story, file):
    if os.geteuid() == 0:
        file.mkdir()  # the superuser may write anywhere, but not over a folder
    else:
        story.parent.chmod(0o500)
    try:
        lines = kept(story)
        assert dict(lines.read()) == {}
        lines.write(contents("one"))
        assert lines.refused
        assert dict(lines.read()) == {}
    finally:
        story.parent.chmod(0o700)


def test_a_story_that_is_gone_leaves_nothing_behind(story, file):
    lines = kept(story)
    lines.write(contents("one"))
    story.unlink()
    file.unlink()
    lines.write(contents("one"))
    assert list(file.parent.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among files here")
def test_a_pipe_in_its_place_is_not_waited_for(story, file):
    os.mkfifo(file)
    assert read(story) == {}


def test_a_link_in_its_place_is_not_followed(story, file, tmp_path):
    other = tmp_path / "letters.txt"
    other.write_text("private\n")
    file.symlink_to(other)
    file.with_name(file.name + ".new").symlink_to(other)
    lines = kept(story)
    assert dict(lines.read()) == {}
    lines.write(contents("one"))
    assert other.read_text() == "private\n"


@pytest.mark.skipif(os.name == "nt", reason="no such modes there")
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_it_is_as_private_as_its_story(story, file, mode):
    story.chmod(mode)
    kept(story).write(contents("one"))
    assert stat.S_IMODE(file.stat().st_mode) & ~mode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_leaves_no_temporary_file(story, file, monkeypatch):
    def full(descriptor: int, data: bytes) -> int:
        with Path("/dev/full").open("wb", buffering=0) as device:
            return device.write(data)

    monkeypatch.setattr("newsdesk.store.kept_lines.os.write", full)
    lines = kept(story)
    lines.write(contents("one"))
    assert lines.refused
    assert list(file.parent.iterdir()) == [story]


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from test_kept_lines import contents, key, kept
lines, me = kept(Path(sys.argv[1])), sys.argv[2]
mine = []
for number in range(40):
    for word, content in lines.read():
        assert content.startswith(b'["') and content.endswith(b'"]')
    mine.append(f"{me} {number}")
    lines.write(contents(*(word for word in mine if key(word) not in lines), more="." * number * 50))
    if number % 13 == 12:
        lines.drop_others({key(word) for word in mine})
"""


def test_processes_that_write_at_once_mix_nothing_up(story):
    root = Path(newsdesk.__file__).parent.parent
    command = [sys.executable, "-c", WRITER, str(story)]
    writers = [
        subprocess.Popen([*command, me, str(Path(__file__).parent)], cwd=root, stderr=subprocess.PIPE, text=True)
        for me in ("a", "b", "c")
    ]
    errors = [writer.communicate(timeout=60)[1] for writer in writers]
    assert errors == [""] * 3
    words = {key(f"{me} {number}"): f"{me} {number}" for me in "abc" for number in range(40)}
    found = read(story)
    assert found
    for each, content in found.items():
        assert content.decode().rstrip('."]') == f'["{words[each]}'
