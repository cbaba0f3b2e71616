"""Administrative areas, and which unit looks after which (ORG-11, ORG-25)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.errors import DomainError
from thidua.core.folded import followers
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Area, Responsibility, Unit
from thidua.org.policies.managing import may_manage
from thidua.org.policies.units import may_keep_catalogues
from thidua.org.queries.units import first_unit

ADDED, CHANGED = "area.added", "area.changed"
TAKEN, LEFT = "area.taken", "area.left"


@transaction.atomic
def add_area(*, area: Area, by: Actor, at: datetime) -> Area:
    """Add an administrative area."""
    require(may_keep_catalogues(by))
    area.save(force_insert=True)
    record(ADDED, on=area, by=by, unit=first_unit(), at=at)
    return area


@transaction.atomic
def change_area(*, area: Area, values: Mapping[str, Any], by: Actor, at: datetime) -> Area:
    """Change what is known of an area: its name, its days, what it was merged into."""
    require(may_keep_catalogues(by))
    area = Area.objects.select_for_update(of=("self",)).get(pk=area.pk)
    if values.get("merged_into") == area:
        raise DomainError(_("Không nhập được một địa bàn vào chính nó. Hãy chọn địa bàn khác."))
    changes = differences(area, values)
    for name, value in values.items():
        setattr(area, name, value)
    follows = (column.name for column in followers(Area, values))
    area.save(update_fields=[*values, *follows])
    record(CHANGED, on=area, by=by, unit=first_unit(), at=at, changes=changes)
    return area


@transaction.atomic
def take_area(*, unit: Unit, area: Area, on: date, by: Actor, at: datetime) -> Responsibility:
    """Make `unit` responsible for the unions of an area; several units may share one."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    require(may_manage(by, unit))
    if Responsibility.objects.filter(unit=unit, area=area, ends_on=None).exists():
        raise DomainError(_("Đơn vị đang phụ trách địa bàn này rồi."))
    if area.ends_on and area.ends_on <= on:
        raise DomainError(
            _(
                "%(area)s không còn từ ngày %(day)s nên không giao phụ trách được. Hãy chọn "
                "địa bàn hiện nay."
            )
            % {"area": area, "day": f"{area.ends_on:%d/%m/%Y}"}
        )
    taken = Responsibility.objects.create(unit=unit, area=area, starts_on=on)
    record(TAKEN, on=unit, by=by, unit=unit, at=at, area=area.name)
    return taken


@transaction.atomic
def leave_area(*, taken: Responsibility, on: date, by: Actor, at: datetime) -> None:
    """End a responsibility; one that ends on the day it began was never there."""
    rows = Responsibility.objects.select_for_update(of=("self",)).select_related("unit", "area")
    taken = rows.get(pk=taken.pk)
    require(may_manage(by, taken.unit))
    if taken.ends_on is not None:
        raise DomainError(_("Đơn vị đã thôi phụ trách địa bàn này từ trước."))
    if on <= taken.starts_on:
        taken.delete()
    else:
        taken.ends_on = on
        taken.save(update_fields=["ends_on"])
    record(LEFT, on=taken.unit, by=by, unit=taken.unit, at=at, area=taken.area.name)
