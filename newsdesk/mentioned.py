"""Where an event is told of. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.model import Event, Mention, Post


def places_of(event: Event, post_by_id: Mapping[int, Post]) -> list[tuple[Mention, Post]]:
    """The places in these posts: each sentence once, however often it names the day, and though it stands over the text too."""
    told: set[tuple[int, str]] = set()
    places = []
    for mention in event.mentions:
        post = post_by_id.get(mention.post_id)
        if post is None:
            continue
        sentence = post.words_at(mention.place)[mention.sentence_start : mention.sentence_end].strip(_AROUND)
        if (post.id, sentence) not in told:
            told.add((post.id, sentence))
            places.append((mention, post))
    return places


_AROUND = " \n•."
