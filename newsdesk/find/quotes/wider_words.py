"""Which offices and trades a wider word means: "the officer" of a constable, "the politician" of a councillor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.find.quotes import names
from newsdesk.find.quotes.name_forms import WORD
from newsdesk.find.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LAWMAKERS = word_set(
    "senator sen congressman congresswoman rep legislator mp msp mep td parliamentarian assemblyman assemblywoman councilman councilwoman"
)
_POLITICIANS = _LAWMAKERS | word_set("minister mayor councillor cllr governor gov premier chancellor")
_PLAYERS = word_set(
    """goalkeeper keeper defender midfielder striker winger forward full-back fullback centre-back playmaker fly-half scrum-half flanker batsman
    bowler wicketkeeper all-rounder quarterback linebacker shortstop pitcher outfielder"""
)
_WIDER: Mapping[str, frozenset[str]] = {
    "officer": word_set(
        """pc wpc constable sergeant sgt inspector insp superintendent supt detective det dc ds di dci trooper policeman policewoman
        patrolman lieutenant lt"""
    ),
    "policeman": word_set("pc constable sergeant sgt inspector insp superintendent supt detective trooper patrolman"),
    "policewoman": word_set("wpc pc constable sergeant sgt inspector insp superintendent supt detective trooper"),
    "detective": word_set("det dc ds di dci"),
    "soldier": word_set("pte cpl corporal paratrooper commando rifleman sapper gunner fusilier"),
    "politician": _POLITICIANS,
    "lawmaker": _LAWMAKERS,
    "lawyer": word_set("solicitor barrister attorney counsel"),
    "player": _PLAYERS,
    "keeper": word_set("goalkeeper wicketkeeper"),
    "footballer": word_set(
        "goalkeeper keeper defender midfielder striker winger forward full-back fullback centre-back"
    ),
    "cricketer": word_set("batsman bowler wicketkeeper all-rounder"),
    "musician": word_set(
        "singer guitarist drummer pianist violinist cellist bassist saxophonist trumpeter songwriter percussionist organist flautist"
    ),
    "doctor": word_set("surgeon physician gp psychiatrist paediatrician cardiologist"),
    "cleric": word_set("bishop archbishop vicar priest imam rabbi pastor cardinal canon curate"),
    "clergyman": word_set("bishop archbishop vicar priest pastor canon curate"),
    "academic": word_set("professor lecturer"),
    "writer": word_set("novelist poet playwright essayist"),
    "journalist": word_set("reporter correspondent columnist"),
}
"""A word for what somebody is -> narrower ones that a text gives first."""


def narrower_words(role: str) -> frozenset[str]:
    """The words of which "the officer" may be the wider one; none where it is no such word, or more than it is written."""
    article, _, word = role.lower().partition(" ")
    return _WIDER.get(word, frozenset()) if article == "the" else frozenset()


def is_one_of(narrower: frozenset[str], held: Iterable[str]) -> bool:
    """Whether one of the roles that somebody holds has one of these words."""
    return any(not narrower.isdisjoint(names.fold(one).strip(".") for one in WORD.findall(office)) for office in held)
