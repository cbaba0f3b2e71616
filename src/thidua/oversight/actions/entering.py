"""Entering for a unit, with everybody in it told."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.notify.actions import Line, give_notices
from thidua.org.actions import mandates
from thidua.org.actor import Actor, posts_in
from thidua.org.models import Mandate, Unit, User
from thidua.org.rights import Right


@transaction.atomic
def enter_for(
    *, unit: Unit, rights: Collection[Right], reason: str, days: int, by: Actor, at: datetime
) -> Mandate:
    """Begin to enter for `unit`, and put a notice under the bell of its officers."""
    mandate = mandates.enter_for(unit=unit, rights=rights, reason=reason, days=days, by=by, at=at)
    text = _("%(who)s nhập hộ %(unit)s từ ngày %(day)s. Lý do: %(reason)s") % {
        "who": by.user,
        "unit": unit,
        "day": vn_date(mandate.starts_on),
        "reason": reason,
    }
    told = User.objects.filter(person__in=[post.person_id for post in posts_in(unit, by.day)])
    key, url = f"mandate:{mandate.pk}", reverse("oversight:entering")
    give_notices(lines=[Line(user_id=user.pk, key=key, text=text, url=url) for user in told], at=at)
    return mandate
