"""Orders that cannot be carried out get a sentence on the screen, and nothing is half done."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from documents.papers import signed
from factories import CHAIR, KEEPER, LONG_AGO, NOON, actor_as, post_kind, user_as
from org.reorganised import below, decision, establish
from thidua.org.actions.slips import Wanted, hand_out
from thidua.org.kept_codes import kept_codes
from thidua.org.models import Act, ActKind, Person, Placement, Post, Slip, State, Unit, User
from thidua.oversight.models import Run

pytestmark = pytest.mark.django_db
PASSWORD = "hoa-sữa-tháng-mười"


@pytest.fixture
def district(province):
    return below(province, "LĐLĐ huyện Gia Viễn", "ldld_huyen")


@pytest.fixture
def school(district):
    return below(district, "CĐCS Gia Hòa")


@pytest.fixture
def keeper(client, province):
    user = user_as(KEEPER, province)
    client.force_login(user)
    return user


def typed(unit):
    return f"{unit.name} [{unit.key}]"


def asked(client, one, kind, **fields):
    address = reverse("oversight:new_act", args=[one.pk])
    return client.post(f"{address}?viec={kind}", fields)


def press(client, name, one):
    return client.post(reverse(f"oversight:{name}", args=[one.pk]), follow=True)


def test_a_loop_in_the_tree_is_refused_where_it_is_typed(
    client, keeper, province, district, school
):
    one = decision(province)

    answer = asked(client, one, "move", units=typed(district), target=typed(school))

    assert answer.status_code == 422
    assert "CĐCS Gia Hòa trực thuộc LĐLĐ huyện Gia Viễn nên không thể làm cấp trên" in answer.text
    assert typed(district) in answer.text
    assert not Act.objects.exists()


def test_a_move_before_founding_is_refused_where_it_is_typed(client, keeper, province, school):
    one = decision(province, on=LONG_AGO.replace(year=2019))

    answer = asked(client, one, "move", units=typed(school), target=typed(province))

    assert answer.status_code == 422
    assert "CĐCS Gia Hòa thành lập ngày 01/01/2020" in answer.text
    assert not Act.objects.exists()


def test_a_merge_waits_until_every_signed_paper_has_its_number(client, keeper, province, school):
    successor = below(province, "CĐCS Gia Vân")
    signed(school)
    one = decision(province, {"kind": ActKind.MERGE, "unit": school, "target": successor})
    places = list(Placement.objects.order_by("pk").values())

    preview = client.get(reverse("oversight:preview_reorganisation", args=[one.pk]))
    answer = press(client, "carry_out_reorganisation", one)

    assert "Còn 1 văn bản đã duyệt ký chưa cấp số." in preview.text
    assert answer.status_code == 409
    assert "Chưa thi hành được, chưa ghi gì. Còn 1 văn bản đã duyệt ký chưa cấp số." in answer.text
    assert list(Placement.objects.order_by("pk").values()) == places
    one.refresh_from_db()
    assert (one.state, Run.objects.count()) == (State.DRAFT, 0)


def test_a_decision_with_one_bad_act_does_none_of_the_others(client, keeper, province, school):
    one = decision(
        province,
        establish(province),
        {"kind": ActKind.END, "unit": school},
        {"kind": ActKind.RENAME, "unit": school, "naming": {"name": "CĐCS Tên Mới"}},
    )
    units = Unit.objects.count()

    answer = press(client, "carry_out_reorganisation", one)

    assert answer.status_code == 409
    assert "chưa ghi gì" in answer.text
    assert Unit.objects.count() == units
    assert Placement.objects.filter(unit=school, ends_on=None).count() == 1


def test_the_second_officer_with_an_old_page_hears_who_was_first(client, keeper, province, school):
    one = decision(province, {"kind": ActKind.END, "unit": school})
    other = Client()
    other.force_login(user_as(KEEPER, province, "Trần Văn Bình"))

    press(client, "carry_out_reorganisation", one)
    late = press(other, "carry_out_reorganisation", one)
    mended = asked(other, one, "rename", unit=typed(school), name="Tên khác")
    thrown = press(other, "discard_reorganisation", one)

    assert "Quyết định này đã được thi hành" in late.text
    assert (late.status_code, mended.status_code, thrown.status_code) == (409, 409, 409)
    assert Act.objects.count() == 1


@pytest.mark.parametrize("what", ["an act more", "a unit more", "nothing"])
def test_what_became_something_else_since_the_preview_is_not_done(
    client, keeper, province, district, school, what
):
    one = decision(province, {"kind": ActKind.END, "unit": district, "ends_below": True})
    preview = client.get(reverse("oversight:preview_reorganisation", args=[one.pk])).text
    seen = re.search(r'name="seen" value="(\w+)"', preview)[1]
    if what == "an act more":
        asked(client, one, "rename", unit=typed(province), name="Tên khác", short_name="Tên gọn")
    if what == "a unit more":
        below(district, "CĐCS Gia Vân")

    address = reverse("oversight:carry_out_reorganisation", args=[one.pk])
    answer = client.post(address, {"seen": seen}, follow=True)

    one.refresh_from_db()
    assert one.state == (State.DONE if what == "nothing" else State.DRAFT)
    assert ("đã thay đổi từ lúc bạn mở trang" in answer.text) == (what != "nothing")


def test_a_keeper_does_not_end_the_last_right_to_keep_on_the_screen(client, keeper):
    post = Post.objects.get(person=keeper.person)
    form = {"on": "15/03/2024", "end_reason": "left"}

    answer = client.post(reverse("org:post_end", args=[post.pk]), form)

    post.refresh_from_db()
    assert answer.status_code == 409
    assert "giao chức vụ đó cho người khác trước" in answer.text
    assert post.ends_on is None


def test_a_slip_typed_on_two_screens_makes_one_password(province):
    by = actor_as(KEEPER, province, "Người Quản Trị")
    person = Person.objects.create(name="Nguyễn Thị Thanh Huyền")
    post = Post.objects.create(
        person=person, unit=province, kind=post_kind(CHAIR), starts_on=LONG_AGO
    )
    wanted = [Wanted(post=post, username="huyenntt")]
    batch = hand_out(wanted=wanted, once="a", by=by, at=NOON)
    code = kept_codes("slip", batch.pk, by.user.pk)[batch.slips.get().pk]
    first, second = Client(), Client()
    for screen in (first, second):
        screen.post(reverse("org:slip"), {"username": "huyenntt", "code": code})

    choice = {"first": PASSWORD, "second": PASSWORD}
    done = first.post(reverse("org:slip_password"), choice)
    other = {"first": f"{PASSWORD}-khác", "second": f"{PASSWORD}-khác"}
    late = second.post(reverse("org:slip_password"), other, follow=True)

    assert done.status_code == 302
    assert "mỗi phiếu chỉ dùng một lần" in late.text
    assert User.objects.get(username="huyenntt").check_password(PASSWORD)
    assert Slip.objects.filter(used_at__isnull=False).count() == 1


def test_a_name_without_letters_is_no_name_of_a_unit(client, keeper, province, school):
    one = decision(province)

    page = asked(client, one, ActKind.RENAME, unit=typed(school), name="😀")

    assert "Tên đơn vị phải có chữ." in page.text
    assert not one.acts.exists()
