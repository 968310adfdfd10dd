"""The command line, called as a function; what it prints and returns."""

import io
import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from written import ARTICLE, LIVE_PAGE, YEARLESS_PAGE

from newsdesk.cli import main
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, NO_STORE, WRONG_USAGE
from newsdesk.model import Mark
from newsdesk.store import Store, StoreError
from newsdesk.story.days import Days
from newsdesk.story.own_events import adding


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command on a store of its own; gives the exit code, what was printed, what was complained of."""

    def call(*arguments, store=True):
        named = ["--store", str(tmp_path / "story.jsonl")] if store else []
        code = main([*arguments, *named])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def page_file(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(LIVE_PAGE, encoding="utf-8")
    return file


@pytest.fixture
def stored(run, page_file):
    assert run("add", str(page_file))[0] == DONE
    return page_file


def rows(out):
    return [json.loads(line) for line in out.splitlines()]


def test_add_says_what_was_added(run, page_file):
    assert run("add", str(page_file)) == (DONE, "Dockers vote 'to stay out' in the port strike: +3 new\n", "")


def test_one_bad_file_is_one_line_and_the_others_are_in(run, page_file, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    code, out, err = run("add", str(tmp_path / "picture.png"), str(page_file))
    assert (code, out.count("\n")) == (A_SOURCE_FAILED, 1)
    assert err.startswith("newsdesk: picture.png: ")
    assert err.count("\n") == 1


def test_bad_files_alone_make_no_story(run, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "empty.txt").touch()
    code, out, err = run("add", str(tmp_path / "picture.png"), str(tmp_path / "empty.txt"), str(tmp_path / "absent"))
    assert (code, out, err.count("\n")) == (A_SOURCE_FAILED, "", 3)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt", "picture.png"]


def test_add_reads_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert run("add", "-")[:2] == (DONE, "The long quarrel behind the port strike: +1 new\n")


class Endless(io.RawIOBase):
    """Standard input that never ends, where `given` is how much of it was taken."""

    def __init__(self, line):
        self.piece, self.given = line * 4096, 0

    def readable(self):
        return True

    def readinto(self, into):
        assert self.given < 8 << 20, "it is read on and on"
        size = min(len(into), len(self.piece))
        into[:size] = self.piece[:size]
        self.given += size
        return size


@pytest.fixture
def one_mb(config_file):
    """A configuration file that lets files of one MB be read."""
    config_file.write_text("[limits]\nfile_mb = 1\n", encoding="utf-8")


@pytest.mark.parametrize("piece", [b"endless words here.\n", "endless words here.\n".encode("utf-16-le")])
def test_standard_input_without_an_end_is_refused_in_one_line_and_the_others_are_in(
    run, page_file, monkeypatch, one_mb, piece
):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless(piece))))
    code, out, err = run("add", "-", str(page_file))
    assert (code, out.count("\n")) == (A_SOURCE_FAILED, 1)
    assert err == (
        "newsdesk: standard input: this is larger than the 1 MB that are read;"
        " split it, or set file_mb below [limits] in the configuration file\n"
    )


def test_standard_input_without_an_end_makes_no_story(run, tmp_path, monkeypatch, one_mb):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless(b"endless words here.\n"))))
    code, out, err = run("add", "-")
    assert (code, out, err.count("\n")) == (A_SOURCE_FAILED, "", 1)
    assert not (tmp_path / "story.jsonl").exists()


def test_standard_input_in_an_unknown_encoding_is_refused(run, monkeypatch):
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("港の理事会は月曜日に投票した。\n".encode("shift-jis") * 20))
    )
    assert run("add", "-") == (
        A_SOURCE_FAILED,
        "",
        "newsdesk: standard input: this is text in an encoding that it does not name; save it as UTF-8 and add that\n",
    )


def test_standard_input_as_large_as_may_be_is_read(run, monkeypatch, one_mb):
    text = ARTICLE + "\n\nThe ferries ran late." * 40_000
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()[: 1 << 20])))
    assert run("add", "-")[0] == DONE


@pytest.mark.parametrize("arguments", [("-",), ("",)])
def test_nothing_at_all_is_no_name_for_the_current_folder(run, page_file, monkeypatch, arguments):
    monkeypatch.chdir(page_file.parent)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    code, out, err = run("add", *arguments)
    assert (code, out, err.count("\n")) == (A_SOURCE_FAILED, "", 1)


@pytest.mark.parametrize("name", ["~nobody-at-all/x", "x" * 300, "https://example.org/page", ""])
def test_a_name_that_can_be_no_file_is_one_line(run, name):
    code, out, err = run("add", name)
    assert (code, out, err.count("\n")) == (A_SOURCE_FAILED, "", 1)
    code, out, err = run("extract", name, store=False)
    assert (code, err, list(rows(out)[0])) == (A_SOURCE_FAILED, "", ["file", "error"])
    assert run(name or "?")[0] == WRONG_USAGE


def test_a_guess_is_stored_and_said(run, tmp_path):
    (tmp_path / "page.txt").write_text(YEARLESS_PAGE, encoding="utf-8")
    code, _, err = run("add", str(tmp_path / "page.txt"))
    assert code == DONE
    assert "is a guess; --year YEAR corrects it" in err
    (row,) = rows(run("sources", "--json")[1])
    assert row["published_basis"] == "guessed"
    assert run("add", str(tmp_path / "page.txt"), "--year", "2025")[0] == DONE
    (row,) = rows(run("sources", "--json")[1])
    assert (row["published_basis"], row["published"]) == ("stated", "2025-05-11T16:03+01:00")


def test_posts_come_newest_first_and_the_clock_is_named_on_stderr(run, stored):
    code, out, err = run("posts", "--tz", "Europe/London")
    assert code == DONE
    assert out.splitlines()[0].startswith("Sun 11 May 2025 16:03 BST  Union leader says offer is 'a joke'")
    assert err == "newsdesk: as of Sun 11 May 2025 16:03 BST (newest post)\n"


def test_a_chosen_moment_hides_what_came_later(run, stored):
    _, out, err = run("posts", "--tz", "Europe/London", "--as-of", "11 May 2025 12:00")
    assert [line[16:21] for line in out.splitlines()] == ["12:00", "11:30"]
    assert err == "newsdesk: as of Sun 11 May 2025 12:00 BST\n"


def test_a_moment_without_a_year_is_near_the_story(run, stored):
    assert run("posts", "--tz", "UTC", "--as-of", "11 May 12:00")[2] == "newsdesk: as of Sun 11 May 2025 12:00 UTC\n"


def test_lines_of_the_store_that_are_lost_are_told(run, stored, tmp_path):
    store = tmp_path / "story.jsonl"
    store.write_bytes(store.read_bytes().replace(b"Leith", b"Leeds", 1))
    line = f"newsdesk: {store}: left out 1 damaged line; newsdesk check says where\n"
    assert run("posts")[2].startswith(line)
    assert run("refresh")[2] == line


def test_an_error_of_our_own_is_one_line(run, stored, monkeypatch):
    def fail(_view):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("newsdesk.listing.posts", fail)
    monkeypatch.delenv("NEWSDESK_TRACEBACK")
    code, out, err = run("posts")
    assert (code, out) == (A_SOURCE_FAILED, "")
    assert err.splitlines()[-1].startswith("newsdesk: an error of newsdesk's own (ZeroDivisionError: by zero)")
    monkeypatch.setenv("NEWSDESK_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("posts")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_output_that_cannot_be_written_is_one_line(stored, tmp_path):
    command = [sys.executable, "-m", "newsdesk", "sources", "--store", str(tmp_path / "story.jsonl")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == A_SOURCE_FAILED
    assert done.stderr.splitlines()[-1].startswith("newsdesk: this could not be finished (")
    assert "Exception" not in done.stderr


def test_a_reader_who_has_gone_is_no_error(stored, tmp_path):
    command = [sys.executable, "-m", "newsdesk", "sources", "--store", str(tmp_path / "story.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        assert "Exception" not in process.stderr.read()
    assert process.returncode == DONE


@pytest.mark.parametrize(
    ("stream", "commands"),
    [
        ("<&-", ["add -"]),
        (">&-", ["quotes", "export --ics"]),
        ("2>&-", ["quotes"]),
        ("<&- >&- 2>&-", ["quotes", "export --ics", "add -"]),
    ],
)
def test_a_closed_stream_ends_no_command_and_is_not_taken_by_the_store(page_file, tmp_path, stream, commands):
    store = tmp_path / "closed.jsonl"
    for arguments in (f"add '{page_file}'", *commands):
        line = f"'{sys.executable}' -m newsdesk {arguments} --store '{store}' {stream}"
        done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
        # Standard input that is closed is as empty as one that is not there: there is nothing to add.
        assert done.returncode == (A_SOURCE_FAILED if arguments == "add -" else DONE), done.stderr
        assert "error of newsdesk's own" not in done.stderr
    assert main(["check", "--store", str(store)]) == DONE


def test_programs_are_given_utf_8_whatever_the_locale(stored, tmp_path):
    page = LIVE_PAGE.replace("Jo Tan", "Jó Tån “🚢”")
    (tmp_path / "wide.txt").write_text(page, encoding="utf-8")
    store = str(tmp_path / "wide.jsonl")
    main(["add", str(tmp_path / "wide.txt"), "--store", store])
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    for arguments in (["posts", "--json"], ["export", "--json"], ["export", "--csv"], ["export", "--markdown"]):
        command = [sys.executable, "-m", "newsdesk", *arguments, "--store", store]
        out = subprocess.run(command, capture_output=True, env=ascii_only, check=True).stdout
        assert "Jó Tån “🚢”" in out.decode("utf-8"), arguments
    command = [sys.executable, "-m", "newsdesk", "posts", "--store", store]
    assert subprocess.run(command, capture_output=True, env=ascii_only, check=True).stdout.isascii()


def test_lines_and_objects_come_out_in_the_order_they_were_printed(page_file, tmp_path, capfdbinary):
    """Objects are written as bytes and lines as text; neither may overtake the other."""
    named = ["--store", str(tmp_path / "story.jsonl")]
    print("first")
    main(["add", str(page_file), "--json", *named])
    print("last", flush=True)
    out = capfdbinary.readouterr().out.decode().splitlines()
    assert [out[0], json.loads(out[1])["added"][-6:], out[2]] == ["first", "+3 new", "last"]


def test_what_was_stored_before_the_disk_was_full_is_told(run, page_file, tmp_path, monkeypatch):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    add, full = Store.add, StoreError("story.jsonl: there is no room left on the disk")

    def once(store, source, posts):
        if store.load().sources:
            raise full
        return add(store, source, posts)

    monkeypatch.setattr(Store, "add", once)
    code, out, err = run("add", *[str(page_file), str(tmp_path / "article.txt"), str(tmp_path / "absent")])
    assert code == NO_STORE
    assert out == "Dockers vote 'to stay out' in the port strike: +3 new\n"
    assert err.splitlines() == [
        f"newsdesk: {tmp_path / 'absent'}: there is no such file; check the name",
        f"newsdesk: {full}",
    ]


@pytest.mark.parametrize("option", ["--store", "--story"])
def test_an_empty_name_is_not_the_story_used_last(run, page_file, own_data_folder, option):
    code, out, err = run("add", str(page_file), option, "", store=False)
    assert (code, out, err.count("\n")) == (WRONG_USAGE, "", 1)
    assert not list(own_data_folder.rglob("*.jsonl"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["posts", "--tz", "\x1b[31m\nZone"],
        ["posts", "--as-of", "\x1b[31m\nsoon"],
        ["posts", "--year", "\x1b[31m\n1"],
        ["posts", "\x9b31m\nextra"],
        ["\x1b]0;x\x07\nname"],
    ],
)
def test_what_was_typed_is_repeated_without_what_a_terminal_would_obey(run, stored, capsys, arguments):
    try:
        code, _, err = run(*arguments)
    except SystemExit as exit_:
        code, err = exit_.code, capsys.readouterr().err
    assert (code, err.count("\n"), err.rstrip("\n").isprintable()) == (WRONG_USAGE, 1, True)


def test_a_story_with_nothing_in_it_says_so(run, tmp_path):
    (tmp_path / "story.jsonl").touch()
    line = f"newsdesk: {tmp_path / 'story.jsonl'}: nothing is in this story yet; newsdesk add FILE begins it\n"
    assert run("posts") == (DONE, "", line)


def test_mentions_lead_to_their_posts_though_sources_share_a_tag(run, stored):
    events, posts = rows(run("events", "--json")[1]), rows(run("posts", "--json")[1])
    texts = {post["id"]: post for post in posts}
    mentions = [mention for event in events for mention in event["mentions"]]
    assert mentions
    for mention in mentions:
        post = texts[mention["post"]]
        assert (mention["n"], mention["source"], mention["source_id"]) == (post["n"], post["source"], post["source_id"])
        assert post[mention["in"]][mention["start"] : mention["end"]]
    (source,) = rows(run("sources", "--json")[1])
    assert {post["source_id"] for post in posts} == {source["id"]}


def test_a_remade_sample_takes_nothing_of_the_users(run, stored, tmp_path):
    before = (tmp_path / "story.jsonl").read_bytes()
    code, _, err = run("demo", "--reset")
    assert (code, err.count("\n")) == (WRONG_USAGE, 1)
    assert (tmp_path / "story.jsonl").read_bytes() == before


def test_the_sample_can_be_remade_and_is_no_story_used_last(run, own_data_folder):
    run("demo", "--story", "mine", store=False)
    run("demo", "--reset", store=False)
    (store,) = own_data_folder.rglob("*.jsonl")
    assert store.name == "sample.jsonl"
    main(["sources", "--store", str(store)])
    assert not list(own_data_folder.rglob("last-story"))


@pytest.mark.parametrize("command", ["posts", "quotes", "events", "actors", "sources", "show"])
def test_every_row_command_prints_lines_and_objects(run, stored, command):
    code, out, _ = run(command)
    assert code == DONE
    assert out
    code, out, _ = run(command, "--json")
    assert code == DONE
    assert all(isinstance(row, dict) for row in rows(out))
    assert rows(out)


def test_actors_are_listed_with_what_they_are_called_and_words_as_written_at_the_end(run, tmp_path):
    text = "“We {}.” a docker said.\n\nAna Ruiz, the union leader, said: “We {} too.” Ruiz left.\n"
    for number, does in enumerate(("wait", "sleep"), start=1):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"A strike day\n\nPublished: May {number}, 2025 9:30 AM\n\n" + text.format(does, does))
        run("add", str(file))
    assert run("actors")[1].splitlines() == [
        "   2  Ana Ruiz · union leader · also Ruiz",
        "   2  a docker · as written, in 2 posts",
    ]
    assert [(row["name"], row["resolved"]) for row in rows(run("actors", "--json")[1])] == [
        ("Ana Ruiz", True),
        ("a docker", False),
    ]
    assert "a docker, as written (2)" in run("quotes")[1].splitlines()


def test_rows_of_quotes_and_events_say_who_and_when(run, stored):
    quotes = rows(run("quotes", "--json")[1])
    assert {(row["text"], row["speaker"]) for row in quotes} >= {("bad for everybody", "Jo Tan")}
    (event,) = rows(run("events", "--json")[1])
    assert (event["start"], event["end"]) == ("2025-05-15", None)


def test_programs_are_told_of_an_unsure_speaker_as_readers_are(run, tmp_path):
    told = "Ana Ruiz led the dockers.\n\n“The roof is safe,” Ruiz said. “The gate is not,” the answer was."
    (tmp_path / "docks.txt").write_text(f"Docks\n26 November 2026\n\n{told}\n", encoding="utf-8")
    run("add", str(tmp_path / "docks.txt"))
    rows_of_quotes = rows(run("quotes", "--json")[1])
    assert {row["text"]: row["unsure"] for row in rows_of_quotes} == {
        "The roof is safe,": False,
        "The gate is not,": True,
    }
    marked = [line for line in run("quotes")[1].splitlines() if "(speaker unsure)" in line]
    assert [line.strip()[:18] for line in marked] == ["“The gate is not,”"]


@pytest.mark.parametrize(
    ("shape", "begins"),
    [("--markdown", "# "), ("--ics", "BEGIN:VCALENDAR"), ("--json", "{"), ("--csv", "")],
)
def test_export_prints_each_shape(page_file, tmp_path, capfdbinary, shape, begins):
    named = ["--store", str(tmp_path / "story.jsonl")]
    main(["add", str(page_file), *named])
    capfdbinary.readouterr()
    assert main(["export", shape, *named]) == DONE
    out = capfdbinary.readouterr().out.decode()
    assert out.startswith(begins)
    assert "Leith" in out


def test_export_wants_one_shape(run, stored):
    assert run("export") == (
        WRONG_USAGE,
        "",
        "newsdesk: export: name one shape: --markdown, --ics, --json, --csv, --opml or --tinydb\n",
    )
    assert run("export", "--ics", "--json")[0] == WRONG_USAGE


POST_KEYS = [
    "n", "headline", "label", "published", "published_basis", "byline_name", "byline_role", "captions", "text",
    "quotes", "statements", "dates",
]  # fmt: skip


def test_extract_prints_the_shape_that_other_programs_read(run, page_file):
    code, out, _ = run("extract", str(page_file), store=False)
    assert code == DONE
    (found,) = rows(out)
    assert list(found) == ["file", "source", "posts", "actors", "events"]
    assert found["file"] == str(page_file)
    assert list(found["source"]) == ["kind", "title", "publisher", "published", "published_basis"]
    assert found["source"]["published"] == "2025-05-11T16:03+01:00"
    assert [list(post) for post in found["posts"]] == [POST_KEYS] * 3
    post = found["posts"][0]
    assert (post["n"], post["byline_name"], post["byline_role"]) == (1, "Lee Park", "Ports reporter")
    for quote in post["quotes"]:
        assert list(quote) == ["start", "end", "text", "in", "speaker", "surface", "kind", "via", "confidence"]
        assert post[quote["in"]][quote["start"] : quote["end"]] == quote["text"]
    for date in found["posts"][1]["dates"]:
        assert list(date) == ["start", "end", "text", "in", "value", "value_end", "upcoming"]
        assert (date["value"], date["value_end"], date["upcoming"]) == ("2025-05-15", None, True)
    assert {date["in"] for date in found["posts"][1]["dates"]} == {"text", "headline"}
    (event,) = found["events"]
    assert list(event) == ["title", "start", "end", "zone_basis", "somewhen", "certainty", "status", "mentions"]
    assert list(event["mentions"][0]) == ["file", "n", "in", "start", "end"]
    assert {mention["file"] for mention in event["mentions"]} == {str(page_file)}


def test_extract_together_dates_one_file_by_another_and_prints_events_once(run, page_file, tmp_path):
    (tmp_path / "yearless.txt").write_text(YEARLESS_PAGE, encoding="utf-8")
    _, out, _ = run("extract", "--together", str(tmp_path / "yearless.txt"), str(page_file), store=False)
    first, second = rows(out)
    assert [post["published_basis"] for post in first["posts"]] == ["inferred"] * 3
    assert first["posts"][0]["published"] == "2025-05-11T16:03+01:00"
    assert len(first["events"]) == 1
    assert second["events"] == []


def test_extract_dates_a_file_as_adding_it_would(run, tmp_path):
    page = YEARLESS_PAGE.replace("in Leith on Thursday,", "in Leith on Thursday, 15 May,")
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    (found,) = rows(run("extract", str(tmp_path / "page.txt"), store=False)[1])
    run("add", str(tmp_path / "page.txt"))
    (row,) = rows(run("sources", "--json")[1])
    assert found["source"]["published_basis"] == "inferred"
    assert [row[key] for key in ("published", "published_basis")] == list(found["source"].values())[3:]


def test_what_a_terminal_must_not_see_is_escaped_in_json(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO('{"id": "\x9b2J\u202e", "text": "x"}'.encode())))
    out = run("extract", "--jsonl", store=False)[1]
    assert out.isascii()
    assert rows(out)[0]["id"] == "\x9b2J\u202e"


def test_extract_reads_standard_input_in_the_place_of_a_file(run, monkeypatch, page_file, tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    code, out, _ = run("extract", "-", str(tmp_path / "article.txt"), store=False)
    given, file = rows(out)
    assert (code, given["file"]) == (DONE, "-")
    assert given | {"file": file["file"]} == file


def test_extract_refuses_standard_input_without_an_end(run, monkeypatch, one_mb):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless(b"endless words here.\n"))))
    code, out, _ = run("extract", "-", store=False)
    assert code == A_SOURCE_FAILED
    assert rows(out)[0]["error"].startswith("standard input: this is larger than the 1 MB")


def test_extract_goes_on_after_a_file_that_fails(run, page_file, tmp_path):
    code, out, _ = run("extract", str(tmp_path / "absent"), str(page_file), store=False)
    failed, found = rows(out)
    assert code == A_SOURCE_FAILED
    assert failed == {
        "file": str(tmp_path / "absent"),
        "error": f"{tmp_path / 'absent'}: there is no such file; check the name",
    }
    assert len(found["posts"]) == 3


def test_extract_jsonl_keeps_ids_and_offsets(run, monkeypatch):
    text = "Jo Tan said on Monday: “We go.”"
    lines = [
        json.dumps({"id": 7, "text": text, "reference_time": "2025-05-14"}),
        "",
        json.dumps({"id": "b", "text": "No."}),
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    code, out, _ = run("extract", "--jsonl", store=False)
    first, second = rows(out)
    assert code == DONE
    assert list(first) == ["id", "quotes", "statements", "timexes"]
    assert list(first["quotes"][0]) == ["start", "end", "speaker", "surface", "confidence"]
    assert (first["id"], first["quotes"][0]["speaker"], first["timexes"][0]["value"]) == (7, "Jo Tan", "2025-05-12")
    assert second == {"id": "b", "quotes": [], "statements": [], "timexes": []}


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"id": 1}',
        '{"id": 1, "text": 5}',
        '{"id": 1, "text": "x", "reference_time": "soon"}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(run, monkeypatch, line):
    good = json.dumps({"id": 2, "text": "x"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{line}\n{good}\n".encode())))
    code, out, err = run("extract", "--jsonl", store=False)
    assert code == A_SOURCE_FAILED
    assert err.startswith("newsdesk: extract --jsonl: line 1: ")
    assert err.count("\n") == 1
    assert [row["id"] for row in rows(out)] == [2]


def test_a_line_longer_than_may_be_is_named_and_the_others_go_on(run, monkeypatch, one_mb):
    lines = [
        '{"id": 1, "text": "x"}',
        json.dumps({"id": 2, "text": "x" * (1 << 21)}),
        '{"id": 3, "text": "x"}',
        "y" * (1 << 21),
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    code, out, err = run("extract", "--jsonl", store=False)
    assert (code, [row["id"] for row in rows(out)]) == (A_SOURCE_FAILED, [1, 3])
    assert err.splitlines() == [
        f"newsdesk: extract --jsonl: line {number}: this is longer than the 1 MB that are read;"
        " split its text, or set file_mb below [limits] in the configuration file"
        for number in (2, 4)
    ]


@pytest.fixture(params=["pipe", "device"])
def endless_file(request, tmp_path):
    """A file that is never read to its end."""
    if request.param == "device":
        return Path("/dev/zero") if Path("/dev/zero").exists() else pytest.skip("there are no devices here")
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_no_pipe_and_no_device_is_imported(run, tmp_path, endless_file):
    code, out, err = run("import", str(endless_file))
    assert (code, out) == (A_SOURCE_FAILED, "")
    assert err == (
        f"newsdesk: {endless_file}: it cannot be read (it is no ordinary file but a pipe or a device); check the path\n"
    )
    assert not (tmp_path / "story.jsonl").exists()


@pytest.mark.parametrize("arguments", [("check",), ("posts",), ("refresh",), ("check", "--repair", "saved.jsonl")])
def test_no_pipe_and_no_device_is_taken_for_a_story(run, endless_file, arguments):
    code, out, err = run(*arguments, "--store", str(endless_file), store=False)
    assert (code, out) == (NO_STORE, "")
    assert err == f"newsdesk: {endless_file}: this is no ordinary file; name a story's file\n"


def test_check_says_whether_a_store_is_sound(run, stored, tmp_path):
    code, out, _ = run("check")
    assert (code, out) == (DONE, f"{tmp_path / 'story.jsonl'}: sound; 1 source, 3 posts, 0 marks\n")
    store = tmp_path / "story.jsonl"
    store.write_bytes(store.read_bytes().replace(b"Leith", b"Leeds", 1))
    code, out, _ = run("check")
    assert code == NO_STORE
    assert out.splitlines()[0].startswith(f"{store}: damaged")
    new = tmp_path / "saved.jsonl"
    code, out, _ = run("check", "--repair", str(new))
    assert (code, out.splitlines()[-2:]) == (
        DONE,
        [f"{new}: 0 documents saved; {store} was left as it is", f"{new}.damaged: 1 damaged line kept aside"],
    )
    assert run("check", "--compact")[0] == NO_STORE


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no/such/new.jsonl", "the folder it is to be in is not there"),
        ("~nobody-of-this-name/new.jsonl", "nobody here has this home folder"),
        ("", "an empty name is no file"),
    ],
)
def test_a_repair_into_nowhere_is_refused_in_one_line(run, stored, tmp_path, monkeypatch, name, words):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("check", "--repair", name)
    assert (code, err.count("\n")) == (NO_STORE, 1)
    assert words in err


def test_what_was_changed_often_is_compacted(run, stored, tmp_path):
    path = tmp_path / "story.jsonl"
    with Store.open(path) as store:
        for number in range(20):
            store.set_meta({"title": f"Dockers {number}"})
    before = path.stat().st_size
    code, out, _ = run("check", "--compact")
    saved = before - path.stat().st_size
    assert (code, out.splitlines()[-1]) == (DONE, f"{path}: {saved} bytes saved")
    assert saved > 1000


def test_a_story_goes_to_tinydb_and_comes_back(run, stored, tmp_path):
    code, out, _ = run("export", "--tinydb")
    assert code == DONE
    (tmp_path / "stock.json").write_text(out, encoding="utf-8")
    posts = run("posts", "--json")[1]
    other = str(tmp_path / "other.jsonl")
    assert run("import", str(tmp_path / "stock.json"), "--store", other, store=False) == (
        DONE,
        f"{other}: 1 source, 3 posts, 0 marks\n",
        "",
    )
    assert run("posts", "--json", "--store", other, store=False)[1] == posts
    code, out, err = run("import", str(tmp_path / "stock.json"))
    assert (code, out) == (NO_STORE, "")
    assert "this story has sources already" in err
    code, out, err = run("import", str(stored), "--store", str(tmp_path / "third.jsonl"), store=False)
    assert (code, out, err) == (1, "", f"newsdesk: {stored}: it is no JSON, so no TinyDB file; nothing was stored\n")
    assert not (tmp_path / "third.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nonsense"], WRONG_USAGE),
        (["posts", "--tz", "Nowhere/Land"], WRONG_USAGE),
        (["posts", "--as-of", "soonish"], WRONG_USAGE),
        (["posts", "--as-of", "9999-12-31T23:59-10:00"], WRONG_USAGE),
        (["posts", "--nonsense"], WRONG_USAGE),
        (["add"], WRONG_USAGE),
        (["add", "x", "--year", "25"], WRONG_USAGE),
        (["extract"], WRONG_USAGE),
    ],
)
def test_wrong_usage_is_one_line(run, stored, capsys, arguments, code):
    try:
        result, out, err = run(*arguments)
    except SystemExit as exit_:
        result, (out, err) = exit_.code, capsys.readouterr()
    assert (result, out) == (code, "")
    assert err.startswith("newsdesk: ")
    assert err.count("\n") == 1


def test_a_store_that_cannot_be_used_is_one_line_and_untouched(run, tmp_path):
    store = tmp_path / "story.jsonl"
    store.write_text("this is no store\n")
    for command in ("posts", "check", "refresh"):
        code, out, err = run(command)
        assert (code, out, err.count("\n")) == (NO_STORE, "", 1)
    assert store.read_text() == "this is no store\n"


def test_without_a_terminal_the_desk_says_what_to_do(run, stored):
    code, out, err = run()
    assert (code, out) == (WRONG_USAGE, "")
    assert err == "newsdesk: the desk needs a terminal; newsdesk show prints the story as text\n"


def test_help_and_version(run, capsys):
    assert run("--help", store=False)[1].startswith("newsdesk [FILE|URL|FOLDER ...]")
    assert run("--version", store=False)[1].startswith("newsdesk ")
    assert "--together" in run("extract", "--help", store=False)[1]


def test_times_can_be_shown_in_the_zone_of_each_source(run, stored):
    _, out, err = run("posts", "--tz", "source")
    assert err == "newsdesk: as of Sun 11 May 2025 16:03 BST (newest post)\n"
    assert "Sun 11 May 2025 16:03 BST  Union leader" in out
    assert "11:45 BST" in run("posts", "--tz", "source", "--as-of", "11 May 11:45")[2]
    assert "Sun 11 May 2025 16:03 BST" in run("show", "--tz", "source")[1]
    assert "2025-05-11T16:03+01:00" in run("export", "--csv", "--tz", "source")[1]
    for shape in ("--markdown", "--ics"):
        assert "12:00 BST" in run("export", shape, "--tz", "source")[1].replace("\n ", "")


@pytest.mark.parametrize("name", ["", "Europe", "../etc", "utc+1", "Nowhere/Land"])
def test_a_zone_that_is_none_is_one_line(run, stored, name):
    code, out, err = run("posts", "--tz", name)
    assert (code, out) == (WRONG_USAGE, "")
    assert err == f"newsdesk: --tz: there is no zone “{name}”; write it as Europe/London, UTC or source\n"


def test_two_exports_of_one_story_are_the_same_bytes_whenever_they_are_made(run, stored, monkeypatch):
    first = run("export", "--ics")[1]
    later = datetime(2031, 1, 1, tzinfo=UTC)
    monkeypatch.setattr("newsdesk.cli.viewing.wall_clock", lambda: later)
    assert run("export", "--ics")[1] == first
    assert "DTSTAMP:20250511T110000Z" in first


def test_an_event_is_printed_with_all_that_is_known_of_it_and_where(run, stored):
    (row,) = rows(run("events", "--json")[1])
    mentions = row.pop("mentions")
    assert row | {"key": ""} == {
        "key": "",
        "title": "Direct talks in Leith",
        "start": "2025-05-15",
        "end": None,
        "certainty": "confirmed",
        "status": "expected",
        "was": None,
        "other_day": None,
        "zone": "BST",
        "zone_basis": None,
        "somewhen": False,
        "pinned": False,
        "added": False,
        "found": None,
        "revised": "2025-05-11T12:00+01:00",
    }
    headline = next(mention for mention in mentions if mention["in"] == "headline")
    assert {name: headline[name] for name in ("file", "n", "sentence", "start", "end")} == {
        "file": str(stored),
        "n": 2,
        "sentence": "Talks to be held in Leith on Thursday",
        "start": 29,
        "end": 37,
    }
    first, below, *_ = run("events", "--mentions", "--tz", "Europe/London")[1].splitlines()
    assert "Direct talks in Leith  (confirmed · 2 mentions)" in first
    assert below.startswith("  ")
    assert "11 May 12:00 BST]" in below


def test_what_the_user_says_of_events_holds_for_every_command(run, stored, tmp_path):
    at, hour = datetime(2025, 5, 11, 15, tzinfo=UTC), datetime(2025, 5, 12, 14, tzinfo=UTC)
    call = adding("Call, [Leith]", Days(hour.date(), None, hour), at).add
    with Store.open(tmp_path / "story.jsonl") as store:
        (mention, *_) = rows(run("events", "--json")[1])[0]["mentions"]
        gone = Mark(
            "event dismissed", int(mention["post"]), "", at, "Direct talks in Leith", mention["in"], mention["start"]
        )
        store.set_marks([*call, gone])
    assert run("events")[1] == "tomorrow     Mon 12 May 14:00 UTC Call, [Leith]  (added by you)\n"
    (row,) = rows(run("events", "--json")[1])
    assert (row["title"], row["start"], row["added"]) == ("Call, [Leith]", "2025-05-12T14:00+00:00", True)
    calendar = run("export", "--ics")[1]
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Call\\, [Leith]\r\n" in calendar
    assert "DTSTART:20250512T140000Z\r\n" in calendar
    for shape in ("--json", "--markdown"):
        assert "Direct talks in Leith" not in run("export", shape)[1]
        assert "Call, " in run("export", shape)[1]


def test_a_guess_that_a_later_file_settles_is_not_said(run, tmp_path):
    (tmp_path / "a.txt").write_text(YEARLESS_PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    code, out, err = run("add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert (code, out.count("\n"), err) == (DONE, 2, "")
    page, _ = rows(run("sources", "--json")[1])
    assert (page["published_basis"], page["published"]) == ("inferred", "2025-05-11T16:03+01:00")
    assert "Sun 11 May 2025 (year inferred from other sources)" in run("sources")[1]
    assert "DTSTART;VALUE=DATE:20250515" in run("export", "--ics")[1]


def test_what_was_guessed_follows_better_evidence_that_comes_later_and_goes_back_without_it(run, tmp_path):
    (tmp_path / "a.txt").write_text(YEARLESS_PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE.replace("2025", "2024"), encoding="utf-8")
    assert "is a guess" in run("add", str(tmp_path / "a.txt"))[2]
    assert run("events", "--json")[1] == "", "a guessed day makes no event"
    assert run("add", str(tmp_path / "b.txt"))[2] == ""
    page, _ = rows(run("sources", "--json")[1])
    assert (page["published_basis"], page["published"][:4]) == ("inferred", "2024")
    assert [row["start"] for row in rows(run("events", "--json")[1])] == ["2024-05-16"]
    assert run("add", str(tmp_path / "a.txt"), "--year", "2023")[0] == DONE
    page, _ = rows(run("sources", "--json")[1])
    assert (page["published_basis"], page["published"][:4]) == ("stated", "2023")


UNDATED = "Harbour stays closed\n\nBy Ada Muster\n\nThe harbour of Port Lindra will reopen on Friday, said the coast guard. Ferries wait outside.\n"


def test_a_date_may_be_said_for_what_prints_none(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(UNDATED, encoding="utf-8")
    code, _, err = run("add", str(file))
    assert (code, err) == (
        DONE,
        "newsdesk: Harbour stays closed: prints no date and nothing tells it; adding it again with --date DATE gives it one\n",
    )
    assert rows(run("sources", "--json")[1])[0]["published"] is None
    said = ("add", str(file), "--date", "26 November 2026 16:15", "--tz", "Europe/Oslo")
    nothing_new = "Harbour stays closed: nothing new, 1 same"
    assert run(*said)[:2] == (DONE, f"{nothing_new}; date Thu 26 Nov 2026 16:15 CET\n")
    assert run(*said)[:2] == (DONE, f"{nothing_new}\n")
    (row,) = rows(run("sources", "--json")[1])
    assert (row["published"], row["published_basis"]) == ("2026-11-26T16:15+01:00", "stated")
    assert "date set by you" in run("sources")[1]
    assert run("refresh")[0] == DONE
    assert rows(run("sources", "--json")[1])[0]["published"] == "2026-11-26T16:15+01:00"
    file.write_text(UNDATED.replace("Muster\n", "Muster\n\n24 November 2026\n"), encoding="utf-8")
    assert run("refresh")[0] == DONE
    assert rows(run("sources", "--json")[1])[0]["published"] == "2026-11-24"


@pytest.mark.parametrize("zone", ["source", "Europe/Oslo"])
def test_an_hour_may_be_said_in_the_zone_of_the_source(run, tmp_path, zone):
    file = tmp_path / "a.txt"
    file.write_text(UNDATED, encoding="utf-8")
    assert run("add", str(file), "--date", "26 November 2026 16:15", "--tz", zone)[::2] == (DONE, "")
    (row,) = rows(run("sources", "--json", "--tz", zone)[1])
    assert row["published"][:16] == "2026-11-26T16:15"


@pytest.mark.parametrize("date", ["26 November", "soon", "", "31 November 2026"])
def test_what_is_no_whole_date_is_said_in_one_line(run, tmp_path, date):
    code, out, err = run("add", str(tmp_path / "a.txt"), "--date", date)
    assert (code, out, err.count("\n")) == (WRONG_USAGE, "", 1)
    assert "--date" in err


# -- stories


def named(run, *arguments):
    return run(*arguments, store=False)


def test_stories_are_made_listed_renamed_put_away_and_deleted(run, page_file, own_data_folder):
    assert named(run, "stories") == (DONE, "no stories yet; newsdesk add FILE begins one\n", "")
    named(run, "add", str(page_file), "--story", "strike")
    assert named(run, "stories", "create", "fog")[0] == DONE
    assert named(run, "stories", "rename", "strike", "Port strike")[0] == DONE
    code, out, _ = named(run, "stories", "--tz", "UTC")
    assert code == DONE
    fog, strike = out.splitlines()
    assert fog.startswith("  fog          0 sources, 0 posts, ")
    assert strike.startswith("* Port strike  1 source, 3 posts, ")
    assert len(rows(named(run, "posts", "--json")[1])) == 3, "the story used last is found under its new name"
    assert named(run, "stories", "archive", "fog")[0] == DONE
    listed = {row["story"]: row["archived"] for row in rows(named(run, "stories", "--all", "--json")[1])}
    assert listed == {"Port strike": False, "fog": True}
    assert named(run, "stories", "restore", "fog")[0] == DONE
    assert named(run, "stories", "delete", "fog", "--yes") == (DONE, "fog is deleted\n", "")
    assert [path.name for path in own_data_folder.rglob("fog*")] == []


def test_without_the_story_used_last_the_one_written_to_last_opens_and_that_is_said(run, page_file):
    for name in ("ash", "birch", "cedar"):
        named(run, "add", str(page_file), "--story", name)
    assert named(run, "stories", "delete", "cedar", "--yes")[2] == (
        "newsdesk: without a name, the story “birch” opens now\n"
    )


def test_an_export_to_a_dash_is_printed(run, page_file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("add", str(page_file))
    assert run("export", "--markdown", "-")[:2] == run("export", "--markdown")[:2]
    assert not (tmp_path / "-").exists()


def test_deleting_asks_for_the_name(run, page_file, monkeypatch):
    named(run, "add", str(page_file), "--story", "strike")
    code, _, err = named(run, "stories", "delete", "strike")
    assert (code, err) == (
        WRONG_USAGE,
        "newsdesk: stories delete: nobody can be asked here; --yes deletes without a question\n",
    )
    for typed, code in (("strlke\n", WRONG_USAGE), ("strike\n", DONE)):
        terminal = io.StringIO(typed)
        terminal.isatty = lambda: True
        monkeypatch.setattr(sys, "stdin", terminal)
        assert named(run, "stories", "delete", "strike")[0] == code
    assert named(run, "stories")[1] == "no stories yet; newsdesk add FILE begins one\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ["rename", "nothing", "else"],
            NO_STORE,
            "nothing: there is no story of this name; newsdesk stories lists them",
        ),
        (["create", "STRIKE"], NO_STORE, "strike: there is a story of this name; choose another"),
        (["create", "a/b"], NO_STORE, "a/b: a story's name is no path"),
        (["rename", "strike"], WRONG_USAGE, "stories rename: name the story and its new name"),
        (["delete"], WRONG_USAGE, "stories delete: name one story"),
        (["delete", "nothing", "--yes"], NO_STORE, "nothing: there is no story of this name"),
        (["restore", "strike"], NO_STORE, "strike: there is no story of this name"),
    ],
)
def test_what_cannot_be_done_with_a_story_is_one_line(run, page_file, arguments, code, said):
    named(run, "add", str(page_file), "--story", "strike")
    found, out, err = named(run, "stories", *arguments)
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert said in err
    assert len(rows(named(run, "posts", "--json")[1])) == 3


def test_adding_without_a_name_says_into_which_of_several_stories(run, page_file, tmp_path):
    named(run, "add", str(page_file), "--story", "strike")
    (tmp_path / "fog.txt").write_text(
        "Fog delays ferries\n\n3 June 2025\n\nThe harbour was shut for an hour on Monday.\n"
    )
    assert named(run, "add", str(tmp_path / "fog.txt"))[2] == ""
    named(run, "stories", "create", "fog")
    assert "newsdesk: in the story “strike”, the one used last" in named(run, "refresh")[2]


def test_the_order_in_which_a_store_is_named(run, page_file, tmp_path, monkeypatch, own_data_folder):
    named(run, "add", str(page_file), "--story", "last")
    monkeypatch.setenv("NEWSDESK_STORE", str(tmp_path / "environment.jsonl"))
    for options, file in (
        ([], tmp_path / "environment.jsonl"),
        (["--story", "named"], own_data_folder / "data/newsdesk/stories/named.jsonl"),
        (["--story", "named", "--store", str(tmp_path / "path.jsonl")], tmp_path / "path.jsonl"),
    ):
        assert not file.exists()
        assert named(run, "add", str(page_file), *options)[0] == DONE
        assert file.exists()


@pytest.fixture
def config_file(own_data_folder):
    file = own_data_folder / "config" / "newsdesk" / "config.toml"
    file.parent.mkdir(parents=True)
    return file


def test_keys_are_listed_as_a_configuration_that_changes_nothing(run, config_file):
    code, out, err = run("keys", store=False)
    assert (code, err) == (DONE, "")
    assert str(config_file) in out.splitlines()[0]
    assert '# desk.add = "a" ' in out
    settings = [line.removeprefix("# ") for line in out.splitlines() if " = " in line]
    config_file.write_text("[keys]\n" + "\n".join(settings), encoding="utf-8")
    again = run("keys", store=False)[1].splitlines()
    assert [line.split(" (declared: ")[0] for line in again if " = " in line] == settings


def test_keys_show_what_was_changed(run, config_file):
    config_file.write_text('[keys]\ndesk.add = ["B", "f5"]\n', encoding="utf-8")
    assert '\ndesk.add = ["B", "f5"]' in run("keys", store=False)[1]
    found = {row["command"]: row for row in rows(run("keys", "--json", store=False)[1])}
    assert (found["desk.add"]["keys"], found["desk.add"]["declared"]) == (["B", "f5"], ["a"])
    assert (found["desk.undo"]["keys"], found["desk.undo"]["where"]) == (["u"], "Everywhere on the desk")


def test_a_mistake_in_the_configuration_is_one_line(run, config_file):
    config_file.write_text('[keys]\ndesk.add = "u"\n', encoding="utf-8")
    code, out, err = run("keys", store=False)
    assert (code, out, err.count("\n")) == (WRONG_USAGE, "", 1)
    assert err.startswith(f"newsdesk: {config_file}, line 2: “u” is the key of desk.undo as well")


def test_a_mistake_in_the_configuration_stops_no_command_without_a_screen(run, config_file, page_file):
    config_file.write_text("[keys\n", encoding="utf-8")
    code, _, err = run("add", str(page_file))
    assert (code, err.count("\n")) == (DONE, 1)
    assert err.endswith("; the usual settings hold\n")


def test_the_users_limits_hold_for_what_is_added(run, config_file, page_file, tmp_path):
    config_file.write_text("[limits]\nfile_mb = 1\n", encoding="utf-8")
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * (2**20 + 1))
    code, out, err = run("add", str(large), str(page_file))
    assert (code, out.count("\n")) == (A_SOURCE_FAILED, 1)
    assert err == (
        f"newsdesk: {large}: this is larger than the 1 MB that are read;"
        " split it, or set file_mb below [limits] in the configuration file\n"
    )


def hang(*_):
    time.sleep(60)


def test_the_users_limits_hold_for_what_is_extracted(run, config_file, page_file, monkeypatch):
    config_file.write_text("[limits]\nseconds = 1\n", encoding="utf-8")
    monkeypatch.setattr("newsdesk.cli.extracting.read_path", hang)
    code, out, err = run("extract", str(page_file), store=False)
    (row,) = rows(out)
    assert (code, err) == (A_SOURCE_FAILED, "")
    assert row["error"] == (
        f"{page_file}: reading this takes more than 1 seconds, so it was stopped;"
        " take a part of it, or set seconds below [limits] in the configuration file"
    )


def test_where_nothing_can_be_read_no_story_is_made(run, tmp_path):
    (tmp_path / "empty.txt").touch()
    code, out, err = run("add", str(tmp_path / "empty.txt"))
    assert (code, out, err.count("\n")) == (A_SOURCE_FAILED, "", 1)
    assert not (tmp_path / "story.jsonl").exists()


def test_an_export_is_written_to_a_new_file_and_never_over_one(run, stored, tmp_path):
    file = tmp_path / "brief.md"
    code, out, err = run("export", "--markdown", str(file))
    assert (code, out) == (DONE, "")
    assert f"{file}: written\n" in err
    assert file.read_text(encoding="utf-8") == run("export", "--markdown")[1]
    file.write_text("mine", encoding="utf-8")
    code, out, err = run("export", "--csv", str(file))
    assert (code, out, file.read_text(encoding="utf-8")) == (A_SOURCE_FAILED, "", "mine")
    assert err.endswith(f"newsdesk: export: {file}: exists already and was left as it is; name another file\n")


def test_a_filter_holds_for_rows_and_exports_alike(run, stored):
    whole = {post["n"] for post in rows(run("posts", "--json")[1])}
    code, out, err = run("posts", "--json", "--since", "12:00")
    some = {post["n"] for post in rows(out)}
    assert code == DONE
    assert some
    assert some < whole
    assert f": {len(some)} posts of {len(whole)}\n" in err or f": {len(some)} post of {len(whole)}\n" in err
    exported = json.loads(run("export", "--json", "--since", "12:00")[1])
    assert {post["n"] for source in exported["sources"] for post in source["posts"]} == some


@pytest.mark.parametrize("option", [("--since", "sometime"), ("--actor", "Nemo"), ("--label", "Nemo")])
@pytest.mark.parametrize("command", ["posts", "quotes", "events", "show", "export --csv"])
def test_a_filter_that_cannot_be_is_wrong_usage_in_one_line(run, stored, command, option):
    code, out, err = run(*command.split(), *option)
    assert (code, out) == (WRONG_USAGE, "")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("option", "empty", "what"),
    [
        ("actor", "", "name"),
        ("source", " ", "name"),
        ("label", "", "label"),
        ("text", " ", "text"),
        ("since", "", "time"),
    ],
)
def test_a_condition_without_words_is_no_filter_and_is_said_to_be_none(run, stored, option, empty, what):
    said = f"newsdesk: --{option}: an empty {what}; write one, or leave --{option} out\n"
    assert run("posts", f"--{option}", empty) == (WRONG_USAGE, "", said)
    assert run("export", "--tinydb", f"--{option}", empty) == (WRONG_USAGE, "", said)


def test_a_store_as_a_whole_takes_no_filter(run, stored):
    assert run("export", "--tinydb", "--unread")[0] == WRONG_USAGE


def test_show_has_all_that_the_panes_and_the_reader_show(run, stored):
    out = run("show")[1]
    headings = ["Sources", "What comes next", "Who said what", "The stream"]
    assert [line for line in out.splitlines() if line in headings] == headings
    assert "1 source, 3 posts, 3 unread" in out.splitlines()
    for event in rows(run("events", "--json")[1]):
        assert event["title"] in out
    for quote in rows(run("quotes", "--json")[1]):
        assert quote["text"] in out
    for post in rows(run("posts", "--json")[1]):
        assert all(line in out for line in post["text"].split("\n"))
        assert all(f"Caption: {caption}" in out for caption in post["captions"])
    assert out.count("· unread\n") == 3


def test_show_for_programs_has_every_row_and_says_of_what(run, stored):
    found = rows(run("show", "--json")[1])
    assert found[0]["row"] == "story"
    for name in ("sources", "events", "actors", "quotes", "posts"):
        alone = rows(run(name, "--json")[1])
        assert [{"row": name[:-1]} | row for row in alone] == [row for row in found if row["row"] == name[:-1]]


def test_a_last_change_that_could_not_be_stored_is_said_and_how_the_desk_was_left_is_kept(
    run, stored, tmp_path, monkeypatch
):
    from newsdesk.kept.last_view import LastView, read_view
    from newsdesk.ui.app import NewsdeskApp

    def fails(_):
        raise StoreError("the source is gone; nothing was written")

    async def left_at_once(_):
        pass

    path = tmp_path / "story.jsonl"
    monkeypatch.setenv("TEXTUAL_FPS", "60")
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr(NewsdeskApp, "run_async", left_at_once)
    monkeypatch.setattr(NewsdeskApp, "finish", fails)
    monkeypatch.setattr(NewsdeskApp, "seen_but_unmarked", [1])
    monkeypatch.setattr(NewsdeskApp, "view", LastView(zoomed=True))
    assert run() == (NO_STORE, "", "newsdesk: the source is gone; nothing was written\n")
    assert read_view(path).zoomed
    with Store.open(path) as store:
        assert [(mark.kind, mark.target) for mark in store.marks()] == [("read", 1)]


INTRODUCED = (
    "Quarry talks: latest\n\nFollow what the mediator says of the talks here.\n\nThu 4 Jun 2026 17.20 BST\n\n"
    "16.05 BST\nTalks adjourned\nThe two sides have adjourned, and nobody says for how long.\n\n"
    "15.02 BST\nLunch without words\nNobody has spoken to reporters since the morning.\n\n"
    "13.40 BST\nDoors close\nThe doors of the hall closed behind the last of them.\n"
)


@pytest.mark.parametrize("command", ["add", "extract"])
def test_a_sentence_that_stands_in_no_post_is_told_once(run, tmp_path, command):
    file = tmp_path / "page.txt"
    file.write_text(INTRODUCED, encoding="utf-8")
    code, _, err = run(command, str(file))
    named = "Quarry talks: latest" if command == "add" else str(file)
    assert (code, err) == (
        DONE,
        f"newsdesk: {named}: 1 sentence stands in no post: “Follow what the mediator says of the talks here.”\n",
    )
    if command == "add":
        assert run("add", str(file))[2] == ""
