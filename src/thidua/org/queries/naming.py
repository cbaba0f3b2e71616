"""What units were called when something happened (ORG-03)."""

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from thidua.org.models import UnitName


def name_then(day: str, unit: str = "unit") -> Coalesce:
    """The name of the row's `unit` on its `day`, both names of columns; to annotate a list with.

    Where no name of that day is known it is the name of today.
    """
    names = UnitName.objects.filter(unit=OuterRef(unit), starts_on__lte=OuterRef(day))
    return Coalesce(Subquery(names.order_by("-starts_on").values("name")[:1]), F(f"{unit}__name"))
