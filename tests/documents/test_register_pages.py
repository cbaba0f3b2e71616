"""The two registers and the numbers page, through their addresses."""

from datetime import timedelta

import pytest
from django.urls import reverse

from documents.papers import drafted, entered, issued, received, signed
from factories import CHAIR, DAY, KEEPER, UserFactory, user_as
from thidua.documents import actions
from thidua.documents.models import BookEntry
from thidua.org.models import Post


@pytest.fixture
def clerk(client, clerk):
    """The clerk, signed in."""
    client.force_login(clerk.user)
    return clerk


def test_the_outgoing_register_shows_papers_kept_and_cancelled_numbers(client, clerk, province):
    paper = issued(province, ["Các CĐCS trực thuộc", "Lưu: VT, CĐGD"])
    when = {"unit": province, "by": clerk, "at": paper.issued_at}
    actions.reserve_number(reason="Quyết định khen thưởng", **when)
    actions.reserve_number(reason="Báo cáo", **when)
    actions.cancel_number(number=3, year=2024, reason="Không ban hành", **when)
    draft = drafted(province, title="Kế hoạch chưa xong")

    text = client.get(reverse("documents:register_out")).text

    assert f'href="/documents/{paper.pk}/">01/KH-CĐGD</a>' in text
    assert "Quyết định khen thưởng" in text
    assert "Không ban hành" in text
    assert ("Đang giữ" in text, "Đã hủy" in text) == (True, True)
    assert f'href="/documents/{draft.pk}/"' in text
    assert "Lưu: VT, CĐGD" in text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("thi dua", True),
        ("THI ĐUA yeu nuoc", True),
        ("01", True),
        ("1/kh", True),
        ("hội thao", False),
        ("hoa", False),
    ],
)
def test_the_register_is_searched_without_diacritics(client, clerk, province, words, found):
    issued(province)

    text = client.get(reverse("documents:register_out"), {"q": words}).text

    assert ("01/KH-CĐGD</a>" in text) is found


def test_the_register_answers_htmx_with_its_rows_only(client, clerk, province):
    issued(province)

    rows = client.get(reverse("documents:register_out"), headers={"HX-Request": "true"})

    assert "<html" not in rows.text
    assert "01/KH-CĐGD" in rows.text


def test_a_year_without_numbers_says_what_brings_the_first(client, clerk):
    response = client.get(reverse("documents:register_out"), {"year": "2020"})

    assert "Sổ năm 2020 chưa có số nào" in response.text


@pytest.mark.parametrize("year", ["abc", "99999", "-1", "²²²²", "0000", "1899", "9" * 5000])
def test_a_year_that_is_none_shows_this_year(client, clerk, year):
    response = client.get(reverse("documents:register_out"), {"year": year})

    assert "năm 2024" in response.text


@pytest.mark.parametrize("words", ["9" * 5000, "9" * 40, "k\x00x", "a " * 200])
def test_a_search_nobody_means_finds_nothing(client, clerk, province, words):
    issued(province)

    response = client.get(reverse("documents:register_out"), {"q": words})

    assert (response.status_code, "01/KH-CĐGD</a>" in response.text) == (200, False)


@pytest.mark.parametrize("unit", ["abc", "9" * 18, "9" * 5000, "²"])
def test_a_unit_that_is_none_is_not_found(client, clerk, unit):
    assert client.get(reverse("documents:register_out"), {"unit": unit}).status_code == 404


def test_the_printed_register_has_every_row(client, clerk, province, monkeypatch):
    for number in range(1, 61):
        entered(province, number=number, full_number=f"{number:02d}/KH-CĐGD")

    paged = client.get(reverse("documents:register_out"))
    whole = client.get(reverse("documents:register_out"), {"rows": "all"})

    assert (paged.text.count("/KH-CĐGD</a>"), whole.text.count("/KH-CĐGD</a>")) == (50, 60)


def test_the_arrival_register_shows_what_came_and_what_still_is_to_be_entered(
    client, province, workplace
):
    issued(province, ["Các CĐCS trực thuộc"])
    received(workplace, full_number="04/KH-TLĐ")
    client.force_login(user_as(CHAIR, workplace))

    text = client.get(reverse("documents:register_in")).text

    assert "04/KH-TLĐ</a>" in text
    assert "chưa vào sổ" in text
    assert "Kế hoạch số 01/KH-CĐGD" in text


@pytest.mark.parametrize("name", ["register_out", "register_in", "numbers", "address_book"])
@pytest.mark.parametrize("who", [KEEPER, None])
def test_the_books_are_closed_to_accounts_without_the_right(client, province, name, who):
    client.force_login(user_as(who, province) if who else UserFactory())

    assert client.get(reverse(f"documents:{name}")).status_code == 403


def test_the_book_of_another_unit_is_not_found(client, clerk, outsider):
    response = client.get(reverse("documents:register_out"), {"unit": outsider.pk})

    assert response.status_code == 404


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("register_out", 12), ("register_in", 12)])
def test_registers_ask_no_more_for_more_rows(
    client, clerk, province, count, name, queries, django_assert_num_queries
):
    for number in range(count):
        issued(province, ["Lưu: VT"])
        drafted(province)
        received(province, full_number=f"{number}/KH-TLĐ")
    client.get("/more/")  # the numbers of the frame are kept from here on

    with django_assert_num_queries(queries):
        client.get(reverse(f"documents:{name}"))


def test_numbers_are_kept_and_cancelled_on_their_page(client, clerk, province):
    entered(province, number=3, full_number="03/KH-CĐGD")

    kept = client.post(reverse("documents:reserve"), {"reason": "Quyết định"}, follow=True)
    cancelled = client.post(
        reverse("documents:cancel"), {"number": 1, "year": 2024, "reason": "Bỏ trống"}, follow=True
    )

    assert "Đã giữ số 04." in kept.text
    assert "Đã hủy số 01." in cancelled.text
    assert list(BookEntry.objects.order_by("number").values_list("number", "state")) == [
        (1, "cancelled"),
        (3, "used"),
        (4, "reserved"),
    ]


def test_the_form_sent_twice_keeps_one_number(client, clerk, province):
    page = client.get(reverse("documents:numbers"))
    key = page.context["reserve_form"]["request_key"].value()
    assert f'name="request_key" value="{key}"' in page.text

    for _ in range(2):
        client.post(reverse("documents:reserve"), {"reason": "Quyết định", "request_key": key})

    assert BookEntry.objects.get().number == 1


def test_a_number_or_year_no_book_has_is_not_cancelled(client, clerk, province):
    answer = client.post(
        reverse("documents:cancel"), {"number": 10_000, "year": 2101, "reason": "Sai"}
    )

    assert (answer.status_code, "Còn 2 chỗ phải sửa" in answer.text) == (422, True)


def test_a_form_without_its_reason_comes_back(client, clerk, province):
    response = client.post(reverse("documents:reserve"), {"reason": ""})

    assert response.status_code == 422
    assert "Còn 1 chỗ phải sửa" in response.text
    assert not BookEntry.objects.exists()


def test_a_number_in_use_is_refused_with_its_paper(client, clerk, province):
    issued(province)

    response = client.post(
        reverse("documents:cancel"), {"number": 1, "year": 2024, "reason": "Sai"}
    )

    assert response.status_code == 409
    assert "Số 01 đã cấp cho Kế hoạch số 01/KH-CĐGD" in response.text


def test_a_clerk_whose_term_has_ended_finds_the_books_closed(client, clerk, province):
    signed(province)
    Post.objects.filter(person=clerk.user.person).update(ends_on=DAY - timedelta(days=1))

    assert client.get(reverse("documents:register_out")).status_code == 403
