"""The trail on the screen: who sees what, what is found, and what is taken away."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from factories import (
    CHAIR,
    CLERK,
    DAY,
    KEEPER,
    LONG_AGO,
    NOON,
    UnitFactory,
    actor_as,
    user_as,
)
from thidua.audit.actions import record, seal_waiting
from thidua.audit.models import AuditEvent, TrailCheck
from thidua.core import clock
from thidua.org.models import Placement
from thidua.oversight.views import trail as view

TRAIL = "/trail/"


@pytest.fixture
def school(province):
    return UnitFactory(name="CĐCS Trường THPT Kênh Gà", under=province)


@pytest.fixture
def chair(client, workplace):
    user = user_as(CHAIR, workplace, "Trần Thị Mai")
    client.force_login(user)
    return user


def submitted(unit, name="Nguyễn Thị Hoa", at=NOON, event="report.submitted", **told):
    by = actor_as(CHAIR, unit, name)
    return record(event, on=unit, by=by, unit=unit, at=at, **told)


def deeds(response):
    return [row.deed for row in response.context["rows"]]


def people(response):
    return [row.who for row in response.context["rows"]]


def test_a_chair_reads_what_was_done_in_the_unit_and_nowhere_else(client, chair, workplace, school):
    submitted(workplace, "Lê Văn Bình")
    submitted(school, "Người khác")

    assert people(client.get(TRAIL)) == ["Lê Văn Bình"]


def test_a_superior_reads_the_trail_of_everything_below(client, province, workplace, school):
    submitted(workplace, "Lê Văn Bình")
    submitted(school, "Phạm Thu Hà", NOON + timedelta(hours=1))
    client.force_login(user_as(KEEPER, province))

    assert people(client.get(TRAIL)) == ["Phạm Thu Hà", "Lê Văn Bình"]


def test_a_post_without_the_right_gets_a_reason(client, workplace):
    client.force_login(user_as(CLERK, workplace))

    response = client.get(TRAIL)

    assert response.status_code == 403
    assert "quyền xem nhật ký" in response.text


def test_a_deed_reads_like_a_sentence(client, chair, workplace):
    changes = {"Số đoàn viên": (12, 21)}
    submitted(workplace, event="report.saved", changes=changes, reason="đếm sót tổ 3")

    response = client.get(TRAIL)

    (row,) = response.context["rows"]
    assert row.sentence == (
        "Chủ tịch CĐCS Trường THPT Hoa Lư A Nguyễn Thị Hoa sửa số liệu báo cáo: "
        "“Số đoàn viên” từ 12 thành 21, lý do: đếm sót tổ 3"
    )
    assert "15/03/2024 12:00" in response.text
    assert "report.saved" not in response.text


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"who": "le van binh"}, ["Lê Văn Bình"]),
        ({"q": "mo lai ban giao uoc"}, ["Phạm Thu Hà"]),
        ({"q": "kenh ga"}, ["Phạm Thu Hà"]),
        ({"room": "reports"}, ["Lê Văn Bình"]),
        ({"since": "16/03/2024"}, ["Phạm Thu Hà"]),
        ({"until": "15/3/24"}, ["Lê Văn Bình"]),
        ({"place": "kenh ga"}, ["Phạm Thu Hà"]),
        ({"place": "khong co"}, ["Phạm Thu Hà", "Lê Văn Bình"]),
    ],
)
def test_the_trail_can_be_narrowed(client, province, workplace, school, asked, left):
    submitted(workplace, "Lê Văn Bình")
    submitted(school, "Phạm Thu Hà", NOON + timedelta(days=1), "pledges.reopened")
    client.force_login(user_as(KEEPER, province))

    assert people(client.get(TRAIL, asked)) == left


def test_one_of_several_units_of_a_name_is_chosen(client, province, workplace, school):
    submitted(workplace, "Lê Văn Bình")
    submitted(school, "Phạm Thu Hà")
    client.force_login(user_as(KEEPER, province))

    several = client.get(TRAIL, {"place": "truong thpt"})
    one = client.get(TRAIL, {"unit": workplace.pk})

    assert set(several.context["units"]) == {workplace, school}
    assert f"unit={workplace.pk}" in several.text
    assert people(one) == ["Lê Văn Bình"]


def test_a_unit_out_of_reach_does_not_exist_here(client, chair, school):
    assert client.get(TRAIL, {"unit": school.pk}).status_code == 404


def test_days_in_the_wrong_order_are_said(client, chair):
    response = client.get(TRAIL, {"since": "16/03/2024", "until": "15/03/2024"})

    assert "“Đến ngày” không được trước “Từ ngày”." in response.text


def test_the_trail_of_a_unit_goes_with_it_to_another_superior(client, workplace, province):
    """What it did before is told there too; the former superior keeps the trail of its days."""
    submitted(workplace, "Lê Văn Bình")
    above = UnitFactory(name="LĐLĐ tỉnh")
    other = UnitFactory(name="Công đoàn phường Hoa Lư", under=above)
    Placement.objects.filter(unit=workplace).update(ends_on=DAY)
    path = f"{other.path_on(DAY)}{workplace.key}/"
    Placement.objects.create(unit=workplace, path=path, starts_on=DAY)

    client.force_login(user_as(KEEPER, other))
    new = people(client.get(TRAIL))
    client.force_login(user_as(CHAIR, workplace))
    own = people(client.get(TRAIL))
    client.force_login(user_as(KEEPER, province))
    former = people(client.get(TRAIL))

    assert (new, own, former) == (["Lê Văn Bình"], ["Lê Văn Bình"], ["Lê Văn Bình"])


def test_pages_lead_to_older_deeds_and_back(client, chair, workplace, monkeypatch):
    monkeypatch.setattr(view, "ROWS", 2)
    by = actor_as(CHAIR, workplace)
    for hour in range(5):
        at = NOON + timedelta(hours=hour // 2)
        record("report.submitted", on=workplace, by=by, unit=workplace, at=at, n=hour)
    newest = sorted(AuditEvent.objects.values_list("pk", flat=True), reverse=True)

    def keys(response):
        return [row.key for row in response.context["rows"]]

    first = client.get(TRAIL)
    second = client.get(TRAIL, {"before": first.context["older"]})
    third = client.get(TRAIL, {"before": second.context["older"]})
    back = client.get(TRAIL, {"after": third.context["newer"]})

    assert [keys(page) for page in (first, second, third, back)] == [
        newest[:2],
        newest[2:4],
        newest[4:],
        newest[2:4],
    ]
    assert (first.context["newer"], third.context["older"]) == (None, None)


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_asks_the_same_however_much_was_done(
    client, chair, workplace, count, django_assert_num_queries
):
    by = actor_as(CHAIR, workplace)
    for _time in range(count):
        record("report.submitted", on=workplace, by=by, unit=workplace, at=NOON)
    client.get(TRAIL)

    with django_assert_num_queries(8):
        client.get(TRAIL)


def test_the_history_of_one_thing(client, chair, workplace):
    submitted(workplace, "Lê Văn Bình")
    by = actor_as(CHAIR, workplace)
    record("unit.established", on=by.user, by=by, unit=workplace, at=NOON)

    response = client.get(TRAIL, {"thing": f"org.unit:{workplace.pk}"})

    assert people(response) == ["Lê Văn Bình"]


def test_htmx_gets_the_rows_only(client, chair):
    response = client.get(TRAIL, headers={"HX-Request": "true"})

    assert "<html" not in response.text


def test_the_excel_file_tells_every_row_in_words_and_runs_no_formula(client, chair, workplace):
    submitted(workplace, '=HYPERLINK("http://x")', reason="=1+1")
    submitted(workplace, "Lê Văn Bình", NOON - timedelta(days=2))

    response = client.post(reverse("oversight:trail_export"), {"since": "15/03/2024"})

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(response.streaming_content)))
    heads, row = book.get_sheet_by_index(0).to_python()
    assert heads[:4] == ["Lúc", "Người làm", "Chức vụ khi làm", "Việc đã làm"]
    assert row[:4] == [
        "15/03/2024 12:00",
        '=HYPERLINK("http://x")',
        "Chủ tịch CĐCS Trường THPT Hoa Lư A",
        "nộp báo cáo, lý do: =1+1",
    ]


def test_taking_the_trail_away_is_a_deed_itself(client, chair, workplace):
    submitted(workplace, at=NOON - timedelta(days=1))

    list(client.post(reverse("oversight:trail_export")).streaming_content)

    (row, _earlier) = client.get(TRAIL).context["rows"]
    assert (row.who, row.deed) == ("Trần Thị Mai", "xuất 1 dòng nhật ký ra Excel")


def test_too_much_for_one_file_is_refused_with_the_way_around(
    client, chair, workplace, monkeypatch
):
    monkeypatch.setattr(view, "MOST_EXPORTED", 1)
    submitted(workplace)
    submitted(workplace)

    response = client.post(reverse("oversight:trail_export"))

    assert response.status_code == 409
    assert "khoảng ngày ngắn hơn" in response.text
    assert not AuditEvent.objects.filter(type="trail.exported").exists()


class TestSeals:
    @pytest.fixture
    def keeper(self, client, province):
        user = user_as(KEEPER, province)
        client.force_login(user)
        return user

    def test_only_the_top_looks_at_all_seals(self, client, chair):
        assert client.get("/trail/seals/").status_code == 403
        assert client.post("/trail/seals/check/").status_code == 403
        assert not TrailCheck.objects.exists()

    def test_a_whole_trail_is_said_to_be_whole(self, client, keeper, workplace):
        submitted(workplace)
        seal_waiting(at=NOON)

        response = client.post("/trail/seals/check/", follow=True)

        assert "Nhật ký nguyên vẹn" in response.text
        assert "1 khối, 1 dòng đúng như lúc niêm phong" in response.text

    def test_a_changed_row_is_named_with_what_it_says_now(self, client, keeper, workplace):
        event = submitted(workplace, "Lê Văn Bình")
        seal_waiting(at=NOON)
        AuditEvent.objects.filter(pk=event.pk).update(type="report.accepted")

        response = client.post("/trail/seals/check/", follow=True)

        assert (
            f"Dòng {event.pk} đã bị sửa sau khi niêm phong. "
            "Hiện ghi: 15/03/2024 12:00, Lê Văn Bình chấp nhận báo cáo."
        ) in response.text

    def test_a_row_of_another_tree_is_named_without_what_it_says(self, client, keeper, outsider):
        event = submitted(outsider, "Người ngoài")
        seal_waiting(at=NOON)
        AuditEvent.objects.filter(pk=event.pk).update(type="report.accepted")

        response = client.post("/trail/seals/check/", follow=True)

        assert f"Dòng {event.pk} đã bị sửa" in response.text
        assert "Người ngoài" not in response.text

    def test_a_check_under_way_is_not_begun_twice(self, client, keeper):
        going = TrailCheck.objects.create(
            started_at=NOON, started_by="x", moved_at=clock.now(), done=5, total=10
        )

        response = client.post("/trail/seals/check/", follow=True)

        assert TrailCheck.objects.get() == going
        assert "Đã xem 5 trong 10 dòng" in response.text
        assert 'hx-trigger="every 3s"' in response.text


def test_a_deed_of_before_the_first_day_of_a_post_is_reached_by_it(client, workplace):
    """The trail is read by whoever holds the right now, also about years before."""
    submitted(workplace, at=NOON - timedelta(days=900))
    client.force_login(user_as(CHAIR, workplace))

    assert date(2021, 9, 27) > LONG_AGO
    assert len(client.get(TRAIL).context["rows"]) == 1
