"""Where one phase ends and the next begins."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.checking.phases import as_day, place_of
from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.language.forms import fold
from vanban.reading.model import Phase, Reading, Severity

TITLE = "Các đợt nối nhau"

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_SUNDAY = 6
_STEP = re.compile(r"(?:buoc|giai doan|vong|tuan)\b")
"""Steps of a procedure may leave days out; a plan's *đợt* may not."""
_ROUGH = re.compile(
    r"\b(?:nua|dau|giua|cuoi|(?:trung|thuong|ha) tuan|khoang|truoc|sau) (?:dau |cuoi )?"
    r"(?:thang|nam|tet|ky|he|khi|hoc ky|tuan)\b"
)
_OTHER_STRETCH = re.compile(r"\btu\b[^.;\n]{2,60}\b(?:den|toi)\b")
_BEGINNING = 150
"""The dates of a phase stand at the beginning of its paragraph."""


@rule("phase-overlap", "Các đợt thi đua chồng lên nhau", Severity.WARNING, "MOV-R07")
def overlap(reading: Reading) -> Iterator[Slip]:
    """A phase starts while the one before it still runs."""
    for index, start, before, end in _neighbours(reading):
        if start <= end:
            yield Slip(
                f"{reading.phases[index].name} bắt đầu ngày {as_day(start)}, "
                f"khi {before.name} còn đến ngày {as_day(end)}.",
                place_of(reading, index),
            )


@rule("phase-gap", "Có khoảng trống giữa hai đợt thi đua", Severity.WARNING, "MOV-R07")
def gap(reading: Reading) -> Iterator[Slip]:
    """Days between two phases belong to neither."""
    for index, start, before, end in _neighbours(reading):
        if start > end + _ONE_DAY and not _is_weekend(end + _ONE_DAY, start - _ONE_DAY):
            yield Slip(
                f"Từ {as_day(end + _ONE_DAY)} đến {as_day(start - _ONE_DAY)} không thuộc đợt nào: "
                f"{before.name} kết thúc ngày {as_day(end)}, "
                f"{reading.phases[index].name} bắt đầu ngày {as_day(start)}.",
                place_of(reading, index),
            )


def _neighbours(reading: Reading) -> Iterator[tuple[int, dt.date, Phase, dt.date]]:
    """Each phase after the first: its index and start, the phase before it and that one's end.

    Left out are steps, days that are only said roughly (*giữa tháng 6*), and phases between which
    the text has another stretch of time that was not read as a phase.
    """
    for index, (before, phase) in enumerate(pairwise(reading.phases), start=1):
        if not phase.start or not before.end or _STEP.match(fold(phase.name)):
            continue
        if not _is_rough(reading, index):
            yield index, phase.start, before, before.end


def _is_rough(reading: Reading, index: int) -> bool:
    here, earlier = place_of(reading, index), place_of(reading, index - 1)
    if here is None or earlier is None or here < earlier:
        return False
    text = folded(reading.text)
    start = text.rfind("\n", 0, earlier[0]) + 1
    end = text.find("\n", here[1])
    lines = text[start : end if end >= 0 else len(text)].split("\n")
    if any(_ROUGH.search(line[:_BEGINNING]) for line in (lines[0], lines[-1])):
        return True
    return any(_OTHER_STRETCH.search(line) for line in lines[1:-1])


def _is_weekend(first: dt.date, last: dt.date) -> bool:
    """A term may end on Saturday and the next begin on Monday."""
    return last - first <= _ONE_DAY and first.weekday() >= _SATURDAY and last.weekday() == _SUNDAY
