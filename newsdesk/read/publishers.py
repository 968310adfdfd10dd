"""Who published a text, told only by what the text says of itself; a wrong name would be worse than none.

A page speaks of its own house in bylines ("BBC Monitoring"), in roles ("Example News correspondent"), by what the house could or
could not verify, and by whom people talked to. An outlet whose report is passed on ("Xinhua reported") is somebody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newsdesk.late_pattern import late_pattern
from newsdesk.read.names import AGENCIES, OUTLET, is_outlet

_ENOUGH = 2
"""Weight of evidence that names a publisher. One person who "told the Times" is not enough: everybody quotes the Times."""

_MOST_NAMES = 50
"""Outlets that are weighed against each other; no page speaks of itself under more names."""

_DEPARTMENT = late_pattern(
    r"\s+(?:Monitoring|Verify|Persian|Russian|Ukrainian|Arabic|Mundo|Newsroom|Desk|Reporters|Staff|Bureau|World Service|Service|Sport"
    r"|[Ss]taff|[Rr]eporter.{0,40}|[Cc]orrespondent.{0,40})$"
)
_AGENCY = late_pattern(
    r"(?:Reuters|AP|AFP|Associated Press|Agence France-Presse|Xinhua.*|Tass|TASS|Interfax|EFE|PTI|ANI|UPI|dpa|DPA|Bloomberg)$"
)
_AGENCIES = late_pattern(AGENCIES)
_HOUSE = rf"(?:[Tt]he )?(?P<house>{OUTLET})"
_BARE_HOUSE = rf"\b(?=[A-Z])(?P<house>{OUTLET})"
_TOLD = late_pattern(
    rf"\b(?:tells?|told|telling|spoke to|speaks? to|speaking to|(?:interview|chat|conversation) with) {_HOUSE}"
)
_OWN_WORK = late_pattern(
    rf"{_BARE_HOUSE} (?:has|have|was|were|is|could|cannot|can)(?: not|n't|n’t)?(?: yet)?(?: independently)?"
    r" (?:been able to|been unable to|able to|unable to|verif|confirm(?:ed)? the|seen|contacted|approached|reached out|asked|reveal|understands?)"
    rf"|{_BARE_HOUSE.replace('house', 'knower')} understands"
)
_OWN_VERBS = late_pattern("able to|verif|confirm|seen|contacted|approached|reached out|asked|reveal|understands")
"""One of these stands in whatever `_OWN_WORK` finds, and is found much faster."""
_PASSED_ON = late_pattern(
    rf"(?:according to|per|citing|quoted by|reported by|told) (?:newspaper |the newspaper )?{_HOUSE}(?=[\s,.;:])"
    rf"|{_BARE_HOUSE.replace('house', 'reporter')},? (?:reported|reports|said|says|wrote|writes|quoted|cited)\b"
)
_EXPERT = late_pattern(
    r"\b(?:experts?|scholar|analyst|professor|researcher|observer|fellow|lecturer|economist|strategist|commentator|resident)\b"
)
_CONTEXT = 250
"""Characters before "told the ..." in which the one who told is introduced."""
_QUOTED_BY_ALL = late_pattern(
    r"(?:BBC|CNN|NPR|PBS|CBS|NBC|ABC|ITV|MSNBC|Sky News|Fox.*|New York .*|Washington .*|Wall Street .*|Financial Times|Guardian|Times"
    r"|Sunday Times|Politico|Axios|Al Jazeera|USA Today|Associated.*|.*Agency|Le Monde|Le Parisien|Der Spiegel|Telegraph|Huffington.*)$"
)
"""Houses that others quote so often that "told the ..." says nothing about who publishes."""
_ROLE_OF_HOUSE = late_pattern(rf"(?P<house>{OUTLET})(?:'s|’s)?(?=[\s,]|$)")
_HOUSES_PERSON = late_pattern(rf"{_BARE_HOUSE}(?:'s|’s) (?=[A-Z][\w-]+ [A-Z])")
_COPYRIGHT = late_pattern(rf"(?:©|[Cc]opyright)\s*(?:©\s*)?(?:\d{{4}}\s*)?{_HOUSE}")
_TRUSTED = late_pattern(rf"Why you can trust {_HOUSE}$")
_OWN_PICTURE = late_pattern(rf"(?:Photo(?:graph)?|Picture|Image|Pic): [^/:]{{3,60}}/(?P<house>{OUTLET})$")
"""A picture by the house's own photographer; agencies are credited so, too."""
_DATELINE = late_pattern(rf"[A-Z][^()/]{{2,60}}(?:\({_HOUSE}\)\s*[-–—]|/{_HOUSE.replace('house', 'slashed')}/\.)")
_SUFFIX = late_pattern(rf"\s+[|–—-]\s+(?:The )?(?P<house>{OUTLET})$")


def house(name: str) -> str:
    """The house that an outlet's part belongs to: "BBC Monitoring" is the BBC, "Example Times Staff" the Example Times."""
    name = _DEPARTMENT.sub("", name.strip().removeprefix("the ").removeprefix("The "))
    first = name.split(" ", 1)[0]
    return first if first.isupper() and 2 <= len(first) <= 4 else name


def _names_a_house(name: str) -> bool:
    """Whether what is left is a name by itself: "Political" of a "Political Desk" is none."""
    return name.isupper() or is_outlet(name) or is_outlet(f"The {name}")


def _decide(weights: Counter[str]) -> str | None:
    """The house with the most evidence; short forms count for the long one ("Sample" for "Sample News")."""
    total: Counter[str] = Counter()
    weights = Counter(dict(weights.most_common(_MOST_NAMES)))
    for name, weight in weights.items():
        longer = [other for other in weights if other != name and other.startswith(f"{name} ")]
        total[max(longer, key=lambda other: weights[other]) if longer else name] += weight
    ranked = [(name, weight) for name, weight in total.most_common() if _names_a_house(name)]
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _own_work(text: str, weights: Counter[str]) -> None:
    if not _OWN_VERBS.search(text):
        return
    for found in _OWN_WORK.finditer(text):
        weights[house(found["house"] or found["knower"])] += 3


def publisher_of_page(signatures: Iterable[str], texts: Iterable[str]) -> str | None:
    """The publisher of a live page: `signatures` are the names and roles of its bylines, `texts` its bodies."""
    weights: Counter[str] = Counter()
    for signature in signatures:
        for part in signature.split(", "):
            if is_outlet(part):
                weights[house(part)] += 2
            elif found := _ROLE_OF_HOUSE.match(part):
                weights[house(found["house"])] += 2
    for text in texts:
        _own_work(text, weights)
        for found in [*_TOLD.finditer(text), *_HOUSES_PERSON.finditer(text)]:
            weights[house(found["house"])] += 1 if found[0].startswith("told") else 2  # "tells": now, and here
        for found in _PASSED_ON.finditer(text):
            if not found[0].startswith("told"):
                weights[house(found["house"] or found["reporter"])] -= 1
    return _decide(weights)


def without_house(title: str) -> tuple[str, str | None]:
    """A title without the outlet at its end ("... | Example News"), and that outlet."""
    found = _SUFFIX.search(title)
    return (title[: found.start()], house(found["house"])) if found else (title, None)


def publisher_of_feed(title: str) -> str | None:
    """The publisher of a feed whose title is an outlet's name ("Example News") or ends with one ("World | Example News")."""
    return house(title) if is_outlet(title) else without_house(title)[1]


def publisher_of_article(lines: Iterable[str], signatures: Iterable[str], text: str) -> str | None:
    """The publisher of an article: `lines` stand outside its body, `signatures` are byline and role, `text` is its body."""
    weights: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for line in lines:
        if is_outlet(line):
            weights[house(line)] += 4
            if line.endswith(house(line)):
                printed[house(line)] = line
        elif found := _COPYRIGHT.match(line) or _TRUSTED.match(line):
            weights[house(found["house"])] += 4
        elif (found := _OWN_PICTURE.search(line[-120:])) and not _AGENCY.match(house(found["house"])):
            weights[house(found["house"])] += 3
            printed.setdefault(house(found["house"]), found["house"])
    for signature in signatures:
        if _AGENCIES.fullmatch(signature):
            continue  # agencies sign for many papers
        for found in _ROLE_OF_HOUSE.finditer(signature):
            if found[0] != signature or not _AGENCY.match(found[0]):
                weights[house(found["house"])] += 3
    if found := _DATELINE.match(text):
        weights[house(found["house"] or found["slashed"])] += 2
    _own_work(text, weights)
    for found in _TOLD.finditer(text):
        name = house(found["house"])
        if not (_AGENCY.match(name) or _QUOTED_BY_ALL.match(name)):
            # Experts and residents are asked by the paper itself; politicians speak to whom they choose.
            weights[name] += 3 if _EXPERT.search(text, max(0, found.start() - _CONTEXT), found.start()) else 1
    for found in _PASSED_ON.finditer(text):
        if not found[0].startswith("told"):
            weights[house(found["house"] or found["reporter"])] -= 3
    decided = _decide(weights)
    return printed.get(decided, decided) if decided else None
