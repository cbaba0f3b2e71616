"""Lists, tasks and the time line."""

from datetime import date

import pytest

from factories import CHAIR, OFFICER, UserFactory, actor_as, user_as
from plans.conftest import head_of, seed, upload
from thidua.documents.models import Reading
from thidua.org.actor import Actor
from thidua.plans.models import Commemoration, Plan
from thidua.plans.queries import phases_around, plans_visible_to, tasks_of

DAY = date(2024, 3, 15)


def enter(client, name, **typed):
    upload(client, seed(name) + typed.pop("twin", b""))
    reading = Reading.objects.latest("pk")
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading, **typed))
    return Plan.objects.latest("pk")


@pytest.mark.parametrize("count", [1, 3])
def test_list_query_count_does_not_grow(client, officer, count, django_assert_num_queries):
    for number in range(count):
        numbered = {"full_number": f"{number + 7}/KH-CĐGD", "twin": b"\n" * (number + 1)}
        enter(client, "003", **numbered)
    client.get("/more/")  # the numbers of the frame are kept from here on

    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        page = client.get("/plans/")

    assert page.text.count('<th class="td-what') == count


QUERIES_OF_THE_LIST = 7


@pytest.mark.parametrize("count", [1, 3])
def test_the_upload_page_query_count_does_not_grow(
    client, officer, count, django_assert_num_queries
):
    for number in range(count):
        upload(client, seed("003") + b"\n" * number)
    client.get("/more/")  # the numbers of the frame are kept from here on

    with django_assert_num_queries(QUERIES_OF_THE_UPLOAD_PAGE):
        client.get("/plans/read/")


QUERIES_OF_THE_UPLOAD_PAGE = 10


@pytest.mark.usefixtures("whole_frame")
@pytest.mark.parametrize("url", ["/plans/read/", "/"])
def test_lists_of_readings_leave_their_text_in_the_database(
    client, reading, url, django_assert_max_num_queries
):
    with django_assert_max_num_queries(100) as asked:
        page = client.get(url)

    assert reading.filename in page.text
    assert not any('"documents_reading"."blocks"' in query["sql"] for query in asked)


def test_the_upload_page_names_what_waits_by_title(client, reading):
    assert reading.data["title"] in client.get("/plans/read/").text


def test_list_answers_htmx_with_the_rows_only(client, officer):
    plan = enter(client, "003")

    rows = client.get("/plans/", headers={"HX-Request": "true"})

    assert "<html" not in rows.text
    assert f'href="/plans/{plan.pk}/"' in rows.text
    assert "HX-Request" in rows["Vary"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("?nhom=don-vi", True),
        ("?nhom=cap-tren", False),
        ("?nhom=cap-duoi", False),
        ("?nam=2024", True),
        ("?nam=2022", False),
        ("?q=phat dong THI DUA", True),
        ("?q=05/KH-CĐGD", True),
        ("?q=khong co", False),
        ("?nam=abc&nhom=x&page=99", True),
    ],
)
def test_the_list_is_filtered_by_its_address(client, officer, query, found):
    plan = enter(client, "003")

    page = client.get(f"/plans/{query}")

    assert page.status_code == 200
    assert (f'href="/plans/{plan.pk}/"' in page.text) is found


def test_an_empty_list_offers_the_first_act(client, officer):
    page = client.get("/plans/").text

    assert "Chưa có kế hoạch nào" in page
    assert 'href="/plans/read/"' in page


def test_an_account_without_a_post_sees_nothing(client, officer):
    plan = enter(client, "003")
    client.force_login(UserFactory())

    assert f"/plans/{plan.pk}/" not in client.get("/plans/").text
    assert client.get(f"/plans/{plan.pk}/").status_code == 404


def test_a_superior_sees_the_issued_plans_of_units_below(client, workplace, province):
    client.force_login(user_as(OFFICER, workplace))
    plan = enter(client, "003")
    client.force_login(user_as(CHAIR, province))

    page = client.get("/plans/?nhom=cap-duoi").text

    assert f'href="/plans/{plan.pk}/"' in page


def test_two_posts_in_one_unit_show_a_plan_once(client, officer, province):
    plan = enter(client, "003")
    other = user_as(CHAIR, province)
    other.person.posts.update(person=officer.person)

    assert client.get("/plans/").text.count(f'href="/plans/{plan.pk}/"') == 1


@pytest.mark.parametrize("tab", ["nguyen-van", "noi-dung", "noi-nhan", "van-ban", "la"])
def test_every_tab_of_a_plan_opens(client, officer, tab):
    plan = enter(client, "003")

    assert client.get(f"/plans/{plan.pk}/?phan={tab}").status_code == 200


def test_a_waiting_reading_is_a_task_until_it_is_accepted(client, officer, reading):
    actor = Actor.of(officer, DAY)

    (task,) = tasks_of(actor)
    client.post(f"/plans/readings/{reading.pk}/accept/", head_of(reading))

    assert (task.title, task.url, task.mine, task.since) == (
        "Xem và nhận kết quả đọc “ke-hoach.txt”",
        f"/plans/readings/{reading.pk}/",
        True,
        DAY,
    )
    assert tasks_of(actor) == []


def test_a_reading_is_no_task_for_people_elsewhere(reading, outsider):
    assert tasks_of(actor_as(CHAIR, outsider)) == []


def test_the_time_line_shows_the_phases_of_the_units_own_plan(client, officer):
    enter(client, "003")
    enter(client, "000", dated="04/01/2022")

    phases = phases_around(Actor.of(officer, DAY), DAY)

    assert [phase.name for phase in phases] == ["Đợt 1", "Đợt 2"]


def test_a_unit_without_a_plan_lives_by_the_one_it_received(client, workplace, province):
    client.force_login(user_as(OFFICER, workplace))
    enter(client, "003", kind="received", issuer_name=province.name)

    phases = phases_around(actor_as(CHAIR, workplace), DAY)

    assert [phase.name for phase in phases] == ["Đợt 1", "Đợt 2"]


def test_a_draft_is_on_no_time_line(client, officer):
    enter(client, "003", kind="draft")

    assert phases_around(Actor.of(officer, DAY), DAY) == []


def test_the_list_starts_from_what_one_may_know(client, officer, outsider):
    enter(client, "003")

    assert not plans_visible_to(actor_as(CHAIR, outsider)).exists()


@pytest.mark.parametrize(
    ("day", "month", "found"),
    [(28, 7, date(2024, 7, 28)), (31, 4, None), (1, 13, None), (None, None, None)],
)
def test_a_commemoration_falls_on_a_day_that_exists(day, month, found):
    assert Commemoration(name="Ngày kỷ niệm", day=day, month=month).day_in(2024) == found
