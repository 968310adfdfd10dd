"""What somebody was to do and then put off, told anew for the day that it leaves and for the one to which it was put off. Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.change_words import BUT_PUTS_OFF, CALLS_OFF, PUTS_OFF
from newsdesk.find.event_nouns import noun_class_near
from newsdesk.find.events.naming import Naming
from newsdesk.find.events.titles import naming
from newsdesk.late_pattern import late_pattern

_PUT_OFF: Final = late_pattern(
    r"(?P<who>[^.;:,“”]{2,80}?),? (?:(?:which|who|that) )?(?:was|were|had been) (?:(?:due|set|scheduled|expected|supposed|meant|planning|planned) )?to"
    r" (?P<does>[a-z]+(?: (?!on )[^.;:,“”]{1,50}?)?) on [^;:“”]{3,40}?"
    rf"{BUT_PUTS_OFF}(?: the)? "
)


_ON_AGAIN: Final = late_pattern(
    rf"(?P<who>(?:(?!\b(?:has|have|had|will|would|is|are|was|were|to|that|which)\b)[^.;:,“”]){{2,80}}?),? (?:(?:which|that) (?:was|were|had been) )?"
    rf"(?:{CALLS_OFF}|{PUTS_OFF}) (?:(?!\b(?:that|which|who|the|an?|its|his|her|their)\b)[^.;:,“”]){{0,50}}?"
    r",? (?P<does>will (?:now |still )?(?:go ahead|take place|be held|begin|start)\b(?:(?!\b(?:and|but)\b)[^.;:,“”]){0,40}? on (?:the )?)"
)


_WAS_TO: Final = late_pattern(
    r"(?:[^.;:,“”]{0,40} (?:means|said|says|confirmed|announced) (?:that )?)?(?P<who>[^.;:,“”]{2,80}?),? (?:which|who|that) (?:was|were|had been) (?:(?:due|set|scheduled|expected|supposed|meant|planning|planned) )?to"
    r" (?P<does>[a-z]+(?: (?!on )[^.;:,“”]{1,50}?)?)(?: (?:on|at|from))?(?: the)? "
)


_DENIED: Final = late_pattern(
    r"(?P<who>[^.;:,“”]{2,80}?) (?:will not|won['’]t|will no longer|cannot|can no longer)(?: now)? (?P<does>[a-z]+(?: (?!on )[^.;:,“”]{1,50}?)?)(?: (?:on|at|from))?(?: the)? "
)


def as_not_denied(before: str) -> str | None:
    """As in "The board will not meet" as "The board will meet"; None where nothing like it is told."""
    found = _DENIED.fullmatch(before)
    return f"{found['who']} will {found['does']} on " if found else None


def named_anew(told: str, day: str) -> tuple[Naming | None, str | None]:
    """The name of what is told anew up to its `day`, and the class of its noun."""
    whole = f"{told}{day}"
    span = len(told), len(whole)
    noun_class = noun_class_near(whole, 0, len(whole), *span)
    return naming(whole, (0, len(whole)), *span, noun_class), noun_class


def as_it_was(before: str) -> str | None:
    """As in "The envoy, who was due to arrive in Dene on" as "The envoy will arrive in Dene on"; None where nothing like it is told.

    `before`: a sentence up to the day that something leaves.
    """
    found = _WAS_TO.fullmatch(before)
    return f"{found['who']} will {found['does']} on " if found else None


_SET_AGAINST: Final = late_pattern(
    r"(?P<who>[^;:“”]{2,80}?) (?P<aux>will|would|is|are|was|were)(?P<denied> not)?(?P<does>(?: (?!not\b|but\b|only\b)[a-z]+){0,4}?)(?(denied)| not)"
    r" (?:on|at|from|until) (?:the )?[^.;:,“”]{1,30}?,? but (?:rather |instead )?(?P<link>on|at|from|until)(?P<the> the)? "
)


_NOT_DONE_THEN: Final = late_pattern(
    r"(?P<who>[^;:“”]{2,80}?) (?:will|would|does|do) not (?P<does>(?!only\b|just\b|be\b)[a-z]+(?: (?!not\b|but\b|only\b|on\b|next\b|this\b|tomorrow\b)[\w’'-]+){0,8}?)(?: (?:on|at|from|until))? (?:the )?(?P<day>(?:(?:next|this|coming) )?(?:\d{1,2}\b|[A-Z][a-z]+day\b|[A-Z][a-z]{2,8}\.? \d|tomorrow\b|today\b|tonight\b)[^.;:,“”]{0,26}?)"
    r"(?:,? as (?:(?:first|originally|had been|was) )?(?:planned|announced|expected|scheduled|intended|thought))?,? but (?:rather |instead )?(?P<link>on|at|from|until)(?P<the> the)? "
)
"""As in "The court will not hear Lund's plea next Tuesday as planned but on ...": the deed with its object."""


def as_set_against(before: str) -> str | None:
    """As in "Census night will not be on 6 but on" as "Census night will be on"; None where no other day is denied.

    `before`: a sentence up to the day that holds instead.
    """
    if other := _NOT_DONE_THEN.fullmatch(before):
        return f"{other['who']} will now {other['does']} {other['link']}{other['the'] or ''} "
    found = _SET_AGAINST.fullmatch(before)
    if found is None or not _A_DAY.search(before, found.end("does")):
        return None
    return f"{found['who']} {found['aux']}{found['does']} {found['link']}{found['the'] or ''} "


_A_DAY: Final = late_pattern(r"\d|day\b|(?i:\btomorrow\b|\btonight\b|\bmidnight\b|\bnoon\b)")


def as_it_is_now(before: str) -> str | None:
    """As in "The duke was to arrive on Thursday, but put off his trip until" as "The duke will now arrive on"; None where nothing like it is told.

    `before`: a sentence up to the day of which it is asked.
    """
    if again := _ON_AGAIN.fullmatch(before):
        # "The march called off last week will go ahead on".
        return f"{again['who']} {again['does']}"
    found = _PUT_OFF.fullmatch(before)
    return f"{found['who']} will now {found['does']} on " if found else None
