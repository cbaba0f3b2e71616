"""The desk for personal data, two officers at the same moment."""

from functools import partial

import pytest

from factories import CHAIR, CLERK, DAY, KEEPER, LONG_AGO, NOON, actor_as
from org.people_cases import member
from thidua.core.errors import DomainError
from thidua.org.actions.links import make_links
from thidua.org.models import EndReason, Membership, OneTimeLink, Person
from thidua.org.purposes import SELF_CHECK
from thidua.oversight.actions.anonymising import approve, decline, propose
from thidua.oversight.actions.personal_requests import enter_request, settle
from thidua.oversight.actions.retention import carry_out
from thidua.oversight.models import (
    Anonymising,
    AnonymisingState,
    Channel,
    Deadline,
    Deletion,
    RecordGroup,
    RetentionRule,
    Wish,
    WishState,
)
from thidua.oversight.personal_data.asked import Asked
from thidua.oversight.personal_data.reference import load


@pytest.fixture
def gone(shared_database, workplace):
    """Somebody who left."""
    person = Person.objects.create(name="Lò Thị Kim Mai", phone="0912345678")
    Membership.objects.create(
        person=person,
        unit=workplace,
        starts_on=LONG_AGO,
        ends_on=DAY,
        end_reason=EndReason.LEFT,
    )
    return person


@pytest.fixture
def proposing(gone, workplace):
    return partial(
        propose,
        person=gone,
        unit=workplace,
        reason="Yêu cầu xóa",
        mentions=[],
        request=None,
        at=NOON,
    )


@pytest.fixture
def officers(shared_database, workplace, province):
    """Two who decide about people of the school: its chair and a keeper above."""
    return [actor_as(CHAIR, workplace), actor_as(KEEPER, province, "Trần Văn Hai")]


def refusals(answers):
    """The sentences of those who were refused."""
    assert all(isinstance(one, DomainError) for one in answers if isinstance(one, Exception))
    return [str(one) for one in answers if isinstance(one, DomainError)]


def test_of_two_who_approve_one_is_told_and_the_name_goes_once(
    at_once, proposing, officers, workplace, gone
):
    proposal = proposing(by=actor_as(CLERK, workplace))

    answers = at_once(*(partial(approve, proposal=proposal, by=by, at=NOON) for by in officers))

    assert refusals(answers) == ["Đề nghị này đã có người xét."]
    gone.refresh_from_db()
    assert (gone.name, gone.phone) == (f"Người đã ẩn danh số {proposal.pk}", "")


def test_approved_and_declined_at_once_it_is_one_of_both(
    at_once, proposing, officers, workplace, gone
):
    proposal = proposing(by=actor_as(CLERK, workplace))

    answers = at_once(
        partial(approve, proposal=proposal, by=officers[0], at=NOON),
        partial(decline, proposal=proposal, reason="Còn khiếu nại", by=officers[1], at=NOON),
    )

    assert refusals(answers) == ["Đề nghị này đã có người xét."]
    proposal.refresh_from_db()
    gone.refresh_from_db()
    done = proposal.state == AnonymisingState.DONE
    assert (gone.anonymised_on is not None, gone.phone == "") == (done, done)


def test_of_two_who_propose_one_is_told(at_once, proposing, officers):
    answers = at_once(*(partial(proposing, by=by) for by in officers))

    assert refusals(answers) == ["Đã có đề nghị ẩn danh hồ sơ này, đang chờ người thứ hai duyệt."]
    assert Anonymising.objects.count() == 1


def test_a_request_is_settled_by_one_of_two(at_once, gone, workplace, officers):
    load(Deadline, RetentionRule)
    request = enter_request(
        person=gone,
        unit=workplace,
        asked=Asked(wish=Wish.DELETION, channel=Channel.PAPER, text="Xin xóa", received_on=DAY),
        by=officers[0],
        at=NOON,
    )
    answers = at_once(
        *(
            partial(settle, request=request, done=done, answer=f"xong: {done}", by=by, at=NOON)
            for done, by in zip((True, False), officers, strict=True)
        )
    )

    assert refusals(answers) == ["Yêu cầu này đã giải quyết xong."]
    request.refresh_from_db()
    assert request.answer == f"xong: {request.state == WishState.DONE}"


def test_a_retention_rule_carried_out_twice_leaves_one_record(at_once, workplace, officers):
    load(Deadline, RetentionRule)
    somebody = member(workplace, "Lê Văn Ba")
    make_links(
        persons=[somebody], unit=workplace, purpose=SELF_CHECK, once="a", by=officers[0], at=NOON
    )
    OneTimeLink.objects.update(expires_at=NOON.replace(year=NOON.year - 9))
    rule = RetentionRule.objects.get(group=RecordGroup.SPENT_LINKS)

    answers = at_once(
        *(partial(carry_out, rule=rule, unit=workplace, note="", by=by, at=NOON) for by in officers)
    )

    assert refusals(answers) == ["Hiện không có gì hết thời hạn giữ trong nhóm này."]
    assert Deletion.objects.get().count == 1
