"""Who speaks, as far as the words of a broadcast tell."""

import pytest

from newsdesk.model import SourceKind
from newsdesk.read import read


def turns(*sentences, step=5):
    head = "# A bulletin\n**Example News:** [June 03, 2025](https://video.example.org/watch?v=x)\n"
    rows = [
        f"*  {s} [[00:00:00](https://video.example.org/watch?v=x&t={n * step}.0s)]" for n, s in enumerate(sentences)
    ]
    return [(post.speaker, post.text, post.at) for post in read((head + "\n".join(rows)).encode(), name="x").posts]


@pytest.mark.parametrize(
    ("announcement", "name"),
    [
        ("Here's our science editor at Example Monitoring, Tom Okafor.", "Tom Okafor"),
        ("From the quay, our reporter Ines Haddad now reports.", "Ines Haddad"),
        ("Our political editor, Max Winter, has been following the story.", "Max Winter"),
        ("Let's go live to our correspondent in Springfield, Lena Fischer.", "Lena Fischer"),
        ("Let's speak to Professor Anna de Weber, who has studied bridges.", "Anna de Weber"),
        ("I asked Anna Weber why she had come.", "Anna Weber"),
        ("From Springfield, Jo Beispiel reports.", "Jo Beispiel"),
    ],
)
def test_an_announced_person_speaks_next(announcement, name):
    told = turns("Good evening.", announcement, "It came faster than anyone expected.", f"{name} there.")
    assert [None, name, None] == [speaker for speaker, _, _ in told]
    assert told[1][1:] == ("It came faster than anyone expected.", 10.0)


def test_a_clip_is_its_speakers_until_somebody_speaks_of_him():
    told = turns(
        "Mayor Lena Fischer has spoken.", "Let's hear what Mayor Fischer had to say.", "The road is gone.", "We saw it go.", "Ms Fischer was up all night."
    )  # fmt: skip
    assert [(speaker, at) for speaker, _, at in told] == [(None, 0.0), ("Lena Fischer", 10.0), (None, 20.0)]


def test_a_clip_of_somebody_unnamed_is_nobodys():
    told = turns(
        "The president has spoken.",
        "Here's what he said.",
        "The state will help.",
        "From Oslo, Jo Beispiel reports.",
        "Rain.",
    )
    assert [speaker for speaker, _, _ in told] == [None, None, None, "Jo Beispiel"]


def test_a_question_is_the_presenters_and_the_answer_the_guests():
    told = turns(
        "Our editor Tom Okafor has more.",
        "It is over.",
        "How do you know? They were careful.",
        "Yes, but look at the gas.",
        "Tom Okafor there.",
    )
    assert [turn[:2] for turn in told] == [
        (None, "Our editor Tom Okafor has more."),
        ("Tom Okafor", "It is over."),
        (None, "How do you know? They were careful."),
        ("Tom Okafor", "Yes, but look at the gas."),
        (None, "Tom Okafor there."),
    ]


def test_a_question_to_nobody_stays_the_reporters():
    told = turns("Our editor Tom Okafor has more.", "Is it over? Nobody can tell.", "Tom Okafor there.")
    assert told[1][:2] == ("Tom Okafor", "Is it over? Nobody can tell.")


def test_a_sign_off_ends_a_report():
    told = turns(
        "From Oslo, Jo Beispiel reports.",
        "Rain in the streets.",
        "Jo Beispiel, Example News, Oslo.",
        "Now the weather.",
    )
    assert told[1:] == [
        ("Jo Beispiel", "Rain in the streets. Jo Beispiel, Example News, Oslo.", 5.0),
        (None, "Now the weather.", 15.0),
    ]


def test_thanks_to_somebody_else_leave_the_turn_to_nobody():
    told = turns("Our editor Tom Okafor has more.", "It is over.", "Dr Haddad, thank you.")
    assert [speaker for speaker, _, _ in told] == [None, None, None]


def test_a_speaker_is_not_believed_for_ever():
    told = turns("Our editor Tom Okafor has more.", "It is over.", "The lava cools.", "Good night.", step=250)
    assert [speaker for speaker, _, _ in told] == [None, None]


def test_the_presenters_own_name_is_for_the_first_turn():
    told = turns("Hello, I'm Sarah Beispiel.", "Here's our editor, Tom Okafor.", "It is over.", "Tom Okafor there.")
    assert [speaker for speaker, _, _ in told] == ["Sarah Beispiel", "Tom Okafor", None]


def test_a_speech_without_announcements_is_one_turn_of_nobody():
    told = turns(
        "Members of parliament.",
        "What do you expect of me?",
        "Here's what I promise.",
        "Let me thank Helen Marsh, the mayor.",
    )
    assert [speaker for speaker, _, _ in told] == [None]


def test_a_sentence_cut_between_segments_is_whole_and_begins_where_it_begins():
    told = turns("Here's our editor, Tom", "Okafor. The road", "is gone. Mr. Winter agrees.")
    assert told == [
        (None, "Here's our editor, Tom Okafor.", 0.0),
        ("Tom Okafor", "The road is gone. Mr. Winter agrees.", 5.0),
    ]


def test_each_turn_links_to_its_moment():
    data = "# T | Example News\n**Example News:** [June 03, 2025](https://v.example.org/w?v=x)\n*  Here's Tom Okafor. [[00:00:07](https://v.example.org/w?v=x&t=7.44s)]\n*  Yes. [[00:01:02](https://v.example.org/w?v=x&t=62.5s)]\n"
    reading = read(data.encode(), name="x")
    assert [p.link for p in reading.posts] == [
        "https://v.example.org/w?v=x&t=7.44s",
        "https://v.example.org/w?v=x&t=62.5s",
    ]
    assert [post.at for post in reading.posts] == [7.44, 62.5]
    assert (
        reading.source.title,
        reading.source.publisher,
        reading.source.printed_time.text,
    ) == ("T", "Example News", "June 03, 2025")


@pytest.mark.parametrize("name", ["**{}** ", "**{}:** ", "{} "])
def test_links_to_moments_above_the_words_link_them(name):
    said = [
        ("Ada Marsh", "Good afternoon to all of you in the hall."),
        ("Ivo Lund", "Has the wall moved?"),
        ("Ada Marsh", "It has, by a hand."),
    ]
    link = "https://v.example.org/w?t={}"
    turns = "\n\n".join(
        f"{name.format(who)}[00:0{n}]({link.format(n)})\n\n{words}" for n, (who, words) in enumerate(said)
    )
    text = f"---\ntitle: The meeting\ndate: 2026-11-26\n---\n\n# The meeting\n\n{turns}\n"
    reading = read(text.encode(), name="x.md")
    assert [(post.speaker, post.text) for post in reading.posts] == said
    assert [post.link for post in reading.posts] == [link.format(n) for n in range(3)]
    assert (reading.source.title, reading.source.publisher) == ("The meeting", None)
    assert reading.source.printed_time.day == 26


def test_links_to_moments_that_stand_alone_link_the_words_below():
    said = ["Good afternoon to all of you.", "The wall has moved.", "We are back on Monday."]
    text = "\n\n".join(f"[00:0{n}](https://v.example.org/w?t={n})\n\n{words}" for n, words in enumerate(said))
    (post,) = read(text.encode(), name="x.md").posts
    assert (post.text, post.link) == (" ".join(said), "https://v.example.org/w?t=0")


def test_what_is_hardly_spoken_is_no_transcript():
    told = "The wall was built in the year of the flood, and nobody has looked at it since then. " * 4
    text = f"{told}\n\n[00:01](https://v.example.org/w?t=1) Wall\n\n{told}\n\n[00:02](https://v.example.org/w?t=2) Gate\n\n{told}"
    reading = read(text.encode(), name="x.md")
    assert reading.source.kind is SourceKind.ARTICLE
    assert told.strip() in reading.posts[0].text


def test_the_day_is_the_headings_and_not_the_services():
    front = "---\nDate Generated: July 14, 2025\nTranscription Model: x\n---\n"
    data = f"{front}# T\n**Example News:** [June 03, 2025](https://v.example.org/w)\n*  The road is gone.\n"
    reading = read(data.encode(), name="x")
    assert (
        reading.source.printed_time.year,
        reading.source.printed_time.month,
        reading.source.printed_time.day,
    ) == (2025, 6, 3)
    assert reading.posts[0].at is None


@pytest.mark.parametrize("title", ["Premier", "Justice", "Commissioner", "Congresswoman"])
def test_a_title_is_no_part_of_a_speakers_name(title):
    told = turns("The rain goes on.", f"Let's hear what {title} Lena Fischer had to say.", "The road is gone.")
    assert [speaker for speaker, _, _ in told] == [None, "Lena Fischer"]


def test_a_guest_who_is_greeted_is_asked_by_the_presenter():
    told = turns(
        "Let's bring in Dr Anna Weber, who has studied bridges.",
        "Good to have you with us.",
        "Can it be repaired?",
        "In theory, yes.",
        "Dr Anna Weber there.",
    )
    assert [(speaker, at) for speaker, _, at in told] == [(None, 0.0), ("Anna Weber", 15.0), (None, 20.0)]


def test_of_a_clip_amid_a_report_only_the_first_sentence_is_its_speakers():
    told = turns(
        "Our correspondent Jo Beispiel reports.",
        "The harbour is empty tonight.",
        "Mayor Lena Fischer had this to say.",
        "We will rebuild every quay.",
        "But not everybody believes her.",
        "Jo Beispiel, Example News, Port Lindra.",
        "Now the weather.",
    )
    assert [turn[:2] for turn in told] == [
        (None, "Our correspondent Jo Beispiel reports."),
        ("Jo Beispiel", "The harbour is empty tonight."),
        (None, "Mayor Lena Fischer had this to say."),
        ("Lena Fischer", "We will rebuild every quay."),
        (None, "But not everybody believes her. Jo Beispiel, Example News, Port Lindra."),
        (None, "Now the weather."),
    ]


def test_a_short_clip_is_the_speakers_who_is_named_behind_it():
    told = turns(
        "The mayor is about to speak.", "Let's listen in.", "We will rebuild every quay.", "Mayor Lena Fischer speaking a short while ago."
    )  # fmt: skip
    assert [speaker for speaker, _, _ in told] == [None, "Lena Fischer", None]


def test_strong_names_before_their_words_are_speakers_and_no_publisher():
    rows = [
        "**Ada Muster**: Good evening.",
        "**Jo Beispiel:** It goes on.",
        "**Ada Muster**: Until when?",
        "**Jo Beispiel:** Nobody knows.",
        "**Ada Muster**: Well.",
    ]
    reading = read("\n\n".join(["# The long strike", *rows]).encode(), name="x")
    assert (reading.source.title, reading.source.publisher) == ("The long strike", None)
    assert [post.speaker for post in reading.posts] == ["Ada Muster", "Jo Beispiel"] * 2 + ["Ada Muster"]


TURNS_IN_MARKDOWN = """\
**Ada Marsh:** [00:00:03] Good morning, and thank you for coming.

**Ivo Lund:** [00:00:19] The bridge stays shut until we know why it moved.

**Reporter:** [00:00:31] Who is going to pay for that?
"""


@pytest.mark.parametrize(
    "matter",
    [
        '---\ntitle: "Bridge briefing"\ndate: 2025-06-03\nurl: https://harbour.example/briefing\npublisher: Harbour Radio\n---\n\n',
        '+++\ntitle = "Bridge briefing"\ndate = 2025-06-03\nurl = "https://harbour.example/briefing"\npublisher = "Harbour Radio"\n+++\n',
    ],
)
def test_front_matter_that_somebody_wrote_dates_a_transcript(matter):
    source = read((matter + TURNS_IN_MARKDOWN).encode(), name="x").source
    assert (source.kind, source.title, source.publisher, source.link) == (
        SourceKind.TRANSCRIPT,
        "Bridge briefing",
        "Harbour Radio",
        "https://harbour.example/briefing",
    )
    assert (source.printed_time.year, source.printed_time.month, source.printed_time.day) == (2025, 6, 3)


def test_a_day_beside_the_name_of_a_model_is_that_of_writing_down():
    matter = "---\nTitle: Bridge briefing\nDate: 2025-06-09\nDate Generated: 2025-06-09\n---\n"
    assert read((matter + TURNS_IN_MARKDOWN).encode(), name="x").source.printed_time is None


def test_three_turns_of_three_speakers_are_a_transcript():
    posts = read(TURNS_IN_MARKDOWN.encode(), name="x").posts
    assert [(post.speaker, post.at) for post in posts] == [("Ada Marsh", 3.0), ("Ivo Lund", 19.0), (None, 31.0)]


@pytest.mark.parametrize(
    "form",
    [
        "**{name}:** [00:00:{at}] {words}\n\n",
        "**{name}** [00:00:{at}]: {words}\n\n",
        "**{name}** (0:{at}): {words}\n\n",
        "**[00:00:{at}] {name}:** {words}\n\n",
        "[00:00:{at}] {name}: {words}\n",
        "## {name} [00:00:{at}]\n{words}\n\n",
    ],
)
def test_names_and_moments_stand_beside_each_other_in_many_forms(form):
    said = [("Ada Marsh", "04", "Good morning."), ("Ivo Lund", "21", "The quay is shut."), ("Ada Marsh", "40", "Why?")]
    text = "".join(form.format(name=name, at=at, words=words) for name, at, words in said)
    reading = read(f"---\ntitle: Quay briefing\n---\n\n{text}".encode(), name="x")
    assert reading.source.title == "Quay briefing"
    assert [(post.speaker, post.at, post.text) for post in reading.posts] == [
        (name, float(at), words) for name, at, words in said
    ]


def test_a_sign_amid_what_somebody_says_is_no_mark_of_a_heading():
    lines = "**Ada Marsh** (0:04): We wrote it in C# then.\n\n**Ivo Lund** (0:21): And the cue cards say # 4 now.\n"
    posts = read(lines.encode(), name="x").posts
    assert [post.text for post in posts] == ["We wrote it in C# then.", "And the cue cards say # 4 now."]


def test_lines_with_keys_above_a_transcript_are_read_without_marks_too():
    source = read(f"Title: Bridge briefing\nDate: 3 June 2025\n\n{TURNS_IN_MARKDOWN}".encode(), name="x").source
    assert (source.title, source.printed_time.day) == ("Bridge briefing", 3)


def test_where_not_every_moment_has_its_speaker_nobody_is_named():
    lines = "[00:04] Ada Marsh: Good morning.\n[00:21] The quay is shut.\n[00:40] Ivo Lund: Why?\n[00:55] It moved.\n"
    assert {post.speaker for post in read(lines.encode(), name="x").posts} == {None}


def test_the_times_of_a_race_are_no_moments_of_a_recording():
    words = "Ada Marsh (1:02) won from the front, as she does.\n\nIvo Lund (1:05) came second and lay down.\n\nMara Ost (1:11) was third, and happy."
    assert read(words.encode(), name="x").source.kind is SourceKind.ARTICLE


ASKED = [
    ("Chair", "Good morning. One question each."),
    ("Ada Marsh", "The bridge closes on Monday."),
    ("{one}", "For how long?"),
    ("Ada Marsh", "Six weeks."),
    ("{two}", "And who pays?"),
    ("Ivo Lund", "The county does."),
    ("{three}", "All of it?"),
    ("Ivo Lund", "All of it."),
    ("{four}", "Will the ferry run?"),
    ("Dr Rea Holt", "From noon."),
]


@pytest.mark.parametrize("label", ["**{}:** ", "{}: "])
@pytest.mark.parametrize("asker", ["Question ({})", "Q ({})", "{}"])
@pytest.mark.parametrize(
    "over", ["# Bridge briefing\n\n", "# Bridge briefing\n\n**Present:** Ada Marsh (county)\n\n", ""]
)
def test_who_asks_once_at_a_press_conference_has_a_turn(label, asker, over):
    houses = {"one": "Quay", "two": "Harbour Post", "three": "Marwick Echo", "four": "Radio Lind"}
    names = {key: asker.format(house) for key, house in houses.items()}
    text = over + "\n\n".join(label.format(who.format(**names)) + words for who, words in ASKED)
    reading = read(text.encode(), name="x")
    assert reading.source.kind is SourceKind.TRANSCRIPT
    posts = reading.posts[-len(ASKED) :]
    assert [post.text for post in posts] == [words for _, words in ASKED]
    assert [post.speaker or post.label for post in posts] == [who.format(**names) for who, _ in ASKED]


@pytest.mark.parametrize("asks", ["Question", "QUESTION", "Q"])
def test_one_person_who_answers_nameless_questions_is_a_transcript(asks):
    said = [
        ("Lena Marsh", "Good afternoon. The bridge closes on Monday."),
        (asks, "For how long?"),
        ("Lena Marsh", "Six weeks. I am sorry for it."),
        (asks, "Who pays?"),
        ("Lena Marsh", "The county does. Thank you all."),
    ]
    reading = read("\n\n".join(f"{who}: {words}" for who, words in said).encode(), name="x")
    assert reading.source.kind is SourceKind.TRANSCRIPT
    assert [post.speaker for post in reading.posts] == ["Lena Marsh", None, "Lena Marsh", None, "Lena Marsh"]


def test_the_title_of_an_interview_over_its_day_is_nobodys_turn():
    said = "Ivo Lund: Why so late?\n\nLena Marsh: It was a long night. We sat until five.\n\n"
    title = "Lena Marsh: ‘I was a ferryman’"
    for below in ("The head of the crews talks to Ivo Lund\n", ""):
        text = f"{title}\n{below}Saturday 21 November 2026\n\n{said * 3}"
        reading = read(text.encode(), name="x")
        assert [post.speaker for post in reading.posts] == ["Ivo Lund", "Lena Marsh"] * 3
        assert (reading.source.title, reading.source.printed_time.day) == (title, 21)
    reading = read(f"Lena Marsh: Good evening.\n\n{said * 3}".encode(), name="x")
    assert reading.posts[0].speaker == "Lena Marsh"


def test_questions_under_their_subjects_are_no_transcript():
    rows = ("Cost: What does the bridge cost?", "Date: When does it open?", "Ferry: Does it run?", "Bus: Does it stop?")
    text = "The bridge opens\n\n" + "\n\n".join(
        f"{row}\n\nThe county has not said so far, and asks for patience." for row in rows
    )
    assert read(text.encode(), name="x").source.kind is SourceKind.ARTICLE


def a_hearing(label: str, one: str, other: str) -> list[tuple[str, str]]:
    said = [
        ("Ada Marsh", "Good morning."),
        (one, "Thank you for that."),
        (other, "It is as I said."),
        ("Ada Marsh", "Why?"),
        (one, "I said no to them."),
        (other, "He rang me twice."),
        ("Ivo Lund", "It is late."),
        ("Ada Marsh", "Good."),
        ("Ivo Lund", "Until Monday."),
    ]
    posts = read(
        ("# Quay inquiry\n\n" + "\n\n".join(label.format(who) + words for who, words in said)).encode(), name="x"
    )
    return [
        (post.speaker or post.label, post.text) for post in posts.posts if post.speaker not in {"Ada Marsh", "Ivo Lund"}
    ]


@pytest.mark.parametrize("label", ["{}: ", "**{}:** ", "**{}**: ", ">> {}: "])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ursula van den Brink", "Ángela Ruiz"),
        ("Émile Tove", "Counsel for the County, Mr Farrow"),
        ("Te Ariki Hohepa, QC", "Karim al-Sayed"),
        ("Rolf M Tove", "Mina Ost, county engineer"),
        ("Witness B", "Juror 3"),
    ],
)
def test_names_of_every_kind_before_their_words_are_speakers(label, one, other):
    turns = a_hearing(label, one, other)
    assert [words for _, words in turns] == [
        "Thank you for that.",
        "It is as I said.",
        "I said no to them.",
        "He rang me twice.",
    ]
    named = [name.replace("Counsel for the County, ", "").split(",")[0] for name in (one, other)]
    assert [name for name, _ in turns] == named * 2


def test_strong_words_before_their_words_are_speakers_amid_others():
    turns = a_hearing("**{}:** ", "The minister of ports", "3rd Juror")
    assert [name for name, _ in turns] == ["The minister of ports", "3rd Juror"] * 2


def test_strong_words_that_stand_once_part_what_is_said_and_name_nobody():
    said = ["Good morning.", "It is late.", "Why?", "It leaked.", "I see.", "Until Monday."]
    lines = [f"**{('Ada Marsh', 'Ivo Lund')[n % 2]}:** {words}" for n, words in enumerate(said)]
    lines[4:4] = ["**What happened next:** The gate was shut.", "It rained."]
    posts = read("\n\n".join(["# Quay inquiry", *lines]).encode(), name="x").posts
    assert [(post.speaker, post.text) for post in posts[3:6]] == [
        ("Ivo Lund", "It leaked."),
        (None, "The gate was shut. It rained."),
        ("Ada Marsh", "I see."),
    ]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Mina Ost, baker", "Mina Ost"),
        ("Mina Ost, Professor of Ports", "Mina Ost"),
        ("Mina Ost, Professor Emeritus", "Mina Ost"),
        ("MINA OST, PROFESSOR EMERITUS", "Mina Ost"),
        ("Counsel for the County, Mr Farrow", "Mr Farrow"),
        ("COUNSEL FOR THE COUNTY, MR FARROW", "Mr Farrow"),
    ],
)
def test_a_title_behind_a_name_is_what_that_one_is(label, name):
    assert [who for who, _ in a_hearing("{}: ", label, "Witness B")] == [name, "Witness B"] * 2


def test_what_comes_back_before_words_parts_them_and_names_nobody():
    for one, other in [("The minister of ports", "3rd Juror"), ("Zoë’s mother", "Head of the quay")]:
        assert a_hearing("{}: ", one, other) == [
            (one, "Thank you for that."),
            (other, "It is as I said."),
            (one, "I said no to them."),
            (other, "He rang me twice."),
        ]
    posts = a_hearing("{}: ", "The minister of ports", "My answer is")
    assert posts[0] == ("The minister of ports", "Thank you for that. My answer is: It is as I said.")


def test_a_colon_amid_what_somebody_says_is_no_speaker():
    more = [
        "One thing is sure: it leaks.",
        "Ada Marsh, who was late, said: no.",
        "Ivo Lund, then chair, asked: why?",
        "été comme hiver: it leaks.",
        "**It leaks.** That is why: nobody looked.",
        "Look: it leaks.",
        "Remember: it was late.",
        "Monday, May 4: it leaks.",
        "May 5: it leaks.",
        "Sunday: it leaks.",
    ]
    rows = [
        "Ada Marsh: Good morning.",
        "Ivo Lund: It is late.",
        "Ada Marsh: Why?",
        "Ivo Lund: Here is why.",
        "Ada Marsh: Well.",
        "Ivo Lund: I told you.",
        "Ada Marsh: You did.",
    ]
    posts = read("\n\n".join(["# Quay inquiry", *rows[:6], *rows, *more]).encode(), name="x").posts
    assert [post.speaker for post in posts] == ["Ada Marsh", "Ivo Lund"] * 6 + ["Ada Marsh"]
    assert all(words in posts[-1].text for words in more)


def test_a_list_with_strong_words_is_no_transcript():
    item = "**Opening hours:** From noon, and late on Friday.\n\n**Prices:** From two crowns.\n\nThe house by the quay is old."
    text = "# Where to eat\n\n" + "\n\n".join(f"## House {number}\n\n{item}" for number in "abc")
    assert read(text.encode(), name="x").source.kind is SourceKind.ARTICLE


@pytest.mark.parametrize(
    "labels",
    [
        "Where When Tickets",
        "Monday Tuesday Wednesday Thursday",
        "Item Decision Action",
        "Question Answer",
        "Serves Time Method",
    ],
)
def test_a_list_whose_labels_come_back_is_no_transcript(labels):
    lines = [f"{label}: The old mill on the quay is open, number {n}." for n in range(3) for label in labels.split()]
    assert read("\n".join(["On the quay", *lines]).encode(), name="x").source.kind is SourceKind.ARTICLE


def test_results_by_who_got_them_are_no_transcript():
    lines = [f"{who}: {n},034 votes, up by three points." for n in (1, 2, 3) for who in ("Harbour List", "Mill List")]
    assert read("\n".join(["Who won", *lines]).encode(), name="x").source.kind is SourceKind.ARTICLE


SECTIONS = (
    "Two lines end in autumn.",
    "No rent rises this year.",
    "The old mill is closed until June.",
    "We are open from nine to five.",
)


@pytest.mark.parametrize("labels", ["Housing Schools Transport", "London Paris Tokyo"])
def test_sections_and_offices_speak_to_nobody(labels):
    lines = [f"{label}: {words}" for words in SECTIONS for label in labels.split()]
    assert read(("Where to find what\n\n" + "\n\n".join(lines)).encode(), name="x").source.kind is SourceKind.ARTICLE


@pytest.mark.parametrize("words", ["I have three questions.", "Have you seen it?", "Thank you, it is open."])
def test_who_is_called_as_a_town_speaks_where_people_talk(words):
    lines = [f"{label}: {said}" for said in (*SECTIONS[:2], words) for label in ("London", "Paris")]
    posts = read(("Hearing of the council\n\n" + "\n\n".join(lines)).encode(), name="x").posts
    assert [post.speaker for post in posts] == ["London", "Paris"] * 3


@pytest.mark.parametrize("label", ["**{}:** {} [{}]", "{}: {} [{}]"])
def test_moments_may_end_what_is_said(label):
    said = [
        ("Ada Marsh", "Good morning.", "00:00:03"),
        ("Ivo Lund", "It is late.", "00:00:09"),
        ("Ada Marsh", "Why?", "00:00:12"),
        ("Ivo Lund", "It leaked.", "00:01:02"),
        ("Ada Marsh", "Well.", "00:01:09"),
    ]
    posts = read("\n\n".join(label.format(*one) for one in said).encode(), name="x").posts
    assert [(post.speaker, post.text, post.at) for post in posts] == [
        (name, words, at) for (name, words, _), at in zip(said, [3.0, 9.0, 12.0, 62.0, 69.0], strict=True)
    ]


@pytest.mark.parametrize(("above", "title"), [("", None), ("The quay tonight\n\n", "The quay tonight")])
def test_the_first_moment_is_no_title(above, title):
    said = "0:00\nthe gate was shut five days ago and\n0:04\nI am standing on the quay now\n0:09\nand nobody opens it\n0:12\nnot even the keeper\n"
    reading = read((above + said).encode(), name="quay.txt")
    assert (reading.source.kind, reading.source.title) == (SourceKind.TRANSCRIPT, title)
