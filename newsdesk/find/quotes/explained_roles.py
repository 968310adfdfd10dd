"""Which role a name after a comma explains: "The harbour master, Ann Lee"; and not whose aide she is: "An aide to the mayor, Ann Lee"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import PLACED, is_person
from newsdesk.find.quotes.noun_phrases import JOINS, Phrase, PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.speech import Paragraph

_AFTER_NAME = late_pattern(
    r"(?: of [A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)?)?\s*(?:[,.;:)\u2013\u2014\x01-\x04]|- |\Z|\([A-Z])"
)
_ARTICLES = word_set("the a an its their his her")
_OWNED = late_pattern(r"[\w.-]+(?: [\w.-]+){0,3}['\u2019]s? ")
"""How words for a body begin that tell whose it is: "Europe's largest airline"."""
_BEST = late_pattern(
    r"(?:[Tt]he |[\w.-]+(?: [\w.-]+){0,3}['\u2019]s? )(?:(?:second|third|fourth|fifth)-)?(?:most|least|top|leading|main|[a-z]{3,}est)\b"
)
"""How words for the one body begin of which they may be told: "Europe's largest airline", "the biggest union"."""
_GOES_ON = late_pattern(r", (?!(?:and|or|as well as|along|who|whose)\b)[a-z]")
"""What follows a name that explains what stands before it, and begins no list."""
_WHOSE = late_pattern(r", wh(?:ose|o|ich)\b")
_LISTED = late_pattern(r", (?:the|an?|his|her|its|their)\b")
"""What follows one of several in a list."""
_PEOPLE_TOO = word_set("publisher broadcaster employer developer operator")
"""Words for bodies that somebody is called as well: "Her publisher, Ann Lee, who is ill, said"."""
_OF_SEVERAL = late_pattern(
    r" of (?:them|(?:the|his|her|its|their|our|[A-Z][\w-]*['\u2019]s?) [a-z][a-z '\u2019-]{2,40}), "
)
_DESCRIBED = late_pattern(
    r"(?:(?:\w+-)?\w+-year-old|former|retired|acting|veteran|billionaire|(?:the )?(?:Most|Very|Right)(?= (?:Rev|Hon)\b)) "
)
"""What may stand before the name that explains a role."""
_TO_NAME = late_pattern(
    r"(?: (?:of|for|at|in|and|to|from|on|with|(?:representing|acting for)(?= [A-Z])|(?P<who>who)) [^,;:.()\x01-\x04]{1,60})?, "
)
"""What may stand between a role and the name that explains it."""
_OF_HIS = late_pattern(r"(?P<of> (?:of|about) )(?:his|her|their) ")
_RELATIVE = word_set("who that which whose")
_DID = cues.DID | word_set("left beat wants knows meets sees")
"""What somebody with a role did to whoever comes next."""
_OBJECT = word_set("a an the his her their its that him them us")
_SERVES = late_pattern(
    r" (?:[a-z]+ing|who [a-z]+(?: [a-z]+)?)(?: (?:for|to|with|on behalf of|as [a-z]+ (?:of|for|to)))? "
)
"""What stands between a person and whom that person serves: "representing", "who acts for"."""
_BELONGS = late_pattern(r"(?: [a-z]+ing)? (?:of|for|to|from|with) ")
_FIRMS_AS_MANY = word_set(
    "owners operators developers organisers organizers publishers promoters managers brewers builders makers manufacturers suppliers contractors"
)
"""What a firm is called as if it were many."""
_DETERMINED = late_pattern(r"(?:the|an?|one|another|his|her|their|[A-Z]?[\w\u2019']+['\u2019]s) ")
_KIN = word_set(
    """wife husband widow widower mother father son daughter brother sister partner fiance fiancee girlfriend boyfriend
    uncle aunt nephew niece cousin grandmother grandfather stepfather stepmother friend neighbour neighbor colleague"""
)
"""Who is told of by somebody else: in "the wife of the pilot, Robin Lee," that may be the pilot."""
_NAMED = frozenset({PhraseKind.NAME, PhraseKind.INSTITUTION, PhraseKind.COLLECTIVE, PhraseKind.PRONOUN})
"""Those whom no other name tells: in "A spokesman for Leeds, Jo Lee," that is the spokesman."""
_ONE_OF = late_pattern(r"\b(?:one|two|some|many|several|both|most|all) of \Z", re.IGNORECASE)


def name_explaining(paragraph: Paragraph, role: Phrase) -> Phrase | None:
    """The name after a role that tells who holds it, or None: not in "The captain told the mayor, Ann Lee,"."""
    if role.kind is PhraseKind.INSTITUTION or _are_a_firm(role):
        return _name_of_body(paragraph, role)
    comma = _TO_NAME.match(paragraph.masked, role.end) if role.kind is PhraseKind.ROLE else None
    if comma is None or _has_verb(paragraph, role.end, comma.end()) or _others_joined(paragraph, role, comma.end()):
        return None
    if _is_about_kin(paragraph, role.end, comma.end()):
        return None
    described = _DESCRIBED.match(paragraph.masked, comma.end())
    begin = comma.end() if described is None else described.end()
    for name in paragraph.phrases_between(comma.end(), comma.end() + 120):
        if name.start not in {comma.end(), begin} or name.kind is not PhraseKind.NAME or name.possessive:
            return None
        if name.text.startswith(("a ", "an ")):
            # "the doctor, a Guinean, said"
            return None
        served = paragraph.phrases_between(role.end, comma.end())
        told = not served or any(other.kind not in _NAMED for other in served)
        if comma["who"] and told:
            # "The man who shot the mayor, Tom Lee,": either may be he
            return None
        if comma.end() - role.end > len(", ") and told and _is_of_the_other_gender(role, name):
            # "The wife of the president, Tom Lee,": he is the president
            return None
        return name if _AFTER_NAME.match(paragraph.masked, name.end) else None
    return None


def _are_a_firm(group: Phrase) -> bool:
    """Whether words for several may be one firm's: "the owners, Harbour Care, said"."""
    return group.kind is PhraseKind.COLLECTIVE and names.fold(group.text.rsplit(maxsplit=1)[-1]) in _FIRMS_AS_MANY


def _name_of_body(paragraph: Paragraph, body: Phrase) -> Phrase | None:
    """The name between commas after a body's noun: "The exam board, Northmark, said"; not the first of a list."""
    words = body.text.split()
    told = words[0].lower() in _ARTICLES or _OWNED.match(body.text) is not None
    if not told or words[-1] not in (names.INSTITUTION_NOUNS | _FIRMS_AS_MANY | {"maker"}) - names.DOCUMENT_NOUNS:
        return None
    index = paragraph.tokens.before(body.start)
    if paragraph.governed(body) or (index >= 0 and paragraph.tokens.lower[index].endswith("ing")):
        # "Outside the court, Lee, pale, said", "Joining the firm, Lee, then 19, wrote"
        return None
    best = _BEST.match(body.text) is not None
    for name in paragraph.phrases_between(body.end + len(", "), body.end + 80)[:1]:
        article = name.text.removesuffix(name.core) == "the "
        named = name.kind is PhraseKind.NAME and (name.text == name.core or article) and not name.possessive
        # "The council, Labour-run, said"
        named = named and PLACED.search(name.core) is None
        beside = name.start == body.end + len(", ") and paragraph.masked.startswith(", ", body.end)
        person = words[-1] in _PEOPLE_TOO and " " in name.core and names.gender_of(name.core.split()[0]) is not None
        if article and _LISTED.match(paragraph.masked, name.end):
            return None
        whose = name.core.isupper() and _WHOSE.match(paragraph.masked, name.end)
        # "said the law firm, Brandt & Co."
        closes = person or best or (index >= 0 and paragraph.tokens.lower[index] in {"said", "says"})
        goes_on = whose or (_AFTER_NAME if closes else _GOES_ON).match(paragraph.masked, name.end)
        return name if named and beside and goes_on else None
    return None


def named_by_trade(paragraph: Paragraph, thing: Phrase) -> Phrase | None:
    """The person after a comma whom a phrase means that may be a thing's: "said the former cook, Ann Lee."."""
    comma = _TO_NAME.match(paragraph.masked, thing.end)
    if comma is None or _DETERMINED.match(thing.text) is None:
        return None
    for name in paragraph.phrases_between(comma.end(), comma.end() + 120)[:1]:
        whole = name.kind is PhraseKind.NAME and " " in name.core and is_person(name.core) and not name.possessive
        if whole and name.start == comma.end() and _AFTER_NAME.match(paragraph.masked, name.end):
            return name
    return None


def name_of_one(paragraph: Paragraph, one: Phrase) -> Phrase | None:
    """The name after "one" that tells which of several: "one of the dockers, Ann Lee"; None where no people are told of."""
    several = _OF_SEVERAL.match(paragraph.masked, one.end) if one.text.lower() in {"one", "another"} else None
    if several is None:
        return None
    for phrase in paragraph.phrases_between(one.end, several.end() + 120):
        if phrase.start >= several.end():
            named = phrase.kind is PhraseKind.NAME and phrase.start == several.end() and not phrase.possessive
            return phrase if named and _AFTER_NAME.match(paragraph.masked, phrase.end) else None
        if phrase.kind not in {PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}:
            return None
    return None


@dataclass(frozen=True, slots=True)
class ExplainedRoles:
    """What the names after commas explain in one paragraph."""

    by_name: dict[int, Phrase]
    """Start of a name -> the role that it explains."""
    unclear: frozenset[int]
    """Starts of names that may be those of whom somebody not named serves: "A lawyer for the minister, Ann Lee"."""


def explained_roles(paragraph: Paragraph, phrases: list[Phrase]) -> ExplainedRoles:
    """The roles among `phrases` that names explain.

    In "the aide to the mayor, Ann Lee" that is the aide, where the aide is a subject; elsewhere nothing tells which of
    the two she is, and she gets neither role.
    """
    found: dict[int, tuple[Phrase, list[Phrase]]] = {}
    for role in phrases:
        if role.kind is PhraseKind.ROLE and (name := name_explaining(paragraph, role)) is not None:
            found.setdefault(name.start, (name, []))[1].append(role)
    chosen: dict[int, Phrase] = {}
    unclear: set[int] = set()
    for start, (name, (first, *nearer)) in found.items():
        if not nearer:
            if not _is_anothers(paragraph, first):
                chosen[start] = first
        elif _is_unclear(first, nearer, name):
            unclear.add(start)
        elif _speaks(paragraph, first):
            chosen[start] = first
    return ExplainedRoles(chosen, frozenset(unclear))


def _has_verb(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the words between a role and a name tell what somebody did, outside a relative clause."""
    lower = paragraph.tokens.lower
    first, last = paragraph.tokens.after(start), paragraph.tokens.after(end)
    for index in range(first, last):
        word = lower[index]
        if word in _RELATIVE:
            return False
        # "of the noted novel" tells of nothing that was done
        strong = word in cues.STRONG and cues.STRONG[word][1] == "past" and lower[index - 1] not in _OBJECT
        if strong or word in cues.AUXILIARIES or word in {"tells", "says"}:
            return True
        if (word.endswith("ed") or word in _DID) and index + 1 < last and lower[index + 1] in _OBJECT:
            return True
    return False


def _is_about_kin(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the words between a role and a name tell whom words are about: Lee in "said the nurse of her son, Lee"."""
    of = _OF_HIS.match(paragraph.masked, start)
    return of is not None and any(
        other.kind is PhraseKind.ROLE and other.end == end - len(", ")
        for other in paragraph.phrases_between(of.end("of"), end)
    )


def _others_joined(paragraph: Paragraph, role: Phrase, end: int) -> bool:
    """Whether "and" joins a second person to a role: "the clerk of the court and the mayor, Ann Lee"."""
    return any(
        other.kind is PhraseKind.ROLE and paragraph.tokens.lower[paragraph.tokens.before(other.start)] in JOINS
        for other in paragraph.phrases_between(role.end, end)
    )


def _is_of_the_other_gender(role: Phrase, name: Phrase) -> bool:
    told, first = _gender(role), names.gender_of(name.core.split()[0])
    return told is not None and first is not None and told != first


def _gender(role: Phrase) -> str | None:
    """Like "f" for "a spokeswoman", or None."""
    head = names.fold(role.text.rsplit(maxsplit=1)[-1])
    return "m" if head in names.MALE else "f" if head in names.FEMALE else None


def _speaks(paragraph: Paragraph, role: Phrase) -> bool:
    """Whether a role stands where a subject does: at a clause's beginning, or after a verb of saying."""
    before = paragraph.tokens.before(role.start)
    return paragraph.leads(role) or (before >= 0 and paragraph.tokens.lower[before] in cues.STRONG)


def _is_unclear(role: Phrase, served: list[Phrase], name: Phrase) -> bool:
    """Whether a name may be that of the second person: whom somebody not named serves, whose kin speaks.

    A gender may tell; but "a spokeswoman for the mayor, Ann Lee" leaves open which of the two women is Lee.
    """
    first = names.gender_of(name.core.split()[0])
    if role.is_new:
        return first is None or all(_gender(other) in {None, first} for other in served)
    return names.fold(role.text.rsplit(maxsplit=1)[-1]) in _KIN and (first is None or _gender(role) != first)


def _is_anothers(paragraph: Paragraph, role: Phrase) -> bool:
    """Whether a role is that of whom the person before it serves: "A lawyer acting for the minister, Ann Lee"."""
    before = paragraph.phrase_before(role)
    if before is not None and before.text == "who":
        before = paragraph.phrase_before(before)
    if before is None:
        return False
    if before.kind is PhraseKind.ROLE:
        return _SERVES.fullmatch(paragraph.masked, before.end, role.start) is not None
    # "Allies of the president, Tom Lee, said" leaves him the president; "One of the allies of ..." does not.
    return (
        before.kind is PhraseKind.COLLECTIVE
        and _ONE_OF.search(paragraph.masked, max(0, before.start - 12), before.start) is not None
        and _BELONGS.fullmatch(paragraph.masked, before.end, role.start) is not None
    )
