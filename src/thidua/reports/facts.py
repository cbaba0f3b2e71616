"""What the rooms below recorded, as one answer: figures of a report come from here."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from thidua.activities import queries as activities
from thidua.awards import queries as awards
from thidua.cascade import queries as cascade
from thidua.plans.models import Plan
from thidua.pledges import queries as pledges
from thidua.rulebook.facts import FactLine

OF_A_PLAN = (pledges, cascade)
"""Signing and launching belong to a plan: who has two of them in a year counts each by itself."""
OF_THE_DAYS = (activities, awards)
"""What was done and who was praised is the work of those days, whatever plan it stands under."""


def facts_of(units: Collection[int], first: date, last: date, plan: Plan) -> dict[str, Decimal]:
    """Code of an indicator → what those very units recorded in those days, in all rooms."""
    sums: dict[str, Decimal] = {}
    found = [room.facts_of(units, first, last, plan) for room in OF_A_PLAN]
    found += [room.facts_of(units, first, last) for room in OF_THE_DAYS]
    for figures in found:
        for code, value in figures.items():
            sums[code] = sums.get(code, Decimal(0)) + value
    return sums


def facts_behind(
    code: str, units: Collection[int], first: date, last: date, plan: Plan
) -> list[FactLine]:
    """The records that make up one of those figures, the newest first, those without a day last."""
    found = [room.facts_behind(code, units, first, last, plan) for room in OF_A_PLAN]
    found += [room.facts_behind(code, units, first, last) for room in OF_THE_DAYS]
    lines = [line for lines in found for line in lines]
    return sorted(lines, key=lambda line: line.day or date.min, reverse=True)
