"""The rights matrix as it is declared: who gets in where, one line per address in `rules.csv`.

A line says *route, way, who*. `who` names places, and at each the rights that open the address:

    here document.read | plan.draft + document.issue; above document.read

A place is where the post is held: `here` in the unit whose thing it is, `keeping` in the unit that
keeps its records if it has ended (nobody else gets in then but from above that one), `above`
anywhere above it,
`top` in the topmost unit only, `below` in a group below it, `anywhere` in whatever unit (pages that
name no thing). `|` parts alternatives, `+` joins what is needed together; `any` is any right at
all, `post` a post even if it gives none, `signs` a post that signs for its unit.
Instead of places: `everybody`, `account` (any account, even without a post), `nobody`.
A way that has no line does not exist: it answers 405. A note that begins with *refusals only*
says why the thing of the walk does not let even the right people in; refusals are still checked.
"""

import csv
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Self

from thidua.org.rights import Right

SIGNS = "signs"
EVERYTHING = frozenset({*map(str, Right), SIGNS})
ANY = " | ".join(Right)
PLACES = ("here", "keeping", "above", "top", "below", "anywhere")
EVERYBODY, ACCOUNT, NOBODY = "everybody", "account", "nobody"
FILE = Path(__file__).with_name("rules.csv")

Needs = frozenset[str]


@dataclass(frozen=True)
class Rule:
    """Who gets in at one address, one way."""

    route: str
    way: str
    who: str
    note: str

    @classmethod
    def read(cls, line: dict[str, str]) -> list[Self]:
        note = line["note"] or ""
        return [cls(line["route"], way, line["who"], note) for way in line["way"].split()]

    @property
    def room(self) -> str:
        return self.route.split(":")[0]

    @property
    def refusals_only(self) -> bool:
        return self.note.startswith("refusals only: ")

    @cached_property
    def places(self) -> dict[str, list[Needs]]:
        """For each place the alternatives, each what is needed together."""
        if self.who in {EVERYBODY, ACCOUNT, NOBODY}:
            return {}
        said = dict(part.strip().split(" ", 1) for part in self.who.split(";"))
        return {place: _alternatives(names) for place, names in said.items()}

    def lets_in(self, rights: Needs, place: str) -> bool:
        """Whether a post at `place` with these rights gets in."""
        if self.who in {EVERYBODY, ACCOUNT}:
            return True
        named = ("above", "top") if place == "top" else (place,)
        asked = [needs for one in (*named, "anywhere") for needs in self.places.get(one, [])]
        return any(needs <= rights for needs in asked)


def _alternatives(names: str) -> list[Needs]:
    if names == "post":
        return [frozenset()]
    return [frozenset(one.split(" + ")) for one in (ANY if names == "any" else names).split(" | ")]


def strongest_without(alternatives: list[Needs]) -> list[Needs]:
    """Every largest set of rights that satisfies none of the alternatives.

    More rights never close an address, so whoever is refused with one of these is refused with
    every smaller set: a few visitors stand for every kind of post there is or may be.
    """
    left_out = {frozenset(one) for one in product(*alternatives)}
    smallest = [one for one in left_out if not any(other < one for other in left_out)]
    return [EVERYTHING - one for one in sorted(smallest, key=sorted)]


def rules() -> list[Rule]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return [rule for line in csv.DictReader(lines) for rule in Rule.read(line)]


RULES = {(rule.route, rule.way): rule for rule in rules()}
