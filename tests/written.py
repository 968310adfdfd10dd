"""Sources in our own words, for tests that read, store and show."""

LIVE_PAGE = """\
Summary

Media caption,

Dockers vote 'to stay out' in the port strike

  1. Union leader says offer is 'a joke'published at 16:03 British Summer Time 11 May 2025

    Lee Park
    Ports reporter

    Union leader Ana Ruiz told reporters: “We will not move.”

    She called the offer [of May] “a joke”.

  2. Breaking

    Talks to be held in Leith on Thursdaypublished at 12:00 British Summer Time 11 May 2025

    Direct talks between the dockers and the ports will be held in Leith on Thursday, the ports ministry said.

  3. Ports shut across the northpublished at 11:30 British Summer Time 11 May 2025

    The ports minister, Jo Tan, said the strike was “bad for everybody”.
"""

LATER_PAGE = LIVE_PAGE.replace(
    "  1. Union",
    """  1. Ports minister to visit Leithpublished at 17:10 British Summer Time 11 May 2025

    Jo Tan will visit Leith from 14 to 16 May, the ministry said.

  2. Union""",
).replace("  2. Breaking", "  3. Breaking").replace("  3. Ports shut", "  4. Ports shut")  # fmt: skip
"""The same page an hour later."""

YEARLESS_PAGE = LIVE_PAGE.replace(" 2025", "")

ARTICLE = """\
The long quarrel behind the port strike

Published: May 10, 2025 9:30 AM

The strike in the northern ports has a long history, and few of those who began the quarrel are still at work.

Ana Ruiz, the union leader, said the dockers were “ready to talk” but would not sign a bad deal. The ports ministry did not answer.

Both sides meet again next week, and neither expects much of it. The ports have lost a tenth of their trade since March.
"""

HOSTILE = (
    "Port \x1b]52;c;aGk=\x07strike \x1b]0;owned\x07goes on, [/b] and [@click=app.quit]on[/]\n\n"
    "Published: May 10, 2025 9:30 AM\n\n"
    "The strike \x1b[2J\x9b31min the \u202enorthern\u202c ports goes on. Ana Ruiz said “we [the union] will \x1b[31mstay\x1b[0m out”. "
    "Nobody in the ports expects it to end before the summer, and the ministry did not answer.\n"
)
"""An article with everything in it that a terminal must never see."""

EDITED_PAGE = (
    LATER_PAGE[: LATER_PAGE.index("  3. Breaking")]
    + "  3. Ports"
    + LATER_PAGE[LATER_PAGE.index(" shut across") :]
    .replace("“bad for everybody”", "very bad, and would “hurt everybody”")
)  # fmt: skip
"""And later still: the talks are gone from it, and the last post is edited."""
