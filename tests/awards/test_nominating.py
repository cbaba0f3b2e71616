"""Putting people forward, and what becomes of it before the council has met."""

from datetime import date

import pytest

from awards.cases import (
    certificate,
    issued,
    listed,
    member_of,
    nominated,
    phase_of,
    put,
    recommended,
    signed,
    submitted,
    voted,
    wanted,
)
from councils.meetings import attended, closed, council_of, counted, session_of
from factories import CHAIR, CLERK, DAY, NOON, OFFICER, UnitFactory, actor_as
from thidua.audit.models import AuditEvent
from thidua.awards import actions, policies
from thidua.awards.eligibility import notes_on
from thidua.awards.models import Nomination, NominationStatus
from thidua.awards.subjects import Subject
from thidua.core.errors import Denied, DomainError
from thidua.org.actor import Actor
from thidua.org.models import Membership, Placement, Post
from thidua.rulebook.models import Confidence


def refused(said, deed):
    with pytest.raises(DomainError, match=said):
        deed()


def test_a_nomination_keeps_the_names_as_printed_and_is_sent(province, workplace):
    one = submitted(workplace, province, member_of(workplace, "Nguyễn Thị Thu"))

    assert (one.status, one.subject_name, one.subject_post) == (
        NominationStatus.SUBMITTED,
        "Nguyễn Thị Thu",
        f"Đoàn viên, {workplace}",
    )
    assert list(AuditEvent.objects.values_list("type", flat=True)) == [
        "nomination.started",
        "nomination.submitted",
    ]


def test_a_group_is_put_forward_by_its_workplace(province, workplace):
    group = UnitFactory(name="Tổ công đoàn Toán - Tin", under=workplace)

    one = nominated(workplace, province, Subject(unit=group))

    assert (one.subject_name, one.subject_post) == ("Tổ công đoàn Toán - Tin", workplace.name)


def test_a_unit_may_commend_its_own_people(workplace):
    assert nominated(workplace, workplace).decided_by == workplace


def test_pressing_twice_on_one_page_puts_forward_once(province, workplace):
    chair, person = actor_as(CHAIR, workplace), member_of(workplace)

    first = nominated(workplace, province, person, by=chair, once="a")
    second = nominated(workplace, province, person, by=chair, once="a")

    assert first == second


def test_nobody_is_put_forward_twice_for_the_same(province, workplace):
    person = member_of(workplace)
    nominated(workplace, province, person)

    refused("đã được .* đề nghị Giấy khen", lambda: nominated(workplace, province, person))

    assert Nomination.objects.count() == 1


def test_who_was_declined_may_be_put_forward_again(province, workplace):
    one = submitted(workplace, province)
    reviewer = actor_as(OFFICER, province)
    actions.decline_nomination(nomination=one, reason="Thiếu sáng kiến", by=reviewer, at=NOON)

    assert nominated(workplace, province, one.person).pk != one.pk


def test_somebody_of_another_unit_cannot_be_put_forward(province, workplace, outsider):
    refused("không thuộc", lambda: nominated(workplace, province, member_of(outsider)))

    assert not Nomination.objects.exists()


def test_who_has_left_meanwhile_is_not_sent(province, workplace):
    one = nominated(workplace, province)
    Membership.objects.update(ends_on=DAY)

    refused(
        "không thuộc",
        lambda: actions.submit_nomination(nomination=one, by=actor_as(CHAIR, workplace), at=NOON),
    )

    one.refresh_from_db()
    assert one.status == NominationStatus.DRAFT


def test_a_chair_whose_term_has_ended_puts_nobody_forward(province, workplace):
    chair = actor_as(CHAIR, workplace)
    Post.objects.update(ends_on=DAY)

    with pytest.raises(Denied, match="đề nghị khen thưởng"):
        nominated(workplace, province, by=Actor.of(chair.user, DAY))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"issuers": ["khac"]}, "không có thẩm quyền"),
        ({"subjects": ["unit"]}, "không dành cho"),
        ({"ends_on": date(2024, 1, 1)}, "không có thẩm quyền"),
    ],
)
def test_a_kind_that_is_not_offered_is_refused(province, workplace, more, said):
    certificate(province.kind.code)
    other = certificate(province.kind.code, **({"code": "khac"} | more))

    refused(said, lambda: nominated(workplace, province, kind=other))


def test_a_phase_of_another_plan_or_still_to_come_is_refused(province, workplace, outsider):
    for phase in (phase_of(outsider), phase_of(province, position=2)):
        refused("không thuộc kế hoạch", lambda one=phase: nominated(workplace, province, phase=one))


def test_only_the_direct_superior_or_the_unit_itself_decides(province, workplace, outsider):
    certificate(outsider.kind.code)

    refused("cấp trên trực tiếp", lambda: nominated(workplace, outsider))


def test_a_return_needs_a_reason_and_the_nomination_comes_again(province, workplace):
    one = submitted(workplace, province)
    reviewer, chair = actor_as(OFFICER, province), actor_as(CHAIR, workplace)
    refused(
        "Chưa ghi lý do",
        lambda: actions.return_nomination(nomination=one, reason=" ", by=reviewer, at=NOON),
    )

    actions.return_nomination(nomination=one, reason="Thiếu minh chứng", by=reviewer, at=NOON)
    better = wanted(province, one.person, merit="Hai sáng kiến cấp cơ sở")
    actions.change_nomination(nomination=one, wanted=better, by=chair, at=NOON)
    one = actions.submit_nomination(nomination=one, by=chair, at=NOON)

    assert (one.status, one.reason, one.merit) == (
        NominationStatus.SUBMITTED,
        "",
        "Hai sáng kiến cấp cơ sở",
    )


def test_the_nominating_unit_does_not_review(province, workplace):
    one = submitted(workplace, province)

    with pytest.raises(Denied, match="thẩm định"):
        actions.decline_nomination(
            nomination=one, reason="Không", by=actor_as(CHAIR, workplace), at=NOON
        )


def test_it_is_taken_back_until_it_is_before_the_council(province, workplace):
    chair = actor_as(CHAIR, workplace)
    one = submitted(workplace, province)
    one = actions.withdraw_nomination(nomination=one, by=chair, at=NOON)
    assert one.status == NominationStatus.DRAFT
    one = actions.submit_nomination(nomination=one, by=chair, at=NOON)
    put([one])

    refused(
        "đã đưa ra hội đồng",
        lambda: actions.withdraw_nomination(nomination=one, by=chair, at=NOON),
    )

    one.refresh_from_db()
    assert one.status == NominationStatus.COUNCIL


def test_the_reviewer_takes_it_off_the_agenda_until_hands_were_raised(province, workplace):
    reviewer = actor_as(OFFICER, province)
    first, second = put([submitted(workplace, province), submitted(workplace, province)])
    session = first.item.session
    actions.take_back(nomination=first, by=reviewer, at=NOON)
    attended(session)
    counted(second.item, 4)

    refused("đã biểu quyết", lambda: actions.take_back(nomination=second, by=reviewer, at=NOON))

    first.refresh_from_db()
    assert (first.status, first.item) == (NominationStatus.SUBMITTED, None)
    assert session.items.count() == 1


def test_only_an_open_session_of_the_deciding_unit_takes_it(province, workplace):
    one = submitted(workplace, province)
    elsewhere = session_of(council_of(workplace))
    done = put([submitted(workplace, province)])[0].item.session
    attended(done)
    counted(done.items.get(), 5)
    closed(done)

    refused("không phải của đơn vị", lambda: put([one], elsewhere))
    refused("đã có biên bản", lambda: put([one], done))

    one.refresh_from_db()
    assert (one.status, one.item) == (NominationStatus.SUBMITTED, None)


@pytest.mark.parametrize(
    ("agree", "disagree", "status"),
    [
        (5, 0, NominationStatus.RECOMMENDED),
        (3, 2, NominationStatus.RECOMMENDED),
        (2, 3, NominationStatus.DECLINED),
        (2, 0, NominationStatus.DECLINED),
    ],
)
def test_closing_the_session_recommends_by_more_than_half_of_those_present(
    province, workplace, agree, disagree, status
):
    (one,) = voted([submitted(workplace, province)], agree, disagree)

    assert one.status == status
    assert (f"{agree}/5" in one.reason) is (status == NominationStatus.DECLINED)


def test_somebody_awarded_in_the_phase_is_warned_of_with_the_rule(province, workplace):
    (one,) = recommended(workplace, province)
    issued(signed(listed(province, [one])))
    other = certificate(province.kind.code, code="bk", name="Bằng khen của tỉnh")

    again = nominated(workplace, province, one.person, kind=other)

    (note,) = notes_on(again, DAY)
    assert (note.code, "LAW22-5-2" in note.rule) == ("warn", True)
    assert "Quyết định số 01/QĐ-CĐGD ngày 15/03/2024" in note.reason
    assert policies.may_submit(actor_as(CHAIR, workplace), again)


def test_a_rule_not_confirmed_only_reminds(province, workplace):
    kind = certificate(province.kind.code, confidence=Confidence.UNCONFIRMED)

    one = nominated(workplace, province, kind=kind)

    assert [note.code for note in notes_on(one, DAY)] == ["half"]
    assert policies.may_submit(actor_as(CHAIR, workplace), one)


@pytest.mark.parametrize(("day", "allowed"), [(DAY, True), (date(2025, 9, 1), False)])
def test_a_unit_that_has_ended_is_blocked_from_the_day_of_the_rule(
    province, workplace, day, allowed
):
    group = UnitFactory(name="Tổ công đoàn Văn", under=workplace)
    one = nominated(workplace, province, Subject(unit=group))
    chair = actor_as(CHAIR, workplace)
    Placement.objects.filter(unit=group).update(ends_on=date(2024, 3, 1))

    verdict = policies.may_submit(Actor.of(chair.user, day), one)

    assert bool(verdict) is allowed
    assert allowed or "AWD-02" in verdict.reason


def test_a_clerk_reads_and_writes_no_nomination(province, workplace):
    with pytest.raises(Denied):
        nominated(workplace, province, by=actor_as(CLERK, workplace))
