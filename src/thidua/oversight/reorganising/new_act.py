"""Acts that somebody wants to add to a decision, before they are rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua.org.models import Act, ActKind, Reorganisation, Unit, UnitKind, new_key
from thidua.org.reorganising import Wanted, plan_acts, wanted_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAct:
    """One act to be added. `establishing` is the place, in the same list, of the act that
    establishes the target; `target_act` an act that is there already."""

    kind: ActKind
    unit: Unit | None = None
    target: Unit | None = None
    target_act: Act | None = None
    establishing: int | None = None
    unit_kind: UnitKind | None = None
    naming: dict[str, str] = field(default_factory=dict)
    listed: tuple[str, ...] = ()
    ends_below: bool = False
    reason: str = ""


def problems_with(reorganisation: Reorganisation, new: Sequence[NewAct]) -> dict[int, str]:
    """Why acts cannot be added, by their place in the list; played after those that are there."""
    acts = list(reorganisation.acts.select_related("unit", "target").order_by("position"))
    known = wanted_of(acts)
    keys = {act.pk: wanted.unit for act, wanted in zip(acts, known, strict=True)}
    added: list[Wanted] = []
    for place, act in enumerate(new):
        unit = act.unit.key if act.unit else new_key()
        target = act.target.key if act.target else ""
        if act.target_act is not None:
            target = keys.get(act.target_act.pk, "")
        if act.establishing is not None:
            target = added[act.establishing].unit
        added.append(
            Wanted(
                kind=act.kind,
                unit=unit,
                target=target,
                unit_kind=act.unit_kind.pk if act.unit_kind else None,
                naming=act.naming,
                listed=act.listed,
                ends_below=act.ends_below,
                position=len(acts) + place + 1,
            )
        )
    planned = plan_acts(reorganisation.unit, [*known, *added], reorganisation.on)
    found: dict[int, str] = {}
    for problem in planned.problems:
        found.setdefault(problem.wanted.position - len(acts) - 1, problem.sentence)
    return {place: sentence for place, sentence in found.items() if place >= 0}
