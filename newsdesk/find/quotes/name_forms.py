"""What a name's own words tell: whether it is a person's or an institution's, and whether two are one person's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.candidates import NameSeen

WORD = late_pattern(r"[^\W_]+(?:[.\u2019'-][^\W_]+)*\.?")
NUMERAL = late_pattern(r"[ivx]+\Z")
TAIL = word_set("jr sr jnr snr")
_TITLES_ONLY = word_set("king queen prince princess")
"""Regal titles without which a full name is still one: "Prince Omar bin Faisal"."""
_COURTESIES = word_set("mr mrs ms miss")
FIRM_ENDINGS = word_set(
    """airlines airways railways industries holdings services systems technologies motors ferries foods energy ltd limited
    plc inc gmbh corporation company utilities united rovers wanderers athletic albion
    co corp incorporated llc llp ag nv electric electronics telecom pharmaceuticals laboratories bancorp brands stores"""
)
_NOT_PERSON = (
    names.INSTITUTION_NOUNS
    | FIRM_ENDINGS
    | names.COLLECTIVE_NOUNS
    | names.DOCUMENT_NOUNS
    | cues.AGENCIES
    | word_set(
        """house street states kingdom city county state university college school center centre ministry times square
    islands island nations channel act court hall park river sea ocean east west north south central european
    cyclone hurricane storm typhoon operation mount lake cape flight route article convention conference assembly summit
    road avenue airport station junction harbour harbor circus terminal stadium arena cottage
    union defence defense justice security treasury pentagon day war world
    forces international convention assembly radio television tv festival championship championships cup league games social"""
    )
) - word_set("page mark will may bill law price note post brief young west north banks rose paper card")
_REGIONS = word_set(
    """europe africa asia antarctica oceania scandinavia england scotland wales britain ulster catalonia bavaria siberia crimea
    gaza texas california florida ohio michigan pennsylvania arizona nevada wisconsin minnesota illinois alabama alaska
    arkansas colorado connecticut hawaii idaho iowa kansas kentucky louisiana maine maryland massachusetts mississippi
    missouri nebraska oklahoma oregon tennessee utah vermont wyoming ontario quebec queensland"""
)
"""Continents, nations and states that are no person by one word."""
_BEFORE_PLACES = word_set(
    "old new upper lower greater inner outer loch lough hotel port fort north west villa castle casa"
)
"""First words of places that are called after another: "Old Leith", "Hotel Leith"."""
_AFTER_FIRST_NAMES = word_set("fox storm")
"""Words of what is no person that a first name before them makes surnames: no place is called so."""
_SURNAMES_TOO = word_set("hall day park house court lake street cape mount south east justice")
"""Words of places that are surnames as well."""
_TITLES_OF_PEOPLE = (names.PERSON_NOUNS | names.HONORIFICS) - word_set(
    "justice conservative democrat republican liberal socialist independent"
)
_OWN = late_pattern(r"['\u2019]s?\Z")
_PLURAL_OWN = ("s'", "s\u2019")
"""Whose union or club it is belongs to the name: "Dockers' Union"."""
PLACED = late_pattern(
    r"[a-z]-(?:based|born|listed|owned|backed|trained|educated|placed|ranked|seeded|run|led|held|controlled|funded)\Z"
)
"""How a word ends that tells where somebody or some firm is from: "Oslo-based Ann Lee"."""
_ARTICLES = word_set("the a an")
_INITIALS = range(3, 8)
"""Letters of a name that is shortened to them."""
_SAINTS = word_set("st saint")
_SAINT_S = 2
"""Words of "St Brannoc's"."""
_LONGEST_SHORT = 8
_NO_KINDS = word_set("team staff court inquiry tribunal parliament congress senate")
"""Bodies whose name does not follow at once: "outside the court Lee's driver waited"."""
CALLED_GROUPS = word_set(
    "band quartet quintet ensemble choir orchestra group supergroup firm company charity brewery retailer"
)
"""What a group or a firm is that is called by the name behind: "the band Deacon Moss"."""


def is_called_institution(name: NameSeen) -> bool:
    """Whether the word right before a name tells that it is no person's: "the drone firm Skylark"."""
    before = name.text.removesuffix(name.core).split()
    return (
        bool(before)
        # "leader of the council Ann Lee"
        and not name.roles
        and name.text != name.core
        and names.fold(before[-1]) in (names.INSTITUTION_NOUNS | CALLED_GROUPS) - _NO_KINDS
        # "outside the club Ann Lee's driver waited"
        and (" " not in name.core or names.gender_of(name.core.split(maxsplit=1)[0]) is None)
    )


def may_be_person(core: str) -> bool:
    """Whether a name that ends like a place's is somebody's where a title or a role says so: "Chief James Hall"."""
    words = [names.fold(word) for word in WORD.findall(core)]
    return 2 <= len(words) <= 3 and words[-1] in _SURNAMES_TOO and names.gender_of(words[0]) is not None


@lru_cache(maxsize=4096)
def is_person(core: str) -> bool:
    """Whether a name without titles looks like a person's: one to five words, none of them an institution's or a country's."""
    written = WORD.findall(core)
    words = [names.fold(word).strip(".").removesuffix("'s") for word in written]
    if not words or len(words) > 5:
        return False
    if words[0] in _SAINTS and _OWN.search(core) is not None:
        # "St Brannoc's": a school, a church or a hospital
        return False
    if any(_OWN.search(word) is not None for word in written[:-1]):
        # "King's Cross"
        return False
    # "Park" begins Korean names.
    body = words[1:] if words[0] == "park" and len(words) > 1 else words
    if len(words) == 2 and words[-1] in _AFTER_FIRST_NAMES and names.gender_of(words[0]) is not None:
        return True
    if any(word in _NOT_PERSON or word in {"of", "the", "and", "for"} for word in body):
        return False
    if len(words) > 1 and words[0] in _BEFORE_PLACES and names.gender_of(words[1]) is None:
        return False
    if any(word.isdigit() for word in words):
        # "No 10", "Channel 4"
        return False
    named = len(words) == 2 and words[0] in names.CAPITALS and names.gender_of(words[0]) is not None  # "Sofia Lund"
    if (words[0] in names.COUNTRIES and not named) or " ".join(words) in names.COUNTRIES:
        return False
    if words[-1] in names.COUNTRIES and (len(words[-1]) > 2 or written[-1].isupper()):  # "Kim Jong Un"
        # "Jack London"
        return len(words) == 2 and words[-1] in names.CAPITALS and names.gender_of(words[0]) is not None
    if len(words) == 1:
        return (
            words[0] not in _REGIONS
            and (len(words[0]) > 2 or (core.istitle() and words[0] not in names.NOT_NAMES))
            and not (core.isupper() and len(core) <= 4)
            and words[0] not in names.TITLES - {"justice", "judge"}
        )
    return True


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names (or a surname and a full name) with the same last word are one person's."""
    if one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    if one[-len(other) :] == other or other[-len(one) :] == one:
        return True
    return names.same_first_name(one[0], other[0])


def without_regal(core: str) -> str:
    """A full name without "Prince" before it; "Prince Omar" and "King Omar IV" stay."""
    words = core.split()
    if names.fold(words[0]) in _TITLES_ONLY and len(words) > 2 and not NUMERAL.match(words[-1].lower()):
        return " ".join(words[1:])
    return core


def generation_of(core: str) -> str | None:
    """Like "jr" and "sr", or None."""
    tail = names.fold(core.rsplit(maxsplit=1)[-1]).strip(".")
    return tail.replace("jnr", "jr").replace("snr", "sr") if tail in TAIL else None


def gender_of_title(surface: str) -> str | None:
    """Like "m" for "Mr Lee", or None."""
    titles = {names.fold(word).strip(".") for word in surface.split()[:-1]}
    return "m" if titles & names.MALE else "f" if titles & names.FEMALE else None


def courtesy_gender(surface: str) -> str | None:
    """Like "f" for "Mrs Lee", where nothing else stands before the name; or None."""
    title, _, rest = surface.partition(" ")
    return (
        gender_of_title(surface) if rest and " " not in rest and names.fold(title).strip(".") in _COURTESIES else None
    )


def institution_name(core: str, surface: str) -> str:
    """A name that is no person's, with the capital words before it that are titles of people elsewhere: "State Department"."""
    if not surface.endswith(core):
        return core
    before = surface[: len(surface) - len(core)].split()
    at = len(before)
    while (
        at
        and before[at - 1][:1].isupper()
        and PLACED.search(before[at - 1]) is None
        and (_OWN.search(before[at - 1]) is None or before[at - 1].endswith(_PLURAL_OWN))
        and names.fold(before[at - 1]).strip(".") not in _TITLES_OF_PEOPLE
    ):
        at -= 1
    if at >= _SAINT_S and _OWN.search(before[at - 1]) is not None and names.fold(before[at - 2]).strip(".") in _SAINTS:
        # "St Brannoc's Hospital"
        at -= _SAINT_S
    if at < len(before) and names.fold(before[at]) in _ARTICLES:
        at += 1
    return " ".join([*before[at:], core])


def is_short_for(name: NameSeen, before: NameSeen) -> bool:
    """Whether a name in brackets is made of the first letters of the name before it."""
    if (
        name.start - before.end != len(" (")
        or name.text != name.core
        or not (name.core.isupper() and 2 <= len(name.core) <= _LONGEST_SHORT)
    ):
        return False
    words = institution_name(before.core, before.text).split()
    return "".join(word[0] for word in words if word[0].isupper()) == name.core


def may_be_initials(core: str) -> bool:
    """Whether a word looks like the first letters of a name: "WHO", "MoD"; two are too few to tell."""
    return (
        len(core) in _INITIALS
        and core.isalpha()
        and core[0].isupper()
        and core[-1].isupper()
        and (core.isupper() or len(core) == 3)
    )


def initials(written: str) -> set[str]:
    """The first letters of a name's words with capitals, and of all its words, as capitals."""
    words = written.replace("-", " ").split()
    letters = {"".join(word[0] for word in words if word[0].isupper()), "".join(word[0] for word in words)}
    return {found.upper() for found in letters if len(found) in _INITIALS}


def is_document(text: str) -> bool:
    """Whether a phrase names something written or printed, which has an author."""
    return bool(text.split()) and names.fold(text.rsplit(maxsplit=1)[-1]) in names.DOCUMENT_NOUNS
