"""What a list or the gallery is narrowed down to, as it stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import QuerySet
from django.http import QueryDict

from thidua.activities import queries
from thidua.activities.models import Activity, ActivityKind
from thidua.core.folded import folded
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Phase

MANY = 1_000
"""From so many activities on nobody chooses their unit from a list: it is searched by name."""
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices there are among these activities, and what was chosen of each.

    Where there are many, `units` is empty, `searched` says so, and `words` are of a unit's name.
    """

    units: Sequence[Unit]
    kinds: Sequence[ActivityKind]
    phases: Sequence[Phase]
    unit: Unit | None
    kind: ActivityKind | None
    phase: Phase | None
    words: str = ""
    searched: bool = False

    @classmethod
    def among(cls, activities: QuerySet[Activity], asked: QueryDict, by: Actor) -> Self:
        found = list(activities.order_by().values_list("unit", "kind", "phase")[: MANY + 1])
        many = len(found) > MANY
        if many:
            units = list(Unit.objects.filter(pk=_number(asked.get("unit")) or 0))
            kinds = list(ActivityKind.objects.all())
            phases = list(queries.phases_of_plans(by))
        else:
            units = list(
                Unit.objects.filter(pk__in={row[0] for row in found}).order_by("alphabetical")
            )
            kinds = list(ActivityKind.objects.filter(pk__in={row[1] for row in found}))
            phases = list(queries.phases_listed({row[2] for row in found}))
        return cls(
            [] if many else units,
            kinds,
            phases,
            next((one for one in units if str(one.pk) == asked.get("unit")), None),
            next((one for one in kinds if one.code == asked.get("kind")), None),
            next((one for one in phases if str(one.pk) == asked.get("phase")), None),
            asked.get("unit_name", "")[:LONGEST] if many else "",
            many,
        )

    @property
    def several_units(self) -> bool:
        return self.searched or len(self.units) > 1

    @property
    def any(self) -> bool:
        return bool(self.unit or self.kind or self.phase or self.words)

    def applied_to(self, activities: QuerySet[Activity]) -> QuerySet[Activity]:
        if self.unit:
            activities = activities.filter(unit=self.unit)
        for word in folded(self.words).split():
            activities = activities.filter(unit__folded__contains=word)
        if self.kind:
            activities = activities.filter(kind=self.kind)
        return activities.filter(phase=self.phase) if self.phase else activities


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) <= len(str(MANY**4)) else None
