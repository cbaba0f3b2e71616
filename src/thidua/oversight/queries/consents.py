"""The register of consents. Nothing here writes."""

from django.db.models import QuerySet

from thidua.org.actor import Actor
from thidua.oversight.models import Consent, ConsentText
from thidua.oversight.queries.personal_data import kept_or_ended


def consents_visible_to(actor: Actor) -> QuerySet[Consent]:
    """Those of the units at whose desk they work, the newest first."""
    found = Consent.objects.filter(kept_or_ended(actor))
    return found.select_related("text", "person", "unit").order_by("-given_on", "-pk")


def texts_visible_to(actor: Actor) -> QuerySet[ConsentText]:
    found = ConsentText.objects.filter(kept_or_ended(actor)).select_related("unit")
    return found.order_by("title", "-version")
