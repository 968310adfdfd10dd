"""The system tells of what is written in a folder, and of nothing else."""

import subprocess
import sys
import threading

import pytest

from newsdesk.system.folder_watch import FolderWatch

PATIENCE = 10.0


class Told:
    def __init__(self) -> None:
        self.names: list[str] = []
        self._any = threading.Condition()

    def __call__(self, name: str) -> None:
        with self._any:
            self.names.append(name)
            self._any.notify_all()

    def hears_of(self, name: str) -> bool:
        with self._any:
            return self._any.wait_for(lambda: name in self.names, PATIENCE)


@pytest.fixture
def told() -> Told:
    return Told()


def test_what_is_written_appended_and_moved_there_is_told(tmp_path, told):
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "old.jsonl").write_text("one\n", encoding="utf-8")
    (tmp_path / "moved.jsonl").write_text("one\n", encoding="utf-8")
    with FolderWatch(folder, told):
        with (folder / "old.jsonl").open("a", encoding="utf-8") as file:
            file.write("two\n")
        assert told.hears_of("old.jsonl")
        (folder / "new.jsonl").write_text("one\n", encoding="utf-8")
        assert told.hears_of("new.jsonl")
        (tmp_path / "moved.jsonl").replace(folder / "moved.jsonl")
        assert told.hears_of("moved.jsonl")


def test_reading_is_no_news_and_after_the_end_nothing_is(tmp_path, told):
    file = tmp_path / "story.jsonl"
    file.write_text("one\n", encoding="utf-8")
    with FolderWatch(tmp_path, told):
        file.read_text(encoding="utf-8")
        (tmp_path / "last").touch()
        assert told.hears_of("last")
        assert set(told.names) == {"last"}


def test_a_folder_that_cannot_be_watched_is_no_error(tmp_path, told):
    with FolderWatch(tmp_path / "gone", told):
        assert told.names == []


def test_what_the_library_warns_of_reaches_no_terminal(tmp_path):
    """In a process of its own: here pytest listens."""
    code = (
        "import logging, pathlib; from newsdesk.system.folder_watch import FolderWatch\n"
        f"with FolderWatch(pathlib.Path({str(tmp_path)!r}), print):\n"
        "    logging.getLogger('watchdog.observers.inotify').warning('called when the thread is inactive')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
