from datetime import date

import pytest

from documents.papers import HEAD, drafted, issued, signed, submitted
from factories import CHAIR, CLERK, COMMITTEE, DAY, NOON, OFFICER, actor_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.documents import actions, policies
from thidua.documents.models import TRANSITIONS, Document, DocumentStatus
from thidua.org.actor import Actor
from thidua.org.models import Post


def test_every_status_has_transitions():
    assert set(TRANSITIONS) == set(DocumentStatus)


def test_a_draft_is_recorded_and_found_without_diacritics(province):
    paper = drafted(province)

    assert (paper.status, paper.direction, paper.issuer) == ("draft", "out", province)
    assert "phat dong phong trao thi dua" in paper.search_fold
    assert AuditEvent.objects.filter(type="document.drafted").count() == 1


@pytest.mark.parametrize(
    ("post", "held_in", "allowed"),
    [
        (OFFICER, "province", True),
        (CHAIR, "province", True),
        (CLERK, "province", False),
        (COMMITTEE, "province", False),
        (OFFICER, "workplace", False),
    ],
)
def test_may_draft_by_post(request, province, workplace, post, held_in, allowed):
    actor = actor_as(post, request.getfixturevalue(held_in))

    assert bool(policies.may_draft(actor, province)) is allowed


def test_a_superior_does_not_draft_in_the_name_of_a_unit(province, workplace):
    with pytest.raises(Denied, match="soạn văn bản"):
        actions.create_draft(
            unit=workplace, by=actor_as(CHAIR, province), at=NOON, **(HEAD | {"symbol": "KH"})
        )

    assert not Document.objects.exists()
    assert not AuditEvent.objects.exists()


def test_only_what_changed_is_saved_and_recorded(province):
    paper = drafted(province)
    drafted_title = paper.title
    officer = actor_as(OFFICER, province)

    actions.update_draft(document=paper, by=officer, at=NOON, title="Tiêu đề mới", symbol="KH-CĐGD")
    actions.update_draft(document=paper, by=officer, at=NOON, title="Tiêu đề mới")

    paper.refresh_from_db()
    event = AuditEvent.objects.get(type="document.edited")
    assert paper.title == "Tiêu đề mới"
    assert event.changes == {"title": [drafted_title, "Tiêu đề mới"]}
    assert "tieu de moi" in paper.search_fold


def test_nothing_but_the_head_can_be_changed(province):
    with pytest.raises(TypeError, match="status"):
        actions.update_draft(
            document=drafted(province), by=actor_as(OFFICER, province), at=NOON, status="issued"
        )


@pytest.mark.parametrize("make", [submitted, signed, issued])
def test_a_paper_that_has_left_draft_is_not_edited(province, make):
    paper = make(province)

    with pytest.raises(DomainError, match="không sửa được"):
        actions.update_draft(
            document=paper, by=actor_as(OFFICER, province), at=NOON, title="Tiêu đề khác"
        )

    paper.refresh_from_db()
    assert paper.title == HEAD["title"]


@pytest.mark.parametrize(
    ("missing", "reason"), [("title", "trích yếu"), ("issuer_name", "trích yếu"), ("symbol", "KH-")]
)
def test_submitting_says_what_is_missing(province, missing, reason):
    paper = drafted(province, **{missing: " "})

    with pytest.raises(DomainError, match=reason):
        actions.submit_document(document=paper, by=actor_as(OFFICER, province), at=NOON)

    paper.refresh_from_db()
    assert (paper.status, paper.submitted_at) == ("draft", None)


def test_a_submission_is_withdrawn_until_it_is_signed(province):
    officer = actor_as(OFFICER, province)
    paper = actions.withdraw_submission(document=submitted(province), by=officer, at=NOON)
    assert (paper.status, paper.submitted_at) == ("draft", None)

    late = signed(province)
    with pytest.raises(DomainError, match="không chờ duyệt ký"):
        actions.withdraw_submission(document=late, by=officer, at=NOON)


def test_the_chair_signs_in_the_form_of_the_post(province):
    chair = actor_as(CHAIR, province, "Nguyễn Thị Hưng")

    paper = actions.sign_document(document=submitted(province), by=chair, at=NOON)

    assert (paper.status, paper.signer_name, paper.signed_by, paper.signed_at) == (
        "signed",
        "Nguyễn Thị Hưng",
        chair.user,
        NOON,
    )
    assert paper.signature == ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"]
    assert "nguyen thi hung" in paper.search_fold


def test_a_vice_chair_signs_below_the_body(province):
    vice = actor_as("vice_chair", province)

    paper = actions.sign_document(document=submitted(province), by=vice, at=NOON)

    assert paper.signature == ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"]


@pytest.mark.parametrize(
    ("post", "held_in"), [(OFFICER, "province"), (CLERK, "province"), (CHAIR, "workplace")]
)
def test_others_do_not_sign_and_leave_no_trace(request, province, workplace, post, held_in):
    paper = submitted(province)
    before = AuditEvent.objects.count()

    with pytest.raises(Denied, match="đương nhiệm"):
        actions.sign_document(
            document=paper, by=actor_as(post, request.getfixturevalue(held_in)), at=NOON
        )

    paper.refresh_from_db()
    assert (paper.status, paper.signed_at, paper.signature) == ("submitted", None, [])
    assert AuditEvent.objects.count() == before


def test_a_term_that_ends_between_submitting_and_signing_gives_no_signature(province):
    chair = actor_as(CHAIR, province)
    paper = submitted(province)
    Post.objects.filter(person=chair.user.person).update(ends_on=DAY)

    with pytest.raises(Denied, match="từ ngày 15/03/2024"):
        actions.sign_document(document=paper, by=chair, at=NOON)


def test_nobody_signs_before_the_day_it_was_submitted(province):
    paper = submitted(province)
    early = Actor.of(actor_as(CHAIR, province).user, date(2022, 1, 10))

    with pytest.raises(DomainError, match="trình ký ngày 15/03/2024 nên không duyệt ký vào ngày"):
        actions.sign_document(document=paper, by=early, at=NOON.replace(year=2022))

    paper.refresh_from_db()
    assert paper.status == DocumentStatus.SUBMITTED


def test_a_second_signature_hears_who_has_signed(province):
    paper = signed(province)

    with pytest.raises(DomainError, match="đã được Nguyễn Thị Hưng duyệt ký"):
        actions.sign_document(document=paper, by=actor_as("vice_chair", province), at=NOON)


@pytest.mark.parametrize("make", [submitted, signed])
def test_a_return_needs_its_reason_and_takes_the_signature_off(province, make):
    chair = actor_as(CHAIR, province)
    paper = make(province)

    with pytest.raises(DomainError, match="lý do"):
        actions.return_document(document=paper, reason=" ", by=chair, at=NOON)
    paper = actions.return_document(document=paper, reason="Thiếu chỉ tiêu", by=chair, at=NOON)

    paper.refresh_from_db()
    assert (paper.status, paper.return_reason, paper.returned) == ("draft", "Thiếu chỉ tiêu", True)
    assert (paper.signer, paper.signer_name, paper.signature, paper.signed_at) == (
        None,
        "",
        [],
        None,
    )


def test_the_clerk_returns_a_signed_paper_but_not_a_submitted_one(province):
    clerk = actor_as(CLERK, province)

    with pytest.raises(Denied, match="duyệt ký"):
        actions.return_document(document=submitted(province), reason="Sai", by=clerk, at=NOON)
    paper = actions.return_document(
        document=signed(province), reason="Sai thể thức", by=clerk, at=NOON
    )

    assert paper.status == "draft"


def test_a_discarded_draft_can_be_taken_back(province):
    officer = actor_as(OFFICER, province)

    paper = actions.discard_draft(document=drafted(province), by=officer, at=NOON)
    assert paper.status == "discarded"
    with pytest.raises(DomainError, match="bản thảo đang soạn"):
        actions.discard_draft(document=paper, by=officer, at=NOON)

    paper = actions.restore_draft(document=paper, by=officer, at=NOON)
    assert paper.status == "draft"
    with pytest.raises(DomainError, match="không nằm trong"):
        actions.restore_draft(document=paper, by=officer, at=NOON)


def test_a_post_that_has_ended_gives_no_right(province):
    chair = actor_as(CHAIR, province)
    Post.objects.update(ends_on=DAY)

    assert not policies.may_draft(Actor.of(chair.user, DAY), province)
