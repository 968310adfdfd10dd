"""Who speaks after another's words about somebody, which the sentence before quotes.

Each line is a text, and after it whose its quotations are; a name with "?" carries the mark of doubt.
"""

import pytest
from test_nearest_name import speakers


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Told that Brandt had called her “a snob”, Mara Quill shrugged. “He has a castle.”", ["Brandt", "Mara Quill"]),
        ("Mara Quill won. Told that Brandt had called her “a snob”, she shrugged. “He has a castle.”", ["Brandt", "Mara Quill?"]),
        ("Reminded that Brandt had called her “a snob”, the cook shrugged. “He has a castle.”", ["Brandt", "the cook?"]),
        ("Shown a letter in which Brandt called her “a snob”, Mara Quill shrugged. “He has a castle.”", ["Brandt", "Mara Quill"]),
        # Whoever speaks goes on.
        ("Brandt called her “a snob”, and Mara Quill shrugged. “She has a castle,” he said.", ["Brandt", "Brandt"]),
        ("Brandt called the plan “mad”. “It costs too much.”", ["Brandt", "Brandt"]),
        ("Otto Brandt said it was “mad”. He smiled. “I would know.”", ["Otto Brandt", "Otto Brandt"]),
    ],
)  # fmt: skip
def test_who_is_told_what_another_said_answers_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“It was the stove,” says Mara Quill. Otto Quill nods. “It always smoked.”", ["Mara Quill", "Otto Quill?"]),
        ("“It was the stove,” says Mara Quill. Otto Brandt nods. “It always smoked.”", ["Mara Quill", "Otto Brandt?"]),
        ("“It was the stove,” says Mara Quill. Quill nods. “It always smoked.”", ["Mara Quill", "Mara Quill"]),
        ("“It was the stove,” says M. Quill. Mara Quill nods. “It always smoked.”", ["Mara Quill", "Mara Quill"]),
        ("“He is finished,” said Mara Quill, the party leader; her deputy, Otto Brandt, “would not go that far”.", ["Mara Quill", "Otto Brandt?"]),
        ("“He is finished,” said Mara Quill, the party leader; her deputy had “nothing to say”.", ["Mara Quill", "her deputy?"]),
        ("“He is finished,” said Mara Quill; the plan is “no more”.", ["Mara Quill", "Mara Quill"]),
    ],
)  # fmt: skip
def test_another_of_the_same_surname_or_in_a_clause_of_her_own_speaks_for_herself(
    text: str, said_by: list[str]
) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“Thirty,” Mara Quill corrected him.", ["Mara Quill"]),
        ("Mara Quill came in. “It did,” she nods.", ["Mara Quill"]),
        ("Mara Quill nodded at the “no entry” sign, said Otto Brandt.", ["Otto Brandt"]),
        ("Otto Brandt said Mara Quill corrected the “wrong” sign.", ["Otto Brandt"]),
    ],
)  # fmt: skip
def test_who_corrects_or_nods_beside_words_says_them(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by
