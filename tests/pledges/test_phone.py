"""Signing on a phone: what a stranger with the code sees, and what nobody learns."""

from datetime import timedelta

import pytest
from django.test import Client

from factories import DAY, NOON
from pledges.sheets import code_of, counted, signed
from thidua.core import clock
from thidua.org.models import UnitName
from thidua.pledges import actions
from thidua.pledges.models import Pledge, PledgeState
from thidua.public import pace


@pytest.fixture
def url(sheet):
    return f"/g/{code_of(sheet).token}/"


def send(client, url, **typed):
    return client.post(url, {"once": "a", "who": "", "tail": "", "deed": ""} | typed)


def test_the_page_names_unit_plan_words_purpose_and_contact(client, url, sheet, workplace):
    page = client.get(url)

    for said in (
        str(workplace),
        "Công đoàn Giáo dục tỉnh Ninh Bình",
        "03/KH-CĐCS",
        "Dạy tốt, học tốt.",
        sheet.purpose,
        sheet.contact,
    ):
        assert said in page.text
    assert "checked" not in page.text
    assert "Vũ Thị Ngọc" not in page.text
    assert "no-store" in page["Cache-Control"]


def test_a_unit_renamed_since_is_called_as_on_the_day_the_sheet_opened(client, url, sheet, ngoc):
    receipt = send(client, url, who="Vũ Thị Ngọc", tail="4827")["Location"]
    before, above = str(sheet.unit), "Công đoàn Giáo dục tỉnh Ninh Bình"
    for name in UnitName.objects.filter(ends_on=None):
        UnitName.objects.filter(pk=name.pk).update(ends_on=DAY + timedelta(days=1))
        name.pk, name.name = None, f"Đơn vị đổi tên {name.unit_id}"
        name.starts_on = DAY + timedelta(days=1)
        name.save()
        name.unit.name = name.name
        name.unit.save()

    for page in (client.get(url), client.get(receipt)):
        assert before in page.text
        assert above in page.text
        assert "Đơn vị đổi tên" not in page.text


def test_a_member_signs_and_gets_a_receipt(client, url, ngoc):
    done = send(client, url, who="vu thi ngoc", tail="4827", deed="Kèm hai em học yếu")

    receipt = client.get(done["Location"])
    assert Pledge.objects.get().person == ngoc
    for said in ("Đã ghi nhận chữ ký của bạn", "Vũ Thị Ngọc", "Kèm hai em học yếu", "1 trong 2"):
        assert said in receipt.text


def test_a_code_on_the_receipt_gives_no_name_away(client, url):
    done = send(client, url, who="HL-012")

    receipt = client.get(done["Location"])
    assert "HL-012 (V. T. N.)" in receipt.text
    assert "Ngọc" not in receipt.text


@pytest.mark.parametrize("who", ["Vũ Thị Ngọc", "Không Có Ai"])
def test_a_name_that_exists_and_one_that_does_not_are_answered_alike(client, url, who):
    done = send(client, url, who=who, tail="0000")

    receipt = client.get(done["Location"])
    assert Pledge.objects.get().state == PledgeState.WAITING
    assert "chờ đối chiếu" in receipt.text
    assert f"{who} · 0000" in receipt.text


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({}, "Chưa có họ tên hoặc mã đoàn viên."),
        ({"who": "…"}, "Chưa có họ tên hoặc mã đoàn viên."),
        ({"who": "Vũ Thị Ngọc"}, "Chưa có 4 số cuối điện thoại."),
        ({"who": "Vũ Thị Ngọc", "tail": "12"}, "Cần đủ 4 số cuối"),
        ({"who": "Vũ Thị Ngọc", "tail": "4827", "deed": "x" * 501}, "500"),
        ({"who": "Vũ\0Ngọc", "tail": "4827"}, "Còn 1 chỗ phải sửa"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client, url, typed, reason):
    refused = send(client, url, **typed)

    assert refused.status_code == 422
    assert reason in refused.text
    assert not Pledge.objects.exists()


def test_a_whole_phone_number_is_as_good_as_its_end(client, url, ngoc):
    send(client, url, who="Vũ Thị Ngọc", tail="0912 34 48 27")

    assert Pledge.objects.get().person == ngoc


def test_the_second_phone_hears_when_and_gets_no_link(client, url, sheet, ngoc):
    pledge = signed(sheet, "HL-012", once="b")

    refused = send(client, url, who="HL-012")

    assert refused.status_code == 409
    assert "đã ký lúc 12:00 ngày 15/03/2024" in refused.text
    assert pledge.receipt not in refused.text
    assert "Ngọc" not in refused.text


def test_a_page_sent_twice_leads_to_the_same_receipt(client, url):
    first, second = send(client, url, who="HL-012"), send(client, url, who="HL-012")

    assert first["Location"] == second["Location"]
    assert Pledge.objects.count() == 1


def test_the_private_link_takes_the_pledge_back(client, url, ngoc):
    link = send(client, url, who="HL-012")["Location"]

    done = client.post(f"{link}withdraw/", follow=True)
    again = client.post(f"{link}withdraw/", follow=True)

    assert "Bạn đã rút lại chữ ký này" in done.text
    assert again.status_code == 200
    assert Pledge.objects.get().state == PledgeState.WITHDRAWN


def test_a_recorded_pledge_has_no_page_for_strangers(client, sheet, ngoc):
    pledge = counted(sheet, ngoc)

    assert client.get("/g/receipt/khong-co-bien-nhan/").status_code == 404
    assert client.get(f"/g/receipt/{pledge.receipt}/").status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
class TestCodesThatTakeNothing:
    def test_a_code_nobody_made(self, client, method, db):
        assert getattr(client, method)("/g/khongcoma/").status_code == 404

    def test_a_revoked_code(self, client, method, url, sheet, chair):
        actions.renew_code(sheet=sheet, by=chair, at=NOON)

        answer = getattr(client, method)(url)

        assert (answer.status_code, "đã được thu hồi" in answer.text) == (410, True)

    def test_before_the_first_day(self, client, method, url, sheet):
        sheet.opens_on = DAY + timedelta(days=1)
        sheet.save()

        answer = getattr(client, method)(url)

        assert (answer.status_code, "mở ký từ ngày 16/03/2024" in answer.text) == (409, True)

    def test_after_the_phase(self, client, method, url):
        clock.set_sample_day(DAY + timedelta(days=200))

        answer = getattr(client, method)(url)

        assert (answer.status_code, "hết hạn ký" in answer.text) == (410, True)

    def test_a_closed_sheet(self, client, method, url, sheet, chair):
        actions.close_sheet(sheet=sheet, by=chair, at=NOON)

        answer = getattr(client, method)(url)

        assert (answer.status_code, "hết hạn ký" in answer.text) == (410, True)


def test_without_the_token_of_the_page_nothing_is_signed(url):
    strict = Client(enforce_csrf_checks=True)
    strict.get(url)

    assert send(strict, url, who="HL-012").status_code == 403
    assert not Pledge.objects.exists()


def test_with_the_token_of_the_page_it_is(url):
    strict = Client(enforce_csrf_checks=True)
    token = strict.get(url).context["csrf_token"]

    assert send(strict, url, who="HL-012", csrfmiddlewaretoken=str(token)).status_code == 302


def test_guessing_is_slowed_down_for_that_address_only(client, url, monkeypatch):
    monkeypatch.setattr(pace, "MISSES", 3)
    for number in range(3):
        assert send(client, url, who="Vũ Thị Ngọc", tail=f"000{number}").status_code == 302

    slowed = send(client, url, who="HL-012")
    elsewhere = client.post(url, {"who": "HL-012"}, REMOTE_ADDR="192.0.2.7")

    assert slowed.status_code == 429
    assert "Lần này chưa ghi gì" in slowed.text
    assert elsewhere.status_code == 302


def test_those_who_fit_make_room_for_those_who_mistype(client, url, monkeypatch):
    monkeypatch.setattr(pace, "MISSES", 1)
    send(client, url, who="HL-012")
    send(client, url, who="HL-013")
    send(client, url, who="Lê Lạ", tail="0000")

    assert send(client, url, who="Lê Văn Lạ", tail="0000").status_code == 302
    assert send(client, url, who="Lê Thị Lạ", tail="0000").status_code == 429


def test_a_flood_from_one_address_is_stopped(client, url, monkeypatch):
    monkeypatch.setattr(pace, "FLOOD", 1)
    send(client, url, who="HL-012")

    assert send(client, url, who="HL-013").status_code == 429


def test_signing_takes_few_questions(client, url, django_assert_max_num_queries):
    client.get(url)
    send(client, url, who="HL-013")

    with django_assert_max_num_queries(7):
        send(client, url, who="HL-012")
