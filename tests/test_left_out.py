"""Sentences of a text that stand in no post."""

import pytest
from steps import assert_linear

from newsdesk.read import read
from newsdesk.read.left_out import left_out
from newsdesk.read.lines.markdown import unmarked

INTRODUCTION = "Follow what the mediator says of the quarry talks here."
POSTS = (
    "16.05 BST\nTalks adjourned\n\nThe two sides have adjourned, and nobody says for how long.\n\n"
    "15.02 BST\nLunch without words\n\nNobody has spoken to reporters since the morning.\n\n"
    "13.40 BST\nDoors close\n\nThe doors of the hall closed behind the last of them.\n"
)
ARTICLE_HEAD = (
    "# Doors close\n\nBy Ada Muster\n\nThe doors of the hall closed behind the last of them, a keeper said on Monday."
)
ARTICLE = "Doors close\n\nBy Ada Muster\n\nThe doors of the hall closed behind the last of them, a keeper said on Monday.\n\nNobody has spoken since.\n"


def told(text):
    return read(text.encode(), name="x").left_out


def test_a_sentence_over_the_posts_is_left_out_and_told():
    assert told(f"Quarry talks: latest\n\n{INTRODUCTION}\n\nThu 4 Jun 2026 17.20 BST\n\n{POSTS}") == (INTRODUCTION,)


@pytest.mark.parametrize(
    "more", ["", "Share\n\nShow more\n\n", "Sign up for our morning newsletter here.\n\n", "1h ago\n\n", "Mira Holloway and Jack Senn\n\n"]
)  # fmt: skip
def test_what_every_page_has_around_its_words_is_not_told(more):
    assert told(f"Quarry talks: latest\n\n{more}Thu 4 Jun 2026 17.20 BST\n\n{POSTS}") == ()


@pytest.mark.parametrize("text", [ARTICLE, ARTICLE.replace("hall closed", "hall\nclosed").replace("keeper said", "keeper\nsaid"), f"# {ARTICLE}\n\nAsk [the keeper of the mill](https://mill.example/keeper) on Friday.\n"])  # fmt: skip
def test_all_of_an_article_stands_in_it(text):
    assert told(text) == ()


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ('The [office](https://quay.example "Its page") said that the [boat](</a b>) left.', ()),
        (
            "The [office][1] said that the first [boat][b] left.\n\n[1]: https://quay.example\n[b]: https://boat.example",
            (),
        ),
        ("The crews &amp; the guards &mdash; all of them &mdash; went home.", ()),
        ("The **office*s*** said th*at* the fi*rst* boat left.", ()),
        ("The office said[^1] that the first[^2] boat left[^3] at dawn.", ()),
        ("**Follow** what the *mediator* says of the **quarry** talks here.", (INTRODUCTION,)),
    ],
)
def test_signs_of_markdown_make_no_line_another_one(line, left):
    page = f"# Quarry talks: latest\n\n{line if left else ''}\n\nThu 4 Jun 2026 17.20 BST\n\n{POSTS}"
    assert [unmarked(each).blocks[0][0].text for each in told(page if left else f"{ARTICLE_HEAD}\n\n{line}\n")] == [
        *left
    ]


def test_a_post_that_stands_twice_is_not_left_out():
    first, rest = POSTS.split("\n\n15.02", 1)
    assert told(f"Quarry talks: latest\n\n{first}\n\n15.02{rest}\n{first}\n") == ()


def test_no_text_takes_longer_than_it_is_long():
    reading = read(ARTICLE.encode(), name="x")
    assert_linear(lambda n: left_out("The mill is open on Monday. " * n, reading.source, reading.posts), 500)
    assert_linear(lambda n: left_out("[a](b " * n, reading.source, reading.posts), 500)
    assert_linear(lambda n: left_out("[a][b " * n, reading.source, reading.posts), 500)
    assert_linear(
        lambda n: left_out("# Weir\n\n" + "The **mill** was open on Monday. \n\n" * n, reading.source, reading.posts),
        50,
    )
