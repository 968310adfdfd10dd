"""Markdown: its words without its marks. A whole article is a golden pair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk.read import ReadError, read
from newsdesk.read.markdown import is_markdown, unmarked

PROSE = "The harbour of Port Lindra will stay closed until Thursday, the coast guard said on Tuesday."


def words(text):
    return [line.text for block in unmarked(text).blocks for line in block]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The **very *old* bridge**, [they said](https://example.org/a_(b)).", ["The very old bridge, they said."]),
        ("A [reference][r] and <https://example.org>.\n\n[r]: https://example.org/r", ["A reference and https://example.org."]),
        ("5 * 3 * 2, snake_case_name and \\*stars\\* &amp; more", ["5 * 3 * 2, snake_case_name and *stars* & more"]),
        ("> “We sail,”\n> she said.", ["“We sail,” she said."]),
        ("By Ada Muster\n3 June 2025", ["By Ada Muster", "3 June 2025"]),
        ("First line  \nSecond line", ["First line", "Second line"]),
        ("- One\n- Two\n\n3. Three\n4. Four", ["• One", "• Two", "3. Three", "4. Four"]),
        ("Ferry[^1]\n\n[^1]: It sails.", ["Ferry", "It sails."]),
        ("<p>In a box</p>\n\n***\n\n~~Struck~~ out", ["In a box", "Struck out"]),
        ("| A | B |\n|---|---|\n| 1 | 2 |", ["A | B", "1 | 2"]),
        ("```\nas it is\n```", ["as it is"]),
        ("He said [Putin] is serious.", ["He said [Putin] is serious."]),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(text, expected):
    assert words(text) == expected


def test_lines_keep_their_numbers_and_headings_and_pictures_are_told():
    found = unmarked("# One\n\n![A quay](x.jpg)\n\nTwo\n===\n\nThree\n", first=5)
    assert [(line.n, line.text) for block in found.blocks for line in block] == [(5, "One"), (9, "Two"), (12, "Three")]
    assert (found.headings, found.pictures) == ({5, 9}, ("A quay",))


def test_quotes_of_an_article_count_in_its_words_without_marks():
    (post,) = read(
        f"# Harbour closed\n\n{PROSE} “It is **over**,” said [Ada Muster](https://example.org).\n".encode(), name="x"
    ).posts
    assert post.text == f"{PROSE} “It is over,” said Ada Muster."


def test_a_short_article_with_much_around_it_is_read():
    matter = "---\ntitle: Harbour\nlayout: post\ntags: [a, b]\n---\n"
    linked = "It [closes](https://example.org/a/very/long/address/of/a/page)\n[today](https://example.org/another/long/address)."
    reading = read(f"{matter}\n{linked}\n\nNobody knows for how long it will be closed.\n".encode(), name="x")
    assert reading.posts[0].headline == "Harbour"
    assert reading.posts[0].text.startswith("It closes")


@pytest.mark.parametrize(
    "authors",
    [
        "authors: [Ada Muster, 'Jo Beispiel']",
        "authors:\n  - Ada Muster\n  - Jo Beispiel",
        "authors:\n- name: Ada Muster\n- name: Jo Beispiel",
        "author: Ada Muster and Jo Beispiel",
    ],
)
def test_front_matter_names_one_author_or_several(authors):
    post = read(f"---\ntitle: Harbour\n{authors}\n---\n\n{PROSE}\n".encode(), name="x").posts[0]
    assert post.byline_name in {"Ada Muster, Jo Beispiel", "Ada Muster and Jo Beispiel"}


@pytest.mark.parametrize(
    "matter",
    [
        "title: Harbour stays closed\ndate: 2026-11-26T16:15:00Z\nauthor: Ada Muster",
        "layout: post\ntitle: 'Harbour stays closed'\npubDate: Nov 26 2026 16:15 UTC\nauthor:\n  name: Ada Muster",
        "title: >-\n  Harbour\n  stays closed\ndescription: |\n  Ferries sail: twice a day\ndate: 26 November 2026, 16:15 GMT\nby: Ada Muster",
    ],
)
@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter_tells_headline_time_and_byline(matter, end):
    reading = read(f"---\n{matter}\n{end}\n\n{PROSE}\n".encode(), name="x")
    (post,), time = reading.posts, reading.source.printed_time
    assert (post.headline, post.byline_name, post.text) == ("Harbour stays closed", "Ada Muster", PROSE)
    assert time
    assert (time.year, time.month, time.day, time.hour, time.minute) == (2026, 11, 26, 16, 15)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"- {PROSE}\n- {PROSE}",
        "He rolled a 6 * 3 and # 1.",
        "*Note that prices rise",
        "_x_y",
        "x" * 300_001 + "\n# Title",
    ],
)
def test_plain_text_is_left_alone(text):
    assert not is_markdown(text)


PIECES = st.sampled_from(
    ["# ", "> ", "- ", "1. ", "    ", "**", "_", "`", "```\n", "[", "](https://x.org)", "![", "<b>", "<!--", "-->", "|", "\n", "\n\n", "---\n", "===\n", "&#27;", "&lrm;", "\\",
     "[^1]", "~~", "The ferry sails. ", "“We do,” she said. ", "title: x\n", "authors:\n", "- Ada Muster\n"]
)  # fmt: skip


@settings(max_examples=80)
@given(st.lists(PIECES, max_size=40))
def test_any_marks_are_taken_off(pieces):
    text = "# A title\n\n" + "".join(pieces)
    found = unmarked(text)
    numbers = [line.n for block in found.blocks for line in block]
    assert all(line.text and line.text.isprintable() for block in found.blocks for line in block)
    assert all(1 <= n <= text.count("\n") + 1 for n in numbers)
    assert found.headings <= set(numbers)
    assert "\n" not in refusal(text)


def refusal(text):
    try:
        read(text.encode(), name="x")
    except ReadError as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(
    "flood",
    ["[", "![", "> ", "- a\n", "*a _b ", "<!-- ", "words that go on and on and on and on and on and on and on in one line\n", "[a]: b\n\n"],
)  # fmt: skip
def test_floods_cost_what_they_are_long(flood):
    assert_linear(lambda n: unmarked(f"# T\n\n{flood * n}"), small=200)
