"""What was done is told with the names, and among the units, of its own day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, DAY, NOON, OFFICER, UnitFactory, actor_as, user_as
from oversight.following import carried_out, ended, merged
from pledges.sheets import plan_of, sheet_of
from progress.below import plan_to
from thidua.cascade.models import Launch
from thidua.cascade.queries import phases_for
from thidua.org.models import UnitName
from thidua.progress.queries import plans_followed, plans_shown
from thidua.stories.models import Story, StoryStatus
from thidua.stories.queries import published

pytestmark = pytest.mark.django_db
OLD = "CĐCS Trường cấp 3 Gia Viễn"


@pytest.fixture
def district(province):
    return UnitFactory(name="Liên đoàn Lao động huyện Gia Viễn", under=province)


@pytest.fixture
def school(district):
    return UnitFactory(name="CĐCS Trường THPT Gia Viễn A", under=district)


@pytest.fixture
def commune(province):
    return UnitFactory(name="Công đoàn xã Gia Viễn", under=province)


def renamed(unit, on):
    """Until `on` it bore another name."""
    now = unit.names.get(ends_on=None)
    begun = now.starts_on
    UnitName.objects.filter(pk=now.pk).update(starts_on=on)
    now.pk, now.name, now.starts_on, now.ends_on = None, OLD, begun, on
    now.save(force_insert=True)


def test_the_plan_of_an_ended_issuer_is_looked_at_where_its_records_are_kept(
    client, province, district, school, commune
):
    plan = plan_to(district, school)
    carried_out(province, merged(district, commune), on=DAY)
    chair = user_as(CHAIR, commune, "Đinh Thị Lụa")
    client.force_login(chair)

    page = client.get(reverse("progress:plan", args=[plan.pk]))
    reminding = client.get(reverse("progress:remind", args=[plan.pk]))

    assert page.status_code == 200
    assert [row.unit for row in page.context["matrix"].rows] == [school]
    assert page.context["matrix"].day == DAY - timedelta(days=1)
    assert "đã kết thúc hoạt động; bảng này dừng ở ngày 14/03/2024" in page.text
    assert reminding.status_code == 403
    assert page.context["may_write"] is False


def test_an_ended_issuer_s_plan_makes_no_task_and_is_hidden_from_strangers(
    client, province, district, school, commune, outsider
):
    plan = plan_to(district, school)
    carried_out(province, ended(district, commune, ends_below=True), on=DAY)
    keeper = actor_as(CHAIR, commune)
    client.force_login(user_as(CHAIR, outsider))

    assert list(plans_shown(keeper)) == [plan]
    assert not plans_followed(keeper).exists()
    assert client.get(reverse("progress:plan", args=[plan.pk])).status_code == 404


def test_a_pledge_sheet_bears_the_name_of_the_day_it_opened(client, school):
    sheet = sheet_of(school, plan_of(school).phases.first())
    renamed(school, sheet.opens_on + timedelta(days=1))
    client.force_login(user_as(CHAIR, school))

    listed = client.get(reverse("pledges:list")).text
    page = client.get(sheet.get_absolute_url()).text

    assert OLD in listed
    assert OLD in page


def test_a_launch_bears_the_name_of_its_day(client, school):
    plan = plan_of(school)
    phase = next(iter(phases_for(school, DAY)), plan.phases.first())
    launch = Launch.objects.create(
        phase=phase,
        unit=school,
        launched_on=date(2024, 2, 1),
        entered_by=user_as(OFFICER, school),
        entered_at=NOON,
    )
    renamed(school, date(2024, 3, 1))
    client.force_login(user_as(CHAIR, school))

    page = client.get(reverse("cascade:launch", args=[phase.pk, school.pk]))

    assert page.context["launch"] == launch
    assert OLD in page.text


def test_a_story_bears_the_name_of_the_day_it_was_published(client, school):
    writer = user_as(OFFICER, school)
    Story.objects.create(
        unit=school,
        title="Cô giáo Lan",
        subject_name="Lê Thị Lan",
        written_by=writer,
        written_at=NOON,
        consent_on=DAY,
        consent_how="Đồng ý trực tiếp",
        status=StoryStatus.PUBLISHED,
        published_at=NOON,
        published_by=writer,
    )
    renamed(school, DAY + timedelta(days=1))

    assert [story.unit_then for story in published()] == [OLD]
