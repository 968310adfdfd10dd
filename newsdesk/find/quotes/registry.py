"""Who there is in a story: learns names, spellings and roles from all its posts, then tells whom a phrase means."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdesk.find.quotes import name_forms, names
from newsdesk.find.quotes.name_forms import WORD
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.quotes.public_bodies import PublicBody, public_body, with_owner
from newsdesk.find.quotes.roles import Role, bodies_in, parse_role
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern
from newsdesk.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsdesk.find.quotes.candidates import NameSeen

_TITLE_OR_FIRST_NAME = late_pattern(r"(?:Deacon|Major|Duke|Baron|Earl|Marshal) [^\W\d_][\w\u2019'-]*")
"""A title that is a first name as well, and begins names of bands, with one word after it."""
_FIRST_NAME_TITLES = word_set("sir dame lady lord") | names.REGAL
MOST_NAMESAKES = 200
"""People with one surname or first name who are compared: those named most."""
_MOST_ROLES = 100
"""Wordings of one person's roles that are kept: the most frequent."""
_LEAST_TOLD = 2
"""Pronouns that tell a gender: one may mean somebody whom nobody noticed."""
_MOST_HOLDERS = 300
"""People with one role who are compared: those named most."""
_ALONE = word_set("president pm chancellor king queen pope emir mayor governor premier sultan patriarch")
"""Roles that one person holds at a time: without a name they mean somebody known."""
_LEADERS = word_set("president pm chancellor king queen emir ruler")
_SAME_OFFICE = {
    " boss": ("manager", "coach", "executive"),
    " coach": ("manager",),
    " manager": ("coach",),
}
"""How a role ends that says of whom it is -> the offices that it may be another word for; of coaches only the head coach's."""
KIN = late_pattern(
    r"\b(?:father|mother|wife|husband|widow|widower|son|daughter|brother|sister|uncle|aunt|nephew|niece|cousin)\b"
)
"""What somebody is called who is told of by a relative."""
MOSTLY = 3
"""How many times as often as his namesakes the story names whom it is about."""
_SPOUSES = {"his wife": "f", "his widow": "f", "her husband": "m", "her widower": "m"}
"""Words for whoever may share somebody's surname, and the gender of that one."""
_PLACES = word_set("city town village island region province district borough")
_PLACES_OWN = late_pattern(rf"\b(?:{'|'.join(sorted(_PLACES))})['\u2019]s\b")
"""Like "the city's mayor", who is the mayor."""
_IRISH = late_pattern(r"\b\u00d3 (?=\w)")
"""The word that begins a surname and is no initial: "Ó Briain" is O'Briain."""
_SAINT = late_pattern(r"\b(?:St\.?|Saint) (?=[A-Z])")
"""The word that begins a surname: "Cyr" and "St. Cyr" are one's."""
_INDEFINITE = late_pattern(r"(?:an?|one|another|some|any)\s", re.IGNORECASE)
"""How a phrase begins that means somebody not named before."""


@dataclass(slots=True, eq=False)
class Known:
    """Somebody or something that the story names. Compared by identity."""

    kind: ActorKind
    words: tuple[str, ...] = ()
    """Spelling keys of the longest name."""
    generation: str | None = None
    """Like "jr" and "sr", where these tell two people apart."""
    written: Counter[str] = field(default_factory=Counter)
    """Names without titles, as written."""
    aliases: Counter[str] = field(default_factory=Counter)
    """All surfaces that meant this one."""
    roles: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    posts: set[int] = field(default_factory=set)
    """Positions of the posts that name it in full."""
    seen: int = 0
    first: float = math.inf
    """When the first post that names it in full was published: seconds, or infinity where that is not known."""
    in_full: int = 0
    """How often the name stands in full: a bare surname may be somebody else's."""
    led: int = 0
    """How often the name was a subject: a place that posts only speak of "in" never is."""
    fixed: str | None = None
    """A name that is not taken from the longest one written (countries)."""
    owner: Known | None = None
    """Whose office this is, or whose staff."""
    knighted: bool = False
    """Whether "Sir" or the like stands before the name in full somewhere."""
    owner_in_full: bool = False
    """The owner's surname alone would be taken for somebody else's."""
    described: bool = False
    """Never named, only told of: "officials", "the police". Those whom the same words mean elsewhere may be others."""

    @property
    def name(self) -> str:
        """The canonical name: of the longest ones the most frequent, in the surname's most frequent spelling."""
        if self.fixed is not None:
            return self.fixed
        if self.owner is not None:
            owner = self.owner.name if self.owner_in_full else self.owner.surname
            return f"{owner}'s {self.written.most_common(1)[0][0]}"
        spellings = self._by_surname
        return max(
            self.written,
            key=lambda text: (
                self._length(text),
                self.written[text] + spellings[text.split()[-1]],
                names.spelling(text.split()[0]) not in names.short_forms(),
                text[0].islower(),
            ),
            default="",
        )

    @property
    def surname(self) -> str:
        """The last word of the name with the particles before it: "von der Leyen"."""
        words = self.name.split()
        if len(words) > 2 and name_forms.generation_of(self.name) is not None:
            words.pop()
        at = len(words) - 1
        while at > 1 and words[at - 1].islower():
            at -= 1
        return " ".join(words[at:])

    @property
    def _by_surname(self) -> Counter[str]:
        """How often each spelling of the surname was written."""
        spellings: Counter[str] = Counter()
        for text, count in (*self.aliases.items(), *self.written.items()):
            spellings[text.rsplit(maxsplit=1)[-1]] += count
        return spellings

    def _length(self, text: str) -> int:
        """Words of a name that was written often enough not to be a slip, without initials; capitals throughout count as one."""
        length = sum(len(word.strip(".")) > 1 for word in text.split())
        if name_forms.generation_of(text) is not None and self.generation is None:
            length -= 1
        if text.isupper():
            length = min(length, 1)
        often = self.written[text] >= 2 or self.written[text] * 6 >= sum(self.written.values())
        return length if often else min(length, 2)

    @property
    def is_relative(self) -> bool:
        """Whether it is told of as somebody's wife or brother only: the surname alone is the other's."""
        return bool(self.roles) and all(KIN.search(role) for role in self.roles)

    @property
    def gender(self) -> str | None:
        """Like "m", "f" or None."""
        if len(self.genders) < 2:  # nearly always, and asked for each of many namesakes
            return next(iter(self.genders), None)
        return max(self.genders, key=self.genders.__getitem__)


class Registry:
    """Learns first (`learn` for every name seen, then `settle`), then answers."""

    def __init__(self) -> None:
        self.people: list[Known] = []
        self.others: dict[str, Known] = {}
        self._by_words: dict[tuple[tuple[str, ...], str | None], Known] = {}
        """Full names as placed."""
        self._joint: dict[frozenset[int | str | None], Known] = {}
        self._by_last: dict[str, list[Known]] = {}
        self._by_first: dict[str, list[Known]] = {}
        self._roles: dict[str, list[tuple[Role, Known]]] = {}
        self._full: Counter[tuple[str, ...]] = Counter()
        self._generations: dict[tuple[str, ...], set[str]] = {}
        """"jr" and "sr" of the full names that have them."""
        self._bodies: set[tuple[str, ...]] = set()
        """Full names of firms and other bodies, as the roles in them tell."""
        self._titled: set[tuple[str, ...]] = set()
        """Names of people by their titles that would be taken for places, and their surnames."""
        self._firms: dict[str, set[str]] = {}
        """First words of the names of firms, which are no people's names, and those names."""
        self._public: dict[str, dict[str, PublicBody]] = {}
        """Key of a ministry or the like -> by whose it is, one such body each."""
        self._short: dict[str, str] = {}
        """What capitals stand for, where a post explains them: "IDF"."""
        self._present: dict[int, set[int]] = {}
        self._when: dict[int, float] = {}
        """Post -> when it was published."""
        self._source: dict[int, int] = {}
        """Post -> the source that it is of."""
        self._waiting: list[tuple[int, NameSeen]] = []
        self._told: dict[int, Counter[str]] = {}
        """Post -> how often "he" and "she", and people without a name, tell of a man or of a woman."""
        self._spouses: dict[int, set[str]] = {}
        """Post -> the genders of those of whom it tells as somebody's wife or husband."""
        self._strangers: dict[tuple[int, str], Known] = {}
        """Post and name of one word -> who is introduced by it there, and is nobody whose first name it is elsewhere."""
        self._pairs: list[tuple[int, NameSeen, NameSeen]] = []
        """Two names that "and" may join."""

    # --- learning ---

    def learn(self, post: int, seen: Iterable[NameSeen], when: float = math.inf, source: int = 0) -> None:
        """Note the names of one post of a source, published at `when`."""
        self._when[post] = when
        self._source[post] = source
        before: NameSeen | None = None
        for name in seen:
            if name.kind is PhraseKind.NAME:
                self._waiting.append((post, name))
                if before is not None and name_forms.is_short_for(name, before):
                    self._short.setdefault(name.core, name_forms.institution_name(before.core, before.text))
                if before is not None and before.kind is PhraseKind.NAME and name.start - before.end == len(" and "):
                    self._pairs.append((post, before, name))
            elif name.kind is PhraseKind.PRONOUN and name.gender is not None:
                self._told.setdefault(post, Counter())[name.gender] += 1
            elif name.kind is PhraseKind.ROLE:
                if (spouse := _SPOUSES.get(name.text.lower())) is not None:
                    self._spouses.setdefault(post, set()).add(spouse)
                self._told.setdefault(post, Counter())["role"] += 1
            before = name

    def settle(self) -> None:
        """Make people of the full names, then give every name its owner and its roles."""
        self._waiting += self._with_shared_surname()
        self._bodies = {_words(body) for _, name in self._waiting for role in name.roles for body in bodies_in(role)}
        for _, name in self._waiting:
            if name.roles and name_forms.may_be_person(name.core):
                words = _words(name.core)
                self._titled |= {words, words[-1:]}
        for _, name in self._waiting:
            words = _words(name.core)
            if len(words) > 1 and self.is_person(name.core):
                self._full[words] += 1
                if (generation := name_forms.generation_of(name.core)) is not None:
                    self._generations.setdefault(words, set()).add(generation)
        people = {words[:1] for words in self._full} | {words[-1:] for words in self._full}
        for _, name in self._waiting:
            first, _, rest = name.core.partition(" ")
            if rest and self.is_firm(name.core) and _words(first)[:1] not in people:
                self._firms.setdefault(first, set()).add(name.core)
        # Initials last: "T. Lee" may be Tom or Tim.
        for words in sorted(self._full, key=lambda words: (len(words[0]) == 1, -self._full[words], words)):
            generations = sorted(self._generations.get(words, ()))
            for generation in generations if len(generations) > 1 else [None]:
                self._place(words, generation)
        self._learn_strangers()
        # Full names first: what they tell of somebody's gender decides whom "Mr Lee" means.
        for post, name in sorted(self._waiting, key=lambda waiting: " " not in waiting[1].core):
            self._count(post, name)
        self._learn_genders()
        for person in self.people:
            if len(person.roles) > _MOST_ROLES:
                person.roles = Counter(dict(person.roles.most_common(_MOST_ROLES)))
            for written in person.roles:
                parsed = parse_role(written)
                for head in parsed.heads:
                    self._roles.setdefault(head, []).append((parsed, person))
        for head, holders in self._roles.items():
            holders.sort(key=lambda holder: -holder[1].seen)
            self._roles[head] = holders[:_MOST_HOLDERS]
        self._learn_public_bodies()
        self._learn_initials()
        self._waiting.clear()

    def _learn_initials(self) -> None:
        """Note what capitals stand for that are the first letters of one body's name and of no other's: "WHO"."""
        short = {
            name.core
            for _, name in self._waiting
            if " " not in name.core and name_forms.may_be_initials(name.core) and name.core not in self._short
        }
        bodies: dict[str, set[str]] = {}
        for _, name in self._waiting if short else ():
            if " " in name.core and not self.is_person(name.core):
                written = name_forms.institution_name(name.core, name.text)
                for letters in name_forms.initials(written):
                    bodies.setdefault(letters, set()).add(written)
        for core in short:
            known = bodies.get(core.upper(), set())
            if len(known) == 1:
                (written,) = known
                body = self.public_body(written)
                if body is None or len(self.public_bodies(body.key)) < 2:
                    self._short[core] = written

    def _learn_public_bodies(self) -> None:
        for _, name in self._waiting:
            if " " in name.text and not self.is_person(name.core):
                body = self.public_body(with_owner(name.core, name.text))
                if body is not None and body.owner is not None:
                    self._public.setdefault(body.key, {}).setdefault(body.owner_key, body)

    def _with_shared_surname(self) -> list[tuple[int, NameSeen]]:
        """Full names of those who share one with the next: "Colin and Maureen Lee"."""
        surnames = {_words(name.core)[-1:] for _, name in self._waiting if " " in name.core}
        return [
            (post, replace(one, core=f"{one.core} {surname}", text=f"{one.core} {surname}", roles=()))
            for post, one, other in self._pairs
            if " " not in one.text
            and other.core == other.text
            and names.gender_of(one.core)
            and _words(one.core) not in surnames
            and len(parts := other.core.split()) == 2
            and names.gender_of(parts[0])
            for surname in parts[1:]
        ]

    def _learn_strangers(self) -> None:
        """Make people of those whom a post introduces by a first name alone: "Another caller, Hamish, said".

        Not where the post, or the story with the same role, names somebody so in full. A bare first name is also a
        stranger's where its source names nobody so in full: "Ruth" of an obituary is not the "Ruth Ogilvie" of another page.
        """
        in_source: set[tuple[int, str]] = set()
        of_source: dict[tuple[int, str], Known] = {}
        in_role: set[tuple[int, str]] = set()
        in_full: set[tuple[int, str]] = set()
        held: dict[str, set[str]] = {}
        for post, name in self._waiting:
            words = _words(name.core)
            if len(words) > 1:
                in_full.update((post, word) for word in words)
                in_source.update((self._source[post], word) for word in words)
                held.setdefault(words[0], set()).update(*(parse_role(role).heads for role in name.roles))
        for post, name in self._waiting:
            words = _words(name.core)
            if len(words) == 1 and any(parse_role(role).heads & held.get(words[0], set()) for role in name.roles):
                in_role.add((self._source[post], words[0]))
        for post, name in self._waiting:
            words = _words(name.core)
            if len(words) != 1 or name.text != name.core or words[0] in self._by_last:
                continue
            here = self._source[post], words[0]
            if words[0] in self._by_first and here not in in_source | in_role and names.gender_of(words[0]) is not None:
                if here not in of_source:
                    of_source[here] = Known(ActorKind.PERSON, words)
                    self.people.append(of_source[here])
                self._strangers[post, words[0]] = of_source[here]
                continue
            if not name.roles:
                continue
            heads = {head for role in name.roles for head in parse_role(role).heads}
            known = not heads or heads & held.get(words[0], set()) or (post, words[0]) in in_full
            if words[0] in self._by_first and not known and (post, words[0]) not in self._strangers:
                person = self._strangers[post, words[0]] = Known(ActorKind.PERSON, words)
                self.people.append(person)

    def _count(self, post: int, name: NameSeen) -> None:
        """Give a name seen to its owner."""
        person = self.person(name.core, post, name.text, name.gender) if self.is_person(name.core) else None
        if person is None:
            return
        person.seen += 1
        person.led += name.subject
        self._present.setdefault(post, set()).add(id(person))
        person.aliases[self.alias(name.core, name.text)] += 1
        if name_forms.is_called_institution(name):
            person.kind = ActorKind.INSTITUTION
        if len(name.core.split()) > 1:
            person.written[name_forms.without_regal(name.core)] += 1
            person.posts.add(post)
            person.first = min(person.first, self._when[post])
            person.in_full += 1
            person.knighted = person.knighted or not _titles(name.text).isdisjoint(_FIRST_NAME_TITLES)
        elif not person.written:
            # Nobody knows of "Deacon Blue" whether that is a deacon or a band.
            person.written[name.text if _TITLE_OR_FIRST_NAME.fullmatch(name.text) else name.core] += 1
        if name.gender and not self._is_title_of_another(post, name, person):
            person.genders[name.gender] += 1
        for role in name.roles:
            person.roles[role] += 1

    def _is_title_of_another(self, post: int, name: NameSeen, person: Known) -> bool:
        """Whether "Mrs Lee" may be another than the only Lee known: he is told to be a man, or the post tells of a wife."""
        if " " in name.core or name_forms.courtesy_gender(name.text) is None or not person.in_full:
            return False
        told = person.gender
        if told is not None:
            return told != name.gender
        # Of two of whom nothing tells it either may be meant.
        others = self._by_last.get(person.words[-1], [])[:MOST_NAMESAKES]
        untold = any(one is not person and one.in_full and one.gender is None for one in others)
        return untold or name.gender in self._spouses.get(post, ())

    def _learn_genders(self) -> None:
        """Give the only person of a post the gender of all its pronouns, where nobody else is told of."""
        people = {id(person): person for person in self.people}
        for post, told in self._told.items():
            here = self._present.get(post, ())
            if len(here) == len(told) == 1 and told.total() >= _LEAST_TOLD and "role" not in told:
                person = people[next(iter(here))]
                if not person.genders:
                    person.genders += told

    def _place(self, words: tuple[str, ...], generation: str | None) -> None:
        """Join a full name to somebody known, or make somebody of it."""
        for person in self._by_last.get(words[-1], [])[:MOST_NAMESAKES]:
            if name_forms.same_person(person.words, words) and _same_generation(person, generation):
                self._by_words[words, generation] = person
                person.generation = person.generation or generation
                if words[0] not in person.words:
                    self._by_first.setdefault(words[0], []).append(person)
                if len(words) > len(person.words) and words[-len(person.words) :] != person.words:
                    person.words = words
                return
        person = self._by_words[words, generation] = Known(ActorKind.PERSON, words, generation)
        self.people.append(person)
        self._by_last.setdefault(words[-1], []).append(person)
        for part in (*words[:-1], *(words[-1].split("-") if "-" in words[-1] else ())):
            self._by_first.setdefault(part, []).append(person)

    # --- answering ---

    def person(self, core: str, post: int, surface: str = "", gender: str | None = None) -> Known | None:
        """The person whom a name means in a post; makes one of a bare surname that nobody has."""
        words = _words(core)
        if not words:
            return None
        gender = gender or name_forms.gender_of_title(surface)
        if len(words) > 1:
            generation = name_forms.generation_of(core)
            placed = self._by_words.get((words, generation)) or self._by_words.get((words, None))
            same = [
                person
                for person in ([placed] if placed else self._by_last.get(words[-1], [])[:MOST_NAMESAKES])
                if name_forms.same_person(person.words, words) and _same_generation(person, generation)
            ]
            if same:
                return self._likeliest(same, post, gender)
            if words[0] in names.REGAL:
                return self._by_role(words[0], post)
            return None
        if (stranger := self._strangers.get((post, words[0]))) is not None:
            return stranger
        if _titles(surface) & _FIRST_NAME_TITLES and self._by_first.get(words[0]):
            named = self._by_first[words[0]][:MOST_NAMESAKES]
            return self._likeliest([one for one in named if one.knighted] or named, post, gender)
        found = self._by_last.get(words[0]) or self._by_first.get(words[0]) or self._in_short(words[0], post)
        if found and not gender:
            # "Mr Lee's wife, Ann Lee": Lee alone is the other
            found = [
                one for one in found if not (one.words[-1] == words[0] and one.is_relative and _is_of_namesake(one))
            ]
        if found:
            holder = holder_of(found[:MOST_NAMESAKES], core, surface)
            if holder is not None:
                return holder
            person = self._likeliest(found[:MOST_NAMESAKES], post, gender)
            if person is not None and not self._is_the_other_of_two(person, surface):
                return person
        if words[0] in names.REGAL:
            return None
        # Of "Mr Lee" and "Mrs Lee" the second is called so.
        person = Known(ActorKind.PERSON, words, fixed=surface if found else None)
        self.people.append(person)
        self._by_last.setdefault(words[0], []).append(person)
        return person

    def _is_the_other_of_two(self, person: Known, surface: str) -> bool:
        """Whether a title tells that a surname is not that of the only one whom the story has by it: "Mrs Lee" of "Mr Lee", "Mr Lee" of his wife, Ann Lee."""
        told = name_forms.courtesy_gender(surface)
        other = told is not None and person.gender not in {None, told}
        return other and (not person.in_full or person.is_relative)

    def _in_short(self, word: str, post: int) -> list[Known]:
        """Those of the post whose first name a word is short for: "Bill"."""
        here = self.named_in(post)
        return [
            person
            for formal in sorted(names.formal_names(word) - {word})
            for person in self._by_first.get(formal, [])[:MOST_NAMESAKES]
            if id(person) in here
        ]

    def alias(self, core: str, surface: str) -> str:
        """What a name is listed as: a first name with its title ("Sir Keir"), else the name alone."""
        words = _words(core)
        if (
            len(words) == 1
            and _titles(surface) & _FIRST_NAME_TITLES
            and words[0] not in self._by_last
            and words[0] in self._by_first
        ):
            return surface
        return core

    def named_in(self, post: int) -> set[int]:
        """Identities of the people whom a post names, by full name or surname, captions included."""
        return self._present.get(post, set())

    def _by_role(self, head: str, post: int) -> Known | None:
        holders = [person for role, person in self._roles.get(head, [])]
        return self._likeliest(holders, post, None)

    def _likeliest(self, people: list[Known], post: int, gender: str | None) -> Known | None:
        """Of several people with one name: whom this post names in full, else whom the story names most, and first.

        Whom it only tells of as somebody's wife or brother comes after the other.
        """
        fitting = [person for person in people if not gender or not person.gender or person.gender == gender] or people
        if not fitting:
            return None

        def likelihood(person: Known) -> tuple[bool, bool, float, float, tuple[str, ...]]:
            titled = gender is not None and person.gender == gender
            second = person.is_relative and not titled
            named = (self._full[person.words] + person.seen) / (MOSTLY if second else 1)
            return post in person.posts and not second, titled, named, -person.first, person.words

        return max(fitting, key=likelihood)

    def most_named(self, most: int) -> list[Known]:
        """The people whom the story names in full most often; a role, a first name or a verb tells that they are people."""
        people = (
            person
            for person in self.people
            if person.in_full
            and person.kind is ActorKind.PERSON
            and (person.roles or person.genders or person.led > 1 or names.gender_of(person.words[0]) is not None)
        )
        return heapq.nlargest(most, people, key=lambda person: (person.in_full, -person.first, person.words))

    def initialled(self, core: str) -> list[Known]:
        """All whom a surname with an initial before it may mean: "T. Lee"."""
        words = _words(core)
        if len(words) != 2 or len(words[0]) != 1:
            return []
        return [one for one in self._by_last.get(words[1], [])[:MOST_NAMESAKES] if one.words[0][:1] == words[0]]

    def namesakes(self, core: str) -> list[Known]:
        """All people whose surname a single word is."""
        words = _words(core)
        return self._by_last.get(words[0], []) if len(words) == 1 else []

    def named_so(self, core: str) -> list[Known]:
        """The first few people whose surname a single word is, and of those whose first name it is."""
        words = _words(core)
        firsts = self._by_first.get(words[0], [])[:MOST_NAMESAKES] if len(words) == 1 else []
        return [*self.namesakes(core)[:MOST_NAMESAKES], *firsts]

    def holder(self, text: str, recent: list[Known], places: frozenset[str], present: set[int]) -> Known | None:
        """Who holds a role as written ("the Norwegian minister").

        `recent`: who was named before in the post, latest last; `places`: what "the country" means there;
        `present`: identities of all whom the post names, whom its roles most likely mean.
        """
        wanted = parse_role(text)
        if not wanted.heads or _INDEFINITE.match(text):
            return None
        if not wanted.places and re.search(r"\b(?:country|nation)['\u2019]s\b", text):
            wanted = replace(wanted, places=places)
        if _PLACES_OWN.search(text):
            wanted = replace(wanted, words=wanted.words - _PLACES)
        if not wanted.places and not wanted.words:
            # "the president": whoever of them was named last
            for person in reversed(recent):
                if any(
                    wanted.heads & known.heads and (wanted.deputy, wanted.former) == (known.deputy, known.former)
                    for known in map(parse_role, person.roles)
                ):
                    return person
        votes: dict[int, float] = {}
        known: dict[int, Known] = {}
        for head in wanted.heads:
            # "the Norwegian leader" may be a president; "the leader of the house", "the party leader" is none.
            kin = _LEADERS | {head} if head == "leader" and not wanted.words else {head}
            for other in sorted(kin):
                for role, person in self._roles.get(other, []):
                    fit = self._fit(wanted, role, other)
                    if fit:
                        score = fit + (2.5 if id(person) in present else 0.0) + min(person.seen, 50) / 100
                        votes[id(person)] = max(votes.get(id(person), 0.0), score)
                        known[id(person)] = person
        if not votes:
            return self._in_other_words(text, wanted, present)
        if not wanted.places and not wanted.words:
            here = [person for key, person in known.items() if key in present]
            if not here and wanted.heads & _ALONE:
                here = list(known.values())
            return here[0] if len(here) == 1 else None
        best = max(votes.values())
        top = [known[key] for key in votes if votes[key] >= best - 0.5]
        if len(top) > 1:
            for person in reversed(recent):
                if person in top:
                    return person
            if not wanted.heads & (_ALONE | {"minister", "leader"}):
                return None
        return max(top, key=lambda person: (person.seen, person.words))

    def _in_other_words(self, text: str, wanted: Role, present: set[int]) -> Known | None:
        """The only one of a post who has the office that "boss" or "coach" means: "the Leith boss", where Leith's manager is named."""
        offices = next((offices for words, offices in _SAME_OFFICE.items() if text.lower().endswith(words)), ())
        if not wanted.places and not wanted.words:
            return None
        holders = {
            id(person): person
            for office in offices
            for role, person in self._roles.get(office, [])
            if id(person) in present
            and (role.places, role.words, role.deputy, role.former)
            == (wanted.places, wanted.words, wanted.deputy, wanted.former)
            and (office != "coach" or "head" in role.heads)
        }
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _fit(self, wanted: Role, role: Role, head: str) -> int:
        """How well a known role answers a wanted one; 0 when it does not."""
        if wanted.places and not wanted.places & (role.places | self._places_of(role.words)):
            # "Lee's envoy": whoever serves Lee's country
            return 0
        if (wanted.deputy, wanted.former) != (role.deputy, role.former):
            return 0
        score = 1 + 2 * len(wanted.places & role.places)
        for word in wanted.words:
            if word in role.words:
                score += 2
            else:
                places = self._places_of({word})
                if places & role.places:
                    score += 1
                elif word not in {
                    "special",
                    "press",
                    "state",
                    "party",
                    "presidential",
                    "minority",
                    "majority",
                    "house",
                    "senate",
                }:
                    return 0
        if head != "minister" and "minister" in wanted.heads and "minister" not in role.heads:
            return 0
        return score

    def _places_of(self, words: Iterable[str]) -> frozenset[str]:
        """Countries that people named by these words serve."""
        found: set[str] = set()
        for word in words:
            for person in self._by_last.get(names.spelling(word), [])[:3]:
                for role in person.roles:
                    found |= parse_role(role).places
        return frozenset(found)

    def joint(self, members: Iterable[Known | str | None], text: str) -> Known:
        """Those who speak together, whatever the words for each and their order."""
        members = tuple(members)
        key = frozenset(id(one) if isinstance(one, Known) else one for one in members)
        known = self._joint.setdefault(key, Known(ActorKind.COLLECTIVE))
        known.described = any(not isinstance(one, Known) or one.described for one in members)
        known.written[text] += 1
        known.aliases[text] += 1
        return known

    def is_person(self, core: str) -> bool:
        """Whether a name without titles looks like a person's, and no role tells that it is a firm's."""
        person = name_forms.is_person(core) or (bool(self._titled) and _words(core) in self._titled)
        return person and _words(core) not in self._bodies and core not in self._short and self.firm(core) is None

    def firm(self, core: str) -> str | None:
        """The full name of the only firm that the story calls by one word ("Peabody"), when nobody has that surname."""
        firms = self._firms.get(core, ())
        return next(iter(firms)) if len(firms) == 1 else None

    def owned(self, owner: Known, what: str, kind: ActorKind) -> Known:
        """Like the office of a person; one thing, whatever the words for its owner."""
        key = f"{id(owner)} {' '.join(map(_plain, WORD.findall(what)))}"
        known = self.others.get(key)
        if known is None:
            rivals = [other.seen for other in self._by_last.get(owner.words[-1], ()) if other is not owner]
            known = Known(kind, owner=owner, owner_in_full=owner.seen < 2 * max(rivals, default=0))
            self.others[key] = known
        known.written[what] += 1
        return known

    def public_body(self, written: str, before: str = "", after: str = "") -> PublicBody | None:
        """A ministry or the like, taken apart; a person who appoints it does not own it: "Lee's Justice Department"."""
        body = public_body(written, before, after)
        if body is None or body.owner is None or names.country_of(body.owner) is not None:
            return body
        person = any(one.in_full or one.genders for one in self.namesakes(body.owner.rsplit(maxsplit=1)[-1]))
        return replace(body, owner=None, written=body.base) if person else body

    def public_bodies(self, key: str) -> list[PublicBody]:
        """The bodies of one name that the story has, one for each whose it is."""
        return list(self._public.get(key, {}).values())

    def is_firm(self, core: str) -> bool:
        """Whether a role of the story, or the name itself, tells that it is a firm's."""
        return (
            _words(core) in self._bodies
            or names.fold(core.rsplit(maxsplit=1)[-1]).strip(".") in name_forms.FIRM_ENDINGS
        )

    def thing(self, core: str, kind: ActorKind, *, described: bool = False, written: str | None = None) -> Known:
        """An institution or a collective by its name or description; `written` where the source has it in other words."""
        short, core = core, self._short.get(core, core)
        bare = re.sub(r"^(?:the|a|an|our|its|his|her|their)\s+", "", core, flags=re.IGNORECASE)
        country = names.COUNTRIES.get(names.fold(bare)) if names.fold(bare) != "taliban" else None
        if country is not None and (
            names.fold(bare) in names.CAPITALS or names.fold(bare) == names.fold(country) or bare[:1].isupper()
        ):
            key = country
        else:
            key = " ".join(_plain(word) for word in WORD.findall(bare)) or core
        known = self.others.get(key)
        if known is None:
            known = Known(kind, fixed=country if country == key else None, described=described)
            self.others[key] = known
        known.described = known.described and described
        known.written[written or bare or core] += 1
        known.aliases[written or bare or core] += 1
        if short != core:
            known.aliases[short] += 1
        return known


@lru_cache(maxsize=4096)
def _words(core: str) -> tuple[str, ...]:
    """Spelling keys of a name's words without numerals, initials after the first, and "Jr."."""
    words = [names.spelling(word) for word in WORD.findall(_SAINT.sub("St-", _IRISH.sub("O'", core)))]
    return tuple(
        word
        for at, word in enumerate(words)
        if word and not (at and (len(word) == 1 or name_forms.NUMERAL.match(word) or word in name_forms.TAIL))
    )


def _titles(surface: str) -> set[str]:
    """The words before the last one of a name as written, folded."""
    return {names.fold(word).rstrip(".") for word in surface.split()[:-1]}


def _plain(word: str) -> str:
    """A key that joins "Russia's" and "Russian"."""
    country = names.country_of(word)
    return country if country is not None else names.spelling(word)


def holder_of(people: Sequence[Known], core: str, surface: str) -> Known | None:
    """Of several people with one surname the only one who has the role or the rank before it: "Governor Lee", "Sgt Lee"."""
    before = surface.removesuffix(core) if len(people) > 1 and surface != core else ""
    heads = parse_role(before).heads | _ranks(before)
    if not heads:
        return None
    holders = [
        person for person in people if any(heads & (parse_role(one).heads | _ranks(one)) for one in person.roles)
    ]
    return holders[0] if len(holders) == 1 else None


def _ranks(role: str) -> frozenset[str]:
    """The words of a role that stand as titles before names, courtesies left out: "sgt"."""
    return frozenset(names.fold(word).strip(".") for word in role.split()) & (names.TITLES - names.HONORIFICS)


def _is_of_namesake(relative: Known) -> bool:
    """Whether the words for a relative tell that the other one has the same surname: "President Lee's wife", Ann Lee."""
    surname = relative.words[-1]
    return any(surname in map(names.spelling, WORD.findall(role)) for role in relative.roles)


def _same_generation(person: Known, generation: str | None) -> bool:
    return generation is None or person.generation in {None, generation}
