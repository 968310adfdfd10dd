"""Ministries, courts and forces, which every country or town has: whose one is belongs to its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsdesk.find.quotes import names
from newsdesk.find.quotes.name_forms import WORD, institution_name
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_BODIES = word_set(
    """ministry department court army navy military force forces parliament government embassy consulate council police
    senate congress assembly presidency bank"""
)
_OFTEN_ALONE = word_set("party union league federation church alliance movement commission authority agency")
"""Bodies whose names hardly two have: whose it is tells them apart only where the story has two."""
_OWNED = late_pattern(r"(?:[Tt]he )?(?P<owner>[A-Z\u00c0-\u00de][^'\u2019]*?)['\u2019]s? (?P<base>\S.*)")
_OF = late_pattern(
    r"(?:[Tt]he )?(?P<base>[^,]*?\S) of (?:the )?(?P<owner>[A-Z\u00c0-\u00de][\w-]*(?: [A-Z\u00c0-\u00de][\w-]*){0,2})"
)
_ARTICLE = late_pattern(r"(?:the|a|an) ", re.IGNORECASE)
_IN = late_pattern(r" in (?P<city>[A-Z]\w+)\b")
_BEGINS_IN = late_pattern(r"\bIn (?P<city>[A-Z]\w+),? (?:the )?\Z")
_CENTRAL = word_set("central national federal reserve supreme")
_ENDS_OWNER = late_pattern(r"['\u2019]s? \Z")
_NO_OWNER = names.DATES


@dataclass(frozen=True, slots=True)
class PublicBody:
    """A ministry, a court or the like, by its words."""

    base: str
    """Without whose it is: "Defence Ministry"."""
    owner: str | None
    """Whose it is, as written, without 's: "Karst", "Ukrainian"."""
    written: str
    """As the source has it: "Defence Ministry in Kyiv"."""
    often_alone: bool = False
    """Of a sort of which hardly two have one name."""

    @property
    def key(self) -> str:
        """One for all spellings with capitals and without."""
        return " ".join(names.spelling(word) for word in WORD.findall(self.base))

    @property
    def owner_key(self) -> str:
        """One for "Ukraine" and "Ukrainian"."""
        return names.country_of(self.owner or "") or " ".join(map(names.spelling, WORD.findall(self.owner or "")))

    @property
    def name(self) -> str:
        """Words from which the registry makes one key, whatever the source has: "Karst's Defence Ministry"."""
        return f"{self.owner}'s {self.base}" if self.owner else self.base


@lru_cache(maxsize=4096)
def public_body(written: str, before: str = "", after: str = "") -> PublicBody | None:
    """Take the name of a body apart, or what describes it; None where it is no such body.

    `before`, `after`: the words around it, "In Kyiv, the" and "in Kyiv".
    """
    bare = _ARTICLE.sub("", written, count=1) if _ARTICLE.match(written) else written
    owned = _OWNED.fullmatch(bare)
    of = _OF.fullmatch(bare)
    if owned is not None:
        base, owner = owned["base"], owned["owner"]
    elif of is not None and _is_body(of["base"]) and (" " in of["base"] or names.country_of(of["owner"]) is not None):
        base, owner = of["base"], of["owner"]
    else:
        first, _, rest = bare.partition(" ")
        base, owner = (rest, first) if rest and names.country_of(first) is not None else (bare, None)
        city = (_IN.match(after) or _capital(_BEGINS_IN.search(before))) if owner is None else None
        if city is not None and names.fold(city["city"]) not in _NO_OWNER:
            owner, bare = city["city"], f"{bare} in {city['city']}"
    if owner is not None and names.fold(owner) in _NO_OWNER:
        owner = None
    if not _is_body(base):
        return None
    return PublicBody(base, owner, bare, often_alone=_head(base) in _OFTEN_ALONE)


def _capital(found: re.Match[str] | None) -> re.Match[str] | None:
    """A place with which a sentence begins where a ministry may be: "In Kyiv", not "In Istanbul"."""
    return found if found is not None and names.country_of(found["city"]) is not None else None


def _head(base: str) -> str:
    """The noun of a body's name: "ministry" of "Ministry of Defence"."""
    return names.fold(base.partition(" of ")[0].rsplit(maxsplit=1)[-1])


def _is_body(base: str) -> bool:
    words = base.split()
    head = _head(base)
    if head == "bank":
        return len(words) > 1 and names.fold(words[0]) in _CENTRAL
    return head in _BODIES | _OFTEN_ALONE


def with_owner(core: str, surface: str) -> str:
    """The name of a body with whose it is before it, as written; `core`: its name without titles, `surface`: all its words."""
    name = institution_name(core, surface)
    before = surface.removesuffix(name) if surface.endswith(name) else ""
    return before + name if _ENDS_OWNER.search(before) else name
