"""The keeper tells apart who waits, and strikes what should not count."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Person
from thidua.pledges import policies, queries
from thidua.pledges.models import Pledge, PledgeState


@transaction.atomic
def match(*, pledge: Pledge, person: Person, by: Actor, at: datetime) -> Pledge:
    """Count the waiting signature for this member, as signed by themselves when they did."""
    pledge = _locked(pledge)
    require(policies.may_settle(by, pledge))
    if not queries.members_for(by, pledge.sheet).filter(pk=person.pk).exists():
        raise DomainError(_("Người này không có trong danh sách đoàn viên của đơn vị."))
    _require_unsigned(pledge, person)
    pledge.person = person
    try:
        with transaction.atomic():
            return _settled("pledges.matched", pledge, PledgeState.COUNTED, "", by, at)
    except IntegrityError:
        # Signed on another phone, or matched by a colleague, since the question above.
        _require_unsigned(pledge, person)
        raise


def _require_unsigned(pledge: Pledge, person: Person) -> None:
    known = queries.already_counted(pledge.sheet, [person.pk]).get(person.pk)
    if known is not None:
        raise DomainError(
            _("%(name)s đã ký ngày %(day)s. Nếu đây là lần gửi thứ hai, hãy loại với lý do ấy.")
            % {"name": person, "day": vn_date(known.signed_at)}
        )


@transaction.atomic
def dismiss(*, pledge: Pledge, reason: str, by: Actor, at: datetime) -> Pledge:
    """Nobody of the unit, or a second time: not counted, kept with the reason."""
    pledge = _locked(pledge)
    require(policies.may_settle(by, pledge))
    return _settled("pledges.dismissed", pledge, PledgeState.DISMISSED, reason, by, at)


@transaction.atomic
def strike(*, pledge: Pledge, reason: str, by: Actor, at: datetime) -> Pledge:
    """Take a counted pledge out, with the reason; the person may sign again."""
    pledge = _locked(pledge)
    require(policies.may_strike(by, pledge))
    return _settled("pledges.struck", pledge, PledgeState.STRUCK, reason, by, at)


def _settled(
    event: str, pledge: Pledge, state: PledgeState, reason: str, by: Actor, at: datetime
) -> Pledge:
    pledge.state = state
    pledge.reason = reason
    pledge.settled_at, pledge.settled_by = at, by.user
    pledge.save(update_fields=["person", "state", "reason", "settled_at", "settled_by"])
    record(event, on=pledge, by=by, unit=pledge.sheet.unit, at=at, reason=reason)
    return pledge


def _locked(pledge: Pledge) -> Pledge:
    """Read the row again under a lock, so that policies judge what is true now."""
    return (
        Pledge.objects.select_for_update(of=("self",))
        .select_related("sheet__unit", "sheet__phase")
        .get(pk=pledge.pk)
    )
