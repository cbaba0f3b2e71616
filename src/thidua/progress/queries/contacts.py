"""When a unit was last heard of, and how."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Q, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.audit.models import AuditEvent
from thidua.core.dated import in_force
from thidua.org.actor import and_above, standing
from thidua.org.models import Post
from thidua.org.queries import beneath
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
NEWEST = 300
ONE_DAY = timedelta(days=1)
LAST_WEEKS = timedelta(weeks=4)


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
    At most seven questions, however many units.
    """
    first, end = (
        timezone.make_aware(datetime.combine(one, time.min)) for one in (since, day + ONE_DAY)
    )
    traces = _deeds(root, paths.values(), first, end)
    by_path = _latest(traces)
    # Nothing is later than a deed of the day itself: millions of signatures need not be read.
    not_today = [one for one in paths.values() if one not in by_path or by_path[one].day < day]
    if not_today:
        by_path = _latest([*traces, *_signatures(not_today, first, end)])
    return {unit: by_path[path] for unit, path in paths.items() if path in by_path}


def _deeds(root: str, paths: Collection[str], since: datetime, until: datetime) -> list[Trace]:
    """What people of the units did below `root`.

    The newest deeds name most units already. Only for those that are not among them, more is looked
    through: first the last weeks, then everything since the plan was sent.
    """
    events = AuditEvent.objects.filter(unit_path__startswith=root, at__gte=since, at__lt=until)
    rows = events.values_list("unit_path", "actor", "at")
    newest = list(rows.order_by("-at", "-pk")[:NEWEST])
    traces = _own_work(newest, root, until)
    if len(newest) < NEWEST:
        return traces
    for first in (until - LAST_WEEKS, since):
        heard = _latest(traces)
        quiet = [path for path in paths if path not in heard]
        if not quiet:
            break
        older = events.filter(beneath(quiet, "unit_"), at__gte=first).order_by()
        last = older.values_list("unit_path", "actor").annotate(Max("at"))
        traces += _own_work(list(last), root, until)
    return traces


def _own_work(
    events: Sequence[tuple[str, str, datetime]], root: str, until: datetime
) -> list[Trace]:
    """Those noted where somebody has a post, in that unit or above it, but below `root`."""
    day = timezone.localtime(until).date() - ONE_DAY
    names = {actor for _path, actor, _at in events}
    named = Q(person__user__username__in=names) if len(names) <= NAMED else Q()
    posts = Post.objects.filter(
        named, in_force(day), standing(day, root, "unit__placements__"), person__user__isnull=False
    )
    held: dict[str, set[str]] = {}
    for name, path in posts.values_list("person__user__username", "unit__placements__path"):
        if path != root:
            held.setdefault(name, set()).add(path)
    return [
        Trace(path, Contact(timezone.localtime(moment).date(), Channel.SYSTEM))
        for path, actor, moment in events
        if any(path.startswith(own) for own in held.get(actor, ()))
    ]


def _signatures(paths: Collection[str], since: datetime, until: datetime) -> list[Trace]:
    signed = Q(way=Way.SELF, signed_at__gte=since, signed_at__lt=until)
    rows = (
        Pledge.objects.filter(signed, beneath(paths, "sheet__unit_"))
        .order_by()
        .values_list("sheet__unit_path")
        .annotate(Max("signed_at"))
    )
    return [
        Trace(path, Contact(timezone.localtime(moment).date(), Channel.CODE))
        for path, moment in rows
    ]


def _latest(traces: Iterable[Trace]) -> dict[str, Contact]:
    """By path the latest contact there or below."""
    by_path: dict[str, Contact] = {}
    for trace in traces:
        for above in and_above(trace.path):
            known = by_path.get(above)
            if known is None or known.day < trace.contact.day:
                by_path[above] = trace.contact
    return by_path
