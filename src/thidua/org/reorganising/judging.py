"""What must be true of the units that an act names; each refusal is a sentence."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from thidua.org.reorganising.effects import Impossible
from thidua.org.reorganising.wanted import Wanted
from thidua.org.reorganising.world import Standing, World


def living(world: World, key: str) -> Standing:
    """The unit an act befalls: known, and not ended."""
    unit = world.units.get(key)
    if unit is None:
        raise Impossible(
            _("Việc này chưa ghi rõ đơn vị, hoặc đơn vị nằm ngoài phạm vi quyết định.")
        )
    if unit.ended is not None:
        raise Impossible(
            _("%(unit)s đã kết thúc hoạt động từ ngày %(day)s.")
            % {"unit": unit.name, "day": written(unit.ended)}
        )
    return unit


def target_of(world: World, wanted: Wanted) -> Standing:
    """Who takes it over: known, living, not the unit itself and nothing below it."""
    unit = world.units.get(wanted.unit)
    of = {"unit": unit.name if unit else wanted.naming.get("name", "")}
    if not wanted.target:
        raise Impossible(_("Chưa ghi đơn vị tiếp nhận %(unit)s.") % of)
    target = world.units.get(wanted.target)
    if target is None:
        raise Impossible(
            _("Đơn vị tiếp nhận %(unit)s nằm ngoài phạm vi quyết định, hoặc chưa được thành lập.")
            % of
        )
    if wanted.target == wanted.unit:
        raise Impossible(_("%(unit)s không thể tiếp nhận chính mình.") % of)
    living(world, wanted.target)
    if unit is not None and unit.lives and world.stands_below(wanted.target, wanted.unit):
        raise Impossible(
            _("%(target)s trực thuộc %(unit)s nên không thể làm cấp trên hay tiếp nhận đơn vị này.")
            % (of | {"target": target.name})
        )
    return target


def not_a_root(unit: Standing) -> None:
    if not unit.parent:
        raise Impossible(
            _("%(unit)s đứng đầu hệ thống: không chuyển, không kết thúc được.")
            % {"unit": unit.name}
        )


def changeable(world: World, keys: Iterable[str]) -> None:
    """No unit among them began, or was changed, after the day of the decision."""
    for key in keys:
        unit = world.units[key]
        _not_before(world, unit, unit.since)
        _not_before(world, unit, unit.kept_since)


def endable(world: World, keys: Iterable[str]) -> None:
    """A unit does not end on the day on which it began to stand where it stands."""
    for key in keys:
        unit = world.units[key]
        if unit.since == world.day:
            raise Impossible(
                _(
                    "%(unit)s mới thành lập hoặc mới chuyển đến đúng ngày %(day)s nên không kết "
                    "thúc được trong cùng ngày. Hãy chọn ngày sau."
                )
                % {"unit": unit.name, "day": written(world.day)}
            )


def renameable(world: World, unit: Standing) -> None:
    _not_before(world, unit, unit.named_since)


def _not_before(world: World, unit: Standing, since: date | None) -> None:
    if since is None or since <= world.day:
        return
    words = {"unit": unit.name, "since": written(since), "day": written(world.day)}
    if unit.founded is not None and unit.founded > world.day:
        words["since"] = written(unit.founded)
        raise Impossible(
            _("%(unit)s thành lập ngày %(since)s, sau ngày có hiệu lực %(day)s.") % words
        )
    raise Impossible(
        _(
            "%(unit)s đã có thay đổi về tổ chức từ ngày %(since)s, sau ngày có hiệu lực %(day)s. "
            "Hãy chọn ngày từ %(since)s trở đi."
        )
        % words
    )


def written(day: date) -> str:
    return f"{day:%d/%m}/{day.year:04d}"
