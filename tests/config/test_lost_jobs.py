"""Jobs whose worker died in the middle of them."""

import os
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult

from factories import NOON, UnitFactory
from thidua.config.clockwork import tick
from thidua.config.living import living
from thidua.config.lost_jobs import MOST_BEGINNINGS, PATIENCE, take_up_lost_jobs
from thidua.notify.actions import Letter, post_mails
from thidua.notify.models import MailState, OutboxMail


@pytest.fixture
def job(db, settings, tmp_path):
    """A mail whose job waits in the queue of the database."""
    settings.DATA_DIR = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    letter = Letter(key="one", to="nguoi.nhan@example.org", subject="Kế hoạch", body="Kính gửi")
    post_mails(unit=UnitFactory(), letters=[letter], at=NOON)
    return DBTaskResult.objects.get()


def begun(job, ago, worker="died"):
    """As a worker leaves it that is killed while it does the job."""
    job.claim(worker)
    DBTaskResult.objects.filter(pk=job.pk).update(started_at=job.started_at - ago)


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_left_is_done_by_the_next_one(job, mailoutbox):
    begun(job, PATIENCE + timedelta(minutes=1))

    tick(NOON)
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)

    assert [mail.to for mail in mailoutbox] == [["nguoi.nhan@example.org"]]
    assert OutboxMail.objects.get().state == MailState.SENT


def test_a_job_that_runs_is_left_alone(job):
    begun(job, PATIENCE - timedelta(minutes=1))

    assert take_up_lost_jobs() == 0
    job.refresh_from_db()
    assert job.status == "RUNNING"


def test_a_job_that_ended_is_not_begun_again(job):
    begun(job, PATIENCE + timedelta(minutes=1))
    job.set_successful(None)

    assert take_up_lost_jobs() == 0


def test_a_job_that_never_ends_is_given_up(job):
    for _ in range(MOST_BEGINNINGS):
        begun(job, PATIENCE + timedelta(minutes=1))

    assert take_up_lost_jobs() == 0


def test_a_job_whose_worker_died_here_is_begun_again_at_once(job):
    with suppress(KeyboardInterrupt), living("killed"):
        begun(job, timedelta(0), worker="killed")
        raise KeyboardInterrupt

    assert take_up_lost_jobs() == 1


def test_a_worker_that_lives_may_be_as_slow_as_it_likes(job):
    with living("slow"):
        begun(job, 2 * PATIENCE, worker="slow")

        assert take_up_lost_jobs() == 0


def test_signs_of_workers_that_died_long_ago_are_swept_away(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    with suppress(KeyboardInterrupt), living("killed"):
        raise KeyboardInterrupt
    os.utime(tmp_path / "workers/killed.worker", (0, 0))

    with living("next"):
        assert [sign.name for sign in (tmp_path / "workers").iterdir()] == ["next.worker"]
    assert not list((tmp_path / "workers").iterdir())


@pytest.mark.parametrize(
    ("failure", "again"),
    [(OperationalError("the server closed the connection"), 1), (ValueError("a fault"), 0)],
)
def test_a_job_whose_database_went_away_is_begun_again(job, failure, again):
    begun(job, timedelta(0))
    job.set_failed(failure)

    assert take_up_lost_jobs() == again
