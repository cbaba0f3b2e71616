"""What papers born from a plan need to know, as plain values."""

import csv
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vanban.reading.model import Reading
from vanban.writing.numbers import format_header_date, format_month

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_TWO_DIGITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who writes. `body` is the collective (*Ban Thường vụ*), `symbol` the abbreviation of numbers.

    `signature` and `signer` are left empty in a draft.
    """

    name: str
    parent: str | None
    symbol: str
    place: str
    body: str
    signature: tuple[str, ...] = ()
    signer: str | None = None

    @property
    def collective(self) -> str:
        """*Ban Thường vụ Công đoàn Giáo dục tỉnh …*: the subject of most sentences."""
        return f"{self.body} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """The plan a paper is born from. A draft has neither number nor date."""

    title: str
    issuer: str
    number: str | None = None
    date: dt.date | None = None
    kind: str = "Kế hoạch"


def plan_facts(reading: Reading) -> PlanFacts:
    """The facts of a plan that was read."""
    return PlanFacts(
        title=reading.title or "",
        issuer=reading.issuing_body or "",
        number=reading.full_number,
        date=reading.date,
        kind=reading.doc_type or "Kế hoạch",
    )


@cache
def _openings() -> dict[str, str]:
    """How titles that begin with these words are joined to a sentence."""
    with (Path(__file__).parent / "title_openings.csv").open(encoding="utf-8", newline="") as file:
        return {row["begins"]: row["joined_by"] for row in csv.DictReader(file)}


def cited(plan: PlanFacts) -> str:
    """``Kế hoạch số 05/KH-CĐGD ngày 15/01/2024 của … về việc phát động …`` (DOC-13)."""
    parts = [plan.kind]
    parts += [f"số {plan.number}"] if plan.number else []
    parts += [f"ngày {short_date(plan.date)}"] if plan.date else []
    parts += [f"của {plan.issuer}"] if plan.issuer else []
    parts += [_about(plan.title)] if plan.title else []
    return " ".join(parts)


def named(plan: PlanFacts) -> str:
    """``Kế hoạch phát động phong trào …``: the plan by its title, as other titles name it."""
    words = _about(plan.title).removeprefix("về việc ").removeprefix("về ")
    return f"{plan.kind} {words}".strip()


def _about(title: str) -> str:
    words = " ".join(title.split())
    lowered = words[:1].lower() + words[1:]
    for begins, joined_by in _openings().items():
        if f"{lowered} ".startswith(f"{begins} "):
            return f"{joined_by} {lowered}".strip()
    return f"về {words}"


def short_date(day: dt.date) -> str:
    """``05/7/2024``: zeros as in the header of documents (DOC-27)."""
    return f"{day.day:02d}/{format_month(day.month)}/{day.year}"


def moment(at: dt.datetime) -> str:
    """``08 giờ 00, thứ Sáu, ngày 15 tháng 3 năm 2024``."""
    day = f"{_WEEKDAYS[at.weekday()]}, {format_header_date(at.date())}"
    return f"{at.hour:02d} giờ {at.minute:02d}, {day}"


def counted(number: int) -> str:
    """Small numbers with a leading zero, as officials write them: ``03 đơn vị``."""
    return f"{number:02d}" if number < _TWO_DIGITS else str(number)


def listed(items: Sequence[str]) -> list[str]:
    """The items of a list with their closing signs: semicolons, a full stop at the end."""
    bare = [item.strip().rstrip(" .;,") for item in items]
    bare = [item for item in bare if item]
    last = len(bare) - 1
    return [f"{item}{'.' if place == last else ';'}" for place, item in enumerate(bare)]
