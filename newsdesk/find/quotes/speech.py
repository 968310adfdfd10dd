"""One paragraph seen as speech: its sentences, its phrases, and the words of saying with whoever says them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from newsdesk.find import masked_sentences
from newsdesk.find.masked_sentences import QUOTED
from newsdesk.find.quotes import cues, joint_subjects, names
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind, Tokens, find_phrases, tokenise
from newsdesk.find.word_lists import word_set

_ADDED = re.compile(r"\s*(?:,|\(|\u2013|\u2014| - )")
"""What follows a phrase that an apposition explains."""
_OPEN_CLAUSE = re.compile(r"[\x01-\x04]|;|: ")
_EXPLAINS = re.compile(r"(?:\s*\([^)]*\)|\s+now)?\s*,?\s*(?:(?:of|in|at|from|for|on)\s+[^,]{1,40},?\s*)?")
"""What may stand between a name and the relative word that explains it."""
_CLAUSE_OPENERS = word_set("after before since until till as because than")
"""Prepositions that also open a clause with a subject of its own."""
_EXPLAINED_PERSON = re.compile(r", (?:an?|the|one of) [^,;:.()\x01-\x04]{2,100} \Z")
"""An apposition that a relative clause ends: "Lee, a nurse from Leeds who ..."."""
_PLACING = word_set("in at on near from outside inside around to")
"""Prepositions after which a place stands as often as a person."""
_INCLUDING = re.compile(r",? (?:including|such as|among them|(?P<of>of|from)) ")
_RELATIVE_VERB = re.compile(r" (?:(?:that|which) [a-z]+(?:s|ed)|who [a-z]+(?: [a-z]+){0,2}) \Z")
_ONLY_NAMES = re.compile(r"(?:(?:and|or|the|of|for|['\u2019]s|[A-Z][\w.\u2019'-]*|,)\s*)*")
_AFTER_NAME = re.compile(
    r"(?: of [A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)?)?\s*(?:[,.;:)\u2013\u2014\x01-\x04]|- |\Z|\([A-Z])"
)
_DESCRIBED = re.compile(r"(?:(?:\w+-)?\w+-year-old|former|retired|acting|veteran|billionaire) ")
"""What may stand before the name that explains a role."""
_TO_NAME = re.compile(r"(?: (?:of|for|at|in|and|to|from) [^,;:.()\x01-\x04]{1,60})?, ")
"""What may stand between a role and the name that explains it."""
_TO_WHOM = re.compile(r" (?:to|of|for|at|from|with|in) ")
_UNNAMED = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_ADDRESSING = frozenset({"tell", "ask", "urge", "advise"})
"""Verbs after which who is spoken to stands."""
_WHO = re.compile(r"\b(?:who|which)\b")
_PASSED_ON = frozenset({"quote", "cite"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "i"})
_AS_SAYING = re.compile(r"\bas (?:saying|telling|writing|warning|adding)\b")
_GIVING = word_set("had has have gave gives issued issues made makes sent sends delivered repeated released")
"""Verbs that make a noun of saying somebody's words."""
_BEFORE_NOUNS = word_set("the a an his her their its our my this that any no")
_DETERMINING = word_set("the a an this that his her their its one another some no")
_SAYS = word_set("said says that if when adding saying")
_BEFORE_SUBJECT = re.compile(
    r"\s+(?!(?:that|to|of|in|on|for|at|if|about|by|with|from|over|whether|how|why|what|when|after|before|during)\b)(?:[a-z-]+\s+){1,2}"
)
"""What may stand between a verb and the subject that follows it: "said veteran Lee", not "asked about Lee"."""
_PERIODS = word_set("week month year night morning afternoon evening day hour weekend summer winter spring autumn")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FINITE = frozenset({"past", "present"})
_CLOSES = re.compile(r"(?: (?:of|for|from|at|in) [^,.;:()\x01-\x04]{1,60})?(?:\.|\Z|, (?:an?|the|who|whose) )")
_GOES_ON = re.compile(r" (?!(?:in|on|at|to|of|as|after|with|when|during|while)\b)[a-z]")
"""What follows a pronoun that is the subject of what comes next."""
_CLAUSE_OPENS = re.compile(r"\b(?:after|when|while|because|although|though) \Z")
_OPENING = re.compile(
    r"(?:(?:But|And|Yet) )?(?:[Ww]hen|[Aa]fter|[Ww]hile|[Bb]efore|[Ii]f|[Aa]s|[Aa]lthough|[Tt]hough|[Bb]ecause|[Ss]ince|[Oo]nce|[A-Z][a-z]+ed) "
)
"""How a sentence begins whose first clause is not its main one."""
_VERB_FOLLOWS = re.compile(r" (?!(?:and|or|of|in|at|for|from|who|which|that)\b)[a-z]")
_NO_WORDS = re.compile(r" (?:the truth|lies|a lie|stories|tales|the difference|the time)\b")
"""What follows "tell" when no words are passed on."""
_NEW_CLAUSE = re.compile(r", (?:but|while|whereas) |; ")
_NEVER_INVERTED = frozenset({"tell", "urge", "advise", "remind", "assure"})
"""Verbs after which who is spoken to stands, never who speaks."""
_MESSAGES = word_set("statement letter message email e-mail note post tweet memo text")
_SENT_BY = re.compile(r",? (?:from|(?:signed |written |issued |sent |posted )?by) ")
_BLAMED_FOR = cues.NAMING_VERBS | word_set(
    "say tell claim suggest write tweet post declare insist promise boast joke argue"
)
"""What somebody is blamed for when the words are that person's; "slammed Lee for talking '...'" is how it looks to the blamer."""
_ASIDE = re.compile(r"[,\x01-\x04] \Z")
"""What stands before an insertion: ", per Lee"."""
_BREAK = re.compile(r";|:\s| - | \u2013 | \u2014 |\u2014|,? but |, while |, whereas |, although ")
"""Where a new clause begins that takes no subject from the one before."""
_LONGEST_LOOK = 400
"""Characters of one sentence that are searched for a subject: longer ones are lists or floods."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying and the phrase that says."""

    start: int
    end: int
    word: str
    verb: str
    """Its base form; the noun itself for a noun of saying."""
    tense: str
    """Like "base", "present", "past", "ing", "noun" or "according"."""
    subject: Phrase | None
    link: float
    """0-1: how surely the subject belongs to the word."""
    inverted: bool = False
    """The subject follows ("said Lee")."""
    inherited: bool = False
    """The subject is that of a word before ("..., adding")."""
    relative: bool = False
    """Stands in a relative clause ("who said")."""

    @property
    def strength(self) -> float:
        """How hard the word points to speech: 2 for said, 0.7 for a word that mostly means something else."""
        if self.tense == "according":
            return 1.8
        if self.tense == "noun":
            return 1.3
        if self.tense == "base":
            if self.subject is not None and (
                self.subject.kind in {PhraseKind.COLLECTIVE, PhraseKind.JOINT}
                or self.subject.text.lower() in _PLURAL_PRONOUNS
            ):
                # "ministers warn"
                return 1.6 if self.verb in cues.STRONG else 1.0
            return 1.0 if self.verb in cues.STRONG else 0.5
        if self.verb in cues.STRONG:
            return 2.0
        return 0.7 if self.verb in cues.WEAK_VERBS else 1.4


class Paragraph:
    """Analyses one paragraph when asked, each part once. Offsets count from the paragraph's start."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        hidden: list[tuple[int, int]],
        capitals: frozenset[str] | None = None,
        *,
        headline: bool = False,
    ) -> None:
        """`hidden`: the quotations (marks included) in `text`, sorted and disjoint, inside start-end."""
        self.start = start
        self.headline = headline
        self.capitals = capitals
        self.masked = masked_sentences.mask(text, start, end, hidden) if hidden else text[start:end]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """(start, end) of each sentence."""
        return masked_sentences.sentence_bounds(self.masked)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    @cached_property
    def tokens(self) -> Tokens:
        """The words outside quotations."""
        return tokenise(self.masked)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The phrases outside quotations, in order."""
        starts = set()
        for first in self._sentence_starts:
            index = self.tokens.after(first)
            if index < len(self.tokens.starts):
                starts.add(self.tokens.starts[index])
        return find_phrases(self.masked, self.tokens, frozenset(starts), capitals=self.capitals, headline=self.headline)

    @cached_property
    def _free(self) -> list[Phrase]:
        """Phrases that are no possessor inside another."""
        return [phrase for phrase in self.phrases if not phrase.owner]

    @cached_property
    def _free_starts(self) -> list[int]:
        return [phrase.start for phrase in self._free]

    @cached_property
    def _by_end(self) -> dict[int, Phrase]:
        return {phrase.end: phrase for phrase in self._free if not phrase.possessive}

    def sentence_of(self, offset: int) -> int:
        """Number of the sentence that holds an offset."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def phrases_between(self, low: int, high: int) -> list[Phrase]:
        """Free phrases that start at or after `low` and end by `high`."""
        first = bisect_left(self._free_starts, low)
        last = bisect_left(self._free_starts, high)
        return [phrase for phrase in self._free[first:last] if phrase.end <= high]

    def phrase_before(self, phrase: Phrase) -> Phrase | None:
        """The free phrase before another."""
        index = bisect_left(self._free_starts, phrase.start) - 1
        return self._free[index] if index >= 0 else None

    def phrase_after(self, phrase: Phrase) -> Phrase | None:
        """The free phrase after another."""
        index = bisect_left(self._free_starts, phrase.end)
        return self._free[index] if index < len(self._free) else None

    def head_before(self, phrase: Phrase) -> Phrase | None:
        """The phrase that "of" joins to one: "the head" of "the head of the union"."""
        index = self.tokens.before(phrase.start)
        if index < 1 or self.tokens.lower[index] != "of":
            return None
        return self._by_end.get(self.tokens.starts[index] - 1)

    def governed(self, phrase: Phrase) -> bool:
        """Whether a preposition stands before the phrase, so that it is nobody's subject."""
        index = self.tokens.before(phrase.start)
        if index < 0:
            return False
        between = self.masked[self.tokens.ends[index] : phrase.start]
        return not between.strip() and self.tokens.lower[index] in cues.PREPOSITIONS

    def leads(self, phrase: Phrase) -> bool:
        """Whether the phrase stands where a subject stands: at a clause's beginning, not after a verb or a preposition."""
        if phrase.owner or phrase.possessive:
            return False
        index = self.tokens.before(phrase.start)
        if index < 0:
            return True
        if self.masked[self.tokens.ends[index] : phrase.start].strip():
            explains = phrase.kind is PhraseKind.ROLE and self.masked.startswith(", ", phrase.start - 2)
            named = self._by_end.get(phrase.start - 2) if explains else None
            # "Lee, the host," tells who Lee is; "the host" is no other subject.
            return named is None or named.kind is not PhraseKind.NAME
        word = self.tokens.lower[index]
        if word == "whose":
            # "Lee, whose daughter Ann ..." goes on about Lee.
            return False
        if word in cues.BE and phrase.kind is PhraseKind.NAME:
            # "The winner was Ann Lee."
            return True
        return (word in cues.CONJUNCTIONS and word != "than") or word in _SAYS

    def named_after(self, phrase: Phrase) -> Phrase | None:
        """The name that explains a role before it: "The harbour master, Ann Lee, said"."""
        comma = _TO_NAME.match(self.masked, phrase.end) if phrase.kind is PhraseKind.ROLE else None
        if comma is None:
            return None
        described = _DESCRIBED.match(self.masked, comma.end())
        begin = comma.end() if described is None else described.end()
        for name in self.phrases_between(comma.end(), comma.end() + 120):
            if name.start not in {comma.end(), begin} or name.kind is not PhraseKind.NAME or name.possessive:
                return None
            return name if _AFTER_NAME.match(self.masked, name.end) else None
        return None

    def with_whom_served(self, phrase: Phrase) -> Phrase:
        """An unnamed person with whoever tells which one: "an aide to Lee"; the phrase itself without such words."""
        served = _TO_WHOM.match(self.masked, phrase.end) if phrase.kind is PhraseKind.ROLE else None
        if served is None or not _UNNAMED.match(phrase.text):
            return phrase
        for other in self.phrases_between(served.end(), served.end() + 120):
            if other.start != served.end() or other.kind in {PhraseKind.THING, PhraseKind.PRONOUN} or other.possessive:
                return phrase
            text = self.masked[phrase.start : other.end]
            return replace(phrase, end=other.end, text=text, core=text)
        return phrase

    def sender(self, phrase: Phrase) -> Phrase | None:
        """Who speaks with a message: "a statement from the palace", "the letter, signed by Lee,"."""
        if phrase.kind is not PhraseKind.INSTITUTION or phrase.text.rsplit(" ", 1)[-1].lower() not in _MESSAGES:
            return None
        by = _SENT_BY.match(self.masked, phrase.end)
        if by is None:
            return None
        for other in self.phrases_between(by.end(), by.end() + 120):
            named = other.kind in {PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}
            return other if named and other.start == by.end() and not other.possessive else None
        return None

    def role_before(self, phrase: Phrase) -> str | None:
        """The role that a name explains, with what belongs to it ("head of the union")."""
        role = self._roles_by_name.get(phrase.start)
        if role is None:
            return None
        return self.masked[role.start : self.masked.rindex(",", role.start, phrase.start)]

    @cached_property
    def _roles_by_name(self) -> dict[int, Phrase]:
        """Start of a name -> the role that it explains."""
        return {
            name.start: role
            for role in self._free
            if role.kind is PhraseKind.ROLE and (name := self.named_after(role)) is not None
        }

    def possessors_between(self, low: int, high: int) -> list[Phrase]:
        """Possessors ("Lee's") that stand wholly between two offsets, in order."""
        first = bisect_left(self._possessor_ends, low)
        last = bisect_right(self._possessor_ends, high)
        return [phrase for phrase in self._possessors[first:last] if low <= phrase.start]

    def main_subject(self, sentence: int, before: int | None = None) -> Phrase | None:
        """The first phrase of a sentence that can be its subject."""
        low, high = self.sentences[sentence]
        high = min(high, low + _LONGEST_LOOK)
        if before is not None:
            high = min(high, before)
        main = self._after_opening_clause(low, high)
        if main is not None:
            return joint_subjects.before_verb(self, main)
        best = None
        for phrase in self.phrases_between(low, high):
            if phrase.possessive or self.governed(phrase) or phrase.text == "who":
                continue
            if phrase.kind is not PhraseKind.THING:
                return joint_subjects.before_verb(self, phrase)
            best = best or phrase
        return best

    def _after_opening_clause(self, low: int, high: int) -> Phrase | None:
        """The subject after a clause that begins a sentence: "When Lee did not answer, Ruiz ran over"."""
        if not _OPENING.match(self.masked, low):
            return None
        for phrase in self.phrases_between(low, high):
            if (
                not phrase.possessive
                and phrase.kind is not PhraseKind.THING
                and (phrase.kind is not PhraseKind.INSTITUTION or " " in phrase.text)
                and self.masked.startswith(", ", phrase.start - 2)
                and _VERB_FOLLOWS.match(self.masked, phrase.end)
            ):
                return phrase
        return None

    @cached_property
    def cues_by_sentence(self) -> dict[int, list[Cue]]:
        """Words of saying of each sentence that has any, in order."""
        found: dict[int, list[Cue]] = {}
        lower = self.tokens.lower
        starts = self.tokens.starts
        for index, word in enumerate(lower):
            if word in cues.VERBS or word in {"according", "per"} or (word in cues.NOUNS and index):
                sentence = self.sentence_of(starts[index])
                cue = self._cue(index, word, sentence, found.get(sentence, []))
                if cue is not None:
                    found.setdefault(sentence, []).append(cue)
        return found

    def _cue(self, index: int, word: str, sentence: int, before: list[Cue]) -> Cue | None:
        start, end = self.tokens.starts[index], self.tokens.ends[index]
        low = max(self.sentences[sentence][0], start - _LONGEST_LOOK)
        if word in {"according", "per"}:
            return self._according(index, start, sentence)
        if word == "words":
            named = self._in_words(index)
            if named is not None:
                return named
        if word in cues.NOUNS:
            owner = self._owner(index)
            if owner is not None:
                return Cue(start, end, word, word, "noun", owner, 0.9)
            if owner is None:
                owner = self._sender(index)
                if owner is not None:
                    return Cue(start, owner.end, word, word, "noun", owner, 0.85)
            giver = self._giver(index, low)
            if giver is not None:
                return Cue(start, end, word, word, "noun", giver, 0.85)
            if word not in cues.VERBS:
                return None
        verb, tense = cues.VERBS[word]
        if verb == "agree" and self.tokens.lower[index + 1 : index + 2] == ["to"]:
            return None
        if verb == "tell" and _NO_WORDS.match(self.masked, end):
            return None
        if (
            self.tokens.words[index][0].isupper()
            and not self.headline
            and start != self._first_word(sentence)
            and self.masked[max(0, start - 2) : start].strip("\x01\x02\x03\x04 ")
        ):
            return None
        if not self.headline and tense == "base" and self._follows_determiner(index):
            return None
        subject, link, passive = self._subject_left(index, low, tense)
        passive = passive or (tense == "past" and self._is_participle(index, verb, subject, link))
        if verb in _PASSED_ON and not passive and tense in {"past", "present"}:
            passed = self._passed_on(index, sentence)
            if passed is not None:
                first = start if subject is None or subject.start > start else max(low, subject.start)
                return Cue(first, passed[1], word, "say", "past", passed[0], 1.0)
        if passive:
            subject = self._agent(index)
            if subject is None or verb == "ask":
                # "Asked by reporters": they put a question, and the words that follow answer it.
                return None
            return Cue(start, end, word, verb, tense, joint_subjects.after_verb(self, subject), 0.8)
        inverted = False
        inherited = False
        inserted = self._inserted(index, subject, link)
        if inserted is not None:
            subject, link, inverted = inserted, 0.9, True
        if subject is None:
            right = self._subject_right(index, low)
            if right is not None:
                subject, link, inverted = right, 1.0, True
            else:
                if tense in {"base", "present"} and not self._coordinated(index, verb):
                    # "talks", "calls", "offers": a noun here.
                    return None
                subject, inherited = self._inherit(sentence, start, before, tense), True
                link = 0.8 if subject is not None else 0.0
        if subject is None and tense not in {"ing", "past"}:
            return None
        relative = any(word in {"who", "which"} for word in self.tokens.lower[max(0, index - 3) : index])
        if subject is not None and not inherited and not relative:
            joint = joint_subjects.after_verb if inverted else joint_subjects.before_verb
            subject = joint(self, subject)
        return Cue(start, end, word, verb, tense, subject, link, inverted, inherited, relative)

    def _passed_on(self, index: int, sentence: int) -> tuple[Phrase, int] | None:
        """Who is quoted in "the agency quoted Lee as saying", and where "saying" ends."""
        end = self.tokens.ends[index]
        last = self.sentences[sentence][1]
        found = _AS_SAYING.search(self.masked, end, min(last, end + 160))
        if found is None:
            return None
        for phrase in self.phrases_between(end, found.start()):
            if self.masked[end : phrase.start].strip():
                return None
            return self.named_after(phrase) or phrase, found.end()
        return None

    def _inserted(self, index: int, subject: Phrase | None, link: float) -> Phrase | None:
        """Who says what stands around: "Two people were hurt, says Leeds, and a third is missing"."""
        end = self.tokens.ends[index]
        verb = cues.VERBS[self.tokens.lower[index]][0]
        if link >= 1.0 or verb not in cues.STRONG or verb in _ADDRESSING:
            return None
        start = self.tokens.starts[index]
        if subject is None:
            # "Taxes should stay at '...' after the grant, says Leeds."
            closing = (
                self.masked[max(0, start - 2) : start] == ", " and cues.VERBS[self.tokens.lower[index]][1] in _FINITE
            )
            return self._closing(end) if closing else None
        before = self.masked[subject.end : start]
        if not before.endswith(", ") or cues.FINITE.search(before) is None or _WHO.search(before) is not None:
            return None
        for phrase in self.phrases_between(end, end + 120):
            own = self.masked[end : phrase.start] == " " and self.masked[phrase.end : phrase.end + 1] in {",", ".", ""}
            return phrase if own and phrase.kind is not PhraseKind.THING else None
        return None

    def _closing(self, end: int) -> Phrase | None:
        """The subject after a verb that ends at `end`, when nothing else follows in the sentence."""
        for phrase in self.phrases_between(end, end + 120):
            if self.masked[end : phrase.start] != " " or phrase.kind in {PhraseKind.THING, PhraseKind.PRONOUN}:
                return None
            return phrase if _CLOSES.match(self.masked, phrase.end) else None
        return None

    def _coordinated(self, index: int, verb: str) -> bool:
        """Whether a verb without a subject of its own goes on from one before: "went on to say", "and says"."""
        before = self.tokens.lower[index - 1] if index else ""
        return before == "to" or (verb in cues.STRONG and (before in {"and", "but", "then"} or before in cues.ADVERBS))

    def _first_word(self, sentence: int) -> int:
        index = self.tokens.after(self.sentences[sentence][0])
        return self.tokens.starts[index] if index < len(self.tokens.starts) else -1

    def _follows_determiner(self, index: int) -> bool:
        """Whether a word that may be a verb is a noun here ("the call", "his claim")."""
        return index > 0 and self.tokens.lower[index - 1] in _BEFORE_NOUNS

    def _owner(self, index: int) -> Phrase | None:
        """Who owns a noun of saying: "Lee's offer", "his call", "a call by Lee", with up to two adjectives between."""
        tokens = self.tokens
        for back in range(1, 4):
            at = index - back
            if at < 0:
                return None
            word = tokens.lower[at]
            if self.masked[tokens.ends[at] : tokens.starts[at + 1]].strip():
                return None
            if word in {"his", "her", "their", "its", "my"}:
                start = tokens.starts[at]
                return Phrase(start, tokens.ends[at], tokens.words[at], PhraseKind.PRONOUN, tokens.words[at])
            if word.endswith(("'s", "s'")):
                for phrase in self._phrases_touching(tokens.starts[at], tokens.ends[at]):
                    if phrase.possessive or phrase.owner:
                        return phrase
                return None
            if word in cues.AUXILIARIES or word in cues.PREPOSITIONS or word in cues.CONJUNCTIONS:
                return None
            if back == 1 and word in names.COLLECTIVE_NOUNS and tokens.lower[index] in cues.VERBS:
                # "what its authors call"
                return None
        return None

    def _phrases_touching(self, start: int, end: int) -> list[Phrase]:
        """Phrases (possessors too) that end inside start-end, longest last."""
        first = bisect_right(self._possessor_ends, start)
        last = bisect_right(self._possessor_ends, end)
        return self._possessors[first:last]

    @cached_property
    def _possessors(self) -> list[Phrase]:
        return sorted(
            (phrase for phrase in self.phrases if phrase.possessive or phrase.owner), key=lambda phrase: phrase.end
        )

    @cached_property
    def _possessor_ends(self) -> list[int]:
        return [phrase.end for phrase in self._possessors]

    def _giver(self, index: int, low: int) -> Phrase | None:
        """Who gives words with a noun of saying: "Lee had one message", "Lee issued a warning"."""
        tokens = self.tokens
        for at in range(index - 1, max(index - 4, 0), -1):
            if self.masked[tokens.ends[at] : tokens.starts[at + 1]].strip():
                return None
            if tokens.lower[at] in _DETERMINING and at - 1 > 0 and tokens.lower[at - 1] not in _GIVING:
                # "had meant the remark"
                return None
            if tokens.lower[at] in _GIVING:
                subject, _, passive = self._subject_left(at, low, "past")
                return None if passive else subject
        return None

    def _sender(self, index: int) -> Phrase | None:
        """From whom words come: "the answer from Lee"."""
        tokens = self.tokens
        if (
            tokens.lower[index + 1 : index + 2] != ["from"]
            or self.masked[tokens.ends[index] : tokens.starts[index + 1]] != " "
        ):
            return None
        end = tokens.ends[index + 1]
        for phrase in self.phrases_between(end, end + 120):
            named = phrase.kind in {PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}
            return phrase if named and not self.masked[end : phrase.start].strip() else None
        return None

    def _according(self, index: int, start: int, sentence: int) -> Cue | None:
        if self.tokens.lower[index] == "per":
            if not _ASIDE.search(self.masked, max(0, start - 2), start):
                return None
            index -= 1
        elif index + 1 >= len(self.tokens.words) or self.tokens.lower[index + 1] != "to":
            return None
        after = self.tokens.ends[index + 1]
        for phrase in self.phrases_between(after, self.sentences[sentence][1]):
            if not self.masked[after : phrase.start].strip():
                joint = joint_subjects.after_verb(self, phrase)
                return Cue(start, joint.end, "according to", "according", "according", joint, 1.0)
            break
        if index + 2 < len(self.tokens.words) and self.tokens.lower[index + 2] in {"him", "her", "them"}:
            first, last = self.tokens.starts[index + 2], self.tokens.ends[index + 2]
            pronoun = Phrase(
                first, last, self.tokens.words[index + 2], PhraseKind.PRONOUN, self.tokens.words[index + 2]
            )
            return Cue(start, last, "according to", "according", "according", pronoun, 1.0)
        return None

    def _in_words(self, index: int) -> Cue | None:
        """Like "in the words of Lee", "in Lee's words"."""
        tokens = self.tokens
        before = tokens.lower[max(0, index - 2) : index]
        if before == ["in", "the"] and tokens.lower[index + 1 : index + 2] == ["of"]:
            end = tokens.ends[index + 1]
            for phrase in self.phrases_between(end, end + 120):
                if self.masked[end : phrase.start].strip():
                    return None
                speaker = self.named_after(phrase) or phrase
                return Cue(tokens.starts[index - 2], speaker.end, "words", "according", "according", speaker, 1.0)
            return None
        owner = self._owner(index)
        first = -1 if owner is None else tokens.before(owner.start)
        if owner is None or first < 0 or tokens.lower[first] != "in":
            return None
        return Cue(tokens.starts[first], tokens.ends[index], "words", "according", "according", owner, 1.0)

    def _agent(self, index: int) -> Phrase | None:
        """Who did what a passive verb tells: "was called ... by Lee"."""
        tokens = self.tokens
        for ahead in range(index + 1, min(index + 4, len(tokens.words))):
            if tokens.lower[ahead] == "by":
                for phrase in self.phrases_between(tokens.ends[ahead], tokens.ends[ahead] + 120):
                    return phrase if phrase.start - tokens.ends[ahead] <= 2 else None
        return None

    def _subject_left(self, index: int, low: int, tense: str) -> tuple[Phrase | None, float, bool]:
        """The subject before a verb: (phrase, link, passive)."""
        tokens, text = self.tokens, self.masked
        verb = cues.VERBS.get(tokens.lower[index], ("", ""))[0]
        at = index - 1
        passive = False
        skipped = False
        while at >= 0 and tokens.starts[at] >= low:
            word = tokens.lower[at]
            gap = text[tokens.ends[at] : tokens.starts[at + 1]]
            if QUOTED.search(gap) or (gap.strip() and gap.strip() != ","):
                break
            if word in cues.BE:
                passive = passive or (tense == "past")
            when = 0 if gap.strip() else self._time_before(at)
            if when:
                # "Lee last month accused", "who two years ago called"
                skipped = True
                at -= when
                continue
            if not (
                word in cues.AUXILIARIES
                or word in cues.ADVERBS
                or (word.endswith("ly") and word not in {"family", "ally", "only"})
            ):
                break
            # "The president has also" - but a weekday or an adverb may end a phrase of its own.
            if "," in gap and not skipped and word not in cues.AUXILIARIES and word not in cues.ADVERBS:
                break
            if tokens.ends[at] in self._by_end and tokens.words[at][0].isupper() and word not in cues.ADVERBS:
                break
            skipped = True
            at -= 1
        if at < 0 or tokens.starts[at] < low:
            return None, 0.0, passive and self._not_relay(index)
        passive = passive and self._not_relay(index)
        end = tokens.ends[at]
        gap = text[end : tokens.starts[at + 1]]
        if QUOTED.search(gap):
            return None, 0.0, passive
        word = tokens.lower[at]
        # "Lee's calling it ..." holds "is"
        if word.endswith("'s") and tense == "ing":
            for phrase in self._phrases_touching(tokens.starts[at], end):
                if phrase.possessive:
                    return phrase, 0.9, passive
        mark = gap.strip()[:1]
        if mark == "" or (mark == "," and skipped and word not in {"and", "but"}):
            if word in {"and", "but", "or", "then"}:
                return None, 0.0, passive
            if word in {"who", "which"}:
                # Without somebody right before it a relative clause tells nothing ("anybody who says").
                subject, link = self._antecedent(at, low)
                return subject, link, passive or subject is None
            if word == "to":
                return None, 0.0, False
            direct = self._by_end.get(end) or self._by_end.get(tokens.starts[at] + len(word.partition("'")[0]))
            if direct is not None and mark == "" and tense == "ing":
                aside = direct.kind is PhraseKind.THING and self.governed(direct)
                return (None, 0.0, passive) if aside or self._is_given(direct) else (direct, 0.9, passive)
            if direct is not None and mark == "":
                return (*self._head_of(direct, low), passive)
            if tense == "ing" and mark == "" and not skipped:
                blames = word in {"for", "of"} and verb in _BLAMED_FOR
                blamed = self._blamed(at) if blames else None
                return blamed, 0.85 if blamed is not None else 0.0, passive
        if mark in {",", ")", "\u2013", "\u2014", "-"} or (mark == "" and tense == "past"):
            explained = self._explained(low, tokens.starts[index], mark)
            if not mark and cues.VERBS.get(tokens.lower[index], ("", ""))[0] not in cues.STRONG:
                return None, 0.0, passive
            if explained is not None and tense != "ing":
                return explained, 0.9 if mark else 0.6, passive
        return None, 0.0, passive

    def _blamed(self, at: int) -> Phrase | None:
        """Whose words somebody speaks of: "mocked Ruiz for calling", "accused Ruiz of saying"; `at`: "for" or "of"."""
        tokens = self.tokens
        blamed = self._by_end.get(tokens.starts[at] - 1)
        if blamed is None or blamed.kind is PhraseKind.THING:
            return None
        index = tokens.before(blamed.start)
        if index < 0 or self.masked[tokens.ends[index] : blamed.start].strip():
            return None
        word = tokens.lower[index]
        if tokens.lower[at] == "of":
            return blamed if word.startswith(("accus", "suspect", "convict")) else None
        return blamed if word in cues.VERBS or word.endswith("ed") else None

    def _time_before(self, at: int) -> int:
        """How many tokens that end with the one at `at` tell when: "last month", "two years ago", "on Monday", "in 2010"."""
        lower = self.tokens.lower
        if at < 1:
            return 0
        if lower[at] == "ago":
            return 3 if at > 2 and lower[at - 1].rstrip("s") in _PERIODS else 0
        if lower[at] in _PERIODS:
            return 2 if lower[at - 1] in {"last", "this", "earlier", "late"} and at > 1 else 0
        dated = lower[at - 1] in {"on", "in"} and at > 1
        return 2 if dated and (lower[at] in _DAYS or _YEAR.fullmatch(lower[at])) else 0

    def _is_given(self, phrase: Phrase) -> bool:
        """Whether somebody else speaks with what a phrase names: "issued a statement calling", "a letter to Lee saying"."""
        if phrase.kind is PhraseKind.PRONOUN:
            return False
        head = names.fold(phrase.text.rsplit(" ", 1)[-1])
        if head in names.DOCUMENT_NOUNS or (head in cues.NOUNS and phrase.kind is PhraseKind.THING):
            return True
        index = self.tokens.before(phrase.start)
        if index < 1 or self.tokens.lower[index] != "to" or not self.governed(phrase):
            return False
        word = self.tokens.lower[index - 1]
        return word in names.DOCUMENT_NOUNS or word in cues.NOUNS

    def _is_participle(self, index: int, verb: str, subject: Phrase | None, link: float) -> bool:
        """Whether a past form without "was" tells what somebody else did: "grants announced by Lee", "the bill, branded ... by Lee"."""
        agent = self._agent(index) if self._not_relay(index) else None
        if agent is None:
            return False
        if self.tokens.lower[index + 1] == "by":
            # not "said by phone", "responded by saying"
            return agent.kind is not PhraseKind.THING
        return (subject is None or link < 1.0) and verb in cues.NAMING_VERBS

    def _not_relay(self, index: int) -> bool:
        """Whether a passive is one whose subject does not speak: not "was quoted as saying"."""
        return self.tokens.lower[index] not in {"quoted", "cited"}

    def _antecedent(self, at: int, low: int) -> tuple[Phrase | None, float]:
        """The phrase that a relative word explains."""
        relative = self.tokens.starts[at]
        person = self.tokens.lower[at] == "who"
        explained = _EXPLAINED_PERSON.search(self.masked, max(low, relative - 160), relative) if person else None
        if explained is not None:
            # "Ana Ruiz, a comic figure from a show who ..."
            named = self._by_end.get(explained.start())
            index = -1 if named is None else self.tokens.before(named.start)
            placed = index >= 0 and self.governed(named) and self.tokens.lower[index] in _PLACING if named else True
            if named is not None and named.kind is PhraseKind.NAME and not placed:
                return named, 0.85
        for phrase in reversed(self.phrases_between(max(low, relative - 120), relative)):
            if phrase.kind is PhraseKind.PRONOUN or (person and phrase.kind is PhraseKind.THING):
                continue
            between = self.masked[phrase.end : relative]
            if _EXPLAINS.fullmatch(between):
                return phrase, 0.85
            if len(between) > 60:
                break
        return None, 0.0

    def _head_of(self, phrase: Phrase, low: int) -> tuple[Phrase | None, float]:
        """The head of a chain "the head of the union said"."""
        listed = self._list_head(phrase, low)
        if listed is not None:
            return listed, 0.9
        explained = self._explained_by(phrase, low)
        if explained is not None:
            return explained, 0.9
        head = phrase
        for _ in range(3):
            index = self.tokens.before(head.start)
            if not self.governed(head) or self.tokens.lower[index] in _CLAUSE_OPENERS:
                return head, 1.0 if head is phrase else 0.85
            previous = self._by_end.get(self.tokens.ends[index - 1]) if index > 0 else None
            if (
                previous is None
                or previous.start < low
                or self.masked[previous.end : self.tokens.starts[index]].strip()
            ):
                break
            head = previous
        # "of the union in Leeds said": the nearest phrase that no preposition governs
        for candidate in reversed(self.phrases_between(max(low, phrase.start - 160), phrase.start)):
            if _OPEN_CLAUSE.search(self.masked, candidate.end, phrase.start):
                break
            if not self.governed(candidate) and not candidate.possessive:
                return candidate, 0.6
        return phrase, 0.5

    def _explained_by(self, phrase: Phrase, low: int) -> Phrase | None:
        """The phrase before a relative clause that ends with `phrase`: "the union that represents drivers said"."""
        relative = _RELATIVE_VERB.search(self.masked, max(low, phrase.start - 40), phrase.start)
        return None if relative is None else self._by_end.get(relative.start())

    def _list_head(self, phrase: Phrase, low: int) -> Phrase | None:
        """The phrase whose members a list names: "ministers including Lee and Kay said", "leaders of Peru and Chile said"."""
        first = max(low, phrase.start - 200)
        for found in reversed([*_INCLUDING.finditer(self.masked, first, phrase.start)]):
            if not _ONLY_NAMES.fullmatch(self.masked, found.end(), phrase.start):
                return None
            head = self._by_end.get(found.start())
            if head is not None and head.kind is PhraseKind.COLLECTIVE:
                return head
            if head is not None and head.kind is not PhraseKind.THING and found.group("of") is None:
                return head
        return None

    def _explained(self, low: int, verb: int, mark: str) -> Phrase | None:
        """The phrase before an apposition, a bracket or another insertion that ends before the verb."""
        for found in _NEW_CLAUSE.finditer(self.masked, low, verb):
            low = found.end()
        best = None
        for phrase in self.phrases_between(low, verb):
            if QUOTED.search(self.masked, phrase.end, verb) or phrase.possessive:
                continue
            if self.governed(phrase) or phrase.text == "who":
                continue
            if phrase.kind is PhraseKind.THING and best is not None:
                continue
            if not mark:
                best = phrase if phrase.kind is not PhraseKind.THING or best is None else best
                continue
            if _ADDED.match(self.masked, phrase.end):
                if best is None or best.kind is PhraseKind.THING:
                    best = phrase
            elif best is None:
                best = phrase
        return best

    def _subject_right(self, index: int, low: int) -> Phrase | None:
        """The subject after a verb that follows a quotation or begins its sentence."""
        tokens, text = self.tokens, self.masked
        before = text[max(0, tokens.starts[index] - 4) : tokens.starts[index]].rstrip(" ,\u2013\u2014-")
        if before and not QUOTED.match(before[-1]) and tokens.starts[index] != low and not self.headline:
            adverb = tokens.lower[index - 1] if index else ""
            if adverb not in {"as", "so"} and not adverb.endswith("ly"):
                return None
        verb, tense = cues.VERBS[tokens.lower[index]]
        if tense == "ing" or verb in _NEVER_INVERTED:
            return None
        end = tokens.ends[index]
        for phrase in self.phrases_between(end, end + 160):
            if phrase.text == "who":
                # "Asked who would come, Lee ..."
                return None
            gap = text[end : phrase.start]
            if (
                phrase.possessive
                or phrase.text == "it"
                or (phrase.kind is PhraseKind.PRONOUN and _GOES_ON.match(text, phrase.end))
            ):
                # "Asked Lee's opinion, Ruiz ...", "Lee welcomed it", "said he was"
                return None
            if not gap.strip() or _BEFORE_SUBJECT.fullmatch(gap):
                return phrase if phrase.kind is not PhraseKind.THING or not gap.strip() else None
            break
        return None

    def in_later_clause(self, cue: Cue, other: Cue) -> bool:
        """Whether a clause that follows a word of saying has a subject and a word of saying of its own."""
        subject = other.subject
        return (
            subject is not None
            and cue.end < subject.start < other.end
            and _CLAUSE_OPENS.search(self.masked, cue.end, subject.start) is not None
        )

    def _relative_before(self, start: int, low: int) -> Phrase | None:
        """Whom "who" means in "who answered every question by saying"."""
        if not self.masked[max(0, start - 4) : start].endswith(" by "):
            return None
        index = self.tokens.before(start)
        while index > 0 and self.tokens.starts[index] >= max(low, start - 160):
            if self.masked[self.tokens.ends[index - 1] : self.tokens.starts[index]].strip():
                return None
            index -= 1
            if self.tokens.lower[index] == "who":
                return self._antecedent(index, low)[0]
        return None

    def _inherit(self, sentence: int, start: int, before: list[Cue], tense: str) -> Phrase | None:
        """The subject of a verb without one of its own: that of a verb before it, or of the sentence."""
        chosen: Cue | None = None
        joined = self.masked[max(0, start - 5) : start].endswith((" and ", " but "))
        if tense == "ing":
            relative = self._relative_before(start, self.sentences[sentence][0])
            if relative is not None:
                return relative
        for cue in reversed(before[-8:]):
            if cue.tense in {"noun", "according", "base"} or cue.subject is None or cue.relative:
                continue
            if chosen is not None and (start - cue.end > _LONGEST_LOOK or _BREAK.search(self.masked, cue.end, start)):
                break
            if joined and chosen is not None and self.in_later_clause(cue, chosen):
                # "Lee spoke after she attacked the plan and called it ..."
                break
            chosen = cue
        if chosen is not None:
            return chosen.subject
        subject = self.main_subject(sentence, start)
        if subject is None and tense == "ing":
            return self.main_subject(sentence)
        return subject
