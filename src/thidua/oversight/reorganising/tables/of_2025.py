"""The re-organisation of 2025 in one province, as a table for whatever units it has.

What happened then (A.2, A.4, V17): the unions of districts and of local sectors ended, unions of
communes and wards began, grassroots unions of bodies that the budget pays for ended, the others
moved to a commune or directly below the province. Names and numbers here are our own.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thidua.org.actor import standing
from thidua.org.models import ActKind, Host, Ownership, Placement, Unit
from thidua.org.reorganising.finding import with_key
from thidua.oversight.reorganising.tables.columns import WORDS, Row

DISTRICT, COMMUNE = "ldld_huyen", "cdx"
ENDING = {DISTRICT, "cdn"}
GRASSROOTS_OF_A_COMMUNE = 12
KEEPS_ITS_UNION = Decimal(10)
"""Per cent of its own costs that a public unit must earn to keep its union (ORG-06)."""
ENDED_OF_TEN, TEN = 7, 10
"""Where nothing is known of the place of work: 1,031 of 1,473 ended in the province of V17."""
AREA = re.compile(r"(?:huyện|thị xã|thành phố|quận)\s+(.+)$", re.IGNORECASE)
CHUNK = 500
KINDS = {kind: WORDS[kind][0] for kind in (ActKind.ESTABLISH, ActKind.END, ActKind.MOVE)}


@dataclass(frozen=True, slots=True)
class Here:
    """A unit as it stands below the province."""

    pk: int
    name: str
    key: str
    kind: str

    @property
    def cell(self) -> str:
        return f"{self.name} [{self.key}]"


def reorganisation_of_2025(province: Unit, day: date) -> list[Row]:
    """The rows for all unions of districts and local sectors directly below `province`.

    Empty where it has none. Communes begin, uppers end, and what stood below these ends or moves.
    """
    below = _below(province, day)
    uppers = [unit for unit in below[province.key] if unit.kind in ENDING]
    grassroots = {upper.key: below[upper.key] for upper in uppers}
    ending = _ending([unit for units in grassroots.values() for unit in units], day)
    communes: list[Row] = []
    ends: list[Row] = []
    moves: list[Row] = []
    for upper in uppers:
        staying = [unit for unit in grassroots[upper.key] if unit.pk not in ending]
        ends += [_ended(unit) for unit in grassroots[upper.key] if unit.pk in ending]
        if upper.kind == DISTRICT:
            names = _communes(upper, len(staying))
            communes += [_established(name, province) for name in names]
            moves += _moved(staying, names)
    over = [{"kind": KINDS[ActKind.END], "unit": upper.cell} for upper in uppers]
    return _numbered([*communes, *over, *ends, *moves])


def _below(province: Unit, day: date) -> dict[str, list[Here]]:
    """Everything below the province by the key of its superior, in the order of their names."""
    standing_there = standing(day, province.path_on(day), "")
    rows = Placement.objects.filter(standing_there).exclude(unit=province)
    found: dict[str, list[Here]] = defaultdict(list)
    columns = ("path", "unit", "unit__name", "unit__key", "unit__kind__code")
    for path, *unit in rows.order_by("unit__name", "unit").values_list(*columns):
        found[path.strip("/").split("/")[-2]].append(Here(*unit))
    return found


def _ending(units: Sequence[Here], day: date) -> set[int]:
    """Those of state bodies, and of public units that earn too little of their costs (ORG-06)."""
    known: dict[int, bool] = {}
    for start in range(0, len(units), CHUNK):
        some = [unit.pk for unit in units[start : start + CHUNK]]
        hosts = Host.objects.filter(unit__in=some, starts_on__lte=day).order_by("starts_on")
        for unit, ownership, share in hosts.values_list("unit", "ownership", "self_financing"):
            public = ownership == Ownership.PUBLIC and (share or 0) < KEEPS_ITS_UNION
            known[unit] = ownership == Ownership.STATE or public
    return {
        unit.pk
        for place, unit in enumerate(units)
        if known.get(unit.pk, place % TEN < ENDED_OF_TEN)
    }


def _communes(district: Here, unions: int) -> list[str]:
    area = AREA.search(district.name)
    place = area[1] if area else district.name
    count = max(1, -(-unions // GRASSROOTS_OF_A_COMMUNE))
    if count == 1:
        return [f"Công đoàn xã {place}"]
    return [f"Công đoàn xã {place} {number}" for number in range(1, count + 1)]


def _established(name: str, province: Unit) -> Row:
    return {
        "kind": KINDS[ActKind.ESTABLISH],
        "unit": name,
        "target": with_key(province),
        "unit_kind": COMMUNE,
        "short_name": name.replace("Công đoàn", "CĐ"),
        "symbol": "CĐX",
        "place": name.removeprefix("Công đoàn xã "),
    }


def _ended(unit: Here) -> Row:
    return {"kind": KINDS[ActKind.END], "unit": unit.cell, "ends_below": "có"}


def _moved(units: Sequence[Here], communes: Sequence[str]) -> list[Row]:
    """Neighbours on the list come to one commune, about a dozen to each."""
    return [
        {"kind": KINDS[ActKind.MOVE], "unit": unit.cell, "target": commune}
        for place, unit in enumerate(units)
        for commune in [communes[place * len(communes) // len(units)]]
    ]


def _numbered(rows: list[Row]) -> list[Row]:
    return [row | {"row": str(number)} for number, row in enumerate(rows, 2)]
