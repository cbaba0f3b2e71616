"""The numbers of a unit as the table shows them, each with the list it opens."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.org.models import Unit
from thidua.progress.queries.totals import Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One number then and now. Without `what` there is no list to open."""

    label: str
    then: int
    now: int
    then_url: str = ""
    now_url: str = ""
    part: bool = False


def rows_of(
    unit: Unit, day: date, totals: Totals, lists: Collection[str] | None = None
) -> list[Row]:
    """Units and their kinds, members and women, what was reported, done and given.

    Of `lists`, where given, only those are opened.
    """
    then, now = totals.then, totals.now or totals.then

    def row(label: str, what: str, count: int, later: int, kind: str = "") -> Row:
        opens = lists is None or what in lists
        return Row(
            label=label,
            then=count,
            now=later,
            then_url=_address(unit, what, day, kind) if opens else "",
            now_url=_address(unit, what, day, kind, theo="nay") if opens else "",
            part=bool(kind),
        )

    kinds = [
        row(one.name, "units", count, later, one.code) for one, count, later in totals.by_kind()
    ]
    return [
        row(_("Đơn vị"), "units", sum(then.kinds.values()), sum(now.kinds.values())),
        *kinds,
        row(_("Đoàn viên"), "members", then.members, now.members),
        Row(label=_("Nữ đoàn viên"), then=then.women, now=now.women, part=True),
        row(_("Báo cáo đã chấp nhận trong năm"), "reports", then.reports, now.reports),
        row(_("Hoạt động trong năm"), "activities", then.activities, now.activities),
        row(_("Khen thưởng trong năm"), "awards", then.awards, now.awards),
    ]


def _address(unit: Unit, what: str, day: date, kind: str, **more: str) -> str:
    asked = {"ngay": f"{day:%d/%m/%Y}"} | ({"loai": kind} if kind else {}) | more
    return f"{reverse('progress:totals_lines', args=[unit.pk, what])}?{urlencode(asked)}"
