"""The tree of a day, level by level."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Substr

from thidua.core.dated import in_force
from thidua.org.actor import Actor, above, and_above
from thidua.org.models import Headcount, Placement, Tree, Unit, UnitName
from thidua.org.models.expressions import Above

STEP = 7
"""Signs that one level adds to a path: a key of six and its slash."""
FEW = 500
"""So many units are counted while a page is drawn; more than that on request."""


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a unit: how many units, and the members its grassroots unions counted."""

    units: int
    members: int


@dataclass(frozen=True, slots=True)
class Step:
    """One superior on the way from the root, called as on the day."""

    unit: Unit
    name: str
    path: str


def placed(day: date) -> QuerySet[Placement]:
    """Where every unit that lived that day stood."""
    return Placement.objects.filter(in_force(day), tree=Tree.LINE)


def children_at(path: str, day: date) -> QuerySet[Placement]:
    """The places directly below `path`, higher kinds first, then by name."""
    return (
        placed(day)
        .annotate(above=Above("path"))
        .filter(above=path)
        .select_related("unit__kind")
        .order_by("unit__kind__rank", "unit__alphabetical", "pk")
    )


def tops_of(actor: Actor, day: date) -> list[Placement]:
    """Where the tree begins for somebody: their own units, none that stands below another."""
    paths = {post.path for post in actor.posts if post.rights}
    first = {path for path in paths if not paths.intersection(and_above(above(path)))}
    keys = [path.strip("/").split("/")[-1] for path in first]
    rows = placed(day).filter(unit__key__in=keys).select_related("unit__kind")
    return list(rows.order_by("unit__kind__rank", "unit__alphabetical"))


def way_to(path: str, day: date) -> list[Step]:
    """Everything above `path` from the root down, called as on that day; not the unit itself."""
    keys = path.strip("/").split("/")[:-1]
    units = {unit.key: unit for unit in Unit.objects.filter(key__in=keys).select_related("kind")}
    names = names_on({unit.pk for unit in units.values()}, day)
    steps = zip(and_above(path), keys, strict=False)
    return [Step(units[key], names[units[key].pk], at) for at, key in steps if key in units]


def names_on(units: Collection[int], day: date) -> dict[int, str]:
    """What each of the units was called that day; its first name before it began."""
    rows = UnitName.objects.filter(unit__in=units).order_by("-starts_on")
    names: dict[int, str] = {}
    settled: set[int] = set()
    for unit, name, start in rows.values_list("unit", "name", "starts_on"):
        if unit not in settled:
            names[unit] = name
        if start <= day:
            settled.add(unit)
    return names


def few_below(path: str, day: date) -> bool:
    """Whether counting what stands below takes no time worth mentioning."""
    below = placed(day).filter(path__startswith=path).order_by().values("pk")
    return below[: FEW + 1].count() <= FEW


def counted_below(path: str, day: date) -> dict[str, Below]:
    """For every place directly below `path` what stands below it, the place itself left out."""
    step = Substr("path", 1, len(path) + STEP)
    inside = placed(day).filter(path__startswith=path).exclude(path=path)
    units = dict(inside.annotate(child=step).order_by().values_list("child").annotate(Count("pk")))
    members = dict(
        counting(inside, day).annotate(child=step).values_list("child").annotate(Sum("members"))
    )
    return {child: Below(units[child] - 1, members.get(child) or 0) for child in units}


def below(path: str, day: date) -> Below:
    """The same for one place; its members are those of all grassroots unions, itself included."""
    inside = placed(day).filter(path__startswith=path)
    members = counting(inside, day).aggregate(all=Sum("members"))["all"]
    return Below(max(inside.count() - 1, 0), members or 0)


def below_each(paths: Collection[str], day: date) -> dict[str, Below]:
    """The same for many places, two questions for all that stand equally deep."""
    counted: dict[str, Below] = {}
    for length in {len(path) for path in paths}:
        roots = [path for path in paths if len(path) == length]
        there = Q(pk__in=[])
        for root in roots:
            there |= Q(path__startswith=root)
        inside, root_of = placed(day).filter(there), Substr("path", 1, length)
        units = dict(
            inside.annotate(root=root_of).order_by().values_list("root").annotate(Count("pk"))
        )
        members = dict(
            counting(inside, day)
            .annotate(root=root_of)
            .values_list("root")
            .annotate(Sum("members"))
        )
        for root in roots:
            counted[root] = Below(max(units.get(root, 0) - 1, 0), members.get(root) or 0)
    return counted


def counting(places: QuerySet[Placement], day: date) -> QuerySet[Placement]:
    """Those whose last count up to the day adds up: grassroots unions, no part of another one."""
    last = Headcount.objects.filter(unit=OuterRef("unit_id"), on__lte=day).order_by("-on")
    part_of_another = placed(day).filter(
        path=Above(OuterRef("path")), unit__kind__above_grassroots=False
    )
    return (
        places.filter(unit__kind__above_grassroots=False, unit__kind__keeps_register=True)
        .filter(~Exists(part_of_another))
        .annotate(members=Subquery(last.values("members")[:1]))
        .order_by()
    )
