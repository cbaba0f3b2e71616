import pytest

from documents.papers import drafted, entered, issued, signed
from factories import CHAIR, CLERK, KEEPER, LEADER, NOON, OFFICER, UnitFactory, actor_as, unit_kind
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.documents import actions, letters, queries
from thidua.documents.models import Delivery, OutsideBody, Recipient, RecipientKind
from thidua.documents.receipts import receipts_of
from thidua.notify.models import OutboxMail
from thidua.org.models import Person, Post

LINES = ["LĐLĐ tỉnh (để báo cáo)", "Các CĐCS trực thuộc", "Trang thông tin", "Sở GD&ĐT", "Lưu: VT"]


@pytest.fixture
def clerk(province):
    return actor_as(CLERK, province, "Lê Văn Thư")


def kinds(paper):
    return [line.kind for line in paper.recipients.all()]


def test_each_line_is_kept_as_printed_and_matched(province, workplace):
    other = UnitFactory(under=province)

    paper = drafted(province, ["- Các CĐCS trực thuộc (qua Website Sở);", "  ", "- Lưu: VT, CĐGD."])

    lines = paper.recipients.all()
    assert [line.printed for line in lines] == [
        "Các CĐCS trực thuộc (qua Website Sở)",
        "Lưu: VT, CĐGD",
    ]
    assert kinds(paper) == ["units", "archive"]
    assert {row.unit for row in lines[0].deliveries.all()} == {workplace, other}


def test_a_line_that_stays_keeps_what_the_officer_chose(province, workplace):
    officer = actor_as(OFFICER, province)
    paper = drafted(province, ["Sở GD&ĐT"])
    actions.choose_targets(
        recipient=paper.recipients.get(),
        kind=RecipientKind.UNITS,
        unit_ids=[workplace.pk],
        by=officer,
        at=NOON,
    )

    actions.set_recipients(document=paper, lines=["Lưu: VT", "Sở GD&ĐT"], by=officer, at=NOON)

    assert kinds(paper) == ["archive", "units"]
    assert Delivery.objects.get().unit == workplace


def test_the_printed_lines_of_a_signed_paper_stay(province):
    paper = signed(province, ["Lưu: VT"])

    with pytest.raises(DomainError, match="không sửa được"):
        actions.set_recipients(
            document=paper, lines=["Sở"], by=actor_as(OFFICER, province), at=NOON
        )

    assert [line.printed for line in paper.recipients.all()] == ["Lưu: VT"]


def test_distributing_sends_once_and_writes_to_those_who_take_papers_in(
    province, workplace, clerk, mailoutbox
):
    chair = actor_as(CHAIR, workplace, "Vũ Văn An").user.person
    actor_as(LEADER, workplace)
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


def test_no_paper_has_more_lines_than_anybody_reads(province):
    paper = drafted(province, ["Sở"])

    with pytest.raises(DomainError, match="Nơi nhận có 101 dòng, nhiều hơn 100 dòng"):
        actions.set_recipients(
            document=paper, lines=["Sở"] * 101, by=actor_as(OFFICER, province), at=NOON
        )

    assert [line.printed for line in paper.recipients.all()] == ["Sở"]


def test_a_line_too_long_to_print_is_refused_and_not_cut(province):
    with pytest.raises(DomainError, match="dài 301 chữ cái, quá 300"):
        drafted(province, ["S" * 301])

    assert not Recipient.objects.exists()


def test_signs_nobody_sees_are_no_part_of_a_line_or_a_name(province):
    paper = drafted(province, ["Sở\x00 GD&ĐT\u200b", "\u200b\u2060"])

    assert [line.printed for line in paper.recipients.all()] == ["Sở GD&ĐT"]
    with pytest.raises(DomainError, match="Chưa ghi tên"):
        actions.keep_outside_body(
            unit=province, name="\u200b\u2060", email="", by=actor_as(OFFICER, province)
        )


def test_where_nobody_takes_papers_in_the_readers_get_the_letter(province):
    group = UnitFactory(under=province, kind=unit_kind("to", "Tổ công đoàn"))
    group.kind.keeps_register = False
    group.kind.save()
    leader = actor_as(LEADER, group)
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


def test_choosing_persons_keeps_to_those_who_hold_a_post(province):
    stranger = Person.objects.create(name="Người lạ")
    paper = drafted(province, ["Đồng chí phụ trách"])
    officer = actor_as(OFFICER, province)
    choose = {"recipient": paper.recipients.get(), "by": officer, "at": NOON}

    with pytest.raises(DomainError, match="Chưa chọn người"):
        actions.choose_targets(kind=RecipientKind.PERSONS, person_ids=[stranger.pk], **choose)
    with pytest.raises(DomainError, match="Chưa chọn đơn vị"):
        actions.choose_targets(kind=RecipientKind.UNITS, unit_ids=[province.pk], **choose)
    assert kinds(paper) == ["open"]

    member = officer.user.person
    actions.choose_targets(kind=RecipientKind.PERSONS, person_ids=[member.pk], **choose)
    assert Delivery.objects.get().person == member


def test_choosing_an_outside_body_enters_it_in_the_address_book_once(province):
    officer = actor_as(OFFICER, province)
    first, second = drafted(province, ["Sở GD&ĐT", "SỞ GD&ĐT"]).recipients.all()

    for line in (first, second):
        actions.choose_targets(
            recipient=line,
            kind=RecipientKind.OUTSIDE,
            outside_email="so@example.org",
            by=officer,
            at=NOON,
        )

    body = OutsideBody.objects.get()
    assert (body.name, body.email) == ("Sở GD&ĐT", "so@example.org")
    assert set(Delivery.objects.values_list("outside", flat=True)) == {body.pk}


def test_a_line_that_was_sent_is_not_pointed_elsewhere(province, workplace, clerk):
    paper = issued(province, ["Các CĐCS trực thuộc"])

    with pytest.raises(DomainError, match="đã gửi theo dòng này"):
        actions.choose_targets(
            recipient=paper.recipients.get(), kind=RecipientKind.ARCHIVE, by=clerk, at=NOON
        )

    assert Delivery.objects.get().unit == workplace


def test_an_open_line_is_settled_and_sent_after_issuing(province, workplace, clerk):
    paper = issued(province, ["Nơi chưa rõ"])

    actions.choose_targets(
        recipient=paper.recipients.get(),
        kind=RecipientKind.UNITS,
        unit_ids=[workplace.pk],
        by=clerk,
        at=NOON,
    )
    sent = actions.distribute(document=paper, by=clerk, at=NOON)

    assert [row.unit for row in sent] == [workplace]


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


@pytest.mark.parametrize(
    ("who", "where", "sees"),
    [
        (CHAIR, "province", True),
        (KEEPER, "province", False),
        (LEADER, "workplace", True),
        (CHAIR, "outsider", False),
    ],
)
def test_who_sees_an_issued_paper(request, province, workplace, outsider, who, where, sees):
    paper = issued(province, ["Các CĐCS trực thuộc"])
    actor = actor_as(who, request.getfixturevalue(where))

    assert queries.documents_visible_to(actor).filter(pk=paper.pk).exists() is sees


def test_units_below_are_seen_once_their_paper_is_issued(province, workplace):
    chair = actor_as(CHAIR, province)
    draft, paper = drafted(workplace), issued(workplace)

    assert list(queries.documents_visible_to(chair)) == [paper]
    assert set(queries.documents_visible_to(actor_as(CHAIR, workplace))) == {draft, paper}


def test_a_person_sees_what_was_sent_to_them_without_any_right(province):
    keeper = actor_as(KEEPER, province)
    paper = drafted(province, ["Đồng chí phụ trách"])
    assert not queries.documents_visible_to(keeper).exists()

    Delivery.objects.create(
        recipient=Recipient.objects.get(), person=keeper.user.person, sent_at=NOON
    )

    assert list(queries.documents_visible_to(keeper)) == [paper]


def test_a_post_in_two_trees_shows_a_paper_once(province, workplace):
    paper = issued(province, ["Các CĐCS trực thuộc", "CĐCS Trường THPT Hoa Lư A"])
    chair = actor_as(CHAIR, workplace)
    Post.objects.create(
        person=chair.user.person,
        unit=province,
        kind=chair.user.person.posts.get().kind,
        starts_on=NOON.date(),
    )

    both = type(chair).of(chair.user, NOON.date())

    assert list(queries.documents_visible_to(both)) == [paper]


def test_whoever_signed_is_not_asked_to_open_the_paper(province, mailoutbox):
    vice = actor_as("vice_chair", province, "Hoàng Thị Mai").user.person

    paper = issued(province, ["Ban Thường vụ CĐGD tỉnh"])

    copies = Delivery.objects.filter(recipient__document=paper)
    assert copies.get(person=paper.signer).opened_by == paper.signed_by
    assert copies.get(person=vice).opened_at is None
    assert [mail.to for mail in mailoutbox] == [[vice.email]]


def test_lines_are_matched_again_when_the_paper_is_sent(province, workplace, clerk):
    paper = signed(province, ["Các CĐCS trực thuộc", "Sở Nội vụ"])
    newcomer = UnitFactory(under=province)
    actions.keep_outside_body(unit=province, name="Sở Nội vụ", email="", by=clerk)

    actions.issue_document(document=paper, dated=NOON.date(), by=clerk, at=NOON)
    sent = actions.distribute(document=paper, by=clerk, at=NOON)

    assert {row.unit or row.outside.name for row in sent} == {workplace, newcomer, "Sở Nội vụ"}


def test_what_the_officer_chose_is_not_matched_again(province, workplace, clerk):
    paper = signed(province, ["Các CĐCS trực thuộc"])
    actions.choose_targets(
        recipient=paper.recipients.get(),
        kind=RecipientKind.UNITS,
        unit_ids=[workplace.pk],
        by=clerk,
        at=NOON,
    )
    UnitFactory(under=province)

    actions.issue_document(document=paper, dated=NOON.date(), by=clerk, at=NOON)
    sent = actions.distribute(document=paper, by=clerk, at=NOON)

    assert [row.unit for row in sent] == [workplace]


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
