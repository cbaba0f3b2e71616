"""Addresses for paper and phones."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

HERE_ONLY = {"localhost", "127.0.0.1"}


def outside(request: HttpRequest, path: str) -> str:
    """The whole address: that of the installation, or how this page was reached.

    Nobody's phone can open *localhost*, so an installation that was not told its address uses the
    one its keeper has just typed.
    """
    if urlsplit(settings.SITE_URL).hostname in HERE_ONLY:
        return request.build_absolute_uri(path)
    return f"{settings.SITE_URL.rstrip('/')}{path}"
