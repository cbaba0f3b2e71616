"""Handing a post over, and what ends with it."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.dated import in_force
from thidua.core.errors import DomainError
from thidua.core.keys import these
from thidua.core.verdict import require
from thidua.org.actions.devices import end_all
from thidua.org.actor import Actor
from thidua.org.models import Device, Handover, Person, Post, User
from thidua.org.policies.handovers import may_record_handover
from thidua.org.queries.handovers import handover_of


@transaction.atomic
def record_handover(
    *, post: Post, receiver: Person | None, on: date, note: str, by: Actor, at: datetime
) -> Handover:
    """Keep the sheet both sides signed as it is today."""
    rows = Post.objects.select_for_update(of=("self",)).select_related("unit", "kind", "person")
    post = rows.get(pk=post.pk)
    require(may_record_handover(by, post))
    if on < post.starts_on or on > at.date():
        raise DomainError(_("Ngày bàn giao phải từ ngày bắt đầu giữ chức vụ đến hôm nay."))
    if receiver is not None and receiver.pk == post.person_id:
        raise DomainError(_("Người nhận bàn giao phải là người khác."))
    handover = Handover.objects.create(
        post=post,
        receiver=receiver,
        done_on=on,
        note=note,
        contents=[[part.title, part.lines] for part in handover_of(post, on)],
        recorded_by=by.user,
        recorded_at=at,
    )
    record(
        "handover.recorded",
        on=handover,
        by=by,
        unit=post.unit,
        at=at,
        about=post.person.name,
        post=post.kind.name,
        day=on.isoformat(),
    )
    return handover


def sign_out_all_who_left(units: Collection[int], day: date, at: datetime) -> int:
    """The same for everybody who held a post in `units`, which a decision ended; how many devices.

    Only accounts that are signed in somewhere are looked at: of a province they are few.
    """
    left = Post.objects.filter(unit__in=these(units), ends_on__lte=day).values("person")
    signed_in = Device.objects.filter(ended_at=None, user__person__in=left).values("user")
    users = User.objects.filter(pk__in=signed_in).select_related("person")
    return sum(sign_out_who_left(user.person, day, at) for user in users if user.person)


def sign_out_who_left(person: Person, day: date, at: datetime) -> int:
    """Inside the transaction that ended a post: the sessions of somebody who holds none end.

    The account stays; signing in again says that every post has ended.
    """
    user = User.objects.filter(person=person).first()
    if user is None or Post.objects.filter(in_force(day), person=person).exists():
        return 0
    return end_all(user, at)
