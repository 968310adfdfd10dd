"""What is dropped into a watched folder: seen once it is whole, read once, never what is no ordinary file."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import ARTICLE, LIVE_PAGE

from newsdesk.cli import adding as cli_adding
from newsdesk.cli import main
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, INTERRUPTED, NO_STORE, WRONG_USAGE
from newsdesk.intake.intake import Intake
from newsdesk.intake.watched_folders import SETTLE_SECONDS, SUFFIX, WatchedFolders
from newsdesk.store import Store

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.jsonl"
    path.touch()
    return path


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


class Looks:
    """One look after the other, each as long after the one before as a file takes to settle."""

    def __init__(self, story, *folders):
        self.folders, self._named, self._at = WatchedFolders(story), [str(one) for one in folders], 0.0

    def __call__(self, after=SETTLE_SECONDS, sources=()):
        self._at += after
        found = self.folders.look(self._named, sources, self._at)
        for one in found:
            self.folders.known(one)
        return [one.path.name for one in found]


def test_a_file_is_seen_once_it_is_the_same_twice(story, folder):
    look = Looks(story, folder)
    (folder / "page.txt").write_text("half", encoding="utf-8")
    assert (look(), look.folders.unsettled) == ([], True)
    (folder / "page.txt").write_text("half, and more", encoding="utf-8")
    assert look() == []
    assert look(after=0.1) == [], "a look too soon tells nothing"
    assert look() == ["page.txt"]
    assert (look(), look.folders.unsettled) == ([], False)


def test_a_file_is_seen_again_when_it_changes_or_comes_back(story, folder):
    look = Looks(story, folder)
    page = folder / "page.txt"
    page.write_text("one", encoding="utf-8")
    assert (look(), look()) == ([], ["page.txt"])
    page.write_text("one and two", encoding="utf-8")
    assert (look(), look()) == ([], ["page.txt"])
    before = page.stat()
    page.unlink()
    assert look() == []
    page.write_text("one and two", encoding="utf-8")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (look(), look()) == ([], ["page.txt"])


def test_what_is_hidden_unfinished_deeper_or_no_file_is_left_alone(story, folder):
    for name in (".hidden", "page.txt.part", "page.html.crdownload", "page.txt~", "page.tmp", "~$page.doc"):
        (folder / name).write_text("words", encoding="utf-8")
    (folder / "deeper").mkdir()
    (folder / "deeper" / "page.txt").write_text("words", encoding="utf-8")
    os.mkfifo(folder / "pipe")
    (folder / "circle").symlink_to("circle")
    (folder / "nowhere").symlink_to("gone")
    (folder / "zeros").symlink_to("/dev/zero")
    look = Looks(story, folder)
    assert (look(), look.folders.unsettled) == ([], False)


def test_what_is_known_is_kept_beside_the_story(story, folder):
    (folder / "page.txt").write_text("words", encoding="utf-8")
    look = Looks(story, folder)
    look(), look()
    look.folders.keep()
    again = Looks(story, folder)
    assert (again(), again.folders.unsettled) == ([], False)
    (story.parent / (story.name + SUFFIX)).unlink()
    anew = Looks(story, folder)
    assert (anew(), anew()) == ([], ["page.txt"])


@given(st.binary(max_size=60) | st.sampled_from([b"[" * 100_000, b'{"/a": [1]}', b'{"/a": 5}', b'{"/a": [1e999, 2]}']))
def test_a_damaged_memory_is_none(tmp_path_factory, damage):
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "story.jsonl").touch()
    (folder / f"story.jsonl{SUFFIX}").write_bytes(damage)
    assert WatchedFolders(folder / "story.jsonl").look([], [], 0.0) == []


def test_a_folder_that_is_gone_is_told_and_its_files_stay_known(story, folder, tmp_path):
    (folder / "page.txt").write_text("words", encoding="utf-8")
    look = Looks(story, folder)
    look(), look()
    folder.rename(tmp_path / "away")
    assert (look(), look.folders.there) == ([], {str(folder): False})
    (tmp_path / "away").rename(folder)
    assert (look(), look(), look.folders.there) == ([], [], {str(folder): True})


# -- the command line --------------------------------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(cli_adding, "SETTLE_SECONDS", 0.0)
    monkeypatch.setattr("newsdesk.intake.watched_folders.SETTLE_SECONDS", 0.0)

    def call(*arguments):
        code = main([*arguments, "--store", str(tmp_path / "story.jsonl")])
        return code, *capsys.readouterr()

    return call


def test_refresh_reads_what_was_dropped_once(run, folder):
    assert run("watch", f"{folder}/../inbox/") == (
        DONE,
        f"{folder}: watched: the desk and newsdesk refresh add what is in it\n",
        "",
    )
    (folder / "strike.txt").write_text(LIVE_PAGE, encoding="utf-8")
    (folder / "picture.txt").write_bytes(PICTURE)
    code, out, err = run("refresh")
    assert (code, out) == (A_SOURCE_FAILED, "Dockers vote 'to stay out' in the port strike: +3 new\n")
    assert err.startswith("newsdesk: picture.txt: ")
    assert err.count("\n") == 1
    (folder / "quarrel.txt").write_text(ARTICLE, encoding="utf-8")
    code, out, err = run("refresh")
    assert (code, err) == (DONE, "")
    assert "The long quarrel behind the port strike: +1 new\n" in out
    (folder / "picture.txt").write_bytes(PICTURE * 2)
    assert run("refresh")[0] == A_SOURCE_FAILED, "it has changed"


def test_what_was_removed_stays_removed(run, folder, story):
    (folder / "strike.txt").write_text(LIVE_PAGE, encoding="utf-8")
    run("watch", str(folder))
    run("refresh")
    with Store.open(story) as store:
        store.remove_source(store.load().sources[0].id)
    assert run("refresh") == (DONE, "", "")


def test_folders_are_listed_and_let_go(run, folder, tmp_path):
    other = tmp_path / "other [b]"
    other.mkdir()
    assert run("watch")[0] == NO_STORE
    assert run("watch", str(folder), str(other))[0] == DONE
    other.rmdir()
    assert run("watch") == (DONE, f"{folder}\n{other}  (gone)\n", "")
    assert [json.loads(line) for line in run("watch", "--json")[1].splitlines()] == [
        {"folder": str(folder), "there": True},
        {"folder": str(other), "there": False},
    ]
    code, out, err = run("refresh")
    assert (code, out) == (DONE, "")
    assert "this watched folder is gone" in err
    assert run("watch", "--stop", str(other)) == (DONE, f"{other}: watched no longer; what it brought stays\n", "")
    assert run("watch", "--stop", str(other))[0] == A_SOURCE_FAILED
    assert run("watch", "--stop", str(folder))[0] == DONE
    assert run("watch") == (DONE, "no folder is watched; newsdesk watch FOLDER watches one\n", "")


@pytest.mark.parametrize("name", ["", "gone", "page.txt", "a\0b", "https://example.org/"])
def test_what_is_no_folder_is_one_line_and_makes_no_story(run, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text("words", encoding="utf-8")
    code, out, err = run("watch", name)
    assert (code, out, err.count("\n")) == (A_SOURCE_FAILED, "", 1)
    assert not (tmp_path / "story.jsonl").exists()


def test_stop_needs_a_name(run):
    assert run("watch", "--stop")[0] == WRONG_USAGE


def test_ctrl_c_keeps_what_was_added_and_says_how_much_was_not(run, folder, monkeypatch):
    for name, text in (("1.txt", LIVE_PAGE), ("2.txt", ARTICLE), ("3.txt", ARTICLE)):
        (folder / name).write_text(text, encoding="utf-8")
    store = Intake._store_reading

    def presses(self, *args, **options):
        os.kill(os.getpid(), 2)
        return store(self, *args, **options)

    monkeypatch.setattr(Intake, "_store_reading", presses)
    code, out, err = run("add", str(folder))
    assert (code, out) == (INTERRUPTED, "Dockers vote 'to stay out' in the port strike: +3 new\n")
    assert err == "newsdesk: stopped: 1 source read, 2 not come to; what was added stays\n"
