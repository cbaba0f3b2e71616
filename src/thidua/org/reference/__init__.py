"""The catalogues every installation begins with; a keeper may change them later."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from thidua.org.models import (
    Area,
    AreaLevel,
    Body,
    BodySize,
    FactKind,
    FactorRule,
    PostKind,
    UnitKind,
)

HERE = Path(__file__).parent
CAPABLE = ("keeps_register", "above_grassroots", "has_seal", "may_award")
Row = dict[str, str]
LAW_IN_FORCE = date(2023, 7, 1)
"""Since when personal data need a stated purpose (NĐ 13/2023, now the Law of 2025)."""


def load_reference() -> None:
    """Add the rows that are missing; those already there stay as the keeper left them."""
    for row in _rows("unit_kinds.csv"):
        UnitKind.objects.get_or_create(
            code=row["code"],
            defaults={
                "name": row["name"],
                "rank": int(row["rank"]),
                "starts_on": _day(row["starts_on"]),
                "ends_on": _day(row["ends_on"]),
                **{field: row[field] == "1" for field in CAPABLE},
            },
        )
    for row in _rows("bodies.csv"):
        Body.objects.get_or_create(
            code=row["code"], defaults={"name": row["name"], "rank": int(row["rank"])}
        )
    _load_sizes()
    _load_posts()
    _load_provinces()
    load_fact_kinds(FactKind)
    _load_factor_rules()


def _load_sizes() -> None:
    """How many a body has (ORG-22)."""
    bodies = {body.code: body for body in Body.objects.all()}
    kinds = {kind.code: kind for kind in UnitKind.objects.all()}
    for row in _rows("body_sizes.csv"):
        BodySize.objects.get_or_create(
            body=bodies[row["body"]],
            unit_kind=kinds[row["unit_kind"]],
            from_members=int(row["from_members"]),
            starts_on=None,
            defaults={
                "least": int(row["least"]) if row["least"] else None,
                "most": int(row["most"]) if row["most"] else None,
                "source": row["source"],
            },
        )


def _load_posts() -> None:
    bodies = {body.code: body for body in Body.objects.all()}
    for row in _rows("post_kinds.csv"):
        PostKind.objects.get_or_create(
            code=row["code"],
            defaults={
                "name": row["name"],
                "signs_as": row["signs_as"],
                "rank": int(row["rank"]),
                "body": bodies.get(row["body"]),
                "rights": row["rights"].split(),
            },
        )


def _load_factor_rules() -> None:
    """Who needs a second factor. In the sample year nobody does: its accounts and passwords are
    shown to everybody, and the first visitor who set one up would shut all others out.
    """
    if FactorRule.objects.exists():
        return
    real = settings.SAMPLE_DAY_FILE is None
    for row in _rows("factor_rules.csv"):
        FactorRule.objects.create(
            subject=row["subject"],
            scope=row["scope"],
            obligatory=real and row["obligatory"] == "1",
            grace_days=int(row["grace_days"]),
            starts_on=date.fromisoformat(row["starts_on"]),
        )


def _load_provinces() -> None:
    """63 provinces until 30/06/2025, 34 since (ORG-25). The old ones have no numbers here."""
    if Area.objects.filter(level=AreaLevel.PROVINCE).exists():
        return
    rows = _rows("provinces.csv")
    made: dict[str, Area] = {}
    for row in rows:
        area = Area.objects.create(
            level=AreaLevel.PROVINCE,
            code=row["code"],
            name=row["name"],
            source=row["source"],
            starts_on=_day(row["starts_on"]),
            ends_on=_day(row["ends_on"]),
            merged_into=made.get(row["merged_into"]),
        )
        made.setdefault(row["name"], area)


def load_fact_kinds(model: Any) -> None:
    """What may be kept about a person, and why (PDP-01). A migration hands its own model."""
    for row in _rows("fact_kinds.csv"):
        model.objects.get_or_create(
            code=row["code"],
            defaults={
                "name": row["name"],
                "guarded": row["guarded"] == "1",
                "form": row["form"],
                "choices": row["choices"].split("|") if row["choices"] else [],
                "purpose": row["purpose"],
                "legal_ground": row["legal_ground"],
                "kept_years": int(row["kept_years"]),
                "confidence": row["confidence"],
                "rank": int(row["rank"]),
                "starts_on": LAW_IN_FORCE,
            },
        )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _rows(name: str) -> list[Row]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
