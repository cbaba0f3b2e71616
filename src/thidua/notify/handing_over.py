"""Posts that ended and were not handed over; that room lies too deep to know tasks."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.templatetags.vn import vn_number
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.queries.handovers import MOST_TOLD, RIGHTS, waiting_posts


def tasks_of(actor: Actor) -> list[Task]:
    """One task for all of them: after a decision they are many at once."""
    if not any(actor.holding(right) for right in RIGHTS):
        return []
    ended = list(waiting_posts(actor)[: MOST_TOLD + 1])
    if not ended:
        return []
    more = len(ended) > MOST_TOLD
    count = vn_number(min(len(ended), MOST_TOLD))
    title = ngettext(
        "Ghi bàn giao %(count)s chức vụ đã kết thúc",
        "Ghi bàn giao %(count)s chức vụ đã kết thúc",
        len(ended),
    ) % {"count": _("hơn %(count)s") % {"count": count} if more else count}
    first = ended[0]
    return [
        Task(
            title=title,
            detail=f"{first.person.name}, {first.kind.name}, {first.unit.name}"
            + ("…" if len(ended) > 1 else ""),
            url=reverse("org:handovers"),
            act=_("Mở danh sách bàn giao"),
            holder=str(actor.user),
            mine=True,
            since=min(post.ends_on for post in ended if post.ends_on),
            room="org",
        )
    ]
