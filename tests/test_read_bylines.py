"""Who wrote, as pages print it."""

import pytest

from newsdesk.read import read
from newsdesk.read.lines.layout import Line
from newsdesk.read.live.bylines import split_byline
from newsdesk.read.names import signed_line

BODY = (
    "The harbour of Port Lindra will stay closed until Thursday, the coast guard said on Tuesday.\n\n"
    "Ships that wait outside were told to go on to Marwick, where there is room for ten of them this week."
)


def article(line, headline="Harbour stays closed"):
    """Name, role and time that a line under the headline gives, and whether it is still among the words."""
    reading = read(f"{headline}\n\n{line}\n\n{BODY}\n".encode(), name="x")
    (post,), time = reading.posts, reading.source.printed_time
    numbers = tuple(filter(None, (time.day, time.month, time.hour, time.minute))) if time else ()
    assert post.headline == "Harbour stays closed"
    assert post.text.endswith(BODY)
    return post.byline_name, post.byline_role, numbers, post.text != BODY


def byline(*lines):
    told = split_byline([Line(n, text) for n, text in enumerate(lines, 1) if text], None, None)
    return told.byline, [line.text for line in told.lines]


@pytest.mark.parametrize("line", ["From CNN staff", "By the Example Times staff"])
def test_the_staff_of_a_house_may_sign(line):
    signed = signed_line(line)
    assert signed is not None
    assert signed.name.endswith("staff")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ida Moe | The Lindra Post-Herald", "The Lindra Post-Herald"),
        ("By Ida Moe | Lindra Star-Tribune", "Lindra Star-Tribune"),
        ("By Ida Moe, Lindra Times-Dispatch", "Lindra Times-Dispatch"),
        ("By Ida Moe | The Lindra Plain", "The Lindra Plain"),
    ],
)
def test_the_outlet_behind_a_name_is_not_among_the_words(line, role):
    assert article(line) == ("Ida Moe", role, (), False)


@pytest.mark.parametrize("line", ["By Ida Moe | The port is closed", "Ida Moe | The Lindra Plain"])
def test_what_may_be_no_outlet_is_none(line):
    assert signed_line(line) is None


def test_from_begins_a_sentence_too():
    assert signed_line("From Springfield hospital staff") is None


def test_who_reports_from_a_place_signs():
    assert signed_line("From Orla Beispiel in Redmarsh") == ("Orla Beispiel", "in Redmarsh")
    assert article("From Orla Beispiel in Redmarsh")[:2] == ("Orla Beispiel", "in Redmarsh")


@pytest.mark.parametrize(
    "line", ["From Orla Beispiel", "From Monday in Redmarsh", "From Orla Beispiel’s house in Redmarsh", "From bad to worse in Redmarsh"]
)  # fmt: skip
def test_what_else_begins_with_from_signs_nothing(line):
    assert signed_line(line) is None


def test_what_somebody_does_may_stand_below_a_signed_line():
    assert byline("By Ada Muster", "Reporting from Oslo, Norway", "", "The port is closed.") == (
        ("Ada Muster", "Reporting from Oslo, Norway"),
        ["The port is closed."],
    )


def test_a_name_printed_twice_signs_once():
    assert byline("Ada Muster", "Ada Muster", "The port is closed.", "", "Ships wait.") == (
        ("Ada Muster", None),
        ["The port is closed.", "Ships wait."],
    )


@pytest.mark.parametrize(
    ("line", "name", "role", "time"),
    [
        ("By Lena Osei, 26 November 2026, 16:15 GMT", "Lena Osei", None, (26, 11, 16, 15)),
        ("By Lena Osei | 26 Nov 2026", "Lena Osei", None, (26, 11)),
        ("By Lena Osei (26 November 2026)", "Lena Osei", None, (26, 11)),
        ("By Lena Osei on 26 November 2026 at 4.15pm", "Lena Osei", None, (26, 11, 16, 15)),
        ("By Lena Osei - 26/11/2026", "Lena Osei", None, (26, 11)),
        ("Posted by Lena Osei on Thursday 26 November", "Lena Osei", None, (26, 11)),
        ("By Lena Osei and Jo Beispiel, 2026-11-26", "Lena Osei and Jo Beispiel", None, (26, 11)),
        ("By Lena Osei, Political editor, 26 November 2026", "Lena Osei", "Political editor", (26, 11)),
        ("By Lena Osei in Oslo, 26 November 2026", "Lena Osei", "in Oslo", (26, 11)),
        ("By Lena Osei for the Example Times, 26 November 2026", "Lena Osei", "for the Example Times", (26, 11)),
        ("By Lena Osei, Oslo — updated 26 November 2026", "Lena Osei", "Oslo", (26, 11)),
        ("Lena Osei, Oslo, Thursday 26 November 2026", "Lena Osei", "Oslo", (26, 11)),
        ("Lena Osei, 26 November 2026", "Lena Osei", None, (26, 11)),
        ("By Lena Osei, Oslo", "Lena Osei", "Oslo", ()),
        ("Lena Osei | 26 November 2026", "Lena Osei", None, (26, 11)),
        ("Los Angeles | 26 November 2026", None, None, (26, 11)),
        ("World News · 26 November 2026", None, None, (26, 11)),
        ("Denis Law | 26 November 2026", "Denis Law", None, (26, 11)),
        ("Max Read, 26 November 2026", "Max Read", None, (26, 11)),
        ("Anna van Story, Oslo, 26 November 2026", "Anna van Story", "Oslo", (26, 11)),
        ("Lena Source · 26 November 2026", "Lena Source", None, (26, 11)),
        ("Lena Osei · 26 November 2026 · 3 min read", "Lena Osei", None, (26, 11)),
        ("Lena Osei | Example Times | 26 November 2026 | 3 min read", "Lena Osei", None, (26, 11)),
        ("Port Lindra · 26 November 2026 · 3 min read", None, None, (26, 11)),
        ("Jude Law and Ada Muster, 26 November 2026", "Jude Law and Ada Muster", None, (26, 11)),
        ("Family Law | 26 November 2026", None, None, (26, 11)),
        ("The Long Read | 26 November 2026", None, None, (26, 11)),
        ("Long Read | 26 November 2026", None, None, (26, 11)),
        ("Cover Story · 26 November 2026", None, None, (26, 11)),
        ("Your Money / 26 November 2026", None, None, (26, 11)),
        ("Climate Change | 26 November 2026", None, None, (26, 11)),
        ("Special Report | 26 November 2026", None, None, (26, 11)),
        ("Getty Images | 26 November 2026", None, None, (26, 11)),
        ("Rio Ferdinand | 26 November 2026", "Rio Ferdinand", None, (26, 11)),
        ("By Lena Osei\nNovember 26, 20264:15 PM GMTUpdated 2 hours ago", "Lena Osei", None, (26, 11, 16, 15)),
        ("by Lena Osei\n26 November 2026 16:15\n(Updated: 26 November 2026 17:00)\n·\n3 min read", "Lena Osei", None, (26, 11, 16, 15)),
        ("Lena Osei\nLena Osei\n\n·\nFollow\n5 min read\n·\n26 November 2026", "Lena Osei", None, (26, 11)),
        ("Lena Osei\nPolitical correspondent\nReporting from\nMarwick", "Lena Osei", "Political correspondent, Reporting from Marwick", ()),
        ("Date: 26 November 2026\nAuthor: Lena Osei\nSource: Example Times", "Lena Osei", None, (26, 11)),
        ("- Published: 26 November 2026\n- By: Lena Osei", "Lena Osei", None, (26, 11)),
        ("By Lena “Len” Osei 26 November 2026", "Lena “Len” Osei", None, (26, 11)),
        ("2026-11-26 16:15:52 Source: Example News", None, None, (26, 11, 16, 15)),
    ],
)  # fmt: skip
def test_one_line_may_say_who_and_when(line, name, role, time):
    assert article(line) == (name, role, time, False)


@pytest.mark.parametrize(
    "line",
    [
        "BRUSSELS, 26 November 2026", "Brussels, 26 November 2026", "Brussels | 26 November 2026", "BRUSSELS - 26 November 2026", "BRUSSELS 26 November 2026",
        "BRUSSELS (26 November 2026)", "BRUSSELS, Belgium, 26 November 2026", "Oslo, Norway, Thursday 26 November 2026", "NEW YORK, November 26",
        "Port Lindra, 26 November 2026", "North Marwick, 26 November 2026", "The Hague, 26 November 2026", "Washington DC, 26 November 2026",
        "Rio de Janeiro, 26 November 2026", "London / Paris, 26 November 2026", "26 November 2026, Brussels", "26 November 2026 - BRUSSELS",
        "Climate Change, 26 November 2026", "Press Release, 26 November 2026",
    ],
)  # fmt: skip
def test_a_place_beside_the_date_is_nobody(line):
    assert article(line) == (None, None, (26, 11), False)


def head(text):
    """Headline and date of an article."""
    reading = read(f"{text}\n\n{BODY}\n".encode(), name="x")
    time = reading.source.printed_time
    return reading.posts[0].headline, (time.year, time.month, time.day) if time else None


@pytest.mark.parametrize("line", ["MARWICK, Thursday, 26 November 2026", "MARWICK, 26 November 2026", "Marwick, 26 November 2026", "MARWICK, 26 November 2026 (dpa)"])  # fmt: skip
@pytest.mark.parametrize("headline", [None, "Harbour stays closed"])
def test_a_dateline_over_everything_else_is_no_headline(line, headline):
    assert head(f"{line}\n\n{headline}" if headline else line) == (headline, (2026, 11, 26))


def test_a_place_and_a_date_over_a_byline_are_a_headline():
    assert head("Marwick, 26 November 1998\n\nBy Lena Osei") == ("Marwick, 26 November 1998", None)


def test_only_a_record_is_dated_by_its_title():
    assert head("# Press conference, Harbour Board, Marwick, 26 November 2026")[1] == (2026, 11, 26)
    assert head("# Northquay statement, 26 November 2026, 16:10")[1] == (2026, 11, 26)
    assert head("# Marwick Echo live blog, Thursday 26 November 2026")[1] == (2026, 11, 26)
    assert head("# Concert in Marwick, 26 November 2026")[1] is None
    assert head("# Bank statement to come on 26 November 2026")[1] is None
    assert head("# Statement by the harbour board – 26 November 2026")[1] == (2026, 11, 26)
    assert head("# Statement of 26 November")[1] is None
    assert head("# The night the harbour burned, 26 November 1998")[1] is None


def test_a_dateline_of_its_own_may_name_an_agency():
    assert article("BRUSSELS, 26 November 2026 (AFP)") == ("AFP", None, (26, 11), False)
    assert article("MARWICK, 26 November 2026 (AP/dpa) —") == ("AP/dpa", None, (26, 11), False)


def test_a_date_beside_a_place_gives_way_to_the_article_s_own():
    assert article("Marwick, 12 May 1998\n\nBy Lena Osei\n26 November 2026") == ("Lena Osei", None, (26, 11), False)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("AFP/Reuters", "AFP/Reuters"), ("(AP)", "AP"), ("PA Media", "PA Media"), ("(PA)", "PA"), ("– AFP, Reuters", "AFP, Reuters"), ("AAP", "AAP"),
        ("AFP and Reuters", "AFP and Reuters"), ("(Reuters/dpa)", "Reuters/dpa"), ("Reuters.", "Reuters"), ("Press Association", "Press Association"),
        ("(With AP)", None), ("With AFP, dpa", None),
    ],
)  # fmt: skip
def test_agencies_that_sign_below_an_article_are_no_text_of_it(line, byline):
    reading = read(f"Harbour stays closed\n\n{BODY}\n\n{line}\n".encode(), name="x")
    post = reading.posts[0]
    assert (post.text, post.byline_name, post.captions, reading.source.publisher) == (BODY, byline, (), None)
    reading = read(f"Harbour stays closed\n\nBy Lena Osei\n\n{BODY}\n\n{line}\n".encode(), name="x")
    assert (reading.posts[0].byline_name, reading.source.publisher) == ("Lena Osei", None)


@pytest.mark.parametrize("line", ["AP and the others wait", "PA said", "AFPTV", "Papa", "AP: no news"])
def test_an_agency_amid_other_words_signs_nothing(line):
    post = read(f"Harbour stays closed\n\n{BODY}\n\n{line}\n".encode(), name="x").posts[0]
    assert (post.text, post.byline_name) == (f"{BODY}\n\n{line}", None)


@pytest.mark.parametrize("line", ["*By Lena Osei*, 26 November 2026", "_Lena Osei, 26 November 2026_", "**By Lena Osei,** *26 November 2026*"])  # fmt: skip
@pytest.mark.parametrize("headline", ["# Harbour stays closed", "**Harbour stays closed**", "Harbour stays closed"])
def test_marks_of_style_say_nothing(line, headline):
    assert article(line, headline) == ("Lena Osei", None, (26, 11), False)


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("Breaking: Harbour stays closed", "Breaking"),
        ("ANALYSIS\n\nHarbour stays closed", "ANALYSIS"),
        ("# BREAKING - Harbour stays closed", "BREAKING"),
        ("Breaking news:\n\nHarbour stays closed", "Breaking news"),
        ("Breaking news\n\nBREAKING: Harbour stays closed", "Breaking news"),
        ("WORLD\n\nHarbour stays closed", None),
    ],
)
def test_an_article_may_have_a_label(head, label):
    reading = read(f"{head}\n\nBy Lena Osei\n\n{BODY}\n".encode(), name="x")
    assert (reading.source.title, reading.posts[0].headline) == ("Harbour stays closed", "Harbour stays closed")
    assert reading.posts[0].label == label


@pytest.mark.parametrize("label", ["Breaking", "Breaking news", "BREAKING NEWS:"])
def test_a_post_of_a_live_page_may_have_its_label_twice(label):
    post = f"{label}\nBREAKING: Harbour stays closed\n\n{BODY}\n\n"
    reading = read("".join(f"{hour}:03 BST 11 May 2025\n{post}" for hour in (16, 15, 14)).encode(), name="x")
    assert reading.source.title == "Harbour stays closed"
    assert [(post.label, post.headline) for post in reading.posts] == [(label, "Harbour stays closed")] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Lena Osei resigned on 26 November 2026",
        "Lena Osei, the mayor of Marwick, 26 November 2026",
        "The harbour of Marwick, 26 November 2019",
        "By noon, 26 November 2026",
        "Battle of Marwick, 26 November 1940",
        "Harbour Festival, 26 November 2026",
        "HARBOUR FESTIVAL, 26 November 2026",
        "Deadline, 26 November 2026",
        "Election day, 26 November 2026",
        "Marwick, 2019",
        "Marwick, 26 November",
        "Marwick: 26 November 2026",
        "Storm over Marwick in 2019",
        "Talks in Oslo end by 26 November 2026",
    ],
)
def test_a_date_behind_other_words_is_no_date_of_the_article(line):
    assert article(line) == (None, None, (), True)


@pytest.mark.parametrize(
    ("house", "publisher"),
    [
        ("Example Times", "Example Times"), ("Reuters", "Reuters"), ("Marwick council", "Marwick council"), ("Getty Images", None), ("Getty Images/Ada Muster", None),
        ("Ada Muster/Getty Images", None), ("AFP via Getty Images", None), ("Shutterstock", None), ("Getty Museum", "Getty Museum"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "head",
    [
        "Title: Harbour stays closed\nSource: {}",
        "Harbour stays closed\n\nSource: {}",
        "Harbour stays closed\n\n26 November 2026 Source: {}",
    ],
)
def test_who_sells_a_picture_publishes_nothing(house, publisher, head):
    assert read(f"{head.format(house)}\n\n{BODY}\n".encode(), name="x").source.publisher == publisher


def test_what_a_release_says_of_itself_is_no_headline():
    reading = read(f"FOR IMMEDIATE RELEASE\n26 November 2026\n\nHarbour stays closed\n\n{BODY}\n".encode(), name="x")
    assert (reading.posts[0].headline, reading.posts[0].text) == ("Harbour stays closed", BODY)
    assert reading.source.printed_time
    assert reading.source.printed_time.day == 26


def test_a_list_amid_an_article_keeps_what_its_items_begin_with():
    items = "• By Friday the port will be open.\n• Date of the vote: 3 December\n• Updated plans are due in May."
    post = read(f"Harbour stays closed\n\n{BODY}\n\n{items}\n".encode(), name="x").posts[0]
    assert post.text.endswith(items)


def test_an_agency_s_heading_between_paragraphs_is_no_item_of_a_list():
    heading = "- Prisoners -"
    post = read(f"Harbour stays closed\n\n{BODY}\n\n{heading}\n\n{BODY}\n".encode(), name="x").posts[0]
    assert heading in post.text.split("\n\n")
    item = "- Ferries - and barges"
    post = read(f"Harbour stays closed\n\n{BODY}\n\n{item}\n- Cranes\n".encode(), name="x").posts[0]
    assert "\u2022 Ferries - and barges" in post.text


def copied(head, below):
    """The newest post of a page that was copied with what it prints for the ear and for the eye."""
    page = f"{head}\npublished at 16:21 26 November\n{below}\n\nThe ferries stay in port.\n\n"
    reading = read(
        f"{page}Gale closes the piers\npublished at 15:48 26 November\nThe piers are shut.\n".encode(), name="x"
    )
    return reading.posts[0]


@pytest.mark.parametrize("again", ["16:21 26 November\n", ""])
def test_a_time_that_is_printed_twice_hides_no_byline(again):
    post = copied("Harbour master leaves", f"{again}Jo Fenn\nPolitical reporter")
    assert (post.byline_name, post.byline_role) == ("Jo Fenn", "Political reporter")
    assert (post.headline, post.text, post.captions) == ("Harbour master leaves", "The ferries stay in port.", ())


@pytest.mark.parametrize("over", ["BREAKING\n", "Breaking\n", ""])
def test_a_label_that_is_printed_twice_is_not_among_the_words(over):
    post = copied(f"{over}Harbour master leaves", "16:21 26 November\nBreaking")
    assert (str(post.label).casefold(), post.text) == ("breaking", "The ferries stay in port.")


@pytest.mark.parametrize("line", ["15:10 26 November", "16:21 The boats turn back"])
def test_another_time_below_a_header_stays_what_the_post_says(line):
    post = copied("Harbour master leaves", f"{line}\n\nThe crews went home.")
    assert line in "\n".join([post.text, *post.captions])


def test_another_label_below_a_header_stays_what_the_post_says():
    post = copied("Breaking\nHarbour master leaves", "16:21 26 November\nAnalysis")
    assert "Analysis" in (post.text, *post.captions)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("#Marwick #Ferries #breaking", False),
        ("#Hafen, #Fähren", False),
        ("#Ferries", True),
        ("#1 #2", True),
        ("The #ferries and the #piers stay shut.", True),
    ],
)
def test_a_line_of_hashtags_is_not_among_the_words(line, stays):
    assert (line in copied("Harbour master leaves", f"The pier is shut.\n\n{line}").text) is stays
    article = read(f"Harbour stays closed\n\n{BODY}\n\n{line}\n\nIt rains.\n".encode(), name="x")
    assert (line in article.posts[0].text) is stays


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("By Ida Moe, ports and shipping", "Ida Moe", "ports and shipping"),
        ("By Ida Moe-Lund, religious affairs", "Ida Moe-Lund", "religious affairs"),
        ("Interview by Ida Moe", "Ida Moe", None),
        ("Ida Moe at the Quay Stadium\n3 June 2025", "Ida Moe", "at the Quay Stadium"),
        ("Ida Moe in Marwick\n3 June 2025", "Ida Moe", "in Marwick"),
        ("AP Sport, Marwick\n3 June 2025", "AP Sport", "Marwick"),
        ("Reuters, Marwick", "Reuters", "Marwick"),
    ],
)
def test_a_byline_may_say_anything_of_who_wrote(line, name, role):
    assert article(line)[:2] == (name, role)
    assert article(line)[3] is False


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Moe, who has died",
        "By Ida Moe, and it shows",
        "By Ida Moe, it was 3 o’clock",
        "By Ida Moe, he would swear",
        "By Ida Moe, her last words",
        "Interview by the harbour",
        "Ida Moe at the Quay Stadium",  # over no date a subtitle, as far as anybody can tell
        "Reuters, Shares and Bonds",
    ],
)
def test_what_may_be_a_subtitle_is_no_byline(line):
    assert article(line)[0] is None


def test_whoever_says_i_signs_the_post():
    words = "Good evening. I'm Ida Moe and it is raining on the quay."
    assert byline("Ida Moe", words) == (("Ida Moe", None), [words])
    for of_her in (
        "The mayor, Ida Moe, said that it is raining on the quay.",
        "The mayor told the court: “I am Ida Moe, and it is raining on the quay.”",
        "The mayor told the court: ‘I’m Ida Moe, and it is raining on the quay.’",
    ):
        assert byline("Ida Moe", of_her) == (None, ["Ida Moe", of_her])


@pytest.mark.parametrize(
    "below",
    [
        "Published\n3 June 2025\nUpdated\n4 June 2025\nBy Ida Moe",
        "By Ida Moe\nPublished\n3 June 2025\nLast updated on\n4 June 2025",
        "3 June 2025\nIda Moe\n\nUpdated:\n4 June 2025",
    ],
)
def test_days_of_an_article_and_of_its_edit_are_no_headings(below):
    assert article(below) == ("Ida Moe", None, (3, 6), False)


def test_days_of_other_stories_below_make_no_heading_of_that_of_the_article():
    others = "Related stories\nFair opens in Kelm\n1 June\nBridge swings again\n31 May\nLamps are stolen\n30 May"
    reading = read(f"Harbour stays closed\n\n3 June\n\n{BODY}\n\n{others}\n".encode(), name="x")
    assert reading.source.printed_time is not None
    assert (reading.posts[0].text, reading.source.printed_time.day) == (BODY, 3)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Von Ida Moe", "Ida Moe"),
        ("Par Élise Moreau", "Élise Moreau"),
        ("Por Íñigo Vega", "Íñigo Vega"),
        ("By Ida Moe and Agencies", "Ida Moe and Agencies"),
        ("By Ida Moe and AFP", "Ida Moe and AFP"),
    ],
)
def test_bylines_of_other_languages_and_with_agencies(line, name):
    signed = signed_line(line)
    assert signed is not None
    assert signed.name == name


@pytest.mark.parametrize(
    "line",
    ["Von Moe", "Von Hamburg nach Lindra", "Par avion et bateau", "By noon and agencies", "By Lindra and Agencies"],
)
def test_what_only_begins_like_a_byline(line):
    assert signed_line(line) is None
