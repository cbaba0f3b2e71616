"""Slips printed together are headed by whoever gives them, not by whoever comes first."""

from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse

from factories import CHAIR, KEEPER, LONG_AGO, NOON, UnitFactory, actor_as, post_kind
from thidua.audit.models import AuditEvent
from thidua.org.actions.slips import Wanted, hand_out, reset_account
from thidua.org.models import Person, Placement, Post

pytestmark = pytest.mark.django_db


def holder(unit, name):
    person = Person.objects.create(name=name)
    return Post.objects.create(person=person, unit=unit, kind=post_kind(CHAIR), starts_on=LONG_AGO)


@pytest.fixture
def keeper(province):
    return actor_as(KEEPER, province)


@pytest.fixture
def other(province):
    return UnitFactory(name="CĐCS Trường THPT Nho Quan B", under=province)


@pytest.fixture
def batch(workplace, other, keeper):
    posts = [holder(workplace, "Lê Văn Bình"), holder(other, "Đỗ Thị Hạnh")]
    wanted = [Wanted(post=post, username=f"ten{post.pk}") for post in posts]
    return hand_out(wanted=wanted, once="a", by=keeper, at=NOON)


def test_slips_for_several_units_are_headed_by_the_unit_that_gives_them(batch, province):
    assert batch.unit == province


def test_whoever_gives_accounts_in_the_unit_itself_heads_them_with_it(province, workplace):
    keeper = actor_as(KEEPER, workplace)

    batch = hand_out(
        wanted=[Wanted(post=holder(workplace, "Lê Văn Bình"), username="binhlv")],
        once="a",
        by=keeper,
        at=NOON,
    )

    assert batch.unit == workplace


def test_the_nearest_post_that_hands_out_accounts_to_all_of_them_counts(province, workplace):
    both = actor_as(KEEPER, province)
    Post.objects.create(
        person=both.user.person, unit=workplace, kind=post_kind(KEEPER), starts_on=LONG_AGO
    )
    both = type(both).of(both.user, both.day)

    near = Wanted(post=holder(workplace, "Lê Văn Bình"), username="binhlv")
    far = Wanted(post=holder(province, "Đỗ Thị Hạnh"), username="hanhdt")

    assert hand_out(wanted=[near], once="a", by=both, at=NOON).unit == workplace
    assert hand_out(wanted=[near, far], once="b", by=both, at=NOON).unit == province


def test_a_new_slip_after_a_reset_is_headed_by_who_gives_it(batch, province, keeper):
    user = batch.slips.first().user

    again = reset_account(user=user, reason="quên mật khẩu", once="b", by=keeper, at=NOON)

    assert again.unit == province


def test_every_slip_names_the_giver_above_and_the_person_s_unit_with_the_post(
    client, batch, keeper
):
    client.force_login(keeper.user)

    paper = client.get(reverse("org:slips_paper", args=[batch.pk]))

    (page,) = pypdfium2.PdfDocument(BytesIO(paper.content))
    words = " ".join(page.get_textpage().get_text_range().split())
    assert words.count("Công đoàn Giáo dục tỉnh Ninh Bình PHIẾU NHẬN TÀI KHOẢN") == 2
    assert "Chủ tịch, CĐCS Trường THPT Hoa Lư A" in words
    assert "Chủ tịch, CĐCS Trường THPT Nho Quan B" in words


def test_the_unit_of_a_person_sees_its_own_slips_of_the_sheet_only(client, batch, workplace):
    client.force_login(actor_as(KEEPER, workplace).user)

    page = client.get(reverse("org:slips", args=[batch.pk]))

    assert "Lê Văn Bình" in page.text
    assert "Đỗ Thị Hạnh" not in page.text


def test_a_sheet_of_a_unit_that_has_moved_is_still_one_sheet(client, keeper, workplace):
    wanted = [Wanted(post=holder(workplace, "Lê Văn Bình"), username="binhlv")]
    near = actor_as(KEEPER, workplace)
    batch = hand_out(wanted=wanted, once="a", by=near, at=NOON)
    Placement.objects.create(
        unit=workplace,
        path="/khacxa/",
        starts_on=LONG_AGO - timedelta(days=9),
        ends_on=LONG_AGO,
    )
    client.force_login(near.user)

    assert client.get(reverse("org:slips", args=[batch.pk])).status_code == 200


def test_a_unit_without_a_slip_on_the_sheet_does_not_see_it(client, batch, province):
    third = UnitFactory(name="CĐCS Trường THPT Kim Sơn C", under=province)
    client.force_login(actor_as(KEEPER, third).user)

    assert client.get(reverse("org:slips", args=[batch.pk])).status_code == 404


def test_the_log_of_each_unit_tells_of_its_own_slips(batch, workplace, other):
    told = AuditEvent.objects.filter(type="slips.printed").order_by("pk")

    assert [(event.unit_name, event.data) for event in told] == [
        (workplace.name, {"count": 1}),
        (other.name, {"count": 1}),
    ]
