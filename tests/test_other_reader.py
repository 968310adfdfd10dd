"""Web pages whose article only trafilatura finds, which need not be installed."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from newsdesk.model import SourceKind
from newsdesk.read import ReadError, read

PARAGRAPHS = [
    "The harbour board of Varnholm has shut the east lock after a gate came off its rail on Monday night, and pilots take the west lock.",
    "“We open it when the divers are done,” said Ines Calder, the harbour master, who named no hour and asked all masters to wait.",
    "The lock was built in 1931 and has been repaired four times since, most lately after the storm of last winter, the board said.",
    "Ferries to the islands go on as usual, though two of them will leave from the south quay until the work on the gate is over.",
    "A spokeswoman for the ferry line said that it expected delays of up to an hour on Thursday, and none from Friday on.",
]
HINT = ", or install trafilatura, which may find them (pip install trafilatura)"


def page(paragraphs=PARAGRAPHS, css="promo"):
    """What its class says that the words are no article; they are one."""
    words = "".join(f"<p>{one}</p>" for one in paragraphs)
    head = '<title>East lock stays shut | Quayside News</title><meta property="article:published_time" content="2025-03-04T09:00:00Z">'
    return f"<!doctype html><html><head>{head}</head><body><h1>East lock stays shut</h1><div class='{css}'>{words}</div></body></html>".encode()


def other_reader(monkeypatch, finds):
    """In place of trafilatura; gives the pages that it was asked about."""
    asked = []

    def extract(html, **_):
        asked.append(html)
        if isinstance(finds, Exception):
            raise finds
        return finds

    monkeypatch.setitem(sys.modules, "trafilatura", SimpleNamespace(extract=extract))
    return asked


def refusal(data):
    with pytest.raises(ReadError) as caught:
        read(data, name="page.html")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_where_we_find_an_article_nobody_else_is_asked(monkeypatch):
    asked = other_reader(monkeypatch, "Something else.")
    (post,) = read(page(css="story"), name="page.html").posts
    assert (post.text, asked) == ("\n\n".join(PARAGRAPHS), [])


def test_where_we_find_none_the_others_words_are_taken_and_the_rest_as_ever(monkeypatch):
    found = "\n".join(["East lock stays shut", *PARAGRAPHS, "- The west lock is open."])
    asked = other_reader(monkeypatch, found)
    reading = read(page(), name="page.html")
    (post,) = reading.posts
    assert (reading.source.kind, reading.reasons) == (SourceKind.ARTICLE, ("an article, as trafilatura finds it",))
    assert (post.headline, reading.source.publisher) == ("East lock stays shut", "Quayside News")
    assert post.text == "\n\n".join([*PARAGRAPHS, "• The west lock is open."])
    assert (reading.source.printed_time.month, reading.source.printed_time.day) == (3, 4)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "finds", [None, "", "A few words alone.", "Home\nNews\nSport\n" * 90, ValueError("broken"), RecursionError()]
)
def test_what_is_no_article_for_the_other_either_is_refused_as_before(monkeypatch, finds):
    asked = other_reader(monkeypatch, finds)
    line = refusal(page())
    assert line.startswith("page.html: this is a web page with hardly any sentences in it (")
    assert line.endswith("paste it here or save it as a text file")
    assert len(asked) == 1


def test_a_page_with_few_words_is_no_work_for_another(monkeypatch):
    asked = other_reader(monkeypatch, "\n".join(PARAGRAPHS))
    refusal(page(PARAGRAPHS[:1]))
    assert asked == []


@pytest.mark.parametrize(
    "words",
    [
        ["Log in to read on.", "Already a subscriber?", *PARAGRAPHS],
        ["We value your privacy.", "Accept all cookies", *PARAGRAPHS],
    ],
)
def test_a_wall_stays_a_wall(monkeypatch, words):
    asked = other_reader(monkeypatch, "\n".join(PARAGRAPHS))
    assert "login" in (line := refusal(page(words))) or "cookies" in line
    assert asked == []


def test_control_characters_go_no_further(monkeypatch):
    other_reader(monkeypatch, "\n".join([*PARAGRAPHS, "The \x1b[31mred\x1b[0m gate\x07 stands open, said the clerk."]))
    (post,) = read(page(), name="page.html").posts
    assert "The red gate stands open, said the clerk." in post.text


def test_without_it_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert refusal(page()).endswith(f"save it as a text file{HINT}")
    assert not refusal(page(PARAGRAPHS[:1])).endswith(HINT), "there is nothing to be found in it"


@pytest.mark.parametrize("css", ["sidebar", "related", "promo", "newsletter", "paywall", "sponsored"])
def test_it_finds_what_a_class_of_another_meaning_hides(css):
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        pytest.skip("trafilatura is not installed")
    (post,) = read(page(css=css), name="page.html").posts
    assert post.text == "\n\n".join(PARAGRAPHS)
