"""Story files as crashes, bad disks, other programs and other versions leave them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from stored_examples import NOON, TEXTS, harbour, page, post, printed

from newsdesk.model import Mark, Post, PrintedTime, Revision, Source, SourceKind
from newsdesk.store import (
    NewerVersionError,
    NotAStoreError,
    Store,
    StoreBusyError,
    StoreError,
    StoreNotWritableError,
    check,
)
from newsdesk.store.journal_format import HEADER, encode_transaction

VERSION_1 = Path(__file__).parent / "data" / "store" / "version-1.jsonl"


def marked(number: int) -> Mark:
    return Mark("note", number, "x" * 20)


def line(number: int) -> bytes:
    """The transaction that stores one mark."""
    return encode_transaction(number, {"marks": {str(number): {"kind": "note", "target": number, "value": "x" * 20}}})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "harbour.jsonl"


@pytest.fixture
def three(path):
    """A story of three transactions, one mark each."""
    path.write_bytes(HEADER + line(1) + line(2) + line(3))
    return path


def marks_in(path, **options):
    with Store.open(path, **options) as store:
        return [mark.target for mark in store.load().marks], store.damaged


def refusal(path, **options):
    """What the person reads; one line, and the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as caught:
        Store.open(path, **options)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    return type(caught.value), str(caught.value).removeprefix(str(path))


def test_a_file_of_version_1_can_be_read_for_ever():
    with Store.open(VERSION_1, read_only=True) as store:
        snapshot = store.load()
        page_source, transcript = snapshot.sources
        assert page_source == Source(
            SourceKind.LIVE_PAGE,
            "/saved/harbour.txt",
            title="Harbour strike",
            printed_time=printed(8, 0, month=3, day=4),
            content_hash=page_source.content_hash,
            year=2031,
            read_at=NOON,
            id=page_source.id,
        )
        assert (transcript.kind, transcript.publisher) == (SourceKind.TRANSCRIPT, "Radio Quay")
        assert [item.text for item in snapshot.posts] == [
            "Talks begin.",
            TEXTS[0],
            TEXTS[1] + " They vote at six.",
            *TEXTS[2:],
            "The tide is with us.",
        ]
        assert snapshot.posts[1] == Post(
            n=1,
            text=TEXTS[0],
            headline="Out",
            label="Breaking",
            byline_name="Ines Prado",
            byline_role="Port reporter",
            captions=("Cranes at dawn",),
            printed_time=PrintedTime("11:30 GMT", hour=11, minute=30, zone="GMT", utc_offset=0),
            own_id="b1",
            link="https://example.org/b1",
            line=3,
            id=snapshot.posts[1].id,
            source_id=page_source.id,
        )
        assert (snapshot.posts[5].at, snapshot.posts[5].speaker) == (2.5, "Harbour master")
        assert snapshot.marks == (Mark("note", snapshot.posts[2].id, "ask the pilots"),)
        assert snapshot.posts[2].revisions == (Revision(None, TEXTS[1], NOON),)
        assert store.meta() == {"title": "Harbour"}
        assert (snapshot.revision, store.damaged) == (7, ())


def test_a_new_file_is_a_header_alone(path):
    Store.open(path).close()
    assert path.read_bytes() == HEADER


def test_an_empty_file_is_a_new_story(path):
    path.touch()
    assert marks_in(path, read_only=True) == ([], ())
    assert path.read_bytes() == b""
    assert marks_in(path) == ([], ())
    assert path.read_bytes() == HEADER


def test_a_file_cut_anywhere_opens_with_what_is_whole(three):
    whole = three.read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == ord("\n")]
    for length in range(len(whole)):
        three.write_bytes(whole[:length])
        expected = list(range(1, 4))[: max(sum(end <= length for end in ends) - 1, 0)]
        assert marks_in(three, read_only=True) == (expected, ())
        with Store.open(three) as store:
            store.set_marks([marked(9)])
        after = three.read_bytes()
        kept = whole[: max((end for end in ends if end <= length), default=0)] or HEADER
        if length + 1 in ends[1:]:  # only its line break was missing: the transaction is whole
            kept, expected = whole[: length + 1], [*expected, len(expected) + 1]
        assert after.startswith(kept)
        assert after[len(kept) :].count(b"\n") == 1
        assert marks_in(three) == ([*expected, 9], ())


def test_a_flipped_byte_anywhere_costs_its_line_and_is_reported(three):
    whole = three.read_bytes()
    break_after = [place for place, byte in enumerate(whole) if byte == ord("\n")]
    for place in range(len(whole)):
        three.write_bytes(whole[:place] + bytes([whole[place] ^ 0x04]) + whole[place + 1 :])
        if b'"version":5' in three.read_bytes():
            assert refusal(three)[0] is NewerVersionError
            continue
        number = whole[:place].count(b"\n") + 1
        lost = {number - 1, number} if place in break_after else {number - 1}
        assert marks_in(three, read_only=True) == ([n for n in (1, 2, 3) if n not in lost], (number,))
        assert not check(three).sound


def test_a_damaged_line_break_at_the_end_is_repaired_by_the_next_writer(three):
    whole = three.read_bytes()
    three.write_bytes(whole[:-1] + b"J")
    with Store.open(three) as store:
        store.set_marks([marked(4)])
        assert [mark.target for mark in store.load().marks] == [1, 2, 3, 4]
        assert store.damaged == ()
    assert three.read_bytes().startswith(whole)


def test_a_damaged_line_stays_reported_while_the_story_grows(three):
    whole = three.read_bytes()
    three.write_bytes(whole.replace(line(2), line(2)[:20] + b"?" + line(2)[21:]))
    with Store.open(three) as store:
        store.set_marks([marked(4)])
        assert store.damaged == (3,)
    assert marks_in(three) == ([1, 3, 4], (3,))


@pytest.mark.parametrize(
    "content",
    [
        b"Notes on the harbour\nand the fish market\n",
        b"no line break",
        b'{"posts": ["key", "a"]}',
        b"[1,2,3]\n",
        b'["a"]\n["b"]\n["c"]\n',
        b'{"format":"another","version":1}\n',
        b'{"format":"newsdesk-story"}\n',
        bytes(range(256)) * 400,
        b"\0" * 200_000,
    ],
)
def test_what_is_no_story_is_refused_and_left_alone(path, content):
    path.write_bytes(content)
    message = (
        ": this is no newsdesk story and it was not touched; check the path, or add the file to a story as a source"
    )
    assert refusal(path) == (NotAStoreError, message)
    assert refusal(path, read_only=True) == (NotAStoreError, message)


def test_a_newer_version_is_refused_and_left_alone(path):
    path.write_bytes(b'{"format":"newsdesk-story","version":2,"packed":true}\n\x00\x01\x02')
    assert refusal(path) == (
        NewerVersionError,
        ": a newer newsdesk wrote this story (format 2, this one knows 1) and it was not touched; update newsdesk",
    )


def test_a_newer_version_that_takes_over_an_open_story_is_refused_every_time(three):
    with Store.open(three) as store:
        newer = three.with_name("newer")
        newer.write_bytes(b'{"format":"newsdesk-story","version":2}\n')
        newer.replace(three)
        for _ in range(2):
            with pytest.raises(NewerVersionError):
                store.changes()
        with pytest.raises(NewerVersionError):
            store.set_marks([marked(4)])
    assert three.read_bytes() == b'{"format":"newsdesk-story","version":2}\n'


def test_a_folder_is_refused(tmp_path):
    assert refusal(tmp_path) == (NotAStoreError, ": this is a folder; name a story's file in it")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_without_waiting(path):
    os.mkfifo(path)
    assert refusal(path) == (NotAStoreError, ": this is no ordinary file; name a story's file")


def test_a_missing_file_is_refused_when_none_may_be_made(path):
    message = ": there is no story here; check the path, or add a source to begin one"
    assert refusal(path, create=False) == (StoreError, message)
    assert refusal(path, read_only=True) == (StoreError, message)


def test_a_path_through_a_file_is_refused(three):
    inside = three / "deeper" / "story.jsonl"
    assert refusal(inside) == (StoreError, ": a part of this path is no folder; check the path")


def test_a_name_that_no_file_can_have(tmp_path):
    with pytest.raises(StoreError, match=r"^.*a\\x00b: no file can have this name; check the path$"):
        Store.open(tmp_path / "a\0b")


def test_a_line_break_in_a_name_does_not_break_the_message(tmp_path):
    with pytest.raises(StoreError, match=r"^.*a\\nb: there is no story here") as caught:
        Store.open(tmp_path / "a\nb", create=False)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("code", "kind", "message"),
    [
        (
            errno.EACCES,
            StoreNotWritableError,
            ": it may not be written; change the permissions of the file and its folder, or copy it elsewhere",
        ),
        (errno.EROFS, StoreNotWritableError, ": the disk is read-only; copy the story elsewhere to change it"),
        (errno.EIO, StoreError, ": it cannot be written (Input/output error); check the disk and the path"),
    ],
)
def test_a_file_that_may_not_be_written(three, monkeypatch, code, kind, message):
    really_open = os.open

    def guarded(name, flags, *mode):
        if flags & (os.O_RDWR | os.O_WRONLY):
            raise OSError(code, os.strerror(code), name)
        return really_open(name, flags, *mode)

    monkeypatch.setattr(os, "open", guarded)
    assert refusal(three) == (kind, message)
    assert marks_in(three, read_only=True) == ([1, 2, 3], ())


def test_a_read_only_story_takes_no_lock_and_refuses_to_write(three):
    with Store.open(three, read_only=True) as store:
        with pytest.raises(
            StoreNotWritableError, match="the story is open read-only; open it for writing to change it"
        ):
            store.set_marks([marked(4)])
        assert not three.with_name(three.name + ".lock").exists()


def test_a_read_only_story_follows_its_writer_from_the_first_line(path):
    path.touch()
    with Store.open(path, read_only=True) as reader, Store.open(path) as writer:
        assert reader.changes() is None
        writer.set_marks([marked(1)])
        assert reader.changes().marks == (marked(1),)


def test_a_full_disk_leaves_the_story_as_it_was(three, monkeypatch):
    before = three.read_bytes()
    really_write = os.write
    with Store.open(three) as store:

        def half(descriptor, data):
            if bytes(data[:2]) != b'["':
                return really_write(descriptor, data)
            monkeypatch.setattr(os, "write", full)
            return really_write(descriptor, data[: len(data) // 2])

        def full(descriptor, data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "write", half)
        with pytest.raises(StoreError, match="there is no room left on the disk and this was not stored; free some"):
            store.set_marks([marked(4)])
        assert three.read_bytes() == before
        assert [mark.target for mark in store.load().marks] == [1, 2, 3]
        monkeypatch.setattr(os, "write", really_write)
        store.set_marks([marked(5)])
    assert marks_in(three) == ([1, 2, 3, 5], ())


LIMITED = """
import resource, sys
from pathlib import Path
from newsdesk.model import Mark
from newsdesk.store import Store, StoreError
path = Path(sys.argv[1])
with Store.open(path) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    stored = 0
    try:
        while True:
            store.set_marks([Mark("note", stored, "y" * 90)])
            stored += 1
    except StoreError as error:
        print(stored, str(error).removeprefix(str(path)), sep="\\n")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no file size limits here")
def test_a_file_that_may_grow_no_further_keeps_all_that_was_acknowledged(path):
    done = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=True)
    stored, message = done.stdout.splitlines()
    assert message == ": there is no room left on the disk and this was not stored; free some and try again"
    assert int(stored) > 5
    assert marks_in(path) == (list(range(int(stored))), ())
    assert path.read_bytes().endswith(b"\n")


def test_a_write_that_the_disk_refuses_at_last_is_taken_back(three, monkeypatch):
    """A reader may have seen the line meanwhile: it notices, also when another line of the same length follows."""
    before = three.read_bytes()
    with Store.open(three) as writer, Store.open(three) as reader:
        reader.load()

        def failing(descriptor):
            assert reader.changes().marks == (marked(4),)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        monkeypatch.setattr(os, "fdatasync", failing, raising=False)
        with pytest.raises(StoreError, match=r"it cannot be written \(Input/output error\)"):
            writer.set_marks([marked(4)])
        assert three.read_bytes() == before
        monkeypatch.undo()
        writer.set_marks([marked(5)])
        writer.set_marks([marked(6)])
        assert reader.changes().reload
        assert [mark.target for mark in reader.load().marks] == [1, 2, 3, 5, 6]
        assert reader.revision == 5


def test_a_line_that_was_taken_back_and_not_replaced_is_noticed(three):
    with Store.open(three) as reader:
        os.truncate(three, len(HEADER + line(1)))
        assert reader.changes().reload
        assert [mark.target for mark in reader.load().marks] == [1]


def test_numbers_that_count_back_make_a_reader_start_over(three):
    with Store.open(three) as reader:
        with three.open("ab") as file:
            file.write(line(2))
        assert reader.changes().reload
        assert reader.changes() is None


def test_a_file_that_was_replaced_is_read_anew(three):
    with Store.open(three) as store:
        other = three.with_name("compacted")
        other.write_bytes(b'{"format":"newsdesk-story","version":1,"after":6}\n' + line(7) + line(8))
        other.replace(three)
        assert store.changes().reload
        assert [mark.target for mark in store.load().marks] == [7, 8]
        store.set_marks([marked(9)])
        assert store.revision == 9
    assert check(three).sound


def test_a_file_that_was_removed_is_not_made_again(three):
    with Store.open(three) as store:
        three.unlink()
        with pytest.raises(StoreError, match="this story is no longer here"):
            store.set_marks([marked(4)])
        assert not three.exists()


def test_a_link_to_a_story_shares_its_lock(three, tmp_path):
    link = tmp_path / "elsewhere" / "link.jsonl"
    link.parent.mkdir()
    link.symlink_to(three)
    with Store.open(link) as store:
        store.set_marks([marked(4)])
        assert store.path == link
    assert [entry.name for entry in link.parent.iterdir()] == ["link.jsonl"]
    assert marks_in(three) == ([1, 2, 3, 4], ())


def test_a_long_line_is_read_in_pieces(path, monkeypatch):
    monkeypatch.setattr("newsdesk.store.disk.CHUNK", 64)
    source, posts = harbour()
    with Store.open(path) as store:
        store.add(source, posts)
    with Store.open(path) as store:
        assert [item.text for item in store.load().posts] == list(TEXTS)


@pytest.mark.skipif(sys.platform == "win32", reason="locks are of another kind here")
def test_a_folder_that_cannot_lock_says_so(three, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    with Store.open(three) as store:
        monkeypatch.setattr("fcntl.flock", refuse)
        with pytest.raises(
            StoreNotWritableError, match="files cannot be locked in its folder; open the story read-only"
        ):
            store.set_marks([marked(4)])
        assert [mark.target for mark in store.load().marks] == [1, 2, 3]


def test_a_held_lock_names_its_holder(three):
    message = rf"another newsdesk \(process {os.getpid()}\) has been writing to it for 0 seconds"
    with (
        Store.open(three) as holder,
        Store.open(three, lock_timeout=0) as waiting,
        holder._writing(),
        pytest.raises(StoreBusyError, match=message),
    ):
        waiting.set_marks([marked(4)])


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="open files cannot be listed here")
def test_a_refused_file_is_not_left_open(path):
    path.write_bytes(b"Notes\n")
    before = len(list(Path("/dev/fd").iterdir()))
    refusal(path)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_big_page_is_one_line(path):
    with Store.open(path) as store:
        store.add(*page(*(post(n, f"Boat {n} is in.", printed(n % 24, n % 60)) for n in range(1, 501))))
        assert path.read_bytes().count(b"\n") == 2
        assert len(store.load().posts) == 500


@pytest.mark.parametrize("function", ["flock", "fdatasync"])
@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL])
def test_where_files_cannot_be_locked_or_waited_for_a_story_is_only_read(three, monkeypatch, function, number):
    fcntl = pytest.importorskip("fcntl")
    module = fcntl if function == "flock" else os
    if not hasattr(module, function):
        pytest.skip("the system has no such call")

    def refuses(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module, function, refuses)
    with pytest.raises(StoreNotWritableError, match="cannot lock files or wait for the disk"):
        Store.open(three)
    assert marks_in(three, read_only=True) == ([1, 2, 3], ())


def test_what_is_refused_gets_no_lock_beside_it(tmp_path):
    (tmp_path / "notes").write_text("Notes\n")
    with pytest.raises(NotAStoreError):
        Store.open(tmp_path / "notes")
    assert [item.name for item in tmp_path.iterdir()] == ["notes"]
