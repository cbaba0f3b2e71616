"""A small part of the organisation, and acts on it, for tests about reorganising."""

from datetime import date

from factories import DAY, NOON, UnitFactory, UserFactory, unit_kind
from thidua.org.journal import Journal
from thidua.org.models import Act, ActKind, Reorganisation, State
from thidua.org.reorganising import plan_for, write

NAMING = {
    "name": "Công đoàn xã Gia Viễn",
    "short_name": "CĐ xã Gia Viễn",
    "symbol": "CĐX",
    "place": "Gia Viễn",
    "body": "BAN CHẤP HÀNH",
}


def below(parent, name, kind="cdcs"):
    return UnitFactory(name=name, under=parent, kind=unit_kind(kind, kind))


def decision(unit, *acts, on=DAY):
    """A draft with the acts, each a dict of columns; `target_act` may be a place in the list."""
    one = Reorganisation.objects.create(
        unit=unit,
        title="Sắp xếp tổ chức công đoàn",
        number="12/QĐ-CĐ",
        issuer="Ban Thường vụ",
        on=on,
        drafted_by=UserFactory(),
        drafted_at=NOON,
    )
    made = []
    for position, columns in enumerate(acts, 1):
        after = columns.pop("target_act", None)
        made.append(
            Act.objects.create(
                reorganisation=one,
                position=position,
                target_act=None if after is None else made[after],
                **columns,
            )
        )
    return one


def establish(target, **naming):
    return {
        "kind": ActKind.ESTABLISH,
        "target": target,
        "unit_kind": unit_kind("cdx", "Công đoàn xã, phường, đặc khu"),
        "naming": NAMING | naming,
    }


def carry_out(reorganisation):
    """Plan and write; what was told. Fails on a problem."""
    planned = plan_for(reorganisation)
    assert [problem.sentence for problem in planned.problems] == []
    told = write(planned, Journal(reorganisation))
    Reorganisation.objects.filter(pk=reorganisation.pk).update(state=State.DONE)
    return told


def done(unit, *acts, on=DAY):
    one = decision(unit, *acts, on=on)
    return one, carry_out(one)


def problems(unit, *acts, on=DAY):
    return [one.sentence for one in plan_for(decision(unit, *acts, on=on)).problems]


def line(unit, day=DAY):
    """The path of a living unit that day, None for one that does not live."""
    rows = unit.placements.filter(tree="line", starts_on__lte=day)
    row = rows.order_by("-starts_on").first()
    return row.path if row and (row.ends_on is None or row.ends_on > day) else None


BEFORE = date(2024, 3, 14)
