"""How file names are shown: in the same way everywhere, and never as the name of another file."""

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import ARTICLE

from newsdesk.cli import main
from newsdesk.shown_name import shown_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("/port/notice.txt", "/port/notice.txt"),
        ("Häfen – 港.txt", "Häfen – 港.txt"),
        ("\udcff\udcfenotice.txt", r"\xff\xfenotice.txt"),
        ("a\x1b]52;c;QQ==\x07b", r"a\x1b]52;c;QQ==\x07b"),
        ("two\nlines\t", r"two\nlines\t"),
        ("txt.\u202egpj", r"txt.\u202egpj"),
        ("\U000e0041", r"\U000e0041"),
        ("no\xa0break", r"no\xa0break"),
    ],
)
def test_what_is_not_printable_is_shown_by_its_number(name, shown):
    assert shown_name(name) == shown


@given(st.text(alphabet=st.characters()))
def test_no_name_acts_on_the_terminal(name):
    assert shown_name(name).isprintable()
    assert len(shown_name(name)) >= len(name)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_with_bytes_that_are_no_text_is_nowhere_that_of_another_file(tmp_path, capsys):
    for name, day in ((b"\xff\xfenotice.txt", "Monday"), (b"\x1b[2Jnotice.txt", "Friday")):
        path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
        Path(path).write_text(f"{day} is a holiday on the quays.\n\nNobody works on {day}, the harbour board said.")
    (tmp_path / "notice.txt").write_text(ARTICLE)
    store = ["--store", str(tmp_path / "story.jsonl")]
    for name in (b"\xff\xfenotice.txt", b"\x1b[2Jnotice.txt"):
        assert main(["add", os.fsdecode(os.fsencode(tmp_path) + b"/" + name), *store]) == 0
    for name in (b"\xffempty.txt", b"\x1b[2Jempty.txt"):
        path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
        Path(path).write_bytes(b"")
        assert main(["add", path, *store]) == 1
        assert f"newsdesk: {shown_name(os.fsdecode(name))}: this is empty" in capsys.readouterr().err
    assert main(["sources", *store]) == 0
    out = capsys.readouterr().out
    assert rf"{tmp_path}/\xff\xfenotice.txt" in out
    assert rf"{tmp_path}/\x1b[2Jnotice.txt" in out
    assert f"{tmp_path}/notice.txt" not in out
    assert main(["refresh", *store]) == 0
    assert "+" not in capsys.readouterr().out
    assert main(["sources", "--json", *store]) == 0
    assert (
        json.loads(capsys.readouterr().out.splitlines()[0])["origin"]
        .encode("utf-8", "surrogateescape")
        .endswith(b"/\xff\xfenotice.txt")
    )
