from datetime import timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, NOON, UserFactory, user_as
from thidua.notify.actions import Line, give_notices
from thidua.notify.models import Notice
from thidua.notify.queries import unread

PAGE = reverse("notify:notices")


@pytest.fixture
def chair(client, workplace):
    user = user_as(CHAIR, workplace)
    client.force_login(user)
    return user


def given(user, key="nhac-1", text="Đề nghị xác nhận đã nhận kế hoạch.", url="/plans/", at=NOON):
    return give_notices(lines=[Line(user_id=user.pk, key=key, text=text, url=url)], at=at)


def test_a_notice_counts_as_unread_until_it_is_opened(client, chair):
    (notice,) = given(chair)
    assert unread(chair.pk) == 1

    response = client.post(reverse("notify:open", args=[Notice.objects.get().pk]))

    assert response.headers["Location"] == notice.url
    assert unread(chair.pk) == 0


def test_the_same_key_is_one_notice(chair):
    given(chair)

    assert given(chair, text="Khác") == []
    assert Notice.objects.get().text == "Đề nghị xác nhận đã nhận kế hoạch."


def test_two_accounts_get_a_notice_each(chair):
    other = UserFactory()

    given(chair)
    given(other)

    assert (unread(chair.pk), unread(other.pk)) == (1, 1)


def test_a_long_text_is_cut_at_a_word(chair):
    given(chair, text="đề nghị " * 100)

    text = Notice.objects.get().text
    assert len(text) <= 500
    assert text.endswith(("đề…", "nghị…"))


def test_the_newest_notice_comes_first_and_read_ones_stay(client, chair):
    given(chair, text="Lời nhắc cũ")
    client.post(reverse("notify:read_all"))
    given(chair, key="nhac-2", text="Lời nhắc mới", at=NOON + timedelta(hours=1))

    page = client.get(PAGE)

    assert [one.text for one in page.context["notices"]] == ["Lời nhắc mới", "Lời nhắc cũ"]
    fresh = client.get(f"{PAGE}?xem=chua-doc")
    assert [one.text for one in fresh.context["notices"]] == ["Lời nhắc mới"]


def test_everything_can_be_marked_as_read_at_once(client, chair):
    given(chair)
    given(chair, key="nhac-2")

    response = client.post(reverse("notify:read_all"), follow=True)

    assert "Đã đánh dấu 2 thông báo là đã đọc." in response.text
    assert unread(chair.pk) == 0


def test_opening_twice_keeps_the_first_moment(client, chair):
    given(chair)
    url = reverse("notify:open", args=[Notice.objects.get().pk])
    client.post(url)
    first = Notice.objects.get().read_at

    client.post(url)

    assert Notice.objects.get().read_at == first


def test_a_notice_of_somebody_else_does_not_exist(client, chair):
    given(UserFactory(), text="Của người khác")

    assert client.post(reverse("notify:open", args=[Notice.objects.get().pk])).status_code == 404
    assert "Của người khác" not in client.get(PAGE).text


@pytest.mark.parametrize(
    ("address", "words"),
    [(PAGE, "Chưa có thông báo nào"), (f"{PAGE}?xem=chua-doc", "Chưa có thông báo nào")],
)
def test_an_empty_page_says_what_would_be_here(client, chair, address, words):
    if "xem" not in address:
        assert words in client.get(address).text
    else:
        given(chair)
        client.post(reverse("notify:read_all"))
        assert "Bạn đã đọc hết thông báo" in client.get(address).text


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_asks_the_same_number_of_questions_for_many(
    client, chair, count, django_assert_num_queries
):
    for number in range(count):
        given(chair, key=f"nhac-{number}")
    client.get(PAGE)

    with django_assert_num_queries(9):
        client.get(PAGE)
