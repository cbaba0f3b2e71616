"""The desk for personal data: a request comes in, is taken up, extended once, settled (PDP-04)."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.oversight.models import DataRequest, PersonExport, Wish, WishState
from thidua.oversight.personal_data.asked import Asked
from thidua.oversight.policies import personal_data as policies
from thidua.oversight.queries.personal_data import days_for


@transaction.atomic
def enter_request(
    *,
    person: Person,
    unit: Unit,
    asked: Asked,
    by: Actor,
    at: datetime,
) -> DataRequest:
    """Write a request down; its days follow from the rule of the day it came in."""
    require(policies.may_enter(by, unit))
    if asked.received_on > by.day:
        raise DomainError(_("Ngày nhận chưa tới. Hãy xem lại ngày."))
    days = days_for(asked.wish, asked.received_on, with_others=asked.with_others)
    request = DataRequest.objects.create(
        unit=unit,
        person=person,
        **asdict(asked),
        take_up_by=days.take_up_by,
        due_on=days.due_on,
        entered_by=by.user,
        entered_at=at,
    )
    what = str(Wish(asked.wish).label)
    record("data_request.entered", on=request, by=by, unit=unit, at=at, what=what)
    return request


@transaction.atomic
def take_up(*, request: DataRequest, by: Actor, at: datetime) -> DataRequest:
    """The person was told that the request has come and is being worked on."""
    request = locked(request)
    require(policies.may_work_on(by, request))
    if request.state != WishState.RECEIVED:
        raise DomainError(_("Yêu cầu này đã được xác nhận."))
    request.state, request.taken_up_at = WishState.TAKEN_UP, at
    request.save(update_fields=["state", "taken_up_at"])
    record("data_request.taken_up", on=request, by=by, unit=request.unit, at=at)
    return request


@transaction.atomic
def extend(*, request: DataRequest, reason: str, by: Actor, at: datetime) -> DataRequest:
    """More time, once; the person is told the reason and the new day."""
    request = locked(request)
    require(policies.may_extend(by, request))
    days = days_for(request.wish, request.received_on, with_others=request.with_others)
    if not days.extra:
        raise DomainError(_("Loại yêu cầu này không được gia hạn."))
    request.due_on += timedelta(days=days.extra)
    request.extended_at, request.extension_reason = at, reason
    request.save(update_fields=["due_on", "extended_at", "extension_reason"])
    until = request.due_on.isoformat()
    record(
        "data_request.extended",
        on=request,
        by=by,
        unit=request.unit,
        at=at,
        until=until,
        reason=reason,
    )
    return request


@transaction.atomic
def settle(
    *, request: DataRequest, done: bool, answer: str, by: Actor, at: datetime
) -> DataRequest:
    """Done, or not to be done and why. A copy that was made for the person goes."""
    request = locked(request)
    require(policies.may_work_on(by, request))
    request.state = WishState.DONE if done else WishState.DECLINED
    request.answer, request.settled_at, request.settled_by = answer, at, by.user
    request.taken_up_at = request.taken_up_at or at
    request.save(update_fields=["state", "answer", "settled_at", "settled_by", "taken_up_at"])
    PersonExport.objects.filter(request=request).update(file=None)
    event = "data_request.done" if done else "data_request.declined"
    record(event, on=request, by=by, unit=request.unit, at=at)
    return request


def locked(request: DataRequest) -> DataRequest:
    """The row as it is now, under a lock."""
    rows = DataRequest.objects.select_for_update(of=("self",)).select_related("unit", "person")
    return rows.get(pk=request.pk)
