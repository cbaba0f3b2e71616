"""What a unit may put forward on a day: to whom, for which kind of award, in which phase."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from thidua.cascade.queries import plan_in_force
from thidua.org.models import Unit
from thidua.org.queries import parent_of
from thidua.plans.models import Phase
from thidua.rulebook.models import AwardGroup, AwardKind

LATE = timedelta(days=180)
"""So long after the end of a plan its phases can still be rewarded."""


def deciders_for(unit: Unit, day: date) -> list[Unit]:
    """The direct superior and the unit itself, as far as they have something to give."""
    above = parent_of(unit, day)
    return [one for one in (above, unit) if one is not None and kinds_of(one, day)]


def kinds_of(decider: Unit, day: date) -> list[AwardKind]:
    """The union's commendations that a unit of this kind decides by the rules of the day.

    Titles of the state are decided by employers and are no affair of a union.
    """
    open_to = Q(starts_on=None) | Q(starts_on__lte=day)
    open_to &= Q(ends_on=None) | Q(ends_on__gt=day)
    kinds = AwardKind.objects.filter(open_to, group=AwardGroup.UNION)
    code = decider.kind.code
    return [kind for kind in kinds if code in kind.issuers]


def phases_of(decider: Unit, day: date) -> QuerySet[Phase]:
    """The phases that have begun of the plans the deciding unit lives by, or lately lived by."""
    plans = [plan_in_force(decider, when) for when in (day, day - LATE)]
    return (
        Phase.objects.filter(plan__in=[plan.pk for plan in plans if plan], starts_on__lte=day)
        .select_related("plan__document")
        .order_by("-starts_on")
    )
