"""The pages of a group: it lives with its union and keeps no register."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cascade.plans_above import issued_plan
from factories import DAY, LEADER, UnitFactory, user_as
from thidua.activities.queries import tasks_of
from thidua.org.actor import Actor
from thidua.org.models import UnitKind
from thidua.plans.queries import phases_around


@pytest.fixture
def leader(client, workplace):
    kind = UnitKind.objects.create(code="to", name="Tổ công đoàn", keeps_register=False)
    user = user_as(LEADER, UnitFactory(name="Tổ Toán - Tin", kind=kind, under=workplace))
    client.force_login(user)
    return user


def entries(client):
    groups = client.get(reverse("home:desk")).context["navigation"]
    return {item["url"] for group in groups for item in group["items"]}


def test_a_group_has_no_registers_of_papers(client, leader):
    assert reverse("documents:register_in") not in entries(client)
    assert reverse("documents:register_out") not in entries(client)
    assert reverse("pledges:list") in entries(client)


def test_a_group_lives_by_the_plan_of_its_union(leader, workplace):
    issued_plan(workplace, lines=("Lưu: VT",))

    names = [phase.name for phase in phases_around(Actor.of(leader, DAY), DAY)]

    assert names == ["Đợt 1", "Đợt 2"]


def test_a_group_lives_by_what_its_union_received(leader, province, workplace):
    issued_plan(province)

    assert len(phases_around(Actor.of(leader, DAY), DAY)) == 2


def test_a_group_is_told_of_a_plan_it_may_not_open(client, leader, province):
    plan = issued_plan(province)

    page = client.get(reverse("home:desk")).text

    assert str(plan) in page
    assert plan.get_absolute_url() not in page


def test_a_group_is_not_asked_for_activities(leader, workplace):
    issued_plan(workplace, lines=("Lưu: VT",))

    assert tasks_of(Actor.of(leader, DAY + timedelta(days=30))) == []
