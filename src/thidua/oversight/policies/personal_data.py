"""Who works at the desk for personal data, and when a request can still move."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.people import may_keep_people
from thidua.oversight.models import DataRequest


def may_enter(actor: Actor, unit: Unit) -> Verdict:
    """Who keeps the people of the unit."""
    return may_keep_people(actor, unit)


def may_work_on(actor: Actor, request: DataRequest) -> Verdict:
    """The same, as long as it is open."""
    allowed = may_keep_people(actor, request.unit)
    if not allowed:
        return allowed
    if not request.is_open:
        return not_now(_("Yêu cầu này đã giải quyết xong."))
    return ALLOWED


def may_extend(actor: Actor, request: DataRequest) -> Verdict:
    """Once, and before the day is over; the person is told why (PDP-04)."""
    allowed = may_work_on(actor, request)
    if not allowed:
        return allowed
    if request.extended_at is not None:
        return not_now(_("Yêu cầu này đã gia hạn một lần; chỉ được gia hạn một lần."))
    if actor.day > request.due_on:
        return not_now(_("Đã quá hạn nên không gia hạn được nữa. Hãy giải quyết ngay."))
    return ALLOWED
