"""Names of people, where middle and given name agree, each folded and with its sort key."""

from functools import cache

from thidua.core.folded import alphabetical, folded
from thidua.oversight.simulate.draw import expanded
from thidua.oversight.simulate.tables import column, table

Named = tuple[str, str, str]


@cache
def families() -> tuple[Named, ...]:
    """Family names, each as often as it is met."""
    rows = [row for row in table("people") if row["family"]]
    return _with_forms(expanded(tuple((row["family"], int(row["times"])) for row in rows)))


@cache
def called(sex: str) -> tuple[Named, ...]:
    """Middle and given name of a woman (``f``) or a man (``m``); no name twice in a row."""
    word = {"f": "female", "m": "male"}[sex]
    pairs = [
        f"{middle} {given}"
        for middle in column("people", f"{word}_middle")
        for given in column("people", f"{word}_given")
        if given not in middle.split()
    ]
    return _with_forms(pairs)


def given_first(family: Named, rest: Named) -> str:
    """What `Person.given` holds: *ha nguyen thi thu*."""
    middle, _blank, given = rest[1].rpartition(" ")
    return f"{given} {family[1]} {middle}"


def list_order(family: Named, rest: Named) -> str:
    """What `Person.alphabetical` holds; keys are made syllable by syllable."""
    middle, _blank, given = rest[2].rpartition(" ")
    return f"{given} {family[2]} {middle}"


def _with_forms(names: "tuple[str, ...] | list[str]") -> tuple[Named, ...]:
    return tuple((name, folded(name), alphabetical(name)) for name in names)
