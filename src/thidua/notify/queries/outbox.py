"""Questions about the outbox. Nothing here writes."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from thidua.notify.models import MailState, OutboxMail
from thidua.org.actor import Actor
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.org.remembered import remembered
from thidua.org.rights import Right

LEAVING = (MailState.WAITING, MailState.FAILED)
"""What is on its way; the rest is sent, held for a letter of the day, or merged into one."""
NOT_LEFT = (*LEAVING, MailState.HELD)
PATIENCE = timedelta(minutes=15)
"""How long after a try the next one comes; doubled with every further try."""
LAST_TRY = 8
"""After so many tries (a day and a half) only a person sends the mail again."""


@remembered
def outbox_visible_to(actor: Actor) -> QuerySet[OutboxMail]:
    """The mails of the units for which they send papers."""
    return OutboxMail.objects.filter(unit__in=actor.holding(Right.DOCUMENT_ISSUE)).select_related(
        "unit"
    )


def due_for_another_try(at: datetime) -> list[OutboxMail]:
    """Mails that failed, or whose job was lost, and have waited their time; oldest first."""
    open_mails = OutboxMail.objects.filter(
        Q(not_before=None) | Q(not_before__lte=at),
        state__in=LEAVING,
        attempts__lt=LAST_TRY,
        created_at__lte=at - PATIENCE,
    ).order_by("created_at", "pk")
    return [mail for mail in open_mails if _rested(mail, at)]


def counts_by_state(actor: Actor) -> dict[str, int]:
    """How many of the mails they see are in each state."""
    rows = outbox_visible_to(actor).order_by().values_list("state").annotate(Count("pk"))
    return dict(rows)


def _rested(mail: OutboxMail, at: datetime) -> bool:
    if mail.tried_at is None:
        return True
    rest = PATIENCE * (1 << max(mail.attempts - 1, 0))
    return mail.tried_at + rest <= at


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Mails of the units that have not left yet."""
    waiting = counted(OutboxMail.objects.filter(state__in=NOT_LEFT), units)["count"]
    return holdings(Holding(what=_("thư chưa gửi được"), count=waiting, open_=waiting))
