"""What an ended unit leaves behind: whoever keeps its records reads and closes it."""

import pytest
from django.urls import reverse

from factories import CHAIR, KEEPER, NOON, UnitFactory, actor_as, user_as
from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.notify.actions.channels import add_hook
from thidua.notify.hooked import Hooked
from thidua.org.actions.corrections import ask_correction
from thidua.org.actions.kiosks import start_kiosk
from thidua.org.actions.links import make_links
from thidua.org.models import Asking, Membership, Person
from thidua.org.purposes import SELF_CHECK

HOOK = Hooked(
    name="Tin nhắn", url="https://sms.example", template="{}", reached_by="phone", is_active=True
)


@pytest.fixture
def member(workplace):
    person = Person.objects.create(name="Lê Văn Bình", phone="0912345678")
    Membership.objects.create(person=person, unit=workplace, starts_on="2020-01-01")
    return person


@pytest.fixture
def left(province, workplace, member):
    """A batch of links, a machine, a request and a channel of a unit that ended afterwards."""
    by, keeper = actor_as(CHAIR, workplace, "Trần Văn Lâm"), actor_as(KEEPER, workplace, "Lê Ba")
    now = clock.now()
    batch = make_links(
        persons=[member], unit=workplace, purpose=SELF_CHECK, once="a", by=by, at=now
    )
    kiosk = start_kiosk(unit=workplace, name="Máy 1", pin="1234", hours=8, by=by, at=now).kiosk
    asked = ask_correction(
        person=member, unit=workplace, wanted={"phone": "0900000001"}, note="", at=NOON
    )
    hook = add_hook(unit=workplace, hooked=HOOK, by=keeper, at=NOON)
    workplace.kept_by = UnitFactory(name="CĐCS Trường liên cấp", under=province)
    workplace.save()
    return {"batch": batch, "kiosk": kiosk, "asked": asked, "hook": hook, "unit": workplace}


@pytest.fixture
def successor(client, left):
    client.force_login(user_as(CHAIR, left["unit"].kept_by, "Phạm Thị Thơm"))
    return client


def press(client, route, pk):
    return client.post(reverse(route, args=[pk]), follow=True)


def test_papers_that_still_open_something_are_found_and_taken_back(successor, left):
    listed = successor.get(reverse("org:links"))
    page = successor.get(reverse("org:link_batch", args=[left["batch"].pk]))
    done = press(successor, "org:revoke_link", left["batch"].links.get().pk)

    assert reverse("org:link_batch", args=[left["batch"].pk]) in listed.text
    assert "Lê Văn Bình" in page.text
    assert "Đã hủy phiếu của Lê Văn Bình." in done.text
    assert "đã kết thúc, còn dùng được" not in successor.get(reverse("org:links")).text


def test_a_machine_is_ended_from_afar(successor, left):
    listed = successor.get(reverse("org:kiosks"))
    done = press(successor, "org:end_kiosk", left["kiosk"].pk)

    assert "Máy 1" in listed.text
    assert done.status_code == 200
    assert "Đã kết thúc chế độ dùng chung của Máy 1." in done.text


def test_what_a_member_asked_for_is_settled(successor, left, member):
    listed = successor.get(reverse("org:corrections"))
    press(successor, "org:apply_correction", left["asked"].pk)

    left["asked"].refresh_from_db()
    member.refresh_from_db()
    assert "Lê Văn Bình" in listed.text
    assert (left["asked"].state, member.phone) == (Asking.APPLIED, "0900000001")


def test_nothing_new_begins_for_it(left, member):
    by = actor_as(CHAIR, left["unit"].kept_by, "Phạm Thị Thơm")

    with pytest.raises(DomainError, match="đã kết thúc hoạt động"):
        make_links(
            persons=[member], unit=left["unit"], purpose=SELF_CHECK, once="b", by=by, at=NOON
        )
    with pytest.raises(DomainError, match="đã kết thúc hoạt động"):
        start_kiosk(unit=left["unit"], name="Máy 2", pin="1234", hours=8, by=by, at=NOON)


def test_a_channel_is_read_and_switched_off(client, left):
    client.force_login(user_as(KEEPER, left["unit"].kept_by, "Vũ Văn Tư"))
    url = reverse("notify:hook", args=[left["hook"].pk])
    words = {"name": "Tin nhắn", "url": "https://sms.example/", "reached_by": "phone"}
    words["template"] = '{"to": "{to}", "text": "{text}"}'

    kept = client.post(url, words | {"is_active": "on"})
    client.post(url, words)

    left["hook"].refresh_from_db()
    assert "bỏ dấu ở ô Đang dùng" in kept.text
    assert left["hook"].is_active is False
