"""Recording what was done. What is recorded stays: a mistake is cancelled and entered anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from thidua.activities import policies, queries
from thidua.activities.models import (
    LARGEST_COUNT,
    Activity,
    ActivityKind,
    Count,
    Evidence,
    Measure,
)
from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.files.models import Picture
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Clause, Phase

MOST_PICTURES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What somebody says was done; `counts` by the measures of its kind."""

    kind: ActivityKind
    title: str
    done_on: date
    counts: Mapping[Measure, int]
    clause: Clause | None = None
    place: str = ""
    partner: str = ""
    note: str = ""


@transaction.atomic
def record_activity(
    *,
    unit: Unit,
    entry: Entry,
    pictures: Sequence[Picture] = (),
    once: str = "",
    by: Actor,
    at: datetime,
) -> Activity:
    """Enter what the unit did, in the phase that its day falls in.

    `once` names the page it was entered on: sent again from there, the first entry is the answer.
    The pictures are kept beforehand, since opening large ones would hold up everybody who writes.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(policies.may_record(by, unit))
    key = f"{by.user.pk}.{once}" if once else None
    known = Activity.objects.filter(once=key).first() if key else None
    if known is not None:
        return known
    activity = Activity.objects.create(
        unit=unit,
        unit_path=unit.path_on(entry.done_on),
        phase=_phase_for(unit, entry, by.day),
        clause=entry.clause,
        kind=entry.kind,
        title=entry.title,
        done_on=entry.done_on,
        place=entry.place,
        partner=entry.partner,
        note=entry.note,
        recorded_by=by.user,
        recorded_at=at,
        once=key,
    )
    _count(activity, entry.counts)
    _attach(activity, pictures)
    record("activity.recorded", on=activity, by=by, unit=unit, at=at, title=activity.title)
    return activity


@transaction.atomic
def add_pictures(
    *, activity: Activity, pictures: Sequence[Picture], by: Actor, at: datetime
) -> Activity:
    """More pictures for an activity that counts."""
    activity = _locked(activity)
    require(policies.may_change(by, activity))
    _attach(activity, pictures)
    record(
        "activity.pictured",
        on=activity,
        by=by,
        unit=activity.unit,
        at=at,
        pictures=len(pictures),
    )
    return activity


@transaction.atomic
def cancel_activity(*, activity: Activity, reason: str, by: Actor, at: datetime) -> Activity:
    """Take a mistaken entry out of every figure. It stays readable with the reason."""
    activity = _locked(activity)
    require(policies.may_change(by, activity))
    if not reason.strip():
        raise DomainError(_("Chưa ghi lý do hủy."))
    activity.cancelled_at, activity.cancelled_by = at, by.user
    activity.cancel_reason = reason.strip()
    activity.save(update_fields=["cancelled_at", "cancelled_by", "cancel_reason"])
    record(
        "activity.cancelled",
        on=activity,
        by=by,
        unit=activity.unit,
        at=at,
        reason=activity.cancel_reason,
    )
    return activity


def _locked(activity: Activity) -> Activity:
    """Read the row again under a lock, so that policies judge what is true now."""
    rows = Activity.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=activity.pk)


def _phase_for(unit: Unit, entry: Entry, today: date) -> Phase:
    """The phase of the unit's plan in which the day lies; the clause belongs to that plan."""
    words = {"day": vn_date(entry.done_on), "unit": unit, "today": vn_date(today)}
    if entry.done_on > today:
        raise DomainError(
            _("Ngày %(day)s chưa tới (hôm nay %(today)s). Chỉ ghi hoạt động đã làm.") % words
        )
    phase = queries.phase_on(unit, entry.done_on)
    if phase is None:
        raise DomainError(
            _(
                "Ngày %(day)s không nằm trong đợt thi đua nào của kế hoạch mà %(unit)s đang thực "
                "hiện. Hãy xem lại ngày, hoặc thời gian các đợt ghi trong kế hoạch."
            )
            % words
        )
    if entry.clause is not None and entry.clause.plan_id != phase.plan_id:
        raise DomainError(
            _("Nội dung đã chọn không thuộc kế hoạch của ngày %(day)s. Hãy chọn lại nội dung.")
            % words
        )
    return phase


def _count(activity: Activity, counts: Mapping[Measure, int]) -> None:
    for measure, value in counts.items():
        if measure.kind_id != activity.kind_id:
            raise DomainError(
                _("“%(measure)s” không thuộc loại hoạt động “%(kind)s”.")
                % {"measure": measure, "kind": activity.kind}
            )
        if not 0 <= value <= LARGEST_COUNT:
            raise DomainError(
                _("%(measure)s nằm ngoài khoảng ghi được. Hãy xem lại số vừa gõ.")
                % {"measure": measure}
            )
    Count.objects.bulk_create(
        Count(activity=activity, measure=measure, value=value) for measure, value in counts.items()
    )


def _attach(activity: Activity, pictures: Sequence[Picture]) -> None:
    there = activity.evidence.aggregate(last=Max("position"))["last"] or 0
    if activity.evidence.count() + len(pictures) > MOST_PICTURES:
        raise DomainError(
            _("Mỗi hoạt động gắn nhiều nhất %(most)s ảnh. Hãy chọn những ảnh rõ nhất.")
            % {"most": MOST_PICTURES}
        )
    Evidence.objects.bulk_create(
        Evidence(activity=activity, picture=picture, position=there + place)
        for place, picture in enumerate(pictures, 1)
    )
