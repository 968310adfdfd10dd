"""Which role of the words around a name is that of whom the name means."""

import pytest

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Actor, Post, Quote
from newsdesk.story.quotes import DOUBT


def facts(text: str) -> tuple[list[Quote], list[Actor]]:
    post = Post(n=1, id=1, text=text)
    quotes, _, actors = resolve([post], [post_candidates(post)])
    return list(quotes), list(actors)


def roles(text: str, name: str) -> list[str]:
    """The roles of somebody named in a text, who says something in its last sentence."""
    _, actors = facts(f"{text} “We wait,” said {name}.")
    return next(list(actor.roles) for actor in actors if actor.name == name)


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in facts(text)[0]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The spokeswoman for the mayor, Hannah Brunn, was late.", "spokeswoman for the mayor"),
        ("A cousin of the accused man, Hannah Brunn, was late.", "cousin of the accused man"),
        ("The aide to the president, Hannah Brunn, was late.", "aide to the president"),
        ("The deputy to the mayor, Hannah Brunn, was late.", "deputy to the mayor"),
        ("The wife of the goalkeeper, Hannah Brunn, was late.", "wife of the goalkeeper"),
        ("The chief of staff to the governor, Hannah Brunn, was late.", "chief of staff to the governor"),
        ("The interpreter for the witness, Hannah Brunn, was late.", "interpreter for the witness"),
        ("Asked why, the lawyer for the driver, Hannah Brunn, 34, frowned.", "lawyer for the driver"),
        ("“We know,” said the lawyer for the driver, Hannah Brunn.", "lawyer for the driver"),
        ("His adviser on trade, Hannah Brunn, was late.", "adviser on trade"),
        ("The mayor's spokeswoman, Hannah Brunn, was late.", "mayor's spokeswoman"),
        ("The former mayor, Hannah Brunn, was late.", "former mayor"),
        ("The former mayor Hannah Brunn was late.", "former mayor"),
        ("The acting head of planning, Hannah Brunn, was late.", "acting head of planning"),
        ("The leader of the left, Hannah Brunn, was late.", "leader of the left"),
        ("The owner of the boat that sank, Hannah Brunn, was late.", "owner of the boat that sank"),
        ("Hannah Brunn, a spokeswoman for the mayor, was late.", "spokeswoman for the mayor"),
    ],
)
def test_who_serves_somebody_has_that_role(text: str, role: str) -> None:
    assert roles(text, "Hannah Brunn") == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The captain of the ferry told the mayor, Hannah Brunn, to wait.", "mayor"),
        ("The head of the union criticised the minister, Hannah Brunn, at noon.", "minister"),
        ("The owner of the boat met the mayor, Hannah Brunn, at noon.", "mayor"),
        ("He wrote to the minister, Hannah Brunn, in May.", "minister"),
        ("Allies of the president, Hannah Brunn, were late.", "president"),
        ("The office of the mayor, Hannah Brunn, was shut.", "mayor"),
        ("The resignation of the mayor, Hannah Brunn, came late.", "mayor"),
        ("The brother of the president, Hannah Brunn, was late.", "president"),
        ("The clerk of the court and the mayor, Hannah Brunn, were late.", "mayor"),
    ],
)
def test_who_is_served_or_told_has_the_nearer_role(text: str, role: str) -> None:
    assert roles(text, "Hannah Brunn") == [role]


@pytest.mark.parametrize(
    "text",
    [
        "A lawyer for the minister, Hannah Brunn, was late.",
        "A spokeswoman for the mayor, Hannah Brunn, was late.",
        "A senior adviser to the chancellor, Hannah Brunn, was late.",
        "A lawyer representing the minister, Hannah Brunn, was late.",
        "A solicitor acting for the owner, Hannah Brunn, was late.",
        "A lawyer who represents the minister, Hannah Brunn, was late.",
        "One of the mayor's deputies, Hannah Brunn, was late.",
        "One of the lawyers for the minister, Hannah Brunn, was late.",
        "The row set the owner of the mill against the mayor, Hannah Brunn.",
        "In a letter to the minister, Hannah Brunn was firm.",
        "After a meeting with the mayor, Hannah Brunn was firm.",
        "A man of few words, Hannah Brunn was firm.",
        "The clinic shut. Its head, Dr Hannah Brunn, was late.",
        "The clinic shut. Its new head, Hannah Brunn, was late.",
        "The clinic shut. Hannah Brunn, its head, was late.",
        "The clinic shut. Their deputy leader Hannah Brunn was late.",
    ],
)
def test_where_nothing_tells_whose_a_role_is_it_is_nobodys(text: str) -> None:
    assert roles(text, "Hannah Brunn") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The clinic shut. Its chairman, Hannah Brunn, was late.", "chairman"),
        ("The clinic shut. Its policy chief, Hannah Brunn, was late.", "policy chief"),
        ("The clinic shut. Its head of music, Hannah Brunn, was late.", "head of music"),
        ("The clinic's head, Hannah Brunn, was late.", "clinic's head"),
        ("Her lawyer, Hannah Brunn, was late.", "lawyer"),
    ],
)
def test_a_role_that_tells_something_stays_without_whose_it_is(text: str, role: str) -> None:
    assert roles(text, "Hannah Brunn") == [role]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("head of education", "head of education"),
        ("the council's head of education", "council's head of education"),
        ("the union’s head of policy", "union’s head of policy"),
        ("acting head of planning", "acting head of planning"),
        ("director of public health", "director of public health"),
        ("the council's director of children's services", "council's director of children's services"),
        ("minister for women and equalities", "minister for women and equalities"),
        ("secretary of state", "secretary of state"),
        ("secretary of state for transport", "secretary of state for transport"),
        ("leader of the council", "leader of the council"),
        ("the chief of police", "chief of police"),
        ("professor of modern history", "professor of modern history"),
        ("head of news and current affairs", "head of news and current affairs"),
    ],
)
def test_a_role_with_its_field_stands_before_a_name(before: str, role: str) -> None:
    for text in (f"“We go,” said {before} Hannah Brunn.", f"“We go,” {before} Hannah Brunn told the Post."):
        assert [(one.name, one.roles) for one in facts(text)[1]] == [("Hannah Brunn", (role,))]


@pytest.mark.parametrize(
    "text",
    [
        "The head of news at Leith Radio said they had “gone”.",
        "“We go,” said the director of the film Blue Harbour.",
        "The captain of the ship Northern Star said they had “gone”.",
        "The manager of the hotel Grand Plaza said they had “gone”.",
        "The head of security for Hannah Brunn said they had “gone”.",
        "The leader of the group Hannah Brunn founded said they had “gone”.",
        "The editor of the Leith Post said they had “gone”.",
        "The spokesman for the mayor Hannah Brunn beat said they had “gone”.",
    ],
)
def test_what_follows_a_role_is_not_always_who_holds_it(text: str) -> None:
    (speaker,) = speakers(text)
    assert speaker is None or not {"Brunn", "Harbour", "Star", "Plaza", "Radio"} & set(speaker.split())


def test_who_tells_somebody_explained_something_speaks() -> None:
    text = "The captain of the ferry told the mayor, Hannah Brunn, that it was “late”."
    assert speakers(text) == ["The captain of the ferry"]
    text = "“It is late,” said the wife of the president, Karel Brunn."
    assert speakers(text) == ["the wife of the president"]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("A spokesman for the mayor, Ilmo Brunn, said it was “late”.", False),
        ("“It is late,” said a lawyer for the minister, Hannah Brunn.", False),
        ("The lawyer for the minister, Hannah Brunn, said it was “late”.", True),
        # She may be the mayor, whatever the gender of who speaks for her.
        ("A spokeswoman for the mayor, Hannah Brunn, said it was “late”.", False),
        ("A spokesman for the mayor, Karel Brunn, said it was “late”.", False),
        ("A spokesman for the actress, Karel Brunn, said it was “late”.", True),
        ("The spokeswoman for the mayor, Hannah Brunn, said it was “late”.", True),
        ("The mayor's spokeswoman, Hannah Brunn, said it was “late”.", True),
        ("A spokeswoman for the port, Hannah Brunn, said it was “late”.", True),
        ("A lawyer, Hannah Brunn, said it was “late”.", True),
    ],
)
def test_a_name_that_may_be_that_of_whom_somebody_serves_is_doubtful(text: str, *, sure: bool) -> None:
    (quote,), _ = facts(text)
    assert (quote.confidence >= DOUBT) == sure


@pytest.mark.parametrize(
    "text",
    [
        "A spokeswoman for the mayor, Hannah Brunn, said the bridge was closed.",
        "A spokeswoman for the port, Hannah Brunn, came to the gate.",
        "An aide to the mayor, Hannah Brunn, came to the gate.",
        "A lawyer, Hannah Brunn, spoke for the family.",
    ],
)
def test_somebody_new_whom_a_name_explains_is_one_person(text: str) -> None:
    ((*_, quote), _) = facts(f"{text} “I will not put a date on it,” she told reporters.")
    assert quote.speaker == "Hannah Brunn"
    assert quote.confidence >= DOUBT


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Father Kaspar Blom said it was late. “It is so,” said the priest.", "Kaspar Blom"),
        ("Fr Kaspar Blom said it was late. “It is so,” said the priest.", "Kaspar Blom"),
        # a parent is no priest
        ("His father, Kaspar Blom, said it was late. “It is so,” said the priest.", "the priest"),
        ("Norvik's CEO, Ann Bay, spoke. “We are late,” the chief executive added.", "Ann Bay"),
        ("Ann Bay, chief executive of Norvik, spoke. “We are late,” the CEO added.", "Ann Bay"),
        ("Ann Bay, a former CEO of Norvik, spoke. “We are late,” the chief executive added.", "the chief executive"),
        ("Leith manager Ann Bay spoke. “We are late,” the Leith boss said.", "Ann Bay"),
        ("Leith head coach Ann Bay spoke. “We are late,” the Leith boss said.", "Ann Bay"),
        ("Leith manager Ann Bay spoke. “We are late,” the Leith head coach said.", "Ann Bay"),
        ("Norvik's chief executive Ann Bay spoke. “We are late,” the Norvik boss said.", "Ann Bay"),
        ("England manager Ann Bay spoke. “We are late,” the England boss said.", "Ann Bay"),
        # another office, another club, or two who may be meant
        ("Leith fitness coach Ann Bay spoke. “We are late,” the Leith boss said.", "the Leith boss"),
        ("Leith coach Ann Bay spoke. “We are late,” the Leith boss said.", "the Leith boss"),
        ("Leith assistant manager Ann Bay spoke. “We are late,” the Leith boss said.", "the Leith boss"),
        ("Former Leith manager Ann Bay spoke. “We are late,” the Leith boss said.", "the Leith boss"),
        ("Oban manager Ann Bay spoke. “We are late,” the Leith boss said.", "the Leith boss"),
        ("England manager Ann Bay spoke. “We are late,” the Wales boss said.", "the Wales boss"),
        ("Leith manager Ann Bay spoke. “We are late,” the boss said.", "the boss"),
        (
            "Ann Bay, the Leith manager, met Bo Ek, the Leith chief executive. “We are late,” the Leith boss said.",
            "the Leith boss",
        ),
    ],
)
def test_another_word_for_what_somebody_is(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker
