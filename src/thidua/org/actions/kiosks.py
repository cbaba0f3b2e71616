"""Putting a machine into kiosk mode and out of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.codes import digest_of
from thidua.org.models import Kiosk, Unit
from thidua.org.policies.people import may_begin_for, may_keep_people

MISSES = 5


@dataclass(frozen=True, slots=True)
class Started:
    """A kiosk, and the token that makes a browser this kiosk; nobody learns the token again."""

    kiosk: Kiosk
    token: str


@transaction.atomic
def start_kiosk(*, unit: Unit, name: str, pin: str, hours: int, by: Actor, at: datetime) -> Started:
    """Make the browser that asks a shared machine of the unit for some hours."""
    require(may_begin_for(by, unit))
    token = get_random_string(40)
    kiosk = Kiosk.objects.create(
        unit=unit,
        name=name,
        digest=digest_of("kiosk", token),
        pin=make_password(pin),
        started_by=by.user,
        started_at=at,
        ends_at=at + timedelta(hours=hours),
    )
    record("kiosk.started", on=kiosk, by=by, unit=unit, at=at, hours=hours)
    return Started(kiosk, token)


@transaction.atomic
def end_by_pin(*, kiosk: Kiosk, pin: str, at: datetime) -> bool:
    """Whether the PIN was right and the machine is an ordinary one again.

    After five wrong PINs only the keeper of the unit ends it, from another machine.
    """
    kiosk = Kiosk.objects.select_for_update().get(pk=kiosk.pk)
    if kiosk.misses >= MISSES:
        raise DomainError(
            _(
                "Nhập sai mã PIN 5 lần nên máy này không nhận mã PIN nữa. Hãy nhờ người quản lý "
                "đoàn viên kết thúc chế độ dùng chung từ máy khác, ở trang Máy dùng chung."
            )
        )
    if not check_password(pin, kiosk.pin):
        kiosk.misses += 1
        kiosk.save(update_fields=["misses"])
        return False
    if kiosk.ended_at is None:
        kiosk.ended_at = at
        kiosk.save(update_fields=["ended_at"])
    return True


@transaction.atomic
def end_kiosk(*, kiosk: Kiosk, by: Actor, at: datetime) -> Kiosk:
    """End it from afar: the machine shows the sign-in page at its next step."""
    kiosk = Kiosk.objects.select_for_update(of=("self",)).select_related("unit").get(pk=kiosk.pk)
    require(may_keep_people(by, kiosk.unit))
    if kiosk.ended_at is not None:
        raise DomainError(_("Máy này đã thoát chế độ dùng chung."))
    kiosk.ended_at = at
    kiosk.save(update_fields=["ended_at"])
    record("kiosk.ended", on=kiosk, by=by, unit=kiosk.unit, at=at)
    return kiosk
