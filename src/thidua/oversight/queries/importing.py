"""Lists on their way in, and what is to be looked at in one."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.queries.visible import units_managed_by
from thidua.org.rights import Right
from thidua.oversight.models import Import, ImportRow, ImportState, RowState

OPEN = (RowState.WRONG, RowState.DOUBTFUL)
MOST_GROUPS = 12


def imports_visible_to(actor: Actor) -> QuerySet[Import]:
    """Lists of people: for who keeps the people of the unit, or manages it or one above."""
    own = Q(unit__in=actor.holding(Right.PEOPLE_KEEP))
    found = Import.objects.filter(own | Q(unit__in=units_managed_by(actor).values("pk")))
    return found.select_related("unit", "started_by__person")


def troubled(owner: Import) -> QuerySet[ImportRow]:
    """Rows that wait for somebody."""
    return owner.rows.filter(state__in=OPEN)


def alike(owner: Import) -> list[dict[str, Any]]:
    """Problems that several rows share, the most frequent first: mended once for all of them.

    Each with its code, the words it is about, how many rows, and one of these rows. Rows of one
    code that differ in what was typed stand together too (`anything`): they can be looked at one
    after the other, emptied where a line can do without the cell, or left out.
    """
    rows = troubled(owner).order_by()
    same = rows.values("code", "about").annotate(count=Count("pk")).filter(count__gt=1)
    groups = [{**group, "anything": False} for group in same.order_by("-count")[:MOST_GROUPS]]
    loose = rows.values("code").annotate(count=Count("pk"))
    for group in loose.filter(count__gt=1).order_by("-count"):
        if not any(
            one["code"] == group["code"] and one["count"] == group["count"] for one in groups
        ):
            groups.append({**group, "about": "", "anything": True})
    return [found for group in groups if (found := _with_a_row(owner, group))]


def _with_a_row(owner: Import, group: dict[str, Any]) -> dict[str, Any] | None:
    first = troubled(owner).filter(code=group["code"])
    if not group["anything"]:
        first = first.filter(about=group["about"])
    row = first.order_by("number").first()
    return {**group, "row": row} if row else None


def row_counts(owner: Import) -> dict[str, int]:
    """How many rows stand in each state."""
    counted = owner.rows.order_by().values_list("state").annotate(Count("pk"))
    return dict(counted)


def lines_taken_back(owner: Import) -> int:
    """How many lines of an undone import are gone again: of its parts, and mended ones."""
    parts = owner.parts.filter(made__isnull=False).values_list("made__counts", flat=True)
    taken: int = sum(counts.get(key, 0) for counts in parts for key in ("new", "changed"))
    stayed = owner.rows.filter(state=RowState.STAYS, made__isnull=True).count()
    mended = owner.rows.filter(state=RowState.LEFT_OUT, made__isnull=False).count()
    return taken - stayed + mended


def last_mapping(owner: Import) -> dict[str, str]:
    """What the titles meant when the unit last took in such a list."""
    before = (
        Import.objects.filter(unit=owner.unit_id, kind=owner.kind)
        .exclude(state__in=(ImportState.MAPPING, ImportState.REFUSED))
        .exclude(pk=owner.pk)
        .order_by("-pk")
        .first()
    )
    if before is None:
        return {}
    return dict(zip(before.headings, before.columns, strict=False))
