"""Posts that begin and end with the lines of a list."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from thidua.org.models import Basis, EndReason, Post
from thidua.oversight.importing.joining import ONE_DAY
from thidua.oversight.importing.judging import Judged
from thidua.oversight.importing.ledger import Made, change, create
from thidua.oversight.models import Import


def posts(owner: Import, judged: Sequence[Judged], people: Mapping[int, int], made: Made) -> None:
    """Write what the lines say about holding posts."""
    fresh = [one for one in judged if one.row is None and "stays" not in one.line.values]
    rows = [_post(owner, one, people[one.line.number]) for one in fresh]
    leaving = {one.row: one for one in judged if one.row is not None}
    known = Post.objects.select_for_update().filter(pk__in=list(leaving)).order_by("pk")
    change(
        (
            (
                leaving[row.pk].line.number,
                row,
                {
                    "ends_on": leaving[row.pk].line.values["until"],
                    "end_reason": EndReason.TERM_OVER,
                },
            )
            for row in known
        ),
        made,
    )
    create(Post, fresh, rows, made)


def _post(owner: Import, one: Judged, person: int) -> dict[str, Any]:
    values = one.line.values
    until = values.get("until")
    since = values.get("since") or owner.day.isoformat()
    if until and since >= until:
        since = (date.fromisoformat(until) - ONE_DAY).isoformat()
    return {
        "person_id": person,
        "unit_id": int(values["unit_id"]),
        "kind_id": int(values["kind_id"]),
        "starts_on": since,
        "ends_on": until,
        "end_reason": EndReason.TERM_OVER if until else "",
        "how": values.get("how", Basis.UNSAID),
        "basis": values.get("basis", ""),
    }
