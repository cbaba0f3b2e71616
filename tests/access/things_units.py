"""Things for the addresses that name one; the pages that name none."""

from collections.abc import Callable

from access.secret import SECRET
from factories import DAY, UnitFactory, post_kind
from thidua.org.models import Area, AreaLevel, Body, Grouping, GroupingSort, Headcount, Term, Unit


def counted(unit: Unit) -> Unit:
    Headcount.objects.get_or_create(unit=unit, on=DAY, defaults={"members": 987_654})
    return unit


def term(unit: Unit) -> Term:
    body, _made = Body.objects.get_or_create(code="bch", defaults={"name": "Ban Chấp hành"})
    return Term.objects.get_or_create(
        unit=unit,
        body=body,
        ordinal=1,
        from_year=2023,
        defaults={"to_year": 2028, "decision": SECRET},
    )[0]


def grouping(unit: Unit) -> Grouping:
    known = Grouping.objects.filter(unit=unit).first()
    if known:
        return known
    made = Grouping.objects.create(
        unit=unit, sort=GroupingSort.CLUSTER, name=SECRET[:200], starts_on=DAY
    )
    made.members.create(unit=UnitFactory(under=unit), position=1, starts_on=DAY)
    return made


def area(_unit: Unit) -> Area:
    return Area.objects.get_or_create(level=AreaLevel.COMMUNE, name="Xã Hoa Lư")[0]


def kind(_unit: Unit) -> dict[str, object]:
    return {"name": "posts", "pk": post_kind("chair").pk}


OF_UNITS = ("unit", "tree_level", "unit_totals", "unit_history", "unit_facts")
ACTS_ON_UNITS = (
    "give_headcount",
    "drop_headcount",
    "describe_host",
    "new_term",
    "take_area",
    "leave_area",
)
OF_GROUPINGS = ("grouping", "edit_grouping", "end_grouping")
MEMBERS = ("join_grouping", "leave_grouping", "lead_grouping")
THINGS: dict[str, Callable[..., object]] = {
    **{f"org:{name}": counted for name in (*OF_UNITS, *ACTS_ON_UNITS)},
    **{f"org:{name}": grouping for name in (*OF_GROUPINGS, *MEMBERS)},
    **{f"org:{name}": term for name in ("term", "drop_term")},
    "org:edit_area": area,
    "org:new_kind": lambda _unit: {"name": "posts"},
    "org:kind": kind,
}
LISTS: set[str] = {
    "org:units",
    "org:units_excel",
    "org:tree",
    "org:phone_book",
    "org:phone_book_excel",
    "org:groupings",
    "org:new_grouping",
    "org:areas",
    "org:new_area",
    "org:catalogue",
}
