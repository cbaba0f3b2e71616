"""Bodies that ended in 2025, provinces that were merged: named at their first place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vanban.forward import data
from vanban.language.forms import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vanban.forward.draft import Draft
    from vanban.reading.model import Span

_AFTER = 40
_PROVINCE = r"(?:tỉnh|tỉnh ủy|LĐLĐ|LĐLD|CĐGD|CĐVC|Liên đoàn Lao động)\s+"


def flag_bodies(draft: Draft) -> None:
    """Only when the new plan runs into or past the day, and the old one had begun before it."""
    for row in data.rows("ended_bodies"):
        if _falls_between(draft, row["ended"]) and (place := _first_place(draft, row)):
            name = row["names"].split(";")[0]
            day = _day(row["ended"])
            draft.flag(
                "ended-body", place, f"{name} kết thúc hoạt động từ {day}; nay là {row['now']}?"
            )
    for row in data.rows("merged_provinces"):
        if _falls_between(draft, row["from"]):
            _flag_province(draft, row["name"], row["now"], row["from"])


def _falls_between(draft: Draft, day: str) -> bool:
    year = int(day[:4])
    return draft.years.old[0] <= year <= draft.years.new[-1]


def _first_place(draft: Draft, row: Mapping[str, str]) -> Span | None:
    """Not in a symbol (``/KH-CĐGD``), and not where the name goes on to be another one."""
    others = tuple(fold(word) for word in row["except"].split(";") if word) or ("\0",)
    names = "|".join(_words(fold(name)) for name in row["names"].split(";"))
    for match in re.finditer(rf"(?<![\w/-])(?:{names})\b", draft.folded):
        after = draft.folded[match.end() : match.end() + _AFTER].lstrip()
        if draft.text[match.start()].isupper() and not after.startswith(others):
            return match.span()
    return None


def _words(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _flag_province(draft: Draft, name: str, now: str, since: str) -> None:
    """The bare words may mean peace, or a street: the place of issue, or *tỉnh* before."""
    match = re.search(rf"{_PROVINCE}(?P<name>{_words(name)})\b", draft.text, re.IGNORECASE)
    place = match.span("name") if match else None
    if fold(draft.reading.place or "") == fold(name):
        place = draft.reading.spans.get("place") or place
    if place:
        draft.flag("merged-province", place, f"Tỉnh {name} sáp nhập vào {now} từ {_day(since)}.")


def _day(printed: str) -> str:
    year, month, day = printed.split("-")
    return f"{day}/{month}/{year}"
