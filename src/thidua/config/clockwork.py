"""What happens by the clock: due work that is idempotent and catches up after a stop."""

import logging
import threading
from datetime import datetime

from django.db import DatabaseError, close_old_connections

from thidua.config.lost_jobs import take_up_lost_jobs
from thidua.core import clock
from thidua.home.reminders import remind_everybody
from thidua.notify.actions import retry_failed

TICK_SECONDS = 60
log = logging.getLogger(__name__)


def tick(at: datetime) -> None:
    """Do everything that is due at `at`. Doing it twice does nothing more."""
    take_up_lost_jobs()
    retry_failed(at=at)
    remind_everybody(at)


def tick_until(stop: threading.Event) -> None:
    """Tick once a minute until told to stop. A database that is away is tried again."""
    while not stop.wait(timeout=TICK_SECONDS):
        close_old_connections()
        try:
            tick(clock.now())
        except DatabaseError:
            log.exception("the clock could not reach the database; trying again")
        close_old_connections()
