"""Proposals to make somebody nameless. Nothing here writes."""

from django.db.models import QuerySet

from thidua.org.actor import Actor
from thidua.oversight.models import Anonymising
from thidua.oversight.queries.personal_data import kept_or_ended


def proposals_visible_to(actor: Actor) -> QuerySet[Anonymising]:
    """Those of the units at whose desk they work."""
    found = Anonymising.objects.filter(kept_or_ended(actor))
    return found.select_related("unit", "person", "proposed_by__person", "decided_by__person")
