"""One-time links, what members ask through them, and shared machines."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, LONG_AGO, NOON, UnitFactory, actor_as, user_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.corrections import apply_correction, ask_correction, decline_correction
from thidua.org.actions.kiosks import end_by_pin, end_kiosk, start_kiosk
from thidua.org.actions.links import LinkRefused, link_behind, make_links, revoke_link, use_link
from thidua.org.kept_codes import kept_codes
from thidua.org.kiosk_mode import COOKIE
from thidua.org.models import Correction, Kiosk, Membership, OneTimeLink, Person
from thidua.org.purposes import SELF_CHECK

PHONE = "0912 345 678"


@pytest.fixture
def member(workplace):
    person = Person.objects.create(
        name="Lê Văn Bình", phone="0912345678", birth_on=date(1980, 5, 2)
    )
    Membership.objects.create(person=person, unit=workplace, starts_on=LONG_AGO)
    return person


@pytest.fixture
def keeper(workplace):
    return actor_as(CHAIR, workplace)


def code_for(member, keeper, workplace, once="a"):
    batch = make_links(
        persons=[member], unit=workplace, purpose=SELF_CHECK, once=once, by=keeper, at=NOON
    )
    codes = kept_codes("link", batch.pk, keeper.user.pk)
    return codes[batch.links.get().pk]


def opened(client, code, proof="5678"):
    return client.post(reverse("org:link", args=[code.lower()]), {"proof": proof, "mo": "1"})


def test_a_link_says_for_whom_and_what_for_and_opens_after_the_proof(
    client, member, keeper, workplace
):
    code = code_for(member, keeper, workplace)

    before = client.get(reverse("org:link", args=[code.lower()])).text
    answer = opened(client, code)
    page = client.get(answer["Location"]).text

    assert "Lê Văn Bình" in before
    assert "0912345678" not in before
    assert "0912345678" in page


def test_who_knew_the_key_of_the_session_before_does_not_see_what_was_opened(
    client, member, keeper, workplace
):
    session = client.session
    session["somebody"] = "left this"
    session.save()

    opened(client, code_for(member, keeper, workplace))

    assert client.session.session_key != session.session_key
    assert "link" in client.session


def test_without_a_link_nobodys_data_are_shown(client, member):
    assert client.get(reverse("org:self_check"))["Location"] == reverse("org:link_code")


def test_five_wrong_answers_make_the_link_void(client, member, keeper, workplace):
    code = code_for(member, keeper, workplace)
    for _time in range(5):
        assert opened(client, code, "0000").status_code == 422

    assert opened(client, code).status_code == 410
    assert OneTimeLink.objects.get().uses == 0


def test_a_link_is_used_as_often_as_its_purpose_allows(member, keeper, workplace):
    code_for(member, keeper, workplace)
    OneTimeLink.objects.update(most_uses=1)
    link = OneTimeLink.objects.get()

    assert use_link(link=link, proof="5678", at=NOON)
    with pytest.raises(LinkRefused, match="dùng đủ 1 lần"):
        use_link(link=link, proof="5678", at=NOON)


def test_a_link_ends_with_its_days_and_when_it_is_taken_back(member, keeper, workplace):
    code = code_for(member, keeper, workplace)
    with pytest.raises(LinkRefused, match="hết hạn"):
        link_behind(code, NOON + timedelta(days=31))

    revoke_link(link=OneTimeLink.objects.get(), by=keeper, at=NOON)

    with pytest.raises(LinkRefused, match="đã bị hủy"):
        link_behind(code, NOON)


def test_a_link_is_taken_back_once(member, keeper, workplace):
    code_for(member, keeper, workplace)
    link = OneTimeLink.objects.get()

    revoke_link(link=link, by=keeper, at=NOON)
    revoke_link(link=link, by=keeper, at=NOON)

    assert AuditEvent.objects.filter(type="link.revoked").count() == 1


def test_a_new_link_makes_the_one_before_void(member, keeper, workplace):
    before = code_for(member, keeper, workplace)
    after = code_for(member, keeper, workplace, once="b")

    with pytest.raises(LinkRefused):
        link_behind(before, NOON)
    assert link_behind(after, NOON).person == member


def test_links_are_made_by_who_keeps_the_people_only(member, workplace, outsider):
    with pytest.raises(Denied):
        code_for(member, actor_as(CHAIR, outsider), workplace)

    assert not OneTimeLink.objects.exists()


def test_what_a_member_asks_changes_nothing_until_the_keeper_does(
    client, member, keeper, workplace
):
    opened(client, code_for(member, keeper, workplace))
    form = {"name": member.name, "birth_on": "2/5/1981", "phone": member.phone, "note": ""}

    sent = client.post(reverse("org:self_check"), form)

    assert sent.status_code == 302
    member.refresh_from_db()
    assert member.birth_on == date(1980, 5, 2)
    apply_correction(correction=Correction.objects.get(), by=keeper, at=NOON)
    member.refresh_from_db()
    assert member.birth_on == date(1981, 5, 2)


def test_a_second_request_takes_the_place_of_the_waiting_one(member, workplace):
    for phone in ("0900000001", "0900000002"):
        ask_correction(person=member, unit=workplace, wanted={"phone": phone}, note="", at=NOON)

    assert Correction.objects.get().wanted == {"phone": "0900000002"}


def test_the_keeper_agrees_to_the_request_that_was_looked_at_only(
    client, member, keeper, workplace
):
    asked = {"person": member, "unit": workplace, "note": "", "at": NOON}
    waiting = ask_correction(wanted={"phone": "0900000001"}, **asked)
    client.force_login(keeper.user)
    page = client.get(reverse("org:corrections")).text
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    ask_correction(wanted={"phone": "0900000002"}, **asked)

    address = reverse("org:apply_correction", args=[waiting.pk])
    answer = client.post(address, {"seen": seen})

    member.refresh_from_db()
    assert (answer.status_code, member.phone) == (409, "0912345678")
    assert "đã thay đổi từ lúc bạn mở trang" in answer.text


def test_a_request_is_settled_once_and_a_refusal_is_read_by_the_member(
    client, member, keeper, workplace
):
    opened(client, code_for(member, keeper, workplace))
    asked = ask_correction(person=member, unit=workplace, wanted={"phone": "1"}, note="", at=NOON)

    decline_correction(correction=asked, reason="Số này của người khác", by=keeper, at=NOON)

    with pytest.raises(DomainError, match="đã có người xử lý"):
        apply_correction(correction=asked, by=keeper, at=NOON)
    assert "Số này của người khác" in client.get(reverse("org:self_check")).text


def test_the_sheet_of_codes_is_printed_by_who_made_it(client, member, workplace):
    user = user_as(CHAIR, workplace)
    client.force_login(user)
    made = client.post(reverse("org:make_links"), {"person": [member.pk], "once": "x"})

    paper = client.get(f"{made['Location']}paper/")
    client.force_login(user_as(CHAIR, workplace, "Người Khác"))
    by_another = client.get(f"{made['Location']}paper/")

    assert paper.content[:4] == b"%PDF"
    assert by_another.status_code == 409


def test_the_list_of_members_is_narrowed_without_marks(client, member, workplace):
    client.force_login(user_as(CHAIR, workplace))

    assert member.name in client.get(reverse("org:links"), {"q": "binh"}).text
    assert member.name not in client.get(reverse("org:links"), {"q": "hoa"}).text


def test_a_kiosk_signs_out_and_opens_its_few_pages_only(client, workplace):
    client.force_login(user_as(CHAIR, workplace))

    client.post(reverse("org:kiosks"), {"name": "Máy 1", "hours": "4", "pin": "2468"})

    assert client.get("/")["Location"] == reverse("org:kiosk_home")
    assert client.get("/login/")["Location"] == reverse("org:kiosk_home")
    assert str(workplace) in client.get(reverse("org:kiosk_home")).text


def test_the_next_person_finds_nothing_of_the_last_one(client, member, keeper, workplace):
    client.force_login(user_as(CHAIR, workplace, "Người Trông Máy"))
    client.post(reverse("org:kiosks"), {"name": "Máy 1", "hours": "4", "pin": "2468"})
    opened(client, code_for(member, keeper, workplace))
    assert "0912345678" in client.get(reverse("org:self_check")).text

    answer = client.post(reverse("org:kiosk_done"))

    assert '"storage"' in answer["Clear-Site-Data"]
    assert client.get(reverse("org:self_check"))["Location"] == reverse("org:link_code")


def test_the_right_pin_makes_it_an_ordinary_machine_again(client, workplace):
    client.force_login(user_as(CHAIR, workplace))
    client.post(reverse("org:kiosks"), {"name": "Máy 1", "hours": "4", "pin": "2468"})

    assert client.post(reverse("org:kiosk_end"), {"pin": "1111"}).status_code == 422
    client.post(reverse("org:kiosk_end"), {"pin": "2468"})

    assert client.get("/login/").status_code == 200
    assert client.cookies[COOKIE].value == ""


def test_after_five_wrong_pins_it_is_ended_from_another_machine(workplace, keeper):
    kiosk = start_kiosk(unit=workplace, name="Máy", pin="2468", hours=2, by=keeper, at=NOON).kiosk
    for _time in range(5):
        assert not end_by_pin(kiosk=kiosk, pin="0000", at=NOON)

    with pytest.raises(DomainError, match="sai mã PIN 5 lần"):
        end_by_pin(kiosk=kiosk, pin="2468", at=NOON)
    end_kiosk(kiosk=kiosk, by=keeper, at=NOON)

    assert Kiosk.objects.get().ended_at == NOON


def test_a_kiosk_whose_time_is_over_is_an_ordinary_machine(client, workplace):
    client.force_login(user_as(CHAIR, workplace))
    client.post(reverse("org:kiosks"), {"name": "Máy 1", "hours": "2", "pin": "2468"})

    Kiosk.objects.update(ends_at=NOON - timedelta(days=1))

    assert client.get("/login/").status_code == 200


def test_a_code_of_the_pledge_leads_to_the_pledge(client, workplace):
    client.force_login(user_as(CHAIR, workplace))
    client.post(reverse("org:kiosks"), {"name": "Máy 1", "hours": "4", "pin": "2468"})

    answer = client.post(reverse("org:kiosk_home"), {"code": "kx7 2mq9pab"})

    assert answer["Location"] == reverse("public:pledge", args=["kx72mq9pab"])


def test_a_clerk_elsewhere_starts_no_kiosk_here(workplace, outsider):
    with pytest.raises(Denied):
        start_kiosk(
            unit=workplace,
            name="Máy",
            pin="2468",
            hours=2,
            by=actor_as(CLERK, outsider),
            at=NOON,
        )


def test_a_unit_below_is_left_to_its_own_keeper(client, keeper, workplace):
    below = UnitFactory(name="Tổ Toán", under=workplace)
    client.force_login(keeper.user)

    assert client.get(reverse("org:links"), {"unit": below.pk}).status_code == 404
    assert keeper.day == DAY
