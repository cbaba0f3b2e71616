"""The life of a sheet: opened with its code, changed, closed."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Phase
from thidua.pledges import policies, queries
from thidua.pledges.codes import new_token
from thidua.pledges.models import Sheet, SheetCode
from thidua.pledges.wording import Wording


@transaction.atomic
def open_sheet(
    *,
    unit: Unit,
    phase: Phase,
    wording: Wording,
    opens_on: date,
    closes_on: date,
    by: Actor,
    at: datetime,
) -> Sheet:
    """A sheet for one phase of the plan by which the unit lives, with its first code.

    Pressed twice by the same person, the sheet that stands is the answer.
    """
    unit = Unit.objects.select_for_update(of=("self",)).select_related("kind").get(pk=unit.pk)
    require(policies.may_open(by, unit))
    known = Sheet.objects.filter(unit=unit, phase=phase).select_related("opened_by__person").first()
    if known is not None:
        return _opened_before(known, by)
    if phase not in queries.living_phases(unit, by.day):
        raise DomainError(_("Đợt này không thuộc kế hoạch đang thực hiện của đơn vị."))
    _require_days(phase, opens_on, closes_on)
    sheet = Sheet.objects.create(
        unit=unit,
        unit_path=unit.path_on(by.day),
        phase=phase,
        opens_on=opens_on,
        closes_on=closes_on,
        opened_by=by.user,
        opened_at=at,
        **asdict(wording),
    )
    SheetCode.objects.create(sheet=sheet, token=new_token(), made_at=at)
    record("pledges.opened", on=sheet, by=by, unit=unit, at=at, phase=phase.name)
    return sheet


def _opened_before(sheet: Sheet, by: Actor) -> Sheet:
    if sheet.opened_by_id == by.user.pk:
        return sheet
    raise DomainError(
        _("%(name)s đã mở bản giao ước của đợt này ngày %(day)s.")
        % {"name": sheet.opened_by, "day": vn_date(sheet.opened_at)}
    )


@transaction.atomic
def reword_sheet(*, sheet: Sheet, wording: Wording, by: Actor, at: datetime) -> Sheet:
    """Write the words anew, before anybody has signed them."""
    sheet = locked(sheet)
    require(policies.may_reword(by, sheet))
    changes = differences(sheet, asdict(wording))
    for name, text in asdict(wording).items():
        setattr(sheet, name, text)
    sheet.save(update_fields=list(asdict(wording)))
    record("pledges.reworded", on=sheet, by=by, unit=sheet.unit, at=at, changes=changes)
    return sheet


@transaction.atomic
def change_days(*, sheet: Sheet, closes_on: date, by: Actor, at: datetime) -> Sheet:
    """Give more time, or less; never beyond the phase."""
    sheet = locked(sheet)
    require(policies.may_change(by, sheet))
    _require_days(sheet.phase, sheet.opens_on, closes_on)
    changes = differences(sheet, {"closes_on": closes_on})
    sheet.closes_on = closes_on
    sheet.save(update_fields=["closes_on"])
    record("pledges.days", on=sheet, by=by, unit=sheet.unit, at=at, changes=changes)
    return sheet


@transaction.atomic
def renew_code(*, sheet: Sheet, by: Actor, at: datetime) -> SheetCode:
    """Revoke the code in use, which from now on says so, and make another."""
    sheet = locked(sheet)
    require(policies.may_change(by, sheet))
    sheet.codes.filter(revoked_at=None).update(revoked_at=at)
    code = SheetCode.objects.create(sheet=sheet, token=new_token(), made_at=at)
    record("pledges.code_renewed", on=sheet, by=by, unit=sheet.unit, at=at)
    return code


@transaction.atomic
def close_sheet(*, sheet: Sheet, by: Actor, at: datetime) -> Sheet:
    """*Chốt*: nobody signs or is recorded from now on. A second press changes nothing."""
    sheet = locked(sheet)
    require(policies.may_keep(by, sheet))
    if sheet.closed_at is None:
        sheet.closed_at = at
        sheet.save(update_fields=["closed_at"])
        record("pledges.closed", on=sheet, by=by, unit=sheet.unit, at=at)
    return sheet


@transaction.atomic
def reopen_sheet(*, sheet: Sheet, by: Actor, at: datetime) -> Sheet:
    """Undo a closing while the phase runs."""
    sheet = locked(sheet)
    require(policies.may_reopen(by, sheet))
    sheet.closed_at = None
    sheet.save(update_fields=["closed_at"])
    record("pledges.reopened", on=sheet, by=by, unit=sheet.unit, at=at)
    return sheet


@transaction.atomic
def close_sheets(*, phase: Phase, by: Actor, at: datetime) -> list[Sheet]:
    """Close what is open of a phase, because its review was accepted (*sơ kết*).

    Decides no right: whoever accepts the summary of the phase closes it, also for the units below,
    and with it the phases of plans that carry out this one and lie inside its days.
    """
    inside = Q(
        phase__plan__rollout__plan=phase.plan_id,
        phase__starts_on__gte=phase.starts_on,
        phase__ends_on__lte=phase.ends_on,
    )
    sheets = list(
        Sheet.objects.select_for_update(of=("self",), no_key=True)
        .select_related("unit")
        .filter(Q(phase=phase) | inside, closed_at=None)
        .order_by("pk")
    )
    for sheet in sheets:
        sheet.closed_at = at
        sheet.save(update_fields=["closed_at"])
        record("pledges.closed", on=sheet, by=by, unit=sheet.unit, at=at, with_phase=phase.pk)
    return sheets


def locked(sheet: Sheet) -> Sheet:
    """Read the row again under a lock, so that policies judge what is true now.

    A lock that leaves the key alone: who signs meanwhile refers to the sheet without waiting for
    it, or a list that waits for that very signature would never end.
    """
    return (
        Sheet.objects.select_for_update(of=("self",), no_key=True)
        .select_related("unit__kind", "phase__plan__document")
        .get(pk=sheet.pk)
    )


def _require_days(phase: Phase, opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise DomainError(
            _("Ngày chốt %(last)s trước ngày mở %(first)s. Hãy xem lại hai ngày.")
            % {"first": vn_date(opens_on), "last": vn_date(closes_on)}
        )
    if opens_on < phase.starts_on or closes_on > phase.ends_on:
        raise DomainError(
            _("Đợt thi đua từ %(first)s đến %(last)s, bản giao ước phải nằm trong khoảng ấy.")
            % {"first": vn_date(phase.starts_on), "last": vn_date(phase.ends_on)}
        )
