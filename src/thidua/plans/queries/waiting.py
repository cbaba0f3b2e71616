"""What has to be done with readings."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.documents.models import Reading as ReadingRow
from thidua.documents.models import (
    ReadingStatus,
)
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.plans.queries.intake import readings_visible_to


def tasks_of(actor: Actor) -> list[Task]:
    """What the room of documents does not know of: readings that wait for an officer."""
    waiting = (
        readings_visible_to(actor)
        .filter(status=ReadingStatus.WAITING, unit__kept_by=None)
        .select_related(None)
        .select_related("unit", "read_by__person")
        .defer("data", "blocks", "corrections")
        .order_by("read_at")
    )
    return [_task(reading, actor) for reading in waiting]


def _task(reading: ReadingRow, actor: Actor) -> Task:
    return Task(
        title=_("Xem và nhận kết quả đọc “%(file)s”") % {"file": reading.filename},
        detail=_("%(unit)s · %(who)s đọc ngày %(day)s")
        % {"unit": reading.unit, "who": reading.read_by, "day": vn_date(reading.read_at)},
        url=reverse("plans:reading", args=[reading.pk]),
        act=_("Xem kết quả đọc"),
        holder=str(actor.user),
        mine=True,
        since=timezone.localtime(reading.read_at).date(),
        room="reading",
    )
