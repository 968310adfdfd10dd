"""Quotations inside quotations. In `nested.txt` a label `{>Name}` stands behind a nested one, `{>}` where nobody is named."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import assert_linear
from test_speakers import facts, unlabelled

from newsdesk.extract import by_post, document_object, post_object, stored_post_object, story_objects
from newsdesk.find.quotes.in_post import find_candidates, post_candidates
from newsdesk.find.quotes.in_story import quotes_in_text, resolve
from newsdesk.find.quotes.quotation_marks import MarkedSpan, inner_spans, marked_spans
from newsdesk.model import Facts, Post, Quote, Source, SourceKind

_STORIES = (Path(__file__).parent / "data" / "find" / "nested.txt").read_text(encoding="utf-8").split("\n=====\n")
SURE = 0.8
"""Shown without a mark of doubt."""


@pytest.mark.parametrize("story", _STORIES, ids=range(len(_STORIES)))
def test_every_nested_quotation_goes_to_who_said_it_first(story: str) -> None:
    first, _, rest = story.strip().partition("\n")
    text, labels = unlabelled(rest.strip())
    quotes, _ = facts((first.removeprefix("# "), text))
    ends = labels.keys()
    # A quotation that the next paragraph goes on with has no closing mark.
    found = {
        quote.end + 1 if quote.end + 1 in ends else quote.end: (">" if quote.inside else "") + (quote.speaker or "")
        for quote in quotes
    }
    assert labels == {end: who for end, who in found.items() if end in ends or who.startswith(">")}


def nested(text: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in facts((None, text))[0] if quote.inside]


def words_inside(text: str) -> list[str]:
    spans = marked_spans(text)
    return [text[span.start : span.end] for inner in inner_spans(text, spans).values() for span in inner]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘we go’,” she said.", ["we go"]),
        ("‘He told me “we go”,’ she said.", ["we go"]),
        ("‘“We go,” he told me.’", ["We go,"]),
        ("“He said “we go” and left,” she said.", ["we go"]),
        ("\"He said 'we go.'\" That was all.", ["we go."]),
        ("“I asked 'em at the workers' club, don't ask,” he said.", []),
        ("“Rock ’n’ roll isn’t the boys’ thing,” he said.", []),
        ("“I said: ‘It's the workers' day,’ and he left.”", ["It's the workers' day,"]),
        ("“He said: ‘We go.”", []),
        ("The boys' “rights” and the girls' “rights”.", []),
    ],
)
def test_marks_inside_a_quotation(text: str, expected: list[str]) -> None:
    assert words_inside(text) == expected


def test_single_marks_around_double_ones_are_the_outer_quotation() -> None:
    text = "‘He told me “we will go”, twice,’ said Rita Sá."
    outer, inner = facts((None, text))[0]
    assert (outer.text, outer.speaker) == ("He told me “we will go”, twice,", "Rita Sá")
    assert (inner.text, inner.inside) == ("we will go", (outer.start, outer.end))


def test_the_outer_speaker_is_nobodys_he() -> None:
    assert nested("Mr Braga stood up. “He said ‘we will win’,” Mr Braga told us.") == [("we will win", None)]


def test_i_is_the_outer_speaker_and_you_is_nobody() -> None:
    assert nested("“I told him, ‘Go to bed.’ You said, ‘Stay up very late,’” Rita Sá said.") == [
        ("Go to bed.", "Rita Sá"),
        ("Stay up very late,", None),
    ]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("“I told him, ‘Go to bed.’ He did,” Rita Sá said.", True),
        ("“It was Nils Dahl who told us ‘the roof is safe’,” Rita Sá said.", True),
        ("“Ana Lund came. She said: ‘The dam is gone,’” Rita Sá said.", False),
        ("“The commander told me: ‘The town is gone,’” Rita Sá said.", False),
        ("“I would tell him, ‘Go to bed.’ He would,” Rita Sá said.", False),
        ("“We told him, ‘Go to bed.’ He did,” Rita Sá said.", False),
        ("“He told me, ‘Go to bed.’ I did,” Rita Sá said.", False),
    ],
)
def test_doubt_about_who_said_it_first_shows(text: str, *, certain: bool) -> None:
    _, inner = facts((None, text))[0]
    assert (inner.confidence >= SURE) is certain


def test_a_headline_has_the_words_of_whom_the_text_quotes_in_turn() -> None:
    text = "“It was Nils Dahl who told us ‘the roof is safe enough’,” Rita Sá said."
    headline, outer, inner = facts(("School told 'roof is safe enough'", text))[0]
    assert (headline.speaker, outer.speaker, inner.speaker) == ("Nils Dahl", "Rita Sá", "Nils Dahl")


def test_a_nested_name_changes_nothing_around_it() -> None:
    """Names inside speech are no evidence of who people are."""
    plain = "Rita Sá came. “We are fine,” Sá said. “We know,” the minister said."
    quotes, actors = facts((None, plain))
    more, others = facts((None, plain), (None, "“Lisbon minister Ana Sá told me ‘it is late’,” Nils Dahl said."))
    assert [quote.speaker for quote in quotes] == [quote.speaker for quote in more[:2]]
    assert {actor.name for actor in others} - {actor.name for actor in actors} == {"Ana Sá", "Nils Dahl"}


_MARKS = st.text(alphabet="\"“”‘’' He said go.,\nI", max_size=120)


@given(_MARKS)
def test_any_marks_give_children_inside_their_parents_in_order(text: str) -> None:
    spans = marked_spans(text)
    by_start = {span.start: span for span in spans}
    for start, children in inner_spans(text, spans).items():
        position = start
        for child in children:
            assert position <= child.outer_start <= child.start < child.end <= child.outer_end
            assert child.end <= by_start[start].end
            position = child.outer_end


@given(_MARKS, st.sampled_from([None, "Sá: 'He said “go”'"]))
def test_any_marks_give_nested_quotes_that_lie_in_their_outer_one(text: str, headline: str | None) -> None:
    candidates = find_candidates(text, headline)
    post = Post(n=1, text=text, headline=headline)
    quotes, statements, _ = resolve([post], [candidates])
    outer = {(quote.place, quote.start, quote.end) for quote in quotes if quote.inside is None}
    for quote in quotes:
        words = text if quote.place == "text" else headline or ""
        assert words[quote.start : quote.end] == quote.text
        if quote.inside is not None:
            assert (quote.place, *quote.inside) in outer
            assert quote.inside[0] <= quote.start < quote.end <= quote.inside[1]
    alone, stated, _ = resolve([post], [replace(candidates, nested=())])
    assert statements == stated
    assert [quote for quote in quotes if quote.inside is None and quote.place == "text"] == [
        quote for quote in alone if quote.place == "text"
    ]


@pytest.mark.parametrize("unit", ["“‘", "\"'", "'a' ", '"a" ', "“‘a’ ", "‘“a”’ ", "“He said ‘go’. ”", "“‘Go now.\n\n"])
def test_floods_of_nested_marks_are_read_like_any_text(unit: str) -> None:
    def flood(size: int) -> str:
        return "“" + unit * (size // len(unit)) + "”"

    def read(text: str) -> dict[int, tuple[MarkedSpan, ...]]:
        return inner_spans(text, marked_spans(text))

    assert_linear(lambda size: read(flood(size)))
    text = flood(150_000)
    assert all(span.end <= len(text) for inner in read(text).values() for span in inner)


def test_one_long_sentence_of_nested_quotations_is_read_once() -> None:
    assert len(quotes_in_text("“" + "“She told me: ‘Go home now.’ ” " * 20_000 + "”")[0]) > 0


def found(*posts: Post) -> Facts:
    quotes, statements, actors = resolve(posts, [post_candidates(post) for post in posts])
    return Facts(quotes=quotes, statements=statements, actors=actors)


TOLD = Post(n=1, id=7, text="“It was Nils Dahl who told us ‘the roof is safe’,” Rita Sá said. “Fine,” Sá added.")


def test_extract_leaves_nested_quotes_out_and_stored_objects_say_where_they_stand() -> None:
    all_facts = found(TOLD)
    in_post = by_post(all_facts)[TOLD.id]
    assert [row["text"] for row in post_object(TOLD, SourceKind.ARTICLE, in_post)["quotes"]] == [
        "It was Nils Dahl who told us ‘the roof is safe’,",
        "Fine,",
    ]
    stored = stored_post_object(TOLD, SourceKind.ARTICLE, in_post)["quotes"]
    assert [(row["text"], row["inside"]) for row in stored] == [
        ("It was Nils Dahl who told us ‘the roof is safe’,", None),
        ("the roof is safe", [1, 49]),
        ("Fine,", None),
    ]
    assert len(document_object("a", all_facts.quotes, (), ())["quotes"]) == 2


def test_extract_counts_the_quotes_that_it_prints() -> None:
    all_facts = found(TOLD)
    assert [(actor.name, actor.quotes) for actor in all_facts.actors] == [("Rita Sá", 2), ("Nils Dahl", 1)]
    (printed,) = story_objects([("a.txt", Source(SourceKind.ARTICLE, "a.txt"), [TOLD])], all_facts)
    assert [(actor["name"], actor["quotes"]) for actor in printed["actors"]] == [("Rita Sá", 2)]


def test_a_quote_that_stands_alone_is_inside_nothing() -> None:
    outer: Quote = found(TOLD).quotes[0]
    assert outer.inside is None
