"""Articles on pages whose headings, scripts and teasers differ from the usual: invented pages."""

from __future__ import annotations

import json
import re

import pytest

from newsdesk.read import ReadError, read
from newsdesk.read.web.addresses import day_in_address

PROSE = "The ferry between Aldmouth and the outer islands will stop at the end of this month, the harbour board said."
HINDI = "बंदरगाह के मज़दूरों ने सोमवार को काम बंद कर दिया और नई बातचीत की माँग की है।"
BURMESE = "ဆိပ်ကမ်းအလုပ်သမားများသည် တနင်္လာနေ့တွင် အလုပ်ရပ်နားခဲ့ပြီး ဆွေးနွေးပွဲအသစ်ကို တောင်းဆိုခဲ့ကြသည်။"
ARABIC = "أغلق ميناء لندرا أبوابه يوم الثلاثاء بعد أن حذر خفر السواحل من عاصفة قوية تقترب من الساحل الشمالي."
JAPANESE = "リンドラ港は火曜日、北部の沿岸に強い嵐が近づいているとして、木曜日まで閉鎖されることになったと海上保安当局が発表した。"
THAI = "คนงานท่าเรือหยุดงานเมื่อวันจันทร์และเรียกร้องให้มีการเจรจารอบใหม่กับฝ่ายบริหารของท่าเรือ" * 2


def page(body, head="<title>Ferry to stop | Aldmouth Echo</title>"):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def only_post(data):
    (post,) = read(data, name="page.html").posts
    return post


def test_the_sites_own_name_as_a_heading_is_no_headline():
    post = only_post(page(f"<h1>Echo</h1><div><h1>Ferry to stop</h1>{paragraphs(*[PROSE] * 4)}</div>"))
    assert post.headline == "Ferry to stop"
    assert post.text.startswith("The ferry")


@pytest.mark.parametrize(
    ("headings", "headline"),
    [
        ("<h1>Aldmouth Echo</h1><h3>Boats</h3><h4>The island ferry has to stop</h4>", "The island ferry has to stop"),
        ("<h1><a href='/'>Aldmouth Echo</a></h1><h2>The island ferry has to stop</h2>", "The island ferry has to stop"),
        ("<a href='https://echo.example'><h1>Echo</h1></a><h2>Boats</h2>", "The island ferry has to stop"),
        ("<h1><a href='/'>The Echo</a></h1><h1>No boat for the islands</h1>", "No boat for the islands"),
        ("<h1><a href='/ferry'>No boat for the islands</a></h1>", "No boat for the islands"),
        ("<h2>Boats</h2><h2>The island ferry has to stop</h2>", "The island ferry has to stop"),
        ("<h1>No boat for the islands</h1><h2>The island ferry has to stop</h2>", "No boat for the islands"),
        ("<h1>Aldmouth Echo</h1><h2>No boat for the islands</h2>", "Aldmouth Echo"),
    ],
)
def test_the_headline_may_stand_below_the_sites_own_name_in_a_smaller_heading(headings, headline):
    head = "<title>The island ferry has to stop - Aldmouth Echo</title>"
    post = only_post(page(f"{headings}{paragraphs(*[PROSE] * 4)}", head))
    assert post.headline == headline
    assert post.text.endswith(PROSE)


@pytest.mark.parametrize(
    ("above", "label"),
    [
        ('<span class="kicker">Breaking news</span>', "Breaking news"),
        ("<p>Islands</p><div>Analysis</div>", "Analysis"),
        ("<p>Islands</p>", None),
        ("<nav><a>Opinion</a></nav>" + "<p>More from the islands today</p>" * 4, None),
    ],
)
def test_a_label_may_stand_over_the_headline(above, label):
    post = only_post(page(f"<main>{above}<h1>Ferry to stop</h1>{paragraphs(*[PROSE] * 4)}</main>"))
    assert (post.label, post.headline) == (label, "Ferry to stop")


def test_a_headline_over_the_words_is_not_read_twice():
    title = "<title>Ferry to stop at the end of the month - Aldmouth Echo</title>"
    line = "<p>Ferry to stop at the end of the month</p>"
    post = only_post(page(f"<div>{line}{paragraphs(*[PROSE] * 4)}</div>", title))
    assert (post.headline, post.text) == ("Ferry to stop at the end of the month", "\n\n".join([PROSE] * 4))


@pytest.mark.parametrize(
    ("titles", "headline"),
    [
        ('<span class="headline entry-title">Ferry to stop</span>', "Ferry to stop"),
        ('<div itemprop="headline">Ferry to stop</div>', "Ferry to stop"),
        ('<a href="/x"><span class="headline">Ferry to stop</span></a>', "News from Aldmouth"),
        ('<b class="headline">Ferry to stop</b><b class="headline">Bridge shut</b>', "News from Aldmouth"),
    ],
)
def test_a_page_without_headings_may_say_what_its_headline_is(titles, headline):
    post = only_post(page(f"<p>{titles}</p>{paragraphs(*[PROSE] * 4)}", "<title>News from Aldmouth</title>"))
    assert post.headline == headline


def test_a_headline_in_other_words_than_the_title_stays():
    post = only_post(page(f"<h1>Islands lose their boat</h1>{paragraphs(*[PROSE] * 4)}<h1>Aldmouth Echo</h1>"))
    assert post.headline == "Islands lose their boat"


def test_teasers_under_small_linked_headings_are_left_out():
    card = '<div><div><a href="https://echo.example/{0}"><h5>Another story {0}</h5></a><p>What else is on {0}, in short</p></div></div>'
    cards = "".join(card.format(n) for n in range(4))
    article = paragraphs(*(f"{PROSE} Part {n} of the plan is open." for n in range(9)))
    post = only_post(page(f"<h1>Ferry to stop</h1>{article}<div>{cards}</div>"))
    assert "What else is on" not in post.text
    assert "Part 8" in post.text


@pytest.mark.parametrize("text", [HINDI, BURMESE])
def test_sentences_end_in_other_scripts(text):
    article = '<meta property="og:type" content="article"><title>एक</title>'
    assert only_post(page(f"<article>{paragraphs(*[text] * 6)}</article>", article)).text.count(text) == 6


def test_an_article_in_a_script_without_full_stops_is_read():
    article = '<meta property="og:type" content="article"><title>ท่าเรือ</title>'
    body = f"<article><p>สั้น</p></article><div>{paragraphs(*[THAI] * 4)}</div>"
    assert only_post(page(body, article)).text.count(THAI) == 4


CHINESE = [
    "港口管理局星期二表示，林德拉港将关闭至星期四。",
    "据 Example News 报道，等候在外的船只被告知前往马威克，那里本周还有十个泊位。",
    "“在风暴结束之前没有人会出海，”港口负责人莱娜·奥塞说。她要求船主保持耐心。",
    "渡轮公司说，乘客可以退票。预计周五恢复通航。",
]


@pytest.mark.parametrize("tag", ["p", "div"])
def test_sentences_may_have_no_spaces(tag):
    words = "".join(f"<{tag}>{text}</{tag}>" for text in CHINESE)
    post = only_post(page(f"<h1>港口继续关闭</h1>{words}", "<title>港口继续关闭</title>"))
    assert (post.headline, post.text) == ("港口继续关闭", "\n\n".join(CHINESE))


def test_an_element_with_much_prose_is_no_menu_whatever_its_name():
    words = f'<div class="site int-nav">{paragraphs(*[text * 4 for text in CHINESE])}</div>'
    assert only_post(page(f"<h1>港口继续关闭</h1>{words}", "<title>港口</title>")).text.startswith(CHINESE[0])


def test_a_text_without_spaces_has_its_headline_over_it():
    post = only_post("\n\n".join(["港口继续关闭", *CHINESE]).encode())
    assert (post.headline, post.text, post.captions) == ("港口继续关闭", "\n\n".join(CHINESE), ())


BOX = '<div class="{0}"><h4>About the author</h4><span class="author-name">{1}</span><p>{1} writes.</p></div>'


@pytest.mark.parametrize(
    ("above", "below", "signed"),
    [
        ('<div class="byline">By Orla Tamsin<span>, Island correspondent</span></div>', "", ("Orla Tamsin", "Island correspondent")),
        ("", "-- By Orla Tamsin", ("Orla Tamsin", None)),
        ('<div class="byline">By Orla “Red” Tamsin</div>', "", ("Orla “Red” Tamsin", None)),
        ('<div class="author">North Aldmouth</div>', "", (None, None)),
        ('<p class="author"><b>Orla Tamsin</b> <span>Senior Island Correspondent</span></p>', "", ("Orla Tamsin", "Senior Island Correspondent")),
        ('<div class="author"><p>by Orla Tamsin</p><a href="/o">More from this author</a></div>', "", ("Orla Tamsin", None)),
        ('<div class="author">Orla Tamsin</div><div class="author-links"><a href="/o">View Author Page</a></div>', "", ("Orla Tamsin", None)),
        ('<p class="byline"><a rel="author">Orla Tamsin</a> and <a rel="author">Max Winter</a></p>', "", ("Orla Tamsin, Max Winter", None)),
        ('<ul class="authors"><li><a rel="author">Orla Tamsin</a></li><li><a rel="author">Max Winter</a></li></ul>', "", ("Orla Tamsin, Max Winter", None)),
    ],
)  # fmt: skip
def test_who_signs_an_article(above, below, signed):
    post = only_post(page(f"<h1>Ferry to stop</h1>{above}<p>quay.jpg</p>{paragraphs(*[PROSE] * 4, below)}"))
    assert (post.byline_name, post.byline_role) == signed
    assert post.text.endswith(PROSE)
    assert "quay.jpg" not in post.text


SIGNED = '<span class="author vcard">By Orla Tamsin</span>'


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        (SIGNED, BOX.format("author-box", "Max Winter") * 3, "Orla Tamsin"),
        ("", BOX.format("author-box", "Max Winter") * 3, "Max Winter"),
        ("", BOX.format("author-bio", "Max Winter") + BOX.format("author-bio", "Jo Beispiel"), None),
        (SIGNED, BOX.format("related-story", "Jo Beispiel"), "Orla Tamsin"),
        ("", BOX.format("sidebar", "Jo Beispiel"), None),
        ("", BOX.format("teaser-card", "Jo Beispiel"), None),
    ],
)
def test_boxes_about_authors_sign_only_what_nobody_else_signs(above, below, name):
    post = only_post(page(f"<article><h1>Ferry to stop</h1>{above}{paragraphs(*[PROSE] * 4)}</article>{below}"))
    assert post.byline_name == name


LEAD = "Islanders have to look for another way to the shops, as the only boat that takes them there is to be sold."


@pytest.mark.parametrize(
    ("description", "begins"),
    [(LEAD, LEAD), ("What else is new", PROSE), (PROSE, PROSE), (LEAD.replace("only", "last"), PROSE)],
)
def test_a_lead_that_the_data_leave_out_is_read_where_the_page_is_described_by_it(description, begins):
    body = "\n".join(f"{PROSE} Part {n} is open." for n in range(4))
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry to stop", "articleBody": body})
    head = f'<meta name="description" content="{description}"><script type="application/ld+json">{data}</script>'
    post = only_post(page(f"<h1>Ferry to stop</h1>{paragraphs(LEAD, *body.splitlines())}", head))
    assert post.text.startswith(begins)
    assert post.text.count(PROSE) == 4


@pytest.mark.parametrize(
    "line",
    [
        "(c)AFP", "(c)dpa", "(c)Aldmouth Agency", "(c)The Aldmouth Times and Echo", "(c)Ada Muster/Aldmouth Agency", "(c)Aldmouth.example",
        "© 2026 Aldmouth Agency", "(c) 2026 Aldmouth Agency", "(c)2024-26 Aldmouth Agency, Oslo", "(c) 2026 Aldmouth Agency. All rights reserved.", "(c) 2026",
        "(AFP)", "- AFP", "— Reuters", "AFP/Reuters", "PA Media", "(PA)", "AP, dpa", "(With AP)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("written", [page, lambda words, *_: re.sub(r"</?\w+>", "\n\n", words).encode()])
def test_who_owns_the_words_is_no_part_of_them(line, written):
    post = only_post(written(f"<h1>Ferry to stop</h1>{paragraphs(PROSE, PROSE + ' Soon.', PROSE, line)}"))
    assert post.text.endswith(PROSE)
    assert line not in post.captions


MENUS = [
    (PROSE, "Read also", ["Home", "Sport", "About us", "Storm nears the coast"]),
    (ARABIC, "اقرأ أيضا", ["الرئيسية", "رياضة", "من نحن", "عاصفة تقترب من الساحل"]),
    (JAPANESE, "関連記事", ["ホーム", "政治", "会社概要", "嵐が沿岸に接近"]),
]


@pytest.mark.parametrize(("prose", "name", "words"), MENUS)
@pytest.mark.parametrize(
    "foot",
    [
        "<ul><li>{0}</li><li>{1}</li><li>{2}</li><li>{3}</li></ul>", "<p>{0} | {1} | {2}</p>", "<div>{0} {1} {2}</div>", "<p>{0} · {1}・{2}</p>",
        "<table><tr><td>{0}</td><td>{1}</td><td>{2}</td></tr></table>", "<h3>{name}</h3><ul><li>{3}</li></ul>", "<p>{name}</p><ul><li>{3}</li><li>{2}</li></ul>",
        "<p>{name}:</p><div>{3}</div><div>{2}</div>", "<h4>{name}</h4><p>{0} / {1}</p><h4>{name}</h4><p>{2}</p><p>Copyright © 2026 Echo</p>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("within", ["<article>{}{}</article>", "<div>{}</div><div>{}</div>"])
def test_the_links_at_the_end_of_a_page_are_no_part_of_its_article(prose, name, words, foot, within):
    links = [f'<a href="/{number}">{word}</a>' for number, word in enumerate(words)]
    inner = f"<h1>Ferry to stop</h1>{paragraphs(prose, prose, prose)}"
    post = only_post(page(within.format(inner, foot.format(*links, name=name))))
    assert post.text == "\n\n".join([prose] * 3)


@pytest.mark.parametrize(
    "foot",
    [
        '<p>The board meets again <a href="/1">in May</a></p>', "<ul><li>Ferry one</li><li>Ferry two</li></ul>", '<p>Nobody knows</p><p><a href="/1">Home</a></p>',
        '<p>The board wrote on <a href="/1">its own page that the ferry stays</a> at the quay</p><p><a href="/1">Home</a></p><p><a href="/2">Sport</a></p>',
    ],
)  # fmt: skip
def test_short_words_at_the_end_of_an_article_are_no_menu(foot):
    post = only_post(page(f"<article><h1>Ferry to stop</h1>{paragraphs(*[PROSE] * 3)}{foot}</article>"))
    words = re.sub(r"<[^<>]+>", "", re.sub(r'<p><a href="/\d">\w+</a></p>', "", foot.replace("<li>", "• ")))
    assert "".join(post.text.split()).endswith("".join(words.split()))


@pytest.mark.parametrize(
    "item",
    [
        "(c) The islands wait for another boat to come.", "(c)the islands wait", "(c)the islands wait for another boat.", "(c) the islands wait for a boat;",
        "(c)The islands wait for another boat.", "(c)Islands: wait for a boat", "(c) 2026 is the year of the new boat", "(c) nothing",
    ],
)  # fmt: skip
def test_a_letter_in_brackets_begins_an_item_of_a_list(item):
    items = ["(a) The ferry stops.", "(b) The port stays.", item]
    assert only_post("\n\n".join(["Ferry to stop", PROSE, *items]).encode()).text.endswith(item)


def test_plain_text_with_vowel_signs_is_prose():
    assert only_post(f"{HINDI}\n\n{HINDI}\n".encode()).text.count(HINDI) == 2


def test_when_a_page_was_edited_is_not_when_it_was_published():
    head = (
        '<title>Ferry to stop</title><meta name="last-modified-date" content="2024-05-09">'
        '<meta property="article:modified_time" content="2024-05-09"><meta name="dcterms.date" content="2024-05-02">'
    )
    source = read(page(f"<h1>Ferry to stop</h1>{paragraphs(*[PROSE] * 4)}", head), name="page.html").source
    assert source.printed_time is not None
    assert source.printed_time.day == 2


def test_when_a_page_was_submitted_is_its_time():
    line = '<div class="submitted">Submitted on Mon, 2024-05-06 13:49</div>'
    reading = read(page(f"<h1>Ferry to stop</h1>{line}{paragraphs(*[PROSE] * 4)}"), name="page.html")
    assert "Submitted" not in reading.posts[0].text
    assert reading.source.printed_time is not None
    assert (reading.source.printed_time.day, reading.source.printed_time.hour) == (6, 13)


def mail(sender, words):
    head = f"From: {sender}\nTo: desk@echo.example\nSubject: Ferry\nDate: Mon, 06 May 2024 09:00:00 +0100\n"
    return f"{head}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{words}\n".encode()


@pytest.mark.parametrize(
    ("sender", "name"),
    [('"Tamsin, Orla" <otamsin@port.example>', "Orla Tamsin"), ('"Bulletin, Harbour" <x@port.example>', None)],
)
def test_a_sender_with_the_family_name_first_is_turned(sender, name):
    assert only_post(mail(sender, PROSE)).byline_name == name


def test_a_mail_of_nothing_but_the_phones_own_line_has_no_words():
    with pytest.raises(ReadError, match="no words of its own"):
        read(mail("Orla Tamsin <otamsin@port.example>", "--Sent from my phone"), name="note.eml")


FOOT = "Readers who want to write to the Aldmouth Echo can do so at any hour of the day or the night."
TALE = "Twelve islanders told the Echo that they had sold their boats when the ferry was promised to them for good."
LAST = "The harbour board will hear the islanders once more before the last ferry of the month leaves the quay."
STORY = f'<div class="story">{paragraphs(*[PROSE] * 6)}</div>'


@pytest.mark.parametrize(
    "foot",
    [
        f'<div class="letters"><h3>Letters</h3><p>{FOOT}</p></div>',
        f'<div id="login"><a href="/in">Log in</a><p>{FOOT}</p><p>{FOOT}</p></div>',
        f'<div class="opinions"><ul><li>Ask</li><li>{FOOT}</li></ul></div>',
        f'<div class="column"><p>Elsewhere</p><p><a href="/a"><span>{TALE}</span></a></p><p>{FOOT}</p></div>',
        f"<div><p>About us</p>{FOOT}</div>",
        f'<section id="legal"><h4>The Echo</h4>{paragraphs(FOOT, TALE)}</section>',
    ],
)
def test_what_stands_below_the_element_with_most_of_the_prose_is_no_part_of_the_article(foot):
    post = only_post(page(f"<h1>Ferry to stop</h1>{STORY}{foot}"))
    assert post.text == "\n\n".join([PROSE] * 6)
    boxed = only_post(page(f'<div><div class="main"><h1>Ferry to stop</h1>{STORY}</div>{foot * 2}</div>'))
    assert boxed.text == post.text


@pytest.mark.parametrize(
    "more",
    [
        f"<p>{LAST}</p>",
        f"<h3>What comes next</h3><p>{LAST}</p>",
        f"<blockquote><p>{LAST}</p></blockquote>",
        f"<ul><li>{LAST}</li></ul>",
        f'<div class="notice"><a href="/ad">Boats for sale</a></div><div class="story"><p>{LAST}</p></div>',
        f'<div class="rest"><p>{LAST}</p></div>',
    ],
)
def test_an_article_may_go_on_below_the_element_with_most_of_it(more):
    assert only_post(page(f"<h1>Ferry to stop</h1>{STORY}{more}")).text.endswith(LAST)


def test_an_article_may_stand_in_numbered_parts():
    parts = f'<div id="part1">{paragraphs(*[PROSE] * 6)}</div><p>Notice</p><div id="part2"><p>{LAST}</p></div>'
    assert only_post(page(f"<h1>Ferry to stop</h1>{parts}")).text.endswith(LAST)


def test_an_article_may_stand_in_sections_with_headings_of_their_own():
    first, second = (
        f"<section id='top'>{paragraphs(*[PROSE] * 6)}</section>",
        f"<section><h2>Next</h2><p>{LAST}</p></section>",
    )
    assert only_post(page(f"<h1>Ferry to stop</h1>{first}{second}")).text.endswith(LAST)


def test_what_its_page_calls_the_article_is_read_to_its_end():
    body = f"<h1>Ferry to stop</h1>{STORY}<div class='box'><h3>In short</h3><p>{LAST}</p></div>"
    for whole in (f"<article>{body}</article>", f'<div itemprop="articleBody">{body}</div>'):
        assert only_post(page(f"<div>{whole}</div><div><p>Write</p><p>{FOOT}</p></div>")).text.endswith(LAST)


@pytest.mark.parametrize(
    ("above", "begins"),
    [
        (f'<div class="lead"><p>{TALE}</p></div>', TALE),
        ("<div><p>Three boats stay</p></div>", "Three boats stay"),
        ('<div class="who"><p>By Ada Muster</p><p>3 June 2025</p></div>', PROSE),
    ],
)
def test_what_stands_between_the_headline_and_the_words_stays(above, begins):
    told = page(f'<div class="main"><h1>Ferry to stop</h1>{above}{STORY}</div><div><p>Write</p><p>{FOOT}</p></div>')
    assert only_post(told).text.startswith(begins)
    assert FOOT not in only_post(told).text


def test_lists_over_the_element_with_headline_and_words_are_no_part_of_the_article():
    listed = f"<div class='top'><ul><li>{TALE}</li><li>{FOOT}</li></ul></div>"
    told = only_post(page(f"{listed}<div class='page'><h1>Ferry to stop</h1>{STORY}</div>"))
    assert told.text == "\n\n".join([PROSE] * 6)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2025/06/03/ferry-to-stop", (2025, 6, 3)),
        ("islands/2025/6/3/4401/ferry-to-stop", (2025, 6, 3)),
        ("islands/2025/jun/03/ferry-to-stop", (2025, 6, 3)),
        ("news/2025-06-03/ferry-to-stop/4401", (2025, 6, 3)),
        ("news/2025-06-03-ferry-to-stop", (2025, 6, 3)),
        ("a/2025/06/03/b/2025/06/03/", (2025, 6, 3)),
        ("2025/06/ferry-to-stop", None),
        ("2025/06/31/ferry-to-stop", None),
        ("2025/13/03/ferry-to-stop", None),
        ("2025/abc/03/ferry-to-stop", None),
        ("news/20250603", None),
        ("events/2025/06/03/harbour-board", None),
        ("fixtures/2025-06-03/aldmouth", None),
        ("03/06/2025/ferry-to-stop", None),
        ("12025/06/03/ferry-to-stop", None),
        ("2025/06/031/ferry-to-stop", None),
        ("files/2024/05/01/photos/2025/06/03/", None),
        ("ferry?from=/2025/06/03/", None),
    ],
)
def test_a_page_may_say_in_its_address_alone_when_it_was_published(path, day):
    address = f"https://echo.example/{path}"
    found = day_in_address(address)
    assert (found and (found.year, found.month, found.day)) == day
    head = f'<title>Ferry to stop</title><link rel="canonical" href="{address}">'
    body = f"<article><h1>Ferry to stop</h1>{paragraphs(*[PROSE] * 4)}</article>"
    time = read(page(body, head), name="page.html").source.printed_time
    assert (time and (time.year, time.month, time.day)) == day
    dated = read(page(body, head + '<meta property="article:published_time" content="2025-06-04">'), name="page.html")
    assert (dated.source.printed_time.month, dated.source.printed_time.day) == (6, 4)


@pytest.mark.parametrize(
    ("stated", "shown", "printed"),
    [
        ("2025-06-04", '<time datetime="2025-06-03T22:30:00-0400">3 June 2025 10:30 pm</time>', (3, 22)),
        ("2025-06-04", '<span class="date">on <time datetime="2025-06-03T22:30:00-0400">3 June</time></span>', (3, 22)),
        ("2025-06-03", '<p class="published-date">9:39AM BST 03 Jun 2025</p>', (3, 9)),
        ("2025-06-03", '<span class="date">3 June 2025, 9:39 am</span>', (3, None)),
        ("2025-06-03", '<time datetime="2025-06-05T08:00:00Z">5 June 2025</time>', (3, None)),
        ("2025-06-03T07:00:00Z", '<time datetime="2025-06-03T08:30:00Z">3 June 2025</time>', (3, 7)),
    ],
)
def test_a_page_may_print_the_clock_for_the_day_that_its_data_state(stated, shown, printed):
    head = f'<title>Ferry to stop</title><meta property="article:published_time" content="{stated}">'
    time = read(page(f"<h1>Ferry to stop</h1>{shown}{STORY}", head), name="page.html").source.printed_time
    assert (time.day, time.hour) == printed


@pytest.mark.parametrize("given", ["echo.example", "www.echo.co.uk", "echo.no"])
def test_a_site_is_nobody_who_signs(given):
    head = f'<title>Ferry to stop</title><meta name="author" content="{given}">'
    shown = f'<h1>Ferry to stop</h1><p class="author">Orla Tamsin</p>{STORY}'
    assert only_post(page(shown, head)).byline_name == "Orla Tamsin"


def test_who_signs_stories_beside_an_article_does_not_sign_it():
    signed = (
        '<div class="column"><div class="item"><div><div><p class="item__byline">By {0}</p></div></div></div></div>'
    )
    others = f'<div class="more">{signed.format("Jo Beispiel")}{signed.format("Max Winter")}</div>'
    shown = f'<div class="page"><h1>Ferry to stop</h1><p class="byline">By Orla Tamsin</p>{STORY}</div>{others}'
    assert only_post(page(shown)).byline_name == "Orla Tamsin"


@pytest.mark.parametrize(
    ("given", "signed"),
    [
        ("Orla Tamsin, Reuters", ("Orla Tamsin", "Reuters")),
        ("By Orla Tamsin, Aldmouth Herald", ("Orla Tamsin", "Aldmouth Herald")),
        ("Orla Tamsin, Island correspondent", ("Orla Tamsin", "Island correspondent")),
        ("Orla Tamsin, Max Winter", ("Orla Tamsin, Max Winter", None)),
        ("Orla Tamsin, the Younger", ("Orla Tamsin, the Younger", None)),
        ("ORLA TAMSIN", ("ORLA TAMSIN", None)),
    ],
)
def test_the_house_of_who_wrote_may_stand_behind_the_name(given, signed):
    head = f'<title>Ferry to stop</title><meta name="author" content="{given}">'
    post = only_post(page(f"<article><h1>Ferry to stop</h1>{paragraphs(*[PROSE] * 4)}</article>", head))
    assert (post.byline_name, post.byline_role) == signed


def test_several_paragraphs_below_the_first_half_are_its_second():
    first = f'<div class="first"><h1>Ferry to stop</h1>{paragraphs(*[PROSE] * 4)}</div>'
    second = f'<div class="second"><a href="/ad">Boats for sale</a>{paragraphs(TALE, FOOT, LAST)}</div>'
    assert only_post(page(f"{first}{second}")).text.endswith(LAST)
    teasers = "".join(
        f'<div class="box"><a href="/{n}">{n}</a><p>{words}</p></div>' for n, words in enumerate((TALE, FOOT, LAST))
    )
    assert only_post(page(f"<div>{first}<div>{teasers}</div></div>")).text == "\n\n".join([PROSE] * 4)


SAID = (
    "The ferry to Marwick stops on Monday, the harbour office said on Tuesday, and nobody knows for how long that will be.",
    "“We asked for a new hull and we were given a coat of paint,” said Ida Moe, who has steered it for nine years.",
    "The office says that there will be a bus instead, round the whole of the bay, four times on every day of the week.",
)
PULLED = "We asked for a new hull and we were given a coat of paint"


@pytest.mark.parametrize(
    "pulled",
    [
        f'<blockquote class="pull-quote"><p>{PULLED}</p></blockquote>',
        f"<blockquote>“{PULLED}.”</blockquote>",
        f'<div class="article-pullquote">{PULLED}</div>',
    ],
)
def test_a_quotation_that_is_set_apart_once_more_is_read_once(pulled):
    body = f"<h1>Ferry to stop</h1><div class='article-body'>{paragraphs(*SAID[:2])}{pulled}{paragraphs(SAID[2])}</div>"
    assert only_post(page(body)).text == "\n\n".join(SAID)


@pytest.mark.parametrize(
    "quoted",
    ["We never said that the hull was new, and nobody has asked us.", "given a coat"],
)
def test_a_quotation_that_is_said_nowhere_else_stays(quoted):
    body = f"<h1>Ferry to stop</h1><div class='article-body'>{paragraphs(*SAID)}<blockquote><p>{quoted}</p></blockquote>{paragraphs(SAID[0].replace('Monday', 'Friday'))}</div>"
    assert quoted in only_post(page(body)).text


@pytest.mark.parametrize(
    "line",
    [
        "<span class='author'>Ida Moe</span> <time datetime='2025-06-03T16:05Z'>3 June 2025 16.05</time>",
        "<span class='author'>Ida Moe</span>",
    ],
)
def test_who_signs_is_no_paragraph(line):
    body = f"<div><h1>Ferry to stop</h1><div class='meta'>{line}</div><div class='article-body'>{paragraphs(*SAID)}</div></div>"
    post = only_post(page(body))
    assert (post.byline_name, post.text) == ("Ida Moe", "\n\n".join(SAID))
