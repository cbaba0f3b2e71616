"""When somebody was last seen on a device: noted now and then, not at every request."""

from django.core.cache import cache
from django.http import HttpRequest

from thidua.core import clock
from thidua.org.models import Device
from thidua.org.queries.accounts import SEEN_EVERY

DEVICE = "device"
"""In the session: its device is listed."""


def note_seen(request: HttpRequest) -> None:
    """Note the moment, at most every ten minutes."""
    key = request.session.session_key
    if request.session.get(DEVICE) and cache.add(f"seen:{key}", 1, SEEN_EVERY):
        Device.objects.filter(session_key=key).update(seen_at=clock.now())
