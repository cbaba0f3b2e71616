"""What the raised hands mean for the nominations of a session that is being closed."""

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.awards.models import Nomination, NominationStatus
from thidua.councils.models import Session
from thidua.councils.rules import carried
from thidua.org.actor import Actor


def take_results(*, session: Session, by: Actor, at: datetime) -> None:
    """Recommended by more than half of those present, else declined, a tie too.

    Within the transaction that closes the session, whose policy has judged who may.
    """
    present = session.attendances.count()
    rows = Nomination.objects.select_for_update(of=("self",)).filter(
        item__session=session, status=NominationStatus.COUNCIL
    )
    for nomination in rows.select_related("item", "decided_by").order_by("pk"):
        item = nomination.item
        if item is None:
            continue
        passed = carried(item, present)
        nomination.move_to(NominationStatus.RECOMMENDED if passed else NominationStatus.DECLINED)
        if not passed:
            nomination.reason = _(
                "Hội đồng không đề nghị: %(agree)s/%(present)s thành viên có mặt đồng ý. %(remark)s"
            ) % {"agree": item.agree, "present": present, "remark": item.remark}
        nomination.reason = nomination.reason.strip()[:1000]
        nomination.save(update_fields=["status", "reason"])
        event = f"nomination.{nomination.status}"
        record(event, on=nomination, by=by, unit=nomination.decided_by, at=at)
