"""Telling many: the list is written down first, looked at, and then told one by one."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.seen import require_as_seen
from thidua.core.verdict import require
from thidua.notify.handing_out import hand_out
from thidua.notify.models import Announcement, AnnouncementState, Receiver
from thidua.notify.policies.announcing import may_announce, may_handle
from thidua.notify.queries.announcing import Choice, receivers_for, shown_of
from thidua.org.actor import Actor
from thidua.org.models import Unit


@transaction.atomic
def draft_announcement(
    *,
    unit: Unit,
    subject: str,
    body: str,
    choice: Choice,
    once: str = "",
    by: Actor,
    at: datetime,
) -> Announcement:
    """Write it down with the exact list of people; nothing leaves yet.

    `once` names the page: pressed again there, the draft of the first press is the answer. Raises
    `DomainError` where the choice means nobody.
    """
    unit = Unit.objects.select_for_update(of=("self",), no_key=True).get(pk=unit.pk)
    require(may_announce(by, unit))
    key = f"{by.user.pk}.{once}" if once else None
    before = Announcement.objects.filter(once=key).first() if key else None
    if before is not None:
        return before
    receivers = receivers_for(unit, choice, by.day)
    if not receivers:
        raise DomainError(
            _(
                "Không có ai giữ chức vụ như đã chọn ở các đơn vị cấp dưới. Hãy chọn thêm "
                "chức vụ hoặc loại đơn vị."
            )
        )
    announcement = Announcement.objects.create(
        unit=unit, subject=subject, body=body, written_by=by.user, written_at=at, once=key
    )
    for receiver in receivers:
        receiver.announcement = announcement
    Receiver.objects.bulk_create(receivers, batch_size=500)
    record("announcement.drafted", on=announcement, by=by, unit=unit, at=at, people=len(receivers))
    return announcement


@transaction.atomic
def edit_announcement(
    *, announcement: Announcement, subject: str, body: str, by: Actor, at: datetime
) -> Announcement:
    """Other words for the same people."""
    announcement = _locked(announcement)
    require(may_handle(by, announcement))
    changes = {
        "subject": (announcement.subject, subject),
        "body": (announcement.body, body),
    }
    announcement.subject, announcement.body = subject, body
    announcement.save(update_fields=["subject", "body"])
    unit = announcement.unit
    record("announcement.edited", on=announcement, by=by, unit=unit, at=at, changes=changes)
    return announcement


@transaction.atomic
def leave_out(
    *, announcement: Announcement, receivers: Collection[int], by: Actor, at: datetime
) -> int:
    """Take people off the list before it goes; how many."""
    announcement = _locked(announcement)
    require(may_handle(by, announcement))
    gone, _each = announcement.receivers.filter(pk__in=receivers).delete()
    record(
        "announcement.left_out", on=announcement, by=by, unit=announcement.unit, at=at, people=gone
    )
    return gone


@transaction.atomic
def send_announcement(
    *, announcement: Announcement, seen: str | None = None, by: Actor, at: datetime
) -> Announcement:
    """Let it go to everybody on the list; a job hands it out, and may be stopped and go on.

    `seen` is the mark of the page that was looked at: other words, another list, or somebody on it
    who has left since then, and nothing goes.
    """
    announcement = _locked(announcement)
    require(may_handle(by, announcement))
    require_as_seen(seen, *shown_of(announcement, by.day))
    count = announcement.receivers.count()
    if count == 0:
        raise DomainError(_("Danh sách không còn ai nên chưa gửi thông báo."))
    announcement.state, announcement.sent_at = AnnouncementState.SENDING, at
    announcement.save(update_fields=["state", "sent_at"])
    record("announcement.sent", on=announcement, by=by, unit=announcement.unit, at=at, people=count)
    hand_out.enqueue(announcement.pk)
    return announcement


@transaction.atomic
def drop_announcement(*, announcement: Announcement, by: Actor, at: datetime) -> None:
    """Throw a draft away; nobody has been told."""
    announcement = _locked(announcement)
    require(may_handle(by, announcement))
    record("announcement.dropped", on=announcement, by=by, unit=announcement.unit, at=at)
    announcement.delete()


def _locked(announcement: Announcement) -> Announcement:
    rows = Announcement.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=announcement.pk)
