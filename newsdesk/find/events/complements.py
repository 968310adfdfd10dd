"""What follows a verb or a noun of an event: its object, where, with whom, about what. Pure, without a parser.

Each is kept whole or left out, never cut in its middle.
"""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.naming import LINKS, LONGEST
from newsdesk.find.events.phrases import ORDINAL_OF_A_RULER, short_name, tokens
from newsdesk.find.events.words import (
    BODIES,
    DATE_WORDS,
    DIGNITARIES,
    FILLERS,
    FUNCTION_WORDS,
    NAME_OF_TIME,
    ROLES,
    VERBISH,
)
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_PLACE: Final = late_pattern(
    r"\b(?:in|at)(?: the)?(?: [a-z]+)? (?:(?:[A-Z][\w’'-]+ )?(?:city|town|capital|port|resort|village|state|province|region)(?: of|,)? )?"
    r"(?P<place>(?:The )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}(?P<kind> (?:(?:police|railway|fire|bus) station|(?:town|city|village|concert) hall"
    r"|(?:crown|high|county|district) court|(?:community|civic|conference|leisure|youth) centre|(?:church |parish |market )?hall|church|chapel|cathedral|stadium|airport|castle|prison"
    r"|hospital|university|museum|school|theatre|hotel|pub|harbour|reservoir|dam|valley|tunnel|plant|library|arena|racecourse|palace|bridge|square))?)"
    r"(?![\w’'-]|(?: [A-Z][\w’'-]*){0,2} (?:case|trial|affair|inquiry|scandal|murder|killing|investigation|lawsuit)\b)"
)
_CLEFT: Final = late_pattern(r"\b(?P<lead>with|between|on|over|against) (?:the )?(?P<rest>[^,.;:()“”\"]{2,40})")


_MR: Final = late_pattern(r"\b(?:Mr|Mrs|Ms|Dr) (?=[A-Z])")
_COUNTED: Final = late_pattern(
    r" (?:(?:about|around|some|nearly|up to|more than|at least) )?\d[\d,]* [a-z]{3,}s\b(?<!days)(?<!hours)(?<!weeks)(?<!months)(?<!years)(?<!minutes)"
)
_MATTERS: Final = word_set("case issue question dispute matter")
_SAYS_MORE: Final = word_set("brought made held accused charged suspected convicted arrested killed")


def object_of(right: str, room: int) -> list[str]:
    """What or whom the verb concerns: up to `room` words."""
    if room < 1:
        return []
    words: list[str] = []
    cut = False
    for each in tokens(right[:80]):
        lower = each.lower()
        if each[0].isdigit() and not each.isdigit() and words and words[-1] in {"at", "on", "in"}:
            break
        if each in {"'", "’"} and words and words[-1].endswith("s"):
            # "A readers' evening".
            words[-1] += each
            continue
        if each.isdigit() and not words and _COUNTED.match(right):
            # "Release 40 captives".
            continue
        number = each.isdigit() and bool(words) and words[-1][0].isupper() and len(each) < 3
        if not each[0].isalnum() or lower in DATE_WORDS or (each.isdigit() and not number):
            break
        if lower in {"the", "a", "an", "his", "her", "their", "its", "with", "to"} and not words:
            continue
        if lower in {"the", "a"} and words and words[-1].lower() in {"of", "and", "on", "in"}:
            continue
        joins = words and lower in {"of", "and"}
        leads = not words and lower in {"on", "in", "over", "at"}
        if lower in _SAYS_MORE and words:
            # "The case brought by ...", "two men accused of ...": it says more of the same.
            break
        if lower in FUNCTION_WORDS and each != "US" and not joins and not leads:
            break
        words.append(each)
        if len(words) == LONGEST + 2:
            cut = True
            break
    role = next((index for index, word in enumerate(words) if word.lower() in ROLES), None)
    if role is not None and (name := _name_behind(words[role + 1 :])):
        if words[role] in _KINGS and words[role + 2 : role + 3] == ["of"] and room > 1:
            # "King Aurelio of Santarra" is not known by a surname.
            return [words[role], *name]
        # "US envoy Ann Lee" is known by her surname.
        if not name[-1].endswith(("'s", "’s")):
            return name[-2:] if ORDINAL_OF_A_RULER.fullmatch(name[-1]) else name[-1:]
        words = words[words.index(name[-1]) :]
    if len(words) > room and _PERSON.fullmatch(" ".join(words)):
        # "The violinist Mae Sorley", where there is room for a surname only.
        return words[-1:]
    if len(words) == room + 1 and words[-1].lower() in _THEN_HAPPENS | _MATTERS:
        # "The inquest into the death of Alan Pym opens ...": the sentence's verb goes first, or the "case" of what it is.
        words.pop()
    elif len(words) > room or cut:
        # What does not fit goes from its joint on; without a joint its first words are no phrase.
        joint = next(
            (index for index in range(min(room, len(words) - 1), 0, -1) if words[index] in {"of", "and"}), None
        )
        words = words[:joint] if joint else _without_fillers(words)
        if len(words) > room:
            return []
    while words and words[-1].lower() in FUNCTION_WORDS:
        words.pop()
    if words:
        words[-1] = words[-1].rstrip("'’")
    if all(word.lower() in NO_OBJECT for word in words) or (words[0] in _LEADS and words[-1].lower() in _LEADS_NOWHERE):
        return []
    named = [word for word in words if word[0].isupper()]
    return short_name(" ".join(words)) if len(named) == len(words) > 1 else words


def _name_behind(words: list[str]) -> list[str]:
    """The name behind a role; "of Santarra" behind a name tells of where."""
    if words and words[0][0].isupper() and "of" in words:
        words = words[: words.index("of")]
    return [word for word in words if word[0].isupper()]


_KINGS: Final = frozenset({"King", "Queen", "Prince", "Princess", "Pope", "Emperor", "Sultan"})
_LEADS: Final = word_set("on in over at")
_HALVES: Final = word_set("front favour favor support honour honor memory")
"""Half of how something hangs on what is told: "in front of the ministry"."""
_LEADS_NOWHERE: Final = _HALVES | word_set("day days week weeks month months year years hour hours minute minutes time")
"""What "in" and its like may be left with: half of how something hangs on another, or when ("in a week")."""
_PERSON: Final = late_pattern(r"[a-z]+(?:er|or|ist|man|woman|star|wife) [A-Z][\w’'-]+ [A-Z][\w’'-]+")
_THEN_HAPPENS: Final = word_set("opens begins starts resumes ends closes expires reopens continues")
NO_OBJECT: Final = word_set("most more some many all both one two three others it them")
"""Alone they tell nothing: "to reconnect most of them"."""


def _without_fillers(words: list[str]) -> list[str]:
    from_fillers = [
        word for word in words if word.lower() not in {"new", "first", "main", "full", "possible", "further"}
    ]
    return from_fillers or words


def place_in(clause: str) -> list[str]:
    """Where it takes place, as written ("in New York"); empty when the clause does not say."""
    for match in _PLACE.finditer(clause):
        first = match["place"].split()[0].lower().replace("’", "'")
        if first.removesuffix("'s") in DATE_WORDS or (first == "the" and not match["place"].startswith("The ")):
            continue
        if match["kind"] is None and first in ROLES:
            # "A vote of no confidence in Prime Minister Brandt".
            continue
        if match["kind"] is None and re.match(r"(?:in|at) an? ", match.group()):
            # "At a California synagogue" tells of what kind.
            continue
        behind = tokens(clause[match.end() : match.end() + 24])
        if first and match["place"].endswith(("'s", "’s")) and behind and behind[0].lower() in _WISHES:
            # "Postponed at Norland's request".
            continue
        if behind and class_of(behind[0].lower()):
            # "At the G8 summit" is no place.
            continue
        if match["kind"] is None and _OF_A_KIND.match(match.group()) and behind and _is_noun(behind[0]):
            # "At the Methodist boathouse" tells of whose, "in the Hague on ..." of where.
            continue
        lead = "in" if clause[match.start() : match.start() + 2].lower() == "in" else "at"
        whole = match["place"]
        return [lead, *(whole if match["kind"] else re.sub("['’]s$", "", whole)).split()]
    return []


_WISHES: Final = word_set(
    "request insistence invitation behest suggestion urging prompting expense initiative disposal"
)
_OF_A_KIND: Final = late_pattern(r"(?:in|at) the [A-Z][\w’'-]*$")


def _is_noun(word: str) -> bool:
    """Whether a word right behind a place goes with it, and does not begin what is told next."""
    known = FUNCTION_WORDS | DATE_WORDS | VERBISH | FILLERS | NAME_OF_TIME
    return word.isalpha() and word.islower() and word not in known and not word.endswith(("ing", "ed", "ly"))


_HAPPENS: Final = late_pattern(r" (?:begins?|starts?|opens?|ends?|closes?|resumes?|takes? place|goes ahead|follows?)\b")
"""What those do who are named behind a "by"."""
_UNITS: Final = word_set("days hours weeks months years minutes day week month year more least to or")


_DOES: Final = late_pattern(r"[a-z]+ (?:the|an?|its|his|her|their|our)\b")
"""After "to": a verb with its object, "a truce to undermine the process"."""
_ON_NOTHING: Final = late_pattern(
    r"(?:behalf|condition|grounds|time|track|schedule|course|top|edge|fire|suspicion|average)\b"
)
"""After "on": no topic."""


def complement(clause: str, room: int) -> list[str]:
    """Where it takes place, else with whom, between whom or about what, in at most `room` words."""
    if room < 2:
        return []
    near = clause[:110]
    owner = re.match(r" (?P<link>of|for|to|into|by) (?:the )?(?P<rest>[^,.;:()“”\"\x00]{2,40})", near)
    if owner and not (owner["link"] == "to" and _DOES.match(owner["rest"])):
        rest = _HAPPENS.split(owner["rest"])[0] if owner["link"] == "by" else owner["rest"]
        words = object_of(rest, room - 1)
        if owner["link"] == "to" and words and words[-1].lower() in _TIMES:
            # "Has put off the visit to the new year".
            words = []
        counted = words[:1] and words[0].lower() in NAME_OF_TIME and words[1:2] and words[1] not in _UNITS
        if owner["link"] == "by" and not (
            words and (words[-1].endswith("s") or words[-1][0].isupper() or words[-1] in BODIES | DIGNITARIES)
        ):
            # "By farmers", "by the Kell Choir", "by the youth choir", "by the mayor" act; "by video", "by far" do not.
            words = []
        if words and not words[0][0].isdigit() and (counted or words[0].lower() not in NAME_OF_TIME):
            return [owner["link"], *words]
    place = place_in(near)
    own = near[:70].split("\x00")[0]
    if place and len(place) <= room and not _CLEFT.match(own.lstrip()):
        return place
    for match in _CLEFT.finditer(own):
        if _ON_NOTHING.match(match["rest"]):
            continue
        words = []
        for token in tokens(_MR.sub("", match["rest"])):
            lower = token.lower()
            if (
                lower in DATE_WORDS
                or (lower in FUNCTION_WORDS - {"and", "of"})
                or not token[0].isalnum()
                or (lower in VERBISH and lower not in {"stage", "set", "support"})
            ):
                break
            words.append(token)
        if all(word.lower() in FILLERS for word in words):
            continue
        while words and words[-1].lower() in {"and", "of"}:
            words.pop()
        if words and len(words) < room and not words[0][0].isdigit():
            if match["lead"] == "between" and "and" not in words:
                continue
            about = [match["lead"], *words]
            return about + place if place and not set(place[1:]) & set(words) and len(about + place) <= room else about
    return place if len(place) <= room else []


_LEFT_OUT: Final = word_set("the a an its his her their our my your this that again also then now late early")
_STOPS: Final = FUNCTION_WORDS - LINKS - _LEFT_OUT - {"to", "and", "out", "off", "up", "down", "back"}
_TIMES: Final = NAME_OF_TIME - {"up"} | word_set("day week month year hour minutes months years season time date")


def phrases_after(rest: str, room: int) -> list[str] | None:
    """The phrases after a verb that fit in `room` words, from the first on; None when its object does not fit."""
    parts: list[list[str]] = [[]]
    for each in tokens(rest[:100]):
        lower = each.lower()
        if not each[0].isalnum() or lower in DATE_WORDS or (lower in _STOPS and each != "US"):
            break
        if lower == "of" and parts[-1] and parts[-1][-1].lower() in _HALVES:
            parts[-1].append(lower)
        elif lower in LINKS or lower == "to":
            parts.append([lower])
        elif lower == "and":
            if not parts[-1] or not parts[-1][-1][0].isupper():
                break
            parts[-1].append(lower)
        elif lower not in _LEFT_OUT and not lower.endswith("ly"):
            parts[-1].append(each)
    if parts[0] and all(word.lower() in NO_OBJECT for word in parts[0]):
        return None
    chosen: list[str] = []
    for number, part in enumerate(parts):
        while part and part[-1] == "and":
            part.pop()
        if number and (len(part) == 1 or any(word in _TIMES or word[0].isdigit() for word in part)):
            # A bare preposition stands before a day, this one or another; a length of time tells nothing.
            continue
        if len(chosen) + len(part) > room:
            if number == 0:
                return None
            break
        chosen += part
    return chosen
