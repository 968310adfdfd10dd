"""Where a post names somebody, in what role, and which gender the words around tell."""

from __future__ import annotations

import re
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import WORD
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.candidates import NameSeen
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.model import Place

_NO_ROLE = late_pattern(r"^(?:the|an?)\s+|\b(?:Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|Miss)\b\.?", re.IGNORECASE)
OWNERS = frozenset({"his", "her"})
"""Words that tell the gender of somebody else."""
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_LONGEST_HEADLINE_NAME = 5
_ROLE_TAIL = late_pattern(
    r",\s+(?:(?:a|an|the|(?P<owner>his|her|its|their)|one of)\s+)?(?P<role>[^,.;:()\n\x01-\x04]{3,80})(?=[,.;:]| \(|\Z)"
)
_IS_ROLE = late_pattern(
    r" is (?:(?:now|also|still|currently) )?(?:an?|the|(?P<owner>his|her|its|their))\s+(?P<role>[^,.;:()\n\x01-\x04]{3,80}?)"
    r"(?=[,.;:]| \(| (?:and|but|who|whose|which|that|when|while|as|because|to)\b|\Z)"
)
"""What a sentence tells its subject to be: "Ann Lee is the captain."."""
_TIME = late_pattern(r"\b(?:(?:former|ex|then|deputy|vice|acting|interim)[ -])+\Z", re.IGNORECASE)
_TIME_FIRST = late_pattern(r"\b(?:(?:former|ex|then|deputy|vice|acting|interim|first)[ -])+\Z", re.IGNORECASE)
"""Of a minister or a lady, who may be the first."""
_LONGEST_TIME = 24
_WORK = late_pattern(
    r"\b(?:book|memoir|autobiography|biography|novel|novella|film|movie|documentary|album|sitcom|musical|sequel|bestseller|best-seller|screenplay),? \Z"
)
"""What stands before the title of a work: names no person."""
_WITH_OWN = late_pattern(
    r",? (?:and|with|along with|together with|alongside) (?P<owner>his|her) |,? (?P<self>himself|herself)\b"
)
"""What after a name tells a gender: "Lee and his wife", "Lee herself"."""
_AT_THE_BAR = late_pattern(r" (?:KC|QC)\Z")
"""Letters after a barrister's name."""
_ONE = frozenset({"one", "another"})
_OF_SEVERAL = late_pattern(r" of (?=\w)")
_OF_THEM = late_pattern(r" of (?:them|these|those)\b")
_LONGEST_SEVERAL = 60
"""Characters in which the several stand of whom one is told of."""
_SEVERAL_END = late_pattern(r"[,;:.()\x01-\x04]")
_BODIES = word_set(
    """organizations organisations nations countries governments unions companies firms markets states powers ministries agencies councils
    charities regulators banks media outlets crowd crowds jury groups families parties clubs teams"""
)
"""Groups one of which is a body and no person."""
_OWNER = late_pattern(r".*['\u2019]s? ")
"""Whose somebody is, in the words for that one: "Mr Lee's daughter Ann"."""
_OF_HEAD = late_pattern(r"\s+(?:of|for|to|at|in|on|from|with|by|who|whose|and)\b")


def names_seen(paragraphs: Sequence[Paragraph], place: Place) -> Iterator[NameSeen]:
    """Everybody and everything that the paragraphs of one text name outside quotations, in order."""
    before = 0
    """Sentences of the paragraphs before."""
    for paragraph in paragraphs:
        saying = {
            (cue.subject.start, cue.subject.end)
            for found in paragraph.cues_by_sentence.values()
            for cue in found
            # "Told of Lee's criticism, Ruiz nodded" is about Ruiz
            if cue.subject and not (cue.tense == "noun" and cue.subject.possessive and paragraph.governed(cue.subject))
        }
        for whole in paragraph.phrases:
            phrase = whole
            if phrase.kind is PhraseKind.THING:
                one = _one_of_several(paragraph, phrase, saying)
                if one is None:
                    continue
                phrase = one
            speaks = (phrase.start, phrase.end) in saying and not paragraph.masked.startswith(",", phrase.end)
            if (
                phrase.kind is PhraseKind.NAME
                and not speaks
                and _WORK.search(paragraph.masked, max(0, phrase.start - _LONGEST_TIME), phrase.start)
            ):
                # "his novel, Ann Lee," is a title; "in his novel, Ann Lee wrote" tells who wrote.
                continue
            if phrase.is_new and paragraph.named_after(phrase) is not None:
                # "An aide, Ann Lee, said": one person, who has a name.
                continue
            roles, gender = _roles(paragraph, phrase)
            if paragraph.headline and len(phrase.text.split()) > _LONGEST_HEADLINE_NAME:
                # A headline's capitals and lack of small words join what does not belong together.
                roles = ()
            yield NameSeen(
                place=place,
                start=paragraph.start + phrase.start,
                end=paragraph.start + phrase.end,
                text=intern(phrase.text),  # the same name stands in thousands of posts
                kind=phrase.kind,
                core=intern(phrase.core),
                sentence=before + paragraph.sentence_of(phrase.start) if place == "text" else -1,
                subject=((whole.start, whole.end) in saying and not paragraph.is_agent(whole))
                or paragraph.leads(whole)
                or _explains_subject(paragraph, whole),
                roles=roles,
                gender=gender,
            )
        before += len(paragraph.sentences)


def _explains_subject(paragraph: Paragraph, name: Phrase) -> bool:
    """Whether a name tells who a subject is: "One investor, retired dentist Ann Lee, lost it"."""
    role = paragraph.explained.by_name.get(name.start)
    return role is not None and paragraph.leads(role)


def _one_of_several(paragraph: Paragraph, phrase: Phrase, saying: set[tuple[int, int]]) -> Phrase | None:
    """Somebody who is told of as one of several people: "one of the dockers", or "another" who says something; else None."""
    if phrase.text.lower() not in _ONE:
        return None
    says = (phrase.start, phrase.end) in saying
    of = _OF_SEVERAL.match(paragraph.masked, phrase.end)
    if of is not None and paragraph.name_of_one(phrase) is None:
        for several in paragraph.phrases_between(of.end(), of.end() + _LONGEST_SEVERAL):
            text = paragraph.masked[phrase.start : several.end]
            if _SEVERAL_END.search(text):
                break
            if several.kind is PhraseKind.COLLECTIVE and not several.possessive:
                people = names.fold(several.text.rsplit(maxsplit=1)[-1]) not in _BODIES
                return replace(phrase, end=several.end, text=text, core=text, kind=PhraseKind.ROLE) if people else None
        if not _OF_THEM.match(paragraph.masked, phrase.end):
            return None
    return replace(phrase, kind=PhraseKind.ROLE) if says else None


def _roles(paragraph: Paragraph, phrase: Phrase) -> tuple[tuple[str, ...], str | None]:
    """What stands around a name as its role ("Norwegian President", ", the mayor of Leeds,"), and the gender that it tells."""
    if phrase.kind is not PhraseKind.NAME:
        words = [names.fold(word) for word in phrase.text.split()]
        if phrase.kind is not PhraseKind.PRONOUN:
            words = [word for word in words if word not in OWNERS]
        return (), _gender(words)
    found: list[str] = []
    before = phrase.text[: len(phrase.text) - len(phrase.core)].strip() if phrase.text.endswith(phrase.core) else ""
    before = _NO_ROLE.sub("", before).strip()
    words = [names.fold(word).strip(".") for word in before.split()]
    if any(word in names.PERSON_NOUNS or (word in names.TITLES and word not in names.HONORIFICS) for word in words):
        found.append(_with_time(paragraph, phrase.start, before))
    elif phrase.core.split() and names.fold(phrase.core.split()[0]) in names.REGAL:
        found.append(phrase.core.split()[0])
    if _AT_THE_BAR.search(phrase.text):
        found.append("barrister")
    role = None if phrase.owner else paragraph.role_before(phrase)
    if role is not None:
        found.append(_NO_ROLE.sub("", role).strip())
    if not phrase.possessive and not phrase.owner:
        told = _ROLE_TAIL.match(paragraph.masked, phrase.end)
        if paragraph.sentences[paragraph.sentence_of(phrase.start)][0] == phrase.start:
            told = told or _IS_ROLE.match(paragraph.masked, phrase.end)
        elif _explains_subject(paragraph, phrase) and paragraph.masked.startswith(", is ", phrase.end):
            told = _IS_ROLE.match(paragraph.masked, phrase.end + 1)
        if told is not None and _is_role(told["role"]):
            found.append(f"{told['owner'] or ''} {told['role']}".strip())
    # "her neighbour Tom Lee": whose neighbour he is tells nothing of him.
    # "Mr Lee's daughter Ann": that Lee is a man tells nothing of her.
    titles = [
        word
        for word in (names.fold(word).strip(".") for word in _OWNER.sub("", phrase.text).split())
        if word not in OWNERS
    ]
    gender = _gender(titles) or _gender(
        # "a lawyer for the woman" tells nothing of the lawyer
        [
            word
            for role in found
            for word in (
                names.fold(word).strip(".") for word in _OF_HEAD.split(_OWNER.sub("", role), maxsplit=1)[0].split()
            )
            if word not in OWNERS
        ]
    )
    if gender is None and phrase.core.split() and phrase.core.split()[:1] != phrase.core.split()[-1:]:
        gender = names.gender_of(phrase.core.split()[0])
    if gender is None and not phrase.owner and (own := _WITH_OWN.match(paragraph.masked, phrase.end)) is not None:
        gender = "m" if own["owner"] == "his" or own["self"] == "himself" else "f"
    return tuple(found), gender


def _is_role(told: str) -> bool:
    """Whether words after a name tell what somebody is, and not what somebody did: "the mayor of Leeds", not "the mayor met the president"."""
    words = [names.fold(word) for word in WORD.findall(told)]
    head = re.split(r"\s+(?:of|for|to|at|in|on|from|with|who)\b", told)[0].split()
    first = words[0] if words else ""
    verbal = (
        first in cues.VERBS
        or first in cues.AUXILIARIES
        or first.endswith("ed")
        or first in {"who", "which", "whose"}
        # "Ann Lee, the mayor, met the president"
        or any(
            names.fold(word) in _DETERMINERS and names.fold(head[at]) not in cues.ADVERBS
            for at, word in enumerate(head[1:])
        )
    )
    return bool(head) and names.fold(head[-1]) in names.PERSON_NOUNS and len(words) <= 10 and not verbal


def _with_time(paragraph: Paragraph, start: int, role: str) -> str:
    """A role with the word right before it that says when it was held: a sentence's first "Former" is in no phrase."""
    words = paragraph.masked[max(0, start - _LONGEST_TIME) : start]
    office = role.split(maxsplit=1)[0]
    time = _TIME.search(words) if names.fold(office) not in {"minister", "lady"} else _TIME_FIRST.search(words)
    return time.group() + role if time else role


def _gender(words: Sequence[str]) -> str | None:
    for word in words:
        if word in names.MALE:
            return "m"
        if word in names.FEMALE:
            return "f"
    return None
