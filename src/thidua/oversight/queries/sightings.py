"""Who saw which personal data, as the trail tells it. Nothing here writes."""

from datetime import date

from django.db.models import QuerySet

from thidua.audit.models import AuditEvent
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.oversight.queries.trail import Asked, events_visible_to, narrowed, units_read

SEEING = (
    "guarded.read",
    "import.lines_taken",
    "people.exported",
    "person_export.made",
    "person_export.taken",
    "phone_book.exported",
    "trail.exported",
)
"""Deeds by which personal data came before somebody's eyes or left the system."""


def sightings(actor: Actor, asked: Asked) -> QuerySet[AuditEvent]:
    """Who saw or took away what, the newest first, as far as the actor reads the trail."""
    events = narrowed(events_visible_to(actor), asked)
    return events.filter(type__in=SEEING).order_by("-at", "-pk")


def seen_around(actor: Actor, unit: Unit, since: date, most: int) -> list[AuditEvent] | None:
    """The latest of them at or below the unit; None for who does not read its trail."""
    if not units_read(actor).filter(pk=unit.pk).exists():
        return None
    return list(sightings(actor, Asked(unit=unit, since=since))[:most])
