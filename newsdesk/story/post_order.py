"""Which of two posts came first. Pure."""

from __future__ import annotations

from newsdesk.model import Post


def sort_key(post: Post) -> tuple[bool, float, int, int]:
    """Oldest first: undated posts, then by published time; within one moment the source's own order decides.

    Live pages and feeds put the newest first, transcripts the oldest.
    """
    moment = post.published.at.timestamp() if post.published else 0.0
    return (post.published is not None, moment, post.source_id, post.n if post.at is not None else -post.n)
