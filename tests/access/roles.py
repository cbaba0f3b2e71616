"""The kinds of post of the reference data, as sets of rights."""

import csv
from collections.abc import Iterator
from pathlib import Path

import thidua
from access.rules import SIGNS, Rule

FILE = Path(thidua.__file__).parent / "org/reference/post_kinds.csv"


def roles() -> dict[str, frozenset[str]]:
    """Code and rights of each, in the order of the catalogue."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {line["code"]: _rights(line) for line in csv.DictReader(lines)}


def _rights(line: dict[str, str]) -> frozenset[str]:
    return frozenset(line["rights"].split()) | ({SIGNS} if line["signs_as"] else set())


ROLES = roles()


def one_of_each_group(rule: Rule, place: str) -> Iterator[frozenset[str]]:
    """Of the kinds of post that are alike in the rights the rule names at `place`, one.

    Of those that get in the one with the fewest rights, of the others the one with the most.
    """
    named = frozenset().union(*rule.places.get(place, []))
    groups: dict[frozenset[str], list[frozenset[str]]] = {}
    for rights in ROLES.values():
        groups.setdefault(rights & named, []).append(rights)
    for alike in groups.values():
        pick = min if rule.lets_in(alike[0], place) else max
        yield pick(alike, key=len)
