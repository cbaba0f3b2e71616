"""Decisions about the organisation for the addresses that name one; the pages that name none."""

from collections.abc import Callable

from access.secret import SECRET
from factories import DAY, NOON, UserFactory
from thidua.org.models import Act, ActKind, Reorganisation, Unit
from thidua.oversight.models import ActTable


def reorganisation(unit: Unit) -> Reorganisation:
    return Reorganisation.objects.filter(unit=unit).first() or Reorganisation.objects.create(
        unit=unit, title=SECRET, on=DAY, drafted_by=UserFactory(), drafted_at=NOON
    )


def act(unit: Unit) -> dict[str, int]:
    one = reorganisation(unit)
    row, _created = Act.objects.get_or_create(
        reorganisation=one,
        position=1,
        defaults={"kind": ActKind.RENAME, "unit": unit, "naming": {"name": SECRET}},
    )
    return {"pk": one.pk, "act": row.pk}


def table(unit: Unit) -> Reorganisation:
    one = reorganisation(unit)
    ActTable.objects.get_or_create(
        reorganisation=one,
        defaults={"name": SECRET, "rows": [], "read_by": one.drafted_by, "read_at": NOON},
    )
    return one


OF_DECISIONS = (
    "reorganisation",
    "edit_reorganisation",
    "discard_reorganisation",
    "new_act",
    "preview_reorganisation",
    "carry_out_reorganisation",
    "undo_reorganisation",
    "reorganisation_go_on",
)
OF_TABLES = (
    "act_table",
    "take_act_table",
    "drop_act_table",
    "example_act_table",
    "wrong_rows_of_act_table",
)
THINGS: dict[str, Callable[..., object]] = {
    **{f"oversight:{name}": reorganisation for name in OF_DECISIONS},
    **{f"oversight:{name}": table for name in OF_TABLES},
    "oversight:move_act": act,
    "oversight:remove_act": act,
}
LISTS: set[str] = {
    "oversight:reorganisations",
    "oversight:new_reorganisation",
    "oversight:act_table_template",
}
"""Pages that name no thing: they show and change only what lies in the parts one keeps."""
