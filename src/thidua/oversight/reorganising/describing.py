"""Acts in words, on lists and pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.org.models import Act, ActKind, Reorganisation, State, Unit, UnitName
from thidua.org.reorganising.wanted import short_name_after

CODES = {State.DRAFT: "draft", State.DONE: "ok", State.UNDONE: "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """One act as a row: what it is, whom it befalls, what it says."""

    act: Act
    word: str
    name: str
    unit: Unit | None
    target: Unit | None
    told: str


def code_of(reorganisation: Reorganisation) -> str:
    """The look of its state, see ``ui/state.html``."""
    return CODES[State(reorganisation.state)]


def lines_of(reorganisation: Reorganisation, acts: Iterable[Act]) -> list[ActLine]:
    """Needs `unit`, `target`, `target_act__unit` and `unit_kind` of the acts at hand."""
    rows = list(acts)
    former = _former_names(reorganisation, rows)
    return [_line(act, former) for act in rows]


def _former_names(reorganisation: Reorganisation, acts: list[Act]) -> dict[int, UnitName]:
    """How units are called as long as a decision waits, and were until it was carried out."""
    units = [act.unit_id for act in acts if act.unit_id]
    last = reorganisation.on if reorganisation.state == State.DONE else None
    return {row.unit_id: row for row in UnitName.objects.filter(unit__in=units, ends_on=last)}


def _line(act: Act, former: dict[int, UnitName]) -> ActLine:
    was = former.get(act.unit_id or 0)
    unit = act.unit.name if act.unit else act.naming.get("name", "")
    target = act.target or (act.target_act.unit if act.target_act else None)
    new = act.target_act.naming.get("name", "") if act.target_act else ""
    return ActLine(
        act=act,
        word=str(ActKind(act.kind).label),
        name=was.name if was else unit,
        unit=act.unit,
        target=target,
        told=_told(act, target.name if target else new, was),
    )


def _told(act: Act, target: str, was: UnitName | None) -> str:
    to = {"target": target}
    if act.kind == ActKind.ESTABLISH:
        words = to | {"kind": act.unit_kind}
        return _("Trực thuộc %(target)s; loại đơn vị: %(kind)s.") % words
    if act.kind in {ActKind.RENAME, ActKind.CHANGE_KIND}:
        return _renamed(act, was)
    if act.kind == ActKind.MOVE:
        return _("Chuyển về trực thuộc %(target)s.") % to
    if act.kind == ActKind.MERGE:
        return " ".join((_("Nhập vào %(target)s.") % to, _below(act)))
    if act.kind == ActKind.END:
        taken = _("%(target)s tiếp nhận.") % to if target else _("Cấp trên trực tiếp tiếp nhận.")
        return " ".join((taken, _below(act)))
    return _handed(act, to)


def _renamed(act: Act, was: UnitName | None) -> str:
    told = []
    if act.kind == ActKind.CHANGE_KIND:
        told.append(_("Loại đơn vị mới: %(kind)s.") % {"kind": act.unit_kind})
    if name := act.naming.get("name", ""):
        told.append(_("Tên mới: %(name)s.") % {"name": name})
    if short := _short_name(act, was):
        told.append(_("Tên gọi tắt: %(name)s.") % {"name": short})
    return " ".join(told) or _("Thay đổi cách ký văn bản.")


def _short_name(act: Act, was: UnitName | None) -> str:
    """The short name that the act gives, or leaves along with a new name."""
    given: str = act.naming.get("short_name", "")
    name = act.naming.get("name", "")
    if given or was is None or not name:
        return given
    return short_name_after(name, name=was.name, short_name=was.short_name)


def _below(act: Act) -> str:
    return _("Các đơn vị trực thuộc cũng kết thúc.") if act.ends_below else ""


def _handed(act: Act, to: dict[str, str]) -> str:
    if act.kind == ActKind.TRANSFER and not act.listed:
        return _("Mọi đơn vị trực thuộc chuyển về %(target)s.") % to
    count = len(act.listed)
    return ngettext(
        "%(count)s đơn vị trực thuộc chuyển về %(target)s.",
        "%(count)s đơn vị trực thuộc chuyển về %(target)s.",
        count,
    ) % (to | {"count": str(count)})
