"""Real processes on one story: nothing is lost, everything is seen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from stored_examples import harbour

from newsdesk.model import Mark
from newsdesk.store import Store, StoreBusyError, check

WRITER = """
import sys
from pathlib import Path
from newsdesk.model import Post, Source, SourceKind
from newsdesk.store import Store
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Store.open(path) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        label = f"{name}-{number}"
        store.add(Source(SourceKind.ARTICLE, f"/{label}", content_hash=label), [Post(1, f"Cargo of {label}")])
        print(label, flush=True)
"""
HOLDER = """
import sys
from pathlib import Path
from newsdesk.store import Store
with Store.open(Path(sys.argv[1])) as store, store._writing():
    print("held", flush=True)
    sys.stdin.readline()
"""
SAME = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from stored_examples import harbour
from newsdesk.store import Store
with Store.open(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    print(len(store.add(*harbour()).new), flush=True)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "harbour.jsonl"


@pytest.fixture
def start():
    """Start a program that talks over pipes; none outlives the test."""
    started = []

    def begin(program, *arguments):
        process = subprocess.Popen(
            [sys.executable, "-c", program, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def test_writers_at_once_lose_nothing_and_are_seen(path, start):
    writers = [start(WRITER, path, name, 25) for name in ("one", "two", "three")]
    assert [process.stdout.readline() for process in writers] == ["ready\n"] * 3
    with Store.open(path) as desk:
        desk.load()
        for process in writers:
            process.stdin.write("go\n")
            process.stdin.flush()
        seen = set()
        for process in writers:
            for label in process.stdout:
                if changes := desk.changes():
                    assert not changes.reload
                    seen |= {item.text for item in changes.posts}
                assert f"Cargo of {label.strip()}" in seen
                desk.set_marks([Mark("read", len(seen))])
        assert [process.wait() for process in writers] == [0, 0, 0]
        assert {item.text for item in desk.load().posts} == seen
        assert len(seen) == 75
    report = check(path)
    assert (report.sound, report.sources, report.posts, report.unfinished) == (True, 75, 75, 0)


def test_the_same_file_added_by_two_processes_is_stored_once(path, start):
    adders = [start(SAME, path, Path(__file__).parent) for _ in range(2)]
    assert [process.stdout.readline() for process in adders] == ["ready\n"] * 2
    for process in adders:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert sorted(process.stdout.readline() for process in adders) == ["0\n", "4\n"]
    with Store.open(path) as store:
        assert len(store.load().posts) == 4


def test_two_processes_may_make_the_story_at_once(path, start):
    for process in [start(WRITER, path.with_name("new") / path.name, name, 0) for name in ("one", "two")]:
        assert process.stdout.readline() == "ready\n"
    assert check(path.with_name("new") / path.name).sound


def test_a_process_that_holds_the_lock_is_named_and_readers_go_on(path, start):
    with Store.open(path, lock_timeout=0) as store:
        store.add(*harbour())
        holder = start(HOLDER, path)
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreBusyError) as caught:
            store.set_marks([Mark("read", 1)])
        assert str(caught.value) == (
            f"{path}: another newsdesk (process {holder.pid}) has been writing to it for 0 seconds;"
            " try again, or end that process"
        )
        assert len(store.load().posts) == 4
        holder.kill()
        holder.wait()
        store.set_marks([Mark("read", 1)])
    assert path.with_name(path.name + ".lock").exists()
