"""The officer says what a file is: issued, a draft, or a superior's paper."""

import re
from datetime import date

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, UnitFactory, user_as
from plans.conftest import PLANS, head_of, seed, upload
from thidua.documents.models import BookEntry, Document, Reading
from thidua.files.queries import content_of
from thidua.plans.models import Plan


def accept(client, name="003", **typed):
    """Upload a plan and accept it; `typed` changes what the page proposes."""
    upload(client, seed(name))
    reading = Reading.objects.latest("pk")
    url = f"/plans/readings/{reading.pk}/accept/"
    return client.post(url, head_of(reading, **typed), follow=True)


def nothing_stored():
    return (Document.objects.count(), Plan.objects.count(), BookEntry.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    ("name", "full_number", "number", "dated", "phases", "contents"),
    [
        (
            "000",
            "01/KH-CĐGD",
            1,
            date(2022, 1, 4),
            [("Cả năm", "2022-01-01", "2022-12-31")],
            7,
        ),
        (
            "001",
            "01-CĐCS",
            1,
            date(2022, 1, 5),
            [("Đợt 1", "2022-01-01", "2022-06-30"), ("Đợt 2", "2022-07-01", "2022-12-31")],
            6,
        ),
        (
            "002",
            "",
            None,
            date(2022, 1, 10),
            [
                ("Đợt 1", "2022-01-01", "2022-04-30"),
                ("Đợt 2", "2022-05-01", "2022-07-31"),
                ("Đợt 3", "2022-08-01", "2022-12-31"),
            ],
            8,
        ),
        (
            "003",
            "05/KH-CĐGD",
            5,
            date(2024, 1, 15),
            [("Đợt 1", "2024-01-01", "2024-07-31"), ("Đợt 2", "2024-08-01", "2024-12-31")],
            5,
        ),
    ],
)
def test_an_issued_plan_is_kept_as_it_stands(
    client, officer, name, full_number, number, dated, phases, contents
):
    response = accept(client, name, dated=f"{dated:%d/%m/%Y}")

    plan = Plan.objects.select_related("document").get()
    paper = plan.document
    entry = BookEntry.objects.filter(document=paper).first()
    found = [
        (phase.name, phase.starts_on.isoformat(), phase.ends_on.isoformat())
        for phase in plan.phases.all()
    ]
    assert response.redirect_chain == [(plan.get_absolute_url(), 302)]
    assert (paper.status, paper.full_number, paper.dated) == ("issued", full_number, dated)
    assert (entry.number if entry else None) == number
    assert found == phases
    assert plan.clauses.filter(content=True).count() == contents
    assert content_of(paper.files.get(role="original").file) == seed(name)


@pytest.mark.parametrize("name", ["000", "001", "002", "003"])
def test_every_paragraph_of_the_file_becomes_a_clause(client, officer, name):
    accept(client, name, dated="05/01/2022" if name != "003" else "15/01/2024")

    reading = Reading.objects.get()
    clauses = Plan.objects.get().clauses.all()
    assert [(clause.marker, clause.text) for clause in clauses] == [
        (block["marker"], block["text"]) for block in reading.blocks
    ]


def test_the_structure_of_the_ninh_binh_plan(client, officer):
    accept(client)

    plan = Plan.objects.get()
    first, second = plan.phases.all()
    assert [(day.ordinal, day.base_year) for day in first.commemorations.all()] == [
        (94, 1930),
        (95, 1929),
    ]
    assert not second.commemorations.exists()
    assert [citation.number for citation in plan.citations.all()] == ["04/KH-TLĐ", "02-NQ/TW"]
    assert [duty.when for duty in plan.duties.all()] == ["sau mỗi đợt tổ chức các hoạt động"]
    assert [line.printed for line in plan.document.recipients.all()] == [
        "LĐLĐ tỉnh (để báo cáo)",
        "Ban Thường vụ CĐGD tỉnh",
        "Các CĐCS trực thuộc (qua Website Sở)",
        "Lưu: VT, CĐGD",
    ]
    assert plan.fields["partner"] == "chuyên môn"
    assert "Đổi mới, sáng tạo trong dạy và học" in plan.fields["movements"]
    assert (plan.year_label, plan.starts_on, plan.ends_on) == (
        "2024",
        date(2024, 1, 1),
        date(2024, 12, 31),
    )
    assert "numbering-gap" in [finding["rule"] for finding in plan.findings]


def test_a_plan_without_phases_says_that_the_system_set_one(client, officer):
    response = accept(client, "000")

    assert Plan.objects.get().phases.get().whole
    assert "hệ thống đặt một đợt cho cả thời gian của kế hoạch" in response.text


def test_a_plan_of_a_school_year_runs_from_september_to_may(client, officer):
    upload(client, (PLANS / "school_year.txt").read_bytes())
    reading = Reading.objects.get()
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, dated="05/09/2023"))

    plan = Plan.objects.get()
    assert "-" in plan.year_label
    assert (plan.starts_on.month, plan.ends_on.month) >= (8, 5)


def test_a_plan_without_number_stands_beside_the_book_and_the_page_says_so(client, officer):
    response = accept(client, "002", dated="10/01/2022")

    assert not BookEntry.objects.exists()
    assert "Văn bản không có số nên không vào sổ văn bản đi." in response.text
    assert "không số, không vào sổ văn bản đi" in response.text


def test_a_number_with_a_letter_does_not_belong_to_the_row_of_the_book(client, officer):
    response = accept(client, full_number="06b/KH-CĐGD")

    assert Document.objects.get().full_number == "06b/KH-CĐGD"
    assert not BookEntry.objects.exists()
    assert "Số không theo dãy số của sổ nên không vào sổ văn bản đi." in response.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"dated": ""}, "Kế hoạch đã ban hành phải có ngày."),
        ({"dated": "31/04/2022"}, "Tháng 4 năm 2022 chỉ có 30 ngày."),
        ({"dated": "29/02/2023"}, "Tháng 2 năm 2023 chỉ có 28 ngày."),
        ({"kind": ""}, "Chưa chọn tệp này là văn bản gì."),
    ],
)
def test_what_is_missing_or_impossible_is_said_at_its_field(client, officer, typed, sentence):
    response = accept(client, **typed)

    assert response.status_code == 422
    assert sentence in response.text
    assert nothing_stored()
    assert Reading.objects.get().status == "waiting"


def test_a_day_to_come_is_refused_and_nothing_is_half_done(client, officer):
    response = accept(client, dated="16/03/2024", place="Tam Điệp")

    assert response.status_code == 409
    assert "chưa tới" in response.text
    assert 'value="Tam Điệp"' in response.text
    assert nothing_stored()


def test_the_same_number_of_the_same_issuer_and_year_is_shown_not_stored(client, officer):
    accept(client)
    upload(client, seed("003") + b"\n")
    again = Reading.objects.latest("pk")

    response = client.post(f"/plans/readings/{again.pk}/accept/", head_of(again), follow=True)

    again.refresh_from_db()
    assert response.status_code == 409
    assert "Kế hoạch số 05/KH-CĐGD năm 2024 đã được lưu trong đơn vị." in response.text
    assert f'href="{Plan.objects.get().get_absolute_url()}"' in response.text
    assert f'action="/plans/readings/{again.pk}/drop/"' in response.text
    assert (again.status, Document.objects.count()) == ("waiting", 1)


def test_a_number_that_the_book_has_given_to_another_paper_is_refused(client, officer):
    accept(client)
    response = accept(client, "002", full_number="05/QĐ-CĐGD", dated="10/01/2024")

    assert response.status_code == 409
    assert "Số 05 năm 2024 đã cấp cho Kế hoạch số 05/KH-CĐGD." in response.text
    assert (Document.objects.count(), Plan.objects.count()) == (1, 1)
    assert Reading.objects.latest("pk").status == "waiting"


def test_accepting_twice_is_refused_with_the_reason(client, officer):
    accept(client)
    reading = Reading.objects.get()

    response = client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading))

    assert response.status_code == 409
    assert "đã được nhận thành văn bản nên không sửa được nữa" in response.text
    assert Document.objects.count() == 1


def test_an_accepted_reading_can_no_longer_be_fixed(client, officer):
    accept(client)
    reading = Reading.objects.get()

    for name in ("fix", "keep", "undo", "drop"):
        url = f"/plans/readings/{reading.pk}/{name}/"
        assert client.post(url, {"finding": "x"}).status_code == 409


def test_a_superiors_plan_gets_an_arrival_number_and_day(client, province, workplace):
    client.force_login(user_as("officer", workplace))

    response = accept(client, kind="received", issuer_name=province.name, received_on="20/01/24")

    plan = Plan.objects.select_related("document__entry").get()
    paper = plan.document
    assert (paper.status, paper.direction, paper.unit, paper.issuer) == (
        "received",
        "in",
        workplace,
        province,
    )
    assert (paper.received_on, paper.entry.number) == (date(2024, 1, 20), 1)
    assert "Đã vào sổ văn bản đến: số đến 01." in response.text
    assert plan.phases.count() == 2


def test_a_superiors_letter_is_kept_without_the_structure_of_a_plan(client, officer):
    upload(client, (PLANS / "letter.txt").read_bytes())
    reading = Reading.objects.get()
    typed = head_of(reading, kind="received", type_name="Công văn", dated="10/01/2024")

    response = client.post(f"/plans/readings/{reading.pk}/accept/", typed, follow=True)

    assert response.status_code == 200
    assert Document.objects.get().type_name == "Công văn"
    assert not Plan.objects.exists()


def test_a_citation_is_linked_to_the_paper_that_the_unit_holds(client, province, workplace):
    client.force_login(user_as("officer", workplace))
    accept(client, "000", kind="received", full_number="04/KH-TLĐ", dated="15/01/2024")
    cited = Document.objects.get()

    accept(client)

    plan = Plan.objects.exclude(document=cited).get()
    assert [citation.document for citation in plan.citations.all()] == [cited, None]


def test_corrections_reach_the_plan_and_its_phases_stay_set(client, officer):
    upload(client, seed("003"))
    reading = Reading.objects.get()
    client.post(
        f"/plans/readings/{reading.pk}/correct/",
        {
            "field": "phases[0]",
            "phases[0].name": "Đợt 1",
            "phases[0].start": "15/01/2024",
            "phases[0].end": "31/07/2024",
        },
    )

    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, kind="draft"))

    plan = Plan.objects.get()
    assert plan.kept == ["phases"]
    assert plan.phases.first().starts_on == date(2024, 1, 15)


def test_a_phase_that_ends_before_it_begins_has_to_be_set_right_first(client, officer):
    upload(client, seed("003"))
    reading = Reading.objects.get()
    client.post(
        f"/plans/readings/{reading.pk}/correct/",
        {"field": "phases[0]", "phases[0].start": "01/08/2024", "phases[0].end": "31/07/2024"},
    )

    response = client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading))

    assert response.status_code == 409
    assert "kết thúc (31/07/2024) trước khi bắt đầu (01/08/2024)" in response.text
    assert nothing_stored()


def test_a_clerk_may_not_make_a_draft_and_nothing_is_half_done(client, province):
    client.force_login(user_as(CLERK, province))

    response = accept(client, kind="draft")

    assert response.status_code == 403
    assert nothing_stored()
    assert Reading.objects.get().status == "waiting"


def test_a_badly_recognised_file_is_read_as_far_as_it_goes(client, officer):
    response = accept(client, "004", dated="10/01/2022", title="Kế hoạch thi đua")

    assert response.status_code == 200
    assert Plan.objects.get().clauses.exists()


@pytest.mark.parametrize(
    ("name", "kind"), [("003", "issued"), ("002", "received"), ("001", "received")]
)
def test_the_page_proposes_whose_paper_it_is(client, officer, name, kind):
    upload(client, seed(name))

    page = client.get(f"/plans/readings/{Reading.objects.get().pk}/accept/").text

    (chosen,) = re.findall(r'value="(\w+)"[^>]* checked', page)
    assert chosen == kind


def test_a_draft_keeps_the_symbol_whose_number_is_left_open(client, officer):
    upload(client, "Số:    /KH-CĐGD\n\nKẾ HOẠCH\nThi đua năm 2024\n\nNội dung.".encode())
    url = f"/plans/readings/{Reading.objects.get().pk}/accept/"

    page = client.get(url).text
    client.post(url, head_of(Reading.objects.get(), kind="draft", symbol="KH-CĐGD"))

    assert 'value="KH-CĐGD"' in page
    assert Document.objects.get().symbol == "KH-CĐGD"


def test_the_page_proposes_names_as_the_organisation_writes_them(client, province):
    school = UnitFactory(
        name="CĐCS Trường THPT Hoa Phong", under=province, named__short_name="CĐCS Hoa Phong"
    )
    client.force_login(user_as("officer", school))
    head = f"{province.name.upper()}\nCĐCS HOA PHONG\nSố: 12/CĐCS\nV/v tổ chức hội thi\n\nKính gửi:"
    upload(client, head.encode())

    page = client.get(f"/plans/readings/{Reading.objects.get().pk}/accept/").text

    assert 'value="CĐCS Trường THPT Hoa Phong"' in page
    assert f'value="{province.name}"' in page
    assert ">\nTổ chức hội thi</textarea>" in page


def test_a_unit_elsewhere_keeps_its_own_copy(client, officer, outsider):
    accept(client)
    client.force_login(user_as("officer", UnitFactory(name="CĐCS khác")))

    response = accept(client)

    assert response.status_code == 200
    assert Document.objects.count() == 2


def test_a_paper_headed_by_another_union_is_pointed_out(client, workplace):
    client.force_login(user_as(CHAIR, workplace))
    upload(client, seed("003"))

    text = client.get(reverse("plans:accept", args=[Reading.objects.get().pk])).text

    assert "Phần đầu văn bản ghi “Công đoàn Giáo dục tỉnh”, không phải CĐCS" in text


def test_whoever_may_not_draft_is_not_offered_a_draft(client, workplace):
    client.force_login(user_as(CLERK, workplace))
    upload(client, seed("003"))

    text = client.get(reverse("plans:accept", args=[Reading.objects.get().pk])).text

    assert "Bản thảo của đơn vị, còn trình ký" not in text
    assert "Kế hoạch đơn vị đã ban hành" in text
