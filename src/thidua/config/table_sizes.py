"""What SQLite knows of its tables when it chooses between indexes."""

from django.db.backends.base.base import BaseDatabaseWrapper


def measure_tables(connection: BaseDatabaseWrapper) -> None:
    """Tell SQLite how large its tables are and how many rows share a value.

    PostgreSQL looks by itself. Never told, or after a migration made a table anew, SQLite takes any
    index for a good one: a name is then looked for among all people of a province who were never
    merged into another. Every index is looked at whole, a second for a province: the first thousand
    rows alone do not tell how many are alike.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
