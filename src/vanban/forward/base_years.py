"""Base years of the catalogue, also those that one source alone gives.

A single source is enough where the count printed in the old plan agrees with it.
"""

import re
from collections.abc import Iterator
from functools import cache

from vanban.checking import data
from vanban.language.forms import fold
from vanban.reading import catalogue

_BRACKET = re.compile(r"\s*\([^)]*\)")
_DAY = re.compile(r"(?:ngay|le)\s+")
_LONGEST = 140


def base_year_of(folded: str) -> int | None:
    """The base year of the day whose folded name begins a text; the longest name counts."""
    words = _key(folded[:_LONGEST])
    return next((year for name, year in _names() if re.match(rf"{name}\b", words)), None)


@cache
def _names() -> tuple[tuple[str, int], ...]:
    """Longest first."""
    years = {row["id"]: row["base_year"] for row in catalogue.rows("anniversaries")}
    names = [(name, years[id_]) for id_, name in _all_names() if years.get(id_)]
    by_length = sorted(names, key=lambda pair: -len(pair[0]))
    return tuple((re.escape(_key(fold(name))), int(year)) for name, year in by_length)


def _all_names() -> Iterator[tuple[str, str]]:
    """Those of the catalogue, where ``A / B`` are two names of one day, and the usual others."""
    for row in catalogue.rows("anniversaries"):
        for name in _BRACKET.sub("", row["name_vi"]).split(" / "):
            yield row["id"], name
    for row in data.rows("day_names"):
        yield row["id"], row["name"]


def _key(folded: str) -> str:
    words = " ".join(folded.replace(",", " ").split())
    return _DAY.sub("", words, count=1) if _DAY.match(words) else words
