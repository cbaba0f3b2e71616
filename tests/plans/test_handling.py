"""From the draft to the signed plan and back; what stays closed once it is issued."""

import re
from datetime import date, datetime, timedelta

import pytest

from factories import CHAIR, OFFICER, user_as
from plans.hands import post, status
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.documents.models import Document
from thidua.org.models import Post


@pytest.fixture
def plan(ninh_binh, people):
    """The Ninh Bình plan as a draft, the officer signed in."""
    people("officer")
    return ninh_binh


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


def test_words_that_were_not_on_the_page_are_not_signed(client, plan, people):
    post(client, plan, "submit")
    people("vice")
    page = client.get(f"/plans/{plan.pk}/").text
    shown = re.search(r'name="submitted_at" value="([^"]+)"', page)[1]
    later = datetime.fromisoformat(shown) + timedelta(minutes=5)
    Document.objects.filter(plan=plan).update(submitted_at=later)

    stale = post(client, plan, "sign", submitted_at=shown)
    between = status(plan)
    fresh = post(client, plan, "sign", submitted_at=later.isoformat())

    assert (stale.status_code, between) == (409, "submitted")
    assert "trình lại sau khi bạn mở trang" in stale.text
    assert (fresh.status_code, status(plan)) == (200, "signed")


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
    assert ("Bạn đã thôi giữ chức vụ Phó Chủ tịch" in response.text) is (deed == "sign")
    assert client.get(f"/plans/{plan.pk}/").status_code == 404
    assert status(plan) == "submitted"


def test_a_plan_without_a_word_is_not_submitted(client, plan, people):
    plan.clauses.all().delete()

    response = post(client, plan, "submit")

    assert response.status_code == 409
    assert "Kế hoạch chưa có đoạn nào nên chưa trình ký được." in response.text
    assert status(plan) == "draft"


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
        "đưa tệp “ke-hoach.txt” vào hệ thống và đọc",
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
