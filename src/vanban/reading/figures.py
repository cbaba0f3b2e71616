"""Figures that may be promises: shares, counted things, *tất cả*; in digits or in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.numerals import NUMERAL, number_in_words
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.clauses import clause_end, clause_start

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_PERCENT = spaced(
    r"(?<![\d.,/])(?:(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|phần trăm)"
    rf"|(?<!\w)(?P<words>(?i:{NUMERAL}))\s+phần\s+trăm)"
)
_ALL = spaced(
    r"(?<!\w)(?:tất cả|toàn bộ|mọi) [^.;:]{1,90}?(?:,| )"
    r"(?:đều|phải|được|hoàn thành|thực hiện|sinh hoạt|tổ chức|đạt|có|ký|đăng ký|tham gia)(?= )"
)
_EVERY = spaced(r"\btat ca [^.;:]{1,60}? deu(?= )")
_SHARED = spaced(r"%|phần trăm")
_CUE = spaced(r"t nhất|ối thiểu|hông dưới|hông ít hơn|[Đđ]ạt|hấn đấu|trở lên")
"""Where none of these stands there is nothing to look for."""
_UNIT_ENDS = (
    r"\s*(?:[,.;:()/]|$)|\s+(?:để|cho|trong|về|được|của|với|do|tại|vào|mỗi|có|theo|dự|đạt|và|hoặc"
    r"|trở|tham gia|ở|trên|từ|là|đến|nhân|bằng)\b"
)
"""Any noun that is counted is a unit, up to the next small word."""
_CONDITION = spaced(r"(?<!\w)(?:có|với|nơi|nếu|đối với [^,;]{0,30}) $")
_THEN = spaced(r"[^.;,]{0,25}(?<!\w)(?:thì|:)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit; `sure` when the words around leave no doubt that it counts."""

    span: Span
    value: float
    unit: str
    sure: bool


@cache
def _count() -> re.Pattern[str]:
    units = _units()
    value = rf"(?:(?P<value>\d{{1,3}}(?:\.\d{{3}})+|\d+)|(?P<words>(?i:{NUMERAL})))"
    value2 = rf"(?:(?P<value2>\d{{1,3}}(?:\.\d{{3}})+|\d+)|(?P<words2>(?i:{NUMERAL})))"
    return spaced(
        r"(?<!\w)(?:[Íí]t nhất|[Tt]ối thiểu|[Kk]hông dưới|[Kk]hông ít hơn|[Đđ]ạt"
        r"|[Pp]hấn đấu[^.;:%\d]{0,70}?(?= (?:từ |trên |được )?\d))"
        rf"(?: là)?(?: từ| trên| được)? {value}(?: (?:mới|thêm|số))? "
        rf"(?P<unit>{units})(?!\w)"
        rf"|(?<![\d/.,-])(?<!\w)(?P<from>từ )?{value2} (?P<unit2>{units}) trở lên(?!\w)"
    )


@cache
def _any_count() -> re.Pattern[str]:
    """``ít nhất 01 đồ dùng dạy học``: what no table lists, up to the next small word."""
    return spaced(
        rf"(?<!\w)(?:[Íí]t nhất|[Tt]ối thiểu)(?: là)? (?:(?P<value>\d+)|(?P<words>(?i:{NUMERAL}))) "
        r"(?!phần |trong |phút|giờ|ngày|tháng|năm|tuần)"
        rf"(?P<unit>(?:[^\W\d]+ ){{0,3}}?[^\W\d]+(?={_UNIT_ENDS}))"
    )


@cache
def _bare_count() -> re.Pattern[str]:
    """A deed with its number, where everything said is a promise: ``Phát triển mới 300 …``."""
    return spaced(
        rf"(?<![\d/.,-])(?<!\w)(?P<value>\d{{1,3}}(?:\.\d{{3}})+|\d+) (?P<unit>{_units()})(?!\w)"
    )


@cache
def _units() -> str:
    names = sorted(set(catalogue.column("units", "name")), key=len, reverse=True)
    return rf"(?:{'|'.join(names)})"


def figures_in(paper: Paper, span: Span, *, promised: bool) -> list[Figure]:
    found = [*_shares(paper, span, promised=promised), *_counts(paper, span)]
    found += _other_counts(paper, span, found)
    if promised:
        found += _bare_counts(paper, span, found)
    return sorted(found, key=lambda figure: figure.span)


def _shares(paper: Paper, span: Span, *, promised: bool) -> Iterator[Figure]:
    text = paper.text[slice(*span)]
    for match in _PERCENT.finditer(paper.text, *span) if _SHARED.search(text) else ():
        words = match["words"]
        value = number_in_words(words) if words else float(match["value"].replace(",", "."))
        yield Figure(match.span(), float(value), "%", sure=True)
    if not promised:
        for match in _EVERY.finditer(paper.folded, *span):
            yield Figure(match.span(), 100.0, "%", sure=True)
        return
    for match in _ALL.finditer(paper.text[slice(*span)].lower()):
        place = (span[0] + match.start(), span[0] + match.end())
        yield Figure(place, 100.0, "%", sure="đều" in match[0])


def _counts(paper: Paper, span: Span) -> Iterator[Figure]:
    if not _CUE.search(paper.text, *span):
        return
    for match in _count().finditer(paper.text, *span):
        second = match["unit"] is None
        group = "unit2" if second else "unit"
        if second and (
            _CONDITION.search(paper.text, span[0], match.start())
            or _THEN.match(paper.text, match.end(), span[1])
        ):
            continue
        digits, words = (
            (match["value2"], match["words2"]) if second else (match["value"], match["words"])
        )
        value = float(digits.replace(".", "")) if digits else float(number_in_words(words))
        yield Figure(match.span(), value, paper.quote(match.span(group)), sure=True)


def _other_counts(paper: Paper, span: Span, known: list[Figure]) -> list[Figure]:
    starts = {figure.span[0] for figure in known}
    if not _CUE.search(paper.text, *span):
        return []
    return [
        Figure(
            match.span(),
            float(match["value"] or number_in_words(match["words"])),
            paper.quote(match.span("unit")),
            sure=False,
        )
        for match in _any_count().finditer(paper.text, *span)
        if match.start() not in starts
    ]


def _bare_counts(paper: Paper, span: Span, known: list[Figure]) -> list[Figure]:
    """The first number of each clause that has no other figure."""
    found: list[Figure] = []
    for match in _bare_count().finditer(paper.text, *span):
        start = clause_start(paper, match.span(), span[0])
        end = clause_end(paper, match.end(), span[1])
        if any(start <= figure.span[0] < end for figure in known + found):
            continue
        if _CONDITION.search(paper.text, span[0], match.start()):
            continue
        value = float(match["value"].replace(".", ""))
        found.append(Figure(match.span(), value, paper.quote(match.span("unit")), sure=False))
    return found
