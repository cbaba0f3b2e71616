"""Changing one's own password."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.org.actions.devices import end_other_devices
from thidua.org.actor import Actor
from thidua.org.models import User
from thidua.org.seats import seat_of


@transaction.atomic
def change_password(*, password: str, keep: str, by: Actor, at: datetime) -> User:
    """A new password for one's own account; every session but `keep` ends."""
    user = User.objects.select_for_update(of=("self",)).get(pk=by.user.pk)
    user.set_password(password)
    user.save(update_fields=["password"])
    end_other_devices(keep=keep, by=by, at=at)
    record("account.password_changed", on=user, by=by, unit=seat_of(by), at=at)
    return user
