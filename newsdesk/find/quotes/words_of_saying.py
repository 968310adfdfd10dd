"""Finds the words of saying of a paragraph, and who says each: "Lee said", "said Lee", "according to Lee", "Lee's offer"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import QUOTED
from newsdesk.find.quotes import cues, joint_subjects, names
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.reported_clauses import has_verb
from newsdesk.find.quotes.subjects import GOES_ON_AFTER, Subjects
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.speech import Paragraph

_ADDRESSING = frozenset({"tell", "ask", "urge", "advise"})
"""Verbs after which who is spoken to stands."""
_WHO = late_pattern(r"\b(?:who|which)\b")
_WHOM = late_pattern(r"\b(?:whom |whose (?:[a-z]+, )?)\Z")
"""What stands before the subject of a clause that tells of whoever the sentence is about."""
_QUESTION = late_pattern(r" (?:about|by|whether|if|why|how|what|when|where|who|on|at|for|again|repeatedly|later)\b")
"""What follows "asked" in a clause that tells of a question to whoever answers."""
_NOUNS = cues.NOUNS | frozenset({"advice", "verdict", "reaction", "retort", "conclusion", "version"})
"""Nouns of saying, with those that only an owner makes ones."""
_VIEWS = frozenset({"words", "view", "opinion"})
"""Nouns of whose owner words are: "in the view of Lee"."""
_SENT_THINGS = word_set("text letter email e-mail note card postcard voicemail")
"""Nouns that make the words after a colon those of whoever it is from: "a text from Lee: '...'"."""
_PASSED_ON = frozenset({"quote", "cite"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "i"})
_AS_SAYING = late_pattern(r"\bas (?:saying|telling|writing|warning|adding)\b")
INTRODUCED = late_pattern(r": ?[\x01-\x04]")
"""A colon and the quotation after it."""
WAS_THE = late_pattern(r"[\x01-\x04],? (?:was|is|were|came(?: back)?) (?:the|an?|one) (?:[a-z-]+ )?\Z")
"""What stands between a quotation and the noun that says whose words they are: "'No,' was the short answer of Lee"."""
_LONGEST_WAS = 40
_GIVING = word_set("had has have gave gives issued issues made makes sent sends delivered repeated released")
"""Verbs that make a noun of saying somebody's words."""
_HAVING = frozenset({"had", "has", "have"})
_BEFORE_NOUNS = word_set("the a an his her their its our my this that any no")
_DETERMINING = word_set("the a an this that his her their its one another some no")
FINITE_TENSES = frozenset({"past", "present"})
_CLOSES = late_pattern(
    r"(?: (?:of|for|from|at|in) [^,.;:()\x01-\x04]{1,60})?(?:\.|\Z|, (?:an?|the|who|whose|is|are|was|were|has|have|had|will|would|can|could|must|should|may|might) )"
)
_CLAUSE_OPENS = late_pattern(r"\b(?:after|when|while|because|although|though) \Z")
_NO_WORDS = late_pattern(r" (?:the truth|lies|a lie|stories|tales|the difference|the time)\b")
"""What follows "tell" when no words are passed on."""
_MARKS_FOLLOW = late_pattern(
    r" (?P<marked>[\x01-\x04]++)(?P<whom> (?:that|on|in|how|why|it|he|she|they|last|this|earlier)\b)?"
)
"""Words in marks right after "told"; `whom`: where a programme may have been told what follows."""
_AND_I = late_pattern(r"\band I \Z")
"""What stands before "quote" where another's words follow: "the minister said, and I quote, '...'"."""
_ASIDE = late_pattern(r"[,\x01-\x04] \Z")
"""What stands before an insertion: ", per Lee"."""
MESSAGE = late_pattern(
    r" (?:(?:had|has|have|later|also|then) ){0,2}(?:(?P<sent>sent|sends|wrote|writes|left|posted)|liked|shared|retweeted|reposted|received|got|read|saw|found|cited|forwarded)"
    r"(?: (?:him|her|them|me|us|(?:the|his|her|their) [a-z]+|[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2}))? (?:an?|another|the) (?:[a-z]+ ){0,2}(?:text|message|letter|email|e-mail|note|post|tweet|voicemail|memo|comment|card|leaflet|sign|banner) \Z"
)
"""What stands before "saying" where the words are a message's; `sent`: where its subject wrote it."""
LONGEST_MESSAGE = 120
_ASKS_TO_BE = late_pattern(
    r" (?:not )?to be (?:called|named|known|identified|quoted)\b(?! (?:an? |the |as )?[\x01-\x04])"
)
"""What follows "asked" where somebody only does not give a name."""
_TO_BE = late_pattern(r"\b(?:be|being|been)(?: [a-z]+ly)? \Z")
"""What stands before what is done to somebody: "to be called"."""
_LONGEST_TO_BE = 24
_CLAUSE_WITHIN = late_pattern(
    r" (?:(?P<that>that)|(?:meeting|hearing|session|debate|rally|ceremony|dinner|interview|call|concert|wedding|funeral|service|trial|conference)"
    r" (?:(?:at|in|during) which|where|when)) (?:the |an? )?\Z"
)
"""What stands before the subject of a clause that tells more: "that Lee had come and shouted", "a meeting where Lee rose and said", not "a yard where"."""
_LONGEST_WITHIN = 40
_CALLING_OUT = word_set("shout yell scream shriek bellow roar whisper mutter hiss snap threaten exclaim")
"""Verbs that tell how words were spoken: hardly those of who reports a clause, and goes on to report."""
_LEADS_TO = late_pattern(
    r"\b(?:(?:prompt|caus|forc|inspir|mov|provok|compell)(?:ing|ed)|leading|led|only for) (?P<who>[^,;:.\x01-\x04]{2,60}) to \Z"
)
"""What stands before a word of saying of somebody whom another makes speak."""
_LONGEST_LEAD = 100
_HEARD = late_pattern(r"\b(?:hear(?:s|d|ing)?|watch(?:ed|ing)?|saw|let|made) (?P<who>[^;:.\x01-\x04]{2,90}), \Z")
"""What stands before a word of saying of somebody whom another hears, and whom commas explain."""
_NO_DEED = (
    cues.PREPOSITIONS | cues.CONJUNCTIONS | cues.ADVERBS | word_set("aged alias née nee elect designate emeritus who")
)
"""Words after somebody that tell of nothing he does."""
_BREAK = late_pattern(r";|:\s| - | \u2013 | \u2014 |\u2014|,? but |, while |, whereas |, although ")
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
        if self.verb in cues.STRONG or self.word in cues.STRONG:
            return 2.0
        return 0.7 if self.verb in cues.WEAK_VERBS else 1.4


def find_cues(paragraph: Paragraph) -> dict[int, list[Cue]]:
    """Words of saying of each sentence that has any, in order."""
    return _CueFinder(paragraph).run()


def in_later_clause(masked: str, cue: Cue, other: Cue) -> bool:
    """Whether a clause that follows a word of saying has a subject and a word of saying of its own."""
    subject = other.subject
    return (
        subject is not None
        and cue.end < subject.start < other.end
        and _CLAUSE_OPENS.search(masked, cue.end, subject.start) is not None
    )


def _is_done(words: str) -> bool:
    """Whether the words right after somebody tell what he does, and that is all: " fooled us, "."""
    if not words.startswith(" ") or words.count(",") != 1:
        return False
    first = words.split(maxsplit=1)[0].rstrip(",")
    does = first.isalpha() and first.islower() and first not in _NO_DEED and not first.endswith(("ing", "ly", "self"))
    return does or has_verb(words, 0, len(words))


class _CueFinder:
    """Works through one paragraph's tokens."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.tokens = paragraph.tokens
        self.masked = paragraph.masked
        self.subjects = Subjects(paragraph)

    def run(self) -> dict[int, list[Cue]]:
        """Words of saying of each sentence that has any, in order."""
        found: dict[int, list[Cue]] = {}
        lower = self.tokens.lower
        starts = self.tokens.starts
        for index, word in enumerate(lower):
            if (
                word in cues.VERBS
                or word == "according"
                or word in _VIEWS
                or self.tokens.words[index] == "per"
                or (index and (word in _NOUNS or word in _SENT_THINGS))
                or word in cues.PHRASAL
            ):
                sentence = self.paragraph.sentence_of(starts[index])
                cue = self._cue(index, word, sentence, found.get(sentence, []))
                if cue is not None:
                    found.setdefault(sentence, []).append(cue)
        return found

    def _cue(self, index: int, word: str, sentence: int, before: list[Cue]) -> Cue | None:
        start, end = self.tokens.starts[index], self.tokens.ends[index]
        low = max(self.paragraph.sentences[sentence][0], start - _LONGEST_LOOK)
        if word == "according" or self.tokens.words[index] == "per":
            return self._according(index, start, sentence)
        if word in _VIEWS:
            named = self._in_words(index)
            if named is not None:
                return named
        if word in cues.PHRASAL:
            return self._phrasal(index, low)
        if word in _NOUNS:
            owner = self._owner(index)
            if owner is not None:
                return Cue(start, end, word, word, "noun", owner, 0.9)
            if owner is None and word in cues.ANSWERS:
                owner = self._sender(index)
                if owner is not None:
                    return Cue(start, owner.end, word, word, "noun", owner, 0.85)
            giver = self._giver(index, low)
            if giver is not None:
                return Cue(start, end, word, word, "noun", giver, 0.85)
            if word not in cues.VERBS:
                return None
        if word in _SENT_THINGS:
            sender = self._sender(index)
            if sender is not None and INTRODUCED.match(self.masked, sender.end):
                return Cue(start, sender.end, word, word, "noun", sender, 0.85)
            if word not in cues.VERBS:
                return None
        if word not in cues.VERBS:
            return None
        verb, tense = cues.VERBS[word]
        if tense == "base" and verb in cues.STRONG and self.tokens.lower[max(0, index - 2) : index] == ["used", "to"]:
            # "Lee used to say"
            tense = "past"
        if verb == "agree" and self.tokens.lower[index + 1 : index + 2] == ["to"]:
            return None
        if verb == "tell" and (_NO_WORDS.match(self.masked, end) or self._tells_nobody(index)):
            return None
        if verb == "ask" and _ASKS_TO_BE.match(self.masked, end):
            return None
        if verb == "quote" and _AND_I.search(self.masked, max(0, start - 8), start):
            return None
        if (
            self.tokens.words[index][0].isupper()
            and not self.paragraph.headline
            and start != self._first_word(sentence)
            and self.masked[max(0, start - 2) : start].strip("\x01\x02\x03\x04 ")
        ):
            return None
        if self.tokens.words[index][0].isupper() and not self.paragraph.headline and self._is_name(index):
            return None
        if not self.paragraph.headline and (tense == "base" or word == "saying") and self._follows_determiner(index):
            return None
        made = self._made_to(start, low) if tense == "base" else None
        if made is not None:
            # "prompting Lee to laugh: '...'" tells as surely as "to say" who speaks
            return Cue(start, end, word, "say" if INTRODUCED.match(self.masked, end) else verb, "past", made, 1.0)
        subject, link, passive = self.subjects.left(index, low, tense)
        passive = passive or (tense == "past" and self.subjects.is_participle(index, verb, subject, link))
        if verb in _PASSED_ON and not passive and tense in {"past", "present"}:
            passed = self._passed_on(index, sentence)
            if passed is not None:
                first = start if subject is None or subject.start > start else max(low, subject.start)
                return Cue(first, passed[1], word, "say", "past", passed[0], 1.0)
        if passive:
            subject = self.subjects.agent(index)
            if subject is None or verb == "ask":
                # "Asked by reporters": they put a question, and the words that follow answer it.
                return None
            return Cue(start, end, word, verb, tense, joint_subjects.after_verb(self.paragraph, subject), 0.8)
        if verb == "ask" and subject is not None and self._is_put_to(index, subject):
            return None
        inverted = False
        inherited = False
        inserted = self._inserted(index, subject, link)
        if inserted is not None:
            subject, link, inverted = inserted, 0.9, True
        if subject is None:
            right = self.subjects.right(index, low)
            if right is not None:
                subject, link, inverted = self.paragraph.name_of_one(right) or right, 1.0, True
            else:
                if tense in {"base", "present"} and not self._coordinated(index, verb, tense):
                    # "talks", "calls", "offers": a noun here.
                    return None
                subject, inherited = self._inherit(sentence, start, before, verb, tense), True
                link = 0.8 if subject is not None else 0.0
        if subject is None and tense not in {"ing", "past"}:
            return None
        if inherited and tense == "past" and _TO_BE.search(self.masked, max(low, start - _LONGEST_TO_BE), start):
            # "Lee asked not to be called": what others do
            return None
        relative = any(word in {"who", "which"} for word in self.tokens.lower[max(0, index - 3) : index])
        relative = relative or (subject is not None and _WHOM.search(self.masked, low, subject.start) is not None)
        if subject is not None and not inherited and not relative:
            if inverted:
                subject = joint_subjects.after_verb(self.paragraph, subject)
            else:
                within = GOES_ON_AFTER.match(self.masked, end) is not None
                pair = joint_subjects.explained_before(self.paragraph, low, start)
                subject = pair or joint_subjects.before_verb(self.paragraph, subject, inserted=within)
        return Cue(start, end, word, verb, tense, subject, link, inverted, inherited, relative)

    def _tells_nobody(self, index: int) -> bool:
        """Whether a form of "tell" names nobody who is told, so that marks hold no speech: "had told 'lies'", "tells 'angry' voters"."""
        follow = _MARKS_FOLLOW.match(self.masked, self.tokens.ends[index])
        if follow is None or self.subjects.agent(index) is not None:
            return False
        named = self.paragraph.quoted(*follow.span("marked"))
        if follow["whom"] and " " in named and named.istitle():
            # "Lee told 'Harbour Tonight' that"
            return False
        return index == 0 or self.tokens.lower[index - 1] not in cues.BE

    def _made_to(self, start: int, low: int) -> Phrase | None:
        """Who says what another has or hears said: "prompting one of them to reply", "heard the mayor, Lee, promise"."""
        low = max(low, start - _LONGEST_LEAD)
        led = _LEADS_TO.search(self.masked, low, start) or _HEARD.search(self.masked, low, start)
        if led is None:
            return None
        made = next(iter(self.paragraph.phrases_between(led.start("who"), start)), None)
        return made and (self.paragraph.named_after(made) or made)

    def _phrasal(self, index: int, low: int) -> Cue | None:
        """Two words that report speech together, and nothing else after them: "she shot back", "he went on: "."""
        word = self.tokens.lower[index]
        particle, verb, tense = cues.PHRASAL[word]
        if self.tokens.lower[index + 1 : index + 2] != [particle]:
            return None
        start, end = self.tokens.starts[index], self.tokens.ends[index + 1]
        subject, link, passive = self.subjects.left(index, low, tense)
        if subject is None or passive or self.masked[end : end + 1] not in {",", ":", ".", ""}:
            return None
        return Cue(start, end, word, verb, tense, subject, link)

    def _is_put_to(self, index: int, subject: Phrase) -> bool:
        """Whether somebody is asked, and does not ask: "Lee, asked about it, said"."""
        start, end = self.tokens.starts[index], self.tokens.ends[index]
        return self.masked[subject.end : start] == ", " and _QUESTION.match(self.masked, end) is not None

    def _is_name(self, index: int) -> bool:
        """Whether a word that may be a verb is somebody's name here: "Read said"."""
        phrase = self.paragraph.by_end.get(self.tokens.ends[index])
        return phrase is not None and phrase.kind is PhraseKind.NAME

    def _passed_on(self, index: int, sentence: int) -> tuple[Phrase, int] | None:
        """Who is quoted in "the agency quoted Lee as saying" or "quoted Lee: '...'", and where the words that tell it end."""
        end = self.tokens.ends[index]
        last = self.paragraph.sentences[sentence][1]
        found = _AS_SAYING.search(self.masked, end, min(last, end + 160))
        one = self._pronoun(index + 1)
        if found is not None and one is not None and not self.masked[one.end : found.start()].strip():
            return one, found.end()
        for phrase in self.paragraph.phrases_between(end, min(last, end + 160) if found is None else found.start()):
            if self.masked[end : phrase.start].strip():
                return None
            speaker = self.paragraph.named_after(phrase) or phrase
            if found is None:
                # Like "Kay quoted Lee: '...'".
                named = speaker.kind is not PhraseKind.THING and not speaker.possessive
                return (speaker, speaker.end) if named and INTRODUCED.match(self.masked, speaker.end) else None
            return speaker, found.end()
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
                self.masked[max(0, start - 2) : start] == ", "
                and cues.VERBS[self.tokens.lower[index]][1] in FINITE_TENSES
            )
            return self._closing(end) if closing else None
        before = self.masked[subject.end : start]
        if not before.endswith(", ") or _WHO.search(before) is not None:
            return None
        acts = before == ", " or cues.FINITE.search(before) is not None or _is_done(before)
        for phrase in self.paragraph.phrases_between(end, end + 120):
            if self.masked[end : phrase.start] != " " or phrase.kind is PhraseKind.THING:
                return None
            after = self.masked[phrase.end : phrase.end + 1]
            if not acts:
                # "Lee sat down, said Kay, '...'", "Lee, the mayor, said Kay, was late": only what follows tells it.
                marked = after == "," and QUOTED.match(self.masked, phrase.end + len(", ")) is not None
                inside = marked or GOES_ON_AFTER.match(self.masked, phrase.end) is not None
                return phrase if inside and phrase.kind is not PhraseKind.PRONOUN else None
            if after == "," or INTRODUCED.match(self.masked, phrase.end):
                # "Kay, says Lee, is late": what is Kay's goes on after the second comma. "One thing, says Lee: '...'"
                return phrase
            if before == ", ":
                # "Lee fooled Kay, says Ruiz."
                closes = phrase.kind is not PhraseKind.PRONOUN and _CLOSES.match(self.masked, phrase.end) is not None
                return phrase if closes else None
            return phrase if after in {".", ""} else None
        return None

    def _closing(self, end: int) -> Phrase | None:
        """The subject after a verb that ends at `end`, when nothing else follows in the sentence."""
        for phrase in self.paragraph.phrases_between(end, end + 120):
            if self.masked[end : phrase.start] != " " or phrase.kind in {PhraseKind.THING, PhraseKind.PRONOUN}:
                return None
            return phrase if _CLOSES.match(self.masked, phrase.end) else None
        return None

    def _coordinated(self, index: int, verb: str, tense: str) -> bool:
        """Whether a verb without a subject of its own goes on from one before: "went on to say", "and says"."""
        before = self.tokens.lower[index - 1] if index else ""
        return (before == "to" and tense == "base") or (
            verb in cues.STRONG and (before in {"and", "but", "then"} or before in cues.ADVERBS)
        )

    def _first_word(self, sentence: int) -> int:
        index = self.tokens.after(self.paragraph.sentences[sentence][0])
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
                for phrase in self.paragraph.phrases_touching(tokens.starts[at], tokens.ends[at]):
                    if phrase.possessive or phrase.owner:
                        return phrase
                return None
            if word in cues.AUXILIARIES or word in cues.PREPOSITIONS or word in cues.CONJUNCTIONS:
                return None
            if back == 1 and word in names.COLLECTIVE_NOUNS and tokens.lower[index] in cues.VERBS:
                # "what its authors call"
                return None
        return None

    def _giver(self, index: int, low: int) -> Phrase | None:
        """Who gives words with a noun of saying: "Lee had one message", "Lee issued a warning"."""
        tokens = self.tokens
        for at in range(index - 1, max(index - 4, 0), -1):
            if self.masked[tokens.ends[at] : tokens.starts[at + 1]].strip():
                return None
            if tokens.lower[at] in _DETERMINING and at - 1 > 0 and tokens.lower[at - 1] not in _GIVING:
                # "had meant the remark"
                return None
            if tokens.lower[at] in _HAVING and self.masked.startswith(" from ", tokens.ends[index]):
                # "Lee had a message from the cook"
                return None
            if tokens.lower[at] in _GIVING:
                subject, _, passive = self.subjects.left(at, low, "past")
                return None if passive else subject
        return None

    def _sender(self, index: int) -> Phrase | None:
        """From whom words come: "the answer from Lee", "'No,' was the answer of Lee"."""
        tokens = self.tokens
        link = tokens.lower[index + 1 : index + 2]
        start = tokens.starts[index]
        whose = link in (["of"], ["by"]) and WAS_THE.search(self.masked, max(0, start - _LONGEST_WAS), start)
        if not (link == ["from"] or whose) or self.masked[tokens.ends[index] : tokens.starts[index + 1]] != " ":
            return None
        end = tokens.ends[index + 1]
        for phrase in self.paragraph.phrases_between(end, end + 120):
            named = phrase.kind in {PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}
            if not named or phrase.possessive or self.masked[end : phrase.start].strip():
                return None
            return self.paragraph.named_after(phrase) or phrase
        return None

    def _according(self, index: int, start: int, sentence: int) -> Cue | None:
        if self.tokens.lower[index] == "per":
            if not _ASIDE.search(self.masked, max(0, start - 2), start):
                return None
            index -= 1
        elif index + 1 >= len(self.tokens.words) or self.tokens.lower[index + 1] != "to":
            return None
        after = self.tokens.ends[index + 1]
        for phrase in self.paragraph.phrases_between(after, self.paragraph.sentences[sentence][1]):
            if not self.masked[after : phrase.start].strip():
                joint = joint_subjects.after_verb(self.paragraph, phrase)
                return Cue(start, joint.end, "according to", "according", "according", joint, 1.0)
            break
        pronoun = self._pronoun(index + 2)
        if pronoun is None:
            return None
        return Cue(start, pronoun.end, "according to", "according", "according", pronoun, 1.0)

    def _pronoun(self, index: int) -> Phrase | None:
        """The "him", "her" or "them" at a place of the tokens."""
        if index >= len(self.tokens.words) or self.tokens.lower[index] not in {"him", "her", "them"}:
            return None
        word = self.tokens.words[index]
        return Phrase(self.tokens.starts[index], self.tokens.ends[index], word, PhraseKind.PRONOUN, word)

    def _in_words(self, index: int) -> Cue | None:
        """Like "in the words of Lee", "in Lee's words"."""
        tokens = self.tokens
        before = tokens.lower[max(0, index - 2) : index]
        if before == ["in", "the"] and tokens.lower[index + 1 : index + 2] == ["of"]:
            end = tokens.ends[index + 1]
            for phrase in self.paragraph.phrases_between(end, end + 120):
                if self.masked[end : phrase.start].strip():
                    return None
                speaker = self.paragraph.named_after(phrase) or phrase
                return Cue(tokens.starts[index - 2], speaker.end, "words", "according", "according", speaker, 1.0)
            return None
        owner = self._owner(index)
        first = -1 if owner is None else tokens.before(owner.start)
        if owner is None or first < 0 or tokens.lower[first] != "in":
            return None
        return Cue(tokens.starts[first], tokens.ends[index], "words", "according", "according", owner, 1.0)

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
                return self.subjects.antecedent(index, low)[0]
        return None

    def _inherit(self, sentence: int, start: int, before: list[Cue], verb: str, tense: str) -> Phrase | None:
        """The subject of a verb without one of its own: that of a verb before it, or of the sentence."""
        chosen: Cue | None = None
        joined = self.masked[max(0, start - 5) : start].endswith((" and ", " but "))
        if tense == "ing":
            low = self.paragraph.sentences[sentence][0]
            sent = MESSAGE.search(self.masked, max(low, start - LONGEST_MESSAGE), start)
            if sent is not None:
                # "Lee says Ruiz sent a text saying", "Lee liked a post saying"
                sender = self.paragraph.by_end.get(sent.start()) if sent["sent"] else None
                return None if sender is None or sender.kind is PhraseKind.THING else sender
            relative = self._relative_before(start, low)
            if relative is not None:
                return relative
        for cue in reversed(before[-8:]):
            if cue.tense in {"noun", "according", "base"} or cue.subject is None or cue.relative:
                continue
            if cue.tense == "ing" and not cue.inherited and tense in FINITE_TENSES:
                # "Lee heard people shouting and called it ..."
                continue
            if chosen is not None and (start - cue.end > _LONGEST_LOOK or _BREAK.search(self.masked, cue.end, start)):
                break
            if joined and chosen is not None and in_later_clause(self.masked, cue, chosen):
                # "Lee spoke after she attacked the plan and called it ..."
                break
            chosen = cue
        called_out = chosen is not None and verb in _CALLING_OUT
        within = self._within_clause(sentence, start, called_out=called_out) if joined and tense == "past" else None
        if within is not None:
            return within
        if chosen is not None:
            return chosen.subject
        subject = self.paragraph.main_subject(sentence, start)
        if subject is None:
            return self.paragraph.main_subject(sentence) if tense == "ing" else None
        return (self._in_last_clause(subject, start) if tense == "ing" else None) or subject

    def _within_clause(self, sentence: int, start: int, *, called_out: bool) -> Phrase | None:
        """Who goes on in a clause that another verb brings in: Lee in "a meeting at which Lee rose and said"; never sure."""
        low = max(self.paragraph.sentences[sentence][0], start - LONGEST_MESSAGE)
        for phrase in reversed(self.paragraph.phrases_between(low, start)):
            opens = _CLAUSE_WITHIN.search(self.masked, max(low, phrase.start - _LONGEST_WITHIN), phrase.start)
            if opens is None:
                continue
            between = self.masked[phrase.end : start]
            whole = not phrase.possessive and phrase.kind is not PhraseKind.THING and "," not in between
            acts = whole and QUOTED.search(between) is None and has_verb(between, 0, len(between))
            return replace(phrase, unsure=True) if acts and (called_out or not opens["that"]) else None
        return None

    def _in_last_clause(self, subject: Phrase, start: int) -> Phrase | None:
        """The subject of the last clause without a comma: Ruiz in "Lee left after Ruiz gave a speech calling for '...'"."""
        for phrase in reversed(self.paragraph.phrases_between(max(subject.end, start - _LONGEST_LOOK), start)):
            between = self.masked[phrase.end : start]
            if "," in between or QUOTED.search(between):
                return None
            if _CLAUSE_OPENS.search(self.masked, max(0, phrase.start - 12), phrase.start):
                return None if phrase.kind is PhraseKind.THING or phrase.possessive or phrase.text == "it" else phrase
        return None
