"""Who speaks where a place, a group, a wider word or a message stands beside the words, each rule with what only looks like it."""

import pytest

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve, resolve_with_named
from newsdesk.model import ActorKind, Post
from newsdesk.story.quotes import DOUBT


def made(text: str) -> Post:
    return Post(n=1, id=1, text=text)


def speakers(text: str) -> list[str]:
    quotes, _, _ = resolve([made(text)], [post_candidates(made(text))])
    return [f"{quote.speaker}{'?' if quote.confidence < DOUBT else ''}" if quote.speaker else "-" for quote in quotes]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“We were full by nine,” King's Cross said.", "King's Cross", ActorKind.INSTITUTION),
        ("“We were full by nine,” Bishop's Stortford said.", "Bishop's Stortford", ActorKind.INSTITUTION),
        ("“We were full by nine,” St John's Wood said.", "St John's Wood", ActorKind.INSTITUTION),
        ("“We were full by nine,” Prince's Trust said.", "Prince's Trust", ActorKind.INSTITUTION),
        ("“We were full by nine,” Norling Airport said.", "Norling Airport", ActorKind.INSTITUTION),
        ("“We were full by nine,” Dunmere Junction said.", "Dunmere Junction", ActorKind.INSTITUTION),
        ("“We were full by nine,” King's Counsel Rita Holt said.", "Rita Holt", ActorKind.PERSON),
        ("“We were full by nine,” Queen's Rita Holt said.", "Rita Holt", ActorKind.PERSON),
        ("“We were full by nine,” said the King's Private Secretary Rita Holt.", "Rita Holt", ActorKind.PERSON),
        ("“We were full by nine,” St Mary's Rita Holt said.", "Rita Holt", ActorKind.PERSON),
        ("“We were full by nine,” Bishop's wife Rita Holt said.", "Rita Holt", ActorKind.PERSON),
    ],
)
def test_a_title_with_an_apostrophe_begins_a_place_s_name(text: str, name: str, kind: ActorKind) -> None:
    _, _, actors = resolve([made(text)], [post_candidates(made(text))])
    assert [(actor.name, actor.kind) for actor in actors] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # The name that explains what a body is, and what only looks like one.
        ("“We will not sell,” the football club, Queen's Vale, said.", ["Queen's Vale"]),
        ("“We will not sell,” said the law firm, Brandt & Voll.", ["Brandt & Voll"]),
        ("“We will not sell,” the council, Labour-run, said.", ["council"]),
        # Two whose names tell who a group is.
        ("“He never came,” mother and daughter, Rita and Jo Holt, said.", ["Rita and Jo Holt?"]),
        ("“He never came,” the twins, Rita and Jo Holt, said.", ["Rita and Jo Holt?"]),
        ("“He never came,” said the brothers, Tom and Ivan Reed.", ["Tom and Ivan Reed"]),
        ("“He never came,” brothers Tom and Ivan Reed said.", ["Tom and Ivan Reed"]),
        ("The couple, Tom and Rita Reed, said: “He never came.”", ["Tom and Rita Reed"]),
        ("Unlike the neighbours, Tom Reed and Rita Holt said: “He came.”", ["Tom Reed and Rita Holt"]),
        ("After meeting the owners, Tom Reed and Rita Holt said: “He came.”", ["Tom Reed and Rita Holt"]),
        ("The owner of Selby Motors, Ivan Reed, said: “He came.”", ["Ivan Reed"]),
        # Behind a relative clause of several phrases.
        ("A man who opened the gate at Holt's yard said, “Go home.”", ["A man"]),
        ("The woman at the gate of the yard said, “Go home.”", ["The woman"]),
        # A number before what somebody is.
        ("Year 6 pupil Tariq, 11, said: “We won.”", ["Tariq"]),
        ("Formula 1 driver Rita Holt said: “We won.”", ["Rita Holt"]),
        ("Article 2 states that “no dam may be closed”.", ["-"]),
        # Bodies with "for" in their names.
        ("The Department for Harbours said: “We are looking into it.”", ["Department for Harbours"]),
        ("The Office for Rural Roads said: “We are looking into it.”", ["Office for Rural Roads"]),
    ],
)  # fmt: skip
def test_who_is_behind_what_is_told_of_the_subject(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # A wider word for the only one who is a constable or the like.
        ("PC Ivan Reed came at nine. “It was dark,” the officer said.", ["Ivan Reed"]),
        ("Det Insp Rita Holt leads the hunt. “It was dark,” the officer said.", ["Rita Holt"]),
        ("Councillor Rita Holt voted no. “It was fun,” the politician said.", ["Rita Holt"]),
        ("Goalkeeper Rita Holt saved two. “It was fun,” the player said.", ["Rita Holt"]),
        ("PC Ivan Reed came. A second officer watched. “It was dark,” the officer said.", ["the officer"]),
        ("Sgt Rita Holt and PC Ivan Reed came. “It was dark,” the officer said.", ["the officer"]),
        ("PC Ivan Reed arrested Tom Kay. “It was dark,” the officer said.", ["Ivan Reed?"]),
        ("PC Ivan Reed came. “He had a family,” the officer's wife said.", ["the officer's wife"]),
        ("Ivan Reed came. “It was dark,” the officer said.", ["the officer"]),
        # What a sentence tells its subject to be.
        ("Ivan Reed is the captain. “We sail at six,” the captain said.", ["Ivan Reed"]),
        ("Rita Holt is a nurse in Selby. “We were cold,” the nurse said.", ["Rita Holt"]),
        ("Rita Holt is the club's owner and Tom Reed its manager. “We pay,” the owner said.", ["Rita Holt"]),
        ("Rita Holt is not the captain. “We sail at six,” the captain said.", ["the captain"]),
        ("If Rita Holt is the thief, she hid it. “I ran,” the thief said.", ["the thief"]),
        ("Critics say Rita Holt is a thief. “I ran,” the thief said.", ["the thief"]),
        ("Rita Holt is the mother of the mayor. “We pay,” the mayor said.", ["the mayor"]),
        ("Rita Holt is a former mayor of Selby. “We pay,” the mayor said.", ["the mayor"]),
        # Who is told to have led.
        ("Ivan Reed managed the side for six years. “I miss it,” the manager said.", ["Ivan Reed?"]),
        ("Ivan Reed ran the London race for six years. “I miss it,” the head said.", ["the head"]),
        ("Ivan Reed captains the side. “I miss it,” the captain said.", ["Ivan Reed?"]),
        ("Ivan Reed managed the side. “I miss it,” the former manager said.", ["Ivan Reed?"]),
        ("Ivan Reed manages the side. “I miss it,” the former manager said.", ["the former manager"]),
        ("Ivan Reed ran the school for six years. “I miss it,” the head said.", ["Ivan Reed?"]),
    ],
)  # fmt: skip
def test_whom_a_word_for_an_office_means(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Whose a message is.
        ("Tom Reed met Rita Holt. The message Reed got from Holt said: “Do not open it.”", ["Rita Holt"]),
        ("The text that Tom Reed received from the cook read: “Soup at six.”", ["the cook?"]),
        ("The letter Tom Reed wrote to Rita Holt said: “Come home.”", ["Tom Reed"]),
        ("The jury was read a letter from Tom Reed to Rita Holt: “I will find you.”", ["Tom Reed"]),
        ("Rita Holt's diary for that day says only: “Rain. Tom left.”", ["Rita Holt?"]),
        # What stands on what somebody holds.
        ("“We go on,” said Rita Holt, holding a banner: “Sack the board.”", ["Rita Holt", "-"]),
        ("“We go on,” said Rita Holt. She wrote on a banner: “Sack the board now.”", ["Rita Holt", "Rita Holt"]),
        # What somebody sends with words.
        ("Rita Holt posted a picture and the words “home at last”.", ["Rita Holt"]),
        ("Rita Holt shared a film with the caption “home at last”.", ["Rita Holt"]),
        ("Rita Holt posted a picture of a banner with the words “home at last”.", []),
        ("Rita Holt held a picture and the words “home at last”.", []),
        # For whom something is what the words say.
        ("For Rita Holt the plan is “plain mad”.", ["Rita Holt?"]),
        ("To the mayor, Rita Holt, it was “a dream come true”.", ["Rita Holt?"]),
        ("For sale, the house is “a dream come true”.", ["-"]),
        # No title of a film, but what somebody does.
        ("“It was the part of my life,” film and television actor Ivan Reed said.", ["Ivan Reed"]),
        ("“The Part of My Life” film was shown.", []),
        # What several remember somebody as.
        ("Neighbours remember Tom Reed as “the man with the pencil”.", ["Neighbours?"]),
        # One of several who has no name.
        ("One minister called him “a walking ghost of a man”; another, “a very old corpse”.", ["One minister", "-"]),
    ],
)  # fmt: skip
def test_whose_words_stand_in_a_message_or_a_view(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # "Mrs" is not the only one of that surname where he is a man, or has a wife.
        ("Tom Reed farms here. “It ends,” he says. His wife, Jo, sits. “No,” Mrs Reed says.", ["Tom Reed", "Jo"]),
        ("Pat Reed farms here. “It ends,” he says. His wife, Jo, sits. Mrs Reed laughs. “No,” she says.", ["Pat Reed", "Jo"]),
        ("Pat Reed farms here. Mrs Reed sits. “It ends,” she says.", ["Pat Reed"]),
        ("Rita Reed farms here. His wife, Jo, sits. “It ends,” Mrs Reed says.", ["Rita Reed"]),
        ("Jean Reed, 80, lost her son. “He was good,” Mrs Reed said. His widow, Ann Reed, wept. “He was mine,” she said.", ["Jean Reed", "Ann Reed"]),
        ("Mr Reed found her. “She was cold,” he said. His wife, Jo Reed, had been ill. “I ran,” Mr Reed said.", ["Mr Reed", "Mr Reed"]),
        ("Tom Reed found her. His wife, Jo Reed, had been ill. “I ran,” Mr Reed said. “I hid,” Mrs Reed said.", ["Tom Reed", "Jo Reed"]),
        # A family is nobody who is "he".
        ("The Reeds have farmed here since 1801, and Tom Reed ends it. “It is over,” he says.", ["Tom Reed"]),
        # Of two who may be "she", whom the writer tells what another thinks.
        ("Rita Holt sat. I tell her that one critic called it “a very long night”. She snorts. “He slept,” she says.", ["one critic", "Rita Holt"]),
        # "One" of a sort is no "she" of the next paragraph.
        ("Rita Holt drew. Critics frowned. “All scrap and no iron,” wrote one.\n\nShe married in 1974. “It was awful,” she said.", ["-", "Rita Holt"]),
        # Surnames that look like adverbs and titles, and no name at all.
        ("Oona Reilly stood up.\n\nReilly: “I will not.”", ["Oona Reilly"]),
        ("Dr Umar Sheikh told the court he had written. “I was told to hush,” he said.", ["Umar Sheikh"]),
        ("Tanya Beech wiped away tears. Giving evidence, she said: “I felt useless.”", ["Tanya Beech"]),
        ("Tory Alec Holt said: “I will not.” Lib Dem Rita Reed said: “I will.”", ["Alec Holt", "Rita Reed"]),
        ("Hajiya Rabi Sule said: “I will not.”", ["Rabi Sule"]),
        # What a body is, before its name.
        ("Charity Lifeboats North said: “We will not.” Charity Commission said: “We will.”", ["Lifeboats North", "Charity Commission"]),
        ("Union Unison said: “We will not.” Nobody asked Unison.", ["Unison"]),
        ("Union Berlin said: “We will not.”", ["Union Berlin"]),
        ("The biscuit maker, Aldan Foods, said: “We will not.”", ["Aldan Foods"]),
        ("In a statement, Larch House's owners, Comfrey Care, said: “We will not.”", ["Comfrey Care"]),
        ("The documentary maker, Rita Holt, said: “I will not.”", ["Rita Holt"]),
        ("The Observer called it “a very long night”.", ["Observer"]),
        ("The observer called it “a very long night”.", ["The observer"]),
        # Two whom titles tell apart, and one by the rank.
        ("Mr Reed sat. “We open at five,” Mr Reed said. “He opens at five,” Mrs Reed said.", ["Reed", "Mrs Reed"]),
        ("Sgt Pat Reed came. Jo Reed ran. “He ran,” Sgt Reed said. “I walked,” Ms Reed said.", ["Pat Reed", "Jo Reed"]),
        ("Sir Ken Holt chairs the bank. “We are sorry,” Sir Ken said. Ken Reed, a client, frowned.", ["Ken Holt"]),
        ("Ken Holt chairs the bank. “We are sorry,” Sir Ken said.", ["Ken Holt"]),
        ("Rita Reed is the coach. Her sister, Jo Reed, is the captain. “She drops it,” the captain said.", ["Jo Reed"]),
        ("The Dean of Wrexley, the Very Rev Rita Holt, was glad. “I was awed,” the dean said.", ["Rita Holt"]),
        ("Rita Holt, 28, wept.\n\nRita hit back: “The dogs got a refund.”", ["Rita Holt"]),
        ("Rita Holt, 28, wept. Keeper Tom Reed said: “The dogs got a refund.”", ["Tom Reed"]),
        # The only child of whom the text gives an age.
        ("Rita Holt's son, Theo, 9, saw it. “It flew,” the boy said.", ["Theo"]),
        ("Tom Reed, 9, and Rita Holt, 8, saw it. “It flew,” the girl said.", ["Rita Holt"]),
        ("Jo Reed, 9, and Rita Holt, 8, saw it. “It flew,” the child said.", ["the child"]),
        ("Rita Holt, 9, met another girl. “It flew,” the girl said.", ["the girl"]),
        ("Rita Holt, 40, met a girl. “It flew,” the girl said.", ["the girl"]),
        # Where a report was written is nobody.
        ("MUMBAI: Actor Tom Reed on Friday broke his silence, saying he was “deeply hurt”.", ["Tom Reed"]),
        ("CHENNAI: The state government withdrew the order, calling it “a clerical slip of a pen”.", ["state government"]),
        ("RITA HOLT: “We will not.”", ["RITA HOLT"]),
        # Who explains a subject goes on.
        ("Judge Ivan Kay frowned. “Spell it,” he said.\n\nOne investor, retired dentist Tom Reed, lost it all. “I wept,” he said.", ["Ivan Kay", "Tom Reed"]),
        # What came from nobody who is told.
        ("“You have been sacked,” the email Rita Holt received said.", ["-"]),
        ("“You have been sacked,” the email Rita Holt sent said.", ["Rita Holt"]),
        ("Rita Holt said the words she heard were “run, run, he has a gun”.", ["-"]),
        ("Rita Holt said the words she used were “run, run, he has a gun”.", ["Rita Holt"]),
        # What somebody only looked for.
        ("The prosecutor, Rita Holt, told the court Tom Reed had searched online for “insulin overdose how long”.", ["-"]),
        ("Rita Holt said she had searched for him, “night and day”.", ["Rita Holt"]),
        ("Tom Reed wanders in. “Twelve!” he corrects.", ["Tom Reed"]),
    ],
)  # fmt: skip
def test_who_else_may_be_meant(text: str, said_by: list[str]) -> None:
    assert [speaker.rstrip("?") for speaker in speakers(text)] == said_by


def test_she_is_not_the_boy_whom_her_pupil_is_told_to_be() -> None:
    text = (
        "Rita Holt runs the band. Her best pupil is a shy boy called Ivan Reed. “She is loud,” he whispers.\n\n"
        "She overhears. “I am not loud,” she says."
    )
    assert speakers(text)[1].rstrip("?") == "Rita Holt"


def test_places_are_not_offered_as_people() -> None:
    text = (
        "The lifeboat went to Widow Rocks. Widow Rocks lie off Selby. A crew met Rita Holt near Widow Rocks. "
        "The Perran Sands were shut. Perran Sands opened. Rita Holt left. Kwame Osei met Rita Holt. Kwame Osei left."
    )
    named = resolve_with_named([made(text)], [post_candidates(made(text))])[3]
    assert set(named) == {"Rita Holt", "Kwame Osei"}
