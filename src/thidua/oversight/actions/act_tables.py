"""Tables of acts: keeping one to be looked at, taking it in, throwing it away."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Act, Reorganisation
from thidua.oversight.actions.reorganising_drafts import add_acts
from thidua.oversight.models import ActTable
from thidua.oversight.policies.reorganising import may_edit
from thidua.oversight.reorganising.executing import locked
from thidua.oversight.reorganising.tables.columns import Row
from thidua.oversight.reorganising.tables.judging import judge


@transaction.atomic
def keep_table(
    *, reorganisation: Reorganisation, name: str, rows: Sequence[Row], by: Actor, at: datetime
) -> ActTable:
    """Keep a table to be looked at; one that was kept before makes way."""
    require(may_edit(by, reorganisation))
    table, _created = ActTable.objects.update_or_create(
        reorganisation=reorganisation,
        defaults={"name": name[-255:], "rows": list(rows), "read_by": by.user, "read_at": at},
    )
    record(
        "reorganisation.table_read",
        on=reorganisation,
        by=by,
        unit=reorganisation.unit,
        at=at,
        title=reorganisation.title,
        rows=len(rows),
    )
    return table


@transaction.atomic
def take_table(
    *, reorganisation: Reorganisation, leave_out: bool, by: Actor, at: datetime
) -> list[Act]:
    """Put the rows of the table at the end of the decision; wrong ones only on purpose left out.

    Rows that need a row that is left out are wrong in their turn, so they are judged once more.
    """
    one = locked(reorganisation.pk)
    require(may_edit(by, one))
    table = ActTable.objects.filter(reorganisation=one).first()
    if table is None:
        raise DomainError(_("Bảng này đã được nhận hoặc đã bỏ."))
    rows = list(table.rows)
    judged = judge(one, rows, by.day)
    while judged.wrong and leave_out:
        rows = [row for place, row in enumerate(rows) if place not in judged.wrong]
        judged = judge(one, rows, by.day)
    if judged.wrong:
        raise DomainError(_("Bảng còn dòng sai nên chưa nhận dòng nào. Hãy xem lại các dòng sai."))
    if not judged.acts:
        raise DomainError(_("Không còn dòng nào đúng để nhận."))
    made = add_acts(reorganisation=one, acts=judged.acts, by=by, at=at)
    table.delete()
    return made


@transaction.atomic
def drop_table(*, reorganisation: Reorganisation, by: Actor) -> None:
    """Throw away a table that has not been taken in."""
    require(may_edit(by, reorganisation))
    ActTable.objects.filter(reorganisation=reorganisation).delete()
