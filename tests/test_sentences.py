from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.find.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. The match went on.", ["It rained.", "The match went on."]),
        ("Dr. Amina Bello met Sen. J. P. Cole.", ["Dr. Amina Bello met Sen. J. P. Cole."]),
        ("He lives in the U.S. Senator Cole does not.", ["He lives in the U.S. Senator Cole does not."]),
        ("He left the U.S. The tour ended.", ["He left the U.S.", "The tour ended."]),
        ("Was it No. 5? She said no. Then she left!", ["Was it No. 5?", "She said no.", "Then she left!"]),
        ("“We won.” The crowd sang.", ["“We won.”", "The crowd sang."]),
        ("A headline without a stop\nAnother line", ["A headline without a stop", "Another line"]),
        (
            "They meet at 5 p.m. on Friday. It pays 3.5 per cent.",
            ["They meet at 5 p.m. on Friday.", "It pays 3.5 per cent."],
        ),
        ("  \n ", []),
    ],
)
def test_sentences_of_news_english(text: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in sentences(text)]


@given(st.text(alphabet=st.sampled_from(list("aB1. \n!?\"”'(U.S.… "))))
def test_sentences_cover_every_visible_character_once(text: str) -> None:
    spans = sentences(text)
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert not any("\n" in text[start:end] for start, end in spans)
