"""Documents cited: those of last year get blanks for number and day, laws stay as they are."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from vanban.forward import data
from vanban.forward.letterhead import blank_date
from vanban.language.dates import points_in
from vanban.language.patterns import spaced

if TYPE_CHECKING:
    from vanban.forward.draft import Draft
    from vanban.reading.model import Citation, Span

BLANK_NUMBER = "……"
_NUMBER = re.compile(r"\d{1,5}[a-zđ]?(?=\s*[/–-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LAST_MONTHS, _SCHOOL_STARTS = 10, 6
_SUBJECT = 160
_SUBJECT_ENDS = spaced(
    r"[.;:“\"]|\n\s*\n| (?:gan voi|nham|de|trong do|ban thuong vu|ban chap hanh)\b"
)
_LONG = spaced(r"\b(?:giai doan|nhiem ky|den nam|den het nam)\b")
_WITH = spaced(r"\bkem theo\s*$")
_SYMBOL = re.compile(r"(?<![\w/-])\d{1,5}[a-zđ]?\s?[/–-]\s?(?:\d{4}\s?[/–-]\s?)?[A-ZĐ]{2}[\w/–-]*")
_DAY_AFTER = spaced(r"\s*,?\s*(?=(?:ngay )?\d)")


def blank_citations(draft: Draft) -> None:
    """Citations are claimed whole, so that the year of a law is never taken for the plan's."""
    spans = _spans(draft)
    _own_number(draft)
    for citation, span in zip(draft.reading.citations, spans, strict=True):
        if span is None:
            continue
        if _is_own(draft, citation, span):
            _blank(draft, span, told=False)
        elif _is_of_the_year(draft, citation, span, spans):
            for place in (span, *_again(draft, citation, span)):
                _blank(draft, place, told=place == span)
        else:
            draft.keep(span)
            for place in _again(draft, citation, span):
                draft.keep(place)
    _keep_others(draft)


def _spans(draft: Draft) -> list[Span | None]:
    count = len(draft.reading.citations)
    return [draft.reading.spans.get(f"citations[{place}]") for place in range(count)]


def _own_number(draft: Draft) -> None:
    """An annex names the document it belongs to: no more is known of it than in the letterhead."""
    full, span = draft.reading.full_number, draft.reading.spans.get("full_number")
    if draft.reading.number and full and span:
        for place in _places(draft, full, span):
            _blank(draft, place, told=False)


def _is_own(draft: Draft, citation: Citation, span: Span) -> bool:
    """``Ban hành kèm theo Quyết định …`` of the very same day."""
    same_day = citation.date is not None and citation.date == draft.signed_on
    return same_day and _WITH.search(draft.before(span[0])) is not None


def _keep_others(draft: Draft) -> None:
    """The date after a number is that of a document, wherever it is named."""
    for match in _SYMBOL.finditer(draft.text):
        end = _end_of_date(draft, match.end())
        if draft.free((match.start(), end)):
            draft.keep((match.start(), end))


def _is_of_the_year(
    draft: Draft, citation: Citation, span: Span, others: list[Span | None]
) -> bool:
    """Its subject names the plan's year; or it is a paper of the year, younger than last autumn."""
    when = _kinds().get(_kind(citation), "")
    if when == "never":
        return False
    subject = _subject(draft, span, others)
    named = {int(year) for year in _YEAR.findall(subject)}
    if named & set(draft.years.old) and not _LONG.search(subject):
        return True
    recent = citation.date is not None and citation.date >= _autumn(draft)
    return when == "recent" and recent and not _LONG.search(subject) and not named


def _kind(citation: Citation) -> str:
    if citation.kind:
        return citation.kind
    for row in data.rows("year_bound_documents"):
        if row["symbol"] and re.search(rf"\b{row['symbol']}\b", citation.number or ""):
            return row["name"]
    return ""


@cache
def _kinds() -> dict[str, str]:
    return {row["name"]: row["when"] for row in data.rows("year_bound_documents")}


def _autumn(draft: Draft) -> dt.date:
    """Papers for a year come out from October on, those for a school year from June on."""
    first = draft.years.old[0]
    if draft.years.is_school:
        return dt.date(first, _SCHOOL_STARTS, 1)
    return dt.date(first - 1, _LAST_MONTHS, 1)


def _subject(draft: Draft, span: Span, others: list[Span | None]) -> str:
    """What stands behind a citation, up to the next one or the end of its clause."""
    stop = min([other[0] for other in others if other and other[0] >= span[1]], default=None)
    words = draft.folded[span[1] : span[1] + _SUBJECT if stop is None else stop][:_SUBJECT]
    return _SUBJECT_ENDS.split(words, maxsplit=1)[0]


def _again(draft: Draft, citation: Citation, first: Span) -> list[Span]:
    """The same number elsewhere, with the date after it."""
    return _places(draft, citation.number, first) if citation.number else []


def _places(draft: Draft, number: str, first: Span) -> list[Span]:
    printed = r"\s*".join(re.escape(sign) for sign in number)
    return [
        (match.start(), _end_of_date(draft, match.end()))
        for match in re.finditer(rf"(?<![\w/-]){printed}(?![\w/-])", draft.text)
        if not first[0] <= match.start() < first[1]
    ]


def _end_of_date(draft: Draft, place: int) -> int:
    gap = _DAY_AFTER.match(draft.folded, place)
    if gap is None:
        return place
    words = draft.text[gap.end() : gap.end() + 30]
    points = [point for point in points_in(words) if point.day and point.year]
    return gap.end() + points[0].span[1] if points and points[0].span[0] == 0 else place


def _blank(draft: Draft, span: Span, *, told: bool) -> None:
    """Blanks for number and day, and one flag on the whole citation."""
    why = "Văn bản của năm cũ; số và ngày của văn bản năm mới chưa biết."
    year = draft.years.new[0]
    words = draft.text[slice(*span)]
    if number := _NUMBER.search(words):
        place = (span[0] + number.start(), span[0] + number.end())
        draft.change(place, BLANK_NUMBER, why)
        inside = re.compile(r"\s*[/–-]\s*(?P<year>(?:19|20)\d\d)(?=\s*[/–-])").match(
            draft.text, place[1]
        )
        if inside:
            draft.move_years_in(inside.span("year"), why)
    for point in points_in(words):
        if point.day is not None and point.year is not None:
            year = point.year + draft.years.shift
            place = (span[0] + point.span[0], span[0] + point.span[1])
            draft.change(place, blank_date(draft.text[slice(*place)], year), why)
    if told:
        quote = " ".join(words.split())
        draft.flag("citation", span, f"Điền số, ngày của văn bản năm {year}; bản cũ ghi “{quote}”.")
