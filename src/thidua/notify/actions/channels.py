"""Web hooks, as the keeper writes them."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.notify.hooked import Hooked
from thidua.notify.models import WebHook
from thidua.notify.policies.channels import may_keep_channels
from thidua.org.actor import Actor
from thidua.org.models import Unit

SECRET_SIGNS = 40
KEPT_BACK = {"url", "template"}


@transaction.atomic
def add_hook(*, unit: Unit, hooked: Hooked, by: Actor, at: datetime) -> WebHook:
    """One more channel of `unit`, with a fresh key."""
    require(may_keep_channels(by, unit))
    secret = get_random_string(SECRET_SIGNS)
    hook = WebHook.objects.create(unit=unit, secret=secret, **asdict(hooked))
    record("hook.added", on=hook, by=by, unit=unit, at=at)
    return hook


@transaction.atomic
def edit_hook(*, hook: WebHook, hooked: Hooked, by: Actor, at: datetime) -> WebHook:
    """Other words for the same channel; messages on their way leave by what is written now.

    Address and template often hold the key that the service gave: the trail says that they changed
    and not what they were.
    """
    hook = WebHook.objects.select_for_update(of=("self",)).select_related("unit").get(pk=hook.pk)
    require(may_keep_channels(by, hook.unit))
    if hooked.is_active and hook.unit.kept_by_id is not None:
        raise DomainError(
            _("%(unit)s đã kết thúc hoạt động: bỏ dấu ở ô Đang dùng rồi lưu.") % {"unit": hook.unit}
        )
    fresh = asdict(hooked)
    changed = {name: pair for name, pair in differences(hook, fresh).items() if pair[0] != pair[1]}
    changes = changed | dict.fromkeys(changed.keys() & KEPT_BACK)
    for name, value in fresh.items():
        setattr(hook, name, value)
    hook.save(update_fields=list(fresh))
    record("hook.edited", on=hook, by=by, unit=hook.unit, at=at, changes=changes)
    return hook
