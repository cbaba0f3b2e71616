"""User names as people can say them: *Nguyễn Thị Hoa*, Trường Hoa Lư → ``hoant.truonghoalu``."""

import re
from collections.abc import Collection, Iterator
from itertools import count

from thidua.core.folded import folded

ALLOWED = re.compile(r"[a-z0-9](?:[a-z0-9._-]{1,48})[a-z0-9]")
LONGEST_PLACE = 14
_GENERAL = re.compile(r"^(cdcs|cong doan co so|cong doan|to cong doan|ldld)\b\s*")


def proposed(name: str, unit: str, taken: Collection[str]) -> str:
    """A user name that is not in `taken`, the plain one first."""
    return next(one for one in forms_of(name, unit) if one not in taken)


def forms_of(name: str, unit: str) -> Iterator[str]:
    """The plain form, then numbered ones without end."""
    words = _words(name) or ["tk"]
    given = words[-1] + "".join(word[0] for word in words[:-1])
    place = _place(unit)
    plain = f"{given}.{place}" if place else given
    yield plain
    for number in count(2):
        yield f"{plain}{number}"


def _place(unit: str) -> str:
    """The last words of the unit's name, as many as stay short."""
    place = ""
    for word in reversed(_words(_GENERAL.sub("", folded(unit)))):
        if place and len(word) + len(place) > LONGEST_PLACE:
            break
        place = word + place
    return place[:LONGEST_PLACE]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded(text))
