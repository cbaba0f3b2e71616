"""What the rooms below recorded, as one answer: figures of a report come from here."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from thidua.activities import queries as activities
from thidua.awards import queries as awards
from thidua.cascade import queries as cascade
from thidua.pledges import queries as pledges
from thidua.rulebook.facts import FactLine

ROOMS = (pledges, cascade, activities, awards)


def facts_of(units: Collection[int], first: date, last: date) -> dict[str, Decimal]:
    """Code of an indicator → what those very units recorded in those days, in all rooms."""
    sums: dict[str, Decimal] = {}
    for room in ROOMS:
        for code, value in room.facts_of(units, first, last).items():
            sums[code] = sums.get(code, Decimal(0)) + value
    return sums


def facts_behind(code: str, units: Collection[int], first: date, last: date) -> list[FactLine]:
    """The records that make up one of those figures, the newest first, those without a day last."""
    lines = [line for room in ROOMS for line in room.facts_behind(code, units, first, last)]
    return sorted(lines, key=lambda line: line.day or date.min, reverse=True)
