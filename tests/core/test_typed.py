"""What looks the same is the same, however it was typed."""

import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories import CHAIR, user_as
from thidua.core.typed import tidied
from thidua.org.models import Person

NAME = "Nguyễn Thị Hòa Ẩn"
PIECES = unicodedata.normalize("NFD", NAME)
ON_THE_LIST = {"joined_by": "listed", "on": "15/03/2024"}
LIST = {"kind": "members", "day": "15/03/2024"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (PIECES, NAME),
        ("Trần\u202eVăn\u200b Ẩn", "TrầnVăn Ẩn"),
        ("dòng một\r\n\tdòng hai", "dòng một\r\n\tdòng hai"),
        ("12 đoàn viên 😀", "12 đoàn viên 😀"),
    ],
)
def test_letters_are_composed_and_unseen_signs_left_out(typed, kept):
    assert tidied(typed) == kept


@pytest.mark.parametrize("typed", [PIECES, f"\u200b{NAME}\u202c"])
def test_a_person_typed_in_pieces_is_kept_and_found_as_the_same_name(client, workplace, typed):
    client.force_login(user_as(CHAIR, workplace, "Lê Văn Sáu"))

    client.post("/people/new/", {"name": typed, **ON_THE_LIST})

    assert Person.objects.filter(name=NAME).exists()
    assert NAME in client.get("/people/", {"q": typed}).text


@pytest.mark.parametrize("address", ["/entering/", "/personal-data/consents/", "/people/"])
def test_a_sign_no_database_takes_is_left_out_of_what_is_asked(client, workplace, address):
    client.force_login(user_as(CHAIR, workplace))

    page = client.get(address, {"q": "a\x00b", "ten": "a\x00b"})

    assert page.status_code == 200
    assert page.wsgi_request.GET.dict() == {"q": "ab", "ten": "ab"}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/g/a%00b/", "/k/a%00b/", "/cong-khai/letter/%E2%80%AEab/"])
def test_an_address_with_a_sign_that_cannot_be_seen_leads_nowhere(client, address):
    assert client.get(address).status_code == 404


def test_a_file_name_in_pieces_is_composed(client, workplace):
    client.force_login(user_as(CHAIR, workplace))
    file = SimpleUploadedFile(
        unicodedata.normalize("NFD", "Đoàn viên.csv"), "Họ và tên\nLê Văn Sáu\n".encode()
    )

    page = client.post("/imports/new/", {**LIST, "unit": workplace.pk, "file": file})

    assert page.status_code == 302
    assert "Đoàn viên.csv" in client.get(page["Location"]).text


@pytest.mark.parametrize("typed", ["😀", "= Lê Văn Sáu", "<b>Lê Văn Sáu</b>", "Lê Văn Sáu 2"])
def test_a_name_has_letters_only(client, workplace, typed):
    client.force_login(user_as(CHAIR, workplace))

    page = client.post("/people/new/", {"name": typed, **ON_THE_LIST})

    assert page.status_code == 422
    assert "Họ và tên không có chữ số, ký hiệu." in page.text
