"""Finds the phrases that can name a speaker: names, pronouns, roles, collectives, institutions. No grammar beyond word order."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.calendar_names import is_called_by_it
from newsdesk.find.quotes.name_forms import CALLED_GROUPS, is_person
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.phrase_kinds import (
    CAUSES,
    CONNECTORS,
    DETERMINERS,
    FELLOW,
    FIRST_CONNECTORS,
    LINKS,
    LONGEST_LOOK,
    OF_HEADS,
    POSTNOMINALS,
    PhraseKinds,
)
from newsdesk.find.quotes.tokens import YEAR, cut, fold_head
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.tokens import Tokens

_CONTRACTED = word_set("s d ll ve re m")
"""What an apostrophe joins to a pronoun ("he's")."""
_PRONOUNS = word_set("he she they it i we who")
_AFTER_A_SHOP = word_set("said told says tells")
"""Words before which a name with an apostrophe is a firm's: "McDonald's said"."""
_SOMEBODY = word_set("someone somebody anyone anybody")
_TELLING = word_set("tell tells told telling")
_MOST_CONNECTORS = 3
_ORDINALS = word_set(
    "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
)
_AFTER_PARTICIPLE = word_set("by again about whether on why how if what for")
_TIMES = word_set("former acting interim deputy outgoing incoming retired")
_HEADS = word_set(
    """head director leader secretary minister manager editor professor chair chairman chairwoman commissioner
    vice-president vice-chair vice-chairman president dean lecturer chief officer spokesman spokeswoman founder owner captain coordinator
    correspondent adviser advisor inspector superintendent envoy commander mayor bishop archbishop"""
)
"""Roles that stand before a name with their field: "director of public health Ann Lee"."""
_MEETING = word_set(
    "meeting joining facing visiting greeting introducing interviewing supporting leaving following leading"
)
"""What may stand before a person's name where a sentence begins, beside words of saying."""
_ORDERING = word_set(
    "imagine suppose picture pretend hear watch meet ask tell see thank blame remember forget credit follow join"
)
"""How a sentence begins that tells its reader to do something, before a person's name: "Imagine Ann Lee saying"."""
_OF_ONE = word_set("mr mrs ms miss dr prof professor")
"""Titles with which no name of a body goes on after "of"."""
_NEVER_NAMED = word_set("imagine suppose pretend hear")
"""Those of them that hardly begin a name."""
_TIMES_OF_DAY = frozenset({"morning", "evening"})
_DID_OR_NOUN = word_set("cut hit set put shut beat split")
_UNNAMED = word_set("a an one another")
_FIELD_LINKS = word_set("of for to")
_OFFICE_LINKS = word_set("of for to and the")
_LONGEST_FIELD = 6
"""Words of a field."""
_NICKNAME_MARK = late_pattern("[ \u00a0][\"'\u201c\u2018]|[\"'\u201d\u2019][ \u00a0]")
_EXPLAINED = late_pattern(r", (?:which|who|whose)\b")
"""What follows a name, and no word for what somebody does: "Boeing, which", not "Smiling, the mayor"."""
_AGE_FOLLOWS = late_pattern(r", \d{1,3}, ")
_TURN_FOLLOWS = late_pattern(r": ?[\x01-\x04]")
"""What follows a name that is all that stands before somebody's words."""
_THINGS_SAID = cues.NOUNS | word_set("charge move decision sentiment figure verdict conclusion")
"""Nouns that a clause without "that" may follow."""
_SPACES = frozenset({" ", "\u00a0"})
_NO_CASE = frozenset({"Lo", "Lm"})
"""Unicode's categories of letters that are neither small nor capital."""
_MOST_OTHER_SCRIPT = 3
"""Words without capitals inside one name."""
_PREFIXED = late_pattern(r"(?:al|el|ul|ad|as|ash|at|an|ar|az|d|de|l|bin|ibn|abu|ben)[-\u2019'][A-Z\u00c0-\u00de]")
"""A surname whose particle is joined to it ("al-Hashimi", "d'Arc")."""
_SHARE = late_pattern(r"\d{0,12}(?: ?%| per ?cent)(?= (?P<next>[a-z]+))")
"""What makes a number a share of those who were asked: "41 percent said", "41% of voters said"."""
_BEFORE_SHARE = (
    cues.CONJUNCTIONS | cues.ADVERBS | word_set("only some about roughly nearly almost over around another said")
)
_PEOPLE = names.PERSON_NOUNS | names.COLLECTIVE_NOUNS
_NEVER_FIRST = names.NOT_NAMES | cues.PREPOSITIONS | cues.CONJUNCTIONS | (cues.ADVERBS - {"long"})
_FINITE_FORM = late_pattern(r"(?:^[a-z]+ed|[a-rt-z]s)\Z")
_ATTRIBUTES = word_set(
    """sports news affairs operations communications relations services sales arms rights armed retired united elected
    appointed unnamed sanctions women's men's veterans markets commodities equities athletics politics economics
    physics mathematics ethics logistics customs homicide forces systems ports arts intelligence red airlines railways"""
)
"""Words before a noun for people that look like verbs."""
_ABSTRACT = late_pattern(r"[a-z]{2,}(?:[ae]nce|tion|sion|ment|ness|ity|ism|ship|ings|ics|hood)\Z")
"""How nouns end that are no names although a capital begins them: "Silence at the front"."""
_NOT_LOWER = (
    cues.AUXILIARIES
    | cues.PREPOSITIONS
    | cues.CONJUNCTIONS
    | cues.ADVERBS
    | _PRONOUNS
    | DETERMINERS
    | word_set(
        """you him them us me not n't what how why there here more less very much such own went came took made gave got
    left ran saw stood sat began kept held met sent won sold fled flew paid chose
    knew bought fought swore wept wore rode heard hear let"""
    )
)
_VERB_OR_NOUN = word_set(
    """state order offer plan lead report chant talk press open rule release poll call claim demand comment question
    answer address"""
)
"""Verbs of saying that are as often nouns inside a phrase."""


def _is_verb(lower: str) -> bool:
    """Whether a lower-case word is (also) a form of a verb of saying that ends a noun phrase."""
    return lower in cues.VERBS and lower not in names.ROLE_NOUNS and lower not in _VERB_OR_NOUN


def find_phrases(
    text: str,
    tokens: Tokens,
    sentence_starts: frozenset[int] = frozenset(),
    *,
    capitals: frozenset[str] | None = None,
    headline: bool = False,
) -> list[Phrase]:
    """All phrases of a (masked) paragraph, in order; possessors inside a longer phrase come before it.

    `capitals`: words that are capitalised inside sentences somewhere; others at a sentence's beginning may be no names.
    `headline`: capitals are no evidence there, since many publishers write Every Word So.
    """
    return _Chunker(text, tokens, sentence_starts, capitals, headline=headline).run()


class _Chunker:
    """One pass over the tokens of one paragraph."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentence_starts: frozenset[int],
        capitals: frozenset[str] | None,
        *,
        headline: bool,
    ) -> None:
        self.capitals = capitals
        self.text = text
        self.tokens = tokens
        self.first = sentence_starts
        self.headline = headline
        self.upper = [word[0].isupper() or _PREFIXED.match(word) is not None for word in tokens.words]
        if not text.isascii():
            self._take_in_other_scripts()
        self.kinds = PhraseKinds(text, tokens, sentence_starts, capitals, self.upper, headline=headline)
        self.found: list[Phrase] = []

    def _take_in_other_scripts(self) -> None:
        """Words of a script without capitals count as capitalised where they stand inside a name: "Otto 漢字 Brandt"."""
        for index in range(1, len(self.upper) - 1):
            if not self.upper[index - 1] or not self._has_no_case(index) or not self._joined(index - 1):
                continue
            last = index
            while last - index < _MOST_OTHER_SCRIPT and self._has_no_case(last) and self._joined(last):
                last += 1
            if last > index and self.upper[last]:
                self.upper[index:last] = [True] * (last - index)

    def _has_no_case(self, index: int) -> bool:
        word = self.tokens.words[index]
        return not word.isascii() and all(unicodedata.category(letter) in _NO_CASE for letter in word)

    def run(self) -> list[Phrase]:
        count = len(self.tokens.words)
        index = 0
        while index < count:
            lower = self.tokens.lower[index]
            capital = self.upper[index]
            if lower in _PRONOUNS:
                self._add(index, index, PhraseKind.PRONOUN)
                index += 1
            elif "'" in lower and lower.partition("'")[0] in _PRONOUNS and lower.partition("'")[2] in _CONTRACTED:
                pronoun = self.tokens.lower[index].partition("'")[0]
                start = self.tokens.starts[index]
                surface = self.text[start : start + len(pronoun)]
                self.found.append(Phrase(start, start + len(pronoun), surface, PhraseKind.PRONOUN, surface))
                index += 1
            elif lower[0].isdigit() and (share := self._share(index)) is not None:
                self.found.append(share)
                index += 1
            elif lower in _SOMEBODY:
                self._add(index, index, PhraseKind.THING)
                index += 1
            elif lower in DETERMINERS and not self._is_rank(index):
                index = self._from_determiner(index)
            elif (capital and self._may_begin_name(index)) or (
                lower in FIRST_CONNECTORS and self._after_connectors(index)
            ):
                index = self._from_capital(index)
            elif lower in names.ROLE_NOUNS and not capital:
                index = self._from_role(index)
            else:
                index += 1
        return self.found

    def _is_rank(self, index: int) -> bool:
        """Whether a number tells whoever's name follows from others: "number one Ann Lee"."""
        return index > 0 and self.tokens.lower[index - 1] == "number" and self._joined(index - 1)

    def _share(self, index: int) -> Phrase | None:
        """A share of people that says something: "41 percent of voters say"."""
        start = self.tokens.starts[index]
        found = _SHARE.match(self.text, start)
        if found is None or (found["next"] != "of" and found["next"] not in cues.VERBS):
            return None
        if index and self._joined(index - 1) and self.tokens.lower[index - 1] not in _BEFORE_SHARE:
            # not "a 5% rise" nor "rated 32% of claims"
            return None
        surface = found.group()
        return Phrase(start, found.end(), surface, PhraseKind.COLLECTIVE, surface)

    def _may_begin_name(self, index: int) -> bool:
        word, lower = self.tokens.words[index], self.tokens.lower[index]
        if (lower in cues.VERBS and self._is_surname(index)) or self._is_called_by_it(index):
            return True
        if lower in _NEVER_FIRST or (lower[:2] in {"d-", "r-", "i-"} and len(lower) <= 7):
            # The second is a party and a state: "(D-Ohio)".
            return False
        if self.tokens.starts[index] in self.first and (
            lower in _MEETING or (cues.VERBS.get(lower, ("", ""))[1] == "ing" and lower != "reading")
        ):
            # "Quoting Ann Lee, he said"; Reading is a town.
            return False
        if self.tokens.starts[index] in self.first and lower in _ORDERING and self._orders(index):
            return False
        if (
            lower in cues.VERBS
            and (self.headline or self.tokens.starts[index] in self.first)
            and lower not in names.ROLE_NOUNS
        ):
            # "Rail staff" is no order to rail.
            noun = cues.VERBS[lower][1] == "base" and self._before_role(index)
            return lower not in cues.STRONG and (noun or self._next_is_capital(index))
        if (
            lower.endswith("ing")
            and self.tokens.starts[index] in self.first
            and names.gender_of(word) is None
            and self._next_is_capital(index)
            and self._begins_full_name(index + 1)
        ):
            # "Jailing Ann Lee for a year, the judge said"
            return False
        if (
            lower.endswith("ing")
            and self.tokens.starts[index] in self.first
            and not self._next_is_capital(index)
            and not self._before_role(index)
            and not self._speaks(index)
            and _EXPLAINED.match(self.text, self.tokens.ends[index]) is None
            and (self.capitals is None or word not in self.capitals)
        ):
            return False
        first = self.tokens.starts[index] in self.first
        if first and lower.endswith("ly") and len(word) > 4 and not (self._speaks(index) or self._is_first_name(index)):
            # "Reilly: '...'" is who speaks.
            return _TURN_FOLLOWS.match(self.text, self.tokens.ends[index]) is not None
        if first and lower.endswith("ed") and self._joined(index) and self.tokens.lower[index + 1] in _AFTER_PARTICIPLE:
            # "Cross-examined by Lee, she ...", "Pressed again, he ..."
            return False
        if first and lower in _ORDINALS and not self._next_is_capital(index):
            # "Fifth seed Ann Lee", not "Fifth Street"
            return False
        if first and lower in _TIMES and not self._next_is_capital(index):
            # "Former first minister Ann Lee": no name of its own
            return self._before_role(index)
        if (
            first
            and _ABSTRACT.search(lower)
            and lower not in names.ROLE_NOUNS
            and not self._next_is_capital(index)
            and not self._before_role(index)
            and names.gender_of(word) is None
            and names.country_of(word) is None
            and (self.capitals is None or word not in self.capitals)
        ):
            return False
        return lower in names.PERSON_NOUNS or not (
            first and self.capitals is not None and word not in self.capitals and self._before_noun(index)
        )

    def _orders(self, index: int) -> bool:
        """Whether a sentence's first word only tells what to do with the person who is named next: "Watch Ann Lee", not "Watch House"."""
        if self.tokens.lower[index] in _NEVER_NAMED:
            # "Imagine Dragons said" tells whose name it is
            return not (self._next_is_capital(index) and self._reports(index + 1))
        titled = self._joined(index) and self.tokens.lower[index + 1].rstrip(".") in names.HONORIFICS
        return titled or (self._next_is_capital(index) and names.gender_of(self.tokens.words[index + 1]) is not None)

    def _is_surname(self, index: int) -> bool:
        """Whether a capitalised word, a verb elsewhere, is somebody's name: "Read said", "said Read", "Read, 45, said"."""
        if self.headline:
            return False
        if self.tokens.starts[index] not in self.first and index and self._joined(index - 1):
            return cues.STRONG.get(self.tokens.words[index - 1], ("", ""))[1] in {"past", "present"}
        speaks = self._joined(index) and cues.STRONG.get(self.tokens.lower[index + 1], ("", ""))[1] in {
            "past",
            "present",
        }
        acts = self.capitals is not None and self.tokens.words[index] in self.capitals and self._before_act(index)
        return speaks or acts or _AGE_FOLLOWS.match(self.text, self.tokens.ends[index]) is not None

    def _stands_alone(self, index: int) -> bool:
        """Whether a word stands near by without "of" behind it, too."""
        word, start = self.tokens.words[index], self.tokens.starts[index]
        near = max(0, start - LONGEST_LOOK), start + LONGEST_LOOK
        return self.text.count(word, *near) > self.text.count(f"{word} of ", *near)

    def _before_act(self, index: int) -> bool:
        """Whether what somebody did follows a word: "Brand kicked it", not "Brand it"."""
        if not self._joined(index) or self.upper[index + 1]:
            return False
        following = self.tokens.lower[index + 1]
        return following in cues.DID | cues.AUXILIARIES or _FINITE_FORM.search(following) is not None

    def _is_first_name(self, index: int) -> bool:
        """Whether a sentence's first word begins a full name and is no adverb: "Emily Lee"."""
        return self._next_is_capital(index) and names.gender_of(self.tokens.words[index]) is not None

    def _is_called_by_it(self, index: int) -> bool:
        """Whether a month's word or "Will" is somebody's name."""
        if self.tokens.lower[index] == "per" and not self.headline and self._next_is_capital(index):
            # "said Per Lee", "Per Lee said", not "Per Lee, it is late"
            first = self.tokens.starts[index] in self.first
            return self.upper[index] and (not first or (self._joined(index + 1) and not self.upper[index + 2]))
        return not self.headline and self.upper[index] and is_called_by_it(self.text, self.tokens, index, self._joined)

    def _before_noun(self, index: int) -> bool:
        """Whether a plain lower-case word follows that is no verb: "Recent history", not "Lee said"."""
        if not self._joined(index):
            return False
        following, lower = self.tokens.words[index + 1], self.tokens.lower[index + 1]
        phrasal = lower in cues.PHRASAL and self.tokens.lower[index + 2 : index + 3] == [cues.PHRASAL[lower][0]]
        if phrasal and self.text[self.tokens.ends[index + 2] : self.tokens.ends[index + 2] + 1] in {":", ",", "."}:
            # What Lee does in "Lee hit back: '...'"
            return False
        return (
            following.islower()
            and lower not in _NOT_LOWER
            and lower not in cues.VERBS
            and lower not in names.ROLE_NOUNS
            and lower not in CONNECTORS
            and not cut(self.tokens.words[index])[1]
            and (lower in _TIMES_OF_DAY or not lower.endswith(("ed", "ing")))
        )

    def _before_plain(self, index: int) -> bool:
        """Whether a lower-case word that may be a noun follows."""
        return self._joined(index) and not self.upper[index + 1] and self.tokens.lower[index + 1] not in _NOT_LOWER

    def _speaks(self, index: int) -> bool:
        """Whether a verb of saying follows a word at once: "Kelly said"."""
        after = index + 1
        return after < len(self.tokens.words) and self.tokens.words[after] in cues.STRONG

    def _reports(self, index: int) -> bool:
        """Whether a word follows that tells that somebody says or said something: "Kelly said", not "Kelly saying"."""
        following = self.tokens.lower[index + 1 : index + 2]
        return bool(following) and cues.STRONG.get(following[0], ("", ""))[1] in {"past", "present"}

    def _before_role(self, index: int) -> bool:
        """Whether a noun for people follows: "Education minister"."""
        return self._joined(index) and self.tokens.lower[index + 1] in _PEOPLE

    def _before_body(self, index: int) -> bool:
        """Whether a small noun for a body or for people follows: "Leeds police"."""
        return self._joined(index) and not self.upper[index + 1] and self.tokens.lower[index + 1] in names.ROLE_NOUNS

    def _next_is_capital(self, index: int) -> bool:
        return self._joined(index) and self.upper[index + 1]

    def _joined(self, index: int) -> bool:
        """Whether only one space, the "&" of a firm's name or a nickname's mark stands between a token and the next."""
        tokens = self.tokens
        if index + 1 >= len(tokens.words):
            return False
        between = self.text[tokens.ends[index] : tokens.starts[index + 1]]
        if between in _SPACES:
            # "They met on X. Ann Lee left": the next sentence is no part of a name.
            return tokens.starts[index + 1] not in self.first
        return (
            (between == " & " or _NICKNAME_MARK.fullmatch(between) is not None)
            and self.upper[index]
            and self.upper[index + 1]
        )

    def _capital(self, index: int) -> bool:
        """Whether a token can continue a name."""
        if not self.upper[index]:
            return False
        lower = self.tokens.lower[index]
        return lower not in _PRONOUNS and not (
            self.headline and lower in cues.VERBS and lower not in names.ROLE_NOUNS and lower not in names.TITLES
        )

    def _extend(self, index: int, *, low: int) -> int:
        """The last token of the phrase that begins at `index`; `low`: how many plain lower-case words it may hold in a row."""
        tokens = self.tokens
        last = index
        plain = 0
        role_seen = named = False
        allowed = low
        while last - index < 14 and self._joined(last):
            following = last + 1
            word, lower = tokens.words[following], tokens.lower[following]
            if (
                last == index
                and lower in names.DATES
                and tokens.lower[index] in DETERMINERS
                and self._before_plain(following)
            ):
                # "a Friday morning note", "the March report"
                last = following
                continue
            if self._capital(following):
                if plain and tokens.lower[last] in _THINGS_SAID:
                    # "a charge Lee called absurd"
                    break
                if not named and self._is_told(index, last):
                    # "told the court Lee had ..."
                    break
                if lower in names.NOT_NAMES and not self.upper[last] and not self._is_called_by_it(following):
                    break
                named = named or role_seen
                last, plain = following, 0
                continue
            if named and lower not in CONNECTORS and lower not in LINKS:
                # "bank boss Ann Lee faced senators"
                break
            if lower == "both" and self.upper[last]:
                # "Ann Lee and Tom Kay both said"
                break
            bare, _ = cut(lower)
            if bare in names.ROLE_NOUNS:
                if self._closes_headline(index, following):
                    break
                last, plain, role_seen = following, 0, True
                continue
            if lower in CONNECTORS and (self.upper[last] or last == index):
                ahead = self._after_connectors(following)
                if ahead:
                    last, plain = ahead, 0
                    continue
            if lower in LINKS and self.upper[last] and self._linked(index, last, following):
                last = following + (1 if tokens.lower[following + 1] == "the" else 0)
                continue
            noun = (
                last == index
                and (tokens.lower[index] in DETERMINERS or cut(tokens.words[index])[1] > 0)
                and cues.VERBS.get(lower, ("", ""))[1] == "base"
            )
            if (
                lower == "opposite"
                and tokens.lower[following + 1 : following + 2] == ["number"]
                and self._joined(following)
            ):
                # "her Danish opposite number"
                last, plain, role_seen = following + 1, 0, True
                continue
            if word.isdigit():
                if last == index and YEAR.fullmatch(word) and tokens.lower[index] in DETERMINERS:
                    # "a 2019 email"
                    last = following
                    continue
                numbered = self._person_ahead(following) if self.upper[last] else 0
                if numbered and last == index:
                    # "Year 6 pupil Tom"
                    last, plain, role_seen = numbered, 0, True
                    continue
                break
            if lower in _NOT_LOWER or (_is_verb(lower) and not noun) or (last > index and self._acts(following)):
                break
            if not role_seen and cut(tokens.words[last])[1]:
                allowed = 3
            if role_seen or not allowed or plain >= allowed:
                ahead = self._role_ahead(following, 3)
                if not ahead and tokens.lower[last] == FELLOW and not lower.endswith(("ed", "ing", "ly")):
                    # "his fellow juror"
                    last, plain = following, 0
                    continue
                if not ahead:
                    break
                last, plain, role_seen = ahead, 0, True
                continue
            last, plain = following, plain + 1
        return last

    def _is_told(self, first: int, last: int) -> bool:
        """Whether a phrase names those whom something is told: "told the court", "told police"."""
        lower = self.tokens.lower
        many = lower[last] in names.INSTITUTION_NOUNS or lower[last] in names.COLLECTIVE_NOUNS
        return many and first > 0 and lower[first - 1] in _TELLING and self._joined(first - 1)

    def _closes_headline(self, first: int, index: int) -> bool:
        """Whether a headline ends with a verb of saying that is a noun elsewhere, and its subject: "..., judge rules"."""
        tokens = self.tokens
        return (
            self.headline
            and index == len(tokens.words) - 1
            and cues.VERBS.get(tokens.lower[index], ("", ""))[1] == "present"
            and self.text.startswith(", ", tokens.starts[first] - 2)
        )

    def _acts(self, index: int) -> bool:
        """Whether a word after a name is what it did: "the Security Council issued a statement", "the Supreme Court threw it out"."""
        tokens = self.tokens
        word = tokens.lower[index]
        if not self.upper[index - 1]:
            return False
        if word in cues.DID:
            return True
        noun_too = word in _DID_OR_NOUN
        if not (noun_too or word.endswith("ed")) or not self._joined(index):
            return False
        following = tokens.lower[index + 1]
        plural = noun_too and following.endswith("s")
        return plural or self.upper[index + 1] or following in DETERMINERS or following in cues.PREPOSITIONS

    def _after_connectors(self, index: int) -> int:
        """The capitalised word that particles from `index` on lead to ("van den Berg"), or 0."""
        for at in range(index, min(index + _MOST_CONNECTORS, len(self.tokens.words))):
            if not self._joined(at):
                return 0
            if self.upper[at + 1]:
                return at + 1
            if self.tokens.lower[at + 1] not in CONNECTORS:
                return 0
        return 0

    def _linked(self, first: int, last: int, link: int) -> bool:
        """Whether "of", "for" or "and" continues the institution's name that begins at `first`: "Bank of England"."""
        tokens = self.tokens
        head = fold_head(tokens.lower[last])
        if not self._joined(link):
            return False
        after = link + 1
        if tokens.lower[after] == "the":
            if not self._joined(after):
                return False
            after += 1
        if not self.upper[after] or tokens.lower[after] in names.NOT_NAMES:
            return False
        if tokens.lower[link] == "of":
            if head in names.PERSON_NOUNS:
                return head in {"secretary", "chief", "head", "speaker", "leader"}
            if tokens.lower[after].rstrip(".") in _OF_ONE:
                # "said Ms Lee of Mr Kay": whom she speaks of
                return False
            inverted = first and cues.STRONG.get(tokens.lower[first - 1], ("", ""))[1] in {"past", "present"}
            body = head in OF_HEADS | names.INSTITUTION_NOUNS
            if inverted and last == first and not body and self._stands_alone(first):
                # "Lee frowned. '...,' said Lee of Kay", not "said Bank of Norway governor Ann Lee" beside "The Bank"
                return False
            if last - first > 1 and tokens.lower[first].rstrip(".") in names.TITLES and self._before_body(after):
                # "Insp Ann Lee of Leeds police": a person's name, and where she works
                return False
            return head not in names.COLLECTIVE_NOUNS or head in OF_HEADS
        if tokens.lower[link] == "and":
            # "Envoy for Peru and Chile Ann Lee"
            return (
                names.country_of(tokens.words[last]) is not None
                and names.country_of(tokens.words[after]) is not None
                and tokens.lower[last - 1] == "for"
            )
        if tokens.lower[link] in CAUSES:
            # "Reporters without Fences", not "Lee against Kay"
            people = head in names.COLLECTIVE_NOUNS or (head.endswith("s") and head[:-1] in names.PERSON_NOUNS)
            return people and last == first and not self.headline and tokens.lower[after] not in names.HONORIFICS
        if tokens.lower[link] == "for" and any(tokens.lower[at] in CALLED_GROUPS for at in range(first, last)):
            # "the group Mothers for Clean Air"
            return True
        if tokens.lower[link] in {"for", "on"}:
            return head in {
                "center",
                "centre",
                "institute",
                "council",
                "committee",
                "envoy",
                "campaign",
                "coalition",
                "foundation",
                "alliance",
                "department",
                "office",
                "society",
                "association",
                "agency",
                "authority",
                "fund",
                "trust",
            }
        return False

    def _role_ahead(self, index: int, limit: int) -> int:
        """The role noun within `limit` plain words from `index`, or 0."""
        tokens = self.tokens
        for ahead in range(index, min(index + limit, len(tokens.words))):
            lower = tokens.lower[ahead]
            if not tokens.words[ahead][0].isalpha():
                return 0
            bare, _ = cut(lower)
            if bare in names.ROLE_NOUNS:
                return ahead
            if ahead == index and self.upper[index - 1] and _FINITE_FORM.search(lower) and lower not in _ATTRIBUTES:
                # "Lee faces senators", not "Boston sports editor"
                return 0
            if lower in _NOT_LOWER or _is_verb(lower) or not self._joined(ahead) or self.upper[ahead]:
                return 0
        return 0

    def _person_ahead(self, index: int) -> int:
        """The noun for one person that stands within two plain words behind a number, or 0."""
        ahead = self._role_ahead(index + 1, 2) if self._joined(index) else 0
        return ahead if fold_head(self.tokens.lower[ahead]) in names.PERSON_NOUNS else 0

    def _from_determiner(self, index: int) -> int:
        last = self._extend(index, low=4)
        if (
            last == index
            and self.tokens.lower[index] == "both"
            and index
            and self._joined(index - 1)
            and self.upper[index - 1]
        ):
            return index + 1
        if last == index:
            if self.tokens.lower[index] in {
                "some",
                "many",
                "several",
                "both",
                "others",
                "most",
                "another",
                "one",
                "those",
            }:
                self._add(
                    index,
                    index,
                    PhraseKind.COLLECTIVE if self.tokens.lower[index] not in {"one", "another"} else PhraseKind.THING,
                )
            return index + 1
        last = self._with_field(index, last)
        self._emit(index, last)
        return last + 1

    def _from_capital(self, index: int) -> int:
        last = self._with_field(index, self._extend(index, low=0))
        self._emit(index, last)
        return last + 1

    def _from_role(self, index: int) -> int:
        last = self._with_field(index, self._extend(index, low=0))
        # "campaign manager Ann Lee", "senior officials": what stands before the noun belongs to it.
        first = index
        tokens = self.tokens
        while (
            first
            and index - first < 4
            and self._joined(first - 1)
            and tokens.words[first - 1][0].isalpha()
            and tokens.lower[first - 1] not in _NOT_LOWER
            and not _is_verb(tokens.lower[first - 1])
            and not self.upper[first - 1]
            and not tokens.lower[first - 1].endswith(("ed", "ly", "ing"))
            and not self._is_finite(first - 1)
            and (not self.found or self.found[-1].end < tokens.starts[first - 1])
        ):
            first -= 1
        self._emit(first, last)
        return last + 1

    def _with_field(self, first: int, last: int) -> int:
        """The last word of the name after a role and its field ("head of adult education Ann Lee"); else `last`."""
        tokens = self.tokens
        of_state = tokens.lower[max(first, last - 2) : last + 1] == ["secretary", "of", "state"]
        if fold_head(tokens.lower[last]) != tokens.lower[last] or not (of_state or tokens.lower[last] in _HEADS):
            return last
        if self._is_chief_of_staff(last):
            return last + 2
        named = tokens.lower[first] in DETERMINERS or cut(tokens.words[first])[1] > 0
        at = last + 1
        if tokens.lower[first] in _UNNAMED or not self._joined(last) or tokens.lower[at] not in _FIELD_LINKS:
            # "a director of films Ann Lee liked"
            return last
        while at - last <= _LONGEST_FIELD and self._joined(at):
            at += 1
            word, lower = tokens.words[at], tokens.lower[at]
            if self.upper[at] and self._joined(at) and self._begins_full_name(at + 1):
                # "head of Ofcom Sir Tom Lee", "mayor of Leeds Ann Lee"
                return self._name_after_field(at + 1) or last
            if self.upper[at]:
                return self._name_after_field(at) or self._name_after_office(at) or last
            if lower in _FIELD_LINKS or lower == "and" or (lower == "the" and not named):
                continue
            bare = fold_head(lower)
            if not word.isalpha() and bare == lower and "-" not in word:
                return last
            said = cues.STRONG.get(lower, ("", ""))[1] == "past"
            if lower in _NOT_LOWER or bare in names.PERSON_NOUNS or said:
                return last
        return last

    def _is_chief_of_staff(self, index: int) -> bool:
        """Whether "of staff" follows a chief, and no name after it."""
        return (
            self.tokens.lower[index : index + 3] == ["chief", "of", "staff"]
            and self._joined(index)
            and self._joined(index + 1)
            and not self._next_is_capital(index + 2)
        )

    def _begins_full_name(self, index: int) -> bool:
        """Whether an honorific or a first name stands here that another name follows."""
        first = self.tokens.lower[index] in names.HONORIFICS or names.gender_of(self.tokens.words[index]) is not None
        return first and self.upper[index] and self._next_is_capital(index)

    def _name_after_office(self, index: int) -> int:
        """The last word of the name after an office with capitals: from "State" on in "Minister of State for Rural Affairs Ann Lee"; or 0."""
        lower = self.tokens.lower
        for at in range(index, min(index + _LONGEST_FIELD + 2, len(lower) - 2)):
            if not self._joined(at) or not (self.upper[at] or lower[at] in _OFFICE_LINKS):
                return 0
            known = names.gender_of(self.tokens.words[at]) is None and self._begins_full_name(at + 1)
            if self.upper[at] and known:
                return self._name_after_field(at + 1)
        return 0

    def _name_after_field(self, index: int) -> int:
        """The last word of a person's full name that begins at `index`, or 0: not of "head of news at Leith Radio"."""
        tokens = self.tokens
        last = self._extend(index, low=0)
        if tokens.lower[index - 1] in _FIELD_LINKS | {"and", "the"} or fold_head(tokens.lower[last]) in _PEOPLE:
            return 0
        while index < last and tokens.lower[index] in names.HONORIFICS:
            index += 1
        whole_name = last
        while last > index + 1 and tokens.lower[last] in POSTNOMINALS and tokens.words[last].isupper():
            last -= 1
        name = self.text[tokens.starts[index] : tokens.ends[last] - cut(tokens.words[last])[1]]
        whole = all(word[0].isupper() and not word.isupper() for word in (tokens.words[index], tokens.words[last]))
        return whole_name if index < last and whole and is_person(name) else 0

    def _is_finite(self, index: int) -> bool:
        """Whether a word is the verb of what stands before it: "Judge tosses lawsuit", "the union that represents workers"."""
        lower = self.tokens.lower
        return (
            index > 0
            and self._joined(index - 1)
            and (
                self.upper[index - 1]
                or lower[index - 1] in {"that", "who", "which"}
                or lower[index - 1] in names.PERSON_NOUNS
            )
            and _FINITE_FORM.search(lower[index]) is not None
            and lower[index] not in _ATTRIBUTES
        )

    def _emit(self, first: int, last: int) -> None:
        """Add the phrase of tokens first..last, and the possessors inside it before it."""
        tokens = self.tokens
        begin = first
        for index in range(first, last):
            bare, ending = cut(tokens.words[index])
            if ending and bare and index != self.kinds.called_after(first, last):
                self._add(begin, index, None, owner=True)
        self._add(first, last, None)

    def _add(self, first: int, last: int, kind: PhraseKind | None, *, owner: bool = False) -> None:
        tokens = self.tokens
        start, end = tokens.starts[first], tokens.ends[last]
        bare, ending = cut(tokens.words[last])
        after = self.tokens.words[last + 1] if self._joined(last) else ""
        possessive = bool(ending) and bool(bare) and after not in _AFTER_A_SHOP
        if possessive:
            end -= ending
        surface = self.text[start:end]
        core = surface
        if kind is None:
            kind, core = self.kinds.classify(first, last, surface)
        self.found.append(Phrase(start, end, surface, kind, core, possessive, owner))
