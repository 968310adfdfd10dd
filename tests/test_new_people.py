"""Whom "he" and "she" mean after somebody without a name whom no list of words for people has, or of whom only "one of" tells."""

from __future__ import annotations

import pytest
from test_nearest_name import speakers

_BEFORE = "“You just did it,” said Sandra Pell.\n\n"


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("A former employee, who said that she had been “worn down”, wrote in.", "a former employee?"),
        ("A paediatrician warned that she had seen it.", "a paediatrician?"),
        ("A dog walker found the bag.", "a dog walker?"),
        ("A flight attendant said that she had seen it.", "a flight attendant?"),
        ("One local said that she had seen it.", "One local?"),
        ("A scaffolder said that she had seen it.", "a scaffolder?"),
        ("A truffler from the next valley shrugged.", "a truffler?"),
        ("A falconing novice, who asked not to be named, had seen it.", "a falconing novice?"),
        ("One of her friends said that she had seen it.", "One of her friends?"),
        ("One of the bank's oldest clients said that she had seen it.", "One of the bank's oldest clients?"),
        ("One of them said that she had seen it.", "-"),
        ("Another said that she had seen it.", "-"),
        # things, and what is told of somebody named
        ("A reminder said that she had lost.", "Sandra Pell"),
        ("A new bridge opened in May.", "Sandra Pell"),
        ("A letter said that she had won.", "Sandra Pell"),
        ("One of the reasons was the weather.", "Sandra Pell"),
        ("One of the firms said that it was sorry.", "Sandra Pell"),
        ("Another recount is due in May.", "Sandra Pell"),
        ("Pell, a former employee, said that she had seen it.", "Sandra Pell"),
    ],
)
def test_she_may_be_somebody_new(who: str, shown: str) -> None:
    assert speakers(f"{_BEFORE}{who} “I row on that lake,” she said.")[-1] == shown
