"""Reports of two phases to the superior, and one round of figures of the whole organisation."""

import json
from dataclasses import dataclass

from thidua.oversight.simulate.days import DAYS, moment
from thidua.oversight.simulate.draw import lot
from thidua.oversight.simulate.figures import asked, values_of, whole_form
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.planning import Issued
from thidua.oversight.simulate.tables import table
from thidua.oversight.simulate.trail import TrailRows
from thidua.reports.models import Figure, Form, FormPart, Narrative, Period, Report

ROUNDS = ((0, 110, 125, 100), (1, 235, 258, 58))
"""Phase, the days on which it was opened and due, and how many of a hundred were accepted."""
SUBMITTED_UPTO, BEGUN_UPTO = 85, 92
WHOLE = ("Số liệu toàn hệ thống Đợt 2 năm 2024", 240, 262)
WORDS = "Đơn vị đã tổ chức phát động, tuyên truyền và thực hiện các nội dung thi đua theo kế hoạch."

PERIOD = (
    "plan_id",
    "phase_id",
    "kind",
    "form_id",
    "unit_id",
    "unit_path",
    "name",
    "starts_on",
    "ends_on",
    "due_on",
    "opened_at",
    "opened_by_id",
)
REPORT = (
    "period_id",
    "unit_id",
    "unit_path",
    "unit_name",
    "superior_id",
    "included",
    "status",
    "version",
    "edited_at",
    "edited_by_id",
    "first_submitted_at",
    "submitted_at",
    "submitted_by_id",
    "accepted_at",
    "accepted_by_id",
)


@dataclass(frozen=True, slots=True)
class Round:
    """A period on its way, with the rows of its form."""

    period: int
    due: int
    accepted: int
    rows: tuple[tuple[int, str, str], ...]
    parts: tuple[int, ...]


class ReportRows:
    """Writes periods of every union that has unions below it, and what these report."""

    def __init__(self, loader: Loader, trail: TrailRows, seed: int) -> None:
        self.trail, self.seed = trail, seed
        self.form = Form.objects.get(code="so-ket-dot")
        self.rows = asked(self.form)
        self.parts = tuple(
            FormPart.objects.filter(form=self.form, required=True).values_list("pk", flat=True)
        )
        self.whole_form = whole_form()
        self.periods = loader.table(Period, *PERIOD)
        self.reports = loader.table(Report, *REPORT)
        self.figures = loader.table(Figure, "report_id", "indicator_id", "source", "own", "below")
        self.narratives = loader.table(Narrative, "report_id", "part_id", "text")
        self.rounds: dict[int, list[Round]] = {}
        self.whole: Round | None = None
        self.sums: dict[int, tuple[list[int], list[int]]] = {}

    def ask(self, node: Node, issued: Issued) -> None:
        """The confederation asks everybody once; others ask those directly below, by phase."""
        if node.above is None:
            name, opened, due = WHOLE
            period = self._period(node, issued, 1, "request", self.whole_form, name, (opened, due))
            self.whole = Round(period, due, 100, asked(self.whole_form), ())
            return
        self.rounds[node.number] = [
            Round(
                self._period(
                    node,
                    issued,
                    phase,
                    "phase",
                    self.form,
                    f"Sơ kết Đợt {phase + 1} năm 2024",
                    (opened, due),
                ),
                due,
                accepted,
                self.rows,
                self.parts,
            )
            for phase, opened, due, accepted in ROUNDS
        ]

    def _period(
        self,
        node: Node,
        issued: Issued,
        phase: int,
        kind: str,
        form: Form,
        name: str,
        days: tuple[int, int],
    ) -> int:
        row = table("phases")[phase]
        opened, due = days
        period = self.periods.add(
            issued.plan,
            issued.phases[phase],
            kind,
            form.pk,
            node.number,
            node.path,
            name,
            row["starts_on"],
            row["ends_on"],
            DAYS[due],
            moment(opened),
            node.clerk,
        )
        self.trail.note(
            "period.opened",
            self.periods,
            period,
            f"{node.login}.canbo",
            node,
            moment(opened),
            due=DAYS[due],
        )
        return period

    def report(self, node: Node, above: Node) -> None:
        """A workplace reports to its superior, and in the round of all."""
        for at, round_ in enumerate(self.rounds.get(above.number, ())):
            drawn = lot(node.number, 30 + at, self.seed)
            share = drawn % 100
            status = (
                "accepted"
                if share < round_.accepted
                else "submitted"
                if share < SUBMITTED_UPTO
                else "draft"
            )
            if share < BEGUN_UPTO or status == "accepted":
                report = self._row(round_, node, above, status, [], drawn)
                self._figures(report, round_, values_of(round_.rows, node, drawn), None)
                for part in round_.parts:
                    self.narratives.add(report, part, WORDS)
        if self.whole is not None:
            drawn = lot(node.number, 40, self.seed)
            values = values_of(self.whole.rows, node, drawn)
            report = self._row(self.whole, node, above, "accepted", [], drawn)
            self._figures(report, self.whole, values, None)
            self._climb(above, report, values)

    def sum_up(self, nodes: list[Node]) -> None:
        """Unions above the grassroots report what came to them, the lowest first."""
        if self.whole is None:
            return
        for node in reversed(nodes):
            if node.above is None or node.number not in self.sums:
                continue
            included, below = self.sums[node.number]
            report = self._row(
                self.whole, node, node.above, "accepted", sorted(included), node.number
            )
            self._figures(report, self.whole, [0] * len(below), below)
            self._climb(node.above, report, below)

    def _climb(self, above: Node, report: int, values: list[int]) -> None:
        included, sums = self.sums.setdefault(above.number, ([], [0] * len(values)))
        included.append(report)
        for place, value in enumerate(values):
            sums[place] += value

    def _row(
        self, round_: Round, node: Node, above: Node, status: str, included: list[int], drawn: int
    ) -> int:
        day = round_.due - 1 - (drawn >> 8) % 12 + (9 if (drawn >> 16) % 12 == 0 else 0)
        sent = moment(day, 8, drawn % 60) if status != "draft" else None
        taken = moment(round_.due + 10, 3) if status == "accepted" else None
        report = self.reports.add(
            round_.period,
            node.number,
            node.path,
            node.name,
            above.number,
            json.dumps(included),
            status,
            2,
            moment(day, 7),
            node.clerk,
            sent,
            sent,
            node.chair if sent else None,
            taken,
            above.clerk if taken else None,
        )
        if sent:
            self.trail.note(
                "report.submitted", self.reports, report, node.login_of_chair, node, sent, version=2
            )
        if taken:
            self.trail.note(
                "report.accepted", self.reports, report, f"{above.login}.canbo", node, taken
            )
        return report

    def _figures(self, report: int, round_: Round, own: list[int], below: list[int] | None) -> None:
        for place, (indicator, _code, source) in enumerate(round_.rows):
            self.figures.add(report, indicator, source, own[place], below[place] if below else None)
