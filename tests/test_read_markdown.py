"""Markdown: its words without its marks. A whole article is a golden pair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk.read import ReadError, read
from newsdesk.read.lines.markdown import is_markdown, unmarked

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
    ("matter", "headline", "byline", "day"),
    [
        ("title: >\n  Storm: the harbour\n  stays closed", "Storm: the harbour stays closed", None, None),
        ("title: |\n  Storm: closed\ndate: 2026-11-26", "Storm: closed", None, 26),
        ("title: >\n\n  Storm: closed\n  Date: none\n\nauthor: Ada Muster", "Storm: closed Date: none", "Ada Muster", None),
        ("title: >-\ndate: 2026-11-26", None, None, 26),
        ("title: A long headline is\n  cut at a width\ndate: 2026-11-26", "A long headline is cut at a width", None, 26),
        ("title: 'The mayor''s “no”: no'\nlayout: post", "The mayor's “no”: no", None, None),
        ('title: "“No”: \\"no\\""\ntags:\n- a\n- b', '“No”: "no"', None, None),
        ("title: Harbour\nauthor:\n  name: Ada Muster\n  title: Editor\n  date: 2020-01-01", "Harbour", "Ada Muster", None),
        ("seo:\n  title: Other\n  date: 2020-01-01\n# a note\ntitle: Harbour\ndate: 2026-11-26", "Harbour", None, 26),
        ("title: Harbour\nauthor: [Ada Muster, 'Jo Beispiel']", "Harbour", "Ada Muster, Jo Beispiel", None),
        ("tags: [\n  sea\n]\ntitle: Harbour", "Harbour", None, None),
    ],
)  # fmt: skip
def test_what_lies_deeper_in_front_matter_belongs_to_its_key(matter, headline, byline, day):
    reading = read(f"---\n{matter}\n---\n\n{PROSE}\n".encode(), name="x")
    (post,), time = reading.posts, reading.source.printed_time
    assert (post.headline, post.byline_name, post.text) == (headline, byline, PROSE)
    assert (time.day if time else None) == day


@pytest.mark.parametrize(
    ("matter", "headline", "byline", "day"),
    [
        ('title = "Harbour"\ndate = 2026-11-26T16:15:00Z\nauthor = "Ada Muster"\ntags = ["a"]\ndraft = false', "Harbour", "Ada Muster", 26),
        ("title = 'Harbour'\ndate = 2026-11-26\nauthors = ['Ada Muster', 'Jo Beispiel']", "Harbour", "Ada Muster, Jo Beispiel", 26),
        ('date = "26 November 2026"\ntitle = """\nHarbour: stays\nclosed"""', "Harbour: stays closed", None, 26),
        ('# a note\ntitle = "Harbour"\n[seo]\ntitle = "Other"\ndate = 2020-01-01', "Harbour", None, None),
        ('title = "Harbour"\n[[authors]]\nname = "Ada Muster"\n[[authors]]\nname = "Jo Beispiel"', "Harbour", "Ada Muster, Jo Beispiel", None),
        ('title = "Harbour"\nauthor = { name = "Ada Muster", date = 2020-01-01 }', "Harbour", "Ada Muster", None),
        ("title = Harbour\ndate = 2026-11-26", None, None, None),  # damaged: the words of a string have marks around them
        ("a = " + "[" * 3_000 + "]" * 3_000, None, None, None),
    ],
)  # fmt: skip
def test_front_matter_may_be_toml(matter, headline, byline, day):
    reading = read(f"+++\n{matter}\n+++\n\n{PROSE}\n".encode(), name="x")
    (post,), time = reading.posts, reading.source.printed_time
    assert (post.headline, post.byline_name, post.text) == (headline, byline, PROSE)
    assert (time.day if time else None) == day


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("---\n\nStorm: harbour closed\n\n---", "Storm: harbour closed"),
        ("---\nHarbour stays closed\n---", "Harbour stays closed"),
        ("+++\nHarbour stays closed\n+++", "Harbour stays closed"),
    ],
)
def test_a_headline_between_rules_is_no_front_matter(above, headline):
    (post,) = read(f"{above}\n\n{PROSE}\n\n---\n\n{PROSE}\n".encode(), name="x").posts
    assert (post.headline, post.text) == (headline, f"{PROSE}\n\n{PROSE}")


def test_a_headline_of_front_matter_stands_on_its_line():
    assert read(f"+++\ndate = 2026-11-26\ntitle = 'Harbour'\n+++\n{PROSE}\n".encode(), name="x").posts[0].line == 3
    assert read(f"\n---\ntitle: >\n  Har\n  bour\n---\n{PROSE}\n".encode(), name="x").posts[0].line == 3


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
