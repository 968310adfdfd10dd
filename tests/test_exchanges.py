"""Who goes on where two speak with each other: each line a text, and after it whose its quotations are, in order.

A name with "?" is one that carries the mark of doubt; "-" is nobody's.
"""

import pytest
from test_nearest_name import speakers

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Post
from newsdesk.story.quotes import DOUBT


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Rita Holt said: “Yes.” “Why?” asked Nina Dahl. “Because,” she said.", ["Rita Holt", "Nina Dahl", "Rita Holt?"]),
        ("Rita Holt said: “Yes.”\n\n“Why?” asked Nina Dahl.\n\n“Because,” she replied.", ["Rita Holt", "Nina Dahl", "Rita Holt"]),
        ("A warden told Rita Holt: “Please step back.” “I will not,” she said.", ["a warden", "Rita Holt?"]),
        ("Nina Dahl told Rita Holt she was “mad”. “You're the mad one,” she told her.", ["Nina Dahl", "Rita Holt?"]),
        ("Nina Dahl pressed Rita Holt on the pier. “It stands,” she said.", ["Rita Holt?"]),
        ("Nina Dahl of Quay Radio grills Rita Holt about the pier. “It stands,” she says.", ["Rita Holt?"]),
        ("Nina Dahl questioned Rita Holt about the pier. “It stands,” she replied.", ["Rita Holt"]),
        ("Nina Dahl pressed Rita Holt to resign. “It is late,” she said.", ["Nina Dahl"]),
        ("Nina Dahl challenged Rita Holt to debate. “Name the day,” she said.", ["Nina Dahl"]),
        ("Tom Reed sat down with Quay Radio. “It stands,” he said.", ["Tom Reed"]),
        ("Nina Dahl interviewed Rita Holt on the pier. “It stands,” she said.", ["Rita Holt?"]),
        ("Nina Dahl spoke to Rita Holt on the pier. “It stands,” she said.", ["Nina Dahl?"]),
        ("Nina Dahl challenged Rita Holt over the pier, but she insisted: “It stands.”", ["Rita Holt?"]),
        ("In an interview with Rita Holt, Nina Dahl asked about the pier. “It stands,” she replied.", ["Rita Holt"]),
        ("Tom Reed put the question to Piet Aas. “It stands,” he replied.", ["Piet Aas"]),
        ("Tom Reed wanted to know from Piet Aas whether the pier was safe. “It stands,” he replied.", ["Piet Aas"]),
        ("Tom Reed thanked Piet Aas. “It was nothing,” he replied.", ["Piet Aas"]),
        # Whoever is no "she" does not answer so, and who only does something goes on.
        ("Nina Dahl pressed Tom Reed on the pier. “It stands,” she said.", ["Nina Dahl"]),
        ("Nina Dahl spoke to Tom Reed on the pier. “It was a good talk,” she said.", ["Nina Dahl"]),
        ("Tom Reed thanked Piet Aas. “It was a good year,” he said.", ["Tom Reed"]),
        ("In an interview with Nina Dahl, Rita Holt was asked about the pier. “It stands,” she said.", ["Rita Holt"]),
        ("Nina Dahl told Rita Holt that the pier was shut. “It is late,” she said.", ["Nina Dahl"]),
    ],
)  # fmt: skip
def test_who_answers(text: str, said_by: list[str]) -> None:
    assert [name[:1].lower() + name[1:] if name.startswith("A ") else name for name in speakers(text)] == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (
            "“It's open,” said Rita Holt.\n\n“It's shut,” said Nina Dahl.\n\n“It's open.”\n\n“It's shut.”",
            ["Rita Holt", "Nina Dahl", "Nina Dahl?", "Nina Dahl?"],
        ),
        (
            "“It's open,” said Rita Holt.\n\n“It's shut,” said Nina Dahl.\n\n“The council closed it in May and nobody told us why.”",
            ["Rita Holt", "Nina Dahl", "Nina Dahl"],
        ),
        (
            "“It's open,” said Rita Holt.\n\n“It's shut,” said Nina Dahl.\n\n“It's late.”",
            ["Rita Holt", "Nina Dahl", "Nina Dahl"],
        ),
        ("“It's shut,” said Nina Dahl.\n\n“It's late.”\n\n“It's over.”", ["Nina Dahl"] * 3),
    ],
)
def test_short_turns_of_two_are_either_s(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Sgt Rita Holt said the driver had fled. “He ran into the woods,” she said.", ["Rita Holt"]),
        ("Sgt Rita Holt said a woman had fled. “She ran into the woods,” she said.", ["Rita Holt"]),
        ("Zehra, 41, a mother of four, said: “We walked.” “My feet bled,” she said.", ["Zehra", "Zehra"]),
        # Where whoever is told of is the only "she", acts on who tells it, or is told of again.
        ("Tom Reed said a woman had fled. “He ran after me,” she said.", ["a woman"]),
        ("Rita Holt said the driver had called her. “I am sorry,” she told her.", ["Rita Holt?"]),
        ("Rita Holt said a woman had called. The woman was afraid. “He is here,” she said.", ["the woman?"]),
        ("Rita Holt asked a woman to wait. “I will not,” she said.", ["a woman?"]),
        # A name, a word of saying and a colon after a question begin another quotation.
        ("Rita Holt asked the mayor: “Will he go?” Tom Reed told her: “No.”", ["Rita Holt", "Tom Reed?"]),
        ("Rita Holt said: “Will he go?” Tom Reed told the council: “No.”", ["Rita Holt", "Tom Reed?"]),
        ("“Will he go?” Rita Holt asked him: “Tell us now.”", ["Rita Holt", "Rita Holt"]),
    ],
)  # fmt: skip
def test_who_tells_of_another_goes_on(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Another than whoever was told of before may be meant.
        ("Mayor Tom Reed says he'll stay.\n\nAt noon an officer knocks. “Any left?” he asks.", ["Tom Reed?"]),
        ("“I'd want more,” Rita Holt said.\n\nTold of Holt's criticism, Nina Dahl nodded. “She's right,” she said.", ["Rita Holt", "Nina Dahl?"]),
        ("Tom Reed is “calm”, his lawyer says. “He's fine,” he says.", ["his lawyer", "Tom Reed?"]),
        ("Tom Reed, said his lawyer, was “calm”. “He's fine,” he said.", ["his lawyer", "Tom Reed?"]),
        ("Told that Rita Holt had said this, Tom Reed shrugged: “I have boots, too.”", ["Tom Reed?"]),
        ("Asked what Rita Holt had said, Tom Reed shrugged: “I have boots, too.”", ["Tom Reed?"]),
        # Nobody else is.
        ("Mayor Tom Reed says he'll stay. He met an officer at noon. “Any left?” he asks.", ["Tom Reed"]),
        ("Told that the pier was shut, Tom Reed said: “I have boots, too.”", ["Tom Reed"]),
        ("“I'd want more,” Rita Holt said. Holt's criticism is old. “It stands,” she said.", ["Rita Holt", "Rita Holt"]),
        ("Tom Reed is “calm”, his lawyer says.\n\nTom Reed came at noon. “It's fine,” he said.", ["his lawyer", "Tom Reed"]),
    ],
)  # fmt: skip
def test_whom_he_means_where_another_acts(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("**And what did you say?**\n\nI said, “So did I.”", False),
        (
            "Did you stay?\n\nI did.\n\nIt was late.\n\nWhat did you hear?\n\nA bell. It was dark.\n\nI said, “So did I.”",
            False,
        ),
        # What the writer asks stands before each answer, in the same paragraph too.
        ("How did it feel?\n\nCold.\n\nDid you cry?\n\nIt rained.\n\nI told my mother, “So did I.”", False),
        ("Did you stay? I did. I told my aunt, “So did I.”\n\nDid you cry? I did.", False),
        ("Have you seen a pier? I have. I said, “So did I.”", True),
        ("Did you stay? They did. I told my aunt, “So did I.”\n\nWho fell? It was late.", False),
        ("Tell me about the fog.\n\nIt lay.\n\nI told my aunt, “So did I.”\n\nWho fell?\n\nNobody.", False),
        ("Rita Holt, as told to Petra Lund\n\nI told my aunt, “So did I.”", False),
        ("Rita Holt was told to leave.\n\nI told my aunt, “So did I.”", True),
        # What anybody may ask.
        ("What is a pier?\n\nA road.\n\nWho built it?\n\nA diver. I said, “So did I.”", False),
        ("What is a pier?\n\nI said, “So did I.”", True),
        ("The pier is shut. I said, “So did I.”", True),
    ],
)
def test_i_is_not_the_writer_where_the_writer_asks(text: str, sure: bool) -> None:
    post = Post(n=1, id=1, headline="The fog", text=text, byline_name="Petra Lund")
    (quote,), _, _ = resolve([post], [post_candidates(post)])
    assert (quote.speaker == "Petra Lund" and quote.confidence >= DOUBT) is sure


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (
            "Rita Holt, 34, nurse\n\nI told my boss: “I am done.”\n\nTom Reed (51)\n\nIt rained.\n\nI told my wife: “We go.”",
            ["Rita Holt", "Tom Reed"],
        ),
        # One such line may be anything, and so may a line that says more.
        ("Rita Holt, nurse\n\nI told my boss: “I am done.”", ["Petra Lund"]),
        ("Rita Holt, 34, left.\n\nTom Reed, 51, left.\n\nI told my boss: “I am done.”", ["Petra Lund"]),
        ("Rita Holt, nurse\n\nTom Reed, baker\n\nSelby Bay\n\nThe fog lay. She told me: “I am done.”", ["-"]),
    ],
)
def test_i_is_whoever_tells_below_a_line_with_the_name(text: str, said_by: list[str]) -> None:
    post = Post(n=1, id=1, headline="The fog", text=text, byline_name="Petra Lund")
    quotes, _, _ = resolve([post], [post_candidates(post)])
    told = [quote.speaker if quote.speaker in {"Rita Holt", "Tom Reed", "Petra Lund"} else "-" for quote in quotes]
    assert told == said_by


@pytest.mark.parametrize(
    ("headline", "sure"),
    [
        ("Rita Holt: the fog took my house", False),
        ("‘I lost my house’: Rita Holt on the fog", False),
        ("Petra Lund: the fog took my house", True),
        ("The fog: a short history", True),
        ("Rita Holt and the fog", True),
    ],
)
def test_i_may_be_whom_a_headline_lets_speak(headline: str, sure: bool) -> None:
    post = Post(n=1, id=1, headline=headline, text="I told my aunt, “So did I.”", byline_name="Petra Lund")
    quotes, _, _ = resolve([post], [post_candidates(post)])
    told = [quote for quote in quotes if quote.text == "So did I."]
    assert [quote.speaker == "Petra Lund" and quote.confidence >= DOUBT for quote in told] == [sure]


def test_a_heading_between_paragraphs_is_nobody_s_turn() -> None:
    text = "“We saved it,” Rita Holt said.\n\n- 'Not a museum' -\n\nTom Reed said the pier was “a road”."
    assert speakers(text) == ["Rita Holt", "Tom Reed"]
    assert speakers("- “We saved it,” Rita Holt said.\n\n- “It is late,” said Tom Reed.") == ["Rita Holt", "Tom Reed"]
