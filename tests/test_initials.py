"""Bodies by their full names, their first letters and the word for what they are."""

import pytest
from test_actors import speakers as story_speakers
from test_nearest_name import speakers

HERON = "Northern Heron Organization"


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The Northern Heron Organization said “yes”. The NHO said “no”. The organization said “maybe”.", [HERON] * 3),
        (
            "The National Union of Bakers (NUB) said “yes”. The NUB said “no”. The union said “maybe”.",
            ["National Union of Bakers"] * 3,
        ),
        ("The Ministry of Ports said “yes”. The MoP said “no”. The ministry said “maybe”.", ["Ministry of Ports"] * 3),
        ("Karst's Ports Ministry said “yes”. The ministry said “maybe”.", ["Karst's Ports Ministry"] * 2),
        # Letters that two may have, or none.
        ("The Northern Heron Organization met the National Hat Organization. The NHO said “no”.", ["NHO"]),
        ("The Northern Heron Organization said “yes”. The NHX said “no”.", [HERON, "NHX"]),
        (
            "The Northern Heron Organization met the National Hat Organization. The organization said “no”.",
            ["organization?"],
        ),
        ("The Northern Heron Organization said “yes”. The union said “no”.", [HERON, "union"]),
        ("Ida Lund said “yes”. The IL said “no”.", ["Ida Lund", "IL"]),
    ],
)
def test_a_body_and_its_first_letters_are_one(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


def test_first_letters_mean_a_body_of_another_source() -> None:
    assert story_speakers("The Northern Heron Organization said “yes”.", "The NHO said “no”.") == [HERON, HERON]


def test_a_councilwoman_is_who_holds_that_seat() -> None:
    assert speakers("Councilwoman Ida Lund spoke. “It is cold,” the councilwoman said.") == ["Ida Lund"]
