"""Names for events, of at most six words, from the sentences that mention them. Pure.

A name must be understood by someone who has not read the sources: a noun with what tells it apart ("Direct talks in
Istanbul"), or who does what ("Rubio visit to Turkey", "Parliament to debate housing bill").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsdesk.find.calendar_words import MONTHS, WEEKDAYS
from newsdesk.find.event_nouns import CONSEQUENCE, EVENT_VERBS, class_of
from newsdesk.find.word_lists import word_set

_LONGEST: Final = 6
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*|[^\w\s]")
_FUNCTION_WORDS: Final = word_set(
    "a an the this that these those his her its their our my your some any no each every all both such another other",
    "of in on at to for from by with about over under after before until during between against into through as than around near behind within without despite amid via",
    "and or but nor so yet if when while because whether although though unless since where which who whom whose what why how",
    "i you he she it we they him them us me one there here then now not also only just even still again already",
    "is are was were be been being am do does did has have had will would shall should can could may might must",
    "'s s t",
)
_VERBISH: Final = word_set(
    "hold holding held holds host hosting hosts attend attending attends agree agreed agrees begin begins beginning start starts",
    "starting started resume resumes resuming resumed call called calls calling demand demanded demands propose proposed proposes",
    "proposing offer offered offers offering urge urged urges accept accepted join joins joining face faces facing take takes taking",
    "make makes making set expect expects expected say says said tell tells told announce announced confirm confirmed confirms",
    "delay delayed postpone postponed move moved cancel cancelled seek seeks seeking lead led leading want wants wanted",
    "support supports supporting implement implemented impose imposed due scheduled planned continue continues open opens",
    "conduct conducted want wanted ahead reject rejected rejects scrap scrapped see sees give gives given gave get gets got",
    "stage staging stages include including follow following follows ask asked asks invite invited invites hear hears heard",
    "publish publishes published release released deliver delivers delivered host hosted launch launched win won lose lost",
    "be being reach reached push pushed skip skipped miss missed boycott enter entered declare declared hail hailed welcome welcomed",
    "ready able willing likely",
)
_FILLERS: Final = word_set(
    "unconditional full lasting immediate comprehensive possible potential further fresh new rare own next last first",
    "so-called proposed planned upcoming forthcoming scheduled expected key crucial major big two-day three-day one-day four-day",
    "annual recent early later late upcoming highly much long-awaited high-stakes formal official crunch critical important",
    "reliable temporary complete total second third few more several many total",
)
"""Modifiers that tell nothing apart; dropped."""
_ROLES: Final = word_set(
    "president minister secretary chancellor king queen prince princess pope premier governor senator mayor spokesman",
    "spokeswoman spokesperson envoy ambassador chief leader general judge justice director chairman chairwoman head commissioner",
    "captain coach manager mp sir dame lord lady mr mrs ms dr professor state pm taoiseach speaker foreign defence defense prime",
    "vice deputy",
)
_COLLECTIVE: Final = word_set(
    "court commission council bank parliament party union ministry senate house committee agency reserve office group company",
    "city united states kingdom nations airways airlines rail forces army police department government board service authority",
    "federation league association street zealand korea africa arabia lanka committee assembly congress university college hospital",
    "railways post workers institute centre center foundation trust island islands",
)
_DATE_WORDS: Final = frozenset(MONTHS) | frozenset(WEEKDAYS) | word_set("today tomorrow yesterday tonight")
_NAME_OF_TIME: Final = word_set("two three four five six seven at least more up about hours days weeks")
_STARTING: Final = re.compile(
    r"(?i)\b(?:from|start(?:ing|s)?|begin(?:ning|s)?|since|effective|in(?:to)? force|must start|must begin)\W*(?:on |as early as |at |the )?(?:midnight (?:on )?)?$"
)
_ENDING: Final = re.compile(r"(?i)\b(?:expires?|ends?|run(?:s)? out|due to end|to expire|will end)\b")
_LASTING: Final = frozenset({"truce"})
"""Classes of things that last: their dated beginning is named as such."""
_PLACE: Final = re.compile(
    r"\b(?:in|at)(?: the)?(?: [a-z]+)? (?:(?:[A-Z][\w’'-]+ )?(?:city|town|capital|port|resort|village|state|province|region)(?: of|,)? )?"
    r"(?P<place>(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
)
_CLEFT: Final = re.compile(r"\b(?P<lead>with|between|on|over|against) (?:the )?(?P<rest>[^,.;:()“”\"]{2,40})")
_NAME_RUN: Final = re.compile(r"[A-Z][\w’'-]*(?:\.[A-Z]\.)?(?: (?:of (?=[A-Z]))?[A-Z][\w’'.-]*)*")
_GOVERNED: Final = re.compile(
    r"\b(?:will|would|(?:is|are|was|were) (?:due|set|expected|scheduled|likely|going|to)|due|set|plans|plan|intends|expected|scheduled|to)"
    r"(?: to)?(?: also| then| now| later| next)? (?P<verb>[a-z]{3,})\b"
    r"|\b(?P<present>(?<=s )meet|meets|visits|votes|testifies|travels|flies|launches|strikes)\b"
)
_COMPLETE: Final = word_set("resume reopen close resign return retire arrive leave strike expire restart")
"""Verbs that need no object to be understood."""
_LIGHT: Final = word_set(
    "hold host attend begin start take have join conduct stage give make be continue agree confirm see lead get come go",
    "enter come receive accept propose implement observe happen remain discuss focus",
    "help work keep ensure bring the respond say tell do let know think try want need become stop end",
)
"""Verbs that tell nothing without their noun."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A proposed name with how much it tells."""

    title: str
    weight: float


@lru_cache(maxsize=20_000)
def naming(text: str, sentence: tuple[int, int], start: int, end: int, noun_class: str | None) -> Naming | None:
    """The best name the sentence gives for what happens at `start`..`end`; None when it gives none."""
    begin, stop = sentence
    before = text[max(begin, start - 240) : start]
    after = text[end : min(stop, end + 160)]
    threat = CONSEQUENCE.search(after)
    after = after[: threat.start()] if threat else after
    proposals = [
        _by_deadline(before, after),
        _by_verb(before, after, noun_class),
        _by_noun(before, after, noun_class),
        _by_present_verb(before),
        _by_any_verb(before, after),
    ]
    return max((each for each in proposals if each is not None), key=lambda each: each.weight, default=None)


def _tokens(text: str) -> list[str]:
    return [match.group() for match in _TOKEN.finditer(text)]


def _by_noun(before: str, after: str, noun_class: str | None) -> Naming | None:
    if noun_class is None:
        return None
    head = None
    for match in _TOKEN.finditer(before):
        # "Will travel", "to release": verbs, though they look like the noun.
        governed = before[max(0, match.start() - 6) : match.start()].endswith(
            (" will ", " to ", "would ", "“will ", '"will ')
        )
        if class_of(match.group().lower()) == noun_class and match.group() != "March" and not governed:
            head = match
    if after.startswith(("'s ", "’s ")) and any(class_of(word.lower()) == noun_class for word in _tokens(after[:40])):
        head = None
    if head is not None:
        left, right = before[: head.start()], before[head.end() :]
        if left.endswith(("go to the ", "goes to the ", "going to the ")) and head.group() == "polls":
            # Who goes to the polls holds an election.
            return _noun_title("election", "", f"{left} {right}", noun_class, starting=False)
        return _noun_title(
            head.group(), left, right + " \x00 " + after, noun_class, starting=bool(_STARTING.search(before))
        )
    for match in _TOKEN.finditer(after):
        if class_of(match.group().lower()) == noun_class:
            return _noun_title(match.group(), after[: match.start()], after[match.end() :], noun_class, starting=False)
    return None


def _noun_title(noun: str, left: str, right: str, noun_class: str, *, starting: bool) -> Naming:
    modifiers = _modifiers(left)
    if noun_class == "visit" and not modifiers:
        modifiers = _traveller(left)
    words = [*modifiers, noun.lower() if not noun.isupper() else noun]
    weight = 1.0 + 1.0 * bool(modifiers) + 0.5 * any(word[:1].isupper() for word in modifiers)
    clause = re.split(r"[.;:!?]", right, maxsplit=1)[0]
    if noun_class in _LASTING and (starting or _ENDING.search(clause.split("\x00")[0])):
        words.append("start" if starting else "end")
        weight += 1.0
    else:
        complement = _complement(clause, _LONGEST - len(words))
        if (
            not complement
            and (place := list(_PLACE.finditer(left[-90:])))
            and len(place[-1]["place"].split()) < _LONGEST - len(words)
        ):
            complement = [place[-1].group().split()[0], *place[-1]["place"].split()]
        if complement:
            words += complement
            weight += 1.5 if complement[0] in {"in", "at"} else 1.0
    title = " ".join(words[:_LONGEST])
    return Naming(title[:1].upper() + title[1:], weight)


_TRAVELS: Final = re.compile(r"\b(?:will|begins?|starts?|makes?|pays?|is|are|has|plans|due)\b")


def _traveller(left: str) -> list[str]:
    """Who makes a visit that the sentence names by its noun."""
    verb = _TRAVELS.search(left[-90:])
    return _subject(left[-90:][: verb.start()])[-2:] if verb else []


def _modifiers(left: str) -> list[str]:
    """The telling words right before a noun."""
    chosen: list[str] = []
    tail = left[-80:]
    edge = len(tail)
    for match in reversed(list(_TOKEN.finditer(tail))):
        word = match.group()
        if tail[match.end() : edge].strip(" “\"‘'"):
            break
        edge = match.start()
        lower = word.lower()
        if (
            not word[0].isalnum()
            or lower in _FUNCTION_WORDS
            or lower in _VERBISH
            or lower in _DATE_WORDS
            or (class_of(lower) and word.islower() and lower not in {"trade", "final"})
        ):
            break
        if lower.endswith(("’s", "'s")):
            if len(word) > 3 and word[:-2].lower() not in _DATE_WORDS:
                chosen.append(word)
                if word.islower():
                    chosen += _owner(tail[: match.start()])
            break
        if lower.endswith("ly") or (lower.endswith("ed") and "-" not in lower):
            break
        if lower in _FILLERS or (lower.isdigit()):
            continue
        chosen.append(word)
        if len(chosen) == 3:
            break
    return chosen[::-1]


def _owner(left: str) -> list[str]:
    """The words of an owner before its last one, backwards: "former first" of "former first lady's"."""
    found: list[str] = []
    for word in reversed(_tokens(left)[-2:]):
        if not word.isalpha() or word.lower() in _FUNCTION_WORDS | _VERBISH:
            break
        found.append(word)
    return found


def _complement(clause: str, room: int) -> list[str]:
    """Where it takes place, else with whom, between whom or about what, in at most `room` words."""
    if room < 2:
        return []
    near = clause[:110]
    owner = re.match(r" (?:of|for|to) (?:the )?(?P<rest>[^,.;:()“”\"\x00]{2,40})", near)
    if owner:
        words = _object(owner["rest"], room - 1)
        if words and not words[0].isdigit() and words[0].lower() not in _NAME_OF_TIME:
            return [near.split()[0], *words]
    place = next(
        (
            match
            for match in _PLACE.finditer(near)
            if match["place"].split()[0].lower() not in _DATE_WORDS | {"the"} or match["place"].startswith("The ")
        ),
        None,
    )
    if place and place["place"].split()[0].lower() not in _DATE_WORDS:
        words = place["place"].split()[: room - 1]
        return ["in" if near[place.start() : place.start() + 2].lower() == "in" else "at", *words]
    for match in _CLEFT.finditer(near[:70].split("\x00")[0]):
        words = []
        for token in _tokens(match["rest"]):
            lower = token.lower()
            if (
                lower in _DATE_WORDS
                or (lower in _FUNCTION_WORDS - {"and", "of"})
                or not token[0].isalnum()
                or lower in _VERBISH
            ):
                break
            words.append(token)
        while words and words[-1].lower() in {"and", "of"}:
            words.pop()
        if words and len(words) < room and not words[0].isdigit():
            if match["lead"] == "between" and "and" not in words:
                continue
            return [match["lead"], *words]
    return []


_NOMINAL: Final = {
    "visit": ("visit", "to"),
    "travel": ("visit", "to"),
    "fly": ("visit", "to"),
    "head": ("visit", "to"),
    "meet": ("meeting", "with"),
    "negotiate": ("talks", "with"),
    "strike": ("strike", ""),
    "testify": ("testimony", ""),
    "appear": ("court appearance", ""),
    "vote": ("vote", "on"),
    "march": ("march", "in"),
    "protest": ("protest", "in"),
    "launch": ("launch", "of"),
}


def _plain(verb: str) -> str:
    """The base form of a verb in the third person."""
    return {"flies": "fly", "testifies": "testify", "launches": "launch"}.get(
        verb, verb.removesuffix("s") if verb not in _NOMINAL else verb
    )


def _by_verb(before: str, after: str, noun_class: str | None) -> Naming | None:
    """As in "X will visit Y on ..." as "X visit to Y"."""
    whole = before + "\x00" + after
    found = None
    for match in _GOVERNED.finditer(whole):
        verb = _plain(match["verb"] or match["present"])
        if verb in _NOMINAL and EVENT_VERBS.get(verb) in {noun_class, None}:
            found = match
            if match.end() > len(before):
                break
    if found is None:
        return None
    noun, link = _NOMINAL[_plain(found["verb"] or found["present"])]
    subject = _subject(whole[: found.start()])
    if not subject:
        return Naming("Court appearance", 1.2) if noun == "court appearance" else None
    words = [*subject, *noun.split()]
    rest = whole[found.end() :].split("\x00")[0]
    rest = "" if rest.startswith((" in ", " at ", " for ")) else re.sub(r"^ (?:on|with|to) ", " ", rest)
    goal = _object(rest, _LONGEST - len(words) - 1)
    if goal:
        words += [link, *goal] if link else goal if goal[0] in {"on", "over", "in", "at"} else []
    elif place := _PLACE.search(whole, found.end()):
        words += [place.group().split()[0], *place["place"].split()]
    title = " ".join(words[:_LONGEST])
    return Naming(title[:1].upper() + title[1:], 2.5 + 0.5 * bool(goal) + 0.5 * subject[-1][0].isupper())


_AUXILIARIES: Final = re.compile(r"(?: (?:will|would|is|are|has|have|not|to|be|also|now|again|could|may|must))+ ?$")
_SAID_OF_SELF: Final = re.compile(
    r"(?P<speaker>.*)\b(?:said|says|confirmed|announced|added)(?: that)? (?:he|she|they|it)$"
)
_PRONOUNS: Final = word_set("he she it they i we you who which")
_SAYING: Final = word_set("said says told that announced confirmed added warned")


def _subject(left: str) -> list[str]:
    """Who acts: the last name before the verb, short; else the last one or two common words."""
    whole = _AUXILIARIES.sub("", left.replace("\x00", " ").rstrip(' “"‘'))
    told = _SAID_OF_SELF.search(whole[-160:])
    if told:
        whole = told["speaker"]
    clause = re.split(r"[;:“”\"]", whole)[-1][-120:].rstrip()
    runs = [match for match in _NAME_RUN.finditer(clause) if match.group().split()[0].lower() not in _DATE_WORDS]
    runs = [match for match in runs if match.group().lower() not in _FUNCTION_WORDS | _VERBISH]
    # "Teachers in Ohio": a name behind a preposition does not act.
    runs = [
        match
        for match in runs
        if not re.search(
            r"\b(?:in|at|of|from|to|on|near|for|with|by|the (?:city|town) of) (?:the )?$", clause[: match.start()]
        )
    ]
    if runs and len(clause) - runs[-1].end() <= 40:
        run = runs[-1]
        following = clause[run.end() :].split()
        if following and following[-1].lower() in _PRONOUNS:
            return []
        said = [index for index, word in enumerate(following) if word.strip(",") in _SAYING]
        if said:
            # What follows "said that" has its own subject.
            return _common(clause)
        if any(word in _VERBISH | {"and"} for word in following):
            return []
        # "Leeds council workers": a name with common words after it is the workers' name.
        plain = [
            word
            for word in following
            if word.islower() and word not in _FUNCTION_WORDS and word not in _VERBISH and word.isalpha()
        ]
        if following and len(plain) == len(following) <= 2:
            return [*run.group().split()[-2:], *plain]
        return _short_name(run.group().removeprefix("The ") if run.group() != "The Hague" else run.group())
    return _common(clause)


def _common(clause: str) -> list[str]:
    """The common words that end a clause: "members" of "said that members"."""
    found: list[str] = []
    for word in reversed(_tokens(clause)[-3:]):
        if word.lower() in _FUNCTION_WORDS | _VERBISH | _DATE_WORDS or not word[0].isalpha():
            break
        found.append(word)
    return found[::-1]


def _short_name(run: str) -> list[str]:
    """A surname after a role or a first name; the whole name of a body."""
    words = [word.strip(".") for word in run.replace("’s", "").replace("'s", "").split()]
    lowered = [word.lower() for word in words]
    if "of" in lowered and not any(word in _ROLES for word in lowered):
        return [word for word in words if word.lower() != "the"][-4:]
    if len(words) == 1 or any(word in _COLLECTIVE for word in lowered[-2:]):
        return words[-3:]
    if any(word in _ROLES for word in lowered[:-1]):
        return words[-1:]
    return words[-2:]


def _object(right: str, room: int) -> list[str]:
    """What or whom the verb concerns: up to `room` words."""
    if room < 1:
        return []
    words: list[str] = []
    for each in _tokens(right[:80]):
        lower = each.lower()
        if not each[0].isalnum() or lower in _DATE_WORDS or each.isdigit():
            break
        if lower in {"the", "a", "an", "his", "her", "their", "its", "with", "to"} and not words:
            continue
        joins = words and lower in {"of", "and"}
        leads = not words and lower in {"on", "in", "over", "at"}
        if lower in _FUNCTION_WORDS and each != "US" and not joins and not leads:
            break
        words.append(each)
        if len(words) == _LONGEST:
            break
    role = next((index for index, word in enumerate(words) if word.lower() in _ROLES), None)
    if role is not None and (name := [word for word in words[role + 1 :] if word[0].isupper()]):
        # "US envoy Ann Lee" is known by her surname.
        return name[-1:]
    words = words[:room]
    while words and words[-1].lower() in _FUNCTION_WORDS:
        words.pop()
    named = [word for word in words if word[0].isupper()]
    return _short_name(" ".join(words)) if len(named) == len(words) > 1 else words


_PRESENT: Final = re.compile(
    r"\b(?P<verb>reopens?|opens?|begins?|starts?|resumes?|expires?|ends?|returns?|takes? effect|comes? into (?:force|effect)|goes? on sale"
    r"|goes? on trial|closes?|kicks? off|convenes?|arrives?|leaves?|retires?|lands?)\b"
    r"(?P<rest>[^.;:,]{0,30})$"
)
_HAVE_UNTIL: Final = re.compile(r"(?i)\b(?:have|has|had|give[sn]?|gave)\b[^.;]{0,40}\b(?:until|by) (?:\w+ ){0,2}$")
_DEMANDED_BY: Final = re.compile(
    r"(?i)\b(?:demand\w*|urg(?:ed|es)|order(?:ed|s)|told|insist\w*|ultimatum)\b[^.;]*\bby (?:\w+ ){0,2}$"
)


def _by_present_verb(before: str) -> Naming | None:
    """As in "The museum reopens on ..." as "Museum reopens"."""
    found = _PRESENT.search(before[-80:])
    if found is None or before[-80:][: found.start()].endswith(
        (" will ", " to ", " would ", " could ", " may ", " might ", " must ")
    ):
        return None
    subject = _subject(re.sub(r", which $|,[^,]{0,60}, $", " ", before[-80:][: found.start()]))
    if not subject:
        return None
    title = " ".join([*subject, *found["verb"].split()][:_LONGEST])
    return Naming(title[:1].upper() + title[1:], 1.8)


def _by_deadline(before: str, after: str) -> Naming | None:
    """As in "Residents have until ... to register" as "Deadline to register"; a demand by a day as its maker's deadline."""
    if _HAVE_UNTIL.search(before):
        task = re.match(r" to (?P<verb>[a-z]+)(?P<rest>[^.;:]*)", after)
        if task:
            words = ["Deadline", "to", task["verb"], *_object(task["rest"], 3)]
            return Naming(" ".join(words[:_LONGEST]), 2.4)
        return Naming("Deadline", 0.9)
    demand = _DEMANDED_BY.search(before)
    if demand:
        subject = _subject(before[: demand.start()])
        if subject:
            title = " ".join([*subject, "deadline"])
            return Naming(title[:1].upper() + title[1:], 1.4)
    return None


_PASSIVE: Final = re.compile(
    r"\b(?:will|(?:is|are) (?:to|due to|expected to|set to)) be (?P<verb>[a-z]+ed) (?:on |at |by )?$"
)


def _by_any_verb(before: str, after: str) -> Naming | None:
    """As in "The king will open the bridge on ..." as "King to open bridge"."""
    whole = before + "\x00" + after
    found = None
    for match in _GOVERNED.finditer(whole):
        if match["verb"] and match["verb"] not in _LIGHT and match["verb"] not in _FUNCTION_WORDS:
            found = match
            if match.end() > len(before):
                break
    if found is not None:
        subject = _subject(whole[: found.start()])
        goal = _object(whole[found.end() :].split("\x00")[0], _LONGEST - len(subject) - 2)
        if subject and (goal or found["verb"] in _COMPLETE):
            title = " ".join([*subject, "to", found["verb"], *goal][:_LONGEST])
            return Naming(title[:1].upper() + title[1:], 1.6 if subject[0][0].isupper() else 1.3)
    passive = _PASSIVE.search(before)
    if passive:
        subject = _subject(before[: passive.start()])
        if subject:
            title = " ".join([*subject, "to", "be", passive["verb"]][:_LONGEST])
            return Naming(title[:1].upper() + title[1:], 1.2)
    runs = [
        match
        for match in _NAME_RUN.finditer(before)
        if match.group().split()[0].lower() not in _DATE_WORDS and len(match.group().split()) >= 2
    ]
    if runs and len(before) - runs[-1].end() < 40:
        words = runs[-1].group().split()
        if words[0].lower() not in _FUNCTION_WORDS and len(words) <= _LONGEST:
            return Naming(" ".join(words), 0.6)
    return None


def best_title(namings: Sequence[Naming], names: Sequence[str]) -> str | None:
    """The name that tells most, the most frequent among equals; a bare noun gets the names that stand with it.

    Args:
        namings: proposed by the mentions, oldest first.
        names: of those who stand in the same sentences, most frequent first.
    """
    if not namings:
        return None
    times = Counter(each.title for each in namings)
    # Words that most mentions use ("ceasefire" beside a single "truce") make the name that readers know.
    spread = Counter(word for each in namings for word in set(each.title.lower().split()))

    def told(each: Naming) -> tuple[float, int]:
        words = each.title.lower().split()
        common = sum(spread[word] for word in words) / (len(words) * len(namings))
        return each.weight + common, times[each.title]

    best = max(namings, key=told)
    title = best.title
    names = [name for name in names if name.lower() not in title.lower()]
    if len(title.split()) == 1 and names:
        title = (
            f"{' and '.join(names[:2])} {title[0].lower()}{title[1:]}"
            if title.lower().endswith("s")
            else f"{names[0]} {title.lower()}"
        )
    return " ".join(title.split()[:_LONGEST])
