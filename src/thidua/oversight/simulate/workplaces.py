"""Grassroots unions with their places of work, and the groups inside the larger ones."""

import random
from itertools import count

from thidua.oversight.simulate.draw import expanded
from thidua.oversight.simulate.growing import COUNCIL, GROUP, Organisation
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.places import some_places, workplace_name
from thidua.oversight.simulate.tables import Row, table, words

COMMUNES, UNIONS_IN_A_COMMUNE = 24, 4
TRIES = 5
FIRST_YEAR, YEARS = 1999, 24
TAILS = (45, 60, 70, 80, 90, 100, 110, 130, 160, 260)
"""How far one union is from the mean of its kind, in percent."""
WITH_GROUPS_FROM = 60
ONE_WITH_GROUPS_IN = 12
PREFIXES = {"cdcs": ("Công đoàn cơ sở", "CĐCS"), "nd": ("Nghiệp đoàn", "NĐ")}


def add_workplaces(
    whole: Organisation,
    above: Node,
    branch: str,
    unions: int,
    known: dict[str, str],
    draw: random.Random,
) -> None:
    """So many grassroots unions of one branch below a union; `members` is a weight as yet."""
    rows = [row for row in table("workplaces") if row["branch"] == branch]
    often = expanded(tuple((str(at), int(row["share"])) for at, row in enumerate(rows)))
    communes = some_places(draw, max(COMMUNES, unions // UNIONS_IN_A_COMMUNE))
    taken: set[str] = set()
    for number in range(1, unions + 1):
        row = rows[int(draw.choice(often))]
        host = _host(row["name"], known, communes, taken, draw)
        node = _workplace(whole, above, row, host, known, draw)
        node.login = f"{above.login}.{number:04d}"
        if node.members >= WITH_GROUPS_FROM and draw.randrange(ONE_WITH_GROUPS_IN) == 0:
            _groups(whole, node, row["groups"], draw)


def _host(
    pattern: str,
    known: dict[str, str],
    communes: list[str],
    taken: set[str],
    draw: random.Random,
) -> str:
    """A name that no other union of the branch bears; with a number where there is none left."""
    for _try in range(TRIES):
        name = workplace_name(draw, pattern, known | {"commune": draw.choice(communes)})
        if name not in taken:
            break
    else:
        name = next(f"{name} {n}" for n in count(2) if f"{name} {n}" not in taken)
    taken.add(name)
    return name


def _workplace(
    whole: Organisation,
    above: Node,
    row: Row,
    host: str,
    known: dict[str, str],
    draw: random.Random,
) -> Node:
    kind = "nd" if row["groups"] == "craft" else "cdcs"
    long, short = PREFIXES[kind]
    where = f", {known['district']}" if "{commune}" in row["name"] and "district" in known else ""
    node = whole.add(
        above,
        kind,
        name=f"{long} {host}{where}",
        short_name=f"{short} {host}",
        symbol=short,
        place=above.place,
        body=COUNCIL,
        since=f"{FIRST_YEAR + draw.randrange(YEARS)}-{1 + draw.randrange(12):02d}-15",
        login="",
    )
    node.ownership = row["ownership"]
    node.self_financing = _rate(row, draw)
    node.members = int(row["members"]) * draw.choice(TAILS) // 100 + 5
    node.women = int(row["women"])
    return node


def _rate(row: Row, draw: random.Random) -> int | None:
    """How far a public unit pays for itself: schools hardly, hospitals almost wholly (ORG-06)."""
    if not row["high"]:
        return None
    return draw.randrange(int(row["low"]), int(row["high"]) + 1)


def _groups(whole: Organisation, union: Node, of: str, draw: random.Random) -> None:
    names = words(of)
    for number in range(min(len(names), 3 + draw.randrange(4))):
        section = of != "school"
        called = names[number].replace("Tổ ", "Tổ công đoàn ")
        group = whole.add(
            union,
            "cdbp" if section else "to",
            name=f"Công đoàn bộ phận {called}" if section else called,
            short_name=names[number],
            symbol="CĐBP" if section else "TCĐ",
            place=union.place,
            body=COUNCIL if section else GROUP,
            since=union.since,
            login=f"{union.login}.{number + 1}",
        )
        union.groups.append(group)
