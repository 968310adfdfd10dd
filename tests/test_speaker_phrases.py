"""Whole phrases that name a speaker, where a part of one, or what stands beside it, looks like another."""

import pytest
from test_nearest_name import speakers


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Outside court her uncle, Tadeusz Holm, said: “She is a good girl.”", ["Tadeusz Holm"]),
        ("Outside the town hall, the caretaker, Nuala Brand, said: “I have the only key.”", ["Nuala Brand"]),
        ("Inside parliament, the union's treasurer, Osman Dell, said: “The money is gone.”", ["Osman Dell"]),
        ("Opposite the hospital a baker, Rosa Holm, said: “I heard the crash.”", ["Rosa Holm"]),
        # The house itself speaks where nothing stands before it.
        ("The court, sitting in Leith, said: “The appeal is dismissed.”", ["court"]),
        ("Parliament, the speaker said, was “a house of echoes”.", ["the speaker"]),
    ],
)
def test_a_place_that_begins_a_sentence_does_not_speak(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“We plant,” said Ines Tolland of Northern Youth Alive.", ["Ines Tolland"]),
        ("“We plant,” said Ines Tolland of Nurses for Clean Air.", ["Ines Tolland"]),
        ("“We plant,” said Ines Tolland of Mothers Against Dust.", ["Ines Tolland"]),
        ("“We plant,” said Ines Tolland of Leith.", ["Ines Tolland"]),
        # Names with "of" that are nobody's.
        ("“We plant,” said the Fraternal Order of Rangers.", ["Fraternal Order of Rangers"]),
        ("“We plant,” said the Royal Society of Gardeners.", ["Royal Society of Gardeners"]),
        ("“We plant,” the International Brotherhood of Forest Workers said.", ["International Brotherhood of Forest Workers"]),
    ],
)  # fmt: skip
def test_whom_somebody_speaks_for_is_no_part_of_the_name(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("His fellow panellist, Odile Marsh, said: “We were bored.”", ["Odile Marsh"]),
        ("A fellow lodger, Odile Marsh, said: “We were bored.”", ["Odile Marsh"]),
        ("His fellow Swede, Odile Marsh, said: “We were bored.”", ["Odile Marsh"]),
        ("His fellow Swede Odile Marsh said: “We were bored.”", ["Odile Marsh"]),
        ("Her fellow panellist, the novelist Odile Marsh, said: “We were bored.”", ["Odile Marsh"]),
        ("“We were bored,” a fellow lodger said.", ["a fellow lodger"]),
        ("“We were bored,” her fellow lodgers said.", ["her fellow lodgers?"]),
        ("“We were bored,” said Odile Marsh, a research fellow.", ["Odile Marsh"]),
        ("“We were bored,” the research fellow Odile Marsh said.", ["Odile Marsh"]),
        ("“We were bored,” the research fellow told them.", ["the research fellow"]),
    ],
)
def test_a_fellow_is_one_of_what_the_next_word_tells(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Lawyers for Mr Okafor called the ruling “a wound to the county”.", ["Okafor's lawyers"]),
        ("In a note, the parents of Elsie Dunmore said they were “lost without her today”.", ["Dunmore's parents"]),
        ("The allies of Elsie Dunmore said she had been “the best of us by far”.", ["Dunmore's allies"]),
        # Others than those of who is named.
        ("Friends of Elsie Dunmore's brother said he had been “the best of us by far”.", ["Friends of Elsie Dunmore's brother"]),
        ("The parents said they were “lost without her today”.", ["parents"]),
    ],
)  # fmt: skip
def test_those_of_somebody_are_told_by_whose_they_are(text: str, said_by: list[str]) -> None:
    assert [name.rstrip("?") for name in speakers(text)] == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Graffiti reading “Tax the tide” was scrubbed off.", ["-?"]),
        ("Placards reading “Tax the tide” were handed out.", ["-?"]),
    ],
)
def test_what_people_write_on_does_not_speak(text: str, said_by: list[str]) -> None:
    assert [name + "?" if name == "-" else name for name in speakers(text)] == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Good evening from Leith, where Ragnar Teal has landed. He called it “a long wet road”.", ["Ragnar Teal"]),
        ("Good morning from Leith, where Ragnar Teal has landed. He called it “a long wet road”.", ["Ragnar Teal"]),
        ("Good Morning Leith is a programme. Ragnar Teal called it “a long wet road”.", ["Ragnar Teal"]),
    ],
)  # fmt: skip
def test_a_greeting_is_nobody(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“Not in a hundred years,” came the reply from Odile Marsh.", ["Odile Marsh"]),
        ("“Never,” came the curt answer from the harbour master, Odile Marsh.", ["Odile Marsh"]),
        ("“We are asleep,” came back the message from Odile Marsh.", ["Odile Marsh"]),
    ],
)
def test_an_answer_that_comes_from_somebody_is_that_ones(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“I stay until May,” Governor Ada Boll's press officer, Sven Hult, quoted her as saying.", ["Ada Boll"]),
        ("“I stay until May,” Sven Hult quoted Ada Boll as saying.", ["Ada Boll"]),
        ("“I stay until May,” Sven Hult said in her office.", ["Sven Hult"]),
    ],
)
def test_who_is_quoted_by_a_pronoun_speaks(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("A woman close to the firm described the council's reply as “a comedy”.", ["a woman close to the firm"]),
        ("Odile Marsh dismissed the firm's answer as “a comedy of errors”.", ["Odile Marsh"]),
        ("The firm's answer was “a comedy of errors”.", ["firm"]),
    ],
)
def test_an_answer_that_is_described_does_not_speak(text: str, said_by: list[str]) -> None:
    assert [name.rstrip("?")[:1].lower() + name.rstrip("?")[1:] if name.startswith("A ") else name.rstrip("?") for name in speakers(text)] == said_by  # fmt: skip
