"""Who said what in a whole story: turns the candidates of its posts into quotes, statements and actors."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdesk.find.quotes.calibration import calibrated
from newsdesk.find.quotes.in_post import find_candidates
from newsdesk.find.quotes.named_places import follows_place_word
from newsdesk.find.quotes.names import fold, gender_of
from newsdesk.find.quotes.nested_speakers import is_clause, speaker_inside
from newsdesk.find.quotes.post_speakers import PostSpeakers
from newsdesk.find.quotes.registry import Known, Registry
from newsdesk.find.quotes.roles import Role, parse_role
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Actor, ActorKind, Post, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdesk.find.quotes.candidates import NameSeen, QuoteCandidate, QuoteCandidates, StatementCandidate
    from newsdesk.model import Place

_WORD = late_pattern(r"[^\W_]+")
_ARTICLE = late_pattern(r"(?:the|an?|its|his|her|their|our)\s+", re.IGNORECASE)
_OF_NOBODY_KNOWN = late_pattern(
    r"(?:its|his|her|their|our)\s+(?:(?:new|former|acting|interim|deputy|own)\s+)?(?:head|chief|leader|boss|deputy|member)\Z",
    re.IGNORECASE,
)
"""Roles that say nothing without whose they are."""
_RELATION = late_pattern(
    r"(?:.* )?(?:counterpart|predecessor|successor|colleague|rival|neighbou?r|friend|father|mother|wife|husband|widow|son"
    r"|daughter|brother|sister|uncle|aunt|nephew|niece|cousin|boyfriend|girlfriend|grandfather|grandmother)\Z"
)
_SURE_OF_TEXT = 0.6
"""Least confidence of a text's quotation that decides for a headline."""
_DOUBTFUL = 0.4
"""A headline's words with less confidence, and no person named, are no quotation."""
_SURE_OF_HEADLINE = 0.8
"""Least confidence of a headline's own speaker that no text overrules."""
_MOST_SAYERS = 20
"""Quotations with the same words that are compared."""
_MOST_NAMED = 300
"""People whose names are told although they say nothing."""
_FEW_POSTS = 5
"""Posts that name somebody among which it is sought whether that is a place."""
_ONE_IN = 3
"""One in how many namings tells that a name is a place's."""
_MOST_MORE = 2
"""Words that a headline's quotation may have more than the text's."""
_MOST_COMPARED = 400
"""Quotations of a post's text that are searched for a headline's words."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with its speaker, before names are final."""

    post: int
    """Position in the story."""
    quote: QuoteCandidate
    who: Known | str | None
    confidence: float
    named: frozenset[int]
    """Identities of those whom the post's headline names."""
    inside: tuple[int, int] | None = None
    """Of a nested quotation: where the one around it stands."""


_Place = tuple[int, str, int]
"""Where a quotation stands: its post's position in the story, the string in the post, its start."""


def resolve(
    posts: Sequence[Post], candidates: Sequence[QuoteCandidates]
) -> tuple[tuple[Quote, ...], tuple[Statement, ...], tuple[Actor, ...]]:
    """Resolve every speaker of a story.

    The two sequences are parallel; quotes and statements come in the posts' order, a nested quote right after the one around
    it, actors by their number of quotes. Nothing that is nested changes what stands around it.
    """
    return resolve_with_named(posts, candidates)[:3]


def resolve_with_named(
    posts: Sequence[Post], candidates: Sequence[QuoteCandidates]
) -> tuple[tuple[Quote, ...], tuple[Statement, ...], tuple[Actor, ...], tuple[str, ...]]:
    """The same, and the names of those who say nothing: whom the story names in full most often, at most `_MOST_NAMED`."""
    registry = Registry()
    for number, (post, found) in enumerate(zip(posts, candidates, strict=True)):
        when = math.inf if post.published is None else post.published.at.timestamp()
        for names_seen in (found.names, *found.beside):
            registry.learn(number, names_seen, when, post.source_id)
    registry.settle()
    quoted: list[_Quoted] = []
    by_post: dict[int, PostSpeakers] = {}
    """Of the posts that hold nested quotations: all of them together take as much as the candidates."""
    stated: list[tuple[Post, StatementCandidate, Known | str | None, float]] = []
    for number, (post, found) in enumerate(zip(posts, candidates, strict=True)):
        speakers = PostSpeakers(registry, number, post, found)
        if found.nested:
            by_post[number] = speakers
        named = speakers.in_headline()
        quoted.extend(_Quoted(number, quote, *speakers.of_quote(quote), named) for quote in found.quotes)
        for statement in found.statements:
            who, confidence = speakers.of(statement.speaker, statement.confidence)
            if who is not None:
                # "another said that ...": nobody's statement is none
                stated.append((post, statement, who, confidence))
    # Only now: a canonical name is known when all its spellings were counted. What is nested counts for none.
    speaking = {who for who in (*(one.who for one in quoted), *(one[2] for one in stated)) if isinstance(who, Known)}
    names = {who: who.name for who in speaking}
    nested = _nested(quoted, by_post, candidates, "text")
    quoted = _as_in_the_text(quoted, nested, names)
    nested |= _nested(quoted, by_post, candidates, "headline")
    quoted = [each for one in quoted for each in (one, *nested.get(_place(one), ()))]
    called = _Names([one.who for one in quoted], [who for _, _, who, _ in stated], names)
    quotes = tuple(
        Quote(
            post_id=posts[one.post].id,
            place=one.quote.place,
            start=one.quote.start,
            end=one.quote.end,
            text=one.quote.text,
            kind=one.quote.kind,
            speaker=called.name(one.who),
            surface=one.quote.speaker.text if one.quote.speaker is not None else None,
            via=one.quote.via,
            confidence=round(calibrated(one.confidence), 3),
            inside=one.inside,
        )
        for one in quoted
    )
    statements = tuple(
        Statement(
            post_id=post.id,
            place=statement.place,
            start=statement.start,
            end=statement.end,
            text=statement.text,
            speaker=called.name(who),
            confidence=round(confidence, 3),
        )
        for post, statement, who, confidence in stated
    )
    actors = called.actors()
    speaks = {actor.name for actor in actors}
    silent = dict.fromkeys(
        person.name for person in registry.most_named(_MOST_NAMED) if not _is_place(person, posts, candidates)
    )
    return quotes, statements, actors, tuple(name for name in silent if name not in speaks)


def _is_place(person: Known, posts: Sequence[Post], candidates: Sequence[QuoteCandidates]) -> bool:
    """Whether who is only named seems to be a place: a third of its namings follow "the" or a word for where, and no first name or role tells otherwise."""
    name = person.name
    if gender_of(name.split(maxsplit=1)[0]) is not None or any(role not in name for role in person.roles):
        return False
    placed = [
        _stands_as_place(posts[number].text, seen, name)
        for number in sorted(person.posts)[:_FEW_POSTS]
        if number < len(posts)
        for seen in candidates[number].names
        if seen.place == "text" and seen.text.endswith(name)
    ]
    return len(placed) <= sum(placed) * _ONE_IN


def _stands_as_place(text: str, seen: NameSeen, name: str) -> bool:
    """Whether a name follows "the", or what only a place follows."""
    return seen.text in {f"the {name}", f"The {name}"} or follows_place_word(text, seen.start)


def _place(one: _Quoted) -> _Place:
    return one.post, one.quote.place, one.quote.start


def _nested(
    quoted: Sequence[_Quoted], by_post: Mapping[int, PostSpeakers], candidates: Sequence[QuoteCandidates], place: Place
) -> dict[_Place, list[_Quoted]]:
    """What the quotations of all texts or of all headlines quote in their turn, by the place of the one around it."""
    around = {_place(one): one for one in quoted if one.quote.place == place and candidates[one.post].nested}
    found: dict[_Place, list[_Quoted]] = {}
    for number, speakers in by_post.items():
        for nested in candidates[number].nested:
            where = (number, nested.quote.place, nested.inside[0])
            outer = around.get(where)
            if outer is not None:
                who, confidence = speaker_inside(speakers, nested, outer.who, outer.confidence)
                if who is None and not is_clause(nested.quote):
                    # A fragment that nobody is known to have said is a word that is only mentioned.
                    continue
                one = _Quoted(number, nested.quote, who, confidence, outer.named, nested.inside)
                found.setdefault(where, []).append(one)
    return found


def _as_in_the_text(
    quoted: list[_Quoted], nested: Mapping[_Place, Sequence[_Quoted]], names: dict[Known, str]
) -> list[_Quoted]:
    """Give a headline's words to whom a text gives the same words; drop headline words that nobody is named for.

    A text names its speakers more fully than a headline does. The post's own text comes before those of others, and
    among several who say the same the one whom the headline names. Words that a text's speaker only passes on are those
    of whom the `nested` quotation names.
    """
    by_words: dict[str, list[_Quoted]] = {}
    by_post: dict[int, list[tuple[str, _Quoted]]] = {}
    for one in quoted:
        if one.quote.place == "text" and one.who is not None and one.confidence >= _SURE_OF_TEXT:
            key = _key(one.quote.text)
            by_post.setdefault(one.post, []).append((key, one))
            if " " in key and len(by_words.setdefault(key, [])) < _MOST_SAYERS:
                by_words[key].append(one)
    result = []
    for one in quoted:
        if one.quote.place == "headline":
            key = _key(one.quote.text)
            own = by_post.get(one.post, [])[:_MOST_COMPARED]
            same = [other for text, other in own if _shares(key, text)]
            first = [said for other in same or by_words.get(key, []) if (said := _first_said(key, other, nested))]
            chosen = _sayer(one, first, names)
            nobody = not isinstance(one.who, Known) or one.who.kind is not ActorKind.PERSON
            if chosen is None and nobody and one.confidence < _DOUBTFUL:
                continue
            one = chosen or one  # noqa: PLW2901  # the same quotation with its speaker
        result.append(one)
    return result


def _first_said(key: str, quote: _Quoted, nested: Mapping[_Place, Sequence[_Quoted]]) -> _Quoted | None:
    """The quotation that gives a headline's words: `quote`, or one inside it; None when nothing tells whose that is."""
    for one in nested.get(_place(quote), ()):
        if _shares(key, _key(one.quote.text)):
            return one if one.who is not None and one.confidence >= _SURE_OF_TEXT else None
    return quote


def _sayer(headline: _Quoted, same: Sequence[_Quoted], names: dict[Known, str]) -> _Quoted | None:
    """A headline's quotation with the speaker of the same words, or None when they do not tell one."""
    own = headline.who
    if (
        isinstance(own, Known)
        and own.kind is ActorKind.PERSON
        and headline.confidence >= _SURE_OF_HEADLINE
        # One word that stands nowhere else may be no name: "'Never again': A Nurse's Night".
        and (len(own.words) > 1 or own.seen > 1)
    ):
        return None
    people: dict[str | None, Known | str | None] = {_name(other.who, names): other.who for other in same}
    if len(people) > 1:
        people = {name: who for name, who in people.items() if isinstance(who, Known) and id(who) in headline.named}
    if len(people) != 1:
        return None
    (speaker,) = people.values()
    sure = max(other.confidence for other in same if _name(other.who, names) == _name(speaker, names))
    return replace(headline, who=speaker, confidence=max(sure, headline.confidence) if speaker is own else sure)


def _shares(key: str, text: str) -> bool:
    """Whether a headline's words are a text's, or the text quotes all but a word or two of them."""
    return f" {key} " in f" {text} " or (
        " " in text and f" {text} " in f" {key} " and key.count(" ") - text.count(" ") <= _MOST_MORE
    )


def _key(text: str) -> str:
    """The words of a quotation, folded."""
    return " ".join(_WORD.findall(fold(text)))


def quotes_in_text(text: str) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    """Quotes and statements of one document alone, with post id 0."""
    quotes, statements, _ = resolve([Post(n=1, text=text)], [find_candidates(text, None)])
    return quotes, statements


def _name(who: Known | str | None, names: dict[Known, str]) -> str | None:
    """The name of a speaker; `names` keeps the one that it had when first asked for."""
    if not isinstance(who, Known):
        return who
    if who not in names:
        names[who] = who.name
    return names[who]


class _Names:
    """What everybody who is quoted or reported is called, once all is counted."""

    def __init__(
        self, quoted: Sequence[Known | str | None], stated: Sequence[Known | str | None], names: dict[Known, str]
    ) -> None:
        self._spoken: dict[Known | str, str] = {}
        self._counts: Counter[str] = Counter()
        written: dict[str, str] = {}
        """Words that could not be resolved, without capitals -> as written, once for "A" and "a spokesman"."""
        for who in (*quoted, *stated):
            if isinstance(who, str):
                key = who.casefold()
                written[key] = max(written.get(key, who), who)  # small letters come later
        for who in (*quoted, *stated):
            if isinstance(who, Known) and who not in self._spoken:
                self._spoken[who] = _name(who, names) or who.name
            elif isinstance(who, str):
                self._spoken[who] = written[who.casefold()]
        for who in quoted:
            if who is not None:
                self._counts[self._spoken[who]] += 1

    def name(self, who: Known | str | None) -> str | None:
        """The canonical name of somebody known; words that could not be resolved as they are written."""
        return self._spoken[who] if who is not None else None

    def actors(self) -> tuple[Actor, ...]:
        """Those with most quotes first; after all who are known, the words that stay as written."""
        actors: dict[str, Actor] = {}
        for who, name in self._spoken.items():
            if isinstance(who, str):
                unknown = Actor(name, ActorKind.PERSON, quotes=self._counts[name], resolved=False)
                actors.setdefault(name, unknown)
            else:
                actors[name] = Actor(
                    name=name,
                    kind=who.kind,
                    aliases=_aliases(who, name),
                    roles=_roles(who),
                    quotes=self._counts[name],
                    resolved=not who.described,
                )
        return tuple(sorted(actors.values(), key=lambda actor: (not actor.resolved, -actor.quotes, actor.name)))


def _aliases(known: Known, name: str) -> tuple[str, ...]:
    """The other forms seen (surname alone, spellings, roles), most frequent first; each once, whatever its capitals."""
    seen = {name.casefold()}
    aliases = []
    for alias, _ in known.aliases.most_common():
        if alias.casefold() not in seen:
            seen.add(alias.casefold())
            aliases.append(alias)
    return tuple(aliases)


def _roles(known: Known) -> tuple[str, ...]:
    """Roles, most frequent first; without those that a longer one tells too ("President" beside "Norwegian president")."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for role, count in known.roles.most_common():
        if _OF_NOBODY_KNOWN.match(role):
            continue
        bare = _ARTICLE.sub("", role, count=1) if _ARTICLE.match(role) else role
        counts[bare.casefold()] += count
        written.setdefault(bare.casefold(), bare)
    parsed = {key: parse_role(key) for key in counts}
    told = [
        written[key]
        for key, _ in counts.most_common()
        if not any(other != key and _tells_more(parsed[other], parsed[key]) for other in parsed)
        and not (" " not in key and _RELATION.match(key))
    ]
    # Whose counterpart or wife somebody is tells less than an office.
    return tuple(sorted(told, key=lambda role: _RELATION.match(role.casefold()) is not None))


def _tells_more(other: Role, role: Role) -> bool:
    return (
        role.heads <= other.heads
        and (role.deputy, role.former) == (other.deputy, other.former)
        and role.places <= other.places
        and role.words <= other.words
        and (role.places, role.words) != (other.places, other.words)
    )
