"""What is typed or uploaded and no plan can mean: a sentence at its place, nothing stored."""

from decimal import Decimal

import pytest

from factories import DAY
from plans.conftest import head_of, seed, upload
from plans.drafts import head
from thidua.documents.models import Document, Reading
from thidua.plans.actions.rows import write_structure
from thidua.plans.models import Plan
from vanban.reading.model import Reading as Read
from vanban.reading.model import Target


def accept(client, reading, **typed):
    url = f"/plans/readings/{reading.pk}/accept/"
    return client.post(url, head_of(reading, **typed), follow=True)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("0/KH-CĐGD", "Số văn bản bắt đầu từ 01."),
        ("000-KH", "Số văn bản bắt đầu từ 01."),
        ("10000/KH", "Số 10000 lớn hơn 9999 nên không phải số trong sổ của một năm."),
        ("1234567/KH", "Số 1234567 lớn hơn 9999"),
        ("-5/KH", "Chưa đọc được số ở “-5/KH”."),
        ("/KH-CĐGD", "Chưa đọc được số ở “/KH-CĐGD”."),
    ],
)
def test_a_number_that_no_book_holds_is_refused_at_its_field(client, reading, number, sentence):
    response = accept(client, reading, full_number=number)

    assert response.status_code == 422
    assert sentence in response.text
    assert not Document.objects.exists()


def test_the_last_number_that_a_book_holds_is_taken(client, reading):
    accept(client, reading, full_number="9999/KH-CĐGD")

    assert Document.objects.get().entry.number == 9999


def test_a_superiors_number_is_kept_as_printed_however_large(client, reading):
    accept(client, reading, kind="received", full_number="1234567/KH")

    assert Document.objects.get().full_number == "1234567/KH"


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        (95.5, Decimal("95.5")),
        (0.005, Decimal(0)),
        (999_999_999_999.5, Decimal("999999999999.5")),
        (999_999_999_999.996, None),
        (1e300, None),
        (None, None),
    ],
)
def test_a_figure_is_rounded_before_it_is_judged(plan, read, kept):
    write_structure(plan, Read(targets=(Target("Vận động", read, "%"),)), day=DAY)

    assert plan.targets.get().value == kept


@pytest.mark.parametrize("year", ["0", "0000", "9" * 5000, "²", "-1"])
def test_a_year_that_is_none_leaves_a_list(client, officer, year):
    assert client.get("/plans/", {"nam": year}).status_code == 200


@pytest.mark.parametrize(
    ("words", "searched"),
    [("x" * 5000, "x" * 200), ("a " * 2500, "a " * 100), ("kế\0hoạch", "kếhoạch")],
)
def test_a_search_without_end_is_cut(client, officer, words, searched):
    page = client.get("/plans/", {"q": words})

    assert page.status_code == 200
    assert f'type="search" value="{searched}"' in page.text


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("Lưu: VT\nLĐLĐ\0 tỉnh", "Dòng 2 có ký tự không in được."),
        ("x" * 301, "dài 301 chữ cái, quá 300. Hãy tách thành nhiều dòng"),
        ("Sở\n" * 101, "Nơi nhận có 101 dòng, nhiều hơn 100 dòng."),
    ],
)
def test_a_recipient_line_that_cannot_be_printed_is_refused(client, plan, lines, sentence):
    before = list(plan.document.recipients.values_list("printed", flat=True))

    edited = client.post(f"/plans/{plan.pk}/edit/", head(plan, recipients=lines))
    upload(client, seed("003"))
    url = f"/plans/readings/{Reading.objects.get().pk}/correct/"
    corrected = client.post(url, {"field": "recipients", "recipients": lines})

    assert (edited.status_code, corrected.status_code) == (422, 422)
    assert sentence in edited.text
    assert sentence in corrected.text
    assert list(plan.document.recipients.values_list("printed", flat=True)) == before


def test_a_recipient_line_of_the_longest_kind_is_kept_whole(client, plan):
    client.post(f"/plans/{plan.pk}/edit/", head(plan, recipients="x" * 300))

    assert plan.document.recipients.get().printed == "x" * 300


@pytest.mark.parametrize("kind", ["issued", "draft", "received"])
def test_a_recipient_line_of_a_file_that_is_too_long_is_named_and_not_cut(client, officer, kind):
    line = "Các công đoàn cơ sở " + "trực thuộc và liên kết, " * 14
    file = seed("003").decode().replace("Ban Thường vụ CĐGD tỉnh;", f"{line};")
    upload(client, file.encode())
    reading = Reading.objects.get()

    response = accept(client, reading, kind=kind)

    assert line.strip(" ,") in "".join(reading.data["recipients"])
    assert response.status_code == 409
    assert "Dòng “Các công đoàn cơ sở trực thuộc" in response.text
    assert "quá 300. Hãy tách thành nhiều dòng" in response.text
    assert not Document.objects.exists()


def test_what_is_printed_stays_vietnamese_on_an_english_page(client, reading):
    client.post("/language/", {"language": "en", "next": "/"})

    page = client.get("/plans/new/").text
    accepted = accept(client, reading, dated="15/01/2024")

    assert 'lang="en"' in page
    assert "Phát động phong trào thi đua năm 2024" in page
    assert accepted.status_code == 200
    assert Plan.objects.get().phases.first().name == "Đợt 1"


def test_an_undated_paper_that_the_unit_has_is_shown_with_the_way_to_it(client, officer):
    upload(client, seed("003"))
    accept(client, Reading.objects.get(), kind="received", dated="", received_on="20/01/2024")
    upload(client, seed("003") + b"\n")

    response = accept(client, Reading.objects.latest("pk"), kind="received", dated="")

    assert response.status_code == 409
    assert "Kế hoạch số 05/KH-CĐGD năm 2024 đã được lưu trong đơn vị." in response.text
    assert f'href="{Plan.objects.get().get_absolute_url()}"' in response.text
    assert Document.objects.count() == 1
