"""What the rooms above hear: acts of one kind with the same successor and keeper come as one."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua.org.happened import Happened
from thidua.org.models import Unit
from thidua.org.reorganising.effects import Effect, Planned


def happenings(planned: Planned) -> list[Happened]:
    """In the order of the acts. A decision of a thousand acts becomes some dozens."""
    together = [some for run in _runs(planned.effects) for some in _alike(run)]
    units = planned.world.units
    named = {
        units[key].pk
        for some in together
        for key in (some[0].wanted.unit, some[0].target, some[0].keeper)
        if key
    }
    rows = {unit.key: unit for unit in Unit.objects.filter(pk__in=named)}
    return [_told(planned, some, rows) for some in together]


def _runs(effects: Sequence[Effect]) -> Iterator[list[Effect]]:
    """Acts of one kind that stand together and befall different units: their order is no matter."""
    for _kind, run in groupby(effects, key=lambda effect: effect.wanted.kind):
        some: list[Effect] = []
        seen: set[str] = set()
        for effect in run:
            befallen = {*effect.ended, *effect.moved}
            if seen & befallen:
                yield some
                some, seen = [], set()
            some.append(effect)
            seen |= befallen
        yield some


def _alike(run: list[Effect]) -> list[list[Effect]]:
    found: dict[tuple[str, str, str], list[Effect]] = {}
    for effect in run:
        alone = "" if effect.ended or effect.moved else effect.wanted.unit
        found.setdefault((effect.target, effect.keeper, alone), []).append(effect)
    return list(found.values())


def _told(planned: Planned, some: list[Effect], rows: dict[str, Unit]) -> Happened:
    first = some[0]
    return Happened(
        kind=first.wanted.kind,
        on=planned.world.day,
        unit=rows[first.wanted.unit],
        target=rows.get(first.target),
        keeper=rows.get(first.keeper),
        ended=_pks(planned, [key for effect in some for key in effect.ended]),
        moved=_pks(planned, [key for effect in some for key in effect.moved]),
    )


def _pks(planned: Planned, keys: list[str]) -> frozenset[int]:
    return frozenset(planned.world.units[key].pk for key in keys)
