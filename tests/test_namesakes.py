"""Spouses and others with one name, and names that places have, too."""

import pytest
from test_actor_names import known
from test_nearest_name import speakers

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Post

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


def last_speaker(first: str, second: str, *, sources: int) -> str | None:
    """Who speaks last in two posts of one source, or of two."""
    posts = [Post(n=n, id=n, source_id=min(n, sources), text=text) for n, text in enumerate((first, second), start=1)]
    quotes, _, _ = resolve(posts, [post_candidates(post) for post in posts])
    return quotes[-1].speaker


MINISTER = "“We stay,” said Ruth Ogilvie, the harbour minister."


@pytest.mark.parametrize(
    ("first", "second", "in_another", "in_the_same"),
    [
        (MINISTER, "Ruth was born in Selby. “I never lied,” Ruth said.", "Ruth", "Ruth Ogilvie"),
        # Whom the other source has by a role, a title or in full, too.
        (MINISTER, "The harbour minister, Ruth, was late. “I never lied,” Ruth said.", "Ruth Ogilvie", "Ruth Ogilvie"),
        (MINISTER, "Ruth Ogilvie was late. “I never lied,” Ruth said.", "Ruth Ogilvie", "Ruth Ogilvie"),
        (MINISTER, "Mrs Ruth Lamb was late. “I never lied,” Ruth said.", "Ruth Lamb", "Ruth Lamb"),
        ("“We stay,” said Pope Leo XX.", "Pope Leo was late. “I never lied,” Leo said.", "Pope Leo XX", "Pope Leo XX"),
        # A surname.
        ("“We stay,” said Ida Ruth.", "Ruth was late. “I never lied,” Ruth said.", "Ida Ruth", "Ida Ruth"),
        (MINISTER, "Ogilvie was late. “I never lied,” Ogilvie said.", "Ruth Ogilvie", "Ruth Ogilvie"),
    ],
)  # fmt: skip
def test_a_bare_first_name_is_nobodys_whom_only_another_source_names_so(
    first: str, second: str, in_another: str, in_the_same: str
) -> None:
    assert [last_speaker(first, second, sources=sources) for sources in (2, 1)] == [in_another, in_the_same]
