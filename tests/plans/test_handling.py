"""From the draft to the issued plan, through the pages."""

from datetime import date

import pytest

from factories import CHAIR, CLERK, OFFICER, VICE, user_as
from plans.conftest import head_of
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.documents.models import BookEntry, DocumentFile
from thidua.files.queries import content_of
from thidua.org.models import Post
from thidua.plans.actions import issuing
from thidua.plans.models import Plan
from vanban.checking.document import read_document


@pytest.fixture
def people(client, province):
    """The province's officer, vice-chair and clerk; `people(name)` signs one of them in."""
    users = {
        "officer": user_as(OFFICER, province, "Phạm Thu Hà"),
        "vice": user_as(VICE, province, "Nguyễn Thị Hưng"),
        "chair": user_as(CHAIR, province, "Trần Văn Minh"),
        "clerk": user_as(CLERK, province, "Lê Thị Mai"),
    }

    def sign_in(name):
        client.force_login(users[name])
        return users[name]

    sign_in("officer")
    return sign_in


@pytest.fixture
def plan(client, reading, people):
    """The Ninh Bình plan as a draft."""
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, kind="draft"))
    return Plan.objects.select_related("document").get()


def post(client, plan, name, **typed):
    return client.post(f"/plans/{plan.pk}/{name}/", typed, follow=True)


def status(plan):
    plan.document.refresh_from_db()
    return plan.document.status


@pytest.fixture
def issued(client, plan, people):
    people("officer")
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("clerk")
    post(client, plan, "issue", dated="15/3/24")
    return Plan.objects.select_related("document").get()


def test_a_plan_goes_from_hand_to_hand(client, plan, people):
    people("officer")
    submitted = post(client, plan, "submit")
    people("vice")
    signed = post(client, plan, "sign")
    people("clerk")
    issued = post(client, plan, "issue", dated="15/03/2024")

    assert "Chờ duyệt ký" in submitted.text
    assert "Đã duyệt ký" in signed.text
    assert "Đã ban hành Kế hoạch số 01/KH-CĐGD và gửi đến 2 nơi nhận." in issued.text
    assert status(plan) == "issued"


def test_the_page_names_who_holds_it(client, plan, people):
    post(client, plan, "submit")

    page = client.get(f"/plans/{plan.pk}/").text

    holders = "Trần Văn Minh (Chủ tịch) hoặc Nguyễn Thị Hưng (Phó Chủ tịch)"
    assert f"<b>{holders}</b> đang giữ, từ 15/03/2024." in " ".join(page.split())


def test_nobody_holds_a_draft_that_was_put_away(client, plan, people):
    page = post(client, plan, "discard").text

    assert "Đã bỏ bản thảo" in page
    assert "đang giữ" not in page


def test_the_page_says_that_signing_here_is_no_digital_signature(client, plan, people):
    post(client, plan, "submit")
    people("vice")

    page = client.get(f"/plans/{plan.pk}/").text

    assert "Đây không phải chữ ký số" in page


def test_a_return_has_its_reason(client, plan, people):
    post(client, plan, "submit")
    people("vice")
    bare = post(client, plan, "return", reason=" ")
    after_bare = status(plan)
    post(client, plan, "return", reason="Bổ sung tiêu chí thi đua")
    people("officer")

    page = client.get(f"/plans/{plan.pk}/").text

    assert (bare.status_code, after_bare) == (422, "submitted")
    assert "Chưa ghi lý do trả lại." in bare.text
    assert status(plan) == "draft"
    assert "Lý do trả lại: Bổ sung tiêu chí thi đua" in page


def test_a_submission_can_be_withdrawn_until_it_is_signed(client, plan, people):
    post(client, plan, "submit")
    post(client, plan, "withdraw")
    withdrawn = status(plan)
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("officer")

    refused = post(client, plan, "withdraw")

    assert (withdrawn, refused.status_code, status(plan)) == ("draft", 409, "signed")


def test_a_submitted_plan_is_not_edited(client, plan, people):
    post(client, plan, "submit")

    response = client.get(f"/plans/{plan.pk}/edit/")

    assert response.status_code == 409
    assert "Kế hoạch đang chờ duyệt ký nên không sửa được" in response.text


def test_a_term_that_ended_between_submitting_and_signing(client, plan, people, province):
    post(client, plan, "submit")
    vice = people("vice")
    Post.objects.filter(person=vice.person).update(ends_on=date(2024, 3, 15))
    member = user_as(OFFICER, province, "x")
    member.person.posts.update(person=vice.person)

    response = post(client, plan, "sign")

    assert response.status_code == 403
    assert "Phó Chủ tịch" in response.text
    assert "15/03/2024" in response.text
    assert status(plan) == "submitted"


@pytest.mark.parametrize(
    ("who", "deed"), [("vice", "sign"), ("chair", "issue"), ("clerk", "issue")]
)
def test_somebody_whose_only_term_has_ended_reads_why(client, plan, people, who, deed):
    post(client, plan, "submit")
    user = people(who)
    Post.objects.filter(person=user.person).update(ends_on=date(2024, 3, 15))

    response = post(client, plan, deed, dated="15/03/2024")

    assert response.status_code == 403
    assert ("Bạn thôi giữ chức vụ Phó Chủ tịch" in response.text) is (deed == "sign")
    assert client.get(f"/plans/{plan.pk}/").status_code == 404
    assert status(plan) == "submitted"


def test_a_plan_without_a_word_is_not_submitted(client, plan, people):
    plan.clauses.all().delete()

    response = post(client, plan, "submit")

    assert response.status_code == 409
    assert "Kế hoạch chưa có đoạn nào nên chưa trình ký được." in response.text
    assert status(plan) == "draft"


def test_a_plan_that_goes_to_nobody_says_so(client, plan, people):
    plan.document.recipients.all().delete()
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("clerk")

    page = post(client, plan, "issue", dated="15/03/2024").text

    assert "Không có nơi nhận nào để gửi qua hệ thống." in page
    assert "và gửi đến" not in page


def test_the_second_of_two_signers_reads_who_was_first(client, plan, people):
    post(client, plan, "submit")
    people("vice")
    post(client, plan, "sign")
    people("chair")

    response = post(client, plan, "sign")

    assert response.status_code == 409
    assert "đã được Nguyễn Thị Hưng duyệt ký" in response.text
    assert AuditEvent.objects.filter(type="document.signed").count() == 1


def test_the_officer_does_not_sign(client, plan, people):
    post(client, plan, "submit")

    assert post(client, plan, "sign").status_code == 403
    assert status(plan) == "submitted"


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


def test_issuing_twice_gives_one_number(client, issued):
    response = post(client, issued, "issue", dated="15/03/2024")

    assert response.status_code == 409
    assert BookEntry.objects.count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["edit", "check", "clauses/0", "clauses/{clause}"])
def test_an_issued_plan_is_frozen_and_says_so(client, issued, people, method, name):
    people("officer")
    before = list(issued.clauses.values_list("marker", "text"))
    url = f"/plans/{issued.pk}/{name.format(clause=issued.clauses.first().pk)}/"

    response = getattr(client, method)(url)

    assert response.status_code == 409
    assert "Kế hoạch đã ban hành nên không sửa được" in response.text
    assert list(issued.clauses.values_list("marker", "text")) == before


@pytest.mark.parametrize("name", ["submit", "withdraw", "return", "sign", "issue"])
@pytest.mark.parametrize("who", ["officer", "chair", "clerk"])
def test_an_issued_plan_goes_nowhere_any_more(client, issued, people, who, name):
    people(who)

    response = post(client, issued, name, dated="15/03/2024", reason="Sửa lại")

    assert response.status_code in {403, 409}
    assert status(issued) == "issued"


def test_the_log_tells_the_way_in_words(client, issued):
    page = " ".join(client.get(f"/plans/{issued.pk}/log/").text.split())

    for said in (
        "đưa tệp “ke-hoach.txt” vào và đọc",
        "nhận kết quả đọc",
        "trình ký",
        "duyệt ký với chức vụ Phó Chủ tịch",
        "ban hành, số 01/KH-CĐGD",
    ):
        assert said in page
    assert "plan." not in page
    assert "reading." not in page


def test_a_unit_below_finds_the_plan_that_was_sent_to_it(client, workplace, issued):
    client.force_login(user_as(CHAIR, workplace))

    page = client.get("/plans/?nhom=cap-tren").text

    assert f'href="/plans/{issued.pk}/"' in page


def test_who_got_the_plan_sees_its_words_and_the_line_it_came_by(client, workplace, issued):
    client.force_login(user_as(CHAIR, workplace))

    log = client.get(f"/plans/{issued.pk}/log/")
    contents = client.get(f"/plans/{issued.pk}/").text
    lines = client.get(f"/plans/{issued.pk}/?phan=noi-nhan").text

    assert log.status_code == 403
    assert f"/plans/{issued.pk}/log/" not in contents
    assert "Ghi chú khi soát" not in contents
    assert "Tệp gốc" not in contents
    assert "Các CĐCS trực thuộc" in lines
    assert "LĐLĐ tỉnh (để báo cáo)" not in lines


def test_the_unit_itself_sees_how_its_plan_was_made(client, issued):
    page = client.get(f"/plans/{issued.pk}/").text

    assert f"/plans/{issued.pk}/log/" in page
    assert "Ghi chú khi soát" in page
    assert "Tệp gốc" in page


def test_the_year_line_stands_on_today(client, issued):
    page = client.get(f"/plans/{issued.pk}/").text

    assert f"Hôm nay {clock.today():%d/%m}" in page
    assert "Đang thực hiện đợt 1" in page
