from datetime import date

import pytest

from activities.deeds import plan_of, recorded
from activities.hands import NEW, image, typed
from factories import CLERK, DAY, UnitFactory, user_as
from files.photographs import from_a_phone, photograph
from thidua.activities.models import Activity, Count
from thidua.core import clock
from thidua.files.models import Picture
from thidua.org.models import Headcount, Person, Post


def test_the_kind_is_asked_for_first(client, user):
    page = client.get("/activities/new/").text

    assert 'href="?kind=tuyen_truyen"' in page
    assert "Chăm lo Tết" in page


def test_the_fields_are_those_of_the_kind_and_the_day_is_today(client, user):
    page = client.get("/activities/new/?kind=cham_lo_tet").text

    assert 'name="count_suat"' in page
    assert 'name="count_buoi"' not in page
    assert 'value="15/03/2024"' in page


def test_a_kind_that_has_ended_is_not_offered(client, user):
    page = client.get("/activities/new/?kind=chua_co_loai_nay").text

    assert "Chọn loại hoạt động vừa làm" in page


def test_an_activity_is_recorded_with_pictures_in_one_go(client, user, workplace):
    response = client.post(
        NEW,
        typed(pictures=[image(from_a_phone((80, 40))), image(photograph(kind="PNG"), "b.png")]),
        follow=True,
    )

    activity = Activity.objects.get()
    assert (activity.unit, activity.done_on, activity.recorded_by) == (workplace, DAY, user)
    assert activity.evidence.count() == 2
    assert "Đã ghi hoạt động lúc" in response.text
    assert f"/activities/{activity.pk}/pictures/" in response.text


def test_a_content_of_the_plan_can_be_chosen(client, user, plan):
    content = plan.clauses.get()
    assert "1. Chăm lo đoàn viên" in client.get(NEW).text

    client.post(NEW, typed(clause=content.pk, partner="Ban Giám hiệu", place="Hội trường"))

    activity = Activity.objects.get()
    assert (activity.clause, activity.partner) == (content, "Ban Giám hiệu")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"title": " "}, "Chưa có tên hoạt động."),
        ({"done_on": ""}, "Chưa có ngày của hoạt động."),
        ({"done_on": "32/1/2024"}, "chỉ có 31 ngày"),
        ({"count_buoi": "hai"}, "Chưa đọc được số “hai”"),
        ({"count_buoi": "-3"}, "Chưa đọc được số “-3”"),
        ({"count_buoi": "1,5"}, "Chưa đọc được số “1,5”"),
        ({"count_buoi": "²"}, "Chưa đọc được số “²”"),
        ({"count_luot": "9" * 14}, "lớn hơn 999.999.999.999"),
        ({"count_luot": "9" * 5000}, "lớn hơn 999.999.999.999"),
        ({"title": "a" * 301}, "300"),
    ],
)
def test_what_cannot_be_read_comes_back_with_its_reason(client, user, changed, reason):
    response = client.post(NEW, typed(count_luot="4.000") | changed)

    assert response.status_code == 422
    assert reason in response.text
    assert not Activity.objects.exists()


def test_a_number_may_be_typed_with_dots(client, user):
    client.post(NEW, typed(count_luot="1.204"))

    assert Count.objects.get(measure__code="luot").value == 1204


@pytest.mark.parametrize(
    ("day", "reason"),
    [("16/03/2024", "chưa tới"), ("31/12/2023", "không nằm trong đợt thi đua nào")],
)
def test_a_day_that_cannot_be_is_said_on_the_form_and_nothing_typed_is_lost(
    client, user, day, reason
):
    response = client.post(NEW, typed(done_on=day))

    assert response.status_code == 409
    assert reason in response.text
    assert 'value="Học Nghị quyết Đại hội XIII"' in response.text
    assert not Activity.objects.exists()


class TestDoubts:
    @pytest.fixture(autouse=True)
    def forty_members(self, workplace):
        Headcount.objects.create(unit=workplace, on=date(2024, 1, 1), members=40)

    @pytest.mark.parametrize(
        ("kind", "counts", "doubt"),
        [
            ("tuyen_truyen", {}, "Chưa có con số nào lớn hơn 0"),
            ("tuyen_truyen", {"count_buoi": "0", "count_luot": "0"}, "Chưa có con số nào"),
            ("tuyen_truyen", {"count_luot": "201"}, "đơn vị có 40 đoàn viên"),
            ("tuyen_truyen", {"count_buoi": "31"}, "31 buổi là rất nhiều"),
            ("cham_lo_tet", {"count_tien": "12"}, "12 đồng là rất ít"),
        ],
    )
    def test_a_doubtful_number_is_asked_about_once_and_then_taken(
        self, client, user, kind, counts, doubt
    ):
        url = f"/activities/new/?kind={kind}"
        said = {"title": "Một việc", "done_on": "15/03/2024"} | counts

        asked = client.post(url, said)

        assert asked.status_code == 422
        assert doubt in asked.text
        assert not Activity.objects.exists()
        answered = client.post(url, said | {"asked": asked.context["form"]["asked"].value()})
        assert answered.status_code == 302
        assert Activity.objects.count() == 1

    def test_another_doubt_is_asked_anew(self, client, user):
        asked = client.post(NEW, typed(count_luot="201"))

        again = client.post(
            NEW, typed(count_luot="2010", asked=asked.context["form"]["asked"].value())
        )

        assert again.status_code == 422
        assert "2.010 lượt người" in again.text

    def test_what_is_usual_is_not_asked_about(self, client, user):
        assert client.post(NEW, typed(count_luot="200")).status_code == 302


def test_pictures_of_a_first_try_need_not_be_chosen_again(client, user):
    first = client.post(NEW, typed(title="", pictures=[image(photograph())]))
    assert "Đã giữ 1 ảnh vừa chọn" in first.text

    client.post(NEW, typed(kept=first.context["form"]["kept"].value()))

    assert Activity.objects.get().evidence.count() == 1


def test_pictures_of_somebody_else_cannot_be_slipped_in(client, user, workplace):
    recorded(workplace, pictures=[photograph()])
    picture = Picture.objects.get()

    client.post(NEW, typed(kept=f"[{picture.pk}]", title="Việc khác"))

    assert not Activity.objects.get(title="Việc khác").evidence.exists()


def test_a_file_that_is_no_picture_is_named_and_nothing_is_recorded(client, user):
    response = client.post(NEW, typed(pictures=[image(b"MZ", "virus.jpg")]))

    assert response.status_code == 422
    assert "virus.jpg: Hệ thống không nhận loại tệp này" in response.text
    assert not Activity.objects.exists()
    assert not Picture.objects.exists()


def test_pressed_twice_on_one_page_it_is_entered_once(client, user):
    once = client.get(NEW).context["form"]["once"].value()

    client.post(NEW, typed(once=once))
    second = client.post(NEW, typed(once=once), follow=True)

    assert Activity.objects.count() == 1
    assert "đã được ghi khi bạn bấm lần trước" in second.text


def test_a_post_that_has_ended_meanwhile_records_nothing(client, user):
    Post.objects.filter(person=user.person).update(ends_on=DAY)

    response = client.post(NEW, typed())

    assert response.status_code == 403
    assert "Chỉ người được giao ghi hoạt động" in response.text
    assert not Activity.objects.exists()


def test_somebody_with_two_units_says_for_which(client, user, workplace, province):
    other = UnitFactory(name="CĐCS Trường THPT Kim Sơn C", under=province)
    plan_of(other, full_number="09/KH")
    Post.objects.create(
        person=user.person,
        unit=other,
        kind=Post.objects.get(person=user.person).kind,
        starts_on=date(2020, 1, 1),
    )

    client.post(NEW, typed(unit=other.pk))

    assert Activity.objects.get().unit == other


def test_a_unit_of_others_is_not_taken(client, user, workplace, outsider):
    client.post(NEW, typed(unit=outsider.pk))

    assert set(Activity.objects.values_list("unit", flat=True)) <= {workplace.pk}


def test_a_person_without_any_post_records_nothing(client, plan, workplace):
    user = user_as(CLERK, workplace)
    user.person = Person.objects.create(name="Người khác")
    user.save(update_fields=["person"])
    client.force_login(user)

    assert client.get("/activities/new/").status_code == 403


def test_yesterday_is_recorded_in_the_phase_of_yesterday(client, user, plan):
    clock.set_sample_day(date(2024, 6, 2))

    client.post(NEW, typed(done_on="24/05/2024"))

    assert Activity.objects.get().phase.name == "Đợt 1"
