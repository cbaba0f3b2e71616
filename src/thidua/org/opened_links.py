"""The link a browser has opened, as its session knows it for some minutes."""

from django.http import HttpRequest

from thidua.core import clock
from thidua.org.kiosk_mode import COOKIE
from thidua.org.models import OneTimeLink

KEPT = "link"
SECONDS, SECONDS_ON_A_KIOSK = 20 * 60, 3 * 60


def keep_opened(request: HttpRequest, link: OneTimeLink) -> None:
    """From now on, for some minutes, this browser acts by the link."""
    request.session[KEPT] = {"pk": link.pk, "at": clock.now().timestamp()}


def link_of(request: HttpRequest, purpose: str) -> OneTimeLink | None:
    """The link for this purpose that was opened here not long ago and still stands.

    On a shared machine the time is short, and begins anew with every page that asks.
    """
    kept = request.session.get(KEPT)
    shared = COOKIE in request.COOKIES
    limit = SECONDS_ON_A_KIOSK if shared else SECONDS
    if not kept or clock.now().timestamp() - kept["at"] > limit:
        return None
    link = (
        OneTimeLink.objects.filter(pk=kept["pk"], purpose=purpose, revoked_at=None)
        .select_related("person", "unit")
        .first()
    )
    if link is not None and shared:
        keep_opened(request, link)
    return link
