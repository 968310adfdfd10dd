"""Coming events as live pages, court reporters, diaries and culture desks tell them; sentences of our own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest
from sources_apart import events_of

FRIDAY: Final = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def rows(text: str) -> list[str]:
    """Day, last day, hour and name of each event of a post of Friday 20 November 2026, 10:00."""
    found = []
    for event in events_of(text, at=FRIDAY):
        last = f"/{event.end:%d.%m}" if event.end else ""
        hour = f" {event.at.astimezone(UTC):%H:%M}" if event.at else ""
        found.append(f"{event.start:%d.%m}{last}{hour} {event.title}")
    return found


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("She will be sentenced on 18 December.", "18.12 Sentencing"),
        ("He is due to be arraigned on Dec. 4.", "04.12 Arraignment"),
        ("Lund was found guilty of fraud. She will be sentenced on 18 December.", "18.12 Lund to be sentenced"),
        ("Closing arguments were likely on Dec. 8, the judge said.", "08.12 Closing arguments"),
        ("The clerk said closing arguments were expected on Dec. 8.", "08.12 Closing arguments"),
        ("Census night will not be on 6 but on 13 December.", "13.12 Census night"),
        ("The flower show will open not on 6 but on 13 December.", "13.12 Flower show to open"),
        ("“We will hold our investor day on 9 December,” Lars Boe said.", "09.12 Investor day"),
        ("The second legs have been moved from 8 and 9 to 10 and 11 December.", "10.12/11.12 Second legs"),
        ("The second legs moved from 8 and 9 to 10 and 11 December.", "10.12/11.12 Second legs"),
        ("The panto runs from 5 December to 3 January.", "05.12/03.01 Panto"),
        ("Her first album is out on 4 December.", "04.12 First album out"),
        ("The band play Kelm on 4 December.", "04.12 Band play Kelm"),
        ("Abel Okoro fights Jan Brandt in Kelm on 5 December.", "05.12 Okoro v Brandt"),
        ("Okoro fights Brandt’s appeal on 5 December.", "05.12 Brandt’s appeal"),
        ("Gusts of up to 80mph are possible on Monday.", "23.11 Gusts"),
        ("Tuesday's walkout goes ahead, the union said.", "24.11 Walkout"),
        ("Tuesday's walkout is still on, the union said.", "24.11 Walkout"),
        ("The tube strike on Tuesday has been confirmed.", "24.11 Tube strike"),
        ("Our thoughts are with the victims, whose trial opens on 4 December.", "04.12 Trial opens"),
        ("Norland votes in two weeks, on 4 December.", "04.12 Norland vote"),
        ("The summit opens in ten days, on 30 November, in Kell.", "30.11 Summit in Kell"),
        ("The two candidates debate at 8pm on Tuesday.", "24.11 20:00 Two candidates debate"),
        ("The unions hold a rally on Tuesday.", "24.11 Unions rally"),
        ("The bill gets its second reading on Wednesday.", "25.11 Bill second reading"),
        ("Orbix is holding its investor day on 9 December.", "09.12 Orbix to hold investor day"),
        ("We'll be hosting our customer day on 9 December.", "09.12 Customer day"),
        ("The film hits cinemas on 5 December.", "05.12 Film hits cinemas"),
        ("The fair will be held on 5 and 6 December.", "05.12/06.12 Fair"),
        ("A jury will be sworn on 4 December.", "04.12 Jury to be sworn"),
        ("A bail application will be made on 4 December.", "04.12 Bail application"),
        ("The judge set Dec. 4 for the next hearing.", "04.12 Hearing"),
        ("The cross-examination of Lund continues on Monday.", "23.11 Cross-examination of Lund continues"),
        ("The trial continues on Monday.", "23.11 Trial"),
        ("The new visa rules apply from 1 December.", "01.12 Visa rules apply"),
        ("Orbix expects to complete the takeover on 3 December.", "03.12 Orbix to complete takeover"),
        ("Ministers from the oil cartel gather on 3 December.", "03.12 Ministers gather"),
        ("A warning for snow is in place on Sunday.", "22.11 Warning for snow"),
        ("Flood warnings remain in force until Sunday.", "22.11 Flood warnings to end"),
        ("The Ostland Open tees off on 5 December.", "05.12 Ostland Open tees off"),
        ("Dene are at home to Orme on 5 December.", "05.12 Dene v Orme"),
        ("Ground staff have voted to strike on 7 December.", "07.12 Ground staff strike"),
        ("Dene play Orme on Saturday, kick-off 19:30, the league says.", "21.11 19:30 Dene v Orme"),
    ],
)
def test_what_the_calendar_has_makes_a_row(text: str, row: str) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "She was sentenced on 18 November.",
        "She will not be sentenced on 18 December.",
        "She hopes not to be sentenced on 18 December.",
        "If convicted, she could be sentenced on 18 December.",
        "Closing arguments were heard on Tuesday.",
        "Tuesday's walkout went ahead, the union said.",
        "The drivers in Tuesday's walkout are still on strike.",
        "The strike on Tuesday has been confirmed as the longest in years.",
        "A talk with the envoy on Tuesday has been confirmed.",
        "A second death at the rally on Tuesday has been confirmed.",
        "The winner of the match on Tuesday has been confirmed.",
        "Nothing will be decided before 4 December.",
        "The unions held a rally on Tuesday.",
        "Gusts of 80mph were possible on Tuesday, forecasters had said.",
        "Police are holding a man until 4 December.",
        "The museum is holding a painting found on Tuesday.",
        "The film hit cinemas on 4 November.",
        "The fair was held on 4 November.",
        "Lund is out until 4 December.",
        "Dene were at home to Orme on Saturday.",
        "The trial continued on Monday.",
        "A jury was sworn on 4 November.",
        "The rules applied from 1 November.",
        "The warning was in place on Sunday.",
        "The judge set a date of 4 November for the hearing.",
        "Orbix expected to complete the takeover on 3 November.",
        "Kick-off 19:30 is too late, fans said.",
        "The museum holds a painting shown in the exhibition on Tuesday.",
        "The union has voted not to strike on 7 December.",
        "Members voted to strike on Tuesday.",
        "We will not hold our investor day on 9 December.",
        "Her first album was out on 4 November.",
        "The wagons moved from 8 and 9 to 10 and 11.",
    ],
)
def test_what_is_over_denied_or_a_mere_maybe_makes_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The court's ruling comes on Monday.", "23.11 Court's ruling"),
        ("Kelm City take on Orme at Leith Park on Sunday.", "22.11 Kelm City v Orme"),
        ("The committee takes evidence from Ms Hale on Wednesday.", "25.11 Committee takes evidence from Ms Hale"),
        ("Junior doctors are staging a walkout on Wednesday.", "25.11 Junior doctors to stage walkout"),
        ("The gallery is reopening on Tuesday.", "24.11 Reopening"),
        ("The night curfew is lifted on Monday.", "23.11 Night curfew to be lifted"),
        (
            "Ministers will unveil the long-delayed flood plan on Tuesday.",
            "24.11 Ministers to unveil long-delayed flood plan",
        ),
        ("High tides on Sunday could bring flooding to the quays.", "22.11 High tides"),
        ("The vote, which had been planned for Dec. 15, remains on schedule.", "15.12 Vote"),
        ("Talks that had been pencilled in for Tuesday will go ahead as planned.", "24.11 Talks"),
        ("A boycott of Monday's debate was called off.", "23.11 Debate"),
    ],
)
def test_what_a_sentence_points_ahead_to_makes_a_row(text: str, row: str) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The ruling came on Monday.",
        "His remark comes after Monday's defeat.",
        "Kelm City took on Orme on Sunday.",
        "The committee took evidence from Ms Hale on Wednesday.",
        "The museum is staging a show of works stolen on Monday.",
        "The company is facing questions over a leak on Monday.",
        "The curfew was lifted on Monday.",
        "The long-delayed plan was unveiled on Tuesday.",
        "A re-elected mayor spoke on Monday.",
        "Rain on Sunday could have caused the collapse.",
        "Damage from the storm on Sunday could cost millions.",
        "The strike on Sunday could cost the firm millions.",
        "The talks that had been planned for Tuesday went ahead as planned.",
        "A boycott of Tuesday's debate failed.",
        "A firm would have to be mad to sell by Monday.",
    ],
)
def test_what_only_looks_like_it_makes_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The minister will say on Wednesday whether he will stand again.", "25.11 Minister announcement"),
        (
            "The regulator will announce on Wednesday whether the merger may go ahead.",
            "25.11 Regulator announcement on merger",
        ),
        ("Ms Lund resigned last week. She is due before the committee on Tuesday.", "24.11 Lund before committee"),
        ("She is due before the health committee on Tuesday.", "24.11 Appearance before health committee"),
        (
            "“I'll be on Sam Hoyle's programme on Sunday morning,” the minister said.",
            "22.11 Minister on Sam Hoyle's programme",
        ),
        ("Kelm United are away at Brede on Saturday.", "21.11 Kelm United v Brede"),
        ("The second leg is in Orme on 2 December.", "02.12 Second leg in Orme"),
        ("The pope is in Malta on 2 December.", "02.12 Pope visit to Malta"),
        ("The open day at the observatory is on 6 December.", "06.12 Open day at observatory"),
        ("A third launch attempt is scheduled for Sunday.", "22.11 Launch attempt"),
        ("The fair is on next Saturday and Sunday.", "28.11/29.11 Fair"),
        ("A heat warning will be in place until Wednesday.", "25.11 Heat warning to end"),
        ("Bids must be in by 5pm on Thursday.", "26.11 17:00 Deadline for bids"),
        ("Entries for the prize should reach the judges by 4 December.", "04.12 Deadline for entries for prize"),
        ("The firms would have to register by 4 December.", "04.12 Deadline for firms to register"),
        ("Under the plan, owners would have to register by 4 December.", "04.12 Deadline for owners to register"),
        ("The licence lapses at the end of the month, on 30 November.", "30.11 Licence lapses"),
        ("Minutes of the bank's last meeting will be released on Wednesday.", "25.11 Minutes to be released"),
        ("The interview will be broadcast on Channel Five on Sunday.", "22.11 Interview on Channel Five"),
        ("He was remanded until 18 December, when a plea hearing will be held.", "18.12 Plea hearing"),
        ("We'll be back on Monday when the trial resumes.", "23.11 Trial resumes"),
        ("The new parliament is to convene for the first time on 1 December.", "01.12 Parliament to convene"),
        ("Still to come this week: GDP on Thursday.", "26.11 GDP"),
        ("On our radar: the Kell summit on Monday and Tuesday.", "23.11/24.11 Kell summit"),
        ("What we're watching: Tuesday's vote in Kell.", "24.11 Vote in Kell"),
    ],
)
def test_what_has_a_day_has_a_name(text: str, row: str) -> None:
    assert rows(text) == [row]


def test_each_thing_of_a_list_or_of_a_sentence_has_its_own_day() -> None:
    listed = "Looking ahead: Orbix earnings on Tuesday, the trade talks on Wednesday and payrolls on Thursday."
    assert rows(listed) == ["24.11 Orbix earnings", "25.11 Trade talks", "26.11 Payrolls"]
    both = "Qualifying takes place on Saturday, with the grand prix on Sunday."
    assert rows(both) == ["21.11 Qualifying takes place", "22.11 Grand prix"]
    assert rows("The vote takes place on Saturday and the count on Sunday.")[1] == "22.11 Count takes place"


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not say on Wednesday whether he would stand again.",
        "The minister said on Wednesday whether he would stand.",
        "The minister will say nothing on Wednesday.",
        "She was due before the committee on Tuesday.",
        "The minister was on Sam Hoyle's programme on Sunday.",
        "United were away at Brede on Saturday.",
        "The truth is in Oslo on Monday.",
        "Bids had to be in by Thursday.",
        "He was remanded until 18 November, when a plea hearing was held.",
        "On the agenda: the budget, lost on Tuesday.",
        "Coming up: reaction to Tuesday's attack.",
        "Coming up: our report on Monday's vote.",
    ],
)
def test_what_is_over_or_nobody_expects_has_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Tessen Athletic go to Varde on Sunday in search of a first win.", "22.11 Tessen Athletic go to Varde"),
        ("Lorne entertain Mira on Saturday evening.", "21.11 Lorne v Mira"),
        ("Varde, who lost 3-0 last week, are at Lorne on Saturday.", "21.11 Varde at Lorne"),
        ("Jana Orlik meets the top seed in Tuesday's semi-final.", "24.11 Jana Orlik semi-final"),
        ("Orlik meets Kay in Tuesday's semi-final.", "24.11 Orlik v Kay"),
        ("The women's final gets under way at 14:00 on Sunday.", "22.11 14:00 Women's final"),
        ("Her next bout is against Mira Sand on 19 December.", "19.12 Bout against Mira Sand"),
        ("The squad fly out to Ostland on Tuesday.", "24.11 Squad fly out to Ostland"),
        ("The crew undock from the station on Tuesday.", "24.11 Crew undock"),
        ("MPs are being recalled on Saturday.", "21.11 MPs to be recalled"),
        ("She is to be extradited on Thursday.", "26.11 Extradition"),
        ("Forecasters expect gusts of 90mph on Sunday.", "22.11 Gusts of 90mph"),
        ("The wage data come out on Tuesday.", "24.11 Wage data"),
        ("The biopic premieres in Lorne on Tuesday.", "24.11 Biopic premieres in Lorne"),
        ("Their new single drops on Monday.", "23.11 New single drops"),
        ("Veltra's new tablet ships on 4 December.", "04.12 Veltra's tablet ships"),
        ("The sequel is due in cinemas on 18 December.", "18.12 Sequel in cinemas"),
        ("The ballet is back at the Opera House from 5 December.", "05.12 Ballet back at Opera House"),
        ("Voters can register until 27 November.", "27.11 Deadline for voters to register"),
        ("The rebels have agreed to release 40 captives on Saturday.", "21.11 Rebels to release captives"),
        ("The bells of the cathedral will toll at noon on Monday.", "23.11 12:00 Bells of cathedral to toll"),
        ("The float is slated for early next month, on 2 December.", "02.12 Float"),
        ("The week ahead: on Monday the cabinet meets.", "23.11 Cabinet meeting"),
    ],
)
def test_what_the_present_tense_has_on_the_calendar_makes_a_row(text: str, row: str) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Tessen Athletic went to Varde on Sunday.",
        "Lorne entertained Mira on Saturday.",
        "Varde were at Lorne on Saturday.",
        "He faces calls to quit over his role in Tuesday's final.",
        "She meets the man who lost in Tuesday's final.",
        "The man is being treated after the crash on Monday.",
        "Oil drops on Monday.",
        "The wage data came out on Tuesday.",
        "The biopic premiered in Lorne on Tuesday.",
        "Voters could register until 13 November.",
        "Forecasters expected gusts on Sunday.",
        "Strong winds on Tuesday might explain why the crane fell.",
        "Heavy rain in Kell on Monday may be to blame for the landslide, experts said.",
    ],
)
def test_what_is_no_plan_makes_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The airline restarts flights to Halla on 2 December.", "02.12 Airline restarts flights"),
        ("The last coal plant shuts on 31 December.", "31.12 Coal plant shuts"),
        ("Halla meet Orbeck on Sunday.", "22.11 Halla v Orbeck"),
        ("Halla's cup tie at Orbeck is now on Tuesday.", "24.11 Halla's cup tie at Orbeck"),
        ("The weather office has extended its gale warning to Sunday.", "22.11 Gale warning to end"),
        ("Ceasefire monitors deploy on Monday.", "23.11 Ceasefire monitors deploy"),
        ("Nominations for the prize open on Monday.", "23.11 Nominations open"),
        ("Residents have been told to leave by Sunday.", "22.11 Residents to leave"),
        ("We expect to hear from the police chief at 14:00.", "20.11 14:00 Police chief to speak"),
        ("The wake will be held on Sunday at Orbeck town hall.", "22.11 Wake at Orbeck town hall"),
    ],
)
def test_what_is_told_in_few_words_makes_a_row(text: str, row: str) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Police meet Holm on Sunday.",
        "Halla met Orbeck on Sunday.",
        "Ceasefire monitors deployed on Monday.",
        "Nominations for the prize opened on Monday.",
        "Residents had been told to leave by Sunday.",
        "The club has extended its lead to Monday's leaders.",
        "Our podcast returns on Monday.",
        "Our next newsletter will land in your inbox on Monday.",
        "Download our app by Sunday to win a phone.",
        "Have your say: email us by Tuesday.",
    ],
)
def test_what_is_over_or_a_publishers_own_makes_none(text: str) -> None:
    assert rows(text) == []
