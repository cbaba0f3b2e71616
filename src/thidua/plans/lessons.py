"""What an officer corrected, as lessons for the next paper of the same issuer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from thidua.documents.naming import folded
from thidua.plans.corrections import value_at
from vanban.reading.model import Reading

LISTS = ("slogans", "movements_named", "recipients")


LINE = "[]"


KEPT = "finding:"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One correction: in `field` the engine read `read`, the officer said `said`.

    `read` is empty where nothing was found; `said` is None where something was taken out.
    """

    field: str
    read: str
    said: Any
    context: str = ""


def lessons_of(
    first: Mapping[str, Any], read: Reading, corrections: Mapping[str, Any]
) -> list[Lesson]:
    """What the officer's values teach. `first` is the public JSON as the engine read it."""
    found = []
    for path, said in corrections.items():
        if "[+" in path:
            continue
        engine = value_at(first, path)
        context = context_of(read, path)
        if path in LISTS:
            found += [Lesson(path + LINE, *pair, context) for pair in _pairs(engine or [], said)]
        elif engine != said:
            found.append(Lesson(path, "" if engine is None else str(engine), said, context))
    return found


def _pairs(engine: Sequence[str], said: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Line by line: what was read and what it should be, what was missed, what was too much."""
    for deed, a, b, c, d in SequenceMatcher(a=engine, b=said, autojunk=False).get_opcodes():
        if deed == "equal":
            continue
        old, new = engine[a:b], said[c:d]
        for place in range(max(len(old), len(new))):
            yield (
                old[place] if place < len(old) else "",
                new[place] if place < len(new) else None,
            )


def context_of(read: Reading, path: str) -> str:
    """The words around the place of a value, as it was read."""
    span = read.spans.get(path)
    if span is None:
        return ""
    start, end = max(0, span[0] - _AROUND), min(len(read.text), span[1] + _AROUND)
    return read.text[start:end]


def kept_before(quote: str, rule: str, lessons: Iterable[Lesson]) -> bool:
    """Has an officer left the same words as they are printed, although the rule spoke up?"""
    return any(
        lesson.field == KEPT + rule and folded(lesson.read) == folded(quote) for lesson in lessons
    )


_AROUND = 60
