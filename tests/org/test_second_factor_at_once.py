"""Codes, apps and recoveries, at the same moment on two processes of the server."""

from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from documents.conftest import at_once, shared_database
from factories import CHAIR, DAY, KEEPER, NOON, OFFICER, UnitFactory, actor_as, user_as
from org.factor_cases import KEY
from thidua.core.errors import DomainError
from thidua.org.actions.factors import prove, renew_codes, set_up_app
from thidua.org.actions.recovering import ask_recovery, confirm_recovery, decline_recovery
from thidua.org.actor import Actor
from thidua.org.models import FactorRecovery, Slip, SlipBatch
from thidua.org.second_factor.app_codes import code_at, present_step
from thidua.org.second_factor.held import factors_of

__all__ = ["at_once", "shared_database"]
REASON = "mất điện thoại trên đường đi tập huấn"


@pytest.fixture
def unit(shared_database):
    return UnitFactory(name="Công đoàn Giáo dục tỉnh Ninh Bình")


@pytest.fixture
def school(unit):
    return UnitFactory(name="CĐCS Trường THPT Hoa Lư A", under=unit)


@pytest.fixture
def chair(school):
    """The chair of a school, with an app and codes on paper."""
    user = user_as(CHAIR, school)
    step = present_step()
    set_up_app(secret=KEY, code=code_at(KEY, step), by=Actor.of(user, DAY), at=NOON)
    return user


@pytest.fixture
def recovery(chair, school):
    return ask_recovery(user=chair, reason=REASON, by=actor_as(OFFICER, school), at=NOON)


@pytest.fixture
def officers(unit):
    return [actor_as(KEEPER, unit, name) for name in ("Nguyễn Thị Một", "Trần Văn Hai")]


def test_a_code_of_the_app_opens_one_of_two_doors(at_once, chair):
    use = partial(prove, user=chair, typed=code_at(KEY, present_step() + 1), at=NOON)

    assert sorted(at_once(use, use)) == [False, True]


def test_a_code_on_paper_opens_one_of_two_doors(at_once, chair):
    codes = RecoveryCodes(factors_of(chair).codes).get_unused_codes()
    use = partial(prove, user=chair, typed=codes[0], at=NOON)

    assert sorted(at_once(use, use)) == [False, True]
    assert factors_of(chair).codes_left == len(codes) - 1


def test_two_codes_on_paper_are_both_used_up(at_once, chair):
    codes = RecoveryCodes(factors_of(chair).codes).get_unused_codes()

    answers = at_once(*(partial(prove, user=chair, typed=code, at=NOON) for code in codes[:2]))

    assert answers == [True, True]
    assert factors_of(chair).codes_left == len(codes) - 2


def test_codes_renewed_in_two_windows_are_one_set(at_once, chair):
    renew = partial(renew_codes, by=Actor.of(chair, DAY), at=NOON)

    answers = at_once(renew, renew)

    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES).count() == 1


def test_of_two_officers_who_ask_one_is_told(at_once, chair, officers):
    answers = at_once(
        *(partial(ask_recovery, user=chair, reason=REASON, by=by, at=NOON) for by in officers)
    )

    assert [str(one) for one in answers if isinstance(one, DomainError)] == [
        "Đã có một đề nghị đang chờ người thứ hai xác nhận."
    ]
    assert FactorRecovery.objects.count() == 1


def test_of_two_officers_who_confirm_one_is_told_and_one_slip_is_printed(
    at_once, recovery, officers
):
    answers = at_once(
        *(partial(confirm_recovery, recovery=recovery, by=by, at=NOON) for by in officers)
    )

    assert [str(one) for one in answers if isinstance(one, DomainError)] == [
        "Đề nghị này đã được giải quyết."
    ]
    assert sum(isinstance(one, SlipBatch) for one in answers) == 1
    assert Slip.objects.filter(used_at=None, void_at=None).count() == 1


def test_confirmed_and_declined_at_once_it_is_one_of_both(at_once, recovery, officers, chair):
    confirm = partial(confirm_recovery, recovery=recovery, by=officers[0], at=NOON)
    decline = partial(decline_recovery, recovery=recovery, by=officers[1], at=NOON)

    answers = at_once(confirm, decline)

    assert sum(isinstance(answer, DomainError) for answer in answers) == 1
    recovery.refresh_from_db()
    assert recovery.confirmed is isinstance(answers[0], SlipBatch)
    assert Authenticator.objects.filter(user=chair).exists() is not recovery.confirmed
