"""Going through all seals, which takes a minute when there are a million deeds."""

from datetime import datetime, timedelta

from django_tasks import task

from thidua.audit.models import TrailCheck
from thidua.audit.queries import verify
from thidua.core import clock

LOST_AFTER = timedelta(minutes=5)


def is_lost(check: TrailCheck, now: datetime) -> bool:
    """Has nothing been heard of its worker for so long that it must have ended?"""
    return check.moved_at is not None and check.moved_at < now - LOST_AFTER


@task()
def check_seals(check_id: int) -> None:
    """Verify everything and write down what was found; done before, it does nothing."""
    check = TrailCheck.objects.get(pk=check_id)
    if check.finished_at is not None:
        return

    def tell(done: int, total: int) -> None:
        TrailCheck.objects.filter(pk=check_id).update(done=done, total=total, moved_at=clock.now())

    found = verify(tell)
    TrailCheck.objects.filter(pk=check_id).update(
        done=found.sealed,
        total=found.sealed,
        blocks=found.blocks,
        sealed=found.sealed,
        unsealed=found.unsealed,
        last_hash=found.last_hash,
        faults=[fault.kept() for fault in found.faults],
        finished_at=clock.now(),
    )
