"""Finds the phrase that says before or after a word of saying: its subject, the agent of a passive, or whom a clause explains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import QUOTED
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.explained_roles import named_by_trade
from newsdesk.find.quotes.name_forms import is_person
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.phrase_kinds import DETERMINERS
from newsdesk.find.quotes.reported_clauses import has_verb
from newsdesk.find.quotes.tokens import YEAR
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.speech import Paragraph

_ADDED = late_pattern(r"\s*(?:,|\(|\u2013|\u2014| - )")
"""What follows a phrase that an apposition explains."""
_OPEN_CLAUSE = late_pattern(r"[\x01-\x04]|;|: ")
_EXPLAINS = late_pattern(r"(?:\s*\([^)]*\)|\s+now)?\s*,?\s*(?:(?:of|in|at|from|for|on)\s+[^,]{1,40},?\s*)?")
"""What may stand between a name and the relative word that explains it."""
_SAID_BETWEEN = late_pattern(
    r", [^,;:()\x01-\x04]{2,50} (?:said|says|added|adds|insisted|insists|claimed|claims|wrote|writes), "
)
"""What may stand there, too: "It was Lee, Kay said, who called it '...'"."""
_INSTEAD_OF = late_pattern(
    r"\b[Ii]t (?:was|is)(?: [^,;:\x01-\x04]{2,60}?)?(?P<instead>,? (?:and |but )?(?:not|never|rather than|instead of) )\Z"
)
"""What stands before whoever is told not to be meant: "It was Lee, not Kay, who said", not "They chose Lee, not Kay, who said"."""
_LONGEST_INSTEAD = 100
_CLAUSE_OPENERS = word_set("after before since until till as because than")
"""Prepositions that also open a clause with a subject of its own."""
_EXPLAINED_PERSON = late_pattern(r", (?:an?|the|one of) [^,;:.()\x01-\x04]{2,100} \Z")
"""An apposition that a relative clause ends: "Lee, a nurse from Leeds who ..."."""
_PLACING = word_set("in at on near from outside inside around to")
"""Prepositions after which a place stands as often as a person."""
_INCLUDING = late_pattern(r",? (?:including|such as|among them|(?P<of>of|from)) ")
_RELATIVE_VERB = late_pattern(r" (?:(?:that|which) [a-z]+(?:s|ed)|who [a-z]+(?: [a-z]+){0,2}) \Z")
_SIGNED = late_pattern(r",? (?:from|(?:signed|written|issued|sent|posted) by) ")
_WHOSE = late_pattern(r"(?:[a-z][\w-]* ){0,3}[a-z][\w-]*, ")
_MAKER_OF = late_pattern(
    r"[A-Za-z], (?:(?:an?|the|co-) ?)?(?:author|co-author|editor|director|co-director|writer|creator|producer|star|host|presenter|composer|singer|translator)"
    r"(?: and [a-z]+)? of (?:(?:the|an?|his|her) (?:[a-z-]+ ){1,3})?[\x01-\x04]+,? (?:[a-z]+ly )?\Z"
)
"""What stands before the verb where a title tells who its subject is: ", author of '...'"."""
_LONGEST_WORK = 200
_OF_WHOM = late_pattern(r"\b(?:one|another|both|two) of whom, ")
"""What stands before the name of one of several: "her sons, one of whom, Lee, said"."""
_OTHERS = word_set("them us these those")
_TO_VERB = late_pattern(r", (?:[a-z]+ ){0,2}")
GOES_ON_AFTER = late_pattern(
    r", (?:is|are|was|were|has|have|had|does|did|will|would|can|could|must|should|may|might)\b"
)
"""What follows a word of saying that stands inside the clause of which it tells."""
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_DASH = late_pattern(r" (?:--?|[\u2013\u2014]) |\u2014")
_ONLY_NAMES = late_pattern(r"(?:(?:and|or|the|of|for|['\u2019]s|[A-Z][\w.\u2019'-]*|,)\s*)*")
_BEFORE_SUBJECT = late_pattern(
    r"\s+(?!(?:that|to|of|in|on|for|at|if|about|by|with|from|over|whether|how|why|what|when|after|before|during)\b)(?:[a-z-]+\s+){1,2}"
)
"""What may stand between a verb and the subject that follows it: "said veteran Lee", not "asked about Lee"."""
_PERIODS = word_set("week month year night morning afternoon evening day hour weekend summer winter spring autumn")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_MODALS = word_set("may might could")
_SELVES = word_set("himself herself themselves")
_GOES_ON = late_pattern(r" (?!(?:in|on|at|to|of|as|after|with|when|during|while)\b)[a-z]")
"""What follows a pronoun that is the subject of what comes next."""
_OPENED = late_pattern(
    r"(?:, whose|, (?:(?:of|to|for|with|about) )?whom|\b(?:what|that|how|when|while|after|before|because|since|although|though|but|(?P<and>and)"
    r"|(?P<said>said|says|claimed|claims|insisted|insists|alleged|alleges)|(?<!known )(?<!such )(?<!well )(?P<as>as))) "
)
"""What opens a clause with a subject of its own."""
_RELATIVE = late_pattern(r"\b(?:who|which)\b|, [a-z]+ing\b")
_OPENER = late_pattern(
    r"(?:(?:But|And) )?(?:(?:After|Before|While|When|On|By|In) )?(?:[A-Z]?[a-z]+ly )?(?!Reading\b)[A-Za-z][a-z]+ing (?!(?:to|that|the (?:day|week|month|year))\b)(?=[^,]{2,80},)"
)
"""What somebody does who is named after the comma: "Quoting the poet Lee, ...", "After meeting Lee, ..."."""
_ASKED = late_pattern(
    r"(?:(?:But|And|When) )?[A-Z][a-z-]+ed (?:again )?(?:whether|if|why|what|how|about)\b(?=[^,]{2,120},)"
)
"""What is done to somebody who is named after the comma: "Asked whether she should, her deputy, Lee, said"."""
_ASIDES = late_pattern(
    r"(?:, (?:[A-Z][\w.\u2019'-]*(?: [\w.\u2019'-]+){0,4}|(?:an?|the|his|her|its|their|one|\d\d|himself|herself|not|but not|like|unlike|rather than|along with|as well as|alongside)\b[^,;:()\x01-\x04]{0,60})){1,3}"
    r", (?:[a-z]+ ){0,3}"
)
"""What explains a subject up to its verb."""
_NEW_CLAUSE = late_pattern(r", (?:but(?! not (?!before|after|until|because|when|without))|while|whereas) |; ")
"""Where a clause with a subject of its own begins: not ", but not Lee, said"."""
_CLAUSE_ASIDE = late_pattern(r", (?:who\b|[a-z]+ing\b)[^,;:()\x01-\x04]{1,60}, (?:[a-z]+ ){0,3}")
"""The same, where it tells what the subject is or does: ", who was ill, had "."""
_ONE_ASIDE = late_pattern(r", (?:(?:an?|the|his|her|its|their|one of|then|now|once) [^,;:()\x01-\x04]{2,60}, |\d\d, )?")
"""What may stand between who speaks and the verb: a comma, or one thing that explains who that is."""
_TO_DO = late_pattern(r" (?:not )?to (?:[a-z]|[\x01-\x04])")
_SO_CALLED = late_pattern(r" (?:as |for |over |(?:an? |the )?[\x01-\x04])")
_NAMED_BY = late_pattern(r" (?:an? |the )?[\x01-\x04]++ by ")
"""From a word for naming to whoever gives the name: no object stands between."""
_OWED_BY = word_set("apology explanation retraction")
"""What is demanded from whoever said something."""
_ACTIVE = word_set("who has have had")
"""Words right before a past form that is no participle of whoever stands before it."""
_COMMANDING = word_set("urge order warn ask instruct advise")
_CALLING = cues.NAMING_VERBS | word_set("blast slam condemn praise criticise criticize")
_NEVER_INVERTED = frozenset({"tell", "urge", "advise", "remind", "assure"})
"""Verbs after which who is spoken to stands, never who speaks."""
_CLOSES = late_pattern(r"[.,]|\Z| who\b")
_BLAMED_FOR = cues.NAMING_VERBS | word_set(
    "say tell claim suggest write tweet post declare insist promise boast joke argue"
)
"""What somebody is blamed for when the words are that person's; "slammed Lee for talking '...'" is how it looks to the blamer."""


def _has_role(phrase: Phrase) -> bool:
    """Whether a small-letter role stands inside a phrase before a name: "Leeds campaigner Ann Lee"."""
    before = phrase.text.removesuffix(phrase.core).split() if phrase.kind is PhraseKind.NAME else []
    return len(before) > 1 and before[-1] in names.PERSON_NOUNS


class Subjects:
    """Looks for subjects in one paragraph. Verbs are told by their place among the paragraph's tokens."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.tokens = paragraph.tokens
        self.masked = paragraph.masked

    def left(self, index: int, low: int, tense: str) -> tuple[Phrase | None, float, bool]:
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
            if "," in gap and (word in _DAYS or word in _SELVES or tokens.words[at] == "May"):
                # "Lee, who met Ruiz in May, said", "Lee, a judge herself, said": the end of an insertion
                break
            if word == "to" and at and tokens.lower[at - 1] == "used" and not gap.strip():
                # "Lee used to say"
                skipped = True
                at -= 2
                continue
            if "," in gap and word in cues.BE:
                # "He was, wrote Lee, ..."
                break
            if word == "well" and at and tokens.lower[at - 1] in _MODALS and not gap.strip():
                # "Lee may well say"
                skipped = True
                at -= 1
                continue
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
                or (word.endswith("ly") and tokens.words[at].islower() and word not in {"family", "ally", "only"})
            ):
                break
            # "The president has also" - but a weekday or an adverb may end a phrase of its own.
            if "," in gap and not skipped and word not in cues.AUXILIARIES and word not in cues.ADVERBS:
                break
            if tokens.ends[at] in self.paragraph.by_end and tokens.words[at][0].isupper() and word not in cues.ADVERBS:
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
        if word in _OTHERS and gap == " " and at > 1 and tokens.lower[at - 1] == "of":
            # "one of them said"
            return self.paragraph.by_end.get(tokens.ends[at - 2]), 1.0, passive
        # "Lee's calling it ..." holds "is"
        if word.endswith("'s") and tense == "ing":
            for phrase in self.paragraph.phrases_touching(tokens.starts[at], end):
                if phrase.possessive:
                    return phrase, 0.9, passive
        mark = gap.strip()[:1]
        if mark == "" or (mark == "," and skipped and word not in {"and", "but"}):
            if word in {"and", "but", "or", "then"}:
                return None, 0.0, passive
            if word in {"who", "which"}:
                # Without somebody right before it a relative clause tells nothing ("anybody who says").
                subject, link = self.antecedent(at, low)
                return subject, link, passive or subject is None
            if word == "to":
                return None, 0.0, False
            direct = self.paragraph.by_end.get(end) or self.paragraph.by_end.get(
                tokens.starts[at] + len(word.partition("'")[0])
            )
            if direct is not None and mark == "" and tense == "ing":
                aside = direct.kind is PhraseKind.THING and self.paragraph.governed(direct)
                return (None, 0.0, passive) if aside or self._is_given(direct) else (direct, 0.9, passive)
            if direct is not None and mark == "":
                return (*self._head_of(direct, low), passive)
            if tense == "ing" and mark == "" and not skipped:
                blames = word in {"for", "of"} and verb in _BLAMED_FOR
                blamed = self._blamed(at) if blames else None
                return blamed, 0.85 if blamed is not None else 0.0, passive
        if mark in {",", ")", "\u2013", "\u2014", "-"} or (mark == "" and tense == "past"):
            dashed = self._before_dashes(low, tokens.starts[index]) if mark in _DASHES else None
            explained = dashed or self._inside(end, index) or self._explained(low, tokens.starts[index], mark)
            if not mark and cues.VERBS.get(tokens.lower[index], ("", ""))[0] not in cues.STRONG:
                return None, 0.0, passive
            if explained is not None and tense != "ing":
                return explained, 0.9 if mark else 0.6, passive
        return None, 0.0, passive

    def _blamed(self, at: int) -> Phrase | None:
        """Whose words somebody speaks of: "mocked Ruiz for calling", "accused Ruiz of saying"; `at`: "for" or "of"."""
        tokens = self.tokens
        blamed = self.paragraph.by_end.get(tokens.starts[at] - 1)
        if blamed is None or blamed.kind is PhraseKind.THING:
            return None
        index = tokens.before(blamed.start)
        if index < 0 or self.masked[tokens.ends[index] : blamed.start].strip():
            return None
        word = tokens.lower[index]
        if word == "from" and tokens.lower[index - 1] in _OWED_BY:
            # "demanded an apology from Ruiz for calling"
            return blamed
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
        return 2 if dated and (lower[at] in _DAYS or YEAR.fullmatch(lower[at])) else 0

    def _is_given(self, phrase: Phrase) -> bool:
        """Whether somebody else speaks with what a phrase names: "issued a statement calling", "a letter to Lee saying"."""
        if phrase.kind is PhraseKind.PRONOUN:
            return False
        head = names.fold(phrase.text.rsplit(" ", 1)[-1])
        if head in names.DOCUMENT_NOUNS or (head in cues.NOUNS and phrase.kind is PhraseKind.THING):
            return True
        index = self.tokens.before(phrase.start)
        if index < 1 or self.tokens.lower[index] != "to" or not self.paragraph.governed(phrase):
            return False
        word = self.tokens.lower[index - 1]
        return word in names.DOCUMENT_NOUNS or word in cues.NOUNS

    def is_participle(self, index: int, verb: str, subject: Phrase | None, link: float) -> bool:
        """Whether a past form without "was" tells what somebody else did: "grants announced by Lee", "the bill, branded ... by Lee"."""
        agent = self.agent(index) if self._not_relay(index) else None
        if self._lacks_object(index, verb, subject):
            return True
        if agent is None:
            # "Lee, described as '...', left", not "Lee, who described as '...' what he saw, left"
            named = verb in cues.NAMING_VERBS and self.masked.startswith(" as ", self.tokens.ends[index])
            named = named and self.tokens.lower[index - 1] not in _ACTIVE
            return named and link < 1.0
        beside = self.masked[self.tokens.ends[index] : self.tokens.starts[index + 1]] == " "
        if beside and self.tokens.lower[index + 1] == "by":
            # not "said by phone", "responded by saying", "rejected what she called '...' by Lee"
            return agent.kind is not PhraseKind.THING
        # "Kay, who called it '...', by two votes", but "Kay, dubbed '...' by the tabloids"
        named = _NAMED_BY.match(self.masked, self.tokens.ends[index]) is not None
        active = self.tokens.lower[index - 1] in _ACTIVE or (agent.kind is PhraseKind.THING and not named)
        return (subject is None or link < 1.0) and verb in cues.NAMING_VERBS and not active

    def _lacks_object(self, index: int, verb: str, subject: Phrase | None) -> bool:
        """Whether whoever is accused or told is not named after the verb, and so must stand before it: "Lee accused of '...'".

        A headline leaves out "is" and tells in the present what somebody does: there "Lee called '...'" is so, too.
        """
        text, end = self.masked, self.tokens.ends[index]
        whom = subject is not None and text.endswith("whom ", 0, subject.start)
        told = verb == "tell" and not whom and _TO_DO.match(text, end) is not None
        if told or (verb == "accuse" and text.startswith(" of ", end)):
            return True
        if (
            not self.paragraph.headline
            or subject is None
            or subject.kind is PhraseKind.PRONOUN
            or self.tokens.lower[index - 1] in _ACTIVE
            or text[max(0, subject.start - 5) : subject.start].lower() == "what "
        ):
            return False
        ordered = verb in _COMMANDING and _TO_DO.match(text, end) is not None
        return ordered or (verb in _CALLING and _SO_CALLED.match(text, end) is not None)

    def _not_relay(self, index: int) -> bool:
        """Whether a passive is one whose subject does not speak: not "was quoted as saying"."""
        return self.tokens.lower[index] not in {"quoted", "cited"}

    def antecedent(self, at: int, low: int) -> tuple[Phrase | None, float]:
        """The phrase that a relative word explains."""
        relative = self.tokens.starts[at]
        person = self.tokens.lower[at] == "who"
        explained = _EXPLAINED_PERSON.search(self.masked, max(low, relative - 160), relative) if person else None
        if explained is not None:
            # "Ana Ruiz, a comic figure from a show who ..."
            named = self.paragraph.by_end.get(explained.start())
            index = -1 if named is None else self.tokens.before(named.start)
            placed = (
                index >= 0 and self.paragraph.governed(named) and self.tokens.lower[index] in _PLACING
                if named
                else True
            )
            if named is not None and named.kind is PhraseKind.NAME and not placed:
                return named, 0.85
        for phrase in reversed(self.paragraph.phrases_between(max(low, relative - 120), relative)):
            if phrase.kind is PhraseKind.PRONOUN or (person and phrase.kind is PhraseKind.THING):
                continue
            instead = _INSTEAD_OF.search(self.masked, max(low, phrase.start - _LONGEST_INSTEAD), phrase.start)
            if instead is not None:
                # Kay in "It was Lee, not Kay, who said"
                relative = instead.start("instead")
                continue
            between = self.masked[phrase.end : relative]
            if _EXPLAINS.fullmatch(between) or (person and _SAID_BETWEEN.fullmatch(between)):
                return phrase, 0.85
            if len(between) > 60:
                break
        return None, 0.0

    def _head_of(self, phrase: Phrase, low: int) -> tuple[Phrase | None, float]:
        """The head of a chain "the head of the union said"."""
        listed = self._list_head(phrase, low)
        if listed is not None:
            return listed, 0.9
        explained = self._explained_by(phrase, low) or self._signed_by(phrase, low)
        if explained is not None:
            return explained, 0.9
        head = phrase
        for _ in range(3):
            index = self.tokens.before(head.start)
            if not self.paragraph.governed(head) or self.tokens.lower[index] in _CLAUSE_OPENERS:
                # "A woman who answered the door at the house said"
                whose = None if head is phrase else self._explained_by(head, low)
                return (whose, 0.85) if whose is not None else (head, 1.0 if head is phrase else 0.85)
            previous = self.paragraph.by_end.get(self.tokens.ends[index - 1]) if index > 0 else None
            if (
                previous is None
                or previous.start < low
                or self.masked[previous.end : self.tokens.starts[index]].strip()
            ):
                break
            if previous.kind is PhraseKind.NAME and previous.text == previous.core and _has_role(head):
                # "Justice for Tom campaigner Ann Lee said"
                return head, 0.9
            head = previous
        # "of the union in Leeds said": the nearest phrase that no preposition governs
        for candidate in reversed(self.paragraph.phrases_between(max(low, phrase.start - 160), phrase.start)):
            if _OPEN_CLAUSE.search(self.masked, candidate.end, phrase.start):
                break
            if not self.paragraph.governed(candidate) and not candidate.possessive:
                return candidate, 0.6
        return phrase, 0.5

    def _explained_by(self, phrase: Phrase, low: int) -> Phrase | None:
        """The phrase before a relative clause that ends with `phrase`: "the union that represents drivers said"."""
        relative = _RELATIVE_VERB.search(self.masked, max(low, phrase.start - 40), phrase.start)
        return None if relative is None else self.paragraph.by_end.get(relative.start())

    def _signed_by(self, phrase: Phrase, low: int) -> Phrase | None:
        """The message that `phrase` is one of the senders of: "a letter signed by Lee and Kay said"."""
        for found in _SIGNED.finditer(self.masked, max(low, phrase.start - 160), phrase.start):
            head = self.paragraph.by_end.get(found.start())
            if head is not None and _ONLY_NAMES.fullmatch(self.masked, found.end(), phrase.start):
                sent = self.paragraph.sender(head) is not None and not self.paragraph.governed(head)
                return head if sent else None
        return None

    def _list_head(self, phrase: Phrase, low: int) -> Phrase | None:
        """The phrase whose members a list names: "ministers including Lee and Kay said", "leaders of Peru and Chile said"."""
        first = max(low, phrase.start - 200)
        for found in reversed([*_INCLUDING.finditer(self.masked, first, phrase.start)]):
            if not _ONLY_NAMES.fullmatch(self.masked, found.end(), phrase.start):
                return None
            head = self.paragraph.by_end.get(found.start())
            if head is not None and head.kind is PhraseKind.COLLECTIVE:
                return head
            if head is not None and head.kind is not PhraseKind.THING and found.group("of") is None:
                return head
        return None

    def _inside(self, end: int, index: int) -> Phrase | None:
        """Who says what stands around, where a role comes first: "The council, the mayor, Lee, said, was '...'"."""
        if GOES_ON_AFTER.match(self.masked, self.tokens.ends[index]) is None:
            return None
        name = self.paragraph.by_end.get(end)
        role = None if name is None else self.paragraph.by_end.get(name.start - len(", "))
        if name is None or role is None or self.paragraph.named_after(role) != name:
            return None
        return name if (role.start - len(", ")) in self.paragraph.by_end else None

    def _before_dashes(self, low: int, verb: int) -> Phrase | None:
        """The subject before an insertion between dashes, whatever it holds: "Lee - 'a snake', to some - said"."""
        dashes = [found.start() for found in _DASH.finditer(self.masked, low, verb)]
        phrase = self.paragraph.by_end.get(dashes[-2]) if len(dashes) > 1 else None
        return None if phrase is None or phrase.kind is PhraseKind.THING or self.paragraph.governed(phrase) else phrase

    def _explained(self, low: int, verb: int, mark: str) -> Phrase | None:
        """The phrase before an apposition, a bracket or another insertion that ends before the verb."""
        for found in _NEW_CLAUSE.finditer(self.masked, low, verb):
            low = found.end()
        inner = self._behind_clause(low, verb) or self._explained_in_clause(low, verb)
        if inner is not None:
            return inner
        among = _OF_WHOM.search(self.masked, low, verb)
        if among is not None:
            for phrase in self.paragraph.phrases_between(among.end(), verb)[:1]:
                if phrase.start == among.end() and phrase.kind is PhraseKind.NAME and not phrase.possessive:
                    return phrase
        best = None
        opener = _OPENER.match(self.masked, low, verb) or _ASKED.match(self.masked, low, verb)
        if opener is not None and any(
            phrase.start < opener.end() for phrase in self.paragraph.phrases_between(low, verb)[:1]
        ):
            # "Sterling Bank, the lender, said"
            opener = None
        for phrase in self.paragraph.phrases_between(low if opener is None else opener.end(), verb):
            if opener is not None and best is None and "," not in self.masked[opener.end() : phrase.start]:
                # "Quoting the poet Lee, the mayor, Ruiz, said"
                continue
            if QUOTED.search(self.masked, phrase.end, verb) or phrase.possessive:
                continue
            if self.paragraph.governed(phrase) or phrase.text == "who" or self._names_governed(phrase):
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

    def _names_governed(self, phrase: Phrase) -> bool:
        """Whether a name only tells who it is that a preposition governs: Ruiz in "In a letter to her son, Tom Ruiz, the author, Ann Lee, wrote"."""
        role = self.paragraph.explained.by_name.get(phrase.start)
        if role is None or not self.paragraph.governed(role):
            return False
        return self.tokens.lower[self.tokens.before(role.start)] not in _CLAUSE_OPENERS

    def _behind_clause(self, low: int, verb: int) -> Phrase | None:
        """The person between commas before a verb, behind a clause that tells who it is: "The man Lee succeeded, Ann Kay, said"."""
        comma = self.masked.find(", ", low, verb)
        ended = self.paragraph.by_end.get(comma)
        if comma < 0 or (ended is not None and ended.kind is not PhraseKind.PRONOUN and not self._is_as(ended)):
            return None
        for phrase in self.paragraph.phrases_between(comma, verb)[:1]:
            named = phrase.kind is PhraseKind.NAME and phrase.start == comma + len(", ") and not phrase.possessive
            whole = named and " " in phrase.core and is_person(phrase.core)
            return phrase if whole and _ONE_ASIDE.fullmatch(self.masked, phrase.end, verb) else None
        return None

    def _is_as(self, phrase: Phrase) -> bool:
        """Whether a bare role tells as what somebody does something: "replaced as chair"."""
        index = self.tokens.before(phrase.start)
        return (
            index >= 0
            and self.tokens.lower[index] == "as"
            and self.masked[phrase.start].islower()
            and " " not in phrase.text
        )

    def _explained_in_clause(self, low: int, verb: int) -> Phrase | None:
        """The same inside a clause of its own: "Lee left after Ruiz, the mayor, said", "Lee, whose aide, Tom Ruiz, once said"."""
        comma = self.masked.rfind(",", low, verb)
        for opened in _OPENED.finditer(self.masked, low, verb):
            if _RELATIVE.search(self.masked, low, opened.start()):
                # "Ruiz, who came before Lee, the mayor, said", "Ruiz, speaking after Lee, the mayor, said"
                return None
            if opened["said"] and self._is_inserted(low, opened.start()):
                continue
            named = self._of_whose(opened.end(), verb)
            if named is not None:
                return named
            for phrase in self.paragraph.phrases_between(opened.end(), verb)[:1]:
                if phrase.start != opened.end() or phrase.kind is PhraseKind.THING or phrase.possessive:
                    continue
                if opened["as"] and not (phrase.kind is PhraseKind.NAME and is_person(phrase.core)):
                    continue
                named = self.paragraph.named_after(phrase)
                if not opened["and"] and _CLAUSE_ASIDE.fullmatch(self.masked, phrase.end, verb):
                    # "Lee said that Ruiz, who was ill, had said"
                    return named or phrase
                if (named is None and opened["and"]) or not _ASIDES.fullmatch(self.masked, phrase.end, verb):
                    # "Ruiz, a nurse and mother, a friend of Lee, said"
                    continue
                if has_verb(self.masked, phrase.end, comma):
                    continue
                return replace(named or phrase, unsure=bool(opened["and"]))
        return None

    def _of_whose(self, opened: int, verb: int) -> Phrase | None:
        """The name that explains what is somebody's: Ruiz in "Lee, whose opposite number, Ruiz, called"."""
        if not self.masked.endswith(", whose ", 0, opened):
            return None
        whose = _WHOSE.match(self.masked, opened, verb)
        if whose is None:
            return None
        for phrase in self.paragraph.phrases_between(whose.end(), verb)[:1]:
            named = phrase.kind is PhraseKind.NAME and phrase.start == whose.end() and not phrase.possessive
            return phrase if named and _TO_VERB.fullmatch(self.masked, phrase.end, verb) else None
        return None

    def _is_inserted(self, low: int, verb: int) -> bool:
        """Whether a word of saying begins an insertion, "Lee, said Ruiz, the mayor, had told her": no aside ends before it."""
        if not self.masked.startswith(", ", verb - 2):
            return False
        return not any(
            _ASIDES.fullmatch(self.masked, phrase.end, verb) for phrase in self.paragraph.phrases_between(low, verb)
        )

    def right(self, index: int, low: int) -> Phrase | None:
        """The subject after a verb that follows a quotation or begins its sentence."""
        tokens, text = self.tokens, self.masked
        before = text[max(0, tokens.starts[index] - 4) : tokens.starts[index]].rstrip(" ,\u2013\u2014-")
        if before and not QUOTED.match(before[-1]) and tokens.starts[index] != low and not self.paragraph.headline:
            adverb = tokens.lower[index - 1] if index else ""
            if adverb not in {"as", "so"} and not adverb.endswith("ly"):
                return None
        verb, tense = cues.VERBS[tokens.lower[index]]
        if self.paragraph.headline and index and verb not in cues.STRONG and self._has_own_subject(index):
            # Not "Mend 'broken' pier says Lee".
            return None
        quoted = bool(before) and QUOTED.match(before[-1]) is not None
        if tense == "ing" or (verb in _NEVER_INVERTED and not (quoted and verb != "tell")):
            return None
        end = tokens.ends[index]
        if quoted and _MAKER_OF.search(text, max(low, end - _LONGEST_WORK), tokens.starts[index]):
            # "Lee, author of 'Red Harbour,' said the town was late"
            return None
        for phrase in self.paragraph.phrases_between(end, end + 160):
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
            if verb in _NEVER_INVERTED and _CLOSES.match(text, phrase.end) is None:
                # "'Stay,' urged Lee.", not "'stay', reminded Lee of home"
                return None
            if tense == "base" and tokens.lower[index] in cues.NOUNS and not self._are_many(phrase):
                # "Lee's '...' remark angered Kay"
                return None
            if not gap.strip() or _BEFORE_SUBJECT.fullmatch(gap):
                if phrase.kind is not PhraseKind.THING:
                    return phrase
                return None if gap.strip() else named_by_trade(self.paragraph, phrase) or phrase
            break
        return None

    def _has_own_subject(self, index: int) -> bool:
        """Whether a word right before a headline's verb is its subject, though no phrase that can speak: "Rivals accuse Lee"."""
        word = self.tokens.lower[index - 1]
        beside = self.masked[self.tokens.ends[index - 1] : self.tokens.starts[index]] == " "
        return beside and word not in {"as", "so", "and", "but"} and not word.endswith("ly")

    def _are_many(self, phrase: Phrase) -> bool:
        """Whether a phrase can be the subject of a plural verb."""
        many = phrase.kind not in {PhraseKind.NAME, PhraseKind.ROLE}
        return many or self.masked.startswith(" and ", phrase.end)

    def agent(self, index: int) -> Phrase | None:
        """Who did what a passive verb tells: "was called ... by Lee"."""
        tokens = self.tokens
        for ahead in range(index + 1, min(index + 4, len(tokens.words))):
            if tokens.lower[ahead] == "by":
                for phrase in self.paragraph.phrases_between(tokens.ends[ahead], tokens.ends[ahead] + 120):
                    return phrase if phrase.start - tokens.ends[ahead] <= 2 and not _is_means(phrase) else None
        return None


def _is_means(phrase: Phrase) -> bool:
    """Whether a phrase without an article tells how words were sent: "by email", "by text message"."""
    words = phrase.text.split()
    return phrase.text.islower() and words[0] not in DETERMINERS and words[-1] in names.DOCUMENT_NOUNS
