"""Jobs whose worker was killed in the middle of them: the queue never looks at them again."""

from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Now
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from thidua.config.living import is_alive

PATIENCE = timedelta(minutes=10)
"""For workers of other machines, whose end nobody here can see. No job takes nearly as long."""
RECENT = timedelta(days=1)
"""A failure that is older is left to people."""
MOST_BEGINNINGS = 5
"""A job that was begun so often and never ended may itself be what kills the worker."""
CUT_OFF = (
    "django.db.utils.OperationalError",
    "django.db.utils.InterfaceError",
    "builtins.SystemExit",
    "builtins.KeyboardInterrupt",
)
"""How a job ends whose database went away or was busy for too long, or that was told to stop."""


def take_up_lost_jobs(patience: timedelta = PATIENCE) -> int:
    """Let jobs be begun again whose worker died or whose database went away; how many.

    A worker that leaves no sign here is waited for as long as `patience`. Every job may be done
    twice and doubles nothing, so a slow one that is taken for lost does no harm. The real clock
    counts, also in the sample year: it is what the queue writes.
    """
    jobs = DBTaskResult.objects.filter(_unfinished())
    silent = set(jobs.filter(started_at__lte=Now() - patience).values_list("pk", flat=True))
    lost = [
        job.pk
        for job in jobs
        if len(job.worker_ids) < MOST_BEGINNINGS
        and (job.status == TaskResultStatus.FAILED or _left_alone(job, silent=job.pk in silent))
    ]
    # Asked once more for the state: another clock may have been here, or the job has just ended.
    return jobs.filter(pk__in=lost).update(status=TaskResultStatus.READY)


def _unfinished() -> Q:
    cut_off = Q(status=TaskResultStatus.FAILED, exception_class_path__in=CUT_OFF)
    return Q(status=TaskResultStatus.RUNNING) | cut_off & Q(finished_at__gte=Now() - RECENT)


def _left_alone(job: "DBTaskResult[..., object]", *, silent: bool) -> bool:
    """Has its worker died, or, where that cannot be seen, been silent for too long?"""
    lives = is_alive(job.worker_ids[-1]) if job.worker_ids else None
    return silent if lives is None else not lives
