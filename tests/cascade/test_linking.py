"""A plan that the unit had written before the superior's came is joined to it."""

from datetime import date

import pytest

from cascade.plans_above import WORDS, acknowledged, begun, drafted_plan, issued_plan, kept_all
from factories import CLERK, DAY, NOON, actor_as
from thidua.audit.models import AuditEvent
from thidua.cascade import actions, queries
from thidua.cascade.models import Choice, Launch
from thidua.core.errors import Denied, DomainError
from thidua.documents import actions as documents

OTHER = ("2.2.", "Thi đua dạy tốt, học tốt, mỗi tổ có hai sáng kiến.")
OWN_WORDS = tuple(OTHER if words[0] == "2.2." else words for words in WORDS if words[0] != "2.3.")


@pytest.fixture
def rollout(plan, workplace, chair):
    return acknowledged(plan, workplace, chair)


@pytest.fixture
def own(workplace):
    return drafted_plan(workplace, lines=("Lưu: VT",), words=OWN_WORDS)


def link(rollout, own, by):
    return actions.link_own_plan(rollout=rollout, own=own, by=by, at=NOON)


def test_each_content_is_found_in_the_words_of_the_unit(rollout, own, chair):
    link(rollout, own, chair)

    rollout.refresh_from_db()
    assert rollout.own_plan == own
    assert [row.choice for row in queries.choices_of(rollout)] == [
        Choice.KEPT,
        Choice.ADAPTED,
        None,
    ]
    assert AuditEvent.objects.get(type="rollout.linked").data["found"] == 2


def test_the_unit_has_its_own_plan_once_the_linked_one_is_issued(plan, workplace, chair, rollout):
    linked = issued_plan(workplace, lines=("Lưu: VT",), words=OWN_WORDS)

    link(rollout, linked, chair)

    step = next(row for row in queries.steps_of(plan, DAY) if row.unit == workplace)
    assert step.own_plan == linked
    assert "Lập kế hoạch riêng" not in " ".join(task.title for task in queries.tasks_of(chair))


def test_a_plan_carries_out_one_superior_s_plan_only(province, workplace, chair, rollout, own):
    link(rollout, own, chair)
    second = acknowledged(issued_plan(province, title="Kế hoạch thứ hai"), workplace, chair)

    with pytest.raises(DomainError, match="đã liên kết với"):
        link(second, own, chair)
    assert own not in queries.plans_to_link(second)


def test_the_plan_of_another_unit_is_not_linked(province, rollout, chair):
    foreign = drafted_plan(province)

    with pytest.raises(Denied, match="do chính đơn vị lập"):
        link(rollout, foreign, chair)


def test_a_draft_put_away_is_not_offered_and_not_linked(rollout, own, chair):
    documents.discard_draft(document=own.document, by=chair, at=NOON)

    assert list(queries.plans_to_link(rollout)) == []
    with pytest.raises(DomainError, match="đã bỏ"):
        link(rollout, own, chair)


def test_plans_of_other_years_are_not_offered(rollout, own):
    own.starts_on, own.ends_on = date(2022, 1, 1), date(2022, 12, 31)
    own.save()

    assert list(queries.plans_to_link(rollout)) == []


def test_the_link_is_undone_and_both_plans_stay(rollout, own, chair):
    link(rollout, own, chair)

    actions.unlink_own_plan(rollout=rollout, by=chair, at=NOON)

    rollout.refresh_from_db()
    own.refresh_from_db()
    assert rollout.own_plan is None
    assert list(queries.plans_to_link(rollout)) == [own]


def test_after_a_launch_the_link_stays(rollout, workplace, chair):
    linked = issued_plan(workplace, lines=("Lưu: VT",))
    link(rollout, linked, chair)
    phase = linked.phases.first()
    actions.launch(phase=phase, unit=workplace, launched_on=DAY, by=chair, at=NOON)

    with pytest.raises(DomainError, match="không bỏ liên kết được"):
        actions.unlink_own_plan(rollout=rollout, by=chair, at=NOON)
    assert Launch.objects.count() == 1


def test_the_page_offers_the_plan_links_it_and_parts_them_again(client, rollout, own, chair):
    client.force_login(chair.user)
    page = rollout.get_absolute_url()

    assert own.document.title in client.get(page).content.decode()
    done = client.post(f"{page}link/", {"own": own.pk}, follow=True)
    assert "Đã liên kết" in done.content.decode()
    assert "Bỏ liên kết" in done.content.decode()
    parted = client.post(f"{page}unlink/", follow=True)
    assert "Đã bỏ liên kết" in parted.content.decode()


@pytest.mark.parametrize("chosen", ["", "999999", "mot", "-1", "9" * 30])
def test_a_plan_that_is_none_of_theirs_is_not_found(client, rollout, own, chair, chosen):
    client.force_login(chair.user)

    assert client.post(f"{rollout.get_absolute_url()}link/", {"own": chosen}).status_code == 404


def test_whoever_does_not_draft_links_nothing(rollout, own, workplace):
    with pytest.raises(Denied):
        link(rollout, own, actor_as(CLERK, workplace))


def test_a_unit_with_its_own_plan_links_no_other(rollout, own, chair):
    begun(rollout, chair, kept_all(rollout.plan))

    with pytest.raises(DomainError, match="đã có kế hoạch riêng"):
        link(rollout, own, chair)
