"""The year as one strip: days become positions in per cent. Plain values in, plain values out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

LANE_HEIGHT = 34
FLAG = 49
"""Half the width of the flag of today, in pixels."""
NEAR_EDGE = 15
"""Per cent of the strip within which that flag could reach over the edge, on a phone too."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase or a school year, both days included."""

    title: str
    starts_on: date
    ends_on: date
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A day worth seeing; `late` is a due date that has passed."""

    name: str
    day: date
    late: bool = False


def year_line(
    year: int, phases: Sequence[Stretch], points: Iterable[Point], today: date
) -> dict[str, object]:
    """The values that ``ui/year_line.html`` draws for `year`."""
    shown = [phase for phase in phases if _meets(phase, year)]
    here = today if today.year == year else None
    lanes = _lanes(shown)
    shift = LANE_HEIGHT * max(lanes, default=0)
    return {
        "height": 140 + shift,
        "shift": shift,
        "foot": 110 + shift,
        "label": _label(year, shown, here),
        "months": [{"x": _x(date(year, month, 1), year), "name": month} for month in range(1, 13)],
        "rows": [_row(school, year) for school in _school_years(year)],
        "phases": [
            _phase(phase, year, today) | {"y": 46 + LANE_HEIGHT * lane}
            for phase, lane in zip(shown, lanes, strict=True)
        ],
        "points": [_point(point, year) for point in points if point.day.year == year],
        "today": here and _today(here, year),
    }


def _today(day: date, year: int) -> dict[str, object]:
    """The flag of today; near an edge it flies to the inner side, so that it is never cut off."""
    x = _x(day, year)
    side = FLAG * (float(x) < NEAR_EDGE) - FLAG * (float(x) > 100 - NEAR_EDGE)
    return {"x": x, "flag": side, "text": _("Hôm nay %s") % f"{day:%d/%m}"}


def _lanes(phases: Sequence[Stretch]) -> list[int]:
    """The line each phase stands in: the first where it covers no other (two plans may overlap)."""
    ends: list[date] = []
    lanes = []
    for phase in phases:
        free = (lane for lane, end in enumerate(ends) if end < phase.starts_on)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [phase.ends_on]
        lanes.append(lane)
    return lanes


def _meets(stretch: Stretch, year: int) -> bool:
    return stretch.starts_on.year <= year <= stretch.ends_on.year


def _days(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _x(day: date, year: int) -> str:
    """The place of `day`: 0 for 1 January, 100 for the next one; other years end at the edge."""
    passed = (day - date(year, 1, 1)).days
    return f"{100 * min(max(passed, 0), _days(year)) / _days(year):.2f}"


def _width(stretch: Stretch, year: int) -> str:
    after = min(stretch.ends_on, date(year, 12, 31)) + timedelta(days=1)
    return f"{float(_x(after, year)) - float(_x(stretch.starts_on, year)) - 0.15:.2f}"


def _school_years(year: int) -> list[Stretch]:
    """September to May (MOV-R08), named as on paper."""
    return [
        Stretch(f"{first}-{first + 1}", date(first, 9, 1), date(first + 1, 5, 31))
        for first in (year - 1, year)
    ]


def _row(school: Stretch, year: int) -> dict[str, str]:
    title = _("Năm học %s") % school.title
    place = {"x": _x(school.starts_on, year), "width": _width(school, year)}
    return place | {"title": title, "short": school.title}


def _phase(phase: Stretch, year: int, today: date) -> dict[str, object]:
    return {
        "x": _x(phase.starts_on, year),
        "width": _width(phase, year),
        "title": phase.title,
        "days": f"{phase.starts_on:%d/%m}–{phase.ends_on:%d/%m}",
        "theme": phase.theme,
        "running": phase.starts_on <= today <= phase.ends_on,
    }


def _point(point: Point, year: int) -> dict[str, object]:
    x = _x(point.day, year)
    anchor = "start" if float(x) < 4 else "end" if float(x) > 96 else "middle"
    return {"x": x, "name": point.name, "day": f"{point.day:%d/%m}", "late": point.late} | {
        "anchor": anchor
    }


def _label(year: int, phases: Sequence[Stretch], today: date | None) -> str:
    parts = [
        _("%(title)s từ %(start)s đến %(end)s")
        % {"title": p.title, "start": f"{p.starts_on:%d/%m}", "end": f"{p.ends_on:%d/%m}"}
        for p in phases
    ]
    if today:
        parts.append(_("hôm nay %s") % f"{today:%d/%m}")
    return _("Năm %(year)s: %(parts)s.") % {"year": year, "parts": "; ".join(parts)}
