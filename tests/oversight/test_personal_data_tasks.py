"""What the desk for personal data puts among the tasks, and what asking costs."""

import pytest

from factories import CHAIR, CLERK, DAY, LONG_AGO, NOON, UnitFactory, actor_as, post_kind
from org.people_cases import member
from thidua.org.actions.links import make_links
from thidua.org.actor import Actor
from thidua.org.models import OneTimeLink, Post
from thidua.org.purposes import SELF_CHECK
from thidua.oversight.actions.personal_requests import enter_request
from thidua.oversight.models import Channel, Deadline, RetentionRule, Wish
from thidua.oversight.personal_data.asked import Asked
from thidua.oversight.personal_data.reference import load
from thidua.oversight.queries import tasks_of

pytestmark = pytest.mark.django_db
COMMITTEE = "committee"
QUIET = 5
"""Questions where nothing waits: everything at once, the units, rules, kinds, what is due."""


@pytest.fixture(autouse=True)
def rules(db):
    load(Deadline, RetentionRule)


@pytest.fixture
def chair(workplace):
    return actor_as(CHAIR, workplace)


def test_nothing_is_asked_for_who_keeps_nobody(workplace, django_assert_num_queries):
    somebody = actor_as(COMMITTEE, workplace)

    with django_assert_num_queries(0):
        assert tasks_of(somebody) == []


def test_a_quiet_desk_is_looked_through_with_few_questions(chair, django_assert_num_queries):
    with django_assert_num_queries(QUIET):
        assert tasks_of(chair) == []


def test_only_the_unit_with_something_due_is_named(chair, workplace, province):
    other = UnitFactory(name="CĐCS Trường THPT Hoa Lư B", under=province)
    Post.objects.create(
        person=chair.user.person, unit=other, kind=post_kind(CHAIR), starts_on=LONG_AGO
    )
    both = Actor.of(chair.user, DAY)
    links = {"purpose": SELF_CHECK, "once": "a", "by": both, "at": NOON}
    make_links(persons=[member(other, "Lê Văn Ba")], unit=other, **links)
    assert tasks_of(both) == []

    OneTimeLink.objects.update(expires_at=NOON.replace(year=NOON.year - 9))

    assert [(task.title, task.detail) for task in tasks_of(both)] == [
        ("Xử lý dữ liệu cá nhân đã hết thời hạn giữ", "CĐCS Trường THPT Hoa Lư B")
    ]


def test_what_is_asked_of_a_unit_that_ends_stays_a_task_of_who_keeps_its_records(
    workplace, province
):
    clerk = actor_as(CLERK, workplace)
    asked = Asked(wish=Wish.DELETION, channel=Channel.PAPER, text="Đơn", received_on=DAY)
    somebody = member(workplace, "Lò Thị Mai")
    enter_request(person=somebody, unit=workplace, asked=asked, by=clerk, at=NOON)
    successor = actor_as(CHAIR, province, "Trần Văn Hai")
    assert tasks_of(successor) == []

    workplace.kept_by = province
    workplace.save()

    assert [task.title for task in tasks_of(successor)] == [
        "Báo đã nhận yêu cầu “Xóa dữ liệu” của Lò Thị Mai",
        "Xử lý dữ liệu cá nhân đã hết thời hạn giữ",
    ]
