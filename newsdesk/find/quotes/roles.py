"""Roles taken apart: whose minister, of what, and whether still in office."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import WORD
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_SYNONYMS = {
    "premier": "pm",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "pontiff": "pope",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "congresswoman": "congressman",
    "adviser": "advisor",
    "sen": "senator",
    "rep": "congressman",
    "representative": "congressman",
    "gov": "governor",
    "gen": "general",
    "ceo": "executive",
    "chief": "head",
    "justice": "judge",
    "cllr": "councillor",
    "councilman": "councillor",
    "councilwoman": "councillor",
    "boss": "head",
    "businesswoman": "businessman",
}
_DEPUTY = word_set("deputy vice assistant under shadow")
"""Words before a role that somebody else holds."""
_FORMER = word_set("former ex")
_IN_CHARGE = word_set("head director chief manager editor professor minister secretary coordinator lecturer dean")
"""Roles that a field belongs to."""
_OF_FIELD = late_pattern(r" of (?P<field>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2})\b(?!['\u2019])")
_NO_FIELD = (
    cues.AUXILIARIES
    | cues.PREPOSITIONS
    | cues.CONJUNCTIONS
    | cues.ADVERBS
    | word_set("the a an this that these those his her its their our my your one all both every each some any what")
)
"""Words that are no part of the name of a field."""
_CLERICAL = {"Sister": "nun", "Father": "priest", "Fr": "priest", "Fr.": "priest"}
"""Titles that relatives are never given alone, and who has them."""
_NO_AFFILIATION = word_set(
    """the a an his her their its our my new former ex then current acting deputy vice first senior top key chief
    late old young one another of for to and in at on s country nation same longtime long-time close own prime
    minister who with from by"""
)
_OWNER = late_pattern(rf"(.*\b(?:{'|'.join(sorted(names.PERSON_NOUNS))}))'s? ")
"""Whom somebody with a role serves: "the prime minister's"."""
_OWNER_NAMED = late_pattern(
    rf"([^,]{{0,80}}\b(?:{'|'.join(sorted(names.PERSON_NOUNS))}) [^,'\u2019]{{0,60}})['\u2019]s? (?=(?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(names.PERSON_NOUNS))})\b)"
)
"""The same with the name: "President Lee's"."""
_SERVES = late_pattern(
    r"(?P<role>.*?) (?:of|to|for) (?:the|an?|his|her|their|its) (?P<served>(?:(?!of |to |for |in |and )[\w'-]+ )*?(?P<whom>[\w-]+))(?= (?:of|to|for|in)\b|,|\Z)"
)
"""Somebody and whom he serves or belongs to: "adviser to the prime minister"."""
_HEAD_OF = late_pattern(
    r"\b(?:executive|CEO|ceo|chair(?:man|woman|person)?|(?:co-)?founder|boss|manager|editor|director|partner|economist|analyst"
    r"|professor|lecturer|strategist|researcher) (?:of|at|for|with) (?:the )?"
    r"([A-Z\u00c0-\u00de][\w&'\u2019-]*(?: [A-Z\u00c0-\u00de][\w&'\u2019-]*)+)\Z"
)
"""A role that names the firm it is held in."""
_BEFORE_HEAD = late_pattern(
    r"((?:[A-Z\u00c0-\u00de][\w&\u2019'-]* )*[A-Z\u00c0-\u00de][\w&-]* [A-Z\u00c0-\u00de][\w&-]*) "
    r"(?:manager|boss|(?:head )?coach|captain|chief executive|CEO|chair(?:man|woman)?|(?:co-)?founder|owner|director)\Z"
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role taken apart."""

    heads: frozenset[str]
    places: frozenset[str]
    """Countries."""
    words: frozenset[str]
    """Other words that say whose or which."""
    deputy: bool = False
    former: bool = False


@lru_cache(maxsize=8192)
def parse_role(text: str) -> Role:
    """Like "Norway's deputy foreign minister" -> minister of Norway, foreign."""
    heads: set[str] = set()
    places: set[str] = set()
    words: set[str] = set()
    owner = _OWNER.match(names.fold(text)) or _OWNER_NAMED.match(names.fold(text))
    if owner is not None:
        # "the prime minister's spokesman" is no prime minister
        served = parse_role(owner.group(1))
        places |= served.places
        words |= {f"{head}'s" for head in served.heads} | served.words
        text = text[owner.end() :]
    folded = [names.fold(word).strip(".") for word in WORD.findall(text)]
    serves = _SERVES.match(names.fold(text))
    if serves is not None and serves["whom"] in names.PERSON_NOUNS:
        # "the husband of the minister" is no minister
        served = parse_role(serves["served"])
        places |= served.places
        words |= {f"{head}'s" for head in served.heads} | served.words
        folded = [names.fold(word).strip(".") for word in WORD.findall(text[: serves.end("role")])]
    folded = [word.removesuffix("'s").removesuffix("s'") for word in folded]
    joined = " ".join(folded)
    if "prime minister" in joined:
        heads.add("pm")
    for at, word in enumerate(folded, start=1):
        if word == "chief" and at < len(folded) and folded[at] in names.PERSON_NOUNS:
            # "chief constable": a constable, and no head of anything
            continue
        country = names.COUNTRIES.get(word)
        if country is not None:
            places.add(country)
            if word in {"kremlin", "nato"}:
                words.add(word)
        head = _SYNONYMS.get(word, word)
        if head in names.PERSON_NOUNS or head in {"pm", "congressman"}:
            if head != "minister" or "prime minister" not in joined:
                heads.add(head)
        elif country is None and word not in _NO_AFFILIATION:
            words.add(word)
    if text in _CLERICAL:
        heads.add(_CLERICAL[text])
    return Role(
        frozenset(heads),
        frozenset(places),
        frozenset(words),
        deputy=not _DEPUTY.isdisjoint(folded),
        former=not _FORMER.isdisjoint(folded),
    )


def field_after(text: str, end: int, role: str) -> str:
    """What a role that ends at `end` of a text is in charge of, as written: " of public health"; else nothing."""
    of = _OF_FIELD.match(text, end) if names.fold(role.rsplit(maxsplit=1)[-1]) in _IN_CHARGE else None
    if of is None:
        return ""
    field = ""
    for word in of["field"].split(" "):
        if word in _NO_FIELD or word.endswith(("ed", "ly")) or (field and word in cues.VERBS):
            break
        field += f" {word}"
    return f" of{field}" if field else ""


def bodies_in(role: str) -> list[str]:
    """Names of firms and clubs that a role tells: "chief executive of Eastway Ferries", "Leith Rovers manager"."""
    return [found.group(1) for found in (_HEAD_OF.search(role), _BEFORE_HEAD.match(role)) if found is not None]
