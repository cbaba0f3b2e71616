"""A unit of the simulated organisation before it becomes rows."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """One unit. `number` is its primary key, counted from the root; parents come first."""

    number: int
    key: str
    kind: str
    name: str
    short_name: str
    symbol: str
    place: str
    body: str
    since: str
    path: str
    login: str
    above: "Node | None"
    province: int = 0
    """The place of its province in the table of 2023, from 1; 0 for central bodies."""
    ownership: str = ""
    self_financing: int | None = None
    members: int = 0
    women: int = 0
    """Percent."""
    groups: list["Node"] = field(default_factory=list)
    first_person: int = 0
    """Primary key of its first member, or officer; the others follow it."""
    chair: int = 0
    """Primary key of the account of its chair."""
    clerk: int = 0
    """And of whoever does the paper work: above the grassroots an officer."""
    chair_name: str = ""
    clerk_name: str = ""
    names: list[str] = field(default_factory=list)
    """Of its first members, while the unit is being written."""
    counts: dict[str, int] = field(default_factory=dict)
    """Members on the days of count."""
    below: int = 0
    """Unions directly below, groups not counted."""

    @property
    def login_of_chair(self) -> str:
        return f"{self.login}.chutich"

    @property
    def is_group(self) -> bool:
        return self.kind in {"to", "cdbp"}

    @property
    def is_workplace(self) -> bool:
        return self.kind in {"cdcs", "nd"}
