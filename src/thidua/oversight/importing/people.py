"""Lines about people: who it is, and where they belong."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from thidua.org.models import Unit
from thidua.oversight.importing.found import Belonging, Directory, Known, directory
from thidua.oversight.importing.judging import (
    Judged,
    Outcome,
    Said,
    facts_of,
    is_doubt,
    troubled,
)
from thidua.oversight.importing.lines import Line, Problem, problem
from thidua.oversight.importing.recognising import Met, recognised
from thidua.oversight.models import Decision

ABOUT_ONE = {Decision.SAME, Decision.REPLACE, Decision.MOVED}


class People:
    """Judges lines about people by whom the database knows on `day`."""

    def __init__(self, root: Unit, day: date) -> None:
        self.root, self.day = root, day

    def judged(self, lines: Sequence[Line], said: Mapping[int, Said]) -> list[Judged]:
        chosen = [one.person for one in said.values() if one.person]
        sound = [line for line in lines if not _wrong(line, said.get(line.number))]
        known = directory(sound, self.root, self.day, chosen)
        numbers = {line.number for line in sound}
        return [
            self._person(line, said.get(line.number) or Said(), known)
            if line.number in numbers
            else troubled(line, line.problems)
            for line in lines
        ]

    def _person(self, line: Line, said: Said, known: Directory) -> Judged:
        met = _met(line, said, known)
        if met.doubt:
            return troubled(line, [met.doubt], met.person)
        if met.person is None:
            return Judged(line, Outcome.NEW)
        replace = said.decision == Decision.REPLACE
        facts, doubt = facts_of(line, met.person, replace=replace or said.decision in ABOUT_ONE)
        if doubt:
            return troubled(line, [doubt], met.person)
        if said.decision in ABOUT_ONE and not replace:
            facts = {key: fact for key, fact in facts.items() if not _kept(met.person, key)}
        outcome = Outcome.CHANGED if facts else Outcome.KNOWN
        return Judged(line, outcome, person=met.person, facts=facts)


def _wrong(line: Line, said: Said | None) -> bool:
    """Is something left to mend or to decide before it matters who it is?"""
    decided = said is not None and said.decision
    return any(not (decided and is_doubt(one)) for one in line.problems)


def _met(line: Line, said: Said, known: Directory) -> Met:
    if said.decision == Decision.OTHER:
        return Met()
    if said.decision in ABOUT_ONE and said.person in known.by_pk:
        return Met(known.by_pk[said.person])
    met = recognised(line, known)
    return Met(met.person) if said.decision in ABOUT_ONE else met


def _kept(person: Known, fact: str) -> bool:
    """A fact that is kept already and does not change with time."""
    return fact in {"name", "code", "birth_on", "sex"} and bool(person.facts[fact])


def with_memberships(judged: Sequence[Judged], said: Mapping[int, Said]) -> list[Judged]:
    """What each line says about belonging to its unit."""
    return [
        one if one.problems else _membership(one, said.get(one.line.number) or Said())
        for one in judged
    ]


def _membership(one: Judged, said: Said) -> Judged:
    if one.person is None:
        return one
    unit, left = int(one.line.values["unit_id"]), one.line.values.get("left_on")
    belongs = one.person.units.get(unit)
    if belongs is None:
        return _joins(one, said, unit)
    if belongs.ended is None and left:
        return _leaves(one, belongs, left)
    if belongs.ended is None or belongs.ended == left:
        one.line.values["stays"] = "1"
        return one
    joined = one.line.values.get("joined_on")
    if joined and joined < belongs.ended:
        text = _("Người này đã thôi sinh hoạt ở đơn vị từ ngày %(day)s, sau ngày vào của dòng này.")
        day = "/".join(reversed(belongs.ended.split("-")))
        fault = problem("ended", text % {"day": day}, at="joined_on")
        return troubled(one.line, [fault], one.person)
    return _joins(one, said, unit)


def _leaves(one: Judged, belongs: Belonging, left: str) -> Judged:
    if left <= belongs.began:
        fault = problem("order", _("Ngày thôi sinh hoạt không sau ngày vào đơn vị."), at="left_on")
        return troubled(one.line, [fault], one.person)
    one.row, one.outcome = belongs.row, Outcome.CHANGED
    return one


def _joins(one: Judged, said: Said, unit: int) -> Judged:
    if one.person is None:
        return one
    others = [other for other in one.person.open_units if other != unit]
    if others and "left_on" not in one.line.values and said.decision not in ABOUT_ONE:
        return troubled(one.line, [_elsewhere(others)], one.person)
    if said.decision == Decision.MOVED:
        one.ends = [one.person.units[other].row for other in others]
    one.outcome = Outcome.CHANGED
    return one


def _elsewhere(units: Sequence[int]) -> Problem:
    names = ", ".join(Unit.objects.filter(pk__in=units).values_list("name", flat=True))
    said = _("Người này đang sinh hoạt ở %(units)s.") % {"units": names}
    return problem("elsewhere", said)
