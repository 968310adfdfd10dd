"""The names that are written before what people say, as names of actors: without roles, in full where the transcript has it in full."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsdesk.late_pattern import late_pattern
from newsdesk.read.names import is_person, is_role

_NOBODY = late_pattern(
    r"(?:(?:un(?:identified|known|named)|male|female|young|old(?:er)?|first|second|third|another|all|several|local|elderly"
    r"|news|tv|radio|studio|field|sports?|weather|co|invited|off-?screen|on-?screen)[ _-]+){0,2}"
    r"(?:speakers?|reporters?|voices?|(?:wo)?m[ae]n|boys?|girls?|child(?:ren)?|persons?|people|participants?|guests?|hosts?|presenters?|announcers?|narrators?"
    r"|moderators?|interviewer|interviewee|caller|operator|audience(?: members?)?|crowd|protesters?|translator|interpreter|voice-?over|questioner"
    r"|all|both|everyone|others?|unknown|unidentified|unnamed|un(?:identified|known|named) [a-z-]+(?: [a-z-]+)?|male|female|journalists?|newsreader|commentator|correspondent|anchor|teacher|student"
    r"|doctor|officer|soldier|resident|witness|vo|v/o|on screen|song|lyrics|singer|choir)"
    r"(?: ?(?:voice-?over|speaking|on (?:phone|tape|tv|radio)|in .{2,30}))?[ _#]*(?:\d{1,3}|[a-z])?|question|answer|[qa]",
    re.IGNORECASE,
)
"""Labels that tell speakers apart and name none."""
_BESIDE = late_pattern(r"\s*(?:[(\[{].*|\s\|.*|\s[-–—]\s.*|\bvia\b.*)$")
_NO_NAME = late_pattern(r"[\W\d_]*|.*[\d@/\\].*")
_FAMILY_FIRST = late_pattern(
    r"(?P<family>[^\W\d_][\w’'-]+(?: [\w’'-]+)?), (?P<given>[^\W\d_][\w’'.-]+(?: [^\W\d_][\w’'.-]*)?)"
)
_TITLED = late_pattern(r"(?i:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?) (?=[^\W\d_a-z])[^\W_].{1,60}")
"""A person whom a title shows to be one."""
_TITLE = late_pattern(r"(?i:(?:Mr|Mrs|Ms|Miss|Mx)\.?) (?=\S+ \S)")
_SCOTTISH = late_pattern(r"^Mc([a-z])(?=[a-z]{2})")
_INITIALS = late_pattern(r"\w{1,2}|[^AEIOUY\s]{3}")
"""Capitals that are hardly a name by themselves."""
_LETTERS = "MEC|MP|MSP|TD|MEP|MLA|MLC|MHA|MK|MPP|MNA|KC|QC"
_OFFICE = late_pattern(
    rf"(?:{_LETTERS}|CLLR|REP|SEN|GOV|GEN|COL|LT|CAPT|MAJ|SGT|CPL|DET|INSP|SUPT|CMDR|ADM|BRIG)\.?", re.IGNORECASE
)
"""A short word for an office or a rank, which stands before a name and is no part of it."""
_WRITTEN_LARGE = late_pattern(_LETTERS)
"""Those that are capitals everywhere; some stand after a name."""
_HELD = late_pattern(r"(?P<office>[^()\[\]]{3,100}?) ?[(\[](?P<holder>[^()\[\]]{5,60})[)\]]")
_HELD_OFFICE = late_pattern(
    r"(?:the )?(?:(?:deputy|vice|acting|shadow|prime|foreign|home|finance|interior|defen[cs]e|first|former) )*"
    r"(?:ministers?|(?:under-?)?secretary|president|speaker|chancellor|premier|chair(?:man|woman|person)?|leader|attorney|solicitor"
    r"|commissioner|governor|mayor|counsel|treasurer|whip)\b(?:[ -].*)?",
    re.IGNORECASE,
)
"""As the records of parliaments and councils write an office before who holds it: "The Minister for Ports (Ada Muster)"."""
_SMALL = {"For", "And", "De", "Da", "Di", "Van", "Von", "Der", "Den", "Bin", "Al", "El", "La", "Le", "Of", "The"}


def _written_small(name: str) -> str:
    """A name in capitals as it is written elsewhere: "ADA DE MUSTER" is "Ada de Muster", "MCNEILL" is "McNeill"."""
    words = [_SCOTTISH.sub(lambda found: f"Mc{found[1].upper()}", word) for word in name.title().split()]
    return " ".join(
        word.lower()
        if n and word in _SMALL
        else word.upper()
        if not n and _WRITTEN_LARGE.fullmatch(word.upper())
        else word
        for n, word in enumerate(words)
    )


def _without_offices(name: str) -> str:
    """A name without the short words for offices around it, where a full one is left: "MEC Ada Muster", "Ada Muster MP"."""
    words = name.split()
    while len(words) > 2 and _WRITTEN_LARGE.fullmatch(words[-1]):
        words.pop()
    first = 0
    while first < len(words) and _OFFICE.fullmatch(words[first]):
        first += 1
    return " ".join(words[first:] if len(words) - first > 1 else words)


def _one_name(label: str) -> str | None:
    """The name in a label: "ADA MUSTER, EXAMPLE HOST" is Ada Muster, "Muster, Ada" too; "Q" and "Speaker 1" are nobody.

    Behind an office stands whose it is: "Counsel for the County, Mr Muster".
    """
    label = _BESIDE.sub("", " ".join(label[:200].split())).strip(" :.,-–—>")
    turned = _FAMILY_FIRST.fullmatch(label)
    one_word = turned is not None and not (" " in turned["family"] and " " in turned["given"])
    if turned and one_word and not label.isupper() and turned["given"][0].isupper() and not is_role(turned["given"]):
        label = f"{turned['given']} {turned['family']}"
    name, _, behind = (part.strip() for part in label.partition(","))
    if " " in name and _TITLED.fullmatch(behind) and not is_person(name.title() if name.isupper() else name):
        name = behind.partition(",")[0].strip()
    if len(name) < 2 or _NOBODY.fullmatch(name) or _NO_NAME.fullmatch(name):
        return None
    return _without_offices(name)


def _office_and_holder(label: str) -> tuple[str, str] | None:
    """The office, folded, and the name behind it in brackets, of "THE MINISTER FOR PORTS (ADA MUSTER)"."""
    found = _HELD.fullmatch(" ".join(label[:200].split()).strip(" :"))
    if found is None or _NOBODY.fullmatch(found["office"]):
        return None
    name = _one_name(_TITLE.sub("", found["holder"]))
    if name is None or " " not in name:
        return None
    name = _written_small(name) if name.isupper() else name
    return (found["office"].casefold(), name) if is_person(name) else None


def names_nobody(label: str) -> bool:
    """Whether a label tells speakers apart and names none ("Unnamed speaker", "Woman in the crowd")."""
    return _NOBODY.fullmatch(label) is not None


class SpeakerNames:
    """The speakers of one transcript by their labels."""

    def __init__(self, labels: Iterable[str | None]) -> None:
        self._full: dict[str, str] = {}
        """Surnames and initials to full names, the first that has them; "" for initials of several."""
        self._holders: dict[str, str] = {}
        """Offices to the names that stand behind them in brackets; "" for that of several."""
        written = list(dict.fromkeys(filter(None, labels)))
        self._alone = {name.casefold() for label in written if (name := _one_name(label)) and " " in name}
        for label in written:
            if (held := self._held(label)) is not None:
                office, holder = held
                self._holders[office] = holder if self._holders.get(office, holder) == holder else ""
        for label in written:
            name = self._holder(label) or _one_name(label)
            if name and " " in name:
                name = _written_small(name) if name.isupper() else name
                self._full.setdefault(name.split()[-1].casefold(), name)
                initials = "".join(word[0] for word in name.split()).casefold()
                self._full[initials] = name if self._full.get(initials, name) == name else ""
                capitals = "".join(word[0] for word in name.split() if word[0].isupper())
                if len(capitals) > 1 and label.strip(" :").endswith((f"({capitals})", f"[{capitals}]")):
                    self._full[capitals.casefold()] = name  # in so many words

    def _held(self, label: str) -> tuple[str, str] | None:
        """An office and its holder: where it is one by its words, or where the holder speaks under the bare name, too."""
        held = _office_and_holder(label)
        if held is None:
            return None
        office, holder = held
        if _HELD_OFFICE.fullmatch(office):
            return held
        return held if holder.casefold() in self._alone and not is_person(office.title()) else None

    def _holder(self, label: str) -> str | None:
        """Who holds the office that a label names, with the name in brackets or, where no other is given, without it."""
        held = self._held(label)
        return held[1] if held else self._holders.get(" ".join(label.split()).strip(" :").casefold()) or None

    def of(self, label: str | None) -> str | None:
        """The speaker's name; None when the label names nobody, or initials of nobody in particular."""
        if label and (holder := self._holder(label)) is not None:
            return holder
        name = _one_name(label) if label else None
        if name is None:
            return None
        known = self._full.get(name.casefold())
        if known is not None and (known or len(name) <= 3):
            return known or None
        if name.isupper():
            return None if _INITIALS.fullmatch(name) else _written_small(name)
        return name
