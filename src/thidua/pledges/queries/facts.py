"""What pledges give to reports: how many persons pledged (IND-012)."""

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Count, Min, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.cascade.queries import counts_for
from thidua.plans.models import Plan
from thidua.pledges.models import Pledge, PledgeState, Sheet
from thidua.rulebook.facts import FactLine

PLEDGED = "IND-012"


def facts_of(
    unit_ids: Collection[int], first: date, last: date, plan: Plan | None = None
) -> dict[str, Decimal]:
    """The persons who by the last day had pledged on sheets of those very units, each once.

    The sheets are those whose phase overlaps the days: a report about a part of a phase tells how
    many have signed by then, not how many did in that part. Of one `plan` counts what belongs to
    no other one.
    """
    counted = _counted(unit_ids, first, last, plan).aggregate(count=Count("person", distinct=True))
    return {PLEDGED: Decimal(counted["count"])} if counted["count"] else {}


def facts_behind(
    code: str, unit_ids: Collection[int], first: date, last: date, plan: Plan | None = None
) -> list[FactLine]:
    """A line for each sheet; who signed two of them stands with the first, so that the sum fits."""
    if code != PLEDGED:
        return []
    persons = _counted(unit_ids, first, last, plan).order_by().values("person")
    earliest = Counter(persons.annotate(first=Min("sheet")).values_list("first", flat=True))
    sheets = Sheet.objects.filter(pk__in=earliest).select_related("unit").order_by("opens_on", "pk")
    return [
        FactLine(
            title=_("%(sheet)s, %(unit)s") % {"sheet": sheet.title, "unit": sheet.unit},
            day=sheet.opens_on,
            value=Decimal(earliest[sheet.pk]),
            url=sheet.get_absolute_url(),
        )
        for sheet in sheets
    ]


def _counted(
    unit_ids: Collection[int], first: date, last: date, plan: Plan | None
) -> QuerySet[Pledge]:
    midnight = timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
    pledges = Pledge.objects.filter(
        sheet__unit__in=unit_ids,
        sheet__phase__starts_on__lte=last,
        sheet__phase__ends_on__gte=first,
        state=PledgeState.COUNTED,
        signed_at__lt=midnight,
    )
    return (
        pledges.filter(counts_for(plan, "sheet__phase__plan", "sheet__unit")) if plan else pledges
    )
