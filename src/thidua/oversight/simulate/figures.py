"""What reports ask for, and numbers that are likely for a union of some size."""

from thidua.oversight.simulate.nodes import Node
from thidua.reports.models import Form, FormRow, PeriodKind
from thidua.rulebook.models import Aggregation, Indicator

WHOLE = "sl-toan-he-thong"
FROM, UNTIL = "2024-01-01", "2024-09-01"
MEMBERS, WOMEN, LAUNCHED, PLEDGED, IDEAS = "IND-002", "IND-002b", "IND-011", "IND-012", "IND-020b"
MONEY = frozenset({"IND-021", "IND-025b", "IND-031b", "IND-034b", "IND-038"})
ENTRIES = frozenset({"IND-050", "IND-051"})
DONG = 150_000
COUNTED_ON = "2024-06-30"
Asked = tuple[int, str, str]


def whole_form() -> Form:
    """A form with every indicator that is known, in force for the round of all only."""
    form = Form.objects.create(
        code=WHOLE,
        name="Báo cáo số liệu toàn hệ thống",
        kind=PeriodKind.REQUEST,
        starts_on=FROM,
        ends_on=UNTIL,
    )
    FormRow.objects.bulk_create(
        FormRow(form=form, position=place, section="Số liệu", indicator=indicator)
        for place, indicator in enumerate(Indicator.objects.order_by("code"), 1)
    )
    return form


def asked(form: Form) -> tuple[Asked, ...]:
    """Indicator, its code and where it comes from; ratios are never stored."""
    rows = form.rows.exclude(indicator__aggregation=Aggregation.RATIO).order_by("position")
    return tuple(rows.values_list("indicator_id", "indicator__code", "source"))


def values_of(rows: tuple[Asked, ...], node: Node, drawn: int) -> list[int]:
    """A number for every row."""
    members = node.counts[COUNTED_ON]
    known = {
        MEMBERS: members,
        WOMEN: members * node.women // 100,
        LAUNCHED: 1,
        PLEDGED: members * (60 + drawn % 41) // 100,
        IDEAS: 0,
    }
    values = []
    for place, (_indicator, code, _source) in enumerate(rows):
        part = (drawn * (2 * place + 1) >> 5) % (members // 6 + 2)
        if code in MONEY:
            part *= DONG
        elif code in ENTRIES:
            part %= members // 20 + 1
        values.append(known.get(code, part))
    return values
