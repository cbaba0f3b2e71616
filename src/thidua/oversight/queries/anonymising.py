"""Proposals to make somebody nameless. Nothing here writes."""

from django.db.models import QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.org.policies.people import may_keep_people
from thidua.oversight.models import Anonymising
from thidua.oversight.queries.personal_data import kept_or_ended


def proposals_visible_to(actor: Actor) -> QuerySet[Anonymising]:
    """Those of the units at whose desk they work."""
    found = Anonymising.objects.filter(kept_or_ended(actor))
    return found.select_related("unit", "person", "proposed_by__person", "decided_by__person")


def desk_unit_for(person: Person, actor: Actor) -> Unit | None:
    """The unit for which the actor keeps this person, the latest first."""
    memberships = person.memberships.select_related("unit__kind").order_by("-starts_on", "-pk")
    posts = person.posts.select_related("unit__kind").order_by("-starts_on", "-pk")
    units = [row.unit for row in memberships] + [row.unit for row in posts]
    return next((unit for unit in units if may_keep_people(actor, unit)), None)
