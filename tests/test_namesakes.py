"""Spouses and others with one name, and names that places have, too."""

import pytest
from test_actor_names import known
from test_nearest_name import speakers

COUPLE = "President Tomas Lund's wife, Ida Lund, opened a school. "


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (COUPLE + "“I cut ribbons,” Mrs Lund said. The president said: “I do not.”", ["Ida Lund", "Tomas Lund"]),
        (COUPLE + "“I cut ribbons,” Ida Lund said. Lund himself said: “I do not.”", ["Ida Lund", "Tomas Lund?"]),
        ("President Lund's wife, Ida Lund, left. “I cut ribbons,” Mrs Lund said. Lund said: “I do not.”", ["Ida Lund", "Lund"]),
        ("The mayor's wife, Ida Lund, left. “I cut ribbons,” Lund said.", ["Ida Lund"]),
        ("Leo Lund denied it. Mrs Lund said: “He lies.” Mr Lund said: “I do not.”", ["Mrs Lund?", "Leo Lund"]),
        ("Jo Lund, the ports minister, left. Mr Lund said: “I do not.”", ["Jo Lund"]),
        ("Jo Lund, the ports minister, left. Ms Lund said: “I do not.”", ["Jo Lund"]),
        ("Tom Lund and Tim Lund came. “It is cold,” T. Lund said.", ["Tom Lund?"]),
        ("Tom Lund came. “It is cold,” T. Lund said.", ["Tom Lund"]),
        ("Ida Lund came. Ida Dahl came. “It is cold,” Ida said.", ["Ida Lund?"]),
        ("Ida Lund came. Nils Dahl came. “It is cold,” Ida said.", ["Ida Lund"]),
        ("Jordan's king left. Jordan Dahl came. Jordan said it was “sad”.", ["Jordan Dahl?"]),
        ("Jordan's king left. Jordan Dahl came. Dahl said it was “sad”.", ["Jordan Dahl"]),
        ("Her Danish opposite number, Ida Lund, called it “poetry”.", ["Ida Lund"]),
        ("Leith said it was “ready”. The road to Old Leith was shut.", ["Leith"]),
        ("Karst said it was “ready”. They met at Hotel Karst.", ["Karst"]),
    ],
)  # fmt: skip
def test_a_name_that_two_have_is_given_to_the_right_one_or_not_for_sure(text: str, said_by: list[str]) -> None:
    assert [name.replace("Tim", "Tom").replace("Ida Dahl", "Ida Lund") for name in speakers(text)] == said_by


def test_whom_an_initial_may_mean_stay_two() -> None:
    names = known("“We go,” Tom Lund said. “We stay,” Tim Lund said. “Or not,” T. Lund said.")
    assert sorted(names) == ["Tim Lund", "Tom Lund"]
