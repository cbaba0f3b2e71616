"""The kinds of units and posts every installation begins with; a keeper may change them later."""

import csv
from pathlib import Path

from thidua.org.models import PostKind, UnitKind

HERE = Path(__file__).parent
CAPABLE = ("keeps_register", "above_grassroots", "has_seal", "may_award")


def load_reference() -> None:
    """Add the kinds that are missing; those already there stay as the keeper left them."""
    for row in _rows("unit_kinds.csv"):
        UnitKind.objects.get_or_create(
            code=row["code"],
            defaults={
                "name": row["name"],
                "rank": int(row["rank"]),
                **{field: row[field] == "1" for field in CAPABLE},
            },
        )
    for row in _rows("post_kinds.csv"):
        PostKind.objects.get_or_create(
            code=row["code"],
            defaults={
                "name": row["name"],
                "signs_as": row["signs_as"],
                "rank": int(row["rank"]),
                "rights": row["rights"].split(),
            },
        )


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
