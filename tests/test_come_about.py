"""What sources tell that came about: over on its day, or earlier than planned, only where they surely mean that very event."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Final

import pytest
from steps import assert_linear

from newsdesk.find.dates.in_story import post_candidates, resolve_story
from newsdesk.find.events.in_story import find_events
from newsdesk.find.events.passages import Passage
from newsdesk.model import Basis, Event, Post, Precision, Published

TUESDAY: Final = datetime(2025, 6, 3, 10, 0, tzinfo=timezone(timedelta(hours=3), "EEST"))


def found_in(plan: str, *later: tuple[float, str], looked: float = 12) -> tuple[Event, ...]:
    """The events of a plan told on Tuesday at 10:00 and of what is told so many hours later, looked at from `looked` hours later.

    What begins with "# " is a headline.
    """
    posts = [
        Post(
            n=1,
            text="It was a long day." if text.startswith("# ") else text,
            headline=text[2:] if text.startswith("# ") else None,
            id=n,
            source_id=n,
            published=Published(TUESDAY + timedelta(hours=hours), Precision.MINUTE, Basis.STATED),
        )
        for n, (hours, text) in enumerate([(0.0, plan), *later], start=1)
    ]
    timexes = resolve_story(posts, [post_candidates(post) for post in posts])
    return find_events(posts, timexes, TUESDAY + timedelta(hours=looked))


@pytest.mark.parametrize(
    ("plan", "hours", "told"),
    [
        ("The rocket will lift off at 6pm.", 8.3, "The rocket has lifted off from Kell."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted 88 to 51 for the truce today."),
        ("Parliament will vote on the truce at 2pm.", 5, "# Parliament approves truce"),
        ("Joan Mill will be sentenced at 2pm.", 5, "A judge has sentenced Joan Mill to six years."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Mill was sentenced to six years."),
        ("The final between Dene and Wexley kicks off at 7.45pm.", 11.8, "Full time: Dene win."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto has arrived in Orme."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "# Aalto arrives in Orme"),
        ("The two leaders will sign the treaty at 2pm.", 10, "The two leaders have signed the treaty."),
        ("The hostages will be released at 2pm.", 5, "All three hostages were released."),
        ("The bank will announce its decision at 2pm.", 5, "The bank announced its decision."),
        ("The capsule will splash down off Kell at 2pm.", 5, "The capsule has splashed down off Kell."),
        ("The summit in Orme will start at 2pm.", 10, "The summit in Orme has ended with a deal."),
        (
            "Lawmakers will vote on the truce at 2pm.",
            5,
            "Lawmakers voted overwhelmingly to approve the long-awaited truce.",
        ),
        (
            "Lawmakers will vote on the truce at 2pm.",
            5,
            "The speaker said that lawmakers voted narrowly for the truce.",
        ),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Cheers broke out after lawmakers voted for the truce."),
        ("The two leaders will sign the treaty at 2pm.", 10, "The two leaders signed the historic treaty in a tent."),
        ("The final between Dene and Wexley kicks off at 7.45pm.", 11.8, "FT Dene 2-1 Wexley"),
        ("The summit in Orme starts at 2pm.", 10, "The summit in Orme was held behind closed doors."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill was sentenced to six years for false accounting."),
        ("Lawmakers will vote on the truce on Tuesday.", 6, "Lawmakers voted for the truce on Tuesday."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "The truce was approved by 88 votes to 51."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The harbour bill was narrowly rejected."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The harbour bill has been passed by parliament."),
        ("The vote on the harbour bill will be held on Tuesday.", 6, "The harbour bill was passed on Tuesday."),
        ("The vote on the harbour bill will be held on Tuesday.", 6, "The bill was passed on Tuesday."),
        ("The two leaders will sign the treaty at 2pm.", 10, "The treaty was signed by the two leaders."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "Parliament has narrowly passed the harbour bill."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill was sentenced by a judge in Kell to another six years."),
        ("The harbour committee will vote on the levy at 2pm.", 5, "The levy was approved by the harbour committee."),
        ("The council will vote on the dam at 2pm.", 5, "The council has rejected the dam by 12 votes to nine."),
        ("The Kestrel launch is at 6pm.", 8.3, "Kestrel has lifted off from Kell."),
        ("The capsule will dock with the station at 2pm.", 5, "The capsule has docked."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto has arrived."),
        ("The meeting of ministers in Orme is at 11am.", 4, "The meeting took place this morning."),
        ("The funeral of Ida Holm will be held in Orme on Tuesday.", 4, "The funeral was held this morning."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene beat Wexley 2-0."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Wexley lost 3-1 to Dene in the rain."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene and Wexley drew 1-1."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Wexley were beaten 2-0 by Dene."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Wexley suffered a 2-0 defeat at Dene."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "# Dene beat Wexley to go top"),
        ("Dene United v Wexley Town kicks off at 7.45pm.", 11.8, "Dene won 2-0 at Wexley."),
    ],
)
def test_what_is_told_to_be_done_is_over_with_its_place(plan: str, hours: float, told: str) -> None:
    (event,) = found_in(plan, (hours, told))
    assert event.status.value == "ended"
    assert {mention.post_id for mention in event.mentions} == {1, 2}


@pytest.mark.parametrize(
    ("plan", "hours", "told"),
    [
        ("The rocket will lift off at 6pm.", 8.3, "The rocket has not lifted off."),
        ("The rocket will lift off at 6pm.", 7.3, "The rocket has lifted off twice this year."),
        ("The rocket will lift off at 6pm.", 8.3, "The rival's rocket has lifted off from Kell."),
        ("The rocket will lift off at 6pm.", 8.3, "If the rocket has lifted off, nobody saw it."),
        ("Parliament will vote on the truce at 2pm.", 5, "# Parliament committee approves truce"),
        ("Parliament will vote on the truce at 2pm.", 5, "# Parliament approves budget"),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted for the truce last month."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted for the truce on Monday."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted to put off their decision on the truce."),
        ("Lawmakers will vote on the truce at 2pm.", 3, "Lawmakers voted for the truce."),
        ("Joan Mill will be sentenced at 2pm.", 5, "A judge has sentenced Joan Mill's brother to six years."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Mill's brother was sentenced to six years."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Ida Mill was sentenced to six years."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill was sentenced in her absence in 2019."),
        ("The final between Dene and Wexley kicks off at 7.45pm.", 11.8, "Full time: Orme win."),
        ("The final between Dene and Wexley kicks off at 7.45pm.", 10, "Full time: Dene win."),
        ("The two leaders will sign the treaty at 2pm.", 10, "The two leaders signed a letter."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto's plane has arrived in Orme."),
        ("The hostages will be released at 2pm.", 5, "Two hostages were released."),
        ("The hostages will be released at 2pm.", 5, "A video of the hostages was released."),
        ("The ferry will depart at 2pm.", 5, "The ferry departed from its usual course."),
        ("The rocket will lift off at 6pm.", 8.3, "The two rockets have lifted off."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto had arrived in Orme the last time, too."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "The ministry denied that lawmakers voted for the truce."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Reports that lawmakers voted for the truce are false."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "He claimed that lawmakers voted for the truce."),
        (
            "Lawmakers will vote on the truce at 2pm.",
            5,
            "The army will withdraw after lawmakers have voted on the truce.",
        ),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Have lawmakers voted on the truce?"),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted on an amendment to the truce."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted to open debate on the truce."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted on the budget before they turn to the truce."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers rejected an amendment to the truce."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers backed away from the truce."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "In the spring, lawmakers voted for the truce."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Who sentenced Joan Mill?"),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill has been sentenced before, for theft."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill was sentenced twice for theft."),
        ("Joan Mill will be sentenced at 2pm.", 5, "A judge who once sentenced Joan Mill will preside."),
        ("Joan Mill will be sentenced at 2pm.", 5, "It was wrongly reported that Joan Mill was sentenced."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill was sentenced, a fake post said."),
        ("The rocket will lift off at 6pm.", 8.3, "A rocket lifted off from a rival's base."),
        ("The rocket will lift off at 6pm.", 8.3, "# Rocket lifts off in minutes"),
        ("The rocket will lift off at 6pm.", 8.3, "The rocket has lifted off in a test."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto arrived in Orme as a boy."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "# Aalto arrives in Orme at 9pm"),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto arrived in Kell and will go on to Orme."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto arrived in Kell ahead of his visit to Orme."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto has arrived at a decision on Orme."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Police would act once Aalto has arrived in Orme."),
        ("The two leaders will sign the treaty at 2pm.", 10, "The two leaders signed a letter ahead of the treaty."),
        ("The two leaders will sign the treaty at 2pm.", 10, "The two leaders signed off on the treaty."),
        (
            "The two leaders will sign the treaty at 2pm.",
            10,
            "The two leaders signed the minutes of talks on the treaty.",
        ),
        ("The two leaders will sign the treaty at 2pm.", 10, "The two leaders signed the treaty's guest book."),
        (
            "The two leaders will sign the treaty at 2pm.",
            10,
            "The two leaders signed the treaty of Kell twenty years ago.",
        ),
        ("The final between Dene and Wexley kicks off at 7.45pm.", 11.8, "FT: Wexley owner to sell the club."),
        ("The final between Dene and Wexley kicks off at 7.45pm.", 11.8, "Full-time: Wexley Women 2-0 Orme Women."),
        ("The final between Dene and Wexley kicks off at 7.45pm.", 11.8, "Full-time: Dene 2-2 Wexley, so extra time."),
        (
            "Parliament will vote on the harbour bill at 2pm.",
            5,
            "Parliament voted on the harbour bill only in committee.",
        ),
        (
            "Parliament will vote on the harbour bill at 2pm.",
            5,
            "Parliament voted for the harbour bill at first reading.",
        ),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The harbour bill was passed in committee."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The harbour bill was passed by the lower house."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The budget bill was passed."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The bill was passed."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "An amendment to the harbour bill was passed."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The harbour bill was backed by the mayor."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The harbour bill was approved for debate."),
        ("Parliament will vote on the harbour bill at 2pm.", 5, "The harbour plan was approved."),
        ("Lawmakers will vote on the truce at 2pm.", 5, "Lawmakers voted for the truce in a straw poll."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill was sentenced in absentia by another court."),
        ("Joan Mill will be sentenced at 2pm.", 5, "Joan Mill was sentenced in a separate case to two years."),
        ("The two leaders will sign the treaty at 2pm.", 10, "The two leaders signed the treaty, but only in draft."),
        ("The two leaders will sign the treaty at 2pm.", 10, "The treaty was signed by the two deputies."),
        ("Aalto will resign at 2pm.", 5, "Aalto resigned in protest from another committee."),
        ("Aalto will resign at 2pm.", 5, "Aalto resigned himself to defeat."),
        ("Aalto will resign at 2pm.", 5, "Aalto resigned from the club's board."),
        ("The Kestrel launch is at 6pm.", 8.3, "The Galene has lifted off."),
        ("The Kestrel launch is at 6pm.", 8.3, "Kestrel launched its mobile app."),
        ("The capsule will dock with the station at 2pm.", 5, "The capsule has docked with a tanker."),
        ("Aalto will arrive in Orme at 6pm.", 8.3, "Aalto has arrived in Kell."),
        ("The meeting of ministers in Orme is at 6pm.", 5, "The meeting took place this morning."),
        ("The verdict in the Kessler trial is due at 2pm.", 5, "Jury selection is under way."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene beat Orme 2-0."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene beat Wexley 2-0 last season."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene beat Wexley 2-0 in March."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene beat Wexley 2-0 when they last met."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene Women beat Wexley 2-0."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "If Dene beat Wexley 2-0, they go top."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene could beat Wexley 2-0."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene lead Wexley 2-0 at half-time."),
        ("Dene v Wexley kicks off at 7.45pm.", 11.8, "Dene beat Wexley to the signing of Aske."),
        ("Dene v Wexley kicks off at 7.45pm.", 10, "Dene beat Wexley 2-0."),
    ],
)
def test_what_may_be_something_else_leaves_it_due(plan: str, hours: float, told: str) -> None:
    (event,) = found_in(plan, (hours, told))
    assert event.status.value == "due"


@pytest.mark.parametrize(
    "told",
    [
        "The first day of the summit in Orme has ended with a dinner.",
        "The summit in Orme has ended for the day.",
        "The summit in Orme broke up for lunch.",
        "The summit in Orme ended early hopes of a deal.",
        "The summit in Orme was held up by fog.",
        "The 2019 summit in Orme ended badly.",
        "Has the summit in Orme ended without a deal?",
    ],
)
def test_a_pause_or_a_part_that_ends_ends_no_whole(told: str) -> None:
    (event,) = found_in("The summit in Orme will start at 2pm.", (10, told))
    assert event.status.value != "ended"


SUMMIT: Final = "The summit in Orme will start at 2pm."


@pytest.mark.parametrize(
    ("plan", "over", "denied", "status"),
    [
        (SUMMIT, "The summit in Orme has ended.", "The ministry denied that the summit in Orme had ended.", "running"),
        (SUMMIT, "The summit in Orme has ended.", "The summit in Orme has not ended, the envoy said.", "running"),
        (SUMMIT, "The summit in Orme has ended.", "The envoy said that the summit had not ended.", "running"),
        (SUMMIT, "The summit in Orme has ended.", "The summit in Orme is not over, the envoy said.", "running"),
        (SUMMIT, "The summit in Orme has ended.", "The summit in Orme is still under way.", "running"),
        (SUMMIT, "The summit in Orme has ended.", "Reports that the summit in Orme has ended are false.", "running"),
        (SUMMIT, "The summit in Orme has ended.", "The ministry denied that the summit in Orme had failed.", "ended"),
        (SUMMIT, "The summit in Orme has ended.", "The summit in Orme has not ended the crisis.", "ended"),
        (SUMMIT, "The summit in Orme has ended.", "The summit in Dene has not ended.", "ended"),
        (SUMMIT, "The summit in Orme has ended.", "If the summit in Orme has not ended, nobody knows.", "ended"),
        (SUMMIT, "The summit in Orme has ended.", "Has the summit in Orme not ended?", "ended"),
        (SUMMIT, "The summit in Orme has ended.", "The summit had not ended when snow fell.", "ended"),
        (SUMMIT, "The ministry denied that the summit in Orme had ended.", "The summit in Orme has ended.", "ended"),
        (
            "The rocket will lift off at 2pm.",
            "The rocket has lifted off.",
            "The agency denied that the rocket had lifted off.",
            "due",
        ),
        ("The rocket will lift off at 2pm.", "The rocket has lifted off.", "The rocket has not lifted off.", "due"),
        ("Aalto will resign at 2pm.", "Aalto has resigned.", "Aalto denied that he had resigned.", "due"),
        ("Aalto will resign at 2pm.", "Aalto has resigned.", "Holm denied that he had resigned.", "ended"),
        ("Aalto will resign at 2pm.", "Aalto has resigned.", "Aalto's deputy has not resigned.", "ended"),
        (
            "Lawmakers will vote on the truce at 2pm.",
            "Lawmakers voted for the truce.",
            "It is not true that lawmakers voted for the truce.",
            "due",
        ),
        (
            "Lawmakers will vote on the truce at 2pm.",
            "Lawmakers voted for the truce.",
            "Lawmakers have not voted on the budget.",
            "ended",
        ),
    ],
)
def test_who_denies_that_something_is_over_puts_it_in_doubt(plan: str, over: str, denied: str, status: str) -> None:
    (event,) = found_in(plan, (10, over), (11, denied))
    assert event.status.value == status


def test_what_is_not_over_on_the_next_day_goes_on() -> None:
    plan = "Talks will be held in Kell on Tuesday."
    (event,) = found_in(plan, (26, "The talks in Kell have not ended, the envoy said."), looked=28)
    assert event.status.value == "running"
    (event,) = found_in(plan, (26, "The talks in Kell have not ended, the envoy said."), looked=50)
    assert event.status.value == "ended"


def test_nothing_is_over_before_it_is_told() -> None:
    (event,) = found_in("The rocket will lift off at 6pm.", (9, "The rocket has lifted off."), looked=8.5)
    assert event.status.value == "due"


def test_what_begins_at_the_midnight_that_ends_its_day_runs_on_the_next() -> None:
    plan = "The ceasefire starts at midnight."
    (event,) = found_in(plan, (15, "Shots were heard shortly after the ceasefire took effect at midnight."), looked=16)
    assert event.status.value == "running"
    (event,) = found_in(plan, looked=16)
    assert event.status.value == "due"


@pytest.mark.parametrize(
    ("plan", "told", "day", "status", "was"),
    [
        (
            "An exchange of prisoners will take place at Kelmet on Friday.",
            "The exchange of prisoners at Kelmet took place on Wednesday, two days earlier than planned.",
            "2025-06-04",
            "ended",
            "2025-06-06",
        ),
        (
            "The trial of Joan Mill will begin on 11 June.",
            "The trial of Joan Mill began on Wednesday, a week early.",
            "2025-06-04",
            "running",
            "2025-06-11",
        ),
        (
            "Aalto will resign on Saturday.",
            "Aalto resigned on Wednesday, three days earlier than he had said.",
            "2025-06-04",
            "ended",
            "2025-06-07",
        ),
        (
            "Aalto will resign on Saturday.",
            "Aalto's deputy resigned on Wednesday, three days earlier than he had said.",
            "2025-06-07",
            "expected",
            None,
        ),
        (
            "Aalto will resign on Saturday.",
            "Aalto resigned as mayor on Wednesday.",
            "2025-06-07",
            "expected",
            None,
        ),
        (
            "An exchange of prisoners will take place at Kelmet on Friday.",
            "The exchange of prisoners at Kelmet took place on Wednesday, an hour earlier than planned.",
            "2025-06-06",
            "expected",
            None,
        ),
        (
            "An exchange of prisoners will take place at Kelmet on Friday.",
            "The exchange of prisoners at Kelmet took place on Wednesday, a month early.",
            "2025-06-06",
            "expected",
            None,
        ),
        (
            "An exchange of prisoners will take place at Kelmet on Friday.",
            "The exchange of prisoners at Kelmet took place on Wednesday, two days earlier than last year's.",
            "2025-06-06",
            "expected",
            None,
        ),
        (
            "An exchange of prisoners will take place at Kelmet on Friday.",
            "Ostland claimed that the exchange of prisoners at Kelmet took place on Wednesday, two days early.",
            "2025-06-06",
            "expected",
            None,
        ),
        (
            "Aalto will resign on Saturday.",
            "Aalto resigned three days earlier than he had said.",
            "2025-06-07",
            "expected",
            None,
        ),
        (
            "The trial of Joan Mill will begin on 11 June.",
            "The trial of Joan Mill began to falter on Wednesday, a week earlier than expected, when a witness fled.",
            "2025-06-11",
            "expected",
            None,
        ),
    ],
)
def test_what_came_earlier_than_planned_is_on_the_day_it_came(
    plan: str, told: str, day: str, status: str, was: str | None
) -> None:
    (event,) = found_in(plan, (32, told), looked=33)
    assert (str(event.start), event.status.value, event.was and str(event.was)) == (day, status, was)


def test_many_tellings_take_linear_time() -> None:
    def flood(times: int) -> int:
        told = " ".join(f"The Kern{n} trial began on Tuesday, {n} weeks early." for n in range(times))
        return len(found_in("The trial of Joan Mill will begin on 11 June.", (8, told)))

    assert_linear(flood, 40)


def test_a_sentence_without_an_end_takes_linear_time() -> None:
    assert_linear(lambda times: len(Passage("The rocket " + "has lifted off " * times, "").done), 200)
    assert_linear(lambda times: len(Passage("Dene " * times + "beat Wexley 2-0 " * times, "").done), 200)


@pytest.mark.parametrize(
    ("plan", "status"),
    [
        ("Dene Women play Orme Women at 7.45pm on Tuesday.", "ended"),
        ("Dene play Orme at 7.45pm on Tuesday.", "due"),
    ],
)
def test_the_score_of_another_side_ends_no_match(plan: str, status: str) -> None:
    (event,) = found_in(plan, (11.8, "Full-time: Dene Women 2-0 Orme Women."))
    assert event.status.value == status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The summit in Orme has begun.", "running"),
        ("The summit in Orme is in progress.", "running"),
        ("Leaders have come, and the summit in Orme is now well under way.", "running"),
        ("The summit in Orme is in full swing.", "running"),
        ("The summit in Orme is not yet under way.", "due"),
        ("The summit in Orme, which could last a week, began in the rain.", "running"),
        ("If the summit in Orme began, nobody said so.", "due"),
        ("Has the summit in Orme begun?", "due"),
        ("The summit in Orme has not begun.", "due"),
        ("Reports that the summit in Orme has begun are false.", "due"),
    ],
)
def test_only_what_is_told_as_a_fact_begins(told: str, status: str) -> None:
    (event,) = found_in("The summit in Orme will start at 2pm.", (6, told), looked=7)
    assert event.status.value == status


@pytest.mark.parametrize(
    ("plan", "told", "status"),
    [
        ("The trial of Boyd Kessler starts at 11am.", "Jury selection is under way.", "running"),
        ("The trial of Boyd Kessler starts at 11am.", "Opening statements are underway.", "running"),
        ("The trial of Boyd Kessler starts at 11am.", "Jury selection is underway in Quill's trial.", "due"),
        ("Polls open in the Norland election at 11am.", "Voting is under way in Norland.", "running"),
        ("Polls open in the Norland election at 11am.", "Voting is under way in Ostland.", "due"),
        ("The sentencing of Boyd Kessler is at 11am.", "Jury selection is under way.", "due"),
        ("The ceremony in Orme is at 6pm.", "The ceremony is under way.", "today"),
    ],
)
def test_what_begins_is_told_by_what_comes_first(plan: str, told: str, status: str) -> None:
    (event,) = found_in(plan, (4, told), looked=5)
    assert event.status.value == status


@pytest.mark.parametrize(
    "told",
    [
        "He claimed that the summit in Orme has ended ",
        "A dinner before the talks in Kell has been called off, which nobody denied that it was ",
        "The two leaders voted overwhelmingly for a letter on the treaty of Kell ",
        "The summit in Orme has not been ended, said the envoy, who denied that it was over ",
        "The treaty was signed by another court in a separate case only in committee ",
    ],
)
def test_what_is_hardly_told_takes_linear_time(told: str) -> None:
    plan = "The talks in Kell begin on 11 June. The summit in Orme will start at 2pm."
    assert_linear(lambda times: len(found_in(plan, (10, told * times))), 40)
