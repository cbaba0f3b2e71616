"""Activities of the unions, with what they counted."""

from thidua.activities.models import Activity, ActivityKind, Count, Measure
from thidua.oversight.simulate.days import DAYS, moment
from thidua.oversight.simulate.draw import lot
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.planning import Issued
from thidua.oversight.simulate.tables import table
from thidua.oversight.simulate.trail import TrailRows

SHARE, NEAR = 60, 20
"""Of a hundred unions so many did each of the deeds, so many days around its usual day."""
PHASE_ENDS = (121, 244, 366)
MONEY = 300_000
"""Đồng for each person."""


class DeedRows:
    """Writes what a union did in the year: of the usual deeds some."""

    def __init__(self, loader: Loader, trail: TrailRows, seed: int) -> None:
        self.trail, self.seed = trail, seed
        self.kinds = dict(ActivityKind.objects.values_list("code", "pk"))
        self.measures = {
            (kind, code): (pk, people)
            for kind, code, pk, people in Measure.objects.values_list(
                "kind__code", "code", "pk", "people"
            )
        }
        self.activities = loader.table(
            Activity,
            "unit_id",
            "unit_path",
            "phase_id",
            "clause_id",
            "kind_id",
            "title",
            "done_on",
            "place",
            "recorded_by_id",
            "recorded_at",
        )
        self.counts = loader.table(Count, "activity_id", "measure_id", "value")

    def record(self, node: Node, lived: Issued) -> None:
        for at, row in enumerate(table("deeds")):
            drawn = lot(node.number, 10 + at, self.seed)
            if drawn % 100 >= SHARE:
                continue
            day = int(row["day"]) + (drawn >> 8) % NEAR
            phase = next(place for place, end in enumerate(PHASE_ENDS) if day < end)
            entered = moment(day + 1, 7)
            activity = self.activities.add(
                node.number,
                node.path,
                lived.phases[phase],
                lived.contents[int(row["clause"]) - 1],
                self.kinds[row["kind"]],
                row["title"],
                DAYS[day],
                node.place,
                node.chair,
                entered,
            )
            self.trail.note(
                "activity.recorded",
                self.activities,
                activity,
                node.login_of_chair,
                node,
                entered,
                title=row["title"],
            )
            for code in row["measures"].split():
                measure, people = self.measures[row["kind"], code]
                reached = 1 + (drawn >> 16) % max(1, node.members // 2)
                value = (
                    reached
                    if people
                    else reached * MONEY
                    if code in {"tien", "gia_tri"}
                    else 1 + reached % 5
                )
                self.counts.add(activity, measure, value)
