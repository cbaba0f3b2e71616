"""The organisation as it stood on 1/1/2024: confederation, provinces, districts, sectors (A.3)."""

from thidua.oversight.simulate.draw import chance, shared
from thidua.oversight.simulate.growing import Organisation
from thidua.oversight.simulate.nodes import Node
from thidua.oversight.simulate.places import of_province, some_places
from thidua.oversight.simulate.sizes import PROVINCES, Size
from thidua.oversight.simulate.tables import Row, table
from thidua.oversight.simulate.workplaces import add_workplaces

CENTRAL_SHARE = 25
"""One union of so many belongs to a central sector union."""
UNIONS_FOR_A_SECTOR = 40
UNIONS_FOR_A_DISTRICT = 15
DISTRICT_WEIGHTS = (3, 4, 5, 5, 6, 7, 8)


def build_shape(size: Size, seed: int) -> Organisation:
    """Every unit of an organisation of that size; people come later."""
    whole = Organisation(seed)
    top = whole.add(
        None,
        "tld",
        name="Tổng Liên đoàn Lao động Việt Nam",
        short_name="TLĐ",
        symbol="TLĐ",
        place="Hà Nội",
        body="ĐOÀN CHỦ TỊCH",
        since="1929-07-28",
        login="tld",
    )
    unions = size.unions - 1
    if size.provinces == PROVINCES:
        unions -= _central(whole, top, size.unions // CENTRAL_SHARE)
    rows = table("provinces")[: size.provinces]
    parts = shared(unions, [int(row["weight"]) for row in rows], least=3)
    for number, (row, part) in enumerate(zip(rows, parts, strict=True), 1):
        _province(whole, top, number, row, part)
    return whole


def _central(whole: Organisation, top: Node, unions: int) -> int:
    rows = table("central")
    parts = shared(unions - len(rows), [1] * len(rows))
    for number, (row, part) in enumerate(zip(rows, parts, strict=True), 1):
        sector = whole.add(
            top,
            "cdn_tw",
            name=row["name"],
            short_name=row["short_name"],
            symbol=row["symbol"],
            place="Hà Nội",
            since="1957-05-01",
            login=f"cdn{number:02d}",
        )
        known = {"province": "Hà Nội"}
        add_workplaces(whole, sector, "central", part, known, chance(whole.seed, "central", number))
    return unions


def _province(whole: Organisation, top: Node, number: int, row: Row, unions: int) -> None:
    called = of_province(row)
    province = whole.add(
        top,
        "ldld_tinh",
        name=f"Liên đoàn Lao động {called}",
        short_name=f"LĐLĐ {called}",
        symbol="LĐLĐ",
        place=row["name"],
        since="1997-01-01",
        login=row["slug"],
        province=number,
    )
    rest = unions - 1
    sectors = table("sectors")[: rest // UNIONS_FOR_A_SECTOR]
    in_sectors = [rest * int(sector["share"]) // 100 for sector in sectors]
    for sector, part in zip(sectors, in_sectors, strict=True):
        _sector(whole, province, sector, called, part)
    _districts(whole, province, row, rest - sum(in_sectors))


def _sector(whole: Organisation, province: Node, sector: Row, called: str, unions: int) -> None:
    node = whole.add(
        province,
        sector["kind"],
        name=f"{sector['name']} {called}",
        short_name=f"{sector['short_name']} {called}",
        symbol=sector["symbol"],
        place=province.place,
        since="1997-06-01",
        login=f"{province.login}.{sector['code']}",
    )
    draw = chance(whole.seed, province.login, sector["code"])
    known = {"province": called}
    add_workplaces(whole, node, sector["code"], unions - 1, known, draw)


def _districts(whole: Organisation, province: Node, row: Row, unions: int) -> None:
    count = max(1, min(int(row["districts"]), unions // UNIONS_FOR_A_DISTRICT))
    draw = chance(whole.seed, province.login, "districts")
    names = [(row["seat_form"], row["seat"])]
    names += [("huyện", name) for name in some_places(draw, count - 1)]
    parts = shared(unions, [draw.choice(DISTRICT_WEIGHTS) for _name in names], least=2)
    for number, ((form, name), part) in enumerate(zip(names, parts, strict=True), 1):
        node = whole.add(
            province,
            "ldld_huyen",
            name=f"Liên đoàn Lao động {form} {name}",
            short_name=f"LĐLĐ {form} {name}",
            symbol="LĐLĐ",
            place=name,
            since="1998-03-01",
            login=f"{province.login}.h{number:02d}",
        )
        known = {"province": f"{row['form']} {row['name']}", "district": f"{form} {name}"}
        draw_below = chance(whole.seed, province.login, number)
        add_workplaces(whole, node, "district", part - 1, known, draw_below)
