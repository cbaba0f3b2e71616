"""A công văn đôn đốc to units that are behind, as a paper with number and signature."""

from datetime import date

import pytest

from factories import CLERK, user_as
from progress.below import acknowledged, plan_to, workplaces
from thidua.documents.models import RecipientKind
from thidua.plans.models import FollowUp, FollowUpKind
from thidua.progress.letters import proposed_due


@pytest.fixture
def asked(workplace):
    return {"buoc": "acknowledged", "don_vi": [workplace.pk]}


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer.user)


def letter(client, plan, **sent):
    return client.post(
        f"/progress/plans/{plan.pk}/letter/", {"new_due": "22/03/2024"} | sent, follow=True
    )


def test_the_page_names_the_units_and_proposes_a_day(client, plan, signed_in, asked, workplace):
    page = client.get(f"/progress/plans/{plan.pk}/letter/", asked).text

    assert str(workplace) in page
    assert 'value="22/03/2024"' in page


def test_the_letter_is_a_draft_that_goes_to_the_units(client, plan, signed_in, asked, workplace):
    letter(client, plan, **asked)

    paper = FollowUp.objects.get()
    text = "\n".join(row["text"] for row in paper.blocks)
    first = paper.document.recipients.order_by("position").first()
    assert (paper.kind, paper.plan, paper.document.type_name) == (
        FollowUpKind.REMINDER,
        plan,
        "Công văn",
    )
    assert workplace.name in text
    assert "22/3/2024" in text
    assert first.kind == RecipientKind.UNITS
    assert [sent.unit for sent in first.deliveries.all()] == [workplace]


def test_how_many_have_done_it_is_told_only_when_every_other_unit_is_named(
    client, province, officer
):
    below = workplaces(province, 3)
    plan = plan_to(province, *below)
    acknowledged(plan, below[2], date(2024, 1, 20))
    client.force_login(officer.user)

    letter(client, plan, buoc="acknowledged", don_vi=[below[0].pk])
    letter(client, plan, buoc="acknowledged", don_vi=[below[0].pk, below[1].pk])

    to_one, to_all = (
        "\n".join(row["text"] for row in paper.blocks) for paper in FollowUp.objects.order_by("pk")
    )
    assert "đã có" not in to_one
    assert "đã có 01/03 đơn vị thực hiện; còn 02 đơn vị" in to_all


def test_pressed_twice_there_is_one_letter(client, plan, signed_in, asked):
    letter(client, plan, once="trang", **asked)
    letter(client, plan, once="trang", **asked)

    assert FollowUp.objects.count() == 1


def test_units_that_have_done_it_get_no_letter(
    client, plan, signed_in, asked, workplace, chair, officer
):
    acknowledged(plan, workplace, date(2024, 1, 20))

    letter(client, plan, **asked)

    assert not FollowUp.objects.exists()


@pytest.mark.parametrize("typed", [{"new_due": ""}, {"new_due": "31/02/2024"}, {"don_vi": ["0"]}])
def test_what_is_missing_is_asked_for(client, plan, signed_in, asked, typed):
    letter(client, plan, **(asked | typed))

    assert not FollowUp.objects.exists()


def test_many_units_are_named_in_a_list_behind_the_signature(client, province, officer):
    below = workplaces(province, 13)
    plan = plan_to(province, *below)
    client.force_login(officer.user)

    letter(client, plan, buoc="acknowledged", don_vi=[unit.pk for unit in below])

    (annex,) = FollowUp.objects.get().annexes
    assert len(annex["blocks"]) == 14


def test_whoever_only_keeps_papers_begins_no_letter(client, plan, province, asked):
    client.force_login(user_as(CLERK, province))

    assert letter(client, plan, **asked).status_code in {403, 404}
    assert not FollowUp.objects.exists()


def test_the_day_proposed_is_a_working_day():
    assert proposed_due(date(2024, 3, 16)) == date(2024, 3, 25)
