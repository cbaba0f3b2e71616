"""What has to be done about pledges: sheets to open, signatures to match, sheets that close."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.cascade.models import Launch
from thidua.core.dated import in_force
from thidua.core.templatetags.vn import vn_date
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.models import Headcount, Placement, Tree
from thidua.org.queries import listed
from thidua.org.rights import Right
from thidua.pledges.models import Sheet
from thidua.pledges.queries.figures import FIGURES
from thidua.pledges.share import Share

SOON = timedelta(days=3)
ROOM = "pledges"
COUNTED = (*FIGURES, "headcount")


def tasks_of(actor: Actor) -> list[Task]:
    """For those who keep sheets. Three questions at most."""
    units = actor.holding(Right.PLEDGE_KEEP)
    if not units:
        return []
    opening = [_to_open(actor, launch) for launch in _launched(actor)]
    sheets = list(_open_sheets(actor))
    counts = [{name: getattr(sheet, name) for name in COUNTED} for sheet in sheets]
    uncounted = {
        sheet.unit_id
        for sheet, known in zip(sheets, counts, strict=True)
        if known["headcount"] is None
    }
    paths = {post.unit_id: post.path for post in actor.posts if post.unit_id in uncounted}
    heads = listed(paths, actor.day) if paths else {}
    for sheet, known in zip(sheets, counts, strict=True):
        known["headcount"] = known["headcount"] or heads.get(sheet.unit_id, 0)
    return opening + [
        task
        for sheet, known in zip(sheets, counts, strict=True)
        for task in _of_sheet(actor, sheet, Share(**known))
    ]


def _launched(actor: Actor) -> QuerySet[Launch]:
    """Phases their workplaces launched that are not over, with no sheet for those days.

    A sheet for the superior's phase serves on when the unit launches its own plan later.
    """
    below = Placement.objects.filter(
        in_force(actor.day),
        tree=Tree.LINE,
        path__startswith=OuterRef("unit_path"),
        unit__kind__keeps_register=True,
    ).exclude(unit=OuterRef("unit"))
    sheets = Sheet.objects.filter(
        unit=OuterRef("unit"),
        phase__starts_on__lte=OuterRef("phase__ends_on"),
        phase__ends_on__gte=OuterRef("phase__starts_on"),
    )
    return (
        Launch.objects.filter(
            ~Exists(below),
            ~Exists(sheets),
            unit__in=actor.holding(Right.PLEDGE_KEEP),
            unit__kind__keeps_register=True,
            launched_on__lte=actor.day,
            phase__ends_on__gte=actor.day,
        )
        .select_related("unit", "phase")
        .order_by("launched_on", "pk")
    )


def _open_sheets(actor: Actor) -> QuerySet[Sheet]:
    counted = Headcount.objects.filter(unit=OuterRef("unit"), on__lte=actor.day).order_by("-on")
    return (
        Sheet.objects.filter(
            unit__in=actor.holding(Right.PLEDGE_KEEP), closed_at=None, opens_on__lte=actor.day
        )
        .annotate(**FIGURES, headcount=Subquery(counted.values("members")[:1]))
        .select_related("unit")
        .order_by("closes_on", "pk")
    )


def _to_open(actor: Actor, launch: Launch) -> Task:
    return Task(
        title=_("Mở bản giao ước %(phase)s")
        % {"phase": launch.phase.name[:1].lower() + launch.phase.name[1:]},
        detail=_("%(unit)s phát động ngày %(day)s, chưa có bản để đoàn viên ký")
        % {"unit": launch.unit, "day": vn_date(launch.launched_on)},
        url=f"{reverse('pledges:open')}?unit={launch.unit_id}&phase={launch.phase_id}",
        act=_("Mở bản giao ước"),
        holder=str(actor.user),
        mine=True,
        since=launch.launched_on,
        due=launch.phase.ends_on,
        room=ROOM,
    )


def _of_sheet(actor: Actor, sheet: Sheet, share: Share) -> Iterator[Task]:
    if share.waiting:
        yield _to_match(actor, sheet, share.waiting)
    if actor.day > sheet.closes_on:
        yield _to_close(actor, sheet, share)
    elif sheet.closes_on - actor.day <= SOON and share.missing:
        yield _closing(actor, sheet, share)


def _to_match(actor: Actor, sheet: Sheet, waiting: int) -> Task:
    return Task(
        title=ngettext(
            "Đối chiếu %(count)s chữ ký giao ước",
            "Đối chiếu %(count)s chữ ký giao ước",
            waiting,
        )
        % {"count": waiting},
        detail=_("%(sheet)s, %(unit)s: người ký chưa khớp với danh sách đoàn viên")
        % {"sheet": sheet.title, "unit": sheet.unit},
        url=f"{reverse('pledges:names', args=[sheet.pk])}#cho-doi-chieu",
        act=_("Đối chiếu"),
        holder=str(actor.user),
        mine=True,
        since=sheet.opens_on,
        due=sheet.closes_on,
        room=ROOM,
    )


def _closing(actor: Actor, sheet: Sheet, share: Share) -> Task:
    return Task(
        title=ngettext(
            "Vận động %(count)s đoàn viên chưa ký giao ước",
            "Vận động %(count)s đoàn viên chưa ký giao ước",
            share.missing,
        )
        % {"count": share.missing},
        detail=_("%(sheet)s, %(unit)s: %(signed)s trong %(all)s đoàn viên đã ký")
        % {
            "sheet": sheet.title,
            "unit": sheet.unit,
            "signed": share.signed,
            "all": share.headcount,
        },
        url=sheet.get_absolute_url(),
        act=_("Xem bản giao ước"),
        holder=str(actor.user),
        mine=True,
        since=sheet.opens_on,
        due=sheet.closes_on,
        room=ROOM,
    )


def _to_close(actor: Actor, sheet: Sheet, share: Share) -> Task:
    return Task(
        title=_("Chốt %(sheet)s") % {"sheet": sheet.title[:1].lower() + sheet.title[1:]},
        detail=_("%(unit)s: hết hạn ký ngày %(day)s, %(signed)s trong %(all)s đoàn viên đã ký")
        % {
            "unit": sheet.unit,
            "day": vn_date(sheet.closes_on),
            "signed": share.signed,
            "all": share.headcount,
        },
        url=sheet.get_absolute_url(),
        act=_("Xem và chốt"),
        holder=str(actor.user),
        mine=True,
        since=sheet.closes_on,
        due=sheet.closes_on,
        room=ROOM,
    )
