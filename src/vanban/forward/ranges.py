"""Two years with a dash: school years move, terms and programmes stay until they are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.forward.past import tells_results
from vanban.language.patterns import spaced

if TYPE_CHECKING:
    import re

    from vanban.forward.draft import Draft

_RANGE = spaced(
    r"(?<![\d/.-])(?P<first>(?:19|20)\d\d)\s?(?:\s*[-–—/]\s*| den (?:het )?(?:nam )?)"
    r"(?P<last>(?:19|20)\d\d)(?![\d/])"
)
_SCHOOL = spaced(r"\bnam hoc\s*:?\s*$")
_OFFICE = spaced(r"\b(?:nhiem ky|khoa)\W*$")
_TERM = spaced(
    r"\b(?:giai doan|nhiem ky|khoa|thoi ky|chien luoc|chuong trinh|de an|ke hoach 5 nam)\b"
    r"[^.;,]{0,40}$"
)


def move_ranges(draft: Draft) -> None:
    """``2023 - 2024`` after *năm học* is moved; ``2021-2025`` is kept, and flagged when over."""
    for match in _RANGE.finditer(draft.folded):
        if not draft.free(match.span()):
            continue
        if _is_school_year(draft, match):
            _school_year(draft, match)
        else:
            _term(draft, match)


def _is_school_year(draft: Draft, match: re.Match[str]) -> bool:
    first, last = int(match["first"]), int(match["last"])
    if last != first + 1:
        return False
    before = draft.before(match.start())
    if _SCHOOL.search(before):
        return True
    return not _TERM.search(before) and bool({first, last} & set(draft.years.old))


def _school_year(draft: Draft, match: re.Match[str]) -> None:
    """A year's plan speaks of both school years that touch it; a school year's also of the next."""
    old = draft.years.old
    first = int(match["first"])
    lowest = old[0] if draft.years.is_school else old[0] - 1
    if lowest <= first <= old[0] + 1:
        draft.move_years_in(match.span(), "Năm học của kế hoạch.")
    elif first == lowest - 1 and tells_results(draft, match.start()):
        draft.move_years_in(match.span(), "Kết quả của năm học liền trước.")
    else:
        draft.keep(match.span())
        if first == lowest - 1:
            printed = draft.text[slice(*match.span())]
            draft.flag(
                "past-year",
                match.span(),
                f"Năm học {printed} là năm trước của bản cũ: giữ hay thay?",
            )


def _is_for_a_period(draft: Draft, match: re.Match[str]) -> bool:
    """A programme for several years has them in its title."""
    title = draft.reading.spans.get("title", (0, 0))
    return title[0] <= match.start() < title[1] and not _OFFICE.search(draft.before(match.start()))


def _term(draft: Draft, match: re.Match[str]) -> None:
    draft.keep(match.span())
    first, last = int(match["first"]), int(match["last"])
    old, new = draft.years.old, draft.years.new
    if _is_for_a_period(draft, match) and first <= old[0] <= last:
        draft.flag(
            "multi-year",
            match.span(),
            "Văn bản này cho cả một giai đoạn, không phải cho một năm: xem lại từng mốc năm.",
        )
    elif first <= old[-1] and old[0] <= last < new[0]:
        printed = draft.text[slice(*match.span())]
        draft.flag("term", match.span(), f"Đến năm {new[0]}, giai đoạn {printed} đã kết thúc.")
