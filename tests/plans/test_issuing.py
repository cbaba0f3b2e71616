"""Giving the number: what is said before, what is kept, what is sent."""

from datetime import date, timedelta

import pytest

from plans.hands import post, status
from thidua.core import clock
from thidua.documents import actions as documents
from thidua.documents.models import BookEntry, Document, DocumentFile, OutsideBody
from thidua.files.queries import content_of
from thidua.org.actor import Actor
from thidua.plans.actions import issuing
from vanban.checking.document import read_document


@pytest.fixture
def plan(ninh_binh, people):
    """The Ninh Bình plan as a draft, the officer signed in."""
    people("officer")
    return ninh_binh


def test_a_plan_that_goes_to_nobody_says_so(client, plan, people):
    plan.document.recipients.all().delete()
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("clerk")

    page = post(client, plan, "issue", dated="15/03/2024").text

    assert "Không có nơi nhận nào để gửi qua hệ thống." in page
    assert "và gửi đến" not in page


def test_issuing_keeps_findings_and_files_and_sends(issued):
    assert [held.role for held in issued.document.files.order_by("role")] == [
        "original",
        "pdf",
        "word",
    ]
    assert "numbering-gap" in [finding["rule"] for finding in issued.findings]
    sent = [
        delivery.sent_at
        for line in issued.document.recipients.all()
        for delivery in line.deliveries.all()
    ]
    assert sent
    assert all(sent)


def test_reading_the_issued_word_file_again_gives_the_same_plan(issued):
    paper = issued.document
    read = read_document(content_of(paper.files.get(role="word").file), "ke-hoach.docx")

    assert (read.doc_type, read.title, read.full_number, read.date, read.place) == (
        paper.type_name,
        paper.title,
        paper.full_number,
        paper.dated,
        paper.place,
    )
    assert [(block.marker, block.text) for block in read.blocks] == [
        (clause.marker, clause.text) for clause in issued.clauses.all()
    ]
    assert [(phase.name, phase.start, phase.end) for phase in read.phases] == [
        (phase.name, phase.starts_on, phase.ends_on) for phase in issued.phases.all()
    ]
    assert list(read.recipients) == [line.printed for line in paper.recipients.all()]
    signatory = read.signatory
    assert [signatory.authority_line, signatory.post] == paper.signature
    assert signatory.name == "Nguyễn Thị Hưng"
    assert read.theme == issued.theme


@pytest.mark.parametrize(
    ("dated", "code", "sentence"),
    [
        ("31/04/2024", 422, "Tháng 4 năm 2024 chỉ có 30 ngày."),
        ("", 422, ""),
        ("16/03/2024", 409, "chưa tới"),
    ],
)
def test_a_day_that_cannot_be_issues_nothing(client, plan, people, dated, code, sentence):
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("clerk")

    response = post(client, plan, "issue", dated=dated)

    assert response.status_code == code
    assert sentence in response.text
    assert dated in response.text
    assert status(plan) == "signed"
    assert not BookEntry.objects.exists()


def test_a_number_is_not_spent_on_a_plan_that_cannot_be_written(client, plan, people, monkeypatch):
    """The disk is the outside world: here it is full."""
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("clerk")

    def no_room(*_args):
        raise OSError("No space left on device")

    monkeypatch.setattr(issuing, "write_pdf", no_room)
    with pytest.raises(OSError, match="No space"):
        post(client, plan, "issue", dated="15/03/2024")

    assert status(plan) == "signed"
    assert not BookEntry.objects.exists()
    assert set(DocumentFile.objects.values_list("role", flat=True)) == {"original"}


def later_paper(plan, clerk):
    """A paper of the day, numbered 01, after which an earlier date is odd."""
    unit = plan.document.unit
    when = {"by": Actor.of(clerk, date(2024, 3, 15)), "at": clock.now()}
    return documents.enter_issued(
        unit=unit,
        number=1,
        full_number="01/QĐ-CĐGD",
        dated=date(2024, 3, 15),
        signer_name="Trần Văn Minh",
        signature=[],
        **dict.fromkeys(("type_name", "title", "issuer_name"), "Quyết định"),
        **dict.fromkeys(("symbol", "place", "parent_name"), ""),
        **when,
    )


@pytest.fixture
def signed_early(client, plan, people):
    """Signed on 10 March, while the day is the 15th and number 01 is given for it."""
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    clerk = people("clerk")
    moments = {"submitted_at": clock.now() - timedelta(5), "signed_at": clock.now() - timedelta(5)}
    Document.objects.filter(pk=plan.document.pk).update(**moments)
    later_paper(plan, clerk)
    return plan


def test_the_number_to_come_stands_on_the_page_before_issuing(client, signed_early):
    page = client.get(f"/plans/{signed_early.pk}/").text
    paper = client.get(signed_early.document.get_absolute_url()).text

    assert "Số sẽ cấp: <b>02/KH-CĐGD</b>, nếu không ai cấp số trước." in page
    assert "Số sẽ cấp: <b>02/KH-CĐGD</b>" in paper
    assert "Lưu ý nếu ghi ngày văn bản" not in page


def test_whoever_does_not_issue_is_told_no_number(client, signed_early, people):
    people("officer")

    assert "Số sẽ cấp" not in client.get(f"/plans/{signed_early.pk}/").text
    assert "Số sẽ cấp" not in client.get(signed_early.document.get_absolute_url()).text


def test_what_is_odd_about_the_date_is_said_before_and_a_second_press_issues(client, signed_early):
    first = post(client, signed_early, "issue", dated="12/03/2024")
    after_first = status(signed_early)
    second = post(client, signed_early, "issue", dated="12/03/2024", warned="2024-03-12")

    assert (first.status_code, after_first) == (422, "signed")
    assert "Chưa ban hành. Hãy xem điều lưu ý về ngày văn bản" in first.text
    assert "Lưu ý nếu ghi ngày văn bản 12/03/2024:" in first.text
    assert "trước ngày của Quyết định số 01/QĐ-CĐGD, đã mang số nhỏ hơn." in first.text
    assert 'name="warned" value="2024-03-12"' in first.text
    assert (second.status_code, status(signed_early)) == (200, "issued")


def test_a_warning_seen_for_one_day_counts_for_that_day_only(client, signed_early):
    response = post(client, signed_early, "issue", dated="11/03/2024", warned="2024-03-12")

    assert (response.status_code, status(signed_early)) == (422, "signed")


def test_issuing_twice_gives_one_number(client, issued):
    response = post(client, issued, "issue", dated="15/03/2024")

    assert response.status_code == 409
    assert BookEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("email", "word", "other"),
    [
        ("", "Gửi theo đường công văn", "Đã gửi thư"),
        ("so@example.org", "Đã gửi thư", "Gửi theo đường công văn"),
    ],
)
def test_what_goes_outside_is_told_in_one_wording_on_both_pages(
    client, people, ninh_binh, email, word, other
):
    unit = ninh_binh.document.unit
    OutsideBody.objects.create(unit=unit, name="LĐLĐ tỉnh", fold="ldld tinh", email=email)
    post(client, ninh_binh, "submit")
    people("vice")
    post(client, ninh_binh, "sign")
    people("clerk")
    post(client, ninh_binh, "issue", dated="15/03/2024")

    tab = client.get(f"/plans/{ninh_binh.pk}/?phan=noi-nhan").text
    paper = client.get(ninh_binh.document.get_absolute_url()).text

    assert [word in page for page in (tab, paper)] == [True, True]
    assert [other in page for page in (tab, paper)] == [False, False]
