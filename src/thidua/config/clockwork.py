"""What happens by the clock: due work that is idempotent and catches up after a stop."""

import logging
import threading
from datetime import datetime

from django.db import DatabaseError, close_old_connections, connection

from thidua.audit.actions import seal_waiting
from thidua.config.lost_jobs import take_up_lost_jobs
from thidua.config.table_sizes import measure_tables
from thidua.core import clock
from thidua.files.sweeping import sweep
from thidua.home.reminders import last_morning, remind_everybody
from thidua.notify.actions import begin_round, end_round, merge_held, retry_failed

TICK_SECONDS = 60
SEAL_SECONDS = 5
log = logging.getLogger(__name__)


def tick(at: datetime) -> None:
    """Do everything that is due at `at`. Doing it twice does nothing more."""
    seal_waiting(at=at)
    take_up_lost_jobs()
    retry_failed(at=at)
    remind_everybody(at)
    merge_once_a_morning(at)
    sweep_once_a_day(at)
    measure_once_a_day(at)


def merge_once_a_morning(at: datetime) -> None:
    """One letter instead of many, for who wants it so."""
    morning = last_morning(at)
    round_ = begin_round(key=f"letters.merged:{morning}", at=at) if morning else None
    if morning is not None and round_ is not None:
        merge_held(on=morning, at=at)
        end_round(one=round_, at=at)


def sweep_once_a_day(at: datetime) -> None:
    """Take away what nothing points to; the first clock of the day does it."""
    round_ = begin_round(key=f"files.swept:{at:%Y-%m-%d}", at=at)
    if round_ is not None:
        sweep()
        end_round(one=round_, at=at)


def measure_once_a_day(at: datetime) -> None:
    """What grows from day to day is searched by another way than what was empty."""
    round_ = begin_round(key=f"tables.measured:{at:%Y-%m-%d}", at=at)
    if round_ is not None:
        measure_tables(connection)
        end_round(one=round_, at=at)


def tick_until(stop: threading.Event) -> None:
    """Tick once a minute until told to stop, and seal what was recorded every few seconds.

    A database that is away is tried again.
    """
    turn = 0
    while not stop.wait(timeout=SEAL_SECONDS):
        turn = (turn + 1) % (TICK_SECONDS // SEAL_SECONDS)
        close_old_connections()
        try:
            if turn == 0:
                tick(clock.now())
            else:
                seal_waiting(at=clock.now())
        except DatabaseError:
            log.exception("the clock could not reach the database; trying again")
        close_old_connections()
