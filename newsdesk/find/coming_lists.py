"""The words with which news announces what is to come: "What to watch", "On our radar", "Still to come this week". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.late_pattern import late_pattern

_WORDS: Final = (
    r"(?:what to (?:watch|look (?:out )?for|expect)|(?:the )?week ahead|coming up(?! (?:to|with|against)\b)|look(?:ing)? ahead|(?:dates? for )?(?:the |your )?diary(?= dates\b| for (?:the|next|this)\b|:|\s*\n)"
    r"|what(?:['’]s| is) (?:next|ahead|coming)|what (?:comes|happens) next|next steps(?=[:?.\n])|still to come|(?:dates|days) (?:to (?:watch|note)|ahead)|in the days ahead"
    r"|on (?:our|the|my) radar|on the (?:agenda|horizon)(?=[:\n]| (?:this|next) week)|what we['’]re watching|next up(?=[:\n]| (?:this|next) week)|up next(?=[:\n])|ahead this week|one to watch(?=[:\n])|save the date|next week(?=[:\n]))\b"
)
TO_COME: Final = late_pattern(rf"(?i)\b{_WORDS}")
"""Above a list of days to come, or before its first one."""
_INTRODUCES: Final = late_pattern(
    rf"(?i)\W*(?:also )?{_WORDS}(?: (?:for )?(?:this|next|the) (?:week|month|weekend|coming week|week ahead|days ahead))?(?::| [–—-]) (?P<items>[^:\n]*)$"
)


def introduced(text: str, begin: int, start: int) -> str | None:
    """What stands between the words that announce what is to come and the day at `start`, in the sentence from `begin`; None without them."""
    found = _INTRODUCES.match(text, begin, start)
    return found["items"] if found else None


_ITEM_EDGE: Final = late_pattern(r"(?:;|,)(?: and)? | and (?=[^,;]*$)")
_ON: Final = late_pattern(r",? (?:on|for|at)(?: the)? $")
_A_DAY: Final = late_pattern(r"day\b|\d")
_ACTS: Final = late_pattern(r"\b(?:will|would|is|are|was|were|has|have|had|[a-z]+ed)\b")


def as_listed(left: str) -> str | None:
    """The words before a day of such a list as a sentence of their own: "minutes on Wednesday and payrolls on" as "Payrolls is on".

    None where they are a sentence already, and where they are the day's own ("What to watch: Tuesday's vote").
    """
    items = introduced(left, 0, len(left))
    named = _ON.search(items) if items else None
    if items is None or named is None:
        return None
    whole = items[: named.start()]
    # "Talks between Norland and Ostland": what stands behind a day is another item, what does not is the same one.
    edge = next(
        (each for each in reversed([*_ITEM_EDGE.finditer(whole)]) if _A_DAY.search(whole, 0, each.start())), None
    )
    item = whole[edge.end() :] if edge else whole
    return None if not item or _ACTS.search(item) or _A_DAY.search(item) else f"{item[0].upper()}{item[1:]} is on "


def item_end(text: str, end: int, stop: int) -> int:
    """Where the item ends whose day ends at `end`."""
    edge = _ITEM_EDGE.search(text, end, stop)
    return edge.start() if edge else stop


def opens_item(text: str, begin: int, start: int) -> bool:
    """Whether a day is the first word of something in such a list: "What we're watching: Tuesday's vote"."""
    items = introduced(text, begin, start)
    return items is not None and (not items or items.endswith((", ", "; ", " and ")))
