"""Tells how a phrase names somebody, and which part of it is the name: "Norwegian Deputy Minister Ann Lee" is Ann Lee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import CALLED_GROUPS, PLACED, is_person
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.quotes.tokens import cut, fold_head
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.tokens import Tokens

DETERMINERS = word_set(
    """the a an his her their its our my one another some many several two three four five both other most these
    those this few no any"""
)
CONNECTORS = word_set(
    "de van von der den bin bint al el la le du da di do dos das del della ibn ben abu y zu ter ten af av e los las und ó ní nic uí"
)
FIRST_CONNECTORS = word_set("de van von bin bint al el du da di dos ibn ben abu")
"""Particles with which a surname that stands alone may begin ("van den Berg said")."""
_NICKNAME = late_pattern(
    '[ \u00a0]["\'\u201c\u2018][^"\u201d\u2019]{1,30}["\'\u201d\u2019](?=[ \u00a0])|^[^"\u201c\u201d]{1,30}["\u201d][ \u00a0]'
)
"""A nickname inside a name, or the rest of one that a name begins with."""
_AGED = late_pattern(
    r"(?:\w+-){1,2}(?:year|month|week)-old\Z|(?:mum|mom|dad|mother|father|parent|grandmother|grandfather)-of-\w+\Z"
)
"""Like "22-year-old", "mother-of-two"."""
FELLOW = "fellow"
"""What makes one of them of any word for people: "a fellow juror", "his fellow Dane"."""
LINKS = word_set("of for and on without against beyond")
CAUSES = word_set("without against beyond")
"""Those of them that only names of groups of people hold: "Reporters without Fences"."""
_NAMED_BY_FIELD = word_set(
    "ministry department union association federation institute college guild society board bureau office"
)
"""Bodies whose names end with what or whom they are for."""
_OFFICE_LINKS = word_set("of for to")
OF_HEADS = word_set(
    """republic isle states kingdom commonwealth college school chamber voice bank port house city province emirate
    dukedom times knights friends doctors mothers sons daughters people order brotherhood sisterhood fellowship"""
)
"""Words that "of" continues to the name of an institution or a place."""
_BODIES = OF_HEADS | names.ROLE_NOUNS
POSTNOMINALS = word_set("qc kc sc mp mps msp ms mbe obe cbe kbe dbe md phd jp td mep dso")
"""Letters after a name."""
_CROWNS = frozenset({"universe", "world", "america", "earth", "international"})
"""What follows "Miss" in a title that is won."""
_TRADE = late_pattern(
    r"[a-z]{3,}(?:ologist|ographer|ician|woman|keeper|holder|worker|maker|fighter|player|teacher|writer|goer|builder|planner|seeker|monger|owner|leader|manager)\Z"
)
"""How words for a trade end, which stand before a name."""
_NO_TRADE = word_set("carmaker automaker chipmaker drugmaker steelmaker planemaker typewriter placeholder candleholder")
_TRADE_ENDS = late_pattern(r"[a-z]{4,}(?:er|or|ist|ian|eer)\Z|(?:un|dis|in)[a-z]{3,}(?:ed|beaten)\Z")
_AGE_FOLLOWS = late_pattern(r", \d{1,3}\b| \(\d{1,3}\)")
_WORKERS = late_pattern(r"(?:[a-z]{3,}(?:ers|ists|men|women|folk)|[a-z]{3,}(?:ors|ians))\Z")
"""How plural words for people end: "the growers"."""
_NO_WORKERS = word_set(
    """numbers papers newspapers powers letters orders rivers matters offers answers computers borders corners quarters
    headquarters winters summers waters towers flowers shoulders fingers servers trailers containers layers barriers
    tenders centers counters registers posters chapters characters dinners drawers bumpers figures feathers gutters
    ladders mothers metres meters litres liters kilometers millimeters timbers sweaters shutters trousers ministers
    doors floors errors mirrors factors sectors colors motors reactors tractors monitors indicators sensors corridors
    anchors vectors honors labors rumors tremors humors harbors specimen omen twists lists wrists fists mists
    existing consists assists insists resists persists exists coasts offers suffers enters remembers discovers covers
    considers delivers offers differs prefers refers orders triggers transfers others"""
)
_NO_WORKER = word_set("disclaimer reminder flyer ticker teaser folder binder browser scanner printer")
"""Singular nouns that end like words for people, besides those of the plurals above."""
_WORKER = late_pattern(r"[a-z]{3,}(?:er|ist|man|woman|or|ian|ee)\Z")
"""How a word for what somebody does ends."""
_ONE_NEW = word_set("a an one another")
_IS_WHO = late_pattern(r",? (?:whose|who(?! (?:(?:asked|wanted|wished) to be|gave|gives)\b))\b")
"""What only people are followed by, and not by what they want to be called."""
_ACTS = late_pattern(
    r"(?: (?:from|in|at|of|near|on|outside) (?:[\w'\u2019-]+ ){0,3}[\w'\u2019-]+(?:, \d\d,)?)? (?:(?:has|had|also|later|then|once|[a-z]+ly) ){0,2}"
    r"(?:(?:wept|shrugged|smiled|laughed|nodded|sighed|winced|grinned|frowned)\b|(?P<says>[a-z]+)\b)"
)
"""What somebody does who is no thing; `says`: a word that may be one of saying."""
_MORE_OFTEN_ROLES = word_set(
    "judge coach driver priest farmer trader banker pastor singer miner owner boss friend parent"
)
"""Nouns for people that begin sentences more often than the surnames that look like them."""
_PLURAL_SURNAMES = frozenset({"banks", "powers"})
_TITLE_SURNAMES = frozenset({"sen", "major", "sheikh", "imam", "emir"})
"""Titles that are surnames as well."""
_IN_OFFICE = late_pattern(r"(?:then|ex|co|vice|now|former)-(?=[a-z]{3})")
"""What a hyphen joins to a role: "then-captain Ann Lee"."""
_WHOSE = word_set("a his her their my our")
_SIDES = (["prosecution"], ["defence"], ["defense"])
_FIRMS_TOO = word_set("canon superior")
"""Titles that firms' names begin with, too."""
_SURNAMES_TOO = word_set("church camp club")
"""Nouns for bodies that are surnames as well."""
_NAME_PARTS = word_set("st earl lord")
"""Titles that are also a part of names, after a first name ("Ann St John")."""
LONGEST_LOOK = 1_000
"""Characters around a name in which it may stand again."""
_GROUNDS = word_set("field park gardens square arena stadium")
"""What a place's name ends with that a trade may begin, where a sentence begins with it: "Soldier Field said"."""
_FORCES = frozenset({"guard"})
"""Words for people that with a capital are a force: "the National Guard"."""
_FIRMS_OF = word_set(
    "auditors brokers analysts lawyers solicitors accountants consultants architects developers publishers promoters bookmakers pollsters"
)
"""What firms do whose names follow: "Brokers Brandt & Sons said"."""
_ADDRESSED_BY = word_set(
    """nurse coach firefighter trooper pastor priest professor principal superintendent father mother brother sister uncle aunt grandfather
    grandmother grandma grandpa gran granddad mum mom dad agent officer inspector author actor actress singer comedian rapper counsel
    lawyer doctor astronaut chef preacher monk nun abbess abbot skipper boss lawmaker juror patrolman deputy commando cadet"""
)
"""Words for what people are that stand with a capital before a name: "said Nurse Lee"."""
_GROUPS_OF_PEOPLE = word_set("duo trio act maker brand label")
"""The same where the names of people follow as often: "the duo Lee and Kay"."""
_NAME_PLACES = word_set("king queen prince princess bishop abbot earl lord lady knight shepherd monk canon baron duke")
"""Whose a place or a body is called: "King's Cross", "Bishop's Waltham", "Prince's Trust"."""
_PARTIES = word_set("tory green unionist nationalist brexiteer")
"""Of what party somebody is, before the name."""
_SORTS = word_set(
    """charity airline supermarket retailer lender insurer housebuilder broadcaster carmaker chipmaker drugmaker steelmaker watchdog
    regulator bookmaker developer supplier operator manufacturer brewer consultancy campaigner"""
)
"""What a body is, before its name: words that begin hardly any."""
_SORTS_IN_NAMES = word_set("union bank group party club")
"""The same of words that begin names as well."""
_ALL_SORTS = _SORTS | _SORTS_IN_NAMES
_PAPERS = word_set("observer economist independent spectator")
"""Words for people that with "the" and a capital are papers."""
_MAKES_NO_FIRM = word_set(
    "film documentary programme program movie dress music video model policy law peace trouble match money myth history"
)
"""Of what a maker is a person: "the documentary maker", not "the biscuit maker"."""
_COUNSEL = word_set("counsel speech")
"""What a monarch's is, and no place: "King's Counsel"."""
_NEVER_CALLED = word_set(
    """mr mrs ms miss dr prof professor sir dame president vice chief chairman chairwoman chair director secretary minister
    deputy acting interim former spokesman spokeswoman spokesperson"""
)
"""Titles of whom such a group may have: "the company President Ann Lee"."""


class PhraseKinds:
    """Looks at phrases of one paragraph. A phrase is given by its first and its last token."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentence_starts: frozenset[int],
        capitals: frozenset[str] | None,
        upper: list[bool],
        *,
        headline: bool = False,
    ) -> None:
        """`upper`: whether each token begins with a capital; `headline`: where that tells nothing."""
        self.headline = headline
        self.text = text
        self.tokens = tokens
        self.first = sentence_starts
        self.capitals = capitals
        self.upper = upper

    def classify(self, first: int, last: int, surface: str) -> tuple[PhraseKind, str]:
        """Its kind and its core: the name without titles and roles; `surface`: its words."""
        tokens = self.tokens
        while last > first + 1 and tokens.lower[last] in POSTNOMINALS and tokens.words[last][:2].isupper():
            last -= 1
        last = self._before_of(first, last)
        head_word, _ = cut(tokens.words[last])
        head = names.fold(head_word)
        if not self.upper[last]:
            office = tokens.lower[max(first, last - 2) : last + 1]
            if office == ["chief", "of", "staff"] or office[-2:] == ["opposite", "number"]:
                return PhraseKind.ROLE, surface
            if (
                head in names.COLLECTIVE_NOUNS
                or (head.endswith("s") and head[:-1] in names.PERSON_NOUNS)
                or (_WORKERS.match(head) and head not in _NO_WORKERS)
            ):
                return PhraseKind.COLLECTIVE, surface
            if head in names.PERSON_NOUNS or _AGED.match(head) or self._is_somebody(first, last, head):
                return PhraseKind.ROLE, surface
            if last > first and tokens.lower[last - 1] == FELLOW:
                return PhraseKind.COLLECTIVE if head.endswith("s") else PhraseKind.ROLE, surface
            if head in names.INSTITUTION_NOUNS or head in names.DOCUMENT_NOUNS or self._is_side(first, last):
                return PhraseKind.INSTITUTION, surface
            if head == "maker" and last - first > 1 and tokens.lower[first] in DETERMINERS:
                person = tokens.lower[last - 1] in _MAKES_NO_FIRM
                return PhraseKind.ROLE if person else PhraseKind.INSTITUTION, surface
            return PhraseKind.THING, surface
        begin = last
        while begin > first:
            before = tokens.lower[begin - 1]
            owns = cut(tokens.words[begin - 1])[1] and self.called_after(first, last) != begin - 1
            if owns or not (
                self.upper[begin - 1]
                or (before in CONNECTORS | LINKS | {"the"} and begin - 1 > first)
                or before in FIRST_CONNECTORS
            ):
                break
            begin -= 1
        if tokens.lower[begin] in DETERMINERS and begin < last:
            begin += 1
        if self._is_called_group(first, begin, last):
            return PhraseKind.NAME, self.text[tokens.starts[begin] : tokens.ends[last] - cut(tokens.words[last])[1]]
        if self.called_after(begin, last) is not None:
            return PhraseKind.NAME, self.text[tokens.starts[begin] : tokens.ends[last] - cut(tokens.words[last])[1]]
        stripped = begin
        while stripped < last and self._is_title(stripped, last):
            stripped += 1
        only_title = head.rstrip(".") in names.TITLES and head not in {
            "justice",
            "house",
            "senate",
            "state",
            "first",
            "lady",
            "major",
        }
        alone = begin == last
        if alone and self._is_anothers_fellow(last):
            # "his fellow Dane"
            return PhraseKind.ROLE, surface
        if alone and head in _PAPERS and last > first and tokens.lower[last - 1] == "the" and not self.headline:
            # "The Observer said"
            return PhraseKind.NAME, surface
        after_first_name = not alone and self._is_surname(begin, head, last)
        # "The Dean" is no Mr Dean.
        held = last > first and tokens.lower[last - 1] == "the" and not self.headline
        surname = after_first_name or (alone and not held and self._may_be_surname(head, last))
        if self._is_body_of(begin, last):
            return PhraseKind.NAME, self.text[tokens.starts[begin] : tokens.ends[last] - cut(tokens.words[last])[1]]
        if (only_title and not after_first_name) or (head in names.PERSON_NOUNS - _FORCES and not surname):
            return PhraseKind.ROLE, surface
        if (head in names.COLLECTIVE_NOUNS and not self._is_plural_surname(begin, head, last)) or (
            alone and head.endswith("s") and head[:-1] in names.PERSON_NOUNS - names.NAME_LIKE_NOUNS
        ):
            return PhraseKind.COLLECTIVE, surface
        # What stands up to the last title is no part of the name: "Norwegian Deputy Minister Ann Lee", "President of Norway Ann Lee".
        titles = [
            at
            for at in range(stripped, last)
            if self._is_title(at, last) and tokens.lower[at].rstrip(".") not in _NAME_PARTS
        ]
        if titles:
            stripped = titles[-1] + 1
        while (
            (begin < stripped or tokens.lower[begin] in LINKS)
            and stripped < last
            and (
                tokens.lower[stripped] in LINKS | {"the"}
                or (
                    tokens.lower[stripped - 1] in LINKS | {"the"}
                    and (names.country_of(tokens.words[stripped]) or self._is_before_full_name(stripped, last))
                )
            )
        ):
            stripped += 1
        if begin < stripped == last and tokens.lower[stripped - 1] in {"of", "the"}:
            # "the Leader of the House"
            return PhraseKind.ROLE, surface
        if stripped > begin and tokens.lower[stripped - 1].rstrip(".") in names.REGAL:
            stripped -= 1
        if self._ends_office(first, stripped, last):
            stripped = last - 1
        whole = surface.endswith(tokens.words[last])  # "McDonald's", which owns nothing here
        end = tokens.ends[last] - (0 if whole else cut(tokens.words[last])[1])
        for at in range(stripped + 1, last):
            # "Ann Lee of Leeds" is Ann Lee; "Bank of Norway" is no person.
            if tokens.lower[at] == "of" and (stripped > begin or at - stripped > 1):
                head = fold_head(tokens.lower[at - 1])
                if head not in names.INSTITUTION_NOUNS and head not in OF_HEADS:
                    end = tokens.ends[at - 1]
                break
        return PhraseKind.NAME, _NICKNAME.sub("", self.text[tokens.starts[stripped] : end])

    def called_after(self, first: int, last: int) -> int | None:
        """The title or saint, told by its token, whose place or body a phrase names: "King's Cross", "St John's Wood"; not "Queen's Ann Lee"."""
        words, lower = self.tokens.words, self.tokens.lower
        saint = lower[first].rstrip(".") == "st"
        owner = first + saint
        if owner >= last or not all(self.upper[first : last + 1]):
            return None
        title, ending = cut(lower[owner])
        if not ending or not (saint or title in _NAME_PLACES):
            return None
        if first and lower[first - 1] in DETERMINERS and self.tokens.starts[first] - self.tokens.ends[first - 1] == 1:
            # "the King's Private Secretary"
            return None
        after = range(owner + 1, last + 1)
        person = len(after) > 1 and names.gender_of(words[owner + 1]) is not None
        people = names.PERSON_NOUNS | names.TITLES | _COUNSEL
        return None if person or any(cut(lower[at])[0] in people for at in after) else owner

    def _is_somebody(self, first: int, last: int, head: str) -> bool:
        """Whether a noun in small letters that no list of people has tells of a person: by its ending, or by what follows somebody new."""
        if head in names.SMALL_PERSON_NOUNS or (_TRADE.match(head) and head not in _NO_TRADE):
            return self.tokens.lower[first] in DETERMINERS
        if self.tokens.lower[first] not in _ONE_NEW or head in names.ROLE_NOUNS:
            return False
        if _IS_WHO.match(self.text, self.tokens.ends[last]):
            return True
        if not _WORKER.match(head) or head in _NO_WORKER or f"{head}s" in _NO_WORKERS:
            return False
        acts = _ACTS.match(self.text, self.tokens.ends[last])
        return acts is not None and (acts["says"] is None or acts["says"] in cues.STRONG)

    def _is_body_of(self, begin: int, last: int) -> bool:
        """Whether a name is a body's by the word before "of", whatever its last word is: "Ministry of Defence", "Union of Teachers"."""
        at = last - 1
        return (
            at > begin
            and self.tokens.lower[at] in {"of", "for"}
            and self.upper[at - 1]
            and self.tokens.lower[at - 1] in _NAMED_BY_FIELD
            and fold_head(self.tokens.lower[begin]) not in names.PERSON_NOUNS
        )

    def _is_called_group(self, first: int, begin: int, last: int) -> bool:
        """Whether a name that a title seems to begin is a group's by the noun before it: "the band Deacon Moss"."""
        lower = self.tokens.lower
        return (
            first < begin < last
            and lower[first] in DETERMINERS
            and lower[begin - 1] in CALLED_GROUPS | _GROUPS_OF_PEOPLE
            and self._is_title(begin, begin + 1)
            and lower[begin].rstrip(".") not in _NEVER_CALLED
            and names.gender_of(self.tokens.words[begin + 1]) is None
        )

    def _ends_office(self, first: int, begin: int, last: int) -> bool:
        """Whether the first words of a name are the end of an office that stands before it: "Minister of State for Rural Affairs Ann Lee"."""
        words, lower = self.tokens.words, self.tokens.lower
        return (
            last - begin > 1
            and fold_head(lower[first].removesuffix("'s")) in names.PERSON_NOUNS | names.TITLES | DETERMINERS
            and any(lower[at] in _OFFICE_LINKS for at in range(first, last - 1))
            and not any(lower[at] in CONNECTORS for at in range(begin, last))
            and names.gender_of(words[last - 1]) is not None
            and names.gender_of(words[begin]) is None
            and is_person(f"{words[last - 1]} {cut(words[last])[0]}")
            and any(lower[at] in names.PERSON_NOUNS for at in range(first, begin))
        )

    def _is_anothers_fellow(self, index: int) -> bool:
        """Whether a word tells what two are: "a fellow Dane", not "the research fellow Lee"."""
        return index > 1 and self.tokens.lower[index - 1] == FELLOW and self.tokens.lower[index - 2] in _WHOSE

    def _is_side(self, first: int, last: int) -> bool:
        """Whether a phrase is one side of a trial: "the prosecution", not "the prosecution of Lee"."""
        lower = self.tokens.lower
        return (
            lower[first] == "the"
            and lower[first + 1 : last + 1] in _SIDES
            and lower[last + 1 : last + 2] not in (["of"], ["for"])
        )

    def _may_be_surname(self, head: str, index: int) -> bool:
        """Whether a noun for a person that stands alone may be a name: "Baker said", not "Judge rejects"."""
        if head not in names.NAME_LIKE_NOUNS:
            return False
        begins = self.tokens.starts[index] in self.first and self.capitals is not None
        return not (begins and head in _MORE_OFTEN_ROLES and self.tokens.words[index] not in (self.capitals or ()))

    def _is_surname(self, begin: int, head: str, last: int) -> bool:
        """Whether a noun for a person that ends a phrase is a surname, told by what stands before or by an age: "James Dean"."""
        if (head not in names.NAME_LIKE_NOUNS and head not in _TITLE_SURNAMES) or cut(self.tokens.words[last - 1])[1]:
            return False
        first = self.tokens.words[last - 1]
        if names.gender_of(first) is not None:
            return names.country_of(first) is None
        if last - begin != 1 or self._is_title(begin, last) or names.country_of(first) is not None:
            return False
        aged = _AGE_FOLLOWS.match(self.text, self.tokens.ends[last]) is not None
        return aged or (begin > 0 and self.tokens.words[begin - 1] in names.PERSON_NOUNS)

    def _is_plural_surname(self, begin: int, head: str, last: int) -> bool:
        """Whether a plural noun is the surname after a first name: "Tony Banks"."""
        return (
            head in _PLURAL_SURNAMES
            and begin < last
            and names.gender_of(self.tokens.words[last - 1].rstrip(".")) is not None
        )

    def _is_before_full_name(self, index: int, last: int) -> bool:
        """Whether a full name follows the one word of a place: "Leeds" in "mayor of Leeds Ann Lee"."""
        words = self.tokens.words
        return (
            index + 1 < last and names.gender_of(words[index + 1]) is not None and names.gender_of(words[index]) is None
        )

    def _before_of(self, first: int, last: int) -> int:
        """Where a name ends that "of" and a body follow ("Ann Lee of the Growers' Union", "of Leeds Police"); else `last`."""
        tokens = self.tokens
        for at in range(first + 2, last):
            if tokens.lower[at] == "of":
                person = self.upper[at - 2] and self.upper[at - 1] and fold_head(tokens.lower[at - 1]) not in _BODIES
                person = person and is_person(self.text[tokens.starts[at - 2] : tokens.ends[at - 1]])
                plural = any(tokens.words[after].endswith(("s'", "s\u2019")) for after in range(at + 1, last))
                people = any(fold_head(tokens.lower[after]) in _BODIES for after in range(at + 1, last + 1))
                body = self.upper[at + 1] and self.upper[last] and people
                body = body or (
                    # "Ann Lee of the GMB union"
                    tokens.lower[at + 1] == "the"
                    and at + 1 < last
                    and self.upper[at + 2]
                    and names.gender_of(tokens.words[at - 2]) is not None
                )
                return at - 1 if person and (plural or body) else last
        return last

    def _is_title(self, index: int, last: int) -> bool:
        """Whether a word before a name that ends at `last` is no part of it: "Mr", "Manager", "Sixteen-year-old"."""
        written = self.tokens.lower[index].rstrip(".").removesuffix("'s")
        lower = _IN_OFFICE.sub("", written)
        if lower == "st" or (lower in _FORCES and self.upper[index]):
            # "St Brannoc's", "Guard Dogs UK"
            return False
        if self._begins_body(index, last):
            return False
        if self._is_of_a_party(index, last) or self._is_sort_of_body(index, last):
            return True
        if lower in _FIRMS_OF and self.tokens.starts[index] in self.first and self.tokens.lower[index + 1] not in LINKS:
            # "Brokers Brandt & Sons"
            return fold_head(self.tokens.lower[last]) not in names.INSTITUTION_NOUNS
        if (
            lower in _FIRMS_TOO
            and index < last
            and not is_person(self.text[self.tokens.starts[index + 1] : self.tokens.ends[last]])
        ):
            # "Canon Europe"
            return False
        return (
            lower in names.TITLES
            or (
                lower in names.PERSON_NOUNS
                and (lower not in names.NAME_LIKE_NOUNS or index + 1 < last or lower != written)
                and not self._is_in_name(index, last)
            )
            or (lower in _CROWNS and index > 0 and self.tokens.lower[index - 1] == "miss")
            or _TRADE.match(lower) is not None
            or _AGED.match(lower) is not None
            or PLACED.search(lower) is not None
            or (index + 1 < last and self._is_anothers_fellow(index))
            or self._is_unknown_trade(index, last)
        )

    def _is_of_a_party(self, index: int, last: int) -> bool:
        """Whether a word before a full name tells the party: "Tory Tom Lee", "Lib Dem Ann Lee"."""
        words, lower = self.tokens.words, self.tokens.lower
        if lower[index] == "lib" and index < last and lower[index + 1] == "dem":
            return self._is_of_a_party(index + 1, last)
        party = lower[index] in _PARTIES or (lower[index] == "dem" and index > 0 and lower[index - 1] == "lib")
        return party and index + 1 < last and names.gender_of(words[index + 1]) is not None

    def _is_sort_of_body(self, index: int, last: int) -> bool:
        """Whether a sentence's first word tells what the body is whose name follows: "Charity Lifeline said", not "Charity Commission said"."""
        lower = self.tokens.lower
        if index >= last or lower[index] not in _ALL_SORTS or not self.upper[index + 1] or self.headline:
            return False
        following = cut(lower[index + 1])[0]
        if self.tokens.starts[index] not in self.first or following in names.ROLE_NOUNS or following in LINKS:
            return False
        if lower[index] in _SORTS:
            return True
        # "Union Berlin" is a club.
        end = self.tokens.ends[last] - cut(self.tokens.words[last])[1]
        start = self.tokens.starts[index]
        name = self.text[self.tokens.ends[index] : end]
        near = max(0, start - LONGEST_LOOK), start + LONGEST_LOOK
        return self.text.count(name, *near) > self.text.count(self.text[start:end], *near)

    def _is_in_name(self, index: int, last: int) -> bool:
        """Whether a trade with a capital inside a sentence is a part of what one more word calls a place or a firm: "at Soldier Field"."""
        tokens = self.tokens
        if self.headline or index + 1 != last or tokens.lower[index] in names.TITLES | _ADDRESSED_BY:
            return False
        if not self.upper[index] or (index and self.upper[index - 1] and tokens.starts[index] not in self.first):
            return False
        alone = cut(tokens.words[last])[0]
        name = f" {tokens.words[index]} {alone}"
        low, high = max(0, tokens.starts[index] - LONGEST_LOOK), tokens.starts[index] + LONGEST_LOOK
        if tokens.starts[index] in self.first and names.fold(alone) in _GROUNDS:
            # "Soldier Field said", where nobody is called Field
            return self.text.count(alone, low, high) == self.text.count(name[1:], low, high)
        if self.text.count(f" {alone}", low, high) > self.text.count(name, low, high):
            # "Pianist Lee bowed. Lee said"
            return False
        at = self.text.find(name, low, high)
        while at >= 0:
            before = self.text[at - 1 : at]
            if before == "," or before.islower():
                return True
            at = self.text.find(name, at + 1, high)
        return False

    def _begins_body(self, index: int, last: int) -> bool:
        """Whether a noun for people is a part of a body's name: "Refugee Council", not "Author Ann Church"."""
        lower = self.tokens.lower
        return (
            index < last
            and self.upper[index]
            and lower[index] in names.PERSON_NOUNS - names.TITLES
            and fold_head(lower[last]) in names.INSTITUTION_NOUNS - _SURNAMES_TOO
            and all(self.upper[index + 1 : last + 1])
            and names.gender_of(self.tokens.words[index + 1]) is None
        )

    def _is_unknown_trade(self, index: int, last: int) -> bool:
        """Whether a sentence's first word tells what somebody does whose first name follows: "Bellfounder Ann Lee"."""
        words = self.tokens.words
        return (
            index + 1 < last
            and self.tokens.starts[index] in self.first
            and _TRADE_ENDS.search(self.tokens.lower[index]) is not None
            and names.gender_of(words[index + 1]) is not None
            and names.gender_of(words[index]) is None
        )
