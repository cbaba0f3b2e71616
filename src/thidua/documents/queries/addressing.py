"""Who stands around a unit on a day: what the lines of *Nơi nhận* can be matched to."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.dated import in_force
from thidua.documents.matching import Body, Officer, Surroundings
from thidua.documents.models import OutsideBody
from thidua.org.actor import above, posts_in
from thidua.org.models import Person, Placement, Post, Tree, Unit, UnitName
from thidua.org.rights import Right


def surroundings(unit: Unit, day: date) -> Surroundings:
    """The unit, what stands above and directly below it, its officers, its address book."""
    superiors, children = units_above(unit, day), units_below(unit, day)
    names = _names_of([unit, *superiors, *children], day)
    return Surroundings(
        own=_body(unit, names),
        superiors=tuple(_body(other, names) for other in superiors),
        children=tuple(_body(other, names) for other in children),
        officers=tuple(
            Officer(post.person_id, post.kind.name, leads=bool(post.kind.signs_as))
            for post in posts_in(unit, day)
        ),
        outside=tuple(OutsideBody.objects.filter(unit=unit).values_list("pk", "fold")),
    )


def units_above(unit: Unit, day: date) -> list[Unit]:
    """The direct superior first, the root last."""
    path = unit.path_on(day)
    paths = []
    while (path := above(path)) != "/":
        paths.append(path)
    places = _places(Q(path__in=paths), day)
    return [place.unit for place in sorted(places, key=lambda place: -len(place.path))]


def units_below(unit: Unit, day: date) -> list[Unit]:
    """The units directly below, by name."""
    path = unit.path_on(day)
    places = _places(Q(path__startswith=path) & ~Q(path=path), day)
    children = [place.unit for place in places if above(place.path) == path]
    return sorted(children, key=lambda child: child.alphabetical)


def units_beside(unit: Unit, day: date) -> list[Unit]:
    """The other units under the same superior, by name."""
    superiors = units_above(unit, day)
    return [other for other in units_below(superiors[0], day) if other != unit] if superiors else []


def outside_bodies(unit: Unit) -> QuerySet[OutsideBody]:
    """The address book of a unit."""
    return OutsideBody.objects.filter(unit=unit).order_by("fold")


def readers_in(units: Iterable[int], day: date) -> dict[int, list[Person]]:
    """Per unit the persons to whom an e-mail about a paper goes: those who take papers in.

    Where nobody with an address has that right, everybody with one who may read papers.
    """
    posts = Post.objects.filter(in_force(day), unit__in=units).exclude(person__email="")
    held: defaultdict[int, list[Post]] = defaultdict(list)
    for post in posts.select_related("kind", "person").order_by("kind__rank", "pk"):
        held[post.unit_id].append(post)
    return {
        unit: _with(Right.DOCUMENT_INTAKE, those) or _with(Right.DOCUMENT_READ, those)
        for unit, those in held.items()
    }


def _with(right: Right, posts: list[Post]) -> list[Person]:
    return list(dict.fromkeys(post.person for post in posts if right in post.kind.grants()))


def _places(which: Q, day: date) -> QuerySet[Placement]:
    places = Placement.objects.filter(which, in_force(day), tree=Tree.LINE)
    return places.select_related("unit__kind")


def _names_of(units: list[Unit], day: date) -> dict[int, UnitName]:
    names = UnitName.objects.filter(in_force(day), unit__in=units)
    return {name.unit_id: name for name in names}


def _body(unit: Unit, names: dict[int, UnitName]) -> Body:
    called = {unit.name}
    if name := names.get(unit.pk):
        called |= {name.name, name.short_name}
    return Body(unit.pk, frozenset(called), unit.kind.name, group=not unit.kind.keeps_register)
