"""A file comes in: read, shown once, or refused with a sentence."""

import hashlib

import pytest

from factories import COMMITTEE, OFFICER, UserFactory, user_as
from plans.conftest import head_of, seed, upload
from thidua.audit.models import AuditEvent
from thidua.documents.models import Document, Reading
from thidua.files.models import StoredFile
from thidua.files.queries import content_of
from thidua.plans.models import Plan
from vanban.sources.limits import MIB

PROGRAM = b"MZ\x90\x00" + bytes(100)


def test_a_file_is_kept_byte_for_byte_and_waits_for_an_officer(client, officer, province):
    data = seed("003")

    response = upload(client, data, "Ke hoach 2024.txt", follow=True)

    reading = Reading.objects.get()
    assert response.redirect_chain == [(f"/plans/readings/{reading.pk}/", 302)]
    assert (reading.unit, reading.filename, reading.status, reading.read_by) == (
        province,
        "Ke hoach 2024.txt",
        "waiting",
        officer,
    )
    assert content_of(reading.file) == data
    assert reading.data["full_number"] == "05/KH-CĐGD"
    assert AuditEvent.objects.get().type == "reading.taken_in"
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("trong.txt", b" \n", "trống"),
        ("ke-hoach.docx", PROGRAM, "chương trình máy tính"),
        ("ke-hoach.docx", b"PK\x03\x04 broken", "hỏng"),
        ("luong.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "bảng"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words_and_not_kept(
    client, officer, name, data, sentence
):
    response = upload(client, data, name, follow=True)

    assert response.status_code == 422
    assert sentence in response.text
    assert not Reading.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_file_over_the_limit_is_refused_with_both_sizes(client, officer, settings):
    settings.UPLOAD_LIMIT = MIB

    response = upload(client, bytes(int(1.5 * MIB)), follow=True)

    assert response.status_code == 422
    assert "Tệp này nặng 1,5 MB, quá mức 1 MB nên không nhận." in response.text
    assert not StoredFile.objects.exists()


def test_no_file_is_answered_in_words(client, officer):
    response = client.post("/plans/read/", {})

    assert response.status_code == 422
    assert "Chưa chọn tệp nào." in response.text


def test_the_same_file_twice_shows_the_reading_that_waits(client, officer, reading):
    response = upload(client, seed("003"), "ten-khac.txt", follow=True)

    assert response.redirect_chain == [(f"/plans/readings/{reading.pk}/", 302)]
    assert "Tệp này đã được Phạm Thu Hà đọc ngày 15/03/2024 và đang chờ xem." in response.text
    assert Reading.objects.count() == 1


def test_the_same_file_after_accepting_shows_the_paper(client, officer, reading):
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading))

    response = upload(client, seed("003"), follow=True)

    plan = Plan.objects.get()
    assert response.redirect_chain == [(plan.get_absolute_url(), 302)]
    assert "Tệp này đã được đưa vào hệ thống ngày 15/03/2024: Kế hoạch số 05/KH-CĐGD." in (
        response.text
    )
    assert Reading.objects.count() == 1


def test_another_unit_may_take_the_same_file_in(client, reading, outsider):
    client.force_login(user_as(OFFICER, outsider))

    upload(client, seed("003"))

    assert Reading.objects.filter(unit=outsider).count() == 1
    sha256 = hashlib.sha256(seed("003")).hexdigest()
    assert StoredFile.objects.get().sha256 == sha256


def test_a_person_with_two_units_says_for_which_one(client, officer, workplace):
    other = user_as(OFFICER, workplace)
    other.person.posts.update(person=officer.person)

    response = upload(client, seed("003"), unit=workplace.pk, follow=True)

    assert response.status_code == 200
    assert Reading.objects.get().unit == workplace


def test_a_unit_outside_ones_posts_cannot_be_chosen(client, officer, workplace, outsider):
    other = user_as(OFFICER, workplace)
    other.person.posts.update(person=officer.person)

    response = upload(client, seed("003"), unit=outsider.pk, follow=True)

    assert response.status_code == 422
    assert not Reading.objects.exists()


@pytest.mark.parametrize("post", [COMMITTEE, None])
def test_who_may_not_take_papers_in_reads_why(client, province, post):
    client.force_login(user_as(post, province) if post else UserFactory())

    response = client.get("/plans/read/")

    assert response.status_code == 403
    assert "Chỉ người được giao đọc tệp, vào sổ văn bản mở được trang này." in response.text


def test_a_reading_of_another_unit_does_not_exist(client, reading, outsider):
    client.force_login(user_as(OFFICER, outsider))

    assert client.get(f"/plans/readings/{reading.pk}/").status_code == 404
    assert client.post(f"/plans/readings/{reading.pk}/drop/").status_code == 404


def test_a_dropped_reading_stands_by_itself_on_the_page_for_files(client, officer, reading):
    page = client.post(f"/plans/readings/{reading.pk}/drop/", follow=True).text

    assert "Kết quả đọc đã bỏ" in page
    assert "Kết quả đọc đang chờ" not in page
    assert f'href="/plans/readings/{reading.pk}/"' in page


def test_a_dropped_reading_can_be_picked_up_again(client, officer, reading):
    client.post(f"/plans/readings/{reading.pk}/drop/")
    reading.refresh_from_db()
    dropped = reading.status
    refused = client.post(f"/plans/readings/{reading.pk}/keep/", {"finding": "x"})

    client.post(f"/plans/readings/{reading.pk}/drop/", {"lay-lai": "1"})

    reading.refresh_from_db()
    assert (dropped, refused.status_code, reading.status) == ("dropped", 409, "waiting")
