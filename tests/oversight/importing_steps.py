"""The steps of an import, each as somebody takes it on the screen."""

from factories import DAY, NOON
from thidua.oversight.actions import importing as actions


def begun(unit, by, data, kind="members", filename="ds.xlsx"):
    return actions.begin_import(
        unit=unit, kind=kind, data=data, filename=filename, day=DAY, by=by, at=NOON
    )


def checked(unit, by, data, kind="members"):
    owner = begun(unit, by, data, kind)
    actions.map_columns(
        owner=owner,
        columns=owner.columns,
        first_row=owner.first_row,
        day=DAY,
        by=by,
        at=NOON,
    )
    owner.refresh_from_db()
    return owner


def applied(unit, by, data, kind="members"):
    return taken(checked(unit, by, data, kind), by)


def taken(owner, by):
    actions.apply_import(owner=owner, by=by, at=NOON)
    owner.refresh_from_db()
    return owner


def undone(owner, by):
    actions.undo_import(owner=owner, by=by, at=NOON)
    owner.refresh_from_db()
    return owner


def problems(owner):
    """Line and kind of every problem that waits."""
    return [(row.number, row.code) for row in owner.rows.order_by("number")]
