"""What has to be done about messages."""

from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.notify.models import MailState
from thidua.notify.queries.calls import calls_visible_to
from thidua.notify.queries.outbox import outbox_visible_to
from thidua.notify.tasks import Task
from thidua.org.actor import Actor


def tasks_of(actor: Actor) -> list[Task]:
    """One task per unit whose mails did not leave, and one per unit with calls to make."""
    return [*_failed(actor), *_calls(actor)]


def _failed(actor: Actor) -> list[Task]:
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


def _calls(actor: Actor) -> list[Task]:
    rows = (
        calls_visible_to(actor)
        .filter(called_on=None)
        .order_by()
        .values("unit", "unit__name")
        .annotate(count=Count("pk"), since=Min("noted_at"))
    )
    return [
        Task(
            title=_("Gọi điện cho %(count)s người") % {"count": row["count"]},
            detail=row["unit__name"],
            url=reverse("notify:calls"),
            act=_("Xem danh sách gọi"),
            holder=str(actor.user),
            mine=True,
            since=timezone.localtime(row["since"]).date(),
            room="outbox",
        )
        for row in rows
    ]
