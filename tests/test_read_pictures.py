"""What describes a picture and what tells the news, where no mark says so."""

import pytest

from newsdesk.read import read

NEWS = "The council has voted, and the road will be closed from Friday."


def post_with(*paragraphs):
    lines = "\n\n".join(paragraphs)
    return read(f"  1. Council votes on roadpublished at 16:03 BST 11 May\n\n{lines}".encode(), name="x").posts[0]


@pytest.mark.parametrize(
    "line",
    [
        "Smoke rises over a residential district after a gas explosion",
        "A firefighter hoses down a burnt-out apartment block",
        "Two rescue workers carry a stretcher past a collapsed wall",
        "A woman in a red coat stands at a bus stop in the rain",
        "A satellite image of the harbour with three ships at anchor",
        "Graphic comparing tariffs before and after the announcement",
        "Protesters hold placards reading 'Free the five' outside court",
        "Helen Marsh leaving the town hall with a red folder under her arm",
        "Queues of cars outside a petrol station",
        "An empty lectern bearing the seal of the president",
        "Police officers in riot gear face a crowd",
        "Anna Weber and Ed Winter at a summit in Oslo",
        "Anna Weber and Ed Winter speaking at a press conference.",
        "Map showing the roads that are closed tonight.",
        "Split image of Anna Weber and Ed Winter",
        "Mayor Helen Marsh",
        "Helen Marsh and Ed Winter in the council chamber.",
        "A burnt-out bus outside a school in Port Lindra.",
        "A man is standing in front of a ruined chapel",
    ],
)
def test_a_description_at_an_edge_is_no_body(line):
    first, last = post_with(line, NEWS, NEWS), post_with(NEWS, NEWS, line)
    assert ((line,), f"{NEWS}\n\n{NEWS}") == (first.captions, first.text)
    assert ((line,), f"{NEWS}\n\n{NEWS}") == (last.captions, last.text)


@pytest.mark.parametrize(
    "line",
    [
        "More from the town hall now.",
        "More now from the mayor, who has been speaking outside.",
        "Some reaction from Oslo now.",
        "A quick look at the numbers:",
        "We're hearing reports of an explosion in the city centre",
        "We're hearing more from the mayor and the minister, who are meeting in the White Room",
        "The council has just passed the plan, by 51 votes to 50",
        "Just into us: the central bank has cut rates to 4%",
        "Lots of you have been getting in touch about the outage.",
        "A man has been arrested after a car hit a crowd.",
        "Smoke is rising over the city after a fire overnight, our correspondent says.",
        "Police officers in riot gear are facing a crowd of several thousand people outside parliament.",
        "Anna Weber is speaking in Oslo now.",
        "Nurses in Port Lindra vote to strike.",
        "A fire at a factory spreads to the harbour.",
        "The ferry at Lindra sinks.",
        "A storm in the north hit two villages.",
        "Rescuers are searching for two missing climbers",
        "Residents are returning to their homes",
        "The Oslo exchange is down 2% this morning",
        "Protesters have gathered outside the court, where there is a large police presence",
        "Anna Weber stands up to deliver her budget.",
        "Ed Winter speaks next. He asks about social care.",
        "Emergency services are at the scene of a train crash.",
        "A dark day for the city, the mayor says.",
        "An update from the police.",
        "The ship's captain, wearing a dark suit, tells the inquiry he never saw the signal.",
        "Outside court, the family's lawyer reads a short statement.",
        "And here's the moment the jury came in.",
        "“A great day for the island,” says Helen Marsh",
        "Is the bridge safe?",
        "Stick with us.",
    ],
)
def test_a_sentence_of_the_news_is_never_swallowed(line):
    first, last = post_with(line, NEWS), post_with(NEWS, line)
    assert ((), f"{line}\n\n{NEWS}") == (first.captions, first.text)
    assert ((), f"{NEWS}\n\n{line}") == (last.captions, last.text)


def test_a_list_that_lost_its_bullets_stays():
    items = "Helen Marsh in the town hall\nEd Winter at the harbour\nThe minister on the ferry"
    post = post_with("Who is where this evening:", items)
    assert (post.captions, post.text.split("\n\n")) == ((), ["Who is where this evening:", *items.split("\n")])


def test_the_only_line_of_a_post_stays():
    assert post_with("Anna Weber at a summit").text == "Anna Weber at a summit"


@pytest.mark.parametrize(
    ("lines", "captions"),
    [
        (["A man waves. Below him stands a crowd.Image source, Reuters"], ["A man waves. Below him stands a crowd. (Image source, Reuters)"]),
        (["A man waves", "Image source, Example/Reuters"], ["Image source, Example/Reuters"]),
        (["A man waves\n    Image source, Reuters"], ["A man waves (Image source, Reuters)"]),
        (["A man wavesImage source, EPA\n    Image caption,", "The mayor says goodbye"], ["A man waves (Image source, EPA)", "The mayor says goodbye"]),
        (["Image caption, The mayor says goodbye"], ["The mayor says goodbye"]),
        (["Media caption,", "Watch the mayor say goodbye"], ["Watch the mayor say goodbye"]),
        (["The mayor waves. [Ada Muster/Reuters]"], ["The mayor waves. [Ada Muster/Reuters]"]),
        (["FILE PHOTO: The mayor waves. REUTERS/Ada Muster"], ["FILE PHOTO: The mayor waves. REUTERS/Ada Muster"]),
    ],
)  # fmt: skip
def test_marked_captions_are_no_body(lines, captions):
    post = post_with(NEWS, *lines, NEWS)
    kept = set(lines) - {"A man waves"}
    assert captions == [caption for caption in post.captions if caption != "A man waves"]
    assert not any(line in post.text for line in kept)
