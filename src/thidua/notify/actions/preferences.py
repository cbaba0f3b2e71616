"""Choosing how to be told."""

from datetime import datetime, time

from django.db import transaction

from thidua.notify import jobs
from thidua.notify.models import MailState, OutboxMail, Pace, Preference
from thidua.org.actor import Actor


@transaction.atomic
def choose(
    *,
    pace: Pace,
    language: str,
    quiet_from: time | None,
    quiet_to: time | None,
    by: Actor,
    at: datetime,
) -> Preference:
    """For one's own account. Who wants single letters again gets at once what was held."""
    hours = {"quiet_from": quiet_from, "quiet_to": quiet_to}
    wish, _new = Preference.objects.update_or_create(user=by.user, defaults={"pace": pace, **hours})
    by.user.language = language
    by.user.save(update_fields=["language"])
    if pace == Pace.AT_ONCE:
        held = OutboxMail.objects.filter(reader=by.user, state=MailState.HELD)
        freed = list(held.values_list("pk", flat=True))
        held.update(state=MailState.WAITING, tried_at=at)
        if freed:
            jobs.deliver_each.enqueue(freed)
    return wish
