"""Acts after which a unit is no more."""

from thidua.org.reorganising.effects import Effect
from thidua.org.reorganising.judging import changeable, endable, living, not_a_root, target_of
from thidua.org.reorganising.wanted import Wanted
from thidua.org.reorganising.world import Standing, World


def end_unit(world: World, wanted: Wanted) -> Effect:
    """The unit ends; its records go to `target`, without one to its superior.

    What stands below ends too, or goes the same way. Membership ends by the decision (ORG-05).
    """
    unit = living(world, wanted.unit)
    not_a_root(unit)
    keeper = target_of(world, wanted).key if wanted.target else unit.parent
    return _ended(world, wanted, unit, keeper, succession=bool(wanted.target))


def merge(world: World, wanted: Wanted) -> Effect:
    """The unit goes on in `target`: its members, its records and what stands below it."""
    unit = living(world, wanted.unit)
    not_a_root(unit)
    target = target_of(world, wanted)
    return _ended(world, wanted, unit, target.key, succession=True, members_to=target.key)


def _ended(
    world: World,
    wanted: Wanted,
    unit: Standing,
    keeper: str,
    *,
    succession: bool,
    members_to: str = "",
) -> Effect:
    below = list(world.below(unit.key))
    handed = [] if wanted.ends_below else world.children(unit.key)
    ended = [*below, unit.key] if wanted.ends_below else [unit.key]
    changeable(world, [unit.key, *below, keeper])
    changeable(world, [kept for key in ended for kept in world.kept_by(key)])
    endable(world, ended)
    for one in handed:
        world.place(one, keeper)
    for one in ended:
        world.end(one, keeper)
    return Effect(
        wanted=wanted,
        target=wanted.target,
        keeper=keeper,
        ended=tuple(ended),
        moved=() if wanted.ends_below else tuple(below),
        handed=tuple(handed),
        members_to=members_to,
        succession=succession,
    )
