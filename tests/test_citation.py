"""What is copied: words with where they are from, as text and as Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from test_export import ARTICLE, CEST, CRANE, LOST, STORY

from newsdesk.story.citation import Citation, cited, copied

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>[]()!*_`#-+1.\\&|~"), min_size=1)


def test_a_citation_names_speaker_source_moment_and_link():
    assert cited("“we pay”", STORY, CRANE, CEST, who="Ada Quist").text == (
        "“we pay” — Ada Quist, Coast Herald, 00:30 CEST 3 Jun 2031, https://example.org/live#2"
    )


def test_a_day_and_nothing_are_no_hour():
    assert cited("x", STORY, ARTICLE, CEST).when == "2 Jun 2031"
    assert cited("x", STORY, LOST, CEST).when == "undated"


def test_in_markdown_the_source_is_the_link():
    assert cited("“we [all] pay”", STORY, CRANE, CEST, who="Ada *Q*").markdown == (
        r"“we \[all\] pay” — Ada \*Q\*, [Coast Herald](<https://example.org/live#2>), 00:30 CEST 3 Jun 2031"
    )


def test_several_are_a_list():
    both = [Citation("“a”", "Ann", "Herald", "3 Jun 2031"), Citation("“b”", "Bo")]
    assert copied(both, markdown=False) == "- “a” — Ann, Herald, 3 Jun 2031\n- “b” — Bo"
    assert copied(both[1:], markdown=False) == "“b” — Bo"


@given(words=WORDS, who=WORDS, link=st.none() | WORDS)
def test_words_of_a_source_are_never_markup(words, who, link):
    one = Citation(words, who, words, who, link)
    tokens = [
        child
        for token in PARSER.parse(copied([one, one], markdown=True))
        if token.type == "inline"
        for child in token.children or []
    ]
    tokens = [token for token in tokens if token.content != "<!-- -->"]  # which parts a name from the sign before it
    kinds = {token.type for token in tokens}
    assert kinds <= {"text", "text_special", "link_open", "link_close"}
    shown = "".join(token.content for token in tokens)
    assert " ".join(words.split()) in shown
