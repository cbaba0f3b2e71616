"""What is written for a unit is read back as what its superior's plan says."""

import pytest

from cascade.plans_above import begun, contents
from factories import CHAIR, NOON, UnitFactory, actor_as
from plans.conftest import head_of, seed, upload
from thidua.cascade.models import Rollout
from thidua.documents.naming import folded
from thidua.plans.models import Plan


def phases(plan):
    return [(one.name, one.starts_on, one.ends_on, one.theme) for one in plan.phases.all()]


def days(plan):
    rows = plan.commemorations.exclude(phase=None).select_related("phase")
    return {(folded(one.name), one.ordinal, one.phase.name) for one in rows}


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_the_five_real_plans_go_on_below(client, province, name):
    below = UnitFactory(under=province)
    user = actor_as(CHAIR, province).user
    client.force_login(user)
    upload(client, seed(name))
    reading = user.person.posts.get().unit.readings.get()
    client.post(
        f"/plans/readings/{reading.pk}/accept/",
        head_of(reading, kind="issued", dated=reading.data["date"] or "2024-01-15"),
    )
    above = Plan.objects.get()
    rollout = Rollout.objects.create(
        plan=above, unit=below, unit_path="/", acknowledged_at=NOON, acknowledged_by=user
    )

    own = begun(rollout, actor_as(CHAIR, below))

    assert phases(own) == phases(above)
    assert days(own) >= days(above)
    assert own.theme == above.theme
    assert [one.words for one in contents(own)] == [one.words for one in contents(above)]
