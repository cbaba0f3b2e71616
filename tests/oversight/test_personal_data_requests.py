"""The desk for personal data: days, extension once, copies, consents (PDP-02, PDP-04)."""

import json
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, KEEPER, NOON, UnitFactory, UserFactory, actor_as, user_as
from org.factor_cases import KEY
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.files.queries import content_of
from thidua.org.actions.corrections import ask_correction
from thidua.org.actions.factors import set_up_app
from thidua.org.actor import Actor
from thidua.org.models import FactKind, GuardedFact, UnitKind
from thidua.org.second_factor.app_codes import code_at, present_step
from thidua.oversight.actions import consents
from thidua.oversight.actions.person_exports import ask_for_export
from thidua.oversight.actions.personal_requests import enter_request, extend, settle, take_up
from thidua.oversight.models import (
    Channel,
    Consent,
    DataRequest,
    Deadline,
    PersonExport,
    RetentionRule,
    Wish,
    WishState,
)
from thidua.oversight.personal_data.asked import Asked
from thidua.oversight.personal_data.reference import load
from thidua.oversight.queries import tasks_of
from thidua.oversight.queries.personal_data import days_for

pytestmark = pytest.mark.django_db
FRIDAY = date(2024, 3, 15)


@pytest.fixture(autouse=True)
def rules(db):
    load(Deadline, RetentionRule)


@pytest.fixture
def clerk(workplace):
    return actor_as(CLERK, workplace)


@pytest.fixture
def mai(workplace):
    return member(workplace, "Lò Thị Mai", phone="0912345678")


@pytest.fixture
def guarded(mai, clerk):
    kind = FactKind.objects.create(
        code="k", name="Dân tộc", purpose="p", legal_ground="l", starts_on=DAY
    )
    return GuardedFact.objects.create(
        person=mai, kind=kind, value="Thái", entered_by=clerk.user, entered_at=NOON
    )


def asked(wish, **more):
    return Asked(wish=wish, channel=Channel.PAPER, text="Đơn", received_on=DAY, **more)


@pytest.fixture
def wanted(mai, workplace, clerk):
    return enter_request(person=mai, unit=workplace, asked=asked(Wish.ACCESS), by=clerk, at=NOON)


@pytest.mark.parametrize(
    ("wish", "others", "days"),
    [
        (Wish.ACCESS, False, 10),
        (Wish.DELETION, False, 20),
        (Wish.WITHDRAWAL, False, 15),
        (Wish.WITHDRAWAL, True, 20),
        (Wish.OBJECTION, False, 15),
    ],
)
def test_each_wish_has_its_days(wish, others, days):
    assert days_for(wish, FRIDAY, with_others=others).due_on == FRIDAY + timedelta(days=days)


def test_two_working_days_leave_out_saturday_and_sunday():
    assert days_for(Wish.ACCESS, FRIDAY, with_others=False).take_up_by == date(2024, 3, 19)


def test_a_request_is_a_task_with_its_day(wanted, clerk):
    fresh = tasks_of(clerk)
    take_up(request=wanted, by=clerk, at=NOON)
    later = tasks_of(clerk)

    assert [(task.due, task.url) for task in fresh] == [
        (date(2024, 3, 19), wanted.get_absolute_url())
    ]
    assert [task.due for task in later] == [DAY + timedelta(days=10)]


def test_it_is_extended_once_and_with_a_reason(wanted, clerk):
    before = wanted.due_on

    longer = extend(request=wanted, reason="Hồ sơ nhiều", by=clerk, at=NOON)

    assert longer.due_on == before + timedelta(days=15)
    with pytest.raises(DomainError, match="một lần"):
        extend(request=wanted, reason="Hồ sơ nhiều", by=clerk, at=NOON)


def test_nobody_above_sees_who_asked_for_what(wanted, province, clerk):
    above = actor_as(CHAIR, province)

    with pytest.raises(Denied):
        take_up(request=wanted, by=above, at=NOON)
    assert tasks_of(above) == []


def test_a_correction_from_a_link_has_its_day_at_the_desk(client, mai, workplace, clerk):
    ask_correction(person=mai, unit=workplace, wanted={"phone": "0988"}, note="", at=NOON)
    client.force_login(clerk.user)

    page = client.get(reverse("oversight:data_requests"))

    assert "hạn 25/03/2024" in page.text
    assert [task.due for task in tasks_of(clerk)] == [DAY + timedelta(days=10)]


def test_the_copy_holds_everything_and_goes_when_the_request_is_settled(
    wanted, mai, workplace, guarded, client
):
    chair = actor_as(CHAIR, workplace)
    ask_for_export(request=wanted, by=chair, at=NOON)
    client.force_login(chair.user)

    answer = client.post(reverse("oversight:take_person_export", args=[wanted.pk]))
    box = ZipFile(BytesIO(answer.content))
    told = json.loads(box.read("du-lieu.json"))
    page = box.read("du-lieu.html").decode()

    assert sorted(box.namelist()) == ["du-lieu.html", "du-lieu.json"]
    assert told["name"] == "Lò Thị Mai"
    assert all(word in page for word in ("Thái", "0912345678", workplace.name))
    assert AuditEvent.objects.filter(type="person_export.taken", thing="Lò Thị Mai").exists()
    settle(request=wanted, done=True, answer="Đã giao tận tay", by=chair, at=NOON)
    assert PersonExport.objects.get().file is None


def test_who_may_not_read_guarded_facts_neither_makes_nor_takes_the_copy(
    wanted, workplace, guarded, clerk, client
):
    """Otherwise entering a request would be the way around the reason (PDP-01)."""
    with pytest.raises(Denied, match="dữ liệu cá nhân được bảo vệ"):
        ask_for_export(request=wanted, by=clerk, at=NOON)
    ask_for_export(request=wanted, by=actor_as(CHAIR, workplace), at=NOON)
    client.force_login(clerk.user)

    taken = client.post(reverse("oversight:take_person_export", args=[wanted.pk]))
    page = client.get(reverse("oversight:data_request", args=[wanted.pk]))

    assert taken.status_code == 403
    assert "dữ liệu cá nhân được bảo vệ" in page.text
    assert "Tải tệp" not in page.text
    assert not AuditEvent.objects.filter(type="person_export.taken").exists()


def test_a_copy_never_holds_a_secret(wanted, mai, clerk):
    user = UserFactory(person=mai)
    user.set_password("bi-mat-that")
    user.save()
    set_up_app(secret=KEY, code=code_at(KEY, present_step()), by=Actor.of(user, DAY), at=NOON)
    sealed = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]

    ask_for_export(request=wanted, by=clerk, at=NOON)

    box = ZipFile(BytesIO(content_of(PersonExport.objects.get().file)))
    told = box.read("du-lieu.json").decode()
    assert user.username in told
    assert user.password not in told
    assert sealed not in told


def test_a_copy_is_made_only_for_a_wish_to_see(mai, workplace, clerk):
    other = enter_request(person=mai, unit=workplace, asked=asked(Wish.DELETION), by=clerk, at=NOON)

    with pytest.raises(DomainError, match="xem, nhận"):
        ask_for_export(request=other, by=clerk, at=NOON)
    assert not PersonExport.objects.exists()


def test_from_the_person_to_the_answer_on_the_screen(client, mai, workplace):
    client.force_login(user_as(CLERK, workplace))
    new = reverse("oversight:new_data_request", args=[mai.pk])
    typed = {"wish": "access", "channel": "phone", "received_on": "15/3/2024", "text": "Xin xem"}

    refused = client.post(new, {**typed, "received_on": "16/3/2024"})
    page = client.post(new, typed, follow=True)
    request = DataRequest.objects.get()
    client.post(reverse("oversight:take_up_data_request", args=[request.pk]))
    late = reverse("oversight:extend_data_request", args=[request.pk])
    client.post(late, {"reason": "Nhiều hồ sơ"})
    client.post(
        reverse("oversight:settle_data_request", args=[request.pk]),
        {"how": "done", "answer": "Đã giao"},
    )

    request.refresh_from_db()
    assert "chưa tới" in refused.text
    assert "Xin xem" in page.text
    assert (request.state, request.answer) == (WishState.DONE, "Đã giao")
    assert request.extended_at is not None
    assert "Đã làm xong" in client.get(reverse("oversight:data_requests"), {"loc": "settled"}).text


def test_a_superior_has_no_desk_for_people_below(client, mai, province):
    client.force_login(user_as(KEEPER, province))
    new = reverse("oversight:new_data_request", args=[mai.pk])

    person = client.get(mai.get_absolute_url())

    assert person.status_code == 200
    assert new not in person.text
    assert client.get(new).status_code == 404


def test_people_of_a_group_come_to_the_desk_of_the_union(client, workplace):
    kind = UnitKind.objects.create(code="to", name="Tổ", keeps_register=False)
    tu = member(UnitFactory(under=workplace, kind=kind), "Lê Văn Tư")
    client.force_login(user_as(CLERK, workplace))
    typed = {"wish": "access", "channel": "phone", "received_on": "15/3/2024", "text": "Xin xem"}

    new = reverse("oversight:new_data_request", args=[tu.pk])
    linked = new in client.get(tu.get_absolute_url()).text
    page = client.post(new, typed, follow=True)

    assert linked
    assert "Xin xem" in page.text
    assert DataRequest.objects.get().unit == workplace


class TestConsents:
    @pytest.fixture
    def text(self, workplace, clerk):
        return consents.write_text(
            unit=workplace, title="Đăng ảnh", text="Ảnh và tên…", by=clerk, at=NOON
        )

    def give(self, text, person, by):
        return consents.give_consent(
            text=text,
            person=person,
            given_on=DAY,
            channel=Channel.PAPER,
            proof="Cặp số 2",
            by=by,
            at=NOON,
        )

    def test_it_is_given_once_and_taken_back_any_time(self, text, mai, clerk):
        consent = self.give(text, mai, clerk)
        with pytest.raises(DomainError, match="đang đồng ý"):
            self.give(text, mai, clerk)

        consents.withdraw_consent(consent=consent, on=DAY, how="Nói trực tiếp", by=clerk, at=NOON)

        assert Consent.objects.get().withdrawn_on == DAY
        assert self.give(text, mai, clerk).pk != consent.pk

    def test_new_words_are_a_new_version(self, text, workplace, clerk):
        second = consents.write_text(
            unit=workplace, title="Đăng ảnh", text="Lời khác", by=clerk, at=NOON
        )

        assert (text.version, second.version) == (1, 2)

    def test_nothing_is_chosen_beforehand(self, client, text, mai, workplace):
        client.force_login(user_as(CLERK, workplace))
        url = reverse("oversight:give_consent", args=[mai.pk])

        page = client.get(url)
        client.post(
            url,
            {"text": text.pk, "given_on": "15/3/2024", "channel": "paper", "proof": "Cặp số 2"},
        )

        assert f'<option value="{text.pk}" selected' not in page.text
        assert Consent.objects.get().proof == "Cặp số 2"
        assert "Lò Thị Mai" in client.get(reverse("oversight:consents"), {"q": "mai lo"}).text
