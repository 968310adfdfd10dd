"""Subtitles and transcripts in JSON: what is said, by whom and when, as far as the file tells. Whole files are golden pairs."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk.read import ReadError, read
from newsdesk.read.transcript.cues import take_cues
from newsdesk.read.transcript.speaker_labels import SpeakerNames


def told(text):
    return [(post.speaker, post.text, post.at) for post in read(text.encode(), name="x").posts]


def outcome(text):
    """The message of a refusal, and the posts."""
    try:
        return "", read(text.encode(), name="x").posts
    except ReadError as refused:
        return str(refused), ()


def cue(n, words, at=None):
    """The nth cue of a SubRip file, three seconds each."""
    at = 3 * n if at is None else at
    return f"{n}\n00:{at // 60:02}:{at % 60:02},000 --> 00:{at // 60:02}:{at % 60:02},900\n{words}\n\n"


def srt(*cues):
    return "".join(cue(n, words) for n, words in enumerate(cues, 1))


@pytest.mark.parametrize(
    "line",
    [
        "00:00:07,440 --> 00:00:09,000",
        "0:00:07.440 --> 0:00:09.000 X1:10 X2:20 Y1:1 Y2:2",
        "00: 00: 07, 440 -> 00: 00: 09, 000",
        "00:00:07:440 --> 00:00:09:000",
        "00:07.440 --> 00:09.000 align:start position:0%",
        "00:00:07,440-->00:00:09,000",
    ],
)
def test_the_times_of_a_cue_are_read_as_people_and_programs_write_them(line):
    assert [one.start for one in take_cues(f"1\n{line}\nHello there.\n").cues] == [7.44]


def test_a_line_of_times_that_is_damaged_costs_no_words():
    text = srt("The bridge", "is closed", "for a week.").replace("00:00:06,000", "00:0x:06,000")
    assert told(text) == [(None, "The bridge is closed for a week.", 3.0)]


def test_cues_out_of_order_are_put_in_order_and_a_wrong_time_alone_moves_nothing():
    swapped = cue(1, "One.") + cue(3, "Three.") + cue(2, "Two.") + cue(4, "Four.")
    assert told(swapped) == [(None, "One. Two. Three. Four.", 3.0)]
    mistyped = cue(1, "One.") + cue(2, "Two.", at=3000) + cue(3, "Three.")
    assert told(mistyped) == [(None, "One. Two. Three.", 3.0)]


def test_numbers_are_words_unless_they_count_the_cues():
    glued = srt("It was in\n1945", "and nobody knew.").replace("\n\n", "\n")
    assert told(glued) == [(None, "It was in 1945 and nobody knew.", 3.0)]


def test_a_blank_line_amid_a_cue_ends_nothing():
    assert told(srt("The bridge\n\nis closed.", "For a week.")) == [(None, "The bridge is closed. For a week.", 3.0)]


def test_captions_that_roll_are_taken_once_and_words_said_twice_are_kept():
    def roll(*shown):
        return "".join(f"00:0{n}.000 --> 00:0{n}.990\n{words}\n\n" for n, words in enumerate(shown))

    rolling = roll("the bridge", "the bridge\nis closed", "is closed\nfor a week")
    assert told("WEBVTT\n\n" + rolling) == [(None, "the bridge is closed for a week", 0.0)]
    growing = roll("the", "the bridge is", "the bridge is closed")
    assert told("WEBVTT\n\n" + growing) == [(None, "the bridge is closed", 0.0)]
    twice = roll("No.", "No.", "It is not.", "Never again.", "I mean it.", "We all do.")
    assert told("WEBVTT\n\n" + twice) == [(None, "No. No. It is not. Never again. I mean it. We all do.", 0.0)]


@pytest.mark.parametrize(
    ("words", "turns"),
    [
        (["&gt;&gt; Good evening.", "It rains.", ">> ADA MUSTER: It does."], [(None, "Good evening. It rains."), ("Ada Muster", "It does.")]),
        ([">> Does it? >> It does."], [(None, "Does it?"), (None, "It does.")]),
        ([">>> The question is: who pays?", ">> The owners."], [(None, "The question is: who pays?"), (None, "The owners.")]),
        (["[Ada Muster] It rains.", "[Jo Beispiel] It does not.", "[Ada Muster] It does."],
         [("Ada Muster", "It rains."), ("Jo Beispiel", "It does not."), ("Ada Muster", "It does.")]),
        (["-Does it?\n-It does.", "And it will."], [(None, "Does it?"), (None, "It does. And it will.")]),
        (["We wait -\n- nobody knows why -", "and wait."], [(None, "We wait - - nobody knows why - and wait.")]),
        (["ADA MUSTER: Welcome.", "JO BEISPIEL: Thanks.", "AM: So?", "JB: Well."],
         [("Ada Muster", "Welcome."), ("Jo Beispiel", "Thanks."), ("Ada Muster", "So?"), ("Jo Beispiel", "Well.")]),
        (["XY: Welcome.", "REPORTER: Why?", "MAN 2: No."], [(None, "Welcome."), (None, "Why?"), (None, "No.")]),
        (["Remember: it rains.", "The reason: the sea.", "It rains."], [(None, "Remember: it rains. The reason: the sea. It rains.")]),
        (["It rains a lot here.", "Jo Beispiel: Thank you.", "JB: Does it rain?", "AM: It does."],
         [(None, "It rains a lot here."), ("Jo Beispiel", "Thank you. Does it rain?"), (None, "It does.")]),
        (["<font color=#ffff00>Does it rain?</font>", "It does.", "It has for weeks.", "<font color='#ffff00'>For weeks,</font>", '<font color="#ffff00">and more?', "Yes.", "No."],
         [(None, "Does it rain?"), (None, "It does. It has for weeks."), (None, "For weeks, and more?"), (None, "Yes. No.")]),
        (["It <font color=#ffff00>rains</font>.", "<font color=#00ff00>It pours.</font>", "It is wet."], [(None, "It rains. It pours. It is wet.")]),
        (["ADA MUSTER:\nIt rains.", ">> MAN:\nIt does.", "JO BEISPIEL:\nIt\npours."],
         [("Ada Muster", "It rains."), (None, "It does."), ("Jo Beispiel", "It pours.")]),
        (["Here is why:\nit rains.", "Well:\nit does."], [(None, "Here is why: it rains. Well: it does.")]),
        (["MR O'NEILL-MUSTER: Yes, it rains and rains."], [("Mr O'Neill-Muster", "Yes, it rains and rains.")]),
    ],
)  # fmt: skip
def test_marks_tell_who_speaks(words, turns):
    assert turns == [turn[:2] for turn in told(srt(*words))]


ORLA = ["Orla: Welcome to the", "islands, where it", "Orla: has rained,", "Orla: as it", "does, for", "three", "weeks."]


@pytest.mark.parametrize(
    ("more", "speakers"),
    [
        (["Jonas: It does", "rain and", "Jonas: it pours."], ["Orla", "Jonas"]),
        (["\nJonas: It does", "rain."], ["Orla", "Jonas"]),
        (["Jonas: It does", "rain."], ["Orla"]),
        (["Reminder: it rains.", "Reminder: it pours."], ["Orla"]),
        (["\nThe next question: does it?"], ["Orla"]),
        (["\nDoes it: yes.", "It does."], ["Orla"]),
    ],
)
def test_where_one_is_named_before_the_words_the_others_are(more, speakers):
    cues: list[str] = []
    second = 0
    for words in [*ORLA, *more]:
        second += 4 if words.startswith("\n") else 1
        cues.append(f"00:00:{second:02}.000 --> 00:00:{second + 1:02}.000\n{words.strip()}\n\n")
    posts = read(f"WEBVTT\n\n{''.join(cues)}".encode(), name="x").posts
    assert [post.speaker for post in posts] == speakers


def test_names_before_words_stand_beside_voice_tags():
    words = [
        "<v Orla>Welcome.",
        "Jonas: It rains",
        "here,",
        "as it",
        "often does",
        "in May.",
        "<v Orla>Rule: it does.",
        "<v Orla>Rule: it pours.",
        "Jonas: Yes.",
    ]
    told_by = [(post.speaker, post.text) for post in read(f"WEBVTT\n\n{srt(*words)}".encode(), name="x").posts]
    assert told_by == [
        ("Orla", "Welcome."), ("Jonas", "It rains here, as it often does in May."), ("Orla", "Rule: it does. Rule: it pours."), ("Jonas", "Yes."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (["<v Moderator>Welcome.", "<v Ada Muster>It rains.", "<v Speaker 1>Does it?"], ["Moderator", None, "Speaker 1"]),
        (["REPORTER: Does it rain?", "ADA MUSTER: It does.", ">> And more?"], ["REPORTER", None, None]),
        (["NEWS ANCHOR: Does it rain?", "ADA MUSTER: It does.", "TV PRESENTER: And more?"], ["NEWS ANCHOR", None, "TV PRESENTER"]),
        (["UNNAMED SPEAKER: Does it rain?", "ADA MUSTER: It does.", "UNNAMED OFFICIAL: And more?"], ["UNNAMED SPEAKER", None, "UNNAMED OFFICIAL"]),
        (["[Narrator] It rains.", "[Ada Muster] It does.", "[Narrator] It pours.", "[Narrator] It is wet."], ["Narrator", None, "Narrator"]),
        (["HOST: Welcome.", "XY: Thanks.", "ADA MUSTER: So?"], ["HOST", "XY", None]),
        (["Remember: it rains.", "It does."], [None]),
    ],
)  # fmt: skip
def test_words_that_name_nobody_label_a_turn(words, labels):
    posts = read(f"WEBVTT\n\n{srt(*words)}".encode(), name="x").posts
    assert labels == [post.label for post in posts]
    assert not any(post.speaker and post.label for post in posts)


def test_labels_before_printed_speech_are_kept_too():
    names = ["HOST", "ADA MUSTER", "HOST", "ADA MUSTER", "Q", "ADA MUSTER"]
    posts = read("\n\n".join(f"{name}: It rains a lot here in Marwick." for name in names).encode(), name="x").posts
    assert [post.label for post in posts] == ["HOST", None, "HOST", None, "Q", None]


SPEECH = "\n\n".join(f"{name}: It rains a lot here in Marwick." for name in ["HOST", "ADA MUSTER"] * 3)


@pytest.mark.parametrize(
    ("above", "title", "day", "first"),
    [
        ("Briefing, 26 November 2026", "Briefing, 26 November 2026", 26, "It rains a lot here in Marwick."),
        ("# Briefing\n\n*26 November 2026, Port Lindra*", "Briefing", 26, "It rains a lot here in Marwick."),
        ("Briefing of the coast guard\nRecorded on 26 November 2026", "Briefing of the coast guard", 26, "It rains a lot here in Marwick."),
        ("Briefing\n\nThe head of the coast guard spoke for an hour.", "Briefing", None, "The head of the coast guard spoke for an hour."),
        ("Briefing\n\nPlace: Marwick", "Briefing", None, "Place: Marwick"),
    ],
)  # fmt: skip
def test_title_and_day_stand_above_speech_with_names(above, title, day, first):
    reading = read(f"{above}\n\n{SPEECH}".encode(), name="x")
    assert reading.source.title == title
    assert (reading.source.printed_time.day if reading.source.printed_time else None) == day
    assert reading.posts[0].text == first


def test_title_and_day_stand_above_lines_with_moments():
    lines = "\n".join(f"00:{5 * n:02} It rains a lot here in Marwick." for n in range(5))
    source = read(f"Briefing of the coast guard\n26 November 2026\n\n{lines}\n".encode(), name="x").source
    assert source.title == "Briefing of the coast guard"
    assert source.printed_time.day == 26


def test_words_are_listened_to_where_marks_are_rare():
    report = [
        "It rains.",
        *["And it goes on."] * 30,
        "Here's our editor, Ada Muster.",
        "It came fast.",
        "Ada Muster there.",
        "- Is it over?\n- It is.",
    ]
    assert [speaker for speaker, _, _ in told(srt(*report))] == [None, "Ada Muster", None, None, None]


def test_sbv_is_read_as_other_subtitles_are():
    text = "0:00:01.000,0:00:02.000\n>> ADA MUSTER: It rains[br]a lot.\n\n0:00:02.000,0:00:03.500\n>> It does,\nas 1,000 ships know.\n"
    assert told(text) == [("Ada Muster", "It rains a lot.", 1.0), (None, "It does, as 1,000 ships know.", 2.0)]


TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:tts="http://www.w3.org/ns/ttml#styling"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" ttp:tickRate="1000">
  <head>
    <metadata><ttm:title>Briefing, 26 November 2026</ttm:title>
      <ttm:agent xml:id="one" type="person"><ttm:name type="full">Ada Muster</ttm:name></ttm:agent></metadata>
    <styling><style xml:id="y" tts:color="yellow"/><style xml:id="w" tts:color="white"/></styling>
  </head>
  <body><div>
    <!-- <p begin="0s">Not said.</p> -->
    %s
  </div></body>
</tt>
"""


@pytest.mark.parametrize(
    ("cues", "turns"),
    [
        ('<p begin="00:00:01.000" end="00:00:02.000">The bridge<br/>is closed</p><p begin="00:00:02.5" dur="1s">for a week.</p>',
         [(None, "The bridge is closed for a week.", 1.0)]),
        ('<p begin="00:00:01:10" ttm:agent="one">It rains &amp; pours.</p>', [("Ada Muster", "It rains & pours.", 1.4)]),
        ('<p begin="2500t"><span>It rains.</span></p>', [(None, "It rains.", 2.5)]),
        ('<p><span begin="500ms">It</span> <span begin="1s">rains.</span></p>', [(None, "It rains.", 0.5)]),
        ("".join(f'<p begin="{n}s"><span style="{"wy"[n % 2]}">{("Does it?", "It does.")[n % 2]}</span></p>' for n in range(6)),
         [(None, "Does it?", 0.0), (None, "It does.", 1.0)]),
        ('<p begin="1s">&unknown; It rains.</p>', [(None, "&unknown; It rains.", 1.0)]),
        ('<p begin="soon">It rains.</p><p begin="5s">It pours.</p>', [(None, "It rains. It pours.", 0.0)]),
    ],
)  # fmt: skip
def test_subtitles_in_xml_are_read_as_others_are(cues, turns):
    assert told(TTML % cues)[: len(turns)] == turns


def test_the_title_of_subtitles_in_xml_may_tell_their_day():
    source = read((TTML % '<p begin="1s">It rains.</p>').encode(), name="x").source
    assert source.title == "Briefing, 26 November 2026"
    assert (source.printed_time.year, source.printed_time.month, source.printed_time.day) == (2026, 11, 26)


def test_what_a_file_in_xml_declares_is_not_looked_at(tmp_path):
    (tmp_path / "secret").write_text("secret words")
    declared = f'<!DOCTYPE tt [<!ENTITY x SYSTEM "file://{tmp_path}/secret"><!ENTITY y "yyyy">]>'
    text = f'<?xml version="1.0"?>{declared}<tt><body><p begin="1s">It &x; rains &y;.</p></body></tt>'
    assert told(text) == [(None, "It &x; rains &y;.", 1.0)]


@pytest.mark.parametrize(
    "text",
    [
        '<transcript><text start="1.5" dur="2">It&amp;#39;s wet</text><text start="3.5" dur="2">here.</text></transcript>',
        '<timedtext format="3"><body><p t="1500" d="2000"><s>It&#39;s</s><s t="400"> wet</s></p><p t="3500" d="9">here.</p></body></timedtext>',
        '<timedtext><text t="1500" d="2000">It\'s wet</text><text t="3500" d="9">here.</text></timedtext>',
    ],
)
def test_what_a_player_gets_is_read_too(text):
    assert told(f'<?xml version="1.0" encoding="utf-8" ?>{text}') == [(None, "It's wet here.", 1.5)]


@pytest.mark.parametrize(
    ("words", "text", "captions"),
    [
        ("It rains. [thunder]", "It rains.", ("[thunder]",)),
        ("(Applause) Thank you.", "Thank you.", ("(Applause)",)),
        ("[UPBEAT\nMUSIC PLAYING]\nGood evening.", "Good evening.", ("[UPBEAT MUSIC PLAYING]",)),
        ("♪ And so we sail ♪\nGood evening.", "Good evening.", ("♪ And so we sail ♪",)),
        ("If he [Okafor] is serious", "If he [Okafor] is serious", ()),
        ("You are a [ __ ] liar.", "You are a [ __ ] liar.", ()),
        ("He said [inaudible] on Monday.", "He said [inaudible] on Monday.", ()),
        ("It was (I was there) a day of music.", "It was (I was there) a day of music.", ()),
        ("Thank you.\nSubtitles by Ines Haddad", "Thank you.", ("Subtitles by Ines Haddad",)),
    ],
)
def test_sounds_are_kept_apart_and_asides_are_not(words, text, captions):
    (post,) = read(srt(words).encode(), name="x").posts
    assert (text, captions) == (post.text, post.captions)


def test_speech_without_full_stops_gets_paragraphs():
    (post,) = read(srt(*["and so it went on and on for them"] * 60).encode(), name="x").posts
    assert len(post.text.split("\n\n")) == 2
    assert max(map(len, post.text.split("\n\n"))) < 1500


def test_moments_are_linked_as_the_address_takes_them():
    def link(address):
        text = f"WEBVTT\n\nNOTE {address}\n\n01:05.900 --> 01:07.000\nHello there.\n"
        return read(text.encode(), name="x").posts[0].link

    assert link("https://youtu.be/abc") == "https://youtu.be/abc?t=65s"
    assert link("https://www.youtube.com/watch?v=abc&t=9s") == "https://www.youtube.com/watch?v=abc&t=9s"
    assert link("https://video.example.org/a.mp4") == "https://video.example.org/a.mp4#t=65"
    assert link("javascript:alert(1)") is None


def recorded(head):
    time = read(f"{head}\n\n00:01.000 --> 00:02.000\nHello there.\n".encode(), name="x").source.printed_time
    return time and (time.year, time.month, time.day, time.hour)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("WEBVTT - Briefing, 26 November 2026", (2026, 11, 26, None)),
        ("WEBVTT - Briefing (26 November 2026, 16:15 GMT)", (2026, 11, 26, 16)),
        ("WEBVTT - 2026-11-26 Briefing of the coast guard", (2026, 11, 26, None)),
        ("WEBVTT - 26 November 2026: Briefing", (2026, 11, 26, None)),
        ("WEBVTT\n\nNOTE Recorded 26 November 2026", (2026, 11, 26, None)),
        ("WEBVTT\n\nNOTE date: 2026-11-26T16:15Z", (2026, 11, 26, 16)),
        ("WEBVTT\nKind: captions\nDate: Nov 26, 2026", (2026, 11, 26, None)),
        ("WEBVTT\n\nNOTE\nBroadcast on Thursday 26 November 2026", (2026, 11, 26, None)),
        ("WEBVTT - Briefing, 26 November 2026\n\nNOTE Recorded: 26 November 2026 16:15", (2026, 11, 26, 16)),
        ("WEBVTT - Briefing, 26 November 2026\n\nNOTE Recorded 25 November 2026", None),
        ("WEBVTT - What happened on 26 November 2026", None),
        ("WEBVTT - 26 November 2026 and after", None),
        ("WEBVTT - Captions exported by Example, 26 November 2026", None),
        ("WEBVTT - Briefing, 26 November", None),
        ("WEBVTT - Briefing, 11/12/2026", None),
        ("WEBVTT\n\nNOTE 26 November 2026", None),
        ("WEBVTT\n\nNOTE Created 26 November 2026", None),
        ("WEBVTT\n\nNOTE Profile: example-sdh\nNOTE Date: 2026/11/26 15:44:03", None),
        ("WEBVTT\n\nNOTE Generator: Example\n\nNOTE Recorded 26 November 2026", (2026, 11, 26, None)),
        ("WEBVTT\n\nNOTE Recorded near Marwick before 26 November 2026", None),
    ],
)  # fmt: skip
def test_the_day_of_a_recording_is_told_by_its_title_or_a_comment(head, day):
    assert recorded(head) == day


@pytest.mark.parametrize("time", ["null", "true", "NaN", "-1", "1e400", '"soon"', "[]", "1" * 400])
def test_a_moment_in_json_that_is_none_is_that_of_the_segment_before(time):
    text = '{"segments": [{"start": 2, "text": "One.", "speaker": "A B"}, {"start": %s, "text": "Two.", "speaker": "C D"}]}'
    assert told(text % time) == [("A B", "One.", 2.0), ("C D", "Two.", 2.0)]


PIECES = st.sampled_from(
    ["00:00:01,000 --> 00:00:02,000\n", "00:05.000 --> 00:06.000 align:start\n", "-->", "99:99:99,999 --> 00:00:00,000\n", "\n", "\n\n", "1\n", "NOTE\n", "STYLE\n",
     "<v Ada Muster>", "</v>", "<c.red>", "<00:01.000>", ">> ", "- ", "ADA: ", "[Music]", "(laughs) ", "♪", "&amp;#27;", "&lt;v&gt;", "{\\an8}", "He said so. ", "it went on ",
     "Translator: ", '<p begin="1s">', "</p>", "<br/>", '<text start="2">', "<span style='a'", "<![CDATA[", "<!--", "0:00:01.000,0:00:02.000\n", "[Jo Beispiel] ", "\x1b[2J", "\u202e", "\x00", "\r\n"]
)  # fmt: skip


@settings(max_examples=60)
@given(
    st.sampled_from(["WEBVTT\n\n", "<tt><body>", "<timedtext>", "1\n00:00:01,000 --> 00:00:02,000\n"]),
    st.lists(PIECES, max_size=40),
)
def test_any_subtitles_are_read_or_refused_in_one_line(head, pieces):
    message, posts = outcome(head + "".join(pieces))
    assert "\n" not in message
    moments = [post.at for post in posts]
    assert moments == sorted(moments)
    assert all(post.text and post.text.isprintable() for post in posts if "\n" not in post.text)


SEGMENT = st.fixed_dictionaries(
    {},
    optional={
        "start": st.one_of(st.none(), st.floats(), st.integers(), st.text(max_size=5)),
        "startTime": st.one_of(st.floats(0, 100), st.just("00:00:05")),
        "text": st.one_of(st.text(max_size=20), st.integers()),
        "body": st.text(max_size=20),
        "speaker": st.one_of(st.text(max_size=8), st.integers(), st.sampled_from(["Ada Muster", "SPEAKER_01"])),
    },
)


@settings(max_examples=60)
@given(st.lists(st.one_of(SEGMENT, st.integers()), max_size=8), st.booleans())
def test_any_json_of_segments_is_read_or_refused_in_one_line(segments, bare):
    document = json.dumps(segments if bare else {"segments": segments, "title": 5, "url": ["x"]})
    message, posts = outcome(document)
    assert "\n" not in message
    assert all(post.text for post in posts)


@pytest.mark.parametrize(
    "flood",
    [
        lambda n: srt(*["He said so and left it."] * (n // 10)),
        lambda n: srt("- Yes.\n" * n),
        lambda n: srt(">> a " * n),
        lambda n: "WEBVTT\n\n" + "00:01.000 --> 00:02.000\n" * n,
        lambda n: TTML % ('<p begin="1s">It rains.' * n),
        lambda n: TTML % ("<p " * n),
        lambda n: TTML % ("<!--" * n),
        lambda n: TTML % ("<p " + "a=" * n),
        lambda n: TTML % ('<p begin="1s">' + "<br/>" * n),
        lambda n: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v a>b\n" * n + "\n00:01.000 --> 00:02.000\n" + "<v a>b\n" * n,
    ],
)  # fmt: skip
def test_floods_cost_what_they_are_long(flood):
    assert_linear(lambda n: outcome(flood(n)), small=400)


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("MEC ADA MUSTER", "Ada Muster"),
        ("SEN. ADA MUSTER", "Ada Muster"),
        ("Det Sgt Ada Muster", "Ada Muster"),
        ("ADA MUSTER MSP", "Ada Muster"),
        ("DR ADA MUSTER", "Dr Ada Muster"),
        # What is left alone would be no full name.
        ("MEP MUSTER", "MEP Muster"),
        ("GEN. MUSTER", "Gen. Muster"),
        ("Rep Muster", "Rep Muster"),
        ("ADA COL", "Ada Col"),
    ],
)
def test_a_short_word_for_an_office_is_no_part_of_a_speakers_name(label, speaker):
    assert SpeakerNames([label]).of(label) == speaker


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Counsel for the County, Mr Muster", "Mr Muster"),
        ("COUNSEL FOR THE COUNTY, MS MUSTER", "Ms Muster"),
        ("Ada Muster, county engineer", "Ada Muster"),
        ("Ada Muster, Lady Mayor", "Ada Muster"),
        ("Muster, Dr Ada", "Dr Ada Muster"),
    ],
)
def test_behind_an_office_stands_whose_it_is(label, speaker):
    assert SpeakerNames([label]).of(label) == speaker


@pytest.mark.parametrize(
    ("lines", "turns"),
    [
        (["- And did you?", "- Yes, I did."], ["And did you?", "Yes, I did."]),
        (["- And did", "- you?"], ["- And did - you?"]),
        (["And did you?", "- Yes - I did."], ["And did you? - Yes - I did."]),
    ],
)
def test_dashes_of_cues_in_turn_open_turns_where_sentences_end(lines, turns):
    cues = [f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{line}\n" for n, line in enumerate(lines)]
    assert [post.text for post in read(("WEBVTT\n\n" + "\n".join(cues)).encode(), name="x").posts] == turns


MINISTER = "MINISTER FOR PORTS (ADA MUSTER)"


@pytest.mark.parametrize(
    ("labels", "speakers"),
    [
        # the text says who holds the office
        ([MINISTER, "ADA MUSTER"], ["Ada Muster", "Ada Muster"]),
        ([MINISTER, "MINISTER FOR PORTS", "MUSTER"], ["Ada Muster"] * 3),
        (["The Minister for Ports (Mrs Ada Muster)", "Ada Muster"], ["Ada Muster", "Ada Muster"]),
        (["Prime Minister (Ada Muster)", "Prime Minister"], ["Ada Muster", "Ada Muster"]),
        (["For the owners [Ada Muster]", "Ada Muster"], ["Ada Muster", "Ada Muster"]),
        (["Tollmark Shop Workers Union (TSWU)", "TSWU"], ["Tollmark Shop Workers Union"] * 2),
        (["UNION OF SHOP WORKERS (USW)", "USW"], ["Union of Shop Workers"] * 2),
        # it does not, or says it of several
        (["MINISTER FOR PORTS", "ADA MUSTER"], ["Minister for Ports", "Ada Muster"]),
        (
            [MINISTER, "MINISTER FOR PORTS (JO BEISPIEL)", "MINISTER FOR PORTS"],
            ["Ada Muster", "Jo Beispiel", "Minister for Ports"],
        ),
        (["Ada Muster (Jo Beispiel)", "Jo Beispiel"], ["Ada Muster", "Jo Beispiel"]),
        (["Interpreter (Ada Muster)", "Ada Muster"], [None, "Ada Muster"]),
        (["Harbour board (Ada Muster)"], ["Harbour board"]),
        (["MINISTER FOR PORTS (off mic)", "ADA MUSTER"], ["Minister for Ports", "Ada Muster"]),
        (["MINISTER FOR PORTS (MUSTER)"], ["Minister for Ports"]),
        (["Union of Shop Workers (Leith)", "USW"], ["Union of Shop Workers", "Usw"]),
    ],
)
def test_an_office_is_its_holder_where_the_labels_say_who_holds_it(labels, speakers):
    names = SpeakerNames(labels)
    assert [names.of(label) for label in labels] == speakers
