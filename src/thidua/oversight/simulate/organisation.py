"""The simulated organisation as rows: every unit, then everybody in it."""

from dataclasses import dataclass

from thidua.oversight.simulate.draw import shared
from thidua.oversight.simulate.growing import Organisation
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.officers import OfficerRows, officers_above
from thidua.oversight.simulate.people import PeopleRows
from thidua.oversight.simulate.sizes import Size
from thidua.oversight.simulate.units import UnitRows

FEWEST = 6
"""Members of the smallest union."""


@dataclass
class OrganisationRows:
    """Writers for everything the room of units and people holds."""

    units: UnitRows
    people: PeopleRows
    officers: OfficerRows

    @classmethod
    def on(cls, loader: Loader, seed: int) -> "OrganisationRows":
        people = PeopleRows(loader, seed)
        return cls(UnitRows(loader), people, OfficerRows(loader, people))

    def add(self, node: Node) -> None:
        """One unit with everybody in it; from now on the node knows its people and accounts."""
        self.units.add(node)
        if node.above is None:
            self.officers.keeper(node)
        if node.is_workplace:
            self.people.members(node)
            self.officers.inside(node)
        elif not node.is_group:
            self.officers.above(node)


def settle_members(whole: Organisation, size: Size) -> None:
    """Turn the weights of the unions into members, so that there are exactly so many people."""
    unions = [node for node in whole.nodes if node.is_workplace]
    members = size.people - officers_above(whole.nodes)
    parts = shared(members, [union.members for union in unions], least=FEWEST)
    for union, part in zip(unions, parts, strict=True):
        union.members = part
