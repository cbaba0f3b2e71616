"""What the clock does every few seconds, and what only every minute."""

import pytest
from django.db import DatabaseError

from factories import CHAIR, NOON, actor_as
from thidua.audit.actions import record
from thidua.audit.models import UnsealedEvent
from thidua.config import clockwork


class Rounds:
    """Stops the clock after so many rounds."""

    def __init__(self, left):
        self.left = left

    def wait(self, timeout):
        self.left -= 1
        return self.left < 0


@pytest.fixture
def ticked(monkeypatch):
    ticks = []
    monkeypatch.setattr(clockwork, "tick", ticks.append)
    monkeypatch.setattr(clockwork, "close_old_connections", lambda: None)
    return ticks


@pytest.fixture
def event(workplace):
    by = actor_as(CHAIR, workplace)
    return record("report.submitted", on=workplace, by=by, unit=workplace, at=NOON)


def test_what_was_recorded_is_sealed_in_the_first_seconds(event, ticked):
    clockwork.tick_until(Rounds(1))

    assert not UnsealedEvent.objects.exists()
    assert ticked == []


def test_everything_else_is_done_once_a_minute(db, ticked):
    clockwork.tick_until(Rounds(24))

    assert len(ticked) == 2


def test_a_database_that_is_away_is_tried_again(event, ticked, monkeypatch, caplog):
    answers = iter([DatabaseError("away"), 0])

    def seal(at):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer

    monkeypatch.setattr(clockwork, "seal_waiting", seal)

    clockwork.tick_until(Rounds(2))

    assert "trying again" in caplog.text
    assert next(answers, None) is None
