"""Whose words stand in marks where one does something to another: each line a text, and after it whose its quotations are.

A name with "?" is one that carries the mark of doubt; "-" is nobody's.
"""

import pytest
from steps import assert_linear
from test_nearest_name import speakers

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.model import Post

BODY = "It rained on Rita Holt and Tom Reed."


@pytest.mark.parametrize(
    ("headline", "said_by"),
    [
        # Who is spoken to or about does not speak.
        ("Opposition accuses Holt of 'photo politics'", ["Rita Holt?"]),
        ("Rita Holt called 'a liar' by Tom Reed", ["Tom Reed"]),
        ("Rita Holt branded 'a liar' by the harbour chair", ["the harbour chair?"]),
        ("Rita Holt urged to 'come clean' by Tom Reed", ["Tom Reed"]),
        ("Rita Holt told to 'come clean' by Tom Reed", ["Tom Reed"]),
        ("Rita Holt rejects 'lying' claim by Tom Reed", ["Tom Reed"]),
        ("Rita Holt rejects Tom Reed's 'lying' claim", ["Tom Reed"]),
        ("Rita Holt denies 'lying' to panel", []),
        ("Rita Holt denies 'secret plan' to sell park", []),
        ("Rita Holt denied claims of 'secret plan'", []),
        ("Council denies 'secret plan' to sell park", []),
        ("'I never met him': Rita Holt denies 'secret plan'", ["Rita Holt"]),
        ("Rita Holt rejects 'cover-up' claim over bridge", ["Rita Holt?"]),
        ("Rita Holt dismisses 'toxic' label", ["Rita Holt?"]),
        ("'She lied to us': Rita Holt faces families", ["Rita Holt?"]),
        ("'She lied to us': families' fury at Rita Holt", ["Rita Holt?"]),
        ("'Send me the letters': Rita Holt given ultimatum", ["Rita Holt?"]),
        ("Rita Holt: 'reckless' or right?", ["Rita Holt?"]),
        # Who acts does.
        ("Rita Holt accuses Tom Reed of 'photo politics'", ["Rita Holt"]),
        ("Rita Holt calls Tom Reed 'a liar'", ["Rita Holt"]),
        ("Rita Holt called Tom Reed 'a liar'", ["Rita Holt"]),
        ("Rita Holt rejects 'any deal at all'", ["Rita Holt"]),
        ("Rita Holt denies 'any deal at all'", ["Rita Holt"]),
        ("Rita Holt denies lying: 'I told the truth'", ["Rita Holt"]),
        ("Rita Holt denies bribe, says 'I told the truth'", ["Rita Holt"]),
        ("Rita Holt dismisses 'absurd' claim over bridge", ["Rita Holt"]),
        ("Rita Holt rejects 'insulting' offer from firm", ["Rita Holt"]),
        ("'We stand firm': Rita Holt hails vote", ["Rita Holt"]),
        ("Rita Holt: 'We stand firm'", ["Rita Holt"]),
        ("Rita Holt: 'Are we right?'", ["Rita Holt"]),
        ("Pier is 'a shame', says Rita Holt", ["Rita Holt"]),
        ("Mend 'broken' pier now says Rita Holt", ["Rita Holt"]),
        ("Pier is a 'shame', warns mayor Rita Holt", ["Rita Holt"]),
    ],
)
def test_a_headline_tells_who_acts_and_to_whom_it_is_done(headline: str, said_by: list[str]) -> None:
    assert speakers(BODY, headline) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Rita Holt, dubbed “the Ice Queen” by the tabloids, left.", []),
        ("Rita Holt, branded “a traitor” by Nina Dahl, left.", ["Nina Dahl"]),
        ("Rita Holt, accused of being “a traitor” by Nina Dahl, left.", ["Nina Dahl?"]),
        ("Tom Reed's “tired” remark has angered Piet Aas, who calls it “cheap”.", ["Tom Reed?", "Piet Aas"]),
        ("Rita Holt rejected Tom Reed's “lying” charge.", ["Tom Reed"]),
        ("Tom Reed welcomed Rita Holt's promise to be “open”.", ["Rita Holt?"]),
        ("Tom Reed reminded Rita Holt of her promise to be “open”.", ["Rita Holt?"]),
        ("Rita Holt demanded an apology from Tom Reed for calling her “a fool”.", ["Tom Reed?"]),
        # Whose they are as well.
        ("Rita Holt, who dubbed “the Ice Queen” what others call a cook, left by train.", ["Rita Holt"]),
        ("Rita Holt apologised to Tom Reed for calling him “a fool”.", ["Rita Holt"]),
        ("Rita Holt welcomed Tom Reed's promise as “a good start”.", ["Rita Holt"]),
        ("Rita Holt rejected Tom Reed's “absurd” charge.", ["Rita Holt?"]),
        ("“It is late,” remark Rita Holt and Tom Reed.", ["Rita Holt and Tom Reed"]),
    ],
)
def test_what_is_done_to_somebody_is_said_by_who_does_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Speakers side by side, without a word of saying.
        ("Tom Reed blamed her for “the fog,” Piet Aas for “the frost.”", ["Tom Reed", "Piet Aas?"]),
        ("Rita Holt called the plan “mad”, Nina Dahl “brave” and Piet Aas “both”.", ["Rita Holt", "Nina Dahl?", "Piet Aas?"]),
        ("“Mad” is how Rita Holt described it; Nina Dahl preferred “brave”.", ["Rita Holt?", "Nina Dahl?"]),
        ("Rita Holt called the plan “mad” and “brave”.", ["Rita Holt", "Rita Holt"]),
        ("Tom Reed blamed her for “the fog” and “the frost”.", ["Tom Reed", "Tom Reed"]),
        ("Rita Holt said it was late; the plan, she added, was “mad”.", ["Rita Holt?"]),
        # What another wrote or said is read out, quoted or told.
        ("Rita Holt read a statement by Tom Reed that ended with the words “patience has a border.”", ["Tom Reed"]),
        ("Rita Holt read out a message from Tom Reed, who prayed for “open hands”.", ["Tom Reed"]),
        ("Piet Aas of Quay Radio reports that Tom Reed, hearing this, said: “Then let him bring one.”", ["Tom Reed"]),
        ("Rita Holt said Tom Reed, who was ill, had told her: “Then let him bring one.”", ["Tom Reed?"]),
        ("Quoting Tom Reed, Rita Holt said the week had been “a staircase”.", ["Rita Holt?"]),
        ("It rained. Quoting Tom Reed, Rita Holt said the week had been “a staircase”.", ["Rita Holt?"]),
        ("Rita Holt, quoting Tom Reed, said: “Then let him bring one.”", ["Rita Holt?"]),
        ("Rita Holt read a statement by Tom Reed and said it was “a start”.", ["Rita Holt?"]),
        ("Rita Holt, quoting a report, said: “Then let him bring one.”", ["Rita Holt"]),
        ("Rita Holt, who was ill, said Tom Reed was “a good nurse”.", ["Rita Holt"]),
    ],
)  # fmt: skip
def test_who_of_two_says_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    "unit",
    ["Rita Holt called the plan “mad”, Nina Dahl “brave”, ", "quoting Tom Reed, “mad”; Nina Dahl preferred “brave”, "],
)
def test_many_side_by_side_take_no_longer_each(unit: str) -> None:
    assert_linear(lambda size: post_candidates(Post(n=1, id=1, text="Tom Reed called it so: " + unit * size)), small=60)
