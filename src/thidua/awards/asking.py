"""What the room of councils asks of this one: see `thidua.councils.asking`."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.awards.actions.results import take_results
from thidua.awards.eligibility import notes_for
from thidua.awards.models import Nomination
from thidua.councils.asking import Shown
from thidua.councils.models import Item, Session
from thidua.org.actor import Actor


def shown(items: Sequence[Item], day: date) -> dict[int, Shown]:
    """Whom a question is about, and what is to be considered by the rules of the day."""
    nominations = list(
        Nomination.objects.filter(item__in=[item.pk for item in items]).select_related(
            "kind", "unit"
        )
    )
    notes = notes_for(nominations, day) if nominations else {}
    return {
        one.item_id: Shown(
            one.get_absolute_url(),
            " · ".join(filter(None, (one.subject_post or str(one.unit), one.merit))),
            notes[one.pk],
        )
        for one in nominations
        if one.item_id
    }


def follow(*, session: Session, by: Actor, at: datetime) -> None:
    """The counts decide what becomes of each nomination."""
    take_results(session=session, by=by, at=at)
