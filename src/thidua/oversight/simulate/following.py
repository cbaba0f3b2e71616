"""How the unions below carry a plan out: acknowledged, made their own, launched."""

from thidua.cascade.models import ClauseChoice, Launch, Rollout
from thidua.oversight.simulate.days import DAYS, TODAY_COUNT, moment
from thidua.oversight.simulate.draw import lot
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.papers import PaperRows
from thidua.oversight.simulate.planning import Issued

SILENT, WITHIN = 6, 18
"""Of a hundred unions so many never answer; the others do within so many days."""
LAUNCHED = ((35, 96), (130, 92), (250, 78))
"""For each phase: from which day of the year it is launched, and by how many of a hundred."""
SPREAD = 40
PLACES = ("Hội trường", "Phòng họp", "Sân trường", "Nhà văn hóa")


class FollowingRows:
    """Writes the way of a union with the plan of its superior."""

    def __init__(self, loader: Loader, papers: PaperRows, seed: int) -> None:
        self.papers, self.trail, self.seed = papers, papers.trail, seed
        self.rollouts = loader.table(
            Rollout,
            "plan_id",
            "unit_id",
            "unit_path",
            "acknowledged_at",
            "acknowledged_by_id",
            "own_plan_id",
        )
        self.choices = loader.table(ClauseChoice, "rollout_id", "clause_id", "own_clause_id")
        self.launches = loader.table(
            Launch,
            "phase_id",
            "unit_id",
            "unit_path",
            "launched_on",
            "place",
            "entered_by_id",
            "entered_at",
        )

    def answer(self, node: Node, above: Issued, own: Issued | None) -> bool:
        """Whether the union has acknowledged the plan; with one of its own it always has."""
        drawn = lot(node.number, 1, self.seed)
        if own is None and drawn % 100 < SILENT:
            self.papers.deliver(above.paper, node, None)
            return False
        day = above.paper.day + 1 + (drawn >> 8) % (4 if own else WITHIN)
        self.papers.deliver(above.paper, node, day)
        own_plan = own.plan if own else None
        at = moment(day)
        row = self.rollouts.add(above.plan, node.number, node.path, at, node.chair, own_plan)
        self.trail.note(
            "rollout.acknowledged",
            self.rollouts,
            row,
            node.login_of_chair,
            node,
            at,
            plan=above.plan,
        )
        if own is not None:
            for clause, carrier in zip(above.contents, own.contents, strict=True):
                self.choices.add(row, clause, carrier)
        return True

    def launch(self, node: Node, lived: Issued) -> None:
        for at, (first, share) in enumerate(LAUNCHED):
            drawn = lot(node.number, 2 + at, self.seed)
            day = first + (drawn >> 8) % SPREAD
            if drawn % 100 >= share or day > TODAY_COUNT:
                continue
            place = PLACES[(drawn >> 20) % len(PLACES)]
            entered = moment(day, 8)
            row = self.launches.add(
                lived.phases[at], node.number, node.path, DAYS[day], place, node.chair, entered
            )
            self.trail.note(
                "launch.entered",
                self.launches,
                row,
                node.login_of_chair,
                node,
                entered,
                phase=lived.phases[at],
                day=DAYS[day],
                place=place,
            )
