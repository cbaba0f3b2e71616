"""One year of the simulated organisation: what each unit did, in every room."""

from thidua.oversight.simulate.awarding import AwardRows
from thidua.oversight.simulate.days import BEGAN
from thidua.oversight.simulate.doing import DeedRows
from thidua.oversight.simulate.draw import lot
from thidua.oversight.simulate.following import FollowingRows
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.mailing import MailRows
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.officers import KEEPER as KEEPER_NAME
from thidua.oversight.simulate.organisation import OrganisationRows
from thidua.oversight.simulate.papers import PaperRows
from thidua.oversight.simulate.planning import Issued, PlanRows
from thidua.oversight.simulate.promising import PledgeRows
from thidua.oversight.simulate.reporting import ReportRows
from thidua.oversight.simulate.trail import TrailRows

OWN_PLAN = 5
"""Of a hundred grassroots unions so many have a plan of their own."""
KEEPER = "quantri"


class YearRows:
    """Writes the year of one unit after the other, superiors before those below them."""

    def __init__(self, loader: Loader, organisation: OrganisationRows, seed: int) -> None:
        self.organisation, self.seed = organisation, seed
        self.trail = TrailRows(loader)
        papers = PaperRows(loader, self.trail)
        self.plans = PlanRows(loader, papers)
        self.following = FollowingRows(loader, papers, seed)
        self.pledges = PledgeRows(loader, self.trail, seed)
        self.deeds = DeedRows(loader, self.trail, seed)
        self.reports = ReportRows(loader, self.trail, seed)
        self.awards = AwardRows(loader, papers, seed)
        self.mails = MailRows(loader)
        self.issued: dict[int, Issued] = {}

    def live(self, node: Node) -> None:
        """Everything of one unit; groups live with the union above them."""
        self._established(node)
        if node.is_group:
            return
        above = self.issued[node.above.number] if node.above else None
        own = self._own_plan(node)
        if own is not None and not node.is_workplace:
            self.issued[node.number] = own
            self.reports.ask(node, own)
        answered = above is not None and self.following.answer(node, above, own)
        if above is not None:
            self.mails.send(above, node)
        lived = own or (above if answered else None)
        if lived is not None and node.above is not None:
            self.following.launch(node, lived)
            if node.is_workplace:
                self._work(node, node.above, lived)

    def _own_plan(self, node: Node) -> Issued | None:
        if node.is_workplace and lot(node.number, 0, self.seed) % 100 >= OWN_PLAN:
            return None
        return self.plans.issue(node)

    def _work(self, node: Node, above: Node, lived: Issued) -> None:
        self.pledges.open(node, lived)
        self.deeds.record(node, lived)
        self.awards.nominate(node, above, lived)

    def report(self, node: Node) -> None:
        """Also of those who never answered: the superior asks everybody."""
        if node.is_workplace and node.above is not None:
            self.reports.report(node, node.above)

    def _established(self, node: Node) -> None:
        units, users = self.organisation.units.units, self.organisation.officers.users
        self._know(node)
        event = "installation.founded" if node.above is None else "unit.established"
        self.trail.note(event, units, node.number, KEEPER, node, BEGAN, name=node.name)
        if node.chair:
            self.trail.note(
                "account.given",
                users,
                node.chair,
                KEEPER,
                node,
                BEGAN,
                username=node.login_of_chair,
            )

    def _know(self, node: Node) -> None:
        if node.above is None:
            self.trail.know(KEEPER, KEEPER_NAME, KEEPER_NAME, node.name)
        if node.chair:
            self.trail.know(node.login_of_chair, node.chair_name, "Chủ tịch", node.name)
        if node.clerk != node.chair:
            officer = f"{node.login}.canbo"
            self.trail.know(officer, node.clerk_name, "Cán bộ chuyên trách", node.name)
