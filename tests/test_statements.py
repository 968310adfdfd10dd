"""Reported speech: what counts as said, where the clause begins and ends, and how much of it is found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statement_sample import SAMPLES, agreement, passages

from newsdesk.find.quotes.in_post import find_candidates
from newsdesk.find.quotes.in_story import quotes_in_text


def found(text: str) -> list[tuple[str, str]]:
    return [(statement.text, statement.speaker.text) for statement in find_candidates(text, None).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kovac said that the school would open on Monday.", [("the school would open on Monday", "Kovac")]),
        ("The school will open on Monday, Kovac said.", [("The school will open on Monday", "Kovac")]),
        ("The school is open, said Kovac, who built it.", [("The school is open", "Kovac")]),
        ("The school is open, according to Kovac.", [("The school is open", "Kovac")]),
        (
            "According to Ana Kovac, a teacher, the school is open and full.",
            [("the school is open and full", "Ana Kovac")],
        ),
        ("Kovac told the BBC he was ready to open the school.", [("he was ready to open the school", "Kovac")]),
        ("Kovac told local radio on Friday that the school was full.", [("the school was full", "Kovac")]),
        ("Kovac said on Friday the school was full.", [("the school was full", "Kovac")]),
        ("Kovac said, on condition of anonymity, that the school was full.", [("the school was full", "Kovac")]),
        ("Police say nobody asked them.", [("nobody asked them", "Police")]),
        ("Kovac said she plans to open the school.", [("she plans to open the school", "Kovac")]),
        ("The school, Kovac said on Friday, would have to close.", [
            ("The school, Kovac said on Friday, would have to close", "Kovac")
        ]),
        ("If it rains, the school is shut, Kovac said.", [("If it rains, the school is shut", "Kovac")]),
    ],
)  # fmt: skip
def test_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kovac said the school would open on Monday and warned of a flood.",
            [("the school would open on Monday", "Kovac")],
        ),
        (
            "Kovac said the school would open, adding that the hall would not.",
            [("the school would open", "Kovac"), ("the hall would not", "Kovac")],
        ),
        ("Kovac said the school would open, but did not say that it was safe.", [("the school would open", "Kovac")]),
        ("Kovac said the school would open; the hall is lost.", [("the school would open", "Kovac")]),
        (
            "Kovac said the school would open, and Lee said the hall would not.",
            [("the school would open", "Kovac"), ("the hall would not", "Lee")],
        ),
        ("After Kovac said that the school was safe, parents left.", [("the school was safe", "Kovac")]),
        ("Kovac, who said that the school was safe, has left.", [("the school was safe", "Kovac")]),
        ("Kovac said the school was full, Reuters reported.", [("the school was full", "Kovac")]),
        ("Kovac said the school was full, per Al Jazeera.", [("the school was full", "Kovac")]),
        ("The school is full, Kovac said, according to Lee.", [("The school is full", "Kovac")]),
        ("\u2022 The school is full, Kovac said.", [("The school is full", "Kovac")]),
        ("Kovac said the school was full, which nobody believed.", [("the school was full", "Kovac")]),
    ],
)
def test_where_a_statement_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kovac has opened the school.",
        "Kovac did not say that the school was open.",
        "Kovac hasn't said that the school was open.",
        "Kovac would say that the school was open.",
        "Kovac is expected to say that the school is open.",
        "If Kovac says that the school is open, we go.",
        "Did Kovac say that the school is open?",
        "Kovac denied that the school was open.",
        "Kovac believes that the school is open.",
        "Kovac was told that the school was open.",
        "Kovac asked whether the school was open.",
        "Everything Kovac says is a lie unless proven otherwise.",
        "The statement says the school will open on Monday.",
        "According to the report, the school will open on Monday.",
        "Reuters reported that the school was open.",
        "Between what Kovac says the school will cost and its price lies a river.",
        "Kovac added a note of caution, should the school be open.",
        "Kovac warned ships to stay away from the flood that was coming.",
        "Kovac told reporters after the meeting that was held in the school.",
        "When the council cut the funds for the school, Kovac said enough.",
        "Asked whether the school was open, Kovac said nothing.",
        "Two people were hurt near the school, says Kovac, and the bridge was lost to the flood.",
        "Two people had argued about the school.",
    ],
)
def test_what_is_not_said(text: str) -> None:
    assert found(text) == []


def test_whose_word_follows_one_that_is_told_in_another_stays_open() -> None:
    assert found("Kovac admitted that Lee had advised against the plan but insisted that it was safe.") == [
        ("Lee had advised against the plan", "Kovac")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kovac said that “the school” would open.",
        "Kovac said at the gate that “a bell” had rung in the night.",
        "Kovac said that ''the school'' would open.",
        '"We go," Kovac said. "The school is full," he added.',
    ],
)
def test_words_between_quotation_marks_are_no_statement(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "precision", "recall"), [("statements.txt", 0.97, 0.88), ("statements_fresh.txt", 0.9, 0.75)]
)
def test_how_much_of_a_sample_is_found(name: str, precision: float, recall: float) -> None:
    reached = agreement([*passages(SAMPLES / name)])
    assert reached.precision >= precision
    assert reached.recall >= recall


_WORDS = st.sampled_from([
    "“", "”", '"', "''", ",", ".", ";", "?", "said", "says", "told", "that", "Kovac", "Lee", "he", "they", "the", "reporters",
    "and", "but", "not", "would", "who", "according", "to", "on", "Friday", "was", "adding",
])  # fmt: skip


@given(st.lists(_WORDS, max_size=50))
def test_statements_neither_meet_each_other_nor_a_quotation(words: list[str]) -> None:
    candidates = find_candidates(" ".join(words), None)
    spans = [(said.start, said.end) for said in candidates.statements]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert not any(quote.start < end and start < quote.end for quote in candidates.quotes for start, end in spans)


@pytest.mark.parametrize(
    "piece", ["Kovac said that ", "he said, ", "according to Lee, ", "told the BBC he was ", "and said it was "]
)
def test_a_flood_takes_time_in_line_with_its_length(piece: str) -> None:
    for statement in find_candidates(piece * 4_000, None).statements:
        assert len(statement.text) <= 1_000


def test_a_number_that_begins_a_sentence_is_nobodys_name() -> None:
    text = "Union leader Miriam Okonjo said members were tired. Nine in ten of those who voted had said no, she said."
    assert [said.speaker for said in quotes_in_text(text)[1]] == ["Miriam Okonjo", "Miriam Okonjo"]
