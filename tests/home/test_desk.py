from datetime import date, timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, DAY, KEEPER, user_as
from thidua.core import clock
from thidua.home.desk import grouped
from thidua.notify.tasks import Task


def task(due, *, mine=True, title="Việc"):
    return Task(
        title=title,
        detail="",
        url="/x/",
        act="Mở",
        holder="Nguyễn Thị Hoa",
        mine=mine,
        since=DAY - timedelta(days=3),
        due=due,
    )


@pytest.fixture
def chair(client, workplace):
    user = user_as(CHAIR, workplace)
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    ("due", "group", "words"),
    [
        (DAY - timedelta(days=4), "Quá hạn", "Quá 4 ngày"),
        (DAY, "Hôm nay", "Hôm nay"),
        (DAY + timedelta(days=3), "Trong 7 ngày tới", "Thứ Hai, 18/03"),
        (DAY + timedelta(days=7), "Trong 7 ngày tới", "Thứ Sáu, 22/03"),
        (DAY + timedelta(days=8), "Sau đó", "Thứ Bảy, 23/03"),
        (None, "Chưa đặt hạn", ""),
    ],
)
def test_a_task_stands_in_its_group_with_its_due_day_in_words(due, group, words):
    shown = {each["title"]: each["rows"] for each in grouped([task(due)], DAY)}

    assert [row["due"] for row in shown[group]] == [words]


def test_overdue_comes_first_and_carries_its_day():
    groups = grouped([task(DAY), task(date(2023, 12, 30))], DAY)

    assert groups[0]["late"]
    assert groups[0]["rows"][0]["due_note"] == "hạn 30/12/2023"


def test_the_desk_says_when_nothing_waits(client, chair):
    response = client.get(reverse("home:desk"))

    assert "Không có việc nào đang chờ" in response.text


def test_the_desk_tells_the_day_and_that_it_is_assumed(client, chair):
    response = client.get(reverse("home:desk"))

    assert "Thứ Sáu, 15/03/2024" in response.text
    assert "Năm mẫu – ngày giả định 15/03/2024" in response.text


def test_an_ordinary_installation_has_no_assumed_day(client, chair, settings):
    settings.SAMPLE_DAY_FILE = None

    assert "ngày giả định" not in client.get(reverse("home:desk")).text


def test_the_frame_shows_whose_letterhead_it_is(client, chair, province, workplace):
    text = client.get(reverse("home:desk")).text

    assert f"<span>{province.name}</span><b>{workplace.name}</b>" in text


def test_one_press_moves_the_sample_day(client, chair):
    response = client.post(reverse("home:sample_day"), {"day": "2022-03-15"})

    assert response.status_code == 302
    assert clock.today() == date(2022, 3, 15)


@pytest.mark.parametrize("day", ["2025-01-01", "", "31/04/2022"])
def test_only_the_days_of_the_sample_can_be_chosen(client, chair, day):
    response = client.post(reverse("home:sample_day"), {"day": day})

    assert response.status_code == 404
    assert clock.today() == DAY


def test_an_ordinary_installation_cannot_be_moved_by_a_press(client, chair, settings):
    settings.SAMPLE_DAY_FILE = None

    assert client.post(reverse("home:sample_day"), {"day": "2022-03-15"}).status_code == 404


def test_htmx_gets_the_tasks_only(client, chair):
    rows = client.get(reverse("home:desk"), headers={"HX-Request": "true"})

    assert "<html" not in rows.text
    assert "Việc cần làm" in rows.text


def test_the_frame_offers_only_what_the_posts_open(client, workplace):
    client.force_login(user_as(KEEPER, workplace))

    text = client.get(reverse("home:desk")).text

    assert reverse("documents:register_out") not in text
    assert reverse("plans:read") not in text
