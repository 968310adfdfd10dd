"""Those that pass on what others say: news agencies, papers, broadcasters, platforms, and offices for their chiefs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

_OF_A_PLACE = r"(?:(?<=\bTimes) of [A-Z]\w+(?: [A-Z]\w+)?\b(?!['\u2019]))?"
"""What belongs to a paper's name: "Times of Malta"; in "told the Times of Malta's plan" it does not."""
_VIA = late_pattern(
    r"\b(?:[Tt]old|[Tt]ells|[Tt]elling|(?:in|during) an? (?:exclusive )?interview (?:with|on|by)|quoted by|speaking to|[Aa]ccording to|reported by|cited by)\s+"
    r"(?P<told>(?:[A-Z]\w+(?:['\u2019]s|n|ish|ese) |the |state(?:-owned|-run)? |news agency |its |media ){0,4}[A-Z][\w.&]*(?: [A-Z][\w&]*){0,3}"
    + _OF_A_PLACE
    + r"(?: news agency)?)"
    r"|\b(?:[Oo]n|[Vv]ia|[Tt]o)\s+(?:his |her |the |its )?(?P<platform>X|Twitter|Telegram|Truth Social|Facebook|Instagram|TikTok|YouTube|Threads|Bluesky|Weibo|LinkedIn)\b"
    r"|(?P<agency>\b[A-Z][\w.&]*(?: [A-Z][\w&]*){0,3}"
    + _OF_A_PLACE
    + r"(?: news agency)?),? (?:reported|reports|quoted|quotes)\b"
)
_SURNAMES_TOO = frozenset({"post", "fox"})
"""Last words of the names of papers and broadcasters that are surnames as well."""


def relayed_by(paragraph: Paragraph, sentence: int, cue: Cue) -> str | None:
    """The agency or platform that relayed the words."""
    first, last = paragraph.sentences[sentence]
    text = paragraph.masked[first : min(last, first + 600)]
    for found in _VIA.finditer(text):
        platform = found.group("platform")
        if text.startswith("-", found.end()):
            # "told the BBC-style station Radio Leith"
            continue
        if platform:
            return platform
        raw = found.group("told") or found.group("agency") or ""
        name = (
            re.sub(
                r"^(?:the |its |state(?:-owned|-run)? |[A-Z]\w+(?:['\u2019]s|n|ish|ese) |news agency |media )+", "", raw
            )
            .removesuffix(" news agency")
            .rstrip(".")
        )
        called = name.partition(" of ")[0].split()
        if (
            called
            and names.fold(called[-1]) in cues.AGENCIES
            and not (cue.subject is not None and name in cue.subject.text)
        ):
            return name
    return None


def relays(phrase: Phrase) -> bool:
    """Whether a phrase names an office or an agency, which passes on what its chief said."""
    return phrase.kind is PhraseKind.INSTITUTION or is_agency(phrase)


def is_wire(phrase: Phrase) -> bool:
    """Whether a phrase names a news agency, which hardly ever speaks for itself."""
    words = [names.fold(word).removesuffix("'s") for word in phrase.core.split()]
    return bool(words) and (words[-1] in cues.WIRES or words[-2:] == ["news", "agency"])


def is_agency(phrase: Phrase) -> bool:
    """Whether a phrase names one that passes on what others say: an agency, a broadcaster, a newspaper."""
    words = [names.fold(word) for word in phrase.core.split()]
    if phrase.kind is not PhraseKind.NAME or not words:
        return False
    if words[-1] == "agency":
        # "the Energy Agency" speaks for itself
        return len(words) == 1 or words[-2] in {"news", "press", "telegraph"}
    # "Emily Post" is a person.
    person = len(words) == 2 and words[-1] in _SURNAMES_TOO and names.gender_of(words[0]) is not None
    return words[-1] in cues.AGENCIES and not person
