"""The register of purposes, and whom to ask about it (PDP-01, PDP-09)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import DataOfficer, FactKind, Unit
from thidua.org.policies.guarded import may_keep_kinds
from thidua.org.policies.managing import may_manage

DAY = timedelta(days=1)


@transaction.atomic
def add_kind(*, facts: Mapping[str, Any], unit: Unit, by: Actor, at: datetime) -> FactKind:
    """A guarded kind that may be kept from today on."""
    require(may_keep_kinds(by))
    code = f"own-{at:%y%m%d%H%M%S%f}"
    kind = FactKind.objects.create(**facts, code=code, guarded=True, starts_on=by.day)
    record("fact_kind.added", on=kind, by=by, unit=unit, at=at)
    return kind


@transaction.atomic
def end_kind(*, kind: FactKind, unit: Unit, by: Actor, at: datetime) -> int:
    """Nothing of the kind is kept any more: what stands there is erased. How many facts went."""
    kind = FactKind.objects.select_for_update().get(pk=kind.pk)
    require(may_keep_kinds(by))
    if not kind.guarded:
        raise DomainError(_("Dữ liệu cơ bản của hồ sơ không bỏ được ở đây."))
    if kind.ends_on is not None:
        raise DomainError(_("Loại dữ liệu này đã thôi dùng."))
    erased, _rows = kind.facts.all().delete()
    kind.ends_on = max(by.day, kind.starts_on + DAY)
    kind.save(update_fields=["ends_on"])
    record("fact_kind.ended", on=kind, by=by, unit=unit, at=at, erased=erased)
    return erased


@transaction.atomic
def name_officer(*, unit: Unit, facts: Mapping[str, Any], by: Actor, at: datetime) -> DataOfficer:
    """From today on this is whom people ask; who was asked before stays known."""
    require(may_manage(by, unit))
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    open_ = DataOfficer.objects.filter(unit=unit, ends_on=None)
    open_.filter(starts_on__gte=by.day).delete()
    open_.update(ends_on=by.day)
    officer = DataOfficer.objects.create(unit=unit, starts_on=by.day, **facts)
    record("data_officer.named", on=officer, by=by, unit=unit, at=at)
    return officer
