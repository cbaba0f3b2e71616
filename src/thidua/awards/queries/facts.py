"""Commendation as figures of a report: what these very units gave and praised."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.urls import reverse

from thidua.awards.models import Award, Praise
from thidua.rulebook.facts import FactLine

GIVEN, PRAISED = "IND-082", "IND-087"
CERTIFICATE = "giấy khen"
"""Names of the kinds of award that count as one begin so."""


def facts_of(unit_ids: Collection[int], first: date, last: date) -> dict[str, Decimal]:
    """How many *Giấy khen* those units decided in those days, and how many they praised."""
    found = {
        GIVEN: Decimal(_given(unit_ids, first, last).count()),
        PRAISED: Decimal(_praised(unit_ids, first, last).count()),
    }
    return {code: value for code, value in found.items() if value}


def facts_behind(code: str, unit_ids: Collection[int], first: date, last: date) -> list[FactLine]:
    """The awards or praises that make up a figure."""
    if code == GIVEN:
        given = _given(unit_ids, first, last).select_related("nomination", "kind")
        return [
            FactLine(
                str(one), one.decided_on, Decimal(1), one.nomination.get_absolute_url(), inside=True
            )
            for one in given
        ]
    if code == PRAISED:
        return [
            FactLine(
                str(one),
                one.praised_on,
                Decimal(1),
                f"{reverse('awards:book')}?unit={one.unit_id}&year={one.praised_on.year}",
                inside=True,
            )
            for one in _praised(unit_ids, first, last)
        ]
    return []


def _given(unit_ids: Collection[int], first: date, last: date) -> QuerySet[Award]:
    return Award.objects.filter(
        unit__in=unit_ids, decided_on__range=(first, last), kind__name__istartswith=CERTIFICATE
    ).order_by("decided_on", "pk")


def _praised(unit_ids: Collection[int], first: date, last: date) -> QuerySet[Praise]:
    return Praise.objects.filter(
        unit__in=unit_ids, praised_on__range=(first, last), withdrawn_at=None
    ).order_by("praised_on", "pk")
