"""Kinds of units, bodies and posts: dated rows that a keeper adds, changes and ends."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Body, PostKind, UnitKind
from thidua.org.policies.units import may_keep_catalogues
from thidua.org.queries.units import first_unit

Kind = TypeVar("Kind", UnitKind, Body, PostKind)
ADDED, CHANGED = "kind.added", "kind.changed"


@transaction.atomic
def add_kind(*, kind: Kind, by: Actor, at: datetime) -> Kind:
    """Add a row to one of the three catalogues."""
    require(may_keep_catalogues(by))
    _refuse_a_second(kind)
    kind.save(force_insert=True)
    record(ADDED, on=kind, by=by, unit=first_unit(), at=at)
    return kind


@transaction.atomic
def change_kind(*, kind: Kind, values: Mapping[str, Any], by: Actor, at: datetime) -> Kind:
    """Change what a row says, or from which day it is used no more; rows are never deleted.

    A keeper cannot take the last right of keeping from themselves.
    """
    require(may_keep_catalogues(by))
    kind = _locked(kind)
    changes = {name: (_plain(getattr(kind, name)), _plain(values[name])) for name in values}
    for name, value in values.items():
        setattr(kind, name, value)
    _refuse_a_second(kind)
    kind.save(update_fields=list(values))
    _refuse_to_lock_oneself_out(by)
    record(CHANGED, on=kind, by=by, unit=first_unit(), at=at, changes=changes)
    return kind


def _locked(kind: Kind) -> Kind:
    return type(kind).objects.select_for_update(of=("self",)).get(pk=kind.pk)


def _refuse_a_second(kind: UnitKind | Body | PostKind) -> None:
    same = type(kind).objects.exclude(pk=kind.pk)
    if same.filter(code=kind.code).exists():
        raise DomainError(
            _("Mã “%(code)s” đã dùng cho một dòng khác. Hãy đặt mã khác.") % {"code": kind.code}
        )


def _refuse_to_lock_oneself_out(by: Actor) -> None:
    """Asked after the change, inside its transaction: what is refused here is taken back."""
    if not may_keep_catalogues(Actor.of(by.user, by.day)):
        raise DomainError(
            _(
                "Bỏ quyền này thì chính bạn không còn quản trị được hệ thống. "
                "Hãy giao quyền quản trị cho người khác trước, rồi để người đó đổi."
            )
        )


def _plain(value: Any) -> Any:
    """Lists of rights as one text, everything else as it is."""
    return ", ".join(value) if isinstance(value, list) else value
