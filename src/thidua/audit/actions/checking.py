"""A check of all seals that is asked for on the screen and carried out by the worker."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser

from thidua.audit import jobs
from thidua.audit.models import TrailCheck


def start_check(*, by: AbstractBaseUser, at: datetime) -> TrailCheck:
    """Ask for a check; one that has only just begun is answered instead of a second one."""
    going = TrailCheck.objects.filter(finished_at=None).order_by("-pk").first()
    if going is not None and not jobs.is_lost(going, at):
        return going
    check = TrailCheck.objects.create(started_at=at, started_by=by.get_username(), moved_at=at)
    jobs.check_seals.enqueue(check.pk)
    return check
