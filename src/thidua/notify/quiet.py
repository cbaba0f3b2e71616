"""Hours in which nobody is disturbed."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from thidua.notify.models import Preference

Hours = tuple[time, time]


def quiet_until(at: datetime, wish: Preference | None, *, is_pushed: bool) -> datetime | None:
    """When a message written at `at` may leave; None for at once.

    A person's own quiet hours hold for everything; those of the installation for what makes a
    telephone ring (`is_pushed`), since an e-mail waits quietly by itself.
    """
    ends = [_end(at, hours) for hours in _hours(wish, is_pushed=is_pushed)]
    known = [end for end in ends if end is not None]
    return max(known, default=None)


def _hours(wish: Preference | None, *, is_pushed: bool) -> list[Hours]:
    hours = []
    if wish and wish.quiet_from and wish.quiet_to:
        hours.append((wish.quiet_from, wish.quiet_to))
    if is_pushed and settings.QUIET_HOURS:
        first, last = settings.QUIET_HOURS.split("-")
        hours.append((time.fromisoformat(first.strip()), time.fromisoformat(last.strip())))
    return hours


def _end(at: datetime, hours: Hours) -> datetime | None:
    """When the quiet hours end in which `at` lies; None outside of them."""
    local = timezone.localtime(at)
    first, last = hours
    over_midnight = last <= first
    now = local.time()
    within = (now >= first or now < last) if over_midnight else first <= now < last
    if not within:
        return None
    day = local.date() + timedelta(days=int(over_midnight and now >= first))
    return timezone.make_aware(datetime.combine(day, last))
