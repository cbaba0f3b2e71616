"""What acts do, and what is wrong with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from thidua.core.errors import DomainError
from thidua.org.reorganising.wanted import Wanted
from thidua.org.reorganising.world import World


class Impossible(DomainError):
    """An act that cannot be done as things stand; the message names the unit."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an act cannot be carried out."""

    wanted: Wanted
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one act does to the tree, in keys.

    `ended` and `moved` hold everything it ends or gives another place, what stands below included;
    `handed` those that get another direct superior.
    """

    wanted: Wanted
    target: str = ""
    keeper: str = ""
    ended: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    handed: tuple[str, ...] = ()
    members_to: str = ""
    """Where the members of the ended units go on; empty where their membership ends."""
    succession: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """Acts as they were played: the tree after them, and before (`world.before`)."""

    world: World
    effects: Sequence[Effect] = ()
    problems: Sequence[Problem] = field(default_factory=tuple)

    def ended(self) -> set[int]:
        """The units that were there and are not any more."""
        return self._known(key for effect in self.effects for key in effect.ended)

    def touched(self) -> set[int]:
        """All units that end or get another place."""
        moved = (key for effect in self.effects for key in effect.moved)
        return self.ended() | self._known(moved)

    def _known(self, keys: Iterable[str]) -> set[int]:
        return {self.world.units[key].pk for key in keys} - {0}
