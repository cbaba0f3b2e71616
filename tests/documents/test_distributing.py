"""Sending an issued paper, and the receipts that come back."""

import pytest

from documents.papers import entered, issued, signed
from factories import CHAIR, COMMITTEE, KEEPER, NOON, OFFICER, UnitFactory, actor_as, unit_kind
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.documents import actions, letters
from thidua.documents.models import Delivery, OutsideBody
from thidua.documents.receipts import receipts_of
from thidua.notify.models import OutboxMail

LINES = ["LĐLĐ tỉnh (để báo cáo)", "Các CĐCS trực thuộc", "Trang thông tin", "Sở GD&ĐT", "Lưu: VT"]


def test_distributing_sends_once_and_writes_to_those_who_take_papers_in(
    province, workplace, clerk, mailoutbox
):
    chair = actor_as(CHAIR, workplace, "Vũ Văn An").user.person
    actor_as(COMMITTEE, workplace)
    paper = issued(province, LINES)

    again = actions.distribute(document=paper, by=clerk, at=NOON)

    delivery = Delivery.objects.get(unit=workplace)
    assert (again, delivery.sent_at, paper.public) == ([], NOON, True)
    mail = OutboxMail.objects.get()
    assert (mail.key, mail.to, mail.state) == (
        f"document-{paper.pk}-{chair.email}",
        chair.email,
        "sent",
    )
    assert [sent.to for sent in mailoutbox] == [[chair.email]]
    assert f"/documents/{paper.pk}/" in mail.body
    assert "đồng chí Vũ Văn An, CĐCS Trường THPT Hoa Lư A" in mail.body


def test_one_address_gets_one_letter_however_many_lines_lead_to_it(province, workplace):
    chair = actor_as(CHAIR, workplace)

    paper = issued(province, ["Các CĐCS trực thuộc", "Công đoàn các đơn vị trực thuộc", "Lưu: VT"])

    assert Delivery.objects.filter(unit=workplace, sent_at__isnull=False).count() == 2
    assert OutboxMail.objects.get().key == f"document-{paper.pk}-{chair.user.person.email}"


def test_where_nobody_takes_papers_in_the_readers_get_the_letter(province):
    group = UnitFactory(under=province, kind=unit_kind("to", "Tổ công đoàn"))
    group.kind.keeps_register = False
    group.kind.save()
    leader = actor_as(COMMITTEE, group)
    actor_as(KEEPER, group)

    issued(province, ["Các Tổ công đoàn"])

    assert OutboxMail.objects.get().to == leader.user.person.email


def test_a_letter_to_an_outside_body_opens_by_its_link(province, clerk, client):
    OutsideBody.objects.create(
        unit=province, name="Sở GD&ĐT", fold="so gd&dt", email="so@example.org"
    )

    paper = issued(province, ["Sở GD&ĐT"])

    mail = OutboxMail.objects.get()
    token = letters.token_of(Delivery.objects.get())
    assert (mail.to, mail.subject) == (
        "so@example.org",
        "Kế hoạch số 01/KH-CĐGD ngày 15/03/2024 của Công đoàn Giáo dục tỉnh Ninh Bình",
    )
    assert f"/cong-khai/letter/{token}/" in mail.body
    assert "Quý cơ quan" in mail.body
    assert letters.delivery_behind(token) == paper.recipients.get().deliveries.get().pk
    assert letters.delivery_behind(token + "x") is None


def test_the_subject_of_a_long_title_stays_one_line(province, workplace):
    actor_as(CHAIR, workplace)

    issued(province, ["Các CĐCS trực thuộc"], issuer_name="Công đoàn\nGiáo dục")

    assert "\n" not in OutboxMail.objects.get().subject


def test_only_issued_papers_are_sent_and_only_by_whoever_sends(province, workplace, clerk):
    paper = signed(province, ["Các CĐCS trực thuộc"])

    with pytest.raises(DomainError, match="đã ban hành"):
        actions.distribute(document=paper, by=clerk, at=NOON)
    with pytest.raises(Denied, match="được gửi văn bản"):
        actions.distribute(document=paper, by=actor_as(OFFICER, province), at=NOON)

    assert not Delivery.objects.filter(sent_at__isnull=False).exists()


def test_a_paper_entered_from_paper_is_matched_but_not_sent(province, workplace):
    entered(province, number=1, full_number="01/KH-CĐGD", lines=["Các CĐCS trực thuộc"])

    assert Delivery.objects.get().sent_at is None
    assert not OutboxMail.objects.exists()


def test_opening_is_noted_once_with_the_first_reader(province, workplace):
    issued(province, ["Các CĐCS trực thuộc"])
    chair, officer = actor_as(CHAIR, workplace), actor_as(OFFICER, workplace)
    delivery = Delivery.objects.get()

    actions.open_delivery(delivery=delivery, by=chair, at=NOON)
    actions.open_delivery(delivery=delivery, by=officer, at=NOON)

    delivery.refresh_from_db()
    assert (delivery.opened_by, delivery.opened_at) == (chair.user, NOON)
    assert AuditEvent.objects.filter(type="document.opened").count() == 1


def test_a_paper_is_opened_only_where_it_was_sent(province, workplace, outsider):
    issued(province, ["Các CĐCS trực thuộc"])

    with pytest.raises(Denied, match="không gửi đến bạn"):
        actions.open_delivery(
            delivery=Delivery.objects.get(), by=actor_as(CHAIR, outsider), at=NOON
        )


def test_what_came_through_the_system_is_entered_once(province, workplace):
    sent = issued(province, ["Các CĐCS trực thuộc", "Lưu: VT"])
    chair = actor_as(CHAIR, workplace)
    delivery = Delivery.objects.get()

    paper = actions.register_delivery(delivery=delivery, by=chair, at=NOON)

    delivery.refresh_from_db()
    assert (paper.unit, paper.entry.number, paper.full_number, paper.issuer) == (
        workplace,
        1,
        sent.full_number,
        province,
    )
    assert delivery.opened_at == NOON
    assert [line.printed for line in paper.recipients.all()] == ["Các CĐCS trực thuộc", "Lưu: VT"]
    with pytest.raises(DomainError, match="đã vào sổ"):
        actions.register_delivery(delivery=delivery, by=chair, at=NOON)


def test_receipts_tell_how_far_each_line_has_got(province, workplace, clerk):
    other = UnitFactory(under=province, name="CĐCS B")
    OutsideBody.objects.create(
        unit=province, name="Sở GD&ĐT", fold="so gd&dt", email="so@example.org"
    )
    paper = issued(province, LINES)
    chair = actor_as(CHAIR, other)
    actions.open_delivery(delivery=Delivery.objects.get(unit=other), by=chair, at=NOON)

    receipts = receipts_of(paper)

    assert [tuple(receipt.look) for receipt in receipts] == [
        ("half", "Chưa rõ gửi ai"),
        ("wait", "1/2 đã nhận"),
        ("ok", "Đã đăng công khai"),
        ("ok", "Đã gửi thư"),
        ("ok", "Đã lưu"),
    ]
    assert [row.unit for row in receipts[1].deliveries] == [workplace, other]


def test_whoever_signed_is_not_asked_to_open_the_paper(province, mailoutbox):
    vice = actor_as("vice_chair", province, "Hoàng Thị Mai").user.person

    paper = issued(province, ["Ban Thường vụ CĐGD tỉnh"])

    copies = Delivery.objects.filter(recipient__document=paper)
    assert copies.get(person=paper.signer).opened_by == paper.signed_by
    assert copies.get(person=vice).opened_at is None
    assert [mail.to for mail in mailoutbox] == [[vice.email]]


def test_an_outside_body_without_an_address_gets_the_paper_by_post(province):
    OutsideBody.objects.create(unit=province, name="Sở Nội vụ", fold="so noi vu")

    paper = issued(province, ["Sở Nội vụ"])

    assert receipts_of(paper)[0].look.word == "Gửi theo đường công văn"
    assert not OutboxMail.objects.exists()


def test_a_paper_taken_off_the_public_page_is_not_put_there_by_sending_again(province, clerk):
    paper = issued(province, ["Trang thông tin điện tử"])
    actions.set_public(document=paper, public=False, by=clerk, at=NOON)

    actions.distribute(document=paper, by=clerk, at=NOON)

    paper.refresh_from_db()
    told = AuditEvent.objects.filter(type__endswith="published").order_by("pk")
    assert paper.public is False
    assert [event.type for event in told] == ["document.published", "document.unpublished"]
    assert receipts_of(paper)[0].look.word == "Đã gỡ khỏi trang công khai"
