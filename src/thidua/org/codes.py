"""One-time codes on paper: without signs that look alike, kept only as digests.

A code is a random key, not a password somebody thought up, so a keyed digest is enough: without
the secret key of the installation a stolen table tells nothing, and with it ten signs are still
forty-four bits, for which a slip allows ten wrong answers.
"""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

SIGNS = "ACDEFHJKMNPRTVWXY34679"
"""Neither 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U, nor G and Q."""
LENGTH = 10
_GROUP = 5
LONGEST_TYPED = 40


def new_code() -> str:
    return get_random_string(LENGTH, SIGNS)


def shown(code: str) -> str:
    """In groups of five, as it is printed: ``K7M3A-9XDFP``."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> str | None:
    """The code somebody typed, whatever its case, blanks and dashes; None for what is none."""
    code = "".join(sign for sign in typed[:LONGEST_TYPED].upper() if sign.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(SIGNS) else None


def digest_of(sort: str, *parts: object) -> str:
    """What is stored of a code of this sort; the same code of another sort has another digest."""
    words = ":".join(str(part) for part in parts)
    return salted_hmac(f"thidua.org.{sort}", words, algorithm="sha256").hexdigest()


def last_moment(at: datetime, days: int) -> datetime:
    """The end of the day `days` after `at`: paper says *đến hết ngày*."""
    day = timezone.localtime(at).replace(hour=23, minute=59, second=59, microsecond=0)
    return day + timedelta(days=days)
