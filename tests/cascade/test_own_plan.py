"""A plan of one's own out of the superior's."""

import pytest

from cascade.plans_above import acknowledged, begun, contents, issue, kept_all
from factories import CLERK, DAY, NOON, actor_as
from thidua.audit.models import AuditEvent
from thidua.cascade import actions, queries
from thidua.cascade.actions import Decision
from thidua.cascade.models import Choice
from thidua.core.errors import Denied, DomainError
from thidua.documents import actions as documents
from thidua.plans import actions as plans
from thidua.plans.models import Plan


@pytest.fixture
def rollout(plan, workplace, chair):
    return acknowledged(plan, workplace, chair)


@pytest.fixture
def page(rollout):
    return f"/cascade/plans/{rollout.plan_id}/units/{rollout.unit_id}/own-plan/"


def made(rollout):
    rollout.refresh_from_db()
    return [str(row.choice) for row in queries.choices_of(rollout)]


def mixed(plan):
    first, second, third = contents(plan)
    return [
        Decision(first.clause.pk, Choice.KEPT),
        Decision(second.clause.pk, Choice.ADAPTED, "Mỗi tổ có hai sáng kiến."),
        Decision(third.clause.pk, Choice.LEFT_OUT, reason="Chuyên môn đã làm"),
    ]


def typed(plan, **more):
    found = {"once": "mot", "title": "Phát động thi đua năm 2024", "added": ""}
    for content in contents(plan):
        found[f"choice_{content.clause.pk}"] = "kept"
        found[f"text_{content.clause.pk}"] = content.words
    return found | more


def numbers(plan):
    return [f"{one.clause.marker} {one.clause.text}" for one in contents(plan)]


def change(rollout, by, decisions, added=()):
    rollout.refresh_from_db()
    version = Plan.objects.get(pk=rollout.own_plan_id).version
    return actions.change_choices(
        rollout=rollout, version=version, decisions=decisions, added=added, by=by, at=NOON
    )


def test_a_plan_of_ones_own_goes_on_with_phases_days_and_theme_of_the_superior(rollout, chair):
    own = begun(rollout, chair)

    above = [(one.name, one.starts_on, one.ends_on) for one in rollout.plan.phases.all()]
    assert [(one.name, one.starts_on, one.ends_on) for one in own.phases.all()] == above
    assert own.theme == rollout.plan.theme
    days = [(one.name, one.day, one.month, one.ordinal) for one in own.commemorations.all()]
    assert days == [("Ngày thành lập Công đoàn Việt Nam", 28, 7, 95)]
    assert [one.words for one in contents(own)] == [one.words for one in contents(rollout.plan)]


def test_it_stands_under_the_letterhead_of_the_unit_and_cites_the_superiors_plan(rollout, chair):
    own = begun(rollout, chair)

    paper = own.document
    assert (paper.issuer_name, paper.parent_name, paper.symbol) == (
        "CĐCS Trường THPT Hoa Lư A",
        "Công đoàn Giáo dục tỉnh Ninh Bình",
        "KH-CĐCS",
    )
    opening = own.clauses.first().text
    assert opening.startswith(
        "Thực hiện Kế hoạch số 01/KH-CĐGD ngày 15/3/2024 của Công đoàn Giáo dục tỉnh Ninh Bình "
        "về phát động thi đua năm 2024, Ban Chấp hành CĐCS Trường THPT Hoa Lư A"
    )
    assert [one.number for one in own.citations.all()] == ["01/KH-CĐGD"]
    assert list(paper.recipients.values_list("printed", flat=True)) == [
        "Công đoàn Giáo dục tỉnh Ninh Bình (để báo cáo)",
        "Lưu: VT",
    ]


def test_kept_adapted_left_out_and_added_are_known_before_and_after_it_is_issued(rollout, chair):
    own = begun(rollout, chair, mixed(rollout.plan), ["Trồng 50 cây xanh trong trường."])
    before = made(rollout)

    issue(own, chair)

    assert before == made(rollout) == ["kept", "adapted", "left_out", "added"]
    assert numbers(own) == [
        "2.1. Tuyên truyền nghị quyết đại hội công đoàn các cấp.",
        "2.2. Mỗi tổ có hai sáng kiến.",
        "2.3. Trồng 50 cây xanh trong trường.",
    ]


def test_writing_on_in_the_draft_makes_a_kept_content_an_adapted_one(rollout, chair):
    own = begun(rollout, chair)
    clause = own.clauses.get(text__startswith="Chăm lo")
    plans.change_clause(
        plan=own, clause=clause, version=own.version, typed="2.3. Thăm hỏi", by=chair, at=NOON
    )

    assert made(rollout) == ["kept", "kept", "adapted"]


def test_a_content_whose_paragraph_is_deleted_is_open_again(rollout, chair):
    own = begun(rollout, chair)
    clause = own.clauses.get(text__startswith="Chăm lo")
    plans.delete_clause(plan=own, clause=clause, version=own.version, by=chair, at=NOON)

    assert made(rollout) == ["kept", "kept", "None"]


def test_choosing_anew_changes_the_draft_and_leaves_everything_else(rollout, chair):
    own = begun(rollout, chair)
    opening = own.clauses.first()
    plans.change_clause(
        plan=own, clause=opening, version=own.version, typed="Lời mở đầu", by=chair, at=NOON
    )

    change(rollout, chair, mixed(rollout.plan), ["Trồng 50 cây xanh."])

    assert made(rollout) == ["kept", "adapted", "left_out", "added"]
    assert own.clauses.first().text == "Lời mở đầu"
    assert numbers(own)[1:] == ["2.2. Mỗi tổ có hai sáng kiến.", "2.3. Trồng 50 cây xanh."]


def test_what_was_left_out_can_come_back_in_its_place(rollout, chair):
    own = begun(rollout, chair, mixed(rollout.plan), ["Trồng 50 cây xanh."])

    change(rollout, chair, kept_all(rollout.plan))

    assert made(rollout) == ["kept", "kept", "kept", "added"]
    assert numbers(own)[2:] == [
        "2.3. Chăm lo đời sống đoàn viên, người lao động.",
        "2.4. Trồng 50 cây xanh.",
    ]
    assert own.phases.count() == 2


def test_choices_stay_once_the_plan_is_submitted(client, page, rollout, chair):
    own = begun(rollout, chair)
    plans.submit_plan(plan=own, by=chair, at=NOON)
    client.force_login(chair.user)

    with pytest.raises(DomainError, match="chờ duyệt ký"):
        change(rollout, chair, mixed(rollout.plan))
    assert client.get(page).status_code == 409
    assert made(rollout) == ["kept", "kept", "kept"]


def test_a_content_chosen_twice_is_refused_and_nothing_is_begun(rollout, chair):
    decisions = kept_all(rollout.plan)

    with pytest.raises(DomainError, match="hai lần"):
        begun(rollout, chair, [*decisions, decisions[0]])
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("wrong", [[], [Decision(999_999, Choice.KEPT)]])
def test_choices_that_are_not_those_of_the_plan_are_refused(rollout, chair, wrong):
    with pytest.raises(DomainError, match="không khớp"):
        begun(rollout, chair, wrong)


def test_a_plan_in_which_nothing_is_left_is_refused(rollout, chair):
    nothing = [
        Decision(one.clause.pk, Choice.LEFT_OUT, reason="Không có")
        for one in contents(rollout.plan)
    ]

    with pytest.raises(DomainError, match="ít nhất một nội dung"):
        begun(rollout, chair, nothing)


def test_a_unit_that_has_not_acknowledged_begins_nothing(rollout, chair):
    actions.take_back(rollout=rollout, by=chair, at=NOON)

    with pytest.raises(DomainError, match="chưa xác nhận"):
        begun(rollout, chair)


def test_a_second_plan_of_ones_own_is_refused_by_name(rollout, chair, vice):
    begun(rollout, chair)

    with pytest.raises(DomainError, match="đã có kế hoạch riêng"):
        begun(rollout, vice)


def test_a_draft_that_was_put_away_makes_room_for_another(rollout, chair):
    first = begun(rollout, chair, mixed(rollout.plan))
    documents.discard_draft(document=first.document, by=chair, at=NOON)

    second = begun(rollout, chair)

    rollout.refresh_from_db()
    assert rollout.own_plan == second
    assert made(rollout) == ["kept", "kept", "kept"]


def test_whoever_does_not_draft_begins_nothing(rollout, workplace):
    with pytest.raises(Denied):
        begun(rollout, actor_as(CLERK, workplace))
    assert not AuditEvent.objects.filter(type="rollout.own_plan_begun").exists()


def test_the_page_begins_the_draft(client, page, rollout, chair):
    client.force_login(chair.user)

    shown = client.get(page).text
    answer = client.post(page, typed(rollout.plan), follow=True)

    own = Plan.objects.get(rollout=rollout)
    assert shown.count('value="left_out"') == 3
    assert answer.redirect_chain == [(f"/plans/{own.pk}/?phan=nguyen-van", 302)]
    assert "Đã lập bản thảo kế hoạch riêng." in answer.text


def test_pressing_twice_begins_one_draft(client, page, rollout, chair):
    client.force_login(chair.user)

    client.post(page, typed(rollout.plan))
    again = client.post(page, typed(rollout.plan), follow=True)

    assert "Bản thảo này đã được lập khi bạn bấm lần trước." in again.text
    assert Plan.objects.filter(document__unit=rollout.unit).count() == 1


def test_the_page_keeps_what_was_typed_when_something_is_missing(client, page, rollout, chair):
    client.force_login(chair.user)
    first, second, third = (one.clause.pk for one in contents(rollout.plan))
    wrong = {
        f"choice_{first}": "adapted",
        f"text_{first}": "Lời riêng của trường",
        f"choice_{second}": "left_out",
        f"text_{third}": "Đã sửa mà vẫn chọn giữ",
        "added": "Trồng cây",
    }

    answer = client.post(page, typed(rollout.plan, **wrong))

    assert answer.status_code == 422
    assert "Chưa ghi lý do không thực hiện nội dung này." in answer.text
    assert "đang chọn Giữ nguyên" in answer.text
    assert "Lời riêng của trường" in answer.text
    assert "Trồng cây" in answer.text
    assert not Plan.objects.filter(document__unit=rollout.unit).exists()


def test_two_people_choosing_anew_do_not_write_over_each_other(client, page, rollout, chair):
    own = begun(rollout, chair)
    old = own.version
    change(rollout, chair, mixed(rollout.plan))
    client.force_login(chair.user)

    answer = client.post(page, typed(rollout.plan, version=old))

    assert answer.status_code == 409
    assert "Bản thảo đã được" in answer.text
    assert made(rollout) == ["kept", "adapted", "left_out"]


def test_the_page_of_the_unit_shows_what_was_chosen(client, rollout, chair):
    begun(rollout, chair, mixed(rollout.plan), ["Trồng 50 cây xanh."])
    client.force_login(chair.user)

    page = client.get(rollout.get_absolute_url()).text

    assert "Chuyên môn đã làm" in page
    assert "Mỗi tổ có hai sáng kiến." in page
    assert "Chọn lại nội dung" in page


def test_a_superior_sees_nothing_of_a_draft_below(client, province, rollout, chair):
    begun(rollout, chair, mixed(rollout.plan))
    client.force_login(actor_as("officer", province).user)

    page = client.get(rollout.get_absolute_url()).text

    assert "Đang soạn" in page
    assert "Chuyên môn đã làm" not in page
    assert queries.plan_in_force(rollout.unit, DAY) == rollout.plan
