"""Two people doing the same thing at the same moment."""

from functools import partial

import pytest

from certificates.papers import decision_of, made
from documents.conftest import at_once, shared_database
from factories import NOON, OFFICER, UnitFactory, actor_as
from thidua.certificates import actions
from thidua.certificates.models import Certificate
from thidua.core.errors import DomainError

__all__ = ["at_once", "shared_database"]


@pytest.fixture
def unit(shared_database):
    return UnitFactory(name="Công đoàn Giáo dục tỉnh Ninh Bình")


def test_two_who_make_certificates_at_once_make_each_of_them_once(at_once, unit):
    paper, officer = decision_of(unit, ["A", "B", "C"]), actor_as(OFFICER, unit)
    make = partial(actions.make_certificates, decision=paper, by=officer, at=NOON)

    counts = at_once(make, make)

    assert sorted(counts) == [0, 3]
    assert Certificate.objects.count() == 3


def test_of_two_who_replace_at_once_one_is_told_that_it_was_replaced(at_once, unit):
    (certificate,) = made(unit, ["Vũ Thị Ngọc"])
    officer = actor_as(OFFICER, unit)
    replace = partial(
        actions.replace_certificate, certificate=certificate, reason="Mất", by=officer, at=NOON
    )

    answers = at_once(replace, replace)

    assert sum(isinstance(answer, DomainError) for answer in answers) == 1
    assert Certificate.objects.filter(revoked_at=None).count() == 1
    assert Certificate.objects.count() == 2
