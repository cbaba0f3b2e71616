"""Sessions as people know them: the devices on which they are signed in."""

from datetime import datetime
from importlib import import_module

from django.conf import settings
from django.db import transaction

from thidua.audit.actions import record
from thidua.org.actor import Actor
from thidua.org.models import Device, User
from thidua.org.seats import seat_of

SEEN_LONGEST = 100


def begin_device(
    *, user: User, session_key: str, browser: str, address: str, at: datetime
) -> Device:
    """Note that somebody signed in here. The key of a session is that of one device.

    The account remembers the moment by our clock: Django's own mark knows no assumed day.
    """
    User.objects.filter(pk=user.pk).update(last_login=at)
    device, _made = Device.objects.update_or_create(
        session_key=session_key,
        defaults={
            "user": user,
            "browser": browser[:SEEN_LONGEST],
            "address": address,
            "began_at": at,
            "seen_at": at,
            "ended_at": None,
        },
    )
    return device


def renew_device(*, before: str, after: str) -> None:
    """The same device under another key: Django changes it with the password."""
    Device.objects.filter(session_key=before).update(session_key=after)


def leave_device(*, session_key: str, at: datetime) -> None:
    """Somebody signed out on this device, which is no deed worth a line of the trail."""
    Device.objects.filter(session_key=session_key, ended_at=None).update(ended_at=at)


@transaction.atomic
def end_device(*, device: Device, by: Actor, at: datetime) -> None:
    """Sign one device of one's own out."""
    _end([device], at)
    record("device.ended", on=device, by=by, unit=seat_of(by), at=at, browser=device.browser)


@transaction.atomic
def end_other_devices(*, keep: str, by: Actor, at: datetime) -> int:
    """Sign every device of one's own out except that of the session `keep`; how many."""
    others = list(Device.objects.filter(user=by.user, ended_at=None).exclude(session_key=keep))
    _end(others, at)
    if others:
        record("devices.ended", on=by.user, by=by, unit=seat_of(by), at=at, count=len(others))
    return len(others)


def end_all(user: User, at: datetime) -> int:
    """Sign the account out everywhere, inside the caller's transaction; how many devices."""
    devices = list(Device.objects.filter(user=user, ended_at=None))
    _end(devices, at)
    return len(devices)


def _end(devices: list[Device], at: datetime) -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for device in devices:
        store(device.session_key).delete()
    keys = [device.pk for device in devices]
    Device.objects.filter(pk__in=keys, ended_at=None).update(ended_at=at)
