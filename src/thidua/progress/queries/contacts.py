"""When a unit was last heard of, and how."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Max, Q, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.audit.models import AuditEvent
from thidua.core.dated import in_force
from thidua.org.actor import and_above, standing
from thidua.org.models import Post
from thidua.pledges.models import Pledge, Way


class Channel(TextChoices):
    SYSTEM = "system", _("hệ thống")
    CODE = "code", _("mã QR")
    OPENED = "opened", _("mở văn bản")


@dataclass(frozen=True, slots=True)
class Contact:
    day: date
    channel: Channel


NAMED = 500
"""So many people may stand in a question; among more, the answer is looked through."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Somebody did something below `path` on that day."""

    path: str
    contact: Contact


def last_contacts(
    root: str, paths: Mapping[int, str], since: date, day: date
) -> dict[int, Contact]:
    """For each unit the last sign of life since then, its groups' included.

    What people of the unit did in the system, and what its members signed by the code; `paths`
    are those of the units, all below `root`. Work of superiors on its papers is no sign of it.
    Three questions, however many units.
    """
    moment = timezone.make_aware(datetime.combine(since, time.min))
    traces = [*_deeds(root, moment, day), *_signatures(root, moment)]
    return _latest(paths, [trace for trace in traces if trace.contact.day <= day])


def _deeds(root: str, since: datetime, day: date) -> list[Trace]:
    """Events noted where somebody has a post, in that unit or above it, but below `root`."""
    posts = Post.objects.filter(
        in_force(day), standing(day, root, "unit__placements__"), person__user__isnull=False
    )
    held: dict[str, set[str]] = {}
    for name, path in posts.values_list("person__user__username", "unit__placements__path"):
        if path != root:
            held.setdefault(name, set()).add(path)
    named = Q(actor__in=held) if len(held) <= NAMED else Q()
    events = (
        AuditEvent.objects.filter(named, unit_path__startswith=root, at__gte=since)
        .order_by()
        .values_list("unit_path", "actor")
        .annotate(Max("at"))
    )
    return [
        Trace(path, Contact(timezone.localtime(moment).date(), Channel.SYSTEM))
        for path, actor, moment in events
        if any(path.startswith(own) for own in held.get(actor, ()))
    ]


def _signatures(root: str, since: datetime) -> list[Trace]:
    rows = (
        Pledge.objects.filter(sheet__unit_path__startswith=root, way=Way.SELF, signed_at__gte=since)
        .order_by()
        .values_list("sheet__unit_path")
        .annotate(Max("signed_at"))
    )
    return [
        Trace(path, Contact(timezone.localtime(moment).date(), Channel.CODE))
        for path, moment in rows
    ]


def _latest(paths: Mapping[int, str], traces: Iterable[Trace]) -> dict[int, Contact]:
    by_path: dict[str, Contact] = {}
    for trace in traces:
        for above in and_above(trace.path):
            known = by_path.get(above)
            if known is None or known.day < trace.contact.day:
                by_path[above] = trace.contact
    return {unit: by_path[path] for unit, path in paths.items() if path in by_path}
