"""Which units are declared too small for two."""

from django.db.models import QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Exemption
from thidua.org.rights import Right

SEEING = (Right.UNIT_MANAGE, Right.AUDIT_READ)


def exemptions_visible_to(actor: Actor) -> QuerySet[Exemption]:
    """Those in the part of the organisation one keeps or inspects, the newest first."""
    rows = Exemption.objects.filter(actor.reach_by(SEEING)).select_related("unit", "declared_by")
    return rows.distinct().order_by("-starts_on", "-pk")
