"""The six digits of an app on the phone (RFC 6238), by the real clock. Plain values in and out."""

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils.crypto import constant_time_compare

from thidua.core import clock

DIGITS = 6
PERIOD = 30
WIDEST = 40
"""Steps of half a minute in which a wrong clock is recognised as one: twenty minutes."""


def step_of(secret: str, code: str, *, wide: bool = False) -> int | None:
    """The half minute to which the code belongs, None where it belongs to none nearby."""
    now = present_step()
    reach = WIDEST if wide else app_settings.TOTP_TOLERANCE
    near = sorted(range(now - reach, now + reach + 1), key=lambda step: abs(step - now))
    return next((step for step in near if constant_time_compare(code_at(secret, step), code)), None)


def present_step() -> int:
    return int(clock.real_now().timestamp()) // PERIOD


def code_at(secret: str, step: int) -> str:
    return str(format_hotp_value(hotp_value(secret, step)))


def minutes_off(secret: str, code: str) -> int:
    """By how many minutes the clock of the phone is ahead (or, below zero, behind); 0 for none.

    Only for setting an app up, where whoever types knows the secret anyway.
    """
    step = step_of(secret, code, wide=True)
    return 0 if step is None else round((step - present_step()) * PERIOD / 60)
