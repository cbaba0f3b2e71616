"""Made-up organisations: whole, consistent, and the same on every machine."""

import hashlib
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count, Q, Sum

from thidua.core import clock
from thidua.core.folded import folded
from thidua.org.actor import Actor
from thidua.org.models import Headcount, Host, Membership, Person, Placement, Post, Unit, UnitName
from thidua.org.names import given_first
from thidua.org.queries import members_of
from thidua.org.rights import Right
from thidua.oversight.simulate import build, figures
from thidua.oversight.simulate.days import TODAY, YEAR
from thidua.oversight.simulate.sizes import Size
from thidua.reports.models import Report, ReportStatus
from thidua.reports.queries import sheet_of, verify_totals

pytestmark = pytest.mark.django_db
SIZE = Size(unions=60, people=900)
DIGEST = "33d0d0301b71ae36"
"""Of the made-up people and units of that size, seed 7. A change of the simulator changes it."""
REFERENCE = {"kind_id", "body_id", "password"}
"""Keys of reference data are given by the database, and a password is hashed with salt."""


@pytest.fixture(scope="module")
def simulated(django_db_setup, django_db_blocker):
    """Built once for the module, taken away at the end."""
    with django_db_blocker.unblock():
        build.simulate(size=SIZE, seed=7, say=lambda _line: None)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def built(simulated, settings, tmp_path):
    """Every test of this module looks at the same organisation, on its day."""
    clock.set_sample_day(TODAY)


def digest_of(models):
    told = hashlib.sha256()
    for model in models:
        columns = [
            field.attname for field in model._meta.concrete_fields if field.attname not in REFERENCE
        ]
        for row in model.objects.order_by("pk").values(*columns):
            told.update(json.dumps(row, sort_keys=True, default=str).encode())
    return told.hexdigest()[:16]


def test_there_are_as_many_units_and_people_as_were_asked_for():
    assert Unit.objects.filter(kind__keeps_register=True).count() == SIZE.unions
    assert Person.objects.count() == SIZE.people


def test_the_same_seed_gives_the_same_rows_on_every_machine_and_database():
    columns = [Unit, Placement, Host, Person, Membership, Headcount]

    assert digest_of(columns) == DIGEST


def test_every_foreign_key_and_constraint_holds():
    connection.check_constraints()


def test_units_stand_below_their_superior_with_keys_of_their_own():
    paths = dict(Placement.objects.filter(ends_on=None).values_list("path", "unit__key"))
    roots = [path for path in paths if path.count("/") == 2]

    assert len(roots) == 1
    for path, key in paths.items():
        above = path[: path.rstrip("/").rfind("/") + 1]
        assert path.endswith(f"/{key}/")
        assert path in roots or above in paths


def test_headcounts_say_how_many_members_were_on_the_list():
    for count in Headcount.objects.select_related("unit").all()[:60]:
        assert members_of(count.unit, count.on).count() == count.members
        women = members_of(count.unit, count.on).filter(sex="f").count()
        assert women == count.women


def test_names_are_searched_by_what_the_application_would_have_kept():
    assert all(person.folded == folded(person.name) for person in Person.objects.all())
    assert all(person.given == given_first(person.name) for person in Person.objects.all())
    assert all(unit.folded == folded(unit.name) for unit in Unit.objects.all())
    assert all(one.folded == folded(one.name) for one in UnitName.objects.all())


def test_nobody_has_two_open_memberships():
    open_ = Membership.objects.filter(ends_on=None).values("person").annotate(rows=Count("pk"))

    assert not open_.filter(rows__gt=1).exists()


def test_the_self_financing_of_public_places_of_work_decides_who_may_have_a_union():
    public = Host.objects.filter(ownership="public")

    assert not public.filter(self_financing=None).exists()
    assert not Host.objects.exclude(ownership="public").exclude(self_financing=None).exists()
    assert public.filter(self_financing__lt=10).exists()


def test_every_union_has_a_chair_who_can_sign_in_and_write():
    unions = Unit.objects.filter(kind__keeps_register=True)
    chaired = Post.objects.filter(kind__code="chair", ends_on=None, person__user__isnull=False)

    assert set(chaired.values_list("unit", flat=True)) == set(unions.values_list("pk", flat=True))
    post = chaired.filter(unit__kind__code="cdcs").first()
    assert Actor.of(post.person.user, TODAY).can(Right.REPORT_WRITE, post.unit)


def test_figures_of_the_whole_climb_from_level_to_level():
    whole = Report.objects.filter(period__form__code=figures.WHOLE)
    province = whole.get(unit__kind__code="ldld_tinh")
    members = figures.MEMBERS
    leaves = whole.filter(unit__kind__keeps_register=True, unit__kind__above_grassroots=False)

    below = province.figures.get(indicator__code=members).below
    of_members = Q(figures__indicator__code=members)
    assert below == leaves.aggregate(total=Sum("figures__own", filter=of_members))["total"]
    assert verify_totals(province.period) == []


def test_a_period_can_be_read_as_one_that_was_lived():
    report = Report.objects.filter(status=ReportStatus.SUBMITTED).select_related("period").first()

    sheet = sheet_of(report.period, report.unit, report, TODAY)

    assert sheet.cell(figures.MEMBERS).own is not None
    assert report.period.starts_on.year == YEAR


def test_an_installation_with_units_is_left_as_it_is():
    before = Person.objects.count()

    with pytest.raises(CommandError, match="đã có dữ liệu"):
        call_command("simulate", size="tiny", stdout=StringIO())

    assert Person.objects.count() == before
