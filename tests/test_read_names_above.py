"""Transcripts whose speakers stand on lines of their own, above their words."""

import pytest
from steps import assert_linear

from newsdesk.model import SourceKind
from newsdesk.read import read
from newsdesk.read.transcript.form import take_apart

SAID = [
    ("Maya Trent", "00:00", "Welcome back to the river show. What did Solheim say?"),
    ("Jonas Brandt", "00:07", "He told me to wait. So I waited."),
    ("Maya Trent", "00:15", "And did the letter come?"),
    ("Jonas Brandt", "00:21", "It came on a Tuesday.\nI read it twice."),
    ("Maya Trent", "00:30", "Thank you for coming."),
]


def posts_of(text):
    reading = read(text.encode(), name="x")
    assert reading.source.kind is SourceKind.TRANSCRIPT
    return reading.posts


def told(text):
    return [(post.speaker, post.text) for post in posts_of(text)]


@pytest.mark.parametrize("head", ["", "The river show\n26 November 2026\n\n"])
@pytest.mark.parametrize(
    "form",
    [
        "{time} {name}\n{words}\n",
        "[{time}] {name}\n{words}\n\n",
        "00:{time} - {name}\n\n{words}\n",
        "{name}\n{time}\n{words}\n\n",
        "{time}\n{name}\n{words}\n",
        "{name}\n\n({time})\n\n{words}\n\n",
        "{name} • {time}\n{words}\n",
        "{time} | {name}\n{words}\n",
    ],
)
def test_names_and_moments_stand_above_the_words(form, head):
    posts = posts_of(head + "\n".join(form.format(time=time, name=name, words=words) for name, time, words in SAID))
    assert [(post.speaker, post.text, post.at) for post in posts] == [
        (name, words.replace("\n", " "), float(time[3:])) for name, time, words in SAID
    ]


@pytest.mark.parametrize("form", ["{name}:\n{words}\n", "{name}:\n\n{words}\n\n", "**{name}:**\n\n{words}\n"])
def test_names_with_a_colon_stand_above_the_words(form):
    assert told("\n".join(form.format(name=name, words=words) for name, _, words in SAID)) == [
        (name, words.replace("\n", " ")) for name, _, words in SAID
    ]


def test_a_surname_is_the_one_who_was_named_in_full_with_a_role():
    text = """The ferry in the ice

November 26, 2026

LEILA MONK, HOST:

A ferry is stuck. Frank Whitby is there.

FRANK WHITBY, BYLINE: Good morning.

MONK: What do you see?

(SOUNDBITE OF ICE CRACKING)

WHITBY: Lights.

MONK: Thank you.

WHITBY: You're welcome.

Copyright © 2026 Example Radio. All rights reserved.
"""
    assert told(text) == [
        ("Leila Monk", "A ferry is stuck. Frank Whitby is there."),
        ("Frank Whitby", "Good morning."),
        ("Leila Monk", "What do you see?"),
        ("Frank Whitby", "Lights."),
        ("Leila Monk", "Thank you."),
        ("Frank Whitby", "You're welcome."),
    ]


def test_clocks_and_clips_between_what_is_said_are_nobodys_words():
    text = """THE LEAD WITH JAN TAPPER

Aired November 26, 2026 - 16:00   ET

[16:00:03]

JAN TAPPER, EXAMPLE HOST: We begin in Sandvik.

(BEGIN VIDEO CLIP)

ROSA LINDQVIST, MAYOR: We could see their lights.

(END VIDEO CLIP)

[16:05:00]

TAPPER: The tug is close.

UNIDENTIFIED MALE: Let them home!

TAPPER: We'll be back.
"""
    assert told(text) == [
        ("Jan Tapper", "We begin in Sandvik."),
        ("Rosa Lindqvist", "We could see their lights."),
        ("Jan Tapper", "The tug is close."),
        (None, "Let them home!"),
        ("Jan Tapper", "We'll be back."),
    ]


def test_a_record_of_a_court_has_questions_without_a_colon_and_directions_in_capitals():
    text = """THE COURT: Please call your witness.

MR. ASKEW: The town calls Emil Okafor.

DIRECT EXAMINATION

BY MR. ASKEW:

Q. Were you on the bridge?

A. I was.

MS. HOLM: Objection.

THE COURT: Overruled.

Q. What did he say?

A. He said, "We go on."
"""
    assert told(text) == [
        ("The Court", "Please call your witness."),
        ("Mr. Askew", "The town calls Emil Okafor."),
        (None, "Were you on the bridge?"),
        (None, "I was."),
        ("Ms. Holm", "Objection."),
        ("The Court", "Overruled."),
        (None, "What did he say?"),
        (None, 'He said, "We go on."'),
    ]


def test_a_briefing_has_one_name_and_questions():
    text = """Briefing by Carla Munro, November 26, 2026

MS. MUNRO: Good afternoon. I have two things.

The first is the ferry.

Q Thanks, Carla. Has he called the captain?

MS. MUNRO: He has.

Q And the families?

MS. MUNRO: I have nothing on that.
"""
    assert [speaker for speaker, _ in told(text)] == ["Ms. Munro", None, "Ms. Munro", None, "Ms. Munro"]


def test_members_of_a_parliament_stand_above_their_words():
    text = """Ferry Services (Winter)

26 November 2026

Rosa Lindqvist (Sandvik North) (Ind)
What steps is she taking to free the ferry?

The Minister for Ports (Edda Holm)
The tug is on its way.

Rosa Lindqvist
I thank the Minister for that answer.

Mr Speaker
Order. I call Jon Askew.

Jon Askew (Vardia Bay) (Lab)
Does the Minister accept that the warnings came late?

Edda Holm
I do not.
"""
    assert [speaker for speaker, _ in told(text)] == [
        "Rosa Lindqvist", "Edda Holm", "Rosa Lindqvist", "Mr Speaker", "Jon Askew", "Edda Holm",
    ]  # fmt: skip


def test_a_moment_amid_what_somebody_says_names_nobody():
    text = """Mayor Rosa Lindqvist (00:00):
Good morning. The harbour is closed.

Reporter 1 (00:14):
Was the ferry warned?

Mayor Rosa Lindqvist (00:18):
It was warned twice. (00:22) I'd like to hand over.
"""
    assert [(post.speaker, post.at) for post in posts_of(text)] == [
        ("Mayor Rosa Lindqvist", 0.0),
        (None, 14.0),
        ("Mayor Rosa Lindqvist", 18.0),
    ]


def test_who_is_only_numbered_has_turns_too():
    text = "Speaker 1\n00:00\nGood morning.\n\nSpeaker 2\n00:05\nIs it stuck?\n\nSpeaker 1\n00:09\nIt is."
    assert [(post.speaker, post.label, post.text) for post in posts_of(text)] == [
        (None, "Speaker 1", "Good morning."),
        (None, "Speaker 2", "Is it stuck?"),
        (None, "Speaker 1", "It is."),
    ]


def test_words_below_moments_are_no_names():
    lines = ["0:00\nGood evening\n0:04\nto the harbour board\n0:07\nGood evening\n0:11\nand welcome to the ferry"]
    assert [post.speaker for post in posts_of("\n".join(lines))] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Runners of the year\n\n10:02 Maya Trent\nShe led from the start.\n\n10:09 Jonas Brandt\nHe fell twice.\n\n10:31 Edda Holm\nShe was ill.",
        "Ferry questions\n\nQ. When does the ferry sail?\n\nA. At nine every day.\n\nQ. What does it cost?\n\nA. Two crowns.\n\nQ. Who may board?\n\nA. Everybody.",
        "Soup\n\nIngredients:\nOne onion.\n\nMethod:\nCut the onion.\n\nNotes:\nCut it finely.\n\nIngredients:\nTwo more onions.\n\nMethod:\nCut them too.",
        "Set times\n\n20:00 Ada Muster\nThe singer opens the night.\n\n21:00 Jo Beispiel\nThe band follows.\n\n22:00 Ada Muster\nShe comes back.",
        "The week in Marwick\n\nMonday:\nThe ferry sails at nine.\n\nTuesday:\nThe ferry rests.\n\nMonday:\nIt sails again.\n\nTuesday:\nIt rests again.",
        "Our people (and theirs)\n\nMaya Trent (Marwick)\nShe ran the school for years.\n\nJonas Brandt (Teverin)\nHe built the bridge.\n\nEdda Holm (Karst)\nShe mapped the ice.",
    ],
)
def test_names_above_what_is_told_of_them_are_no_speakers(text):
    assert take_apart(text) is None


@pytest.mark.parametrize(
    "unit",
    ["00:00 Ada Muster\n", "Ada Muster\n00:00\n", "ADA MUSTER, HOST:\n\n", "Q. Who?\nA. I.\n", "The Minister (Ada Muster) (Lab)\nYes.\n", "The A ", "A (B) "],
)  # fmt: skip
def test_floods_of_heads_cost_no_more_than_other_words(unit):
    assert_linear(lambda size: take_apart(unit * (size // len(unit))))


@pytest.mark.parametrize(
    "form",
    [
        "0:0:{s}.0 --> 0:0:{s}.9\n{name}\n{words}\n",
        "{name}\n0:0:{s}.0 --> 0:0:{s}.9\n{words}\n",
        "{n}\n00:00:{s:02},000 --> 00:00:{s:02},900\n{name}\n{words}\n",
    ],
)
def test_a_meeting_has_the_name_over_the_words_of_each_cue_or_over_its_times(form):
    rows = [form.format(n=n, s=int(time[3:]), name=name, words=words) for n, (name, time, words) in enumerate(SAID, 1)]
    assert told("\n".join(rows)) == [(name, words.replace("\n", " ")) for name, _, words in SAID]


def test_a_name_over_some_cues_alone_is_said():
    rows = [
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{words}\n"
        for n, words in enumerate(("Maya Trent\nis here.", "Maya Trent\nis there.", "And who else?", "Nobody."), 1)
    ]
    assert told("\n".join(rows)) == [(None, "Maya Trent is here. Maya Trent is there. And who else? Nobody.")]


@pytest.mark.parametrize(
    "form",
    [
        "10:03:{s:02} From {name} to Everyone: {words}",
        "10:03:{s:02}\t From  {name} : {words}",
        "10:03:{s:02} From {name} To Everyone:\n\t{words}",
        "10:03:{s:02} From {name}(they) to Everyone:\n\t{words}",
        "[10:03:{s:02}] {name}: {words}",
        "[{name}] 10:03:{s:02}\n{words}\n",
        "10:03:{s:02} {name}: {words}",
    ],
)
def test_a_meeting_tells_the_hours_of_the_day(form):
    said = [(name, time, words.replace("\n", " ")) for name, time, words in SAID]
    text = "\n".join(form.format(s=int(time[3:]) + 10, name=name, words=words) for name, time, words in said)
    assert [(post.speaker, post.text, post.at) for post in posts_of(text)] == [
        (name, words, float(time[3:])) for name, time, words in said
    ]


def test_a_log_of_hours_of_the_day_is_no_meeting():
    rows = [
        "10:03:10 Crane three stops.",
        "10:03:17 Crane four stops.",
        "10:03:30 The quay is closed.",
        "10:04:00 All is quiet.",
    ]
    assert take_apart("\n".join(rows)) is None


@pytest.mark.parametrize("said", [SAID[:3], SAID[:4]])
@pytest.mark.parametrize("head", ["", "The river show\n26 November 2026\n\n"])
def test_few_turns_are_a_conversation_where_every_line_has_its_speaker(said, head):
    text = head + "\n".join(f"{name}: {' '.join(words.split())}" for name, _, words in said)
    assert told(text) == [(name, " ".join(words.split())) for name, _, words in said]


@pytest.mark.parametrize(
    "text",
    [
        "Maya Trent: Welcome back. What did he say?\nJonas Brandt: I do not know.",
        "Maya Trent: Welcome back.\nThe river rose in the night.\nJonas Brandt: I do not know.\nMaya Trent: Thank you.",
        "Opening hours: We are open.\nTickets sold: I do not know.\nOpening hours: You may ask.",
        "The river rose in the night, and nobody slept.\nMaya Trent: It was loud.\nJonas Brandt: I heard it.\nMaya Trent: Thank you.",
    ],
)
def test_few_labels_among_other_lines_are_no_conversation(text):
    assert take_apart(text) is None


def test_somebody_unnamed_is_nobody_and_no_part_of_what_was_said_before():
    text = """Maya Trent: Welcome back. What did he say?
Jonas Brandt: He told me to wait.
Unnamed speaker: Louder, please!
Maya Trent: And the letter?
Woman in the crowd: Read it!
Jonas Brandt: I read it twice.
"""
    assert [speaker for speaker, _ in told(text)] == [
        "Maya Trent",
        "Jonas Brandt",
        None,
        "Maya Trent",
        None,
        "Jonas Brandt",
    ]


def test_somebody_unnamed_in_subtitles_is_nobody():
    rows = [
        f"{n}\n00:00:{n * 5:02},000 --> 00:00:{n * 5 + 4:02},900\n{name}: {words}\n"
        for n, (name, _, words) in enumerate([*SAID[:4], ("Unnamed speaker", "", "Louder, please!"), SAID[4]], 1)
    ]
    assert [speaker for speaker, _ in told("\n".join(rows))][-2:] == [None, "Maya Trent"]


@pytest.mark.parametrize(
    "form",
    [
        "{initials}\n{name}\n0 minutes {s} seconds{time}\n{name} 0 minutes {s} seconds\n{words}\n",
        "{name}\n{time}\n{s} seconds\n{words}\n",
        "{time}\n{name} {s} seconds\n{words}\n",
    ],
)
def test_moments_that_stand_once_more_in_words_are_no_words(form):
    said = [(name, f"0:{int(time[3:]) + 2:02}", words) for name, time, words in SAID]
    rows = [
        form.format(
            initials="".join(each[0] for each in name.split()), name=name, time=time, s=int(time[2:]), words=words
        )
        for name, time, words in said
    ]
    assert told("\n".join(rows)) == [(name, words.replace("\n", " ")) for name, _, words in SAID]


@pytest.mark.parametrize("words", ["9 seconds of silence followed", "He ran for 9 seconds", "9 seconds, he said"])
def test_a_length_that_is_said_at_the_same_moment_is_said(words):
    said = ["welcome back to the river show", words, "he told me to wait", "and did the letter come"]
    rows = [f"0:{n * 7 + 2:02}\n{n * 7 + 2} seconds\n{each}" for n, each in enumerate(said)]
    rows[1] = f"0:09\n{words}"
    (post,) = posts_of("\n".join(rows))
    assert post.text == " ".join(said)


@pytest.mark.parametrize(
    "form",
    [
        "{time}\n{s} seconds\n{words}",
        "{time}\n{s} seconds{words}",
        "{time}{words}",
        "{time}\n{words}",
        "{time} {words}",
    ],
)
def test_the_panel_of_a_player_is_a_transcript(form):
    words = ["welcome back to the river show", "what did he say", "he told me to wait", "and did the letter come"]
    text = "\n".join(form.format(time=f"0:{n * 7 + 2:02}", s=n * 7 + 2, words=each) for n, each in enumerate(words))
    (post,) = posts_of(text)
    assert (post.text, post.at) == (" ".join(words), 2.0)


def test_hours_of_a_day_glued_to_am_or_pm_are_no_moments():
    assert (
        take_apart("\n".join(f"{hour}:30am: the gates of the quay open for hour {hour}" for hour in range(1, 7)))
        is None
    )


def test_names_in_small_letters_over_words_are_those_of_the_speakers():
    text = """The letter that came

maya trent

From the river, this is our show.

archived recording (rosa lindqvist)

We could see their lights.

maya trent

Jonas Brandt was there.

jonas brandt

I was. So I waited.

archived recording

Home!

maya trent

And did the letter come?

jonas brandt

It came on a Tuesday.
"""
    assert told(text) == [
        ("Maya Trent", "From the river, this is our show."),
        ("Rosa Lindqvist", "We could see their lights."),
        ("Maya Trent", "Jonas Brandt was there."),
        ("Jonas Brandt", "I was. So I waited."),
        (None, "Home!"),
        ("Maya Trent", "And did the letter come?"),
        ("Jonas Brandt", "It came on a Tuesday."),
    ]


def test_voices_that_a_program_tells_apart_are_turns():
    text = "\n".join(f"[SPEAKER_0{n % 2}]: {words.split(chr(10))[0]}" for n, (_, _, words) in enumerate(SAID))
    assert [(speaker, words) for speaker, words in told(text)] == [(None, words.split("\n")[0]) for _, _, words in SAID]


NAMED_ALONE = """THE RIVER SHOW - TRANSCRIPT
PRESENTER: MAYA TRENT

Trent
Welcome back. What did Solheim say?

Brandt
He told me to wait.
So I waited.

Trent
And did the letter come?

Brandt
It came on a Tuesday.

Trent
Thank you for coming.
"""


def test_surnames_alone_over_words_are_those_of_the_speakers():
    assert told(NAMED_ALONE)[-5:] == [
        ("Trent", "Welcome back. What did Solheim say?"),
        ("Brandt", "He told me to wait. So I waited."),
        ("Trent", "And did the letter come?"),
        ("Brandt", "It came on a Tuesday."),
        ("Trent", "Thank you for coming."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        NAMED_ALONE.replace("\n\nTrent", "\n\n16:03\nTrent").replace("\n\nBrandt", "\n\n15:20\nBrandt"),
        NAMED_ALONE.replace("Brandt", "Breaking"),
        NAMED_ALONE.replace("Brandt\nHe", "The letter\nHe").replace("Brandt\nIt", "The Tuesday\nIt"),
    ],
)
def test_names_of_who_wrote_labels_and_subheads_over_words_make_no_transcript(text):
    assert take_apart(text) is None


def test_labels_over_the_lines_of_subtitles_are_no_speakers():
    rows = [
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{label}\n{words}\n"
        for n, (label, words) in enumerate(
            [
                ("Breaking News", "The bridge is shut."),
                ("Analysis", "Why it matters is told below."),
                ("Breaking News", "Trains are late."),
                ("Analysis", "The county has to pay for it."),
            ],
            1,
        )
    ]
    assert {speaker for speaker, _ in told("\n".join(rows))} == {None}
