"""Names for events from any predicate: who does it, the verb, and the phrases after it that have room. Pure.

The last resort before no name at all: the sentence's own words, cut only where a phrase ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsdesk.find.change_words import CALLS_OFF, PUTS_OFF
from newsdesk.find.event_nouns import base_form
from newsdesk.find.events.complements import phrases_after
from newsdesk.find.events.naming import LONGEST, Naming, joined, titled
from newsdesk.find.events.phrases import ONE_OF_SEVERAL, OPENING_ADVERB, follows_motion, phrase, subject, tokens
from newsdesk.find.events.words import COMPLETE, DATE_WORDS, FUNCTION_WORDS
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_PLAIN: Final = (
    "go come start begin open close end return leave arrive head sail reach enter join play face release publish launch"
    " unveil send break sit rise fall drop increase take get give pay make apply gather complete debut premiere land dock perform compete defend stop"
    " cease pass peak switch change deliver lead present move show sell cut raise introduce replace step turn put hand hold host fly deploy restart"
)
_VERBS: Final = word_set(_PLAIN)
"""Verbs that tell of something ahead in the present tense; more are known where "will" or "to" stands before them."""
_FORMS: Final = "|".join(
    sorted({form for verb in _VERBS for form in (verb, f"{verb}s", f"{verb}es")}, key=len, reverse=True)
)
_PREDICATE: Final = late_pattern(
    r"\b(?:(?P<modal>will|would|could|may|might|must|should|can|(?:is|are|was|were) (?:now |also |next )?(?:(?:due|set|expected|scheduled|likely|forecast|going|planning|hoping) )?to"
    r"|(?:plan|intend|hope|aim|prepare|expect)s? to|due to)(?: (?:also|then|now|still|later|next|instead|again|first|finally|officially|formally))?"
    rf" (?P<verb>(?:start |begin )?(?:to )?(?:be [a-z]+(?:d|en|t|[wr]n|u[nm]g?)|[a-z]{{2,}}))|(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?P<present>{_FORMS}))\b(?!-)"
)
_APART: Final = late_pattern(
    r" (?:an?|one|two|three|some|several) (?:days?|weeks?|months?|hours?|years?) (?:earlier|later|sooner|before|after)\b"
)
"""How far from another day, which is told elsewhere."""
_UNTOLD: Final = word_set(
    "say tell let know think try want need expect not never have do seem remain like love hate hope wish believe make help ensure continue keep be been being",
    "include mean cost depend happen work look feel become allow require held made taken put expected required needed good focus use find",
)
"""Verbs that tell of nothing on the calendar."""
_APPEARANCES: Final = word_set("present appear perform speak compete exhibit")
"""Verbs that tell less than the place where they happen."""
_ALONE: Final = word_set("deploy stop end finish cease apply gather")
"""Verbs that tell enough with who does it, though others stand with an object: "Trains to stop"."""
_INTRANSITIVE: Final = word_set(
    "toll ring sound sail operate rehearse assemble reassemble mobilise mobilize parade bloom"
)
"""Verbs that tell enough where no object follows: "Bells to toll"."""
_PARTICLES: Final = word_set("out off up down back over in away on through")
_PLURAL: Final = word_set(
    "people police women men children mps club team city town rovers band duo trio quartet orchestra choir ensemble side squad"
)


LAST_RESORT: Final = 1.25
"""Weight of a name by any predicate: it goes before a bare noun only."""


def by_predicate(before: str, after: str, earlier: str, opening: str) -> Naming | None:
    """As in "It will enter orbit around the moon on ..." as "Galene to enter orbit around moon"."""
    found = next(reversed([each for each in _PREDICATE.finditer(before) if not follows_motion(before, each)]), None)
    whole, from_after = before, False
    if after.startswith(", when ") or (found is None and len(before.split()) <= 3):
        # "On Friday the museum will open ...", "the big day is 26 March, when ...": what happens is told after the day.
        found, whole, from_after = _PREDICATE.search(after), after, True
    if found is None:
        return None
    left, rest = whole[: found.start()], _APART.sub("", whole[found.end() :])
    if found["present"]:
        verb = [found["present"]]
        base = base_form(found["present"])
        base = base if base in _VERBS else found["present"].removesuffix("es")
    else:
        verb = ["to", *found["verb"].removeprefix("start to ").removeprefix("begin to ").split()]
        base = verb[-1] if verb[1] == "be" else verb[1]
    if base in _UNTOLD or base in FUNCTION_WORDS or any(word.lower() in DATE_WORDS for word in tokens(rest)):
        # Nothing on the calendar, or of another day that stands nearer.
        return None
    who = subject(left.removeprefix(", when ").lstrip(" ,") if from_after else left, earlier)
    if (
        not who
        or (len(who) == 1 and OPENING_ADVERB.match(left))
        or (found["present"] and not _agrees(who, found["present"], base))
    ):
        return None
    if base == "take" and rest.startswith(" place") and len(who) > 1:
        # "A concert by the orchestra takes place": it needs no verb; a single word does.
        return titled(who, LAST_RESORT, opening=opening)
    particle = re.match(
        rf" (?P<word>{'|'.join(_PARTICLES)})(?= (?:to|at|in|on|of|for|from|by|the|an?|until)\b| ?$)", rest
    )
    if particle and (particle["word"] not in {"in", "on", "over", "through"} or verb[1:3] == ["be", "handed"]):
        verb.append(particle["word"])
        rest = rest[particle.end() :]
    room = LONGEST - len(verb) - len(who)
    if room < 0 or len(who) > 3:
        who = joined(who, verb)[: -len(verb)] if len(joined(who, verb)) <= LONGEST else who
        room = LONGEST - len(verb) - len(who)
    told = phrases_after(rest, room)
    passive = verb[1:2] == ["be"]
    enough = passive or particle or (base in COMPLETE | _ALONE and not rest.startswith(" there"))
    enough = enough or (base in _INTRANSITIVE and rest.strip() in {"", "on", "at", "from"})
    owner = next((n for n, word in enumerate(who[:-1]) if word.endswith(("'s", "’s"))), None)
    if not (told or enough) and owner is not None and room < _ROOM:
        # "The International Sailing Federation's board will discuss Ostland's bid": what it does tells more than whose board it is.
        who = who[owner + 1 :]
        room = LONGEST - len(verb) - len(who)
        told = phrases_after(rest, room)
    if base == "discuss" and (rest.rstrip().endswith((" of", " from")) or not told):
        # "The book will discuss the events of Monday".
        return None
    if told is None or room < 0:
        return None
    if not told and base in _APPEARANCES and (place := phrases_after(rest, LONGEST - len(who))):
        # "Nordvind will present at the Energy Days": where says what.
        return titled([*who, *place], LAST_RESORT, opening=opening)
    if not told and not enough:
        return None
    return titled([*who, *verb, *told], LAST_RESORT, opening=opening, clause=True)


_ROOM: Final = 2


def _agrees(who: Sequence[str], verb: str, base: str) -> bool:
    """Whether the word can be the subject's verb: "clubs start", "Italy face", "the club begins", not "the club start"."""
    several = who[-1].endswith("s") or "and" in who or who[-1].lower() in _PLURAL or who[-1][0].isupper()
    return several if verb == base else not (who[-1].islower() and who[-1].endswith("s"))


_PRESENT_THERE: Final = late_pattern(
    r"(?<=[\w’”]) (?:will|would|could|should|may|might|must|(?:is|are) (?:due |set |expected )?to) (?:also |then |now )?be (?P<state>on the ground|in position|up and running|operational|fully operational)"
    r"(?: (?:in|at|across) [^.;:,]{2,30}?)?(?: by| on| from)?(?: the)? ?$"
)
_THERE_IS: Final = late_pattern(
    r"\b[Tt]here (?:will|is to|is due to) be (?:an?|another) (?P<what>[^.;:,“”]{3,60}?)(?: on| at| from)?(?: the)? ?$"
)


_STANDS: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:and|but|that|as|because) )(?:(?:with|and|but|that) )?(?P<who>[^.;:,“”]{3,90}?),? (?:(?:is|are|will be|would be|comes?|remains?|stays?)"
    r" (?:now |still |also |then )?in(?:to)? (?:force|effect|place)(?: (?:in|across|for|over) [^.;:,]{2,30}?)?(?: from| on)?"
    r"|(?:(?:is|are|was|were|will be|would be|falls?|has been|have been) )?(?:now |still |next )?(?:due(?: out)?|planned|expected|scheduled|slated|fixed|booked|timetabled|set)(?: for| on| at| from| by)?"
    r"|(?:is|are|will be) (?:available|on (?:show|display|view))(?: (?:in|at) [^.;:,]{2,30}?)?(?: from| on| until)"
    r"|(?:is|are|was|were) (?:now |still |most )?likely(?: on| at)?|(?:is|are) (?:now |still |also )?possible(?: on| at)?"
    r"|(?P<out>(?:is|are|will be) out)(?: (?:in|across) [^.;:,]{2,30}?)?(?: on)?"
    r"|(?:is|are|will be|would be|falls?|is now|are now) (?:on|at)|(?<=[a-z] day )(?:is|will be))(?: the)? ?$"
)


_GIVEN: Final = late_pattern(
    r"^(?P<who>(?:(?! to )[^.;:,“”]){3,70}?),? (?:(?:which|that) )?(?:(?:had been|has been|have been|was|were|is|are|should have been|was to have been|were to have been|was to be|were to be) )?"
    r"(?:originally |previously )?(?:(?:planned|scheduled|due|set|booked|listed|billed|slated|held)(?: to (?:be held|take place|start|begin))? ?)?(?:for|on|of)(?: the)? $"
    r"|^(?P<whose>(?:(?! to )[^.;:,“”]){3,70}?), (?:which|that) (?:(?:was|were|had been) )?(?:(?:due|set|scheduled|planned|expected) )?"
    r"to (?:(?:re)?open|start|begin|resume|return|be held|take place|go ahead|kick off)(?: here| there)?(?: on| for)?(?: the)? $"
)
_IS_OFF: Final = late_pattern(
    rf"(?: (?:in|at) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})?,? (?:(?:has|have|had|was|were|is|are)(?: now| since| also)? (?:been )?(?:\w+ly )?"
    rf"(?:{CALLS_OFF}|{PUTS_OFF}|suspended|banned|outlawed)\b|(?:is|are) (?:now )?off(?=[.,;]))"
)
"""Around a day: a thing that has it, and what becomes of it."""


def by_loss(before: str, after: str, opening: str = "") -> Naming | None:
    """As in "The half-marathon on 21 June is cancelled" as "Half-marathon": what is called off or put off.

    Or "The fair, which was to open on 21 June, has been cancelled".
    """
    found = _GIVEN.match(before) if _IS_OFF.match(after) else None
    who = phrase(found["who"] or found["whose"]) if found else []
    return titled(who, 1.2, opening=opening) if who else None


def by_standing(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The next inspection is due on ..." as "Next inspection": what the sentence gives a day to."""
    if (there := _PRESENT_THERE.search(before[-160:])) and (who := subject(before[-160:][: there.start()], earlier)):
        # "Observers could be on the ground by ...".
        state = [word for word in there["state"].split() if word != "the"]
        return titled(joined(who, ["to", "be", *state]), 1.2, opening=opening, clause=True)
    if (there := _THERE_IS.search(before[-160:])) and (what := phrase(there["what"])):
        return titled(what, 1.2, opening=opening)
    if (rival := _IS_AGAINST.search(before[-160:])) and (what := phrase(rival["what"])):
        words = [*what, "against", *rival["whom"].split()]
        return titled(words, 2.0, opening=opening) if len(words) <= LONGEST else None
    if (back := _COMES_BACK.search(before[-160:])) and (what := phrase(back["what"])):
        where = [word for word in (back["where"] or back["due"]).split() if word != "the"]
        whole = [*what, *(back["back"] or "").split(), *where]
        return titled(whole if len(whole) <= LONGEST else what, 1.3, opening=opening, clause=True)
    if (part := _PART_IS_THERE.search(before[-160:])) and (what := phrase(part["what"])):
        return titled([*what, *part["where"].split()], 2.0, opening=opening)
    found = _STANDS.search(before[-160:])
    if found is None:
        return None
    told = _TOLD.sub("", found["who"])
    words = told.split()
    if words[0].lower() in {"it", "they", "he", "she"}:
        who = subject(words[0], earlier) if len(words) == 1 else []
    else:
        # "Her new album is out on ...".
        who = phrase(_ITS.sub("", told) if found["out"] else told)
        ordinal = ONE_OF_SEVERAL.search(told)
        if ordinal and len(who) == 1:
            who = [ordinal["which"], *who]
    if who[-1:] == ["day"] and (len(who) == 1 or who[0] == "Every"):
        # "Her last day is ...": of what, it does not say; "every day is Sunday".
        return None
    if found["out"]:
        # Who is out is ill, free or on strike: no thing that comes out.
        return titled([*who, "out"], 1.2, opening=opening) if who and who[-1].lower() in _COMES_OUT else None
    return titled(who, 1.2, opening=opening) if who else None


_IS_AGAINST: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:and|but) )(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?P<what>(?:[\w’'-]+ ){0,3}?(?:bout|fight|match|game|test|fixture|tie|final)) is (?:at home |away )?against (?P<whom>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?: on)?(?: the)? $"
)
"""As in "Her next bout is against Mira Sand on ..."."""
_COMES_BACK: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:and|but) )(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?P<what>[^.;:,“”]{3,40}?) (?:(?:is|are|will be) (?P<back>back) (?P<where>(?:at|in|on) (?:the )?[^.;:,“”]{3,30}?)"
    r"|(?:is|are) due (?P<due>in (?:cinemas|shops|stores|bookshops|theaters|theatres)))(?: from| on)(?: the)? $"
)
"""As in "The ballet is back at the Opera House from ..."."""
_PART_IS_THERE: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:and|but) )(?P<what>(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]) (?:[\w’'-]+ ){0,3}?(?:leg|round|stage|fair|show|gala|tie|heat|replay|grand prix|Grand Prix)) (?:is|are|will be)"
    r" (?P<where>(?:in|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?: on)?(?: the)? $"
)
"""As in "The second leg is in Orme on ..."."""
_TOLD: Final = late_pattern(r"^[^.;:,“”]*\b(?:said|says|confirmed|announced)(?: that)? (?=\w)")
_ITS: Final = late_pattern(r"^(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) ")
_COMES_OUT: Final = word_set(
    "album albums single record book novel memoir autobiography film movie sequel documentary game series season episode trailer magazine issue edition"
    " report findings figures results data"
)
"""What "is out" on the day that it is published."""
