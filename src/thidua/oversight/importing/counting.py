"""Headcounts that the lines of a list tell."""

from collections.abc import Sequence
from typing import Any

from thidua.org.models import Headcount
from thidua.oversight.importing.judging import Judged
from thidua.oversight.importing.ledger import Made, change, create


def headcounts(judged: Sequence[Judged], made: Made) -> None:
    """Write how many members the units had."""
    fresh = [one for one in judged if one.outcome == "new"]
    rows = [
        {
            "unit_id": int(one.line.values["unit_id"]),
            "on": one.line.values["counted_on"],
            **_heads(one),
        }
        for one in fresh
    ]
    changed = {one.row: one for one in judged if one.row is not None}
    known = Headcount.objects.select_for_update().filter(pk__in=list(changed)).order_by("pk")
    change(((changed[row.pk].line.number, row, _heads(changed[row.pk])) for row in known), made)
    create(Headcount, fresh, rows, made)


def _heads(one: Judged) -> dict[str, Any]:
    values = one.line.values
    women = {"women": int(values["women"])} if "women" in values else {}
    return {"members": int(values["members"])} | women
