"""What waits in the organisation for a second officer; that room lies too deep to know tasks."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.queries.accounts import GIVING
from thidua.org.queries.recovering import waiting_for, waivers_waiting_for

MOST = 20


def tasks_of(actor: Actor) -> list[Task]:
    """Requests of other officers to let somebody in again, or to spare them a second factor."""
    if not any(actor.holding(right) for right in GIVING):
        return []
    asked = [
        Task(
            title=_("Duyệt miễn xác thực hai lớp cho %(person)s") % {"person": one.user},
            detail=_("%(who)s đề nghị: %(reason)s") % {"who": one.asked_by, "reason": one.reason},
            url=reverse("org:waiver", args=[one.pk]),
            act=_("Xem đề nghị"),
            holder=str(actor.user),
            mine=True,
            since=timezone.localtime(one.asked_at).date(),
        )
        for one in waivers_waiting_for(actor)[:MOST]
    ]
    return asked + [
        Task(
            title=_("Xác nhận khôi phục đăng nhập cho %(person)s") % {"person": one.user},
            detail=_("%(who)s đề nghị: %(reason)s") % {"who": one.asked_by, "reason": one.reason},
            url=reverse("org:recovery", args=[one.pk]),
            act=_("Xem đề nghị"),
            holder=str(actor.user),
            mine=True,
            since=timezone.localtime(one.asked_at).date(),
        )
        for one in waiting_for(actor)[:MOST]
    ]
