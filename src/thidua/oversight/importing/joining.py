"""Memberships that begin and end with the lines of a list."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from thidua.org.models import EndReason, JoinedBy, Membership
from thidua.oversight.importing.judging import Judged
from thidua.oversight.importing.ledger import Made, change, create
from thidua.oversight.models import Import

ONE_DAY = timedelta(days=1)


def memberships(
    owner: Import, judged: Sequence[Judged], people: Mapping[int, int], made: Made
) -> None:
    """Write what the lines say about belonging to their units."""
    fresh = [one for one in judged if one.row is None and "stays" not in one.line.values]
    rows = [_membership(owner, one, people[one.line.number]) for one in fresh]
    leaving = {one.row: one for one in judged if one.row is not None}
    moving = {row: one for one in judged for row in one.ends}
    known = Membership.objects.select_for_update().filter(pk__in=[*leaving, *moving])
    change(
        (
            (leaving[row.pk].line.number, row, _end(leaving[row.pk]))
            if row.pk in leaving
            else (moving[row.pk].line.number, row, _moved(owner, moving[row.pk], row))
            for row in known.order_by("pk")
        ),
        made,
    )
    create(Membership, fresh, rows, made)


def _membership(owner: Import, one: Judged, person: int) -> dict[str, Any]:
    values = one.line.values
    left = values.get("left_on")
    began = values.get("joined_on") or owner.day.isoformat()
    if left and began >= left:
        # Only its end is known; it must have been there the day before.
        began = (date.fromisoformat(left) - ONE_DAY).isoformat()
    moved = JoinedBy.MOVED if one.ends else JoinedBy.LISTED
    return {
        "person_id": person,
        "unit_id": int(values["unit_id"]),
        "joined_by": values.get("joined_by", moved),
        "decision": values.get("decision", ""),
        "starts_on": began,
        "ends_on": left,
        "end_reason": values.get("left_why", EndReason.LEFT) if left else "",
    }


def _end(one: Judged) -> dict[str, Any]:
    values = one.line.values
    return {"ends_on": values["left_on"], "end_reason": values.get("left_why", EndReason.LEFT)}


def _moved(owner: Import, one: Judged, row: Membership) -> dict[str, Any]:
    day = date.fromisoformat(one.line.values.get("joined_on") or owner.day.isoformat())
    ended = max(day, row.starts_on + ONE_DAY)
    return {"ends_on": ended.isoformat(), "end_reason": EndReason.TRANSFERRED}
