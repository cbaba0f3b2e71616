"""The secret in a QR code: short enough to be typed by hand, long enough not to be guessed."""

import segno
from django.utils.crypto import get_random_string
from django.utils.safestring import SafeString, mark_safe

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike on paper."""
LENGTH = 10


def new_token() -> str:
    return get_random_string(LENGTH, SIGNS)


def without_scheme(address: str) -> str:
    """As people type it."""
    return address.partition("://")[2].rstrip("/")


def qr_svg(address: str) -> SafeString:
    """The code as a drawing without any style attribute; as wide as the place it stands in."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(
        omitsize=True, light="#fff", svgclass=None, lineclass=None, border=2
    )
    return mark_safe(drawn)  # noqa: S308 -- lines drawn by the library, no text of anybody
