"""Plans of the year: each union above the grassroots has its own, and some below."""

import json
from dataclasses import dataclass

from thidua.cascade.models import Timetable
from thidua.oversight.simulate.days import BY_LEVEL, DAYS, YEAR, moment
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.papers import Paper, PaperRows
from thidua.oversight.simulate.tables import table
from thidua.plans.models import Clause, Phase, Plan, Target

TITLE = f"Tổ chức phát động phong trào thi đua trong công nhân, viên chức, lao động năm {YEAR}"
THEME = "Đổi mới, sáng tạo, vì quyền lợi đoàn viên, vì sự phát triển của đất nước"
FIELDS = {
    "slogans": [],
    "scope": "",
    "participants": "",
    "partner": "",
    "movements": [],
    "criteria": [],
}


@dataclass(frozen=True, slots=True)
class Issued:
    """A plan with what others point to in it."""

    plan: int
    paper: Paper
    issuer: Node
    phases: tuple[int, ...]
    contents: tuple[int, ...]


class PlanRows:
    """Writes plans with their structure."""

    def __init__(self, loader: Loader, papers: PaperRows) -> None:
        self.papers = papers
        self.plans = loader.table(
            Plan,
            "document_id",
            "theme",
            "year_label",
            "starts_on",
            "ends_on",
            "fields",
            "edited_at",
            "edited_by_id",
        )
        self.clauses = loader.table(
            Clause,
            "plan_id",
            "parent_id",
            "position",
            "depth",
            "marker",
            "text",
            "heading",
            "content",
        )
        self.phases = loader.table(
            Phase, "plan_id", "position", "name", "starts_on", "ends_on", "theme"
        )
        self.targets = loader.table(Target, "plan_id", "position", "text", "value", "unit")
        self.timetables = loader.table(
            Timetable,
            "plan_id",
            "acknowledge_by",
            "own_plan_by",
            "launch_by",
            "set_by_id",
            "set_at",
        )

    def issue(self, node: Node) -> Issued:
        day = BY_LEVEL[min(node.path.count("/") - 2, len(BY_LEVEL) - 1)]
        paper = self.papers.issue(node, ("Kế hoạch", "KH"), TITLE, day)
        first, last = table("phases")[0], table("phases")[-1]
        plan = self.plans.add(
            paper.document,
            THEME,
            str(YEAR),
            first["starts_on"],
            last["ends_on"],
            json.dumps(FIELDS),
            moment(day, 1),
            node.clerk,
        )
        phases = tuple(
            self.phases.add(plan, at, row["name"], row["starts_on"], row["ends_on"], row["theme"])
            for at, row in enumerate(table("phases"), 1)
        )
        for at, row in enumerate(table("targets"), 1):
            self.targets.add(plan, at, row["text"], row["value"], row["unit"])
        contents = self._clauses(plan)
        if not node.is_workplace:
            days = (DAYS[day + 14], DAYS[day + 21], DAYS[day + 35])
            self.timetables.add(plan, *days, node.clerk, moment(day, 4))
        trail = self.papers.trail
        trail.note(
            "plan.issued",
            self.plans,
            plan,
            node.login_of_chair,
            node,
            moment(day, 3),
            number=paper.number,
        )
        return Issued(plan, paper, node, phases, contents)

    def _clauses(self, plan: int) -> tuple[int, ...]:
        contents: list[int] = []
        above: int | None = None
        for at, row in enumerate(table("clauses"), 1):
            heading, content = row["heading"] == "1", row["content"] == "1"
            parent = None if heading else above
            clause = self.clauses.add(
                plan, parent, at, int(row["depth"]), row["marker"], row["text"], heading, content
            )
            above = clause if heading else above
            if content:
                contents.append(clause)
        return tuple(contents)
