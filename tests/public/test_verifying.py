"""Anybody asks whether a certificate is good; nobody learns more than its paper says."""

from datetime import date

import pytest
from django.core.cache import cache

from certificates.papers import ISSUER, MERIT, made
from factories import NOON, OFFICER, UnitFactory, actor_as
from thidua.certificates import actions
from thidua.org.models import Unit
from thidua.public import guessing

UNKNOWN = "K7M2QA9X3FDP"


@pytest.fixture
def certificate(province):
    return made(province, ["Vũ Thị Ngọc"])[0]


@pytest.fixture
def revoked(certificate, province):
    officer = actor_as(OFFICER, province, "Phạm Thu Hà")
    return actions.revoke_certificate(
        certificate=certificate, reason="Vi phạm kỷ luật", by=officer, at=NOON
    )


def test_the_first_line_says_that_it_is_good(client, certificate):
    page = client.get(f"/k/{certificate.code}/")

    assert page.status_code == 200
    assert '<h1 class="mb-0">Giấy khen hợp lệ và còn hiệu lực</h1>' in page.text
    for said in ("Vũ Thị Ngọc", MERIT, ISSUER, "61/QĐ-CĐGD", "ngày 15/03/2024", "<svg class="):
        assert said in page.text
    assert certificate.shown_code in page.text


@pytest.mark.parametrize("change", [str.lower, lambda code: f"{code[:4]}-{code[4:8]}-{code[8:]}"])
def test_an_address_typed_from_paper_is_understood(client, certificate, change):
    assert client.get(f"/k/{change(certificate.code)}/").status_code == 200


def test_a_code_typed_in_the_form_leads_to_the_verdict(client, certificate):
    response = client.get("/k/", {"ma": f" {certificate.shown_code.lower()} "})

    assert response["Location"] == f"/k/{certificate.code}/"


@pytest.mark.parametrize("typed", ["GK-2024-0128", "K7M2-QA9X-3FD", "<script>", "ạ" * 500])
def test_what_cannot_be_a_code_is_said_at_the_field(client, db, typed):
    response = client.get("/k/", {"ma": typed})

    assert response.status_code == 422
    assert "không phải mã giấy khen" in response.text
    assert "<script>" not in response.text


def test_the_empty_form_asks_for_a_code(client, db):
    assert "Mã in trên giấy khen" in client.get("/k/").text


def test_a_revoked_one_says_so_and_when_but_not_why(client, revoked):
    page = client.get(f"/k/{revoked.code}/")

    assert page.status_code == 200
    assert "Giấy khen đã bị thu hồi ngày 15/03/2024" in page.text
    assert "hợp lệ" not in page.text
    assert "kỷ luật" not in page.text
    assert "Phạm Thu Hà" not in page.text
    assert '<svg class="d-block' not in page.text


@pytest.mark.parametrize("code", [UNKNOWN, "1", "ạ", "GK-2024-0128"])
def test_an_unknown_code_is_not_found_with_a_sentence(client, certificate, code):
    page = client.get(f"/k/{code}/")

    assert page.status_code == 404
    assert "Không có giấy khen nào mang mã này" in page.text
    assert "Vũ Thị Ngọc" not in page.text


def test_whoever_guesses_has_to_wait(client, certificate):
    answers = [client.get(f"/k/{number:012d}/").status_code for number in range(11)]
    page = client.get(f"/k/{certificate.code}/")

    assert answers == [404] * 10 + [429]
    assert page.status_code == 429
    assert "Hãy thử lại sau 10 phút." in page.text
    assert page["Retry-After"] == "600"


def test_an_office_checks_a_hundred_certificates_in_a_row(client, certificate):
    answers = {client.get(f"/k/{certificate.code}/").status_code for _ in range(100)}

    assert answers == {200}


def test_another_address_does_not_wait(client, certificate):
    for number in range(11):
        client.get(f"/k/{number:012d}/")

    assert client.get(f"/k/{certificate.code}/", REMOTE_ADDR="10.0.0.9").status_code == 200


def test_the_count_begins_anew_when_it_ran_out(rf, monkeypatch):
    request = rf.get("/k/")
    guessing.spend(request, guessing.POINTS)
    assert guessing.must_wait(request)

    cache.clear()
    assert not guessing.must_wait(request)


def test_the_answer_is_kept_nowhere(client, certificate):
    assert "no-store" in client.get(f"/k/{certificate.code}/")["Cache-Control"]


@pytest.mark.parametrize(("ended", "told"), [(date(2024, 3, 1), True), (date(2025, 7, 1), False)])
def test_an_issuer_that_ended_is_named_as_printed_and_its_end_is_told(
    client, certificate, ended, told
):
    commune = UnitFactory(name="Công đoàn xã Hoa Lư")
    issuer = certificate.award.unit
    issuer.placements.update(ends_on=ended)
    Unit.objects.filter(pk=issuer.pk).update(kept_by=commune)

    page = client.get(f"/k/{certificate.code}/")

    assert ISSUER in page.text
    sentence = "Kết thúc hoạt động từ ngày 01/03/2024; Công đoàn xã Hoa Lư giữ sổ."
    assert (sentence in page.text) is told


def test_the_verdict_costs_few_questions(client, certificate, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(f"/k/{certificate.code}/")
