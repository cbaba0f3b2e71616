import pytest

from documents.papers import drafted, issued, signed, submitted
from factories import CHAIR, CLERK, KEEPER, NOON, OFFICER, VICE, UnitFactory, UserFactory, actor_as
from thidua.documents import actions, queries
from thidua.documents.models import Delivery
from thidua.org.actor import Actor


def told(actor):
    """Title, holder and whether it is mine, of each task."""
    return [(task.title, task.holder, task.mine) for task in queries.tasks_of(actor)]


def test_a_submitted_paper_waits_for_whoever_signs_and_the_drafter_sees_who(province):
    officer = actor_as(OFFICER, province, "Phạm Thu Hà")
    chair = actor_as(CHAIR, province, "Nguyễn Thị Hưng")
    paper = submitted(province)

    title = f"Duyệt ký {paper}"
    assert told(chair) == [(title, "Nguyễn Thị Hưng", True)]
    assert told(officer) == [(title, "Nguyễn Thị Hưng", False)]
    assert queries.tasks_of(chair)[0].url == f"/documents/{paper.pk}/"


def test_a_unit_without_a_signer_says_so(province):
    submitted(province)

    assert told(actor_as(OFFICER, province))[0][1:] == ("Chưa có người giữ", False)


def test_a_signed_paper_waits_for_its_number(province):
    clerk = actor_as(CLERK, province, "Lê Văn Thư")
    paper = signed(province)
    officer = actor_as(OFFICER, province)

    assert told(clerk) == [(f"Cấp số, ban hành {paper}", "Lê Văn Thư", True)]
    assert told(officer)[0][1:] == ("Lê Văn Thư", False)


def test_a_returned_draft_shows_its_reason_to_the_author(province):
    paper = submitted(province)
    chair = actor_as(CHAIR, province)
    actions.return_document(document=paper, reason="Thiếu chỉ tiêu", by=chair, at=NOON)
    author = Actor.of(paper.drafted_by, chair.day)

    (task,) = queries.tasks_of(author)

    paper.refresh_from_db()
    assert (task.title, task.detail, task.mine) == (
        f"Sửa và trình lại {paper}",
        "Thiếu chỉ tiêu",
        True,
    )
    assert told(chair) == [(task.title, "Phạm Thu Hà", False)]


def test_a_paper_sent_to_a_unit_waits_there_until_it_is_opened(province, workplace):
    issued(province, ["Các CĐCS trực thuộc"])
    chair = actor_as(CHAIR, workplace, "Vũ Văn An")
    assert told(chair) == [("Mở và xem Kế hoạch số 01/KH-CĐGD", "Vũ Văn An", True)]

    actions.open_delivery(delivery=Delivery.objects.get(), by=chair, at=NOON)

    assert told(chair) == []


def test_lines_nobody_has_matched_wait_for_whoever_sends(province):
    paper = signed(province, ["Nơi chưa rõ", "Lưu: VT"])
    clerk = actor_as(CLERK, province)

    tasks = queries.tasks_of(clerk)

    assert [task.title.split(" Kế")[0] for task in tasks] == [
        "Cấp số, ban hành",
        "Xác định nơi nhận của",
    ]
    assert (tasks[1].detail, tasks[1].url) == (
        "1 dòng chưa khớp với đơn vị, người hay cơ quan nào",
        f"/documents/{paper.pk}/recipients/",
    )


def test_people_without_a_part_in_it_have_no_task(province, workplace, outsider):
    submitted(province)

    for actor in (
        actor_as(KEEPER, province),
        actor_as(CHAIR, workplace),
        actor_as(CHAIR, outsider),
        Actor.of(UserFactory(), NOON.date()),
    ):
        assert queries.tasks_of(actor) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_questions_does_not_grow(province, count, django_assert_num_queries):
    above = UnitFactory(name="LĐLĐ tỉnh")
    vice = actor_as(VICE, above)
    for _ in range(count):
        drafted(above)
        submitted(above)
        signed(above, ["Nơi chưa rõ"])

    with django_assert_num_queries(5):
        assert len(queries.tasks_of(vice)) == 4 * count
