"""Beginning a session: the one way in, whatever proved who it is (password, slip, other means).

`proceed` is what a view calls that has seen the first proof; `enter` ends every way in; `leave` is
the way out.
"""

import re

from django.contrib.auth import login, logout
from django.http import HttpRequest
from django.urls import reverse

from thidua.core import clock
from thidua.org.actions.devices import begin_device, leave_device
from thidua.org.device_seen import DEVICE
from thidua.org.models import User
from thidua.org.second_factor.due import is_asked, note_due
from thidua.org.second_factor.held import has_factor
from thidua.org.second_factor.pending import keep_waiting, no_longer

BACKEND = "django.contrib.auth.backends.ModelBackend"
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
_BROWSERS = (
    ("Edg", "Edge"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)


def proceed(request: HttpRequest, user: User, then: str) -> str:
    """Where somebody goes after the first proof: to `then`, or first to the second factor.

    Who has a second factor is signed in only once they have shown it; who must have one is led to
    where it is set up.
    """
    if has_factor(user):
        keep_waiting(request, user, then)
        return reverse("org:second_factor")
    enter(request, user)
    return reverse("org:security") if is_asked(request) else then


def enter(request: HttpRequest, user: User) -> None:
    """Sign `user` in on this device, under a fresh session key, and list the device."""
    no_longer(request)
    login(request, user, backend=BACKEND)
    note_device(request, user)
    note_due(request, user)


def take_a_fresh_key(request: HttpRequest) -> None:
    """Before the session keeps what a stranger has proven: whoever knew its key before does not
    share in it. The session of an account keeps its key, by which its device is listed."""
    if not request.user.is_authenticated:
        request.session.cycle_key()


def leave(request: HttpRequest) -> None:
    """Sign out on this device; it leaves the list."""
    leave_device(session_key=str(request.session.session_key), at=clock.now())
    logout(request)


def note_device(request: HttpRequest, user: User) -> None:
    """List the device of a session that has just begun."""
    request.session[DEVICE] = True
    begin_device(
        user=user,
        session_key=str(request.session.session_key),
        browser=browser_of(request.headers.get("User-Agent", "")),
        address=shortened(str(request.META.get("REMOTE_ADDR", ""))),
        at=clock.now(),
    )


def browser_of(agent: str) -> str:
    """*Chrome, Android*: what a person recognises of the long line a browser sends."""
    browser = next((name for sign, name in _BROWSERS if sign in agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    return ", ".join(filter(None, (browser, system)))


def shortened(address: str) -> str:
    """The network without the machine: ``113.160.22.x``; of IPv6 the first three groups."""
    if ":" in address:
        return ":".join([*address.split(":")[:3], "x"])
    return re.sub(r"\.\d+$", ".x", address)
