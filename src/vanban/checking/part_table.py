"""The table of parts that each kind of document must have, and how to see that one is there."""

import re
from collections.abc import Callable
from functools import cache
from itertools import groupby

from vanban.checking import data
from vanban.checking.words import folded
from vanban.language.forms import fold
from vanban.reading.model import Reading

_Present = Callable[[Reading], bool]


@cache
def parts_of_kinds() -> dict[str, list[tuple[str, str, list[_Present]]]]:
    """Kind → its parts: name, source, and the ways to see that the part is there."""
    found: dict[str, list[tuple[str, str, list[_Present]]]] = {}
    rows = data.rows("parts")
    for (kind, part), group in groupby(rows, key=lambda row: (row["kind"], row["part"])):
        ways = list(group)
        looks = [_look(row["where"], row["words"]) for row in ways]
        found.setdefault(kind, []).append((part, ways[0]["source"], looks))
    return found


def _look(where: str, words: str) -> _Present:
    """In a field, in the headings, in the title or anywhere in the text."""
    if where == "field":
        return lambda reading: bool(getattr(reading, words))
    pattern = re.compile(words)
    if where == "heading":
        return lambda reading: pattern.search(_headings(reading)) is not None
    if where == "title":
        return lambda reading: pattern.search(fold(reading.title or "")) is not None
    return lambda reading: pattern.search(folded(reading.text)) is not None


def _headings(reading: Reading) -> str:
    """Everything that serves as a heading, at any depth, folded."""
    lines = [section.heading for section in reading.sections]
    lines += [block.text for block in reading.blocks if block.heading]
    return fold("\n".join(lines))
