"""Posts given and ended, each with how and why."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actions.handovers import sign_out_who_left
from thidua.org.actor import Actor
from thidua.org.models import EndReason, Person, Post, PostKind, Unit
from thidua.org.orders import Appointment
from thidua.org.policies.giving import may_end_post, may_give_post
from thidua.org.queries.keeping import ended_on
from thidua.org.queries.posts import kinds_on


@transaction.atomic
def give_post(
    *,
    person: Person,
    unit: Unit,
    kind: PostKind,
    appointment: Appointment,
    by: Actor,
    at: datetime,
) -> Post:
    """Give `person` a post in `unit`; one person may hold posts in several units.

    Raises `DomainError` where they hold it already, or where unit or kind are not of that day.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(may_give_post(by, unit, kind, person))
    _require_of_the_day(person, unit, kind, appointment)
    post = Post.objects.create(
        person=person,
        unit=unit,
        kind=kind,
        term=appointment.term,
        starts_on=appointment.on,
        how=appointment.how,
        basis=appointment.basis,
    )
    record(
        "post.given",
        on=post,
        by=by,
        unit=unit,
        at=at,
        about=person.name,
        post=kind.name,
        day=appointment.on.isoformat(),
        basis=appointment.basis,
    )
    return post


@transaction.atomic
def leave_post(*, post: Post, on: date, end_reason: EndReason, by: Actor, at: datetime) -> Post:
    """End a post with its reason: from `on` it gives no right and signs nothing.

    What was delegated from it ends with it, in the same moment; who has no post left is signed out.
    """
    rows = Post.objects.select_for_update(of=("self",)).select_related("unit", "kind", "person")
    post = rows.get(pk=post.pk)
    require(may_end_post(by, post))
    if on <= post.starts_on:
        raise DomainError(
            _("Ngày thôi giữ phải sau ngày bắt đầu giữ chức vụ (%(day)s).")
            % {"day": f"{post.starts_on:%d/%m/%Y}"}
        )
    post.ends_on, post.end_reason = on, end_reason
    post.save(update_fields=["ends_on", "end_reason"])
    post.delegations.filter(starts_on__lt=on, ends_on__gt=on).update(ends_on=on)
    if on <= by.day:
        sign_out_who_left(post.person, by.day, at)
    record(
        "post.left",
        on=post,
        by=by,
        unit=post.unit,
        at=at,
        about=post.person.name,
        post=post.kind.name,
        day=on.isoformat(),
        why=str(end_reason.label),
    )
    return post


def _require_of_the_day(
    person: Person, unit: Unit, kind: PostKind, appointment: Appointment
) -> None:
    day = appointment.on
    if Post.objects.filter(person=person, unit=unit, kind=kind, ends_on=None).exists():
        raise DomainError(
            _("%(name)s đang giữ chức vụ %(post)s của %(unit)s rồi.")
            % {"name": person.name, "post": kind.name, "unit": unit}
        )
    if person.merged_into_id or person.anonymised_on:
        raise DomainError(_("Hồ sơ này đã được gộp hoặc ẩn danh nên không giao chức vụ được."))
    if not kinds_on(day).filter(pk=kind.pk).exists():
        raise DomainError(
            _(
                "Danh mục không có chức vụ %(post)s vào ngày %(day)s. Hãy chọn ngày hoặc "
                "chức vụ khác."
            )
            % {"post": kind.name, "day": f"{day:%d/%m/%Y}"}
        )
    end = ended_on(unit)
    if end is not None and day >= end:
        raise DomainError(
            _("%(unit)s đã kết thúc hoạt động từ ngày %(day)s.")
            % {"unit": unit, "day": f"{end:%d/%m/%Y}"}
        )
