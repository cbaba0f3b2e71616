"""Pledges of the third phase: sheets of the unions and who has signed them."""

from thidua.core.folded import alphabetical
from thidua.oversight.simulate.days import DAYS, moment
from thidua.oversight.simulate.draw import key_of, lot
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.people import LEFT_IN
from thidua.oversight.simulate.planning import Issued
from thidua.oversight.simulate.trail import TrailRows
from thidua.pledges.models import Pledge, Sheet, SheetCode

PHASE = 2
OPENS, CLOSES, SIGNING = 250, 330, 60
WITH_A_SHEET, LEAST_SIGNED = 82, 40
WORDS = (
    "Hoàn thành tốt nhiệm vụ được giao.\n"
    "Tích cực thi đua lao động giỏi, lao động sáng tạo.\n"
    "Đoàn kết, giúp đỡ đồng nghiệp."
)
PURPOSE = "Họ tên và mã đoàn viên chỉ dùng để đếm số người ký giao ước thi đua của đơn vị."


class PledgeRows:
    """Writes a sheet with its code and its pledges: each member signed on a phone, by code."""

    def __init__(self, loader: Loader, trail: TrailRows, seed: int) -> None:
        self.trail, self.seed = trail, seed
        self.sheets = loader.table(
            Sheet,
            "unit_id",
            "unit_path",
            "alphabetical",
            "phase_id",
            "title",
            "words",
            "purpose",
            "contact",
            "opens_on",
            "closes_on",
            "opened_by_id",
            "opened_at",
        )
        self.codes = loader.table(SheetCode, "sheet_id", "token", "made_at")
        self.pledges = loader.table(
            Pledge,
            "sheet_id",
            "person_id",
            "way",
            "state",
            "given",
            "given_fold",
            "signed_at",
            "receipt",
        )

    def open(self, node: Node, lived: Issued) -> None:
        drawn = lot(node.number, 5, self.seed)
        if drawn % 100 >= WITH_A_SHEET:
            return
        at = moment(OPENS)
        sheet = self.sheets.add(
            node.number,
            node.path,
            alphabetical(node.name),
            lived.phases[PHASE],
            "Giao ước thi đua Đợt 3 năm 2024",
            WORDS,
            PURPOSE,
            f"{node.chair_name}, Chủ tịch {node.short_name}",
            DAYS[OPENS],
            DAYS[CLOSES],
            node.chair,
            at,
        )
        self.codes.add(sheet, f"{key_of(sheet, self.seed)}{key_of(sheet, self.seed + 1)[:4]}", at)
        self.trail.note(
            "pledges.opened", self.sheets, sheet, node.login_of_chair, node, at, phase="Đợt 3"
        )
        self._signed(node, sheet, LEAST_SIGNED + (drawn >> 8) % (101 - LEAST_SIGNED))

    def _signed(self, node: Node, sheet: int, share: int) -> None:
        here = node.members - node.members // LEFT_IN
        for place in range(here * share // 100):
            person = node.first_person + place
            code = f"{node.province:02d}{person:08d}"
            signed = moment(OPENS + 1 + place % SIGNING, place % 10, person % 60)
            self.pledges.add(
                sheet, person, "self", "counted", code, code, signed, f"{sheet:08x}{person:024x}"
            )
