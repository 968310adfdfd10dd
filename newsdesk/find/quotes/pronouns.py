"""Whom a pronoun means: somebody whom its own post names before it, the nearest subject first."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsdesk.find.quotes import names
from newsdesk.find.quotes.name_forms import institution_name, is_document
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.model import ActorKind

if TYPE_CHECKING:
    from newsdesk.find.quotes.candidates import NameSeen, Speaker
    from newsdesk.find.quotes.post_speakers import PostSpeakers
    from newsdesk.find.quotes.registry import Known

LOOK_BACK = 40
"""Names before a pronoun that are looked at."""
_MALE = frozenset({"he", "him", "his"})
_FEMALE = frozenset({"she", "her"})
_MANY = frozenset({"they", "them", "their"})
_THING = frozenset({"it", "its"})
_FAR_AHEAD, _LEADING, _LEVEL = 0.98, 0.8, 0.7
"""What is left of a confidence when a pronoun means somebody: far ahead of all others, ahead, hardly ahead. Read on news
texts, the first was right in 98 of 100 places, the second in two of three, the third in one of three."""
_CLEAR = 0.9
"""Confidence from which on it is clear that "he" speaks, whoever he is."""
_TWICE = 0.9
"""The most that is left where neither is clear."""


class Pronouns:
    """Answers for the pronouns of one post."""

    def __init__(self, speakers: PostSpeakers) -> None:
        self.speakers = speakers

    def resolve(self, speaker: Speaker, confidence: float) -> tuple[Known | str | None, float]:
        """Whom a pronoun means, or the pronoun itself where nobody fits, and the confidence in it; nobody for "it"."""
        word = speaker.text.lower()
        if word in {"i", "we", "my", "our"}:
            own = self.speakers.post.speaker or self.speakers.post.byline_name
            if own and word in {"i", "my"}:
                return self.speakers.named(own, own), confidence * 0.9
            return speaker.text, confidence * 0.5
        before = self.speakers.before(speaker.start, speaker.place)[-LOOK_BACK:]
        here = self._sentence(speaker)
        scores: dict[int, float] = {}
        people: dict[int, Known] = {}
        leading: set[int] = set()
        """Sentences whose first subject was seen."""
        latest: dict[int, int] = {}
        """Where in `before` each was named last."""
        untold = -1
        """Where somebody was told of last whose name the story does not give: "the woman"."""
        for order, name in enumerate(before):
            known = self.antecedent(name, word)
            if known is None:
                if name.kind is PhraseKind.ROLE and _may_be(name, word) and self.speakers.means(name) is None:
                    untold = order
                continue
            latest[id(known)] = order
            distance = here - name.sentence if name.place == "text" else here + 1
            score = -1.0 * min(distance, 8) + (0.9 if name.subject else 0.0) + order * 0.01
            if name.subject and name.sentence not in leading:
                score += 0.35
                leading.add(name.sentence)
            if name.sentence == here and not name.subject:
                score -= 0.3
            if known.gender is not None and word in _MALE | _FEMALE:
                score += 0.4
            if word in _MANY and name.kind is PhraseKind.COLLECTIVE:
                score += 0.5
            if known.roles:
                # Somebody who was introduced, rather than a place or a team.
                score += 0.5 if word.startswith("the ") else 0.1
            if score > scores.get(id(known), -99.0):
                scores[id(known)] = score
            people[id(known)] = known
        if (
            self.speakers.last is not None
            and self.speakers.last[0] < speaker.start
            and id(self.speakers.last[1]) in people
        ):
            scores[id(self.speakers.last[1])] += 0.5
        if not scores:
            return (None, min(confidence, 0.3)) if word in _THING else (speaker.text, confidence * 0.6)
        ranked = sorted(scores, key=lambda key: -scores[key])
        margin = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else 2.0
        sure = _FAR_AHEAD if margin >= 1.2 else _LEADING if margin >= 0.5 else _LEVEL
        if untold > latest[ranked[0]]:
            sure = min(sure, _LEADING)
        if confidence < _CLEAR:
            # Two doubts: whether "he" speaks at all, and who he is.
            sure = min(sure, _TWICE)
        return people[ranked[0]], confidence * sure

    def _sentence(self, speaker: Speaker) -> int:
        """The number of the sentence that a pronoun stands in: that of the name at its place."""
        if speaker.place == "headline":
            return -1
        index = bisect_left(self.speakers.starts, speaker.start)
        if index < len(self.speakers.starts):
            found = self.speakers.text_names[index]
            if found.start == speaker.start:
                return found.sentence
        return self.speakers.text_names[index - 1].sentence if index else 0

    def antecedent(self, name: NameSeen, word: str) -> Known | None:
        """Whom a name can lend to a pronoun, or None."""
        if word in _MALE or word in _FEMALE or word.startswith("the "):
            known = self.speakers.means(name)
            wanted = "m" if word in _MALE else "f" if word in _FEMALE else None
            if known is None or known.kind is not ActorKind.PERSON:
                return None
            # Whom the story calls by one word alone it may call by the first name.
            gender = known.gender or (names.gender_of(known.words[0]) if len(known.words) == 1 else None)
            if wanted is not None and gender is not None and gender != wanted:
                return None
            if len(known.words) < 2 and (wanted is None or not (known.led or known.roles or known.genders)):
                # "in Honolulu": one word that nothing tells to be a person's
                return None
            return known
        if word in _MANY and name.kind in {PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}:
            return self.speakers.thing(
                name, ActorKind.COLLECTIVE if name.kind is PhraseKind.COLLECTIVE else ActorKind.INSTITUTION
            )
        if word in _THING or word in _MANY:
            if name.kind is PhraseKind.INSTITUTION and is_document(name.text):
                return self.speakers.author(name)
            if name.kind is PhraseKind.INSTITUTION:
                return self.speakers.thing(name, ActorKind.INSTITUTION)
            if name.kind is PhraseKind.NAME and not self.speakers.registry.is_person(name.core):
                return self.speakers.registry.thing(institution_name(name.core, name.text), ActorKind.INSTITUTION)
        return None


def _may_be(name: NameSeen, word: str) -> bool:
    """Whether a phrase without a name tells of one person whom "he" or "she" may mean: "the woman", "a judge"."""
    if name.gender is None:
        return name.subject and word in _MALE | _FEMALE
    return word in (_MALE if name.gender == "m" else _FEMALE)
