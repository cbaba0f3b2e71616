"""What the deciding unit does with a nomination before its council has met."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.awards import policies
from thidua.awards.actions.nominating import locked
from thidua.awards.models import Nomination, NominationStatus
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.councils import actions as councils
from thidua.councils.models import Session
from thidua.org.actor import Actor


@transaction.atomic
def return_nomination(
    *, nomination: Nomination, reason: str, by: Actor, at: datetime
) -> Nomination:
    """Send it back to be completed, with the reason."""
    return _refuse(nomination, NominationStatus.RETURNED, reason, by, at)


@transaction.atomic
def decline_nomination(
    *, nomination: Nomination, reason: str, by: Actor, at: datetime
) -> Nomination:
    """Do not propose it, with the reason (DOS-FEED); the subject may be put forward anew."""
    return _refuse(nomination, NominationStatus.DECLINED, reason, by, at)


def _refuse(
    nomination: Nomination, status: NominationStatus, reason: str, by: Actor, at: datetime
) -> Nomination:
    nomination = locked(nomination)
    require(policies.may_review(by, nomination))
    if not reason.strip():
        raise DomainError(_("Chưa ghi lý do. Nơi đề nghị cần biết vì sao."))
    nomination.move_to(status)
    nomination.reason = reason.strip()
    nomination.save(update_fields=["status", "reason"])
    record(
        f"nomination.{status.value}",
        on=nomination,
        by=by,
        unit=nomination.decided_by,
        at=at,
        reason=nomination.reason,
    )
    return nomination


@transaction.atomic
def put_before_council(
    *, nominations: Sequence[Nomination], session: Session, by: Actor, at: datetime
) -> list[Nomination]:
    """Make each of them a question of an open session; all or none."""
    if not nominations:
        raise DomainError(_("Chưa chọn đề nghị nào."))
    put = []
    for one in sorted(nominations, key=lambda nomination: nomination.pk):
        nomination = locked(one)
        require(policies.may_put(by, nomination, session))
        nomination.item = councils.append_item(session=session, subject=str(nomination)[:500])
        nomination.move_to(NominationStatus.COUNCIL)
        nomination.save(update_fields=["status", "item"])
        record(
            "nomination.put",
            on=nomination,
            by=by,
            unit=nomination.decided_by,
            at=at,
            session=str(session),
        )
        put.append(nomination)
    return put


@transaction.atomic
def take_back(*, nomination: Nomination, by: Actor, at: datetime) -> Nomination:
    """Take it off the agenda of a session before hands were raised."""
    nomination = locked(nomination)
    require(policies.may_take_back(by, nomination))
    item = nomination.item
    if item is None:  # the policy has just refused this
        raise AssertionError("nothing on the agenda")
    nomination.item = None
    nomination.move_to(NominationStatus.SUBMITTED)
    nomination.save(update_fields=["status", "item"])
    councils.take_off(item=item)
    record("nomination.taken_back", on=nomination, by=by, unit=nomination.decided_by, at=at)
    return nomination
