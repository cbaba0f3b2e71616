"""What pledges give to reports: how many persons pledged (IND-012)."""

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Count, Min, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.pledges.models import Pledge, PledgeState, Sheet
from thidua.rulebook.facts import FactLine

PLEDGED = "IND-012"


def facts_of(unit_ids: Collection[int], first: date, last: date) -> dict[str, Decimal]:
    """The persons who pledged in those days on sheets of those very units, each once."""
    counted = _counted(unit_ids, first, last).aggregate(count=Count("person", distinct=True))
    return {PLEDGED: Decimal(counted["count"])} if counted["count"] else {}


def facts_behind(code: str, unit_ids: Collection[int], first: date, last: date) -> list[FactLine]:
    """A line for each sheet; who signed two of them stands with the first, so that the sum fits."""
    if code != PLEDGED:
        return []
    persons = _counted(unit_ids, first, last).order_by().values("person")
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


def _counted(unit_ids: Collection[int], first: date, last: date) -> QuerySet[Pledge]:
    return Pledge.objects.filter(
        sheet__unit__in=unit_ids,
        state=PledgeState.COUNTED,
        signed_at__gte=_midnight(first),
        signed_at__lt=_midnight(last + timedelta(days=1)),
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
