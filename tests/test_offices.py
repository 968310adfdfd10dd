"""Names after long offices, and what only seems to be one."""

import pytest
from test_nearest_name import speakers


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Minister of State for Inland Ports Ida Lund said it was “odd”.", ["Ida Lund"]),
        ("Minister of State for Inland Ports Ida Lund TD said it was “odd”.", ["Ida Lund"]),
        ("Secretary of State for Ports and Inland Rivers Ida Lund said it was “odd”.", ["Ida Lund"]),
        ("First Secretary to the Treasury Ida Lund said it was “odd”.", ["Ida Lund"]),
        ("The mayor of Leith said it was “odd”.", ["The mayor of Leith"]),
        ("The head of Leith Radio said it was “odd”.", ["The head of Leith Radio"]),
        # One who is in charge of two, or two people.
        ("Ports and Rivers Commissioner Ida Lund said it was “odd”.", ["Ida Lund?"]),
        ("Selby and Leith MP Ida Lund said it was “odd”.", ["Ida Lund?"]),
        ("Dahl and Danish Prime Minister Ida Lund said it was “odd”.", ["Dahl and Danish Prime Minister Ida Lund"]),
        ("Dahl and President Ida Lund said it was “odd”.", ["Dahl and President Ida Lund"]),
        # Whom somebody works for.
        ("Ida Lund of the GMT union said it was “odd”. “Very,” Lund said.", ["Ida Lund", "Ida Lund"]),
        ("Ida Lund of the XK rowing group said it was “odd”. “Very,” Lund said.", ["Ida Lund", "Ida Lund"]),
        ("The Bank of the Leith union said it was “odd”.", ["Bank of the Leith union"]),
        # What is done to somebody.
        ("Jailing Ida Lund for a year, the judge said she was “odd”.", ["the judge"]),
        ("Sterling Ida Lund said it was “odd”.", ["Sterling Ida Lund"]),
    ],
)  # fmt: skip
def test_the_name_after_an_office_is_whole_and_no_more_than_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by
