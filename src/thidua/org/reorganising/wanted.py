"""The acts of a decision in plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from operator import eq

from thidua.org.models import Act, ActKind, new_key

NAMING = ("name", "short_name", "symbol", "place", "body")
"""The fields of `UnitName` that an act may give."""
LONGEST_SHORT = 100
"""Letters of a short name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One act; units are named by their keys, those that it establishes by a key of their own."""

    kind: ActKind
    unit: str
    target: str = ""
    unit_kind: int | None = None
    naming: Mapping[str, str] = field(default_factory=dict)
    listed: tuple[str, ...] = ()
    ends_below: bool = False
    position: int = 0
    act: int | None = None


def short_name_after(new: str, *, name: str, short_name: str) -> str:
    """How a unit is called for short once `name` has become `new`, unless an act says otherwise.

    What the short name has in common with the end of the full name goes with it: *Công đoàn cơ sở
    Trường A*, *CĐCS Trường A* become *… Trường B*. A short name of its own stays.
    """
    pairs = zip(reversed(short_name.split()), reversed(name.split()), strict=False)
    shared = [word for word, _same in takewhile(lambda pair: eq(*pair), pairs)]
    own = " ".join(reversed(shared))
    head = name.removesuffix(own)
    if not own or not new.startswith(head):
        return short_name
    return (short_name.removesuffix(own) + new.removeprefix(head))[:LONGEST_SHORT]


def wanted_of(acts: Iterable[Act]) -> list[Wanted]:
    """Acts in their order; needs `unit` and `target` at hand. Units to be established get a key."""
    keys: dict[int, str] = {}
    wanted = []
    for act in acts:
        keys[act.pk] = act.unit.key if act.unit else new_key()
        wanted.append(
            Wanted(
                kind=ActKind(act.kind),
                unit=keys[act.pk],
                target=_target(act, keys),
                unit_kind=act.unit_kind_id,
                naming=act.naming,
                listed=tuple(act.listed),
                ends_below=act.ends_below,
                position=act.position,
                act=act.pk,
            )
        )
    return wanted


def _target(act: Act, keys: Mapping[int, str]) -> str:
    """An act that comes later, or none, leaves it empty: the plan says that it is missing."""
    if act.target_act_id is not None:
        return keys.get(act.target_act_id, "")
    return act.target.key if act.target else ""
