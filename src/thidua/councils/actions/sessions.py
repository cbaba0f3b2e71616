"""One meeting: who was there, what was asked, how many hands were raised."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.councils import policies, queries
from thidua.councils.models import (
    Attendance,
    Council,
    Item,
    Seat,
    SeatRole,
    Session,
    SessionStatus,
)
from thidua.councils.rules import hands_problem
from thidua.org.actor import Actor


@transaction.atomic
def open_session(
    *, council: Council, held_on: date, place: str, once: str = "", by: Actor, at: datetime
) -> Session:
    """Prepare or begin a meeting; it takes questions until its minutes are made."""
    council = (
        Council.objects.select_for_update(of=("self",)).select_related("unit").get(pk=council.pk)
    )
    require(policies.may_open_session(by, council, held_on))
    key = f"{by.user.pk}.{once}" if once else None
    begun = Session.objects.filter(once=key).first() if key else None
    if begun is not None:
        return begun
    session = Session.objects.create(
        council=council,
        held_on=held_on,
        place=place.strip(),
        opened_at=at,
        opened_by=by.user,
        once=key,
    )
    record("session.opened", on=session, by=by, unit=council.unit, at=at)
    return session


@transaction.atomic
def record_attendance(
    *,
    session: Session,
    present: Collection[int],
    chaired_by: int | None,
    kept_by: int | None,
    by: Actor,
    at: datetime,
) -> Session:
    """Who of the seats was there, who led and who wrote, as keys of seats.

    Refused where fewer people are left than hands have been counted.
    """
    session = locked(session)
    require(policies.may_record(by, session))
    seats = {seat.pk: seat for seat in queries.seats_on(session.council, session.held_on)}
    there = [seats[pk] for pk in present if pk in seats]
    _require_leading(seats.get(chaired_by or 0), seats.get(kept_by or 0), there)
    for item in session.items.all():
        if problem := hands_problem(item.hands, len(there)):
            raise DomainError(f"{item}: {problem}")
    session.attendances.all().delete()
    Attendance.objects.bulk_create(Attendance(session=session, seat=seat) for seat in there)
    session.chaired_by_id, session.kept_by_id = chaired_by, kept_by
    session.save(update_fields=["chaired_by", "kept_by"])
    unit = session.council.unit
    record("session.attended", on=session, by=by, unit=unit, at=at, present=len(there))
    return session


def _require_leading(chair: Seat | None, secretary: Seat | None, there: list[Seat]) -> None:
    if not there:
        raise DomainError(_("Chưa chọn thành viên nào có mặt."))
    if chair not in there or secretary not in there:
        raise DomainError(_("Chủ tọa và thư ký phiên họp phải là thành viên có mặt."))
    if chair == secretary:
        raise DomainError(_("Chủ tọa và thư ký phiên họp phải là hai người khác nhau."))
    if chair is None or chair.role not in {SeatRole.CHAIR, SeatRole.DEPUTY}:
        raise DomainError(_("Chủ tịch hoặc Phó Chủ tịch Hội đồng chủ trì phiên họp."))


def append_item(*, session: Session, subject: str) -> Item:
    """Put a question, within the action of the room that asks it, which judges who may."""
    session = locked(session)
    if session.status != SessionStatus.OPEN:
        raise DomainError(_("Phiên họp đã có biên bản nên không nhận thêm nội dung."))
    last = session.items.aggregate(last=Max("position"))["last"] or 0
    return Item.objects.create(session=session, position=last + 1, subject=subject)


def take_off(*, item: Item) -> None:
    """Take a question back before it was counted, within the action of the room that asked it."""
    session = locked(item.session)
    item.refresh_from_db()
    if session.status != SessionStatus.OPEN or item.counted:
        raise DomainError(_("Hội đồng đã biểu quyết nội dung này nên không rút lại được."))
    item.delete()


@transaction.atomic
def count_hands(
    *,
    item: Item,
    agree: int,
    disagree: int,
    abstain: int,
    remark: str = "",
    by: Actor,
    at: datetime,
) -> Item:
    """How many hands were raised for what. Whose they were, nobody writes down."""
    session = locked(item.session)
    require(policies.may_record(by, session))
    item = Item.objects.select_for_update().get(pk=item.pk)
    present = session.attendances.count()
    if not present:
        raise DomainError(_("Hãy ghi người dự họp trước khi ghi kết quả biểu quyết."))
    counts = {"agree": agree, "disagree": disagree, "abstain": abstain}
    changes = differences(item, counts)
    item.agree, item.disagree, item.abstain = agree, disagree, abstain
    item.remark = remark.strip()
    if min(agree, disagree, abstain) < 0:
        raise DomainError(_("Số người biểu quyết không thể là số âm. Không có thì ghi 0."))
    if problem := hands_problem(item.hands, present):
        raise DomainError(problem)
    item.save(update_fields=["agree", "disagree", "abstain", "remark"])
    unit, subject = session.council.unit, item.subject
    record("session.counted", on=session, by=by, unit=unit, at=at, changes=changes, item=subject)
    return item


def locked(session: Session) -> Session:
    """Read the row again under a lock, so that policies judge what is true now."""
    return (
        Session.objects.select_for_update(of=("self",))
        .select_related("council__unit", "chaired_by__person", "kept_by__person")
        .get(pk=session.pk)
    )
