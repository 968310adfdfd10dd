"""Names, bodies and clauses of speakers that are longer than their first or last word."""

import pytest
from test_nearest_name import speakers


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
        # Who gives a name of one word, or none.
        ("Kev Dunning left. The steward, who gave his name only as Baz, shrugged. “He can say that,” he said.", ["Baz?"]),
        ("Carys Mohr was ill. The nurse, who can be identified only as Nurse J, agreed. “I said it,” she said.", ["the nurse?"]),
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
