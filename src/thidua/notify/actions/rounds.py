"""What the clock does once for everybody."""

from datetime import datetime

from django.db import transaction

from thidua.notify.models import Round


def begin_round(*, key: str, at: datetime) -> Round | None:
    """The round that the clock has to make, begun now or gone on with; None when it is over."""
    one, _new = Round.objects.get_or_create(key=key, defaults={"begun_at": at})
    return one if one.done_at is None else None


@transaction.atomic
def advance(*, one: Round, to: int) -> bool:
    """Note that everybody up to account `to` is served; False when another clock was there first.

    Within the transaction that serves them: what they get and how far it went are kept together.
    """
    locked = Round.objects.select_for_update().get(pk=one.pk)
    if locked.reached != one.reached or locked.done_at is not None:
        return False
    locked.reached = to
    locked.save(update_fields=["reached"])
    return True


@transaction.atomic
def end_round(*, one: Round, at: datetime) -> None:
    """Nobody is left to serve. A second clock that comes to the same end changes nothing."""
    Round.objects.filter(pk=one.pk, done_at=None).update(done_at=at)
