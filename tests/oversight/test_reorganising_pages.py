"""A decision on the screen: from the empty list to the undone decision."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories import DAY, KEEPER, actor_as, unit_kind, user_as
from org.reorganised import below, decision, line
from thidua.audit.models import AuditEvent
from thidua.org.models import Act, ActKind, Membership, Person, Reorganisation, State, Unit
from thidua.oversight.models import Run
from thidua.oversight.views import reorganising_acts

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(province):
    return below(province, "LĐLĐ huyện Gia Viễn", "ldld_huyen")


@pytest.fixture
def school(district):
    return below(district, "CĐCS Gia Hòa")


@pytest.fixture
def keeper(client, province):
    user = user_as(KEEPER, province)
    client.force_login(user)
    return user


def address(name, one, *more):
    return reverse(f"oversight:{name}", args=[one.pk, *more])


def head(**fields):
    return {
        "unit": "Công đoàn Giáo dục tỉnh Ninh Bình",
        "title": "Sắp xếp tổ chức",
        "type_name": "Quyết định",
        "on": "15/03/2024",
    } | fields


def test_a_decision_is_drafted_and_filled_act_by_act(client, keeper, province, district, school):
    client.post(reverse("oversight:new_reorganisation"), head())
    one = Reorganisation.objects.get()
    client.post(
        address("new_act", one) + "?viec=establish",
        {
            "target": "cong doan giao duc tinh ninh binh",
            "unit_kind": unit_kind("cdx", "Công đoàn xã").pk,
            "name": "Công đoàn xã Gia Viễn",
            "symbol": "CĐX",
        },
    )
    answer = client.post(
        address("new_act", one) + "?viec=move",
        {"units": "CĐCS Gia Hòa", "target": "Công đoàn xã Gia Viễn"},
    )

    assert answer.headers["Location"] == address("reorganisation", one)
    acts = list(one.acts.values_list("position", "kind", "unit", "target", "target_act"))
    first = one.acts.first()
    assert acts == [
        (1, ActKind.ESTABLISH, None, province.pk, None),
        (2, ActKind.MOVE, school.pk, None, first.pk),
    ]
    assert (one.unit, one.state, one.on) == (province, State.DRAFT, DAY)


def test_a_name_that_many_bear_comes_back_as_a_choice(client, keeper, province, school):
    other = below(province, "CĐCS Gia Hòa")
    one = decision(province)

    page = client.post(address("new_act", one) + "?viec=rename", {"unit": "cdcs gia hoa"})

    assert page.status_code == 422
    assert f'<option value="CĐCS Gia Hòa [{other.key}]">' in page.text
    assert "LĐLĐ huyện Gia Viễn</option>" in page.text
    assert not one.acts.exists()


def test_a_new_name_is_not_noted_before_the_short_name_was_looked_at(
    client, keeper, province, school
):
    school.names.update(short_name="CĐ Gia Hòa")
    one = decision(province)
    act = {"unit": "CĐCS Gia Hòa", "name": "CĐCS Gia Hưng"}

    page = client.post(address("new_act", one) + "?viec=rename", act)

    assert page.status_code == 422
    assert "Tên gọi tắt hiện nay là “CĐ Gia Hòa”" in page.text
    assert 'value="CĐ Gia Hưng"' in page.text
    assert not one.acts.exists()

    done = client.post(
        address("new_act", one) + "?viec=rename", act | {"short_name": "CĐ Gia Hưng"}
    )

    assert done.status_code == 302
    assert one.acts.get().naming == {"name": "CĐCS Gia Hưng", "short_name": "CĐ Gia Hưng"}
    listed = client.get(address("reorganisation", one)).text
    assert "Tên mới: CĐCS Gia Hưng. Tên gọi tắt: CĐ Gia Hưng." in listed


def test_a_short_name_that_repeats_the_name_is_offered_with_the_new_one(
    client, keeper, province, school
):
    school.names.update(short_name="CĐCS Gia Hòa")
    one = decision(province)

    page = client.post(
        address("new_act", one) + "?viec=change_kind",
        {
            "unit": "CĐCS Gia Hòa",
            "unit_kind": unit_kind("ndcs", "Nghiệp đoàn").pk,
            "name": "Nghiệp đoàn Gia Hòa",
        },
    )

    assert page.status_code == 422
    assert page.text.count('value="Nghiệp đoàn Gia Hòa"') == 2


def test_the_preview_says_the_short_name_of_an_act_from_a_table(client, keeper, province, school):
    school.names.update(short_name="CĐ Gia Hòa")
    act = {"kind": ActKind.RENAME, "unit": school, "naming": {"name": "CĐCS Gia Hưng"}}
    one = decision(province, act)

    page = client.get(address("preview_reorganisation", one)).text

    assert "Tên mới: CĐCS Gia Hưng. Tên gọi tắt: CĐ Gia Hưng." in page


def test_a_decision_carried_out_says_the_short_name_it_gave(client, keeper, province, school):
    school.names.update(short_name="CĐCS Gia Hòa")
    act = {"kind": ActKind.RENAME, "unit": school, "naming": {"name": "CĐCS Gia Hưng"}}
    one = decision(province, act)

    client.post(address("carry_out_reorganisation", one))

    page = client.get(address("reorganisation", one)).text
    assert "Tên mới: CĐCS Gia Hưng. Tên gọi tắt: CĐCS Gia Hưng." in page


def test_an_act_that_is_impossible_is_not_added(client, keeper, province, district, school):
    one = decision(province)

    page = client.post(
        address("new_act", one) + "?viec=move",
        {"units": "LĐLĐ huyện Gia Viễn", "target": "CĐCS Gia Hòa"},
    )

    assert page.status_code == 422
    assert "CĐCS Gia Hòa trực thuộc LĐLĐ huyện Gia Viễn nên không thể" in page.text
    assert not one.acts.exists()


def test_a_line_like_one_unit_comes_back_with_its_name_to_be_sent_again(
    client, keeper, province, district
):
    one = decision(province)
    url = address("new_act", one) + "?viec=end"

    page = client.post(url, {"units": "Liên đoàn lao động Gia Viễn\nHuyện Gia Viễn"})

    assert page.status_code == 422
    assert f"{district.name} [{district.key}]" in page.text


def test_the_preview_counts_what_will_happen_and_writes_nothing(
    client, keeper, province, district, school
):
    Membership.objects.create(
        person=Person.objects.create(name="Lê Văn Nam"), unit=school, starts_on=DAY.replace(day=1)
    )
    one = decision(province, {"kind": ActKind.END, "unit": district, "ends_below": True})

    page = client.get(address("preview_reorganisation", one)).text

    assert "<b>2</b> đơn vị kết thúc hoạt động" in page
    assert "1 đoàn viên thôi sinh hoạt theo quyết định." in page
    assert "1 đơn vị trực thuộc cùng kết thúc." in page
    assert line(school) is not None
    assert not one.steps.exists()


def test_what_hangs_on_very_many_units_is_counted_after_the_page_has_opened(
    client, keeper, province, district, school, monkeypatch
):
    monkeypatch.setattr(reorganising_acts, "MOST_AT_ONCE", 1)
    one = decision(province, {"kind": ActKind.END, "unit": district, "ends_below": True})
    url = address("preview_reorganisation", one)

    opened = client.get(url).text
    counted = client.get(url, {"dem": "1"}, headers={"HX-Request": "true"}).text

    assert "Đang đếm đoàn viên, chức vụ, hồ sơ của 2 đơn vị." in opened
    assert "<b>2</b> đơn vị kết thúc hoạt động" in opened
    assert "Thi hành quyết định" not in opened
    assert "đoàn viên thôi sinh hoạt theo quyết định" in counted
    assert "Thi hành quyết định" in counted
    assert "<title>" not in counted


def test_a_decision_is_carried_out_and_undone_with_a_reason(
    client, keeper, province, district, school
):
    one = decision(province, {"kind": ActKind.MOVE, "unit": school, "target": province})
    was = line(school)

    client.post(address("carry_out_reorganisation", one))
    moved = line(school)
    client.post(address("undo_reorganisation", one), {"reason": "Ghi nhầm ngày"})

    one.refresh_from_db()
    assert (moved, line(school)) == (f"{line(province)}{school.key}/", was)
    assert one.state == State.UNDONE
    assert [run.reason for run in Run.objects.order_by("pk")] == ["", "Ghi nhầm ngày"]
    events = ["reorganisation.done", "reorganisation.undone"]
    assert list(AuditEvent.objects.order_by("pk").values_list("type", flat=True)) == events


def test_undoing_asks_for_a_reason(client, keeper, province, district, school):
    one = decision(province, {"kind": ActKind.MOVE, "unit": school, "target": province})
    client.post(address("carry_out_reorganisation", one))

    page = client.post(address("undo_reorganisation", one), {"reason": " "})

    assert page.status_code == 422
    one.refresh_from_db()
    assert one.state == State.DONE


def test_what_hangs_on_a_new_unit_keeps_the_decision(client, keeper, province):
    one = decision(
        province,
        {
            "kind": ActKind.ESTABLISH,
            "target": province,
            "unit_kind": unit_kind("cdx", "Công đoàn xã"),
            "naming": {"name": "Công đoàn xã Gia Viễn", "symbol": "CĐX"},
        },
    )
    client.post(address("carry_out_reorganisation", one))
    actor_as(KEEPER, Unit.objects.get(name="Công đoàn xã Gia Viễn"))

    page = client.post(address("undo_reorganisation", one), {"reason": "Ghi nhầm"})

    assert page.status_code == 409
    assert (
        "đơn vị thành lập theo quyết định này đã có chức vụ trong đơn vị (Công đoàn xã Gia Viễn)"
        in page.text
    )
    one.refresh_from_db()
    assert one.state == State.DONE


def test_what_was_placed_below_a_moved_unit_keeps_the_decision(
    client, keeper, province, district, school
):
    one = decision(province, {"kind": ActKind.MOVE, "unit": school, "target": province})
    client.post(address("carry_out_reorganisation", one))
    below(school, "Tổ Toán", "to")

    page = client.post(address("undo_reorganisation", one), {"reason": "Ghi nhầm"})

    assert page.status_code == 409
    assert "Tổ Toán đã được đặt vào phần tổ chức này sau quyết định" in page.text
    assert line(school) == f"{line(province)}{school.key}/"


def test_a_decision_of_tomorrow_waits_for_its_day(client, keeper, province, school):
    one = decision(province, {"kind": ActKind.END, "unit": school}, on=DAY.replace(day=DAY.day + 1))

    page = client.post(address("carry_out_reorganisation", one))

    assert page.status_code == 409
    assert "Quyết định có hiệu lực từ ngày 16/03/2024." in page.text
    assert line(school) is not None


def test_the_same_decision_is_carried_out_once(client, keeper, province, district, school):
    one = decision(province, {"kind": ActKind.MOVE, "unit": school, "target": province})
    client.post(address("carry_out_reorganisation", one))

    again = client.post(address("carry_out_reorganisation", one))

    assert again.status_code == 409
    assert "Quyết định này đã được thi hành" in again.text
    assert Run.objects.count() == 1


def test_an_act_that_others_need_is_not_removed(client, keeper, province, school):
    one = decision(
        province,
        {
            "kind": ActKind.ESTABLISH,
            "target": province,
            "unit_kind": unit_kind("cdx", "Công đoàn xã"),
            "naming": {"name": "Công đoàn xã Gia Viễn", "symbol": "CĐX"},
        },
        {"kind": ActKind.MOVE, "unit": school, "target_act": 0},
    )
    first, second = one.acts.all()

    refused = client.post(address("remove_act", one, first.pk))
    client.post(address("remove_act", one, second.pk))
    client.post(address("remove_act", one, first.pk))

    assert "Việc số 2 cần đơn vị thành lập ở việc này." in refused.text
    assert not Act.objects.exists()


def test_a_draft_is_thrown_away_whole(client, keeper, province, school):
    one = decision(province, {"kind": ActKind.END, "unit": school})

    client.post(address("discard_reorganisation", one))

    assert not Reorganisation.objects.exists()
    assert AuditEvent.objects.get().type == "reorganisation.discarded"


def test_the_list_asks_no_more_for_many_than_for_one(client, keeper, province):
    asked = []
    for _number in range(3):
        decision(province)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("oversight:reorganisations"))
        asked.append(len(queries))

    assert asked[1] == asked[2]
