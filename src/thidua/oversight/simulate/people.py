"""Members of unions, from one day until another, and how many there were on the days of count."""

from collections.abc import Iterator
from datetime import date, timedelta

from thidua.core.many_rows import Cells
from thidua.org.models import Headcount, Membership, Person
from thidua.oversight.simulate.days import ADMITTED, COUNTED, LEFT
from thidua.oversight.simulate.draw import chance
from thidua.oversight.simulate.loader import Loader
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.person_names import called, families, given_first, list_order

OLDEST, YOUNGEST = date(1964, 2, 1), date(2004, 1, 31)
BIRTHDAYS = tuple(
    (OLDEST + timedelta(days=day)).isoformat() for day in range((YOUNGEST - OLDEST).days)
)
JOINED = tuple(f"{year}-{month:02d}-01" for year in range(2004, 2024) for month in (1, 5, 9))
GROWN_UP = tuple(f"{int(born[:4]) + 19}-01-01" for born in BIRTHDAYS)
PREFIXES = ("090", "091", "096", "097", "098", "032", "035", "038", "070", "079", "081", "085")
NAMED = 4
LEFT_IN, ADMITTED_IN = 50, 25
"""Of so many members one left, one was admitted in the year."""
REASONS = ("retired", "left", "transferred", "left")
WITHOUT_PHONE, WITHOUT_BIRTHDAY = 8, 32


class PeopleRows:
    """Writes persons with their memberships. Those of one union have consecutive keys."""

    def __init__(self, loader: Loader, seed: int) -> None:
        self.draw = chance(seed, "people")
        self.persons = loader.table(
            Person,
            "name",
            "folded",
            "given",
            "alphabetical",
            "code",
            "birth_on",
            "sex",
            "phone",
            "email",
        )
        self.memberships = loader.table(
            Membership,
            "person_id",
            "unit_id",
            "joined_by",
            "decision",
            "starts_on",
            "ends_on",
            "end_reason",
        )
        self.headcounts = loader.table(Headcount, "unit_id", "on", "members", "women")

    def person(self, province: int, women: int, email: str = "") -> tuple[str, str]:
        """One more person: ``f`` or ``m``, and the day from which they could be a member."""
        bits = self.draw.getrandbits(80)
        sex = "f" if bits % 100 < women else "m"
        family = families()[(bits >> 7) % len(families())]
        rest = called(sex)[(bits >> 17) % len(called(sex))]
        birthday = (bits >> 35) % len(BIRTHDAYS)
        self.persons.add(
            f"{family[0]} {rest[0]}",
            f"{family[1]} {rest[1]}",
            given_first(family, rest),
            list_order(family, rest),
            f"{province:02d}{self.persons.last + 1:08d}",
            BIRTHDAYS[birthday] if (bits >> 30) % WITHOUT_BIRTHDAY else None,
            sex,
            _phone(bits >> 52) if (bits >> 49) % WITHOUT_PHONE else "",
            email,
        )
        return sex, GROWN_UP[birthday]

    def members(self, node: Node) -> None:
        """Everybody of one union and its groups: listed, then admitted this year, then left."""
        node.first_person = self.persons.last + 1
        parts = Parts(node.members)
        for at in range(node.members):
            email = f"{node.login}@example.org" if at == 0 else ""
            sex, grown_up = self.person(node.province, node.women, email)
            if at < NAMED:
                node.names.append(self.persons.rows[-1][1])
            unit = node.groups[at * len(node.groups) // node.members] if node.groups else node
            since = max(node.since, grown_up, JOINED[self.persons.last % len(JOINED)])
            self.memberships.add(self.persons.last, unit.number, *parts.count(at, sex, since))
        for on, members, women in parts.on_days():
            self.headcounts.add(node.number, on, members, women)
            node.counts[on] = members
        node.chair_name = node.names[0]


class Parts:
    """The members of one union by when they came and went."""

    def __init__(self, members: int) -> None:
        self.left_from = members - members // LEFT_IN
        self.admitted_from = self.left_from - members // ADMITTED_IN
        self.all = [0] * (1 + len(ADMITTED) + len(LEFT))
        self.women = list(self.all)

    def count(self, at: int, sex: str, since: str) -> Cells:
        """How the member at that place of the list belongs: the cells of the membership."""
        part, cells = self._part(at, since)
        self.all[part] += 1
        self.women[part] += sex == "f"
        return cells

    def _part(self, at: int, since: str) -> tuple[int, Cells]:
        quarter = at % len(LEFT)
        if at >= self.left_from:
            ended = (LEFT[quarter], REASONS[quarter])
            return 1 + len(ADMITTED) + quarter, ("listed", "", since, *ended)
        if at >= self.admitted_from:
            day = ADMITTED[quarter]
            decision = f"Quyết định kết nạp đoàn viên ngày {day[8:]}/{day[5:7]}/{day[:4]}"
            return 1 + quarter, ("admitted", decision, day, None, "")
        return 0, ("listed", "", since, None, "")

    def on_days(self) -> Iterator[tuple[str, int, int]]:
        """The days of count, the members and the women among them."""
        for passed, on in enumerate(COUNTED):
            here = [0, *range(1, 1 + passed), *range(1 + len(ADMITTED) + passed, len(self.all))]
            yield on, sum(self.all[part] for part in here), sum(self.women[part] for part in here)


def _phone(bits: int) -> str:
    return f"{PREFIXES[bits % len(PREFIXES)]}{bits // 16 % 10**7:07d}"
