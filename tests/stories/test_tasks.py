"""What waits to be done with stories."""

import pytest

from certificates.papers import phase_of
from factories import CHAIR, CLERK, DAY, NOON, actor_as
from stories.told import WORDS
from thidua.awards.models import Praise
from thidua.stories import actions, queries


@pytest.mark.parametrize("count", [1, 3])
def test_tasks_tell_what_a_draft_lacks_in_one_question(
    province, officer, count, django_assert_num_queries
):
    for _place in range(count):
        story = actions.start_story(unit=province, words=WORDS, by=officer, at=NOON)
    actions.note_consent(story=story, on=DAY, how="Ký giấy", by=officer, at=NOON)

    with django_assert_num_queries(1):
        tasks = queries.tasks_of(officer)

    titles = [task.title for task in tasks]
    assert titles.count(f"Ghi sự đồng ý cho bài “{WORDS.title}”") == count - 1
    assert titles[-1] == f"Đăng bài “{WORDS.title}”"


def test_a_public_story_whose_praise_was_withdrawn_is_looked_at_again(
    province, workplace, published, officer
):
    published.praise = Praise.objects.create(
        unit=province,
        unit_path="/",
        phase=phase_of(province),
        subject_unit=workplace,
        subject_name=published.subject_name,
        merit="Tổ chức tốt",
        praised_on=DAY,
        entered_by=officer.user,
        entered_at=NOON,
    )
    published.save()
    assert queries.tasks_of(officer) == []

    published.praise.withdrawn_at = NOON
    published.praise.withdraw_reason = "Nhầm người"
    published.praise.save()

    (task,) = queries.tasks_of(officer)
    assert task.title == f"Xem lại bài “{published.title}”: biểu dương đã được rút lại"


def test_a_colleague_is_told_who_holds_a_draft(province, story):
    (task,) = queries.tasks_of(actor_as(CHAIR, province))

    assert (task.mine, task.holder, task.act) == (False, "Phạm Thu Hà", "Xem")


def test_nobody_without_the_right_has_these_tasks(province, story):
    assert queries.tasks_of(actor_as(CLERK, province)) == []
