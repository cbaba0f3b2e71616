"""The stretches of a plan's year, worded in the habit of one layout."""

import calendar
import datetime as dt
from dataclasses import dataclass

from draft import Draft
from material import Material

CUTS = {2: (6,), 3: (4, 8), 4: (3, 6, 9)}
"""After which months one stretch gives way to the next."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase to be worded."""

    name: str
    start: dt.date
    end: dt.date
    theme: str
    day: str


def stretches(material: Material, year: int, issued: dt.date, habit: str) -> list[Stretch]:
    """The year cut into two to four phases, with a theme or a day in some of them."""
    count = 4 if habit == "quarters" else material.rng.choice((2, 3, 3, 4))
    ends = [dt.date(year, month, calendar.monthrange(year, month)[1]) for month in CUTS[count]]
    ends.append(dt.date(year, 12, 31))
    first = issued if habit == "from now" else dt.date(year, 1, 1)
    starts = [first, *(end + dt.timedelta(days=1) for end in ends[:-1])]
    names = _names(material, count, habit, year)
    told = []
    for place, (name, start, end) in enumerate(zip(names, starts, ends, strict=True)):
        theme = material.line("themes") if place % 2 and habit != "running" else ""
        told.append(Stretch(name, start, end, theme, commemorated(material, year, start, end)))
    return told


def semesters(material: Material, year: int) -> list[Stretch]:
    """The two semesters of the school year that begins in `year`."""
    first = dt.date(year, 9, 5), dt.date(year + 1, 1, 14)
    second = dt.date(year + 1, 1, 15), dt.date(year + 1, 5, 31)
    day = commemorated(material, year, *first)
    return [
        Stretch("Học kỳ I", *first, material.line("themes"), day),
        Stretch("Học kỳ II", *second, "", ""),
    ]


def _names(material: Material, count: int, habit: str, year: int) -> list[str]:
    if habit == "quarters":
        return [f"Quý {number}/{year}" for number in ("I", "II", "III", "IV")[:count]]
    if habit == "ordinal":
        return [f"Đợt thi đua thứ {word}" for word in ("nhất", "hai", "ba", "tư")[:count]]
    word = material.rng.choice(("Đợt", "Đợt", "Giai đoạn"))
    numerals = ("I", "II", "III", "IV") if material.rng.random() < 0.3 else ("1", "2", "3", "4")
    return [f"{word} {numeral}" for numeral in numerals[:count]]


def commemorated(material: Material, year: int, start: dt.date, end: dt.date) -> str:
    """*95 năm Ngày … (28/7/1929 - 28/7/2024)* for a day that falls within, or nothing."""
    row = material.row("days", material.facts["sector"], "chung")
    day, month, base = int(row["day"]), int(row["month"]), int(row["base"])
    if not start <= dt.date(year, month, day) <= end:
        return ""
    told = f"d={day}|m={month}|y={base}|n={year - base}"
    both = f"{printed(material, day, month)}{base} - {printed(material, day, month)}{year}"
    return f"kỷ niệm {year - base} năm {{day|{told}:{row['name']}}} ({both})"


def printed(material: Material, day: int, month: int) -> str:
    """Day and month in the habit of this document, with the sign before the year."""
    habit = material.facts["day_habit"]
    sign = "." if "." in habit else "/"
    zeros = habit.startswith("0")
    return f"{day:02}{sign}{month:02}{sign}" if zeros else f"{day}{sign}{month}{sign}"


def add_phases(draft: Draft, told: list[Stretch]) -> None:
    """Put the phases into the draft as its habit wants them."""
    habit = draft.layout["phases"]
    if habit == "running":
        whole = "; ".join(
            _marked(one, f"{_small(one.name)} {_between(one)}{_deed(one)}") for one in told
        )
        draft.add("phase", f"Phong trào được chia làm {len(told):02} đợt: {whole}.")
        return
    if habit == "cells":
        draft.add("phase", "| Đợt | Thời gian | Nội dung |")
        draft.add("phase", "| --- | --- | --- |")
    for place, one in enumerate(told):
        draft.add("phase", _worded(habit, one, first=place == 0))


def _worded(habit: str, one: Stretch, *, first: bool) -> str:
    if habit == "cells":
        deed = _great(_deed(one, ""))
        return f"| {_marked(one, f'{one.name} | {_between(one)} | {deed}')} |"
    return _marked(one, f"{_lead(habit, one, first=first)}.")


def _lead(habit: str, one: Stretch, *, first: bool) -> str:
    """Name, time and deed, without the closing stop."""
    until = f"từ nay đến hết ngày {one.end:%d/%m/%Y}"
    months = f"từ tháng {one.start:%m/%Y} đến hết tháng {one.end:%m/%Y}"
    short = f"từ {one.start:%d/%m} - {one.end:%d/%m/%Y}"
    habits = {
        "months": f"- {one.name}: {_great(months)}{_deed(one)}",
        "quarters": f"- {one.name}{_deed(one, ': ')}",
        "short": f"+ {one.name} ({short}){_deed(one, ': ')}",
        "colon": f"{one.name}: {_great(_between(one))}. {_great(_deed(one, ''))}",
    }
    if habit == "from now" and first:
        return f"* {one.name} ({until}){_deed(one, ': ')}"
    return habits.get(habit, f"- {one.name} ({_between(one)}){_deed(one, ': ')}")


def _great(words: str) -> str:
    """A capital at the beginning, and only there."""
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _between(one: Stretch) -> str:
    return f"từ ngày {one.start:%d/%m/%Y} đến ngày {one.end:%d/%m/%Y}"


def _deed(one: Stretch, sign: str = ", ") -> str:
    parts = [f"với chủ đề “{{theme:{one.theme}}}”"] if one.theme else []
    parts.append(f"chào mừng {one.day}" if one.day else "hoàn thành các việc đã đăng ký")
    return sign + ", ".join(parts)


def _marked(one: Stretch, words: str) -> str:
    lead = len(words) - len(words.lstrip("-*+ "))
    return f"{words[:lead]}{{phase|name={one.name}|from={one.start}|to={one.end}:{words[lead:]}}}"
