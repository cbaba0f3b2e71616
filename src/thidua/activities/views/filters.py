"""What a list or the gallery is narrowed down to, as it stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import QuerySet
from django.http import QueryDict

from thidua.activities import queries
from thidua.activities.models import Activity, ActivityKind
from thidua.org.models import Unit
from thidua.plans.models import Phase


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices there are among these activities, and what was chosen of each."""

    units: Sequence[Unit]
    kinds: Sequence[ActivityKind]
    phases: Sequence[Phase]
    unit: Unit | None
    kind: ActivityKind | None
    phase: Phase | None

    @classmethod
    def among(cls, activities: QuerySet[Activity], asked: QueryDict) -> Self:
        found = list(activities.order_by().values_list("unit", "kind", "phase").distinct())
        units = list(Unit.objects.filter(pk__in={row[0] for row in found}).order_by("name"))
        kinds = list(ActivityKind.objects.filter(pk__in={row[1] for row in found}))
        phases = list(queries.phases_listed({row[2] for row in found}))
        return cls(
            units,
            kinds,
            phases,
            next((one for one in units if str(one.pk) == asked.get("unit")), None),
            next((one for one in kinds if one.code == asked.get("kind")), None),
            next((one for one in phases if str(one.pk) == asked.get("phase")), None),
        )

    @property
    def several_units(self) -> bool:
        return len(self.units) > 1

    @property
    def any(self) -> bool:
        return bool(self.unit or self.kind or self.phase)

    def applied_to(self, activities: QuerySet[Activity]) -> QuerySet[Activity]:
        if self.unit:
            activities = activities.filter(unit=self.unit)
        if self.kind:
            activities = activities.filter(kind=self.kind)
        return activities.filter(phase=self.phase) if self.phase else activities
