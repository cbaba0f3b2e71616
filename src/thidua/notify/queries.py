"""Questions about the outbox and about notices. Nothing here writes."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.notify.models import MailState, Notice, OutboxMail
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.org.remembered import remembered
from thidua.org.rights import Right

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
        ~Q(state=MailState.SENT), attempts__lt=LAST_TRY, created_at__lte=at - PATIENCE
    ).order_by("created_at", "pk")
    return [mail for mail in open_mails if _rested(mail, at)]


def notices_of(user_id: int) -> QuerySet[Notice]:
    """What stands under the bell of one account, the newest first."""
    return Notice.objects.filter(user=user_id)


def unread(user_id: int) -> int:
    """The number beside the bell."""
    return notices_of(user_id).filter(read_at=None).count()


def tasks_of(actor: Actor) -> list[Task]:
    """One task per unit whose mails did not leave."""
    failed = (
        outbox_visible_to(actor)
        .filter(state=MailState.FAILED)
        .order_by()
        .values("unit", "unit__name")
        .annotate(count=Count("pk"), since=Max("created_at"))
    )
    return [
        Task(
            title=_("Xem lại %(count)s thư chưa gửi được") % {"count": row["count"]},
            detail=row["unit__name"],
            url=f"{reverse('notify:outbox')}?state={MailState.FAILED}",
            act=_("Xem thư"),
            holder=str(actor.user),
            mine=True,
            since=timezone.localtime(row["since"]).date(),
            room="outbox",
        )
        for row in failed
    ]


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
    waiting = counted(OutboxMail.objects.exclude(state=MailState.SENT), units)["count"]
    return holdings(Holding(what=_("thư chưa gửi được"), count=waiting, open_=waiting))
