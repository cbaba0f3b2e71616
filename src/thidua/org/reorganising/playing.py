"""Each kind of act, played on the copy of the tree."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from thidua.org.models import ActKind
from thidua.org.reorganising.effects import Effect, Impossible
from thidua.org.reorganising.ending import end_unit, merge
from thidua.org.reorganising.judging import (
    changeable,
    living,
    not_a_root,
    renameable,
    target_of,
)
from thidua.org.reorganising.wanted import LONGEST_SHORT, NAMING, Wanted, short_name_after
from thidua.org.reorganising.world import Standing, World

LONGEST_PATH = 193
"""So that what a unit of the lowest level keeps still has a path of 200 letters."""


def establish(world: World, wanted: Wanted) -> Effect:
    """A new unit below `target`, with its name and kind."""
    target = target_of(world, wanted)
    name = wanted.naming.get("name", "").strip()
    if not name:
        raise Impossible(_("Chưa ghi tên của đơn vị thành lập mới."))
    if wanted.unit_kind is None:
        raise Impossible(_("Chưa ghi loại đơn vị của %(unit)s.") % {"unit": name})
    named = {field: wanted.naming.get(field, "").strip() for field in NAMING}
    if not named["symbol"]:
        raise Impossible(_("Chưa ghi ký hiệu cơ quan của %(unit)s.") % {"unit": name})
    changeable(world, [target.key])
    named["short_name"] = named["short_name"] or name[:LONGEST_SHORT]
    named["place"] = named["place"] or target.place
    named["body"] = named["body"] or "BAN CHẤP HÀNH"
    world.add(
        Standing(
            key=wanted.unit,
            name=name,
            kind=wanted.unit_kind,
            parent=target.key,
            since=world.day,
            founded=world.day,
        )
    )
    _name(world.units[wanted.unit], named)
    _short_enough(world, [wanted.unit])
    return Effect(wanted=wanted, target=target.key)


def rename(world: World, wanted: Wanted) -> Effect:
    """Another name, or another way to sign; what is not given stays."""
    unit = living(world, wanted.unit)
    given = _given(unit, wanted)
    if all(getattr(unit, field) == text for field, text in given.items()):
        raise Impossible(
            _("Tên và cách ký của %(unit)s không có gì thay đổi.") % {"unit": unit.name}
        )
    renameable(world, unit)
    _name(unit, given)
    return Effect(wanted=wanted)


def change_kind(world: World, wanted: Wanted) -> Effect:
    """Another kind; the name may change along with it."""
    unit = living(world, wanted.unit)
    if wanted.unit_kind is None or wanted.unit_kind == unit.kind:
        raise Impossible(
            _("Chưa chọn loại đơn vị mới, khác loại hiện nay của %(unit)s.") % {"unit": unit.name}
        )
    renameable(world, unit)
    unit.kind = wanted.unit_kind
    _name(unit, _given(unit, wanted))
    return Effect(wanted=wanted)


def _name(unit: Standing, named: Mapping[str, str]) -> None:
    for field, text in named.items():
        setattr(unit, field, text)


def _given(unit: Standing, wanted: Wanted) -> dict[str, str]:
    given = {field: text for field in NAMING if (text := wanted.naming.get(field, "").strip())}
    if "name" in given:
        short = short_name_after(given["name"], name=unit.name, short_name=unit.short_name)
        given.setdefault("short_name", short)
    return given


def move(world: World, wanted: Wanted) -> Effect:
    """Another superior, with everything that stands below."""
    unit = living(world, wanted.unit)
    not_a_root(unit)
    target = target_of(world, wanted)
    if unit.parent == target.key:
        raise Impossible(
            _("%(unit)s đang trực thuộc %(target)s rồi.")
            % {"unit": unit.name, "target": target.name}
        )
    return _hand_over(world, wanted, [unit.key], target)


def split(world: World, wanted: Wanted) -> Effect:
    """Part of a unit goes on as `target`: the listed subordinate units, all that are listed.

    The unit itself lives on; where it was divided altogether another act ends it.
    """
    unit = living(world, wanted.unit)
    target = target_of(world, wanted)
    effect = _hand_over(world, wanted, _listed(world, unit, wanted), target)
    return replace(effect, succession=True)


def transfer(world: World, wanted: Wanted) -> Effect:
    """The listed subordinate units, or all, go to `target`."""
    unit = living(world, wanted.unit)
    target = target_of_children(world, wanted)
    handed = _listed(world, unit, wanted) if wanted.listed else world.children(unit.key)
    if not handed:
        raise Impossible(_("%(unit)s không có đơn vị trực thuộc.") % {"unit": unit.name})
    return _hand_over(world, wanted, handed, target)


def target_of_children(world: World, wanted: Wanted) -> Standing:
    """Like `target_of`; one of the unit's own may take over its sisters when the list leaves it."""
    chosen = world.units.get(wanted.target)
    own = chosen is not None and chosen.lives and chosen.parent == wanted.unit
    if chosen is None or not own or not wanted.listed or wanted.target in wanted.listed:
        return target_of(world, wanted)
    return chosen


def _listed(world: World, unit: Standing, wanted: Wanted) -> list[str]:
    own = set(world.children(unit.key))
    foreign = [key for key in wanted.listed if key not in own]
    if foreign:
        known = world.units.get(foreign[0])
        raise Impossible(
            _("%(child)s không trực thuộc %(unit)s.")
            % {"child": known.name if known else foreign[0], "unit": unit.name}
        )
    return list(wanted.listed)


def _hand_over(world: World, wanted: Wanted, handed: list[str], target: Standing) -> Effect:
    moved = [key for one in handed for key in (one, *world.below(one))]
    changeable(world, [*moved, target.key])
    for one in handed:
        world.place(one, target.key)
    _short_enough(world, moved)
    return Effect(wanted=wanted, target=target.key, moved=tuple(moved), handed=tuple(handed))


def _short_enough(world: World, keys: list[str]) -> None:
    for key in keys:
        if len(world.path(key)) > LONGEST_PATH:
            raise Impossible(
                _("%(unit)s sẽ có quá nhiều cấp trên: hệ thống chỉ giữ được 27 cấp.")
                % {"unit": world.units[key].name}
            )


PLAYED: Mapping[ActKind, Callable[[World, Wanted], Effect]] = {
    ActKind.ESTABLISH: establish,
    ActKind.RENAME: rename,
    ActKind.CHANGE_KIND: change_kind,
    ActKind.MOVE: move,
    ActKind.MERGE: merge,
    ActKind.SPLIT: split,
    ActKind.END: end_unit,
    ActKind.TRANSFER: transfer,
}
