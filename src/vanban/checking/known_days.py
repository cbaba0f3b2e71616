"""Days whose base year is certain, and the names under which papers celebrate them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vanban.checking import data
from vanban.language.forms import fold
from vanban.reading import catalogue

_WORD = re.compile(r"[a-z0-9]+")
_FILLERS = frozenset({"ngay", "le", "to", "chuc", "hoan", "toan", "lich", "su"})
_MAY_FOLLOW = frozenset({"va", "voi", "gan"})


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A confirmed day of the catalogue that has a base year."""

    id: str
    name: str
    day: int
    month: int
    base_year: int


def leading_days(folded: str) -> tuple[tuple[KnownDay, ...], int]:
    """The days that begin a folded text, and where their name ends; two when joined by *và*.

    Nothing is recognised when the name goes on: *thành lập Đảng bộ tỉnh* is not *thành lập Đảng*.
    """
    words = list(_WORD.finditer(folded))
    first, used = _longest_name(words)
    if first is None or not _ends_here(folded, words, used):
        return (), 0
    second, more = _longest_name(words[used + 1 :]) if _is_and(words, used) else (None, 0)
    if second is None or not _ends_here(folded, words, used + 1 + more):
        return (first,), words[used - 1].end()
    return (first, second), words[used + more].end()


def _longest_name(words: list[re.Match[str]]) -> tuple[KnownDay | None, int]:
    """The day whose name is the longest beginning of `words`, and how many words it takes."""
    found: tuple[KnownDay | None, int] = (None, 0)
    key: tuple[str, ...] = ()
    for used, word in enumerate(words[:25], start=1):
        if word.group() not in _FILLERS:
            key += (word.group(),)
            if key in _names():
                found = (_names()[key], used)
    return found


def _ends_here(folded: str, words: list[re.Match[str]], used: int) -> bool:
    if used == len(words) or words[used].group() in _MAY_FOLLOW:
        return True
    between = folded[words[used - 1].end() : words[used].start()]
    return "\n" in between or (not between.isspace() and between != "-")


def _is_and(words: list[re.Match[str]], used: int) -> bool:
    return used < len(words) and words[used].group() == "va"


def _key(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(fold(name)) if word not in _FILLERS)


@cache
def _names() -> dict[tuple[str, ...], KnownDay]:
    """Every way to call a known day, as folded words without fillers."""
    days = {row["id"]: _day(row) for row in catalogue.rows("anniversaries") if _is_certain(row)}
    named = (row for row in data.rows("day_names") if row["id"] in days)
    return {_key(row["name"]): days[row["id"]] for row in named}


def _is_certain(row: Mapping[str, str]) -> bool:
    return row["confirmed"] == "yes" and bool(row["base_year"])


def _day(row: Mapping[str, str]) -> KnownDay:
    return KnownDay(
        row["id"], row["name_vi"], int(row["day"]), int(row["month"]), int(row["base_year"])
    )
