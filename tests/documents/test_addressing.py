"""What each line of *Nơi nhận* means, and who says so."""

import pytest

from documents.papers import drafted, issued, signed
from factories import NOON, OFFICER, UnitFactory, actor_as
from thidua.core.errors import DomainError
from thidua.documents import actions
from thidua.documents.models import Delivery, OutsideBody, Recipient, RecipientKind
from thidua.org.models import Person


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
