"""Who speaks where a near name is not the right one: each line a text, and after it whose its quotations are, in order.

A name with "?" is one that carries the mark of doubt; "-" is nobody's.
"""

import pytest

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Post
from newsdesk.story.quotes import DOUBT


def speakers(text: str, headline: str | None = None) -> list[str]:
    post = Post(n=1, id=1, headline=headline, text=text)
    quotes, _, _ = resolve([post], [post_candidates(post)])
    return [f"{quote.speaker}{'?' if quote.confidence < DOUBT else ''}" if quote.speaker else "-" for quote in quotes]


TWO_MAYORS = "The mayor of Selby, Rita Holt, and the mayor of Kellmouth, Anna Kovac, met. "


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (TWO_MAYORS + "“We share,” the mayor of Selby said. “We pay,” the Kellmouth mayor added.", ["Rita Holt", "Anna Kovac"]),
        (TWO_MAYORS + "“We share,” said Selby's mayor. “We pay,” said the mayor of Kellmouth.", ["Rita Holt", "Anna Kovac"]),
        (TWO_MAYORS + "The mayor of Selby left early. “I was tired,” she said.", ["Rita Holt"]),
        ("Rita Holt, the mayor of Selby, met Anna Kovac, the mayor of Kellmouth. The mayor of Selby called it “a start”.", ["Rita Holt"]),
        ("The president of Norway, Nils Dahl, met the president of Finland, Aino Salo. “It is cold,” the president of Norway said.", ["Nils Dahl"]),
        ("The head of Selby Radio, Rita Holt, and the head of Kellmouth Radio, Anna Kovac, met. “We merge,” the head of Selby Radio said.", ["Rita Holt"]),
        ("The bishop of Selby, Rita Holt, met the mayor of Selby, Anna Kovac. “We pray,” said the bishop of Selby. “We pay,” said the mayor of Selby.", ["Rita Holt", "Anna Kovac"]),
        # Of whom no place is told: the mayor of the place is this one.
        ("The mayor, Anna Kovac, was late. “I missed the train,” the mayor of Kellmouth said.", ["Anna Kovac"]),
        ("Mayor Anna Kovac was late. “I missed the train,” said the mayor of Kellmouth.", ["Anna Kovac"]),
    ],
)  # fmt: skip
def test_a_role_with_a_place_is_whom_that_role_of_that_place_names(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (TWO_MAYORS + "The mayor of Leith called it “a start at last”.", ["the mayor of Leith"]),
        (TWO_MAYORS + "“We will share the cost,” the mayor said.", ["Anna Kovac?"]),
        (TWO_MAYORS + "“We will share the cost,” the mayor of Selby's driver said.", ["-"]),
    ],
)
def test_a_role_with_another_place_or_with_none_of_two_is_nobody_for_sure(text: str, said_by: list[str]) -> None:
    assert [name[:1].lower() + name[1:] if name.startswith("The ") else name for name in speakers(text)] == said_by
