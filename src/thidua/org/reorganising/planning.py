"""Playing the acts of a decision one after the other."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from thidua.org.models import ActKind, Reorganisation, Unit
from thidua.org.reorganising.effects import Effect, Impossible, Planned, Problem
from thidua.org.reorganising.late import late_problems
from thidua.org.reorganising.loading import load_world
from thidua.org.reorganising.playing import PLAYED
from thidua.org.reorganising.wanted import Wanted, wanted_of
from thidua.org.reorganising.world import World

NOT_BY_ITSELF = {ActKind.MOVE, ActKind.MERGE, ActKind.END}


def plan_for(reorganisation: Reorganisation) -> Planned:
    """What the acts of a decision would do as things stand now; nothing is written."""
    acts = reorganisation.acts.select_related("unit", "target").order_by("position")
    return plan_acts(reorganisation.unit, wanted_of(acts), reorganisation.on)


def plan_acts(scope: Unit, acts: Sequence[Wanted], day: date) -> Planned:
    """The same for acts in plain values, in their order.

    An act that is impossible is left out, so that those after it are judged all the same.
    """
    world = load_world(scope, acts, day)
    effects: list[Effect] = []
    problems: list[Problem] = []
    for wanted in acts:
        try:
            effects.append(_played(world, scope, wanted))
        except Impossible as impossible:
            problems.append(Problem(wanted, str(impossible)))
    planned = Planned(world, effects, problems)
    return Planned(world, effects, [*problems, *late_problems(planned)])


def _played(world: World, scope: Unit, wanted: Wanted) -> Effect:
    if wanted.unit == scope.key and wanted.kind in NOT_BY_ITSELF:
        raise Impossible(
            _("Việc này đối với chính %(unit)s phải do cấp trên của đơn vị quyết định.")
            % {"unit": scope.name}
        )
    return PLAYED[wanted.kind](world, wanted)


def sentences(problems: Iterable[Problem]) -> list[str]:
    """What is wrong, each sentence once, in the order of the acts."""
    ordered = sorted(problems, key=lambda problem: problem.wanted.position)
    return list(dict.fromkeys(problem.sentence for problem in ordered))
