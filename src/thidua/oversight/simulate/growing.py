"""Numbers, keys and paths for the units as they are put into the tree one after the other."""

from dataclasses import dataclass, field

from thidua.oversight.simulate.draw import key_of
from thidua.oversight.simulate.nodes import Node

STANDING, COUNCIL, GROUP = "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "TỔ CÔNG ĐOÀN"
LONGEST_SHORT = 100


@dataclass
class Organisation:
    """All units, parents first."""

    seed: int
    nodes: list[Node] = field(default_factory=list)

    def add(  # noqa: PLR0913 -- a unit has so many properties
        self,
        above: Node | None,
        kind: str,
        *,
        name: str,
        short_name: str,
        symbol: str,
        place: str,
        since: str,
        login: str,
        body: str = STANDING,
        province: int | None = None,
    ) -> Node:
        """One more unit, at its place below `above`; it never began before that one."""
        number = len(self.nodes) + 1
        key = key_of(number, self.seed)
        node = Node(
            number=number,
            key=key,
            kind=kind,
            name=name,
            short_name=short_name[:LONGEST_SHORT],
            symbol=symbol,
            place=place,
            body=body,
            since=max(since, above.since) if above else since,
            path=f"{above.path if above else '/'}{key}/",
            login=login,
            above=above,
            province=(above.province if above else 0) if province is None else province,
        )
        if above is not None and not node.is_group:
            above.below += 1
        self.nodes.append(node)
        return node
