"""Any series of decisions leaves the tree in order, and undoing all of them leaves no trace."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import Count
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import CHAIR, LONG_AGO, UnitFactory, unit_kind, user_as
from org.reorganised import NAMING, decision
from thidua.core.dated import in_force
from thidua.org.journal import Journal
from thidua.org.models import (
    Act,
    ActKind,
    Membership,
    Person,
    Placement,
    Post,
    State,
    Succession,
    Tree,
    Unit,
    UnitName,
)
from thidua.org.queries import members_of
from thidua.org.reorganising import plan_for, undo_all, write

pytestmark = pytest.mark.django_db
FIRST = date(2021, 1, 1)
TABLES = (Unit, UnitName, Placement, Membership, Post, Succession)

an_act = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(ActKind.values),
        "unit": st.integers(0, 9),
        "target": st.integers(0, 9),
        "new_target": st.booleans(),
        "ends_below": st.booleans(),
        "all": st.booleans(),
    }
)
decisions = st.lists(
    st.tuples(st.integers(0, 2), st.lists(an_act, min_size=1, max_size=3)),
    min_size=1,
    max_size=5,
)


def a_tree():
    """A province, two districts, three unions, a group; members and a chair in the unions."""
    root = UnitFactory(name="Tỉnh")
    districts = [UnitFactory(name=f"Huyện {one}", under=root) for one in "AB"]
    unions = [UnitFactory(name=f"CĐCS {one}", under=districts[one % 2]) for one in range(3)]
    group = UnitFactory(name="Tổ", under=unions[0])
    for unit in (*unions, group):
        person = Person.objects.create(name=f"Đoàn viên {unit}")
        Membership.objects.create(person=person, unit=unit, starts_on=LONG_AGO)
    user_as(CHAIR, unions[1])
    return root


def columns(drawn, root):
    """The act with the units that there are now."""
    units = list(Unit.objects.order_by("pk"))
    unit, target = (units[drawn[name] % len(units)] for name in ("unit", "target"))
    kind = drawn["kind"]
    if kind == ActKind.ESTABLISH:
        naming = NAMING | {"name": f"Mới {len(units)}"}
        return {"kind": kind, "target": target, "unit_kind": unit_kind("cdx", ""), "naming": naming}
    made = {"kind": kind, "unit": unit, "target": target, "ends_below": drawn["ends_below"]}
    if kind == ActKind.RENAME:
        return {"kind": kind, "unit": unit, "naming": {"name": f"{unit.name} mới"}}
    if kind == ActKind.CHANGE_KIND:
        return {"kind": kind, "unit": unit, "unit_kind": unit_kind(f"loai{drawn['target']}", "")}
    if kind in {ActKind.SPLIT, ActKind.TRANSFER} and not drawn["all"]:
        below = Placement.objects.filter(path__regex=f"/{unit.key}/[^/]+/$", ends_on=None)
        made["listed"] = list(below.values_list("unit__key", flat=True)[:1])
    return made


def tables():
    rows = {model: list(model.objects.order_by("pk").values()) for model in TABLES}
    return rows | {Act: list(Act.objects.order_by("pk").values("pk", "unit"))}


def as_of(day, root):
    """What anybody sees of the organisation of that day."""
    standing = Placement.objects.filter(in_force(day), tree=Tree.LINE)
    return (
        sorted(standing.values_list("unit", "path")),
        sorted(members_of(root, day).values_list("pk", flat=True)),
        sorted(UnitName.objects.filter(in_force(day)).values_list("unit", "name", "kind")),
        sorted(Post.objects.filter(in_force(day)).values_list("unit", "person")),
    )


def in_order():
    """Every living unit has one place that fits its superior's; every ended one a keeper."""
    paths = dict(Placement.objects.filter(ends_on=None, tree=Tree.LINE).values_list("unit", "path"))
    by_path = {path: unit for unit, path in paths.items()}
    kept = Placement.objects.filter(ends_on=None, tree=Tree.KEPT)
    for unit in Unit.objects.all():
        if unit.kept_by_id is None:
            path = paths[unit.pk]
            above = path[: -len(f"{unit.key}/")]
            assert path.endswith(f"/{unit.key}/")
            assert above == "/" or above in by_path
            assert not kept.filter(unit=unit).exists()
        else:
            assert unit.pk not in paths
            assert kept.get(unit=unit).path == f"{paths[unit.kept_by_id]}{unit.key}/"
    named = UnitName.objects.filter(ends_on=None).values_list("unit").annotate(Count("pk"))
    assert dict(named) == dict.fromkeys(Unit.objects.values_list("pk", flat=True), 1)
    for row in UnitName.objects.filter(ends_on=None).select_related("unit"):
        assert (row.name, row.kind_id) == (row.unit.name, row.unit.kind_id)
    living = set(paths)
    assert set(Membership.objects.filter(ends_on=None).values_list("unit", flat=True)) <= living
    assert set(Post.objects.filter(ends_on=None).values_list("unit", flat=True)) <= living


def carried_out(one):
    """Without the acts that are impossible; False where none is left."""
    while (planned := plan_for(one)).problems:
        wrong = {problem.wanted.act for problem in planned.problems}
        one.acts.filter(pk__in=wrong).delete()
    if not planned.effects:
        return False
    write(planned, Journal(one))
    one.state = State.DONE
    one.save(update_fields=["state"])
    return True


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(decisions)
def test_any_series_of_decisions_keeps_the_tree_in_order_and_can_be_undone(db, drawn):
    with transaction.atomic():
        root = a_tree()
        day, before, done = FIRST, as_of(LONG_AGO, root), []
        for gap, acts in drawn:
            day += timedelta(days=gap)
            state, yesterday = tables(), as_of(day - timedelta(days=1), root)
            one = decision(root, *(columns(act, root) for act in acts), on=day)
            if not carried_out(one):
                one.delete()
                continue
            done.append((one, state))
            in_order()
            assert as_of(day - timedelta(days=1), root) == yesterday
        assert as_of(LONG_AGO, root) == before
        for one, state in reversed(done):
            undo_all(one)
            one.delete()
            assert tables() == state
        transaction.set_rollback(True)
