"""Phone and paper lost: two officers let somebody in again, one alone never does."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, KEEPER, NOON, OFFICER, actor_as, post_kind, user_as
from org.factor_cases import KEY
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.notify import recoveries
from thidua.org.actions.factors import set_up_app
from thidua.org.actions.identities import link_identity
from thidua.org.actions.recovering import ask_recovery, confirm_recovery, decline_recovery
from thidua.org.actions.slips import reset_account
from thidua.org.actor import Actor
from thidua.org.models import FactorRecovery, Slip
from thidua.org.second_factor.app_codes import code_at, present_step
from thidua.org.second_factor.held import has_factor

REASON = "mất điện thoại trên đường đi tập huấn"


@pytest.fixture
def chair(workplace):
    """The chair of a school, with an app."""
    user = user_as(CHAIR, workplace)
    user.set_password("mat-khau-cu")
    user.save()
    by = Actor.of(user, DAY)
    set_up_app(secret=KEY, code=code_at(KEY, present_step()), by=by, at=NOON)
    return user


def asked(chair, by):
    return ask_recovery(user=chair, reason=REASON, by=by, at=NOON)


def confirmed(recovery, by):
    return confirm_recovery(recovery=recovery, by=by, at=NOON)


def test_one_asks_another_confirms_and_a_slip_replaces_password_and_factor(
    chair, province, workplace
):
    recovery = asked(chair, actor_as(OFFICER, workplace))
    assert has_factor(chair)

    batch = confirmed(recovery, actor_as(CHAIR, province))

    chair.refresh_from_db()
    assert not Authenticator.objects.filter(user=chair).exists()
    assert not chair.has_usable_password()
    assert batch.slips.get().reason == REASON
    told = AuditEvent.objects.filter(type__startswith="recovery.").order_by("pk")
    assert [event.type for event in told] == ["recovery.asked", "recovery.confirmed"]


def test_who_asked_does_not_confirm_however_high(chair, province):
    keeper = actor_as(KEEPER, province)
    recovery = asked(chair, keeper)

    with pytest.raises(DomainError, match="phải để người khác xác nhận"):
        confirmed(recovery, keeper)

    assert has_factor(chair)
    assert not Slip.objects.exists()


@pytest.mark.parametrize("way", ["slip", "identity"])
def test_an_account_that_the_first_officer_has_just_opened_is_no_second_one(chair, province, way):
    """Whoever resets a colleague's account could confirm as that colleague."""
    keeper, second = actor_as(KEEPER, province), user_as(CHAIR, province, "Lê Thị Hai")
    if way == "slip":
        reset_account(user=second, reason="quên mật khẩu", once="b", by=keeper, at=NOON)
    else:
        link_identity(user=second, issuer="https://so.vn", subject="7", by=keeper, at=NOON)
    recovery = asked(chair, keeper)

    with pytest.raises(DomainError, match="chưa tính là hai người"):
        confirmed(recovery, Actor.of(second, DAY))

    assert has_factor(chair)


def test_an_account_handed_out_long_ago_is_somebody_of_their_own(chair, province):
    keeper, second = actor_as(KEEPER, province), user_as(CHAIR, province, "Lê Thị Hai")
    before = NOON - timedelta(days=15)
    reset_account(user=second, reason="quên mật khẩu", once="b", by=keeper, at=before)
    recovery = asked(chair, keeper)

    assert confirmed(recovery, Actor.of(second, DAY)).slips.get().user == chair


def test_the_tables_hold_two_people_apart_too(chair, province):
    keeper = actor_as(KEEPER, province)
    recovery = asked(chair, keeper)

    with pytest.raises(IntegrityError, match="recovery_by_two_people"), transaction.atomic():
        FactorRecovery.objects.filter(pk=recovery.pk).update(
            confirmed=True, decided_by=keeper.user, decided_at=NOON
        )


def test_in_a_union_with_one_officer_the_superior_is_the_second(chair, province, workplace):
    recovery = asked(chair, actor_as(OFFICER, province))

    assert confirmed(recovery, actor_as(KEEPER, province)).slips.count() == 1


def test_a_deputy_without_the_rights_of_the_chair_asks_but_does_not_confirm(
    chair, province, workplace
):
    kind = post_kind(CLERK)
    kind.rights = [*kind.rights, "account.give"]
    kind.save()
    recovery = asked(chair, actor_as(CHAIR, province))

    with pytest.raises(Denied, match="công đoàn cấp trên"):
        confirmed(recovery, actor_as(CLERK, workplace))


def test_nobody_asks_for_themselves_and_no_stranger_for_anybody(chair, workplace, outsider):
    with pytest.raises(DomainError, match="tự đề nghị cho mình"):
        asked(chair, Actor.of(chair, DAY))
    with pytest.raises(Denied):
        asked(chair, actor_as(CHAIR, outsider))

    assert not FactorRecovery.objects.exists()


def test_nothing_is_asked_twice_or_for_nothing(chair, workplace):
    officer = actor_as(OFFICER, workplace)
    asked(chair, officer)

    with pytest.raises(DomainError, match="đang chờ người thứ hai"):
        asked(chair, officer)
    with pytest.raises(DomainError, match="chưa bật xác thực hai lớp"):
        asked(user_as(CLERK, workplace, "Lê Văn Bình"), officer)


def test_declining_leaves_everything_and_ends_the_request(chair, province, workplace):
    recovery = asked(chair, actor_as(OFFICER, workplace))
    superior = actor_as(CHAIR, province)

    decline_recovery(recovery=recovery, by=superior, at=NOON)

    assert has_factor(chair)
    with pytest.raises(DomainError, match="đã được giải quyết"):
        confirmed(recovery, superior)


def test_who_asked_may_take_it_back(chair, workplace):
    officer = actor_as(OFFICER, workplace)
    recovery = asked(chair, officer)

    decline_recovery(recovery=recovery, by=officer, at=NOON)

    recovery.refresh_from_db()
    assert recovery.confirmed is False


def test_on_the_screen_from_the_account_to_the_slip(client, chair, province, workplace):
    client.force_login(user_as(OFFICER, workplace, "Trần Văn Một"))
    account = client.get(reverse("org:account", args=[chair.pk])).text
    assert reverse("org:ask_recovery", args=[chair.pk]) in account
    client.post(reverse("org:ask_recovery", args=[chair.pk]), {"reason": REASON})
    recovery = FactorRecovery.objects.get()
    own = client.get(reverse("org:recovery", args=[recovery.pk])).text
    assert "Rút đề nghị" in own
    assert "Xác nhận, gỡ" not in own

    client.force_login(user_as(CHAIR, province, "Lê Thị Hai"))
    assert REASON in client.get(reverse("org:recoveries")).text
    assert "Xác nhận, gỡ" in client.get(reverse("org:recovery", args=[recovery.pk])).text
    done = client.post(reverse("org:confirm_recovery", args=[recovery.pk]))

    slip = Slip.objects.get(user=chair)
    assert done["Location"] == reverse("org:slips", args=[slip.batch_id])
    paper = client.get(reverse("org:slips_paper", args=[slip.batch_id]))
    assert paper.content.startswith(b"%PDF")


def test_the_second_officer_finds_it_on_the_desk_and_the_first_does_not(chair, province, workplace):
    officer, superior = actor_as(OFFICER, workplace), actor_as(CHAIR, province)
    asked(chair, officer)

    assert [task.title for task in recoveries.tasks_of(superior)] == [
        "Xác nhận khôi phục đăng nhập cho Nguyễn Thị Hoa"
    ]
    assert recoveries.tasks_of(officer) == []
    assert recoveries.tasks_of(Actor.of(chair, DAY)) == []


def test_whoever_runs_the_machine_is_the_last_way_in_and_leaves_a_trace(chair, capsys):
    call_command("remove_second_factor", chair.username, "--reason", "chỉ còn một người")

    assert not has_factor(chair)
    event = AuditEvent.objects.get(type="recovery.on_the_server")
    assert event.data["reason"] == "chỉ còn một người"
    with pytest.raises(CommandError, match="chưa bật"):
        call_command("remove_second_factor", chair.username, "--reason", "x")
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("remove_second_factor", "khong.co", "--reason", "x")
