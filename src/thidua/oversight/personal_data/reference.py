"""Deadlines and retention every installation begins with; a keeper may change them later."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent / "tables"


def load(deadline: Any, rule: Any) -> None:
    """Add the rows that are missing. A migration hands its own models."""
    for row in _rows("deadlines.csv"):
        if not deadline.objects.filter(wish=row["wish"]).exists():
            deadline.objects.create(**_numbers(row))
    for row in _rows("retention_rules.csv"):
        if not rule.objects.filter(group=row["group"]).exists():
            rule.objects.create(**_numbers(row))


def _numbers(row: dict[str, str]) -> dict[str, Any]:
    read: dict[str, Any] = {
        name: int(value) if value.isdigit() else value for name, value in row.items()
    }
    return read | {"starts_on": date.fromisoformat(row["starts_on"])}


def _rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
