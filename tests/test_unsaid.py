"""Words that nobody said, or that somebody only might say, are not given to anybody."""

import pytest
from test_speakers import facts, speakers


@pytest.mark.parametrize(
    "text",
    [
        "Nobody at the Harbour Board was calling it “a wreck of a plan”.",
        "None of the wardens called it “a wreck of a plan”.",
        "No warden has called it “a wreck of a plan”.",
        "Not even Tilda Moor would say the pier was “a safe place to stand”.",
        "Had Tilda Moor said “we will shut the pier”, the boats would have left.",
        "Tilda Moor should have said “we are sorry for the noise”, but she did not.",
        "Tilda Moor might have told them: “We will shut the pier.”",
        "Tilda Moor could have called it “a wreck of a plan” and did not.",
        "It is not true that Tilda Moor said “we will shut the pier”.",
        "There is no record that Tilda Moor said “we will shut the pier”.",
        "It was unclear whether Tilda Moor had said “we will shut the pier”.",
        "Piet Aas denied that Tilda Moor had said “we will shut the pier”.",
        "If Tilda Moor says “we will shut the pier”, the boats will leave.",
        "Unless the warden says “we will keep it open”, the boats will leave.",
        "Tilda Moor stopped short of calling it “a wreck of a plan”.",
        "Tilda Moor denied saying: “We will shut the pier.”",
        "Tilda Moor promised not to say “we told you so”.",
        "Would Tilda Moor say “we will shut the pier”?",
        "Rumours that Tilda Moor had said “we will shut the pier” spread at noon.",
        "A doctored video shows Tilda Moor saying “we will shut the pier”.",
        "Nobody could remember Tilda Moor saying “we will shut the pier”.",
        "Tilda Moor left without saying “goodbye to all of you”.",
    ],
)
def test_what_was_not_said_is_nobodys(text: str) -> None:
    assert set(speakers((None, text))) <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "No one but Tilda Moor called it “a wreck of a plan”.",
        "Nobody in the hall moved when Tilda Moor said “we will shut the pier”.",
        "Even if Tilda Moor calls it “a wreck of a plan”, the boats stay.",
        "Without naming him, Tilda Moor called it “a wreck of a plan”.",
        "Tilda Moor, who had never seen the pier, called it “a wreck of a plan”.",
        "Had the boats left, nobody would know; Tilda Moor said “we will shut the pier”.",
        "Tilda Moor promised not to leave “a single plank behind”.",
        "A video shows Tilda Moor saying “we will shut the pier”.",
        "Why did Tilda Moor say “we will shut the pier”?",
        "Everybody could remember Tilda Moor saying “we will shut the pier”.",
        "Tilda Moor not only called it “a wreck of a plan” but left.",
        "Tilda Moor could not resist calling it “a wreck of a plan”.",
        "They should have left by noon, and Tilda Moor said “we will shut the pier”.",
        "It is not true, Tilda Moor said, that “we shut the pier for money”.",
    ],
)
def test_a_denial_of_something_else_leaves_the_speaker(text: str) -> None:
    assert [quote.speaker for quote in facts((None, text))[0]] == ["Tilda Moor"]


def test_one_calls_it_something_if_another_called_it_something_else() -> None:
    text = "If Tilda Moor called it “a wreck of a plan”, Piet Aas called it “a gift to the town”."
    assert speakers((None, text)) == ["Tilda Moor", "Piet Aas"]
