"""What has been recorded about a thing, and whether anything has."""

from django.db import models
from django.db.models import QuerySet

from thidua.audit.models import AuditEvent


def trail_of(thing: models.Model) -> QuerySet[AuditEvent]:
    """Everything recorded about `thing`, newest first. The caller has checked who may see it."""
    target = f"{thing._meta.label_lower}:{thing.pk}"
    return AuditEvent.objects.select_related("retold").filter(target=target).order_by("-at", "-pk")


def last_event_id() -> int:
    """Grows with every deed anywhere; as long as it stays, nobody has changed anything."""
    return AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
