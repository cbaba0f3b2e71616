"""One event and the mark that it waits for its seal, in as few statements as can be."""

from typing import Any

from django.db import connection
from django.db.models.sql import InsertQuery

from thidua.audit.models import AuditEvent, UnsealedEvent

MARK = 'WITH told AS (%s) INSERT INTO "%s" ("%s") SELECT id FROM told RETURNING "%s"'
"""PostgreSQL alone can put one insert into another."""


def add_with_mark(event: AuditEvent) -> None:
    """Write both and give the event its key.

    Every deed leaves an event, and on a ceremony hundreds of people sign in a minute: on PostgreSQL
    the second insert would cost each of them another way to the server and back.
    """
    if connection.vendor != "postgresql":
        event.save(force_insert=True)
        UnsealedEvent.objects.create(event_id=event.pk)
        return
    sql, values = _insert(event)
    table, column = UnsealedEvent._meta.db_table, UnsealedEvent._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(MARK % (sql, table, column, column), values)
        (event.pk,) = cursor.fetchone()
    event._state.adding = False
    event._state.db = connection.alias


def _insert(event: AuditEvent) -> tuple[str, Any]:
    """What Django would send for the event alone."""
    key = AuditEvent._meta.pk
    columns = [field for field in AuditEvent._meta.local_concrete_fields if field is not key]
    query: Any = InsertQuery(AuditEvent)
    query.insert_values(columns, [event])
    compiler = query.get_compiler(connection=connection)
    compiler.returning_fields = [key]
    [(sql, values)] = compiler.as_sql()
    return sql, values
