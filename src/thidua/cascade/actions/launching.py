"""The launch of a phase (*lễ phát động*): entered by the unit, taken out when it was a mistake."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.cascade import policies
from thidua.cascade.models import Launch
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.files.actions import keep_picture
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Phase

NEAR = timedelta(days=31)
"""So far outside its phase a launch may lie; the form asks once about each day outside."""


@transaction.atomic
def launch(
    *,
    phase: Phase,
    unit: Unit,
    launched_on: date,
    place: str = "",
    note: str = "",
    picture: tuple[bytes, str] | None = None,
    by: Actor,
    at: datetime,
) -> Launch:
    """Keep that the unit launched the phase on that day.

    A day to come, or one far from the phase, is refused: `DomainError`.
    """
    unit = Unit.objects.select_for_update(of=("self",), no_key=True).get(pk=unit.pk)
    phase = _fresh(phase)
    require(policies.may_launch(by, phase, unit))
    _require_near(launched_on, phase, by.day)
    kept = None
    if picture is not None:
        data, name = picture
        kept = keep_picture(data=data, filename=name, unit=unit, by=by, at=at)
    row = Launch.objects.create(
        phase=phase,
        unit=unit,
        unit_path=unit.path_on(launched_on),
        launched_on=launched_on,
        place=place,
        note=note,
        picture=kept,
        entered_by=by.user,
        entered_at=at,
    )
    record("launch.entered", on=row, by=by, unit=unit, at=at, **_told(row))
    return row


@transaction.atomic
def undo_launch(*, launch: Launch, by: Actor, at: datetime) -> None:
    """Take a launch out that was entered by mistake; the audit keeps what it said.

    Whoever took it out first has done it: a second press raises `DomainError`.
    """
    row = (
        Launch.objects.select_for_update(of=("self",))
        .select_related("unit", "phase")
        .filter(pk=launch.pk)
        .first()
    )
    if row is None:
        raise DomainError(_("Lễ phát động này đã được xóa rồi."))
    require(policies.may_undo_launch(by, row))
    record("launch.undone", on=row, by=by, unit=row.unit, at=at, **_told(row))
    row.delete()


def _fresh(phase: Phase) -> Phase:
    """As it is now: the phases of a draft are read anew whenever its text changes."""
    row = (
        Phase.objects.select_related("plan__document__unit", "plan__document__issuer")
        .filter(pk=phase.pk)
        .first()
    )
    if row is None:
        raise DomainError(_("Đợt này không còn trong kế hoạch. Hãy mở lại trang kế hoạch."))
    return row


def _require_near(day: date, phase: Phase, today: date) -> None:
    if day > today:
        raise DomainError(
            _("Ngày phát động %(day)s chưa tới. Lễ đã tổ chức rồi mới ghi được.")
            % {"day": vn_date(day)}
        )
    if not phase.starts_on - NEAR <= day <= phase.ends_on + NEAR:
        raise DomainError(
            _("Ngày %(day)s cách quá xa %(phase)s (%(start)s đến %(end)s). Hãy xem lại ngày.")
            % {
                "day": vn_date(day),
                "phase": phase.name[:1].lower() + phase.name[1:],
                "start": vn_date(phase.starts_on),
                "end": vn_date(phase.ends_on),
            }
        )


def _told(row: Launch) -> dict[str, Any]:
    return {
        "phase": row.phase_id,
        "name": row.phase.name,
        "day": row.launched_on.isoformat(),
        "place": row.place,
        "note": row.note,
        "picture": row.picture_id,
    }
