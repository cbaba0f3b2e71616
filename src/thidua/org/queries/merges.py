"""Records that were joined, and what hangs on two that may be."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Model, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Person, PersonMerge, User
from thidua.org.queries.people import known_to
from thidua.org.tables import pointing_at_people, word_for


@dataclass(frozen=True, slots=True)
class Held:
    """How many things of one sort each of two records has."""

    what: str
    kept: int
    gone: int


def merges_visible_to(actor: Actor) -> QuerySet[PersonMerge]:
    """Of people they may see."""
    found = PersonMerge.objects.filter(known_to(actor, "kept"))
    return found.select_related("kept", "gone", "done_by__person", "undone_by__person")


def holdings_of(kept: Person, gone: Person) -> list[Held]:
    """What would come together: counted in every table that points to a person."""
    of_kept: Counter[str] = Counter()
    of_gone: Counter[str] = Counter()
    tables: list[tuple[type[Model], str]] = [*pointing_at_people(), (User, "person_id")]
    for model, column in tables:
        word = word_for(model)
        of_kept[word] += model._default_manager.filter(**{column: kept.pk}).count()
        of_gone[word] += model._default_manager.filter(**{column: gone.pk}).count()
    words = dict.fromkeys((*of_kept, *of_gone))
    return [Held(one, of_kept[one], of_gone[one]) for one in words if of_kept[one] or of_gone[one]]
