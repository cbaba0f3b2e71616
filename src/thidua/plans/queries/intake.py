"""Questions about files that came in: readings, folders, whose the names are."""

from datetime import date

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from thidua.core.dated import in_force
from thidua.documents.models import Reading as ReadingRow
from thidua.documents.models import (
    ReadingStatus,
)
from thidua.documents.naming import folded
from thidua.documents.queries import units_above
from thidua.org.actor import Actor
from thidua.org.models import Unit, UnitName
from thidua.org.queries import units_served
from thidua.org.rights import Right
from thidua.plans.models import Batch
from vanban.language.names import name_in_sentence


def readings_visible_to(actor: Actor) -> QuerySet[ReadingRow]:
    """Readings of the units for which they may take papers in, and of ended ones kept there."""
    units = units_served(actor, Right.DOCUMENT_INTAKE).values("pk")
    return ReadingRow.objects.filter(unit__in=units).select_related(
        "unit", "file", "document", "read_by__person"
    )


def listed_readings(actor: Actor) -> QuerySet[ReadingRow]:
    """The same for lists: without what was read, which may be megabytes, but for its `title`."""
    readings = readings_visible_to(actor).defer("data", "blocks", "corrections")
    return readings.annotate(title=KT("data__title"))


def batches_visible_to(actor: Actor) -> QuerySet[Batch]:
    """Folders that were given to be read in the units for which they take papers in."""
    return Batch.objects.filter(unit__in=actor.holding(Right.DOCUMENT_INTAKE)).select_related(
        "unit", "started_by__person"
    )


def waiting_reading(unit: Unit, sha256: str) -> ReadingRow | None:
    """The reading of the same bytes that still waits in this unit."""
    return ReadingRow.objects.filter(
        unit=unit, file__sha256=sha256, status=ReadingStatus.WAITING
    ).first()


def official_name(printed: str, unit: Unit, day: date) -> str:
    """The name of the unit that a letterhead prints, as the organisation knows it on that day.

    `unit` and those above it come first, since many units have one short name; a name of nobody
    we know is written as inside a sentence.
    """
    wanted = folded(printed)
    near = [one.named_on(day) for one in (unit, *units_above(unit, day))]
    known = [(name.name, name.short_name) for name in near]
    own = [full for full, short in known if wanted in {folded(full), folded(short)}]
    rows = UnitName.objects.filter(in_force(day)).values_list("name", "short_name")
    found = own[:1] or {full for full, short in rows if wanted in {folded(full), folded(short)}}
    return next(iter(found)) if len(found) == 1 else name_in_sentence(printed)
