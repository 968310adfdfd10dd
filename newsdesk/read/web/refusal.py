"""Pages that are no news: walls, errors, shells and front pages, each named with what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.late_pattern import late_pattern

_COPY = "open the page in a browser, select all, copy, and paste it here or save it as a text file"
_LONG_ENOUGH = 1_500
"""Characters of prose from which a title that sounds like an error is one of an article."""
_ENOUGH = 600
"""Characters of prose from which words about cookies or accounts are no wall."""
_FEWEST_CARDS = 8
_FEW_WORDS = 80
"""Characters below which the words of a page are all that it says, and are repeated."""
HARDLY_ANY = "this is a web page with hardly any sentences in it"
"""How it is said that its words, if it has any, stand where none were looked for."""
_RUN = 400
"""Characters of sentences that stand together in an article."""

_ERRORS = late_pattern(
    r"\b(?:404|410)\b(?! Media)|\b(?:page|article|site|story|content|seite|file) (?:was |could )?not (?:be )?found|^not found|(?:page|article|story) (?:is(?:n.t| not| no longer)|has been) (?:available|removed|deleted)"
    r"|can.?t (?:find|reach) (?:that|the|this) (?:page|site)|nicht gefunden|page introuvable|does ?n.t exist|does not exist",
    re.IGNORECASE,
)
_FAILURES = late_pattern(
    r"\b(?:500|502|503|504|429)\b|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|internal server error|temporarily unavailable|too many requests"
    r"|something went wrong|application error|maintenance|origin is unreachable|host error",
    re.IGNORECASE,
)
_BLOCKED = late_pattern(
    r"access (?:to this page has been )?denied|\b403\b|forbidden|unusual (?:traffic|activity)|are you a (?:robot|human)|verif(?:y|ying) (?:that )?you are (?:a )?human|just a moment"
    r"|checking (?:if the site connection is secure|your browser)|captcha|pardon our interruption|attention required|not a robot|human verification",
    re.IGNORECASE,
)
_CONSENT = late_pattern(
    r"before you continue|we (?:value|care about|respect) your privacy|(?:accept|reject|allow) (?:all|cookies)|cookie (?:consent|settings|preferences|policy)|your privacy choices"
    r"|we and our (?:\d+ )?(?:partners|vendors)|manage (?:my )?(?:cookies|choices|preferences)|consent to (?:the )?use|cookies? zustimmen|accepter et continuer|alle akzeptieren",
    re.IGNORECASE,
)
_LOGIN = late_pattern(
    r"(?:log|sign) ?in (?:to|or|with|now)|subscribe (?:to|now|for|today)|subscribers? only|(?:create|register for) (?:a |an )?(?:free )?account|register (?:to|now|for free)"
    r"|already (?:a subscriber|have an account|registered|a member)|members? only|continue reading (?:with|for)|start your (?:free )?trial|unlock this (?:article|story)|free articles? (?:left|remaining)"
    r"|(?:forgot(?:ten)?|enter) your password|reserved for (?:our )?subscribers|réservé aux abonnés|log in$|sign in$",
    re.IGNORECASE,
)
_SCRIPT = late_pattern(
    r"(?:enable|requires?|need|turn on|activate|without|disabled|support) (?:\w+ ){0,4}?java ?script|java ?script (?:is |to be |must be )?(?:\w+ ){0,2}(?:disabled|enabled|required|needed|off)|loading\W*$",
    re.IGNORECASE,
)


def why_no_news(
    *, title: str, opening: str, prose: int, run: int, cards: int, is_article: bool, asides: str, is_front_page: bool
) -> str | None:
    """Why a page without data of a live page is not read, and what to do; None for one that is.

    Args:
        title: the window's title and the first heading.
        opening: the page's words from their beginning.
        prose: characters of its sentences.
        run: characters of the longest run of its sentences.
        cards: headings that lead to other pages.
        is_article: the page's data say that it is an article.
        asides: what it says to a browser that runs no scripts.
        is_front_page: its timed blocks lead to other pages.
    """
    if prose < _LONG_ENOUGH and not (is_article and prose >= _ENOUGH):
        if _ERRORS.search(title):
            return f"this is a page that says it was not found (“{_short(title)}”); check the address in a browser"
        if _FAILURES.search(title):
            return f"this is a page of an error (“{_short(title)}”), not the news; get it again later"
        if _BLOCKED.search(title) or (prose < _ENOUGH and _BLOCKED.search(opening)):
            return f"this is a page that keeps programs out, not the news; {_COPY}"
    if not is_article and run < _RUN and (cards >= _FEWEST_CARDS or is_front_page):
        many = f"{cards} headings lead" if cards else "its parts lead"
        return f"this is a front page or a list ({many} to other pages); add one of those pages instead"
    least = 90 if is_article else 200
    if prose >= (_ENOUGH if not is_article else 300):
        return None
    walls: Sequence[tuple[re.Pattern[str], str]] = (
        (
            _LOGIN,
            "this is a page that asks for a login or a subscription; open it where you are logged in, select all, copy, and paste it here",
        ),
        (
            _CONSENT,
            "this is a page that asks about cookies, not the news; open it in a browser, answer it, and save the page that follows",
        ),
    )
    for sign, words in walls:
        if sign.search(opening) and prose < (300 if is_article else _ENOUGH):
            return words
    if prose >= least:
        return None
    if _SCRIPT.search(opening) or _SCRIPT.search(asides) or not opening.strip():
        return f"this is a web page that scripts fill in, and its words are not in it; {_COPY}"
    if len(opening) < _FEW_WORDS:
        few = _short(" ".join(opening.split()))
        return f"this is a web page with only a few words in it (“{few}”), perhaps of an error, or to be filled in by scripts; {_COPY}"
    return f"{HARDLY_ANY} ({len(opening.split())} words); {_COPY}"


def _short(title: str) -> str:
    title = title.partition(" | ")[0]
    return title if len(title) <= 60 else f"{title[:59].rstrip()}…"
