import pytest

from activities.deeds import plan_of, recorded
from activities.hands import NEW, image
from factories import CHAIR, CLERK, DAY, NOON, UnitFactory, user_as
from files.photographs import from_a_phone, opened, photograph
from thidua.activities.actions import cancel_activity
from thidua.files.models import Picture
from thidua.org.actor import Actor


def test_an_activity_is_cancelled_with_its_reason(client, user, workplace):
    activity = recorded(workplace)

    page = client.post(
        f"/activities/{activity.pk}/cancel/", {"reason": "Ghi nhầm ngày"}, follow=True
    )

    assert "Đã hủy, không tính" in page.text
    assert "Lý do: Ghi nhầm ngày" in page.text
    assert f"again={activity.pk}" in page.text


def test_cancelling_asks_for_the_reason(client, user, workplace):
    activity = recorded(workplace)

    response = client.post(f"/activities/{activity.pk}/cancel/", {"reason": ""})

    assert response.status_code == 422
    assert "Chưa ghi lý do hủy." in response.text


def test_what_was_cancelled_is_entered_anew_from_what_it_said(client, user, workplace, plan):
    activity = recorded(workplace, place="Hội trường")
    client.post(f"/activities/{activity.pk}/cancel/", {"reason": "Ghi nhầm ngày"})

    page = client.get(f"{NEW}&again={activity.pk}").text

    assert f'value="{activity.title}"' in page
    assert 'value="40"' in page
    assert 'value="Hội trường"' in page


@pytest.mark.parametrize("again", ["0", "99999", "x", "²"])
def test_entering_anew_from_nothing_is_an_empty_form(client, user, again):
    assert client.get(f"{NEW}&again={again}").status_code == 200


def test_pictures_are_added_on_the_page_of_the_activity(client, user, workplace):
    activity = recorded(workplace)

    page = client.post(
        f"/activities/{activity.pk}/pictures/",
        {"pictures": [image(photograph()), image(photograph((30, 30)))]},
        follow=True,
    )

    assert "Đã gắn 2 ảnh." in page.text
    assert activity.evidence.count() == 2


def test_adding_no_picture_says_so(client, user, workplace):
    activity = recorded(workplace)

    response = client.post(f"/activities/{activity.pk}/pictures/")

    assert response.status_code == 422
    assert "Chưa chọn ảnh nào." in response.text


def test_a_cancelled_activity_takes_no_pictures(client, user, workplace):
    activity = recorded(workplace)
    cancel_activity(activity=activity, reason="Sai", by=Actor.of(user, DAY), at=NOON)

    response = client.post(
        f"/activities/{activity.pk}/pictures/", {"pictures": [image(photograph())]}
    )

    assert response.status_code == 409
    assert not Picture.objects.exists()


def test_a_picture_is_shown_without_what_its_camera_wrote(client, user, workplace):
    activity = recorded(workplace, pictures=[from_a_phone((80, 40))])
    picture = activity.evidence.get().picture_id

    response = client.get(f"/activities/{activity.pk}/pictures/{picture}/")

    assert opened(response.content).size == (40, 80)
    assert b"bi mat" not in response.content


def test_a_picture_is_found_only_with_its_own_activity(client, user, workplace):
    with_picture = recorded(workplace, pictures=[photograph()])
    other = recorded(workplace)
    picture = with_picture.evidence.get().picture_id

    assert client.get(f"/activities/{other.pk}/pictures/{picture}/").status_code == 404


@pytest.mark.parametrize("path", ["", "gallery/"])
def test_those_above_see_what_was_done_below(client, plan, province, workplace, path):
    activity = recorded(workplace, pictures=[photograph()])
    client.force_login(user_as(CLERK, province))

    page = client.get(f"/activities/{path}").text

    assert activity.title in page
    assert client.get(activity.get_absolute_url()).status_code == 200


def test_those_below_do_not_see_what_is_done_above(client, plan, province, workplace, group):
    activity = recorded(workplace)
    client.force_login(user_as(CHAIR, group))

    assert activity.title not in client.get("/activities/").text
    assert client.get(activity.get_absolute_url()).status_code == 404


def test_the_list_is_narrowed_by_unit_kind_and_phase(client, plan, province, workplace, user):
    recorded(workplace, title="Buổi học")
    recorded(workplace, "trong_cay", counts=[("cay", 20)], title="Trồng cây")
    client.force_login(user_as(CHAIR, province))
    phase = plan.phases.get(name="Đợt 1")

    page = client.get(
        f"/activities/?kind=trong_cay&unit={workplace.pk}&phase={phase.pk}",
        headers={"HX-Request": "true"},
    )

    assert "Trồng cây" in page.text
    assert "Buổi học" not in page.text
    assert "<html" not in page.text
    assert "20 cây" in page.text


def test_nonsense_in_the_filter_shows_everything(client, user, workplace):
    activity = recorded(workplace)

    page = client.get("/activities/?kind=x&unit=-1&phase=abc&page=99")

    assert activity.title in page.text


def test_an_empty_list_says_what_would_stand_here_and_how_to_begin(client, user):
    page = client.get("/activities/").text

    assert "Chưa có hoạt động nào" in page
    assert 'href="/activities/new/"' in page


@pytest.mark.parametrize("path", ["", "gallery/"])
def test_the_lists_ask_as_many_questions_for_three_as_for_one(
    client, user, workplace, path, django_assert_max_num_queries
):
    recorded(workplace, pictures=[photograph()])
    client.get("/activities/")
    with django_assert_max_num_queries(40) as one:
        client.get(f"/activities/{path}")
    asked = len(one)
    recorded(workplace, pictures=[photograph((20, 20))])
    recorded(workplace, pictures=[photograph((30, 20))])
    client.get("/more/")  # the tasks of the frame are kept from here on

    with django_assert_max_num_queries(asked):
        client.get(f"/activities/{path}")


def test_among_very_many_activities_a_unit_is_searched_by_name(
    client, user, workplace, province, monkeypatch
):
    monkeypatch.setattr("thidua.activities.views.filters.MANY", 1)
    other = UnitFactory(name="CĐCS Trường THPT Yên Mô", under=province)
    plan_of(other)
    client.force_login(user_as("officer", province))
    first, second, third = recorded(workplace), recorded(workplace), recorded(other)

    page = client.get("/activities/?unit_name=yen mo")

    assert 'name="unit_name"' in page.text
    assert '<select class="form-select" id="loc-don-vi"' not in page.text
    assert third.get_absolute_url() in page.text
    assert first.get_absolute_url() not in page.text
    assert second.get_absolute_url() not in page.text
