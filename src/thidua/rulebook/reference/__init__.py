"""The indicators and award kinds every installation begins with; a keeper may add to them.

An indicator bears the code of its line in the catalogue of reports; `b` marks what else the same
line counts, `r` the ratio that belongs to it.
"""

import csv
from datetime import date
from pathlib import Path

from thidua.rulebook.models import AwardKind, Indicator

HERE = Path(__file__).parent


def load_reference() -> None:
    """Add what is missing; what is there stays, since the meaning of a code never changes."""
    for row in _rows("indicators.csv"):
        Indicator.objects.get_or_create(code=row["code"], defaults=_indicator(row))
    for position, row in enumerate(_rows("award_kinds.csv")):
        AwardKind.objects.get_or_create(
            code=row["code"], defaults={**_award_kind(row), "position": position}
        )


def _indicator(row: dict[str, str]) -> dict[str, object]:
    """Ratios stand below what they divide, so both are there already."""
    plain = ("name", "unit_name", "aggregation", "source", "confidence")
    return {name: row[name] for name in plain} | {
        part: Indicator.objects.get(code=row[part]) if row[part] else None
        for part in ("numerator", "denominator")
    }


def _award_kind(row: dict[str, str]) -> dict[str, object]:
    return {name: row[name] for name in ("name", "group", "source", "confidence")} | {
        "issuers": row["issuers"].split(),
        "subjects": row["subjects"].split(),
        "starts_on": _day(row["starts_on"]),
        "ends_on": _day(row["ends_on"]),
    }


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
