"""Jobs whose worker was killed in the middle of them: the queue never looks at them again."""

from datetime import timedelta

from django.db.models.functions import Now
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

PATIENCE = timedelta(minutes=10)
"""No job takes nearly as long."""
MOST_BEGINNINGS = 5
"""A job that was begun so often and never ended may itself be what kills the worker."""


def take_up_lost_jobs(patience: timedelta = PATIENCE) -> int:
    """Let what has been running for longer than `patience` be begun again; how many jobs.

    Every job may be done twice and doubles nothing, so a slow one that is taken for lost does no
    harm. The real clock counts, also in the sample year: it is what the queue writes.
    """
    running = DBTaskResult.objects.running().filter(started_at__lte=Now() - patience)
    lost = [job.pk for job in running if len(job.worker_ids) < MOST_BEGINNINGS]
    # Asked once more for the state: another clock may have been here, or the job has just ended.
    return running.filter(pk__in=lost).update(status=TaskResultStatus.READY)
