"""Who says something together: "Ana Ruiz and Tom Lee said", "said the ports ministry and the union". Precision comes first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import is_person
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.speech import Paragraph

_MOST = 8
"""Members of one joint subject: longer lists are tables."""
_TWO_EXPLAINED = 3
"""Phrases of two people of whom commas explain the first: its name, a role and the other's name."""
_WITH_TOPIC = 2
"""Two who speak; with what they speak of before them there is one more."""
_LONGEST_PAIR = 120
"""Characters in which the names of two stand."""
_COMMA = late_pattern(r", (?:(?:both|also|later|then|jointly|together|each|has|have|had|[a-z]+ly) ){0,2}")
"""What stands between the names and the verb."""
_TWOS = word_set("twins couple pair duo newlyweds siblings two")
_NO_TWO = word_set("police staff media people officials authorities union")
"""Groups whom two names hardly tell: "the police, Ana Ruiz and Tom Lee" is a list."""
_SIBLINGS = late_pattern(
    r"(?:[Bb]rothers|[Ss]isters|[Tt]wins|[Pp]arents|[Ss]pouses|[Nn]ewlyweds|[Cc]ousins|[Ff]riends|[Nn]eighbours) "
)
"""What tells of two before their names, and is no part of them."""
_LINK = late_pattern(r"(?P<comma>,)?(?P<and>\s+(?:and|&))?\s+")
_DETERMINED = late_pattern(
    r"(?:the|an?|his|her|their|its|our|my|one|both|two|three)\b|[\w.-]+(?: [\w.-]+)*['\u2019]s? ", re.IGNORECASE
)
"""How a phrase begins that does not share the article of the one before: "the", "his", "Norway's"."""
_INDEFINITE = late_pattern(r"(?:an?|one)\s", re.IGNORECASE)
_SINGULAR = word_set("has is was does hasn't isn't wasn't doesn't hasn’t isn’t wasn’t doesn’t")
_PLURAL = word_set("have are were do haven't aren't weren't don't haven’t aren’t weren’t don’t both jointly")
_ENDS = late_pattern(
    r"\s*(?:[.;:)!?\u2013\u2014\x01-\x04]|\Z|- )|,(?! (?:his|her|their|its)\b)"
    r"|\s+(?:in|at|on|after|as|who|during|to|of|for|from|last|this|when|while|before|yesterday|today|jointly|both|together)\b"
)
"""What follows the names after a verb when they are all its subject; a verb of their own does not."""
_FIELDS = word_set(
    """film movie cinema stage screen theatre theater opera radio television tv web cable internet online pop rock jazz folk soul rap country dance
    music art fashion comedy news sport sports football cricket rugby tennis business finance food drink wine travel culture arts science health
    olympic paralympic world european commonwealth national international technology tech energy climate transport education labour labor crime law defence defense security property media"""
)
"""What a trade is of, where two fields stand before it: "film and television actor"."""
_INSTITUTIONS = names.INSTITUTION_NOUNS | word_set("executive ltd limited plc inc")


def before_verb(paragraph: Paragraph, phrase: Phrase, *, inserted: bool = False) -> Phrase:
    """The joint subject that holds `phrase`, which a verb follows; `phrase` itself where nothing is joined to it.

    `Phrase.unsure` where the words allow that others speak too. `inserted`: the verb stands inside the clause of which it tells.
    """
    chain, links = _chain(paragraph, phrase, left=True)
    while len(chain) > 1 and not _begins(paragraph, chain[0]) and links[0] == ",":
        del chain[0], links[0]
    if inserted and len(chain) > _WITH_TOPIC and links[0] == ",":
        # "The bridge, Lee and Kay said, was '...'"
        del chain[0], links[0]
    if "and" not in links or phrase not in chain:
        return phrase
    plural = _number(paragraph, chain[-1])
    if not _begins(paragraph, chain[0]):
        if not paragraph.governed(chain[0]):
            # "Ruiz met Lee and the minister said": two clauses
            return phrase
        head = paragraph.head_before(chain[0])
        if head is None or not _begins(paragraph, head) or len(chain) > 2:
            return replace(phrase, unsure=True)
        if plural is not True:
            # "the head of Marks and Spencer said", "the head of the union and Lee said"
            return replace(head if chain[-1].kind is PhraseKind.NAME else phrase, unsure=True)
        whole = paragraph.masked[head.start : chain[0].end]
        chain[0] = replace(head, end=chain[0].end, text=whole, core=whole)
    follows = paragraph.masked[chain[-1].end : chain[-1].end + 2]
    if follows.startswith(",") and ("," in links or all(one.kind is PhraseKind.ROLE for one in chain[1:])):
        # "Ana Ruiz, a nurse and mother, said"
        return _two_explained(paragraph, chain) or phrase
    if plural is False:
        if all(_part_of_name(one) for one in chain):
            return _one_name(paragraph, chain)
        return replace(phrase, unsure=True)
    return _joined(paragraph, phrase, chain, links, plural=plural is True)


def _two_explained(paragraph: Paragraph, chain: list[Phrase]) -> Phrase | None:
    """Two people whom commas explain: "Ana Ruiz, the mayor, and Tom Lee, her deputy, said"."""
    if len(chain) != _TWO_EXPLAINED:
        return None
    first, role, last = chain
    named = first.kind is PhraseKind.NAME and last.kind is PhraseKind.NAME and role.kind is PhraseKind.ROLE
    whole = named and all(" " in one.core and is_person(one.core) for one in (first, last))
    if not whole or not paragraph.masked.startswith(", and ", role.end) or not _begins(paragraph, first):
        return None
    text = f"{first.text} and {last.text}"
    return Phrase(first.start, last.end, text, PhraseKind.JOINT, text, members=(first, last))


def explained_before(paragraph: Paragraph, low: int, verb: int) -> Phrase | None:
    """The two whose names stand between commas right before a verb, and tell who a group is: "The owners, Ana Ruiz and Tom Lee, said"."""
    phrases = paragraph.phrases_between(max(low, verb - _LONGEST_PAIR), verb)
    if len(phrases) < _WITH_TOPIC or _COMMA.fullmatch(paragraph.masked, phrases[-1].end, verb) is None:
        return None
    one, other = phrases[-2:]
    group = paragraph.by_end.get(one.start - len(", "))
    if group is None or group.start < low or not _is_group(paragraph, group):
        return None
    first = paragraph.phrase_before(group) if group.kind is PhraseKind.ROLE else group
    return None if first is None or paragraph.governed(first) else _pair(paragraph, one, other)


def _explained_after(paragraph: Paragraph, group: Phrase) -> Phrase | None:
    """The same behind a verb: "said the owners, Ana Ruiz and Tom Lee."."""
    pair = paragraph.phrases_between(group.end, group.end + _LONGEST_PAIR)[:_WITH_TOPIC]
    if len(pair) < _WITH_TOPIC or not _is_group(paragraph, group) or pair[0].start != group.end + len(", "):
        return None
    return _pair(paragraph, *pair) if _ENDS.match(paragraph.masked, pair[1].end) else None


def _is_group(paragraph: Paragraph, group: Phrase) -> bool:
    """Whether a phrase tells of two people: "the owners", "the twins", "mother and daughter"."""
    head = names.fold(group.text.rsplit(maxsplit=1)[-1])
    if head in _TWOS or (group.kind is PhraseKind.COLLECTIVE and head not in _NO_TWO):
        return True
    before = paragraph.phrase_before(group) if group.kind is PhraseKind.ROLE else None
    return (
        before is not None
        and before.kind is PhraseKind.ROLE
        and paragraph.masked[before.end : group.start] == " and "
        and _DETERMINED.match(group.text) is None
    )


def _pair(paragraph: Paragraph, one: Phrase, other: Phrase) -> Phrase | None:
    """Two names that "and" joins as one phrase; None where they are no people's."""
    people = all(
        part.kind is PhraseKind.NAME and is_person(part.core) and not (part.possessive or part.owner)
        for part in (one, other)
    )
    if not people or paragraph.masked[one.end : other.start] != " and " or " " not in other.core:
        return None
    text = paragraph.masked[one.start : other.end]
    return Phrase(one.start, other.end, text, PhraseKind.JOINT, text, members=(one, other))


def after_verb(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The same for a phrase that follows its verb ("said Ana Ruiz and Tom Lee")."""
    chain, links = _chain(paragraph, phrase, left=False)
    for group in chain[:_WITH_TOPIC]:
        explained = _explained_after(paragraph, group)
        if explained is not None:
            return explained
    if "and" not in links:
        return phrase
    if not _ENDS.match(paragraph.masked, chain[-1].end) or (len(chain) == 2 and links == [",and"]):
        # "said Ana Ruiz and Tom Lee agreed"
        return replace(phrase, unsure=True)
    return _joined(paragraph, phrase, chain, links, plural=False)


def _chain(paragraph: Paragraph, phrase: Phrase, *, left: bool) -> tuple[list[Phrase], list[str]]:
    """The phrases that only commas and "and" join to one, and the links between them (",", "and", ",and"); the last is no comma."""
    if phrase.possessive or phrase.owner or not phrase.text:
        return [phrase], []
    chain = [phrase]
    links: list[str] = []
    if left:
        while len(chain) < _MOST and (other := paragraph.phrase_before(chain[0])) is not None:
            link = _link(paragraph, other, chain[0])
            if link is None:
                break
            chain.insert(0, other)
            links.insert(0, link)
    while len(chain) < _MOST and (other := paragraph.phrase_after(chain[-1])) is not None:
        link = _link(paragraph, chain[-1], other)
        if link is None:
            break
        chain.append(other)
        links.append(link)
    while links and links[-1] == ",":
        del chain[-1], links[-1]
    if links[-1:] == [",and"]:
        links[-1] = "and" if len(links) > 1 else ",and"
    return chain, ["and" if link == ",and" and left else link for link in links]


def _link(paragraph: Paragraph, one: Phrase, other: Phrase) -> str | None:
    """Like "," or "and": what alone stands between two phrases; None when more does."""
    if one.possessive or one.end > other.start:
        return None
    found = _LINK.fullmatch(paragraph.masked, one.end, other.start)
    if found is None or not (found["comma"] or found["and"]):
        return None
    return ("," if found["comma"] else "") + ("and" if found["and"] else "")


def _begins(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase stands where a subject may begin."""
    if paragraph.leads(phrase):
        return True
    index = paragraph.tokens.before(phrase.start)
    word = paragraph.tokens.lower[index]
    # "Later Ruiz and Lee said", "In 2020 Ruiz and Lee said"
    return word in cues.ADVERBS or word.endswith("ly") or word.isdigit()


def _number(paragraph: Paragraph, last: Phrase) -> bool | None:
    """Whether the verb after the last phrase is a plural's; None when its form does not tell."""
    tokens = paragraph.tokens
    first = tokens.after(last.end)
    for at in range(first, min(first + 4, len(tokens.words))):
        word = tokens.lower[at]
        if word in _SINGULAR or cues.VERBS.get(word, ("", ""))[1] == "present":
            return False
        if word in _PLURAL or cues.VERBS.get(word, ("", ""))[1] == "base":
            return True
        if word in cues.VERBS:
            return None
    return None


def _part_of_name(phrase: Phrase) -> bool:
    """Whether a phrase may be one half of a name ("Marks and Spencer"): capitals, and no full name of a person."""
    words = phrase.core.split()
    return (
        phrase.kind is not PhraseKind.PRONOUN and phrase.core[:1].isupper() and (len(words) == 1 or _ends_body(phrase))
    )


def _may_be_one_role(before: Phrase, one: Phrase) -> bool:
    """Whether two phrases may be one person with what he is of: "Selby and Leith MP Ann Lee", not "Roe and Danish MP Ann Lee"."""
    role = one.text.removesuffix(one.core).split()
    return (
        one.kind is PhraseKind.NAME
        and " " not in before.text
        and before.text[:1].isupper()
        and before.kind is not PhraseKind.PRONOUN
        and len(role) > 1
        and role[0][:1].isupper()
        and names.fold(role[0]) not in names.PERSON_NOUNS | names.TITLES | names.HONORIFICS
        and (names.country_of(role[0]) is None or names.country_of(before.text) is not None or role[0].endswith("'s"))
        and not names.PERSON_NOUNS.isdisjoint(map(names.fold, role))
    )


def _of_many_trades(chain: list[Phrase]) -> Phrase | None:
    """The one person whom several words before the name tell of: "singer, actor and writer Ana Ruiz", "radio and television host Ana Ruiz"."""
    *trades, name = chain
    role = name.text.removesuffix(name.core).split() if name.kind is PhraseKind.NAME else []
    if not role or not role[0].islower() or _DETERMINED.match(name.text):
        return None
    bare = all(_DETERMINED.match(trade.text) is None for trade in trades[1:])
    if bare and len(trades) > 1 and all(trade.kind is PhraseKind.ROLE for trade in trades):
        return name
    fields = len(role) > 1 and names.fold(role[-1]) in names.PERSON_NOUNS
    return name if fields and len(trades) == 1 and names.fold(trades[0].text) in _FIELDS else None


def _ends_body(phrase: Phrase) -> bool:
    return names.fold(phrase.core.split()[-1]) in _INSTITUTIONS


def _one_name(paragraph: Paragraph, chain: list[Phrase]) -> Phrase:
    """All of them as one name: "the Health and Safety Executive"."""
    text = paragraph.masked[chain[0].start : chain[-1].end]
    return Phrase(chain[0].start, chain[-1].end, text, PhraseKind.NAME, text)


def _joined(paragraph: Paragraph, phrase: Phrase, chain: list[Phrase], links: list[str], *, plural: bool) -> Phrase:
    """The chain as one phrase, or `phrase` when the chain tells more about one and the same person."""
    unsure = False
    if not plural and (named := _of_many_trades(chain)) is not None:
        return named
    for at in range(1, len(chain)):
        before, one = chain[at - 1], chain[at]
        bare = _DETERMINED.match(one.text) is None
        if one.kind is PhraseKind.ROLE and links[at - 1] == "," and (bare or _INDEFINITE.match(one.text)):
            # "said Ana Ruiz, founder and chair", "said Ana Ruiz, a nurse and the mother of two"
            return phrase
        if before.kind is PhraseKind.ROLE and not plural and bare:
            if one.kind is PhraseKind.ROLE:
                # "the president and founder"
                return phrase if "," in links else replace(phrase, unsure=True)
            if one.kind is PhraseKind.NAME and one.text != one.core:
                if one is not chain[-1]:
                    # "husband and wife Tom and Ana Ruiz"
                    name = replace(one, start=one.end - len(one.core), text=one.core)
                    return _joined(paragraph, name, [name, *chain[at + 1 :]], links[at:], plural=plural)
                # "founder and chairman Ana Ruiz"
                return one if one.text[0].islower() else replace(one, unsure=True)
        if not plural and bare and _may_be_one_role(before, one):
            return replace(phrase, unsure=True)
        if PhraseKind.THING in {before.kind, one.kind}:
            return replace(phrase, unsure=True)
        unsure = unsure or PhraseKind.PRONOUN in {before.kind, one.kind}
    first = chain[0]
    if len(chain) == 2 and first.text.lower().startswith("the ") and _DETERMINED.match(chain[1].text) is None:
        country = names.country_of(first.core)
        if country is None and _part_of_name(first) and _ends_body(chain[1]):
            return _one_name(paragraph, chain)
    text = paragraph.masked[first.start : chain[-1].end]
    core = text[len("both ") :] if text.lower().startswith("both ") else text
    if first.kind is PhraseKind.NAME and _SIBLINGS.fullmatch(first.text.removesuffix(first.core)):
        # "brothers Tom and Ian Lee"
        core = text[len(first.text) - len(first.core) :]
    return Phrase(
        first.start, chain[-1].end, text, PhraseKind.JOINT, core, unsure=unsure and not plural, members=tuple(chain)
    )
