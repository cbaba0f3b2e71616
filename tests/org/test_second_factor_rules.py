"""Who must have a second factor: by right, kind and size of unit, with days of grace."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, COMMITTEE, DAY, KEEPER, LONG_AGO, NOON, actor_as, user_as
from org.factor_cases import KEY, PASSWORD, sign_in
from thidua.core import clock
from thidua.core.errors import Denied
from thidua.councils.models import Council, Seat
from thidua.org.actions.factor_rules import end_factor_rule, set_factor_rule
from thidua.org.actions.factors import set_up_app
from thidua.org.actor import Actor
from thidua.org.models import FactorRule, Headcount, Scope
from thidua.org.reference import load_reference
from thidua.org.second_factor.app_codes import code_at, present_step
from thidua.org.second_factor.demand import demand_of


@pytest.fixture
def above(province):
    """The province counts as a superior of grassroots unions."""
    province.kind.above_grassroots = True
    province.kind.save()
    return province


@pytest.fixture
def chair(above):
    user = user_as(CHAIR, above)
    user.set_password(PASSWORD)
    user.save()
    return user


def rule(**more):
    values = {
        "subject": "document.sign",
        "scope": Scope.ABOVE,
        "obligatory": True,
        "grace_days": 7,
        "starts_on": LONG_AGO,
    }
    return FactorRule.objects.create(**values | more)


def test_an_installation_begins_with_signing_and_councils_above_the_grassroots(
    above, workplace, settings
):
    settings.SAMPLE_DAY_FILE = None
    load_reference()

    superior = demand_of(actor_as(CHAIR, above, day=DAY))
    school = demand_of(actor_as(CHAIR, workplace, day=DAY))

    assert superior.obligatory
    assert superior.days == 14
    assert "Duyệt ký văn bản" in superior.why
    assert not school.obligatory
    assert demand_of(actor_as(COMMITTEE, above, day=DAY)) is None


def test_in_the_sample_year_nobody_has_to(above):
    load_reference()

    assert not demand_of(actor_as(CHAIR, above)).obligatory


def test_a_seat_in_a_council_counts(above):
    rule(subject="council.member")
    member = actor_as(COMMITTEE, above)
    assert demand_of(member) is None
    council = Council.objects.create(unit=above, name="Hội đồng", starts_on=LONG_AGO)
    Seat.objects.create(council=council, person=member.user.person, starts_on=LONG_AGO)

    assert demand_of(member).obligatory


def test_the_size_of_the_unit_counts(above):
    rule(from_members=100, scope=Scope.ALL)
    chair = actor_as(CHAIR, above)
    Headcount.objects.create(unit=above, on=LONG_AGO, members=120)
    assert demand_of(chair).obligatory

    Headcount.objects.create(unit=above, on=date(2024, 1, 1), members=99)

    assert demand_of(chair) is None


def test_days_of_grace_run_from_the_first_sign_in(client, chair):
    rule()
    first = sign_in(client, chair)

    assert first["Location"] == reverse("org:security")
    assert "trước ngày 22/03/2024" in client.get(reverse("org:security")).text
    assert client.get(reverse("home:desk")).status_code == 200

    clock.set_sample_day(DAY + timedelta(days=7))
    assert client.get(reverse("home:desk"))["Location"] == reverse("org:security")
    assert client.get(reverse("org:set_up_app")).status_code == 200
    client.post(reverse("org:logout"))
    sign_in(client, chair)
    assert client.get(reverse("documents:register_out"))["Location"] == reverse("org:security")


def test_who_sets_a_factor_up_goes_on_at_once(client, chair):
    rule(grace_days=0)
    sign_in(client, chair)
    assert client.get(reverse("home:desk")).status_code == 302
    client.get(reverse("org:set_up_app"))
    code = code_at(client.session["new_app_key"], present_step())

    client.post(reverse("org:set_up_app"), {"code": code, "now": PASSWORD})

    assert client.get(reverse("home:desk")).status_code == 200


def test_who_removes_it_again_has_no_new_days_of_grace(client, chair):
    rule(grace_days=0)
    by = Actor.of(chair, DAY)
    app = set_up_app(secret=KEY, code=code_at(KEY, present_step()), by=by, at=NOON)
    client.force_login(chair)
    assert client.get(reverse("home:desk")).status_code == 200

    client.post(reverse("org:remove_factor", args=[app.pk]), {"now": PASSWORD})

    assert client.get(reverse("home:desk"))["Location"] == reverse("org:security")


def test_recommended_is_said_and_stops_nobody(client, chair):
    rule(obligatory=False)

    assert sign_in(client, chair)["Location"] == "/"
    assert "Bạn nên bật xác thực hai lớp" in client.get(reverse("org:security")).text


def test_the_topmost_keeper_changes_a_rule_from_today(client, above):
    old = rule()
    client.force_login(user_as(KEEPER, above))
    typed = {
        "subject": "document.sign",
        "scope": "above",
        "from_members": "0",
        "grace_days": "30",
        "how": "0",
    }

    response = client.post(reverse("org:factor_rules"), typed)

    assert response.status_code == 302
    old.refresh_from_db()
    assert old.ends_on == DAY
    new = FactorRule.objects.get(ends_on=None)
    assert (new.obligatory, new.grace_days, new.starts_on) == (False, 30, DAY)
    assert "Khuyến nghị" in client.get(reverse("org:factor_rules")).text

    client.post(reverse("org:end_factor_rule", args=[new.pk]))
    assert not FactorRule.objects.filter(ends_on=None).exists()


def test_grace_without_end_is_refused_on_the_form(client, above):
    client.force_login(user_as(KEEPER, above))
    typed = {
        "subject": "document.sign",
        "scope": "above",
        "from_members": "0",
        "grace_days": "3650",
        "how": "1",
    }

    response = client.post(reverse("org:factor_rules"), typed)

    assert "Được hoãn nhiều nhất 90 ngày" in response.text
    assert not FactorRule.objects.exists()


def test_a_keeper_further_down_reads_and_changes_nothing(above, workplace):
    keeper = actor_as(KEEPER, workplace)
    kept = rule()

    with pytest.raises(Denied):
        set_factor_rule(
            rule=FactorRule(subject="document.sign", obligatory=False), by=keeper, at=NOON
        )
    with pytest.raises(Denied):
        end_factor_rule(rule=kept, by=keeper, at=NOON)

    assert FactorRule.objects.get() == kept
