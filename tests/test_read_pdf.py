"""PDF documents, written by hand: what is read of them, what is left out, and what is refused."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import QUICK, answer, loopback
from pdf_file import Line, pdf, written

from newsdesk.cli import main
from newsdesk.intake.request import AddError, AddRequest
from newsdesk.limits import Limits
from newsdesk.model import SourceKind
from newsdesk.read import ReadError, read
from newsdesk.read.article.pdf_layout import PageLine, article_text
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.system.background import WorkerProcess

HEADLINE = "East lock stays shut until Thursday"
BODY = (
    "The harbour board of Varnholm has shut the east lock after a gate",
    "came off its rail on Monday night. Pilots take the west lock.",
    "",
    "“We open it when the divers are done,” said Ines Calder, the harbour",
    "master. She named no hour.",
)
PARAGRAPHS = (
    "The harbour board of Varnholm has shut the east lock after a gate came off its rail on Monday night."
    " Pilots take the west lock.\n\n“We open it when the divers are done,” said Ines Calder, the harbour master."
    " She named no hour."
)


def page(*lines, head=HEADLINE):
    return [Line(head, 70, size=20), *written(*lines)] if head else written(*lines)


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, name="notice.pdf")
    assert "\n" not in str(caught.value)
    return str(caught.value)


# -- the text of a page's lines; needs no library


def told(*lines: str, **more: float) -> str:
    """What lines that stand right below each other are joined to."""
    placed = written(*lines, **more)
    return article_text([PageLine(line.text, 0, line.x, 842 - line.y, line.size) for line in placed], "")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("The board shut the lock after a gate", "came off its rail."), "The board shut the lock after a gate came off its rail."),
        # A word that was divided for the end of a line ...
        (("The board looks into the exten-", "sive damage."), "The board looks into the extensive damage."),
        (("The board looks into the exten\u00ad", "sive damage."), "The board looks into the extensive damage."),
        (("A spokes-", "woman said no. The spokeswoman left."), "A spokeswoman said no. The spokeswoman left."),
        # ... and one that has a hyphen of its own.
        (("The Anglo-", "Irish ferry stays."), "The Anglo-Irish ferry stays."),
        (("A well-", "known pilot, known to all as well."), "A well-known pilot, known to all as well."),
        (("A long-", "term plan. The long-term costs are open."), "A long-term plan. The long-term costs are open."),
        (("In the years 2025-", "26 it was shut."), "In the years 2025-26 it was shut."),
        (("The MV-", "12 sails."), "The MV-12 sails."),
        (("It was shut -", "and stays so."), "It was shut - and stays so."),
        # Paragraphs.
        (("The lock is shut.", "", "Pilots wait."), "The lock is shut.\n\nPilots wait."),
        (("The board met on Monday and again on Tuesday night.", "It shut the lock.", "Pilots take the west lock, which is the longer way round."), "The board met on Monday and again on Tuesday night. It shut the lock.\n\nPilots take the west lock, which is the longer way round."),
        (("The board named three reasons for it:", "• the gate", "• the rail"), "The board named three reasons for it:\n\n• the gate\n\n• the rail"),
    ],
)  # fmt: skip
def test_lines_are_joined_to_what_was_written(lines, text):
    assert told(*lines) == text


def test_an_indented_line_begins_a_paragraph():
    lines = [
        PageLine("The board met on Monday and shut the east lock for all ships.", 0, 84, 700, 11),
        PageLine("It met again on Tuesday, said its clerk, and it changed nothing.", 0, 72, 686, 11),
        PageLine("Pilots take the west lock, which is the longer way round.", 0, 84, 672, 11),
        PageLine("Few of them like it, as the tide runs fast there.", 0, 72, 658, 11),
    ]
    assert article_text(lines, "").count("\n\n") == 1


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page():
    column = "A gate came off its rail on Monday night, said Ines"
    lines = [
        PageLine(column, 0, 72, 100, 11),
        PageLine("Calder, who has been the harbour master for many", 0, 320, 700, 11),
        PageLine("years and never saw the like of it, she said.", 1, 72, 700, 11),
        PageLine("Pilots wait.", 1, 72, 686, 11),
    ]
    assert article_text(lines, "").startswith(
        f"{column} Calder, who has been the harbour master for many years and never"
    )


def test_running_heads_and_page_numbers_are_left_out():
    pages = []
    for number in range(4):
        pages += [
            PageLine("Varnholm Harbour Board", number, 72, 800, 8),
            PageLine(f"On day {number} the lock stayed shut.", number, 72, 700, 11),
            PageLine(f"Nobody knew why on day {number}, said the clerk.", number, 72, 686, 11),
            PageLine(f"There were {number} gates.", number, 72, 672, 11),
            PageLine(f"Page {number + 1} of 4", number, 280, 40, 8),
            PageLine("harbour.example/notices", number, 72, 30, 8),
        ]
    text = article_text(pages, "")
    assert "Harbour Board" not in text
    assert "Page" not in text
    assert "harbour.example" not in text
    assert all(f"There were {number} gates." in text for number in range(4)), "numbers in the text stay"


@pytest.mark.parametrize("number", ["3", "- 3 -", "Page 3", "page 3 of 12", "3/12", "Seite 3 von 12", "| 3"])
def test_a_bare_page_number_is_none_of_the_words(number):
    lines = [PageLine("The lock is shut.", 0, 72, 700, 11), PageLine(number, 0, 280, 40, 9)]
    assert article_text(lines, "") == "The lock is shut."


@pytest.mark.parametrize("words", ["3 December", "2026 was dry", "A 3", "15:30"])
def test_what_only_begins_like_a_page_number_stays(words):
    lines = [PageLine("The lock is shut.", 0, 72, 700, 11), PageLine(words, 0, 72, 600, 11)]
    assert words in article_text(lines, "")


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("East lock stays shut until Thursday", "East lock stays shut until Thursday"),
        ("East Lock Stays Shut Until Thursday", "East Lock Stays Shut Until Thursday"),
        ("East lock stays shut until Thursday | Quayside News", "East lock stays shut until Thursday"),
        # Of a template, a file, an earlier text.
        ("Microsoft Word - notice_final2.docx", "Notice 14"),
        ("Press notice template", "Notice 14"),
        ("West lock stays shut", "Notice 14"),
        ("East lock", "Notice 14"),
        ("The lock is shut, said the board", "Notice 14"),
        ("", "Notice 14"),
    ],
)
def test_a_title_counts_only_where_the_first_page_prints_it(title, first):
    lines = [
        PageLine("Notice 14", 0, 72, 800, 9),
        PageLine("East lock stays shut", 0, 72, 760, 20),
        PageLine("until Thursday", 0, 72, 736, 20),
        PageLine("The lock is shut, said the board on Monday.", 0, 72, 690, 11),
    ]
    text = article_text(lines, title)
    assert text.split("\n\n")[0] == first
    assert text.casefold().count("until thursday") == 1
    assert "Notice 14" in text


lines_of_pages = st.lists(
    st.builds(
        PageLine,
        st.text(st.sampled_from("aé-\u00ad •.A9\n"), min_size=1, max_size=12),
        st.integers(0, 3),
        st.floats(-1e6, 1e6),
        st.floats(-1e6, 1e6),
        st.floats(0.01, 1e4),
    ),
    max_size=25,
)


@given(lines_of_pages, st.text(max_size=20))
def test_any_lines_are_a_text_of_their_own_letters(lines, title):
    text = article_text(lines, title)
    assert text.count("A") <= sum(line.text.count("A") for line in lines) + title.count("A")


# -- with the library

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")


def test_a_pdf_is_an_article():
    reading = read(pdf(page(*BODY)), name="notice.pdf")
    (post,) = reading.posts
    assert (reading.source.kind, reading.source.title) == (SourceKind.ARTICLE, HEADLINE)
    assert (post.headline, post.text, post.line) == (HEADLINE, PARAGRAPHS, None)
    assert reading.reasons == ("a PDF document of one page",)


def test_the_date_is_the_one_that_is_printed_and_never_that_of_the_file():
    undated = read(pdf(page(*BODY)), name="x")
    assert undated.source.printed_time is None
    dated = [Line(HEADLINE, 70, size=20), Line("26 November 2026", 92), *written(*BODY, top=120)]
    time = read(pdf(dated), name="x").source.printed_time
    assert (time.year, time.month, time.day) == (2026, 11, 26)


def test_pages_are_read_on_without_heads_and_numbers():
    def framed(number, lines):
        return [Line("Varnholm Harbour Board", 40, size=8), *lines, Line(f"Page {number} of 2", 800, 280, 8)]

    first = framed(1, page(*BODY))
    second = framed(2, written("The board meets again on 3 December, and pilots are asked to come."))
    (post,) = read(pdf(first, second), name="x").posts
    assert post.text == f"{PARAGRAPHS}\n\nThe board meets again on 3 December, and pilots are asked to come."


def test_the_title_that_the_first_page_prints_is_the_headline():
    lines = [Line("Notice 14", 50, size=9), *page(*BODY)]
    assert read(pdf(lines, title=HEADLINE), name="x").source.title == HEADLINE
    assert read(pdf(lines, title="Template for press notices"), name="x").source.title != "Template for press notices"


def test_control_characters_of_a_pdf_reach_no_screen():
    reading = read(
        pdf(page(*BODY[:3], "The \x1b[31mred\x1b[0m gate \x07stands open, said the clerk of the board.")), name="x"
    )
    assert "\x1b" not in reading.posts[0].text
    assert "\x07" not in reading.posts[0].text


def test_what_holds_no_text_is_refused():
    assert refusal(pdf([], [])) == (
        "notice.pdf: this is a PDF document without text, perhaps of pictures of its pages; add the words as plain text"
    )
    assert refusal(pdf(written("Lock"))).startswith("notice.pdf: this is a PDF document with only a word; ")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n%\xe2\xe3", b"%PDF-", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"]
)
def test_a_damaged_pdf_is_refused_in_one_line(data):
    assert refusal(data).startswith("notice.pdf: this is a PDF document ")
    assert "Error" not in refusal(data)


def is_read_or_refused(data: bytes) -> bool:
    try:
        return bool(read(data, name="x").posts)
    except ReadError as error:
        return "\n" not in str(error)


def test_a_pdf_cut_short_is_read_as_far_as_it_can_be_mended_or_refused():
    whole = pdf(page(*BODY))
    for end in range(20, len(whole), 97):
        assert is_read_or_refused(whole[:end])


@given(st.binary(max_size=200), st.integers(0, 900))
def test_no_bytes_end_in_another_error(data, place):
    whole = pdf(page(*BODY))
    for hostile in (b"%PDF-1.4\n" + data, whole[:place] + data + whole[place + len(data) :]):
        assert is_read_or_refused(hostile)


def test_what_is_drawn_out_of_all_bounds_stands_nowhere():
    far = b"9" * 40
    place = b"0 0 %b 0 0 cm " % far
    data = pdf(page(*BODY)).replace(b"BT ", (b"%b %b" % (far, place)) * 8 + b"BT ", 1)
    assert is_read_or_refused(data)


def locked(password: str) -> bytes:
    writer, out = pypdf.PdfWriter(BytesIO(pdf(page(*BODY)))), BytesIO()
    writer.encrypt(password, owner_password="harbour", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_locked_pdf_is_refused_and_one_that_only_forbids_things_is_read():
    assert refusal(locked("tide")).startswith("notice.pdf: this is a PDF document that a password locks; open it, ")
    assert read(locked(""), name="x").posts[0].text == PARAGRAPHS


def test_without_the_library_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert refusal(pdf(page(*BODY))) == (
        "notice.pdf: this is a PDF document, which is read once pypdf is installed beside newsdesk (pip install pypdf);"
        " or open it, select all, copy, and paste the text or save it as a text file"
    )


def test_a_pdf_is_added_and_added_again_changes_nothing(tmp_path, capsys):
    file, store = tmp_path / "notice.pdf", str(tmp_path / "locks.jsonl")
    file.write_bytes(pdf(page(*BODY)))
    assert main(["add", str(file), "--store", store]) == 0
    assert main(["refresh", "--store", store]) == 0
    out = capsys.readouterr().out
    assert f"{HEADLINE}: +1 new" in out
    assert f"{HEADLINE}: nothing new, 1 same" in out
    assert main(["quotes", "--json", "--store", store]) == 0
    quotes = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any(
        quote.get("text") == "We open it when the divers are done," and quote["speaker"] == "Ines Calder"
        for quote in quotes
    )


@pytest.mark.parametrize("content_type", ["application/pdf", "application/pdf; charset=iso-8859-1"])
def test_a_pdf_at_an_address_is_read_too(tmp_path, content_type):
    now = datetime.now(UTC)
    with loopback() as server, Session(Store.open(tmp_path / "locks.jsonl"), WorkerProcess(), QUICK) as session:
        url = server.give("/notice", answer(pdf(page(*BODY)), content_type=content_type))
        report = session.add([AddRequest(path=url)], lambda: now, lambda: False, lambda *_: None)
        assert ([one.words for one in report.added], report.failed) == ([f"{HEADLINE}: +1 new"], ())
        assert session.story().posts[0].text == PARAGRAPHS


def test_a_pdf_that_takes_too_long_is_stopped(tmp_path):
    """It is read where it can be stopped."""
    file = tmp_path / "flood.pdf"
    file.write_bytes(pdf(written(*["The lock is shut, said the board, and it stays shut for all."] * 50), times=9_000))
    with (
        Session(Store.open(tmp_path / "locks.jsonl"), WorkerProcess(), limits=Limits(seconds=1)) as session,
        pytest.raises(AddError, match=r"flood\.pdf: reading this takes more than 1 seconds"),
    ):
        session.look(session.story(), AddRequest(path=str(file)), datetime.now(UTC), lambda: False)
