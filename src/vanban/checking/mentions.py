"""Every place where a text counts the years of a day: ``47 năm Ngày … (30/4/1975 - 30/4/2022)``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vanban.checking.known_days import KnownDay, leading_days
from vanban.checking.words import folded
from vanban.reading.model import Span

_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_COUNT = re.compile(r"\blan\s+thu\s+(?P<nth>\d{1,4})\s+(?=\w)|\b(?P<years>\d{1,4})\s+nam\s+(?=\w)")
_CONTEXT = 40
_CELEBRATED = re.compile(r"\b(?:ky niem|chao mung)\b[^.;]*$")
_ANOTHER_COUNT = re.compile(r"\d\s+nam\s")


def _date(side: str) -> str:
    day_and_month = rf"(?P<{side}_day>\d{{1,2}})\s*[/.-]\s*(?P<{side}_month>\d{{1,2}})\s*[/.-]\s*"
    return rf"(?:{day_and_month})?(?P<{side}_year>\d{{4}})"


_BRACKET = re.compile(
    rf"(?P<name>[^();:“”\"\n]{{3,140}}?)\s*\(\s*{_date('base')}(?:\s*[-–—]\s*{_date('now')})?\s*\)"
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in the bracket after a day; day and month may be left out."""

    day: int | None
    month: int | None
    year: int
    span: Span
    year_span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One count of years. `days`: the known days that the name stands for, empty if unknown."""

    count: int
    count_span: Span
    span: Span
    days: tuple[KnownDay, ...]
    base: PrintedDate | None = None
    celebrated: PrintedDate | None = None


@lru_cache(maxsize=8)
def mentions(text: str) -> tuple[Mention, ...]:
    """Counts of years that name a known day or carry their dates in a bracket; no others."""
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[Mention]:
    joined = _SINGLE_BREAK.sub(" ", folded(text))
    for count in _COUNT.finditer(joined):
        group = "nth" if count["nth"] else "years"
        bracket = _BRACKET.match(joined, count.end())
        if bracket and not _ANOTHER_COUNT.search(bracket["name"]):
            mention = _with_dates(count, group, bracket)
            if mention.days or _is_celebrated(joined, count, bracket):
                yield mention
            continue
        days, end = leading_days(joined[count.end() : count.end() + 200])
        if days:
            span = (count.start(), count.end() + end)
            yield Mention(int(count[group]), count.span(group), span, days)


def _is_celebrated(folded: str, count: re.Match[str], bracket: re.Match[str]) -> bool:
    """An unknown day is meant only if a day is printed and the words say so.

    *5 năm thực hiện … (2021 - 2025)* is a stretch of time, counted with both its ends.
    """
    before = folded[max(0, count.start() - _CONTEXT) : count.start()]
    says_so = _CELEBRATED.search(before) or bracket["name"].startswith("ngay ")
    return bool(says_so) and bracket["base_day"] is not None


def _with_dates(count: re.Match[str], group: str, bracket: re.Match[str]) -> Mention:
    days, end = leading_days(bracket["name"])
    whole_name = bracket["name"][end:].strip() == ""
    return Mention(
        int(count[group]),
        count.span(group),
        (count.start(), bracket.end()),
        days if whole_name else (),
        _printed(bracket, "base"),
        _printed(bracket, "now") if bracket["now_year"] else None,
    )


def _printed(bracket: re.Match[str], side: str) -> PrintedDate:
    day, month, year = (bracket[f"{side}_{part}"] for part in ("day", "month", "year"))
    start = bracket.start(f"{side}_day") if day else bracket.start(f"{side}_year")
    return PrintedDate(
        int(day) if day else None,
        int(month) if month else None,
        int(year),
        (start, bracket.end(f"{side}_year")),
        bracket.span(f"{side}_year"),
    )
