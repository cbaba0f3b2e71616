"""Who works at the desk for personal data, and when a request can still move."""

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import GuardedFact, Unit
from thidua.org.policies.guarded import reads_in
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


def may_copy(actor: Actor, request: DataRequest) -> Verdict:
    """Have the copy for the person made, and take it: with guarded facts in it, who may read them.

    Who keeps the list could otherwise enter a request and read what is covered (PDP-01).
    """
    allowed = may_work_on(actor, request)
    if not allowed or reads_in(actor, request.unit.kept_by or request.unit):
        return allowed
    whose = Q(person=request.person_id) | Q(person__merged_into=request.person_id)
    if GuardedFact.objects.filter(whose).exists():
        return Verdict(
            _(
                "Hồ sơ có dữ liệu cá nhân được bảo vệ, nên chỉ người được giao xem dữ liệu ấy của "
                "%(unit)s lập và tải được bản này."
            )
            % {"unit": request.unit}
        )
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
