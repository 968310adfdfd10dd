"""Interviews in print: who asks and who answers, where the article tells who is interviewed."""

import pytest
from steps import assert_linear

from newsdesk.model import Post, Source, SourceKind
from newsdesk.read import read
from newsdesk.read.article.interview import questions_set_apart, turns_of_interview

HEAD = """# 'The sea did nothing wrong'

By Nina Falk | 5 February 2025

The former harbour master Ivo Brandt was cleared of all charges on Tuesday. We spoke to Ivo Brandt about the night and the trial.
"""
SAID = [
    ("How did you sleep?", "Like a stone. It was my first good night in two years."),
    ("Would you sail again?", "I would do it tomorrow.\n\nMy boat is ready, and I have a crew."),
    ("What do you say to the families?", "I have written to each of them. Who would not?"),
    ("And the ministry?", "We have heard nothing from it."),
]


def turns_in(text):
    reading = read(text.encode(), name="x")
    return reading.source.kind, [(post.speaker, post.text) for post in reading.posts[1:]]


def written(form, head=HEAD, foot=""):
    return head + "\n" + "\n\n".join(form.format(q=question, a=answer) for question, answer in SAID) + foot


EXPECTED = [
    (speaker, words) for question, answer in SAID for speaker, words in ((None, question), ("Ivo Brandt", answer))
]


@pytest.mark.parametrize(
    "form", ["**{q}**\n\n{a}", "**{q}** {a}", "### {q}\n\n{a}", "__{q}__\n\n{a}", "Q: {q}\n\nA: {a}", "{q}\n\n{a}"]
)
def test_questions_that_are_set_apart_are_nobodys_and_answers_the_one_s_who_is_interviewed(form):
    assert turns_in(written(form)) == (SourceKind.TRANSCRIPT, EXPECTED)


def test_the_introduction_keeps_headline_and_byline():
    (first, *_) = read(written("**{q}**\n\n{a}").encode(), name="x").posts
    assert (first.headline, first.byline_name, first.speaker) == ("'The sea did nothing wrong'", "Nina Falk", None)
    assert first.text.endswith("We spoke to Ivo Brandt about the night and the trial.")


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Brandt was cleared on Tuesday. He speaks for the first time.",
        "We spoke to Ivo Brandt and later we spoke to Ada Quist about the night.",
        "Ivo Brandt spoke to reporters on Tuesday, and Ada Quist talked to the Courier.",
        "The harbour board was cleared on Tuesday. We spoke to the board.",
    ],
)
def test_where_nobody_or_somebody_else_too_is_told_to_be_interviewed_it_is_an_article(told):
    head = f"# 'The sea did nothing wrong'\n\nBy Nina Falk | 5 February 2025\n\n{told}\n"
    assert turns_in(written("**{q}**\n\n{a}", head))[0] is SourceKind.ARTICLE


def test_what_is_explained_under_questions_is_an_article():
    text = HEAD + "\n" + "\n\n".join(
        f"**{question}**\n\nThe board met on Monday. Brandt said he knew nothing of it."
        for question, _ in SAID
    )  # fmt: skip
    assert turns_in(text)[0] is SourceKind.ARTICLE


@pytest.mark.parametrize(
    "told",
    [
        "My guess is three years. Brandt thinks two, as I learned from his drawings.",
        "I went there twice, and Brandt has kept the door locked since.",
        "I saw the log that he kept, of which Brandt is proud.",
    ],
)
def test_a_reporter_who_says_i_and_tells_of_the_one_he_met_answers_himself(told):
    text = HEAD + "\n" + "\n\n".join(f"**{question}**\n\n{answer}" for question, answer in SAID)
    assert turns_in(f"{text} {told}")[0] is SourceKind.ARTICLE


@pytest.mark.parametrize(
    "told",
    [
        "My father Jens Brandt was a sailor, and the Brandts have had boats since.",
        "I paint the name on it, Brandt & Son.",
        "I am the last Brandt on this quay.",
    ],
)
def test_who_tells_of_others_of_the_name_is_interviewed(told):
    text = HEAD + "\n" + "\n\n".join(f"**{question}**\n\n{answer}" for question, answer in SAID)
    assert turns_in(f"{text} {told}")[1][-1] == ("Ivo Brandt", f"{SAID[-1][1]} {told}")


def test_questions_that_somebody_asks_for_himself_are_no_interview():
    for asked in ("What did I find on board?", "How do I get there?"):
        text = HEAD + f"\n**{asked}**\n\nI found a rope and a lamp.\n\n" + "\n\n".join(
            f"**{question}**\n\n{answer}" for question, answer in SAID[:2]
        )  # fmt: skip
        assert turns_in(text)[0] is SourceKind.ARTICLE
    text = written("**{q}**\n\n{a}", foot="\n\n**Am I right that you are tired?**\n\nI am.")
    assert turns_in(text) == (
        SourceKind.TRANSCRIPT,
        [*EXPECTED, (None, "Am I right that you are tired?"), ("Ivo Brandt", "I am.")],
    )


def test_a_question_that_begins_like_another_one_is_whole():
    asked = ["Why?", "Why? Was it the money?", "And now?"]
    post = Post(1, "We spoke to Ivo Brandt.\n\n" + "\n\n".join(f"{each}\n\nI do not know." for each in asked))
    source = Source(SourceKind.ARTICLE, "")
    for order in (asked, asked[::-1]):
        _, posts = turns_of_interview(source, (post,), order)
        assert [each.text for each in posts[1::2]] == asked


def test_what_the_reporter_tells_between_answers_is_nobodys():
    foot = "\n\nHe laughs, then stops laughing.\n\nI mean it.\n\nThis interview has been edited for length."
    assert turns_in(written("**{q}**\n\n{a}", foot=foot))[1][-4:] == [
        ("Ivo Brandt", "We have heard nothing from it."),
        (None, "He laughs, then stops laughing."),
        ("Ivo Brandt", "I mean it."),
        (None, "This interview has been edited for length."),
    ]


@pytest.mark.parametrize(
    ("headline", "opening", "name"),
    [
        ("Ivo Brandt: 'I would sail again'", "The harbour master was cleared on Tuesday.", "Ivo Brandt"),
        ("Interview: Ivo Brandt on the sea", "He was cleared on Tuesday.", "Ivo Brandt"),
        ("Interview with Ivo Brandt", "He was cleared on Tuesday.", "Ivo Brandt"),
        ("Cleared", "In an interview with Professor Ada de Quist, the Courier asked what comes next.", "Ada de Quist"),
        (
            "Cleared",
            "Ivo Brandt, a harbour master of thirty years, talks to the Courier about the night.",
            "Ivo Brandt",
        ),
        ("Cleared", "Ivo Brandt answers questions of our readers.", "Ivo Brandt"),
        ("Cleared", "Ivo Brandt spoke to Nina Falk.", "Ivo Brandt"),
        ("Cleared", "Ivo Brandt was in court on Tuesday.", None),
        ("Cleared", "He was in court. We talked to Ivo Brandt.", "Ivo Brandt"),
        ("Cleared", "Ivo Brandt told the Courier what happened. He was in court.", "Ivo Brandt"),
        ("Cleared", "In an interview with the Coast Herald, the harbour master Ivo Brandt looks back.", "Ivo Brandt"),
        ("‘I would sail again’: Ivo Brandt on the sea", "He was in court.", "Ivo Brandt"),
        ("‘I would sail again’: the harbour on its master", "He was in court.", None),
    ],
)
def test_who_is_interviewed_is_told_by_headline_or_introduction(headline, opening, name):
    text = "\n\n".join([opening, *(words for each in SAID for words in each)])
    post = Post(1, text, headline=headline, byline_name="Nina Falk")
    source, posts = turns_of_interview(Source(SourceKind.ARTICLE, ""), (post,), frozenset(each[0] for each in SAID))
    assert source.kind is (SourceKind.TRANSCRIPT if name else SourceKind.ARTICLE)
    assert {each.speaker for each in posts} == {None, name}


def test_a_page_sets_its_questions_apart_by_strong_words():
    words = "".join(
        f"<p><strong>{question}</strong></p>" + "".join(f"<p>{part}</p>" for part in answer.split("\n\n"))
        for question, answer in SAID
    )
    why = (
        "<p>The harbour board was cleared, too, and it now asks the ministry for a new breakwater, for a second crane and for more tugs.</p>"
        * 4
    )
    page = f"<html><head><title>Cleared</title></head><body><article><h1>'The sea did nothing wrong'</h1><p>The former harbour master was cleared of all charges on Tuesday. We spoke to Ivo Brandt about the night and the trial.</p>{why}{words}</article></body></html>"
    assert turns_in(page) == (SourceKind.TRANSCRIPT, EXPECTED)


def test_questions_are_found_in_time_that_grows_with_the_text():
    assert_linear(lambda n: questions_set_apart("**a" * n + "?\n" + "## b" * n + "?"), 500)
    said = "\n\n".join(words for each in SAID for words in each)

    def read_opening(words, n):
        return turns_of_interview(Source(SourceKind.ARTICLE, ""), (Post(1, f"{words * n}\n\n{said}"),), frozenset())

    assert_linear(lambda n: read_opening("Ivo Brandt, he spoke to ", n), 200)
    assert_linear(lambda n: read_opening("We met with old ", n), 200)

    def read_answer(words, n):
        text = f"We spoke to Ivo Brandt.\n\n{said} I am. {words * n}"
        return turns_of_interview(Source(SourceKind.ARTICLE, ""), (Post(1, text),), frozenset())

    assert_linear(lambda n: read_answer("x", n), 20_000)
    assert_linear(lambda n: read_answer("did I ", n), 2_000)
    assert_linear(lambda n: read_answer("Jens Brandt ", n), 2_000)
