"""Templates of official papers: plain text files whose lines become paragraphs.

Above ``---`` stand ``key: value`` lines (kind, symbol, title). Below, every line is a paragraph:
``# `` a part with the next Roman number, ``## `` the next number, ``### `` the next letter,
``- `` a dash. A line may begin with conditions in brackets: ``[?name]`` prints it only when the
fact is there, ``[!name]`` only when it is not, ``[*name]`` once for each item of a list, as
``{item}``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from vanban.reading.model import Block
from vanban.reading.outline import outline_of
from vanban.reading.paper import Paper
from vanban.writing.numbers import POINTS, roman

Fact = str | bool | Sequence[str]

_FOLDER = Path(__file__).parent / "templates"
_CONDITION = re.compile(r"\[(?P<sign>[?!*])(?P<name>\w+)\] ?")
_HEADING = re.compile(r"(?P<marks>#{1,3}) ")
_END_OF_HEAD = "---"


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its facts in place."""

    head: Mapping[str, str]
    blocks: tuple[Block, ...]


def filled(name: str, facts: Mapping[str, Fact]) -> Filled:
    """Put the facts into the template; raises `KeyError` for a fact that it asks for in vain."""
    head, body = _template(name)
    lines = list(_numbered(line for raw in body for line in _lines(raw, facts)))
    filled_head = {key: value.format_map(_words(facts)) for key, value in head.items()}
    return Filled(filled_head, blocks_of(lines))


def blocks_of(paragraphs: Sequence[str]) -> tuple[Block, ...]:
    """Paragraphs as the reader sees them, so that what is written is read as it was meant."""
    paper = Paper.of("\n\n".join(paragraphs))
    outline = outline_of(paper, 0, len(paper.text))
    return tuple(replace(block, span=(0, 0)) for block in outline.blocks)


@cache
def _template(name: str) -> tuple[dict[str, str], tuple[str, ...]]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    end = lines.index(_END_OF_HEAD)
    pairs = (line.partition(":") for line in lines[:end])
    return {key.strip(): value.strip() for key, _, value in pairs}, tuple(lines[end + 1 :])


def _lines(raw: str, facts: Mapping[str, Fact]) -> Iterator[str]:
    """The paragraphs that one line of the template makes."""
    each: Sequence[str] | None = None
    while condition := _CONDITION.match(raw):
        value = facts.get(condition["name"], "")
        if condition["sign"] == "*":
            each = [] if isinstance(value, str | bool) else value
        elif bool(value) == (condition["sign"] == "!"):
            return
        raw = raw[condition.end() :]
    words = _words(facts)
    if each is None:
        yield raw.format_map(words)
        return
    for item in each:
        yield raw.format_map({**words, "item": item})


def _words(facts: Mapping[str, Fact]) -> dict[str, str]:
    return {key: value for key, value in facts.items() if isinstance(value, str)}


def _numbered(lines: Iterator[str]) -> Iterator[str]:
    """Parts, numbers and letters count by themselves; each begins anew below a higher one."""
    counts = [0, 0, 0]
    for line in lines:
        heading = _HEADING.match(line)
        if heading is None:
            yield line
            continue
        depth = len(heading["marks"]) - 1
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (2 - depth)
        yield f"{_marker(depth, counts[depth])} {line[heading.end() :]}"


def _marker(depth: int, count: int) -> str:
    if depth == 0:
        return f"{roman(count)}."
    return f"{count}." if depth == 1 else f"{POINTS[count - 1]})"
