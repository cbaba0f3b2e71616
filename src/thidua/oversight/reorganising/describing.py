"""Acts in words, on lists and pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.org.models import Act, ActKind, Reorganisation, State, Unit, UnitName

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


def _former_names(reorganisation: Reorganisation, acts: list[Act]) -> dict[int, str]:
    """How units were called until the day of a decision that has been carried out."""
    if reorganisation.state != State.DONE:
        return {}
    units = [act.unit_id for act in acts if act.unit_id]
    names = UnitName.objects.filter(unit__in=units, ends_on=reorganisation.on)
    return dict(names.values_list("unit", "name"))


def _line(act: Act, former: dict[int, str]) -> ActLine:
    established = act.naming.get("name", "")
    name = former.get(act.unit_id or 0) or (act.unit.name if act.unit else established)
    target = act.target or (act.target_act.unit if act.target_act else None)
    new = act.target_act.naming.get("name", "") if act.target_act else ""
    return ActLine(
        act=act,
        word=str(ActKind(act.kind).label),
        name=name,
        unit=act.unit,
        target=target,
        told=_told(act, target.name if target else new),
    )


def _told(act: Act, target: str) -> str:
    to = {"target": target}
    if act.kind == ActKind.ESTABLISH:
        words = to | {"kind": act.unit_kind}
        return _("Trực thuộc %(target)s; loại đơn vị: %(kind)s.") % words
    if act.kind in {ActKind.RENAME, ActKind.CHANGE_KIND}:
        return _renamed(act)
    if act.kind == ActKind.MOVE:
        return _("Chuyển về trực thuộc %(target)s.") % to
    if act.kind == ActKind.MERGE:
        return " ".join((_("Nhập vào %(target)s.") % to, _below(act)))
    if act.kind == ActKind.END:
        taken = _("%(target)s tiếp nhận.") % to if target else _("Cấp trên trực tiếp tiếp nhận.")
        return " ".join((taken, _below(act)))
    return _handed(act, to)


def _renamed(act: Act) -> str:
    if act.kind == ActKind.CHANGE_KIND:
        return _("Loại đơn vị mới: %(kind)s.") % {"kind": act.unit_kind}
    name = act.naming.get("name", "")
    return _("Tên mới: %(name)s.") % {"name": name} if name else _("Thay đổi cách ký văn bản.")


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
