"""Words with where they are from, as they are copied: plain, or as Markdown. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from newsdesk.model import Post
from newsdesk.story import Story
from newsdesk.story.wording import cited_published, post_history


@dataclass(frozen=True, slots=True)
class Citation:
    """What was said, by whom, and where it stands."""

    words: str
    """A quotation in its marks, a headline, an event with its days."""
    who: str = ""
    source: str = ""
    when: str = ""
    link: str | None = None
    history: str = ""
    """What has become of the post since."""

    @property
    def text(self) -> str:
        """`“...” — Name, source, 16:03 BST 11 May 2025, link`."""
        where = ", ".join(part for part in (self.who, self.source, self.when, self.link) if part)
        return self._joined(self.words, where, self.history)

    @property
    def markdown(self) -> str:
        """The same with the source as a link; nothing of the words is markup."""
        from newsdesk.story.markdown import escaped, item, linked  # noqa: PLC0415 - only who copies Markdown needs it

        source = linked(self.source, self.link) if self.source else linked(self.link, self.link) if self.link else ""
        where = ", ".join(part for part in (escaped(self.who), source, escaped(self.when)) if part)
        return self._joined(item(self.words), where, escaped(self.history))

    def _joined(self, words: str, where: str, history: str) -> str:
        found = f"{words} — {where}" if where else words
        return f"{found} ({history})" if history else found


def cited(words: str, story: Story, post: Post, zone: tzinfo, *, who: str = "") -> Citation:
    """These words of a post, with the source, the moment and the link it has."""
    source = story.source_by_id.get(post.source_id)
    history = post_history(post, zone)
    return Citation(
        words,
        who,
        story.tag(post.source_id).name,
        cited_published(post, zone),
        post.link or (source.link if source else None),
        f"post {', '.join(history)}" if history else "",
    )


def copied(citations: list[Citation], *, markdown: bool) -> str:
    """One as it stands, several as a list."""
    lines = [one.markdown if markdown else one.text for one in citations]
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
