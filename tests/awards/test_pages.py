"""The pages of councils and commendation, through their addresses."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from awards.cases import (
    certificate,
    issued,
    listed,
    member_of,
    nominated,
    phase_of,
    put,
    recommended,
    signed,
    submitted,
)
from councils.meetings import attended, council_of, session_of
from factories import CHAIR, CLERK, OFFICER, actor_as, user_as
from thidua.awards import forms, queries
from thidua.awards.models import Award, AwardList, Nomination, NominationStatus
from thidua.councils.models import Council, SeatRole, SessionStatus


@pytest.fixture
def chair(client, province, workplace):
    """The chair of the workplace, signed in; the superior has a plan and certificates to give."""
    certificate(province.kind.code)
    phase_of(province, below=[workplace])
    user = user_as(CHAIR, workplace, "Vũ Văn An")
    client.force_login(user)
    return user


@pytest.fixture
def officer(client, province):
    user = user_as(OFFICER, province, "Phạm Thu Hà")
    client.force_login(user)
    return user


def typed(unit, decider, who, **more):
    return {
        "unit": unit.pk,
        "to": decider.pk,
        "sort": "person",
        "who": who,
        "kind": certificate(decider.kind.code).pk,
        "phase": phase_of(decider).pk,
        "merit": "Có thành tích xuất sắc",
        "achievements": "Hai sáng kiến.",
        "once": "a",
    } | more


def test_somebody_is_found_by_a_name_without_marks_and_put_forward(
    client, chair, province, workplace
):
    member_of(workplace, "Nguyễn Thị Thu")

    answer = client.post("/awards/new/", typed(workplace, province, "nguyen thi thu"), follow=True)

    one = Nomination.objects.get()
    assert answer.redirect_chain == [(one.get_absolute_url(), 302)]
    assert "Soát lại rồi gửi" in answer.text
    client.post(f"/awards/{one.pk}/submit/")
    one.refresh_from_db()
    assert one.status == NominationStatus.SUBMITTED


def test_where_units_are_very_many_one_is_named_instead_of_chosen(
    client, chair, province, workplace, monkeypatch
):
    monkeypatch.setattr(forms, "FEW", 0)
    page = client.get(f"/awards/new/?unit={workplace.pk}")

    client.post(
        "/awards/new/",
        typed(workplace, province, "", sort="unit", subject_unit=workplace.name.lower()),
    )

    assert '<select name="subject_unit"' not in page.text
    assert Nomination.objects.get().subject_unit == workplace


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Không Có Ai", "Không có ai tên hoặc mã"),
        ("", "Chưa ghi họ tên"),
        ("Trần Văn Hai", "có 2 người tên"),
    ],
)
def test_nobody_or_two_of_a_name_is_said_and_nothing_typed_is_lost(
    client, chair, province, workplace, who, said
):
    for _ in range(2):
        member_of(workplace, "Trần Văn Hai")

    answer = client.post("/awards/new/", typed(workplace, province, who))

    assert answer.status_code == 422
    assert said in answer.text
    assert "Hai sáng kiến." in answer.text
    assert not Nomination.objects.exists()


def test_a_code_tells_two_of_a_name_apart(client, chair, province, workplace):
    member_of(workplace, "Trần Văn Hai", "NB-001")
    second = member_of(workplace, "Trần Văn Hai", "NB-002")

    client.post("/awards/new/", typed(workplace, province, "nb-002"))

    assert Nomination.objects.get().person == second


def test_putting_forward_twice_comes_back_with_the_sentence(client, chair, province, workplace):
    person = member_of(workplace, "Nguyễn Thị Thu")
    nominated(workplace, province, person)

    answer = client.post("/awards/new/", typed(workplace, province, "Nguyễn Thị Thu"))

    assert (answer.status_code, "trong đợt này" in answer.text) == (422, True)


def test_a_unit_above_which_nothing_is_given_says_so(client, chair, workplace, province):
    certificate(province.kind.code).delete()

    assert "Chưa có hình thức khen nào" in client.get("/awards/new/").text


def test_a_draft_of_another_unit_does_not_exist_for_the_superior(
    client, officer, province, workplace
):
    one = nominated(workplace, province)

    assert client.get(one.get_absolute_url()).status_code == 404


def test_a_return_without_a_reason_stays_on_the_page(client, officer, province, workplace):
    one = submitted(workplace, province)

    answer = client.post(f"/awards/{one.pk}/return/", {"return-reason": ""})

    assert (answer.status_code, "Chưa ghi lý do" in answer.text) == (422, True)


@pytest.mark.parametrize("act", ["return", "decline"])
def test_a_nomination_that_was_sent_anew_is_read_anew(client, officer, province, workplace, act):
    one = submitted(workplace, province)
    page = client.get(one.get_absolute_url()).text
    shown = re.search(r'name="submitted_at" value="([^"]+)"', page)[1]
    typed = {f"{act}-reason": "Thiếu minh chứng", "submitted_at": shown}
    Nomination.objects.update(submitted_at=one.submitted_at + timedelta(minutes=5))

    stale = client.post(f"/awards/{one.pk}/{act}/", typed)
    again = client.get(one.get_absolute_url()).text
    typed["submitted_at"] = re.search(r'name="submitted_at" value="([^"]+)"', again)[1]
    done = client.post(f"/awards/{one.pk}/{act}/", typed)

    assert (stale.status_code, done.status_code) == (409, 302)
    assert "rút lại, sửa rồi gửi lại sau khi bạn mở trang" in stale.text


def test_taking_back_what_is_before_the_council_is_a_conflict(client, chair, province, workplace):
    (one,) = put([submitted(workplace, province)])

    answer = client.post(f"/awards/{one.pk}/withdraw/")

    assert (answer.status_code, "đã đưa ra hội đồng" in answer.text) == (409, True)


def test_a_council_without_a_secretary_is_not_set_up(client, officer, province):
    lead = user_as(CHAIR, province, "Bùi Thanh Tùng").person

    answer = client.post(
        "/councils/new/",
        {"name": "Hội đồng", "starts_on": "15/3/24", f"seat-{lead.pk}": SeatRole.CHAIR.value},
    )

    assert (answer.status_code, "chưa có thư ký" in answer.text) == (422, True)
    assert not Council.objects.exists()


def test_a_session_goes_from_attendance_to_minutes(client, officer, province, workplace):
    one = submitted(workplace, province)
    session = session_of(council_of(province))
    home = session.get_absolute_url()
    client.post("/awards/put/", {"session": session.pk, "nominations": [one.pk]})
    item = session.items.get()
    seats = {seat.role: seat.pk for seat in session.council.seats.all()}
    client.post(
        f"{home}attend/",
        {
            "present": list(session.council.seats.values_list("pk", flat=True)),
            "chaired_by": seats[SeatRole.CHAIR],
            "kept_by": seats[SeatRole.SECRETARY],
        },
    )
    hands = {"agree": 6, "disagree": 0, "abstain": 0}
    over = client.post(
        f"/councils/items/{item.pk}/count/",
        {f"item-{item.pk}-{name}": value for name, value in hands.items()},
    )
    early = client.post(f"{home}close/")
    client.post(
        f"/councils/items/{item.pk}/count/",
        {f"item-{item.pk}-{name}": value for name, value in (hands | {"agree": 5}).items()},
    )
    closed = client.post(f"{home}close/", follow=True)
    again = client.post(f"{home}close/")

    one.refresh_from_db()
    session.refresh_from_db()
    assert (over.status_code, "6 ý kiến nhiều hơn 5" in over.text) == (409, True)
    assert (early.status_code, "chưa ghi số người" in early.text) == (409, True)
    assert "lập biên bản" in closed.text
    assert (session.status, one.status) == (SessionStatus.CLOSED, NominationStatus.RECOMMENDED)
    assert again.status_code == 409
    assert client.get(f"{home}minutes/").content.startswith(b"%PDF")


def test_too_few_people_are_reminded_of_and_do_not_block(client, officer, province):
    session = session_of(council_of(province))
    attended(session, absent=2)

    assert "Chưa đủ túc số, chỉ nhắc" in client.get(session.get_absolute_url()).text


def test_a_decision_goes_from_the_draft_to_the_book(client, officer, province, workplace):
    recommended(workplace, province, "Lê Quang Huy", "Vũ Thị Ngọc")
    page = client.get("/awards/decisions/new/")
    initial = page.context["form"].initial

    client.post("/awards/decisions/new/", {"unit": province.pk} | initial)
    one = AwardList.objects.get()
    home = one.get_absolute_url()
    assert client.get(f"{home}preview/").content.startswith(b"%PDF")
    client.post(f"{home}submit/")
    client.force_login(user_as(CHAIR, province, "Nguyễn Thị Hưng"))
    client.post(f"{home}sign/")
    client.force_login(user_as(CLERK, province, "Lê Văn Thư"))
    answer = client.post(f"{home}issue/", {"dated": "15/3/24"}, follow=True)
    twice = client.post(f"{home}issue/", {"dated": "15/3/24"})

    assert "ghi 2 dòng vào sổ vàng" in answer.text
    assert (twice.status_code, "đã được ban hành" in twice.text) == (409, True)
    assert "Lê Quang Huy" in client.get("/awards/book/").text


def test_a_decision_about_nobody_comes_back(client, officer, province, workplace):
    recommended(workplace, province)
    initial = client.get("/awards/decisions/new/").context["form"].initial

    answer = client.post("/awards/decisions/new/", initial | {"nominations": []})

    assert (answer.status_code, "Danh sách chưa có ai" in answer.text) == (422, True)
    assert not AwardList.objects.exists()


def test_praise_stands_in_the_book_until_it_is_taken_back(client, chair, province, workplace):
    member_of(workplace, "Hoàng Văn E")
    praise = {
        "sort": "person",
        "who": "hoang van e",
        "phase": phase_of(province).pk,
        "merit": "Cứu người đuối nước",
        "praised_on": "15/3/24",
    }
    said = client.post("/awards/praise/", praise, follow=True)
    row = workplace.praises.get()
    empty = client.post(f"/awards/praise/{row.pk}/withdraw/", {"reason": ""})
    back = client.post(f"/awards/praise/{row.pk}/withdraw/", {"reason": "Nhầm"}, follow=True)

    assert "Đã biểu dương Hoàng Văn E" in said.text
    assert empty.status_code == 422
    assert "Đã rút 15/03/2024" in back.text


@pytest.mark.parametrize("page", ["/awards/praise/", "/awards/new/"])
def test_a_collective_that_was_not_chosen_is_asked_for(client, chair, province, page):
    answer = client.post(page, {"sort": "unit", "subject_unit": ""})

    assert answer.status_code == 422
    assert "Chưa chọn tập thể." in answer.text


@pytest.mark.parametrize("page", ["/awards/praise/", "/awards/new/", "/awards/book/"])
def test_what_names_another_unit_is_not_done_for_one_s_own(client, chair, province, page):
    assert client.get(page, {"unit": province.pk}).status_code == 404
    if page != "/awards/book/":
        assert client.post(page, {"unit": province.pk}).status_code == 404


def test_a_merit_of_signs_that_nobody_sees_is_none(client, chair):
    answer = client.post("/awards/praise/", {"merit": "\u200b"})

    assert answer.status_code == 422
    assert "Chưa ghi việc làm được biểu dương." in answer.text


def test_a_year_that_cannot_be_opens_the_book_of_today(client, chair):
    page = client.get("/awards/book/", {"year": "9" * 5000})

    assert (page.status_code, page.context["year"]) == (200, 2024)


def test_tasks_tell_who_holds_what(province, workplace):
    chair, officer = actor_as(CHAIR, workplace, "Vũ Văn An"), actor_as(OFFICER, province, "Phạm A")
    nominated(workplace, province, by=chair)
    submitted(workplace, province)
    recommended(workplace, province)

    mine = [(task.act, task.mine) for task in queries.tasks_of(chair)]
    theirs = [(task.title, task.mine) for task in queries.tasks_of(officer)]

    assert mine == [("Mở đề nghị", True), ("Xem", False)]
    assert theirs == [
        ("Thẩm định 1 đề nghị khen thưởng", True),
        ("Lập quyết định khen thưởng cho 1 đề nghị", True),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_questions_does_not_grow(
    client, province, workplace, count, django_assert_num_queries
):
    chair = actor_as(CHAIR, workplace)
    for _ in range(count):
        nominated(workplace, province, by=chair)
        submitted(workplace, province)

    with django_assert_num_queries(2):
        assert len(queries.tasks_of(chair)) == count + 1


def test_lists_ask_no_more_for_more_rows(client, officer, province, workplace):
    def asked():
        client.get("/councils/")  # the frame keeps its numbers for some seconds
        counts = []
        for address in ("/awards/", "/awards/put/", "/awards/decisions/", "/awards/book/"):
            with CaptureQueriesContext(connection) as queried:
                assert client.get(address).status_code == 200
            counts.append(len(queried))
        return counts

    def more(name):
        put([submitted(workplace, province)])
        submitted(workplace, province)
        issued(signed(listed(province, recommended(workplace, province, name))))

    more("A Văn B")
    first = asked()
    more("C Văn D")
    more("E Văn G")

    assert Award.objects.count() == 3
    assert asked() == first


def test_the_meeting_room_asks_no_more_for_more_questions(client, officer, province, workplace):
    def asked(session):
        client.get("/councils/")  # the frame keeps its numbers for some seconds
        with CaptureQueriesContext(connection) as queried:
            assert client.get(session.get_absolute_url()).status_code == 200
        return len(queried)

    council = council_of(province)
    few, many = session_of(council), session_of(council)
    put([submitted(workplace, province)], few)
    put([submitted(workplace, province) for _ in range(3)], many)

    assert asked(many) == asked(few)


def test_the_session_is_named_and_led_to_only_where_it_may_be_seen(
    client, chair, workplace, province
):
    nomination = recommended(workplace, province)[0]
    session = nomination.item.session

    own = client.get(nomination.get_absolute_url()).text
    client.force_login(user_as(OFFICER, province))
    above = client.get(nomination.get_absolute_url()).text

    assert str(session) in own
    assert session.get_absolute_url() not in own
    assert session.get_absolute_url() in above
