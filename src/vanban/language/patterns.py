"""Patterns that can be read: a blank in them stands for any white space."""

import re


def spaced(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern whose blanks match one or more of any white space, line breaks included.

    Words of one name may be parted by the end of a line. Never write ``" ?"`` or ``[ ]`` in such a
    pattern: an optional blank is ``\\s?``.
    """
    return re.compile(pattern.replace(" ", r"\s+"), flags)
