"""Whom the speakers of nested quotations mean. Speech has its own "I", "he" and "my father": hardly those of the post around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import WORD
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import is_person
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.quotes.pronouns import HE, IT, SHE
from newsdesk.find.quotes.registry import Known
from newsdesk.find.word_lists import word_set
from newsdesk.model import ActorKind, QuoteKind

if TYPE_CHECKING:
    from newsdesk.find.quotes.candidates import NameSeen, NestedCandidate, QuoteCandidate, Speaker
    from newsdesk.find.quotes.post_speakers import PostSpeakers

_OWN = word_set("i my we our")
_ONE = frozenset({"i", "my"})
_OPEN = 0.2
"""Confidence where nothing tells who speaks."""
_DOUBTFUL = 0.7
"""Most confidence in a speaker of whom there is more than one reading."""
_FROM_OUTSIDE = 0.6
"""Most confidence in somebody whom only the post around the speech names."""
_MEANT = 0.78
"""Most confidence in whom a pronoun or a role inside speech means: just too little to be shown without a mark of doubt."""
_FIRST_WORD = 0.6
"""Confidence up to which a name may be a sentence's first word that is none."""
_LEAST_WORDS = 3
_SUBJECT = 0.9
"""Sentences that a subject stands nearer than another name."""


def speaker_inside(
    speakers: PostSpeakers, nested: NestedCandidate, outer: Known | str | None, outer_confidence: float
) -> tuple[Known | str | None, float]:
    """Who speaks a nested quotation, and the confidence in it; None, with little, where the outer one's words do not tell.

    Args:
        speakers: of the post.
        nested: the quotation.
        outer: who speaks the words around it: the "I" of those, and never their "he".
        outer_confidence: in that.
    """
    speaker, confidence = nested.quote.speaker, nested.quote.confidence
    if speaker is None:
        return None, min(confidence, _OPEN)
    word = speaker.text.lower()
    if speaker.kind is PhraseKind.PRONOUN:
        if word in _OWN:
            if outer is None:
                return None, _OPEN
            sure = confidence * outer_confidence
            return outer, sure if word in _ONE else min(sure, _DOUBTFUL)
        return _pronoun(speakers, nested, speaker, outer)
    if word.startswith(("my ", "our ")):
        return _own(speakers, speaker, outer, confidence * outer_confidence)
    if speaker.kind is PhraseKind.NAME and is_person(speaker.core):
        return _named(speakers, speaker, outer, confidence)
    if word.startswith(("his ", "her ", "their ")):
        # "His people": whose they are is left to the reader.
        return speaker.text[:1].lower() + speaker.text[1:], min(confidence, _FROM_OUTSIDE)
    who, confidence = speakers.of(speaker, confidence)
    if who is not None and who == outer:
        # Hardly anybody calls himself "the president".
        return speaker.text, min(confidence, _DOUBTFUL)
    return who, min(confidence, _MEANT) if speaker.kind is PhraseKind.ROLE else confidence


def _named(
    speakers: PostSpeakers, speaker: Speaker, outer: Known | str | None, confidence: float
) -> tuple[Known | str | None, float]:
    """Somebody whom the speech names: known to the story, or new to it."""
    unknown = _unknown(speakers, speaker.core, speaker.text)
    if unknown is not None:
        return unknown, confidence
    who, sure = speakers.of(speaker, confidence)
    if confidence <= _FIRST_WORD and isinstance(who, Known) and _only_in_speech(who, speaker.core):
        return None, _OPEN
    first_name = (
        isinstance(who, Known) and " " not in speaker.core and names.spelling(speaker.core) not in who.words[-1:]
    )
    return who, min(sure, _DOUBTFUL) if who == outer or first_name else sure


def _only_in_speech(known: Known, core: str) -> bool:
    """Whether a single word is all that tells of somebody, and no first name: it may be none at all ("Wait, ...")."""
    return not known.seen and " " not in core and names.gender_of(core) is None


def _unknown(speakers: PostSpeakers, core: str, surface: str) -> Known | None:
    """The person of a full name that only speech gives; None when the name is no full one, or known."""
    if " " in core and is_person(core) and speakers.registry.person(core, speakers.number, surface) is None:
        return speakers.registry.thing(core, ActorKind.PERSON)
    return None


def is_clause(quote: QuoteCandidate) -> bool:
    """Whether words may be a quotation although nobody is known to have said them."""
    return quote.kind is QuoteKind.DIRECT or (
        len(WORD.findall(quote.text[:200])) >= _LEAST_WORDS and cues.FINITE.search(quote.text[:400]) is not None
    )


def _own(
    speakers: PostSpeakers, speaker: Speaker | NameSeen, outer: Known | str | None, confidence: float
) -> tuple[Known | str, float]:
    """Like "my father": Lee's father where Lee speaks, else as written; "our president" is anybody's."""
    owner, _, rest = speaker.text.partition(" ")
    if owner.lower() == "my" and isinstance(outer, Known) and outer.kind is ActorKind.PERSON and outer.name:
        kind = ActorKind.PERSON if speaker.kind is PhraseKind.ROLE else ActorKind.COLLECTIVE
        return speakers.registry.owned(outer, rest, kind), confidence
    return speaker.text[:1].lower() + speaker.text[1:], min(confidence, _DOUBTFUL)


def _pronoun(
    speakers: PostSpeakers, nested: NestedCandidate, speaker: Speaker, outer: Known | str | None
) -> tuple[Known | str | None, float]:
    """Whom the speech named before; else whom the post did; nobody where neither tells."""
    word, confidence = speaker.text.lower(), nested.quote.confidence
    scores: dict[Known | str, float] = {}
    for name in nested.names:
        if name.end <= speaker.start:
            who = _antecedent(speakers, name, word, outer)
            if who is not None and who != outer:
                scores[who] = max(scores.get(who, -1.0), name.sentence + (_SUBJECT if name.subject else 0.0))
    if scores:
        nearest = max(scores, key=lambda who: scores[who])
        return nearest, min(confidence, _MEANT if len(scores) == 1 else _DOUBTFUL)
    who = _only_one_outside(speakers, speaker, word, outer)
    return (None, _OPEN) if who is None else (who, min(confidence, _FROM_OUTSIDE))


def _only_one_outside(speakers: PostSpeakers, speaker: Speaker, word: str, outer: Known | str | None) -> Known | None:
    """The only one of those whom the post names before the speech that a pronoun of this gender or number can mean."""
    if word in IT:
        return None
    found = {
        who
        for name in speakers.named_before(speaker)
        if (who := speakers.pronouns.antecedent(name, word)) is not None
        and who != outer
        and (word not in HE | SHE or who.gender == ("m" if word in HE else "f"))
    }
    return found.pop() if len(found) == 1 else None


def _antecedent(speakers: PostSpeakers, name: NameSeen, word: str, outer: Known | str | None) -> Known | str | None:
    """Whom a name inside the speech can lend to a pronoun, or None."""
    wanted = "m" if word in HE else "f" if word in SHE else None
    if wanted is None:
        return speakers.pronouns.antecedent(name, word)
    if name.kind not in {PhraseKind.NAME, PhraseKind.ROLE} or (name.gender or wanted) != wanted:
        return None
    if name.kind is PhraseKind.ROLE:
        if name.text.lower().startswith(("my ", "our ")):
            return _own(speakers, name, outer, 1.0)[0]
        return speakers.pronouns.antecedent(name, word) or name.text[:1].lower() + name.text[1:]
    known = _unknown(speakers, name.core, name.text) or speakers.pronouns.antecedent(name, word)
    return None if known is None or _only_in_speech(known, name.core) else known
