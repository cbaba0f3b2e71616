"""What earlier corrections teach about the next paper of the same issuer. Pure: no database.

A lesson is used where the engine read the same again, or where it found nothing sure and the words
that the officer once said stand in this text too. Nothing is said that this paper does not print,
but for a thing misread in the same way as before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from thidua.documents.naming import folded
from thidua.plans.corrections import value_at
from thidua.plans.lessons import LINE, LISTS, Lesson
from vanban.language.forms import fold
from vanban.reading.as_json import as_json
from vanban.reading.model import Reading, Span

LASTING = (
    "issuing_body",
    "parent_body",
    "symbol",
    "place",
    "doc_type",
    "partner",
    "scope",
    "participants",
    "signatory.authority_line",
    "signatory.post",
    "signatory.name",
    "signatory.mark",
)
"""Fields that are the same from paper to paper of one issuer; the others change with each."""


AGAIN, IN_TEXT, SURE = 0.95, 0.85, 0.9


@dataclass(frozen=True, slots=True)
class Taught:
    """A value that a lesson gives, how sure it is, and where it stands if it was found there."""

    value: Any
    confidence: float
    span: Span | None = None


def taught_values(read: Reading, lessons: Sequence[Lesson]) -> dict[str, Taught]:
    """The values that the lessons of this issuer give for a reading, by field path."""
    data = as_json(read)
    found = {}
    for field in LASTING:
        own = [lesson for lesson in lessons if lesson.field == field]
        taught = _value(read, field, value_at(data, field) or "", own)
        if taught is not None:
            found[field] = taught
    for field in LISTS:
        own = [lesson for lesson in lessons if lesson.field == field + LINE]
        lines: list[str] = value_at(data, field) or []
        fresh = list(_lines(read, lines, own))
        if fresh != lines:
            found[field] = Taught(fresh, AGAIN)
    return found


def _value(read: Reading, field: str, engine: str, lessons: Sequence[Lesson]) -> Taught | None:
    for lesson in lessons:
        if engine and folded(lesson.read) == folded(engine):
            return None if lesson.said == engine else Taught(lesson.said, AGAIN)
    if engine and read.confidence.get(field, 1) >= SURE:
        return None
    for lesson in lessons:
        span = _place(read.text, lesson.said)
        if span is not None and folded(str(lesson.said)) != folded(engine):
            return Taught(lesson.said, IN_TEXT, span)
    return None


def _lines(read: Reading, lines: Sequence[str], lessons: Sequence[Lesson]) -> Iterator[str]:
    by_line = {folded(lesson.read): lesson.said for lesson in lessons if lesson.read}
    seen = set()
    for line in lines:
        said = by_line.get(folded(line), line)
        if said:
            seen.add(folded(said))
            yield said
    for lesson in lessons:
        missed = not lesson.read and lesson.said and folded(lesson.said) not in seen
        if missed and _place(read.text, lesson.said) is not None:
            yield lesson.said


def _place(text: str, said: Any) -> Span | None:
    """Where a text prints some words, whatever its letters and blanks; whole words only."""
    words = fold(said).split() if isinstance(said, str) else []
    if not words:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words) + r"(?!\w)"
    found = re.search(pattern, fold(text))
    return found.span() if found else None
