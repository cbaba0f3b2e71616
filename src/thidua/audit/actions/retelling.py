"""Other words for deeds that are sealed, inside the transaction that makes somebody nameless."""

from collections.abc import Mapping
from typing import Any

from thidua.audit.models import AuditEvent, RetoldEvent
from thidua.core.folded import folded

CHUNK = 500


def retell(told: Mapping[AuditEvent, Mapping[str, Any]]) -> None:
    """From now on these columns of the events read as given.

    The search follows: its column is no part of the seal. Hand in events as they read now
    (`words.as_told`); what was retold before stays.
    """
    rows = []
    for event, columns in told.items():
        known = getattr(event, "retold", None)
        before = known.instead if known else {}
        rows.append(RetoldEvent(event=event, instead={**before, **columns}))
        for column, value in columns.items():
            setattr(event, column, value)
        event.folded = folded(event.names)[: AuditEvent._meta.get_field("folded").max_length]
    RetoldEvent.objects.bulk_create(
        rows,
        CHUNK,
        update_conflicts=True,
        unique_fields=["event"],
        update_fields=["instead"],
    )
    AuditEvent.objects.bulk_update(told, ["folded"], CHUNK)
