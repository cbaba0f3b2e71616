"""Who holds which post, and who of them has an account."""

from django.contrib.auth.hashers import make_password

from thidua.core.folded import folded
from thidua.org.models import Post, PostKind, User
from thidua.org.names import given_first, list_order
from thidua.org.sample_accounts import PASSWORD
from thidua.oversight.simulate.days import BEGAN
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.people import PeopleRows
from thidua.oversight.simulate.units import CONGRESS

ABOVE = (
    ("chair", "chutich"),
    ("officer", "canbo"),
    ("vice_chair", "phochutich"),
    ("clerk", "vanthu"),
    ("inspection", "ubkt"),
    ("standing", ""),
)
"""The officers of a union above the grassroots, with the ends of their names to sign in with."""
INSIDE = (("vice_chair", 20), ("committee", 10), ("inspection", 30), ("clerk", 100))
"""Posts of members behind the chair, each from so many members on."""
KEEPER = "Cán bộ quản trị hệ thống"
WOMEN_AMONG_OFFICERS = 45
BASIS = {"elected": "Biên bản bầu cử ngày 25/03/2023", "appointed": ""}


class OfficerRows:
    """Writes posts and accounts, after the people who hold them."""

    def __init__(self, loader: Loader, people: PeopleRows) -> None:
        self.people = people
        self.kinds = {kind.code: kind.pk for kind in PostKind.objects.all()}
        self.password = make_password(PASSWORD)
        self.posts = loader.table(
            Post, "person_id", "unit_id", "kind_id", "starts_on", "how", "basis"
        )
        self.users = loader.table(User, "password", "username", "email", "date_joined", "person_id")

    def keeper(self, top: Node) -> int:
        """The account that keeps the installation, as `found_installation` makes it."""
        table = self.people.persons
        forms = folded(KEEPER), given_first(KEEPER), list_order(KEEPER)
        person = table.add(KEEPER, *forms, "", None, "", "", "")
        self._post(person, top, "keeper", top.since, "")
        return self._account(person, "quantri", "")

    def above(self, node: Node) -> None:
        """The officers of a union above the grassroots."""
        node.first_person = self.people.persons.last + 1
        for kind, end in ABOVE:
            email = f"{node.login}.{end}@example.org" if end else ""
            self.people.person(node.province, WOMEN_AMONG_OFFICERS, email)
            person = self.people.persons.last
            self._post(person, node, kind, max(node.since, CONGRESS), "elected")
            account = self._account(person, f"{node.login}.{end}", email) if end else 0
            if kind == "chair":
                node.chair = account
                node.chair_name = self.people.persons.rows[-1][1]
            elif kind == "officer":
                node.clerk = account
                node.clerk_name = self.people.persons.rows[-1][1]

    def inside(self, node: Node) -> None:
        """The chair of a grassroots union, with an account, and who else does something there."""
        since = max(node.since, CONGRESS)
        self._post(node.first_person, node, "chair", since, "elected")
        email = f"{node.login}@example.org"
        node.chair = node.clerk = self._account(node.first_person, f"{node.login}.chutich", email)
        for behind, (kind, least) in enumerate(INSIDE, 1):
            if node.members >= least:
                self._post(node.first_person + behind, node, kind, since, "elected")
        for number, group in enumerate(node.groups):
            first = -(-number * node.members // len(node.groups))
            self._post(node.first_person + first, group, "group_leader", since, "elected")

    def _post(self, person: int, node: Node, kind: str, since: str, how: str) -> None:
        self.posts.add(person, node.number, self.kinds[kind], since, how, BASIS.get(how, ""))

    def _account(self, person: int, username: str, email: str) -> int:
        return self.users.add(self.password, username, email, BEGAN, person)


def officers_above(nodes: list[Node]) -> int:
    """How many persons all the unions above the grassroots need, the keeper included."""
    return 1 + len(ABOVE) * sum(not (node.is_workplace or node.is_group) for node in nodes)
