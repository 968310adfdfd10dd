"""Who said what in a whole story: turns the candidates of its posts into quotes, statements and actors."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdesk.find.post_speakers import PostSpeakers
from newsdesk.find.quotes import find_candidates
from newsdesk.find.registry import Known, Registry
from newsdesk.model import Actor, Post, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.find.candidates import NameSeen, QuoteCandidate, QuoteCandidates, StatementCandidate


def resolve(
    posts: Sequence[Post], candidates: Sequence[QuoteCandidates]
) -> tuple[tuple[Quote, ...], tuple[Statement, ...], tuple[Actor, ...]]:
    """Resolve every speaker of a story.

    The two sequences are parallel; quotes and statements come in the posts' order, actors by their number of quotes.
    """
    registry = Registry()
    for number, (post, found) in enumerate(zip(posts, candidates, strict=True)):
        registry.learn(number, found.names)
        for caption in (*post.captions, *filter(None, [post.speaker])):
            registry.learn(number, _names_of(caption))
    registry.settle()
    quoted: list[tuple[Post, QuoteCandidate, Known | str | None, float]] = []
    stated: list[tuple[Post, StatementCandidate, Known | str | None, float]] = []
    for number, (post, found) in enumerate(zip(posts, candidates, strict=True)):
        speakers = PostSpeakers(registry, number, post, found)
        quoted.extend((post, quote, *speakers.of_quote(quote)) for quote in found.quotes)
        stated.extend(
            (post, statement, *speakers.of(statement.speaker, statement.confidence)) for statement in found.statements
        )
    # Only now: a canonical name is known when all its spellings were counted.
    quotes = tuple(
        Quote(
            post_id=post.id,
            place=quote.place,
            start=quote.start,
            end=quote.end,
            text=quote.text,
            kind=quote.kind,
            speaker=_name(who),
            surface=quote.speaker.text if quote.speaker is not None else None,
            via=quote.via,
            confidence=round(confidence, 3),
        )
        for post, quote, who, confidence in quoted
    )
    statements = tuple(
        Statement(
            post_id=post.id,
            place=statement.place,
            start=statement.start,
            end=statement.end,
            text=statement.text,
            speaker=_name(who),
            confidence=round(confidence, 3),
        )
        for post, statement, who, confidence in stated
    )
    return quotes, statements, _actors([who for _, _, who, _ in quoted], [who for _, _, who, _ in stated])


def quotes_in_text(text: str) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    """Quotes and statements of one document alone, with post id 0."""
    quotes, statements, _ = resolve([Post(n=1, text=text)], [find_candidates(text, None)])
    return quotes, statements


def _name(who: Known | str | None) -> str | None:
    return who.name if isinstance(who, Known) else who


def _actors(quoted: Sequence[Known | str | None], stated: Sequence[Known | str | None]) -> tuple[Actor, ...]:
    """Everybody resolved who is quoted or reported, those with most quotes first."""
    counts: Counter[Known] = Counter(who for who in quoted if isinstance(who, Known))
    spoken = dict.fromkeys(who for who in (*quoted, *stated) if isinstance(who, Known))
    actors = [
        Actor(
            name=known.name,
            kind=known.kind,
            aliases=tuple(alias for alias, _ in known.aliases.most_common()),
            roles=tuple(role for role, _ in known.roles.most_common()),
            quotes=counts[known],
        )
        for known in spoken
    ]
    return tuple(sorted(actors, key=lambda actor: (-actor.quotes, actor.name)))


@lru_cache(maxsize=4096)
def _names_of(caption: str) -> tuple[NameSeen, ...]:
    """The names of a caption: pictures often tell a full name or a role that the text leaves out."""
    return find_candidates(caption, None).names
