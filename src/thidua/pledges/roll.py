"""Telling a member apart by what the unit's list holds for everybody, without showing the list.

A code, or a name with the last four digits of the phone. Case, diacritics and spaces do not
matter. Who is not found, or is found twice, is nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from zlib import crc32

from django.core.cache import cache

from thidua.documents.naming import folded, seen
from thidua.org.models import Person, Unit
from thidua.org.queries import members_of

TAIL = 4
KEPT_SECONDS = 30
"""A ceremony reads the list once in that time; whoever joins meanwhile waits to be matched."""
PARTS = 32
NOBODY = 0
"""Stands where an entry fits several."""
LIKELY = 0.6
SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody typed of themselves. A name has no digits, a code has some."""

    who: str
    tail: str = ""

    @property
    def is_code(self) -> bool:
        return any(sign.isdecimal() for sign in self.who)

    @property
    def shown(self) -> str:
        """As the leader reads it: the digits help to tell two people of one name apart."""
        who = seen(self.who)
        return who if self.is_code or not self.tail else f"{who} · {self.tail}"

    @property
    def key(self) -> str:
        return _code_key(self.who) if self.is_code else _name_key(self.who, self.tail)


def find(given: Given, unit_id: int, day: date) -> int | None:
    """The one member whom this fits, or None.

    The list is kept in parts: every signature unpacks one, and a large unit has thousands on it.
    """
    name, key = f"pledge-roll:{unit_id}:{day}", given.key
    part: Mapping[str, int] | None = cache.get(f"{name}:{_part_of(key)}")
    if part is None:
        parts = _parts(members_of(Unit.objects.get(pk=unit_id), day))
        cache.set_many({f"{name}:{place}": one for place, one in parts.items()}, KEPT_SECONDS)
        part = parts[_part_of(key)]
    return part.get(key, NOBODY) or None


def _part_of(key: str) -> int:
    """The same in every process, unlike Python's own hash."""
    return crc32(key.encode()) % PARTS


def _parts(members: Iterable[Person]) -> dict[int, dict[str, int]]:
    parts: dict[int, dict[str, int]] = {place: {} for place in range(PARTS)}
    for key, number in _index(members).items():
        parts[_part_of(key)][key] = number
    return parts


def _index(members: Iterable[Person]) -> dict[str, int]:
    """One number per entry."""
    index: dict[str, int] = {}
    for person in members:
        keys = [_code_key(person.code)] if person.code else []
        if tail := tail_of(person.phone):
            keys.append(_name_key(person.name, tail))
        for key in keys:
            index[key] = NOBODY if key in index else person.pk
    return index


def _code_key(code: str) -> str:
    return f"c:{''.join(folded(code).split())}"


def _name_key(name: str, tail: str) -> str:
    return f"n:{folded(name)}|{tail}"


def tail_of(phone: str) -> str:
    """The last four digits, however the number is written; nothing of a shorter one."""
    digits = "".join(sign for sign in phone if sign.isdecimal())
    return digits[-TAIL:] if len(digits) >= TAIL else ""


class Lines:
    """Finds the members whom the lines of a paper list mean: a code, a name, a name and digits."""

    def __init__(self, members: Iterable[Person]) -> None:
        self.coded: dict[str, list[Person]] = defaultdict(list)
        self.named: dict[str, list[Person]] = defaultdict(list)
        for one in members:
            self.named[folded(one.name)].append(one)
            if one.code:
                self.coded[_code_key(one.code)].append(one)

    def meant_by(self, line: str) -> list[Person]:
        """Nobody, one, or the several whom only their codes tell apart."""
        if coded := self.coded.get(_code_key(line)):
            return coded
        words = folded(line).replace("·", " ").split()
        digits = words[-1] if len(words) > 1 and words[-1].isdecimal() else ""
        named = self.named.get(" ".join(words[:-1] if digits else words), [])
        return [one for one in named if not digits or tail_of(one.phone) == tail_of(digits)]


def suggested(given: str, members: Iterable[Person]) -> list[Person]:
    """The members most like what somebody typed, the likeliest first."""
    name, _dot, tail = given.partition(" · ")
    wanted = folded(name)
    rated = [(_likeness(wanted, tail, one), one) for one in members]
    likely = sorted((pair for pair in rated if pair[0] >= LIKELY), key=lambda pair: -pair[0])
    return [one for _rate, one in likely[:SUGGESTIONS]]


def _likeness(wanted: str, tail: str, person: Person) -> float:
    """The digits of the phone alone make a good guess: names are mistyped more often."""
    rate = max(
        SequenceMatcher(None, wanted, folded(known)).ratio() for known in (person.name, person.code)
    )
    return rate + 0.5 if tail and tail_of(person.phone) == tail else rate
