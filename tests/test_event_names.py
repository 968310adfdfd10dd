"""The names of events from sentences that are easily misread, in our own words."""

from __future__ import annotations

import pytest
from test_event_changes import THURSDAY, posts_of

from newsdesk.find.dates.in_story import post_candidates, resolve_story
from newsdesk.find.events.in_story import find_events


def titles(text: str) -> list[str]:
    posts = posts_of(text)
    found = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY)
    return [event.title for event in found]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Solberg will appear before the parking panel on 3 June.", "Solberg to appear before parking panel"),
        ("Solberg is due to appear before MPs on 3 June.", "Solberg to appear before MPs"),
        (
            "Anna Solberg and Rolf Reyk will appear before the scrutiny committee on 3 June.",
            "Solberg and Reyk before scrutiny committee",
        ),
        ("On 3 June, Solberg will appear before the inquiry.", "Solberg to appear before inquiry"),
        ("Solberg will appear on television on 3 June.", "Solberg to appear on television"),
        ("The ship will appear off Kell on 3 June.", "Ship to appear off Kell"),
    ],
)
def test_who_appears_before_others_appears_in_no_court(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Solberg will appear in court on 3 June.",
        "Solberg will appear before a judge on 3 June.",
        "Solberg is due to appear before magistrates on 3 June.",
        "Solberg will appear at Hull Crown Court on 3 June.",
        "Solberg has been charged with theft. Solberg will next appear on 3 June.",
    ],
)
def test_who_appears_before_a_judge_appears_in_court(text: str) -> None:
    assert titles(text) == ["Solberg court appearance"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Kell, the choir concert starts at 8pm on Saturday.", ["Choir concert in Kell"]),
        ("In Kell the flower market opens on Saturday.", ["Flower market opens in Kell"]),
        ("At the Tarn Hall, doors open at 7pm on Saturday.", ["Doors open at Tarn Hall"]),
        ("In Ostland, voters go to the polls on Saturday.", ["Voters go to polls in Ostland"]),
        ("In Kell, Anna Berg opens the fair on Saturday.", ["Anna Berg opens fair"]),
        ("In Kell, ministers demanded a truce from Saturday.", ["Truce start"]),
        ("Contrary to reports, the vote will be on Wednesday.", ["Vote"]),
    ],
)
def test_what_a_sentence_opens_with_does_not_act(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Holm's trial starts on Monday. Reyk's starts on Tuesday.", ["Holm's trial", "Reyk's trial starts"]),
        ("Holm's trial starts on Monday and Reyk's starts on Tuesday.", ["Holm's trial", "Reyk's trial starts"]),
        ("Holm's hearing is on Monday. Reyk's is on Tuesday.", ["Holm's hearing", "Reyk's hearing"]),
        ("The brewer is angry. Reyk's starts on Tuesday.", []),
        (
            "Holm's trial starts on Monday. Reyk's due to visit Kenya on Tuesday.",
            ["Holm's trial", "Reyk visit to Kenya"],
        ),
    ],
)
def test_an_owner_alone_owns_what_was_told_before(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It is four days until Norland votes, and tonight the two candidates debate in Kell.",
            "Two candidates debate in Kell",
        ),
        (
            "It is three days until the council votes on the dam, and this evening residents will rally in Kell.",
            "Rally in Kell",
        ),
        (
            "Five days before Norland goes to the polls, the leaders will meet in Kell tonight.",
            "Leaders meeting in Kell",
        ),
        ("Days ahead of the summit in Orme, ministers will meet in Kell on Saturday.", "Ministers meeting in Kell"),
        (
            "There are two weeks until the trial of Boyd Kessler, and on Monday his lawyers will meet the judge.",
            "Lawyers to meet judge",
        ),
        ("Norland votes in four days, and tonight the candidates will debate in Kell.", "Debate in Kell"),
        ("The council will vote on the dam on Saturday, two days before the summit in Orme.", "Council vote on dam"),
    ],
)
def test_how_far_off_another_thing_is_gives_no_name(text: str, found: str) -> None:
    assert found in titles(text)
    assert len(titles(text)) == 1


def test_how_far_from_another_day_is_no_part_of_a_name() -> None:
    assert titles("The funeral will take place a day earlier, on Friday 6 June.") == ["Funeral to take place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Asked whether her members would strike, she said: “We ballot next Tuesday.”", ["Ballot"]),
        ("Asked if he would resign, the mayor said: “I will decide on Monday.”", []),
        ("The minister asked the council to reopen the bridge on Monday.", ["Council to reopen bridge"]),
    ],
)
def test_what_is_asked_is_not_to_come(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nurses will strike on Monday and bus drivers will march on Tuesday.", ["Nurses strike", "Bus drivers march"]),
        ("The strike begins on Monday and services will resume on Tuesday.", ["Strike begins", "Services to resume"]),
    ],
)
def test_the_second_group_of_a_sentence_acts_on_its_own_day(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A new bakery has opened. “I might go on Saturday,” said a fan.", []),
        ("Kern met pickets. “We will strike on Friday,” said a driver.", []),
        ("Kern spoke in Hull. “I will resign on Friday,” said a driver.", []),
        ("Kern spoke in Hull. “I will resign on Friday,” he said.", ["Kern to resign"]),
        ("Kern spoke in Hull. “I will resign on Friday,” Lund said.", ["Lund to resign"]),
        ("Kern spoke in Hull. “I will visit Malta on Friday,” said Ida Lund.", ["Ida Lund visit to Malta"]),
        ("A new bakery has opened. Holm has postponed her visit until 10 June.", ["Holm visit"]),
        ("Ida Kern is ill. Holm will begin her visit on 10 June.", ["Holm visit"]),
        ("Kern is ill. She has postponed her visit until 10 June.", ["Kern visit"]),
    ],
)
def test_who_speaks_or_acts_is_not_whom_the_sentence_before_names(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tunnel closes tonight and reopens at 5am on Monday.", ["Tunnel closes", "Tunnel reopens"]),
        ("The museum shuts on Friday and reopens on Monday.", ["Museum shuts", "Museum reopens"]),
        ("Lund leaves Kell on Friday and arrives in Orme on Sunday.", ["Lund leaves Kell", "Lund arrives in Orme"]),
        ("The toll ends on 3 June and the ferry returns on 5 June.", ["Toll ends", "Ferry returns"]),
    ],
)
def test_what_does_two_things_does_each_on_its_own_day(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kick-off is at 3pm on Saturday, half an hour after the gates open.", ["Kick-off"]),
        ("The ministers will meet on Monday, a day before the summit opens.", ["Ministers meeting"]),
        ("The gates open at 2pm on Saturday, an hour before kick-off.", ["Gates open"]),
        ("To attend the briefing, reply by noon on Friday.", []),
        ("For tickets to the concert, please call by Friday.", []),
        ("To mark the vote, the mayor will speak on Monday.", ["Mayor speech"]),
        ("Schools will decide by 5pm on Sunday whether they reopen on Monday.", ["Schools to decide"]),
        ("The council will decide on Sunday if the fair opens on Monday.", ["Council to decide"]),
    ],
)
def test_what_stands_beside_a_day_lends_it_no_name(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Councillor Anna Solberg fell 412 votes short in Tuesday's special election and will quit on 14 June.", None),
        ("The court sits at 10:00 GMT to hear the appeal on Monday.", None),
        ("The judge will hand down judgment on 4 June.", None),
        ("They play Kell at 7.45pm on Tuesday.", None),
        ("Orme play Kell at 7.45pm on Tuesday.", "Orme v Kell"),
        ("Down Council will meet on Monday.", "Down Council meeting"),
        ("The Following band will play on Saturday.", "The Following band to play"),
    ],
)
def test_a_garbled_name_is_none(text: str, found: str | None) -> None:
    names = titles(text)
    assert names == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Barring snow, the race starts on Saturday.", ["Race starts"]),
        ("Subject to the tide, the launch is on Saturday.", ["Launch"]),
        ("Solberg herself will speak on Saturday.", ["Solberg speech"]),
        ("The count comes two days before the election on 9 June.", ["Election"]),
        ("The council meets the day before the summit on 9 June.", ["Summit"]),
        ("The match is two days before the final on 9 June.", ["Final"]),
        ("The tribunal has given the firm until Wednesday to reply.", ["Deadline to reply"]),
        ("The tribunal has given Orbix until Wednesday to reply.", ["Deadline for Orbix to reply"]),
        ("Residents have until Wednesday to object.", ["Deadline for residents to object"]),
        ("An inquiry is to open in a week, on 3 June.", ["Inquiry to open"]),
        ("The ferry will dock in Kell on 3 June.", ["Ferry to dock in Kell"]),
        ("Growers are to demonstrate in front of the ministry on Friday.", ["Growers to demonstrate"]),
        ("A growers' meeting will be held on Friday at the Quaker hall.", ["Growers' meeting at Quaker hall"]),
        ("The talks in the Hague resume on Friday.", ["Talks in Hague"]),
    ],
)
def test_what_stands_around_what_happens_is_no_part_of_its_name(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The strike is due to end at 6am on Sunday.", ["Strike to end"]),
        ("The rail strike will end on Sunday.", ["Rail strike to end"]),
        ("The bus strike will end in the town on Sunday.", ["Bus strike to end"]),
        ("Strike action against the cuts is set to end on Sunday.", ["Strike to end"]),
        ("The drivers' strike at the port will end at midnight on Sunday.", ["Drivers' strike to end"]),
        ("Nurses will strike until Sunday.", ["Nurses strike to end"]),
        ("The strike will stop the trains on Sunday.", ["Strike to stop trains"]),
        ("The strike is on Sunday.", ["Strike"]),
        ("All trams will stop at midnight on Sunday.", ["Trams to stop"]),
        ("The siege will end at noon on Sunday.", ["Siege to end"]),
        ("The drivers' strike ends at noon on Sunday.", ["Drivers' strike ends"]),
        ("The summit of island states ends on Sunday.", ["Summit of island states ends"]),
        ("The drivers' strike ends in Kell on Sunday.", ["Drivers' strike ends in Kell"]),
        ("The exhibition has been extended until 4 June.", ["Exhibition to end"]),
        ("Amann is on a visit to Malta that ends on Sunday.", ["Amann visit to Malta ends"]),
        ("The strike ends a truce in the docks and begins on Sunday.", ["Strike begins"]),
        ("Libraries stay open until 4 June.", ["Libraries to close"]),
        ("The market is open in Kell until 4 June.", ["Market to close in Kell"]),
        ("Libraries open on 4 June.", ["Libraries open"]),
        ("The tunnel stays shut until 4 June.", ["Tunnel stays shut"]),
    ],
)
def test_an_end_is_called_one(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The second round takes place on 6 June.", ["Second round"]),
        ("The first phase of the inquiry begins on Monday.", ["First phase of inquiry begins"]),
        ("The third meeting will be held on Monday.", ["Meeting"]),
        ("The second reading of the bill is on 9 June.", ["Second reading of bill"]),
        ("The levy has its third reading on 9 June.", ["Levy third reading"]),
        (
            "Anna Solberg called it a “budget of crumbs” and expected that it would fall at the third reading on 9 June.",
            ["Third reading"],
        ),
        ("Solberg called it a “poll of ghosts” and said that the talks would fail on 9 June.", ["Talks to fail"]),
        ("Growers hope that the “island summit” on 9 June will help.", ["Island summit"]),
        ("The poetry reading is on 9 June.", ["Poetry reading"]),
    ],
)
def test_a_part_keeps_its_number_and_a_quoted_word_names_nothing(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A baker was arrested. Police have questioned her. She is to appear in court on Friday.", "Baker court appearance"),
        ("Police have charged Anna Berg with theft. She is to appear in court on Friday.", "Anna Berg court appearance"),
        ("Officers arrested a baker. He will appear before a judge on Friday.", "Baker court appearance"),
        ("Berg has pleaded guilty. She is to appear in court on Friday.", "Berg court appearance"),
        ("The judge released Lund. He will return to court on 4 June.", "Lund to return to court"),
        ("Anna Berg was arrested on Monday. She is to appear in court on Friday.", "Anna Berg court appearance"),
        ("The singer released an album. She will play in Kell on Friday.", "Singer to play in Kell"),
        ("The mayor spoke to growers, and the council will meet on Monday.", "Council meeting"),
        ("Police have a plan. They will hold a briefing on Friday.", "Police to hold briefing"),
        ("Growers will vote. A poll of pickers closes on 9 June and its result will be read on 10 June.", "Poll of pickers closes"),
        ("The inquest is on Tuesday, said Anna Berg-Lund, the coroner.", "Inquest"),
        ("The inquest will open on Tuesday, says coroner Anna Berg.", "Inquest to open"),
        ("Wardens in the island's northern valley will begin a long goat count on Monday.", "Wardens to begin long goat count"),
        ("Health inspectors in the island's northern valley will begin a long goat count on Monday.", "Long goat count"),
        ("The talks in Derby resume on Friday.", "Talks in Derby"),
        ("The derby in Kell is on Friday.", "Derby in Kell"),
        ("The council will begin talks on Monday.", "Council to begin talks"),
        ("The panel finished its work at four, and the levy goes to the floor on Monday.", "Levy goes to floor"),
    ],
)  # fmt: skip
def test_an_event_is_of_whom_its_words_mean(text: str, found: str) -> None:
    assert titles(text)[0] == found


def test_a_result_is_of_what_its_own_sentence_names() -> None:
    text = "Growers will vote. A poll of pickers closes on 9 June and its result will be read on 10 June."
    assert "Growers" not in titles(text)[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orbix Data Systems Inc. plans to redeem on 16 June its bonds.", ["Orbix Data Systems to redeem"]),
        ("The Kell Summit opens on Monday.", ["Kell Summit"]),
        ("Holm's planned visit to Malta is scheduled to begin on Monday.", ["Holm's visit to Malta"]),
        (
            "Orbix's planned purchase of Lyra Co. for $200 million is scheduled to close on Monday.",
            ["Orbix's purchase to close"],
        ),
        ("Mr. Berg will succeed Rolf P. Kern on 16 June.", ["Berg to succeed Rolf Kern"]),
        (
            "Kern issued an ultimatum on behalf of the unions demanding more pay, starting on Monday.",
            ["Ultimatum on behalf of unions"],
        ),
        ("The march to mark the day is on Monday.", ["March"]),
        ("The march to the harbour is on Monday.", ["March to harbour"]),
        ("The first flight from Kell to Riga leaves on Monday.", ["Flight from Kell to Riga leaves"]),
        ("Osta's air force begins an exercise on Monday.", ["Osta's air force begins exercise"]),
    ],
)
def test_a_name_keeps_its_phrases_whole(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Countess Ida arrives today. Anna Berg will greet her at the port. She will open the dam on Monday.", ["Dam"]),
        ("Anna Berg will receive the queen today. She will open the dam on Monday.", ["Dam"]),
        ("Anna Berg will go to Kell today. She will open the dam on Monday.", ["Anna Berg to open dam"]),
        ("Anna Berg will keep her promise. She will open the dam on Monday.", ["Anna Berg to open dam"]),
        ("Anna Berg will receive the king today. She will open the dam on Monday.", ["Anna Berg to open dam"]),
    ],
)
def test_who_can_be_one_of_two_is_none(text: str, found: list[str]) -> None:
    assert [title for title in titles(text) if "am" in title.split()[-1]] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The trial of Jan Reyk begins on Monday.", ["Trial of Jan Reyk begins"]),
        ("The trial of June Berg begins on Monday.", ["Trial of June Berg begins"]),
        ("The New Year's Day parade will take place on 1 January.", ["New Year's Day parade"]),
        ("The parade on New Year's Day will be long.", ["Parade"]),
        ("The parade takes place in Kell on New Year's Day.", ["Parade in Kell"]),
        ("In Kell the final plenary takes place on Monday.", ["Plenary in Kell"]),
        ("The final takes place in Kell on Monday.", ["Final in Kell"]),
        ("Please send your questions by 4 June.", []),
        ("The palace has put off the state visit to the new year, on 12 January 2026.", ["Palace state visit"]),
        ("The king will make a state visit to Orme on Monday.", ["King state visit to Orme"]),
    ],
)
def test_a_name_is_whole_and_of_what_happens(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lund is due back in Kell on Sunday.", ["Lund to be back in Kell"]),
        ("Lund is expected to be back in Kell on Sunday.", ["Lund to be back in Kell"]),
        ("Lund is due back in court on Sunday.", ["Lund court appearance"]),
        ("The ministry will back the plan on Sunday.", ["Ministry to back plan"]),
        (
            "Lund goes to Orme on Friday and is to be back in Kell on Sunday.",
            ["Lund goes to Orme", "Lund to be back in Kell"],
        ),
        (
            "Lund goes to Orme on Friday and will open the dam on Sunday.",
            ["Lund goes to Orme", "Lund to open dam"],
        ),
    ],
)
def test_who_is_back_is_somewhere_and_does_what_each_day_has(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ministers meet in Selby on Monday; leaders gather there on Tuesday.", ["Ministers meeting in Selby"]),
        ("The family moved from Oslo to Selby; the funeral is on Friday.", ["Funeral"]),
        ("The council will vote on Monday; if the plan passes, work will begin on 1 July.", ["Council vote"]),
        (
            "Ostland play Norland in Selby on Friday night and Westmark in Dunmere on Monday.",
            ["Ostland v Norland"],
        ),
        ("Tan visits Malta on Monday, his deputy a day later.", ["Tan visit to Malta"]),
        ("The hearing on Monday and the march on Tuesday will go ahead.", ["Hearing", "March"]),
        (
            "Orbix launches its probe on Friday; Lyra's lifts off on Sunday.",
            ["Orbix launch of probe", "Lyra lifts off"],
        ),
        ("Holm, who has cancelled three concerts this year, will sing in Dene on Friday.", ["Holm to sing in Dene"]),
        ("The concert, which has been put off twice, will be on Friday.", ["Concert"]),
        ("Whether the match goes ahead will be decided on Friday.", []),
        ("Holm, who has to leave on Monday, speaks on Sunday.", ["Holm speech", "Holm to leave"]),
        (
            "Tickets for the final, on 14 June at Marl Park, go on sale on Monday.",
            ["Tickets go on sale", "Final at Marl Park"],
        ),
        ("The public hearings, which began on Monday, will last until 20 June.", ["Public hearings to end"]),
        ("The talks, which began on Monday, resume on Friday in Dene.", ["Talks in Dene"]),
        (
            "Lyra will hold its annual meeting on 12 June, with Chief Executive Ann Lee due to step down a day later.",
            ["Lyra to hold annual meeting", "Lee to step down"],
        ),
        ("Up to 30cm of snow is expected by Saturday.", ["Snow"]),
        ("The trial, which is expected to last three weeks, continues on Monday.", ["Trial"]),
        ("Crews will be balloted from Monday, with the result due on 27 June.", ["Crews to be balloted", "Result"]),
        ("Polling stations close at 9pm, with exit polls expected minutes later.", ["Polling stations close"]),
        ("The presidential runoff between Ida Holm and Rolf Amann is set for 22 June.", ["Presidential runoff"]),
        ("Second-quarter earnings are due after the markets close on Monday.", ["Second-quarter earnings"]),
        ("The market in Dene opens on Monday.", ["Market in Dene opens"]),
        ("The late king will be buried next to his wife in Dene on Monday.", ["King to be buried in Dene"]),
        ("The tour begins in Oslo on 3 June and ends in Riga on 30 June.", ["Tour in Oslo", "Tour ends in Riga"]),
        ("The match will be played on Friday.", ["Match to be played"]),
        ("Workers will strike on Monday, with a rally on Tuesday.", ["Workers strike", "Rally"]),
        ("Holm will speak in Dene, a day before the vote on Friday.", ["Vote"]),
        (
            "The union has until 9 June to reply, and oral arguments are set for 10am on 17 June in Orme.",
            ["Deadline to reply", "Oral arguments in Orme"],
        ),
        (
            "Wexley travel to Dene on Saturday (3pm) before hosting Corby on Tuesday.",
            ["Wexley travel to Dene", "Wexley v Corby"],
        ),
        (
            "A talk by the mayor is on Monday in Selby, and a talk by the bishop is on Monday in Dene.",
            ["Talk by bishop in Dene", "Talk by mayor in Selby"],
        ),
    ],
)
def test_what_another_day_or_clause_tells_lends_no_name(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There will be a Mass in Floriana on Sunday at 10am.", ["Mass in Floriana"]),
        ("Mass will be said for the victims at 6pm on Sunday.", ["Mass to be said for victims"]),
        ("Mass arrests are expected on Sunday.", ["Mass arrests"]),
        ("The mass of the probe will be published on Sunday.", ["Mass of probe to be published"]),
        ("A mass rally will be held in Dene on Sunday.", ["Mass rally in Dene"]),
        ("Ann Tolley arrives on Friday. She flies home on Sunday.", ["Ann Tolley arrives", "Ann Tolley to fly home"]),
        ("Ann Tolley flies to Oslo on Friday.", ["Ann Tolley visit to Oslo"]),
        (
            "Ida Holm, 44, of Quay Street, Kellmouth, is to appear before magistrates on Monday.",
            ["Ida Holm court appearance"],
        ),
        ("Gales of up to 70mph are expected on Saturday, forecasters said.", ["Gales"]),
        ("The ferry is expected at around 4am on Friday in Hull.", ["Ferry in Hull"]),
        ("Organisers have brought forward the start of the parade from noon to 10am on Saturday.", []),
        ("Nurses' strikes on Monday and Tuesday have been suspended.", ["Nurses' strikes", "Nurses' strikes"]),
    ],
)
def test_a_service_a_journey_home_and_how_much_there_is(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Flights to Kell will resume on Saturday, those to Orme on Monday.",
            ["Flights to Kell to resume", "Flights to Orme to resume"],
        ),
        ("The mission, led by Ola Berg, arrives on 8 June and stays until 19 June.", ["Mission arrives"]),
        ("The cup will be paraded through the docks on Saturday.", ["Cup to be paraded"]),
        ("The ferry docks in Kell on Saturday 7 June.", ["Ferry docks in Kell"]),
        ("14 June: the electoral college meets.", ["Electoral college meets"]),
        ("14 June: the day on which he was born.", []),
        ("The launch of Luna-2 keeps its date of 6 June.", ["Launch of Luna-2"]),
        ("The baths in Kell reopened today; the library there reopens on 19 June.", ["Library reopens"]),
        ("The quay in Kell will reopen to aid lorries on Friday.", ["Quay in Kell to reopen"]),
        ("The hall will open to welcome guests on Friday.", ["Hall to open to welcome guests"]),
        ("The mission arrives on 8 June. Its talks last until 19 June.", ["Mission arrives", "Talks to end"]),
    ],
)
def test_others_of_the_same_and_how_long_somebody_stays(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ida Holm is coming on Friday.", ["Ida Holm to come"]),
        ("A delegation from Ostland is coming to Kell on Friday.", ["Ostland delegation to come to Kell"]),
        ("The envoys are leaving Kell on Monday.", ["Envoys to leave Kell"]),
        ("More rain is coming on Friday.", []),
        ("The Bank of Norland decides on interest rates on Tuesday.", ["Bank of Norland decision"]),
        ("The Bank of Norland decides whether to cut rates on Tuesday.", ["Bank of Norland decision"]),
        ("The council decides the case on Tuesday.", ["Council decides case"]),
        ("The League has extended its sanctions until 31 July.", ["Sanctions to end"]),
        ("An exchange of 500 prisoners on each side is planned for Saturday.", ["Exchange of 500 prisoners"]),
        ("Peacekeepers begin to deploy on 15 June.", ["Peacekeepers begin to deploy"]),
        ("Work begins on the bridge on 15 June.", ["Work begins"]),
        ("A summit between Mr Vano and Mr Brandt is due on 15 June.", ["Summit between Vano and Brandt"]),
        ("The donors' conference for the Vale runs from 3 to 5 June.", ["Donors' conference for Vale"]),
        ("The League's deadline for payments falls on 1 July.", ["League's deadline for payments"]),
        ("Always open: 9am to 5pm on 6 June.", []),
        (
            "Technical teams will meet on Saturday before ministers sit down on Sunday.",
            ["Technical teams meeting", "Ministers sit down"],
        ),
        ("The envoy briefs the council on Monday.", ["Envoy briefs council"]),
    ],
)
def test_who_comes_and_goes_what_is_decided_and_what_is_prolonged(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ida Holm will hold talks in Kell on Friday, travel on to Orme on Saturday and return home on Monday.",
            ["Talks in Kell", "Ida Holm visit to Orme", "Ida Holm to return home"],
        ),
        (
            "Ida Holm will meet envoys on Friday, and meetings with Mr Vano are planned on Saturday.",
            ["Ida Holm meeting with envoys", "Meetings with Vano"],
        ),
        ("Carl Witt told reporters on Thursday that he would fly to Kell on Saturday.", ["Carl Witt visit to Kell"]),
        ("Ola Berg told Carl Witt he would fly to Kell on Saturday.", []),
        ("Mr Brandt's office said he would travel on Sunday.", ["Brandt visit"]),
        ("Carl Witt has accepted an invitation to visit Norland on 20 June.", ["Carl Witt visit to Norland"]),
        ("Mr Ekholm's mandate as mediator ends on 30 June.", ["Mr Ekholm's mandate ends"]),
        ("The verdict in Mr Odd's trial is expected on 6 June.", ["Verdict in Mr Odd's trial"]),
        ("The envoy's visit began on Wednesday and runs until Saturday.", ["Envoy's visit to end"]),
        ("Ahead of the summit, envoys meet on Monday.", ["Envoys meeting"]),
        ("The library holds a readers' evening on 5 June.", ["Library holds readers' evening"]),
        ("The ferry leaves right after 6pm on Friday.", []),
        ("Leaders arrive on Wednesday evening for a dinner and meet on Thursday 5 June.", ["Leaders meeting"]),
    ],
)
def test_who_goes_on_who_is_invited_and_whose_mandate_ends(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Marlow told Kell News host Brad Tully on Saturday evening about the pier.", []),
        ("Anna Berg will meet Kell Radio host Jo Tan on Saturday.", ["Anna Berg meeting"]),
        ("Ostland host Norway on Saturday.", ["Ostland v Norway"]),
        ("Shops close early as Ostland host Norway on Saturday.", ["Ostland v Norway"]),
        ("The film “Nine Days”, which is based on a flood, will be screened at Kell on Saturday.", ["Film to be screened at Kell"]),
        ("The film will be screened at Kell on Saturday.", ["Film to be screened at Kell"]),
    ],
)  # fmt: skip
def test_who_presents_a_programme_plays_no_match_and_a_work_is_what_its_title_stands_behind(
    text: str, found: list[str]
) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The last day to register is 4 June.", ["Last day to register"]),
        ("The last chance to apply for a stall is on Sunday.", ["Last day to apply for stall"]),
        ("The premier will be at the Gull Hall at 11am on Sunday.", ["Premier at Gull Hall"]),
        ("The premier visits Kell on Sunday. Her guards said that she would go. The premier will be in Kell on Sunday.", ["Premier visit to Kell"]),
        # A day that ends something without a duty, and places that nobody is at.
        ("The last day of the term was 4 May.", []),
        ("It will be in Kell on Sunday that they know.", []),
        ("There will be in Kell on Sunday a silence.", []),
    ],
)  # fmt: skip
def test_a_last_day_to_do_something_and_where_somebody_will_be(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The funeral of King Osmund of Kellmark is on Sunday.", ["Funeral of King Osmund"]),
        ("The funeral of King Osmund is on Sunday.", ["Funeral of Osmund"]),
        ("The cup final is on Saturday in Kell, with kick-off at 7:45pm.", ["Cup final in Kell"]),
        ("The tour opens in Kell on 3 June, then moves to Dene on 6 June.", ["Tour in Kell", "Tour moves to Dene"]),
        ("The envoys are to meet on Sunday, a day that is a holiday in Kellmark.", ["Envoys meeting"]),
        ("The envoys are to meet on Sunday in Kellmark.", ["Envoys meeting in Kellmark"]),
        ("DENE, May 29 2025 (Wire) - Foreign minister Ida Holm came home. She is due to meet Rolf Reyk on Sunday.", ["Holm meeting with Rolf Reyk"]),
        ("Holm must hand in her passport within seven days, and leave the flat by 1 June.", ["Holm to leave flat"]),
        ("Kellmark says the talks start on Friday; Ostland says they start on Sunday.", ["Talks start", "Talks start"]),
        ("Kellmark says the talks start on Friday; Ostland says it will sue on Sunday.", ["Talks start", "Ostland to sue"]),
        ("The airline hopes to fly again on Sunday.", ["Airline to fly again"]),
        ("The premier hopes to fly to Kell on Sunday.", ["Premier visit to Kell"]),
    ],
)  # fmt: skip
def test_a_name_takes_neither_place_nor_person_from_what_else_its_sentence_tells(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The first round is on 1 June. A second round would follow two weeks later.", ["First round", "Second round"]),
        ("The first round takes place on 1 June, and a second round follows on 15 June.", ["First round", "Second round"]),
        ("Ida Holm and Rolf Reyk will debate on television on Sunday.", ["Holm and Reyk to debate"]),
        ("Ida Holm and Rolf Reyk will debate on Sunday.", ["Holm and Reyk to debate"]),
        ("The fair will be held in Kell on the 18th and 19th of this month.", ["Fair in Kell"]),
        # What follows somebody or something is no event, nor is what has followed.
        ("A dog followed the mayor on Monday.", []),
        ("The police will follow the march on Sunday.", ["March"]),
    ],
)  # fmt: skip
def test_what_follows_and_who_debates(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A funeral for 23 people killed in Tuesday's strike on the market will be held on Saturday.",
            ["Funeral for 23 people"],
        ),
        ("The inquiry into the strike on the hospital will open on Saturday.", ["Inquiry into strike to open"]),
        ("A hearing on Tuesday's strike on the hospital will open on Saturday.", ["Hearing on Tuesday's strike"]),
        (
            "Unions said a march against Tuesday's vote will start in Kell on Saturday.",
            ["March against Tuesday's vote in Kell"],
        ),
        ("A vigil for those who died in the protest will be held in Kell on Saturday.", ["Vigil in Kell"]),
        (
            "A service for the victims of the strike on the market will be held on Saturday.",
            ["Service for victims of strike"],
        ),
        ("Talks on a ceasefire will be held in Kell on Saturday.", ["Talks in Kell"]),
        ("The vote on the strike will be held on Saturday.", ["Vote on strike"]),
        ("The strike by nurses over the budget will start on Saturday.", ["Strike by nurses"]),
        ("The results of the election will be announced on Saturday.", ["Results of election"]),
        ("The inquest into the death of Alan Pym opens on Saturday.", ["Inquest into death of Alan Pym"]),
    ],
)
def test_the_name_is_that_of_what_is_held(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ministers will discuss the plan on Friday.", ["Ministers to discuss plan"]),
        ("Lund and Holm will discuss trade on the phone on Friday.", ["Lund and Holm to discuss trade"]),
        (
            "The International Sailing Federation's board will discuss Ostland's bid on 11 June.",
            ["Board to discuss Ostland's bid"],
        ),
        ("Ministers will meet on Friday to discuss the plan.", ["Ministers meeting"]),
        ("The book will discuss the events of Monday.", []),
        ("Lund is going to Skell on 2 June.", ["Lund to go to Skell"]),
        ("Lund is going to resign on 2 June.", ["Lund to resign"]),
        (
            "Both armies must pull heavy guns back 15km (9 miles) from the front by 18:00 GMT on Saturday.",
            ["Armies to pull heavy guns back"],
        ),
        ("Observers could be on the ground by 15 June.", ["Observers to be on ground"]),
        ("The observers are on the ground.", []),
        ("There will be a pledging event in Skell on 14 June.", ["Pledging event in Skell"]),
        ("There will be no pledging event on 14 June.", []),
    ],
)
def test_plain_sentences_of_what_is_to_come(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OCTA+ ministers are due to meet online on 6 June.", ["OCTA ministers meeting"]),
        ("Ministers are due to meet virtually on 6 June.", ["Ministers meeting"]),
        ("Lund will meet Holm face to face on 6 June.", ["Lund meeting with Holm"]),
        ("Bishop Reyk will lead prayers in St. Anna's Square on Sunday.", ["Reyk to lead prayers"]),
        ("Lund will speak in St. Anna on Sunday.", ["Lund speech in St Anna"]),
        (
            "The guns along the 900km (560-mile) border between Ostland and Norland are set to fall silent on Friday.",
            ["Guns to fall silent"],
        ),
        ("The pope is to speak in St. Anna's Square on Sunday.", ["Pope speech in St Anna's Square"]),
        (
            "The guns along the border between Ostland and Norland are set to fall silent on Friday.",
            ["Guns to fall silent"],
        ),
        ("The budget committee will decide on the money on 5 June.", ["Budget committee to decide on money"]),
        ("The election commission will announce the date on 5 June.", ["Election commission to announce date"]),
        ("The budget will be presented to the panel on 5 June.", ["Budget to be presented to panel"]),
        ("The strike committee will hold talks with Holm on 5 June.", ["Talks with Holm"]),
    ],
)
def test_no_name_is_made_of_how_or_of_half_a_word(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nurses walked out on Monday; a second strike is planned for 4 June.", ["Second strike"]),
        ("Nurses held a strike on Monday and a second is planned for 4 June.", ["Second strike"]),
        ("Nurses held a strike on Monday and a fair is planned for 4 June.", ["Fair"]),
        (
            "The first round of the election is on 1 June and a second round follows on 15 June.",
            ["First round of election", "Second round of election"],
        ),
        ("Voters decide between Ida Holm and Rolf Amann in the second round on 15 June.", ["Second round"]),
        ("Kelm play Dene in the second round on 15 June.", ["Kelm v Dene"]),
    ],
)
def test_the_next_one_of_several_is_called_so(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Former minister Eva Brodin appears before the inquiry on Monday.", ["Brodin to appear before inquiry"]),
        ("Eva Brodin appears in court on Monday.", ["Eva Brodin court appearance"]),
        ("The men appear before magistrates in Kell on Friday.", ["Men court appearance in Kell"]),
        ("The men appeared before magistrates in Kell on Friday.", []),
        ("A mural by Ada Orr is unveiled on Saturday.", ["Ada Orr mural to be unveiled"]),
        ("A mural by Ada Orr was unveiled on Saturday.", []),
        ("Museums in Dene open on Saturday.", ["Museums open in Dene"]),
        ("Rioters in Dene start fires on Saturday.", []),
        ("Every day is Sunday for her.", []),
        ("Lawmakers debate the media bill on Tuesday.", ["Lawmakers debate media bill"]),
        ("Heavy snow is forecast for Saturday.", ["Heavy snow"]),
        ("Eva Brodin appears on the cover of the magazine on Monday.", []),
        ("Teachers in Dene down tools on Friday.", ["Teachers down tools in Dene"]),
        ("Teachers in Dene downed tools on Friday.", []),
        ("Census day is 8 June.", ["Census day"]),
        ("Her last day is Friday.", []),
        ("The comet Vesna passes closest to Earth on 11 June.", ["Comet Vesna passes closest to Earth"]),
        ("Petra Ozols turns 100 on Sunday.", ["Petra Ozols turns 100"]),
        ("Petra Ozols turns to her sister on Sunday.", []),
        ("Amann is to be sworn in as premier on Tuesday.", ["Amann to be sworn in"]),
        ("The final between Kelm and Dene kicks off at 3pm on Saturday.", ["Final between Kelm and Dene"]),
        ("The league kicks off at 3pm on Saturday.", ["League kicks off"]),
        ("Runa Falk will give a concert after the match on Saturday.", ["Runa Falk to give concert"]),
        ("A vote is likely on Monday, Speaker Ida Lund said.", ["Vote"]),
    ],
)
def test_who_appears_stops_work_or_turns_a_hundred_and_what_goes_with_a_match(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talks aimed at ending the strike resume on Monday.", ["Talks to end strike resume"]),
        ("Talks to avert the strike will be held on Monday.", ["Talks to avert strike"]),
        (
            "After months of delay, the inquiry into the ferry disaster begins hearing evidence on Tuesday.",
            ["Ferry disaster inquiry begins hearing evidence"],
        ),
        ("The bail hearing begins on Tuesday.", ["Bail hearing"]),
        ("The final whistle blows on the season on Saturday.", []),
        ("The final is on Saturday.", ["Final"]),
        ("The final vote on the treaty is on Monday.", ["Vote on treaty"]),
        ("The frigate Hedda is due home on 8 June.", ["Frigate Hedda due home"]),
        ("The old bridge was to be demolished by the end of June but will now stay.", []),
        ("The old bridge was to be demolished on Monday but will now stay.", []),
        ("The old bridge is to be demolished on Monday but the ferry will stay.", ["Old bridge to be demolished"]),
    ],
)
def test_what_is_held_is_not_what_it_is_for_nor_how_it_goes_on(text: str, found: list[str]) -> None:
    assert titles(text) == found
