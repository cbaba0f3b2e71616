"""At whose desk somebody looks after a person: what people ask about their data, and consents."""

from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.org.queries.people import keeping
from thidua.org.queries.unions import union_of


def desk_unit_for(person: Person, actor: Actor) -> Unit | None:
    """The unit at whose desk the actor looks after this person, the latest first.

    A group has no desk of its own: its people come to that of the union above it. A superior has
    none for people below: what the desk writes down names them (PDP-12).
    """
    memberships = person.memberships.select_related("unit__kind").order_by("-starts_on", "-pk")
    posts = person.posts.select_related("unit__kind").order_by("-starts_on", "-pk")
    units = [row.unit for row in memberships] + [row.unit for row in posts]
    desks = [desk for unit in units for desk in (union_of(unit, actor.day), unit) if desk]
    held = keeping(actor)
    return next((desk for desk in desks if {desk.pk, desk.kept_by_id} & held), None)
