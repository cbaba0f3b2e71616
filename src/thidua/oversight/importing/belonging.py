"""What a line says about belonging to its unit, beside where the person belongs already."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from thidua.org.models import Unit
from thidua.oversight.importing.found import Belonging
from thidua.oversight.importing.judging import ABOUT_ONE, Judged, Outcome, Said, troubled
from thidua.oversight.importing.lines import Problem, problem
from thidua.oversight.models import Decision


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
        fault = problem("order", _("Ngày thôi sinh hoạt phải sau ngày vào đơn vị."), at="left_on")
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
