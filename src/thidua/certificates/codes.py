"""The code of a certificate: too long to guess, easy to read aloud and to type.

Twelve signs of an alphabet of 32 are sixty bits. The alphabet (Crockford's) has neither I, L, O
nor U; whoever types them means 1 or 0. Case, blanks and dashes say nothing.
"""

from django.utils.crypto import get_random_string

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_GROUP = 4
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SILENT = " \t\u00a0-–—.·"
LONGEST_TYPED = 40


def new_code() -> str:
    """Twelve signs from the random source of the operating system."""
    return get_random_string(LENGTH, ALPHABET)


def shown(code: str) -> str:
    """In groups of four, as it is printed: ``K7M2-QA9X-3FDP``."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> str | None:
    """The code somebody typed; None for what cannot be one."""
    signs = (sign for sign in typed[:LONGEST_TYPED].upper() if sign not in _SILENT)
    code = "".join(signs).translate(_MEANT)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
