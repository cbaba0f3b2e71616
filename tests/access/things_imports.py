"""Things of the imports for the addresses that name one; the pages that name none."""

from collections.abc import Callable

from access.secret import SECRET
from factories import DAY, NOON, UserFactory
from oversight.importing_files import members
from thidua.files.actions import keep
from thidua.org.models import Unit
from thidua.oversight.models import Import, ImportMending, ImportRow, ImportState, RowState


def an_import(unit: Unit) -> Import:
    known = Import.objects.filter(unit=unit).first()
    if known:
        return known
    owner = Import.objects.create(
        unit=unit,
        kind="members",
        state=ImportState.READY,
        file=keep(data=members(), media_type="application/zip", unit=unit, at=NOON),
        filename=f"{SECRET}.xlsx",
        headings=["Họ và tên"],
        columns=["name"],
        day=DAY,
        started_by=UserFactory(),
        started_at=NOON,
    )
    ImportRow.objects.create(
        owner=owner, number=5, state=RowState.WRONG, typed={"name": SECRET}, code="name_short"
    )
    return owner


def a_row(unit: Unit) -> dict[str, int]:
    return {"pk": an_import(unit).pk, "number": 5}


def a_mending(unit: Unit) -> dict[str, int]:
    owner = an_import(unit)
    row = owner.rows.get()
    one, _made = ImportMending.objects.get_or_create(
        owner=owner, defaults={"said": SECRET, "field": "name", "lines": [[row.pk, SECRET]]}
    )
    return {"pk": owner.pk, "mending": one.pk}


OF_IMPORTS = (
    "import",
    *(
        f"import_{name}"
        for name in (
            "columns",
            "sheet",
            "apply",
            "undo",
            "drop",
            "again",
            "give_up",
            "go_on",
            "alike",
            "reopen",
            "problems",
            "corrected",
        )
    ),
)
THINGS: dict[str, Callable[..., object]] = {
    **{f"oversight:{name}": an_import for name in OF_IMPORTS},
    "oversight:import_row": a_row,
    "oversight:import_take_back": a_mending,
}
LISTS: set[str] = {"oversight:imports", "oversight:new_import"}
