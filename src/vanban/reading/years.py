"""For which year, or school year, a document is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.paper import DERIVED, GUESS, LETTERHEAD, Found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_SCHOOL_YEAR = spaced(
    r"\bnam hoc\s*:?\s*\(?(?P<from>\d{4})\s*[–-]\s*(?P<to>\d{4})"
    r"|\bnam hoc\s*:?\s*\(?(?P<from2>\d{4})\s*/\s*(?P<to2>\d{4})"
)
_YEAR = spaced(r"\b(?P<before>\w+ )?nam (?P<year>(?:19|20)\d{2})\b(?!\s*[–-]\s*\d)")
_OTHER = frozenset({"den", "sinh", "tu", "ky", "lap", "truoc", "sau", "het", "cuoi"})
"""``đến năm 2030``, ``sinh năm 1986``: years of something else."""
_SHORT = spaced(r"(?:quy|thang) (?:[ivx]+|\d{1,2})\s?/\s?(?P<year>20\d{2})\b")
_OPEN_YEAR = spaced(r"\bngay\b[\s.…_]*(?:\d{1,2}\s*)?[^,;]{0,30}?nam (?P<year>20\d{2})\b")
_ANY_YEAR = spaced(r"(?:nam |[/.])(?P<year>20[0-4]\d)\b")
_NEAR = 1
"""A document is made for the year of its date or one beside it."""


def year_of(
    paper: Paper,
    title: Span | None,
    preamble: Span,
    date: Span | None,
    cited: Iterable[Span],
) -> Found[str] | None:
    """The year or school year: of the title, else of the preamble, else of the letterhead.

    `cited` are stretches that name other documents; their years are not this one's.
    """
    dated = _year_at(paper, date) or _open_year(paper, preamble[0])
    others = list(cited)
    for span, confidence in ((title, LETTERHEAD), (preamble, DERIVED)):
        if span is None:
            continue
        found = _school_year(paper, span, confidence) or _year(
            paper, span, confidence, dated, others
        )
        if found is not None:
            return found
    if dated is not None:
        return Found(dated.value, dated.span, GUESS)
    return _only_year(paper, preamble[0]) if title is not None else None


def _school_year(paper: Paper, span: Span, confidence: float) -> Found[str] | None:
    match = _SCHOOL_YEAR.search(paper.folded, *span)
    if match is None:
        return None
    first, last = ("from", "to") if match["from"] else ("from2", "to2")
    words = f"{match[first]}-{match[last]}"
    return Found(words, (match.start(first), match.end(last)), confidence)


def _year(
    paper: Paper, span: Span, confidence: float, dated: Found[str] | None, cited: list[Span]
) -> Found[str] | None:
    for pattern in (_YEAR, _SHORT):
        for match in pattern.finditer(paper.folded, *span):
            before = (match.groupdict().get("before") or "").strip()
            if before in _OTHER or any(a <= match.start("year") < b for a, b in cited):
                continue
            is_title = confidence == LETTERHEAD
            if is_title or dated is None or abs(int(match["year"]) - int(dated.value)) <= _NEAR:
                return Found(match["year"], match.span("year"), confidence)
    return None


def _only_year(paper: Paper, start: int) -> Found[str] | None:
    """A press text without a date: the one year that its sentences name."""
    found = list(_ANY_YEAR.finditer(paper.folded, start))
    if not found or len({match["year"] for match in found}) > 1:
        return None
    return Found(found[0]["year"], found[0].span("year"), GUESS)


def _year_at(paper: Paper, date: Span | None) -> Found[str] | None:
    if date is None:
        return None
    year = paper.text[date[1] - 4 : date[1]]
    return Found(year, (date[1] - 4, date[1]), GUESS) if year.isdecimal() else None


def _open_year(paper: Paper, end: int) -> Found[str] | None:
    """``ngày … tháng … năm 2025``: a draft has its year, if no day."""
    match = _OPEN_YEAR.search(paper.folded, 0, end)
    return Found(match["year"], match.span("year"), GUESS) if match else None


def years_of(printed: str | None) -> tuple[int, ...]:
    """``2023-2024`` → (2023, 2024)."""
    return tuple(int(year) for year in printed.split("-")) if printed else ()
