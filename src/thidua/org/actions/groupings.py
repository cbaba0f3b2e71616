"""Clusters and labels: founded, called otherwise, ended."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Grouping, GroupingMember, Unit
from thidua.org.policies.units import may_keep

FOUNDED, CHANGED, ENDED = "grouping.founded", "grouping.changed", "grouping.ended"


@transaction.atomic
def found_grouping(
    *, unit: Unit, sort: str, name: str, decision: str, on: date, by: Actor, at: datetime
) -> Grouping:
    """Put units together under a name; who belongs to it is said afterwards."""
    require(may_keep(by, unit))
    _refuse_the_same_name(unit, name)
    grouping = Grouping.objects.create(
        unit=unit, sort=sort, name=name, decision=decision, starts_on=on
    )
    record(FOUNDED, on=grouping, by=by, unit=unit, at=at)
    return grouping


@transaction.atomic
def change_grouping(
    *, grouping: Grouping, name: str, decision: str, by: Actor, at: datetime
) -> Grouping:
    """Call it otherwise, or name another decision."""
    grouping = locked_grouping(grouping)
    require(may_keep(by, grouping.unit))
    _refuse_the_same_name(grouping.unit, name, but=grouping)
    changes = {"name": (grouping.name, name), "decision": (grouping.decision, decision)}
    grouping.name, grouping.decision = name, decision
    grouping.save(update_fields=["name", "decision"])
    record(CHANGED, on=grouping, by=by, unit=grouping.unit, at=at, changes=changes)
    return grouping


@transaction.atomic
def end_grouping(*, grouping: Grouping, on: date, by: Actor, at: datetime) -> Grouping:
    """End it, and with it the membership of every unit."""
    grouping = locked_grouping(grouping)
    require(may_keep(by, grouping.unit))
    refuse_ended(grouping)
    if on <= grouping.starts_on:
        raise DomainError(_("Ngày kết thúc phải sau ngày thành lập."))
    members = GroupingMember.objects.filter(grouping=grouping, ends_on=None)
    members.filter(starts_on__gte=on).delete()
    members.update(ends_on=on)
    grouping.ends_on = on
    grouping.save(update_fields=["ends_on"])
    record(ENDED, on=grouping, by=by, unit=grouping.unit, at=at, day=on.isoformat())
    return grouping


def locked_grouping(grouping: Grouping) -> Grouping:
    """Read it again under a lock, so that two officers come one after the other."""
    rows = Grouping.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=grouping.pk)


def _refuse_the_same_name(unit: Unit, name: str, but: Grouping | None = None) -> None:
    others = Grouping.objects.exclude(pk=but.pk) if but else Grouping.objects.all()
    if others.filter(unit=unit, name=name, ends_on=None).exists():
        raise DomainError(
            _("Đơn vị đã có cụm, nhóm tên “%(name)s”. Hãy đặt tên khác.") % {"name": name}
        )


def refuse_ended(grouping: Grouping) -> None:
    """What has ended takes no members any more."""
    if grouping.ends_on is not None:
        raise DomainError(_("Cụm, nhóm này đã kết thúc."))
