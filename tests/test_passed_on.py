"""Another's words that somebody reads out, recalls, quotes or has from that one, and who passes them on.

Each line is a text, and after it whose its quotations are; a name with "?" carries the mark of doubt, "-" is nobody's.
"""

import pytest
from steps import assert_linear
from test_nearest_name import speakers

from newsdesk.find.quotes.in_post import find_candidates, post_candidates
from newsdesk.model import Post


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Mara Quill read out Otto Brandt's letter: “I will not come back.”", ["Otto Brandt"]),
        ("Mara Quill read Otto Brandt's letter aloud: “I will not come back.”", ["Otto Brandt"]),
        ("Mara Quill recalled Otto Brandt's words: “I will not come back.”", ["Otto Brandt"]),
        ("Mara Quill recalled her father's advice: “Never lend a spade.”", ["her father?"]),
        ("Mara Quill repeated Otto Brandt's warning: “I will not come back.”", ["Otto Brandt"]),
        ("Mara Quill read from a letter sent by Otto Brandt: “I write because I cannot rest.”", ["Otto Brandt"]),
        ("Mara Quill read from a letter sent by a junior doctor: “I cannot rest.”", ["a junior doctor?"]),
        ("Mara Quill read out from a note left by Otto Brandt: “The lift is stuck again.”", ["Otto Brandt"]),
        # Her own words, or what she says about another's.
        ("Mara Quill repeated her warning: “I will not come back.”", ["Mara Quill"]),
        ("Mara Quill read from a letter that she sent to Otto Brandt: “I cannot rest.”", ["Mara Quill"]),
        ("Mara Quill read from a letter to Otto Brandt: “I cannot rest.”", ["Mara Quill"]),
        ("Mara Quill read a note left by Otto Brandt and said: “I cannot rest.”", ["Mara Quill"]),
        ("Mara Quill recalled Otto Brandt's last day: “He swept the yard.”", ["Mara Quill"]),
        ("Mara Quill read Otto Brandt's letter and said: “He is late.”", ["Mara Quill?"]),
        ("Mara Quill recalled how they met: “He sold me a goat.”", ["Mara Quill"]),
        ("Mara Quill recalled Otto Brandt's first speech: “He was sick with nerves.”", ["Mara Quill?"]),
    ],
)
def test_what_is_recalled_or_read_out_is_whose_it_was(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Mara Quill opened a letter from her landlord: “The rent goes up in May.”", ["her landlord?"]),
        ("Mara Quill came across a card from Otto Brandt: “Soup is on the stove.”", ["Otto Brandt"]),
        ("Mara Quill found a note by the landlord: “Soup is on the stove.”", ["the landlord?"]),
        ("Mara Quill found a note under the door: “Soup is on the stove.”", ["-"]),
        ("Mara Quill woke to a voicemail from her brother, Otto Brandt: “Mum is ill.”", ["Otto Brandt"]),
        ("Mara Quill still has Otto Brandt's last text: “Call me when you land.”", ["Otto Brandt"]),
        ("Mara Quill has kept the last text that Otto Brandt sent: “Call me when you land.”", ["Otto Brandt"]),
        ("Mara Quill will never forget the words of Otto Brandt: “Call me when you land.”", ["Otto Brandt"]),
        ("Mara Quill played the message. It was from Otto Brandt: “Call me when you land.”", ["Otto Brandt"]),
        ("Mara Quill walked past a banner: “Not for sale.”", ["-"]),
        ("Mara Quill was furious about Otto Brandt's letter: “It is a pile of lies.”", ["Otto Brandt?"]),
        # Who leaves a note, and who says something in one.
        ("Mara Quill left a note for the cook: “Soup is on the stove.”", ["Mara Quill"]),
        ("Mara Quill wrote in a letter from the prison: “I am well.”", ["Mara Quill"]),
        ("Mara Quill found a note from the cook and said: “Soup again.”", ["Mara Quill"]),
        ("Mara Quill was angered by a letter from Otto Brandt: “It is a pile of lies.”", ["Mara Quill"]),
        ("Mara Quill found a message in the figures: “The ice is back.”", ["Mara Quill"]),
    ],
)
def test_the_words_of_a_message_are_those_of_whom_it_is_from(text: str, said_by: list[str]) -> None:
    assert [name if name != "Mara Quill?" else "Mara Quill" for name in speakers(text)] == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The council met on Monday. A sign hung on the gate. “No bathing,” it read.", ["-"]),
        ("The police came at once. She had left a letter under the door. “I am not coming back,” it read.", ["-"]),
        ("The police came. Mara Quill found a note on the fridge. “Gone to ring elsewhere,” it read.", ["-"]),
        ("Selby Council got a petition on Monday. “The pier is unsafe,” it read.", ["-"]),
        ("Mara Quill found a letter. “You owe us,” the letter said.", ["-"]),
        # Whose it is.
        ("A letter from Otto Brandt came. “I will shut the pier,” it read.", ["Otto Brandt"]),
        ("Mara Quill found a letter from Otto Brandt. The letter said: “You owe us.”", ["Otto Brandt"]),
        ("Mara Quill wrote a letter. “You owe us,” it read.", ["Mara Quill"]),
        ("The council issued a statement. “We will shut the pier,” it read.", ["council"]),
        (
            "Selby Council put out a short notice on Monday. “We will shut the pier,” it read in part.",
            ["Selby Council"],
        ),
        ("The council's statement was short. “We will shut the pier,” it read.", ["council"]),
        ("The council met. “We will shut the pier,” it said.", ["council"]),
    ],
)
def test_what_it_read_is_the_words_of_who_wrote_or_issued_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Mara Quill quoted Otto Brandt as saying: “I am sorry.”", "Otto Brandt", "Mara Quill"),
        ("Mara Quill read out Otto Brandt's letter: “I will not come back.”", "Otto Brandt", "Mara Quill"),
        ("Mara Quill read a statement on behalf of Otto Brandt: “I am sorry.”", "Otto Brandt", "Mara Quill"),
        ("“I am sorry,” Mara Quill recalled Otto Brandt saying.", "Otto Brandt", "Mara Quill"),
        ("“I am sorry,” Otto Brandt said in a statement read out by Mara Quill.", "Otto Brandt", "Mara Quill"),
        ("In a statement read by his lawyer, Mara Quill, Otto Brandt said: “I am sorry.”", "Otto Brandt", "Mara Quill"),
        ("Through his lawyer, Mara Quill, Otto Brandt said: “I am sorry.”", "Otto Brandt", "Mara Quill"),
        # Who only hears it, or has no name.
        ("A statement issued by Mara Quill said: “I am sorry.”", "Mara Quill", None),
        ("Otto Brandt read out a letter from Mara Quill, which said: “I am sorry.”", "Mara Quill", None),
        ("Otto Brandt told Mara Quill: “I am sorry.”", "Otto Brandt", None),
        ("“I am sorry,” Otto Brandt said through an interpreter.", "Otto Brandt", None),
        ("She quoted Otto Brandt as saying: “I am sorry.”", "Otto Brandt", None),
        ("Walking through Mara Quill's yard, Otto Brandt said: “I am sorry.”", "Otto Brandt", None),
    ],
)
def test_who_passes_words_on_is_told_beside_whose_they_are(text: str, speaker: str, via: str | None) -> None:
    (quote,) = find_candidates(text, None).quotes
    assert (quote.speaker.core if quote.speaker else None, quote.via) == (speaker, via)


@pytest.mark.parametrize(
    "unit", ["a note from the cook, ", "read out by Mara Quill, ", "recalled Otto Brandt's words, "]
)
def test_many_who_pass_on_take_no_longer_each(unit: str) -> None:
    assert_linear(
        lambda size: post_candidates(Post(n=1, id=1, text="Otto Brandt said: “No,” " + unit * size + ": “Yes.”")),
        small=60,
    )


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Brandt's solicitor, Mara Quill, read a short statement on his behalf: “I am sorry.”", ["Brandt"]),
        ("Otto Brandt's lawyer Mara Quill read out a statement on his behalf outside court: “I am sorry.”", ["Otto Brandt"]),
        ("The family's lawyer, Mara Quill, read a statement on their behalf: “We miss him.”", ["-"]),
        ("Reading from an email sent by Otto Brandt, barrister Mara Quill told the court: “I will be late.”", ["Otto Brandt"]),
        ("Mara Quill quoted Brandt's diary: “I did not sleep.”", ["Brandt"]),
        ("Mara Quill quoted from Otto Brandt's letter: “I did not sleep.”", ["Otto Brandt?"]),
        # The reader's own words.
        ("Brandt's solicitor, Mara Quill, spoke on his behalf: “He is sorry.”", ["Mara Quill"]),
        ("Brandt's solicitor, Mara Quill, read a statement: “My client is sorry.”", ["Mara Quill"]),
        ("After a talk with Otto Brandt, barrister Mara Quill told the court: “I will be late.”", ["Mara Quill"]),
        ("Mara Quill quoted a price: “Nine pounds, and no less.”", ["Mara Quill"]),
    ],
)  # fmt: skip
def test_a_statement_on_ones_behalf_is_not_its_readers(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“Rest for a week,” Otto Brandt said his doctor had told him.", ["his doctor?"]),
        ("“Rest for a week,” Otto Brandt said that Mara Quill had told him.", ["Mara Quill"]),
        # One's own words, told when or why they were said.
        ("“It was a shock,” Otto Brandt said after his doctor had told him.", ["Otto Brandt"]),
        ("“I nearly fell,” Otto Brandt said when doctors told him.", ["Otto Brandt"]),
        ("“I left at once,” Otto Brandt said because Mara Quill had told him.", ["Otto Brandt"]),
        ("“I was stunned,” Otto Brandt said of what the police had told him.", ["Otto Brandt"]),
    ],
)
def test_what_somebody_was_told_is_the_tellers(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by
