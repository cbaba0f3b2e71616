"""The kinds of activities every installation begins with; a keeper may add others or end them."""

import csv
from pathlib import Path

from thidua.activities.models import ActivityKind, Measure
from thidua.rulebook.models import Indicator

HERE = Path(__file__).parent


def load_reference() -> None:
    """Add the kinds and measures that are missing; the indicators must be there already."""
    kinds: dict[str, ActivityKind] = {}
    for position, row in enumerate(_rows("kinds.csv")):
        kinds[row["code"]], _created = ActivityKind.objects.get_or_create(
            code=row["code"], defaults={"name": row["name"], "position": position}
        )
    indicators = {indicator.code: indicator for indicator in Indicator.objects.all()}
    for position, row in enumerate(_rows("measures.csv")):
        Measure.objects.get_or_create(
            kind=kinds[row["kind"]],
            code=row["code"],
            defaults={
                "name": row["name"],
                "unit_name": row["unit_name"],
                "indicator": indicators[row["indicator"]] if row["indicator"] else None,
                "people": row["people"] == "1",
                "asks_below": _whole(row["asks_below"]),
                "asks_above": _whole(row["asks_above"]),
                "position": position,
            },
        )


def _whole(written: str) -> int | None:
    return int(written) if written else None


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
