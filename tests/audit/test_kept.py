"""What takes long to gather stays true until somebody does something."""

from itertools import count

import pytest
from django.core.cache import cache

from factories import NOON, UnitFactory, UserFactory
from thidua.audit import kept
from thidua.audit.actions import record
from thidua.org.actor import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def a_deed():
    """What makes a new event, each time it is called."""
    unit, user = UnitFactory(), UserFactory()
    by = Actor.of(user, NOON.date())
    return lambda: record("org.unit_renamed", on=unit, by=by, unit=unit, at=NOON)


@pytest.fixture
def gather():
    """Another answer each time it is asked for."""
    return count().__next__


def test_an_answer_is_kept_until_a_deed(gather, a_deed):
    first = [kept.kept_while_slow("pages", gather) for _ in range(2)]

    a_deed()

    assert first == [0, 0]
    assert kept.kept_while_slow("pages", gather) == 1


def test_an_answer_that_was_slow_is_kept_beyond_deeds(gather, a_deed, monkeypatch):
    monkeypatch.setattr(kept, "SLOW", 0)
    monkeypatch.setattr(kept, "TIMES", 10**9)
    kept.kept_while_slow("pages", gather)

    a_deed()

    assert kept.kept_while_slow("pages", gather) == 0
    assert kept.kept_until_a_deed("pages", gather) == 1
