"""Accounts handed out on paper: who gets one, who may give it, what the slip does."""

from datetime import timedelta

import pytest
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, KEEPER, LONG_AGO, NOON, actor_as, post_kind, user_as
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.slips import Wanted, hand_out, reset_account
from thidua.org.actions.using_slips import SlipRefused, choose_password, slip_behind
from thidua.org.actor import Actor
from thidua.org.codes import SIGNS, digest_of, new_code, read_code, shown
from thidua.org.kept_codes import kept_codes
from thidua.org.models import Person, Post, Slip, User
from thidua.org.usernames import proposed

NAME = "Nguyễn Thị Thanh Huyền"


@pytest.fixture
def keeper(province):
    return actor_as(KEEPER, province)


def holder(unit, code=CHAIR, name=NAME):
    person = Person.objects.create(name=name)
    return Post.objects.create(person=person, unit=unit, kind=post_kind(code), starts_on=LONG_AGO)


def given(post, by, username="huyenntt", at=NOON, once="a"):
    """The account and the code on its slip."""
    batch = hand_out(wanted=[Wanted(post=post, username=username)], once=once, by=by, at=at)
    codes = kept_codes("slip", batch.pk, by.user.pk)
    slip = batch.slips.get()
    return slip.user, codes[slip.pk]


def test_an_account_is_given_with_a_slip_that_opens_it_once(keeper, workplace):
    user, code = given(holder(workplace), keeper)
    slip = slip_behind(username="huyenntt", typed=shown(code).lower(), at=NOON)

    choose_password(slip=slip, password="!hashed", at=NOON)

    user.refresh_from_db()
    assert user.password == "!hashed"
    with pytest.raises(SlipRefused, match="chỉ dùng một lần"):
        slip_behind(username="huyenntt", typed=code, at=NOON)
    with pytest.raises(SlipRefused, match="chỉ dùng một lần"):
        choose_password(slip=slip, password="!other", at=NOON)
    user.refresh_from_db()
    assert user.password == "!hashed"


def test_nothing_but_a_digest_of_the_code_is_kept(keeper, workplace):
    user, code = given(holder(workplace), keeper)

    slip = Slip.objects.get()
    assert slip.digest == digest_of("slip", user.pk, code)
    assert code not in str(Slip.objects.values())
    assert code not in str(AuditEvent.objects.values())


def test_a_slip_is_good_until_the_end_of_its_last_day(keeper, workplace):
    _user, code = given(holder(workplace), keeper)
    last = NOON + timedelta(days=14, hours=11)

    assert slip_behind(username="huyenntt", typed=code, at=last)
    with pytest.raises(SlipRefused, match="hết hạn từ ngày 29/03/2024"):
        slip_behind(username="huyenntt", typed=code, at=last + timedelta(hours=2))


def test_ten_wrong_codes_make_the_slip_void(keeper, workplace):
    _user, code = given(holder(workplace), keeper)
    for _time in range(10):
        with pytest.raises(SlipRefused, match="không khớp"):
            slip_behind(username="huyenntt", typed=new_code(), at=NOON)

    with pytest.raises(SlipRefused, match="không còn dùng được"):
        slip_behind(username="huyenntt", typed=code, at=NOON)


def test_an_unknown_name_and_a_wrong_code_are_told_alike(keeper, workplace):
    given(holder(workplace), keeper)

    with pytest.raises(SlipRefused) as wrong:
        slip_behind(username="huyenntt", typed="K7M3A-9XDFP", at=NOON)
    with pytest.raises(SlipRefused) as unknown:
        slip_behind(username="khongco", typed="K7M3A-9XDFP", at=NOON)

    assert str(wrong.value) == str(unknown.value)


def test_a_new_slip_makes_the_one_before_void(keeper, workplace):
    post = holder(workplace)
    _user, before = given(post, keeper)
    _user, after = given(post, keeper, once="b")

    with pytest.raises(SlipRefused, match="không còn dùng được"):
        slip_behind(username="huyenntt", typed=before, at=NOON)
    assert slip_behind(username="huyenntt", typed=after, at=NOON)
    assert User.objects.filter(person=post.person).count() == 1


def test_a_second_press_on_the_same_page_answers_with_the_first_batch(keeper, workplace):
    post = holder(workplace)
    given(post, keeper)
    first = Slip.objects.get()

    again = hand_out(wanted=[Wanted(post=post, username="khac")], once="a", by=keeper, at=NOON)

    assert again.pk == first.batch_id
    assert Slip.objects.get() == first


def test_an_account_in_use_gets_no_slip_without_a_reason(keeper, workplace):
    post = holder(workplace)
    user, _code = given(post, keeper)
    User.objects.filter(pk=user.pk).update(last_login=NOON)

    with pytest.raises(DomainError, match="đã có tài khoản huyenntt"):
        given(post, keeper, once="b")

    assert Slip.objects.count() == 1


def test_a_taken_name_gives_nobody_of_the_selection_an_account(keeper, workplace):
    first, second = holder(workplace), holder(workplace, CLERK, "Lê Văn Bình")
    wanted = [Wanted(post=first, username="trung"), Wanted(post=second, username="trung")]

    with pytest.raises(DomainError, match="trung đã có người dùng"):
        hand_out(wanted=wanted, once="a", by=keeper, at=NOON)

    assert not User.objects.filter(username="trung").exists()
    assert not Slip.objects.exists()


def test_the_superior_gives_accounts_below_and_an_outsider_leaves_no_trace(
    province, workplace, outsider
):
    post = holder(workplace)
    with pytest.raises(Denied):
        given(post, actor_as(CHAIR, outsider))
    assert not User.objects.filter(person=post.person).exists()

    user, _code = given(post, actor_as(CHAIR, province))

    assert user.person == post.person


def test_nobody_gives_themselves_the_rights_of_the_chair_by_resetting_the_chair(workplace):
    kind = post_kind(CLERK)
    kind.rights = [*kind.rights, "account.give"]
    kind.save()
    chair = user_as(CHAIR, workplace)
    clerk = actor_as(CLERK, workplace)

    with pytest.raises(Denied, match="công đoàn cấp trên"):
        reset_account(user=chair, reason="quên", once="a", by=clerk, at=NOON)

    assert not Slip.objects.exists()


def test_who_also_holds_a_post_higher_up_is_reset_from_there_only(province, workplace):
    both = user_as(CLERK, workplace)
    Post.objects.create(
        person=both.person, unit=province, kind=post_kind(CHAIR), starts_on=LONG_AGO
    )

    with pytest.raises(Denied):
        reset_account(user=both, reason="quên", once="a", by=actor_as(CHAIR, workplace), at=NOON)


def test_a_reset_takes_the_password_and_says_why(keeper, workplace):
    user = user_as(CHAIR, workplace)
    user.set_password("mat-khau-cu")
    user.save()

    batch = reset_account(user=user, reason="quên mật khẩu", once="a", by=keeper, at=NOON)

    user.refresh_from_db()
    assert not user.has_usable_password()
    assert batch.slips.get().reason == "quên mật khẩu"
    event = AuditEvent.objects.get(type="account.reset")
    assert event.data["reason"] == "quên mật khẩu"


def test_a_page_that_reset_one_account_resets_no_other(keeper, workplace):
    first, second = user_as(CHAIR, workplace), user_as(CLERK, workplace)
    batch = reset_account(user=first, reason="quên", once="a", by=keeper, at=NOON)

    with pytest.raises(DomainError, match="Trang này đã cũ"):
        reset_account(user=second, reason="quên", once="a", by=keeper, at=NOON)

    assert reset_account(user=first, reason="quên", once="a", by=keeper, at=NOON) == batch
    assert not Slip.objects.filter(user=second).exists()


def test_nobody_resets_their_own_account(keeper):
    with pytest.raises(DomainError, match="tài khoản của chính bạn"):
        reset_account(user=keeper.user, reason="thử", once="a", by=keeper, at=NOON)


def test_codes_have_no_signs_that_look_alike():
    assert not set("01258BGILOQSZU") & set(SIGNS)
    assert read_code("k7m3a-9xdfp") == "K7M3A9XDFP"
    assert read_code("K7M3A-9XDF0") is None


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("Nguyễn Thị Hoa", "CĐCS Trường THPT Hoa Lư A", "hoant.thpthoalua"),
        ("Đỗ Đức Đạt", "Công đoàn Giáo dục tỉnh Ninh Bình", "datdd.tinhninhbinh"),
        ("Hoa", "", "hoa"),
    ],
)
def test_user_names_are_proposed_from_name_and_unit(name, unit, expected):
    assert proposed(name, unit, ()) == expected
    assert proposed(name, unit, {expected}) == f"{expected}2"


def test_the_list_shows_below_and_nothing_else(client, province, workplace, outsider):
    holder(workplace)
    holder(outsider, name="Người Đơn Vị Khác")
    client.force_login(user_as(CHAIR, province))

    page = client.get(reverse("org:accounts")).text

    assert NAME in page
    assert "Người Đơn Vị Khác" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_questions_for_one_row_and_for_three(
    client, province, workplace, count, django_assert_num_queries
):
    for _time in range(count):
        holder(workplace)
    client.force_login(user_as(CHAIR, province))
    client.get(reverse("org:accounts"))

    with django_assert_num_queries(8):
        client.get(reverse("org:accounts"))


def test_accounts_are_given_on_the_screen_and_printed(client, province, workplace):
    post, other = holder(workplace), holder(workplace, CLERK, "Lê Văn Bình")
    client.force_login(user_as(KEEPER, province))
    chosen = {"post": [post.pk, other.pk]}

    proposal = client.get(reverse("org:give_accounts"), chosen)
    names = {f"name_{post.pk}": "huyen.hoalu", f"name_{other.pk}": "BINH.hoalu", "once": "x"}
    made = client.post(reverse("org:give_accounts"), chosen | names)
    paper = client.get(f"{made['Location']}paper/")

    assert "huyenntt.thpthoalua" in proposal.text
    assert set(User.objects.filter(slips__isnull=False).values_list("username", flat=True)) == {
        "huyen.hoalu",
        "binh.hoalu",
    }
    assert (paper.status_code, paper.content[:4]) == (200, b"%PDF")


def test_the_same_name_for_two_is_told_at_the_field_and_kept_as_typed(client, province, workplace):
    post, other = holder(workplace), holder(workplace, CLERK, "Lê Văn Bình")
    client.force_login(user_as(KEEPER, province))
    names = {f"name_{post.pk}": "trung", f"name_{other.pk}": "trung", "once": "x"}

    answer = client.post(reverse("org:give_accounts"), {"post": [post.pk, other.pk]} | names)

    assert answer.status_code == 422
    assert "đặt cho hai người" in answer.text
    assert not Slip.objects.exists()


def test_the_day_of_an_actor_without_posts_gives_nothing(workplace):
    post = holder(workplace)
    nobody = Actor.of(User.objects.create(username="khong-chuc-vu"), DAY)

    with pytest.raises(Denied):
        given(post, nobody)


@pytest.mark.parametrize("typed", ["huyen", "nguyen thi huyen", "HOA LU", "truong hoa", "hoa.lu"])
def test_the_list_is_searched_by_person_unit_and_user_name(client, province, workplace, typed):
    post = holder(workplace)
    User.objects.create(username="hoa.lu", person=post.person)
    client.force_login(user_as(CHAIR, province))

    page = client.get(reverse("org:accounts"), {"q": typed}).text

    assert NAME in page
    assert "Công đoàn Giáo dục tỉnh Ninh Bình</td>" not in page


def test_everybody_without_an_account_is_proposed_by_one_press(client, province, workplace):
    holder(workplace)
    holder(workplace, CLERK, "Lê Văn Bình")
    client.force_login(user_as(KEEPER, province))

    page = client.get(reverse("org:give_accounts"), {"whom": "all", "unit": workplace.pk}).text

    assert "huyenntt.thpthoalua" in page
    assert "binhlv.thpthoalua" in page
