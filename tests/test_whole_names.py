"""Names, bodies and clauses of speakers that are longer than their first or last word."""

import pytest
from test_nearest_name import speakers
from test_speakers import facts


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Mother Superior Lucia Galvani said it was “a long wait for lunch”.", ["Lucia Galvani"]),
        ("Canon Thea Moreland said: “It was not.”", ["Thea Moreland"]),
        ("Fr Jean-Luc Arden said: “It is late.”", ["Jean-Luc Arden"]),
        ("Pupil Ife Bamford said: “It was fine.”", ["Ife Bamford"]),
        ("Insp Gwil Chaudry of Fenland police said: “We know.”", ["Gwil Chaudry"]),
        ("Chief Constable Ann Holm of Leith police said: “We know.”", ["Ann Holm"]),
        ("The Bank of Leith staff said: “We know.”", ["Bank of Leith staff"]),
        # A saint's name is whole.
        ("St Brannock's said it was “deeply sorry”.", ["St Brannock's"]),
        ("Laurent St. Cyr said: “Me too.” St. Cyr wept. “Or not,” Cyr said.", ["Laurent St. Cyr", "Laurent St. Cyr"]),
        # A body is called by the name between commas, or by what it is of.
        ("The exam board, NorthMark, said it was “aware of the leak”.", ["NorthMark"]),
        ("The board, Ofwell, and the ministry said it was “aware of the leak”.", ["the board, Ofwell, and the ministry"]),
        ("The board of Halvard Marine rejected the bid. The board said it was “not for sale”.", ["board of Halvard Marine"]),
        ("The board said the yard of Halvard Marine was “not for sale”.", ["board"]),
        # Or by the name of whoever it is, where that is a person.
        ("Her publisher, Ingrid Solberg, who has known her since school, said she “read it all”.", ["Ingrid Solberg"]),
        ("Her publisher, Ingrid Solberg, 44, said she “read it all”.", ["Ingrid Solberg"]),
        ("Her publisher, who met Ingrid Solberg at school, said she “read it all”.", ["Her publisher"]),
        # Who gives a name of one word, or none.
        ("Kev Dunning left. The steward, who gave his name only as Baz, shrugged. “He can say that,” he said.", ["Baz?"]),
        ("Carys Mohr was ill. The nurse, who can be identified only as Nurse J, agreed. “I said it,” she said.", ["the nurse?"]),
        ("A nurse at the hospital, who gave only her first name, Tirza, said: “It is late.”", ["Tirza"]),
        ("A nurse, giving only her first name, Tirza, said: “It is late.” “Very,” she added.", ["Tirza", "Tirza"]),
        ("A nurse at the town's hospital, who gave only her first name, Tirza, was tired. “It is late,” she said.", ["Tirza"]),
        ("A nurse at the town's hospital, who knew Tirza, was tired. “It is late,” she said.", ["a nurse"]),
        ("A nurse, who gave only her word, said: “It is late.”", ["A nurse"]),
        # Whose work it is.
        ("Historian Emil Vance, author of “Rivers and Rulers,” said the bridge is “a thermometer”.", ["Emil Vance?"]),
        ("It was “a sign of life,” said the mayor.", ["the mayor"]),
        # From whom a live page has more.
        ("More now from Jonas Brandt: “I am tired.” And from Vera Lund: “Me too.”", ["Jonas Brandt", "Vera Lund"]),
        ("This from the mayor of Leith, Jonas Brandt: “I am tired.”", ["Jonas Brandt"]),
        ("More from Novi Brod: “I am tired.”", ["Novi Brod?"]),
        ("More from Oban: “I am tired,” said Jonas Brandt.", ["Jonas Brandt"]),
        ("More from Jonas Brandt: “The Harbour” is on at nine.", ["-"]),
        # Who goes on in a clause inside another.
        ("Dorn told police that Vos had telephoned him and shouted: “You are finished.”", ["Vos?"]),
        ("Dorn told police that Vos had telephoned him and added: “He was angry.”", ["Dorn"]),
        ("Ida Dorn remembers a meeting at which Vos stood up and said “the pears go or I go”.", ["Vos?"]),
        ("Yusuf Karim said that a prisoner had admitted: “We had orders to burn it.”", ["a prisoner?"]),
        # Whose words somebody recalls, and whose version it is.
        ("“Mum, I knew the answers,” Bastian Rook recalled the girl saying.", ["the girl?"]),
        ("“I knew the answers,” Bastian Rook recalled.", ["Bastian Rook"]),
        ("“He poisoned the well,” was Vos's version.", ["Vos"]),
    ],
)  # fmt: skip
def test_names_and_clauses_are_taken_whole(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Whose the document is that somebody reads to others.
        ("Rosalind Tuck's solicitor, Ngozi Hallam, read a statement on her behalf. It said: “I thank the court.”", ["Rosalind Tuck"]),
        ("Ngozi Hallam read out a letter from Piet Aas. It said: “I thank the court.”", ["Piet Aas"]),
        ("Ngozi Hallam read out a letter. It said: “I thank the court.”", ["-"]),
        ("Ngozi Hallam issued a statement. It said: “I thank the court.”", ["Ngozi Hallam"]),
        ("Leith Ferries met. A statement was handed out. It said: “We thank the court.”", ["-"]),
        ("Leith Ferries met. It said: “We thank the court.”", ["Leith Ferries"]),
        ("The Doors Authority said in a report that they were old. It urged replacement “without delay”.", ["Doors Authority"]),
        # Or whose a statement is by the words right before the noun.
        ("It was late. “We wait,” a foreign ministry statement said.", ["foreign ministry"]),
        ("The Ministry of Fisheries met. “We wait,” a ministry statement said.", ["Ministry of Fisheries"]),
        ("It was late. “We wait,” a UN statement said.", ["UN"]),
        ("It was late. “We wait,” a bank statement said.", ["-"]),
        ("It was late. “We wait,” a court statement said.", ["-"]),
        ("It was late. “We wait,” a joint statement said.", ["-"]),
        ("It was late. “We wait,” a ministry letter said.", ["-"]),
        # Whom a word for the other gender tells of.
        ("Ida Marsh left. A man dressed as a tree knelt before his girlfriend. She said yes. “What a tree,” she said.", ["his girlfriend?"]),
        (
            "“It was tents,” Insp Gwil Chaudry said.\n\nA man knelt before his girlfriend. She said yes. “What a tree,” she said.",
            ["Gwil Chaudry", "his girlfriend?"],
        ),
        ("Ida Marsh met his wife. “What a tree,” she said.", ["Ida Marsh?"]),
        # Who is asked or told something by another of the same gender.
        ("Rosalind Tuck wept. Lucinda Pell KC suggested to Ms Tuck that he was violent. “Only to wasps,” she replied.", ["Rosalind Tuck"]),
        ("Rosalind Tuck wept. Lucinda Pell KC suggested to Ms Tuck that he was violent. “He was,” she added.", ["Lucinda Pell?"]),
        ("Rosalind Tuck rose. The barrister, Lucinda Pell KC, asked her whether she was biased. “Against liars,” she replied.", ["Rosalind Tuck?"]),
        ("Lucinda Pell rose. Det Sgt Brona Keane was sworn. Asked by Pell why it was dark, she said: “It was night.”", ["Brona Keane"]),
        # Who is addressed by name may be the next to speak.
        ("“That is no answer, Mrs Vance,” said Lucinda Pell. “It is the one I have.”", ["Lucinda Pell", "Lucinda Pell?"]),
        ("“That is no answer, Mrs Vance,” said Lucinda Pell. “You were there.”", ["Lucinda Pell", "Lucinda Pell"]),
        ("“That is no answer,” said Lucinda Pell. “It is the one I have.”", ["Lucinda Pell", "Lucinda Pell"]),
        # Titles, and names in use.
        ("We met the novelist Ingrid Mensa, whose latest, “The Wet Season”, is set here.", []),
        ("A local poet, Iolo Pritchard, has written a ballad, “The Last Biscuit”.", []),
        ("A man, who asked to be identified only as “Ash”, knelt.", []),
        ("Villagers called him “Concrete Ray”.", []),
        ("Tom Holm called him “Concrete Ray”.", ["Tom Holm"]),
        # A place before a name makes no body of it.
        ("Lucinda Pell spoke. Outside the court Rosa Tuck's driver left. Mrs Tuck said no. “It was the cat,” she added.", ["Rosa Tuck"]),
    ],
)  # fmt: skip
def test_whose_words_are_passed_on_asked_for_or_only_named(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


def test_a_first_name_that_another_post_gives_in_full_is_somebody_elses_where_a_new_person_has_it() -> None:
    other = "The barrister Hamish Oduda said it was late. “We were not told,” Hamish Oduda said."
    caller = "Another caller, Hamish, said he had voted for it. “I would vote twice,” he said."
    barrister = "The barrister, Hamish, said he had voted for it. “I would vote twice,” he said."

    assert [quote.speaker for quote in facts((None, caller), (None, other))[0]] == ["Hamish", "Hamish Oduda"]
    assert [quote.speaker for quote in facts((None, barrister), (None, other))[0]] == ["Hamish Oduda", "Hamish Oduda"]
    both = f"{other} {caller}"
    assert {quote.speaker for quote in facts((None, both))[0]} == {"Hamish Oduda"}


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Philippa Strand ran it. In a written statement she accepted that there was a “culture of looking away”.", ["Philippa Strand?"]),
        ("Philippa Strand accepted the “Golden Oar” prize.", []),
        ("There has been no official word on the reports of a “secret map”.", []),
        ("A dispatcher, who asked not to be named, said crews had joked about “the clicking wing”.", ["crews?"]),
        # Words of a trade, and words of opponents.
        ("Geologists call the smooth sort “satin lava” and the rough sort “clinker”.", []),
        ("Geologists call the plan “a gift to the quarry”.", ["Geologists?"]),
        ("Critics call the plan “reckless”.", ["Critics?"]),
        # Who signs with a role before the name.
        ("Carys Mohr was ill.\n\n“It was a bad decade.”\n\n— Counsel to the inquiry, Hamish Oduda KC", ["Hamish Oduda"]),
        ("Carys Mohr was ill.\n\n“It was a bad decade.”\n\n— Hamish Oduda, Leith", ["Hamish Oduda"]),
        # Documents in the plural.
        ("Internal emails seen by the Courier referred to the ward as “the departure lounge”.", ["-"]),
        # What somebody thinks of a phrase.
        ("Vole said that he had thought the phrase “in poor taste, but accurate”.", ["Vole"]),
        ("Vole never used the phrase “in poor taste”.", []),
        # A question that is asked of those who then answer.
        ("The board met. Would they do it again? “Not in an exam year.”", ["-"]),
        ("The board met. They were angry. “Not in an exam year.”", ["board?"]),
        ("Q: You once called the theory “a beautiful corpse”.", ["-"]),
    ],
)  # fmt: skip
def test_words_of_a_trade_a_document_or_a_question_have_no_speaker(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


def test_words_that_are_all_another_quotation_stand_once() -> None:
    quotes = facts((None, "“‘I knew the answers anyway,’” Bastian Rook recalled the girl saying."))[0]
    assert [(quote.speaker, quote.inside) for quote in quotes] == [("the girl", None)]
