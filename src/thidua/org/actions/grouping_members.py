"""Units join a cluster or label, leave it, and lead it in turn."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.dated import in_force
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actions.groupings import locked_grouping, refuse_ended
from thidua.org.actor import Actor
from thidua.org.models import Grouping, GroupingHead, GroupingMember, GroupingSort, Unit
from thidua.org.policies.units import may_keep
from thidua.org.queries.units import units_within

JOINED, LEFT, LED = "grouping.joined", "grouping.left", "grouping.led"


@transaction.atomic
def add_members(
    *, grouping: Grouping, units: Collection[Unit], on: date, by: Actor, at: datetime
) -> int:
    """Let units join, in this order, after those that are there; how many joined anew.

    A unit belongs to one cluster of the same founder at a time (it competes once).
    """
    grouping = locked_grouping(grouping)
    require(may_keep(by, grouping.unit))
    refuse_ended(grouping)
    if on < grouping.starts_on:
        raise DomainError(_("Cụm, nhóm này chưa thành lập vào ngày đó."))
    known = set(grouping.members.filter(ends_on=None).values_list("unit", flat=True))
    new = [unit for unit in units if unit.pk not in known]
    _refuse_strangers(grouping, new, on)
    _refuse_second_cluster(grouping, new, on)
    last = max(grouping.members.values_list("position", flat=True), default=0)
    GroupingMember.objects.bulk_create(
        GroupingMember(grouping=grouping, unit=unit, position=last + turn, starts_on=on)
        for turn, unit in enumerate(new, start=1)
    )
    if new:
        names = ", ".join(unit.name for unit in new)
        record(JOINED, on=grouping, by=by, unit=grouping.unit, at=at, units=names)
    return len(new)


@transaction.atomic
def end_member(*, member: GroupingMember, on: date, by: Actor, at: datetime) -> None:
    """Let a unit leave; one that leaves on the day it joined was never there."""
    rows = GroupingMember.objects.select_for_update(of=("self",))
    member = rows.select_related("grouping__unit", "unit").get(pk=member.pk)
    grouping = member.grouping
    require(may_keep(by, grouping.unit))
    if member.ends_on is not None:
        raise DomainError(_("Đơn vị này đã rời cụm, nhóm từ trước."))
    if on <= member.starts_on:
        member.delete()
    else:
        member.ends_on = on
        member.save(update_fields=["ends_on"])
    record(LEFT, on=grouping, by=by, unit=grouping.unit, at=at, units=member.unit.name)


@transaction.atomic
def name_head(
    *, grouping: Grouping, year: int, unit: Unit, deputy: Unit | None, by: Actor, at: datetime
) -> GroupingHead:
    """Say which member leads the cluster in a year, and which stands in; the last word holds."""
    grouping = locked_grouping(grouping)
    require(may_keep(by, grouping.unit))
    if grouping.sort != GroupingSort.CLUSTER:
        raise DomainError(_("Chỉ cụm, khối thi đua mới có cụm trưởng."))
    inside = set(
        grouping.members.filter(starts_on__year__lte=year)
        .exclude(ends_on__lte=date(year, 1, 1))
        .values_list("unit", flat=True)
    )
    if unit.pk not in inside or (deputy and deputy.pk not in inside):
        raise DomainError(_("Cụm trưởng, cụm phó phải là thành viên của cụm trong năm đó."))
    if deputy == unit:
        raise DomainError(_("Cụm phó phải là một đơn vị khác cụm trưởng."))
    head, _created = GroupingHead.objects.update_or_create(
        grouping=grouping, year=year, defaults={"unit": unit, "deputy": deputy}
    )
    record(LED, on=grouping, by=by, unit=grouping.unit, at=at, year=year, head=unit.name)
    return head


def _refuse_strangers(grouping: Grouping, units: Collection[Unit], on: date) -> None:
    below = units_within(grouping.unit, on)
    allowed = set(below.filter(pk__in=[unit.pk for unit in units]).values_list("pk", flat=True))
    strange = next((unit for unit in units if unit.pk not in allowed), None)
    if strange:
        raise DomainError(
            _("%(unit)s không thuộc %(superior)s vào ngày đó.")
            % {"unit": strange, "superior": grouping.unit}
        )


def _refuse_second_cluster(grouping: Grouping, units: Collection[Unit], on: date) -> None:
    if grouping.sort != GroupingSort.CLUSTER:
        return
    elsewhere = GroupingMember.objects.filter(
        in_force(on),
        unit__in=units,
        grouping__unit=grouping.unit,
        grouping__sort=GroupingSort.CLUSTER,
    ).exclude(grouping=grouping)
    other = elsewhere.select_related("unit", "grouping").first()
    if other:
        raise DomainError(
            _("%(unit)s đang ở %(cluster)s. Hãy cho đơn vị rời cụm đó trước.")
            % {"unit": other.unit, "cluster": other.grouping}
        )
