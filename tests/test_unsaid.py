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
        "Tilda Moor may have called it “a wreck of a plan”.",
        "Tilda Moor might well say: “We will shut the pier.”",
        "Tilda Moor could say “we told you so” now.",
        "Tilda Moor could have been forgiven for saying “we told you so”.",
        "Tilda Moor would be right to call it “a wreck of a plan”.",
        "Tilda Moor was about to say “we will shut the pier” when the lamp fell.",
        "Tilda Moor was tempted to call it “a wreck of a plan”.",
        "Tilda Moor refused to call it “a wreck of a plan”.",
        "Imagine Tilda Moor saying “we will shut the pier”.",
        "Picture Tilda Moor telling the wardens: “We will shut the pier.”",
        "Suppose that Tilda Moor said “we will shut the pier”.",
        "It is hard to imagine Tilda Moor saying “we will shut the pier”.",
        "Tilda Moor, described as “a safe pair of hands”, has resigned.",
        "Tilda Moor, once hailed as “a safe pair of hands”, said she would go.",
        "Tilda Moor was described as “a safe pair of hands”.",
        "Tilda Moor, who was called “a fig leaf in shoes”, has resigned.",
        "Tilda Moor said she had been called “a fig leaf in shoes”.",
        "In the novel the captain says: “Keep the boat.”",
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
        "Tilda Moor could only say: “We will shut the pier.”",
        "Tilda Moor was forgiven for saying “we will shut the pier”.",
        "Tilda Moor has never denied saying “we will shut the pier”.",
        "There is no doubt that Tilda Moor said “we will shut the pier”.",
        "Nobody doubts that Tilda Moor said “we will shut the pier”.",
        "Tilda Moor did not hesitate to call it “a wreck of a plan”.",
        "Tilda Moor never called it anything but “a wreck of a plan”.",
        "Asked whether Tilda Moor, who called it “a wreck of a plan”, would go, Piet Aas said no.",
        "Tilda Moor could see “flames coming up the stairs”.",
        "Tilda Moor said she could not believe “the noise of it”.",
        "Tilda Moor does not think the pier is “worth the paint”.",
        "Tilda Moor, the warden, described the pier as “a wreck of a plan”.",
        "Tilda Moor said the noise could only be described as “a safe pair of boots”.",
        "Tilda Moor said the pier should be called “a wreck of a plan”.",
        "Piet Aas said he had been called “a wreck of a man” by Tilda Moor.",
        "In the play, Tilda Moor says: “Keep the boat.”",
        "Unlike Tilda Moor, who called it “a wreck of a plan”, Piet Aas said no.",
        "Watch Tilda Moor tell the wardens: “We will shut the pier.”",
        "Meet Tilda Moor, who says the pier is “a wreck of a plan”.",
        "Tilda Moor had imagined a bridge. She called the pier “a wreck of a plan”.",
        "Tilda Moor rarely failed to call it “a wreck of a plan”.",
        "Tilda Moor not surprisingly called it “a wreck of a plan”.",
        "Tilda Moor could offer only “a few kind words”.",
        "After ten years Tilda Moor could finally say: “The pier is ours.”",
        "Tilda Moor may be wrong to call it “a wreck of a plan”, but few will tell her.",
        "Imagine you are on the pier at night, Tilda Moor said, “and the lamp goes out”.",
        "Tilda Moor denied she wrote the note, calling it “a cheap forgery”.",
        "Tilda Moor denied he had asked for money and said “nobody paid us”.",
        "Tilda Moor said the mayor was understood to be “deeply unhappy”.",
        "The boats are thought to be “beyond repair”, Tilda Moor said.",
    ],
)
def test_a_denial_of_something_else_leaves_the_speaker(text: str) -> None:
    assert [quote.speaker for quote in facts((None, text))[0]] == ["Tilda Moor"]


def test_one_calls_it_something_if_another_called_it_something_else() -> None:
    text = "If Tilda Moor called it “a wreck of a plan”, Piet Aas called it “a gift to the town”."
    assert speakers((None, text)) == ["Tilda Moor", "Piet Aas"]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # What is put to somebody in court, or asked of nobody.
        ("The barrister put it to her that she had told a porter “I will sink that barge”.", []),
        ("It was put to Mr Aas that he had said “the keys are mine”.", []),
        ("Tilda Moor put it to them plainly: “I will sink that barge.”", ["Tilda Moor"]),
        ("Would she not have said “I was in the boathouse”?", []),
        ("Piet Aas has asked not to be called “a saviour”.", []),
        ("I imagine him on the pier, muttering “I told them so”.", []),
        ("Her office denies that anyone told the wardens to “look away”.", []),
        ("Tilda Moor denied that the plan was “a gift to the rich”.", ["Tilda Moor"]),
        # What anybody says, again and again.
        ("When a ferry firm says “operational reasons”, it means the crew went home.", []),
        ("When it says “owing to the late arrival of the boat”, it blames itself.", []),
        ("People who say “it was better before” have forgotten the winters.", []),
        ("When Tilda Moor says “trust me”, voters laugh.", ["Tilda Moor"]),
        ("When a reporter asked, Tilda Moor said “trust me”.", ["Tilda Moor"]),
        ("People who live by the pier say “it was better before”.", ["People"]),
        ("Asked about her part in the play, the actor said: “I was afraid of the sea.”", ["the actor"]),
        ("In the play, the king says: “I was afraid of the sea.”", []),
        # What one wishes that another says.
        ("Tilda Moor calls for Piet Aas to say “sorry”.", []),
        ("Tilda Moor urged Piet Aas to say “we were wrong”.", []),
        ("Tilda Moor told Piet Aas to say “we were wrong”.", []),
        ("Tilda Moor wants Piet Aas to tell the wardens “we were wrong”.", []),
        ("Tilda Moor called on Piet Aas to “say sorry”.", ["Tilda Moor"]),
        ("Tilda Moor asked Piet Aas to explain “what went wrong”.", ["Tilda Moor"]),
        ("Tilda Moor asked Piet Aas to sit and said “sorry”.", ["Tilda Moor"]),
        ("Tilda Moor told reporters she wanted to say “thank you all”.", ["Tilda Moor"]),
        ("Tilda Moor will say: “We were wrong.”", ["Tilda Moor"]),
        # Words that go round.
        ("The old Frisian saying has it that “who digs first drinks last”.", []),
        ("Tilda Moor repeated an old saying: “Who digs first drinks last.”", ["Tilda Moor?"]),
        ("Tilda Moor is understood to be “losing patience”, though her office denies it.", []),
        ("Tilda Moor is understood to have told Piet Aas “we are done”.", ["Tilda Moor?"]),
    ],
)
def test_what_is_alleged_supposed_or_said_by_anybody_is_nobodys(text: str, said_by: list[str]) -> None:
    quotes = facts((None, text))[0]
    found = [f"{quote.speaker}{'?' if quote.confidence < 0.8 else ''}" for quote in quotes if quote.speaker]
    assert found == said_by
