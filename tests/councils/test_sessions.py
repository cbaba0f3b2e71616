"""Councils, their meetings, and what the raised hands may say."""

from datetime import date, timedelta
from io import BytesIO

import pypdfium2
import pytest

from councils.meetings import (
    NAMES,
    attended,
    closed,
    council_of,
    counted,
    keeper_of,
    seat_of,
    session_of,
)
from factories import CHAIR, CLERK, DAY, NOON, actor_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.councils import actions, queries
from thidua.councils.models import Council, Item, Seat, SeatRole, SessionStatus
from thidua.councils.rules import carried, needed_of, quorum_of
from thidua.files.queries import content_of
from thidua.org.models import Person


@pytest.fixture
def session(province):
    return session_of(council_of(province))


@pytest.fixture
def item(session):
    return actions.append_item(session=session, subject="Giấy khen – Nguyễn Thị Thu")


def printed(stored):
    pages = pypdfium2.PdfDocument(BytesIO(content_of(stored)))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


@pytest.mark.parametrize(
    ("missing", "said"),
    [(SeatRole.SECRETARY, "chưa có thư ký"), (SeatRole.CHAIR, "đúng một Chủ tịch")],
)
def test_a_council_needs_a_chair_and_a_secretary(province, missing, said):
    names = {name: role for name, role in NAMES.items() if role != missing}

    with pytest.raises(DomainError, match=said):
        council_of(province, names)

    assert not Council.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_council_set_up_twice_on_one_page_is_one_council(province):
    keeper = keeper_of(province)

    first = council_of(province, once="a", by=keeper)
    second = council_of(province, once="a", by=keeper)

    assert first == second


def test_somebody_without_the_right_sets_up_no_council(province):
    with pytest.raises(Denied, match="việc hội đồng"):
        council_of(province, by=actor_as(CLERK, province))

    assert not Council.objects.exists()


def test_nobody_sits_twice_in_a_council(province):
    council = council_of(province)
    member = Seat.objects.filter(role=SeatRole.MEMBER).first().person

    with pytest.raises(DomainError, match="đã là thành viên"):
        actions.add_seat(
            council=council,
            person=member,
            role=SeatRole.DEPUTY,
            on=DAY,
            by=keeper_of(province),
            at=NOON,
        )


def test_a_council_whose_secretary_has_left_cannot_meet(province):
    council, keeper = council_of(province), keeper_of(province)
    later = DAY + timedelta(days=1)
    actions.end_seat(seat=seat_of(council, SeatRole.SECRETARY), on=later, by=keeper, at=NOON)

    with pytest.raises(DomainError, match="chưa có Thư ký Hội đồng"):
        session_of(council, held_on=later)


def test_a_session_outside_the_time_of_the_council_is_refused(province):
    with pytest.raises(DomainError, match="nằm ngoài"):
        session_of(council_of(province), held_on=date(2020, 1, 1))


def test_a_year_that_was_mistyped_opens_no_session(province):
    with pytest.raises(DomainError, match="24/03/2042 còn hơn một năm nữa"):
        session_of(council_of(province), held_on=date(2042, 3, 24))


def test_who_led_and_who_wrote_must_have_been_there(session):
    seats = {role: seat_of(session.council, role) for role in SeatRole}

    with pytest.raises(DomainError, match="phải là thành viên có mặt"):
        actions.record_attendance(
            session=session,
            present=[seats[SeatRole.CHAIR].pk],
            chaired_by=seats[SeatRole.CHAIR].pk,
            kept_by=seats[SeatRole.SECRETARY].pk,
            by=keeper_of(session.council.unit),
            at=NOON,
        )

    assert not session.attendances.exists()


def test_hands_are_counted_only_once_it_is_known_who_was_there(item):
    with pytest.raises(DomainError, match="người dự họp trước"):
        counted(item, 3)


def test_more_hands_than_people_are_refused_with_the_numbers(session, item):
    attended(session, absent=1)

    with pytest.raises(DomainError, match="5 ý kiến nhiều hơn 4 thành viên có mặt"):
        counted(item, 3, 1, 1)

    item.refresh_from_db()
    assert not item.counted


def test_fewer_people_than_hands_already_counted_are_refused(session, item):
    attended(session)
    counted(item, 5)

    with pytest.raises(DomainError, match="nhiều hơn 3"):
        attended(session, absent=2)

    assert session.attendances.count() == 5


def test_a_session_without_counts_is_not_closed(session, item):
    attended(session)

    with pytest.raises(DomainError, match="Còn 1 nội dung chưa ghi"):
        closed(session)

    session.refresh_from_db()
    assert (session.status, session.minutes) == (SessionStatus.OPEN, None)


def test_a_session_without_questions_is_not_closed(session):
    attended(session)

    with pytest.raises(DomainError, match="chưa có nội dung"):
        closed(session)


def test_a_session_of_tomorrow_is_not_closed_today(province):
    session = session_of(council_of(province), held_on=DAY + timedelta(days=1))

    with pytest.raises(DomainError, match="chưa tới"):
        closed(session)


def test_closing_keeps_the_minutes_with_counts_and_both_signatures(session, item):
    attended(session, absent=1)
    counted(item, 3, 1)

    done = closed(session)

    words = printed(done.minutes)
    assert done.status == SessionStatus.CLOSED
    for part in (
        "BIÊN BẢN",
        "Căn cứ Quyết định số 12/QĐ-CĐGD",
        "Có mặt 4/5 thành viên",
        "Vắng mặt: Lương Văn Khoa",
        "Giấy khen – Nguyễn Thị Thu",
        "Thông qua",
        "THƯ KÝ",
        "CHỦ TỌA",
    ):
        assert part in words


def test_a_session_closed_already_changes_no_more(session, item):
    attended(session)
    counted(item, 4)
    closed(session)

    for deed in (
        lambda: closed(session),
        lambda: counted(item, 5),
        lambda: attended(session),
        lambda: actions.append_item(session=session, subject="Khác"),
        lambda: actions.take_off(item=item),
    ):
        with pytest.raises(DomainError, match=r"đã có biên bản|đã biểu quyết"):
            deed()

    item.refresh_from_db()
    assert item.agree == 4


@pytest.mark.parametrize(("seats", "needed"), [(9, 6), (5, 4), (3, 2), (1, 1)])
def test_two_thirds_of_the_seats_make_a_quorum(seats, needed):
    assert quorum_of(seats) == needed


@pytest.mark.parametrize(
    ("agree", "present", "passed"), [(3, 5, True), (2, 4, False), (3, 4, True)]
)
def test_more_than_half_of_those_present_carry_and_a_tie_does_not(agree, present, passed):
    item = Item(agree=agree, disagree=present - agree, abstain=0)

    assert carried(item, present) is passed
    assert needed_of(present) <= present


def test_an_open_session_waits_for_whoever_keeps_councils(province, session, workplace):
    (task,) = queries.tasks_of(actor_as(CHAIR, province, "Trần Văn Minh"))

    assert (task.holder, task.mine, task.due) == ("Trần Văn Minh", True, DAY)
    assert queries.tasks_of(actor_as(CHAIR, workplace)) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_questions_for_tasks_does_not_grow(
    province, count, django_assert_num_queries
):
    keeper = actor_as(CHAIR, province)
    council = council_of(province)
    for _ in range(count):
        session_of(council)

    with django_assert_num_queries(1):
        assert len(queries.tasks_of(keeper)) == count


def test_a_member_of_the_council_without_any_post_sees_its_sessions(province, session):
    person = Person.objects.get(name="Đỗ Thị Hạnh")
    actor = actor_as(CLERK, province)
    assert not queries.sessions_visible_to(actor).exists()

    actor.user.person = person
    actor.user.save(update_fields=["person"])

    assert queries.sessions_visible_to(actor).get() == session
