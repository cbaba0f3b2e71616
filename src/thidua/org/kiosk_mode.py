"""A machine in kiosk mode: which pages it may open, and how it is told from others."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from thidua.core import clock
from thidua.org.codes import digest_of
from thidua.org.models import Kiosk
from thidua.org.routes import route_of

COOKIE = "kiosk"
HOME = "org:kiosk_home"
OPEN_PAGES = {
    HOME,
    "org:kiosk_done",
    "org:kiosk_end",
    "org:link_code",
    "org:link",
    "org:self_check",
    "language",
    "home:sample_day",
    "public:pledge",
    "public:receipt",
    "public:withdraw",
}


def kiosk_of(request: HttpRequest) -> Kiosk | None:
    """The kiosk that this browser is, as long as nobody has ended it and its time is not over."""
    token = request.COOKIES.get(COOKIE, "")
    if not token:
        return None
    return (
        Kiosk.objects.filter(
            digest=digest_of("kiosk", token), ended_at=None, ends_at__gt=clock.now()
        )
        .select_related("unit")
        .first()
    )


def confined(request: HttpRequest) -> HttpResponse | None:
    """The way back for a kiosk that wants a page it may not open; None for everybody else."""
    if COOKIE not in request.COOKIES or route_of(request) in OPEN_PAGES:
        return None
    if kiosk_of(request) is None:
        return None
    return HttpResponseRedirect(reverse(HOME))
