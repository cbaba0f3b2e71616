"""Commendation: who was put forward by the unions, and decisions of their superiors."""

from dataclasses import dataclass

from thidua.awards.models import Award, AwardList, ListLine, Nomination
from thidua.oversight.simulate.days import DAYS, YEAR, moment
from thidua.oversight.simulate.draw import lot
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.papers import PaperRows
from thidua.oversight.simulate.planning import Issued
from thidua.rulebook.models import AwardKind

KIND = "gk_cap_tren"
ISSUERS = frozenset({"cdn", "ldld_huyen"})
SHARE, WAITING = 30, 20
"""Of a hundred unions so many put somebody forward in the first phase, and in the third."""
FIRST, SENT, DECIDED, THIRD = 118, 122, 150, 310
OCCASION = "đã có thành tích xuất sắc trong phong trào thi đua Đợt 1 năm 2024"
MERIT = "Có thành tích xuất sắc trong phong trào thi đua năm 2024"
STORY = "Hoàn thành xuất sắc nhiệm vụ, tích cực tham gia hoạt động công đoàn."
BASES = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
ARTICLES = "Quyết định này có hiệu lực kể từ ngày ký."

NOMINATION = (
    "unit_id",
    "unit_path",
    "decided_by_id",
    "phase_id",
    "kind_id",
    "person_id",
    "subject_unit_id",
    "subject_name",
    "subject_post",
    "merit",
    "achievements",
    "status",
    "created_by_id",
    "created_at",
    "submitted_at",
)
AWARD = (
    "nomination_id",
    "decision_id",
    "unit_id",
    "unit_path",
    "kind_id",
    "issuer_name",
    "subject_name",
    "subject_post",
    "merit",
    "decided_on",
    "book_year",
    "book_number",
)


@dataclass(slots=True)
class Decision:
    """The decision of one superior, to which lines are added."""

    document: int
    list_: int
    lines: int = 0


class AwardRows:
    """Writes nominations and, for those of the first phase, the decision and the award book."""

    def __init__(self, loader: Loader, papers: PaperRows, seed: int) -> None:
        self.papers, self.trail, self.seed = papers, papers.trail, seed
        self.kind = AwardKind.objects.get(code=KIND).pk
        self.nominations = loader.table(Nomination, *NOMINATION)
        self.lists = loader.table(
            AwardList, "document_id", "kind_id", "occasion", "bases", "articles"
        )
        self.lines = loader.table(ListLine, "of_id", "nomination_id", "position")
        self.awards = loader.table(Award, *AWARD)
        self.decisions: dict[int, Decision] = {}

    def nominate(self, node: Node, above: Node, lived: Issued) -> None:
        if above.kind not in ISSUERS:
            return
        drawn = lot(node.number, 50, self.seed)
        person = (node.first_person + 3, None, node.names[3], f"Đoàn viên {node.short_name}"[:300])
        if drawn % 100 < SHARE:
            unit = (None, node.number, node.name, "")
            for subject in (person, unit):
                nomination = self._nomination(
                    node, above, lived.phases[0], subject, "awarded", FIRST
                )
                self._award(above, nomination, subject)
        if (drawn >> 8) % 100 < WAITING:
            self._nomination(node, above, lived.phases[2], person, "submitted", THIRD)

    def _nomination(
        self,
        node: Node,
        above: Node,
        phase: int,
        subject: tuple[int | None, int | None, str, str],
        status: str,
        day: int,
    ) -> int:
        row = self.nominations.add(
            node.number,
            node.path,
            above.number,
            phase,
            self.kind,
            *subject,
            MERIT,
            STORY,
            status,
            node.chair,
            moment(day),
            moment(day + 4),
        )
        self.trail.note(
            "nomination.submitted",
            self.nominations,
            row,
            node.login_of_chair,
            node,
            moment(day + 4),
        )
        return row

    def _award(
        self, above: Node, nomination: int, subject: tuple[int | None, int | None, str, str]
    ) -> None:
        decision = self.decisions.get(above.number) or self._decision(above)
        decision.lines += 1
        self.lines.add(decision.list_, nomination, decision.lines)
        self.awards.add(
            nomination,
            decision.document,
            above.number,
            above.path,
            self.kind,
            f"{above.body.capitalize()} {above.name}",
            subject[2],
            subject[3],
            MERIT,
            DAYS[DECIDED],
            YEAR,
            decision.lines,
        )

    def _decision(self, above: Node) -> Decision:
        title = "Khen thưởng tập thể, cá nhân có thành tích trong phong trào thi đua Đợt 1 năm 2024"
        paper = self.papers.issue(above, ("Quyết định", "QĐ"), title, DECIDED)
        list_ = self.lists.add(paper.document, self.kind, OCCASION, BASES, ARTICLES)
        decision = self.decisions[above.number] = Decision(paper.document, list_)
        return decision
