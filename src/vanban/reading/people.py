"""Where a plan applies, who takes part, with whom it is carried out, and for which year."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.paper import CLEAR, DERIVED, GUESS, LETTERHEAD, Found
from vanban.reading.words import audiences, pattern_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_AREA = (
    r"(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|dac khu|nganh|cum|khoi|truong|cong ty|tap doan)"
)
_SCOPE = spaced(
    r"(?P<scope>(?:khoi [^,.;:()]{2,40}? )?"
    r"(?:tren (?:dia ban|pham vi)|trong (?:toan|pham vi)|toan)"
    rf" (?:toan )?{_AREA}\b)"
)
_PROPER = spaced(r"(?: [^\W\d_a-zà-ỹđ][\w-]*)+")
_SCHOOL_YEAR = spaced(r"\bnam hoc (?P<from>\d{4})\s*[–-]\s*(?P<to>\d{4})")
_YEAR = spaced(r"\bnam (?P<year>(?:19|20)\d{2})\b(?!\s*[–-]\s*\d)")


@cache
def _participants() -> re.Pattern[str]:
    people = audiences()
    return spaced(
        r"\b(?:trong|cua|den|toi|doi voi) (?:cac |toan the )?"
        rf"(?P<people>{people}(?:(?:\s*,\s*| va |\s*[–-]\s*| ){people})*)"
    )


@cache
def _partner() -> re.Pattern[str]:
    partners = pattern_of(catalogue.column("partners", "term"))
    return spaced(
        rf"\bphoi hop(?: (?:chat che|dong bo|tot))?(?: cung)?(?: voi)? "
        rf"(?P<partner>(?:{partners})"
        r"(?: (?:(?:dong|cung) cap|nha truong|co quan|don vi|cong ty|doanh nghiep))?)\b"
    )


def scope_of(paper: Paper, spans: Iterable[Span]) -> Found[str] | None:
    """The area the document says it is for, in the first stretch that names one."""
    for span in spans:
        match = _SCOPE.search(paper.folded, *span)
        if match is not None:
            proper = _PROPER.match(paper.text, match.end(), span[1])
            return paper.found((match.start(), proper.end() if proper else match.end()), CLEAR)
    return None


def participants_of(paper: Paper, spans: Iterable[Span]) -> Found[str] | None:
    """The people the plan speaks to, in the first stretch that names them."""
    for span in spans:
        match = _participants().search(paper.folded, *span)
        if match is not None:
            return paper.found(match.span("people"), CLEAR)
    return None


def partner_of(paper: Paper, span: Span) -> Found[str] | None:
    """With whom it is carried out."""
    match = _partner().search(paper.folded, *span)
    return paper.found(match.span("partner"), DERIVED) if match else None


def year_of(
    paper: Paper, title: Span | None, preamble: Span, date: Span | None
) -> Found[str] | None:
    """The year or school year: of the title, else of the preamble, else of the letterhead."""
    for span, confidence in ((title, LETTERHEAD), (preamble, DERIVED)):
        if span is None:
            continue
        if match := _SCHOOL_YEAR.search(paper.folded, *span):
            words = f"{match['from']}-{match['to']}"
            return Found(words, (match.start("from"), match.end("to")), confidence)
        if match := _YEAR.search(paper.folded, *span):
            return Found(match["year"], match.span("year"), confidence)
    if date is not None:
        year = paper.text[date[1] - 4 : date[1]]
        return Found(year, (date[1] - 4, date[1]), GUESS) if year.isdecimal() else None
    return None


def years_of(printed: str | None) -> tuple[int, ...]:
    """``2023-2024`` → (2023, 2024)."""
    return tuple(int(year) for year in printed.split("-")) if printed else ()
