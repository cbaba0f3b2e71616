"""Single years: those of the plan are moved, history and far goals stay."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vanban.forward.past import is_history, keep_history, tells_results
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    from vanban.forward.draft import Draft

_TOKEN = spaced(
    r"(?<![\w])(?<!\d[.,])(?P<word>nam )?(?P<year>(?:19|20)\d\d)(?!\w)(?![.,]\d)(?!/\w)(?!\s?%)"
)
_GOAL = spaced(r"\b(?:đến|tới|tầm nhìn)\s*$", re.IGNORECASE)
_SINCE = spaced(r"\b(?:từ|sau|trước)\s*$", re.IGNORECASE)
_COUNTED = spaced(
    r"\b(?:tổng số|ít nhất|tối thiểu|trên|hơn|gần|khoảng|đạt|có|được)\s*$", re.IGNORECASE
)
_FOR = "Năm của kế hoạch."


def move_years(draft: Draft) -> None:
    """What no other part of the mover has claimed by now."""
    for match in _TOKEN.finditer(draft.folded):
        if draft.free(match.span("year")):
            _move(draft, match)


def _move(draft: Draft, match: re.Match[str]) -> None:
    year, span = int(match["year"]), match.span("year")
    old = draft.years.old
    if year < old[0] - 1 or _is_count(draft, match):
        return
    if is_history(draft, match.start("year")):
        keep_history(draft, span, year)
    elif match["word"] and _GOAL.search(draft.said_before(match.start())):
        _far(draft, match)
    elif year == old[0] - 1:
        _last_year(draft, match)
    elif draft.years.near(year):
        draft.change(span, str(year + draft.years.shift), _FOR)
        if match["word"] and _SINCE.search(draft.said_before(match.start())):
            draft.flag(
                "since",
                span,
                f"Bản cũ ghi mốc năm {year}, đã chuyển theo kế hoạch: mốc này có đổi không?",
            )
    else:
        _far(draft, match)


def _far(draft: Draft, match: re.Match[str]) -> None:
    """``đến năm 2025`` is a goal of some programme, not the end of the plan's own year."""
    year, span = int(match["year"]), match.span("year")
    draft.keep(span)
    if draft.years.old[0] <= year < draft.years.new[0]:
        draft.flag(
            "goal", span, f"Mốc năm {year} đã qua khi sang năm {draft.years.new[0]}: thay bằng gì?"
        )


def _last_year(draft: Draft, match: re.Match[str]) -> None:
    year, span = int(match["year"]), match.span("year")
    if tells_results(draft, match.start()):
        draft.change(span, str(year + draft.years.shift), "Kết quả của năm liền trước.")
        return
    draft.keep(span)
    draft.flag(
        "past-year",
        span,
        f"Năm {year} là năm trước của bản cũ: giữ nguyên hay thay bằng số liệu mới?",
    )


def _is_count(draft: Draft, match: re.Match[str]) -> bool:
    """``2024 đoàn viên`` is a number of people."""
    if match["word"]:
        return False
    counted = _COUNTED.search(draft.said_before(match.start()))
    return _unit().match(draft.folded, match.end()) is not None or counted is not None


@cache
def _unit() -> re.Pattern[str]:
    more = ("đồng", "người", "lượt", "suất", "phần", "triệu", "nghìn", "tỷ", "công nhân")
    units = pattern_of((*catalogue.column("units", "name"), *more))
    return spaced(rf"\s+(?:{units})\b")
