"""Ministries, courts and the like belong to whose they are."""

import pytest
from test_actors import speakers as story_speakers
from test_nearest_name import speakers


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Peru's Ports Ministry said “yes”. Chile's Ports Ministry said “no”.", ["Peru's Ports Ministry", "Chile's Ports Ministry"]),
        ("Karst's Supreme Court said “yes”. Vardia’s Supreme Court said “no”.", ["Karst's Supreme Court", "Vardia’s Supreme Court"]),
        ("Selby's City Council said “yes”. Leith's City Council said “no”.", ["Selby's City Council", "Leith's City Council"]),
        ("Peru's Green Party said “yes”. Chile's Green Party said “no”.", ["Peru's Green Party", "Chile's Green Party"]),
        ("The Ports Ministry in Lima said “yes”. The Ports Ministry in Santiago said “no”.", ["Ports Ministry in Lima", "Ports Ministry in Santiago"]),
        ("The Ports Ministry in Oslo said “yes”. The Ports Ministry in Paris said “no”.", ["Ports Ministry in Oslo", "Ports Ministry in Paris"]),
        ("In Oslo, the Ports Ministry said “yes”. The Ports Ministry in Paris said “no”.", ["Ports Ministry in Oslo", "Ports Ministry in Paris"]),
        ("The foreign ministry of Karst said “yes”. The foreign ministry of Vardia said “no”.", ["foreign ministry of Karst", "foreign ministry of Vardia"]),
        ("The embassy of Peru said “yes”. The embassy of Chile said “no”.", ["embassy of Peru", "embassy of Chile"]),
        # One, in whatever words.
        ("Peru's Ports Ministry said “yes”. The Peruvian Ports Ministry said “no”.", ["Peru's Ports Ministry"] * 2),
        ("Peru's Ports Ministry said “yes”. Later the Ports Ministry said “no”.", ["Peru's Ports Ministry"] * 2),
        # Whose it is, is not told.
        ("Peru's Ports Ministry met Chile's Ports Ministry. The Ports Ministry said “no”.", ["Ports Ministry?"]),
        ("Peru's foreign ministry met Chile's foreign ministry. The foreign ministry said “no”.", ["foreign ministry?"]),
        # A verb that is no word of saying ends its name.
        ("The Supreme Court threw out the law. “No,” the court said.", ["Supreme Court"]),
        ("The Bank of Leith cut rates. “No,” the bank said.", ["Bank of Leith"]),
        ("The Court of Appeal upheld it. “No,” it said.", ["Court of Appeal"]),
        ("The Bank of Leith cut was small. “No,” the Bank of Leith said.", ["Bank of Leith"]),
        ("The Bank waits. “Prices fall,” said Bank of Leith governor Ann Quill.", ["Ann Quill"]),
        ("“Prices fall,” said University of Leith professor Ann Quill. The University is old.", ["Ann Quill"]),
        ("The Church voted. “We are one,” said Church of Leith.", ["Church of Leith"]),
        # Hardly two have this name; who appoints it does not own it.
        ("Peru's Heron Party said “yes”. The Heron Party said “no”.", ["Heron Party", "Heron Party"]),
        ("President Ida Lund left. Lund's Justice Department said “yes”.", ["Justice Department"]),
        ("The Bank of Leith said “yes”. The Supreme Court said “no”.", ["Bank of Leith", "Supreme Court"]),
        ("Monday's Supreme Court ruling was short. The Supreme Court said “no”.", ["Supreme Court"]),
    ],
)  # fmt: skip
def test_whose_a_ministry_or_a_court_is_belongs_to_its_name(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


def test_the_only_ministry_of_a_story_is_meant_where_nothing_tells_whose_it_is() -> None:
    assert (
        story_speakers("Peru's Ports Ministry said “yes”.", "The Ports Ministry said “no”.")
        == ["Peru's Ports Ministry"] * 2
    )
    assert (
        story_speakers(
            "Peru's Ports Ministry said “yes”.", "Chile's Ports Ministry said “yes”.", "The Ports Ministry said “no”."
        )[-1]
        == "Ports Ministry"
    )


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The head of the Karst delegation said “yes”.", ["The head of the Karst delegation"]),
        ("The governor of Karst's central bank said “yes”.", ["The governor of Karst's central bank"]),
        ("The chief of staff of the Karst army said “yes”.", ["The chief of staff of the Karst army"]),
        ("The chief of staff, Ida Lund, said “yes”. “No,” the chief of staff said.", ["Ida Lund", "Ida Lund"]),
        ("Chief of staff Ida Lund said “yes”.", ["Ida Lund"]),
        ("The mayor of Leith's driver said “yes”.", ["-"]),
        ("The Danish owner of the Leith works said “yes”.", ["The Danish owner"]),
    ],
)
def test_a_head_of_a_body_is_told_with_the_body(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by
