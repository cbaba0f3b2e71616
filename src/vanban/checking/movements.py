"""Movements in quotation marks: written as they are known, and still running."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from vanban.checking.known_movements import (
    KnownMovement,
    ended_movement,
    letters,
    same_but_for_accents,
    same_but_for_one_word,
    successor_of,
    words_of,
)
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.words import in_the_manner_of, words
from vanban.checking.years import plan_years
from vanban.reading.model import Reading, Severity, Span

TITLE = "Tên phong trào"

_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{5,250})[”\"]")


@rule("movement-name", "Tên phong trào viết sai chữ", Severity.WARNING, "MOV-R02")
@when_readable
def misspelled_names(reading: Reading) -> Iterator[Slip]:
    """“Dậy tốt, học tốt”: the letters are those of a known name, the accents are not."""
    for quote in _QUOTED.finditer(reading.text):
        known = same_but_for_accents(words_of(quote["name"]))
        if known is None:
            continue
        for word, right in zip(words(quote["name"]), known.words, strict=True):
            if letters(word.text) != letters(right):
                start = quote.start("name")
                yield Slip(
                    f"Tên phong trào là “{known.name}”.",
                    (start + word.span[0], start + word.span[1]),
                    in_the_manner_of(word.text, right.lower()),
                )


@rule("movement-name-word", "Tên phong trào thừa hoặc thiếu một từ", Severity.ASK, "MOV-R02")
@when_readable
def incomplete_names(reading: Reading) -> Iterator[Slip]:
    """“Mỗi thầy cô giáo là một tấm gương …”: the unit may have its own wording."""
    for quote in _QUOTED.finditer(reading.text):
        known = same_but_for_one_word(words_of(quote["name"]))
        if known:
            yield Slip(f"Tên đầy đủ là “{known.name}”?", quote.span("name"), known.name)


@rule(
    "superseded-movement",
    "Phong trào đã kết thúc hoặc được thay thế",
    Severity.WARNING,
    "MOV-R04, MOV-R05",
)
def ended_movements(reading: Reading) -> Iterator[Slip]:
    """The plan is younger than the end of a movement that it names."""
    start = _start_of_plan(reading)
    for known, end, span in _ending(reading.text):
        if start is not None and end < start:
            successor = successor_of(known.id)
            now = f" Nay là “{successor}”." if successor else ""
            yield Slip(f"“{known.name}” đã kết thúc (đến {end:%d/%m/%Y}).{now}", span)


@rule("movement-ends", "Phong trào kết thúc giữa kế hoạch", Severity.ASK, "MOV-R05")
def ending_movements(reading: Reading) -> Iterator[Slip]:
    """The movement ends while the plan runs: is it still meant for the whole time?"""
    start, last = _start_of_plan(reading), _end_of_plan(reading)
    for known, end, span in _ending(reading.text):
        if start is not None and last is not None and start <= end < last:
            yield Slip(
                f"“{known.name}” chỉ đến {end:%d/%m/%Y}, kế hoạch đến {last:%d/%m/%Y}. "
                "Vẫn nêu cho cả thời gian?",
                span,
            )


@lru_cache(maxsize=8)
def _ending(text: str) -> tuple[tuple[KnownMovement, dt.date, Span], ...]:
    """Movements that have an end, each at its first place; two rules ask for the same text."""
    found: dict[str, tuple[KnownMovement, dt.date, Span]] = {}
    for quote in _QUOTED.finditer(text):
        known = ended_movement(quote["name"])
        if known is not None and known.end is not None:
            found.setdefault(known.id, (known, known.end, quote.span("name")))
    return tuple(found.values())


def _start_of_plan(reading: Reading) -> dt.date | None:
    if reading.date:
        return reading.date
    years = plan_years(reading)
    return dt.date(years[0], 1, 1) if years else None


def _end_of_plan(reading: Reading) -> dt.date | None:
    """A school year ends with May, a year with December."""
    years = plan_years(reading)
    if not years:
        return None
    return dt.date(years[-1], 12, 31) if len(years) == 1 else dt.date(years[-1], 5, 31)
