"""Administrative areas of a day."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from thidua.core.dated import in_force
from thidua.core.folded import folded
from thidua.org.models import Area, Responsibility, Unit


def areas_on(day: date) -> QuerySet[Area]:
    """The areas there were that day; where a bound is not known, the area is taken to last."""
    begun = Q(starts_on=None) | Q(starts_on__lte=day)
    return Area.objects.filter(begun & (Q(ends_on=None) | Q(ends_on__gt=day)))


def areas_found(areas: QuerySet[Area], words: str, level: str) -> QuerySet[Area]:
    """Those in whose name all words occur, of one level where one is asked for."""
    for word in folded(words).split():
        areas = areas.filter(folded__contains=word)
    areas = areas.filter(level=level) if level else areas
    return areas.select_related("merged_into", "within").order_by("alphabetical", "starts_on", "pk")


def areas_in_lines(
    areas: QuerySet[Area], seen: QuerySet[Unit], day: date
) -> Iterator[tuple[str | date | None, ...]]:
    """A line for each area; of the unions that look after it, those among `seen`."""
    looking = Responsibility.objects.filter(in_force(day), unit__in=seen.values("pk"))
    looking = looking.select_related("unit").order_by("unit__alphabetical")
    ours = Prefetch("responsibilities", looking, to_attr="looked_after")
    for area in areas.prefetch_related(ours).iterator(chunk_size=500):
        yield (
            area.code,
            area.name,
            area.get_level_display(),
            str(area.within or ""),
            area.starts_on,
            area.ends_on,
            str(area.merged_into or ""),
            "; ".join(one.unit.name for one in getattr(area, "looked_after", ())),
        )


def area_of_today(area: Area, day: date) -> Area:
    """What the area belongs to on `day`, through all mergers up to then (ORG-26)."""
    seen = {area.pk}
    while area.merged_into and area.ends_on and area.ends_on <= day:
        if area.merged_into.pk in seen:
            break
        area = area.merged_into
        seen.add(area.pk)
    return area


def responsible_for(area: Area, day: date) -> QuerySet[Responsibility]:
    """The units that look after an area that day."""
    return (
        area.responsibilities.filter(in_force(day))
        .select_related("unit")
        .order_by("unit__alphabetical")
    )


def areas_of(unit: Unit, day: date) -> QuerySet[Responsibility]:
    """The areas a unit looks after that day."""
    return (
        unit.responsibilities.filter(in_force(day))
        .select_related("area")
        .order_by("area__alphabetical")
    )
