"""Mails: what they say, who sent them, and what they carry along. Whole mails are golden pairs."""

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk.model import SourceKind
from newsdesk.read import ReadError, read
from newsdesk.read.mail.furniture import is_mail_furniture, without_mail_furniture

HEAD = (
    b"From: Ada Muster <ada@example.org>\nTo: jo@example.org\nSubject: Harbour\nDate: Tue, 3 Jun 2025 16:03:00 +0100\n"
)
WORDS = "The harbour of Port Lindra will stay closed until Thursday, the coast guard said on Tuesday."


def mail(body=WORDS, sender="Ada Muster <ada@example.org>", **headers):
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "jo@example.org"
    message["Subject"] = headers.pop("subject", "Harbour")
    message["Date"] = headers.pop("date", "Tue, 3 Jun 2025 16:03:00 +0100")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message


def posts(message):
    return read(bytes(message), name="x.eml").posts


def outcome(data):
    """The message of a refusal, and the posts."""
    try:
        return "", read(data, name="x").posts
    except ReadError as refused:
        return str(refused), ()


def test_the_headers_give_headline_byline_time_and_identity():
    (post,) = posts(mail(Message_ID="<1@example.org>"))
    assert (post.headline, post.byline_name, post.own_id, post.text) == (
        "Harbour",
        "Ada Muster",
        "<1@example.org>",
        WORDS,
    )
    assert (post.printed_time.hour, post.printed_time.utc_offset) == (16, 60)


@pytest.mark.parametrize(
    ("sender", "byline", "publisher"),
    [
        ("Ada Muster <ada@example.org>", "Ada Muster", None),
        ("Ada Muster from The Quay <quay@letters.example.org>", "Ada Muster", "The Quay"),
        ("Ada Muster at Example News <news@example.org>", "Ada Muster", "Example News"),
        ('"The Quay" <quay@example.org>', None, "The Quay"),
        ("Example Ferries <press@example.org>", None, "Example Ferries"),
        ("Morning Briefing <a@example.org>", None, "Morning Briefing"),
        ("Ada Muster via Letters <ada@letters.example.org>", "Ada Muster", None),
        ("ada@example.org", None, None),
        ("=?utf-8?q?J=C3=B6rg_Beispiel?= <joerg@example.org>", "Jörg Beispiel", None),
    ],
)
def test_who_sent_it_is_a_byline_or_a_house(sender, byline, publisher):
    data = HEAD.replace(b"Ada Muster <ada@example.org>", sender.encode()) + b"\n" + WORDS.encode()
    reading = read(data, name="x")
    assert (reading.posts[0].byline_name, reading.source.publisher) == (byline, publisher)


@pytest.mark.parametrize(
    ("charset", "encoded"),
    [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("us-ascii", "utf-8"), ("windows-1251", "cp1251"), ("x-unknown", "utf-8"), ("koi8-r", "koi8-r")],
)  # fmt: skip
def test_words_survive_their_charset_and_wrong_ones(charset, encoded):
    words = (
        "Порт закрыт до четверга, сообщила охрана."
        if encoded in {"cp1251", "koi8-r"}
        else "“Schön”, sagte die Bürgermeisterin."
    )
    data = (
        HEAD
        + f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode()
        + words.encode(encoded)
    )
    assert read(data, name="x").posts[0].text == words


def test_a_raw_header_in_utf_8_is_read():
    data = HEAD.replace(b"Harbour", "Häfen schließen".encode()) + b"\n" + WORDS.encode()
    assert read(data, name="x").posts[0].headline == "Häfen schließen"


def test_attachments_are_named_and_not_opened():
    message = mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="report\u202e.pdf")
    message.add_attachment("Words of an attachment that nobody asked for.", filename="notes.txt")
    (post,) = posts(message)
    assert (post.text, post.captions) == (WORDS, ("attached: report.pdf", "attached: notes.txt"))


def test_a_mail_forwarded_as_a_part_is_a_post_of_its_own():
    inner = mail(sender="Jo Beispiel <jo@example.org>", subject="The ferry")
    outer = mail("I was sent this on Monday and think that we should have it on the page before noon.")
    outer.add_attachment(inner)
    assert [(post.byline_name, post.headline) for post in posts(outer)] == [
        ("Ada Muster", "Harbour"),
        ("Jo Beispiel", "The ferry"),
    ]
    noted = mail("FYI")
    noted.add_attachment(inner)
    assert [(post.n, post.headline) for post in posts(noted)] == [(1, "The ferry")]


def test_the_fuller_of_two_forms_is_read():
    message = mail()
    message.add_alternative("<p>View in browser</p>", subtype="html")
    assert posts(message)[0].text == WORDS
    message = mail("See the web version.")
    message.add_alternative(f"<div style='DISPLAY:none'>Preview</div><p>{WORDS}</p>", subtype="html")
    assert posts(message)[0].text == WORDS


def test_plain_text_is_unwrapped_and_loses_addresses_and_signature():
    text = (
        "The harbour (https://example.org/a) will stay\nclosed until Thursday,\nthe coast guard said in the evening.\n\nhttps://example.org/b\n\n"
        "It rains.\n-- \nAda Muster\nExample News\n"
    )
    (post,) = posts(mail(text))
    assert post.text == "The harbour will stay closed until Thursday, the coast guard said in the evening.\n\nIt rains."


@pytest.mark.parametrize(
    "line",
    ["View in browser", "View this email in your browser", "Read online | Sign up | Share", "* * *", "Was this forwarded to you? Sign up here.", "Subscribe now",
     "Privacy Policy • Terms of Service", "12 Likes 3 Comments", "Sent from my phone"],
)  # fmt: skip
def test_furniture_of_mails_is_told(line):
    assert is_mail_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Viewers in the capital saw the ferry first.", "The ministers read the treaty | and signed it.", "He told you that you are receiving nothing.",
     "Share prices fell on Monday.", "Like his father, he sails.", "(c) the islands wait for a boat", "(c) The islands wait for a boat.", "(c)the islands wait"],
)  # fmt: skip
def test_words_are_no_furniture(line):
    assert not is_mail_furniture(line)
    assert without_mail_furniture([WORDS, line]) == [WORDS, line]


@pytest.mark.parametrize(
    "line",
    [
        "(c) Aldmouth Agency",
        "(c) Aldmouth Agency, 1 Quay Road, Marwick",
        "(c) 2026 Aldmouth Agency",
        "(c)Aldmouth Agency",
    ],
)
def test_who_owns_the_words_of_a_mail_is_no_part_of_them(line):
    assert without_mail_furniture([WORDS, line]) == [WORDS]


def test_a_foot_goes_as_a_whole():
    foot = ["You are receiving this email because you signed up.", "1 Quay Street", "Port Lindra", "Unsubscribe"]
    assert without_mail_furniture(["It rains.", "It pours.", *foot]) == ["It rains.", "It pours."]


def test_mails_of_a_box_keep_their_own_names_and_times():
    reading = read((b"From a Tue Jun  3 16:03:00 2025\r\n" + HEAD + b"\n>From here on.\n\n") * 2, name="x")
    assert [post.text for post in reading.posts] == ["From here on."] * 2
    assert (reading.source.title, reading.source.printed_time) == (None, None)


def test_an_encrypted_mail_says_so():
    data = (
        HEAD
        + b"MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nQUFB\n"
    )
    assert outcome(data)[0] == "x: this mail is encrypted; open it where you read mail, copy its text, and add that"


def test_a_mail_of_boxes_in_boxes_is_refused():
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (n, n) for n in range(100))
    assert outcome(HEAD + deep)[0].startswith("x: this mail has more parts inside each other than can be read")


PIECES = st.sampled_from(
    [b"MIME-Version: 1.0\n", b"Content-Type: multipart/mixed; boundary=a\n\n", b"Content-Type: multipart/alternative; boundary=b\n\n", b"--a\n", b"--b\n", b"--a--\n",
     b"Content-Type: text/html; charset=utf-16\n\n", b"Content-Type: message/rfc822\n\n", b"Content-Type: ((\n", b"Content-Transfer-Encoding: base64\n\n",
     b"Content-Disposition: attachment; filename*=utf-8''%1b[2J.txt\n\n", b"Subject: =?x?b?\xff?=\n", b"\n", b"<p>He said so.</p>", b"QUFB\n", b"\x1b[2J", b"\xe2\x80\xae",
     b"-----Original Message-----\n", b"From: Jo <j@x.org>\n", b"Date: nonsense\n", b"Unsubscribe\n", b"\x00", b"\r\n", b"= \n", b"It rains in Port Lindra.\n"]
)  # fmt: skip


@settings(max_examples=80)
@given(st.lists(PIECES, max_size=30))
def test_any_mail_is_read_or_refused_in_one_line(pieces):
    message, found = outcome(HEAD + b"".join(pieces))
    assert "\n" not in message
    words = "".join(f"{post.text}{post.headline}{post.byline_name}{post.own_id}{post.captions}" for post in found)
    assert not [letter for letter in words if ord(letter) < 32 and letter != "\n"]
    assert "\u202e" not in words


@pytest.mark.parametrize(
    "flood",
    [
        lambda n: HEAD + b"\n" + b"x\n" * n,
        lambda n: HEAD + b"\n\nword" + b"\n" * n + b"word",
        lambda n: HEAD + b"\n" + b"-----Original Message-----\nFrom: a\nwords\n" * (n // 20),
        lambda n: (b"From a Tue Jun  3 16:03:00 2025\n" + HEAD + b"\nwords\n\n") * (n // 100),
        lambda n: HEAD + b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * (n // 20),
    ],
)
def test_floods_cost_what_they_are_long(flood):
    assert_linear(lambda n: outcome(flood(n)), small=2_000)


REPLY = (
    "On 2 June 2025, Jo Fenn wrote:\n"
    "> Will the harbour stay closed for the whole of the week, or is there a \n"
    "> chance that the first ferries go on Friday?\n"
    "It will stay closed, and nobody here knows when the first of the ferries \n"
    "will go out again.\n"
    ">> Who asked?\n"
    "Everybody did.\n"
    "-- \n"
    "Ada Muster, Port Lindra\n"
)


@pytest.mark.parametrize("flowed", [True, False])
def test_what_a_mail_quotes_goes_on_in_none_of_its_own_words(flowed):
    form = b"Content-Type: text/plain; format=flowed\n" if flowed else b""
    text = REPLY if flowed else REPLY.replace(" \n", "\n").replace("--\n", "-- \n")
    (post,) = read(HEAD + form + b"\n" + text.encode(), name="x.eml").posts
    assert post.text.split("\n\n") == [
        "On 2 June 2025, Jo Fenn wrote:",
        "> Will the harbour stay closed for the whole of the week, or is there a chance that the first ferries go on Friday?",
        "It will stay closed, and nobody here knows when the first of the ferries will go out again.",
        ">> Who asked?",
        "Everybody did.",
    ]


PASSED_ON = (
    "---------- Forwarded message ---------\nFrom: Bo Beispiel <bo@port.example>\nDate: Sun, 1 Jun 2025 at 18:00\nSubject: The pier\n"
    "To: Ada Muster <ada@example.org>\n\nThe pier will stay closed until Friday, the harbour master said on Sunday."
)
PIER = "The pier will stay closed until Friday, the harbour master said on Sunday."


@pytest.mark.parametrize(
    "note",
    [
        "Please check before noon, the figures are wrong.",
        "Hi Jo,\n\nThe harbour master denies it.\n\nAda",
        "FYI: he has not answered since Sunday.",
    ],
)
def test_a_note_over_a_forwarded_mail_that_tells_something_is_a_post(note):
    over, passed_on = posts(mail(f"{note}\n\n{PASSED_ON}", subject="Fwd: The pier"))
    assert (over.text, over.byline_name, over.printed_time.day) == (note, "Ada Muster", 3)
    assert (passed_on.headline, passed_on.byline_name, passed_on.text) == ("The pier", "Bo Beispiel", PIER)


@pytest.mark.parametrize(
    "note",
    [
        "FYI",
        "Hi Jo,\n\nPlease see below.\n\nBest regards,\nAda Muster",
        "For your information.\n\nThanks!",
        "See attached.",
    ],
)
def test_a_note_that_only_passes_a_mail_on_is_no_post(note):
    (passed_on,) = posts(mail(f"{note}\n\n{PASSED_ON}", subject="Fwd: The pier"))
    assert (passed_on.headline, passed_on.text) == ("The pier", PIER)


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_forwarded_mail_that_is_pasted_is_read_with_the_words_over_it(mark):
    marked = "\n".join(mark + line for line in PASSED_ON.split("\n")[1:])
    text = f"The harbour master denies it, and has not answered.\n\nBegin forwarded message:\n\n{marked}\n"
    reading = read(text.encode(), name="pasted text")
    over, passed_on = reading.posts
    assert reading.source.kind is SourceKind.MAIL
    assert (over.text, over.byline_name, over.printed_time) == (
        "The harbour master denies it, and has not answered.",
        None,
        None,
    )
    assert (passed_on.headline, passed_on.byline_name, passed_on.text) == ("The pier", "Bo Beispiel", PIER)
    assert passed_on.printed_time.day == 1


@pytest.mark.parametrize(
    "head",
    ["", "From: the harbour\n", "From: the harbour\nSubject: The pier\n", "Subject: The pier\nDate: 1 June 2025\n"],
)
def test_the_line_over_a_forwarded_mail_makes_none_by_itself(head):
    text = f"The court heard how the mail began.\n\n---------- Forwarded message ---------\n{head}\n{PIER}\n"
    assert read(text.encode(), name="x").source.kind is SourceKind.ARTICLE


def test_floods_of_lines_over_forwarded_mails_end():
    assert_linear(lambda n: outcome(("---- Forwarded message ----\n" * n + "-" * n).encode()), 100)


def test_a_mail_that_a_post_of_a_live_page_shows_makes_the_page_no_mail():
    shown = f"-----Original message-----\nFrom: Bo Beispiel\nSent: 1 June 2025\nSubject: The pier\n\n{PIER}"
    text = f"Pier live\n\n16:05 BST\nMail is found\n{PIER}\n\n{shown}\n\n15:02 BST\nSearch goes on\n{PIER}\n\n14:30 BST\nPier is shut\n{PIER}\n"
    assert read(text.encode(), name="x").source.kind is SourceKind.LIVE_PAGE
    assert read(shown.encode(), name="x").source.kind is SourceKind.MAIL


BLOCK = "From: Bo Beispiel <bo@example.org>\nSent: Sunday, 1 June 2025 09:15\nTo: Ada Muster <ada@example.org>\nSubject: The pier"


@pytest.mark.parametrize("rule", ["", "________________________________\n"])
def test_a_mail_below_a_note_is_told_by_what_it_says_of_itself(rule):
    text = f"The harbour master denies it, and has not answered.\n\nAda\n\n{rule}{BLOCK}\n\n{PIER}"
    over, passed_on = posts(mail(text, subject="FW: The pier"))
    assert (over.text, over.byline_name) == ("The harbour master denies it, and has not answered.\n\nAda", "Ada Muster")
    assert (passed_on.headline, passed_on.byline_name, passed_on.text) == ("The pier", "Bo Beispiel", PIER)
    assert (passed_on.printed_time.day, passed_on.printed_time.hour) == (1, 9)
    pasted = read(text.encode(), name="pasted text")
    assert pasted.source.kind is SourceKind.MAIL
    assert [post.text for post in pasted.posts] == [over.text, PIER]


def test_a_mail_that_was_copied_with_when_it_was_sent_has_that_time():
    (post,) = read(f"{BLOCK}\n\n{PIER}\n".encode(), name="x").posts
    assert (post.byline_name, post.printed_time.day) == ("Bo Beispiel", 1)


def test_a_letter_that_an_article_prints_makes_it_no_mail():
    letter = BLOCK.replace("Sent: Sunday, 1 June 2025 09:15\n", "")
    assert (
        read(f"The court heard how it began.\n\n{letter}\n\n{PIER}\n".encode(), name="x").source.kind
        is SourceKind.ARTICLE
    )
    before = "\n\n".join(
        ["The court heard on Tuesday how it all began, in a letter that nobody had seen before then."] * 20
    )
    assert read(f"{before}\n\n{BLOCK}\n\n{PIER}\n".encode(), name="x").source.kind is SourceKind.ARTICLE
