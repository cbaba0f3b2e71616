"""A draft from its beginning: its head, who may write it, what an officer has set in it."""

import re
from datetime import date

import pytest

from factories import CHAIR, CLERK, OFFICER, user_as
from plans.conftest import head_of
from plans.drafts import clause_url, clause_with, head, new_plan, words, write
from thidua.documents.models import Document
from thidua.plans.models import Plan


def test_a_draft_begins_with_the_customary_parts(plan, province):
    assert plan.document.unit == province
    assert (plan.theme, plan.year_label) == ("Đoàn kết, sáng tạo", "2024")
    assert [text for text in words(plan) if text[:1] in "IV"] == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG THI ĐUA",
        "III. THỜI GIAN THỰC HIỆN",
        "IV. TỔ CHỨC THỰC HIỆN",
    ]
    assert plan.phases.get().whole


def test_two_presses_on_one_page_begin_one_draft(client, officer):
    pressed = new_plan(once="a-page")
    first = client.post("/plans/new/", pressed)
    second = client.post("/plans/new/", pressed, follow=True)
    client.post("/plans/new/", new_plan(once="another-page"))

    assert second.redirect_chain == [(first["Location"], 302)]
    assert "Bản thảo này đã được lập khi bạn bấm lần trước." in second.text
    assert Plan.objects.count() == 2


def test_a_page_belongs_to_the_person_who_opened_it(client, officer, province):
    client.post("/plans/new/", new_plan(once="a-page"))
    client.force_login(user_as(CHAIR, province))

    client.post("/plans/new/", new_plan(once="a-page"))

    assert Plan.objects.count() == 2


def test_every_blank_form_is_a_page_of_its_own(client, officer):
    pages = [client.get("/plans/new/").text for _ in range(2)]

    first, second = (re.search(r'name="once" value="([^"]+)"', page)[1] for page in pages)
    assert first != second


def test_the_blank_form_knows_the_unit_and_its_superior(client, workplace, province):
    client.force_login(user_as(CHAIR, workplace))

    page = client.get("/plans/new/").text

    assert f'value="{province.name}"' in page
    assert 'value="KH-CĐCS"' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [({"year_label": "sang năm"}, "Gõ năm (2024) hoặc năm học (2024-2025)."), ({"title": ""}, "")],
)
def test_a_form_that_is_wrong_keeps_what_was_typed(client, officer, typed, sentence):
    response = client.post("/plans/new/", new_plan(**typed))

    assert response.status_code == 422
    assert sentence in response.text
    assert "Đoàn kết, sáng tạo" in response.text
    assert not Document.objects.exists()


def test_who_may_not_write_plans_reads_why(client, province):
    client.force_login(user_as(CLERK, province))

    response = client.post("/plans/new/", new_plan())

    assert response.status_code == 403
    assert "Chỉ người được giao soạn kế hoạch mở được trang này." in response.text
    assert not Document.objects.exists()


def test_the_head_the_theme_and_the_recipients_are_written(client, plan):
    typed = {
        "title": "Phát động thi đua năm 2024",
        "theme": "Sáng tạo, hiệu quả",
        "recipients": "LĐLĐ tỉnh (để báo cáo)\nLưu: VT",
    }

    response = client.post(f"/plans/{plan.pk}/edit/", head(plan, **typed))

    plan = Plan.objects.select_related("document").get()
    assert response.status_code == 302
    assert plan.document.title == "Phát động thi đua năm 2024"
    assert plan.theme == "Sáng tạo, hiệu quả"
    assert "“Sáng tạo, hiệu quả”" in words(plan)
    assert [line.printed for line in plan.document.recipients.all()] == [
        "LĐLĐ tỉnh (để báo cáo)",
        "Lưu: VT",
    ]


def test_a_theme_that_no_paragraph_quotes_is_not_invented(client, plan):
    client.post(
        clause_url(plan, clause_with(plan, "Đoàn kết, sáng tạo")),
        {"version": plan.version, "do": "delete"},
    )
    plan.refresh_from_db()

    response = client.post(f"/plans/{plan.pk}/edit/", head(plan, theme="Mới"))

    assert response.status_code == 409
    assert "Chưa thấy đoạn nào ghi chủ đề để đổi." in response.text


@pytest.mark.parametrize("which", ["edit", "clause"])
def test_a_colleague_was_faster_and_what_was_typed_stays_on_the_page(client, plan, province, which):
    write(client, plan, plan.clauses.last(), "Trên đây là kế hoạch./.")
    client.force_login(user_as(OFFICER, province, "Lê Văn Bình"))
    before = words(plan)

    if which == "edit":
        response = client.post(f"/plans/{plan.pk}/edit/", head(plan, title="Chữ tôi vừa gõ"))
    else:
        response = write(client, plan, plan.clauses.first(), "Chữ tôi vừa gõ")

    assert response.status_code == 409
    assert "Bản thảo đã được Phạm Thu Hà sửa lúc" in response.text
    assert "Chữ tôi vừa gõ" in response.text
    assert words(plan) == before


def test_phases_set_by_the_officer_stay_until_they_are_given_up(client, reading):
    client.post(
        f"/plans/readings/{reading.pk}/correct/",
        {"field": "phases[0]", "phases[0].start": "15/01/2024", "phases[0].end": "31/07/2024"},
    )
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, kind="draft"))
    plan = Plan.objects.select_related("document").get()

    write(client, plan, plan.clauses.first(), "Thực hiện kế hoạch năm 2024:")
    kept = plan.phases.first().starts_on
    plan.refresh_from_db()
    client.post(f"/plans/{plan.pk}/edit/", head(plan, read_anew="on"))

    assert (kept, plan.phases.first().starts_on) == (date(2024, 1, 15), date(2024, 1, 1))


def test_a_reporting_duty_that_the_officer_corrected_stays(client, reading):
    client.post(
        f"/plans/readings/{reading.pk}/correct/",
        {
            "field": "reporting_duties[0]",
            "reporting_duties[0].who": "các CĐCS",
            "reporting_duties[0].to": "",
            "reporting_duties[0].when": "chậm nhất 05 ngày sau mỗi đợt",
        },
    )
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, kind="draft"))
    plan = Plan.objects.select_related("document").get()

    write(client, plan, plan.clauses.first(), "Thực hiện kế hoạch năm 2024:")

    assert plan.duties.get().when == "chậm nhất 05 ngày sau mỗi đợt"


def test_a_draft_can_be_looked_at_on_paper(client, plan):
    pdf = client.get(f"/plans/{plan.pk}/preview/")
    word = client.get(f"/plans/{plan.pk}/preview/?dang=word")

    assert pdf.content.startswith(b"%PDF-")
    assert word.content.startswith(b"PK")


def test_a_draft_is_put_away_and_brought_back(client, plan):
    before = words(plan)
    away = client.post(f"/plans/{plan.pk}/discard/", follow=True)
    refused = client.get(f"/plans/{plan.pk}/edit/")
    back = client.post(f"/plans/{plan.pk}/restore/", follow=True)

    assert "Bản thảo này đã bỏ; chữ vẫn còn nguyên." in away.text
    assert (refused.status_code, back.status_code) == (409, 200)
    assert "Bản thảo này đã bỏ; hãy lấy lại trước khi sửa." in refused.text
    assert words(plan) == before


def test_a_draft_of_another_unit_does_not_exist(client, plan, outsider):
    client.force_login(user_as(CHAIR, outsider))

    assert client.get(f"/plans/{plan.pk}/").status_code == 404
    assert client.post(f"/plans/{plan.pk}/edit/", head(plan)).status_code == 404


def test_a_superior_does_not_see_the_drafts_of_units_below(client, workplace, province):
    client.force_login(user_as(CHAIR, workplace))
    client.post("/plans/new/", new_plan())
    client.force_login(user_as(CHAIR, province))

    assert client.get(f"/plans/{Plan.objects.get().pk}/").status_code == 404
