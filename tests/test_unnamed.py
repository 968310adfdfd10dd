"""Who has no name in a text keeps none, although somebody of the same sort has one."""

import pytest
from test_actors import speakers as story_speakers
from test_nearest_name import speakers

ENVOY = "The Danish envoy Ida Lund said talks would go on. "


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (ENVOY + "“It is slow,” a Gulf envoy said. “It is dull,” the envoy added.", ["a Gulf envoy", "a Gulf envoy"]),
        (ENVOY + "“It is slow”, said a Gulf envoy. “It is dull,” said the envoy.", ["a Gulf envoy", "a Gulf envoy"]),
        (ENVOY + "Another envoy was blunt. “It is dull,” the envoy said.", ["the envoy"]),
        ("Traffic warden Ida Lund spoke first. A second warden was blunt. “It is dull,” the warden said.", ["the warden"]),
        ("Ida Lund, a witness, wept. Another witness did not. “It was dark,” the second witness said.", ["the second witness"]),
        ("A witness wept. Another witness, Ida Lund, did not. “It was dark,” the first witness said.", ["the first witness?"]),
        ("Ida Lund, the palace press secretary, was asked of the Secretary of State. “He is in,” the secretary said.", ["the secretary"]),
        # Named since without the role: either of them.
        (ENVOY + "A Gulf envoy was blunt. Lund frowned. “It is dull,” the envoy said.", ["Ida Lund?"]),
        (ENVOY + "She had spoken to a Gulf envoy. “It is dull,” the envoy said.", ["Ida Lund?"]),
        # Two ministers for the same thing.
        ("Danish Foreign Minister Ida Lund met Karst Foreign Minister Nils Dahl. The foreign minister said: “Yes.”", ["Nils Dahl?"]),
    ],
)  # fmt: skip
def test_who_was_brought_in_last_without_a_name_gets_no_other_ones(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    "text",
    [
        ENVOY + "“It is dull,” the envoy said.",
        ENVOY + "“It is dull,” the Danish envoy said.",
        "A Gulf envoy was blunt. " + ENVOY + "“It is dull,” the envoy said.",
        ENVOY + "A Gulf envoy was blunt. “It is dull,” the Danish envoy said.",
        ENVOY + "A warden waved. “It is dull,” the envoy said.",
        "Ida Lund, an envoy, wept. “It is dull,” the envoy said.",
        "Ida Lund, the new envoy, wept. She was no warden and became an envoy late. “It is dull,” the envoy said.",
        ENVOY + "She became an envoy in May. “It is dull,” the envoy said.",
        "Ida Lund, the first minister, wept. “It is dull,” the first minister said.",
        "Ida Lund, the press secretary, wept. “It is dull,” the press secretary said.",
        "Ida Lund, the foreign secretary, wept. “It is dull,” the secretary said.",
        "Karst Foreign Minister Ida Lund met Ports Minister Nils Dahl. “It is dull,” the foreign minister said.",
    ],
)
def test_who_holds_the_role_is_meant_where_nobody_else_was_brought_in(text: str) -> None:
    assert speakers(text)[-1].rstrip("?") == "Ida Lund"


def test_a_name_of_another_source_is_not_that_of_an_unnamed_one() -> None:
    anonymous = "“It is slow,” a Gulf envoy said. “It is dull,” the envoy added. Ida Lund was not there."
    assert story_speakers(anonymous, ENVOY) == ["a Gulf envoy", "a Gulf envoy"]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The Leith Post quoted Ida Lund as saying: “I am tired of it.”", ["Ida Lund"]),
        ("Nils Dahl quoted Ida Lund as saying: “I am tired of it.”", ["Ida Lund"]),
    ],
)
def test_who_is_quoted_as_saying_something_says_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by
