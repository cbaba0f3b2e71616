"""Beginning a session: the one way in, whatever proved who it is (password, slip, other means)."""

import re

from django.contrib.auth import login
from django.http import HttpRequest

from thidua.core import clock
from thidua.org.actions.devices import begin_device
from thidua.org.device_seen import DEVICE
from thidua.org.models import User

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


def enter(request: HttpRequest, user: User) -> None:
    """Sign `user` in on this device, under a fresh session key, and list the device."""
    login(request, user, backend=BACKEND)
    note_device(request, user)


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
