from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest
from django.db import IntegrityError, transaction

from certificates.papers import awarded, decision_of, made
from factories import CLERK, DAY, NOON, OFFICER, actor_as
from thidua.audit.models import AuditEvent
from thidua.certificates import actions
from thidua.certificates.models import Certificate
from thidua.core.errors import Denied, DomainError
from thidua.documents.models import DocumentStatus
from thidua.files.models import StoredFile
from thidua.files.queries import content_of


@pytest.fixture
def officer(province):
    return actor_as(OFFICER, province, "Phạm Thu Hà")


@pytest.fixture
def certificate(province):
    return made(province)[0]


def test_everybody_on_the_decision_gets_a_certificate_at_once(province, officer):
    paper = decision_of(province)

    count = actions.make_certificates(decision=paper, by=officer, at=NOON)

    rows = Certificate.objects.order_by("award__book_number")
    assert count == 2
    assert [row.award.subject_name for row in rows] == ["Vũ Thị Ngọc", "Trần Văn Minh"]
    assert {(row.made_by, row.made_at) for row in rows} == {(officer.user, NOON)}
    text = pypdfium2.PdfDocument(content_of(rows[0].pdf))[0].get_textpage().get_text_range()
    assert "Vũ Thị Ngọc" in text
    assert rows[0].shown_code in text
    event = AuditEvent.objects.get(type="certificates.made")
    assert (event.target, event.data) == (f"documents.document:{paper.pk}", {"made": 2})


def test_pressing_again_makes_only_what_is_missing(province, officer, certificate):
    awarded(certificate.award.decision, "Lê Quang Huy")
    before = Certificate.objects.count()

    again = actions.make_certificates(decision=certificate.award.decision, by=officer, at=NOON)
    third = actions.make_certificates(decision=certificate.award.decision, by=officer, at=NOON)

    assert (again, third) == (1, 0)
    assert Certificate.objects.count() == before + 1
    assert AuditEvent.objects.filter(type="certificates.made").count() == 2


def test_the_day_of_revoking_is_that_of_the_calendar_here(officer, certificate):
    """Half past midnight here is still the day before in the database."""
    night = datetime(2024, 3, 14, 17, 30, tzinfo=UTC)
    actions.revoke_certificate(certificate=certificate, reason="Sai tên", by=officer, at=night)

    with pytest.raises(DomainError, match="thu hồi ngày 15/03/2024"):
        actions.revoke_certificate(certificate=certificate, reason="Nữa", by=officer, at=NOON)


def test_a_revoked_certificate_does_not_come_back_by_itself(province, officer, certificate):
    actions.revoke_certificate(certificate=certificate, reason="Sai tên", by=officer, at=NOON)

    decision = certificate.award.decision
    assert actions.make_certificates(decision=decision, by=officer, at=NOON) == 0


@pytest.mark.parametrize("post", [CLERK])
def test_who_may_not_make_leaves_no_trace(province, post):
    paper = decision_of(province)

    with pytest.raises(Denied, match="Chỉ người được cấp giấy khen"):
        actions.make_certificates(decision=paper, by=actor_as(post, province), at=NOON)

    assert not Certificate.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_superior_does_not_make_certificates_of_a_unit_below(province, workplace, officer):
    paper = decision_of(workplace)

    with pytest.raises(Denied, match="Hoa Lư A"):
        actions.make_certificates(decision=paper, by=officer, at=NOON)


def test_no_certificate_before_the_decision_is_issued(province, officer):
    paper = decision_of(province, status=DocumentStatus.SUBMITTED)

    with pytest.raises(DomainError, match="chưa ban hành"):
        actions.make_certificates(decision=paper, by=officer, at=NOON)


def test_the_database_keeps_one_valid_certificate_per_award(certificate):
    certificate.pk, certificate.code = None, "0" * 12

    with pytest.raises(IntegrityError), transaction.atomic():
        certificate.save()


def test_the_database_wants_a_reason_for_revoking(certificate):
    rows = Certificate.objects.filter(pk=certificate.pk)

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(revoked_at=NOON)


def test_handing_over_is_noted_with_its_day_and_can_be_undone(certificate, officer):
    count = actions.hand_over(certificates=[certificate], on=DAY, by=officer, at=NOON)

    certificate.refresh_from_db()
    assert (count, certificate.handed_on) == (1, DAY)
    assert AuditEvent.objects.get(type="certificate.handed_over").data == {"day": "2024-03-15"}

    actions.take_back_hand_over(certificate=certificate, by=officer, at=NOON)
    certificate.refresh_from_db()
    assert certificate.handed_on is None


def test_the_day_noted_first_stays(certificate):
    unit = certificate.award.unit
    officer = actor_as(OFFICER, unit, day=DAY + timedelta(days=9))
    for day in (1, 5):
        on = DAY + timedelta(days=day)
        actions.hand_over(certificates=[certificate], on=on, by=officer, at=NOON)

    certificate.refresh_from_db()
    assert certificate.handed_on == DAY + timedelta(days=1)


@pytest.mark.parametrize(("days", "sentence"), [(1, "chưa tới"), (-1, "trước ngày quyết định")])
def test_a_day_of_handing_over_that_cannot_be_is_refused(certificate, officer, days, sentence):
    with pytest.raises(DomainError, match=sentence):
        actions.hand_over(
            certificates=[certificate], on=DAY + timedelta(days=days), by=officer, at=NOON
        )

    certificate.refresh_from_db()
    assert certificate.handed_on is None


def test_one_bad_among_many_hands_over_none(province, officer):
    first, second = made(province)
    actions.revoke_certificate(certificate=second, reason="Sai tên", by=officer, at=NOON)

    with pytest.raises(DomainError, match="đã bị thu hồi ngày 15/03/2024"):
        actions.hand_over(certificates=[first, second], on=DAY, by=officer, at=NOON)

    first.refresh_from_db()
    assert first.handed_on is None


def test_revoking_says_when_by_whom_and_why_and_happens_once(certificate, officer):
    actions.revoke_certificate(certificate=certificate, reason="Sai tên", by=officer, at=NOON)

    certificate.refresh_from_db()
    assert (certificate.revoked_at, certificate.revoked_by, certificate.revoke_reason) == (
        NOON,
        officer.user,
        "Sai tên",
    )
    with pytest.raises(DomainError, match="đã bị thu hồi ngày 15/03/2024"):
        actions.revoke_certificate(certificate=certificate, reason="Nữa", by=officer, at=NOON)


def test_a_replacement_has_another_code_and_ends_the_one_before(certificate, officer):
    fresh = actions.replace_certificate(
        certificate=certificate, reason="Bị mất", by=officer, at=NOON
    )

    certificate.refresh_from_db()
    assert fresh.award == certificate.award
    assert fresh.code != certificate.code
    assert (fresh.revoked_at, certificate.revoke_reason) == (None, "Bị mất")
    with pytest.raises(DomainError, match="đã được cấp lại"):
        actions.replace_certificate(certificate=certificate, reason="Nữa", by=officer, at=NOON)


def test_the_bytes_of_a_certificate_never_change(certificate, officer):
    data = content_of(certificate.pdf)

    actions.replace_certificate(certificate=certificate, reason="Bị mất", by=officer, at=NOON)

    certificate.refresh_from_db()
    assert content_of(certificate.pdf) == data


@pytest.mark.parametrize("deed", [actions.revoke_certificate, actions.replace_certificate])
def test_a_superior_neither_revokes_nor_replaces_for_a_unit_below(workplace, officer, deed):
    certificate = made(workplace)[0]

    with pytest.raises(Denied, match="Hoa Lư A"):
        deed(certificate=certificate, reason="Sai", by=officer, at=NOON)

    certificate.refresh_from_db()
    assert certificate.revoked_at is None
