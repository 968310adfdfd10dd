"""Posts over which finding failed, as one line each. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo

from newsdesk.model import Fault
from newsdesk.story import Story
from newsdesk.story.wording import counted, headline_words, short_published

_SHOWN = 3
"""Posts that are told one by one."""


def fault_line(where: str, fault: Fault) -> str:
    """`Harbour Courier, 12 May 9:30 UTC, “Fog holds the ferries”: an error of newsdesk's own (KeyError) ...`."""
    return (
        f"{where}: an error of newsdesk's own ({fault.error}) came about over this post, so what it tells is missing;"
        " please report it"
    )


def faults_of(story: Story) -> list[Fault]:
    """Those over which finding or dating failed, each post once."""
    by_post = {fault.post_id: fault for fault in (*story.undated, *story.found.faults)}
    return [fault for post_id, fault in by_post.items() if post_id in story.post_by_id]


def faults_by_source(story: Story) -> Mapping[int, str]:
    """`! nothing found in 1 post: an error of newsdesk's own (KeyError)`, by the id of each source that has any."""
    its: dict[int, list[Fault]] = {}
    for fault in faults_of(story):
        its.setdefault(story.post_by_id[fault.post_id].source_id, []).append(fault)
    return {source_id: f"! {nothing_found(faults)}" for source_id, faults in its.items()}


def nothing_found(faults: Sequence[Fault]) -> str:
    """`nothing found in 1 post: an error of newsdesk's own (KeyError)`."""
    kinds = ", ".join(dict.fromkeys(fault.error for fault in faults))
    return f"nothing found in {counted(len(faults), 'post')}: an error of newsdesk's own ({kinds})"


def fault_lines(story: Story, zone: tzinfo, told: Collection[Fault] = ()) -> list[str]:
    """A line for each post of the story without facts; of many, the first ones and how many more. Those `told` before are left out."""
    faults = [fault for fault in faults_of(story) if fault not in told]
    lines = []
    for fault in faults[:_SHOWN]:
        post = story.post_by_id[fault.post_id]
        source, words = story.tag(post.source_id).name, headline_words(post)
        where = [source, short_published(post, zone), *([f"“{words}”"] if words != source else [])]
        lines.append(fault_line(", ".join(where), fault))
    if len(faults) > _SHOWN:
        lines.append(f"the same came about over {counted(len(faults) - _SHOWN, 'more post')}")
    return lines
