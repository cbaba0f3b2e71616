"""What happens to the outbox when the organisation changes."""

from thidua.notify.models import OutboxMail
from thidua.notify.queries.outbox import NOT_LEFT
from thidua.org.happened import Happened
from thidua.org.journal import Journal


def follow_act(happened: Happened, journal: Journal) -> None:
    """The keeper of the records of an ended unit looks after what has not left its outbox."""
    if happened.keeper is not None:
        unsent = OutboxMail.objects.filter(unit__in=happened.ended, state__in=NOT_LEFT)
        journal.change(unsent, unit_id=happened.keeper.pk)
