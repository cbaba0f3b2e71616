"""What the lines of *Nơi nhận* mean, and the address book, through their pages."""

import pytest
from django.urls import reverse

from documents.papers import drafted, issued
from factories import OFFICER, UnitFactory, user_as
from thidua.documents.models import Delivery, OutsideBody


@pytest.fixture
def clerk(client, clerk):
    """The clerk, signed in."""
    client.force_login(clerk.user)
    return clerk


def test_the_lines_of_a_draft_are_written_on_their_page(client, province, workplace):
    paper = drafted(province, ["Nơi chưa rõ"])
    client.force_login(user_as(OFFICER, province))
    url = reverse("documents:recipients", args=[paper.pk])

    assert "Chưa rõ gửi ai" in client.get(url).text
    answer = client.post(url, {"lines": "Các CĐCS trực thuộc;\n\n- Lưu: VT."}, follow=True)

    assert "Đã ghi các dòng Nơi nhận" in answer.text
    assert [line.printed for line in paper.recipients.all()] == ["Các CĐCS trực thuộc", "Lưu: VT"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("Sở\n" * 101, "Nơi nhận có 101 dòng"),
        ("S" * 301, "dài 301 chữ cái"),
    ],
)
def test_lines_that_cannot_be_printed_come_back_with_the_reason(client, province, lines, reason):
    paper = drafted(province, ["Lưu: VT"])
    client.force_login(user_as(OFFICER, province))

    answer = client.post(reverse("documents:recipients", args=[paper.pk]), {"lines": lines})

    assert (answer.status_code, reason in answer.text) == (422, True)
    assert [line.printed for line in paper.recipients.all()] == ["Lưu: VT"]


def test_signs_nobody_sees_make_no_name_and_no_line(client, province):
    paper = drafted(province)
    client.force_login(user_as(OFFICER, province))

    named = client.post(reverse("documents:address_book"), {"name": "\u200b\u2060"})
    client.post(reverse("documents:recipients", args=[paper.pk]), {"lines": "Sở\x00 Y tế\n\u200b"})

    assert (named.status_code, OutsideBody.objects.count()) == (422, 0)
    assert paper.recipients.get().printed == "Sở Y tế"


def test_one_line_is_pointed_at_units_on_its_page(client, province, workplace):
    paper = drafted(province, ["Nơi chưa rõ"])
    client.force_login(user_as(OFFICER, province))
    url = reverse("documents:recipient", args=[paper.recipients.get().pk])

    empty = client.post(url, {"kind": "units"})
    client.post(url, {"kind": "units", "units": [workplace.pk]})

    assert (empty.status_code, "Chưa chọn đơn vị nào." in empty.text) == (422, True)
    assert Delivery.objects.get().unit == workplace
    assert f'value="{workplace.pk}"' in client.get(url).text


def test_one_line_is_pointed_at_an_outside_body_on_its_page(client, province):
    paper = drafted(province, ["Sở GD&ĐT"])
    client.force_login(user_as(OFFICER, province))
    url = reverse("documents:recipient", args=[paper.recipients.get().pk])

    client.post(
        url, {"kind": "outside", "outside_name": "Sở GD&ĐT", "outside_email": "so@example.org"}
    )

    assert OutsideBody.objects.get().email == "so@example.org"
    assert "Sở GD&amp;ĐT" in client.get(reverse("documents:address_book")).text


def test_the_purpose_in_brackets_is_no_part_of_a_name(client, province):
    paper = drafted(province, ["Sở GD&ĐT (để phối hợp)"])
    client.force_login(user_as(OFFICER, province))

    text = client.get(reverse("documents:recipient", args=[paper.recipients.get().pk])).text

    assert 'value="Sở GD&amp;ĐT"' in text
    assert "Tên nơi nhận ngoài công đoàn</label>" in text


def test_the_clerk_reads_why_the_printed_lines_stay(client, clerk, province):
    text = client.get(reverse("documents:recipients", args=[issued(province).pk])).text

    assert "chữ in trên văn bản không sửa được" in text
    assert "mới lập, sửa, trình ký được văn bản." in text


def test_the_address_book_is_kept_on_its_page(client, clerk, province):
    url = reverse("documents:address_book")

    assert "Danh bạ chưa có nơi nhận nào" in client.get(url).text
    wrong = client.post(url, {"name": "Sở", "email": "không phải địa chỉ"})
    answer = client.post(url, {"name": "Sở Nội vụ", "email": ""}, follow=True)

    assert wrong.status_code == 422
    assert "Đã ghi Sở Nội vụ vào danh bạ." in answer.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_recipients_asks_no_more_for_more_lines(
    client, clerk, province, count, django_assert_num_queries
):
    for _ in range(count):
        UnitFactory(under=province)
    paper = issued(province, ["Các CĐCS trực thuộc", *["Nơi chưa rõ", "Chỗ khác"][: count - 1]])
    client.get("/more/")  # the numbers of the frame are kept from here on

    with django_assert_num_queries(9):
        client.get(reverse("documents:recipients", args=[paper.pk]))


def test_what_has_left_by_a_line_leaves_no_choice(client, clerk, province, workplace):
    paper = issued(province, [str(workplace)])
    line = paper.recipients.get(deliveries__sent_at__isnull=False)

    text = client.get(reverse("documents:recipients", args=[paper.pk])).text

    assert str(workplace) in text
    assert reverse("documents:recipient", args=[line.pk]) not in text
