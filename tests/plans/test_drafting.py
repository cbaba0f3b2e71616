"""Writing a plan: the words rule, the rest is read from them; nobody writes over a colleague."""

import re
from datetime import date

import pytest

from factories import CHAIR, CLERK, OFFICER, user_as
from plans.conftest import head_of
from thidua.audit.models import AuditEvent
from thidua.documents.models import Document
from thidua.plans.models import Plan

PHASES = (
    "Đợt 1 (từ 01/01/2024 đến 30/6/2024): Thi đua mừng Đảng, mừng Xuân.\n"
    "Đợt 2 (từ 01/7/2024 đến 31/12/2024): Thi đua nước rút."
)


@pytest.fixture
def plan(client, officer):
    """A draft from nothing."""
    client.post("/plans/new/", new_plan())
    return Plan.objects.select_related("document").get()


@pytest.fixture
def ninh_binh(client, reading):
    """A draft made from the Ninh Bình plan."""
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, kind="draft"))
    return Plan.objects.select_related("document").get()


def new_plan(**typed):
    return {
        "year_label": "2024",
        "title": "Phát động phong trào thi đua năm 2024",
        "theme": "Đoàn kết, sáng tạo",
        "symbol": "KH-CĐGD",
        "place": "Ninh Bình",
        "issuer_name": "Công đoàn Giáo dục tỉnh Ninh Bình",
        "parent_name": "Liên đoàn Lao động tỉnh Ninh Bình",
    } | typed


def head(plan, **typed):
    paper = plan.document
    lines = paper.recipients.values_list("printed", flat=True)
    return {
        "version": plan.version,
        "title": paper.title,
        "theme": plan.theme,
        "symbol": paper.symbol,
        "place": paper.place,
        "issuer_name": paper.issuer_name,
        "parent_name": paper.parent_name,
        "recipients": "\n".join(lines),
    } | typed


def words(plan):
    return [f"{clause.marker} {clause.text}".strip() for clause in plan.clauses.all()]


def clause_with(plan, part):
    return plan.clauses.get(text__contains=part)


def clause_url(plan, clause):
    return f"/plans/{plan.pk}/clauses/{clause.pk if clause else 0}/"


def write(client, plan, clause, text, **more):
    typed = {"version": plan.version, "text": text, "do": "save"} | more
    return client.post(clause_url(plan, clause), typed)


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


def test_phases_are_read_from_the_words_that_were_written(client, plan):
    write(client, plan, clause_with(plan, "được tổ chức trong"), PHASES)

    found = [(phase.name, phase.starts_on, phase.ends_on) for phase in plan.phases.all()]
    assert found == [
        ("Đợt 1", date(2024, 1, 1), date(2024, 6, 30)),
        ("Đợt 2", date(2024, 7, 1), date(2024, 12, 31)),
    ]


def test_several_lines_become_several_paragraphs(client, plan):
    before = plan.clauses.count()

    write(client, plan, clause_with(plan, "được tổ chức trong"), PHASES)

    assert plan.clauses.count() == before + 1


def test_targets_and_contents_follow_the_words(client, plan):
    place = plan.clauses.get(marker="2.1.")

    write(client, plan, place, "2.1. Vận động 100% đoàn viên ký giao ước thi đua.")

    plan.refresh_from_db()
    assert [(target.value, target.unit) for target in plan.targets.all()] == [(100, "%")]
    assert [clause.marker for clause in plan.clauses.filter(content=True)] == ["2.1."]


def test_no_word_is_lost_whatever_is_written(client, plan):
    odd = "Nơi nhận: KẾ HOẠCH **đậm** TM. BAN THƯỜNG VỤ"
    others = words(plan)[1:]

    write(client, plan, plan.clauses.first(), odd)

    assert words(plan) == ["Nơi nhận: KẾ HOẠCH đậm TM. BAN THƯỜNG VỤ", *others]


def test_an_empty_paragraph_is_refused_in_words(client, plan):
    before = words(plan)

    response = write(client, plan, plan.clauses.first(), "  ")

    assert response.status_code == 422
    assert "Đoạn này chưa có chữ." in response.text
    assert words(plan) == before


def test_a_paragraph_is_added_moved_and_deleted(client, plan):
    before = words(plan)
    first = plan.clauses.first()
    write(client, plan, first, "Căn cứ Điều lệ;", do="add")
    plan.refresh_from_db()
    added = words(plan)
    new = clause_with(plan, "Căn cứ Điều lệ")

    client.post(clause_url(plan, new), {"version": plan.version, "do": "up"})
    plan.refresh_from_db()
    moved = words(plan)
    client.post(clause_url(plan, new), {"version": plan.version, "do": "delete"})

    assert added == [before[0], "Căn cứ Điều lệ;", *before[1:]]
    assert moved == ["Căn cứ Điều lệ;", *before]
    assert words(plan) == before
    assert AuditEvent.objects.get(type="plan.clause_deleted").data == {"words": "Căn cứ Điều lệ;"}


def test_a_paragraph_is_added_at_the_end(client, plan):
    write(client, plan, None, "Hết.")

    assert words(plan)[-1] == "Hết."


def test_an_open_page_means_its_own_paragraph_after_others_were_added(client, plan):
    last = plan.clauses.last()
    write(client, plan, plan.clauses.first(), "Căn cứ Điều lệ;", do="add")
    plan.refresh_from_db()

    write(client, plan, last, "Trên đây là kế hoạch./.")

    assert words(plan)[-1] == "Trên đây là kế hoạch./."
    assert len(words(plan)) == plan.clauses.count() == 13 + 1


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


def test_a_paragraph_that_a_colleague_deleted_keeps_what_was_typed(client, plan):
    gone = plan.clauses.first()
    client.post(clause_url(plan, gone), {"version": plan.version, "do": "delete"})

    response = write(client, plan, gone, "Chữ tôi vừa gõ")

    assert response.status_code == 409
    assert "Chữ tôi vừa gõ" in response.text


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


def test_saving_a_draft_without_a_change_reads_the_same_plan(client, ninh_binh):
    plan, before = ninh_binh, words(ninh_binh)
    facts = [(clause.depth, clause.heading, clause.content) for clause in plan.clauses.all()]
    phases = list(plan.phases.values_list("name", "starts_on", "ends_on"))
    first = plan.clauses.first()

    write(client, plan, first, f"{first.marker} {first.text}")

    assert words(plan) == before
    assert [
        (clause.depth, clause.heading, clause.content) for clause in plan.clauses.all()
    ] == facts
    assert list(plan.phases.values_list("name", "starts_on", "ends_on")) == phases


def test_the_checker_speaks_about_the_words_and_its_fix_changes_them(client, ninh_binh):
    plan = ninh_binh
    page = client.get(f"/plans/{plan.pk}/check/").text
    key = next(
        value for value in _values(page) if value.split(":", 1)[1].startswith("abbreviation-letter")
    )

    response = client.post(f"/plans/{plan.pk}/check/", {"finding": key})

    assert response.status_code == 302
    assert "missing-number" not in page
    assert any("CBNGNLĐ có hoàn cảnh khó khăn" in text for text in words(plan))


def test_a_fix_for_an_older_draft_is_refused(client, ninh_binh):
    plan = ninh_binh
    key = _values(client.get(f"/plans/{plan.pk}/check/").text)[0]
    write(client, plan, plan.clauses.first(), "Thực hiện kế hoạch:")

    response = client.post(f"/plans/{plan.pk}/check/", {"finding": key})

    assert response.status_code == 409
    assert "Bản thảo đã được" in response.text


def _values(page):
    return [part.split('"')[0] for part in page.split('name="finding" value="')[1:]]


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


def test_the_checker_asks_a_draft_for_nothing_that_issuing_adds(client, plan):
    page = client.get(f"/plans/{plan.pk}/check/").text

    for said in ("Quốc hiệu", "chưa có số", "chưa có ngày", "người ký", "dấu kết thúc"):
        assert said not in page


def test_a_draft_of_another_unit_does_not_exist(client, plan, outsider):
    client.force_login(user_as(CHAIR, outsider))

    assert client.get(f"/plans/{plan.pk}/").status_code == 404
    assert client.post(f"/plans/{plan.pk}/edit/", head(plan)).status_code == 404


def test_a_superior_does_not_see_the_drafts_of_units_below(client, workplace, province):
    client.force_login(user_as(CHAIR, workplace))
    client.post("/plans/new/", new_plan())
    client.force_login(user_as(CHAIR, province))

    assert client.get(f"/plans/{Plan.objects.get().pk}/").status_code == 404
